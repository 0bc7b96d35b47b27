//! Tables that stand side by side on one sheet: each is read as one on a sheet of its own.
//!
//! A row of such a sheet is a row of two tables, and so tells nothing of either. The sheet is taken apart by columns before
//! anything is read; every cell keeps its address.

use crate::intake::header::{self, Table};
use crate::intake::heading::Role;
use crate::text::fold::bare;
use crate::workbook::{Book, Grid};

/// Takes the sheets of a book apart on which tables of criteria stand side by side; `None` where there are none.
pub fn apart(book: &Book) -> Option<Book> {
    let mut found = false;
    let mut sheets = Vec::new();
    for grid in &book.sheets {
        let starts = if grid.hidden { Vec::new() } else { starts(grid) };
        found |= !starts.is_empty();
        if starts.is_empty() { sheets.push(grid.clone()) } else { sheets.extend(bands(grid, &starts)) }
    }
    found.then_some(Book { kind: book.kind, saved: book.saved, sheets })
}

/// Lists the first columns of the tables of a sheet but for the leftmost one.
fn starts(grid: &Grid) -> Vec<u32> {
    let Some(table) = header::first(grid) else { return Vec::new() };
    let mut starts = within(&table);
    if starts.is_empty() {
        starts.extend(right_of(grid, &table).or_else(|| left_of(grid, &table)));
    }
    if bands(grid, &starts).iter().all(|band| is_form(band).is_some()) { starts } else { Vec::new() }
}

/// Lists the columns of one header where it begins anew: behind a score, with the number or the name of the criterion once more.
fn within(table: &Table<'_>) -> Vec<u32> {
    let names = |role: Role| matches!(role, Role::Name | Role::Content);
    let first = table.columns.values().find(|(role, _)| names(*role)).map(|(_, heading)| bare(heading));
    let (mut named, mut claimed) = (false, false);
    let mut starts = Vec::new();
    for (column, (role, heading)) in &table.columns {
        let again = *role == Role::Number || names(*role) && first.as_ref() == Some(&bare(heading));
        if named && claimed && again {
            starts.push(*column);
            (named, claimed) = (false, false);
        }
        named |= names(*role);
        claimed |= *role == Role::Claim;
    }
    starts
}

/// Finds where another table begins right of a table, in rows of its own.
fn right_of(grid: &Grid, table: &Table<'_>) -> Option<u32> {
    let last = table.columns.keys().next_back()?;
    is_form(&band(grid, last + 1, u32::MAX))
}

/// Finds where a table begins that has another one left of it, in lower rows.
fn left_of(grid: &Grid, table: &Table<'_>) -> Option<u32> {
    let first = *table.columns.keys().next()?;
    is_form(&band(grid, 0, first)).map(|_| first)
}

/// Gives the first column of the table of criteria of a band, where it has one with the unit's score.
fn is_form(band: &Grid) -> Option<u32> {
    let table = header::first(band).filter(|table| table.column(Role::Claim).is_some())?;
    table.columns.keys().next().copied()
}

/// Cuts a sheet before each of some columns.
fn bands(grid: &Grid, starts: &[u32]) -> Vec<Grid> {
    let ends = starts.iter().copied().chain([u32::MAX]);
    std::iter::once(0).chain(starts.iter().copied()).zip(ends).map(|(from, to)| band(grid, from, to)).collect()
}

/// Gives the columns of a sheet from one to before another.
fn band(grid: &Grid, from: u32, to: u32) -> Grid {
    let within = |column: u32| (from..to).contains(&column);
    Grid {
        name: grid.name.clone(),
        hidden: grid.hidden,
        cells: grid.cells.iter().filter(|((_, column), _)| within(*column)).map(|(at, cell)| (*at, cell.clone())).collect(),
        covered: grid.covered.iter().filter(|((_, column), _)| within(*column)).map(|(at, row)| (*at, *row)).collect(),
        reach: grid.reach.iter().filter(|((_, column), _)| within(*column)).map(|(at, last)| (*at, (*last).min(to - 1))).collect(),
        notes: grid.notes.iter().filter(|((_, column), _)| within(*column)).map(|(at, note)| (*at, note.clone())).collect(),
    }
}
