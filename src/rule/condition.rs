//! A condition over figures: `dung_han <= giai_quyet`, in the language of formulas.

use std::collections::BTreeMap;

use super::excel::{all, any, says, usable};
use super::formula::{Run, for_excel, inputs};
use super::formula::{Type, Value, parse, typed, words};
use super::{Case, Cells, NO_WORDS, Terms, YES_WORDS};
use crate::figure::{Figure, InputId, InputKind};
use crate::text;
use crate::text::Text;

/// Condition over named figures. `a <= b <= c` says `a <= b and b <= c`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Text, as written.
    pub text: String,
    /// The same text with chains of comparisons taken apart.
    plain: String,
}

/// Kinds of figures that can be compared.
const KINDS: [InputKind; 4] = [InputKind::Count, InputKind::Percent, InputKind::Points, InputKind::YesNo];

impl Condition {
    /// Reads a condition; what is wrong with it is told by [`Condition::fault`].
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), plain: unchained(text) }
    }

    /// Says what is wrong with it; `known` are the figures that it may name.
    pub fn fault(&self, known: &Terms<'_>) -> Option<Text> {
        let expression = match parse(&self.plain) {
            Ok(expression) => expression,
            Err(wrong) => return Some(wrong.message),
        };
        let unknown = inputs(&expression).into_iter().find(|id| known.input(id).is_none());
        if let Some(id) = unknown {
            return Some(text!("không có số liệu “{id}”", "there is no figure “{id}”"));
        }
        let counts = |id: &InputId| known.kind(id).is_some_and(|kind| KINDS.contains(&kind));
        if let Some(id) = inputs(&expression).into_iter().find(|id| !counts(id)) {
            return Some(text!("“{id}” không phải là số, tỷ lệ hay có/không", "“{id}” is no number, rate or yes/no"));
        }
        match typed(&expression, known) {
            Err(wrong) => Some(wrong.message),
            Ok(Type::Number) => Some(text!("đây là một số, không phải điều kiện", "this is a number, not a condition")),
            Ok(Type::Truth) => None,
        }
    }

    /// Lists the figures that it names, in the order of the text.
    pub fn inputs(&self) -> Vec<InputId> {
        parse(&self.plain).map(|expression| inputs(&expression)).unwrap_or_default()
    }

    /// Tells whether it holds; `None` while a figure is missing or can't be.
    pub fn holds(&self, case: &Case<'_>) -> Option<bool> {
        let expression = parse(&self.plain).ok()?;
        let value = |figure: &Figure| match figure {
            Figure::Number(number) => Some(Value::Number(number.clone())),
            Figure::YesNo(yes) => Some(Value::Truth(*yes)),
            _ => None,
        };
        let named = inputs(&expression);
        let values: BTreeMap<InputId, Value> = named.iter().filter_map(|id| Some((id.clone(), value(case.figure(id))?))).collect();
        if values.len() < named.len() {
            return None;
        }
        let mut run = Run::new(&values);
        let holds = run.truth(&expression).ok();
        // What divides by 0 says nothing.
        holds.filter(|_| run.nothing.is_empty() && !run.something)
    }

    /// Gives the Excel condition that is true where it is known to fail; never an error.
    pub fn fails(&self, known: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let expression = parse(&self.plain).ok()?;
        let filled = |id: &InputId| match known.kind(id) {
            Some(InputKind::YesNo) => {
                let cell = cells.input(id);
                any(&[YES_WORDS, NO_WORDS].map(|words| says(&cell, words.get(cells.lang()))))
            }
            _ => usable(known, cells, id),
        };
        let spelt = |id: &InputId| {
            let cell = cells.input(id);
            match known.kind(id) {
                Some(InputKind::YesNo) => says(&cell, YES_WORDS.get(cells.lang())),
                Some(InputKind::Percent) => format!("MIN({cell},100)"),
                _ => cell,
            }
        };
        let needed: Vec<String> = inputs(&expression).iter().map(filled).collect();
        Some(format!("IF({},IFERROR(NOT({}),FALSE),FALSE)", all(&needed), for_excel(&expression, &spelt)))
    }

    /// Says it in words, with the labels of the figures.
    pub fn wording(&self, known: &Terms<'_>) -> Text {
        parse(&self.plain).map_or_else(|_| Text::same(&self.text), |expression| words(&expression, &|id| Text::same(known.label(id))))
    }
}

/// Takes chains of comparisons apart: `a <= b <= c` becomes `a <= b and b <= c`. Anything else stays as it is.
fn unchained(text: &str) -> String {
    let text = text.replace('≤', "<=").replace('≥', ">=").replace('≠', "<>");
    let joined = |part: &str| {
        part.contains(" and ") || part.contains(" or ") || part.contains("if(") || part.contains("not ") || part.contains("not(")
    };
    // “=<” is told as it is written.
    if joined(&text) || text.contains("=<") || text.contains("=>") {
        return text;
    }
    let (mut sides, mut signs): (Vec<String>, Vec<&str>) = (vec![String::new()], Vec::new());
    let mut rest = text.as_str();
    while let Some(letter) = rest.chars().next() {
        if let Some(sign) = ["<=", ">=", "<>", "<", ">", "="].into_iter().find(|sign| rest.starts_with(sign)) {
            signs.push(sign);
            sides.push(String::new());
            rest = rest.get(sign.len()..).unwrap_or_default();
        } else {
            if let Some(side) = sides.last_mut() {
                side.push(letter);
            }
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    let pairs = sides.iter().zip(sides.iter().skip(1)).zip(&signs);
    let apart: Vec<String> = pairs.map(|((left, right), sign)| format!("{} {sign} {}", left.trim(), right.trim())).collect();
    if apart.len() < 2 { text } else { apart.join(" and ") }
}
