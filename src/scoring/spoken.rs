//! What is open of a leaf at every stage: what its unit, the council and the survey have said of it so far.

use std::collections::BTreeMap;

use super::leaf::Declared;
use super::open::{Open, Opens};
use super::required::{Counted, OfLeaf, Verdict, When};
use super::rounds::{By, Rounds};
use crate::assessment::{Round, Stage};
use crate::points::Points;
use crate::rule::Scorer;

/// What was said of a leaf so far, for what is open of its points.
pub struct Spoken<'s> {
    /// What its unit declared.
    pub declared: &'s Declared,
    /// What rounds of appraisal made of it.
    pub rounds: &'s Rounds,
    /// Its conditions.
    pub conditions: &'s OfLeaf<'s>,
    /// Who scores it.
    pub scorer: Scorer,
    /// Whether its points wait for the figures of other units.
    pub waits: bool,
    /// Whether the survey found anything.
    pub surveyed: bool,
}

impl Spoken<'_> {
    /// Tells whether its unit scores it, and need not wait for the figures of others.
    pub fn is_by_unit(&self) -> bool {
        self.scorer == Scorer::Unit && !self.waits
    }

    /// Gives what is open at every stage: of the maximum before the rounds, of what counts after each, and of the official points
    /// with their maximum and the last stage that counts.
    pub fn opens(
        &self,
        max_before: &Points,
        rounds: &BTreeMap<Round, Counted>,
        (official, max, limit): (Option<&Points>, &Points, Stage),
    ) -> Opens {
        let own = |open: Option<Open>| open.filter(|_| self.is_by_unit()).unwrap_or_default();
        Opens {
            declared: own(self.declared(max_before)),
            accepted: own(self.accepted(max_before)),
            before: self.accepted(max_before).unwrap_or_default(),
            rounds: rounds.iter().map(|(round, counted)| (*round, self.after(*round, counted))).collect(),
            official: if max.is_zero() { Open::default() } else { self.official(official, max, limit) },
        }
    }

    /// Gives what is open of a leaf of which nothing is known.
    fn all(&self, max: &Points) -> Open {
        if self.is_by_unit() { Open::left_blank(max) } else { Open::by_others(max) }
    }

    /// Gives what the unit's figures give, or its claim where there is nothing to compute.
    fn points(&self) -> Option<&Points> {
        let Declared { computes, computed, counted, .. } = self.declared;
        if *computes { computed.as_ref() } else { counted.as_ref() }
    }

    /// Gives what is open of what is computed; `None` where nothing is.
    fn declared(&self, max: &Points) -> Option<Open> {
        let known = self.points().is_some() && self.conditions.verdict(When::Computed) != Verdict::Unknown;
        (!known).then(|| self.all(max))
    }

    /// Gives what is open before the rounds; `None` where nothing is.
    fn accepted(&self, max: &Points) -> Option<Open> {
        if max.is_zero() || self.scorer == Scorer::Survey && self.surveyed {
            return None;
        }
        let (Some(computed), Some(accepted)) = (self.points(), &self.declared.accepted) else { return Some(self.all(max)) };
        match self.conditions.verdict(When::Accepted) {
            Verdict::Counts => Some(Open::given_up(computed, accepted)),
            Verdict::Unknown => Some(self.all(max)),
            Verdict::Zero | Verdict::Out => None,
        }
    }

    /// Gives what is open after a round.
    fn after(&self, round: Round, counted: &Counted) -> Open {
        let by = self.rounds.at(Stage::Appraised(round)).by;
        self.at(counted.points.as_ref(), &counted.max, by == By::Declared, self.conditions.verdict(When::Round(round)))
    }

    /// Gives what is open of the official points.
    fn official(&self, official: Option<&Points>, max: &Points, limit: Stage) -> Open {
        if self.scorer == Scorer::Survey {
            return official.map_or_else(|| self.all(max), |_| Open::default());
        }
        self.at(official, max, self.rounds.at(limit).by == By::Declared, self.conditions.verdict(When::Official))
    }

    /// Gives what is open at a stage at which the leaf has `points`; `is_declared` where they follow from what the unit declared.
    fn at(&self, points: Option<&Points>, max: &Points, is_declared: bool, verdict: Verdict) -> Open {
        match (points, verdict) {
            (_, Verdict::Out | Verdict::Zero) => Open::default(),
            (Some(points), Verdict::Counts) if is_declared => {
                self.points().map_or_else(|| self.all(max), |computed| Open::given_up(computed, points))
            }
            (Some(_), Verdict::Counts) => Open::default(),
            (None, _) | (_, Verdict::Unknown) => self.all(max),
        }
    }
}
