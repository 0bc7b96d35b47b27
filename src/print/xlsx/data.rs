//! Sheets of data: a plain table with one head, no merged cells, real numbers; as many sheets as its rows need.

use std::iter::Peekable;

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::account::{Data, Datum};
use crate::look;

/// Rows that a sheet takes below its head.
const MOST: usize = 1_048_575;
/// Width of a column, in characters.
const WIDTH: u32 = 14;

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
    for (column, words) in (0_u16..).zip(&head) {
        worksheet.write_string_with_format(0, column, words, &heading)?.set_column_width(column, WIDTH)?;
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
    worksheet
        .autofilter(0, 0, last, columns.saturating_sub(1))?
        .set_freeze_panes(1, 2)?
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?
        .set_header(format!("&L{}&C&P&R{notice}", data.name()));
    Ok(())
}
