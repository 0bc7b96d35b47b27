//! Is the document from the time that is scored?

use jiff::Span;
use jiff::civil::Date;

use super::document::Number;
use super::{Asked, LeafFindings};
use crate::assessment::{Answer, Evidence, EvidenceDate, EvidenceField};
use crate::criteria::Leaf;
use crate::figure::{Figure, date_vi};
use crate::finding::Finding;
use crate::finding::evidence as code;
use crate::rule::Rule;
use crate::text;

/// Checks one document of a leaf.
pub fn check(leaf: &Leaf, evidence: &Evidence, leaf_findings: &mut LeafFindings<'_>) {
    let Some(day) = possible_day(evidence, leaf_findings) else { return };
    let faults = [in_scored_time(leaf, evidence, day, leaf_findings), year_of_number(evidence, day)];
    for finding in faults.into_iter().flatten() {
        leaf_findings.at_field(evidence, EvidenceField::Date, finding);
    }
}

/// Gives the day of a document, or says why it has none.
fn possible_day(evidence: &Evidence, leaf_findings: &mut LeafFindings<'_>) -> Option<Date> {
    let what = super::described(evidence);
    let finding = match &evidence.date {
        EvidenceDate::Day(day) if is_possible(leaf_findings.asked, *day) => return Some(*day),
        EvidenceDate::Day(day) => {
            let day_vi = date_vi(*day);
            Finding::new(
                &code::NO_DATE,
                text!(
                    "Ngày ban hành “{day_vi}” của tài liệu “{what}” không thể có trong đợt đánh giá này, nên coi như chưa ghi ngày.",
                    "No document of this campaign can be dated “{day}”, as “{what}” is; it counts as without a date."
                ),
            )
        }
        EvidenceDate::Blank if evidence.number.is_none() => return None,
        EvidenceDate::Blank => {
            Finding::new(&code::NO_DATE, text!("Văn bản “{what}” chưa ghi ngày ban hành.", "The document “{what}” has no date."))
        }
        EvidenceDate::Wrong(typed) => Finding::new(
            &code::WRONG_DATE,
            text!(
                "Ngày ban hành “{typed}” của tài liệu “{what}” không phải ngày hợp lệ.",
                "The date “{typed}” of the document “{what}” is not a valid day."
            ),
        ),
    };
    leaf_findings.at_field(evidence, EvidenceField::Date, finding);
    None
}

/// Gives the last day for what belongs to a leaf: as it was put off for the unit, else as the set says.
fn last_day(leaf: &Leaf, leaf_findings: &LeafFindings<'_>) -> Option<Date> {
    leaf_findings.asked.unit.deadlines.criteria.get(leaf_findings.criterion).copied().or(leaf.deadline)
}

/// Compares a day with the deadline of the leaf, else that of the campaign, and with the period.
fn in_scored_time(leaf: &Leaf, evidence: &Evidence, day: Date, leaf_findings: &LeafFindings<'_>) -> Option<Finding> {
    let asked = leaf_findings.asked;
    let (what, day_vi) = (super::described(evidence), date_vi(day));
    let last = last_day(leaf, leaf_findings);
    if let Some(deadline) = last.filter(|deadline| day > *deadline) {
        let (criterion, deadline_vi) = (leaf_findings.criterion, date_vi(deadline));
        let message = text!(
            "Văn bản “{what}” ghi ngày {day_vi}, sau thời hạn {deadline_vi} của tiêu chí {criterion}.",
            "The document “{what}” is dated {day}, after {deadline}, the deadline of criterion {criterion}."
        );
        return Some(Finding::new(&code::AFTER_DEADLINE, message));
    }
    if let Some(deadline) = asked.deadline.filter(|deadline| last.is_none() && day > *deadline) {
        let deadline_vi = date_vi(deadline);
        let message = text!(
            "Văn bản “{what}” ghi ngày {day_vi}, sau hạn gửi biểu {deadline_vi}.",
            "The document “{what}” is dated {day}, after the deadline {deadline}."
        );
        return Some(Finding::new(&code::AFTER_DEADLINE, message));
    }
    if asked.period.contains(day) {
        return None;
    }
    let from_vi = asked.period.from.map_or_else(|| "…".to_owned(), date_vi);
    let to_vi = asked.period.to.map_or_else(|| "…".to_owned(), date_vi);
    let from = asked.period.from.map_or_else(|| "…".to_owned(), |day| day.to_string());
    let to = asked.period.to.map_or_else(|| "…".to_owned(), |day| day.to_string());
    let message = text!(
        "Văn bản “{what}” ghi ngày {day_vi}, ngoài kỳ đánh giá {from_vi}–{to_vi}.",
        "The document “{what}” is dated {day}, outside the period {from} to {to}."
    );
    Some(Finding::new(&code::OUTSIDE_PERIOD, message))
}

/// Compares a day with the year that the document's number carries.
fn year_of_number(evidence: &Evidence, day: Date) -> Option<Finding> {
    let number = evidence.number.as_deref().and_then(Number::parse)?;
    let year = number.year.filter(|year| *year != day.year())?;
    let (what, day_vi) = (super::described(evidence), date_vi(day));
    let message = text!(
        "Số “{what}” mang năm {year} nhưng ngày ban hành ghi {day_vi}.",
        "The number “{what}” carries the year {year}, but the date says {day}."
    );
    Some(Finding::new(&code::OTHER_YEAR, message))
}

/// First year that a document may be dated in.
const FIRST_YEAR: i16 = 1945;
/// Years after the end of the period in which a document may still be dated; anything later is a slip.
const YEARS_AFTER: i32 = 2;

/// Tells whether a document may be of a day at all. One from before the period may; whether it counts is another question.
fn is_possible(asked: &Asked<'_>, day: Date) -> bool {
    let last = asked.period.to.and_then(|end| end.checked_add(Span::new().years(YEARS_AFTER)).ok());
    day.year() >= FIRST_YEAR && last.is_none_or(|last| day <= last)
}

/// Compares the days that a unit declares with the deadline of their leaf.
pub fn declared(leaf: &Leaf, answer: &Answer, leaf_findings: &mut LeafFindings<'_>) {
    let Some(deadline) = last_day(leaf, leaf_findings) else { return };
    for input in leaf.asked() {
        let Some(Figure::Date(day)) = answer.figures.get(&input.id) else { continue };
        if *day <= deadline || !input.days.allow(*day) {
            continue;
        }
        let (criterion, label) = (leaf_findings.criterion, &input.label);
        let (day_vi, deadline_vi) = (date_vi(*day), date_vi(deadline));
        let finding = Finding::new(
            &code::DAY_AFTER_DEADLINE,
            text!(
                "“{label}” ghi ngày {day_vi}, sau thời hạn {deadline_vi} của tiêu chí {criterion}.",
                "“{label}” is {day}, after {deadline}, the deadline of criterion {criterion}."
            ),
        );
        leaf_findings.at_figure(answer, &input.id, finding);
    }
}

/// Compares the days of documents with the last day in time of the leaf's own rule. A later document may be there beside
/// one that is in time, such as a report on how a plan was carried out; where all of them are late, the day declared or
/// theirs is a slip.
pub fn in_time(leaf: &Leaf, answer: &Answer, leaf_findings: &mut LeafFindings<'_>) {
    let Rule::Deadline(rule) = &leaf.rule else { return };
    let Some(last) = rule.last_day(answer.figures.get(rule.of())) else { return };
    let asked = leaf_findings.asked;
    let dated = || {
        answer.evidence.iter().filter_map(|evidence| match evidence.date {
            EvidenceDate::Day(day) if is_possible(asked, day) => Some((evidence, day)),
            EvidenceDate::Day(_) | EvidenceDate::Blank | EvidenceDate::Wrong(_) => None,
        })
    };
    if dated().any(|(_, day)| day <= last) {
        return;
    }
    for (evidence, day) in dated() {
        let what = super::described(evidence);
        let (criterion, day_vi, last_vi) = (leaf_findings.criterion, date_vi(day), date_vi(last));
        let finding = Finding::new(
            &code::AFTER_RULE,
            text!(
                "Văn bản “{what}” ghi ngày {day_vi}, sau mốc {last_vi} của tiêu chí {criterion}, và không có văn bản nào sớm hơn.",
                "The document “{what}” is dated {day}, after {last}, the last day of criterion {criterion}, and none is earlier."
            ),
        );
        leaf_findings.at_field(evidence, EvidenceField::Date, finding);
    }
}
