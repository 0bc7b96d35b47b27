//! What a level denies: all that the others say, or only a part of it.

use crate::convert::line::{Case, Clause, Side, telling};
use crate::points::Points;

use super::measure::Asked;

/// Words of doing and having that any denial may say.
const GENERIC: [&str; 35] = [
    "thiếu", "không", "chưa", "triển", "khai", "yêu", "cầu", "trên", "nào", "được", "tiêu", "chí", "quy", "định", "đáp", "ứng", "tổ",
    "chức", "một", "hoặc", "năm", "kỳ", "ban", "hành", "gửi", "nộp", "xây", "dựng", "đơn", "vị", "nội", "dung", "việc", "phát", "sinh",
];

/// Tells whether a case denies only what the criterion or its other clauses speak of: “không có mô hình” beside “mỗi mô hình”, not
/// “không niêm yết trên Cổng” beside a rate of files.
pub fn denies_the_same(asked: &Asked<'_>, case: &Case) -> bool {
    let plain = |text: &str| -> Vec<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let mut known = plain(asked.words.name);
    let own = |clause: &Clause| matches!(clause, Clause::Case(other) if other == case);
    known.extend(asked.said.iter().filter(|one| !own(&one.clause)).flat_map(|one| plain(&one.text)));
    // “Dưới chỉ tiêu” says of the target only that it was not reached.
    let below = |word: &str| case.is_below_target() && ["dưới", "thấp", "nhỏ", "hơn", "tới"].contains(&word);
    telling(&case.words).iter().all(|word| GENERIC.contains(word) || below(word) || known.iter().any(|one| one == word))
}

/// Tells whether a case is any fault at all, one or more: “có ít nhất 01 đơn vị vượt”, “từ 01 văn bản trở lên trái pháp luật”.
pub fn is_any_fault(case: &Case) -> bool {
    const FAULTS: [&str; 8] = ["vượt", "trái", "sai", "vi phạm", "chậm", "trễ", "quá hạn", "không đúng"];
    let Some(condition) = case.condition.as_ref().filter(|condition| !condition.percent) else { return false };
    let any = match condition.bounds.as_slice() {
        [(Side::From, at)] => *at == Points::one(),
        [(Side::Above, at)] => at.is_zero(),
        _ => false,
    };
    any && case.says(&FAULTS)
}
