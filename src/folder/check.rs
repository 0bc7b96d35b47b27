//! Filled forms checked where they lie, by themselves or as forms of a campaign.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::evidence;
use super::expand::{Expanded, expand};
use super::failure::RunError;
use super::link::absolute;
use super::listing::files;
use super::load::{at_most, load};
use super::receive::{Filled, receive_with};
use crate::campaign::{self, Checking, Headings, NoProgress, Opened, OtherKind, Plan, SUBMISSIONS, WorkedOut};
use crate::figure::UnitId;
use crate::finding::{Checked, Finding};
use crate::workbook::LARGEST_FILE;

/// Campaign that forms are checked by, with its folder.
#[derive(Clone, Copy, Debug)]
pub struct Within<'p> {
    /// Where the campaign lies.
    pub folder: &'p Path,
    /// What it says.
    pub plan: &'p Plan,
}

/// What came of the files that were to be checked.
#[derive(Debug, Default)]
pub struct Batch<'p> {
    /// Files that were checked, each with its path.
    pub checked: Vec<(PathBuf, Checking<'p>)>,
    /// The campaign with the council's workbooks and the explanations of these in it, where there are any.
    pub council: Option<WorkedOut>,
    /// Why others were not: they can't be read, a pattern matches nothing. None of them stops the rest.
    pub failed: Vec<RunError>,
    /// What is said of what was named, and of no file in it.
    pub findings: Vec<Finding>,
}

/// Checks files, the files of folders and those that patterns match: each by itself, by the campaign given or by the set
/// that its form carries, and then against the others.
pub fn check<'p>(named: &[PathBuf], within: Option<Within<'p>>) -> Batch<'p> {
    let Expanded { files, mut failed, findings } = expand(named);
    let read: Vec<Result<Opened<'p>, RunError>> = files.par_iter().map(|path| open(path, within)).collect();
    let (mut paths, mut opened) = (Vec::new(), Vec::new());
    for (path, read) in files.into_iter().zip(read) {
        match read {
            Ok(read) => {
                paths.push(path);
                opened.push(read);
            }
            Err(error) => failed.push(error),
        }
    }
    let council = within.filter(|_| opened.iter().any(|one| one.other().is_some())).map(|Within { folder, plan }| {
        let files = opened.iter().zip(&paths).filter_map(|(one, path)| Some((path, one.other()?)));
        with_council(folder, plan, files, &mut failed)
    });
    let others = within.filter(|_| opened.iter().any(Opened::asks_no_figures)).map(|within| neighbours(within, &paths)).unwrap_or_default();
    let mut checked = campaign::finish(opened, within.map(|within| within.plan), &others);
    if let Some(worked) = &council {
        // What the council types and what units explain is judged beside what was sent, which only the campaign knows.
        for one in checked.iter_mut().filter(|one| one.other.is_some()) {
            one.findings = campaign::found_in(worked, &one.file);
        }
    }
    Batch { checked: paths.into_iter().zip(checked).collect(), council, failed, findings }
}

/// Reads the headings of the forms that lie in the campaign, but those that are checked.
fn neighbours(Within { folder, plan }: Within<'_>, checked: &[PathBuf]) -> Vec<Headings> {
    let known: BTreeSet<PathBuf> = checked.iter().map(|path| absolute(path)).collect();
    let sent = files(folder, SUBMISSIONS).value;
    let others = sent.par_iter().filter(|source| !known.contains(&absolute(&source.path)));
    others.filter_map(|source| Headings::read(&load(&source.path).ok()?.0, &source.file, plan)).collect()
}

/// Works out the campaign with these workbooks of the council, and these explanations, in it.
fn with_council<'f>(
    folder: &Path,
    plan: &Plan,
    files: impl Iterator<Item = (&'f PathBuf, OtherKind)>,
    failed: &mut Vec<RunError>,
) -> WorkedOut {
    let load = |(path, kind): (&PathBuf, OtherKind)| {
        Ok(Filled { file: shown(path), bytes: at_most(path, LARGEST_FILE).map_err(RunError::read(path))?, kind })
    };
    let mut filled = Vec::new();
    for read in files.map(load) {
        match read {
            Ok(read) => filled.push(read),
            Err(error) => failed.push(error),
        }
    }
    let (received, _) = receive_with(folder, plan, &filled, &NoProgress);
    campaign::work_out(Checked::clean(plan.clone()), received)
}

/// Gives a path as findings name it.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Reads one file.
fn open<'p>(path: &Path, within: Option<Within<'p>>) -> Result<Opened<'p>, RunError> {
    let file = shown(path);
    let bytes = at_most(path, LARGEST_FILE).map_err(RunError::read(path))?;
    Ok(match within {
        Some(Within { folder, plan }) => {
            let evidence = |unit: &UnitId| {
                let Checked { value, findings } = evidence::of_unit(folder, unit);
                Checked { value: value.files, findings }
            };
            campaign::open(&bytes, &file, Some(campaign::Within { plan, evidence: &evidence }))
        }
        None => campaign::open(&bytes, &file, None),
    })
}
