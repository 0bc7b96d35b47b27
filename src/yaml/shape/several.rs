//! Schemas that allow several things: one of several kinds of value, one of several words, one key that names the kind.

use serde_json::Value;

use super::ShapeCheck;
use crate::finding::Finding;
use crate::finding::criteria::{BAD_CHOICE, WRONG_KIND};
use crate::text;
use crate::text::Text;
use crate::yaml::cause::{CURLY, curly_quotes};
use crate::yaml::schema::KIND;
use crate::yaml::tree::{Content, Entry, Node};
use crate::yaml::words::{alternatives, kind_of, nearest};

/// One of several keys that name what a mapping is.
pub struct Kind<'a> {
    /// The key.
    name: &'a str,
    /// Schema of what stands under it.
    of: &'a Value,
    /// What may stand beside it.
    beside: Vec<(&'a str, &'a Value)>,
}

impl<'a> ShapeCheck<'a> {
    /// Finds the one of several schemas that a node is meant for: the first of its kind; of several kinds of mapping the one that
    /// knows most of its keys, and the first of them.
    pub(super) fn fitting(&self, node: &Node, several: &[&'a Value]) -> Option<&'a Value> {
        let allow = |names: &'static [&'static str]| {
            several.iter().copied().filter(move |schema| names.iter().any(|name| self.allows(schema, name)))
        };
        match &node.content {
            Content::Map(entries) => {
                let fields = |schema: &Value| schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
                let unknown = |schema: &&Value| {
                    let fields = fields(schema);
                    let is_unknown = |entry: &&Entry| !fields.contains_key(&entry.key);
                    (entries.iter().filter(is_unknown).count(), entries.first().is_some_and(|first| is_unknown(&first)))
                };
                allow(&["object"]).min_by_key(unknown)
            }
            Content::List(_) => allow(&["array"]).next(),
            Content::Scalar { .. } | Content::Refused => allow(&["string", "number", "integer", "boolean"]).next(),
        }
    }

    /// Gives the words of a schema that is a choice between words.
    pub(super) fn choices(&self, schema: &'a Value) -> Option<Vec<&'a str>> {
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            return Some(words.iter().filter_map(Value::as_str).collect());
        }
        let several = schema.get("oneOf").or_else(|| schema.get("anyOf"))?.as_array()?;
        let mut words = Vec::new();
        for one in several.iter().map(|one| self.resolve(one)).filter(|one| !is_null(one)) {
            match (one.get("const").and_then(Value::as_str), one.get("enum").and_then(Value::as_array)) {
                (Some(word), _) => words.push(word),
                (_, Some(list)) => words.extend(list.iter().filter_map(Value::as_str)),
                _ if numbered(one).is_some() => {}
                _ => return None,
            }
        }
        Some(words)
    }

    /// Tells whether a schema allows a word with a number behind it, and this is one.
    pub(super) fn is_numbered(&self, text: &str, schema: &'a Value) -> bool {
        let several = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array);
        let starts = several.into_iter().flatten().filter_map(|one| numbered(self.resolve(one)));
        starts.into_iter().any(|start| {
            let number = text.strip_prefix(start).unwrap_or_default();
            (1..=2).contains(&number.len()) && !number.starts_with('0') && number.chars().all(|c| c.is_ascii_digit())
        })
    }

    /// Gives the kinds of a schema in which one key names the kind.
    pub(super) fn one_key(&self, schema: &'a Value) -> Option<Vec<Kind<'a>>> {
        let several = schema.get("oneOf").or_else(|| schema.get("anyOf"))?.as_array()?;
        let kinds: Vec<_> = several.iter().map(|one| self.resolve(one)).filter(|one| !is_null(one)).collect();
        if let [one] = kinds.as_slice()
            && one.get("properties").is_none()
        {
            return self.one_key(one);
        }
        kinds
            .into_iter()
            .map(|one| {
                let [required] = one.get("required")?.as_array()?.as_slice() else { return None };
                let (name, fields) = (required.as_str()?, one.get("properties")?.as_object()?);
                let beside = fields.iter().filter(|(field, _)| *field != name).map(|(field, of)| (field.as_str(), of));
                let kind = Kind { name, of: fields.get(name)?, beside: beside.collect() };
                (fields.len() == 1 || one.get(KIND).is_some()).then_some(kind)
            })
            .collect()
    }

    /// Holds a mapping in which one key names the kind.
    pub(super) fn kind(&mut self, node: &Node, kinds: &[Kind<'a>], key: &str) {
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
        let beside = |name: &str| kinds.iter().flat_map(|kind| &kind.beside).find(|(field, _)| *field == name).map(|(_, of)| *of);
        let Content::Map(entries) = &node.content else {
            return self.wrong_kind(node, &text!("một khóa cho biết loại", "a key that names the kind"), key, &names);
        };
        for entry in entries {
            let of = kinds.iter().find(|kind| kind.name == entry.key).map(|kind| kind.of).or_else(|| beside(&entry.key));
            match of {
                Some(of) => self.hold(&entry.value, of, &entry.key),
                None => drop(self.unknown(entry, &names, &format!("“{key}”"))),
            }
        }
        let named: Vec<&Entry> = entries.iter().filter(|entry| names.contains(&entry.key.as_str())).collect();
        if named.is_empty() && entries.iter().all(|entry| beside(&entry.key).is_some()) {
            return self.wrong_kind(node, &text!("một khóa cho biết loại", "a key that names the kind"), key, &names);
        }
        if named.len() > 1 && entries.iter().all(|entry| names.contains(&entry.key.as_str()) || beside(&entry.key).is_some()) {
            let all = named.iter().map(|entry| format!("“{}”", entry.key)).collect::<Vec<_>>().join(", ");
            let message = text!("“{key}” có nhiều loại cùng lúc: {all}", "“{key}” is of several kinds at once: {all}");
            let help = text!("Giữ lại một loại.", "Keep one of them.");
            self.fault(Finding::new(&WRONG_KIND, message).help(help), named.last().map_or(node.span, |entry| entry.at));
        }
    }

    /// Compares a value with the words that are allowed.
    pub(super) fn choice(&mut self, node: &Node, choices: &[&str], key: &str) {
        let (vi, en) = alternatives(choices);
        let Content::Scalar { text, quoted, .. } = &node.content else {
            return self.wrong_kind(node, &text!("một trong {vi}", "one of {en}"), key, &[]);
        };
        if choices.contains(&text.as_str()) {
            return;
        }
        if !quoted && choices.contains(&text.trim_matches(CURLY)) {
            return self.findings.push(curly_quotes(text, self.source.span_place(node.span)));
        }
        let message = if node.is_null() {
            text!("“{key}” để trống", "“{key}” is left empty")
        } else {
            text!("“{key}” không nhận giá trị “{text}”", "“{key}” doesn't take “{text}”")
        };
        let help = match nearest(text, choices) {
            Some(word) => text!("Có phải là “{word}”? Các giá trị dùng được: {vi}.", "Did you mean “{word}”? Values allowed: {en}."),
            None => text!("Các giá trị dùng được: {vi}.", "Values allowed: {en}."),
        };
        self.fault(Finding::new(&BAD_CHOICE, message).help(help), node.span);
    }
}

/// Names the kinds of value that several schemas ask for, each once.
pub fn one_of(several: &[&Value]) -> Text {
    let mut kinds: Vec<Text> = Vec::new();
    for kind in several.iter().map(|one| kind_of(one)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let (vi, en): (Vec<String>, Vec<String>) = kinds.into_iter().map(|Text { vi, en }| (vi, en)).unzip();
    Text::new(vi.join(" hoặc "), en.join(" or "))
}

/// Tells whether a schema allows nothing but null.
pub fn is_null(schema: &Value) -> bool {
    schema.get("type").is_some_and(|name| name == "null")
}

/// Gives the word of a schema that allows a word with a number behind it: `^appraised_[1-9][0-9]?$`.
fn numbered(schema: &Value) -> Option<&str> {
    schema.get("pattern")?.as_str()?.strip_prefix('^')?.strip_suffix("[1-9][0-9]?$")
}
