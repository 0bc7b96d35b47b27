//! The tables of a workbook that may be a form or a part of one.

use super::{Asked, Pin};
use crate::finding::Finding;
use crate::finding::sheet as code;
use crate::intake::header::{self, Table};
use crate::intake::heading::{self, Role};
use crate::intake::owner::Heads;
use crate::text;
use crate::text::fold::{bare, fold};
use crate::workbook::{Book, Grid, Value, address, letters};

/// Table of criteria, with the rows that belong to it.
#[derive(Clone, Debug)]
pub struct Part<'b> {
    /// Table.
    pub table: Table<'b>,
    /// First row of what stands above it: title, letterhead.
    pub above: u32,
    /// Row behind its last one.
    pub end: u32,
}

impl Part<'_> {
    /// Gives what stands above the table, and the first row of its header.
    pub fn head(&self) -> (Grid, u32) {
        let Grid { name, hidden, cells, .. } = self.table.grid;
        let above = cells.range((self.above, 0)..(self.table.top, 0)).map(|(at, cell)| (*at, cell.clone()));
        let grid = Grid { name: name.clone(), hidden: *hidden, cells: above.collect(), ..Grid::default() };
        (grid, self.table.top)
    }
}

/// Lists the tables with a column for the unit's score, in the order of sheets and rows; what is pinned is obeyed.
pub fn parts<'b>(book: &'b Book, pin: &Pin) -> Vec<Part<'b>> {
    let mut found: Vec<Part<'b>> = match (pin.header, pin.columns.is_empty()) {
        (None, true) => sheets(book, pin).flat_map(of_sheet).collect(),
        _ => sheets(book, pin).filter_map(|grid| pinned(grid, pin)).map(|table| Part { table, above: 0, end: u32::MAX }).collect(),
    };
    found.retain(|part| part.table.column(Role::Claim).is_some());
    found
}

/// Lists the tables of criteria that have no column for anybody's score and one that units fill in. On the sheets of a form
/// they have a column of maxima: words in the middle of its rows are no table.
pub fn without_score<'b>(book: &'b Book, of_form: &[&str]) -> Vec<Part<'b>> {
    let filled_in = [Role::Figures, Role::Rate, Role::Explanation];
    let tables = |grid: &'b Grid| {
        if of_form.contains(&grid.name.as_str()) { of_sheet(grid) } else { split(grid, header::all_with_figures(grid)) }
    };
    let mut found: Vec<Part<'_>> = book.sheets.iter().filter(|grid| !grid.hidden).flat_map(tables).collect();
    found.retain(|Part { table, .. }| {
        let has = |roles: &[Role]| roles.iter().any(|role| table.column(*role).is_some());
        // A score that is not understood is still somebody's.
        let scored = |(role, heading): &(Role, String)| {
            matches!(role, Role::Claim | Role::Appraised | Role::Survey) || *role != Role::Max && bare(heading).contains("diem")
        };
        !table.columns.values().any(scored) && (has(&filled_in) || table.has_evidence())
    });
    found
}

/// Finds the table of a form, of several the one with most rows; `None` where no sheet has one with a column for the unit's
/// score.
pub fn find<'b>(book: &'b Book, pin: &Pin) -> Option<Table<'b>> {
    longest(&parts(book, pin)).map(|part| part.table.clone())
}

/// Gives the table with most rows.
pub fn longest<'p, 'b>(parts: &'p [Part<'b>]) -> Option<&'p Part<'b>> {
    parts.iter().min_by_key(|part| std::cmp::Reverse(header::maxima(&part.table)))
}

/// Lists the sheets that the pin allows.
pub fn sheets<'b>(book: &'b Book, pin: &Pin) -> impl Iterator<Item = &'b Grid> {
    let named = pin.sheet.as_deref().map(fold);
    book.sheets.iter().filter(move |grid| named.as_ref().map_or(!grid.hidden, |name| fold(&grid.name) == *name))
}

/// Lists the tables of a sheet.
fn of_sheet(grid: &Grid) -> Vec<Part<'_>> {
    split(grid, header::all(grid))
}

/// Gives each table of a sheet the rows that belong to it.
fn split<'b>(grid: &'b Grid, tables: Vec<Table<'b>>) -> Vec<Part<'b>> {
    let tops: Vec<u32> = tables.iter().skip(1).map(|table| table.top).chain([u32::MAX]).collect();
    let mut above = 0;
    let mut parts = Vec::new();
    for (table, end) in tables.into_iter().zip(tops) {
        let figure = |cell: &&crate::workbook::Cell| matches!(cell.value, Value::Number(_));
        let last =
            grid.cells.range((table.data, 0)..(end, 0)).rev().find(|(_, cell)| figure(cell)).map_or(table.data, |((row, _), _)| *row);
        parts.push(Part { table, above, end });
        above = last + 1;
    }
    parts
}

/// Makes the table of a sheet by the pin.
fn pinned<'b>(grid: &'b Grid, pin: &Pin) -> Option<Table<'b>> {
    let found = match pin.header {
        Some(top) => header::at(grid, top),
        None => header::first(grid),
    };
    let mut table = match (found, pin.header) {
        (Some(table), _) => table,
        // A header mostly in words that nobody knows: the row below is the first of the data.
        (None, Some(top)) if grid.row(top).next().is_some() => {
            let heard = |words: &str| heading::role(words).unwrap_or(Role::Other);
            let columns =
                grid.row(top).map(|(column, cell)| (column, cell.shown())).map(|(column, words)| (column, (heard(&words), words)));
            let columns = columns.collect();
            Table { grid, top, data: top + 1, columns }
        }
        _ => return None,
    };
    for (role, column) in &pin.columns {
        for (at, (of, _)) in &mut table.columns {
            if of == role && at != column {
                *of = Role::Other;
            }
        }
        table.columns.entry(*column).or_insert_with(|| (*role, letters(*column))).0 = *role;
    }
    table.column(Role::Name).is_some().then_some(table)
}

/// Tells whether a table is the unit's, or nobody's; says so where it names another.
pub fn is_of(part: &Part<'_>, asked: &Asked<'_>, findings: &mut Vec<Finding>) -> bool {
    // Where the campaign pins the cell of the unit, other names above that table are somebody else's.
    if asked.pin.unit.is_some_and(|(row, _)| (part.above..part.table.top).contains(&row)) {
        return true;
    }
    let (head, top) = part.head();
    let heads = Heads::read([(&head, top)], asked.roster);
    let named = heads.named();
    let Some((other, spot)) = named.first().filter(|_| named.iter().all(|(unit, _)| unit.id != *asked.unit)) else { return true };
    let (name, sheet, at) = (&other.name, &part.table.grid.name, address(part.table.top, 0));
    let message = text!(
        "Bảng bắt đầu ở ô {at} của trang “{sheet}” ghi đơn vị khác, “{name}”, nên không được đọc.",
        "The table that begins in {at} of sheet “{sheet}” names another unit, “{name}”, and is not read."
    );
    findings.push(Finding::new(&code::TABLE_OF_OTHER_UNIT, message).at(spot.in_file(asked.file)));
    false
}
