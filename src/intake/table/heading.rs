//! Where the heading of a plain table stands, and which of its columns is read.

use std::collections::{BTreeMap, BTreeSet};

use super::across::{Named, Read, is_figure, is_no_unit, rival_points, wide};
use super::column::{By, Column, Measure, PER_MILLE, ValueColumn, column, speaks_of_numbers, speaks_of_points};
use super::known::Known;
use super::naming::Names;
use super::round::{SaidRound, spaced};
use super::stack::{Words, stacked};
use super::title::{Refused, Title};
use crate::assessment::Round;
use crate::intake::foreign::{Chosen, choose};
use crate::intake::heading::Sense;
use crate::text::fold::bare;
use crate::workbook::{Cell, Grid, Value};

/// Rows that the first heading of a sheet is looked for in.
const HEADING_WITHIN: u32 = 40;
/// Most bytes of a heading of units or criteria.
const LONGEST_NAME: usize = 100;

/// Where the columns of a table stand.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// First row.
    pub top: u32,
    /// First row of data.
    pub data: u32,
    /// Row behind the last one of the table.
    pub end: u32,
    /// Column of units.
    pub unit: Option<u32>,
    /// Unit of the whole table, as its label, its title or the sheet's name says.
    pub title_unit: Option<String>,
    /// Column of criteria.
    pub criterion: Option<u32>,
    /// Column of names of figures.
    pub input: Option<u32>,
    /// Column of groups of respondents.
    pub respondents: Option<u32>,
    /// Column of answers.
    pub answer: Option<u32>,
    /// Column of ballots.
    pub ballot: Option<u32>,
    /// Column of sample sizes.
    pub sample: Option<u32>,
    /// Column of weights.
    pub weight: Option<u32>,
    /// Column of units of measure.
    pub measure: Option<u32>,
    /// Column of rounds.
    pub round: Option<u32>,
    /// Further columns of a kind that one above is of, which must name the same.
    pub further: Vec<(Names, u32)>,
    /// Columns of reasons.
    pub reasons: Vec<u32>,
    /// Column of appraisers.
    pub appraiser: Option<u32>,
    /// Column of marks on the line that counts.
    pub marked_final: Option<u32>,
    /// Columns that say what applies, each with the round that its heading names.
    pub applies: Vec<(u32, SaidRound)>,
    /// Columns of figures that are read.
    pub values: Vec<Read>,
    /// Columns of figures in no unit of measure.
    pub unsaid: Vec<Read>,
    /// Choices between columns of one role, with what each is: what is read, what is left and why.
    pub choices: Vec<(Measure, Chosen<u32>)>,
    /// Columns that are known, and not asked for.
    pub aside: BTreeSet<u32>,
    /// Why the table is no result, with the words that say so and a column of it.
    pub refused: Option<(Refused, String, u32)>,
    /// Words of every column.
    pub words: BTreeMap<u32, String>,
    /// What stands above it.
    pub titles: Vec<String>,
}

/// Finds the first heading of a sheet.
pub fn first(grid: &Grid, known: &Known<'_>) -> Option<Heading> {
    let rows = grid.rows().into_iter().take_while(|top| *top < HEADING_WITHIN);
    rows.into_iter().find_map(|top| Heading::at(grid, top, 0, known))
}

/// Finds the headings of a sheet, from the top down, each with the rows that it stands for.
pub fn all(grid: &Grid, known: &Known<'_>) -> Vec<Heading> {
    let mut found: Vec<Heading> = first(grid, known).into_iter().collect();
    // Tables are long, and say the same few words over and over.
    let mut names: BTreeMap<&str, bool> = BTreeMap::new();
    for top in &grid.rows() {
        let Some(above) = found.last().map(|heading| heading.data) else { break };
        let says_name = |words: &str| matches!(column(words, known.survey), Column::Unit | Column::Criterion);
        let mut begins = grid.row(*top).filter_map(|(_, cell)| match &cell.value {
            Value::Text(words) if words.len() <= LONGEST_NAME => Some(words.as_str()),
            _ => None,
        });
        if *top < above || !begins.any(|words| *names.entry(words).or_insert_with(|| says_name(words))) {
            continue;
        }
        // Below the first heading only rows of words are looked at: rows of criteria have figures.
        if grid.row(*top).any(|(_, cell)| !matches!(cell.value, Value::Text(_))) {
            continue;
        }
        // A group of respondents may be called as columns of units are: “Sở, ngành”.
        let units = found.last().and_then(|heading| heading.unit);
        if units.and_then(|column| grid.shown(*top, column)).is_some_and(|words| known.unit(&words).is_some()) {
            continue;
        }
        if let Some(heading) = Heading::at(grid, *top, above, known) {
            if let Some(last) = found.last_mut() {
                last.end = *top;
            }
            found.push(heading);
        }
    }
    found
}

impl Heading {
    /// Reads a heading whose first row this is; `above` is where what stands above it begins.
    fn at(grid: &Grid, top: u32, above: u32, known: &Known<'_>) -> Option<Self> {
        let first: BTreeMap<u32, Column> = grid.row(top).map(|(at, cell)| (at, column(&cell.shown(), known.survey))).collect();
        let of = |wanted: &Column| first.iter().find(|(_, column)| *column == wanted).map(|(at, _)| *at);
        let (unit, criterion) = (of(&Column::Unit), of(&Column::Criterion));
        if unit.is_none() && criterion.is_none() {
            return None;
        }
        let (words, data) = stacked(grid, top, &[unit, criterion], known);
        let mut heading = Self { top, data, end: u32::MAX, unit, criterion, ..Self::default() };
        let title = Title::above(grid, above, top, known);
        heading.titles = grid.cells.range((title.rows.start, 0)..(top, 0)).map(|(_, cell)| cell.shown()).collect();
        let mut values: Vec<Read> = Vec::new();
        let mut samples: Vec<(u8, u32)> = Vec::new();
        let mut votes: Vec<u32> = Vec::new();
        // Whether criteria or units stand across the top.
        let mut across = false;
        let mut unknown: Vec<(u32, &Cell)> = Vec::new();
        for (at, Words { over, own, cell }) in &words {
            let joined = if over.is_empty() { own.clone() } else { format!("{over} {own}") };
            heading.words.insert(*at, joined.clone());
            let only = column(own, known.survey);
            let said = match column(&joined, known.survey) {
                Column::Unknown | Column::Aside if !over.is_empty() && only != Column::Unknown => only,
                said => said,
            };
            let read = |says: ValueColumn| Read { column: *at, says, criterion: None, unit: None, input: None };
            if Some(*at) == unit || Some(*at) == criterion {
                continue;
            }
            if let Some(named) =
                wide(*at, over, cell, Named { units: heading.unit.is_some(), criteria: heading.criterion.is_some() }, &title, known)
            {
                across |= named.input.is_none();
                values.push(named);
                continue;
            }
            match said {
                Column::Input => heading.names(Names::Input, *at),
                Column::Respondents => heading.names(Names::Respondents, *at),
                Column::Answer => heading.names(Names::Answer, *at),
                // Each number of a ballot tells it from others: any of them will do.
                Column::Ballot => heading.ballot = heading.ballot.or(Some(*at)),
                Column::Weight => heading.names(Names::Weight, *at),
                Column::Measure => heading.names(Names::Measure, *at),
                Column::Round => heading.names(Names::Round, *at),
                Column::Unit => heading.names(Names::Unit, *at),
                Column::Criterion => heading.names(Names::Criterion, *at),
                Column::Sample(rank) => samples.push((rank, *at)),
                Column::Reason => heading.reasons.push(*at),
                Column::Appraiser => heading.appraiser = heading.appraiser.or(Some(*at)),
                Column::Final => heading.marked_final = heading.marked_final.or(Some(*at)),
                Column::Applies(round) => heading.applies.push((*at, round)),
                Column::Value(says) if says.measure == Measure::Votes => {
                    votes.push(*at);
                    values.push(read(says));
                }
                Column::Value(says) => values.push(read(says)),
                // "Mã" and "Lĩnh vực" are said of criteria where another column names these.
                Column::Unknown if criterion.is_some() && ["ma", "linh vuc", "nhom tieu chi"].contains(&spaced(own).as_str()) => {
                    heading.names(Names::Criterion, *at);
                }
                Column::Unknown => unknown.push((*at, cell)),
                Column::Aside => {
                    heading.aside.insert(*at);
                }
            }
        }
        if across {
            // What stands among criteria or units, with figures below it, and is none of them, is asked for as one of them.
            // Sums and maxima stand among them, too.
            unknown.retain(|(_, cell)| !is_no_unit(&cell.shown()));
            let words = &heading.words;
            let named = |value: &Read| value.criterion.is_some() || value.unit.is_some() || value.input.is_some();
            values.retain(|value| named(value) || !words.get(&value.column).is_some_and(|words| is_no_unit(words)));
            for (at, cell) in unknown.drain(..) {
                let says = ValueColumn {
                    measure: title.measure.unwrap_or(if known.survey { Measure::Unsaid } else { Measure::Points }),
                    round: SaidRound::Unsaid,
                    sense: Sense::default(),
                    by: None,
                    respondents: None,
                };
                let of_criteria = heading.criterion.is_none();
                let (criterion, unit) = (of_criteria.then(|| cell.clone()), (!of_criteria).then(|| cell.shown()));
                let figures = grid.cells.range((data, 0)..).filter(|((_, column), cell)| *column == at && is_figure(cell)).count();
                if figures > 0 && !cell.is_blank() {
                    values.push(Read { column: at, says, criterion, unit, input: None });
                }
            }
        }
        let (first_row, doubtful) = (data, &unknown);
        let filled = |at: u32| grid.cells.range((first_row, 0)..).any(|((_, column), cell)| *column == at && is_figure(cell));
        let rivals: Vec<Read> =
            doubtful.iter().filter(|(at, _)| filled(*at)).filter_map(|(at, _)| rival_points(*at, heading.words_of(*at), &values)).collect();
        values.extend(rivals);
        heading.refuse(&mut values, &title, grid, known);
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

    /// Takes a column that names something; a second one of a kind is kept beside the first.
    fn names(&mut self, names: Names, at: u32) {
        let first = self.first_of(names);
        if first.is_none() {
            *first = Some(at);
        } else {
            self.further.push((names, at));
        }
    }

    /// Gives the first column of a kind.
    fn first_of(&mut self, names: Names) -> &mut Option<u32> {
        match names {
            Names::Unit => &mut self.unit,
            Names::Criterion => &mut self.criterion,
            Names::Input => &mut self.input,
            Names::Respondents => &mut self.respondents,
            Names::Answer => &mut self.answer,
            Names::Round => &mut self.round,
            Names::Measure => &mut self.measure,
            Names::Weight => &mut self.weight,
            Names::Sample => &mut self.sample,
        }
    }

    /// Gives all columns of a kind, in their order.
    pub fn columns(&self, names: Names) -> Vec<u32> {
        let first = match names {
            Names::Unit => self.unit,
            Names::Criterion => self.criterion,
            Names::Input => self.input,
            Names::Respondents => self.respondents,
            Names::Answer => self.answer,
            Names::Round => self.round,
            Names::Measure => self.measure,
            Names::Weight => self.weight,
            Names::Sample => self.sample,
        };
        let further = self.further.iter().filter(|(of, _)| *of == names).map(|(_, at)| *at);
        first.into_iter().chain(further).collect()
    }

    /// Drops the columns that are no result, as the title says; where none is left, the whole table.
    fn refuse(&mut self, values: &mut Vec<Read>, title: &Title, grid: &Grid, known: &Known<'_>) {
        // Lines outside the tree are penalties themselves: there “điểm trừ” is what is appraised.
        let end = self.end;
        let lines = self.criterion.is_some_and(|column| {
            let named = grid.cells.range((self.data, 0)..(end, 0)).filter(|((_, at), cell)| *at == column && !cell.is_blank());
            let mut named = named.map(|(_, cell)| known.is_outside_the_tree(cell)).peekable();
            named.peek().is_some() && named.all(|outside| outside)
        });
        values.retain(|value| match title.refuses(&value.says, known) {
            Some((Refused::Deducted, _)) if lines => true,
            Some((why, words)) => {
                self.refused.get_or_insert((*why, words.clone(), value.column));
                false
            }
            None => true,
        });
        if self.refused.is_some() && values.is_empty() {
            (self.ballot, self.answer) = (None, None);
            self.applies.clear();
        }
    }

    /// Tells whether there is anything in it to be read, or to be asked.
    fn holds_something(&self) -> bool {
        let ballots = self.ballot.is_some() && self.answer.is_some() || self.refused.is_some();
        !self.values.is_empty() || !self.applies.is_empty() || !self.unsaid.is_empty() || !self.choices.is_empty() || ballots
    }

    /// Takes the columns of figures that are read; of several of one role the one with a reason.
    fn take(&mut self, values: Vec<Read>, grid: &Grid, known: &Known<'_>) {
        let own = if known.survey { By::Survey } else { By::Council };
        let others = |value: &Read| value.says.by.is_some_and(|by| by != own);
        let mut roles: BTreeMap<_, Vec<Read>> = BTreeMap::new();
        for value in values {
            // What the survey found may stand beside the council's points, and the other way round.
            if others(&value) {
                continue;
            }
            let what = value.criterion.as_ref().map(Cell::shown).or(value.unit.clone()).or(value.input.clone());
            // Where no round is said, the first is meant.
            let first = value.says.round == SaidRound::Unsaid && self.round.is_none();
            let round = if first { SaidRound::Round(Round::FIRST) } else { value.says.round.clone() };
            let key = (value.says.measure, round, value.says.respondents.clone(), what.map(|what| bare(&what)));
            roles.entry(key).or_default().push(value);
        }
        for ((measure, ..), values) in roles {
            let senses: Vec<(u32, Sense)> = values.iter().map(|value| (value.column, value.says.sense.clone())).collect();
            let (data, end) = (self.data, self.end);
            let filled = |column: u32| grid.cells.range((data, 0)..(end, 0)).any(|((_, at), cell)| *at == column && !cell.is_blank());
            let chosen = choose(&senses, known.year, filled);
            let taken = chosen.taken.map(|(column, _)| column);
            if chosen.left.iter().any(|(column, _)| filled(*column)) {
                self.choices.push((measure, chosen));
            }
            self.values.extend(values.into_iter().filter(|value| Some(value.column) == taken));
        }
        if self.input.is_none() && self.measure.is_none() && self.ballot.is_none() {
            let unsaid = |value: &Read| value.says.measure == Measure::Unsaid && value.input.is_none();
            (self.unsaid, self.values) = std::mem::take(&mut self.values).into_iter().partition(unsaid);
            // Beside columns that are read, one of words alone (“Đạt”) holds no figures.
            let (data, end) = (self.data, self.end);
            let figure = |cell: &Cell| cell.shown().starts_with(|c: char| c.is_ascii_digit());
            let figures = |column: u32| grid.cells.range((data, 0)..(end, 0)).any(|((_, at), cell)| *at == column && figure(cell));
            if !self.values.is_empty() {
                self.unsaid.retain(|value| figures(value.column));
            }
        }
        self.values.sort_by_key(|value| value.column);
    }

    /// Gives the words of a column's heading.
    pub fn words_of(&self, column: u32) -> &str {
        self.words.get(&column).map_or("", String::as_str)
    }

    /// Finds points that the comma of a decimal may have parted: whole points, and behind them digits where none belong.
    ///
    /// Digits alone, or with the unit of measure behind them, are no reason and no name. In a column of figures they are
    /// suspected where the row is one field short or long, or its reason is digits alone; in one that is only counted in, such
    /// as “Số văn bản”, also where no other row shows how the file writes decimals.
    pub fn cut_number<'f>(&self, fields: &'f [String], decimals: bool) -> Option<(&'f str, &'f str)> {
        let field = |column: u32| fields.get(usize::try_from(column).ok()?).map(|field| field.trim());
        let digits = |field: &&str| !field.is_empty() && field.chars().all(|c| c.is_ascii_digit());
        let width = self.words.keys().last().map_or(0, |last| usize::try_from(*last).unwrap_or(usize::MAX).saturating_add(1));
        let uneven = fields.len() != width;
        self.values.iter().find_map(|Read { column, .. }| {
            let points = field(*column).filter(digits)?;
            let behind = field(column + 1).filter(|field| is_rest_of_number(field))?;
            let counts = self.counts(column + 1);
            let counted = !decimals && self.only_counts(column + 1);
            let shifted = uneven || counted || self.reason(*column).and_then(field).is_some_and(|reason| digits(&reason));
            (!counts || shifted).then_some((points, behind))
        })
    }

    /// Tells whether a column only counts something that is not asked for: “Số văn bản”.
    fn only_counts(&self, column: u32) -> bool {
        let words = self.words_of(column);
        let of_points = speaks_of_points(words) || words.contains(['%', PER_MILLE]);
        let asked = self.ballot == Some(column) || self.values.iter().any(|value| value.column == column) || self.is_named(column);
        spaced(words).starts_with("so ") && !of_points && !asked
    }

    /// Tells whether a column holds rounds, weights or samples.
    fn is_named(&self, column: u32) -> bool {
        [Names::Round, Names::Weight, Names::Sample].iter().any(|names| self.columns(*names).contains(&column))
    }

    /// Tells whether points of a row have decimals, so that it can be seen how the file writes them.
    pub fn shows_decimals(&self, fields: &[String]) -> bool {
        let decimal = |field: &String| {
            field.trim().split_once(['.', ',']).is_some_and(|(whole, behind)| {
                let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
                digits(whole) && digits(behind)
            })
        };
        self.values.iter().any(|Read { column, .. }| usize::try_from(*column).ok().and_then(|at| fields.get(at)).is_some_and(decimal))
    }

    /// Tells whether a column holds numbers.
    fn counts(&self, column: u32) -> bool {
        let known = self.aside.contains(&column) || speaks_of_numbers(self.words_of(column));
        known || self.is_named(column) || self.ballot == Some(column) || self.values.iter().any(|value| value.column == column)
    }

    /// Gives the round of a column that says what applies: its own, else that of the only column of points.
    pub fn round_of_applies(&self, own: &SaidRound) -> SaidRound {
        match (own, self.values.as_slice()) {
            (SaidRound::Unsaid, [value]) => value.says.round.clone(),
            (SaidRound::Unsaid, [_, _, ..]) if self.values.iter().any(|value| value.says.round != SaidRound::Unsaid) => {
                SaidRound::Unclear("Áp dụng".into())
            }
            _ => own.clone(),
        }
    }

    /// Gives the column of reasons for a column of figures: the one behind it, else the only one.
    pub fn reason(&self, points: u32) -> Option<u32> {
        let next = self.values.iter().map(|value| value.column).filter(|column| *column > points).min().unwrap_or(u32::MAX);
        let behind = self.reasons.iter().copied().find(|column| *column > points && *column < next);
        behind.or(self.reasons.first().copied().filter(|_| self.reasons.len() == 1))
    }
}

/// Tells whether words may be what stands behind the comma of a number: digits alone, or with a unit of measure or a remark
/// in brackets behind them.
fn is_rest_of_number(words: &str) -> bool {
    let behind = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let plain = bare(behind.trim_start());
    behind.len() < words.len() && (plain.is_empty() || plain.starts_with(['(', '%']) || ["d", "diem", "points"].contains(&plain.as_str()))
}

/// Gives the columns of sample sizes: valid ballots before all that came back, those before any other.
fn best_samples(columns: &[(u8, u32)]) -> Vec<u32> {
    let best = columns.iter().map(|(rank, _)| *rank).max();
    columns.iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, at)| *at).collect()
}
