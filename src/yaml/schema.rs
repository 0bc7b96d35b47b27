//! JSON Schemas for editors: what completes in an editor is what is accepted here.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::text::Words;

/// What the mirrors of YAML files are called in the code, which is no word for people.
const MIRROR: &str = "Raw";
/// What stands between the two languages of a description.
const BETWEEN: &str = " / ";
/// Names the old spelling of a key, which is read with a warning and not offered to editors.
pub const FORMER: &str = "x-former";
/// Marks a mapping in which one key names the kind, and others may stand beside it; names that key.
pub const KIND: &str = "x-kind";
/// Where the parts of a schema stand.
const PARTS: &str = "#/definitions/";

/// Gives the JSON Schema of a type, in the draft that editors know best; descriptions stay `Vietnamese / English`.
pub fn schema<T: JsonSchema>(name: &str, title: Words) -> Value {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value();
    rename(&mut schema);
    describe(&mut schema);
    if let Some(root) = schema.as_object_mut() {
        root.insert("$id".into(), json!(format!("urn:parindex:schema:{name}:1")));
        root.insert("title".into(), json!(format!("{} / {}", title.vi, title.en)));
    }
    schema
}

/// Names the parts of a schema, and what refers to them, by the words of the field.
fn rename(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            keys.remove(FORMER);
            if let Some(Value::Object(parts)) = keys.get_mut("definitions") {
                let named = std::mem::take(parts).into_iter().map(|(name, part)| (plain(&name), part));
                *parts = named.collect::<Map<_, _>>();
            }
            if let Some(Value::String(target)) = keys.get_mut("$ref")
                && let Some(name) = target.strip_prefix(PARTS)
            {
                *target = format!("{PARTS}{}", plain(name));
            }
            keys.values_mut().for_each(rename);
        }
        Value::Array(items) => items.iter_mut().for_each(rename),
        _ => {}
    }
}

/// Drops descriptions that are not for people; a branch of one key, such as a kind of rule, hands its own on to the key.
fn describe(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            if keys.get("description").and_then(Value::as_str).is_some_and(|words| !words.contains(BETWEEN)) {
                keys.remove("description");
            }
            let own = keys.get("description").cloned();
            let kind = keys.remove(KIND).and_then(|kind| kind.as_str().map(str::to_owned));
            let below = keys.get_mut("properties").and_then(Value::as_object_mut);
            let only = below.and_then(|below| match kind {
                Some(kind) => below.get_mut(&kind),
                None if below.len() == 1 => below.values_mut().next(),
                None => None,
            });
            if let (Some(own), Some(Value::Object(key))) = (own, only)
                && !key.contains_key("description")
            {
                // Draft 7 reads nothing beside a reference.
                if let Some(target) = key.remove("$ref") {
                    key.insert("allOf".into(), json!([{ "$ref": target }]));
                }
                key.insert("description".into(), own);
            }
            keys.values_mut().for_each(describe);
        }
        Value::Array(items) => items.iter_mut().for_each(describe),
        _ => {}
    }
}

/// Drops what marks a mirror.
fn plain(name: &str) -> String {
    name.strip_prefix(MIRROR).unwrap_or(name).to_owned()
}
