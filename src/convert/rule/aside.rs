//! Words beside a rule that no rule uses and that name no points: they don't undo what is understood, and are asked.

use crate::convert::line::{Clause, WordedClause, gives_something, points_given};

use super::Words;

/// Words that give points, take them, bound them or leave a criterion out, whatever else is said.
const BINDING: [&str; 34] = [
    "trừ",
    "cộng",
    "thưởng",
    "tối đa",
    "tối thiểu",
    "không quá",
    "không vượt",
    "gấp",
    "nhân",
    "chia",
    "hệ số",
    "trọng số",
    "làm tròn",
    "không tính",
    "không chấm",
    "không được",
    "không đạt",
    "không đánh giá",
    "không xét",
    "không áp dụng",
    "không công nhận",
    "chỉ tính",
    "chỉ chấm",
    "chỉ được",
    "được tính",
    "được hưởng",
    "một nửa",
    "nửa số điểm",
    "hạ ",
    "giảm",
    "tăng",
    "đủ điểm",
    "tuyệt đối",
    "mất điểm",
];

/// Sets aside clauses that aren't understood and name no points: “không bao gồm văn bản mật”, “mức điểm tính theo % điểm chuẩn”. Tells
/// whether there was any; nothing is set aside where another that isn't understood does.
pub fn set_aside(words: &Words<'_>, said: &mut [WordedClause]) -> bool {
    // A piece of a list is no sentence of its own.
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let sentences: Vec<String> =
        words.lines.iter().flat_map(|line| line.split(". ")).filter(|text| !text.trim_end().ends_with(':')).map(bare).collect();
    let open = |one: &WordedClause| one.clause == Clause::Unknown;
    if said.iter().any(|one| open(one) && (binds(&one.text) || !sentences.contains(&bare(&one.text)))) {
        return false;
    }
    let mut any = false;
    for one in said.iter_mut().filter(|one| open(one)) {
        one.clause = Clause::Note;
        any = true;
    }
    any
}

/// Tells whether words name points, or change them.
fn binds(text: &str) -> bool {
    let plain = text.to_lowercase();
    let number = plain.chars().any(|c| c.is_ascii_digit());
    number || gives_something(text) || !points_given(text).is_empty() || BINDING.iter().any(|word| plain.contains(word))
}
