//! Remarks on rounding: “làm tròn 2 chữ số thập phân”, “kết quả được làm tròn đến 02 chữ số sau dấu phẩy”.

use super::clause::Clause;
use super::words::Phrase;

/// Decimals that points are rounded to unless a set says otherwise.
const HOUSE: u32 = 2;

/// Words that say what is rounded, where it is points.
const POINTS: [&str; 16] = [
    "kết quả được",
    "kết quả",
    "số điểm được",
    "số điểm đạt được được",
    "số điểm đạt được",
    "số điểm",
    "điểm số được",
    "điểm số",
    "điểm đánh giá được",
    "điểm đánh giá",
    "điểm được",
    "điểm đạt được",
    "điểm",
    "được",
    "và",
    "(",
];

/// Ends of what is rounded to.
const DIGITS: [&str; 8] = [
    "chữ số thập phân",
    "chữ số phần thập phân",
    "chữ số sau dấu phẩy",
    "chữ số sau dấu phẩy thập phân",
    "chữ số ở phần thập phân",
    "số thập phân",
    "số lẻ",
    "chữ số",
];

/// Reads how something is rounded: to two decimals of points, or in another way.
pub fn rounding(phrase: Phrase<'_>) -> Option<Clause> {
    let clear = phrase.trimmed().without_end(&[")", "."]);
    if !clear.has(&["làm tròn", "lấy tròn"]) || clear.len() > 20 {
        return None;
    }
    let operative = ["trừ", "cộng", "mỗi", "cứ", "nếu", "trường hợp", "tối đa", "nhân", "chia", "không"];
    let arithmetic = |at: usize| matches!(clear.sign(at), Some('%' | '×' | '=' | '<' | '>' | '/')) || clear.is(at, "x");
    if clear.has(&operative) || (0..clear.len()).any(arithmetic) {
        return None;
    }
    let said = clear.without_front(&POINTS);
    let width = said.says_any(0, &["làm tròn", "lấy tròn", "lấy"]);
    let rest = said.from(width).without_front(&["số", "điểm", "đến", "tới", "lấy", "là", "còn", "với"]);
    let digits = rest.number(0).and_then(|number| number.plain().parse().ok()).or_else(|| rest.is(0, "hai").then_some(2));
    let all = rest.len() > 1 && DIGITS.iter().any(|end| rest.says(1, end) == rest.len() - 1);
    let house = width > 0 && digits == Some(HOUSE) && all;
    Some(Clause::Rounding(house))
}
