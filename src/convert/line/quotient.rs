//! Lines that only name two figures, one over the other: “Số hồ sơ đúng hạn trên tổng số hồ sơ đã giải quyết”.

use super::arithmetic::FIGURES;
use super::clause::Clause;
use super::describe::describes;
use super::words::Phrase;
use crate::points::Points;
use crate::text::capital;

/// Words between a part and its whole.
const OVER: [&str; 5] = ["/", "trên", "so với", "chia cho", "trong"];

/// Reads a line that names the part and the whole of a rate, and says nothing else; `× 100%` only makes per cent of the share.
pub fn quotient(phrase: Phrase<'_>) -> Option<Clause> {
    let clear = without_hundred(phrase.trimmed()).trimmed();
    let bracketed = clear.sign(0) == Some('(') && clear.sign(clear.len().wrapping_sub(1)) == Some(')');
    let clear = if bracketed { clear.part(1, clear.len() - 1) } else { clear };
    let clear = clear.without_front(&["tính", "tỷ lệ", "tỉ lệ", "%", "giữa"]);
    if clear.says_any(0, &FIGURES) == 0 {
        return None;
    }
    let over = |at: &usize| {
        let width = clear.says_any(*at, &OVER);
        width > 0 && clear.says_any(at + width, &FIGURES) > 0
    };
    let found: Vec<usize> = (1..clear.len()).filter(over).collect();
    let [at] = found.as_slice() else { return None };
    let (part, whole) = (clear.part(0, *at).trimmed(), clear.from(at + clear.says_any(*at, &OVER)).trimmed());
    let named = |phrase: Phrase<'_>| {
        let signs = (0..phrase.len()).any(|at| matches!(phrase.sign(at), Some('/' | '(' | ')' | '+' | '×' | '=' | ':' | '%')));
        phrase.len() >= 2 && describes(phrase) && !signs
    };
    (named(part) && named(whole)).then(|| Clause::Rate(capital(&part.shown()), capital(&whole.shown())))
}

/// Takes `× 100%` off the end.
fn without_hundred(phrase: Phrase<'_>) -> Phrase<'_> {
    let times = |at: &usize| phrase.sign(*at) == Some('×') || phrase.is(*at, "x") || phrase.says(*at, "nhân") > 0;
    let at = (1..phrase.len()).rev().find(times).filter(|at| {
        let from = at + phrase.says_any(*at, &["nhân với", "nhân"]).max(1);
        let end = from + 1 + usize::from(phrase.sign(from + 1) == Some('%'));
        phrase.number(from) == Some(&Points::hundred()) && end == phrase.len()
    });
    at.map_or(phrase, |at| phrase.part(0, at))
}
