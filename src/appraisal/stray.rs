//! Content where a workbook of the council has no cell to fill in: in the wrong row of a column, over what the workbook
//! computes itself, beside the table.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::{At, CORRECTED, DOCUMENTS, LineKey, POINTS, TABLE, TABLE_COLUMNS, WORKLIST};
use super::printed::{Printed, Stands};
use super::refused::{FILLED, Intact, Line, home};
use crate::finding::appraisal::{BESIDE_CELLS, MISPLACED, PRINTED_OVER};
use crate::finding::{CellAddress, Finding, Place};
use crate::form::layout::{FEEDBACK, LISTS, META};
use crate::form::read::keyed::Keyed;
use crate::text;
use crate::text::fold::excerpt;
use crate::workbook::{Book, Cell, Grid, Value};

/// What stands in a cell that the program wrote or left blank.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// What the program printed there, or what is to be typed there.
    Own,
    /// Something that was meant for another cell of the line.
    Misplaced,
    /// Words or numbers beside the table.
    Beside,
}

/// Looks through a sheet. `told` are columns of which something was said already, `touched` the leaves for which anything
/// was typed where it is read.
pub fn check(
    sheet: &Keyed<'_, LineKey>,
    file: &str,
    printed: &Printed,
    (told, touched): (&BTreeSet<u32>, &BTreeSet<Line>),
    intact: &mut Intact,
) {
    let keys: BTreeMap<u32, &LineKey> = sheet.rows.iter().map(|(row, key)| (*row, key)).collect();
    let columns: BTreeMap<u32, At> = sheet.columns.iter().filter_map(|(key, column)| Some((*column, At::of(key)?))).collect();
    let computes = sheet.column("result").is_some_and(|column| {
        let is_leaf = |(_, key): &&(u32, LineKey)| matches!(key, LineKey::Leaf(..));
        sheet.rows.iter().filter(is_leaf).any(|(row, _)| sheet.grid.get(*row, column).is_some_and(|cell| cell.formula))
    });
    let mut beside: Vec<((u32, u32), &Cell)> = Vec::new();
    for (&(row, column), cell) in sheet.grid.cells.range((sheet.keys.0 + 2, 0)..) {
        if cell.is_blank() || column == sheet.keys.1 || sheet.is_copy(column) || told.contains(&column) {
            continue;
        }
        if intact.unkeyed.contains_key(&row) {
            continue;
        }
        let (key, of) = (keys.get(&row).copied(), columns.get(&column).copied());
        let stands = key.zip(of).map_or(Stands::Unknown, |(key, of)| stands(printed, key, of, cell, computes));
        if cell.formula && stands != Stands::OverPrint {
            continue;
        }
        match holds(key, of, cell, computes) {
            Holds::Own | Holds::Beside if matches!(stands, Stands::OverPrint | Stands::OverFormula) => {
                // Another maximum is told of whatever counts by it.
                let counts = |key: &LineKey| key.of().is_some_and(|(unit, leaf)| touched.contains(&(unit.clone(), leaf.clone())));
                if !(of == Some(At::Max) && key.is_some_and(counts)) {
                    over(sheet, file, (row, column), cell, key, intact);
                }
            }
            // Heads of blocks have no keys.
            Holds::Own if key.is_none() && printed.says(&sheet.grid.name, cell) == Some(false) => beside.push(((row, column), cell)),
            Holds::Own => {}
            Holds::Beside => beside.push(((row, column), cell)),
            Holds::Misplaced => match key.and_then(LineKey::of).map(|(unit, leaf)| (unit.clone(), leaf.clone())) {
                Some(line) => misplaced(sheet, file, (row, column), cell, line, intact),
                None => of_nobody(sheet, file, (row, column), cell, intact),
            },
        }
    }
    if let Some((at, cell)) = beside.first() {
        let (said, count) = (cell.shown(), beside.len());
        let message = text!(
            "Ô này ghi “{said}” nhưng không phải ô để ghi của phiếu, nên không được đọc; số ô như vậy: {count}.",
            "This cell says “{said}”, but it is none to fill in and is not read; cells of that kind: {count}."
        );
        intact.findings.push(Finding::new(&BESIDE_CELLS, message).at(place(sheet, file, *at)));
    }
}

/// Says which sheets are none of the workbook's and hold something.
pub fn further_sheets<'b>(book: &'b Book, table: &'b Grid, file: &str) -> impl Iterator<Item = Finding> {
    let is_own = |name: &str| [LISTS, META].contains(&name) || [TABLE, WORKLIST, DOCUMENTS, FEEDBACK].iter().any(|own| own.are(name));
    let others = book.sheets.iter().filter(move |grid| grid.name != table.name && !is_own(&grid.name));
    // A copy of the sheet to fill in is told apart.
    let others = others.filter(|grid| Keyed::<LineKey>::find_by_key(grid, &[CORRECTED, POINTS]).is_none());
    others.filter_map(move |grid| {
        let mut filled = grid.cells.iter().filter(|(_, cell)| !cell.is_blank());
        let (&(row, column), cell) = filled.next()?;
        let (name, said, count) = (&grid.name, excerpt(&cell.shown()), 1 + filled.count());
        let message = text!(
            "Trang “{name}” không phải trang của phiếu nên không được đọc; số ô có nội dung: {count}, ô đầu ghi “{said}”.",
            "The sheet “{name}” is none of the workbook's and is not read; cells with content: {count}, the first says “{said}”."
        );
        Some(Finding::new(&BESIDE_CELLS, message).at(Place::cell(file, name, CellAddress::new(row, column).to_string())))
    })
}

/// Says that something was written on the sheets that are only to be looked at.
pub fn looked_at(book: &Book, printed: &Printed, file: &str) -> impl Iterator<Item = Finding> {
    let grids = book.sheets.iter().filter(|grid| [WORKLIST, DOCUMENTS].iter().any(|sheet| sheet.are(&grid.name)));
    grids.filter_map(move |grid| {
        let name = &grid.name;
        // A program that keeps no formulas leaves what they gave.
        let keeps = !printed.computes(name) || grid.cells.values().any(|cell| cell.formula);
        let is_added = |cell: &Cell| !cell.is_blank() && printed.says(name, cell) == Some(false);
        let mut added = grid.cells.iter().filter(|(_, cell)| keeps && is_added(cell));
        let (&(row, column), cell) = added.next()?;
        let (said, count) = (excerpt(&cell.shown()), 1 + added.count());
        let message = text!(
            "Trang “{name}” chỉ để xem nên không được đọc; số ô ghi thêm hoặc sửa: {count}, ô đầu ghi “{said}”.",
            "The sheet “{name}” is only to be looked at and is not read; cells that were added or changed: {count}, the first says “{said}”."
        );
        Some(Finding::new(&BESIDE_CELLS, message).at(Place::cell(file, name, CellAddress::new(row, column).to_string())))
    })
}

/// Tells what was printed in a cell of a line that nobody fills in, beside what stands there.
fn stands(printed: &Printed, key: &LineKey, column: At, cell: &Cell, computes: bool) -> Stands {
    // Nobody types into hidden columns.
    if key.of().is_none() || FILLED.contains(&column.key()) || column > At::State {
        return Stands::Unknown;
    }
    printed.stands((&key.to_string(), &home(key)), column.key(), cell, computes)
}

/// Tells what may stand in a cell of a row.
fn holds(key: Option<&LineKey>, column: Option<At>, cell: &Cell, computes: bool) -> Holds {
    let Some(column) = column else { return Holds::Beside };
    let typed_over = column == At::Result && matches!(cell.value, Value::Number(_));
    let is_own = match key {
        // A program that keeps no formulas leaves what they gave.
        Some(LineKey::Leaf(..)) if typed_over => !computes,
        Some(LineKey::Leaf(..)) => column != At::Corrected,
        Some(LineKey::Input(..)) => {
            matches!(column, At::Stt | At::Unit | At::Content | At::Declared | At::Corrected | At::Before | At::Reason | At::Figure)
        }
        Some(LineKey::Part(..)) => matches!(column, At::Stt | At::Unit | At::Content | At::Before | At::Applies | At::Reason),
        Some(LineKey::Keys | LineKey::Appraiser) => column.col() <= At::Explained.col(),
        None => matches!(column, At::Stt | At::Unit | At::Max | At::Claimed),
    };
    if is_own {
        return Holds::Own;
    }
    let to_fill = TABLE_COLUMNS.get(usize::from(column.col())).is_some_and(|column| FILLED.contains(&column.key));
    if to_fill || typed_over { Holds::Misplaced } else { Holds::Beside }
}

/// Refuses a leaf of which something stands in a cell that is none to fill in.
fn misplaced(sheet: &Keyed<'_, LineKey>, file: &str, at: (u32, u32), cell: &Cell, (unit, leaf): Line, intact: &mut Intact) {
    let shown = |key: &str| sheet.column(key).and_then(|column| sheet.grid.shown(at.0, column)).unwrap_or_default();
    let (said, line, name) = (cell.shown(), shown("content"), shown("unit"));
    let heading = shown_heading(sheet, at.1);
    let message = text!(
        "Cột “{heading}” của dòng “{line}” ghi “{said}”, nhưng dòng này không có ô để ghi ở cột đó; thẩm định tiêu chí {leaf} của “{name}” chưa được tính.",
        "The column “{heading}” says “{said}” in the line “{line}”, which has no cell to fill in there; nothing typed for criterion {leaf} of “{name}” counts."
    );
    intact.findings.push(Finding::new(&MISPLACED, message).of(&unit).on(&leaf).at(place(sheet, file, at)));
    intact.misplaced.entry((unit, leaf)).or_default().push(at);
}

/// Says that something was typed over what the workbook printed.
fn over(sheet: &Keyed<'_, LineKey>, file: &str, at: (u32, u32), cell: &Cell, key: Option<&LineKey>, intact: &mut Intact) {
    let Some((unit, leaf)) = key.and_then(LineKey::of) else { return };
    intact.over.insert(at);
    // A line that shows another unit or figure than its key was told.
    if intact.refused.contains(&(unit.clone(), leaf.clone())) {
        return;
    }
    let shown = |key: &str| sheet.column(key).and_then(|column| sheet.grid.shown(at.0, column)).unwrap_or_default();
    let (said, line, name) = (excerpt(&cell.shown()), excerpt(&shown("content")), shown("unit"));
    let heading = shown_heading(sheet, at.1);
    let message = text!(
        "Cột “{heading}” ở dòng “{line}” của tiêu chí {leaf}, “{name}” nay ghi “{said}”, không phải nội dung phiếu đã in hoặc tự tính; không được đọc.",
        "The column “{heading}” in the line “{line}” of criterion {leaf}, “{name}” says “{said}” now, which is not what the workbook printed or computed; it is not read."
    );
    intact.findings.push(Finding::new(&PRINTED_OVER, message).of(unit).on(leaf).at(place(sheet, file, at)));
}

/// Says that something stands in a column to fill in, in a row of no unit.
fn of_nobody(sheet: &Keyed<'_, LineKey>, file: &str, at: (u32, u32), cell: &Cell, intact: &mut Intact) {
    let (said, heading) = (cell.shown(), shown_heading(sheet, at.1));
    let message = text!(
        "Cột “{heading}” ghi “{said}” ở dòng không phải của đơn vị nào; chưa được tính.",
        "The column “{heading}” says “{said}” in a line of no unit; it does not count."
    );
    intact.findings.push(Finding::new(&MISPLACED, message).at(place(sheet, file, at)));
}

/// Gives the heading of a column as the workbook shows it, whatever language that is.
fn shown_heading(sheet: &Keyed<'_, LineKey>, column: u32) -> String {
    sheet.grid.shown(sheet.keys.0 + 1, column).map(|shown| excerpt(&shown)).unwrap_or_default()
}

/// Gives the place of a cell.
fn place(sheet: &Keyed<'_, LineKey>, file: &str, (row, column): (u32, u32)) -> Place {
    Place::cell(file, &sheet.grid.name, CellAddress::new(row, column).to_string())
}
