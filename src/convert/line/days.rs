//! Days in words: `trước ngày 31/01/2025`, `từ ngày 01/02 đến hết ngày 28/02`, `chậm nhất ngày 15/11`.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::describe::labels;
use super::words::{Day, Kind, Phrase};

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

/// Words right before a day, and how they bound it.
const WORDS: [(&str, Bound); 17] = [
    ("trước", Bound::Before),
    ("đến", Bound::By),
    ("tới", Bound::By),
    ("hết", Bound::By),
    ("chậm nhất", Bound::By),
    ("chậm nhất là", Bound::By),
    ("chậm nhất vào", Bound::By),
    ("muộn nhất", Bound::By),
    ("muộn nhất là", Bound::By),
    ("trễ nhất", Bound::By),
    ("trễ nhất là", Bound::By),
    ("sau", Bound::After),
    ("quá", Bound::After),
    ("muộn hơn", Bound::After),
    ("chậm hơn", Bound::After),
    ("trễ hơn", Bound::After),
    ("từ", Bound::From),
];

/// Reads the days that a phrase speaks of; `None` where it speaks of none, or says anything else.
pub fn span(phrase: Phrase<'_>) -> Option<Span> {
    let mut span = Span { first: None, last: None, end: None, with_years: true, never: false };
    let mut any = false;
    for at in 0..phrase.len() {
        let Kind::Day(_) = &phrase.tokens.get(at)?.kind else { continue };
        let day = in_its_year(phrase, at)?;
        let range = span.first.is_some() && at > 0 && phrase.sign(at - 1) == Some('-');
        // “16/01/2026 - 31/01/2026” without a word before it.
        let opens = phrase.sign(at + 1) == Some('-') && matches!(phrase.tokens.get(at + 2).map(|token| &token.kind), Some(Kind::Day(_)));
        let bound = match before(phrase, at) {
            _ if range => Bound::By,
            None if opens && !any => Bound::From,
            bound => bound?,
        };
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
    }
    if !any {
        return None;
    }
    let is_day = |phrase: Phrase<'_>| phrase.tokens.iter().any(|token| matches!(token.kind, Kind::Day(_)));
    let never = |part: &Phrase<'_>| !is_day(*part) && part.without_front(&["không", "chưa"]).len() < part.len();
    let mut parts = parts(phrase);
    // “Ban hành mới hoặc sửa đổi trước ngày …” are two ways to do one thing.
    if parts.len() > 1 && parts.first().is_some_and(|first| !is_day(*first) && is_deed(*first)) {
        parts.remove(0);
    }
    span.never = parts.iter().any(never);
    if parts.len() > 1 + usize::from(span.never) || !labels(phrase) || phrase.number(0).is_some() {
        return None;
    }
    // A percentage, a count beside the day is a second condition.
    (0..phrase.len())
        .all(|at| phrase.number(at).is_none() || phrase.word(at + 1).is_some_and(|word| ["tháng", "năm", "quý"].contains(&word)))
        .then_some(span)
}

/// Tells whether words only say that something was made or changed.
fn is_deed(part: Phrase<'_>) -> bool {
    const DEEDS: [&str; 10] =
        ["ban hành mới", "ban hành", "xây dựng mới", "xây dựng", "sửa đổi", "bổ sung", "điều chỉnh", "cập nhật", "thay thế", "trình"];
    let part = part.trimmed();
    !part.is_empty() && DEEDS.iter().any(|deed| part.says(0, deed) == part.len())
}

/// Cuts a phrase at “hoặc”.
fn parts(phrase: Phrase<'_>) -> Vec<Phrase<'_>> {
    let (mut found, mut from) = (Vec::new(), 0);
    for at in (0..phrase.len()).filter(|at| phrase.is(*at, "hoặc")) {
        found.push(phrase.part(from, at));
        from = at + 1;
    }
    found.push(phrase.from(from));
    found
}

/// Gives a day with its year: “từ 16/12 đến 31/12/2026” says it once, for the day before it or behind it.
fn in_its_year(phrase: Phrase<'_>, at: usize) -> Option<Day> {
    let day_at = |at: usize| match phrase.tokens.get(at).map(|token| &token.kind) {
        Some(Kind::Day(day)) => Some(*day),
        _ => None,
    };
    let day = day_at(at)?;
    let (before, behind) = ((0..at).rev().find_map(day_at), (at + 1..phrase.len()).find_map(day_at));
    let other = [behind, before].into_iter().flatten().find(|other| other.with_year);
    let Some(other) = other.filter(|_| !day.with_year) else { return Some(day) };
    let of_year = |year: i16| day.date.with().year(year).build().ok();
    let (same, comes_first) = (of_year(other.date.year())?, behind.is_some_and(|behind| behind == other));
    let date = match (comes_first, same.cmp(&other.date)) {
        (true, Ordering::Greater) => of_year(other.date.year() - 1)?,
        (false, Ordering::Less) => of_year(other.date.year() + 1)?,
        _ => same,
    };
    Some(Day { date, with_year: true })
}

/// Reads the words before a day. “Không sau ngày …” denies the bound.
fn before(phrase: Phrase<'_>, day: usize) -> Option<Bound> {
    let rest = phrase.part(0, day).without_end(&["ngày", "thời điểm", "mốc"]);
    let (bound, width) = WORDS.iter().find_map(|(said, bound)| {
        let count = said.split(' ').count();
        let from = rest.len().checked_sub(count)?;
        (rest.says(from, said) == count).then_some((*bound, count))
    })?;
    let denied = ["không", "chưa"].iter().any(|word| rest.len() > width && rest.is(rest.len() - width - 1, word));
    match (denied, bound) {
        (false, bound) => Some(bound),
        (true, Bound::After) => Some(Bound::By),
        (true, Bound::Before) => Some(Bound::From),
        (true, _) => None,
    }
}
