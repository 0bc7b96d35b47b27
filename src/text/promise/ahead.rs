//! Clauses that speak of what is to come, and give no reason: what is to be done says nothing of what was.
//!
//! What a clause is about does not matter: it is known by its time. A reason beside it makes it an explanation.

use crate::text::fold::{bare, tidy};

/// Words that set what they speak of in time to come, with their diacritics: “chia sẻ” is no “sẽ”.
const TO_COME: [&str; 18] = [
    "sẽ",
    "sắp",
    "dự kiến",
    "hẹn",
    "hứa",
    "cam kết",
    "sắp tới",
    "tới đây",
    "thời gian tới",
    "tuần tới",
    "tháng tới",
    "tuần sau",
    "tháng sau",
    "ngày mai",
    "gia hạn",
    "cho nợ",
    "dự thảo",
    "rút kinh nghiệm",
];
/// Words at the beginning of a clause by which somebody only waits: “hồ sơ chờ ý kiến của Bộ” says which ones.
const WAITING: [&str; 5] = ["chờ", "đợi", "đang chờ", "đang đợi", "còn chờ"];
/// What is under way, and is not there.
const UNDER_WAY: [&str; 10] = [
    "đang xem xét",
    "đang tìm",
    "đang liên hệ",
    "đang phối hợp",
    "đang hoàn chỉnh",
    "đang được hoàn chỉnh",
    "đang xin",
    "đang tham mưu",
    "đang nghiên cứu",
    "đang góp ý",
];
/// Words that say why, with their diacritics.
const WHY: [&str; 10] = ["do", "vì", "nên", "bởi", "theo", "vướng", "thiếu", "khó khăn", "căn cứ", "bị"];
/// Words by which something is only said not to be done, and those that may stand beside them, without case and diacritics.
const UNDONE: [&str; 26] = [
    "chua", "thuc", "hien", "trien", "khai", "ban", "hanh", "lam", "xong", "hoan", "thanh", "kip", "thoi", "don", "vi", "xa", "phuong",
    "trong", "nam", "nay", "day", "du", "to", "chuc", "tham", "muu",
];

/// Tells whether a clause speaks of what is to come, or of what is not done, and gives no reason.
pub fn is_to_come(clause: &str) -> bool {
    let plain = bare(clause);
    // Text without any diacritics says “se” for “sẽ”.
    let typed_bare = plain == tidy(clause).to_lowercase();
    let said = format!(" {} ", if typed_bare { plain.clone() } else { tidy(clause).to_lowercase() });
    // “đơn vị” has no “vì” in it, however it is typed.
    let said = said.replace(" don vi ", " ");
    let says = |words: &str| said.contains(&format!(" {} ", if typed_bare { bare(words) } else { words.to_owned() }));
    let why = WHY.iter().any(|words| says(words));
    let begins = |words: &str| said.starts_with(&format!(" {} ", if typed_bare { bare(words) } else { words.to_owned() }));
    let to_come = TO_COME.iter().chain(&UNDER_WAY).any(|words| says(words)) || WAITING.iter().any(|words| begins(words));
    let words: Vec<&str> = plain.split_whitespace().filter(|word| *word != "duoc").collect();
    let undone = words.contains(&"chua") && words.iter().all(|word| UNDONE.contains(word));
    !why && (to_come || undone)
}
