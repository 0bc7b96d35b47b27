//! How sure an order is: what becomes of the places where weights and uncertain points are drawn within their bounds.
//!
//! Advice beside the official places, which it never changes, and no probability that a unit is better than another: it
//! says how much the order hangs on how much each criterion weighs and on points that are still open. Integers only: the
//! same seed gives the same result on every machine and on any number of threads.
//!
//! In a draw, each leaf of the tree is multiplied, in points and in maximum, by a number of thousandths within the share
//! that the campaign allows around 1,000, all equally likely, the same for all units of a set; what it fixes stays at 1,000.
//! Points that are [uncertain](Cause) are drawn for each unit apart. The index is then what it is officially: points over
//! the maximum of what applies, with the same lines outside the tree, never under 0, and not over 100 where the set says so.
//! Nothing is rounded on the way. Awards are proposed on the places drawn, by the campaign's own rules. What applies to whom, which alternative counts, what a comparison with the best gives, and
//! the points that tie-breaks compare stay as they are officially.

mod awards;
mod draw;
mod makeup;
mod random;
mod scaled;
mod summary;
mod swing;
mod uncertain;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use self::awards::{Grouped, Pool};
use self::draw::Draw;
use self::makeup::Field;
use self::scaled::{Drawn, Scaled};
use crate::assessment::{Appraisal, Explanations, Round};
use crate::award::{AwardRule, Choice, Facts};
use crate::criteria::CriteriaSet;
use crate::figure::{AwardId, CriterionId, GroupId, SetId, UnitId};
use crate::finding::Finding;
use crate::points::Points;
use crate::ranking::{Group, Ranking};
use crate::scoring::Scorecard;

/// Name of the generator of random numbers, as records give it.
pub const GENERATOR: &str = "ChaCha8";
/// Draws in a hundred that are left out at each end of an interval of places.
pub const LEFT_OUT: u32 = 5;
/// Draws in a hundred in which a unit has to be ahead of another to be told from it.
pub const AHEAD: u32 = 95;

/// What a campaign lets vary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumptions {
    /// How far a weight may lie from that of the set, to each side, in thousandths of it; at most 1,000.
    pub weights: u16,
    /// Criteria whose weights stay, with all below them.
    pub fixed: BTreeSet<CriterionId>,
    /// How many times the order is worked out; at least once.
    pub draws: u32,
    /// Where the random numbers begin.
    pub seed: u64,
}

/// What an order is worked out of.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Official places.
    pub ranking: &'a Ranking,
    /// Sets of the groups.
    pub sets: &'a BTreeMap<SetId, CriteriaSet>,
    /// Scores of every unit.
    pub cards: &'a BTreeMap<UnitId, Scorecard>,
    /// What the council and the survey typed.
    pub appraisal: &'a Appraisal,
    /// What units explained after rounds of appraisal.
    pub explanations: &'a Explanations,
    /// Everything found, with the severities that count.
    pub findings: &'a [Finding],
    /// Awards, in the order in which they are decided.
    pub awards: &'a [AwardRule],
    /// What awards look at beside places.
    pub facts: &'a BTreeMap<UnitId, Facts>,
}

/// How sure the order of every group is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certainty {
    /// What was let vary.
    pub assumptions: Assumptions,
    /// Groups, in the order of the campaign.
    pub groups: Vec<GroupCertainty>,
}

/// How sure the order of a group is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupCertainty {
    /// Group that was drawn.
    pub group: GroupId,
    /// Its ranked units, in the official order.
    pub units: Vec<UnitCertainty>,
    /// Pairs, the first ahead in the official order, of which neither was ahead in [`AHEAD`] draws of a hundred.
    pub inseparable: Vec<(UnitId, UnitId)>,
    /// What becomes of the official places without each criterion, in the order of ids.
    pub without: Vec<Without>,
}

/// How sure the place of a unit is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCertainty {
    /// Unit whose place was drawn.
    pub unit: UnitId,
    /// Official place.
    pub place: usize,
    /// Best place of the interval, with [`LEFT_OUT`] draws of a hundred left out at each end.
    pub low: usize,
    /// Worst place of the interval.
    pub high: usize,
    /// In how many draws it had which place, shared or not.
    pub places: BTreeMap<usize, u32>,
    /// Awards that are open to its group, in their order.
    pub awards: Vec<AwardCertainty>,
    /// Its points that are uncertain.
    pub uncertain: Vec<Uncertain>,
}

/// How sure the proposal of a unit for an award is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardCertainty {
    /// Award that the unit was considered for in each draw.
    pub award: AwardId,
    /// In how many draws it was proposed.
    pub chosen: u32,
    /// In how many it was equal to others at the edge of the quota, so that the council would decide; they are not among those
    /// in which it was proposed.
    pub at_edge: u32,
}

/// Points of a unit that are uncertain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncertain {
    /// Leaf, or line outside the tree.
    pub criterion: CriterionId,
    /// What makes these points uncertain.
    pub cause: Cause,
    /// Least that they are drawn as; of a penalty without its sign.
    pub least: Points,
    /// Most that they are drawn as.
    pub most: Points,
}

/// Why points are uncertain, and how they are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Points of the survey, of so many respondents: around the official points with the sampling error that answers worth 0
    /// to the maximum have at most, the root of p × (maximum − p) / respondents, the sum of twelve equal draws standing for
    /// a normal one; never outside 0 to the maximum.
    Survey(Points),
    /// An error found at the criterion which nobody has decided: anything, equally likely, from 0 to what the unit claims or
    /// its figures come to, the lower of the two; to the maximum where the council has yet to score it.
    OpenFinding(&'static str),
    /// A penalty whose figure is missing: anything from none to all of it.
    Provisional,
    /// Points that the council gave in this round and that the unit has since explained without another round deciding:
    /// anything between the claim and what was given.
    Disputed(Round),
}

/// What becomes of the official places of a group without a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// Which: a leaf or a group of criteria, left out of points and maxima.
    pub criterion: CriterionId,
    /// How many units have another place.
    pub moved: usize,
    /// Unit that moves farthest, of equal ones the first in the official order, with its place then; `None` where none moves.
    pub farthest: Option<(UnitId, usize)>,
    /// Who is first.
    pub first: Vec<UnitId>,
}

/// What makes points uncertain, beside the score itself.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// What the council and the survey typed.
    pub appraisal: &'a Appraisal,
    /// What units explained after rounds of appraisal.
    pub explanations: &'a Explanations,
    /// Everything found, with the severities that count.
    pub findings: &'a [Finding],
}

impl<'a> Known<'a> {
    /// Gives what makes points uncertain.
    const fn sources(&self) -> Sources<'a> {
        Sources { appraisal: self.appraisal, explanations: self.explanations, findings: self.findings }
    }
}

impl UnitCertainty {
    /// Counts the draws in which the unit was among the first so many, places shared or not.
    pub fn among_first(&self, places: usize) -> u32 {
        self.places.range(..=places).map(|(_, draws)| draws).sum()
    }
}

impl Certainty {
    /// Finds a unit, with its group.
    pub fn unit(&self, id: &UnitId) -> Option<(&GroupCertainty, &UnitCertainty)> {
        self.groups.iter().find_map(|group| Some((group, group.units.iter().find(|unit| unit.unit == *id)?)))
    }

    /// Gives a number of draws as a share of all, from 0 to 1.
    pub fn share(&self, draws: u32) -> Points {
        Points::from(i64::from(draws)).over(&Points::from(i64::from(self.assumptions.draws))).unwrap_or_default()
    }
}

/// Works out how sure the order of every group is. Groups in which nobody is ranked are left out.
pub fn simulate(assumptions: &Assumptions, known: &Known<'_>) -> Certainty {
    let fields = known.ranking.groups.iter().zip(0..).filter_map(|(ranking, number)| {
        let set = known.sets.get(&ranking.group.set)?;
        let field = Field::of(ranking, number, set, known);
        (!field.units.is_empty()).then_some((&ranking.group, set, field))
    });
    let fields: Vec<(&Group, &CriteriaSet, Field<'_>)> = fields.collect();
    let groups: Vec<Grouped<'_>> = fields.iter().map(|(group, _, field)| Grouped { group, field, scaled: Scaled::of(field) }).collect();
    let fixed: Vec<Vec<bool>> =
        fields.iter().map(|(_, set, field)| field.leaves.iter().map(|leaf| is_fixed(assumptions, set, leaf)).collect()).collect();
    let pool = Pool::of(&groups, known.ranking, known.awards, known.facts);
    let draw = |n: u32| {
        let draws = groups.iter().zip(&fixed);
        let drawn: Vec<Drawn> =
            draws.map(|(group, fixed)| group.scaled.work_out(Draw::random(assumptions, fixed, group.field, n))).collect();
        let choices = pool.choices(&drawn);
        (drawn.into_iter().map(|drawn| drawn.places).collect(), choices)
    };
    let (places, choices): (Vec<Vec<Vec<u32>>>, Vec<Vec<Choice>>) = (0..assumptions.draws).into_par_iter().map(draw).unzip();
    let counted = pool.counted(&choices);
    let of_group = |n: usize| {
        let ((_, set, field), group) = fields.get(n).zip(groups.get(n))?;
        let draws: Vec<&[u32]> = places.iter().filter_map(|groups| groups.get(n).map(Vec::as_slice)).collect();
        Some(GroupCertainty {
            group: field.group.clone(),
            units: summary::units(field, &draws, counted.get(n)?),
            inseparable: summary::inseparable(field, &draws),
            without: summary::without(field, &group.scaled, set),
        })
    };
    let groups = (0..fields.len()).filter_map(of_group).collect();
    Certainty { assumptions: assumptions.clone(), groups }
}

/// Lists the points of a unit that are uncertain: first of leaves, then of lines outside the tree, each in the order of ids.
pub fn uncertain_points(card: &Scorecard, set: &CriteriaSet, sources: Sources<'_>) -> Vec<Uncertain> {
    uncertain::of(card, &makeup::scales(set), set, sources).into_iter().map(|(_, uncertain)| uncertain).collect()
}

/// Tells whether the weight of a leaf stays: it is named, or something above it is.
fn is_fixed(assumptions: &Assumptions, set: &CriteriaSet, leaf: &CriterionId) -> bool {
    assumptions.fixed.iter().any(|fixed| fixed == leaf || set.find(fixed).is_some_and(|criterion| criterion.holds(leaf)))
}
