//! What a unit fell short of: points to the next better place and grade, where it lost points, and the fewest criteria that
//! would do. All others stay as they are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::assessment::Stage;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::points::Points;
use crate::ranking::{GroupRanking, Row};
use crate::rule::Scorer;
use crate::scoring::{Node, Scorecard};

/// What a unit fell short of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// Next better place and next better grade, as far as there are any.
    pub goals: Vec<Goal>,
    /// Leaves that lost points: those lost for want of documents first, then those that lost most.
    pub lost: Vec<Lost>,
}

/// Something that the unit did not reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What.
    pub aim: Aim,
    /// Fewest points more that reach it, in steps of the group's last decimal; `None` where full points at every criterion
    /// would not.
    pub needs: Option<Points>,
    /// Fewest criteria that come to these points; those whose documents alone would do, if these are enough.
    pub enough: Vec<CriterionId>,
    /// Whether documents alone would do.
    pub by_documents: bool,
}

/// What a goal is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A place, as it is now taken by others.
    Place(usize),
    /// A grade.
    Grade(String),
}

/// Points that a leaf lost, as they count at the top of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Leaf.
    pub criterion: CriterionId,
    /// All that it lost.
    pub points: Points,
    /// What of that documents would bring back: it was withheld for want of them.
    pub by_documents: Points,
    /// Who decides on the leaf.
    pub scorer: Scorer,
    /// Whether the council has scored it.
    pub appraised: bool,
}

/// Says what a ranked unit fell short of; nothing of a unit without a place.
pub fn of(row: &Row, card: &Scorecard, ranking: &GroupRanking, set: &CriteriaSet) -> Option<Shortfall> {
    row.place?;
    let lost = lost(card, set);
    let all: Points = lost.iter().map(|one| &one.points).sum();
    let reach = Reach { card, sum: sum(card), may_pass_100: set.may_pass_100, step: step(ranking), most: all };
    let mut goals = Vec::new();
    if let Some(ahead) = next_better(row, ranking)
        && let Some(place) = ahead.place
    {
        let strictly = !ranking.group.tie_breaks.is_empty() || ahead.index == row.index;
        let needs = reach.fewest(|index| if strictly { Some(index) > ahead.index.as_ref() } else { Some(index) >= ahead.index.as_ref() });
        goals.push(goal(Aim::Place(place), needs, &lost));
    }
    let above = row.index.as_ref().and_then(|now| {
        let printed = ranking.group.rounding.print(now);
        ranking.group.grades.iter().filter(|band| band.from > printed).min_by(|one, other| one.from.cmp(&other.from))
    });
    if let Some(band) = above {
        goals.push(goal(Aim::Grade(band.name.clone()), reach.fewest(|index| ranking.group.rounding.print(index) >= band.from), &lost));
    }
    Some(Shortfall { goals, lost })
}

/// Finds the unit of the next better place.
fn next_better<'r>(row: &Row, ranking: &'r GroupRanking) -> Option<&'r Row> {
    ranking.rows.iter().filter(|other| other.place.is_some() && other.place < row.place).max_by_key(|other| other.place)
}

/// Gives the smallest points that are printed.
fn step(ranking: &GroupRanking) -> Points {
    let below = 10_i64.checked_pow(ranking.group.rounding.decimals.into()).unwrap_or(1);
    Points::one().over(&Points::from(below)).unwrap_or_else(Points::one)
}

/// Adds tree and adjustments up, before anything is cut.
fn sum(card: &Scorecard) -> Points {
    let areas = card.nodes.iter().filter(|node| node.depth == 1);
    let tree: Points = areas.filter_map(|node| Some(node.official.as_ref()? * &node.weight)).sum();
    &tree + &card.adjusted.clone().unwrap_or_default()
}

/// How far points more bring a unit.
struct Reach<'a> {
    card: &'a Scorecard,
    sum: Points,
    may_pass_100: bool,
    step: Points,
    most: Points,
}

impl Reach<'_> {
    /// Gives the index with so many points more.
    fn index(&self, more: &Points) -> Points {
        let (max, points) = (&self.card.applicable_max, (&self.sum + more).max(Points::zero()));
        let points = if self.may_pass_100 { points } else { points.min(max.clone()) };
        points.over(max).map(|share| &share * &Points::hundred()).unwrap_or_default()
    }

    /// Finds the fewest steps with which an index is enough; nothing where all points that were lost are not.
    fn fewest(&self, enough: impl Fn(&Points) -> bool) -> Option<Points> {
        let steps = |number: i64| &self.step * &Points::from(number);
        let all = self.most.over(&self.step)?.in_units(0)?.checked_add(1)?;
        if !enough(&self.index(&self.most)) {
            return None;
        }
        // An index that is enough stays so with more points.
        let (mut not, mut is) = (0, all);
        while is - not > 1 {
            let middle = not + (is - not) / 2;
            if enough(&self.index(&steps(middle))) {
                is = middle;
            } else {
                not = middle;
            }
        }
        Some(steps(is))
    }
}

/// Lists the leaves that lost points.
fn lost(card: &Scorecard, set: &CriteriaSet) -> Vec<Lost> {
    let mut scales: BTreeMap<&CriterionId, Points> = BTreeMap::new();
    scale(&set.criteria, &Points::one(), &mut scales);
    let of_leaf = |node: &Node| {
        let scale = scales.get(&node.id)?;
        let scorer = set.find(&node.id)?.leaf()?.scorer();
        let official = node.official.clone().unwrap_or_default();
        let points = &node.applicable_max - &official;
        let trace = node.trace.as_ref()?;
        let appraised = matches!(trace.reached, Some(Stage::Appraised(_)));
        let backed = [&node.stages.claimed, &node.stages.computed].into_iter().flatten().min();
        let withheld = backed.filter(|_| !appraised && !trace.withheld.is_empty()).map(|backed| backed - &official);
        let by_documents = withheld.unwrap_or_default().clamp_to(&Points::zero(), &points);
        points.is_positive().then(|| Lost {
            criterion: node.id.clone(),
            points: &points * scale,
            by_documents: &by_documents * scale,
            scorer,
            appraised,
        })
    };
    let mut lost: Vec<Lost> = card.nodes.iter().filter(|node| node.applicable).filter_map(of_leaf).collect();
    lost.sort_by(|one, other| {
        let key = |one: &Lost| (Reverse(one.by_documents.clone()), Reverse(one.points.clone()));
        key(one).cmp(&key(other)).then_with(|| one.criterion.cmp(&other.criterion))
    });
    lost
}

/// Gives what a point of each leaf counts at the top.
fn scale<'s>(criteria: &'s [Criterion], above: &Points, scales: &mut BTreeMap<&'s CriterionId, Points>) {
    for criterion in criteria {
        let here = above * &criterion.weight;
        scale(criterion.children(), &here, scales);
        scales.insert(&criterion.id, here);
    }
}

/// Finds the fewest leaves that come to what a goal needs: by their documents alone where these are enough.
fn goal(aim: Aim, needs: Option<Points>, lost: &[Lost]) -> Goal {
    let Some(needed) = &needs else { return Goal { aim, needs, enough: Vec::new(), by_documents: false } };
    let documents: Points = lost.iter().map(|one| &one.by_documents).sum();
    let by_documents = documents >= *needed;
    let worth = |one: &Lost| if by_documents { one.by_documents.clone() } else { one.points.clone() };
    let mut order: Vec<&Lost> = lost.iter().collect();
    order.sort_by_key(|one| (Reverse(worth(one)), Reverse(one.by_documents.clone())));
    let (mut sum, mut enough) = (Points::zero(), Vec::new());
    for one in order {
        if sum >= *needed {
            break;
        }
        sum += &worth(one);
        enough.push(one.criterion.clone());
    }
    enough.sort();
    Goal { aim, needs, enough, by_documents }
}
