//! `steps`: steps on a figure, or on the rate of two figures, with bounds that are open or closed.
//!
//! ```yaml
//! rule: { steps: { of: ty_le, steps: [ { above: 90%, points: 2 }, { from: 70%, up_to: 90%, points: 1 }, { below: 70%, points: 0 } ] } }
//! rule: { steps: { of: so_cuoc_hop, steps: [ { exactly: 4, points: 20 }, { exactly: 3, points: 15 } ], otherwise: 0 } }
//! ```
//!
//! `exactly` on the highest step of a count means so many or more. A value that no step holds gives `otherwise`, and 0
//! with a note where the rule has no `otherwise`.

mod laws;

use schemars::JsonSchema;
use serde::Deserialize;

use super::amount::{self, Award, penalty};
use super::excel::{first_of, number};
use super::length::too_long;
use super::measure::{Measure, Measured, NUMBERS, WhenNothing};
use super::say::{exact, points, say};
use super::scored::Scored;
use super::span::{Domain, End, Span};
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, Scorer, Scores, Spare, Terms};
use crate::figure::{InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::GAP as NO_STEP;
use crate::finding::rule::{EMPTY, GAP, OVERLAP, TWICE, UNREACHABLE};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::yaml::{Amount, Bound, Number};

/// YAML of [`Steps`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSteps {
    /// Số liệu, hoặc tử số. / The figure, or the numerator.
    pub of: String,
    /// Mẫu số: khi có, bậc tính theo tỷ lệ phần trăm. / Denominator: with it, steps are on the rate in percent.
    pub to: Option<String>,
    /// Khi mẫu số bằng 0. / What 0 of 0 means.
    pub when_nothing: Option<WhenNothing>,
    /// Các bậc. / Steps.
    pub steps: Vec<RawStep>,
    /// Còn lại được bao nhiêu điểm. / What all other values give.
    pub otherwise: Option<Amount>,
}

/// YAML of a step.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawStep {
    /// Trên (>). / Over.
    pub above: Option<Bound>,
    /// Từ (≥). / From.
    pub from: Option<Bound>,
    /// Dưới (<). / Under.
    pub below: Option<Bound>,
    /// Đến (≤). / Up to.
    pub up_to: Option<Bound>,
    /// Bằng (=); bậc cao nhất của số đếm hiểu là “trở lên”. / Equal; on the highest step of a count, or more.
    pub exactly: Option<Bound>,
    /// Điểm, hoặc tỷ lệ của điểm tối đa. / Points, or a share of the maximum.
    pub points: Amount,
    /// Điểm bị trừ thêm. / Taken beside the leaf.
    pub penalty: Option<Number>,
}

/// Steps on a figure or a rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// What is measured.
    measure: Measure,
    /// Steps, as written.
    list: Vec<Step>,
    /// What all other values give.
    otherwise: Option<Amount>,
}

/// Where a value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// In the step at this place of the list.
    Step(usize),
    /// In none, for which the rule has points.
    Otherwise,
    /// In none.
    Gap,
}

/// Step: bounds, as written, and what it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    /// Bounds by their keys.
    bounds: Vec<(&'static str, Bound)>,
    /// What it gives.
    points: Amount,
    /// What is taken beside the leaf.
    penalty: Option<Points>,
}

impl From<RawSteps> for Steps {
    fn from(raw: RawSteps) -> Self {
        let step = |raw: RawStep| {
            let bounds = [("above", raw.above), ("from", raw.from), ("below", raw.below), ("up_to", raw.up_to), ("exactly", raw.exactly)];
            Step {
                bounds: bounds.into_iter().filter_map(|(key, bound)| Some((key, bound?))).collect(),
                points: raw.points,
                penalty: penalty(raw.penalty),
            }
        };
        Self {
            measure: Measure::new(&raw.of, raw.to, raw.when_nothing),
            list: raw.steps.into_iter().map(step).collect(),
            otherwise: raw.otherwise,
        }
    }
}

impl Step {
    /// Gives a bound by its key.
    fn bound(&self, key: &str) -> Option<Points> {
        self.bounds.iter().find(|(name, _)| *name == key).map(|(_, bound)| bound.value.clone())
    }

    /// Gives the values that the step holds.
    fn span(&self, domain: Domain) -> Span {
        let all = domain.span();
        if let Some(value) = self.bound("exactly") {
            return domain.of(End::at(value.clone()), Some(End::at(value)));
        }
        let from = self.bound("from").map(End::at).or_else(|| self.bound("above").map(End::above));
        let to = self.bound("up_to").map(End::at).or_else(|| self.bound("below").map(End::below));
        domain.of(from.unwrap_or(all.from), to.or(all.to))
    }
}

/// Says a bound by its key.
fn worded(key: &str, bound: &Bound) -> Text {
    let value = exact(&bound.value);
    match key {
        "above" => say!("trên {value}", "over {value}", value = value),
        "from" => say!("từ {value}", "from {value}", value = value),
        "below" => say!("dưới {value}", "under {value}", value = value),
        "up_to" => say!("đến {value}", "up to {value}", value = value),
        _ => say!("đúng {value}", "exactly {value}", value = value),
    }
}

impl Faces for Steps {
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

    fn branches(&self, leaf: &Terms<'_>) -> Vec<Branch> {
        let step = |(n, step): (usize, &Step)| {
            let words: Vec<Text> = step.bounds.iter().map(|(key, bound)| worded(key, bound)).collect();
            Branch { id: format!("step:{}", n + 1), label: Text::join(&words, ", ") }
        };
        let mut branches: Vec<Branch> = self.list.iter().enumerate().map(step).collect();
        branches.extend(self.rest(leaf).map(|_| Branch { id: "otherwise".into(), label: Text::new("Còn lại", "Otherwise") }));
        branches.extend(self.measure.branch());
        branches
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        let amounts = self.list.iter().map(|step| &step.points).chain(self.rest(leaf));
        amounts.map(|amount| amount.of(leaf.max)).max().unwrap_or_default()
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = self.measure.laws(leaf);
        let mut awards: Vec<Award<'_>> = Vec::new();
        for (n, step) in self.list.iter().enumerate() {
            awards.push(Award { path: path(n, "points"), amount: &step.points, penalty: step.penalty.as_ref() });
        }
        awards.extend(self.otherwise.iter().map(|amount| Award { path: vec!["otherwise".into()], amount, penalty: None }));
        faults.extend(amount::laws(leaf, &awards));
        if self.list.is_empty() {
            faults.push(Fault { path: vec!["steps".into()], code: &EMPTY, message: text!("Không có mức nào.", "There is no step.") });
        }
        faults.extend(self.bounds_laws(leaf));
        faults.extend(self.or_more_law(leaf));
        faults.extend(too_long(self, leaf, "steps"));
        if faults.iter().all(|fault| ![OVERLAP.id, UNREACHABLE.id, EMPTY.id, TWICE.id].contains(&fault.code.id)) && self.otherwise.is_none()
        {
            let domain = self.domain(leaf);
            for gap in domain.gaps(&self.spans(leaf)) {
                let words = gap.wording(domain, &self.measure.sign(leaf));
                let message = say!("Không mức nào quy định giá trị “{words}”.", "No step holds the values “{words}”.", words = words);
                faults.push(Fault { path: vec!["steps".into()], code: &GAP, message });
            }
        }
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let otherwise = self.otherwise.as_ref().map_or_else(|| "0".into(), |amount| number(&amount.of(leaf.max)));
        let value = |step: &Step| number(&step.points.of(leaf.max));
        Some(self.measure.formula(leaf, cells, |cell| self.branched(leaf, cell, &otherwise, value)))
    }

    fn penalty(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let value = |step: &Step| step.penalty.as_ref().map_or_else(|| "0".into(), number);
        self.takes_beside().then(|| self.measure.guarded(leaf, cells, "0", "0", |cell| self.branched(leaf, cell, "0", value)))
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = self.measure.heading(leaf);
        let (domain, sign) = (self.domain(leaf), self.measure.sign(leaf));
        for (span, step) in self.spans(leaf).iter().zip(&self.list) {
            let words = amount::wording(leaf, &step.points, step.penalty.as_ref());
            lines.push(say!("{span}: {words}", "{span}: {words}", span = span.wording(domain, &sign), words = words));
        }
        if let Some(amount) = self.rest(leaf) {
            lines.push(say!("Còn lại: {n}", "Otherwise: {n}", n = amount::wording(leaf, amount, None)));
        }
        lines.extend(self.measure.footing());
        lines
    }
}

impl Scores for Steps {
    type Fact = Measured<Held>;

    fn score(&self, case: &Case<'_>) -> Scored<Measured<Held>> {
        self.measure.score(case, |value| {
            let max = case.terms().max;
            let held = self.spans(case.terms()).into_iter().zip(&self.list).enumerate().find(|(_, (span, _))| span.holds(value));
            match (held, &self.otherwise) {
                (Some((n, (_, step))), _) => Scored::new(Gives::Points(step.points.of(max)), Held::Step(n)).taking(step.penalty.clone()),
                (None, Some(amount)) => Scored::new(Gives::Points(amount.of(max)), Held::Otherwise),
                (None, None) => Scored::new(Gives::Points(Points::zero()), Held::Gap),
            }
        })
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Measured<Held>) -> Vec<String> {
        fact.taken(|held| match held {
            Held::Step(n) => Some(format!("step:{}", n + 1)),
            Held::Otherwise => Some("otherwise".into()),
            Held::Gap => None,
        })
    }

    fn explain(&self, fact: &Measured<Held>, leaf: &Terms<'_>) -> Vec<Text> {
        let spans = self.spans(leaf);
        self.measure.explain(
            fact,
            leaf,
            |value| spans.iter().position(|span| span.holds(value)),
            |value, said, held| {
                let (sign, said) = (self.measure.sign(leaf), said.words);
                match (held, &self.otherwise) {
                    (Held::Step(n), _) => {
                        let words = spans.get(*n).map(|span| span.wording(self.domain(leaf), &sign)).unwrap_or_default();
                        let given = self.list.get(*n).map(|step| step.points.of(leaf.max)).unwrap_or_default();
                        say!(
                            "{said}{sign} thuộc mức “{words}”: {n}.",
                            "{said}{sign} lies in the step “{words}”: {n}.",
                            said = said,
                            words = words,
                            n = points(&given)
                        )
                    }
                    (Held::Otherwise, Some(amount)) => {
                        let given = points(&amount.of(leaf.max));
                        say!("{said}{sign}: còn lại, {n}.", "{said}{sign}: otherwise, {n}.", said = said, n = given)
                    }
                    (Held::Otherwise | Held::Gap, _) => self.in_no_step(value, leaf),
                }
            },
        )
    }

    fn findings(&self, fact: &Measured<Held>, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        let mut found = self.measure.findings(fact, leaf);
        if fact.then == Some(Held::Gap)
            && let Some(value) = self.measure.value(&fact.reading)
        {
            found.push((Some(self.measure.of.clone()), Finding::new(&NO_STEP, self.in_no_step(&value, leaf))));
        }
        found
    }
}

impl Steps {
    /// Gives the one figure that the steps go by; `None` where they go by the rate of two.
    pub fn figure(&self) -> Option<&InputId> {
        self.measure.to.is_none().then_some(&self.measure.of)
    }

    /// Lists the figures that it goes by: one, or the two of a rate.
    pub fn figures(&self) -> Vec<&InputId> {
        std::iter::once(&self.measure.of).chain(&self.measure.to).collect()
    }

    /// Tells whether a step takes points beside the leaf.
    pub fn takes_beside(&self) -> bool {
        self.list.iter().any(|step| step.penalty.is_some())
    }

    /// Says that no step holds a value.
    fn in_no_step(&self, value: &Points, leaf: &Terms<'_>) -> Text {
        let spans = self.spans(leaf);
        let said = self.measure.spelt(value, leaf, |value| spans.iter().position(|span| span.holds(value))).words;
        let sign = self.measure.sign(leaf);
        say!("{said}{sign} không thuộc mức nào của quy tắc: 0 điểm.", "{said}{sign} lies in no step of the rule: 0 points.", said = said)
    }

    /// Gives what values in no step come to, as the rule says; `None` where the steps hold every value, so that there is no rest
    /// to speak of.
    fn rest(&self, leaf: &Terms<'_>) -> Option<&Amount> {
        self.otherwise.as_ref().filter(|_| !self.domain(leaf).gaps(&self.spans(leaf)).is_empty())
    }

    /// Tells what values the steps are on.
    fn domain(&self, leaf: &Terms<'_>) -> Domain {
        if self.measure.is_rate(leaf) {
            Domain::Rate
        } else if leaf.kind(&self.measure.of) == Some(InputKind::Count) {
            Domain::Whole
        } else {
            Domain::Number
        }
    }

    /// Gives the values that each step holds. The highest step of a count, written `exactly`, has no upper end.
    fn spans(&self, leaf: &Terms<'_>) -> Vec<Span> {
        let domain = self.domain(leaf);
        let mut spans: Vec<Span> = self.list.iter().map(|step| step.span(domain)).collect();
        if domain == Domain::Whole {
            let top = spans.iter().map(|span| span.to.clone()).collect::<Option<Vec<End>>>().and_then(|ends| ends.into_iter().max());
            for (span, step) in spans.iter_mut().zip(&self.list) {
                if step.bound("exactly").is_some() && span.to == top {
                    span.to = None;
                }
            }
        }
        spans
    }

    /// Gives a formula with one value for each step.
    fn branched(&self, leaf: &Terms<'_>, cell: &str, otherwise: &str, value: impl Fn(&Step) -> String) -> String {
        let rounded = if self.domain(leaf) == Domain::Whole { cell.to_owned() } else { format!("ROUND({cell},9)") };
        let held = self.spans(leaf).into_iter().zip(&self.list);
        let branches: Vec<_> = held.map(|(span, step)| (span.condition(&rounded), value(step))).collect();
        first_of(&branches, otherwise)
    }
}

/// Gives the path of a key of a step.
fn path(n: usize, key: &str) -> Vec<String> {
    vec!["steps".into(), n.to_string(), key.into()]
}
