//! Which figures a rate is of, where the words before its percentages, or the name, say what counts, and those behind them out of
//! how many: “hồ sơ đúng hạn đạt từ 98% tổng số hồ sơ đã giải quyết”.

use crate::convert::line::lowered;

use super::sense::spelt;
use super::states::states;
use super::things::{head, of_rate, without_number};

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
    let counted = counted || ["tổng số ", "tổng "].iter().any(|word| tail.trim_start().to_lowercase().starts_with(word));
    let things = without_number(tail.trim());
    let things = things.strip_prefix("tổng ").unwrap_or(things).trim_end_matches([',', '.', ' ']);
    let plain = !things.is_empty() && !things.contains(['%', ';', ':']) && things.split(' ').count() <= MOST;
    plain.then(|| (things.to_owned(), counted))
}

/// Most words of things.
const MOST: usize = 12;

/// Gives the longest words before percentages without those that reach them: “hồ sơ đúng hạn” of “tỷ lệ hồ sơ đúng hạn đạt từ”.
fn subject(before: &[Vec<String>]) -> Option<String> {
    const LEADS: [&str; 9] = ["có ", "tổng số ", "tổng ", "số lượng ", "số ", "các ", "tỷ lệ ", "tỉ lệ ", "nếu "];
    const ENDS: [&str; 13] =
        [" đạt", " chiếm", " bằng", " là", " từ", " ít nhất", " tối thiểu", " trên", " dưới", " hoặc", " lớn hơn", " lớn", " hơn"];
    let longest = before.iter().map(|words| words.join(" ")).max_by_key(|words| words.chars().count())?;
    let mut subject = longest.as_str();
    // “Số hóa” is no number of anything.
    while let Some(rest) = LEADS.iter().find_map(|lead| subject.strip_prefix(lead).filter(|rest| !rest.starts_with("hóa"))) {
        subject = rest;
    }
    while let Some(rest) = ENDS.iter().find_map(|end| subject.strip_suffix(end)) {
        subject = rest;
    }
    Some(subject.to_owned())
}

/// Names the rate that the words before percentages say of things, where a name doesn't say it: “Dịch vụ công | hồ sơ trực tuyến từ
/// 80%”, “Tiến độ giải quyết hồ sơ | đúng hạn từ 98%”.
pub fn of_line(name: &str, before: &[Vec<String>]) -> Option<String> {
    const LEADS: [&str; 7] = ["tiến độ ", "kết quả ", "tình hình ", "công tác ", "việc ", "chất lượng ", "hiệu quả "];
    let subject = subject(before)?;
    let told = !subject.is_empty() && subject.chars().all(|c| c.is_alphabetic() || c == ' ') && subject.split(' ').count() <= MOST;
    let subject = Some(subject).filter(|_| told)?;
    if head(&subject).is_some() {
        return Some(format!("Tỷ lệ {}", spelt(&subject)));
    }
    let plain = name.to_lowercase();
    let core = LEADS.iter().find_map(|lead| plain.starts_with(lead).then(|| name.get(lead.len()..)).flatten()).unwrap_or(name);
    let both = format!("Tỷ lệ {} {subject}", lowered(core.trim()));
    Some(if of_rate(&both, None).is_some() { both } else { format!("Tỷ lệ {} ({name})", spelt(&subject)) })
}

/// Names part and whole by a line that has both: things and how they are before the percentage, the same things behind it. “Đơn vị
/// xử lý 100% văn bản” has one thing behind another.
pub fn of_subject(before: &[Vec<String>], after: &[String]) -> Option<(String, String)> {
    let longest = subject(before)?;
    let subject = longest.as_str();
    let things = whole(after).map(|(things, _)| of_the_same(subject, &things))?;
    let small = things.to_lowercase();
    let first = |words: &str| words.split(' ').take(2).map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (head(subject), head(&small));
    let same = first(subject) == first(&small) || one.is_some() && one == other;
    let count = subject.split(' ').count();
    let shared = subject.split(' ').zip(small.split(' ')).take_while(|(one, other)| one == other).count();
    (same && subject != small && count > 2 && count > shared && count <= MOST)
        .then(|| (format!("Số {}", spelt(subject)), format!("Tổng số {things}")))
}

/// Says again of what the words behind a percentage are, where these only say which: “công chức đã được bồi dưỡng đạt từ 95% số phải
/// bồi dưỡng”.
fn of_the_same(subject: &str, things: &str) -> String {
    const WHICH: [&str; 5] = ["phải ", "cần ", "được ", "đã ", "đến hạn "];
    let only = WHICH.iter().any(|word| things.starts_with(word));
    head(subject).filter(|_| only).map_or_else(|| things.to_owned(), |thing| format!("{thing} {things}"))
}

/// Words that say which things there are, and not what is done with them.
const WHICH: [&str; 11] = [
    "thuộc thẩm quyền",
    "thuộc phạm vi",
    "được giao",
    "hiện có",
    "trên địa bàn",
    "theo danh mục",
    "theo quy định",
    "của đơn vị",
    "đủ điều kiện",
    "có phát sinh",
    "đã công bố",
];

/// Tells whether words behind a percentage say which things there are, and nothing that is done with them: “TTHC đủ điều kiện”.
pub fn says_which(tail: &str) -> bool {
    let plain = tail.to_lowercase();
    let things = without_number(plain.trim());
    let Some(thing) = head(things) else { return false };
    let which = things.get(thing.len()..).unwrap_or_default().replace(" trở lên", "");
    WHICH.iter().any(|word| which.trim() == *word)
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
    let (part, all) = of_rate(name, None)?;
    // “Phòng chuyên môn được kiểm tra” above “từ 30% số phòng chuyên môn” says what is done with these.
    if all.to_lowercase() == format!("tổng số {}", things.to_lowercase()) {
        return Some((part, all));
    }
    let of = part.strip_prefix("Số ")?;
    let (thing, plain, small) = (head(&things)?, name.to_lowercase(), things.to_lowercase());
    // “Từ 20% số đơn vị” below “Tỷ lệ đơn vị sự nghiệp công lập …” is of these.
    let longer = head(of).filter(|own| small == thing && own.to_lowercase().starts_with(&format!("{} ", thing.to_lowercase())));
    if let Some(own) = longer {
        return Some((part, format!("Tổng số {own}")));
    }
    // “Phản ánh, kiến nghị” are not “phản ánh” alone.
    if head(of).map(|head| head.to_lowercase()) != Some(thing.to_lowercase()) {
        return None;
    }
    let lost = states(&plain).any(|(state, _)| !small.contains(state));
    let own = states(&small).any(|(state, _)| !plain.contains(state));
    // “Hồ sơ trễ hạn được xin lỗi” says what is done with them.
    let done = [" được ", " đã "]
        .iter()
        .filter_map(|word| small.split_once(word))
        .any(|(_, behind)| !COMING.iter().any(|verb| behind.starts_with(verb)));
    let own = own || done;
    // “100% TTHC thuộc thẩm quyền” says of which there are all, and nothing that is done with them.
    let which = small.get(thing.len()..).unwrap_or_default().trim();
    let only = WHICH.iter().any(|word| which.starts_with(word)) && !own;
    let counted = counted || only && part.chars().count() > "Số ".chars().count() + thing.chars().count();
    let narrower = things.chars().count() > thing.chars().count();
    (counted || narrower && lost && !own).then(|| (part.clone(), format!("Tổng số {things}")))
}

/// Names money and the money that it is a share of: “mức chi đạt tối thiểu 10% tổng kinh phí CNTT”. What the name says of the first
/// stands in its label.
pub fn of_money(name: &str, before: &[Vec<String>], after: &[String]) -> Option<(String, String)> {
    const MONEY: [&str; 8] = ["kinh phí", "chi ", "ngân sách", "vốn", "thu ", "số tiền", "nguồn", "mức chi"];
    let of = |words: &str| MONEY.iter().any(|money| words.strip_prefix("tổng ").unwrap_or(words).starts_with(money));
    let (things, counted) = whole(after)?;
    let subject = subject(before)?;
    let known = of(&things.to_lowercase()) && of(&format!("{subject} ")) && counted;
    let part = if name.to_lowercase().starts_with(&subject) { name.to_owned() } else { subject };
    (known && part.split(' ').count() <= MOST).then(|| (part, format!("Tổng {things}")))
}
