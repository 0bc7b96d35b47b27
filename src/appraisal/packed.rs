//! A workbook as bytes, with what it prints on its hidden sheet.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::printed::Printed;
use super::sealed::{SEAL, seal};
use crate::form::layout::META;
use crate::look;
use crate::workbook::{self, Book};

/// Packs a workbook, with what it prints on its hidden sheet; one in which nobody typed anything with its seal.
pub fn packed(book: &mut Workbook, is_blank: impl Fn(&Book) -> bool, print: impl Fn(&Book) -> Printed) -> Result<Vec<u8>, XlsxError> {
    let bytes = look::packed(book)?;
    // What reads it when it comes back says what stands in it.
    let Some(read) = workbook::open(&bytes, "").value else { return Ok(bytes) };
    let last = read.sheets.iter().find(|grid| grid.name == META).and_then(|grid| grid.rows().last().copied());
    let Some(last) = last else { return Ok(bytes) };
    let mut lines = print(&read).lines();
    if is_blank(&read) {
        lines.push((SEAL.to_owned(), seal(&read)));
    }
    let sheet = book.worksheet_from_name(META)?;
    for (row, (key, value)) in (last + 1..).zip(&lines) {
        sheet.write_string(row, 0, key)?.write_string(row, 1, value)?;
    }
    look::packed(book)
}
