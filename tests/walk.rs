//! One criterion of one unit through a whole year, in a campaign folder with real workbooks: every number that it meets on
//! its way is found in the right place of every report.

use std::fs;

use serde_json::Value;

use crate::appraisal::result;
use crate::folder::Folder;
use crate::form::Opened;
use crate::intake::hand::Act;
use crate::intake::raw::unzip;

const SET: &str = r#"set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 10
withhold: [ { finding: E003, share: 25% } ]
criteria:
  - id: "1"
    name: Chỉ đạo, điều hành
    max: 3
    criteria:
      - id: "1.1"
        name: Ban hành kế hoạch
        max: 3
        inputs: [ { id: dung_han, kind: yes_no, label: Ban hành đúng hạn } ]
        rule: { yes_no: { all: [dung_han], met: 3, unmet: 0 } }
  - id: "2"
    name: Cải cách thủ tục hành chính
    max: 7
    criteria:
      - id: "2.1"
        name: Giải quyết hồ sơ
        max: 7
        criteria:
          - id: "2.1.1"
            name: Hồ sơ giải quyết đúng hạn
            max: 4
            inputs:
              - { id: dung_han, kind: count, label: Số hồ sơ đúng hạn, measure: hồ sơ }
              - { id: giai_quyet, kind: count, label: Số hồ sơ đã giải quyết, measure: hồ sơ }
            rule: { ratio: { of: dung_han, to: giai_quyet, full_at: 100%, when_nothing: not_applicable } }
            evidence: { types: [BC], section: true }
          - id: "2.1.2"
            name: Sự hài lòng của người dân
            max: 3
            rule: { given: { by: survey } }
adjustments:
  - id: T1
    sign: bonus
    name: Sáng kiến được công nhận
    max: 1
    inputs: [ { id: so, kind: count, label: Số sáng kiến } ]
    rule: { count: { of: so, each: 0.5 } }
"#;

const CAMPAIGN: &str = "id: di-het-nam
title: Đánh giá năm 2026
year: 2026
deadline: 2027-01-15
official: appraised_2
office: Sở Nội vụ
authority: UBND tỉnh Minh Giang
place: Minh Giang
rounds:
  - { id: 1, name: Thẩm định sơ bộ, from: 2027-01-16, to: 2027-01-31 }
  - { id: 2, name: Thẩm định chính thức, from: 2027-02-10, to: 2027-02-20 }
groups: [ { id: so, name: Khối sở, set: nho } ]
units:
  - { id: so-a, name: Sở Tư pháp, group: so }
  - { id: so-b, name: Sở Y tế, group: so }
";

const FORMS: &str = r#"- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    "1.1": { figures: { dung_han: Có }, claimed: "3" }
    "2.1.1": { figures: { dung_han: "870", giai_quyet: "1000" }, claimed: "3.9", evidence: [ { number: 12/KH-STP, date: 2026-12-05, title: Kế hoạch năm, section: Mục II } ] }
    T1: { figures: { so: "1" }, claimed: "1" }
- file: submissions/so-b.xlsx
  unit: so-b
  answers:
    "1.1": { figures: { dung_han: Có }, claimed: "3" }
    "2.1.1": { figures: { dung_han: "810", giai_quyet: "1000" }, claimed: "3.24", evidence: [ { number: 30/BC-SYT, date: 2026-12-05, title: Báo cáo năm, section: Mục II } ] }
"#;

/// Makes the acts of a few lines of YAML.
fn acts(yaml: &str) -> Vec<Act> {
    serde_saphyr::from_str(yaml).unwrap()
}

/// Finds a unit in what a run came to.
fn unit<'r>(run: &'r Value, id: &str) -> &'r Value {
    run["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == id).unwrap()
}

#[test]
fn a_criterion_is_found_at_every_stage_in_every_report() {
    let folder = Folder::empty();
    folder.put("criteria/nho/set.yaml", SET).put("campaign.yaml", CAMPAIGN).put("forms.yaml", FORMS);
    // The year before: the same unit, with other figures.
    let typed = FORMS.replace("\"870\"", "\"705\"").replace("\"3.9\"", "\"2.82\"").replace("12/KH-STP", "12/BC-STP");
    folder.edit("campaign.yaml", "2026", "2025").edit("campaign.yaml", "2027", "2026").put("forms.yaml", typed.replace("2026-", "2025-"));
    folder.fill();
    folder.put("survey/dieu-tra.csv", "Đơn vị;Tiêu chí;Điểm\nso-a;2.1.2;2,22\nso-b;2.1.2;2,5\n");
    result(&folder);
    folder.put("nam-truoc/result.json", folder.text("reports/result.json"));
    fs::remove_dir_all(folder.path("submissions")).unwrap();
    fs::remove_dir_all(folder.path("survey")).unwrap();
    folder.put("campaign.yaml", format!("{CAMPAIGN}previous: nam-truoc\n")).put("forms.yaml", FORMS);
    folder.fill();
    result(&folder);
    folder.appraised(
        "appraisal/lan-1.xlsx",
        1,
        &acts(
            r#"
- put: { sheet: appraisal, at: "input:so-a/2.1.1/dung_han corrected", number: "770" }
- put: { sheet: appraisal, at: "leaf:so-a/2.1.1 reason", text: Trừ 100 hồ sơ đã quá hạn }
- put: { sheet: appraisal, at: "leaf:so-a/T1 points", number: "0.25" }
- put: { sheet: appraisal, at: "leaf:so-a/T1 reason", text: Sáng kiến cấp cơ sở }
"#,
        ),
    );
    result(&folder);
    folder
        .explained(
            "submissions/so-a.giai-trinh-1.xlsx",
            "so-a",
            &acts(
                r#"
- put: { sheet: explanation, at: "leaf:2.1.1 explained", text: 60 hồ sơ đã gia hạn }
- put: { sheet: explanation, at: "input:2.1.1/dung_han proposed", number: "830" }
- put: { sheet: further, at: "evidence#1 number", text: 99/BC-STP }
- put: { sheet: further, at: "evidence#1 date", text: 05/02/2027 }
- put: { sheet: further, at: "evidence#1 section", text: Mục III }
"#,
            ),
        )
        .unwrap();
    result(&folder);
    // What the first round came to is kept before the second begins.
    folder.put("khoa/lan-1/result.json", folder.text("reports/result.json"));
    folder.edit("campaign.yaml", "to: 2027-01-31 }", "to: 2027-01-31, locked: khoa/lan-1 }");
    folder.appraised(
        "appraisal/lan-2.xlsx",
        2,
        &acts(
            r#"
- put: { sheet: appraisal, at: "input:so-a/2.1.1/dung_han corrected", number: "823" }
- put: { sheet: appraisal, at: "leaf:so-a/2.1.1 reason", text: Chấp nhận 53 hồ sơ gia hạn }
"#,
        ),
    );
    folder.put("survey/dieu-tra.csv", "Đơn vị;Tiêu chí;Điểm;Cỡ mẫu\nso-a;2.1.2;2,46;120\nso-b;2.1.2;2,5;130\n");
    let run = result(&folder);

    in_the_result(&run);
    in_why(&folder);
    in_the_ranking_report(&folder);
    in_the_report_of_the_unit(&folder);
    in_the_report_of_findings(&folder);
    in_the_documents(&folder);
}

/// Gives the rows of a sheet of a report, cells parted by bars; a line break in a cell is shown as ⏎.
fn sheet(folder: &Folder, file: &str, name: &str) -> Vec<String> {
    let mut opened = Opened::new(fs::read(folder.path(&format!("reports/{file}"))).unwrap());
    opened.text(name).into_iter().map(|line| line.replace('\n', "⏎")).collect()
}

/// Finds the row of a sheet that begins with words.
#[track_caller]
fn row(lines: &[String], begins: &str) -> String {
    lines.iter().find(|line| line.starts_with(begins)).unwrap_or_else(|| panic!("no “{begins}” in {lines:#?}")).clone()
}

fn in_the_result(run: &Value) {
    let stages = ["claimed", "computed", "accepted", "appraised_1", "appraised_2", "survey", "official", "index"];
    let of = |id: &str| {
        let unit = unit(run, "so-a")["criteria"].as_array().unwrap().clone();
        let one = unit.iter().find(|one| one["id"] == id).unwrap().clone();
        (stages.map(|stage| one[stage].as_str().unwrap_or("–").to_owned()).join(" "), one)
    };
    let (leaf, told) = of("2.1.1");
    assert_eq!(leaf, "3.90 3.48 2.61 3.08 3.29 – 3.29 82.30");
    assert_eq!(told["figures"], serde_json::json!({ "dung_han": "870", "giai_quyet": "1000" }));
    assert_eq!(told["corrected"], serde_json::json!({ "appraised_1": { "dung_han": "770" }, "appraised_2": { "dung_han": "823" } }));
    assert_eq!(told["typed"]["appraised_1"], serde_json::json!({ "file": "appraisal/lan-1.xlsx", "sheet": "Thẩm định", "cell": "M16" }));
    assert_eq!(told["exact"]["official"], "823/250");
    assert_eq!(of("2.1.2").0, "– – – – – 2.46 2.46 82.00");
    for above in ["2.1", "2"] {
        assert_eq!(of(above).0, "3.90 3.48 2.61 3.08 3.29 2.46 5.75 82.17", "{above}");
    }
    let unit = unit(run, "so-a");
    assert_eq!((&unit["points"], &unit["index"], &unit["exact"]["points"]), (&"9.00".into(), &"90.02".into(), &"4501/500".into()));
    let before = &unit["previous"];
    assert_eq!((&before["points"], &before["index"], &before["areas"]["2"]), (&"8.54".into(), &"85.40".into(), &"10.17".into()));
    let codes: Vec<&str> = run["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    // What was added after the first round may be younger than the form.
    assert_eq!(codes, ["P016", "P016", "E003", "P009", "P009"]);
    let told: Vec<String> =
        run["findings"].as_array().unwrap()[..2].iter().map(|one| format!("{} {}", one["severity"], one["message"])).collect();
    assert_eq!(
        told,
        [
            "\"note\" \"Chưa có điểm “Thẩm định chính thức” ở 1 tiêu chí: dùng điểm “Được công nhận” (1.1).\"",
            "\"warning\" \"Chưa có điểm “Thẩm định chính thức” ở 2 tiêu chí: dùng điểm “Được công nhận” (1.1, 2.1.1).\"",
        ]
    );
}

fn in_why(folder: &Folder) {
    let said = folder.run("why . so-a 2.1.1").out;
    // Lines break at blanks and hyphens.
    let bare = |words: &str| words.split_whitespace().collect::<String>();
    for words in [
        "Số hồ sơ đúng hạn: 870 hồ sơ (ô F14)",
        "Điểm tự đánh giá: 3,9 (ô I13)",
        "Thẩm định chính thức: “Số hồ sơ đúng hạn” được xác định là “823” (đơn vị kê khai “870”): “Chấp nhận 53 hồ sơ gia hạn”",
        "82,30% × 4 = 3,29 điểm.",
        "1. 12/KH-STP ngày 05/12/2026, “Kế hoạch năm”, Mục II",
        "Giải trình Sau “Thẩm định sơ bộ”: “60 hồ sơ đã gia hạn”; đề nghị “Số hồ sơ đúng hạn” là 830; bổ sung 99/BC-STP ngày 05/02/2027, Mục III",
        "25% số điểm: Không có loại văn bản được yêu cầu (E003)",
        "Tự đánh giá 3,90 Điểm tính theo số liệu kê khai 3,48 Điểm được công nhận 2,61",
        "Thẩm định sơ bộ 3,08 “Trừ 100 hồ sơ đã quá hạn” · appraisal/lan-1.xlsx › M16",
        "Thẩm định chính thức 3,29 “Chấp nhận 53 hồ sơ gia hạn” · appraisal/lan-2.xlsx › M16",
        "Chính thức 3,29 bước “Thẩm định chính thức”",
        "Được công nhận: 3,90 → 2,61 (Không có loại văn bản được yêu cầu · submissions/so-a.xlsx › trang “Tự đánh giá”, ô I13)",
        "Thẩm định sơ bộ: 2,61 → 3,08 (Trừ 100 hồ sơ đã quá hạn · appraisal/lan-1.xlsx › trang “Thẩm định”, ô M16)",
        "Thẩm định chính thức: 3,08 → 3,29 (Chấp nhận 53 hồ sơ gia hạn · appraisal/lan-2.xlsx › trang “Thẩm định”, ô M16)",
    ] {
        assert!(bare(&said).contains(&bare(words)), "{words}\n{said}");
    }
    let above = folder.run("why . so-a 2.1").out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(above.contains("2.1.1 Hồ sơ giải quyết đúng hạn: 3,29 / 4 2.1.2 Sự hài lòng của người dân: 2,46 / 3"), "{above}");
    assert!(above.contains("Điều tra xã hội học 2,46 Chính thức 5,75"), "{above}");
    let unit = folder.run("why . so-a").out;
    assert!(unit.contains("Năm 2025: chỉ số 85,40%; hạng 2/2; năm nay tăng 4,62."), "{unit}");
    let json: Value = serde_json::from_str(&folder.run("why . so-a 2.1.1 --format json").out).unwrap();
    let told = &json["criterion"]["explained"][0];
    assert_eq!(
        (&told["after"], &told["figures"]["dung_han"], &told["evidence"][0]["number"]),
        (&"appraised_1".into(), &"830".into(), &"99/BC-STP".into())
    );
    let steps: Vec<String> =
        json["criterion"]["changes"].as_array().unwrap().iter().map(|one| format!("{} {}", one["from"], one["to"])).collect();
    assert_eq!(steps, ["\"3.90\" \"2.61\"", "\"2.61\" \"3.08\"", "\"3.08\" \"3.29\""]);
}

fn in_the_ranking_report(folder: &Folder) {
    let of = |name: &str| sheet(folder, "bao-cao-xep-hang.xlsx", name);
    assert!(row(&of("Thông tin chung"), "Căn cứ xác định điểm chính thức").ends_with("| Thẩm định chính thức"));
    let places = of("Xếp hạng – Khối sở");
    assert!(row(&places, "Hạng | ").contains("| Được công nhận | Thẩm định sơ bộ | Thẩm định chính thức | Điểm ĐTXHH |"));
    assert_eq!(row(&places, "1 | "), "1 | Sở Tư pháp | 10 | 6.9 | 6.48 | 5.61 | 6.08 | 6.29 | 2.46 | 0.25 | 9 | 90.02");
    assert_eq!(row(&of("Lĩnh vực – Khối sở"), "1 | "), "1 | Sở Tư pháp | 100 | 82.17 | 90.02");
    let criteria = of("Tiêu chí – Khối sở");
    assert_eq!(row(&criteria, "2.1.1 | "), "2.1.1 | Hồ sơ giải quyết đúng hạn | 4 | 3.27 | 3.29 | 3.24");
    assert_eq!(row(&criteria, "2.1 | "), "2.1 | Giải quyết hồ sơ | 7 | 5.75 | 5.75 | 5.74");
    assert_eq!(row(&of("So sánh – Khối sở"), "1 | "), "1 | 2 | 1 | Sở Tư pháp | 90.02 | 85.4 | 4.62 | 9 | 8.54 | 0.46 | 0 | 10.17");
    let strong = of("Mạnh, yếu – Khối sở");
    // Figures of the province are those that the council found.
    assert!(row(&strong, "2.1.1 | ").ends_with("| Số hồ sơ đúng hạn: 1.633.⏎Số hồ sơ đã giải quyết: 2.000."), "{strong:#?}");
    let over = of("Chênh lệch tự chấm");
    assert_eq!(row(&over, "2.1.1 | "), "2.1.1 | Hồ sơ giải quyết đúng hạn | 1 | 0.61 | 0.61 | 0.3");
    assert!(row(&over, "1 | Sở Tư pháp").starts_with("1 | Sở Tư pháp | 6.9 | 0.61 | 0.61 | 0 | 0.61"));
    let survey = of("Điều tra XHH");
    assert!(
        survey.contains(&"Sở Tư pháp | 2.46 | 2.46 | 82".to_owned()) && survey.contains(&"Sở Tư pháp | (120)".to_owned()),
        "{survey:#?}"
    );
    assert_eq!(
        row(&of("Giải trình"), "Sở Tư pháp | 2.1.1"),
        "Sở Tư pháp | 2.1.1 | Hồ sơ giải quyết đúng hạn | 3.9 | 3.08 | Trừ 100 hồ sơ đã quá hạn | 60 hồ sơ đã gia hạn⏎Đề nghị “Số hồ sơ đúng hạn” là 830⏎Bổ sung 1 tài liệu | 3.29 | Được nâng điểm: Chấp nhận 53 hồ sơ gia hạn"
    );
}

fn in_the_report_of_the_unit(folder: &Folder) {
    let of = |name: &str| sheet(folder, "don-vi/so-a.xlsx", name);
    let first = of("Kết quả");
    assert!(row(&first, "So với năm trước").ends_with("Chỉ số tăng 4,62 điểm phần trăm; tăng 1 hạng (năm 2025: 2/2)."));
    assert_eq!(row(&first, "2 | "), "2 | Cải cách thủ tục hành chính | 7 | 5.75 | 82.17 | 82.09 | 82.17 | 10.17");
    let detail = row(&of("Chi tiết"), "2.1.1 | ");
    assert!(detail.starts_with("2.1.1 | Hồ sơ giải quyết đúng hạn | 4 | 3.9 | 3.48 | 2.61 | 3.08 | 3.29 | 3.29 | 82.3 | "), "{detail}");
    for words in [
        "Thẩm định chính thức: “Số hồ sơ đúng hạn” được xác định là “823” (đơn vị kê khai “870”)",
        "Thẩm định sơ bộ: “Trừ 100 hồ sơ đã quá hạn”",
        "Giải trình sau “Thẩm định sơ bộ”: 60 hồ sơ đã gia hạn; đề nghị “Số hồ sơ đúng hạn” là 830; bổ sung 1 tài liệu",
        "Thẩm định chính thức: “Chấp nhận 53 hồ sơ gia hạn”",
    ] {
        assert!(detail.contains(words), "{words}: {detail}");
    }
    let documents = of("Tài liệu kiểm chứng");
    assert_eq!(row(&documents, "1 | "), "1 | 2.1.1 | 12/KH-STP | 05/12/2026 | Kế hoạch năm | Mục II");
    assert_eq!(row(&documents, "2 | "), "2 | 2.1.1 | 99/BC-STP | 05/02/2027 | Mục III");
    assert!(row(&of("Kết quả"), "2.1.1 | ").starts_with("2.1.1 | Hồ sơ giải quyết đúng hạn | 0.71 | "));
}

fn in_the_report_of_findings(folder: &Folder) {
    let history = sheet(folder, "ket-qua-kiem-tra.xlsx", "Lịch sử điểm");
    let steps: Vec<&String> = history.iter().filter(|line| line.contains(" | Sở Tư pháp | ")).collect();
    assert_eq!(
        steps,
        [
            "1 | Sở Tư pháp | 2.1.1 | Hồ sơ giải quyết đúng hạn | Được công nhận | 3.9 | 2.61 | -1.29 | Không có loại văn bản được yêu cầu | submissions/so-a.xlsx⏎trang “Tự đánh giá”, ô I13",
            "2 | Sở Tư pháp | 2.1.1 | Hồ sơ giải quyết đúng hạn | Thẩm định sơ bộ | 2.61 | 3.08 | 0.47 | Trừ 100 hồ sơ đã quá hạn | appraisal/lan-1.xlsx⏎trang “Thẩm định”, ô M16",
            "3 | Sở Tư pháp | 2.1.1 | Hồ sơ giải quyết đúng hạn | Thẩm định chính thức | 3.08 | 3.29 | 0.21 | Chấp nhận 53 hồ sơ gia hạn | appraisal/lan-2.xlsx⏎trang “Thẩm định”, ô M16",
            "4 | Sở Tư pháp | T1 | Điểm thưởng: Sáng kiến được công nhận | Được công nhận | 1 | 0.5 | -0.5 | Tính theo số liệu kê khai | submissions/so-a.xlsx⏎trang “Tự đánh giá”, ô I18",
            "5 | Sở Tư pháp | T1 | Điểm thưởng: Sáng kiến được công nhận | Thẩm định sơ bộ | 0.5 | 0.25 | -0.25 | Sáng kiến cấp cơ sở | appraisal/lan-1.xlsx⏎trang “Thẩm định”, ô N22",
        ]
    );
    let progress = sheet(folder, "ket-qua-kiem-tra.xlsx", "Tiến độ, đôn đốc");
    assert_eq!(
        row(&progress, "1 | Sở Tư pháp"),
        "1 | Sở Tư pháp | Đã gửi | 15/01/2027 | 0 | 1/3 | 2 | 1 | Không còn nội dung phải đôn đốc."
    );
}

fn in_the_documents(folder: &Folder) {
    let words = |name: &str| {
        let parts = unzip(&fs::read(folder.path(&format!("reports/van-ban/{name}"))).unwrap());
        let xml = parts.into_iter().find(|(part, _)| part == "word/document.xml").unwrap().1;
        let xml = String::from_utf8(xml).unwrap();
        let texts = xml.split("<w:t").skip(1).filter_map(|rest| Some(rest.split_once('>')?.1.split_once("</w:t>")?.0.to_owned()));
        texts.collect::<Vec<_>>().join(" | ")
    };
    let letter = words("tra-ket-qua/so-a.docx");
    assert!(letter.contains("2.1.1 | Hồ sơ giải quyết đúng hạn | 4 | 3,90 | 3,29 | 823 / 1.000 hồ sơ = 82,30%. | 82,30% × 4 = 3,29 điểm. | Chấp nhận 53 hồ sơ gia hạn"), "{letter}");
    assert!(letter.contains("So với năm trước: chỉ số tăng 4,62 điểm phần trăm; tăng 1 hạng (năm 2025: 2/2)."), "{letter}");
    let report = words("bao-cao-ket-qua.docx");
    let source = "Điểm chính thức được xác định theo bước “Thẩm định chính thức”: đã thẩm định 2/5 lượt tiêu chí";
    assert!(report.contains(source), "{report}");
    assert!(report.contains("1 | Sở Tư pháp | 9,00 | 10 | 90,02 | +4,62"), "{report}");
}
