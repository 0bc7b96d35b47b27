//! Names of files and web addresses in running text; names of files hold blanks, dashes and diacritics.

use super::bullet;
use super::day;
use super::number;
use super::section;
use super::token::{Kind, Token};
use super::vocabulary;

/// Endings of files that offices send.
const ENDINGS: &[&str] = &[
    "pdf", "docx", "doc", "docm", "xlsx", "xls", "xlsm", "pptx", "ppt", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "rar", "zip",
    "7z", "mp4", "txt", "rtf", "odt", "ods",
];
/// Words that stand before the name of a file and are none of it.
const LABELS: &[&str] = &[
    "file đính kèm",
    "tệp đính kèm",
    "file",
    "tệp tin",
    "tệp",
    "tập tin",
    "đính kèm",
    "kèm theo",
    "gửi kèm",
    "kèm",
    "xem tại",
    "xem",
    "tại",
    "lưu tại",
    "tên file",
    "tên tệp",
    "link",
    "gồm",
    "bao gồm",
    "có",
];
/// Those that say so in the middle of words, too.
const STRONG: &[&str] = &["file", "tệp", "tập tin", "đính kèm", "kèm theo", "xem tại", "gửi kèm", "lưu tại"];
/// Longest name that a file can have, in bytes.
const LONGEST: usize = 255;
/// Most tokens between two commas of a name.
const LONGEST_PART: usize = 40;
/// Longest address that is read, in signs.
const LONGEST_LINK: usize = 2_000;
/// Longest host, in signs.
const LONGEST_HOST: usize = 120;
/// Most tokens that are looked at for the beginning of a run without blanks.
const LONGEST_CHUNK: usize = 64;
/// Endings of hosts, for addresses without `http://`.
const HOSTS: &[&str] = &["vn", "com", "net", "org", "ly"];

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// File.
    File,
    /// Web address.
    Link,
}

/// Name of a file or a web address, with the tokens that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// What it is.
    pub named: Named,
    /// Token that it begins with.
    pub from: usize,
    /// Token behind it.
    pub next: usize,
    /// Offset behind its last sign.
    pub to: usize,
}

/// Finds all names in a text, in its order.
pub fn names(text: &str, tokens: &[Token<'_>]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut at = 0;
    // Names begin behind this token.
    let mut free = 0;
    while at < tokens.len() {
        let found = link(text, tokens, at).or_else(|| file(tokens, at, free));
        if let Some(name) = found {
            at = name.next;
            free = name.next;
            names.push(name);
        } else {
            at += 1;
        }
    }
    names
}

/// Reads a web address that begins at `at`.
fn link(text: &str, tokens: &[Token<'_>], at: usize) -> Option<Name> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).filter(|_| !token.gap);
    if before.is_some_and(|before| matches!(before.kind, Kind::Sign('@' | '.' | '-' | '/'))) {
        return None;
    }
    let scheme = matches!(token.plain.as_str(), "http" | "https" | "ftp") && tokens.get(at + 1).is_some_and(|next| next.is(':'));
    let next_dot = tokens.get(at + 1).is_some_and(|next| !next.gap && matches!(next.kind, Kind::Sign('.' | '-')));
    // An address without a scheme names its host first, which is short.
    let by_host = || next_dot && is_host(text, token.from);
    if !(scheme || by_host()) {
        return None;
    }
    let rest = text.get(token.from..)?;
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '<' | '>');
    let length: usize = rest.chars().take(LONGEST_LINK).take_while(|c| !ends(*c)).map(char::len_utf8).sum();
    let chunk = rest.get(..length)?;
    let chunk = next_address(chunk);
    let mut link = chunk.trim_end_matches(['.', ',', ';', ':']);
    // An address without a host is quoted as it was typed.
    if link.trim_end_matches('/').len() <= token.text.len() + 1 {
        link = chunk.trim_end_matches([',', ';']);
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        while link.ends_with(close) && link.matches(close).count() > link.matches(open).count() {
            link = link.get(..link.len() - 1)?.trim_end_matches(['.', ',', ';']);
        }
    }
    let to = token.from + link.len();
    let next = at + tokens.get(at..)?.iter().take_while(|token| token.from < to).count();
    Some(Name { named: Named::Link, from: at, next, to })
}

/// Cuts an address before another one that follows a semicolon or a comma without a blank.
fn next_address(chunk: &str) -> &str {
    let cut = [";http", ",http", ";www", ",www"].iter().filter_map(|mark| chunk.find(mark)).min();
    chunk.get(..cut.unwrap_or(chunk.len())).unwrap_or(chunk)
}

/// Tells whether an address without `http://` begins at an offset: a host, alone or with a path.
fn is_host(text: &str, from: usize) -> bool {
    let rest = text.get(from..).unwrap_or_default();
    let length: usize =
        rest.chars().take(LONGEST_HOST).take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).map(char::len_utf8).sum();
    let (host, path) = rest.split_at_checked(length).unwrap_or_default();
    let host = host.trim_end_matches(['.', '-']);
    let labels: Vec<&str> = host.split('.').collect();
    let sound = labels.len() >= 2 && labels.iter().all(|label| !label.is_empty()) && !path.starts_with(['@', '_']);
    let ending = labels.last().map(|label| label.to_ascii_lowercase()).unwrap_or_default();
    let named = host.to_ascii_lowercase().starts_with("www.") || labels.len() >= 3 || path.starts_with('/');
    sound && named && HOSTS.contains(&ending.as_str())
}

/// Reads the name of a file whose ending stands at `at`: it begins behind the last sign that no name holds.
fn file(tokens: &[Token<'_>], at: usize, free: usize) -> Option<Name> {
    let stop = tokens.get(at).filter(|token| token.is('.') && !token.gap)?;
    let ending = tokens.get(at + 1).filter(|ending| !ending.gap && ENDINGS.contains(&ending.text.to_lowercase().as_str()))?;
    // `a.pdf.zip` ends later; `.doc` of `a.docs` is none.
    let goes_on = tokens.get(at + 2).is_some_and(|next| {
        !next.gap && (next.is('.') || next.is('-')) && tokens.get(at + 3).is_some_and(|after| !after.gap && after.kind != Kind::Break)
    });
    if goes_on && tokens.get(at + 3).is_some_and(|after| ENDINGS.contains(&after.text.to_lowercase().as_str())) {
        return None;
    }
    let mut from = begins(tokens, at, free)?;
    if stop.from.saturating_sub(tokens.get(from)?.from) > LONGEST {
        from = chunk(tokens, at);
    }
    (from < at).then_some(Name { named: Named::File, from, next: at + 2, to: ending.to })
}

/// Gives the token with which the run of signs without blanks around `at` begins.
fn chunk(tokens: &[Token<'_>], at: usize) -> usize {
    let mut from = at;
    while from > 0 && at - from < LONGEST_CHUNK && tokens.get(from).is_some_and(|token| !token.gap) {
        from -= 1;
    }
    from
}

/// Finds where the name begins of which the ending stands at `at`.
fn begins(tokens: &[Token<'_>], at: usize, free: usize) -> Option<usize> {
    let mut from = at;
    let mut depth = 0_u32;
    let end = tokens.get(at)?.from;
    while from > free {
        let token = tokens.get(from - 1)?;
        let after = tokens.get(from)?;
        if end.saturating_sub(token.from) > 2 * LONGEST {
            break;
        }
        match token.kind {
            Kind::Sign(':') if is_drive(tokens, from - 1) => {
                from = from.saturating_sub(2).max(free);
                break;
            }
            Kind::Break | Kind::Sign(';' | ':' | '"' | '<' | '>' | '|' | '*' | '?' | '•' | '→') => break,
            Kind::Sign(',') if (after.gap || token.gap) && !is_name_before(tokens, free, from - 1) => break,
            Kind::Sign(')' | ']') => depth += 1,
            Kind::Sign('(' | '[') if depth == 0 => break,
            Kind::Sign('(' | '[') => depth -= 1,
            // A dash or a plus among blanks may be part of a name, but not behind a number or a day.
            Kind::Sign('-' | '+' | '=') if token.gap && after.gap && depth == 0 && ends_other(tokens, free, from - 1) => break,
            Kind::Sign('/') if !within_path(tokens, from - 1) => break,
            Kind::Digits if after.gap && depth == 0 && ends_other(tokens, free, from) => break,
            Kind::Word if after.gap && depth == 0 && ends_other(tokens, free, from) => break,
            _ => {}
        }
        from -= 1;
    }
    // A number at the start may be that of a list or part of the name: only the folder tells (`12.KH-UBND.pdf`).
    let signs = bullet::signs(tokens, from);
    let from = if signs < at { signs } else { from };
    Some(behind_label(tokens, from, at))
}

/// Tells whether a colon stands behind the letter of a drive, and before a path: `D:/kh.pdf`.
fn is_drive(tokens: &[Token<'_>], colon: usize) -> bool {
    let letter = colon.checked_sub(1).and_then(|at| tokens.get(at));
    let near = |at: usize| tokens.get(at).is_some_and(|token| !token.gap);
    let path = tokens.get(colon + 1).is_some_and(|token| token.is('/') || token.is('\\'));
    letter.is_some_and(|letter| letter.kind == Kind::Word && letter.text.len() == 1) && near(colon) && near(colon + 1) && path
}

/// Tells whether the words before a comma, back to the sign before them, may be part of the name that goes on behind it:
/// `Báo cáo quý I, II năm 2026.pdf`. They say nothing of a document, and behind one they begin with a capital, as names do.
fn is_name_before(tokens: &[Token<'_>], free: usize, comma: usize) -> bool {
    let near = comma.saturating_sub(LONGEST_PART).max(free);
    let words = tokens.get(..comma).unwrap_or(tokens);
    let is_comma = |n: usize| tokens.get(n).is_some_and(|token| token.is(',')) && tokens.get(n + 1).is_some_and(|next| next.gap);
    let parts = |n: usize| {
        let token = tokens.get(n);
        is_comma(n) || token.is_some_and(|token| matches!(token.kind, Kind::Break | Kind::Sign(';' | ':' | '"' | '(' | '[')))
    };
    let Some(from) = (near..comma).rev().find(|n| parts(*n)).map(|n| n + 1).or_else(|| (near == free).then_some(free)) else {
        return false;
    };
    let of_document = |n: usize| {
        let said = words.get(n).is_some_and(|token| matches!(token.word.as_str(), "của" | "về" | "ngày" | "số" | "http" | "https"));
        said || number::full(words, n, false).is_some() || day::shape(words, n).is_some() || section::read(words, n).is_some()
    };
    let first = words.get(from..).unwrap_or_default().iter().find(|token| matches!(token.kind, Kind::Word | Kind::Digits));
    let goes_on = from > 0 && is_comma(from - 1);
    first.is_some_and(|first| !goes_on || first.is_capital())
        && !vocabulary::is_authority(words, bullet::all(words, from))
        && !(from..comma).any(of_document)
}

/// Tells whether the signs before `at`, back to the last blank, are a number of a document, a day or a place inside one.
fn ends_other(tokens: &[Token<'_>], free: usize, at: usize) -> bool {
    let mut start = at;
    // Days may have blanks around their marks: `10 /11/ 2024`.
    let tokens = tokens.get(..at).unwrap_or(tokens);
    for _ in 0..14 {
        if start <= free {
            return false;
        }
        start -= 1;
        let ends = |next: Option<usize>| next == Some(at);
        // Without a slash it may as well be the beginning of the name: `12-KH-UBND (bản ký).pdf`.
        let slashed = |numbers: &number::Numbers| numbers.numbers.iter().any(|number| number.contains('/'));
        let number = number::full(tokens, start, false).filter(slashed).map(|numbers| numbers.next);
        if ends(number) || ends(day::shape(tokens, start)) || ends(section::read(tokens, start)) {
            return true;
        }
        if tokens.get(start).is_some_and(|token| token.kind == Kind::Break) {
            return false;
        }
    }
    false
}

/// Tells whether a slash parts folders, not a number or a day.
fn within_path(tokens: &[Token<'_>], at: usize) -> bool {
    let start = chunk(tokens, at);
    number::full(tokens, start, false).is_none() && day::shape(tokens, start).is_none() && !tokens.get(at).is_some_and(|slash| slash.gap)
}

/// Steps over words that stand before a name, and over a kind of document with its number.
fn behind_label(tokens: &[Token<'_>], from: usize, at: usize) -> usize {
    let mut start = from;
    let mut n = from;
    while n < at {
        let label = LABELS.iter().filter_map(|label| vocabulary::spells(tokens, n, label)).max();
        match label.map(|count| n + count) {
            // At the start any label; further on only one that nothing but a name follows.
            Some(next) if next < at && tokens.get(next).is_some_and(|token| token.gap) && (n == start || is_strong(tokens, n)) => {
                start = next;
                n = next;
            }
            _ => n += 1,
        }
    }
    start
}

/// Tells whether a label in the middle of words begins a name all the same.
fn is_strong(tokens: &[Token<'_>], at: usize) -> bool {
    STRONG.iter().any(|label| vocabulary::spells(tokens, at, label).is_some())
}
