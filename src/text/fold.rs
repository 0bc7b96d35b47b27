//! Vietnamese text in one form for matching: keyboards, fonts and decades write the same word in many ways.
//!
//! Folded text is compared, never shown: what a person typed is printed as typed.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for matching: case, NFC and NFD, old and new tone placement (`hoà`, `hòa`), both Đ, odd spaces and
/// dashes. Two texts that a reader takes for the same are equal once folded; diacritics still tell words apart.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut tone: Option<char> = None;
    plainly(text, |c| {
        if is_tone(c) {
            // The tone belongs to the syllable: it is moved to its end, wherever the keyboard put it.
            tone = Some(c);
            return;
        }
        if !c.is_alphabetic() && !is_combining_mark(c) {
            folded.extend(tone.take());
        }
        folded.push(c);
    });
    folded.extend(tone);
    folded
}

/// Folds a text for matching and drops every diacritic: `Không áp dụng` is `khong ap dung`.
pub fn bare(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    plainly(text, |c| {
        if c < FIRST_MARK || !is_combining_mark(c) {
            plain.push(if c == 'đ' { 'd' } else { c });
        }
    });
    plain
}

/// Puts what a person typed on one line: no odd spaces, no invisible signs, NFC. Letters stay as they are.
pub fn tidy(text: &str) -> String {
    // Nearly all text is in this form already, and the tables that could tell so are slow.
    if is_tidy(text) {
        return text.to_owned();
    }
    if text.chars().all(is_composed) { one_line(text.chars(), text.len()) } else { one_line(text.nfc(), text.len()) }
}

/// Tells whether a text is tidy beyond doubt: letters and signs that stand as they are, and single blanks between them.
fn is_tidy(text: &str) -> bool {
    let mut blank = true;
    for c in text.chars() {
        match c {
            ' ' if blank => return false,
            ' ' => blank = true,
            '!'..='~' | '\u{C0}'..FIRST_MARK | FIRST_VIETNAMESE..='\u{1EF9}' | '\u{2010}'..='\u{2027}' => blank = false,
            _ => return false,
        }
    }
    !blank
}

/// Cuts what a person typed for a message: one line of sixty letters at most, however long it is.
pub fn excerpt(text: &str) -> String {
    const MOST: usize = 60;
    let mut rest = text.char_indices();
    // Blanks in it may be many; what is looked at has an end all the same.
    let head = rest.nth(MOST * 8).and_then(|(end, _)| text.get(..end));
    let line = tidy(head.unwrap_or(text));
    let cut: String = line.chars().take(MOST).collect();
    if cut.len() < line.len() || head.is_some() { format!("{cut}…") } else { cut }
}

/// Gives the first so many bytes of a text, or a few less: no letter is cut in two.
pub fn start(text: &str, most: usize) -> &str {
    let near = most.saturating_sub(3)..=most;
    near.rev().find_map(|end| text.get(..end)).unwrap_or(text)
}

/// Tells whether a text shows nothing.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Drops invisible signs, and leaves one space where several of any kind stand; none at the ends.
fn one_line(signs: impl Iterator<Item = char>, length: usize) -> String {
    let mut line = String::with_capacity(length);
    let mut space = false;
    for c in signs.filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            space = !line.is_empty();
        } else {
            if space {
                line.push(' ');
            }
            space = false;
            line.push(c);
        }
    }
    line
}

/// Goes through the letters and marks of a text on one line, in small letters and NFD, with one sign for all that look alike.
fn plainly(text: &str, mut take: impl FnMut(char)) {
    // Nearly all text is tidy, and each of its letters known by itself: one pass does.
    if is_tidy(text) {
        let parts = |c: char| SMALL_PARTS.get(index(c)).map_or_else(|| one(plain_sign(c)), |parts| *parts);
        text.chars().flat_map(parts).flatten().for_each(take);
        return;
    }
    let line = tidy(text);
    if line.is_ascii() {
        line.chars().for_each(|c| take(c.to_ascii_lowercase()));
    } else {
        let signs: String = line.to_lowercase().chars().map(plain_sign).collect();
        decompose(&signs, take);
    }
}

/// Tells whether a letter or sign is NFC wherever it stands among others that are: below the combining marks, or one of the
/// Vietnamese letters or usual signs above them.
const fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{1EA0}'..='\u{1EF9}' | '\u{2010}'..='\u{2027}')
}

/// Goes through the letters and marks of a text in NFD.
pub fn decompose(text: &str, take: impl FnMut(char)) {
    if text.chars().all(is_composed) {
        // None of them joins with another, so that each is taken apart by itself.
        text.chars().flat_map(|c| PARTS.get(index(c)).map_or_else(|| one(c), |parts| *parts)).flatten().for_each(take);
    } else {
        text.nfd().for_each(take);
    }
}

/// Parts of every letter below the combining marks and of every Vietnamese one, by its [`index`]: looking them up is what
/// folding text takes longest for.
static PARTS: LazyLock<Vec<[Option<char>; 3]>> = LazyLock::new(|| {
    let parts = |letter: char| {
        let mut parts = std::iter::once(letter).nfd();
        std::array::from_fn(|_| parts.next())
    };
    letters().map(parts).collect()
});

/// Parts of the small letter of each of these, with one sign for all that look alike.
static SMALL_PARTS: LazyLock<Vec<[Option<char>; 3]>> = LazyLock::new(|| {
    let parts = |letter: char| {
        let mut parts = letter.to_lowercase().map(plain_sign).nfd();
        std::array::from_fn(|_| parts.next())
    };
    letters().map(parts).collect()
});

/// Lists the letters whose parts are kept, by their [`index`].
fn letters() -> impl Iterator<Item = char> {
    ('\0'..FIRST_MARK).chain(FIRST_VIETNAMESE..='\u{1EF9}')
}

/// First combining mark.
const FIRST_MARK: char = '\u{300}';
/// First letter with two marks that is used in Vietnamese.
const FIRST_VIETNAMESE: char = '\u{1EA0}';

/// Gives where the parts of a letter stand among those of all; beyond them for signs, which have none.
const fn index(letter: char) -> usize {
    match letter {
        '\0'..FIRST_MARK => letter as usize,
        FIRST_VIETNAMESE..='\u{1EF9}' => letter as usize - FIRST_VIETNAMESE as usize + FIRST_MARK as usize,
        _ => usize::MAX,
    }
}

/// Gives the parts of a sign, which is its own.
const fn one(sign: char) -> [Option<char>; 3] {
    [Some(sign), None, None]
}

/// Gives one sign for all that look alike.
const fn plain_sign(sign: char) -> char {
    match sign {
        // U+00F0 is eth, which old fonts show as đ.
        'ð' => 'đ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FF0D}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        other => other,
    }
}

/// Tells whether a combining mark is one of the five tones.
const fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// Tells whether a sign takes no room: soft hyphen, zero-width marks, byte order mark.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Tells whether words are the same but for case, blanks and punctuation: as people type again what a form prints.
pub fn same_letters(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let letters = |words: &str| fold(words).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (letters_of_one, letters_of_other) = (letters(one), letters(other));
    // Signs alone, `%` and `‰`, are told apart by themselves.
    letters_of_one == letters_of_other && (!letters_of_one.is_empty() || fold(one) == fold(other))
}
