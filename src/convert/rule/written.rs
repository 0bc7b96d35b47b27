//! Steps on a rate, written as arithmetic.

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
