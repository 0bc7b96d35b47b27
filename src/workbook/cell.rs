//! Plain cells: what every kind of workbook comes to.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use super::guard::Kind;
use crate::points::Points;
use crate::text::fold::{is_blank, tidy};

/// Workbook, as plain cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// What kind of file it was.
    pub kind: Kind,
    /// When it was saved last, where it says so.
    pub saved: Option<DateTime>,
    /// Sheets, in the order of the tabs.
    pub sheets: Vec<Grid>,
}

/// Sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grid {
    /// Name on the tab.
    pub name: String,
    /// Whether people don't see it.
    pub hidden: bool,
    /// Cells with content, by row and column from 0.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Places below a merged cell that has content, in its column: each with the row where that cell stands.
    pub covered: BTreeMap<(u32, u32), u32>,
    /// Last column that a merged cell with content reaches over in its own row, where that is not its own.
    pub reach: BTreeMap<(u32, u32), u32>,
    /// Notes and comments of people beside cells, with content or without. Nothing is read out of them.
    pub notes: BTreeMap<(u32, u32), String>,
}

/// Cell with content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// Whether a formula stands behind it.
    pub formula: bool,
    /// How its number is shown as a percentage.
    pub percent: Percent,
    /// Address that a click on it opens: a web page or a file, never another cell and no mail.
    pub link: Option<String>,
    /// Whether it is struck out.
    pub struck: Struck,
}

/// How a number is shown as a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Percent {
    /// Not at all.
    #[default]
    No,
    /// Of 100: 0.8 is shown as 80%.
    OfHundred,
    /// By a sign printed behind the number: 80 is shown as 80%.
    Printed,
}

/// How much of a cell is struck out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Struck {
    /// Nothing.
    #[default]
    No,
    /// Part of its text, which its value no longer has.
    Part,
    /// All of it: it says nothing any more.
    Whole,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, as typed.
    Text(String),
    /// Number, exactly as Excel shows it.
    Number(Points),
    /// TRUE or FALSE.
    Bool(bool),
    /// Number shown as a date.
    Date(Date),
    /// Excel's own error: `#DIV/0!`.
    Error(String),
    /// Formula that no program has computed yet, as it stands there (`=SUM(D4:D9)`): never to be taken for 0.
    Uncomputed(String),
}

/// Most bytes of a figure, a heading or a name.
const LONG: usize = 2_000;

impl Cell {
    /// Makes a cell that holds a value and nothing else.
    pub fn new(value: Value) -> Self {
        Self { value, formula: false, percent: Percent::No, link: None, struck: Struck::No }
    }

    /// Makes a cell of typed text.
    pub fn text(words: impl Into<String>) -> Self {
        Self::new(Value::Text(words.into()))
    }

    /// Tells whether people read its number as a percentage.
    pub fn shown_as_percent(&self) -> bool {
        self.percent != Percent::No && matches!(self.value, Value::Number(_))
    }

    /// Gives its number as people read it, without a percent sign: 80 where 0.8 is shown as 80%.
    pub fn number_shown(&self) -> Option<Points> {
        match &self.value {
            Value::Number(number) if self.percent == Percent::OfHundred => Some(number * &Points::hundred()),
            Value::Number(number) => Some(number.clone()),
            _ => None,
        }
    }

    /// Gives what the cell shows, on one line, for messages and for text fields; numbers in Vietnamese spelling.
    pub fn shown(&self) -> String {
        match &self.value {
            Value::Text(words) => tidy(words),
            // No dots between thousands: the number may be a code, a year or a page.
            Value::Number(_) => {
                let number = self.number_shown().unwrap_or_default().plain().replace('.', ",");
                if self.shown_as_percent() { format!("{number}%") } else { number }
            }
            Value::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.into(),
            // As the cell shows it, with every zero.
            Value::Date(day) => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
            Value::Error(error) => error.clone(),
            Value::Uncomputed(formula) => tidy(formula),
        }
    }

    /// Tells whether its text is longer than any figure, heading or name.
    pub fn is_long(&self) -> bool {
        matches!(&self.value, Value::Text(words) if words.len() > LONG)
    }

    /// Tells whether there is nothing in it that a person could see.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Text(words) if is_blank(words))
    }

    /// Tells whether it says nothing: there is nothing in it that a person could see, or it is struck out.
    pub fn is_blank(&self) -> bool {
        self.struck == Struck::Whole || self.is_empty()
    }
}

impl Grid {
    /// Gives a cell with visible content.
    pub fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.cells.get(&(row, column)).filter(|cell| !cell.is_blank())
    }

    /// Gives what people see at a place: the cell itself, else the merged one above that reaches over it.
    pub fn standing(&self, row: u32, column: u32) -> Option<&Cell> {
        self.get(row, column).or_else(|| self.get(*self.covered.get(&(row, column))?, column))
    }

    /// Gives what a cell shows, where it shows anything.
    pub fn shown(&self, row: u32, column: u32) -> Option<String> {
        self.get(row, column).map(Cell::shown).filter(|words| !words.is_empty())
    }

    /// Lists the cells of a row with visible content, from left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).filter(|(_, cell)| !cell.is_blank()).map(|((_, column), cell)| (*column, cell))
    }

    /// Lists the numbers of rows with content.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }
}

/// Makes a value of text; an empty one is nothing.
pub(super) fn text_value(words: String) -> Option<Value> {
    (!words.is_empty()).then_some(Value::Text(words))
}
