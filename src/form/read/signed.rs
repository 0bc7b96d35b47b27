//! The place for signatures, which has no keys: it stands below the table. Whoever unlocks the sheet signs a row higher or
//! lower, and means the same.

use super::keyed::Keyed;
use crate::form::layout::{INPUT, RowKey};
use crate::form::signing::{CELLS, FOR_COMMITTEE, HOW, NUMBER, SigningPlace, WHO, dated};
use crate::text::Lang;
use crate::text::fold::{bare, fold};
use crate::workbook::Value;

/// Most rows below the table that it takes.
const DEEP: u32 = 16;
/// Row below the table that has number and day.
const FIRST: u32 = CELLS[0].0;
/// Longest name, in letters.
const LONGEST: usize = 60;

/// Gives the cells of the number, of the day, of the name on the left and of the name on the right.
pub fn cells(sheet: &Keyed<'_>, signing: &SigningPlace) -> [Option<(u32, u32)>; 4] {
    let Some(last) = last(sheet) else { return [None; 4] };
    let middle = sheet.column(INPUT).unwrap_or(u32::MAX);
    let typed = typed(sheet, signing);
    CELLS.map(|(below, key)| {
        let place = (last + below, sheet.column(key)?);
        if typed.iter().any(|(at, _)| *at == place) {
            return Some(place);
        }
        let fits = |((_, column), words): &&((u32, u32), &str)| match (below == FIRST, key) {
            (false, _) => is_name(words) && (*column < middle) == (key == "stt"),
            (true, "stt") => is_number(words),
            (true, _) => is_day(words),
        };
        Some(typed.iter().find(fits).map_or(place, |(at, _)| *at))
    })
}

/// Gives the last row above the place for signatures.
fn last(sheet: &Keyed<'_>) -> Option<u32> {
    let below = [RowKey::Index, RowKey::Difficulties, RowKey::Proposals];
    below.iter().flat_map(|key| sheet.rows_of(key)).max()
}

/// Lists what was typed into the place for signatures, also over what the form prints there.
pub fn typed<'g>(sheet: &Keyed<'g>, signing: &SigningPlace) -> Vec<((u32, u32), &'g str)> {
    let (Some(last), Some(first), Some(end)) = (last(sheet), sheet.column("stt"), sheet.column("state")) else { return Vec::new() };
    let below = sheet.grid.cells.range((last + 1, 0)..=(last + DEEP, u32::MAX));
    below
        .filter(|((row, column), _)| (first..=end).contains(column) && !sheet.rows.iter().any(|(keyed, _)| keyed == row))
        .filter_map(|(at, cell)| match &cell.value {
            Value::Text(words) if !cell.formula && !is_printed(words, signing) => Some((*at, words.trim())),
            _ => None,
        })
        .collect()
}

/// Reads what was typed there.
pub fn read(sheet: &Keyed<'_>, signing: &SigningPlace) -> [Option<String>; 4] {
    let mut printed = signing.printed.iter().map(String::as_str);
    cells(sheet, signing).map(|at| {
        let printed = printed.next().unwrap_or_default();
        let words = at.and_then(|(row, column)| sheet.grid.shown(row, column))?;
        (words != printed && !is_printed(&words, signing)).then_some(words)
    })
}

/// Tells whether the form itself prints it there, or a form that was sent out earlier did.
fn is_printed(words: &str, signing: &SigningPlace) -> bool {
    let words = fold(words);
    let of_any = |lang: Lang| {
        let mut printed = [NUMBER, FOR_COMMITTEE].into_iter().chain(HOW).chain(WHO);
        printed.any(|printed| fold(printed.get(lang)) == words) || fold(&dated(None, lang)) == words
    };
    [Lang::Vi, Lang::En].into_iter().any(of_any) || signing.who.iter().chain(&signing.printed).any(|printed| fold(printed) == words)
}

/// Tells whether words may be somebody's name.
fn is_name(words: &str) -> bool {
    (2..=LONGEST).contains(&words.chars().count()) && !words.chars().any(|letter| letter.is_ascii_digit() || letter == '\n')
}

/// Tells whether words may be the number of a document.
fn is_number(words: &str) -> bool {
    ["so:", "no.:", "no:"].iter().any(|begins| bare(words).starts_with(begins))
}

/// Tells whether words may be place and day.
fn is_day(words: &str) -> bool {
    let words = bare(words);
    let says_day = words.contains("date:") || words.contains("ngay") && words.contains("thang");
    says_day && words.contains(|letter: char| letter.is_ascii_digit())
}
