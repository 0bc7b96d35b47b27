//! Blanks at the front of a line that are missing, or one too many: `-id:`, a key that was a comment.

use granit_parser::ErrorKind;

use super::source::Source;
use crate::finding::Finding;
use crate::finding::criteria::SYNTAX;
use crate::text;

/// Tells of a dash without a blank behind it: `-id: "1"`.
pub fn stuck_dash(source: &Source, line: usize) -> Option<Finding> {
    let words = source.line(line)?;
    let rest = words.trim_start();
    let key = rest.strip_prefix('-')?;
    let named = key.split_once(':').is_some_and(|(name, _)| is_key(name));
    if !named {
        return None;
    }
    let column = words.chars().count() - rest.chars().count() + 1;
    let message = text!("thiếu dấu cách sau dấu “-” đầu dòng", "a space is missing after the “-” at the start of the line");
    let help = text!("Viết: - {key}", "Write: - {key}");
    Some(Finding::new(&SYNTAX, message).help(help).at(source.place(line, column, 1)))
}

/// Tells of a key that stands a blank or two to the right of the keys above it, as where “#” alone was taken off the front.
pub fn blank_left(source: &Source, line: usize, kind: &ErrorKind) -> Option<Finding> {
    if !matches!(kind, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement) {
        return None;
    }
    let (blanks, key) = front(source.line(line)?)?;
    let said = |number: &usize| source.line(*number).is_some_and(|words| !words.trim().is_empty() && !words.trim_start().starts_with('#'));
    let before = (1..line).rev().find(said)?;
    let (above, over) = front(source.line(before)?)?;
    // Below a key without a value a mapping may begin.
    let full = source.line(before)?.split_once(':').is_some_and(|(_, value)| !value.trim().is_empty());
    if !full || blanks <= above || blanks > above + 2 {
        return None;
    }
    let more = blanks - above;
    let message = text!(
        "“{key}” thụt vào thừa {more} dấu cách so với “{over}” ở dòng {before}",
        "“{key}” is indented {more} further than “{over}” on line {before}"
    );
    let help = text!(
        "Bỏ dấu cách thừa cho “{key}” thẳng cột với “{over}”. Dùng một dòng mẫu có dấu # thì xóa cả “# ”, gồm dấu cách sau dấu #.",
        "Remove the extra spaces, so that “{key}” stands below “{over}”. To use a line that is a comment, remove “# ” with its space."
    );
    Some(Finding::new(&SYNTAX, message).help(help).at(source.place(line, above + 1, more)))
}

/// Gives the blanks and the key that a line begins with.
fn front(words: &str) -> Option<(usize, &str)> {
    let rest = words.trim_start_matches(' ');
    let (key, _) = rest.split_once(':')?;
    is_key(key).then(|| (words.len() - rest.len(), key))
}

/// Tells whether a word has the form of a key.
fn is_key(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
