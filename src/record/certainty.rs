//! How sure the order is, as a record holds it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::figure::Printed;
use crate::certainty::{Assumptions, AwardCertainty, Cause, Certainty, GENERATOR, GroupCertainty, Uncertain, UnitCertainty, Without};
use crate::figure::{AwardId, GroupId, UnitId};
use crate::points::{Points, RoundingMode};

/// Decimals of a share of draws.
const DECIMALS: u8 = 4;
/// Number of draws from which on a share that is printed so doesn't tell how many it was.
const MOST_TOLD_APART: u32 = 10_000;

/// How sure the order of every group is: advice, and no probability that a unit is better than another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCertainty {
    /// Where the random numbers begin.
    pub seed: u64,
    /// Number of draws.
    pub draws: u32,
    /// Name of the generator of random numbers.
    #[serde(default)]
    pub generator: String,
    /// How far a weight may lie from the set's, in thousandths of it.
    #[serde(default)]
    pub weights: u16,
    /// Criteria whose weights stay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<String>,
    /// Groups, in the order of the campaign.
    pub groups: Vec<RecordedGroupCertainty>,
}

/// How sure the order of a group is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedGroupCertainty {
    /// Group.
    pub id: String,
    /// Its ranked units, in the official order.
    pub units: Vec<RecordedUnitCertainty>,
    /// Pairs of units that can't be told apart, the first ahead officially.
    pub inseparable: Vec<(String, String)>,
    /// What becomes of the places without each criterion.
    #[serde(default)]
    pub without: Vec<RecordedWithout>,
}

/// How sure the place of a unit is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedUnitCertainty {
    /// Id of the unit.
    pub unit: String,
    /// Best place of the interval.
    pub place_low: usize,
    /// Worst place of the interval.
    pub place_high: usize,
    /// Share of draws in which it was first, shared or not, from 0 to 1.
    pub first: Printed,
    /// Share of draws in which it would be proposed for each award.
    pub awards: BTreeMap<String, Printed>,
    /// Share of draws in which it was equal to others at the edge of an award's quota, so that the council would decide.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub awards_at_edge: BTreeMap<String, Printed>,
    /// Number of draws in which it had which place.
    #[serde(default)]
    pub places: BTreeMap<usize, u32>,
    /// Its points that are uncertain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uncertain: Vec<RecordedUncertain>,
}

/// Points that are uncertain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedUncertain {
    /// Criterion, or line outside the tree.
    pub criterion: String,
    /// `survey`, `open_finding`, `provisional` or `disputed`.
    pub cause: String,
    /// Least that they are drawn as.
    pub least: Printed,
    /// Most that they are drawn as.
    pub most: Printed,
}

/// What becomes of the places without a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedWithout {
    /// Criterion.
    pub id: String,
    /// How many units have another place.
    pub moved: usize,
    /// Unit that moves farthest.
    pub farthest: Option<String>,
    /// Its place then.
    pub place: Option<usize>,
    /// Who is first.
    pub first: Vec<String>,
}

impl RecordedCertainty {
    /// Gives back how sure the place of a unit is, with the pairs that it stands in; nothing of others.
    ///
    /// Uncertain points are told anew by whoever knows the unit's score. `None` where so many draws were made that a share no
    /// longer tells how many of them it was.
    pub fn of_unit(&self, id: &UnitId, assumptions: &Assumptions, uncertain: Vec<Uncertain>) -> Option<Certainty> {
        if self.draws >= MOST_TOLD_APART {
            return None;
        }
        let of = self.groups.iter().find_map(|group| Some((group, group.units.iter().find(|unit| unit.unit == id.as_str())?)));
        let Some((group, unit)) = of else {
            return Some(Certainty { assumptions: assumptions.clone(), groups: Vec::new() });
        };
        let awards = unit.awards.iter().map(|(award, share)| {
            let at_edge = unit.awards_at_edge.get(award).map_or(Some(0), |share| self.drawn(share))?;
            Some(AwardCertainty { award: AwardId::new(award.as_str()), chosen: self.drawn(share)?, at_edge })
        });
        let certain = UnitCertainty {
            unit: id.clone(),
            place: group.units.iter().position(|other| other.unit == unit.unit)? + 1,
            low: unit.place_low,
            high: unit.place_high,
            places: unit.places.clone(),
            awards: awards.collect::<Option<_>>()?,
            uncertain,
        };
        let pairs = group.inseparable.iter().filter(|(one, other)| [one, other].contains(&&unit.unit));
        let pairs = pairs.map(|(one, other)| (UnitId::new(one.as_str()), UnitId::new(other.as_str())));
        let of_group = GroupCertainty {
            group: GroupId::new(group.id.as_str()),
            units: vec![certain],
            inseparable: pairs.collect(),
            without: Vec::new(),
        };
        Some(Certainty { assumptions: assumptions.clone(), groups: vec![of_group] })
    }

    /// Gives the number of draws of which a share was printed.
    fn drawn(&self, share: &Printed) -> Option<u32> {
        let draws = &share.as_fraction()?.points() * &Points::from(i64::from(self.draws));
        draws.round(0, RoundingMode::HalfUp).in_units(0)?.try_into().ok()
    }
}

/// Prints exactly, or with so many decimals where there are more.
fn decimal(points: &Points, decimals: u8) -> Printed {
    Printed::decimal(points.fixed(decimals, RoundingMode::HalfUp))
}

impl RecordedCertainty {
    /// Takes what was worked out.
    pub fn of(certainty: &Certainty) -> Self {
        let Assumptions { weights, fixed, draws, seed } = &certainty.assumptions;
        Self {
            seed: *seed,
            draws: *draws,
            generator: GENERATOR.into(),
            weights: *weights,
            fixed: fixed.iter().map(ToString::to_string).collect(),
            groups: certainty.groups.iter().map(|group| RecordedGroupCertainty::of(group, certainty)).collect(),
        }
    }
}

impl RecordedGroupCertainty {
    /// Takes what was worked out for a group.
    fn of(group: &GroupCertainty, certainty: &Certainty) -> Self {
        Self {
            id: group.group.to_string(),
            units: group.units.iter().map(|unit| RecordedUnitCertainty::of(unit, certainty)).collect(),
            inseparable: group.inseparable.iter().map(|(one, other)| (one.to_string(), other.to_string())).collect(),
            without: group.without.iter().map(RecordedWithout::of).collect(),
        }
    }
}

impl RecordedUnitCertainty {
    /// Takes what was worked out for a unit.
    fn of(unit: &UnitCertainty, certainty: &Certainty) -> Self {
        let shares = |told: &dyn Fn(&AwardCertainty) -> bool, of: fn(&AwardCertainty) -> u32| -> BTreeMap<String, Printed> {
            unit.awards
                .iter()
                .filter(|award| told(award))
                .map(|award| (award.award.to_string(), decimal(&certainty.share(of(award)), DECIMALS)))
                .collect()
        };
        Self {
            unit: unit.unit.to_string(),
            place_low: unit.low,
            place_high: unit.high,
            first: decimal(&certainty.share(unit.among_first(1)), DECIMALS),
            awards: shares(&|_| true, |award| award.chosen),
            awards_at_edge: shares(&|award| award.at_edge > 0, |award| award.at_edge),
            places: unit.places.clone(),
            uncertain: unit.uncertain.iter().map(RecordedUncertain::of).collect(),
        }
    }
}

impl RecordedUncertain {
    /// Takes points that are uncertain.
    fn of(uncertain: &Uncertain) -> Self {
        let cause = match uncertain.cause {
            Cause::Survey(_) => "survey",
            Cause::OpenFinding(_) => "open_finding",
            Cause::Provisional => "provisional",
            Cause::Disputed(_) => "disputed",
        };
        let print = |points: &Points| decimal(points, points.decimals().unwrap_or(DECIMALS).min(DECIMALS));
        Self {
            criterion: uncertain.criterion.to_string(),
            cause: cause.into(),
            least: print(&uncertain.least),
            most: print(&uncertain.most),
        }
    }
}

impl RecordedWithout {
    /// Takes what becomes of the places.
    fn of(without: &Without) -> Self {
        Self {
            id: without.criterion.to_string(),
            moved: without.moved,
            farthest: without.farthest.as_ref().map(|(unit, _)| unit.to_string()),
            place: without.farthest.as_ref().map(|(_, place)| *place),
            first: without.first.iter().map(ToString::to_string).collect(),
        }
    }
}
