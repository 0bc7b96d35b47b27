//! Everything that is told of one unit, gathered once.

use crate::assessment::Unit;
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::points::Rounding;
use crate::ranking::{GroupRanking, Row};
use crate::results::Results;
use crate::scoring::{Scorecard, Within};

/// Everything that is told of one unit.
#[derive(Clone, Copy, Debug)]
pub struct UnitView<'a> {
    /// Whose.
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

    /// Gives the rounding of the group.
    pub const fn rounding(&self) -> Rounding {
        self.ranking.group.rounding
    }
}
