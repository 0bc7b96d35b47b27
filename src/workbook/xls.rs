//! `.xls` of Excel 97–2003. calamine reads such a file whole and allocates by what it says of itself, so its records are
//! walked here first.
//!
//! Source: [MS-XLS] for the records named.

mod strings;
mod walk;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::legacy::Fonts;
use super::merged::Merges;
use super::xlsx::value;
use super::{Book, Cell, Grid, Tally};
use crate::workbook::guard::{Kind, Refusal};

/// Reads a workbook that the guard let through, and where its text stands in fonts of before Unicode.
pub fn read(bytes: &[u8]) -> Result<(Book, Fonts), Refusal> {
    let mut looks = walk::walk(&stream(bytes)?)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    let tabs: Vec<_> = book.sheets_metadata().to_vec();
    let mut tally = Tally::default();
    let (mut sheets, mut fonts, mut merges) = (Vec::new(), Fonts::new(), Merges::default());
    for (n, tab) in tabs.into_iter().enumerate().filter(|(_, tab)| tab.typ == SheetType::WorkSheet) {
        let range = book.worksheet_range(&tab.name).map_err(|error| refused(&error))?;
        let formulas = book.worksheet_formula(&tab.name).unwrap_or_default();
        let mut grid =
            Grid { name: tab.name.clone(), hidden: tab.visible != SheetVisible::Visible, cells: BTreeMap::new(), covered: BTreeMap::new() };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let at = (
                u32::try_from(row).unwrap_or(u32::MAX).saturating_add(top),
                u32::try_from(column).unwrap_or(u32::MAX).saturating_add(left),
            );
            let formula = formulas.get_value(at).filter(|formula| !formula.is_empty()).map(String::as_str);
            let Some(value) = value(borrowed(data), formula) else { continue };
            tally.full(at.0, at.1).map_err(|what| Refusal::SheetTooLarge(tab.name.clone(), what))?;
            let computed = formula.is_some() || looks.get(n).is_some_and(|looks| looks.formulas.contains(&at));
            let percent = looks.get(n).is_some_and(|looks| looks.percent.contains(&at));
            grid.cells.insert(at, Cell { value, formula: computed, percent });
        }
        for region in book.merge_cells_by_sheet_name(&tab.name).unwrap_or_default() {
            merges.cover(&mut grid, region.start, region.end.0);
        }
        sheets.push(grid);
        fonts.push(looks.get_mut(n).map(|looks| std::mem::take(&mut looks.fonts)).unwrap_or_default());
    }
    if sheets.is_empty() {
        return Err(Refusal::Damaged("no worksheet".into()));
    }
    Ok((Book { kind: Kind::Xls, sheets }, fonts))
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
