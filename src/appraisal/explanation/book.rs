//! The workbook as a whole: its sheets in order, and what identifies it.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::asking::{Asking, file};
use super::layout::{EXPLANATION, LAYOUT, PROPOSED, TABLE};
use super::{documents, table};
use crate::appraisal::Unwritable;
use crate::appraisal::change::Change;
use crate::appraisal::layout::META_ROUND;
use crate::appraisal::lists::Lists;
use crate::appraisal::packed::packed;
use crate::appraisal::printed::Printed;
use crate::assessment::Answer;
use crate::criteria::CriteriaSet;
use crate::form::layout::{
    META, META_CAMPAIGN, META_LANG, META_LAYOUT, META_PROGRAM, META_SET, META_SHA256, META_TITLE, META_UNIT, META_UNIT_NAME, META_VERSION,
    META_YEAR,
};
use crate::form::read::keyed::Keyed;
use crate::form::template::lists::hide;
use crate::form::template::page;
use crate::look;
use crate::ranking::Group;
use crate::text::Lang;
use crate::workbook::Book;

/// Writes the workbook; `None` where nothing was changed.
///
/// # Errors
///
/// [`Unwritable`] where a limit of Excel is passed.
pub fn write(of: &Asking<'_>) -> Result<Option<Vec<u8>>, Unwritable> {
    let changes = of.changes();
    let Some((group, set)) = of.results.scored_by(of.unit).filter(|_| !changes.is_empty()) else { return Ok(None) };
    bytes(of, group, set, &changes).map(Some).map_err(|source| Unwritable { file: file(of.unit, of.round), source })
}

/// Writes the sheets.
fn bytes(of: &Asking<'_>, group: &Group, set: &CriteriaSet, changes: &[Change<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = look::workbook()?;
    let campaign = of.results.campaign;
    book.set_properties(&page::properties(
        campaign,
        &format!("{} – {} – {}", campaign.title, of.results.lang.word("giải trình", "explanation"), of.unit.name),
        &of.unit.name,
    )?);
    let mut lists = Lists::new(of.results.lang);
    for change in changes {
        lists.add(&set.id, change.criterion, change.leaf);
    }
    table::write(&mut book, of, group, set, changes, &lists)?;
    documents::write(&mut book, of, changes)?;
    lists.write_with(&mut book, changes.iter().map(|change| (change.criterion.id.as_str(), change.criterion.name.as_str())))?;
    meta(&mut book, of, set)?;
    // What the unit explained before is printed in its cells again.
    let is_blank = of.explained().is_none_or(|explained| explained.answers.values().all(Answer::is_blank));
    packed(&mut book, |_| is_blank, print)
}

/// Takes what the sheet of explanations says.
fn print(book: &Book) -> Printed {
    let mut printed = Printed::default();
    if let Some(table) = book.sheets.iter().find(|grid| TABLE.are(&grid.name)).and_then(|grid| Keyed::find(grid, &[PROPOSED])) {
        printed.table(&table, &[PROPOSED, EXPLANATION]);
    }
    printed
}

/// Writes the hidden sheet that says which campaign, round and unit the workbook belongs to.
fn meta(book: &mut Workbook, of: &Asking<'_>, set: &CriteriaSet) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(META)?;
    let campaign = of.results.campaign;
    let lines = [
        (META_LAYOUT, LAYOUT.to_owned()),
        (META_PROGRAM, env!("CARGO_PKG_VERSION").to_owned()),
        (META_UNIT, of.unit.id.to_string()),
        (META_UNIT_NAME, of.unit.name.clone()),
        (META_CAMPAIGN, campaign.id.clone()),
        (META_YEAR, campaign.year.to_string()),
        (META_TITLE, campaign.title.clone()),
        (META_ROUND, of.round.number().to_string()),
        (META_SET, set.id.to_string()),
        (META_VERSION, set.version.clone()),
        (META_SHA256, set.sha256.clone()),
    ];
    let english = (of.results.lang == Lang::En).then(|| (META_LANG, of.results.lang.code().to_owned()));
    for (row, (key, value)) in (0..).zip(lines.iter().chain(&english)) {
        sheet.write_string(row, 0, *key)?.write_string(row, 1, value)?;
    }
    hide(sheet);
    Ok(())
}
