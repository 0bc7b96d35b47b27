//! Several tables below one another on one sheet: their headings come again, each below the heading of its area.
//!
//! A heading that comes again after a page ends parts nothing: a row of the table stands right above it.

use crate::intake::Role;
use crate::intake::header::{Table, is_total, repeats};
use crate::text::fold::bare;
use crate::workbook::{Book, Grid};

/// Parts a sheet where the headings of its table come again below the heading of another area; `None` where they don't. Rows keep
/// their places on the sheet.
pub fn parts(book: &Book, table: &Table<'_>) -> Option<Book> {
    let rows = table.grid.rows();
    let mut starts = vec![0];
    for pair in rows.windows(2) {
        let [above, row] = pair else { continue };
        if *row >= table.data && is_heading(table, *row) && heads_area(table, *above) {
            starts.push(*above);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([u32::MAX]);
    let sheets: Vec<Grid> = starts.iter().zip(ends).map(|(start, end)| cut(table.grid, *start, end)).collect();
    (sheets.len() > 1).then(|| Book { sheets, ..book.clone() })
}

/// Tells whether the first row of the headings comes again.
fn is_heading(table: &Table<'_>, row: u32) -> bool {
    let shown = |row: u32| table.column(Role::Name).and_then(|column| table.grid.get(row, column)).map(|cell| bare(&cell.shown()));
    repeats(table, row) && shown(row).is_some() && shown(row) == shown(table.top)
}

/// Tells whether a row holds nothing but words: the heading of an area, or a title.
fn heads_area(table: &Table<'_>, row: u32) -> bool {
    let mut words: Vec<String> = table.grid.row(row).map(|(_, cell)| bare(&cell.shown())).filter(|words| !words.is_empty()).collect();
    words.dedup();
    let alone = |words: &String| words.chars().any(char::is_alphabetic) && !is_total(words);
    row >= table.data && matches!(words.as_slice(), [one] if alone(one))
}

/// Gives the rows of a sheet from one to before another.
fn cut(grid: &Grid, start: u32, end: u32) -> Grid {
    let within = |row: &u32| (start..end).contains(row);
    Grid {
        name: grid.name.clone(),
        hidden: grid.hidden,
        cells: grid.cells.iter().filter(|((row, _), _)| within(row)).map(|(at, cell)| (*at, cell.clone())).collect(),
        covered: grid.covered.iter().filter(|((row, _), _)| within(row)).map(|(at, row)| (*at, *row)).collect(),
        reach: grid.reach.iter().filter(|((row, _), _)| within(row)).map(|(at, last)| (*at, *last)).collect(),
        notes: grid.notes.iter().filter(|((row, _), _)| within(row)).map(|(at, note)| (*at, note.clone())).collect(),
    }
}
