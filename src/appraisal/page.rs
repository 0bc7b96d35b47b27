//! What the sheets of a workbook share: head, title, paper.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Commission;
use super::layout::TITLE;
use crate::form::template::page;
use crate::form::template::page::Across;

/// Gives the title of the sheets.
pub fn title(of: &Commission<'_>) -> String {
    format!("{} {}", TITLE.get(of.results.lang), of.round_name().to_uppercase())
}

/// Writes the head of a sheet as official letters have it. Gives its height.
pub fn head(sheet: &mut Worksheet, of: &Commission<'_>, left: Across, right: Across) -> Result<u32, XlsxError> {
    let above = of.results.campaign.authority.as_ref().map(|above| above.to_uppercase()).unwrap_or_default();
    let [state, motto] = page::national_heading(of.results.lang);
    page::head_of(sheet, &[above, of.by_name().to_uppercase(), state, motto], left, right)
}

/// Sets paper and margins, page numbers and what identifies a printed page.
pub fn paper(sheet: &mut Worksheet, of: &Commission<'_>) {
    let campaign = of.results.campaign;
    page::paper_with(sheet, campaign.notice.as_deref(), [of.by_name(), &format!("{}: {}", campaign.id, of.round_name())]);
}
