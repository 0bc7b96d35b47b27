//! Several bonuses, or several penalties, under one cap.
//!
//! Source: [meanings](crate#meanings) 33.

use super::{AdjustmentScore, Scorecard};
use crate::criteria::{Cap, CriteriaSet, Sign};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::finding::points::CAPPED;
use crate::points::{Points, Rounding};
use crate::text;
use crate::text::Text;

/// A cap that is passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capped<'s> {
    /// The cap.
    pub cap: &'s Cap,
    /// Direction of its lines.
    pub sign: Sign,
    /// Lines that have points.
    pub lines: Vec<CriterionId>,
    /// What its lines come to.
    pub sum: Points,
    /// What of that does not count.
    pub over: Points,
}

impl Capped<'_> {
    /// Tells whether its lines count within a criterion: then what is over the cap does not count there.
    pub fn is_within(&self, set: &CriteriaSet) -> bool {
        self.cap.adjustments.iter().any(|id| set.line(id).is_some_and(|line| line.within.is_some()))
    }

    /// Gives what is over the cap with the sign of its lines.
    pub fn signed_over(&self) -> Points {
        if self.sign == Sign::Bonus { self.over.clone() } else { -&self.over }
    }

    /// Says what counts.
    pub fn words(&self, rounding: Rounding) -> Text {
        let ids = self.lines.iter().map(CriterionId::as_str).collect::<Vec<_>>().join(", ");
        let (sum_vi, sum_en) = (rounding.vietnamese(&self.sum), rounding.machine(&self.sum));
        let (max_vi, max_en) = (rounding.vietnamese(&self.cap.max), rounding.machine(&self.cap.max));
        match self.sign {
            Sign::Bonus => text!(
                "Điểm thưởng {ids} cộng lại là {sum_vi} điểm, chỉ tính {max_vi} điểm theo mức trần chung.",
                "The bonuses {ids} come to {sum_en} points; their cap is {max_en}."
            ),
            Sign::Penalty => text!(
                "Điểm trừ {ids} cộng lại là {sum_vi} điểm, chỉ trừ {max_vi} điểm theo mức trần chung.",
                "The penalties {ids} come to {sum_en} points; their cap is {max_en}."
            ),
        }
    }
}

impl Scorecard {
    /// Gives the caps of a set that the unit's lines pass.
    pub fn capped<'s>(&self, set: &'s CriteriaSet) -> Vec<Capped<'s>> {
        capped(set, &self.adjustments)
    }
}

/// Gives the caps of a set that are passed.
pub fn capped<'s>(set: &'s CriteriaSet, adjustments: &[AdjustmentScore]) -> Vec<Capped<'s>> {
    let passed = |cap: &'s Cap| {
        let lines = || adjustments.iter().filter(|line| line.trace.is_some() && cap.adjustments.contains(&line.id));
        let sum: Points = lines().filter_map(|line| line.official.as_ref()).sum();
        let over = cap.over(&sum)?;
        let has_points = |line: &&AdjustmentScore| line.official.as_ref().is_some_and(Points::is_positive);
        let with_points = lines().filter(has_points).map(|line| line.id.clone()).collect();
        Some(Capped { cap, sign: lines().next()?.sign, lines: with_points, sum, over })
    };
    set.caps.iter().filter_map(passed).collect()
}

/// Says that several lines come to more than their cap.
pub fn findings(capped: &[Capped<'_>], rounding: Rounding) -> Vec<Finding> {
    capped.iter().map(|one| Finding::new(&CAPPED, one.words(rounding))).collect()
}
