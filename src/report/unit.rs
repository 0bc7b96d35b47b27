//! `don-vi/<unit-id>.xlsx`: what a unit is told of its own scores.

use rust_xlsxwriter::Workbook;

use super::{ReportError, Results};
use crate::assessment::Unit;

/// Makes the workbook.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn bytes(_: &Results<'_>, _: &Unit) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    book.add_worksheet();
    Ok(book.save_to_buffer()?)
}
