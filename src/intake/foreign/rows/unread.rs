//! What in a table has no home.

use std::collections::BTreeMap;

use super::RowReader;
use super::figures::is_unit_heading;
use crate::figure::CriterionId;
use crate::finding::Code;
use crate::finding::sheet as code;
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
                "The score “{typed}” stands in the row “{words}”, which is no criterion's."
            )
        };
        let id = self.current.map(|(criterion, _)| criterion.id.clone());
        self.say(code, message, (row, column), id.as_ref());
    }

    /// Names columns that are filled in and not read: those of the office and of sums here; what those without a known heading
    /// may cost is known once all is read.
    pub(super) fn unread(&mut self) {
        let mut filled: BTreeMap<u32, Vec<(u32, Option<CriterionId>)>> = BTreeMap::new();
        for (row, leaf) in &self.criteria {
            for (column, _) in self.table.grid.row(*row).filter(|(_, cell)| !cell.formula) {
                filled.entry(column).or_default().push((*row, leaf.clone()));
            }
        }
        for (column, rows) in filled {
            match self.table.columns.get(&column).map(|(role, _)| *role) {
                _ if self.columns.speaks_of(column) => {}
                // Units of measure are held against the figures beside them.
                Some(Role::Computed) if is_unit_heading(&self.table.heading(column)) => {}
                Some(Role::Other) | None => {
                    self.taken.unknown.insert(column, rows);
                }
                Some(Role::Computed | Role::Appraised | Role::Survey) => self.not_read(column, &rows),
                Some(Role::Remark) if !self.taken.remarks => self.not_read(column, &rows),
                Some(_) => {}
            }
        }
    }

    /// Says that a column is no part of the self-assessment.
    fn not_read(&mut self, column: u32, rows: &[(u32, Option<CriterionId>)]) {
        let (heading, count) = (self.table.heading(column), rows.len());
        let message = text!(
            "Cột “{heading}” đã điền (số ô: {count}) nhưng không thuộc phần tự đánh giá nên không được đọc.",
            "The column “{heading}” is filled in (cells: {count}), is no part of the self-assessment, and is not read."
        );
        let row = rows.first().map_or(0, |(row, _)| *row);
        self.say(&code::COLUMN_NOT_READ, message, (row, column), None);
    }
}
