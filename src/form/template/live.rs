//! The form's own arithmetic: every live cell as a formula beside the value that the engine gives for it.
//!
//! The value is what a cell shows before anything recalculates it, so the two must mean the same.
//! A formula compares after rounding to 9 decimals, since a sheet's arithmetic is binary.

mod figure;
mod leaf;
mod total;

pub use leaf::{WAITS, remark};

use std::collections::HashMap;

use super::evidence::Documents;
use super::plan::{Plan, What};
use crate::form::layout::AssessmentAt as At;
use crate::points::Points;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Value {
    /// Nothing: the empty text.
    #[default]
    Blank,
    /// Number, exact.
    Number(Points),
    /// Words.
    Text(String),
}

impl Value {
    /// Gives the number, where it is one.
    pub const fn number(&self) -> Option<&Points> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Prints the value as the cached result of a formula.
    pub fn result(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Number(number) => number.to_cell().to_string(),
            Self::Text(words) => words.clone(),
        }
    }

    /// Makes the value of a count.
    fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).map_or_else(|_| Points::zero(), Points::from))
    }

    /// Makes the value of some words.
    fn words(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

/// A formula, without `=`, and what it gives.
#[derive(Clone, Debug, Default)]
pub struct Live {
    /// Empty where the cell holds its value itself.
    pub formula: String,
    /// What the engine gives.
    pub value: Value,
}

impl Live {
    /// Makes a live cell.
    fn new(formula: impl Into<String>, value: Value) -> Self {
        Self { formula: formula.into(), value }
    }

    /// Makes a cell that always shows the same.
    fn fixed(value: Value) -> Self {
        Self { formula: String::new(), value }
    }
}

/// Live cells of a form, by row position and column.
pub struct Lives {
    cells: HashMap<(usize, u16), Live>,
    /// Line above the table that says how far the unit has come.
    pub progress: Live,
}

impl Lives {
    /// Works out every live cell.
    pub fn new(plan: &Plan<'_>, documents: &Documents<'_>) -> Self {
        let mut lives = Self { cells: HashMap::new(), progress: Live::default() };
        // What is asked once is looked at by leaves.
        for (position, row) in plan.rows.iter().enumerate() {
            if matches!(row.what, What::Figure { .. }) {
                lives.figure(plan, position);
            }
        }
        // From below: what is summed stands below its sum, the totals excepted.
        for (position, row) in plan.rows.iter().enumerate().rev() {
            match &row.what {
                What::Group { children, .. } => lives.group(plan, position, row, children),
                What::Leaf { .. } => lives.leaf(plan, documents, position),
                What::Input { .. } => lives.input(plan, position),
                What::Shared { .. } => lives.shared(plan, position),
                What::Title(_) | What::Figure { .. } | What::Total { .. } | What::Index { .. } => {}
            }
        }
        for (position, row) in plan.rows.iter().enumerate() {
            match &row.what {
                What::Total { areas, adjustments } => lives.total(plan, position, row, areas, adjustments),
                What::Index { total } => lives.index(plan, position, row, *total),
                _ => {}
            }
        }
        lives.progress = lives.progress(plan);
        lives
    }

    /// Gives the live cell of a row, where there is one.
    pub fn get(&self, position: usize, column: At) -> Option<&Live> {
        self.cells.get(&(position, column.col()))
    }

    /// Gives what a cell shows.
    fn value(&self, position: usize, column: At) -> Value {
        self.get(position, column).map(|live| live.value.clone()).unwrap_or_default()
    }

    /// Sets a cell.
    fn set(&mut self, position: usize, column: At, live: Live) {
        self.cells.insert((position, column.col()), live);
    }

    /// Counts what a column holds for a row.
    fn counted(&self, position: usize, column: At) -> Points {
        self.value(position, column).number().cloned().unwrap_or_default()
    }
}
