//! Texts that cells share.

use std::borrow::Cow;

use super::written::{letters, text};
use crate::text;
use crate::workbook::package::Package;
use crate::workbook::refusal::Refusal;
use crate::workbook::rich_text::{RichText, RichTextReader};
use crate::workbook::xml::{Piece, Taker, local};

/// Most texts: twice as many as a book may have cells.
const MOST_STRINGS: usize = 1_000_000;

/// Reads the part of shared texts, however many it says it has; a book need not have one.
pub fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<RichText>, Refusal> {
    let mut reader = SharedTextReader::default();
    package.each_to(part, &mut reader).transpose()?;
    Ok(reader.strings)
}

/// Reads the texts that cells share.
#[derive(Default)]
struct SharedTextReader {
    strings: Vec<RichText>,
    /// Text that is being read.
    open: Option<RichTextReader>,
}

impl SharedTextReader {
    /// Keeps a text, or says that there are too many.
    fn keep(&mut self, text: Option<RichText>) -> Result<(), Refusal> {
        self.strings.extend(text);
        if self.strings.len() > MOST_STRINGS {
            return Err(Refusal::Bomb(text!("tệp có quá nhiều chuỗi ký tự", "it has too many texts")));
        }
        Ok(())
    }
}

impl Taker for SharedTextReader {
    fn take(&mut self, piece: Piece<'_>) -> Result<(), Refusal> {
        match (piece, &mut self.open) {
            (Piece::Start(element), None) if element.local() == "si" => self.open = Some(RichTextReader::default()),
            (Piece::Start(element), Some(text)) => text.start(element),
            (Piece::Text(words), Some(text)) => text.words(words),
            (Piece::End(name), Some(_)) if local(name) == "si" => {
                let text = self.open.take().map(RichTextReader::finish);
                return self.keep(text);
            }
            (Piece::End(name), Some(text)) => text.end(name),
            _ => {}
        }
        Ok(())
    }

    fn glance(&mut self, xml: &[u8]) -> Result<usize, Refusal> {
        let mut rest = xml;
        while let (None, Some((words, behind))) = (&self.open, plain(rest)) {
            self.keep(Some(RichText::plain(&words)))?;
            rest = behind;
        }
        Ok(xml.len() - rest.len())
    }
}

/// Reads a text without runs at the beginning of XML; gives it, and what follows.
fn plain(xml: &[u8]) -> Option<(Cow<'_, str>, &[u8])> {
    let rest = xml.strip_prefix(b"<si><t")?;
    let rest = rest.strip_prefix(b" xml:space=\"preserve\"").unwrap_or(rest).strip_prefix(b">")?;
    let (written, rest) = text(rest, b"</t>")?;
    Some((letters(written), rest.strip_prefix(b"</si>")?))
}
