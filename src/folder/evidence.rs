//! `evidence/<unit-id>/`: what lies there, by path, with enough to tell a file's kind and to prove it later.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::listing::{entries, folder_outside, is_litter, leads_out, unreadable};
use super::load;
use super::manifest::{Input, Stamp};
use crate::campaign::{Plan, did_you_mean};
use crate::evidence::{FileFacts, Files};
use crate::figure::UnitId;
use crate::finding::campaign::{EVIDENCE_OF_NO_UNIT, SKIPPED};
use crate::finding::{Checked, Finding, Place};
use crate::text;
use crate::text::Text;

/// Name of the folder inside the campaign.
pub const FOLDER: &str = "evidence";
/// Bytes by which a file's kind is told.
const HEAD: u64 = 512;
/// Deepest folder below a unit's own that is looked into.
const DEEPEST: usize = 12;

/// Lists the evidence of every unit of the plan; a unit without a folder has an empty list, one whose folder can't be read
/// has none. What was read joins the inputs.
pub fn list(campaign: &Path, plan: &Plan, inputs: &mut Vec<Input>) -> Checked<BTreeMap<UnitId, Files>> {
    let mut listed = Checked::clean(BTreeMap::new());
    let names = match entries(&campaign.join(FOLDER), campaign, FOLDER) {
        Ok(names) => names,
        Err(None) => Vec::new(),
        Err(Some(finding)) => {
            listed.findings.push(*finding);
            return listed;
        }
    };
    let units: Vec<(UnitId, Checked<EvidenceFolder>)> =
        plan.units.par_iter().map(|unit| (unit.id.clone(), of_unit(campaign, &unit.id))).collect();
    listed.findings.extend(strangers(campaign, plan, &names));
    for (unit, held) in units {
        let held = held.collect(&mut listed.findings);
        listed.value.extend(held.files.map(|files| (unit, files)));
        inputs.extend(held.inputs);
    }
    listed
}

/// What one unit's folder holds.
#[derive(Debug, Default)]
pub struct EvidenceFolder {
    /// By path below the folder; nothing where the folder, or one in it, can't be read: then nobody knows what is missing.
    pub files: Option<Files>,
    /// For the manifest.
    pub inputs: Vec<Input>,
}

/// Lists one unit's evidence.
pub fn of_unit(campaign: &Path, unit: &UnitId) -> Checked<EvidenceFolder> {
    let shown = format!("{FOLDER}/{unit}");
    let root = campaign.join(FOLDER).join(unit.as_str());
    let mut walk = Walk { files: Files::default(), inputs: Vec::new(), findings: Vec::new(), followed: BTreeSet::new(), whole: true };
    match [(campaign.join(FOLDER), FOLDER), (root.clone(), shown.as_str())].map(|(folder, shown)| entries(&folder, campaign, shown)) {
        [Err(Some(finding)), _] | [_, Err(Some(finding))] => {
            walk.findings.push(*finding);
            walk.whole = false;
        }
        [_, Ok(names)] => walk.folder(&Level { folder: &root, shown: &shown, below: "", above: None }, names),
        [_, Err(None)] => {}
    }
    walk.findings.iter_mut().for_each(|finding| finding.unit = Some(unit.clone()));
    let held = EvidenceFolder { files: walk.whole.then_some(walk.files), inputs: walk.inputs };
    Checked { value: held, findings: walk.findings }
}

/// Walk through a unit's folder.
struct Walk {
    files: Files,
    inputs: Vec<Input>,
    findings: Vec<Finding>,
    /// Folders that were entered by a link. None is entered so twice, however links lead round.
    followed: BTreeSet<PathBuf>,
    /// Whether every folder could be read.
    whole: bool,
}

/// Folder of a walk.
struct Level<'w> {
    /// Where it is.
    folder: &'w Path,
    /// How messages name the unit's folder.
    shown: &'w str,
    /// Its path below the unit's folder, with `/` behind it.
    below: &'w str,
    /// The folder that it lies in.
    above: Option<&'w Level<'w>>,
}

impl Level<'_> {
    /// Lists this folder and those that it lies in.
    fn chain(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |level| level.above)
    }

    /// Gives the unit's folder.
    fn root(&self) -> &Path {
        self.chain().last().map_or(self.folder, |level| level.folder)
    }
}

impl Walk {
    /// Lists a folder and what is below it.
    fn folder(&mut self, level: &Level<'_>, names: Vec<String>) {
        for name in names.into_iter().filter(|name| !is_litter(name) && !name.starts_with("~$") && !name.starts_with(".~lock.")) {
            let path = level.folder.join(&name);
            let inside = format!("{}{name}", level.below);
            let file = format!("{}/{inside}", level.shown);
            let outside = path.is_symlink() && leads_out(&path, level.root());
            if outside {
                self.files.0.insert(inside.clone(), FileFacts { size: 0, head: Vec::new(), outside: true, sha256: None });
            }
            match (path.is_dir(), outside) {
                (true, true) => self.findings.push(folder_outside(&file)),
                (true, false) => self.deeper(level, &path, &inside, &file),
                (false, true) => {}
                (false, false) => match facts(&path) {
                    Ok((facts, stamp)) => {
                        self.files.0.insert(inside, facts);
                        self.inputs.push(Input { file, stamp });
                    }
                    Err(error) => self.findings.push(unreadable(&file, &path, &error)),
                },
            }
        }
    }

    /// Enters a folder, unless that leads round in a circle.
    fn deeper(&mut self, level: &Level<'_>, path: &Path, inside: &str, file: &str) {
        let skipped = |message| Finding::new(&SKIPPED, message).help(Text::default()).at(Place::file(file));
        if path.is_symlink() {
            let Ok(leads_to) = path.canonicalize() else { return };
            let round = level.chain().any(|level| level.folder.canonicalize().is_ok_and(|above| above == leads_to));
            if round || !self.followed.insert(leads_to) {
                self.findings.push(skipped(text!(
                    "“{file}” là liên kết về một thư mục đã đọc, bỏ qua.",
                    "“{file}” is a link to a folder that was read already, skipped."
                )));
                return;
            }
        }
        if level.chain().count() > DEEPEST {
            self.findings.push(skipped(text!(
                "“{file}” nằm sâu hơn {DEEPEST} cấp thư mục, bỏ qua.",
                "“{file}” lies more than {DEEPEST} folders deep, skipped."
            )));
            return;
        }
        match entries(path, level.root(), file) {
            Ok(names) => self.folder(&Level { folder: path, shown: level.shown, below: &format!("{inside}/"), above: Some(level) }, names),
            Err(finding) => {
                self.findings.extend(finding.map(|finding| *finding));
                self.whole = false;
            }
        }
    }
}

/// Looks at one file.
fn facts(path: &Path) -> std::io::Result<(FileFacts, Stamp)> {
    let mut head = Vec::new();
    load::open(path)?.take(HEAD).read_to_end(&mut head)?;
    let stamp = load::stamp(path)?;
    Ok((FileFacts { size: stamp.size, head, outside: false, sha256: Some(stamp.sha256.clone()) }, stamp))
}

/// Tells of folders that belong to no unit.
fn strangers(campaign: &Path, plan: &Plan, names: &[String]) -> Vec<Finding> {
    let folder = campaign.join(FOLDER);
    let stranger =
        |name: &&String| !name.starts_with('.') && plan.unit(&UnitId::new(name.as_str())).is_none() && folder.join(name.as_str()).is_dir();
    let finding = |name: &String| {
        let message = text!("Thư mục “{name}” không trùng mã đơn vị nào.", "The folder “{name}” is named after no unit.");
        let finding = Finding::new(&EVIDENCE_OF_NO_UNIT, message).at(Place::file(format!("{FOLDER}/{name}")));
        did_you_mean(finding, name, plan.units.iter().map(|unit| unit.id.as_str()))
    };
    names.iter().filter(stranger).map(finding).collect()
}
