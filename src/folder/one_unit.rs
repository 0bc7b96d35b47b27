//! What is asked of one unit, without reading the whole campaign where its reports still hold.
//!
//! Reports hold where the same program wrote them from the very files that lie there now. Then place and findings are
//! known, and the forms of others need not be opened; hashing them costs a small part of reading them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use rayon::prelude::*;

use super::listing::{Source, files};
use super::load::{self, load};
use super::manifest::{self, Input, Stamp};
use super::output::MANIFEST;
use super::plan::Loaded;
use super::{earlier, evidence, receive, work_out};
use crate::assessment::{Explanation, Explanations};
use crate::campaign::{self, Plan, Progress, Received, SUBMISSIONS, Submitted, WorkedOut};
use crate::figure::UnitId;
use crate::finding::Checked;
use crate::record::{self, Record};

/// Folder of the reports, inside the campaign's, unless somebody asks for another.
pub const REPORTS: &str = "reports";
/// Name of the record in it.
const RECORD: &str = "result.json";

/// Works out what is told of one unit. The answer may hold that unit only.
pub fn work_out_unit(folder: &Path, loaded: Checked<Loaded>, unit: &UnitId, progress: &dyn Progress) -> WorkedOut {
    from_reports(folder, &loaded.value, unit).unwrap_or_else(|| work_out(folder, loaded, progress).0)
}

/// Takes the answer from the reports, where they hold.
fn from_reports(folder: &Path, loaded: &Loaded, unit: &UnitId) -> Option<WorkedOut> {
    let reports = folder.join(REPORTS);
    let manifest = fs::read(reports.join(MANIFEST)).ok().filter(|bytes| manifest::is_of_this_version(bytes))?;
    let plan = &loaded.plan;
    let mut inputs = loaded.inputs.clone();
    let evidence = evidence::list(folder, plan, &mut inputs).value;
    let appraisal = receive::tables(folder, plan, &mut inputs).value;
    let receipts = receive::receipts(folder, plan, &mut inputs).value;
    let earlier = earlier::read(folder, plan, &mut inputs).value;
    let templates = receive::templates(folder, &mut inputs).value;
    let submissions = files(folder, SUBMISSIONS).value;
    let stamp = |source: &Source| Some(Input { file: source.file.clone(), stamp: load::stamp(&source.path).ok()? });
    inputs.par_extend(submissions.par_iter().filter_map(stamp));
    let there: BTreeMap<String, Stamp> = inputs.into_iter().map(|input| (input.file, input.stamp)).collect();
    if there != manifest::inputs(&manifest) {
        return None;
    }
    let record = record_of(&reports, &manifest)?;
    let needed = campaign::needed_files(plan, &record, unit)?;
    let forms = needed.par_iter().map(|file| form(plan, submissions.iter().find(|source| source.file == *file)?));
    let forms = forms.collect::<Option<BTreeMap<_, _>>>()?;
    let mut explanations = Explanations::new();
    for file in campaign::explanation_files(&record, unit) {
        let explained = explanation(plan, submissions.iter().find(|source| source.file == *file)?)?;
        // What they differ on is in the record.
        let _told = campaign::join_explanations(&mut explanations, explained);
    }
    campaign::one_unit(plan, Received { forms, evidence, appraisal, explanations, receipts, earlier, templates }, &record, unit)
}

/// Reads the record, where it is as it was written: what somebody else put there is not even loaded.
fn record_of(reports: &Path, manifest: &[u8]) -> Option<Record> {
    let written = manifest::outputs(manifest).remove(RECORD)?;
    let path = reports.join(RECORD);
    let size = fs::metadata(&path).ok()?.len();
    if size != written.size || size > record::LARGEST_FILE as u64 {
        return None;
    }
    let mut bytes = Vec::new();
    load::open(&path).ok()?.take(size).read_to_end(&mut bytes).ok()?;
    if Stamp::of(&bytes) != written {
        return None;
    }
    let Checked { value, findings } = record::read(&bytes, RECORD);
    value.filter(|_| findings.is_empty())
}

/// Reads what a unit explained.
fn explanation(plan: &Plan, source: &Source) -> Option<Explanation> {
    let (bytes, _) = load(&source.path).ok()?;
    match campaign::submission(&bytes, &source.file, plan).value? {
        Submitted::Form(_) => None,
        Submitted::Explanation(explained) => Some(explained),
    }
}

/// Reads a form, with its unit.
fn form(plan: &Plan, source: &Source) -> Option<(UnitId, crate::assessment::SelfAssessment)> {
    let (bytes, _) = load(&source.path).ok()?;
    match campaign::submission(&bytes, &source.file, plan).value? {
        Submitted::Form(sent) => Some((sent.form.unit.clone(), sent.form)),
        Submitted::Explanation(_) => None,
    }
}
