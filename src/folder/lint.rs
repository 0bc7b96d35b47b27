//! Sets and campaigns on disk, checked against their laws, and sets against the sentences of their `cases.yaml`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::failure::RunError;
use super::load::{at_most, load_yaml};
use super::{earlier, plan};
use crate::finding::campaign::NOTHING_TO_LINT;
use crate::finding::{Finding, Place};
use crate::{campaign, cases, criteria, record, text, yaml};

/// Set in its folder.
const SET: &str = "set.yaml";
/// Cases beside it.
const CASES: &str = "cases.yaml";
/// What a run came to.
const RESULT: &str = "result.json";

/// What came of checking.
#[derive(Debug, Default)]
pub struct Linted {
    /// Number of files that were checked.
    pub checked: usize,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Paths that can't be read. None of them stops the rest.
    pub failed: Vec<RunError>,
}

/// Checks what paths name: a file, a set or campaign in its folder, or all sets and campaigns right below a folder.
pub fn lint(paths: &[PathBuf]) -> Linted {
    let mut linted = Linted::default();
    for path in paths {
        match of_path(path) {
            Ok((found, count)) => {
                linted.findings.extend(found);
                linted.checked += count;
            }
            Err(error) => linted.failed.push(error),
        }
    }
    yaml::sort(&mut linted.findings);
    linted.findings.dedup();
    linted
}

/// Checks what a path names. Gives also the number of files that were checked.
fn of_path(path: &Path) -> Result<(Vec<Finding>, usize), RunError> {
    let meta = fs::metadata(path).map_err(RunError::read(path))?;
    if meta.is_file() {
        let name = path.file_name().unwrap_or_default();
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        return match name.to_str() {
            Some(campaign::FILE) => of_campaign(folder),
            Some(RESULT) => of_result(path),
            _ => of_set(path),
        };
    }
    if fs::symlink_metadata(path.join(campaign::FILE)).is_ok() {
        return of_campaign(path);
    }
    if path.join(SET).is_file() {
        return of_set(&path.join(SET));
    }
    of_folder(path)
}

/// Checks every set and campaign right below a folder.
fn of_folder(folder: &Path) -> Result<(Vec<Finding>, usize), RunError> {
    let entries = fs::read_dir(folder).map_err(RunError::read(folder))?;
    let below: BTreeSet<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let (mut findings, mut checked) = (Vec::new(), 0);
    for path in below.iter().filter(|path| path.join(campaign::FILE).is_file() || path.join(SET).is_file()) {
        let (found, count) = of_path(path)?;
        findings.extend(found);
        checked += count;
    }
    if checked == 0 {
        let shown = folder.display().to_string();
        let message = text!("“{shown}” không có set.yaml hay campaign.yaml nào", "“{shown}” holds no set.yaml and no campaign.yaml");
        findings.push(Finding::new(&NOTHING_TO_LINT, message).at(Place::file(shown)));
    }
    Ok((findings, checked))
}

/// Checks a campaign, and the sets that it names with their cases.
fn of_campaign(folder: &Path) -> Result<(Vec<Finding>, usize), RunError> {
    let read = plan::read(folder)?;
    let mut findings = read.findings;
    if let Some(loaded) = &read.value {
        let mut inputs = Vec::new();
        let earlier = earlier::read(folder, &loaded.plan, &mut inputs).collect(&mut findings);
        findings.extend(campaign::comparable(&loaded.plan, earlier));
    }
    for finding in &mut findings {
        finding.place.file = finding.place.file.take().map(|file| shown(&folder.join(file)));
    }
    let mut checked = 1;
    for set in read.value.iter().flat_map(|loaded| &loaded.inputs).filter(|input| input.file.ends_with(SET)) {
        let (found, count) = of_set(&folder.join(&set.file))?;
        findings.extend(found);
        checked += count;
    }
    Ok((findings, checked))
}

/// Checks a set and its cases.
fn of_set(path: &Path) -> Result<(Vec<Finding>, usize), RunError> {
    let bytes = load_yaml(path).map_err(RunError::read(path))?;
    let mut findings = Vec::new();
    let set = criteria::lint(&bytes, &shown(path)).collect(&mut findings);
    let cases = path.with_file_name(CASES);
    let (Some(set), true) = (set, cases.is_file()) else { return Ok((findings, 1)) };
    let bytes = load_yaml(&cases).map_err(RunError::read(&cases))?;
    cases::run(&bytes, &shown(&cases), &set).collect(&mut findings);
    Ok((findings, 2))
}

/// Checks whether a result can be read again.
fn of_result(path: &Path) -> Result<(Vec<Finding>, usize), RunError> {
    // What is too large is not loaded: a byte more than may be read tells as much.
    let bytes = at_most(path, record::LARGEST_FILE as u64).map_err(RunError::read(path))?;
    Ok((record::read(&bytes, &shown(path)).findings, 1))
}

/// Names a file in findings: without detours, with `/` between parts.
fn shown(path: &Path) -> String {
    let mut plain = PathBuf::new();
    for part in path.components() {
        let detour = part == Component::ParentDir && matches!(plain.components().next_back(), Some(Component::Normal(_)));
        if detour {
            plain.pop();
        } else if part != Component::CurDir {
            plain.push(part);
        }
    }
    plain.to_string_lossy().replace('\\', "/")
}
