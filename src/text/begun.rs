//! Words as sentences begin and count.

/// Begins words with a capital letter.
pub fn capital(words: &str) -> String {
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Ends what somebody typed as a sentence ends, so that another one can follow.
pub fn closed(words: &str) -> String {
    let words = words.trim();
    if words.is_empty() || words.ends_with(['.', '!', '?', '…', ';', ':']) { words.to_owned() } else { format!("{words}.") }
}

/// Counts things in English: `1 unit`, `3 units`.
pub fn many(number: impl TryInto<usize>, one: &str, more: &str) -> String {
    match number.try_into().unwrap_or_default() {
        1 => format!("1 {one}"),
        number => format!("{number} {more}"),
    }
}
