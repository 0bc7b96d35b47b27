//! Several tables that are one: a table for each area in Word, a sheet for each area in a workbook.
//!
//! They are joined only where their headings are the same and their numbers go on from one to the next. Rows of the second table
//! lie behind all rows that the first could have, and their cells carry the name of the table: `Bảng 2!B12`.

use crate::intake::header::Table;
use crate::intake::stt::{self, Number, Style};
use crate::points::Points;
use crate::text::fold::bare;
use crate::workbook::address;

use super::rows::{CellWords, Kind, Row, rows};
use super::tree::{Tree, grow};

/// Rows from one table to the next: more than a sheet has.
const APART: u32 = 1 << 21;

/// Most tables that are one: more than a decision has, and their rows can be counted.
const MOST: usize = 200;

/// Most words of the heading of an area.
const LONGEST: usize = 16;

/// Tells whether tables, in the order of the file, are one.
pub fn are_one(tables: &[Table<'_>]) -> bool {
    let headings = |table: &Table<'_>| table.columns.values().map(|(_, heading)| bare(heading)).collect::<Vec<_>>();
    let same = tables.windows(2).all(|pair| matches!(pair, [one, other] if headings(one) == headings(other)));
    if !(2..=MOST).contains(&tables.len()) || !same || tables.iter().any(names_units) {
        return false;
    }
    let read: Vec<Vec<Row>> = tables.iter().zip(1..).map(|(table, n)| of_table(table, unnumbered(tables).then_some(n))).collect();
    let trees: Vec<Tree> = read.into_iter().map(grow).collect();
    let whole = |tree: &Tree| -> Points { tree.roots.iter().filter_map(|root| root.max.clone()).sum() };
    // Two that each come to 100 points are two sets.
    if trees.iter().filter(|tree| whole(tree) >= Points::hundred()).count() > 1 {
        return false;
    }
    let mut last: Option<(Style, Vec<u32>)> = None;
    for tree in &trees {
        let areas = tree.roots.iter().filter(|root| root.sign.is_none());
        if tree.roots.is_empty() {
            return false;
        }
        for root in areas {
            let Some(number) = &root.row.number else { return false };
            let next = (number.style, number.first().to_vec());
            if last.as_ref().is_some_and(|last| last.0 != next.0 || last.1 >= next.1) {
                return false;
            }
            last = Some(next);
        }
    }
    true
}

/// Tells whether tables are areas that have no numbers: each stands below words in capitals, its criteria begin with 1 again, and
/// together they come to what the last of them says, or to 100 points.
fn unnumbered(tables: &[Table<'_>]) -> bool {
    let mut sum = Points::zero();
    let mut total = None;
    for table in tables {
        let read = rows(table);
        let headed = right_above(table)
            .is_some_and(|said| is_capitals(&said.text) && stt::before_name(&said.text).is_none() && names_area(&said.text));
        let first = read.iter().find(|row| row.kind == Kind::Criterion).and_then(|row| row.number.as_ref());
        if !headed || first.is_none_or(|number| number.first() != [1] || number.style != Style::Dotted) {
            return false;
        }
        total = read.iter().rev().find(|row| row.kind == Kind::Total).and_then(|row| row.max.clone());
        let of_area: Points = grow(read).roots.iter().filter_map(|root| root.max.clone()).sum();
        sum = &sum + &of_area;
    }
    total.as_ref() == Some(&sum) || sum == Points::hundred()
}

/// Tells whether words are in capitals.
fn is_capitals(words: &str) -> bool {
    words.chars().any(char::is_alphabetic) && words.chars().all(|c| !c.is_lowercase())
}

/// Tells whether words above a table may name an area: they are none of those that stand above every table.
fn names_area(words: &str) -> bool {
    let plain = bare(words);
    let other = ["quyet dinh", "kem theo", "phu luc", "bo tieu chi", "bang tieu chi", "bang diem", "don vi tinh"];
    other.iter().all(|word| !plain.contains(word)) && words.split(' ').count() <= LONGEST
}

/// Reads the rows of tables that are one, or of the only one.
pub fn all_rows(tables: &[Table<'_>]) -> Vec<Row> {
    let [first, more @ ..] = tables else { return Vec::new() };
    if more.is_empty() {
        return rows(first);
    }
    let counted = unnumbered(tables);
    let mut read = of_table(first, counted.then_some(1));
    for (table, n) in more.iter().zip(1..) {
        read.extend(of_table(table, counted.then_some(n + 1)).into_iter().map(|row| moved(row, n, &table.grid.name)));
    }
    subtotals(&mut read);
    read
}

/// Lists what stands above further tables, areas left out: they are rows.
pub fn beside(tables: &[Table<'_>]) -> Vec<CellWords> {
    let mut found = Vec::new();
    for table in tables.iter().skip(1) {
        let area = area(table, &rows(table), unnumbered(tables).then_some(1)).map(|row| row.row);
        let cells = table.grid.cells.range(..(table.top, 0)).filter(|(at, cell)| !cell.is_blank() && Some(at.0) != area);
        found.extend(cells.map(|((row, column), cell)| CellWords {
            row: *row,
            cell: format!("{}!{}", table.grid.name, address(*row, *column)),
            column: None,
            text: cell.shown(),
            points: None,
        }));
    }
    found
}

/// Parts the address of a cell from the name of its table, where it has one.
pub fn parted(cell: &str) -> (Option<&str>, &str) {
    cell.rsplit_once('!').map_or((None, cell), |(sheet, cell)| (Some(sheet), cell))
}

/// Gives the table of a row, from 0, and the row as its sheet counts from 1.
pub const fn spot(row: u32) -> (usize, u32) {
    ((row / APART) as usize, row % APART + 1)
}

/// Says a row, with its table where that isn't the first: `12`, `12, Bảng 2`.
pub fn said(row: u32, cell: &str) -> String {
    let at = spot(row).1;
    parted(cell).0.map_or_else(|| at.to_string(), |sheet| format!("{at}, {sheet}"))
}

/// Reads the rows of a table below the heading of its area; `counted` is the number of an area that has none.
fn of_table(table: &Table<'_>, counted: Option<u32>) -> Vec<Row> {
    let read = rows(table);
    area(table, &read, counted).into_iter().chain(read).collect()
}

/// Tells whether the name of a sheet, or the words right above a table, say that it is for some units only.
fn names_units(table: &Table<'_>) -> bool {
    let units = ["doi voi", "ap dung", "danh cho", "cap xa", "cap huyen", "ubnd", "cac so", "don vi su nghiep", "nhom "];
    let heading = right_above(table).map(|said| said.text).unwrap_or_default();
    let attached = ["kem theo", "quyet dinh"].iter().any(|word| bare(&heading).contains(word));
    let names = [bare(&table.grid.name), if attached { String::new() } else { bare(&heading) }];
    names.iter().any(|words| units.iter().any(|unit| words.contains(unit)) || ["so", "xa", "phuong"].contains(&words.as_str()))
}

/// Gives the last words above a table.
fn right_above(table: &Table<'_>) -> Option<CellWords> {
    let ((row, column), cell) = table.grid.cells.range(..(table.top, 0)).rfind(|(_, cell)| !cell.is_blank())?;
    let text = crate::text::fold::tidy(&cell.shown());
    Some(CellWords { row: *row, cell: address(*row, *column), column: None, text, points: None })
}

/// Takes the words above a table for the row of its area: `II. CẢI CÁCH THỂ CHẾ` above 1, 2, 3; a heading without a number above
/// 2.1, 2.2.
fn area(table: &Table<'_>, read: &[Row], counted: Option<u32>) -> Option<Row> {
    let said = right_above(table)?;
    let first = read.iter().find(|row| row.kind == Kind::Criterion)?;
    let number = first.number.as_ref()?;
    let plain = bare(&said.text);
    if !names_area(&said.text) {
        return None;
    }
    let parts = number.first();
    let (own, text) = match stt::before_name(&said.text) {
        Some((own, name)) if own.first().len() == 1 => {
            let below = parts.len() > 1 && parts.first() == own.first().first();
            let counts = parts == [1] && number.style == Style::Dotted && (own.style != Style::Dotted || plain.starts_with("linh vuc"));
            (below || counts).then_some(())?;
            // “Lĩnh vực 2” and B stand above 1, 2, 3 as II does.
            let style = if counts { Style::Roman } else { own.style };
            (Number { style, ..own }, name)
        }
        Some(_) => return None,
        None if let Some(n) = counted => (roman(n), said.text.clone()),
        None => {
            let heads = plain.starts_with("linh vuc") || is_capitals(&said.text);
            let n = *parts.first().filter(|_| parts.len() > 1 && number.style == Style::Dotted && heads)?;
            (Number { written: n.to_string(), style: Style::Dotted, choices: vec![vec![n]] }, said.text.clone())
        }
    };
    Some(Row {
        heads: false,
        kind: Kind::Criterion,
        row: said.row,
        number: Some(own),
        word: None,
        stt: None,
        name: CellWords { text, ..said.clone() },
        inner: false,
        max: None,
        max_cell: (said.cell, None),
        signed: None,
        lines: Vec::new(),
        figures: None,
        evidence: Vec::new(),
        noted: Vec::new(),
        survey: None,
        others: Vec::new(),
    })
}

/// Numbers an area that has no number.
fn roman(n: u32) -> Number {
    Number { written: String::new(), style: Style::Roman, choices: vec![vec![n]] }
}

/// Moves a row behind all of the tables before it.
fn moved(mut row: Row, n: u32, sheet: &str) -> Row {
    let named = |cell: &str| format!("{sheet}!{cell}");
    let by = n * APART;
    let words = |said: &mut CellWords| {
        said.row += by;
        said.cell = named(&said.cell);
    };
    row.row += by;
    words(&mut row.name);
    row.lines.iter_mut().chain(&mut row.evidence).chain(&mut row.others).chain(&mut row.figures).chain(&mut row.survey).for_each(words);
    if let Some((_, cell)) = &mut row.stt {
        *cell = named(cell);
    }
    row.max_cell.0 = named(&row.max_cell.0);
    row
}

/// Leaves the sum of all areas as the total: “Cộng” below each table is none.
fn subtotals(read: &mut [Row]) {
    let last = read.iter().map(|row| spot(row.row).0).max().unwrap_or(0);
    let sums: Points = read.iter().filter(|row| row.kind == Kind::Total && spot(row.row).0 < last).filter_map(|row| row.max.clone()).sum();
    for row in read.iter_mut().filter(|row| row.kind == Kind::Total) {
        if spot(row.row).0 < last || row.max.as_ref().is_none_or(|max| *max <= sums) {
            row.kind = Kind::Heading;
        }
    }
}
