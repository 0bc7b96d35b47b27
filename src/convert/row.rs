//! A row of the table: what it is, and what stands in its cells.

use super::sign::{Sign, of_cell};
use crate::intake::stt::Number;
use crate::points::Points;

/// Words of a cell with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellWords {
    /// Row, from 0.
    pub row: u32,
    /// Address of the cell: `B12`.
    pub cell: String,
    /// Heading of its column, where it isn't the column of names.
    pub column: Option<String>,
    /// Words, on one line.
    pub text: String,
    /// Points in the column of maxima, for a line that has some.
    pub points: Option<Points>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Criterion with a number, or the heading of an area.
    Criterion,
    /// Line without a number: how points are given, figures, remarks; where it has points, perhaps a part.
    Line,
    /// Sum of the areas.
    Total,
    /// Header that is repeated, numbers of columns.
    Heading,
    /// Signatures and remarks below the table; while rows are read, what begins as these do.
    After,
}

/// Row of the table.
#[expect(clippy::struct_field_names, reason = "the row on the sheet, of the row that is read")]
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// Row, from 0.
    pub row: u32,
    /// STT.
    pub number: Option<Number>,
    /// Word before the number, bare: `chi tieu` of “Chỉ tiêu 1”.
    pub word: Option<&'static str>,
    /// STT as it stands in a cell of its own, with the address of the cell.
    pub stt: Option<(String, String)>,
    /// Name: the first lines of the cell, on one line.
    pub name: CellWords,
    /// Whether it stands in a column to the right of another column of names.
    pub inner: bool,
    /// Whether it heads the rows below it, though it has no number that can be read.
    pub heads: bool,
    /// Maximum.
    pub max: Option<Points>,
    /// Address and words of the cell of the maximum.
    pub max_cell: (String, Option<String>),
    /// What a column of points that are taken or added says of it, with the heading of the column.
    pub signed: Option<(Sign, String)>,
    /// How points are given: further lines of the name, and the column of methods.
    pub lines: Vec<CellWords>,
    /// Figure asked.
    pub figures: Option<CellWords>,
    /// Evidence asked, line by line.
    pub evidence: Vec<CellWords>,
    /// Documents that remarks name, which are asked for and not required.
    pub noted: Vec<CellWords>,
    /// Mark in the column of the survey.
    pub survey: Option<CellWords>,
    /// Everything else.
    pub others: Vec<CellWords>,
}

impl Row {
    /// Says what its points say of their sign: the column that they stand in, or their cell.
    pub fn sign(&self) -> Option<Sign> {
        if self.max.as_ref().is_some_and(Points::is_negative) {
            return Some(Sign::Penalty);
        }
        let column = self.signed.as_ref().map(|(sign, _)| *sign);
        column.or_else(|| self.max_cell.1.as_deref().and_then(of_cell).map(|(sign, _)| sign))
    }

    /// Tells whether anything stands in the cell of its maximum.
    pub fn has_maximum(&self) -> bool {
        self.max.is_some() || self.max_cell.1.as_deref().is_some_and(|shown| !shown.trim().is_empty())
    }
}
