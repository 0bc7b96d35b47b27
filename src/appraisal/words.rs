//! What the table says of a line: its documents and what was found at them, what the unit explains, what earlier rounds said.

use super::plan::Line;
use crate::assessment::{Answer, Rounds};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::date_in;
use crate::finding::Finding;
use crate::form::template::marks::severity;
use crate::form::template::rule_words::asks_evidence;
use crate::points::Points;
use crate::rule::{NOT_APPLICABLE_WORDS, Scorer};
use crate::scoring::Excuse;
use crate::text;
use crate::text::{Lang, Text, Words, said};

/// Most documents that are listed in a line; the sheet of documents has all.
const DOCUMENTS: usize = 4;
/// Most findings that are listed in a line; the report of findings has all.
const FINDINGS: usize = 5;
/// Most letters of one of them.
const LONGEST: usize = 220;

/// Says a finding in a line: how bad it is, what, and its code.
pub fn found(finding: &Finding, lang: Lang) -> String {
    let kind = severity(finding.severity, lang);
    let (code, message) = (finding.code.id, crate::look::shortened(finding.message.get(lang), LONGEST));
    format!("{kind} {code}: {message}")
}

/// Says which documents back a line, and what was found.
pub fn looked(line: &Line<'_>, lang: Lang) -> String {
    // What does not count yet is said first, and whole: the workbook may take the place of the one in which it stands.
    let mut lines: Vec<String> = line.unsettled.into_iter().flat_map(|kept| &kept.said).map(|said| said.get(lang).to_owned()).collect();
    let documents = line.answer.map(|answer| answer.evidence.as_slice()).unwrap_or_default();
    match documents.len() {
        0 if asks_evidence(&line.leaf.evidence) && line.leaf.scorer() == Scorer::Unit && !line.excused() => {
            lines.push(lang.word("Không nêu tài liệu.", "No document is named.").into());
        }
        0 => {}
        count => {
            let named: Vec<String> = documents.iter().take(DOCUMENTS).map(|document| document.cited(lang)).collect();
            let (named, more) = (named.join("; "), if count > DOCUMENTS { "; …" } else { "" });
            lines.push(said!(lang, "{count} tài liệu: {named}{more}", "Documents, {count}: {named}{more}"));
        }
    }
    lines.extend(line.findings.iter().take(FINDINGS).map(|finding| found(finding, lang)));
    if let Some(more) = line.findings.len().checked_sub(FINDINGS).filter(|more| *more > 0) {
        lines.push(said!(lang, "… và {more} nội dung khác trong ket-qua-kiem-tra.xlsx", "… and {more} more in ket-qua-kiem-tra.xlsx"));
    }
    lines.join("\n")
}

/// Says what earlier rounds gave as their reasons, a line each.
pub fn reasons(line: &Line<'_>, rounds: &Rounds, lang: Lang) -> Vec<String> {
    let said = line.reasons.iter().map(|(round, reasons)| {
        let (name, reasons) = (rounds.name(*round), reasons.join("; "));
        let name = lower(name.get(lang));
        said!(lang, "Lý do {name}: {reasons}", "Reason, {name}: {reasons}")
    });
    said.collect()
}

/// Says what the unit explains: with its form, and after earlier rounds.
pub fn explained(line: &Line<'_>, rounds: &Rounds, lang: Lang) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(line.answer.and_then(|answer| answer.explanation.clone()));
    for (round, answer) in &line.explained {
        let name = rounds.name(*round);
        let (name, explanation) = (lower(name.get(lang)), said(line.leaf, answer));
        let words = explanation.get(lang);
        lines.push(said!(lang, "Giải trình sau {name}: {words}", "Explanation after “{name}”: {words}"));
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
        let label = leaf.input(input).map_or(input.as_str(), |one| one.label.as_str());
        let Text { vi, en } = figure.words_of(&leaf.choices(input));
        parts.push(text!("đề nghị “{label}” là {vi}", "asks for “{label}” to be {en}"));
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
pub fn excuse(line: &Line<'_>) -> Option<Words> {
    Some(match line.excuse()? {
        Excuse::Campaign => {
            Words { vi: "Đợt đánh giá miễn tiêu chí này cho đơn vị", en: "The campaign excuses the unit of this criterion" }
        }
        Excuse::Unit => Words { vi: "Đơn vị ghi không áp dụng", en: "The unit says that it does not apply" },
        Excuse::Rule => Words { vi: "Không phát sinh: không áp dụng", en: "Nothing arose: not applicable" },
        Excuse::Council => Words { vi: "Không áp dụng theo kết quả thẩm định", en: "Not applicable, as the council found" },
        Excuse::Condition => Words { vi: "Không đạt điều kiện của bộ tiêu chí", en: "A condition of the set does not hold" },
        Excuse::Alternative => Words { vi: "Tính theo tiêu chí thay thế", en: "An alternative counts in its place" },
        Excuse::NoSurvey => NOT_APPLICABLE_WORDS,
    })
}

/// Says that the unit asked that a line does not apply, where it applies all the same.
pub fn overruled(line: &Line<'_>) -> Option<Words> {
    (line.asks_not_to_apply() && line.leaf.may_not_apply && line.applies).then_some(Words {
        vi: "Đơn vị ghi không áp dụng; theo kết quả thẩm định thì có áp dụng",
        en: "The unit says that it does not apply; the council found that it does",
    })
}

/// Says how a criterion is scored, for the head of its block.
pub fn how(set: &CriteriaSet, criterion: &Criterion, leaf: &Leaf, lang: Lang) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(criterion.note.clone());
    if criterion.weight != Points::one() {
        let weight = criterion.weight.plain_in(lang);
        lines.push(said!(lang, "Hệ số {weight}", "Weight {weight}"));
    }
    lines.extend(set.alternative_of(&criterion.id).map(|of| of.words().get(lang).to_owned()));
    lines.extend(leaf.paragraphs(&set.terms(criterion, leaf), lang));
    lines.extend(set.line_words(&criterion.id).into_iter().map(|words| words.get(lang).to_owned()));
    let conditions = set.conditions(&criterion.id).into_iter().filter_map(|(of, _)| of.condition_words(set));
    lines.extend(conditions.map(|words| words.get(lang).to_owned()));
    let last = leaf.deadline.map(|day| date_in(day, lang));
    lines.extend(last.map(|day| said!(lang, "Thời hạn: chậm nhất ngày {day}.", "Deadline: {day}.")));
    if let Some(what) = &leaf.evidence.what {
        lines.push(said!(lang, "TLKC: {what}", "Evidence: {what}"));
    }
    lines.join("\n")
}
