//! A row among levels of one figure that speaks of something else: “Trang thông tin ngừng hoạt động quá 30 ngày: 0” below levels of how
//! many news there were. Both may hold.

use crate::convert::line::Case;
use crate::convert::rule::measure::Asked;

use super::demand::{starts_denied, telling};
use super::words::{FAILS, LACKING, LATE};

/// Finds a row of fewer points that shares no words with the others and may hold beside the best of them. What is late, lacking or
/// not done speaks of the same.
pub fn another_holds<'c>(asked: &Asked<'_>, cases: &[&'c Case]) -> Option<[&'c Case; 2]> {
    const LEAST: usize = 3;
    let figure = |case: &Case| case.condition.as_ref().map(|condition| condition.percent);
    let best = cases.iter().find(|case| case.is_full(asked.words.max) && case.condition.is_some() && case.days.is_none())?;
    if telling(&best.label).is_empty() || cases.iter().filter(|case| figure(case) == figure(best)).count() < 2 {
        return None;
    }
    let shares = |case: &Case, text: &str| {
        let (own, known) = (telling(&case.label), telling(text));
        // “Tin, bài” and “trang thông tin” have one syllable in common.
        let shared = own.iter().filter(|word| known.contains(word)).count();
        shared > 1 || shared * 3 >= own.len()
    };
    let other = |case: &&&Case| {
        let alone = cases.iter().filter(|one| *one != *case).all(|one| !shares(case, &one.label));
        **case != *best
            && alone
            && case.days.is_none()
            && telling(&case.label).len() >= LEAST
            && !starts_denied(&case.label)
            && !case.is_rest()
            && !case.is_nothing_to_do()
            && !case.says(&FAILS)
            && !case.says(&LACKING)
            && !case.says(&LATE)
            && case.amount().is_some_and(|(amount, _)| amount.of(asked.words.max) < *asked.words.max)
    };
    Some([*best, *cases.iter().find(other)?])
}
