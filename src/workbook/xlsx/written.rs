//! Text as nearly every program writes it into XML, read off the bytes.

use std::borrow::Cow;

use memchr::memchr;

/// References that stand for a letter in XML; others are left to the parser.
const REFERENCES: [(&str, char); 5] = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"'), ("&apos;", '\'')];

/// Takes text up to its end tag; gives it as written, and what follows. `None` where anything but letters and known
/// references stands in it.
pub fn text<'x>(xml: &'x [u8], end: &[u8]) -> Option<(&'x str, &'x [u8])> {
    let length = memchr(b'<', xml)?;
    let (written, rest) = (std::str::from_utf8(xml.get(..length)?).ok()?, xml.get(length..)?.strip_prefix(end)?);
    let known = |rest: &str| REFERENCES.iter().any(|(reference, _)| rest.starts_with(reference));
    // A line end may be written in several ways, which XML reads as one.
    let plain = !written.contains('\r') && written.match_indices('&').all(|(at, _)| written.get(at..).is_some_and(known));
    plain.then_some((written, rest))
}

/// Gives the letters that text with known references stands for.
pub fn letters(written: &str) -> Cow<'_, str> {
    if !written.contains('&') {
        return written.into();
    }
    let mut read = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, behind)) = rest.split_once('&') {
        read.push_str(before);
        let known = REFERENCES.iter().find_map(|(reference, letter)| Some((letter, behind.strip_prefix(reference.get(1..)?)?)));
        let Some((letter, behind)) = known else { break };
        read.push(*letter);
        rest = behind;
    }
    read.push_str(rest);
    read.into()
}
