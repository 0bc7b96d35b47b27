//! Levels of which the best joins two conditions: whoever meets only the one that no other level speaks of has none.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::GAP;
use crate::text;

use super::words::{BUTS, COMPLETE, DENIALS, FAILS, IN_TIME, LACKING, LATE, ONE, PARTLY, begins_quality};

/// Asks what a unit gets that meets one of two conditions, where the other levels deny only the other one, and what lacking both
/// gives, where only one of them is said to be missing: “đầy đủ, đúng hạn: 2; đầy đủ nhưng chậm: 1; không gửi: 0”.
pub fn open_beside_both(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    // What is asked of lateness already says so.
    if doubts.iter().any(|(code, _)| *code == &GAP) {
        return;
    }
    let joins = |case: &Case| !case.is_negative() && !case.says(&["hoặc"]) && word(case, &IN_TIME).zip(quality(case)).is_some();
    let Some(best) = cases.iter().find(|case| case.is_full(asked.words.max) && joins(case)) else { return };
    let others: Vec<&&Case> = cases.iter().filter(|case| *case != best).collect();
    let (Some(in_time), Some(complete)) = (word(best, &IN_TIME), quality(best)) else { return };
    let late = |case: &&&Case| word(case, &LATE).is_some() || denies(case, &IN_TIME);
    let denied = [format!("không {complete}"), format!("chưa {complete}")];
    let lacking =
        |case: &&&Case| word(case, &LACKING).is_some() || denies(case, &COMPLETE) || denied.iter().any(|words| case.says(&[words]));
    let closed = |case: &&&Case| case.is_rest() || case.says(&["hoặc"]) || case.says(&FAILS);
    if best.condition.is_some()
        || best.days.is_some()
        || others.iter().any(|case| case.condition.is_some() || case.days.is_some() || closed(case))
    {
        return;
    }
    let (some_late, some_lacking) = (others.iter().any(late), others.iter().any(lacking));
    let (vi, en) = match (some_late, some_lacking) {
        (true, false) => (format!("trường hợp “{in_time}” nhưng không “{complete}”"), format!("“{in_time}” and not “{complete}”")),
        (false, true) => (format!("trường hợp “{complete}” nhưng không “{in_time}”"), format!("“{complete}” and not “{in_time}”")),
        // “Đúng hạn nhưng thiếu”, “đủ nhưng chậm”: nothing is said of who is late and lacks something.
        (true, true)
            if others.iter().filter(|case| late(case)).all(|case| quality(case).is_some() && !lacking(case))
                && others.iter().filter(|case| lacking(case)).all(|case| word(case, &IN_TIME).is_some() && !late(case)) =>
        {
            (format!("trường hợp vừa không “{complete}” vừa không “{in_time}”"), format!("neither “{complete}” nor “{in_time}”"))
        }
        _ => return,
    };
    ask(asked, (&vi, &en), doubts);
}

/// Asks what a unit gets that lacks one of several things which the best level names, where the other levels speak of some of them:
/// “đầy đủ nội dung, số liệu, phụ lục: 1; thiếu số liệu hoặc phụ lục: 0,5”, “thường xuyên, đúng quy định: 1; chưa thường xuyên: 0,5”.
pub fn open_beside_some(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    if doubts.iter().any(|(code, _)| *code == &GAP) {
        return;
    }
    let bounded = |case: &&&Case| case.condition.is_some() || case.days.is_some();
    let closed = |case: &&&Case| case.is_rest() || case.says(&FAILS) || case.says(&PARTLY);
    let Some(best) = cases.iter().find(|case| case.is_full(asked.words.max) && !case.is_negative() && !case.says(&["hoặc"])) else {
        return;
    };
    let others: Vec<&&Case> = cases.iter().filter(|case| *case != best).collect();
    if cases.iter().any(|case| bounded(&case)) || others.iter().any(closed) {
        return;
    }
    let parts = parts(&best.label);
    let speaks = |part: &str| {
        let plain = part.to_lowercase();
        let faults = ["không", "chưa", "thiếu", "không đầy đủ", "chưa đầy đủ", "không đủ", "chưa đủ"].map(|no| format!("{no} {plain}"));
        // “Sai mẫu biểu” is the contrary of “đúng mẫu biểu”.
        let wrong = plain.strip_prefix("đúng ").map(|of| format!("sai {of}"));
        let lacking = |case: &&&Case| {
            let lacks = case.begins(&["thiếu", "còn thiếu", "chưa đủ", "không đủ"])
                && format!(" {} ", case.words.join(" ")).contains(&format!(" {plain} "));
            let complete = plain.starts_with("đầy đủ") || plain.starts_with("đủ");
            let lacks = lacks || complete && (word(case, &LACKING).is_some() || denies(case, &COMPLETE));
            let wrong = wrong.as_deref().is_some_and(|wrong| case.says(&[wrong]));
            lacks || wrong || faults.iter().any(|fault| case.says(&[fault])) || is_late(case) && IN_TIME.contains(&plain.as_str())
        };
        others.iter().any(lacking)
    };
    let (told, open): (Vec<&String>, Vec<&String>) = parts.iter().partition(|part| speaks(part));
    if let ([_, ..], [first, ..]) = (told.as_slice(), open.as_slice()) {
        ask(asked, (&format!("trường hợp không “{first}”"), &format!("a case without “{first}”")), doubts);
    }
}

/// Gives the quality that words end with: “bố trí đủ số lượng”.
fn quality_in(part: &str) -> Option<String> {
    const MOST: usize = 5;
    let words: Vec<&str> = part.split_whitespace().collect();
    let at = (0..words.len()).find(|at| begins_quality(words.get(*at..).unwrap_or_default()))?;
    let own = words.get(at..)?;
    let plainly = own.len() > 1 && own.len() <= MOST && own.iter().all(|word| word.chars().all(char::is_alphabetic));
    plainly.then(|| own.join(" "))
}

/// Parts qualities that stand side by side, whatever they are of: “bố trí đủ số lượng, phù hợp chuyên môn”. `None` where one of them says
/// anything else.
fn side_by_side(plain: &str) -> Option<Vec<String>> {
    let all: Option<Vec<String>> = plain.replace(" và ", ", ").split(", ").map(quality_in).collect();
    all.filter(|parts| parts.len() > 1 && !parts.iter().any(|part| part.contains("quy định")))
}

/// Lists qualities that stand side by side, without what they are of: “gửi đầy đủ, kịp thời, đúng mẫu các báo cáo”.
pub fn qualities(plain: &str) -> Vec<String> {
    let own = |part: &str| quality_in(part.split(" các ").next().unwrap_or_default().trim());
    plain.replace(" và ", ", ").split(", ").filter_map(own).collect()
}

/// Tells whether words are qualities side by side, with at most a verb before them.
pub fn qualities_alone(plain: &str) -> bool {
    const VERBS: [&str; 9] = ["gửi", "nộp", "dự", "cử", "báo cáo", "thực hiện", "tham dự", "tham gia", "công khai"];
    let alone = |part: &str| {
        let own = VERBS.iter().find_map(|verb| part.strip_prefix(verb)?.strip_prefix(' ')).unwrap_or(part);
        quality_in(own).is_some_and(|quality| quality == own)
    };
    let list = plain.replace(" và ", ", ");
    list.split(", ").count() > 1 && list.split(", ").all(alone)
}

/// Tells whether a quality is that something was in time.
pub fn is_in_time(quality: &str) -> bool {
    IN_TIME.iter().any(|one| quality.starts_with(one))
}

/// Tells whether words say nothing but that something is done in time: “gửi đúng hạn”.
pub fn ends_in_time(words: &str) -> bool {
    words.split_once(' ').is_some_and(|(_, rest)| IN_TIME.contains(&rest))
}

/// Tells whether a case says that something was late.
fn is_late(case: &Case) -> bool {
    word(case, &LATE).is_some()
}

/// Parts what the best level asks for: the members of a list behind “đầy đủ”, or qualities side by side.
fn parts(label: &str) -> Vec<String> {
    const MOST: usize = 5;
    const QUALITY: [&str; 14] = [
        "thường xuyên",
        "đúng quy định",
        "kịp thời",
        "đầy đủ",
        "chính xác",
        "đúng hạn",
        "đúng thời hạn",
        "rõ ràng",
        "nghiêm túc",
        "hiệu quả",
        "đúng mẫu",
        "đúng yêu cầu",
        "đúng đối tượng",
        "đúng thẩm quyền",
    ];
    let plain = label.to_lowercase();
    let listed = ["đầy đủ ", "đủ "].iter().find_map(|word| plain.split_once(word)).map(|(_, list)| list.to_owned());
    let split = |text: &str| -> Vec<String> {
        let ended = text.split(" theo ").next().unwrap_or_default();
        ended.replace(" và ", ", ").split(", ").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    let few = |parts: &Vec<String>| parts.len() > 1 && parts.iter().all(|part| part.split(' ').count() <= MOST);
    let listed = listed
        .map(|list| split(&list))
        .filter(|parts| few(parts) && parts.iter().all(|part| !QUALITY.iter().any(|one| part.starts_with(one))));
    side_by_side(&plain).or(listed).unwrap_or_else(|| {
        let said: Vec<&str> = QUALITY.iter().copied().filter(|quality| plain.contains(quality)).collect();
        // Behind several qualities “đúng quy định” only sums them up.
        let sums = |one: &&str| said.len() > 2 && *one == "đúng quy định";
        let whole = |one: &&str| !sums(one) && !said.iter().any(|other| other != one && other.contains(*one));
        said.iter().copied().filter(whole).map(str::to_owned).collect()
    })
}

/// Asks what lacking both of two gives, where one level says that one of them is missing, and the lowest only that nothing was done:
/// “đủ nội dung và đúng hạn: 1; thiếu một trong hai: 0,5; không công khai: 0”.
pub fn open_below_one_of_two(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let one = |case: &&&Case| word(case, &ONE).is_some() && !case.gives_nothing() && !case.is_full(asked.words.max);
    let both = |case: &&Case| {
        case.is_rest() || case.says(&["cả hai", "cả 2", "hai nội dung", "cả 02", "các nội dung", "không đạt", "không đáp ứng", "trở lên"])
    };
    let never = |case: &&&Case| case.gives_nothing() && case.begins(&DENIALS) && word(case, &ONE).is_none();
    let some = cases.iter().filter(|case| one(case)).count() == 1;
    if some && cases.iter().any(|case| never(&case)) && !cases.iter().any(both) && cases.iter().all(|case| case.condition.is_none()) {
        ask(asked, ("trường hợp thiếu nhiều hơn một nội dung", "lacking more than one"), doubts);
    }
}

/// Tells whether a level begins with a denial that holds for one of several phrases: “không thực hiện đầy đủ”.
fn denies(case: &Case, list: &[&'static str]) -> bool {
    let until = case.words.iter().position(|word| BUTS.contains(&word.as_str())).unwrap_or(case.words.len());
    let first = format!(" {} ", case.words.get(..until).unwrap_or_default().join(" "));
    case.begins(&DENIALS) && list.iter().any(|phrase| first.contains(&format!(" {phrase} ")))
}

/// Gives the first of several phrases that a level says.
fn word(case: &Case, list: &[&'static str]) -> Option<&'static str> {
    let mut found = list.iter().copied().filter(|phrase| case.says(&[phrase]));
    found.next()
}

/// Gives what a level says of how well a thing has to be done, besides that it is in time: “đúng hình thức”, whatever that is.
fn quality(case: &Case) -> Option<String> {
    const ENDS: [&str; 7] = ["và", "hoặc", "đúng", "nhưng", "theo", "được", "thì"];
    let known = word(case, &COMPLETE).map(str::to_owned);
    let right = |at: usize| {
        let behind: Vec<&str> =
            case.words.iter().skip(at + 1).map(String::as_str).take(2).take_while(|word| !ENDS.contains(word)).collect();
        let said = format!("đúng {}", behind.join(" "));
        let timed = IN_TIME.iter().any(|time| said.starts_with(time)) || said.contains("quy định") || behind.is_empty();
        let denied = at.checked_sub(1).and_then(|at| case.words.get(at)).is_some_and(|word| DENIALS.contains(&word.as_str()));
        (!timed && !denied).then_some(said)
    };
    known.or_else(|| (0..case.words.len()).filter(|at| case.words.get(*at).is_some_and(|word| word == "đúng")).find_map(right))
}

/// Asks what a case between the levels gives.
fn ask(asked: &Asked<'_>, (vi, en): (&str, &str), doubts: &mut Vec<Doubt>) {
    let name = asked.words.name;
    doubts.push((
        &GAP,
        text!("“{name}”: bảng chưa quy định {vi} thì được bao nhiêu điểm", "“{name}”: the table doesn't say what {en} gives"),
    ));
}
