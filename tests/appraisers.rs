//! Several appraisers of one leaf: what can't hold side by side counts for neither, until exactly one is final. And reasons:
//! what takes or gives wants one, and a sign is none.

use crate::appraisal::{campaign_of, result};
use crate::council::{acts, made, put};
use crate::folder::Folder;
use crate::form::{Opened, shown};

const SET: &str = r#"set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 6
criteria:
  - id: "1"
    name: Tự chủ
    max: 4
    inputs:
      - { id: bao_cao, kind: yes_no, label: Có báo cáo }
      - { id: co_don_vi, kind: yes_no, label: Có đơn vị sự nghiệp }
      - { id: duoc, kind: count, label: Số đơn vị được giao }
      - { id: so, kind: count, label: Tổng số đơn vị }
    rule:
      sum_of:
        parts:
          - { id: bc, label: Báo cáo, max: 1, rule: { yes_no: { all: [bao_cao] } } }
          - { id: giao, label: Giao tự chủ, max: 3, rule: { ratio: { of: duoc, to: so, when_nothing: zero } }, applies: co_don_vi }
  - id: "2"
    name: Văn hóa công sở
    max: 2
    may_not_apply: true
    rule: { given: { by: unit } }
adjustments:
  - { id: T1, sign: bonus, name: Sáng kiến, max: 1, rule: { given: { by: council } } }
  - { id: P1, sign: penalty, name: Báo chí phản ánh, max: 1, rule: { given: { by: council } } }
  - { id: P2, sign: penalty, name: Kỷ luật, max: 1, inputs: [ { id: ky_luat, kind: count, label: Số người } ], rule: { count: { of: ky_luat, each: 0.5 } } }
"#;

const FORMS: &str = r#"- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    "1": { figures: { bao_cao: Có, co_don_vi: Có, duoc: "2", so: "4" }, claimed: "2.5" }
    "2": { claimed: "2" }
    P2: { figures: { ky_luat: "0" } }
- file: submissions/so-b.xlsx
  unit: so-b
  answers:
    "1": { figures: { bao_cao: Có, co_don_vi: Có, duoc: "4", so: "4" }, claimed: "4" }
    "2": { claimed: "Không áp dụng" }
    P2: { figures: { ky_luat: "0" } }
"#;

const HEAD: &str = "Đơn vị;Tiêu chí;Điểm thẩm định;Số liệu;Giá trị thẩm định;Áp dụng;Lý do;Người thẩm định;Chốt;Lần\n";

/// Makes the campaign with a table of the council.
fn with(rows: &str) -> Folder {
    let folder = campaign_of(SET, FORMS);
    folder.put("appraisal/bang.csv", format!("{HEAD}{rows}"));
    folder
}

/// Gives what counts of criterion 1 of so-a and the maximum that applies, and what was found in the council's tables.
fn told(rows: &str) -> (String, Vec<String>) {
    let run = result(&with(rows));
    let units = run["groups"][0]["units"].as_array().unwrap();
    let unit = units.iter().find(|unit| unit["id"] == "so-a").unwrap();
    let leaf = &unit["criteria"].as_array().unwrap()[0];
    let stands = format!("{} / {}", leaf["official"].as_str().unwrap_or("–"), unit["applicable_max"].as_str().unwrap_or("–"));
    let of_council = |one: &&serde_json::Value| one["file"].as_str().is_some_and(|file| file.starts_with("appraisal/"));
    let found = run["findings"].as_array().unwrap().iter().filter(of_council);
    (stands, found.map(|one| format!("{}: {}", one["code"].as_str().unwrap(), one["message"].as_str().unwrap())).collect())
}

/// What stands without any appraisal.
const NOTHING: &str = "2.50 / 6.00";

#[test]
fn a_part_that_is_out_for_one_and_counted_by_another_counts_for_neither() {
    let out = "so-a;1/giao;;;;không;L;An;;1\n";
    let apart = |what: &str| {
        format!(
            "A003: Tiêu chí “1” của “Sở A” có kết quả thẩm định mâu thuẫn: phần “Giao tự chủ” không áp dụng (An, appraisal/bang.csv, dòng 2), trong khi {what} (Bình, appraisal/bang.csv, dòng 3); chưa tính kết quả nào."
        )
    };
    for (other, what) in [
        ("so-a;1;;duoc;3;;L;Bình;;1\n", "số liệu Số đơn vị được giao là “3”"),
        ("so-a;1;;co_don_vi;Có;;L;Bình;;1\n", "số liệu Có đơn vị sự nghiệp là “Có”"),
        ("so-a;1;3;;;;L;Bình;;1\n", "điểm là “3”"),
        // Points that would be within what is left are of the whole all the same.
        ("so-a;1;1;;;;L;Bình;;1\n", "điểm là “1”"),
    ] {
        assert_eq!(told(&format!("{out}{other}")), (NOTHING.to_owned(), vec![apart(what)]), "{other}");
    }
    // The part applies to one, and is out by the figures of the other; the whole is out to one, a part of it applies to another.
    let (stands, found) = told("so-a;1/giao;;;;có;L;An;;1\nso-a;1;;co_don_vi;Không;;L;Bình;;1\n");
    assert_eq!((stands.as_str(), found.len()), (NOTHING, 1), "{found:#?}");
    let (stands, found) = told("so-a;1;;;;không;L;An;;1\nso-a;1/giao;;;;có;L;Bình;;1\n");
    assert_eq!((stands.as_str(), found.len()), (NOTHING, 1), "{found:#?}");
}

#[test]
fn exactly_one_that_is_final_counts() {
    let rows = |first: &str, second: &str| format!("so-a;1/giao;;;;không;L;An;{first};1\nso-a;1;3;;;;L;Bình;{second};1\n");
    assert_eq!(told(&rows("x", "")).0, "1.00 / 3.00");
    assert_eq!(told(&rows("", "x")).0, "3.00 / 6.00");
    let (stands, found) = told(&rows("x", "x"));
    assert_eq!((stands.as_str(), found.len()), (NOTHING, 1), "{found:#?}");
}

#[test]
fn what_holds_side_by_side_counts() {
    for (rows, expected) in [
        // Of the other part; by one appraiser; the same part by both, with points for what is left.
        ("so-a;1/giao;;;;không;L;An;;1\nso-a;1;;bao_cao;Không;;L;Bình;;1\n", "0.00 / 3.00"),
        ("so-a;1/giao;;;;không;L;An;;1\nso-a;1;1;;;;L;An;;1\n", "1.00 / 3.00"),
        ("so-a;1/giao;;;;không;L;An;;1\nso-a;1/giao;;;;không;L;Bình;;1\nso-a;1;1;;;;L;Bình;;1\n", "1.00 / 3.00"),
        // The figure says that there is no such part, too.
        ("so-a;1/giao;;;;không;L;An;;1\nso-a;1;;co_don_vi;Không;;L;Bình;;1\n", "1.00 / 3.00"),
        ("so-a;1/giao;;;;có;L;An;;1\nso-a;1;2;;;;L;Bình;;1\n", "2.00 / 6.00"),
        // Of another unit, of another round.
        ("so-b;1/giao;;;;không;L;An;;1\nso-a;1;3;;;;L;Bình;;1\n", "3.00 / 6.00"),
        ("so-a;1/giao;;;;không;L;An;;1\nso-a;1;1;;;;L;Bình;;2\n", "1.00 / 3.00"),
    ] {
        let (stands, found) = told(rows);
        assert_eq!(stands, expected, "{rows}{found:#?}");
        assert!(!found.iter().any(|one| one.starts_with("A003")), "{rows}{found:#?}");
    }
}

#[test]
fn points_that_only_the_council_gives_or_takes_want_a_reason() {
    let of = |rows: &str| told(rows).1;
    let lacks = |what: &str, points: &str| vec![format!("A049: {what} được thẩm định “{points}” điểm nhưng chưa ghi lý do.")];
    assert_eq!(of("so-a;P1;0,5;;;;;An;;1\n"), lacks("Điểm trừ “P1”", "0,5"));
    assert_eq!(of("so-a;T1;1;;;;;An;;1\n"), lacks("Điểm thưởng “T1”", "1"));
    assert_eq!(of("so-a;P1;0,5;;;;;An;;2\n"), lacks("Điểm trừ “P1”", "0,5"));
    // Once for what changed, and of nothing where nothing is taken or a reason stands there.
    assert_eq!(of("so-a;P1;0,5;;;;Báo đăng;An;;1\nso-a;P1;0,5;;;;;An;;2\n"), [""; 0]);
    assert_eq!(of("so-a;P1;0,5;;;;Báo đăng;An;;1\nso-a;P1;1;;;;;An;;2\n").len(), 1);
    assert_eq!(of("so-a;P1;0;;;;;An;;1\nso-a;T1;0,5;;;;Đạt giải;An;;1\n"), [""; 0]);
}

#[test]
fn a_sign_is_no_reason() {
    for sign in [".", "?", "-", "…", "✓", "//"] {
        let (_, found) = told(&format!("so-a;2;1;;;;{sign};An;;1\n"));
        assert!(found.len() == 1 && found[0].starts_with("A049: Tiêu chí “2”"), "{sign}: {found:#?}");
    }
    for reason in ["x", "Như trên", "2/4", "Đ"] {
        assert_eq!(told(&format!("so-a;2;1;;;;{reason};An;;1\n")).1, [""; 0], "{reason}");
    }
}

/// What a sheet of the workbook of a round says in a cell.
fn cell(folder: &Folder, round: u8, row: &str, column: &str) -> String {
    shown(&Opened::new(made(folder, round)).at("Thẩm định", row, column))
}

#[test]
fn a_request_that_was_overruled_is_seen_in_the_rounds_behind_it() {
    let folder = with("so-b;2;1;;;;Có trụ sở;An;;1\nso-a;1/giao;;;;không;Không có đơn vị;An;;1\n");
    let of_claim = |leaf: &str| ["claimed", "accepted", "before"].map(|column| cell(&folder, 2, leaf, column));
    assert_eq!(of_claim("leaf:so-b/2"), ["Không áp dụng", "Không áp dụng", "1"]);
    assert_eq!(of_claim("leaf:so-a/2"), ["2", "2", ""]);
    let looked = cell(&folder, 2, "leaf:so-b/2", "looked");
    assert!(looked.starts_with("Đơn vị ghi không áp dụng; theo kết quả thẩm định thì có áp dụng."), "{looked}");
    assert_eq!(cell(&folder, 2, "part:so-a/1/giao", "before"), "Không");
    assert_eq!(cell(&folder, 2, "part:so-a/1/bc", "before"), "");
    assert_eq!(cell(&folder, 2, "part:so-b/1/giao", "before"), "");
    assert_eq!(cell(&folder, 1, "part:so-a/1/giao", "before"), "");
    // The unit is asked, and explains: the list of the next round says what it had asked for.
    let explained = put("leaf:2 explained", "Đơn vị không có trụ sở riêng").replace("sheet: appraisal", "sheet: explanation");
    folder.explained("submissions/so-b.giai-trinh-1.xlsx", "so-b", &acts(&explained)).unwrap();
    let mut asked = Opened::new(std::fs::read(folder.path("submissions/so-b.giai-trinh-1.xlsx")).unwrap());
    assert_eq!(shown(&asked.at("Giải trình", "leaf:2", "claimed")), "Không áp dụng");
    let list = Opened::new(made(&folder, 2)).text("Việc cần làm").join("\n");
    assert!(list.contains("Đơn vị giải trình, đề nghị xem lại (đơn vị ghi không áp dụng, đang là 1,00)"), "{list}");
}

#[test]
fn a_name_that_nobody_has_is_answered_by_names_alike() {
    let meant = |typed: &str| {
        let folder = with(&format!("{typed};2;1;;;;x;An;;1\n"));
        folder.edit("campaign.yaml", "name: Sở A", "name: Sở Tài chính");
        let run = result(&folder);
        let found = run["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A001").unwrap();
        found["help"].as_str().unwrap().to_owned()
    };
    assert_eq!(meant("Sở Tài chánh"), "Có phải là “Sở Tài chính”?");
    assert_eq!(meant("so-aa"), "Có phải là “so-a”?");
    for typed in ["Sở Xưa", "Sở X", "Sở"] {
        assert!(!meant(typed).starts_with("Có phải"), "{typed}: {}", meant(typed));
    }
}
