//! `evidence/<unit-id>/`: what lies there, by path, with enough to tell a file's kind and to prove it later.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use rayon::prelude::*;

use super::listing::{is_litter, leads_out, unreadable};
use super::manifest::{Input, Stamp};
use crate::campaign::{Plan, did_you_mean};
use crate::evidence::{FileFacts, Files};
use crate::figure::UnitId;
use crate::finding::campaign::EVIDENCE_OF_NO_UNIT;
use crate::finding::{Checked, Finding, Place};
use crate::text;

/// Name of the folder inside the campaign.
pub const FOLDER: &str = "evidence";
/// Bytes by which a file's kind is told.
const HEAD: u64 = 512;
/// Deepest folder below a unit's own that is looked into.
const DEEPEST: usize = 12;

/// Lists the evidence of every unit of the plan; a unit without a folder has an empty list. What was read joins the inputs.
pub fn list(campaign: &Path, plan: &Plan, inputs: &mut Vec<Input>) -> Checked<BTreeMap<UnitId, Files>> {
    let units: Vec<(UnitId, Checked<Held>)> = plan.units.par_iter().map(|unit| (unit.id.clone(), of_unit(campaign, &unit.id))).collect();
    let mut findings = strangers(campaign, plan);
    let mut files = BTreeMap::new();
    for (unit, held) in units {
        let held = held.collect(&mut findings);
        files.insert(unit, held.files);
        inputs.extend(held.inputs);
    }
    Checked { value: files, findings }
}

/// What one unit's folder holds.
#[derive(Debug, Default)]
pub struct Held {
    /// By path below the folder.
    pub files: Files,
    /// For the manifest.
    pub inputs: Vec<Input>,
}

/// Lists one unit's evidence.
pub fn of_unit(campaign: &Path, unit: &UnitId) -> Checked<Held> {
    let root = campaign.join(FOLDER).join(unit.as_str());
    let mut held = Checked::clean(Held::default());
    walk(&root, &root, &format!("{FOLDER}/{unit}"), "", 0, &mut held);
    held.findings.iter_mut().for_each(|finding| finding.unit = Some(unit.clone()));
    held
}

/// Lists a folder and what is below it.
fn walk(root: &Path, folder: &Path, shown: &str, below: &str, depth: usize, held: &mut Checked<Held>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names.into_iter().filter(|name| !is_litter(name) && !name.starts_with("~$") && !name.starts_with(".~lock.")) {
        let path = folder.join(&name);
        let inside = format!("{below}{name}");
        if path.is_symlink() && leads_out(&path, root) {
            held.value.files.0.insert(inside, FileFacts { size: 0, head: Vec::new(), outside: true, sha256: None });
        } else if path.is_dir() {
            if depth < DEEPEST {
                walk(root, &path, shown, &format!("{inside}/"), depth + 1, held);
            }
        } else {
            let file = format!("{shown}/{inside}");
            match facts(&path) {
                Ok((facts, stamp)) => {
                    held.value.files.0.insert(inside, facts);
                    held.value.inputs.push(Input { file, stamp });
                }
                Err(error) => held.findings.push(unreadable(&file, &path, &error)),
            }
        }
    }
}

/// Looks at one file.
fn facts(path: &Path) -> std::io::Result<(FileFacts, Stamp)> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    let stamp = Stamp::of_file(path)?;
    Ok((FileFacts { size: stamp.size, head, outside: false, sha256: Some(stamp.sha256.clone()) }, stamp))
}

/// Tells of folders that belong to no unit.
fn strangers(campaign: &Path, plan: &Plan) -> Vec<Finding> {
    let Ok(entries) = fs::read_dir(campaign.join(FOLDER)) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| plan.unit(&UnitId::new(name.as_str())).is_none() && !name.starts_with('.'))
        .collect();
    names.sort();
    let finding = |name: &String| {
        let message = text!("Thư mục “{name}” không trùng mã đơn vị nào.", "The folder “{name}” is named after no unit.");
        let finding = Finding::new(&EVIDENCE_OF_NO_UNIT, message).at(Place::file(format!("{FOLDER}/{name}")));
        did_you_mean(finding, name, plan.units.iter().map(|unit| unit.id.as_str()))
    };
    names.iter().map(finding).collect()
}
