//! `.ods`, read from its XML directly: calamine repeats cells in memory as often as the file says.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Book, Cell, Grid, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, Tally, Value, text_value};
use crate::points::Points;
use crate::sheet::guard::{Kind, Refusal};

/// Reads a workbook that the guard let through.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let content = archive.by_name("content.xml").map_err(|error| damaged(&error))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut state = State::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| damaged(&error))? {
            Event::Start(start) => state.start(&start),
            Event::End(end) => state.end(end.name().as_ref())?,
            Event::Text(words) => state.text(&words.xml10_content()),
            Event::GeneralRef(reference) => state.reference(&reference)?,
            Event::Eof => break,
            _ => {}
        }
    }
    // A file cut off ends inside of something.
    if !state.whole {
        return Err(Refusal::Damaged("content.xml".into()));
    }
    if state.sheets.is_empty() {
        return Err(Refusal::Damaged("no worksheet".into()));
    }
    for sheet in &mut state.sheets {
        sheet.0.hidden = state.hidden_styles.contains(&sheet.1);
    }
    Ok(Book { kind: Kind::Ods, sheets: state.sheets.into_iter().map(|(sheet, _)| sheet).collect() })
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
    /// Sheets, each with the name of its style.
    sheets: Vec<(Grid, String)>,
    /// Depth of tables: a table inside a cell is no sheet.
    tables: usize,
    row: u32,
    column: u32,
    /// How often the row is repeated.
    row_repeats: u32,
    /// Cells of the row.
    cells: Vec<(u32, Cell)>,
    cell: Option<Open>,
    tally: Tally,
    text: usize,
}

/// Cell that is being read.
#[derive(Default)]
struct Open {
    kind: String,
    value: String,
    formula: bool,
    error: bool,
    repeats: u32,
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
        match name {
            "style:style" => self.style = get("style:name").unwrap_or_default(),
            "style:table-properties" if get("table:display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table:table" => {
                self.tables += 1;
                if self.tables == 1 {
                    (self.row, self.column) = (0, 0);
                    let grid = Grid { name: get("table:name").unwrap_or_default(), hidden: false, cells: BTreeMap::new() };
                    self.sheets.push((grid, get("table:style-name").unwrap_or_default()));
                }
            }
            "table:table-row" if self.tables == 1 => {
                self.column = 0;
                self.cells.clear();
                self.row_repeats = repeats(get("table:number-rows-repeated"));
            }
            "table:table-cell" | "table:covered-table-cell" if self.tables == 1 => {
                let value = ["office:value", "office:date-value", "office:time-value", "office:boolean-value", "office:string-value"];
                self.cell = Some(Open {
                    kind: get("office:value-type").unwrap_or_default(),
                    value: value.into_iter().find_map(get).unwrap_or_default(),
                    formula: get("table:formula").is_some(),
                    error: get("calcext:value-type").as_deref() == Some("error"),
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
        for column in first..last.min(MOST_COLUMNS + 1) {
            self.cells.push((column, cell.clone()));
            self.text = self.text.saturating_add(open.words.len());
            self.within(column)?;
        }
        Ok(())
    }

    /// Holds the row's cells against the limits before they are kept.
    fn within(&mut self, column: u32) -> Result<(), Refusal> {
        let row = self.row.min(MOST_ROWS);
        let too_large = |what| Refusal::SheetTooLarge(self.sheets.last().map(|(sheet, _)| sheet.name.clone()).unwrap_or_default(), what);
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
                    let name = || self.sheets.last().map(|(sheet, _)| sheet.name.clone()).unwrap_or_default();
                    self.tally.full(row, *column).map_err(|what| Refusal::SheetTooLarge(name(), what))?;
                }
                if let Some((sheet, _)) = self.sheets.last_mut() {
                    sheet.cells.insert((row, *column), cell.clone());
                }
            }
            self.text = self.text.saturating_add(row_text);
            if self.text > MOST_TEXT {
                return Err(Refusal::Bomb(crate::text!("văn bản lặp lại quá nhiều", "it repeats text too often")));
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
        let uncomputed = self.formula && self.kind.is_empty() && value.is_none();
        let value = if uncomputed { Some(Value::Uncomputed) } else { value };
        value.map(|value| Cell { value, formula: self.formula, percent: self.kind == "percentage" })
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
