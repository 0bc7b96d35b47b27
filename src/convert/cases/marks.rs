//! Figures on both sides of each mark that a formula compares with: `if(ty_le >= 80, …)` at 80 and at 79.99.

use crate::convert::draft::Input;
use crate::figure::InputKind;
use crate::points::Points;

use super::number;

/// A figure, a rate or a difference that a formula compares with a number.
struct Mark<'a> {
    /// The input, or the part of a rate.
    of: &'a str,
    /// The whole of a rate.
    to: Option<&'a str>,
    /// The input that is taken from it: places of last year less those of this.
    less: Option<&'a str>,
    /// The number.
    at: Points,
    /// Whether what lies above the number is told from it, rather than what lies below.
    above: bool,
}

/// Lists figures at the marks of a formula, each input that no mark speaks of being 0, and once 1.
pub fn at_marks(formula: &str, inputs: &[Input]) -> Vec<Vec<(String, String)>> {
    let marks = marks(formula, inputs);
    let compared = |id: &str| marks.iter().any(|mark| mark.of == id || mark.to == Some(id) || mark.less == Some(id));
    let mut found = Vec::new();
    for mark in &marks {
        let Some(input) = inputs.iter().find(|input| input.id == mark.of) else { continue };
        let whole = mark.to.is_some() || input.kind == InputKind::Count;
        let step = if whole { Points::one() } else { number("0.01") };
        let beside = if mark.above { &mark.at + &step } else { &mark.at - &step };
        for at in [&mark.at, &beside].into_iter().filter(|at| !at.is_negative()) {
            found.push(figures(formula, inputs, mark, at, None));
        }
    }
    if let Some(mark) = marks.first() {
        let others = inputs.iter().filter(|input| !compared(&input.id));
        found.extend(others.map(|input| figures(formula, inputs, mark, &mark.at, Some(&input.id))));
    }
    found
}

/// Gives each input its figure: the mark its own, a whole that another rate is of 10, one of the others 1.
fn figures(formula: &str, inputs: &[Input], mark: &Mark<'_>, at: &Points, one: Option<&str>) -> Vec<(String, String)> {
    // Counts are whole: 62.5 % is 625 of 1000.
    // A rate beside the rate that was asked stays below 100 %: 110 % is 55 of 50.
    let rates = inputs.iter().any(|input| input.id == mark.of && input.kind == InputKind::Percent);
    let mut scale = if rates && mark.to.is_some() { number("0.5") } else { Points::one() };
    while !rates && mark.to.is_some() && !(at * &scale).is_whole() && scale < number("10000") {
        scale = &scale * &number("10");
    }
    let of = |input: &Input| {
        if input.id == mark.of {
            // Places begin with the first.
            if mark.less.is_some() { at + &Points::one() } else { at * &scale }
        } else if mark.less == Some(&input.id) {
            Points::one()
        } else if mark.to == Some(&input.id) {
            &Points::hundred() * &scale
        } else if one == Some(&input.id) {
            Points::one()
        } else if formula.contains(&format!("/ {}", input.id)) {
            number("10")
        } else {
            Points::zero()
        }
    };
    inputs.iter().map(|input| (input.id.clone(), of(input).plain())).collect()
}

/// Lists what a formula compares with numbers.
fn marks<'a>(formula: &'a str, inputs: &[Input]) -> Vec<Mark<'a>> {
    let known = |id: &str| inputs.iter().any(|input| input.id == id);
    let mut found = Vec::new();
    for (at, sign) in formula.match_indices(['<', '>']) {
        let (before, behind) = (formula.get(..at).unwrap_or_default(), formula.get(at + 1..).unwrap_or_default());
        let (closed, behind) = behind.strip_prefix('=').map_or((false, behind), |behind| (true, behind));
        let digits = behind.trim_start().split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or_default();
        let left = before.rsplit(['(', ',']).next().unwrap_or_default();
        let left = left.rsplit(" and ").next().and_then(|left| left.rsplit(" or ").next()).unwrap_or_default().trim();
        let (of, to) = left.strip_suffix(" * 100").and_then(|rate| rate.split_once(" / ")).map_or((left, None), |(of, to)| (of, Some(to)));
        let (of, less) = of.split_once(" - ").filter(|_| to.is_none()).map_or((of, None), |(of, less)| (of, Some(less)));
        let Some(number) = Points::parse(digits).filter(|_| known(of) && to.is_none_or(known) && less.is_none_or(known)) else { continue };
        found.push(Mark { of, to, less, at: number, above: (sign == ">") != closed });
    }
    found
}
