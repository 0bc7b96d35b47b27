//! The place for signatures, which has no keys: it stands below the table. Whoever unlocks the sheet signs a row higher or
//! lower, and means the same.

use super::keyed::Keyed;
use crate::form::layout::{FOR_COMMITTEE, INPUT, RowKey, SIGN_HERE, SIGNATURES};
use crate::text::fold::{bare, fold};
use crate::workbook::Value;

/// Most rows below the table that it takes.
const DEEP: u32 = 16;
/// Longest name, in letters.
const LONGEST: usize = 60;

/// Gives the cells of the number, of the day, of the name on the left and of the name on the right.
pub fn cells(sheet: &Keyed<'_>) -> [Option<(u32, u32)>; 4] {
    let below = [RowKey::Index, RowKey::Difficulties, RowKey::Proposals];
    let Some(last) = below.iter().flat_map(|key| sheet.rows_of(key)).max() else { return [None; 4] };
    let (Some(first), Some(end)) = (sheet.column("stt"), sheet.column("state")) else { return [None; 4] };
    let middle = sheet.column(INPUT).unwrap_or(u32::MAX);
    let typed: Vec<((u32, u32), &str)> = sheet
        .grid
        .cells
        .range((last + 1, 0)..=(last + DEEP, u32::MAX))
        .filter(|((row, column), _)| (first..=end).contains(column) && !sheet.rows.iter().any(|(keyed, _)| keyed == row))
        .filter_map(|(at, cell)| match &cell.value {
            Value::Text(words) if !cell.formula && !is_printed(words) => Some((*at, words.trim())),
            _ => None,
        })
        .collect();
    SIGNATURES.map(|(below, key, printed)| {
        let place = (last + below, sheet.column(key)?);
        if typed.iter().any(|(at, _)| *at == place) {
            return Some(place);
        }
        let fits = |((_, column), words): &&((u32, u32), &str)| match printed {
            "" => is_name(words) && (*column < middle) == (key == "stt"),
            _ if key == "stt" => is_number(words),
            _ => is_day(words),
        };
        Some(typed.iter().find(fits).map_or(place, |(at, _)| *at))
    })
}

/// Reads what was typed there.
pub fn read(sheet: &Keyed<'_>) -> [Option<String>; 4] {
    let mut printed = SIGNATURES.iter().map(|(.., printed)| *printed);
    cells(sheet).map(|at| {
        let printed = printed.next().unwrap_or_default();
        let words = at.and_then(|(row, column)| sheet.grid.shown(row, column))?;
        (words != printed).then_some(words)
    })
}

/// Tells whether the form itself prints it there.
fn is_printed(words: &str) -> bool {
    let words = fold(words);
    SIGN_HERE.iter().chain([&FOR_COMMITTEE]).chain(SIGNATURES.iter().map(|(.., printed)| printed)).any(|printed| fold(printed) == words)
}

/// Tells whether words may be somebody's name.
fn is_name(words: &str) -> bool {
    (2..=LONGEST).contains(&words.chars().count()) && !words.chars().any(|letter| letter.is_ascii_digit() || letter == '\n')
}

/// Tells whether words may be the number of a document.
fn is_number(words: &str) -> bool {
    bare(words).starts_with("so:")
}

/// Tells whether words may be place and day.
fn is_day(words: &str) -> bool {
    let words = bare(words);
    words.contains("ngay") && words.contains("thang") && words.contains(|letter: char| letter.is_ascii_digit())
}
