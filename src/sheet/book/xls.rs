//! `.xls` of Excel 97–2003. calamine reads such a file whole and allocates by what it says of itself, so its records are
//! walked here first.
//!
//! Source: [MS-XLS] for the records named.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::xlsx::value;
use super::{Book, Cell, Grid, Tally};
use crate::sheet::guard::{Kind, Refusal};
use crate::text;

/// Most cells that the rectangles around the contents of all sheets may hold.
const MOST_AREA: u64 = 6_000_000;
/// Most sheets.
const MOST_SHEETS: usize = 250;
/// Most letters of text, counting text that cells share as often as it is shared.
const MOST_LETTERS: u64 = 32 << 20;
/// Most records that are walked over all sheets.
const MOST_RECORDS: usize = 3_000_000;

/// Reads a workbook that the guard let through.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let percentages = walk(&stream(bytes)?)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    let tabs: Vec<_> = book.sheets_metadata().to_vec();
    let mut tally = Tally::default();
    let mut sheets = Vec::new();
    for (n, tab) in tabs.into_iter().enumerate().filter(|(_, tab)| tab.typ == SheetType::WorkSheet) {
        let range = book.worksheet_range(&tab.name).map_err(|error| refused(&error))?;
        let formulas = book.worksheet_formula(&tab.name).unwrap_or_default();
        let mut grid =
            Grid { name: tab.name.clone(), hidden: tab.visible != SheetVisible::Visible, cells: std::collections::BTreeMap::new() };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let at = (
                u32::try_from(row).unwrap_or(u32::MAX).saturating_add(top),
                u32::try_from(column).unwrap_or(u32::MAX).saturating_add(left),
            );
            let formula = formulas.get_value(at).is_some_and(|formula| !formula.is_empty());
            let Some(value) = value(borrowed(data), formula) else { continue };
            tally.full(at.0, at.1).map_err(|what| Refusal::SheetTooLarge(tab.name.clone(), what))?;
            let percent = percentages.get(n).is_some_and(|cells| cells.contains(&at));
            grid.cells.insert(at, Cell { value, formula, percent });
        }
        sheets.push(grid);
    }
    if sheets.is_empty() {
        return Err(Refusal::Damaged("no worksheet".into()));
    }
    Ok(Book { kind: Kind::Xls, sheets })
}

/// Says why calamine can't read a workbook.
fn refused(error: &XlsError) -> Refusal {
    match error {
        XlsError::Password => Refusal::Password,
        other => Refusal::Damaged(other.to_string()),
    }
}

/// Lends a value of calamine's eager readers to the reduction that its streaming reader uses.
fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(whole) => DataRef::Int(*whole),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(words) => DataRef::SharedString(words),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(day) => DataRef::DateTime(*day),
        Data::DateTimeIso(words) => DataRef::DateTimeIso(words.clone()),
        Data::DurationIso(words) => DataRef::DurationIso(words.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Takes the stream of records out of the file.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let damaged = |error: std::io::Error| Refusal::Damaged(error.to_string());
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.exists(name)).ok_or_else(|| Refusal::Damaged("Workbook".into()))?;
    let mut records = Vec::new();
    let stream = file.open_stream(name).map_err(damaged)?;
    // A stream can't be longer than the file that holds it.
    let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    stream.take(most).read_to_end(&mut records).map_err(damaged)?;
    Ok(records)
}

/// Record of the stream.
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

/// Lists the records from a position.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(from..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (word(rest, 0)?, usize::from(word(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = rest.get(4 + length..).unwrap_or_default();
        Some(Record { kind, data })
    })
}

/// Reads two bytes.
fn word(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Reads four bytes.
fn double_word(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Walks the records of the book and of every sheet against the limits; gives the cells of each that are shown as
/// percentages.
fn walk(stream: &[u8]) -> Result<Vec<BTreeSet<(u32, u32)>>, Refusal> {
    let mut starts = Vec::new();
    let mut percent_formats: BTreeSet<u16> = [9, 10].into();
    let mut formats = Vec::new();
    // Table of shared strings: its record, and those that continue it.
    let mut strings: Vec<&[u8]> = Vec::new();
    let mut continued = false;
    for record in records(stream, 0) {
        continued = record.kind == 0x00FC || (continued && record.kind == 0x003C);
        if record.kind == 0x00FC {
            strings.clear();
        }
        strings.extend(continued.then_some(record.data));
        match record.kind {
            // BoundSheet8
            0x0085 => starts.extend(double_word(record.data, 0).and_then(|at| usize::try_from(at).ok())),
            // Format: its number, then a string whose letters take one or two bytes; the sign is a byte of its own in both.
            0x041E if unquoted_percent(record.data) => {
                percent_formats.extend(word(record.data, 0));
            }
            // XF
            0x00E0 => formats.push(word(record.data, 2).unwrap_or(0)),
            // EOF of the globals
            0x000A => break,
            _ => {}
        }
    }
    if starts.len() > MOST_SHEETS {
        let count = starts.len();
        return Err(Refusal::Bomb(text!("tệp có {count} trang tính", "it has {count} sheets")));
    }
    // Only books of Excel 97 and later share strings: in an older one their letters would be counted wrongly.
    let recent = records(stream, 0).next().is_some_and(|first| first.kind == 0x0809 && word(first.data, 0) == Some(0x0600));
    if !recent && !strings.is_empty() {
        return Err(Refusal::Damaged("SST".into()));
    }
    let lengths = lengths(&strings);
    let mut letters = 0_u64;
    let is_percent = |format: u16| formats.get(usize::from(format)).is_some_and(|format| percent_formats.contains(format));
    let (mut area, mut walked) = (0_u64, 0_usize);
    let mut percentages = Vec::new();
    for start in starts {
        if start >= stream.len() {
            return Err(Refusal::Damaged("BoundSheet".into()));
        }
        let mut cells = BTreeSet::new();
        let (mut rows, mut columns) = (0_u64, 0_u64);
        let mut depth = 0_usize;
        for record in records(stream, start) {
            walked += 1;
            if walked > MOST_RECORDS {
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
                // Dimensions: first and last row, first and last column, the last ones not included.
                0x0200 => {
                    let (first, last) = (double_word(record.data, 0).unwrap_or(0), double_word(record.data, 4).unwrap_or(0));
                    let (left, right) = (word(record.data, 8).unwrap_or(0), word(record.data, 10).unwrap_or(0));
                    let said = u64::from(last.saturating_sub(first) + 1) * u64::from(right.saturating_sub(left) + 1);
                    if said > MOST_AREA || last < first && last > 0 || right < left && right > 0 {
                        return Err(Refusal::Bomb(text!("tệp khai một trang tính quá lớn", "it declares a sheet that is too large")));
                    }
                }
                // Cells: Number, Label, RString, BoolErr, RK, LabelSst, Formula; row, column, format.
                0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 => {
                    if let (Some(row), Some(column), Some(format)) = (word(record.data, 0), word(record.data, 2), word(record.data, 4)) {
                        rows = rows.max(u64::from(row) + 1);
                        columns = columns.max(u64::from(column) + 1);
                        if is_percent(format) {
                            cells.insert((u32::from(row), u32::from(column)));
                        }
                    }
                    // calamine copies a shared string into every cell that names it.
                    if record.kind == 0x00FD {
                        let string = double_word(record.data, 6).and_then(|n| lengths.get(usize::try_from(n).ok()?));
                        letters = letters.saturating_add(u64::from(string.copied().unwrap_or_default()));
                        if letters > MOST_LETTERS {
                            return Err(Refusal::Bomb(text!("tệp lặp lại quá nhiều chữ", "it repeats too much text")));
                        }
                    }
                }
                // MulRk: row, first column, then a format and a number of four bytes for each cell, and the last column.
                0x00BD => {
                    if let (Some(row), Some(first)) = (word(record.data, 0), word(record.data, 2)) {
                        let count = record.data.len().saturating_sub(6) / 6;
                        rows = rows.max(u64::from(row) + 1);
                        for n in 0..count {
                            let column = u64::from(first) + u64::try_from(n).unwrap_or(u64::MAX);
                            columns = columns.max(column + 1);
                            if word(record.data, 4 + n * 6).is_some_and(is_percent) {
                                cells.insert((u32::from(row), u32::try_from(column).unwrap_or(u32::MAX)));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        area = area.saturating_add(rows.saturating_mul(columns));
        if area > MOST_AREA {
            return Err(Refusal::Bomb(text!("các trang tính trải quá rộng", "its sheets reach too far")));
        }
        percentages.push(cells);
    }
    Ok(percentages)
}

/// Gives the number of letters of every shared string, from the table's record and those that continue it.
///
/// A string is its length, a byte that says whether letters take one byte or two, two counts where it has runs of formats
/// or phonetic signs, its letters, and then those. Letters may go on in the next record, behind such a byte again. Where
/// the table is not as it should be, the rest of it is left out: calamine then reads no further either.
fn lengths(records: &[&[u8]]) -> Vec<u16> {
    let mut table = Table { records, at: 8 };
    std::iter::from_fn(|| table.string()).collect()
}

/// Reader of the table of shared strings.
struct Table<'a> {
    records: &'a [&'a [u8]],
    at: usize,
}

impl Table<'_> {
    /// Gives the bytes left in the record, or in the next one where there are none.
    fn here(&mut self) -> Option<&[u8]> {
        while self.records.first()?.len() <= self.at {
            self.records = self.records.get(1..)?;
            self.at = 0;
        }
        self.records.first()?.get(self.at..)
    }

    /// Takes a number of so many bytes.
    fn number(&mut self, bytes: usize) -> Option<usize> {
        let here = self.here()?;
        let number = if bytes == 4 { usize::try_from(double_word(here, 0)?).ok()? } else { usize::from(word(here, 0)?) };
        self.at += bytes;
        Some(number)
    }

    /// Takes the byte that says how letters are written.
    fn flags(&mut self) -> Option<u8> {
        let flags = *self.here()?.first()?;
        self.at += 1;
        Some(flags)
    }

    /// Passes over so many bytes, wherever they stand.
    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let step = self.here()?.len().min(bytes);
            self.at += step;
            bytes -= step;
        }
        Some(())
    }

    /// Takes a string; gives the number of its letters.
    fn string(&mut self) -> Option<u16> {
        if self.records.first()?.len() <= self.at {
            self.records = self.records.get(1..)?;
            self.at = 0;
            // Nothing in the next record counts as a string without letters.
            if self.records.first()?.is_empty() {
                return Some(0);
            }
        }
        let count = self.number(2)?;
        let flags = self.flags()?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? };
        let phonetic = if flags & 4 == 0 { 0 } else { self.number(4)? };
        let (mut left, mut width) = (count, usize::from(flags & 1) + 1);
        while left > 0 {
            let room = self.records.first()?.len().saturating_sub(self.at) / width;
            let taken = room.min(left);
            self.at += taken * width;
            left -= taken;
            if left > 0 {
                self.records = self.records.get(1..)?;
                self.at = 0;
                width = usize::from(self.flags()? & 1) + 1;
            }
        }
        self.skip(runs.saturating_mul(4).saturating_add(phonetic))?;
        u16::try_from(count).ok()
    }
}

/// Tells whether a format of numbers has a percent sign outside of quotes.
fn unquoted_percent(data: &[u8]) -> bool {
    let letters: Vec<u8> = data.iter().skip(5).copied().filter(|byte| *byte != 0).collect();
    letters.split(|byte| *byte == b'"').step_by(2).any(|code| {
        let escaped = |at: usize| at.checked_sub(1).and_then(|before| code.get(before)) == Some(&b'\\');
        code.iter().enumerate().any(|(at, byte)| *byte == b'%' && !escaped(at))
    })
}
