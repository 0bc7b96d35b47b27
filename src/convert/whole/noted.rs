//! What a cell beside a criterion says by itself, whatever the other cells of its column hold: who scores, which documents are
//! meant, what whoever answers should know.

use std::collections::BTreeMap;

use super::Whole;
use super::elsewhere::may_change_points;
use super::scored::{judges, says_only, surveys};
use crate::convert::beside::{names_document, unused};
use crate::convert::draft::Rule;
use crate::convert::line::is_survey_name;
use crate::convert::rows::CellWords;
use crate::convert::rule::{Answers, Recognised, Words, does_something, done_by, recognise};
use crate::convert::tree::Node;
use crate::finding::Finding;
use crate::finding::convert::BESIDE;
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

    /// Asks of remarks that say who else scores or supplies, and of documents with a time, beside what units answer; `scored` is the
    /// cell that said who scores.
    pub fn asked_beside(&self, node: &Node, scored: Option<&CellWords>, read: &mut Recognised) {
        if read.rule.as_ref().is_none_or(Rule::is_given) {
            return;
        }
        let name = &node.row.name.text;
        for said in self.remarks(node).filter(|said| Some(*said) != scored) {
            if names_document(&said.text) {
                read.doubts.extend(is_due(&said.text).then(|| unused(name, said)));
            } else if is_by_others(&said.text) {
                read.doubts.push(done_by(name, &said.text, false));
            }
        }
    }

    /// Lists the remarks that whoever answers should read: “Kết xuất từ Hệ thống thông tin giải quyết TTHC”, but for the one that said
    /// who scores.
    pub fn guidance(&self, node: &Node, scored: Option<&CellWords>) -> Vec<String> {
        let guides = |said: &&CellWords| Some(*said) != scored && !names_document(&said.text) && said.text.split(' ').count() > FEW;
        self.remarks(node).filter(guides).map(|said| said.text.clone()).collect()
    }

    /// Takes the documents that remarks name for those that a unit is to name as evidence, and tells of them once for each column.
    pub fn documents(&mut self, roots: &mut [Node]) {
        let mut found: BTreeMap<String, Noted> = BTreeMap::new();
        for root in roots {
            self.documents_of(root, &mut found);
        }
        let told: Vec<Finding> = found.iter().map(|(heading, noted)| self.told_of_documents(heading, noted)).collect();
        self.findings.extend(told);
    }

    /// Does so from a criterion down.
    fn documents_of(&self, node: &mut Node, found: &mut BTreeMap<String, Noted>) {
        if node.children.is_empty() && node.row.evidence.is_empty() {
            let named: Vec<CellWords> = self.remarks(node).filter(|said| names_document(&said.text)).cloned().collect();
            for said in &named {
                let noted = found
                    .entry(said.column.clone().unwrap_or_default())
                    .or_insert_with(|| Noted { cell: said.cell.clone(), ids: Vec::new() });
                if noted.ids.last() != Some(&node.id) {
                    noted.ids.push(node.id.clone());
                }
            }
            node.row.noted = named;
        }
        node.children.iter_mut().for_each(|child| self.documents_of(child, found));
    }

    /// Tells that a column of remarks names documents.
    fn told_of_documents(&self, heading: &str, noted: &Noted) -> Finding {
        // A column of another table is told at the first of its cells.
        let own = self.table.columns.iter().find(|(_, (_, words))| words == heading).map(|(column, _)| address(self.table.top, *column));
        let at = self.place(own.as_ref().unwrap_or(&noted.cell));
        let (count, more) = (noted.ids.len(), if noted.ids.len() > MOST { ", …" } else { "" });
        let list = noted.ids.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
        let message = text!(
            "cột “{heading}” nêu tài liệu ở {count} tiêu chí ({list}{more}); đã ghi làm tài liệu kiểm chứng, tạm không bắt buộc",
            "the column “{heading}” names documents, criteria: {count} ({list}{more}); they were written as evidence, not required for now"
        );
        Finding::new(&BESIDE, message).at(at)
    }
}

/// Documents that a column of remarks names: its first such cell, and the criteria.
struct Noted {
    cell: String,
    ids: Vec<String>,
}

/// Tells whether a remark says that somebody else scores or supplies what is scored: “Do người dân chấm”, “Các sở, ban, ngành đánh giá
/// chéo”, “Số liệu do Sở Tư pháp cung cấp”. What a unit does by itself says none.
fn is_by_others(text: &str) -> bool {
    const DOES: [&str; 16] = [
        "chấm",
        "cho điểm",
        "đánh giá",
        "nhận xét",
        "xếp loại",
        "bình chọn",
        "bình xét",
        "bỏ phiếu",
        "lấy phiếu",
        "thẩm định",
        "xác nhận",
        "cung cấp",
        "tổng hợp",
        "theo dõi",
        "góp ý",
        "công bố",
    ];
    const OTHERS: [&str; 22] = [
        "người dân",
        "nhân dân",
        "công dân",
        "doanh nghiệp",
        "cử tri",
        "đại biểu",
        "cơ quan",
        "các sở",
        "sở",
        "ban, ngành",
        "hội đồng",
        "tổ công tác",
        "ủy ban",
        "ubnd",
        "hđnd",
        "lãnh đạo",
        "chéo",
        "mặt trận",
        "đoàn thể",
        "phiếu",
        "cấp trên",
        "chuyên gia",
    ];
    let text = without_when(&text.to_lowercase());
    let plain = format!(" {} ", text.split(|c: char| !c.is_alphanumeric() && c != ',').collect::<Vec<_>>().join(" "));
    let says = |list: &[&str]| list.iter().any(|word| plain.contains(&format!(" {word} ")) || plain.contains(&format!(" {word}, ")));
    let itself = [" tự chấm ", " tự đánh giá ", " tự nhận xét "].iter().any(|word| plain.contains(word));
    says(&DOES) && says(&OTHERS) && !itself
}

/// Takes out of words in small letters what only says from when something counts: “tính từ ngày Chủ tịch UBND tỉnh ký quyết định”.
fn without_when(text: &str) -> String {
    const WHEN: [&str; 9] =
        ["tính từ ", "tính kể từ ", "kể từ ", "từ ngày ", "từ thời điểm ", "từ khi ", "sau khi ", "trong thời hạn ", "trong vòng "];
    let parts = text.split_inclusive([',', ';', '.', ':']);
    let kept = |part: &str| {
        let at = WHEN.iter().filter_map(|word| part.find(word)).min().unwrap_or(part.len());
        part.get(..at).unwrap_or_default().to_owned()
    };
    parts.map(kept).collect()
}

/// Tells whether a document is named with a time that it is due in: “Quyết định ban hành trong quý I”.
fn is_due(text: &str) -> bool {
    let plain = text.to_lowercase();
    [" trong quý", " trong tháng", " trước ", " chậm nhất", " trong vòng", " trong thời hạn", " đúng hạn", " trong 6 tháng"]
        .iter()
        .any(|word| plain.contains(word))
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
