//! What a formula can come to: the least and the greatest of its values, or wider.

use super::tree::{Expression, Extreme, Node, Operator, Sign};
use crate::figure::{InputId, InputKind};
use crate::points::Points;

/// Values from one end to the other; `None` for no limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// Least.
    pub least: Option<Points>,
    /// Greatest.
    pub most: Option<Points>,
}

impl Range {
    /// Makes the range of one value.
    fn only(value: &Points) -> Self {
        Self { least: Some(value.clone()), most: Some(value.clone()) }
    }

    /// Makes the range without limits.
    const fn any() -> Self {
        Self { least: None, most: None }
    }

    /// Tells whether nothing in it is below 0.
    fn positive(&self) -> bool {
        self.least.as_ref().is_some_and(|least| !least.is_negative())
    }

    /// Gives the range of both.
    fn or(self, other: Self) -> Self {
        Self {
            least: self.least.zip(other.least).map(|(one, another)| one.min(another)),
            most: self.most.zip(other.most).map(|(one, another)| one.max(another)),
        }
    }
}

/// Finds the range of an expression's values; `kind` gives the kind of an input.
pub fn of(expression: &Expression, kind: &dyn Fn(&InputId) -> Option<InputKind>) -> Range {
    let zero = Points::zero;
    match &expression.node {
        Node::Number(number) => Range::only(number),
        Node::Input(id) => match kind(id) {
            Some(InputKind::Percent) => Range { least: Some(zero()), most: Some(Points::hundred()) },
            _ => Range { least: Some(zero()), most: None },
        },
        Node::Unary(Sign::Minus, inner) => {
            let inner = of(inner, kind);
            Range { least: inner.most.map(|most| -&most), most: inner.least.map(|least| -&least) }
        }
        Node::Unary(Sign::Not, _) => Range::any(),
        Node::Binary(operator, left, right) => {
            let (left, right) = (of(left, kind), of(right, kind));
            let both = |one: Option<Points>, other: Option<Points>| one.zip(other);
            match operator {
                Operator::Plus => Range {
                    least: both(left.least, right.least).map(|(a, b)| &a + &b),
                    most: both(left.most, right.most).map(|(a, b)| &a + &b),
                },
                Operator::Minus => Range {
                    least: both(left.least, right.most).map(|(a, b)| &a - &b),
                    most: both(left.most, right.least).map(|(a, b)| &a - &b),
                },
                Operator::Times => product(&left, &right),
                Operator::Over => match (&right.least, &right.most) {
                    (Some(least), Some(most)) if least.is_positive() || most.is_negative() => {
                        let one = Points::one();
                        product(&left, &Range { least: one.over(most), most: one.over(least) })
                    }
                    (Some(least), None) if least.is_positive() => {
                        product(&left, &Range { least: Some(zero()), most: Points::one().over(least) })
                    }
                    _ if left.positive() && right.positive() => Range { least: Some(zero()), most: None },
                    _ => Range::any(),
                },
                _ => Range::any(),
            }
        }
        Node::Extreme(which, list) => {
            let ranges: Vec<Range> = list.iter().map(|one| of(one, kind)).collect();
            let (least, most) = (ranges.iter().map(|range| range.least.clone()), ranges.iter().map(|range| range.most.clone()));
            match which {
                // A limit of one holds all: min is at most the least of the greatest.
                Extreme::Min => {
                    Range { least: least.collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().min()), most: most.flatten().min() }
                }
                Extreme::Max => {
                    Range { least: least.flatten().max(), most: most.collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max()) }
                }
            }
        }
        Node::If(_, parts) => {
            let [_, yes, no] = parts.as_ref();
            of(yes, kind).or(of(no, kind))
        }
    }
}

/// Gives the range of products.
fn product(left: &Range, right: &Range) -> Range {
    if let (Some(a), Some(b), Some(c), Some(d)) = (&left.least, &left.most, &right.least, &right.most) {
        let products = [a * c, a * d, b * c, b * d];
        return Range { least: products.iter().min().cloned(), most: products.iter().max().cloned() };
    }
    if left.positive() && right.positive() {
        let least = left.least.as_ref().zip(right.least.as_ref()).map(|(a, b)| a * b);
        let most = left.most.as_ref().zip(right.most.as_ref()).map(|(a, b)| a * b);
        return Range { least, most };
    }
    Range::any()
}
