//! Evidence and explanation in the rows of a form.

use super::{Desk, LONGEST};
use crate::assessment::{Evidence, EvidenceDate};
use crate::figure::CriterionId;
use crate::finding::sheet as code;
use crate::form::layout::EXPLANATION;
use crate::intake::header::Role;
use crate::text;
use crate::text::fold::{bare, tidy};
use crate::typed::citation;
use crate::typed::value;
use crate::workbook::address;

impl Desk<'_> {
    /// Reads evidence and explanation of a row for a leaf.
    pub(super) fn words(&mut self, row: u32, id: &CriterionId) {
        let remarks = self.taken.remarks;
        let read = |role: Role| matches!(role, Role::Evidence | Role::Explanation) || (role == Role::Remark && remarks);
        let table = self.table;
        for (column, role) in table.columns.iter().map(|(column, (role, _))| (*column, *role)).filter(|(_, role)| read(*role)) {
            let Some(words) = value::words(table.grid.get(row, column)) else { continue };
            let said = citation::read(&words);
            let heading = bare(&self.table.heading(column));
            let labelled = bare(&words).contains("giai trinh");
            let explains = role != Role::Evidence || heading.contains("giai trinh") || labelled;
            let explanation = said.explanation.filter(|_| explains);
            // What a province prints as its requirement is no evidence of the unit's.
            if explanation.is_none() && said.evidence.is_empty() && !heading.contains("yeu cau") {
                let shown: String = tidy(&words).chars().take(LONGEST).collect();
                let message = text!(
                    "Ô tài liệu kiểm chứng ghi “{shown}”, không nêu số, ký hiệu, tệp hoặc địa chỉ web nào.",
                    "The cell of evidence says “{shown}” and names no number, file or web address."
                );
                self.say(&code::NO_DOCUMENT_NAMED, message, (row, column), Some(id));
            }
            let place = self.place(row, column);
            let at = address(row, column);
            let Some(answer) = self.taken.answers.get_mut(id) else { continue };
            if let Some(more) = explanation {
                answer.explanation = Some(match answer.explanation.take() {
                    Some(before) => format!("{before}\n{more}"),
                    None => more,
                });
                answer.cells.entry(EXPLANATION.to_owned()).or_insert_with(|| at.clone());
            }
            for evidence in said.evidence {
                let cells = fields(&evidence).into_iter().map(|field| (field.to_owned(), at.clone())).collect();
                answer.evidence.push(Evidence { place: place.clone(), cells, ..evidence });
            }
        }
    }

    /// Tells of words in a row that belongs to no leaf.
    pub(super) fn stray_words(&mut self, row: u32) {
        for role in [Role::Evidence, Role::Explanation] {
            let Some((column, cell)) = self.cell(row, role) else { continue };
            if bare(&self.table.heading(column)).contains("yeu cau") {
                continue;
            }
            let shown: String = cell.shown().chars().take(LONGEST).collect();
            let message = text!(
                "Ô ghi “{shown}” không thuộc tiêu chí thành phần nào nên không được dùng.",
                "The words “{shown}” belong to no leaf and are not used."
            );
            self.say(&code::WORDS_WITHOUT_HOME, message, (row, column), None);
        }
    }
}

/// Lists the fields that a document has.
fn fields(evidence: &Evidence) -> Vec<&'static str> {
    let has = [
        ("number", evidence.number.is_some()),
        ("date", evidence.date != EvidenceDate::Blank),
        ("issuer", evidence.issuer.is_some()),
        ("title", evidence.title.is_some()),
        ("section", evidence.section.is_some()),
        ("file", evidence.file.is_some() || evidence.link.is_some()),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(field, _)| field).collect()
}
