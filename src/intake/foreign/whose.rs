//! Whose form it is: by what the sheet says above the table, else by the file's name.

use std::collections::BTreeSet;

use super::Pin;
use crate::assessment::Unit;
use crate::finding::sheet as code;
use crate::finding::{Checked, Finding, Place};
use crate::text;
use crate::text::fold::{bare, fold};
use crate::workbook::{Book, Grid, address};

/// Rows that are searched where no table is found.
const HEAD: u32 = 15;
/// Words before the name of the unit that settle it, bare.
const LABELS: [&str; 6] = ["don vi", "ten don vi", "co quan", "ten co quan", "don vi tu danh gia", "don vi bao cao"];
/// Words before a name that is somebody else's, bare.
const OTHERS: [&str; 3] = ["kinh gui", "noi nhan", "co quan chu tri"];

/// Finds the unit that is named in the cell which the campaign pins.
pub fn in_cell<'u>(book: &Book, units: &'u [Unit], pin: &Pin) -> Option<&'u Unit> {
    let table = super::find(book, pin)?;
    let cell = table.grid.get(pin.unit?.0, pin.unit?.1)?;
    match named(&cell.shown(), units).as_slice() {
        [unit] => Some(unit),
        _ => None,
    }
}

/// Finds the unit that a form is about. Nothing where none, or more than one, is named.
pub fn whose<'u>(book: &Book, units: &'u [Unit], file: &str, pin: &Pin) -> Checked<Option<&'u Unit>> {
    let table = super::find(book, pin);
    let grid = table.as_ref().map(|table| table.grid).or_else(|| book.sheets.iter().find(|sheet| !sheet.hidden));
    let above = table.as_ref().map_or(HEAD, |table| table.top);
    let said = grid.map_or_else(Vec::new, |grid| match pin.unit {
        Some((row, column)) => {
            let words = grid.shown(row, column).unwrap_or_default();
            named(&words, units).into_iter().map(|unit| (unit, address(row, column))).collect()
        }
        None => by_head(grid, above, units),
    });
    let by_file = by_file(file, units);
    let pinned = pin.unit.map(|(row, column)| address(row, column));
    let place = || match (grid, said.first().map(|(_, cell)| cell).or(pinned.as_ref())) {
        (Some(grid), Some(cell)) => Place::cell(file, &grid.name, cell.clone()),
        _ => Place::file(file),
    };
    let one = |unit| Checked::clean(Some(unit));
    match (said.as_slice(), by_file.as_slice()) {
        ([], []) => {
            let message = text!(
                "Biểu trong tệp “{file}” không ghi tên đơn vị nào của đợt này.",
                "The form in “{file}” names no unit of this campaign."
            );
            Checked { value: None, findings: vec![Finding::new(&code::UNIT_NOT_NAMED, message).at(place())] }
        }
        ([], [unit]) => one(*unit),
        ([(unit, _)], [other]) if unit.id != other.id => {
            let (name, other) = (&unit.name, &other.name);
            let message = text!(
                "Biểu ghi đơn vị “{name}”, tên tệp là của “{other}”; biểu được tính cho “{name}”.",
                "The form says “{name}”, the file's name “{other}”; it is taken as that of “{name}”."
            );
            Checked { value: Some(*unit), findings: vec![Finding::new(&code::UNIT_BY_FILE, message).of(&unit.id).at(place())] }
        }
        ([(unit, _)], _) => one(*unit),
        (several, [unit]) if several.iter().any(|(said, _)| said.id == unit.id) => one(*unit),
        _ => {
            let units: Vec<&Unit> = if said.is_empty() { by_file } else { said.iter().map(|(unit, _)| *unit).collect() };
            let names = units.iter().map(|unit| format!("“{}”", unit.name)).collect::<Vec<_>>().join(", ");
            let message =
                text!("Không rõ biểu của đơn vị nào: có thể là {names}.", "It can't be told whose form it is: it may be that of {names}.");
            Checked { value: None, findings: vec![Finding::new(&code::UNIT_NOT_NAMED, message).at(place())] }
        }
    }
}

/// Finds the units named above the table, with the cell; what a label introduces settles it.
fn by_head<'u>(grid: &Grid, above: u32, units: &'u [Unit]) -> Vec<(&'u Unit, String)> {
    let mut all: Vec<(&Unit, String)> = Vec::new();
    let mut labelled: Vec<(&Unit, String)> = Vec::new();
    let mut after_label = false;
    for ((row, column), cell) in grid.cells.range(..(above, 0)).filter(|(_, cell)| !cell.is_blank()) {
        let words = cell.shown();
        let plain = bare(&words);
        let label = plain.split(':').next().unwrap_or_default().trim();
        if OTHERS.iter().any(|other| plain.starts_with(other)) {
            after_label = false;
            continue;
        }
        let settles = after_label || (plain.contains(':') && LABELS.contains(&label));
        after_label = LABELS.contains(&plain.trim_end_matches([':', ' ']));
        for unit in named(&words, units) {
            let list = if settles { &mut labelled } else { &mut all };
            if !list.iter().any(|(other, _)| other.id == unit.id) {
                list.push((unit, address(*row, *column)));
            }
        }
    }
    if labelled.is_empty() { all } else { labelled }
}

/// Finds the units that words name, by name or alias.
fn named<'u>(words: &str, units: &'u [Unit]) -> Vec<&'u Unit> {
    within(&fold(words), units, |unit| std::iter::once(&unit.name).chain(&unit.aliases).map(|name| fold(name)).collect())
}

/// Finds the units that a file's name names: by id, name or alias, without diacritics.
fn by_file<'u>(file: &str, units: &'u [Unit]) -> Vec<&'u Unit> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = |text: &str| {
        let letters: String = bare(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        letters.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    within(&words(stem), units, |unit| {
        let names = std::iter::once(unit.id.as_str()).chain(std::iter::once(unit.name.as_str()));
        names.chain(unit.aliases.iter().map(String::as_str)).map(&words).collect()
    })
}

/// Finds the units one of whose names stands in a text as whole words. A name inside a longer one that is found, too,
/// doesn't count: "Sở Y" in "Sở Y tế".
fn within<'u>(text: &str, units: &'u [Unit], names: impl Fn(&Unit) -> Vec<String>) -> Vec<&'u Unit> {
    let mut found: Vec<(usize, usize, &Unit)> = Vec::new();
    for unit in units {
        for name in names(unit).iter().filter(|name| !name.is_empty()) {
            found.extend(
                text.match_indices(name.as_str()).filter(|(at, _)| whole(text, *at, name.len())).map(|(at, _)| (at, name.len(), unit)),
            );
        }
    }
    let inside = |(at, length, _): &(usize, usize, &Unit)| {
        found.iter().any(|(other, longer, _)| longer > length && other <= at && at + length <= other + longer)
    };
    let mut seen = BTreeSet::new();
    found.iter().filter(|one| !inside(one)).map(|(_, _, unit)| *unit).filter(|unit| seen.insert(unit.id.clone())).collect()
}

/// Tells whether a piece of text begins and ends at words.
fn whole(text: &str, at: usize, length: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at + length..).and_then(|text| text.chars().next());
    !before.is_some_and(letter) && !after.is_some_and(letter)
}
