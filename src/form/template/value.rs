//! What a cell of the form shows.

use super::states::WRONG;
use crate::points::Points;
use crate::text::Lang;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Value {
    /// Nothing: the empty text.
    #[default]
    Blank,
    /// Number, exact.
    Number(Points),
    /// Text, shown as it is.
    Text(String),
}

impl Value {
    /// Tells whether it is the state of a row in which something can't be right, in a form of a language.
    pub fn is_wrong(&self, lang: Lang) -> bool {
        matches!(self, Self::Text(says) if says.starts_with(WRONG.get(lang)))
    }

    /// Gives the number, where it is one.
    pub const fn number(&self) -> Option<&Points> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Prints the value as the cached result of a formula.
    pub fn result(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Number(number) => number.to_cell().to_string(),
            Self::Text(words) => words.clone(),
        }
    }

    /// Makes the value of a count.
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).map_or_else(|_| Points::zero(), Points::from))
    }

    /// Makes the value of some words.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}
