//! Sentences of a decision, worked out: what `cases.yaml` may say of a set, and what is said where it comes out otherwise.

use std::fs;
use std::path::PathBuf;

use parindex::cases::{self, CasesRun};
use parindex::criteria::{self, CriteriaSet};
use parindex::finding::{Finding, Severity};

/// The set that the cases below are about.
const SET: &str = r#"
set: mau
title: Mẫu
status: model
total: 5
criteria:
  - id: "1"
    name: Kế hoạch
    max: 3
    criteria:
      - id: "1.1"
        name: Ban hành
        max: 1
        inputs:
          - { id: muc, kind: choice, label: Ban hành }
        rule:
          levels:
            of: muc
            levels:
              - { id: kip_thoi, label: Kịp thời, points: 1 }
              - { id: cham, label: Không kịp thời, points: 0.5 }
              - { id: khong, label: Không ban hành, points: 0, penalty: 0.25 }
      - id: "1.2"
        name: Đúng hạn
        max: 2
        inputs:
          - { id: dung_han, kind: count, label: Đúng hạn }
          - { id: tat_ca, kind: count, label: Tất cả }
        rule: { ratio: { of: dung_han, to: tat_ca, full_at: 100%, zero_below: 80%, when_nothing: not_applicable } }
        evidence: { required: true }
  - id: "2"
    name: Đạt
    max: 2
    inputs:
      - { id: dat, kind: yes_no, label: Đạt }
    rule: { yes_no: { all: [dat], met: 2, unmet: 0 } }
"#;

fn set() -> CriteriaSet {
    criteria::read(SET, "set.yaml").value.expect("the set obeys every law")
}

fn shown(finding: &Finding) -> String {
    format!("{}:{} {} {}", finding.place.line.unwrap_or(0), finding.place.column.unwrap_or(0), finding.code.id, finding.message.vi)
}

/// Runs cases on the set; what is said of branches that none takes is left out.
#[track_caller]
fn check(yaml: &str, expected: &[&str]) -> CasesRun {
    let ran = cases::run(yaml.as_bytes(), "cases.yaml", &set());
    let found: Vec<String> = ran.findings.iter().filter(|finding| finding.code.id != "C073").map(shown).collect();
    assert_eq!(found.join("\n"), expected.join("\n"));
    ran.value
}

#[test]
fn a_case_holds_points_words_penalties_and_findings() {
    let ran = check(
        r#"
- name: Ban hành chậm được nửa điểm
  given: { "1.1": { muc: cham } }
  expect: { "1.1": 0.5, "1": 0.5 }
- name: Không ban hành thì 0 điểm và bị trừ 0,25
  given: { "1.1": { muc: Không ban hành } }
  expect: { "1.1": { computed: 0, penalty: 0.25 } }
- name: Giải quyết đúng hạn 95 trên 99 được 1,92 điểm, có báo cáo
  given: { "1.2": { dung_han: 95, tat_ca: 99, evidence: ["12/BC-STC ngày 05/01/2019, mục II"] } }
  expect: { "1.2": { computed: 1.92, accepted: 1.92, findings: [] } }
- name: Có điểm mà không có tài liệu thì không được chấp nhận
  given: { "1.2": { dung_han: 99, tat_ca: 99 } }
  expect: { "1.2": { computed: 2, accepted: 0, findings: [E001] } }
- name: Không phát sinh thì không áp dụng
  given: { "1.2": { dung_han: 0, tat_ca: 0 } }
  expect: { "1.2": not_applicable }
- name: Để trống thì chưa tính được
  given: { "1.2": { dung_han: 5 } }
  expect: { "1.2": nothing }
- name: Dưới 80 % được 0
  given: { "1.2": { dung_han: 1, tat_ca: 9 }, "2": { dat: Có } }
  expect: { "1.2": 0, "2": 2 }
"#,
        &[],
    );
    assert_eq!((ran.cases, ran.right), (7, 7));
}

#[test]
fn a_case_that_comes_out_otherwise_is_told_with_both_figures() {
    let ran = check(
        r#"- name: Ban hành chậm
  given: { "1.1": { muc: cham } }
  expect: { "1.1": 0.75 }
- name: Không phát sinh
  given: { "1.2": { dung_han: 0, tat_ca: 0 } }
  expect: { "1.2": 2 }
- name: Thiếu tài liệu
  given: { "1.2": { dung_han: 99, tat_ca: 99 } }
  expect: { "1.2": { accepted: 2, findings: [E002] } }
"#,
        &[
            "3:20 C070 “Ban hành chậm”: “1.1” tính ra 0,50, ví dụ ghi 0,75",
            "6:20 C070 “Không phát sinh”: “1.2” tính ra không áp dụng, ví dụ ghi 2",
            "9:32 C070 “Thiếu tài liệu”: “1.2” tính ra 0,00, ví dụ ghi 2",
            "9:35 C070 “Thiếu tài liệu”: “1.2” có kết quả kiểm tra [E001], ví dụ ghi [E002]",
        ],
    );
    assert_eq!((ran.cases, ran.right), (3, 0));
}

/// A decimal comma is told wherever it stands; no figure is taken for another, none for blank.
#[test]
fn a_decimal_comma_is_told_as_such() {
    for (line, expected) in [
        (
            "given: { \"1.2\": { dung_han: 95, tat_ca: 99 } }\n  expect: { \"1.2\": 1,92 }",
            "3:20 C006 “1,92” có dấu phẩy, YAML hiểu thành nhiều mục: số thập phân viết với dấu chấm",
        ),
        (
            "given: { \"1.2\": { dung_han: 95, tat_ca: 9,5 } }\n  expect: { \"1.2\": 1.92 }",
            "2:43 C006 “9,5” có dấu phẩy, YAML hiểu thành nhiều mục: số thập phân viết với dấu chấm",
        ),
        (
            "given: { \"1.2\": { dung_han: 95, tat_ca: 99 } }\n  expect:\n    \"1.2\": 1,92",
            "4:12 C072 “1.2” phải là một số như 12.5, không phải “1,92”",
        ),
        (
            "given: { \"1.2\": { dung_han: 95, tat_ca: 99 } }\n  expect: { \"1.2\": { accepted: \"1,92\" } }",
            "3:32 C072 “1.2” phải là một số như 12.5, không phải “1,92”",
        ),
        (
            "given:\n    \"1.2\":\n      dung_han: 9,5\n      tat_ca: 99\n  expect: { \"1.2\": 1.92 }",
            "4:17 C072 “dung_han” phải là một số như 12.5, không phải “9,5”",
        ),
        (
            "given:\n    \"1.2\":\n      dung_han: 95\n      tat_ca: 99\n      claimed: 1,5\n  expect: { \"1.2\": 1.92 }",
            "6:16 C072 “claimed” phải là một số như 12.5, không phải “1,5”",
        ),
    ] {
        check(&format!("- name: Dấu phẩy\n  {line}\n"), &[expected]);
    }
}

#[test]
fn a_case_that_names_what_is_not_there_is_told_with_what_was_meant() {
    check(
        r#"- name: Sai mã
  given: { "1.3": { muc: cham }, "1.1": { mục: cham }, "2": { dat: đạt } }
  expect: { "1.1": 1 }
- name: Sai mã ở kết quả
  given: { "1.1": { muc: cham } }
  expect: { "9": 1 }
- name: Thiếu kết quả
  given: { "1.1": 5 }
"#,
        &["7:3 C004 thiếu khóa “expect”", "8:19 C005 “1.1” phải là một nhóm khóa, không phải “5”"],
    );
    check(
        r#"- name: Sai mã
  given: { "1.3": { muc: cham }, "1.1": { mục: cham }, "2": { dat: đạt } }
  expect: { "1.1": 1 }
- name: Sai mã ở kết quả
  given: { "1.1": { muc: cham } }
  expect: { "9": 1 }
"#,
        &[
            "2:12 C071 bộ tiêu chí không có “1.3”",
            "2:43 C071 “1.1” không có số liệu “mục”",
            "2:68 C072 “dat” phải là true hoặc false, không phải “đạt”",
            "6:13 C071 bộ tiêu chí không có “9”",
        ],
    );
}

#[test]
fn branches_that_no_case_takes_are_listed() {
    let ran =
        cases::run("- name: Chậm\n  given: { \"1.1\": { muc: cham } }\n  expect: { \"1.1\": 0.5 }\n".as_bytes(), "cases.yaml", &set());
    let found: Vec<String> = ran.findings.iter().map(|finding| finding.message.vi.clone()).collect();
    assert_eq!(found.first().map(String::as_str), Some("chưa có ví dụ nào của “1.1” cho: “Kịp thời”, “Không ban hành”"));
    assert_eq!(found.len(), 3, "one line for every criterion: {found:?}");
    assert_eq!(ran.value.taken, 1);
}

#[test]
fn the_cases_of_the_reference_hold_for_its_set() {
    let reference = fs::read_to_string("criteria/README.md").unwrap();
    let block = |text: &str| text.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap().to_owned();
    let set = criteria::read(&block(&reference), "set.yaml").value.unwrap();
    let ran = cases::run(block(reference.split("## Cases").nth(1).unwrap()).as_bytes(), "cases.yaml", &set);
    assert_eq!(ran.findings.iter().filter(|finding| finding.severity == Severity::Error).map(shown).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(ran.value.right, 3);
}

#[test]
fn every_branch_of_the_page_of_ca_mau_has_a_case() {
    let set = criteria::read_bytes(&fs::read("criteria/ca-mau-1880-2013/set.yaml").unwrap(), "set.yaml").value.unwrap();
    let ran = cases::run(&fs::read("criteria/ca-mau-1880-2013/cases.yaml").unwrap(), "cases.yaml", &set);
    assert_eq!(ran.findings, []);
    assert_eq!(ran.value, CasesRun { cases: 16, right: 16, branches: 14, taken: 14 });
}

#[test]
fn the_shipped_sets_come_to_what_their_cases_say() {
    let folders: Vec<PathBuf> =
        fs::read_dir("criteria").unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.join("set.yaml").is_file()).collect();
    for folder in folders {
        let set = criteria::read_bytes(&fs::read(folder.join("set.yaml")).unwrap(), "set.yaml").value.unwrap();
        let ran = cases::run(&fs::read(folder.join("cases.yaml")).unwrap(), "cases.yaml", &set);
        let wrong: Vec<String> = ran.findings.iter().filter(|finding| finding.severity == Severity::Error).map(shown).collect();
        assert!(wrong.is_empty(), "{}:\n{}", folder.display(), wrong.join("\n"));
        assert_eq!(ran.value.right, ran.value.cases, "{}", folder.display());
    }
}

/// A condition has two branches, and each of the criteria that stand for one another has one: where it counts.
#[test]
fn conditions_and_alternatives_have_branches_too() {
    let set = r#"
set: mau
title: Mẫu
status: model
total: 3
alternatives: [ { id: hoac, criteria: ["2", "3"] } ]
criteria:
  - { id: "1", name: Một, max: 1, inputs: [ { id: a, kind: yes_no, label: A } ], rule: { yes_no: { all: [a] } } }
  - { id: "2", name: Hai, max: 1, inputs: [ { id: b, kind: yes_no, label: B } ], rule: { yes_no: { all: [b] } } }
  - { id: "3", name: Ba, max: 1, inputs: [ { id: c, kind: yes_no, label: C } ], rule: { yes_no: { all: [c] } } }
  - id: "4"
    name: Bốn
    max: 1
    requires: [ { criterion: "1", index_at_least: 100% } ]
    criteria:
      - { id: "4.1", name: Bốn một, max: 1, inputs: [ { id: d, kind: yes_no, label: D } ], rule: { yes_no: { all: [d] } } }
"#;
    let read = criteria::lint(set.as_bytes(), "set.yaml");
    // Alternatives count once in the sum of the areas, and none of them outweighs another.
    assert_eq!(read.findings.iter().map(shown).collect::<Vec<_>>(), [""; 0]);
    let set = read.value.unwrap();
    let missing = |cases: &str| {
        let ran = cases::run(cases.as_bytes(), "cases.yaml", &set);
        assert_eq!(ran.value.right, ran.value.cases, "{:?}", ran.findings.iter().map(shown).collect::<Vec<_>>());
        let told = ran.findings.iter().filter(|finding| finding.code.id == "C073").map(|finding| finding.message.vi.clone());
        let told: Vec<String> = told.filter(|words| words.contains("điều kiện") || words.contains("thay cho nhau")).collect();
        (ran.value.branches, told)
    };
    let counts = "“Được tính trong các tiêu chí thay cho nhau”";
    let some = "- { name: A, given: { \"1\": { a: true }, \"2\": { b: true }, \"3\": { c: false } }, expect: { \"2\": 1, \"3\": not_applicable } }\n- { name: B, given: { \"3\": { c: false } }, expect: { \"3\": 0 } }\n";
    let (branches, told) = missing(some);
    assert_eq!(branches, 8 + 2 + 2);
    // What is filled in beside it says nothing of the condition of 4.
    assert_eq!(told, ["chưa có ví dụ nào của “4” cho: “Đạt điều kiện”, “Không đạt điều kiện”".to_owned(),], "{counts}");
    let all = format!(
        "{some}- {{ name: C, given: {{ \"1\": {{ a: true }}, \"4.1\": {{ d: true }} }}, expect: {{ \"4\": 1 }} }}\n- {{ name: D, given: {{ \"1\": {{ a: false }}, \"4.1\": {{ d: true }} }}, expect: {{ \"4\": 0 }} }}\n"
    );
    assert_eq!(missing(&all).1, [""; 0]);
    let two = "- { name: A, given: { \"2\": { b: true } }, expect: { \"2\": 1 } }\n";
    let told = missing(two).1;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("chưa có ví dụ nào của “3” cho: ") && told[0].ends_with(counts), "{told:?}");
}

/// Bonuses under a cap, one within a criterion, and figures that are compared with one another.
const WHOLE: &str = r#"set: mau
title: Mẫu
status: model
total: 4
may_pass_100: true
figures: [ { id: tiep_nhan, kind: count, label: Tiếp nhận }, { id: da_giai_quyet, kind: count, label: Đã giải quyết } ]
checks: [ { that: da_giai_quyet <= tiep_nhan, text: Giải quyết nhiều hơn tiếp nhận, severity: error } ]
criteria:
  - { id: "1", name: Giải quyết, max: 4, inputs: [ { figure: da_giai_quyet }, { figure: tiep_nhan } ], rule: { ratio: { of: da_giai_quyet, to: tiep_nhan, when_nothing: zero } } }
adjustments:
  - { id: T1, sign: bonus, name: Sáng kiến, max: 2, inputs: [ { id: so, kind: count, label: Số sáng kiến } ], rule: { count: { of: so, each: 1 } } }
  - { id: T2, sign: bonus, name: Bằng khen, max: 2, inputs: [ { id: so, kind: count, label: Số bằng khen } ], rule: { count: { of: so, each: 1 } } }
  - { id: T3, sign: bonus, criterion: "1", name: Trước hạn, max: 1, inputs: [ { id: so, kind: count, label: Số tháng } ], rule: { count: { of: so, each: 0.5 } } }
  - { id: P1, sign: penalty, name: Trễ, max: 1, inputs: [ { id: so, kind: count, label: Số lần } ], rule: { count: { of: so, each: 0.5 } } }
caps: [ { adjustments: [T1, T2], max: 3 } ]
"#;

/// A case of the whole set: what lines count once caps and maxima are kept, the points, what is found of no criterion alone.
#[test]
fn a_case_of_the_whole_set_holds_caps_and_checks() {
    let set = criteria::read(WHOLE, "set.yaml").value.expect("the set obeys every law");
    let found = |given: &str, expect: &str| {
        let cases = format!("- name: Cả bộ\n  given: {{ {given} }}\n  expect: {{ {expect} }}\n");
        let ran = cases::run(cases.as_bytes(), "cases.yaml", &set);
        ran.findings.iter().filter(|finding| finding.code.id != "C073").map(shown).collect::<Vec<_>>().join("\n")
    };
    let cap = "T1: { so: 2 }, T2: { so: 2 }";
    assert_eq!(found(cap, "T1: 2, T2: 2, total: { adjustments: 3, points: 3, findings: [P052] }"), "");
    assert_eq!(found(cap, "total: 3"), "");
    assert_eq!(found(&format!("{cap}, P1: {{ so: 1 }}"), "total: { adjustments: 2.5 }"), "");
    assert_eq!(found(cap, "total: { adjustments: 4 }"), "3:35 C070 “Cả bộ”: “total” tính ra 3,00, ví dụ ghi 4");
    assert_eq!(found(cap, "total: 4"), "3:20 C070 “Cả bộ”: “total” tính ra 3,00, ví dụ ghi 4");
    assert_eq!(
        found("T1: { so: 2 }", "total: { findings: [P052] }"),
        "3:22 C070 “Cả bộ”: “total” có kết quả kiểm tra [], ví dụ ghi [P052]"
    );
    let within = "figures: { tiep_nhan: 10, da_giai_quyet: 9 }, T3: { so: 2 }";
    assert_eq!(found(within, "\"1\": { computed: 3.6, findings: [P056] }, T3: 1, total: { adjustments: 0.4, points: 4 }"), "");
    let check = "figures: { tiep_nhan: 9, da_giai_quyet: 10 }";
    assert_eq!(found(check, "total: { findings: [P051] }"), "");
    assert_eq!(found("\"1\": {}", "total: { adjustments: nothing }"), "", "no line was filled in");
    assert_eq!(
        found(cap, "total: { adjusted: 3 }, T1: { computd: 2 }"),
        "3:22 C003 “total” không có khóa “adjusted”\n3:43 C003 “T1” không có khóa “computd”"
    );
}

/// A wrong key is told by itself, with what was probably meant or may stand there, whatever stands beside it.
#[test]
fn a_wrong_key_of_what_is_expected_is_told_by_its_name() {
    let set = criteria::read(WHOLE, "set.yaml").value.expect("the set obeys every law");
    let told = |expect: &str| {
        let cases = format!("- name: Cả bộ\n  given: {{ T1: {{ so: 2 }} }}\n  expect: {{ {expect} }}\n");
        let ran = cases::run(cases.as_bytes(), "cases.yaml", &set);
        let errors = ran.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| format!("{} → {}", shown(finding), finding.help.vi)).collect::<Vec<_>>().join("\n")
    };
    let one = "không có khóa “computd” → Có phải là “computed”?";
    assert_eq!(told("T1: { computd: 2 }"), format!("3:19 C003 “T1” {one}"));
    assert_eq!(told("T1: { computd: 2, accepted: 2 }"), format!("3:19 C003 “T1” {one}"));
    assert_eq!(told("T1: { accepted: 2, computd: 2 }"), format!("3:32 C003 “T1” {one}"));
    assert_eq!(
        told("total: { xyz: 3 }"),
        "3:22 C003 “total” không có khóa “xyz” → Các khóa dùng được ở đây: “adjustments”, “findings”, “points”."
    );
    assert!(told("T1: [2]").starts_with("3:17 C005 “T1” phải là chữ hoặc một nhóm khóa, không phải danh sách"), "{}", told("T1: [2]"));
    assert_eq!(told("T1: { computed: 2, accepted: 2 }"), "");
}

/// A case says which checks are told; each of them wants a case that fails it.
#[test]
fn a_case_says_which_checks_are_told() {
    let two = WHOLE.replace("checks: [", "checks: [ { that: tiep_nhan > 0, text: Phải có hồ sơ },");
    let set = criteria::read(&two, "set.yaml").value.expect("the set obeys every law");
    let found = |given: &str, expect: &str, code: &str| {
        let cases = format!("- name: A\n  given: {{ figures: {{ {given} }} }}\n  expect: {{ {expect} }}\n");
        let ran = cases::run(cases.as_bytes(), "cases.yaml", &set);
        let found = ran.findings.iter().filter(|finding| (finding.code.id == "C073") == (code == "C073"));
        found.filter(|finding| code != "C073" || finding.message.vi.contains("checks")).map(shown).collect::<Vec<_>>().join("\n")
    };
    let more = "tiep_nhan: 9, da_giai_quyet: 10";
    assert_eq!(found(more, "checks: [da_giai_quyet <= tiep_nhan]", ""), "");
    assert_eq!(found(more, "checks: [\"da_giai_quyet<=tiep_nhan\"]", ""), "", "blanks say nothing");
    assert_eq!(found("tiep_nhan: 9, da_giai_quyet: 9", "checks: []", ""), "");
    assert_eq!(found(more, "checks: []", ""), "3:13 C070 “A”: “checks” báo [da_giai_quyet <= tiep_nhan], ví dụ ghi []");
    assert_eq!(
        found(more, "checks: [tiep_nhan > 0]", ""),
        "3:13 C070 “A”: “checks” báo [da_giai_quyet <= tiep_nhan], ví dụ ghi [tiep_nhan > 0]"
    );
    assert_eq!(found("tiep_nhan: 0, da_giai_quyet: 1", "checks: [tiep_nhan > 0, da_giai_quyet <= tiep_nhan]", ""), "");
    // A blank figure fails nothing.
    assert_eq!(found("da_giai_quyet: 1", "checks: []", ""), "");
    assert_eq!(
        found(more, "checks: [da_giai_quyet <= tiep_nhn]", ""),
        "3:22 C071 bộ tiêu chí không có “da_giai_quyet <= tiep_nhn” trong checks"
    );
    assert_eq!(found(more, "checks: []", "C073"), "0:0 C073 chưa có ví dụ nào cho nội dung kiểm tra trong “checks”: “tiep_nhan > 0”");
    assert_eq!(found("tiep_nhan: 0, da_giai_quyet: 1", "checks: []", "C073"), "");
}

/// Lines under a cap want a case that passes it, unless they can't.
#[test]
fn a_cap_has_a_branch() {
    let told = |set: &str, given: &str| {
        let set = criteria::read(set, "set.yaml").value.expect("the set obeys every law");
        let ran = cases::run(format!("- {{ name: A, given: {{ {given} }}, expect: {{ T1: 2 }} }}\n").as_bytes(), "cases.yaml", &set);
        ran.findings.iter().any(|finding| finding.message.vi.contains("“T1” cho") && finding.message.vi.contains("“Vượt mức trần chung”"))
    };
    assert!(told(WHOLE, "T1: { so: 2 }, T2: { so: 1 }"), "on the cap");
    assert!(!told(WHOLE, "T1: { so: 2 }, T2: { so: 2 }"));
    assert!(!told(&WHOLE.replace("max: 3 }", "max: 4 }"), "T1: { so: 2 }"), "nobody can pass it");
}

/// No case is asked for a branch that no value can take.
#[test]
fn a_floor_that_is_never_reached_wants_no_case() {
    let asked = |rule: &str| {
        let set = format!(
            "set: mau\ntitle: Mẫu\nstatus: model\ntotal: 2\ncriteria:\n  - id: \"1\"\n    name: Đúng hạn\n    max: 2\n    inputs: [ {{ id: ty_le, kind: percent, label: Tỷ lệ }} ]\n    rule: {{ step_by: {{ of: ty_le, at: 100%, points: 2, {rule} }} }}\n"
        );
        let set = criteria::read(&set, "set.yaml").value.expect("the set obeys every law");
        let ran = cases::run("[]".as_bytes(), "cases.yaml", &set);
        ran.findings.iter().any(|finding| finding.message.vi.contains("Bị trừ đến mức thấp nhất"))
    };
    let slope = "below: { each: 1%, points: 0.05 }";
    assert!(asked(slope), "40 steps below 100% take all");
    assert!(asked(&format!("{slope}, zero_below: 60%")), "at 60% all is taken");
    assert!(!asked(&format!("{slope}, zero_below: 61%")));
    assert!(!asked("below: { each: 1%, points: 0.01 }"), "at 0% one point is left");
    assert!(asked("below: { each: 1%, points: 0.01 }, floor: 1"));
}

/// Advice on how a figure is spelt takes nothing from what it gives: the case is compared all the same.
#[test]
fn a_figure_in_its_old_spelling_is_compared_with_what_is_expected() {
    let of = |figure: &str, points: &str| {
        let yaml = format!("- name: Đạt hay không\n  given: {{ \"2\": {{ dat: {figure} }} }}\n  expect: {{ \"2\": {points} }}\n");
        let ran = cases::run(yaml.as_bytes(), "cases.yaml", &set());
        let mut codes: Vec<&str> = ran.findings.iter().map(|finding| finding.code.id).filter(|code| *code != "C073").collect();
        codes.sort_unstable();
        codes.join(" ")
    };
    for (figure, right, wrong) in [("no", "0", "2"), ("yes", "2", "0")] {
        assert_eq!((of(figure, right), of(figure, wrong)), ("C018".to_owned(), "C018 C070".to_owned()), "{figure}");
    }
    assert_eq!((of("false", "0"), of("false", "2")), (String::new(), "C070".to_owned()));
}

/// A key that is none of the set, with a value that no criterion takes, is asked about by the named key that it is nearest to; one that
/// takes it is told by the set.
#[test]
fn a_named_key_written_wrongly_is_asked_about() {
    let said = |expect: &str| {
        let yaml = format!("- name: x\n  given: {{ \"2\": {{ dat: true }} }}\n  expect: {{ {expect} }}\n");
        let ran = cases::run(yaml.as_bytes(), "cases.yaml", &set());
        ran.findings.into_iter().map(|one| format!("{} {}", one.code.id, one.help.en)).collect::<Vec<_>>()
    };
    assert_eq!(said("\"2\": 2, chek: []")[0], "C005 Did you mean “checks: …”?");
    assert_eq!(said("\"2\": 2, check: [dat]")[0], "C005 Did you mean “checks: …”?");
    // Nothing is near to it, or the named key stands beside it already.
    assert!(!said("\"2\": 2, xyz: []")[0].contains("Did you mean"));
    assert!(!said("\"2\": 2, checks: [], chek: []").iter().any(|one| one.contains("checks")));
    assert!(!said("\"2\": 2, checks: []").iter().any(|one| one.starts_with("C005")));
}
