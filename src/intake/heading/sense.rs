//! What tells a column from others of the same role: year, round, whether it is planned or official.

use std::collections::BTreeSet;

use crate::intake::standing;
use crate::text::fold::{bare, fold};

/// What tells a column from others of the same role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sense {
    /// Years named.
    pub years: BTreeSet<i16>,
    /// "Lần 2".
    pub round: Option<u32>,
    /// What else it says.
    marks: BTreeSet<Mark>,
}

/// Word that tells a column from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// "Năm trước", "cùng kỳ".
    Earlier,
    /// "Dự kiến", "kế hoạch", "đăng ký", "hủy", "nháp": not yet, or no longer, what is.
    Planned,
    /// "Chính thức".
    Official,
    /// "Điều chỉnh".
    Adjusted,
    /// "Trước điều chỉnh", "chưa điều chỉnh": something else took its place.
    Superseded,
    /// "6 tháng", "quý III": of a part of the year.
    Partial,
}

impl Sense {
    /// Tells whether it says so.
    pub fn says(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// Tells whether it says which of several versions something is; a year says that only beside others.
    pub fn tells_versions_apart(&self) -> bool {
        self.round.is_some() || !self.marks.is_empty()
    }
}

/// Words that say that a figure is of an earlier year, bare.
const EARLIER: [&str; 8] =
    ["nam truoc lien ke", "nam truoc", "nam ngoai", "ky truoc", "cung ky", "nam lien truoc", "nam cu", "cua nam qua"];
/// Words that say that it is not yet what is, bare.
const PLANNED: [&str; 15] = [
    "du kien",
    "ke hoach",
    "dang ky",
    "phan dau",
    "muc tieu",
    "uoc tinh",
    "uoc thuc hien",
    "du thao",
    "ban nhap",
    "chua chinh thuc",
    "khong chinh thuc",
    "chua thong nhat",
    "chua chot",
    "chua duyet",
    "da huy",
];
/// Words that make another word of “ước”, bare: quy ước, công ước, giao ước, cam ước, hương ước, mong ước.
const BEFORE_UOC: [&str; 8] = ["quy", "cong", "giao", "cam", "huong", "mong", "uoc", "dieu"];
/// Words that say that something else took its place, bare.
const SUPERSEDED: [&str; 9] = [
    "truoc khi dieu chinh",
    "truoc dieu chinh",
    "chua dieu chinh",
    "khong dieu chinh",
    "truoc khi chinh sua",
    "truoc chinh sua",
    "chua chinh sua",
    "truoc khi sua",
    "chua sua",
];
/// Words before the document that a form follows: its number and its year say nothing of the form's own, bare.
const SOURCES: [&str; 14] = [
    "ban hanh",
    "kem theo",
    "quyet dinh",
    "cong van",
    "thong tu",
    "nghi quyet",
    "huong dan so",
    "theo van ban",
    "theo qd",
    "theo kh ",
    "theo cv",
    "theo tt ",
    "theo nq",
    "qd so",
];
/// Words that add nothing to what a column holds, bare.
pub const IDLE: [&str; 15] = [
    "ca nam",
    "chinh thuc",
    "dieu chinh",
    "bo sung",
    "thuc hien",
    "hien tai",
    "nam nay",
    "bao cao",
    "trong nam",
    "trong ky",
    "ky nay",
    "cua nam",
    "cua",
    "nam",
    "sau",
];

/// Takes what tells columns apart out of words; gives it, and what is left of the words, bare.
pub fn parted(words: &str) -> (Sense, String) {
    let plain = bare(words);
    (taken_apart(&without_sources(&plain)).0, taken_apart(&plain).1)
}

/// Drops the documents that a form follows, up to the end of what is said of them: "(ban hành kèm theo Quyết định số
/// 2026/QĐ-UBND)".
pub fn without_sources(plain: &str) -> String {
    let said = |part: &str| {
        let cut = SOURCES.iter().filter_map(|source| part.find(source)).min();
        part.get(..cut.unwrap_or(part.len())).unwrap_or_default().to_owned()
    };
    plain.split(['(', ')', '[', ']', ';']).flat_map(|part| part.split(" / ")).map(said).collect::<Vec<_>>().join(" / ")
}

/// Takes what tells columns apart out of bare words.
pub fn taken_apart(plain: &str) -> (Sense, String) {
    let mut plain = format!(" {} ", spaced(plain));
    let marked = [
        (Mark::Superseded, take_any(&mut plain, &SUPERSEDED)),
        (Mark::Earlier, take_any(&mut plain, &EARLIER)),
        (Mark::Planned, take_any(&mut plain, &PLANNED)),
        (Mark::Official, plain.contains(" chinh thuc ")),
        (Mark::Adjusted, plain.contains(" dieu chinh ")),
    ];
    let marks = marked.into_iter().filter(|(_, says)| *says).map(|(mark, _)| mark).collect();
    let mut sense = Sense { marks, ..Sense::default() };
    let tokens: Vec<&str> = plain.split_whitespace().collect();
    let mut left: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1).copied();
        if let Some(year) = year(token) {
            sense.years.insert(year);
            left.pop_if(|before| *before == "nam");
        } else if let Some(taken) = part_of_year(token, (next, tokens.get(at + 2).copied()), left.last().copied()) {
            sense.marks.insert(Mark::Partial);
            at += taken;
        } else if *token == "uoc" && !left.last().is_some_and(|before| BEFORE_UOC.contains(before)) {
            // “ước cả năm”, “ước đến 31/12”.
            sense.marks.insert(Mark::Planned);
        } else if matches!(*token, "lan" | "dot" | "vong")
            && let Some((round, taken)) = round(next, tokens.get(at + 2).copied())
        {
            sense.round = Some(round);
            at += taken;
        } else {
            left.push(token);
        }
        at += 1;
    }
    (sense, left.join(" "))
}

/// Reads a year.
fn year(token: &str) -> Option<i16> {
    let digits = token.len() == 4 && token.bytes().all(|byte| byte.is_ascii_digit());
    token.parse().ok().filter(|year| digits && (2000..2100).contains(year))
}

/// Tells whether words name a part of the year, "9 tháng" or "quý III", and not a day; gives how many words follow the first.
fn part_of_year(token: &str, (next, after): (Option<&str>, Option<&str>), before: Option<&str>) -> Option<usize> {
    // “đến 30/6” leaves the rest of the year out.
    let number = |word: Option<&str>| word.and_then(|word| word.parse::<u32>().ok());
    if token == "den"
        && number(next).is_some_and(|day| (1..=31).contains(&day))
        && number(after).is_some_and(|month| (1..10).contains(&month))
    {
        return Some(2);
    }
    let months = token.parse::<u32>().is_ok_and(|number| number < 12) && next == Some("thang");
    let day = before.is_some_and(|before| matches!(before, "ngay" | "den"));
    let quarter = token == "quy" && next.is_some_and(|next| matches!(next, "i" | "ii" | "iii" | "iv" | "1" | "2" | "3" | "4"));
    ((months && !day) || quarter).then_some(1)
}

/// Reads the number of a round, in figures, Roman numbers or words; gives how many words it takes.
fn round(next: Option<&str>, after: Option<&str>) -> Option<(u32, usize)> {
    let (word, taken) = match next? {
        "thu" | "so" => (after?, 2),
        word => (word, 1),
    };
    let named = [("dau", 1), ("nhat", 1), ("mot", 1), ("i", 1), ("hai", 2), ("ii", 2), ("ba", 3), ("iii", 3)];
    let by_name = named.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    by_name.or_else(|| word.parse().ok().filter(|number| *number < 10)).map(|number| (number, taken))
}

/// Takes phrases out of words that blanks stand around; tells whether one was there.
pub fn take_any(plain: &mut String, phrases: &[&str]) -> bool {
    let mut taken = false;
    // Most phrases stand in no heading: looking costs less than making them whole.
    for phrase in phrases.iter().filter(|phrase| plain.contains(**phrase)).copied().collect::<Vec<_>>() {
        let whole = format!(" {phrase} ");
        while let Some(at) = plain.find(&whole) {
            plain.replace_range(at..at + whole.len(), " ");
            taken = true;
        }
    }
    taken
}

/// Makes every mark but letters and digits a blank.
pub fn spaced(plain: &str) -> String {
    let letters: String = plain.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells what makes a heading differ from others of the same role.
pub fn sense(words: &str) -> Sense {
    let mut sense = parted(words).0;
    // Of a column “mẫu” may also say that the province printed what stands below, or whose form it follows.
    let word = |word: &&str| fold(word.trim_matches(|c: char| !c.is_alphabetic())) != fold("mẫu");
    if standing::is_withdrawn(&words.split_whitespace().filter(word).collect::<Vec<_>>().join(" ")) {
        sense.marks.insert(Mark::Planned);
    }
    sense
}

/// Tells whether words say nothing but year, round and the like: their column is for what the heading above them says.
pub fn only_tells_apart(words: &str) -> bool {
    let (sense, left) = parted(words);
    let mut left = format!(" {left} ");
    take_any(&mut left, &IDLE);
    let said = ["thuc hien", "ca nam"].iter().any(|said| bare(words).contains(said));
    left.trim().is_empty() && !words.trim().is_empty() && (sense != Sense::default() || said)
}
