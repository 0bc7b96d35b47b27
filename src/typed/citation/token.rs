//! Text cut into words, digits and signs, each with its place.

use crate::text::fold::{bare, tidy};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with the digits and low lines among them: `BCĐTKNQ18`, `2_15`.
    Word,
    /// Digits alone.
    Digits,
    /// One sign; all dashes are `-`, all quotation marks `"`, a backslash is `/`.
    Sign(char),
    /// End of a line.
    Break,
}

/// Smallest part of a text.
#[derive(Clone, Debug)]
pub struct Token<'t> {
    /// What it is.
    pub kind: Kind,
    /// As typed.
    pub text: &'t str,
    /// Of a word: without case.
    pub word: String,
    /// Of a word: without case and diacritics.
    pub plain: String,
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Whether a blank, or nothing at all, stands before it.
    pub gap: bool,
}

impl Token<'_> {
    /// Tells whether it is a sign.
    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Tells whether it is a year.
    pub fn is_year(&self) -> bool {
        self.kind == Kind::Digits && self.text.len() == 4 && self.text.parse().is_ok_and(|year: i16| (1945..=2100).contains(&year))
    }

    /// Tells whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// Puts each line of a text in one form: NFC, single blanks, nothing invisible. A soft hyphen that holds a symbol together
/// (`12/KH⁃UBND` in some fonts) is a hyphen; elsewhere it is dropped.
pub fn clean(text: &str) -> String {
    let lines = text.split(['\n', '\r', '\u{B}', '\u{85}', '\u{2028}', '\u{2029}']);
    lines.map(|line| days_apart(tidy(&hyphens(line)))).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Puts a blank between the word and the figures of a day: `ngày12/02/2026`.
fn days_apart(line: String) -> String {
    let word = |line: &str| ["ngày", "Ngày", "NGÀY"].iter().any(|word| line.ends_with(word));
    if !line.contains("gày") && !line.contains("GÀY") {
        return line;
    }
    let mut made = String::with_capacity(line.len() + 1);
    for c in line.chars() {
        if c.is_ascii_digit() && word(&made) {
            made.push(' ');
        }
        made.push(c);
    }
    made
}

/// Makes hyphens of the soft hyphens that stand inside a number, before a capital or a digit.
fn hyphens(line: &str) -> String {
    if !line.contains('\u{AD}') {
        return line.to_owned();
    }
    let signs: Vec<char> = line.chars().collect();
    let mut numbered = false;
    let mut made = String::with_capacity(line.len());
    for (n, c) in signs.iter().enumerate() {
        numbered = !c.is_whitespace() && (numbered || *c == '/' || c.is_ascii_digit());
        let before = n.checked_sub(1).and_then(|n| signs.get(n)).is_some_and(|c| c.is_alphanumeric());
        let holds = numbered && before && signs.get(n + 1).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        made.push(if *c == '\u{AD}' && holds { '-' } else { *c });
    }
    made
}

/// Gives the one sign that stands for all that look like it.
pub const fn plain_sign(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '\u{2043}' => '-',
        '\u{201C}'..='\u{201F}' | '«' | '»' => '"',
        '\\' | '\u{2044}' | '\u{2215}' | '\u{FF0F}' => '/',
        '\u{FF1A}' => ':',
        '\u{FF1B}' => ';',
        '\u{FF0C}' => ',',
        '\u{FF08}' => '(',
        '\u{FF09}' => ')',
        other => other,
    }
}

/// Cuts a clean text into tokens.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut signs = text.char_indices().peekable();
    let mut gap = true;
    while let Some((from, first)) = signs.next() {
        if first == '\n' {
            tokens.push(token(text, Kind::Break, from, from + 1, true));
            gap = true;
            continue;
        }
        if first.is_whitespace() {
            gap = true;
            continue;
        }
        let mut to = from + first.len_utf8();
        if is_letter(first) {
            let mut digits = first.is_ascii_digit();
            while let Some((at, c)) = signs.next_if(|(_, c)| is_letter(*c)) {
                digits &= c.is_ascii_digit();
                to = at + c.len_utf8();
            }
            let kind = if digits { Kind::Digits } else { Kind::Word };
            match glued(text.get(from..to).unwrap_or_default()) {
                Some(first) => {
                    tokens.push(token(text, kind, from, from + first, gap));
                    tokens.push(token(text, Kind::Word, from + first, to, true));
                }
                None => tokens.push(token(text, kind, from, to, gap)),
            }
        } else {
            tokens.push(token(text, Kind::Sign(plain_sign(first)), from, to, gap));
        }
        gap = false;
    }
    tokens
}

/// Gives where a word begins that was typed without a blank behind a symbol: `UBNDngày`.
fn glued(word: &str) -> Option<usize> {
    let at = ["ngày", "của"].iter().filter_map(|tail| word.strip_suffix(tail)).map(str::len).next()?;
    let symbol = word.get(..at)?;
    (symbol.chars().count() > 1 && symbol.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())).then_some(at)
}

/// Tells whether a sign is part of a word.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Makes a token.
fn token(text: &str, kind: Kind, from: usize, to: usize, gap: bool) -> Token<'_> {
    let text = text.get(from..to).unwrap_or_default();
    let (word, plain) = if kind == Kind::Word { (text.to_lowercase(), bare(text)) } else { (String::new(), String::new()) };
    Token { kind, text, word, plain, from, to, gap }
}
