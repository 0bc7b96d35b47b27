//! The end of a sheet that is signed: room for signatures, and what must stand on one page with it.

use rust_xlsxwriter::XlsxError;

use super::{EMPTY, Sheet};
use crate::account::{Block, Cell, Signatures, centre};

/// Rows kept free for a signature and a stamp.
const SIGNING: u32 = 4;

impl Sheet<'_> {
    /// Gives the height of what closes a page that is signed, from below its last table to its end; 0 where nobody signs.
    pub(super) fn closing(&self, rest: &[Block]) -> u32 {
        let signed = rest.iter().any(|block| matches!(block, Block::Signatures(_)));
        let height = |block: &Block| match block {
            Block::Gap => Some(EMPTY),
            Block::Paragraph(words) => Some(self.height_of(&[words.clone().open().span(self.columns())])),
            Block::Signatures(signatures) => Some(self.height_of_signatures(signatures)),
            _ => None,
        };
        rest.iter().map(height).sum::<Option<u32>>().filter(|_| signed).unwrap_or_default()
    }

    /// Gives the height of who signs, with the room for it.
    pub(super) fn height_of_signatures(&self, signatures: &Signatures) -> u32 {
        self.lines_of(signatures).iter().map(|line| self.height_of(line)).sum::<u32>() + SIGNING * EMPTY
    }

    /// Leaves room for signatures.
    pub(super) fn signatures(&mut self, signatures: &Signatures) -> Result<(), XlsxError> {
        let [above @ .., names] = self.lines_of(signatures);
        let lang = self.lang;
        let is_said = |line: &[Cell]| line.iter().any(|cell| !cell.words(lang).is_empty());
        for line in above.iter().filter(|line| is_said(*line)) {
            self.cells(line)?;
        }
        self.skip(SIGNING);
        if is_said(&names) {
            self.cells(&names)?;
        }
        Ok(())
    }

    /// Gives the lines of who signs: the day, who, how, and their names below the room for it.
    fn lines_of(&self, signatures: &Signatures) -> [[Cell; 2]; 4] {
        let left = self.middle();
        let right = self.columns().saturating_sub(left).max(1);
        let Signatures { day, left: maker, right: chief } = signatures;
        let both = |one: &str, other: &str, look: fn(Cell) -> Cell| {
            [(one, left), (other, right)].map(|(words, span)| look(centre(words).open().span(span)))
        };
        let [one, other] = [maker, chief].map(|who| who.name.as_deref().unwrap_or_default());
        [
            both("", day, Cell::italic),
            both(&maker.title, &chief.title, Cell::bold),
            both(&maker.how, &chief.how, Cell::italic),
            both(one, other, Cell::bold),
        ]
    }

    /// Counts the columns of the left half of the page.
    fn middle(&self) -> u16 {
        (1..self.columns()).min_by_key(|n| self.room(0, *n).abs_diff(self.room(*n, self.columns() - n))).unwrap_or(1)
    }
}
