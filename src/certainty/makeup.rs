//! What the index of each ranked unit of a group is made of, exactly.

use std::cmp::Ordering;
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
    /// Its official places.
    ranking: &'a GroupRanking,
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
    /// What of the points beside the leaves goes with a criterion: penalties beside it, and lines that count within it.
    hanging: BTreeMap<CriterionId, Points>,
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
        let by_tie_break = standing(ranking, &|one, other| ranking.group.break_tie(one, other));
        let makeup = |(row, place, card): &(&'a Row, usize, &Scorecard)| {
            let tie_break = by_tie_break.get(&row.unit).copied().unwrap_or_default();
            Makeup { tie_break, ..Makeup::of(&row.unit, *place, card, &scales, set, known) }
        };
        let units: Vec<Makeup<'a>> = ranked.iter().map(makeup).collect();
        let mut by_id: Vec<usize> = (0..units.len()).collect();
        by_id.sort_by_key(|at| units.get(*at).map(|unit| unit.unit));
        Self { group: &ranking.group.id, number, leaves: scales.into_keys().collect(), units, by_id, ranking }
    }

    /// Takes away what goes with a criterion beside its leaves: penalties beside them, lines that count within it, and tie-breaks by
    /// it or by a part of it. Nothing where it has none of that. Points that are uncertain are not kept.
    pub fn without(&self, criterion: &Criterion) -> Option<Self> {
        let goes = |id: &CriterionId| criterion.holds(id);
        let group = &self.ranking.group;
        let ties: Vec<bool> = group.tie_breaks.iter().map(|by| !by.criterion().is_some_and(goes)).collect();
        let hangs = |unit: &Makeup<'_>| -> Points { unit.hanging.iter().filter(|(id, _)| goes(id)).map(|(_, points)| points).sum() };
        if ties.iter().all(|stays| *stays) && self.units.iter().all(|unit| hangs(unit).is_zero()) {
            return None;
        }
        let by_tie_break = standing(self.ranking, &|one, other| group.break_tie_by(one, other, &ties));
        let units = self.units.iter().map(|unit| Makeup {
            points: unit.points.clone(),
            maxima: unit.maxima.clone(),
            beside: &unit.beside - &hangs(unit),
            beside_max: unit.beside_max.clone(),
            hanging: BTreeMap::new(),
            tie_break: by_tie_break.get(unit.unit).copied().unwrap_or_default(),
            swings: Vec::new(),
            uncertain: Vec::new(),
            ..*unit
        });
        Some(Self { leaves: self.leaves.clone(), units: units.collect(), by_id: self.by_id.clone(), ..*self })
    }
}

/// Tells where each ranked unit stands by tie-breaks alone, from 0.
fn standing<'a>(ranking: &'a GroupRanking, by: &dyn Fn(&Row, &Row) -> Ordering) -> BTreeMap<&'a UnitId, usize> {
    let mut order: Vec<&Row> = ranking.ranked().collect();
    order.sort_by(|one, other| by(one, other));
    order.dedup_by(|one, other| by(one, other).is_eq());
    ranking.ranked().map(|row| (&row.unit, order.partition_point(|other| by(other, row).is_lt()))).collect()
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
        let penalties = card.adjustments.iter().filter(|line| line.trace.is_none());
        let mut hanging: BTreeMap<CriterionId, Points> =
            penalties.filter_map(|line| Some((line.id.clone(), -line.official.as_ref()?))).collect();
        for within in card.within(set) {
            *hanging.entry(within.criterion.id.clone()).or_default() += &within.adds;
        }
        let may_pass_100 = set.may_pass_100;
        Self { unit, place, points, maxima, beside, beside_max, may_pass_100, hanging, tie_break: 0, swings, uncertain }
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
