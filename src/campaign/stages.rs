//! The stages between reading and ranking, over all units: evidence and scores; and the bytes of a report.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use super::plan::Plan;
use super::submissions;
use crate::assessment::{Appraisal, Arrivals, Content, SelfAssessment, Unit};
use crate::criteria::CriteriaSet;
use crate::evidence::{self, Asked, Evidenced, Files, Party, named_by_several};
use crate::figure::UnitId;
use crate::finding::campaign::NOT_SUBMITTED;
use crate::finding::{Checked, Finding, Part, Place, Severity};
use crate::ranking::Group;
use crate::scoring::{self, Entrant, Scorecard};
use crate::text;

/// Compares the evidence of every form with the set, the days of the campaign and what lies in its unit's folder, then
/// that of every unit against that of the others.
pub fn evidence(
    plan: &Plan,
    forms: BTreeMap<UnitId, SelfAssessment>,
    files: &BTreeMap<UnitId, Files>,
) -> Checked<BTreeMap<UnitId, Evidenced>> {
    let forms: Vec<(UnitId, SelfAssessment)> = forms.into_iter().collect();
    let check = |(id, form): (UnitId, SelfAssessment)| Some((id.clone(), check_form(plan, &id, form, files.get(&id))?));
    let checked: Vec<Option<(UnitId, Checked<Evidenced>)>> = forms.into_par_iter().map(check).collect();
    let mut findings = Vec::new();
    let mut evidenced: BTreeMap<UnitId, Evidenced> =
        checked.into_iter().flatten().map(|(id, checked)| (id, checked.collect(&mut findings))).collect();
    let parties = plan.units.iter().filter_map(|unit| {
        let (set, files) = (plan.set(unit)?, files.get(&unit.id));
        Some(Party { unit, set, files, evidenced: evidenced.get(&unit.id)? })
    });
    for finding in named_by_several(&parties.collect::<Vec<_>>()) {
        let unit = finding.unit.as_ref();
        if let Some(set) = unit.and_then(|unit| plan.set(plan.unit(unit)?))
            && let Some(evidenced) = unit.and_then(|unit| evidenced.get_mut(unit))
        {
            evidenced.withhold(set, &finding);
        }
        findings.push(finding);
    }
    Checked { value: evidenced, findings }
}

/// Compares the evidence of one form with what is asked. Nothing where the campaign doesn't have the unit.
pub fn check_form(plan: &Plan, id: &UnitId, form: SelfAssessment, files: Option<&Files>) -> Option<Checked<Evidenced>> {
    let unit = plan.unit(id)?;
    Some(evidence::check(&asked(plan, unit, unit.deadlines.form, files)?, form))
}

/// Gives what a unit's evidence is compared with. A document may be of the last day at the latest.
pub fn asked<'a>(plan: &'a Plan, unit: &'a Unit, deadline: Option<Date>, files: Option<&'a Files>) -> Option<Asked<'a>> {
    Some(Asked { set: plan.set(unit)?, unit, period: plan.campaign.period, deadline, files })
}

/// Finds the units of which a file was sent that could not be read, with the file.
pub fn unread(plan: &Plan, found: &[Finding]) -> BTreeMap<UnitId, String> {
    let of_file = |finding: &Finding| {
        let file = finding.place.file.as_ref().filter(|file| file.starts_with(&format!("{}/", submissions::FOLDER)))?;
        let unit = finding.unit.clone().or_else(|| plan.roster.in_file_name(file).one().map(|unit| unit.id.clone()))?;
        Some((unit, file.clone()))
    };
    found.iter().filter(|finding| finding.severity == Severity::Error).filter_map(of_file).collect()
}

/// Scores every unit, group by group, and tells of units that sent nothing. Of those in `unread` a file was sent that
/// could not be read.
pub fn scores(
    plan: &Plan,
    evidenced: &BTreeMap<UnitId, Evidenced>,
    unread: &BTreeMap<UnitId, String>,
    typed: &Appraisal,
    arrivals: &BTreeMap<UnitId, Arrivals>,
) -> Checked<BTreeMap<UnitId, Scorecard>> {
    let mut findings = Vec::new();
    let mut cards = BTreeMap::new();
    for group in &plan.groups {
        let Some(set) = plan.sets.get(&group.set) else { continue };
        let members: Vec<&Unit> = plan.units.iter().filter(|unit| unit.group == group.id).collect();
        let scored = score_units(plan, group, set, &members, evidenced, typed, arrivals).collect(&mut findings);
        for (mut card, unit) in scored.into_iter().zip(members) {
            let file = evidenced.get(&unit.id).map(|sent| &sent.assessment.file).or_else(|| unread.get(&unit.id));
            card.content = card.content.or_else(|| file.map(|_| Content::Unread));
            if !card.submitted {
                findings.push(not_submitted(unit, card.content, file));
            }
            cards.insert(card.unit.clone(), card);
        }
    }
    Checked { value: cards, findings }
}

/// Tells that a unit sent nothing that can be scored, and what it did send.
fn not_submitted(unit: &Unit, content: Option<Content>, file: Option<&String>) -> Finding {
    let name = &unit.name;
    let message = match content {
        None => text!("“{name}” chưa gửi báo cáo tự đánh giá.", "“{name}” sent no form."),
        Some(Content::Blank) => text!(
            "“{name}” đã gửi biểu nhưng chưa điền gì: coi như chưa gửi.",
            "“{name}” sent a form in which nothing is filled in: it counts as not sent."
        ),
        Some(Content::Unread | Content::Read) => text!(
            "“{name}” đã gửi, chưa đọc được: biểu không có nội dung nào đọc được, coi như chưa gửi.",
            "“{name}” sent a form of which nothing could be read: it counts as not sent."
        ),
    };
    let place = Place::file(file.map_or(submissions::FOLDER, |file| file));
    let finding = Finding::new(&NOT_SUBMITTED, message).of(&unit.id).at(place).lacks(Part::Form);
    match content {
        None => finding,
        Some(Content::Blank) => Finding {
            help: text!("Đề nghị đơn vị điền biểu và gửi lại.", "Ask the unit to fill in the form and send it again."),
            ..finding
        },
        Some(Content::Unread | Content::Read) => Finding {
            help: text!(
                "Xem các lỗi khác của tệp, sửa theo hướng dẫn ở đó hoặc đề nghị đơn vị gửi lại.",
                "See what else is found in the file; correct it as told there, or ask the unit to send it again."
            ),
            ..finding
        },
    }
}

/// Scores units of a group, in the order given.
pub fn score_units(
    plan: &Plan,
    group: &Group,
    set: &CriteriaSet,
    units: &[&Unit],
    evidenced: &BTreeMap<UnitId, Evidenced>,
    typed: &Appraisal,
    arrivals: &BTreeMap<UnitId, Arrivals>,
) -> Checked<Vec<Scorecard>> {
    let entrant = |unit| Entrant {
        unit,
        evidenced: evidenced.get(&unit.id),
        rounds: typed.rounds.iter().filter_map(|(round, entries)| Some((*round, entries.get(&unit.id)?))).collect(),
        applies: typed.applies.iter().filter_map(|(round, said)| Some((*round, said.get(&unit.id)?))).collect(),
        corrected: typed.corrected.iter().filter_map(|(round, of_round)| Some((*round, of_round.get(&unit.id)?))).collect(),
        survey: typed.survey.get(&unit.id),
        surveyed: typed.surveyed.get(&unit.id),
        lateness: arrivals.get(&unit.id).and_then(|arrivals| arrivals.costs.clone()),
        named: Some(&plan.campaign.rounds),
    };
    let entrants: Vec<Entrant<'_>> = units.iter().copied().map(entrant).collect();
    scoring::score_group(set, group.rounding, &entrants, plan.campaign.official)
}
