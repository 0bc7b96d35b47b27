//! What an old workbook says before its sheets: where they begin, how cells look, how long shared texts are.

use std::collections::BTreeMap;

use super::records::{double_word, letters, records, word};
use super::strings::{Shared, shared};
use crate::text;
use crate::text::legacy::Font;
use crate::workbook::looks::{Face, Look, Looks};
use crate::workbook::number_format::NumberFormat;
use crate::workbook::refusal::Refusal;

/// Most sheets.
const MOST_SHEETS: usize = 250;

/// What stands before the sheets.
#[derive(Default)]
pub struct Globals {
    /// Where each sheet begins.
    pub starts: Vec<usize>,
    /// Shared texts.
    pub strings: Vec<Shared>,
    /// Which fonts strike out.
    struck_fonts: Vec<bool>,
    /// Which fonts stand above the line.
    raised_fonts: Vec<bool>,
    /// How cells look.
    looks: Looks,
}

impl Globals {
    /// Reads them.
    pub fn read(stream: &[u8]) -> Result<Self, Refusal> {
        // Only books of Excel 97 and later share strings: in an older one their letters would be counted wrongly.
        let recent = records(stream, 0).next().is_some_and(|first| first.kind == 0x0809 && word(first.data, 0) == Some(0x0600));
        let (mut globals, mut fonts, mut codes, mut looks) = (Self::default(), Vec::new(), BTreeMap::new(), Vec::new());
        // Table of shared strings: its record, and those that continue it.
        let mut strings: Vec<&[u8]> = Vec::new();
        let mut continued = false;
        for record in records(stream, 0) {
            continued = record.kind == 0x00FC || (continued && record.kind == 0x003C);
            if record.kind == 0x00FC {
                strings.clear();
            }
            strings.extend(continued.then_some(record.data));
            match record.kind {
                // BoundSheet8
                0x0085 => globals.starts.extend(double_word(record.data, 0).and_then(|at| usize::try_from(at).ok())),
                // Format
                0x041E => codes.extend(code(record.data, recent)),
                // Font
                0x0031 => {
                    fonts.push(font(record.data, recent));
                    // Above the line, on it, or below it.
                    globals.raised_fonts.push(word(record.data, 8) == Some(1));
                }
                // XF: its font, its format.
                0x00E0 => looks.push((word(record.data, 0).unwrap_or(0), word(record.data, 2).unwrap_or(0))),
                // EOF of the globals
                0x000A => break,
                _ => {}
            }
        }
        if globals.starts.len() > MOST_SHEETS {
            let count = globals.starts.len();
            return Err(Refusal::Bomb(text!("tệp có {count} trang tính", "it has {count} sheets")));
        }
        if !recent && !strings.is_empty() {
            return Err(Refusal::Damaged("SST".into()));
        }
        globals.strings = shared(&strings);
        globals.struck_fonts = fonts.iter().map(|(struck, _)| *struck).collect();
        let face = |at: u16| {
            let (struck, font) = fonts.get(place(at)).copied().unwrap_or_default();
            Face { struck, font, ..Face::default() }
        };
        let dressed = looks.iter().map(|(font, id)| (u32::from(*id), face(*font)));
        globals.looks = Looks::join(dressed, &codes);
        Ok(globals)
    }

    /// Tells whether a font strikes out.
    pub fn strikes(&self, font: u16) -> bool {
        self.struck_fonts.get(place(font)).copied().unwrap_or_default()
    }

    /// Tells whether a font stands above the line, as the marks of footnotes do.
    pub fn raises(&self, font: u16) -> bool {
        self.raised_fonts.get(place(font)).copied().unwrap_or_default()
    }

    /// Gives the look of a number.
    pub fn look(&self, number: u16) -> Look {
        self.looks.look(usize::from(number))
    }

    /// Gives the number format of a look.
    pub fn format(&self, look: Look) -> Option<&NumberFormat> {
        self.looks.format(look)
    }
}

/// Gives the place of a font in the list. There is no font number 4: the fifth is number 5.
fn place(font: u16) -> usize {
    let font = usize::from(font);
    if font > 4 { font - 1 } else { font }
}

/// Reads a format of numbers: its number, then its code. The code's length stands in two bytes, then a byte says whether
/// its letters take one byte or two; before Excel 97 the length stands in one byte, and letters take one.
fn code(data: &[u8], recent: bool) -> Option<(u32, String)> {
    let id = u32::from(word(data, 0)?);
    let code = if recent {
        letters(data.get(5..)?, usize::from(word(data, 2)?), data.get(4)? & 1 == 1)
    } else {
        letters(data.get(3..)?, usize::from(*data.get(2)?), false)
    };
    Some((id, code))
}

/// Reads a font: height, flags, colour, weight, position, four bytes, then its name. The name's length stands in one byte;
/// since Excel 97 a second one says whether its letters take one byte or two.
fn font(data: &[u8], recent: bool) -> (bool, Option<Font>) {
    let struck = word(data, 2).is_some_and(|flags| flags & 8 == 8);
    let name = || {
        let count = usize::from(*data.get(14)?);
        let wide = recent && data.get(15)? & 1 == 1;
        Font::named(&letters(data.get(if recent { 16 } else { 15 }..)?, count, wide))
    };
    (struck, name())
}
