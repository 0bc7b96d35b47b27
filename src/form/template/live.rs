//! The form's own arithmetic: every live cell as a formula beside the value that the engine gives for it.
//!
//! The value is what a cell shows before anything recalculates it, so the two must mean the same.
//! A formula compares after rounding to 9 decimals, since a sheet's arithmetic is binary.

mod alternative;
pub mod aside;
mod condition;
mod figure;
mod leaf;
mod required;
mod spared;
mod sum;
mod together;
mod total;

pub use leaf::remark;

use std::collections::HashMap;

use self::aside::Aside;
use super::documents::Documents;
use super::plan::{Plan, What};
use super::value::Value;
use crate::criteria::Requirement;
use crate::form::layout::AssessmentAt as At;
use crate::points::Points;

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
pub struct LiveCells {
    cells: HashMap<(usize, u16), Live>,
    /// Long formulas that stand on the hidden sheet.
    pub aside: Aside,
    /// Line above the table that says how far the unit has come.
    pub progress: Live,
}

impl LiveCells {
    /// Works out every live cell.
    pub fn new(plan: &Plan<'_>, documents: &Documents<'_>) -> Self {
        let mut lives = Self { cells: HashMap::new(), aside: Aside::new(plan.form.lang), progress: Live::default() };
        // What is asked once is looked at by leaves.
        for (position, row) in plan.rows.iter().enumerate() {
            if matches!(row.what, What::Figure { .. }) {
                lives.figure(plan, position);
            }
        }
        let mut begun = vec![false; plan.rows.len()];
        for position in 0..plan.rows.len() {
            lives.row(plan, documents, position, &mut begun);
        }
        lives.leave_alternatives_alone(plan);
        lives.say_together(plan);
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

    /// Works out a row, after what it looks at: what is summed, its inputs, criteria that its conditions name.
    fn row(&mut self, plan: &Plan<'_>, documents: &Documents<'_>, position: usize, begun: &mut [bool]) {
        let (Some(row), Some(done)) = (plan.row(position), begun.get_mut(position)) else { return };
        if std::mem::replace(done, true) {
            return;
        }
        match &row.what {
            What::Group { children, .. } => {
                for child in children {
                    self.row(plan, documents, *child, begun);
                }
                self.group(plan, position, row, children);
            }
            What::Leaf { criterion, inputs, .. } => {
                for input in inputs {
                    self.row(plan, documents, *input, begun);
                }
                for one in plan.form.set.conditions(&criterion.id).iter().flat_map(|(_, requires)| &requires.all) {
                    let Requirement::Index { criterion, .. } = one else { continue };
                    if let Some(named) = plan.of(criterion) {
                        self.row(plan, documents, named, begun);
                    }
                }
                self.leaf(plan, documents, position);
            }
            What::Input { .. } => self.input(plan, position),
            What::Shared { .. } => self.shared(plan, position),
            What::Title(_) | What::Figure { .. } | What::Total { .. } | What::Index { .. } | What::Remark { .. } => {}
        }
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
