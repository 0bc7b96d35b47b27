//! A sheet that carries its own map: one hidden row names its columns, one hidden column names its rows.

use std::collections::BTreeMap;

use crate::form::layout::{Column, KEYS, RowKey};
use crate::workbook::{Cell, Grid, Value};

/// Sheet with the keys of its columns and rows.
pub struct Keyed<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// Row of column keys and column of row keys.
    pub keys: (u32, u32),
    /// Columns by key.
    pub columns: BTreeMap<String, u32>,
    /// Rows below the keys that have a key, from the top.
    pub rows: Vec<(u32, RowKey)>,
}

impl<'a> Keyed<'a> {
    /// Reads the map of a sheet; `None` where it has none, or lacks all of the columns named.
    pub fn find(grid: &'a Grid, columns_of_kind: &[&str]) -> Option<Self> {
        let keys = *grid.cells.iter().find(|(_, cell)| matches!(&cell.value, Value::Text(words) if words.trim() == KEYS))?.0;
        let columns: BTreeMap<String, u32> = grid.row(keys.0).map(|(column, cell)| (cell.shown(), column)).collect();
        let rows = grid.cells.range((keys.0 + 1, 0)..).filter(|((_, column), _)| *column == keys.1);
        let rows = rows.filter_map(|((row, _), cell)| Some((*row, RowKey::parse(&cell.shown())?))).collect();
        columns_of_kind.iter().any(|key| columns.contains_key(*key)).then_some(Self { grid, keys, columns, rows })
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
    pub fn rows_of(&self, key: &RowKey) -> Vec<u32> {
        self.rows.iter().filter(|(_, other)| other == key).map(|(row, _)| *row).collect()
    }
}
