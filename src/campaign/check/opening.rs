//! Reads a file that is checked: by the campaign given, or by what the form carries.

use std::borrow::Cow;

use jiff::civil::Date;

use super::super::content::{holds_unread, is_unread};
use super::super::plan::Plan;
use super::super::several_forms::list_of;
use super::super::submissions::{self, Read, Received};
use super::super::tables::{Entering, Table};
use super::{Aside, Context, OtherKind, Unread, Within};
use crate::appraisal;
use crate::assessment::{SelfAssessment, Unit};
use crate::criteria::{self, CriteriaSet, Period};
use crate::finding::campaign::FORM_WITHOUT_UNIT;
use crate::finding::sheet::FOREIGN_ALONE;
use crate::finding::{Finding, Place};
use crate::form::layout::META;
use crate::form::read;
use crate::form::{Carried, Handed, carried};
use crate::intake::foreign::{self, Pin};
use crate::intake::read_ours;
use crate::roster::Roster;
use crate::text::Words;
use crate::{text, workbook};

/// Checks a workbook that the council filled in; nothing where it is none.
fn appraised(bytes: &[u8], file: &str, plan: &Plan, findings: &mut Vec<Finding>) -> Option<OtherKind> {
    let book = workbook::open(bytes, file).value?;
    if !appraisal::is_workbook(&book) {
        return None;
    }
    let mut entering = Entering::new(plan);
    entering.table(bytes, file, Table::Appraisal);
    findings.extend(entering.finish().findings);
    Some(OtherKind::Appraisal)
}

/// Reads a form as one of a campaign: unit, days and evidence are compared with it.
pub fn by_campaign<'p>(
    bytes: &[u8],
    file: &str,
    within: Within<'p, '_>,
    findings: &mut Vec<Finding>,
    aside: &mut Aside<'p>,
) -> Option<(SelfAssessment, Context<'p>)> {
    let Within { plan, evidence } = within;
    let read = submissions::of_bytes(bytes, file, plan);
    let Some(Read::Form(form)) = read.value else {
        aside.other = if read.value.is_some() { Some(OtherKind::Explanation) } else { appraised(bytes, file, plan, findings) };
        if aside.other != Some(OtherKind::Appraisal) {
            findings.extend(read.findings);
        }
        return None;
    };
    findings.extend(read.findings);
    let Received { assessment, understood, saved, title, handed } = *form;
    let unit = plan.unit(&assessment.unit)?;
    if assessment.layout.as_str() == foreign::LIST {
        findings.push(list_of(unit, file));
        aside.list = Some(assessment);
        return None;
    }
    if is_unread(&assessment) {
        aside.unread = Some(Unread { assessment, unit, saved, title, handed });
        return None;
    }
    let (set, group) = (plan.set(unit)?, plan.group(unit)?);
    let context = Context {
        unit: Cow::Borrowed(unit),
        set: Cow::Borrowed(set),
        rounding: group.rounding,
        period: plan.campaign.period,
        deadline: unit.deadlines.form,
        files: evidence(&unit.id).collect(findings),
        understood,
        saved,
        title,
        handed,
    };
    Some((assessment, context))
}

/// Reads a form by what it carries: the unit, the year and the set.
pub fn by_itself(bytes: &[u8], file: &str, findings: &mut Vec<Finding>) -> Option<(SelfAssessment, Context<'static>)> {
    let book = workbook::open(bytes, file).collect(findings)?;
    let Some(carried) = carried(&book) else {
        let council = appraisal::is_workbook(&book).then_some(Words { vi: "phiếu thẩm định", en: "an appraisal workbook" });
        let explains = appraisal::is_explanation(&book).then_some(Words { vi: "phiếu giải trình", en: "an explanation" });
        if let Some(Words { vi, en }) = council.or(explains) {
            let message = text!("“{file}” là {vi}, không mang theo bộ tiêu chí.", "“{file}” is {en} and carries no set.");
            findings.push(Finding::new(&FOREIGN_ALONE, message).at(Place::file(file)));
            return None;
        }
        if !read::is_ours(&book) && foreign::is_form(&book, &Pin::default()) {
            let message = text!(
                "“{file}” là biểu riêng của tỉnh, không mang theo bộ tiêu chí.",
                "“{file}” is a form of the province's own and carries no set."
            );
            findings.push(Finding::new(&FOREIGN_ALONE, message).at(Place::file(file)));
            return None;
        }
        findings.push(if read::is_ours(&book) { bare(file) } else { foreign::no_form(&book, file) });
        return None;
    };
    let set = set_of(&carried, file, findings)?;
    let unit = carried.unit(&set);
    let roster = Roster::new(std::slice::from_ref(&unit), []);
    let asked = foreign::Asked { set: &set, unit: &unit.id, roster: &roster, year: carried.year, file, pin: &Pin::default() };
    let mut assessment = read_ours(&book, &asked).collect(findings)?;
    assessment.holds_unread |= holds_unread(findings);
    let unit = Unit { id: assessment.unit.clone(), ..unit };
    let day = |month, day| carried.year.and_then(|year| Date::new(year, month, day).ok());
    let context = Context {
        unit: Cow::Owned(unit),
        rounding: carried.rounding.unwrap_or(set.rounding),
        set: Cow::Owned(set),
        period: Period { from: carried.period.from.or_else(|| day(1, 1)), to: carried.period.to.or_else(|| day(12, 31)) },
        deadline: carried.deadline,
        files: None,
        understood: None,
        saved: book.saved,
        title: String::new(),
        handed: Handed::of(&book),
    };
    Some((assessment, context))
}

/// Reads the set that a form carries; its hash is that of the file that the form was made from.
fn set_of(carried: &Carried, file: &str, findings: &mut Vec<Finding>) -> Option<CriteriaSet> {
    let Some(text) = &carried.yaml else {
        findings.push(bare(file));
        return None;
    };
    let read = criteria::read(text, file);
    // What lint says of the set is no business of whoever fills in the form.
    let sha256 = carried.set.as_ref().map(|set| set.sha256.clone());
    if read.value.is_none() {
        findings.extend(read.findings);
    }
    read.value.map(|set| {
        // A form made without a campaign carries no period.
        let days = if carried.period == Period::default() { set.valid } else { carried.period };
        CriteriaSet { sha256: sha256.unwrap_or_else(|| set.sha256.clone()), ..set.within(days) }
    })
}

/// Says that a form has lost what it is checked by.
fn bare(file: &str) -> Finding {
    let message = text!(
        "Biểu “{file}” mất trang ẩn “{META}” hoặc một phần của trang đó nên không còn mang theo đơn vị và bộ tiêu chí.",
        "The form “{file}” has lost its hidden sheet “{META}”, or a part of it, and no longer carries its unit and its set."
    );
    Finding::new(&FORM_WITHOUT_UNIT, message).at(Place::file(file))
}
