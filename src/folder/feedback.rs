//! Annotated copies on disk: each named after the file that was checked, none written over another.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::failure::RunError;
use super::link::{evidence_from, known_as};
use super::load::load;
use super::new_name::must_be_possible;
use crate::campaign::{self, Checking, OtherKind, Plan, Returned, WorkedOut};
use crate::text::Lang;

/// What stands behind the name of the file that was checked.
pub const SUFFIX: &str = ".phan-hoi";

/// Campaign with the workbooks of the council that were checked in it.
#[derive(Clone, Copy, Debug)]
pub struct Council<'a> {
    /// What it came to.
    pub worked: &'a WorkedOut,
    /// Where it lies.
    pub folder: &'a Path,
}

/// Writes what goes back for a file that was checked, into a folder. Gives its path.
///
/// `taken` holds the files that must not be written over, as [`known_as`] gives them: those that were checked, and those
/// already written.
///
/// # Errors
/// [`RunError::Name`], [`RunError::Read`], [`RunError::Write`], [`RunError::Make`].
pub fn write_feedback(
    path: &Path,
    checking: &Checking<'_>,
    within: Option<&Plan>,
    council: Option<Council<'_>>,
    out: &Path,
    taken: &mut BTreeSet<PathBuf>,
    lang: Lang,
) -> Result<PathBuf, RunError> {
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    let to = free(path, out, taken);
    must_be_possible(&to)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let (bytes, _) = load(path).map_err(RunError::read(path))?;
    let copy = match council.filter(|_| checking.other == Some(OtherKind::Appraisal)) {
        Some(Council { worked, folder }) => {
            let evidence = evidence_from(out, folder);
            campaign::annotated(worked, &Returned { bytes: &bytes, file: &file, findings: &checking.findings, evidence: &evidence, lang })?
        }
        None => None,
    };
    let copy = match copy {
        Some(copy) => copy,
        None => campaign::feedback(&bytes, &file, checking, within, lang)?,
    };
    fs::write(&to, copy).map_err(RunError::write(&to))?;
    taken.insert(known_as(&to));
    Ok(to)
}

/// Gives the path to write to: named after the file, numbered where that name is taken.
fn free(path: &Path, out: &Path, taken: &BTreeSet<PathBuf>) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    // A copy that comes back does not grow its name.
    let name = stem.split_once(SUFFIX).map_or(stem.as_ref(), |(name, _)| name);
    let numbered = (1..).map(|n: u32| if n == 1 { String::new() } else { format!("-{n}") });
    let mut paths = numbered.map(|number| out.join(format!("{name}{SUFFIX}{number}.xlsx")));
    paths.find(|path| !taken.contains(&known_as(path))).unwrap_or_else(|| out.join(format!("{stem}{SUFFIX}.xlsx")))
}
