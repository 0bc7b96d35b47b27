//! What goes back to a unit: its own form with every answer kept and every finding marked, or a workbook of findings
//! where the file is no form of ours.

use std::borrow::Cow;

use super::check::{Checking, Form};
use super::failure::Unmade;
use super::plan::Plan;
use crate::assessment::{Campaign, Unit};
use crate::form::read;
use crate::form::template::{self, Marks};
use crate::form::{Extras, Returned, carried, holds};
use crate::intake::reading::{self, Reading};
use crate::look;
use crate::text::Lang;
use crate::workbook::{self, LONGEST_TEXT};

/// Makes what goes back for a file that was checked, of the bytes that were checked and the name of their file.
///
/// # Errors
/// [`Unmade`] where the writer of workbooks refuses.
pub fn feedback(bytes: &[u8], file: &str, checking: &Checking<'_>, within: Option<&Plan>, lang: Lang) -> Result<Vec<u8>, Unmade> {
    let made = match &checking.form {
        Some(form) if form.evidenced.assessment.is_ours() => marked(bytes, file, checking, form, within, lang),
        other => listed(file, checking, other.as_ref(), within, lang),
    };
    made.map_err(|error| Unmade { file: file.to_owned(), why: error.to_string() })
}

/// Makes the copy of a form of ours.
fn marked(
    bytes: &[u8],
    file: &str,
    checking: &Checking<'_>,
    form: &Form<'_>,
    within: Option<&Plan>,
    lang: Lang,
) -> Result<Vec<u8>, template::Unwritable> {
    let mut assessment = form.evidenced.assessment.clone();
    assessment.shorten(|text| match look::shortened(text, LONGEST_TEXT) {
        Cow::Owned(shorter) => Some(shorter),
        Cow::Borrowed(_) => None,
    });
    let assessment = &assessment;
    let book = workbook::open(bytes, file).value;
    let extras = book.as_ref().map(|book| read::extras(book, &form.set, &assessment.file, &checking.findings)).unwrap_or_default();
    let known = within.and_then(|plan| Some((plan.unit(&assessment.unit)?, &plan.campaign, plan.group(plan.unit(&assessment.unit)?)?)));
    let carried = book.as_ref().and_then(carried).unwrap_or_default();
    let last_year = carried.last_year.as_ref();
    let make = |unit: &Unit, campaign: &Campaign, group: &str, extras: &Extras| {
        let marks = Marks { findings: &checking.findings, extras, file, lang };
        let form =
            template::Form { set: &form.set, unit, campaign, group, rounding: form.rounding, last_year, lang, filled: Some(assessment) };
        template::annotate(&form, &marks)
    };
    let with = |extras: &Extras| {
        if let Some((unit, campaign, group)) = known {
            return make(unit, campaign, &group.name, extras);
        }
        let unit = Unit { id: assessment.unit.clone(), ..carried.unit(&form.set) };
        make(&unit, &carried.campaign(), carried.group.as_deref().unwrap_or_default(), extras)
    };
    let copy = with(&extras)?;
    // The copy says what it holds, as whoever reads it again finds it.
    let held = workbook::open(&copy, file).value.as_ref().and_then(holds);
    match held.zip(book.as_ref().and_then(holds)) {
        Some((held, of)) => with(&Extras { returned: Some(Returned { held, of }), ..extras }),
        None => Ok(copy),
    }
}

/// Makes the workbook of findings for a file that is no form of ours.
fn listed(
    file: &str,
    checking: &Checking<'_>,
    form: Option<&Form<'_>>,
    within: Option<&Plan>,
    lang: Lang,
) -> Result<Vec<u8>, template::Unwritable> {
    let unit = form.and_then(|form| within?.unit(&form.evidenced.assessment.unit));
    let extras = Extras::default();
    let marks = Marks { findings: &checking.findings, extras: &extras, file, lang };
    let reading = form
        .and_then(|form| Some(Reading { understood: form.understood.as_ref()?, assessment: &form.evidenced.assessment, set: &form.set }));
    reading::list_findings(&marks, unit.map_or("", |unit| &unit.name), reading.as_ref(), within.map(|plan| &plan.campaign))
}
