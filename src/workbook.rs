//! A workbook as plain cells, whatever program and decade it comes from.

pub mod guard;
mod legacy;
mod merged;
mod ods;
pub mod saved;
mod xls;
mod xlsx;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::civil::Date;

pub use legacy::convert_grid;

use self::guard::{Kind, Refusal};
use crate::figure::date_vi;
use crate::finding::Checked;
use crate::points::{Points, vietnamese};
use crate::text;
use crate::text::Text;
use crate::text::fold::{is_blank, tidy};

/// Text of the cell where the row of column keys and the column of row keys of our own forms meet.
pub const KEYS: &str = "parindex:keys";

/// Most rows of a sheet.
const MOST_ROWS: u32 = 20_000;
/// Most columns of a sheet.
const MOST_COLUMNS: u32 = 256;
/// Most cells with content in a book.
const MOST_CELLS: usize = 500_000;
/// Most bytes of text in a book, counting text that cells share as often as it is shared.
const MOST_TEXT: usize = 64 << 20;
/// Most cells without content that are passed over in a book.
const MOST_EMPTY: usize = 5_000_000;

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
    /// Places below a merged cell that has content, in its column: each with the row where that cell stands.
    pub covered: BTreeMap<(u32, u32), u32>,
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
    /// Formula that no program has computed yet, as it stands there (`=SUM(D4:D9)`): never to be taken for 0.
    Uncomputed(String),
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
            Value::Uncomputed(formula) => tidy(formula),
        }
    }

    /// Tells whether there is nothing in it that a person could see.
    pub fn is_blank(&self) -> bool {
        matches!(&self.value, Value::Text(words) if is_blank(words))
    }
}

impl Grid {
    /// Gives a cell with visible content.
    pub fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.cells.get(&(row, column)).filter(|cell| !cell.is_blank())
    }

    /// Gives what people see at a place: the cell itself, else the merged one above that reaches over it.
    pub fn standing(&self, row: u32, column: u32) -> Option<&Cell> {
        self.get(row, column).or_else(|| self.get(*self.covered.get(&(row, column))?, column))
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

thread_local! {
    /// Whether this thread reads bytes that may make a reader panic.
    static READING: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Tells whether this thread is inside of [`open`]: a panic there costs one file, becomes a finding and is not for people
/// to see. Whoever prints panics asks this first.
pub fn is_reading() -> bool {
    READING.get()
}

/// Runs a reader that may panic; `None` where it does.
fn quietly<T>(read: impl FnOnce() -> T) -> Option<T> {
    let outer = READING.replace(true);
    let read = catch_unwind(AssertUnwindSafe(read)).ok();
    READING.set(outer);
    read
}

/// Gives the column of its letters, from 0; `None` for what are no letters, or lie beyond what is read.
pub fn column_of(letters: &str) -> Option<u32> {
    let digits = letters.bytes().map(|letter| letter.is_ascii_alphabetic().then(|| u32::from(letter.to_ascii_uppercase() - b'A') + 1));
    let number = digits.take(4).try_fold(0_u32, |number, digit| Some(number * 26 + digit?))?;
    number.checked_sub(1).filter(|column| *column < MOST_COLUMNS && letters.len() <= 3)
}

/// Gives row and column of an address, from 0: `D24` is row 23, column 3; `None` for what is none, or lies beyond what is read.
pub fn position(cell: &str) -> Option<(u32, u32)> {
    let (letters, row) = cell.split_at_checked(cell.find(|c: char| c.is_ascii_digit())?)?;
    let row = row.parse::<u32>().ok()?.checked_sub(1).filter(|row| *row < MOST_ROWS)?;
    Some((row, column_of(letters)?))
}

/// Opens a workbook behind the guard. Whatever the bytes are, the worst that comes of them is a finding.
pub fn open(bytes: &[u8], file: &str) -> Checked<Option<Book>> {
    let opened = quietly(|| {
        let admitted = guard::admit(bytes, file)?;
        match admitted.kind {
            Kind::Xlsx => xlsx::read(bytes, admitted),
            Kind::Ods => ods::read(bytes),
            Kind::Xls => xls::read(bytes),
        }
    });
    match opened.unwrap_or_else(|| Err(Refusal::Damaged("panic".into()))) {
        Ok((mut book, fonts)) => {
            let findings = legacy::convert(&mut book, &fonts, file);
            Checked { value: Some(book), findings }
        }
        Err(refusal) => Checked { value: None, findings: vec![refusal.finding(file)] },
    }
}

/// Cells read so far, against the limits of a book.
#[derive(Default)]
struct Tally {
    /// With content.
    full: usize,
    /// Without.
    empty: usize,
    /// Bytes of text.
    text: usize,
}

impl Tally {
    /// Counts a cell with content, or says what limit it passes.
    fn full(&mut self, row: u32, column: u32) -> Result<(), Text> {
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            let (cell, rows) = (address(row, column), vietnamese(&MOST_ROWS.to_string()));
            return Err(text!(
                "có nội dung ở ô {cell}, ngoài phạm vi {rows} hàng × {MOST_COLUMNS} cột",
                "there is content in {cell}, beyond {MOST_ROWS} rows × {MOST_COLUMNS} columns"
            ));
        }
        self.full += 1;
        if self.full > MOST_CELLS {
            let most = vietnamese(&MOST_CELLS.to_string());
            return Err(text!("hơn {most} ô có nội dung", "more than {MOST_CELLS} cells with content"));
        }
        Ok(())
    }

    /// Counts the text of a cell before it is copied, or says that there is too much.
    fn text(&mut self, words: &str) -> Result<(), Text> {
        self.text = self.text.saturating_add(words.len());
        let most = MOST_TEXT >> 20;
        if self.text > MOST_TEXT {
            return Err(text!("hơn {most} MB chữ", "more than {most} MB of text"));
        }
        Ok(())
    }

    /// Counts a cell without content, or says that there are too many.
    fn empty(&mut self) -> Result<(), Text> {
        self.empty += 1;
        if self.empty > MOST_EMPTY {
            let most = vietnamese(&MOST_EMPTY.to_string());
            return Err(text!("hơn {most} ô trống có định dạng", "more than {MOST_EMPTY} formatted empty cells"));
        }
        Ok(())
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
