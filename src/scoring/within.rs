//! Bonuses and penalties of one criterion: what they change of its points, between 0 and its maximum.
//!
//! Source: [meanings](crate#meanings) 33.

use super::capped::{Capped, capped};
use super::{AdjustmentScore, Node, Scorecard};
use crate::criteria::{CriteriaSet, Criterion, Sign};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::points::WITHIN_CUT;
use crate::points::{Points, Rounding};
use crate::text;
use crate::text::Text;

/// What the lines of a criterion come to, unweighted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within<'s> {
    /// The criterion.
    pub criterion: &'s Criterion,
    /// Official points that it has by itself.
    pub own: Points,
    /// Maximum of what applies of it.
    pub max: Points,
    /// Sum of its lines, with their sign, once the caps over them are kept.
    pub asked: Points,
    /// What of that counts: own points and lines together are neither below 0 nor above the maximum.
    pub counted: Points,
    /// What that adds to the unit's points, with the weights above the criterion.
    pub adds: Points,
}

impl Within<'_> {
    /// Says what counts.
    pub fn words(&self, rounding: Rounding) -> Text {
        let id = &self.criterion.id;
        let vi = |points: &Points| rounding.vietnamese(points);
        let en = |points: &Points| rounding.machine(points);
        let verb = if self.asked < Points::zero() { ("bị trừ", "lose") } else { ("được cộng", "gain") };
        let size = |points: &Points| if *points < Points::zero() { -points } else { points.clone() };
        let (asked, counted) = (size(&self.asked), size(&self.counted));
        let (own_vi, own_en, max_vi, max_en) = (vi(&self.own), en(&self.own), vi(&self.max), en(&self.max));
        let (asked_vi, asked_en, counted_vi, counted_en) = (vi(&asked), en(&asked), vi(&counted), en(&counted));
        let (verb_vi, verb_en) = verb;
        if self.max.is_zero() {
            let (verb_vi, verb_en) = if self.asked < Points::zero() { ("trừ", "taken") } else { ("cộng", "added") };
            return text!(
                "Tiêu chí {id} không được tính hoặc không áp dụng: không {verb_vi} {asked_vi} điểm.",
                "Criterion {id} is not counted or does not apply: {asked_en} points are not {verb_en}."
            );
        }
        text!(
            "Tiêu chí {id} đạt {own_vi}/{max_vi} điểm, {verb_vi} {asked_vi} điểm: tính {counted_vi} điểm.",
            "Criterion {id} has {own_en} of {max_en} points and would {verb_en} {asked_en}: {counted_en} count."
        )
    }
}

impl Scorecard {
    /// Says what the lines of each criterion that has any come to; nothing of one whose lines nobody scored.
    pub fn within<'s>(&self, set: &'s CriteriaSet) -> Vec<Within<'s>> {
        within(set, &self.nodes, &self.adjustments)
    }
}

/// Says what the lines of each criterion that has any come to.
pub fn within<'s>(set: &'s CriteriaSet, nodes: &[Node], adjustments: &[AdjustmentScore]) -> Vec<Within<'s>> {
    let score = |id| adjustments.iter().find(|line| line.trace.is_some() && line.id == id);
    let passed = capped(set, adjustments);
    let all = set.with_lines().into_iter().filter_map(|of| {
        let node = nodes.iter().find(|node| node.id == of.criterion.id)?;
        let scores = of.lines.iter().filter_map(|line| score(line.criterion.id.clone()));
        let signed = scores.filter_map(|line| line.official.as_ref().map(|points| signed(line.sign, points)));
        let asked = signed.reduce(|sum, points| &sum + &points)?;
        let is_own = |id: &CriterionId| of.lines.iter().any(|line| line.criterion.id == *id);
        let over: Points = passed.iter().filter(|one| one.cap.adjustments.iter().any(is_own)).map(Capped::signed_over).sum();
        let asked = &asked - &over;
        let (own, max) = (node.official.clone().unwrap_or_default(), node.applicable_max.clone());
        let reached = (&own + &asked).max(Points::zero()).min(max.clone());
        // Points of the council may stand above a maximum that was lowered; a bonus never takes anything.
        let counted = &reached - &own.clone().min(max.clone());
        let adds = &counted * &of.scale;
        Some(Within { criterion: of.criterion, own, max, asked, counted, adds })
    });
    all.collect()
}

/// Gives points with the sign of their line.
fn signed(sign: Sign, points: &Points) -> Points {
    match sign {
        Sign::Bonus => points.clone(),
        Sign::Penalty => -points,
    }
}

/// Tells where a part of the lines does not count.
pub fn findings(all: &[Within<'_>], rounding: Rounding) -> Vec<Finding> {
    let cut = all.iter().filter(|one| one.counted != one.asked);
    cut.map(|one| Finding::new(&WITHIN_CUT, one.words(rounding)).on(&one.criterion.id)).collect()
}
