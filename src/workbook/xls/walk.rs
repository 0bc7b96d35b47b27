//! A walk over the records of a book: limits that calamine does not keep, and how cells look, which it does not tell.

use std::collections::BTreeSet;

use super::super::MOST_CELLS;
use super::super::legacy::CellFonts;
use super::strings::lengths;
use super::{double_word, records, word};
use crate::text;
use crate::text::legacy::Font;
use crate::workbook::guard::Refusal;

/// Most cells that the rectangles around the contents of all sheets may hold.
const MOST_AREA: u64 = 6_000_000;
/// Most sheets.
const MOST_SHEETS: usize = 250;
/// Most letters of text, counting text that cells share as often as it is shared.
const MOST_LETTERS: u64 = 32 << 20;
/// Most records that are walked over all sheets.
const MOST_RECORDS: usize = 3_000_000;
/// Records of cells that may hold text: `Label`, `RString`, `LabelSst`, `Formula`.
const TEXT: [u16; 4] = [0x0204, 0x00D6, 0x00FD, 0x0006];

/// How the cells of a sheet look.
#[derive(Default)]
pub(super) struct Looks {
    /// Those that are shown as percentages.
    pub percent: BTreeSet<(u32, u32)>,
    /// Those with a formula: calamine names only formulas whose functions it knows.
    pub formulas: BTreeSet<(u32, u32)>,
    /// Those whose font is of before Unicode.
    pub fonts: CellFonts,
}

/// Walks the records of the book and of every sheet against the limits; gives of each how
/// its cells look.
pub(super) fn walk(stream: &[u8]) -> Result<Vec<Looks>, Refusal> {
    // Only books of Excel 97 and later share strings: in an older one their letters would be counted wrongly.
    let recent = records(stream, 0).next().is_some_and(|first| first.kind == 0x0809 && word(first.data, 0) == Some(0x0600));
    let mut starts = Vec::new();
    let mut fonts: Vec<Option<Font>> = Vec::new();
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
            // Font
            0x0031 => fonts.push(font(record.data, recent)),
            // XF: its font, its format.
            0x00E0 => formats.push((word(record.data, 0).unwrap_or(0), word(record.data, 2).unwrap_or(0))),
            // EOF of the globals
            0x000A => break,
            _ => {}
        }
    }
    if starts.len() > MOST_SHEETS {
        let count = starts.len();
        return Err(Refusal::Bomb(text!("tệp có {count} trang tính", "it has {count} sheets")));
    }
    if !recent && !strings.is_empty() {
        return Err(Refusal::Damaged("SST".into()));
    }
    let lengths = lengths(&strings);
    let mut letters = 0_u64;
    let is_percent = |format: u16| formats.get(usize::from(format)).is_some_and(|(_, format)| percent_formats.contains(format));
    // There is no font number 4: the fifth is number 5.
    let old_font = |format: u16| {
        let number = usize::from(formats.get(usize::from(format))?.0);
        fonts.get(if number > 4 { number - 1 } else { number }).copied().flatten()
    };
    let mut told = 0_usize;
    let (mut area, mut walked) = (0_u64, 0_usize);
    let mut sheets = Vec::new();
    for start in starts {
        if start >= stream.len() {
            return Err(Refusal::Damaged("BoundSheet".into()));
        }
        let mut looks = Looks::default();
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
                    let said = (u64::from(last.saturating_sub(first)) + 1) * (u64::from(right.saturating_sub(left)) + 1);
                    if said > MOST_AREA || last < first && last > 0 || right < left && right > 0 {
                        return Err(Refusal::Bomb(text!("tệp khai một trang tính quá lớn", "it declares a sheet that is too large")));
                    }
                }
                // Cells: Number, Label, RString, BoolErr, RK, LabelSst, Formula; row, column, format.
                0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 => {
                    if let (Some(row), Some(column), Some(format)) = (word(record.data, 0), word(record.data, 2), word(record.data, 4)) {
                        rows = rows.max(u64::from(row) + 1);
                        columns = columns.max(u64::from(column) + 1);
                        let at = (u32::from(row), u32::from(column));
                        if is_percent(format) {
                            looks.percent.insert(at);
                        }
                        if record.kind == 0x0006 && looks.formulas.len() < MOST_CELLS {
                            looks.formulas.insert(at);
                        }
                        // Of text only, and of no more cells than a book may have.
                        if let Some(font) = old_font(format).filter(|_| TEXT.contains(&record.kind) && told < MOST_CELLS) {
                            told += 1;
                            looks.fonts.insert(at, font);
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
                                looks.percent.insert((u32::from(row), u32::try_from(column).unwrap_or(u32::MAX)));
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
        sheets.push(looks);
    }
    Ok(sheets)
}

/// Knows the font of a record: height, flags, colour, weight, position, four bytes, then its name. The name's length stands
/// in one byte; since Excel 97 a second one says whether its letters take one byte or two.
fn font(data: &[u8], recent: bool) -> Option<Font> {
    let count = usize::from(*data.get(14)?);
    let wide = recent && data.get(15)? & 1 == 1;
    let letters = data.get(if recent { 16 } else { 15 }..)?;
    // Names of old fonts are plain; of others the letters don't matter.
    let name: String = if wide {
        letters.chunks_exact(2).take(count).map(|two| two.first().map_or(' ', |byte| char::from(*byte))).collect()
    } else {
        letters.iter().take(count).map(|byte| char::from(*byte)).collect()
    };
    Font::named(&name)
}

/// Tells whether a format of numbers has a percent sign outside of quotes.
fn unquoted_percent(data: &[u8]) -> bool {
    let letters: Vec<u8> = data.iter().skip(5).copied().filter(|byte| *byte != 0).collect();
    letters.split(|byte| *byte == b'"').step_by(2).any(|code| {
        let escaped = |at: usize| at.checked_sub(1).and_then(|before| code.get(before)) == Some(&b'\\');
        code.iter().enumerate().any(|(at, byte)| *byte == b'%' && !escaped(at))
    })
}
