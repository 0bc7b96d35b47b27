//! Figures: in the row of their leaf, or in rows of their own below it, known by the labels of its inputs.

use super::Desk;
use crate::assessment::Claim;
use crate::criteria::{Criterion, Leaf};
use crate::figure::{CriterionId, Figure, Input, InputKind};
use crate::finding::sheet as code;
use crate::intake::header::Role;
use crate::points::Points;
use crate::text;
use crate::text::fold::fold;
use crate::typed::value;
use crate::workbook::{Cell, address};

impl<'d> Desk<'d> {
    /// Reads a figure in the leaf's own row, where the leaf asks for one only.
    pub(super) fn beside(&mut self, row: u32, criterion: &Criterion, leaf: &Leaf) {
        let (figures, rate) = (self.cell(row, Role::Figures), self.cell(row, Role::Rate));
        self.rate_of_nothing(row, &criterion.id);
        let typed = figures.filter(|(_, cell)| !cell.formula).or(figures);
        match leaf.inputs.as_slice() {
            [input] => {
                let by_rate = rate.filter(|_| input.kind == InputKind::Percent);
                if let Some((column, cell)) = by_rate.or(typed) {
                    self.figure(row, column, Some(cell), criterion, leaf, input);
                }
            }
            inputs => {
                if let Some((column, cell)) = typed.filter(|(_, cell)| !cell.formula) {
                    let (words, count, id) = (cell.shown(), inputs.len(), &criterion.id);
                    let message = text!(
                        "Số liệu “{words}” ở hàng tiêu chí {id} không rõ là số liệu nào trong {count} số liệu của tiêu chí.",
                        "The figure “{words}” in the row of criterion {id}: it can't be told which of its {count} figures it is."
                    );
                    self.say(&code::FIGURE_WITHOUT_HOME, message, (row, column), Some(id));
                }
            }
        }
    }

    /// Reads a row that a figure's label names.
    pub(super) fn labelled(&mut self, row: u32, criterion: &'d Criterion, leaf: &'d Leaf, input: &Input) {
        let Some(column) = self.table.column(Role::Figures).or_else(|| self.table.column(Role::Rate)) else {
            return self.rule_row(row);
        };
        let rate = self.cell(row, Role::Rate).filter(|_| input.kind == InputKind::Percent);
        let blank = self.table.grid.get(row, column).is_none();
        let (column, cell) =
            rate.filter(|_| blank).map_or((column, self.table.grid.get(row, column)), |(column, cell)| (column, Some(cell)));
        self.criteria.insert(row);
        self.taken.rows.push((row + 1, criterion.id.clone()));
        self.figure(row, column, cell, criterion, leaf, input);
        self.words(row, &criterion.id);
        self.score_in(row, &code::SCORE_OF_NO_CRITERION);
    }

    /// Keeps a figure.
    pub(super) fn figure(&mut self, row: u32, column: u32, cell: Option<&Cell>, criterion: &Criterion, leaf: &Leaf, input: &Input) {
        let read = value::figure(cell, input, &leaf.choices(&input.id));
        let figure = self.keep(read, (row, column), &criterion.id);
        if let Some(answer) = self.taken.answers.get_mut(&criterion.id)
            && (figure != Figure::Blank || !answer.figures.contains_key(&input.id))
        {
            answer.figures.insert(input.id.clone(), figure);
            answer.cells.insert(input.id.to_string(), address(row, column));
        }
    }

    /// Tells of a rate typed beside figures of 0.
    pub(super) fn rate_of_nothing(&mut self, row: u32, id: &CriterionId) {
        let zero = |cell: &Cell| value::claim(Some(cell), &Points::zero()).value == Claim::Points(Points::zero());
        if let (Some((_, figure)), Some((column, rate))) = (self.cell(row, Role::Figures), self.cell(row, Role::Rate))
            && zero(figure)
            && !zero(rate)
        {
            let (typed, rate) = (figure.shown(), rate.shown());
            let message = text!(
                "Tỷ lệ đạt được ghi “{rate}” trong khi số liệu thực hiện là “{typed}”.",
                "The rate says “{rate}”, while the figure is “{typed}”."
            );
            self.say(&code::RATE_OF_NOTHING, message, (row, column), Some(id));
        }
    }
}

/// Tells whether the words of a row are the label of an input, with or without bullet, unit of measure and colon.
pub(super) fn is_label(words: &str, input: &Input) -> bool {
    let plain = |words: &str| {
        fold(words)
            .trim_matches(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c) && c != '%')
            .to_owned()
    };
    let (said, label) = (plain(words), plain(&input.label));
    let measured = input.measure.as_ref().map(|measure| plain(&format!("{} ({measure})", input.label)));
    !label.is_empty() && (said == label || measured.is_some_and(|measured| said == measured))
}
