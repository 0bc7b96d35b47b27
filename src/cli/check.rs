//! `check`: what was read from filled forms, and what is wrong with them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Exit;
use super::args::Check;
use super::terminal::{self, Terminal};
use crate::account::counted;
use crate::campaign::{Checking, Plan, check_json, said_of};
use crate::finding::Finding;
use crate::folder::{self, Batch, Council, RunError, Within};
use crate::intake::foreign::Understood;
use crate::text;
use crate::text::Text;
use crate::yaml;

/// Checks every file, alone or within a campaign.
pub fn run(args: &Check, terminal: Terminal) -> Exit {
    let loaded = match args.campaign.as_deref().map(folder::load_campaign).transpose() {
        Ok(loaded) => loaded,
        Err(error) => return terminal.failed(&error),
    };
    let plan = loaded.as_ref().map(|loaded| &loaded.value.plan);
    let within = args.campaign.as_deref().zip(plan).map(|(folder, plan)| Within { folder, plan });
    let Batch { checked, council, mut failed, findings: of_folders } = folder::check(&args.files, within);
    let council = council.as_ref().zip(args.campaign.as_deref()).map(|(worked, folder)| Council { worked, folder });
    let copies = copies(args, &checked, (plan, council), terminal, &mut failed);
    let mut findings: Vec<Finding> = checked.iter().flat_map(|(_, one)| one.findings.iter().cloned()).collect();
    findings.extend(of_folders);
    yaml::sort(&mut findings);
    let files = checked.iter().map(|(_, one)| one);
    failed.dedup_by_key(|error| error.text());
    if terminal.json() {
        let mut answer = check_json(files, &copies, &findings, terminal.lang);
        terminal::tell_failures(&mut answer, &failed, terminal.lang);
        terminal.give(&answer);
    } else {
        terminal.findings(&findings);
        if !terminal.quiet {
            files.for_each(|one| line(one, terminal));
            copies
                .iter()
                .flatten()
                .for_each(|copy| terminal.say(&text!("Đã ghi bản phản hồi “{copy}”.", "The annotated copy is “{copy}”.")));
        }
        if let count @ 1.. = checked.len() {
            let Text { vi, en } = counted(&findings);
            terminal.remark(&text!("Đã kiểm tra {count} tệp: {vi}", "Files checked: {count}; {en}"));
        }
    }
    for error in &failed {
        terminal.error(&error.text());
    }
    if failed.is_empty() { terminal::exit(&findings) } else { Exit::CouldNotRun }
}

/// Writes the annotated copies, where they are asked for. One that can't be written does not stop the others.
fn copies(
    args: &Check,
    checked: &[(PathBuf, Checking<'_>)],
    (plan, council): (Option<&Plan>, Option<Council<'_>>),
    terminal: Terminal,
    failed: &mut Vec<RunError>,
) -> Vec<Option<String>> {
    let Some(out) = &args.out else { return Vec::new() };
    let mut taken: BTreeSet<PathBuf> = checked.iter().map(|(path, _)| folder::known_as(path)).collect();
    let mut copy = |(path, one): &(PathBuf, Checking<'_>)| {
        let written = folder::write_feedback(path, one, plan, council, out, &mut taken, terminal.lang);
        written.map_err(|error| failed.push(error)).ok().map(|copy| copy.to_string_lossy().replace('\\', "/"))
    };
    checked.iter().map(&mut copy).collect()
}

/// Sums up one file.
fn line(one: &Checking<'_>, terminal: Terminal) {
    let Text { vi, en } = counted(&one.findings);
    let (file, said) = (&one.file, said_of(one));
    let (said_vi, said_en) = (said.vi, said.en);
    terminal.say(&text!("{file}: {said_vi}: {vi}", "{file}: {said_en}: {en}"));
    for line in one.form.iter().filter_map(|form| form.understood.as_ref()).flat_map(Understood::lines) {
        terminal.say(&line);
    }
}
