//! Notes beside cells in an old workbook: the note names its cell and a box, the box holds its text.
//!
//! Source: [MS-XLS] 2.4.179 `Note`, 2.4.181 `Obj`, 2.4.329 `TxO`.

use std::collections::BTreeMap;

use super::records::{Record, letters, word};
use crate::workbook::limits::MOST_CELLS;
use crate::workbook::notes::of_people;

/// Reader of the notes of a sheet.
#[derive(Default)]
pub struct NotesReader {
    /// Box that stood last.
    last: u16,
    /// Letters of its text still to come, in the records that continue it.
    left: usize,
    /// Text by box.
    texts: BTreeMap<u16, String>,
    /// Notes: their cell, their box.
    notes: Vec<((u32, u32), u16)>,
}

impl NotesReader {
    /// Takes the next record of the sheet.
    pub fn take(&mut self, record: &Record<'_>) {
        let data = record.data;
        match record.kind {
            // Obj begins with its kind and its number.
            0x005D if word(data, 0) == Some(0x15) => self.last = word(data, 6).unwrap_or_default(),
            0x01B6 => self.left = word(data, 10).map(usize::from).unwrap_or_default(),
            0x003C if self.left > 0 => {
                let wide = data.first().is_some_and(|flags| flags & 1 == 1);
                let text = letters(data.get(1..).unwrap_or_default(), self.left, wide);
                self.left = self.left.saturating_sub(text.encode_utf16().count().max(1));
                self.texts.entry(self.last).or_default().push_str(&text);
            }
            0x001C if self.notes.len() < MOST_CELLS => {
                if let (Some(row), Some(column), Some(number)) = (word(data, 0), word(data, 2), word(data, 6)) {
                    self.notes.push(((u32::from(row), u32::from(column)), number));
                }
            }
            _ => {}
        }
    }

    /// Gives the notes by cell.
    pub fn finish(mut self) -> BTreeMap<(u32, u32), String> {
        let texts = &mut self.texts;
        self.notes.into_iter().filter_map(|(at, number)| Some((at, of_people(&texts.remove(&number).unwrap_or_default())?))).collect()
    }
}
