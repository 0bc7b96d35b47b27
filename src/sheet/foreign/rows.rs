//! The rows of a form, each taken for what it is: a criterion, a figure of one, a line of how points are given, the
//! total, or what stands after the table.

use std::collections::{BTreeMap, BTreeSet};

use super::super::book::{Cell, address};
use super::super::header::{Role, Table, is_signature, is_total, repeats};
use super::super::layout::{CLAIMED, EXPLANATION};
use super::super::{citation, value};
use super::matching::{Heading, Match, Matcher};
use super::understood::RowLeft;
use crate::assessment::{Answer, Claim, Evidence, EvidenceDate};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::{CriterionId, Figure, Input, InputKind};
use crate::finding::sheet as code;
use crate::finding::{Checked, Code, Finding, Place};
use crate::points::Points;
use crate::rule::Scorer;
use crate::text;
use crate::text::fold::{bare, fold, tidy};
use crate::text::{Text, Words};

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
    /// Whether remarks are read, there being no other column of words.
    pub remarks: bool,
}

/// Reads the rows of a table.
pub fn read(table: &Table<'_>, set: &CriteriaSet, file: &str) -> Checked<Taken> {
    let names: Vec<u32> =
        table.columns.iter().filter(|(_, (role, _))| matches!(role, Role::Name | Role::Content)).map(|(column, _)| *column).collect();
    let remarks = table.column(Role::Evidence).is_none() && table.column(Role::Explanation).is_none();
    let taken = Taken { remarks, ..Taken::default() };
    let matcher = Matcher::new(set);
    let mut desk = Desk { table, set, file, names, matcher, current: None, taken, criteria: BTreeSet::new(), findings: Vec::new() };
    let mut after = false;
    for row in table.grid.rows().into_iter().filter(|row| *row >= table.data) {
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

    /// Tells whether signatures begin.
    fn ends(&self, row: u32) -> bool {
        let plain = [Role::Number, Role::Max, Role::Claim].iter().all(|role| self.cell(row, *role).is_none());
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
                let only_number = cell.filter(|cell| super::super::stt::of_cell(cell).is_some());
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
            && let Some(input) = leaf.inputs.iter().find(|input| is_label(&heading.name, input))
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

    /// Reads the row of a criterion.
    fn criterion(&mut self, row: u32, criterion: &'d Criterion) {
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

    /// Keeps a value, and its findings with their place.
    fn keep<T>(&mut self, read: Checked<T>, (row, column): (u32, u32), id: &CriterionId) -> T {
        let place = self.place(row, column);
        self.findings.extend(read.findings.into_iter().map(|finding| finding.at(place.clone()).on(id)));
        read.value
    }

    /// Holds the maximum of a row against the set's.
    fn maximum(&mut self, row: u32, criterion: &Criterion) {
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

    /// Reads a figure in the leaf's own row, where the leaf asks for one only.
    fn beside(&mut self, row: u32, criterion: &Criterion, leaf: &Leaf) {
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
    fn labelled(&mut self, row: u32, criterion: &'d Criterion, leaf: &'d Leaf, input: &Input) {
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
    fn figure(&mut self, row: u32, column: u32, cell: Option<&Cell>, criterion: &Criterion, leaf: &Leaf, input: &Input) {
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
    fn rate_of_nothing(&mut self, row: u32, id: &CriterionId) {
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

    /// Tells of a score in a row that is no criterion.
    fn score_in(&mut self, row: u32, code: &'static Code) {
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

    /// Reads evidence and explanation of a row for a leaf.
    fn words(&mut self, row: u32, id: &CriterionId) {
        let roles = [Role::Evidence, Role::Explanation, Role::Remark];
        let remarks = self.taken.remarks;
        for role in roles.into_iter().filter(|role| *role != Role::Remark || remarks) {
            let Some((column, cell)) = self.cell(row, role) else { continue };
            let Some(words) = value::words(Some(cell)) else { continue };
            let said = citation::read(&words);
            let heading = bare(&self.table.heading(column));
            let labelled = bare(&words).contains("giai trinh");
            let explains = role != Role::Evidence || heading.contains("giai trinh") || labelled;
            let explanation = said.explanation.filter(|_| explains);
            // What a province prints as its requirement is no evidence of the unit's.
            if explanation.is_none() && said.evidence.is_empty() && !heading.contains("yeu cau") {
                let shown: String = tidy(&words).chars().take(LONGEST).collect();
                let message = text!(
                    "Ô tài liệu kiểm chứng ghi “{shown}”, không nêu số, ký hiệu, tệp hoặc địa chỉ web nào.",
                    "The cell of evidence says “{shown}” and names no number, file or web address."
                );
                self.say(&code::NO_DOCUMENT_NAMED, message, (row, column), Some(id));
            }
            let place = self.place(row, column);
            let at = address(row, column);
            let Some(answer) = self.taken.answers.get_mut(id) else { continue };
            if let Some(more) = explanation {
                answer.explanation = Some(match answer.explanation.take() {
                    Some(before) => format!("{before}\n{more}"),
                    None => more,
                });
                answer.cells.entry(EXPLANATION.to_owned()).or_insert_with(|| at.clone());
            }
            for evidence in said.evidence {
                let cells = fields(&evidence).into_iter().map(|field| (field.to_owned(), at.clone())).collect();
                answer.evidence.push(Evidence { place: place.clone(), cells, ..evidence });
            }
        }
    }

    /// Tells of words in a row that belongs to no leaf.
    fn stray_words(&mut self, row: u32) {
        for role in [Role::Evidence, Role::Explanation] {
            let Some((column, cell)) = self.cell(row, role) else { continue };
            if bare(&self.table.heading(column)).contains("yeu cau") {
                continue;
            }
            let shown: String = cell.shown().chars().take(LONGEST).collect();
            let message = text!(
                "Ô ghi “{shown}” không thuộc tiêu chí thành phần nào nên không được dùng.",
                "The words “{shown}” belong to no leaf and are not used."
            );
            self.say(&code::WORDS_WITHOUT_HOME, message, (row, column), None);
        }
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

    /// Names the leaves that the form doesn't have.
    fn missing(&mut self) {
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
    fn unread(&mut self) {
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

/// Tells whether the words of a row are the label of an input, with or without bullet, unit of measure and colon.
fn is_label(words: &str, input: &Input) -> bool {
    let plain = |words: &str| {
        fold(words)
            .trim_matches(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c) && c != '%')
            .to_owned()
    };
    let (said, label) = (plain(words), plain(&input.label));
    let measured = input.measure.as_ref().map(|measure| plain(&format!("{} ({measure})", input.label)));
    !label.is_empty() && (said == label || measured.is_some_and(|measured| said == measured))
}

/// Lists the fields that a document has.
fn fields(evidence: &Evidence) -> Vec<&'static str> {
    let has = [
        ("number", evidence.number.is_some()),
        ("date", evidence.date != EvidenceDate::Blank),
        ("issuer", evidence.issuer.is_some()),
        ("title", evidence.title.is_some()),
        ("section", evidence.section.is_some()),
        ("file", evidence.file.is_some() || evidence.link.is_some()),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(field, _)| field).collect()
}
