//! What units explain after a round of appraisal: its documents checked, and compared with what was changed. It moves no
//! point: the next round sees it.

use std::collections::BTreeMap;

use super::plan::Plan;
use super::stages;
use crate::appraisal;
use crate::assessment::{Answer, Appraisal, Campaign, Explanations, Remarks, Round, SelfAssessment, SetRef};
use crate::evidence::{self, Files};
use crate::figure::{CriterionId, UnitId, date_in};
use crate::finding::appraisal::EXPLAINS_UNCHANGED;
use crate::finding::evidence::UNBACKED;
use crate::finding::{Finding, Place, Severity};
use crate::scoring::Scorecard;
use crate::text;
use crate::text::{Lang, Text};

/// Checks the documents that explanations name as those of forms are checked; what is found withholds nothing.
pub fn documents(plan: &Plan, explanations: &Explanations, files: &BTreeMap<UnitId, Files>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for explanation in explanations.values().flat_map(BTreeMap::values) {
        let Some(unit) = plan.unit(&explanation.unit) else { continue };
        // What a unit adds after a round may be younger than its form, but not than the round that looks at it.
        let next = plan.campaign.rounds.behind(explanation.round).and_then(|next| plan.campaign.rounds.find(next));
        let until = next.and_then(|next| next.from);
        let Some(mut asked) = stages::asked(plan, unit, until, files.get(&unit.id)) else { continue };
        asked.period.to = until;
        let set = asked.set;
        let form = SelfAssessment {
            unit: explanation.unit.clone(),
            set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
            file: explanation.file.clone(),
            layout: "parindex/1".into(),
            answers: explanation.answers.clone(),
            shared: Answer::default(),
            remarks: Remarks::default(),
            holds_unread: false,
        };
        let places: Vec<Place> = explanation
            .answers
            .values()
            .flat_map(|answer| &answer.evidence)
            .flat_map(|one| one.cells.iter().map(|(_, cell)| one.place.place(Some(cell))).chain([one.place.place(None)]))
            .collect();
        let checked = evidence::check(&asked, form);
        let of_document = |finding: &Finding| finding.place.cell.is_some() && places.contains(&finding.place);
        findings.extend(checked.findings.into_iter().filter(of_document));
    }
    findings
}

/// Says of leaves without evidence in the form that the unit has explained them since: nothing is left for it to correct.
/// What was withheld stays so until a round gives it back.
pub fn answered(plan: &Plan, explanations: &Explanations, appraisal: &Appraisal, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| finding.code == &UNBACKED) {
        let (Some(unit), Some(id)) = (&finding.unit, &finding.criterion) else { continue };
        let of_unit = explanations.get(unit).into_iter().flatten();
        let mut answers = of_unit.filter_map(|(round, explanation)| Some((*round, explanation.answers.get(id)?)));
        let Some((round, _)) = answers.find(|(_, answer)| answer.explains() || !answer.evidence.is_empty()) else { continue };
        let Some(criterion) = plan.unit(unit).and_then(|unit| plan.set(unit)?.find(id)) else { continue };
        let (name, Text { vi: round_vi, en: round_en }) = (&criterion.name, plan.campaign.rounds.name(round));
        finding.severity = Severity::Note;
        finding.message = text!(
            "Tiêu chí {id} “{name}” chưa có tài liệu kiểm chứng trong báo cáo tự đánh giá; đơn vị đã giải trình sau “{round_vi}”.",
            "Criterion {id} “{name}” has no evidence in the self-assessment; the unit has explained it after “{round_en}”."
        );
        let looked_at = appraisal.all_rounds().into_iter().find(|later| *later > round && appraisal.leaves(*later, unit).contains(id));
        finding.help = reviewed(&plan.campaign, round, looked_at);
    }
}

/// Says where what was explained after a round was, or will be, looked at: in a round of the campaign, not in one that it lacks.
fn reviewed(campaign: &Campaign, round: Round, looked_at: Option<Round>) -> Text {
    if let Some(later) = looked_at {
        let Text { vi, en } = campaign.rounds.name(later);
        return text!(
            "Đơn vị không phải sửa báo cáo; giải trình đã được xem xét ở “{vi}”.",
            "The unit has nothing to correct; what it explained was looked at in “{en}”."
        );
    }
    let Some(next) = campaign.rounds.open_behind(round, campaign.official) else {
        return text!(
            "Đơn vị không phải sửa báo cáo. Sau lần thẩm định này đợt đánh giá không còn lần nào để xem xét giải trình; nếu cần xem xét thì khai thêm lần thẩm định ở rounds.",
            "The unit has nothing to correct. The campaign has no later round left that could look at what was explained; where that is wanted, declare one under rounds."
        );
    };
    let Text { vi, en } = campaign.rounds.name(next);
    let until = campaign.rounds.find(next).and_then(|declared| declared.to);
    let until = until.map(|day| (date_in(day, Lang::Vi), date_in(day, Lang::En)));
    match until {
        Some((day_vi, day_en)) => text!(
            "Đơn vị không phải sửa báo cáo; giải trình được xem xét ở “{vi}” (đến ngày {day_vi}).",
            "The unit has nothing to correct; “{en}”, until {day_en}, looks at what it explained."
        ),
        None => text!(
            "Đơn vị không phải sửa báo cáo; giải trình được xem xét ở “{vi}”.",
            "The unit has nothing to correct; “{en}” looks at what it explained."
        ),
    }
}

/// Says which leaves were explained though nothing was changed of them.
pub fn unchanged(plan: &Plan, explanations: &Explanations, cards: &BTreeMap<UnitId, Scorecard>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for explanation in explanations.values().flat_map(BTreeMap::values) {
        let Some(unit) = plan.unit(&explanation.unit) else { continue };
        let (Some(set), Some(group), Some(card)) = (plan.set(unit), plan.group(unit), cards.get(&unit.id)) else { continue };
        let changes = appraisal::changes(set, group.rounding, unit, card, explanation.round);
        let changed: Vec<&CriterionId> = changes.iter().map(|change| &change.criterion.id).collect();
        for (id, answer) in explanation.answers.iter().filter(|(id, _)| !changed.contains(id)) {
            let Text { vi: round_vi, en: round_en } = plan.campaign.rounds.name(explanation.round);
            let message = text!(
                "Đơn vị giải trình tiêu chí “{id}”, nhưng điểm của tiêu chí này không thay đổi sau “{round_vi}”.",
                "The unit explains criterion “{id}”, which “{round_en}” did not change."
            );
            let own = answer.cells.first().map(|cell| answer.place(&explanation.file, Some(cell)));
            let place = own.or_else(|| answer.evidence.first().map(|one| one.place.place(None)));
            let place = place.unwrap_or_else(|| Place::file(&explanation.file));
            findings.push(Finding::new(&EXPLAINS_UNCHANGED, message).of(&unit.id).on(id).at(place));
        }
    }
    findings
}
