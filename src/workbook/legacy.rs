//! Text of before Unicode in a workbook, read once for everyone who looks at its cells.

use std::collections::BTreeMap;

use super::address::address;
use super::cell::{Book, Grid, Value};
use crate::finding::sheet::LEGACY_TEXT;
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::fold::excerpt;
use crate::text::legacy::{self, Encoding, Font};

/// Fonts of before Unicode in a workbook, sheet by sheet, as far as it tells them.
pub type Fonts = Vec<CellFonts>;
/// Cells of a sheet whose font is of before Unicode.
pub type CellFonts = BTreeMap<(u32, u32), Font>;

/// Converts the cells of every sheet that people see, and says so once for each sheet and encoding.
pub fn convert(book: &mut Book, fonts: &Fonts, file: &str) -> Vec<Finding> {
    let none = CellFonts::new();
    let sheets = book.sheets.iter_mut().enumerate().filter(|(_, grid)| !grid.hidden);
    sheets.flat_map(|(n, grid)| convert_grid(grid, fonts.get(n).unwrap_or(&none), file)).collect()
}

/// Converts the cells of one sheet.
pub fn convert_grid(grid: &mut Grid, fonts: &CellFonts, file: &str) -> Vec<Finding> {
    let mut converted: BTreeMap<Encoding, (usize, (u32, u32), String, String)> = BTreeMap::new();
    for (at, cell) in &mut grid.cells {
        let Value::Text(typed) = &mut cell.value else { continue };
        let Some(read) = legacy::convert(typed, fonts.get(at).copied()) else { continue };
        let first = converted.entry(read.encoding).or_insert_with(|| (0, *at, excerpt(typed), excerpt(&read.words)));
        first.0 += 1;
        *typed = read.words;
    }
    let finding = |(encoding, (count, (row, column), typed, read)): (Encoding, (usize, (u32, u32), String, String))| {
        let (name, cell) = (encoding.name(), address(row, column));
        let message = text!(
            "Có {count} ô gõ bằng bảng mã {name}, đã đọc theo Unicode; ví dụ ô {cell} “{typed}” đọc là “{read}”.",
            "Text in the old encoding {name}, read as Unicode, in cells: {count}; {cell} “{typed}” is read as “{read}”."
        );
        let sheet = Some(grid.name.clone()).filter(|name| !name.is_empty());
        Finding::new(&LEGACY_TEXT, message).at(Place { sheet, cell: Some(cell), ..Place::file(file) })
    };
    converted.into_iter().map(finding).collect()
}
