//! What a unit fell short of: points to the next better place and grade and to each award, where it lost points, and the fewest
//! criteria that would do. All others stay as they are.

mod proposal;
mod reach;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use self::proposal::Needed;
use self::reach::Reach;
use crate::assessment::Stage;
use crate::award::Shortlist;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{AwardId, CriterionId, UnitId};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row};
use crate::scoring::{Node, Scorecard};

/// What a unit fell short of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// Next better place and next better grade, as far as there are any.
    pub goals: Vec<Goal>,
    /// Awards that it is not proposed for.
    pub awards: Vec<Unproposed>,
    /// Leaves that lost points: those lost for want of documents first, then those that lost most.
    pub lost: Vec<Lost>,
}

/// Award that the unit is not proposed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unproposed {
    /// Award that it was not proposed for.
    pub award: AwardId,
    /// Points that would do; `None` where points alone do not decide.
    pub by_points: Option<Goal>,
}

/// Something that the unit did not reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What would be reached.
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
    /// To be proposed for an award.
    Award(AwardId),
}

/// What is known of all units, beside the one that fell short.
#[derive(Clone, Copy)]
pub struct Others<'a> {
    /// Finds the place of a unit, with its group.
    pub place: &'a dyn Fn(&UnitId) -> Option<(&'a GroupRanking, &'a Row)>,
    /// What was decided on awards, in the order of the campaign.
    pub shortlists: &'a [Shortlist],
}

/// Points that a leaf lost, as they count at the top of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Leaf that lost them.
    pub criterion: CriterionId,
    /// All that it lost.
    pub points: Points,
    /// What of that documents would bring back: it was withheld for want of them.
    pub by_documents: Points,
}

/// Says what a ranked unit fell short of; nothing of a unit without a place.
pub fn of(row: &Row, card: &Scorecard, ranking: &GroupRanking, set: &CriteriaSet, others: Others<'_>) -> Option<Shortfall> {
    row.place?;
    let lost = lost(card, set);
    let all: Points = lost.iter().map(|one| &one.points).sum();
    let reach = Reach::new(card, set.may_pass_100, ranking.group.rounding, all);
    let mut goals = Vec::new();
    if let Some(ahead) = next_better(row, ranking)
        && let Some(place) = ahead.place
    {
        let strictly = !ranking.group.tie_breaks.is_empty() || ahead.index == row.index;
        let enough =
            |_: &Points, index: &Points| if strictly { Some(index) > ahead.index.as_ref() } else { Some(index) >= ahead.index.as_ref() };
        goals.push(goal(Aim::Place(place), reach.fewest(enough), &lost));
    }
    let above = row.index.as_ref().and_then(|now| {
        let printed = ranking.group.rounding.print(now);
        ranking.group.grades.iter().filter(|band| band.from > printed).min_by(|one, other| one.from.cmp(&other.from))
    });
    if let Some(band) = above {
        let needs = reach.fewest(|_, index| ranking.group.rounding.print(index) >= band.from);
        goals.push(goal(Aim::Grade(band.name.clone()), needs, &lost));
    }
    let missed = proposal::missed(row, ranking, &reach, others).into_iter();
    let awards = missed.map(|(award, needed)| {
        let by_points = |needs| Some(goal(Aim::Award(award.clone()), needs, &lost));
        let by_points = match needed {
            Needed::Points(points) => by_points(Some(points)),
            Needed::Never => by_points(None),
            Needed::Undecided => None,
        };
        Unproposed { award: award.clone(), by_points }
    });
    Some(Shortfall { awards: awards.collect(), goals, lost })
}

/// Finds the unit of the next better place.
fn next_better<'r>(row: &Row, ranking: &'r GroupRanking) -> Option<&'r Row> {
    ranking.rows.iter().filter(|other| other.place.is_some() && other.place < row.place).max_by_key(|other| other.place)
}

/// Lists the leaves that lost points.
fn lost(card: &Scorecard, set: &CriteriaSet) -> Vec<Lost> {
    let mut scales: BTreeMap<&CriterionId, Points> = BTreeMap::new();
    scale(&set.criteria, &Points::one(), &mut scales);
    let of_leaf = |node: &Node| {
        let scale = scales.get(&node.id)?;
        let official = node.official.clone().unwrap_or_default();
        let points = &node.applicable_max - &official;
        let trace = node.trace.as_ref()?;
        let appraised = matches!(trace.reached, Some(Stage::Appraised(_)));
        let backed = [&node.stages.claimed, &node.stages.computed].into_iter().flatten().min();
        let withheld = backed.filter(|_| !appraised && !trace.withheld.is_empty()).map(|backed| backed - &official);
        let by_documents = withheld.unwrap_or_default().clamp_to(&Points::zero(), &points);
        points.is_positive().then(|| Lost { criterion: node.id.clone(), points: &points * scale, by_documents: &by_documents * scale })
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
