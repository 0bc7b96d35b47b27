//! Why a leaf of a unit fell short of its maximum, in a sentence or two: for its report and for the letter to it.

use super::unit_view::UnitView;
use crate::assessment::Stage;
use crate::criteria::{Criterion, Leaf};
use crate::points::Points;
use crate::rule::{Scorer, Terms};
use crate::scoring::{Node, Trace};

/// Says why points were lost: by the council's words, by what lacks evidence, else by the figures; where none of these explains
/// the points, who gave them.
pub fn reason(view: &UnitView<'_>, node: &Node, criterion: &Criterion) -> String {
    let lang = view.results.lang;
    let Some(leaf) = criterion.leaf() else { return String::new() };
    if leaf.scorer() == Scorer::Survey {
        return lang.word("Theo kết quả điều tra xã hội học", "By the sociological survey").into();
    }
    let trace = node.trace.as_deref();
    said_by_council(view, criterion)
        .or_else(|| withheld(view, node, trace?))
        .or_else(|| worked_out(view, node, (criterion, leaf), trace?))
        .unwrap_or_else(|| given_by(leaf, trace, view).into())
}

/// Gives the last word of the council that counts.
fn said_by_council(view: &UnitView<'_>, criterion: &Criterion) -> Option<String> {
    let (appraisal, official) = (view.results.appraisal, view.results.campaign.official);
    let rounds = appraisal.all_rounds().into_iter().rev().filter(|round| Stage::Appraised(*round) <= official);
    let mut reasons = rounds.map(|round| appraisal.reasons(round, &view.unit.id, &criterion.id).join("\n"));
    reasons.find(|reasons| !reasons.is_empty())
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
fn given_by(leaf: &Leaf, trace: Option<&Trace>, view: &UnitView<'_>) -> &'static str {
    let lang = view.results.lang;
    match (leaf.scorer(), trace.and_then(|trace| trace.reached)) {
        (Scorer::Council, _) => lang.word("Hội đồng thẩm định chấm", "Scored by the appraisal council"),
        (_, Some(Stage::Appraised(_))) => lang.word("Điểm thẩm định", "Appraised points"),
        _ => lang.word("Số liệu, điểm tự đánh giá của đơn vị", "Figures and claim of the unit"),
    }
}
