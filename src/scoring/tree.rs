//! Sums from the leaves to the top of the tree.
//!
//! Source: [meanings](crate#meanings) 19 and 20.

use std::collections::{BTreeMap, BTreeSet};

use super::official::Settled;
use super::open::{Open, Opens};
use super::required::{Counted, Standing};
use super::{Node, Stages};
use crate::assessment::{Round, Stage};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, SmallMap};
use crate::finding::Finding;
use crate::finding::points::PASSED;
use crate::points::{Points, Rounding};
use crate::rule::Scorer;
use crate::text;

/// What a criterion adds to its parent, before its weight.
#[derive(Default)]
pub struct Sums {
    /// Points by stage, as they count. A round that anybody typed something in counts, for every other leaf, the round
    /// before; one that nobody typed anything in is missing.
    pub stages: Stages,
    /// What the leaves come to before the first round.
    before: Points,
    /// Maximum of what applies before the first round.
    max_before: Points,
    /// Maximum of what applies after each of the rounds.
    max_after: SmallMap<Round, Points>,
    /// Official points.
    pub official: Option<Points>,
    /// What is computed, or claimed where a leaf has nothing to compute, of leaves that units score themselves.
    declared: Points,
    /// Maximum of these leaves.
    own_max: Points,
    /// Maximum of what applies.
    pub max: Points,
    /// Whether anything applies.
    applies: bool,
    /// What is open of its points.
    open: Opens,
}

/// A criterion that does not count, since another one counts in its place.
pub struct Passed<'c> {
    /// The criterion.
    pub criterion: &'c Criterion,
    /// The one that counts.
    pub best: &'c Criterion,
    /// Whether the unit left it alone, and filled in the one that counts.
    pub left: bool,
    /// Official points of the criterion, weighted.
    pub points: Option<Points>,
    /// Official points of the one that counts, weighted.
    pub most: Option<Points>,
}

impl Passed<'_> {
    /// Says which one counts, and why; nothing where the criterion has no points to compare.
    pub fn finding(&self, rounding: Rounding) -> Option<Finding> {
        let (points, most) = (self.points.as_ref()?, self.most.as_ref()?);
        let (id, best) = (&self.criterion.id, &self.best.id);
        let (own_vi, most_vi) = (rounding.vietnamese(points), rounding.vietnamese(most));
        let (own_en, most_en) = (rounding.machine(points), rounding.machine(most));
        let message = if points == most && self.left {
            text!(
                "Tính tiêu chí {best}, không tính tiêu chí {id}: hai tiêu chí cùng đạt {own_vi} điểm, đơn vị không điền tiêu chí {id}.",
                "Criterion {best} counts and {id} does not: both have {own_en} points, and the unit left {id} alone."
            )
        } else if points == most {
            text!(
                "Tính tiêu chí {best}, không tính tiêu chí {id}: hai tiêu chí cùng đạt {own_vi} điểm, tiêu chí {best} được nêu trước.",
                "Criterion {best} counts and {id} does not: both have {own_en} points, and {best} is named first."
            )
        } else if own_vi == most_vi {
            text!(
                "Tính tiêu chí {best}, không tính tiêu chí {id}: cùng là {own_vi} điểm sau khi làm tròn, nhưng tiêu chí {best} cao hơn khi chưa làm tròn.",
                "Criterion {best} counts and {id} does not: both print as {own_en} points, but {best} has more before rounding."
            )
        } else {
            text!(
                "Tính tiêu chí {best}, không tính tiêu chí {id}: {most_vi} điểm cao hơn {own_vi} điểm.",
                "Criterion {best} counts and {id} does not: {most_en} points are more than {own_en}."
            )
        };
        Some(Finding::new(&PASSED, message).on(id))
    }
}

impl Sums {
    /// Sums what a leaf counts.
    pub fn leaf(leaf: &Settled) -> Self {
        let stages = &leaf.stages;
        let points = |counted: &Counted| counted.points.clone().unwrap_or_default();
        Self {
            // What the council takes out later was claimed all the same.
            stages: Stages {
                claimed: leaf.claimed.clone(),
                computed: stages.computed.clone(),
                accepted: stages.accepted.clone(),
                appraised: leaf.rounds.iter().map(|(round, counted)| (*round, points(counted))).collect(),
                survey: leaf.survey.clone().filter(|_| leaf.applies),
            },
            before: stages.accepted.clone().unwrap_or_default(),
            max_before: leaf.max_before.clone(),
            max_after: leaf.rounds.iter().map(|(round, counted)| (*round, counted.max.clone())).collect(),
            declared: leaf.declared.clone().unwrap_or_default(),
            own_max: if leaf.by_unit { leaf.max_before.clone() } else { Points::zero() },
            official: leaf.official.clone(),
            max: if leaf.applies { leaf.max.clone() } else { Points::zero() },
            applies: leaf.applies,
            open: leaf.open.clone(),
        }
    }

    /// Sums a criterion of leaves that are scored.
    pub fn of(set: &CriteriaSet, criterion: &Criterion, settled: &BTreeMap<CriterionId, Settled>) -> Self {
        if criterion.leaf().is_some() {
            return settled.get(&criterion.id).map(Self::leaf).unwrap_or_default();
        }
        let children = criterion.children().iter().map(|child| (child, Self::of(set, child, settled))).collect();
        Self::joined(set, children, &|_| false).0
    }

    /// Adds children up, times their weights; of alternatives the best counts at every stage. Also gives the alternatives
    /// that do not count: all that apply but the one with the most official points, of equal ones the first that was not `left`
    /// alone.
    pub fn joined<'c>(
        set: &CriteriaSet,
        children: Vec<(&'c Criterion, Self)>,
        left: &dyn Fn(&Criterion) -> bool,
    ) -> (Self, Vec<Passed<'c>>) {
        let (mut sums, mut passed) = (Self::default(), Vec::new());
        for part in set.apart(children) {
            let [(child, only)] = part.as_slice() else {
                let weighted: Vec<(&Criterion, Self)> = part
                    .into_iter()
                    .map(|(child, part)| {
                        let mut own = Self::default();
                        own.add(&part, &child.weight);
                        (child, own)
                    })
                    .collect();
                let applying = || weighted.iter().filter(|(_, part)| part.applies);
                let by_points = |one: &&(&Criterion, Self), other: &&(&Criterion, Self)| {
                    one.1.official.cmp(&other.1.official).then_with(|| left(other.0).cmp(&left(one.0)))
                };
                if let Some((best, most)) = applying().rev().max_by(by_points) {
                    let others = applying().filter(|(child, _)| child.id != best.id);
                    passed.extend(others.map(|(criterion, part)| Passed {
                        criterion,
                        best,
                        left: left(criterion) && !left(best),
                        points: part.official.clone(),
                        most: most.official.clone(),
                    }));
                }
                sums.add(&Self::best(&weighted.iter().map(|(_, part)| part)), &Points::one());
                continue;
            };
            sums.add(only, &child.weight);
        }
        (sums, passed)
    }

    /// Takes the best of alternatives at every stage, and their maximum once.
    fn best<'s>(parts: &(impl Iterator<Item = &'s Self> + Clone)) -> Self {
        let most = |of: fn(&Self) -> &Option<Points>| parts.clone().filter_map(|part| of(part).clone()).max();
        let sum = |of: fn(&Self) -> &Points| parts.clone().map(|part| of(part).clone()).max().unwrap_or_default();
        let rounds: BTreeSet<Round> = parts.clone().flat_map(|part| part.stages.appraised.keys().copied()).collect();
        let standing = |round: Round| parts.clone().map(|part| part.standing(round).clone()).max().unwrap_or_default();
        let max_after = |round: Round| parts.clone().map(|part| part.max_standing(round).clone()).max().unwrap_or_default();
        let official: Vec<Points> = parts.clone().map(|part| part.official.clone().unwrap_or_default()).collect();
        let open = Opens {
            declared: Open::of_best(&parts.clone().map(|part| (&part.declared, &part.open.declared))),
            accepted: Open::of_best(&parts.clone().map(|part| (&part.before, &part.open.accepted))),
            before: Open::of_best(&parts.clone().map(|part| (&part.before, &part.open.before))),
            rounds: rounds
                .iter()
                .map(|round| (*round, Open::of_best(&parts.clone().map(|part| (part.standing(*round), part.open.after(*round))))))
                .collect(),
            official: Open::of_best(&official.iter().zip(parts.clone().map(|part| &part.open.official))),
        };
        Self {
            stages: Stages {
                claimed: most(|part| &part.stages.claimed),
                computed: most(|part| &part.stages.computed),
                accepted: most(|part| &part.stages.accepted),
                appraised: rounds.iter().map(|round| (*round, standing(*round))).collect(),
                survey: most(|part| &part.stages.survey),
            },
            before: sum(|part| &part.before),
            max_before: sum(|part| &part.max_before),
            max_after: rounds.iter().map(|round| (*round, max_after(*round))).collect(),
            official: most(|part| &part.official),
            declared: sum(|part| &part.declared),
            own_max: sum(|part| &part.own_max),
            max: sum(|part| &part.max),
            applies: parts.clone().any(|part| part.applies),
            open,
        }
    }

    /// Adds a part, times its weight.
    pub fn add(&mut self, part: &Self, weight: &Points) {
        let add = |sum: &mut Option<Points>, points: &Option<Points>| {
            if let Some(points) = points {
                *sum = Some(&sum.take().unwrap_or_default() + &(points * weight));
            }
        };
        add(&mut self.stages.claimed, &part.stages.claimed);
        add(&mut self.stages.computed, &part.stages.computed);
        add(&mut self.stages.accepted, &part.stages.accepted);
        add(&mut self.stages.survey, &part.stages.survey);
        add(&mut self.official, &part.official);
        let rounds: BTreeSet<Round> = self.stages.appraised.keys().chain(part.stages.appraised.keys()).copied().collect();
        let sums = rounds.iter().map(|round| (*round, self.standing(*round) + &(part.standing(*round) * weight)));
        let maxima = rounds.iter().map(|round| (*round, self.max_standing(*round) + &(part.max_standing(*round) * weight)));
        (self.stages.appraised, self.max_after) = (sums.collect(), maxima.collect());
        self.max_before += &(&part.max_before * weight);
        self.before += &(&part.before * weight);
        self.declared += &(&part.declared * weight);
        self.own_max += &(&part.own_max * weight);
        self.max += &(&part.max * weight);
        self.applies |= part.applies;
        self.open.add(&part.open, weight);
    }

    /// Tells how a criterion stands, for conditions that name it.
    pub fn stands(&self) -> Standing {
        Standing {
            declared: self.declared.clone(),
            accepted: self.before.clone(),
            own_max: self.own_max.clone(),
            rounds: self
                .stages
                .appraised
                .iter()
                .map(|(round, points)| (*round, (points.clone(), self.max_standing(*round).clone())))
                .collect(),
            max_before: self.max_before.clone(),
            survey: self.stages.survey.clone().unwrap_or_default(),
            official: self.official.clone().unwrap_or_default(),
            max: self.max.clone(),
            open: self.open.clone(),
        }
    }

    /// Gives what the leaves have come to after a round: in it, in the last round before it, or before all rounds.
    fn standing(&self, round: Round) -> &Points {
        self.stages.appraised.up_to(&round).unwrap_or(&self.before)
    }

    /// Gives the maximum of what applies after a round.
    fn max_standing(&self, round: Round) -> &Points {
        self.max_after.up_to(&round).unwrap_or(&self.max_before)
    }
}

/// Makes the node of a leaf. `scale` is the product of weights up to the top.
pub fn leaf_node(criterion: &Criterion, depth: usize, scorer: Scorer, leaf: Settled, sums: &Sums, scale: &Points) -> Node {
    let mut trace = leaf.trace;
    if scorer == Scorer::Unit {
        let nothing = Points::zero();
        let late = trace.reached.is_some_and(|stage| stage >= Stage::Accepted);
        // Of a claim that counted, nothing came where the leaf was taken out later.
        let came = match (leaf.applies, late) {
            (false, _) => Some(&nothing),
            (true, true) => leaf.official.as_ref(),
            (true, false) => leaf.stages.accepted.as_ref(),
        };
        trace.over_claim = leaf.measured.as_ref().zip(came).map(|(claimed, came)| &(claimed - came) * scale);
    }
    Node {
        index: index(leaf.official.as_ref(), &sums.max),
        id: criterion.id.clone(),
        depth,
        max: criterion.max.clone(),
        weight: criterion.weight.clone(),
        applicable: leaf.applies,
        applicable_max: sums.max.clone(),
        stages: leaf.stages,
        official: leaf.official,
        trace: Some(Box::new(trace)),
    }
}

/// Makes the node of a group.
pub fn group_node(criterion: &Criterion, depth: usize, sums: &Sums) -> Node {
    Node {
        id: criterion.id.clone(),
        depth,
        max: criterion.max.clone(),
        weight: criterion.weight.clone(),
        applicable: sums.applies,
        applicable_max: sums.max.clone(),
        stages: sums.stages.clone(),
        official: sums.official.clone(),
        index: index(sums.official.as_ref(), &sums.max),
        trace: None,
    }
}

/// Gives achieved / applicable maximum × 100.
pub fn index(official: Option<&Points>, max: &Points) -> Option<Points> {
    official?.over(max).map(|share| &share * &Points::hundred())
}
