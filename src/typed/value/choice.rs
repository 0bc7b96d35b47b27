//! One of the choices of an input, as people type it: its words or its id, in any case, with or without diacritics.
//!
//! What stands beside the words may negate or doubt them (`✗ Đạt`, `☐ Đạt`, `Đạt (?)`, `~Đạt`): only plain punctuation, a
//! bullet before them and a tick that affirms say nothing else.

use crate::figure::Choice;
use crate::text::fold::{bare, fold};

/// Marks that say yes to the words beside them.
const TICKS: [char; 9] = ['☑', '✓', '✔', '√', '✅', '🗹', '◉', '⦿', '●'];
/// Marks that begin a line.
const BULLETS: [char; 9] = ['-', '+', '*', '•', '·', '▪', '◦', '►', '➢'];
/// Punctuation that neither affirms nor negates what it stands beside.
const PLAIN: [char; 16] = ['.', ',', ';', ':', '-', '\'', '"', '(', ')', '[', ']', '{', '}', '…', '!', '\u{A0}'];

/// Finds the choice that was typed; `None` where it is none of them, or where several fit.
pub fn find<'a>(typed: &str, choices: &'a [Choice]) -> Option<&'a Choice> {
    let folded = fold(typed);
    let exact = choices.iter().find(|choice| fold(&choice.label) == folded || fold(&choice.id) == folded);
    let plain = bare(typed);
    let said = without_ticks(&says(plain.rsplit_once('(').filter(|(_, rest)| is_points(rest)).map_or(plain.as_str(), |(words, _)| words)));
    let mut alike = choices.iter().filter(|choice| says(&bare(&choice.label)) == said);
    exact.or_else(|| alike.next().filter(|_| alike.next().is_none()))
}

/// Takes bare text apart into its words and the signs that say something. Brackets around nothing are a box without a tick.
fn says(plain: &str) -> Vec<String> {
    let line = plain.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));
    let mut said: Vec<String> = Vec::new();
    let (mut in_word, mut opened) = (false, false);
    for c in line.chars() {
        if c.is_alphanumeric() {
            match said.last_mut().filter(|_| in_word) {
                Some(word) => word.push(c),
                None => said.push(c.to_string()),
            }
        } else if opened && matches!(c, ')' | ']' | '}') {
            said.push("[]".into());
        } else if !c.is_whitespace() && !PLAIN.contains(&c) {
            said.push(c.to_string());
        }
        in_word = c.is_alphanumeric();
        opened = matches!(c, '(' | '[' | '{') || (opened && c.is_whitespace());
    }
    said
}

/// Drops a tick at either end: `☑ Đạt`, `x Đạt`, `Đạt (x)`.
fn without_ticks(said: &[String]) -> Vec<String> {
    let tick = |word: &String| word == "x" || word.chars().all(|c| TICKS.contains(&c));
    match said {
        [first, rest @ ..] if !rest.is_empty() && tick(first) => rest.to_vec(),
        [words @ .., last] if !words.is_empty() && tick(last) => words.to_vec(),
        _ => said.to_vec(),
    }
}

/// Tells whether what stands behind an opening bracket is points: `3 điểm)`.
fn is_points(rest: &str) -> bool {
    let rest = rest.trim_end().trim_end_matches(')').trim();
    rest.strip_suffix("diem").is_some_and(|number| number.trim().chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')))
}
