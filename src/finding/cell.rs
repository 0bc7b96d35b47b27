//! Cells of a workbook: their addresses, as people write them, and where they stand.

use std::fmt;
use std::num::NonZeroU16;
use std::sync::Arc;

use super::Place;

/// Address of a cell: `D24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    row: u32,
    /// Counted from 1, so that a cell that may be missing takes no more room.
    column: NonZeroU16,
}

impl CellAddress {
    /// Takes row and column, from 0. No workbook that is read has columns beyond 16 bits.
    pub fn new(row: u32, column: u32) -> Self {
        Self { row, column: u16::try_from(column).map_or(NonZeroU16::MAX, |column| NonZeroU16::MIN.saturating_add(column)) }
    }
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", letters(u32::from(self.column.get()) - 1), u64::from(self.row) + 1)
    }
}

/// Gives the letters of a column, from 0: `A`, `AB`.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Cell of a workbook, as documents keep it: thousands of them share the names of file and sheet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CellPlace {
    /// File, as findings name it.
    pub file: Option<Arc<str>>,
    /// Sheet.
    pub sheet: Option<Arc<str>>,
    /// Cell.
    pub cell: Option<CellAddress>,
}

impl CellPlace {
    /// Gives it as the place of a finding; `cell` goes before its own.
    pub fn place(&self, cell: Option<CellAddress>) -> Place {
        Place {
            file: self.file.as_deref().map(str::to_owned),
            sheet: self.sheet.as_deref().map(str::to_owned),
            cell: cell.or(self.cell).as_ref().map(CellAddress::to_string),
            ..Place::default()
        }
    }

    /// Names file and sheet by the texts of another, where they are the same.
    pub fn share(&mut self, with: &Self) {
        let share = |own: &mut Option<Arc<str>>, other: &Option<Arc<str>>| {
            if own == other {
                own.clone_from(other);
            }
        };
        share(&mut self.file, &with.file);
        share(&mut self.sheet, &with.sheet);
    }
}
