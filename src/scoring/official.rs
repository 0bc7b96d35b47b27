//! What a leaf gets by what the council and the survey typed, and which stage is official for it.
//!
//! Source: [meanings](crate#meanings) 9, 13, 16, 18, 20, 29–32 and 42.

use std::collections::{BTreeMap, BTreeSet};

use super::corrected::Recomputed;
use super::corrections::is_brought_back;
use super::council::Applicability;
use super::item::Item;
use super::leaf::{Declared, LeafScorer};
use super::required::{Conditions, OfLeaf, Verdict, When};
use super::{Entrant, Excuse, Stages, Trace};
use crate::assessment::{Entry, Round, Stage};
use crate::criteria::SurveyMissing;
use crate::finding::Finding;
use crate::finding::appraisal::{CONDITION_AGAINST, OUTSIDE};
use crate::finding::points::PENALTY_BLANK;
use crate::points::Points;
use crate::rule::Scorer;
use crate::text;

/// Leaf with every stage that it has reached.
pub struct Settled {
    /// Points by stage, as typed.
    pub stages: Stages,
    /// Whether it applies.
    pub applies: bool,
    /// Maximum of what applies of it.
    pub max: Points,
    /// Whether units score it themselves.
    pub by_unit: bool,
    /// What is computed, or claimed where there is nothing to compute.
    pub declared: Option<Points>,
    /// Claim as it counts in sums.
    pub claimed: Option<Points>,
    /// Claim as over-claims are measured.
    pub measured: Option<Points>,
    /// Rounds of appraisal in which something was typed, as they count.
    pub rounds: BTreeMap<Round, Points>,
    /// Rounds beyond the official stage in which something was typed.
    pub beyond: Vec<Round>,
    /// Survey, as it counts.
    pub survey: Option<Points>,
    /// Points of the official stage, or of the last one reached before it.
    pub official: Option<Points>,
    /// Penalty that stands beside the leaf.
    pub penalty: Option<Penalty>,
    /// Whether the unit's result has to wait for this line.
    pub waits: bool,
    /// How it came to its points.
    pub trace: Trace,
}

/// Penalty beside a leaf.
pub struct Penalty {
    /// Points, positive.
    pub points: Points,
    /// Whether the council has scored the leaf, so that the penalty no longer counts.
    pub lapsed: bool,
}

/// What others than the unit typed for a leaf.
#[derive(Default)]
struct Typed<'a> {
    /// Rounds of appraisal.
    rounds: BTreeMap<Round, &'a Entry>,
    /// Survey.
    survey: Option<&'a Entry>,
    /// Rounds in which points were typed, or something said of what applies.
    touched: BTreeSet<Round>,
}

impl LeafScorer<'_> {
    /// Brings a leaf through all stages. `no_survey` is what the set says where no survey was held for the unit, `None`
    /// where one was.
    pub fn settle(&mut self, item: Item<'_>, official: Stage, no_survey: Option<SurveyMissing>, conditions: &Conditions<'_>) -> Settled {
        let scorer = item.leaf.scorer();
        // What only the council scores has no stage before the first round.
        let limit = if scorer == Scorer::Council { official.max(Stage::Appraised(Round::FIRST)) } else { official };
        let mut said = Applicability::of(self.entrant, item.criterion, item.leaf, limit);
        self.extend(std::mem::take(&mut said.findings));
        let overruled = matches!(said.whole, Some((_, true)));
        let conditions = conditions.on(self.set, &item.criterion.id, overruled);
        let declared = self.declared(item, &said, &conditions);
        let typed = Typed::of(self.entrant, item);
        let in_force = |round: &Round| Stage::Appraised(*round) <= limit;

        let (mut recomputed, disputed) = self.recomputed(item, &said, &declared.kept(), &typed.rounds);
        self.applies_without_reason(item, &said, declared.excused);
        let readable = |(round, entry): &(&Round, &&Entry)| {
            !said.contradicted.contains(round)
                && !disputed.contains(round)
                && self.rounding.within(&entry.points, &item.criterion.max).is_some()
        };
        let standing: BTreeSet<Round> = typed.rounds.iter().filter(readable).map(|(round, _)| *round).collect();
        let own: BTreeSet<Round> = recomputed.iter().filter(|(_, one)| one.own).map(|(round, _)| *round).collect();
        // Points typed for this unit stand, whatever another unit's figures become.
        recomputed.retain(|round, one| one.own || own.range(..=round).next_back() >= standing.range(..=round).next_back());
        let corrected = recomputed.iter().rfind(|(round, one)| in_force(round) && (one.points.is_some() || one.excuses()));
        let corrected = corrected.map(|(round, one)| (*round, one.clone()));
        // What the figures say of whether the leaf applies, and of how much of it.
        let (by_figures, lowered) = match &corrected {
            Some((_, one)) if !matches!(declared.excused, Some(Excuse::Campaign | Excuse::Condition)) => {
                (one.excuses().then_some(Excuse::Rule), one.lowered())
            }
            _ => (declared.excused, declared.lowered.clone()),
        };

        // Points typed for a leaf that does not apply as a whole are compared with its whole maximum.
        let left = if by_figures.is_some() { item.criterion.max.clone() } else { &item.criterion.max - &lowered };
        let mut rounds: BTreeMap<Round, Points> = BTreeMap::new();
        for (round, entry) in typed.rounds.iter().filter(|(round, _)| !said.contradicted.contains(round) && !disputed.contains(round)) {
            let max = if in_force(round) { &left } else { &item.criterion.max };
            if let Some(points) = self.in_range(item, entry, max) {
                self.extend(in_force(round).then(|| passed_over(item, entry, &conditions)).flatten());
                rounds.insert(*round, points);
            }
        }
        let counted: BTreeSet<Round> = rounds.keys().copied().collect();
        // Points of the same round that agree with its figures say no more than these.
        let computed = recomputed.iter().filter_map(|(round, one)| Some((*round, one.points.clone()?)));
        let computed: BTreeMap<Round, Points> =
            computed.filter(|(round, _)| recomputed.get(round).is_some_and(|one| one.own) || !rounds.contains_key(round)).collect();
        rounds.extend(computed.iter().map(|(round, points)| (*round, points.clone())));
        let last_typed = rounds.keys().copied().rfind(in_force);
        // The last word may be that it does not apply.
        // Points beside figures on which it does not apply stand only where the same round says that it does.
        let stands =
            |last: &Round, round: Round| *last > round || *last == round && is_brought_back(self.entrant, &item.criterion.id, round);
        let last_typed = last_typed.filter(|last| corrected.as_ref().is_none_or(|(round, one)| !one.excuses() || stands(last, *round)));
        let last_computed = corrected.filter(|(round, _)| last_typed == Some(*round) && computed.contains_key(round));
        let by_council = last_typed.is_some();
        let by_points = by_council && last_computed.is_none();
        for round in typed.rounds.keys().chain(self.entrant.corrected.keys()).copied().filter(in_force).collect::<BTreeSet<_>>() {
            let earlier = rounds.range(..round).next_back().map(|(_, points)| points.clone());
            let before = earlier.or_else(|| declared.accepted.clone());
            // Points that do not count change nothing that would want a reason.
            let entry = typed.rounds.get(&round).copied().filter(|_| counted.contains(&round));
            let was_out = was_out(&declared, &said, &recomputed, &rounds, round);
            self.without_reason(item, round, entry, before.as_ref(), was_out);
        }
        if let Some((round, points)) = last_computed.as_ref().and_then(|(round, one)| Some((*round, one.points.as_ref()?))) {
            self.above_claim(item, round, points, declared.counted.as_ref());
        } else if let Some((entry, points)) = last_typed.and_then(|round| Some((typed.rounds.get(&round)?, rounds.get(&round)?))) {
            self.points_above_claim(item, entry, points);
        }
        let refused =
            typed.rounds.keys().copied().filter(|round| !rounds.contains_key(round) || declared.excused == Some(Excuse::Campaign));
        let refused: BTreeSet<Round> = refused.collect();
        let excused = excuse(by_figures, &said, last_typed)
            .or((scorer == Scorer::Survey && no_survey == Some(SurveyMissing::Rescale)).then_some(Excuse::NoSurvey));
        // Points typed stand above points computed of what the survey found.
        let surveyed = typed.survey.and_then(|entry| self.in_range(item, entry, &item.criterion.max)).or(declared.surveyed.clone());

        let held = conditions.verdict(When::Official);
        let reached = reached(&declared, &rounds, official, limit);
        let (stage, points) = match (excused, scorer) {
            (Some(_), _) => (None, None),
            (None, Scorer::Survey) => (None, surveyed.clone().or_else(|| (no_survey == Some(SurveyMissing::Zero)).then(Points::zero))),
            (None, Scorer::Unit | Scorer::Council) => {
                (reached.map(|(stage, _)| stage), reached.map(|(_, points)| self.rounding.leaf(points).min(left.clone())))
            }
        };
        let points = held.of(points);
        let outcome = last_computed.as_ref().map(|(_, one)| one.outcome.clone()).or(declared.outcome);
        let penalty = outcome.as_ref().filter(|_| excused.is_none() && limit >= Stage::Computed);
        let penalty = penalty.and_then(|outcome| outcome.penalty.as_ref());
        let penalty = penalty.map(|points| Penalty { points: self.rounding.leaf(points), lapsed: by_points });
        let waits = declared.waits && !by_council && excused.is_none() && (item.sign.is_some() || limit >= Stage::Computed);
        if declared.waits && !waits {
            // Nothing is provisional where the council's points stand in the place of the figure.
            self.findings.retain(|finding| finding.code != &PENALTY_BLANK || finding.criterion.as_ref() != Some(&item.criterion.id));
        }
        let as_typed = |entry: &Entry| self.rounding.leaf(&entry.points);
        Settled {
            applies: excused.is_none(),
            max: left,
            official: points,
            penalty,
            claimed: declared.counted.clone(),
            measured: declared.measured,
            waits,
            beyond: typed.touched.iter().copied().filter(|round| !in_force(round) && excused != Some(Excuse::Campaign)).collect(),
            rounds: conditions.rounds(rounds, declared.accepted.as_ref(), declared.free.accepted.as_ref()),
            survey: held.of(surveyed),
            by_unit: scorer == Scorer::Unit,
            declared: if declared.computes { declared.computed.clone() } else { declared.counted.clone() },
            stages: Stages {
                claimed: declared.claimed,
                computed: declared.computed,
                accepted: declared.accepted,
                appraised: computed.into_iter().chain(typed.rounds.iter().map(|(round, entry)| (*round, as_typed(entry)))).collect(),
                survey: typed.survey.map(as_typed).or(declared.surveyed),
            },
            trace: Trace {
                outcome,
                withheld: declared.withheld,
                excused,
                reached: stage,
                over_claim: None,
                applies: said.in_force,
                refused,
                declared_out: matches!(declared.excused, Some(Excuse::Unit | Excuse::Rule)),
                corrections: last_computed.as_ref().map(|(round, _)| self.corrections_up_to(item, *round, &disputed)).unwrap_or_default(),
                required: conditions.required(),
            },
        }
    }

    /// Gives points typed as they count; `None`, with a finding, where they are outside 0 to `max`.
    fn in_range(&mut self, item: Item<'_>, entry: &Entry, max: &Points) -> Option<Points> {
        let points = self.rounding.within(&entry.points, max);
        if points.is_none() {
            let id = &item.criterion.id;
            let (typed_vi, typed) = (entry.points.plain_vi(), entry.points.plain());
            let (max_vi, max_en) = (max.plain_vi(), max.plain());
            let message = if *max < item.criterion.max {
                text!(
                    "Điểm “{typed_vi}” của tiêu chí “{id}” ngoài khoảng từ 0 đến {max_vi}, phần điểm tối đa còn áp dụng; chưa được tính.",
                    "The points “{typed}” for criterion “{id}” are outside 0 to {max_en}, what is left of its maximum; they do not count."
                )
            } else {
                text!(
                    "Điểm “{typed_vi}” của tiêu chí “{id}” ngoài khoảng từ 0 đến {max_vi}; chưa được tính.",
                    "The points “{typed}” for criterion “{id}” are outside 0 to {max_en}; they do not count."
                )
            };
            self.extend([Finding::new(&OUTSIDE, message).on(id).at(entry.place.clone())]);
        }
        Some(self.rounding.leaf(&points?))
    }
}

impl<'a> Typed<'a> {
    /// Finds what others typed for a leaf: the survey for its own leaves, the council for all others.
    fn of(entrant: &Entrant<'a>, item: Item<'_>) -> Self {
        let id = &item.criterion.id;
        match item.leaf.scorer() {
            Scorer::Survey => Self { survey: entrant.survey.and_then(|survey| survey.get(id)), ..Self::default() },
            Scorer::Unit | Scorer::Council => {
                let rounds: BTreeMap<Round, &Entry> =
                    entrant.rounds.iter().filter_map(|(round, typed)| Some((*round, typed.get(id)?))).collect();
                let said = entrant.applies.iter().filter(|(_, said)| said.contains_key(id)).map(|(round, _)| *round);
                let corrected = entrant.corrected.iter().filter(|(_, of_unit)| of_unit.contains_key(id)).map(|(round, _)| *round);
                Self { touched: rounds.keys().copied().chain(said).chain(corrected).collect(), rounds, survey: None }
            }
        }
    }
}

/// Tells whether a leaf did not apply before a round, and the round does not say in words that it does: then points alone
/// bring it back.
fn was_out(
    declared: &Declared,
    said: &Applicability,
    recomputed: &BTreeMap<Round, Recomputed>,
    rounds: &BTreeMap<Round, Points>,
    round: Round,
) -> bool {
    let whole = said.in_force.iter().filter(|one| one.part.is_none());
    if whole.clone().any(|one| one.round == round && one.applies) {
        return false;
    }
    let before = Applicability {
        whole: whole.filter(|one| one.round < round).max_by_key(|one| one.round).map(|one| (one.round, one.applies)),
        ..Applicability::default()
    };
    let corrected = recomputed.range(..round).rfind(|(_, one)| one.points.is_some() || one.excuses());
    let by_figures = corrected.map_or(declared.excused, |(_, one)| one.excuses().then_some(Excuse::Rule));
    let last_typed = rounds.range(..round).next_back().map(|(round, _)| *round);
    let last_typed = last_typed.filter(|last| corrected.is_none_or(|(round, one)| !one.excuses() || last > round));
    let by_figures = by_figures.filter(|excuse| !matches!(excuse, Excuse::Campaign | Excuse::Condition));
    excuse(by_figures, &before, last_typed).is_some()
}

/// Says why a leaf does not apply, if it doesn't: the last word counts, but for what the campaign excuses.
fn excuse(declared: Option<Excuse>, said: &Applicability, last_typed: Option<Round>) -> Option<Excuse> {
    match (declared, said.whole) {
        // Neither points nor silence take these back; a condition is overruled where the council says so in words.
        (Some(excuse @ (Excuse::Campaign | Excuse::Condition)), _) => Some(excuse),
        (_, Some((round, false))) if last_typed.is_none_or(|typed| typed < round) => Some(Excuse::Council),
        (Some(_), Some((_, true))) => None,
        (Some(_), _) if last_typed.is_some() => None,
        (declared, _) => declared,
    }
}

/// Tells of points that count nothing, since a condition of the set does not hold.
fn passed_over(item: Item<'_>, entry: &Entry, conditions: &OfLeaf<'_>) -> Option<Finding> {
    if conditions.verdict(When::Official) == Verdict::Counts || entry.points.is_zero() {
        return None;
    }
    let (id, vi, en) = (&item.criterion.id, entry.points.plain_vi(), entry.points.plain());
    let message = text!(
        "Thẩm định cho tiêu chí “{id}” “{vi}” điểm, nhưng tiêu chí không đạt điều kiện của bộ tiêu chí; điểm này không được tính.",
        "The points “{en}” are given to criterion “{id}”, whose condition in the set does not hold; they do not count."
    );
    Some(Finding::new(&CONDITION_AGAINST, message).on(id).at(entry.place.clone()))
}

/// Finds the last stage, up to the one that counts, that a leaf has points of.
fn reached<'a>(declared: &'a Declared, rounds: &'a BTreeMap<Round, Points>, official: Stage, limit: Stage) -> Option<(Stage, &'a Points)> {
    // Figures left blank don't make a claim official.
    let before = [
        (Stage::Claimed, declared.free.counted.as_ref().filter(|_| !declared.blank || official == Stage::Claimed)),
        (Stage::Computed, declared.free.computed.as_ref()),
        (Stage::Accepted, declared.free.accepted.as_ref()),
    ];
    let ladder = before.into_iter().chain(rounds.iter().map(|(round, points)| (Stage::Appraised(*round), Some(points))));
    ladder.filter(|(stage, _)| *stage <= limit).filter_map(|(stage, points)| Some((stage, points?))).next_back()
}
