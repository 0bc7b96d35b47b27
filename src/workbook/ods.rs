//! `.ods`, read from its XML directly: calamine repeats cells in memory as often as the file says.

mod styles;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::legacy::{CellFonts, Fonts};
use super::merged::Merges;
use super::{Book, Cell, Grid, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, Tally, Value, text_value};
use crate::points::Points;
use crate::text::legacy::Font;
use crate::workbook::guard::{Kind, Refusal};
use styles::Styles;

/// Reads a workbook that the guard let through, and where its text stands in fonts of before Unicode.
pub fn read(bytes: &[u8]) -> Result<(Book, Fonts), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut state = State { styles: named_styles(&mut archive), ..State::default() };
    let content = archive.by_name("content.xml").map_err(|error| damaged(&error))?;
    each(content, |event| {
        match event {
            Event::Start(start) => state.start(&start),
            Event::End(end) => state.end(end.name().as_ref())?,
            Event::Text(words) => state.text(&words.xml10_content()),
            Event::GeneralRef(reference) => state.reference(&reference)?,
            _ => {}
        }
        Ok(())
    })?;
    // A file cut off ends inside of something.
    if !state.whole {
        return Err(Refusal::Damaged("content.xml".into()));
    }
    if state.sheets.is_empty() {
        return Err(Refusal::Damaged("no worksheet".into()));
    }
    let (mut sheets, mut fonts) = (Vec::new(), Fonts::new());
    for (sheet, style, old) in state.sheets {
        let hidden = state.hidden_styles.contains(&style);
        sheets.push(Grid { hidden, ..sheet });
        fonts.push(old);
    }
    Ok((Book { kind: Kind::Ods, sheets }, fonts))
}

/// Goes through the XML of a part.
fn each(part: impl Read, mut take: impl FnMut(Event<'_>) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| damaged(&error))? {
            Event::Eof => return Ok(()),
            event => take(event)?,
        }
    }
}

/// Reads the styles that have names, which stand in a part of their own. A file without them, or with damage there, has its
/// cells all the same.
fn named_styles(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Styles {
    let mut styles = Styles::default();
    if let Ok(part) = archive.by_name("styles.xml") {
        let read = each(part, |event| {
            if let Event::Start(start) = event {
                styles.start(start.name().as_ref(), |key| attribute(&start, key));
            }
            Ok(())
        });
        if read.is_err() {
            return Styles::default();
        }
    }
    styles
}

/// Says that the file can't be read.
fn damaged(error: &dyn std::fmt::Display) -> Refusal {
    Refusal::Damaged(error.to_string())
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
    /// Sheets, each with the name of its style, and where its text stands in fonts of before Unicode.
    sheets: Vec<(Grid, String, CellFonts)>,
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
    /// Those of them whose font is of before Unicode.
    fonts: Vec<(u32, Font)>,
    /// Cells of the row that reach over so many rows.
    spans: Vec<(u32, u32)>,
    cell: Option<Open>,
    tally: Tally,
    text: usize,
}

/// Cell that is being read.
#[derive(Default)]
struct Open {
    kind: String,
    value: String,
    formula: Option<String>,
    error: bool,
    style: Option<String>,
    repeats: u32,
    /// Rows that it reaches over.
    rows: u32,
    words: String,
    paragraphs: usize,
    /// Depth inside of remarks and drawings, whose text is not the cell's.
    aside: usize,
}

/// Elements inside a cell whose text is not the cell's.
fn is_aside(name: &str) -> bool {
    name == "office:annotation" || name.starts_with("draw:") || name == "table:table"
}

impl State {
    /// Takes an element that begins.
    fn start(&mut self, start: &BytesStart<'_>) {
        let name = start.name();
        let name: &str = name.as_ref();
        if let Some(cell) = &mut self.cell {
            if is_aside(name) {
                cell.aside += 1;
            } else if cell.aside == 0 {
                cell.inner(name, start);
            }
            return;
        }
        let get = |key: &str| attribute(start, key);
        self.styles.start(name, get);
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
                    let name = get("table:name").unwrap_or_default();
                    let grid = Grid { name, hidden: false, cells: BTreeMap::new(), covered: BTreeMap::new() };
                    self.sheets.push((grid, get("table:style-name").unwrap_or_default(), CellFonts::new()));
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
                let value = ["office:value", "office:date-value", "office:time-value", "office:boolean-value", "office:string-value"];
                self.cell = Some(Open {
                    kind: get("office:value-type").unwrap_or_default(),
                    value: value.into_iter().find_map(get).unwrap_or_default(),
                    formula: get("table:formula"),
                    error: get("calcext:value-type").as_deref() == Some("error"),
                    style: get("table:style-name"),
                    rows: repeats(get("table:number-rows-spanned")),
                    repeats: repeats(get("table:number-columns-repeated")),
                    ..Open::default()
                });
            }
            _ => {}
        }
    }

    /// Takes an element that ends.
    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "office:document-content" => self.whole = true,
            _ if self.cell.as_ref().is_some_and(|cell| cell.aside > 0) => {
                if let Some(cell) = self.cell.as_mut().filter(|_| is_aside(name)) {
                    cell.aside -= 1;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.close_cell()?,
            "table:table-row" if self.tables == 1 => self.close_row()?,
            "table:table" => self.tables = self.tables.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    /// Takes text.
    fn text(&mut self, words: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.aside == 0 && cell.paragraphs > 0) {
            cell.words.push_str(words);
        }
    }

    /// Takes `&amp;` and the like; a document's own entities mean nothing.
    fn reference(&mut self, reference: &quick_xml::events::BytesRef<'_>) -> Result<(), Refusal> {
        let letter = match reference.resolve_char_ref().map_err(|error| damaged(&error))? {
            Some(letter) => letter.to_string(),
            None => quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default().to_owned(),
        };
        self.text(&letter);
        Ok(())
    }

    /// Keeps a cell for its row.
    fn close_cell(&mut self) -> Result<(), Refusal> {
        let Some(open) = self.cell.take() else { return Ok(()) };
        let (first, last) = (self.column, self.column.saturating_add(open.repeats));
        self.column = last;
        let Some(cell) = open.cell() else { return Ok(()) };
        if open.rows > 1 {
            self.spans.push((first, open.rows));
        }
        if let Some(font) = self.font(&open, first).filter(|_| matches!(cell.value, Value::Text(_))) {
            self.fonts.extend((first..last.min(MOST_COLUMNS)).map(|column| (column, font)));
        }
        for column in first..last.min(MOST_COLUMNS + 1) {
            self.cells.push((column, cell.clone()));
            self.text = self.text.saturating_add(open.words.len());
            self.within(column)?;
        }
        Ok(())
    }

    /// Gives the font of a cell where it is of before Unicode: by its own style, its row's, or its column's.
    fn font(&self, open: &Open, column: u32) -> Option<Font> {
        let by_column = || self.columns.iter().find(|(end, _)| column < *end).and_then(|(_, style)| style.as_ref());
        let style = open.style.as_ref().or(self.row_style.as_ref()).or_else(by_column);
        self.styles.font(style.map_or("Default", String::as_str))
    }

    /// Holds the row's cells against the limits before they are kept.
    fn within(&mut self, column: u32) -> Result<(), Refusal> {
        let row = self.row.min(MOST_ROWS);
        let too_large = |what| Refusal::SheetTooLarge(self.sheets.last().map(|(sheet, ..)| sheet.name.clone()).unwrap_or_default(), what);
        self.tally.full(row, column).map_err(too_large)?;
        if self.text > MOST_TEXT {
            return Err(Refusal::Bomb(crate::text!("văn bản lặp lại quá nhiều", "it repeats text too often")));
        }
        Ok(())
    }

    /// Keeps a row, as often as it is repeated where it has content.
    fn close_row(&mut self) -> Result<(), Refusal> {
        let (first, last) = (self.row, self.row.saturating_add(self.row_repeats));
        self.row = last;
        if self.cells.is_empty() {
            return Ok(());
        }
        let row_text: usize = self.cells.iter().map(|(_, cell)| if let Value::Text(words) = &cell.value { words.len() } else { 0 }).sum();
        let cells = std::mem::take(&mut self.cells);
        for row in first..last.min(MOST_ROWS + 1) {
            for (column, cell) in &cells {
                if row > first {
                    let name = || self.sheets.last().map(|(sheet, ..)| sheet.name.clone()).unwrap_or_default();
                    self.tally.full(row, *column).map_err(|what| Refusal::SheetTooLarge(name(), what))?;
                }
                if let Some((sheet, ..)) = self.sheets.last_mut() {
                    sheet.cells.insert((row, *column), cell.clone());
                }
            }
            if let Some((_, _, fonts)) = self.sheets.last_mut() {
                fonts.extend(self.fonts.iter().map(|(column, font)| ((row, *column), *font)));
            }
            self.text = self.text.saturating_add(row_text);
            if self.text > MOST_TEXT {
                return Err(Refusal::Bomb(crate::text!("văn bản lặp lại quá nhiều", "it repeats text too often")));
            }
        }
        if let Some((sheet, ..)) = self.sheets.last_mut() {
            for (column, rows) in &self.spans {
                self.merges.cover(sheet, (first, *column), first.saturating_add(rows - 1));
            }
        }
        Ok(())
    }
}

impl Open {
    /// Takes an element inside the cell.
    fn inner(&mut self, name: &str, start: &BytesStart<'_>) {
        match name {
            "text:p" | "text:h" => {
                if self.paragraphs > 0 {
                    self.words.push('\n');
                }
                self.paragraphs += 1;
            }
            "text:s" => {
                let count = repeats(attribute(start, "text:c")).min(256);
                self.words.extend(std::iter::repeat_n(' ', usize::try_from(count).unwrap_or(1)));
            }
            "text:tab" => self.words.push('\t'),
            "text:line-break" => self.words.push('\n'),
            _ => {}
        }
    }

    /// Makes the cell; `None` where there is nothing in it.
    fn cell(&self) -> Option<Cell> {
        let number = || self.value.parse::<f64>().ok().and_then(Points::from_cell).map(Value::Number);
        let value = if self.error {
            Some(Value::Error(self.words.clone()))
        } else {
            match self.kind.as_str() {
                "float" | "percentage" | "currency" => number(),
                "date" => {
                    let day = self.value.get(..10).and_then(|day| day.parse().ok());
                    day.map_or_else(|| text_value(self.words.clone()), |day| Some(Value::Date(day)))
                }
                "boolean" => Some(Value::Bool(self.value == "true")),
                _ if self.paragraphs > 0 => text_value(self.words.clone()),
                _ => text_value(self.value.clone()),
            }
        };
        // LibreOffice stores a result with every formula; others may not.
        let uncomputed = self.kind.is_empty() && value.is_none();
        // `of:=SUM([.D4:.D9])`: the prefix names the language of formulas.
        let formula =
            self.formula.as_ref().filter(|_| uncomputed).map(|said| said.split_once(":=").map_or(said.as_str(), |(_, said)| said));
        let value = formula.map(|formula| Value::Uncomputed(format!("={}", formula.trim_start_matches('=')))).or(value);
        value.map(|value| Cell { value, formula: self.formula.is_some(), percent: self.kind == "percentage" })
    }
}

/// Reads an attribute.
fn attribute(start: &BytesStart<'_>, key: &str) -> Option<String> {
    let found = start.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == key)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Reads how often something is repeated: once where nothing is said.
fn repeats(said: Option<String>) -> u32 {
    said.and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
