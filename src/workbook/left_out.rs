//! Sheets that hold too much: each costs itself, not the book.

use super::Read;
use super::cell::Book;
use super::legacy::Fonts;
use super::limits::MOST_LEFT_OUT;
use super::refusal::Refusal;
use super::remarks::Remarks;

/// Sheets left out so far.
#[derive(Default)]
pub(super) struct LeftOut(Vec<Refusal>);

impl LeftOut {
    /// Gives a sheet; `None` where it holds too much, of no more sheets than a book may have of that kind.
    pub fn unless_too_large<T>(&mut self, read: Result<T, Refusal>) -> Result<Option<T>, Refusal> {
        match read {
            Err(refusal @ Refusal::SheetTooLarge(..)) => self.add(refusal).map(|()| None),
            read => read.map(Some),
        }
    }

    /// Leaves a sheet out, or gives up the book.
    pub fn add(&mut self, refusal: Refusal) -> Result<(), Refusal> {
        if self.0.len() >= MOST_LEFT_OUT {
            return Err(refusal);
        }
        self.0.push(refusal);
        Ok(())
    }

    /// Gives the book of the sheets that were read.
    pub fn finish(self, book: Book, fonts: Fonts, remarks: Vec<Remarks>) -> Result<Read, Refusal> {
        if book.sheets.is_empty() {
            return Err(self.0.into_iter().next().unwrap_or_else(|| Refusal::Damaged("no worksheet".into())));
        }
        Ok(Read { book, fonts, remarks, left_out: self.0 })
    }
}
