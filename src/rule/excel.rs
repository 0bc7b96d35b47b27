//! Pieces of Excel formulas: plain functions, decimal points, commas between arguments.

use jiff::civil::Date;

use super::{Cells, Terms};
use crate::figure::{Days, InputId, InputKind};
use crate::points::{Points, Rounding, RoundingMode};

/// Gives a formula's value as the set prints it: first to 9 decimals, which undoes binary noise, then as declared.
pub fn rounded(formula: &str, rounding: Rounding) -> String {
    let decimals = rounding.decimals;
    match rounding.mode {
        RoundingMode::HalfUp => format!("ROUND(ROUND({formula},9),{decimals})"),
        RoundingMode::Truncate => format!("TRUNC(ROUND({formula},9),{decimals})"),
    }
}

/// Gives a condition that is true where a cell holds points from 0 to a maximum, or what the maximum is printed as; never an
/// error. The same as [`Rounding::within`].
pub fn within(cell: &str, max: &str, rounding: Rounding) -> String {
    let printed = rounded(max, rounding);
    format!("IF(ISNUMBER({cell}),AND({cell}>=0,OR(ROUND({cell}-({max}),9)<=0,ROUND({cell}-{printed},9)=0)),FALSE)")
}

/// Gives a condition that is true where a cell holds a figure that its kind allows; never an error.
pub fn usable(leaf: &Terms<'_>, cells: &dyn Cells, id: &InputId) -> String {
    let cell = cells.input(id);
    match leaf.kind(id) {
        Some(InputKind::Count) => format!("IF(ISNUMBER({cell}),AND({cell}>=0,{cell}=INT({cell})),FALSE)"),
        _ => format!("IF(ISNUMBER({cell}),{cell}>=0,FALSE)"),
    }
}

/// Gives a condition that is true where a cell holds these words; never an error.
pub fn says(cell: &str, words: &str) -> String {
    format!("IF(ISTEXT({cell}),TRIM({cell})={},FALSE)", quoted(words))
}

/// Gives a condition that is true where a cell holds a day that is allowed; never an error.
pub fn allowed(cell: &str, days: &Days) -> String {
    // Excel knows no day before 1900, and takes such years for later ones.
    let date = |day: Date| format!("DATE({},{},{})", day.year(), day.month(), day.day());
    let from = days.earliest().filter(|day| day.year() >= 1900).map(|day| format!("{cell}>={}", date(day)));
    let to = days.latest().filter(|day| day.year() >= 1900).map(|day| format!("{cell}<{}+1", date(day)));
    let bounds: Vec<String> = from.into_iter().chain(to).collect();
    if bounds.is_empty() { format!("ISNUMBER({cell})") } else { format!("IF(ISNUMBER({cell}),{},FALSE)", all(&bounds)) }
}

/// Joins conditions so that all must hold.
pub fn all(conditions: &[String]) -> String {
    match conditions {
        [] => "TRUE".into(),
        [only] => only.clone(),
        several => format!("AND({})", several.join(",")),
    }
}

/// Joins conditions so that one is enough.
pub fn any(conditions: &[String]) -> String {
    match conditions {
        [] => "FALSE".into(),
        [only] => only.clone(),
        several => format!("OR({})", several.join(",")),
    }
}

/// Gives the value of the first condition that holds, else the last.
pub fn first_of(branches: &[(String, String)], last: &str) -> String {
    branches.iter().rev().fold(last.to_owned(), |rest, (condition, value)| format!("IF({condition},{value},{rest})"))
}

/// Writes words as a literal.
pub fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

/// Writes a number as a literal. One that no finite decimal gives is written with 15 decimals.
pub fn number(points: &Points) -> String {
    let decimals = points.decimals().unwrap_or(15);
    points.fixed(decimals, RoundingMode::HalfUp)
}
