//! Sets and campaigns on disk, checked against their laws, and against the sentences of their `cases.yaml` and
//! `award-cases.yaml`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::failure::RunError;
use super::load::{at_most, load_yaml};
use super::{earlier, plan, receive};
use crate::finding::campaign::NOTHING_TO_LINT;
use crate::finding::{Finding, Place};
use crate::{award_cases, campaign, cases, criteria, record, text, yaml};

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
    /// Cases that were worked out.
    pub cases: usize,
    /// Cases that came out as they say.
    pub right: usize,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Paths that can't be read. None of them stops the rest.
    pub failed: Vec<RunError>,
}

/// Checks what paths name: a file, a set or campaign in its folder, or all sets and campaigns right below a folder.
pub fn lint(paths: &[PathBuf]) -> Linted {
    let mut linted = Linted::default();
    for path in paths {
        if let Err(error) = linted.path(path) {
            linted.failed.push(error);
        }
    }
    yaml::sort(&mut linted.findings);
    linted.findings.dedup();
    linted
}

impl Linted {
    /// Checks what a path names.
    fn path(&mut self, path: &Path) -> Result<(), RunError> {
        let meta = fs::metadata(path).map_err(RunError::read(path))?;
        if meta.is_file() {
            let name = path.file_name().unwrap_or_default();
            let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
            return match name.to_str() {
                Some(campaign::FILE | award_cases::FILE) => self.campaign(folder),
                Some(RESULT) => self.result(path),
                _ => self.set(path),
            };
        }
        if fs::symlink_metadata(path.join(campaign::FILE)).is_ok() {
            return self.campaign(path);
        }
        if path.join(SET).is_file() {
            return self.set(&path.join(SET));
        }
        self.folder(path)
    }

    /// Checks every set and campaign right below a folder.
    fn folder(&mut self, folder: &Path) -> Result<(), RunError> {
        let entries = fs::read_dir(folder).map_err(RunError::read(folder))?;
        let below: BTreeSet<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        let before = self.checked;
        for path in below.iter().filter(|path| path.join(campaign::FILE).is_file() || path.join(SET).is_file()) {
            self.path(path)?;
        }
        if self.checked == before {
            let shown = folder.display().to_string();
            let message = text!("“{shown}” không có set.yaml hay campaign.yaml nào", "“{shown}” holds no set.yaml and no campaign.yaml");
            self.findings.push(Finding::new(&NOTHING_TO_LINT, message).at(Place::file(shown)));
        }
        Ok(())
    }

    /// Checks a campaign with its cases, and the sets that it names with theirs.
    fn campaign(&mut self, folder: &Path) -> Result<(), RunError> {
        let read = plan::read(folder)?;
        let mut findings = read.findings;
        if let Some(loaded) = &read.value {
            let mut inputs = Vec::new();
            let earlier = earlier::read(folder, &loaded.plan, &mut inputs).collect(&mut findings);
            findings.extend(campaign::comparable(&loaded.plan, earlier));
        }
        let mut templates = Vec::new();
        receive::templates(folder, &mut templates).collect(&mut findings);
        for finding in &mut findings {
            finding.place.file = finding.place.file.take().map(|file| shown(&folder.join(file)));
        }
        self.findings.extend(findings);
        self.checked += 1 + templates.len();
        let cases = folder.join(award_cases::FILE);
        if let (Some(loaded), true) = (&read.value, cases.is_file()) {
            let bytes = load_yaml(&cases).map_err(RunError::read(&cases))?;
            let ran = award_cases::run(&bytes, &shown(&cases), &loaded.plan).collect(&mut self.findings);
            self.checked += 1;
            self.worked_out(ran.cases, ran.right);
        }
        for set in read.value.iter().flat_map(|loaded| &loaded.inputs).filter(|input| input.file.ends_with(SET)) {
            self.set(&folder.join(&set.file))?;
        }
        Ok(())
    }

    /// Checks a set and its cases.
    fn set(&mut self, path: &Path) -> Result<(), RunError> {
        let bytes = load_yaml(path).map_err(RunError::read(path))?;
        let set = criteria::lint(&bytes, &shown(path)).collect(&mut self.findings);
        self.checked += 1;
        let cases = path.with_file_name(CASES);
        if let (Some(set), true) = (set, cases.is_file()) {
            let bytes = load_yaml(&cases).map_err(RunError::read(&cases))?;
            let ran = cases::run(&bytes, &shown(&cases), &set).collect(&mut self.findings);
            self.checked += 1;
            self.worked_out(ran.cases, ran.right);
        }
        Ok(())
    }

    /// Counts the cases of a file.
    const fn worked_out(&mut self, cases: usize, right: usize) {
        self.cases += cases;
        self.right += right;
    }

    /// Checks whether a result can be read again.
    fn result(&mut self, path: &Path) -> Result<(), RunError> {
        // What is too large is not loaded: a byte more than may be read tells as much.
        let bytes = at_most(path, record::LARGEST_FILE as u64).map_err(RunError::read(path))?;
        self.findings.extend(record::read(&bytes, &shown(path)).findings);
        self.checked += 1;
        Ok(())
    }
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
