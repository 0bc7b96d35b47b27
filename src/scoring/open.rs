//! What a criterion may still come to beside the points that it has: what its unit left blank, what others have yet to score, and
//! what its unit gave up by claiming less than its figures give, or by leaving out documents.
//!
//! A condition that looks at a criterion of which something is open is not known to fail: nobody may excuse himself from one
//! criterion by leaving another one blank, or by claiming less there.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::Round;
use crate::criteria::Otherwise;
use crate::points::Points;

/// What is open at a stage, in points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// What the unit left blank.
    pub blank: Points,
    /// What others have yet to score.
    pub others: Points,
    /// What the unit's own figures give above what counts.
    pub given_up: Points,
}

impl Open {
    /// Gives what is left of a maximum that others have yet to score.
    pub fn by_others(max: &Points) -> Self {
        Self { others: max.clone(), ..Self::default() }
    }

    /// Gives what is left of a maximum that the unit left blank.
    pub fn left_blank(max: &Points) -> Self {
        Self { blank: max.clone(), ..Self::default() }
    }

    /// Gives what the unit gave up of what is computed.
    pub fn given_up(computed: &Points, counts: &Points) -> Self {
        Self { given_up: (computed - counts).max(Points::zero()), ..Self::default() }
    }

    /// Gives the most that `points` may come to, for a condition that does this where it fails: what a unit gave up doesn't matter
    /// where both count 0.
    pub fn most(&self, points: &Points, otherwise: Otherwise) -> Points {
        let most = &(points + &self.blank) + &self.others;
        if otherwise == Otherwise::NotApplicable { &most + &self.given_up } else { most }
    }

    /// Tells whether the unit itself left anything open, for a condition that does this where it fails.
    pub fn is_by_unit(&self, otherwise: Otherwise) -> bool {
        self.blank.is_positive() || otherwise == Otherwise::NotApplicable && self.given_up.is_positive()
    }

    /// Adds a part, times its weight.
    fn add(&mut self, part: &Self, weight: &Points) {
        self.blank += &(&part.blank * weight);
        self.others += &(&part.others * weight);
        self.given_up += &(&part.given_up * weight);
    }

    /// Gives what is open of the best of alternatives, each with its points.
    pub fn of_best<'s>(parts: &(impl Iterator<Item = (&'s Points, &'s Self)> + Clone)) -> Self {
        let best = |of: &dyn Fn(&Points, &Self) -> Points| parts.clone().map(|(points, open)| of(points, open)).max().unwrap_or_default();
        let points = best(&|points, _| points.clone());
        let blank = best(&|points, open| points + &open.blank);
        let others = best(&|points, open| open.most(points, Otherwise::Zero));
        let all = best(&|points, open| open.most(points, Otherwise::NotApplicable));
        Self { blank: &blank - &points, others: &others - &blank, given_up: &all - &others }
    }
}

/// What is open at every stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opens {
    /// Of what is computed, or claimed where there is nothing to compute, of leaves that units score themselves.
    pub declared: Open,
    /// Of what is accepted of them.
    pub accepted: Open,
    /// Of all leaves, before the first round.
    pub before: Open,
    /// Of all leaves, after the rounds that say something of them.
    pub rounds: BTreeMap<Round, Open>,
    /// Of the official points.
    pub official: Open,
}

impl Opens {
    /// Gives what is open after a round: in it, in the last round before it, or before all rounds.
    pub fn after(&self, round: Round) -> &Open {
        self.rounds.range(..=round).next_back().map_or(&self.before, |(_, open)| open)
    }

    /// Adds a part, times its weight.
    pub fn add(&mut self, part: &Self, weight: &Points) {
        let rounds: BTreeSet<Round> = self.rounds.keys().chain(part.rounds.keys()).copied().collect();
        let added = |round: Round| {
            let mut open = self.after(round).clone();
            open.add(part.after(round), weight);
            (round, open)
        };
        self.rounds = rounds.into_iter().map(added).collect();
        self.declared.add(&part.declared, weight);
        self.accepted.add(&part.accepted, weight);
        self.before.add(&part.before, weight);
        self.official.add(&part.official, weight);
    }
}
