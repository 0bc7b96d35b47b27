//! Compares a tree with a JSON Schema and tells everything that is wrong at once.
//!
//! The schema is the one that editors use, derived from the type that is read: what completes is what is accepted.

mod several;
mod spelling;
mod stand_ins;

use schemars::JsonSchema;
use serde_json::{Map, Value};

use self::several::{is_null, one_of};
use super::cause::{CURLY, curly_quotes};
use super::recover::Lost;
use super::schema::FORMER;
use super::source::{Source, Span};
use super::stand_in::Lacks;
use super::tree::{Content, Entry, Node};
use super::words::{alternatives, fault_of, kind_of, nearest, said_in, translated};
use super::{bounds, plain};
use crate::finding::Finding;
use crate::finding::criteria::{MISSING_KEY, UNKNOWN_KEY, WRONG_KIND};
use crate::text;
use crate::text::Text;

/// Tells what in a tree is not as the type's schema says, but for what may be missing because it was left out.
///
/// Keys in an old spelling get their new one.
pub fn hold<T: JsonSchema>(root: &mut Node, source: &Source, lost: &Lost) -> Shape {
    let schema = schemars::schema_for!(T).to_value();
    let mut check = ShapeCheck {
        schema: &schema,
        source,
        lost,
        findings: Vec::new(),
        renamed: Vec::new(),
        unknown: Vec::new(),
        lacks: Lacks::default(),
    };
    check.hold(root, &schema, "");
    let ShapeCheck { findings, renamed, unknown, lacks, .. } = check;
    for (at, name) in renamed {
        root.rename(at, name);
    }
    Shape { findings, unknown, lacks }
}

/// What came of comparing a tree with its schema.
#[derive(Debug)]
pub struct Shape {
    /// What was found.
    pub findings: Vec<Finding>,
    /// Keys that nobody knows, each with the one that was probably meant.
    pub unknown: Vec<(Span, Option<String>)>,
    /// What can't be read, or is missing.
    pub lacks: Lacks,
}

/// Walks tree and schema side by side.
struct ShapeCheck<'a> {
    schema: &'a Value,
    source: &'a Source,
    lost: &'a Lost,
    findings: Vec<Finding>,
    /// Keys in an old spelling, with the new one.
    renamed: Vec<(Span, &'a str)>,
    /// Keys that nobody knows, with the one that was probably meant.
    unknown: Vec<(Span, Option<String>)>,
    /// What can't be read, or is missing.
    lacks: Lacks,
}

impl<'a> ShapeCheck<'a> {
    /// Adds a finding.
    fn fault(&mut self, finding: Finding, span: Span) {
        self.findings.push(finding.at(self.source.span_place(span)));
    }

    /// Follows references within the schema.
    fn resolve(&self, mut schema: &'a Value) -> &'a Value {
        while let Some(target) = schema.get("$ref").and_then(Value::as_str).and_then(|name| self.schema.pointer(name.strip_prefix('#')?)) {
            schema = target;
        }
        schema
    }

    /// Compares a node with a schema; `key` is the key that it stands under.
    fn hold(&mut self, node: &Node, schema: &'a Value, key: &str) {
        let before = self.findings.len();
        self.compare(node, schema, key);
        if node.is_scalar() {
            self.note(node, schema, before);
        }
    }

    /// Compares a node with a schema, and all below it.
    fn compare(&mut self, node: &Node, schema: &'a Value, key: &str) {
        let schema = self.resolve(schema);
        if matches!(node.content, Content::Refused) || (node.is_null() && self.allows(schema, "null")) {
            return;
        }
        if let Some(choices) = self.choices(schema) {
            if node.text().is_some_and(|text| self.is_numbered(text, schema)) {
                return;
            }
            return self.choice(node, &choices, key);
        }
        if let Some(kinds) = self.one_key(schema) {
            return self.kind(node, &kinds, key);
        }
        if let Some(several) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
            let several: Vec<&Value> = several.iter().map(|one| self.resolve(one)).filter(|one| !is_null(one)).collect();
            return match (self.fitting(node, &several), several.as_slice()) {
                (Some(one), _) | (None, &[one]) => self.hold(node, one, key),
                (None, _) if node.is_null() && self.left_out(node) => {}
                (None, _) => self.wrong_kind(node, &one_of(&several), key, &[]),
            };
        }
        match &node.content {
            Content::Map(entries) if self.allows(schema, "object") => self.mapping(node, entries, schema, key),
            Content::List(items) if self.allows(schema, "array") => {
                if let Some(finding) = bounds::of_list(items.len(), schema, key).filter(|_| !self.left_out(node)) {
                    self.fault(finding, node.span);
                }
                if let Some(of) = schema.get("items") {
                    for item in items {
                        self.hold(item, of, key);
                    }
                }
            }
            Content::Scalar { text, quoted, comment } if !node.is_null() => {
                if let Some(comment) = comment.filter(|_| self.allows(schema, "string")) {
                    self.findings.extend(plain::cut(text, node.span, comment, schema, key, self.source));
                }
                self.scalar(text, *quoted, node.span, schema, key);
            }
            _ if node.is_null() && self.left_out(node) => {}
            _ if schema.get("type").is_none() => {}
            _ => {
                let before = self.findings.len();
                let fields = schema.get("properties").and_then(Value::as_object);
                let names: Vec<&str> = fields.into_iter().flat_map(Map::keys).map(String::as_str).collect();
                self.wrong_kind(node, &kind_of(schema), key, &names);
                self.note(node, schema, before);
            }
        }
    }

    /// Tells whether a schema allows a type; one that names none allows all.
    fn allows(&self, schema: &'a Value, name: &str) -> bool {
        let variants = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array);
        match (schema.get("type"), variants) {
            (Some(Value::String(one)), _) => one == name,
            (Some(Value::Array(several)), _) => several.iter().any(|one| one == name),
            (_, Some(several)) => several.iter().any(|one| self.allows(self.resolve(one), name)),
            _ => name != "null",
        }
    }

    /// Compares a mapping with its fields: what is unknown, what is missing, and what is below.
    fn mapping(&mut self, node: &Node, entries: &[Entry], schema: &'a Value, key: &str) {
        let none = Map::new();
        let fields = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties");
        let present = |name: &str| entries.iter().any(|entry| entry.key == name);
        let names: Vec<&str> = fields.unwrap_or(&none).keys().map(String::as_str).filter(|name| !present(name)).collect();
        let mut meant = Vec::new();
        // Entries before this one are parts of a number with a comma.
        let mut split = 0;
        let who = match (owner(entries), key) {
            (Some((id, _)), _) => format!("“{id}”"),
            (None, "") => String::new(),
            (None, key) => format!("“{key}”"),
        };
        let former: Vec<(&Entry, &'a str)> = entries.iter().filter_map(|entry| Some((entry, new_name(fields?, &entry.key)?))).collect();
        self.former(&former, entries);
        let present = |name: &str| present(name) || former.iter().any(|(_, new)| *new == name);
        for (n, entry) in entries.iter().enumerate() {
            let name = former.iter().find(|(old, _)| old.at == entry.at).map_or(entry.key.as_str(), |(_, new)| *new);
            match (fields.and_then(|fields| fields.get(name)), others) {
                (Some(of), _) => {
                    self.emptied(entry, of);
                    self.hold(&entry.value, of, name);
                    self.lacks.settle(entry.value.span, is_required(schema, name), self.is_list(of));
                }
                (None, Some(Value::Bool(false))) => {
                    if n < split {
                        continue;
                    }
                    split = n + self.comma(entries, n).max(self.cut_at_comma(entries, n, &names, schema));
                    if split == n {
                        meant.extend(self.unknown(entry, &names, &who));
                    }
                }
                (None, of) => {
                    if n >= split {
                        split = n + self.comma(entries, n);
                    }
                    let Some(of @ Value::Object(_)) = of.filter(|_| n >= split) else { continue };
                    if !entry.quoted {
                        self.findings.extend(plain::other(&entry.key, None, entry.at, self.source));
                    }
                    let before = self.findings.len();
                    self.hold(&entry.value, of, &entry.key);
                    self.named(before, &entry.key, &names);
                }
            }
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let missing: Vec<&str> = required.filter(|name| !present(name) && !meant.contains(name)).collect();
        if !missing.is_empty() && self.left_out(node) {
            return;
        }
        for name in missing {
            self.note_missing(node, schema, name);
            let message = if who.is_empty() {
                text!("thiếu khóa “{name}”", "there is no “{name}”")
            } else {
                text!("{who} thiếu khóa “{name}”", "{who} has no “{name}”")
            };
            let help = text!("Thêm “{name}: …”.", "Add “{name}: …”.");
            let span = owner(entries).map_or_else(|| entries.first().map_or(node.span, |entry| entry.at), |(_, span)| span);
            self.fault(Finding::new(&MISSING_KEY, message).help(help), span);
        }
    }

    /// Adds to a finding on the value of a free key the named one that was probably meant, whose value is of another kind.
    fn named(&mut self, from: usize, key: &str, names: &[&str]) {
        let Some(finding) = self.findings.get_mut(from).filter(|finding| finding.code.id == WRONG_KIND.id) else { return };
        // One letter that is wrong in a word of four, and the “s” of the plural left out, are two slips.
        let plural = || nearest(&format!("{key}s"), names);
        if let Some(meant) = nearest(key, names).or_else(plural) {
            *finding = finding.clone().help(text!("Có phải là “{meant}: …”?", "Did you mean “{meant}: …”?"));
        }
    }

    /// Tells whether a part of a node, or all of it, may have been left out.
    fn left_out(&self, node: &Node) -> bool {
        !self.lost.is_empty() && self.lost.touches(node.span.line, node.last_line())
    }

    /// Tells of a key that isn't known to `who`, in quotes; gives the one that was probably meant.
    fn unknown<'n>(&mut self, entry: &Entry, names: &[&'n str], who: &str) -> Option<&'n str> {
        let written = &entry.key;
        let bare = written.trim_matches(CURLY);
        let meant = translated(bare, names).or_else(|| nearest(bare, names)).or_else(|| said_in(bare, names));
        if bare != written && meant == Some(bare) {
            self.findings.push(curly_quotes(written, self.source.span_place(entry.at)));
            self.unknown.push((entry.at, meant.map(str::to_owned)));
            return meant;
        }
        let message = if who.is_empty() {
            text!("không có khóa “{written}”", "there is no key “{written}”")
        } else {
            text!("{who} không có khóa “{written}”", "{who} has no key “{written}”")
        };
        let finding = Finding::new(&UNKNOWN_KEY, message);
        let finding = match meant {
            Some(name) if translated(bare, names) == meant => {
                finding.help(text!("Viết “{name}:”; khóa luôn viết bằng tiếng Anh.", "Write “{name}:”; keys are always English."))
            }
            Some(name) => finding.help(text!("Có phải là “{name}”?", "Did you mean “{name}”?")),
            None if names.is_empty() => finding,
            None => {
                let (vi, en) = alternatives(names);
                finding.help(text!("Các khóa dùng được ở đây: {vi}.", "Keys that may stand here: {en}."))
            }
        };
        self.fault(finding, entry.at);
        self.unknown.push((entry.at, meant.map(str::to_owned)));
        meant
    }

    /// Compares a single value with a schema.
    fn scalar(&mut self, text: &str, quoted: bool, span: Span, schema: &'a Value, key: &str) {
        if !["string", "number", "integer", "boolean"].iter().any(|name| self.allows(schema, name)) {
            let (is, wanted) = (Text::same(format!("“{text}”")), kind_of(schema));
            let finding = Finding::new(&WRONG_KIND, wrong(key, &wanted, Some(&is)));
            let required: Vec<String> = schema
                .get("required")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(|name| Some(format!("{}: …", name.as_str()?)))
                .collect();
            if required.is_empty() || key.is_empty() {
                return self.fault(finding, span);
            }
            let keys = required.join(", ");
            let help = text!("Viết {key}: {{ {keys} }}", "Write {key}: {{ {keys} }}");
            return self.fault(finding.help(help), span);
        }
        if !quoted && text.starts_with(CURLY) && text.ends_with(CURLY) && text.chars().filter(|c| CURLY.contains(c)).count() == 2 {
            return self.findings.push(curly_quotes(text, self.source.span_place(span)));
        }
        let text_only = !["number", "integer", "boolean"].iter().any(|name| self.allows(schema, name));
        if text_only && !quoted {
            self.findings.extend(plain::other(text, Some(key), span, self.source));
        }
        let fault = fault_of(text, schema, key).or_else(|| if text_only { bounds::of_text(text, schema, key) } else { None });
        if let Some(finding) = fault {
            self.fault(finding, span);
        } else if let Some(finding) = plain::below_one(text, schema, key) {
            self.findings.push(finding.at(self.source.span_place(span)));
        }
    }

    /// Tells that something else belongs here; a mapping has one of `names`.
    fn wrong_kind(&mut self, node: &Node, wanted: &Text, key: &str, names: &[&str]) {
        let is = match &node.content {
            Content::List(_) => Some(text!("danh sách", "a list")),
            Content::Map(_) => Some(text!("một nhóm khóa", "a mapping")),
            Content::Scalar { text, .. } if !node.is_null() => Some(text!("“{text}”", "“{text}”")),
            Content::Scalar { .. } | Content::Refused => None,
        };
        let finding = Finding::new(&WRONG_KIND, wrong(key, wanted, is.as_ref()));
        let meant = node.text().and_then(|text| nearest(text, names));
        let (vi, en) = alternatives(names);
        let finding = match meant {
            Some(name) => finding.help(text!("Có phải là “{name}: …”?", "Did you mean “{name}: …”?")),
            None if names.is_empty() => finding,
            None => finding.help(text!("Các khóa dùng được ở đây: {vi}.", "Keys that may stand here: {en}.")),
        };
        self.fault(finding, node.span);
    }
}

/// Says what belongs under a key and what is there; nothing where it is empty.
fn wrong(key: &str, wanted: &Text, is: Option<&Text>) -> Text {
    let (vi, en) = (&wanted.vi, &wanted.en);
    match (key, is) {
        ("", None) => text!("ở đây phải là {vi}, không phải để trống", "this must be {en}, not empty"),
        ("", Some(Text { vi: is_vi, en: is_en })) => text!("ở đây phải là {vi}, không phải {is_vi}", "this must be {en}, not {is_en}"),
        (_, None) => text!("“{key}” phải là {vi}, ở đây để trống", "“{key}” must be {en}, it is empty"),
        (_, Some(Text { vi: is_vi, en: is_en })) => {
            text!("“{key}” phải là {vi}, không phải {is_vi}", "“{key}” must be {en}, not {is_en}")
        }
    }
}

/// Tells whether a schema asks for a key.
fn is_required(schema: &Value, name: &str) -> bool {
    schema.get("required").and_then(Value::as_array).into_iter().flatten().any(|one| one == name)
}

/// Gives the new spelling of a key.
fn new_name<'a>(fields: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    fields.iter().find(|(_, of)| of.get(FORMER).is_some_and(|former| former == key)).map(|(name, _)| name.as_str())
}

/// Gives the id of what a mapping describes, and where it stands.
fn owner(entries: &[Entry]) -> Option<(&str, Span)> {
    entries.iter().find(|entry| entry.key == "id").and_then(|entry| match &entry.value.content {
        Content::Scalar { text, .. } if !text.is_empty() => Some((text.as_str(), entry.value.span)),
        _ => None,
    })
}
