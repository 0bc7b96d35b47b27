//! Sums from the leaves to the top of the tree.
//!
//! Source: [meanings](crate#meanings) 19 and 20.

use super::official::Settled;
use super::{Node, Stages};
use crate::assessment::Stage;
use crate::criteria::Criterion;
use crate::points::Points;
use crate::rule::Scorer;

/// What a criterion adds to its parent, before its weight.
#[derive(Default)]
pub struct Sums {
    /// Points by stage, as they count; a round counts the stage before where nothing was typed for a leaf.
    stages: Stages,
    /// What the first round comes to, leaf by leaf.
    falls_1: Points,
    /// What the second round comes to, leaf by leaf.
    falls_2: Points,
    /// Official points.
    pub official: Option<Points>,
    /// Maximum of what applies.
    pub max: Points,
    /// Whether anything applies.
    applies: bool,
}

impl Sums {
    /// Sums what a leaf counts.
    pub fn leaf(leaf: &Settled) -> Self {
        if !leaf.applies {
            return Self::default();
        }
        let stages = &leaf.stages;
        let falls_1 = leaf.round_1.clone().or_else(|| stages.accepted.clone()).unwrap_or_default();
        let falls_2 = leaf.round_2.clone().unwrap_or_else(|| falls_1.clone());
        Self {
            stages: Stages {
                claimed: leaf.claimed.clone(),
                computed: stages.computed.clone(),
                accepted: stages.accepted.clone(),
                appraised_1: leaf.round_1.clone(),
                appraised_2: leaf.round_2.clone(),
                survey: leaf.survey.clone(),
            },
            falls_1,
            falls_2,
            official: leaf.official.clone(),
            max: leaf.max.clone(),
            applies: true,
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
        add(&mut self.stages.appraised_1, &part.stages.appraised_1);
        add(&mut self.stages.appraised_2, &part.stages.appraised_2);
        add(&mut self.stages.survey, &part.stages.survey);
        add(&mut self.official, &part.official);
        self.falls_1 += &(&part.falls_1 * weight);
        self.falls_2 += &(&part.falls_2 * weight);
        self.max += &(&part.max * weight);
        self.applies |= part.applies;
    }

    /// Gives the stages of a sum: a round in which nothing was typed has none.
    pub fn stages(&self) -> Stages {
        let round = |typed: &Option<Points>, falls: &Points| typed.is_some().then(|| falls.clone());
        Stages {
            appraised_1: round(&self.stages.appraised_1, &self.falls_1),
            appraised_2: round(&self.stages.appraised_2, &self.falls_2),
            ..self.stages.clone()
        }
    }
}

/// Makes the node of a leaf. `scale` is the product of weights up to the top.
pub fn leaf_node(criterion: &Criterion, depth: usize, scorer: Scorer, leaf: Settled, sums: &Sums, scale: &Points) -> Node {
    let mut trace = leaf.trace;
    if scorer == Scorer::Unit && leaf.applies {
        let late = trace.reached.is_some_and(|stage| stage >= Stage::Accepted);
        let came = if late { leaf.official.as_ref() } else { leaf.stages.accepted.as_ref() };
        trace.over_claim = leaf.claimed.as_ref().zip(came).map(|(claimed, came)| &(claimed - came) * scale);
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
        trace: Some(trace),
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
        stages: sums.stages(),
        official: sums.official.clone(),
        index: index(sums.official.as_ref(), &sums.max),
        trace: None,
    }
}

/// Gives achieved / applicable maximum × 100.
pub fn index(official: Option<&Points>, max: &Points) -> Option<Points> {
    official?.over(max).map(|share| &share * &Points::hundred())
}
