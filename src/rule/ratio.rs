//! `ratio`: points in proportion to a rate, without a jump, and 0 below a floor where one is given.
//!
//! ```yaml
//! rule: { ratio: { of: dung_han, to: da_giai_quyet, full_at: 100%, zero_below: 80%, when_nothing: not_applicable } }
//! rule: { ratio: { of: ty_le, full_at: 90% } }          # of an input of kind percent
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{beside, penalty, penalty_law};
use super::excel::number;
use super::measure::{Measure, Measured, WhenNothing};
use super::say::{Spelt, exact, printed, say};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::Finding;
use crate::finding::rule::{PENALTY, PERCENT, UNREACHABLE};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::yaml::{Number, Rate};

/// YAML of [`Ratio`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRatio {
    /// Tử số; hoặc ô tỷ lệ khi không có mẫu số. / Numerator; or an input of kind percent where there is no denominator.
    pub of: String,
    /// Mẫu số. / Denominator.
    pub to: Option<String>,
    /// Tỷ lệ được điểm tối đa; mặc định 100%. / Rate that gives the maximum; default 100%.
    pub full_at: Option<Rate>,
    /// Dưới tỷ lệ này được 0 điểm. / Below this rate: 0.
    pub zero_below: Option<Rate>,
    /// Điểm bị trừ thêm khi dưới `zero_below` (“0 điểm và bị trừ …”). / Points taken beside the leaf below `zero_below`.
    pub zero_penalty: Option<Number>,
    /// Khi mẫu số bằng 0. / What 0 of 0 means.
    pub when_nothing: Option<WhenNothing>,
}

/// Points in proportion to a rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// What is measured.
    measure: Measure,
    /// Rate that gives the maximum, in points of percent.
    full_at: Points,
    /// Rate below which it gives 0, in points of percent.
    zero_below: Option<Points>,
    /// What is taken beside the leaf below that rate.
    zero_penalty: Option<Points>,
}

/// Where a rate lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Below the floor.
    Below,
    /// Between floor and full points.
    Part,
    /// At the rate for full points, or over it.
    Full,
}

impl From<RawRatio> for Ratio {
    fn from(raw: RawRatio) -> Self {
        Self {
            measure: Measure::new(&raw.of, raw.to, raw.when_nothing),
            full_at: raw.full_at.map_or_else(Points::hundred, |rate| rate.0),
            zero_below: raw.zero_below.map(|rate| rate.0),
            zero_penalty: penalty(raw.zero_penalty),
        }
    }
}

impl Faces for Ratio {
    fn asks(&self) -> Vec<Ask> {
        self.measure.asks(&[InputKind::Percent])
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
        let full = exact(&self.full_at);
        let mut branches = vec![
            Branch { id: "full".into(), label: say!("Từ {full}%", "From {full}%", full = full.clone()) },
            Branch { id: "part".into(), label: say!("Dưới {full}%", "Under {full}%", full = full) },
        ];
        if let Some(floor) = &self.zero_below {
            branches.push(Branch { id: "below".into(), label: say!("Dưới {floor}%", "Under {floor}%", floor = exact(floor)) });
        }
        branches.extend(self.measure.branch());
        branches
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = self.measure.laws(leaf);
        if !self.full_at.is_positive() || self.full_at > Points::hundred() {
            let message = say!(
                "Mức được điểm tối đa “{n}%” không nằm trong khoảng trên 0% đến 100%.",
                "The rate for the maximum, “{n}%”, is not over 0% and up to 100%.",
                n = exact(&self.full_at)
            );
            faults.push(Fault { path: vec!["full_at".into()], code: &PERCENT, message });
        }
        if let Some(floor) = &self.zero_below
            && *floor > self.full_at
        {
            let message = say!(
                "Mức sàn “{floor}%” cao hơn mức được điểm tối đa “{full}%”.",
                "The floor “{floor}%” is above the rate for the maximum, “{full}%”.",
                floor = exact(floor),
                full = exact(&self.full_at)
            );
            faults.push(Fault { path: vec!["zero_below".into()], code: &UNREACHABLE, message });
        }
        faults.extend(penalty_law("zero_penalty", self.zero_penalty.as_ref()));
        if self.zero_penalty.is_some() && self.zero_below.as_ref().is_none_or(|floor| !floor.is_positive()) {
            let message = text!(
                "“zero_penalty” cần “zero_below”: chưa nói dưới tỷ lệ nào thì 0 điểm và bị trừ.",
                "“zero_penalty” needs “zero_below”: nothing says below which rate points are taken."
            );
            faults.push(Fault { path: vec!["zero_penalty".into()], code: &PENALTY, message });
        }
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let (max, full) = (cells.max(), number(&self.full_at));
        Some(self.measure.formula(leaf, cells, |value| {
            let part = format!("MIN({value}/{full},1)*{max}");
            match &self.zero_below {
                Some(floor) => format!("IF(ROUND({value},9)<{},0,{part})", number(floor)),
                None => part,
            }
        }))
    }

    fn penalty(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let (penalty, floor) = (number(self.zero_penalty.as_ref()?), number(self.zero_below.as_ref()?));
        Some(self.measure.guarded(leaf, cells, "0", "0", |value| format!("IF(ROUND({value},9)<{floor},{penalty},0)")))
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = self.measure.heading(leaf);
        let hundred = self.full_at == Points::hundred();
        let (full, max) = (exact(&self.full_at), exact(leaf.max));
        lines.push(if hundred {
            say!("Đạt {full}%: {max} điểm", "{full}%: {max} points", full = full.clone(), max = max.clone())
        } else {
            say!("Từ {full}% trở lên: {max} điểm", "{full}% or more: {max} points", full = full.clone(), max = max.clone())
        });
        let over = if hundred { Text::default() } else { say!(" : {full}%", " / {full}%", full = full.clone()) };
        match &self.zero_below {
            Some(floor) => {
                let floor = exact(floor);
                lines.push(say!(
                    "Từ {floor}% đến dưới {full}%: tỷ lệ{over} × {max}",
                    "From {floor}% to under {full}%: rate{over} × {max}",
                    floor = floor.clone(),
                    full = full,
                    over = over,
                    max = max
                ));
                let zero = beside(Text::new("0 điểm", "0 points"), self.zero_penalty.as_ref());
                lines.push(say!("Dưới {floor}%: {zero}", "Under {floor}%: {zero}", floor = floor, zero = zero));
            }
            None => lines.push(say!(
                "Dưới {full}%: tỷ lệ{over} × {max}",
                "Under {full}%: rate{over} × {max}",
                full = full,
                over = over,
                max = max
            )),
        }
        lines.extend(self.measure.footing());
        lines
    }
}

impl Scores for Ratio {
    type Fact = Measured<Reached>;

    fn score(&self, case: &Case<'_>) -> Scored<Measured<Reached>> {
        self.measure.score(case, |percent| {
            let (reached, points) = self.reached(percent, case.terms().max);
            let taken = self.zero_penalty.clone().filter(|_| reached == Reached::Below);
            Scored::new(points.map_or(Gives::Nothing, Gives::Points), reached).taking(taken)
        })
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Measured<Reached>) -> Vec<String> {
        fact.taken(|reached| {
            Some(match reached {
                Reached::Below => "below".into(),
                Reached::Part => "part".into(),
                Reached::Full => "full".into(),
            })
        })
    }

    fn explain(&self, fact: &Measured<Reached>, leaf: &Terms<'_>) -> Vec<Text> {
        let comes_to = |percent: &Points| {
            let (reached, points) = self.reached(percent, leaf.max);
            (reached, points.map(|points| leaf.rounding.print(&points)))
        };
        self.measure.explain(fact, leaf, comes_to, |percent, Spelt { words: said, .. }, reached| {
            let (max, full) = (exact(leaf.max), exact(&self.full_at));
            match reached {
                Reached::Below => say!(
                    "{said}% thấp hơn mức sàn {floor}%: 0 điểm.",
                    "{said}% is below the floor of {floor}%: 0 points.",
                    said = said,
                    floor = self.zero_below.as_ref().map(exact).unwrap_or_default()
                ),
                Reached::Full => say!(
                    "{said}% đạt mức {full}%: được điểm tối đa {max}.",
                    "{said}% reaches {full}%: the maximum, {max}.",
                    said = said,
                    full = full,
                    max = max
                ),
                Reached::Part => {
                    let points = self.reached(percent, leaf.max).1.unwrap_or_default();
                    let given = printed(&points, leaf.rounding);
                    if self.full_at == Points::hundred() {
                        say!("{said}% × {max} = {given} điểm.", "{said}% × {max} = {given} points.", said = said, max = max, given = given)
                    } else {
                        say!(
                            "{said}% / {full}% × {max} = {given} điểm.",
                            "{said}% / {full}% × {max} = {given} points.",
                            said = said,
                            full = full,
                            max = max,
                            given = given
                        )
                    }
                }
            }
        })
    }

    fn findings(&self, fact: &Measured<Reached>, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        self.measure.findings(fact, leaf)
    }
}

impl Ratio {
    /// Tells what a rate reaches, and what it gives.
    fn reached(&self, percent: &Points, max: &Points) -> (Reached, Option<Points>) {
        if self.zero_below.as_ref().is_some_and(|floor| percent < floor) {
            (Reached::Below, Some(Points::zero()))
        } else if *percent >= self.full_at {
            (Reached::Full, Some(max.clone()))
        } else {
            (Reached::Part, percent.over(&self.full_at).map(|share| &share * max))
        }
    }
}
