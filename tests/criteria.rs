//! Criteria sets as people write them: what reads, and what is said, where, of everything that doesn't.

use parindex::criteria;
use parindex::finding::Finding;

/// A set that obeys every law.
const GOOD: &str = r#"set: mau
title: Bộ tiêu chí mẫu
status: model
source: { document: "1/QĐ-UBND", date: 2018-07-27, issuer: UBND tỉnh, item: Phụ lục 1 }
total: 10
criteria:
  - id: "1"
    name: Chỉ đạo, điều hành
    max: 6
    criteria:
      - id: "1.1"
        name: Kế hoạch
        max: 4
        inputs:
          - { id: ghi_chu, kind: text, label: Ghi chú }
        rule: { given: { by: unit } }
      - id: "1.2"
        name: Kiểm tra
        max: 1
        weight: 2
        rule: { given: { by: council } }
  - id: "2"
    name: Thể chế
    max: 4
    rule: { given: { by: survey } }
"#;

/// Shows a finding: place, what the caret marks, code, message, help.
fn shown(finding: &Finding) -> String {
    let place = &finding.place;
    let (line, column) = (place.line.unwrap_or(0), place.column.unwrap_or(0));
    let marked: String = match &place.excerpt {
        Some((words, length)) => words.chars().skip(column - 1).take(*length).collect(),
        None => String::new(),
    };
    format!("{line}:{column} [{marked}] {} {} → {}", finding.code.id, finding.message.vi, finding.help.vi)
}

/// Reads a set and holds all that is found against what is expected.
#[track_caller]
fn check(yaml: &str, expected: &[&str]) {
    let found: Vec<String> = criteria::read(yaml, "set.yaml").findings.iter().map(shown).collect();
    assert_eq!(found.join("\n"), expected.join("\n"));
}

/// Reads the good set with one thing changed.
#[track_caller]
fn change(from: &str, to: &str, expected: &[&str]) {
    assert!(GOOD.contains(from), "the good set has no “{from}”");
    check(&GOOD.replacen(from, to, 1), expected);
}

#[test]
fn a_good_set_reads() {
    check(GOOD, &[]);
}

#[test]
fn a_key_that_is_misspelt_is_named_with_the_one_meant() {
    change("max: 6", "mx: 6", &["9:5 [mx] C003 “1” không có khóa “mx” → Có phải là “max”?"]);
}
