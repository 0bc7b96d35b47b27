//! What a program reads of the lines of content without a cell, in a hidden column beside them.

use crate::form::StrayCell;

/// Key of the list's title.
pub const TITLE: &str = "parindex:strays";
/// What begins the key of a line.
pub const LINE: &str = "parindex:stray:";

/// Tells whether words are a key of the list.
pub fn is_key(words: &str) -> bool {
    words == TITLE || words.starts_with(LINE)
}

/// Makes the key of a line: code, cell and sheet.
pub fn key(stray: &StrayCell) -> String {
    let (cell, sheet) = (stray.place.cell.as_deref().unwrap_or_default(), stray.place.sheet.as_deref().unwrap_or_default());
    format!("{LINE}{}:{cell}:{sheet}", stray.code)
}
