//! The cells of one sheet, and what it says beside them.

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::open::{Formula, Kind, Open};
use super::plain_cell;
use crate::points::Points;
use crate::text::fold::is_blank;
use crate::workbook::address::{Area, anywhere, area};
use crate::workbook::cell::{Cell, Percent, Struck, Value, text_value};
use crate::workbook::legacy::CellFonts;
use crate::workbook::limits::MOST_CELLS;
use crate::workbook::looks::{Look, Looks};
use crate::workbook::number_format::{Epoch, NumberFormat};
use crate::workbook::refusal::Refusal;
use crate::workbook::remarks::{Remark, Remarks};
use crate::workbook::rich_text::{RichText, unescaped};
use crate::workbook::tally::Tally;
use crate::workbook::xml::{Element, Piece, Taker, local};

/// What a sheet holds.
#[derive(Default)]
pub struct Sheet {
    /// Cells with content.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Those of them whose font is of before Unicode.
    pub fonts: CellFonts,
    /// Merged cells.
    pub merged: Vec<Area>,
    /// Links: where, and the name of the relation that says where to; or the place in this workbook.
    pub links: Vec<(Area, Option<String>, Option<String>)>,
    /// What is to be told of single cells.
    pub remarks: Remarks,
}

/// What a sheet takes from the book.
pub struct Context<'a> {
    /// Name of the sheet.
    pub name: &'a str,
    /// Shared texts.
    pub strings: &'a [RichText],
    /// Looks of cells.
    pub styles: &'a Looks,
    /// Day that serial numbers count from.
    pub epoch: Epoch,
}

/// Reader of a sheet.
pub struct SheetReader<'a> {
    context: Context<'a>,
    tally: &'a mut Tally,
    sheet: Sheet,
    /// Name of the outermost element: a chart in a tab of its own has another.
    root: Option<String>,
    ended: bool,
    in_data: bool,
    row: u32,
    column: u32,
    cell: Option<Open<'static>>,
    /// Cells that the file holds more than once with different content.
    disputed: BTreeSet<(u32, u32)>,
    /// Cells whose letters have the colour of their ground.
    on_own_colour: Vec<(u32, u32)>,
    /// Where a condition gives cells another look, and whether a table does.
    conditions: Vec<Area>,
    has_tables: bool,
}

/// Content of a cell before it is kept.
enum Content<'a> {
    /// Nothing.
    None,
    /// What it holds.
    Value(Value, Percent),
    /// Text in runs.
    Text(Cow<'a, RichText>),
    /// What its format does not show.
    Unseen(String),
    /// What breaks the format.
    Odd(String),
}

impl Taker for SheetReader<'_> {
    fn take(&mut self, piece: Piece<'_>) -> Result<(), Refusal> {
        match piece {
            Piece::Start(element) => self.start(element),
            Piece::End(name) => self.end(local(name))?,
            Piece::Text(words) => {
                if let Some(cell) = &mut self.cell {
                    cell.words(words);
                }
            }
        }
        Ok(())
    }

    fn glance(&mut self, xml: &[u8]) -> Result<usize, Refusal> {
        if !self.in_data || self.cell.is_some() {
            return Ok(0);
        }
        let mut rest = xml;
        while let Some((open, length)) = plain_cell::read(rest, (self.row, self.column)) {
            self.column = open.at.1.saturating_add(1);
            self.keep(open)?;
            rest = rest.get(length..).unwrap_or_default();
        }
        Ok(xml.len() - rest.len())
    }
}

impl<'a> SheetReader<'a> {
    /// Begins a sheet.
    pub fn new(context: Context<'a>, tally: &'a mut Tally) -> Self {
        Self {
            context,
            tally,
            sheet: Sheet::default(),
            root: None,
            ended: false,
            in_data: false,
            row: 0,
            column: 0,
            cell: None,
            disputed: BTreeSet::new(),
            on_own_colour: Vec::new(),
            conditions: Vec::new(),
            has_tables: false,
        }
    }

    /// Gives what was read; nothing where the part is no worksheet.
    pub fn finish(mut self) -> Result<Option<Sheet>, Refusal> {
        self.hide_unseen();
        match self.root.as_deref() {
            Some("worksheet") if self.ended => Ok(Some(self.sheet)),
            Some("worksheet") | None => Err(Refusal::Damaged("unexpected end of sheet".into())),
            Some(_) => Ok(None),
        }
    }

    /// Takes cells for blank whose letters nobody sees on their ground. Where a condition or a table may give a cell another
    /// look, it is read.
    fn hide_unseen(&mut self) {
        if self.has_tables {
            return;
        }
        for at in std::mem::take(&mut self.on_own_colour) {
            let within = |((top, left), (bottom, right)): &Area| (*top..=*bottom).contains(&at.0) && (*left..=*right).contains(&at.1);
            let Some(cell) = self.sheet.cells.get_mut(&at).filter(|_| !self.conditions.iter().any(within)) else { continue };
            self.sheet.remarks.push(at, Remark::OnOwnColour(cell.shown()));
            *cell = Cell { formula: cell.formula, ..Cell::text("") };
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let name = element.local();
        if let Some(cell) = &mut self.cell {
            cell.start(name, element);
            return;
        }
        match name {
            "c" if self.in_data => self.cell = Some(self.open(element)),
            "row" if self.in_data => {
                element.attributes(|key, value| {
                    if key == "r" {
                        self.row = value.trim().parse::<u32>().ok().and_then(|row| row.checked_sub(1)).unwrap_or(self.row);
                    }
                });
                self.column = 0;
            }
            "sheetData" => self.in_data = true,
            "mergeCell" if self.sheet.merged.len() < MOST_CELLS => {
                self.sheet.merged.extend(element.get("ref").as_deref().and_then(area));
            }
            "conditionalFormatting" if self.conditions.len() < MOST_CELLS => {
                let areas = element.get("sqref").unwrap_or_default();
                self.conditions.extend(areas.split_whitespace().filter_map(area));
            }
            "tablePart" => self.has_tables = true,
            "hyperlink" if self.sheet.links.len() < MOST_CELLS => {
                if let Some(at) = element.get("ref").as_deref().and_then(area) {
                    // `id` has a prefix; what has none is something else.
                    self.sheet.links.push((at, element.get_local("id"), element.get("location")));
                }
            }
            _ if self.root.is_none() => self.root = Some(name.to_owned()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "c" if self.in_data => {
                if let Some(cell) = self.cell.take() {
                    self.column = self.column.saturating_add(1);
                    self.keep(cell)?;
                }
            }
            "row" if self.in_data => self.row = self.row.saturating_add(1),
            "sheetData" => self.in_data = false,
            "worksheet" => self.ended = true,
            _ => {
                if let Some(cell) = &mut self.cell {
                    cell.end(name);
                }
            }
        }
        Ok(())
    }

    /// Begins a cell.
    fn open(&mut self, element: &Element<'_>) -> Open<'static> {
        let mut open = Open::standing(self.row, self.column);
        element.attributes(|key, value| match key {
            "r" => match anywhere(value.trim()) {
                Some(at) => open.at = at,
                None => open.nowhere = Some(value.to_owned()),
            },
            "s" => open.style = value.trim().parse().unwrap_or(0),
            "t" => open.kind = Kind::named(value),
            _ => {}
        });
        self.column = open.at.1;
        open
    }

    /// Keeps a cell, or says what is odd about it.
    fn keep(&mut self, mut open: Open<'_>) -> Result<(), Refusal> {
        let sheet_too_large = |what| Refusal::SheetTooLarge(self.context.name.to_owned(), what);
        let (at, look) = (open.at, self.context.styles.look(open.style));
        let nowhere = open.nowhere.take();
        let is_formula = open.formula.is_some();
        let link = open.formula.as_ref().and_then(Formula::link);
        let content = self.content(open, look);
        if matches!(content, Content::None) {
            return self.tally.empty().map_err(sheet_too_large);
        }
        if Tally::is_beyond(at) {
            self.sheet.remarks.beyond(at, 1);
            return Ok(());
        }
        self.tally.full(at.0, at.1).map_err(sheet_too_large)?;
        let Some((mut cell, unseen)) = self.made(at, content, look)? else { return Ok(()) };
        if let Some(written) = nowhere {
            self.sheet.remarks.push(at, Remark::Nowhere(written));
            return Ok(());
        }
        (cell.formula, cell.link) = (is_formula, link);
        if let Some(held) = unseen {
            self.sheet.remarks.push(at, Remark::Unseen(held));
        }
        if cell.struck == Struck::Whole && !cell.is_empty() {
            self.sheet.remarks.push(at, Remark::Struck(cell.shown()));
        }
        if look.unseen && !cell.is_blank() && cell.struck != Struck::Whole && self.on_own_colour.len() < MOST_CELLS {
            self.on_own_colour.push(at);
        }
        self.sheet.fonts.extend(look.font.map(|font| (at, font)));
        self.place(at, cell);
        Ok(())
    }

    /// Makes a cell of its content, with what its format does not show; nothing where there is nothing to be kept.
    fn made(&mut self, at: (u32, u32), content: Content<'_>, look: Look) -> Result<Option<(Cell, Option<String>)>, Refusal> {
        Ok(match content {
            Content::None => None,
            Content::Odd(said) => {
                self.disputed.insert(at);
                self.sheet.remarks.push(at, Remark::Odd(said));
                self.sheet.cells.remove(&at);
                None
            }
            Content::Unseen(held) => Some((Cell::text(""), Some(held))),
            Content::Value(value, percent) => {
                let struck = if look.struck { Struck::Whole } else { Struck::No };
                Some((Cell { percent, struck, ..Cell::new(value) }, None))
            }
            Content::Text(text) => {
                // One long text may be shared by any number of cells.
                self.tally.text(text.words()).map_err(|what| Refusal::SheetTooLarge(self.context.name.to_owned(), what))?;
                let read = text.read(look.struck);
                if read.struck == Struck::Part {
                    self.sheet.remarks.push(at, Remark::PartlyStruck { struck: read.struck_words, kept: read.kept.clone() });
                }
                let struck = read.struck;
                text_value(read.kept).map(|value| self.as_shown(Cell { struck, ..Cell::new(value) }, look))
            }
        })
    }

    /// Gives a cell of text as its format shows it, with what that hides.
    fn as_shown(&self, read: Cell, look: Look) -> (Cell, Option<String>) {
        let shows = |format: &NumberFormat| match &read.value {
            Value::Text(words) if !read.is_blank() => format.shown_text(words),
            _ => None,
        };
        match self.context.styles.format(look).and_then(shows) {
            Some(shown) if shown.is_empty() => (Cell::text(""), Some(read.shown())),
            Some(shown) => (Cell { struck: read.struck, ..Cell::text(shown) }, None),
            None => (read, None),
        }
    }

    /// Puts a cell where it stands; one that the file holds twice with different content is kept by neither.
    fn place(&mut self, at: (u32, u32), cell: Cell) {
        let disputed = self.disputed.contains(&at);
        match self.sheet.cells.entry(at) {
            Entry::Vacant(place) if !disputed => drop(place.insert(cell)),
            Entry::Occupied(before) if !disputed && *before.get() == cell => {}
            other => {
                self.sheet.remarks.push(at, Remark::Odd(cell.shown()));
                self.disputed.insert(at);
                if let Entry::Occupied(before) = other {
                    before.remove();
                }
            }
        }
    }

    /// Reads what a cell holds by its kind.
    fn content(&self, open: Open<'_>, look: Look) -> Content<'a> {
        if open.repeated {
            return Content::Odd(open.value.unwrap_or_default().into_owned());
        }
        if let Some(inline) = open.inline.filter(|_| open.kind == Kind::Inline) {
            return Content::Text(Cow::Owned(inline.finish()));
        }
        let uncomputed = |formula: Option<Formula<'_>>| match formula {
            Some(formula) => {
                let words = formula.words();
                Content::Value(Value::Uncomputed(format!("={}", if words.is_empty() { "…" } else { &words })), Percent::No)
            }
            None => Content::None,
        };
        let Some(written) = open.value else { return uncomputed(open.formula) };
        let plain = written.trim();
        if plain.is_empty() && open.kind != Kind::Given {
            return uncomputed(open.formula);
        }
        let value = match open.kind {
            Kind::Number => {
                let number = plain.parse::<f64>().ok();
                let format = self.context.styles.format(look);
                return match number.and_then(|number| match format {
                    Some(format) => format.read(number, self.context.epoch),
                    None => Points::from_cell(number).map(|points| (Value::Number(points), Percent::No)),
                }) {
                    Some((Value::Text(shown), _)) if is_blank(&shown) => Content::Unseen(plain.replace('.', ",")),
                    Some((value, percent)) => Content::Value(value, percent),
                    None => Content::Odd(written.into_owned()),
                };
            }
            Kind::Shared => {
                let text = plain.parse::<usize>().ok().and_then(|n| self.context.strings.get(n));
                return text.map_or_else(|| Content::Odd(written.into_owned()), |text| Content::Text(Cow::Borrowed(text)));
            }
            Kind::Given => {
                let mut text = RichText::default();
                text.push(&unescaped(&written), None);
                return Content::Text(Cow::Owned(text));
            }
            Kind::Bool => match plain.to_ascii_lowercase().as_str() {
                "1" | "true" => Value::Bool(true),
                "0" | "false" => Value::Bool(false),
                _ => return Content::Odd(written.into_owned()),
            },
            Kind::Error => Value::Error(plain.to_owned()),
            Kind::Day => match plain.get(..10).and_then(|day| day.parse().ok()) {
                Some(day) => Value::Date(day),
                None => Value::Text(written.into_owned()),
            },
            Kind::Inline | Kind::Unknown => return Content::Odd(written.into_owned()),
        };
        Content::Value(value, Percent::No)
    }
}
