//! The conditions of a level that gives everything: several where the line lists them and each stands by itself, else one.

use crate::text::fold::bare;

use super::measure::capital;

/// Words that begin a condition and say by themselves how things have to be.
const HOW: [&str; 12] =
    ["đúng", "đủ", "đầy đủ", "kịp thời", "đạt", "bảo đảm", "đảm bảo", "công khai", "chính xác", "hoàn thành", "thường xuyên", "hiệu quả"];

/// Verbs that begin a condition, and stand by themselves only with what is done.
pub const DONE: [&str; 26] = [
    "có",
    "đã",
    "được",
    "ban hành",
    "niêm yết",
    "gửi",
    "nộp",
    "trình",
    "báo cáo",
    "thực hiện",
    "tổ chức thực hiện",
    "triển khai",
    "xây dựng",
    "cập nhật",
    "công bố",
    "bố trí",
    "phân công",
    "xử lý",
    "giải quyết",
    "sử dụng",
    "áp dụng",
    "phê duyệt",
    "tham mưu",
    "duy trì",
    "cử",
    "mở",
];

/// Words that say how things have to be also behind a denial, which holds for no such word.
const HOW_AGAIN: [&str; 5] = ["đúng", "đầy đủ", "kịp thời", "bảo đảm", "đảm bảo"];

/// Words that deny what follows, or keep it away: all that is listed behind them.
const DENYING: [&str; 16] = [
    "không",
    "chưa",
    "tránh",
    "hạn chế",
    "ngăn chặn",
    "ngăn ngừa",
    "chấm dứt",
    "khắc phục",
    "nghiêm cấm",
    "cấm",
    "phòng ngừa",
    "phòng chống",
    "phòng, chống",
    "giảm",
    "giảm thiểu",
    "loại bỏ",
];

/// Words of what is wrong: behind no denial they are nothing that gives points.
const WRONG: [&str; 4] = ["sai", "vi phạm", "trái quy định", "trái pháp luật"];

/// Words of a list of which not everything is needed.
const SOME: [&str; 4] = ["một trong", "ít nhất", "tối thiểu", "bất kỳ"];

/// Splits a condition that says "và" where the line of 0 points says that one of them missing is enough. What stands in front of a
/// list holds for all of it: “không để xảy ra tham nhũng, lãng phí” and “xác định rõ kết quả, thời hạn” are one condition.
pub fn conditions(name: &str, yes: &str, no: Option<&str>) -> Vec<String> {
    let plain = bare(yes);
    let says_nothing = ["co", "dat", "dung", "yes", "x", "co ban hanh", "dam bao", "thuc hien", "co thuc hien", "dat yeu cau"];
    if says_nothing.contains(&plain.as_str()) {
        return vec![name.to_owned()];
    }
    let whole = || vec![capital(yes)];
    let one_of = no.map(bare).filter(|no| no.contains("mot trong") || no.starts_with("thieu"));
    let Some(one_of) = one_of else { return whole() };
    let parts: Vec<String> = listed(yes).into_iter().map(capital).filter(|part| part.chars().count() > 2).collect();
    // “Báo cáo quý, 6 tháng, năm” lists times.
    if parts.iter().any(|part| part.starts_with(|c: char| c.is_ascii_digit()) || ["Năm", "Quý", "Tháng"].contains(&part.as_str())) {
        return whole();
    }
    if !stand_by_themselves(&parts) {
        return whole();
    }
    let said = [("hai", 2), ("2", 2), ("02", 2), ("ba", 3), ("3", 3), ("03", 3), ("bon", 4), ("4", 4)];
    let count = said.iter().find(|(word, _)| {
        one_of.contains(&format!("trong {word} "))
            || one_of.ends_with(&format!("trong {word}"))
            || one_of.contains(&format!("trong so {word}"))
    });
    if parts.len() >= 2 && count.is_none_or(|(_, count)| *count == parts.len()) { parts } else { whole() }
}

/// Tells whether each part of a list says the same without those before it.
fn stand_by_themselves(parts: &[String]) -> bool {
    let plain: Vec<String> = parts.iter().map(|part| format!("{} ", part.to_lowercase())).collect();
    let begins = |part: &str, list: &[&str]| list.iter().any(|word| part.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
    let verb_alone = |part: &str| DONE.iter().any(|verb| part.strip_prefix(verb) == Some(" "));
    let says = |part: &str, list: &[&str]| list.iter().any(|word| format!(" {part}").contains(&format!(" {word} ")));
    let denies = |part: &str| says(part, &DENYING);
    // “Tiếp nhận, giải quyết hồ sơ” does both with the same things.
    let short =
        plain.first().is_some_and(|first| first.split_whitespace().count() <= 2 && !begins(first, &HOW) && !begins(first, &DENYING));
    if short && plain.get(1).is_some_and(|second| begins(second, &DONE)) {
        return false;
    }
    let mut denied = false;
    for (n, part) in plain.iter().enumerate() {
        if says(part, &WRONG) && !denies(part) {
            return false;
        }
        if verb_alone(part) || part.contains(':') || SOME.iter().any(|word| n == 0 && part.contains(word)) {
            return false;
        }
        let own = if denied { begins(part, &HOW_AGAIN) } else { begins(part, &HOW) || begins(part, &DONE) };
        if n > 0 && !own && !begins(part, &DENYING) {
            return false;
        }
        denied |= denies(part);
    }
    true
}

/// Cuts words at “và” and commas that stand outside of brackets.
pub fn listed(words: &str) -> Vec<&str> {
    let (mut found, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, sign) in words.char_indices() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let rest = words.get(at..).unwrap_or_default();
        let joint = [" và ", ", "].into_iter().find(|joint| depth == 0 && at >= from && rest.starts_with(joint));
        if let Some(joint) = joint {
            found.extend(words.get(from..at));
            from = at + joint.len();
        }
    }
    found.extend(words.get(from..));
    found
}
