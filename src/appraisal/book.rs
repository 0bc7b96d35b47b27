//! The workbook as a whole: its sheets in order.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, XlsxError};

use super::plan::Plan;
use super::{Commission, documents, meta, table, worklist};
use crate::form::template::page;
use crate::look;

/// Writes the workbook.
pub fn write(of: &Commission<'_>) -> Result<Vec<u8>, XlsxError> {
    let plan = Plan::new(of);
    let mut book = look::workbook()?;
    book.set_properties(&properties(of)?);
    let first_rows = documents::first_rows(&plan);
    worklist::write(&mut book, &plan)?;
    table::write(&mut book, &plan, &first_rows)?;
    documents::write(&mut book, &plan)?;
    plan.lists.write(&mut book)?;
    meta::write(&mut book, of)?;
    book.save_to_buffer()
}

/// Gives the workbook's properties; its day is the campaign's, never the clock's.
fn properties(of: &Commission<'_>) -> Result<DocProperties, XlsxError> {
    let campaign = of.results.campaign;
    let day = campaign.period.to.or_else(|| Date::new(campaign.year, 12, 31).ok()).unwrap_or(Date::constant(2000, 1, 1));
    Ok(DocProperties::new()
        .set_title(format!("{} – {}", campaign.title, of.round_name))
        .set_author(campaign.office.as_deref().unwrap_or_default())
        .set_company(&of.part.name)
        .set_creation_datetime(&page::excel_day(day)?))
}
