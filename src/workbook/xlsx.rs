//! `.xlsx` and `.xlsm`, through calamine, cell by cell.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};
use jiff::civil::Date;

use super::KEYS;
use super::legacy::{CellFonts, Fonts};
use super::merged::Merges;
use super::{Book, Cell, Grid, Tally, Value, day_of, text_value};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::legacy::Font;
use crate::workbook::guard::{Admitted, Refusal};

/// Most bytes of XML that the sheets of a book may add up to.
const MOST_XML: u64 = 512 << 20;

/// Reads a workbook that the guard let through, and where its text stands in fonts of before Unicode.
pub fn read(bytes: &[u8], admitted: Admitted) -> Result<(Book, Fonts), Refusal> {
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
    let (mut sheets, mut fonts, mut merges) = (Vec::new(), Fonts::new(), Merges::default());
    for (name, hidden) in tabs {
        match grid(&mut book, &name, &mut read) {
            Ok((cells, old)) => {
                let mut grid = Grid { name, hidden, cells, covered: BTreeMap::new() };
                merged(&mut book, &mut grid, &mut merges);
                sheets.push(grid);
                fonts.push(old);
            }
            // Listed as a sheet and is none: a chart, a dialog.
            Err(Trouble::Reader(XlsxError::NotAWorksheet(_))) => {}
            Err(Trouble::Reader(error)) => return Err(refused(&error)),
            Err(Trouble::TooLarge(what)) => return Err(Refusal::SheetTooLarge(name, what)),
        }
    }
    if sheets.is_empty() {
        return Err(Refusal::Damaged("no worksheet".into()));
    }
    Ok((Book { kind: admitted.kind, sheets }, fonts))
}

/// What keeps a sheet from being read.
enum Trouble {
    /// calamine says so.
    Reader(XlsxError),
    /// More cells than any form.
    TooLarge(Text),
}

impl From<XlsxError> for Trouble {
    fn from(error: XlsxError) -> Self {
        Self::Reader(error)
    }
}

/// Cells of a sheet, and those whose font is of before Unicode.
type Cells = (BTreeMap<(u32, u32), Cell>, CellFonts);

/// Reads the cells of a sheet.
fn grid(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, read: &mut Tally) -> Result<Cells, Trouble> {
    let mut cells = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    // Percentages and old fonts are told by the cell's style, which takes a second pass: only where any style is such.
    let styles: Vec<(bool, Option<Font>)> = reader.styles().iter().map(|style| (is_percentage(style), old_font(style))).collect();
    // Formulas stay as they are stored: expanding shared ones would allocate by a figure of the file.
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        // One long text may be shared by any number of cells.
        if let DataRef::SharedString(words) = &record.value {
            read.text(words).map_err(Trouble::TooLarge)?;
        }
        let Some(value) = value(record.value, record.formula.as_ref().map(formula)) else {
            read.empty().map_err(Trouble::TooLarge)?;
            continue;
        };
        read.full(row, column).map_err(Trouble::TooLarge)?;
        cells.insert((row, column), Cell { value, formula: record.formula.is_some(), percent: false });
    }
    drop(reader);
    let mut fonts = CellFonts::new();
    if styles.iter().any(|(percent, font)| *percent || font.is_some()) {
        // The first style is that of cells which name none; the second pass tells of all others.
        if let Some((percent, font)) = styles.first().copied() {
            for cell in cells.values_mut() {
                cell.percent = percent;
            }
            fonts.extend(font.iter().flat_map(|font| cells.keys().map(|at| (*at, *font))));
        }
        let mut reader = book.worksheet_cells_reader(name)?;
        while let Some((row, column, style)) = reader.next_style_id()? {
            if let Some((percent, font)) = styles.get(style)
                && let Some(cell) = cells.get_mut(&(row, column))
            {
                cell.percent = *percent;
                match font {
                    Some(font) => fonts.insert((row, column), *font),
                    None => fonts.remove(&(row, column)),
                };
            }
        }
    }
    Ok((cells, fonts))
}

/// Reads the merged cells of a sheet, which takes a pass of its own: only of sheets that are read by what people see. Forms
/// of ours carry a map.
fn merged(book: &mut Xlsx<Cursor<&[u8]>>, grid: &mut Grid, merges: &mut Merges) {
    let mapped = || grid.cells.values().any(|cell| matches!(&cell.value, Value::Text(words) if words == KEYS));
    if grid.hidden || mapped() {
        return;
    }
    // What stands behind the cells is an extra: where it is damaged, the cells are still what they are.
    for region in book.merge_cells_by_sheet_name(&grid.name).unwrap_or_default() {
        merges.cover(grid, region.start, region.end.0);
    }
}

/// Gives the font of a style where it is of before Unicode.
fn old_font(style: &calamine::Style) -> Option<Font> {
    Font::named(style.font.as_ref()?.name.as_deref()?)
}

/// Tells whether a format shows numbers as percentages.
fn is_percentage(style: &calamine::Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| {
        // Text in quotes is printed as it stands and multiplies nothing: 0.00" %".
        format.format_code.split('"').step_by(2).any(|code| code.replace("\\%", "").contains('%'))
    })
}

/// Gives a formula as it is stored, without `=`; a copy of a shared one stands for itself only in its first cell.
fn formula(stored: &XlsxFormulaMetadata) -> &str {
    match stored {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula,
        _ => "…",
    }
}

/// Reduces what calamine reads to what the program knows; `None` where there is nothing.
pub fn value(data: DataRef<'_>, formula: Option<&str>) -> Option<Value> {
    match data {
        DataRef::Empty => formula.map(|formula| Value::Uncomputed(format!("={formula}"))),
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

/// Says why calamine can't read a workbook.
fn refused(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Password,
        other => Refusal::Damaged(other.to_string()),
    }
}
