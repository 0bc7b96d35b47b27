//! Content where the form has no cell to fill in: beside its table, and over what it prints or computes itself.
//!
//! What a form prints is known where it carries the hash of it ([`META_WORDS`](crate::form::layout::META_WORDS)) and
//! this program prints the same. Where that hash is another, because a later program words things otherwise or because it
//! was changed, numbers, names, maxima and units of measure are still those of the set that the form was made for. Of any
//! other form only cells are told that can't be its own.

use std::cell::{Cell as Counter, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use super::changed::Judge;
use super::excerpt;
use super::keyed::Keyed;
use super::signed;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::finding::sheet as code;
use crate::finding::{Finding, MOST_OF_CODE, Place, not_listed};
use crate::form::layout::{ASSESSMENT, AssessmentAt, CLAIMED, CRITERION, EVIDENCE, EXPLANATION, FEEDBACK, GUIDE, INPUT, LISTS, RowKey};
use crate::form::signing::SigningPlace;
use crate::form::template::printed::{PrintedCell, PrintedForm, PrintedRow, Shown};
use crate::form::template::{self, Form};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::fold;
use crate::workbook::{Book, Cell, Grid, Value, address};

/// Columns of the list of what is to be cured; what stands beyond them was typed there.
const LIST: u32 = 10;

/// Column of the line above the table that says how far the unit has come.
const PROGRESS: &str = "stt";

/// Most rows without a key that are named.
const ROWS_NAMED: usize = 5;

/// How much is known of what a form prints itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum KnownPrint {
    /// Every cell.
    All,
    /// What comes from the set: number, name, maximum, unit of measure.
    Set,
    /// Nothing: another layout, or another set.
    Nothing,
}

impl KnownPrint {
    /// Tells whether it is known what a column of the table holds.
    fn holds(self, column: AssessmentAt) -> bool {
        use AssessmentAt as At;
        match self {
            Self::All => true,
            Self::Set => matches!(column, At::Stt | At::Content | At::Max | At::Measure),
            Self::Nothing => false,
        }
    }
}

/// Looks for content that no cell of a form takes.
pub struct Strays<'r> {
    file: &'r str,
    set: &'r CriteriaSet,
    own: &'r PrintedForm<'r>,
    /// What is known of what the form prints.
    known: KnownPrint,
    /// Who says what words mean that were changed.
    judge: &'r dyn Judge,
    /// The form as it was filled in.
    filled: &'r Form<'r>,
    shown: OnceCell<Shown<'r>>,
    /// How many there are, told one by one or not.
    count: Counter<usize>,
}

impl<'r> Strays<'r> {
    /// Makes one of what a form prints and of what was read from it.
    pub fn new(
        file: &'r str,
        set: &'r CriteriaSet,
        own: &'r PrintedForm<'r>,
        known: KnownPrint,
        judge: &'r dyn Judge,
        filled: &'r Form<'r>,
    ) -> Self {
        Self { file, set, own, known, judge, filled, shown: OnceCell::new(), count: Counter::new(0) }
    }

    /// Gives what the live cells of the form show; worked out only where one of them holds no formula any more.
    fn shown(&self) -> &Shown<'r> {
        self.shown.get_or_init(|| PrintedForm::shows(self.filled))
    }

    /// Goes through the sheet of self-assessment.
    pub fn assessment(&self, sheet: &Keyed<'_>, seen: &BTreeSet<(u32, u32)>, findings: &mut Vec<Finding>) {
        if !ASSESSMENT.are(&sheet.grid.name)
            && let Some(judged) = self.judge.above(&sheet.grid.name)
        {
            findings.push(judged.at(Place { sheet: Some(sheet.grid.name.clone()), ..Place::file(self.file) }));
        }
        let unknown = self.unknown_rows(sheet);
        let keys: BTreeMap<u32, (&RowKey, Option<PrintedRow<'_>>)> =
            sheet.rows.iter().map(|(row, key)| (*row, (key, self.own.printed(key)))).collect();
        let columns: BTreeMap<u32, &str> = sheet.columns.iter().map(|(key, column)| (*column, key.as_str())).collect();
        let signatures = signed::cells(sheet, &SigningPlace::of(self.filled.campaign, self.filled.unit, self.filled.lang));
        let (lost, mut keyless) = (self.lost_keys(sheet), Vec::new());
        for (at, cell) in &sheet.grid.cells {
            if sheet.is_copy(at.1) || cell.is_blank() || *at == sheet.keys || seen.contains(at) || signatures.contains(&Some(*at)) {
                continue;
            }
            let (row, column) = *at;
            let key = keys.get(&row).copied().filter(|_| row > sheet.keys.0);
            let of_table = key.zip(columns.get(&column).and_then(|key| AssessmentAt::of(key)));
            let known = of_table.map_or(self.known == KnownPrint::All, |(_, column)| self.known.holds(column));
            let printed = |(key, row): (&RowKey, Option<PrintedRow<'_>>), column: AssessmentAt| {
                row.map_or(PrintedCell::Nothing, |row| row.has(key, column))
            };
            let has = of_table.filter(|_| known).map_or(PrintedCell::Nothing, |(row, column)| printed(row, column));
            let stranger = unknown.get(&row);
            let of_form = if stranger.is_some() || !known {
                let above = row <= sheet.keys.0 + 1;
                // Programs that keep no formulas leave the number that one gave.
                let given = || {
                    matches!(cell.value, Value::Number(_))
                        && of_table.is_some_and(|(row, column)| printed(row, column) == PrintedCell::Live)
                };
                above || cell.formula || column == sheet.keys.1 || !can_hold(sheet, column) || given()
            } else if let Some(((key, _), column)) = of_table {
                self.is_own(cell, &has, key, column)
            } else if row < sheet.keys.0 && sheet.column(PROGRESS) == Some(column) && !self.says(ASSESSMENT.vi, cell) {
                cell.formula || shows(cell, self.shown().progress())
            } else {
                self.says(ASSESSMENT.vi, cell)
            };
            let above = row < sheet.keys.0 && !self.says(ASSESSMENT.vi, cell);
            if let Some(judged) = above.then(|| self.judge.above(&cell.shown())).flatten() {
                findings.push(judged.at(Place::cell(self.file, &sheet.grid.name, address(row, column))));
            } else if !of_form && stranger.is_none() && key.is_none() && columns.contains_key(&column) && lost.contains(&row) {
                keyless.push((*at, cell));
            } else if !of_form {
                self.tell(findings, || match stranger {
                    Some(of) => Some(self.not_of_set(sheet.grid, *at, cell, of)),
                    None => Some(self.stray(sheet.grid, *at, cell, &has)),
                });
            }
        }
        if !keyless.is_empty() {
            self.tell(findings, || self.keyless(sheet.grid, &keyless));
        }
    }

    /// Lists the rows without a key that have the words which the form prints in the rows of leaves and of their figures.
    fn lost_keys(&self, sheet: &Keyed<'_>) -> BTreeSet<u32> {
        let Some(content) = sheet.column("content") else { return BTreeSet::new() };
        let keyed: BTreeSet<u32> = sheet.rows.iter().map(|(row, _)| *row).collect();
        let below = sheet.grid.cells.range((sheet.keys.0 + 2, 0)..).filter(|((row, column), _)| *column == content && !keyed.contains(row));
        let open: Vec<(u32, &Cell)> =
            below.filter(|(_, cell)| !cell.is_blank() && !self.says(ASSESSMENT.vi, cell)).map(|((row, _), cell)| (*row, cell)).collect();
        if open.is_empty() {
            return BTreeSet::new();
        }
        let mut printed = BTreeSet::new();
        for (criterion, leaf) in self.set.leaves() {
            let inputs = leaf.inputs.iter().map(|input| RowKey::Input(criterion.id.clone(), input.id.clone()));
            for key in inputs.chain([RowKey::Leaf(criterion.id.clone())]) {
                if let Some(PrintedCell::Words(words)) = self.own.printed(&key).map(|row| row.has(&key, AssessmentAt::Content)) {
                    printed.insert(fold(&words));
                }
            }
        }
        open.into_iter().filter(|(_, cell)| printed.contains(&fold(&cell.shown()))).map(|(row, _)| row).collect()
    }

    /// Tells of the cells that were filled in, in columns of the form, in rows that have lost their key: of several at once.
    fn keyless(&self, grid: &Grid, cells: &[((u32, u32), &Cell)]) -> Option<Finding> {
        let ((first, cell), others) = cells.split_first()?;
        if others.is_empty() {
            return Some(self.stray(grid, *first, cell, &PrintedCell::Nothing));
        }
        let (name, count, words) = (&grid.name, cells.len(), excerpt(&cell.shown()));
        let rows: BTreeSet<u32> = cells.iter().map(|((row, _), _)| row + 1).collect();
        let lines = rows.len();
        let mut list = rows.iter().take(ROWS_NAMED).map(u32::to_string).collect::<Vec<_>>().join(", ");
        if lines > ROWS_NAMED {
            list.push_str(", …");
        }
        let place = address(first.0, first.1);
        let message = text!(
            "Trang “{name}” có {count} ô ghi ở {lines} hàng không mang mã hàng ẩn của biểu (hàng {list}), đầu tiên là ô {place} ghi “{words}”; các ô này không được đọc.",
            "Sheet “{name}” has {count} cells in {lines} rows that don't carry the hidden key of a row of the form (rows {list}), the first being {place}, which says “{words}”; none of them is read."
        );
        let help = text!(
            "Hàng tự thêm: chuyển nội dung vào hàng của tiêu chí. Nếu mã trong cột ẩn của bảng đã bị xóa: chép nội dung sang biểu được phát hành.",
            "Rows that you added: move the content to the row of its criterion. Where the keys in the hidden column of the table were deleted: copy the content to the form that was issued."
        );
        Some(Finding::new(&code::NO_HOME, message).help(help).at(Place::cell(self.file, name, place)))
    }

    /// Tells of a cell, of as many as anybody reads.
    fn tell<F: IntoIterator<Item = Finding>>(&self, findings: &mut Vec<Finding>, stray: impl FnOnce() -> F) {
        let count = self.count.get();
        if count < MOST_OF_CODE {
            findings.extend(stray());
        }
        self.count.set(count + 1);
    }

    /// Says how many cells there are that were not told one by one.
    pub fn rest(&self, findings: &mut Vec<Finding>) {
        let more = self.count.get().saturating_sub(MOST_OF_CODE);
        if more > 0 {
            findings.push(not_listed(&code::NO_HOME, more).at(Place::file(self.file)));
        }
    }

    /// Tells whether a cell of the table holds what the form has there.
    fn is_own(&self, cell: &Cell, has: &PrintedCell, key: &RowKey, column: AssessmentAt) -> bool {
        match has {
            PrintedCell::Nothing => false,
            // A cell to fill in that was not read is that of a copied row, which is told.
            PrintedCell::Open => true,
            PrintedCell::Words(words) => says(cell, words) || self.held_before(cell, key, column),
            PrintedCell::Number(number) => is_number(cell, number),
            PrintedCell::Live => cell.formula || self.held_before(cell, key, column) || shows(cell, &self.shown().value(key, column)),
        }
    }

    /// Tells whether a cell of the table holds what forms had there that were sent out earlier.
    fn held_before(&self, cell: &Cell, key: &RowKey, column: AssessmentAt) -> bool {
        self.own.held_before(key, column).iter().any(|value| shows(cell, value))
    }

    /// Goes through the sheet of documents: beside their cells, and over the names of criteria.
    pub fn documents(&self, sheet: Option<&Keyed<'_>>, findings: &mut Vec<Finding>) {
        let Some(sheet) = sheet else { return };
        let columns: BTreeMap<u32, &str> = sheet.columns.iter().map(|(key, column)| (*column, key.as_str())).collect();
        for (at, cell) in sheet.grid.cells.iter().filter(|(at, cell)| !cell.is_blank() && **at != sheet.keys) {
            let (row, column) = *at;
            let has = match columns.get(&column).copied() {
                Some("name") if row > sheet.keys.0 + 1 => {
                    if cell.formula {
                        continue;
                    }
                    let id = sheet.column(CRITERION).and_then(|column| sheet.grid.shown(row, column));
                    let name = id.and_then(|id| self.set.find(&id.as_str().into())).map(|criterion| criterion.name.clone());
                    if name.is_some_and(|name| says(cell, &name)) {
                        continue;
                    }
                    PrintedCell::Live
                }
                Some(key) if key != crate::form::layout::KEYS && row > sheet.keys.0 + 1 => continue,
                _ if column == sheet.keys.1 && RowKey::parse(&cell.shown()).is_some() => continue,
                _ if sheet.is_copy(column) || self.says(EVIDENCE.vi, cell) => continue,
                _ => PrintedCell::Nothing,
            };
            self.tell(findings, || Some(self.stray(sheet.grid, *at, cell, &has)));
        }
    }

    /// Goes through the sheets on which nothing is filled in.
    pub fn other_parts(&self, book: &Book, findings: &mut Vec<Finding>) {
        for grid in &book.sheets {
            for (at, cell) in grid.cells.iter().filter(|(_, cell)| !cell.is_blank()) {
                let of_form = match grid.name.as_str() {
                    name if name == self.filled.sheet(GUIDE) => self.says(GUIDE.vi, cell),
                    LISTS => self.says(LISTS, cell),
                    name if FEEDBACK.are(name) => at.1 < LIST || template::marks::is_key(&cell.shown()),
                    _ => true,
                };
                if !of_form {
                    self.tell(findings, || Some(self.stray(grid, *at, cell, &PrintedCell::Nothing)));
                }
            }
        }
    }

    /// Tells whether a sheet of the form, by its Vietnamese name, says what a cell says, wherever that stands.
    fn says(&self, sheet: &str, cell: &Cell) -> bool {
        let words = match &cell.value {
            Value::Text(words) => words.clone(),
            _ => cell.shown(),
        };
        !cell.formula && self.own.says(sheet, &words)
    }

    /// Lists rows whose key names what the set does not have, with words for them.
    fn unknown_rows(&self, sheet: &Keyed<'_>) -> BTreeMap<u32, Text> {
        let leaf = |id: &CriterionId| self.set.find(id).and_then(Criterion::leaf);
        let unknown = |key: &RowKey| match key {
            RowKey::Leaf(id) if leaf(id).is_none() => Some(text!("hàng của tiêu chí {id}", "the row of criterion {id}")),
            RowKey::Figure(id) if !self.set.figures.iter().any(|figure| figure.id == *id) => {
                Some(text!("hàng số liệu dùng chung “{id}”", "the row of the shared figure “{id}”"))
            }
            RowKey::Input(id, input) if !leaf(id).is_some_and(|leaf| leaf.inputs.iter().any(|other| other.id == *input)) => {
                Some(text!("hàng số liệu “{input}” của tiêu chí {id}", "the row of the figure “{input}” of criterion {id}"))
            }
            _ => None,
        };
        sheet.rows.iter().filter_map(|(row, key)| Some((*row, unknown(key)?))).collect()
    }

    /// Says what stands in a cell, and what the form has there.
    fn stray(&self, grid: &Grid, at: (u32, u32), cell: &Cell, has: &PrintedCell) -> Finding {
        let (place, words) = (address(at.0, at.1), excerpt(&cell.shown()));
        let over = |own: &str, own_en: &str| -> Text {
            text!("Ô {place} ghi “{words}”, trong khi biểu in sẵn “{own}”.", "{place} says “{words}” where the form prints “{own_en}”.")
        };
        let (code, message) = match has {
            PrintedCell::Words(own) => (&code::OVERWRITTEN, over(&excerpt(own), &excerpt(own))),
            PrintedCell::Number(own) => (&code::OVERWRITTEN, over(&own.plain_vi(), &own.plain())),
            PrintedCell::Live => (
                &code::OVERWRITTEN,
                text!("Ô {place} là ô biểu tự tính, bị ghi đè “{words}”.", "The form computes {place}, which says “{words}” now."),
            ),
            PrintedCell::Open | PrintedCell::Nothing => (
                &code::NO_HOME,
                text!(
                    "Ô {place} ghi “{words}” nhưng không phải ô cần điền của biểu.",
                    "{place} says “{words}” and is no cell of the form to fill in."
                ),
            ),
        };
        Finding::new(code, message).at(Place::cell(self.file, &grid.name, place))
    }

    /// Says what stands in a row that the set does not have.
    fn not_of_set(&self, grid: &Grid, at: (u32, u32), cell: &Cell, of: &Text) -> Finding {
        let (place, words, Text { vi, en }) = (address(at.0, at.1), excerpt(&cell.shown()), of);
        let message = text!(
            "Ô {place} ghi “{words}” ở {vi}, bộ tiêu chí không có nên không được chấm.",
            "{place} says “{words}” in {en}, which the set does not have; it is not scored."
        );
        Finding::new(&code::ROW_UNKNOWN, message).at(Place::cell(self.file, &grid.name, place))
    }
}

/// Tells whether a column takes content of a unit, or is none of the form.
fn can_hold(sheet: &Keyed<'_>, column: u32) -> bool {
    let fill_in = [INPUT, CLAIMED, EXPLANATION].iter().any(|key| sheet.column(key) == Some(column));
    fill_in || !sheet.columns.values().any(|keyed| *keyed == column)
}

/// Tells whether a cell says these words.
fn says(cell: &Cell, words: &str) -> bool {
    !cell.formula && (matches!(&cell.value, Value::Text(typed) if typed == words) || fold(&cell.shown()) == fold(words))
}

/// Tells whether a cell holds this number; a sheet's arithmetic is binary.
fn is_number(cell: &Cell, number: &Points) -> bool {
    let close = |typed: &Points| (typed - number).abs() < Points::parse("0.000000001").unwrap_or_default();
    !cell.formula && matches!(&cell.value, Value::Number(typed) if close(typed))
}

/// Tells whether a cell shows what a live cell of the form shows.
fn shows(cell: &Cell, value: &template::Value) -> bool {
    match value {
        template::Value::Blank => false,
        template::Value::Number(number) => is_number(cell, number),
        template::Value::Text(words) => says(cell, words),
    }
}
