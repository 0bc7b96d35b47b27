//! JSON Schemas for editors: committed, complete, in both languages, and named by every file that ships.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::folder::{Folder, recorded, run};

/// What stands between the two languages of a description.
const BETWEEN: &str = " / ";
/// Comment by which editors know the schema of a YAML file.
const MARK: &str = "# yaml-language-server: $schema=";

/// Gives a schema as the program prints it.
fn printed(kind: &str) -> String {
    let said = run(Path::new("."), &format!("schema {kind}"));
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    said.out
}

/// Gives a schema as editors read it.
fn schema(kind: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(format!("criteria/schema/{kind}.json")).unwrap()).unwrap()
}

/// Lists every YAML file that ships, with its kind.
fn shipped() -> Vec<(PathBuf, &'static str)> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from("criteria"), PathBuf::from("samples")];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let kind = match path.file_name().unwrap().to_str().unwrap() {
                "set.yaml" => "set",
                "cases.yaml" => "cases",
                "campaign.yaml" => "campaign",
                "award-cases.yaml" => "award-cases",
                _ => continue,
            };
            found.push((path, kind));
        }
    }
    found.sort();
    assert!(found.len() >= 11, "{found:?}");
    found
}

#[test]
fn the_schemas_beside_the_sets_are_those_that_the_program_prints() {
    for kind in ["set", "campaign", "cases", "award-cases", "changes"] {
        recorded(&PathBuf::from(format!("criteria/schema/{kind}.json")), &printed(kind));
    }
}

#[test]
fn a_schema_names_itself_in_words_for_people() {
    let set = schema("set");
    assert_eq!(set["title"], "Bộ tiêu chí (set.yaml) / Criteria set (set.yaml)");
    assert_eq!(set["$id"], "urn:parindex:schema:set:1");
    assert_eq!(set["$schema"], "http://json-schema.org/draft-07/schema#");
    for kind in ["set", "campaign", "cases", "award-cases"] {
        assert!(!printed(kind).contains("Raw"), "{kind} speaks of the code");
    }
}

#[test]
fn every_key_is_described_in_both_languages() {
    for kind in ["set", "campaign", "cases", "award-cases"] {
        let mut bare = Vec::new();
        undescribed(&schema(kind), kind, &mut bare);
        assert!(bare.is_empty(), "{bare:#?}");
    }
}

/// Lists keys, and words to choose from, without a description in both languages.
fn undescribed(schema: &Value, path: &str, bare: &mut Vec<String>) {
    let described = |part: &Value| part["description"].as_str().is_some_and(|words| words.split(BETWEEN).count() == 2);
    match schema {
        Value::Object(keys) => {
            let below = keys.get("properties").and_then(Value::as_object);
            bare.extend(below.into_iter().flatten().filter(|(_, part)| !described(part)).map(|(key, _)| format!("{path}/{key}")));
            if let Some(word) = keys.get("const").filter(|_| !described(schema)) {
                bare.push(format!("{path}: {word}"));
            }
            keys.iter().for_each(|(key, part)| undescribed(part, &format!("{path}/{key}"), bare));
        }
        Value::Array(parts) => parts.iter().for_each(|part| undescribed(part, path, bare)),
        _ => {}
    }
}

#[test]
fn shipped_files_use_keys_that_the_schemas_know() {
    for (path, kind) in shipped() {
        let file: Value = serde_saphyr::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let schema = schema(kind);
        let mut unknown = BTreeSet::new();
        hold(&file, &schema, &schema, "", &mut unknown);
        assert!(unknown.is_empty(), "{}: {unknown:?}", path.display());
    }
    let set = schema("set");
    let mut unknown = BTreeSet::new();
    let file = serde_json::json!({ "criteria": [{ "max": 1, "criteria": [{ "rule": { "ratio": { "off": "a" } } }] }], "titel": "" });
    hold(&file, &set, &set, "", &mut unknown);
    assert_eq!(unknown.into_iter().collect::<Vec<_>>(), ["/criteria/criteria/rule/ratio/off", "/titel"]);
}

/// Gathers what a schema allows below a key: through references and alternatives.
fn flat<'s>(schema: &'s Value, root: &'s Value, parts: &mut Vec<&'s Map<String, Value>>) {
    let Some(keys) = schema.as_object() else { return };
    parts.push(keys);
    if let Some(target) = keys.get("$ref").and_then(Value::as_str) {
        flat(root.pointer(target.strip_prefix('#').unwrap()).unwrap(), root, parts);
    }
    for several in ["allOf", "anyOf", "oneOf"].iter().filter_map(|key| keys.get(*key)?.as_array()) {
        for part in several {
            flat(part, root, parts);
        }
    }
}

/// Tells of keys that a schema does not know.
fn hold(value: &Value, schema: &Value, root: &Value, path: &str, unknown: &mut BTreeSet<String>) {
    let mut parts = Vec::new();
    flat(schema, root, &mut parts);
    match value {
        Value::Object(keys) => {
            for (key, below) in keys {
                let named = parts.iter().find_map(|part| part.get("properties")?.get(key));
                let any = || parts.iter().find_map(|part| part.get("additionalProperties").filter(|any| any.is_object()));
                match named.or_else(any) {
                    Some(schema) => hold(below, schema, root, &format!("{path}/{key}"), unknown),
                    None => drop(unknown.insert(format!("{path}/{key}"))),
                }
            }
        }
        Value::Array(items) => {
            let schema = parts.iter().find_map(|part| part.get("items"));
            for (item, schema) in items.iter().zip(schema.into_iter().cycle()) {
                hold(item, schema, root, path, unknown);
            }
        }
        _ => {}
    }
}

/// Compares the first line of a file with the schema of its kind, found as an editor finds it.
#[track_caller]
fn names_its_schema(path: &Path, kind: &str) {
    let text = fs::read_to_string(path).unwrap();
    let named = text.lines().next().and_then(|line| line.strip_prefix(MARK));
    let named = named.unwrap_or_else(|| panic!("{} names no schema in its first line", path.display()));
    let there = fs::read_to_string(path.parent().unwrap().join(named)).unwrap_or_else(|_| panic!("{}: {named}", path.display()));
    assert!(there == printed(kind), "{}: {named} is not what the program prints", path.display());
}

#[test]
fn every_shipped_file_names_its_schema() {
    for (path, kind) in shipped() {
        names_its_schema(&path, kind);
    }
}

#[test]
fn a_new_campaign_brings_its_schemas() {
    let folder = Folder::empty();
    assert_eq!(folder.run("init dot-2026").code, 0);
    names_its_schema(&folder.path("dot-2026/campaign.yaml"), "campaign");
    names_its_schema(&folder.path("dot-2026/criteria/mau-khoi-dau/set.yaml"), "set");
    names_its_schema(&folder.path("dot-2026/criteria/mau-khoi-dau/cases.yaml"), "cases");
    let said = folder.run("lint dot-2026");
    assert_eq!(said.code, 0, "{}", said.out);
}
