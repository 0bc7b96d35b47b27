//! Which of several columns of points holds the maxima.

use super::beside::{holds_points_of_lines, levels};
use super::{is_called, points, up_to};
use crate::convert::Options;
use crate::finding::convert::SEVERAL_MAXIMA;
use crate::finding::{Finding, Place};
use crate::intake::Role;
use crate::intake::header::{Table, all};
use crate::text;
use crate::text::fold::bare;
use crate::workbook::{address, letters};

/// Leaves a table with one column of maxima: its only one, the one that the user names, or the one that what stands in them tells;
/// else several are asked.
pub fn maxima<'a>(table: &Table<'a>, file: &str, options: &Options) -> Result<Table<'a>, Box<Finding>> {
    let mut table = table.clone();
    let all = all(table.grid).into_iter().find(|one| one.top == table.top);
    let mut columns: Vec<u32> = all.iter().flat_map(|one| one.columns_of(Role::Max).collect::<Vec<_>>()).collect();
    if columns.iter().any(|column| !is_of_sentences(&table, *column)) {
        columns.retain(|column| {
            let sentences = is_of_sentences(&table, *column);
            if sentences && let Some((role, _)) = table.columns.get_mut(column) {
                *role = Role::Other;
            }
            !sentences
        });
    }
    if let Some(levels) = levels(&table) {
        with_levels(&mut table, levels);
        columns.retain(|column| *column != levels.1);
    }
    let named = |column: &&u32| options.max.as_deref().is_some_and(|max| is_called(&table, **column, max));
    let chosen: Vec<u32> = table.columns.keys().filter(named).copied().collect();
    let chosen = match chosen.as_slice() {
        [chosen] => Some(*chosen),
        _ if columns.len() < 2 => return Ok(table),
        _ => told_by_points(&table, &columns).or_else(|| told_by_heading(&table, &columns)),
    };
    if let Some(chosen) = chosen {
        for (column, (role, _)) in &mut table.columns {
            if *column == chosen {
                *role = Role::Max;
            } else if *role == Role::Max {
                *role = Role::Other;
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

/// Takes two columns of levels for lines of how points are given, with their points.
fn with_levels(table: &mut Table<'_>, (words, points): (u32, u32)) {
    for (column, role) in [(words, Role::Method), (points, Role::Other)] {
        if let Some((of, _)) = table.columns.get_mut(&column) {
            *of = role;
        }
    }
}

/// Tells whether a column holds sentences and no maxima: most of its cells are no points.
fn is_of_sentences(table: &Table<'_>, column: u32) -> bool {
    let cells = table.grid.cells.range((table.data, 0)..).filter(|((_, at), cell)| *at == column && !cell.is_blank());
    let said: Vec<bool> = cells.map(|(_, cell)| points(cell).is_none() && up_to(&cell.shown()).is_none()).collect();
    said.iter().filter(|words| **words).count() * 2 > said.len()
}

/// Finds the one column of maxima beside which all others hold the points of its lines.
fn told_by_points(table: &Table<'_>, columns: &[u32]) -> Option<u32> {
    let others = |max: u32| columns.iter().filter(move |column| **column != max);
    let mut fitting = columns.iter().filter(|max| others(**max).all(|column| holds_points_of_lines(table, **max, *column)));
    fitting.next().copied().filter(|_| fitting.next().is_none())
}

/// Finds the one column that is headed “Điểm tối đa” and nothing else, where the others say only that they hold points. What
/// these hold is told.
fn told_by_heading(table: &Table<'_>, columns: &[u32]) -> Option<u32> {
    const OF_POINTS: [&str; 6] = ["diem", "so diem", "muc diem", "khung diem", "thang diem", "thang diem chi tiet"];
    let exact = |column: &&u32| bare(&table.heading(**column)).trim() == "diem toi da";
    let (exact, others): (Vec<&u32>, Vec<&u32>) = columns.iter().partition(exact);
    let [chosen] = exact.as_slice() else { return None };
    others.iter().all(|column| OF_POINTS.contains(&bare(&table.heading(**column)).trim())).then_some(**chosen)
}
