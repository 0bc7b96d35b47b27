//! How far a target was passed, spelt as what was reached of it.

use super::super::words::Phrase;
use crate::points::Points;

/// Words of what was set for the year, the longest first.
const TARGETS: [&str; 9] = [
    "dự toán được giao",
    "dự toán giao",
    "dự toán",
    "chỉ tiêu được giao",
    "chỉ tiêu giao",
    "chỉ tiêu",
    "kế hoạch được giao",
    "kế hoạch giao",
    "kế hoạch",
];

/// Gives the number of tokens of a target at a place.
fn target(phrase: Phrase<'_>, at: usize) -> usize {
    TARGETS.iter().map(|words| phrase.says(at, words)).max().unwrap_or(0)
}

/// Reads a percentage at a place.
fn percent(phrase: Phrase<'_>, at: usize) -> Option<&Points> {
    phrase.number(at).filter(|_| phrase.sign(at + 1) == Some('%'))
}

/// “Vượt dự toán từ 5% trở lên” is “vượt từ 5% dự toán trở lên”.
pub fn by_so_much(phrase: Phrase<'_>) -> Option<String> {
    (0..phrase.len()).find_map(|at| {
        let verb = phrase.says_any(at, &["vượt mức", "vượt"]);
        let of = target(phrase, at + verb);
        let bound = at + verb + of;
        let side = phrase.says_any(bound, &["từ trên", "từ", "trên", "dưới"]);
        let number = bound + side;
        let goes_on = phrase.says_any(number + 2, &["trở lên", "đến", "-"]) > 0 || matches!(phrase.sign(number + 2), None | Some(':'));
        (verb > 0 && of > 0 && side > 0 && percent(phrase, number).is_some() && goes_on).then(|| {
            let named = phrase.part(at + verb, bound).shown();
            phrase.with(&[(at + verb, bound, String::new()), (number + 2, number + 2, format!(" {named} "))])
        })
    })
}

/// “Đạt dự toán và vượt dưới 5%” is “đạt từ 100% đến dưới 105% dự toán”.
pub fn reached_and_passed(phrase: Phrase<'_>) -> Option<String> {
    (0..phrase.len()).find_map(|at| {
        let verb = phrase.says_any(at, &["đạt", "hoàn thành"]);
        let of = target(phrase, at + verb);
        let joint = at + verb + of;
        let passes = phrase.says_any(joint, &["và vượt", "hoặc vượt", "đến vượt"]);
        let below = phrase.says_any(joint + passes, &["dưới"]);
        let number = joint + passes + below;
        let most = percent(phrase, number)?;
        (verb > 0 && of > 0 && passes > 0 && below > 0).then(|| {
            let named = phrase.part(at + verb, joint).shown();
            let spelt = format!(" từ 100% đến dưới {}% {named}", (most + &Points::hundred()).plain_vi());
            phrase.with(&[(at + verb, number + 2, spelt)])
        })
    })
}
