//! The names that stand in a template: in its text, however Word cut it into runs, and on its content controls.

use std::collections::BTreeSet;
use std::ops::Range;

use super::plain;
use super::tree::Element;
use crate::text::fold::excerpt;

/// Names of a template.
#[derive(Debug, Default)]
pub struct Names {
    /// All that was found, from the top.
    pub all: Vec<Mention>,
    /// Paragraphs in which a name is begun and not ended.
    pub unclosed: Vec<String>,
}

/// Name as it stands in a template.
#[derive(Debug)]
pub struct Mention {
    /// As it was typed.
    pub typed: String,
    /// In the one form.
    pub name: String,
    /// Whether it is that of a content control.
    pub control: bool,
    /// Whether it can be filled where it stands.
    pub stands: Stand,
}

/// Whether a name can be filled where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It can.
    Well,
    /// It belongs to a list, and stands in no row.
    OutOfRow,
    /// The row holds names of another list, too.
    TwoLists,
}

/// Text of a paragraph with the names in it.
#[derive(Debug, Default)]
pub struct Marked<'t, 'a> {
    /// Elements that its text stands in, each with where it stands in the text.
    pub leaves: Vec<(&'t Element<'a>, Range<usize>)>,
    /// Text of all of them.
    pub words: String,
    /// Names, and where they stand with their braces.
    pub marks: Vec<(Range<usize>, String)>,
    /// Whether a name is begun and not ended.
    pub unclosed: bool,
}

/// Reads the text of a paragraph, but not that of paragraphs inside of it.
pub fn marked<'t, 'a>(xml: &'a str, paragraph: &'t Element<'a>) -> Marked<'t, 'a> {
    let mut found = Marked::default();
    paragraph.each(&|inner| inner.name == "w:p", &mut |inner| {
        if inner.name == "w:t" {
            let from = found.words.len();
            found.words.push_str(&inner.words(xml));
            found.leaves.push((inner, from..found.words.len()));
        }
    });
    let mut from = 0;
    while let Some(begin) = found.words.get(from..).and_then(|rest| rest.find("{{")).map(|at| from + at) {
        let rest = found.words.get(begin + 2..).unwrap_or_default();
        let end = rest.find("}}").filter(|end| rest.find("{{").is_none_or(|next| next > *end));
        let Some(end) = end else {
            found.unclosed = true;
            from = begin + 2;
            continue;
        };
        let typed = rest.get(..end).unwrap_or_default().trim().to_owned();
        from = begin + 2 + end + 2;
        found.marks.push((begin..from, typed));
    }
    found
}

/// Gives what a content control is called: by its tag where that is a name of ours, else by its alias; else its tag.
pub fn called(control: &Element<'_>, known: &dyn Fn(&str) -> bool) -> Option<String> {
    let said = control.child("w:sdtPr")?;
    let of = |name: &str| said.child(name).and_then(|one| one.val.clone()).filter(|val| !val.trim().is_empty());
    let (tag, alias) = (of("w:tag"), of("w:alias"));
    let ours = |name: &Option<String>| name.clone().filter(|name| known(&plain(name)));
    ours(&tag).or_else(|| ours(&alias)).or(tag).or(alias)
}

/// Gives the list that a name is of.
pub fn list_of(name: &str) -> Option<&str> {
    name.split_once('.').map(|(list, _)| list)
}

/// Lists the lists whose names stand in a row, but not in a table inside of it.
pub fn lists_of(xml: &str, row: &Element<'_>, known: &dyn Fn(&str) -> bool) -> BTreeSet<String> {
    let mut lists = BTreeSet::new();
    row.each(&|inner| inner.name == "w:tbl", &mut |inner| {
        let names = match inner.name {
            "w:p" => marked(xml, inner).marks.into_iter().map(|(_, typed)| typed).collect(),
            "w:sdt" => called(inner, known).into_iter().collect(),
            _ => Vec::new(),
        };
        lists.extend(names.iter().map(|name| plain(name)).filter(|name| known(name)).filter_map(|name| list_of(&name).map(str::to_owned)));
    });
    lists
}

impl Names {
    /// Takes the names of a part.
    pub fn take(&mut self, xml: &str, root: &Element<'_>, known: &[&str]) {
        self.go(xml, root, known, &BTreeSet::new());
    }

    fn go(&mut self, xml: &str, element: &Element<'_>, known: &[&str], row: &BTreeSet<String>) {
        let is_known = |name: &str| known.contains(&name);
        for child in &element.children {
            let mut add = |typed: String, control: bool| {
                let name = plain(&typed);
                let stands = match list_of(&name) {
                    Some(list) if !row.contains(list) => Stand::OutOfRow,
                    Some(_) if row.len() > 1 => Stand::TwoLists,
                    _ => Stand::Well,
                };
                self.all.push(Mention { typed, name, control, stands });
            };
            match child.name {
                "w:tr" => {
                    let lists = lists_of(xml, child, &is_known);
                    self.go(xml, child, known, &lists);
                    continue;
                }
                "w:sdt" => {
                    // A control around rows may be called by the list itself.
                    let name = called(child, &is_known).filter(|name| !known.iter().any(|one| list_of(one) == Some(&plain(name))));
                    if let Some(typed) = name {
                        add(typed, true);
                    }
                }
                "w:p" => {
                    let found = marked(xml, child);
                    found.marks.into_iter().for_each(|(_, typed)| add(typed, false));
                    if found.unclosed {
                        self.unclosed.push(excerpt(&found.words));
                    }
                }
                _ => {}
            }
            self.go(xml, child, known, row);
        }
    }
}
