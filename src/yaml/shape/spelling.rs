//! Keys and values that YAML reads otherwise than they are meant: old spellings, decimal commas, texts that begin with “#”.

use serde_json::Value;

use super::ShapeCheck;
use crate::finding::Finding;
use crate::finding::criteria::{BAD_NUMBER, DUPLICATE_KEY, FORMER_WORD, UNKNOWN_KEY};
use crate::text;
use crate::yaml::plain;
use crate::yaml::source::Span;
use crate::yaml::tree::{Content, Entry, Node};
use crate::yaml::words::{alternatives, nearest};

impl<'a> ShapeCheck<'a> {
    /// Tells of a key whose value YAML takes for a comment.
    pub(super) fn emptied(&mut self, entry: &Entry, schema: &'a Value) {
        let schema = self.resolve(schema);
        if !entry.value.is_null() || !self.allows(schema, "string") {
            return;
        }
        let behind = entry.at.column - 1 + entry.at.length;
        let colon = self.source.line(entry.at.line).and_then(|words| words.chars().skip(behind).position(|c| c == ':'));
        let comment = colon.and_then(|colon| self.source.comment_at(entry.at.line, behind + colon + 1));
        if let Some(comment) = comment {
            self.findings.extend(plain::cut("", comment, comment, schema, &entry.key, self.source));
        }
    }

    /// Tells of keys in an old spelling, line by line, and how the line is written now.
    pub(super) fn former(&mut self, former: &[(&Entry, &'a str)], entries: &[Entry]) {
        for (n, (old, new)) in former.iter().enumerate() {
            self.renamed.push((old.at, *new));
            let key = &old.key;
            if entries.iter().any(|entry| entry.key == *new) {
                let message = text!(
                    "“{key}” là cách viết cũ của “{new}”, mà “{new}” cũng có",
                    "“{key}” is the old spelling of “{new}”, which is there, too"
                );
                self.fault(Finding::new(&DUPLICATE_KEY, message), old.at);
                continue;
            }
            let of_line = || former.iter().filter(|(other, _)| other.at.line == old.at.line);
            if former.iter().take(n).any(|(other, _)| other.at.line == old.at.line) {
                continue;
            }
            let changes: Vec<(Span, &str)> = of_line().map(|(old, new)| (old.at, *new)).collect();
            let (olds, _) = alternatives(&of_line().map(|(old, _)| old.key.as_str()).collect::<Vec<_>>());
            let (news, _) = alternatives(&of_line().map(|(_, new)| *new).collect::<Vec<_>>());
            let message = text!("{olds} là cách viết cũ, nay viết {news}", "{olds} is the old spelling, now {news}");
            let line = self.source.rewritten(old.at.line, &changes);
            let help = text!("Viết: {line}", "Write: {line}");
            self.fault(Finding::new(&FORMER_WORD, message).help(help), old.at);
        }
    }

    /// Tells of `{ points: 1,5 }`, which YAML takes for `points: 1` and a key `5`; gives how many entries that took.
    ///
    /// In a text, `{ is: 0,5 * a + 0,25 * b }` makes three entries of one.
    pub(super) fn comma(&mut self, entries: &[Entry], n: usize) -> usize {
        let Some(before) = n.checked_sub(1).and_then(|n| entries.get(n)) else { return 0 };
        let Node { span, content: Content::Scalar { text, quoted: false, .. } } = &before.value else { return 0 };
        let (mut written, mut right, mut taken) = (text.clone(), text.clone(), 0);
        let mut end = span.column.saturating_add(text.chars().count());
        for entry in entries.iter().skip(n) {
            let digits = written.ends_with(|c: char| c.is_ascii_digit()) && entry.key.starts_with(|c: char| c.is_ascii_digit());
            let adjoins = entry.at.line == span.line && entry.at.column == end + 1;
            if !digits || !adjoins || entry.quoted || !entry.value.is_null() {
                break;
            }
            written = format!("{written},{}", entry.key);
            right = format!("{right}.{}", entry.key);
            end += 1 + entry.key.chars().count();
            taken += 1;
        }
        if taken == 0 {
            return 0;
        }
        let message = text!(
            "“{written}” có dấu phẩy, YAML hiểu thành nhiều mục: số thập phân viết với dấu chấm",
            "“{written}” has a comma, which YAML takes for the next item: decimals are written with a point"
        );
        let help = text!("Viết {right}", "Write {right}");
        self.fault(Finding::new(&BAD_NUMBER, message).help(help), Span { length: written.chars().count(), ..*span });
        taken
    }

    /// Tells of `{ label: Số cán bộ, công chức }`, of which YAML takes what follows the comma for a key; gives how many entries
    /// that took.
    pub(super) fn cut_at_comma(&mut self, entries: &[Entry], n: usize, names: &[&str], schema: &'a Value) -> usize {
        let Some(before) = n.checked_sub(1).and_then(|n| entries.get(n)) else { return 0 };
        let Node { span, content: Content::Scalar { text, quoted: false, .. } } = &before.value else { return 0 };
        let of = schema.get("properties").and_then(|fields| fields.get(&before.key));
        if before.value.is_null() || !of.is_some_and(|of| self.allows(self.resolve(of), "string")) {
            return 0;
        }
        // A key of its own has one word, and a value.
        let rest = entries.iter().skip(n).take_while(|entry| {
            let spaced = entry.key.contains(' ') || !entry.key.is_ascii();
            entry.at.line == span.line && !entry.quoted && entry.value.is_null() && spaced && nearest(&entry.key, names).is_none()
        });
        let rest: Vec<&str> = rest.map(|entry| entry.key.as_str()).collect();
        if rest.is_empty() {
            return 0;
        }
        let (key, cut) = (&before.key, rest.join(", "));
        let whole = plain::quoted(&format!("{text}, {cut}"));
        let message = text!(
            "“{key}” bị cắt ở dấu phẩy: trong {{ }}, YAML coi “{cut}” là một khóa khác",
            "“{key}” is cut at its comma: inside {{ }}, YAML takes “{cut}” for another key"
        );
        let help = text!("Viết {key}: {whole}", "Write {key}: {whole}");
        let at = entries.get(n).map_or(*span, |entry| entry.at);
        self.fault(Finding::new(&UNKNOWN_KEY, message).help(help), at);
        self.unknown.push((at, None));
        rest.len()
    }
}
