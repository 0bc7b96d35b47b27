//! The same document, or the same file, named more than once.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Number;
use super::{Asked, LeafFindings, file};
use crate::assessment::{Answer, Evidence, EvidenceDate, EvidenceField, SelfAssessment};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::evidence as code;
use crate::text;
use crate::text::fold::{fold, tidy};

/// Says which documents one leaf names twice.
pub fn within(answer: &Answer, leaf_findings: &mut LeafFindings<'_>) {
    let mut seen = BTreeSet::new();
    for evidence in &answer.evidence {
        let Some(key) = key(evidence) else { continue };
        // Another section of the same document is another place to look.
        if !seen.insert((key, evidence.section.as_deref().map(fold))) {
            let what = super::described(evidence);
            let criterion = leaf_findings.criterion;
            let finding = Finding::new(
                &code::NAMED_TWICE,
                text!(
                    "Tài liệu “{what}” ghi hai lần ở tiêu chí {criterion}.",
                    "The document “{what}” is named twice at criterion {criterion}."
                ),
            );
            leaf_findings.at_field(evidence, EvidenceField::Number, finding);
        }
    }
}

/// Says which documents back several leaves without saying where in them to look.
pub fn across_criteria(asked: &Asked<'_>, assessment: &SelfAssessment) -> Vec<Finding> {
    let mut named: BTreeMap<String, Vec<(&CriterionId, &Evidence)>> = BTreeMap::new();
    for (id, answer) in assessment.answers.iter().filter(|(id, _)| !asked.unit.not_applicable.contains(id)) {
        for evidence in &answer.evidence {
            if let Some(key) = key(evidence) {
                named.entry(key).or_default().push((id, evidence));
            }
        }
    }
    let mut findings = Vec::new();
    for documents in named.values() {
        let criteria: BTreeSet<&CriterionId> = documents.iter().map(|(id, _)| *id).collect();
        let vague = documents.iter().find(|(_, evidence)| evidence.section.is_none());
        if let Some((id, evidence)) = vague.filter(|_| criteria.len() > 1) {
            let what = super::described(evidence);
            let list = criteria.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            findings.push(
                Finding::new(
                    &code::SHARED,
                    text!(
                        "Tài liệu “{what}” dùng cho các tiêu chí {list} mà chưa chỉ rõ mục, trang.",
                        "The document “{what}” backs the criteria {list} without naming section and page."
                    ),
                )
                .at(evidence.place.place(None))
                .of(&asked.unit.id)
                .on(id),
            );
        }
    }
    findings
}

/// Says which files lie in the unit's folder under two names, both of them cited.
pub fn two_names(asked: &Asked<'_>, files: Option<&file::Index<'_>>, assessment: &SelfAssessment) -> Vec<Finding> {
    let Some(files) = files else { return Vec::new() };
    let mut named: BTreeMap<&str, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for (id, answer) in assessment.answers.iter().filter(|(id, _)| !asked.unit.not_applicable.contains(id)) {
        for evidence in &answer.evidence {
            for (path, facts) in file::found(files, &asked.unit.id, evidence) {
                let Some(hash) = facts.sha256.as_deref().filter(|_| facts.size > 0) else { continue };
                let first = *named.entry(hash).or_insert(path);
                if first != path {
                    let message = text!("Tệp “{path}” giống hệt tệp “{first}”.", "The file “{path}” is the same as “{first}”.");
                    let place = evidence.place.place(evidence.cells.get(EvidenceField::File));
                    findings.push(Finding::new(&code::TWO_NAMES, message).at(place).of(&asked.unit.id).on(id));
                }
            }
        }
    }
    findings
}

/// Gives what tells a document from others: number, symbol and day, else its file or link.
pub fn key(evidence: &Evidence) -> Option<String> {
    let day = match &evidence.date {
        EvidenceDate::Day(day) => day.to_string(),
        EvidenceDate::Blank | EvidenceDate::Wrong(_) => String::new(),
    };
    if let Some(number) = &evidence.number {
        return Some(format!("{} {day}", Number::parse(number).map_or_else(|| fold(number), |number| number.key())));
    }
    evidence.file.as_ref().or(evidence.link.as_ref()).map(|file| fold(&tidy(file)))
}
