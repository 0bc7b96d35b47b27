//! What a form of ours holds in the cells that its unit fills in, as a hash: so that a copy that went back, and on which nobody
//! typed anything since, is known from one that was filled on.

use super::carried::carried;
use super::extras::Returned;
use super::layout::{CLAIMED, CRITERION, DOCUMENT_FIELDS, EXPLANATION, HOW, INPUT, NUMBER, RowKey};
use super::read::added_sheets;
use super::read::keyed::Keyed;
use crate::criteria::sha256;
use crate::points::RoundingMode;
use crate::text::fold::fold;
use crate::workbook::{Book, Cell, Value};

/// What a form holds, and what it held when it went back as a copy.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Handed {
    /// Hash of what it holds; nothing for what is no form of ours.
    pub holds: Option<String>,
    /// What it held then, where it is a copy that says so.
    pub returned: Option<Returned>,
}

impl Handed {
    /// Reads it from a form.
    pub fn of(book: &Book) -> Self {
        Self { holds: holds(book), returned: carried(book).and_then(|carried| carried.returned) }
    }

    /// Tells whether it is a copy that went back, on which nobody typed anything since.
    pub fn is_untouched(&self) -> bool {
        self.returned.as_ref().is_some_and(|returned| Some(&returned.held) == self.holds.as_ref())
    }

    /// Tells whether it is a copy that went back and was filled on, made of a form that held what another one holds.
    pub fn goes_on(&self, other: &Self) -> bool {
        let of = |returned: &Returned| other.holds.as_ref().is_some_and(|holds| *holds == returned.of || *holds == returned.held);
        !self.is_untouched() && self.returned.as_ref().is_some_and(of)
    }
}

/// Hashes what stands in the cells that a unit fills in, and on sheets that it added; nothing where a form has none.
pub fn holds(book: &Book) -> Option<String> {
    let sheets: Vec<Keyed<'_>> = book.sheets.iter().filter_map(|grid| Keyed::find(grid, &[CLAIMED, INPUT, CRITERION, NUMBER])).collect();
    let mut said: Vec<String> =
        sheets.iter().flat_map(|sheet| sheet.rows.iter().filter_map(|(row, key)| of_row(sheet, *row, key))).collect();
    let added = added_sheets(book).flat_map(|grid| grid.cells.values().filter(|cell| !cell.is_blank()).map(says));
    said.extend(added);
    // Documents of one leaf may stand in any order.
    said.sort();
    (!sheets.is_empty()).then(|| sha256(said.join("\n").as_bytes()))
}

/// Gives what a row says; nothing where it is blank.
fn of_row(sheet: &Keyed<'_>, row: u32, key: &RowKey) -> Option<String> {
    let columns: &[&str] = match key {
        RowKey::Evidence => &DOCUMENT_FIELDS,
        RowKey::Difficulties | RowKey::Proposals => &[HOW],
        _ => &[INPUT, CLAIMED, EXPLANATION],
    };
    let cell = |column: &str| sheet.column(column).and_then(|column| sheet.grid.get(row, column)).filter(|cell| !cell.is_blank());
    // What the form computes in a cell of another kind of row is nobody's word.
    let said: Vec<String> = columns.iter().filter_map(|column| Some(format!("{column}={}", says(cell(column)?)))).collect();
    let of = cell(CRITERION).map(says).unwrap_or_default();
    (!said.is_empty()).then(|| format!("{key}|{of}|{}", said.join("|")))
}

/// Gives what a cell says: programs keep numbers with 15 to 17 digits, and may break lines elsewhere.
fn says(cell: &Cell) -> String {
    match &cell.value {
        Value::Number(number) => number.round(9, RoundingMode::HalfUp).plain(),
        _ => fold(&cell.shown()),
    }
}
