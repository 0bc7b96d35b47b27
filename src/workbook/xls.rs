//! `.xls` of Excel 97–2003. calamine reads such a file whole and allocates by what it says of itself, so its records are
//! walked here first.
//!
//! Source: [MS-XLS] for the records named.

mod compound;
mod globals;
mod links;
mod notes;
mod records;
mod strings;
mod walk;

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use self::globals::Globals;
use self::strings::Shared;
use self::walk::SheetRecords;
use super::Read;
use super::cell::{Book, Cell, Grid, Percent, Struck, Value, text_value};
use super::guard::Kind;
use super::left_out::LeftOut;
use super::legacy::{CellFonts, Fonts};
use super::links::{Links, of_formula};
use super::merged::Merges;
use super::number_format::{Epoch, NumberFormat};
use super::refusal::Refusal;
use super::remarks::{Remark, Remarks};
use super::rich_text::{RichText, raised};
use super::tally::Tally;
use crate::points::Points;
use crate::text::fold::is_blank;

/// Reads a workbook that the guard let through: its cells, the fonts of before Unicode that they stand in, and what is to
/// be told of single ones, sheet by sheet.
pub fn read(bytes: &[u8]) -> Result<Read, Refusal> {
    let stream = compound::stream(bytes, &["Workbook", "Book"])?;
    let globals = Globals::read(&stream)?;
    let mut beside = walk::walk(&stream, &globals)?;
    let mut old: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    let epoch = if old.has_1904_epoch() { Epoch::Of1904 } else { Epoch::Of1900 };
    let tabs: Vec<_> = old.sheets_metadata().to_vec();
    let mut reader = SheetReader { globals: &globals, epoch, tally: Tally::default(), merges: Merges::default(), links: Links::default() };
    let mut book = Book { kind: Kind::Xls, saved: None, sheets: Vec::new() };
    let (mut fonts, mut remarks, mut left_out) = (Fonts::new(), Vec::new(), LeftOut::default());
    for (n, tab) in tabs.into_iter().enumerate().filter(|(_, tab)| tab.typ == SheetType::WorkSheet) {
        let beside = beside.get_mut(n).map(std::mem::take).unwrap_or_default();
        let before = reader.tally;
        let read = reader.sheet(&mut old, &tab.name, beside);
        if read.is_err() {
            reader.tally = before;
        }
        let Some((mut grid, old_fonts, told)) = left_out.unless_too_large(read)? else { continue };
        grid.hidden = tab.visible != SheetVisible::Visible;
        book.sheets.push(grid);
        fonts.push(old_fonts);
        remarks.push(told);
    }
    left_out.finish(book, fonts, remarks)
}

/// Reader of the sheets, with the limits of the book.
struct SheetReader<'a> {
    globals: &'a Globals,
    epoch: Epoch,
    tally: Tally,
    merges: Merges,
    links: Links,
}

impl SheetReader<'_> {
    /// Reads one sheet.
    fn sheet(&mut self, old: &mut Xls<Cursor<&[u8]>>, name: &str, beside: SheetRecords) -> Result<(Grid, CellFonts, Remarks), Refusal> {
        let range = old.worksheet_range(name).map_err(|error| refused(&error))?;
        let formulas = old.worksheet_formula(name).unwrap_or_default();
        let mut grid = Grid { name: name.to_owned(), ..Grid::default() };
        let (mut fonts, mut remarks) = (CellFonts::new(), Remarks::default());
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let at = (
                u32::try_from(row).unwrap_or(u32::MAX).saturating_add(top),
                u32::try_from(column).unwrap_or(u32::MAX).saturating_add(left),
            );
            let formula = formulas.get_value(at).filter(|formula| !formula.is_empty()).map(String::as_str);
            let look = beside.looks.get(&at).map(|look| self.globals.look(*look)).unwrap_or_default();
            let format = |number: f64| match self.globals.format(look) {
                Some(format) => format.read(number, self.epoch),
                None => Points::from_cell(number).map(|points| (Value::Number(points), Percent::No)),
            };
            let Some((mut value, percent)) = value(data, formula, format) else { continue };
            if Tally::is_beyond(at) {
                remarks.beyond(at, 1);
                continue;
            }
            self.tally.full(at.0, at.1).map_err(|what| Refusal::SheetTooLarge(name.to_owned(), what))?;
            let mut struck = if look.struck { Struck::Whole } else { Struck::No };
            let rich = beside.rich.get(&at).and_then(|number| self.globals.strings.get(*number));
            if let (Value::Text(words), Some(string)) = (&mut value, rich) {
                let read = self.runs(words, string).read(look.struck);
                struck = read.struck;
                if struck == Struck::Part {
                    remarks.push(at, Remark::PartlyStruck { struck: read.struck_words, kept: read.kept.clone() });
                }
                *words = read.kept;
            }
            if struck != Struck::Whole
                && let Some(held) = unseen(&mut value, data, self.globals.format(look))
            {
                remarks.push(at, Remark::Unseen(held));
            }
            let formula_there = formula.is_some() || beside.formulas.contains(&at);
            let cell = Cell { value, formula: formula_there, percent, link: formula.and_then(of_formula), struck };
            if struck == Struck::Whole && !cell.is_empty() {
                remarks.push(at, Remark::Struck(cell.shown()));
            }
            fonts.extend(look.font.filter(|_| matches!(cell.value, Value::Text(_))).map(|font| (at, font)));
            grid.cells.insert(at, cell);
        }
        for region in old.merge_cells_by_sheet_name(name).unwrap_or_default() {
            self.merges.cover(&mut grid, region.start, region.end, &mut remarks);
        }
        for (area, target) in &beside.links {
            self.links.put(&mut grid, *area, target);
        }
        grid.notes = beside.notes;
        Ok((grid, fonts, remarks))
    }
}

impl SheetReader<'_> {
    /// Parts the text of a cell where its look changes. Places are counted in UTF-16.
    fn runs(&self, words: &str, string: &Shared) -> RichText {
        let mut rich = RichText::default();
        let (mut run, mut struck, mut above, mut at) = (String::new(), None, false, 0_u32);
        let mut starts = string.runs.iter().peekable();
        for c in words.chars() {
            while let Some((_, font)) = starts.next_if(|(start, _)| u32::from(*start) <= at) {
                rich.push(&std::mem::take(&mut run), struck);
                struck = Some(self.globals.strikes(*font));
                above = self.globals.raises(*font);
            }
            run.push(if above { raised(c) } else { c });
            at += u32::try_from(c.len_utf16()).unwrap_or(1);
        }
        rich.push(&run, struck);
        rich
    }
}

/// Reduces what calamine reads to what the program knows; `None` where there is nothing.
fn value(data: &Data, formula: Option<&str>, format: impl Fn(f64) -> Option<(Value, Percent)>) -> Option<(Value, Percent)> {
    let value = match data {
        Data::Empty => Value::Uncomputed(format!("={}", formula?)),
        Data::Int(whole) => return whole.to_string().parse().ok().and_then(format),
        Data::Float(number) => return format(*number),
        // What calamine takes for a day is a number all the same.
        Data::DateTime(day) => return format(day.as_f64()),
        Data::String(words) | Data::DateTimeIso(words) | Data::DurationIso(words) => text_value(words.clone())?,
        Data::Bool(yes) => Value::Bool(*yes),
        Data::Error(error) => Value::Error(error.to_string()),
    };
    Some((value, Percent::No))
}

/// Puts what a format shows of a text in its place, and gives what a cell holds of which nothing is seen.
fn unseen(value: &mut Value, data: &Data, format: Option<&NumberFormat>) -> Option<String> {
    let Value::Text(words) = value else { return None };
    match data {
        Data::Int(whole) if is_blank(words) => Some(whole.to_string()),
        Data::Float(number) if is_blank(words) => Points::from_cell(*number).map(|number| number.plain_vi()),
        Data::DateTime(day) if is_blank(words) => Points::from_cell(day.as_f64()).map(|number| number.plain_vi()),
        Data::String(_) if !is_blank(words) => {
            let shown = format.and_then(|format| format.shown_text(words))?;
            let held = std::mem::replace(words, shown);
            words.is_empty().then_some(held)
        }
        _ => None,
    }
}

/// Says why calamine can't read a workbook.
fn refused(error: &XlsError) -> Refusal {
    match error {
        XlsError::Password => Refusal::Password,
        other => Refusal::Damaged(other.to_string()),
    }
}
