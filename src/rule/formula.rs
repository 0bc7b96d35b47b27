//! `formula`: arithmetic over named inputs, for what no other kind can say.
//!
//! ```yaml
//! rule: { formula: { is: "if(tong = 0, 2, min(dung_han / tong / 0.95, 1) * 2)" } }
//! ```
//!
//! `+ - * /`, parentheses, `min`, `max`, `if(condition, then, else)`, `< <= > >= = <>`, `and`, `or`, `not`; numbers with a
//! point; inputs by their ids, of which those of kind `yes_no` are conditions. Percent inputs are points of percent, and
//! there is no % sign. The same text becomes the Excel formula.

mod parse;
mod range;
mod tree;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use self::parse::{Wrong, parse};
use self::tree::{Expression, Extreme, Failure, Node, Operator, Run, Sign, Type, Value};
use super::excel::{all, any, says, usable};
use super::outcome::Scored;
use super::say::{exact, labels, printed, say};
use super::within::too_long;
use super::{Ask, Branch, Case, Cells, Faces, Fault, Gives, NO, Scorer, Scores, Spare, Terms, YES};
use crate::figure::{Figure, Figures, InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::{DIVIDED_BY_0, FORMULA_CUT};
use crate::finding::rule::{FORMULA, FORMULA_MAY_PASS, UNREACHABLE_MAX};
use crate::points::Points;
use crate::text;
use crate::text::Text;

/// YAML of [`Formula`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFormula {
    /// Công thức tính điểm từ các ô số liệu. / Arithmetic over the inputs, giving points.
    pub is: String,
}

/// Arithmetic over named inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// Text, as written.
    text: String,
    /// What it says, or what is wrong with it.
    parsed: Result<Expression, Wrong>,
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
        /// Value, before it is cut; `None` after a division by 0.
        value: Option<Points>,
    },
}

impl From<RawFormula> for Formula {
    fn from(raw: RawFormula) -> Self {
        Self { parsed: parse(&raw.is), text: raw.is }
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

    fn branches(&self) -> Vec<Branch> {
        let ifs = self.parsed.as_ref().map_or(0, tree::ifs);
        if ifs == 0 {
            return vec![Branch { id: "value".into(), label: Text::new("Theo công thức", "By the formula") }];
        }
        let branch = |n: usize, holds: bool| {
            let (id, label) = if holds {
                (format!("if:{n}:then"), text!("Điều kiện {n} đúng", "Condition {n} holds"))
            } else {
                (format!("if:{n}:else"), text!("Điều kiện {n} sai", "Condition {n} fails"))
            };
            Branch { id, label }
        };
        (1..=ifs).flat_map(|n| [branch(n, true), branch(n, false)]).collect()
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
                let message = text!("công thức cho một điều kiện, không cho điểm", "the formula gives a condition, not points");
                return wrong(&Wrong { column: 1, message });
            }
            Ok(Type::Number) => {}
        }
        let range = range::of(expression, &|id| leaf.kind(id));
        if let Some(most) = range.most.as_ref().filter(|most| *most < leaf.max) {
            let message = say!(
                "Công thức cho nhiều nhất “{n}” điểm, thấp hơn điểm tối đa “{max}”.",
                "The formula gives “{n}” points at most, less than the maximum “{max}”.",
                n = exact(most),
                max = exact(leaf.max)
            );
            return fault(&UNREACHABLE_MAX, message);
        }
        let inside = range.least.is_some_and(|least| !least.is_negative()) && range.most.is_some_and(|most| most <= *leaf.max);
        let mut faults: Vec<Fault> = too_long(self, leaf, "is").into_iter().collect();
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
                any(&[says(&cell, YES), says(&cell, NO)])
            }
            _ => usable(leaf, cells, id),
        };
        let spelt = |id: &InputId| {
            let cell = cells.input(id);
            match leaf.kind(id) {
                Some(InputKind::YesNo) => says(&cell, YES),
                Some(InputKind::Percent) => format!("MIN({cell},100)"),
                _ => cell,
            }
        };
        let needed: Vec<String> = self.inputs().iter().map(filled).collect();
        let value = tree::for_excel(expression, &spelt);
        // Cells are known to be good here, so that the only error left is a division by 0.
        Some(format!("IF({},IFERROR(MAX(0,MIN({},{value})),0),\"\")", all(&needed), cells.max()))
    }

    fn penalty(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn lowered(&self, _: &Terms<'_>, _: &dyn Cells) -> Option<String> {
        None
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let Ok(expression) = &self.parsed else { return vec![Text::same(&self.text)] };
        let spelt = words(expression, &|id| Text::same(leaf.label(id)));
        let max = exact(leaf.max);
        vec![say!("Điểm = {spelt}", "Points = {spelt}", spelt = spelt), say!("Từ 0 đến {max} điểm", "From 0 to {max} points", max = max)]
    }
}

impl Scores for Formula {
    type Fact = Computed;

    fn score(&self, case: &Case<'_>) -> Scored<Computed> {
        let Ok(expression) = &self.parsed else { return Scored::new(Gives::Nothing, Computed::Broken) };
        let figures: Figures = self.inputs().into_iter().map(|id| (id.clone(), case.figure(&id).clone())).collect();
        let value = |figure: &Figure| match figure {
            Figure::Number(number) => Some(Value::Number(number.clone())),
            Figure::YesNo(yes) => Some(Value::Truth(*yes)),
            _ => None,
        };
        let inputs: BTreeMap<InputId, Value> = figures.iter().filter_map(|(id, figure)| Some((id.clone(), value(figure)?))).collect();
        let blank: Vec<InputId> = self.inputs().into_iter().filter(|id| !inputs.contains_key(id)).collect();
        if !blank.is_empty() {
            return Scored::missing(blank.clone(), Computed::Blank(blank));
        }
        let mut run = Run { inputs: &inputs, taken: Vec::new() };
        let result = run.number(expression);
        let taken = run.taken;
        match result {
            Err(Failure::Mixed) => Scored::new(Gives::Nothing, Computed::Broken),
            Err(Failure::Division) => Scored::new(Gives::Points(Points::zero()), Computed::Value { figures, taken, value: None }),
            Ok(value) => {
                let cut = value.clamp_to(&Points::zero(), case.terms().max);
                Scored::new(Gives::Points(cut), Computed::Value { figures, taken, value: Some(value) })
            }
        }
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Computed) -> Vec<String> {
        let Computed::Value { taken, .. } = fact else { return Vec::new() };
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
            Computed::Value { figures, value: None, .. } => vec![self.divided(figures)],
            Computed::Value { figures, value: Some(value), .. } => {
                let shown = printed(value, leaf.rounding);
                let line = say!("{spelt} = {shown} điểm.", "{spelt} = {shown} points.", spelt = self.spelt(figures), shown = shown);
                std::iter::once(line).chain(cut(value, leaf)).collect()
            }
        }
    }

    fn findings(&self, fact: &Computed, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        match fact {
            Computed::Broken | Computed::Blank(_) => Vec::new(),
            Computed::Value { figures, value: None, .. } => vec![(None, Finding::new(&DIVIDED_BY_0, self.divided(figures)))],
            Computed::Value { value: Some(value), .. } => {
                cut(value, leaf).map(|message| (None, Finding::new(&FORMULA_CUT, message))).into_iter().collect()
            }
        }
    }
}

impl Formula {
    /// Spells the formula with a unit's figures.
    fn spelt(&self, figures: &Figures) -> Text {
        let word = |id: &InputId| figures.get(id).map(Figure::words).unwrap_or_default();
        self.parsed.as_ref().map(|expression| words(expression, &word)).unwrap_or_default()
    }

    /// Says that these figures divide by 0.
    fn divided(&self, figures: &Figures) -> Text {
        say!("{spelt}: chia cho 0, được 0 điểm.", "{spelt}: division by 0, so 0 points.", spelt = self.spelt(figures))
    }

    /// Lists the inputs that the formula names.
    fn inputs(&self) -> Vec<InputId> {
        self.parsed.as_ref().map(tree::inputs).unwrap_or_default()
    }
}

/// Says that a value outside 0 to the maximum is cut; `None` where it is inside.
fn cut(value: &Points, leaf: &Terms<'_>) -> Option<Text> {
    let cut = value.clamp_to(&Points::zero(), leaf.max);
    (cut != *value).then(|| {
        say!(
            "Công thức cho “{shown}” điểm, tính “{cut}” điểm.",
            "The formula gives “{shown}” points, which count as “{cut}”.",
            shown = printed(value, leaf.rounding),
            cut = exact(&cut)
        )
    })
}

/// Finds the type of an expression, or the first part that has the wrong one.
fn typed(expression: &Expression, leaf: &Terms<'_>) -> Result<Type, Wrong> {
    let must = |part: &Expression, wanted: Type| match typed(part, leaf)? {
        found if found == wanted => Ok(()),
        Type::Number => {
            let message = text!("cần một điều kiện, nhưng đây là số", "a condition belongs here, but this is a number");
            Err(Wrong { column: part.column, message })
        }
        Type::Truth => {
            let message = text!("cần một số, nhưng đây là điều kiện", "a number belongs here, but this is a condition");
            Err(Wrong { column: part.column, message })
        }
    };
    match &expression.node {
        Node::Number(_) => Ok(Type::Number),
        // Names that the leaf does not have are told where all rules are held against their inputs.
        Node::Input(id) => Ok(if leaf.kind(id) == Some(InputKind::YesNo) { Type::Truth } else { Type::Number }),
        Node::Unary(Sign::Minus, of) => must(of, Type::Number).map(|()| Type::Number),
        Node::Unary(Sign::Not, of) => must(of, Type::Truth).map(|()| Type::Truth),
        Node::Binary(operator, left, right) => {
            let (sides, value) = operator.types();
            must(left, sides)?;
            must(right, sides)?;
            if *operator == Operator::Over && right.node == Node::Number(Points::zero()) {
                return Err(Wrong { column: right.column, message: text!("chia cho 0", "division by 0") });
            }
            Ok(value)
        }
        Node::Extreme(_, of) => of.iter().try_for_each(|one| must(one, Type::Number)).map(|()| Type::Number),
        Node::If(_, parts) => {
            let [condition, yes, no] = parts.as_ref();
            must(condition, Type::Truth)?;
            let found = typed(yes, leaf)?;
            must(no, found)?;
            Ok(found)
        }
    }
}

/// Spells an expression for people; `input` gives the words of an input.
fn words(expression: &Expression, input: &dyn Fn(&InputId) -> Text) -> Text {
    let spelt = |one: &Expression| {
        let inner = words(one, input);
        if matches!(one.node, Node::Binary(..)) { say!("({inner})", "({inner})", inner = inner) } else { inner }
    };
    let list = |of: &[Expression]| Text::join(&of.iter().map(|one| words(one, input)).collect::<Vec<_>>(), "; ");
    match &expression.node {
        Node::Number(number) => exact(number),
        Node::Input(id) => input(id),
        Node::Unary(Sign::Minus, of) => say!("−{of}", "−{of}", of = spelt(of)),
        Node::Unary(Sign::Not, of) => say!("không {of}", "not {of}", of = spelt(of)),
        Node::Binary(operator, left, right) => {
            let sign = match operator {
                Operator::Minus => Text::same("−"),
                Operator::Times => Text::same("×"),
                Operator::AtMost => Text::same("≤"),
                Operator::AtLeast => Text::same("≥"),
                Operator::Unequal => Text::same("≠"),
                Operator::And => Text::new("và", "and"),
                Operator::Or => Text::new("hoặc", "or"),
                other => Text::same(other.spelling()),
            };
            say!("{left} {sign} {right}", "{left} {sign} {right}", left = spelt(left), sign = sign, right = spelt(right))
        }
        Node::Extreme(Extreme::Min, of) => say!("số nhỏ nhất của ({list})", "least of ({list})", list = list(of)),
        Node::Extreme(Extreme::Max, of) => say!("số lớn nhất của ({list})", "greatest of ({list})", list = list(of)),
        Node::If(_, parts) => {
            let [condition, yes, no] = parts.as_ref();
            say!(
                "[nếu {condition} thì {yes}, không thì {no}]",
                "[if {condition} then {yes}, else {no}]",
                condition = words(condition, input),
                yes = words(yes, input),
                no = words(no, input)
            )
        }
    }
}
