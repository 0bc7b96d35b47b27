//! Tables of keys, made of the JSON Schemas.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::words::{BETWEEN, both, escaped};
use crate::{award_cases, campaign, cases, criteria};

/// Where the parts of a schema stand.
const PARTS: &str = "#/definitions/";

/// The schemas, by the words that the handbook calls them.
pub struct Schemas {
    files: [(&'static str, Value); 4],
}

/// A key as the table shows it.
struct Key<'s> {
    name: &'s str,
    schema: &'s Value,
    required: bool,
}

impl Schemas {
    /// Makes all of them.
    pub fn new() -> Self {
        let (set, cases, campaign, award_cases) = (criteria::schema(), cases::schema(), campaign::schema(), award_cases::schema());
        Self { files: [("set", set), ("cases", cases), ("campaign", campaign), ("award-cases", award_cases)] }
    }

    /// Makes the table that a block asks for: a file, and one of its parts; without a part the keys at the top.
    pub fn table(&self, asked: &str) -> String {
        let (file, part) = asked.trim().split_once(' ').unwrap_or((asked.trim(), ""));
        let Some((file, root)) = self.files.iter().find(|(name, _)| *name == file) else { return String::new() };
        let at = if part.is_empty() { Some(root) } else { root.pointer(&format!("/definitions/{part}")) };
        let mut keys = Vec::new();
        if let Some(at) = at {
            gather(at, &mut keys);
        }
        keys.sort_by_key(|key| (!key.required, key.name));
        let mut table = format!(
            "<table class=\"keys\" id=\"{}\"><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>\n",
            anchor(file, part),
            both("Khóa", "Key"),
            both("Ý nghĩa", "Meaning"),
            both("Giá trị", "Value"),
        );
        for key in &keys {
            let must = if key.required { format!("<br><small>{}</small>", both("bắt buộc", "required")) } else { String::new() };
            let meaning = description(key.schema).or_else(|| description(resolved(root, key.schema))).map(told).unwrap_or_default();
            let value = value(file, root, key.schema);
            let _ = writeln!(table, "<tr><td><code>{}</code>{must}</td><td>{meaning}</td><td>{value}</td></tr>", escaped(key.name));
        }
        table.push_str("</tbody></table>\n");
        table
    }
}

/// Gathers the keys of a mapping, those of all its shapes; each once.
fn gather<'s>(at: &'s Value, keys: &mut Vec<Key<'s>>) {
    let required: Vec<&str> = at.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, schema) in at.get("properties").and_then(Value::as_object).into_iter().flatten() {
        if keys.iter().all(|key| key.name != name) {
            keys.push(Key { name, schema, required: required.contains(&name.as_str()) });
        }
    }
    for shapes in ["oneOf", "anyOf"] {
        let below = at.get(shapes).and_then(Value::as_array).into_iter().flatten();
        let mut own = Vec::new();
        below.for_each(|shape| gather(shape, &mut own));
        // What one shape needs another lacks: of several none is required.
        keys.extend(own.into_iter().map(|key| Key { required: false, ..key }));
        let mut seen = Vec::new();
        keys.retain(|key| {
            !seen.contains(&key.name) && {
                seen.push(key.name);
                true
            }
        });
    }
    if let Some(each @ Value::Object(_)) = at.get("additionalProperties") {
        gather(each, keys);
    }
}

/// Gives the schema that one stands for: what it refers to, or the one of its shapes that is a value.
fn resolved<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let referred = |schema: &'s Value| named(schema).and_then(|name| root.pointer(&format!("/definitions/{name}")));
    referred(schema).unwrap_or(schema)
}

/// Gives the name of the part that a schema refers to.
fn named(schema: &Value) -> Option<&str> {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return target.strip_prefix(PARTS);
    }
    ["allOf", "anyOf"].iter().filter_map(|shapes| schema.get(*shapes)?.as_array()).flatten().find_map(named)
}

/// Says what a key may hold.
fn value(file: &str, root: &Value, schema: &Value) -> String {
    let name = named(schema);
    let schema = resolved(root, schema);
    let choices = choices(schema);
    if !choices.is_empty() {
        return choices;
    }
    let written = |words: String, examples: &[&str]| {
        let examples: Vec<String> = examples.iter().map(|example| format!("<code>{example}</code>")).collect();
        format!("{words}<br>{}", examples.join(", "))
    };
    match schema.get("format").and_then(Value::as_str) {
        Some("amount") => return written(both("điểm, hoặc phần của điểm tối đa", "points, or a share of the maximum"), &["1.5", "75%"]),
        Some("number") => return written(both("số", "number"), &["2.5"]),
        Some("rate") => return written(both("số hoặc tỷ lệ", "number or rate"), &["90", "80%"]),
        Some("date") => return written(both("ngày", "day"), &["2026-01-31"]),
        _ => {}
    }
    match kind(schema) {
        Some("boolean") => "<code>true</code>, <code>false</code>".to_owned(),
        Some("integer") => both("số nguyên", "whole number"),
        Some("string") => both("chữ", "text"),
        Some("array") => {
            let inner = schema.get("items").map(|items| value(file, root, items)).unwrap_or_default();
            format!("{} {inner}", both("danh sách:", "list:"))
        }
        _ if has_keys(schema) => name.map_or_else(|| own_keys(schema), |name| link(file, name)),
        _ if schema.get("additionalProperties").is_some_and(|each| *each != Value::Bool(false)) => {
            both("các cặp <code>mã: giá trị</code>", "pairs of <code>id: value</code>")
        }
        _ => {
            let shapes = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
            shapes.map(|shape| value(file, root, shape)).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Leads to the table of another part.
fn link(file: &str, name: &str) -> String {
    format!("<a href=\"#{}\">{}</a>", anchor(file, name), both("xem bảng", "see its table"))
}

/// Lists the keys of a part without a table of its own.
fn own_keys(schema: &Value) -> String {
    let mut keys = Vec::new();
    gather(schema, &mut keys);
    keys.iter().map(|key| format!("<code>{}</code>", escaped(key.name))).collect::<Vec<_>>().join(", ")
}

/// Tells whether a part has keys of its own.
fn has_keys(schema: &Value) -> bool {
    let mut keys = Vec::new();
    gather(schema, &mut keys);
    !keys.is_empty()
}

/// Lists the words among which a value is chosen, each with what it means; of words without end the first is shown.
fn choices(schema: &Value) -> String {
    let shapes = ["oneOf", "anyOf"].iter().filter_map(|shapes| schema.get(*shapes)?.as_array()).flatten();
    let mut list = String::new();
    for shape in shapes {
        let first = shape.get("examples").and_then(|examples| examples.get(0)?.as_str());
        let number = shape.get("const").and_then(Value::as_i64).map(|number| number.to_string());
        let Some(word) = shape.get("const").and_then(Value::as_str).or(first).or(number.as_deref()) else { continue };
        let meaning = description(shape).map(told).unwrap_or_default();
        let _ = write!(list, "<li><code>{}</code> {meaning}</li>", escaped(word));
    }
    let mut seen = BTreeSet::new();
    for word in schema.get("enum").and_then(Value::as_array).into_iter().flatten() {
        let word = word.as_str().map_or_else(|| word.to_string(), str::to_owned);
        if seen.insert(word.clone()) {
            let _ = write!(list, "<li><code>{}</code></li>", escaped(&word));
        }
    }
    if list.is_empty() { list } else { format!("<ul>{list}</ul>") }
}

/// Gives the kind of a value; of several that which isn't “nothing”.
fn kind(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(kind) => Some(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null"),
        _ => None,
    }
}

/// Gives what a schema says of itself.
fn description(schema: &Value) -> Option<&str> {
    schema.as_object().and_then(|keys: &Map<_, _>| keys.get("description")?.as_str())
}

/// Shows a description in both languages; code stands between backticks.
fn told(words: &str) -> String {
    let coded = |words: &str| {
        let parts = words.split('`').enumerate();
        parts.map(|(n, part)| if n % 2 == 1 { format!("<code>{}</code>", escaped(part)) } else { escaped(part) }).collect::<String>()
    };
    words.split_once(BETWEEN).map_or_else(|| coded(words), |(vi, en)| both(&coded(vi), &coded(en)))
}

/// Gives the anchor of a table.
fn anchor(file: &str, part: &str) -> String {
    if part.is_empty() { format!("khoa-{file}") } else { format!("khoa-{file}-{}", part.to_lowercase()) }
}
