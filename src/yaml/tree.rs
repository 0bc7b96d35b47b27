//! The tree of a YAML file, in which every key and value knows its place.

use super::source::Span;

/// Deepest nesting that is read.
pub const DEEPEST: usize = 64;

/// Key or value with its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Lines and columns that it takes.
    pub span: Span,
    /// Scalar, list or mapping.
    pub content: Content,
}

/// What stands at a node.
#[derive(Clone, Debug)]
pub enum Content {
    /// Text, number, date or nothing.
    Scalar {
        /// As it reads, without quotes.
        text: String,
        /// Whether it stands in quotes or in a block.
        quoted: bool,
        /// Comment behind it on the same line, which may be meant for a part of the text.
        comment: Option<Span>,
    },
    /// Values in order.
    List(Vec<Node>),
    /// Keys with values, in order.
    Map(Vec<Entry>),
    /// An alias, already told of.
    Refused,
}

/// Key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Key.
    pub key: String,
    /// Whether it stands in quotes.
    pub quoted: bool,
    /// Where the key stands.
    pub at: Span,
    /// Value.
    pub value: Node,
}

impl Node {
    /// Tells whether this is a single value.
    pub const fn is_scalar(&self) -> bool {
        matches!(self.content, Content::Scalar { .. })
    }

    /// Tells whether a key, or a value without quotes, at or below this node begins in some way.
    pub fn begins(&self, so: &dyn Fn(&str) -> bool) -> bool {
        match &self.content {
            Content::Scalar { text, quoted, .. } => !quoted && so(text),
            Content::List(items) => items.iter().any(|item| item.begins(so)),
            Content::Map(entries) => entries.iter().any(|entry| so(&entry.key) || entry.value.begins(so)),
            Content::Refused => false,
        }
    }

    /// Tells whether nothing is written here.
    pub fn is_null(&self) -> bool {
        matches!(&self.content, Content::Scalar { text, quoted: false, .. } if matches!(text.as_str(), "" | "~" | "null"))
    }

    /// Gives what stands under a key or at a list position, with the place of the key.
    fn step(&self, name: &str) -> Option<(Option<Span>, &Self)> {
        match &self.content {
            Content::Scalar { .. } | Content::Refused => None,
            Content::List(items) => items.get(name.parse::<usize>().ok()?).map(|item| (None, item)),
            Content::Map(entries) => entries.iter().find(|entry| entry.key == name).map(|entry| (Some(entry.at), &entry.value)),
        }
    }

    /// Follows a path as far as it leads; the place of the last key is given where a key was the last step.
    pub fn find<S: AsRef<str>>(&self, path: &[S]) -> (Option<Span>, &Self) {
        let mut found = (None, self);
        for name in path {
            match found.1.step(name.as_ref()) {
                Some(next) => found = next,
                None => break,
            }
        }
        found
    }

    /// Finds the first single value below, or this one, that reads so.
    pub fn search(&self, words: &str) -> Option<&Self> {
        match &self.content {
            Content::Scalar { text, .. } => (text == words).then_some(self),
            Content::List(items) => items.iter().find_map(|item| item.search(words)),
            Content::Map(entries) => entries.iter().find_map(|entry| entry.value.search(words)),
            Content::Refused => None,
        }
    }

    /// Gives the last line on which something of it starts.
    pub fn last_line(&self) -> usize {
        let below = match &self.content {
            Content::Scalar { .. } | Content::Refused => None,
            Content::List(items) => items.last().map(Self::last_line),
            Content::Map(entries) => entries.last().map(|entry| entry.value.last_line().max(entry.at.line)),
        };
        below.unwrap_or_default().max(self.span.line)
    }

    /// Gives a key below another name.
    pub fn rename(&mut self, at: Span, name: &str) {
        match &mut self.content {
            Content::Scalar { .. } | Content::Refused => {}
            Content::List(items) => items.iter_mut().for_each(|item| item.rename(at, name)),
            Content::Map(entries) => {
                for entry in entries {
                    if entry.at == at {
                        name.clone_into(&mut entry.key);
                    }
                    entry.value.rename(at, name);
                }
            }
        }
    }

    /// Takes keys that nobody knows out, or gives them the name that was probably meant, which no other key has.
    pub fn mend(&mut self, unknown: &[(Span, Option<&str>)]) {
        match &mut self.content {
            Content::Scalar { .. } | Content::Refused => {}
            Content::List(items) => items.iter_mut().for_each(|item| item.mend(unknown)),
            Content::Map(entries) => {
                entries.retain_mut(|entry| match unknown.iter().find(|(at, _)| *at == entry.at) {
                    None => true,
                    Some((_, Some(meant))) => {
                        (*meant).clone_into(&mut entry.key);
                        true
                    }
                    Some((_, None)) => false,
                });
                for entry in entries {
                    entry.value.mend(unknown);
                }
            }
        }
    }

    /// Puts a value under a key, which is made where there is none yet.
    pub fn put(&mut self, path: &[String], value: Self) {
        let Some((name, rest)) = path.split_first() else {
            *self = value;
            return;
        };
        match &mut self.content {
            Content::Scalar { .. } | Content::Refused => {}
            Content::List(items) => {
                if let Some(item) = name.parse::<usize>().ok().and_then(|at| items.get_mut(at)) {
                    item.put(rest, value);
                }
            }
            Content::Map(entries) => match entries.iter_mut().find(|entry| entry.key == *name) {
                Some(entry) => entry.value.put(rest, value),
                None if rest.is_empty() => entries.push(Entry { key: name.clone(), quoted: false, at: value.span, value }),
                None => {}
            },
        }
    }

    /// Writes the tree as YAML of one line, each value as it reads.
    pub fn to_line(&self) -> String {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        match &self.content {
            Content::Refused => "null".into(),
            Content::Scalar { text, quoted: false, .. } if plain_in_flow(text) => text.clone(),
            Content::Scalar { text, .. } if !self.is_null() => quoted(text),
            Content::Scalar { .. } => "null".into(),
            Content::List(items) => format!("[{}]", items.iter().map(Self::to_line).collect::<Vec<_>>().join(", ")),
            Content::Map(entries) => {
                let lines = entries.iter().map(|entry| format!("{}: {}", quoted(&entry.key), entry.value.to_line()));
                format!("{{{}}}", lines.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Lists the keys; none where this is no mapping.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let entries = if let Content::Map(entries) = &self.content { entries.as_slice() } else { &[] };
        entries.iter().map(|entry| entry.key.as_str())
    }

    /// Gives a single value; `None` where nothing is written.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { text, .. } if !self.is_null() => Some(text),
            _ => None,
        }
    }

    /// Tells whether this is a list.
    pub const fn is_list(&self) -> bool {
        matches!(self.content, Content::List(_))
    }

    /// Counts the items of a list.
    pub const fn count(&self) -> usize {
        if let Content::List(items) = &self.content { items.len() } else { 0 }
    }

    /// Lists the single values below, each with its path.
    pub fn texts<'a>(&'a self, path: &mut Vec<String>, found: &mut Vec<(Vec<String>, &'a str)>) {
        let mut below = |name: String, node: &'a Self| {
            path.push(name);
            node.texts(path, found);
            path.pop();
        };
        match &self.content {
            Content::List(items) => items.iter().enumerate().for_each(|(n, item)| below(n.to_string(), item)),
            Content::Map(entries) => entries.iter().for_each(|entry| below(entry.key.clone(), &entry.value)),
            Content::Scalar { .. } | Content::Refused => found.extend(self.text().map(|text| (path.clone(), text))),
        }
    }

    /// Tells whether a path leads somewhere.
    pub fn has<S: AsRef<str>>(&self, path: &[S]) -> bool {
        path.iter().try_fold(self, |node, name| node.step(name.as_ref()).map(|(_, next)| next)).is_some()
    }
}

/// Tells whether a text without quotes is a number, a day or a word, which needs none in a line either.
fn plain_in_flow(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_' | '%'))
}
