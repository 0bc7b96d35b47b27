//! Tables of a Word document (`.docx`) → the same cells as those of a workbook, in the order of the document.
//!
//! Tables that only empty paragraphs part, and that have as many columns, are one: a table over several pages is often
//! several. Text that tracked changes deleted, that is struck out or hidden says nothing any more, and is told.

mod numbering;

use std::collections::BTreeMap;

use self::numbering::Numbering;
use super::cell::{Book, Cell, Grid};
use super::guard::Kind;
use super::limits::{MOST_COLUMNS, MOST_ROWS};
use super::package::Package;
use super::refusal::Refusal;
use super::saved::saved;
use super::tally::Tally;
use super::xml::{Element, Piece};
use crate::text::fold::is_blank;

/// Main part of a document.
const BODY: &str = "word/document.xml";
/// Most paragraphs that are kept of those above a table.
const MOST_ABOVE: usize = 60;

/// Document, as plain cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its tables, each as a sheet, below the paragraphs that stand above it.
    pub book: Book,
    /// Cells in which something was changed, and the change still shows.
    pub changes: Vec<Change>,
}

/// What a cell shows of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Name of the table.
    pub sheet: String,
    /// Row and column, from 0.
    pub at: (u32, u32),
    /// What was deleted, struck out or hidden, and is left out.
    pub dropped: String,
    /// What was put in, and is read.
    pub added: String,
}

/// Reads a document that the guard let through.
pub(super) fn read(mut package: Package<'_>) -> Result<Document, Refusal> {
    let numbering = Numbering::read(&mut package);
    let mut reader = DocumentReader::new(numbering);
    package.each(BODY, |piece| reader.take(&piece)).ok_or_else(|| Refusal::Damaged(BODY.into()))??;
    reader.keep_below();
    Ok(Document { book: Book { kind: Kind::Docx, saved: saved(&mut package), sheets: reader.grids }, changes: reader.changes })
}

/// Cell while it is read.
#[derive(Debug, Default)]
struct Open {
    column: u32,
    span: u32,
    /// Whether it goes on with the cell above.
    goes_on: bool,
    text: String,
    change: Change,
}

/// Goes through a document.
#[expect(clippy::struct_excessive_bools, reason = "each says where in the document the reader stands")]
struct DocumentReader {
    grids: Vec<Grid>,
    changes: Vec<Change>,
    tally: Tally,
    numbering: Numbering,
    /// Paragraphs since the last table.
    above: Vec<String>,
    /// Tables inside of one another.
    depth: usize,
    /// Columns that the grid of the last table has.
    columns: u32,
    declared: u32,
    /// Next row of the table.
    row: u32,
    column: u32,
    /// Whether the whole row was deleted.
    row_dropped: bool,
    cell: Option<Open>,
    /// Top row of the cell that goes on downwards, by column.
    merged: BTreeMap<u32, u32>,
    paragraph: String,
    dropped: String,
    added: String,
    /// Number and level of the list that the paragraph belongs to.
    listed: Option<(String, usize)>,
    level: usize,
    /// Deleted, inserted and passed-over elements around the text.
    deleted: usize,
    inserted: usize,
    passed: usize,
    /// Whether the run is struck out or hidden.
    quiet: bool,
    in_text: bool,
    in_row_properties: bool,
}

impl DocumentReader {
    fn new(numbering: Numbering) -> Self {
        Self {
            grids: Vec::new(),
            changes: Vec::new(),
            tally: Tally::default(),
            numbering,
            above: Vec::new(),
            depth: 0,
            columns: 0,
            declared: 0,
            row: 0,
            column: 0,
            row_dropped: false,
            cell: None,
            merged: BTreeMap::new(),
            paragraph: String::new(),
            dropped: String::new(),
            added: String::new(),
            listed: None,
            level: 0,
            deleted: 0,
            inserted: 0,
            passed: 0,
            quiet: false,
            in_text: false,
            in_row_properties: false,
        }
    }

    /// Takes a piece of the document.
    fn take(&mut self, piece: &Piece<'_>) -> Result<(), Refusal> {
        match piece {
            Piece::Start(element) => {
                self.start(element);
                Ok(())
            }
            Piece::End(name) => self.end(super::xml::local(name)),
            Piece::Text(words) => self.words(words),
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let value = || element.get_local("val");
        let count = || value().and_then(|count| count.parse().ok()).unwrap_or(1_u32).clamp(1, MOST_COLUMNS);
        match element.local() {
            // What old programs show in place of a drawing says it once more.
            "Fallback" | "txbxContent" => self.passed += 1,
            _ if self.passed > 0 => {}
            "tbl" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.declared = 0;
                }
            }
            "gridCol" if self.depth == 1 => self.declared += 1,
            "tr" if self.depth == 1 => self.begin_row(),
            "trPr" => self.in_row_properties = true,
            "gridBefore" if self.depth == 1 => self.column += count(),
            "tc" if self.depth == 1 => self.cell = Some(Open { column: self.column, span: 1, ..Open::default() }),
            "gridSpan" if self.depth == 1 => {
                if let Some(cell) = &mut self.cell {
                    cell.span = count();
                }
            }
            "vMerge" | "hMerge" if self.depth == 1 => {
                if let Some(cell) = &mut self.cell {
                    cell.goes_on = value().is_none_or(|value| value == "continue");
                }
            }
            "p" => {
                self.paragraph.clear();
                self.listed = None;
                self.level = 0;
            }
            "ilvl" => self.level = value().and_then(|level| level.parse().ok()).unwrap_or(0),
            "numId" => self.listed = value().filter(|id| id != "0").map(|id| (id, self.level)),
            "r" => self.quiet = false,
            "strike" | "dstrike" | "vanish" => self.quiet |= value().is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off")),
            "del" | "moveFrom" => {
                self.row_dropped |= self.in_row_properties;
                self.deleted += 1;
            }
            "ins" | "moveTo" => self.inserted += 1,
            "t" | "delText" => self.in_text = true,
            "br" | "cr" => self.put("\n"),
            "tab" => self.put(" "),
            "noBreakHyphen" => self.put("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "Fallback" | "txbxContent" => self.passed = self.passed.saturating_sub(1),
            _ if self.passed > 0 => {}
            "tbl" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.above.clear();
                }
            }
            "tr" if self.depth == 1 => self.row += u32::from(!self.row_dropped),
            "trPr" => self.in_row_properties = false,
            "tc" if self.depth == 1 => self.end_cell()?,
            "p" => self.end_paragraph(),
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "ins" | "moveTo" => self.inserted = self.inserted.saturating_sub(1),
            "t" | "delText" => self.in_text = false,
            _ => {}
        }
        Ok(())
    }

    fn words(&mut self, words: &str) -> Result<(), Refusal> {
        if self.in_text && self.passed == 0 {
            self.tally.text(words).map_err(|why| Refusal::SheetTooLarge(self.name(), why))?;
            self.put(words);
        }
        Ok(())
    }

    /// Adds words to the paragraph, or to what is left out of it.
    fn put(&mut self, words: &str) {
        if self.deleted > 0 || self.quiet {
            self.dropped.push_str(words);
            return;
        }
        self.paragraph.push_str(words);
        if self.inserted > 0 {
            self.added.push_str(words);
        }
    }

    fn end_paragraph(&mut self) {
        let mut words = std::mem::take(&mut self.paragraph);
        // A paragraph that was deleted as a whole has no number any more.
        if let Some((id, level)) = self.listed.take()
            && (!is_blank(&words) || self.dropped.is_empty())
        {
            words = format!("{} {words}", self.numbering.next(&id, level));
        }
        let (dropped, added) = (std::mem::take(&mut self.dropped), std::mem::take(&mut self.added));
        if let Some(cell) = &mut self.cell {
            if !cell.text.is_empty() {
                cell.text.push('\n');
            }
            cell.text.push_str(words.trim());
            cell.change.dropped.push_str(&dropped);
            cell.change.added.push_str(&added);
        } else if !is_blank(&words) {
            self.above.push(words.trim().to_owned());
        }
    }

    /// Keeps paragraphs below the last table as rows of it, behind its last column: they are none of its lines.
    fn keep_below(&mut self) {
        let (row, below) = (self.row, self.above.drain(..).take(MOST_ABOVE));
        if let Some(grid) = self.grids.last_mut() {
            grid.cells.extend((row..).zip(below).map(|(row, words)| ((row, self.columns), Cell::text(words))));
        }
    }

    /// Begins a row: of the table before, where nothing but empty paragraphs parts the two, or of a new one.
    fn begin_row(&mut self) {
        let first = self.grids.is_empty() || !self.above.is_empty() || (self.columns != self.declared && self.declared > 0);
        if first {
            let mut grid = Grid { name: format!("Bảng {}", self.grids.len() + 1), ..Grid::default() };
            let skip = self.above.len().saturating_sub(MOST_ABOVE);
            let above = self.above.drain(..).skip(skip);
            grid.cells = (0..).zip(above).map(|(row, words)| ((row, 0), Cell::text(words))).collect();
            self.row = u32::try_from(grid.cells.len()).unwrap_or(0);
            self.grids.push(grid);
            self.columns = self.declared;
            self.merged.clear();
        }
        self.column = 0;
        self.row_dropped = false;
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let (row, at) = (self.row, cell.column);
        self.column = cell.column.saturating_add(cell.span);
        let last = self.column.saturating_sub(1);
        if self.row_dropped || row >= MOST_ROWS {
            return self.tally.full(row, at).map_err(|why| Refusal::SheetTooLarge(self.name(), why));
        }
        let name = self.name();
        let Some(grid) = self.grids.last_mut() else { return Ok(()) };
        if cell.goes_on {
            if let Some(top) = self.merged.get(&at) {
                grid.covered.insert((row, at), *top);
            }
            return Ok(());
        }
        self.merged.insert(at, row);
        let change = Change { sheet: name.clone(), at: (row, at), ..cell.change };
        if !is_blank(&change.dropped) || !is_blank(&change.added) {
            self.changes.push(change);
        }
        if is_blank(&cell.text) {
            return self.tally.empty().map_err(|why| Refusal::SheetTooLarge(name, why));
        }
        self.tally.full(row, at).map_err(|why| Refusal::SheetTooLarge(name, why))?;
        grid.cells.insert((row, at), Cell::text(cell.text.trim()));
        if last > at {
            grid.reach.insert((row, at), last);
        }
        Ok(())
    }

    fn name(&self) -> String {
        self.grids.last().map_or_else(String::new, |grid| grid.name.clone())
    }
}
