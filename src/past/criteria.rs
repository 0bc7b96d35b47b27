//! Criteria of an earlier year by the ids of this one: those that are mapped, and those of the same id that nothing moved.

use std::collections::BTreeMap;

use super::{PastCriterion, PastUnit, PastYear};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::points::Points;

/// Where criteria went, by the ids that they had.
pub type Moved = BTreeMap<CriterionId, CriterionId>;

/// Ids of an earlier year, each with the id that it has in a set of this year.
#[derive(Debug)]
pub struct Matching(BTreeMap<CriterionId, CriterionId>);

impl Matching {
    /// Matches everything that a year has.
    pub fn new(year: &PastYear, set: &CriteriaSet, moved: &Moved) -> Self {
        let mut found: BTreeMap<CriterionId, Option<CriterionId>> = BTreeMap::new();
        for id in year.groups.iter().flat_map(|group| &group.units).flat_map(|unit| unit.criteria.keys()) {
            if !found.contains_key(id) {
                found.insert(id.clone(), now(set, moved, id));
            }
        }
        Self(found.into_iter().filter_map(|(then, now)| Some((then, now?))).collect())
    }

    /// Gives the indexes of a unit's criteria by the ids of this year; of several that became one, their points by their
    /// maxima.
    pub fn indexes(&self, unit: &PastUnit) -> BTreeMap<CriterionId, Points> {
        let mut sums: BTreeMap<&CriterionId, (Points, Points)> = BTreeMap::new();
        for (id, criterion) in &unit.criteria {
            let (Some(now), Some(points)) = (self.0.get(id), &criterion.points) else { continue };
            let (sum, max) = sums.entry(now).or_default();
            *sum += points;
            *max += &criterion.max;
        }
        sums.into_iter().filter_map(|(id, (points, max))| Some((id.clone(), &points.over(&max)? * &Points::hundred()))).collect()
    }

    /// Gives the figures that a unit declared by the ids of this year; of several criteria that became one none.
    pub fn figures(&self, unit: &PastUnit) -> BTreeMap<CriterionId, BTreeMap<String, String>> {
        let mut found: BTreeMap<&CriterionId, Vec<&PastCriterion>> = BTreeMap::new();
        for (id, criterion) in unit.criteria.iter().filter(|(_, criterion)| !criterion.figures.is_empty()) {
            if let Some(now) = self.0.get(id) {
                found.entry(now).or_default().push(criterion);
            }
        }
        let single = |(id, of): (&CriterionId, Vec<&PastCriterion>)| match of.as_slice() {
            [one] => Some((id.clone(), one.figures.clone())),
            _ => None,
        };
        found.into_iter().filter_map(single).collect()
    }
}

/// Gives the criterion of this year that one of an earlier year is compared with.
///
/// Where a criterion above it was moved, here or there, an equal id means nothing.
fn now(set: &CriteriaSet, moved: &Moved, then: &CriterionId) -> Option<CriterionId> {
    if let Some(now) = moved.get(then) {
        return set.find(now).map(|found| found.id.clone());
    }
    let below = |above: &CriterionId| {
        let rest = then.as_str().strip_prefix(above.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    if moved.keys().any(below) {
        return None;
    }
    let found = set.find(then)?;
    let taken = set.lineage(&found.id).iter().any(|above| moved.values().any(|to| *to == above.id));
    (!taken).then(|| found.id.clone())
}
