//! What each hostile file costs `check`, `check --out` and `run`, each in a process of its own: its time and its most memory.
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
use std::process::{Command, ExitCode, Stdio};
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

/// What copies the campaign that they are sent in to.
#[path = "../tests/folder/copied.rs"]
mod copied;

use copied::copy;

/// Set in a child process: the command line, its words parted by line breaks.
const CHILD: &str = "PARINDEX_BENCH_COMMAND";

/// Ways in which a file is met.
const WAYS: [&str; 3] = ["check", "check --out", "run"];

fn main() -> ExitCode {
    if let Ok(line) = std::env::var(CHILD) {
        let exit = parindex::cli::main(line.lines().map(Into::into));
        println!("\n{}", peak().unwrap_or_default());
        return exit;
    }
    let mut worst = WAYS.map(|_| (Duration::ZERO, 0));
    println!("{:<45} {:>17} {}", "", "", WAYS.map(|way| format!("{way:>17}")).concat());
    for file in files::files() {
        // A campaign of its own, to which the file is sent in.
        let folder = tempfile::tempdir().unwrap();
        copy(Path::new(files::CAMPAIGN), folder.path());
        let sent = folder.path().join("submissions").join(file.name);
        fs::create_dir_all(sent.parent().unwrap()).unwrap();
        fs::write(&sent, &file.bytes).unwrap();
        let (campaign, sent) = (folder.path().to_str().unwrap(), sent.to_str().unwrap());
        let out = folder.path().join("out");
        let out = out.to_str().unwrap();
        let lines = [
            ["parindex", "check", sent, "--campaign", campaign].join("\n"),
            ["parindex", "check", sent, "--campaign", campaign, "--out", out].join("\n"),
            // Into the campaign's own folder: a run writes over no file that it does not know.
            ["parindex", "run", campaign].join("\n"),
        ];
        let costs = lines.map(|line| measured(&line));
        let shown = costs.map(said).concat();
        println!("{:<45} {:>11} bytes {shown}", file.what, file.bytes.len());
        for ((slowest, largest), (time, memory)) in worst.iter_mut().zip(costs) {
            (*slowest, *largest) = ((*slowest).max(time), (*largest).max(memory));
        }
    }
    println!("{:<45} {:>17} {}", "worst", "", worst.map(said).concat());
    ExitCode::SUCCESS
}

/// Says what a command cost.
fn said((time, memory): (Duration, u64)) -> String {
    format!("{:>7.3} s {memory:>4} MB ", time.as_secs_f64())
}

/// Runs a command in a process of its own; gives its time and its most memory in MB, 0 where the system does not say.
fn measured(line: &str) -> (Duration, u64) {
    let start = Instant::now();
    let child = Command::new(std::env::current_exe().unwrap()).env(CHILD, line).stderr(Stdio::null()).output().unwrap();
    let time = start.elapsed();
    // 3: done, with findings. Anything else measures nothing.
    assert!(matches!(child.status.code(), Some(0 | 3)), "{line}: {}", child.status);
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
