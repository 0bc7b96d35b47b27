//! A formula in words, for people: as decisions write them, `Điểm = (a + 0,5 × b) : c × 4, nhưng không quá 4 điểm`.

use super::range::Range;
use super::tree::{Expression, Extreme, Node, Operator, Sign};
use crate::figure::InputId;
use crate::points::Points;
use crate::rule::say::{exact, points, say};
use crate::text::Text;

/// Gives the words of an input.
pub type Spell<'a> = &'a dyn Fn(&InputId) -> Text;

/// Spells an expression for people; `input` gives the words of an input.
pub fn words(expression: &Expression, input: Spell<'_>) -> Text {
    let list = |of: &[Expression]| Text::join(&of.iter().map(|one| words(one, input)).collect::<Vec<_>>(), "; ");
    match &expression.node {
        Node::Number(number) => exact(number),
        Node::Input(id) => input(id),
        Node::Unary(Sign::Minus, of) => say!("−{of}", "−{of}", of = within(of, 6, input)),
        Node::Unary(Sign::Not, of) => say!("không {of}", "not {of}", of = within(of, 6, input)),
        Node::Binary(operator, left, right) => {
            let sign = match operator {
                Operator::Minus => Text::same("−"),
                Operator::Times => Text::same("×"),
                Operator::Over => Text::new(":", "/"),
                Operator::AtMost => Text::same("≤"),
                Operator::AtLeast => Text::same("≥"),
                Operator::Unequal => Text::same("≠"),
                Operator::And => Text::new("và", "and"),
                Operator::Or => Text::new("hoặc", "or"),
                other => Text::same(other.spelling()),
            };
            let own = binds(expression);
            // What stands on the right of a sign like its own keeps its parentheses, but in sums and products.
            let same = match (&right.node, operator) {
                (Node::Binary(below, ..), Operator::Plus | Operator::And | Operator::Or) => below == operator,
                (Node::Binary(below, ..), Operator::Times) => matches!(below, Operator::Times | Operator::Over),
                _ => false,
            };
            let right = within(right, if same { own } else { own + 1 }, input);
            say!("{left} {sign} {right}", "{left} {sign} {right}", left = within(left, own, input), sign = sign, right = right)
        }
        Node::Extreme(Extreme::Min, of) => say!("số nhỏ nhất của ({list})", "least of ({list})", list = list(of)),
        Node::Extreme(Extreme::Max, of) => say!("số lớn nhất của ({list})", "greatest of ({list})", list = list(of)),
        Node::If(_, parts) => {
            let [condition, yes, no] = parts.as_ref();
            say!(
                "(nếu {condition} thì {yes}, nếu không thì {no})",
                "(if {condition} then {yes}, else {no})",
                condition = self::condition(condition, input),
                yes = words(yes, input),
                no = words(no, input)
            )
        }
    }
}

/// Spells a part of an expression, in parentheses where it binds less than what stands around it.
fn within(part: &Expression, around: u8, input: Spell<'_>) -> Text {
    let inner = words(part, input);
    if binds(part) < around { say!("({inner})", "({inner})", inner = inner) } else { inner }
}

/// Tells how strongly an expression binds its parts.
const fn binds(expression: &Expression) -> u8 {
    match &expression.node {
        Node::Binary(Operator::Or, ..) => 1,
        Node::Binary(Operator::And, ..) => 2,
        Node::Binary(Operator::Plus | Operator::Minus, ..) => 4,
        Node::Binary(Operator::Times | Operator::Over, ..) => 5,
        Node::Binary(..) => 3,
        Node::Unary(..) => 6,
        Node::Number(_) | Node::Input(_) | Node::Extreme(..) | Node::If(..) => 7,
    }
}

/// Spells a condition in words: `“Số nhiệm vụ” bằng 0`.
pub fn condition(expression: &Expression, input: Spell<'_>) -> Text {
    let Node::Binary(operator, left, right) = &expression.node else { return words(expression, input) };
    let (left, right) = match operator {
        Operator::And | Operator::Or => (condition(left, input), condition(right, input)),
        _ => (words(left, input), words(right, input)),
    };
    match operator {
        Operator::Equal => say!("{left} bằng {right}", "{left} is {right}", left = left, right = right),
        Operator::Unequal => say!("{left} khác {right}", "{left} is not {right}", left = left, right = right),
        Operator::Less => say!("{left} nhỏ hơn {right}", "{left} is less than {right}", left = left, right = right),
        Operator::More => say!("{left} lớn hơn {right}", "{left} is more than {right}", left = left, right = right),
        Operator::AtMost => say!("{left} không quá {right}", "{left} is at most {right}", left = left, right = right),
        Operator::AtLeast => say!("{left} từ {right} trở lên", "{left} is at least {right}", left = left, right = right),
        Operator::And => say!("{left} và {right}", "{left} and {right}", left = left, right = right),
        Operator::Or => say!("{left} hoặc {right}", "{left} or {right}", left = left, right = right),
        Operator::Plus | Operator::Minus | Operator::Times | Operator::Over => words(expression, input),
    }
}

/// Says a formula as a rule, a line for each of its cases; `range` gives what an expression can come to, `max` is the most
/// that it may give.
pub fn lines(expression: &Expression, max: &Points, range: &dyn Fn(&Expression) -> Range, input: Spell<'_>) -> Vec<Text> {
    let Node::If(_, parts) = &expression.node else {
        let value = limited(expression, max, range, input);
        return vec![say!("Điểm = {value}", "Points = {value}", value = value)];
    };
    let [when, yes, no] = parts.as_ref();
    let case = |of: &Expression| {
        if let Node::Number(number) = &of.node {
            return points(&number.clamp_to(&Points::zero(), max));
        }
        let value = limited(of, max, range, input);
        say!("điểm = {value}", "points = {value}", value = value)
    };
    let holds = say!("Trường hợp {when}: {case}", "Where {when}: {case}", when = condition(when, input), case = case(yes));
    match (&yes.node, &no.node) {
        // The one case beside the formula stands below it, as decisions have it.
        (Node::Number(_), of) if !matches!(of, Node::If(..) | Node::Number(_)) => {
            lines(no, max, range, input).into_iter().chain([holds]).collect()
        }
        (_, Node::If(..)) => std::iter::once(holds).chain(lines(no, max, range, input)).collect(),
        _ => vec![holds, say!("Trường hợp khác: {case}", "Otherwise: {case}", case = case(no))],
    }
}

/// Spells a value with the limits that it may reach.
fn limited(expression: &Expression, max: &Points, range: &dyn Fn(&Expression) -> Range, input: Spell<'_>) -> Text {
    let of = range(expression);
    let free = uncapped(expression, max);
    let most = free.is_some() || of.most.is_none_or(|most| most > *max);
    let least = of.least.is_none_or(|least| least.is_negative());
    let value = match &free {
        Some(free) => words(free, input),
        None => words(expression, input),
    };
    let max = exact(max);
    match (least, most) {
        (false, false) => value,
        (false, true) => {
            say!("{value}, nhưng không quá {max} điểm", "{value}, but no more than {max} points", value = value, max = max)
        }
        (true, false) => say!("{value}, nhưng không dưới 0 điểm", "{value}, but no less than 0 points", value = value),
        (true, true) => say!(
            "{value}, nhưng không dưới 0 điểm và không quá {max} điểm",
            "{value}, but no less than 0 and no more than {max} points",
            value = value,
            max = max
        ),
    }
}

/// Takes away a limit that is the most a formula may give anyway: `min(a / b, 1) * 4` of 4 points is `a / b * 4`.
pub fn uncapped(expression: &Expression, max: &Points) -> Option<Expression> {
    let capped = |of: &Expression, times: &Points| {
        let Node::Extreme(Extreme::Min, of) = &of.node else { return None };
        let [one, other] = of.as_slice() else { return None };
        let limit = |of: &Expression| matches!(&of.node, Node::Number(number) if &(number * times) == max);
        match (limit(one), limit(other)) {
            (false, true) => Some(one.clone()),
            (true, false) => Some(other.clone()),
            _ => None,
        }
    };
    match &expression.node {
        Node::Binary(Operator::Times, left, right) => {
            let (free, times, first) = match (&left.node, &right.node) {
                (_, Node::Number(times)) => (capped(left, times)?, right, true),
                (Node::Number(times), _) => (capped(right, times)?, left, false),
                _ => return None,
            };
            let (free, times) = (Box::new(free), times.clone());
            let node = if first { Node::Binary(Operator::Times, free, times) } else { Node::Binary(Operator::Times, times, free) };
            Some(Expression { node, column: expression.column })
        }
        _ => capped(expression, &Points::one()),
    }
}
