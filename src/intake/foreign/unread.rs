//! Sheets beside a form of which nothing is read: where one names what the form leaves blank, in words of the set, whoever sent it
//! meant it to count.
//!
//! Source: [meanings](crate#meanings) 26 and 38.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Answer, Claim};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::{CriterionId, Figure};
use crate::finding::sheet::NO_HOME;
use crate::finding::{Finding, Severity};
use crate::rule::Scorer;
use crate::text;
use crate::text::fold::fold;
use crate::workbook::{Book, Cell, Grid, Value};

/// Most criteria that a finding names.
const MOST_NAMED: usize = 5;

/// Makes an error of what says that a sheet is not read, where leaves lack what the sheet names.
pub fn settle(book: &Book, set: &CriteriaSet, answers: &BTreeMap<CriterionId, Answer>, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| finding.code == &NO_HOME) {
        let Some(grid) = book.sheets.iter().find(|grid| finding.place.sheet.as_ref() == Some(&grid.name)) else { continue };
        let lacking = lacking(grid, set, answers);
        if lacking.is_empty() {
            continue;
        }
        let more = if lacking.len() > MOST_NAMED { ", …" } else { "" };
        let ids = lacking.iter().take(MOST_NAMED).map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let name = &grid.name;
        let message = text!(
            "Trang “{name}” ghi nội dung của tiêu chí còn thiếu số liệu hoặc tài liệu ({ids}{more}) nhưng không rõ cột nào là gì nên không được đọc.",
            "Sheet “{name}” speaks of criteria that lack figures or documents ({ids}{more}), but it is not clear what its columns hold, so it is not read."
        );
        let help = text!(
            "Chuyển vào đúng ô của biểu, hoặc đặt tên cột như biểu: “Tiêu chí”, “Số liệu kê khai”, “Tài liệu kiểm chứng”.",
            "Move it to the cells of the form, or name the columns as the form does: “Tiêu chí”, “Số liệu kê khai”, “Tài liệu kiểm chứng”."
        );
        *finding = Finding { severity: Severity::Error, message, ..finding.clone() }.help(help);
    }
}

/// Lists the leaves that lack something and that a sheet names, or a figure of which it names, with something beside the name.
fn lacking(grid: &Grid, set: &CriteriaSet, answers: &BTreeMap<CriterionId, Answer>) -> BTreeSet<CriterionId> {
    let lacks = |criterion: &Criterion, leaf: &Leaf| {
        let answer = answers.get(&criterion.id);
        let figure = answer.is_some_and(|answer| answer.figures.values().any(|figure| *figure == Figure::Blank));
        let claimed = answer.is_some_and(|answer| !matches!(answer.claim, Claim::Blank | Claim::NotApplicable));
        let unbacked = answer.is_some_and(|answer| answer.evidence.is_empty() && answer.explanation.is_none());
        leaf.scorer() == Scorer::Unit && (figure || leaf.evidence.required && claimed && unbacked)
    };
    let mut named: BTreeMap<String, Vec<&CriterionId>> = BTreeMap::new();
    for (criterion, leaf) in set.leaves().filter(|(criterion, leaf)| lacks(criterion, leaf)) {
        let labels = leaf.inputs.iter().map(|input| &input.label);
        // “1.2” names a criterion; “2” may be any number.
        let id = Some(criterion.id.as_str()).filter(|id| id.contains('.'));
        for words in std::iter::once(criterion.name.as_str()).chain(labels.map(String::as_str)).chain(id) {
            named.entry(fold(words)).or_default().push(&criterion.id);
        }
    }
    if named.is_empty() {
        return BTreeSet::new();
    }
    let beside = |row: u32, column: u32| grid.row(row).any(|(at, cell)| at > column && !cell.is_blank());
    let words = |cell: &Cell| matches!(cell.value, Value::Text(_));
    let cells = grid.cells.iter().filter(|((row, column), cell)| words(cell) && beside(*row, *column));
    cells.filter_map(|(_, cell)| named.get(&fold(&cell.shown()))).flatten().map(|id| (*id).clone()).collect()
}
