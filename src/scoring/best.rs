//! Best value of a group, for rules that compare its units.

use std::collections::{BTreeMap, BTreeSet};

use super::Entrant;
use super::corrections::figures_at;
use super::council::Applicability;
use super::item::carries_figures;
use crate::assessment::{Claim, Round};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::points::NOTHING_TO_COMPARE;
use crate::points::{Points, Rounding};
use crate::rule::{Case, Gives, Terms};
use crate::text;

/// Best values by leaf: on the figures that units declared, and on those that a round of appraisal left.
#[derive(Clone, Debug, Default)]
pub struct Best {
    declared: BTreeMap<CriterionId, Points>,
    /// Of rounds that corrected a figure of the leaf, of any unit, or said whether it applies; `None` where there is no best
    /// value then.
    corrected: BTreeMap<CriterionId, BTreeMap<Round, Option<Points>>>,
}

impl Best {
    /// Gives the best value of a leaf on the figures declared.
    pub fn get(&self, id: &CriterionId) -> Option<&Points> {
        self.declared.get(id)
    }

    /// Gives the best value of a leaf on the figures that stand after a round.
    pub fn at(&self, id: &CriterionId, round: Round) -> Option<&Points> {
        let last = self.corrected.get(id).and_then(|rounds| rounds.range(..=round).next_back());
        last.map_or_else(|| self.declared.get(id), |(_, best)| best.as_ref())
    }

    /// Lists the rounds that may have changed the best value of a leaf that compares units.
    pub fn rounds(&self, id: &CriterionId) -> impl Iterator<Item = Round> {
        self.corrected.get(id).into_iter().flat_map(|rounds| rounds.keys().copied())
    }
}

/// Tells of rules that compare units where the group has no best value, though units sent something.
pub fn nothing_to_compare(set: &CriteriaSet, entrants: &[Entrant<'_>], best: &Best) -> Vec<Finding> {
    let waits = |criterion: &Criterion, leaf: &Leaf| {
        let figures = |entrant: &Entrant<'_>| {
            let answer = entrant.evidenced.and_then(|sent| sent.assessment.answers.get(&criterion.id));
            let terms = Terms { max: &criterion.max, inputs: &leaf.inputs, rounding: set.rounding };
            answer.is_some_and(|answer| {
                carries_figures(leaf, answer) && leaf.rule.score(&Case::new(terms, &answer.figures)).gives == Gives::Waits
            })
        };
        entrants.iter().any(|entrant| !entrant.unit.not_applicable.contains(&criterion.id) && figures(entrant))
    };
    let compares = set.leaves().filter(|(_, leaf)| !leaf.rule.takes_claims());
    let without = compares.filter(|(criterion, leaf)| best.get(&criterion.id).is_none() && waits(criterion, leaf));
    without
        .map(|(criterion, _)| {
            let (id, name) = (&criterion.id, &criterion.name);
            let message = text!(
                "Tiêu chí {id} “{name}” so với đơn vị cao nhất của khối, nhưng không đơn vị nào được xếp hạng có số liệu: chưa tính được điểm.",
                "Criterion {id} “{name}” compares with the best of the group, and no ranked unit has its figures: nothing is computed."
            );
            Finding::new(&NOTHING_TO_COMPARE, message).on(id)
        })
        .collect()
}

/// Finds the best values among the ranked units that sent something, on the figures that they declared, and on those that
/// rounds corrected.
pub fn of_group(set: &CriteriaSet, rounding: Rounding, entrants: &[Entrant<'_>]) -> Best {
    let value = |entrant: &Entrant<'_>, criterion: &Criterion, leaf: &Leaf, round: Option<Round>| {
        let answer = entrant.evidenced.filter(|_| entrant.unit.ranked)?.assessment.answers.get(&criterion.id)?;
        let excused = entrant.unit.not_applicable.contains(&criterion.id) || (leaf.may_not_apply && answer.claim == Claim::NotApplicable);
        // What a round takes out was there before.
        let said = round.and_then(|round| Applicability::of(entrant, criterion, leaf).whole(round));
        if excused || said.is_some_and(|(_, applies)| !applies) || !carries_figures(leaf, answer) {
            return None;
        }
        let terms = Terms { max: &criterion.max, inputs: &leaf.inputs, rounding };
        let corrected = round.and_then(|round| figures_at(entrant, &criterion.id, round, &BTreeSet::new()));
        leaf.rule.compared(&Case::new(terms, corrected.as_ref().unwrap_or(&answer.figures)))
    };
    let mut best = Best::default();
    for (criterion, leaf) in set.leaves() {
        let of_round = |round| entrants.iter().filter_map(|entrant| value(entrant, criterion, leaf, round)).max();
        best.declared.extend(of_round(None).map(|value| (criterion.id.clone(), value)));
        if leaf.rule.takes_claims() {
            continue;
        }
        let corrected =
            entrants.iter().flat_map(|entrant| entrant.corrected.iter()).filter(|(_, of_unit)| of_unit.contains_key(&criterion.id));
        let said = entrants.iter().flat_map(|entrant| entrant.applies.iter()).filter(|(_, of_unit)| of_unit.contains_key(&criterion.id));
        let touched: BTreeSet<Round> = corrected.map(|(round, _)| *round).chain(said.map(|(round, _)| *round)).collect();
        let rounds: BTreeMap<Round, Option<Points>> = touched.into_iter().map(|round| (round, of_round(Some(round)))).collect();
        if !rounds.is_empty() {
            best.corrected.insert(criterion.id.clone(), rounds);
        }
    }
    best
}
