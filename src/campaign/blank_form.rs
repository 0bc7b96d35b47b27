//! Blank forms: one workbook per unit; and workbooks of ours that nobody has begun to fill in.

use super::failure::Unmade;
use super::plan::Plan;
use crate::appraisal;
use crate::assessment::Unit;
use crate::form::template::{self, Form};
use crate::form::{self, LastYear};
use crate::text::Lang;
use crate::workbook;

/// Makes the bytes of a unit's blank form in a language, with what it declared the year before where that is given.
///
/// # Errors
/// [`Unmade`] where the writer of workbooks refuses.
pub fn blank_form(plan: &Plan, unit: &Unit, last_year: Option<&LastYear>, lang: Lang) -> Result<Vec<u8>, Unmade> {
    let unmade = |why: String| Unmade { file: format!("{}.xlsx", unit.id), why };
    let (Some(group), Some(set)) = (plan.group(unit), plan.set(unit)) else { return Err(unmade(unit.group.to_string())) };
    let form = Form { set, unit, campaign: &plan.campaign, group: &group.name, rounding: group.rounding, last_year, lang, filled: None };
    template::write(&form).map_err(|error| unmade(error.to_string()))
}

/// Tells whether bytes are a form of ours, a workbook of the council's or one for explanations that nobody has begun to fill in, of
/// whatever campaign.
pub fn is_untouched(bytes: &[u8]) -> bool {
    let opened = workbook::open(bytes, "");
    opened.findings.is_empty() && opened.value.is_some_and(|book| form::is_untouched(&book) || appraisal::is_untouched(&book))
}
