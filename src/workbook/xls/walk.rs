//! A walk over the records of every sheet: limits that calamine does not keep, and what it does not tell of cells.

use std::collections::{BTreeMap, BTreeSet};

use super::globals::Globals;
use super::links;
use super::notes::NotesReader;
use super::records::{Record, double_word, records, word};
use crate::text;
use crate::workbook::address::Area;
use crate::workbook::limits::MOST_CELLS;
use crate::workbook::refusal::Refusal;

/// Most cells that the rectangles around the contents of all sheets may hold.
const MOST_AREA: u64 = 6_000_000;
/// Most letters of text, counting text that cells share as often as it is shared.
const MOST_LETTERS: u64 = 32 << 20;
/// Most records that are walked over all sheets.
const MOST_RECORDS: usize = 3_000_000;

/// What calamine does not tell of a sheet.
#[derive(Default)]
pub struct SheetRecords {
    /// Looks of its cells, by their number.
    pub looks: BTreeMap<(u32, u32), u16>,
    /// Cells with a formula: calamine names only formulas whose functions it knows.
    pub formulas: BTreeSet<(u32, u32)>,
    /// Links, each with its area.
    pub links: Vec<(Area, String)>,
    /// Cells whose text has several looks, by the number of that text.
    pub rich: BTreeMap<(u32, u32), usize>,
    /// Notes by cell.
    pub notes: BTreeMap<(u32, u32), String>,
}

/// Walks the records of every sheet against the limits.
pub fn walk(stream: &[u8], globals: &Globals) -> Result<Vec<SheetRecords>, Refusal> {
    let mut walk = Walk { globals, letters: 0, walked: 0, area: 0, cells: 0 };
    globals.starts.iter().map(|start| walk.sheet(stream, *start)).collect()
}

/// Limits of the book, used up sheet by sheet.
struct Walk<'a> {
    globals: &'a Globals,
    letters: u64,
    walked: usize,
    area: u64,
    cells: usize,
}

/// Rectangle around the contents of a sheet.
#[derive(Default)]
struct Extent {
    rows: u64,
    columns: u64,
}

impl Extent {
    fn reach(&mut self, row: u16, column: u64) {
        self.rows = self.rows.max(u64::from(row) + 1);
        self.columns = self.columns.max(column + 1);
    }
}

impl Walk<'_> {
    /// Walks one sheet.
    fn sheet(&mut self, stream: &[u8], start: usize) -> Result<SheetRecords, Refusal> {
        if start >= stream.len() {
            return Err(Refusal::Damaged("BoundSheet".into()));
        }
        let (mut beside, mut extent, mut notes) = (SheetRecords::default(), Extent::default(), NotesReader::default());
        let mut depth = 0_usize;
        for record in records(stream, start) {
            self.walked += 1;
            if self.walked > MOST_RECORDS {
                return Err(Refusal::Bomb(text!("tệp có quá nhiều bản ghi", "it has too many records")));
            }
            match record.kind {
                // BOF and EOF: a chart in the sheet has both.
                0x0809 => depth += 1,
                0x000A => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
                0x0200 => within(record.data)?,
                // Cells: Number, Label, RString, BoolErr, RK, LabelSst, Formula.
                0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 => self.cell(&record, &mut beside, &mut extent)?,
                0x00BD => self.numbers(record.data, &mut beside, &mut extent),
                // HLink
                0x01B8 if beside.links.len() < MOST_CELLS => beside.links.extend(links::read(record.data)),
                _ => notes.take(&record),
            }
        }
        self.area = self.area.saturating_add(extent.rows.saturating_mul(extent.columns));
        if self.area > MOST_AREA {
            return Err(Refusal::Bomb(text!("các trang tính trải quá rộng", "its sheets reach too far")));
        }
        beside.notes = notes.finish();
        Ok(beside)
    }

    /// Takes the record of a cell: row, column, look.
    fn cell(&mut self, record: &Record<'_>, beside: &mut SheetRecords, extent: &mut Extent) -> Result<(), Refusal> {
        let data = record.data;
        if let (Some(row), Some(column), Some(look)) = (word(data, 0), word(data, 2), word(data, 4)) {
            extent.reach(row, u64::from(column));
            let at = (u32::from(row), u32::from(column));
            self.look(beside, at, look);
            if record.kind == 0x0006 && beside.formulas.len() < MOST_CELLS {
                beside.formulas.insert(at);
            }
        }
        // calamine copies a shared string into every cell that names it.
        if record.kind == 0x00FD {
            let number = double_word(data, 6).and_then(|n| usize::try_from(n).ok());
            let string = number.and_then(|n| self.globals.strings.get(n));
            self.letters = self.letters.saturating_add(string.map_or(0, |string| u64::from(string.length)));
            let runs = string.is_some_and(|string| !string.runs.is_empty());
            if let (Some(row), Some(column), Some(number)) = (word(data, 0), word(data, 2), number.filter(|_| runs))
                && beside.rich.len() < MOST_CELLS
            {
                beside.rich.insert((u32::from(row), u32::from(column)), number);
            }
            if self.letters > MOST_LETTERS {
                return Err(Refusal::Bomb(text!("tệp lặp lại quá nhiều chữ", "it repeats too much text")));
            }
        }
        Ok(())
    }

    /// Takes numbers side by side: row, first column, then a look and a number of four bytes for each cell, and the last
    /// column.
    fn numbers(&mut self, data: &[u8], beside: &mut SheetRecords, extent: &mut Extent) {
        let (Some(row), Some(first)) = (word(data, 0), word(data, 2)) else { return };
        for n in 0..data.len().saturating_sub(6) / 6 {
            let column = u64::from(first) + u64::try_from(n).unwrap_or(u64::MAX);
            extent.reach(row, column);
            if let Some(look) = word(data, 4 + n * 6) {
                self.look(beside, (u32::from(row), u32::try_from(column).unwrap_or(u32::MAX)), look);
            }
        }
    }

    /// Keeps the look of a cell, of no more cells than a book may have.
    fn look(&mut self, beside: &mut SheetRecords, at: (u32, u32), look: u16) {
        if self.cells < MOST_CELLS {
            self.cells += 1;
            beside.looks.insert(at, look);
        }
    }
}

/// Compares what a sheet says of its size with the limits: first and last row, first and last column, the last ones not
/// included.
fn within(data: &[u8]) -> Result<(), Refusal> {
    let (first, last) = (double_word(data, 0).unwrap_or(0), double_word(data, 4).unwrap_or(0));
    let (left, right) = (word(data, 8).unwrap_or(0), word(data, 10).unwrap_or(0));
    let said = (u64::from(last.saturating_sub(first)) + 1) * (u64::from(right.saturating_sub(left)) + 1);
    if said > MOST_AREA || last < first && last > 0 || right < left && right > 0 {
        return Err(Refusal::Bomb(text!("tệp khai một trang tính quá lớn", "it declares a sheet that is too large")));
    }
    Ok(())
}
