//! Levels of how often something is done.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::GAP;
use crate::text;

/// How often, from the most often on.
const OFTEN: [&[&str]; 6] = [
    &["hằng ngày", "hàng ngày", "mỗi ngày"],
    &["hằng tuần", "hàng tuần", "mỗi tuần", "tuần một lần"],
    &["hằng tháng", "hàng tháng", "mỗi tháng", "tháng một lần"],
    &["hằng quý", "hàng quý", "mỗi quý", "quý một lần", "3 tháng một lần", "03 tháng một lần"],
    &["6 tháng một lần", "06 tháng một lần", "nửa năm một lần"],
    &["hằng năm", "hàng năm", "mỗi năm", "năm một lần"],
];

/// Finds how often a level says that a thing is done, as the place among all, and in which words.
pub fn how_often(case: &Case) -> Option<(usize, &'static str)> {
    // “6 tháng một lần” says “tháng một lần”, too.
    let said = |word: &&&str| case.says(&[word]);
    let found = OFTEN.iter().enumerate().filter_map(|(at, words)| words.iter().find(said).map(|word| (at, *word)));
    found.max_by_key(|(_, word)| word.len())
}

/// Asks what doing it less often than any level says gives, where another says only that it was never done: “cập nhật hằng tuần: 1;
/// hằng tháng: 0,5; không cập nhật: 0”.
pub fn rarer_is_open(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    if doubts.iter().any(|(code, _)| *code == &GAP) {
        return;
    }
    let said = |case: &&Case| how_often(case);
    let all: Vec<(usize, &str)> = cases.iter().filter(|case| !case.gives_nothing() && !case.is_negative()).filter_map(said).collect();
    let closed = |case: &&Case| {
        case.is_rest()
            || case.says(&["không thường xuyên", "chưa thường xuyên", "ít hơn", "không đủ", "chưa đủ", "thiếu", "không đúng", "chưa đúng"])
    };
    let none: Vec<&&Case> = cases.iter().filter(|case| case.gives_nothing()).collect();
    let never = !none.is_empty() && none.iter().all(|case| case.says(&["không", "chưa"]) && said(case).is_none());
    let (Some((rarest, word)), true) = (all.iter().max(), never && all.len() > 1 && !cases.iter().any(closed)) else { return };
    // Nothing is scored of less than once a year.
    if *rarest + 1 < OFTEN.len() {
        let name = asked.words.name;
        doubts.push((
            &GAP,
            text!(
                "“{name}”: bảng chưa quy định trường hợp thực hiện với tần suất thấp hơn “{word}” thì được bao nhiêu điểm",
                "“{name}”: the table doesn't say what doing it less often than “{word}” gives"
            ),
        ));
    }
}
