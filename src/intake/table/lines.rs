//! Text with separators (CSV) → a grid whose rows are lines of the file.
//!
//! The separator is that under which the file has a heading; every line must fit that heading, since what does not fit can be
//! meant in more than one way: `1,5` without quotation marks in a file separated by commas is two fields.
//!
//! Source: [meanings](crate#meanings) 39.

use std::collections::BTreeMap;

use super::heading::Heading;
use crate::figure::UnitId;
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Part, Place};
use crate::text;
use crate::text::Text;
use crate::workbook::{self, Cell, Grid, Refusal};

/// Most lines of a file.
const MOST_LINES: usize = 200_000;
/// Most columns that are read.
const MOST_COLUMNS: u32 = 256;
/// Separators, those first that can't stand in a number.
const SEPARATORS: [char; 3] = [';', '\t', ','];

/// One row of the file.
struct Record {
    /// Line that it begins in, from 0.
    line: u32,
    /// What stands between the separators; why it can't be told, where a quotation mark is never closed.
    fields: Result<Vec<String>, Unclosed>,
}

/// Quotation mark that opens a field and is never closed, with the fields before that one.
struct Unclosed(Vec<String>);

/// What a heading says of the lines below it.
pub trait Head {
    /// Line that it stands in, from 0.
    fn top(&self) -> u32;

    /// Tells whether a line may lack this column, where it is the last.
    fn may_lack(&self, _column: u32) -> bool {
        false
    }

    /// Gives a number of a line that may have been parted at its comma, and what stands behind. It is known whether other lines
    /// show how the file writes decimals.
    fn cut_number<'f>(&self, _fields: &'f [String], _decimals: bool) -> Option<(&'f str, &'f str)> {
        None
    }

    /// Tells whether a number of a line has decimals.
    fn shows_decimals(&self, _fields: &[String]) -> bool {
        false
    }

    /// Gives the unit that a line names, as it writes it.
    fn unit<'f>(&self, _fields: &'f [String]) -> Option<&'f str> {
        None
    }
}

impl Head for Heading {
    fn top(&self) -> u32 {
        self.top
    }

    fn may_lack(&self, column: u32) -> bool {
        self.reasons.contains(&column)
    }

    fn cut_number<'f>(&self, fields: &'f [String], decimals: bool) -> Option<(&'f str, &'f str)> {
        self.cut_number(fields, decimals)
    }

    fn shows_decimals(&self, fields: &[String]) -> bool {
        self.shows_decimals(fields)
    }

    fn unit<'f>(&self, fields: &'f [String]) -> Option<&'f str> {
        let column = usize::try_from(self.unit?).ok()?;
        fields.get(column).map(|words| words.trim()).filter(|words| !words.is_empty())
    }
}

/// Reads a file whose heading somebody knows how to find. Lines that don't fit the heading are told and left out; whoever such a line
/// names, in its own words, is the unit of the finding.
pub fn read<H: Head>(bytes: &[u8], file: &str, find: &dyn Fn(&Grid) -> Option<H>) -> Checked<Option<Grid>> {
    let Some(words) = decoded(bytes) else {
        let message = text!("Tệp CSV “{file}” không dùng mã UTF-8.", "The CSV “{file}” is not UTF-8.");
        return Checked { value: None, findings: vec![Finding::new(&code::TABLE_NOT_UTF8, message).at(Place::file(file))] };
    };
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    if words.matches('\n').count() > MOST_LINES {
        let what = Text::new(format!("hơn {MOST_LINES} dòng"), format!("more than {MOST_LINES} lines"));
        return Checked { value: None, findings: vec![Refusal::SheetTooLarge("CSV".into(), what).finding(file)] };
    }
    let read = SEPARATORS.map(|separator| {
        let records = records(&words, separator);
        let mut grid = grid(&records);
        // A heading typed in an old font is one, too; what was converted is told once, of the lines that are kept.
        let _ = workbook::convert_grid(&mut grid, &BTreeMap::new(), file);
        let heading = find(&grid);
        (separator, records, grid, heading)
    });
    let opened = SEPARATORS.into_iter().zip(&read).find_map(|(separator, (_, records, ..))| {
        let open = records.iter().find(|record| record.fields.is_err())?;
        let line = usize::try_from(open.line).ok()?;
        let heads = words.split('\n').nth(line).is_some_and(|words| words.contains(separator));
        heads.then_some(line + 1)
    });
    // Words of a heading may hold another separator; the lines below then don't part as it does. Of equals, the first.
    let filled = |fields: &[String]| fields.iter().filter(|field| !field.trim().is_empty()).count();
    let parted = |records: &[Record], heading: &H| {
        let of = |record: &Record| record.fields.as_ref().map_or(0, Vec::len);
        let width = records.iter().find(|record| record.line == heading.top()).map_or(0, &of);
        let below = records.iter().filter(|record| record.line > heading.top() && of(record) == width);
        below.filter(|record| record.fields.as_ref().is_ok_and(|fields| filled(fields) > 0)).count()
    };
    let chosen = read.into_iter().rev().filter(|(.., heading)| heading.is_some()).max_by_key(|(_, records, grid, heading)| {
        heading.as_ref().map_or((0, 0), |heading| (parted(records, heading), grid.row(heading.top()).count()))
    });
    let Some((separator, records, _, Some(heading))) = chosen else {
        // Without a heading nothing will be read; the caller says so, unless a quotation mark hides it.
        let told = opened.map(|number| {
            let message = text!(
                "Dòng {number} mở dấu ngoặc kép mà không đóng, nên không thấy hàng tiêu đề; tệp không được đọc.",
                "Line {number} opens a quotation mark and never closes it, so there is no header row; the file is not read."
            );
            Finding::new(&code::QUOTE_NOT_CLOSED, message).at(Place { line: Some(number), ..Place::file(file) }).hides([Part::Rows])
        });
        return Checked { value: Some(grid(&[])), findings: told.into_iter().collect() };
    };
    fitting(records, separator, &heading, file)
}

/// Keeps the records that fit the heading.
fn fitting(records: Vec<Record>, separator: char, heading: &dyn Head, file: &str) -> Checked<Option<Grid>> {
    let last = |fields: &[String]| fields.iter().rposition(|field| !field.trim().is_empty()).map_or(0, |at| at + 1);
    let head = records.iter().find(|record| record.line == heading.top()).and_then(|record| record.fields.as_ref().ok());
    let width = head.map_or(0, |fields| last(fields));
    let may_lack_last = width > 0 && u32::try_from(width - 1).is_ok_and(|column| heading.may_lack(column));
    let below = records.iter().filter(|record| record.line > heading.top());
    let decimals = below.filter_map(|record| record.fields.as_ref().ok()).any(|fields| heading.shows_decimals(fields));
    let mut findings = Vec::new();
    let mut kept = Vec::new();
    for record in records {
        let number = record.line + 1;
        let fault = match &record.fields {
            Ok(_) if record.line <= heading.top() => None,
            Ok(fields) if last(fields) == 0 => None,
            Ok(fields) if last(fields) > width || !(fields.len() >= width || (may_lack_last && fields.len() + 1 == width)) => {
                let (has, asked) = (last(fields).max(fields.len().min(width)), width);
                Some((&code::LINE_UNLIKE_HEADING, text!(
                    "Dòng {number} có {has} cột, hàng tiêu đề có {asked} cột; dòng này không được đọc.",
                    "Line {number} has {has} fields, the header row {asked}; the line is not read."
                )))
            }
            Ok(fields) if separator == ',' => heading.cut_number(fields, decimals).map(|(points, rest)| {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                (&code::LINE_UNLIKE_HEADING, text!(
                    "Dòng {number} ghi điểm “{points}” và cột sau ghi “{rest}”, có thể là {points},{digits} điểm bị tách ở dấu phẩy; dòng này không được đọc.",
                    "Line {number} gives “{points}” points and “{rest}” in the next column, which may be {points}.{digits} points split at the comma; the line is not read."
                ))
            }),
            Ok(_) => None,
            Err(Unclosed(_)) => Some((&code::QUOTE_NOT_CLOSED, text!(
                "Dòng {number} mở dấu ngoặc kép mà không đóng; dòng này không được đọc, các dòng sau vẫn được đọc.",
                "Line {number} opens a quotation mark and never closes it; the line is not read, those after it are."
            ))),
        };
        match fault {
            Some((code, message)) => {
                let line = usize::try_from(number).ok();
                let fields = record.fields.as_ref().unwrap_or_else(|Unclosed(before)| before);
                let unit = heading.unit(fields).map(UnitId::new);
                findings.push(Finding { unit, ..Finding::new(code, message).at(Place { line, ..Place::file(file) }) });
            }
            None => kept.push(record),
        }
    }
    Checked { value: Some(grid(&kept)), findings }
}

/// Puts records into a grid.
fn grid(records: &[Record]) -> Grid {
    let mut cells = BTreeMap::new();
    for record in records {
        for (column, field) in (0..MOST_COLUMNS).zip(record.fields.iter().flatten()).filter(|(_, field)| !field.trim().is_empty()) {
            cells.insert((record.line, column), Cell::text(field));
        }
    }
    Grid { cells, ..Grid::default() }
}

/// Parts a text into records. A quotation mark that opens a field and is never closed spoils its own line only.
fn records(words: &str, separator: char) -> Vec<Record> {
    let lines: Vec<&str> = words.split('\n').collect();
    let mut records = Vec::new();
    let mut at = 0;
    while let Some(first) = lines.get(at) {
        let line = u32::try_from(at).unwrap_or(u32::MAX);
        let (fields, taken) =
            record(&lines, at, separator).map_or_else(|unclosed| (Err(unclosed), 1), |(fields, taken)| (Ok(fields), taken));
        if !first.is_empty() || taken > 1 {
            records.push(Record { line, fields });
        }
        at += taken;
    }
    records
}

/// Reads the record that begins in a line; gives its fields and how many lines it takes. Not where a field is never closed, or
/// something stands behind its closing mark.
fn record(lines: &[&str], at: usize, separator: char) -> Result<(Vec<String>, usize), Unclosed> {
    let mut fields = Vec::new();
    let mut taken = 1;
    let mut rest: &str = lines.get(at).copied().unwrap_or_default();
    loop {
        let Some(quoted) = rest.trim_start_matches(' ').strip_prefix('"') else {
            let (field, behind) = rest.split_once(separator).map_or((rest, None), |(field, behind)| (field, Some(behind)));
            fields.push(field.to_owned());
            match behind {
                Some(behind) => rest = behind,
                None => return Ok((fields, taken)),
            }
            continue;
        };
        let mut field = String::new();
        let mut inside = quoted;
        let behind = loop {
            match inside.split_once('"') {
                Some((part, behind)) if behind.starts_with('"') => {
                    field.push_str(part);
                    field.push('"');
                    inside = behind.get(1..).unwrap_or_default();
                }
                Some((part, behind)) => {
                    field.push_str(part);
                    break behind;
                }
                None => {
                    field.push_str(inside);
                    field.push('\n');
                    let Some(next) = lines.get(at + taken) else { return Err(Unclosed(fields)) };
                    inside = next;
                    // A line with as many separators as a whole record has is one, not a part of this field.
                    if inside.matches(separator).count() >= 2 {
                        return Err(Unclosed(fields));
                    }
                    taken += 1;
                }
            }
        };
        fields.push(field);
        match behind.trim_start_matches(' ').strip_prefix(separator) {
            Some(behind) => rest = behind,
            None if behind.trim().is_empty() => return Ok((fields, taken)),
            None => {
                fields.pop();
                return Err(Unclosed(fields));
            }
        }
    }
}

/// Decodes UTF-8 with or without its mark, and UTF-16 with it.
fn decoded(bytes: &[u8]) -> Option<String> {
    let wide = |rest: &[u8], join: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).filter_map(|two| two.try_into().ok()).map(join).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).to_vec()).ok(),
    }
}
