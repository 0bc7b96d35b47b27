//! Levels of how often something is done.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::GAP;
use crate::text;

/// How often, from the most often on.
const OFTEN: [&[&str]; 6] = [
    &["hằng ngày", "hàng ngày", "mỗi ngày"],
    &["hằng tuần", "hàng tuần", "mỗi tuần"],
    &["hằng tháng", "hàng tháng", "mỗi tháng"],
    &["hằng quý", "hàng quý", "mỗi quý"],
    &["6 tháng một lần", "06 tháng một lần", "nửa năm một lần"],
    &["hằng năm", "hàng năm", "mỗi năm"],
];

/// Asks what doing it less often than any level says gives, where another says only that it was never done: “cập nhật hằng tuần: 1;
/// hằng tháng: 0,5; không cập nhật: 0”.
pub fn rarer_is_open(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    if doubts.iter().any(|(code, _)| *code == &GAP) {
        return;
    }
    let said = |case: &&Case| {
        OFTEN.iter().enumerate().find_map(|(at, words)| words.iter().find(|word| case.says(&[word])).map(|word| (at, *word)))
    };
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
