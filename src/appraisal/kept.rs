//! What a filled workbook holds and the copy that goes back has no cell for: kept as words, so that nothing typed is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::held::Held;
use super::layout::{At, DOCUMENTS, LineKey, TABLE, WORKLIST};
use super::printed::Stands;
use super::read::sheet_of;
use crate::finding::Place;
use crate::finding::appraisal::BESIDE_CELLS;
use crate::form::layout::{FEEDBACK, LISTS, META};
use crate::form::{Extras, MOST_STRAYS, NoteOrLink, StrayCell, read};
use crate::points::RoundingMode;
use crate::workbook::{Book, Cell, Grid, Value, address};

/// Lists what a filled workbook holds beside what its copy holds: notes and links, further sheets, words over what the
/// program printed, what is not read. `copy` is the copy as it is without them.
pub fn extras(held: &Held, book: &Book, copy: &Book, file: &str) -> Extras {
    let mut cells = Vec::new();
    let mut keep = |code: &'static str, grid: &Grid, (row, column): (u32, u32), cell: &Cell| {
        if cells.len() < MOST_STRAYS {
            let words = crate::typed::value::words(Some(cell)).unwrap_or_else(|| cell.shown());
            cells.push(StrayCell { code, place: Place::cell(file, &grid.name, address(row, column)), words });
        }
    };
    for grid in book.sheets.iter().filter(|grid| ![LISTS, META].contains(&grid.name.as_str()) && !FEEDBACK.are(&grid.name)) {
        let written = copy.sheets.iter().find(|other| other.name == grid.name || grid.name == held.sheet && TABLE.are(&other.name));
        let printed = written.map(Printed::new);
        for (&at, cell) in grid.cells.iter().filter(|(_, cell)| !cell.is_empty()) {
            let is_kept = match &printed {
                None => false,
                Some(printed) if grid.name == held.sheet => held.carried.contains(&at) || printed.has(held, at, cell),
                // What this sheet says changes with what is typed; it is the program's as far as it reaches.
                Some(printed) if WORKLIST.are(&grid.name) => printed.reaches(at) || printed.says(cell),
                Some(printed) => printed.says(cell),
            };
            if !is_kept {
                keep(if grid.name == held.sheet { held.code(at) } else { BESIDE_CELLS.id }, grid, at, cell);
            }
        }
    }
    Extras { cells, attached: attached(book, copy), ..Extras::default() }
}

/// Lists notes and links, but those that the program wrote itself.
fn attached(book: &Book, copy: &Book) -> Vec<NoteOrLink> {
    let own: BTreeSet<(&str, String)> = copy
        .sheets
        .iter()
        .flat_map(|sheet| sheet.cells.values().filter(|cell| cell.link.is_some()).map(|cell| (sheet.name.as_str(), cell.shown())))
        .collect();
    let mut attached = read::attached(book);
    attached.retain(|one| {
        let is_own =
            DOCUMENTS.are(&one.sheet) && one.link.as_ref().is_some_and(|(_, words)| own.contains(&(one.sheet.as_str(), words.clone())));
        one.note.is_some() || !is_own
    });
    attached
}

/// Tells whether two cells say the same; programs keep numbers with 15 to 17 digits.
fn is_same(one: &Cell, other: &Cell) -> bool {
    match (&one.value, &other.value) {
        (Value::Number(one), Value::Number(other)) => (one - other).round(9, RoundingMode::HalfUp).is_zero(),
        _ => one.shown() == other.shown(),
    }
}

/// Sheet of the copy.
struct Printed<'a> {
    grid: &'a Grid,
    /// Rows and columns by their keys, where it has any.
    rows: BTreeMap<LineKey, u32>,
    columns: BTreeMap<String, u32>,
    /// Everything that it says.
    says: BTreeSet<String>,
    /// Its last row and column.
    end: (u32, u32),
}

impl<'a> Printed<'a> {
    fn new(grid: &'a Grid) -> Self {
        let (rows, columns) =
            sheet_of(grid).map(|keyed| (keyed.rows.into_iter().map(|(row, key)| (key, row)).collect(), keyed.columns)).unwrap_or_default();
        let last = |of: fn(&(u32, u32)) -> u32| grid.cells.keys().map(of).max().unwrap_or(0);
        let end = (last(|(row, _)| *row), last(|(_, column)| *column));
        Self { grid, rows, columns, says: grid.cells.values().map(Cell::shown).collect(), end }
    }

    /// Tells whether the sheet says the same anywhere.
    fn says(&self, cell: &Cell) -> bool {
        self.says.contains(&cell.shown())
    }

    /// Tells whether a place is within what the program wrote.
    const fn reaches(&self, (row, column): (u32, u32)) -> bool {
        row <= self.end.0 && column <= self.end.1
    }

    /// Tells whether the sheet to fill in says the same at the line and in the column of a cell.
    fn has(&self, held: &Held, at: (u32, u32), cell: &Cell) -> bool {
        let column = held.columns.get(&at.1).copied();
        if column.is_some_and(|column| cell.formula || matches!(column, At::Seen | At::Standing | At::Exact | At::Figure)) {
            return true;
        }
        let Some(key) = held.rows.get(&at.0) else {
            // Keys, heads of blocks, headings, title.
            let is_to_fill = at.0 > held.headings && column.is_some_and(|column| (At::Corrected..=At::Final).contains(&column));
            return self.says(cell) && !is_to_fill;
        };
        let Some(column) = column else { return cell.shown() == key.to_string() };
        // Forms may have changed since it was printed.
        if key.of().is_some() && held.stands(key, column, cell) == Stands::Own {
            return true;
        }
        let there = self.rows.get(key).zip(self.columns.get(column.key())).and_then(|(row, column)| self.grid.standing(*row, *column));
        // Below the words of a leaf nothing is printed; another program may have taken the merged cells apart.
        there.is_some_and(|there| is_same(there, cell))
    }
}
