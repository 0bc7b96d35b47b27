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
mod gone;
mod held;
mod intact;
mod kept;
mod known;
mod layout;
mod limits;
mod line;
mod lists;
mod live;
mod meta;
mod packed;
mod page;
mod places;
mod plan;
mod printed;
mod read;
mod refused;
mod row;
mod sealed;
mod seen;
mod stray;
mod table;
mod titles;
mod waiting;
mod words;
mod worklist;

use rust_xlsxwriter::XlsxError;

use crate::assessment::Round;
use crate::finding::Finding;
use crate::form::Extras;
use crate::form::template::Marks;
use crate::results::Results;
use crate::text::Lang;
use crate::workbook::{self, Book};

pub use self::agency::{Part, parts};
pub use self::change::{Cause, Change, by_condition, cause, changes, changes_by_rounds, last_that_counts, stands_after};
pub use self::explanation::{
    Asking, Owner, file as asked_file, is_workbook as is_explanation, read as read_explanation, told_of, write as write_explanation,
};
pub use self::held::{Held, held};
pub use self::known::Known;
pub use self::read::{Filled, is_workbook, read};
pub use self::sealed::is_untouched;
pub use self::seen::{figure as figure_printed, figures as figures_seen};
pub use self::words::{proposed, said};

/// What a workbook is made of.
#[derive(Clone, Copy, Debug)]
pub struct Commission<'a> {
    /// What everything came to so far.
    pub results: Results<'a>,
    /// Round that is appraised.
    pub round: Round,
    /// Who appraises, and which criteria.
    pub part: &'a Part,
    /// Path of the folder of evidence, as a link from the workbook says it: `../evidence`.
    pub evidence: &'a str,
    /// Filled workbook that goes back to whoever filled it in; `None` makes one to be filled in.
    pub sent: Option<Sent<'a>>,
}

impl<'a> Commission<'a> {
    /// Gives what the campaign calls the round.
    fn round_name(&self) -> String {
        self.results.campaign.rounds.name(self.round).get(self.results.lang).to_owned()
    }

    /// Names whoever appraises.
    fn by_name(&self) -> &'a str {
        self.part.called(self.results.lang)
    }
}

/// Filled workbook that goes back.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// What it holds.
    pub held: &'a Held,
    /// What was found in it.
    pub marks: Marks<'a>,
}

/// Reason why a workbook could not be written: a limit of Excel was passed.
#[derive(Debug, thiserror::Error)]
#[error("không ghi được phiếu thẩm định “{file}” / can't write the appraisal workbook “{file}”: {source}")]
pub struct Unwritable {
    /// Name of the file.
    pub file: String,
    /// Limit that was passed.
    pub source: XlsxError,
}

/// What a copy is made of, beside the commission that it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Marking<'a> {
    /// The workbook that was sent.
    pub book: &'a Book,
    /// What it holds.
    pub held: &'a Held,
    /// Everything that was found in it.
    pub findings: &'a [Finding],
    /// Its name.
    pub file: &'a str,
    /// Language of the copy.
    pub lang: Lang,
}

/// Writes the copy of a filled workbook that goes back to whoever filled it in: everything typed is kept, cells with findings
/// are marked and noted, and a first sheet lists what is to be cured.
///
/// # Errors
///
/// [`Unwritable`] where a limit of Excel is passed.
pub fn annotate(of: &Commission<'_>, marking: &Marking<'_>) -> Result<Vec<u8>, Unwritable> {
    let Marking { book, held, findings, file, lang } = *marking;
    let with = |extras: &Extras, lang: Lang| {
        let marks = Marks { findings, extras, file, lang };
        write(&Commission { results: of.results.told_in(lang), sent: Some(Sent { held, marks }), ..*of })
    };
    // What the copy says by itself, in the language of what was sent, need not be kept beside it.
    let printed = with(&Extras::default(), held.lang)?;
    match workbook::open(&printed, file).value {
        Some(printed) => with(&kept::extras(held, book, &printed, file), lang),
        None => with(&Extras::default(), lang),
    }
}

/// Writes a workbook as the bytes of an `.xlsx` file. The same results always give the same bytes.
///
/// # Errors
///
/// [`Unwritable`] where a limit of Excel is passed.
pub fn write(of: &Commission<'_>) -> Result<Vec<u8>, Unwritable> {
    book::write(of).map_err(|source| Unwritable { file: of.part.file(of.round), source })
}
