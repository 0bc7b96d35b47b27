//! Characters that would steer whatever shows a text, made visible.

use std::borrow::Cow;
use std::fmt::Write;

/// Tells whether a character steers whatever shows it: a control character, or one that turns the direction of text.
/// Line breaks and tabs do only what everybody expects of them.
pub fn steers(c: char) -> bool {
    let turns =
        matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

/// Gives a text with its characters that steer written as what they are: `<U+202E>`.
pub fn visible(words: &str) -> Cow<'_, str> {
    replaced(words, |c, shown| write!(shown, "<U+{:04X}>", u32::from(c)))
}

/// Gives JSON that says the same with the characters that steer escaped: `\u202e`. In JSON they stand only inside strings.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    replaced(json, |c, shown| c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(shown, "\\u{unit:04x}")))
}

/// Writes the characters that steer in another way.
fn replaced(words: &str, write: impl Fn(char, &mut String) -> std::fmt::Result) -> Cow<'_, str> {
    if !words.contains(steers) {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len());
    for c in words.chars() {
        if steers(c) {
            let _ = write(c, &mut shown);
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}
