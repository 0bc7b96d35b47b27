//! A formula in words, for people.

use super::tree::{Expression, Extreme, Node, Operator, Sign};
use crate::figure::InputId;
use crate::rule::say::{exact, say};
use crate::text::Text;

/// Spells an expression for people; `input` gives the words of an input.
pub fn words(expression: &Expression, input: &dyn Fn(&InputId) -> Text) -> Text {
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
