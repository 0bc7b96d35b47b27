//! What earlier years came to, and how this year compares (so với năm trước).
//!
//! A unit of this year is compared with itself, or with those that the campaign names as its predecessors: several that
//! became one stand with the mean of what they had and without a place; one that was parted stands behind each of its
//! successors. A unit without any is new, and says so.

mod compare;
mod criteria;
mod units;

use std::collections::{BTreeMap, BTreeSet};

use crate::figure::{CriterionId, GroupId, SetId, UnitId};
use crate::points::Points;
use crate::ranking::Row;

pub use compare::{Asked, compare};
pub use units::goes_by;

/// What a year came to, as far as later years are compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastYear {
    /// Year that was scored.
    pub year: i16,
    /// File that it was read from.
    pub file: String,
    /// Groups, in the order of its campaign.
    pub groups: Vec<PastGroup>,
}

/// Group of an earlier year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastGroup {
    /// Id that the group had in that year.
    pub id: GroupId,
    /// Name that it had in that year.
    pub name: String,
    /// Set that scored it.
    pub set: SetId,
    /// Mean index of its ranked units, as printed.
    pub mean_index: Option<Points>,
    /// Number of ranked units.
    pub ranked: usize,
    /// Points that its set could give; `None` where the result does not say.
    pub total: Option<Points>,
    /// Its units, in the order of places.
    pub units: Vec<PastUnit>,
}

/// Unit of an earlier year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastUnit {
    /// Id that it had.
    pub id: UnitId,
    /// Name that it had.
    pub name: String,
    /// Place; `None` where it took none.
    pub place: Option<usize>,
    /// Whether its result waited for figures of penalties.
    pub provisional: bool,
    /// Official points; `None` where it sent nothing.
    pub points: Option<Points>,
    /// Index of that year, exact; `None` where there was none.
    pub index: Option<Points>,
    /// What was claimed above what came of it, leaves claimed too low left out.
    pub over_claim: Option<Points>,
    /// Criteria that applied.
    pub criteria: BTreeMap<CriterionId, PastCriterion>,
}

/// Criterion of a unit of an earlier year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastCriterion {
    /// 1 for an area.
    pub depth: usize,
    /// Official points.
    pub points: Option<Points>,
    /// Maximum of what applied.
    pub max: Points,
    /// Figures that the unit declared, as they are printed.
    pub figures: BTreeMap<String, String>,
}

/// How this year compares with earlier ones.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Earlier years, the last one first.
    pub years: Vec<PastYear>,
    /// For each unit of this year, in the order of `years`, what it is compared with; `None` where it was not there.
    pub before: BTreeMap<UnitId, Vec<Option<Before>>>,
    /// Units of which nobody can tell what they are compared with.
    pub unclear: Vec<UnitId>,
    /// Units whose name stood under another id in an earlier year, and that nobody can tell from it.
    pub of_other_id: BTreeSet<UnitId>,
}

/// What a unit is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Those that it was, by id and name.
    pub units: Vec<(UnitId, String)>,
    /// Whether others of this year come of one of them, too.
    pub shared: bool,
    /// Group that it was in; `None` where its predecessors were in several.
    pub group: Option<GroupId>,
    /// Place, and of how many, where it was a single unit of the same group.
    pub place: Option<(usize, usize)>,
    /// Names of those of several that had no result: the mean is that of the others.
    pub silent: Vec<String>,
    /// Whether any of these results waited for figures of penalties.
    pub provisional: bool,
    /// Whether all of these results were ranked: another one lacks something, such as the survey.
    pub ranked: bool,
    /// Points that could be reached then, where they are others than today's: points can't be compared.
    pub other_total: Option<Points>,
    /// Points; of several the mean.
    pub points: Option<Points>,
    /// Index; of several the mean.
    pub index: Option<Points>,
    /// What was claimed too much; of several the mean.
    pub over_claim: Option<Points>,
    /// Indexes of criteria by the ids of this year; of several units the mean of those that each applied to.
    pub criteria: BTreeMap<CriterionId, Points>,
    /// Figures by the criteria of this year, where it was a single unit.
    pub figures: BTreeMap<CriterionId, BTreeMap<String, String>>,
}

/// By how much a unit changed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Change {
    /// Points, this year's less those before.
    pub points: Option<Points>,
    /// Index, this year's less that before.
    pub index: Option<Points>,
    /// Places that it rose; under 0 where it fell.
    pub places_risen: Option<i64>,
}

impl Comparison {
    /// Gives the last year that is compared with.
    pub fn last(&self) -> Option<&PastYear> {
        self.years.first()
    }

    /// Gives what a unit is compared with in the last year.
    pub fn before(&self, unit: &UnitId) -> Option<&Before> {
        self.before.get(unit)?.first()?.as_ref()
    }

    /// Says by how much an index of a unit is above that of last year. A result without a place lacked something, which is no
    /// progress when it is there.
    pub fn progress(&self, unit: &UnitId, index: &Points) -> Option<Points> {
        let last = self.before(unit).filter(|before| before.ranked)?.index.as_ref()?;
        Some(index - last)
    }
}

impl Before {
    /// Says by how much a unit changed, in its line of this year's ranking.
    pub fn change(&self, row: &Row) -> Change {
        let less = |now: Option<&Points>, before: Option<&Points>| Some(now? - before?);
        let place = |place: usize| i64::try_from(place).ok();
        Change {
            points: less(row.points.as_ref(), self.points.as_ref()).filter(|_| self.other_total.is_none()),
            index: less(row.index.as_ref(), self.index.as_ref()),
            places_risen: self.place.and_then(|(before, _)| Some(place(before)?.saturating_sub(place(row.place?)?))),
        }
    }
}
