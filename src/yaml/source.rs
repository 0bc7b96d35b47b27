//! The text of a file, cut into lines, and places in it.

use granit_parser::Span as Marks;

use crate::finding::Place;

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

    /// Gives the place of a comment that follows a plain value on its last line, with nothing but blanks between.
    pub fn comment_behind(&self, marks: &Marks) -> Option<Span> {
        self.comment_at(marks.end.line(), marks.end.col())
    }

    /// Gives the place of a comment that follows on a line, after so many characters and blanks.
    pub fn comment_at(&self, line: usize, characters: usize) -> Option<Span> {
        let words = self.line(line)?;
        let rest = words.char_indices().nth(characters).and_then(|(at, _)| words.get(at..))?;
        let comment = rest.trim_start();
        // What is read ends before the blanks: “Tổ#1” is one text.
        let column = (comment.len() < rest.len()).then(|| characters + rest.chars().count() - comment.chars().count() + 1)?;
        comment.starts_with('#').then_some(Span { line, column, length: usize::MAX })
    }

    /// Gives a line without the blanks around it, with other words in some places.
    pub fn rewritten(&self, line: usize, changes: &[(Span, &str)]) -> String {
        let mut letters: Vec<char> = self.line(line).unwrap_or_default().chars().collect();
        let mut changes: Vec<&(Span, &str)> = changes.iter().filter(|(span, _)| span.line == line).collect();
        changes.sort_by_key(|(span, _)| std::cmp::Reverse(span.column));
        for (span, words) in changes {
            let start = span.column.saturating_sub(1).min(letters.len());
            let end = start.saturating_add(span.length).min(letters.len());
            letters.splice(start..end, words.chars());
        }
        letters.into_iter().collect::<String>().trim().to_owned()
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
    /// Takes over what the parser marks.
    pub fn new(marks: &Marks) -> Self {
        let (start, end) = (marks.start, marks.end);
        // What goes on over several lines is marked to the end of the first.
        let length = if end.line() > start.line() { usize::MAX } else { end.col().saturating_sub(start.col()).max(1) };
        Self { line: start.line(), column: start.col() + 1, length }
    }
}
