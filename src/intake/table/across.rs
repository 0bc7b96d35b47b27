//! Criteria, units or figures across the top of a table, and what stands among them that is none of these.

use super::column::{Column, Measure, ValueColumn, column, in_brackets, says_more_in_brackets, speaks_of_points};
use super::known::Known;
use super::round::{SaidRound, spaced, stem_and_round};
use super::title::Title;
use crate::intake::header::is_total;
use crate::intake::heading::{Sense, parted};
use crate::text::fold::bare;
use crate::workbook::Cell;

/// What columns of a table name.
#[derive(Clone, Copy)]
pub struct Named {
    /// Units have a column.
    pub units: bool,
    /// Criteria have a column.
    pub criteria: bool,
}

/// Names of sums, means and maxima, bare.
const NO_UNITS: [&str; 11] = [
    "trung binh",
    "gia tri trung binh",
    "binh quan",
    "trung binh chung",
    "binh quan chung",
    "diem toi da",
    "toi da",
    "diem chuan",
    "thang diem",
    "diem cao nhat",
    "tong so",
];

/// Column of figures that is read.
#[derive(Clone, Debug)]
pub struct Read {
    /// Where it stands.
    pub column: u32,
    /// What its heading says.
    pub says: ValueColumn,
    /// Criterion, where its heading is one.
    pub criterion: Option<Cell>,
    /// Unit, where its heading is one.
    pub unit: Option<String>,
    /// Figure of the survey, where its heading is one.
    pub input: Option<String>,
}

/// Takes a heading that names a criterion, a unit, or a figure of the survey.
pub fn wide(at: u32, over: &str, cell: &Cell, named: Named, title: &Title, known: &Known<'_>) -> Option<Read> {
    let words = cell.shown();
    let (name, told) = words.split_once(['(', '[']).map_or((words.as_str(), None), |(name, _)| (name.trim(), in_brackets(&words)));
    let plain = ["điểm tiêu chí", "điểm"].iter().find_map(|word| {
        let head = name.get(..word.len()).filter(|head| bare(head) == bare(word))?;
        name.get(head.len()..).map(str::trim).filter(|rest| !rest.is_empty())
    });
    let by_over = match column(over, known.survey) {
        Column::Value(says) => Some(says),
        _ => None,
    };
    let measure = told
        .or(plain.map(|_| Measure::Points))
        .or(by_over.as_ref().map(|says| says.measure).filter(|measure| *measure != Measure::Unsaid))
        .or(title.measure)
        .unwrap_or(if known.survey { Measure::Unsaid } else { Measure::Points });
    // What brackets say of points that nobody knows is asked: “1.3 (nháp)”.
    let measure = if says_more_in_brackets(&words) { Measure::Unsaid } else { measure };
    let says = ValueColumn {
        measure,
        round: by_over.as_ref().map_or(SaidRound::Unsaid, |says| says.round.clone()),
        sense: by_over.as_ref().map(|says| says.sense.clone()).unwrap_or_default(),
        by: by_over.and_then(|says| says.by),
        respondents: None,
    };
    let read = Read { column: at, says, criterion: None, unit: None, input: None };
    if !named.criteria {
        // “1.3 tự chấm” and “1.3 năm 2025” say more than which criterion.
        let behind = words.split_once([' ', ':']).map(|(_, rest)| rest.trim()).unwrap_or_default();
        let more = !behind.is_empty() && !known.is_criterion(&Cell::text(behind));
        if more && matches!(column(behind, known.survey), Column::Aside) {
            return None;
        }
        let (round, sense) = if more { (stem_and_round(&words).1, parted(&words).0) } else { (SaidRound::Unsaid, Sense::default()) };
        let mut read = read;
        if read.says.round == SaidRound::Unsaid {
            read.says.round = round;
        }
        if sense != Sense::default() {
            read.says.sense = sense;
            read.says.sense.round = None;
        }
        let cells = [Some(cell.clone()), Some(Cell::text(name)), plain.map(Cell::text)];
        let criterion = cells.into_iter().flatten().find(|cell| known.is_criterion(cell))?;
        return Some(Read { criterion: Some(criterion), ..read });
    }
    if !named.units {
        let unit = [words.as_str(), name].into_iter().find(|name| known.unit(name).is_some())?;
        return Some(Read { unit: Some(unit.to_owned()), ..read });
    }
    let input = [words.as_str(), name].into_iter().find(|name| known.is_surveyed(name))?;
    Some(Read { input: Some(input.to_owned()), ..read })
}

/// Takes a column whose heading speaks of points in words that nobody knows (“Điểm phúc tra”) for one that may hold what a
/// column of points beside it holds. Where there is none, nothing is to be mistaken.
pub fn rival_points(at: u32, words: &str, values: &[Read]) -> Option<Read> {
    let mut points = values.iter().filter(|value| value.says.measure == Measure::Points);
    let first = points.next().filter(|_| speaks_of_points(words))?;
    let said = stem_and_round(words).1;
    let same = std::iter::once(first).chain(points).find(|value| value.says.round == said).unwrap_or(first);
    let says = ValueColumn { sense: parted(&bare(words)).0, respondents: None, ..same.says.clone() };
    Some(Read { column: at, says, ..same.clone() })
}

/// Tells whether a name among units or criteria is that of a sum, a mean or a maximum.
pub fn is_no_unit(words: &str) -> bool {
    let plain = spaced(words);
    let total = is_total(&bare(words)) && !plain.starts_with("tong cong ty");
    total || NO_UNITS.contains(&plain.as_str())
}

/// Tells whether a cell holds a figure.
pub fn is_figure(cell: &Cell) -> bool {
    cell.shown().starts_with(|c: char| c.is_ascii_digit())
}
