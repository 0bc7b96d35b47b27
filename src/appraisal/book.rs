//! The workbook as a whole: its sheets in order.

use rust_xlsxwriter::XlsxError;

use super::layout::{DOCUMENTS, WORKLIST};
use super::packed::packed;
use super::places::Places;
use super::plan::Plan;
use super::printed::Printed;
use super::read::sheet_of;
use super::refused::FILLED;
use super::{Commission, documents, meta, table, worklist};
use crate::form::template::marks::{self, Marked};
use crate::form::template::page;
use crate::look;
use crate::workbook::Book;

/// Writes the workbook.
pub fn write(of: &Commission<'_>) -> Result<Vec<u8>, XlsxError> {
    let plan = Plan::new(of);
    let mut book = look::workbook()?;
    let campaign = of.results.campaign;
    book.set_properties(&page::properties(campaign, &format!("{} – {}", campaign.title, of.round_name()), of.by_name())?);
    let first_rows = documents::first_rows(&plan);
    let marked = of.sent.map(|sent| Marked::new(sent.marks, &Places::new(&plan, sent.held)));
    let marked = marked.as_ref();
    if let Some(marked) = marked {
        marks::write(&mut book, marked, of.by_name(), campaign.notice.as_deref())?;
    }
    worklist::write(&mut book, &plan)?;
    table::write(&mut book, &plan, &first_rows, marked)?;
    documents::write(&mut book, &plan)?;
    plan.lists.write(&mut book)?;
    meta::write(&mut book, of)?;
    packed(&mut book, |book| of.sent.is_none() && is_blank(book), print)
}

/// Tells whether nothing stands in the cells to fill in: what was typed in this round before is printed there again.
fn is_blank(book: &Book) -> bool {
    book.sheets.iter().filter_map(sheet_of).all(|table| {
        let filled: Vec<u32> = FILLED.iter().filter_map(|key| table.columns.get(*key).copied()).collect();
        table
            .grid
            .cells
            .iter()
            .all(|((row, column), cell)| cell.is_empty() || !filled.contains(column) || table.rows.iter().all(|(keyed, _)| keyed != row))
    })
}

/// Takes what the sheets of a workbook say.
fn print(book: &Book) -> Printed {
    let mut printed = Printed::default();
    for grid in &book.sheets {
        if let Some(table) = sheet_of(grid) {
            printed.table(&table, &FILLED);
        } else if [WORKLIST, DOCUMENTS].iter().any(|sheet| sheet.are(&grid.name)) {
            printed.sheet(grid);
        }
    }
    printed
}
