//! What conditions of awards ask of single criteria: points there, and the leaves that would bring them.

use super::lost::Ground;
use super::steps::fewest_steps;
use crate::award::{Condition, Measure};
use crate::figure::CriterionId;
use crate::points::{Points, Rounding};

/// Points that are needed at single leaves.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Floor {
    /// How many, as they count at the top of the tree.
    pub points: Points,
    /// Leaves that have to be full for it, as few as would do.
    pub leaves: Vec<CriterionId>,
}

impl Floor {
    /// Adds what another condition asks; not where both ask for the same leaves, as their points may be the same.
    pub fn add(&mut self, other: &Self) -> bool {
        if other.leaves.iter().any(|leaf| self.leaves.contains(leaf)) {
            return false;
        }
        self.points += &other.points;
        self.leaves.extend(other.leaves.iter().cloned());
        true
    }
}

/// Gives what a condition that is missed asks of single criteria; nothing where full points there would not do.
pub fn of(condition: &Condition, ground: &Ground<'_>, rounding: Rounding) -> Option<Floor> {
    match condition {
        Condition::Within { of: Measure::CriterionPoints(id), at_least: Some(least), at_most: None } => {
            at(id, ground, rounding, &|points, _| rounding.print(points) >= *least)
        }
        Condition::Within { of: Measure::CriterionIndex(id), at_least: Some(least), at_most: None } => {
            let index = |points: &Points, max: &Points| (points * &Points::hundred()).over(max);
            at(id, ground, rounding, &|points, max| index(points, max).is_some_and(|index| rounding.print(&index) >= *least))
        }
        Condition::NotZero(ids) => {
            let mut all = Floor::default();
            for id in ids {
                let floor = at(id, ground, rounding, &|points, _| points.is_positive())?;
                if !all.add(&floor) {
                    return None;
                }
            }
            Some(all)
        }
        _ => None,
    }
}

/// Finds the fewest printed steps more at a criterion with which its points, of its maximum, are enough.
fn at(id: &CriterionId, ground: &Ground<'_>, rounding: Rounding, is_enough: &dyn Fn(&Points, &Points) -> bool) -> Option<Floor> {
    let node = ground.card.nodes.iter().find(|node| node.id == *id)?;
    let (official, max) = (node.official.clone().unwrap_or_default(), &node.applicable_max);
    let enough = |more: &Points| is_enough(&(&official + more), max);
    if enough(&Points::zero()) {
        return Some(Floor::default());
    }
    let points = &fewest_steps(&rounding.step(), &(max - &official), &enough)? * ground.scale(id)?;
    // The last step may pass the maximum, where that is no whole number of steps.
    let within = points.clone().min(&(max - &official) * ground.scale(id)?);
    Some(Floor { leaves: ground.prefix(id, &within)?, points })
}
