//! Points that follow a rate: `tỷ lệ × điểm tối đa`, `b/a × 2`, `(x − 80)/(100 − 80) × điểm tối đa`.

use crate::points::Points;
use crate::text::fold::bare;

use super::piece::leading;

/// What is multiplied by the maximum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proportion {
    /// The rate itself, and the number that it is multiplied by where the line has one.
    Plain(Option<Points>),
    /// The rate over a rate that gives the maximum, in points of percent.
    FullAt(Points),
    /// Share of the way from a floor to a ceiling.
    Between(Points, Points),
    /// The rate over the best rate.
    Best,
}

/// Tells whether folded words say that points follow a rate.
pub fn is_proportion(words: &str) -> bool {
    let times =
        ["×", "*", " x ", "nhan voi", ")x"].iter().any(|sign| words.contains(sign)) || (words.contains(" . ") && words.contains('/'));
    let rate = words.contains("ty le") || words.contains("ti le") || words.contains('/') || words.contains('%');
    let max = words.contains("diem") || words.chars().last().is_some_and(|c| c.is_ascii_digit());
    (times && rate && max) || words.contains("tinh theo ty le") || words.contains("tuong ung voi ty le")
}

/// Reads what is multiplied by the maximum; `None` for other words, and for arithmetic that isn't one of these.
pub fn proportion(text: &str) -> Option<Proportion> {
    let plain = bare(text);
    let body = plain.rsplit([':', '=']).next().unwrap_or(&plain).replace('–', "-");
    if !is_proportion(&body) {
        return None;
    }
    if body.contains('/') && (body.contains("cao nhat") || body.contains("lon nhat")) {
        return Some(Proportion::Best);
    }
    let factor = factor(&body);
    let mut numbers = numbers(&body);
    if factor.is_some() && numbers.last().map(|(number, _)| number) == factor.as_ref() {
        numbers.pop();
    } else if factor.is_some() && !numbers.is_empty() {
        numbers.remove(0);
    }
    let minus = body
        .match_indices('-')
        .filter(|(n, _)| body.get(n + 1..).is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit())));
    let figures: Vec<&Points> = numbers.iter().map(|(number, _)| number).collect();
    match (minus.count(), figures.as_slice()) {
        (2, [low, high, again]) if low == again && low < high => Some(Proportion::Between((*low).clone(), (*high).clone())),
        (0, []) => Some(Proportion::Plain(factor)),
        (0, [hundred]) if **hundred == Points::hundred() => Some(Proportion::Plain(factor)),
        (0, [full]) if numbers.iter().all(|(_, over)| *over) && **full < Points::hundred() => Some(Proportion::FullAt((*full).clone())),
        _ => None,
    }
    .filter(|_| !body.contains('+') && body.matches('/').count() <= 1)
}

/// Lists the numbers of folded words, each with whether it is what something is divided by.
fn numbers(words: &str) -> Vec<(Points, bool)> {
    let mut found = Vec::new();
    let mut rest = words;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit()
            && let Some((number, after)) = leading(rest)
        {
            found.push((number, before == '/'));
            rest = after;
            before = '0';
            continue;
        }
        if !c.is_whitespace() && c != '(' {
            before = c;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    found
}

/// Finds the number that a rate is multiplied by; `None` for `điểm tối đa`.
fn factor(words: &str) -> Option<Points> {
    let after = words.rsplit(['×', '*']).next().filter(|after| *after != words).or_else(|| words.rsplit(" x ").next())?;
    let before = words.split(['×', '*']).next()?.split(" x ").next()?;
    let number = |words: &str| leading(words.trim()).filter(|(_, unit)| !unit.contains(['%', '/', '-'])).map(|(number, _)| number);
    number(after).or_else(|| number(before))
}
