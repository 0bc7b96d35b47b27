//! Bullets and the numbering of lists, which are no part of what they stand before.

use super::token::{Kind, Token};
use super::{day, number};

/// Steps over a bullet or the numbering of a list at the start of a line: `-`, `+`, `1)`, `a.`, `(2)`.
pub fn all(tokens: &[Token<'_>], at: usize) -> usize {
    let mut n = at;
    // At most a numbering behind a bullet: `- (2)`.
    for _ in 0..3 {
        let next = one(tokens, n);
        if next == n {
            break;
        }
        n = next;
    }
    n
}

/// Steps over bullets that are signs, which stand in no name: `-`, `+`, `•`.
pub fn signs(tokens: &[Token<'_>], at: usize) -> usize {
    at + tokens.get(at..).unwrap_or_default().iter().take(3).take_while(|token| is_sign(token)).count()
}

/// Tells whether a token is a bullet by itself.
const fn is_sign(token: &Token<'_>) -> bool {
    matches!(
        token.kind,
        Kind::Sign(
            '-' | '+'
                | '*'
                | '•'
                | '·'
                | '►'
                | '▪'
                | '◦'
                | '✓'
                | '√'
                | '●'
                | '➢'
                | '\u{F0B7}'
                | '§'
                | '»'
                | '='
                | '>'
                | '○'
                | '–'
                | '■'
                | '□'
        )
    )
}

/// Steps over one bullet.
pub fn one(tokens: &[Token<'_>], at: usize) -> usize {
    let Some(token) = tokens.get(at) else { return at };
    let get = |n: usize| tokens.get(at + n);
    let label = |token: &Token<'_>| {
        token.kind == Kind::Digits && token.text.len() <= 2
            || token.kind == Kind::Word && (token.plain.len() == 1 || matches!(token.plain.as_str(), "ii" | "iii" | "iv" | "vi"))
    };
    match token.kind {
        _ if is_sign(token) => at + 1,
        Kind::Sign('(') if get(1).is_some_and(label) && get(2).is_some_and(|close| close.is(')')) => at + 3,
        _ if label(token) && get(1).is_some_and(|close| close.is(')') && !close.gap) => at + 2,
        _ if label(token) && get(1).is_some_and(|mark| (mark.is('.') || mark.is('/')) && !mark.gap) => {
            let numbered = number::full(tokens, at, false).is_some() || day::shape(tokens, at).is_some();
            let next = get(2);
            let spaced = next.is_some_and(|next| next.gap && next.kind != Kind::Break);
            let lettered = next.is_some_and(|next| next.is_capital() && get(1).is_some_and(|mark| mark.is('.')));
            if !numbered && (spaced || lettered) { at + 2 } else { at }
        }
        // A letter that a font of signs shows as a bullet.
        Kind::Word if matches!(token.text, "o" | "v" | "ü" | "Ø") && get(1).is_some_and(|next| next.gap && next.is_capital()) => at + 1,
        _ => at,
    }
}
