//! One filled form, checked by itself or as a form of a campaign.

use std::path::Path;

use jiff::civil::Date;

use super::plan::Plan;
use super::submissions::Received;
use super::{RunError, evidence_folder, submissions};
use crate::assessment::{SelfAssessment, Unit};
use crate::criteria::{self, CriteriaSet, Period};
use crate::evidence::{self, Asked, Evidenced};
use crate::figure::GroupId;
use crate::finding::campaign::FORM_WITHOUT_UNIT;
use crate::finding::sheet::FOREIGN_ALONE;
use crate::finding::{Finding, Place};
use crate::points::Rounding;
use crate::scoring::{self, Scorecard};
use crate::sheet::carried::{Carried, carried};
use crate::sheet::foreign::{self, Pin, Understood};
use crate::sheet::layout::META;
use crate::{sheet, text, yaml};

/// What came of a file.
#[derive(Debug)]
pub struct Checking {
    /// File, as it was named.
    pub file: String,
    /// What was read, where it could be.
    pub form: Option<Form>,
    /// Everything found in it.
    pub findings: Vec<Finding>,
}

/// What was read from a form.
#[derive(Debug)]
pub struct Form {
    /// Answers, with the verdict on their evidence.
    pub evidenced: Evidenced,
    /// Scores of the stages that a form can reach by itself.
    pub card: Scorecard,
    /// Set that it was read by.
    pub set: CriteriaSet,
    /// Rounding of points.
    pub rounding: Rounding,
    /// How a form of the province's own was understood.
    pub understood: Option<Understood>,
}

/// Checks a file: by the campaign given, or alone, by the set that the form carries.
///
/// # Errors
/// [`RunError::Read`].
pub fn check(path: &Path, file: &str, within: Option<(&Path, &Plan)>) -> Result<Checking, RunError> {
    let (bytes, _) = submissions::load(path).map_err(RunError::read(path))?;
    let mut findings = Vec::new();
    let form = match within {
        Some((folder, plan)) => by_campaign(&bytes, file, folder, plan, &mut findings),
        None => by_itself(&bytes, file, &mut findings),
    };
    if let Some((_, plan)) = within {
        plan.judge(&mut findings);
    }
    yaml::sort(&mut findings);
    Ok(Checking { file: file.to_owned(), form, findings })
}

/// Checks a form as one of a campaign: unit, days and evidence are held against it.
fn by_campaign(bytes: &[u8], file: &str, folder: &Path, plan: &Plan, findings: &mut Vec<Finding>) -> Option<Form> {
    let Received { assessment, understood } = submissions::of_bytes(bytes, file, plan).collect(findings)?;
    let unit = plan.unit(&assessment.unit)?;
    let (set, group) = (plan.set(unit)?, plan.group(unit)?);
    let files = evidence_folder::of_unit(folder, &unit.id).collect(findings).files;
    let (period, deadline) = (plan.campaign.period, plan.campaign.deadline);
    let form = form(assessment, &Asked { set, unit, period, deadline, files: Some(&files) }, group.rounding, findings);
    Some(Form { understood, ..form })
}

/// Checks a form by what it carries: the unit, the year and the set.
fn by_itself(bytes: &[u8], file: &str, findings: &mut Vec<Finding>) -> Option<Form> {
    let book = sheet::book::open(bytes, file).collect(findings)?;
    let Some(carried) = carried(&book) else {
        if !sheet::read::is_ours(&book) && foreign::is_form(&book, &Pin::default()) {
            let message = text!(
                "“{file}” là biểu riêng của tỉnh, không mang theo bộ tiêu chí.",
                "“{file}” is a form of the province's own and carries no set."
            );
            findings.push(Finding::new(&FOREIGN_ALONE, message).at(Place::file(file)));
            return None;
        }
        findings.push(if sheet::read::is_ours(&book) { bare(file) } else { sheet::read::no_form(file) });
        return None;
    };
    let set = set_of(&carried, file, findings)?;
    let assessment = sheet::read::read(&book, &set, file).collect(findings)?;
    let unit = Unit {
        id: assessment.unit.clone(),
        name: carried.unit_name.clone().unwrap_or_default(),
        aliases: Vec::new(),
        group: GroupId::new(""),
        ranked: true,
        not_applicable: carried.excused.clone(),
    };
    let day = |month, day| carried.year.and_then(|year| Date::new(year, month, day).ok());
    let period = Period { from: carried.period.from.or_else(|| day(1, 1)), to: carried.period.to.or_else(|| day(12, 31)) };
    let asked = Asked { set: &set, unit: &unit, period, deadline: carried.deadline, files: None };
    let rounding = carried.rounding.unwrap_or(set.rounding);
    Some(form(assessment, &asked, rounding, findings))
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
    read.value.map(|set| CriteriaSet { sha256: sha256.unwrap_or_else(|| set.sha256.clone()), ..set })
}

/// Says that a form has lost what it is checked by.
fn bare(file: &str) -> Finding {
    let message = text!(
        "Biểu “{file}” mất trang ẩn “{META}” hoặc một phần của trang đó nên không còn mang theo đơn vị và bộ tiêu chí.",
        "The form “{file}” has lost its hidden sheet “{META}”, or a part of it, and no longer carries its unit and its set."
    );
    Finding::new(&FORM_WITHOUT_UNIT, message).at(Place::file(file))
}

/// Checks evidence and scores what the form alone can tell.
fn form(assessment: SelfAssessment, asked: &Asked<'_>, rounding: Rounding, findings: &mut Vec<Finding>) -> Form {
    let evidenced = evidence::check(asked, assessment).collect(findings);
    let card = scoring::score_alone(asked.set, rounding, asked.unit, &evidenced).collect(findings);
    Form { evidenced, card, set: asked.set.clone(), rounding, understood: None }
}
