//! What the words around a share say: which things they are, and what is done with them.

use super::things::part_and_whole;
use crate::text::capital;

/// Reads the part and the whole that stand before a percentage: “tổng số hồ sơ đúng hạn/tổng số hồ sơ đã giải quyết ≥ 98%”.
pub fn divided(before: &[Vec<String>]) -> Option<(String, String)> {
    let counts = |words: &str| ["tổng số ", "số ", "tổng "].iter().any(|word| words.starts_with(word));
    let parts: Vec<String> = before.iter().map(|words| words.join(" ")).collect();
    let split = |words: String| words.split_once(" / ").map(|(one, other)| (one.to_owned(), other.to_owned()));
    let (part, whole) = parts.into_iter().find_map(split)?;
    let whole = whole.trim_end_matches(" đạt").to_owned();
    (counts(&part) && counts(&whole) && !whole.contains(" / ")).then(|| (capital(&part), capital(&whole)))
}

/// Finds what is done with things of which a share counts: “xử lý xong 100% văn bản được kiến nghị” settles them. The words behind
/// the share say which things count, not what came of them.
pub fn deed(before: &[Vec<String>]) -> Option<String> {
    // Words of reaching, of measuring and of quantities do nothing with things.
    const NO_DEED: [&str; 40] = [
        "đạt", "có", "từ", "tỷ", "tỉ", "số", "tổng", "mức", "chỉ", "điểm", "bảo", "đảm", "duy", "phấn", "nếu", "đã", "được", "không",
        "chưa", "thời", "kinh", "giá", "diện", "khối", "dung", "kết", "chất", "trên", "hơn", "ít", "tối", "giảm", "tăng", "vượt", "còn",
        "chiếm", "trong", "cán", "công", "người",
    ];
    // “Số hóa” and “công khai” begin like things.
    const DEEDS: [[&str; 2]; 7] =
        [["số", "hóa"], ["công", "khai"], ["công", "bố"], ["công", "nhận"], ["kết", "nối"], ["tổng", "hợp"], ["chỉ", "đạo"]];
    // “Đã xử lý 100% văn bản” settles them, too.
    let before: Vec<Vec<String>> =
        before.iter().map(|words| words.strip_prefix(&["đã".to_owned()]).map_or_else(|| words.clone(), <[String]>::to_vec)).collect();
    let does = |words: &&Vec<String>| {
        let [first, rest @ ..] = words.as_slice() else { return false };
        let known = rest.first().is_some_and(|second| DEEDS.iter().any(|[one, other]| first == one && second == other));
        // “Giải ngân đạt 95% kế hoạch vốn” compares with the plan.
        let reaches = ["đạt", "chiếm", "bằng", "được"].contains(&words.last().map_or("", String::as_str));
        (known || !NO_DEED.contains(&first.as_str())) && !reaches && words.iter().all(|word| word.chars().any(char::is_alphabetic))
    };
    // “Đã xử lý 100% số văn bản phải xử lý”.
    let done = |words: &Vec<String>| match words.as_slice() {
        [first, rest @ ..] if ["đã", "được"].contains(&first.as_str()) => rest.to_vec(),
        _ => words.clone(),
    };
    let before: Vec<Vec<String>> = before.iter().map(done).collect();
    let said = before.iter().filter(does).max_by_key(|words| words.len())?.join(" ");
    let ends = ["từ", "ít nhất", "tối thiểu", "trên", "đủ", "đối với", "cho"];
    let said = ends.iter().fold(said, |said, end| {
        said.strip_suffix(&format!(" {end}")).filter(|rest| !rest.ends_with(" đầy")).map_or(said.clone(), str::to_owned)
    });
    (!said.contains("tỷ lệ") && !said.contains("tỉ lệ") && said.split(' ').count() <= 8).then_some(said)
}

/// Tells whether words before shares say what is done with things.
pub fn does_something(before: &[Vec<String>]) -> bool {
    deed(before).is_some()
}

/// Names what was done and all there was to do, of a deed and the words behind shares.
pub fn parts_of_deed(deed: &str, after: &[String]) -> Option<(String, String)> {
    let (things, how) = things_and_how(after.iter().max_by_key(|tail| tail.chars().count())?)?;
    let number = if things.starts_with("số ") { "" } else { "số " };
    let core = to_be_done(things, deed).unwrap_or(things);
    // “Giải quyết đúng hạn 90% đơn thư đúng hạn” says it once.
    let how = if deed.ends_with(how) { "" } else { how };
    Some((capital(&format!("{number}{core} đã {deed}{how}")), format!("Tổng {number}{things}")))
}

/// Gives the things of “văn bản phải xử lý”, of which a deed says how many were settled.
pub fn to_be_done<'t>(things: &'t str, deed: &str) -> Option<&'t str> {
    let core = things.strip_suffix(deed)?.trim_end();
    ["phải", "cần", "được giao"].iter().find_map(|word| core.strip_suffix(word)).map(str::trim_end).filter(|core| !core.is_empty())
}

/// Parts the words behind a share: the things that count, and how it is done with them.
pub fn things_and_how(tail: &str) -> Option<(&str, &str)> {
    const HOW: [&str; 12] = [
        " đúng thời hạn",
        " đúng thời gian",
        " đúng hạn",
        " đúng quy định",
        " theo quy định",
        " kịp thời",
        " đầy đủ",
        " đúng tiến độ",
        " trước hạn",
        " đúng yêu cầu",
        " theo kế hoạch",
        " trở lên",
    ];
    let counted = ["tổng số ", "số ", "các "].iter().find_map(|word| tail.strip_prefix(word));
    // “Số tiền phải nộp” is no number of things.
    let things = counted.filter(|rest| !rest.starts_with("tiền ")).unwrap_or(tail);
    let at = HOW.iter().filter_map(|how| things.find(how)).min().unwrap_or(things.len());
    let (things, how) = (things.get(..at)?.trim(), things.get(at..)?.trim_end());
    let few = (1..=16).contains(&things.split(' ').count());
    // Words that brackets cut off name nothing.
    let named = things.starts_with(char::is_alphanumeric);
    (few && named && !tail.contains(['%', ';', ':']))
        .then(|| (things, how.strip_prefix(" trở lên").filter(|how| how.starts_with(" (")).unwrap_or(how).trim_end_matches(" trở lên")))
}

/// Tells whether words behind a percentage name only the whole: “tổng số xã”, “tổng thời gian kỳ họp”; also any words where a
/// quantity stands before it.
pub fn is_only_a_whole(tail: &str, before: &[Vec<String>]) -> bool {
    const QUANTITIES: [&str; 8] = ["thời lượng", "thời gian", "kinh phí", "giá trị", "diện tích", "khối lượng", "dung lượng", "số lượng"];
    let plain = tail.to_lowercase();
    let whole = ["tổng ", "so với ", "trên "].iter().any(|word| plain.starts_with(word));
    let measured = || before.iter().any(|words| QUANTITIES.iter().any(|word| words.join(" ").starts_with(word)));
    part_and_whole(tail).is_none() && (whole || measured())
}

/// Names part and whole by the longest words behind a percentage that do.
pub fn named_parts(tails: &[String]) -> Option<(String, String)> {
    tails.iter().filter_map(|tail| part_and_whole(tail)).max_by_key(|(part, _)| part.len())
}
