//! `submissions/`: filled forms, whatever their file names, each matched to its unit.
//!
//! Workbooks are read on all cores, one at a time on each; of a workbook only what the unit answered is kept.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use jiff::civil::DateTime;
use rayon::prelude::*;

use super::folder::{self, Source};
use super::manifest::{Input, Stamp};
use super::near::did_you_mean;
use super::plan::Plan;
use super::progress::{Progress, READING};
use super::twice::{self, Version};
use crate::assessment::{SelfAssessment, Unit};
use crate::figure::UnitId;
use crate::finding::campaign::{FORM_OF_NO_UNIT, FORM_OF_OTHER_CAMPAIGN};
use crate::finding::sheet::OTHER_SET;
use crate::finding::{Checked, Finding, Place, Severity};
use crate::form::carried::{Carried, carried};
use crate::form::read;
use crate::intake::foreign::{self, Pin, Understood};
use crate::workbook::saved::saved;
use crate::workbook::{self, Book, guard};

use crate::text;

/// Name of the folder inside the campaign.
pub const FOLDER: &str = "submissions";

/// Forms by unit, and all files as inputs of the run.
#[derive(Debug, Default)]
pub struct Forms {
    /// The form of every unit that sent one.
    pub by_unit: BTreeMap<UnitId, SelfAssessment>,
    /// For the manifest.
    pub inputs: Vec<Input>,
}

/// Reads every form of the campaign.
pub fn read(campaign: &Path, plan: &Plan, progress: &dyn Progress) -> Checked<Forms> {
    let Checked { value: sources, mut findings } = folder::files(campaign, FOLDER);
    progress.begin(READING, sources.len());
    let read = |source: &Source| {
        let form = of_file(source, plan);
        progress.step();
        form
    };
    let read: Vec<Checked<Sent>> = sources.par_iter().map(read).collect();
    let mut forms = Forms::default();
    let mut times: BTreeMap<UnitId, Option<DateTime>> = BTreeMap::new();
    for sent in read {
        let sent = sent.collect(&mut findings);
        forms.inputs.extend(sent.stamp.map(|stamp| Input { file: sent.file, stamp }));
        let Some(form) = sent.form else { continue };
        // Of several forms of a unit the first by file name counts.
        if let Some(first) = forms.by_unit.get(&form.unit) {
            let first = Version { form: first, saved: times.get(&form.unit).copied().flatten() };
            findings.push(twice::finding(first, Version { form: &form, saved: sent.saved }));
        } else {
            times.insert(form.unit.clone(), sent.saved);
            forms.by_unit.insert(form.unit.clone(), form);
        }
    }
    Checked { value: forms, findings }
}

/// What came of one file.
#[derive(Debug)]
struct Sent {
    file: String,
    stamp: Option<Stamp>,
    form: Option<SelfAssessment>,
    /// When it was saved last, where it is a form and says so.
    saved: Option<DateTime>,
}

/// Reads one file.
fn of_file(source: &Source, plan: &Plan) -> Checked<Sent> {
    let file = source.file.clone();
    let (bytes, stamp) = match load(&source.path) {
        Ok(loaded) => loaded,
        Err(error) => {
            let finding = folder::unreadable(&file, &source.path, &error);
            return Checked { value: Sent { file, stamp: None, form: None, saved: None }, findings: vec![finding] };
        }
    };
    let form = of_bytes(&bytes, &file, plan);
    let saved = form.value.as_ref().and_then(|_| saved(&bytes));
    let (form, findings) = (form.value.map(|form| form.assessment), form.findings);
    Checked { value: Sent { file, stamp: Some(stamp), form, saved }, findings }
}

/// What a unit sent, and for a form of the province's own how it was understood.
#[derive(Clone, Debug)]
pub struct Received {
    /// What the unit says.
    pub assessment: SelfAssessment,
    /// How the sheet was understood; nothing for a form of ours.
    pub understood: Option<Understood>,
}

/// Reads a filled form by the campaign's set for its unit. Nothing where it is no form of this campaign.
pub fn of_bytes(bytes: &[u8], file: &str, plan: &Plan) -> Checked<Option<Received>> {
    let mut findings = Vec::new();
    let form = workbook::open(bytes, file).collect(&mut findings).and_then(|book| {
        let carried = carried(&book);
        if carried.is_none() && !read::is_ours(&book) {
            if plan.forms().any(|pin| foreign::is_form(&book, pin)) {
                return foreign_form(&book, file, plan).collect(&mut findings);
            }
            findings.push(read::no_form(file));
            return None;
        }
        let unit = match carried.filter(|carried| carried.unit.is_some()) {
            Some(carried) => expected(&carried, file, plan).collect(&mut findings)?,
            // Without its hidden sheet a form is known as the province's own are.
            None => foreign::whose(&book, &plan.units, file, &plan.form).collect(&mut findings)?,
        };
        let set = plan.set(unit)?;
        let assessment = read::read(&book, set, file).collect(&mut findings)?;
        Some(Received { assessment: SelfAssessment { unit: unit.id.clone(), ..assessment }, understood: None })
    });
    for finding in &mut findings {
        finding.unit = finding.unit.take().or_else(|| form.as_ref().map(|form| form.assessment.unit.clone()));
    }
    Checked { value: form, findings }
}

/// Reads a form of the province's own.
fn foreign_form(book: &Book, file: &str, plan: &Plan) -> Checked<Option<Received>> {
    let mut findings = Vec::new();
    // The form of a group may name the unit in a cell of its own: it counts where the unit is one of the group's.
    let of_group = |pin: &&Pin| foreign::in_cell(book, &plan.units, pin).is_some_and(|unit| plan.form(unit) == *pin);
    let pin = plan.forms().find(of_group).unwrap_or(&plan.form);
    let read = foreign::whose(book, &plan.units, file, pin).collect(&mut findings).and_then(|unit| {
        let pin = plan.form(unit);
        findings.extend(foreign::other_year(book, plan.campaign.year, &unit.id, file, pin));
        let form = foreign::read(book, plan.set(unit)?, &unit.id, file, pin).collect(&mut findings)?;
        Some(Received { assessment: form.assessment, understood: Some(form.understood) })
    });
    Checked { value: read, findings }
}

/// Loads a file, of one that is too large only as much as shows it, and stamps it.
pub fn load(path: &Path) -> std::io::Result<(Vec<u8>, Stamp)> {
    let mut bytes = Vec::new();
    File::open(path)?.take(guard::LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    let whole = (bytes.len() as u64) <= guard::LARGEST_FILE;
    let stamp = if whole { Stamp::of(&bytes) } else { Stamp::of_file(path)? };
    Ok((bytes, stamp))
}

/// Finds the unit that a form was made for, if it is a form of this campaign.
fn expected<'p>(carried: &Carried, file: &str, plan: &'p Plan) -> Checked<Option<&'p Unit>> {
    let place = || Place::file(file);
    let refuse = |finding: Finding| Checked { value: None, findings: vec![finding.at(place())] };
    let Some(id) = &carried.unit else { return Checked::clean(None) };
    let year = plan.campaign.year;
    if let Some(other) = carried.year.filter(|other| *other != year) {
        let message = text!("Biểu của năm {other}, đợt này chấm năm {year}.", "A form for {other}; this campaign scores {year}.");
        return refuse(Finding::new(&FORM_OF_OTHER_CAMPAIGN, message).of(id));
    }
    let Some(unit) = plan.unit(id) else {
        let message =
            text!("Biểu của đơn vị “{id}”, đợt này không có đơn vị ấy.", "A form of unit “{id}”, which this campaign does not have.");
        let finding = did_you_mean(Finding::new(&FORM_OF_NO_UNIT, message), id.as_str(), plan.units.iter().map(|unit| unit.id.as_str()));
        return refuse(finding);
    };
    let Some(set) = plan.set(unit) else { return Checked::clean(None) };
    if let Some(theirs) = carried.set.as_ref().map(|theirs| &theirs.id).filter(|theirs| **theirs != set.id) {
        let ours = &set.id;
        let message = text!(
            "Biểu theo bộ tiêu chí “{theirs}”, khối của đơn vị chấm theo “{ours}”; biểu không được chấm.",
            "A form of the set “{theirs}”; the unit's group is scored by “{ours}”; the form is not scored."
        );
        return refuse(Finding::new(&OTHER_SET, message).of(id));
    }
    let ours = &plan.campaign.id;
    let findings = carried.campaign.iter().filter(|theirs| *theirs != ours).map(|theirs| {
        let message = text!(
            "Biểu của đợt “{theirs}”, đợt này là “{ours}”; vẫn đọc vì cùng năm và cùng bộ tiêu chí.",
            "A form of campaign “{theirs}”, this one is “{ours}”; read all the same, being of this year and this set."
        );
        Finding { severity: Severity::Warning, ..Finding::new(&FORM_OF_OTHER_CAMPAIGN, message).of(id).at(place()) }
    });
    Checked { value: Some(unit), findings: findings.collect() }
}
