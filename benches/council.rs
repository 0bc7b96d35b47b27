//! How much the council's workbooks cost: made for more than 2,000 leaves, read back from several agencies, merged and counted.
//!
//! All in one process, in CPU time: writing the workbooks, a run without and with them, checking them with their copies,
//! and reading the same files with bare calamine.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a measurement that meets the unforeseen must stop; its figures are for people"
)]

#[path = "made/campaign.rs"]
mod made;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use made::{best, make, read_bare, workbooks};
use parindex::campaign::NoProgress;
use parindex::folder::{self, Council, Within};
use parindex::rule::Scorer;
use parindex::text::Lang;
use tempfile::TempDir;

/// Set that is measured, with the number of units: 83 leaves that the council looks at, 25 units.
const SET: &str = "mau-xa-phuong-2025";
const UNITS: usize = 25;
/// Agencies that share the criteria.
const AGENCIES: usize = 3;

fn main() {
    let temporary = TempDir::new().unwrap();
    let campaign = temporary.path();
    make(campaign, SET, 2025, UNITS);
    let leaves = share(campaign);
    let without = best(|| run(campaign));
    // The program itself writes what is typed into a plain table into the workbooks that it makes again.
    let filled = campaign.join("filled");
    let write = best(|| {
        let _ = fs::remove_dir_all(&filled);
        appraise(campaign, &filled);
    });
    fs::remove_file(campaign.join("appraisal/diem.csv")).unwrap();
    let books = workbooks(&filled);
    assert!(books.len() >= AGENCIES, "{books:?}");
    let bare = best(|| read_bare(&books));
    let check = best(|| check(campaign, &books));
    for book in &books {
        fs::copy(book, campaign.join("appraisal").join(book.file_name().unwrap())).unwrap();
    }
    let with = best(|| run(campaign));
    println!("{SET}: {UNITS} units, {leaves} leaves appraised, {} workbooks, CPU time, best of {}:", books.len(), made::ROUNDS);
    println!("  workbooks written                          {:>8.3} s", write.as_secs_f64());
    println!("  run without the council's points           {:>8.3} s", without.as_secs_f64());
    println!("  run with the workbooks merged              {:>8.3} s", with.as_secs_f64());
    println!("  check of the workbooks, with their copies  {:>8.3} s", check.as_secs_f64());
    println!("  the same workbooks with bare calamine      {:>8.3} s", bare.as_secs_f64());
}

/// Makes agencies that share the areas of the set, and gives points to every leaf that the council may score. Gives the
/// number of these.
fn share(campaign: &Path) -> usize {
    let plan = folder::read_campaign(campaign).unwrap().value.unwrap().plan;
    let set = plan.sets.values().next().unwrap();
    let mut yaml = fs::read_to_string(campaign.join("campaign.yaml")).unwrap().replace("official: accepted", "official: appraised_1");
    yaml.push_str("agencies:\n");
    for agency in 0..AGENCIES {
        let areas: Vec<String> =
            set.criteria.iter().enumerate().filter(|(n, _)| n % AGENCIES == agency).map(|(_, area)| format!("\"{}\"", area.id)).collect();
        writeln!(yaml, "  - {{ id: cq-{agency}, name: Cơ quan {agency}, criteria: [{}] }}", areas.join(", ")).unwrap();
    }
    fs::write(campaign.join("campaign.yaml"), yaml).unwrap();
    let mut table = String::from("Đơn vị;Tiêu chí;Điểm thẩm định;Lần;Lý do\n");
    let mut count = 0;
    for unit in &plan.units {
        for (criterion, _) in set.leaves().filter(|(_, leaf)| leaf.scorer() != Scorer::Survey && leaf.rule.takes_claims()) {
            let half = (&criterion.max * &parindex::points::Points::parse("0.5").unwrap()).plain_vi();
            writeln!(table, "{};{};{half};1;Chưa đủ tài liệu kiểm chứng theo yêu cầu", unit.id, criterion.id).unwrap();
            count += 1;
        }
    }
    fs::create_dir_all(campaign.join("appraisal")).unwrap();
    fs::write(campaign.join("appraisal/diem.csv"), table).unwrap();
    count
}

/// Runs a campaign into its own reports folder.
fn run(campaign: &Path) {
    folder::run(campaign, &campaign.join("reports"), Lang::Vi, &NoProgress).unwrap();
}

/// Writes the workbooks of the first round.
fn appraise(campaign: &Path, out: &Path) {
    let loaded = folder::load_campaign(campaign).unwrap();
    folder::write_workbooks(campaign, loaded, None, None, (out, Lang::Vi), &NoProgress).unwrap();
}

/// Checks filled workbooks and writes the copies that go back. Gives the number of findings.
fn check(campaign: &Path, books: &[PathBuf]) -> usize {
    let plan = folder::read_campaign(campaign).unwrap().value.unwrap().plan;
    let checked = folder::check(books, Some(Within { folder: campaign, plan: &plan }));
    let council = checked.council.as_ref().map(|worked| Council { worked, folder: campaign });
    let out = campaign.join("copies");
    for (path, one) in &checked.checked {
        folder::write_feedback(path, one, Some(&plan), council, &out, &mut [].into(), Lang::Vi).unwrap();
    }
    checked.checked.iter().map(|(_, one)| one.findings.len()).sum()
}
