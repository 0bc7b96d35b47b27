//! How far points more bring a unit.

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

impl<'a> Reach<'a> {
    /// Looks at a unit that could have so many points more at most; they are counted in the smallest steps that are printed.
    pub fn new(card: &'a Scorecard, may_pass_100: bool, rounding: Rounding, most: Points) -> Self {
        let below = 10_i64.checked_pow(rounding.decimals.into()).unwrap_or(1);
        let step = Points::one().over(&Points::from(below)).unwrap_or_else(Points::one);
        Self { card, sum: sum(card), may_pass_100, step, most }
    }

    /// Gives points and index with so many points more.
    pub fn with(&self, more: &Points) -> (Points, Points) {
        let (max, points) = (&self.card.applicable_max, (&self.sum + more).max(Points::zero()));
        let points = if self.may_pass_100 { points } else { points.min(max.clone()) };
        let index = points.over(max).map(|share| &share * &Points::hundred()).unwrap_or_default();
        (points, index)
    }

    /// Finds the fewest steps with which points and index are enough; nothing where all points that were lost are not.
    pub fn fewest(&self, enough: impl Fn(&Points, &Points) -> bool) -> Option<Points> {
        let steps = |number: i64| &self.step * &Points::from(number);
        let enough = |more: &Points| {
            let (points, index) = self.with(more);
            enough(&points, &index)
        };
        let all = self.most.over(&self.step)?.in_units(0)?.checked_add(1)?;
        if !enough(&self.most) {
            return None;
        }
        // What is enough stays so with more points.
        let (mut not, mut is) = (0, all);
        while is - not > 1 {
            let middle = not + (is - not) / 2;
            if enough(&steps(middle)) {
                is = middle;
            } else {
                not = middle;
            }
        }
        Some(steps(is))
    }
}

/// Adds tree and adjustments up, before anything is cut.
fn sum(card: &Scorecard) -> Points {
    let areas = card.nodes.iter().filter(|node| node.depth == 1);
    let tree: Points = areas.filter_map(|node| Some(node.official.as_ref()? * &node.weight)).sum();
    &tree + &card.adjusted.clone().unwrap_or_default()
}
