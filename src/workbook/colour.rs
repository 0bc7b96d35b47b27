//! Colours of letters and of the ground below them, as far as it shows whether people see the letters.

use super::xml::Element;

/// Colour, as a workbook names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Red, green and blue.
    Rgb([u8; 3]),
    /// One of the workbook's theme, lighter or darker.
    Theme(u32, String),
    /// One of the old table of colours.
    Indexed(u32),
}

/// White.
pub const WHITE: Colour = Colour::Rgb([255; 3]);

impl Colour {
    /// Reads the colour that an element names; nothing where it leaves it to the program.
    pub fn read(element: &Element<'_>) -> Option<Self> {
        let number = |key: &str| element.get(key).and_then(|number| number.trim().parse().ok());
        if let Some(rgb) = element.get("rgb") {
            let rgb = rgb.trim();
            let digits = rgb.get(rgb.len().checked_sub(6)?..)?;
            let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
            return Some(Self::Rgb([part(0)?, part(2)?, part(4)?]));
        }
        let tint = || element.get("tint").filter(|tint| tint.trim().parse() != Ok(0.0)).unwrap_or_default();
        number("theme").map(|theme| Self::Theme(theme, tint())).or_else(|| number("indexed").map(Self::Indexed))
    }

    /// Tells whether two colours are one. Of a theme, the first is the ground of pages and the second their letters: white and
    /// black; of the others only itself is known.
    pub fn is(&self, other: &Self) -> bool {
        self.plain() == other.plain()
    }

    /// Gives white and black by their own values, whatever they are called.
    fn plain(&self) -> Self {
        match self {
            Self::Theme(0, tint) if tint.is_empty() => WHITE,
            Self::Theme(1, tint) if tint.is_empty() => Self::Rgb([0; 3]),
            Self::Indexed(1 | 9 | 65) => WHITE,
            Self::Indexed(0 | 8 | 64) => Self::Rgb([0; 3]),
            _ => self.clone(),
        }
    }
}
