//! Faults of YAML syntax in plain words: what went wrong, not what the parser was doing.

use granit_parser::{ErrorKind, ScanError};

use super::tree::{DEEPEST, Source, Span};
use crate::finding::criteria::{CURLY_QUOTES, SYNTAX, TABS, TOO_LARGE, UNQUOTED_COLON};
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::Text;

/// How many lines above a fault an open quote is looked for.
const LOOK_BACK: usize = 400;

/// Quotes that Word and telephones type.
pub const CURLY: [char; 6] = ['“', '”', '„', '‟', '‘', '’'];

/// Says what the parser stumbled over: the cause where it is a known one, else what stands there.
///
/// `open` is the start of the innermost collection that was being read.
pub fn finding(error: &ScanError, source: &Source, open: Option<Span>) -> Finding {
    let (kind, marker) = (error.kind(), error.marker());
    let (line, column) = (marker.line(), marker.col() + 1);
    let words = source.line(line).unwrap_or_default();
    let place = source.place(line, column, 1);
    if let Some(tabs) = tabs(source, line, kind) {
        return tabs;
    }
    if let Some((column, length)) = curly(words) {
        let quoted: String = words.chars().skip(column - 1).take(length).collect();
        return curly_quotes(&quoted, source.place(line, column, length));
    }
    if *kind == ErrorKind::RecursionLimitExceeded {
        return Finding::new(&TOO_LARGE, too_deep()).at(place);
    }
    if matches!(kind, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement) {
        return unquoted_colon(words, place);
    }
    if let Some(unclosed) = unclosed_quote(source, line, kind).or_else(|| unclosed_bracket(source, open?, kind)) {
        return unclosed;
    }
    let (message, help) = explain(kind);
    let finding = Finding::new(&SYNTAX, message).at(place);
    if help.is_empty() { finding } else { finding.help(help) }
}

/// Says that the nesting passes what is read.
pub fn too_deep() -> Text {
    text!("lồng sâu hơn {DEEPEST} cấp", "nested more than {DEEPEST} levels deep")
}

/// Tells of a quote that is never closed: on the nearest line above that has an odd number of them.
fn unclosed_quote(source: &Source, line: usize, kind: &ErrorKind) -> Option<Finding> {
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
fn unclosed_bracket(source: &Source, open: Span, kind: &ErrorKind) -> Option<Finding> {
    let flow = matches!(
        kind,
        ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::InvalidFlowScalarIndent
    );
    let bracket = source.line(open.line)?.chars().nth(open.column - 1).filter(|c| flow && matches!(c, '{' | '['))?;
    let message = text!(
        "“{bracket}” mở ở đây mà không đóng, hoặc thiếu dấu phẩy giữa các mục",
        "“{bracket}” is opened here and not closed, or a comma is missing between the items"
    );
    let help = text!("Thêm dấu đóng ngoặc, hoặc dấu phẩy.", "Close the bracket, or put the comma.");
    Some(Finding::new(&SYNTAX, message).help(help).at(source.place(open.line, open.column, 1)))
}

/// Tells of tabs in the indentation: of the first line that has one, and how many follow.
fn tabs(source: &Source, line: usize, kind: &ErrorKind) -> Option<Finding> {
    let tabbed = |number: usize| {
        let words = source.line(number)?;
        let blank = words.len() - words.trim_start_matches([' ', '\t']).len();
        words.get(..blank)?.chars().position(|c| c == '\t')
    };
    let at_fault = matches!(kind, ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation);
    if !at_fault && tabbed(line).is_none() && tabbed(line.saturating_sub(1)).is_none() {
        return None;
    }
    let count = source.text().lines().count();
    let mut lines = (1..=count).filter_map(|number| Some((number, tabbed(number)?)));
    let (first, before) = lines.next()?;
    let others = lines.count();
    let message = if others == 0 {
        text!("dòng {first} thụt đầu dòng bằng phím Tab", "line {first} is indented with a tab")
    } else {
        text!(
            "dòng {first} và {others} dòng sau đó thụt đầu dòng bằng phím Tab",
            "line {first} and {others} lines after it are indented with tabs"
        )
    };
    Some(Finding::new(&TABS, message).at(source.place(first, before + 1, 1)))
}

/// Finds a curly quote where a value or a key starts; column from 1 and length to the closing one.
fn curly(line: &str) -> Option<(usize, usize)> {
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
fn unquoted_colon(line: &str, place: Place) -> Finding {
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

/// Says in plain words what is wrong, with a cure where the catalogue's is too wide (else empty).
fn explain(kind: &ErrorKind) -> (Text, Text) {
    match kind {
        ErrorKind::UnclosedFlowCollection { open } => (
            text!("dấu “{open}” mở ra mà không đóng", "“{open}” is opened and never closed"),
            text!("Thêm dấu đóng ngoặc.", "Add the closing bracket."),
        ),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => (
            text!("“{close}” không khớp với “{open}” đã mở", "“{close}” doesn't match the “{open}” before it"),
            text!("Sửa cho dấu mở và dấu đóng cùng loại.", "Make the brackets match."),
        ),
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => (
            text!("thiếu dấu phẩy hoặc dấu đóng ngoặc trước chỗ này", "a comma or a closing bracket is missing before this"),
            text!("Thêm dấu phẩy giữa các mục, hoặc dấu đóng ngoặc.", "Put commas between the items, or close the bracket."),
        ),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => (
            text!("dấu nháy mở ra mà không đóng", "a quote is opened and never closed"),
            text!("Thêm dấu nháy đóng.", "Add the closing quote."),
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::UnexpectedEndOfPlainScalar => (
            text!("có chữ thừa sau dấu nháy đóng", "there is text after the closing quote"),
            text!(
                "Đặt cả giá trị trong một cặp nháy; nháy bên trong viết là “…”.",
                "Put the whole value in one pair of quotes; write inner quotes as “…”."
            ),
        ),
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape | ErrorKind::InvalidUnicodeEscape => (
            text!("dấu “\\” trong nháy kép có nghĩa riêng", "“\\” has a meaning of its own in double quotes"),
            text!("Đặt đoạn chữ trong nháy đơn.", "Put the text in single quotes."),
        ),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::ExpectedDocumentStart => (
            text!("dòng này thụt vào không khớp với các dòng bên trên", "this line's indentation doesn't match the lines above"),
            text!("Cho các khóa cùng cấp thẳng cột với nhau.", "Line up the keys of one level."),
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey | ErrorKind::InvalidMappingValueWhitespace => (
            text!("thiếu dấu hai chấm và dấu cách sau khóa", "a colon and a blank are missing after a key"),
            text!("Viết “khóa: giá trị”.", "Write “key: value”."),
        ),
        ErrorKind::UnexpectedCharacter { character } => (
            text!("giá trị không thể bắt đầu bằng “{character}”", "a value can't start with “{character}”"),
            text!("Đặt giá trị trong nháy kép.", "Put the value in double quotes."),
        ),
        other => explain_rare(other),
    }
}

/// Says in plain words what seldom goes wrong; what nobody has met yet in the parser's own words.
fn explain_rare(kind: &ErrorKind) -> (Text, Text) {
    let quote = || text!("Đặt giá trị trong nháy kép.", "Put the value in double quotes.");
    match kind {
        ErrorKind::UnexpectedEof | ErrorKind::UnexpectedEofBlockSequence | ErrorKind::UnexpectedEofBlockMapping => (
            text!("tệp kết thúc giữa chừng", "the file ends in the middle of something"),
            text!("Bổ sung phần còn thiếu ở cuối tệp.", "Add what is missing at the end of the file."),
        ),
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => {
            (text!("dấu “*” hoặc “&” ở đầu giá trị có nghĩa riêng", "“*” or “&” at the start of a value has a meaning of its own"), quote())
        }
        ErrorKind::ExpectedTagBang
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::MissingTagUri
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::UnclosedVerbatimTag => {
            (text!("dấu “!” ở đầu giá trị có nghĩa riêng", "“!” at the start of a value has a meaning of its own"), quote())
        }
        ErrorKind::DirectiveDisallowed
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::MissingDirectiveName
        | ErrorKind::MissingYamlVersion
        | ErrorKind::MissingDocumentEndBeforeDirective => {
            (text!("dấu “%” ở đầu dòng có nghĩa riêng", "“%” at the start of a line has a meaning of its own"), quote())
        }
        ErrorKind::PlainScalarStartsWithDashFlowIndicator | ErrorKind::BlockEntryInFlowCollection => (
            text!("dấu “-” không mở một mục ở chỗ này", "“-” starts no item here"),
            text!(
                "Trong ngoặc, các mục cách nhau bằng dấu phẩy; ngoài ngoặc, mỗi mục một dòng.",
                "In brackets items are parted by commas; outside, each takes a line."
            ),
        ),
        ErrorKind::InvalidBlockEntryWhitespace | ErrorKind::ExpectedWhitespace => (
            text!("thiếu dấu cách sau dấu “-”, “:” hoặc “,”", "a blank is missing after “-”, “:” or “,”"),
            text!("Thêm dấu cách.", "Add a blank."),
        ),
        ErrorKind::CommentNotSeparated | ErrorKind::CommentInterceptedScalar => (
            text!("dấu “#” mở lời ghi chú ở giữa giá trị", "“#” starts a comment in the middle of a value"),
            text!("Đặt giá trị trong nháy kép, hoặc thêm dấu cách trước “#”.", "Put the value in double quotes, or a blank before “#”."),
        ),
        ErrorKind::MisplacedFlowCollectionEnd => (
            text!("dấu đóng ngoặc thừa", "a closing bracket too many"),
            text!("Bỏ dấu ngoặc thừa, hoặc đặt đoạn chữ trong nháy kép.", "Delete the bracket, or put the text in double quotes."),
        ),
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent | ErrorKind::TabAtBlockScalarStart => (
            text!("sau dấu “|” hoặc “>” phải xuống dòng", "a line break must follow “|” or “>”"),
            text!(
                "Viết đoạn chữ ở dòng dưới, thụt vào; hoặc đặt trong nháy kép.",
                "Write the text on the line below, indented; or put it in double quotes."
            ),
        ),
        ErrorKind::MultipleDocumentsUnsupported | ErrorKind::InvalidDocumentEnd => (
            text!("dấu “---” hoặc “...” chia tệp thành nhiều phần", "“---” or “...” parts the file into several"),
            text!("Chỉ để một phần trong tệp.", "Keep one part in the file."),
        ),
        other => {
            let words = other.to_string();
            (text!("không đọc được từ chỗ này ({words})", "can't be read from here on ({words})"), Text::default())
        }
    }
}
