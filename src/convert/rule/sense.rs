//! What a line measures, compared with the name of its criterion: the same, its opposite, another rate, or its change.

use crate::convert::line::{Clause, WordedClause, capital, clauses, narrows, telling, turns, without_brackets};
use crate::finding::convert::MEASURED;
use crate::text;
use crate::text::fold::bare;

use super::Doubt;
use super::short::SHORT;
use super::things::{head, without_number};

/// Words of a change with the way it goes, the longest first.
const CHANGES: [(&str, Way); 11] = [
    ("cắt giảm", Way::Down),
    ("tụt", Way::Down),
    ("giảm", Way::Down),
    ("cải thiện", Way::Any),
    ("thay đổi", Way::Any),
    ("biến động", Way::Any),
    ("chênh lệch", Way::Any),
    ("tăng", Way::Up),
    ("thăng", Way::Up),
    ("vượt", Way::Up),
    ("bậc", Way::Step),
];

/// Words of a name that speaks of a change.
const CHANGED: [&str; 3] = ["rút ngắn", "tinh giản", "sắp xếp"];

/// Words of a name that speaks of a place: “từ 3 bậc” are places of it, “tăng 3 bậc” are places won.
const PLACES: [&str; 3] = ["thứ hạng", "xếp hạng", "thứ bậc"];

/// Words that compare with an earlier time.
const EARLIER: [&str; 6] = ["so với năm", "so với cùng kỳ", "so với kỳ", "so với quý", "so với tháng", "so với thời điểm"];

/// Words of what is done as it should be.
const POSITIVE: [&str; 13] = [
    "đúng",
    "trước hạn",
    "trước thời hạn",
    "sớm",
    "kịp thời",
    "hoàn thành",
    "đầy đủ",
    "hài lòng",
    "hợp lệ",
    "đạt chuẩn",
    "đạt yêu cầu",
    "đảm bảo",
    "bảo đảm",
];

/// Words that deny the next.
const DENYING: [&str; 4] = ["không", "chưa", "khong", "chua"];

/// Words that don't tell one rate from another.
const LIGHT: [&str; 42] = [
    "tế", "tỷ", "tỉ", "lệ", "phần", "trăm", "đạt", "các", "của", "số", "tổng", "được", "có", "là", "trong", "và", "đã", "những", "so",
    "với", "trên", "mức", "độ", "thực", "hiện", "theo", "về", "cho", "tại", "năm", "đơn", "vị", "từ", "bằng", "kế", "hoạch", "chỉ", "tiêu",
    "giao", "dự", "toán", "nếu",
];

/// The way that a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// More than before.
    Up,
    /// Less than before.
    Down,
    /// One or the other.
    Any,
    /// So many places of a list.
    Step,
}

/// How what is measured stands to a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sense {
    /// It is what the name says.
    Same,
    /// It is the change of what the name says, in these words.
    Change(String),
    /// It is the opposite of what the name says.
    Opposite,
    /// It is not clear.
    Unclear,
}

/// Puts words into the form in which they are compared.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Lists the words of headings among clauses, and of remarks that speak of a change: they say what is measured, too.
pub fn beside(said: &[WordedClause]) -> Vec<Vec<String>> {
    let tells = |one: &&WordedClause| match one.clause {
        Clause::Heading | Clause::Between => true,
        Clause::Remark => earlier(&words(&one.text)).is_some(),
        _ => false,
    };
    said.iter().filter(tells).map(|one| words(&without_asides(&one.text))).collect()
}

/// Takes brackets that only narrow what is counted out of words: what they deny says nothing of what is measured.
fn without_asides(text: &str) -> String {
    without_brackets(text, narrows)
}

/// Finds words in others, one behind the other.
fn find(within: &[String], wanted: &str) -> Option<usize> {
    let wanted: Vec<&str> = wanted.split(' ').collect();
    within.windows(wanted.len()).position(|part| part.iter().zip(&wanted).all(|(one, other)| one == other))
}

/// Lists the words of change in words.
fn changes(said: &[String]) -> Vec<(&'static str, Way)> {
    let named = |(word, _): &&(&'static str, Way)| find(said, word).is_some();
    let mut found: Vec<(&'static str, Way)> = CHANGES.iter().filter(named).copied().collect();
    // “Cắt giảm” is one word of change, and “tăng cường” is none.
    if found.iter().any(|(word, _)| *word == "cắt giảm") {
        found.retain(|(word, _)| *word != "giảm");
    }
    // “Đạt và vượt” is that the mark is reached.
    if ["đạt và vượt", "đạt hoặc vượt", "đạt vượt", "đạt và vượt mức"].iter().any(|word| find(said, word).is_some())
    {
        found.retain(|(word, _)| *word != "vượt");
    }
    if find(said, "tăng cường").is_some() {
        found.retain(|(word, _)| *word != "tăng");
    }
    found
}

/// Gives the words that compare with an earlier time: “so với năm trước”.
fn earlier(said: &[String]) -> Option<String> {
    const MOST: usize = 7;
    let at = EARLIER.iter().find_map(|words| find(said, words))?;
    let ends = ["trở", "thì", "được", "đạt", "từ", "và", "là", "mà"];
    let part = said.iter().skip(at).take(MOST).take_while(|word| !ends.contains(&word.as_str()));
    Some(part.cloned().collect::<Vec<_>>().join(" "))
}

/// Compares what cases measure, by the words of each, with a name.
pub fn sense(said: &[Vec<String>], name: &str) -> Sense {
    let name = words(&without_asides(name));
    let found: Vec<(&str, Way)> = said.iter().flat_map(|one| changes(one)).collect();
    let known = changes(&name);
    let ways = |list: &[(&str, Way)], way: Way| list.iter().any(|(_, one)| *one == way);
    let (up, down) = (ways(&found, Way::Up), ways(&found, Way::Down));
    let against = (up && ways(&known, Way::Down) && !ways(&known, Way::Up)) || (down && ways(&known, Way::Up) && !ways(&known, Way::Down));
    if against {
        return Sense::Unclear;
    }
    let before = said.iter().find_map(|one| earlier(one));
    let moved = found.iter().any(|(_, way)| *way != Way::Step);
    let speaks = !known.is_empty()
        || CHANGED.iter().any(|word| find(&name, word).is_some())
        || !moved && PLACES.iter().any(|word| find(&name, word).is_some());
    // “Đạt 80%” and “vượt 90%” are ends of two different figures.
    let reached = |one: &Vec<String>| one.iter().any(|word| word == "đạt") && changes(one).is_empty();
    if !speaks && !found.is_empty() && said.iter().any(reached) {
        return Sense::Unclear;
    }
    if !speaks && (!found.is_empty() || (before.is_some() && earlier(&name).is_none())) {
        // “Từ 3 bậc” alone may be places or places won.
        let Some((word, _)) = found.iter().find(|(_, way)| *way != Way::Step).filter(|_| !(up && down)) else {
            return before.filter(|_| found.is_empty()).map_or(Sense::Unclear, Sense::Change);
        };
        let word = format!("mức {word}");
        return Sense::Change(before.map_or_else(|| word.clone(), |before| format!("{word} {before}")));
    }
    polarity(said, &name)
}

/// Tells whether cases measure what a name says or its opposite.
fn polarity(said: &[Vec<String>], name: &[String]) -> Sense {
    let (turned, upright) = (said.iter().any(|one| turns(one)), said.iter().any(|one| !turns(one) && is_done(one, name)));
    match (turns(name), turned, upright) {
        (true, true, true) => Sense::Unclear,
        (true, _, true) | (false, true, _) => Sense::Opposite,
        _ => Sense::Same,
    }
}

/// Tells whether words say that something is as it should be, of which a name denies it or doesn't speak.
fn is_done(said: &[String], name: &[String]) -> bool {
    let denied = |at: usize| (1..=2).any(|back| at >= back && name.get(at - back).is_some_and(|word| DENYING.contains(&word.as_str())));
    let by_itself = |word: &str| find(said, word).is_some() && find(name, word).is_none_or(denied);
    // “Không được số hóa” beside “được số hóa”.
    let next = |at: usize| name.iter().skip(at + 1).find(|word| !["được", "có", "bị", "đạt", "để"].contains(&word.as_str()));
    let affirmed = (0..name.len())
        .filter(|at| name.get(*at).is_some_and(|word| DENYING.contains(&word.as_str())))
        .filter_map(next)
        .any(|word| said.contains(word));
    POSITIVE.iter().any(|word| by_itself(word)) || affirmed
}

/// Tells whether a rate is another than a name says: each has words that the other lacks.
pub fn is_other(rate: &str, name: &str) -> bool {
    // What is done of a plan are its tasks.
    let done = |text: &str| ["hoàn thành", "thực hiện"].iter().any(|word| text.to_lowercase().contains(word));
    let of_plan = ["kế hoạch", "chương trình"].iter().any(|word| name.to_lowercase().contains(word));
    let tasks = ["nhiệm vụ", "nội dung", "công việc", "chỉ tiêu"].iter().any(|word| rate.to_lowercase().contains(word));
    // “Tỷ lệ % hoàn thành” names no other thing than what is done, and answers that are satisfied are what “mức độ hài lòng” asks.
    let answers = ["phan", "hoi", "phieu", "y", "kien", "muc", "do"];
    let satisfied = [rate, name].iter().all(|text| text.to_lowercase().contains("hài lòng"))
        && own(rate).iter().all(|word| answers.contains(&word.as_str()) || own(name).contains(word));
    let bare_deed = done(rate) && done(name) && own(rate).iter().all(|word| ["hoan", "thanh"].contains(&word.as_str()));
    let same = satisfied || bare_deed || of_plan && tasks && done(rate) && done(name);
    !same && says_more(rate, name) && says_more(name, rate)
}

/// Gives the words that tell one rate from another, without marks, abbreviations spelt out.
fn own(text: &str) -> Vec<String> {
    let mut plain = format!(" {} ", words(text).join(" "));
    for (short, long) in SHORT {
        plain = plain.replace(&format!(" {short} "), &format!(" {long} "));
    }
    // “Trước và đúng hạn” is in time.
    for both in ["trước và đúng hạn", "đúng và trước hạn", "trước hạn và đúng hạn", "đúng hạn và trước hạn", "trước, đúng hạn"]
    {
        plain = plain.replace(both, "đúng hạn");
    }
    plain.split_whitespace().filter(|word| !LIGHT.contains(word)).map(bare).collect()
}

/// Tells whether words say something that others lack.
fn says_more(one: &str, other: &str) -> bool {
    let other = own(other);
    own(one).iter().any(|word| !other.contains(word))
}

/// Gives the words before percentages that neither a name nor the labels of inputs say, where they say anything of what counts:
/// “chính xác, đầy đủ đạt 100%”.
pub fn unsaid(before: &str, known: &str) -> Option<String> {
    // Words of bounds and of reaching them, and of what the name or a survey says in other words.
    const NOTHING: [&str; 69] = [
        "dưới",
        "đến",
        "trở",
        "lên",
        "xuống",
        "ít",
        "nhất",
        "tối",
        "thiểu",
        "đa",
        "hơn",
        "lớn",
        "nhỏ",
        "thấp",
        "cao",
        "hoặc",
        "thì",
        "khi",
        "trường",
        "hợp",
        "đảm",
        "bảo",
        "phải",
        "khoảng",
        "gần",
        "đủ",
        "chiếm",
        "tính",
        "điểm",
        "kết",
        "quả",
        "còn",
        "lại",
        "cả",
        "toàn",
        "bộ",
        "tất",
        "hết",
        "nếu",
        "mỗi",
        "cứ",
        "đối",
        "do",
        "bị",
        "để",
        "ở",
        "này",
        "đó",
        "như",
        "sau",
        "vượt",
        "tương",
        "hoàn",
        "thành",
        "giảm",
        "tăng",
        "cắt",
        "tiết",
        "kiệm",
        "bình",
        "quân",
        "hài",
        "lòng",
        "sipas",
        "điều",
        "tra",
        "khảo",
        "sát",
        "chung",
    ];
    let known = format!(" {} ", own(known).join(" "));
    let says = |word: &String| {
        !NOTHING.iter().any(|nothing| bare(nothing) == *word) && word.chars().all(char::is_alphabetic) && word.chars().count() > 1
    };
    let lost: Vec<String> = own(before).into_iter().filter(|word| says(word) && !known.contains(&format!(" {word} "))).collect();
    // “Đạt đúng 80%”, “không quá 1%” say nothing of things.
    if lost.iter().all(|word| ["dung", "khong", "qua", "co"].contains(&word.as_str())) {
        return None;
    }
    let spoken = words(before);
    let first = spoken.iter().position(|word| lost.contains(&bare(word)))?;
    let last = spoken.iter().rposition(|word| lost.contains(&bare(word)))?;
    // “Đầy đủ” is one word.
    let last = last + usize::from(spoken.get(last + 1).is_some_and(|word| word == "đủ"));
    Some(spoken.get(first..=last)?.join(" "))
}

/// Spells abbreviations of words in small letters as decisions do.
pub fn spelt(label: &str) -> String {
    let one = |word: &str| if SHORT.iter().any(|(short, _)| *short == word) { word.to_uppercase() } else { word.to_owned() };
    label.split(' ').map(one).collect::<Vec<_>>().join(" ")
}

/// Gives a name without brackets that say what gives points: “Xử lý phản ánh (không có phản ánh được tính 2 điểm)”.
fn without_cases(name: &str) -> String {
    // “(x)”, “(b/a)” only point at a formula.
    let letters = |inside: &str| inside.split('/').all(|one| one.trim().len() == 1 && one.trim().chars().all(|c| c.is_ascii_alphabetic()));
    let gives = |inside: &str| letters(inside) || clauses(inside).iter().any(|one| matches!(one.clause, Clause::Case(_)));
    without_brackets(name, gives)
}

/// Tells whether the label of a rate says nothing but which things it is of.
fn names_only_things(label: &str) -> bool {
    let plain = label.trim().to_lowercase();
    let things = ["tỷ lệ ", "tỉ lệ "].iter().find_map(|word| plain.strip_prefix(word)).map(without_number);
    things.is_some_and(|things| head(things).as_deref() == Some(things))
}

/// What the form asks for: the name, or what the lines say in place of it, which is asked. `None` where that isn't clear.
pub fn asked_as(name: &str, label: Option<&str>, said: &[Vec<String>], percent: bool, doubts: &mut Vec<Doubt>) -> Option<String> {
    let name = &without_cases(name);
    let rate = ["tỷ lệ", "tỉ lệ", "ty le", "%", "mức độ", "chỉ số"].iter().any(|word| name.to_lowercase().contains(word));
    // “Tỷ lệ đạt”, “tỷ lệ so với kế hoạch” name no rate.
    let of_line = label.filter(|label| words(label).iter().any(|word| !LIGHT.contains(&word.as_str()))).map(spelt);
    // “Tỷ lệ số cơ quan, đơn vị” only names things, and the name of a rate says which of them.
    let of_line = of_line.filter(|label| !rate || !names_only_things(label));
    let other = |label: String, doubts: &mut Vec<Doubt>| {
        doubts.push((
            &MEASURED,
            text!(
                "“{name}”: dòng chấm theo “{label}”, khác với tên tiêu chí",
                "“{name}”: the line scores “{label}”, which is not what the name says"
            ),
        ));
        Some(label)
    };
    match sense(said, name) {
        Sense::Unclear => None,
        Sense::Same => match of_line {
            Some(label) if !rate => Some(label),
            Some(label) if is_other(&label, name) => other(label, doubts),
            // “Tỷ lệ hồ sơ đúng hạn” under “Tỷ lệ hồ sơ” says more than the name.
            Some(label) if says_more(&label, name) => Some(label),
            _ => Some(name.to_owned()),
        },
        Sense::Opposite => {
            let longest = said.iter().filter(|one| turns(one) || is_done(one, &words(name))).max_by_key(|one| one.len());
            let spoken = || {
                let line = longest.map(|one| one.join(" ")).unwrap_or_default();
                let line = line.trim_start_matches("có ").trim_end_matches(" đạt").trim().to_owned();
                let thing = telling(&words(&line)).len() > 1 || words(&line).len() > 1;
                (percent && thing).then(|| {
                    if line.starts_with("tỷ lệ") || line.starts_with("tỉ lệ") {
                        capital(&line)
                    } else {
                        format!("Tỷ lệ {line}")
                    }
                })
            };
            let label = of_line.or_else(spoken)?;
            other(label, doubts)
        }
        Sense::Change(change) => {
            // “Tỷ lệ giảm số đơn vị so với năm 2021” says it itself.
            if let Some(label) = of_line.filter(|label| !rate && !changes(&words(label)).is_empty()) {
                return Some(label);
            }
            let label = format!("{name}: {change}");
            doubts.push((
                &MEASURED,
                if percent && rate {
                    text!(
                        "“{name}”: dòng chấm “{change}”; tính bằng điểm phần trăm hay bằng phần trăm của mức trước?",
                        "“{name}”: the line scores “{change}”; in points of percent, or in per cent of what it was before?"
                    )
                } else {
                    text!(
                        "“{name}”: dòng chấm “{change}”, không chấm chính số liệu của tên tiêu chí",
                        "“{name}”: the line scores “{change}”, not the figure that the name says"
                    )
                },
            ));
            Some(label)
        }
    }
}
