//! What the council has settled of what a unit sent.

use std::collections::BTreeSet;

use super::checks::failed;
use super::{Correction, Scorecard};
use crate::assessment::{Appraisal, Round, SelfAssessment, Stage};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, Figure, Figures, InputId, UnitId};
use crate::finding::Finding;
use crate::finding::points::CHECK_FAILS;

/// Lists the leaves of which a round says something that counts.
pub fn appraised<'a>(appraisal: &'a Appraisal, card: Option<&Scorecard>, unit: &UnitId, round: Round) -> BTreeSet<&'a CriterionId> {
    let mut leaves = appraisal.leaves(round, unit);
    let trace = |leaf: &CriterionId| card.and_then(|card| card.stages_of(leaf)?.1);
    leaves.retain(|leaf| trace(leaf).is_none_or(|trace| !trace.refused.contains(&round)));
    leaves
}

/// What the council has settled of what a unit sent, up to the official stage.
#[derive(Clone, Debug)]
pub struct Settled<'a> {
    /// Leaves and lines that it scored itself.
    leaves: BTreeSet<&'a CriterionId>,
    /// Whether the set's checks hold for the figures as they count.
    checks: bool,
}

impl Settled<'_> {
    /// Tells whether what was found wrong needs no correction any more.
    pub fn is(&self, finding: &Finding) -> bool {
        match &finding.criterion {
            Some(criterion) => self.leaves.contains(criterion),
            None => self.checks && finding.code == &CHECK_FAILS,
        }
    }
}

/// Gives what the council has settled of what a unit sent.
pub fn settled<'a>(
    (appraisal, official): (&'a Appraisal, Stage),
    (set, card, sent): (Option<&CriteriaSet>, Option<&Scorecard>, Option<&SelfAssessment>),
    unit: &UnitId,
) -> Settled<'a> {
    let rounds = appraisal.all_rounds().into_iter().filter(|round| Stage::Appraised(*round) <= official);
    let leaves = rounds.flat_map(|round| appraised(appraisal, card, unit, round)).collect();
    let checks = set.zip(sent).is_some_and(|(set, sent)| failed(set, &shared_figures(set, sent, card)).is_empty());
    Settled { leaves, checks }
}

/// Gives the figures that a set asks once, as they count.
pub fn shared_figures(set: &CriteriaSet, sent: &SelfAssessment, card: Option<&Scorecard>) -> Figures {
    set.figures.iter().filter_map(|figure| Some((figure.id.clone(), shared_figure(sent, card, &figure.id)?.clone()))).collect()
}

/// Gives a figure that a set asks once, as it counts: as the council corrected it, wherever it did so alike, else as declared.
pub fn shared_figure<'a>(sent: &'a SelfAssessment, card: Option<&'a Scorecard>, input: &InputId) -> Option<&'a Figure> {
    let declared = sent.shared.figures.get(input)?;
    let corrections = sent.answers.keys().flat_map(|leaf| corrections(card, leaf));
    let mut corrected = corrections.filter(|one| one.input == *input).map(|one| &one.corrected);
    let first = corrected.next();
    Some(first.filter(|first| corrected.all(|other| other == *first)).unwrap_or(declared))
}

/// Lists the corrections that count of a leaf.
pub fn corrections<'a>(card: Option<&'a Scorecard>, leaf: &CriterionId) -> impl Iterator<Item = &'a Correction> + use<'a> {
    let trace = card.and_then(|card| card.stages_of(leaf)).and_then(|(_, trace)| trace);
    trace.into_iter().flat_map(|trace| &trace.corrections)
}
