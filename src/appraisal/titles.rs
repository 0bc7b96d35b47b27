//! What a filled workbook says above its table and in the name of its sheet, against the year and the round that its hidden sheet
//! says: a workbook that was copied for another round keeps what is hidden.

use super::layout::{EXPLANATION_TITLE, TITLE};
use crate::assessment::{Round, Rounds};
use crate::finding::appraisal::TITLE_OF_BOOK;
use crate::finding::{CellAddress, Finding, Place};
use crate::intake::table::contradicts;
use crate::text;
use crate::text::Words;
use crate::text::fold::{excerpt, fold, same_letters};
use crate::workbook::{Grid, Value};

/// Letters of the longest line that may be a title.
const LONGEST_TITLE: usize = 160;

/// What a workbook was made for.
#[derive(Clone, Copy)]
pub struct MadeFor<'a> {
    /// Year that is scored.
    pub year: i16,
    /// Round that the workbook was made for.
    pub round: Round,
    /// Rounds of the campaign.
    pub rounds: &'a Rounds,
    /// Title of the campaign when it was made.
    pub title: Option<&'a str>,
}

/// Says that the lines above a row, or the name of the sheet, say otherwise.
pub fn check(grid: &Grid, row: u32, of: MadeFor<'_>, file: &str) -> Option<Finding> {
    let texts = grid.cells.range(..(row, 0)).filter(|(_, cell)| !cell.formula).filter_map(|(at, cell)| match &cell.value {
        Value::Text(words) if is_title(words) && !is_printed(words, of) => Some((*at, words.clone())),
        _ => None,
    });
    let (places, lines): (Vec<(u32, u32)>, Vec<String>) = texts.unzip();
    let (Words { vi, en }, words) = contradicts(&lines, &grid.name, of.year, of.round)?;
    let at = lines.iter().position(|line| *line == words).and_then(|at| places.get(at));
    let place = match at {
        Some((row, column)) => Place::cell(file, &grid.name, CellAddress::new(*row, *column).to_string()),
        None => Place { sheet: Some(grid.name.clone()), ..Place::file(file) },
    };
    let (words, round, year) = (excerpt(&words), of.round.number(), of.year);
    let message = text!(
        "Phiếu lập cho thẩm định lần {round} năm {year} nay ghi “{words}”, cho biết bảng {vi}; chưa đọc.",
        "A workbook made for round {round} of {year} says “{words}” now: {en}; it is not read."
    );
    Some(Finding::new(&TITLE_OF_BOOK, message).at(place))
}

/// Tells whether a line may be a title. Longer ones are hints; a day is until when something is to be sent.
fn is_title(words: &str) -> bool {
    words.chars().count() <= LONGEST_TITLE && !fold(words).contains("ngày")
}

/// Tells whether the program itself printed a line: the title of the campaign, with its notice behind; the name of the round.
fn is_printed(words: &str, of: MadeFor<'_>) -> bool {
    let behind = of.title.and_then(|title| words.strip_prefix(title));
    let titled = behind.is_some_and(|notice| notice.is_empty() || notice.starts_with("   "));
    let name = of.rounds.find(of.round).and_then(|round| round.name.as_deref());
    let named = |begins: &str| name.is_some_and(|name| same_letters(words, &format!("{begins} {name}")));
    let heads = [TITLE, EXPLANATION_TITLE].into_iter().flat_map(|title| [title.vi, title.en]);
    titled || heads.into_iter().any(named)
}
