//! Annotated copies on disk: each named after the file that was checked, none written over another.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::failure::RunError;
use super::load::load;
use crate::campaign::{self, Checking, Plan};
use crate::text::Lang;

/// What stands behind the name of the file that was checked.
const SUFFIX: &str = ".phan-hoi";

/// Writes what goes back for a file that was checked, into a folder. Gives its path.
///
/// `taken` holds the files that must not be written over: those that were checked, and those already written.
///
/// # Errors
/// [`RunError::Read`], [`RunError::Write`], [`RunError::Make`].
pub fn write_feedback(
    path: &Path,
    checking: &Checking<'_>,
    within: Option<&Plan>,
    out: &Path,
    taken: &mut BTreeSet<PathBuf>,
    lang: Lang,
) -> Result<PathBuf, RunError> {
    fs::create_dir_all(out).map_err(RunError::write(out))?;
    let to = free(path, out, taken);
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let (bytes, _) = load(path).map_err(RunError::read(path))?;
    let copy = campaign::feedback(&bytes, &file, checking, within, lang)?;
    fs::write(&to, copy).map_err(RunError::write(&to))?;
    taken.insert(absolute(&to));
    Ok(to)
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
