//! Figures: in the row of their leaf, or in rows of their own below it, known by the labels of its inputs.

use super::RowReader;
use super::labels::{is_another_scale, labelled};
use super::rates::{Share, rates, share};
use crate::criteria::{Criterion, Leaf};
use crate::figure::{Figure, Input, InputKind};
use crate::finding::sheet as code;
use crate::finding::{CellAddress, Checked, Finding};
use crate::intake::foreign::matching::Heading;
use crate::intake::heading::{Role, spaced};
use crate::text;
use crate::text::Text;
use crate::text::fold::{bare, fold};
use crate::typed::value;
use crate::workbook::Cell;

impl<'d> RowReader<'d> {
    /// Reads figures in the leaf's own row: where it asks for one, or for a share of a whole.
    pub(super) fn beside(&mut self, row: u32, criterion: &Criterion, leaf: &Leaf) {
        let (figures, rate) = (self.cell(row, Role::Figures), self.cell(row, Role::Rate));
        self.rate_of_nothing(row, &criterion.id);
        let typed = figures.filter(|(_, cell)| !cell.formula).or(figures);
        if typed.is_none() && self.figure_as_rate(row, criterion, leaf) {
            return;
        }
        match leaf.inputs.as_slice() {
            [input] => {
                if let (Some(column), Some(answer)) = (self.table.column(Role::Figures), self.taken.answers.get_mut(&criterion.id)) {
                    answer.cells.inputs.insert(input.id.clone(), CellAddress::new(row, column));
                }
                for (column, cell) in rates(typed, rate, input).into_iter().flatten() {
                    self.figure(row, column, Some(cell), criterion, leaf, input);
                }
            }
            inputs => {
                let Some((column, cell)) = typed else { return };
                if let Some(Share { part, whole, again }) = share(leaf, cell) {
                    for (id, words) in [part, whole] {
                        if let Some(input) = inputs.iter().find(|input| input.id == id) {
                            self.figure(row, column, Some(&Cell::text(words)), criterion, leaf, input);
                        }
                    }
                    if !again.is_empty() {
                        self.against_figures((row, column), &Cell::text(again), criterion, leaf);
                    }
                    return self.rate_beside(row, criterion, leaf);
                }
                let claims = self.cell(row, Role::Claim).is_some();
                if !cell.formula && (!inputs.is_empty() || !claims) {
                    let (words, count, id) = (cell.shown(), inputs.len(), &criterion.id);
                    let message = if inputs.is_empty() {
                        text!(
                            "Hàng tiêu chí {id} ghi “{words}” ở cột số liệu, nhưng tiêu chí này không hỏi số liệu; không rõ có phải là điểm tự đánh giá hay không.",
                            "The row of criterion {id} says “{words}” in the column of figures, but the criterion asks for none; it is not clear whether it is the score."
                        )
                    } else {
                        text!(
                            "Số liệu “{words}” ở hàng tiêu chí {id} không rõ là số liệu nào trong {count} số liệu của tiêu chí.",
                            "The figure “{words}” in the row of criterion {id}: it is not clear which of its {count} figures it is."
                        )
                    };
                    self.homeless((row, column), message);
                }
            }
        }
    }

    /// Keeps a figure that has no input. How bad that is turns out at the end.
    pub(super) fn homeless(&mut self, (row, column): (u32, u32), message: Text) {
        let finding = Finding::new(&code::FIGURE_WITHOUT_HOME, message).at(self.place(row, column));
        let leaf = self.current.map(|(criterion, _)| &criterion.id);
        self.taken.homeless.push(match leaf {
            Some(id) => finding.on(id),
            None => finding,
        });
    }

    /// Finds the figure that a row of a table without points names by its label, where one figure of the set alone is called so:
    /// such a table need not name the criterion above it.
    pub(super) fn labelled_in_set(&self, heading: &Heading) -> Option<(&'d Criterion, &'d Leaf, &'d Input)> {
        let points = [Role::Claim, Role::Max].iter().any(|role| self.table.column(*role).is_some());
        if points || self.matcher.is_called(heading) {
            return None;
        }
        let (name, set) = (fold(&heading.name), self.set);
        let inputs = set.leaves().flat_map(|(criterion, leaf)| leaf.inputs.iter().map(move |input| (criterion, leaf, input)));
        let mut called = inputs.filter(|(.., input)| fold(&input.label) == name);
        called.next().filter(|_| called.next().is_none())
    }

    /// Reads a row that a figure's label names.
    pub(super) fn labelled(&mut self, row: u32, criterion: &'d Criterion, leaf: &'d Leaf, input: &Input) {
        self.taken.asks_figures = true;
        self.criteria.insert(row, Some(criterion.id.clone()));
        self.taken.rows.push((row + 1, criterion.id.clone()));
        let figures = self.table.column(Role::Figures).or_else(|| self.table.column(Role::Rate));
        if let Some(column) = figures {
            let said = rates(self.cell(row, Role::Figures), self.cell(row, Role::Rate), input);
            for (column, cell) in said.iter().flatten() {
                self.figure(row, *column, Some(cell), criterion, leaf, input);
            }
            if said == [None, None] {
                self.figure(row, column, self.table.grid.get(row, column), criterion, leaf, input);
            }
        }
        self.words(row, &criterion.id);
        self.score_in(row, &code::SCORE_OF_NO_CRITERION);
    }

    /// Reads a figure that was typed behind its label, "Số hồ sơ đúng hạn: 40", where its own cell is blank.
    pub(super) fn figure_in_label(&mut self, row: u32, words: &str, criterion: &'d Criterion, leaf: &'d Leaf) -> bool {
        let Some((label, typed)) = words.rsplit_once(':') else { return false };
        let Some(input) = labelled(label, &leaf.inputs, self.year) else { return false };
        let own = [Role::Figures, Role::Rate].iter().any(|role| self.cell(row, *role).is_some());
        let cell = Cell::text(typed.trim().to_owned());
        let Some(column) = self.names.last().copied().filter(|_| !own) else { return false };
        if value::figure(Some(&cell), input, &leaf.choices(&input.id)).value.is_blank() {
            return false;
        }
        self.taken.asks_figures = true;
        self.criteria.insert(row, Some(criterion.id.clone()));
        self.taken.rows.push((row + 1, criterion.id.clone()));
        self.figure(row, column, Some(&cell), criterion, leaf, input);
        self.words(row, &criterion.id);
        self.score_in(row, &code::SCORE_OF_NO_CRITERION);
        true
    }

    /// Keeps a figure; of two that differ neither counts.
    pub(super) fn figure(&mut self, row: u32, column: u32, cell: Option<&Cell>, criterion: &Criterion, leaf: &Leaf, input: &Input) {
        let read = value::figure(cell, input, &leaf.choices(&input.id));
        let read = match cell
            .filter(|_| matches!(read.value, Figure::Number(_)))
            .and_then(|cell| self.in_another_unit((row, column), cell, input))
        {
            Some(asked) => asked,
            None => read,
        };
        let answers = &self.taken.answers;
        let before = answers.get(&criterion.id).and_then(|answer| answer.figures.get(&input.id));
        let before = before.filter(|before| **before != Figure::Blank).cloned();
        // Of two that differ it is said that they do, and nothing else.
        let read = if before.as_ref().is_some_and(|before| *before != read.value) { Checked::clean(read.value) } else { read };
        let figure = self.keep(read, (row, column), &criterion.id);
        let Some(answer) = self.taken.answers.get_mut(&criterion.id) else { return };
        match before {
            Some(before) if figure != Figure::Blank && figure != before => {
                let (first, second) = (before.machine().unwrap_or_default(), cell.map(Cell::shown).unwrap_or_default());
                let (label, there) = (&input.label, answer.cells.inputs.get(&input.id).map(CellAddress::to_string).unwrap_or_default());
                answer.figures.insert(input.id.clone(), Figure::Wrong(format!("{first} / {second}")));
                let message = text!(
                    "Số liệu “{label}” ghi hai lần khác nhau: “{first}” (ô {there}) và “{second}”; không số nào được đọc.",
                    "The figure “{label}” is given twice and differs: “{first}” ({there}) and “{second}”; neither is read."
                );
                self.say(&code::FIGURE_WITHOUT_HOME, message, (row, column), Some(&criterion.id));
            }
            Some(_) => {}
            None => {
                answer.figures.insert(input.id.clone(), figure);
                answer.cells.inputs.insert(input.id.clone(), CellAddress::new(row, column));
            }
        }
    }

    /// Asks about a number where the heading of its column, or the row's own column of units, names another unit of measure.
    fn in_another_unit(&self, (row, column): (u32, u32), cell: &Cell, input: &Input) -> Option<Checked<Figure>> {
        // What stands behind “Tỷ lệ” is the unit of the rate, not of a part and its whole.
        let of_rate = self.table.column(Role::Rate) == Some(column) && input.kind != InputKind::Percent;
        let heading = if of_rate { String::new() } else { self.table.heading(column) };
        let bracketed = heading.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside.to_owned());
        let units = self.table.columns.iter().filter(|(_, (role, words))| *role == Role::Computed && is_unit_heading(words));
        let beside = units.filter_map(|(at, _)| self.table.grid.shown(row, *at));
        let unit = bracketed.into_iter().chain(beside).find(|unit| is_another_scale(unit, input))?;
        let (label, typed) = (&input.label, cell.shown());
        let message = text!(
            "Ô “{label}” ghi “{typed}”, đơn vị tính trong biểu là “{unit}”; không rõ số liệu là bao nhiêu nên không được đọc.",
            "The cell of “{label}” says “{typed}”, in the form's unit of measure “{unit}”; it is not clear how much it is, so it is not read."
        );
        Some(Checked { value: Figure::Wrong(typed), findings: vec![Finding::new(&code::NOT_A_NUMBER, message)] })
    }
}

/// Tells whether a heading is that of units of measure.
pub(super) fn is_unit_heading(words: &str) -> bool {
    ["don vi tinh", "dvt", "don vi do", "don vi tinh dvt"].contains(&spaced(&bare(words)).as_str())
}

/// Tells whether the words of a row say no more than that it is a rate: "- Tỷ lệ %".
pub(super) fn is_rate(words: &str) -> bool {
    let letters: String = bare(words).chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let plain = letters.split_whitespace().collect::<Vec<_>>().join(" ");
    ["ty le", "dat ty le", "ty le dat", "ty le dat duoc", "ty le phan tram", "ty le thuc hien", "ty le hoan thanh"]
        .contains(&plain.as_str())
}
