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
    for (row, _) in grid.cells.range((heading.data, 0)..(heading.end, 0)).map(|(at, _)| *at) {
        if last.replace(row) == Some(row) {
            continue;
        }
        let mut differing = Vec::new();
        let mut named = |names: Names| {
            naming::of_row(names, &heading.columns(names), (grid, row), known).unwrap_or_else(|(column, finding)| {
                differing.push(finding.at(place(grid, file, lines, row, column)));
                None
            })
        };
        let unit = named(Names::Unit).map(Cell::shown).or(heading.title_unit.clone()).filter(|words| !words.is_empty());
        let criterion = named(Names::Criterion);
        if [unit.clone(), criterion.map(Cell::shown)].into_iter().flatten().any(|words| is_no_unit(&words)) {
            continue;
        }
        // “Tổng cộng” may stand in the column of numbers.
        if (unit.is_none() || criterion.is_none()) && grid.row(row).next().is_some_and(|(_, cell)| is_no_unit(&cell.shown())) {
            continue;
        }
        let [input, respondents, answer, round, measure, weight, sample] =
            [Names::Input, Names::Respondents, Names::Answer, Names::Round, Names::Measure, Names::Weight, Names::Sample].map(named);
        let given = given(heading, grid, row, measure);
        if !differing.is_empty() {
            findings.extend(differing.into_iter().filter(|_| !given.is_empty()));
            continue;
        }
        if given.is_empty()
            && let Some(number) = unanswered(heading, grid, row)
        {
            let message = text!(
                "Phiếu “{number}” không ghi câu trả lời; phiếu không được tính.",
                "Ballot “{number}” says no answer; it does not count."
            );
            findings.push(Finding::new(&BALLOT_BLANK, message).at(place(grid, file, lines, row, heading.ballot.unwrap_or_default())));
            continue;
        }
        let (appraiser, is_final) =
            (value::words(said(heading.appraiser, grid, row)), said(heading.marked_final, grid, row).is_some_and(is_mark));
        let points = given.iter().any(|one| one.gives == RowGives::Value(Measure::Points));
        let figures = !known.survey && heading.values.iter().any(|read| read.says.measure == Measure::Unsaid);
        let beside_figures = |one: &Given<'_>| figures && one.gives == RowGives::Value(Measure::Points);
        for one in given {
            let read_unit = one.read.and_then(|read| read.unit.clone()).or(unit.clone());
            let read_criterion = one.read.and_then(|read| read.criterion.clone()).or(criterion.cloned());
            let (Some(unit), Some(criterion)) = (read_unit, read_criterion) else {
                // A name or a remark below the table is no result.
                if !is_figure(one.cell) {
                    continue;
                }
                let typed = one.cell.shown();
                let message = text!(
                    "Hàng có điểm “{typed}” nhưng thiếu đơn vị hoặc tiêu chí.",
                    "A row has the points “{typed}” but lacks a unit or a criterion."
                );
                findings.push(Finding::new(&code::TABLE_ROW_INCOMPLETE, message).at(place(grid, file, lines, row, one.column)));
                continue;
            };
            let of_heading = |part: fn(&Read) -> Option<&String>| one.read.and_then(part).cloned();
            rows.push(Row {
                unit,
                criterion,
                // Beside a column of figures, points are of the criterion, not of the figure that the row names.
                input: value::words(input.filter(|_| !beside_figures(&one))).or(of_heading(|read| read.input.as_ref())),
                group_of_heading: of_heading(|read| read.says.respondents.as_ref()),
                respondents: value::words(respondents).or(of_heading(|read| read.says.respondents.as_ref())),
                answer: value::words(answer),
                ballot: value::words(heading.ballot.and_then(|column| grid.standing(row, column))),
                sample: sample.cloned(),
                weight: weight.cloned(),
                gives: one.gives,
                heading: heading.words_of(one.column).to_owned(),
                beside_points: points && one.gives != RowGives::Value(Measure::Points),
                points: one.cell.clone(),
                reason: heading.reason(one.column).and_then(|column| value::reason(grid.get(row, column))),
                reason_asked: !heading.reasons.is_empty(),
                appraiser: appraiser.clone(),
                is_final,
                round: one.round.and(round.map_or(SaidRound::Unsaid, |cell| SaidRound::of_words(&cell.shown()))),
                place: place(grid, file, lines, row, one.column),
            });
        }
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
