//! Units that changed what they say of a leaf after the council's workbook was made: the council's figures stand beside
//! those that it saw, not beside others, and what was changed is told.
//!
//! Source: [meanings](crate#meanings) 44.

use std::collections::BTreeMap;

use super::earlier_folder::EarlierOf;
use super::plan::Plan;
use crate::appraisal::figures_seen;
use crate::assessment::{Answer, Appraisal, Claim, Corrected, Round, Seen};
use crate::criteria::Leaf;
use crate::evidence::Evidenced;
use crate::figure::{CriterionId, Figure, Figures, UnitId};
use crate::finding::Finding;
use crate::finding::appraisal::CHANGED_SINCE;
use crate::text;
use crate::text::Text;

/// Keeps the figures that the council saw where it corrected others of the same leaf, and says what units changed since.
pub fn settle(plan: &Plan, evidenced: &BTreeMap<UnitId, Evidenced>, appraisal: &mut Appraisal) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (round, of_round) in std::mem::take(&mut appraisal.seen) {
        for (unit, of_unit) in of_round {
            let set = plan.unit(&unit).and_then(|unit| plan.set(unit));
            let (Some(set), Some(sent)) = (set, evidenced.get(&unit)) else { continue };
            for (id, seen) in of_unit {
                let Some(leaf) = set.find(&id).and_then(|criterion| criterion.leaf()) else { continue };
                if !appraisal.leaves(round, &unit).contains(&id) {
                    continue;
                }
                let answer = sent.assessment.answers.get(&id);
                let now = (claim_of(answer), answer.map(|answer| figures_seen(answer, leaf)).unwrap_or_default());
                let is_same = |one: &Seen| one.claim == now.0 && one.figures == now.1;
                // Whoever saw what the unit says now has confirmed it.
                let Some(first) = seen.first().filter(|_| !seen.iter().any(is_same)) else { continue };
                let kept = keep(appraisal, (round, &unit, &id), first, &now.1);
                findings.push(changed(plan, (round, &unit, &id), leaf, first, &now, kept));
            }
        }
    }
    findings
}

/// Gives the claim of an answer; what was not understood is none.
fn claim_of(answer: Option<&Answer>) -> Claim {
    match answer.map(|answer| &answer.claim) {
        Some(claim @ (Claim::Points(_) | Claim::NotApplicable)) => claim.clone(),
        _ => Claim::Blank,
    }
}

/// Keeps the figures that were seen beside those that the round corrected. Tells whether any were.
fn keep(appraisal: &mut Appraisal, (round, unit, id): (Round, &UnitId, &CriterionId), seen: &Seen, now: &Figures) -> bool {
    let earlier = |input| {
        let rounds = appraisal.corrected.range(..=round);
        rounds.filter_map(|(_, of)| of.get(unit)?.get(id)).any(|of_leaf| of_leaf.contains_key(input))
    };
    let others: Vec<_> = seen
        .figures
        .iter()
        .filter(|(input, figure)| now.get(*input) != Some(figure) && !earlier(*input))
        .map(|(input, figure)| (input.clone(), figure.clone()))
        .collect();
    let Some(of_leaf) = appraisal.corrected.get_mut(&round).and_then(|of| of.get_mut(unit)?.get_mut(id)) else { return false };
    let kept = !others.is_empty();
    for (input, figure) in others {
        let reason = Some("Theo số liệu đơn vị kê khai khi lập phiếu thẩm định".to_owned());
        of_leaf.insert(input, Corrected { figure, reason, reason_asked: false, place: seen.place.clone() });
    }
    kept
}

/// Says what a unit changed since the council's workbook was made.
fn changed(
    plan: &Plan,
    (round, unit, id): (Round, &UnitId, &CriterionId),
    leaf: &Leaf,
    seen: &Seen,
    (claim, figures): &(Claim, Figures),
    kept: bool,
) -> Finding {
    let mut said: Vec<Text> = Vec::new();
    if seen.claim != *claim {
        let (Text { vi, en }, Text { vi: now_vi, en: now_en }) = (of_claim(&seen.claim), of_claim(claim));
        said.push(text!("điểm tự đánh giá từ “{vi}” thành “{now_vi}”", "its claim from “{en}” to “{now_en}”"));
    }
    for input in &leaf.inputs {
        let [before, now] = [&seen.figures, figures].map(|figures| figures.get(&input.id).unwrap_or(&Figure::Blank));
        if before != now {
            let choices = leaf.choices(&input.id);
            let (Text { vi, en }, Text { vi: now_vi, en: now_en }) = (before.words_of(&choices), now.words_of(&choices));
            let label = &input.label;
            said.push(text!("“{label}” từ “{vi}” thành “{now_vi}”", "“{label}” from “{en}” to “{now_en}”"));
        }
    }
    let join = |part: fn(&Text) -> &String| said.iter().map(|one| part(one).as_str()).collect::<Vec<_>>().join("; ");
    let (list_vi, list_en) = (join(|one| &one.vi), join(|one| &one.en));
    let name = plan.unit(unit).map_or(unit.as_str(), |unit| unit.name.as_str());
    let Text { vi: round_vi, en: round_en } = plan.campaign.rounds.name(round);
    let (round_vi, round_en) = (round_vi.to_lowercase(), round_en.to_lowercase());
    let message = if kept {
        text!(
            "Sau khi lập phiếu {round_vi}, “{name}” đã sửa ở tiêu chí {id}: {list_vi}. Số liệu thẩm định được tính cùng với các số liệu đơn vị đã kê khai tại thời điểm lập phiếu.",
            "Since the workbook of {round_en} was made, “{name}” changed criterion {id}: {list_en}. The corrected figures count together with what the unit had declared when the workbook was made."
        )
    } else {
        text!(
            "Sau khi lập phiếu {round_vi}, “{name}” đã sửa ở tiêu chí {id}: {list_vi}. Kết quả thẩm định đã ghi vẫn được tính.",
            "Since the workbook of {round_en} was made, “{name}” changed criterion {id}: {list_en}. What was typed counts all the same."
        )
    };
    let finding = Finding::new(&CHANGED_SINCE, message).of(unit).on(id).at(seen.place.clone());
    if plan.earlier.iter().any(|folder| folder.of == EarlierOf::Locked(round)) {
        // Nobody can make the workbook of a locked round again.
        let help = match plan.campaign.rounds.open_behind(round, plan.campaign.official) {
            Some(next) => {
                let Text { vi, en } = plan.campaign.rounds.name(next);
                text!(
                    "Lần thẩm định này đã khóa nên kết quả giữ nguyên; nếu nội dung đơn vị sửa là đúng thì xem xét ở “{vi}”.",
                    "This round is locked and its result stands; where what the unit changed is right, “{en}” may take it up."
                )
            }
            None => text!(
                "Lần thẩm định này đã khóa nên kết quả giữ nguyên; nếu nội dung đơn vị sửa là đúng thì khai thêm lần thẩm định ở rounds.",
                "This round is locked and its result stands; where what the unit changed is right, declare a further round under rounds."
            ),
        };
        return finding.help(help);
    }
    finding
}

/// Says a claim.
fn of_claim(claim: &Claim) -> Text {
    match claim {
        Claim::Points(points) => Text::new(points.plain_vi(), points.plain()),
        Claim::NotApplicable => Text::new("không áp dụng", "does not apply"),
        Claim::Blank | Claim::Wrong(_) => Figure::Blank.words(),
    }
}
