//! What a unit fell short of: points to the next better place and grade and to each award, where it lost points, and the fewest
//! criteria that would do. All others stay as they are.

mod cure;
mod floors;
mod instead;
mod lost;
mod proposal;
mod reach;
mod steps;

use self::floors::Floor;
use self::lost::Ground;
use self::proposal::Needed;
use self::reach::{Reach, Wanted};
use crate::award::Shortlist;
use crate::criteria::CriteriaSet;
use crate::figure::{AwardId, CriterionId, UnitId};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row, Status};
use crate::scoring::Scorecard;

pub use self::lost::{Gate, Lost};

/// What a unit fell short of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// Next better place and next better grade, as far as there are any.
    pub goals: Vec<Goal>,
    /// Awards that it is not proposed for.
    pub awards: Vec<Unproposed>,
    /// Leaves and penalties that lost points: those lost for want of documents first, then those that lost most.
    pub lost: Vec<Lost>,
    /// Leaves that do not apply as long as others lack points; goals are worked out as if it stayed so.
    pub waiting: Vec<Waiting>,
    /// Alternatives that count, and reach less than others would; goals are worked out as if it stayed so.
    pub lesser: Vec<Lesser>,
}

/// Leaf that does not apply as long as another criterion lacks points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The leaf.
    pub leaf: CriterionId,
    /// Most that the unit would have more by it, as it counts at the top of the tree: where it stands for others, what it would
    /// count above the one that counts now.
    pub more: Points,
    /// Criterion that it waits for.
    pub until: CriterionId,
    /// Least index of that one, in points of percent.
    pub at_least: Points,
}

/// Alternative that counts, though another could reach more: the decision gives less for it, or a part of it does not apply to
/// the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesser {
    /// The alternative that counts.
    pub counts: CriterionId,
    /// Those that could count instead.
    pub others: Vec<CriterionId>,
    /// Most that the unit would have above full points of the one that counts, as it counts at the top of the tree.
    pub more: Points,
}

/// Award that the unit is not proposed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unproposed {
    /// Award that it was not proposed for.
    pub award: AwardId,
    /// Points that would do; `None` where points alone do not decide.
    pub by_points: Option<Goal>,
    /// Whether points alone would surely not do; where they do not decide and this is false, nobody knows.
    pub not_by_points: bool,
}

/// Something that the unit did not reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What would be reached.
    pub aim: Aim,
    /// Fewest points more that reach it for sure, in steps of the group's last decimal; `None` where full points at every criterion
    /// would not.
    pub needs: Option<Points>,
    /// Fewest criteria that would do; those whose documents alone would do, if these are enough. None where points are needed
    /// that a condition of the set keeps at 0.
    pub enough: Vec<CriterionId>,
    /// Whether documents alone would do.
    pub by_documents: bool,
    /// Criteria that would count again, since those that are named are what they wait for.
    pub opened: Vec<CriterionId>,
    /// Whether fewer points, or criteria, may do, or full points where none are named: at an equal index something else decides.
    pub is_bound: bool,
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
    /// Gives the progress of a unit on last year with an index.
    pub progress: &'a dyn Fn(&UnitId, &Points) -> Option<Points>,
    /// What was decided on awards, in the order of the campaign.
    pub shortlists: &'a [Shortlist],
}

/// What lost points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A leaf that is not full.
    Leaf,
    /// A penalty outside the tree.
    Penalty,
    /// What came late.
    Lateness,
}

/// Says what a unit fell short of; of a unit without a place only where it lost points, and nothing of one that sent nothing.
pub fn of(row: &Row, card: &Scorecard, ranking: &GroupRanking, set: &CriteriaSet, others: Others<'_>) -> Option<Shortfall> {
    if row.status == Status::NotSubmitted {
        return None;
    }
    let ground = Ground::new(card, set);
    if row.place.is_none() {
        return Some(Shortfall { goals: Vec::new(), awards: Vec::new(), waiting: Vec::new(), lesser: ground.lesser(), lost: ground.lost });
    }
    let is_sure = |one: &&Lost| one.source == Source::Leaf || one.gate == Gate::Open;
    let all: Points = ground.lost.iter().filter(is_sure).map(|one| &one.points).sum();
    let reach = Reach::new(card, set.may_pass_100, ranking.group.rounding, all);
    let wanted = |is_enough: &dyn Fn(&Points, &Points, bool) -> bool| reach.wanted(&ground.lost, &Floor::default(), is_enough);
    let mut goals = Vec::new();
    if let Some((place, ahead)) = next_better(row, ranking).and_then(|ahead| Some((ahead.place?, ahead.index.as_ref()?))) {
        let is_decided = !ranking.group.tie_breaks.is_empty();
        // Who is equal already, and behind, needs more.
        let may_equal = row.index.as_ref() != Some(ahead);
        let enough = |_: &Points, index: &Points, kindly: bool| index > ahead || may_equal && (kindly || !is_decided) && index == ahead;
        goals.push(goal(Aim::Place(place), wanted(&enough)));
    }
    let above = row.index.as_ref().and_then(|now| {
        let printed = ranking.group.rounding.print(now);
        ranking.group.grades.iter().filter(|band| band.from > printed).min_by(|one, other| one.from.cmp(&other.from))
    });
    if let Some(band) = above {
        goals.push(goal(Aim::Grade(band.name.clone()), wanted(&|_, index, _| ranking.group.rounding.print(index) >= band.from)));
    }
    let missed = proposal::missed(row, ranking, &ground, &reach, others).into_iter();
    let awards = missed.map(|(award, needed)| {
        let not_by_points = matches!(needed, Needed::NotByPoints);
        let by_points = match needed {
            Needed::Wanted(wanted) => Some(goal(Aim::Award(award.clone()), Some(wanted))),
            Needed::Never => Some(goal(Aim::Award(award.clone()), None)),
            Needed::NotByPoints | Needed::Undecided => None,
        };
        Unproposed { award: award.clone(), by_points, not_by_points }
    });
    Some(Shortfall { awards: awards.collect(), goals, waiting: ground.waiting(), lesser: ground.lesser(), lost: ground.lost })
}

/// Finds the unit of the next better place.
fn next_better<'r>(row: &Row, ranking: &'r GroupRanking) -> Option<&'r Row> {
    ranking.rows.iter().filter(|other| other.place.is_some() && other.place < row.place).max_by_key(|other| other.place)
}

/// Makes a goal of what would do.
fn goal(aim: Aim, wanted: Option<Wanted>) -> Goal {
    let Some(Wanted { points, cure, is_bound }) = wanted else {
        return Goal { aim, needs: None, enough: Vec::new(), by_documents: false, opened: Vec::new(), is_bound: false };
    };
    let (enough, by_documents, opened) = cure.map(|cure| (cure.enough, cure.by_documents, cure.opened)).unwrap_or_default();
    Goal { aim, needs: points, enough, by_documents, opened, is_bound }
}
