//! Faults of YAML syntax in plain words: what went wrong, not what the parser was doing.

use granit_parser::{ErrorKind, ScanError};

use super::cause::{curly, curly_quotes, hash, tabs, unclosed_bracket, unclosed_quote, unquoted_colon};
use super::indent::{blank_left, stuck_dash};
use super::source::{Source, Span};
use super::tree::DEEPEST;
use crate::finding::Finding;
use crate::finding::criteria::{SYNTAX, TOO_LARGE};
use crate::text;
use crate::text::Text;

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
    if let Some(cut) = hash(source, line, open, kind) {
        return cut;
    }
    if let Some(blank) = blank_left(source, line, kind) {
        return blank;
    }
    if matches!(kind, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement) {
        return unquoted_colon(words, place);
    }
    if let Some(unclosed) = unclosed_quote(source, line, kind).or_else(|| unclosed_bracket(source, open?, kind)) {
        return unclosed;
    }
    if let Some(stuck) = stuck_dash(source, line) {
        return stuck;
    }
    let (message, help) = explain(kind);
    let finding = Finding::new(&SYNTAX, message).at(place);
    if help.is_empty() { finding } else { finding.help(help) }
}

/// Says that the nesting passes what is read.
pub fn too_deep() -> Text {
    text!("lồng sâu hơn {DEEPEST} cấp", "nested more than {DEEPEST} levels deep")
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
            text!("thiếu dấu hai chấm và dấu cách sau khóa", "a colon and a space are missing after a key"),
            text!("Viết “khóa: giá trị”.", "Write “key: value”."),
        ),
        ErrorKind::UnexpectedCharacter { character } => (
            text!("giá trị không thể bắt đầu bằng “{character}”", "a value can't start with “{character}”"),
            text!("Đặt giá trị trong nháy kép.", "Put the value in double quotes."),
        ),
        other => explain_rare(other),
    }
}

/// Says in plain words what seldom goes wrong.
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
                "In brackets items are separated by commas; outside, each takes a line."
            ),
        ),
        ErrorKind::InvalidBlockEntryWhitespace | ErrorKind::ExpectedWhitespace => (
            text!("thiếu dấu cách sau dấu “-”, “:” hoặc “,”", "a space is missing after “-”, “:” or “,”"),
            text!("Thêm dấu cách.", "Add a space."),
        ),
        ErrorKind::CommentNotSeparated | ErrorKind::CommentInterceptedScalar => (
            text!("dấu “#” mở lời ghi chú ở giữa giá trị", "“#” starts a comment in the middle of a value"),
            text!("Đặt giá trị trong nháy kép, hoặc thêm dấu cách trước “#”.", "Put the value in double quotes, or a space before “#”."),
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
            text!("dấu “---” hoặc “...” chia tệp thành nhiều phần", "“---” or “...” splits the file into several"),
            text!("Chỉ để một phần trong tệp.", "Keep one part in the file."),
        ),
        other => explain_rarest(other),
    }
}

/// Says in plain words what hardly anybody meets; what nobody has met yet without details.
fn explain_rarest(kind: &ErrorKind) -> (Text, Text) {
    match kind {
        ErrorKind::FlowMappingValueAdjacentCollection => (
            text!("thiếu dấu cách sau dấu “:” hoặc “,” trong ngoặc", "a space is missing after “:” or “,” in brackets"),
            text!("Thêm dấu cách.", "Add a space."),
        ),
        ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate => (
            text!("dấu “\\u” trong nháy kép không thành một chữ", "“\\u” in double quotes gives no letter"),
            text!("Gõ thẳng chữ cần viết, hoặc đặt đoạn chữ trong nháy đơn.", "Type the letter itself, or put the text in single quotes."),
        ),
        ErrorKind::BomInsideDocument => (
            text!("có ký tự ẩn (dấu thứ tự byte) giữa tệp", "there is an invisible character (a byte order mark) within the file"),
            text!("Xóa ký tự ẩn ở chỗ này, thường có khi ghép hai tệp.", "Delete it; it comes of joining two files."),
        ),
        // What nobody has met yet: the parser's own words would be English only.
        _ => (text!("không đọc được từ chỗ này", "can't be read from here on"), Text::default()),
    }
}
