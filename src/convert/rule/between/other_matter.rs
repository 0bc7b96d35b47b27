//! A row among levels of one figure that speaks of something else: “Trang thông tin ngừng hoạt động quá 30 ngày: 0” below levels of how
//! many news there were. Both may hold.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::{Asked, capital};
use crate::finding::convert::GAP;
use crate::text;

use super::demand::{starts_denied, telling};
use super::words::{FAILS, LACKING, LATE};

/// Asks what counts where the best level holds and so does a row of fewer points that shares no words with the others. What is late, lacking or not done speaks of the same.
pub fn another_holds(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    const LEAST: usize = 3;
    let figure = |case: &Case| case.condition.as_ref().map(|condition| condition.percent);
    let Some(best) = cases.iter().find(|case| case.is_full(asked.words.max) && case.condition.is_some() && case.days.is_none()) else {
        return;
    };
    if telling(&best.label).is_empty() || cases.iter().filter(|case| figure(case) == figure(best)).count() < 2 {
        return;
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
    let Some(other) = cases.iter().find(other) else { return };
    let (name, one, other) = (asked.words.name, capital(&best.label), capital(&other.label));
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp vừa “{one}” vừa “{other}” thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what “{one}” together with “{other}” gives"
        ),
    ));
}
