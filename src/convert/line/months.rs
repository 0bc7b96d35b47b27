//! Months in words: `trong tháng 01/2026` is from its first day to its last.

use jiff::civil::{Date, date};

use super::clause::{Clause, WordedClause};

/// Says the days that words before a month speak of, from its first and its last.
type Days = fn(Date, Date) -> String;

/// Words before a month, and the days that they speak of.
const WORDS: [(&str, Days); 7] = [
    ("trong tháng ", |first, last| format!("từ ngày {} đến hết ngày {}", day(first), day(last))),
    ("đến hết tháng ", |_, last| format!("đến hết ngày {}", day(last))),
    ("chậm nhất tháng ", |_, last| format!("chậm nhất ngày {}", day(last))),
    ("hết tháng ", |_, last| format!("hết ngày {}", day(last))),
    ("trước tháng ", |first, _| format!("trước ngày {}", day(first))),
    ("sau tháng ", |_, last| format!("sau ngày {}", day(last))),
    ("từ tháng ", |first, _| format!("từ ngày {}", day(first))),
];

/// Writes the months of a line as days; `None` where it names none with its year. Gives the words written, each with those of the
/// line.
pub fn as_days(text: &str) -> Option<(String, Vec<(String, String)>)> {
    let (mut written, mut months) = (text.to_owned(), Vec::new());
    for (words, days) in WORDS {
        while let Some(at) = written.to_lowercase().find(words).filter(|at| written.is_char_boundary(*at)) {
            let behind = at + words.len();
            let Some((first, length)) = written.get(behind..).and_then(month) else { break };
            let last = first.last_of_month();
            let said = days(first, last);
            months.push((said.clone(), written.get(at..behind + length)?.to_owned()));
            written = format!("{}{said}{}", written.get(..at)?, written.get(behind + length..)?);
        }
    }
    (written != text).then_some((written, months))
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

/// Reads `01/2026` at the front; gives its first day and how long the words are.
fn month(text: &str) -> Option<(Date, usize)> {
    let length = text.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(text.len());
    let (month, year) = text.get(..length)?.split_once('/')?;
    let (month, year) = (month.parse::<i8>().ok()?, year.parse::<i16>().ok()?);
    let known = (1..=12).contains(&month) && (1990..=2100).contains(&year);
    known.then(|| (date(year, month, 1), length))
}

/// Writes a day.
fn day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
