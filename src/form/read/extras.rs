//! Collects what a filled form holds beside its answers.

use std::collections::BTreeSet;

use super::attached::attached;
use super::documents;
use super::keyed::Keyed;
use super::signed;
use crate::criteria::CriteriaSet;
use crate::finding::sheet::{
    COLUMN_TWICE, HEADING_CHANGED, NO_HOME, OVERWRITTEN, ROW_MIXED, ROW_TWICE, ROW_UNKNOWN, SECOND_TABLE, SHEET_TWICE, STRUCK_OUT,
};
use crate::finding::{Finding, Place, Severity};
use crate::form::carried::is_meta;
use crate::form::layout::{ASSESSMENT_COLUMNS, CLAIMED, CRITERION, DOCUMENT_FIELDS, EXPLANATION, FEEDBACK, GUIDE, INPUT, LISTS, NUMBER};
use crate::form::signing::SigningPlace;
use crate::form::template::{marks, own_sheets};
use crate::form::{Extras, MOST_ON_SHEETS, MOST_STRAYS, StrayCell, carried};
use crate::typed::value;
use crate::workbook::{Book, Grid, address, position};

/// Collects what a form holds beside its answers, by what [`read`](super::read) found in it.
pub fn extras(book: &Book, set: &CriteriaSet, file: &str, findings: &[Finding]) -> Extras {
    let mut extras = Extras { attached: attached(book), sheets: added(book), ..Extras::default() };
    let kept: Vec<String> = extras.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    extras.attached.retain(|one| !kept.contains(&one.sheet));
    let is_joined = |name: &&String| {
        let of_sheet = |finding: &&Finding| finding.place.sheet.as_ref() == Some(*name) && finding.place.cell.is_none();
        findings.iter().filter(of_sheet).any(|finding| finding.code == &SECOND_TABLE && finding.severity == Severity::Note)
    };
    extras.joined = kept.iter().filter(is_joined).cloned().collect();
    if let Some(sheet) = book.sheets.iter().find_map(|sheet| Keyed::find(sheet, &[CRITERION, NUMBER])) {
        extras.documents = documents::unplaced(&sheet, set, file);
    }
    if let Some(sheet) = book.sheets.iter().find_map(|sheet| Keyed::find(sheet, &[CLAIMED, INPUT])) {
        let carried = carried(book).unwrap_or_default();
        extras.signatures = signed::read(&sheet, &SigningPlace::of(&carried.campaign(), &carried.unit(set), carried.lang));
    }
    let sheets: Vec<(&Grid, Option<Keyed<'_>>)> =
        book.sheets.iter().map(|grid| (grid, Keyed::find(grid, &[CLAIMED, INPUT, CRITERION, NUMBER]))).collect();
    let mut seen = BTreeSet::new();
    for finding in findings {
        if extras.cells.len() >= MOST_STRAYS {
            break;
        }
        let found = sheets.iter().find(|(grid, _)| Some(&grid.name) == finding.place.sheet.as_ref());
        let Some((grid, keyed)) = found.filter(|(grid, _)| !kept.contains(&grid.name)) else { continue };
        let cell = finding.place.cell.as_deref();
        for (row, column) in cells(grid, keyed.as_ref(), finding, cell) {
            if extras.cells.len() < MOST_STRAYS && seen.insert((&grid.name, row, column)) {
                let cell = grid.cells.get(&(row, column)).filter(|cell| !cell.is_empty());
                let words = cell.and_then(|cell| value::words(Some(cell)).or_else(|| Some(cell.shown())));
                let place = Place::cell(file, &grid.name, address(row, column));
                extras.cells.extend(words.map(|words| StrayCell { code: finding.code.id, place, words }));
            }
        }
    }
    let listed = book.sheets.iter().find(|grid| FEEDBACK.are(&grid.name)).map(|grid| marks::listed(grid, file)).unwrap_or_default();
    let room = MOST_STRAYS.saturating_sub(extras.cells.len());
    extras.cells.extend(listed.into_iter().take(room));
    extras
}

/// Lists the sheets that the unit added.
pub fn added_sheets(book: &Book) -> impl Iterator<Item = &Grid> {
    let own = own_sheets(carried(book).unwrap_or_default().lang);
    let own = move |grid: &&Grid| {
        own.contains(&grid.name.as_str())
            || is_meta(grid)
            || Keyed::find(grid, &[CLAIMED, INPUT]).is_some()
            || Keyed::find(grid, &[CRITERION, NUMBER]).is_some()
    };
    book.sheets.iter().filter(move |grid| !own(grid))
}

/// Lists the sheets that the unit added, as long as there is room for all of what stands on one.
fn added(book: &Book) -> Vec<Grid> {
    let mut room = MOST_ON_SHEETS;
    let mut fits = |grid: &&Grid| {
        let takes = grid.cells.len() + grid.notes.len();
        let fits = takes > 0 && takes <= room;
        room -= if fits { takes } else { 0 };
        fits
    };
    added_sheets(book).filter(&mut fits).cloned().collect()
}

/// Lists the cells that a finding speaks of and that no cell of the form takes.
fn cells(grid: &Grid, keyed: Option<&Keyed<'_>>, finding: &Finding, cell: Option<&str>) -> Vec<(u32, u32)> {
    let typed = || grid.cells.iter().filter(|(_, cell)| !cell.formula && !cell.is_blank());
    let named = || cell.and_then(position).into_iter();
    match (&finding.code, keyed) {
        // Of a sheet that is no part of the form only the first cell is told.
        (code, None) if **code == NO_HOME && !GUIDE.are(&grid.name) && grid.name != LISTS && !FEEDBACK.are(&grid.name) => {
            grid.cells.iter().filter(|(_, cell)| !cell.is_blank()).map(|(at, _)| *at).collect()
        }
        // Of a column that no layout known here has only the first cell is told.
        (code, Some(sheet)) if **code == NO_HOME && unknown(sheet, named().next()) => {
            let column = named().next().map(|(_, column)| column);
            typed().map(|(at, _)| *at).filter(|(row, at)| *row > sheet.keys.0 && Some(*at) == column).collect()
        }
        // Of rows that have lost their key only the first cell is told.
        (code, Some(sheet)) if **code == NO_HOME && named().next().is_some_and(|at| is_keyless(sheet, at)) => {
            let columns: Vec<u32> = [INPUT, CLAIMED, EXPLANATION].iter().filter_map(|key| sheet.column(key)).collect();
            let answers = typed().map(|(at, _)| *at).filter(|at| columns.contains(&at.1) && is_keyless(sheet, *at));
            named().chain(answers).collect()
        }
        (code, _) if [&NO_HOME, &OVERWRITTEN, &ROW_UNKNOWN, &STRUCK_OUT].contains(code) => named().collect(),
        // Of a column that is not read the heading is told; where it is one of documents, none of them is read.
        (code, Some(sheet)) if **code == HEADING_CHANGED => {
            let told = named().next().map(|(_, column)| column);
            let documents: Vec<u32> = [CRITERION].iter().chain(&DOCUMENT_FIELDS).filter_map(|key| sheet.column(key)).collect();
            let refused: Vec<u32> = if documents.is_empty() { told.into_iter().collect() } else { documents };
            let below = sheet.keys.0 + 1;
            typed().map(|(at, _)| *at).filter(|(row, column)| *row > below && refused.contains(column)).collect()
        }
        // Of a row that is not read what is reworded is told: its own label, or the name of the leaf above it.
        (code, Some(sheet)) if **code == ROW_MIXED => {
            let told = named().next().filter(|(_, column)| sheet.column("stt") != Some(*column)).map(|(row, _)| row);
            let leaf = finding.criterion.as_ref().filter(|_| !finding.hides.is_empty() && told.is_some());
            let rows: Vec<u32> = told.into_iter().chain(leaf.map(|id| sheet.rows_below(id)).unwrap_or_default()).collect();
            let columns: Vec<u32> = [INPUT, CLAIMED, EXPLANATION].iter().filter_map(|key| sheet.column(key)).collect();
            typed().map(|(at, _)| *at).filter(|(row, column)| rows.contains(row) && columns.contains(column)).collect()
        }
        (code, Some(sheet)) if **code == ROW_TWICE => {
            let row = named().next().map(|(row, _)| row);
            let columns: Vec<u32> = [INPUT, CLAIMED, EXPLANATION].iter().filter_map(|key| sheet.column(key)).collect();
            typed().map(|(at, _)| *at).filter(|(at, column)| Some(*at) == row && columns.contains(column)).collect()
        }
        (code, Some(sheet)) if **code == COLUMN_TWICE => {
            let column = named().next().map(|(_, column)| column);
            typed().map(|(at, _)| *at).filter(|(row, at)| *row > sheet.keys.0 + 1 && Some(*at) == column).collect()
        }
        (code, Some(sheet)) if **code == SHEET_TWICE => {
            let columns: Vec<u32> =
                [INPUT, CLAIMED, EXPLANATION].iter().chain(&DOCUMENT_FIELDS).filter_map(|key| sheet.column(key)).collect();
            let below = sheet.keys.0 + 1;
            typed().map(|(at, _)| *at).filter(|(row, column)| *row > below && columns.contains(column)).collect()
        }
        _ => Vec::new(),
    }
}

/// Tells whether a cell stands in a column of the form, in a row without a key.
fn is_keyless(sheet: &Keyed<'_>, (row, column): (u32, u32)) -> bool {
    let below = row > sheet.keys.0 + 1 && !sheet.rows.iter().any(|(keyed, _)| *keyed == row);
    below && sheet.columns.values().any(|keyed| *keyed == column)
}

/// Tells whether a cell stands in a column with a key that the layout does not have.
fn unknown(sheet: &Keyed<'_>, at: Option<(u32, u32)>) -> bool {
    // A sheet of documents has keys of its own, all of them known.
    let of_table = sheet.column(CLAIMED).or(sheet.column(INPUT)).is_some();
    let unknown = |column: u32| sheet.unknown_columns(ASSESSMENT_COLUMNS).iter().any(|(other, _)| *other == column);
    of_table && at.is_some_and(|(_, column)| unknown(column))
}
