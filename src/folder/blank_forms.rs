//! Blank forms on disk: one workbook per unit, named after it.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::failure::RunError;
use super::new_file::write_new;
use crate::assessment::Unit;
use crate::campaign::{self, FORMS, Plan, Progress};

/// Writes the blank forms of all units, or of the one that is called so. Gives their file names, in the order of the campaign.
///
/// # Errors
/// [`RunError::Unknown`] where the unit asked for is not in the campaign, [`RunError::Write`], [`RunError::Make`].
pub fn write_blank_forms(plan: &Plan, only: Option<&str>, out: &Path, progress: &dyn Progress) -> Result<Vec<String>, RunError> {
    let units: Vec<&Unit> = match only {
        Some(called) => vec![campaign::unit(plan, called)?],
        None => plan.units.iter().collect(),
    };
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    progress.begin(FORMS, units.len());
    let write = |unit: &&Unit| {
        let name = format!("{}.xlsx", unit.id);
        let path = out.join(&name);
        write_new(&path, &campaign::blank_form(plan, unit)?)?;
        progress.step();
        Ok(name)
    };
    units.par_iter().map(write).collect()
}
