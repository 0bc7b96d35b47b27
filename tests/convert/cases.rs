//! `cases.yaml` of a converted table: a sentence for each branch, which the set must come to.

use parindex::cases;
use parindex::convert::{Converted, Options, convert};
use parindex::finding::Severity;
use parindex::workbook;

use super::{CA_MAU, converted_with, linted, workbook as made};

/// Runs the cases of a converted table; gives how many branches there are and how many are taken, and what is wrong.
fn run(set: &Converted) -> (usize, usize, usize, Vec<String>) {
    let read = linted(&set.yaml);
    let ran = cases::run(set.cases.as_bytes(), "cases.yaml", &read);
    let errors = ran.findings.iter().filter(|finding| finding.severity == Severity::Error).map(|finding| finding.message.vi.clone());
    (ran.value.cases, ran.value.branches, ran.value.taken, errors.collect())
}

#[test]
fn the_cases_of_a_table_are_right_and_take_its_branches() {
    let set = converted_with(CA_MAU, &Options { excerpt: true, ..Options::default() }).value.unwrap();
    let (cases, branches, taken, errors) = run(&set);
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!((cases, branches, taken), (16, 14, 14), "{}", set.cases);
    assert!(set.cases.contains("- name: \"1.1.1 Ban hành kế hoạch CCHC năm: “Ban hành không kịp thời”: 0,5 điểm\""), "{}", set.cases);
    assert!(set.cases.contains("- name: \"1.1.4 Thực hiện kế hoạch: Đạt 90,01%: 2 điểm\""), "{}", set.cases);
}

/// Every line of the table test that is understood, each as a table of its own.
#[test]
fn the_cases_of_every_kind_of_line_lint() {
    let mut wrong = Vec::new();
    let mut total = (0, 0);
    for line in super::lines::understood() {
        let (max, name, lines) = line;
        let method = lines.join("\n");
        let rows: Vec<Vec<String>> = if let Some(cap) = max.strip_prefix('-') {
            vec![
                vec!["1".into(), "Việc".into(), "=1".into(), "Có: 1; không: 0".into()],
                vec!["II".into(), "ĐIỂM TRỪ".into(), String::new(), String::new()],
                vec!["1".into(), name, format!("=-{cap}"), method],
            ]
        } else {
            vec![vec!["I".into(), "Lĩnh vực".into(), format!("={max}"), String::new()], vec!["1".into(), name, format!("={max}"), method]]
        };
        let mut table: Vec<Vec<&str>> =
            vec![vec!["(Kèm theo Quyết định số 1/QĐ-UBND)"], vec!["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"]];
        table.extend(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
        let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
        let book = workbook::open(&made(&table), "bang.xlsx").value.unwrap();
        let set = convert(&book, "bang.xlsx", &Options::default()).value.unwrap();
        let (cases, branches, taken, errors) = run(&set);
        total = (total.0 + branches, total.1 + taken);
        if taken < branches {
            wrong.push(format!("{taken} of {branches} branches taken\n{}", set.yaml));
        }
        if !errors.is_empty() || (cases == 0 && !set.yaml.contains("given:")) {
            wrong.push(format!("{errors:?}\n{}\n{}", set.yaml, set.cases));
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong[..wrong.len().min(3)].join("\n"));
    assert!(total.0 > 0 && total.1 == total.0, "{} of {} branches taken", total.1, total.0);
}
