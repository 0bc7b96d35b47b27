//! Words of our form that somebody changed: headings of columns to fill in, labels of figures, the title.
//!
//! A unit fills in what it sees. Where that has another meaning than the hidden keys, what was filled in is not what the
//! form asked.

use super::keyed::Keyed;
use crate::figure::Input;
use crate::finding::sheet as code;
use crate::finding::{Finding, Part, Place};
use crate::form::layout::{CLAIMED, CRITERION, Column, EVIDENCE_COLUMNS, EXPLANATION, INPUT, NUMBER};
use crate::text;
use crate::text::Text;
use crate::text::fold::excerpt;
use crate::workbook::{address, letters};

/// Says what words mean that stand in the place of the form's own.
pub trait Judge {
    /// Tells whether a heading still is that of the column with this key.
    fn is_heading_of(&self, key: &str, words: &str) -> bool;

    /// Tells whether a heading says of whatever stands in the rows below it that it is not there, not settled, of another year or
    /// of another body.
    fn is_of_others(&self, words: &str) -> bool;

    /// Tells whether words still are the label of this one of a leaf's figures.
    fn is_label_of(&self, input: &Input, of_leaf: &[Input], words: &str) -> bool;

    /// Tells whether words still are the name of a criterion.
    fn is_name_of(&self, name: &str, words: &str) -> bool;

    /// Says what is wrong with words above the table, or with the name of the sheet.
    fn above(&self, words: &str) -> Option<Finding>;
}

/// Takes all words for those of the form.
pub struct NoJudge;

impl Judge for NoJudge {
    fn is_heading_of(&self, _: &str, _: &str) -> bool {
        true
    }

    fn is_of_others(&self, _: &str) -> bool {
        false
    }

    fn is_label_of(&self, _: &Input, _: &[Input], _: &str) -> bool {
        true
    }

    fn is_name_of(&self, _: &str, _: &str) -> bool {
        true
    }

    fn above(&self, _: &str) -> Option<Finding> {
        None
    }
}

/// Lists the columns whose heading has another meaning now, with a finding for each.
pub fn headings(sheet: &Keyed<'_>, written: &[Column], judge: &dyn Judge, file: &str) -> Vec<(u32, Finding)> {
    let row = sheet.keys.0 + 1;
    let changed = written.iter().filter_map(|column| {
        let at = sheet.column(column.key)?;
        let Some(shown) = sheet.grid.shown(row, at) else { return moved(sheet, column, at).map(|words| (column, at, words)) };
        let same = column.is_headed(&shown);
        let (letter, shown, vi, en) = (letters(at), excerpt(&shown), column.heading.vi, column.heading.en);
        let message = text!(
            "Tên cột {letter} ghi “{shown}”, trong khi biểu in “{vi}”; cột này không được đọc.",
            "The heading of column {letter} says “{shown}” where the form prints “{en}”; the column is not read."
        );
        (!same && !judge.is_heading_of(column.key, &shown)).then_some((column, at, message))
    });
    changed
        .map(|(column, at, message)| {
            let part = match column.key {
                CLAIMED => Some(Part::Claims),
                INPUT => Some(Part::Figures),
                EXPLANATION => None,
                _ => Some(Part::Evidence),
            };
            let place = Place::cell(file, &sheet.grid.name, address(row, at));
            (at, Finding::new(&code::HEADING_CHANGED, message).at(place).hides(part))
        })
        .collect()
}

/// Says that a key stands above a column without a heading to which it was moved: the form prints its heading above another
/// column.
fn moved(sheet: &Keyed<'_>, column: &Column, at: u32) -> Option<Text> {
    let row = sheet.keys.0 + 1;
    let (other, _) = sheet.grid.row(row).find(|(other, cell)| *other != at && column.is_headed(&cell.shown()))?;
    let (letter, other, vi, en) = (letters(at), letters(other), column.heading.vi, column.heading.en);
    Some(text!(
        "Cột {letter} không có tên, còn tên “{vi}” của biểu đứng ở cột {other}; cột {letter} không được đọc.",
        "Column {letter} has no heading, while the form's “{en}” stands above column {other}; column {letter} is not read."
    ))
}

/// What changed headings keep from being read of a list of documents.
pub struct ListCost {
    /// Columns that are not read.
    pub columns: Vec<u32>,
    /// Whether no row can be read: nothing tells which criterion a document backs, or a heading speaks of rows of another kind.
    pub whole: bool,
    /// What is said.
    pub findings: Vec<Finding>,
}

/// Tells what changed headings of a list of documents cost: each its own column, and nothing where that is empty.
pub fn list_cost(sheet: &Keyed<'_>, judge: &dyn Judge, file: &str) -> ListCost {
    let shown = |at: u32| sheet.grid.shown(sheet.keys.0 + 1, at).unwrap_or_default();
    let is_filled = |at: u32| {
        let below = sheet.grid.cells.range((sheet.keys.0 + 2, 0)..);
        below.into_iter().any(|((_, column), cell)| *column == at && !cell.formula && !cell.is_blank())
    };
    let refused = headings(sheet, EVIDENCE_COLUMNS, judge, file);
    let whole = refused.iter().any(|(at, _)| sheet.column(CRITERION) == Some(*at) || judge.is_of_others(&shown(*at)));
    let told = refused.into_iter().filter(|(at, _)| whole || is_filled(*at));
    // Without its number a document may not be named at all; what else is missing is missing alone.
    let hides = |at: u32| whole || sheet.column(NUMBER) == Some(at);
    let told = told.map(|(at, finding)| (at, if hides(at) { finding } else { finding.hides([]) }));
    let (columns, findings) = told.unzip();
    ListCost { columns, whole, findings }
}
