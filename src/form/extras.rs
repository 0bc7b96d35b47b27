//! What a filled form holds beside its answers: documents without a leaf, names below the table, content without a cell,
//! notes and links.
//!
//! Nothing of it is scored; copies that go back keep it, so that nothing typed is lost.

use crate::assessment::Evidence;
use crate::finding::Place;
use crate::workbook::Grid;

/// Most cells that are kept; a copy that goes back is no archive.
pub const MOST_STRAYS: usize = 2_000;

/// Most cells on sheets that are kept as they are; of a sheet beyond that the first cells are kept as words.
pub const MOST_ON_SHEETS: usize = 20_000;

/// What a form holds beside its answers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Extras {
    /// Documents that back no leaf of the set.
    pub documents: Vec<UnplacedDocument>,
    /// What was typed into the place for signatures: number, day, name on the left, name on the right.
    pub signatures: [Option<String>; 4],
    /// Content that no cell of the form takes.
    pub cells: Vec<StrayCell>,
    /// Sheets that the unit added, which are kept as they are.
    pub sheets: Vec<Grid>,
    /// Names of those of them that were joined to the form.
    pub joined: Vec<String>,
    /// Notes and links beside cells.
    pub attached: Vec<NoteOrLink>,
    /// What a copy that goes back says of itself.
    pub returned: Option<Returned>,
}

/// What a copy that goes back says of itself: hashes of what stands in the cells that a unit fills in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// What the copy held when it was written.
    pub held: String,
    /// What the form held of which it was made.
    pub of: String,
}

/// Document that backs no leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnplacedDocument {
    /// Criterion as typed.
    pub criterion: Option<String>,
    /// The document.
    pub evidence: Evidence,
}

/// Content of a cell that the form does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrayCell {
    /// Id of the finding that tells of it.
    pub code: &'static str,
    /// Where it stood.
    pub place: Place,
    /// What it said, in full.
    pub words: String,
}

/// Note or link that people put beside a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteOrLink {
    /// Name of the sheet.
    pub sheet: String,
    /// Address in it.
    pub cell: String,
    /// Note of people's.
    pub note: Option<String>,
    /// Address that a click opens, and the words that stand for it.
    pub link: Option<(String, String)>,
}
