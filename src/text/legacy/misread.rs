//! UTF-8 that a program took for Latin: each byte of a letter became a letter of its own, `Sá»Ÿ Ná»™i vá»¥`.

use super::is_syllable;

/// Gives the text as it was before it was misread; `None` where it was not.
pub fn repaired(text: &str) -> Option<String> {
    // The letters of Vietnamese begin with one of these bytes, and no old encoding has such letters beside each other.
    if !text.contains(['Ã', 'Â', 'Ä', 'Å', 'Æ', 'á']) {
        return None;
    }
    let bytes: Vec<u8> = text.chars().map(byte).collect::<Option<_>>()?;
    let words = match String::from_utf8(bytes) {
        Ok(words) => words,
        // `à` ends in the byte of a fixed blank, which many programs turn into a common one.
        Err(error) => {
            let bytes = with_fixed_blanks(error.as_bytes());
            let words = String::from_utf8(bytes).ok()?;
            // Capitals of Unicode end in `Ã` as well: one such letter alone proves nothing.
            let others = words.chars().any(|c| !c.is_ascii() && !matches!(c, 'à' | '\u{A0}'));
            Some(words).filter(|_| others)?
        }
    };
    let marked = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
    let (good, bad): (Vec<&str>, Vec<&str>) = marked.partition(|word| is_syllable(word) || super::is_acronym(word));
    (bad.len() * 2 <= good.len() && !good.is_empty()).then_some(words)
}

/// Gives the byte that a letter stands for in Latin-1, or in the table that Windows has in its place.
fn byte(c: char) -> Option<u8> {
    let place = WINDOWS.chars().position(|other| other == c);
    match place {
        Some(place) => u8::try_from(0x80 + place).ok(),
        None => u8::try_from(u32::from(c)).ok(),
    }
}

/// Signs from 0x80 to 0x9F, as Windows has them; five of them are none.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// Puts the second byte of `à` back where a common blank stands for it.
fn with_fixed_blanks(bytes: &[u8]) -> Vec<u8> {
    let mut fixed = Vec::with_capacity(bytes.len());
    for (n, byte) in bytes.iter().enumerate() {
        let behind = n.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&0xC3);
        fixed.push(if *byte == b' ' && behind { 0xA0 } else { *byte });
    }
    fixed
}
