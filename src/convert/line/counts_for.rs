//! Things that count for a part of others: “nhiệm vụ hoàn thành quá hạn chỉ được tính bằng 1/2 nhiệm vụ”.

use super::clause::Clause;
use super::describe::describes;
use super::words::Phrase;
use crate::points::Points;

/// Words between the things and what each counts for.
const COUNTED: [&str; 9] = [
    "chỉ được tính bằng",
    "chỉ được tính",
    "chỉ tính bằng",
    "chỉ tính",
    "được tính bằng",
    "được tính là",
    "được tính",
    "tính bằng",
    "tính là",
];

/// Reads what some things count for, in parts of one of them.
pub fn counts_for(phrase: Phrase<'_>) -> Option<Clause> {
    let clear = phrase.trimmed();
    let at = (1..clear.len()).find(|at| clear.says_any(*at, &COUNTED) > 0)?;
    let what =
        clear.part(0, at).without_front(&["mỗi", "cứ 01", "cứ 1", "cứ", "riêng", "những", "các", "đối với"]).without_end(&["thì", ","]);
    let rest = clear.from(at + clear.says_any(at, &COUNTED));
    let (share, end) = share(rest)?;
    let things = rest.from(end).without_front(&["của", "số"]).without_end(&["hoàn thành", "đúng hạn", "đó"]);
    // “50 % số điểm” are points, and so is a share of nothing.
    let same = things.word(0).is_some() && things.word(0) == what.word(0) && things.len() <= 3;
    (same && describes(what) && share.is_positive() && share < Points::one()).then(|| Clause::CountsFor(what.shown(), share))
}

/// Reads a part of one thing; gives the place behind it.
fn share(phrase: Phrase<'_>) -> Option<(Points, usize)> {
    let half = phrase.says_any(0, &["một nửa", "nửa"]);
    if half > 0 {
        return Some((Points::one().over(&Points::from(2))?, half));
    }
    // “1/2 nhiệm vụ” is one word where lines are read.
    if let Some((part, whole)) = phrase.word(0).and_then(|word| word.split_once('/')) {
        return Some((Points::parse(part)?.over(&Points::parse(whole)?)?, 1));
    }
    let number = phrase.number(0)?;
    match phrase.sign(1) {
        Some('%') => Some((number.over(&Points::hundred())?, 2)),
        Some('/') => Some((number.over(phrase.number(2)?)?, 3)),
        _ => Some((number.clone(), 1)),
    }
}
