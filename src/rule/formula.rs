//! `formula`: arithmetic over named inputs, for what no other kind can say.
//!
//! ```yaml
//! rule: { formula: { is: "min(dung_han / tong / 0.95, 1) * 2", when_nothing: full } }
//! ```
//!
//! `+ - * /`, parentheses, `min`, `max`, `if(condition, then, else)`, `< <= > >= = <>`, `and`, `or`, `not`; numbers with a
//! point; inputs by their ids, of which those of kind `yes_no` are conditions. Percent inputs are points of percent, and
//! there is no % sign. The same text becomes the Excel formula.

mod parse;
mod range;
mod tree;
mod types;
mod words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use self::parse::Wrong;
pub(super) use self::parse::parse;
use self::tree::{Expression, Failure, Node};
pub(super) use self::tree::{Run, Type, Value, for_excel, inputs};
pub(super) use self::types::typed;
pub(super) use self::words::words;
use self::words::{condition, lines, uncapped};
use super::excel::{all, any, quoted, says, usable};
use super::length::too_long;
use super::measure::{WhenNothing, of_nothing};
use super::say::{exact, labels, printed, rate, say};
use super::scored::Scored;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, NO_WORDS, NOT_APPLICABLE_WORDS, Scorer, Scores, Spare, Terms, YES_WORDS};
use crate::figure::{Figure, Figures, InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::{DIVIDED_BY_0, FORMULA_CUT, NOTHING, NOTHING_UNSAID};
use crate::finding::rule::{FORMULA, FORMULA_MAY_PASS, MAY_DIVIDE_BY_0, UNREACHABLE_MAX, WHEN_NOTHING};
use crate::points::Points;
use crate::text;
use crate::text::Text;

/// YAML of [`Formula`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFormula {
    /// Công thức tính điểm từ các ô số liệu. / Arithmetic over the inputs, giving points.
    pub is: String,
    /// Khi công thức gặp 0 chia cho 0. / What 0 divided by 0 means.
    pub when_nothing: Option<WhenNothing>,
}

/// Arithmetic over named inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// Text, as written.
    text: String,
    /// What it says, or what is wrong with it.
    parsed: Result<Expression, Wrong>,
    /// What 0 divided by 0 means.
    when_nothing: Option<WhenNothing>,
}

/// What the formula came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Computed {
    /// It can't be computed, whatever the figures.
    Broken,
    /// These inputs are blank.
    Blank(Vec<InputId>),
    /// A value.
    Value {
        /// Figures that it was computed with.
        figures: Figures,
        /// Conditions by their numbers, and whether they held.
        taken: Vec<(usize, bool)>,
        /// Value, before it is cut.
        value: Result<Points, ByZero>,
    },
}

/// What was divided by 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByZero {
    /// 0: there was nothing to do.
    Nothing,
    /// Something, which can't be.
    Something,
}

impl From<RawFormula> for Formula {
    fn from(raw: RawFormula) -> Self {
        Self { parsed: parse(&raw.is), text: raw.is, when_nothing: raw.when_nothing }
    }
}

impl Faces for Formula {
    fn asks(&self) -> Vec<Ask> {
        let kinds = &[InputKind::Count, InputKind::Percent, InputKind::Points, InputKind::YesNo];
        self.inputs().into_iter().map(|input| Ask::of(input, kinds)).collect()
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        Vec::new()
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
        let ifs = self.parsed.as_ref().map_or(0, tree::ifs);
        let nothing = self.when_nothing.map(|nothing| Branch { id: "nothing".into(), label: of_nothing(nothing) });
        if ifs == 0 {
            let value = Branch { id: "value".into(), label: Text::new("Theo công thức", "By the formula") };
            return std::iter::once(value).chain(nothing).collect();
        }
        let branch = |n: usize, holds: bool| {
            let (id, label) = if holds {
                (format!("if:{n}:then"), text!("Điều kiện {n} đúng", "Condition {n} holds"))
            } else {
                (format!("if:{n}:else"), text!("Điều kiện {n} sai", "Condition {n} fails"))
            };
            Branch { id, label }
        };
        (1..=ifs).flat_map(|n| [branch(n, true), branch(n, false)]).chain(nothing).collect()
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        let range = self.parsed.as_ref().ok().map(|expression| range::of(expression, &|id| leaf.kind(id)));
        range.and_then(|range| range.most).map_or_else(|| leaf.max.clone(), |most| most.min(leaf.max.clone()))
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let fault = |code, message| vec![Fault { path: vec!["is".into()], code, message }];
        let wrong = |wrong: &Wrong| {
            let (column, text) = (wrong.column, &self.text);
            let message = say!(
                "Công thức “{text}”, ký tự thứ {column}: {what}.",
                "Formula “{text}”, character {column}: {what}.",
                what = wrong.message.clone()
            );
            fault(&FORMULA, message)
        };
        let expression = match &self.parsed {
            Ok(expression) => expression,
            Err(error) => return wrong(error),
        };
        match typed(expression, leaf) {
            Err(error) => return wrong(&error),
            Ok(Type::Truth) => {
                let message = text!("công thức cho ra đúng hoặc sai, không cho ra điểm", "the formula gives a condition, not points");
                return wrong(&Wrong { column: 1, message });
            }
            Ok(Type::Number) => {}
        }
        let mut faults: Vec<Fault> = too_long(self, leaf, "is").into_iter().collect();
        let range = range::of(expression, &|id| leaf.kind(id));
        if let Some(most) = range.most.as_ref().filter(|most| *most < leaf.max) {
            let message = say!(
                "Công thức cho nhiều nhất “{n}” điểm, thấp hơn điểm tối đa “{max}”.",
                "The formula gives “{n}” points at most, less than the maximum “{max}”.",
                n = exact(most),
                max = exact(leaf.max)
            );
            faults.extend(fault(&UNREACHABLE_MAX, message));
        }
        let may = |of: &Expression| may_be_zero(of, leaf);
        if self.when_nothing.is_none() && tree::may_divide_by_zero(expression, &may) {
            let message = text!(
                "Mẫu số trong công thức có thể bằng 0, mà bộ tiêu chí chưa nói khi đó tính thế nào.",
                "The formula may divide by 0, and the set doesn't say what that means."
            );
            faults.extend(fault(&MAY_DIVIDE_BY_0, message));
        }
        if self.when_nothing.is_some() && !tree::divides(expression, &may) {
            let message = text!(
                "Công thức không chia cho số nào có thể bằng 0, nên when_nothing thừa.",
                "The formula divides by nothing that may be 0, so when_nothing says nothing."
            );
            faults.push(Fault { path: vec!["when_nothing".into()], code: &WHEN_NOTHING, message });
        }
        let inside = range.least.is_some_and(|least| !least.is_negative()) && range.most.is_some_and(|most| most <= *leaf.max);
        if inside {
            return faults;
        }
        let message = say!(
            "Công thức có thể cho điểm ngoài khoảng từ 0 đến “{max}”; khi đó điểm bị cắt về khoảng này.",
            "The formula may give points outside 0 to “{max}”, which are then cut.",
            max = exact(leaf.max)
        );
        faults.extend(fault(&FORMULA_MAY_PASS, message));
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let expression = self.parsed.as_ref().ok()?;
        let filled = |id: &InputId| match leaf.kind(id) {
            Some(InputKind::YesNo) => {
                let cell = cells.input(id);
                any(&[YES_WORDS, NO_WORDS].map(|words| says(&cell, words.get(cells.lang()))))
            }
            _ => usable(leaf, cells, id),
        };
        let spelt = |id: &InputId| {
            let cell = cells.input(id);
            match leaf.kind(id) {
                Some(InputKind::YesNo) => says(&cell, YES_WORDS.get(cells.lang())),
                Some(InputKind::Percent) => format!("MIN({cell},100)"),
                _ => cell,
            }
        };
        let needed: Vec<String> = self.inputs().iter().map(filled).collect();
        let value = tree::for_excel(expression, &spelt);
        let value = format!("MAX(0,MIN({},{value}))", cells.max());
        let (nothing, something) = tree::by_zero(expression, &spelt, &|of| may_be_zero(of, leaf));
        let value = if nothing.is_empty() {
            value
        } else {
            let given = match self.when_nothing {
                None => "\"\"".to_owned(),
                Some(WhenNothing::Full) => cells.max(),
                Some(WhenNothing::Zero) => "0".into(),
                Some(WhenNothing::NotApplicable) => quoted(NOT_APPLICABLE_WORDS.get(cells.lang())),
            };
            format!("IF({},0,IF({},{given},{value}))", any(&something), any(&nothing))
        };
        Some(format!("IF({},{value},\"\")", all(&needed)))
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let Ok(expression) = &self.parsed else { return vec![Text::same(&self.text)] };
        let range = |of: &Expression| range::of(of, &|id| leaf.kind(id));
        let lines = lines(expression, leaf.max, &range, &|id| Text::same(leaf.label(id)));
        lines.into_iter().chain(self.when_nothing.map(of_nothing)).collect()
    }
}

impl Scores for Formula {
    type Fact = Computed;

    fn score(&self, case: &Case<'_>) -> Scored<Computed> {
        let Ok(expression) = &self.parsed else { return Scored::new(Gives::Nothing, Computed::Broken) };
        let figures: Figures = self.inputs().into_iter().map(|id| (id.clone(), case.figure(&id).clone())).collect();
        let inputs = values(&figures);
        let blank: Vec<InputId> = self.inputs().into_iter().filter(|id| !inputs.contains_key(id)).collect();
        if !blank.is_empty() {
            return Scored::missing(blank.clone(), Computed::Blank(blank));
        }
        let mut run = Run::new(&inputs);
        let result = run.number(expression);
        let Run { taken, nothing, something, .. } = run;
        match result {
            Err(Failure::Mixed) => Scored::new(Gives::Nothing, Computed::Broken),
            Err(Failure::Division) if something => {
                let value = Err(ByZero::Something);
                Scored::new(Gives::Points(Points::zero()), Computed::Value { figures, taken, value })
            }
            Err(Failure::Division) => {
                let fact = Computed::Value { figures, taken, value: Err(ByZero::Nothing) };
                match self.when_nothing {
                    Some(WhenNothing::Full) => Scored::new(Gives::Points(case.terms().max.clone()), fact),
                    Some(WhenNothing::Zero) => Scored::new(Gives::Points(Points::zero()), fact),
                    Some(WhenNothing::NotApplicable) => Scored::new(Gives::NotApplicable, fact),
                    None => Scored::missing(nothing.first().map(|division| tree::inputs(division)).unwrap_or_default(), fact),
                }
            }
            Ok(value) => {
                let cut = value.clamp_to(&Points::zero(), case.terms().max);
                Scored::new(Gives::Points(cut), Computed::Value { figures, taken, value: Ok(value) })
            }
        }
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Computed) -> Vec<String> {
        let Computed::Value { taken, value, .. } = fact else { return Vec::new() };
        if *value == Err(ByZero::Nothing) {
            return self.when_nothing.map(|_| "nothing".into()).into_iter().collect();
        }
        if taken.is_empty() && self.parsed.as_ref().is_ok_and(|expression| tree::ifs(expression) == 0) {
            return vec!["value".into()];
        }
        taken.iter().map(|(n, holds)| if *holds { format!("if:{n}:then") } else { format!("if:{n}:else") }).collect()
    }

    fn explain(&self, fact: &Computed, leaf: &Terms<'_>) -> Vec<Text> {
        match fact {
            Computed::Broken => Vec::new(),
            Computed::Blank(blank) => {
                let names = labels(leaf, blank);
                vec![text!("Chưa điền {names}: chưa tính được điểm.", "{names} left blank: nothing is computed.")]
            }
            Computed::Value { figures, value: Err(by), .. } => vec![self.divided(figures, *by, leaf)],
            Computed::Value { figures, value: Ok(value), taken } => {
                let line = self.computed(figures, taken, value, leaf);
                std::iter::once(line).chain(cut(value, leaf)).collect()
            }
        }
    }

    fn findings(&self, fact: &Computed, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        match fact {
            Computed::Broken | Computed::Blank(_) => Vec::new(),
            Computed::Value { figures, value: Err(by), .. } => {
                let code = match (by, self.when_nothing) {
                    (ByZero::Something, _) => &DIVIDED_BY_0,
                    (ByZero::Nothing, Some(_)) => &NOTHING,
                    (ByZero::Nothing, None) => &NOTHING_UNSAID,
                };
                vec![(None, Finding::new(code, self.divided(figures, *by, leaf)))]
            }
            Computed::Value { value: Ok(value), .. } => {
                cut(value, leaf).map(|message| (None, Finding::new(&FORMULA_CUT, message))).into_iter().collect()
            }
        }
    }
}

impl Formula {
    /// Spells the formula with a unit's figures, without the limit that its maximum is.
    fn spelt(&self, figures: &Figures, leaf: &Terms<'_>) -> Text {
        let word = |id: &InputId| figures.get(id).map(Figure::words).unwrap_or_default();
        let spelt = |expression: &Expression| words(uncapped(expression, leaf.max).as_ref().unwrap_or(expression), &word);
        self.parsed.as_ref().map(spelt).unwrap_or_default()
    }

    /// Says how a unit's figures came to points: only the branch that was taken.
    fn computed(&self, figures: &Figures, taken: &[(usize, bool)], value: &Points, leaf: &Terms<'_>) -> Text {
        let shown = printed(value, leaf.rounding);
        let Ok(expression) = &self.parsed else { return Text::default() };
        let figure = |id: &InputId| figures.get(id).map(Figure::words).unwrap_or_default();
        let (mut of, mut when) = (expression, None);
        while let Node::If(n, parts) = &of.node {
            let [condition, yes, no] = parts.as_ref();
            let holds = taken.iter().any(|(number, holds)| number == n && *holds);
            when = holds.then_some(condition);
            of = if holds { yes } else { no };
        }
        if matches!(of.node, Node::Number(_)) {
            let Some(when) = when else {
                return say!("Trường hợp khác: {shown} điểm.", "Otherwise: {shown} points.", shown = shown);
            };
            let when = condition(when, &|id| Text::same(leaf.label(id)));
            return say!("Trường hợp {when}: {shown} điểm.", "Where {when}: {shown} points.", when = when, shown = shown);
        }
        // Of an `if` within, what it came to is said; a limit that was not reached is not.
        let (inputs, of) = (values(figures), &tree::decided(of, taken));
        let free = uncapped(of, leaf.max).filter(|free| Run::new(&inputs).number(free).is_ok_and(|free| free == *value));
        let spelt = words(free.as_ref().unwrap_or(of), &figure);
        say!("{spelt} = {shown} điểm.", "{spelt} = {shown} points.", spelt = spelt, shown = shown)
    }

    /// Says what comes of figures that divide by 0.
    fn divided(&self, figures: &Figures, by: ByZero, leaf: &Terms<'_>) -> Text {
        let what = match (by, self.when_nothing) {
            (ByZero::Something, _) => Text::new("chia cho 0, được 0 điểm", "division by 0, so 0 points"),
            (ByZero::Nothing, Some(WhenNothing::Full)) => Text::new(
                "0 chia cho 0 (không phát sinh), được điểm tối đa theo quy định",
                "0 divided by 0 (nothing arose): the maximum, as the rule says",
            ),
            (ByZero::Nothing, Some(WhenNothing::Zero)) => Text::new(
                "0 chia cho 0 (không phát sinh), được 0 điểm theo quy định",
                "0 divided by 0 (nothing arose): 0 points, as the rule says",
            ),
            (ByZero::Nothing, Some(WhenNothing::NotApplicable)) => Text::new(
                "0 chia cho 0 (không phát sinh), tiêu chí không áp dụng theo quy định",
                "0 divided by 0 (nothing arose): the criterion doesn't apply, as the rule says",
            ),
            (ByZero::Nothing, None) => Text::new(
                "0 chia cho 0 mà bộ tiêu chí chưa quy định, nên chưa tính được điểm",
                "0 divided by 0, of which the set says nothing: nothing is computed",
            ),
        };
        say!("{spelt}: {what}.", "{spelt}: {what}.", spelt = self.spelt(figures, leaf), what = what)
    }

    /// Lists the inputs that the formula names.
    fn inputs(&self) -> Vec<InputId> {
        self.parsed.as_ref().map(tree::inputs).unwrap_or_default()
    }
}

/// Gives the values of figures that a formula can compute with.
fn values(figures: &Figures) -> BTreeMap<InputId, Value> {
    let value = |figure: &Figure| match figure {
        Figure::Number(number) => Some(Value::Number(number.clone())),
        Figure::YesNo(yes) => Some(Value::Truth(*yes)),
        _ => None,
    };
    figures.iter().filter_map(|(id, figure)| Some((id.clone(), value(figure)?))).collect()
}

/// Tells whether an expression may be 0.
fn may_be_zero(expression: &Expression, leaf: &Terms<'_>) -> bool {
    let range = range::of(expression, &|id| leaf.kind(id));
    let above = range.least.is_some_and(|least| least.is_positive());
    let below = range.most.is_some_and(|most| most.is_negative());
    !above && !below
}

/// Says that a value outside 0 to the maximum is cut; `None` where it is inside.
fn cut(value: &Points, leaf: &Terms<'_>) -> Option<Text> {
    let cut = value.clamp_to(&Points::zero(), leaf.max);
    (cut != *value).then(|| {
        say!(
            "Công thức cho “{shown}” điểm, tính “{cut}” điểm.",
            "The formula gives “{shown}” points, which count as “{cut}”.",
            shown = rate(value, leaf.rounding, |value| *value == cut).words,
            cut = exact(&cut)
        )
    })
}
