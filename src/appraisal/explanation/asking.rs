//! What a unit is asked after a round, and what it has answered already.

use crate::appraisal::change::{self, Change};
use crate::assessment::{Explanation, Round, Unit};
use crate::results::Results;

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

/// Gives the name of a unit's file: `so-tu-phap.giai-trinh-1.xlsx`. It differs from that of the unit's form, beside which it
/// comes back.
pub fn file(unit: &Unit, round: Round) -> String {
    format!("{}.giai-trinh-{}.xlsx", unit.id, round.number())
}
