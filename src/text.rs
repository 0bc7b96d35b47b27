//! Sentences in Vietnamese and English, side by side, so that neither can be forgotten.

mod address;
mod begun;
mod file_name;
pub mod fold;
pub mod legacy;
mod one_point;
mod paragraphs;
mod promise;
mod hex;
mod visible;

use std::fmt;

pub use address::{is_web_address, leads_nowhere, scheme};
pub use begun::{capital, closed, many};
pub use file_name::refused;
pub use hex::hex;
pub use one_point::one_point;
pub use paragraphs::run_on;
pub use promise::{explains_nothing, is_promise, says_none, says_nothing, without_promises};
pub use visible::{steers, visible, visible_json};

/// Language that a person reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Gives the words of this language.
    pub const fn word(self, vi: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// Gives its code: `vi`, `en`.
    pub const fn code(self) -> &'static str {
        self.word("vi", "en")
    }

    /// Gives the words of this language of each pair, Vietnamese first.
    pub fn each<const N: usize>(self, pairs: [(&'static str, &'static str); N]) -> [&'static str; N] {
        pairs.map(|(vi, en)| self.word(vi, en))
    }
}

/// Sentence, or part of one, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text {
    /// Vietnamese, in NFC.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Makes a text of its two languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// Makes a text that reads the same in both languages: a name, a figure, the user's own words.
    pub fn same(words: impl Into<String>) -> Self {
        let words = words.into();
        Self { vi: words.clone(), en: words }
    }

    /// Gives the words of one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// Tells whether there are no words in Vietnamese.
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty()
    }

    /// Joins texts with the same mark between them in both languages.
    pub fn join<'a>(texts: impl IntoIterator<Item = &'a Text>, mark: &str) -> Self {
        let mut joined = Self::default();
        for (n, text) in texts.into_iter().enumerate() {
            if n > 0 {
                joined.vi.push_str(mark);
                joined.en.push_str(mark);
            }
            joined.vi.push_str(&text.vi);
            joined.en.push_str(&text.en);
        }
        joined
    }
}

/// A text prints in Vietnamese where no language is asked for.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.vi)
    }
}

/// Text known when the program is built: titles, prompts, the catalogue of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Vietnamese, in NFC.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// Gives the words of one language.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }

    /// Tells whether these are the words, in either language.
    pub fn are(&self, words: &str) -> bool {
        words == self.vi || words == self.en
    }
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self::new(words.vi, words.en)
    }
}

/// Says a Vietnamese or an English format string, as a [`Lang`](crate::text::Lang) asks; values are captured by name.
macro_rules! said {
    ($lang:expr, $vi:literal, $en:literal $(,)?) => {
        match $lang {
            $crate::text::Lang::Vi => format!($vi),
            $crate::text::Lang::En => $crate::text::one_point(format!($en)),
        }
    };
}
pub(crate) use said;

/// Makes a [`Text`](crate::text::Text) of a Vietnamese and an English format string; values are captured by name.
#[macro_export]
macro_rules! text {
    ($vi:literal, $en:literal $(,)?) => {
        $crate::text::Text::new(format!($vi), $crate::text::one_point(format!($en)))
    };
}
