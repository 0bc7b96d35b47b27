//! Which figures a rate is of, where the words before its percentages, or the name, say what counts, and those behind them out of
//! how many: “hồ sơ đúng hạn đạt từ 98% tổng số hồ sơ đã giải quyết”.

use super::sense::spelt;
use super::things::{head, of_rate, without_number};

/// Words of how things are or of what is done with them, which no figure may lose.
const STATES: [&str; 24] = [
    "đúng hạn",
    "trước hạn",
    "đúng thời hạn",
    "đúng thời gian",
    "đúng tiến độ",
    "trễ hạn",
    "quá hạn",
    "trễ hẹn",
    "trực tuyến",
    "toàn trình",
    "ký số",
    "số hóa",
    "công khai",
    "hợp lệ",
    "hòa giải thành",
    "thanh toán",
    "trả lời",
    "giải quyết",
    "xử lý",
    "khắc phục",
    "cập nhật",
    "đơn giản hóa",
    "đồng bộ",
    "niêm yết",
];

/// What is done with all things that come in, of which some are then counted.
const COMING: [&str; 13] = [
    "tiếp nhận",
    "giải quyết",
    "thụ lý",
    "phát hành",
    "cấp",
    "giao",
    "phát sinh",
    "ban hành",
    "nộp",
    "gửi",
    "phê duyệt",
    "công bố",
    "phân công",
];

/// Lists the words of how things are among others.
fn states(words: &str) -> Vec<&'static str> {
    STATES.iter().copied().filter(|state| words.contains(state)).collect()
}

/// Gives the words behind percentages that say out of how many: without “trên”, “tổng số” and “trở lên”, and whether these were said.
fn whole(after: &[String]) -> Option<(String, bool)> {
    let longest = after.iter().max_by_key(|tail| tail.chars().count())?;
    let mut tail = longest.replace(" trở lên", "").replace(" trở xuống", "");
    let plain = tail.to_lowercase();
    let joint = ["trở lên trên ", "trở lên so với ", "trên ", "so với ", "trong "].iter().find(|joint| plain.starts_with(**joint));
    let counted =
        joint.is_some_and(|joint| ["tổng ", "số "].iter().any(|word| plain.get(joint.len()..).is_some_and(|rest| rest.starts_with(word))));
    if let Some(joint) = joint {
        tail = tail.get(joint.len()..)?.to_owned();
    }
    let things = without_number(tail.trim());
    let things = things.strip_prefix("tổng ").unwrap_or(things).trim_end_matches([',', '.', ' ']);
    let plain = !things.is_empty() && !things.contains(['%', ';', ':']) && things.split(' ').count() <= MOST;
    plain.then(|| (things.to_owned(), counted))
}

/// Most words of things.
const MOST: usize = 12;

/// Names part and whole by a line that has both: things and how they are before the percentage, the same things behind it. “Đơn vị
/// xử lý 100% văn bản” has one thing behind another.
pub fn of_subject(before: &[Vec<String>], after: &[String]) -> Option<(String, String)> {
    const LEADS: [&str; 9] = ["có ", "tổng số ", "tổng ", "số lượng ", "số ", "các ", "tỷ lệ ", "tỉ lệ ", "nếu "];
    const ENDS: [&str; 13] =
        [" đạt", " chiếm", " bằng", " là", " từ", " ít nhất", " tối thiểu", " trên", " dưới", " hoặc", " lớn hơn", " lớn", " hơn"];
    let (things, _) = whole(after)?;
    let longest = before.iter().map(|words| words.join(" ")).max_by_key(|words| words.chars().count())?;
    let mut subject = longest.as_str();
    while let Some(rest) = LEADS.iter().find_map(|lead| subject.strip_prefix(lead)) {
        subject = rest;
    }
    while let Some(rest) = ENDS.iter().find_map(|end| subject.strip_suffix(end)) {
        subject = rest;
    }
    let small = things.to_lowercase();
    let first = |words: &str| words.split(' ').take(2).map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (head(subject), head(&small));
    let same = first(subject) == first(&small) || one.is_some() && one == other;
    let count = subject.split(' ').count();
    let shared = subject.split(' ').zip(small.split(' ')).take_while(|(one, other)| one == other).count();
    (same && subject != small && count > 2 && count > shared && count <= MOST)
        .then(|| (format!("Số {}", spelt(subject)), format!("Tổng số {things}")))
}

/// Names the part by the name and the whole by the words behind the percentages, where the name says how things are and these only
/// which of them there are: “Tỷ lệ hồ sơ giải quyết đúng hạn | từ 98% số hồ sơ đã giải quyết”, “Số hóa hồ sơ | 80% hồ sơ được tiếp
/// nhận”. What the line says is done with them counts where it says as much as the name.
pub fn of_name(name: &str, before: &[Vec<String>], after: &[String]) -> Option<(String, String)> {
    const REACHING: [&str; 12] = ["đạt", "có", "từ", "tỷ", "lệ", "ít", "nhất", "tối", "thiểu", "mức", "được", "chiếm"];
    if !before.iter().flatten().all(|word| REACHING.contains(&word.as_str())) {
        return None;
    }
    let (things, counted) = whole(after)?;
    let (part, _) = of_rate(name, None)?;
    let of = part.strip_prefix("Số ")?;
    let (thing, plain, small) = (head(&things)?, name.to_lowercase(), things.to_lowercase());
    // “Phản ánh, kiến nghị” are not “phản ánh” alone.
    if head(of).map(|head| head.to_lowercase()) != Some(thing.to_lowercase()) {
        return None;
    }
    let lost = states(&plain).iter().any(|state| !small.contains(state));
    let own = states(&small).iter().any(|state| !plain.contains(state));
    // “Hồ sơ trễ hạn được xin lỗi” says what is done with them.
    let done = [" được ", " đã "]
        .iter()
        .filter_map(|word| small.split_once(word))
        .any(|(_, behind)| !COMING.iter().any(|verb| behind.starts_with(verb)));
    let own = own || done;
    let narrower = things.chars().count() > thing.chars().count();
    (counted || narrower && lost && !own).then(|| (part.clone(), format!("Tổng số {things}")))
}

/// Tells which words of how things are stand in a name or before the percentages, and in none of the labels of the figures.
pub fn lost(name: &str, said: &[Vec<String>], labels: &str) -> Option<&'static str> {
    const TIMELY: [&str; 11] = [
        "đúng hạn",
        "trước hạn",
        "đúng thời hạn",
        "đúng tiến độ",
        "trễ hạn",
        "quá hạn",
        "trễ hẹn",
        "trực tuyến",
        "ký số",
        "số hóa",
        "hòa giải thành",
    ];
    let (name, labels) = (name.to_lowercase(), labels.to_lowercase());
    let said: Vec<String> = said.iter().map(|words| words.join(" ")).collect();
    let told = |state: &&str| name.contains(*state) || said.iter().any(|words| words.contains(*state));
    // “Trong thời hạn”, “đúng hạn” are said in many ways: one of them is enough.
    let any = TIMELY.iter().any(|state| labels.contains(state)) || labels.contains(" hạn") || labels.contains("tiến độ");
    TIMELY.iter().copied().find(|state| !any && told(state))
}
