//! Award proposals: conditions, quotas, and a reason for every unit, chosen or not.

mod shortlist;

pub use shortlist::shortlist;

use crate::figure::{AwardId, GroupId, UnitId};
use crate::points::Points;
use crate::text::Text;

/// Award that the campaign proposes units for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardRule {
    /// Id.
    pub id: AwardId,
    /// Name: Cờ thi đua của UBND tỉnh.
    pub name: String,
    /// Groups that it is open to.
    pub groups: Vec<GroupId>,
    /// How many may get it: at least 1.
    pub quota: usize,
    /// Least printed index.
    pub least_index: Option<Points>,
    /// Lowest place within the group that may still get it.
    pub last_place: Option<usize>,
    /// Units left out by name, with the reason.
    pub excluded: Vec<(UnitId, String)>,
    /// Whether units whose result is provisional may be chosen.
    pub provisional_allowed: bool,
    /// Awards that exclude from this one; they are decided before it.
    pub not_with: Vec<AwardId>,
}

/// Proposal for one award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortlist {
    /// Which.
    pub award: AwardRule,
    /// Chosen, in order.
    pub chosen: Vec<UnitId>,
    /// Equal at the edge of the quota: the council has to decide.
    pub tied_at_edge: Vec<UnitId>,
    /// Every unit of its groups, in order.
    pub considered: Vec<Considered>,
}

/// Verdict on a unit for an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// Which.
    pub unit: UnitId,
    /// Whether it meets every condition.
    pub eligible: bool,
    /// Whether it is proposed.
    pub chosen: bool,
    /// Why, or why not: at least one.
    pub reasons: Vec<Text>,
}
