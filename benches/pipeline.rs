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

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use calamine::{Data, Reader, Xlsx, open_workbook};
use cpu_time::ProcessTime;
use jiff::civil::Date;
use parindex::assessment::{Answer, Evidence, EvidenceDate, SelfAssessment, SetRef, Unit};
use parindex::campaign::{NoProgress, Plan};
use parindex::figure::{Choice, Figure, InputKind};
use parindex::folder::{self, Within};
use parindex::form::template::{self, Form};
use parindex::points::Points;
use parindex::rule::Scorer;
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
/// Runs of each measurement; the best counts.
const ROUNDS: usize = 5;
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
            make(campaign, set, forms);
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
        make(&campaign, set, FORMS);
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

/// Gives the least CPU time of a few rounds, that of all threads together.
fn best<T>(work: impl Fn() -> T) -> Duration {
    let round = |_| {
        let start = ProcessTime::now();
        divan::black_box(work());
        start.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap()
}

/// Reads every cell of workbooks, as plainly and as parallel as can be.
fn read_bare(forms: &[PathBuf]) -> usize {
    let count = |path: &PathBuf| {
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        book.worksheets().into_iter().map(|(_, range)| range.used_cells().count()).sum::<usize>()
    };
    forms.par_iter().map(count).sum()
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

/// Lists the workbooks right inside a folder.
fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let mut books: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    books.retain(|path| path.extension().is_some_and(|extension| extension == "xlsx"));
    books.sort();
    books
}

/// Makes a campaign of so many filled forms of a set.
fn make(folder: &Path, set: &str, forms: usize) {
    let yaml = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria").join(set).join("set.yaml")).unwrap();
    let own = folder.join("criteria").join(set);
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("set.yaml"), &yaml).unwrap();
    let criteria = parindex::criteria::read(&yaml, "set.yaml").value.unwrap();
    let year = SETS.iter().find(|(id, _)| *id == set).unwrap().1;
    let mut yaml = format!(
        "id: bench\ntitle: Đo tốc độ\nyear: {year}\nofficial: accepted\n\
         groups:\n  - {{ id: g, name: Khối, set: {set} }}\nunits:\n",
    );
    let mut survey = String::from("Đơn vị,Tiêu chí,Điểm\n");
    for n in 1..=forms {
        writeln!(yaml, "  - {{ id: dv-{n:03}, name: Đơn vị {n:03}, group: g }}").unwrap();
        for (criterion, _) in criteria.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Survey) {
            writeln!(survey, "dv-{n:03},{},{}", criterion.id, criterion.max.plain()).unwrap();
        }
    }
    fs::write(folder.join("campaign.yaml"), yaml).unwrap();
    for below in ["submissions", "survey"] {
        fs::create_dir_all(folder.join(below)).unwrap();
    }
    fs::write(folder.join("survey/survey.csv"), survey).unwrap();
    let plan = folder::read_campaign(folder).unwrap().value.unwrap().plan;
    plan.units.par_iter().enumerate().for_each(|(n, unit)| {
        let path = folder.join("submissions").join(format!("{}.xlsx", unit.id));
        fs::write(path, form(&plan, unit, n)).unwrap();
    });
}

/// Writes the filled form of a unit.
fn form(plan: &Plan, unit: &Unit, n: usize) -> Vec<u8> {
    let (set, group) = (plan.set(unit).unwrap(), plan.group(unit).unwrap());
    let mut answers = BTreeMap::new();
    for (criterion, leaf) in set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit) {
        let count = leaf.inputs.len();
        let figures = leaf.inputs.iter().enumerate().map(|(at, input)| {
            let figure = match input.kind {
                // Of two counts the first is part of the second; of three, the third is part of the second.
                InputKind::Count if count > 1 => Figure::Number(number(100 - if at + 1 == count - count % 2 { 0 } else { n % 17 })),
                InputKind::Count => Figure::Number(number(n % 5)),
                InputKind::Percent | InputKind::Points => Figure::Number(number(80 + n % 20)),
                InputKind::YesNo => Figure::YesNo(!n.is_multiple_of(7)),
                InputKind::Choice => choice(leaf.choices(&input.id), n),
                InputKind::Date | InputKind::Text => Figure::Blank,
            };
            (input.id.clone(), figure)
        });
        let document = Evidence {
            number: Some(format!("{}/BC-DV", 1 + n % 90)),
            date: EvidenceDate::Day(Date::constant(plan.campaign.year, 12, 10)),
            issuer: Some(unit.name.clone()),
            title: Some("Báo cáo kết quả cải cách hành chính năm 2018".into()),
            section: Some("Mục II, trang 3".into()),
            ..Evidence::default()
        };
        let answer = Answer { figures: figures.collect(), evidence: vec![document], ..Answer::default() };
        answers.insert(criterion.id.clone(), answer);
    }
    let filled = SelfAssessment {
        unit: unit.id.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: String::new(),
        layout: String::new(),
        answers,
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
    };
    let form =
        Form { set, unit, campaign: &plan.campaign, group: &group.name, rounding: group.rounding, last_year: None, filled: Some(&filled) };
    template::write(&form).unwrap()
}

/// Picks one of the choices.
fn choice(choices: Vec<Choice>, n: usize) -> Figure {
    let count = choices.len().max(1);
    choices.into_iter().nth(n % count).map_or(Figure::Blank, |choice| Figure::Choice(choice.id))
}

/// Makes a number.
fn number(number: usize) -> Points {
    Points::from(i64::try_from(number).unwrap())
}

/// Tells the most memory that this process ever held, where the system says so.
fn peak() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(format!("{} MB", kilobytes / 1024))
}
