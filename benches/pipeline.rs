//! How much a run costs over what its workbooks cost anyway.
//!
//! Makes campaigns of filled forms of two shipped sets, a short one and the longest, then measures in one process, in CPU
//! time: `run` from end to end, checking every form alone, reading the same forms with bare calamine, and writing the same
//! cells as the reports with bare `rust_xlsxwriter`.
//! `cargo bench` prints a table for each set, the ratios, and cost and peak memory of runs over 100 and over 500 forms.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a measurement that meets the unforeseen must stop; its figures are for people"
)]

#[path = "made/campaign.rs"]
mod made;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use calamine::{Data, Reader, Xlsx, open_workbook};
use cpu_time::ProcessTime;
use made::{ROUNDS, best, make, read_bare, workbooks};
use parindex::campaign::NoProgress;
use parindex::folder::{self, Within};
use parindex::text::Lang;
use rayon::prelude::*;
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

/// Sets that are measured, with the year of their campaign.
const SETS: [(&str, i16); 2] = [("long-an-so-nganh-2018", 2018), ("mau-xa-phuong-2025", 2025)];
/// Forms of the campaigns that are measured.
const FORMS: usize = 100;
/// Forms of the larger campaign, for the memory of a unit.
const MANY: usize = 500;
/// Sizes of further campaigns whose memory is measured, parted by commas: the large ones take minutes.
const MORE: &str = "PARINDEX_BENCH_FORMS";
/// Where the campaigns whose memory is measured are made and kept, for a profiler to run.
const KEEP: &str = "PARINDEX_BENCH_KEEP";
/// Set in a child process: the campaign that it runs once, to tell what memory that took.
const CHILD: &str = "PARINDEX_BENCH_CAMPAIGN";

fn main() {
    if let Some(campaign) = std::env::var_os(CHILD) {
        let start = ProcessTime::now();
        run(Path::new(&campaign));
        println!("{:>8.3} s, peak memory {}", start.elapsed().as_secs_f64(), peak().unwrap_or_default());
        return;
    }
    for (set, _) in SETS {
        let measured = measured(set);
        let (all, read, write) =
            (best(|| run(&measured.campaign)), best(|| read_bare(&measured.forms)), best(|| write_bare(&measured.cells)));
        let check = best(|| check(&measured.campaign, &measured.forms));
        let cells: usize = measured.cells.iter().flatten().map(|(_, cells)| cells.len()).sum();
        println!("{set}: {FORMS} forms, {cells} cells of reports, CPU time, best of {ROUNDS}:");
        println!("  run, end to end                            {:>8.3} s", all.as_secs_f64());
        println!("  check of every form, without reports       {:>8.3} s", check.as_secs_f64());
        println!("  the same forms with bare calamine          {:>8.3} s", read.as_secs_f64());
        println!("  the same cells with bare rust_xlsxwriter   {:>8.3} s", write.as_secs_f64());
        println!("  run / (bare reading + bare writing)        {:>8.2}", all.as_secs_f64() / (read + write).as_secs_f64());
        println!("  check / bare reading                       {:>8.2}", check.as_secs_f64() / read.as_secs_f64());
        for forms in sizes() {
            let folder = TempDir::new().unwrap();
            let kept = std::env::var_os(KEEP).map(|kept| Path::new(&kept).join(format!("{set}-{forms}")));
            let campaign = kept.as_deref().unwrap_or(folder.path());
            make(campaign, set, year(set), forms);
            let child = Command::new(std::env::current_exe().unwrap()).env(CHILD, campaign).output().unwrap();
            println!("  {forms:>5} forms: {}", String::from_utf8_lossy(&child.stdout).trim());
        }
    }
    divan::main();
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn run_end_to_end() {
    run(&measured(SETS[0].0).campaign);
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn check_every_form() -> usize {
    let measured = measured(SETS[0].0);
    check(&measured.campaign, &measured.forms)
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn bare_calamine_reads_the_same_forms() -> usize {
    read_bare(&measured(SETS[0].0).forms)
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn bare_rust_xlsxwriter_writes_the_same_cells() -> usize {
    write_bare(&measured(SETS[0].0).cells)
}

/// Lists the sizes of the campaigns whose memory is measured.
fn sizes() -> Vec<usize> {
    let more = std::env::var(MORE).unwrap_or_default();
    [FORMS, MANY].into_iter().chain(more.split(',').filter_map(|size| size.trim().parse().ok())).collect()
}

/// Gives the year of the campaign of a set.
fn year(set: &str) -> i16 {
    SETS.iter().find(|(id, _)| *id == set).unwrap().1
}

/// Sheets of a workbook, each with its cells by row and column.
type Cells = Vec<(String, Vec<(u32, u16, Data)>)>;

/// What is measured on.
struct Measured {
    /// Where it lies.
    _folder: TempDir,
    /// The campaign.
    campaign: PathBuf,
    /// Its forms.
    forms: Vec<PathBuf>,
    /// Cells of its reports, workbook by workbook.
    cells: Vec<Cells>,
}

/// Makes the campaign of a set and its reports once.
fn measured(set: &str) -> &'static Measured {
    static MEASURED: [OnceLock<Measured>; SETS.len()] = [const { OnceLock::new() }; SETS.len()];
    let (_, made) = SETS.iter().zip(&MEASURED).find(|((id, _), _)| *id == set).unwrap();
    made.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        let campaign = folder.path().to_owned();
        make(&campaign, set, year(set), FORMS);
        run(&campaign);
        let reports = campaign.join("reports");
        let books = workbooks(&reports).into_iter().chain(workbooks(&reports.join("don-vi")));
        let cells = books.map(|path| cells(&path)).collect();
        Measured { forms: workbooks(&campaign.join("submissions")), cells, campaign, _folder: folder }
    })
}

/// Runs a campaign into its own reports folder.
fn run(campaign: &Path) {
    folder::run(campaign, &campaign.join("reports"), Lang::Vi, &NoProgress).unwrap();
}

/// Checks every form as one of its campaign: unit, figures, evidence, score. Gives the number of findings.
fn check(campaign: &Path, forms: &[PathBuf]) -> usize {
    let plan = folder::read_campaign(campaign).unwrap().value.unwrap().plan;
    let checked = folder::check(forms, Some(Within { folder: campaign, plan: &plan })).checked;
    checked.iter().map(|(_, one)| one.findings.len()).sum()
}

/// Writes cells without any format, as plainly and as parallel as can be.
fn write_bare(books: &[Cells]) -> usize {
    let write = |cells: &Cells| {
        let mut book = Workbook::new();
        for (name, cells) in cells {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for (row, column, cell) in cells {
                match cell {
                    Data::Float(number) => sheet.write(*row, *column, *number).unwrap(),
                    other => sheet.write(*row, *column, other.to_string()).unwrap(),
                };
            }
        }
        book.save_to_buffer().unwrap().len()
    };
    books.par_iter().map(write).sum()
}

/// Takes the cells out of a workbook.
fn cells(path: &Path) -> Cells {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let sheet = |(name, range): (String, calamine::Range<Data>)| {
        let (row, column) = range.start().unwrap_or_default();
        let at = |number: usize, first: u32| u32::try_from(number).unwrap() + first;
        let cells = range.used_cells().map(|(r, c, cell)| (at(r, row), u16::try_from(at(c, column)).unwrap(), cell.clone()));
        (name, cells.collect())
    };
    book.worksheets().into_iter().map(sheet).collect()
}

/// Tells the most memory that this process ever held, where the system says so.
fn peak() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(format!("{} MB", kilobytes / 1024))
}
