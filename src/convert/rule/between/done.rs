//! Two levels, of which one says how well or what else, and the other only that nothing was done.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::GAP;
use crate::text;

use super::words::{DENIALS, WELL};

/// Asks what doing it badly gives, where one level says how well it has to be done and the other only that it was not done: “công
/// khai đầy đủ: 2 điểm; không công khai: 0 điểm”.
pub fn half_done_is_open(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let (none, some): (Vec<&&Case>, Vec<&&Case>) = cases.iter().partition(|case| case.gives_nothing());
    let ([yes], [no]) = (some.as_slice(), none.as_slice()) else { return };
    let name = asked.words.name;
    // “Có đầy đủ phiếu xin lỗi hoặc không có hồ sơ trễ hạn” says two things, of which the first may be done in part.
    let first = yes.words.windows(2).position(|pair| matches!(pair, [or, no] if or == "hoặc" && (no == "không" || no == "chưa")));
    let positive = match first {
        Some(at) => !DENIALS.iter().any(|no| yes.words.iter().take(at).any(|word| word == no)),
        None => !yes.is_negative(),
    };
    let denies = no.words.len() > 1
        && no.says(&DENIALS)
        && !no.says(&WELL)
        && !no.is_rest()
        && !no.says(&["một trong", "hoặc"])
        && !no.begins(&["thiếu"]);
    let never = denies && no.words.iter().skip(1).all(|word| yes.words.contains(word) || ["nhưng", "mà"].contains(&word.as_str()));
    let how = WELL.iter().find(|how| yes.says(&[how]));
    let Some(how) = how.filter(|_| never && positive) else { return };
    if yes.condition.is_some() || yes.days.is_some() || no.condition.is_some() {
        return;
    }
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp thực hiện nhưng không “{how}” thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what doing it gives, but not “{how}”"
        ),
    ));
}
