//! The rows of one heading, stacked: what stands over each column, and its own words.

use std::collections::BTreeMap;

use super::column::{Column, column};
use super::known::Known;
use crate::intake::header::is_index;
use crate::workbook::{Cell, Grid, Value};

/// Most rows of one heading.
const TALLEST: u32 = 3;

/// Words of the heading of one column.
pub struct Words {
    /// Of the cell that stands over several columns.
    pub over: String,
    /// Of its own cells.
    pub own: String,
    /// Its lowest cell.
    pub cell: Cell,
}

/// Stacks the rows of a heading; gives the words of each column, and the first row of data. `names` are the columns of units
/// and criteria, which have no second row.
pub fn stacked(grid: &Grid, top: u32, names: &[Option<u32>], known: &Known<'_>) -> (BTreeMap<u32, Words>, u32) {
    let mut words: BTreeMap<u32, Words> =
        grid.row(top).map(|(at, cell)| (at, Words { over: String::new(), own: cell.shown(), cell: cell.clone() })).collect();
    let tops: BTreeMap<u32, String> = words.iter().map(|(at, words)| (*at, words.own.clone())).collect();
    let mut data = top + 1;
    while data < top + TALLEST {
        if numbers_columns(grid, data, known) {
            data += 1;
            continue;
        }
        let cells: Vec<(u32, &Cell)> = grid.row(data).collect();
        let heading = |(at, cell): &(u32, &Cell)| {
            let words = cell.shown();
            let parent = tops.range(..=at).next_back().map_or("", |(_, words)| words.as_str());
            let text = matches!(cell.value, Value::Text(_));
            let says = |words: &str| !matches!(column(words, known.survey), Column::Unknown);
            (text && (says(&words) || says(&format!("{parent} {words}")))) || known.is_criterion(cell) || known.unit(&words).is_some()
        };
        let named = cells.iter().any(|(at, _)| names.contains(&Some(*at)));
        if named || cells.is_empty() || !cells.iter().all(heading) {
            break;
        }
        for (at, cell) in cells {
            let parent = tops.range(..at).next_back().map(|(_, words)| words.clone());
            let entry =
                words.entry(at).or_insert_with(|| Words { over: parent.unwrap_or_default(), own: String::new(), cell: cell.clone() });
            if tops.contains_key(&at) && entry.over.is_empty() {
                entry.over = std::mem::take(&mut entry.own);
            }
            entry.own = [std::mem::take(&mut entry.own), cell.shown()].join(" ").trim_start().into();
            entry.cell = cell.clone();
        }
        data += 1;
    }
    if numbers_columns(grid, data, known) {
        data += 1;
    }
    (words, data)
}

/// Tells whether a row numbers the columns: `(1) (2) (3)`, `A B 1 2`; a row of a unit called `A` does not.
fn numbers_columns(grid: &Grid, row: u32, known: &Known<'_>) -> bool {
    let signs: Vec<String> = grid.row(row).take(2).map(|(_, cell)| cell.shown().trim_matches(['(', ')', '[', ']']).to_owned()).collect();
    let first = matches!(signs.as_slice(), [one, two] if (one == "1" && two == "2") || (one == "A" && two == "B"));
    first && is_index(grid, row) && signs.iter().all(|sign| known.unit(sign).is_none())
}
