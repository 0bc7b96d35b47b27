//! XML as a tree of elements that know where they stand in it, so that whatever isn't changed is copied as it is.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Most elements inside of one another; Word itself needs some dozens.
const DEEPEST: usize = 200;

/// Element of a part.
#[derive(Debug, Default)]
pub struct Element<'a> {
    /// Its name with its prefix.
    pub name: &'a str,
    /// The whole element.
    pub whole: Range<usize>,
    /// What stands between its beginning and its end.
    pub inside: Range<usize>,
    /// Its `w:val`, of elements that have one.
    pub val: Option<String>,
    /// Elements in it.
    pub children: Vec<Self>,
}

/// Reads XML; nothing where it isn't whole.
pub fn read(xml: &str) -> Option<Element<'_>> {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element { whole: 0..xml.len(), inside: 0..xml.len(), ..Element::default() }];
    loop {
        let from = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let to = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(start) => {
                open.push(begun(xml, &start, from, to)?);
                if open.len() > DEEPEST {
                    return None;
                }
            }
            Event::Empty(start) => {
                let one = begun(xml, &start, from, to)?;
                open.last_mut()?.children.push(one);
            }
            Event::End(_) => {
                let mut done = open.pop()?;
                (done.inside.end, done.whole.end) = (from, to);
                open.last_mut()?.children.push(done);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    (open.len() == 1).then(|| open.pop()).flatten()
}

/// Makes the element that begins here.
fn begun<'a>(xml: &'a str, start: &BytesStart<'_>, from: usize, to: usize) -> Option<Element<'a>> {
    let length = start.name().as_ref().len();
    let name = xml.get(from + 1..from + 1 + length)?;
    let val = start.attributes().with_checks(false).flatten().find(|one| one.key.as_ref() == "w:val");
    let val = val.and_then(|one| one.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned));
    Some(Element { name, whole: from..to, inside: to..to, val, children: Vec::new() })
}

impl<'a> Element<'a> {
    /// Finds an element right inside.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Goes through everything inside, but not into what `stop` says.
    pub fn each<'t>(&'t self, stop: &impl Fn(&Self) -> bool, see: &mut impl FnMut(&'t Self)) {
        for child in &self.children {
            if !stop(child) {
                see(child);
                child.each(stop, see);
            }
        }
    }

    /// Gives its text.
    pub fn words(&self, xml: &'a str) -> String {
        let raw = xml.get(self.inside.clone()).unwrap_or_default();
        quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned)
    }
}
