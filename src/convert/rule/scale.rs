//! Levels of one thing: what tells one case from another are only words that put them in an order.

use crate::convert::line::Case;

/// Words of an order, by what they say: how much of it, how well, which prize.
const SCALES: [&[&str]; 3] = [
    &[
        "toàn", "bộ", "tất", "cả", "đầy", "đủ", "hết", "hoàn", "cơ", "bản", "một", "phần", "tương", "đối", "số", "quá", "nửa", "lớn", "đa",
        "dưới", "trên", "các", "những", "chưa", "ít", "nhiều", "hơn", "thiếu", "còn", "được", "nhưng", "và", "mọi", "có", "đã",
    ],
    &["tốt", "khá", "trung", "bình", "xuất", "sắc", "yếu", "kém", "đạt", "giỏi", "rất", "yêu", "cầu", "hoàn", "thành", "loại", "mức"],
    &["nhất", "nhì", "ba", "tư", "khuyến", "khích", "vàng", "bạc", "đồng", "a", "b", "c"],
];

/// Words of how often.
const OFTEN: [&str; 5] = ["ngày", "tuần", "tháng", "quý", "năm"];

/// Tells whether two of several cases are levels of one thing, of which a unit has one: “thực hiện đầy đủ” and “thực hiện một phần”,
/// “giải nhất” and “giải nhì”, “có quy chế và thực hiện” and “có quy chế”, “họp hằng tháng” and “họp hằng quý”.
pub fn are_ordered(cases: &[&Case]) -> bool {
    cases.iter().enumerate().any(|(n, one)| cases.iter().skip(n + 1).any(|other| is_ordered(one, other)))
}

/// Tells whether two cases are levels of one thing.
fn is_ordered(one: &Case, other: &Case) -> bool {
    let own =
        |mine: &Case, others: &Case| -> Vec<String> { mine.words.iter().filter(|word| !others.words.contains(word)).cloned().collect() };
    let (first, second) = (own(one, other), own(other, one));
    // The same words below two headings are two things.
    if first.is_empty() && second.is_empty() {
        return false;
    }
    let within = |scale: &[&str]| first.iter().chain(&second).all(|word| scale.contains(&word.as_str()));
    let often = within(&OFTEN) && one.says(&["hằng", "hàng", "mỗi", "định kỳ"]) && other.says(&["hằng", "hàng", "mỗi", "định kỳ"]);
    let goes_on = one.words.starts_with(&other.words) || other.words.starts_with(&one.words);
    SCALES.iter().any(|scale| within(scale)) || often || goes_on
}
