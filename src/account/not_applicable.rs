//! Page of the ranking report: what did not apply to whom, who allowed it and why.

use super::cell::{Cell, centre, count, text};
use super::page::{Page, Table};
use super::words::{maximum, remarks};
use crate::assessment::{Round, Unit};
use crate::criteria::Criterion;
use crate::figure::CriterionId;
use crate::points::Points;
use crate::results::Results;
use crate::scoring::{Correction, Excuse, InForce, Scorecard, Trace};
use crate::text::{Lang, said};

/// What did not apply to a unit, and who says so.
struct Line<'a> {
    unit: &'a Unit,
    criterion: &'a Criterion,
    part: Option<&'a str>,
    /// Maximum that it takes out, unweighted.
    max: Points,
    by: String,
    reason: String,
}

/// Decided by the set, where a unit has no survey results.
const NO_SURVEY: (&str, &str) = ("Bộ tiêu chí: đơn vị không có kết quả điều tra xã hội học", "The set: the unit has no survey results");
/// Decided by the set, by the figures of the unit.
const NOTHING_AROSE: (&str, &str) =
    ("Bộ tiêu chí; đơn vị kê khai trong kỳ không phát sinh", "The set; the unit declares that nothing arose in the period");

/// Makes the page; `None` where everything applied to everybody.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let lines: Vec<Line<'_>> = results.units.iter().flat_map(|unit| of_unit(results, unit)).collect();
    if lines.is_empty() {
        return None;
    }
    let lang = results.lang;
    let mut page = Page::new(lang.word("Không áp dụng", "Not applicable"), results.campaign, true, &[5, 32, 9, 44, 10, 38, 46]);
    let title = lang.word("TIÊU CHÍ KHÔNG ÁP DỤNG, CĂN CỨ VÀ LÝ DO", "CRITERIA THAT DO NOT APPLY: ON WHAT GROUNDS, AND WHY");
    page.title(title, results.campaign, remarks(results));
    let head = lang.each([
        ("STT", "No."),
        ("Đơn vị", "Unit"),
        ("Mã", "Code"),
        ("Tiêu chí", "Criterion"),
        ("Điểm tối đa", "Max. points"),
        ("Theo quyết định của", "Decided by"),
        ("Lý do", "Reason"),
    ]);
    let mut table = Table::main(head.map(centre), 2);
    for (n, line) in lines.iter().enumerate() {
        table.row(row(n + 1, line, lang));
    }
    page.table(table);
    page.gap();
    page.paragraph(
        text(lang.word(
            "Điểm tối đa áp dụng của đơn vị đã trừ các tiêu chí này. Tiêu chí có tiêu chí thành phần được miễn cả nhóm thì ghi một dòng.",
            "The applicable maximum of each unit is without these criteria. A criterion that is excused with all its sub-criteria takes one line.",
        ))
        .italic(),
    );
    Some(page)
}

/// Makes a row.
fn row(number: usize, line: &Line<'_>, lang: Lang) -> Vec<Cell> {
    let (id, name) = (&line.criterion.id, &line.criterion.name);
    vec![
        count(number),
        text(line.unit.name.as_str()),
        centre(id.as_str()),
        text(line.part.map_or_else(|| name.clone(), |part| said!(lang, "{name}, phần “{part}”", "{name}, part “{part}”"))).size(11),
        maximum(&line.max),
        text(line.by.as_str()).size(11),
        text(line.reason.as_str()).size(11),
    ]
}

/// Lists what did not apply to a unit: what the campaign names as it names it, all else leaf by leaf.
fn of_unit<'a>(results: &Results<'a>, unit: &'a Unit) -> Vec<Line<'a>> {
    let (Some((_, set)), Some(card)) = (results.scored_by(unit), results.cards.get(&unit.id)) else { return Vec::new() };
    let excused = unit.not_applicable.named().filter_map(|id| {
        let reason = unit.not_applicable.reason(id).unwrap_or_default().to_owned();
        let criterion = set.find(id)?;
        Some(Line { unit, criterion, part: None, max: criterion.max.clone(), by: campaign(results.lang), reason })
    });
    let mut lines: Vec<Line<'a>> = excused.collect();
    for (criterion, _) in set.leaves() {
        let id = &criterion.id;
        if unit.not_applicable.contains(id) {
            continue;
        }
        let Some(excuse) = card.stages_of(id).and_then(|(_, trace)| trace?.excused) else { continue };
        if let Some((by, reason)) = told(results, unit, id, excuse, card) {
            lines.push(Line { unit, criterion, part: None, max: criterion.max.clone(), by, reason });
        }
    }
    for (criterion, leaf) in set.leaves() {
        let Some(trace) = card.stages_of(&criterion.id).and_then(|(_, trace)| trace).filter(|trace| trace.excused.is_none()) else {
            continue;
        };
        let max_of = |part: &str| leaf.rule.part(part).map(|(_, max)| max.clone()).unwrap_or_default();
        let taken = parts_taken_out(trace).into_iter().map(|(part, label, round)| {
            let reason = results.appraisal.reasons(round, &unit.id, &criterion.id).join("; ");
            Line { unit, criterion, part: Some(label), max: max_of(part), by: council(results, round), reason }
        });
        lines.extend(taken);
        let out = trace.outcome.as_ref().map(|outcome| leaf.rule.parts_out(outcome)).unwrap_or_default();
        let by_figures = out.into_iter().filter(|out| trace.applies.iter().all(|said| said.part.as_deref() != Some(out.id)));
        for out in by_figures {
            let corrected = trace.corrections.iter().filter(|one| out.inputs.contains(&one.input)).max_by_key(|one| one.round);
            let (by, reason) = by_figures_of(results, unit, &criterion.id, corrected);
            lines.push(Line { unit, criterion, part: Some(out.label), max: max_of(out.id), by, reason });
        }
    }
    lines
}

/// Says whose figures take a leaf or a part out, and why: those that the council corrected, else those that the unit declared.
fn by_figures_of(results: &Results<'_>, unit: &Unit, id: &CriterionId, corrected: Option<&Correction>) -> (String, String) {
    let lang = results.lang;
    if let Some(corrected) = corrected {
        return (council(results, corrected.round), results.appraisal.reasons(corrected.round, &unit.id, id).join("; "));
    }
    let answer = results.evidenced.get(&unit.id).and_then(|sent| sent.assessment.answers.get(id));
    let said = answer.and_then(|answer| answer.explanation.clone()).unwrap_or_default();
    (lang.word(NOTHING_AROSE.0, NOTHING_AROSE.1).into(), said)
}

/// Says who took a leaf out, and why; nothing of alternatives, where nobody decides.
fn told(results: &Results<'_>, unit: &Unit, id: &CriterionId, excuse: Excuse, card: &Scorecard) -> Option<(String, String)> {
    let answer = results.evidenced.get(&unit.id).and_then(|sent| sent.assessment.answers.get(id));
    let said = || answer.and_then(|answer| answer.explanation.clone()).unwrap_or_default();
    let lang = results.lang;
    match excuse {
        Excuse::Campaign => Some((campaign(lang), unit.not_applicable.reason(id).unwrap_or_default().to_owned())),
        Excuse::Unit => {
            let reason = said();
            let none = lang.word("(đơn vị chưa nêu lý do)", "(the unit gives no reason)");
            let by = lang.word("Đơn vị đề nghị, bộ tiêu chí cho phép", "The unit asked, and the set allows it");
            Some((by.into(), if reason.is_empty() { none.into() } else { reason }))
        }
        Excuse::Rule => {
            let trace = card.stages_of(id).and_then(|(_, trace)| trace);
            let corrected = trace.and_then(|trace| trace.corrections.iter().max_by_key(|one| one.round));
            Some(by_figures_of(results, unit, id, corrected))
        }
        Excuse::Condition => {
            Some((lang.word("Bộ tiêu chí: điều kiện không đạt", "The set: its condition does not hold").into(), String::new()))
        }
        Excuse::Council => {
            let (_, trace) = card.stages_of(id)?;
            let said = trace?.applies.iter().rev().find(|said| said.part.is_none() && !said.applies)?;
            Some((council(results, said.round), results.appraisal.reasons(said.round, &unit.id, id).join("; ")))
        }
        Excuse::NoSurvey => Some((lang.word(NO_SURVEY.0, NO_SURVEY.1).into(), String::new())),
        Excuse::Alternative => None,
    }
}

/// Lists the parts of a leaf that the council took out in words: id, name and round.
fn parts_taken_out(trace: &Trace) -> Vec<(&str, &str, Round)> {
    // What a later round gives back applies.
    let last = |said: &&InForce| trace.applies.iter().rfind(|other| other.part == said.part).is_some_and(|other| other.round == said.round);
    let out = trace.applies.iter().filter(last).filter(|said| !said.applies);
    out.filter_map(|said| Some((said.part.as_deref()?, said.label.as_deref()?, said.round))).collect()
}

/// Names a round of the council.
fn council(results: &Results<'_>, round: Round) -> String {
    let (lang, name) = (results.lang, results.campaign.rounds.name(round));
    let name = name.get(lang);
    said!(lang, "Hội đồng thẩm định ({name})", "The appraisal council ({name})")
}

/// Names the campaign as what decides.
fn campaign(lang: Lang) -> String {
    lang.word("Quy định của đợt đánh giá", "The rules of the campaign").into()
}
