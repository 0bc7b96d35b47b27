//! The sheet of self-assessment: figures, claims and explanations, leaf by leaf.

use std::collections::{BTreeMap, BTreeSet};

use super::changed::Judge;
use super::documents;
use super::keyed::Keyed;
use super::versions::Changed;
use super::{excerpt, lost_columns};
use crate::assessment::{Answer, Claim, Remarks};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign};
use crate::figure::{CriterionId, Figure, Input, InputId, InputKind};
use crate::finding::sheet as code;
use crate::finding::{CellAddress, Checked, Finding, Part, Place};
use crate::form::layout::{ASSESSMENT_COLUMNS, AssessmentAt as At, CLAIMED, EXPLANATION, HOW, INPUT, LAYOUT, RowKey};
use crate::form::template::printed::{PrintedCell, PrintedForm};
use crate::rule::Scorer;
use crate::text;
use crate::text::Text;
use crate::text::fold::fold;
use crate::typed::{citation, value};
use crate::workbook::{address, letters};

/// Reads the sheet of self-assessment.
pub struct LeafReader<'r> {
    /// Set that it is read by.
    pub set: &'r CriteriaSet,
    /// File, as findings name it.
    pub file: &'r str,
    /// The sheet.
    pub sheet: &'r Keyed<'r>,
    /// Number of the form's layout.
    pub layout: Option<u32>,
    /// Whether the form was made for this set: rows that it lacks were then deleted.
    pub same_set: bool,
    /// The version of the set that the form was made for, where that is another one.
    pub earlier: Option<&'r CriteriaSet>,
    /// What the form prints itself.
    pub own: &'r PrintedForm<'r>,
    /// Rows of each key, from the top.
    pub rows: BTreeMap<&'r RowKey, Vec<u32>>,
    /// What the form printed when it was made; `None` where that can't be told.
    pub printed: Option<&'r PrintedForm<'r>>,
    /// Who says what words mean that were changed.
    pub judge: &'r dyn Judge,
    /// What the set asks otherwise than the version that the form was made for.
    pub changed: &'r Changed,
    /// Criteria in the order of the form.
    pub order: BTreeMap<CriterionId, usize>,
    /// Keys whose row is there more than once, so that none is read.
    pub unclear: BTreeSet<String>,
    /// Cells that were read.
    pub seen: BTreeSet<(u32, u32)>,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl LeafReader<'_> {
    /// Gives the place of a cell.
    pub(super) fn place(&self, row: u32, column: u32) -> Place {
        Place::cell(self.file, &self.sheet.grid.name, address(row, column))
    }

    /// Says which columns are gone.
    pub fn columns(&mut self) {
        let wanted = ASSESSMENT_COLUMNS.iter().filter(|column| [INPUT, CLAIMED, EXPLANATION].contains(&column.key));
        self.findings.extend(lost_columns(self.sheet, wanted, self.layout, self.file));
    }

    /// Says which columns of another layout are not read.
    pub fn unknown_columns(&mut self) {
        for (column, (row, cell)) in self.sheet.unknown_columns(ASSESSMENT_COLUMNS) {
            let (name, at, words) = (&self.sheet.grid.name, address(row, column), excerpt(&cell.shown()));
            let heading = self.sheet.grid.shown(self.sheet.keys.0 + 1, column).unwrap_or_else(|| letters(column));
            let message = text!(
                "Cột “{heading}” của trang “{name}” không có trong mẫu “{LAYOUT}” nên không được đọc (ô {at}: “{words}”).",
                "The column “{heading}” of sheet “{name}” is not in the layout “{LAYOUT}” and is not read ({at}: “{words}”)."
            );
            self.findings.push(Finding::new(&code::NO_HOME, message).at(self.place(row, column)));
        }
    }

    /// Reads the figures of the set, each in its one row.
    pub fn shared(&mut self) -> Answer {
        let mut shared = Answer::default();
        for figure in &self.set.figures {
            let key = RowKey::Figure(figure.id.clone());
            let (row, column) = (self.row(&key, None), self.sheet.column(INPUT));
            let label = &figure.label;
            let read = match (row, column) {
                (Some(row), Some(column)) => {
                    self.seen.insert((row, column));
                    shared.sheet = Some(self.sheet.grid.name.as_str().into());
                    shared.cells.inputs.insert(figure.id.clone(), CellAddress::new(row, column));
                    if self.is_reworded(row, &key, figure, &self.set.figures) {
                        Figure::Blank
                    } else {
                        let read = value::figure(self.sheet.grid.get(row, column), figure, &[]);
                        let place = self.place(row, column);
                        self.keep(read, &place, None)
                    }
                }
                // A deleted row is no way around a blank figure.
                _ if self.same_set && !self.is_newly_shared(&figure.id) => {
                    if row.is_none() && !self.unclear.contains(&key.to_string()) {
                        let message = text!(
                            "Biểu thiếu hàng số liệu dùng chung “{label}”.",
                            "The form lacks the row of the shared figure “{label}”."
                        );
                        self.missing(None, message);
                    }
                    Figure::Blank
                }
                _ => continue,
            };
            shared.figures.insert(figure.id.clone(), read);
        }
        shared
    }

    /// Reads what the unit says beside its points. Forms sent before there was room for it have no such rows.
    pub fn remarks(&mut self) -> Remarks {
        let mut read = |key: &RowKey| {
            let (row, column) = (self.row(key, None)?, self.sheet.column(HOW)?);
            self.seen.insert((row, column));
            value::words(self.sheet.grid.get(row, column))
        };
        Remarks { difficulties: read(&RowKey::Difficulties), proposals: read(&RowKey::Proposals) }
    }

    /// Reads every leaf of the set that the form has.
    pub fn answers(&mut self) -> BTreeMap<CriterionId, Answer> {
        let mut answers = BTreeMap::new();
        for (criterion, leaf) in self.set.leaves() {
            if let Some(answer) = self.answer(criterion, leaf) {
                answers.insert(criterion.id.clone(), answer);
            }
        }
        self.drop_what_came_later(&answers);
        answers
    }

    /// Takes back that rows are missing which a form of an earlier version never had and nobody has to fill in: those of a
    /// bonus, and of an alternative of which another one is filled in.
    fn drop_what_came_later(&mut self, answers: &BTreeMap<CriterionId, Answer>) {
        let (set, Some(earlier)) = (self.set, self.earlier) else { return };
        let filled = |id: &CriterionId, leaf: &Leaf| answers.get(id).is_some_and(|answer| !answer.is_left_alone(leaf));
        let spared = |id: &CriterionId| {
            earlier.find(id).is_none() && (set.line(id).is_some_and(|line| line.sign == Sign::Bonus) || set.has_instead(id, filled))
        };
        self.findings.retain(|finding| finding.code != &code::ROW_MISSING || !finding.criterion.as_ref().is_some_and(spared));
    }

    /// Reads one leaf; `None` where the form is that of another set and has no row of it.
    fn answer(&mut self, criterion: &Criterion, leaf: &Leaf) -> Option<Answer> {
        let id = &criterion.id;
        let own = leaf.scorer() == Scorer::Unit;
        let closed = self.own.is_closed(id);
        let row = self.row(&RowKey::Leaf(id.clone()), Some(id));
        let inputs: Vec<Option<u32>> =
            leaf.asked().iter().map(|input| self.row(&RowKey::Input(id.clone(), input.id.clone()), Some(id))).collect();
        if row.is_none() && inputs.iter().all(Option::is_none) && (!self.same_set || !own) {
            return None;
        }
        let mut answer = Answer { sheet: Some(self.sheet.grid.name.as_str().into()), ..Answer::default() };
        if self.changed.leaves.contains(id) || row.is_some_and(|row| own && !closed && self.is_renamed(row, criterion)) {
            self.pass_over(row, &inputs);
            answer.figures = leaf.asked().iter().map(|input| (input.id.clone(), Figure::Blank)).collect();
            return Some(answer);
        }
        if row.is_none() && own && self.same_set && !self.unclear.contains(&RowKey::Leaf(id.clone()).to_string()) {
            let name = &criterion.name;
            self.missing(
                Some(id),
                text!("Biểu thiếu hàng của tiêu chí {id} “{name}”.", "The form lacks the row of criterion {id} “{name}”."),
            );
        }
        let takes_claim = row.is_some_and(|row| self.score(row, criterion, closed, &mut answer));
        for (input, row) in leaf.asked().iter().zip(&inputs) {
            if input.shared && !self.is_asked_at_leaves(input) {
                continue;
            }
            let figure = match (row, self.sheet.column(INPUT)) {
                (Some(row), Some(column)) => {
                    answer.cells.inputs.insert(input.id.clone(), CellAddress::new(*row, column));
                    self.figure((*row, column), input, (id, leaf), closed)
                }
                // A deleted row is no way around a blank figure.
                _ if self.same_set => {
                    let label = &input.label;
                    if row.is_none() && !self.unclear.contains(&RowKey::Input(id.clone(), input.id.clone()).to_string()) {
                        self.missing(
                            Some(id),
                            text!(
                                "Biểu thiếu hàng số liệu “{label}” của tiêu chí {id}.",
                                "The form lacks the row of the figure “{label}” of criterion {id}."
                            ),
                        );
                    }
                    Figure::Blank
                }
                _ => continue,
            };
            answer.figures.insert(input.id.clone(), figure);
        }
        self.explanation(&mut answer, row, &inputs, (id, closed));
        if let Some(row) = row.filter(|_| answer.claim == Claim::Blank && !closed && takes_claim) {
            self.claim_elsewhere(row, criterion);
        }
        Some(answer)
    }

    /// Reads the score of a leaf; tells whether its row takes one.
    fn score(&mut self, row: u32, criterion: &Criterion, closed: bool, answer: &mut Answer) -> bool {
        let id = &criterion.id;
        self.number_beside(row, criterion);
        let Some(column) = self.sheet.column(CLAIMED) else { return false };
        let printed = closed || matches!(self.own.has(&RowKey::Leaf(id.clone()), At::Claimed), PrintedCell::Words(_));
        if printed && !self.was_typed(row, column, id) {
            self.seen.insert((row, column));
            return false;
        }
        answer.claim = self.claim(row, column, criterion);
        answer.cells.claimed = Some(CellAddress::new(row, column));
        true
    }

    /// Reads one figure of a leaf; blank where the row is not the one that the form printed for it.
    fn figure(&mut self, (row, column): (u32, u32), input: &Input, (id, leaf): (&CriterionId, &Leaf), closed: bool) -> Figure {
        self.seen.insert((row, column));
        if self.changed.figures.contains(&(id.clone(), input.id.clone())) {
            return Figure::Blank;
        }
        let key = RowKey::Input(id.clone(), input.id.clone());
        if self.says_another_figure(row, input, leaf, id) || self.is_reworded(row, &key, input, &leaf.inputs) {
            return Figure::Blank;
        }
        let choices = if input.kind == InputKind::Choice { leaf.choices(&input.id) } else { Vec::new() };
        let read = value::figure(self.sheet.grid.get(row, column), input, &choices);
        let place = self.place(row, column);
        if closed && read.value != Figure::Blank {
            self.not_asked(row, column, id);
            read.value
        } else {
            self.keep(read, &place, Some(id))
        }
    }

    /// Takes the cells of a leaf for seen, though nothing of them is read.
    fn pass_over(&mut self, row: Option<u32>, inputs: &[Option<u32>]) {
        let columns: Vec<u32> = [INPUT, CLAIMED, EXPLANATION].iter().filter_map(|key| self.sheet.column(key)).collect();
        let rows = row.into_iter().chain(inputs.iter().copied().flatten());
        self.seen.extend(rows.flat_map(|row| columns.iter().map(move |column| (row, *column))));
    }

    /// Says that a number stands in the row of a leaf whose score is blank: typed one column beside, it would be lost.
    fn claim_elsewhere(&mut self, row: u32, criterion: &Criterion) {
        for column in [INPUT, EXPLANATION].iter().filter_map(|key| self.sheet.column(key)) {
            let cell = self.sheet.grid.get(row, column).filter(|cell| !cell.formula);
            let Some(typed) = cell.filter(|cell| matches!(value::claim(Some(cell), &criterion.max).value, Claim::Points(_))) else {
                continue;
            };
            let (at, words) = (address(row, column), excerpt(&typed.shown()));
            let message = text!(
                "Ô {at} ghi “{words}”, trong khi ô điểm tự đánh giá của tiêu chí để trống; điểm chỉ được đọc ở ô điểm tự đánh giá.",
                "{at} says “{words}” while the claimed score of the criterion is blank; a score is read in its own cell alone."
            );
            self.seen.insert((row, column));
            self.findings.push(Finding::new(&code::ELSEWHERE, message).at(self.place(row, column)).on(&criterion.id));
        }
    }

    /// Tells whether the form asks a shared figure at each leaf: it was made for a version of the set that did not share it.
    fn is_asked_at_leaves(&self, figure: &Input) -> bool {
        self.is_newly_shared(&figure.id) && self.sheet.rows_of(&RowKey::Figure(figure.id.clone())).is_empty()
    }

    /// Tells whether the version of the set that the form was made for did not share a figure yet.
    fn is_newly_shared(&self, figure: &InputId) -> bool {
        self.earlier.is_some_and(|earlier| earlier.figures.iter().all(|known| known.id != *figure))
    }

    /// Reads the claim of a leaf.
    fn claim(&mut self, row: u32, column: u32, criterion: &Criterion) -> Claim {
        self.seen.insert((row, column));
        let read = value::claim(self.sheet.grid.get(row, column), &criterion.max);
        if self.own.is_closed(&criterion.id) {
            // Points claimed there are found where scores are compared.
            if !matches!(read.value, Claim::Blank | Claim::Points(_)) {
                self.not_asked(row, column, &criterion.id);
            }
            return read.value;
        }
        let (place, several) = (self.place(row, column), self.leaves_below(row, column));
        let cell = self.sheet.grid.get(row, column).filter(|cell| several > 0 && !cell.is_blank());
        let read = cell.map_or(read, |cell| value::of_several(cell, several + 1));
        self.keep(read, &place, Some(&criterion.id))
    }

    /// Counts the rows of other leaves that a merged cell reaches over.
    fn leaves_below(&self, row: u32, column: u32) -> usize {
        let covered = &self.sheet.grid.covered;
        if covered.get(&(row + 1, column)) != Some(&row) {
            return 0;
        }
        let is_below = |(at, key): &&(u32, RowKey)| matches!(key, RowKey::Leaf(_)) && covered.get(&(*at, column)) == Some(&row);
        self.sheet.rows.iter().filter(is_below).count()
    }

    /// Tells whether a cell of the table holds something else than the form has there.
    fn was_typed(&self, row: u32, column: u32, leaf: &CriterionId) -> bool {
        let Some(shown) = self.sheet.grid.shown(row, column) else { return true };
        !matches!(self.own.has(&RowKey::Leaf(leaf.clone()), At::Claimed), PrintedCell::Words(words) if fold(&words) == fold(&shown))
    }

    /// Says that a cell was filled in that is not the unit's to fill in.
    fn not_asked(&mut self, row: u32, column: u32, id: &CriterionId) {
        let Some(typed) = self.sheet.grid.shown(row, column) else { return };
        let (at, words) = (address(row, column), excerpt(&typed));
        let message = text!(
            "Ô {at} ghi “{words}”, trong khi đơn vị không phải điền ô nào của tiêu chí {id}.",
            "{at} says “{words}”, while the unit has nothing to fill in for criterion {id}."
        );
        self.findings.push(Finding::new(&code::NOT_ASKED, message).at(self.place(row, column)).on(id));
    }

    /// Reads the explanation of a leaf, also where it was typed beside the leaf's figures.
    fn explanation(&mut self, answer: &mut Answer, row: Option<u32>, inputs: &[Option<u32>], (id, closed): (&CriterionId, bool)) {
        let Some(column) = self.sheet.column(EXPLANATION) else { return };
        if let Some(row) = row {
            answer.cells.explanation = Some(CellAddress::new(row, column));
        }
        let mut parts: Vec<String> = Vec::new();
        for row in row.iter().chain(inputs.iter().flatten()) {
            self.seen.insert((*row, column));
            let words = value::words(self.sheet.grid.get(*row, column));
            if closed && words.is_some() {
                self.not_asked(*row, column, id);
            }
            // A draft explains nothing, wherever it is typed.
            if let Some(promised) = words.as_deref().filter(|words| citation::names_none(words)) {
                let finding = documents::promised(promised).at(self.place(*row, column));
                self.findings.push(finding.on(id));
                continue;
            }
            parts.extend(words);
        }
        answer.explanation = (!parts.is_empty()).then(|| parts.join("\n"));
    }

    /// Keeps a value, and its findings with their place.
    fn keep<T>(&mut self, read: Checked<T>, place: &Place, id: Option<&CriterionId>) -> T {
        self.findings.extend(read.findings.into_iter().map(|finding| of(finding.at(place.clone()), id)));
        read.value
    }

    /// Says that a row is gone.
    fn missing(&mut self, id: Option<&CriterionId>, message: Text) {
        let place = Place { sheet: Some(self.sheet.grid.name.clone()), ..Place::file(self.file) };
        let parts = [Part::Claims, Part::Figures, Part::Evidence];
        self.findings.push(of(Finding::new(&code::ROW_MISSING, message).at(place), id).lacks(Part::Rows).hides(parts));
    }

    /// Finds the row of a key: of several that differ the one that still stands where the program wrote it.
    fn row(&mut self, key: &RowKey, id: Option<&CriterionId>) -> Option<u32> {
        let rows = self.rows.get(key).cloned().unwrap_or_default();
        if let [row] = rows.as_slice() {
            return Some(*row);
        }
        let fill_in = [INPUT, CLAIMED, EXPLANATION].map(|key| self.sheet.column(key));
        let content = |row: u32| -> Vec<Option<String>> {
            let cells = fill_in.iter().flatten().filter(|column| self.sheet.grid.get(row, **column).is_some_and(|cell| !cell.formula));
            cells.map(|column| self.sheet.grid.shown(row, *column)).collect()
        };
        let first = rows.first().copied()?;
        // Copies are told of once, not again as content without a home.
        let copies = rows.iter().filter(|row| **row != first);
        self.seen.extend(copies.flat_map(|row| fill_in.iter().flatten().map(|column| (*row, *column))));
        if rows.iter().all(|row| content(*row) == content(first)) {
            return Some(first);
        }
        let in_place: Vec<u32> = rows.iter().copied().filter(|row| self.sheet.is_in_order(*row, &self.order)).collect();
        let read = if let [one] = in_place.as_slice() { Some(*one) } else { None };
        let (of_vi, of_en) = match id {
            Some(id) => (format!("tiêu chí {id}"), format!("criterion {id}")),
            None => ("số liệu dùng chung".to_owned(), "shared figures".to_owned()),
        };
        for other in rows.iter().filter(|row| Some(**row) != read) {
            let second = u64::from(*other) + 1;
            let message = match read.map(|row| u64::from(row) + 1) {
                Some(first) => text!(
                    "Hàng {second} lặp lại hàng {first} ({of_vi}) với nội dung khác; chỉ hàng {first} của biểu được đọc.",
                    "Row {second} repeats row {first} ({of_en}) with other content; only row {first} of the form is read."
                ),
                None => text!(
                    "Hàng {second} của {of_vi} có nhiều bản nội dung khác nhau và không rõ hàng nào là của biểu; coi như để trống.",
                    "Row {second} of {of_en} is there more than once with different content, and it is not clear which is the form's; it counts as blank."
                ),
            };
            // The keys are hidden: a person is shown the number of the row's criterion.
            let place = self.place(*other, self.sheet.column("stt").unwrap_or(self.sheet.keys.1));
            self.findings.push(of(Finding::new(&code::ROW_TWICE, message).at(place), id));
        }
        if read.is_none() {
            self.unclear.insert(key.to_string());
            self.seen.extend(fill_in.iter().flatten().map(|column| (first, *column)));
        }
        read
    }
}

/// Names the criterion of a finding, where it is on one.
pub(super) fn of(finding: Finding, id: Option<&CriterionId>) -> Finding {
    match id {
        Some(id) => finding.on(id),
        None => finding,
    }
}
