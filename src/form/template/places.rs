//! Where the new workbook has what findings speak of: cells are found by what they hold, never by an old address.

mod cured_when;

use super::documents::Documents;
use super::figure_words::{shown, shown_shared};
use super::live::LiveCells;
use super::marks::{CuredWhen, Finds, Says, Target};
use super::page;
use super::plan::{Plan, Row, What, scores_itself};
use super::value::Value;
use crate::assessment::{Claim, SelfAssessment};
use crate::figure::{CriterionId, Figure, date_in};
use crate::finding::sheet as cells;
use crate::finding::{Code, Finding, evidence};
use crate::form::layout::{ASSESSMENT, AssessmentAt as At, CLAIMED, EVIDENCE, EXPLANATION, EvidenceAt};
use crate::text::Words;
use std::collections::BTreeMap;

/// Findings that a new form sets right by itself.
static SETTLED: &[&Code] = &[
    &cells::OTHER_VERSION,
    &cells::OTHER_LAYOUT,
    &cells::ROW_MISSING,
    &cells::ROW_TWICE,
    &cells::ROW_UNKNOWN,
    &cells::ROW_MIXED,
    &cells::COLUMN_MISSING,
    &cells::COLUMN_TWICE,
    &cells::SHEET_TWICE,
    &cells::NO_HOME,
    &cells::OVERWRITTEN,
    &cells::META_MISSING,
    &cells::SHORT_YEAR,
    &cells::LEGACY_TEXT,
    &cells::STRUCK_OUT,
    &cells::PARTLY_STRUCK,
    &cells::SHOWS_NOTHING,
    &cells::NOTE_NOT_READ,
    &cells::TOO_LONG_FOR_CELL,
];

/// Findings whose cause lies in the evidence folder.
static OUTSIDE: &[&Code] = &[&evidence::FILE_MISSING, &evidence::FILE_EMPTY, &evidence::LINK_OUTSIDE, &evidence::OTHER_KIND];

/// What the list of a form says.
static SAYS: Says = Says {
    clean: Words { vi: "Biểu không còn lỗi: có thể gửi tệp này.", en: "The form is clean: this file can be sent." },
    settled: Words {
        vi: "Tệp này được lập lại đúng mẫu, nên các lỗi nêu dưới đây đã được khắc phục; hãy xem lại nội dung có đúng ý đơn vị không.",
        en: "This file was made anew, which sets right what is listed here; see whether what stands there is what you mean.",
    },
    strays: Words {
        vi: "NỘI DUNG NẰM NGOÀI Ô CỦA BIỂU, GIỮ LẠI ĐỂ KHÔNG MẤT", en: "CONTENT OUTSIDE THE FORM'S CELLS, KEPT HERE"
    },
    of_strays: Words {
        vi: "Các nội dung này không được chấm. Nếu là số liệu, giải trình hoặc tài liệu thì chép vào đúng ô của biểu; nếu không thì bỏ qua.",
        en: "None of it is scored. Copy what is a figure, an explanation or a document to its cell; pass over the rest.",
    },
    outside: Words { vi: "Sửa ngoài biểu", en: "Corrected elsewhere" },
    by_unit: false,
    told_by_strays: &[&cells::NO_HOME, &cells::OVERWRITTEN, &cells::ROW_UNKNOWN],
};

/// Cells of the new workbook by what they hold.
pub struct Places<'p, 'a> {
    pub plan: &'p Plan<'a>,
    documents: &'p Documents<'a>,
    live: &'p LiveCells,
    /// By sheet and address in the workbook that was sent.
    /// One cell may have named several documents, which have a row each now.
    by_address: BTreeMap<(String, String), Vec<Target>>,
}

impl<'p, 'a> Places<'p, 'a> {
    /// Lists where every answer came from, and where it goes.
    pub fn new(plan: &'p Plan<'a>, documents: &'p Documents<'a>, live: &'p LiveCells) -> Self {
        let mut places = Self { plan, documents, live, by_address: BTreeMap::new() };
        let filled: Option<&SelfAssessment> = plan.form.filled;
        for (id, answer) in filled.iter().flat_map(|filled| &filled.answers) {
            let Some(sheet) = &answer.sheet else { continue };
            for (field, cell) in answer.cells.by_name() {
                if let Some(target) = places.field(id, field) {
                    places.by_address.entry((sheet.to_string(), cell)).or_default().push(target);
                }
            }
        }
        let shared = filled.map(|filled| &filled.shared);
        for (id, cell) in shared.iter().flat_map(|shared| &shared.cells.inputs) {
            if let (Some(sheet), Some(row)) = (shared.and_then(|shared| shared.sheet.as_deref()), places.figure(id.as_str())) {
                let target = Target { sheet: plan.form.sheet(ASSESSMENT), row: row.at, column: At::Input.col() };
                places.by_address.entry((sheet.to_owned(), cell.to_string())).or_default().push(target);
            }
        }
        for (row, document) in documents.named() {
            let Some(sheet) = &document.place.sheet else { continue };
            for (field, cell) in document.cells.iter() {
                if let Some(column) = EvidenceAt::of(field.key()) {
                    let target = Target { sheet: plan.form.sheet(EVIDENCE), row, column: column.col() };
                    places.by_address.entry((sheet.to_string(), cell.to_string())).or_default().push(target);
                }
            }
        }
        places
    }

    /// Finds the cell of a leaf's field: `claimed`, `explanation`, or an input.
    pub fn field(&self, leaf: &CriterionId, field: &str) -> Option<Target> {
        let (row, column) = match field {
            CLAIMED => (self.row(leaf)?, At::Claimed),
            EXPLANATION => (self.row(leaf)?, At::Explanation),
            input => (self.input(leaf, input)?, At::Input),
        };
        Some(Target { sheet: self.plan.form.sheet(ASSESSMENT), row: row.at, column: column.col() })
    }

    /// Tells whether a cell stands on the sheet of documents.
    fn is_evidence(&self, target: Target) -> bool {
        target.sheet == self.plan.form.sheet(EVIDENCE)
    }

    /// Finds the row of a criterion.
    pub fn row(&self, id: &CriterionId) -> Option<&'p Row<'a>> {
        self.plan
            .rows
            .iter()
            .find(|row| matches!(&row.what, What::Leaf { criterion, .. } | What::Group { criterion, .. } if &criterion.id == id))
    }

    /// Finds the row of a figure of the set.
    pub fn figure(&self, id: &str) -> Option<&'p Row<'a>> {
        self.plan.rows.iter().find(|row| matches!(&row.what, What::Figure { input, .. } if input.id.as_str() == id))
    }

    /// Finds the row in which an input is asked.
    pub fn input(&self, leaf: &CriterionId, id: &str) -> Option<&'p Row<'a>> {
        let named =
            |row: &&Row<'_>| matches!(&row.what, What::Shared { criterion, input, .. } if &criterion.id == leaf && input.id.as_str() == id);
        if self.plan.rows.iter().any(|row| named(&row)) {
            return self.figure(id);
        }
        self.plan
            .rows
            .iter()
            .find(|row| matches!(&row.what, What::Input { criterion, input, .. } if &criterion.id == leaf && input.id.as_str() == id))
    }

    /// Gives the row of a document where findings on a leaf are cured: the first named, or the first still free.
    pub fn document(&self, code: &Code, leaf: &CriterionId) -> Option<Target> {
        let row = match code {
            code if *code == evidence::OTHER_TYPE => self.documents.first(leaf, true),
            code if *code == evidence::TOO_FEW => self.documents.first(leaf, false),
            _ => None,
        };
        row.map(|row| Target { sheet: self.plan.form.sheet(EVIDENCE), row, column: EvidenceAt::Number.col() })
    }
}

impl Finds for Places<'_, '_> {
    fn at(&self, sheet: &str, cell: &str) -> Option<Target> {
        self.by_address.get(&(sheet.to_owned(), cell.to_owned()))?.first().copied()
    }

    fn target(&self, finding: &Finding) -> Option<Target> {
        if let Some(target) = finding.criterion.as_ref().and_then(|leaf| self.document(finding.code, leaf)) {
            return Some(target);
        }
        let place = &finding.place;
        let address = place.sheet.clone().zip(place.cell.clone());
        if let Some(targets) = address.and_then(|address| self.by_address.get(&address)) {
            let named = |target: &&Target| match self.documents.holds(target.row, EvidenceAt::Number.col()) {
                Value::Text(number) => self.is_evidence(**target) && finding.message.vi.contains(&format!("“{number}”")),
                _ => false,
            };
            return targets.iter().find(named).or(targets.first()).copied();
        }
        let row = self.row(finding.criterion.as_ref()?)?;
        let of_row = |row: &Row<'_>, column: At| Target { sheet: self.plan.form.sheet(ASSESSMENT), row: row.at, column: column.col() };
        let What::Leaf { criterion, leaf, excused, .. } = &row.what else { return Some(of_row(row, At::Content)) };
        if !scores_itself(leaf, *excused) {
            return Some(of_row(row, At::Content));
        }
        // A row that was deleted has no address: its cell is the first that was not read.
        let answer = self.plan.answer(&criterion.id);
        let lost = leaf.inputs.iter().find(|input| answer.is_none_or(|answer| !answer.cells.inputs.contains_key(&input.id)));
        let lost = lost.and_then(|input| self.input(&criterion.id, input.id.as_str()));
        Some(lost.map_or_else(|| of_row(row, At::Claimed), |row| of_row(row, At::Input)))
    }

    fn holds(&self, target: Target) -> Value {
        if self.is_evidence(target) {
            return self.documents.holds(target.row, target.column);
        }
        let Some(row) = self.plan.rows.iter().find(|row| row.at == target.row) else { return Value::Blank };
        match &row.what {
            What::Leaf { criterion, .. } => {
                let Some(answer) = self.plan.answer(&criterion.id) else { return Value::Blank };
                if target.column == At::Explanation.col() {
                    return answer.explanation.clone().map_or(Value::Blank, Value::Text);
                }
                match &answer.claim {
                    _ if target.column != At::Claimed.col() => Value::Blank,
                    Claim::Blank => Value::Blank,
                    Claim::Points(points) => Value::Number(points.clone()),
                    Claim::NotApplicable => Value::Text(crate::rule::NOT_APPLICABLE_WORDS.get(self.plan.form.lang).into()),
                    Claim::Wrong(typed) => text(typed),
                }
            }
            What::Input { criterion, input, .. } => match self.plan.figure(&criterion.id, input) {
                Figure::Number(number) => Value::Number(number),
                Figure::Date(day) => page::serial(day).map_or_else(|| text(&date_in(day, self.plan.form.lang)), Value::Number),
                _ => text(&shown(self.plan, criterion, input)),
            },
            What::Figure { input, .. } => match self.plan.shared(input) {
                Figure::Number(number) => Value::Number(number),
                Figure::Date(day) => page::serial(day).map_or_else(|| text(&date_in(day, self.plan.form.lang)), Value::Number),
                _ => text(&shown_shared(self.plan, input)),
            },
            _ => Value::Blank,
        }
    }

    fn is_day(&self, target: Target) -> bool {
        if self.is_evidence(target) {
            return target.column == EvidenceAt::Date.col();
        }
        let row = self.plan.rows.iter().find(|row| row.at == target.row);
        let figure = match row.map(|row| &row.what) {
            Some(What::Input { criterion, input, .. }) => self.plan.figure(&criterion.id, input),
            Some(What::Figure { input, .. }) => self.plan.shared(input),
            _ => return false,
        };
        target.column == At::Input.col() && matches!(figure, Figure::Date(_))
    }

    fn cured_when(&self, finding: &Finding, target: Option<Target>) -> CuredWhen {
        match finding.code {
            code if SETTLED.contains(&code) => CuredWhen::Settled,
            code if OUTSIDE.contains(&code) => CuredWhen::Outside,
            _ => target.map_or(CuredWhen::Changed, |target| self.cured_at(finding, target)),
        }
    }

    fn takes_link(&self, target: Target) -> bool {
        self.is_evidence(target)
    }

    fn says(&self) -> &'static Says {
        &SAYS
    }
}

/// Tells whether words are the title of the list of content without a cell, in a copy of either language.
pub(super) fn is_title_of_strays(words: &str) -> bool {
    [SAYS.strays.vi, SAYS.strays.en].contains(&words)
}

/// Makes a value of words; empty ones are nothing.
fn text(words: &str) -> Value {
    if words.is_empty() { Value::Blank } else { Value::Text(words.to_owned()) }
}
