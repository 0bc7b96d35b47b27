//! What appraisal changed of what a unit claimed.

use crate::assessment::{Appraisal, Round, Unit};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign};
use crate::figure::CriterionId;
use crate::points::{Points, Rounding};
use crate::rule::Scorer;
use crate::scoring::{Excuse, Scorecard, Stages, Trace};

/// Leaf of a unit that came out other than it was claimed.
pub struct Change<'a> {
    /// Which.
    pub criterion: &'a Criterion,
    /// The same, as a leaf.
    pub leaf: &'a Leaf,
    /// What the unit claimed, as it counts: what is computed, where nothing was typed.
    pub claim: Option<&'a Points>,
    /// What stands after the round; `None` where the council found that it does not apply, or nothing stands.
    pub came: Option<&'a Points>,
    /// Whether the council typed points or figures for it, in any round so far.
    pub appraised: bool,
    /// Whether it no longer applies by the council's word.
    pub out: bool,
    /// Stages of the leaf.
    pub stages: &'a Stages,
    /// How it came to its points.
    pub trace: Option<&'a Trace>,
}

/// Lists the leaves of a unit that came out other than claimed after a round, as printed, in the order of the set.
pub fn changes<'a>(
    set: &'a CriteriaSet,
    rounding: Rounding,
    unit: &'a Unit,
    card: &'a Scorecard,
    appraisal: &'a Appraisal,
    round: Round,
) -> Vec<Change<'a>> {
    let open = |(criterion, leaf): &(&Criterion, &Leaf)| leaf.scorer() != Scorer::Survey && !unit.not_applicable.contains(&criterion.id);
    let change = |(criterion, leaf): (&'a Criterion, &'a Leaf)| {
        let (stages, trace) = stages_of(card, &criterion.id)?;
        let claim = stages.claimed.as_ref().or(stages.computed.as_ref());
        let out = trace.is_some_and(|trace| trace.excused == Some(Excuse::Council));
        let last = stages.appraised.up_to(&round);
        let came = last.or(stages.accepted.as_ref()).filter(|_| !out);
        let typed = |round: &Round| {
            appraisal.entry(*round, &unit.id, &criterion.id).is_some()
                || appraisal.corrected.get(round).is_some_and(|of| of.get(&unit.id).is_some_and(|of| of.contains_key(&criterion.id)))
        };
        let appraised = (1..=round.number()).filter_map(Round::new).any(|round| typed(&round));
        let penalty = set.adjustments.iter().any(|line| line.criterion.id == criterion.id && line.sign == Sign::Penalty);
        let printed = |points: Option<&Points>| points.map(|points| rounding.print(points));
        let changed = match (printed(claim), printed(came)) {
            (Some(claim), Some(came)) => claim != came,
            (Some(claim), None) => out && !claim.is_zero(),
            // What only the council scores was never claimed; a penalty is told all the same.
            (None, Some(came)) => penalty && !came.is_zero(),
            (None, None) => false,
        };
        changed.then_some(Change { criterion, leaf, claim, came, appraised, out, stages, trace })
    };
    set.leaves().filter(open).filter_map(change).collect()
}

/// Finds the stages of a leaf, and how it came to its points.
pub fn stages_of<'a>(card: &'a Scorecard, id: &CriterionId) -> Option<(&'a Stages, Option<&'a Trace>)> {
    if let Some(node) = card.nodes.iter().find(|node| node.id == *id) {
        return Some((&node.stages, node.trace.as_deref()));
    }
    let line = card.adjustments.iter().find(|line| line.id == *id && line.trace.is_some())?;
    Some((&line.stages, line.trace.as_deref()))
}
