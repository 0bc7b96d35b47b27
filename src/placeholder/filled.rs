//! A part of a template, filled in.

use std::collections::BTreeMap;

use super::names::{called, list_of, lists_of, marked};
use super::plain;
use super::tree::Element;
use crate::account::{OPEN, Values};

/// Line of a list that a row is written for.
#[derive(Clone, Copy)]
struct ListItem<'v> {
    list: &'v str,
    /// Its values; `None` where the list has no line, so that the place is left open.
    values: Option<&'v BTreeMap<&'static str, String>>,
    /// Whether the row was written before: what may stand once alone is left out then.
    again: bool,
}

/// Writes a part with what is filled in.
struct Writer<'x, 'v> {
    xml: &'x str,
    values: &'v Values,
    to: String,
    /// New text of elements, by where they begin.
    words: BTreeMap<usize, String>,
    /// What is put in before the end of elements, by where they begin.
    added: BTreeMap<usize, String>,
    /// Whether each of the tables that are open keeps a row, whatever lists have no line.
    keeps: Vec<bool>,
}

/// Fills in a part.
pub fn fill(xml: &str, root: &Element<'_>, values: &Values) -> String {
    let mut writer =
        Writer { xml, values, to: String::with_capacity(xml.len()), words: BTreeMap::new(), added: BTreeMap::new(), keeps: Vec::new() };
    writer.inside(root, None, false);
    writer.to
}

impl<'x, 'v> Writer<'x, 'v> {
    /// Tells whether a run fills a name.
    fn fills(&self, name: &str) -> bool {
        match list_of(name) {
            Some(_) => has_column(self.values, name),
            None => self.values.single.contains_key(name),
        }
    }

    /// Gives what is written for a name; nothing where it can't be filled here.
    fn value(&self, name: &str, line: Option<ListItem<'v>>) -> Option<String> {
        let name = plain(name);
        let Some(list) = list_of(&name) else {
            return self.values.single.get(name.as_str()).map(|value| if value.is_empty() { OPEN.into() } else { value.clone() });
        };
        let line = line.filter(|line| line.list == list)?;
        match line.values {
            None => self.fills(&name).then(|| OPEN.to_owned()),
            Some(values) => values.get(name.as_str()).cloned(),
        }
    }

    fn raw(&mut self, from: usize, to: usize) {
        self.to.push_str(self.xml.get(from..to).unwrap_or_default());
    }

    /// Writes an element with everything in it.
    fn element(&mut self, element: &Element<'x>, line: Option<ListItem<'v>>, bare: bool) {
        match element.name {
            "w:tr" if line.is_none() => {
                let Some((list, lines)) = self.list_in(element) else { return self.plain(element, line, bare) };
                for (n, values) in lines.iter().enumerate() {
                    self.plain(element, Some(ListItem { list, values: Some(values), again: n > 0 }), bare);
                }
                // A table without a row is none: there the place stays open.
                if lines.is_empty() && !self.keeps.last().is_some_and(|keeps| *keeps) {
                    self.plain(element, Some(ListItem { list, values: None, again: false }), bare);
                }
            }
            "w:tbl" => {
                self.keeps.push(self.keeps_a_row(element));
                self.plain(element, line, bare);
                self.keeps.pop();
            }
            "w:sdt" => self.control(element, line, bare),
            "w:p" => {
                self.paragraph(element, line);
                self.plain(element, line, bare);
            }
            "w:t" => match self.words.remove(&element.whole.start) {
                Some(words) => self.to.push_str(&text(&words)),
                None => self.raw(element.whole.start, element.whole.end),
            },
            // A second element of the same id, or of the same name, makes Word repair the file.
            "w:bookmarkStart" | "w:bookmarkEnd" if line.is_some_and(|line| line.again) => {}
            "w:rStyle" if bare => {}
            _ => self.plain(element, line, bare),
        }
    }

    /// Gives the one list whose names stand in a row, with its lines.
    fn list_in(&self, row: &Element<'x>) -> Option<(&'v str, &'v [BTreeMap<&'static str, String>])> {
        let lists = lists_of(self.xml, row, &|name| self.fills(name));
        let one = lists.first().filter(|_| lists.len() == 1)?;
        self.values.lists.get_key_value(one.as_str()).map(|(list, lines)| (*list, lines.as_slice()))
    }

    /// Tells whether a table keeps a row once rows of lists without a line are gone.
    fn keeps_a_row(&self, table: &Element<'x>) -> bool {
        let mut keeps = false;
        table.each(&|inner| inner.name == "w:tbl", &mut |inner| {
            keeps |= inner.name == "w:tr" && self.list_in(inner).is_none_or(|(_, lines)| !lines.is_empty());
        });
        keeps
    }

    /// Writes an element as it is, and what is in it.
    fn plain(&mut self, element: &Element<'x>, line: Option<ListItem<'v>>, bare: bool) {
        let begin = self.xml.get(element.whole.start..element.inside.start).unwrap_or_default();
        let begin = if line.is_some_and(|line| line.again) { without_ids(begin) } else { begin.to_owned() };
        match self.added.remove(&element.whole.start) {
            Some(added) if begin.ends_with("/>") => {
                self.to.push_str(begin.trim_end_matches("/>"));
                self.to.push('>');
                self.to.push_str(&added);
                self.to.push_str("</");
                self.to.push_str(element.name);
                self.to.push('>');
                return;
            }
            Some(added) => {
                self.to.push_str(&begin);
                self.inside(element, line, bare);
                self.to.push_str(&added);
            }
            None => {
                self.to.push_str(&begin);
                self.inside(element, line, bare);
            }
        }
        self.raw(element.inside.end, element.whole.end);
    }

    /// Writes what is in an element.
    fn inside(&mut self, element: &Element<'x>, line: Option<ListItem<'v>>, bare: bool) {
        let mut at = element.inside.start;
        for child in &element.children {
            self.raw(at, child.whole.start);
            self.element(child, line, bare);
            at = child.whole.end;
        }
        self.raw(at, element.inside.end.max(at));
    }

    /// Settles the new text of a paragraph: a value stands where its name began, in the manner of that letter.
    fn paragraph(&mut self, paragraph: &Element<'x>, line: Option<ListItem<'v>>) {
        let found = marked(self.xml, paragraph);
        let marks: Vec<_> = found.marks.iter().filter_map(|(range, name)| Some((range, self.value(name, line)?))).collect();
        if marks.is_empty() {
            return;
        }
        for (leaf, range) in &found.leaves {
            // What a control settled stands.
            if self.words.contains_key(&leaf.whole.start) || !marks.iter().any(|(mark, _)| mark.start < range.end && range.start < mark.end)
            {
                continue;
            }
            let (mut words, mut at) = (String::new(), range.start);
            for (mark, value) in marks.iter().filter(|(mark, _)| mark.start < range.end && range.start < mark.end) {
                words.push_str(found.words.get(at..mark.start.max(at)).unwrap_or_default());
                if mark.start >= range.start {
                    words.push_str(value);
                }
                at = mark.end.min(range.end);
            }
            words.push_str(found.words.get(at..range.end).unwrap_or_default());
            self.words.insert(leaf.whole.start, words);
        }
    }

    /// Writes a content control; its text is the value where it is called by a name.
    fn control(&mut self, control: &Element<'x>, line: Option<ListItem<'v>>, bare: bool) {
        let value = called(control, &|name| self.fills(name)).and_then(|name| self.value(&name, line));
        let (Some(value), Some(content)) = (value, control.child("w:sdtContent")) else {
            return self.sdt(control, line, bare, false);
        };
        let mut leaves = Vec::new();
        content.each(&|_| false, &mut |inner| {
            if inner.name == "w:t" {
                leaves.push(inner.whole.start);
            }
        });
        if leaves.is_empty() {
            let mut holder = content;
            content.each(&|_| false, &mut |inner| {
                if inner.name == "w:p" && holder.name != "w:p" {
                    holder = inner;
                }
            });
            self.added.insert(holder.whole.start, format!("<w:r>{}</w:r>", text(&value)));
        }
        for (n, leaf) in leaves.into_iter().enumerate() {
            self.words.insert(leaf, if n == 0 { value.clone() } else { String::new() });
        }
        self.sdt(control, line, bare, true);
    }

    /// Writes the parts of a control; of one that was filled without what says that it still is to be.
    fn sdt(&mut self, control: &Element<'x>, line: Option<ListItem<'v>>, bare: bool, filled: bool) {
        let said = control.child("w:sdtPr");
        let shows_hint = said.is_some_and(|said| said.child("w:showingPlcHdr").is_some());
        let mut at = control.whole.start;
        for child in &control.children {
            self.raw(at, child.whole.start);
            at = child.whole.end;
            if child.name != "w:sdtPr" {
                self.element(child, line, bare || (filled && shows_hint));
                continue;
            }
            self.raw(child.whole.start, child.inside.start);
            let mut inner = child.inside.start;
            for one in &child.children {
                self.raw(inner, one.whole.start);
                inner = one.whole.end;
                let again = line.is_some_and(|line| line.again) && one.name == "w:id";
                let hint = filled && ["w:showingPlcHdr", "w:dataBinding", "w15:dataBinding"].contains(&one.name);
                if !again && !hint {
                    self.raw(one.whole.start, one.whole.end);
                }
            }
            self.raw(inner, child.whole.end);
        }
        self.raw(at, control.whole.end);
    }
}

/// Tells whether a list has a column of this name; of a list without lines every name of it counts.
fn has_column(values: &Values, name: &str) -> bool {
    let lines = list_of(name).and_then(|list| values.lists.get(list));
    lines.is_some_and(|lines| lines.first().is_none_or(|line| line.contains_key(name)))
}

/// Takes out what names a paragraph or a row to Word, of which there may be one alone.
fn without_ids(begin: &str) -> String {
    let mut kept = String::new();
    let mut rest = begin;
    while let Some(at) = [" w14:paraId=\"", " w14:textId=\""].iter().filter_map(|key| rest.find(key)).min() {
        let (before, behind) = rest.split_at(at);
        kept.push_str(before);
        rest = behind.splitn(3, '"').nth(2).unwrap_or_default();
    }
    kept + rest
}

/// Makes the text of a run; lines are parted as Word parts them.
fn text(words: &str) -> String {
    let lines = words.split('\n').map(|line| {
        let mut escaped = String::new();
        for letter in line.chars().filter(|letter| *letter >= ' ' && !matches!(letter, '\u{FFFE}' | '\u{FFFF}')) {
            match letter {
                '&' => escaped.push_str("&amp;"),
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                other => escaped.push(other),
            }
        }
        format!(r#"<w:t xml:space="preserve">{escaped}</w:t>"#)
    });
    lines.collect::<Vec<_>>().join("<w:br/>")
}
