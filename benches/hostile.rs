//! What each hostile file costs: `check` of it in a process of its own, its time and its most memory.
//!
//! `cargo bench --bench hostile` prints a line for each file of the tests, and the worst of them. None may take over 5 s or
//! 500 MB.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that meets the unforeseen must stop; its figures are for people"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What the makers of hostile files share with the tests.
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/intake"]
mod intake {
    pub mod raw;
}
#[allow(dead_code, reason = "the tests hold the codes")]
#[path = "../tests/hostile/files.rs"]
mod files;

/// Set in a child process: the file that it checks.
const CHILD: &str = "PARINDEX_BENCH_FILE";

fn main() {
    if let Some(file) = std::env::var_os(CHILD) {
        parindex::cli::main(["parindex".into(), "check".into(), file, "--campaign".into(), files::CAMPAIGN.into()]);
        println!("\n{}", peak().unwrap_or_default());
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (mut slowest, mut largest) = (Duration::ZERO, 0);
    for file in files::files() {
        let path = folder.path().join(file.name);
        fs::write(&path, &file.bytes).unwrap();
        let (time, memory) = checked(&path);
        println!("{:<45} {:>11} bytes {:>7.3} s {:>5} MB", file.what, file.bytes.len(), time.as_secs_f64(), memory);
        (slowest, largest) = (slowest.max(time), largest.max(memory));
        fs::remove_file(path).unwrap();
    }
    println!("{:<45} {:>17} {:>7.3} s {:>5} MB", "worst", "", slowest.as_secs_f64(), largest);
}

/// Checks a file in a process of its own; gives its time and its most memory in MB, 0 where the system does not say.
fn checked(path: &Path) -> (Duration, u64) {
    let start = Instant::now();
    let child = Command::new(std::env::current_exe().unwrap()).env(CHILD, path).stderr(Stdio::null()).output().unwrap();
    let time = start.elapsed();
    assert!(child.status.success(), "{}: {}", path.display(), child.status);
    let out = String::from_utf8_lossy(&child.stdout).into_owned();
    (time, out.lines().last().and_then(|line| line.parse().ok()).unwrap_or_default())
}

/// Tells the most memory that this process ever held, in MB, where the system says so.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024)
}
