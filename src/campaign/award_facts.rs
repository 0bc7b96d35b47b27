//! What the run knows of each unit, as far as the campaign's awards ask for it.

use std::collections::{BTreeMap, BTreeSet};

use super::merits::{BeforePlaces, merits};
use super::plan::Plan;
use crate::assessment::{Arrivals, Stage};
use crate::award::{AwardRule, Facts};
use crate::figure::{CriterionId, UnitId};
use crate::finding::Finding;
use crate::points::Points;
use crate::ranking::{Ranking, official};
use crate::scoring::Scorecard;

/// What the run came to, before awards.
#[derive(Clone, Copy)]
pub struct BeforeAwards<'a> {
    /// What it came to before places.
    pub before: BeforePlaces<'a>,
    /// Places of every group.
    pub ranking: &'a Ranking,
    /// What came of each unit, compared with its last days.
    pub arrivals: &'a BTreeMap<UnitId, Arrivals>,
    /// Everything found.
    pub findings: &'a [Finding],
}

/// Gives what is known of each unit, as far as the awards of the plan may ask for it.
pub fn facts(plan: &Plan, known: &BeforeAwards<'_>) -> BTreeMap<UnitId, Facts> {
    if plan.awards.is_empty() {
        return BTreeMap::new();
    }
    let asked: BTreeSet<&CriterionId> = plan.awards.iter().flat_map(AwardRule::criteria).collect();
    let mut merits = merits(plan, known.before, known.findings);
    let rows = known.ranking.groups.iter().flat_map(|group| &group.rows);
    rows.map(|row| {
        let (id, card) = (&row.unit, known.before.cards.get(&row.unit).filter(|card| card.submitted));
        let arrivals = known.arrivals.get(id);
        let facts = Facts {
            criteria: asked.iter().filter_map(|asked| Some(((*asked).clone(), criterion(card?, asked)?))).collect(),
            merits: merits.remove(id).unwrap_or_default(),
            flags: plan.flagged.get(id).cloned().unwrap_or_default(),
            // Without a day a form counts as in time, as everywhere.
            in_time: card.map(|_| arrivals.is_none_or(|arrivals| arrivals.days_late() == 0)),
            undated: is_due(plan, id)
                && card.is_some_and(|card| card.content.is_some())
                && arrivals.is_none_or(|arrivals| arrivals.form().is_none()),
            appraisal_final: card.is_some_and(|card| is_final(card, plan.campaign.official)),
        };
        (id.clone(), facts)
    })
    .collect()
}

/// Tells whether a unit has a last day for its form.
fn is_due(plan: &Plan, unit: &UnitId) -> bool {
    plan.unit(unit).is_some_and(|unit| unit.deadlines.form.is_some())
}

/// Gives official points and index of a criterion, exact; points of a penalty are negative, as in tie-breaks.
pub fn criterion(card: &Scorecard, id: &CriterionId) -> Option<(Option<Points>, Option<Points>)> {
    let index = card.nodes.iter().find(|node| node.id == *id).map(|node| node.index.clone());
    let line = || card.adjustments.iter().find(|line| line.id == *id).map(|_| None);
    Some((official(card, id), index.or_else(line)?))
}

/// Tells whether all points come from the official stage, a round of appraisal.
fn is_final(card: &Scorecard, official: Stage) -> bool {
    let mut leaves = card.nodes.iter().filter(|node| node.applicable).filter_map(|node| Some((node, node.trace.as_ref()?)));
    // What the survey scores has no stage; what nobody scored yet is not done.
    matches!(official, Stage::Appraised(_))
        && leaves.all(|(node, trace)| trace.reached.map_or(node.stages.survey.is_some(), |reached| reached == official))
}
