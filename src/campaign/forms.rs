//! Blank forms on disk: one workbook per unit, named after it.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::RunError;
use super::plan::Plan;
use super::progress::{FORMS, Progress};
use crate::assessment::Unit;
use crate::figure::UnitId;
use crate::form::template::{self, Form};
use crate::yaml::nearest;

/// Writes the blank forms of all units, or of one. Gives their file names, in the order of the campaign.
///
/// # Errors
/// [`RunError::NoUnit`] where the unit asked for is not in the campaign, [`RunError::Write`], [`RunError::Make`].
pub fn write(plan: &Plan, only: Option<&UnitId>, out: &Path, progress: &dyn Progress) -> Result<Vec<String>, RunError> {
    if let Some(id) = only.filter(|id| plan.unit(id).is_none()) {
        let there: Vec<&str> = plan.units.iter().map(|unit| unit.id.as_str()).collect();
        let near = nearest(id.as_str(), &there).map(str::to_owned);
        return Err(RunError::NoUnit { id: id.to_string(), near });
    }
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    let units: Vec<&Unit> = plan.units.iter().filter(|unit| only.is_none_or(|id| &unit.id == id)).collect();
    progress.begin(FORMS, units.len());
    units
        .par_iter()
        .map(|unit| {
            let name = format!("{}.xlsx", unit.id);
            let bytes = blank(plan, unit)?;
            let path = out.join(&name);
            fs::write(&path, bytes).map_err(RunError::write(&path))?;
            progress.step();
            Ok(name)
        })
        .collect()
}

/// Makes the bytes of a unit's blank form.
fn blank(plan: &Plan, unit: &Unit) -> Result<Vec<u8>, RunError> {
    let unmade = |why: String| RunError::Make { file: format!("{}.xlsx", unit.id), why };
    let (Some(group), Some(set)) = (plan.group(unit), plan.set(unit)) else { return Err(unmade(unit.group.to_string())) };
    let form = Form { set, unit, campaign: &plan.campaign, group: &group.name, rounding: group.rounding, filled: None };
    template::write(&form).map_err(|error| unmade(error.to_string()))
}
