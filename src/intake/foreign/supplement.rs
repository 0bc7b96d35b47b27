//! Workbooks of a unit without any score: lists of documents, and tables of criteria with figures, documents or explanations
//! alone. They belong to its form; what they say is joined to it.

use std::collections::BTreeMap;

use super::joined::{self, Read};
use super::understood::{self, Understood};
use super::{Asked, Foreign, LIST, Tables, bands, choice, documents, parts, rows, year};
use crate::assessment::{Answer, Claim, Evidence, Remarks, SelfAssessment, SetRef};
use crate::figure::{CriterionId, Figure, Figures};
use crate::finding::{Checked, Finding, sheet};

impl Tables<'_> {
    /// Reads a workbook that holds no form and lists documents or explanations; nothing where it lists none of this unit's.
    pub(super) fn lists_alone(&self, asked: &Asked<'_>) -> Option<Checked<Option<Foreign>>> {
        if asked.pin.says_where() {
            return None;
        }
        let (mut findings, mut answers) = (Vec::new(), BTreeMap::new());
        let lists = documents::find(self.book, &[], asked.year);
        let of_unit: Vec<&documents::List<'_>> = lists.iter().filter(|list| documents::not_of_unit(list, asked).is_none()).collect();
        let read: Vec<understood::ListRead> =
            of_unit.iter().map(|list| documents::read(list, asked.set, asked.file, &mut answers, &mut findings)).collect();
        let header = read.first().filter(|_| answers.values().any(|answer| !answer.is_blank()))?.header;
        let sheet = of_unit.first()?.name().to_owned();
        let understood = Understood { lists: read, ..understood::of_list(sheet, header) };
        Some(made(asked, answers, understood, findings))
    }

    /// Reads tables of criteria without a column for the unit's score, for what stands beside the criteria; nothing where
    /// nobody filled anything in.
    pub(super) fn without_score(&self, asked: &Asked<'_>) -> Option<Checked<Option<Foreign>>> {
        if asked.pin.says_where() {
            return None;
        }
        let mut findings = Vec::new();
        let unit = asked.roster.called_or_numbered(asked.unit.as_str()).one().map_or("", |unit| unit.name.as_str());
        let mut read = Vec::new();
        for mut part in parts::without_score(self.book) {
            let other_year = asked.year.is_some_and(|of| year::other_year(&part.table, of, asked.unit, asked.file).is_some());
            if other_year || !parts::is_of(&part, asked, &mut findings) {
                continue;
            }
            bands::settle(&mut part, asked);
            let columns = choice::columns(&mut part.table, asked.year, unit, &asked.pin.columns);
            choice::say(&columns, &part.table, asked.file, &mut findings);
            let taken = rows::read(&mut part, &columns, asked).collect(&mut findings);
            findings.extend(taken.homeless.iter().cloned());
            read.push(Read { part, columns, taken });
        }
        // Columns without a heading, and cells of documents that name none, may hold the scores: such a table is a form.
        let unclear = findings.iter().any(|finding| finding.code == &sheet::NO_DOCUMENT_NAMED);
        if unclear || read.iter().any(|one| !one.taken.unknown.is_empty()) {
            return None;
        }
        let joined = joined::join(read, asked, &mut findings);
        let answers: BTreeMap<CriterionId, Answer> =
            joined.answers.into_iter().map(|(id, answer)| (id, beside(answer))).filter(|(_, answer)| !answer.is_blank()).collect();
        let main = joined.read.first().filter(|_| !answers.is_empty())?;
        let table = &main.part.table;
        let understood = Understood { asks_figures: true, ..understood::of_list(table.grid.name.clone(), (table.top + 1, table.data)) };
        Some(made(asked, answers, understood, findings))
    }
}

/// Gives what an answer says beside its score. A document that is known by its kind alone may be what the province asks for:
/// without a form around it nothing tells.
fn beside(answer: Answer) -> Answer {
    let named = |evidence: &Evidence| evidence.number.is_some() || evidence.file.is_some() || evidence.link.is_some();
    let evidence = answer.evidence.into_iter().filter(named).collect();
    let mut figures = answer.figures.clone();
    if figures.values().all(|figure| *figure == Figure::Blank) {
        figures = Figures::default();
    }
    Answer { claim: Claim::Blank, evidence, figures, ..answer }
}

/// Makes what belongs to the form of a unit.
fn made(
    asked: &Asked<'_>,
    answers: BTreeMap<CriterionId, Answer>,
    understood: Understood,
    mut findings: Vec<Finding>,
) -> Checked<Option<Foreign>> {
    for finding in &mut findings {
        finding.unit = Some(asked.unit.clone());
    }
    let set = asked.set;
    let assessment = SelfAssessment {
        unit: asked.unit.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: asked.file.to_owned(),
        layout: LIST.into(),
        answers,
        shared: Answer::default(),
        remarks: Remarks::default(),
    };
    Checked { value: Some(Foreign { assessment, understood }), findings }
}
