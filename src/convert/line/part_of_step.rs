//! What counts of a step that is not full: “chưa đủ 5% tính là 5%”, “phần lẻ tính theo tỷ lệ”, “phần lẻ không tính”.

use super::clause::{Clause, PartOfStep};
use super::words::Phrase;
use crate::points::Points;

/// Reads what counts of a step that is not full, with the step where it is named.
pub fn part_of_step(phrase: Phrase<'_>) -> Option<Clause> {
    let clear = phrase.trimmed().without_front(&["(", "-", "lưu ý", ":", "nếu", "trường hợp"]).without_end(&[")", ".", "thì"]);
    let begun =
        clear.says_any(0, &["phần lẻ còn lại", "phần lẻ dưới", "phần lẻ chưa đủ", "phần lẻ", "phần dư", "số lẻ", "chưa đủ", "không đủ"]);
    if begun == 0 {
        return None;
    }
    let (step, rest) = percent(clear.from(begun));
    let rest = rest.without_front(&["thì", "được", "vẫn", "cũng", ","]);
    let is = |list: &[&str]| list.iter().any(|said| rest.says(0, said) == rest.len()) && !rest.is_empty();
    let none = ["không tính", "không trừ", "không bị trừ", "không cộng", "không tính điểm", "không trừ điểm", "bỏ qua", "không xét"];
    let share = [
        "tính theo tỷ lệ",
        "tính theo tỷ lệ tương ứng",
        "tính tỷ lệ tương ứng",
        "tính tương ứng",
        "tính theo tỷ lệ thực tế",
        "trừ theo tỷ lệ",
        "trừ theo tỷ lệ tương ứng",
        "trừ tương ứng",
        "tính theo tỉ lệ",
    ];
    let up = ["làm tròn lên", "tính tròn lên", "tính tròn", "được làm tròn lên", "tính là một bậc", "tính như đủ"];
    let found = if is(&none) {
        PartOfStep::Nothing
    } else if is(&share) {
        PartOfStep::Share
    } else if is(&up) || counts_as(rest, step.as_ref()) {
        PartOfStep::All
    } else {
        return None;
    };
    Some(Clause::PartOfStep(found, step))
}

/// Takes a percentage off the front.
fn percent(phrase: Phrase<'_>) -> (Option<Points>, Phrase<'_>) {
    match phrase.number(0) {
        Some(step) if phrase.sign(1) == Some('%') => (Some(step.clone()), phrase.from(2)),
        _ => (None, phrase),
    }
}

/// Tells whether the rest says that it counts as so many per cent: “tính là 5%”, “tính tròn 5%”.
fn counts_as(rest: Phrase<'_>, step: Option<&Points>) -> bool {
    let width =
        rest.says_any(0, &["tính là", "tính tròn là", "tính tròn", "tính như", "làm tròn thành", "làm tròn lên", "tính bằng", "trừ như"]);
    let (whole, more) = percent(rest.from(width));
    width > 0 && more.is_empty() && whole.is_some() && (step.is_none() || whole.as_ref() == step)
}
