//! Columns that name what a row is of: unit, criterion, figure, group of respondents, answer, round. Several of one kind
//! (“Mã đơn vị” and “Tên đơn vị”) must name the same in every row; where they don't, the row is asked.

use std::collections::BTreeSet;

use super::known::Known;
use crate::finding::Finding;
use crate::finding::appraisal::NAMES_DIFFER;
use crate::text;
use crate::text::Words;
use crate::text::fold::bare;
use crate::workbook::{Cell, Grid};

/// What a column names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Names {
    /// Units.
    Unit,
    /// Criteria.
    Criterion,
    /// Figures.
    Input,
    /// Groups of respondents.
    Respondents,
    /// Answers.
    Answer,
    /// Rounds.
    Round,
    /// Units of measure.
    Measure,
    /// Weights of groups.
    Weight,
    /// Sizes of samples.
    Sample,
}

impl Names {
    /// Gives the words for it.
    const fn words(self) -> Words {
        match self {
            Self::Unit => Words { vi: "đơn vị", en: "units" },
            Self::Criterion => Words { vi: "tiêu chí", en: "criteria" },
            Self::Input => Words { vi: "số liệu", en: "figures" },
            Self::Respondents => Words { vi: "nhóm đối tượng", en: "groups of respondents" },
            Self::Answer => Words { vi: "phương án", en: "answers" },
            Self::Round => Words { vi: "lần thẩm định", en: "rounds" },
            Self::Measure => Words { vi: "đơn vị tính", en: "units of measure" },
            Self::Weight => Words { vi: "trọng số", en: "weights" },
            Self::Sample => Words { vi: "cỡ mẫu", en: "samples" },
        }
    }
}

/// Gives what columns of one kind name in a row, a name merged over several rows standing for all of them; `Err` where
/// they name different things, with the column of the second.
pub fn of_row<'g>(
    names: Names,
    columns: &[u32],
    (grid, row): (&'g Grid, u32),
    known: &Known<'_>,
) -> Result<Option<&'g Cell>, (u32, Box<Finding>)> {
    let standing = |column: u32| Some((column, grid.standing(row, column)?));
    if let [only] = columns {
        return Ok(standing(*only).map(|(_, cell)| cell));
    }
    let cells: Vec<(u32, &Cell)> = columns.iter().copied().filter_map(standing).filter(|(_, cell)| !cell.is_blank()).collect();
    // What is not known says nothing beside what is: a province's own code of a unit, a parent beside its part.
    let meant: Vec<(u32, &Cell, BTreeSet<String>)> =
        cells.iter().map(|(column, cell)| (*column, *cell, meant(names, cell, known))).collect();
    let understood: Vec<&(u32, &Cell, BTreeSet<String>)> = meant.iter().filter(|(.., meant)| !meant.is_empty()).collect();
    let Some((first, rest)) = understood.split_first() else { return Ok(cells.first().map(|(_, cell)| *cell)) };
    if names == Names::Unit {
        // A code of a unit, and beside it the name of an office that is not this one.
        let another = |(_, cell, meant): &&(u32, &Cell, BTreeSet<String>)| {
            meant.is_empty() && first.2.iter().all(|unit| known.is_another_office(&cell.shown(), unit))
        };
        if let Some(other) = meant.iter().find(another) {
            return Err((other.0, Box::new(differ(names, first.1, other.1))));
        }
    }
    let mut taken = *first;
    for other in rest {
        if names == Names::Criterion && known.holds(&taken.2, &other.2) {
            taken = other;
        } else if taken.2.is_disjoint(&other.2) && !(names == Names::Criterion && known.holds(&other.2, &taken.2)) {
            return Err((other.0, Box::new(differ(names, taken.1, other.1))));
        }
    }
    Ok(Some(taken.1))
}

/// Gives what a name can mean; nothing where it is not known, and words alone where nothing is to be known of them.
fn meant(names: Names, cell: &Cell, known: &Known<'_>) -> BTreeSet<String> {
    let words = cell.shown();
    match names {
        Names::Unit => known.unit(&words).into_iter().collect(),
        Names::Criterion => known.criteria(cell),
        Names::Input => {
            let figures = known.surveyed(&words);
            if figures.is_empty() { BTreeSet::from([bare(&words)]) } else { figures }
        }
        _ => BTreeSet::from([bare(&words)]),
    }
}

/// Says that two columns name different things.
fn differ(names: Names, one: &Cell, other: &Cell) -> Finding {
    let Words { vi, en } = names.words();
    let (one, other) = (one.shown(), other.shown());
    let message = text!(
        "Dòng này ghi hai {vi} khác nhau, “{one}” và “{other}”; dòng chưa được tính.",
        "The row names two different {en}, “{one}” and “{other}”; it does not count yet."
    );
    Finding::new(&NAMES_DIFFER, message)
}
