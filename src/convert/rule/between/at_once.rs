//! Two levels of different members that both hold: one unit went up, and another down.

use crate::convert::line::Case;
use crate::convert::rule::measure::Asked;

/// Things of which a unit has several, so that what is true of one says nothing of the others.
const MEMBERS: [&str; 34] = [
    "đơn vị",
    "phòng",
    "cơ quan",
    "xã",
    "phường",
    "thôn",
    "tổ",
    "trường",
    "công chức",
    "viên chức",
    "cán bộ",
    "lãnh đạo",
    "người",
    "tập thể",
    "cá nhân",
    "văn bản",
    "hồ sơ",
    "nhiệm vụ",
    "thủ tục",
    "tthc",
    "dịch vụ",
    "ý kiến",
    "phản ánh",
    "kiến nghị",
    "vụ",
    "trường hợp",
    "dự án",
    "mô hình",
    "sáng kiến",
    "lĩnh vực",
    "chỉ tiêu",
    "sản phẩm",
    "hệ thống",
    "báo cáo",
];

/// Words of what is wrong with a member.
const WRONG: [&str; 24] = [
    "bị",
    "giảm",
    "vi phạm",
    "trái",
    "sai",
    "chậm",
    "trễ",
    "muộn",
    "quá hạn",
    "không",
    "chưa",
    "vượt",
    "tụt",
    "xuống",
    "thiếu",
    "kém",
    "yếu",
    "sụt",
    "lỗi",
    "tiêu cực",
    "hủy",
    "bãi bỏ",
    "thu hồi",
    "phê bình",
];

/// Finds the pair where one level says that some member is well and another, of fewer points, that some is not: “có ít nhất 01 đơn vị
/// tăng mức tự chủ: 1; có đơn vị giảm: 0”. Of faults alone the worse one counts.
pub fn both_hold<'c>(asked: &Asked<'_>, cases: &[&'c Case]) -> Option<[&'c Case; 2]> {
    let points = |case: &Case| case.amount().map(|(amount, penalty)| (amount.of(asked.words.max), penalty.is_some()));
    let some = |case: &&&Case| is_of_some(case) && !case.says(&["nhưng", "song", "vừa", "đồng thời"]);
    let well = |case: &&&Case| some(case) && !case.says(&WRONG) && !case.gives_nothing();
    let wrong = |case: &&&Case| some(case) && case.says(&WRONG);
    let less = |one: &Case, other: &Case| points(one).zip(points(other)).is_some_and(|((one, _), (other, penalty))| other < one || penalty);
    // Of levels one below another the next one counts where the better doesn't hold.
    let lowest = |case: &Case| cases.iter().all(|other| !less(case, other));
    let pair = cases
        .iter()
        .filter(well)
        .find_map(|one| Some([*one, *cases.iter().filter(wrong).find(|other| less(one, other) && lowest(other))?]));
    // A level that says both, or that none of it happened besides, settles it.
    let says_both =
        |case: &&&Case| case.says(&["vừa"]) || !case.begins(&["không", "chưa"]) && case.says(&["nhưng", "mà"]) && case.says(&WRONG);
    pair.filter(|[one, _]| !excludes(one) && !cases.iter().any(|case| says_both(&case)))
}

/// Tells whether a level also says that nothing is wrong: “có sáng kiến và không có vi phạm”.
fn excludes(case: &Case) -> bool {
    case.says(&["không", "tất cả", "toàn bộ", "mọi", "100"])
}

/// Tells whether a level is of some members: “có đơn vị tăng”, “từ 01 đơn vị trở lên tăng”.
fn is_of_some(case: &Case) -> bool {
    const BEFORE: [&str; 9] = ["có", "còn", "ít", "nhất", "từ", "tối", "thiểu", "một", "để"];
    let share = case.condition.as_ref().is_some_and(|condition| condition.percent);
    let number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
    let before = case.words.iter().take_while(|word| BEFORE.contains(&word.as_str()) || number(word)).count();
    let rest = case.words.get(before..).unwrap_or_default().join(" ");
    let member = MEMBERS.iter().any(|thing| rest.strip_prefix(thing).is_some_and(|rest| rest.starts_with(' ')));
    before > 0 && !share && member && !case.says(&["tất cả", "toàn bộ", "mọi"])
}
