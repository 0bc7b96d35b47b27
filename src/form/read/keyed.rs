//! A sheet that carries its own map: one hidden row names its columns, one hidden column names its rows.

use std::collections::BTreeMap;

use crate::figure::CriterionId;
use crate::form::layout::{ASSESSMENT_COLUMNS, Column, EVIDENCE_COLUMNS, KEYS, RowKey};
use crate::workbook::{Cell, Grid, Value};

/// Keys of the rows of a kind of sheet.
pub trait SheetKey: PartialEq + Sized {
    /// Reads a key; `None` for what is none.
    fn read(text: &str) -> Option<Self>;

    /// Lists the columns of every sheet with such rows, as the program writes them.
    fn written() -> [&'static [Column]; 2];
}

impl SheetKey for RowKey {
    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }

    fn written() -> [&'static [Column]; 2] {
        [ASSESSMENT_COLUMNS, EVIDENCE_COLUMNS]
    }
}

/// Sheet with the keys of its columns and rows.
#[derive(Clone)]
pub struct Keyed<'a, K = RowKey> {
    /// The sheet.
    pub grid: &'a Grid,
    /// Row of column keys and column of row keys.
    pub keys: (u32, u32),
    /// Columns by key.
    pub columns: BTreeMap<String, u32>,
    /// Keys that several columns have.
    pub repeated: Vec<Repeated>,
    /// Rows below the keys that have a key, from the top.
    pub rows: Vec<(u32, K)>,
}

/// Key that several columns have: somebody copied a column of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The key.
    pub key: String,
    /// The column that the program wrote; `None` where that can't be told.
    pub read: Option<u32>,
    /// The columns that are not read.
    pub others: Vec<u32>,
}

impl<'a> Keyed<'a> {
    /// Reads the map of a sheet of the units' form; `None` where it has none, or lacks all of the columns named.
    pub fn find(grid: &'a Grid, columns_of_kind: &[&str]) -> Option<Self> {
        Self::find_by_key(grid, columns_of_kind)
    }

    /// Lists the rows of every key, from the top.
    pub fn rows_by_key(&self) -> BTreeMap<&RowKey, Vec<u32>> {
        let mut rows: BTreeMap<&RowKey, Vec<u32>> = BTreeMap::new();
        for (row, key) in &self.rows {
            rows.entry(key).or_default().push(*row);
        }
        rows
    }

    /// Lists the rows of a leaf and of its figures.
    pub fn rows_below(&self, leaf: &CriterionId) -> Vec<u32> {
        let is_of = |key: &RowKey| matches!(key, RowKey::Leaf(id) | RowKey::Input(id, _) if id == leaf);
        self.rows.iter().filter(|(_, key)| is_of(key)).map(|(row, _)| *row).collect()
    }

    /// Tells whether a row stands where the program wrote it: behind the rows of criteria before its own, and before those behind.
    pub fn is_in_order(&self, row: u32, order: &BTreeMap<CriterionId, usize>) -> bool {
        let place = |key: &RowKey| match key {
            RowKey::Group(id) | RowKey::Leaf(id) | RowKey::Input(id, _) => order.get(id).copied(),
            // Figures of the set stand above all criteria.
            RowKey::Figure(_) => Some(0),
            RowKey::Keys | RowKey::Total | RowKey::Index | RowKey::Difficulties | RowKey::Proposals | RowKey::Evidence => None,
        };
        // Rows of the tree stand above the total, with those of the lines outside it below.
        let Some(at) = self.rows.iter().position(|(other, _)| *other == row) else { return false };
        let Some(own) = self.rows.get(at).and_then(|(_, key)| place(key)) else { return false };
        let before = self.rows.get(..at).and_then(|rows| rows.iter().rev().find_map(|(_, key)| place(key)));
        let behind = self.rows.get(at + 1..).and_then(|rows| rows.iter().find_map(|(_, key)| place(key)));
        before.is_none_or(|before| before <= own) && behind.is_none_or(|behind| behind >= own)
    }
}

impl<'a, K: SheetKey> Keyed<'a, K> {
    /// Reads the map of a sheet; `None` where it has none, or lacks all of the columns named.
    pub fn find_by_key(grid: &'a Grid, columns_of_kind: &[&str]) -> Option<Self> {
        let keys = *grid.cells.iter().find(|(_, cell)| matches!(&cell.value, Value::Text(words) if words.trim() == KEYS))?.0;
        let mut places: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (column, cell) in grid.row(keys.0) {
            places.entry(cell.shown()).or_default().push(column);
        }
        let (mut columns, mut repeated) = (BTreeMap::new(), Vec::new());
        for (key, places) in places {
            if let [column] = places.as_slice() {
                columns.insert(key, *column);
                continue;
            }
            let read = places.iter().copied().find(|column| was_written::<K>(&key, column.saturating_sub(keys.1)));
            columns.extend(read.map(|column| (key.clone(), column)));
            let others = places.into_iter().filter(|column| Some(*column) != read).collect();
            repeated.push(Repeated { key, read, others });
        }
        let is_there = |key: &str| columns.contains_key(key) || repeated.iter().any(|one| one.key == key);
        if !columns_of_kind.iter().any(|key| is_there(key)) {
            return None;
        }
        let rows = grid.cells.range((keys.0 + 1, 0)..).filter(|((_, column), _)| *column == keys.1);
        let rows = rows.filter_map(|((row, _), cell)| Some((*row, K::read(&cell.shown())?))).collect();
        Some(Self { grid, keys, columns, repeated, rows })
    }

    /// Gives the sheet as if it had none of these columns.
    pub fn without(self, columns: &[u32]) -> Self {
        let kept = self.columns.into_iter().filter(|(_, column)| !columns.contains(column)).collect();
        Self { columns: kept, ..self }
    }

    /// Tells whether a column is a copy of another, and not read.
    pub fn is_copy(&self, column: u32) -> bool {
        self.repeated.iter().any(|repeated| repeated.others.contains(&column))
    }

    /// Gives the column of a key.
    pub fn column(&self, key: &str) -> Option<u32> {
        self.columns.get(key).copied()
    }

    /// Lists the columns with a key that a layout does not have, each with its first cell with content below the headings.
    pub fn unknown_columns(&self, layout: &[Column]) -> Vec<(u32, (u32, &'a Cell))> {
        let unknown = self.columns.iter().filter(|(key, _)| !layout.iter().any(|column| column.key == key.as_str()));
        let mut found: Vec<(u32, (u32, &'a Cell))> = unknown
            .filter_map(|(_, column)| {
                let below = self.grid.cells.range((self.keys.0 + 2, 0)..).filter(|((_, at), cell)| at == column && !cell.formula);
                let ((row, _), cell) = below.into_iter().find(|(_, cell)| !cell.is_blank())?;
                Some((*column, (*row, cell)))
            })
            .collect();
        found.sort_by_key(|(column, _)| *column);
        found
    }

    /// Lists the rows of a key, from the top.
    pub fn rows_of(&self, key: &K) -> Vec<u32> {
        self.rows.iter().filter(|(_, other)| other == key).map(|(row, _)| *row).collect()
    }
}

/// Tells whether the program writes the column of a key so many columns behind that of the row keys.
fn was_written<K: SheetKey>(key: &str, behind: u32) -> bool {
    let is = |column: &Column| column.key == key;
    let Ok(behind) = usize::try_from(behind) else { return false };
    K::written().iter().any(|columns| columns.get(behind).is_some_and(is))
}
