//! Types of a formula: which parts are numbers and which are conditions, and where they don't fit.

use super::parse::Wrong;
use super::tree::{Expression, Node, Operator, Sign, Type};
use crate::figure::InputKind;
use crate::points::Points;
use crate::rule::Terms;
use crate::text;

/// Finds the type of an expression, or the first part that has the wrong one.
pub fn typed(expression: &Expression, leaf: &Terms<'_>) -> Result<Type, Wrong> {
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
        // Names that the leaf does not have are told where the inputs of all rules are checked.
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
