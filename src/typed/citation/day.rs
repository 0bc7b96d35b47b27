//! Days in running text: `05/3/2020`, `10 /11/ 2024`, `ngày 05 tháng 3 năm 2020`, `các ngày 05/3, 06/6 và 09/9/2024`.

use jiff::civil::Date;

use super::token::{Kind, Token};
use super::vocabulary::says;
use crate::assessment::EvidenceDate;

/// Days read, and where they end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    /// Each day; one that does not exist, or has no year, is wrong. Empty where it is that of the document before: `cùng ngày`.
    pub list: Vec<EvidenceDate>,
    /// Whether the documents before it have it, too: `(đều ngày 20/01/2026)`.
    pub shared: bool,
    /// Whether `ngày` stands before them.
    pub introduced: bool,
    /// Token behind the last one.
    pub next: usize,
}

/// Words before a day that several documents have, or that the one before has, without case and diacritics.
const SHARED: &[&str] =
    &["cung ngay", "cung ban hanh ngay", "cung ky ngay", "deu ngay", "deu ban hanh ngay", "deu ky ngay", "deu duoc ban hanh ngay"];
/// Most days of one month that are read together.
const MOST_OF_MONTH: usize = 31;

/// Day as it is written, its year perhaps missing.
struct Written {
    day: String,
    month: String,
    year: Option<String>,
    from: usize,
    next: usize,
}

/// Reads days.
pub fn read(text: &str, tokens: &[Token<'_>], at: usize) -> Option<Days> {
    let shared = SHARED.iter().filter_map(|phrase| says(tokens, at, phrase)).max();
    let lead = ["cac ngay", "ky ngay", "de ngay", "ban hanh ngay", "ngay ban hanh", "ngay ky", "ngay"];
    let lead = lead.iter().filter_map(|phrase| says(tokens, at, phrase)).max().max(shared).unwrap_or(0);
    // Words that stand before other things, too, introduce a whole day only: `ban hành 12/02/2026`.
    let perhaps = ["ban hanh", "da ban hanh", "duoc ban hanh", "ban hanh vao", "ky", "da ky", "ky ban hanh", "phat hanh"];
    let perhaps = perhaps.iter().filter_map(|phrase| says(tokens, at, phrase)).max().filter(|_| lead == 0);
    let perhaps = perhaps.filter(|count| one(tokens, at + count, false).is_some_and(|one| one.year.is_some()));
    let lead = perhaps.unwrap_or(lead);
    let introduced = lead > 0;
    let mut n = at + lead;
    n += usize::from(introduced && tokens.get(n).is_some_and(|token| token.is(':')));
    if let Some(wrong) = introduced.then(|| half_blank(text, tokens, n)).flatten() {
        return Some(wrong);
    }
    let mut written = match one_month(tokens, n).filter(|_| introduced) {
        Some(several) => several,
        None => match one(tokens, n, introduced) {
            Some(one) => vec![one],
            None if shared.is_some() && ends_part(tokens, n) && says(tokens, at, "cung ngay").is_some() => {
                return Some(Days { list: Vec::new(), shared: false, introduced, next: n });
            }
            None => return None,
        },
    };
    n = written.last()?.next;
    // Several days: `05/3, 06/6 và 09/9/2024`.
    loop {
        let linked = tokens.get(n).is_some_and(|token| token.is(',') || token.is('&') || token.plain == "va");
        let after = n + 1 + says(tokens, n + 1, "ngay").unwrap_or(0);
        let Some(next) = (introduced && linked).then(|| one(tokens, after, true)).flatten() else { break };
        n = next.next;
        written.push(next);
    }
    let mut year = None;
    let mut days: Vec<EvidenceDate> = Vec::new();
    for one in written.iter().rev() {
        year = one.year.clone().or(year);
        let typed = tokens.get(one.from).zip(tokens.get(one.next - 1)).and_then(|(first, last)| text.get(first.from..last.to));
        let day = year.as_deref().and_then(|year| date(&one.day, &one.month, year));
        days.push(day.map_or_else(|| EvidenceDate::Wrong(typed.unwrap_or_default().to_owned()), EvidenceDate::Day));
    }
    days.reverse();
    Some(Days { list: days, shared: shared.is_some(), introduced, next: n })
}

/// Tells whether a part of a line ends before `at`, or says no more than who issued what is spoken of.
fn ends_part(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_none_or(|next| matches!(next.kind, Kind::Break | Kind::Sign(_)) || next.word == "của")
}

/// Reads a day in a bracket, which may lack its year: `(20/01)`.
pub fn in_bracket(text: &str, tokens: &[Token<'_>], at: usize) -> Option<Days> {
    if let Some(days) = read(text, tokens, at) {
        return Some(days);
    }
    let written = one(tokens, at, true).filter(|one| one.year.is_none() && tokens.get(one.next).is_some_and(|close| close.is(')')))?;
    let typed = text.get(tokens.get(at)?.from..tokens.get(written.next - 1)?.to)?;
    Some(Days { list: vec![EvidenceDate::Wrong(typed.to_owned())], shared: false, introduced: false, next: written.next })
}

/// Reads several days of one month: `20, 21/01/2026`, `20 và 21/01/2026`.
fn one_month(tokens: &[Token<'_>], at: usize) -> Option<Vec<Written>> {
    let mut firsts = Vec::new();
    let mut n = at;
    loop {
        let day = tokens.get(n).filter(|token| token.kind == Kind::Digits && token.text.len() <= 2)?;
        let link = tokens.get(n + 1)?;
        if !(link.is(',') || link.is('&') || link.is('-') || link.plain == "va") || firsts.len() == MOST_OF_MONTH {
            break;
        }
        firsts.push((day.text.to_owned(), n));
        n += 2;
    }
    let last = one(tokens, n, true).filter(|last| !firsts.is_empty() && last.year.is_some())?;
    let mut written: Vec<Written> = firsts
        .into_iter()
        .map(|(day, from)| Written { day, month: last.month.clone(), year: last.year.clone(), from, next: from + 1 })
        .collect();
    written.push(last);
    Some(written)
}

/// Gives where something ends that has the shape of a day with its year.
pub fn shape(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    one(tokens, at, false).map(|one| one.next)
}

/// Reads one day; without `ngày` before it only with marks and its year.
fn one(tokens: &[Token<'_>], at: usize, introduced: bool) -> Option<Written> {
    let digits = |n: usize, most: usize| tokens.get(n).filter(|token| token.kind == Kind::Digits && token.text.len() <= most);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).filter(|_| tokens.get(at).is_some_and(|token| !token.gap));
    if before.is_some_and(|before| matches!(before.kind, Kind::Sign('/' | '-' | '.')) && !before.gap && !introduced) {
        return None;
    }
    let first = digits(at, 4)?;
    let text = |token: &Token<'_>| token.text.to_owned();
    let ends = |n: usize| {
        !tokens.get(n).is_some_and(|token| !token.gap && (token.kind != Kind::Break) && matches!(token.kind, Kind::Digits | Kind::Word))
    };
    // `05 tháng 3 năm 2020`, `05 tháng 3/2020`.
    if let Some(month) = says(tokens, at + 1, "thang").and_then(|_| digits(at + 2, 2)).filter(|_| first.text.len() <= 2) {
        let by_word = says(tokens, at + 3, "nam").and_then(|_| digits(at + 4, 4));
        let by_sign = tokens.get(at + 3).filter(|token| matches!(token.kind, Kind::Sign('/' | '-' | '.'))).and_then(|_| digits(at + 4, 4));
        let year = by_word.or(by_sign).map(text);
        let next = if year.is_some() { at + 5 } else { at + 3 };
        return (introduced || year.is_some()).then(|| Written { day: text(first), month: text(month), year, from: at, next });
    }
    let mark = |n: usize| match tokens.get(n)?.kind {
        Kind::Sign(sign @ ('/' | '-' | '.')) => Some(sign),
        _ => None,
    };
    let sign = mark(at + 1)?;
    let second = digits(at + 2, 2)?;
    // `2020-03-05`.
    if first.text.len() == 4 {
        let third = mark(at + 3).filter(|third| *third == sign && sign != '.').and_then(|_| digits(at + 4, 2)).filter(|_| ends(at + 5))?;
        return Some(Written { day: text(third), month: text(second), year: Some(text(first)), from: at, next: at + 5 });
    }
    if first.text.len() > 2 {
        return None;
    }
    let worded = says(tokens, at + 3, "nam").and_then(|_| digits(at + 4, 4)).filter(|_| introduced);
    let year = mark(at + 3).and_then(|_| digits(at + 4, 5)).filter(|_| ends(at + 5)).or(worded);
    let fits = |year: &Token<'_>| match year.text.len() {
        4 => introduced || sign != '.' || year.is_year(),
        2 => introduced || sign == '/',
        _ => introduced,
    };
    match year.filter(|year| fits(year)) {
        Some(year) => Some(Written { day: text(first), month: text(second), year: Some(text(year)), from: at, next: at + 5 }),
        // Only a word makes a day of `05/3`.
        None => (introduced && ends(at + 3)).then(|| Written { day: text(first), month: text(second), year: None, from: at, next: at + 3 }),
    }
}

/// Reads a day of which digits were left open: `ngày    /3/2024`, `ngày … tháng 3 năm 2024`.
fn half_blank(text: &str, tokens: &[Token<'_>], at: usize) -> Option<Days> {
    let first = tokens.get(at)?;
    let mut n = at;
    while tokens.get(n).is_some_and(|token| token.is('.') || token.is('…')) {
        n += 1;
    }
    let opened = n > at || first.is('/');
    let mut filled = 0;
    while let Some(token) = tokens.get(n).filter(|_| opened && n < at + 24) {
        let word = matches!(token.plain.as_str(), "thang" | "nam");
        if !(token.kind == Kind::Digits || word || matches!(token.kind, Kind::Sign('/' | '.' | '…'))) {
            break;
        }
        // A year that the province printed is nobody's day.
        filled += usize::from(token.kind == Kind::Digits && !token.is_year());
        n += 1;
    }
    let last = n.checked_sub(1).and_then(|last| tokens.get(last)).filter(|_| opened && n > at)?;
    let typed = text.get(first.from..last.to)?.to_owned();
    let day = if filled == 0 { EvidenceDate::Blank } else { EvidenceDate::Wrong(typed) };
    Some(Days { list: vec![day], shared: false, introduced: true, next: n })
}

/// Makes a day; two digits of a year are of this century.
fn date(day: &str, month: &str, year: &str) -> Option<Date> {
    let year: i16 = match year.len() {
        2 => format!("20{year}").parse().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}
