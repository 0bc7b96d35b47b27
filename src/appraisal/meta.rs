//! The hidden sheet that says which campaign, round, agency and versions of sets a workbook belongs to.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::Commission;
use super::layout::{LAYOUT, META_BY, META_BY_NAME, META_ROUND, META_SET_OF};
use super::printed::Printed;
use crate::figure::SetId;
use crate::finding::Finding;
use crate::finding::appraisal::BOOK_OF_OTHER_LAYOUT;
use crate::form::layout::{self, META, META_CAMPAIGN, META_LANG, META_LAYOUT, META_PROGRAM, META_TITLE, META_YEAR};
use crate::form::template::lists::hide;
use crate::text;
use crate::text::Lang;
use crate::workbook::{Book, Cell, Grid, Value};

/// What a workbook says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Meta {
    /// Name of the layout.
    pub layout: String,
    /// Id of the campaign.
    pub campaign: Option<String>,
    /// Year that is scored.
    pub year: Option<String>,
    /// Title of the campaign, as it was printed.
    pub title: Option<String>,
    /// Number of the round.
    pub round: Option<String>,
    /// Id of the agency that appraises; `None` for the office that runs the campaign.
    pub by: Option<String>,
    /// Name of whoever appraises.
    pub by_name: Option<String>,
    /// Version and hash of each set.
    pub sets: BTreeMap<SetId, String>,
    /// Language in which it is written.
    pub lang: Lang,
    /// What it printed; of one that an earlier program wrote nothing is known.
    pub printed: Printed,
}

/// Gives what identifies a set: its version and the hash of its file.
pub fn version(version: &str, sha256: &str) -> String {
    format!("{version} {sha256}")
}

/// Writes the sheet.
pub fn write(book: &mut Workbook, of: &Commission<'_>) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(META)?;
    let campaign = of.results.campaign;
    let mut lines: Vec<(String, String)> = [
        (META_LAYOUT, LAYOUT.to_owned()),
        (META_PROGRAM, env!("CARGO_PKG_VERSION").to_owned()),
        (META_CAMPAIGN, campaign.id.clone()),
        (META_YEAR, campaign.year.to_string()),
        (META_TITLE, campaign.title.clone()),
        (META_ROUND, of.round.number().to_string()),
        (META_BY, of.part.by.clone().unwrap_or_default()),
        (META_BY_NAME, of.part.name.clone()),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into();
    if of.results.lang == Lang::En {
        lines.push((META_LANG.to_owned(), of.results.lang.code().to_owned()));
    }
    lines.extend(of.results.sets.iter().map(|(id, set)| (format!("{META_SET_OF}{id}"), version(&set.version, &set.sha256))));
    for (row, (key, value)) in (0..).zip(&lines) {
        sheet.write_string(row, 0, key)?.write_string(row, 1, value)?;
    }
    hide(sheet);
    Ok(())
}

/// Tells whether a sheet names a layout of the council's workbooks. Every form that is sent in is asked, so that nothing is made
/// of its cells but of the one beside the key.
fn names_layout(grid: &Grid) -> bool {
    let key = |cell: &Cell| matches!(&cell.value, Value::Text(words) if words.trim() == META_LAYOUT);
    let ours = |row: u32| grid.shown(row, 1).is_some_and(|name| name.starts_with("parindex-appraisal/"));
    grid.cells.iter().any(|((row, column), cell)| *column == 0 && key(cell) && ours(*row))
}

/// Reads what a workbook says of itself; `None` where it is none of the council's.
pub fn read(book: &Book) -> Option<Meta> {
    let grid = book.sheets.iter().find(|grid| names_layout(grid))?;
    let said: BTreeMap<String, String> =
        grid.rows().into_iter().filter_map(|row| Some((grid.shown(row, 0)?, grid.shown(row, 1).unwrap_or_default()))).collect();
    let get = |key: &str| said.get(key).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    let sets = said.iter().filter_map(|(key, value)| Some((SetId::new(key.strip_prefix(META_SET_OF)?), value.trim().to_owned())));
    Some(Meta {
        layout: get(META_LAYOUT).unwrap_or_default(),
        by: get(META_BY),
        campaign: get(META_CAMPAIGN),
        year: get(META_YEAR),
        title: get(META_TITLE),
        round: get(META_ROUND),
        by_name: get(META_BY_NAME),
        lang: language(&said),
        sets: sets.collect(),
        printed: Printed::read(&said),
    })
}

/// Gives the language that a workbook is written in.
pub fn language(said: &BTreeMap<String, String>) -> Lang {
    layout::language(said.get(META_LANG).map(String::as_str))
}

/// Says that a workbook has another layout than the one that is read.
pub fn other_layout(theirs: &str, ours: &str) -> Option<Finding> {
    let message = text!(
        "Phiếu có bố cục “{theirs}”; phiên bản chương trình này chỉ đọc bố cục “{ours}”; chưa đọc.",
        "The workbook has the layout “{theirs}”; this version of the program reads “{ours}” alone; it is not read."
    );
    (theirs != ours).then(|| Finding::new(&BOOK_OF_OTHER_LAYOUT, message))
}
