//! Blanks at the front of a line that look like spaces and are none to YAML: no-break spaces as pages and Word give them.

use super::source::Source;
use crate::finding::Finding;
use crate::finding::criteria::SYNTAX;
use crate::text;

/// Most lines that are named beside the first.
const LINES_NAMED: usize = 5;

/// Tells whether a letter looks like a space and is none.
fn is_odd(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii() || matches!(letter, '\u{200b}' | '\u{2060}')
}

/// Gives a line taken apart into the blanks at its front and the rest.
fn front(line: &str) -> (&str, &str) {
    let rest = line.trim_start_matches(|letter| matches!(letter, ' ' | '\t') || is_odd(letter));
    line.split_at(line.len() - rest.len())
}

/// Tells whether words, such as a key, begin with such a blank.
pub fn begins_odd(words: &str) -> bool {
    words.starts_with(is_odd)
}

/// Tells of lines that are indented with such blanks, and gives the text with spaces in their place; `None` where none is.
pub fn odd(source: &Source) -> Option<(Finding, Source)> {
    let place = |line: &str| front(line).0.chars().position(is_odd);
    let full = |line: &str| !line.trim().is_empty() && !front(line).1.starts_with('#');
    let lines: Vec<(usize, usize)> =
        source.text().lines().zip(1..).filter_map(|(line, number)| Some((number, place(line).filter(|_| full(line))?))).collect();
    let ((at, column), others) = lines.split_first()?;
    let count = others.len().saturating_sub(LINES_NAMED);
    let named = others.iter().take(LINES_NAMED).map(|(number, _)| number.to_string()).collect::<Vec<_>>().join(", ");
    let (more, more_en) =
        if count == 0 { (String::new(), String::new()) } else { (format!(" và {count} dòng khác"), format!(" and {count} others")) };
    let message = if others.is_empty() {
        text!(
            "dòng {at} thụt đầu dòng bằng dấu cách đặc biệt (không ngắt dòng), YAML không coi là dấu cách",
            "line {at} is indented with a no-break space, which is no space to YAML"
        )
    } else {
        text!(
            "dòng {at} thụt đầu dòng bằng dấu cách đặc biệt (không ngắt dòng), YAML không coi là dấu cách; cũng vậy ở dòng {named}{more}",
            "line {at} is indented with a no-break space, which is no space to YAML; so are lines {named}{more_en}"
        )
    };
    let help = text!(
        "Xóa các dấu cách đầu dòng rồi gõ lại bằng phím cách; thường gặp khi chép từ trang web hoặc Word.",
        "Delete the spaces at the start of the line and type them anew; they come with text copied from a web page or Word."
    );
    let finding = Finding::new(&SYNTAX, message).help(help).at(source.place(*at, column + 1, 1));
    let spaced: Vec<String> = source.text().lines().map(spaced).collect();
    Some((finding, Source::new(&spaced.join("\n"), source.file())))
}

/// Puts spaces for such blanks at the front of a line.
fn spaced(line: &str) -> String {
    let (blanks, rest) = front(line);
    format!("{}{rest}", blanks.replace(is_odd, " "))
}
