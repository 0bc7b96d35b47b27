//! What a leaf gets by what the council and the survey typed, and which stage is official for it.
//!
//! Source: [meanings](crate#meanings) 9, 13, 16, 18, 20, 29–32 and 42.

use std::collections::{BTreeMap, BTreeSet};

use super::council::Applicability;
use super::item::Item;
use super::leaf::{Declared, LeafScorer};
use super::open::Opens;
use super::required::{Conditions, Counted, OfLeaf, Verdict, When};
use super::rounds::{After, By, Rounds};
use super::spoken::Spoken;
use super::{Entrant, Excuse, Stages, Trace};
use crate::assessment::{Entry, Round, Stage};
use crate::criteria::{Criterion, Leaf, SurveyMissing, WhenBlank};
use crate::finding::Finding;
use crate::finding::appraisal::{CONDITION_AGAINST, OUTSIDE};
use crate::finding::points::PENALTY_BLANK;
use crate::points::Points;
use crate::rule::Scorer;
use crate::text;

/// Leaf with every stage that it has reached.
pub struct Settled {
    /// Points by stage, as typed, also those that are refused (9).
    pub stages: Stages,
    /// Whether it applies.
    pub applies: bool,
    /// Maximum of what applies of it.
    pub max: Points,
    /// The same before the rounds, 0 where it does not apply by what the unit declared.
    pub max_before: Points,
    /// Whether units score it themselves, and need not wait for the figures of others.
    pub by_unit: bool,
    /// What is open of its points.
    pub open: Opens,
    /// What is computed, or claimed where there is nothing to compute.
    pub declared: Option<Points>,
    /// Claim as it counts in sums.
    pub claimed: Option<Points>,
    /// Claim as over-claims are measured.
    pub measured: Option<Points>,
    /// Rounds of appraisal that say something of it, as they count.
    pub rounds: BTreeMap<Round, Counted>,
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

/// Penalty beside a leaf, in positive points. It lapses where the council scores the leaf by points.
pub struct Penalty {
    /// By the figures declared.
    pub declared: Option<Points>,
    /// After rounds that change it.
    pub rounds: BTreeMap<Round, Points>,
    /// What counts.
    pub official: Option<Points>,
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
    /// Lists the rounds of which the points of a leaf, or of a line outside the tree, contradict the figures that they correct.
    pub(super) fn disputed(&self, criterion: &Criterion, leaf: &Leaf) -> BTreeSet<Round> {
        let sign = self.set.line(&criterion.id).map(|line| line.sign);
        let item = Item { criterion, leaf, sign, when_blank: WhenBlank::Ask };
        let typed = Typed::of(self.entrant, item);
        if typed.rounds.is_empty() {
            return BTreeSet::new();
        }
        // What is found on the way is told where the leaf is scored.
        let mut apart = LeafScorer { unused: BTreeSet::new(), findings: Vec::new(), ..*self };
        let said = Applicability::of(self.entrant, criterion, leaf);
        apart.rounds(item, &said, &Declared::default(), &typed.rounds).disputed
    }

    /// Brings a leaf through all stages. `no_survey` is what the set says where no survey was held for the unit, `None`
    /// where one was.
    pub fn settle(&mut self, item: Item<'_>, official: Stage, no_survey: Option<SurveyMissing>, conditions: &Conditions<'_>) -> Settled {
        let scorer = item.leaf.scorer();
        // What only the council scores has no stage before the first round.
        let limit = if scorer == Scorer::Council { official.max(Stage::Appraised(Round::FIRST)) } else { official };
        let mut said = Applicability::of(self.entrant, item.criterion, item.leaf);
        self.extend(std::mem::take(&mut said.findings));
        let conditions = conditions.on(self.set, &item.criterion.id, said.words(), limit);
        let declared = self.declared(item, &said.parts(limit), &conditions);
        let typed = Typed::of(self.entrant, item);
        let in_force = |round: &Round| Stage::Appraised(*round) <= limit;
        self.applies_without_reason(item, &said, declared.excused, limit);
        let rounds = self.rounds(item, &said, &declared, &typed.rounds);
        for entry in typed.rounds.iter().filter(|(round, _)| in_force(round) && rounds.counted.contains(round)).map(|(_, entry)| entry) {
            self.extend(passed_over(item, entry, &conditions));
        }
        self.silent(item, &declared, &said, &typed, &rounds, limit);
        let stands = rounds.at(limit);
        self.above(item, &declared, &typed, &rounds, stands);

        // Points typed stand above points computed of what the survey found.
        let surveyed = typed.survey.and_then(|entry| self.in_range(item, entry, &item.criterion.max)).or(declared.surveyed.clone());
        let held = conditions.verdict(When::Official);
        let excused = declared.excused.filter(|excuse| *excuse == Excuse::Campaign);
        let excused = excused.or((held == Verdict::Out).then_some(Excuse::Condition)).or(stands.out);
        let excused = excused.or((scorer == Scorer::Survey && no_survey == Some(SurveyMissing::Rescale)).then_some(Excuse::NoSurvey));
        let reached = reached(&declared, &rounds.points, official, limit);
        let (stage, points) = match (excused, scorer) {
            (Some(_), _) => (None, None),
            (None, Scorer::Survey) => (None, surveyed.clone().or_else(|| (no_survey == Some(SurveyMissing::Zero)).then(Points::zero))),
            (None, Scorer::Unit | Scorer::Council) => {
                (reached.map(|(stage, _)| stage), reached.map(|(_, points)| self.rounding.leaf(points).min(stands.left.clone())))
            }
        };
        let penalty = self.penalty_of(&declared, &rounds, excused.is_some(), limit);
        let still_blank = stands.outcome.as_ref().is_none_or(|outcome| !outcome.blank.is_empty());
        let asked = item.sign.is_some() || limit >= Stage::Computed;
        let waits = declared.waits && still_blank && !stands.is_scored() && excused.is_none() && asked;
        if declared.waits && !waits {
            // Nothing is provisional where the council's points stand in the place of the figure.
            self.findings.retain(|finding| finding.code != &PENALTY_BLANK || finding.criterion.as_ref() != Some(&item.criterion.id));
        }
        let as_typed = |entry: &Entry| self.rounding.leaf(&entry.points);
        let is_excused = declared.excused == Some(Excuse::Campaign);
        let counts = |round: &Round| rounds.counted.contains(round) && rounds.points.contains_key(round);
        let refused = typed.rounds.keys().filter(|round| !counts(round)).chain(&said.contradicted).chain(&rounds.disputed);
        let refused = refused.chain(typed.touched.iter().filter(|_| is_excused)).copied().collect();
        let (first, after) = counted(&rounds);
        let corrections = match (stands.by, excused) {
            (By::Figures(round), None | Some(Excuse::Rule)) => self.corrections_up_to(item, round, &rounds.disputed),
            _ => Vec::new(),
        };
        let max_before = if conditions.verdict(When::Accepted) == Verdict::Out { Points::zero() } else { first.max.clone() };
        let counting = conditions.rounds(&first, &after, |round| rounds.points.contains_key(&round) && rounds.after_is_in(round));
        let conditioned = conditions.conditioned(declared.accepted.as_ref(), &counting);
        let max_before = if scorer == Scorer::Survey && excused.is_some() { Points::zero() } else { max_before };
        let official = held.of(points);
        // A form alone knows nothing of the group.
        let waits_for_group = self.best.is_none() && !item.leaf.rule.takes_claims() && declared.computed.is_none();
        let surveyed_at_all = surveyed.is_some();
        let spoken = Spoken {
            declared: &declared,
            rounds: &rounds,
            conditions: &conditions,
            scorer,
            waits: waits_for_group,
            surveyed: surveyed_at_all,
        };
        let left = stands.left.clone();
        let official_max = if excused.is_some() { Points::zero() } else { left.clone() };
        let open = if self.unused.contains(&item.criterion.id) {
            Opens::default()
        } else {
            spoken.opens(&max_before, &counting, (official.as_ref(), &official_max, limit))
        };
        let by_unit = spoken.is_by_unit();
        Settled {
            applies: excused.is_none(),
            max: left,
            max_before,
            official,
            penalty,
            open,
            claimed: declared.counted.clone(),
            measured: declared.measured.clone(),
            waits,
            beyond: typed.touched.iter().copied().filter(|round| !in_force(round) && excused != Some(Excuse::Campaign)).collect(),
            survey: held.of(surveyed),
            by_unit,
            declared: if declared.computes { declared.computed.clone() } else { declared.counted.clone() },
            stages: Stages {
                claimed: declared.claimed,
                computed: declared.computed,
                accepted: declared.accepted,
                appraised: rounds
                    .computed
                    .iter()
                    .map(|(round, points)| (*round, points.clone()))
                    .chain(typed.rounds.iter().map(|(round, entry)| (*round, as_typed(entry))))
                    .collect(),
                survey: typed.survey.map(as_typed).or(declared.surveyed),
            },
            trace: Trace {
                outcome: stands.outcome.clone().filter(|_| matches!(excused, None | Some(Excuse::Rule))).or(declared.outcome),
                withheld: declared.withheld,
                excused,
                reached: stage,
                over_claim: None,
                applies: said.up_to(limit).cloned().collect(),
                refused,
                turns: rounds.turns(),
                declared_out: matches!(declared.excused, Some(Excuse::Unit | Excuse::Rule)),
                corrections,
                required: conditions.required(),
                conditioned,
            },
            rounds: counting,
        }
    }

    /// Tells of rounds that change what stood before without a reason.
    fn silent(&mut self, item: Item<'_>, declared: &Declared, said: &Applicability, typed: &Typed<'_>, rounds: &Rounds, limit: Stage) {
        let all: BTreeSet<Round> = typed.rounds.keys().chain(self.entrant.corrected.keys()).copied().collect();
        for round in all.into_iter().filter(|round| Stage::Appraised(*round) <= limit) {
            let earlier = rounds.points.range(..round).next_back().map(|(_, points)| points.clone());
            let before = earlier.or_else(|| declared.accepted.clone());
            // Points that do not count change nothing that would want a reason.
            let entry = typed.rounds.get(&round).copied().filter(|_| rounds.counted.contains(&round));
            // A leaf that did not apply comes back by points alone, unless the round says in words that it does.
            let told = said.words().contains(&(round, true));
            let was_out = rounds.before(round).out.filter(|excuse| !matches!(excuse, Excuse::Campaign | Excuse::Condition));
            self.without_reason(item, round, entry, before.as_ref(), was_out.is_some() && !told);
        }
    }

    /// Tells of official points of the council that are above the claim.
    fn above(&mut self, item: Item<'_>, declared: &Declared, typed: &Typed<'_>, rounds: &Rounds, stands: &After) {
        match stands.by {
            By::Figures(round) if stands.outcome.is_some() && stands.out.is_none() => {
                if let Some(points) = &stands.points {
                    self.above_claim(item, round, points, declared.counted.as_ref());
                }
            }
            By::Points(round) => {
                if let Some((entry, points)) = typed.rounds.get(&round).zip(rounds.points.get(&round)) {
                    self.points_above_claim(item, entry, points);
                }
            }
            By::Figures(_) | By::Declared => {}
        }
    }

    /// Gives the penalty beside a leaf, as declared and as rounds change it; `None` where there never is one.
    fn penalty_of(&self, declared: &Declared, rounds: &Rounds, is_out: bool, limit: Stage) -> Option<Penalty> {
        let outcome = declared.outcome.as_ref();
        let of = |after: &After| after.penalty(outcome).map(|points| self.rounding.leaf(&points)).unwrap_or_default();
        let first = of(&rounds.first);
        let mut stood = first.clone();
        let mut by_round = BTreeMap::new();
        for (round, after) in &rounds.after {
            let now = of(after);
            if now != stood {
                by_round.insert(*round, now.clone());
                stood = now;
            }
        }
        let any = first.is_positive() || !by_round.is_empty();
        let official = Some(of(rounds.at(limit))).filter(|points| points.is_positive() && !is_out);
        (any && limit >= Stage::Computed).then(|| Penalty { declared: Some(first).filter(Points::is_positive), rounds: by_round, official })
    }

    /// Gives points typed as they count; `None`, with a finding, where they are outside 0 to `max`.
    pub(super) fn in_range(&mut self, item: Item<'_>, entry: &Entry, max: &Points) -> Option<Points> {
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

/// Gives what a leaf counts before the rounds and after each, in the sums above it.
fn counted(rounds: &Rounds) -> (Counted, BTreeMap<Round, Counted>) {
    let of = |after: &After| Counted { points: after.points.clone().filter(|_| after.out.is_none()), max: after.max() };
    (of(&rounds.first), rounds.after.iter().map(|(round, after)| (*round, of(after))).collect())
}

/// Tells of points that count nothing, since a condition of the set does not hold.
fn passed_over(item: Item<'_>, entry: &Entry, conditions: &OfLeaf<'_>) -> Option<Finding> {
    if conditions.verdict(When::Official) == Verdict::Counts || entry.points.is_zero() {
        return None;
    }
    let (id, vi, en) = (&item.criterion.id, entry.points.plain_vi(), entry.points.plain());
    let message = text!(
        "Tiêu chí “{id}” được thẩm định “{vi}” điểm nhưng không đạt điều kiện của bộ tiêu chí; điểm này không được tính.",
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
