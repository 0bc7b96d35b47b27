//! Figures that can't be, through the whole program: whoever scores sees them as sane ones, also the check of evidence.

use crate::folder::Folder;
use serde_json::Value;

/// A leaf of every make, each of which asks for evidence.
const SET: &str = r#"
set: bo-thu
title: Bộ thử
status: model
total: 20
criteria:
  - id: "1"
    name: Bậc theo tỷ lệ
    max: 2
    inputs: [ { id: ty_le, kind: percent, label: Tỷ lệ } ]
    rule: { steps: { of: ty_le, steps: [ { above: 90%, points: 2 }, { from: 70%, up_to: 90%, points: 1 }, { below: 70%, points: 0 } ] } }
    evidence: { required: true }
  - id: "2"
    name: Trường hợp cao nhất
    max: 2
    inputs: [ { id: a, kind: percent, label: Tỷ lệ A }, { id: b, kind: percent, label: Tỷ lệ B } ]
    rule:
      best_of:
        rules:
          - { steps: { of: a, steps: [ { above: 90%, points: 2 } ], otherwise: 0 } }
          - { interpolate: { of: b, zero_at: 100, full_at: 0 } }
    evidence: { required: true }
  - id: "3"
    name: Cộng các phần
    max: 4
    inputs: [ { id: so, kind: count, label: Số việc }, { id: ty_le, kind: percent, label: Tỷ lệ } ]
    rule:
      sum_of:
        parts:
          - { id: viec, label: Việc, max: 2, rule: { steps: { of: so, steps: [ { below: 1, points: 2 } ], otherwise: 0 } } }
          - { id: ty_le, label: Tỷ lệ, max: 2, rule: { formula: { is: "min(ty_le, 100) / 50" } } }
    evidence: { required: true }
  - id: "4"
    name: Trừ điểm
    max: 2
    inputs: [ { id: loi, kind: count, label: Số lỗi } ]
    rule: { deductions: { lines: [ { of: loi, each: 50% } ] } }
    evidence: { required: true }
  - id: "5"
    name: Đếm
    max: 2
    inputs: [ { id: so, kind: count, label: Số việc } ]
    rule: { count: { of: so, each: 1 } }
    evidence: { required: true }
  - id: "6"
    name: Tỷ lệ hai số
    max: 2
    inputs: [ { id: a, kind: count, label: Đúng hạn }, { id: b, kind: count, label: Đã giải quyết } ]
    rule: { ratio: { of: a, to: b, when_nothing: zero } }
    evidence: { required: true }
  - id: "7"
    name: So với đơn vị cao nhất
    max: 4
    inputs: [ { id: so, kind: count, label: Số sáng kiến } ]
    rule: { relative: { of: so } }
    evidence: { required: true }
  - id: "8"
    name: Công thức
    max: 2
    inputs: [ { id: so, kind: points, label: Số tiền } ]
    rule: { formula: { is: "max(0, 2 - so)" } }
    evidence: { required: true }
"#;

const CAMPAIGN: &str = "
id: thu
title: Đợt thử
year: 2025
official: accepted
groups: [ { id: g, name: Khối thử, set: bo-thu } ]
units: [ { id: a, name: Sở A, group: g }, { id: b, name: Sở B, group: g } ]
";

/// What a unit typed, by leaf; what it is accepted for in print; and the codes found on the leaf.
type Line = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// Runs a campaign in which unit b types this and names no document, and compares each leaf with what is right.
fn check(lines: &[Line]) {
    let folder = Folder::empty();
    folder.put("campaign.yaml", CAMPAIGN).put("criteria/bo-thu/set.yaml", SET);
    let answers: Vec<String> = lines.iter().map(|(id, typed, ..)| format!("    \"{id}\": {{ figures: {{ {typed} }} }}")).collect();
    folder.put("forms.yaml", format!("- file: submissions/b.xlsx\n  unit: b\n  answers:\n{}\n", answers.join("\n")));
    folder.fill();
    let said = folder.run("run .");
    assert_eq!(said.code, 3, "{}{}", said.out, said.err);
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let units = result["groups"][0]["units"].as_array().unwrap();
    let unit = units.iter().find(|unit| unit["id"] == "b").unwrap();
    for (id, typed, accepted, codes) in lines {
        let criterion = unit["criteria"].as_array().unwrap().iter().find(|criterion| criterion["id"] == *id).unwrap();
        assert_eq!(criterion["accepted"].as_str(), Some(*accepted), "{id}: {typed}");
        let findings = result["findings"].as_array().unwrap().iter();
        let mut found: Vec<&str> =
            findings.filter(|one| one["unit"] == "b" && one["criterion"] == *id).filter_map(|one| one["code"].as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, *codes, "{id}: {typed}");
    }
}

#[test]
fn a_rate_over_100_keeps_no_points_without_evidence() {
    check(&[
        ("1", "ty_le: '120'", "0.00", &["E001", "P004"]),
        ("2", "a: '100.5', b: '300'", "0.00", &["E001", "P004", "P004"]),
        ("3", "so: '0', ty_le: '250'", "0.00", &["E001", "P004"]),
        ("6", "a: '5', b: '4'", "0.00", &["E001", "P005"]),
    ]);
    // What counts as 100 % is worth what 100 % is: nothing here, so that there is nothing to back.
    check(&[("2", "a: '20', b: '300'", "0.00", &["P004"])]);
}

#[test]
fn negative_figures_and_fractions_are_blank_to_every_rule() {
    // Taken as typed, each of these would be worth the maximum, or more.
    check(&[
        ("1", "ty_le: '-5'", "0.00", &["P002"]),
        ("2", "a: '-1', b: '-1'", "0.00", &["P002", "P002"]),
        ("3", "so: '-1', ty_le: '-1'", "0.00", &["P002", "P002"]),
        ("4", "loi: '-2'", "0.00", &["P002"]),
        // The reader asks first whether a comma or a full stop was meant; the rule finds the rest.
        ("5", "so: '2.5'", "0.00", &["S042"]),
        ("6", "a: '-5', b: '-5'", "0.00", &["P002", "P002"]),
        ("7", "so: '-5'", "0.00", &["P002"]),
        ("8", "so: '-100'", "0.00", &["P002"]),
    ]);
    check(&[
        ("3", "so: '0.5', ty_le: '100'", "0.00", &["E001", "P023", "S042"]),
        ("4", "loi: '0.5'", "0.00", &["S042"]),
        ("6", "a: '0.5', b: '1'", "0.00", &["S042"]),
        ("7", "so: '7.5'", "0.00", &["S042"]),
    ]);
}
