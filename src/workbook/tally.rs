//! Cells and text that are counted while a book is read, against its limits.

use super::address::address;
use super::limits::{MOST_CELLS, MOST_COLUMNS, MOST_EMPTY, MOST_ROWS, MOST_TEXT};
use crate::points::vietnamese;
use crate::text;
use crate::text::Text;

/// Cells read so far, against the limits of a book.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    /// With content.
    full: usize,
    /// Without.
    empty: usize,
    /// Bytes of text.
    text: usize,
}

impl Tally {
    /// Tells whether a cell lies beyond the rows and columns that are read.
    pub(super) const fn is_beyond((row, column): (u32, u32)) -> bool {
        row >= MOST_ROWS || column >= MOST_COLUMNS
    }

    /// Counts a cell with content, or says what limit it passes.
    pub(super) fn full(&mut self, row: u32, column: u32) -> Result<(), Text> {
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            let (cell, rows) = (address(row, column), vietnamese(&MOST_ROWS.to_string()));
            return Err(text!(
                "có nội dung ở ô {cell}, ngoài phạm vi {rows} hàng × {MOST_COLUMNS} cột",
                "there is content in {cell}, beyond {MOST_ROWS} rows × {MOST_COLUMNS} columns"
            ));
        }
        self.full += 1;
        if self.full > MOST_CELLS {
            let most = vietnamese(&MOST_CELLS.to_string());
            return Err(text!("hơn {most} ô có nội dung", "more than {MOST_CELLS} cells with content"));
        }
        Ok(())
    }

    /// Counts the text of a cell before it is copied, or says that there is too much.
    pub(super) fn text(&mut self, words: &str) -> Result<(), Text> {
        self.text = self.text.saturating_add(words.len());
        let most = MOST_TEXT >> 20;
        if self.text > MOST_TEXT {
            return Err(text!("hơn {most} MB chữ", "more than {most} MB of text"));
        }
        Ok(())
    }

    /// Counts a cell without content, or says that there are too many.
    pub(super) fn empty(&mut self) -> Result<(), Text> {
        self.empty += 1;
        if self.empty > MOST_EMPTY {
            let most = vietnamese(&MOST_EMPTY.to_string());
            return Err(text!("hơn {most} ô trống có định dạng", "more than {MOST_EMPTY} formatted empty cells"));
        }
        Ok(())
    }
}
