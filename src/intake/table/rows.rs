//! The rows below a heading.

use super::across::{Read, is_figure, is_no_unit};
use super::column::{Measure, measure_alone};
use super::heading::Heading;
use super::known::Known;
use super::naming::{self, Names};
use super::round::SaidRound;
use super::row::{Row, RowGives};
use crate::finding::appraisal::BALLOT_BLANK;
use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::fold::bare;
use crate::typed::value;
use crate::workbook::{Cell, Grid, address};

/// Gives the place of a cell, or of its line where the file is text.
pub fn place(grid: &Grid, file: &str, lines: bool, row: u32, column: u32) -> Place {
    if lines {
        Place { line: usize::try_from(row).ok().map(|row| row + 1), ..Place::file(file) }
    } else {
        Place::cell(file, &grid.name, address(row, column))
    }
}

/// Cell of a row that gives something.
struct Given<'g> {
    column: u32,
    gives: RowGives,
    cell: &'g Cell,
    round: SaidRound,
    read: Option<&'g Read>,
}

/// Reads the rows of a table.
pub fn read(
    heading: &Heading,
    grid: &Grid,
    (file, lines): (&str, bool),
    known: &Known<'_>,
    rows: &mut Vec<Row>,
    findings: &mut Vec<Finding>,
) {
    let mut last = None;
    let reader = Reader { heading, grid, file, lines, known };
    for (row, _) in grid.cells.range((heading.data, 0)..(heading.end, 0)).map(|(at, _)| *at) {
        if last.replace(row) != Some(row) {
            reader.row(row, rows, findings);
        }
    }
}

/// What a row is read with.
struct Reader<'a> {
    heading: &'a Heading,
    grid: &'a Grid,
    file: &'a str,
    lines: bool,
    known: &'a Known<'a>,
}

/// What the cells of a row name.
struct NamedBy<'a> {
    unit: Option<String>,
    criterion: Option<&'a Cell>,
    input: Option<&'a Cell>,
    respondents: Option<&'a Cell>,
    answer: Option<&'a Cell>,
    round: Option<&'a Cell>,
    measure: Option<&'a Cell>,
    weight: Option<&'a Cell>,
    sample: Option<&'a Cell>,
}

impl<'a> Reader<'a> {
    /// Gives the place of a cell.
    fn place(&self, row: u32, column: u32) -> Place {
        place(self.grid, self.file, self.lines, row, column)
    }

    /// Gives what the cells of a row name, and a finding for each that names two things.
    fn names(&self, row: u32) -> (NamedBy<'a>, Vec<Finding>) {
        let mut differing = Vec::new();
        let mut named = |names: Names| {
            naming::of_row(names, &self.heading.columns(names), (self.grid, row), self.known).unwrap_or_else(|(column, finding)| {
                differing.push(finding.at(self.place(row, column)));
                None
            })
        };
        let by = NamedBy {
            unit: named(Names::Unit).map(Cell::shown).or(self.heading.title_unit.clone()).filter(|words| !words.is_empty()),
            criterion: named(Names::Criterion),
            input: named(Names::Input),
            respondents: named(Names::Respondents),
            answer: named(Names::Answer),
            round: named(Names::Round),
            measure: named(Names::Measure),
            weight: named(Names::Weight),
            sample: named(Names::Sample),
        };
        (by, differing)
    }

    /// Tells whether a row is one of sums, means or maxima.
    fn is_of_no_unit(&self, row: u32, by: &NamedBy<'_>) -> bool {
        let named = [by.unit.clone(), by.criterion.map(Cell::shown)].into_iter().flatten().any(|words| is_no_unit(&words));
        // “Tổng cộng” may stand in the column of numbers.
        let begins = || self.grid.row(row).next().is_some_and(|(_, cell)| is_no_unit(&cell.shown()));
        named || (by.unit.is_none() || by.criterion.is_none()) && begins()
    }

    /// Reads one row.
    fn row(&self, row: u32, rows: &mut Vec<Row>, findings: &mut Vec<Finding>) {
        let (by, differing) = self.names(row);
        if self.is_of_no_unit(row, &by) {
            return;
        }
        let given = given(self.heading, self.grid, row, by.measure);
        if !differing.is_empty() {
            findings.extend(differing.into_iter().filter(|_| !given.is_empty()));
            return;
        }
        if given.is_empty()
            && let Some(number) = unanswered(self.heading, self.grid, row)
        {
            let message = text!(
                "Phiếu điều tra “{number}” không ghi phương án trả lời; phiếu không được tính.",
                "Questionnaire “{number}” gives no answer; it does not count."
            );
            findings.push(Finding::new(&BALLOT_BLANK, message).at(self.place(row, self.heading.ballot.unwrap_or_default())));
            return;
        }
        let points = given.iter().any(|one| one.gives == RowGives::Value(Measure::Points));
        for one in given {
            match self.result(row, &by, &one, points) {
                Some(read) => rows.push(read),
                // A name or a remark below the table is no result.
                None if !is_figure(one.cell) => {}
                None => {
                    let typed = one.cell.shown();
                    let message = text!(
                        "Dòng có điểm “{typed}” nhưng thiếu đơn vị hoặc tiêu chí.",
                        "A row has the points “{typed}” but lacks a unit or a criterion."
                    );
                    findings.push(Finding::new(&code::TABLE_ROW_INCOMPLETE, message).at(self.place(row, one.column)));
                }
            }
        }
    }

    /// Gives what one cell of a row says; nothing where no unit or no criterion is named. `points` tells whether the row has
    /// points.
    fn result(&self, row: u32, by: &NamedBy<'_>, one: &Given<'_>, points: bool) -> Option<Row> {
        let (heading, grid) = (self.heading, self.grid);
        let of_heading = |part: fn(&Read) -> Option<&String>| one.read.and_then(part).cloned();
        let is_points = one.gives == RowGives::Value(Measure::Points);
        // Beside a column of figures, points are of the criterion, not of the figure that the row names.
        let beside_figures = is_points && !self.known.survey && heading.values.iter().any(|read| read.says.measure == Measure::Unsaid);
        Some(Row {
            unit: of_heading(|read| read.unit.as_ref()).or(by.unit.clone())?,
            criterion: one.read.and_then(|read| read.criterion.clone()).or(by.criterion.cloned())?,
            input: value::words(by.input.filter(|_| !beside_figures)).or(of_heading(|read| read.input.as_ref())),
            group_of_heading: of_heading(|read| read.says.respondents.as_ref()),
            respondents: value::words(by.respondents).or(of_heading(|read| read.says.respondents.as_ref())),
            answer: value::words(by.answer),
            ballot: value::words(heading.ballot.and_then(|column| grid.standing(row, column))),
            sample: by.sample.cloned(),
            weight: by.weight.cloned(),
            gives: one.gives,
            heading: heading.words_of(one.column).to_owned(),
            beside_points: points && !is_points,
            points: one.cell.clone(),
            reason: heading.reason(one.column).and_then(|column| value::reason(grid.get(row, column))),
            reason_asked: !heading.reasons.is_empty(),
            appraiser: value::words(said(heading.appraiser, grid, row)),
            is_final: said(heading.marked_final, grid, row).is_some_and(is_mark),
            round: one.round.clone().and(by.round.map_or(SaidRound::Unsaid, |cell| SaidRound::of_words(&cell.shown()))),
            place: self.place(row, one.column),
        })
    }
}

/// Gives a cell of a row by its column.
fn said(column: Option<u32>, grid: &Grid, row: u32) -> Option<&Cell> {
    grid.get(row, column?)
}

/// Tells whether a cell marks its line.
pub fn is_mark(cell: &Cell) -> bool {
    ["x", "×", "✓", "✔", "v", "co", "chot", "yes", "1"].contains(&bare(&cell.shown()).trim())
}

/// Lists what a row gives.
fn given<'g>(heading: &'g Heading, grid: &'g Grid, row: u32, measure: Option<&Cell>) -> Vec<Given<'g>> {
    let measured = measure.and_then(|cell| measure_alone(&cell.shown()));
    let values = heading.values.iter().filter_map(|read| {
        let gives = match (heading.ballot, read.says.measure, measured) {
            (Some(_), ..) => RowGives::Ballot,
            (None, Measure::Unsaid, Some(measure)) => RowGives::Value(measure),
            (None, measure, _) => RowGives::Value(measure),
        };
        let cell = grid.get(row, read.column)?;
        Some(Given { column: read.column, gives, cell, round: read.says.round.clone(), read: Some(read) })
    });
    let applies = heading.applies.iter().filter_map(|(column, round)| {
        let cell = grid.get(row, *column)?;
        Some(Given { column: *column, gives: RowGives::Applies, cell, round: heading.round_of_applies(round), read: None })
    });
    let ballots = heading.answer.filter(|_| heading.ballot.is_some() && heading.values.is_empty()).and_then(|column| {
        let cell = grid.get(row, column)?;
        Some(Given { column, gives: RowGives::Ballot, cell, round: SaidRound::Unsaid, read: None })
    });
    values.chain(applies).chain(ballots).collect()
}

/// Gives the number of a ballot that names a unit or a criterion in its row, and nothing else.
fn unanswered(heading: &Heading, grid: &Grid, row: u32) -> Option<String> {
    let number = value::words(heading.ballot.and_then(|column| grid.get(row, column)))?;
    let of_something =
        [heading.unit, heading.criterion].into_iter().flatten().any(|column| grid.get(row, column).is_some_and(|cell| !cell.is_blank()));
    of_something.then_some(number)
}
