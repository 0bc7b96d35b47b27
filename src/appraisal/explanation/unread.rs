//! What a unit wrote into its explanation where nothing is read: in rows and columns that have lost their hidden keys, and in
//! cells that are none to fill in.

use std::collections::BTreeMap;

use super::layout::{At, EXPLANATION, PROPOSED, TABLE_COLUMNS};
use crate::criteria::CriteriaSet;
use crate::finding::appraisal::{BESIDE_CELLS, BOOK_WITHOUT_TABLE};
use crate::finding::{CellAddress, Finding, Place};
use crate::form::layout::RowKey;
use crate::form::read::keyed::Keyed;
use crate::text;
use crate::text::fold::fold;
use crate::workbook::Cell;

/// Looks through the sheet of explanations.
pub fn check(sheet: &Keyed<'_>, set: &CriteriaSet, file: &str) -> Vec<Finding> {
    let keys: BTreeMap<u32, &RowKey> = sheet.rows.iter().map(|(row, key)| (*row, key)).collect();
    let columns: BTreeMap<u32, At> = sheet.columns.iter().filter_map(|(key, column)| Some((*column, At::of(key)?))).collect();
    let mut findings = Vec::new();
    // The table ends where a row has no label; room for signatures stands below.
    let label = sheet.column("content").unwrap_or(sheet.keys.1 + u32::from(At::Content.col()));
    let first = sheet.keys.0 + 2;
    let last = sheet.grid.cells.keys().next_back().map_or(first, |(row, _)| *row);
    let end = (first..=last).find(|row| sheet.grid.get(*row, label).is_none_or(Cell::is_blank)).unwrap_or(last + 1);
    let mut beside: Vec<((u32, u32), String)> = Vec::new();
    for ((row, column), cell) in sheet.grid.cells.range((first, 0)..(end, 0)) {
        if cell.is_blank() || cell.formula || *column == sheet.keys.1 {
            continue;
        }
        let (key, of) = (keys.get(row).copied(), columns.get(column).copied().or_else(|| by_heading(sheet, *column)));
        let to_fill = matches!(of, Some(At::Proposed | At::Explanation));
        let has_key = columns.contains_key(column) && matches!(key, Some(RowKey::Leaf(_) | RowKey::Input(..)));
        let place = || Place::cell(file, &sheet.grid.name, CellAddress::new(*row, *column).to_string());
        let said = cell.shown();
        if to_fill && !has_key {
            let message = text!(
                "Dòng hoặc cột của ô này đã mất mã ẩn nên nội dung “{said}” chưa được đọc.",
                "The row or the column of this cell has lost its hidden key, so “{said}” is not read."
            );
            findings.push(Finding::new(&BOOK_WITHOUT_TABLE, message).at(place()));
            continue;
        }
        let is_own = match (key, of) {
            (Some(RowKey::Leaf(id)), Some(of)) => of != At::Proposed && set.find(id).is_some(),
            (Some(RowKey::Input(..)), Some(of)) => {
                matches!(of, At::Content | At::Declared | At::Found | At::Proposed)
            }
            // Rows that lost their key still show what was printed.
            (None, Some(_)) => true,
            _ => false,
        };
        if !is_own {
            beside.push(((*row, *column), said));
        }
    }
    if let Some(((row, column), said)) = beside.first() {
        let count = beside.len();
        let message = text!(
            "Ô này ghi “{said}” nhưng không phải ô để ghi của phiếu, nên không được đọc; số ô như vậy: {count}.",
            "This cell says “{said}”, but it is none to fill in and is not read; cells of that kind: {count}."
        );
        let place = Place::cell(file, &sheet.grid.name, CellAddress::new(*row, *column).to_string());
        findings.push(Finding::new(&BESIDE_CELLS, message).at(place));
    }
    findings
}

/// Tells which column to fill in stands below its heading without its key.
fn by_heading(sheet: &Keyed<'_>, column: u32) -> Option<At> {
    let heading = fold(&sheet.grid.shown(sheet.keys.0 + 1, column)?);
    let written = TABLE_COLUMNS.iter().find(|one| [PROPOSED, EXPLANATION].contains(&one.key) && fold(one.heading.vi) == heading)?;
    At::of(written.key)
}
