//! What type a document is of: by its symbol, else by the kind that names it, else by the name of its file.

use super::document::{Kind, Number};
use crate::assessment::Evidence;
use crate::criteria::DOCUMENT_TYPES;
use crate::text::fold::bare;

/// Tells whether a document is of a type, such as `KH`. A symbol decides where there is one; `Kế hoạch số 12` is a plan
/// all the same, and so is `12-KH-UBND.pdf`.
pub fn is_of(evidence: &Evidence, asked: &str) -> bool {
    let typed = evidence.number.as_deref();
    if let Some(number) = typed.and_then(Number::parse) {
        // A letter has no code, and is of no type.
        return match number.kind {
            Kind::Unknown(_) => says(evidence.title.as_deref(), asked),
            _ => number.code() == Some(asked),
        };
    }
    if says(evidence.title.as_deref(), asked) || says(typed, asked) {
        return true;
    }
    // What is named by words or a number is not told by its file.
    let unnamed = typed.is_none() && evidence.title.is_none();
    let files = evidence.file.iter().flat_map(|files| files.lines()).chain(evidence.link.as_deref());
    unnamed && files.map(stem).any(|stem| stem.split(|c: char| !c.is_alphanumeric()).any(|part| part == asked) || begins(&stem, asked))
}

/// Tells whether words begin with the name of a type or with its code.
fn says(words: Option<&str>, asked: &str) -> bool {
    words.is_some_and(|words| {
        let first = words.split(|c: char| !c.is_alphanumeric()).find(|part| !part.is_empty());
        first == Some(asked) || begins(words, asked)
    })
}

/// Tells whether words begin with the name of a type, behind figures and signs.
fn begins(words: &str, asked: &str) -> bool {
    let Some((_, name)) = DOCUMENT_TYPES.iter().find(|(code, _)| *code == asked) else { return false };
    let plain: String = bare(words).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let mut said = plain.split_whitespace().skip_while(|word| word.bytes().all(|b| b.is_ascii_digit()));
    bare(name).split(' ').all(|word| said.next() == Some(word))
}

/// Gives the name of a file without its folders and its ending.
fn stem(file: &str) -> String {
    let file = file.split(['?', '#']).next().unwrap_or_default();
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
