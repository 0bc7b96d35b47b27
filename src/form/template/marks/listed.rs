//! What an earlier copy listed as content without a cell, read back: the next copy keeps it, too.

use super::list::WRONG;
use super::words;
use crate::finding;
use crate::form::StrayCell;
use crate::form::template::places;
use crate::workbook::Grid;

/// Reads the list of content without a cell from the first sheet of a copy; `file` is the name of that copy.
pub fn listed(grid: &Grid, file: &str) -> Vec<StrayCell> {
    let title = grid.cells.iter().find(|((_, column), cell)| *column == 0 && places::is_title_of_strays(&cell.shown()));
    let Some(((title, _), _)) = title else { return Vec::new() };
    // The line below the title says what to do.
    let lines = (*title + 2..).map_while(|row| Some((row, grid.shown(row, 0)?)));
    let stray = |(row, place): (u32, String)| {
        let (code, place) = place.split_once(": ")?;
        let code = finding::catalogue().find(|known| known.id == code)?.id;
        let mut place = words::placed(place)?;
        place.file = Some(file.into());
        let words = crate::typed::value::words(grid.get(row, WRONG.into())).or_else(|| grid.shown(row, WRONG.into()))?;
        Some(StrayCell { code, place, words })
    };
    lines.filter_map(stray).collect()
}
