//! `.ods`, read from its XML directly: calamine repeats cells in memory as often as the file says.

mod cell;
mod styles;

use std::collections::BTreeSet;

use self::cell::{Open, repeats};
use self::styles::Styles;
use super::Read;
use super::cell::{Book, Cell, Grid, Value};
use super::guard::Kind;
use super::left_out::LeftOut;
use super::legacy::{CellFonts, Fonts};
use super::limits::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT};
use super::merged::Merges;
use super::notes::of_people;
use super::package::Package;
use super::refusal::Refusal;
use super::remarks::Remarks;
use super::saved::saved;
use super::tally::Tally;
use super::xml::{Element, Piece};
use crate::text::legacy::Font;

/// Reads a workbook that the guard let through: its cells, the fonts older than Unicode that they stand in, and what is to
/// be told of single ones, sheet by sheet.
pub fn read(mut package: Package<'_>) -> Result<Read, Refusal> {
    let mut state = State { styles: named_styles(&mut package), ..State::default() };
    let read = package.each("content.xml", |piece| {
        match piece {
            Piece::Start(element) => state.start(element),
            Piece::End(name) => state.end(name)?,
            Piece::Text(words) => state.text(words),
        }
        Ok(())
    });
    read.unwrap_or_else(|| Err(Refusal::Damaged("content.xml".into())))?;
    // A file cut off ends inside of something.
    if !state.whole {
        return Err(Refusal::Damaged("content.xml".into()));
    }
    let mut book = Book { kind: Kind::Ods, saved: saved(&mut package), sheets: Vec::new() };
    let (mut fonts, mut remarks) = (Fonts::new(), Vec::new());
    for sheet in state.sheets.into_iter().filter(|sheet| !sheet.left_out) {
        let hidden = state.hidden_styles.contains(&sheet.style);
        book.sheets.push(Grid { hidden, ..sheet.grid });
        fonts.push(sheet.fonts);
        remarks.push(sheet.remarks);
    }
    state.left_out.finish(book, fonts, remarks)
}

/// Reads the styles that have names, which stand in a part of their own. A file without them, or with damage there, has its
/// cells all the same.
fn named_styles(package: &mut Package<'_>) -> Styles {
    let mut styles = Styles::default();
    let read = package.each("styles.xml", |piece| {
        if let Piece::Start(element) = piece {
            styles.start(element);
        }
        Ok(())
    });
    if matches!(read, Some(Err(_))) { Styles::default() } else { styles }
}

/// Sheet as far as it is read.
#[derive(Default)]
struct Sheet {
    grid: Grid,
    /// Name of its style.
    style: String,
    /// Where its text stands in fonts older than Unicode.
    fonts: CellFonts,
    /// What is to be told of single cells.
    remarks: Remarks,
    /// Merged cells: the first and the last place of each.
    merged: Vec<((u32, u32), (u32, u32))>,
    /// Whether it holds too much, so that nothing of it is kept.
    left_out: bool,
}

/// What has been read so far.
#[derive(Default)]
struct State {
    /// Whether the document ended as it should.
    whole: bool,
    /// Style that is being declared.
    style: String,
    /// Styles of hidden sheets.
    hidden_styles: BTreeSet<String>,
    /// Styles of cells.
    styles: Styles,
    sheets: Vec<Sheet>,
    merges: Merges,
    /// Depth of tables: a table inside a cell is no sheet.
    tables: usize,
    row: u32,
    column: u32,
    /// How often the row is repeated.
    row_repeats: u32,
    /// Styles of columns: the last column of each stretch, and the style of cells in it that name none.
    columns: Vec<(u32, Option<String>)>,
    /// Style of cells of the row that name none.
    row_style: Option<String>,
    /// Cells of the row.
    cells: Vec<(u32, Cell)>,
    /// Those of them whose font is older than Unicode.
    fonts: Vec<(u32, Font)>,
    /// Cells of the row that reach over so many rows.
    spans: Vec<(u32, (u32, u32))>,
    cell: Option<Open>,
    tally: Tally,
    /// What was counted before the sheet.
    before: Tally,
    left_out: LeftOut,
    text: usize,
}

impl State {
    /// Takes an element that begins.
    fn start(&mut self, element: &Element<'_>) {
        let name = element.name();
        if let Some(cell) = &mut self.cell {
            cell.start(element, &self.styles);
            return;
        }
        let get = |key: &str| element.get(key);
        self.styles.start(element);
        match name {
            "style:style" => self.style = get("style:name").unwrap_or_default(),
            "style:table-properties" if get("table:display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table:table" => {
                self.tables += 1;
                if self.tables == 1 {
                    (self.row, self.column) = (0, 0);
                    self.columns.clear();
                    self.before = self.tally;
                    let grid = Grid { name: get("table:name").unwrap_or_default(), ..Grid::default() };
                    self.sheets.push(Sheet { grid, style: get("table:style-name").unwrap_or_default(), ..Sheet::default() });
                }
            }
            "table:table-column" if self.tables == 1 => {
                let before = self.columns.last().map_or(0, |(end, _)| *end);
                if before < MOST_COLUMNS {
                    let end = before.saturating_add(repeats(get("table:number-columns-repeated")));
                    self.columns.push((end, get("table:default-cell-style-name")));
                }
            }
            "table:table-row" if self.tables == 1 => {
                self.column = 0;
                self.cells.clear();
                self.fonts.clear();
                self.spans.clear();
                self.row_style = get("table:default-cell-style-name");
                self.row_repeats = repeats(get("table:number-rows-repeated"));
            }
            "table:table-cell" | "table:covered-table-cell" if self.tables == 1 => {
                self.cell = Some(Open::new(element));
            }
            _ => {}
        }
    }

    /// Takes an element that ends.
    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "office:document-content" => self.whole = true,
            _ if self.cell.as_ref().is_some_and(Open::is_inside) => {
                if let Some(cell) = &mut self.cell {
                    cell.end(name);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let closed = self.close_cell();
                self.unless_too_large(closed)?;
            }
            "table:table-row" if self.tables == 1 => {
                let closed = self.close_row();
                self.unless_too_large(closed)?;
            }
            "table:table" => {
                self.tables = self.tables.saturating_sub(1);
                if let Some(sheet) = self.sheets.last_mut().filter(|_| self.tables == 0) {
                    // The cells that a merged one covers stand behind it in the file.
                    for (first, last) in std::mem::take(&mut sheet.merged) {
                        self.merges.cover(&mut sheet.grid, first, last, &mut sheet.remarks);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Leaves the sheet out that holds too much.
    fn unless_too_large(&mut self, closed: Result<(), Refusal>) -> Result<(), Refusal> {
        if self.left_out.unless_too_large(closed)?.is_none()
            && let Some(sheet) = self.sheets.last_mut()
        {
            *sheet = Sheet { left_out: true, ..Sheet::default() };
            self.tally = self.before;
            self.cells.clear();
            self.spans.clear();
        }
        Ok(())
    }

    /// Takes text.
    fn text(&mut self, words: &str) {
        if let Some(cell) = &mut self.cell {
            cell.words(words);
        }
    }

    /// Keeps a cell for its row.
    fn close_cell(&mut self) -> Result<(), Refusal> {
        let Some(mut open) = self.cell.take() else { return Ok(()) };
        if self.sheets.last().is_some_and(|sheet| sheet.left_out) {
            return Ok(());
        }
        let (first, last) = (self.column, self.column.saturating_add(open.repeats));
        self.column = last;
        self.note(first, open.note.take());
        let style = self.style_of(&open, first).to_owned();
        if open.rows > 1 || open.columns > 1 {
            self.spans.push((first, (open.rows, open.columns)));
        }
        let Some((cell, remark)) = open.cell(self.styles.is_struck(&style)) else { return Ok(()) };
        if let (Some(sheet), Some(remark)) = (self.sheets.last_mut(), remark) {
            sheet.remarks.push((self.row, first), remark);
        }
        if let Some(font) = self.styles.font(&style).filter(|_| matches!(cell.value, Value::Text(_))) {
            self.fonts.extend((first..last.min(MOST_COLUMNS)).map(|column| (column, font)));
        }
        if self.row >= MOST_ROWS || last > MOST_COLUMNS {
            self.beyond(first, last);
        }
        if self.row >= MOST_ROWS {
            return Ok(());
        }
        for column in first..last.min(MOST_COLUMNS) {
            self.cells.push((column, cell.clone()));
            self.text = self.text.saturating_add(open.length());
            self.within(column)?;
        }
        Ok(())
    }

    /// Keeps a note but the program's own, of no more cells than a book may have.
    fn note(&mut self, column: u32, note: Option<cell::Note>) {
        let Some(words) = note.and_then(|note| of_people(&note.words)) else { return };
        let row = self.row;
        if let Some(sheet) = self.sheets.last_mut().filter(|sheet| sheet.grid.notes.len() < MOST_CELLS && row < MOST_ROWS) {
            sheet.grid.notes.insert((row, column), words);
        }
    }

    /// Gives the style of a cell: its own, its row's, or its column's.
    fn style_of<'a>(&'a self, open: &'a Open, column: u32) -> &'a str {
        let by_column = || self.columns.iter().find(|(end, _)| column < *end).and_then(|(_, style)| style.as_ref());
        open.style.as_ref().or(self.row_style.as_ref()).or_else(by_column).map_or("Default", String::as_str)
    }

    /// Tells of the cells of a stretch of the row that lie beyond what is read, as often as the row is repeated.
    fn beyond(&mut self, first: u32, last: u32) {
        let (row, rows) = (self.row, usize::try_from(self.row_repeats).unwrap_or(usize::MAX));
        let from = if row >= MOST_ROWS { first } else { first.max(MOST_COLUMNS) };
        let count = usize::try_from(last.saturating_sub(from)).unwrap_or(usize::MAX).saturating_mul(rows);
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.remarks.beyond((row, from), count);
        }
    }

    /// Compares the row's cells with the limits before they are kept.
    fn within(&mut self, column: u32) -> Result<(), Refusal> {
        let row = self.row;
        let too_large = |what| Refusal::SheetTooLarge(self.sheets.last().map(|sheet| sheet.grid.name.clone()).unwrap_or_default(), what);
        self.tally.full(row, column).map_err(too_large)?;
        if self.text > MOST_TEXT {
            return Err(Refusal::Bomb(crate::text!("tệp lặp lại quá nhiều chữ", "the file repeats text too often")));
        }
        Ok(())
    }

    /// Keeps a row, as often as it is repeated where it has content.
    fn close_row(&mut self) -> Result<(), Refusal> {
        let (first, last) = (self.row, self.row.saturating_add(self.row_repeats));
        self.row = last;
        if let Some(sheet) = self.sheets.last_mut().filter(|sheet| sheet.merged.len() < MOST_CELLS) {
            let area = |(column, (rows, columns)): &(u32, (u32, u32))| {
                let last = (first.saturating_add(rows - 1), column.saturating_add(columns - 1));
                ((first, *column), last)
            };
            sheet.merged.extend(self.spans.iter().map(area));
        }
        if self.cells.is_empty() {
            return Ok(());
        }
        let row_text: usize = self.cells.iter().map(|(_, cell)| if let Value::Text(words) = &cell.value { words.len() } else { 0 }).sum();
        let cells = std::mem::take(&mut self.cells);
        if last > MOST_ROWS
            && let (Some(sheet), Some((column, _))) = (self.sheets.last_mut(), cells.first())
        {
            let rows = usize::try_from(last - first.max(MOST_ROWS)).unwrap_or(usize::MAX);
            sheet.remarks.beyond((first.max(MOST_ROWS), *column), cells.len().saturating_mul(rows));
        }
        for row in first..last.min(MOST_ROWS) {
            for (column, cell) in &cells {
                if row > first {
                    let name = || self.sheets.last().map(|sheet| sheet.grid.name.clone()).unwrap_or_default();
                    self.tally.full(row, *column).map_err(|what| Refusal::SheetTooLarge(name(), what))?;
                }
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.grid.cells.insert((row, *column), cell.clone());
                }
            }
            if let Some(sheet) = self.sheets.last_mut() {
                sheet.fonts.extend(self.fonts.iter().map(|(column, font)| ((row, *column), *font)));
            }
            self.text = self.text.saturating_add(row_text);
            if self.text > MOST_TEXT {
                return Err(Refusal::Bomb(crate::text!("tệp lặp lại quá nhiều chữ", "the file repeats text too often")));
            }
        }
        Ok(())
    }
}
