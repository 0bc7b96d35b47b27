//! `check`: what was read from filled forms, and what is wrong with them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

use super::Exit;
use super::args::Check;
use super::check_json;
use super::terminal::{self, Terminal};
use crate::account::counted;
use crate::campaign::Checking;
use crate::finding::Finding;
use crate::folder::{self, Within};
use crate::intake::foreign::Understood;
use crate::text;
use crate::yaml;

/// Checks every file, alone or within a campaign.
pub fn run(args: &Check, terminal: Terminal) -> Exit {
    let loaded = match args.campaign.as_deref().map(folder::load_campaign).transpose() {
        Ok(loaded) => loaded,
        Err(error) => return terminal.failed(&error),
    };
    let plan = loaded.as_ref().map(|loaded| &loaded.value.plan);
    let within = args.campaign.as_deref().zip(plan).map(|(folder, plan)| Within { folder, plan });
    let checked = match folder::check(&args.files, within) {
        Ok(checked) => checked,
        Err(error) => return terminal.failed(&error),
    };
    let mut copies = Vec::new();
    let mut taken: BTreeSet<PathBuf> = args.files.iter().map(|file| folder::absolute(file)).collect();
    for (file, one) in args.files.iter().zip(&checked) {
        let Some(out) = &args.out else { break };
        match folder::write_feedback(file, one, plan, out, &mut taken, terminal.lang) {
            Ok(copy) => copies.push(copy.to_string_lossy().replace('\\', "/")),
            Err(error) => return terminal.failed(&error),
        }
    }
    let mut findings: Vec<Finding> = checked.iter().flat_map(|one| one.findings.iter().cloned()).collect();
    yaml::sort(&mut findings);
    if terminal.json() {
        let mut answer = check_json::of(&checked, &findings, terminal.lang);
        let files = answer.get_mut("files").and_then(Value::as_array_mut);
        for (file, copy) in files.into_iter().flatten().filter_map(Value::as_object_mut).zip(copies) {
            file.insert("feedback".into(), copy.into());
        }
        terminal.give(&answer);
    } else {
        terminal.findings(&findings);
        for one in &checked {
            line(one, terminal);
        }
        for copy in copies.iter().filter(|_| !terminal.quiet) {
            terminal.say(&text!("Đã ghi bản phản hồi “{copy}”.", "The annotated copy is “{copy}”."));
        }
    }
    terminal::exit(&findings)
}

/// Sums up one file.
fn line(one: &Checking<'_>, terminal: Terminal) {
    let (file, counted) = (&one.file, counted(&one.findings));
    let (vi, en) = (counted.vi, counted.en);
    let words = match &one.form {
        Some(form) => {
            let unit = &form.evidenced.assessment.unit;
            text!("{file}: đơn vị “{unit}”, {vi}", "{file}: unit “{unit}”, {en}")
        }
        None => text!("{file}: không đọc được, {vi}", "{file}: not read, {en}"),
    };
    if terminal.quiet {
        return;
    }
    terminal.say(&words);
    for line in one.form.iter().filter_map(|form| form.understood.as_ref()).flat_map(Understood::lines) {
        terminal.say(&line);
    }
}
