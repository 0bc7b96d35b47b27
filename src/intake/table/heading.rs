//! Where the heading of a plain table stands, and which of its columns is read.

mod cut;
mod gathered;

use std::collections::{BTreeMap, BTreeSet};

use self::gathered::Gathered;
use super::across::Read;
use super::column::{By, Column, Measure, column};
use super::known::Known;
use super::naming::Names;
use super::round::SaidRound;
use super::stack::stacked;
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
        let title = Title::above(grid, above, top, known);
        let titles = grid.cells.range((title.rows.start, 0)..(top, 0)).map(|(_, cell)| cell.shown()).collect();
        let heading = Self { top, data, end: u32::MAX, unit, criterion, titles, ..Self::default() };
        let mut gathered = Gathered::new(heading, &title);
        for (at, words) in &words {
            gathered.column(*at, words, known);
        }
        gathered.read(grid, known)
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
