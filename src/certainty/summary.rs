//! What the draws say: intervals of places, pairs that can't be told apart, and the order without each criterion.

use std::collections::BTreeMap;

use super::draw::Draw;
use super::makeup::{Field, Makeup};
use super::random::THOUSAND;
use super::scaled::Scaled;
use super::{AHEAD, AwardCertainty, LEFT_OUT, UnitCertainty, Without};
use crate::criteria::CriteriaSet;
use crate::figure::UnitId;

/// Gives the places of each unit over the draws, with how often it was proposed.
pub fn units(field: &Field<'_>, draws: &[&[u32]], awards: &[Vec<AwardCertainty>]) -> Vec<UnitCertainty> {
    let units = field.units.iter().enumerate().zip(awards);
    units.map(|((at, unit), awards)| UnitCertainty { awards: awards.clone(), ..of_unit(unit, at, draws) }).collect()
}

/// Gives the places of a unit over the draws.
fn of_unit(unit: &Makeup<'_>, at: usize, draws: &[&[u32]]) -> UnitCertainty {
    let mut places: BTreeMap<usize, u32> = BTreeMap::new();
    for place in draws.iter().filter_map(|draw| draw.get(at)) {
        *places.entry(usize::try_from(*place).unwrap_or(usize::MAX)).or_default() += 1;
    }
    let all: u32 = places.values().sum();
    let left_out = u64::from(all) * u64::from(LEFT_OUT) / 100;
    let low = bound(places.iter(), left_out).unwrap_or(unit.place);
    let high = bound(places.iter().rev(), left_out).unwrap_or(unit.place);
    UnitCertainty { unit: unit.unit.clone(), place: unit.place, low, high, places, awards: Vec::new(), uncertain: unit.uncertain.clone() }
}

/// Gives the first place, from one end, with which more draws are passed than are left out.
fn bound<'p>(places: impl Iterator<Item = (&'p usize, &'p u32)>, left_out: u64) -> Option<usize> {
    let mut passed = 0;
    let mut places = places.map(|(place, draws)| {
        passed += u64::from(*draws);
        (place, passed)
    });
    places.find(|(_, passed)| *passed > left_out).map(|(place, _)| *place)
}

/// Lists the pairs of which neither is ahead often enough.
pub fn inseparable(field: &Field<'_>, draws: &[&[u32]]) -> Vec<(UnitId, UnitId)> {
    // Places by unit: a pair is compared over all draws at once.
    let by_unit: Vec<Vec<u32>> = (0..field.units.len()).map(|at| draws.iter().filter_map(|draw| draw.get(at)).copied().collect()).collect();
    let ends: Vec<(u32, u32)> = by_unit
        .iter()
        .map(|places| (places.iter().min().copied().unwrap_or_default(), places.iter().max().copied().unwrap_or_default()))
        .collect();
    let enough = |ahead: usize| ahead * 100 >= draws.len() * usize::try_from(AHEAD).unwrap_or_default();
    let mut pairs = Vec::new();
    let all = || field.units.iter().zip(by_unit.iter().zip(&ends));
    for (at, (unit, (places, (_, worst)))) in all().enumerate() {
        for (other, (others, (best, _))) in all().skip(at + 1) {
            if worst < best {
                continue;
            }
            let ahead = places.iter().zip(others).filter(|(one, other)| one < other).count();
            let behind = places.iter().zip(others).filter(|(one, other)| one > other).count();
            if !enough(ahead) && !enough(behind) {
                pairs.push((unit.unit.clone(), other.unit.clone()));
            }
        }
    }
    pairs
}

/// Works out the official places without each criterion. One without which nothing would be left of some unit is passed
/// over.
pub fn without(field: &Field<'_>, scaled: &Scaled<'_>, set: &CriteriaSet) -> Vec<Without> {
    let criteria = set.walk().into_iter().map(|(_, criterion)| criterion);
    let mut all: Vec<Without> = criteria
        .filter_map(|criterion| {
            let weight = |leaf| if criterion.holds(leaf) { 0 } else { THOUSAND };
            let weights: Vec<i64> = field.leaves.iter().map(weight).collect();
            let left = |unit: &Makeup<'_>| unit.maxima.iter().zip(&weights).any(|(max, weight)| *weight > 0 && max.is_positive());
            field.units.iter().all(left).then(|| {
                let draw = Draw::certain(weights);
                let places = match field.without(criterion) {
                    Some(other) => Scaled::of(&other).places(draw),
                    None => scaled.places(draw),
                };
                let place = |place: &u32| usize::try_from(*place).unwrap_or(usize::MAX);
                let moved: Vec<(&Makeup<'_>, usize)> =
                    field.units.iter().zip(places.iter().map(place)).filter(|(unit, place)| unit.place != *place).collect();
                let farthest = moved.iter().rev().max_by_key(|(unit, place)| unit.place.abs_diff(*place));
                let first = field.units.iter().zip(&places).filter(|(_, place)| **place == 1).map(|(unit, _)| unit.unit.clone());
                Without {
                    criterion: criterion.id.clone(),
                    moved: moved.len(),
                    farthest: farthest.map(|(unit, place)| (unit.unit.clone(), *place)),
                    first: first.collect(),
                }
            })
        })
        .collect();
    all.sort_by(|one, other| one.criterion.cmp(&other.criterion));
    all
}
