//! The council's workbooks: what an agency appraises of all units in a round, written to be filled in, and read back into
//! the same lines as plain tables, so that there is one way alone from what is typed to points.
//!
//! A workbook has a list of what to look at first, a table with a block for each criterion and in it a line for each unit,
//! and the documents that the units name. Lines are found by their keys: `leaf:so-tu-phap/3.1`.

mod agency;
mod before;
mod book;
mod cells;
mod change;
mod documents;
mod doubt;
mod explanation;
mod files;
mod intact;
mod known;
mod layout;
mod limits;
mod lists;
mod live;
mod meta;
mod page;
mod plan;
mod read;
mod refused;
mod row;
mod seen;
mod stray;
mod table;
mod titles;
mod words;
mod worklist;

use rust_xlsxwriter::XlsxError;

use crate::assessment::Round;
use crate::results::Results;

pub use self::agency::{Part, parts};
pub use self::change::{Change, changes};
pub use self::explanation::{
    Asking, Owner, file as asked_file, is_workbook as is_explanation, read as read_explanation, write as write_explanation,
};
pub use self::known::Known;
pub use self::read::{Filled, is_workbook, read};
pub use self::seen::figures as figures_seen;
pub use self::words::{proposed, said};

/// What a workbook is made of.
#[derive(Clone, Copy, Debug)]
pub struct Commission<'a> {
    /// What everything came to so far.
    pub results: Results<'a>,
    /// Round that is appraised.
    pub round: Round,
    /// What the campaign calls it.
    pub round_name: &'a str,
    /// Who appraises, and which criteria.
    pub part: &'a Part,
    /// Path of the folder of evidence, as a link from the workbook says it: `../evidence`.
    pub evidence: &'a str,
}

/// Reason why a workbook could not be written: a limit of Excel was passed.
#[derive(Debug, thiserror::Error)]
#[error("không ghi được bảng thẩm định “{file}” / can't write the appraisal workbook “{file}”: {source}")]
pub struct Unwritable {
    /// Name of the file.
    pub file: String,
    /// Limit that was passed.
    pub source: XlsxError,
}

/// Writes a workbook as the bytes of an `.xlsx` file. The same results always give the same bytes.
///
/// # Errors
///
/// [`Unwritable`] where a limit of Excel is passed.
pub fn write(of: &Commission<'_>) -> Result<Vec<u8>, Unwritable> {
    book::write(of).map_err(|source| Unwritable { file: of.part.file(of.round), source })
}
