//! XML of a workbook, piece by piece. Text comes in one form however it is written: plain, as CDATA, by references to
//! characters; comments are nothing.

use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::refusal::Refusal;

/// Most bytes of a part in UTF-16, which is held as a whole.
const LARGEST_WIDE: u64 = 16 << 20;
/// Most bytes of a part that are held as a whole: XML in memory is read without copying each piece of it, and nearly all
/// parts of forms are smaller.
pub(super) const MOST_HELD: u64 = 2 << 20;
/// Mark before a text in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";
/// Bytes that a declaration of the encoding stands in.
const HEAD: u64 = 256;
/// Stands for what a document writes and no reader knows, so that it is not passed over.
const UNKNOWN: char = '\u{FFFD}';

/// Piece of XML.
pub(super) enum Piece<'a> {
    /// Element that begins.
    Start(&'a Element<'a>),
    /// Element that ends; its name as written, with its prefix.
    End(&'a str),
    /// Text between.
    Text(&'a str),
}

/// Element that begins.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Gives its name as written, with its prefix.
    pub fn name(&self) -> &str {
        self.0.name().into_inner()
    }

    /// Gives its name without prefix.
    pub fn local(&self) -> &str {
        local(self.name())
    }

    /// Reads an attribute by its name as written.
    pub fn get(&self, key: &str) -> Option<String> {
        self.find(|name| name == key)
    }

    /// Reads an attribute whatever its prefix.
    pub fn get_local(&self, key: &str) -> Option<String> {
        self.find(|name| local(name) == key)
    }

    /// Goes through the attributes, by their names without prefix.
    pub fn attributes(&self, mut take: impl FnMut(&str, &str)) {
        for attribute in self.0.attributes().with_checks(false).flatten() {
            if let Ok(value) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
                take(local(attribute.key.into_inner()), &value);
            }
        }
    }

    fn find(&self, is_it: impl Fn(&str) -> bool) -> Option<String> {
        let found = self.0.attributes().with_checks(false).flatten().find(|attribute| is_it(attribute.key.into_inner()))?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }
}

/// Somebody for whom XML is gone through.
pub(super) trait Taker {
    /// Takes the next piece.
    fn take(&mut self, piece: Piece<'_>) -> Result<(), Refusal>;

    /// Takes whole elements from the beginning of XML that is held in memory, where it knows them at a glance; gives how many
    /// bytes they are. They don't come as pieces then.
    fn glance(&mut self, _: &[u8]) -> Result<usize, Refusal> {
        Ok(0)
    }
}

/// Takes every piece by itself.
pub(super) struct Pieces<F>(pub F);

impl<F: FnMut(Piece<'_>) -> Result<(), Refusal>> Taker for Pieces<F> {
    fn take(&mut self, piece: Piece<'_>) -> Result<(), Refusal> {
        (self.0)(piece)
    }
}

/// Takes the prefix off a name.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Goes through the XML of a part.
pub(super) fn each(mut part: impl Read, taker: &mut impl Taker) -> Result<(), Refusal> {
    let mut held = Vec::new();
    part.by_ref().take(MOST_HELD + 1).read_to_end(&mut held).map_err(|error| damaged(&error))?;
    if (held.len() as u64) <= MOST_HELD {
        return each_held(&held, taker);
    }
    each_streamed(Cursor::new(held).chain(part), taker)
}

/// Goes through XML that is held as a whole.
pub(super) fn each_held(held: &[u8], taker: &mut impl Taker) -> Result<(), Refusal> {
    if wide(held).is_some() || !names_utf8(head(held)) {
        return each_streamed(held, taker);
    }
    let held = held.strip_prefix(MARK).unwrap_or(held);
    let mut reader = Reader::from_reader(held);
    reader.config_mut().expand_empty_elements = true;
    loop {
        let event = reader.read_event();
        let (begins, ends) = (matches!(event, Ok(Event::Start(_))), matches!(event, Ok(Event::End(_))));
        if !give(event, taker)? {
            return Ok(());
        }
        // Behind the beginning of an empty element comes its end, which is no byte of the XML.
        let rest = reader.get_mut();
        let is_empty = || held.get(..held.len() - rest.len()).is_some_and(|before| before.ends_with(b"/>"));
        if ends || (begins && !is_empty()) {
            let taken = taker.glance(rest)?;
            *rest = rest.get(taken..).unwrap_or_default();
        }
    }
}

/// Goes through XML as it comes, whatever its encoding.
fn each_streamed(part: impl Read, taker: &mut impl Taker) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(utf8(part)?);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    while give(reader.read_event_into(&mut buffer), taker)? {
        buffer.clear();
    }
    Ok(())
}

/// Gives the piece of an event; tells whether more may follow.
fn give(event: Result<Event<'_>, quick_xml::Error>, taker: &mut impl Taker) -> Result<bool, Refusal> {
    match event.map_err(|error| damaged(&error))? {
        Event::Eof => return Ok(false),
        Event::Start(start) => taker.take(Piece::Start(&Element(start)))?,
        Event::End(end) => taker.take(Piece::End(end.name().into_inner()))?,
        Event::Text(words) => taker.take(Piece::Text(&words.xml10_content()))?,
        Event::CData(words) => taker.take(Piece::Text(&words.xml10_content()))?,
        Event::GeneralRef(reference) => taker.take(Piece::Text(character(&reference).encode_utf8(&mut [0; 4])))?,
        _ => {}
    }
    Ok(true)
}

/// Gives the letter that a reference stands for. A document's own entities mean nothing.
fn character(reference: &BytesRef<'_>) -> char {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => letter,
        Ok(None) => quick_xml::escape::resolve_predefined_entity(reference).and_then(|known| known.chars().next()).unwrap_or(UNKNOWN),
        Err(_) => UNKNOWN,
    }
}

/// Says that XML can't be read.
pub(super) fn damaged(error: &dyn std::fmt::Display) -> Refusal {
    Refusal::Damaged(error.to_string())
}

/// Gives a part as UTF-8, which all writers use but a few old ones; `Err` for other encodings, where a figure would read
/// differently.
fn utf8(part: impl Read) -> Result<impl BufRead, Refusal> {
    let mut part = BufReader::with_capacity(64 << 10, part);
    let mut head = Vec::new();
    part.by_ref().take(HEAD).read_to_end(&mut head).map_err(|error| damaged(&error))?;
    let Some(unit) = wide(&head) else {
        return if names_utf8(&head) {
            let head = head.strip_prefix(MARK).map_or_else(|| head.clone(), <[u8]>::to_vec);
            Ok(Either::Plain(Cursor::new(head).chain(part)))
        } else {
            Err(Refusal::Damaged("XML: not UTF-8".into()))
        };
    };
    part.take(LARGEST_WIDE).read_to_end(&mut head).map_err(|error| damaged(&error))?;
    let units = head.chunks_exact(2).filter_map(|two| two.try_into().ok()).map(unit);
    let text: String = char::decode_utf16(units).map(|letter| letter.unwrap_or(UNKNOWN)).collect();
    // What the text says of its encoding is true no more.
    let text = text.trim_start_matches('\u{FEFF}').replacen("UTF-16", "UTF-8", 1).replacen("utf-16", "utf-8", 1);
    Ok(Either::Wide(Cursor::new(text.into_bytes())))
}

/// Gives how two bytes make one unit of UTF-16, where a part is in it.
fn wide(part: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    match part {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => Some(u16::from_le_bytes),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// Gives the bytes that the declaration of the encoding stands in.
fn head(part: &[u8]) -> &[u8] {
    usize::try_from(HEAD).ok().and_then(|length| part.get(..length)).unwrap_or(part)
}

/// Tells whether XML names no other encoding than UTF-8.
fn names_utf8(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head.strip_prefix(MARK).unwrap_or(head)).to_ascii_lowercase();
    let declaration = head.split("?>").next().unwrap_or_default();
    let named = declaration.starts_with("<?xml").then(|| declaration.split("encoding").nth(1)).flatten();
    !declaration.contains('\0') && named.is_none_or(|name| name.contains("utf-8") || name.contains("us-ascii"))
}

/// Part as it comes, or decoded.
enum Either<A, B> {
    Plain(A),
    Wide(B),
}

impl<A: Read, B: Read> Read for Either<A, B> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::Plain(part) => part.read(buffer),
            Self::Wide(part) => part.read(buffer),
        }
    }
}

impl<A: BufRead, B: BufRead> BufRead for Either<A, B> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        match self {
            Self::Plain(part) => part.fill_buf(),
            Self::Wide(part) => part.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        match self {
            Self::Plain(part) => part.consume(amount),
            Self::Wide(part) => part.consume(amount),
        }
    }
}
