//! Best value of a group, for rules that compare its units.

use std::collections::BTreeMap;

use super::Entrant;
use super::council::Said;
use super::item::carries_figures;
use crate::assessment::{Claim, Stage};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::points::NOTHING_TO_COMPARE;
use crate::points::{Points, Rounding};
use crate::rule::{Case, Gives, Terms};
use crate::text;

/// Best values by leaf.
pub type Best = BTreeMap<CriterionId, Points>;

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
    let without = compares.filter(|(criterion, leaf)| !best.contains_key(&criterion.id) && waits(criterion, leaf));
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

/// Finds the best values among the ranked units that sent something, on the figures that they declared.
pub fn of_group(set: &CriteriaSet, rounding: Rounding, entrants: &[Entrant<'_>], official: Stage) -> Best {
    let value = |entrant: &Entrant<'_>, criterion: &Criterion, leaf: &Leaf| {
        let answer = entrant.evidenced.filter(|_| entrant.unit.ranked)?.assessment.answers.get(&criterion.id)?;
        let excused = entrant.unit.not_applicable.contains(&criterion.id) || (leaf.may_not_apply && answer.claim == Claim::NotApplicable);
        let said = Said::of(entrant, criterion, leaf, official);
        if excused || said.whole.is_some_and(|(_, applies)| !applies) || !carries_figures(leaf, answer) {
            return None;
        }
        let terms = Terms { max: &criterion.max, inputs: &leaf.inputs, rounding };
        leaf.rule.compared(&Case::new(terms, &answer.figures))
    };
    set.leaves()
        .filter_map(|(criterion, leaf)| {
            let best = entrants.iter().filter_map(|entrant| value(entrant, criterion, leaf)).max()?;
            Some((criterion.id.clone(), best))
        })
        .collect()
}
