//! Which conditions bind which criteria: those of a criterion bind every leaf below it, and what waits for another comes after it.

use std::collections::{BTreeMap, BTreeSet};

use super::{CriteriaSet, Criterion, Requirement, Requires};
use crate::figure::{CriterionId, InputId};

/// Which criteria bind which leaf, and in which order leaves can be scored.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Bindings {
    /// Criteria that carry a condition on a leaf, from the area down to the leaf itself.
    carriers: BTreeMap<CriterionId, Vec<CriterionId>>,
}

impl Bindings {
    /// Finds them in a tree.
    pub(super) fn of(criteria: &[Criterion]) -> Self {
        fn down(criteria: &[Criterion], above: &[CriterionId], found: &mut BTreeMap<CriterionId, Vec<CriterionId>>) {
            for criterion in criteria {
                let own = criterion.requires.is_some().then(|| criterion.id.clone());
                let carriers: Vec<CriterionId> = above.iter().cloned().chain(own).collect();
                down(criterion.children(), &carriers, found);
                if criterion.leaf().is_some() && !carriers.is_empty() {
                    found.insert(criterion.id.clone(), carriers);
                }
            }
        }
        let mut carriers = BTreeMap::new();
        down(criteria, &[], &mut carriers);
        Self { carriers }
    }
}

impl CriteriaSet {
    /// Lists the conditions on a leaf with the criteria that carry them, from the area down to the leaf itself.
    pub fn conditions<'a>(&'a self, leaf: &CriterionId) -> Vec<(&'a Criterion, &'a Requires)> {
        let carriers = self.bindings.carriers.get(leaf).map(Vec::as_slice).unwrap_or_default();
        let found = carriers.iter().filter_map(|id| self.find(id));
        found.filter_map(|criterion| Some((criterion, criterion.requires.as_ref()?))).collect()
    }

    /// Lists every condition of the set with the criterion that carries it, in the order of the file.
    pub fn all_conditions(&self) -> Vec<(&Criterion, &Requires)> {
        let walked = self.walk().into_iter();
        walked.filter_map(|(_, criterion)| Some((criterion, criterion.requires.as_ref()?))).collect()
    }

    /// Tells whether a condition looks at a figure of the set.
    pub fn is_required(&self, figure: &InputId) -> bool {
        let named = |one: &Requirement| matches!(one, Requirement::Figure { figure: named, .. } if named == figure);
        self.all_conditions().iter().any(|(_, requires)| requires.all.iter().any(named))
    }

    /// Lists the leaves, and for a figure also the lines outside the tree, on which it depends whether a condition holds.
    pub fn looked_at<'a>(&'a self, requirement: &'a Requirement) -> Vec<&'a Criterion> {
        match requirement {
            Requirement::Index { criterion, .. } => self.find(criterion).map(Criterion::leaves_below).unwrap_or_default(),
            Requirement::Figure { figure, .. } => self.naming(figure).map(|(criterion, _)| criterion).collect(),
        }
    }

    /// Lists the leaves of the tree so that each stands behind those whose points its conditions look at.
    pub fn leaves_in_turn(&self) -> Vec<&Criterion> {
        fn visit<'a>(set: &'a CriteriaSet, leaf: &'a Criterion, seen: &mut BTreeSet<&'a CriterionId>, turn: &mut Vec<&'a Criterion>) {
            if !seen.insert(&leaf.id) {
                return;
            }
            for (_, requires) in set.conditions(&leaf.id) {
                for one in &requires.all {
                    let Requirement::Index { criterion, .. } = one else { continue };
                    for before in set.find(criterion).into_iter().flat_map(Criterion::leaves_below) {
                        visit(set, before, seen, turn);
                    }
                }
            }
            turn.push(leaf);
        }
        let (mut seen, mut turn) = (BTreeSet::new(), Vec::new());
        for leaf in self.criteria.iter().flat_map(Criterion::leaves_below) {
            visit(self, leaf, &mut seen, &mut turn);
        }
        turn
    }
}

impl Criterion {
    /// Lists the leaves at or below a criterion, in the order of the file.
    pub fn leaves_below(&self) -> Vec<&Self> {
        match self.children() {
            [] if self.leaf().is_some() => vec![self],
            children => children.iter().flat_map(Self::leaves_below).collect(),
        }
    }

    /// Tells whether another criterion is this one, or stands below it.
    pub fn holds(&self, other: &CriterionId) -> bool {
        self.id == *other || self.children().iter().any(|child| child.holds(other))
    }
}

/// Finds a circle of conditions that begins at a criterion: the ids that wait for one another, the first again at the end.
///
/// A condition on a criterion waits for all below it, so a criterion also waits for what carries a condition above or
/// below the one that it names; a part of itself, or what it stands in, is a circle too.
pub(super) fn circle(set: &CriteriaSet, from: &Criterion) -> Option<Vec<CriterionId>> {
    fn search<'a>(
        set: &'a CriteriaSet,
        from: &'a Criterion,
        goal: &Criterion,
        path: &mut Vec<&'a CriterionId>,
        seen: &mut BTreeSet<&'a CriterionId>,
    ) -> bool {
        for one in from.requires.iter().flat_map(|requires| &requires.all) {
            let Requirement::Index { criterion, .. } = one else { continue };
            let Some(named) = set.find(criterion) else { continue };
            path.push(criterion);
            if named.holds(&goal.id) || goal.holds(&named.id) {
                return true;
            }
            for (carrier, _) in set.all_conditions() {
                if (named.holds(&carrier.id) || carrier.holds(&named.id)) && seen.insert(&carrier.id) {
                    if carrier.id != named.id {
                        path.push(&carrier.id);
                    }
                    if search(set, carrier, goal, path, seen) {
                        return true;
                    }
                    if carrier.id != named.id {
                        path.pop();
                    }
                }
            }
            path.pop();
        }
        false
    }
    let (mut path, mut seen) = (vec![&from.id], BTreeSet::from([&from.id]));
    if !search(set, from, from, &mut path, &mut seen) {
        return None;
    }
    if path.last() != Some(&&from.id) {
        path.push(&from.id);
    }
    Some(path.into_iter().cloned().collect())
}
