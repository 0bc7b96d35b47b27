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
        one.clause = if leaves_out(&one.text) { Clause::Remark } else { Clause::Note };
        any = true;
    }
    any
}

/// Tells whether a sentence only leaves things out of what is counted: “không tính thủ tục được phép tiếp nhận ngoài Trung tâm”.
pub fn leaves_out(text: &str) -> bool {
    const LEFT_OUT: [&str; 7] = ["không tính ", "không bao gồm ", "không kể ", "không thống kê ", "chưa tính ", "loại trừ ", "không gồm "];
    const CONDITIONS: [&str; 5] = ["điểm", "thì", "nếu", "khi", "tiêu chí"];
    let plain = text.to_lowercase();
    let core = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    let said = |word: &str| core.split(|c: char| !c.is_alphanumeric()).any(|one| one == word);
    let condition = core.contains("tiêu chí") || CONDITIONS.iter().any(|word| said(word));
    LEFT_OUT.iter().any(|word| core.starts_with(word)) && !condition && !core.contains(|c: char| c.is_ascii_digit())
}

/// Tells whether a sentence only says where figures or results are taken from, and as of when: “lấy kết quả xếp loại cả năm, tại thời điểm
/// 31/12”.
fn says_source(text: &str) -> bool {
    const TAKEN: [&str; 9] = [
        "lấy kết quả",
        "lấy số liệu",
        "lấy theo kết quả",
        "lấy theo số liệu",
        "số liệu lấy",
        "số liệu được lấy",
        "số liệu tính",
        "số liệu được tính",
        "thời điểm lấy số liệu",
    ];
    let plain = text.to_lowercase();
    let core = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    let other = core.replace("thời điểm", "").replace("đặc điểm", "");
    let shared = ["điểm", "%", " x ", "×", "bình quân", "trung bình", "cao nhất", "thấp nhất", "nếu", "thì"];
    TAKEN.iter().any(|word| core.starts_with(word)) && !shared.iter().any(|word| other.contains(word))
}

/// Tells whether words name points, or change them.
fn binds(text: &str) -> bool {
    if leaves_out(text) || says_source(text) {
        return false;
    }
    let plain = text.to_lowercase();
    let number = plain.chars().any(|c| c.is_ascii_digit());
    number || gives_something(text) || !points_given(text).is_empty() || BINDING.iter().any(|word| plain.contains(word))
}
