//! Numbers of documents in running text: one, several before one symbol, a range, digits without a symbol.

use super::token::{Kind, Token};
use super::vocabulary::glued_kind;

/// Numbers read, and where they end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Each number, with the symbol that all of them share.
    pub numbers: Vec<String>,
    /// Token behind the last one.
    pub next: usize,
}

/// Most documents that one range stands for: `từ số 1 đến số 50/QĐ-UBND`.
const LONGEST_RANGE: u32 = 60;
/// Most dots that stand for the digits of a number.
const MOST_DOTS: usize = 120;
/// Most parts of one symbol.
const MOST_SEGMENTS: usize = 6;
/// Type codes that are written in small letters by a slip: `12/kh-ubnd`.
const SMALL: &[&str] = &["kh", "qd", "bc", "nq", "tb", "ttr", "cv", "hd", "kl", "ct", "tt", "nd"];
/// Words that stand between numbers before one symbol.
const LINKS: &[&str] = &["va", "voi", "cung"];

/// Reads numbers with a symbol: `12/KH-UBND`, `30/2018/QĐ-UBND`, `16 - HD/BTCTW`; `24, 25, 26/BC-SNV` are three.
/// `listed` tells whether bare digits may be the first of several.
pub fn full(tokens: &[Token<'_>], at: usize, listed: bool) -> Option<Numbers> {
    if !is_fresh(tokens, at) {
        return None;
    }
    if let Some((serial, end)) = serial(tokens, at) {
        if let Some((symbol, next)) = symbol(tokens, end) {
            return Some(range_behind(tokens, &serial, &symbol, next));
        }
        if let Some(read) = joined(tokens, &serial, end) {
            return Some(read);
        }
    }
    if listed { several(tokens, at) } else { None }
}

/// Reads what stands behind a number with its symbol, where that is the last of a range: `05/KH-UBND đến số 08/KH-UBND`.
fn range_behind(tokens: &[Token<'_>], first: &str, symbol: &str, next: usize) -> Numbers {
    let alone = || Numbers { numbers: vec![format!("{first}{symbol}")], next };
    if !tokens.get(next).is_some_and(is_up_to) {
        return alone();
    }
    let at = next + 1 + usize::from(tokens.get(next + 1).is_some_and(|token| token.plain == "so"));
    let last = serial(tokens, at).and_then(|(last, end)| Some((last, self::symbol(tokens, end)?)));
    let Some((last, (same, end))) = last.filter(|(_, (same, _))| same == symbol) else { return alone() };
    let Some(mut serials) = between(first, &last) else { return alone() };
    serials.push(last);
    Numbers { numbers: serials.into_iter().map(|serial| format!("{serial}{same}")).collect(), next: end }
}

/// Reads `05-08/KH-UBND`, which may be a range or one number: it is kept as it is typed, to be asked.
fn joined(tokens: &[Token<'_>], first: &str, end: usize) -> Option<Numbers> {
    tokens.get(end).filter(|dash| dash.is('-') && !dash.gap)?;
    tokens.get(end + 1).filter(|last| last.kind == Kind::Digits && !last.gap)?;
    let (last, end) = serial(tokens, end + 1)?;
    let (symbol, next) = symbol(tokens, end)?;
    Some(Numbers { numbers: vec![format!("{first}-{last}{symbol}")], next })
}

/// Tells whether a token says that numbers reach up to the next: `đến`, `÷`.
fn is_up_to(token: &Token<'_>) -> bool {
    token.plain == "den" || token.is('÷') || token.is('→')
}

/// Reads a number whose symbol stands at the last of several that have days of their own: `05 (20/01/2026), 06 (25/01/2026)
/// và 07/KH-UBND (30/01/2026)`.
pub fn borrowed(text: &str, tokens: &[Token<'_>], at: usize) -> Option<Numbers> {
    let (first, end) = serial(tokens, at).filter(|_| is_fresh(tokens, at))?;
    let mut n = behind_day(text, tokens, end)?;
    for _ in 0..LONGEST_RANGE {
        let mut linked = false;
        while let Some(token) = tokens.get(n) {
            let word = LINKS.contains(&token.plain.as_str()) || linked && token.plain == "so";
            if !(word || token.is(',') || token.is(';') || token.is('&') || token.is('+')) {
                break;
            }
            linked = true;
            n += 1;
        }
        let (_, end) = serial(tokens, n).filter(|_| linked)?;
        if let Some((symbol, _)) = symbol(tokens, end) {
            return Some(Numbers { numbers: vec![format!("{first}{symbol}")], next: at + 1 });
        }
        n = behind_day(text, tokens, end)?;
    }
    None
}

/// Reads a number, with a day of its own, that shares the symbol of the number before it: `05/KH-UBND ngày …, số 06 ngày …`.
pub fn sharing(text: &str, tokens: &[Token<'_>], at: usize, before: &str) -> Option<Numbers> {
    let (serial, end) = serial(tokens, at).filter(|_| is_fresh(tokens, at))?;
    behind_day(text, tokens, end)?;
    let symbol = before.trim_start_matches(|c: char| c.is_ascii_digit());
    // A letter may stand behind the digits: `30c/NQ-CP`.
    let symbol = symbol.get(symbol.find(['/', '-']).unwrap_or(0)..)?;
    Some(Numbers { numbers: vec![format!("{serial}{symbol}")], next: end })
}

/// Reads a number without a symbol that has a day of its own.
pub fn dated(text: &str, tokens: &[Token<'_>], at: usize) -> Option<Numbers> {
    let (serial, end) = serial(tokens, at).filter(|_| is_fresh(tokens, at))?;
    behind_day(text, tokens, end)?;
    Some(Numbers { numbers: vec![serial], next: end })
}

/// Gives the token behind a day that belongs to a number: in brackets, or behind `ngày`.
fn behind_day(text: &str, tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if tokens.get(at)?.is('(') {
        let days = super::day::in_bracket(text, tokens, at + 1)?;
        return tokens.get(days.next).filter(|close| close.is(')')).map(|_| days.next + 1);
    }
    super::day::read(text, tokens, at).filter(|days| days.introduced).map(|days| days.next)
}

/// Reads a number of which the digits were never filled in: `…/KH-UBND`, `……/BC-UBND`; gives the token behind it.
pub fn unfilled(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let open = |token: &Token<'_>| {
        token.is('.') || token.is('…') || token.is('_') || token.kind == Kind::Word && token.text.chars().all(|c| c == '_')
    };
    let count = tokens.get(at..)?.iter().take(MOST_DOTS).take_while(|token| open(token)).count();
    let first = tokens.get(at)?;
    let fits = count > 1 || count == 1 && !first.is('.');
    // A bare slash where the digits should be: `số /KH-UBND`.
    let slash = tokens.get(at + count).filter(|slash| slash.is('/') && (fits || first.gap))?;
    tokens.get(at + count + 1).filter(|word| is_code(word) && (fits || slash.gap))?;
    symbol(tokens, at + count).map(|(_, next)| next)
}

/// Reads `24, 25 và 26/BC-SNV`.
fn several(tokens: &[Token<'_>], at: usize) -> Option<Numbers> {
    let mut serials = Vec::new();
    let mut n = at;
    while serials.len() < LONGEST_RANGE as usize {
        let (serial, end) = serial(tokens, n)?;
        if let Some((symbol, next)) = symbol(tokens, end) {
            serials.push(serial);
            return Some(Numbers { numbers: serials.into_iter().map(|serial| format!("{serial}{symbol}")).collect(), next });
        }
        n = end;
        let ranged = tokens.get(n).is_some_and(is_up_to);
        let mut linked = false;
        while let Some(token) = tokens.get(n) {
            let word = token.kind == Kind::Word
                && (LINKS.contains(&token.plain.as_str()) || (linked && token.plain == "so") || token.plain == "den");
            if !(word || token.is('÷') || token.is(',') || token.is(';') || token.is('&') || token.is('+')) {
                break;
            }
            linked = true;
            n += 1;
        }
        if !linked {
            return None;
        }
        if ranged {
            serials.extend(between(&serial, tokens.get(n)?.text)?);
        } else {
            serials.push(serial);
        }
    }
    None
}

/// Lists the serials from one up to another, without the last.
fn between(first: &str, last: &str) -> Option<Vec<String>> {
    let (from, to): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    let width = first.len();
    (from < to && to - from <= LONGEST_RANGE).then(|| (from..to).map(|n| format!("{n:0width$}")).collect())
}

/// Reads digits without a symbol, one or several: `12`, `12 và 13`, `12/2024`.
pub fn digits(tokens: &[Token<'_>], at: usize) -> Option<Numbers> {
    let mut numbers = Vec::new();
    let mut n = at;
    let mut next;
    loop {
        let (mut serial, mut end) = serial(tokens, n)?;
        if tokens.get(end).is_some_and(|token| token.is('/') && !token.gap)
            && let Some(year) = tokens.get(end + 1).filter(|token| token.is_year())
        {
            serial = format!("{serial}/{}", year.text);
            end += 2;
        }
        // A rate, a day, a figure with decimals: no number.
        let goes_on = tokens.get(end).is_some_and(|token| !token.gap && matches!(token.kind, Kind::Sign('/' | '.' | ',' | '%' | '-')))
            && tokens.get(end + 1).is_some_and(|token| !token.gap && token.kind != Kind::Break);
        if goes_on || tokens.get(end).is_some_and(|token| token.is('%')) {
            return None;
        }
        numbers.push(serial);
        next = end;
        let linked = tokens.get(end).is_some_and(|token| token.is(',') || token.plain == "va");
        n = end + 1 + usize::from(tokens.get(end + 1).is_some_and(|token| token.plain == "so"));
        if !linked
            || numbers.len() == LONGEST_RANGE as usize
            || tokens.get(n).is_none_or(|token| token.kind != Kind::Digits)
            || super::day::shape(tokens, n).is_some()
        {
            break;
        }
    }
    Some(Numbers { numbers, next })
}

/// Tells whether a number may begin at `at`: not in the middle of a longer word, a day or a decimal.
fn is_fresh(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).filter(|_| !token.gap);
    let Some(before) = before else { return true };
    let two_before = at.checked_sub(2).and_then(|before| tokens.get(before)).filter(|_| !before.gap);
    match before.kind {
        // `05/KH-UBND-06/KH-UBND` are two.
        Kind::Sign('-') if two_before.is_some_and(|two| two.kind == Kind::Word && is_code(two)) => {
            token.kind == Kind::Digits && tokens.get(at + 1).is_some_and(|slash| slash.is('/'))
        }
        Kind::Sign('/' | '-' | '_') => two_before.is_none_or(|two| two.kind == Kind::Break),
        Kind::Sign('.' | ',') => two_before.is_none_or(|two| two.kind != Kind::Digits || (before.is(',') && two.kind == Kind::Digits)),
        Kind::Word => false,
        _ => true,
    }
}

/// Reads the serial of a number: up to six digits, and a letter; digits typed against their kind, too.
fn serial(tokens: &[Token<'_>], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at)?;
    let text = match token.kind {
        Kind::Digits => token.text,
        Kind::Word => token.text.get(glued_kind(token.text).unwrap_or(0)..)?,
        _ => return None,
    };
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let fits = !digits.is_empty() && digits.len() <= 6 && text.len() <= digits.len() + 1 && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| (text.to_owned(), at + 1))
}

/// Reads the mark, the year and the symbol behind a serial.
fn symbol(tokens: &[Token<'_>], at: usize) -> Option<(String, usize)> {
    let (mark, mut n, loose) = mark(tokens, at)?;
    let mut symbol = mark;
    if tokens.get(n).is_some_and(Token::is_year) && tokens.get(n + 1).is_some_and(|token| token.is('/')) {
        symbol.push_str(tokens.get(n)?.text);
        let (second, next, _) = self::mark(tokens, n + 1)?;
        symbol.push_str(&second);
        n = next;
    }
    let first = tokens.get(n).filter(|token| token.kind == Kind::Word)?;
    let small = SMALL.contains(&first.plain.as_str()) && first.text.chars().all(char::is_lowercase);
    if !(first.is_capital() || small) || (loose && !is_code(first)) {
        return None;
    }
    let mut segments = 0;
    loop {
        n = segment(tokens, n, &mut symbol)?;
        segments += 1;
        let Some((mark, next, loose)) = self::mark(tokens, n).filter(|_| segments < MOST_SEGMENTS) else { break };
        let Some(more) = tokens.get(next).filter(|token| token.kind == Kind::Word) else { break };
        // Behind the issuer, and behind blanks, only what is written as codes are belongs to the symbol.
        let strict = loose || segments > 1;
        let begins = more.is_capital() || (segments == 1 && small) || (!strict && segments == 1);
        if !begins || (strict && !is_code(more)) || (loose && segments > 1) || super::vocabulary::says(tokens, next, "ngay").is_some() {
            break;
        }
        symbol.push_str(&mark);
        n = next;
    }
    // A lone word behind a dash, or in small letters, is no symbol: `2024 - UBND`, `3/kh`. Neither is one that only begins with
    // a capital, `1/ Kế hoạch`, nor a kind whose number follows, `1/ KH số 12/KH-UBND`: the digits number the points of a list.
    let numbered = || tokens.get(at + 1).is_some_and(|after| after.gap) && tokens.get(n).is_some_and(is_of_number);
    let alone = segments == 1 && (small || loose || symbol.trim_start().starts_with('-') || is_name(first) || numbered());
    (!alone).then_some((symbol, n))
}

/// Tells whether a word begins with its only capital, as names do and symbols don't: `Kế`, `Theo`.
fn is_name(token: &Token<'_>) -> bool {
    let capitals = token.text.chars().filter(|c| c.is_uppercase()).count();
    capitals < 2 && token.text.chars().any(char::is_lowercase)
}

/// Tells whether a number begins here: `số`, or its digits.
fn is_of_number(token: &Token<'_>) -> bool {
    token.plain == "so" || token.kind == Kind::Digits
}

/// Reads a mark between the parts of a number, with the blanks around it; tells whether there are blanks around a dash.
fn mark(tokens: &[Token<'_>], at: usize) -> Option<(String, usize, bool)> {
    let token = tokens.get(at)?;
    let Kind::Sign(sign @ ('/' | '-')) = token.kind else { return None };
    let after = tokens.get(at + 1)?;
    let blank = |gap: bool| if gap { " " } else { "" };
    let text = format!("{}{sign}{}", blank(token.gap), blank(after.gap));
    Some((text, at + 1, sign == '-' && (token.gap || after.gap)))
}

/// Reads one part of a symbol: letters and digits, and what `&` and a full stop join to them.
fn segment(tokens: &[Token<'_>], at: usize, symbol: &mut String) -> Option<usize> {
    symbol.push_str(tokens.get(at)?.text);
    let mut n = at + 1;
    while let Some(token) = tokens.get(n) {
        let Some(next) = tokens.get(n + 1).filter(|next| matches!(next.kind, Kind::Word | Kind::Digits)) else { break };
        // `12/KH-UBND & BC số 13/BC-UBND` are two.
        let another = token.gap && tokens.get(n + 2).is_some_and(is_of_number);
        let joins = (token.is('&') && next.is_capital() && token.gap == next.gap && !another)
            || (token.is('.')
                && !token.gap
                && !next.gap
                && (next.is_capital() && is_code(next) || next.kind == Kind::Digits && next.text.len() < 3));
        if !joins {
            break;
        }
        symbol.push_str(if token.gap { " " } else { "" });
        symbol.push_str(token.text);
        symbol.push_str(if next.gap { " " } else { "" });
        symbol.push_str(next.text);
        n += 2;
    }
    Some(n)
}

/// Tells whether a word is written as codes and abbreviations are: at least as many capitals as small letters.
fn is_code(token: &Token<'_>) -> bool {
    let capitals = token.text.chars().filter(|c| c.is_uppercase()).count();
    let small = token.text.chars().filter(|c| c.is_lowercase()).count();
    capitals > 0 && capitals >= small
}
