//! Lines that take points: what the council is told of them, what the papers call them, and which way they move a unit.

use crate::appraisal::{result, table};
use crate::council::{acts, made};
use crate::folder::Folder;
use crate::form::Opened;

const SET: &str = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 10
criteria:
  - id: \"1\"
    name: Hồ sơ
    max: 10
    inputs: [ { id: dung, kind: percent, label: Tỷ lệ đúng hạn, measure: \"%\" } ]
    rule: { ratio: { of: dung } }
adjustments:
  - id: P1
    name: Trễ hạn nhiều lần
    note: Mỗi lần trừ 0,5 điểm
    sign: penalty
    max: 3
    inputs: [ { id: lan, kind: count, label: Số lần trễ } ]
    rule: { count: { of: lan, each: 0.5, cap: 3 } }
  - id: P2
    name: Kỷ luật
    sign: penalty
    max: 2
    rule: { given: { by: council } }
";

const CAMPAIGN: &str = "id: thu-2026
title: Đợt thử năm 2026
year: 2026
office: Sở Nội vụ
official: appraised_1
groups: [ { id: xa, name: Khối xã, set: nho } ]
units:
  - { id: xa-a, name: UBND xã A, group: xa }
  - { id: xa-b, name: UBND xã B, group: xa }
  - { id: xa-c, name: UBND xã C, group: xa }
";

/// Xã A admits 0.5 of the 2.0 that its figures take; xã B has nothing taken; xã C leaves the figure blank.
const FORMS: &str = "- file: submissions/xa-a.xlsx
  unit: xa-a
  answers:
    \"1\": { figures: { dung: \"90\" } }
    P1: { figures: { lan: \"4\" }, claimed: \"0.5\" }
- file: submissions/xa-b.xlsx
  unit: xa-b
  answers:
    \"1\": { figures: { dung: \"85\" } }
    P1: { figures: { lan: \"0\" } }
- file: submissions/xa-c.xlsx
  unit: xa-c
  answers:
    \"1\": { figures: { dung: \"80\" } }
";

fn campaign() -> Folder {
    let folder = Folder::empty();
    folder.put("criteria/nho/set.yaml", SET);
    folder.put("campaign.yaml", CAMPAIGN);
    folder.put("forms.yaml", FORMS);
    folder.fill();
    folder
}

/// Lists the lines of the worklist that are about P1.
fn worklist(folder: &Folder, round: u8) -> Vec<String> {
    let lines = Opened::new(made(folder, round)).text("Việc cần làm");
    lines.into_iter().filter(|line| line.contains(" | P1 | ")).collect()
}

#[test]
fn the_worklist_knows_which_way_a_penalty_moves() {
    let folder = campaign();
    assert_eq!(
        worklist(&folder, 1),
        [
            "1 | UBND xã C | P1 | Điểm trừ: Trễ hạn nhiều lần | 3 | Chưa có số liệu của điểm trừ, kết quả của đơn vị là tạm tính cho đến khi có số liệu hoặc điểm thẩm định. Nếu bị trừ điểm thì 1 đơn vị vượt lên. | Chưa thẩm định",
            "2 | UBND xã A | P1 | Điểm trừ: Trễ hạn nhiều lần | 2 | 1.5 | Đơn vị tự nhận bị trừ 0,50, theo số liệu bị trừ 2,00. Nếu được cộng điểm thì vượt 2 đơn vị. | Chưa thẩm định",
        ]
    );
}

#[test]
fn whoever_explains_a_penalty_asks_for_points_back() {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("xa-a;P1;;;1,5;1;Có 3 lần trễ;;\nxa-b;P2;;;1;1;Bị khiển trách;;\n"));
    folder.explained("submissions/xa-a.giai-trinh-1.xlsx", "xa-a", &acts(EXPLANATION)).unwrap();
    let listed = worklist(&folder, 2);
    let expected = "UBND xã A | P1 | Điểm trừ: Trễ hạn nhiều lần | 1.5 | 1 | Đơn vị giải trình, đề nghị xem lại điểm trừ (tự nhận 0,50, đang bị trừ 1,50); không có tài liệu bổ sung.";
    assert!(listed[1].contains(expected), "{listed:#?}");
}

const EXPLANATION: &str = "- put: { sheet: explanation, at: \"leaf:P1 explained\", text: Chỉ trễ 1 lần }\n";

/// Every paper says that the line takes points: an appraiser who gives “full marks” would take them.
#[test]
fn every_paper_names_a_line_that_takes_points() {
    let folder = campaign();
    let mut book = Opened::new(made(&folder, 1));
    let lines = book.text("Thẩm định");
    for (begins, also) in [("P1 | Điểm trừ: Trễ hạn nhiều lần | 3 | ", "Mỗi lần trừ 0,5 điểm"), ("P2 | Điểm trừ: Kỷ luật | 2 | ", "")]
    {
        assert!(lines.iter().any(|line| line.starts_with(begins) && line.contains(also)), "{begins}: {lines:#?}");
    }
    folder.put("appraisal/lan-1.csv", table("xa-a;P1;;;1,5;1;Có 3 lần trễ;;\nxa-b;P2;;;1;1;Bị khiển trách;;\n"));
    folder.run("feedback . --out phieu -q");
    let mut asked = Opened::new(std::fs::read(folder.path("phieu/xa-b.giai-trinh-1.xlsx")).unwrap());
    assert!(asked.text("Giải trình").iter().any(|line| line.contains("P2 | Điểm trừ: Kỷ luật | 2 | ")));
    folder.explained("submissions/xa-a.giai-trinh-1.xlsx", "xa-a", &acts(EXPLANATION)).unwrap();
    folder.put("appraisal/lan-2.csv", table("xa-a;P1;;;0,5;2;Đúng là 1 lần;;\n"));
    result(&folder);
    let sheet = |file: &str, name: &str| Opened::new(std::fs::read(folder.path(&format!("reports/{file}"))).unwrap()).text(name);
    let exchange = sheet("bao-cao-xep-hang.xlsx", "Giải trình");
    let found = exchange.iter().find(|line| line.starts_with("UBND xã A | P1 | Điểm trừ: Trễ hạn nhiều lần | ")).unwrap();
    assert!(found.ends_with("| 0.5 | Giảm điểm trừ: Đúng là 1 lần"), "{found}");
    // What only the council gives has a history too.
    let history = sheet("ket-qua-kiem-tra.xlsx", "Lịch sử điểm");
    let found = history.iter().find(|line| line.contains("UBND xã B")).unwrap();
    assert!(found.contains("| P2 | Điểm trừ: Kỷ luật | Thẩm định lần 1 | 0 | -1 | -1 | Bị khiển trách"), "{found}");
}

/// Of a penalty nobody says that a unit “only gets” points.
#[test]
fn a_claim_below_what_is_taken_is_told_as_such() {
    let folder = campaign();
    let run = result(&folder);
    let found = run["findings"].as_array().unwrap().iter().find(|one| one["code"] == "P009").unwrap();
    assert_eq!(found["message"], "Tự nhận bị trừ “0,5” điểm, theo số liệu kê khai bị trừ 2,00 điểm.");
}

/// What a run finds in an explanation, `check` with the campaign finds as well.
#[test]
fn check_finds_in_an_explanation_what_a_run_finds() {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("xa-a;P1;;;1,5;1;Có 3 lần trễ;;\n"));
    let hand = format!(
        "{EXPLANATION}- put: {{ sheet: further, at: \"evidence#1 number\", text: 12/BC-UBND }}\n- put: {{ sheet: further, at: \"evidence#1 date\", text: 31/02/2027 }}\n"
    );
    folder.explained("submissions/xa-a.giai-trinh-1.xlsx", "xa-a", &acts(&hand)).unwrap();
    let of = |findings: &serde_json::Value| -> Vec<String> {
        let own = findings.as_array().unwrap().iter().filter(|one| one["file"].as_str().is_some_and(|file| file.contains("giai-trinh")));
        own.map(|one| format!("{} {} {}", one["code"], one["cell"], one["message"])).collect()
    };
    let expected = of(&result(&folder)["findings"]);
    let said = folder.run("check submissions/xa-a.giai-trinh-1.xlsx --campaign . --format json");
    let checked: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let text = checked.to_string();
    assert!(!expected.is_empty());
    for line in &expected {
        let code = line.split('"').nth(1).unwrap();
        assert!(text.contains(code), "{line}: {text}");
    }
}

/// A blank penalty that the set settles is told by `why` as what it comes to, and not as something that nobody could compute.
#[test]
fn why_says_what_the_set_makes_of_a_blank_penalty() {
    for (when_blank, vi, en) in [
        (
            "when_blank: full, ",
            "Để trống “Số vụ”: trừ cả 2 điểm, theo bộ tiêu chí.",
            "“Số vụ” left blank: the full 2 points are taken, as the set says.",
        ),
        (
            "when_blank: none, ",
            "Để trống “Số vụ”: không trừ điểm, theo bộ tiêu chí.",
            "“Số vụ” left blank: nothing is taken, as the set says.",
        ),
        ("", "Chưa điền “Số vụ”: chưa tính được điểm.", "“Số vụ” left blank: nothing is computed."),
    ] {
        let folder = Folder::base();
        let line = format!(
            "adjustments:\n  - {{ id: P1, name: Kỷ luật, max: 2, sign: penalty, {when_blank}inputs: [ {{ id: so_vu, kind: count, label: Số vụ }} ], rule: {{ count: {{ of: so_vu, each: 1 }} }} }}\n"
        );
        folder.put("criteria/nho/set.yaml", format!("{}{line}", folder.text("criteria/nho/set.yaml")));
        folder.fill();
        let said = |options: &str| folder.run(&format!("why . so-a P1 {options}")).out.split_whitespace().collect::<Vec<_>>().join(" ");
        for (page, words) in [(said(""), vi), (said("--lang en"), en)] {
            assert!(page.contains(words), "{when_blank}: {page}");
            assert_eq!(page.contains("chưa tính được điểm") || page.contains("nothing is computed"), when_blank.is_empty(), "{page}");
        }
    }
}
