//! Cells whose text is longer than a cell of Excel holds: other programs write them, and they can't be written back whole.

use super::address::address;
use super::cell::{Book, Value};
use crate::finding::sheet::TOO_LONG_FOR_CELL;
use crate::finding::{Finding, Place};
use crate::points::vietnamese;
use crate::text;

/// Most characters that a cell of Excel holds, as UTF-16 counts them.
pub const LONGEST_TEXT: usize = 32_767;
/// Most cells that are told one by one.
const MOST: usize = 50;

/// Tells of cells with more text than a copy can hold.
pub(super) fn findings(book: &Book, file: &str) -> Vec<Finding> {
    let cells = book.sheets.iter().filter(|grid| !grid.hidden).flat_map(|grid| grid.cells.iter().map(move |(at, cell)| (grid, at, cell)));
    let long = cells.filter_map(|(grid, at, cell)| match &cell.value {
        Value::Text(words) if words.len() > LONGEST_TEXT => {
            let length = words.encode_utf16().count();
            (length > LONGEST_TEXT).then_some((grid, at, length))
        }
        _ => None,
    });
    let told = long.take(MOST).map(|(grid, (row, column), length)| {
        let cell = address(*row, *column);
        let (length_vi, most_vi) = (vietnamese(&length.to_string()), vietnamese(&LONGEST_TEXT.to_string()));
        let message = text!(
            "Ô {cell} dài {length_vi} ký tự; ô Excel chỉ chứa được {most_vi} ký tự nên bản phản hồi chỉ giữ phần đầu.",
            "{cell} holds {length} characters; a cell of Excel holds {LONGEST_TEXT}, so that the annotated copy keeps its beginning only."
        );
        Finding::new(&TOO_LONG_FOR_CELL, message).at(Place::cell(file, &grid.name, cell))
    });
    told.collect()
}
