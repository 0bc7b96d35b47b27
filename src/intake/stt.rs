//! STT: the number of a criterion, in a cell of its own or before its name, whatever Excel made of it.

use crate::text::fold::{bare, tidy};
use crate::workbook::{Cell, Value};

/// Kind of number. Numbers of one kind that follow each other are siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `1`, `1.1`, `1.1.2`.
    Dotted,
    /// `I`, `II`.
    Roman,
    /// `A`, `B`.
    Upper,
    /// `a`, `b`.
    Lower,
}

/// Number of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As the table shows it.
    pub written: String,
    /// Kind.
    pub style: Style,
    /// What it may mean, the likeliest first: more than one where Excel made a number or a date of it.
    pub choices: Vec<Vec<u32>>,
}

impl Number {
    /// Makes a number that means one thing.
    fn plain(written: &str, style: Style, parts: Vec<u32>) -> Self {
        Self { written: written.to_owned(), style, choices: vec![parts] }
    }

    /// Gives what it means unless its neighbours say otherwise.
    pub fn first(&self) -> &[u32] {
        self.choices.first().map_or(&[], Vec::as_slice)
    }
}

/// Reads a cell that holds nothing but a number.
pub fn of_cell(cell: &Cell) -> Option<Number> {
    let written = cell.shown();
    match &cell.value {
        Value::Text(words) => of_text(&tidy(words)),
        Value::Number(number) => {
            let plain = number.plain();
            let parts = dotted(&plain)?;
            let mut choices = vec![parts.clone()];
            // 1.10 became 1.1, 1.20 became 1.2.
            if let [whole, part @ 1..=9] = parts.as_slice() {
                choices.push(vec![*whole, part * 10]);
            }
            Some(Number { written: plain, style: Style::Dotted, choices })
        }
        // 1.10 became the first of October, or the tenth of January; 1.2.3 a day of 2003.
        Value::Date(date) => {
            let part = |n: i8| u32::try_from(n).ok();
            let (day, month, year) = (part(date.day())?, part(date.month())?, u32::try_from(date.year().rem_euclid(100)).ok()?);
            let choices = vec![vec![day, month], vec![month, day], vec![day, month, year], vec![month, day, year]];
            Some(Number { written, style: Style::Dotted, choices })
        }
        _ => None,
    }
}

/// Reads text that is nothing but a number: `1.1.`, `II`, `a)`, `Tiêu chí 1.1`.
pub fn of_text(words: &str) -> Option<Number> {
    let rest = without_word(words);
    let core = rest.trim_matches(['.', ')', '(', '-', ':', ' ', '/']);
    if let Some(parts) = dotted(core) {
        return Some(Number::plain(words, Style::Dotted, parts));
    }
    let (first, after) = core.split_once('.').map_or((core, None), |(first, after)| (first, Some(after)));
    let (style, value) = lettered(first)?;
    match after {
        None => Some(Number::plain(words, style, vec![value])),
        Some(after) if style != Style::Lower => {
            let parts = std::iter::once(value).chain(dotted(after)?).collect();
            Some(Number::plain(words, Style::Dotted, parts))
        }
        Some(_) => None,
    }
}

/// Splits a number off the front of a name: `1.1. Kế hoạch`, `II. Cải cách thể chế`, `Tiêu chí 3: …`.
///
/// What could as well be a figure (`4 lần`, `1.5 điểm`, `90% trở lên`) is none.
pub fn before_name(words: &str) -> Option<(Number, String)> {
    let worded = without_word(words);
    let by_word = worded.len() < words.len();
    let end = worded.find(|c: char| c.is_whitespace() || c == ':').unwrap_or(worded.len());
    let (head, rest) = worded.split_at_checked(end)?;
    let (head, rest) = match head.char_indices().rfind(|(n, c)| matches!(c, '.' | ')') && *n + 1 < head.len()) {
        // No blank after the number: 1.1.Kế hoạch, a)Kế hoạch.
        Some((n, _)) if head.chars().last().is_some_and(char::is_alphabetic) && head.len() > n + 3 => {
            let (number, name) = head.split_at_checked(n + 1)?;
            (number, format!("{name}{rest}"))
        }
        _ => (head, rest.to_owned()),
    };
    let name = rest.trim_start_matches([':', '-', '–', '.', ')', ' ', '\u{a0}']).trim();
    let number = of_text(head)?;
    let marked = by_word || head.ends_with(['.', ')']) || rest.starts_with(':');
    let several = number.first().len() > 1;
    let unit = bare(name);
    let figure = ["diem ", "d ", "%", "lan ", "cuoc ", "trieu ", "ty dong"].iter().any(|word| unit.starts_with(word)) || head.contains(',');
    let begins = name.chars().next().is_some_and(char::is_alphabetic);
    (begins && (!figure || head.ends_with('.')) && (marked || (several && number.style == Style::Dotted)))
        .then(|| (Number { written: tidy(worded.strip_suffix(name).map_or(head, str::trim)), ..number }, name.to_owned()))
}

/// Takes off the word before a number: `Tiêu chí 1.1` → `1.1`.
fn without_word(words: &str) -> &str {
    let plain = bare(words);
    for word in ["tieu chi thanh phan ", "tieu chi ", "linh vuc ", "phan ", "muc ", "tc ", "tctp "] {
        if let Some(rest) = plain.strip_prefix(word)
            && rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'))
            && let Some((n, _)) = words.char_indices().nth(word.chars().count())
        {
            return words.get(n..).unwrap_or(words);
        }
    }
    words
}

/// Reads `1.10.2`.
fn dotted(text: &str) -> Option<Vec<u32>> {
    let part = |part: &str| -> Option<u32> {
        let fit = !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
        if fit { part.parse().ok() } else { None }
    };
    text.split('.').map(|one| part(one.trim())).collect()
}

/// Reads a letter or a roman number.
fn lettered(text: &str) -> Option<(Style, u32)> {
    let mut letters = text.chars();
    let (first, alone) = (letters.next()?, letters.next().is_none());
    if let Some(value) = roman(text).filter(|_| !alone || matches!(first, 'I' | 'V' | 'X')) {
        return Some((Style::Roman, value));
    }
    let place = |from: char| u32::from(first).checked_sub(u32::from(from)).map(|n| n + 1);
    match first {
        'A'..='Z' if alone => Some((Style::Upper, place('A')?)),
        'a'..='z' if alone => Some((Style::Lower, place('a')?)),
        'đ' if alone => Some((Style::Lower, 30)),
        // Between D and E in the order of Vietnamese letters; its neighbours say which place that is.
        'Đ' if alone => Some((Style::Upper, 30)),
        _ => None,
    }
}

/// Says which places a capital letter may have: in the order of Latin letters, or of Vietnamese ones with or without Đ.
pub fn places(letter: char) -> Vec<u32> {
    const VIETNAMESE: &str = "ABCDĐEGHIKLMNOPQRSTUVXY";
    let at = |letters: &str| letters.chars().position(|one| one == letter).and_then(|at| u32::try_from(at + 1).ok());
    let latin = u32::from(letter).checked_sub(u32::from('A')).filter(|at| *at < 26).map(|at| at + 1);
    let with_english = latin.filter(|at| *at > 4).map(|at| at + 1);
    let mut found = Vec::new();
    for place in [latin, at(VIETNAMESE), at(&VIETNAMESE.replace('Đ', "")), with_english].into_iter().flatten() {
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

/// Reads a roman number up to 39.
fn roman(text: &str) -> Option<u32> {
    let (tens, rest) = text.split_at_checked(text.len() - text.trim_start_matches('X').len())?;
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].iter().position(|units| *units == rest)?;
    let value = tens.len() * 10 + units;
    (tens.len() <= 3 && value > 0).then(|| u32::try_from(value).ok())?
}
