//! Columns that their heading alone does not settle: the one of maxima among several, remarks that say how points are given.

use crate::finding::convert::SEVERAL_MAXIMA;
use crate::finding::{Finding, Place};
use crate::intake::Role;
use crate::intake::header::{Table, all};
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;
use crate::workbook::{Cell, Value, address, letters};

use super::Options;
use super::line::gives_something;

/// Reads the points of a cell: a number, or `20 điểm`.
pub fn points(cell: &Cell) -> Option<Points> {
    match &cell.value {
        Value::Number(number) if !cell.shown_as_percent() => Some(number.clone()),
        Value::Text(words) => {
            let plain = bare(words);
            let core = plain.trim_matches(['(', ')', ' ', '.']).trim_end_matches("diem").trim_end_matches('d').trim();
            Points::parse(&core.replace(',', "."))
        }
        _ => None,
    }
}

/// Gives what a cell of points says that is no number by itself: “50%”, “tối đa 1”, “1-1,5”. It belongs to the line beside it.
pub fn unread_points(words: &str) -> Option<&str> {
    let words = words.trim();
    let says = words.contains(|c: char| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾')) || bare(words).contains("diem");
    (says && !words.contains('\n')).then_some(words)
}

/// Writes a line with the words of the cell of points beside it.
pub fn beside(line: &str, words: &str) -> String {
    format!("{}: {words}", line.trim_end_matches([':', ' ', '.', ';']))
}

/// Finds levels and their points in two columns of their own, right of the maxima: a number beside each line, also in rows that
/// name no criterion.
pub fn levels(table: &Table<'_>) -> Option<(u32, u32)> {
    const FEWEST: usize = 2;
    let max = table.column(Role::Max)?;
    let name = table.columns.iter().find(|(_, (role, _))| matches!(role, Role::Name | Role::Content)).map(|(column, _)| *column)?;
    let number = |row: u32, column: u32| table.grid.get(row, column).is_some_and(|cell| points(cell).is_some());
    let worded = |row: u32, column: u32| table.grid.get(row, column).is_some_and(|cell| !cell.is_blank()) && !number(row, column);
    let rows: Vec<u32> = table.grid.rows().into_iter().filter(|row| *row >= table.data).collect();
    let pairs = table.columns.keys().zip(table.columns.keys().skip(1));
    let apart = |role: Role| matches!(role, Role::Claim | Role::Appraised | Role::Survey | Role::Evidence | Role::Document(_));
    let fits = |words: u32, points: u32| {
        let beside = words > max && words != name && table.columns.get(&points).is_some_and(|(role, _)| !apart(*role));
        let filled = |row: &&u32| number(**row, points);
        let below = |row: &&u32| filled(row) && !worded(**row, name) && !number(**row, max);
        beside && rows.iter().filter(filled).all(|row| worded(*row, words)) && rows.iter().filter(below).count() >= FEWEST
    };
    pairs.map(|(words, points)| (*words, *points)).find(|(words, points)| fits(*words, *points))
}

/// Takes two such columns for lines of how points are given, with their points.
fn with_levels(table: &mut Table<'_>, (words, points): (u32, u32)) {
    for (column, role) in [(words, Role::Method), (points, Role::Other)] {
        if let Some((of, _)) = table.columns.get_mut(&column) {
            *of = role;
        }
    }
}

/// Tells whether a user who names a column means this one: by its letters, or by its heading.
pub fn is_called(table: &Table<'_>, column: u32, name: &str) -> bool {
    name.eq_ignore_ascii_case(&letters(column)) || bare(name) == bare(&table.heading(column))
}

/// Leaves a table with one column of maxima: its only one, or the one that the user names; several are asked.
pub fn maxima<'a>(table: &Table<'a>, file: &str, options: &Options) -> Result<Table<'a>, Box<Finding>> {
    let mut table = table.clone();
    let all = all(table.grid).into_iter().find(|one| one.top == table.top);
    let mut columns: Vec<u32> = all.iter().flat_map(|one| one.columns_of(Role::Max).collect::<Vec<_>>()).collect();
    if let Some(levels) = levels(&table) {
        with_levels(&mut table, levels);
        columns.retain(|column| *column != levels.1);
    }
    let named = |column: &&u32| options.max.as_deref().is_some_and(|max| is_called(&table, **column, max));
    let chosen: Vec<u32> = table.columns.keys().filter(named).copied().collect();
    if let [chosen] = chosen.as_slice() {
        for (column, (role, _)) in &mut table.columns {
            if column == chosen {
                *role = Role::Max;
            } else if *role == Role::Max {
                *role = Role::Other;
            }
        }
        return Ok(table);
    }
    if columns.len() < 2 {
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

/// Takes a column of remarks, or one whose heading nobody knows, for the one that says how points are given, where the table has
/// none and most of its cells say it.
///
/// Offices head it in many ways: “Cách đánh giá, cho điểm”, “Căn cứ cho điểm”, “Mức đánh giá”. What stands below tells.
pub fn methods(table: &mut Table<'_>) {
    let silent = |column: u32| {
        let cells = table.grid.cells.range((table.data, 0)..).filter(|((_, at), cell)| *at == column && !cell.is_blank());
        let said: Vec<bool> = cells.map(|(_, cell)| cell.shown().lines().any(gives_something)).collect();
        said.iter().filter(|gives| **gives).count() * 2 <= said.len()
    };
    if table.columns_of(Role::Method).any(|column| !silent(column)) {
        return;
    }
    let unsure = |role: Role| matches!(role, Role::Remark | Role::Content | Role::Computed | Role::Other);
    let found = table.columns.iter().filter(|(column, (role, _))| unsure(*role) && !silent(**column)).map(|(column, _)| *column);
    let found: Vec<u32> = found.collect();
    if let [column] = found.as_slice()
        && let Some((role, _)) = table.columns.get_mut(column)
    {
        *role = Role::Method;
    }
}
