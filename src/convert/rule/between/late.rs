//! Levels that are all in time: what lateness gives.

use crate::convert::line::{Case, turns};
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::GAP;
use crate::text;

use super::words::{DENIALS, FAILS, IN_TIME, LATE};

/// Asks what lateness gives where all levels that give points are in time and the others only deny that anything was done: “gửi
/// đúng hạn: 2 điểm; không gửi: 0 điểm”.
pub fn late_is_open(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    // Whatever is not right, or comes after something.
    const VAGUELY: [&str; 3] = ["không đúng", "chưa đúng", "sau"];
    let timed = |case: &&&Case| case.days.is_some() || case.condition.is_some();
    // “Nhưng chưa sửa đổi kịp thời” denies it, too.
    let not_yet = |case: &Case| {
        let words = &case.words;
        let denied = |at: usize| {
            (1..=4).any(|back| at.checked_sub(back).and_then(|at| words.get(at)).is_some_and(|word| DENIALS.contains(&word.as_str())))
        };
        case.says(&["nhưng", "song"])
            && (0..words.len())
                .any(|at| denied(at) && IN_TIME.iter().any(|time| words.get(at..).unwrap_or_default().join(" ").starts_with(time)))
    };
    let late = |case: &&&Case| case.is_rest() || not_yet(case) || case.says(&LATE) || case.says(&VAGUELY) || case.says(&FAILS);
    // “Không: 0” denies all that is said of the other level.
    let never = |case: &&&Case| case.gives_nothing() && turns(&case.words) && case.words.len() > 1 && !case.says(&IN_TIME);
    let (none, some): (Vec<&&Case>, Vec<&&Case>) = cases.iter().partition(|case| case.gives_nothing());
    let in_time = !some.is_empty() && some.iter().all(|case| case.says(&IN_TIME) && !case.is_negative());
    if !in_time || none.is_empty() || !none.iter().all(never) || cases.iter().any(|case| timed(&case) || late(&case)) {
        return;
    }
    let name = asked.words.name;
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp thực hiện chậm thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what doing it late gives"
        ),
    ));
}
