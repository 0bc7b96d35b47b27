//! Days in words: `trước ngày 31/01/2025`, `từ ngày 01/02 đến hết ngày 28/02`, `chậm nhất ngày 15/11`.

use jiff::civil::Date;

use super::describe::labels;
use super::words::{Kind, Phrase};

/// Days from the first to the last, both counted; open where `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: Option<Date>,
    /// Last day.
    pub last: Option<Date>,
    /// Day that the text names at its end, and whether it says “trước”: `before` or `by` in YAML.
    pub end: Option<(Date, bool)>,
    /// Whether every day has its year.
    pub with_years: bool,
    /// Whether never having done it is meant, too: “hoặc không ban hành”.
    pub never: bool,
}

/// How a day bounds a span.
#[derive(Clone, Copy)]
enum Bound {
    Before,
    By,
    From,
    After,
}

/// Words before a day, the longest first.
const WORDS: [(&str, Bound); 25] = [
    ("chậm nhất là trước ngày", Bound::Before),
    ("chậm nhất trước ngày", Bound::Before),
    ("đến trước ngày", Bound::Before),
    ("trước ngày", Bound::Before),
    ("trước", Bound::Before),
    ("chậm nhất đến hết ngày", Bound::By),
    ("chậm nhất là ngày", Bound::By),
    ("chậm nhất đến ngày", Bound::By),
    ("chậm nhất vào ngày", Bound::By),
    ("chậm nhất ngày", Bound::By),
    ("không muộn hơn ngày", Bound::By),
    ("không quá ngày", Bound::By),
    ("đến hết ngày", Bound::By),
    ("hết ngày", Bound::By),
    ("đến ngày", Bound::By),
    ("đến", Bound::By),
    ("từ sau ngày", Bound::After),
    ("sau ngày", Bound::After),
    ("quá ngày", Bound::After),
    ("muộn hơn ngày", Bound::After),
    ("sau", Bound::After),
    ("quá", Bound::After),
    ("kể từ ngày", Bound::From),
    ("từ ngày", Bound::From),
    ("từ", Bound::From),
];

/// Reads the days that a phrase speaks of; `None` where it speaks of none, or says anything else.
pub fn span(phrase: Phrase<'_>) -> Option<Span> {
    let mut span = Span { first: None, last: None, end: None, with_years: true, never: false };
    let (mut at, mut any) = (0, false);
    while at < phrase.len() {
        if let Kind::Day(day) = &phrase.tokens.get(at)?.kind {
            let range = span.first.is_some() && at > 0 && phrase.sign(at - 1) == Some('-');
            let (bound, width) = if range { (Bound::By, 1) } else { before(phrase, at)? };
            span.with_years &= day.with_year;
            any = true;
            match bound {
                Bound::Before if span.end.is_none() => {
                    span.last = Some(day.date.yesterday().ok()?);
                    span.end = Some((day.date, true));
                }
                Bound::By if span.end.is_none() => {
                    span.last = Some(day.date);
                    span.end = Some((day.date, false));
                }
                Bound::From if span.first.is_none() => span.first = Some(day.date),
                Bound::After if span.first.is_none() => span.first = Some(day.date.tomorrow().ok()?),
                _ => return None,
            }
            let _ = width;
        }
        at += 1;
    }
    if !any {
        return None;
    }
    let rest = phrase.find("hoặc").map_or(phrase.part(0, 0), |at| phrase.from(at + 1));
    span.never = !rest.is_empty() && rest.without_front(&["không", "chưa"]).len() < rest.len();
    if (!rest.is_empty() && !span.never) || !labels(phrase) || phrase.number(0).is_some() {
        return None;
    }
    // A percentage, a count beside the day is a second condition.
    (0..phrase.len())
        .all(|at| phrase.number(at).is_none() || phrase.word(at + 1).is_some_and(|word| ["tháng", "năm", "quý"].contains(&word)))
        .then_some(span)
}

/// Reads the words before a day.
fn before(phrase: Phrase<'_>, day: usize) -> Option<(Bound, usize)> {
    WORDS.iter().find_map(|(said, bound)| {
        let count = said.split(' ').count();
        let from = day.checked_sub(count)?;
        (phrase.says(from, said) == count).then_some((*bound, count))
    })
}
