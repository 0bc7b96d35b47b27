//! Vietnamese text in one form for matching: keyboards, fonts and decades write the same word in many ways.
//!
//! Folded text is compared, never shown: what a person typed is printed as typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for matching: case, NFC and NFD, old and new tone placement (`hoà`, `hòa`), both Đ, odd spaces and
/// dashes. Two texts that a reader takes for the same are equal once folded; diacritics still tell words apart.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut tone: Option<char> = None;
    for c in plain_signs(text).nfd() {
        if is_tone(c) {
            // The tone belongs to the syllable: it is moved to its end, wherever the keyboard put it.
            tone = Some(c);
            continue;
        }
        if !c.is_alphabetic() && !is_combining_mark(c) {
            folded.extend(tone.take());
        }
        folded.push(c);
    }
    folded.extend(tone);
    folded
}

/// Folds a text for matching and drops every diacritic: `Không áp dụng` is `khong ap dung`.
pub fn bare(text: &str) -> String {
    plain_signs(text).nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// Puts what a person typed on one line: no odd spaces, no invisible signs, NFC. Letters stay as they are.
pub fn tidy(text: &str) -> String {
    let visible: String = text.nfc().filter(|c| !is_invisible(*c)).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Lower-cases, and replaces signs that look alike by one of them.
fn plain_signs(text: &str) -> String {
    let signs = tidy(text).to_lowercase();
    let folded = signs.chars().map(|c| match c {
        // U+00F0 is eth, which old fonts show as đ.
        'ð' => 'đ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FF0D}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        other => other,
    });
    folded.collect()
}

/// Tells whether a combining mark is one of the five tones.
const fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// Tells whether a sign takes no room: soft hyphen, zero-width marks, byte order mark.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
