//! Where in a document to look: `mục II.3, trang 4-6`, `điểm a khoản 2 Điều 3`, `từ trang 3 đến trang 5`.

use super::number;
use super::token::{Kind, Token};
use super::vocabulary;

/// Reads words of place, as many as follow each other; gives the token behind them.
pub fn read(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let lead = usize::from(tokens.get(at).is_some_and(|token| matches!(token.plain.as_str(), "tu" | "cac")));
    let mut end = one(tokens, at + lead)?;
    loop {
        let mut n = end;
        let mut linked = 0;
        // A section is seldom named by more than two links in a row: `, và`, `- từ`.
        while linked < 2 && tokens.get(n).is_some_and(is_link) {
            n += 1;
            linked += 1;
        }
        match one(tokens, n) {
            Some(next) => end = next,
            None => return Some(end),
        }
    }
}

/// Tells whether a token stands between two words of place.
fn is_link(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Sign(sign) => matches!(sign, ',' | '-' | '/' | '&' | '(' | ':'),
        Kind::Word => matches!(token.plain.as_str(), "va" | "den" | "tu" | "cua" | "thuoc"),
        Kind::Digits | Kind::Break => false,
    }
}

/// Reads one word of place with what it points to.
fn one(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if let Some(end) = glued(tokens, at) {
        return Some(more(tokens, end));
    }
    let mut n = at + vocabulary::section(tokens, at)?;
    let mut led = false;
    while let Some(token) = tokens.get(n) {
        let lead = token.is('.') || token.is(':') || token.is('(') || matches!(token.plain.as_str(), "so" | "thu");
        if !lead || led && !matches!(token.kind, Kind::Sign(_)) {
            break;
        }
        led = true;
        n += 1;
    }
    let attached = ["kem theo", "dinh kem"].iter().find_map(|words| vocabulary::says(tokens, n, words)).filter(|_| is_appendix(tokens, at));
    if let Some(count) = attached {
        return Some(n + count);
    }
    let end = pointer(tokens, n)?;
    let closed = usize::from(
        tokens.get(n.saturating_sub(1)).is_some_and(|token| token.is('(')) && tokens.get(end).is_some_and(|token| token.is(')')),
    );
    Some(more(tokens, end + closed))
}

/// Tells whether a word of place names an appendix: `Phụ lục kèm theo`.
fn is_appendix(tokens: &[Token<'_>], at: usize) -> bool {
    ["phu luc", "phu bieu", "bieu"].iter().any(|words| vocabulary::says(tokens, at, words).is_some())
}

/// Reads `tr4`, `PL1`, typed without a blank.
fn glued(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    let digits = ["trang", "tr", "pl", "phuluc", "muc"].iter().find_map(|start| token.plain.strip_prefix(start))?;
    (!digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(at + 1)
}

/// Reads what else a word of place points to: `3, 5 và 7`, `3-5`, `II.3`.
fn more(tokens: &[Token<'_>], from: usize) -> usize {
    let mut end = from;
    loop {
        let Some(link) = tokens.get(end) else { return end };
        let tight = matches!(link.kind, Kind::Sign('.' | '-' | '/')) && !link.gap;
        let loose = link.is(',') || link.is('-') || link.is('+') || link.is('&') || matches!(link.plain.as_str(), "va" | "den");
        let next = tokens.get(end + 1);
        let follows = (tight && next.is_some_and(|next| !next.gap)) || loose;
        // The next number, day or file is no page.
        let other = number::full(tokens, end + 1, false).is_some()
            || super::day::shape(tokens, end + 1).is_some()
            || loose
                && !tight
                && tokens.get(end + 2).is_some_and(|after| !after.gap && (after.is('/') || after.is(')') && begins(tokens, end + 3)));
        match pointer(tokens, end + 1).filter(|_| follows && !other) {
            Some(next) if tight || next_is_figure(tokens, end + 1) => end = next,
            _ => return end,
        }
    }
}

/// Tells whether a document begins at `at`, so that what stands before it numbers a list: `…, 2) Báo cáo`.
fn begins(tokens: &[Token<'_>], at: usize) -> bool {
    vocabulary::kind(tokens, at).is_some() || number::full(tokens, at, false).is_some()
}

/// Tells whether a token is a figure, arabic or roman.
fn next_is_figure(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Digits || is_roman(token.text) || token.plain.len() == 1)
}

/// Reads what a word of place points to: a figure, a letter, `cuối`.
fn pointer(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let fits = match token.kind {
        Kind::Digits => token.text.len() <= 4,
        Kind::Word => {
            let plain = token.plain.as_str();
            let letter = plain.len() == 1 && plain != "o" || matches!(plain, "cuoi" | "dau" | "bia");
            let digits = plain.trim_end_matches(|c: char| c.is_ascii_lowercase());
            let figure = !digits.is_empty() && plain.len() == digits.len() + 1 && digits.bytes().all(|b| b.is_ascii_digit());
            let lettered = plain.len() <= 4
                && plain.starts_with(|c: char| c.is_ascii_lowercase())
                && plain.len() > 1
                && plain.bytes().skip(1).all(|b| b.is_ascii_digit());
            letter || figure || lettered || is_roman(token.text)
        }
        Kind::Sign(_) | Kind::Break => false,
    };
    // A share, or a figure with decimals, points nowhere.
    (fits && !tokens.get(at + 1).is_some_and(|next| next.is('%'))).then_some(at + 1)
}

/// Tells whether letters are a roman figure.
fn is_roman(text: &str) -> bool {
    text.len() <= 6 && !text.is_empty() && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'i' | 'v' | 'x'))
}
