//! What appraisal changed of what a unit claimed.

use crate::assessment::{Round, Unit};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign};
use crate::points::{Points, Rounding};
use crate::rule::Scorer;
use crate::scoring::{Excuse, Scorecard, Stages, Trace};

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

/// Gives the points that a round left a leaf with: its own or those of one before it. What counts as not typed is passed over.
pub fn last_that_counts<'a>(stages: &'a Stages, trace: Option<&Trace>, round: Round) -> Option<&'a Points> {
    let counts = |of: &Round| *of <= round && trace.is_none_or(|trace| !trace.refused.contains(of));
    stages.appraised.iter().rfind(|(of, _)| counts(of)).map(|(_, points)| points)
}

/// Lists the leaves of a unit that came out other than claimed after a round, as printed, in the order of the set.
pub fn changes<'a>(set: &'a CriteriaSet, rounding: Rounding, unit: &'a Unit, card: &'a Scorecard, round: Round) -> Vec<Change<'a>> {
    let open = |(criterion, leaf): &(&Criterion, &Leaf)| leaf.scorer() != Scorer::Survey && !unit.not_applicable.contains(&criterion.id);
    let change = |(criterion, leaf): (&'a Criterion, &'a Leaf)| {
        let (stages, trace) = card.stages_of(&criterion.id)?;
        let claim = stages.claimed.as_ref().or(stages.computed.as_ref());
        let out = trace.is_some_and(|trace| trace.excused == Some(Excuse::Council));
        let last = last_that_counts(stages, trace, round);
        let came = last.or(stages.accepted.as_ref()).filter(|_| !out);
        let penalty = set.sign(&criterion.id) == Some(Sign::Penalty);
        let printed = |points: Option<&Points>| points.map(|points| rounding.print(points));
        // What the unit holds not to apply was never claimed; points that keep it in the maximum are the council's all the same.
        let brought_back = trace.is_some_and(|trace| trace.declared_out && trace.excused.is_none()) && last.is_some();
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
