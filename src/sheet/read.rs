//! A filled form of ours → what the unit says. Rows and columns are found by their keys, wherever people moved them.

pub(super) mod documents;
mod identity;
pub(super) mod keyed;
pub mod left;

use std::collections::{BTreeMap, BTreeSet};

use self::keyed::Keyed;
use super::book::{Book, address, letters};
use super::carried::carried;
use super::layout::{CLAIMED, CRITERION, Column, DOCUMENT_FIELDS, EXPLANATION, INPUT, LAYOUT, LISTS, META, NUMBER, RowKey, version};
use super::value;
use crate::assessment::{Answer, Claim, SelfAssessment, SetRef};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::{CriterionId, Figure, UnitId};
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Place};
use crate::rule::Scorer;
use crate::text;
use crate::text::Text;

/// Reads a filled form of ours against a set. `None` where the workbook holds no such form.
///
/// The unit is the one that the form carries, an empty id where it carries none; whether it is the right unit, campaign
/// and year is the caller's to judge by [`carried`].
pub fn read(book: &Book, set: &CriteriaSet, file: &str) -> Checked<Option<SelfAssessment>> {
    let mut findings = Vec::new();
    let assessments: Vec<Keyed<'_>> = book.sheets.iter().filter_map(|sheet| Keyed::find(sheet, &[CLAIMED, INPUT])).collect();
    let documents: Vec<Keyed<'_>> = book.sheets.iter().filter_map(|sheet| Keyed::find(sheet, &[CRITERION, NUMBER])).collect();
    let (Some(sheet), document_sheet) = (first(&assessments, file, &mut findings), first(&documents, file, &mut findings)) else {
        findings.push(no_form(file));
        return Checked { value: None, findings };
    };
    let carried = carried(book).unwrap_or_default();
    let same_set = identity::check(&carried, set, file, &mut findings);
    let layout = carried.layout.as_deref().and_then(version);
    let mut reader = Reader { set, file, sheet, layout, same_set, seen: BTreeSet::new(), findings: Vec::new() };
    reader.columns();
    let mut answers = reader.answers();
    reader.strays();
    findings.append(&mut reader.findings);
    match document_sheet {
        Some(documents) => {
            let wanted =
                super::layout::EVIDENCE_COLUMNS.iter().filter(|column| column.key == CRITERION || DOCUMENT_FIELDS.contains(&column.key));
            findings.extend(lost_columns(documents, wanted, layout, file));
            documents::read(documents, set, file, &mut answers, &mut findings);
            findings.extend(documents::strays(documents, file));
        }
        None => findings.push(
            Finding::new(
                &code::COLUMN_MISSING,
                text!("Không tìm thấy trang tài liệu kiểm chứng trong tệp “{file}”.", "The sheet of evidence is not found in “{file}”."),
            )
            .at(Place::file(file)),
        ),
    }
    let known: Vec<&str> = assessments.iter().chain(&documents).map(|sheet| sheet.grid.name.as_str()).collect();
    other_sheets(book, &known, file, &mut findings);
    let unit = carried.unit.clone().unwrap_or_else(|| UnitId::new(""));
    if carried.unit.is_some() {
        for finding in &mut findings {
            finding.unit = Some(unit.clone());
        }
    }
    let own = SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() };
    let assessment = SelfAssessment {
        unit,
        set: carried.set.unwrap_or(own),
        file: file.to_owned(),
        layout: carried.layout.unwrap_or_else(|| LAYOUT.to_owned()),
        answers,
    };
    Checked { value: Some(assessment), findings }
}

/// Says that a workbook holds no form.
pub fn no_form(file: &str) -> Finding {
    let message = text!("Không nhận ra biểu tự đánh giá trong tệp “{file}”.", "No form for self-assessment is recognised in “{file}”.");
    Finding::new(&code::NO_FORM, message).at(Place::file(file))
}

/// Tells whether a workbook holds a form of ours, by the keys of its sheets.
pub fn is_ours(book: &Book) -> bool {
    book.sheets.iter().any(|sheet| Keyed::find(sheet, &[CLAIMED, INPUT]).is_some())
}

/// Takes the first of several sheets of a kind, and says that there are others.
fn first<'s, 'a>(sheets: &'s [Keyed<'a>], file: &str, findings: &mut Vec<Finding>) -> Option<&'s Keyed<'a>> {
    let (first, others) = sheets.split_first()?;
    let read = &first.grid.name;
    for other in others {
        let name = &other.grid.name;
        findings.push(
            Finding::new(
                &code::SHEET_TWICE,
                text!(
                    "Trang “{name}” cùng loại với trang “{read}”; chỉ trang “{read}” được đọc.",
                    "Sheet “{name}” is of the same kind as “{read}”; only “{read}” is read."
                ),
            )
            .at(Place { sheet: Some(name.clone()), ..Place::file(file) }),
        );
    }
    Some(first)
}

/// Names sheets with content that no one reads.
pub(super) fn other_sheets(book: &Book, known: &[&str], file: &str, findings: &mut Vec<Finding>) {
    let ours = |name: &str| [super::layout::FEEDBACK, super::layout::GUIDE, LISTS, META].contains(&name) || known.contains(&name);
    for sheet in book.sheets.iter().filter(|sheet| !sheet.hidden && !ours(&sheet.name)) {
        let name = &sheet.name;
        if let Some(((row, column), cell)) = sheet.cells.iter().find(|(_, cell)| !cell.is_blank()) {
            let (at, words) = (address(*row, *column), excerpt(&cell.shown()));
            findings.push(
                Finding::new(
                    &code::NO_HOME,
                    text!(
                        "Trang “{name}” không thuộc biểu nên không được đọc (ô {at}: “{words}”).",
                        "Sheet “{name}” is no part of the form and is not read ({at}: “{words}”)."
                    ),
                )
                .at(Place::cell(file, name, at)),
            );
        }
    }
}

/// Cuts long text for a message.
fn excerpt(words: &str) -> String {
    let cut: String = words.chars().take(80).collect();
    if cut.len() < words.len() { format!("{cut}…") } else { cut }
}

/// Says which columns of a sheet are gone, but for those that the form's layout never had.
fn lost_columns<'c>(sheet: &Keyed<'_>, wanted: impl Iterator<Item = &'c Column>, layout: Option<u32>, file: &str) -> Vec<Finding> {
    let name = &sheet.grid.name;
    let gone = wanted.filter(|column| column.is_in(layout) && sheet.column(column.key).is_none());
    let lost = gone.map(|column| {
        let (vi, en) = (column.heading.vi, column.heading.en);
        let place = Place { sheet: Some(name.clone()), ..Place::file(file) };
        let message = text!("Trang “{name}” mất cột “{vi}”.", "Sheet “{name}” has lost its column “{en}”.");
        Finding::new(&code::COLUMN_MISSING, message).at(place)
    });
    lost.collect()
}

/// Reads the sheet of self-assessment.
struct Reader<'r> {
    set: &'r CriteriaSet,
    file: &'r str,
    sheet: &'r Keyed<'r>,
    /// Number of the form's layout.
    layout: Option<u32>,
    /// Whether the form was made for this set: rows that it lacks were then deleted.
    same_set: bool,
    /// Cells that were read.
    seen: BTreeSet<(u32, u32)>,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    /// Gives the place of a cell.
    fn place(&self, row: u32, column: u32) -> Place {
        Place::cell(self.file, &self.sheet.grid.name, address(row, column))
    }

    /// Says which columns are gone, and which are not read.
    fn columns(&mut self) {
        let wanted = super::layout::ASSESSMENT_COLUMNS.iter().filter(|column| [INPUT, CLAIMED, EXPLANATION].contains(&column.key));
        self.findings.extend(lost_columns(self.sheet, wanted, self.layout, self.file));
        for (column, (row, cell)) in self.sheet.unknown_columns(super::layout::ASSESSMENT_COLUMNS) {
            let (name, at, words) = (&self.sheet.grid.name, address(row, column), excerpt(&cell.shown()));
            let heading = self.sheet.grid.shown(self.sheet.keys.0 + 1, column).unwrap_or_else(|| letters(column));
            let message = text!(
                "Cột “{heading}” của trang “{name}” không có trong mẫu “{LAYOUT}” nên không được đọc (ô {at}: “{words}”).",
                "The column “{heading}” of sheet “{name}” is not in the layout “{LAYOUT}” and is not read ({at}: “{words}”)."
            );
            self.findings.push(Finding::new(&code::NO_HOME, message).at(self.place(row, column)));
        }
    }

    /// Reads every leaf of the set that the form has.
    fn answers(&mut self) -> BTreeMap<CriterionId, Answer> {
        let mut answers = BTreeMap::new();
        for (criterion, leaf) in self.set.leaves() {
            if let Some(answer) = self.answer(criterion, leaf) {
                answers.insert(criterion.id.clone(), answer);
            }
        }
        answers
    }

    /// Reads one leaf; `None` where the form is that of another set and has no row of it.
    fn answer(&mut self, criterion: &Criterion, leaf: &Leaf) -> Option<Answer> {
        let id = &criterion.id;
        let own = leaf.scorer() == Scorer::Unit;
        let row = self.row(&RowKey::Leaf(id.clone()), id);
        let inputs: Vec<Option<u32>> =
            leaf.asked().iter().map(|input| self.row(&RowKey::Input(id.clone(), input.id.clone()), id)).collect();
        if row.is_none() && inputs.iter().all(Option::is_none) && (!self.same_set || !own) {
            return None;
        }
        let mut answer = Answer { sheet: Some(self.sheet.grid.name.clone()), ..Answer::default() };
        if row.is_none() && own && self.same_set {
            let name = &criterion.name;
            self.missing(id, text!("Biểu thiếu hàng của tiêu chí {id} “{name}”.", "The form lacks the row of criterion {id} “{name}”."));
        }
        if let Some(row) = row {
            self.number_beside(row, criterion);
            if let Some(column) = self.sheet.column(CLAIMED).filter(|_| own) {
                answer.claim = self.claim(row, column, criterion);
                answer.cells.insert(CLAIMED.to_owned(), address(row, column));
            }
        }
        for (input, row) in leaf.asked().iter().zip(&inputs) {
            let figure = match (row, self.sheet.column(INPUT)) {
                (Some(row), Some(column)) => {
                    self.seen.insert((*row, column));
                    answer.cells.insert(input.id.to_string(), address(*row, column));
                    let read = value::figure(self.sheet.grid.get(*row, column), input, &leaf.choices(&input.id));
                    let place = self.place(*row, column);
                    self.keep(read, &place, id)
                }
                // A deleted row is no way around a blank figure.
                _ if self.same_set => {
                    let label = &input.label;
                    if row.is_none() {
                        self.missing(
                            id,
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
        self.explanation(&mut answer, row, &inputs);
        Some(answer)
    }

    /// Reads the claim of a leaf.
    fn claim(&mut self, row: u32, column: u32, criterion: &Criterion) -> Claim {
        self.seen.insert((row, column));
        let read = value::claim(self.sheet.grid.get(row, column), &criterion.max);
        let place = self.place(row, column);
        self.keep(read, &place, &criterion.id)
    }

    /// Reads the explanation of a leaf, also where it was typed beside the leaf's figures.
    fn explanation(&mut self, answer: &mut Answer, row: Option<u32>, inputs: &[Option<u32>]) {
        let Some(column) = self.sheet.column(EXPLANATION) else { return };
        if let Some(row) = row {
            answer.cells.insert(EXPLANATION.to_owned(), address(row, column));
        }
        let mut parts: Vec<String> = Vec::new();
        for row in row.iter().chain(inputs.iter().flatten()) {
            self.seen.insert((*row, column));
            parts.extend(value::words(self.sheet.grid.get(*row, column)));
        }
        answer.explanation = (!parts.is_empty()).then(|| parts.join("\n"));
    }

    /// Keeps a value, and its findings with their place.
    fn keep<T>(&mut self, read: Checked<T>, place: &Place, id: &CriterionId) -> T {
        self.findings.extend(read.findings.into_iter().map(|finding| finding.at(place.clone()).on(id)));
        read.value
    }

    /// Says that a row is gone.
    fn missing(&mut self, id: &CriterionId, message: Text) {
        let place = Place { sheet: Some(self.sheet.grid.name.clone()), ..Place::file(self.file) };
        self.findings.push(Finding::new(&code::ROW_MISSING, message).at(place).on(id));
    }

    /// Finds the row of a key: of several, the one that is filled in.
    fn row(&mut self, key: &RowKey, id: &CriterionId) -> Option<u32> {
        let rows = self.sheet.rows_of(key);
        let fill_in = [INPUT, CLAIMED, EXPLANATION].map(|key| self.sheet.column(key));
        let content = |row: u32| -> Vec<Option<String>> {
            let cells = fill_in.iter().flatten().filter(|column| self.sheet.grid.get(row, **column).is_some_and(|cell| !cell.formula));
            cells.map(|column| self.sheet.grid.shown(row, *column)).collect()
        };
        let filled: Vec<u32> = rows.iter().copied().filter(|row| !content(*row).is_empty()).collect();
        let read = filled.first().or(rows.first()).copied()?;
        if let Some(other) = filled.iter().find(|row| content(**row) != content(read)) {
            let (first, second) = (u64::from(read) + 1, u64::from(*other) + 1);
            // The keys are hidden: a person is shown the number of the row's criterion.
            let place = self.place(*other, self.sheet.column("stt").unwrap_or(self.sheet.keys.1));
            self.findings.push(
                Finding::new(
                    &code::ROW_TWICE,
                    text!(
                        "Hàng {second} lặp lại hàng {first} (tiêu chí {id}) với nội dung khác; hàng {first} được đọc.",
                        "Row {second} repeats row {first} (criterion {id}) with other content; row {first} is read."
                    ),
                )
                .at(place)
                .on(id),
            );
        }
        // Copies are told of once, not again as content without a home.
        self.seen.extend(rows.iter().flat_map(|row| fill_in.iter().flatten().map(|column| (*row, *column))));
        Some(read)
    }

    /// Holds the number that people see against the row's key: cells may have been pasted to another row.
    fn number_beside(&mut self, row: u32, criterion: &Criterion) {
        let (id, name) = (&criterion.id, &criterion.name);
        let Some(column) = self.sheet.column("stt") else { return };
        let Some(shown) = self.sheet.grid.shown(row, column) else { return };
        let other = CriterionId::new(shown.trim_end_matches('.'));
        if &other != id && self.set.find(&other).is_some() {
            let place = self.place(row, column);
            self.findings.push(
                Finding::new(
                    &code::ROW_MIXED,
                    text!(
                        "Hàng này ghi số thứ tự “{shown}” nhưng là hàng của tiêu chí {id} “{name}”.",
                        "The row shows the number “{shown}” and is that of criterion {id} “{name}”."
                    ),
                )
                .at(place)
                .on(id),
            );
        }
    }

    /// Lists what was typed where nothing is read.
    fn strays(&mut self) {
        let sheet = self.sheet;
        let fill_in: Vec<u32> = [INPUT, CLAIMED, EXPLANATION].iter().filter_map(|key| sheet.column(key)).collect();
        let keyed: BTreeSet<u32> = sheet.columns.values().copied().collect();
        let unknown = self.unknown_rows();
        // The row below the keys holds headings; an inserted column may have one of its own.
        for ((row, column), cell) in sheet.grid.cells.range((sheet.keys.0 + 2, 0)..) {
            let can_hold = fill_in.contains(column) || !keyed.contains(column);
            if cell.formula || cell.is_blank() || !can_hold || self.seen.contains(&(*row, *column)) || *column == sheet.keys.1 {
                continue;
            }
            let (at, words) = (address(*row, *column), excerpt(&cell.shown()));
            let finding = match unknown.get(row) {
                Some(Text { vi, en }) => Finding::new(
                    &code::ROW_UNKNOWN,
                    text!(
                        "Ô {at} ghi “{words}” ở {vi}, bộ tiêu chí không có nên không được chấm.",
                        "{at} says “{words}” in {en}, which the set does not have; it is not scored."
                    ),
                ),
                None => Finding::new(
                    &code::NO_HOME,
                    text!(
                        "Ô {at} ghi “{words}” nhưng không phải ô cần điền của biểu.",
                        "{at} says “{words}” and is no cell of the form to fill in."
                    ),
                ),
            };
            self.findings.push(finding.at(Place::cell(self.file, &sheet.grid.name, at)));
        }
    }

    /// Lists rows whose key names what the set does not have, with words for them.
    fn unknown_rows(&self) -> BTreeMap<u32, Text> {
        let leaf = |id: &CriterionId| self.set.find(id).and_then(Criterion::leaf);
        let unknown = |key: &RowKey| match key {
            RowKey::Leaf(id) if leaf(id).is_none() => Some(text!("hàng của tiêu chí {id}", "the row of criterion {id}")),
            RowKey::Input(id, input) if !leaf(id).is_some_and(|leaf| leaf.inputs.iter().any(|other| other.id == *input)) => {
                Some(text!("hàng số liệu “{input}” của tiêu chí {id}", "the row of the figure “{input}” of criterion {id}"))
            }
            _ => None,
        };
        self.sheet.rows.iter().filter_map(|(row, key)| Some((*row, unknown(key)?))).collect()
    }
}
