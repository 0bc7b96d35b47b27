//! Numbers of criteria with the word before them: “Chỉ tiêu 1”, “Tiêu chuẩn 2: …”. Each word is a level of its own.

use crate::intake::stt::{self, Number};
use crate::text::fold::{bare, tidy};
use crate::workbook::{Cell, Value};

/// Words before a number, bare, the longer of two that begin alike first.
const WORDS: [&str; 8] = ["tieu chi thanh phan", "tieu chi", "tieu chuan", "chi tieu", "nhom tieu chi", "linh vuc", "phan", "muc"];

/// Word that the reader of numbers knows.
const KNOWN: &str = "Tiêu chí ";

/// Parts the word before a number from it: `Chỉ tiêu 1` → `chi tieu`, `1`.
fn worded(words: &str) -> Option<(&'static str, &str)> {
    let plain = bare(words);
    // “Mức 2” is a level of points, “Mục 2” a part of the table.
    if words.to_lowercase().starts_with("mức") {
        return None;
    }
    WORDS.iter().find_map(|word| {
        let rest = plain.strip_prefix(word)?.strip_prefix(' ')?;
        let numbered = rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
        let (at, _) = words.char_indices().nth(word.chars().count() + 1).filter(|_| numbered)?;
        Some((*word, words.get(at..)?))
    })
}

/// Writes a letter before a comma as one before a bracket: `a, Có kế hoạch` → `a) Có kế hoạch`.
fn closed(words: &str) -> Option<String> {
    let mut letters = words.chars();
    let letter = letters.next().filter(|c| c.is_lowercase())?;
    let rest = letters.as_str().strip_prefix(',')?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| format!("{letter}){rest}"))
}

/// Reads a cell that holds nothing but a number, and the word before it.
pub fn of_cell(cell: &Cell) -> (Option<Number>, Option<&'static str>) {
    let Value::Text(words) = &cell.value else { return (stt::of_cell(cell), None) };
    let words = tidy(words);
    let words = closed(&words).unwrap_or(words);
    match worded(&words) {
        Some((word, rest)) => {
            let number = stt::of_text(rest).map(|number| Number { written: words.clone(), ..number });
            let word = number.as_ref().map(|_| word);
            (number, word)
        }
        None => (stt::of_text(&words), None),
    }
}

/// Splits a number off the front of a name, with the word before it.
pub fn before_name(words: &str) -> Option<(Number, String, Option<&'static str>)> {
    if words.to_lowercase().starts_with("mức") {
        return None;
    }
    let written = closed(words);
    let words = written.as_deref().unwrap_or(words);
    let Some((word, rest)) = worded(words) else {
        return stt::before_name(words).map(|(number, name)| (number, name, None));
    };
    stt::before_name(&format!("{KNOWN}{rest}")).map(|(number, name)| (number, name, Some(word)))
}

/// Tells whether words begin as a heading with its number does: `Tiêu chuẩn 1: …`, `Mục I. …`.
pub fn is_heading(words: &str) -> bool {
    let behind = worded(words).map(|(_, rest)| rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric()));
    behind.is_some_and(|rest| rest.trim_start().starts_with([':', '.', '-', '–']))
}
