//! How a leaf stands after each round of appraisal: what is typed, what corrected figures give, and what the council takes out
//! or gives back.
//!
//! Each round stands on the one before: whatever it says counts from there on, and nothing before it changes. A part that is
//! taken out takes its points along, as far as figures tell how many these are; a part given back brings them.
//!
//! Source: [meanings](crate#meanings) 13, 31 and 44.

use std::collections::{BTreeMap, BTreeSet};

use super::Excuse;
use super::corrections::{figures_at, is_brought_back, is_taken_out};
use super::council::Applicability;
use super::item::Item;
use super::leaf::{Declared, LeafScorer};
use crate::assessment::{Claim, Entry, Round, Stage};
use crate::criteria::Sign;
use crate::figure::{Figures, SmallMap};
use crate::finding::points::BLANK;
use crate::points::Points;
use crate::rule::{Case, Gives, Outcome};

/// What the points of a leaf follow from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// What the unit declared.
    Declared,
    /// Figures as they stand after a round that corrected one of them, here or of another unit that it is compared with.
    Figures(Round),
    /// Points typed in a round.
    Points(Round),
}

/// How a leaf stands after a round, without conditions of the set.
#[derive(Clone, Debug)]
pub struct After {
    /// Points; `None` where it has none.
    pub points: Option<Points>,
    /// What they follow from.
    pub by: By,
    /// What the rule gave, where the points follow from it otherwise than declared.
    pub outcome: Option<Outcome>,
    /// Maximum of what applies of it, the whole one where all of it is out.
    pub left: Points,
    /// Why it does not apply, if it doesn't.
    pub out: Option<Excuse>,
    /// The same by figures alone.
    by_figures: Option<Excuse>,
    /// The last round that scored it, unless figures said since that it does not apply.
    scored: Option<Round>,
    /// What is said of its parts.
    parts: BTreeMap<String, bool>,
}

impl After {
    /// Gives the maximum that counts.
    pub fn max(&self) -> Points {
        if self.out.is_some() { Points::zero() } else { self.left.clone() }
    }

    /// Tells whether the council has scored the leaf, by points or figures.
    pub const fn is_scored(&self) -> bool {
        self.scored.is_some()
    }

    /// Gives the penalty beside the leaf; `declared` is what the rule gave on the figures as declared.
    pub fn penalty(&self, declared: Option<&Outcome>) -> Option<Points> {
        if self.out.is_some() || matches!(self.by, By::Points(_)) {
            return None;
        }
        self.outcome.as_ref().or(declared)?.penalty.clone()
    }
}

/// A leaf through the rounds.
pub struct Rounds {
    /// How it stands by what the unit declared.
    pub first: After,
    /// How it stands after each round that says something of it.
    pub after: BTreeMap<Round, After>,
    /// Points that each round gives it, as they count.
    pub points: BTreeMap<Round, Points>,
    /// Those of them that nobody typed.
    pub computed: BTreeMap<Round, Points>,
    /// Rounds of which the typed points are in range and not in dispute.
    pub counted: BTreeSet<Round>,
    /// Rounds of which points and figures disagree, so that neither counts.
    pub disputed: BTreeSet<Round>,
}

impl Rounds {
    /// Gives how the leaf stands at a stage.
    pub fn at(&self, last: Stage) -> &After {
        self.after.iter().rfind(|(round, _)| Stage::Appraised(**round) <= last).map_or(&self.first, |(_, after)| after)
    }

    /// Tells whether the leaf applies after a round.
    pub fn after_is_in(&self, round: Round) -> bool {
        self.after.get(&round).is_some_and(|after| after.out.is_none())
    }

    /// Lists the rounds from which on the leaf does not apply, or applies again.
    pub fn turns(&self) -> SmallMap<Round, bool> {
        let mut stood = self.first.out.is_some();
        let mut turns = SmallMap::new();
        for (round, after) in &self.after {
            let now = after.out.is_some();
            if now != stood {
                turns.insert(*round, now);
                stood = now;
            }
        }
        turns
    }

    /// Gives how the leaf stood before a round.
    pub fn before(&self, round: Round) -> &After {
        self.after.range(..round).next_back().map_or(&self.first, |(_, after)| after)
    }
}

/// What the rounds of one leaf are worked out of.
struct Told<'a> {
    item: Item<'a>,
    said: &'a Applicability,
    declared: &'a Declared,
    typed: &'a BTreeMap<Round, &'a Entry>,
    /// Rounds that corrected figures of this unit.
    own: BTreeSet<Round>,
    /// Rounds after which units are compared anew.
    compared: BTreeSet<Round>,
}

impl LeafScorer<'_> {
    /// Brings a leaf through the rounds.
    pub(super) fn rounds(&mut self, item: Item<'_>, said: &Applicability, declared: &Declared, typed: &BTreeMap<Round, &Entry>) -> Rounds {
        let id = &item.criterion.id;
        let first = After {
            points: declared.free.accepted.clone(),
            by: By::Declared,
            outcome: None,
            left: left(item, declared.excused.is_some(), &declared.lowered),
            out: declared.excused,
            by_figures: declared.excused,
            scored: None,
            parts: BTreeMap::new(),
        };
        let stands = |round: &Round| !said.contradicted.contains(round);
        let corrects = self.entrant.corrected.iter().filter(|(_, of_unit)| of_unit.contains_key(id)).map(|(round, _)| *round);
        let own = corrects.filter(|round| stands(round) && !is_taken_out(self.entrant, id, *round)).collect();
        let compared = self.best.into_iter().flat_map(|best| best.rounds(id)).filter(stands).collect();
        let told = Told { item, said, declared, typed, own, compared };
        let typed = typed.keys().copied().filter(stands);
        let all: BTreeSet<Round> =
            typed.chain(told.own.iter().copied()).chain(told.compared.iter().copied()).chain(said.rounds()).collect();
        let (after, points, computed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut rounds = Rounds { first, after, points, computed, counted: BTreeSet::new(), disputed: BTreeSet::new() };
        for round in all {
            let next = self.next(&told, round, &mut rounds);
            rounds.after.insert(round, next);
        }
        rounds
    }

    /// Takes one round.
    fn next(&mut self, told: &Told<'_>, round: Round, rounds: &mut Rounds) -> After {
        let before = rounds.before(round).clone();
        let mut next = After { parts: told.said.parts(Stage::Appraised(round)), ..before.clone() };
        let given = told.own.contains(&round) && self.by_figures(told, round, &mut next, rounds);
        if !given {
            self.by_comparison(told, round, &mut next, rounds);
            if next.parts != before.parts {
                self.by_parts(told, round, &before, &mut next, rounds);
            }
        }
        self.by_points(told, round, given, &mut next, rounds);
        next.out = excuse(next.by_figures, told.said.whole(round), next.scored);
        let moved = next.left != before.left || next.points != before.points || before.out.is_some();
        let silent = !rounds.points.contains_key(&round) && next.out.is_none() && told.said.rounds().any(|of| of == round);
        if let Some(points) = next.points.as_ref().filter(|_| silent && moved) {
            // The round gives it no points, and changes them: a part goes or comes back, or the leaf itself does.
            rounds.points.insert(round, points.clone());
            rounds.computed.insert(round, points.clone());
        }
        next
    }

    /// Scores a leaf by the rule, on figures as they stand after a round.
    fn outcome(&self, told: &Told<'_>, round: Round, figures: &Figures, parts: &BTreeMap<String, bool>) -> Outcome {
        let best = self.best.and_then(|best| best.at(&told.item.criterion.id, round));
        told.item.leaf.rule.score(&Case::new(self.terms(told.item), figures).against(best).said(parts))
    }

    /// Takes the figures that a round corrects. Tells whether they decide.
    fn by_figures(&mut self, told: &Told<'_>, round: Round, next: &mut After, rounds: &mut Rounds) -> bool {
        let item = told.item;
        let Some(figures) = figures_at(self.entrant, &item.criterion.id, round, &rounds.disputed) else { return false };
        let outcome = self.outcome(told, round, &figures, &next.parts);
        self.tell_of_figures(item, round, &outcome);
        let points = self.given(&outcome);
        if told.typed.get(&round).is_some_and(|entry| self.disagree(item, round, entry, &outcome)) {
            rounds.disputed.insert(round);
            return false;
        }
        match outcome.gives {
            Gives::Points(_) => {
                next.left = left(item, false, &outcome.lowered.clone().unwrap_or_default());
                next.points.clone_from(&points);
                next.by = By::Figures(round);
                next.outcome = Some(outcome);
                next.by_figures = None;
                next.scored = Some(round);
                rounds.points.extend(points.clone().map(|points| (round, points)));
                rounds.computed.extend(points.map(|points| (round, points)));
                true
            }
            Gives::NotApplicable => {
                next.left = item.criterion.max.clone();
                next.by_figures = Some(Excuse::Rule);
                next.by = By::Figures(round);
                next.outcome = Some(outcome);
                next.scored = None;
                true
            }
            Gives::Nothing | Gives::Waits => false,
        }
    }

    /// Compares a unit anew with the best, where nobody typed points for it since its figures were last corrected.
    fn by_comparison(&self, told: &Told<'_>, round: Round, next: &mut After, rounds: &mut Rounds) {
        if !told.compared.contains(&round) || matches!(next.by, By::Points(_)) || next.by_figures.is_some() {
            return;
        }
        let Some(figures) = figures_at(self.entrant, &told.item.criterion.id, round, &rounds.disputed) else { return };
        let outcome = self.outcome(told, round, &figures, &next.parts);
        let Some(points) = self.given(&outcome) else { return };
        let points = if next.by == By::Declared { self.rounding.leaf(&(&points * &told.declared.kept())) } else { points };
        next.points = Some(points.clone());
        next.outcome = Some(outcome);
        rounds.points.insert(round, points.clone());
        rounds.computed.insert(round, points);
    }

    /// Takes the points of parts along that a round takes out or gives back.
    fn by_parts(&self, told: &Told<'_>, round: Round, before: &After, next: &mut After, rounds: &Rounds) {
        let (item, declared) = (told.item, told.declared);
        if matches!(declared.excused, Some(Excuse::Campaign | Excuse::Unit | Excuse::Condition)) {
            return;
        }
        let figures = figures_at(self.entrant, &item.criterion.id, round, &rounds.disputed);
        let known = declared.outcome.is_some() || matches!(next.by, By::Figures(_));
        let Some(figures) = figures.filter(|_| known) else {
            // Nothing tells how many points are those of a part: at most as many as are left.
            let out = next.parts.iter().filter(|(_, applies)| !**applies).filter_map(|(part, _)| item.leaf.rule.part(part));
            next.left = &item.criterion.max - &out.map(|(_, max)| max).sum();
            next.points = next.points.take().map(|points| points.min(next.left.clone()));
            return;
        };
        let outcome = self.outcome(told, round, &figures, &next.parts);
        let out = outcome.gives == Gives::NotApplicable;
        next.left = left(item, out, &outcome.lowered.clone().unwrap_or_default());
        if !matches!(next.by, By::Points(_)) {
            next.by_figures = out.then_some(Excuse::Council);
        }
        next.points = match next.by {
            By::Points(_) => self.shifted(told, round, &figures, before, next),
            By::Figures(_) => self.given(&outcome),
            By::Declared => self.as_declared(told, &outcome, next),
        };
        next.outcome = Some(outcome).filter(|_| !out && !matches!(next.by, By::Points(_)));
    }

    /// Gives what is accepted of what a unit declared, where parts are out or back.
    fn as_declared(&self, told: &Told<'_>, outcome: &Outcome, next: &After) -> Option<Points> {
        let Told { item, declared, .. } = *told;
        let nothing = outcome.gives == Gives::Nothing;
        if outcome.gives == Gives::NotApplicable || nothing && item.sign == Some(Sign::Penalty) {
            return next.points.clone();
        }
        let answer = self.entrant.evidenced.and_then(|sent| sent.assessment.answers.get(&item.criterion.id));
        let claim = match answer.map(|answer| &answer.claim) {
            Some(Claim::Points(points)) => self.rounding.within(points, &next.left),
            _ => None,
        };
        let computed = self.given(outcome);
        // What was blank may be what went.
        let withheld = declared.withheld.iter().filter(|one| nothing || one.code != &BLANK).map(|one| &one.share);
        let kept = (&Points::one() - &withheld.sum()).clamp_to(&Points::zero(), &Points::one());
        self.lower(item, claim.as_ref(), computed.as_ref()).map(|points| self.rounding.leaf(&(&points * &kept)))
    }

    /// Gives points typed in an earlier round less those of parts that go, and with those of parts that come back.
    fn shifted(&self, told: &Told<'_>, round: Round, figures: &Figures, before: &After, next: &After) -> Option<Points> {
        let points = next.points.clone()?;
        let give = |parts: &BTreeMap<String, bool>| self.given(&self.outcome(told, round, figures, parts)).unwrap_or_default();
        let mut between = before.parts.clone();
        between.extend(next.parts.iter().filter(|(_, applies)| !**applies).map(|(part, _)| (part.clone(), false)));
        let (with, without) = (give(&before.parts), give(&between));
        let back = &(&give(&next.parts) - &without) * &told.declared.kept();
        let shifted = &(&points - &(&with - &without)) + &back;
        Some(self.rounding.leaf(&shifted.clamp_to(&Points::zero(), &next.left)))
    }

    /// Takes the points that a round types. `given` tells that its figures decide already: points that agree say no more.
    fn by_points(&mut self, told: &Told<'_>, round: Round, given: bool, next: &mut After, rounds: &mut Rounds) {
        let disputed = rounds.disputed.contains(&round) || told.said.contradicted.contains(&round);
        let Some(entry) = told.typed.get(&round).filter(|_| !disputed) else { return };
        let Some(points) = self.in_range(told.item, entry, &next.left) else { return };
        rounds.counted.insert(round);
        let out = given && next.by_figures.is_some();
        // Points beside figures on which it does not apply stand only where the same round says that it does.
        if given && !out || out && !is_brought_back(self.entrant, &told.item.criterion.id, round) {
            return;
        }
        next.points = Some(points.clone());
        next.by = By::Points(round);
        next.outcome = None;
        next.scored = Some(round);
        rounds.computed.remove(&round);
        rounds.points.insert(round, points);
    }

    /// Gives the points of an outcome, rounded as a leaf is.
    fn given(&self, outcome: &Outcome) -> Option<Points> {
        match &outcome.gives {
            Gives::Points(points) => Some(self.rounding.leaf(points)),
            Gives::NotApplicable | Gives::Nothing | Gives::Waits => None,
        }
    }
}

/// Says why a leaf does not apply, if it doesn't: the last word counts, but for what the campaign excuses.
fn excuse(by_figures: Option<Excuse>, whole: Option<(Round, bool)>, scored: Option<Round>) -> Option<Excuse> {
    match (by_figures, whole) {
        // Neither points nor silence take these back.
        (Some(excuse @ (Excuse::Campaign | Excuse::Condition)), _) => Some(excuse),
        (_, Some((round, false))) if scored.is_none_or(|scored| scored < round) => Some(Excuse::Council),
        (Some(_), Some((_, true))) => None,
        (Some(_), _) if scored.is_some() => None,
        (by_figures, _) => by_figures,
    }
}

/// Gives what is left of a leaf's maximum. Points for a leaf that is out as a whole are compared with its whole maximum.
fn left(item: Item<'_>, is_out: bool, lowered: &Points) -> Points {
    if is_out { item.criterion.max.clone() } else { &item.criterion.max - lowered }
}
