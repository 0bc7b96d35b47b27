//! Merged cells: what stands in the first of them stands for those below it and beside it, too.

use std::collections::BTreeMap;

use super::cell::Grid;
use super::limits::{MOST_CELLS, MOST_ROWS};

/// Writes down what merged cells cover, within a limit for the whole book: a region takes a few bytes and may reach over
/// every row.
#[derive(Default)]
pub(super) struct Merges {
    steps: usize,
}

impl Merges {
    /// Takes a region of a sheet whose cells are known. What lies below its first cell is of use to columns, and how far it
    /// reaches in its first row to headings.
    pub fn cover(&mut self, grid: &mut Grid, (top, column): (u32, u32), (bottom, right): (u32, u32)) {
        if !grid.cells.contains_key(&(top, column)) {
            return;
        }
        if right > column {
            grid.reach.insert((top, column), right);
        }
        if bottom <= top {
            return;
        }
        let room = MOST_CELLS.saturating_sub(self.steps);
        let covered: BTreeMap<(u32, u32), u32> = (top + 1..=bottom.min(MOST_ROWS)).take(room).map(|row| ((row, column), top)).collect();
        self.steps += covered.len();
        grid.covered.extend(covered);
    }
}
