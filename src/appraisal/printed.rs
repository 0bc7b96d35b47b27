//! What a workbook says in its own cells when it goes out: short hashes on its hidden sheet, so that whatever else stands
//! there when it comes back is known to have been typed over it, and a row that is gone to have been deleted.
//!
//! What a workbook prints can't be worked out again later: forms, findings and earlier rounds may have changed since.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use crate::criteria::sha256;
use crate::form::read::keyed::{Keyed, SheetKey};
use crate::points::{Points, RoundingMode};
use crate::text::fold::fold;
use crate::workbook::{Cell, Grid, Value};

/// Keys of the hidden sheet that say what a row prints begin with this: `row:leaf:so-tu-phap/3.1`.
const ROW: &str = "row:";
/// Those that say what a sheet prints outside of such rows begin with this: `says:Tài liệu kiểm chứng#0`.
const SAYS: &str = "says:";
/// What stands for a cell that the workbook computes.
const COMPUTED: &str = "*";
/// Letters of a hash.
const HASH: usize = 8;
/// Most hashes in a cell of the hidden sheet.
const MOST_IN_CELL: usize = 400;

/// What a workbook printed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Printed {
    /// Hashes by row and column; a column that is not there printed nothing.
    rows: BTreeMap<String, BTreeMap<String, String>>,
    /// Columns in which the workbook computes any cell.
    computed: BTreeSet<String>,
    /// Hashes of what sheets say outside of these rows.
    says: BTreeMap<String, BTreeSet<String>>,
}

/// What a workbook printed in a cell, beside what stands there now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It is not known what was printed there.
    Unknown,
    /// What was printed, or computed, still stands there.
    Own,
    /// Something else was printed there.
    OverPrint,
    /// The workbook computed the cell.
    OverFormula,
}

impl Printed {
    /// Reads it from the lines of the hidden sheet.
    pub fn read(said: &BTreeMap<String, String>) -> Self {
        let mut printed = Self::default();
        for (key, value) in said {
            let mut words = value.split_whitespace().map(str::to_owned);
            if let Some(row) = key.strip_prefix(ROW) {
                let columns = printed.rows.entry(row.to_owned()).or_default();
                while let (Some(column), Some(hash)) = (words.next(), words.next()) {
                    if hash == COMPUTED {
                        printed.computed.insert(column.clone());
                    }
                    columns.insert(column, hash);
                }
            } else if let Some((sheet, _)) = key.strip_prefix(SAYS).and_then(|rest| rest.rsplit_once('#')) {
                printed.says.entry(sheet.to_owned()).or_default().extend(words);
            }
        }
        printed
    }

    /// Gives the lines for the hidden sheet.
    pub fn lines(&self) -> Vec<(String, String)> {
        let row = |(row, columns): (&String, &BTreeMap<String, String>)| {
            let columns: Vec<String> = columns.iter().map(|(column, hash)| format!("{column} {hash}")).collect();
            (format!("{ROW}{row}"), columns.join(" "))
        };
        let says = |(sheet, hashes): (&String, &BTreeSet<String>)| {
            let hashes: Vec<&str> = hashes.iter().map(String::as_str).collect();
            let lines = hashes.chunks(MOST_IN_CELL).enumerate();
            lines.map(|(n, some)| (format!("{SAYS}{sheet}#{n}"), some.join(" "))).collect::<Vec<_>>()
        };
        self.rows.iter().map(row).chain(self.says.iter().flat_map(says)).collect()
    }

    /// Takes what the rows of a sheet print in their columns but those to fill in, and what stands outside of them.
    pub fn table<K: SheetKey + Display>(&mut self, sheet: &Keyed<'_, K>, filled: &[&str]) {
        let columns = || sheet.columns.iter().filter(|(key, column)| **column != sheet.keys.1 && !filled.contains(&key.as_str()));
        let mut keyed = BTreeSet::new();
        for (row, key) in &sheet.rows {
            keyed.insert(*row);
            let cells = columns().filter_map(|(key, column)| Some((key.clone(), hash_of(sheet.grid.get(*row, *column)?)?)));
            self.rows.insert(key.to_string(), cells.collect());
        }
        let others = sheet.grid.cells.iter().filter(|((row, _), _)| *row > sheet.keys.0 + 1 && !keyed.contains(row));
        let hashes = others.filter_map(|(_, cell)| hash_of(cell)).collect();
        self.says.insert(sheet.grid.name.clone(), hashes);
    }

    /// Takes everything that a sheet says.
    pub fn sheet(&mut self, grid: &Grid) {
        self.says.insert(grid.name.clone(), grid.cells.values().filter_map(hash_of).collect());
    }

    /// Tells what was printed in a cell of a row; `home` is the row of the leaf, whose words reach over those below it, and
    /// `computes` whether the sheet still has its formulas.
    pub fn stands(&self, (row, home): (&str, &str), column: &str, cell: &Cell, computes: bool) -> Stands {
        let Some(columns) = self.rows.get(row) else { return Stands::Unknown };
        let printed = columns.get(column).map(String::as_str);
        // A formula that gave nothing is no cell that is read.
        if printed == Some(COMPUTED) || printed.is_none() && self.computed.contains(column) {
            return if cell.formula || !computes { Stands::Own } else { Stands::OverFormula };
        }
        let stands = hash(cell);
        let of_home = self.rows.get(home).and_then(|columns| columns.get(column));
        if printed == Some(stands.as_str()) || printed.is_none() && of_home == Some(&stands) { Stands::Own } else { Stands::OverPrint }
    }

    /// Tells whether a sheet says the same anywhere outside of its rows; nothing where that is not known.
    pub fn says(&self, sheet: &str, cell: &Cell) -> Option<bool> {
        let says = self.says.get(sheet)?;
        Some(cell.formula || says.contains(&hash(cell)) || bare_number(cell).is_some_and(|number| says.contains(&hash(&number))))
    }

    /// Tells whether a sheet has cells that it computes.
    pub fn computes(&self, sheet: &str) -> bool {
        self.says.get(sheet).is_some_and(|says| says.contains(COMPUTED))
    }

    /// Lists the rows that the workbook had.
    pub fn rows(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }
}

/// Gives the number that a text shows behind a sign: what a format shows before a number is text to some programs.
fn bare_number(cell: &Cell) -> Option<Cell> {
    let Value::Text(words) = &cell.value else { return None };
    let digits = words.trim().trim_start_matches(['+', '-']).replace(',', ".");
    Points::parse(&digits).map(|number| Cell::new(Value::Number(number)))
}

/// Gives what is kept of a cell; nothing of one that says nothing.
fn hash_of(cell: &Cell) -> Option<String> {
    if cell.formula {
        return Some(COMPUTED.to_owned());
    }
    (!cell.is_empty()).then(|| hash(cell))
}

/// Hashes what a cell says.
fn hash(cell: &Cell) -> String {
    sha256(says(cell).as_bytes()).chars().take(HASH).collect()
}

/// Gives what a cell says: programs keep numbers with 15 to 17 digits, and may make text of them, or break lines elsewhere.
pub fn says(cell: &Cell) -> String {
    match &cell.value {
        Value::Number(number) => number.round(9, RoundingMode::HalfUp).plain(),
        _ => fold(&cell.shown()),
    }
}
