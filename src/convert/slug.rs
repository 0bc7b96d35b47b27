//! Ids made of words: `Ban hành kịp thời` → `ban_hanh_kip_thoi`.

use crate::text::fold::bare;

/// Most letters of an id, before it is cut at a word.
const LONGEST: usize = 32;

/// Makes an id of words: plain lower-case letters and digits, joined by a mark, cut at a word.
pub fn slug(words: &str, mark: char) -> String {
    let plain = bare(words);
    let mut id = String::new();
    for word in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push(mark);
        }
        id.extend(word.chars().take(LONGEST));
    }
    id
}

/// Makes the id of an input or a level that differs from those taken, and remembers it.
pub fn unique(words: &str, otherwise: &str, taken: &mut Vec<String>) -> String {
    let made = slug(words, '_');
    let stem = match made.chars().next() {
        Some(first) if first.is_ascii_lowercase() => made,
        Some(_) => format!("{otherwise}_{made}"),
        None => otherwise.to_owned(),
    };
    let numbered = (2..).map(|n: u32| format!("{stem}_{n}"));
    let id = std::iter::once(stem.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or(stem);
    taken.push(id.clone());
    id
}
