//! How something is done, and for whom: words around a share that are no things of which it is a share.

use crate::convert::line::{Case, Clause, Condition, Side, WordedClause, lowered};
use crate::points::Points;

use super::deeds::{deed, things_and_how};
use super::things::{DEEDS, head, without_number};

/// Words of how something is done. They say it of the things, and are none.
const HOW: [&str; 24] = [
    "đúng và trước hạn",
    "trước và đúng hạn",
    "đúng thời hạn",
    "đúng thời gian",
    "đúng tiến độ",
    "đúng kế hoạch",
    "đúng quy định",
    "đúng quy trình",
    "đúng yêu cầu",
    "đúng hạn",
    "đúng hẹn",
    "trước thời hạn",
    "trước hạn",
    "trước hẹn",
    "trong thời hạn",
    "kịp thời",
    "đầy đủ",
    "dứt điểm",
    "theo quy định",
    "theo tiến độ",
    "theo thời hạn",
    "trực tuyến",
    "trên môi trường mạng",
    "trên môi trường điện tử",
];

/// Words that join them, or say no more.
const JOINTS: [&str; 7] = [", ", "và ", "hoặc ", "quy định", "trở lên", "trở xuống", "đề ra"];

/// Parts words behind a share into how it is done, and the things: “đúng hạn các nhiệm vụ được giao”. Nothing of what begins with
/// things, and nothing where it isn't clear where they begin.
fn parted(tail: &str) -> Option<(&str, &str)> {
    let mut rest = tail.trim_start();
    let begins = |list: &[&str], rest: &str| {
        list.iter()
            .find(|word| rest.strip_prefix(**word).is_some_and(|more| word.ends_with(' ') || !more.starts_with(char::is_alphanumeric)))
            .map(|word| word.len())
    };
    let first = begins(&HOW, rest)?;
    rest = rest.get(first..)?;
    while let Some(width) = begins(&HOW, rest.trim_start()).or_else(|| begins(&JOINTS, rest.trim_start())) {
        rest = rest.trim_start().get(width..)?;
    }
    let how = tail.get(..tail.len() - rest.len())?.trim().trim_end_matches(" trở lên").trim_end_matches(" trở xuống");
    let rest = rest.trim();
    (rest.is_empty() || head(without_number(rest)).is_some()).then_some((how, rest))
}

/// Puts words of how it is done, which stand behind shares, to what is done, which stands before them: “giải quyết 100% đúng hạn” says
/// of the things of the name what “giải quyết đúng hạn đạt 100%” does.
pub fn moved(before: &[Vec<String>], after: &[String]) -> (Vec<Vec<String>>, Vec<String>) {
    const REACHING: [&str; 6] = ["đạt", "được", "từ", "có", "chiếm", "đủ"];
    let mut sides = (before.to_vec(), after.to_vec());
    let told: Vec<Option<(&str, &str)>> = after.iter().map(|tail| parted(tail)).collect();
    if after.iter().zip(&told).any(|(tail, told)| !tail.is_empty() && told.is_none()) || told.iter().all(Option::is_none) {
        return sides;
    }
    for (n, (how, things)) in told.into_iter().enumerate().filter_map(|(n, told)| Some((n, told?))) {
        if let (Some(before), Some(after)) = (sides.0.get_mut(n), sides.1.get_mut(n)) {
            while before.last().is_some_and(|word| REACHING.contains(&word.as_str())) {
                before.pop();
            }
            before.extend(how.split_whitespace().map(|word| word.trim_end_matches(',').to_owned()));
            things.clone_into(after);
        }
    }
    sides
}

/// Names the part and the whole where a share is of those for whom or at whom something is done or had: “có thư xin lỗi đối với 100% hồ
/// sơ trễ hạn” divides those that have one by all of them.
pub fn held(before: &[Vec<String>], after: &[String]) -> Option<(String, String)> {
    const FOR: [&str; 4] = [" đối với", " cho", " tại", " ở"];
    const MEASURES: [&str; 7] = ["tỷ lệ", "tỉ lệ", "mức", "điểm", "tổng", "số ", "đạt"];
    const MOST: usize = 12;
    let said = before.iter().map(|words| words.join(" ")).max_by_key(|words| words.chars().count())?;
    let had = FOR.iter().find_map(|word| said.strip_suffix(word))?;
    let had = had.strip_prefix("đã ").unwrap_or(had);
    let plain = !MEASURES.iter().any(|word| had.starts_with(word)) && had.split(' ').count() <= MOST && had.split(' ').count() > 1;
    let (things, how) = things_and_how(after.iter().max_by_key(|tail| tail.chars().count())?)?;
    let things = without_number(things);
    (plain && head(things).is_some()).then(|| (format!("Số {things} {had}{how}"), format!("Tổng số {things}")))
}

/// Goes on with the words of the name where a label ends with a verb whose object only the name says: “lãnh đạo được cấp và sử dụng”
/// below “Sử dụng chữ ký số cá nhân”, “tái sử dụng dữ liệu” below “Tái sử dụng dữ liệu số hóa”. What things other than people “được
/// xử lý” is themselves.
pub fn continued(label: &str, name: &str) -> String {
    const ENDS: [&str; 27] = [
        "của", "tại", "trên", "trong", "theo", "năm", "đúng", "trước", "bằng", "qua", "cho", "và", "khi", "do", "để", "từ", "đến", "đối",
        "thuộc", "được", "đã", "có", "không", "chưa", "kịp", "đầy", "hoặc",
    ];
    const PEOPLE: [&str; 6] = ["lãnh đạo", "cán bộ", "công chức", "viên chức", "người", "cbcc"];
    const MOST: usize = 5;
    let small = label.to_lowercase();
    let people = PEOPLE.iter().any(|who| small.starts_with(&format!("số {who}")) || small.starts_with(&format!("tỷ lệ {who}")));
    // A verb alone, or one with its object.
    let least = if people { 2 } else { 3 };
    let done: Vec<&str> = small.rsplit_once(" được ").map_or("", |(_, done)| done).split(' ').collect();
    let plain = format!(" {} ", name.to_lowercase());
    let end = |from: usize| {
        let said = done.get(from..)?.join(" ");
        plain.find(&format!(" {said} ")).map(|at| at + said.len())
    };
    let Some(end) = (0..(done.len() + 1).saturating_sub(least)).find_map(end) else { return label.to_owned() };
    let behind = name.get(end..).unwrap_or_default().split([',', ';', ':', '(', '.', '–']).next().unwrap_or_default();
    let more: Vec<&str> = behind.split_whitespace().take_while(|word| !ENDS.contains(&word.to_lowercase().as_str())).collect();
    let object = more.join(" ");
    // “Quy trình được tái cấu trúc” are themselves what is restructured.
    let again = more.len() > 1 && small.contains(&more.get(..2).unwrap_or_default().join(" ").to_lowercase());
    let said = object.is_empty() || again || more.len() > MOST || small.contains(&object.to_lowercase()) || head(&object).is_some();
    if said { label.to_owned() } else { format!("{label} {object}") }
}

/// Names what was done as the name does, where a line only says that it was: “thực hiện từ 20% số TTHC” below “Giải quyết TTHC tại chỗ”.
pub fn by_name(part: &str, name: &str) -> Option<String> {
    let things = part.strip_prefix("Số ")?.strip_suffix(" đã thực hiện")?;
    let small = name.to_lowercase();
    let deed = DEEDS.iter().find(|deed| small.starts_with(**deed) && **deed != "thực hiện ")?;
    let behind = name.get(deed.len() + small.get(deed.len()..)?.strip_prefix(&things.to_lowercase()).map(|_| things.len())?..)?;
    (!behind.contains(';')).then(|| format!("Số {things} đã {}{behind}", deed.trim()))
}

/// Names a rate of which the line says only the things, or only the deed, and the name the other: “đạt 100% cán bộ, công chức” below
/// “Tập huấn kỹ năng số cho cán bộ, công chức”, “rút ngắn 50% thời gian” below “Thời gian giải quyết thủ tục”.
pub fn of_both(name: &str, before: &[Vec<String>], after: &[String]) -> Option<String> {
    const SHORTENED: [&str; 3] = ["rút ngắn", "cắt giảm", "giảm"];
    let tail = after.iter().max_by_key(|tail| tail.chars().count())?.replace(" trở lên", "").replace(" trở xuống", "");
    let things = without_number(tail.trim());
    let small = name.to_lowercase();
    if things.is_empty() || name.contains([';', ':', '%']) {
        return None;
    }
    if let Some((done, whom)) =
        small.split_once(" cho ").filter(|(done, whom)| *whom == things && head(done).is_none() && head(things).is_some())
    {
        let done = name.get(..done.len())?;
        return Some(format!("Tỷ lệ {} được {}", name.get(name.len() - whom.len()..)?, lowered(done)));
    }
    let done = deed(before).filter(|done| SHORTENED.contains(&done.as_str()) && things.starts_with("thời gian"))?;
    small.starts_with(things).then(|| format!("Tỷ lệ {} được {done}", lowered(name)))
}

/// Words of all there are, the longest first.
const ALL: [&str; 8] = ["tất cả số ", "tất cả các ", "toàn bộ số ", "toàn bộ các ", "tất cả ", "toàn bộ ", "đầy đủ các ", "đầy đủ "];

/// Gives what stands behind “100%”, “tất cả” or “toàn bộ”.
pub fn behind_all(label: &str) -> Option<&str> {
    let plain = label.to_lowercase();
    // Where small letters are of another length, the label can't be cut by them.
    let at = ["100%"]
        .iter()
        .chain(ALL.iter().filter(|word| !word.starts_with("đầy đủ")))
        .find_map(|word| plain.find(word).map(|at| at + word.len()));
    at.filter(|_| plain.len() == label.len()).and_then(|at| label.get(at..))
}

/// Takes “tất cả văn bản được ký số”, “hoàn thành đầy đủ các nội dung” for 100 % of them, where other cases say which share of the same
/// gives what.
pub fn all_of_them(said: &mut [WordedClause]) {
    let shares: Vec<(String, String)> = said
        .iter()
        .filter_map(
            |one| if let Clause::Case(case) = &one.clause { case.condition.as_ref().filter(|condition| condition.percent) } else { None },
        )
        .map(|condition| (condition.before.join(" "), condition.tail.to_lowercase().replace(" trở lên", "").replace(" trở xuống", "")))
        .collect();
    let same = |case: &Case| {
        let plain = case.label.to_lowercase();
        let (word, done, things) = ALL.iter().find_map(|all| plain.split_once(all).map(|(done, things)| (*all, done, things)))?;
        let done = done.trim();
        // “Đầy đủ” says how well it is done as often as how many there are.
        let fully = word.starts_with("đầy đủ");
        let fits = |(before, tail): &(String, String)| {
            let of_these = things.starts_with(tail.as_str()) || !fully && things.ends_with(&format!(" {tail}"));
            (before == done || !fully && before.is_empty()) && of_these && (!fully || !tail.is_empty())
        };
        let plainly = case.condition.is_none() && case.days.is_none() && !things.contains([',', ';']) && !things.contains(" và ");
        let known = !fully || !done.is_empty() && shares.len() > 1;
        (plainly && known && shares.iter().any(fits)).then(|| (done.to_owned(), things.to_owned()))
    };
    let found = said.iter().filter(|one| matches!(&one.clause, Clause::Case(case) if same(case).is_some())).count();
    for one in said.iter_mut().filter(|_| found == 1) {
        let Clause::Case(case) = &mut one.clause else { continue };
        if let Some((done, things)) = same(case) {
            let words = |text: &str| text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>();
            case.condition = Some(Condition {
                bounds: vec![(Side::Exactly, Points::hundred())],
                percent: true,
                before: words(&done),
                after: words(&things),
                tail: things,
            });
        }
    }
}

/// Says of cases that a label counts what happened in them, where only the name does: “Số trường hợp qua xác minh là đúng” below “Báo chí
/// phản ánh tiêu cực”.
pub fn cases_of(name: &str, label: &str) -> Option<String> {
    const CASES: &str = "Số trường hợp ";
    const MOST: usize = 10;
    const OTHERS: [&str; 7] = ["số ", "tỷ lệ", "tỉ lệ", "có ", "điểm", "mức", "không "];
    let behind = label.strip_prefix(CASES)?;
    let small = name.to_lowercase();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let told = behind.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
    let plain = !name.contains(['(', ';', ':', '%']) && !OTHERS.iter().any(|word| small.starts_with(word)) && words.len() <= MOST;
    // “Bị khiển trách” says what happened, “qua xác minh là đúng” how it came to light.
    let found = ["qua ", "theo ", "là ", "được xác minh", "đã xác minh"].iter().any(|word| behind.starts_with(word));
    (!told && plain && found).then(|| format!("{CASES}{} {behind}", lowered(name)))
}
