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
//!     steps: full              # default: 1,5 steps are 1; begun: 2; proportional: 1,5
//! ```
//!
//! A rate may be over 100 %: it is neither found nor cut, points stop at `cap`, or at `points` without `above`.
//!
//! Source: [meanings](crate#meanings) 26.

use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{self, Award};
use super::excel::number;
use super::faces::Scores;
use super::measure::{Measure, Measured, NUMBERS, WhenNothing};
use super::say::{exact, points, printed, rate, say};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Spare, Terms};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::finding::rule::{EMPTY, PERCENT, UNREACHABLE};
use crate::points::{Points, RoundingMode};
use crate::text;
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

    /// Tells which steps of a value count, on which side.
    fn stepped(&self, value: &Points, max: &Points) -> (Points, Stepped) {
        let side = if *value < self.at.value { Side::Below } else { Side::Above };
        let start = self.points.of(max);
        let (floor, cap) = self.limits(max);
        let none = Stepped { side: None, steps: Points::zero(), stopped: false };
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
        (reached.clamp_to(&floor, &cap), Stepped { side: Some(side), steps, stopped })
    }

    /// Spells a value or a distance, so that it can be told from these bounds.
    fn shown(&self, value: &Points, bounds: &[&Points], leaf: &Terms<'_>) -> Text {
        let number = if self.measure.is_rate(leaf) { rate(value, bounds, leaf.rounding) } else { exact(value) };
        self.signed(number, leaf)
    }

    /// Adds the sign of what is measured: `98,5%`, `12 hồ sơ`.
    fn signed(&self, number: Text, leaf: &Terms<'_>) -> Text {
        let sign = self.measure.sign(leaf);
        say!("{number}{sign}", "{number}{sign}", number = number)
    }

    /// Says how far a value is from the mark, how many steps count, and what they make of the points.
    fn told(&self, value: &Points, stepped: &Stepped, leaf: &Terms<'_>) -> Text {
        let start = self.points.of(leaf.max);
        let mark = self.signed(exact(&self.at.value), leaf);
        let Some((side, slope)) = stepped.side.and_then(|side| Some((side, self.slope(side)?))) else {
            let said = self.shown(value, &[&self.at.value], leaf);
            return if *value == self.at.value {
                say!("{said} đúng mức quy định: {n}.", "{said} is the mark: {n}.", said = said, n = points(&start))
            } else {
                let n = points(&start);
                say!(
                    "{said} so với mức quy định {mark}: chưa đủ để cộng, trừ điểm; được {n}.",
                    "{said}, against the mark of {mark}: no step to add or take; {n}.",
                    said = said,
                    mark = mark,
                    n = n
                )
            };
        };
        let worth = slope.points.of(leaf.max);
        let change = &stepped.steps * &worth;
        let (steps, each) = (&stepped.steps, &slope.each.value);
        let (under, over) = (steps * each, &(steps + &Points::one()) * each);
        // The value is told from the steps that it lies between, as is its distance.
        let at = &self.at.value;
        let said = match side {
            Side::Below => self.shown(value, &[at, &(at - &under), &(at - &over)], leaf),
            Side::Above => self.shown(value, &[at, &(at + &under), &(at + &over)], leaf),
        };
        let away = self.shown(&(value - &self.at.value).abs(), &[&under, &over], leaf);
        let each = self.signed(exact(each), leaf);
        let counted = if steps.is_whole() { exact(steps) } else { rate(steps, &[], leaf.rounding) };
        let change = if change.decimals().is_some() { exact(&change) } else { rate(&change, &[], leaf.rounding) };
        let given = printed(&self.stepped(value, leaf.max).0, leaf.rounding);
        let (way, does, left, stop) = match side {
            Side::Below => (
                Text::new("thấp hơn", "below"),
                Text::new("trừ", "taken"),
                Text::new("còn", "leaving"),
                Text::new(" (mức thấp nhất)", ", the least"),
            ),
            Side::Above => (
                Text::new("cao hơn", "above"),
                Text::new("cộng", "added"),
                Text::new("được", "giving"),
                Text::new(" (mức tối đa)", ", the most"),
            ),
        };
        say!(
            "{said} {way} mức {mark} là {away}, tính {counted} lần {each}: {does} {counted} × {worth} = {change} điểm, {left} {given} điểm{stop}.",
            "{said} is {away} {way} {mark}, counted as {counted} × {each}: {counted} × {worth} = {change} points {does}, {left} {given} points{stop}.",
            said = said,
            way = way,
            mark = mark,
            away = away,
            counted = counted,
            each = each,
            does = does,
            worth = exact(&worth),
            change = change,
            left = left,
            given = given,
            stop = if stepped.stopped { stop } else { Text::default() }
        )
    }

    /// Says what is wrong with the steps on a side.
    fn slope_laws(&self, side: Side, leaf: &Terms<'_>) -> Vec<Fault> {
        let Some(slope) = self.slope(side) else { return Vec::new() };
        let key = if side == Side::Below { "below" } else { "above" };
        let fault = |of: &str, code, message| Fault { path: vec![key.to_owned(), of.to_owned()], code, message };
        let mut faults = Vec::new();
        if !slope.each.value.is_positive() {
            faults.push(fault("each", &UNREACHABLE, text!("Một bậc phải lớn hơn 0.", "A step must be above 0.")));
        }
        if !slope.points.of(leaf.max).is_positive() {
            let message = text!(
                "Điểm của một bậc phải lớn hơn 0: “below” luôn trừ, “above” luôn cộng.",
                "The points of a step must be above 0: “below” always takes, “above” always adds."
            );
            faults.push(fault("points", &UNREACHABLE, message));
        }
        if side == Side::Below && !self.at.value.is_positive() {
            let message = text!("Không giá trị nào thấp hơn mức quy định 0.", "No value lies below a mark of 0.");
            faults.push(fault("each", &UNREACHABLE, message));
        }
        faults
    }

    /// Says what is wrong with floor and cap: out of order, or beside the mark where nothing moves the points.
    fn limit_laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let start = self.points.of(leaf.max);
        let (floor, cap) = self.limits(leaf.max);
        let mut faults = Vec::new();
        let mut fault = |key: &str, message| faults.push(Fault { path: vec![key.to_owned()], code: &UNREACHABLE, message });
        if self.floor.is_some() && self.below.is_none() {
            fault("floor", text!("“floor” thừa, vì không có “below”.", "“floor” says nothing without “below”."));
        } else if self.below.is_some() && floor >= start {
            let message = say!(
                "Điểm thấp nhất “{floor}” không thấp hơn điểm “{start}” ở mức quy định.",
                "The floor, “{floor}”, isn't below the “{start}” points at the mark.",
                floor = exact(&floor),
                start = exact(&start)
            );
            fault("floor", message);
        }
        if self.cap.is_some() && self.above.is_none() {
            fault("cap", text!("“cap” thừa, vì không có “above”.", "“cap” says nothing without “above”."));
        } else if self.above.is_some() && cap <= start {
            let message = say!(
                "Điểm cao nhất “{cap}” không cao hơn điểm “{start}” ở mức quy định.",
                "The cap, “{cap}”, isn't above the “{start}” points at the mark.",
                cap = exact(&cap),
                start = exact(&start)
            );
            fault("cap", message);
        }
        faults
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

    fn branches(&self) -> Vec<Branch> {
        let branch = |id: &str, vi: &str, en: &str| Branch { id: id.into(), label: Text::new(vi, en) };
        let mut branches = vec![branch("at", "Đúng mức quy định, hoặc chưa đủ một bậc", "At the mark, or less than a step beside it")];
        if self.below.is_some() {
            branches.push(branch("below", "Thấp hơn mức quy định, bị trừ điểm", "Below the mark: points are taken"));
            branches.push(branch("floor", "Bị trừ đến mức thấp nhất", "Down to the floor"));
        }
        if self.above.is_some() {
            branches.push(branch("above", "Cao hơn mức quy định, được cộng điểm", "Above the mark: points are added"));
            branches.push(branch("cap", "Được cộng đến mức tối đa", "Up to the cap"));
        }
        branches.extend(self.measure.branch());
        branches
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = self.measure.laws(leaf);
        let each = [("below", &self.below), ("above", &self.above)];
        let each = each.into_iter().filter_map(|(key, slope)| Some((vec![key, "each"], &slope.as_ref()?.each)));
        for (path, bound) in std::iter::once((vec!["at"], &self.at)).chain(each) {
            if bound.percent && !self.measure.is_rate(leaf) {
                let of = leaf.label(&self.measure.of);
                let message = say!(
                    "“{n}%” là phần trăm, nhưng {of} không phải tỷ lệ.",
                    "“{n}%” is a percentage, but {of} is no rate.",
                    n = exact(&bound.value)
                );
                faults.push(Fault { path: path.into_iter().map(str::to_owned).collect(), code: &PERCENT, message });
            }
        }
        if self.below.is_none() && self.above.is_none() {
            let message = text!("Cần “below” (cứ giảm), “above” (cứ tăng), hoặc cả hai.", "“below”, “above” or both are needed.");
            faults.push(Fault { path: Vec::new(), code: &EMPTY, message });
        }
        faults.extend(self.slope_laws(Side::Below, leaf));
        faults.extend(self.slope_laws(Side::Above, leaf));
        faults.extend(self.limit_laws(leaf));
        let most = Amount::Share(Points::one());
        let award = |key: &str, amount| Award { path: vec![key.to_owned()], amount, penalty: None };
        let mut awards = vec![award("points", &self.points)];
        awards.extend(self.floor.iter().map(|floor| award("floor", floor)));
        awards.extend(self.above.iter().map(|_| award("cap", self.cap.as_ref().unwrap_or(&most))));
        faults.extend(amount::laws(leaf, &awards));
        faults
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
            format!("MAX({floor},MIN({cap},{start}{}{}))", below.unwrap_or_default(), above.unwrap_or_default())
        }))
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = self.measure.heading(leaf);
        let (mark, start) = (self.signed(exact(&self.at.value), leaf), exact(&self.points.of(leaf.max)));
        let (floor, cap) = self.limits(leaf.max);
        let span = match (&self.below, &self.above) {
            (Some(_), None) => say!("Từ {mark} trở lên", "{mark} or more", mark = mark),
            (None, Some(_)) => say!("Từ {mark} trở xuống", "{mark} or less", mark = mark),
            _ => say!("Đạt {mark}", "{mark}", mark = mark),
        };
        lines.push(say!("{span}: {n} điểm", "{span}: {n} points", span = span, n = start));
        let (full, beside) = match self.counting {
            Counting::Full => (Text::new("đủ ", "full "), Text::default()),
            Counting::Begun => (Text::default(), Text::new(" (phần lẻ tính là một lần)", " (a part counts as one)")),
            Counting::Proportional => (Text::default(), Text::new(" (phần lẻ tính theo tỷ lệ)", " (parts in proportion)")),
        };
        let line = |slope: &Slope, vi: (&str, &str, &str), en: (&str, &str, &str), limit: &Points| {
            let (each, n) = (self.signed(exact(&slope.each.value), leaf), exact(&slope.points.of(leaf.max)));
            let (way, does, most) = (Text::new(vi.0, en.0), Text::new(vi.1, en.1), Text::new(vi.2, en.2));
            say!(
                "Cứ {way} {full}{each} {does} {n} điểm{beside}, {most} {limit} điểm",
                "For each {full}{each} {way}, {n} points are {does}{beside}, {most} {limit} points",
                way = way,
                full = full.clone(),
                each = each,
                does = does,
                n = n,
                beside = beside.clone(),
                most = most,
                limit = exact(limit)
            )
        };
        let below = |slope: &Slope| line(slope, ("giảm", "trừ", "thấp nhất"), ("below", "taken", "at least"), &floor);
        lines.extend(self.below.as_deref().map(below));
        let above = |slope: &Slope| line(slope, ("tăng thêm", "cộng", "tối đa"), ("above", "added", "at most"), &cap);
        lines.extend(self.above.as_deref().map(above));
        lines.extend(self.measure.footing());
        lines
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
        self.measure.explain(fact, &[&self.at.value], leaf, |value, stepped| self.told(value, stepped, leaf))
    }

    fn findings(&self, fact: &Measured<Stepped>, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        self.measure.findings(fact, leaf)
    }
}
