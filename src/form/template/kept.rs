//! Sheets that the unit added to its form: the copy that goes back keeps them as they are, cell by cell.
//!
//! Nothing of them is read or scored, and every check says so; formulas are kept as what they showed.

use rust_xlsxwriter::{Format, FormatAlign, Note, Url, Workbook, Worksheet, XlsxError};

use super::page;
use crate::look;
use crate::workbook::{Cell, Grid, Percent, Struck, Value};

/// Widest column, in characters; longer text goes on in further lines.
const WIDEST: u32 = 60;
/// Longest name that a sheet may have.
const LONGEST_NAME: usize = 31;
/// Last row and last column of a sheet.
const LAST: (u32, u32) = (1_048_575, 16_383);
/// Longest note that is kept whole.
const LONGEST_NOTE: usize = 8_000;

/// Writes the sheets behind those of the form; `taken` are the names that the form itself uses.
pub fn write(book: &mut Workbook, sheets: &[Grid], taken: &[&str]) -> Result<(), XlsxError> {
    let mut taken: Vec<String> = taken.iter().map(|name| name.to_lowercase()).collect();
    for grid in sheets {
        let name = free(&grid.name, &taken);
        taken.push(name.to_lowercase());
        one(book.add_worksheet().set_name(name)?, grid)?;
    }
    Ok(())
}

/// Gives a name that a workbook takes and that no other sheet has.
fn free(name: &str, taken: &[String]) -> String {
    let name: String = name.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let name = match name.trim().trim_matches('\'') {
        "" => "Trang",
        name => name,
    };
    let cut = |room: usize| name.chars().take(room).collect::<String>();
    let numbered = (2..).map(|n: u32| format!("{} ({n})", cut(LONGEST_NAME - 8)));
    let mut names = std::iter::once(cut(LONGEST_NAME)).chain(numbered);
    names.find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_else(|| cut(LONGEST_NAME))
}

/// Writes one sheet.
fn one(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    let within = |(row, column): (u32, u32)| Some((row, u16::try_from(column).ok()?)).filter(|_| row <= LAST.0 && column <= LAST.1);
    let mut widths = std::collections::BTreeMap::new();
    for (at, cell) in grid.cells.iter().filter(|(_, cell)| !cell.is_empty()) {
        let Some((row, column)) = within(*at) else { continue };
        let width: &mut u32 = widths.entry(column).or_insert(9);
        *width = (*width).max(look::width(&cell.shown()) + 2).min(WIDEST);
        value(sheet, row, column, cell)?;
    }
    for (column, width) in widths {
        sheet.set_column_width(column, width)?;
    }
    for (at, note) in &grid.notes {
        let Some((row, column)) = within(*at) else { continue };
        let note = Note::new(look::shortened(note, LONGEST_NOTE).into_owned()).add_author_prefix(false);
        sheet.insert_note(row, column, &note)?;
    }
    if grid.hidden {
        sheet.set_hidden(true);
    }
    Ok(())
}

/// Writes what a cell showed.
fn value(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let format = look(cell);
    match &cell.value {
        Value::Number(number) => drop(sheet.write_number_with_format(row, column, number.to_cell(), &format)?),
        Value::Bool(yes) => drop(sheet.write_boolean_with_format(row, column, *yes, &format)?),
        Value::Date(day) => match page::excel_day(*day) {
            Ok(day) => drop(sheet.write_datetime_with_format(row, column, &day, &format)?),
            // Before 1900 Excel has no days.
            Err(_) => drop(sheet.write_string_with_format(row, column, cell.shown(), &format)?),
        },
        Value::Text(words) | Value::Error(words) | Value::Uncomputed(words) => {
            let words = look::shortened(words, look::LONGEST);
            let url = cell.link.as_deref().map(|address| Url::new(address).set_text(words.as_ref()));
            // Where the writer knows no such link, the words stand there all the same.
            if url.is_none_or(|url| sheet.write_url_with_format(row, column, url, &format).is_err()) {
                sheet.write_string_with_format(row, column, words.as_ref(), &format)?;
            }
        }
    }
    Ok(())
}

/// Chooses the look of a cell: what it says must be seen as it was.
fn look(cell: &Cell) -> Format {
    let format = look::text().set_align(FormatAlign::Top);
    let format = if cell.struck == Struck::Whole { format.set_font_strikethrough() } else { format };
    match (&cell.value, cell.percent) {
        (Value::Date(_), _) => format.set_num_format("dd/mm/yyyy"),
        (Value::Number(number), Percent::OfHundred) => {
            let whole = !(number * &crate::points::Points::hundred()).plain().contains('.');
            format.set_num_format(if whole { "0%" } else { "0.00%" })
        }
        (Value::Number(_), Percent::Printed) => format.set_num_format("General\"%\""),
        _ => format,
    }
}
