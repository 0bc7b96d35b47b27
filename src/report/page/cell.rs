//! A cell of a report: a value, how it looks, how many columns it takes.

use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::look;
use crate::points::Points;

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// Letters.
    pub letters: Letters,
    /// Whether the text stands upright.
    pub upright: bool,
    /// Whether lines stand around it.
    pub boxed: bool,
    /// Steps that the text is moved in.
    pub indent: u8,
    /// Fill.
    pub fill: Fill,
    /// Where the text stands.
    pub align: Align,
    /// Size of the font in points.
    pub size: u32,
    /// Decimals of a number.
    pub decimals: Option<u8>,
}

/// Letters of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letters {
    /// Plain.
    Plain,
    /// Bold.
    Bold,
    /// Slanted.
    Italic,
}

/// Fill of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// Paper.
    None,
    /// Heading of a table.
    Heading,
    /// Area, sum, mean.
    Area,
    /// Criterion with children.
    Group,
    /// Error.
    Bad,
    /// Warning, or a thing for the council to decide.
    Odd,
    /// As it should be; chosen.
    Good,
    /// Does not count.
    Out,
    /// Paper, with the ink of an alarm.
    Alarm,
    /// Paper, with faint ink.
    Faint,
}

/// Where a text stands in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// Left.
    Left,
    /// In the middle.
    Centre,
}

/// Cell of a row: a value, how it looks, and how many columns it takes.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// How it looks.
    pub look: Look,
    /// How many columns it takes.
    pub span: u16,
}

/// What a cell holds.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing.
    Blank,
    /// Words.
    Text(String),
    /// A number, rounded already.
    Number(Points),
}

/// Look of running text.
const PLAIN: Look = Look {
    letters: Letters::Plain,
    upright: false,
    boxed: true,
    indent: 1,
    fill: Fill::None,
    align: Align::Left,
    size: look::SIZE,
    decimals: None,
};

/// Makes a cell of text, which stays text whatever it begins with.
pub fn text(text: impl Into<String>) -> Cell {
    Cell { value: Value::Text(text.into()), look: PLAIN, span: 1 }
}

/// Makes a cell of text in the middle.
pub fn centre(words: impl Into<String>) -> Cell {
    text(words).align(Align::Centre)
}

/// Makes an empty cell.
pub fn blank() -> Cell {
    Cell { value: Value::Blank, look: PLAIN, span: 1 }
}

/// Makes a cell of a number that was rounded already, shown with so many decimals, in the middle.
pub fn number(value: &Points, decimals: u8) -> Cell {
    Cell { value: Value::Number(value.clone()), look: Look { decimals: Some(decimals), align: Align::Centre, ..PLAIN }, span: 1 }
}

/// Makes a cell of a whole number, in the middle.
pub fn count(number_of: usize) -> Cell {
    let value = i64::try_from(number_of).map(Points::from).unwrap_or_default();
    number(&value, 0)
}

impl Cell {
    /// Makes it bold.
    pub const fn bold(mut self) -> Self {
        self.look.letters = Letters::Bold;
        self
    }

    /// Makes it slanted.
    pub const fn italic(mut self) -> Self {
        self.look.letters = Letters::Italic;
        self
    }

    /// Turns the text upwards.
    pub const fn upright(mut self) -> Self {
        self.look.upright = true;
        self
    }

    /// Moves it in by so many steps.
    pub const fn indent(mut self, steps: u8) -> Self {
        self.look.indent = steps;
        self
    }

    /// Takes the lines around it away.
    pub const fn open(mut self) -> Self {
        self.look.boxed = false;
        self.look.indent = 0;
        self
    }

    /// Fills it.
    pub const fn fill(mut self, fill: Fill) -> Self {
        self.look.fill = fill;
        self
    }

    /// Sets where the text stands.
    pub const fn align(mut self, align: Align) -> Self {
        self.look.align = align;
        self
    }

    /// Sets the size of the font in points.
    pub const fn size(mut self, size: u32) -> Self {
        self.look.size = size;
        self
    }

    /// Lets it take so many columns.
    pub const fn span(mut self, span: u16) -> Self {
        self.span = span;
        self
    }
}

impl Look {
    /// Makes the format of the look.
    pub fn format(self) -> Format {
        let mut format = if self.boxed { look::cell() } else { look::text() };
        format = format.set_font_size(self.size);
        format = match self.letters {
            Letters::Plain => format,
            Letters::Bold => format.set_bold(),
            Letters::Italic => format.set_italic(),
        };
        if self.upright {
            format = format.set_rotation(90);
        }
        if let Some(decimals) = self.decimals {
            let part = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals.into())) };
            format = format.set_num_format(format!("#,##0{part}"));
        }
        if self.indent > 0 && self.align != Align::Centre && !self.upright {
            format = format.set_indent(self.indent);
        }
        format = format.set_align(match self.align {
            Align::Left => FormatAlign::Left,
            Align::Centre => FormatAlign::Center,
        });
        match self.fill {
            Fill::None => format,
            Fill::Heading => format.set_background_color(look::HEADING).set_font_color(Color::White),
            Fill::Area => format.set_background_color(look::AREA),
            Fill::Group => format.set_background_color(look::GROUP),
            Fill::Bad => format.set_background_color(look::WRONG),
            Fill::Odd => format.set_background_color(look::TO_FILL),
            Fill::Good => format.set_background_color(look::DONE),
            Fill::Out => format.set_background_color(look::CLOSED),
            Fill::Alarm => format.set_font_color(look::ALARM),
            Fill::Faint => format.set_font_color(look::FAINT),
        }
    }
}

/// Longest text that a cell takes, in the units that Excel counts.
const LONGEST: usize = 32_000;

/// Cuts a text that no cell would take.
pub fn shortened(text: &str) -> String {
    let mut length = 0;
    let cut = text.char_indices().find(|(_, letter)| {
        length += letter.len_utf16();
        length > LONGEST
    });
    cut.and_then(|(at, _)| text.get(..at)).map_or_else(|| text.to_owned(), |start| format!("{start}…"))
}
