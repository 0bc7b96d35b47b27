//! `step_by`: points at a mark, so much less for each step below it, so much more for each step above it.
//!
//! ```yaml
//! # "Đạt 100%: 2 điểm; cứ giảm 1% trừ 0,05 điểm; cứ tăng thêm 1% cộng 0,1 điểm, tối đa 3 điểm"
//! rule:
//!   step_by:
//!     of: thu
//!     to: du_toan
//!     when_nothing: not_applicable
//!     at: 100%
//!     points: 2
//!     below: { each: 1%, points: 0.05 }
//!     above: { each: 1%, points: 0.1 }
//!     floor: 0                 # default
//!     cap: 3                   # default: the maximum
//!     zero_below: 80%          # "dưới 80%: 0 điểm"
//!     steps: full              # default: 1,5 steps are 1; begun: 2; proportional: 1,5
//! ```
//!
//! A rate may be over 100 %: it is neither found nor cut, points stop at `cap`, or at `points` without `above`.
//!
//! Source: [meanings](crate#meanings) 26.

mod laws;
mod words;

use schemars::JsonSchema;
use serde::Deserialize;

use super::excel::number;
use super::faces::Scores;
use super::measure::{Measure, Measured, NUMBERS, WhenNothing};
use super::say::{exact, say};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Spare, Terms};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::points::{Points, RoundingMode};
use crate::text::Text;
use crate::yaml::{Amount, Bound};

/// YAML of [`StepBy`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawStepBy {
    /// Số liệu, hoặc tử số. / The figure, or the numerator.
    pub of: String,
    /// Mẫu số: khi có, tính theo tỷ lệ phần trăm. / Denominator: with it, on the rate in percent.
    pub to: Option<String>,
    /// Khi mẫu số bằng 0. / What 0 of 0 means.
    pub when_nothing: Option<WhenNothing>,
    /// Mức quy định. / The mark.
    pub at: Bound,
    /// Điểm khi đạt đúng mức quy định. / Points at the mark.
    pub points: Amount,
    /// Cứ giảm một bậc thì trừ bao nhiêu. / What each step below the mark takes.
    pub below: Option<Box<RawSlope>>,
    /// Cứ tăng thêm một bậc thì cộng bao nhiêu. / What each step above the mark adds.
    pub above: Option<Box<RawSlope>>,
    /// Điểm thấp nhất; mặc định 0. / Least that is left; default 0.
    pub floor: Option<Amount>,
    /// Điểm cao nhất; mặc định là điểm tối đa. / Most that it gives; default the maximum.
    pub cap: Option<Amount>,
    /// Dưới mức này thì 0 điểm, dù các bậc còn lại bao nhiêu. / Below it there are 0 points, whatever the steps leave.
    pub zero_below: Option<Bound>,
    /// Cách tính phần lẻ của một bậc; mặc định `full`. / What part of a step counts; default `full`.
    pub steps: Option<Counting>,
}

/// YAML of steps to one side of the mark.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSlope {
    /// Một bậc là bao nhiêu: 1%, hoặc 5 hồ sơ. / How much a step is.
    pub each: Bound,
    /// Điểm của một bậc. / Points of a step.
    pub points: Amount,
}

/// What part of a step counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Chỉ tính bậc đủ: 1,5 bậc là 1. / Full steps alone: 1.5 steps are 1.
    #[default]
    Full,
    /// Phần lẻ tính là một bậc: 1,5 bậc là 2. / A step begun is a step: 1.5 steps are 2.
    Begun,
    /// Phần lẻ tính theo tỷ lệ: 1,5 bậc là 1,5. / In proportion: 1.5 steps are 1.5.
    Proportional,
}

/// Points at a mark, less or more for each step beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepBy {
    /// What is measured.
    measure: Measure,
    /// The mark.
    at: Bound,
    /// Points at the mark.
    points: Amount,
    /// Steps below the mark, which take points.
    below: Option<Box<Slope>>,
    /// Steps above the mark, which add points.
    above: Option<Box<Slope>>,
    /// Least that is left, where it is written.
    floor: Option<Amount>,
    /// Most that it gives, where it is written.
    cap: Option<Amount>,
    /// Value below which there are no points.
    zero_below: Option<Bound>,
    /// What part of a step counts.
    counting: Counting,
}

/// Steps to one side of the mark.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slope {
    /// How much a step is.
    each: Bound,
    /// Points of a step.
    points: Amount,
}

/// Where a value lies beside the mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// On which side points are taken or added; `None` where no step counts.
    side: Option<Side>,
    /// How many steps count.
    steps: Points,
    /// Whether the floor or the cap is reached.
    stopped: bool,
    /// Whether it lies so low that there are no points.
    too_low: bool,
}

/// Side of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// Below it.
    Below,
    /// Above it.
    Above,
}

impl From<RawStepBy> for StepBy {
    fn from(raw: RawStepBy) -> Self {
        let slope = |raw: Box<RawSlope>| Box::new(Slope { each: raw.each, points: raw.points });
        Self {
            measure: Measure::new(&raw.of, raw.to, raw.when_nothing).open(),
            at: raw.at,
            points: raw.points,
            below: raw.below.map(slope),
            above: raw.above.map(slope),
            floor: raw.floor,
            cap: raw.cap,
            zero_below: raw.zero_below,
            counting: raw.steps.unwrap_or_default(),
        }
    }
}

impl Counting {
    /// Gives how many of these steps count.
    fn of(self, steps: &Points) -> Points {
        let whole = steps.round(0, RoundingMode::Truncate);
        match self {
            Self::Proportional => steps.clone(),
            Self::Begun if whole < *steps => &whole + &Points::one(),
            Self::Full | Self::Begun => whole,
        }
    }

    /// Gives the Excel formula of how many count; `steps` is never under 0.
    fn formula(self, steps: &str) -> String {
        match self {
            Self::Full => format!("INT(ROUND({steps},9))"),
            Self::Begun => format!("(0-INT(0-ROUND({steps},9)))"),
            Self::Proportional => steps.to_owned(),
        }
    }
}

impl StepBy {
    /// Gives the floor, by default 0, and the cap, by default the maximum.
    fn limits(&self, max: &Points) -> (Points, Points) {
        let of = |amount: &Option<Amount>| amount.as_ref().map(|amount| amount.of(max));
        (of(&self.floor).unwrap_or_default(), of(&self.cap).unwrap_or_else(|| max.clone()))
    }

    /// Gives the slope on a side.
    fn slope(&self, side: Side) -> Option<&Slope> {
        match side {
            Side::Below => self.below.as_deref(),
            Side::Above => self.above.as_deref(),
        }
    }

    /// Tells whether any value comes down to the floor: none does where there are no points at all before.
    ///
    /// The maximum is not known here; it matters only where some points are shares of it and others are not.
    fn reaches_floor(&self) -> bool {
        let least = self.zero_below.as_ref().map(|least| least.value.clone()).unwrap_or_default();
        [Points::one(), Points::from(1000)].iter().any(|max| self.stepped(&least, max).1.stopped)
    }

    /// Tells which steps of a value count, on which side.
    fn stepped(&self, value: &Points, max: &Points) -> (Points, Stepped) {
        let side = if *value < self.at.value { Side::Below } else { Side::Above };
        let start = self.points.of(max);
        let (floor, cap) = self.limits(max);
        let none = Stepped { side: None, steps: Points::zero(), stopped: false, too_low: false };
        if self.zero_below.as_ref().is_some_and(|least| *value < least.value) {
            return (Points::zero(), Stepped { too_low: true, ..none });
        }
        let Some(slope) = self.slope(side) else { return (start, none) };
        let away = (value - &self.at.value).abs();
        let Some(steps) = away.over(&slope.each.value).map(|steps| self.counting.of(&steps)).filter(Points::is_positive) else {
            return (start, none);
        };
        let change = &steps * &slope.points.of(max);
        let (reached, stopped) = match side {
            Side::Below => {
                let left = &start - &change;
                let stopped = left <= floor;
                (left, stopped)
            }
            Side::Above => {
                let more = &start + &change;
                let stopped = more >= cap;
                (more, stopped)
            }
        };
        (reached.clamp_to(&floor, &cap), Stepped { side: Some(side), steps, stopped, too_low: false })
    }
}

impl Faces for StepBy {
    fn asks(&self) -> Vec<Ask> {
        self.measure.asks(NUMBERS)
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        self.measure.parts()
    }

    fn spares(&self) -> Vec<Spare> {
        Vec::new()
    }

    fn scorer(&self) -> Scorer {
        Scorer::Unit
    }

    fn stands_within(&self) -> bool {
        true
    }

    fn branches(&self, _: &Terms<'_>) -> Vec<Branch> {
        let branch = |id: &str, vi: &str, en: &str| Branch { id: id.into(), label: Text::new(vi, en) };
        let mut branches =
            vec![branch("at", "Đúng mức quy định, hoặc chưa đủ một bậc", "At the required level, or less than one step from it")];
        if self.below.is_some() {
            branches.push(branch("below", "Thấp hơn mức quy định, bị trừ điểm", "Below the required level: points are deducted"));
            if self.reaches_floor() {
                branches.push(branch("floor", "Bị trừ đến mức thấp nhất", "Down to the floor"));
            }
        }
        if self.above.is_some() {
            branches.push(branch("above", "Cao hơn mức quy định, được cộng điểm", "Above the required level: points are added"));
            branches.push(branch("cap", "Được cộng đến mức tối đa", "Up to the cap"));
        }
        if let Some(least) = &self.zero_below {
            let least = exact(&least.value);
            branches.push(Branch { id: "zero".into(), label: say!("Dưới {least}", "Under {least}", least = least) });
        }
        branches.extend(self.measure.branch());
        branches
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        let start = self.points.of(leaf.max);
        if self.above.is_some() { self.limits(leaf.max).1 } else { start }
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        self.breaches(leaf)
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let (mark, start) = (number(&self.at.value), number(&self.points.of(leaf.max)));
        let (floor, cap) = self.limits(leaf.max);
        let (floor, cap) = (number(&floor), number(&cap));
        let change = |slope: &Slope, away: &str| {
            let steps = self.counting.formula(&format!("MAX({away},0)/{}", number(&slope.each.value)));
            format!("{steps}*{}", number(&slope.points.of(leaf.max)))
        };
        Some(self.measure.formula(leaf, cells, |value| {
            let below = self.below.as_deref().map(|slope| format!("-{}", change(slope, &format!("{mark}-{value}"))));
            let above = self.above.as_deref().map(|slope| format!("+{}", change(slope, &format!("{value}-{mark}"))));
            let stepped = format!("MAX({floor},MIN({cap},{start}{}{}))", below.unwrap_or_default(), above.unwrap_or_default());
            match &self.zero_below {
                Some(least) => format!("IF(ROUND({value},9)<{},0,{stepped})", number(&least.value)),
                None => stepped,
            }
        }))
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        self.worded(leaf)
    }
}

impl Scores for StepBy {
    type Fact = Measured<Stepped>;

    fn score(&self, case: &Case<'_>) -> Scored<Measured<Stepped>> {
        self.measure.score(case, |value| {
            let (points, stepped) = self.stepped(value, case.terms().max);
            Scored::new(Gives::Points(points), stepped)
        })
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Measured<Stepped>) -> Vec<String> {
        fact.taken(|stepped| {
            Some(
                match (stepped.side, stepped.stopped) {
                    _ if stepped.too_low => "zero",
                    (None, _) => "at",
                    (Some(Side::Below), false) => "below",
                    (Some(Side::Below), true) => "floor",
                    (Some(Side::Above), false) => "above",
                    (Some(Side::Above), true) => "cap",
                }
                .into(),
            )
        })
    }

    fn explain(&self, fact: &Measured<Stepped>, leaf: &Terms<'_>) -> Vec<Text> {
        let comes_to = |value: &Points| {
            let (points, stepped) = self.stepped(value, leaf.max);
            let steps = Some(stepped.steps).filter(|_| self.counting != Counting::Proportional);
            (value.cmp(&self.at.value), steps, stepped.too_low, stepped.stopped, leaf.rounding.print(&points))
        };
        self.measure.explain(fact, leaf, comes_to, |value, said, stepped| self.told(value, said, stepped, leaf))
    }

    fn findings(&self, fact: &Measured<Stepped>, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        self.measure.findings(fact, leaf)
    }
}
