//! How cells look, as far as it changes what people read: formats of numbers, struck-out text, fonts older than Unicode.

use std::collections::BTreeMap;

use super::number_format::NumberFormat;
use crate::text::legacy::Font;

/// Looks of cells, by the number that a cell names.
#[derive(Default)]
pub struct Looks {
    formats: Vec<NumberFormat>,
    looks: Vec<Look>,
}

/// Look of a cell.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// Which of the formats.
    format: usize,
    /// Whether it is struck out.
    pub struck: bool,
    /// Its font, where that is older than Unicode.
    pub font: Option<Font>,
    /// Whether its letters have the colour of the ground below them.
    pub unseen: bool,
}

/// What a look takes from its font and its ground.
#[derive(Clone, Copy, Default)]
pub struct Face {
    /// Whether it is struck out.
    pub struck: bool,
    /// Its font, where that is older than Unicode.
    pub font: Option<Font>,
    /// Whether its letters have the colour of the ground below them.
    pub unseen: bool,
}

impl Looks {
    /// Joins looks of what a workbook lists: for each the number of its format and its font; and the codes of formats, by
    /// number. Other numbers are those of Excel itself.
    pub fn join(of_looks: impl IntoIterator<Item = (u32, Face)>, codes: &BTreeMap<u32, String>) -> Self {
        let mut joined = Self::default();
        let mut known: BTreeMap<u32, usize> = BTreeMap::new();
        for (id, Face { struck, font, unseen }) in of_looks {
            let format = *known.entry(id).or_insert_with(|| {
                joined.formats.push(codes.get(&id).map_or_else(|| NumberFormat::built_in(id), |code| NumberFormat::parse(code)));
                joined.formats.len() - 1
            });
            joined.looks.push(Look { format, struck, font, unseen });
        }
        joined
    }

    /// Gives the look of a number; that of cells which name none is the first.
    pub fn look(&self, number: usize) -> Look {
        self.looks.get(number).copied().unwrap_or_default()
    }

    /// Gives the number format of a look.
    pub fn format(&self, look: Look) -> Option<&NumberFormat> {
        self.formats.get(look.format)
    }
}
