//! Notes and links of the workbook that was sent, each at its cell in the copy that goes back.

use std::collections::BTreeMap;

use super::Finds;
use super::target::Target;
use crate::finding::sheet::{NO_HOME, NOTE_NOT_READ};
use crate::finding::{Code, Place};
use crate::form::{NoteOrLink, StrayCell};

/// Notes and links by cell of the new workbook.
#[derive(Clone, Debug, Default)]
pub(super) struct Moved {
    /// Notes.
    pub notes: BTreeMap<Target, String>,
    /// Addresses of links, and the words that stood for each.
    pub links: BTreeMap<Target, (String, String)>,
    /// What has no cell there.
    pub unplaced: Vec<StrayCell>,
}

impl Moved {
    /// Finds the cell of each by the sheet and the address where it stood.
    pub fn new(attached: &[NoteOrLink], file: &str, places: &dyn Finds) -> Self {
        let mut moved = Self::default();
        for one in attached {
            let target = places.at(&one.sheet, &one.cell);
            let unplaced = |code: &'static Code, words: String| StrayCell {
                code: code.id,
                place: Place::cell(file, &one.sheet, one.cell.clone()),
                words,
            };
            match (&one.note, target) {
                (Some(note), Some(target)) => drop(moved.notes.insert(target, note.clone())),
                (Some(note), None) => moved.unplaced.push(unplaced(&NOTE_NOT_READ, note.clone())),
                (None, _) => {}
            }
            match (&one.link, target) {
                (Some(link), Some(target)) if places.takes_link(target) => drop(moved.links.insert(target, link.clone())),
                (Some((address, words)), _) => moved.unplaced.push(unplaced(&NO_HOME, format!("{words} → {address}"))),
                (None, _) => {}
            }
        }
        moved
    }
}
