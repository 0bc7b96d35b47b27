//! Everything that is told of one unit, gathered once.

use crate::assessment::{Round, Stage, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::points::Rounding;
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::scoring::{Scorecard, Stages, Within};

/// Everything that is told of one unit.
#[derive(Clone, Copy, Debug)]
pub struct UnitView<'a> {
    /// Unit that is told of.
    pub unit: &'a Unit,
    /// Its group.
    pub ranking: &'a GroupRanking,
    /// Its line in the group.
    pub row: &'a Row,
    /// Its set.
    pub set: &'a CriteriaSet,
    /// Its scores.
    pub card: Option<&'a Scorecard>,
    /// Everything else.
    pub results: &'a Results<'a>,
}

impl<'a> UnitView<'a> {
    /// Lists the rounds that have a column: the official one, and those in which the unit has points. A round that nobody has
    /// begun does not look like one.
    pub fn rounds(&self) -> Vec<Round> {
        let stages = self.card.into_iter().flat_map(|card| {
            let lines = card.adjustments.iter().map(|line| &line.stages);
            card.nodes.iter().map(|node| &node.stages).chain(lines)
        });
        let stages: Vec<&Stages> = stages.collect();
        let has = |round: &Round| {
            let stage = Stage::Appraised(*round);
            stage == self.results.campaign.official || stages.iter().any(|stages| stages.at(stage).is_some())
        };
        self.results.rounds().into_iter().filter(has).collect()
    }

    /// Gathers what is known of a unit; nothing where it is in no group.
    pub fn new(results: &'a Results<'a>, unit: &'a Unit) -> Option<Self> {
        let (ranking, row) = results.place(&unit.id)?;
        let set = results.sets.get(&ranking.group.set)?;
        Some(Self { unit, ranking, row, set, card: results.cards.get(&unit.id), results })
    }

    /// Says what the bonuses and penalties of a criterion come to; asked with the criterion, or with one of these lines.
    pub fn within(&self, id: &CriterionId) -> Option<Within<'a>> {
        let of = self.set.line(id).map_or(Some(id), |line| line.within.as_ref())?;
        self.card?.within(self.set).into_iter().find(|one| one.criterion.id == *of)
    }

    /// Tells whether the unit counts as one that sent something.
    pub fn is_scored(&self) -> bool {
        self.row.status != Status::NotSubmitted
    }

    /// Gives the rounding of the group.
    pub const fn rounding(&self) -> Rounding {
        self.ranking.group.rounding
    }
}
