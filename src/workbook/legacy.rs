//! Text in encodings older than Unicode in a workbook, read once for everyone who looks at its cells.
//!
//! A cell that leaves its encoding open is read as the cells of its row and of its column are: a heading alone may have no
//! word that tells.

use std::collections::BTreeMap;

use super::address::address;
use super::cell::{Book, Grid, Value};
use crate::finding::sheet::LEGACY_TEXT;
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::Text;
use crate::text::fold::excerpt;
use crate::text::legacy::{self, Converted, Encoding, Font};

/// Fonts of before Unicode in a workbook, sheet by sheet, as far as it tells them.
pub type Fonts = Vec<CellFonts>;
/// Cells of a sheet whose font is older than Unicode.
pub type CellFonts = BTreeMap<(u32, u32), Font>;

/// Converts the cells of every sheet that people see, and says so once for each sheet and encoding.
pub fn convert(book: &mut Book, fonts: &Fonts, file: &str) -> Vec<Finding> {
    let none = CellFonts::new();
    let fonts = |n: usize| fonts.get(n).unwrap_or(&none);
    let read = |(n, grid): (usize, &Grid)| if grid.hidden { Sheet::default() } else { Sheet::read(grid, fonts(n)) };
    let sheets: Vec<Sheet> = book.sheets.iter().enumerate().map(read).collect();
    let mut all = Tally::default();
    sheets.iter().flat_map(|sheet| sheet.rows.values()).for_each(|row| all.add(row));
    let converted = book.sheets.iter_mut().zip(sheets).filter(|(grid, _)| !grid.hidden);
    converted.flat_map(|(grid, sheet)| sheet.convert(grid, &all, file)).collect()
}

/// Converts the cells of one sheet.
pub fn convert_grid(grid: &mut Grid, fonts: &CellFonts, file: &str) -> Vec<Finding> {
    let sheet = Sheet::read(grid, fonts);
    let mut all = Tally::default();
    sheet.rows.values().for_each(|row| all.add(row));
    sheet.convert(grid, &all, file)
}

/// Most times that the cells left open are gone over.
const MOST_ROUNDS: usize = 4;

/// What the cells of a sheet tell of their encoding, each by itself.
#[derive(Default)]
struct Sheet {
    /// Cells that are in an old encoding beyond doubt.
    sure: BTreeMap<(u32, u32), Converted>,
    /// Cells that leave it open.
    open: Vec<(u32, u32)>,
    /// Whether fonts older than Unicode are named: the others are of Unicode, as a rule.
    has_fonts: bool,
    /// Cells of each row.
    rows: BTreeMap<u32, Tally>,
    /// Cells of each column.
    columns: BTreeMap<u32, Tally>,
}

/// Number of cells in each old encoding, and in Unicode.
#[derive(Clone, Copy, Default)]
struct Tally {
    tcvn3: usize,
    vni: usize,
    unicode: usize,
}

/// What cells together are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vote {
    /// Most of them are in an old encoding.
    Old(Encoding),
    /// Most of them are in Unicode, or as many.
    Unicode,
    /// They don't tell.
    Silent,
}

impl Tally {
    /// Counts a cell; what was merely misread is in Unicode.
    const fn count(&mut self, encoding: Option<Encoding>) {
        match encoding {
            Some(Encoding::Tcvn3) => self.tcvn3 += 1,
            Some(Encoding::Vni) => self.vni += 1,
            Some(Encoding::MisreadUtf8) | None => self.unicode += 1,
        }
    }

    const fn add(&mut self, other: &Self) {
        self.tcvn3 += other.tcvn3;
        self.vni += other.vni;
        self.unicode += other.unicode;
    }

    fn vote(&self) -> Vote {
        let (old, encoding) = if self.vni > self.tcvn3 { (self.vni, Encoding::Vni) } else { (self.tcvn3, Encoding::Tcvn3) };
        match (old > self.unicode, self.unicode) {
            (true, _) => Vote::Old(encoding),
            (false, 0) => Vote::Silent,
            (false, _) => Vote::Unicode,
        }
    }
}

impl Sheet {
    /// Looks at each cell by itself.
    fn read(grid: &Grid, fonts: &CellFonts) -> Self {
        let mut sheet = Self { has_fonts: !fonts.is_empty(), ..Self::default() };
        for (at, cell) in &grid.cells {
            let Value::Text(typed) = &cell.value else { continue };
            if typed.is_ascii() {
                continue;
            }
            let converted = legacy::convert(typed, fonts.get(at).copied());
            if converted.is_none() && !legacy::is_unicode(typed) {
                sheet.open.push(*at);
                continue;
            }
            let encoding = converted.as_ref().map(|read| read.encoding);
            sheet.rows.entry(at.0).or_default().count(encoding);
            sheet.columns.entry(at.1).or_default().count(encoding);
            sheet.sure.extend(converted.map(|read| (*at, read)));
        }
        sheet
    }

    /// Decides a cell that leaves its encoding open by those around it, else by all of the book.
    fn decided(&self, at: (u32, u32), typed: &str, all: &Tally) -> Option<Converted> {
        let vote = |tally: Option<&Tally>| tally.map_or(Vote::Silent, Tally::vote);
        let (encoding, doubted) = match (vote(self.rows.get(&at.0)), vote(self.columns.get(&at.1))) {
            (Vote::Old(encoding), Vote::Old(other)) => (encoding, encoding != other),
            (Vote::Old(encoding), Vote::Silent) | (Vote::Silent, Vote::Old(encoding)) => (encoding, false),
            (Vote::Old(encoding), Vote::Unicode) | (Vote::Unicode, Vote::Old(encoding)) => (encoding, true),
            (Vote::Unicode, Vote::Unicode) => return None,
            (Vote::Unicode | Vote::Silent, _) => match all.vote() {
                Vote::Old(encoding) => (encoding, all.unicode > 0),
                Vote::Unicode | Vote::Silent => return None,
            },
        };
        legacy::convert_as(typed, encoding, doubted || self.has_fonts)
    }

    /// Converts the cells, and says so once for each encoding.
    fn convert(mut self, grid: &mut Grid, all: &Tally, file: &str) -> Vec<Finding> {
        // What was decided tells of its row and column in turn.
        for _ in 0..MOST_ROUNDS {
            let typed = |at: (u32, u32)| match &grid.cells.get(&at)?.value {
                Value::Text(typed) => Some(typed.as_str()),
                _ => None,
            };
            let decided: Vec<_> = self.open.iter().filter_map(|at| Some((*at, self.decided(*at, typed(*at)?, all)?))).collect();
            if decided.is_empty() {
                break;
            }
            for (at, read) in decided {
                self.rows.entry(at.0).or_default().count(Some(read.encoding));
                self.columns.entry(at.1).or_default().count(Some(read.encoding));
                self.sure.insert(at, read);
            }
            self.open.retain(|at| !self.sure.contains_key(at));
        }
        let mut told: BTreeMap<Encoding, (usize, (u32, u32), String, String)> = BTreeMap::new();
        for (at, read) in self.sure {
            let Some(Value::Text(typed)) = grid.cells.get_mut(&at).map(|cell| &mut cell.value) else { continue };
            told.entry(read.encoding).or_insert_with(|| (0, at, excerpt(typed), excerpt(&read.words))).0 += 1;
            *typed = read.words;
        }
        let name = Some(grid.name.clone()).filter(|name| !name.is_empty());
        let finding = |(encoding, (count, (row, column), typed, read)): (Encoding, (usize, (u32, u32), String, String))| {
            let cell = address(row, column);
            let message = message(encoding, count, &cell, &typed, &read);
            Finding::new(&LEGACY_TEXT, message).at(Place { sheet: name.clone(), cell: Some(cell), ..Place::file(file) })
        };
        told.into_iter().map(finding).collect()
    }
}

/// Says what was read for what.
fn message(encoding: Encoding, count: usize, cell: &str, typed: &str, read: &str) -> Text {
    let name = encoding.name();
    match encoding {
        Encoding::MisreadUtf8 => text!(
            "Có {count} ô bị lỗi phông chữ do lưu nhầm bảng mã ({name} đọc thành Latin), đã khôi phục; ví dụ ô {cell} “{typed}” đọc là “{read}”.",
            "Cells with text in {name} that was taken for Latin, restored: {count}; for example {cell} “{typed}” is read as “{read}”."
        ),
        Encoding::Tcvn3 | Encoding::Vni => text!(
            "Có {count} ô gõ bằng bảng mã {name}, đã đọc theo Unicode; ví dụ ô {cell} “{typed}” đọc là “{read}”.",
            "Cells with text in the old encoding {name}, read as Unicode: {count}; for example {cell} “{typed}” is read as “{read}”."
        ),
    }
}
