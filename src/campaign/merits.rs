//! What speaks for each unit, or against it, beside its points.

use std::collections::BTreeMap;

use super::plan::Plan;
use crate::assessment::{Appraisal, Explanations, Stage, is_sent};
use crate::evidence::Evidenced;
use crate::figure::UnitId;
use crate::finding::{Finding, Severity};
use crate::past::Comparison;
use crate::ranking::{Merits, TieBreak};
use crate::scoring::{Scorecard, Settled, settled};

/// What the run came to, before places.
#[derive(Clone, Copy)]
pub struct BeforePlaces<'a> {
    /// Forms with the verdict on their evidence.
    pub evidenced: &'a BTreeMap<UnitId, Evidenced>,
    /// What the council typed.
    pub appraisal: &'a Appraisal,
    /// What units explained after rounds of appraisal.
    pub explanations: &'a Explanations,
    /// Scores of every unit.
    pub cards: &'a BTreeMap<UnitId, Scorecard>,
    /// How this year compares with earlier ones.
    pub comparison: &'a Comparison,
}

/// Gives what ties of the plan's groups look at; nothing where none does.
pub fn of_ties(plan: &Plan, known: BeforePlaces<'_>, findings: &[Finding]) -> BTreeMap<UnitId, Merits> {
    let looks = |by: &TieBreak| matches!(by, TieBreak::Merit(_));
    if plan.groups.iter().flat_map(|group| &group.tie_breaks).any(looks) { merits(plan, known, findings) } else { BTreeMap::new() }
}

/// Gives it by what the run came to so far.
pub fn merits(plan: &Plan, known: BeforePlaces<'_>, findings: &[Finding]) -> BTreeMap<UnitId, Merits> {
    let of = |card: &Scorecard| Merits {
        progress: card.index.as_ref().and_then(|index| known.comparison.progress(&card.unit, index)),
        over_claim_net: Some(card.over_claim_net()),
        over_claim_positive: Some(card.over_claim_positive()),
        ..Merits::default()
    };
    let cards = known.cards.values().filter(|card| card.submitted);
    let mut all: BTreeMap<UnitId, Merits> = cards.map(|card| (card.unit.clone(), of(card))).collect();
    let mut settled: BTreeMap<&UnitId, Settled<'_>> = BTreeMap::new();
    for finding in findings {
        let Some(unit) = &finding.unit else { continue };
        let settled = settled.entry(unit).or_insert_with(|| settled_of(plan, known, unit));
        let merits = all.entry(unit.clone()).or_default();
        merits.found.push(finding.code.id);
        if finding.severity == Severity::Error && !(is_of_unit(known, unit, finding) && settled.is(finding)) {
            merits.errors.push(finding.code.id);
            let cost = finding.criterion.as_ref().filter(|_| is_withheld(known.cards.get(unit), finding));
            merits.withheld.extend(cost.map(|criterion| (finding.code.id, criterion.clone())));
        }
    }
    all
}

/// Gives what the council has settled of what a unit sent.
fn settled_of<'a>(plan: &Plan, known: BeforePlaces<'a>, unit: &UnitId) -> Settled<'a> {
    let set = plan.unit(unit).and_then(|unit| plan.set(unit));
    let sent = known.evidenced.get(unit).map(|sent| &sent.assessment);
    settled((known.appraisal, plan.campaign.official), (set, known.cards.get(unit), sent), unit)
}

/// Tells whether a finding stands in a file that a unit sent.
fn is_of_unit(known: BeforePlaces<'_>, unit: &UnitId, finding: &Finding) -> bool {
    let form = known.evidenced.get(unit).map(|sent| &sent.assessment);
    finding.place.file.as_deref().is_some_and(|file| is_sent(file, form, known.explanations.get(unit)))
}

/// Tells whether the official points of a criterion lack what is withheld for a finding.
fn is_withheld(card: Option<&Scorecard>, finding: &Finding) -> bool {
    let trace = card.zip(finding.criterion.as_ref()).and_then(|(card, criterion)| card.stages_of(criterion)?.1);
    trace
        .filter(|trace| trace.reached == Some(Stage::Accepted))
        .is_some_and(|trace| trace.withheld.iter().any(|one| one.code.id == finding.code.id && one.share.is_positive()))
}
