//! Months, quarters and parts of a year in words: `trong tháng 01/2026` is from its first day to its last.

use jiff::civil::{Date, date};

use super::clause::{Clause, WordedClause};

/// Says the days that words before a time speak of, from its first and its last.
type Days = fn(Date, Date) -> String;

/// Words before a time, and the days that they speak of; of two that end alike the longer first.
const WORDS: [(&str, Days); 8] = [
    ("trong ", |first, last| format!("từ ngày {} đến hết ngày {}", day(first), day(last))),
    ("chậm nhất là ", |_, last| format!("chậm nhất ngày {}", day(last))),
    ("chậm nhất ", |_, last| format!("chậm nhất ngày {}", day(last))),
    ("đến hết ", |_, last| format!("đến hết ngày {}", day(last))),
    ("hết ", |_, last| format!("hết ngày {}", day(last))),
    ("trước ", |first, _| format!("trước ngày {}", day(first))),
    ("sau ", |_, last| format!("sau ngày {}", day(last))),
    ("từ ", |first, _| format!("từ ngày {}", day(first))),
];

/// Writes the months of a line as days; `None` where it names none with its year. Gives the words written, each with those of the
/// line.
pub fn as_days(text: &str) -> Option<(String, Vec<(String, String)>)> {
    let (mut written, mut months) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let begins = written.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let clause = written.trim_end().chars().next_back().is_none_or(|before| before == ';');
        if let Some((said, length)) = begins.then(|| at_front(rest).or_else(|| clause.then(|| alone(rest)).flatten())).flatten() {
            months.push((said.clone(), rest.get(..length)?.to_owned()));
            written.push_str(&said);
            rest = rest.get(length..)?;
        } else {
            written.push(first);
            rest = rest.get(first.len_utf8()..)?;
        }
    }
    (!months.is_empty()).then_some((written, months))
}

/// Reads a time with the words before it at the front; gives the days that they speak of and how long they are.
fn at_front(text: &str) -> Option<(String, usize)> {
    WORDS.iter().find_map(|(words, days)| {
        let behind = without(text, words)?;
        let ((first, last), rest) = time(behind)?;
        Some((days(first, last), text.len() - rest.len()))
    })
}

/// Reads a time that is all that a clause says before its points: “tháng 02/2026: 1 điểm”.
fn alone(text: &str) -> Option<(String, usize)> {
    let ((first, last), rest) = time(text)?;
    let said = format!("từ ngày {} đến hết ngày {}", day(first), day(last));
    rest.trim_start().starts_with(':').then(|| (said, text.len() - rest.len()))
}

/// Takes words off the front, in small letters or large ones.
fn without<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    words.chars().all(|wanted| rest.next().is_some_and(|c| c.to_lowercase().eq(wanted.to_lowercase()))).then_some(rest.as_str())
}

/// Reads a month, a quarter or some months of a year at the front; gives its first and last day, and what stands behind it.
fn time(text: &str) -> Option<((Date, Date), &str)> {
    let (first, months, behind) = if let Some(behind) = without(text, "tháng ") {
        let (month, behind) = number(behind)?;
        (month, 1, behind)
    } else if let Some(behind) = without(text, "quý ") {
        let (quarter, behind) = number(behind).or_else(|| numeral(behind))?;
        (quarter * 3 - 2, 3, behind)
    } else {
        let (months, behind) = number(text).filter(|(months, _)| (2..=11).contains(months))?;
        match without(behind, " tháng đầu") {
            Some(behind) => (1, months, behind),
            None => (13 - months, months, without(behind, " tháng cuối")?),
        }
    };
    let (year, rest) = number(without(behind, "/").or_else(|| without(behind, " năm "))?)?;
    let month = |month: i16| {
        let known = (1..=12).contains(&month) && (1990..=2100).contains(&year);
        known.then(|| i8::try_from(month).ok()).flatten().map(|month| date(year, month, 1))
    };
    Some(((month(first)?, month(first + months - 1)?.last_of_month()), rest))
}

/// Reads a whole number at the front.
fn number(text: &str) -> Option<(i16, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end).filter(|(digits, _)| (1..=4).contains(&digits.len()))?;
    Some((digits.parse().ok()?, rest))
}

/// Reads the numeral of a quarter at the front.
fn numeral(text: &str) -> Option<(i16, &str)> {
    [("iv", 4), ("iii", 3), ("ii", 2), ("i", 1)].into_iter().find_map(|(letters, number)| Some((number, without(text, letters)?)))
}

/// Spells clauses as their line does.
pub fn restore(found: &mut [WordedClause], months: &[(String, String)]) {
    for (days, month) in months {
        for said in &mut *found {
            said.text = said.text.replace(days, month);
            if let Clause::Case(case) = &mut said.clause {
                case.label = case.label.replace(days, month);
            }
        }
    }
}

/// Writes a day.
fn day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
