//! Which points of a unit are uncertain, why, and within which bounds.

use std::collections::{BTreeMap, BTreeSet};

use super::swing::{Spread, Swing};
use super::{Cause, Sources, Uncertain};
use crate::assessment::{Round, Stage};
use crate::criteria::{CriteriaSet, Sign};
use crate::figure::{CriterionId, UnitId};
use crate::finding::{Finding, Severity};
use crate::points::{Points, RoundingMode};
use crate::rule::Scorer;
use crate::scoring::{AdjustmentScore, Node, Scorecard};

/// Lists the uncertain points of a unit, first of leaves, then of lines outside the tree, each in the order of ids.
pub fn of(card: &Scorecard, scales: &BTreeMap<CriterionId, Points>, set: &CriteriaSet, sources: Sources<'_>) -> Vec<(Swing, Uncertain)> {
    let of_unit = OfUnit { card, set, sources, errors: errors(&card.unit, sources.findings) };
    let leaf = |(at, (id, scale)): (usize, (&CriterionId, &Points))| {
        let node = card.nodes.iter().find(|node| node.id == *id && node.applicable)?;
        let (uncertain, spread) = of_unit.leaf(node)?;
        let official = node.official.clone().unwrap_or_default();
        Some((swing(Some(at), &official, &uncertain, spread, &node.applicable_max, scale), uncertain))
    };
    let line = |line: &AdjustmentScore| {
        let uncertain = of_unit.line(line)?;
        let official = line.official.clone().unwrap_or_default();
        let scale = if line.sign == Sign::Penalty { -&Points::one() } else { Points::one() };
        Some((swing(None, &official, &uncertain, None, &uncertain.most, &scale), uncertain))
    };
    scales.iter().enumerate().filter_map(leaf).chain(card.adjustments.iter().filter_map(line)).collect()
}

/// Makes what is drawn. `error` is the sampling error of points that are drawn around the official ones, up to `max`.
fn swing(leaf: Option<usize>, official: &Points, bounds: &Uncertain, error: Option<Points>, max: &Points, scale: &Points) -> Swing {
    let (base, size, least, most, spread) = match error {
        Some(error) => (official.clone(), error, Points::zero(), max.clone(), Spread::Bell),
        None => (bounds.least.clone(), &bounds.most - &bounds.least, bounds.least.clone(), bounds.most.clone(), Spread::Equal),
    };
    let (least, most) = (&least * scale, &most * scale);
    let (least, most) = if least > most { (most, least) } else { (least, most) };
    Swing { leaf, official: official * scale, base: &base * scale, size: &size * scale, least, most, spread }
}

/// Gives the errors found at criteria of a unit, the first code at each.
fn errors(unit: &UnitId, findings: &[Finding]) -> BTreeMap<CriterionId, &'static str> {
    let mut errors = BTreeMap::new();
    for finding in findings.iter().filter(|one| one.unit.as_ref() == Some(unit) && one.severity == Severity::Error) {
        if let Some(criterion) = &finding.criterion {
            errors.entry(criterion.clone()).or_insert(finding.code.id);
        }
    }
    errors
}

/// Unit whose points are looked at.
struct OfUnit<'a> {
    card: &'a Scorecard,
    set: &'a CriteriaSet,
    sources: Sources<'a>,
    errors: BTreeMap<CriterionId, &'static str>,
}

impl OfUnit<'_> {
    /// Tells whether points of a leaf that applies are uncertain; of the survey with their sampling error.
    fn leaf(&self, node: &Node) -> Option<(Uncertain, Option<Points>)> {
        let scorer = self.set.find(&node.id)?.leaf()?.scorer();
        if scorer == Scorer::Survey {
            return self.surveyed(node).map(|(uncertain, error)| (uncertain, Some(error)));
        }
        let (official, max) = (node.official.clone().unwrap_or_default(), &node.applicable_max);
        let claimed = node.stages.claimed.as_ref().filter(|claimed| !claimed.is_negative() && *claimed <= max);
        if let Some(Stage::Appraised(round)) = node.trace.as_ref().and_then(|trace| trace.reached) {
            let claimed = claimed.filter(|claimed| **claimed != official && self.is_disputed(node, round))?;
            let (least, most) = (claimed.min(&official).clone(), claimed.max(&official).clone());
            return Some((Uncertain { criterion: node.id.clone(), cause: Cause::Disputed(round), least, most }, None));
        }
        let code = self.errors.get(&node.id)?;
        let most = match scorer {
            Scorer::Council => max.clone(),
            Scorer::Unit | Scorer::Survey => backed(claimed, node.stages.computed.as_ref()).unwrap_or_default().max(official),
        };
        let uncertain = Uncertain { criterion: node.id.clone(), cause: Cause::OpenFinding(code), least: Points::zero(), most };
        uncertain.most.is_positive().then_some((uncertain, None))
    }

    /// Tells how far the points of a survey may be off, with their sampling error; nothing where nobody says how many
    /// answered, or all gave the least or the most.
    fn surveyed(&self, node: &Node) -> Option<(Uncertain, Points)> {
        let (official, max) = (node.official.as_ref()?, &node.applicable_max);
        let answered: Points = self.sources.appraisal.samples.get(&self.card.unit)?.get(&node.id)?.values().sum();
        let error = sampling_error(official, max, &answered).filter(Points::is_positive)?;
        let twice = &error + &error;
        let (least, most) = ((official - &twice).max(Points::zero()), (official + &twice).min(max.clone()));
        Some((Uncertain { criterion: node.id.clone(), cause: Cause::Survey(answered), least, most }, error))
    }

    /// Tells whether a unit has explained a leaf after a round that scored it, and no later round says anything of the unit.
    fn is_disputed(&self, node: &Node, round: Round) -> bool {
        let Some(rounds) = self.sources.explanations.get(&self.card.unit) else { return false };
        let explained = rounds.iter().filter(|(_, said)| said.answers.get(&node.id).is_some_and(|answer| !answer.is_blank()));
        let Some(last) = explained.map(|(after, _)| *after).max().filter(|after| *after >= round) else { return false };
        let appraisal = self.sources.appraisal;
        let typed: BTreeSet<Round> =
            appraisal.rounds.keys().chain(appraisal.corrected.keys()).chain(appraisal.applies.keys()).copied().collect();
        !typed.into_iter().any(|later| later > last && !appraisal.leaves(later, &self.card.unit).is_empty())
    }

    /// Tells whether points of a line outside the tree are uncertain. Lines that count only up to a common limit, or within
    /// a criterion, stay as they are: what one of them adds depends on the others.
    fn line(&self, line: &AdjustmentScore) -> Option<Uncertain> {
        let trace = line.trace.as_ref()?;
        let of_set = self.set.line(&line.id).filter(|of_set| of_set.within.is_none())?;
        if self.set.caps.iter().any(|cap| cap.adjustments.contains(&line.id)) {
            return None;
        }
        let max = &of_set.criterion.max;
        if self.card.waits_for.contains(&line.id) {
            let (least, most) = (Points::zero(), max.clone());
            return Some(Uncertain { criterion: line.id.clone(), cause: Cause::Provisional, least, most });
        }
        let code = self.errors.get(&line.id).filter(|_| !matches!(trace.reached, Some(Stage::Appraised(_))))?;
        let claimed = line.stages.claimed.as_ref().filter(|claimed| !claimed.is_negative() && *claimed <= max);
        let official = line.official.clone().unwrap_or_default();
        let most = backed(claimed, line.stages.computed.as_ref()).unwrap_or_default().max(official);
        let uncertain = Uncertain { criterion: line.id.clone(), cause: Cause::OpenFinding(code), least: Points::zero(), most };
        uncertain.most.is_positive().then_some(uncertain)
    }
}

/// Gives what a unit claims and its figures back: the lower of the two, or the one that is there.
fn backed(claimed: Option<&Points>, computed: Option<&Points>) -> Option<Points> {
    match (claimed, computed) {
        (Some(claimed), Some(computed)) => Some(claimed.min(computed).clone()),
        (one, other) => one.or(other).cloned(),
    }
}

/// Gives the sampling error that a mean of so many answers, each worth 0 to `max`, has at most: the root of
/// mean × (max − mean) / answers, in millionths, cut.
fn sampling_error(mean: &Points, max: &Points, answers: &Points) -> Option<Points> {
    let variance = (mean * &(max - mean)).over(answers).filter(Points::is_positive)?;
    // A root has half the decimals.
    let root = |decimals: u8| {
        let root = variance.in_units(2 * decimals)?.isqrt();
        Points::from(root).over(&Points::from(10_i64.pow(decimals.into())))
    };
    root(6).or_else(|| root(3)).or_else(|| root(0)).map(|error| error.round(6, RoundingMode::Truncate))
}
