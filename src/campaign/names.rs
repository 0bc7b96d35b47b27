//! Units and criteria by whatever name a person calls them.

use std::collections::BTreeMap;

use super::failure::Unknown;
use super::plan::Plan;
use crate::assessment::Unit;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::text::fold::{bare, fold, tidy};
use crate::yaml::nearest;

/// Every name that a unit goes by, folded, with the unit; without diacritics only where that is still one unit's name.
pub fn names(plan: &Plan) -> BTreeMap<String, &Unit> {
    let all = || plan.units.iter().flat_map(|unit| unit.aliases.iter().chain([&unit.name]).map(move |name| (name, unit)));
    let mut loose: BTreeMap<String, Option<&Unit>> = BTreeMap::new();
    for (name, unit) in all() {
        let there = loose.entry(bare(name)).or_insert(Some(unit));
        *there = there.filter(|other| other.id == unit.id);
    }
    let mut names: BTreeMap<String, &Unit> = loose.into_iter().filter_map(|(name, unit)| Some((name, unit?))).collect();
    names.extend(all().map(|(name, unit)| (fold(name), unit)));
    // An id stands for its own unit, whatever others are called.
    names.extend(plan.units.iter().map(|unit| (fold(unit.id.as_str()), unit)));
    names
}

/// Finds a unit by its id, its name or another of its names; diacritics may be left out where one unit alone is meant.
///
/// # Errors
/// [`Unknown::Unit`], with the name that may have been meant.
pub fn unit<'p>(plan: &'p Plan, called: &str) -> Result<&'p Unit, Unknown> {
    let names = names(plan);
    if let Some(unit) = names.get(&fold(called)).or_else(|| names.get(&bare(called))) {
        return Ok(unit);
    }
    let there: Vec<&str> = plan.units.iter().flat_map(|unit| [unit.id.as_str(), unit.name.as_str()]).collect();
    Err(Unknown::Unit { id: tidy(called), near: nearest(called, &there).map(str::to_owned) })
}

/// Finds a criterion, or a line outside the tree, by its id or its name.
///
/// # Errors
/// [`Unknown::Criterion`], with the id that may have been meant.
pub fn criterion<'s>(set: &'s CriteriaSet, called: &str) -> Result<&'s Criterion, Unknown> {
    let id = tidy(called);
    if let Some(found) = set.find(&CriterionId::new(id.trim_end_matches('.'))) {
        return Ok(found);
    }
    let tree = set.walk().into_iter().map(|(_, criterion)| criterion);
    let all: Vec<&Criterion> = tree.chain(set.adjustments.iter().map(|line| &line.criterion)).collect();
    let mut named = all.iter().filter(|criterion| bare(&criterion.name) == bare(called));
    if let (Some(found), None) = (named.next(), named.next()) {
        return Ok(found);
    }
    let ids: Vec<&str> = all.iter().map(|criterion| criterion.id.as_str()).collect();
    Err(Unknown::Criterion { id: id.clone(), set: set.id.to_string(), near: nearest(&id, &ids).map(str::to_owned) })
}
