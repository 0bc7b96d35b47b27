//! What each column of a heading is taken for, before those that are read are chosen.

use super::Heading;
use crate::intake::heading::Sense;
use crate::intake::table::across::{Named, Read, is_figure, is_no_unit, rival_points, wide};
use crate::intake::table::column::{Column, Measure, ValueColumn, column};
use crate::intake::table::known::Known;
use crate::intake::table::naming::Names;
use crate::intake::table::round::{SaidRound, spaced};
use crate::intake::table::stack::Words;
use crate::intake::table::title::Title;
use crate::workbook::{Cell, Grid};

/// Columns of a heading, sorted by what they hold.
pub(super) struct Gathered<'g> {
    /// Heading with what is taken so far.
    heading: Heading,
    /// What stands above the table.
    title: &'g Title,
    /// Columns of figures.
    values: Vec<Read>,
    /// Columns of sample sizes, each with its rank.
    samples: Vec<(u8, u32)>,
    /// Columns of votes.
    votes: Vec<u32>,
    /// Whether criteria or units stand across the top.
    across: bool,
    /// Columns whose heading says nothing that is known.
    unknown: Vec<(u32, &'g Cell)>,
}

impl<'g> Gathered<'g> {
    /// Begins with the columns of units and criteria.
    pub(super) const fn new(heading: Heading, title: &'g Title) -> Self {
        Self { heading, title, values: Vec::new(), samples: Vec::new(), votes: Vec::new(), across: false, unknown: Vec::new() }
    }

    /// Takes a column by the words of its heading.
    pub(super) fn column(&mut self, at: u32, words: &'g Words, known: &Known<'_>) {
        let Words { over, own, cell } = words;
        let joined = if over.is_empty() { own.clone() } else { format!("{over} {own}") };
        self.heading.words.insert(at, joined.clone());
        if Some(at) == self.heading.unit || Some(at) == self.heading.criterion {
            return;
        }
        let named = Named { units: self.heading.unit.is_some(), criteria: self.heading.criterion.is_some() };
        if let Some(named) = wide(at, over, cell, named, self.title, known) {
            self.across |= named.input.is_none();
            self.values.push(named);
            return;
        }
        let only = column(own, known.survey);
        let said = match column(&joined, known.survey) {
            Column::Unknown | Column::Aside if !over.is_empty() && only != Column::Unknown => only,
            said => said,
        };
        self.sort(at, said, own, cell);
    }

    /// Puts a column among those of its kind.
    fn sort(&mut self, at: u32, said: Column, own: &str, cell: &'g Cell) {
        let heading = &mut self.heading;
        match said {
            Column::Input => heading.names(Names::Input, at),
            Column::Respondents => heading.names(Names::Respondents, at),
            Column::Answer => heading.names(Names::Answer, at),
            // Each number of a ballot tells it from others: any of them will do.
            Column::Ballot => heading.ballot = heading.ballot.or(Some(at)),
            Column::Weight => heading.names(Names::Weight, at),
            Column::Measure => heading.names(Names::Measure, at),
            Column::Round => heading.names(Names::Round, at),
            Column::Unit => heading.names(Names::Unit, at),
            Column::Criterion => heading.names(Names::Criterion, at),
            Column::Sample(rank) => self.samples.push((rank, at)),
            Column::Reason => heading.reasons.push(at),
            Column::Appraiser => heading.appraiser = heading.appraiser.or(Some(at)),
            Column::Final => heading.marked_final = heading.marked_final.or(Some(at)),
            Column::Applies(round) => heading.applies.push((at, round)),
            Column::Value(says) => {
                if says.measure == Measure::Votes {
                    self.votes.push(at);
                }
                self.values.push(Read { column: at, says, criterion: None, unit: None, input: None });
            }
            // "Mã" and "Lĩnh vực" are said of criteria where another column names these.
            Column::Unknown if heading.criterion.is_some() && ["ma", "linh vuc", "nhom tieu chi"].contains(&spaced(own).as_str()) => {
                heading.names(Names::Criterion, at);
            }
            Column::Unknown => self.unknown.push((at, cell)),
            Column::Aside => {
                heading.aside.insert(at);
            }
        }
    }

    /// Chooses the columns that are read; nothing where they make no table.
    pub(super) fn read(mut self, grid: &Grid, known: &Known<'_>) -> Option<Heading> {
        if self.across {
            self.ask_among(grid, known);
        }
        self.suspect_points(grid);
        let Self { mut heading, title, mut values, mut samples, votes, across, .. } = self;
        heading.refuse(&mut values, title, grid, known);
        for value in &mut values {
            title.speaks_for(&mut value.says, heading.round.is_some());
        }
        let votes_are_figures = heading.answer.is_some() || heading.input.is_some();
        if !votes_are_figures && values.iter().any(|value| value.says.measure != Measure::Votes) {
            values.retain(|value| value.says.measure != Measure::Votes);
            samples.extend(votes.into_iter().map(|at| (0, at)));
        }
        for at in best_samples(&samples) {
            heading.names(Names::Sample, at);
        }
        heading.take(values, grid, known);
        let complete = match (heading.unit, heading.criterion) {
            (Some(_), Some(_)) => true,
            (Some(_), None) => across,
            (None, _) if across => true,
            (None, _) => {
                heading.title_unit = title.unit(grid, known);
                heading.title_unit.is_some()
            }
        };
        (complete && heading.holds_something()).then_some(heading)
    }

    /// Asks for columns that stand among criteria or units, with figures below them, and are none of them, as for one of them.
    ///
    /// Sums and maxima stand among them, too.
    fn ask_among(&mut self, grid: &Grid, known: &Known<'_>) {
        let words = &self.heading.words;
        let named = |value: &Read| value.criterion.is_some() || value.unit.is_some() || value.input.is_some();
        self.values.retain(|value| named(value) || !words.get(&value.column).is_some_and(|words| is_no_unit(words)));
        let of_criteria = self.heading.criterion.is_none();
        for (at, cell) in std::mem::take(&mut self.unknown) {
            if is_no_unit(&cell.shown()) || cell.is_blank() || !has_figures(grid, self.heading.data, at) {
                continue;
            }
            let says = ValueColumn {
                measure: self.title.measure.unwrap_or(if known.survey { Measure::Unsaid } else { Measure::Points }),
                round: SaidRound::Unsaid,
                sense: Sense::default(),
                by: None,
                respondents: None,
            };
            let (criterion, unit) = (of_criteria.then(|| cell.clone()), (!of_criteria).then(|| cell.shown()));
            self.values.push(Read { column: at, says, criterion, unit, input: None });
        }
    }

    /// Adds columns that may be a second one of points.
    fn suspect_points(&mut self, grid: &Grid) {
        let filled = self.unknown.iter().filter(|(at, _)| has_figures(grid, self.heading.data, *at));
        let rivals: Vec<Read> = filled.filter_map(|(at, _)| rival_points(*at, self.heading.words_of(*at), &self.values)).collect();
        self.values.extend(rivals);
    }
}

/// Tells whether figures stand in a column from a row on.
fn has_figures(grid: &Grid, data: u32, at: u32) -> bool {
    grid.cells.range((data, 0)..).any(|((_, column), cell)| *column == at && is_figure(cell))
}

/// Gives the columns of sample sizes: valid ballots before all that came back, those before any other.
fn best_samples(columns: &[(u8, u32)]) -> Vec<u32> {
    let best = columns.iter().map(|(rank, _)| *rank).max();
    columns.iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, at)| *at).collect()
}
