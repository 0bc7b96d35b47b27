//! What stood before a round: points, figures and what applied, of earlier rounds only what counts.

use super::plan::{Line, Plan};
use crate::assessment::{Round, Stage};
use crate::figure::{Figure, Input, InputId};
use crate::points::Points;
use crate::rule::{Case, Gives};
use crate::scoring::Excuse;

impl<'a> Line<'a> {
    /// Gives the points of the last round that counts, of those before `round` where it is given; what is refused counts as not
    /// typed.
    pub(super) fn appraised_before(&self, round: Option<Round>) -> Option<&'a Points> {
        let counts = |of: &Round| round.is_none_or(|round| *of < round) && self.trace.is_none_or(|trace| !trace.refused.contains(of));
        self.stages.appraised.iter().rfind(|(of, _)| counts(of)).map(|(_, points)| points)
    }
}

impl<'a> Plan<'a> {
    /// Gives the points of a line that stand before this round: what counts, where nothing was typed since; else those of the
    /// last round that counts, or what is accepted.
    pub(super) fn counts_before(&self, line: &Line<'a>) -> Option<&'a Points> {
        let (unit, id, results) = (&line.unit.id, &line.criterion.id, self.of.results);
        let since = results.appraisal.all_rounds().range(self.of.round..).any(|round| results.appraisal.leaves(*round, unit).contains(id));
        if !since && results.campaign.official >= Stage::Appraised(self.of.round) && line.applies {
            return line.official;
        }
        let earlier = line.stages.appraised.iter().rev().filter(|(round, _)| **round < self.of.round);
        let mut counting = earlier.filter(|(round, points)| self.counts(line, **round, points)).map(|(_, points)| points);
        counting.next().or(line.stages.accepted.as_ref())
    }

    /// Tells whether points of an earlier round count: they are in range, and contradict neither its figures nor its word.
    fn counts(&self, line: &Line<'a>, round: Round, points: &Points) -> bool {
        let (unit, id, appraisal) = (&line.unit.id, &line.criterion.id, self.of.results.appraisal);
        if appraisal.entry(round, unit, id).is_none() {
            return true;
        }
        let said = appraisal.applies.get(&round).and_then(|of| of.get(unit)?.get(id));
        let out = said.into_iter().flatten().any(|said| said.part.is_none() && !said.applies);
        let corrects = appraisal.corrected.get(&round).and_then(|of| of.get(unit)).is_some_and(|of| of.contains_key(id));
        !out && line.group.rounding.within(points, &line.left()).is_some() && (!corrects || self.figures_count(line, round))
    }

    /// Tells whether a line did not apply before this round.
    pub fn was_out(&self, line: &Line<'a>) -> bool {
        if line.applies || !line.is_touched() {
            return !line.applies;
        }
        let (unit, id, appraisal) = (&line.unit.id, &line.criterion.id, self.of.results.appraisal);
        let mut earlier = line.stages.appraised.iter().rev().filter(|(round, _)| **round < self.of.round);
        let points = earlier.find(|(round, points)| self.counts(line, **round, points)).map(|(round, _)| *round);
        let words = appraisal.applies.range(..self.of.round).rev().filter_map(|(round, of)| Some((*round, of.get(unit)?.get(id)?)));
        let mut words = words.filter_map(|(round, said)| Some((round, said.iter().find(|said| said.part.is_none())?.applies)));
        match words.next() {
            Some((round, false)) => return points.is_none_or(|points| points < round),
            Some((_, true)) => return false,
            None => {}
        }
        if line.excuse() == Some(Excuse::Unit) {
            return points.is_none();
        }
        let figures = line.leaf.asked().iter().map(|input| (input.id.clone(), self.figure(line, &input.id).0)).collect();
        let corrected = appraisal.corrected.range(..self.of.round).rev().find(|(_, of)| of.get(unit).is_some_and(|of| of.contains_key(id)));
        let later = points.is_some_and(|points| corrected.is_none_or(|(round, _)| points > *round));
        !later && line.leaf.rule.score(&Case::new(line.terms(), &figures)).gives == Gives::NotApplicable
    }

    /// Gives the same of another round.
    pub(super) fn figure_before(&self, line: &Line<'a>, input: &InputId, round: Round) -> (Figure, bool) {
        let declared = line.answer.and_then(|answer| answer.figures.get(input)).cloned().unwrap_or(Figure::Blank);
        let rounds = self.of.results.appraisal.corrected.range(..round).rev();
        let mut earlier = rounds.filter_map(|(round, of)| Some((*round, of.get(&line.unit.id)?.get(&line.criterion.id)?.get(input)?)));
        earlier.find(|(round, _)| self.figures_count(line, *round)).map_or((declared, false), |(_, one)| (one.figure.clone(), true))
    }

    /// Tells whether corrected figures of a round count: it does not say that the leaf is out, nor gives it other points.
    fn figures_count(&self, line: &Line<'a>, round: Round) -> bool {
        let (unit, id, appraisal) = (&line.unit.id, &line.criterion.id, self.of.results.appraisal);
        let said = appraisal.applies.get(&round).and_then(|of| of.get(unit)?.get(id));
        if said.into_iter().flatten().any(|said| said.part.is_none() && !said.applies) {
            return false;
        }
        let Some(entry) = appraisal.entry(round, unit, id) else { return true };
        let corrected = appraisal.corrected.get(&round).and_then(|of| of.get(unit)?.get(id));
        let of_round = |input: &InputId| corrected.and_then(|corrected| corrected.get(input)).map(|one| one.figure.clone());
        let figure = |input: &Input| of_round(&input.id).unwrap_or_else(|| self.figure_before(line, &input.id, round).0);
        let figures = line.leaf.asked().iter().map(|input| (input.id.clone(), figure(input))).collect();
        let rounding = line.group.rounding;
        match line.leaf.rule.score(&Case::new(line.terms(), &figures)).gives {
            Gives::Points(given) => rounding.print(&given) == rounding.print(&entry.points),
            Gives::NotApplicable | Gives::Nothing | Gives::Waits => true,
        }
    }
}
