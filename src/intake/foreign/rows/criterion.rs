//! The row of a criterion: its score, and its maximum held against the set's.

use super::Desk;
use crate::assessment::{Answer, Claim};
use crate::criteria::Criterion;
use crate::finding::sheet as code;
use crate::form::layout::CLAIMED;
use crate::intake::header::Role;
use crate::rule::Scorer;
use crate::text;
use crate::text::Words;
use crate::typed::value;
use crate::workbook::address;

impl<'d> Desk<'d> {
    /// Reads the row of a criterion.
    pub(super) fn criterion(&mut self, row: u32, criterion: &'d Criterion) {
        let id = &criterion.id;
        if let Some((before, _)) = self.taken.rows.iter().find(|(_, other)| other == id) {
            let (first, second) = (*before, row + 1);
            if let Some((column, _)) = self.cell(row, Role::Claim) {
                let message = text!(
                    "Hàng {second} lặp lại hàng {first} (tiêu chí {id}); hàng {first} được đọc.",
                    "Row {second} repeats row {first} (criterion {id}); row {first} is read."
                );
                self.say(&code::ROW_TWICE, message, (row, column), Some(id));
            }
            self.current = None;
            return self.leave(row, Words { vi: "tiêu chí đã có ở hàng trước", en: "criterion of an earlier row" });
        }
        self.taken.rows.push((row + 1, id.clone()));
        self.criteria.insert(row);
        self.maximum(row, criterion);
        let Some(leaf) = criterion.leaf() else {
            self.current = None;
            if let Some((column, cell)) = self.cell(row, Role::Claim)
                && let Claim::Points(points) = value::claim(Some(cell), &criterion.max).value
            {
                self.taken.groups.insert(id.clone(), (points, (row, column)));
            }
            return self.stray_words(row);
        };
        self.current = Some((criterion, leaf));
        let mut answer = Answer { sheet: Some(self.table.grid.name.clone()), ..Answer::default() };
        if let Some(column) = self.table.column(Role::Claim) {
            answer.cells.insert(CLAIMED.to_owned(), address(row, column));
            let read = value::claim(self.table.grid.get(row, column), &criterion.max);
            if leaf.scorer() == Scorer::Unit {
                answer.claim = self.keep(read, (row, column), id);
            } else if let Claim::Points(points) = read.value
                && !points.is_zero()
            {
                answer.claim = Claim::Points(points);
            }
        }
        self.taken.answers.insert(id.clone(), answer);
        self.beside(row, criterion, leaf);
        self.words(row, id);
    }

    /// Holds the maximum of a row against the set's.
    pub(super) fn maximum(&mut self, row: u32, criterion: &Criterion) {
        if let Some((column, cell)) = self.cell(row, Role::Max)
            && let Claim::Points(points) = value::claim(Some(cell), &criterion.max).value
            && points != criterion.max
        {
            let (id, said, own) = (&criterion.id, points.plain_vi(), criterion.max.plain_vi());
            let (said_en, own_en) = (points.plain(), criterion.max.plain());
            let message = text!(
                "Điểm tối đa của tiêu chí {id} trong biểu là “{said}”, trong bộ tiêu chí là “{own}”.",
                "The maximum of criterion {id} is “{said_en}” in the form and “{own_en}” in the set."
            );
            self.say(&code::OTHER_MAXIMUM, message, (row, column), Some(id));
        }
    }
}
