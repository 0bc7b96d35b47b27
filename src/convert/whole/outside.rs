//! Rows that look like criteria and stand outside of the tree.

use super::Whole;
use crate::convert::ends::{belongs, heads_notes, is_note};
use crate::convert::rows::{Kind, Row};
use crate::convert::tree::Tree;
use crate::finding::Finding;
use crate::finding::convert::OUTSIDE;
use crate::text;

impl Whole<'_> {
    /// Tells of rows outside of the tree that have a number or points, but for notes and for a table below, told elsewhere.
    pub fn outside(&mut self, tree: &Tree) {
        let another = tree.outside.iter().find(|row| row.kind == Kind::After && row.number.is_some() && row.max.is_some());
        let below = another.map_or(u32::MAX, |row| row.row);
        let loose = |row: &&Row| matches!(row.kind, Kind::After | Kind::Line) && belongs(row) && !is_note(&row.name.text);
        // Numbered notes below “Ghi chú:” are told as notes.
        let notes = tree.outside.iter().position(|row| heads_notes(&row.name.text)).unwrap_or(usize::MAX);
        let noted = |n: usize, row: &Row| n > notes && row.number.is_some() && row.max_cell.1.is_none() && row.stt.is_none();
        let rows = tree.outside.iter().enumerate().filter(|(n, row)| !noted(*n, row)).map(|(_, row)| row);
        let told = rows.filter(|row| row.row < below).filter(loose).map(|row| (row.name.cell.clone(), told(row)));
        let found: Vec<(String, Finding)> = told.collect();
        self.tell(found);
    }
}

/// Tells of a row, as it stands.
fn told(row: &Row) -> Finding {
    let number = row.number.as_ref().map(|number| number.written.clone());
    let words: Vec<String> = [number, Some(row.name.text.clone()), row.max_cell.1.clone()].into_iter().flatten().collect();
    let words = words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" | ");
    let message = text!(
        "hàng “{words}” có STT hoặc có điểm nhưng đứng ngoài cây tiêu chí",
        "the row “{words}” has a number or points, and stands outside of the tree"
    );
    Finding::new(&OUTSIDE, message)
}
