//! The program itself, with little memory, on every hostile file.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::files::{CAMPAIGN, Hostile, files};
use crate::folder::Folder;

/// Address space that the program may take, in kilobytes: what it takes to hold is less still.
const MEMORY: u32 = 600_000;
/// Only so that a test of a hanging program ends; `cargo bench --bench hostile` tells how long each file really takes.
const HANG: Duration = Duration::from_secs(600);

#[test]
fn every_hostile_file_costs_a_finding_and_nothing_more() {
    let wrong = files().into_iter().filter_map(|Hostile { what, name, bytes, codes }| {
        let found = told(name, &bytes);
        let expected = if codes.is_empty() { found.is_empty() } else { found.iter().any(|code| codes.contains(&code.as_str())) };
        (!expected).then(|| format!("{what}: {found:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn run_and_annotated_copies_bear_all_of_them_at_once() {
    let folder = Folder::empty();
    folder.overlay(Path::new(CAMPAIGN));
    folder.put("submissions/so-b.xlsx", std::fs::read("tests/good/forms/openpyxl.xlsx").unwrap());
    // Those that hold as much as is let through take a debug build minutes; `cargo bench --bench hostile` has them.
    let files: Vec<Hostile> = files().into_iter().filter(|file| file.bytes.len() < 150_000 && !file.what.contains("as many")).collect();
    for (n, Hostile { name, bytes, .. }) in files.iter().enumerate() {
        folder.put(&format!("submissions/{n:02} {name}"), bytes);
    }
    let (code, _, err) = starved(&folder.path(""), &["run", "."]);
    assert!(code == 3 && !err.contains("panicked"), "exit {code}: {err}");
    let result: serde_json::Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let units = result["groups"][0]["units"].as_array().unwrap();
    assert!(units.iter().any(|unit| unit["status"] != "not_submitted"), "the good form counts");
    let (code, out, err) = starved(&folder.path(""), &["check", "submissions", "--campaign", ".", "--out", "back", "--format", "json"]);
    assert!(code == 3 && !err.contains("panicked"), "exit {code}: {err}");
    let said: serde_json::Value = serde_json::from_str(&out).unwrap();
    let copies = std::fs::read_dir(folder.path("back")).unwrap().count();
    assert_eq!((said["files"].as_array().unwrap().len(), copies), (files.len() + 1, files.len() + 1));
}

/// Checks a file in a process of its own with little memory; gives the codes found.
fn told(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let campaign = Path::new(env!("CARGO_MANIFEST_DIR")).join(CAMPAIGN);
    let (code, out, err) = starved(folder.path(), &["check", "--format", "json", name, "--campaign", campaign.to_str().unwrap()]);
    assert!([0, 3].contains(&code), "{name}: exit {code}\n{out}\n{err}");
    assert!(!err.contains("panicked"), "{name}: {err}");
    let said: serde_json::Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{name}: {out}\n{err}"));
    let findings = said["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// Runs the program with little memory.
pub fn starved(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let line = format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &line, env!("CARGO_BIN_EXE_parindex")]).args(args).current_dir(folder);
    // One file at a time: what two of them hold together is another question.
    command.env("RAYON_NUM_THREADS", "1").env("MALLOC_ARENA_MAX", "2");
    let output = assert_cmd::Command::from_std(command).timeout(HANG).output().unwrap();
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), words(&output.stdout), words(&output.stderr))
}
