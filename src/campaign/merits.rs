//! What speaks for each unit, or against it, beside its points.

use std::collections::BTreeMap;

use super::plan::Plan;
use crate::figure::UnitId;
use crate::finding::{Finding, Severity};
use crate::past::Comparison;
use crate::ranking::{Merits, TieBreak};
use crate::scoring::Scorecard;

/// Gives what ties of the plan's groups look at; nothing where none does.
pub fn of_ties(
    plan: &Plan,
    cards: &BTreeMap<UnitId, Scorecard>,
    comparison: &Comparison,
    findings: &[Finding],
) -> BTreeMap<UnitId, Merits> {
    let looks = |by: &TieBreak| matches!(by, TieBreak::Merit(_));
    if plan.groups.iter().flat_map(|group| &group.tie_breaks).any(looks) { merits(cards, comparison, findings) } else { BTreeMap::new() }
}

/// Gives it by what the run came to so far.
pub fn merits(cards: &BTreeMap<UnitId, Scorecard>, comparison: &Comparison, findings: &[Finding]) -> BTreeMap<UnitId, Merits> {
    let of = |card: &Scorecard| Merits {
        progress: card.index.as_ref().and_then(|index| comparison.progress(&card.unit, index)),
        over_claim_net: Some(card.over_claim_net()),
        over_claim_positive: Some(card.over_claim_positive()),
        ..Merits::default()
    };
    let cards = cards.values().filter(|card| card.submitted);
    let mut all: BTreeMap<UnitId, Merits> = cards.map(|card| (card.unit.clone(), of(card))).collect();
    for finding in findings {
        if let Some(unit) = &finding.unit {
            let merits = all.entry(unit.clone()).or_default();
            merits.found.push(finding.code.id);
            if finding.severity == Severity::Error {
                merits.errors.push(finding.code.id);
            }
        }
    }
    all
}
