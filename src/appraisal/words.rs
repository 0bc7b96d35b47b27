//! What the table says of a line: its documents and what was found at them, what the unit explains, what earlier rounds said.

use std::collections::BTreeSet;

use super::plan::Line;
use crate::assessment::{Answer, Evidence, Round, Rounds};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::date_vi;
use crate::finding::{Finding, Severity};
use crate::form::template::rule_words::asks_evidence;
use crate::points::Points;
use crate::rule::{NOT_APPLICABLE, Scorer};
use crate::scoring::Excuse;
use crate::text;
use crate::text::{Lang, Text};

/// Most documents that are listed in a line; the sheet of documents has all.
const DOCUMENTS: usize = 4;
/// Most findings that are listed in a line; the report of findings has all.
const FINDINGS: usize = 5;
/// Most letters of one of them.
const LONGEST: usize = 220;

/// Says a finding in a line: how bad it is, what, and its code.
pub fn found(finding: &Finding) -> String {
    let kind = match finding.severity {
        Severity::Error => "Lỗi",
        Severity::Warning => "Cảnh báo",
        Severity::Note => "Lưu ý",
    };
    let (code, message) = (finding.code.id, crate::look::shortened(&finding.message.vi, LONGEST));
    format!("{kind} {code}: {message}")
}

/// Says which documents back a line, and what was found.
pub fn looked(line: &Line<'_>) -> String {
    // What does not count yet is said first, and whole: the workbook may take the place of the one in which it stands.
    let mut lines: Vec<String> = line.unsettled.into_iter().flat_map(|kept| &kept.said).map(|said| said.vi.clone()).collect();
    let documents = line.answer.map(|answer| answer.evidence.as_slice()).unwrap_or_default();
    match documents.len() {
        0 if asks_evidence(&line.leaf.evidence) && line.leaf.scorer() == Scorer::Unit && !line.excused() => {
            lines.push("Không nêu tài liệu.".into());
        }
        0 => {}
        count => {
            let named: Vec<String> = documents.iter().take(DOCUMENTS).map(Evidence::cited).collect();
            let more = if count > DOCUMENTS { "; …" } else { "" };
            lines.push(format!("{count} tài liệu: {}{more}", named.join("; ")));
        }
    }
    lines.extend(line.findings.iter().take(FINDINGS).map(|finding| found(finding)));
    if let Some(more) = line.findings.len().checked_sub(FINDINGS).filter(|more| *more > 0) {
        lines.push(format!("… và {more} nội dung khác trong ket-qua-kiem-tra.xlsx"));
    }
    lines.join("\n")
}

/// Says what the unit explains, and what earlier rounds gave as their reasons.
pub fn explained(line: &Line<'_>, rounds: &Rounds) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(line.answer.and_then(|answer| answer.explanation.clone()));
    let spoken: BTreeSet<Round> =
        line.reasons.iter().map(|(round, _)| *round).chain(line.explained.iter().map(|(round, _)| *round)).collect();
    for round in spoken {
        let name = lower(&rounds.name(round).vi);
        let reasons = line.reasons.iter().find(|(of, _)| *of == round).map(|(_, reasons)| reasons.join("; "));
        lines.extend(reasons.map(|reasons| format!("Lý do {name}: {reasons}")));
        if let Some((_, answer)) = line.explained.iter().find(|(of, _)| *of == round) {
            lines.push(format!("Giải trình sau {name}: {}", said(line.leaf, answer).vi));
        }
    }
    lines.join("\n")
}

/// Says what a unit explains of a leaf: in its own words, and what it asks for.
pub fn said(leaf: &Leaf, answer: &Answer) -> Text {
    let own = answer.explanation.iter().map(Text::same);
    Text::join(&own.chain(proposed(leaf, answer)).collect::<Vec<_>>(), "; ")
}

/// Says what a unit asks for beside its own words: figures as it holds them to be, how many documents it adds.
pub fn proposed(leaf: &Leaf, answer: &Answer) -> Vec<Text> {
    let mut parts = Vec::new();
    for (input, figure) in &answer.figures {
        let label = leaf.inputs.iter().find(|one| one.id == *input).map_or(input.as_str(), |one| one.label.as_str());
        let Text { vi, en } = figure.words_of(&leaf.choices(input));
        parts.push(text!("đề nghị “{label}” là {vi}", "holds “{label}” to be {en}"));
    }
    if let count @ 1.. = answer.evidence.len() {
        parts.push(text!("bổ sung {count} tài liệu", "documents added: {count}"));
    }
    parts
}

/// Begins words with a small letter, as they stand within a sentence.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Says why a line does not apply to the unit; nothing where it does.
pub fn excuse(line: &Line<'_>) -> Option<&'static str> {
    Some(match line.excuse()? {
        Excuse::Campaign => "Đợt đánh giá miễn tiêu chí này cho đơn vị",
        Excuse::Unit => "Đơn vị ghi không áp dụng",
        Excuse::Rule => "Không phát sinh: không áp dụng",
        Excuse::Council => "Thẩm định xác định không áp dụng",
        Excuse::Condition => "Không đạt điều kiện của bộ tiêu chí",
        Excuse::Alternative => "Tính theo tiêu chí thay thế",
        Excuse::NoSurvey => NOT_APPLICABLE,
    })
}

/// Says that the unit asked that a line does not apply, where it applies all the same.
pub fn overruled(line: &Line<'_>) -> Option<&'static str> {
    (line.asks_not_to_apply() && line.leaf.may_not_apply && line.applies)
        .then_some("Đơn vị ghi không áp dụng, thẩm định xác định có áp dụng")
}

/// Says how a criterion is scored, for the head of its block.
pub fn how(set: &CriteriaSet, criterion: &Criterion, leaf: &Leaf) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(criterion.note.clone());
    if criterion.weight != Points::one() {
        lines.push(format!("Hệ số {}", criterion.weight.plain_vi()));
    }
    lines.extend(set.alternative_of(&criterion.id).map(|of| of.words().vi));
    lines.extend(leaf.paragraphs(&set.terms(criterion, leaf), Lang::Vi));
    lines.extend(set.conditions(&criterion.id).into_iter().map(|(_, requires)| requires.words(set).vi));
    lines.extend(leaf.deadline.map(|day| format!("Thời hạn: chậm nhất ngày {}.", date_vi(day))));
    if let Some(what) = &leaf.evidence.what {
        lines.push(format!("TLKC: {what}"));
    }
    lines.join("\n")
}
