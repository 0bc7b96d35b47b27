//! A workbook as plain cells, reduced from what calamine reads at this one place.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use jiff::civil::Date;

use super::guard::{self, Admitted, Kind, Refusal};
use crate::figure::date_vi;
use crate::finding::Checked;
use crate::points::Points;
use crate::text;
use crate::text::fold::tidy;

/// Most rows of a sheet.
const MOST_ROWS: u32 = 20_000;
/// Most columns of a sheet.
const MOST_COLUMNS: u32 = 256;
/// Most cells with content in a book.
const MOST_CELLS: usize = 500_000;
/// Most cells without content that are passed over in a book.
const MOST_EMPTY: usize = 5_000_000;
/// Most bytes of XML that the sheets of a book may add up to.
const MOST_XML: u64 = 512 << 20;

/// Workbook, as plain cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// What kind of file it was.
    pub kind: Kind,
    /// Sheets, in the order of the tabs.
    pub sheets: Vec<Grid>,
}

/// Sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Name on the tab.
    pub name: String,
    /// Whether people don't see it.
    pub hidden: bool,
    /// Cells with content, by row and column from 0.
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// Cell with content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// Whether a formula stands behind it.
    pub formula: bool,
    /// Whether it is shown as a percentage: 0.9573 is read by people as 95,73 %.
    pub percent: bool,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, as typed.
    Text(String),
    /// Number, exactly as Excel shows it.
    Number(Points),
    /// TRUE or FALSE.
    Bool(bool),
    /// Number shown as a date.
    Date(Date),
    /// Excel's own error: `#DIV/0!`.
    Error(String),
    /// Formula that no program has computed yet: never to be taken for 0.
    Uncomputed,
}

impl Cell {
    /// Makes a cell of typed text.
    pub fn text(words: impl Into<String>) -> Self {
        Self { value: Value::Text(words.into()), formula: false, percent: false }
    }

    /// Gives what the cell shows, on one line, for messages and for text fields; numbers in Vietnamese spelling.
    pub fn shown(&self) -> String {
        match &self.value {
            Value::Text(words) => tidy(words),
            Value::Number(number) if self.percent => format!("{} %", (number * &Points::hundred()).plain_vi()),
            // No dots between thousands: the number may be a code, a year or a page.
            Value::Number(number) => number.plain().replace('.', ","),
            Value::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.into(),
            Value::Date(date) => date_vi(*date),
            Value::Error(error) => error.clone(),
            Value::Uncomputed => String::new(),
        }
    }

    /// Tells whether there is nothing in it that a person could see.
    pub fn is_blank(&self) -> bool {
        matches!(&self.value, Value::Text(words) if tidy(words).is_empty())
    }
}

impl Grid {
    /// Gives a cell with visible content.
    pub fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.cells.get(&(row, column)).filter(|cell| !cell.is_blank())
    }

    /// Gives what a cell shows, where it shows anything.
    pub fn shown(&self, row: u32, column: u32) -> Option<String> {
        self.get(row, column).map(Cell::shown).filter(|words| !words.is_empty())
    }

    /// Lists the cells of a row with visible content, from left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).filter(|(_, cell)| !cell.is_blank()).map(|((_, column), cell)| (*column, cell))
    }

    /// Lists the numbers of rows with content.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }
}

/// Gives the address of a cell, from its row and column from 0: `D24`.
pub fn address(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

/// Gives the letters of a column, from 0: `A`, `AB`.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Opens a workbook behind the guard. Whatever the bytes are, the worst that comes of them is a finding.
pub fn open(bytes: &[u8], file: &str) -> Checked<Option<Book>> {
    let opened = catch_unwind(AssertUnwindSafe(|| {
        let admitted = guard::admit(bytes, file)?;
        match admitted.kind {
            Kind::Xlsx => xlsx(bytes, admitted),
            Kind::Ods | Kind::Xls => Err(Refusal::OldFormat(admitted.kind)),
        }
    }));
    match opened.unwrap_or_else(|_| Err(Refusal::Damaged("panic".into()))) {
        Ok(book) => Checked::clean(Some(book)),
        Err(refusal) => Checked { value: None, findings: vec![refusal.finding(file)] },
    }
}

/// Reads `.xlsx` and `.xlsm`, cell by cell.
fn xlsx(bytes: &[u8], admitted: Admitted) -> Result<Book, Refusal> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    let tabs: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let xml = admitted.largest.saturating_mul(u64::try_from(tabs.len()).unwrap_or(u64::MAX));
    if xml > MOST_XML {
        let count = tabs.len();
        return Err(Refusal::Bomb(text!("tệp có {count} trang tính quá lớn", "it has {count} sheets that are too large")));
    }
    let mut read = Tally::default();
    let mut sheets = Vec::new();
    for (name, hidden) in tabs {
        match grid(&mut book, &name, &mut read) {
            Ok(cells) => sheets.push(Grid { name, hidden, cells }),
            // Listed as a sheet and is none: a chart, a dialog.
            Err(Trouble::Reader(XlsxError::NotAWorksheet(_))) => {}
            Err(Trouble::Reader(error)) => return Err(refused(&error)),
            Err(Trouble::TooLarge(what)) => return Err(Refusal::SheetTooLarge(name, what)),
        }
    }
    if sheets.is_empty() {
        return Err(Refusal::Damaged("no worksheet".into()));
    }
    Ok(Book { kind: admitted.kind, sheets })
}

/// Cells read so far.
#[derive(Default)]
struct Tally {
    /// With content.
    full: usize,
    /// Without.
    empty: usize,
}

/// What keeps a sheet from being read.
enum Trouble {
    /// calamine says so.
    Reader(XlsxError),
    /// More cells than any form.
    TooLarge(text::Text),
}

impl From<XlsxError> for Trouble {
    fn from(error: XlsxError) -> Self {
        Self::Reader(error)
    }
}

/// Reads the cells of a sheet.
fn grid(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, read: &mut Tally) -> Result<BTreeMap<(u32, u32), Cell>, Trouble> {
    let mut cells = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    // Percentages are told by the cell's format, which takes a second pass: only where any format is a percentage.
    let percentages: Vec<bool> = reader.styles().iter().map(is_percentage).collect();
    // Formulas stay as they are stored: expanding shared ones would allocate by a figure of the file.
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        let Some(value) = value(record.value, record.formula.is_some()) else {
            read.empty += 1;
            if read.empty > MOST_EMPTY {
                return Err(Trouble::TooLarge(text!(
                    "hơn {MOST_EMPTY} ô trống có định dạng",
                    "more than {MOST_EMPTY} formatted empty cells"
                )));
            }
            continue;
        };
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            let cell = address(row, column);
            return Err(Trouble::TooLarge(text!(
                "có nội dung ở ô {cell}, ngoài phạm vi {MOST_ROWS} hàng × {MOST_COLUMNS} cột",
                "there is content in {cell}, beyond {MOST_ROWS} rows × {MOST_COLUMNS} columns"
            )));
        }
        read.full += 1;
        if read.full > MOST_CELLS {
            return Err(Trouble::TooLarge(text!("hơn {MOST_CELLS} ô có nội dung", "more than {MOST_CELLS} cells with content")));
        }
        cells.insert((row, column), Cell { value, formula: record.formula.is_some(), percent: false });
    }
    drop(reader);
    if percentages.contains(&true) {
        let mut reader = book.worksheet_cells_reader(name)?;
        while let Some((row, column, style)) = reader.next_style_id()? {
            if percentages.get(style).copied().unwrap_or_default()
                && let Some(cell) = cells.get_mut(&(row, column))
            {
                cell.percent = true;
            }
        }
    }
    Ok(cells)
}

/// Tells whether a format shows numbers as percentages.
fn is_percentage(style: &calamine::Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| {
        // Text in quotes is printed as it stands and multiplies nothing: 0.00" %".
        format.format_code.split('"').step_by(2).any(|code| code.replace("\\%", "").contains('%'))
    })
}

/// Reduces what calamine reads to what the program knows; `None` where there is nothing.
fn value(data: DataRef<'_>, formula: bool) -> Option<Value> {
    match data {
        DataRef::Empty => formula.then_some(Value::Uncomputed),
        DataRef::Int(whole) => Some(Value::Number(Points::from(whole))),
        DataRef::Float(number) => Points::from_cell(number).map(Value::Number),
        DataRef::String(words) => text_value(words),
        DataRef::SharedString(words) => text_value(words.to_owned()),
        DataRef::Bool(yes) => Some(Value::Bool(yes)),
        DataRef::DateTime(day) if day.is_datetime() => {
            let (year, month, date, ..) = day.to_ymd_hms_milli();
            day_of(year, month, date).map(Value::Date).or_else(|| Points::from_cell(day.as_f64()).map(Value::Number))
        }
        DataRef::DateTime(duration) => Points::from_cell(duration.as_f64()).map(Value::Number),
        DataRef::DateTimeIso(words) => {
            let day = words.get(..10).and_then(|day| day.parse::<Date>().ok());
            Some(day.map_or(Value::Text(words), Value::Date))
        }
        DataRef::DurationIso(words) => Some(Value::Text(words)),
        DataRef::Error(error) => Some(Value::Error(error.to_string())),
    }
}

/// Makes a value of text; an empty one is nothing.
fn text_value(words: String) -> Option<Value> {
    (!words.is_empty()).then_some(Value::Text(words))
}

/// Makes a day of its parts. Excel's 29/02/1900 and day 0 are none.
fn day_of(year: u16, month: u8, day: u8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Says why calamine can't read a workbook.
fn refused(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Password,
        other => Refusal::Damaged(other.to_string()),
    }
}
