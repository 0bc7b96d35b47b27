//! What a filled workbook holds, cell by cell, to be written into the copy that goes back to whoever filled it in.
//!
//! A cell keeps its place by the keys of its row and column. What stands where the program can't tell whose it is, is
//! kept as words beside the table: in a cell it would be a statement that nobody made.

use std::collections::{BTreeMap, BTreeSet};

use super::cells;
use super::known::Known;
use super::layout::{At, LineKey, SEEN, TABLE_COLUMNS};
use super::printed::{Printed, Stands};
use super::read::{self, FilledSheet};
use super::refused::{FILLED, Intact, Line, home};
use crate::assessment::{Applies, Claim, Corrected, Entry, Round};
use crate::criteria::{Criterion, Leaf};
use crate::figure::{Figure, InputId};
use crate::finding::appraisal::{BESIDE_CELLS, BOOK_WITHOUT_TABLE, HEADING_OF_BOOK, LINE_OF_OTHER_MAXIMUM, PRINTED_OVER};
use crate::finding::{Finding, Place, Severity};
use crate::form::read::keyed::Keyed;
use crate::form::template::Value;
use crate::intake::table::applies;
use crate::rule::{NO_WORDS, YES_WORDS};
use crate::text::Lang;
use crate::typed::value;
use crate::workbook::{self, Book, Cell, address, position};

/// What a filled workbook holds.
#[derive(Debug)]
pub struct Held {
    /// Round that it is for.
    pub round: Round,
    /// Id of the agency that filled it in; `None` for the office that runs the campaign.
    pub by: Option<String>,
    /// Language in which the workbook was written.
    pub lang: Lang,
    /// Name of the sheet to fill in.
    pub sheet: String,
    /// Row of its headings.
    pub headings: u32,
    /// Keys of its rows.
    pub rows: BTreeMap<u32, LineKey>,
    /// Its columns.
    pub columns: BTreeMap<u32, At>,
    /// What was typed, as the copy has it.
    pub cells: BTreeMap<(LineKey, At), Value>,
    /// The same by leaf, as the engine sees it.
    lines: BTreeMap<Line, HeldLine>,
    /// Cells that the copy holds at their lines; all others may have to be kept as words.
    pub carried: BTreeSet<(u32, u32)>,
    /// Findings for which a leaf is not read, by their codes.
    refused: BTreeMap<Line, &'static str>,
    /// Codes of errors by the row where they stand.
    codes: BTreeMap<u32, &'static str>,
    /// Cells in which something stands over what the workbook printed.
    over: BTreeSet<(u32, u32)>,
    /// What the workbook printed.
    pub printed: Printed,
}

/// What was typed for a leaf.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that may stand in a cell or not")]
pub struct HeldLine {
    /// Points typed, with the reason beside them.
    pub entry: Option<Entry>,
    /// Whether something stands there that is no number.
    pub unreadable: bool,
    /// Corrected figures.
    pub corrected: BTreeMap<InputId, Corrected>,
    /// What is said of what applies.
    pub said: Vec<Applies>,
    /// Whether something stands there that is neither yes nor no.
    pub unclear: bool,
    /// Whether the same is so of a part.
    pub unclear_part: bool,
    /// Whether there is a reason.
    pub reasoned: bool,
    /// Columns in which something stands in a row that has no cell to fill in there.
    pub misplaced: Vec<At>,
    /// What the unit had said when the workbook was made.
    pub seen: Option<String>,
}

/// Reads what a filled workbook holds; nothing where it can't be read as one of this campaign. `findings` is everything that
/// was found in it, `lang` the language of the copy.
pub fn held<'a>(book: &'a Book, file: &str, known: &Known<'a>, findings: &[Finding], lang: Lang) -> Option<Held> {
    let found = read::find(book, file, known).value?;
    let mut holding = Holding::new(&found, file, known, findings, lang);
    for (row, key) in &found.sheet.rows {
        holding.row(*row, key);
    }
    holding.held.seen_of(&found.sheet);
    Some(holding.held)
}

/// Tells whether a cell of a row is one to fill in.
pub const fn is_to_fill(key: &LineKey, column: At) -> bool {
    match key {
        LineKey::Leaf(..) => matches!(column, At::Points | At::Applies | At::Reason | At::Final),
        LineKey::Input(..) => matches!(column, At::Corrected),
        LineKey::Part(..) => matches!(column, At::Applies),
        LineKey::Appraiser => matches!(column, At::Content),
        LineKey::Keys => false,
    }
}

impl Held {
    /// Gives what was typed for a leaf.
    pub fn line(&self, line: &Line) -> Option<&HeldLine> {
        self.lines.get(line)
    }

    /// Tells what was printed in a cell that nobody fills in, beside what stands there.
    pub fn stands(&self, key: &LineKey, column: At, cell: &Cell) -> Stands {
        if FILLED.contains(&column.key()) {
            return Stands::Unknown;
        }
        self.printed.stands((&key.to_string(), &home(key)), column.key(), cell, true)
    }

    /// Gives what was typed in a cell.
    pub fn cell(&self, key: &LineKey, column: At) -> Option<&Value> {
        self.cells.get(&(key.clone(), column))
    }

    /// Keeps what units had said of the leaves for which something was typed.
    fn seen_of(&mut self, sheet: &Keyed<'_, LineKey>) {
        let Some(column) = sheet.column(SEEN) else { return };
        for (row, key) in &sheet.rows {
            let LineKey::Leaf(unit, leaf) = key else { continue };
            if let Some(line) = self.lines.get_mut(&(unit.clone(), leaf.clone())) {
                line.seen = sheet.grid.shown(*row, column);
            }
        }
    }

    /// Gives the code of the finding that tells why a cell is not read.
    pub fn code(&self, at: (u32, u32)) -> &'static str {
        if self.over.contains(&at) {
            return PRINTED_OVER.id;
        }
        let row = at.0;
        let line = self.rows.get(&row).and_then(LineKey::of).map(|(unit, leaf)| (unit.clone(), leaf.clone()));
        line.and_then(|line| self.refused.get(&line)).or_else(|| self.codes.get(&row)).copied().unwrap_or(BESIDE_CELLS.id)
    }
}

/// Reading that goes on.
struct Holding<'f, 'a, 'k> {
    found: &'f FilledSheet<'a>,
    file: &'f str,
    known: &'f Known<'k>,
    /// Language of the copy.
    lang: Lang,
    held: Held,
}

impl<'f, 'a, 'k> Holding<'f, 'a, 'k> {
    fn new(found: &'f FilledSheet<'a>, file: &'f str, known: &'f Known<'k>, findings: &[Finding], lang: Lang) -> Self {
        let sheet = &found.sheet;
        let Intact { refused, .. } = &found.intact;
        let of_line = |finding: &Finding| Some((finding.unit.clone()?, finding.criterion.clone()?));
        let told: BTreeMap<Line, &'static str> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error || finding.code == &LINE_OF_OTHER_MAXIMUM)
            .filter_map(|finding| Some((of_line(finding)?, finding.code.id)))
            .collect();
        let other_maximum = findings.iter().filter(|one| one.code == &LINE_OF_OTHER_MAXIMUM).filter_map(of_line);
        let refused = refused.iter().cloned().chain(other_maximum).chain(rows_apart(sheet));
        // Of a column that is gone or was given another meaning nobody's line is told.
        let of_table = |finding: &&Finding| [&BOOK_WITHOUT_TABLE, &HEADING_OF_BOOK].contains(&finding.code) && finding.unit.is_none();
        let general = findings.iter().find(of_table).map_or(BESIDE_CELLS.id, |finding| finding.code.id);
        let refused = refused.map(|line| (line.clone(), told.get(&line).copied().unwrap_or(general))).collect();
        let columns = sheet.columns.iter().filter_map(|(key, column)| Some((*column, At::of(key)?))).collect();
        let held = Held {
            round: found.round,
            by: found.meta.by.clone(),
            lang: found.meta.lang,
            sheet: sheet.grid.name.clone(),
            headings: sheet.keys.0 + 1,
            rows: sheet.rows.iter().cloned().collect(),
            columns,
            cells: BTreeMap::new(),
            lines: BTreeMap::new(),
            carried: BTreeSet::new(),
            refused,
            codes: findings.iter().filter_map(|finding| Some((row_of(finding, &sheet.grid.name)?, finding.code.id))).collect(),
            over: found.intact.over.clone(),
            printed: found.meta.printed.clone(),
        };
        Self { found, file, known, lang, held }
    }

    /// Keeps what stands in the cells of a row that appraisers fill in, and in those where it was typed by mistake.
    fn row(&mut self, row: u32, key: &LineKey) {
        let sheet = &self.found.sheet;
        if *key == LineKey::Appraiser {
            if let Some((column, cell)) = sheet.column("content").and_then(|column| Some((column, sheet.grid.get(row, column)?))) {
                self.carry((row, column), key, At::Content, words(cell));
            }
            return;
        }
        let Some((unit, leaf)) = key.of() else { return };
        let line = (unit.clone(), leaf.clone());
        let Some((criterion, of_leaf)) = self.leaf(&line) else { return };
        if self.held.refused.contains_key(&line) {
            return;
        }
        let misplaced = self.found.intact.misplaced.get(&line).map(Vec::as_slice).unwrap_or_default();
        for (at, column) in self.held.columns.clone() {
            let Some(cell) = sheet.grid.get(row, at) else { continue };
            let is_wrong = misplaced.contains(&(row, at));
            let is_filled = TABLE_COLUMNS.get(usize::from(column.col())).is_some_and(|column| FILLED.contains(&column.key));
            if !is_wrong && !is_filled {
                continue;
            }
            let place = Place::cell(self.file, &sheet.grid.name, address(row, at));
            let value = if is_to_fill(key, column) {
                self.typed(&line, (criterion, of_leaf), key, column, (cell, place))
            } else if column == At::Reason {
                // One reason stands for a leaf and the rows below it.
                let home = LineKey::Leaf(line.0.clone(), line.1.clone());
                let said = value::words(Some(cell)).unwrap_or_default();
                let before = self.held.cells.get(&(home.clone(), At::Reason)).cloned();
                let whole = match before {
                    Some(Value::Text(before)) if before == said => before,
                    Some(Value::Text(before)) => format!("{before}\n{said}"),
                    _ => said,
                };
                self.held.lines.entry(line.clone()).or_default().reasoned = true;
                self.carry((row, at), &home, At::Reason, Value::Text(whole));
                continue;
            } else {
                self.held.lines.entry(line.clone()).or_default().misplaced.push(column);
                words(cell)
            };
            self.carry((row, at), key, column, value);
        }
    }

    /// Finds the leaf of a line.
    fn leaf(&self, (unit, leaf): &Line) -> Option<(&'k Criterion, &'k Leaf)> {
        let (_, set) = (self.known.unit)(unit)?;
        set.find(leaf).and_then(|criterion| Some((criterion, criterion.leaf()?)))
    }

    /// Notes that the copy holds a cell at its line.
    fn carry(&mut self, at: (u32, u32), key: &LineKey, column: At, value: Value) {
        self.held.carried.insert(at);
        self.held.cells.insert((key.clone(), column), value);
    }

    /// Takes what was typed into a cell to fill in for what it says, and gives what the copy writes there.
    fn typed(
        &mut self,
        line: &Line,
        (criterion, leaf): (&Criterion, &Leaf),
        key: &LineKey,
        column: At,
        (cell, place): (&Cell, Place),
    ) -> Value {
        let of_line = self.held.lines.entry(line.clone()).or_default();
        let (reason, reason_asked) = (None, true);
        match (key, column) {
            (LineKey::Leaf(..), At::Points) => {
                let Claim::Points(points) = value::claim(Some(cell), &criterion.max).value else {
                    of_line.unreadable = true;
                    return words(cell);
                };
                of_line.entry = Some(Entry { points: points.clone(), reason, reason_asked, place });
                Value::Number(points)
            }
            (LineKey::Input(_, _, input), At::Corrected) => {
                let Some(asked) = leaf.input(input) else { return words(cell) };
                let mut figure = value::figure(Some(cell), asked, &leaf.choices(input)).value;
                let shown = if matches!(figure, Figure::Blank | Figure::Wrong(_)) {
                    figure = Figure::Wrong(cell.shown());
                    words(cell)
                } else {
                    cells::shown(leaf, asked, &figure, self.lang)
                };
                of_line.corrected.insert(input.clone(), Corrected { figure, reason, reason_asked, place });
                shown
            }
            (LineKey::Leaf(..) | LineKey::Part(..), At::Applies) => {
                let Some(applies) = applies(cell) else {
                    let of_whole = matches!(key, LineKey::Leaf(..));
                    of_line.unclear |= of_whole;
                    of_line.unclear_part |= !of_whole;
                    return words(cell);
                };
                let part = if let LineKey::Part(_, _, part) = key { Some(part.clone()) } else { None };
                of_line.said.push(Applies { part, applies, reason, reason_asked, place });
                Value::words(if applies { YES_WORDS } else { NO_WORDS }.get(self.lang))
            }
            (_, At::Reason) => {
                of_line.reasoned = true;
                Value::words(value::words(Some(cell)).unwrap_or_default())
            }
            _ => words(cell),
        }
    }
}

/// Gives the row of a sheet in which an error stands.
fn row_of(finding: &Finding, sheet: &str) -> Option<u32> {
    let is_here = finding.severity == Severity::Error && finding.place.sheet.as_deref() == Some(sheet);
    finding.place.cell.as_deref().filter(|_| is_here).and_then(position).map(|(row, _)| row)
}

/// Lists the leaves of which two rows with one key say different things.
fn rows_apart(sheet: &Keyed<'_, LineKey>) -> BTreeSet<Line> {
    let says = |row: u32| FILLED.map(|key| sheet.column(key).and_then(|column| sheet.grid.shown(row, column)));
    let mut first: BTreeMap<&LineKey, u32> = BTreeMap::new();
    let mut apart = BTreeSet::new();
    for (row, key) in &sheet.rows {
        let other = *first.entry(key).or_insert(*row);
        if let Some((unit, leaf)) = key.of().filter(|_| other != *row && says(other) != says(*row)) {
            apart.insert((unit.clone(), leaf.clone()));
        }
    }
    apart
}

/// Gives what a cell says, for a cell of the copy.
fn words(cell: &Cell) -> Value {
    match &cell.value {
        workbook::Value::Number(number) if !cell.shown_as_percent() => Value::Number(number.clone()),
        _ => Value::words(value::words(Some(cell)).unwrap_or_else(|| cell.shown())),
    }
}
