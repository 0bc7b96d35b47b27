//! What the council has settled of what a unit sent.

use std::collections::BTreeSet;

use super::Scorecard;
use crate::assessment::{Appraisal, Round, Stage};
use crate::figure::{CriterionId, UnitId};

/// Lists the leaves of which a round says something that counts.
pub fn appraised<'a>(appraisal: &'a Appraisal, card: Option<&Scorecard>, unit: &UnitId, round: Round) -> BTreeSet<&'a CriterionId> {
    let mut leaves = appraisal.leaves(round, unit);
    let trace = |leaf: &CriterionId| card.and_then(|card| card.stages_of(leaf)?.1);
    leaves.retain(|leaf| trace(leaf).is_none_or(|trace| !trace.refused.contains(&round)));
    leaves
}

/// Lists the leaves and lines of a unit that the council scored itself, up to the official stage.
pub fn settled<'a>(appraisal: &'a Appraisal, card: Option<&Scorecard>, unit: &UnitId, official: Stage) -> BTreeSet<&'a CriterionId> {
    let rounds = appraisal.all_rounds().into_iter().filter(|round| Stage::Appraised(*round) <= official);
    rounds.flat_map(|round| appraised(appraisal, card, unit, round)).collect()
}
