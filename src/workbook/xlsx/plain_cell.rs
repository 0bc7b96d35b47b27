//! Cells written as nearly every program writes them, read off the bytes without a parser of XML: they are three quarters of
//! all XML of a form, most of it formulas of which nothing is read.
//!
//! What is not written exactly like that is left to the parser, so that no cell comes out otherwise.

use memchr::memchr;

use super::open::{Formula, Kind, Open};
use super::written::{letters, text};
use crate::workbook::address::anywhere;

/// Reads the cell at the beginning of XML: `<c r="B2" s="5" t="s"><v>7</v></c>`, with a formula before its value or without.
/// Gives it, standing at `next` where it names no address, and the bytes it takes.
pub fn read(xml: &[u8], next: (u32, u32)) -> Option<(Open<'_>, usize)> {
    let mut rest = xml.strip_prefix(b"<c")?;
    let mut open = Open::standing(next.0, next.1);
    loop {
        if let Some(behind) = rest.strip_prefix(b"/>") {
            return Some((open, xml.len() - behind.len()));
        }
        if let Some(behind) = rest.strip_prefix(b">") {
            rest = behind;
            break;
        }
        rest = attribute(rest.strip_prefix(b" ")?, &mut open)?;
    }
    if let Some(behind) = rest.strip_prefix(b"<f>") {
        let (written, behind) = text(behind, b"</f>")?;
        open.formula = Some(Formula::Written(written));
        rest = behind;
    }
    if let Some(behind) = rest.strip_prefix(b"<v>") {
        let (written, behind) = text(behind, b"</v>")?;
        open.value = Some(letters(written));
        rest = behind;
    }
    let behind = rest.strip_prefix(b"</c>")?;
    Some((open, xml.len() - behind.len()))
}

/// Reads an attribute into a cell; gives what follows it.
fn attribute<'x>(xml: &'x [u8], open: &mut Open<'_>) -> Option<&'x [u8]> {
    let (name, value) = (xml.first()?, xml.get(1..)?.strip_prefix(b"=\"")?);
    let end = memchr(b'"', value)?;
    let (value, rest) = (std::str::from_utf8(value.get(..end)?).ok()?, value.get(end + 1..)?);
    if !value.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    match name {
        b'r' => open.at = anywhere(value)?,
        b's' => open.style = value.parse().ok()?,
        b't' => open.kind = Kind::named(value),
        _ => return None,
    }
    Some(rest)
}
