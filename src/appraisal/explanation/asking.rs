//! What a unit is asked after a round, and what it has answered already.

use crate::appraisal::change::{self, Change};
use crate::assessment::{Explanation, Round, Stage, Unit};
use crate::results::Results;
use crate::scoring::{Stages, Trace};

/// What a unit is asked after a round.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// What everything came to so far.
    pub results: Results<'a>,
    /// Round that is told of.
    pub round: Round,
    /// Last day for an answer, in words; empty where none is said.
    pub until: &'a str,
    /// Who is asked.
    pub unit: &'a Unit,
}

impl<'a> Asking<'a> {
    /// Lists what appraisal changed; nothing for a unit that sent nothing.
    pub fn changes(&self) -> Vec<Change<'a>> {
        let (Some((group, set)), Some(card)) = (self.results.scored_by(self.unit), self.results.cards.get(&self.unit.id)) else {
            return Vec::new();
        };
        if !card.submitted {
            return Vec::new();
        }
        change::changes_by_rounds(set, group.rounding, self.unit, card, self.round)
    }

    /// Gives what the campaign calls the round.
    pub fn round_name(&self) -> String {
        self.results.campaign.rounds.name(self.round).get(self.results.lang).to_owned()
    }

    /// Gives what the unit has explained already.
    pub fn explained(&self) -> Option<&'a Explanation> {
        self.results.explanations.get(&self.unit.id)?.get(&self.round)
    }
}

/// Gives the round that a unit is told of, of those up to one: the last that said anything of it, typed for it or come of what was
/// typed for others; the one asked for, where none did.
pub fn told_of(results: &Results<'_>, unit: &Unit, upto: Round) -> Round {
    let card = results.cards.get(&unit.id);
    let traces = || card.into_iter().flat_map(|card| &card.nodes).filter_map(|node| Some((&node.stages, node.trace.as_deref()?)));
    let moved = |(stages, trace): (&Stages, &Trace), round: Round| {
        let turned = trace.conditioned.get(&Stage::Appraised(round)).is_some_and(|conditioned| conditioned.turned);
        turned || stages.appraised.get(&round).is_some()
    };
    let said = |round: &Round| !results.appraisal.leaves(*round, &unit.id).is_empty() || traces().any(|of_leaf| moved(of_leaf, *round));
    (1..=upto.number()).rev().filter_map(Round::new).find(said).unwrap_or(upto)
}

/// Gives the name of a unit's file: `so-tu-phap.giai-trinh-1.xlsx`. It differs from that of the unit's form, beside which it
/// comes back.
pub fn file(unit: &Unit, round: Round) -> String {
    format!("{}.giai-trinh-{}.xlsx", unit.id, round.number())
}
