//! Texts without quotes that don't mean what they look like: cut at “ #”, or something else to another version of YAML.

use serde_json::Value;

use super::older;
use super::scalar::{Day, Rate};
use super::source::{Source, Span};
use crate::finding::Finding;
use crate::finding::criteria::{CUT_BY_HASH, OTHER_YAML, RATE_BELOW_ONE};
use crate::points::Points;
use crate::text;

/// Keys whose values name something by its id: nobody writes free text there.
const REFERENCES: [&str; 20] = [
    "all",
    "applies",
    "criteria",
    "figure",
    "finding",
    "findings",
    "flag",
    "flags",
    "group",
    "groups",
    "id",
    "not_applicable",
    "not_with",
    "of",
    "percent",
    "set",
    "tie_breaks",
    "to",
    "types",
    "unit",
];

/// Tells of a comment behind a free text: what follows “ #” is lost, whether that was meant or not.
///
/// `words` is what was read, `value` where; nothing is read where the text starts with “#”.
pub fn cut(words: &str, value: Span, comment: Span, schema: &Value, key: &str, source: &Source) -> Option<Finding> {
    if !is_free(words, schema, key) {
        return None;
    }
    let letters = source.line(comment.line)?.chars();
    let lost: String = letters.skip(comment.column - 1).collect();
    let lost = lost.trim_end();
    let message = if words.is_empty() {
        text!(
            "“{key}” để trống: YAML coi “{lost}” là ghi chú nên bỏ qua",
            "“{key}” is left empty: YAML takes “{lost}” for a comment and drops it"
        )
    } else {
        text!(
            "“{key}” chỉ còn “{words}”: sau dấu cách, YAML coi “{lost}” là ghi chú nên bỏ qua",
            "“{key}” reads “{words}” only: after a space, YAML takes “{lost}” for a comment and drops it"
        )
    };
    let quoted = whole(words, value, comment, lost);
    let help = text!(
        "Nếu là nội dung, đặt cả đoạn trong nháy: {quoted}; nếu là ghi chú, chuyển lên một dòng riêng.",
        "If it belongs to the text, put all of it in quotes: {quoted}; if it is a comment, give it a line of its own."
    );
    let place = source.place(comment.line, comment.column, lost.chars().count());
    Some(Finding::new(&CUT_BY_HASH, message).help(help).at(place))
}

/// Puts a text and what was cut off it in quotes.
fn whole(words: &str, value: Span, comment: Span, lost: &str) -> String {
    // A text over several lines is folded with single blanks.
    let gap = if value.line == comment.line && !words.is_empty() {
        (comment.column - 1).saturating_sub(value.column - 1 + words.chars().count())
    } else {
        usize::from(!words.is_empty())
    };
    quoted(&format!("{words}{}{lost}", " ".repeat(gap)))
}

/// Puts a text in quotes that need no escapes.
pub fn quoted(words: &str) -> String {
    match (words.contains(['"', '\\']), words.contains('\'')) {
        (false, _) => format!("\"{words}\""),
        (true, false) => format!("'{words}'"),
        (true, true) => format!("'{}'", words.replace('\'', "''")),
    }
}

/// Tells whether a value is free text, rather than a number, a day, a word of a closed list or an id.
fn is_free(words: &str, schema: &Value, key: &str) -> bool {
    let closed = ["enum", "const", "pattern", "format"].iter().any(|name| schema.get(name).is_some());
    let figure = Rate::parse(words).is_some() || Day::parse(words).is_some();
    let spaced = words.contains(' ');
    let id = !words.is_empty() && !spaced && (REFERENCES.contains(&key) || is_slug(words));
    !closed && !figure && !id
}

/// Tells whether a word has the form of an id: `so-tai-chinh`, `dung_han`, `1.2`.
fn is_slug(word: &str) -> bool {
    let mark = |c: char| matches!(c, '-' | '_' | '.');
    word.contains(mark) && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || mark(c))
}

/// Tells of a rate below one that may be meant as a share of one: `full_at: 0.9`.
pub fn below_one(words: &str, schema: &Value, key: &str) -> Option<Finding> {
    let rate = schema.get("format").and_then(Value::as_str) == Some("rate") && !words.contains('%');
    let Rate(rate) = Rate::parse(words).filter(|_| rate)?;
    if rate.is_zero() || rate >= Points::one() {
        return None;
    }
    let (said_vi, said_en, meant) = (rate.plain_vi(), rate.plain(), (&rate * &Points::hundred()).plain());
    let message = text!("“{key}” ghi {words}, được hiểu là {said_vi}%", "“{key}” says {words}, which is read as {said_en}%");
    let help = text!(
        "Nếu muốn nói {meant}% thì viết đủ dấu %; nếu đúng là {said_vi}% thì viết {words}%.",
        "If {meant}% is meant, write it with its % sign; if {said_en}% is right, write {words}%."
    );
    Some(Finding::new(&RATE_BELOW_ONE, message).help(help))
}

/// Tells of a text, a key or an id without quotes that readers of YAML 1.1 take for something else.
pub fn other(words: &str, key: Option<&str>, span: Span, source: &Source) -> Option<Finding> {
    let meant = older::meaning(words)?;
    let (vi, en) = (&meant.vi, &meant.en);
    let right = quoted(words);
    let (message, help) = if let Some(key) = key {
        (
            text!(
                "“{key}” ghi {words} không có nháy: phần mềm đọc YAML 1.1 hiểu là {vi}",
                "“{key}” says {words} without quotes: readers of YAML 1.1 take it for {en}"
            ),
            text!("Viết {right} có nháy, hoặc đặt tên khác.", "Write {right} in quotes, or another name."),
        )
    } else {
        (
            text!(
                "khóa {words} không có nháy: phần mềm đọc YAML 1.1 hiểu là {vi}",
                "the key {words} has no quotes: readers of YAML 1.1 take it for {en}"
            ),
            text!("Viết {right}: … có nháy, hoặc đặt tên khác.", "Write {right}: … in quotes, or another name."),
        )
    };
    Some(Finding::new(&OTHER_YAML, message).help(help).at(source.span_place(span)))
}
