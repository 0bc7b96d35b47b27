//! From the text of a file to its tree.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, Span as Marks};

use super::source::{Source, Span};
use super::syntax;
use super::tree::{Content, DEEPEST, Entry, Node};
use crate::finding::criteria::{ALIAS, DUPLICATE_KEY, SYNTAX, TOO_LARGE};
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::Text;

/// Most keys and values that are read; a set of 10,000 lines has about 60,000.
const MOST: usize = 200_000;

/// Collection that is still open while the file is read.
enum Open {
    List(Span, Vec<Node>),
    Map(Span, Vec<Entry>, Option<(String, bool, Span)>, BTreeMap<String, usize>),
}

/// Builds the tree from the parser's events.
struct Builder<'a> {
    source: &'a Source,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    findings: Vec<Finding>,
}

/// What one reading of a text came to.
#[derive(Debug)]
pub struct Attempt {
    /// The tree; `None` where reading ended early, or nothing is written.
    pub root: Option<Node>,
    /// Where and why reading ended early.
    pub broken: Option<Broken>,
    /// What was found on the way.
    pub findings: Vec<Finding>,
}

/// Fault that ends the reading.
#[derive(Debug)]
pub struct Broken {
    /// What is told of it.
    pub finding: Finding,
    /// Line at which the parser stopped, which may be below the one that is told; `None` where nothing more is to be read.
    pub line: Option<usize>,
}

/// Takes a text apart, as far as it can be read.
pub fn attempt(source: &Source) -> Attempt {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        block_nesting_limit: DEEPEST,
        flow_nesting_limit: DEEPEST,
    };
    let mut builder = Builder { source, open: Vec::new(), root: None, nodes: 0, findings: Vec::new() };
    for event in Parser::new_from_str_with_options(source.text(), options) {
        let taken = match event {
            Ok((event, marks)) => builder.take(event, &marks).map_err(|finding| (*finding, None)),
            Err(error) => Err((syntax::finding(&error, source, builder.innermost()), Some(error.marker().line()))),
        };
        if let Err((finding, line)) = taken {
            return Attempt { root: None, broken: Some(Broken { finding, line }), findings: builder.findings };
        }
    }
    if builder.root.is_none() {
        let empty = text!("tệp không có nội dung", "the file has no content");
        builder.findings.push(Finding::new(&SYNTAX, empty).at(Place::file(source.file())));
    }
    Attempt { root: builder.root, broken: None, findings: builder.findings }
}

impl Builder<'_> {
    /// Takes one event; an error ends the reading.
    fn take(&mut self, event: Event<'_>, marks: &Marks) -> Result<(), Box<Finding>> {
        let span = Span::new(marks);
        match event {
            Event::Scalar(words, style, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), span);
                let quoted = style != granit_parser::ScalarStyle::Plain;
                let comment = if quoted { None } else { self.source.comment_behind(marks) };
                self.put(Node { span, content: Content::Scalar { text: words.into_owned(), quoted, comment } })
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
                    text!("tệp có nhiều tài liệu YAML ngăn nhau bằng “---”", "the file holds several YAML documents, separated by “---”");
                let help = text!("Giữ một tài liệu trong một tệp.", "Keep one document to a file.");
                Err(Box::new(Finding::new(&SYNTAX, message).help(help).at(self.source.span_place(span))))
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
    fn enter(&mut self, open: Open, span: Span) -> Result<(), Box<Finding>> {
        self.open.push(open);
        if self.open.len() > DEEPEST {
            return self.stop(syntax::too_deep(), span);
        }
        Ok(())
    }

    /// Puts a finished node where it belongs: as a key, a value, an item, or the root.
    fn put(&mut self, node: Node) -> Result<(), Box<Finding>> {
        self.nodes += 1;
        if self.nodes > MOST {
            return self.stop(text!("có hơn {MOST} khóa và giá trị", "holds more than {MOST} keys and values"), node.span);
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, waiting, lines)) => match (waiting.take(), node.content) {
                (Some((key, quoted, at)), content) => {
                    entries.push(Entry { key, quoted, at, value: Node { span: node.span, content } });
                }
                (None, Content::Scalar { text, quoted, .. }) => {
                    *waiting = Some((text.clone(), quoted, node.span));
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
                    *waiting = Some((String::new(), true, node.span));
                    let message =
                        text!("khóa phải là một từ, không phải danh sách hay nhóm", "a key must be a word, not a list or a mapping");
                    self.fault(Finding::new(&SYNTAX, message), node.span);
                }
            },
        }
        Ok(())
    }

    /// Ends the reading of what is too large.
    fn stop(&self, message: Text, span: Span) -> Result<(), Box<Finding>> {
        Err(Box::new(Finding::new(&TOO_LARGE, message).at(self.source.span_place(span))))
    }
}
