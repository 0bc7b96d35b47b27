//! Units and criteria by whatever name a person calls them.

use super::failure::Unknown;
use super::plan::Plan;
use crate::assessment::Unit;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::text::fold::{bare, tidy};
use crate::yaml::nearest;

/// Finds a unit by its id, its name or another of its names; diacritics may be left out where one unit alone is meant.
///
/// # Errors
/// [`Unknown::Unit`], with the name that may have been meant.
pub fn unit<'p>(plan: &'p Plan, called: &str) -> Result<&'p Unit, Unknown> {
    if let Some(unit) = plan.roster.called_or_numbered(called).one().and_then(|unit| plan.unit(&unit.id)) {
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
