//! `check`: what was read from filled forms, and what is wrong with them.

use std::fs;
use std::path::Path;

use super::Exit;
use super::args::Check;
use super::check_json;
use super::terminal::{self, Terminal};
use crate::campaign::alone::{self, Checking};
use crate::campaign::{RunError, plan};
use crate::text;
use crate::yaml;

/// Checks every file, alone or within a campaign.
pub fn run(args: &Check, terminal: Terminal) -> Exit {
    let plan = match args.campaign.as_deref().map(|folder| plan::load(folder).map(|plan| (folder, plan.value))).transpose() {
        Ok(plan) => plan,
        Err(error) => return terminal.failed(&error),
    };
    let within = plan.as_ref().map(|(folder, plan)| (*folder, plan));
    let (mut findings, mut checked) = (Vec::new(), Vec::new());
    for file in &args.files {
        match of_file(file, within) {
            Ok(one) => {
                findings.extend(one.findings.iter().cloned());
                checked.push(one);
            }
            Err(error) => return terminal.failed(&error),
        }
    }
    yaml::sort(&mut findings);
    if terminal.json() {
        terminal.give(&check_json::of(&checked, &findings, terminal.lang));
    } else {
        terminal.findings(&findings);
        for one in &checked {
            line(one, terminal);
        }
    }
    terminal::exit(&findings)
}

/// Checks one file.
fn of_file(path: &Path, within: Option<(&Path, &plan::Plan)>) -> Result<Checking, RunError> {
    if fs::metadata(path).map_err(RunError::read(path))?.is_dir() {
        return Err(RunError::read(path)(std::io::ErrorKind::IsADirectory.into()));
    }
    let file = path.to_string_lossy().replace('\\', "/");
    alone::check(path, &file, within)
}

/// Sums up one file.
fn line(one: &Checking, terminal: Terminal) {
    let (file, counted) = (&one.file, terminal::counted(&one.findings));
    let (vi, en) = (counted.vi, counted.en);
    let words = match &one.form {
        Some(form) => {
            let unit = &form.evidenced.assessment.unit;
            text!("{file}: đơn vị “{unit}”, {vi}", "{file}: unit “{unit}”, {en}")
        }
        None => text!("{file}: không đọc được, {vi}", "{file}: not read, {en}"),
    };
    if !terminal.quiet {
        terminal.say(&words);
    }
}
