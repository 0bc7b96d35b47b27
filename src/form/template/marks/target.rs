//! A cell of the new workbook.

use crate::form::template::plan::letter;

/// Cell of the new workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// Name of its sheet.
    pub sheet: &'static str,
    /// Row, counted from 0.
    pub row: u32,
    /// Column, counted from 0.
    pub column: u16,
}

impl Target {
    /// Gives the address within its sheet: `F24`.
    pub fn cell(self) -> String {
        self.absolute().replace('$', "")
    }

    /// Gives the absolute address within its sheet: `$F$24`.
    pub fn absolute(self) -> String {
        format!("${}${}", letter(self.column), u64::from(self.row) + 1)
    }
}
