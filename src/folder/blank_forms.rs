//! Blank forms on disk: one workbook per unit, named after it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::earlier;
use super::failure::RunError;
use super::new_file::write_new;
use crate::assessment::Unit;
use crate::campaign::{self, FORMS, Plan, Progress};
use crate::figure::UnitId;
use crate::finding::Checked;
use crate::form::LastYear;
use crate::text::Lang;

/// Reads what each unit of a campaign declared in the year before, for [`write_blank_forms`].
pub fn read_last_year(folder: &Path, plan: &Plan) -> Checked<BTreeMap<UnitId, LastYear>> {
    let mut findings = Vec::new();
    let earlier = earlier::read(folder, plan, &mut Vec::new()).collect(&mut findings);
    let last_year = campaign::last_year(plan, earlier).collect(&mut findings);
    Checked { value: last_year, findings }
}

/// Writes the blank forms of all units in a language, or of the one that is called so, each with what the unit declared in the year before.
/// Gives their file names, in the order of the campaign.
///
/// # Errors
/// [`RunError::Unknown`] where the unit asked for is not in the campaign, [`RunError::Write`], [`RunError::Make`].
pub fn write_blank_forms(
    plan: &Plan,
    last_year: &BTreeMap<UnitId, LastYear>,
    (only, lang): (Option<&str>, Lang),
    out: &Path,
    progress: &dyn Progress,
) -> Result<Vec<String>, RunError> {
    let units: Vec<&Unit> = match only {
        Some(called) => vec![campaign::unit(plan, called)?],
        None => plan.units.iter().collect(),
    };
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    progress.begin(FORMS, units.len());
    let write = |unit: &&Unit| {
        let name = format!("{}.xlsx", unit.id);
        let path = out.join(&name);
        write_new(&path, &campaign::blank_form(plan, unit, last_year.get(&unit.id), lang)?)?;
        progress.step();
        Ok(name)
    };
    units.par_iter().map(write).collect()
}
