//! What stands in a form where nobody looks for it: links and scores outside their columns, lines that name documents below a
//! criterion, sheets that are hidden. None of it is read; where something hangs on it, it is told.
//!
//! Source: [meanings](crate#meanings) 26 and 38.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use super::joined::Read;
use crate::assessment::{Answer, Claim};
use crate::criteria::Leaf;
use crate::figure::CriterionId;
use crate::finding::sheet::{ELSEWHERE, HIDDEN_SHEET, NO_FORM};
use crate::finding::{Finding, Part, Place};
use crate::form::read;
use crate::intake::header;
use crate::intake::heading::{Role, role};
use crate::rule::Scorer;
use crate::text;
use crate::text::fold::{bare, excerpt};
use crate::workbook::{Book, Grid, address};

/// Words behind which a unit writes its own score, bare.
const OWN_SCORE: [&str; 4] = ["tu cham", "tu danh gia", "tu cho diem", "tu tinh"];

/// Most rows below the last criterion that may still speak of it.
const MOST_BELOW: u32 = 60;

/// Answers by leaf.
type Answers = BTreeMap<CriterionId, Answer>;

/// Tells of what stands outside its column in the rows of leaves that lack it.
pub fn findings(read: &[Read<'_>], asked: &Asked<'_>, answers: &Answers) -> Vec<Finding> {
    read.iter().flat_map(|one| of_table(one, asked, answers)).collect()
}

/// Looks through the rows of one table.
fn of_table(read: &Read<'_>, asked: &Asked<'_>, answers: &Answers) -> Vec<Finding> {
    let table = &read.part.table;
    let names: BTreeSet<u32> = table.columns_of(Role::Name).chain(table.columns_of(Role::Content)).collect();
    let rows: BTreeMap<u32, &CriterionId> = read.taken.rows.iter().map(|(row, id)| (row - 1, id)).collect();
    let mut found = Vec::new();
    let end = rows.keys().next_back().map_or(table.data, |last| (last + MOST_BELOW).min(read.part.end));
    for row in table.grid.rows().into_iter().filter(|row| (table.data..end).contains(row)) {
        let Some(id) = rows.range(..=row).next_back().map(|(_, id)| *id) else { continue };
        let leaf = asked.set.find(id).and_then(|criterion| criterion.leaf()).filter(|leaf| leaf.scorer() == Scorer::Unit);
        let Some((leaf, answer)) = leaf.zip(answers.get(id)) else { continue };
        for (column, cell) in table.grid.row(row) {
            let words = cell.shown();
            let link = cell.link.as_deref().filter(|_| !read_there(read, column));
            let what = if let Some(link) = link.filter(|_| lacks_evidence(leaf, answer)) {
                text!(
                    "Ô này có liên kết “{link}” nhưng không phải ô tài liệu kiểm chứng; liên kết không được đọc.",
                    "The cell has the link “{link}” and is not a cell of evidence; the link is not read."
                )
            } else if names.contains(&column) && lacks_evidence(leaf, answer) && is_line_of_evidence(&words) {
                let words = excerpt(&words);
                text!(
                    "Dòng “{words}” nằm ngoài cột tài liệu kiểm chứng nên không được đọc.",
                    "The line “{words}” stands outside the column of evidence and is not read."
                )
            } else if answer.claim == Claim::Blank && !cell.formula && says_own_score(&words) {
                let words = excerpt(&words);
                text!(
                    "Ô này ghi “{words}”, nhưng điểm tự đánh giá chỉ được đọc ở cột điểm tự đánh giá; cột đó để trống.",
                    "The cell says “{words}”, but the unit's score is read in its own column alone, which is blank."
                )
            } else {
                continue;
            };
            let place = Place::cell(asked.file, &table.grid.name, address(row, column));
            found.push(Finding::new(&ELSEWHERE, what).at(place).on(id));
        }
    }
    found
}

/// Tells whether links and words of a column are read, or the column is told of as a whole.
fn read_there(read: &Read<'_>, column: u32) -> bool {
    let role = read.part.table.columns.get(&column).map(|(role, _)| *role);
    let told = read.taken.unknown.contains_key(&column) || read.columns.speaks_of(column);
    told || matches!(
        role,
        None | Some(
            Role::Evidence | Role::Document(_) | Role::Explanation | Role::Remark | Role::Computed | Role::Appraised | Role::Survey
        )
    )
}

/// Tells whether a leaf asks for documents and names none.
fn lacks_evidence(leaf: &Leaf, answer: &Answer) -> bool {
    leaf.evidence.required && answer.evidence.is_empty()
}

/// Tells whether a line begins as a column of evidence is headed, and goes on: “Tài liệu kiểm chứng: Kế hoạch số …”.
fn is_line_of_evidence(words: &str) -> bool {
    words.split_once(':').is_some_and(|(label, rest)| role(label) == Some(Role::Evidence) && !rest.trim().is_empty())
}

/// Tells whether words give a score of the unit's own: “(tự chấm 1,5 điểm)”.
fn says_own_score(words: &str) -> bool {
    let plain = bare(words);
    OWN_SCORE.iter().any(|own| {
        plain.split_once(own).is_some_and(|(_, behind)| {
            let number = behind.trim_start_matches(|c: char| !c.is_ascii_digit());
            let between = behind.len() - number.len();
            // “tự chấm 1,5 điểm”, “tự đánh giá: đạt 2 điểm”; not a sentence that has a number somewhere behind.
            let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '/'));
            !number.is_empty() && between <= 12 && (unit.starts_with("diem") || unit.starts_with('d') && unit.len() <= 2)
        })
    })
}

/// Says that a workbook holds no form; where one stands on a hidden sheet, that.
pub fn no_form(book: &Book, file: &str) -> Finding {
    let hidden = book.sheets.iter().find(|sheet| sheet.hidden && header::first(sheet).is_some());
    let Some(Grid { name, .. }) = hidden else { return read::no_form(file) };
    let message = text!(
        "Không có biểu tự đánh giá nào hiện ra trong tệp “{file}”: bảng tiêu chí đứng ở trang “{name}” bị ẩn nên không được đọc.",
        "No form for self-assessment is seen in “{file}”: the table of criteria stands on the hidden sheet “{name}” and is not read."
    );
    let help = text!(
        "Bỏ ẩn trang (nhấn chuột phải vào tên một trang, chọn Unhide) rồi lưu và gửi lại; nếu trang ẩn là bản cũ thì gửi đúng biểu.",
        "Show the sheet (right-click the name of a sheet, choose Unhide), save and send again; if it is an old copy, send the right form."
    );
    Finding::new(&NO_FORM, message).help(help).at(Place { sheet: Some(name.clone()), ..Place::file(file) })
}

/// Tells of a hidden sheet with criteria, where the form lacks some.
pub fn hidden(book: &Book, asked: &Asked<'_>, missing: bool) -> Option<Finding> {
    if !missing {
        return None;
    }
    book.sheets.iter().filter(|sheet| sheet.hidden).find_map(|sheet| {
        header::all(sheet).into_iter().next()?;
        let (file, name) = (asked.file, &sheet.name);
        let message = text!(
            "Trang “{name}” bị ẩn nên không được đọc, dù có bảng tiêu chí.",
            "Sheet “{name}” is hidden, so it is not read, though it has a table of criteria."
        );
        let place = Place { sheet: Some(name.clone()), ..Place::file(file) };
        Some(Finding::new(&HIDDEN_SHEET, message).at(place).hides([Part::Rows]))
    })
}
