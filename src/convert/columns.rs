//! Columns that their heading alone does not settle: the one of maxima among several, remarks that say how points are given.

use crate::finding::convert::SEVERAL_MAXIMA;
use crate::finding::{Finding, Place};
use crate::intake::Role;
use crate::intake::header::{Table, all};
use crate::text;
use crate::text::fold::bare;
use crate::workbook::{address, letters};

use super::Options;
use super::line::gives_something;

/// Leaves a table with one column of maxima: its only one, or the one that the user names; several are asked.
pub fn maxima<'a>(table: &Table<'a>, file: &str, options: &Options) -> Result<Table<'a>, Box<Finding>> {
    let mut table = table.clone();
    let all = all(table.grid).into_iter().find(|one| one.top == table.top);
    let columns: Vec<u32> = all.iter().flat_map(|one| one.columns_of(Role::Max).collect::<Vec<_>>()).collect();
    if columns.len() < 2 {
        return Ok(table);
    }
    let named = |column: &&u32| {
        options
            .max
            .as_deref()
            .is_some_and(|max| max.eq_ignore_ascii_case(&letters(**column)) || bare(max) == bare(&table.heading(**column)))
    };
    let chosen: Vec<u32> = columns.iter().filter(named).copied().collect();
    if let [chosen] = chosen.as_slice() {
        for column in &columns {
            if let Some((role, _)) = table.columns.get_mut(column) {
                *role = if column == chosen { Role::Max } else { Role::Other };
            }
        }
        return Ok(table);
    }
    let list: Vec<String> = columns.iter().map(|column| format!("{} “{}”", letters(*column), table.heading(*column))).collect();
    let (count, list) = (columns.len(), list.join(", "));
    let message = text!(
        "có {count} cột điểm tối đa: {list}; chọn một cột bằng --max",
        "there are {count} columns of maxima: {list}; choose one with --max"
    );
    let place = Place::cell(file, table.grid.name.clone(), address(table.top, columns.first().copied().unwrap_or(0)));
    Err(Box::new(Finding::new(&SEVERAL_MAXIMA, message).at(place)))
}

/// Takes a column of remarks for the one that says how points are given, where the table has none and most of its cells say it.
pub fn methods(table: &mut Table<'_>) {
    let silent = |column: u32| {
        let cells = table.grid.cells.range((table.data, 0)..).filter(|((_, at), cell)| *at == column && !cell.is_blank());
        let said: Vec<bool> = cells.map(|(_, cell)| cell.shown().lines().any(gives_something)).collect();
        said.iter().filter(|gives| **gives).count() * 2 <= said.len()
    };
    if table.columns_of(Role::Method).any(|column| !silent(column)) {
        return;
    }
    let remarks: Vec<u32> = table.columns_of(Role::Remark).filter(|column| !silent(*column)).collect();
    if let [column] = remarks.as_slice()
        && let Some((role, _)) = table.columns.get_mut(column)
    {
        *role = Role::Method;
    }
}
