//! Workbooks that nobody has begun to fill in: each goes out with a hash of all that it says, and whatever anybody does to it
//! changes that.

use super::printed;
use crate::criteria::sha256;
use crate::form::layout::META;
use crate::workbook::{Book, Cell, Grid};

/// Key of the hidden sheet behind which the hash stands.
pub const SEAL: &str = "seal";

/// Hashes what the sheets of a workbook say, but the hidden one that carries the hash: every cell with its link, of one that is
/// computed that it is, and every note.
pub fn seal(book: &Book) -> String {
    let says = |grid: &Grid| {
        // Whoever saves the workbook computes it anew, so that what a formula gives may change; a formula that was typed may not.
        let cell = |((row, column), cell): (&(u32, u32), &Cell)| {
            let says = if cell.formula { "=".to_owned() } else { format!("{} {:?}", printed::says(cell), cell.link) };
            format!("{row} {column} {says}\n")
        };
        let cells = grid.cells.iter().filter(|(_, cell)| cell.formula || !cell.is_empty()).map(cell);
        let notes = grid.notes.iter().map(|((row, column), note)| format!("{row} {column} note {note:?}\n"));
        std::iter::once(format!("{:?}\n", grid.name)).chain(cells).chain(notes).collect::<String>()
    };
    let said: String = book.sheets.iter().filter(|grid| grid.name != META).map(says).collect();
    sha256(said.as_bytes())
}

/// Tells whether a workbook is as it went out, whoever saved it since. Of one that carries no hash nothing is believed.
pub fn is_untouched(book: &Book) -> bool {
    let of =
        |grid: &Grid| grid.rows().into_iter().find_map(|row| grid.shown(row, 1).filter(|_| grid.shown(row, 0).as_deref() == Some(SEAL)));
    book.sheets.iter().find(|grid| grid.name == META).and_then(of).is_some_and(|carried| carried.trim() == seal(book))
}
