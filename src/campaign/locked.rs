//! Locked rounds: what was typed since is told, and what the locked result says stands.

use std::collections::BTreeMap;

use super::plan::Plan;
use crate::assessment::{Applies, Appraisal, Entry, LockedLeaf, LockedRound, Round, Unit};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, UnitId};
use crate::finding::appraisal::{LOCKED_OF_OTHER_MAXIMUM, LOCKED_ROUND_CHANGED};
use crate::finding::{Finding, Place};
use crate::points::{Points, Rounding};
use crate::rule::Scorer;
use crate::scoring::Scorecard;
use crate::text;
use crate::text::Text;

/// Compares what rounds come to now with what was locked, and puts what was locked in its place.
///
/// Nothing is found where nothing changed; else units have to be scored again.
pub fn hold(
    plan: &Plan,
    locked: &BTreeMap<Round, LockedRound>,
    cards: &BTreeMap<UnitId, Scorecard>,
    appraisal: &mut Appraisal,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (round, stands) in locked {
        for unit in &plan.units {
            let (Some(set), Some(group), Some(card)) = (plan.set(unit), plan.group(unit), cards.get(&unit.id)) else { continue };
            for criterion in appraised(set) {
                let Some(now) = now(card, *round, &criterion.id) else { continue };
                let then = stands.leaf(&unit.id, &criterion.id).cloned().unwrap_or_default();
                let (then, now) = match kept(&then, &now, group.rounding) {
                    Some(points) => (LockedLeaf { points: Some(points), ..then }, now.without_appraisal()),
                    None => (then, now),
                };
                if same(&now, &then, group.rounding) {
                    continue;
                }
                let changed = Changed { unit, criterion, round: *round, rounding: group.rounding };
                let name = plan.campaign.rounds.name(*round);
                if let Some(max) = then.max.as_ref().filter(|max| then.points.is_some() && **max != criterion.max) {
                    findings.push(changed.of_other_maximum(&name, &then, max).at(Place::file(&stands.file)));
                    continue;
                }
                findings.push(changed.told(&name, &then, &now).at(changed.place(appraisal, stands)));
                changed.restore(appraisal, &then, &stands.file);
            }
        }
    }
    findings
}

/// Lists the leaves and lines that a council can score.
fn appraised(set: &CriteriaSet) -> impl Iterator<Item = &Criterion> {
    set.leaves().filter(|(_, leaf)| leaf.scorer() != Scorer::Survey).map(|(criterion, _)| criterion)
}

/// Gives what a round says of a leaf now.
fn now(card: &Scorecard, round: Round, id: &CriterionId) -> Option<LockedLeaf> {
    let (stages, trace) = card.stages_of(id)?;
    let said = trace.into_iter().flat_map(|trace| &trace.applies).filter(|said| said.round == round);
    let before = stages.appraised.iter().rfind(|(one, _)| **one < round).map(|(_, points)| points.clone());
    Some(LockedLeaf {
        points: stages.appraised.get(&round).cloned(),
        exact: true,
        applies: said.map(|said| (said.part.clone(), said.applies)).collect(),
        fallback: before.or_else(|| stages.accepted.clone()),
        fallback_exact: true,
        applicable: Some(trace.is_none_or(|trace| trace.excused.is_none())),
        corrected: BTreeMap::new(),
        max: None,
    })
}

/// Gives what counted for a leaf for which nothing was typed, where something else would count by now: a unit that sends its
/// figures again changes no round that is locked.
fn kept(then: &LockedLeaf, now: &LockedLeaf, rounding: Rounding) -> Option<Points> {
    if now.points.is_some() || !now.applies.is_empty() || !then.applies.is_empty() {
        return None;
    }
    let fallback = then.fallback.as_ref().filter(|_| then.applicable == Some(true))?;
    let as_it_was = now.fallback.as_ref().is_some_and(|now| now == fallback || (!then.fallback_exact && rounding.print(now) == *fallback));
    (!as_it_was || now.applicable == Some(false)).then(|| fallback.clone())
}

/// Tells whether a leaf stands as it was locked; what is known as printed only is compared so.
fn same(now: &LockedLeaf, then: &LockedLeaf, rounding: Rounding) -> bool {
    let points = match (&now.points, &then.points) {
        (Some(now), Some(points)) => now == points || (!then.exact && rounding.print(now) == *points),
        (now, then) => now == then,
    };
    points && now.applies == then.applies
}

/// Leaf of a unit that a locked round says something else of.
struct Changed<'a> {
    unit: &'a Unit,
    criterion: &'a Criterion,
    round: Round,
    rounding: Rounding,
}

impl Changed<'_> {
    /// Says what was locked, and what is there now.
    fn told(&self, round: &Text, then: &LockedLeaf, now: &LockedLeaf) -> Finding {
        let (unit, id) = (&self.unit.name, &self.criterion.id);
        let (round_vi, round_en) = (&round.vi, &round.en);
        let (then, now) = (self.words(then), self.words(now));
        let (then_vi, then_en, now_vi, now_en) = (then.vi, then.en, now.vi, now.en);
        let message = text!(
            "{round_vi} đã khóa: tiêu chí “{id}” của “{unit}” khi khóa {then_vi}, nay {now_vi}; vẫn tính theo kết quả đã khóa.",
            "{round_en} is locked: criterion “{id}” of “{unit}” had {then_en} when it was locked, and has {now_en} now; what was locked stands."
        );
        Finding::new(&LOCKED_ROUND_CHANGED, message).of(&self.unit.id).on(id)
    }

    /// Says that the maximum of the leaf is another one by now: what was locked means something else.
    fn of_other_maximum(&self, round: &Text, then: &LockedLeaf, max: &Points) -> Finding {
        let (unit, id) = (&self.unit.name, &self.criterion.id);
        let (round_vi, round_en) = (&round.vi, &round.en);
        let Text { vi: then_vi, en: then_en } = self.words(then);
        let (max_vi, max_en, now_vi, now_en) = (max.plain_vi(), max.plain(), self.criterion.max.plain_vi(), self.criterion.max.plain());
        let message = text!(
            "{round_vi} đã khóa: tiêu chí “{id}” của “{unit}” khi khóa {then_vi}, điểm tối đa khi đó {max_vi}, nay {now_vi}; điểm đã khóa chưa được tính.",
            "{round_en} is locked: criterion “{id}” of “{unit}” had {then_en} of at most {max_en} when it was locked; its maximum is {now_en} now. What was locked does not count."
        );
        Finding::new(&LOCKED_OF_OTHER_MAXIMUM, message).of(&self.unit.id).on(id)
    }

    /// Says what a round says of the leaf.
    fn words(&self, leaf: &LockedLeaf) -> Text {
        let points = leaf.points.as_ref().map_or_else(
            || Text::new("chưa có điểm", "no points"),
            |points| {
                let (vi, en) = (self.rounding.vietnamese(points), self.rounding.machine(points));
                text!("là {vi} điểm", "{en} points")
            },
        );
        let whole = leaf.applies.iter().find(|(part, _)| part.is_none()).map(|(_, applies)| *applies);
        match whole {
            Some(true) => Text::new(format!("{}, có áp dụng", points.vi), format!("{}, applies", points.en)),
            Some(false) => Text::new("không áp dụng", "does not apply"),
            None => points,
        }
    }

    /// Says which figures the locked points follow from, where the council had corrected some.
    fn figures(&self, then: &LockedLeaf) -> Option<String> {
        let inputs = self.criterion.leaf().map(|leaf| leaf.inputs.as_slice()).unwrap_or_default();
        let said = then.corrected.iter().map(|(id, value)| {
            let label = inputs.iter().find(|input| input.id == *id).map_or(id.as_str(), |input| input.label.as_str());
            format!("“{label}” được xác định là “{}”", Points::parse(value).map_or_else(|| value.clone(), |number| number.plain_vi()))
        });
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// Gives the place of what says otherwise now, else that of the locked result.
    fn place(&self, appraisal: &Appraisal, stands: &LockedRound) -> Place {
        let (unit, id, round) = (&self.unit.id, &self.criterion.id, self.round);
        appraisal.typed_at(round, unit, id).cloned().unwrap_or_else(|| Place::file(&stands.file))
    }

    /// Puts what was locked in the place of what was typed; the reason stays.
    fn restore(&self, appraisal: &mut Appraisal, then: &LockedLeaf, file: &str) {
        let (unit, id) = (&self.unit.id, &self.criterion.id);
        let reason = Some(appraisal.reasons(self.round, unit, id).join("; ")).filter(|reason| !reason.is_empty());
        let reason = reason.or_else(|| self.figures(then));
        let round = self.round;
        match &then.points {
            None => {
                let entries = appraisal.rounds.get_mut(&round).and_then(|of_round| of_round.get_mut(unit));
                entries.and_then(|entries| entries.remove(id));
            }
            Some(points) => {
                let entry = Entry { points: points.clone(), reason, reason_asked: false, place: Place::file(file) };
                appraisal.rounds.entry(round).or_default().entry(unit.clone()).or_default().insert(id.clone(), entry);
            }
        }
        if let Some(of_unit) = appraisal.corrected.get_mut(&round).and_then(|of_round| of_round.get_mut(unit)) {
            of_unit.remove(id);
        }
        if then.applies.is_empty() {
            let said = appraisal.applies.get_mut(&round).and_then(|of_round| of_round.get_mut(unit));
            said.and_then(|said| said.remove(id));
            return;
        }
        let one = |(part, applies): &(Option<String>, bool)| Applies {
            part: part.clone(),
            applies: *applies,
            reason: None,
            reason_asked: false,
            place: Place::file(file),
        };
        let said = then.applies.iter().map(one).collect();
        appraisal.applies.entry(round).or_default().entry(unit.clone()).or_default().insert(id.clone(), said);
    }
}
