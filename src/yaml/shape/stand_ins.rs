//! What may stand for a value that can't be read, by its schema.

use serde_json::Value;

use super::{ShapeCheck, is_null, is_required};
use crate::finding::Severity;
use crate::yaml::stand_in::{Pair, StandIn, formatted, whole};
use crate::yaml::tree::Node;

/// Deepest nesting of a mapping that is made up.
const DEEPEST: usize = 4;

impl<'a> ShapeCheck<'a> {
    /// Notes that a node can't be read, if that was found since there were so many findings.
    pub(super) fn note(&mut self, node: &Node, schema: &'a Value, before: usize) {
        if self.findings.iter().skip(before).any(|finding| finding.severity == Severity::Error) {
            let pair = self.pair(schema, node.text(), DEEPEST);
            self.lacks.note(node.span, pair.map_or(StandIn::Unknown, StandIn::Values));
        }
    }

    /// Notes that a mapping lacks a key.
    pub(super) fn note_missing(&mut self, node: &Node, schema: &'a Value, name: &str) {
        let of = schema.get("properties").and_then(|fields| fields.get(name));
        let pair = of.filter(|of| !self.is_list(of)).and_then(|of| self.pair(of, None, DEEPEST));
        self.lacks.missing.push((node.span, name.to_owned(), pair.map_or(StandIn::Unknown, StandIn::Values)));
    }

    /// Tells whether a schema asks for a list.
    pub(super) fn is_list(&self, schema: &'a Value) -> bool {
        let schema = self.resolve(schema);
        schema.get("type").is_some_and(|kind| kind == "array")
    }

    /// Gives two values that a schema allows, as unlike as may be; `text` is what stands there.
    fn pair(&self, schema: &'a Value, text: Option<&str>, deepest: usize) -> Option<Pair> {
        let schema = self.resolve(schema);
        if self.allows(schema, "null") {
            return Some(["null", "null"].map(str::to_owned));
        }
        if let Some(choices) = self.choices(schema) {
            return Some([(*choices.first()?).to_owned(), (*choices.last()?).to_owned()]);
        }
        if let Some(several) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
            let several = several.iter().map(|one| self.resolve(one)).filter(|one| !is_null(one));
            return several.into_iter().find_map(|one| self.pair(one, text, deepest.checked_sub(1)?));
        }
        if let Some(pair) = formatted(schema) {
            return Some(pair);
        }
        let own = |pair: [&str; 2]| Some(pair.map(str::to_owned));
        match schema.get("type").and_then(Value::as_str)? {
            "string" => own(["chua-ro-1", "chua-ro-2"]),
            "integer" | "number" => Some(whole(schema)),
            "boolean" => own(["true", "false"]),
            "array" => {
                let of_words = schema.get("items").is_some_and(|of| self.allows(self.resolve(of), "string"));
                let listed = text.filter(|_| of_words).map_or_else(|| "[]".to_owned(), |text| format!("[{}]", Value::from(text)));
                Some(["[]".to_owned(), listed])
            }
            "object" => self.mapping_of(schema, deepest.checked_sub(1)?),
            _ => None,
        }
    }

    /// Gives two mappings with the keys that a schema asks for.
    fn mapping_of(&self, schema: &'a Value, deepest: usize) -> Option<Pair> {
        let fields = schema.get("properties").and_then(Value::as_object);
        let asked = fields.into_iter().flatten().filter(|(name, _)| is_required(schema, name));
        let pairs: Option<Vec<(&String, Pair)>> = asked.map(|(name, of)| Some((name, self.pair(of, None, deepest)?))).collect();
        let pairs = pairs?;
        let line = |which: usize| {
            let keys = pairs.iter().filter_map(|(name, pair)| Some(format!("{}: {}", Value::from(name.as_str()), pair.get(which)?)));
            format!("{{{}}}", keys.collect::<Vec<_>>().join(", "))
        };
        Some([line(0), line(1)])
    }
}
