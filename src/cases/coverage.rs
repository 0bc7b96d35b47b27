//! Which branches a set has, and which of them some case takes: of its rules, its conditions and its alternatives.

use std::collections::BTreeSet;

use crate::criteria::{Cap, CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::points::Points;
use crate::rule::Branch;
use crate::scoring::{Excuse, Scorecard, Source, Trace};
use crate::text::Text;

/// A criterion with the name of a branch.
pub type Taken = (CriterionId, String);

/// Branch of a condition that holds.
const HOLDS: &str = "requires: holds";
/// Branch of a condition that fails.
const FAILS: &str = "requires: fails";
/// Branch of a criterion that counts among those that stand for one another.
const COUNTS: &str = "alternatives: counts";

/// Branch of the first line under a cap: that the lines pass it.
const PASSED: &str = "cap: passed";

/// Lists the branches of every criterion of a set that has any, and of its lines outside the tree.
pub fn branches(set: &CriteriaSet) -> Vec<(&Criterion, Vec<Branch>)> {
    let all = set.walk().into_iter().map(|(_, criterion)| criterion).chain(set.adjustments.iter().map(|line| &line.criterion));
    let of = |criterion: &Criterion| {
        let branch = |id: &str, vi: &str, en: &str| Branch { id: id.to_owned(), label: Text::new(vi, en) };
        let mut branches = criterion.leaf().map(|leaf| leaf.rule.faces().branches(&set.terms(criterion, leaf))).unwrap_or_default();
        if criterion.requires.is_some() {
            branches.push(branch(HOLDS, "Đạt điều kiện", "The condition holds"));
            branches.push(branch(FAILS, "Không đạt điều kiện", "The condition does not hold"));
        }
        if set.alternative_of(&criterion.id).is_some() {
            branches.push(branch(COUNTS, "Được tính trong các tiêu chí thay cho nhau", "It counts among the alternatives"));
        }
        if set.caps.iter().any(|cap| cap.adjustments.first() == Some(&criterion.id) && may_be_passed(set, cap)) {
            branches.push(branch(PASSED, "Vượt mức trần chung", "Over the common cap"));
        }
        branches
    };
    all.map(|criterion| (criterion, of(criterion))).filter(|(_, branches)| !branches.is_empty()).collect()
}

/// Lists the branches that a case takes; `about` are the criteria that it fills in or expects something of. A condition on
/// others is no matter of the case.
pub fn taken(set: &CriteriaSet, card: &Scorecard, about: &BTreeSet<CriterionId>) -> BTreeSet<Taken> {
    let mut taken = BTreeSet::new();
    for (id, trace) in traces(card) {
        let leaf = set.leaves().find(|(criterion, _)| criterion.id == *id).map(|(_, leaf)| leaf);
        let rules = leaf.zip(trace.outcome.as_ref()).map(|(leaf, outcome)| leaf.rule.taken(outcome)).unwrap_or_default();
        taken.extend(rules.into_iter().map(|branch| (id.clone(), branch)));
        taken.extend(conditions(trace).filter(|(carrier, _)| about.contains(id) || about.contains(carrier)));
    }
    let capped = card.capped(set).into_iter().filter_map(|one| one.cap.adjustments.first());
    taken.extend(capped.map(|line| (line.clone(), PASSED.to_owned())));
    for alternative in &set.alternatives {
        let passed = |id: &CriterionId| set.find(id).is_some_and(|criterion| is_passed_over(criterion, card));
        let (out, count): (Vec<_>, Vec<_>) = alternative.criteria.iter().partition(|id| passed(id));
        if !out.is_empty() {
            taken.extend(count.into_iter().map(|id| (id.clone(), COUNTS.to_owned())));
        }
    }
    taken
}

/// Tells whether the lines under a cap can come to more than it.
fn may_be_passed(set: &CriteriaSet, cap: &Cap) -> bool {
    let most: Points = cap.adjustments.iter().filter_map(|id| set.line(id)).map(|line| line.criterion.max.clone()).sum();
    cap.over(&most).is_some()
}

/// Tells what became of the conditions on a leaf: each carrier holds or fails as a whole, and is neither while a figure is
/// missing.
fn conditions(trace: &Trace) -> impl Iterator<Item = Taken> {
    let carriers: BTreeSet<&CriterionId> = trace.required.iter().map(|one| &one.of).collect();
    carriers.into_iter().filter_map(|carrier| {
        let mut all = trace.required.iter().filter(|one| one.of == *carrier && one.source != Some(Source::Nowhere));
        let branch = if all.clone().any(|one| one.holds == Some(false)) {
            FAILS
        } else if all.clone().next().is_some() && all.all(|one| one.holds == Some(true)) {
            HOLDS
        } else {
            return None;
        };
        Some((carrier.clone(), branch.to_owned()))
    })
}

/// Tells whether another of the criteria that stand for one another counts instead.
fn is_passed_over(criterion: &Criterion, card: &Scorecard) -> bool {
    let leaves = card.nodes.iter().filter(|node| criterion.holds(&node.id)).filter_map(|node| node.trace.as_deref());
    leaves.into_iter().any(|trace| trace.excused == Some(Excuse::Alternative))
}

/// Lists the traces of leaves and adjustments.
fn traces(card: &Scorecard) -> impl Iterator<Item = (&CriterionId, &Trace)> {
    let tree = card.nodes.iter().filter_map(|node| Some((&node.id, node.trace.as_deref()?)));
    tree.chain(card.adjustments.iter().filter_map(|line| Some((&line.id, line.trace.as_deref()?))))
}
