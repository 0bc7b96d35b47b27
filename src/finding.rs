//! Findings: everything wrong with somebody's data, with its place, its reason and its cure.
//!
//! A finding is never an `Err`: it is collected, printed and carried into the reports, and the work goes on.
//! The catalogue of codes stands beside the families: one file each, no code is ever used twice. The number of a code that
//! is gone stays free: a test lists them.

pub mod appraisal;
pub mod award;
pub mod campaign;
mod bounded;
mod cause;
mod cell;
pub mod convert;
pub mod criteria;
pub mod evidence;
mod in_words;
pub mod placeholder;
pub mod points;
pub mod ranking;
pub mod rule;
pub mod sheet;

use std::cmp::Ordering;

use crate::figure::{CriterionId, UnitId};
use crate::text::{Lang, Text, Words};

pub use bounded::{Bounded, MOST_AT_CRITERION, MOST_OF_CODE, bounded, not_listed};
pub use cause::{Cause, Part, Told, relate, told};
pub use cell::{CellAddress, CellPlace, letters};
pub use in_words::in_words;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Somebody should look; takes no points by itself.
    Warning,
    /// Something is wrong and has to be cured.
    Error,
}

impl Severity {
    /// Gives the word that machines read: `error`, `warning`, `note`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// Gives the word that people read.
    pub const fn words(self) -> Words {
        match self {
            Self::Error => Words { vi: "lỗi", en: "error" },
            Self::Warning => Words { vi: "cảnh báo", en: "warning" },
            Self::Note => Words { vi: "lưu ý", en: "note" },
        }
    }
}

/// Entry of the catalogue: what a kind of finding means, why it matters and how it is cured.
#[derive(Debug)]
pub struct Code {
    /// Stable name, letter of the family and three digits: `S012`.
    pub id: &'static str,
    /// Severity unless the campaign says otherwise.
    pub severity: Severity,
    /// Title, without the particulars of a case.
    pub title: Words,
    /// Why it matters.
    pub why: Words,
    /// What to do: printed as the help of a finding that has none of its own.
    pub cure: Words,
}

impl Code {
    /// Tells whether it is of the family of evidence.
    pub fn is_of_evidence(&self) -> bool {
        self.id.starts_with('E')
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Code {}

/// Declares the codes of a family: constants to report with, and `ALL` to list them.
macro_rules! codes {
    ($( $(#[$doc:meta])* $name:ident = $id:literal $severity:ident {
        title: $tvi:literal, $ten:literal;
        why: $wvi:literal, $wen:literal;
        cure: $cvi:literal, $cen:literal $(;)?
    } )*) => {
        $( $(#[$doc])* pub static $name: $crate::finding::Code = $crate::finding::Code {
            id: $id,
            severity: $crate::finding::Severity::$severity,
            title: $crate::text::Words { vi: $tvi, en: $ten },
            why: $crate::text::Words { vi: $wvi, en: $wen },
            cure: $crate::text::Words { vi: $cvi, en: $cen },
        }; )*
        /// Every code of this family, in the order of its numbers.
        pub static ALL: &[&$crate::finding::Code] = &[$(&$name),*];
    };
}
pub(crate) use codes;

/// Gives every code of the catalogue, family by family.
pub fn catalogue() -> impl Iterator<Item = &'static Code> {
    [
        criteria::ALL,
        rule::ALL,
        campaign::ALL,
        campaign::awards::ALL,
        campaign::award_cases::ALL,
        convert::ALL,
        placeholder::ALL,
        sheet::ALL,
        sheet::province::ALL,
        evidence::ALL,
        points::ALL,
        appraisal::ALL,
        ranking::ALL,
        award::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Where a finding stands. Every part that is known is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// File as the user knows it: relative to the campaign folder, or as given on the command line.
    pub file: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Cell of a workbook: `D24`.
    pub cell: Option<String>,
    /// Line of a text file, from 1.
    pub line: Option<usize>,
    /// Column of a text file in characters, from 1.
    pub column: Option<usize>,
    /// The offending line of a text file, as it stands there, and how many characters of it the caret marks.
    pub excerpt: Option<(String, usize)>,
}

/// Places follow the reader's eye: file, sheet, then row by row; lines of a text from the top.
impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order()).then_with(|| (&self.cell, &self.excerpt).cmp(&(&other.cell, &other.excerpt)))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Takes an address such as `AB24` apart: row 24, then column, short before long so that Z stands before AA.
fn row_and_column(cell: &str) -> (u32, usize, &str) {
    let column = cell.trim_end_matches(|c: char| c.is_ascii_digit());
    let row = cell.strip_prefix(column).and_then(|row| row.parse().ok()).unwrap_or_default();
    (row, column.len(), column)
}

/// What places are ordered by: file, sheet, cell by row and column, line, column.
type Order<'a> = (Option<&'a str>, Option<&'a str>, Option<(u32, usize, &'a str)>, Option<usize>, Option<usize>);

impl Place {
    /// Gives what the place is ordered by.
    fn order(&self) -> Order<'_> {
        (self.file.as_deref(), self.sheet.as_deref(), self.cell.as_deref().map(row_and_column), self.line, self.column)
    }

    /// Gives a place that is a whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: Some(file.into()), ..Self::default() }
    }

    /// Gives the place of a cell.
    pub fn cell(file: impl Into<String>, sheet: impl Into<String>, cell: impl Into<String>) -> Self {
        Self { file: Some(file.into()), sheet: Some(sheet.into()), cell: Some(cell.into()), ..Self::default() }
    }
}

/// One thing wrong, or worth knowing, in somebody's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Entry of the catalogue.
    pub code: &'static Code,
    /// Severity of this one: the code's, unless the campaign set another.
    pub severity: Severity,
    /// Unit that it concerns.
    pub unit: Option<UnitId>,
    /// Criterion that it concerns.
    pub criterion: Option<CriterionId>,
    /// File, and sheet and cell or line, as far as known.
    pub place: Place,
    /// What is wrong, in one sentence with the user's own words and figures in quotes.
    pub message: Text,
    /// What to do.
    pub help: Text,
    /// What it keeps from being read.
    pub hides: Vec<Part>,
    /// Criteria at which it does so; all, where none is named.
    pub hides_at: Vec<CriterionId>,
    /// What it says is missing.
    pub lacks: Option<Part>,
    /// The finding from which it follows.
    pub follows: Option<Box<Cause>>,
}

impl Finding {
    /// Makes a finding without a place, with the catalogue's severity and cure.
    pub fn new(code: &'static Code, message: Text) -> Self {
        Self {
            code,
            severity: code.severity,
            unit: None,
            criterion: None,
            place: Place::default(),
            message: bounded::readable(message),
            help: code.cure.into(),
            hides: Vec::new(),
            hides_at: Vec::new(),
            lacks: None,
            follows: None,
        }
    }

    /// Says where.
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Says whose.
    pub fn of(self, unit: &UnitId) -> Self {
        Self { unit: Some(unit.clone()), ..self }
    }

    /// Says at which criterion.
    pub fn on(self, criterion: &CriterionId) -> Self {
        Self { criterion: Some(criterion.clone()), ..self }
    }

    /// Gives a cure that fits this case better than the catalogue's.
    pub fn help(self, help: Text) -> Self {
        Self { help, ..self }
    }

    /// Says what it keeps from being read.
    pub fn hides(self, parts: impl IntoIterator<Item = Part>) -> Self {
        Self { hides: parts.into_iter().collect(), ..self }
    }

    /// Says at which criteria it keeps something from being read.
    pub fn hides_at(self, criteria: impl IntoIterator<Item = CriterionId>) -> Self {
        Self { hides_at: criteria.into_iter().collect(), ..self }
    }

    /// Says what is missing.
    pub fn lacks(self, part: Part) -> Self {
        Self { lacks: Some(part), ..self }
    }

    /// Gives the words of the message in one language.
    pub fn says(&self, lang: Lang) -> &str {
        self.message.get(lang)
    }
}

/// A value, and all that was found on the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<T> {
    /// What came of it.
    pub value: T,
    /// What was found, in the order of places.
    pub findings: Vec<Finding>,
}

impl<T> Checked<T> {
    /// Gives a value with nothing found.
    pub fn clean(value: T) -> Self {
        Self { value, findings: Vec::new() }
    }

    /// Gives the value and moves what was found into a larger collection.
    pub fn collect(self, findings: &mut Vec<Finding>) -> T {
        findings.extend(self.findings);
        self.value
    }
}
