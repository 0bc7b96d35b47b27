//! Texts that cells share.

use crate::text;
use crate::workbook::guard::Refusal;
use crate::workbook::package::Package;
use crate::workbook::rich_text::{RichText, RichTextReader};
use crate::workbook::xml::{Piece, local};

/// Most texts: twice as many as a book may have cells.
const MOST_STRINGS: usize = 1_000_000;

/// Reads the part of shared texts, however many it says it has; a book need not have one.
pub fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<RichText>, Refusal> {
    let mut strings = Vec::new();
    let mut open: Option<RichTextReader> = None;
    let read = package.each(part, |piece| {
        match (&piece, &mut open) {
            (Piece::Start(element), None) if element.local() == "si" => open = Some(RichTextReader::default()),
            (Piece::Start(element), Some(text)) => text.start(element),
            (Piece::Text(words), Some(text)) => text.words(words),
            (Piece::End(name), Some(_)) if local(name) == "si" => strings.extend(open.take().map(RichTextReader::finish)),
            (Piece::End(name), Some(text)) => text.end(name),
            _ => {}
        }
        if strings.len() > MOST_STRINGS {
            return Err(Refusal::Bomb(text!("tệp có quá nhiều chuỗi ký tự", "it has too many texts")));
        }
        Ok(())
    });
    read.transpose()?;
    Ok(strings)
}
