//! Stand-ins for values that can't be read, so that one mistake of shape does not hide every other mistake of its file.
//!
//! A file is made whole twice, each time with other stand-ins. What laws say of both does not come from these.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::source::Span;
use super::tree::{Content, Entry, Node};
use super::{Document, bare};

/// Two values that may stand for one that can't be read, as YAML of one line.
pub type Pair = [String; 2];

/// What is put for a value that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandIn {
    /// One of these values.
    Values(Pair),
    /// Nothing: its key goes, which may be missing.
    Nothing,
    /// Nobody knows.
    Unknown,
}

/// What a file lacks to be read.
#[derive(Clone, Debug, Default)]
pub struct Lacks {
    /// Values that can't be read.
    pub wrong: Vec<(Span, StandIn)>,
    /// Mappings without a key that must be there.
    pub missing: Vec<(Span, String, StandIn)>,
}

impl Lacks {
    /// Notes a value that can't be read; what was noted first is the nearest.
    pub fn note(&mut self, at: Span, stand_in: StandIn) {
        if !self.wrong.iter().any(|(other, _)| *other == at) {
            self.wrong.push((at, stand_in));
        }
    }

    /// Settles what is put for the value of a key: one that must be there is never left out, and no list of it is made up.
    pub fn settle(&mut self, at: Span, required: bool, is_list: bool) {
        for (_, stand_in) in self.wrong.iter_mut().filter(|(other, _)| *other == at) {
            match stand_in {
                StandIn::Unknown if !required => *stand_in = StandIn::Nothing,
                StandIn::Values(_) if required && is_list => *stand_in = StandIn::Unknown,
                _ => {}
            }
        }
    }
}

/// Gives the bounds of a whole number as stand-ins.
pub fn whole(schema: &Value) -> Pair {
    let bound = |key: &str, default: i64| schema.get(key).and_then(Value::as_i64).unwrap_or(default).to_string();
    [bound("minimum", 0), bound("maximum", 1000)]
}

/// Gives stand-ins of a schema that names a form of text.
pub fn formatted(schema: &Value) -> Option<Pair> {
    let pair = match schema.get("format").and_then(Value::as_str)? {
        "number" | "amount" => ["0", "100"],
        "rate" => ["0%", "100%"],
        "date" => ["2000-01-01", "2100-12-31"],
        _ => return None,
    };
    Some(pair.map(str::to_owned))
}

/// Makes the documents of a file with stand-ins; `None` where one is not known or where more than that is wrong.
pub fn documents<T: DeserializeOwned>(whole: &Document<()>, lacks: &Lacks) -> Option<[Document<T>; 2]> {
    let unknown = |stand_in: &StandIn| *stand_in == StandIn::Unknown;
    if lacks.wrong.iter().any(|(_, one)| unknown(one)) || lacks.missing.iter().any(|(.., one)| unknown(one)) {
        return None;
    }
    let of = |which: usize| {
        let mut made = whole.clone();
        mend(&mut made.root, lacks, which);
        let value = serde_saphyr::from_str::<T>(&made.root.to_line()).ok()?;
        Some(made.map(|()| value))
    };
    Some([of(0)?, of(1)?])
}

/// Puts stand-ins into a tree.
fn mend(node: &mut Node, lacks: &Lacks, which: usize) {
    match &mut node.content {
        Content::Scalar { .. } | Content::Refused => {}
        Content::List(items) => {
            items.retain_mut(|item| put(item, lacks, which));
        }
        Content::Map(entries) => {
            entries.retain_mut(|entry| put(&mut entry.value, lacks, which));
            for (_, name, stand_in) in lacks.missing.iter().filter(|(at, ..)| *at == node.span) {
                if let Some(value) = made(stand_in, which, node.span) {
                    entries.push(Entry { key: name.clone(), quoted: false, at: node.span, value });
                }
            }
        }
    }
}

/// Puts a stand-in for a node, or for what is wrong below it; tells whether the node stays.
fn put(node: &mut Node, lacks: &Lacks, which: usize) -> bool {
    let Some((_, stand_in)) = lacks.wrong.iter().find(|(at, _)| *at == node.span) else {
        mend(node, lacks, which);
        return true;
    };
    let Some(value) = made(stand_in, which, node.span) else { return false };
    *node = value;
    true
}

/// Makes the node of a stand-in.
fn made(stand_in: &StandIn, which: usize, at: Span) -> Option<Node> {
    let StandIn::Values(pair) = stand_in else { return None };
    let mut node = bare(pair.get(which)?, "")?.root;
    stand_at(&mut node, at);
    Some(node)
}

/// Says of a node, and of all below it, that it stands at a place.
fn stand_at(node: &mut Node, at: Span) {
    node.span = at;
    match &mut node.content {
        Content::Scalar { .. } | Content::Refused => {}
        Content::List(items) => items.iter_mut().for_each(|item| stand_at(item, at)),
        Content::Map(entries) => entries.iter_mut().for_each(|entry| {
            entry.at = at;
            stand_at(&mut entry.value, at);
        }),
    }
}
