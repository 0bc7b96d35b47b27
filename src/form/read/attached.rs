//! What people left beside the cells of a form: notes, and addresses that a click opens.

use crate::form::NoteOrLink;
use crate::workbook::{Book, Value, address};

/// Most cells that are kept; a copy that goes back is no archive.
const MOST: usize = 2_000;

/// Lists the notes and links beside the cells of the sheets that people see.
pub fn attached(book: &Book) -> Vec<NoteOrLink> {
    let sheets = book.sheets.iter().filter(|sheet| !sheet.hidden);
    let all = sheets.flat_map(|sheet| {
        let of = |(row, column): (u32, u32), note: Option<&String>, link: Option<(String, String)>| NoteOrLink {
            sheet: sheet.name.clone(),
            cell: address(row, column),
            note: note.cloned(),
            link,
        };
        let notes = sheet.notes.iter().map(move |(at, note)| of(*at, Some(note), None));
        let linked = sheet.cells.iter().filter_map(move |(at, cell)| {
            let address = cell.link.clone()?;
            // Nobody has seen the words of a formula that was never computed.
            let words = if matches!(cell.value, Value::Uncomputed(_)) { address.clone() } else { cell.shown() };
            Some(of(*at, None, Some((address, words))))
        });
        notes.chain(linked)
    });
    all.take(MOST).collect()
}
