//! YAML files as people edit them: read with the place of every key and value, every error at once.
//!
//! A file is taken apart twice. First into a tree that knows the place of everything in it, which is compared with the
//! JSON Schema of the type asked for: so all unknown and missing keys and all wrong values are told together, in plain
//! words. Only then does serde make the typed value, and `validator` looks at single fields.

mod blanks;
mod bounds;
mod cause;
mod encoding;
mod indent;
mod issue;
mod older;
mod parse;
mod plain;
mod recover;
mod scalar;
mod schema;
mod shape;
mod snippet;
mod source;
mod stand_in;
mod syntax;
mod tree;
mod words;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use validator::Validate;

use crate::finding::criteria::{SYNTAX, WRONG_KIND};
use crate::finding::{Checked, Finding, Place, Severity};
use crate::text;

pub use encoding::{LONGEST_FILE, decode};
use recover::{Lost, Parsed};
pub use scalar::{Amount, Bound, Day, Number, Rate};
pub use schema::{KIND, schema};
pub use snippet::snippet;
use source::Source;
use tree::Node;
pub use words::{alternatives, nearest};

/// File read into a type, which still knows where everything stands.
#[derive(Clone, Debug)]
pub struct Document<T> {
    /// What the file says.
    pub value: T,
    source: Source,
    root: Node,
    lost: Lost,
}

/// Reads the text of a file, as [`decode`] gives it, into a type.
///
/// `file` is the name that findings carry. There is no document where nothing can be made of the text. It is given
/// also beside errors, as far as the type can be made without what is wrong, so that laws across fields are told with
/// them: whoever builds on a document looks for errors first.
pub fn read<T: DeserializeOwned + JsonSchema + Validate>(text: &str, file: &str) -> Checked<Option<Document<T>>> {
    read_with(text, file, |_| Vec::new())
}

/// Reads as [`read`] does, with laws that look at the bare file: they are told also where its shape or its syntax has
/// faults. What a fault of syntax may have taken from is not [whole](Document::is_whole).
pub fn read_with<T: DeserializeOwned + JsonSchema + Validate>(
    text: &str,
    file: &str,
    laws: impl FnOnce(&Document<()>) -> Vec<Finding>,
) -> Checked<Option<Document<T>>> {
    let Parsed { root, mut findings, source, lost } = recover::parse(Source::new(text, file));
    let Some(mut root) = root else {
        return Checked { value: None, findings };
    };
    let held = shape::hold::<T>(&mut root, &source, &lost);
    findings.extend(held.findings);
    let broken = !lost.is_empty() || findings.iter().any(|finding| finding.severity == Severity::Error);
    let bare = Document { value: (), source, root, lost };
    findings.extend(laws(&bare));
    sort(&mut findings);
    if broken {
        return Checked { value: without_unknown(bare, &held.unknown), findings };
    }
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_anchors: 0, max_aliases: 0, max_depth: tree::DEEPEST, max_documents: 1 },
        with_snippet: false,
    };
    let value = match serde_saphyr::from_str_with_options::<T>(text, options) {
        Ok(value) => value,
        Err(error) => {
            findings.push(unforeseen(&error, &bare.source));
            return Checked { value: None, findings };
        }
    };
    let document = bare.map(|()| value);
    if let Err(errors) = document.value.validate() {
        findings.extend(issue::findings(&errors, |path| document.place(path)));
    }
    sort(&mut findings);
    Checked { value: Some(document), findings }
}

/// Reads a text whose shape has faults with stand-ins for what can't be read, twice with other ones; the places of the
/// faults are given beside. `None` where nothing can stand there, and where the shape has none.
///
/// What laws say of both documents, and not at those places, is true whatever was meant.
pub fn with_stand_ins<T: DeserializeOwned + JsonSchema>(text: &str, file: &str) -> Option<([Document<T>; 2], Vec<Place>)> {
    let Parsed { root, source, lost, .. } = recover::parse(Source::new(text, file));
    let mut root = root.filter(|_| lost.is_empty())?;
    let held = shape::hold::<T>(&mut root, &source, &lost);
    let unknown: Vec<(source::Span, Option<&str>)> = held.unknown.iter().map(|(at, meant)| (*at, meant.as_deref())).collect();
    root.mend(&unknown);
    let places = held.lacks.wrong.iter().map(|(at, _)| source.span_place(*at)).collect();
    let whole = Document { value: (), source, root, lost };
    Some((stand_in::documents(&whole, &held.lacks)?, places))
}

/// Takes a text apart without a type; `None` where it has faults.
pub fn bare(text: &str, file: &str) -> Option<Document<()>> {
    let Parsed { root, source, lost, .. } = recover::parse(Source::new(text, file));
    root.filter(|_| lost.is_empty()).map(|root| Document { value: (), source, root, lost })
}

/// Makes the document of a file with faults, where what is left without unknown keys can be read all the same, so that its
/// laws are told beside them.
fn without_unknown<T: DeserializeOwned + Validate>(
    mut bare: Document<()>,
    unknown: &[(source::Span, Option<String>)],
) -> Option<Document<T>> {
    let unknown: Vec<(source::Span, Option<&str>)> = unknown.iter().map(|(at, meant)| (*at, meant.as_deref())).collect();
    bare.root.mend(&unknown);
    let value = serde_saphyr::from_str::<T>(&bare.root.to_line()).ok()?;
    value.validate().is_ok().then(|| bare.map(|()| value))
}

/// Puts findings in the order of lines and columns.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|one, other| (&one.place, one.code.id, &one.message).cmp(&(&other.place, other.code.id, &other.message)));
}

/// Makes a finding of what serde refuses although the schema allows it.
fn unforeseen(error: &serde_saphyr::Error, source: &Source) -> Finding {
    let place = error.location().map_or_else(
        || Place::file(source.file()),
        |at| source.place(usize::try_from(at.line()).unwrap_or(1), usize::try_from(at.column()).unwrap_or(1), 1),
    );
    let code = if error.location().is_some() { &WRONG_KIND } else { &SYNTAX };
    Finding::new(code, text!("giá trị ở đây không đọc được như khóa yêu cầu", "the value here can't be read as its key asks")).at(place)
}

impl<T> Document<T> {
    /// Gives the place of a value, by keys and list positions from the top: `["criteria", "0", "max"]`.
    ///
    /// A mapping or a list is pointed at by its key; where the path leads nowhere, the last thing on it that exists is.
    pub fn place<S: AsRef<str>>(&self, path: &[S]) -> Place {
        let (key, node) = self.root.find(path);
        self.source.span_place(if node.is_scalar() { node.span } else { key.unwrap_or(node.span) })
    }

    /// Gives the place of a key.
    pub fn key<S: AsRef<str>>(&self, path: &[S]) -> Place {
        let (key, node) = self.root.find(path);
        self.source.span_place(key.unwrap_or(node.span))
    }

    /// Gives the place of the first value that reads `text`, at or below a path; else the place of the path.
    pub fn find<S: AsRef<str>>(&self, path: &[S], text: &str) -> Place {
        let found = self.root.find(path).1.search(text);
        found.map_or_else(|| self.place(path), |node| self.source.span_place(node.span))
    }

    /// Gives what stands at a path as YAML of one line; `None` where nothing does.
    pub fn line<S: AsRef<str>>(&self, path: &[S]) -> Option<String> {
        self.root.has(path).then(|| self.root.find(path).1.to_line())
    }

    /// Writes the whole file as YAML of one line with other values, themselves YAML, at the paths of keys.
    pub fn rewritten(&self, values: &[(Vec<String>, String)]) -> String {
        let mut root = self.root.clone();
        for (path, value) in values {
            if let Some(value) = bare(value, self.file()) {
                root.put(path, value.root);
            }
        }
        root.to_line()
    }

    /// Lists the keys of a mapping.
    pub fn keys<S: AsRef<str>>(&self, path: &[S]) -> Vec<String> {
        self.root.find(path).1.keys().map(str::to_owned).collect()
    }

    /// Gives a single value as it reads, without quotes; `None` for mappings, lists and what isn't there or left empty.
    pub fn text<S: AsRef<str>>(&self, path: &[S]) -> Option<&str> {
        self.root.has(path).then(|| self.root.find(path).1.text()).flatten()
    }

    /// Tells whether a list stands at a path.
    pub fn is_list<S: AsRef<str>>(&self, path: &[S]) -> bool {
        self.root.has(path) && self.root.find(path).1.is_list()
    }

    /// Counts the items of a list.
    pub fn count<S: AsRef<str>>(&self, path: &[S]) -> usize {
        if self.root.has(path) { self.root.find(path).1.count() } else { 0 }
    }

    /// Lists every single value at or below a path, with its path.
    pub fn texts<S: AsRef<str>>(&self, path: &[S]) -> Vec<(Vec<String>, &str)> {
        let mut found = Vec::new();
        let mut start: Vec<String> = path.iter().map(|part| part.as_ref().to_owned()).collect();
        if self.root.has(path) {
            self.root.find(path).1.texts(&mut start, &mut found);
        }
        found
    }

    /// Tells of a single value without quotes that readers of YAML 1.1 take for something else than the text that it is.
    pub fn misread<S: AsRef<str>>(&self, path: &[S]) -> Option<Finding> {
        let node = self.root.find(path).1;
        let key = path.last()?.as_ref();
        match &node.content {
            tree::Content::Scalar { text, quoted: false, .. } => plain::other(text, Some(key), node.span, &self.source),
            _ => None,
        }
    }

    /// Gives the line of a single value, without the blanks around it, with another value in its place.
    pub fn line_with<S: AsRef<str>>(&self, path: &[S], value: &str) -> String {
        let span = self.root.find(path).1.span;
        self.source.rewritten(span.line, &[(span, value)])
    }

    /// Gives the name of the file, as findings carry it.
    pub fn file(&self) -> &str {
        self.source.file()
    }

    /// Tells whether all that stands at and below a path was read: no fault of syntax took a part of it.
    pub fn is_whole<S: AsRef<str>>(&self, path: &[S]) -> bool {
        let node = self.root.find(path).1;
        self.lost.is_empty() || !self.lost.touches(node.span.line, node.last_line())
    }

    /// Tells whether a fault of syntax took a part of the file.
    pub fn is_torn(&self) -> bool {
        !self.lost.is_empty()
    }

    /// Tells whether a key or list position stands in the file.
    pub fn has<S: AsRef<str>>(&self, path: &[S]) -> bool {
        self.root.has(path)
    }

    /// Keeps the places, with another value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Document<U> {
        Document { value: make(self.value), source: self.source, root: self.root, lost: self.lost }
    }
}
