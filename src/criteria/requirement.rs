//! Conditions across criteria: what has to hold before a criterion counts.
//!
//! A condition binds every leaf below the criterion that carries it, so that children always add to their parent.

use std::collections::{BTreeMap, BTreeSet};

use super::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, InputId, InputKind};
use crate::points::Points;
use crate::rule::Condition;
use crate::text;
use crate::text::Text;

/// What a criterion waits for: all of it has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requires {
    /// Conditions, in the order of the file.
    pub all: Vec<Requirement>,
    /// What becomes of the criterion where one does not hold.
    pub otherwise: Otherwise,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// Another criterion reaches a share of its applicable maximum.
    Index {
        /// Which.
        criterion: CriterionId,
        /// Least index, in points of percent.
        at_least: Points,
    },
    /// A figure of the set is no higher than this.
    Figure {
        /// Which.
        figure: InputId,
        /// Most; points of percent for a rate.
        at_most: Points,
    },
}

/// What becomes of a criterion whose condition does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Otherwise {
    /// It counts 0.
    #[default]
    Zero,
    /// It leaves the applicable maximum.
    NotApplicable,
}

impl Requirement {
    /// Gives the condition over the figure, where it is one.
    pub fn condition(&self) -> Option<Condition> {
        match self {
            Self::Figure { figure, at_most } => Some(Condition::new(&format!("{figure} <= {}", at_most.plain()))),
            Self::Index { .. } => None,
        }
    }

    /// Says what has to hold, within a sentence.
    pub fn words(&self, set: &CriteriaSet) -> Text {
        match self {
            Self::Index { criterion, at_least } => {
                let (vi, en) = (at_least.plain_vi(), at_least.plain());
                text!("tiêu chí {criterion} đạt từ {vi}% số điểm trở lên", "criterion {criterion} reaches at least {en}% of its points")
            }
            Self::Figure { figure, at_most } => {
                let input = set.figures.iter().find(|known| known.id == *figure);
                let label = input.map_or(figure.as_str(), |input| &input.label);
                let percent = if input.is_some_and(|input| input.kind == InputKind::Percent) { "%" } else { "" };
                let (vi, en) = (at_most.plain_vi(), at_most.plain());
                if at_most.is_zero() {
                    text!("“{label}” bằng 0{percent}", "“{label}” is 0{percent}")
                } else {
                    text!("“{label}” không quá {vi}{percent}", "“{label}” is at most {en}{percent}")
                }
            }
        }
    }
}

impl Requires {
    /// Says when the criterion counts, and what becomes of it otherwise.
    pub fn words(&self, set: &CriteriaSet) -> Text {
        let all: Vec<Text> = self.all.iter().map(|one| one.words(set)).collect();
        let list = |lang: fn(&Text) -> &str, and: &str| all.iter().map(lang).collect::<Vec<_>>().join(and);
        let (vi, en) = (list(|one| &one.vi, " và "), list(|one| &one.en, " and "));
        match self.otherwise {
            Otherwise::Zero => text!("Chỉ tính điểm khi {vi}; nếu không thì tính 0 điểm.", "Counts only if {en}; otherwise it counts 0."),
            Otherwise::NotApplicable => {
                text!("Chỉ áp dụng khi {vi}; nếu không thì không áp dụng.", "Applies only if {en}; otherwise it does not apply.")
            }
        }
    }
}

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
