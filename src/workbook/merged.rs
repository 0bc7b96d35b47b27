//! Merged cells: what stands in the first of them stands for those below it and beside it, too.

use std::collections::BTreeMap;

use super::cell::Grid;
use super::limits::{MOST_CELLS, MOST_ROWS};
use super::remarks::{Remark, Remarks};

/// Writes down what merged cells cover, within a limit for the whole book: a region takes a few bytes and may reach over
/// every row.
#[derive(Default)]
pub(super) struct Merges {
    steps: usize,
}

impl Merges {
    /// Takes a region of a sheet whose cells are known. What lies below its first cell is of use to columns, and how far it
    /// reaches in its first row to headings.
    pub fn cover(&mut self, grid: &mut Grid, (top, column): (u32, u32), (bottom, right): (u32, u32), remarks: &mut Remarks) {
        self.uncover(grid, (top, column), (bottom, right), remarks);
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

    /// Takes out the cells below a region, which nobody sees, and tells of those that say something else than its first one.
    fn uncover(&mut self, grid: &mut Grid, (top, column): (u32, u32), (bottom, right): (u32, u32), remarks: &mut Remarks) {
        let room = u32::try_from(MOST_CELLS.saturating_sub(self.steps)).unwrap_or(u32::MAX);
        let last = bottom.min(MOST_ROWS).min(top.saturating_add(room));
        self.steps += usize::try_from(last.saturating_sub(top)).unwrap_or_default();
        for row in top..=last {
            let below = grid.cells.range((row, column)..=(row, right)).map(|(at, _)| *at).filter(|at| *at != (top, column));
            for at in below.collect::<Vec<_>>() {
                let Some(cell) = grid.cells.remove(&at).filter(|cell| !cell.is_blank()) else { continue };
                if grid.cells.get(&(top, column)).is_none_or(|first| first.shown() != cell.shown()) {
                    remarks.push(at, Remark::Below(cell.shown()));
                }
            }
        }
    }
}
