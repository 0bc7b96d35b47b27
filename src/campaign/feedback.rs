//! What goes back to a unit: its own form with every answer kept and every finding marked, or a workbook of findings
//! where the file is no form of ours.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::alone::{Checking, Form};
use super::plan::Plan;
use super::{RunError, submissions};
use crate::assessment::{Campaign, Unit};
use crate::form::carried::carried;
use crate::form::read::left;
use crate::form::template::{self, Marks};
use crate::intake::reading::{self, Reading};
use crate::text::Lang;
use crate::workbook;

/// What stands behind the name of the file that was checked.
const SUFFIX: &str = ".phan-hoi";

/// Writes what goes back for a file that was checked, into a folder. Gives its path.
///
/// `taken` holds the files that must not be written over: those that were checked, and those already written.
///
/// # Errors
/// [`RunError::Read`], [`RunError::Write`], [`RunError::Make`].
pub fn write(
    path: &Path,
    checking: &Checking<'_>,
    within: Option<&Plan>,
    out: &Path,
    taken: &mut BTreeSet<PathBuf>,
    lang: Lang,
) -> Result<PathBuf, RunError> {
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    let to = free(path, out, taken);
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = match &checking.form {
        Some(form) if form.evidenced.assessment.is_ours() => marked(path, &file, checking, form, within, lang),
        other => {
            let unit = other.as_ref().and_then(|form| within?.unit(&form.evidenced.assessment.unit));
            let left = left::Left::default();
            let marks = Marks { findings: &checking.findings, left: &left, file: &file, lang };
            let reading = other.as_ref().and_then(|form| {
                Some(Reading { understood: form.understood.as_ref()?, assessment: &form.evidenced.assessment, set: &form.set })
            });
            let campaign = within.map(|plan| &plan.campaign);
            reading::list_findings(&marks, unit.map_or("", |unit| &unit.name), reading.as_ref(), campaign)
                .map_err(|error| unmade(&to, &error))
        }
    }?;
    fs::write(&to, bytes).map_err(RunError::write(&to))?;
    taken.insert(absolute(&to));
    Ok(to)
}

/// Makes the copy of a form of ours.
fn marked(
    path: &Path,
    file: &str,
    checking: &Checking<'_>,
    form: &Form<'_>,
    within: Option<&Plan>,
    lang: Lang,
) -> Result<Vec<u8>, RunError> {
    let (bytes, _) = submissions::load(path).map_err(RunError::read(path))?;
    let assessment = &form.evidenced.assessment;
    let book = workbook::open(&bytes, file).value;
    let left = book.as_ref().map(|book| left::left(book, &form.set, &assessment.file, &checking.findings)).unwrap_or_default();
    let marks = Marks { findings: &checking.findings, left: &left, file, lang };
    let known = within.and_then(|plan| Some((plan.unit(&assessment.unit)?, &plan.campaign, plan.group(plan.unit(&assessment.unit)?)?)));
    let make = |unit: &Unit, campaign: &Campaign, group: &str| {
        let form = template::Form { set: &form.set, unit, campaign, group, rounding: form.rounding, filled: Some(assessment) };
        template::annotate(&form, &marks).map_err(|error| unmade(path, &error))
    };
    if let Some((unit, campaign, group)) = known {
        return make(unit, campaign, &group.name);
    }
    let carried = book.as_ref().and_then(carried).unwrap_or_default();
    make(&Unit { id: assessment.unit.clone(), ..carried.unit() }, &carried.campaign(), carried.group.as_deref().unwrap_or_default())
}

/// Says that a workbook could not be made.
fn unmade(path: &Path, error: &template::Unwritable) -> RunError {
    RunError::Make { file: path.display().to_string(), why: error.to_string() }
}

/// Gives the path to write to: named after the file, numbered where that name is taken.
fn free(path: &Path, out: &Path, taken: &BTreeSet<PathBuf>) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    // A copy that comes back does not grow its name.
    let name = stem.split_once(SUFFIX).map_or(stem.as_ref(), |(name, _)| name);
    let numbered = (1..).map(|n: u32| if n == 1 { String::new() } else { format!("-{n}") });
    let mut paths = numbered.map(|number| out.join(format!("{name}{SUFFIX}{number}.xlsx")));
    paths.find(|path| !taken.contains(&absolute(path))).unwrap_or_else(|| out.join(format!("{stem}{SUFFIX}.xlsx")))
}

/// Gives the one path that a file is known by.
pub fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}
