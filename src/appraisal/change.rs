//! What appraisal changed of what a unit claimed.

use std::collections::BTreeSet;

use crate::assessment::{Round, Stage, Unit};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign};
use crate::figure::CriterionId;
use crate::finding::Place;
use crate::points::{Points, Rounding};
use crate::results::Results;
use crate::rule::Scorer;
use crate::scoring::{Conditioned, Scorecard, Stages, Trace};
use crate::text;
use crate::text::Text;

/// Leaf of a unit that came out other than it was claimed.
pub struct Change<'a> {
    /// Criterion that was changed.
    pub criterion: &'a Criterion,
    /// Set that it is of.
    pub set: &'a CriteriaSet,
    /// The same, as a leaf.
    pub leaf: &'a Leaf,
    /// What the unit claimed, as it counts: what is computed, where nothing was typed.
    pub claim: Option<&'a Points>,
    /// What stands after the round; `None` where the council found that it does not apply, or nothing stands.
    pub came: Option<&'a Points>,
    /// Whether it no longer applies by the council's word.
    pub out: bool,
}

/// Gives the points that a round left a leaf with: its own or those of one before it.
pub fn last_that_counts<'a>(stages: &'a Stages, trace: Option<&Trace>, round: Round) -> Option<&'a Points> {
    let counts = |of: &Round| *of <= round && trace.is_none_or(|trace| !trace.refused.contains(of));
    stages.appraised.iter().rfind(|(of, _)| counts(of)).map(|(_, points)| points)
}

/// Gives what stands of a leaf after a round: `None` where it does not apply, or has no points.
pub fn stands_after<'a>(stages: &'a Stages, trace: Option<&'a Trace>, round: Round) -> Option<&'a Points> {
    if trace.is_some_and(|trace| trace.is_out_after(round)) {
        return None;
    }
    if let Some(conditioned) = trace.and_then(|trace| trace.conditioned.up_to(&Stage::Appraised(round))) {
        return conditioned.counts.as_ref();
    }
    last_that_counts(stages, trace, round).or(stages.accepted.as_ref())
}

/// Why a round changed a leaf, and where that stands.
pub struct Cause {
    /// In words; empty where nobody says.
    pub reason: Text,
    /// Where it was typed.
    pub place: Place,
    /// Whether the reason is that of the council, in its own words.
    pub typed: bool,
    /// Conditions of the set by which what was typed does not count; empty where it does.
    pub failing: Text,
}

impl Cause {
    /// Says all of it.
    pub fn told(&self) -> Text {
        let known: Vec<Text> = [&self.reason, &self.failing].into_iter().filter(|words| !words.vi.is_empty()).cloned().collect();
        Text::join(&known, "; ")
    }
}

/// Says why a round changed a leaf: that a condition of the set fell or was met, else what the council typed for it, else that
/// units with which it is compared got other figures.
pub fn cause(results: &Results<'_>, unit: &Unit, criterion: &Criterion, round: Round) -> Cause {
    let condition = by_condition(results, unit, criterion, Stage::Appraised(round));
    let failing = match condition {
        Some((true, cause)) => return cause,
        Some((false, cause)) => cause.reason,
        None => Text::default(),
    };
    let (appraisal, id) = (results.appraisal, &criterion.id);
    let touched = |unit: &Unit| appraisal.leaves(round, &unit.id).contains(id);
    let compares = criterion.leaf().is_some_and(|leaf| !leaf.rule.takes_claims());
    if touched(unit) || !compares {
        let place = appraisal.typed_at(round, &unit.id, id).cloned().unwrap_or_default();
        let failing = if touched(unit) { failing } else { Text::default() };
        return Cause { reason: Text::same(appraisal.reasons(round, &unit.id, id).join("; ")), place, typed: true, failing };
    }
    // Points alone change nothing of what the others are compared with.
    let moved = |other: &&Unit| other.group == unit.group && compared_anew(results, other, id, round);
    let others: Vec<&Unit> = results.units.iter().filter(moved).collect();
    let names = others.iter().map(|other| format!("“{}”", other.name)).collect::<Vec<_>>().join(", ");
    let places: Vec<&Place> = others.iter().filter_map(|other| appraisal.typed_at(round, &other.id, id)).collect();
    let place = shared_place(&places);
    let reason = text!(
        "Tiêu chí so với đơn vị cao nhất của khối; số liệu của {names} thay đổi",
        "The criterion compares with the best of the group; the figures of {names} changed"
    );
    Cause { reason: if names.is_empty() { Text::default() } else { reason }, place, typed: false, failing: Text::default() }
}

/// Tells whether a round changed what others are compared with: figures of a unit that count, or whether its leaf applies.
fn compared_anew(results: &Results<'_>, unit: &Unit, leaf: &CriterionId, round: Round) -> bool {
    let trace = results.cards.get(&unit.id).and_then(|card| card.stages_of(leaf)?.1);
    if trace.is_some_and(|trace| trace.refused.contains(&round)) {
        return false;
    }
    let corrected = results.appraisal.corrected.get(&round).and_then(|of| of.get(&unit.id)?.get(leaf));
    let said = results.appraisal.applies.get(&round).and_then(|of| of.get(&unit.id)?.get(leaf));
    corrected.is_some_and(|of| !of.is_empty()) || said.is_some_and(|of| !of.is_empty())
}

/// Says which conditions of the set make something else of a leaf from a stage on (`true`), or by which it still does not count,
/// and where that was typed which they look at.
pub fn by_condition(results: &Results<'_>, unit: &Unit, criterion: &Criterion, stage: Stage) -> Option<(bool, Cause)> {
    let (group, set) = results.scored_by(unit)?;
    let (_, trace) = results.cards.get(&unit.id)?.stages_of(&criterion.id)?;
    let Conditioned { turned, found, .. } = trace?.conditioned.get(&stage).filter(|conditioned| !conditioned.found.is_empty())?;
    let words: Vec<Text> = found.iter().map(|required| required.words(set, group.rounding)).collect();
    let mut places = Vec::new();
    if let Stage::Appraised(round) = stage {
        let leaves = found.iter().flat_map(|required| set.looked_at(&required.requirement));
        places.extend(leaves.filter_map(|leaf| results.appraisal.typed_at(round, &unit.id, &leaf.id)));
    }
    let cause = Cause { reason: Text::join(&words, " "), place: shared_place(&places), typed: false, failing: Text::default() };
    Some((*turned, cause))
}

/// Gives the one place of which there is but one, or the file that all are in.
fn shared_place(places: &[&Place]) -> Place {
    let files: BTreeSet<&String> = places.iter().filter_map(|place| place.file.as_ref()).collect();
    match (places, files.first()) {
        ([one], _) => (*one).clone(),
        (_, Some(file)) if files.len() == 1 => Place::file(file.as_str()),
        _ => Place::default(),
    }
}

/// Lists the leaves of a unit that came out other than claimed after a round, as [`changes`] does, but only those of which a
/// round up to that one said something: by what was typed, by a comparison, or by a condition of the set.
pub fn changes_by_rounds<'a>(
    set: &'a CriteriaSet,
    rounding: Rounding,
    unit: &'a Unit,
    card: &'a Scorecard,
    round: Round,
) -> Vec<Change<'a>> {
    let is_touched = |(stages, trace): (&Stages, Option<&Trace>)| {
        last_that_counts(stages, trace, round).is_some() || trace.is_some_and(|trace| is_said(trace, round))
    };
    let mut changes = changes(set, rounding, unit, card, round);
    changes.retain(|change| card.stages_of(&change.criterion.id).is_some_and(is_touched));
    changes
}

/// Tells whether a round up to one said that a leaf applies or not, or turned a condition that it has.
fn is_said(trace: &Trace, round: Round) -> bool {
    let conditioned = |stage: &Stage| matches!(stage, Stage::Appraised(of) if *of <= round);
    trace.applies.iter().any(|said| said.round <= round)
        || trace.turns.iter().any(|(of, _)| *of <= round)
        || trace.conditioned.iter().any(|(stage, _)| conditioned(stage))
}

/// Lists the leaves of a unit that came out other than claimed after a round, as printed, in the order of the set.
pub fn changes<'a>(set: &'a CriteriaSet, rounding: Rounding, unit: &'a Unit, card: &'a Scorecard, round: Round) -> Vec<Change<'a>> {
    let open = |(criterion, leaf): &(&Criterion, &Leaf)| leaf.scorer() != Scorer::Survey && !unit.not_applicable.contains(&criterion.id);
    let change = |(criterion, leaf): (&'a Criterion, &'a Leaf)| {
        let (stages, trace) = card.stages_of(&criterion.id)?;
        let claim = stages.claimed.as_ref().or(stages.computed.as_ref());
        // What later rounds say is not told of this one.
        let (is_out, was_out) = trace.map_or((false, false), |trace| (trace.is_out_after(round), trace.is_out_before_rounds()));
        let out = is_out && !was_out;
        let last = last_that_counts(stages, trace, round);
        let came = stands_after(stages, trace, round);
        let penalty = set.sign(&criterion.id) == Some(Sign::Penalty);
        let printed = |points: Option<&Points>| points.map(|points| rounding.print(points));
        // What the unit holds not to apply was never claimed; points that keep it in the maximum are the council's all the same.
        let brought_back = was_out && !is_out && last.is_some();
        let changed = match (printed(claim), printed(came)) {
            _ if brought_back => true,
            (Some(claim), Some(came)) => claim != came,
            (Some(claim), None) => out && !claim.is_zero(),
            // What only the council scores was never claimed; a penalty is told all the same.
            (None, Some(came)) => penalty && !came.is_zero(),
            (None, None) => false,
        };
        changed.then_some(Change { criterion, set, leaf, claim, came, out })
    };
    set.leaves().filter(open).filter_map(change).collect()
}
