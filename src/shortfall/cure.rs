//! The fewest leaves that would do for a goal, among those that the unit can do something for as long as these are enough.
//!
//! Documents come first, where these are enough alone. A leaf that a condition of the set keeps at 0 brings nothing until the
//! leaves that it waits for are full; then it brings what it has, and full points bring the rest.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::lost::{Gate, Lost};
use crate::figure::CriterionId;
use crate::points::Points;

/// Most conditions that are tried open and shut; of more, all are left shut.
const GATES: usize = 6;

/// Leaves that would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cure {
    /// Fewest of them, by id.
    pub enough: Vec<CriterionId>,
    /// Whether their documents alone would do.
    pub by_documents: bool,
    /// Leaves that count again without being named.
    pub opened: Vec<CriterionId>,
    /// What all of it brings.
    pub brings: Points,
}

/// Finds the fewest leaves that would do; `forced` are needed in any case. Nothing where no leaves that are known would.
pub fn fewest(lost: &[Lost], forced: &[CriterionId], is_enough: &dyn Fn(&Points) -> bool) -> Option<Cure> {
    let own = own(lost);
    let may = forced.iter().all(|id| own.iter().any(|one| one.criterion == *id));
    may.then(|| among(&own, forced, is_enough)).flatten().or_else(|| among(lost, forced, is_enough))
}

/// Lists what the unit can do something for; what waits for something else stays as it is.
fn own(lost: &[Lost]) -> Vec<Lost> {
    let is_own = |id: &CriterionId| lost.iter().any(|one| one.criterion == *id && one.is_own);
    let own = lost.iter().filter(|one| one.is_own).cloned();
    own.map(|one| match &one.gate {
        Gate::Shut { until, .. } if !until.iter().all(is_own) => Lost { gate: Gate::Closed, ..one },
        Gate::Open | Gate::Shut { .. } | Gate::Closed => one,
    })
    .collect()
}

/// Finds the fewest of these leaves that would do.
fn among(lost: &[Lost], forced: &[CriterionId], is_enough: &dyn Fn(&Points) -> bool) -> Option<Cure> {
    let of_documents = |one: &Lost| if one.gate == Gate::Open { one.by_documents.clone() } else { Points::zero() };
    let documents: Points = lost.iter().map(of_documents).sum();
    if forced.is_empty() && is_enough(&documents) {
        let worth = lost.iter().filter(|one| one.gate == Gate::Open).map(|one| (one, one.by_documents.clone())).collect();
        let (enough, brings) = greedy(worth, Points::zero(), is_enough)?;
        return Some(Cure { enough: sorted(enough), by_documents: true, opened: Vec::new(), brings });
    }
    let gates: BTreeSet<&Vec<CriterionId>> = lost.iter().filter_map(|one| shut(one).map(|(until, _)| until)).collect();
    let gates: Vec<&Vec<CriterionId>> = gates.into_iter().collect();
    let tried = if gates.len() > GATES { 1 } else { 1_usize << gates.len() };
    let open =
        |number: usize| gates.iter().enumerate().filter(move |(n, _)| number >> n & 1 == 1).map(|(_, gate)| *gate).collect::<Vec<_>>();
    let cures = (0..tried).filter_map(|number| with(lost, forced, &open(number), is_enough));
    cures.min_by_key(|cure| cure.enough.len())
}

/// Finds the fewest leaves that would do with these gates open.
fn with(lost: &[Lost], forced: &[CriterionId], open: &[&Vec<CriterionId>], is_enough: &dyn Fn(&Points) -> bool) -> Option<Cure> {
    let base: BTreeSet<&CriterionId> = forced.iter().chain(open.iter().copied().flatten()).collect();
    let counts = |one: &Lost| match &one.gate {
        Gate::Open => true,
        Gate::Shut { until, .. } => open.contains(&until),
        Gate::Closed => false,
    };
    if lost.iter().any(|one| base.contains(&one.criterion) && !counts(one)) {
        return None;
    }
    let has = |one: &Lost| shut(one).filter(|_| counts(one)).map(|(_, has)| has.clone()).unwrap_or_default();
    let of_base: Points = lost.iter().filter(|one| base.contains(&one.criterion)).map(|one| one.points.clone()).sum();
    let of_opened: Points = lost.iter().filter(|one| !base.contains(&one.criterion)).map(has).sum();
    let rest = lost.iter().filter(|one| !base.contains(&one.criterion) && counts(one));
    let rest = rest.map(|one| (one, &one.points - &has(one))).collect();
    let (more, brings) = greedy(rest, &of_base + &of_opened, is_enough)?;
    let enough: Vec<CriterionId> = sorted(base.iter().map(|id| (*id).clone()).chain(more).collect());
    let is_opened = |one: &&Lost| has(one).is_positive() && !enough.contains(&one.criterion);
    let opened = sorted(lost.iter().filter(is_opened).map(|one| one.criterion.clone()).collect());
    Some(Cure { enough, by_documents: false, opened, brings })
}

/// Takes the most first, those that lack documents before others, until it is enough.
fn greedy(mut worth: Vec<(&Lost, Points)>, begin: Points, is_enough: &dyn Fn(&Points) -> bool) -> Option<(Vec<CriterionId>, Points)> {
    worth.sort_by_key(|(one, worth)| (Reverse(worth.clone()), Reverse(one.by_documents.clone())));
    let (mut sum, mut taken) = (begin, Vec::new());
    for (one, worth) in worth {
        if is_enough(&sum) {
            break;
        }
        sum += &worth;
        taken.push(one.criterion.clone());
    }
    is_enough(&sum).then_some((taken, sum))
}

/// Gives what a leaf waits for, and what it has.
const fn shut(one: &Lost) -> Option<(&Vec<CriterionId>, &Points)> {
    match &one.gate {
        Gate::Shut { until, has } => Some((until, has)),
        Gate::Open | Gate::Closed => None,
    }
}

/// Puts ids in order.
fn sorted(mut ids: Vec<CriterionId>) -> Vec<CriterionId> {
    ids.sort();
    ids
}
