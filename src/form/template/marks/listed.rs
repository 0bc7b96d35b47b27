//! What an earlier copy listed as content without a cell, read back: the next copy keeps it, too.
//!
//! A hidden column says what each line is, so that the sentences may change. Copies made before there was one are read by their
//! sentences.

use super::list::WRONG;
use super::stray_keys::{LINE, TITLE};
use super::words;
use crate::finding;
use crate::finding::Place;
use crate::form::StrayCell;
use crate::form::template::places;
use crate::workbook::Grid;

/// Reads the list of content without a cell from the first sheet of a copy; `file` is the name of that copy.
pub fn listed(grid: &Grid, file: &str) -> Vec<StrayCell> {
    let has_keys = grid.cells.values().any(|cell| cell.shown() == TITLE);
    let lines: Vec<(u32, &'static str, Place)> = if has_keys { by_keys(grid) } else { by_sentences(grid) };
    let stray = |(row, code, place): (u32, &'static str, Place)| {
        let words = crate::typed::value::words(grid.get(row, WRONG.into())).or_else(|| grid.shown(row, WRONG.into()))?;
        Some(StrayCell { code, place: Place { file: Some(file.into()), ..place }, words })
    };
    lines.into_iter().filter_map(stray).collect()
}

/// Lists the lines of a copy by their keys.
fn by_keys(grid: &Grid) -> Vec<(u32, &'static str, Place)> {
    let line = |(row, words): (u32, String)| {
        let (code, place) = words.strip_prefix(LINE)?.split_once(':')?;
        let (cell, sheet) = place.split_once(':')?;
        let some = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        Some((row, known(code)?, Place { sheet: some(sheet), cell: some(cell), ..Place::default() }))
    };
    grid.cells.iter().filter_map(|((row, _), cell)| line((*row, cell.shown()))).collect()
}

/// Lists the lines of a copy by what it says to people.
fn by_sentences(grid: &Grid) -> Vec<(u32, &'static str, Place)> {
    let title = grid.cells.iter().find(|((_, column), cell)| *column == 0 && places::is_title_of_strays(&cell.shown()));
    let Some(((title, _), _)) = title else { return Vec::new() };
    // The line below the title says what to do.
    let lines = (*title + 2..).map_while(|row| Some((row, grid.shown(row, 0)?)));
    let line = |(row, words): (u32, String)| {
        let (code, place) = words.split_once(": ")?;
        Some((row, known(code)?, words::placed(place)?))
    };
    lines.filter_map(line).collect()
}

/// Finds a code of the catalogue.
fn known(code: &str) -> Option<&'static str> {
    finding::catalogue().find(|known| known.id == code).map(|known| known.id)
}
