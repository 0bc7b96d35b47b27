//! Sheets of data: a plain table with one head, no merged cells, real numbers; as many sheets as its rows need. They are for the
//! screen and for other programs, and off the paper of their book.

use std::iter::Peekable;

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::sheet::off_paper;
use crate::account::{Data, Datum};
use crate::look;

/// Rows that a sheet takes below its head.
const MOST: usize = 1_048_575;
/// Widths of the columns that say whose and what a row is, in characters: ids, names, places.
const WIDTHS: [u32; 12] = [16, 28, 20, 8, 12, 9, 30, 11, 48, 10, 11, 12];
/// Width of a column of points, in characters.
const POINTS: u32 = 14;
/// Height of the head, in points: its words take up to four lines.
const HEAD: u32 = 62;

/// Writes a sheet of the table, row by row: as many of the rows as a sheet takes.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn write<'a>(
    worksheet: &mut Worksheet,
    data: Data<'_>,
    rows: &mut Peekable<impl Iterator<Item = Vec<Datum<'a>>>>,
    notice: Option<&str>,
) -> Result<(), XlsxError> {
    let heading = look::heading();
    let head = data.head();
    worksheet.set_row_height(0, HEAD)?;
    let widths = WIDTHS.into_iter().chain(std::iter::repeat(POINTS));
    for (column, (words, width)) in (0_u16..).zip(head.iter().zip(widths)) {
        worksheet.write_string_with_format(0, column, words, &heading)?.set_column_width(column, width)?;
    }
    let mut last = 0;
    for (row, cells) in (1_u32..).zip(rows.take(MOST)) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Datum::Nothing => {}
                Datum::Words(words) => {
                    worksheet.write_string(row, column, words)?;
                }
                Datum::Number(number) => {
                    worksheet.write_number(row, column, number.to_cell())?;
                }
            }
        }
        last = row;
    }
    let notice = notice.unwrap_or_default().replace('&', "&&");
    let columns = u16::try_from(head.len()).unwrap_or(u16::MAX);
    look::paper(worksheet)
        .autofilter(0, 0, last, columns.saturating_sub(1))?
        .set_freeze_panes(1, 2)?
        .set_landscape()
        .set_repeat_rows(0, 0)?
        .set_header(format!("&L{}&C&P&R{notice}", data.name()));
    // Hundreds of columns on one sheet of paper can't be read.
    off_paper(worksheet, head.len())
}
