//! What a result that was kept says of a round that is locked.

use std::collections::BTreeSet;

use crate::assessment::{LockedLeaf, LockedRound, Round, Stage};
use crate::figure::{CriterionId, InputId, UnitId};
use crate::finding::appraisal::{APPLIES_AGAINST, EXCUSED, OUTSIDE, POINTS_AGAINST_FIGURES};
use crate::points::Points;
use crate::record::{Fraction, PointsByStage, Printed, Record, RecordedCriterion, RecordedFinding, RecordedLine};

/// Findings by which points that were typed count for nothing.
const REFUSING: [&str; 4] = [OUTSIDE.id, APPLIES_AGAINST.id, POINTS_AGAINST_FIGURES.id, EXCUSED.id];

/// Takes what a round came to.
pub fn locked(file: String, round: Round, record: &Record) -> LockedRound {
    let official = record.campaign.official.as_deref().and_then(Round::of_key);
    let of = OfRound { round, was_reached: official.is_some_and(|official| official >= round) };
    let refused: BTreeSet<(&str, &str)> = record.findings.iter().filter_map(refused).collect();
    let units = record.groups.iter().flat_map(|group| &group.units);
    let leaves = units.map(|unit| {
        let is_told = |id: &str| refused.contains(&(unit.id.as_str(), id));
        let criteria = unit.criteria.iter().map(|one| (CriterionId::new(one.id.as_str()), of.criterion(one, is_told(&one.id))));
        let lines = unit.adjustments.iter().map(|line| (CriterionId::new(line.id.as_str()), of.line(line, is_told(&line.id))));
        // A penalty beside a leaf has the id of the leaf, which is what a council scores.
        (UnitId::new(unit.id.as_str()), lines.chain(criteria).collect())
    });
    LockedRound { file, leaves: leaves.collect(), others: BTreeSet::new() }
}

/// Gives the unit and the leaf of which something was refused.
fn refused(finding: &RecordedFinding) -> Option<(&str, &str)> {
    let is_refused = REFUSING.contains(&finding.code.as_str());
    finding.unit.as_deref().zip(finding.criterion.as_deref()).filter(|_| is_refused)
}

/// Round that is taken out of a result.
struct OfRound {
    round: Round,
    /// Whether it was official then, or one after it.
    was_reached: bool,
}

impl OfRound {
    /// Takes what the round says of a criterion. `is_told` tells that the result says of points for it that they count for nothing.
    fn criterion(&self, criterion: &RecordedCriterion, is_told: bool) -> LockedLeaf {
        let round = self.round;
        let applies = criterion.applies.iter().filter(|said| said.round == round.number());
        let counts = |of: &Round| !criterion.answer.refused.contains(&of.key());
        let before = criterion.stages.rounds.range(..round).rfind(|(of, points)| points.is_some() && counts(of));
        let fallback = before.map_or_else(
            || points(Some(&criterion.stages.accepted), criterion.exact_stages.get(Stage::Accepted.key().as_str())),
            |(round, printed)| points(Some(printed), criterion.exact_stages.get(&round.key())),
        );
        let corrected = criterion.answer.corrected.get(&round.key()).into_iter().flatten();
        let typed = points(criterion.stages.rounds.get(&round), criterion.exact_stages.get(&round.key()));
        let max = value(&criterion.max);
        let is_above = typed.points.as_ref().zip(max.as_ref()).is_some_and(|(points, max)| points > max);
        let official = Official { points: criterion.official.as_ref(), applies: criterion.applicable };
        let is_said = criterion.answer.refused.contains(&round.key());
        let is_refused = is_said || is_above || is_told && self.counted_nothing(&criterion.stages, &official);
        LockedLeaf {
            applies: applies.map(|said| (said.part.clone(), said.applies)).collect(),
            fallback: fallback.points,
            fallback_exact: fallback.exact,
            applicable: Some(criterion.applicable),
            corrected: corrected.map(|(input, value)| (InputId::new(input.as_str()), value.clone())).collect(),
            figures_known: self.was_last(&criterion.stages),
            reason: criterion.answer.reasons.get(&round.key()).cloned(),
            max,
            points: typed.points.filter(|_| !is_refused),
            exact: typed.exact,
        }
    }

    /// Takes what the round says of a line outside the tree.
    fn line(&self, line: &RecordedLine, is_told: bool) -> LockedLeaf {
        let reason = line.answer.reasons.get(&self.round.key()).cloned();
        let typed = points(line.stages.rounds.get(&self.round), line.exact_stages.get(&self.round.key()));
        let official = Official { points: line.official.as_ref(), applies: true };
        let is_said = line.answer.refused.contains(&self.round.key());
        let is_refused = is_said || is_told && self.counted_nothing(&line.stages, &official);
        LockedLeaf { reason, points: typed.points.filter(|_| !is_refused), ..typed }
    }

    /// Tells whether no later round has points.
    fn was_last(&self, stages: &PointsByStage) -> bool {
        !stages.rounds.iter().any(|(round, points)| *round > self.round && points.is_some())
    }

    /// Tells whether the points that the round has counted for nothing: what was official is what there was without them.
    fn counted_nothing(&self, stages: &PointsByStage, official: &Official<'_>) -> bool {
        let before = stages.rounds.range(..self.round).rev().find_map(|(_, points)| points.as_ref());
        let [fallback, typed] = [before.or(stages.accepted.as_ref()), stages.rounds.get(&self.round).and_then(Option::as_ref)];
        let same = |one: Option<&Printed>, other: Option<&Printed>| one.and_then(value) == other.and_then(value);
        let is_without = same(official.points, fallback) && !same(official.points, typed);
        self.was_reached && self.was_last(stages) && (is_without || !official.applies)
    }
}

/// What counted in the end.
struct Official<'r> {
    points: Option<&'r Printed>,
    applies: bool,
}

/// Reads a printed number.
fn value(printed: &Printed) -> Option<Points> {
    printed.as_fraction().map(|printed| printed.points())
}

/// Takes points, exact where they are known so.
fn points(printed: Option<&Option<Printed>>, exact: Option<&Fraction>) -> LockedLeaf {
    let points = printed.and_then(Option::as_ref).and_then(value);
    LockedLeaf { exact: exact.is_some(), points: points.map(|points| exact.map_or(points, Fraction::points)), ..LockedLeaf::default() }
}
