//! The sheets of one form of ours, read with what it carries.

use std::collections::{BTreeMap, BTreeSet};

use super::changed::{self, Judge};
use super::keyed::Keyed;
use super::leaves::LeafReader;
use super::strays::{KnownPrint, Strays};
use super::{documents, lost_columns, repeated_columns, versions};
use crate::assessment::{Answer, SelfAssessment, SetRef};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, UnitId};
use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::form::Carried;
use crate::form::layout::{ASSESSMENT_COLUMNS, CRITERION, DOCUMENT_FIELDS, EVIDENCE_COLUMNS, LAYOUT, version};
use crate::form::template::Form;
use crate::form::template::printed::PrintedForm;
use crate::workbook::Book;

/// Cells that were read.
type Seen = BTreeSet<(u32, u32)>;

/// A form that is read, and what is known of how it was made.
pub struct Reading<'r> {
    /// The workbook.
    pub book: &'r Book,
    /// Its sheet of self-assessment.
    pub sheet: &'r Keyed<'r>,
    /// Its sheet of evidence.
    pub document_sheet: Option<&'r Keyed<'r>>,
    /// Set that it is read by.
    pub set: &'r CriteriaSet,
    /// File, as findings name it.
    pub file: &'r str,
    /// Who says what words mean that were changed.
    pub judge: &'r dyn Judge,
    /// What the form carries of who it is.
    pub carried: &'r Carried,
    /// Whether the form was made for this set.
    pub same_set: bool,
    /// The version of the set that the form was made for, where that is another one.
    pub earlier: Option<&'r CriteriaSet>,
    /// What a form of this set prints.
    pub own: &'r PrintedForm<'r>,
    /// What the form printed when it was made, as far as it is known.
    pub when_made: &'r PrintedForm<'r>,
    /// How much of that is known.
    pub known: KnownPrint,
}

impl Reading<'_> {
    /// Gives the number of the form's layout.
    fn layout(&self) -> Option<u32> {
        self.carried.layout.as_deref().and_then(version)
    }

    /// Reads the sheet of self-assessment, and tells which cells were read.
    pub fn assessment(&self, findings: &mut Vec<Finding>) -> (SelfAssessment, Seen) {
        let sheet = self.sheet;
        let (refused, told): (Vec<u32>, Vec<Finding>) =
            changed::headings(sheet, ASSESSMENT_COLUMNS, self.judge, self.file).into_iter().unzip();
        // Nearly no form has such a column: it is read as it is.
        let readable = (!refused.is_empty()).then(|| sheet.clone().without(&refused));
        let versions = self.earlier.map(|earlier| versions::compare(earlier, self.set, self.file)).unwrap_or_default();
        let mut reader = LeafReader {
            set: self.set,
            file: self.file,
            sheet,
            judge: self.judge,
            changed: &versions,
            printed: (self.known != KnownPrint::Nothing).then_some(self.when_made),
            layout: self.layout(),
            same_set: self.same_set,
            earlier: self.earlier,
            own: self.own,
            rows: sheet.rows_by_key(),
            order: order(self.set),
            unclear: BTreeSet::new(),
            seen: Seen::new(),
            findings: Vec::new(),
        };
        reader.columns();
        reader.findings.extend(repeated_columns(sheet, self.file));
        reader.findings.extend(told);
        reader.findings.extend(versions.findings.iter().cloned());
        if self.known != KnownPrint::All {
            reader.unknown_columns();
        }
        reader.sheet = readable.as_ref().unwrap_or(sheet);
        let (shared, answers, remarks) = (reader.shared(), reader.answers(), reader.remarks());
        findings.append(&mut reader.findings);
        let (set, carried) = (self.set, self.carried);
        let made_for = || SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() };
        let assessment = SelfAssessment {
            unit: carried.unit.clone().unwrap_or_else(|| UnitId::new("")),
            set: carried.set.clone().unwrap_or_else(made_for),
            file: self.file.to_owned(),
            layout: carried.layout.as_deref().unwrap_or(LAYOUT).into(),
            answers,
            shared,
            remarks,
            holds_unread: false,
        };
        (assessment, reader.seen)
    }

    /// Reads the sheet of evidence.
    pub fn documents(&self, answers: &mut BTreeMap<CriterionId, Answer>, findings: &mut Vec<Finding>) {
        let Some(sheet) = self.document_sheet else { return };
        let wanted = EVIDENCE_COLUMNS.iter().filter(|column| column.key == CRITERION || DOCUMENT_FIELDS.contains(&column.key));
        findings.extend(lost_columns(sheet, wanted, self.layout(), self.file));
        findings.extend(repeated_columns(sheet, self.file));
        let cost = changed::list_cost(sheet, self.judge, self.file);
        if !cost.whole {
            // Nearly no form has such a column: it is read as it is.
            let readable = (!cost.columns.is_empty()).then(|| sheet.clone().without(&cost.columns));
            documents::read(readable.as_ref().unwrap_or(sheet), self.set, self.file, answers, findings);
        }
        findings.extend(cost.findings);
        if self.known != KnownPrint::All {
            findings.extend(documents::strays(sheet, self.file));
        }
    }

    /// Looks for content that no cell of the form takes; a heading that somebody changed is told once.
    pub fn strays(&self, filled: &Form<'_>, seen: &Seen, findings: &mut Vec<Finding>) {
        let strays = Strays::new(self.file, self.set, self.when_made, self.known, self.judge, filled);
        strays.assessment(self.sheet, seen, findings);
        if self.known == KnownPrint::All {
            strays.documents(self.document_sheet, findings);
            strays.other_parts(self.book, findings);
        }
        strays.rest(findings);
        let changed = findings.iter().filter(|one| one.code == &code::HEADING_CHANGED);
        let told: BTreeSet<Place> = changed.map(|one| one.place.clone()).collect();
        findings.retain(|one| one.code != &code::NO_HOME || !told.contains(&one.place));
    }
}

/// Gives the place of every criterion in the order of a form.
fn order(set: &CriteriaSet) -> BTreeMap<CriterionId, usize> {
    let tree = set.walk().into_iter().map(|(_, criterion)| criterion);
    let all = tree.chain(set.adjustments.iter().map(|line| &line.criterion));
    all.zip(1..).map(|(criterion, n)| (criterion.id.clone(), n)).collect()
}
