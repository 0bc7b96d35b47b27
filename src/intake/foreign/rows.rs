//! The rows of a form, each taken for what it is: a criterion, a figure of one, a line of how points are given, the
//! total, or what stands after the table.

mod criterion;
mod figures;
mod missed;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::Pin;
use super::matching::{Heading, Match, Matcher};
use super::understood::RowLeft;
use crate::assessment::{Answer, Claim};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::CriterionId;
use crate::finding::sheet as code;
use crate::finding::{Checked, Code, Finding, Place};
use crate::intake::header::{Role, Table, is_signature, is_total, repeats};
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;
use crate::text::{Text, Words};
use crate::typed::value;
use crate::workbook::{Cell, address};

/// Most letters of a row's words that are repeated in messages.
const LONGEST: usize = 60;

/// What was taken from a table.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// Answers by leaf.
    pub answers: BTreeMap<CriterionId, Answer>,
    /// Scores typed for groups, with row and column.
    pub groups: BTreeMap<CriterionId, (Points, (u32, u32))>,
    /// Score of the total, with row and column.
    pub total: Option<(Points, (u32, u32))>,
    /// Rows that were taken, from 1, each with its criterion.
    pub rows: Vec<(u32, CriterionId)>,
    /// Rows that were left.
    pub left: Vec<RowLeft>,
    /// Whether remarks are read: there is no other column of words, or the campaign says so.
    pub remarks: bool,
}

/// Reads the rows of a table, to where a list of evidence begins below it.
pub fn read(table: &Table<'_>, set: &CriteriaSet, file: &str, list: Option<u32>, pin: &Pin) -> Checked<Taken> {
    let names: Vec<u32> =
        table.columns.iter().filter(|(_, (role, _))| matches!(role, Role::Name | Role::Content)).map(|(column, _)| *column).collect();
    let only = table.column(Role::Evidence).is_none() && table.column(Role::Explanation).is_none();
    let remarks = only || pin.columns.contains_key(&Role::Remark);
    let taken = Taken { remarks, ..Taken::default() };
    let matcher = Matcher::new(set);
    let mut desk = Desk { table, set, file, names, matcher, current: None, taken, criteria: BTreeSet::new(), findings: Vec::new() };
    let mut after = false;
    for row in table.grid.rows().into_iter().filter(|row| *row >= table.data && list.is_none_or(|list| *row < list)) {
        if table.grid.row(row).next().is_none() {
            continue;
        }
        after |= desk.ends(row);
        if after {
            desk.leave(row, Words { vi: "sau bảng (chữ ký, ghi chú)", en: "after the table (signatures, remarks)" });
        } else {
            desk.row(row);
        }
    }
    desk.missing();
    desk.unread();
    Checked { value: desk.taken, findings: desk.findings }
}

/// Reads one table.
struct Desk<'d> {
    table: &'d Table<'d>,
    set: &'d CriteriaSet,
    file: &'d str,
    /// Columns of names, from left to right.
    names: Vec<u32>,
    matcher: Matcher<'d>,
    /// Leaf that rows without a number belong to.
    current: Option<(&'d Criterion, &'d Leaf)>,
    taken: Taken,
    /// Rows of criteria and of their figures.
    criteria: BTreeSet<u32>,
    findings: Vec<Finding>,
}

impl<'d> Desk<'d> {
    /// Gives a cell of a row by what its column is for.
    fn cell(&self, row: u32, role: Role) -> Option<(u32, &'d Cell)> {
        let column = self.table.column(role)?;
        Some((column, self.table.grid.get(row, column)?))
    }

    /// Gives the place of a cell.
    fn place(&self, row: u32, column: u32) -> Place {
        Place::cell(self.file, &self.table.grid.name, address(row, column))
    }

    /// Says something of a cell.
    fn say(&mut self, code: &'static Code, message: Text, (row, column): (u32, u32), criterion: Option<&CriterionId>) {
        let finding = Finding::new(code, message).at(self.place(row, column));
        self.findings.push(match criterion {
            Some(id) => finding.on(id),
            None => finding,
        });
    }

    /// Gives the words of a row, bare, its cells parted by bars.
    fn everything(&self, row: u32) -> String {
        self.table.grid.row(row).map(|(_, cell)| bare(&cell.shown())).collect::<Vec<_>>().join(" | ")
    }

    /// Gives the first words of a row, cut.
    fn first_words(&self, row: u32) -> String {
        let by_name = self.names.iter().find_map(|column| self.table.grid.shown(row, *column));
        let words = by_name.or_else(|| self.table.grid.row(row).map(|(_, cell)| cell.shown()).next()).unwrap_or_default();
        let cut: String = words.chars().take(LONGEST).collect();
        if cut.len() < words.len() { format!("{cut}…") } else { cut }
    }

    /// Keeps a row among those left.
    fn leave(&mut self, row: u32, why: Words) {
        let words = self.first_words(row);
        self.taken.left.push(RowLeft { row: row + 1, words, why });
    }

    /// Tells whether signatures begin. Whoever signs on the right often stands below the column of scores.
    fn ends(&self, row: u32) -> bool {
        let signed = |cell: &Cell| is_signature(&bare(&cell.shown()));
        let plain = [Role::Number, Role::Max, Role::Claim].iter().all(|role| self.cell(row, *role).is_none_or(|(_, cell)| signed(cell)));
        plain && !self.criteria.is_empty() && is_signature(&self.everything(row))
    }

    /// Reads a row.
    fn row(&mut self, row: u32) {
        if repeats(self.table, row) {
            return self.leave(row, Words { vi: "tiêu đề lặp lại", en: "header repeated" });
        }
        let texts: Vec<(u32, String)> =
            self.names.iter().filter_map(|column| Some((*column, value::words(self.table.grid.get(row, *column))?))).collect();
        let first = bare(texts.first().map_or("", |(_, words)| words));
        if is_total(&first) || (texts.is_empty() && is_total(&self.everything(row))) {
            return self.total(row);
        }
        let number = self.cell(row, Role::Number).map(|(_, cell)| cell);
        match texts.as_slice() {
            // Criteria have a column of their own, and what is below them another.
            [(outer, _), (inner, content)] => {
                let cell = self.table.grid.get(row, *outer);
                let only_number = cell.filter(|cell| crate::intake::stt::of_cell(cell).is_some());
                if number.is_none() && only_number.is_some() {
                    let heading = self.matcher.heading(only_number, content);
                    self.line(row, *inner, &heading);
                } else {
                    let above = self.matcher.heading(number, &texts.first().map_or_else(String::new, |(_, words)| words.clone()));
                    if let Match::One(id) | Match::Renamed(id) = self.matcher.find(&above) {
                        self.taken.rows.push((row + 1, id));
                        self.current = None;
                    }
                    let heading = self.matcher.heading(None, content);
                    self.line(row, *inner, &heading);
                }
            }
            [(column, words), ..] => {
                let heading = self.matcher.heading(number, words);
                self.line(row, *column, &heading);
            }
            [] => {
                let heading = self.matcher.heading(number, "");
                let column = self.names.first().copied().unwrap_or_default();
                self.line(row, column, &heading);
            }
        }
    }

    /// Reads a row with its heading: a figure of the current leaf, a criterion, or neither.
    fn line(&mut self, row: u32, column: u32, heading: &Heading) {
        if let Some((criterion, leaf)) = self.current
            && !heading.names_one()
            && let Some(input) = leaf.inputs.iter().find(|input| figures::is_label(&heading.name, input))
        {
            return self.labelled(row, criterion, leaf, input);
        }
        let at = (row, column);
        let found = self.matcher.find(heading);
        let id = match &found {
            Match::One(id) => id,
            Match::Doubtful(id, other) => {
                let (written, name) = (heading.code.clone().unwrap_or_default(), &heading.name);
                let message = text!(
                    "Hàng ghi số “{written}” (tiêu chí {other}) nhưng tên “{name}” là của tiêu chí {id}; được đọc theo tên.",
                    "A row is numbered “{written}” (criterion {other}), but its name “{name}” is that of criterion {id}; it is read by its name."
                );
                self.say(&code::NUMBER_AND_NAME, message, at, Some(id));
                id
            }
            Match::Renamed(id) => {
                let (name, own) = (&heading.name, self.set.find(id).map_or("", |criterion| criterion.name.as_str()));
                let message = text!(
                    "Hàng {id} ghi “{name}”, bộ tiêu chí ghi “{own}”; được đọc theo số.",
                    "Row {id} says “{name}”, the set says “{own}”; it is read by its number."
                );
                self.say(&code::NUMBER_AND_NAME, message, at, Some(id));
                id
            }
            Match::Guessed(id, several) => {
                let written = heading.code.clone().unwrap_or_default();
                let list = several.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
                let message = text!(
                    "Mã tiêu chí “{written}” đã bị Excel đổi kiểu, có thể là {list}; được đọc là “{id}”.",
                    "Excel changed the id “{written}”; it may be {list}; it is read as “{id}”."
                );
                self.say(&code::ID_AS_NUMBER, message, at, Some(id));
                id
            }
            Match::None => return self.nothing(row, heading),
        };
        if let Some(criterion) = self.set.find(id) {
            self.criterion(row, criterion);
        }
    }

    /// Keeps a value, and its findings with their place.
    fn keep<T>(&mut self, read: Checked<T>, (row, column): (u32, u32), id: &CriterionId) -> T {
        let place = self.place(row, column);
        self.findings.extend(read.findings.into_iter().map(|finding| finding.at(place.clone()).on(id)));
        read.value
    }

    /// Takes a row that is no criterion of the set.
    fn nothing(&mut self, row: u32, heading: &Heading) {
        let numbered = heading.code.is_some() && (self.cell(row, Role::Max).is_some() || self.cell(row, Role::Claim).is_some());
        if !numbered {
            return self.rule_row(row);
        }
        self.current = None;
        self.score_in(row, &code::ROW_OF_NO_CRITERION);
        self.stray_words(row);
        self.leave(row, Words { vi: "không có trong bộ tiêu chí", en: "not in the set" });
    }

    /// Takes a line that says how points are given.
    fn rule_row(&mut self, row: u32) {
        self.score_in(row, &code::SCORE_OF_NO_CRITERION);
        if let Some((column, cell)) = self.cell(row, Role::Figures)
            && !cell.formula
        {
            let (typed, words) = (cell.shown(), self.first_words(row));
            let message = text!(
                "Số liệu “{typed}” ở hàng “{words}” không khớp số liệu nào của tiêu chí.",
                "The figure “{typed}” in the row “{words}” fits no figure of the criterion."
            );
            let id = self.current.map(|(criterion, _)| criterion.id.clone());
            self.say(&code::FIGURE_WITHOUT_HOME, message, (row, column), id.as_ref());
        }
        match self.current {
            Some((criterion, _)) => self.words(row, &criterion.id),
            None => self.stray_words(row),
        }
        self.leave(row, Words { vi: "dòng giải thích, cách tính điểm", en: "line of how points are given" });
    }

    /// Reads the row of the total.
    fn total(&mut self, row: u32) {
        self.current = None;
        if let Some((column, cell)) = self.cell(row, Role::Claim)
            && let Claim::Points(points) = value::claim(Some(cell), &self.set.total).value
        {
            self.taken.total = Some((points, (row, column)));
        }
        self.leave(row, Words { vi: "hàng tổng cộng", en: "total" });
    }
}
