//! Best value of a group, for rules that compare its units.

use std::collections::BTreeMap;

use super::Entrant;
use super::leaf::carries_figures;
use crate::assessment::Claim;
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::CriterionId;
use crate::points::{Points, Rounding};
use crate::rule::{Case, Terms};

/// Best values by leaf.
pub type Best = BTreeMap<CriterionId, Points>;

/// Finds the best values among the ranked units that sent something, on the figures that they declared.
pub fn of_group(set: &CriteriaSet, rounding: Rounding, entrants: &[Entrant<'_>]) -> Best {
    let value = |entrant: &Entrant<'_>, criterion: &Criterion, leaf: &Leaf| {
        let answer = entrant.evidenced.filter(|_| entrant.unit.ranked)?.assessment.answers.get(&criterion.id)?;
        let excused = entrant.unit.not_applicable.contains(&criterion.id) || (leaf.may_not_apply && answer.claim == Claim::NotApplicable);
        if excused || !carries_figures(leaf, answer) {
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
