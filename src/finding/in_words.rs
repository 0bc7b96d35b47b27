//! Codes in words, for papers that leave the house: who reads them has no catalogue.

use std::collections::BTreeMap;

use super::{Code, catalogue};
use crate::text::Text;

/// Names what codes stand for, each once with how often it came, as it stands within a sentence.
pub fn in_words<'a>(codes: impl IntoIterator<Item = &'a str>) -> Text {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for code in codes {
        *counts.entry(code).or_default() += 1;
    }
    let named = counts.into_iter().filter_map(|(id, count)| Some((catalogue().find(|code| code.id == id)?, count)));
    Text::join(&named.map(|(code, count)| counted(code, count)).collect::<Vec<_>>(), "; ")
}

/// Names one code, with the count where it came more than once.
fn counted(code: &Code, count: usize) -> Text {
    let count = if count > 1 { format!(" ({count})") } else { String::new() };
    Text::new(format!("{}{count}", within(code.title.vi)), format!("{}{count}", within(code.title.en)))
}

/// Takes the capital away with which a title begins, but for one of several in a row: `STT`, `CSV`.
fn within(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.as_str().chars().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => title.to_owned(),
    }
}
