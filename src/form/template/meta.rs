//! The hidden sheet that says what the form is: unit, campaign, set, layout.

use jiff::civil::Date;
use rust_xlsxwriter::{Formula, Workbook, XlsxError};

use super::Form;
use super::lists::hide;
use super::live::aside::{self, Aside};
use super::printed::PrintedForm;
use crate::form::layout::{
    LAYOUT, META, META_AGENCY, META_AUTHORITY, META_CAMPAIGN, META_DEADLINE, META_EXCUSED, META_FROM, META_GROUP, META_LANG, META_LAST,
    META_LAST_UNIT, META_LAST_YEAR, META_LAYOUT, META_NOTICE, META_OFFICE, META_PLACE, META_PROGRAM, META_RETURNED, META_RETURNED_OF,
    META_ROUNDING, META_SET, META_SHA256, META_SIGNATORY, META_SIGNATORY_NAME, META_TITLE, META_TO, META_UNIT, META_UNIT_NAME,
    META_VERSION, META_WORDS, META_YAML, META_YEAR, pieces, rounding,
};
use crate::form::{Returned, signing};
use crate::text::Lang;

/// Writes the hidden sheet that says what the form is, with the set itself, and beside it what is worked out aside.
pub fn write(book: &mut Workbook, form: &Form<'_>, aside: &Aside, returned: Option<&Returned>) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(META)?;
    let mut lines: Vec<(String, String)> = [
        (META_LAYOUT, LAYOUT.to_owned()),
        (META_PROGRAM, env!("CARGO_PKG_VERSION").to_owned()),
        (META_UNIT, form.unit.id.to_string()),
        (META_UNIT_NAME, form.unit.name.clone()),
        (META_CAMPAIGN, form.campaign.id.clone()),
        (META_YEAR, form.campaign.year.to_string()),
        (META_SET, form.set.id.to_string()),
        (META_VERSION, form.set.version.clone()),
        (META_SHA256, form.set.sha256.clone()),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into();
    if form.lang != Lang::Vi {
        lines.push((META_LANG.to_owned(), form.lang.code().to_owned()));
    }
    let campaign = form.campaign;
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let signatory = form.unit.signatory.as_ref();
    let known = [
        (META_TITLE, Some(campaign.title.clone())),
        (META_OFFICE, campaign.office.clone()),
        (META_AUTHORITY, signing::authority(campaign, form.unit).map(str::to_owned)),
        (META_PLACE, signing::place(campaign, form.unit)),
        (META_SIGNATORY, signatory.map(|who| who.title.clone())),
        (META_SIGNATORY_NAME, signatory.and_then(|who| who.name.clone())),
        (META_GROUP, Some(form.group.to_owned())),
        (META_NOTICE, campaign.notice.clone()),
        (META_FROM, day(campaign.period.from)),
        (META_TO, day(campaign.period.to)),
        (META_DEADLINE, day(campaign.deadline)),
        (META_ROUNDING, Some(rounding(form.rounding))),
        (META_WORDS, Some(PrintedForm::new(form).hash())),
    ];
    lines.extend(known.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    lines.extend(form.unit.not_applicable.named().map(|id| (format!("{META_EXCUSED}{id}"), "1".to_owned())));
    let criteria = form.set.walk().into_iter().map(|(_, criterion)| criterion);
    let criteria = criteria.chain(form.set.adjustments.iter().map(|line| &line.criterion));
    let named = criteria.filter_map(|criterion| Some((criterion, campaign.agencies.named_at(criterion)?)));
    lines.extend(named.map(|(criterion, by)| (format!("{META_AGENCY}{}", criterion.id), by.name.to_owned())));
    if let Some(last) = form.last_year {
        lines.push((META_LAST_YEAR.to_owned(), last.year.to_string()));
        lines.extend(last.unit.iter().map(|unit| (META_LAST_UNIT.to_owned(), unit.clone())));
        lines.extend(last.each().map(|(criterion, input, value)| (format!("{META_LAST}{criterion}/{input}"), value.to_owned())));
    }
    if let Some(Returned { held, of }) = returned {
        lines.extend([(META_RETURNED, held), (META_RETURNED_OF, of)].map(|(key, hash)| (key.to_owned(), hash.clone())));
    }
    lines.extend((1..).zip(pieces(&form.set.yaml)).map(|(n, piece)| (format!("{META_YAML}{n}"), piece)));
    for (row, (key, value)) in (0..).zip(&lines) {
        sheet.write_string(row, 0, key)?.write_string(row, 1, value)?;
    }
    for (row, live) in (0..).zip(aside.cells()) {
        sheet.write_formula(row, aside::COLUMN, Formula::new(&live.formula).set_result(live.value.result()))?;
    }
    hide(sheet);
    Ok(())
}
