//! Why a leaf of a unit fell short of its maximum, in a sentence or two: for its report and for the letter to it.

use super::unit_view::UnitView;
use crate::appraisal::{cause, stands_after};
use crate::assessment::{Round, Stage};
use crate::criteria::{Criterion, Leaf};
use crate::figure::CriterionId;
use crate::points::Points;
use crate::rule::{Scorer, Terms};
use crate::scoring::{AdjustmentScore, Node, Trace};
use crate::text::{Lang, said};

/// Says why points were lost, and what was taken beside them.
pub fn reason(view: &UnitView<'_>, node: &Node, criterion: &Criterion) -> String {
    let words = lost(view, node, criterion);
    let lines = view.card.iter().flat_map(|card| &card.adjustments);
    let mut beside = lines.filter(|line| line.trace.is_none() && line.id == criterion.id).filter_map(|line| line.official.as_ref());
    let Some(taken) = beside.find(|points| points.is_positive()) else { return words };
    let (lang, by) = (view.results.lang, view.rounding().spelled(taken, view.results.lang));
    let beside = said!(lang, "Bị trừ thêm {by} điểm.", "A further {by} points are taken.");
    if words.is_empty() { beside } else { format!("{words}\n{beside}") }
}

/// Says why points were lost: by the council's words, by what lacks evidence, else by the figures; where none of these explains
/// the points, who gave them.
fn lost(view: &UnitView<'_>, node: &Node, criterion: &Criterion) -> String {
    let lang = view.results.lang;
    let Some(leaf) = criterion.leaf() else { return String::new() };
    if leaf.scorer() == Scorer::Survey {
        let words = if node.stages.survey.is_none() {
            lang.word("Chưa có kết quả điều tra xã hội học", "Without results of the sociological survey")
        } else {
            lang.word("Theo kết quả điều tra xã hội học", "By the sociological survey")
        };
        return words.into();
    }
    let trace = node.trace.as_deref();
    failing(view, trace)
        .or_else(|| left_blank(node, leaf, lang))
        .or_else(|| corrected(view, node, (criterion, leaf), trace?))
        .or_else(|| said_by_council(view, node, criterion, leaf))
        .or_else(|| withheld(view, node, trace?))
        .or_else(|| worked_out(view, node, (criterion, leaf), trace?))
        .or_else(|| by_others(view, criterion, trace?))
        .unwrap_or_else(|| given_by(leaf, node, (view, criterion)))
}

/// Says that a unit left its own leaf blank, and nobody has given it points since.
fn left_blank(node: &Node, leaf: &Leaf, lang: Lang) -> Option<String> {
    let stages = &node.stages;
    let nothing = [&stages.claimed, &stages.computed, &stages.accepted, &node.official].into_iter().all(Option::is_none);
    let nothing = nothing && stages.appraised.is_empty() && leaf.scorer() == Scorer::Unit;
    nothing.then(|| lang.word("Đơn vị để trống, chưa có điểm", "Left blank by the unit; no points yet").into())
}

/// Least rows that share a reason of their own figures, to be said below them.
const SHARED: usize = 3;

/// Says below a table what several of its rows give as their reason: each of these has a number in its place.
pub fn said_once(reasons: &mut [String]) -> Vec<String> {
    let mut lines: Vec<(String, String)> = Vec::new();
    let all = reasons.to_vec();
    for words in reasons.iter_mut().filter(|words| !words.is_empty()) {
        let count = all.iter().filter(|other| *other == words).count();
        let is_general = !words.contains(|letter: char| letter.is_ascii_digit());
        if count < SHARED && !(is_general && count > 1) {
            continue;
        }
        let known = lines.iter().find(|(said, _)| said == words).map(|(_, mark)| mark.clone());
        let mark = known.unwrap_or_else(|| format!("({})", lines.len() + 1));
        if !lines.iter().any(|(_, other)| *other == mark) {
            lines.push((words.clone(), mark.clone()));
        }
        *words = mark;
    }
    lines.into_iter().map(|(said, mark)| format!("{mark} {said}")).collect()
}

/// Names the conditions of the set that are not met.
fn failing(view: &UnitView<'_>, trace: Option<&Trace>) -> Option<String> {
    let failing = trace?.required.iter().filter(|required| required.holds != Some(true) && !required.overruled);
    let words: Vec<String> = failing.map(|required| required.words(view.set, view.rounding()).get(view.results.lang).to_owned()).collect();
    (!words.is_empty()).then(|| words.join("\n"))
}

/// Says that a round changed the points though nobody typed anything for the leaf: units that it is compared with changed.
fn by_others(view: &UnitView<'_>, criterion: &Criterion, trace: &Trace) -> Option<String> {
    let Some(Stage::Appraised(round)) = trace.reached else { return None };
    let cause = cause(view.results, view.unit, criterion, round);
    Some(cause.reason.get(view.results.lang).to_owned()).filter(|words| !cause.typed && !words.is_empty())
}

/// Says what figures come to that the council corrected, and what it said of them.
fn corrected(view: &UnitView<'_>, node: &Node, leaf: (&Criterion, &Leaf), trace: &Trace) -> Option<String> {
    let words = worked_out(view, node, leaf, trace).filter(|_| !trace.corrections.is_empty())?;
    let mut said: Vec<&str> = trace.corrections.iter().filter_map(|one| one.reason.as_deref()).collect();
    said.dedup();
    Some(std::iter::once(words.as_str()).chain(said).collect::<Vec<_>>().join("\n"))
}

/// Gives what the council said when it gave less than the unit claims or had, or gave the first points; where it typed nothing
/// then, what else changed the points. What it said when it left points as they were, or gave more, is no reason for what is
/// missing, and nothing of it is where a later round gives all back.
fn said_by_council(view: &UnitView<'_>, node: &Node, criterion: &Criterion, leaf: &Leaf) -> Option<String> {
    let (appraisal, official) = (view.results.appraisal, view.results.campaign.official);
    let limit = if leaf.scorer() == Scorer::Council { official.max(Stage::Appraised(Round::FIRST)) } else { official };
    let printed = |points: Option<&Points>| points.map(|points| view.rounding().print(points));
    let trace = node.trace.as_deref();
    let is_given_back = |round: Round| trace.is_some_and(|trace| trace.turns.iter().any(|(of, out)| *of == round && !*out));
    let mut stood = printed(node.stages.claimed.as_ref().or(node.stages.accepted.as_ref()));
    // What there was before it fell, and why it fell.
    let mut fell: Option<(Option<Points>, String)> = None;
    for round in appraisal.all_rounds().into_iter().filter(|round| Stage::Appraised(*round) <= limit) {
        let stands = printed(stands_after(&node.stages, trace, round));
        if stands == stood {
            continue;
        }
        if stood.is_none() && is_given_back(round) {
            fell = None;
        } else if stood.is_none() || stands < stood {
            let said = appraisal.reasons(round, &view.unit.id, &criterion.id).join("\n");
            let cause = || cause(view.results, view.unit, criterion, round).reason.get(view.results.lang).to_owned();
            let said = if said.is_empty() { cause() } else { said };
            let before = fell.take().map_or(stood, |(before, _)| before);
            fell = Some((before, said));
        } else if fell.as_ref().is_some_and(|(before, _)| before.is_some() && stands >= *before) {
            fell = None;
        }
        stood = stands;
    }
    fell.map(|(_, said)| said).filter(|said| !said.is_empty())
}

/// Gives what the council said of a line outside the tree, or of a penalty beside a leaf, the last time that it said anything.
pub fn said_of_penalty(view: &UnitView<'_>, id: &CriterionId) -> Option<String> {
    let (appraisal, official) = (view.results.appraisal, view.results.campaign.official);
    let rounds = appraisal.all_rounds().into_iter().rev().filter(|round| Stage::Appraised(*round) <= official);
    let mut said = rounds.map(|round| appraisal.reasons(round, &view.unit.id, id).join("; "));
    said.find(|said| !said.is_empty())
}

/// Says why a line outside the tree gave or took points: by the council's words, else by the figures.
pub fn of_line(view: &UnitView<'_>, line: &AdjustmentScore) -> Option<String> {
    let worked_out = || {
        let criterion = &view.set.line(&line.id)?.criterion;
        let (leaf, outcome) = (criterion.leaf()?, line.trace.as_ref()?.outcome.as_ref()?);
        let terms = Terms { rounding: view.rounding(), ..view.set.terms(criterion, leaf) };
        let sentences = leaf.rule.explain(outcome, &terms);
        Some(sentences.iter().map(|sentence| sentence.get(view.results.lang)).collect::<Vec<_>>().join(" "))
    };
    said_of_penalty(view, &line.id).or_else(worked_out).filter(|words| !words.is_empty())
}

/// Names what was withheld for, where nobody has changed the points since.
fn withheld(view: &UnitView<'_>, node: &Node, trace: &Trace) -> Option<String> {
    let first = trace.withheld.first().filter(|_| is_same(view, node, node.stages.accepted.as_ref()))?;
    Some(first.code.title.get(view.results.lang).to_owned())
}

/// Says what the figures came to, which explains points that nobody changed.
fn worked_out(view: &UnitView<'_>, node: &Node, (criterion, leaf): (&Criterion, &Leaf), trace: &Trace) -> Option<String> {
    let outcome = trace.outcome.as_ref()?;
    if trace.corrections.is_empty() && !is_same(view, node, node.stages.computed.as_ref()) {
        return None;
    }
    let terms = Terms { rounding: view.rounding(), ..view.set.terms(criterion, leaf) };
    let sentences = leaf.rule.explain(outcome, &terms);
    let words = sentences.iter().map(|sentence| sentence.get(view.results.lang)).collect::<Vec<_>>().join("\n");
    Some(words).filter(|words| !words.is_empty())
}

/// Tells whether the official points print as those of an earlier stage; none and none of them are 0.
fn is_same(view: &UnitView<'_>, node: &Node, stage: Option<&Points>) -> bool {
    let printed = |points: Option<&Points>| points.map(|points| view.rounding().print(points)).unwrap_or_default();
    printed(stage) == printed(node.official.as_ref())
}

/// Says whose points they are.
fn given_by(leaf: &Leaf, node: &Node, (view, criterion): (&UnitView<'_>, &Criterion)) -> String {
    let lang = view.results.lang;
    // What a round leaves as it was is still the unit's.
    let changed = !is_same(view, node, node.stages.accepted.as_ref());
    let words = match (leaf.scorer(), node.trace.as_ref().and_then(|trace| trace.reached).filter(|_| changed)) {
        (Scorer::Council, _) if node.stages.appraised.is_empty() => {
            lang.word("Hội đồng thẩm định chưa chấm", "Not scored by the appraisal council yet")
        }
        (Scorer::Council, _) => lang.word("Hội đồng thẩm định chấm", "Scored by the appraisal council"),
        (_, Some(Stage::Appraised(round))) => {
            let said = view.results.appraisal.reasons(round, &view.unit.id, &criterion.id).join("; ");
            let words = lang.word("Điểm thẩm định", "Appraised points");
            let silent = lang.word("Hội đồng thẩm định chấm, chưa ghi lý do", "Given by the appraisal council, which wrote no reason");
            return if said.is_empty() { silent.into() } else { format!("{words}: {said}") };
        }
        _ if !leaf.rule.takes_claims() => {
            lang.word("Số liệu của đơn vị, so với các đơn vị trong khối", "Figures of the unit, against those of its group")
        }
        _ => {
            let claimed = node.stages.claimed.as_ref().filter(|claimed| is_same(view, node, Some(*claimed)));
            if let Some(claimed) = claimed {
                let points = view.rounding().spelled(claimed, lang);
                return said!(lang, "Đơn vị tự chấm {points} điểm", "The unit claims {points} points");
            }
            lang.word("Số liệu, điểm tự đánh giá của đơn vị", "Figures and claim of the unit")
        }
    };
    words.into()
}
