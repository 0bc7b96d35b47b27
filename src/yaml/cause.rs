//! Causes of faults of syntax that are known from the text itself: tabs, comments, curly quotes, what is never closed.

use granit_parser::ErrorKind;

use super::plain::quoted;
use super::source::{Source, Span};
use crate::finding::criteria::{CURLY_QUOTES, SYNTAX, TABS, UNQUOTED_COLON};
use crate::finding::{Finding, Place};
use crate::text;

/// How many lines above a fault an open quote is looked for.
const LOOK_BACK: usize = 400;

/// Most lines that are named beside the first that has a tab.
const LINES_NAMED: usize = 5;

/// Quotes that Word and telephones type.
pub const CURLY: [char; 6] = ['“', '”', '„', '‟', '‘', '’'];

/// Tells of a quote that is never closed: on the nearest line above that has an odd number of them.
pub fn unclosed_quote(source: &Source, line: usize, kind: &ErrorKind) -> Option<Finding> {
    let mark = match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => '"',
        ErrorKind::InvalidTrailingSingleQuotedScalar => '\'',
        _ => return None,
    };
    let odd = |number: &usize| source.line(*number).is_some_and(|words| words.matches(mark).count() % 2 == 1);
    let line = (line.saturating_sub(LOOK_BACK).max(1)..=line).rev().find(odd)?;
    let column = source.line(line)?.chars().collect::<Vec<_>>().iter().rposition(|c| *c == mark)? + 1;
    let message = text!("dấu nháy mở ở dòng {line} mà không đóng", "the quote opened on line {line} is never closed");
    let help = text!("Thêm dấu nháy đóng.", "Add the closing quote.");
    Some(Finding::new(&SYNTAX, message).help(help).at(source.place(line, column, 1)))
}

/// Tells of a bracket that is not closed where it should be.
pub fn unclosed_bracket(source: &Source, open: Span, kind: &ErrorKind) -> Option<Finding> {
    let flow = matches!(
        kind,
        ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::InvalidFlowScalarIndent
    );
    // An item on the next line, behind a bracket that has something in it: the bracket was to be closed before.
    let item = matches!(kind, ErrorKind::PlainScalarStartsWithDashFlowIndicator | ErrorKind::BlockEntryInFlowCollection);
    let words = source.line(open.line)?;
    let bracket = words.chars().nth(open.column - 1).filter(|c| matches!(c, '{' | '['))?;
    if !flow && (!item || words.trim_end().ends_with(bracket)) {
        return None;
    }
    let message = text!(
        "“{bracket}” mở ở đây mà không đóng, hoặc thiếu dấu phẩy giữa các mục",
        "“{bracket}” is opened here and not closed, or a comma is missing between the items"
    );
    let help = text!("Thêm dấu đóng ngoặc, hoặc dấu phẩy.", "Close the bracket, or put the comma.");
    Some(Finding::new(&SYNTAX, message).help(help).at(source.place(open.line, open.column, 1)))
}

/// Tells of tabs in the indentation: of the line at fault, or the next that has one; and how many others have.
pub fn tabs(source: &Source, line: usize, kind: &ErrorKind) -> Option<Finding> {
    let tabbed = |number: usize| {
        let words = source.line(number)?;
        let blank = words.len() - words.trim_start_matches([' ', '\t']).len();
        words.get(..blank)?.chars().position(|c| c == '\t')
    };
    let of_tabs = matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
    );
    if !of_tabs && tabbed(line).is_none() && tabbed(line.saturating_sub(1)).is_none() {
        return None;
    }
    let count = source.text().lines().count();
    let lines: Vec<(usize, usize)> = (1..=count).filter_map(|number| Some((number, tabbed(number)?))).collect();
    // The parser names the line on which a text starts, not the one that goes on with it.
    let at = lines.iter().find(|(number, _)| *number + 1 >= line).or_else(|| lines.last());
    let Some((at, before)) = at.copied() else {
        let column = source.line(line)?.chars().position(|c| c == '\t')?;
        let message = text!("dòng {line} có phím Tab giữa dòng", "line {line} has a tab in it");
        let help = text!("Thay phím Tab bằng dấu cách.", "Put a space in its place.");
        return Some(Finding::new(&TABS, message).help(help).at(source.place(line, column + 1, 1)));
    };
    let others: Vec<String> = lines.iter().filter(|(number, _)| *number != at).map(|(number, _)| number.to_string()).collect();
    let message = if others.is_empty() {
        text!("dòng {at} thụt đầu dòng bằng phím Tab", "line {at} is indented with a tab")
    } else {
        let more = others.len().saturating_sub(LINES_NAMED);
        let named = others.iter().take(LINES_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let (more_vi, more_en) =
            if more == 0 { (String::new(), String::new()) } else { (format!(" và {more} dòng khác"), format!(" and {more} others")) };
        text!(
            "dòng {at} thụt đầu dòng bằng phím Tab; cũng vậy ở dòng {named}{more_vi}",
            "line {at} is indented with a tab; so are lines {named}{more_en}"
        )
    };
    Some(Finding::new(&TABS, message).at(source.place(at, before + 1, 1)))
}

/// Tells of a text that was cut at “ #”, where that is why what follows can't be read.
pub fn hash(source: &Source, line: usize, open: Option<Span>, kind: &ErrorKind) -> Option<Finding> {
    let of_comment = matches!(kind, ErrorKind::CommentInterceptedScalar | ErrorKind::CommentNotSeparated);
    let before = (1..line).rev().find(|number| source.line(*number).is_some_and(|words| !words.trim().is_empty()));
    let first = open.map_or(line, |open| open.line).max(line.saturating_sub(LOOK_BACK));
    let mut lines: Vec<usize> = [Some(line), before].into_iter().flatten().collect();
    lines.extend((first..line).rev());
    lines.into_iter().find_map(|number| {
        let words = source.line(number)?;
        let Cut { column, text, bracket } = cut(words)?;
        let flow = bracket.or_else(|| {
            let bracket = source.line(open?.line)?.chars().nth(open?.column - 1);
            bracket.filter(|c| open.is_some_and(|open| open.line < number) && matches!(c, '{' | '['))
        });
        let lost: String = words.chars().skip(column - 1).collect::<String>().trim_end().to_owned();
        let end = lost.find([',', '}', ']']).filter(|_| flow.is_some()).unwrap_or(lost.len());
        let (rest, place) = (lost.get(..end)?.trim_end(), source.place(number, column, lost.chars().count()));
        let quoted = quoted(&format!("{text} {rest}"));
        let help = text!(
            "Nếu là nội dung, đặt cả đoạn trong nháy: {quoted}; nếu là ghi chú, chuyển lên một dòng riêng.",
            "If it belongs to the text, put all of it in quotes: {quoted}; if it is a comment, give it a line of its own."
        );
        let message = match flow {
            Some(bracket) => text!(
                "sau dấu cách, YAML coi “{lost}” là ghi chú nên bỏ qua, vì vậy “{bracket}” không có dấu đóng",
                "after a space, YAML takes “{lost}” for a comment and drops it, so “{bracket}” isn't closed"
            ),
            None if of_comment || !words.split(" #").next()?.contains(':') => text!(
                "sau dấu cách, YAML coi “{lost}” là ghi chú nên bỏ qua, và dòng sau không nối tiếp được",
                "after a space, YAML takes “{lost}” for a comment and drops it, and the next line can't go on from there"
            ),
            None => return None,
        };
        Some(Finding::new(&SYNTAX, message).help(help).at(place))
    })
}

/// Comment that cuts a text without quotes.
struct Cut {
    /// Column of “#”.
    column: usize,
    /// Text before it.
    text: String,
    /// Bracket that is open there.
    bracket: Option<char>,
}

/// Finds a comment behind a text without quotes on one line.
fn cut(words: &str) -> Option<Cut> {
    let (mut text, mut open, mut quote, mut closed) = (String::new(), Vec::new(), None, false);
    let letters: Vec<char> = words.chars().collect();
    for (at, &c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
        let after = letters.get(at + 1).copied().unwrap_or(' ');
        match (quote, c) {
            (Some(mark), _) if c == mark => (quote, closed) = (None, true),
            (Some(_), _) => {}
            (None, '"' | '\'') if text.trim().is_empty() => quote = Some(c),
            (None, '{' | '[') if text.trim().is_empty() => open.push(c),
            (None, '}' | ']') if !open.is_empty() => {
                open.pop();
                (text, closed) = (String::new(), true);
            }
            (None, ',') if !open.is_empty() => (text, closed) = (String::new(), false),
            (None, ':') if after == ' ' => (text, closed) = (String::new(), false),
            (None, '-') if after == ' ' && text.trim().is_empty() => {}
            (None, '#') if before == ' ' => {
                let text = text.trim().to_owned();
                let cut = !closed && !text.is_empty();
                return cut.then(|| Cut { column: at + 1, text, bracket: open.last().copied() });
            }
            (None, _) => text.push(c),
        }
    }
    None
}

/// Finds a curly quote where a value or a key starts; column from 1 and length to the closing one.
pub fn curly(line: &str) -> Option<(usize, usize)> {
    let mut starts = true;
    let mut column = 0;
    for (at, c) in line.char_indices() {
        column += 1;
        if starts && CURLY.contains(&c) {
            let rest = line.get(at..)?;
            let close = rest.chars().skip(1).position(|c| CURLY.contains(&c));
            return Some((column, close.map_or(1, |n| n + 2)));
        }
        starts = c == ' ' && starts || matches!(c, ':' | '-' | ',' | '[' | '{');
    }
    None
}

/// Tells of text in curly quotes.
pub fn curly_quotes(quoted: &str, place: Place) -> Finding {
    let inner = quoted.trim_matches(CURLY);
    let message =
        text!("{quoted} nằm trong nháy cong, YAML chỉ hiểu nháy thẳng", "{quoted} stands in curly quotes; YAML knows straight ones only");
    let help = text!("Viết \"{inner}\" với nháy thẳng.", "Write \"{inner}\" with straight quotes.");
    Finding::new(&CURLY_QUOTES, message).help(help).at(place)
}

/// Tells of text with a colon in it, and writes it the right way.
pub fn unquoted_colon(line: &str, place: Place) -> Finding {
    let message = text!("đoạn chữ có dấu “: ” mà không đặt trong nháy", "a text holds “: ” and isn't quoted");
    let finding = Finding::new(&UNQUOTED_COLON, message).at(place);
    let Some((key, value)) = line.trim().split_once(": ") else {
        return finding;
    };
    let (key, value) = (key.trim_start_matches(['-', ' ']), value.trim());
    if value.is_empty() || !value.contains(": ") || value.contains(['"', '{', '[', '#']) {
        return finding;
    }
    finding.help(text!("Viết {key}: \"{value}\"", "Write {key}: \"{value}\""))
}
