//! The row of a criterion: its score, and its maximum compared with the set's.

use super::RowReader;
use crate::assessment::{Answer, Claim};
use crate::criteria::Criterion;
use crate::finding::sheet as code;
use crate::finding::{CellAddress, Checked, Finding};
use crate::intake::heading::Role;
use crate::rule::Scorer;
use crate::text;
use crate::text::Words;
use crate::typed::value;
use crate::workbook::MOST_ROWS;

impl<'d> RowReader<'d> {
    /// Reads the row of a criterion.
    pub(super) fn criterion(&mut self, row: u32, criterion: &'d Criterion) {
        let id = &criterion.id;
        if let Some(before) = self.taken.rows.iter().find(|(_, other)| other == id).map(|(before, _)| *before) {
            return self.again(row, before, criterion);
        }
        self.taken.rows.push((row + 1, id.clone()));
        self.criteria.insert(row, criterion.leaf().map(|_| id.clone()));
        self.maximum(row, criterion);
        let Some(leaf) = criterion.leaf() else {
            self.current = None;
            self.figure_of_group(row, criterion);
            if let Some((column, cell)) = self.cell(row, Role::Claim)
                && let Claim::Points(points) = value::claim(Some(cell), &criterion.max).value
            {
                self.taken.groups.insert(id.clone(), (points, (row, column)));
            }
            return self.stray_words(row);
        };
        self.current = Some((criterion, leaf));
        let mut answer = Answer { sheet: Some(self.table.grid.name.as_str().into()), ..Answer::default() };
        if let Some(column) = self.table.column(Role::Claim) {
            answer.cells.claimed = Some(CellAddress::new(row, column));
            let read = self.claim(row, column, criterion);
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

    /// Reads the score of a leaf. One cell for several criteria says of none how much it is.
    fn claim(&self, row: u32, column: u32, criterion: &Criterion) -> Checked<Claim> {
        let read = value::claim(self.table.grid.get(row, column), &criterion.max);
        let Some(last) = self.last_row_of(row, column) else { return read };
        let several = (row + 1..=last).filter(|other| self.is_criterion(*other)).count();
        let Some(cell) = self.table.grid.get(row, column).filter(|_| several > 0) else { return read };
        value::of_several(cell, several + 1)
    }

    /// Gives the last row that a merged cell reaches over.
    fn last_row_of(&self, row: u32, column: u32) -> Option<u32> {
        let covered = &self.table.grid.covered;
        (row + 1..=MOST_ROWS).take_while(|below| covered.get(&(*below, column)) == Some(&row)).last()
    }

    /// Tells whether a row is one of a criterion.
    fn is_criterion(&self, row: u32) -> bool {
        self.matched.range((row, 0)..(row + 1, 0)).any(|(_, found)| found.id().is_some())
    }

    /// Tells of a figure in the row of a group, which asks for none.
    fn figure_of_group(&mut self, row: u32, criterion: &Criterion) {
        let Some((column, cell)) = self.cell(row, Role::Figures).filter(|(_, cell)| !cell.formula) else { return };
        let (typed, id) = (cell.shown(), &criterion.id);
        let message = text!(
            "Số liệu “{typed}” ghi ở hàng của tiêu chí cấp trên {id}, không phải hàng của tiêu chí thành phần.",
            "The figure “{typed}” stands in the row of criterion {id}, which has sub-criteria, not in that of a sub-criterion."
        );
        let finding = Finding::new(&code::FIGURE_WITHOUT_HOME, message).at(self.place(row, column)).on(id);
        self.taken.homeless.push(finding);
    }

    /// Takes a second row of a criterion: where the two say different scores, neither counts.
    fn again(&mut self, row: u32, before: u32, criterion: &'d Criterion) {
        self.current = None;
        self.leave(row, Words { vi: "tiêu chí đã có ở hàng trước", en: "criterion of an earlier row" });
        let (Some((column, cell)), id) = (self.cell(row, Role::Claim), &criterion.id) else { return };
        let second = value::claim(Some(cell), &criterion.max).value;
        let typed = cell.shown();
        let Some(answer) = self.taken.answers.get_mut(id) else { return };
        if second == Claim::Blank || second == answer.claim {
            return;
        }
        let place = answer.cells.claimed.map(|cell| cell.to_string()).unwrap_or_default();
        let first = match &answer.claim {
            Claim::Points(points) => points.plain_vi(),
            Claim::Wrong(words) => words.clone(),
            Claim::NotApplicable => "KAD".to_owned(),
            Claim::Blank => String::new(),
        };
        answer.claim = Claim::Wrong(format!("{first} / {typed}"));
        let here = row + 1;
        let message = text!(
            "Hàng {before} và hàng {here} cùng là tiêu chí {id} nhưng ghi điểm khác nhau: “{first}” (ô {place}) và “{typed}”; không điểm nào được đọc.",
            "Rows {before} and {here} are both criterion {id} and give different scores: “{first}” ({place}) and “{typed}”; neither is read."
        );
        self.say(&code::ROW_TWICE, message, (row, column), Some(id));
    }

    /// Compares the maximum of a row with the set's.
    pub(super) fn maximum(&mut self, row: u32, criterion: &Criterion) {
        if let Some((column, cell)) = self.cell(row, Role::Max)
            && let Claim::Wrong(typed) = value::claim(Some(cell), &criterion.max).value
        {
            let (id, own, own_en) = (&criterion.id, criterion.max.plain_vi(), criterion.max.plain());
            let message = text!(
                "Ô điểm tối đa của tiêu chí {id} ghi “{typed}”, bộ tiêu chí ghi “{own}”; nội dung thêm vào ô này không được đọc.",
                "The maximum of criterion {id} is “{typed}” in the form and “{own_en}” in the set; what was added in this cell is not read."
            );
            self.say(&code::OTHER_MAXIMUM, message, (row, column), Some(id));
        }
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
