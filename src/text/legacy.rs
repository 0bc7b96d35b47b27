//! Vietnamese that comes as other letters: typed in fonts older than Unicode, TCVN3 (ABC, `.VnTime`) and VNI
//! (`VNI-Times`), or in UTF-8 that a program took for Latin.
//!
//! Such text comes as Latin letters that only its font shows as Vietnamese: `Së Néi vô`, `Sôû Noäi vuï`. The font tells
//! it where the workbook does; elsewhere its words do: read in the right encoding all of them are Vietnamese syllables,
//! read as they stand hardly any is. Signs that people use in any text, such as `×` and `¹`, prove nothing by themselves.
//! What one text leaves open the rest of its workbook tells: see [`convert_as`].
//!
//! Source: TCVN 5712:1993 (VN3) for TCVN3; the code table of VNI for Windows.

mod misread;

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::start;

/// Encoding that text stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// TCVN3, also called ABC: a letter is one sign.
    Tcvn3,
    /// VNI for Windows: a letter is followed by the sign of its marks.
    Vni,
    /// UTF-8 of which each byte became a letter of its own.
    MisreadUtf8,
}

impl Encoding {
    /// Gives the name that people know it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::MisreadUtf8 => "UTF-8",
        }
    }

    /// Tells whether a sign may stand inside a word.
    fn is_letter(self, c: char) -> bool {
        c.is_alphabetic() || (self == Self::Tcvn3 && tcvn3(c) != c)
    }

    /// Reads text in this encoding.
    fn read(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => text.chars().map(tcvn3).collect(),
            Self::Vni => vni(text),
            Self::MisreadUtf8 => misread::repaired(text).unwrap_or_else(|| text.to_owned()),
        }
    }
}

/// Font older than Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font {
    /// Encoding of text in it.
    pub encoding: Encoding,
    /// Whether it shows small letters as capitals: `.VnTimeH`.
    capitals: bool,
}

impl Font {
    /// Knows a font by its name; `None` for all others.
    pub fn named(name: &str) -> Option<Self> {
        let lower = name.trim().to_lowercase();
        if lower.starts_with(".vn") {
            Some(Self { encoding: Encoding::Tcvn3, capitals: lower.ends_with('h') })
        } else if lower.starts_with("vni-") || lower.starts_with("vni ") {
            Some(Self { encoding: Encoding::Vni, capitals: false })
        } else {
            None
        }
    }
}

/// Text read in its encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// In Unicode, NFC.
    pub words: String,
    /// Encoding that it stood in.
    pub encoding: Encoding,
}

/// Tells whether a text is in Unicode beyond doubt: by letters that no old encoding is written with.
pub fn is_unicode(text: &str) -> bool {
    text.chars().any(is_unicode_only)
}

/// Reads text that leaves its encoding open, in that of the text around it; `None` where it can't be in that. `doubted` asks
/// for text in which no word is Vietnamese as it stands: some of the text around it is in Unicode.
pub fn convert_as(text: &str, encoding: Encoding, doubted: bool) -> Option<Converted> {
    if text.is_ascii() || is_unicode(text) || is_answer(text) {
        return None;
    }
    let count = Count::of(text, encoding);
    let fits = count.solid && if doubted { count.bad == 0 && count.plain == 0 } else { count.follows_its_font() };
    fits.then(|| Converted { words: encoding.read(text), encoding })
}

/// Reads text in an encoding older than Unicode; `None` for text that is none, or that leaves it open. Text with Vietnamese letters of
/// Unicode is touched only where they came of UTF-8 that was taken for Latin.
pub fn convert(text: &str, font: Option<Font>) -> Option<Converted> {
    if text.is_ascii() {
        return None;
    }
    if let Some(words) = misread::repaired(text) {
        return Some(Converted { words, encoding: Encoding::MisreadUtf8 });
    }
    if is_unicode(text) {
        return None;
    }
    let encoding = match font {
        Some(_) if is_answer(text) => None,
        Some(font) => Some(font.encoding).filter(|encoding| Count::of(text, *encoding).follows_its_font()),
        None => by_profile(text),
    }?;
    let words = encoding.read(text);
    let capitals = font.is_some_and(|font| font.capitals);
    Some(Converted { words: if capitals { words.to_uppercase() } else { words }, encoding })
}

/// Words that forms are answered with and that read as no word of Vietnamese in an old encoding: in a template whose font
/// is long gone from every machine, people type them in Unicode.
const ANSWERS: [&str; 5] = ["có", "không", "khá", "bình", "tháng"];

/// Tells whether the only word with marks is such an answer.
fn is_answer(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
    words.next().is_some_and(|word| ANSWERS.contains(&word.to_lowercase().as_str())) && words.next().is_none()
}

/// Most bytes of a text that tell its encoding: a text is of one.
const LONGEST_PROFILE: usize = 4_000;

/// Tells the encoding by the words.
fn by_profile(text: &str) -> Option<Encoding> {
    let text = start(text, LONGEST_PROFILE);
    let counts = [Encoding::Tcvn3, Encoding::Vni].map(|encoding| (encoding, Count::of(text, encoding)));
    let mut sure: Vec<_> = counts.into_iter().filter(|(_, count)| count.is_sure()).collect();
    let rank = |count: &Count| (count.bad, std::cmp::Reverse(count.good));
    sure.sort_by_key(|(_, count)| rank(count));
    match sure.as_slice() {
        // `boä` is a word in both: the text around it tells.
        [(_, first), (_, second), ..] if rank(first) == rank(second) => None,
        [(encoding, _), ..] => Some(*encoding),
        [] => None,
    }
}

/// Tells whether a letter is Vietnamese and beyond what both old encodings are written with.
fn is_unicode_only(c: char) -> bool {
    matches!(c, 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1EA0}'..='\u{1EF9}')
        || (c >= '\u{300}' && is_combining_mark(c))
}

/// What the words of a text come to in an encoding. Words that read the same in it, and lone signs, tell nothing.
#[derive(Clone, Default)]
struct Count {
    /// Words that are Vietnamese in it.
    good: usize,
    /// Words that are not.
    bad: usize,
    /// Words that are Vietnamese as they stand.
    plain: usize,
    /// Good words with a letter beyond ASCII, not only with signs that people use in any text.
    lettered: usize,
    /// Whether a letter stands in the words that Vietnamese does not have.
    foreign: bool,
    /// Signs that are letters in the encoding only, of good words.
    signs: BTreeSet<char>,
    /// Whether a good word is more than a sign before a letter, such as µm.
    solid: bool,
}

impl Count {
    /// Counts.
    fn of(text: &str, encoding: Encoding) -> Self {
        let mut count = Self::default();
        for word in text.split(|c| !encoding.is_letter(c)).filter(|word| !word.is_ascii()) {
            let read = encoding.read(word);
            let plain = is_syllable(word) && !has_inner_capital(word);
            if read == word {
                // Few accented letters are the same in an old encoding; any other says that this is Unicode.
                count.bad += usize::from(!plain || word.chars().any(|c| !c.is_ascii() && !"íìýÍÌÝ".contains(c)));
            } else if word.chars().any(|c| c.is_ascii_alphabetic()) {
                let good = is_syllable(&read) || is_acronym(&read);
                if is_product(word) {
                    continue;
                }
                count.good += usize::from(good);
                count.bad += usize::from(!good);
                count.plain += usize::from(plain);
                let letter = |c: char| !c.is_ascii() && !is_sign(c);
                count.lettered += usize::from(good && word.contains(letter));
                count.foreign |= word.chars().any(|c| letter(c) && !is_vietnamese_latin(c));
                count.signs.extend(word.chars().filter(|c| good && is_sign(*c)));
                count.solid |= good && (word.starts_with(|c: char| c.is_ascii()) || word.chars().count() > 2);
            }
        }
        count
    }

    /// Tells whether the words alone are proof enough.
    fn is_sure(&self) -> bool {
        let lettered = self.lettered > 1 && self.plain * 3 <= self.good;
        let signed = self.good > 1 && self.signs.len() + usize::from(self.lettered > 0) > 1;
        self.solid && self.bad * 5 <= self.good && (self.foreign || lettered || signed)
    }

    /// Tells whether the words don't speak against what the font says: of several, one at least is none as it stands.
    fn follows_its_font(&self) -> bool {
        let other = self.foreign || !self.signs.is_empty() || self.plain < self.good || self.good == 1;
        self.good > 0 && self.bad * 2 <= self.good && other
    }
}

/// Tells whether a capital beyond ASCII stands behind a small letter, as in `chÊm`: so nobody types Unicode.
fn has_inner_capital(word: &str) -> bool {
    let pairs = word.chars().zip(word.chars().skip(1));
    pairs.into_iter().any(|(before, c)| before.is_lowercase() && c.is_uppercase() && !c.is_ascii())
}

/// Tells whether a sign beyond ASCII is one that people use in any text: `×`, `½`, `§`, `¹`, `µ`.
fn is_sign(c: char) -> bool {
    !c.is_ascii() && (!c.is_alphabetic() || "µªº".contains(c))
}

/// Tells whether a word multiplies letters: `a×b`, `n×`.
fn is_product(word: &str) -> bool {
    word.contains('×') && word.split('×').all(|part| part.is_empty() || part.len() == 1 && part.is_ascii())
}

/// Letters of Vietnamese that Latin-1 has too.
fn is_vietnamese_latin(c: char) -> bool {
    "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ".contains(c)
}

/// TCVN3 from U+00A1 to U+00FE; signs that it does not use stand for themselves.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ¯°±²³´àảãáạºằẳẵắ¿ÀÁÂÃÄÅặầẩẫấậèÍẻẽéẹềểễếệìỉÙÚÛĩíịòàỏõóọồổỗốộờởỡớợùðủũúụừửữứựỳỷỹýỵ";

/// Reads a sign of TCVN3.
fn tcvn3(c: char) -> char {
    let place = u32::from(c).checked_sub(0xA1).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| TCVN3.chars().nth(place)).unwrap_or(c)
}

/// Reads VNI: a vowel and the sign of its marks are one letter.
fn vni(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        let base = vni_alone(c);
        match signs.peek().and_then(|mark| vni_marked(base, *mark)) {
            Some(letter) => {
                read.push(letter);
                signs.next();
            }
            None => read.push(base),
        }
    }
    read
}

/// Reads a sign of VNI that is a letter by itself.
const fn vni_alone(c: char) -> char {
    match c {
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        other => other,
    }
}

/// Joins a vowel and the sign of its marks; `None` where they don't go together.
fn vni_marked(base: char, mark: char) -> Option<char> {
    const CIRCUMFLEX: char = '\u{302}';
    const BREVE: char = '\u{306}';
    let (shape, tone) = match mark.to_lowercase().next()? {
        'ù' => (None, '\u{301}'),
        'ø' => (None, '\u{300}'),
        'û' => (None, '\u{309}'),
        'õ' => (None, '\u{303}'),
        'ï' => (None, '\u{323}'),
        'â' => (Some(CIRCUMFLEX), '\0'),
        'á' => (Some(CIRCUMFLEX), '\u{301}'),
        'à' => (Some(CIRCUMFLEX), '\u{300}'),
        'å' => (Some(CIRCUMFLEX), '\u{309}'),
        'ã' => (Some(CIRCUMFLEX), '\u{303}'),
        'ä' => (Some(CIRCUMFLEX), '\u{323}'),
        'ê' => (Some(BREVE), '\0'),
        'é' => (Some(BREVE), '\u{301}'),
        'è' => (Some(BREVE), '\u{300}'),
        'ú' => (Some(BREVE), '\u{309}'),
        'ü' => (Some(BREVE), '\u{303}'),
        'ë' => (Some(BREVE), '\u{323}'),
        _ => return None,
    };
    let bases = match shape {
        None => "aeouyơư",
        Some(CIRCUMFLEX) => "aeo",
        Some(_) => "a",
    };
    base.to_lowercase().all(|c| bases.contains(c)).then_some(())?;
    let marks = shape.into_iter().chain(Some(tone).filter(|tone| *tone != '\0'));
    std::iter::once(base).chain(marks).nfc().next()
}

/// Tells whether letters are an abbreviation with Đ: QĐ, HĐND.
fn is_acronym(word: &str) -> bool {
    word.contains('Đ') && word.chars().count() > 1 && word.chars().all(|c| c == 'Đ' || c.is_ascii_uppercase())
}

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th",
    "tr", "v", "x",
];
const NUCLEI: [&str; 60] = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "iê", "yê", "iu",
    "oa", "oă", "oe", "oi", "oo", "ôi", "ơi", "ua", "uâ", "uê", "ui", "uô", "uơ", "uy", "ưa", "ươ", "ưi", "ưu", "iêu", "yêu", "oai", "oao",
    "oay", "oeo", "uây", "uôi", "uya", "uyê", "uyu", "ươi", "ươu", "uă", "uai", "uao", "uau", "uo",
];
const CODAS: [&str; 9] = ["", "m", "n", "ng", "nh", "c", "ch", "p", "t"];

/// Tells whether a word could be a Vietnamese syllable.
fn is_syllable(word: &str) -> bool {
    let mut tones = Vec::new();
    let plain: String = word
        .to_lowercase()
        .nfd()
        .filter(|c| {
            let tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            tones.extend(tone.then_some(*c));
            !tone
        })
        .nfc()
        .collect();
    // Syllables that end in a stop have one of two tones.
    let stopped = matches!(tones.as_slice(), ['\u{301}' | '\u{323}']);
    let coda = |coda: &str| CODAS.contains(&coda) && (stopped || !matches!(coda, "c" | "ch" | "p" | "t"));
    let rhyme = |rhyme: &str| NUCLEI.iter().any(|nucleus| rhyme.strip_prefix(nucleus).is_some_and(coda));
    tones.len() < 2 && ONSETS.iter().any(|onset| plain.strip_prefix(onset).is_some_and(rhyme))
}
