//! Everything that lies in a campaign's folder, read: forms, evidence, tables.
//!
//! Workbooks are read on all cores, one at a time on each; of a workbook only what the unit answered is kept.

use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;

use super::feedback::SUFFIX;
use super::listing::{Source, files, leads_out, link_outside, unreadable};
use super::load::load;
use super::manifest::{Input, Stamp};
use super::{earlier, evidence};
use crate::assessment::{Appraisal, Receipts};
use crate::campaign::{
    self, Counting, Entering, OtherKind, Plan, Progress, READING, REGISTERS, Received, SUBMISSIONS, SentFile, Submitted, TEMPLATES, Table,
};
use crate::finding::campaign::ID_NO_FILE_NAME;
use crate::finding::{Checked, Finding, Place};
use crate::placeholder::Template;
use crate::text;
use crate::text::{Text, refused};

/// Workbook of the council, or of a unit's explanations, that is not in its folder yet, or not as it is now.
#[derive(Debug)]
pub struct Filled {
    /// Its path, as it was named.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Which of the two it is.
    pub kind: OtherKind,
}

impl Filled {
    /// Tells whether a file of the folder is an earlier version of it: its name is the same, but for what marks copies that
    /// go back. A plain table never is.
    fn replaces(&self, source: &Source) -> bool {
        let stem = |file: &str| {
            let path = Path::new(file);
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            stem.split_once(SUFFIX).map_or(stem.clone(), |(name, _)| name.to_owned())
        };
        !source.file.to_lowercase().ends_with(".csv") && stem(&source.file) == stem(&self.file)
    }
}

/// Reads all that was sent in. Gives also what was read, for the manifest.
pub fn receive(folder: &Path, plan: &Plan, progress: &dyn Progress) -> (Checked<Received>, Vec<Input>) {
    receive_with(folder, plan, &[], progress)
}

/// Reads all that was sent in, with these workbooks among what lies in their folders.
pub fn receive_with(folder: &Path, plan: &Plan, filled: &[Filled], progress: &dyn Progress) -> (Checked<Received>, Vec<Input>) {
    let (mut findings, mut inputs) = (Vec::new(), Vec::new());
    let evidence = evidence::list(folder, plan, &mut inputs).collect(&mut findings);
    let sent = submissions(folder, plan, filled, &mut inputs, progress).collect(&mut findings);
    let Counting { forms, explanations } = campaign::counting(sent, plan).collect(&mut findings);
    let appraisal = tables_with(folder, plan, filled, &mut inputs).collect(&mut findings);
    let receipts = receipts(folder, plan, &mut inputs).collect(&mut findings);
    let earlier = earlier::read(folder, plan, &mut inputs).collect(&mut findings);
    let templates = templates(folder, &mut inputs).collect(&mut findings);
    (Checked { value: Received { forms, evidence, appraisal, explanations, receipts, earlier, templates }, findings }, inputs)
}

/// Says that no document can be named after a template; nothing where one can.
fn impossible(file: &str) -> Option<Finding> {
    let name = file.rsplit('/').next()?;
    // For units, a folder is made that is named like the template without its ending.
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let Text { vi, en } = refused(name).or_else(|| refused(stem))?;
    let message = text!("Mẫu “{file}” không dùng được: {vi}.", "The template “{file}” can't be used: {en}.");
    let cure = Text::new("Đổi tên mẫu, ví dụ thong-bao.docx.", "Rename the template, for example thong-bao.docx.");
    Some(Finding::new(&ID_NO_FILE_NAME, message).help(cure).at(Place::file(file)))
}

/// Reads the province's own templates of documents. What was read joins the inputs.
pub fn templates(folder: &Path, inputs: &mut Vec<Input>) -> Checked<Vec<Template>> {
    let mut findings = Vec::new();
    let mut templates = Vec::new();
    for source in files(folder, TEMPLATES).collect(&mut findings) {
        if let Some(finding) = impossible(&source.file) {
            findings.push(finding);
            continue;
        }
        match load(&source.path) {
            Ok((bytes, stamp)) => {
                templates.extend(campaign::template(&bytes, &source.file).collect(&mut findings));
                inputs.push(Input { file: source.file, stamp });
            }
            Err(error) => findings.push(unreadable(&source.file, &source.path, &error)),
        }
    }
    Checked { value: templates, findings }
}

/// Reads the register of what came in, where there is one. What was read joins the inputs.
pub fn receipts(folder: &Path, plan: &Plan, inputs: &mut Vec<Input>) -> Checked<Receipts> {
    let mut findings = Vec::new();
    let mut registers = Vec::new();
    for name in REGISTERS {
        let path = folder.join(name);
        if path.is_symlink() && leads_out(&path, folder) {
            findings.push(link_outside(name));
            continue;
        }
        match load(&path) {
            Ok((bytes, stamp)) => {
                registers.push((name.to_owned(), bytes));
                inputs.push(Input { file: name.into(), stamp });
            }
            Err(error) if error.kind() == ErrorKind::NotFound && !path.is_symlink() => {}
            Err(error) => findings.push(unreadable(name, &path, &error)),
        }
    }
    let receipts = campaign::receipts(plan, &registers).collect(&mut findings);
    Checked { value: receipts, findings }
}

/// Reads the tables of the council and of the survey. What was read joins the inputs.
pub fn tables(folder: &Path, plan: &Plan, inputs: &mut Vec<Input>) -> Checked<Appraisal> {
    tables_with(folder, plan, &[], inputs)
}

/// Does the same, with these workbooks of the council.
fn tables_with(folder: &Path, plan: &Plan, filled: &[Filled], inputs: &mut Vec<Input>) -> Checked<Appraisal> {
    let mut findings = Vec::new();
    let mut entering = Entering::new(plan);
    for table in Table::ALL {
        let of_table = filled.iter().filter(|filled| table == Table::Appraisal && filled.kind == OtherKind::Appraisal);
        for source in files(folder, table.folder()).collect(&mut findings) {
            if of_table.clone().any(|filled| filled.replaces(&source)) {
                continue;
            }
            match load(&source.path) {
                Ok((bytes, stamp)) => {
                    entering.table(&bytes, &source.file, table);
                    inputs.push(Input { file: source.file, stamp });
                }
                Err(error) => findings.push(unreadable(&source.file, &source.path, &error)),
            }
        }
        for Filled { file, bytes, .. } in of_table {
            entering.table(bytes, file, table);
        }
    }
    let appraisal = entering.finish().collect(&mut findings);
    Checked { value: appraisal, findings }
}

/// Reads every form of the campaign, in the order of file names, with these explanations.
fn submissions(folder: &Path, plan: &Plan, filled: &[Filled], inputs: &mut Vec<Input>, progress: &dyn Progress) -> Checked<Vec<SentFile>> {
    let Checked { value: mut sources, findings } = files(folder, SUBMISSIONS);
    let explained = filled.iter().filter(|filled| filled.kind == OtherKind::Explanation);
    sources.retain(|source| !explained.clone().any(|filled| filled.replaces(source)));
    progress.begin(READING, sources.len());
    let read = |source: &Source| {
        let read = match load(&source.path) {
            Ok((bytes, stamp)) => (Some(stamp), campaign::submission(&bytes, &source.file, plan)),
            Err(error) => (None, Checked { value: None, findings: vec![unreadable(&source.file, &source.path, &error)] }),
        };
        progress.step();
        read
    };
    let read: Vec<(Option<Stamp>, Checked<Option<Submitted>>)> = sources.par_iter().map(read).collect();
    let mut sent = Vec::new();
    for (source, (stamp, form)) in sources.into_iter().zip(read) {
        inputs.extend(stamp.map(|stamp| Input { file: source.file.clone(), stamp }));
        sent.push(SentFile { file: source.file, read: form });
    }
    for Filled { file, bytes, .. } in explained {
        sent.push(SentFile { file: file.clone(), read: campaign::submission(bytes, file, plan) });
    }
    Checked { value: sent, findings }
}
