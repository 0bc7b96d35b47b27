//! The tree of a YAML file, in which every key and value knows its place.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, Span as Marks};

use super::syntax;
use crate::finding::criteria::{ALIAS, DUPLICATE_KEY, SYNTAX, TOO_LARGE};
use crate::finding::{Checked, Finding, Place};
use crate::text;
use crate::text::Text;

/// Deepest nesting that is read.
pub const DEEPEST: usize = 64;
/// Most keys and values that are read; a set of 10,000 lines has about 60,000.
const MOST: usize = 200_000;
/// Longest line that is shown under a finding.
const LONGEST_LINE: usize = 400;

/// Text of a file with its name and its lines.
#[derive(Clone, Debug)]
pub struct Source {
    file: String,
    text: String,
    lines: Vec<(usize, usize)>,
}

impl Source {
    /// Cuts a text into lines.
    pub fn new(text: &str, file: &str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            lines.push((start, start + line.trim_end_matches(['\n', '\r']).len()));
            start += line.len();
        }
        Self { file: file.to_owned(), text: text.to_owned(), lines }
    }

    /// Gives the name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Gives the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives a line, from 1, without its end.
    pub fn line(&self, line: usize) -> Option<&str> {
        let (start, end) = self.lines.get(line.checked_sub(1)?)?;
        self.text.get(*start..*end)
    }

    /// Gives the place of some characters, line and column from 1.
    pub fn place(&self, line: usize, column: usize, length: usize) -> Place {
        let line = line.clamp(1, self.lines.len().max(1));
        let shown = self.line(line).filter(|words| words.len() <= LONGEST_LINE).unwrap_or_default();
        let rest = shown.chars().count().saturating_sub(column.saturating_sub(1));
        let excerpt = (!shown.is_empty()).then(|| (shown.to_owned(), length.clamp(1, rest.max(1))));
        Place { line: Some(line), column: Some(column), excerpt, ..Place::file(self.file.clone()) }
    }

    /// Gives the place of a span.
    pub fn span_place(&self, span: Span) -> Place {
        self.place(span.line, span.column, span.length)
    }
}

/// Where a key or value starts, line and column from 1, and how many characters it has, at most to the end of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Line.
    pub line: usize,
    /// Column in characters.
    pub column: usize,
    /// Length in characters; [`Source::place`] cuts it to the line.
    pub length: usize,
}

impl Span {
    fn new(marks: &Marks) -> Self {
        let (start, end) = (marks.start, marks.end);
        // What goes on over several lines is marked to the end of the first.
        let length = if end.line() > start.line() { usize::MAX } else { end.col().saturating_sub(start.col()).max(1) };
        Self { line: start.line(), column: start.col() + 1, length }
    }
}

/// Key or value with its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where.
    pub span: Span,
    /// What.
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

    /// Tells whether nothing is written here.
    pub fn is_null(&self) -> bool {
        matches!(&self.content, Content::Scalar { text, quoted: false } if matches!(text.as_str(), "" | "~" | "null"))
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

/// Collection that is still open while the file is read.
enum Open {
    List(Span, Vec<Node>),
    Map(Span, Vec<Entry>, Option<(String, Span)>, BTreeMap<String, usize>),
}

/// Builds the tree from the parser's events.
struct Builder<'a> {
    source: &'a Source,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    findings: Vec<Finding>,
}

/// Takes a text apart. `None` where its syntax is broken or it is too large; the findings say why.
pub fn parse(source: &Source) -> Checked<Option<Node>> {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        block_nesting_limit: DEEPEST,
        flow_nesting_limit: DEEPEST,
    };
    let mut builder = Builder { source, open: Vec::new(), root: None, nodes: 0, findings: Vec::new() };
    for event in Parser::new_from_str_with_options(source.text(), options) {
        let taken = match event {
            Ok((event, marks)) => builder.take(event, &marks),
            Err(error) => Err(vec![syntax::finding(&error, source, builder.innermost())]),
        };
        if let Err(faults) = taken {
            // `*quan trọng`: the words after what was taken for an alias are no fault of their own.
            let told = |fault: &Finding| builder.findings.iter().any(|one| one.code == &ALIAS && one.place.line == fault.place.line);
            let faults: Vec<Finding> = faults.into_iter().filter(|fault| !told(fault)).collect();
            builder.findings.extend(faults);
            return Checked { value: None, findings: builder.findings };
        }
    }
    if builder.root.is_none() {
        let empty = text!("tệp không có nội dung", "the file has no content");
        builder.findings.push(Finding::new(&SYNTAX, empty).at(Place::file(source.file())));
    }
    Checked { value: builder.root, findings: builder.findings }
}

impl Builder<'_> {
    /// Takes one event; an error ends the reading.
    fn take(&mut self, event: Event<'_>, marks: &Marks) -> Result<(), Vec<Finding>> {
        let span = Span::new(marks);
        match event {
            Event::Scalar(words, style, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), span);
                let quoted = style != granit_parser::ScalarStyle::Plain;
                self.put(Node { span, content: Content::Scalar { text: words.into_owned(), quoted } })
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), span);
                self.enter(Open::List(span, Vec::new()), span)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), span);
                self.enter(Open::Map(span, Vec::new(), None, BTreeMap::new()), span)
            }
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(Open::List(span, items)) => self.put(Node { span, content: Content::List(items) }),
                Some(Open::Map(span, entries, ..)) => self.put(Node { span, content: Content::Map(entries) }),
                None => Ok(()),
            },
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let words = marks.slice(self.source.text()).unwrap_or("*").to_owned();
                let message =
                    text!("“{words}” là bí danh của YAML, không được dùng ở đây", "“{words}” is an alias of YAML, which is not used here");
                self.fault(Finding::new(&ALIAS, message), span);
                self.put(Node { span, content: Content::Refused })
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                let message =
                    text!("tệp có nhiều tài liệu YAML ngăn nhau bằng “---”", "the file holds several YAML documents, parted by “---”");
                let help = text!("Giữ một tài liệu trong một tệp.", "Keep one document to a file.");
                Err(vec![Finding::new(&SYNTAX, message).help(help).at(self.source.span_place(span))])
            }
            _ => Ok(()),
        }
    }

    /// Adds a finding.
    fn fault(&mut self, finding: Finding, span: Span) {
        self.findings.push(finding.at(self.source.span_place(span)));
    }

    /// Tells of anchors and tags.
    fn refuse(&mut self, anchor: usize, tagged: bool, span: Span) {
        if anchor != 0 {
            let message = text!("có neo (&…) của YAML, không được dùng ở đây", "there is an anchor (&…) of YAML, which is not used here");
            self.fault(Finding::new(&ALIAS, message), span);
        }
        if tagged {
            let message = text!("có nhãn (!…) của YAML, không được dùng ở đây", "there is a tag (!…) of YAML, which is not used here");
            self.fault(Finding::new(&ALIAS, message), span);
        }
    }

    /// Gives the start of the innermost collection that is open.
    fn innermost(&self) -> Option<Span> {
        self.open.last().map(|open| match open {
            Open::List(span, _) | Open::Map(span, ..) => *span,
        })
    }

    /// Opens a collection.
    fn enter(&mut self, open: Open, span: Span) -> Result<(), Vec<Finding>> {
        self.open.push(open);
        if self.open.len() > DEEPEST {
            return self.stop(syntax::too_deep(), span);
        }
        Ok(())
    }

    /// Puts a finished node where it belongs: as a key, a value, an item, or the root.
    fn put(&mut self, node: Node) -> Result<(), Vec<Finding>> {
        self.nodes += 1;
        if self.nodes > MOST {
            return self.stop(text!("có hơn {MOST} khóa và giá trị", "holds more than {MOST} keys and values"), node.span);
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, waiting, lines)) => match (waiting.take(), node.content) {
                (Some((key, at)), content) => entries.push(Entry { key, at, value: Node { span: node.span, content } }),
                (None, Content::Scalar { text, .. }) => {
                    *waiting = Some((text.clone(), node.span));
                    if let Some(first) = lines.get(&text) {
                        let message = text!(
                            "khóa “{text}” viết hai lần, lần đầu ở dòng {first}",
                            "key “{text}” is written twice, first on line {first}"
                        );
                        self.fault(Finding::new(&DUPLICATE_KEY, message), node.span);
                    } else {
                        lines.insert(text, node.span.line);
                    }
                }
                (None, _) => {
                    *waiting = Some((String::new(), node.span));
                    let message =
                        text!("khóa phải là một từ, không phải danh sách hay nhóm", "a key must be a word, not a list or a mapping");
                    self.fault(Finding::new(&SYNTAX, message), node.span);
                }
            },
        }
        Ok(())
    }

    /// Ends the reading of what is too large.
    fn stop(&self, message: Text, span: Span) -> Result<(), Vec<Finding>> {
        Err(vec![Finding::new(&TOO_LARGE, message).at(self.source.span_place(span))])
    }
}
