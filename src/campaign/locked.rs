//! Locked rounds: what was typed since is told, and what the locked result says stands.

use std::collections::BTreeMap;

use super::plan::Plan;
use crate::appraisal::figure_printed;
use crate::assessment::{Applies, Appraisal, Corrected, Entry, LockedLeaf, LockedRound, Round, Unit};
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::{CriterionId, InputId, UnitId};
use crate::finding::appraisal::{LOCKED_OF_OTHER_MAXIMUM, LOCKED_ROUND_CHANGED};
use crate::finding::{Finding, Place};
use crate::points::{Points, Rounding};
use crate::record::corrected;
use crate::rule::Scorer;
use crate::scoring::{Excuse, Scorecard};
use crate::text;
use crate::text::Text;

/// How what was locked is put in the place of what is there now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// By the figures that the council had corrected, where the points followed from these: what they take from the maximum and
    /// what they cost beside the leaf stands with them.
    Figures,
    /// By the points alone, where the figures come to others by now.
    Points,
}

/// Compares what rounds come to now with what was locked, and puts what was locked in its place. `card` finds the score of a unit,
/// `score` scores all units again.
///
/// Nothing is found where nothing changed; else units were scored again.
pub fn hold<S>(
    plan: &Plan,
    locked: &BTreeMap<Round, LockedRound>,
    appraisal: &mut Appraisal,
    scored: &mut S,
    card: impl for<'s> Fn(&'s S, &UnitId) -> Option<&'s Scorecard>,
    score: impl Fn(&Appraisal) -> S,
) -> Vec<Finding> {
    let first = put_back(plan, locked, |unit| card(scored, unit), appraisal);
    if first.findings.is_empty() {
        return Vec::new();
    }
    *scored = score(appraisal);
    // Where the figures come to other points by now, the points stand alone.
    let mut differ = false;
    for (round, unit, leaf) in &first.by_figures {
        let stands = locked.get(round).and_then(|stands| Some((stands.leaf(unit, leaf)?, &stands.file)));
        let (Some((then, file)), Some(unit)) = (stands, plan.unit(unit)) else { continue };
        let (Some(set), Some(group), Some(card)) = (plan.set(unit), plan.group(unit), card(scored, &unit.id)) else { continue };
        let (Some(criterion), Some(now)) = (set.find(leaf), now(card, *round, leaf, appraisal)) else { continue };
        let then = with_ids(then.clone(), criterion);
        if !same(&now, &then, group.rounding) {
            Changed { unit, criterion, round: *round, rounding: group.rounding }.restore(appraisal, &then, By::Points, file);
            differ = true;
        }
    }
    if differ {
        *scored = score(appraisal);
    }
    first.findings
}

/// What was put back at first.
struct PutBack {
    findings: Vec<Finding>,
    /// The leaves for which the figures that the council had corrected stand again.
    by_figures: Vec<(Round, UnitId, CriterionId)>,
}

/// Compares once, and puts what was locked in its place.
fn put_back<'s>(
    plan: &Plan,
    locked: &BTreeMap<Round, LockedRound>,
    card: impl Fn(&UnitId) -> Option<&'s Scorecard>,
    appraisal: &mut Appraisal,
) -> PutBack {
    let (mut findings, mut by_figures) = (Vec::new(), Vec::new());
    for (round, stands) in locked {
        for unit in plan.units.iter().filter(|unit| !stands.others.contains(&unit.id)) {
            let (Some(set), Some(group), Some(card)) = (plan.set(unit), plan.group(unit), card(&unit.id)) else { continue };
            for criterion in appraised(set) {
                let Some(now) = now(card, *round, &criterion.id, appraisal) else { continue };
                let then = stands.leaf(&unit.id, &criterion.id).cloned().unwrap_or_default();
                let then = with_ids(then, criterion);
                let applicable =
                    if turned_later((unit, *round, &criterion.id), (set, card), appraisal) { then.applicable } else { now.applicable };
                let now = LockedLeaf { applicable, ..now };
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
                if changed.restore(appraisal, &then, By::Figures, &stands.file) {
                    by_figures.push((*round, unit.id.clone(), criterion.id.clone()));
                }
            }
        }
    }
    PutBack { findings, by_figures }
}

/// Lists the leaves and lines that a council can score.
fn appraised(set: &CriteriaSet) -> impl Iterator<Item = &Criterion> {
    set.leaves().filter(|(_, leaf)| leaf.scorer() != Scorer::Survey).map(|(criterion, _)| criterion)
}

/// Names parts by their ids: results of before name them by their labels.
fn with_ids(mut then: LockedLeaf, criterion: &Criterion) -> LockedLeaf {
    let parts = criterion.leaf().map(|leaf| leaf.rule.parts()).unwrap_or_default();
    for part in then.applies.iter_mut().filter_map(|(part, _)| part.as_mut()) {
        if parts.iter().all(|(id, _)| id != part)
            && let Some((id, _)) = parts.iter().find(|(_, label)| label == part)
        {
            *part = (*id).to_owned();
        }
    }
    then
}

/// Gives what a round says of a leaf now, as far as it counts.
fn now(card: &Scorecard, round: Round, id: &CriterionId, appraisal: &Appraisal) -> Option<LockedLeaf> {
    let (stages, trace) = card.stages_of(id)?;
    let said = trace.into_iter().flat_map(|trace| &trace.applies).filter(|said| said.round == round);
    let counts = |of: &Round| trace.is_none_or(|trace| !trace.refused.contains(of));
    let before = stages.appraised.iter().rfind(|(of, _)| **of < round && counts(of)).map(|(_, points)| points.clone());
    let corrected = corrected((&card.unit, id), (stages, trace), appraisal).remove(&round.key()).unwrap_or_default();
    Some(LockedLeaf {
        points: stages.appraised.get(&round).filter(|_| counts(&round)).cloned(),
        exact: true,
        applies: said.map(|said| (said.part.clone(), said.applies)).collect(),
        fallback: before.or_else(|| stages.accepted.clone()),
        fallback_exact: true,
        applicable: Some(trace.is_none_or(|trace| trace.excused.is_none())),
        corrected: corrected.into_iter().map(|(input, value)| (InputId::new(input), value)).collect(),
        figures_known: true,
        reason: None,
        max: None,
    })
}

/// Tells whether a leaf that does not apply was turned by what the council said in a later round: of another alternative, or of
/// what a condition looks at. That changes nothing of the round that is locked.
fn turned_later((unit, round, id): (&Unit, Round, &CriterionId), (set, card): (&CriteriaSet, &Scorecard), appraisal: &Appraisal) -> bool {
    let rounds = appraisal.rounds.keys().chain(appraisal.corrected.keys()).chain(appraisal.applies.keys()).filter(|of| **of > round);
    let later = |leaf: &CriterionId| rounds.clone().any(|of| appraisal.typed_at(*of, &unit.id, leaf).is_some());
    let trace = card.stages_of(id).and_then(|(_, trace)| trace);
    match trace.and_then(|trace| trace.excused) {
        Some(Excuse::Alternative) => set.has_instead(id, |other, _| later(other)),
        Some(Excuse::Condition) => {
            let looks = trace.into_iter().flat_map(|trace| &trace.required).filter(|one| one.holds == Some(false));
            looks.flat_map(|one| set.looked_at(&one.requirement)).any(|leaf| later(&leaf.id))
        }
        _ => false,
    }
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
        // Results of before have no points where only a part was taken out.
        (Some(_), None) if then.applies.iter().any(|(part, _)| part.is_some()) => true,
        (now, then) => now == then,
    };
    // Figures may have said that nothing arose.
    let out_by_figures = then.points.is_none() && !then.corrected.is_empty();
    points && now.applies == then.applies && !(out_by_figures && now.applicable != then.applicable) && !has_other_figures(now, then)
}

/// Tells whether points that are the same follow from other figures, with which other units and lines beside the leaf may be
/// scored.
fn has_other_figures(now: &LockedLeaf, then: &LockedLeaf) -> bool {
    now.points.is_some() && then.points.is_some() && then.figures_known && now.corrected != then.corrected
}

/// Says that the council corrected no figures.
fn without_figures() -> Text {
    Text::new("không có số liệu thẩm định", "no corrected figures")
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
        let by_figures = has_other_figures(now, then) && then.points == now.points;
        let words = |leaf: &LockedLeaf| {
            let words = self.words(leaf);
            if by_figures { Text::join(&[words, self.figures(leaf).unwrap_or_else(without_figures)], ", ") } else { words }
        };
        let (then, now) = (words(then), words(now));
        let (then_vi, then_en, now_vi, now_en) = (then.vi, then.en, now.vi, now.en);
        let message = text!(
            "{round_vi} đã khóa: tiêu chí “{id}” của “{unit}” khi khóa {then_vi}, nay {now_vi}; vẫn tính theo kết quả đã khóa.",
            "{round_en} is locked: criterion “{id}” of “{unit}”: {then_en} when it was locked, {now_en} now; what was locked stands."
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
            "{round_en} is locked: criterion “{id}” of “{unit}”: {then_en}, of at most {max_en}, when it was locked; its maximum is {now_en} now. What was locked does not count."
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
        let whole = match whole {
            Some(true) => Text::new(format!("{}, có áp dụng", points.vi), format!("{}, applies", points.en)),
            Some(false) => Text::new("không áp dụng", "does not apply"),
            None if leaf.points.is_none() && leaf.applicable == Some(false) => Text::new("không áp dụng", "does not apply"),
            None => points,
        };
        let of_parts = leaf.applies.iter().filter_map(|(part, applies)| Some((self.label(part.as_deref()?), *applies)));
        let parts = of_parts.map(|(label, applies)| {
            if applies {
                text!("phần “{label}” có áp dụng", "the part “{label}” applies")
            } else {
                text!("phần “{label}” không áp dụng", "the part “{label}” does not apply")
            }
        });
        Text::join(&std::iter::once(whole).chain(parts).collect::<Vec<_>>(), ", ")
    }

    /// Gives the name of a part.
    fn label<'p>(&'p self, part: &'p str) -> &'p str {
        self.criterion.leaf().and_then(|leaf| leaf.rule.part(part)).map_or(part, |(label, _)| label)
    }

    /// Gives the figures that the council had corrected; `None` where it had not, or they can't all be read any more.
    fn corrected(&self, then: &LockedLeaf, reason: Option<&String>, file: &str) -> Option<BTreeMap<InputId, Corrected>> {
        let one = |(id, said): (&InputId, &String)| {
            let input = self.criterion.leaf()?.input(id)?;
            let figure = figure_printed(input.kind, said)?;
            Some((id.clone(), Corrected { figure, reason: reason.cloned(), reason_asked: false, place: Place::file(file) }))
        };
        let all: Option<BTreeMap<InputId, Corrected>> = then.corrected.iter().map(one).collect();
        all.filter(|all| !all.is_empty())
    }

    /// Says which figures the locked points follow from, where the council had corrected some.
    fn figures(&self, then: &LockedLeaf) -> Option<Text> {
        let said = then.corrected.iter().map(|(id, value)| {
            let input = self.criterion.leaf().and_then(|leaf| leaf.input(id));
            let label = input.map_or(id.as_str(), |input| input.label.as_str());
            let choices = self.criterion.leaf().map(|leaf| leaf.choices(id)).unwrap_or_default();
            let words = input.and_then(|input| figure_printed(input.kind, value)).map(|figure| figure.words_of(&choices));
            let Text { vi, en } = words.unwrap_or_else(|| Text::same(value.clone()));
            text!("“{label}” được xác định là “{vi}”", "“{label}” is found to be “{en}”")
        });
        let said: Vec<Text> = said.collect();
        (!said.is_empty()).then(|| Text::join(&said, "; "))
    }

    /// Gives the place of what says otherwise now, else that of the locked result.
    fn place(&self, appraisal: &Appraisal, stands: &LockedRound) -> Place {
        let (unit, id, round) = (&self.unit.id, &self.criterion.id, self.round);
        appraisal.typed_at(round, unit, id).cloned().unwrap_or_else(|| Place::file(&stands.file))
    }

    /// Puts what was locked in the place of what was typed. Where the result keeps no reason, that of what was typed stays. Tells
    /// whether figures stand, from which points follow.
    fn restore(&self, appraisal: &mut Appraisal, then: &LockedLeaf, by: By, file: &str) -> bool {
        let (unit, id) = (&self.unit.id, &self.criterion.id);
        let typed = || Some(appraisal.reasons(self.round, unit, id).join("; ")).filter(|reason| !reason.is_empty());
        let reason = then.reason.clone().or_else(typed).or_else(|| self.figures(then).map(|figures| figures.vi));
        let round = self.round;
        let figures = self.corrected(then, reason.as_ref(), file).filter(|_| by == By::Figures);
        match then.points.as_ref().filter(|_| figures.is_none()) {
            None => {
                let entries = appraisal.rounds.get_mut(&round).and_then(|of_round| of_round.get_mut(unit));
                entries.and_then(|entries| entries.remove(id));
            }
            Some(points) => {
                let entry = Entry { points: points.clone(), reason, reason_asked: false, place: Place::file(file) };
                appraisal.rounds.entry(round).or_default().entry(unit.clone()).or_default().insert(id.clone(), entry);
            }
        }
        let is_by_figures = figures.is_some();
        if let Some(figures) = figures {
            appraisal.corrected.entry(round).or_default().entry(unit.clone()).or_default().insert(id.clone(), figures);
        } else {
            let of_unit = appraisal.corrected.get_mut(&round).and_then(|of_round| of_round.get_mut(unit));
            of_unit.and_then(|of_unit| of_unit.remove(id));
        }
        if then.applies.is_empty() {
            let said = appraisal.applies.get_mut(&round).and_then(|of_round| of_round.get_mut(unit));
            said.and_then(|said| said.remove(id));
            return is_by_figures;
        }
        let one = |(part, applies): &(Option<String>, bool)| Applies {
            part: part.clone(),
            applies: *applies,
            reason: then.reason.clone(),
            reason_asked: false,
            place: Place::file(file),
        };
        let said = then.applies.iter().map(one).collect();
        appraisal.applies.entry(round).or_default().entry(unit.clone()).or_default().insert(id.clone(), said);
        is_by_figures
    }
}
