//! Blank forms on disk: one workbook per unit, named after it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::earlier;
use super::failure::RunError;
use super::new_file::write_blank;
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

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlankForms {
    /// Names of the files, in the order of the campaign.
    pub names: Vec<String>,
    /// How many of them stand in the place of an older blank form.
    pub replaced: usize,
}

/// Writes the blank forms of all units in a language, or of the one that is called so, each with what the unit declared in the year before.
/// A form that stands there and that nobody has begun to fill in gives way; where anybody has, nothing is written at all.
///
/// # Errors
/// [`RunError::Unknown`] where the unit asked for is not in the campaign, [`RunError::Filled`], [`RunError::Write`], [`RunError::Make`].
pub fn write_blank_forms(
    plan: &Plan,
    last_year: &BTreeMap<UnitId, LastYear>,
    (only, lang): (Option<&str>, Lang),
    out: &Path,
    progress: &dyn Progress,
) -> Result<BlankForms, RunError> {
    let units: Vec<&Unit> = match only {
        Some(called) => vec![campaign::unit(plan, called)?],
        None => plan.units.iter().collect(),
    };
    let name = |unit: &Unit| format!("{}.xlsx", unit.id);
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    progress.begin(FORMS, units.len());
    let made = |unit: &&Unit| -> Result<(PathBuf, Vec<u8>), RunError> {
        let form = campaign::blank_form(plan, unit, last_year.get(&unit.id), lang)?;
        progress.step();
        Ok((out.join(name(unit)), form))
    };
    let forms: Vec<(PathBuf, Vec<u8>)> = units.par_iter().map(made).collect::<Result<_, RunError>>()?;
    Ok(BlankForms { replaced: write_blank(&forms)?, names: units.into_iter().map(name).collect() })
}
