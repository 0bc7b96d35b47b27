//! Which lines stand outside of the tree, and whether they add or take points.

use crate::points::Points;
use crate::text::fold::bare;

use super::columns::points_alone;
use super::line::{Clause, Gives, WordedClause, adds, clauses};

/// Whether a block of the table adds or takes points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Adds.
    Bonus,
    /// Takes.
    Penalty,
    /// Its name says both: each line has to say for itself.
    Both,
}

impl Sign {
    /// Gives the word of YAML; `None` where it isn't known.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Bonus => Some("bonus"),
            Self::Penalty => Some("penalty"),
            Self::Both => None,
        }
    }
}

/// Words that a block or a line of bonus points begins with.
const BONUS: [&str; 9] = [
    "diem thuong",
    "diem cong",
    "cong diem",
    "thuong diem",
    "tieu chi thuong",
    "tieu chi diem thuong",
    "tieu chi cong",
    "phan diem thuong",
    "diem khuyen khich",
];
/// Words that a block or a line of penalty points begins with.
const PENALTY: [&str; 8] =
    ["diem tru", "tru diem", "diem phat", "tieu chi tru", "tieu chi diem tru", "tieu chi phat", "phan diem tru", "diem giam tru"];
/// Whole headings of bonus points.
const BONUS_ALONE: [&str; 4] = ["thuong", "phan thuong", "khuyen khich", "cac noi dung khuyen khich"];
/// Whole headings of penalty points.
const PENALTY_ALONE: [&str; 4] = ["phat", "che tai", "che tai xu ly", "cac che tai"];
/// Words of points anywhere in a heading that say they are added.
const ADDED: [&str; 7] = ["cong diem", "duoc cong", "diem cong", "diem duoc cong", "diem thuong", "thuong diem", "diem khuyen khich"];
/// As above, that they are taken.
const TAKEN: [&str; 5] = ["tru diem", "bi tru", "diem tru", "diem bi tru", "diem phat"];
/// Words that may stand before “được cộng điểm”, “bị trừ điểm”.
const BEFORE: [&str; 6] = ["cac truong hop ", "nhung truong hop ", "truong hop ", "cac noi dung ", "noi dung ", "cac tieu chi "];
/// Words behind the first that add the other sign.
const THEN_BONUS: [&str; 4] = ["diem thuong", "diem cong", "cong diem", "thuong"];
/// As above, of penalty points.
const THEN_PENALTY: [&str; 4] = ["diem tru", "tru diem", "diem phat", "tru"];

/// Tells whether the first words that look like a sign are others once their marks are seen: “Tiêu chí phát triển”, “Điểm trụ sở”,
/// “Tiêu chí công khai”.
fn is_another_word(name: &str) -> bool {
    const SIGNS: [(&str, &str); 4] = [("cong", "cộng"), ("thuong", "thưởng"), ("tru", "trừ"), ("phat", "phạt")];
    let lower = name.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(7);
    let first =
        words.find_map(|word| SIGNS.iter().find(|(plain, _)| bare(word) == *plain).map(|(_, sign)| word != *sign && !word.is_ascii()));
    first.unwrap_or(false)
}

/// Says what the name of a block or a line says of its sign; `None` where it says nothing.
pub fn of_name(name: &str) -> Option<Sign> {
    let plain = bare(name);
    let plain = plain.trim_start_matches(|c: char| !c.is_alphabetic());
    if is_another_word(name) {
        return None;
    }
    // “Các trường hợp được cộng điểm”, “Nội dung bị trừ điểm”.
    let begun = BEFORE.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain);
    let begun = ["duoc ", "bi "].iter().find_map(|word| begun.strip_prefix(word));
    let plain = begun.filter(|rest| ["cong diem", "thuong diem", "tru diem"].iter().any(|word| rest.starts_with(word))).unwrap_or(plain);
    // “Điểm trung bình” is no “điểm trừ”.
    let whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let begins = |list: &[&str]| list.iter().any(|word| plain.strip_prefix(word).is_some_and(whole));
    // Only the heading itself: "Điểm trừ: vụ việc liên quan đến điểm thưởng" is a penalty.
    let heading = plain.split([':', '(']).next().unwrap_or(plain);
    let words: Vec<&str> = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let joined = format!(" {} ", words.join(" "));
    let also = |list: &[&str]| joined.len() < 60 && list.iter().any(|word| joined.contains(&format!(" {word} ")));
    match (begins(&BONUS), begins(&PENALTY)) {
        (true, _) => Some(if also(&THEN_PENALTY) { Sign::Both } else { Sign::Bonus }),
        (_, true) => Some(if also(&THEN_BONUS) { Sign::Both } else { Sign::Penalty }),
        _ => None,
    }
}

/// Says what the first word of a line does among lines of both kinds: “Thưởng thành tích cải cách hành chính”, “Phạt chậm báo cáo”.
pub fn of_verb(name: &str) -> Option<Sign> {
    let lower = name.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).find(|word| word.chars().any(char::is_alphabetic))?;
    match first {
        "thưởng" => Some(Sign::Bonus),
        "phạt" => Some(Sign::Penalty),
        _ => None,
    }
}

/// Most words of a heading that says a sign other than in front.
const LONGEST: usize = 10;

/// Says what a heading says of the sign of all that stands below it: in front, or anywhere of points: “Vi phạm bị trừ điểm”, “Phần
/// thưởng điểm”. “Các trường hợp không bị trừ điểm” says none.
pub fn of_heading(name: &str) -> Option<Sign> {
    let found = of_name(name);
    let heading = name.split([':', '(']).next().unwrap_or(name);
    let plain = bare(heading);
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbered = |word: &&str| word.len() > 2 || !word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
    let words: Vec<&str> = words.iter().copied().skip_while(|word| !numbered(word)).collect();
    if found.is_some() || words.len() > LONGEST || is_another_word(heading) {
        return found;
    }
    let joined = format!(" {} ", words.join(" "));
    let says = |list: &[&str]| list.iter().any(|word| joined.contains(&format!(" {word} ")));
    let alone = |list: &[&str]| list.iter().any(|word| joined.trim() == *word);
    if [" khong ", " chua "].iter().any(|word| joined.contains(word)) {
        return None;
    }
    match (alone(&BONUS_ALONE) || says(&ADDED), alone(&PENALTY_ALONE) || says(&TAKEN)) {
        (true, true) => Some(Sign::Both),
        (true, false) => Some(Sign::Bonus),
        (false, true) => Some(Sign::Penalty),
        (false, false) => None,
    }
}

/// Reads the sign before the points of a cell, and how many they are: `-5`, `(-) 2`, `+2 điểm`, `Trừ 2 điểm`.
pub fn of_cell(shown: &str) -> Option<(Sign, Points)> {
    let plain = bare(shown).replace(['−', '–', '—'], "-");
    let plain = plain.trim().trim_start_matches("toi da ");
    let words = [
        ("bi tru ", Sign::Penalty),
        ("tru ", Sign::Penalty),
        ("duoc cong ", Sign::Bonus),
        ("cong ", Sign::Bonus),
        ("thuong ", Sign::Bonus),
    ];
    let marks = [
        ("(-)", Sign::Penalty),
        ("(+)", Sign::Bonus),
        ("(-", Sign::Penalty),
        ("(+", Sign::Bonus),
        ("-", Sign::Penalty),
        ("+", Sign::Bonus),
    ];
    let (rest, sign) = words.iter().chain(&marks).find_map(|(mark, sign)| Some((plain.strip_prefix(mark)?, *sign)))?;
    let core = rest.trim().trim_start_matches("toi da ").trim_end_matches([')', '.', ' ']);
    let points = core.starts_with(|c: char| c.is_ascii_digit()).then(|| points_alone(core)).flatten()?;
    points.is_positive().then_some((sign, points))
}

/// Says whether a line adds or takes points, where it says nothing else: “cứ 01 chỉ tiêu vượt kế hoạch được cộng 0,25 điểm”.
pub fn of_line(line: &str) -> Option<Sign> {
    let said = clauses(line);
    let sign = |one: &WordedClause| match &one.clause {
        Clause::Each(each) if each.takes => Some(Sign::Penalty),
        Clause::Each(_) if adds(&one.text) => Some(Sign::Bonus),
        Clause::Case(case) => match &case.gives {
            Gives::Taken(_) => Some(Sign::Penalty),
            Gives::Added(_) => Some(Sign::Bonus),
            _ => None,
        },
        _ => None,
    };
    let beside = |one: &WordedClause| matches!(one.clause, Clause::Limit(_) | Clause::Remark | Clause::Heading);
    let signs: Vec<Sign> = said.iter().filter_map(sign).collect();
    let first = *signs.first()?;
    (said.iter().all(|one| sign(one).is_some() || beside(one)) && signs.iter().all(|sign| *sign == first)).then_some(first)
}
