//! The end of a sheet that is signed: room for signatures, and what must stand on one page with it.

use rust_xlsxwriter::XlsxError;

use super::{BELOW_HEAD, EMPTY, Sheet};
use crate::account::{Block, Cell, Signatures, Table, Tone, Value, centre};
use crate::text::Lang;

/// Rows kept free for a signature and a stamp.
const SIGNING: u32 = 4;

impl Sheet<'_> {
    /// Parts the rows of a table on a page that is signed into strips that no end of a page cuts: gives for the first row of
    /// each the height of all of its rows, the last with what closes the page below it. A heading has two rows below it, the
    /// last unit of a group has another above it, the mean of a group and the first sentence below it stay with its last unit, and so do
    /// signatures.
    pub(super) fn strips(&self, table: &Table, rest: &[Block]) -> Vec<Option<u32>> {
        let rows = &table.rows;
        let closings = self.closings(rest);
        let about = rows.iter().rposition(|row| is_of_unit(row));
        let last = if closings.is_empty() { usize::MAX } else { rows.len().saturating_sub(BELOW_HEAD).min(about.unwrap_or(usize::MAX)) };
        let begins: Vec<usize> = (0..rows.len()).filter(|n| *n == 0 || *n <= last && may_begin(rows, *n)).collect();
        let mut strips = vec![None; rows.len()];
        for (at, begin) in begins.iter().enumerate() {
            let end = begins.get(at + 1).copied();
            let own = self.height_of_all(rows.get(*begin..end.unwrap_or(rows.len())).unwrap_or_default());
            let foot = if end.is_none() { self.height_of_all(&table.foot) } else { 0 };
            // Where several sign and one page does not take all of them, it takes as many as it can.
            let below = closings.iter().rev().find(|below| end.is_none() && self.paper.takes(own + foot + **below));
            if let Some(strip) = strips.get_mut(*begin) {
                *strip = Some(own + foot + below.copied().unwrap_or_default());
            }
        }
        strips
    }

    /// Gives the heights of what closes a page that is signed, from below its last table to the end of each place for
    /// signatures, and to the end of the page; none where nobody signs.
    fn closings(&self, rest: &[Block]) -> Vec<u32> {
        let (mut sum, mut closings) = (0, Vec::new());
        for block in rest {
            sum += match block {
                Block::Gap => EMPTY,
                Block::Paragraph(words) => self.height_of(&[words.clone().open().span(self.columns())]),
                Block::Signatures(signatures) => self.height_of_signatures(signatures),
                // Behind a heading somebody else signs something else.
                Block::Heading(_) => break,
                _ => return Vec::new(),
            };
            if matches!(block, Block::Signatures(_)) {
                closings.push(sum);
            }
        }
        if !closings.is_empty() {
            closings.push(sum);
        }
        closings
    }

    /// Gives the height of who signs, with the room for it.
    pub(super) fn height_of_signatures(&self, signatures: &Signatures) -> u32 {
        let lines = self.lines_of(signatures);
        lines.iter().filter(|line| is_said(line.as_slice(), self.lang)).map(|line| self.height_of(line)).sum::<u32>() + SIGNING * EMPTY
    }

    /// Leaves room for signatures.
    pub(super) fn signatures(&mut self, signatures: &Signatures) -> Result<(), XlsxError> {
        let [above @ .., names] = self.lines_of(signatures);
        let lang = self.lang;
        for line in above.iter().filter(|line| is_said(line.as_slice(), lang)) {
            self.cells(line)?;
        }
        self.skip(SIGNING);
        if is_said(&names, lang) {
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

/// Tells whether a line of who signs says anything: one that doesn't is not printed.
fn is_said(line: &[Cell], lang: Lang) -> bool {
    line.iter().any(|cell| !cell.words(lang).is_empty())
}

/// Tells whether a page that is signed may begin at a row of a table.
fn may_begin(rows: &[Vec<Cell>], n: usize) -> bool {
    let is = |at: Option<usize>, what: fn(&[Cell]) -> bool| at.and_then(|at| rows.get(at)).is_some_and(|row| what(row));
    let (before, above) = (n.checked_sub(1), n.checked_sub(2));
    if is(Some(n), is_heading) {
        return !is(before, is_heading);
    }
    // What is said below the mean of a group may go on overleaf, from its second sentence on.
    if is(Some(n), is_sentence) {
        return is(before, is_sentence);
    }
    let is_headed = is(before, is_heading) || is(above, is_heading);
    let mut below = rows.iter().skip(n + 1).take_while(|row| !is_heading(row));
    is(Some(n), is_of_unit) && !is_headed && below.any(|row| is_of_unit(row))
}

/// Tells whether a row is of one unit: it begins with the place.
fn is_of_unit(row: &[Cell]) -> bool {
    matches!(row.first(), Some(Cell { value: Value::Number(_), .. }))
}

/// Tells whether a row is a sentence over the whole width.
fn is_sentence(row: &[Cell]) -> bool {
    matches!(row, [cell] if cell.span > 1) && !is_heading(row)
}

/// Tells whether a row heads those below it.
pub(super) fn is_heading(row: &[Cell]) -> bool {
    matches!(row, [cell] if cell.span > 1 && matches!(cell.look.tone, Tone::Area | Tone::Alarm))
}

/// Tells whether a row is of an area or of a criterion with parts, which stand below it.
pub(super) fn is_of_group(row: &[Cell]) -> bool {
    matches!(row, [first, _, ..] if matches!(first.look.tone, Tone::Area | Tone::Group))
}
