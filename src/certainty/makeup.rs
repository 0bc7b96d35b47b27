//! What the index of each ranked unit of a group is made of, exactly.

use std::collections::BTreeMap;

use super::swing::Swing;
use super::uncertain;
use super::{Known, Uncertain};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, GroupId, UnitId};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row};
use crate::scoring::Scorecard;

/// Ranked units of a group.
pub struct Field<'a> {
    /// The group.
    pub group: &'a GroupId,
    /// Which of the groups it is, from 0.
    pub number: u16,
    /// Leaves of the tree, in the order of ids.
    pub leaves: Vec<CriterionId>,
    /// Units, in the official order.
    pub units: Vec<Makeup<'a>>,
    /// Where units stand in that list, in the order of their ids.
    pub by_id: Vec<usize>,
}

/// What the index of a unit is made of. Points and maxima of leaves are as they count at the top of the tree, 0 where a leaf
/// does not apply.
pub struct Makeup<'a> {
    /// The unit.
    pub unit: &'a UnitId,
    /// Official place.
    pub place: usize,
    /// Official points of each leaf.
    pub points: Vec<Points>,
    /// Maximum of what applies of each leaf.
    pub maxima: Vec<Points>,
    /// Official points beside the leaves: lines outside the tree with their sign, and lateness.
    pub beside: Points,
    /// Maximum that no leaf accounts for: of alternatives another one than that which counts.
    pub beside_max: Points,
    /// Whether the index may pass 100.
    pub may_pass_100: bool,
    /// Where it stands by tie-breaks alone, from 0; equal where these are.
    pub tie_break: usize,
    /// Amounts that are drawn.
    pub swings: Vec<Swing>,
    /// The same, as they are told.
    pub uncertain: Vec<Uncertain>,
}

impl<'a> Field<'a> {
    /// Takes the ranked units of a group apart.
    pub fn of(ranking: &'a GroupRanking, number: u16, set: &CriteriaSet, known: &Known<'a>) -> Self {
        let scales = scales(set);
        let ranked: Vec<(&Row, usize, &Scorecard)> =
            ranking.rows.iter().filter_map(|row| Some((row, row.place?, known.cards.get(&row.unit)?))).collect();
        let mut order: Vec<&Row> = ranked.iter().map(|(row, ..)| *row).collect();
        order.sort_by(|one, other| ranking.group.break_tie(one, other));
        order.dedup_by(|one, other| ranking.group.break_tie(one, other).is_eq());
        let makeup = |(row, place, card): &(&'a Row, usize, &Scorecard)| {
            let tie_break = order.partition_point(|other| ranking.group.break_tie(other, row).is_lt());
            Makeup { tie_break, ..Makeup::of(&row.unit, *place, card, &scales, set, known) }
        };
        let units: Vec<Makeup<'a>> = ranked.iter().map(makeup).collect();
        let mut by_id: Vec<usize> = (0..units.len()).collect();
        by_id.sort_by_key(|at| units.get(*at).map(|unit| unit.unit));
        Self { group: &ranking.group.id, number, leaves: scales.into_keys().collect(), units, by_id }
    }
}

impl<'a> Makeup<'a> {
    /// Takes the score of a unit apart.
    fn of(
        unit: &'a UnitId,
        place: usize,
        card: &Scorecard,
        scales: &BTreeMap<CriterionId, Points>,
        set: &CriteriaSet,
        known: &Known<'_>,
    ) -> Self {
        let leaf = |id: &CriterionId| card.nodes.iter().find(|node| node.id == *id && node.applicable);
        let counts =
            |(id, scale): (&CriterionId, &Points)| leaf(id).and_then(|node| Some(node.official.as_ref()? * scale)).unwrap_or_default();
        let most = |(id, scale): (&CriterionId, &Points)| leaf(id).map(|node| &node.applicable_max * scale).unwrap_or_default();
        let points: Vec<Points> = scales.iter().map(counts).collect();
        let maxima: Vec<Points> = scales.iter().map(most).collect();
        let areas = card.nodes.iter().filter(|node| node.depth == 1);
        let tree: Points = areas.filter_map(|node| Some(node.official.as_ref()? * &node.weight)).sum();
        let outside = card.adjusted.clone().unwrap_or_default();
        let beside = &(&tree + &outside) - &points.iter().sum();
        let beside_max = &card.applicable_max - &maxima.iter().sum();
        let (swings, uncertain) = uncertain::of(card, scales, set, known.sources()).into_iter().unzip();
        Self { unit, place, points, maxima, beside, beside_max, may_pass_100: set.may_pass_100, tie_break: 0, swings, uncertain }
    }
}

/// Gives what a point of each leaf counts at the top: the product of the weights down to it.
pub fn scales(set: &CriteriaSet) -> BTreeMap<CriterionId, Points> {
    let mut scales = BTreeMap::new();
    scale(&set.criteria, &Points::one(), &mut scales);
    scales
}

/// Adds those of the leaves below criteria, of which a point counts so much.
fn scale(criteria: &[Criterion], above: &Points, scales: &mut BTreeMap<CriterionId, Points>) {
    for criterion in criteria {
        let here = above * &criterion.weight;
        if criterion.leaf().is_some() {
            scales.insert(criterion.id.clone(), here);
        } else {
            scale(criterion.children(), &here, scales);
        }
    }
}
