//! What people who write sets by hand get wrong, and the exact words that tell them.

use std::path::Path;

use crate::folder::Folder;
use parindex::criteria;

/// A set without a fault.
const SET: &str = r#"set: thu
title: Thử
status: model
total: 7
figures:
  - { id: dung_han, kind: count, label: Số hồ sơ đúng hạn }
  - { id: giai_quyet, kind: count, label: Số hồ sơ đã giải quyết }
checks:
  - { that: dung_han <= giai_quyet, text: Đúng hạn không nhiều hơn giải quyết, severity: error }
criteria:
  - id: "1"
    name: Hồ sơ
    max: 2
    inputs: [ { figure: dung_han }, { figure: giai_quyet } ]
    rule: { ratio: { of: dung_han, to: giai_quyet, when_nothing: zero } }
  - id: "2"
    name: Kế hoạch
    max: 2
    inputs: [ { id: ngay, kind: date, label: Ngày ban hành } ]
    rule:
      text: "Trước 31/01: 2 điểm; trước 01/3: 1 điểm"
      deadline: { of: ngay, steps: [ { before: 2026-01-31, points: 2 }, { before: 2026-03-01, points: 1 } ] }
  - id: "3"
    name: Kiểm tra
    max: 1
    inputs: [ { id: p, kind: percent, label: Tỷ lệ kiểm tra } ]
    rule: { step_by: { of: p, at: 100%, points: 1, below: { each: 1%, points: 0.1 } } }
  - id: "4"
    name: Khảo sát
    max: 2
    inputs: [ { id: a, kind: points, label: Người dân }, { id: b, kind: points, label: Tổ chức } ]
    rule: { survey: { mean: { groups: [ { of: a, weight: 60% }, { of: b, weight: 40% } ], zero_at: 1, full_at: 5 } } }
adjustments:
  - { id: P1, sign: penalty, name: Kỷ luật, max: 2, inputs: [ { id: kl, kind: count, label: Số người bị kỷ luật } ], rule: { count: { of: kl, each: 1 } } }
"#;

/// Tells of a set: line, code, message and cure of each error and warning.
fn told(yaml: &str) -> Vec<String> {
    let findings = criteria::read(yaml, "set.yaml").findings;
    let said = |finding: parindex::finding::Finding| {
        let line = finding.place.line.unwrap_or_default();
        let (message, help) = (&finding.message, &finding.help);
        assert!(!message.en.is_empty() && !help.en.is_empty());
        format!("{line} {} {} → {}", finding.code.id, message.vi, help.vi)
    };
    let wrong = findings.into_iter().filter(|finding| finding.severity != parindex::finding::Severity::Note);
    wrong.filter(|finding| finding.code.id != "C063").map(said).collect()
}

/// Changes the set in one place.
fn changed(from: &str, to: &str) -> Vec<String> {
    assert_eq!(SET.matches(from).count(), 1, "{from}");
    told(&SET.replace(from, to))
}

#[test]
fn a_right_set_is_told_nothing() {
    assert_eq!(told(SET), Vec::<String>::new());
}

#[test]
fn a_blank_left_from_a_comment_is_told_with_its_cure() {
    assert_eq!(
        changed("title: Thử\nstatus: model", "title: Thử\n status: model"),
        [
            "3 C001 “status” thụt vào thừa 1 dấu cách so với “title” ở dòng 2 → Bỏ dấu cách thừa cho “status” thẳng cột với “title”. Dùng một dòng mẫu có dấu # thì xóa cả “# ”, gồm dấu cách sau dấu #."
        ]
    );
    // A text that holds a colon is another fault.
    assert!(changed("title: Thử", "title: Thử: lần một")[0].starts_with("2 C014"));
}

#[test]
fn a_dash_without_its_blank_is_told() {
    assert_eq!(changed("  - id: \"2\"", "  -id: \"2\""), ["16 C001 thiếu dấu cách sau dấu “-” đầu dòng → Viết: - id: \"2\""]);
}

#[test]
fn a_comma_inside_brackets_is_told_with_the_whole_text_in_quotes() {
    assert_eq!(
        changed("label: Số hồ sơ đúng hạn }", "label: Số hồ sơ đúng hạn, trước hạn, không tính hồ sơ rút }"),
        [
            "6 C003 “label” bị cắt ở dấu phẩy: trong { }, YAML coi “trước hạn, không tính hồ sơ rút” là một khóa khác → Viết label: \"Số hồ sơ đúng hạn, trước hạn, không tính hồ sơ rút\""
        ]
    );
    // A key that is known, or has a value, is one.
    assert_eq!(changed("kind: date, label", "kind: date, lable"), ["19 C003 “ngay” không có khóa “lable” → Có phải là “label”?"]);
}

#[test]
fn keys_in_vietnamese_are_told_with_their_own() {
    assert_eq!(
        changed("    name: Kiểm tra", "    tên: Kiểm tra"),
        ["24 C003 “3” không có khóa “tên” → Viết “name:”; khóa luôn viết bằng tiếng Anh."]
    );
    assert_eq!(
        changed("Kiểm tra\n    max: 1", "Kiểm tra\n    điểm: 1")[0],
        "25 C003 “3” không có khóa “điểm” → Viết “max:”; khóa luôn viết bằng tiếng Anh."
    );
    assert_eq!(changed("title: Thử", "Tiêu đề: Thử"), ["2 C003 không có khóa “Tiêu đề” → Viết “title:”; khóa luôn viết bằng tiếng Anh."]);
}

#[test]
fn signs_of_comparing_the_wrong_way_round_are_told() {
    assert_eq!(
        changed("dung_han <= giai", "dung_han =< giai")[0],
        "9 C049 không đọc được điều kiện “dung_han =< giai_quyet”: viết <= thay cho =< → Viết một phép so sánh giữa các mã số liệu, ví dụ dung_han <= da_giai_quyet."
    );
    assert!(changed("dung_han <= giai", "giai_quyet => dung_han and 1 < giai")[0].contains("viết >= thay cho =>"));
}

#[test]
fn a_condition_of_several_comparisons_is_read_as_it_stands() {
    for that in [
        "0 <= dung_han <= giai_quyet",
        "dung_han <= giai_quyet or dung_han <= 5",
        "dung_han <= giai_quyet and giai_quyet <= 500",
        "if(dung_han > 5, dung_han, 5) <= giai_quyet",
        "not dung_han > giai_quyet",
        "not(dung_han > giai_quyet)",
    ] {
        assert_eq!(changed("dung_han <= giai_quyet", &format!("\"{that}\"")), [""; 0], "{that}");
    }
}

#[test]
fn weights_of_groups_come_to_a_hundred() {
    assert_eq!(
        changed("of: b, weight: 40%", "of: b, weight: 50%"),
        ["32 C116 Trọng số của các nhóm cộng lại được 110%, không phải 100%. → Sửa trọng số theo quyết định để cộng lại được 100%."]
    );
}

#[test]
fn a_penalty_is_a_positive_number_and_told_once() {
    assert_eq!(
        changed("name: Kỷ luật, max: 2", "name: Kỷ luật, max: -2"),
        [
            "34 C015 “-2” phải lớn hơn 0: mức cao nhất luôn viết số dương, “2”; trừ hay cộng do “sign” nói → Sửa giá trị theo yêu cầu vừa nêu."
        ]
    );
}

#[test]
fn steps_are_a_group_of_keys_and_limits_go_with_them() {
    assert_eq!(
        changed("below: { each: 1%, points: 0.1 }", "below: 0.05"),
        ["27 C005 “below” phải là một nhóm khóa, không phải “0.05” → Viết below: { each: …, points: … }"]
    );
    assert_eq!(
        changed("points: 1, below", "points: 1, cap: 1, below"),
        [
            "27 C104 “cap” chỉ dùng cùng “above” (cứ tăng … cộng …): thêm “above”, hoặc bỏ “cap”; không có “above” thì cao nhất là “points”. → Sửa cận của mức này."
        ]
    );
}

#[test]
fn a_wrong_figure_has_one_cure() {
    assert_eq!(
        changed("{ figure: dung_han }, { figure: giai_quyet }", "{ figure: dung_han }, { figure: da_giai_quyet }"),
        ["14 C047 bộ tiêu chí không có số liệu dùng chung “da_giai_quyet” → Có phải là “giai_quyet”?"]
    );
    // In the rule it is the rule that is wrong.
    assert_eq!(
        changed("of: dung_han, to: giai_quyet", "of: dung_han, to: giai_quyt"),
        ["15 C024 quy tắc dùng số liệu “giai_quyt” không có trong inputs → Có phải là “giai_quyet”?"]
    );
}

#[test]
fn what_is_wrong_with_a_rule_is_shown_where_it_stands_not_at_its_text() {
    let found = changed(
        "{ before: 2026-01-31, points: 2 }, { before: 2026-03-01, points: 1 }",
        "{ before: 2026-03-01, points: 1 }, { before: 2026-01-31, points: 2 }",
    );
    assert!(found[0].starts_with("22 C104 Mốc “Trước ngày 31/01/2026” không muộn hơn"), "{found:?}");
}

/// A figure that a leaf names for the condition on it, or on the criterion above it, is used.
#[test]
fn a_figure_that_a_condition_looks_at_is_used() {
    let lint = |requires: &str| {
        let set = format!(
            "set: thu\ntitle: Thử\nstatus: model\ntotal: 1\nfigures: [ {{ id: khong_xin_loi, kind: count, label: Số hồ sơ không xin lỗi }} ]\ncriteria:\n  - id: \"1\"\n    name: Xin lỗi\n    max: 1\n{requires}    criteria:\n      - {{ id: \"1.1\", name: Văn bản, max: 1, inputs: [ {{ figure: khong_xin_loi }}, {{ id: co, kind: yes_no, label: Có sổ }} ], rule: {{ yes_no: {{ all: [co] }} }} }}\n"
        );
        criteria::lint(set.as_bytes(), "set.yaml").findings.iter().map(|one| one.code.id).collect::<Vec<_>>()
    };
    assert_eq!(lint("    requires: [ { figure: khong_xin_loi, at_most: 0 } ]\n"), [""; 0]);
    assert_eq!(lint(""), ["C026"]);
}

#[test]
fn another_digit_is_no_slip() {
    let yaml = SET.replace("figures:", "alternatives: [ { id: x, criteria: [\"1\", \"5\"] } ]\nfigures:");
    let found = told(&yaml);
    assert!(found.contains(&"5 C052 bộ tiêu chí không có tiêu chí “5” → Sửa lại mã tiêu chí.".to_owned()), "{found:?}");
}

/// Which criteria an agency appraises is not known while a set is broken: no warning hides its mistakes.
#[test]
fn an_agency_is_not_idle_because_its_set_is_broken() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "groups:", "agencies: [ { id: stp, name: Sở Tư pháp } ]\ngroups:");
    let said = folder.run("lint .");
    assert!(format!("{}{}", said.out, said.err).contains("C273"), "{}{}", said.out, said.err);
    folder.edit("criteria/nho/set.yaml", "max: 6", "max: 6\n    agency: Sở Tư pháp");
    let said = folder.run("lint .");
    assert!(!format!("{}{}", said.out, said.err).contains("C273"), "{}{}", said.out, said.err);
    folder.edit("criteria/nho/set.yaml", "total: 10", "total: 11");
    let said = folder.run("lint .");
    let all = format!("{}{}", said.out, said.err);
    assert!(!all.contains("C273") && said.code != 0, "{all}");
}

/// Numbers and days are spelled as readers of the language spell them, and a period that is open at an end has no dash for it.
#[test]
fn each_language_spells_numbers_and_days_its_own_way() {
    let both = |folder: &Folder| (folder.run("lint .").out, folder.run("lint . --lang en").out);
    let folder = Folder::base();
    folder.overlay(Path::new("tests/broken/C294"));
    folder.edit("campaign.yaml", "quota: 20% }", "quota: 2.5% }");
    let (vi, en) = both(&folder);
    assert!(vi.contains("“Cờ thi đua”: 2,5% của 2 đơn vị chưa đủ một chỉ tiêu"), "{vi}");
    assert!(en.contains("“Cờ thi đua”: 2.5% of the units that the award is open to (2) is not one place"), "{en}");
    for (valid, said_vi, said_en) in [
        ("{ from: 2018-01-01, to: 2018-03-31 }", "từ ngày 01/01/2018 đến hết ngày 31/3/2018,", "from 2018-01-01 to 2018-03-31,"),
        ("{ to: 2018-12-31 }", "đến hết ngày 31/12/2018,", "up to 2018-12-31,"),
        ("{ from: 2027-01-01 }", "từ ngày 01/01/2027,", "from 2027-01-01 on,"),
    ] {
        let folder = Folder::base();
        folder.overlay(Path::new("tests/broken/C211"));
        folder.edit("criteria/nho/set.yaml", "{ from: 2018-01-01, to: 2018-12-31 }", valid);
        let (vi, en) = both(&folder);
        assert!(vi.contains(&format!("có hiệu lực {said_vi} không có ngày nào trong năm 2026")), "{vi}");
        assert!(en.contains(&format!("is in force {said_en} on no day of 2026")), "{en}");
    }
}
