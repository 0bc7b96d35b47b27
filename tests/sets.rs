//! The criteria sets that ship, and the worked examples of the language: clean, complete, and right to the last digit.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use parindex::cases;
use parindex::criteria::{self, CriteriaSet, Status};
use parindex::finding::{Finding, Severity};
use parindex::points::Points;
use parindex::rule::{Kind, Scorer};

/// The eight areas of the national index.
const AREAS: [&str; 8] = [
    "Công tác chỉ đạo, điều hành cải cách hành chính",
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công",
    "Xây dựng, phát triển chính quyền điện tử, chính quyền số",
    "Tác động của CCHC đến người dân, tổ chức và phát triển kinh tế - xã hội",
];

/// Lists the kinds of rules, as YAML names them.
fn kinds() -> BTreeSet<&'static str> {
    Kind::ALL.iter().map(|kind| kind.key()).collect()
}

fn shown(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {}", finding.code.id, finding.message.vi)).collect()
}

fn shipped() -> Vec<PathBuf> {
    let folders = fs::read_dir("criteria").unwrap().map(|entry| entry.unwrap().path());
    let mut sets: Vec<PathBuf> = folders.filter(|folder| folder.join("set.yaml").is_file()).collect();
    sets.sort();
    sets
}

fn lint(folder: &Path) -> (CriteriaSet, Vec<Finding>) {
    let file = folder.join("set.yaml");
    let read = criteria::lint(&fs::read(&file).unwrap(), &file.display().to_string());
    (read.value.unwrap_or_else(|| panic!("{:?}", shown(&read.findings))), read.findings)
}

#[test]
fn every_shipped_set_is_clean_and_its_cases_take_every_branch() {
    assert!(shipped().len() >= 6);
    for folder in shipped() {
        let (set, mut findings) = lint(&folder);
        let file = folder.join("cases.yaml");
        let ran = cases::run(&fs::read(&file).unwrap(), &file.display().to_string(), &set);
        findings.extend(ran.findings);
        findings.retain(|finding| finding.severity > Severity::Note);
        assert_eq!(shown(&findings), Vec::<String>::new(), "{}", folder.display());
        assert_eq!((ran.value.right, ran.value.taken), (ran.value.cases, ran.value.branches), "{}", folder.display());
    }
}

#[test]
fn the_models_of_2025_show_the_whole_craft() {
    for id in ["mau-so-nganh-2025", "mau-xa-phuong-2025"] {
        let (set, _) = lint(&Path::new("criteria").join(id));
        assert_eq!(set.status, Status::Model);
        assert!(set.note.as_deref().is_some_and(|note| note.contains("không phải văn bản của Quyết định nào")), "{id} says what it is");
        assert!(set.source.document.is_none(), "{id} names no decision");
        assert_eq!(set.total, Points::hundred());
        assert_eq!(set.criteria.iter().map(|area| area.name.as_str()).collect::<Vec<_>>(), AREAS);
        let leaves: Vec<_> = set.walk().into_iter().filter_map(|(_, criterion)| Some((criterion, criterion.leaf()?))).collect();
        assert!((60..=100).contains(&leaves.len()), "{id} has {} leaves", leaves.len());
        let used: BTreeSet<&str> = leaves.iter().map(|(_, leaf)| leaf.rule.key()).collect();
        assert_eq!(used, kinds(), "criteria/{id}/set.yaml uses every kind of rule");
        for scorer in [Scorer::Unit, Scorer::Council, Scorer::Survey] {
            assert!(leaves.iter().any(|(_, leaf)| leaf.scorer() == scorer), "{id}: {scorer:?}");
        }
        let surveyed: Points = leaves.iter().filter(|(_, leaf)| leaf.scorer() == Scorer::Survey).map(|(leaf, _)| &leaf.max).sum();
        assert!(surveyed >= Points::from(10) && surveyed <= Points::from(35), "{id} gives the survey {surveyed} points");
        assert!(set.note.as_deref().is_some_and(|note| note.contains(&format!("chiếm {surveyed} trên 100 điểm"))), "{id}: {surveyed}");
        for sign in [criteria::Sign::Bonus, criteria::Sign::Penalty] {
            assert!(set.adjustments.iter().any(|line| line.sign == sign), "{id}: {sign:?}");
        }
    }
}

#[test]
fn the_schema_and_the_reference_know_every_kind() {
    let schema = criteria::schema().to_string();
    for kind in kinds() {
        assert!(schema.contains(&format!("\"{kind}\"")), "{kind}");
    }
    let reference = fs::read_to_string("criteria/README.md").unwrap();
    let table: BTreeSet<&str> =
        reference.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | `")).map(|(kind, _)| kind).collect();
    assert_eq!(table, kinds(), "the table of criteria/README.md lists every kind of rule");
}

/// Gives the YAML blocks of a page, in pairs: a leaf and its cases.
fn pairs(section: &str) -> Vec<(String, String)> {
    let blocks: Vec<&str> = section.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(blocks.len() >= 2 && blocks.len().is_multiple_of(2), "every leaf has its cases: {section}");
    blocks.chunks(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

#[test]
fn every_example_of_the_reference_comes_out_as_it_says() {
    let reference = fs::read_to_string("criteria/README.md").unwrap();
    let examples = reference.split("## One example of every rule\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let mut shown_kinds = BTreeSet::new();
    for section in examples.split("\n### `").skip(1) {
        let kind = section.split('`').next().unwrap();
        shown_kinds.insert(kind);
        for (leaf, worked) in pairs(section) {
            let max = leaf.lines().find_map(|line| line.strip_prefix("  max: ")).unwrap();
            let leaf = leaf.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n");
            let text = format!("set: vi-du\ntitle: Ví dụ\nstatus: model\ntotal: {max}\ncriteria:\n{leaf}");
            let read = criteria::lint(text.as_bytes(), "set.yaml");
            assert_eq!(shown(&read.findings), Vec::<String>::new(), "{kind}");
            let set = read.value.unwrap();
            assert!(set.leaves().all(|(_, leaf)| leaf.rule.key() == kind), "{kind}");
            let ran = cases::run(worked.as_bytes(), "cases.yaml", &set);
            let wrong: Vec<Finding> = ran.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
            assert_eq!(shown(&wrong), Vec::<String>::new(), "{kind}");
            assert!(ran.value.cases > 0 && ran.value.right == ran.value.cases, "{kind}");
        }
    }
    assert_eq!(shown_kinds, kinds(), "criteria/README.md has an example of every kind of rule, under a heading with its key");
}

/// Sets that the reference shows whole, each followed by its cases.
#[test]
fn every_whole_set_of_the_reference_comes_out_as_it_says() {
    let reference = fs::read_to_string("criteria/README.md").unwrap();
    let blocks: Vec<&str> = reference.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let whole = blocks.windows(2).filter(|pair| pair[0].starts_with("set: vi-du-") && pair[1].starts_with("- name:"));
    let mut shown_sets = 0;
    for pair in whole {
        let read = criteria::lint(pair[0].as_bytes(), "set.yaml");
        let wrong: Vec<Finding> = read.findings.into_iter().filter(|finding| finding.severity != Severity::Note).collect();
        assert_eq!(shown(&wrong), Vec::<String>::new(), "{}", pair[0]);
        let ran = cases::run(pair[1].as_bytes(), "cases.yaml", &read.value.unwrap());
        let wrong: Vec<Finding> = ran.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert_eq!(shown(&wrong), Vec::<String>::new(), "{}", pair[1]);
        assert!(ran.value.cases > 0 && ran.value.right == ran.value.cases, "{}", pair[1]);
        shown_sets += 1;
    }
    assert!(shown_sets >= 1, "{shown_sets}");
}
