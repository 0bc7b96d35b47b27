//! How far points more bring a unit.

use super::cure::{self, Cure};
use super::floors::Floor;
use super::lost::Lost;
use super::steps::fewest_steps;
use crate::points::{Points, Rounding};
use crate::scoring::Scorecard;

/// How far points more bring a unit.
pub struct Reach<'a> {
    card: &'a Scorecard,
    sum: Points,
    may_pass_100: bool,
    step: Points,
    most: Points,
}

/// What would do.
pub struct Wanted {
    /// Points that would do for sure, the least unless `is_bound`; nothing where all that were lost would not.
    pub points: Option<Points>,
    /// Leaves that would do; nothing where none that are known would.
    pub cure: Option<Cure>,
    /// Whether fewer points may do, if what decides between equals decides for the unit.
    pub is_bound: bool,
}

impl<'a> Reach<'a> {
    /// Looks at a unit that could have so many points more at most; they are counted in the smallest steps that are printed.
    pub fn new(card: &'a Scorecard, may_pass_100: bool, rounding: Rounding, most: Points) -> Self {
        Self { card, sum: sum(card), may_pass_100, step: rounding.step(), most }
    }

    /// Gives all points that were lost.
    pub const fn most(&self) -> &Points {
        &self.most
    }

    /// Gives points and index with so many points more.
    pub fn with(&self, more: &Points) -> (Points, Points) {
        let (max, points) = (&self.card.applicable_max, (&self.sum + more).max(Points::zero()));
        let points = if self.may_pass_100 { points } else { points.min(max.clone()) };
        let index = points.over(max).map(|share| &share * &Points::hundred()).unwrap_or_default();
        (points, index)
    }

    /// Finds the fewest points and leaves with which points and index are enough, surely and kindly, and the floor is reached;
    /// nothing where all points that were lost are not enough, however kindly equals are decided.
    pub fn wanted(&self, lost: &[Lost], floor: &Floor, is_enough: &dyn Fn(&Points, &Points, bool) -> bool) -> Option<Wanted> {
        let with = |more: &Points, kindly: bool| {
            let (points, index) = self.with(more);
            *more >= floor.points && is_enough(&points, &index, kindly)
        };
        let kindly = self.fewest(&|more| with(more, true))?;
        let points = self.fewest(&|more| with(more, false));
        let cure = points.as_ref().and_then(|_| cure::fewest(lost, &floor.leaves, &|more| with(more, false)));
        let is_bound = points.as_ref().is_none_or(|points| kindly < *points);
        Some(Wanted { points, cure, is_bound })
    }

    /// Finds the fewest steps that are enough; nothing where all points that were lost are not.
    fn fewest(&self, enough: &dyn Fn(&Points) -> bool) -> Option<Points> {
        fewest_steps(&self.step, &self.most, enough)
    }
}

/// Adds tree and adjustments up, before anything is cut.
fn sum(card: &Scorecard) -> Points {
    let areas = card.nodes.iter().filter(|node| node.depth == 1);
    let tree: Points = areas.filter_map(|node| Some(node.official.as_ref()? * &node.weight)).sum();
    &tree + &card.adjusted.clone().unwrap_or_default()
}
