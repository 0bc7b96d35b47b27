//! Row of a plain table: what somebody typed for a criterion of a unit.

use super::column::{Measure, said_top};
use super::round::SaidRound;
use crate::assessment::Claim;
use crate::criteria::{CriteriaSet, Leaf};
use crate::figure::{Choice, Figure, Input};
use crate::finding::appraisal::NAMES_DIFFER;
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Place};
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;
use crate::typed::id::{Named, named};
use crate::typed::value;
use crate::workbook::{Cell, Value};

/// One figure of a table, with everything that its row says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Unit, as typed.
    pub unit: String,
    /// Criterion, as it stands in its cell.
    pub criterion: Cell,
    /// Figure of the criterion that the row gives in place of points: id or label of an input, as typed.
    pub input: Option<String>,
    /// Group of respondents, as typed.
    pub respondents: Option<String>,
    /// Group of respondents that the heading of the column names, bare.
    pub group_of_heading: Option<String>,
    /// Answer that could be chosen, as typed.
    pub answer: Option<String>,
    /// Number of the ballot that the row is.
    pub ballot: Option<String>,
    /// How many were asked, as it stands in its cell.
    pub sample: Option<Cell>,
    /// Weight of the group, as it stands in its cell.
    pub weight: Option<Cell>,
    /// What the cell of the row is for.
    pub gives: RowGives,
    /// Heading of its column, as typed.
    pub heading: String,
    /// Whether the row has points in another column.
    pub beside_points: bool,
    /// Points, the figure, or whether the criterion applies, as they stand in their cell.
    pub points: Cell,
    /// Reason.
    pub reason: Option<String>,
    /// Whether the table has a column for reasons.
    pub reason_asked: bool,
    /// Who appraised, as typed.
    pub appraiser: Option<String>,
    /// Whether the line is marked as the one that counts (chốt).
    pub is_final: bool,
    /// Round of appraisal that the table says.
    pub round: SaidRound,
    /// Where the points stand.
    pub place: Place,
}

/// What a cell of a table gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowGives {
    /// A figure in this unit of measure.
    Value(Measure),
    /// Whether the criterion, or a part of it, applies.
    Applies,
    /// What a ballot says: an answer chosen, or a mark given.
    Ballot,
}

impl Row {
    /// Tells whether it gives points, not a figure that points are computed of.
    pub fn gives_points(&self) -> bool {
        self.gives == RowGives::Value(Measure::Points)
    }

    /// Tells whether the heading of the column names the group of respondents, not a cell of the row.
    pub fn heading_names_group(&self) -> bool {
        self.group_of_heading.is_some() && self.group_of_heading == self.respondents
    }

    /// Gives the most that a figure of its column can be, where the heading says so.
    pub fn said_top(&self) -> Option<Points> {
        said_top(&self.heading)
    }

    /// Finds the criterion that the row names. [`Named::Several`] comes with its finding, [`Named::Unknown`] without one.
    pub fn criterion(&self, set: &CriteriaSet) -> Checked<Named> {
        let found = named(&self.criterion, set);
        let findings = match &found {
            Named::Several(ids) => {
                let typed = self.criterion.shown();
                let list = ids.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
                if matches!(self.criterion.value, Value::Text(_)) {
                    let message = text!(
                        "“{typed}” có thể là tiêu chí {list}; dòng này chưa được tính.",
                        "“{typed}” may be criterion {list}, so the line does not count yet."
                    );
                    return Checked { value: found, findings: vec![Finding::new(&NAMES_DIFFER, message).at(self.place.clone())] };
                }
                let message = text!(
                    "Mã tiêu chí “{typed}” đã bị Excel đổi kiểu, có thể là {list}; dòng này chưa được tính.",
                    "Excel changed the id “{typed}”; it may be {list}, so the line does not count yet."
                );
                vec![Finding::new(&code::ID_AS_NUMBER, message).at(self.place.clone())]
            }
            _ => Vec::new(),
        };
        Checked { value: found, findings }
    }

    /// Gives the row as one of the criterion alone, and the part, where it names a part: `1.1/p2`.
    pub fn of_part(&self) -> Option<(Self, String)> {
        let shown = self.criterion.shown();
        let (criterion, part) = shown.rsplit_once('/')?;
        Some((Self { criterion: Cell::text(criterion.trim()), ..self.clone() }, part.trim().to_owned()))
    }

    /// Tells whether the criterion applies, as the row says; `None` for words that say neither.
    pub fn applies(&self) -> Option<bool> {
        applies(&self.points)
    }

    /// Finds the input that the row names by its id or label.
    pub fn input<'l>(&self, leaf: &'l Leaf) -> Option<&'l Input> {
        let typed = bare(self.input.as_deref()?);
        leaf.inputs.iter().find(|input| bare(input.id.as_str()) == typed || bare(&input.label) == typed)
    }

    /// Reads the figure that an input of the criterion asks for.
    pub fn figure(&self, input: &Input) -> Checked<Figure> {
        self.figure_of(input, &[])
    }

    /// Reads the figure that an input of the criterion asks for, one of these choices where it asks for a choice.
    pub fn figure_of(&self, input: &Input, choices: &[Choice]) -> Checked<Figure> {
        self.placed(value::figure(Some(&self.points), input, choices))
    }

    /// Says of everything found in a value where the row stands.
    pub fn placed<T>(&self, read: Checked<T>) -> Checked<T> {
        let Checked { value, findings } = read;
        Checked { value, findings: findings.into_iter().map(|finding| finding.at(self.place.clone())).collect() }
    }

    /// Reads the points of a unit, for a criterion with this maximum; what is no number comes with its finding.
    pub fn points(&self, max: &Points, unit: &str) -> Checked<Option<Points>> {
        match value::claim(Some(&self.points), max).value {
            Claim::Points(points) => Checked::clean(Some(points)),
            Claim::Blank | Claim::NotApplicable | Claim::Wrong(_) => {
                let (typed, criterion) = (self.points.shown(), self.criterion.shown());
                let message = text!(
                    "Điểm “{typed}” của “{unit}”, tiêu chí {criterion}, không phải là một số hoặc có thể hiểu hai cách; chưa được tính.",
                    "The points “{typed}” of “{unit}”, criterion {criterion}, are not a number, or can be read in two ways; they do not count."
                );
                Checked { value: None, findings: vec![Finding::new(&code::TABLE_POINTS, message).at(self.place.clone())] }
            }
        }
    }
}

/// Reads a cell that says whether something applies; `None` for what says neither.
pub fn applies(cell: &Cell) -> Option<bool> {
    match bare(&cell.shown()).trim() {
        "co" | "yes" | "ap dung" | "co ap dung" => Some(true),
        "khong" | "no" | "khong ap dung" => Some(false),
        _ => None,
    }
}
