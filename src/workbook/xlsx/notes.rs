//! Notes and comments beside cells, of both kinds that Excel has: old ones, and threads with answers.

use std::collections::BTreeMap;

use crate::workbook::address::position;
use crate::workbook::limits::MOST_CELLS;
use crate::workbook::notes::of_people;
use crate::workbook::package::{Package, Relation};
use crate::workbook::rich_text::RichTextReader;
use crate::workbook::xml::{Piece, local};

/// Notes by the cell beside which they stand.
type Notes = BTreeMap<(u32, u32), String>;

/// Reads the notes of a sheet but the program's own. What stands beside cells is an extra: where it is damaged, the cells
/// are still what they are.
pub fn read(package: &mut Package<'_>, relations: &[Relation]) -> Notes {
    let mut notes = Notes::new();
    // A thread stands among the old notes as well, with a sentence of Excel's own before it.
    for (kind, element) in [("comments", "comment"), ("threadedComment", "threadedComment")] {
        for relation in relations.iter().filter(|relation| relation.kind == kind) {
            notes.extend(part(package, &relation.target, element));
        }
    }
    notes
}

/// Note that is being read.
struct Open {
    at: Option<(u32, u32)>,
    text: RichTextReader,
    plain: String,
    in_text: bool,
}

impl Open {
    /// Gives the cell of a note, and what people wrote in it. In a thread the text stands as it is, in an old note in runs.
    fn finish(self) -> Option<((u32, u32), String)> {
        let runs = self.text.finish();
        let words = if runs.words().is_empty() { self.plain.as_str() } else { runs.words() };
        Some((self.at?, of_people(words)?))
    }
}

/// Reads one part of notes.
fn part(package: &mut Package<'_>, name: &str, element_name: &str) -> Notes {
    let mut notes = Notes::new();
    let mut open: Option<Open> = None;
    let read = package.each(name, |piece| {
        match (&piece, &mut open) {
            (Piece::Start(element), None) if element.local() == element_name => {
                open = Some(Open {
                    at: element.get("ref").as_deref().and_then(position),
                    text: RichTextReader::default(),
                    plain: String::new(),
                    in_text: false,
                });
            }
            (Piece::Start(element), Some(note)) => {
                note.in_text |= element.local() == "text";
                note.text.start(element);
            }
            (Piece::Text(words), Some(note)) => {
                note.text.words(words);
                if note.in_text {
                    note.plain.push_str(words);
                }
            }
            (Piece::End(name), Some(note)) if local(name) != element_name => {
                note.in_text &= local(name) != "text";
                note.text.end(name);
            }
            (Piece::End(_), Some(_)) => {
                if let Some((at, words)) = open.take().and_then(Open::finish).filter(|_| notes.len() < MOST_CELLS) {
                    let whole: &mut String = notes.entry(at).or_default();
                    if !whole.is_empty() {
                        whole.push('\n');
                    }
                    whole.push_str(&words);
                }
            }
            _ => {}
        }
        Ok(())
    });
    if matches!(read, Some(Err(_))) { Notes::new() } else { notes }
}
