//! What people left beside the cells of the form that was sent, found its cell in the new one.

use std::collections::BTreeMap;

use super::target::Target;
use crate::finding::sheet::{NO_HOME, NOTE_NOT_READ};
use crate::finding::{Code, Place};
use crate::form::layout::EVIDENCE;
use crate::form::read::beside::Beside;
use crate::form::read::left::Stray;

/// Notes and links by cell of the new workbook.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    /// Notes.
    pub notes: BTreeMap<Target, String>,
    /// Addresses of links, and the words that stood for each.
    pub links: BTreeMap<Target, (String, String)>,
    /// What has no cell there.
    pub homeless: Vec<Stray>,
}

impl Kept {
    /// Finds the cell of each by the sheet and the address where it stood.
    pub fn new(beside: &[Beside], file: &str, find: impl Fn(&str, &str) -> Option<Target>) -> Self {
        let mut kept = Self::default();
        for one in beside {
            let target = find(&one.sheet, &one.cell);
            let homeless =
                |code: &'static Code, words: String| Stray { code: code.id, place: Place::cell(file, &one.sheet, one.cell.clone()), words };
            match (&one.note, target) {
                (Some(note), Some(target)) => drop(kept.notes.insert(target, note.clone())),
                (Some(note), None) => kept.homeless.push(homeless(&NOTE_NOT_READ, note.clone())),
                (None, _) => {}
            }
            match (&one.link, target) {
                (Some(link), Some(target)) if target.sheet == EVIDENCE => drop(kept.links.insert(target, link.clone())),
                (Some((address, words)), _) => kept.homeless.push(homeless(&NO_HOME, format!("{words} → {address}"))),
                (None, _) => {}
            }
        }
        kept
    }
}
