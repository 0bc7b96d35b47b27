//! The program itself, with little memory, on every hostile file.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::files::{CAMPAIGN, Hostile, files};

/// Address space that the program may take, in kilobytes: what it takes to hold is less still.
const MEMORY: u32 = 600_000;
/// Only so that a test of a hanging program ends; `cargo bench --bench hostile` tells how long each file really takes.
const HANG: Duration = Duration::from_secs(120);

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

/// Checks a file in a process of its own with little memory; gives the codes found.
fn told(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let (code, out, err) = starved(folder.path(), name);
    assert!([0, 3].contains(&code), "{name}: exit {code}\n{out}\n{err}");
    assert!(!err.contains("panicked"), "{name}: {err}");
    let said: serde_json::Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{name}: {out}\n{err}"));
    let findings = said["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// Runs `check` with little memory.
fn starved(folder: &Path, name: &str) -> (i32, String, String) {
    let line = format!("ulimit -v {MEMORY}; exec \"$0\" check --format json \"$1\" --campaign \"$2\"");
    let mut command = Command::new("sh");
    let campaign = Path::new(env!("CARGO_MANIFEST_DIR")).join(CAMPAIGN);
    command.args(["-c", &line, env!("CARGO_BIN_EXE_parindex"), name]).arg(campaign).current_dir(folder);
    // As many threads as a small office machine has, wherever the tests run.
    command.env("RAYON_NUM_THREADS", "2").env("MALLOC_ARENA_MAX", "2");
    let output = assert_cmd::Command::from_std(command).timeout(HANG).output().unwrap();
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), words(&output.stdout), words(&output.stderr))
}
