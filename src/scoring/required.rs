//! Conditions of a leaf: what it waits for, looked at separately at every stage.
//!
//! At a stage a condition looks at what the other criterion has at that same stage: computed points at `computed`,
//! accepted ones at `accepted`, a round's at the round, official ones for the official points. Before the rounds only
//! leaves that units score themselves count, since nobody else has spoken yet. Claims are kept as typed. A figure of the set
//! is as declared before the rounds, and from a round on as that round corrects it.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use super::looked_at::{AsFound, LookedAt};
use super::open::{Open, Opens};
use super::{Conditioned, Entrant, Required};
use crate::assessment::{Corrected, Round, Stage};
use crate::criteria::{CriteriaSet, Criterion, Otherwise, Requirement, Requires};
use crate::figure::{CriterionId, InputId, SmallMap};
use crate::finding::Finding;
use crate::points::{Points, Rounding};

/// When a condition is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On what is computed.
    Computed,
    /// On what is accepted.
    Accepted,
    /// After a round of appraisal.
    Round(Round),
    /// For the official points.
    Official,
}

/// How a criterion stands at every stage, for conditions that name it.
#[derive(Default)]
pub struct Standing {
    /// What is computed, or claimed where a leaf has nothing to compute, of leaves that units score themselves.
    pub declared: Points,
    /// What is accepted of them.
    pub accepted: Points,
    /// Maximum of them.
    pub own_max: Points,
    /// What all leaves come to after each round that anybody typed something in, and the maximum of what applies then.
    pub rounds: BTreeMap<Round, (Points, Points)>,
    /// Maximum of what applies before the rounds.
    pub max_before: Points,
    /// Survey.
    pub survey: Points,
    /// Official points.
    pub official: Points,
    /// Maximum of what applies.
    pub max: Points,
    /// What is open of its points.
    pub open: Opens,
}

impl Standing {
    /// Gives the index at a stage, the one that it may still come to, and what is open; `None` where nothing applies, or nobody
    /// has spoken yet.
    fn index_at(&self, when: When, otherwise: Otherwise) -> Option<(Points, Points, &Open)> {
        let (points, max, open) = match when {
            When::Computed => (self.declared.clone(), &self.own_max, &self.open.declared),
            When::Accepted => (self.accepted.clone(), &self.own_max, &self.open.accepted),
            When::Round(round) => {
                let last = self.rounds.range(..=round).next_back();
                let (before, max) = last.map_or((&self.accepted, &self.max_before), |(_, (points, max))| (points, max));
                (before + &self.survey, max, self.open.after(round))
            }
            When::Official => (self.official.clone(), &self.max, &self.open.official),
        };
        let index = |points: &Points| (points * &Points::hundred()).over(max);
        Some((index(&points)?, index(&open.most(&points, otherwise))?, open))
    }
}

/// What conditions say of a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It counts.
    Counts,
    /// It counts 0.
    Zero,
    /// A figure is missing, or points of the other criterion, so that nobody knows: it counts 0, and stays in the maximum.
    Unknown,
    /// It does not apply.
    Out,
}

impl Verdict {
    /// Gives what points count.
    pub fn of(self, points: Option<Points>) -> Option<Points> {
        match self {
            Self::Counts => points,
            Self::Zero | Self::Unknown => points.map(|_| Points::zero()),
            Self::Out => None,
        }
    }
}

/// Condition with what it looks at.
struct Condition<'a> {
    of: &'a Criterion,
    requirement: &'a Requirement,
    otherwise: Otherwise,
    seen: Seen,
}

/// What a condition looks at.
enum Seen {
    /// How the other criterion stands.
    Standing(Box<Standing>),
    /// A figure of the set.
    Figure(Box<LookedAt>),
}

/// What a condition comes to at a stage.
struct Look<'s> {
    /// The index or the figure that it looks at.
    value: Option<Points>,
    /// Whether it holds; `None` while nobody knows.
    holds: Option<bool>,
    /// The index that may still be reached, with what is open.
    most: Option<(Points, &'s Open)>,
    /// The figure that it looks at.
    figure: Option<&'s AsFound>,
}

/// Conditions of the criteria of one unit, by the criterion that carries them.
pub struct Conditions<'a> {
    carried: BTreeMap<CriterionId, Vec<Condition<'a>>>,
    /// Whether a form is looked at alone, so that the last stage is what is accepted.
    alone: bool,
    /// Official stage.
    official: Stage,
}

impl<'a> Conditions<'a> {
    /// Begins with none.
    pub const fn new(alone: bool, official: Stage) -> Self {
        Self { carried: BTreeMap::new(), alone, official }
    }

    /// Looks at the conditions that a criterion carries, unless that was done; `standing` is that of any criterion, and
    /// `corrected` what the council corrected of a figure, by round for each criterion that names it.
    pub fn look<'c>(
        &mut self,
        (set, entrant): (&'a CriteriaSet, &Entrant<'_>),
        carrier: (&'a Criterion, &'a Requires),
        standing: impl Fn(&Criterion) -> Standing,
        corrected: impl Fn(&'a InputId) -> Vec<BTreeMap<Round, &'c Corrected>>,
    ) {
        let (of, requires) = carrier;
        if self.carried.contains_key(&of.id) {
            return;
        }
        let see = |requirement: &'a Requirement| {
            let seen = match requirement {
                Requirement::Index { criterion, .. } => Seen::Standing(Box::new(set.find(criterion).map(&standing).unwrap_or_default())),
                Requirement::Figure { figure, .. } => {
                    Seen::Figure(Box::new(LookedAt::of((set, entrant), (requirement, figure), &corrected(figure))))
                }
            };
            Condition { of, requirement, otherwise: requires.otherwise, seen }
        };
        self.carried.insert(of.id.clone(), requires.all.iter().map(see).collect());
    }

    /// Gives the conditions of a leaf. `words` are those of the council on whether it applies, which overrule them from their
    /// round on; `limit` is the last stage that counts.
    pub fn on(&self, set: &CriteriaSet, leaf: &CriterionId, words: Vec<(Round, bool)>, limit: Stage) -> OfLeaf<'_> {
        let carriers = set.conditions(leaf).into_iter();
        let all = carriers.filter_map(|(carrier, _)| self.carried.get(&carrier.id)).flatten().collect();
        OfLeaf { all, alone: self.alone, official: self.official, words, limit }
    }

    /// Says of each criterion which condition does not hold, which isn't known, and which can't be seen.
    pub fn findings(&self, set: &CriteriaSet, entrant: &Entrant<'_>, rounding: Rounding) -> Vec<Finding> {
        let mut findings = Vec::new();
        let excused = |criterion: &Criterion| criterion.leaves_below().iter().all(|leaf| entrant.unit.not_applicable.contains(&leaf.id));
        let all = set.all_conditions().into_iter().filter_map(|(carrier, _)| self.carried.get(&carrier.id)).flatten();
        for condition in all.filter(|condition| !excused(condition.of)) {
            let look = condition.at(self.last(), self.official);
            let place = look.figure.map(|figure| figure.place.clone()).unwrap_or_default();
            let required = condition.required(look, false);
            findings.extend(required.finding(set, condition.of, rounding).map(|finding| finding.at(place)));
        }
        findings
    }

    /// Gives the stage that counts in the end.
    const fn last(&self) -> When {
        if self.alone { When::Accepted } else { When::Official }
    }
}

/// Conditions of one leaf.
pub struct OfLeaf<'c> {
    all: Vec<&'c Condition<'c>>,
    alone: bool,
    official: Stage,
    words: Vec<(Round, bool)>,
    limit: Stage,
}

/// What a leaf counts after a round, in the sums above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Points; `None` where it has none.
    pub points: Option<Points>,
    /// Maximum of what applies of it.
    pub max: Points,
}

impl Counted {
    /// Holds it to a condition.
    fn held(self, verdict: Verdict) -> Self {
        let max = if verdict == Verdict::Out { Points::zero() } else { self.max };
        Self { points: verdict.of(self.points), max }
    }
}

impl OfLeaf<'_> {
    /// Says what becomes of the leaf. One that fails is enough for 0, even while another isn't known; a leaf is only taken
    /// out of the maximum where all the rest is known.
    pub fn verdict(&self, when: When) -> Verdict {
        if self.overruled(when) {
            return Verdict::Counts;
        }
        let of = |condition: &&Condition<'_>| match (self.at(condition, when).holds, condition.otherwise) {
            (Some(true), _) => Verdict::Counts,
            (None, _) => Verdict::Unknown,
            (Some(false), Otherwise::Zero) => Verdict::Zero,
            (Some(false), Otherwise::NotApplicable) => Verdict::Out,
        };
        let verdicts: Vec<Verdict> = self.all.iter().map(of).collect();
        let worst = [Verdict::Zero, Verdict::Unknown, Verdict::Out].into_iter().find(|verdict| verdicts.contains(verdict));
        worst.unwrap_or(Verdict::Counts)
    }

    /// Tells whether the council says that the leaf applies all the same.
    fn overruled(&self, when: When) -> bool {
        let last = match when {
            When::Computed | When::Accepted => return false,
            When::Round(round) => Stage::Appraised(round),
            When::Official => self.limit,
        };
        self.words.iter().rfind(|(round, _)| Stage::Appraised(*round) <= last).is_some_and(|(_, applies)| *applies)
    }

    /// Gives what the leaf counts after each round in which something was `typed`, or in which what it counts becomes something
    /// else, also by a condition. `free` is what would count without conditions before the rounds, and `states` after each.
    pub fn rounds(&self, free: &Counted, states: &BTreeMap<Round, Counted>, typed: impl Fn(Round) -> bool) -> BTreeMap<Round, Counted> {
        let looked_at = self.all.iter().flat_map(|condition| match &condition.seen {
            Seen::Standing(standing) => standing.rounds.keys().copied().collect::<Vec<_>>(),
            Seen::Figure(figure) => figure.rounds().collect(),
        });
        let rounds: BTreeSet<Round> = states.keys().copied().chain(looked_at).collect();
        let mut counting = BTreeMap::new();
        let mut stands = free.clone().held(self.verdict(When::Accepted));
        for round in rounds {
            let base = states.range(..=round).next_back().map_or(free, |(_, state)| state).clone();
            let counts = base.held(self.verdict(When::Round(round)));
            if typed(round) || counts != stands {
                counting.insert(round, counts.clone());
                stands = counts;
            }
        }
        counting
    }

    /// Says what the leaf counts from each stage on: what is `accepted`, and what it counts in `sums` after each round; nothing
    /// where it has no conditions.
    pub fn conditioned(&self, accepted: Option<&Points>, sums: &BTreeMap<Round, Counted>) -> SmallMap<Stage, Conditioned> {
        let mut conditioned = SmallMap::new();
        if self.all.is_empty() {
            return conditioned;
        }
        let out = self.verdict(When::Accepted) == Verdict::Out;
        let first = (Stage::Accepted, When::Accepted, accepted.cloned(), out);
        let of_round = |(round, counted): (&Round, &Counted)| {
            (Stage::Appraised(*round), When::Round(*round), counted.points.clone(), counted.max.is_zero())
        };
        let mut before: Option<When> = None;
        for (stage, when, counts, is_out) in iter::once(first).chain(sums.iter().map(of_round)) {
            let (turned, found) = self.found(before, when);
            // What nobody scored yet has no points, and stays in the maximum.
            if counts.is_some() || is_out {
                conditioned.insert(stage, Conditioned { counts, turned, found });
            }
            before = Some(when);
        }
        conditioned
    }

    /// Tells whether conditions make the leaf count otherwise at a stage than before it (before all stages it counts), and
    /// lists those; else those by which it still does not count.
    fn found(&self, before: Option<When>, when: When) -> (bool, Vec<Required>) {
        let stood = before.map_or(Verdict::Counts, |before| self.verdict(before));
        let stands = self.verdict(when);
        let turned = stood != stands;
        let held = |condition: &Condition<'_>| before.map_or(Some(true), |before| self.at(condition, before).holds);
        let is_told = |condition: &&&Condition<'_>| match self.at(condition, when).holds {
            holds if turned => holds != held(condition),
            holds => stands != Verdict::Counts && holds != Some(true),
        };
        if self.overruled(when) {
            return (false, Vec::new());
        }
        (turned, self.all.iter().filter(is_told).map(|condition| condition.required(self.at(condition, when), false)).collect())
    }

    /// Tells what was found, for the trace.
    pub fn required(&self) -> Vec<Required> {
        let overruled = self.overruled(When::Official);
        self.all.iter().map(|condition| condition.required(self.at(condition, When::Official), overruled)).collect()
    }

    /// Looks at a condition at a stage; the last stage of a form alone stands for the official one.
    fn at<'s>(&self, condition: &'s Condition<'_>, when: When) -> Look<'s> {
        condition.at(if self.alone && when == When::Official { When::Accepted } else { when }, self.official)
    }
}

impl Condition<'_> {
    /// Gives what the condition looks at, and whether it holds; without an index, or a place for figures, it is not asked.
    /// `official` is the last stage that counts.
    fn at(&self, when: When, official: Stage) -> Look<'_> {
        let unasked = Look { value: None, holds: Some(true), most: None, figure: None };
        match (&self.seen, self.requirement) {
            (Seen::Standing(standing), Requirement::Index { at_least, .. }) => {
                let Some((index, most, open)) = standing.index_at(when, self.otherwise) else { return unasked };
                let holds = if index >= *at_least { Some(true) } else { (most < *at_least).then_some(false) };
                Look { value: Some(index), holds, most: Some((most, open)), figure: None }
            }
            (Seen::Figure(figure), _) => {
                let found = match (when, official) {
                    (When::Round(round), _) | (When::Official, Stage::Appraised(round)) => figure.after(round),
                    (When::Computed | When::Accepted | When::Official, _) => figure.before_rounds(),
                };
                Look { value: found.value.clone(), holds: found.holds, most: None, figure: Some(found) }
            }
            (Seen::Standing(_), _) => unasked,
        }
    }

    /// Gives the facts of a look.
    fn required(&self, look: Look<'_>, overruled: bool) -> Required {
        let Look { value, holds, most, figure } = look;
        let most = most.filter(|_| holds.is_none());
        Required {
            of: self.of.id.clone(),
            requirement: self.requirement.clone(),
            otherwise: self.otherwise,
            value,
            waits_for_others: most.as_ref().is_some_and(|(_, open)| !open.is_by_unit(self.otherwise)),
            most: most.map(|(most, _)| most),
            holds,
            source: figure.map(|figure| figure.source.clone()),
            overruled,
        }
    }
}
