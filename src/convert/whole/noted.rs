//! What a cell beside a criterion says by itself, whatever the other cells of its column hold: who scores, which documents are
//! meant, what whoever answers should know.

use super::Whole;
use super::elsewhere::may_change_points;
use super::scored::{judges, says_only, surveys};
use crate::convert::beside::names_document;
use crate::convert::draft::Rule;
use crate::convert::line::is_survey_name;
use crate::convert::rows::CellWords;
use crate::convert::rule::{Answers, Recognised, Words, does_something, recognise};
use crate::convert::tree::Node;
use crate::finding::convert::BESIDE;
use crate::finding::{Finding, Place};
use crate::intake::Role;
use crate::text;
use crate::workbook::address;

/// Most criteria whose ids are listed.
const MOST: usize = 12;

impl Whole<'_> {
    /// Reads the lines of a leaf, with the cell beside it that says who scores; gives that cell, where it was used.
    pub fn recognised<'n>(&self, node: &'n Node, words: &Words<'_>) -> (Recognised, Option<&'n CellWords>) {
        let read = recognise(words);
        for said in node.row.others.iter().filter(|said| said.row == node.row.row && self.is_open_column(said)) {
            if let Some(again) = scored_by(words, &read, &said.text) {
                return (again, Some(said));
            }
        }
        (read, None)
    }

    /// Lists the cells of remarks beside a leaf that change no points.
    fn remarks<'n>(&self, node: &'n Node) -> impl Iterator<Item = &'n CellWords> {
        let remark = |said: &&CellWords| self.role(said) == Some(Role::Remark) && said.row == node.row.row;
        node.row.others.iter().filter(remark).filter(|said| !may_change_points(&said.text) && says_words(&said.text))
    }

    /// Lists the remarks that whoever answers should read: “Kết xuất từ Hệ thống thông tin giải quyết TTHC”.
    pub fn guidance(&self, node: &Node) -> Vec<String> {
        let guides = |said: &&CellWords| !names_document(&said.text) && said.text.split(' ').count() > FEW;
        self.remarks(node).filter(guides).map(|said| said.text.clone()).collect()
    }

    /// Takes the documents that remarks name for those that a unit is to name as evidence, and tells of them once for each column.
    pub fn documents(&mut self, roots: &mut [Node]) {
        let mut found: Vec<(String, String)> = Vec::new();
        for root in roots {
            self.documents_of(root, &mut found);
        }
        let mut headings: Vec<&String> = found.iter().map(|(heading, _)| heading).collect();
        headings.dedup();
        let told: Vec<Finding> = headings.into_iter().map(|heading| self.told_of_documents(heading, &found)).collect();
        self.findings.extend(told);
    }

    /// Does so from a criterion down.
    fn documents_of(&self, node: &mut Node, found: &mut Vec<(String, String)>) {
        if node.children.is_empty() && node.row.evidence.is_empty() {
            let named: Vec<CellWords> = self.remarks(node).filter(|said| names_document(&said.text)).cloned().collect();
            found.extend(named.iter().map(|said| (said.column.clone().unwrap_or_default(), node.id.clone())));
            node.row.noted = named;
        }
        node.children.iter_mut().for_each(|child| self.documents_of(child, found));
    }

    /// Tells that a column of remarks names documents.
    fn told_of_documents(&self, heading: &str, found: &[(String, String)]) -> Finding {
        let at = self.table.columns.iter().find(|(_, (_, words))| words == heading).map_or(0, |(column, _)| *column);
        let mut ids: Vec<&str> = found.iter().filter(|(column, _)| column == heading).map(|(_, id)| id.as_str()).collect();
        ids.dedup();
        let (count, more) = (ids.len(), if ids.len() > MOST { ", …" } else { "" });
        ids.truncate(MOST);
        let list = ids.join(", ");
        let message = text!(
            "cột “{heading}” nêu tài liệu ở {count} tiêu chí ({list}{more}); đã ghi làm tài liệu kiểm chứng, tạm không bắt buộc",
            "the column “{heading}” names documents, criteria: {count} ({list}{more}); they were written as evidence, not required for now"
        );
        Finding::new(&BESIDE, message).at(Place::cell(self.file, self.table.grid.name.clone(), address(self.table.top, at)))
    }
}

/// Most words of a remark that guides nobody: “Tiêu chí mới”.
const FEW: usize = 3;

/// Tells whether a remark holds words.
fn says_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// Reads the lines of a leaf once more where a cell beside it says nothing but who scores. `None` where it says something else, or
/// beside what only the unit can tell: what it did, and when.
fn scored_by(words: &Words<'_>, read: &Recognised, cell: &str) -> Option<Recognised> {
    if words.takes || words.adds || read.rule.as_ref().is_some_and(Rule::is_given) {
        return None;
    }
    let deed = matches!(read.rule, Some(Rule::YesNo { .. } | Rule::Deadline { .. } | Rule::Deductions { .. } | Rule::Count { .. }));
    let own = does_something(&words.name.to_lowercase()) && (!is_survey_name(cell) || asks_itself(words.name));
    if says_only(cell, surveys) && !names_document(cell) && !deed && !own {
        return Some(recognise(&Words { answers: Answers::OfSurvey, ..*words }));
    }
    if deed || !says_only(cell, judges) || !gives_points(cell) {
        return None;
    }
    let lines: Vec<String> = words.lines.iter().cloned().chain([cell.to_owned()]).collect();
    Some(recognise(&Words { lines: &lines, ..*words })).filter(|again| again.rule == Some(Rule::Given("council")))
}

/// Tells whether a name is of a survey that a unit holds itself.
fn asks_itself(name: &str) -> bool {
    let plain = name.to_lowercase();
    ["khảo sát", "điều tra", "lấy ý kiến"].iter().any(|word| plain.contains(word))
}

/// Tells whether words say that points are given, and not that those of the unit are looked at.
fn gives_points(words: &str) -> bool {
    let plain = words.to_lowercase();
    ["chấm", "cho điểm", "đánh giá", "xếp loại", "bình xét", "bỏ phiếu"].iter().any(|word| plain.contains(word))
}
