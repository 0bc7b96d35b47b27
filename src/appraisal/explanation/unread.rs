//! What a unit wrote into its explanation where nothing is read: in rows and columns that have lost their hidden keys, and in
//! cells that are none to fill in.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::{At, EXPLANATION, PROPOSED, TABLE_COLUMNS};
use crate::appraisal::gone::listed;
use crate::appraisal::layout::label_of_input;
use crate::appraisal::printed::{Printed, Stands};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::finding::appraisal::{BESIDE_CELLS, BOOK_WITHOUT_TABLE, PRINTED_OVER, ROWS_GONE};
use crate::finding::{CellAddress, Finding, Place};
use crate::form::layout::RowKey;
use crate::form::read::keyed::Keyed;
use crate::text;
use crate::text::Lang;
use crate::text::fold::{excerpt, fold};
use crate::workbook::Cell;

/// Looks through the sheet of explanations.
pub fn check(sheet: &Keyed<'_>, set: &CriteriaSet, file: &str, printed: &Printed) -> Vec<Finding> {
    let keys: BTreeMap<u32, &RowKey> = sheet.rows.iter().map(|(row, key)| (*row, key)).collect();
    let columns: BTreeMap<u32, At> = sheet.columns.iter().filter_map(|(key, column)| Some((*column, At::of(key)?))).collect();
    let mut findings = Vec::new();
    let computes = state_is_live(sheet);
    // The table ends where a row has no label; room for signatures stands below.
    let label = sheet.column("content").unwrap_or(sheet.keys.1 + u32::from(At::Content.col()));
    let first = sheet.keys.0 + 2;
    let last = sheet.grid.cells.keys().next_back().map_or(first, |(row, _)| *row);
    let end = (first..=last).find(|row| sheet.grid.get(*row, label).is_none_or(Cell::is_blank)).unwrap_or(last + 1);
    let mut beside: Vec<((u32, u32), String)> = Vec::new();
    for ((row, column), cell) in sheet.grid.cells.range((first, 0)..(end, 0)) {
        if cell.is_blank() || *column == sheet.keys.1 {
            continue;
        }
        let (key, of) = (keys.get(row).copied(), columns.get(column).copied().or_else(|| by_heading(sheet, *column)));
        let to_fill = matches!(of, Some(At::Proposed | At::Explanation));
        let has_key = columns.contains_key(column) && matches!(key, Some(RowKey::Leaf(_) | RowKey::Input(..)));
        let place = || Place::cell(file, &sheet.grid.name, CellAddress::new(*row, *column).to_string());
        let said = cell.shown();
        let stands = key.zip(of).map_or(Stands::Unknown, |(key, of)| stands(printed, key, of, cell, computes));
        if matches!(stands, Stands::OverPrint | Stands::OverFormula) {
            findings.extend(
                key.zip(of).and_then(|(key, _)| over(set, key, &shown_heading(sheet, *column), &said)).map(|finding| finding.at(place())),
            );
            continue;
        }
        if cell.formula {
            continue;
        }
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

/// Tells whether the sheet still computes what stands in its last column; some programs keep no formulas.
fn state_is_live(sheet: &Keyed<'_>) -> bool {
    let Some(column) = sheet.column(At::State.key()) else { return false };
    sheet.rows.iter().any(|(row, _)| sheet.grid.get(*row, column).is_some_and(|cell| cell.formula))
}

/// Tells what was printed in a cell that nobody fills in, beside what stands there.
fn stands(printed: &Printed, key: &RowKey, of: At, cell: &Cell, computes: bool) -> Stands {
    let (RowKey::Leaf(leaf) | RowKey::Input(leaf, _)) = key else { return Stands::Unknown };
    if matches!(of, At::Proposed | At::Explanation) {
        return Stands::Unknown;
    }
    let home = RowKey::Leaf(leaf.clone()).to_string();
    printed.stands((&key.to_string(), &home), of.key(), cell, computes)
}

/// Says that something was typed over what the workbook printed.
fn over(set: &CriteriaSet, key: &RowKey, heading: &str, said: &str) -> Option<Finding> {
    let said = excerpt(said);
    let (RowKey::Leaf(leaf) | RowKey::Input(leaf, _)) = key else { return None };
    let line = match key {
        RowKey::Input(_, input) => set.find(leaf).and_then(Criterion::leaf).and_then(|leaf| leaf.input(input)),
        _ => None,
    };
    let (line_vi, line_en) =
        line.map(|input| (format!(", dòng “{}”", input.label), format!(", line “{}”", input.label))).unwrap_or_default();
    let message = text!(
        "Cột “{heading}” của tiêu chí {leaf}{line_vi} nay ghi “{said}”, không phải nội dung phiếu đã in hoặc tự tính; không được đọc.",
        "The column “{heading}” of criterion {leaf}{line_en} says “{said}” now, which is not what the workbook printed or computed; it is not read."
    );
    Some(Finding::new(&PRINTED_OVER, message).on(leaf))
}

/// Tells of the criteria of which rows are gone.
pub fn rows_gone(sheet: &Keyed<'_>, set: &CriteriaSet, file: &str, (printed, lang): (&Printed, Lang)) -> Option<Finding> {
    let there: Vec<&RowKey> = sheet.rows.iter().map(|(_, key)| key).collect();
    let of_leaf = |key: &RowKey| match key {
        RowKey::Leaf(leaf) | RowKey::Input(leaf, _) => set.find(leaf).map(|_| leaf.clone()),
        _ => None,
    };
    // A row that lost its key still shows its label, and is told where something was typed in it.
    let label = sheet.column(At::Content.key())?;
    let first = sheet.keys.0 + 2;
    let keyed = |row: u32| sheet.rows.iter().any(|(at, _)| *at == row);
    let shown: BTreeSet<String> = (first..)
        .map_while(|row| sheet.grid.shown(row, label).map(|words| (row, words)))
        .filter(|(row, _)| !keyed(*row))
        .map(|(_, words)| fold(&words))
        .collect();
    let still_shown = |key: &RowKey| label_of(set, key, lang).is_some_and(|label| shown.contains(&fold(&label)));
    let gone = printed.rows().filter_map(RowKey::parse).filter(|key| !there.contains(&key) && !still_shown(key));
    let leaves: BTreeSet<CriterionId> = gone.filter_map(|key| of_leaf(&key)).collect();
    let only = leaves.first().filter(|_| leaves.len() == 1).cloned();
    let list = listed(&leaves);
    let message = text!(
        "Phiếu không còn dòng của tiêu chí {list}, nên không biết ở đó đã ghi gì; nội dung ấy không được tính.",
        "The lines of criterion {list} are gone, and what stood there is not known; none of it counts."
    );
    let place = Place { sheet: Some(sheet.grid.name.clone()), ..Place::file(file) };
    let finding = Finding::new(&ROWS_GONE, message).at(place);
    let finding = match &only {
        Some(leaf) => finding.on(leaf),
        None => finding,
    };
    (!leaves.is_empty()).then_some(finding)
}

/// Gives what the row of a key shows.
fn label_of(set: &CriteriaSet, key: &RowKey, lang: Lang) -> Option<String> {
    match key {
        RowKey::Leaf(leaf) => set.find(leaf).map(|criterion| set.named(criterion).get(lang).to_owned()),
        RowKey::Input(leaf, input) => {
            let of_leaf = set.find(leaf)?.leaf()?;
            of_leaf.input(input).map(label_of_input)
        }
        _ => None,
    }
}

/// Gives the heading of a column as the workbook shows it, whatever language that is.
fn shown_heading(sheet: &Keyed<'_>, column: u32) -> String {
    sheet.grid.shown(sheet.keys.0 + 1, column).map(|shown| excerpt(&shown)).unwrap_or_default()
}

/// Tells which column to fill in stands below its heading without its key.
fn by_heading(sheet: &Keyed<'_>, column: u32) -> Option<At> {
    let shown = sheet.grid.shown(sheet.keys.0 + 1, column)?;
    let written = TABLE_COLUMNS.iter().find(|one| [PROPOSED, EXPLANATION].contains(&one.key) && one.is_headed(&shown))?;
    At::of(written.key)
}
