//! `interpolate`: points that grow from 0 at a floor to the maximum at a ceiling, on a straight line.
//!
//! ```yaml
//! rule: { interpolate: { of: dung_han, to: da_giai_quyet, zero_at: 80%, full_at: 98%, when_nothing: full } }
//! rule: { interpolate: { of: so_ngay_tre, zero_at: 30, full_at: 0 } }        # less is better
//! ```

use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{beside, penalty, penalty_law};
use super::excel::number;
use super::measure::{Measure, Measured, NUMBERS, WhenNothing};
use super::say::{Spelt, exact, printed, say};
use super::scored::Scored;
use super::span::share;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::finding::rule::UNREACHABLE;
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::yaml::{Bound, Number};

/// YAML of [`Interpolate`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawInterpolate {
    /// Số liệu, hoặc tử số. / The figure, or the numerator.
    pub of: String,
    /// Mẫu số: khi có, tính theo tỷ lệ phần trăm. / Denominator: with it, on the rate in percent.
    pub to: Option<String>,
    /// Sàn: giá trị được 0 điểm. / Value that gives 0.
    pub zero_at: Bound,
    /// Trần: giá trị được điểm tối đa; thấp hơn sàn khi càng ít càng tốt. / Value that gives the maximum; under the floor where less is better.
    pub full_at: Bound,
    /// Điểm bị trừ thêm khi không vượt mức sàn (“0 điểm và bị trừ …”). / Points taken beside the leaf at the floor and beyond it.
    pub zero_penalty: Option<Number>,
    /// Khi mẫu số bằng 0. / What 0 of 0 means.
    pub when_nothing: Option<WhenNothing>,
}

/// Points on a straight line between a floor and a ceiling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interpolate {
    /// What is measured.
    measure: Measure,
    /// Value that gives 0.
    zero_at: Bound,
    /// Value that gives the maximum.
    full_at: Bound,
    /// What is taken beside the leaf where it gives 0.
    zero_penalty: Option<Points>,
}

impl From<RawInterpolate> for Interpolate {
    fn from(raw: RawInterpolate) -> Self {
        Self {
            measure: Measure::new(&raw.of, raw.to, raw.when_nothing),
            zero_at: raw.zero_at,
            full_at: raw.full_at,
            zero_penalty: penalty(raw.zero_penalty),
        }
    }
}

impl Faces for Interpolate {
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
        let mut branches = vec![
            Branch { id: "full".into(), label: Text::new("Đạt mức trần", "At the ceiling") },
            Branch { id: "part".into(), label: Text::new("Giữa sàn và trần", "Between floor and ceiling") },
            Branch { id: "zero".into(), label: Text::new("Không vượt mức sàn", "Not over the floor") },
        ];
        branches.extend(self.measure.branch());
        branches
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = self.measure.laws(leaf);
        for (key, bound) in [("zero_at", &self.zero_at), ("full_at", &self.full_at)] {
            faults.extend(self.measure.bound_law(leaf, key, bound));
        }
        faults.extend(penalty_law("zero_penalty", self.zero_penalty.as_ref()));
        if self.zero_at.value == self.full_at.value {
            let message = text!("Sàn và trần bằng nhau.", "Floor and ceiling are the same.");
            faults.push(Fault { path: vec!["full_at".into()], code: &UNREACHABLE, message });
        }
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let (zero, full) = (&self.zero_at.value, &self.full_at.value);
        let (from, way, max) = (number(zero), number(&(full - zero)), cells.max());
        Some(self.measure.formula(leaf, cells, |value| format!("MAX(0,MIN(1,({value}-{from})/({way})))*{max}")))
    }

    fn penalty(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let (penalty, zero) = (number(self.zero_penalty.as_ref()?), number(&self.zero_at.value));
        let past = if self.zero_at.value < self.full_at.value { "<=" } else { ">=" };
        Some(self.measure.guarded(leaf, cells, "0", "0", |value| format!("IF(ROUND({value},9){past}{zero},{penalty},0)")))
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let sign = self.measure.sign(leaf);
        let (zero, full, max) = (exact(&self.zero_at.value), exact(&self.full_at.value), exact(leaf.max));
        let value = if self.measure.is_rate(leaf) { Text::new("tỷ lệ", "rate") } else { Text::new("giá trị", "value") };
        let rises = self.zero_at.value < self.full_at.value;
        let (up, down) = (Text::new("trở lên", "or more"), Text::new("trở xuống", "or less"));
        let (past_full, past_zero) = if rises { (up, down) } else { (down, up) };
        let mut lines = self.measure.heading(leaf);
        lines.push(say!(
            "Từ {full}{sign} {past}: {max} điểm",
            "{full}{sign} {past}: {max} points",
            full = full.clone(),
            past = past_full,
            max = max.clone()
        ));
        lines.push(if rises {
            say!(
                "Từ trên {zero}{sign} đến dưới {full}{sign}: ({value} − {zero}) : {way} × {max}",
                "Over {zero}{sign} and under {full}{sign}: ({value} − {zero}) / {way} × {max}",
                zero = zero.clone(),
                full = full,
                value = value,
                way = exact(&(&self.full_at.value - &self.zero_at.value)),
                max = max
            )
        } else {
            say!(
                "Từ trên {full}{sign} đến dưới {zero}{sign}: ({zero} − {value}) : {way} × {max}",
                "Over {full}{sign} and under {zero}{sign}: ({zero} − {value}) / {way} × {max}",
                zero = zero.clone(),
                full = full,
                value = value,
                way = exact(&(&self.zero_at.value - &self.full_at.value)),
                max = max
            )
        });
        let none = beside(Text::new("0 điểm", "0 points"), self.zero_penalty.as_ref());
        lines.push(say!("Từ {zero}{sign} {past}: {none}", "{zero}{sign} {past}: {none}", zero = zero, past = past_zero, none = none));
        lines.extend(self.measure.footing());
        lines
    }
}

impl Scores for Interpolate {
    /// Share of the way from the floor to the ceiling.
    type Fact = Measured<Points>;

    fn score(&self, case: &Case<'_>) -> Scored<Measured<Points>> {
        self.measure.score(case, |value| match share(value, &self.zero_at.value, &self.full_at.value) {
            Some(share) => {
                let taken = self.zero_penalty.clone().filter(|_| share.is_zero());
                Scored::new(Gives::Points(&share * case.terms().max), share).taking(taken)
            }
            None => Scored::new(Gives::Nothing, Points::zero()),
        })
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Measured<Points>) -> Vec<String> {
        fact.taken(|share| {
            Some(if share.is_zero() {
                "zero".into()
            } else if *share == Points::one() {
                "full".into()
            } else {
                "part".into()
            })
        })
    }

    fn explain(&self, fact: &Measured<Points>, leaf: &Terms<'_>) -> Vec<Text> {
        let (zero, full) = (&self.zero_at.value, &self.full_at.value);
        let comes_to = |value: &Points| {
            let share = share(value, zero, full).unwrap_or_default();
            (share.is_zero(), share == Points::one(), leaf.rounding.print(&(&share * leaf.max)))
        };
        self.measure.explain(fact, leaf, comes_to, |_, Spelt { words: said, .. }, share| {
            let sign = self.measure.sign(leaf);
            let (max, given) = (exact(leaf.max), printed(&(share * leaf.max), leaf.rounding));
            if share.is_zero() {
                return say!(
                    "{said}{sign} không vượt mức sàn {floor}{sign}: 0 điểm.",
                    "{said}{sign} does not exceed the floor of {floor}{sign}: 0 points.",
                    said = said,
                    floor = exact(zero)
                );
            }
            if *share == Points::one() {
                return say!(
                    "{said}{sign} đạt mức trần {full}{sign}: được điểm tối đa {max}.",
                    "{said}{sign} reaches the ceiling of {full}{sign}: the maximum, {max}.",
                    said = said,
                    full = exact(full),
                    max = max
                );
            }
            say!(
                "({said} − {zero}) / ({full} − {zero}) × {max} = {given} điểm.",
                "({said} − {zero}) / ({full} − {zero}) × {max} = {given} points.",
                said = said,
                zero = exact(zero),
                full = exact(full),
                max = max,
                given = given
            )
        })
    }

    fn findings(&self, fact: &Measured<Points>, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        self.measure.findings(fact, leaf)
    }
}
