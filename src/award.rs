//! Award proposals: conditions, quotas, and a reason for every unit, chosen or not.

mod candidate;
mod choose;
mod condition;
mod measure;
mod outcome;
mod shortlist;

pub use choose::{Candidates, Choice, choose};
pub use condition::{Condition, Weighed};
pub use measure::{Facts, Measure, Seen};
pub use shortlist::shortlist;

use crate::figure::{AwardId, CriterionId, GroupId, UnitId};
use crate::points::{Points, RoundingMode};
use crate::text::Text;

/// Award that the campaign proposes units for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardRule {
    /// Id by which other awards and outputs name it.
    pub id: AwardId,
    /// Name: Cờ thi đua của UBND tỉnh.
    pub name: String,
    /// Groups that it is open to.
    pub groups: Vec<GroupId>,
    /// How many may get it.
    pub quota: Quota,
    /// Whether every group has the quota for itself; else it is one for all groups together.
    pub per_group: bool,
    /// Places of the quota kept for groups, filled before the rest.
    pub reserved: Vec<(GroupId, usize)>,
    /// Conditions, all of which must hold.
    pub conditions: Vec<Condition>,
    /// What is preferred, the first that differs deciding; the exact index where nothing is named.
    pub order: Vec<Measure>,
    /// Units left out by name, with the reason.
    pub excluded: Vec<(UnitId, String)>,
    /// Whether units whose result is provisional may be chosen.
    pub provisional_allowed: bool,
}

impl AwardRule {
    /// Names it so that it is told from every other of these: by its groups where another one has its name, and by its number
    /// among all, which stands before it in every list, where that one has its groups, too.
    pub fn called(&self, all: &[Self], group: &dyn Fn(&GroupId) -> String) -> String {
        let others = || all.iter().filter(|other| other.id != self.id && other.name == self.name);
        if others().next().is_none() {
            return self.name.clone();
        }
        let (name, groups) = (&self.name, self.groups.iter().map(group).collect::<Vec<_>>().join("; "));
        if others().any(|other| other.groups == self.groups) {
            let number = all.iter().take_while(|other| other.id != self.id).count() + 1;
            format!("{name} ({groups}; {number})")
        } else {
            format!("{name} ({groups})")
        }
    }

    /// Tells whether another award, decided before, excludes from this one.
    pub fn is_excluded_by(&self, other: &AwardId) -> bool {
        self.conditions.iter().any(|one| matches!(one, Condition::NotProposed(awards) if awards.contains(other)))
    }

    /// Lists the flags that conditions look at, with their names.
    pub fn flags(&self) -> impl Iterator<Item = &(String, String)> {
        let lists = self.conditions.iter().filter_map(|one| match one {
            Condition::Flag { none_of, any_of } => Some([none_of, any_of]),
            _ => None,
        });
        lists.flatten().flatten()
    }

    /// Lists the criteria that conditions and order look at.
    pub fn criteria(&self) -> impl Iterator<Item = &CriterionId> {
        self.conditions.iter().flat_map(Condition::criteria).chain(self.order.iter().filter_map(Measure::criterion))
    }
}

/// How many may get an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quota {
    /// So many.
    Number(usize),
    /// Share of the ranked units that it is open to.
    Share {
        /// From 0 to 1.
        share: Points,
        /// Whether a part of a place is a place; else it is none.
        up: bool,
    },
}

impl Quota {
    /// Gives the number of places where so many units are ranked.
    pub fn places(&self, ranked: usize) -> usize {
        match self {
            Self::Number(number) => *number,
            Self::Share { share, up } => {
                let exact = share * &Points::from(i64::try_from(ranked).unwrap_or(i64::MAX));
                let down = exact.round(0, RoundingMode::Truncate);
                let places = if *up && down != exact { &down + &Points::one() } else { down };
                places.plain().parse().unwrap_or(0)
            }
        }
    }
}

/// Proposal for one award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortlist {
    /// Award that is proposed for.
    pub award: AwardRule,
    /// What it is called: its name, with its id where another one has that name.
    pub called: String,
    /// How many may get it, of all groups together.
    pub quota: usize,
    /// Chosen, in order.
    pub chosen: Vec<UnitId>,
    /// Equal at the edge of the quota: the council has to decide.
    pub tied_at_edge: Vec<UnitId>,
    /// The edges at which these are equal; empty where the proposal comes from a record.
    pub edges: Vec<TiedEdge>,
    /// Every unit of its groups, in order.
    pub considered: Vec<Considered>,
}

/// Units that are equal where the places of a quota end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TiedEdge {
    /// Which, in order.
    pub units: Vec<UnitId>,
    /// How many places are left for them.
    pub open: usize,
    /// Group whose places these are; `None` where they are open to all.
    pub group: Option<GroupId>,
    /// Whether the places are kept for that group out of a quota of all.
    pub is_kept: bool,
}

/// Verdict on a unit for an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// Unit that was considered.
    pub unit: UnitId,
    /// Whether it meets every condition.
    pub eligible: bool,
    /// Whether it is proposed.
    pub chosen: bool,
    /// Why, or why not: at least one.
    pub reasons: Vec<Text>,
    /// Every condition, compared with the unit; none for a unit without a place.
    pub conditions: Vec<Weighed>,
    /// What a near miss lacked: of a unit that misses one condition, or stands behind the last of the quota.
    pub missing: Vec<Text>,
    /// How far it stands behind the last one proposed of a full quota, whether it meets the conditions or not.
    pub behind: Option<Text>,
    /// Those of its reasons that the council has to see beside its name: what is open or provisional. Who is tied stands under a
    /// heading that says so.
    pub notes: Vec<Text>,
}
