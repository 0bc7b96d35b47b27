//! What in a table has no home.

use std::collections::BTreeMap;

use super::figures::is_unit_heading;
use super::{Filled, RowReader};
use crate::finding::Code;
use crate::finding::sheet as code;
use crate::intake::header::Table;
use crate::intake::heading::Role;
use crate::text;

impl RowReader<'_> {
    /// Tells of a score in a row that is no criterion.
    pub(super) fn score_in(&mut self, row: u32, code: &'static Code) {
        let Some((column, cell)) = self.cell(row, Role::Claim) else { return };
        let (typed, words) = (cell.shown(), self.first_words(row));
        let message = if code == &code::ROW_OF_NO_CRITERION {
            text!(
                "Hàng “{words}” ghi điểm “{typed}” nhưng không có trong bộ tiêu chí.",
                "The row “{words}” has the score “{typed}” and is not in the set."
            )
        } else {
            text!(
                "Điểm “{typed}” ghi ở hàng “{words}”, không phải hàng của tiêu chí.",
                "The score “{typed}” stands in the row “{words}”, which is not that of a criterion."
            )
        };
        let id = self.current.map(|(criterion, _)| criterion.id.clone());
        self.say(code, message, (row, column), id.as_ref());
    }

    /// Keeps columns that are filled in and not read: what they may cost is known once all is read.
    pub(super) fn unread(&mut self) {
        let mut filled: BTreeMap<u32, Filled> = BTreeMap::new();
        for (row, leaf) in &self.criteria {
            for (column, _) in self.table.grid.row(*row).filter(|(_, cell)| !cell.formula) {
                filled.entry(column).or_default().push((*row, leaf.clone()));
            }
        }
        let first = self.table.column(Role::Name);
        for (column, rows) in filled {
            match self.table.columns.get(&column).map(|(role, _)| *role) {
                _ if self.columns.leaves_words(column) => {
                    self.taken.passed.insert(column, rows);
                }
                _ if self.columns.speaks_of(column) => {}
                Some(Role::Other) | None => {
                    self.taken.unknown.insert(column, rows);
                }
                // What should be words may be figures.
                Some(Role::Evidence | Role::Explanation | Role::Document(_)) => {
                    self.taken.passed.insert(column, rows);
                }
                Some(Role::Remark) if self.taken.remarks => {
                    self.taken.passed.insert(column, rows);
                }
                Some(Role::Computed | Role::Appraised | Role::Survey | Role::Remark | Role::Method | Role::Content | Role::Name)
                    if first != Some(column) =>
                {
                    if self.says_points_again(column) {
                        self.taken.points_again.insert(column);
                    }
                    self.taken.passed.insert(column, rows);
                }
                Some(_) => {}
            }
        }
    }
}

/// Tells whether a column that is passed over is told of at all: units of measure are compared with the figures beside them,
/// and texts of rules and contents are the province's.
pub fn is_told(table: &Table<'_>, column: u32) -> bool {
    match table.columns.get(&column) {
        Some((Role::Computed, heading)) => !is_unit_heading(heading),
        Some((role, _)) => matches!(role, Role::Appraised | Role::Survey | Role::Remark),
        None => false,
    }
}
