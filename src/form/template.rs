//! Writes the form of one unit: a workbook to fill in, with the unit's score live in it.
//!
//! Everything that the form says of rules and checks comes from the rules and the catalogue themselves, so the two
//! can't disagree. With answers given, the same form comes filled in: for samples, and for copies that go back.

pub(crate) mod ask;
mod assessment;
pub(crate) mod documents;
mod evidence;
pub(crate) mod figure_words;
mod guide;
mod kept;
pub(crate) mod lists;
pub(crate) mod live;
pub(crate) mod marks;
mod meta;
pub mod printed;
pub(crate) mod page;
mod places;
mod plan;
pub(crate) mod rule_words;
pub(crate) mod states;
mod value;

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use crate::assessment::{Campaign, SelfAssessment, Unit};
use crate::criteria::CriteriaSet;
use crate::form::LastYear;
use crate::form::layout::{ASSESSMENT, EVIDENCE, FEEDBACK, GUIDE, LISTS, META};
use crate::look;
use crate::points::Rounding;
use crate::text::{Lang, Words};

pub use self::marks::Marks;
pub(crate) use self::marks::original;
pub use self::value::Value;

/// Lists the sheets that every form of a language has, and that of its copy.
pub(crate) fn own_sheets(lang: Lang) -> [&'static str; 7] {
    let [guide, assessment, evidence] = [GUIDE, ASSESSMENT, EVIDENCE].map(|words| words.get(lang));
    [FEEDBACK.vi, FEEDBACK.en, guide, assessment, evidence, LISTS, META]
}

/// What a form is made of.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// Criteria, rules and evidence asked.
    pub set: &'a CriteriaSet,
    /// Who fills it in.
    pub unit: &'a Unit,
    /// Title, year, deadline, notice.
    pub campaign: &'a Campaign,
    /// Name of the unit's group, as printed.
    pub group: &'a str,
    /// Rounding of points shown: the set's, unless the campaign sets another.
    pub rounding: Rounding,
    /// What the unit declared the year before, printed in grey beside the cells; `None` leaves it out.
    pub last_year: Option<&'a LastYear>,
    /// Language in which the form speaks to whoever fills it in; what the campaign and the set say stays as they say it.
    pub lang: Lang,
    /// Answers to put into the cells, as they were typed; `None` makes a blank form.
    pub filled: Option<&'a SelfAssessment>,
}

impl Form<'_> {
    /// Gives the name of one of its sheets.
    pub(crate) const fn sheet(&self, named: Words) -> &'static str {
        named.get(self.lang)
    }
}

/// Reason why a form could not be written: a limit of Excel was passed.
#[derive(Debug, thiserror::Error)]
#[error("không ghi được biểu mẫu của “{unit}” / can't write the form of “{unit}”: {source}")]
pub struct Unwritable {
    /// Name of the unit.
    pub unit: String,
    /// Limit that was passed.
    pub source: XlsxError,
}

/// Writes a form as the bytes of an `.xlsx` file. The same form always gives the same bytes.
///
/// # Errors
///
/// [`Unwritable`] where a limit of Excel is passed: a formula over 8192 characters, more than a million rows.
pub fn write(form: &Form<'_>) -> Result<Vec<u8>, Unwritable> {
    bytes(form, None).map_err(|source| Unwritable { unit: form.unit.name.clone(), source })
}

/// Writes the copy of a filled form that goes back to its unit: the same form with every answer kept, cells with findings
/// marked and noted, and a first sheet that lists what is to be cured.
///
/// # Errors
///
/// [`Unwritable`] where a limit of Excel is passed.
pub fn annotate(form: &Form<'_>, marks: &Marks<'_>) -> Result<Vec<u8>, Unwritable> {
    bytes(form, Some(marks)).map_err(|source| Unwritable { unit: form.unit.name.clone(), source })
}

/// Adds further sheets to a workbook; it is given the notice of the campaign.
pub type FurtherSheets<'a> = dyn Fn(&mut Workbook, Option<&str>) -> Result<(), XlsxError> + 'a;

/// Writes a workbook of findings on a file that is not a form of ours, with the addresses in that file. `beside` adds
/// further sheets.
///
/// # Errors
///
/// [`Unwritable`] where a limit of Excel is passed.
pub fn list_findings(
    marks: &Marks<'_>,
    unit: &str,
    campaign: Option<&Campaign>,
    beside: &FurtherSheets<'_>,
) -> Result<Vec<u8>, Unwritable> {
    let make = || {
        let mut book = look::workbook()?;
        let day = campaign.and_then(|campaign| campaign.deadline).unwrap_or(Date::constant(2000, 1, 1));
        let day = page::excel_day(day)?;
        book.set_properties(&DocProperties::new().set_title(marks.file).set_creation_datetime(&day));
        let notice = campaign.and_then(|campaign| campaign.notice.as_deref());
        marks::write_plain(&mut book, marks, unit, notice)?;
        beside(&mut book, notice)?;
        look::packed(&mut book)
    };
    make().map_err(|source| Unwritable { unit: if unit.is_empty() { marks.file.to_owned() } else { unit.to_owned() }, source })
}

/// Writes a form.
fn bytes(form: &Form<'_>, marks: Option<&Marks<'_>>) -> Result<Vec<u8>, XlsxError> {
    let plan = plan::Plan::new(form);
    let extras = marks.map(|marks| marks.extras);
    let documents = documents::Documents::new(&plan, extras);
    let live = live::LiveCells::new(&plan, &documents);
    let marked = marks.map(|marks| marks::Marked::new(*marks, &places::Places::new(&plan, &documents, &live)));
    let marked = marked.as_ref();
    let mut book = look::workbook()?;
    let title = format!("{} – {}", form.campaign.title, form.unit.name);
    book.set_properties(&page::properties(form.campaign, &title, &form.unit.name)?.set_subject(&form.set.title));
    if let Some(marked) = marked {
        marks::write(&mut book, marked, &form.unit.name, form.campaign.notice.as_deref())?;
    }
    guide::write(&mut book, &plan)?;
    assessment::write(&mut book, &plan, &live, marked)?;
    evidence::write(&documents, &mut book, &plan, marked)?;
    if let Some(extras) = extras {
        kept::write(&mut book, &extras.sheets, &own_sheets(form.lang))?;
    }
    plan.lists.write(&mut book)?;
    assessment::name_columns(&mut book, &plan)?;
    meta::write(&mut book, form, &live.aside, extras.and_then(|extras| extras.returned.as_ref()))?;
    look::packed(&mut book)
}
