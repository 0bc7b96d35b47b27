//! The names that stand in a template: in its text, however Word cut it into runs, and on its content controls.

use std::collections::BTreeSet;
use std::ops::Range;

use super::plain;
use super::tree::Element;
use crate::text;
use crate::text::Text;
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
    /// Words that it stands among.
    pub among: Among,
}

/// Words that a name stands among, by which a person finds it: Word shows no addresses.
#[derive(Clone, Debug, Default)]
pub enum Among {
    /// None.
    #[default]
    Nothing,
    /// A paragraph's.
    Paragraph(String),
    /// Those of a row of a table, cell by cell.
    Row(String),
}

impl Among {
    /// Says where that is, behind what is said of the name.
    pub fn told(&self) -> Text {
        match self {
            Self::Nothing => Text::default(),
            Self::Paragraph(words) => text!("; ở đoạn “{words}”", "; in the paragraph “{words}”"),
            Self::Row(words) => text!("; ở hàng “{words}” của bảng", "; in the row “{words}” of a table"),
        }
    }
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

/// Gives the text of all that is in an element, its paragraphs parted.
fn words_in(xml: &str, element: &Element<'_>) -> String {
    let mut words = Vec::new();
    element.each(&|_| false, &mut |inner| {
        if inner.name == "w:p" {
            words.push(marked(xml, inner).words);
        }
    });
    words.retain(|words| !words.trim().is_empty());
    excerpt(&words.join(" | "))
}

/// What is known of an element from those that it stands in.
#[derive(Clone, Default)]
struct Around {
    /// Lists whose names stand in its row.
    lists: BTreeSet<String>,
    /// Words that it stands among.
    among: Among,
}

impl Names {
    /// Takes the names of a part.
    pub fn take(&mut self, xml: &str, root: &Element<'_>, known: &[&str]) {
        self.go(xml, root, known, &Around::default());
    }

    fn go(&mut self, xml: &str, element: &Element<'_>, known: &[&str], around: &Around) {
        let is_known = |name: &str| known.contains(&name);
        for child in &element.children {
            match child.name {
                "w:tr" => {
                    let (lists, words) = (lists_of(xml, child, &is_known), words_in(xml, child));
                    let among = if words.is_empty() { Among::Nothing } else { Among::Row(words) };
                    self.go(xml, child, known, &Around { lists, among });
                }
                "w:sdt" => {
                    // A control around rows may be called by the list itself.
                    let name = called(child, &is_known).filter(|name| !known.iter().any(|one| list_of(one) == Some(&plain(name))));
                    if let Some(typed) = name {
                        let among = match &around.among {
                            Among::Nothing => Some(words_in(xml, child)).filter(|words| !words.is_empty()).map(Among::Paragraph),
                            among => Some(among.clone()),
                        };
                        self.add(typed, true, &Around { among: among.unwrap_or_default(), ..around.clone() });
                    }
                    self.go(xml, child, known, around);
                }
                "w:p" => {
                    let found = marked(xml, child);
                    let among = match &around.among {
                        Among::Row(words) => Among::Row(words.clone()),
                        _ if found.words.trim().is_empty() => Among::Nothing,
                        _ => Among::Paragraph(excerpt(&found.words)),
                    };
                    let around = Around { among, ..around.clone() };
                    found.marks.into_iter().for_each(|(_, typed)| self.add(typed, false, &around));
                    if found.unclosed {
                        self.unclosed.push(excerpt(&found.words));
                    }
                    self.go(xml, child, known, &around);
                }
                _ => self.go(xml, child, known, around),
            }
        }
    }

    /// Adds a name.
    fn add(&mut self, typed: String, control: bool, around: &Around) {
        let name = plain(&typed);
        let stands = match list_of(&name) {
            Some(list) if !around.lists.contains(list) => Stand::OutOfRow,
            Some(_) if around.lists.len() > 1 => Stand::TwoLists,
            _ => Stand::Well,
        };
        self.all.push(Mention { typed, name, control, stands, among: around.among.clone() });
    }
}
