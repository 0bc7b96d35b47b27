//! Steps on a rate or a change, written as arithmetic.

use crate::convert::draft::{Measure, Step};
use crate::convert::line::Side;
use crate::points::Points;
use crate::yaml::Amount;

use super::ranges::{Range, gaps};

/// Writes the rate of a measure, in points of percent.
pub fn rate_of(measure: &Measure) -> String {
    measure.to.as_ref().map_or_else(|| measure.of.clone(), |(to, _)| format!("{} / {to} * 100", measure.of))
}

/// Writes steps on a rate; `None` where one takes points beside them.
pub fn of_steps(measure: &Measure, steps: &[Step], otherwise: Option<&Amount>, max: &Points) -> Option<String> {
    let rate = rate_of(measure);
    // Where no rate is left over, the last step needs no condition.
    let ranges: Vec<Range> = steps.iter().map(|step| Range::of(&step.bounds)).collect();
    let last = steps.last().filter(|_| otherwise.is_none() && gaps(&ranges, &Points::zero(), &Points::hundred()).is_empty());
    let rest = last.map(|step| &step.points).or(otherwise);
    let mut text = rest.map_or_else(Points::zero, |amount| amount.of(max)).plain();
    for step in steps.iter().rev() {
        if step.penalty.is_some() {
            return None;
        }
        // What is said of the lowest step once more.
        let points = step.points.of(max).plain();
        if points == text {
            continue;
        }
        let bound = |(side, at): &(Side, Points)| {
            let sign = match side {
                Side::Above => ">",
                Side::From => ">=",
                Side::Below => "<",
                Side::UpTo => "<=",
                // More than all is all.
                Side::Exactly if *at == Points::hundred() => ">=",
                Side::Exactly => "=",
            };
            format!("{rate} {sign} {}", at.plain())
        };
        let bounds: Vec<String> = step.bounds.iter().map(bound).collect();
        text = format!("if({}, {points}, {text})", bounds.join(" and "));
    }
    Some(text)
}

/// Bounds of a change, and the points that it gives.
pub type Gain = (Vec<(Side, Points)>, Points);

/// Writes what each change gives, one condition after the other; a bound that the one before has said already is left out.
pub fn of_changes(change: &str, list: &[Gain], rest: Option<&Points>) -> String {
    let mut text = rest.map_or_else(Points::zero, Clone::clone).plain();
    for (at, (bounds, points)) in list.iter().enumerate().rev() {
        let points = points.plain();
        if points == text {
            continue;
        }
        let before = list.get(..at).unwrap_or_default();
        let said = |(side, mark): &(Side, Points)| {
            let other = match side {
                Side::Above => Side::UpTo,
                Side::From => Side::Below,
                Side::Below => Side::From,
                Side::UpTo => Side::Above,
                Side::Exactly => return false,
            };
            before.iter().any(|(bounds, _)| matches!(bounds.as_slice(), [(side, at)] if *side == other && at == mark))
                || before.len() > 1 && before.iter().any(|(bounds, _)| bounds.contains(&(other, mark.clone()))) && goes_on(before)
        };
        let sign = |side: Side| match side {
            Side::Above => ">",
            Side::From => ">=",
            Side::Below => "<",
            Side::UpTo => "<=",
            Side::Exactly => "=",
        };
        let all: Vec<String> =
            bounds.iter().filter(|bound| !said(bound)).map(|(side, at)| format!("{change} {} {}", sign(*side), at.plain())).collect();
        text = if all.is_empty() { points } else { format!("if({}, {points}, {text})", all.join(" and ")) };
    }
    text
}

/// Tells whether bounds come one behind the other without a gap, so that the last of them says what all before it leave.
fn goes_on(list: &[Gain]) -> bool {
    let open = list.first().is_some_and(|(bounds, _)| bounds.len() == 1);
    let joined = |pair: &[Gain]| {
        let [(one, _), (other, _)] = pair else { return false };
        one.iter().any(|(side, at)| {
            other.iter().any(|(next, mark)| {
                at == mark
                    && matches!(
                        (side, next),
                        (Side::From, Side::Below) | (Side::Above, Side::UpTo) | (Side::Below, Side::From) | (Side::UpTo, Side::Above)
                    )
            })
        })
    };
    open && list.windows(2).all(joined)
}
