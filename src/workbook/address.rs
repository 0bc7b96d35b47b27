//! Addresses of cells, as people write them.

use super::limits::{MOST_COLUMNS, MOST_ROWS};
pub use crate::finding::letters;

/// Gives the address of a cell, from its row and column from 0: `D24`.
pub fn address(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

/// Gives the column of its letters, from 0; `None` for what are no letters, or lie beyond what is read.
pub fn column_of(letters: &str) -> Option<u32> {
    column_anywhere(letters).filter(|column| *column < MOST_COLUMNS)
}

/// Gives row and column of an address, from 0: `D24` is row 23, column 3; `None` for what is none, or lies beyond what is read.
pub fn position(cell: &str) -> Option<(u32, u32)> {
    anywhere(cell).filter(|(row, column)| *row < MOST_ROWS && *column < MOST_COLUMNS)
}

/// Gives row and column of an address, from 0, wherever it lies.
pub(super) fn anywhere(cell: &str) -> Option<(u32, u32)> {
    let (letters, row) = cell.split_at_checked(cell.find(|c: char| c.is_ascii_digit())?)?;
    let all_digits = row.len() <= 9 && row.bytes().all(|digit| digit.is_ascii_digit());
    let row = row.parse::<u32>().ok().filter(|_| all_digits)?.checked_sub(1)?;
    Some((row, column_anywhere(letters)?))
}

/// Area of a sheet: its first and its last cell.
pub(super) type Area = ((u32, u32), (u32, u32));

/// Reads an area: `B2:D9`, or one cell alone.
pub(super) fn area(area: &str) -> Option<Area> {
    let plain = area.replace('$', "");
    let (first, last) = plain.split_once(':').unwrap_or((&plain, &plain));
    Some((anywhere(first)?, anywhere(last)?))
}

/// Gives the column of its letters, from 0, wherever it lies.
fn column_anywhere(letters: &str) -> Option<u32> {
    let digits = letters.bytes().map(|letter| letter.is_ascii_alphabetic().then(|| u32::from(letter.to_ascii_uppercase() - b'A') + 1));
    let number = digits.take(4).try_fold(0_u32, |number, digit| Some(number * 26 + digit?))?;
    number.checked_sub(1).filter(|_| letters.len() <= 3)
}
