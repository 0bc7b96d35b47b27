//! `bao-cao-xep-hang.xlsx`: places and analysis.

use rust_xlsxwriter::Workbook;

use super::{ReportError, Results};

/// Makes the workbook.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn bytes(_: &Results<'_>) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    book.add_worksheet();
    Ok(book.save_to_buffer()?)
}
