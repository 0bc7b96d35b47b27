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

/// The reference leads to the handbook, whose examples `guide` holds, and shows none of them again.
#[test]
fn the_reference_leads_to_the_handbook() {
    let reference = fs::read_to_string("criteria/README.md").unwrap();
    assert!(reference.contains("`parindex docs`"));
    for part in ["2-set", "3-rules", "4-cases", "5-campaign"] {
        let file = format!("src/guide/{part}.md");
        assert!(reference.contains(&format!("[`{file}`](../{file})")), "{file}");
        let handbook = fs::read_to_string(&file).unwrap();
        let blocks = |page: &str| {
            page.split("```yaml")
                .skip(1)
                .filter_map(|block| Some(block.split_once('\n')?.1.split("```").next()?.to_owned()))
                .collect::<BTreeSet<String>>()
        };
        assert!(blocks(&handbook).is_disjoint(&blocks(&reference)), "{file} shows the same example");
    }
}

/// Whoever changes a set that ships gives it a new version: forms say which one they were made for, and two sets of one version
/// would be taken for one another. What a set says is kept here by its version, without its remarks.
#[test]
fn a_changed_set_is_a_new_version() {
    let said = |text: &str| -> String {
        let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.trim_start().starts_with('#'));
        lines.fold(String::new(), |all, line| all + line + "\n")
    };
    let kept = fs::read_to_string("tests/fixtures/former/versions.txt").unwrap();
    let mut now = Vec::new();
    for folder in shipped() {
        let text = fs::read_to_string(folder.join("set.yaml")).unwrap();
        let (set, _) = lint(&folder);
        let hash = criteria::read(&said(&text), "set.yaml").value.unwrap().sha256;
        now.push(format!("{} {} {}", set.id, set.version, &hash[..16]));
    }
    let unknown: Vec<&String> = now.iter().filter(|line| !kept.lines().any(|one| one == line.as_str())).collect();
    assert!(
        unknown.is_empty(),
        "what these say is not what their versions say: give each a new version, keep the former one in tests/fixtures/former, and add to versions.txt: {unknown:#?}"
    );
    let versions = kept.lines().filter_map(|line| line.rsplit_once(' ')).map(|(version, _)| version);
    let all: Vec<&str> = versions.collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "a version says one thing");
}
