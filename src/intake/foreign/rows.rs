//! The rows of a table, each taken for what it is: a criterion, a figure of one, a line of how points are given, the
//! total, or what stands after the table.

mod criterion;
mod derived;
mod end;
mod evidence;
mod figures;
mod labels;
mod rates;
mod unread;

pub use labels::labelled as figure_called;
pub use rates::says_share;
pub use unread::is_told;

use std::collections::{BTreeMap, BTreeSet};

use super::choice::Columns;
use super::matching::{Heading, Match, Matcher, is_turned};
use super::places::{self, Row};
use super::understood::RowLeft;
use super::{Asked, Part};
use crate::assessment::{Answer, Claim};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::CriterionId;
use crate::finding::sheet as code;
use crate::finding::{Checked, Code, Finding, Place};
use crate::intake::header::{Table, repeats};
use crate::intake::heading::Role;
use crate::intake::stt;
use crate::points::Points;
use crate::text;
use crate::text::fold::{bare, excerpt};
use crate::text::{Text, Words};
use crate::typed::value;
use crate::workbook::{Cell, address};

/// Rows in which a column is filled in, each with its leaf.
pub type Filled = Vec<(u32, Option<CriterionId>)>;

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
    /// Whether there is a place for figures: a column, or a row that asks for one.
    pub asks_figures: bool,
    /// Figures that no input was found for, each with its leaf: how bad that is, turns out once all rows are read.
    pub homeless: Vec<Finding>,
    /// Columns without a known heading that are filled in, each with the rows.
    pub unknown: BTreeMap<u32, Filled>,
    /// Columns that their headings say are no part of the self-assessment and that are filled in, each with the rows.
    pub passed: BTreeMap<u32, Filled>,
    /// Those of them whose figures follow from points: a share of the maximum, or what was lost.
    pub points_again: BTreeSet<u32>,
    /// Rates that say no figure of their leaf, each with it: told where a figure is missing.
    pub rates: Vec<Finding>,
}

/// Reads the rows of a table.
pub fn read(part: &mut Part<'_>, columns: &Columns, asked: &Asked<'_>) -> Checked<Taken> {
    let rows: Vec<u32> = part.table.grid.rows().into_iter().filter(|row| (part.table.data..part.end).contains(row)).collect();
    let rows: Vec<u32> = rows.into_iter().filter(|row| part.table.grid.row(*row).next().is_some()).collect();
    let (matched, derived, maxima) = {
        let mut first = RowReader::new(&part.table, columns, asked);
        first.matched = first.assign(&rows);
        let (derived, maxima) = (first.derived(), first.maxima());
        (first.matched, derived, maxima)
    };
    for (column, (role, _)) in &mut part.table.columns {
        if asked.pin.columns.values().any(|pinned| pinned == column) {
            continue;
        }
        if derived.contains(column) {
            *role = Role::Computed;
        } else if maxima == Some(*column) {
            *role = Role::Max;
        }
    }
    let mut reader = RowReader::new(&part.table, columns, asked);
    reader.matched = matched;
    let mut after = false;
    let last = reader.last_of_criteria();
    let mut before = last;
    for row in rows {
        after |= (reader.ends(row) && !reader.goes_on(row)) || (row > last && reader.is_foot(row, before));
        before = row;
        if after {
            reader.leave(row, Words { vi: "sau bảng (chữ ký, ghi chú)", en: "after the table (signatures, remarks)" });
        } else {
            reader.row(row);
        }
    }
    reader.unread();
    Checked { value: reader.taken, findings: reader.findings }
}

/// Reads one table.
struct RowReader<'d> {
    table: &'d Table<'d>,
    columns: &'d Columns,
    set: &'d CriteriaSet,
    file: &'d str,
    /// Year that is scored.
    year: Option<i16>,
    /// Columns of names, from left to right.
    names: Vec<u32>,
    matcher: Matcher<'d>,
    /// What rows are about, by row and column.
    matched: BTreeMap<(u32, u32), Match>,
    /// Leaf that rows without a number belong to.
    current: Option<(&'d Criterion, &'d Leaf)>,
    /// Cells of evidence that were read for a leaf: one merged over several rows is read once for each leaf.
    evidence_read: BTreeSet<(CriterionId, (u32, u32))>,
    taken: Taken,
    /// Rows of criteria and of their figures, each with its leaf.
    criteria: BTreeMap<u32, Option<CriterionId>>,
    findings: Vec<Finding>,
}

/// The criteria that a row names.
enum RowHeadings {
    /// One criterion, or none.
    One(u32, Heading),
    /// Criteria have a column of their own, and what is below them another.
    Two((u32, Heading), (u32, Heading)),
}

impl<'d> RowReader<'d> {
    /// Begins to read a table.
    fn new(table: &'d Table<'d>, columns: &'d Columns, asked: &Asked<'d>) -> Self {
        let names: Vec<u32> =
            table.columns.iter().filter(|(_, (role, _))| matches!(role, Role::Name | Role::Content)).map(|(column, _)| *column).collect();
        let words = [Role::Evidence, Role::Explanation].iter().any(|role| table.column(*role).is_some() || columns.disputed(*role));
        let only = !words && !table.has_evidence();
        let remarks = only || asked.pin.columns.contains_key(&Role::Remark);
        let figures = [Role::Figures, Role::Rate].iter().any(|role| table.column(*role).is_some() || columns.disputed(*role));
        Self {
            table,
            columns,
            set: asked.set,
            file: asked.file,
            year: asked.year,
            names,
            matcher: Matcher::new(asked.set),
            matched: BTreeMap::new(),
            current: None,
            evidence_read: BTreeSet::new(),
            taken: Taken { remarks, asks_figures: figures, ..Taken::default() },
            criteria: BTreeMap::new(),
            findings: Vec::new(),
        }
    }

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
        excerpt(&words)
    }

    /// Keeps a row among those left.
    fn leave(&mut self, row: u32, why: Words) {
        let words = self.first_words(row);
        self.taken.left.push(RowLeft { row: row + 1, words, why });
    }

    /// Tells which criterion every row is about, all of them together.
    fn assign(&self, rows: &[u32]) -> BTreeMap<(u32, u32), Match> {
        let mut heads = Vec::new();
        for row in rows.iter().copied().filter(|row| !repeats(self.table, *row) && !self.is_total(*row)) {
            let max = self.cell(row, Role::Max).and_then(|(_, cell)| match value::claim(Some(cell), &self.set.total).value {
                Claim::Points(points) => Some(points),
                _ => None,
            });
            let scored = [Role::Max, Role::Claim].iter().any(|role| self.cell(row, *role).is_some());
            match self.headings_of(row) {
                RowHeadings::One(column, heading) => heads.push(Row { at: (row, column), heading, max, scored }),
                RowHeadings::Two((outer, above), (inner, heading)) => {
                    heads.push(Row { at: (row, outer), heading: above, max: None, scored: false });
                    heads.push(Row { at: (row, inner), heading, max, scored });
                }
            }
        }
        places::assign(&self.matcher, &heads)
    }

    /// Gives the words in the columns of names.
    fn texts(&self, row: u32) -> Vec<(u32, String)> {
        self.names.iter().filter_map(|column| Some((*column, value::words(self.table.grid.get(row, *column))?))).collect()
    }

    /// Reads what a row says of criteria.
    fn headings_of(&self, row: u32) -> RowHeadings {
        let number = self.cell(row, Role::Number).map(|(_, cell)| cell);
        match self.texts(row).as_slice() {
            [(outer, above), (inner, content)] => {
                let cell = self.table.grid.get(row, *outer);
                let only_number = cell.filter(|cell| stt::of_cell(cell).is_some());
                if number.is_none() && only_number.is_some() {
                    RowHeadings::One(*inner, self.matcher.heading(only_number, content))
                } else {
                    let above = self.matcher.heading(number, above);
                    if self.is_a_leaf_by_itself(&above, content, row) {
                        return RowHeadings::One(*outer, above);
                    }
                    RowHeadings::Two((*outer, above), (*inner, self.matcher.heading(None, content)))
                }
            }
            [(column, words), ..] => RowHeadings::One(*column, self.matcher.heading(number, words)),
            [] => RowHeadings::One(self.names.first().copied().unwrap_or_default(), self.matcher.heading(number, "")),
        }
    }

    /// Tells whether a row's number and name are those of a leaf, so that what stands beside them only describes it. Where the
    /// row above has the same ones, a rate is that of the figures above.
    fn is_a_leaf_by_itself(&self, heading: &Heading, content: &str, row: u32) -> bool {
        let named = self.matcher.called(heading);
        let leaf = heading.coded().iter().find(|id| named.contains(id)).and_then(|id| self.set.find(id)).and_then(Criterion::leaf);
        let goes_on = || figures::is_rate(content) && self.says_again_what_is_above(row);
        leaf.is_some_and(|leaf| labels::labelled(content, &leaf.inputs, self.year).is_none() && !goes_on())
    }

    /// Tells whether the row above has the same number and the same name.
    fn says_again_what_is_above(&self, row: u32) -> bool {
        let Some(above) = row.checked_sub(1).filter(|above| *above >= self.table.data) else { return false };
        let said = |row: u32| {
            let columns = self.table.column(Role::Number).into_iter().chain(self.names.first().copied());
            columns.map(|column| self.table.grid.shown(row, column).map(|words| bare(&words))).collect::<Vec<_>>()
        };
        said(row) == said(above)
    }

    /// Reads a row.
    fn row(&mut self, row: u32) {
        if repeats(self.table, row) {
            return self.leave(row, Words { vi: "tiêu đề lặp lại", en: "header repeated" });
        }
        if self.is_total(row) {
            return self.total(row);
        }
        if let Some(why) = self.sum_or_result(row) {
            self.current = None;
            return self.leave(row, why);
        }
        let (column, heading) = match self.headings_of(row) {
            RowHeadings::One(column, heading) => (column, heading),
            RowHeadings::Two((outer, _), inner) => {
                if let Some(Match::One(id) | Match::Renamed(id)) = self.matched.get(&(row, outer)) {
                    self.taken.rows.push((row + 1, id.clone()));
                    self.current = None;
                }
                inner
            }
        };
        self.line(row, column, &heading);
    }

    /// Reads a row with its heading: a figure of the current leaf, a criterion, or neither.
    fn line(&mut self, row: u32, column: u32, heading: &Heading) {
        if let Some((criterion, leaf)) = self.current
            && !heading.names_one()
            && let Some(input) = labels::labelled(&heading.name, &leaf.inputs, self.year)
        {
            return self.labelled(row, criterion, leaf, input);
        }
        if let Some((criterion, leaf)) = self.current
            && !heading.names_one()
            && self.figure_in_label(row, &heading.name, criterion, leaf)
        {
            return;
        }
        if let Some((criterion, leaf, input)) = self.labelled_in_set(heading) {
            self.current = Some((criterion, leaf));
            let sheet = self.table.grid.name.as_str();
            let begun = || Answer { sheet: Some(sheet.into()), ..Answer::default() };
            self.taken.answers.entry(criterion.id.clone()).or_insert_with(begun);
            return self.labelled(row, criterion, leaf, input);
        }
        let found = self.matched.get(&(row, column)).cloned().unwrap_or(Match::None);
        let at = (row, column);
        match &found {
            Match::One(id) => {
                let own = self.set.find(id).map_or("", |criterion| criterion.name.as_str());
                if is_turned(own, &heading.name, self.year) {
                    let name = &heading.name;
                    let message = text!(
                        "Hàng {id} ghi “{name}”, bộ tiêu chí ghi “{own}”; không rõ nội dung có phải của tiêu chí này; vẫn được đọc.",
                        "Row {id} says “{name}”, the set says “{own}”; it is not clear whether it is of this criterion; it is read all the same."
                    );
                    self.say(&code::NUMBER_AND_NAME, message, at, Some(id));
                }
            }
            Match::Doubtful(id, other) => {
                let (written, name) = (heading.code.clone().unwrap_or_default(), &heading.name);
                let message = text!(
                    "Hàng ghi số “{written}” (tiêu chí {other}) nhưng tên “{name}” là của tiêu chí {id}; được đọc theo tên.",
                    "A row is numbered “{written}” (criterion {other}), but its name “{name}” is that of criterion {id}; it is read by its name."
                );
                self.say(&code::NUMBER_AND_NAME, message, at, Some(id));
            }
            Match::Renamed(id) => {
                let (name, own) = (&heading.name, self.set.find(id).map_or("", |criterion| criterion.name.as_str()));
                let message = text!(
                    "Hàng {id} ghi “{name}”, bộ tiêu chí ghi “{own}”; được đọc theo số.",
                    "Row {id} says “{name}”, the set says “{own}”; it is read by its number."
                );
                self.say(&code::NUMBER_AND_NAME, message, at, Some(id));
            }
            Match::Guessed(id, several) => {
                let written = heading.code.clone().unwrap_or_default();
                let list = several.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(", ");
                let message = text!(
                    "Mã tiêu chí “{written}” đã bị Excel đổi kiểu, có thể là {list}; được đọc là “{id}”.",
                    "Excel changed the id “{written}”; it may be {list}; it is read as “{id}”."
                );
                self.say(&code::ID_AS_NUMBER, message, at, Some(id));
            }
            Match::None => return self.nothing(row, heading),
        }
        if let Some(criterion) = found.id().and_then(|id| self.set.find(id)) {
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
            return self.rule_row(row, heading);
        }
        self.current = None;
        self.score_in(row, &code::ROW_OF_NO_CRITERION);
        self.stray_words(row);
        self.leave(row, Words { vi: "không có trong bộ tiêu chí", en: "not in the set" });
    }

    /// Takes a line that says how points are given.
    fn rule_row(&mut self, row: u32, heading: &Heading) {
        self.score_in(row, &code::SCORE_OF_NO_CRITERION);
        if figures::is_rate(&heading.name) && self.rate_row(row) {
            return;
        }
        if let Some((column, cell)) = self.cell(row, Role::Figures)
            && !cell.formula
        {
            let (typed, words) = (cell.shown(), self.first_words(row));
            let message = text!(
                "Số liệu “{typed}” ở hàng “{words}” không khớp số liệu nào của tiêu chí.",
                "The figure “{typed}” in the row “{words}” fits no figure of the criterion."
            );
            self.homeless((row, column), message);
        }
        match self.current {
            Some((criterion, _)) => self.words(row, &criterion.id),
            None => self.stray_words(row),
        }
        self.leave(row, Words { vi: "dòng giải thích, cách tính điểm", en: "line of how points are given" });
    }
}
