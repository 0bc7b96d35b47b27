//! What a table lacks, and what in it has no home.

use std::collections::BTreeMap;

use super::Desk;
use crate::finding::sheet as code;
use crate::finding::{Code, Finding, Place};
use crate::intake::header::Role;
use crate::rule::Scorer;
use crate::text;

impl Desk<'_> {
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

    /// Names the leaves that the form doesn't have.
    pub(super) fn missing(&mut self) {
        let missing = self.set.leaves().filter(|(criterion, leaf)| {
            let line = self.set.adjustments.iter().any(|line| line.criterion.id == criterion.id);
            leaf.scorer() == Scorer::Unit && !line && !self.taken.answers.contains_key(&criterion.id)
        });
        let place = Place { sheet: Some(self.table.grid.name.clone()), ..Place::file(self.file) };
        let found: Vec<Finding> = missing
            .map(|(criterion, _)| {
                let (id, name) = (&criterion.id, &criterion.name);
                let message =
                    text!("Biểu không có hàng nào của tiêu chí {id} “{name}”.", "The form has no row of criterion {id} “{name}”.");
                Finding::new(&code::CRITERION_NOT_FOUND, message).at(place.clone()).on(id)
            })
            .collect();
        self.findings.extend(found);
    }

    /// Names columns that are filled in and not read.
    pub(super) fn unread(&mut self) {
        let read = |column: u32| match self.table.columns.get(&column).map(|(role, _)| *role) {
            Some(Role::Other | Role::Appraised | Role::Survey) | None => false,
            Some(Role::Remark) => self.taken.remarks,
            Some(_) => true,
        };
        let mut filled: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for row in &self.criteria {
            for (column, _) in self.table.grid.row(*row).filter(|(column, cell)| !cell.formula && !read(*column)) {
                filled.entry(column).or_default().push(*row);
            }
        }
        for (column, rows) in filled {
            let (heading, count) = (self.table.heading(column), rows.len());
            let message = text!(
                "Cột “{heading}” đã điền (số ô: {count}) nhưng không thuộc phần tự đánh giá nên không được đọc.",
                "The column “{heading}” is filled in (cells: {count}), is no part of the self-assessment, and is not read."
            );
            let row = rows.first().copied().unwrap_or_default();
            self.say(&code::COLUMN_NOT_READ, message, (row, column), None);
        }
    }
}
