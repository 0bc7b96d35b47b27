//! A line of a decision, taken for what it says: cases with their points, a formula, a heading, a remark.

use crate::points::Points;
use crate::text::fold::{bare, tidy};
use crate::yaml::Amount;

use super::bounds::condition;
use super::piece::{Gives, Piece, leading, pieces, unbullet};
use super::proportion::{Proportion, is_proportion, proportion};

/// Words of a part and its whole.
pub type PartOf = (String, String);

/// A line, taken for what it says.
#[derive(Clone, Debug)]
pub enum Sentence {
    /// Heading of other lines.
    Heading,
    /// What is said, and what it gives.
    Pieces(Vec<Piece>),
    /// So much for each, at most the cap.
    Each {
        /// What is counted.
        what: String,
        /// For each.
        each: Amount,
        /// At most.
        cap: Option<Amount>,
    },
    /// So much taken for each, at most the cap.
    Taken {
        /// What is counted.
        what: String,
        /// For each.
        each: Amount,
        /// At most.
        cap: Option<Amount>,
    },
    /// In proportion, with the words of part and whole where the line has them.
    Proportion(Option<PartOf>, Proportion),
    /// Words of the part and the whole that a rate is of.
    Rate(PartOf),
    /// What letters of a formula stand for.
    Letters(Vec<(char, String)>),
    /// Scored by the survey, or by the council.
    Scorer(&'static str),
    /// Nothing of points.
    Remark,
    /// Not understood.
    Unknown,
}

/// Takes a line for what it says.
pub fn sentence(line: &str) -> Sentence {
    let text = unbullet(line);
    let plain = bare(text);
    if plain.is_empty() {
        return Sentence::Heading;
    }
    if is_survey(text) && !plain.contains(';') {
        return Sentence::Scorer("survey");
    }
    if (plain.contains("hoi dong") || plain.contains("to tham dinh"))
        && plain.contains("cham")
        && !plain.contains(|c: char| c.is_ascii_digit())
    {
        return Sentence::Scorer("council");
    }
    if plain.ends_with(':') && !plain.contains(|c: char| c.is_ascii_digit()) {
        return Sentence::Heading;
    }
    if let Some(letters) = letters(text) {
        return Sentence::Letters(letters);
    }
    if let Some(each) = each(text) {
        return each;
    }
    if let Some(pieces) = pieces(line) {
        // "Điểm = tỷ lệ × điểm tối đa" says no case: the whole leaf is in proportion.
        if let [Piece { label, gives: Gives::InProportion(factor), .. }] = pieces.as_slice()
            && condition(label).is_none()
        {
            return Sentence::Proportion(parts(text), Proportion::Plain(factor.clone()));
        }
        return Sentence::Pieces(pieces);
    }
    if let Some(proportion) = proportion(text) {
        let parts = if matches!(proportion, Proportion::Plain(_)) { parts(text) } else { None };
        return Sentence::Proportion(parts, proportion);
    }
    if let Some(parts) = rate(text) {
        return Sentence::Rate(parts);
    }
    let heading = ["cach tinh diem", "thang diem", "cach cham diem", "trong do", "cu the", "tinh diem theo cong thuc"];
    if heading.contains(&plain.trim_end_matches([':', '.', ' '])) {
        return Sentence::Heading;
    }
    let speaks = plain.contains("diem") || plain.contains(" tru ") || plain.contains(|c: char| c.is_ascii_digit());
    if speaks { Sentence::Unknown } else { Sentence::Remark }
}

/// Tells whether words name the survey.
pub fn is_survey(words: &str) -> bool {
    let plain = bare(words);
    ["dtxhh", "dieu tra xa hoi hoc", "dieu tra xhh", "khao sat xa hoi hoc"].iter().any(|word| plain.contains(word))
}

/// Reads `Mỗi quy chế 0,5 điểm, tối đa 2`, `0,5 điểm/sáng kiến, tối đa không quá 2 điểm`.
fn each(text: &str) -> Option<Sentence> {
    let plain = bare(text);
    let shown = tidy(text);
    if plain.chars().count() != shown.chars().count() {
        return None;
    }
    let cut = ["toi da khong qua", "toi da", "khong vuot qua", "khong qua"]
        .iter()
        .find_map(|word| plain.find(word).map(|at| (at, at + word.len())));
    let (head_plain, cap) = match cut {
        Some((at, end)) => {
            let (cap, unit) = leading(plain.get(end..)?.trim_start_matches([' ', ':', '=']))?;
            let unit = unit.trim_matches([' ', '.', ';', ')']);
            let cap = match unit {
                "" | "d" | "diem" => Amount::Points(cap),
                _ => return None,
            };
            (plain.get(..at)?, Some(cap))
        }
        None => (plain.as_str(), None),
    };
    let letters = head_plain.chars().count();
    let head: String = shown.chars().take(letters).collect();
    let head = head.trim_end_matches([' ', ',', ';', '(', '.', '-', '–']);
    let head = head.strip_suffix("nhưng").unwrap_or(head).trim_end_matches([' ', ',', ';']);
    let plain_head = bare(head);
    let worded = ["cu moi ", "moi ", "cu co ", "cu "].iter().find_map(|word| plain_head.strip_prefix(word).map(|_| word.chars().count()));
    if let Some(at) = plain_head.find(" tru ") {
        let skip = worded?;
        let (Some(each), Some(before)) = (taken(plain_head.get(at + 5..)?), plain_head.get(..at)) else { return Some(Sentence::Unknown) };
        let letters = before.chars().count();
        let what: String = head.chars().skip(skip).take(letters.saturating_sub(skip)).collect();
        let what = what.trim().strip_suffix("bị").or_else(|| what.trim().strip_suffix("thì")).unwrap_or(&what).trim().to_owned();
        return Some(Sentence::Taken { what, each, cap });
    }
    if let Some(skip) = worded {
        let found = pieces(head).unwrap_or_default();
        let [Piece { label, gives: Gives::Amount(each, None), .. }] = found.as_slice() else {
            return Some(Sentence::Unknown);
        };
        let what: String = label.chars().skip(skip).collect();
        let what = without_tail(what.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' '));
        return Some(Sentence::Each { what, each: each.clone(), cap });
    }
    // 0,5 điểm/sáng kiến; 0,5 điểm cho mỗi sáng kiến; 01 sáng kiến được 0,5 điểm, tối đa 2 điểm.
    let (number, rest) = leading(&plain_head)?;
    if let Some(what) = rest.trim_start().strip_prefix("diem").map(str::trim_start) {
        let what = what.strip_prefix('/').or_else(|| what.strip_prefix("cho moi ")).or_else(|| what.strip_prefix("cho 01 "))?;
        let count = what.trim().chars().count();
        let all: Vec<char> = head.chars().collect();
        let what: String = all.iter().skip(all.len() - count.min(all.len())).collect();
        return Some(Sentence::Each { what: what.trim().to_owned(), each: Amount::Points(number), cap });
    }
    cap.as_ref().filter(|_| number == Points::one())?;
    let found = pieces(head)?;
    let [Piece { label, gives: Gives::Amount(each, None), .. }] = found.as_slice() else { return None };
    let what = label.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
    Some(Sentence::Each { what: without_tail(what), each: each.clone(), cap })
}

/// Reads what is taken for each: `0,5 điểm`, `25 % số điểm`.
fn taken(words: &str) -> Option<Amount> {
    let (number, unit) = leading(words.trim())?;
    let unit = unit.trim();
    match unit.strip_prefix('%') {
        Some(of) if ["", "diem", "so diem", "diem toi da", "so diem toi da", "tong diem", "tong so diem"].contains(&of.trim()) => {
            Some(Amount::Share(number.over(&Points::hundred())?))
        }
        None if ["diem", "d"].contains(&unit) => Some(Amount::Points(number)),
        _ => None,
    }
}

/// Reads `Tính tỷ lệ % số nhiệm vụ hoàn thành so với tổng số nhiệm vụ`.
fn rate(text: &str) -> Option<PartOf> {
    let plain = bare(text);
    let begins =
        ["tinh ty le % giua ", "tinh ty le % ", "tinh ty le giua ", "tinh ty le ", "ty le % giua ", "ty le % ", "ty le giua ", "ty le "];
    let skip = begins.iter().find(|word| plain.starts_with(**word))?.chars().count();
    let rest: String = tidy(text).chars().skip(skip).collect();
    let (part, whole) = [" so với ", " trên tổng ", " trên "].iter().find_map(|word| {
        rest.split_once(word).map(|(part, whole)| {
            // "trên tổng số" keeps the word that tells the whole.
            (part, if *word == " trên tổng " { format!("tổng {whole}") } else { whole.to_owned() })
        })
    })?;
    let fit = |words: &str| words.chars().count() > 3 && !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '%'));
    (fit(part) && fit(&whole)).then(|| (sentence_case(part), sentence_case(whole.trim_end_matches(['.', ';', ' ']))))
}

/// Takes the words of giving off the end of what is counted.
fn without_tail(what: &str) -> String {
    let mut what = what.trim();
    while let Some(rest) = ["được cộng", "được tính", "được", "cộng", "tính", "đạt", "thì"].iter().find_map(|word| what.strip_suffix(word))
    {
        what = rest.trim_end();
    }
    what.to_owned()
}

/// Reads `a là tổng số hồ sơ; b là số hồ sơ đúng hạn`.
fn letters(text: &str) -> Option<Vec<(char, String)>> {
    let plain = bare(text);
    let skip = if plain.starts_with("trong do") { text.find([':', ',']).map_or("Trong đó".len(), |at| at + 1) } else { 0 };
    let body = text.get(skip..)?.trim();
    let one = |part: &str| -> Option<(char, String)> {
        let part = unbullet(part.trim());
        let letter = part.chars().next().filter(char::is_ascii_alphabetic)?;
        let rest = part.get(1..)?.trim_start();
        let label = rest.strip_prefix("là ").or_else(|| rest.strip_prefix(':')).or_else(|| rest.strip_prefix('='))?.trim();
        let label = label.trim_end_matches(['.', ';', ',']);
        (label.chars().count() > 3 && !is_proportion(&bare(label))).then(|| (letter.to_ascii_lowercase(), sentence_case(label)))
    };
    for mark in [';', ','] {
        let parts: Vec<&str> = body.split(mark).filter(|part| !part.trim().is_empty()).collect();
        if let Some(found) = parts.into_iter().map(one).collect::<Option<Vec<_>>>().filter(|found| !found.is_empty()) {
            return Some(found);
        }
    }
    None
}

/// Finds the letters of part and whole in `b/a × điểm tối đa`.
pub fn fraction(line: &str) -> Option<(char, char)> {
    let plain = bare(line);
    let letters: Vec<char> = plain.chars().filter(|c| *c != ' ').collect();
    if !is_proportion(&plain) {
        return None;
    }
    letters.windows(3).enumerate().find_map(|(n, window)| {
        let [part, '/', whole] = window else { return None };
        let edge = |at: Option<&char>| at.is_none_or(|c| !c.is_alphabetic() || *c == 'x');
        let alone = (n == 0 || edge(letters.get(n - 1))) && edge(letters.get(n + 3));
        (part.is_ascii_alphabetic() && whole.is_ascii_alphabetic() && alone).then_some((*part, *whole))
    })
}

/// Finds the words of part and whole in `Số hồ sơ đúng hạn / Tổng số hồ sơ × điểm tối đa`.
fn parts(text: &str) -> Option<(String, String)> {
    let after = text.rsplit([':', '=']).next()?;
    let (part, rest) = after.split_once('/')?;
    let whole = rest.split(['×', '*']).next()?.split(" x ").next()?;
    let clean = |words: &str| sentence_case(words.trim_matches(|c: char| !c.is_alphanumeric()));
    let (part, whole) = (clean(part), clean(whole));
    (part.chars().count() > 3 && whole.chars().count() > 3).then_some((part, whole))
}

/// Begins a label with a capital.
pub fn sentence_case(words: &str) -> String {
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
