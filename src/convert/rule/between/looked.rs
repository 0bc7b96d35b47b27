//! Levels of what a search finds, of which the lowest denies the search: who looked and found nothing fits none.

use crate::convert::line::{Case, Clause, telling};
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::GAP;
use crate::text;

use super::demand::words_of;

/// What is done to find something out.
const SEARCHES: [&str; 9] =
    ["rà soát", "tự kiểm tra", "kiểm tra", "khảo sát", "thanh tra", "nghiên cứu", "đánh giá", "thống kê", "xem xét"];

/// Things that are such a search themselves: none of them is none.
const HELD: [&str; 12] = ["cuộc", "lần", "lượt", "đợt", "buổi", "kỳ", "phòng", "đơn vị", "cơ quan", "kế hoạch", "báo cáo", "đoàn"];

/// Asks of having looked and found nothing: “có phương án được chấp thuận: 1; có phương án không được chấp thuận: 0,25; không rà soát: 0”.
pub fn found_nothing_is_open(asked: &Asked<'_>, doubts: &mut Vec<Doubt>) {
    let cases: Vec<&Case> =
        asked.said.iter().filter_map(|one| if let Clause::Case(case) = &one.clause { Some(case) } else { None }).collect();
    let none = |case: &&&Case| case.is_zero() && case.begins(&["không", "chưa"]) && case.condition.is_none();
    let mut denied = cases.iter().filter(none);
    let Some(lowest) = denied.next().filter(|_| denied.next().is_none()) else { return };
    let search = SEARCHES
        .iter()
        .find(|search| lowest.begins(&[&format!("không {search}"), &format!("chưa {search}"), &format!("không thực hiện {search}")]));
    let Some(search) = search else { return };
    let others: Vec<&&Case> = cases.iter().filter(|case| *case != lowest && !case.is_nothing_to_do()).collect();
    let found = |case: &&Case| {
        let words = words_of(&case.label).join(" ");
        let things = telling(&case.words).iter().any(|word| word.chars().all(char::is_alphabetic));
        let held = HELD.iter().any(|thing| format!(" {words} ").contains(&format!(" {thing} ")));
        case.begins(&["có"]) && things && !held && !words.contains(search)
    };
    if others.len() < 2 || !others.iter().all(|case| found(case)) {
        return;
    }
    let name = asked.words.name;
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp có {search} nhưng không có kết quả như các mức trên thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what a unit gets that did look (“{search}”) and has nothing that the levels speak of"
        ),
    ));
}
