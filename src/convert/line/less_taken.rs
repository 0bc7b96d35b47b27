//! Less that is taken for some of the things that are counted: “vụ việc do sở tự phát hiện, xử lý thì chỉ trừ 50% mức nêu trên”.

use super::clause::Clause;
use super::describe::describes;
use super::words::Phrase;
use crate::points::Points;

/// Words between the things and what part of the points is taken.
const TAKEN: [&str; 8] = ["mức trừ bằng", "mức trừ là", "mức trừ", "chỉ bị trừ", "chỉ trừ", "được giảm trừ còn", "bị trừ bằng", "trừ bằng"];

/// Reads for which things only a part of the points is taken.
pub fn less_taken(phrase: Phrase<'_>) -> Option<Clause> {
    let clear = phrase.trimmed();
    let at = (1..clear.len()).find(|at| clear.says_any(*at, &TAKEN) > 0)?;
    let what = clear.part(0, at).without_end(&["thì", ",", "chỉ"]);
    let rest = clear.from(at + clear.says_any(at, &TAKEN));
    let number = rest.number(0)?;
    let (share, end) = match rest.sign(1) {
        Some('%') => (number.over(&Points::hundred())?, 2),
        Some('/') => (number.over(rest.number(2)?)?, 3),
        _ => return None,
    };
    let of = rest.from(end).without_front(&["của", "số điểm", "mức điểm", "mức", "điểm"]).without_front(&["trừ", "bị trừ"]);
    let above =
        of.says_any(0, &["nêu trên", "tương ứng nêu trên", "tương ứng", "quy định", "trên", "ở trên"]) == of.len() && !of.is_empty();
    // Whose doing it is says of which things it holds.
    let from = (0..what.len()).find(|at| what.is(*at, "do") && what.from(*at).has(&["tự", "chủ động"]))?;
    let plain = describes(what) && share.is_positive() && share < Points::one();
    (above && plain).then(|| Clause::LessTaken(what.from(from).shown(), share))
}
