//! `why`: how a unit came to its score, from the decision's words to the official points, and nothing written.

use std::fs;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::folder::{Folder, golden, run_with};

/// Runs `why` in the small campaign, in both languages, and compares what is printed with `tests/golden/why`.
#[track_caller]
fn tells(folder: &Folder, name: &str, args: &[&str], code: i32) {
    for lang in ["vi", "en"] {
        let said = run_with(&folder.path("."), &[&["why", ".", "--lang", lang], args].concat());
        assert_eq!((said.code, said.err.as_str()), (code, ""), "{}", said.out);
        golden(&format!("why/{name}.{lang}.txt"), &said.out);
    }
}

#[test]
fn a_rate_is_explained_from_the_form_to_the_official_points() {
    tells(&Folder::base(), "rate", &["so-a", "1.2"], 0);
}

#[test]
fn withheld_points_name_their_finding_and_the_explanation() {
    let folder = Folder::base();
    folder.edit("forms.yaml", ", evidence: [ { number: 12/KH-SA, date: 2026-02-03, title: Kế hoạch năm } ] }", " }");
    folder.fill();
    tells(&folder, "withheld", &["so-a", "1.1"], 3);
}

#[test]
fn the_council_and_the_survey_are_quoted_with_their_place() {
    let folder = Folder::base();
    tells(&folder, "council", &["so-a", "2"], 0);
    tells(&folder, "survey", &["so-a", "3"], 0);
}

#[test]
fn survey_figures_conditions_and_caps_are_told() {
    let folder = Folder::base();
    let set = "criteria/nho/set.yaml";
    folder.edit(
        set,
        "    rule: { given: { by: survey } }",
        "    inputs: [ { id: dan, kind: points, label: Điểm của người dân }, { id: dn, kind: points, label: Điểm của doanh nghiệp } ]\n    \
         rule: { survey: { mean: { groups: [ { of: dan, weight: 60% }, { of: dn, weight: 40% } ], zero_at: 1, full_at: 5 } } }\n\
         adjustments:\n  - { id: T1, sign: bonus, name: Sáng kiến, max: 2, rule: { given: { by: unit } } }\n  \
         - { id: T2, sign: bonus, name: Khen thưởng, max: 2, rule: { given: { by: unit } } }\n\
         caps: [ { adjustments: [T1, T2], max: 1 } ]",
    );
    folder.edit(set, "name: Đào tạo", "requires: [ { criterion: \"1.2\", index_at_least: 95% } ]\n        name: Đào tạo");
    folder.put("survey/dieu-tra.csv", "Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình\nso-a;3;Người dân;4,2\nso-a;3;Doanh nghiệp;3,5\n");
    folder.edit(
        "forms.yaml",
        "    \"1.3\": { figures: { ty_le: \"80\" }",
        "    T1: { claimed: \"1\" }\n    T2: { claimed: \"0.5\" }\n    \"1.3\": { figures: { ty_le: \"80\" }",
    );
    folder.fill();
    tells(&folder, "survey-figures", &["so-a", "3"], 0);
    tells(&folder, "condition", &["so-a", "1.3"], 0);
    tells(&folder, "cap", &["so-a", "T2"], 0);
}

#[test]
fn of_alternatives_it_is_told_which_one_counts_and_why() {
    let folder = Folder::base();
    let set = "criteria/nho/set.yaml";
    folder.edit(set, "total: 10", "total: 8\nalternatives: [ { id: hoac, criteria: [\"1.2\", \"1.3\"] } ]");
    folder.edit(set, "    max: 6", "    max: 4");
    folder.fill();
    tells(&folder, "alternative", &["so-a", "1.3"], 0);
}

#[test]
fn a_sum_shows_what_is_added() {
    tells(&Folder::base(), "area", &["so-a", "1"], 0);
}

#[test]
fn without_a_criterion_every_criterion_has_a_line() {
    tells(&Folder::base(), "unit", &["so-a"], 0);
}

#[test]
fn what_is_rounded_away_is_said() {
    let folder = Folder::base();
    folder.edit(
        "forms.yaml",
        "{ dung_han: \"90\", da_giai_quyet: \"100\" }, claimed: \"1.8\"",
        "{ dung_han: \"2\", da_giai_quyet: \"3\" }",
    );
    folder.fill();
    let said = folder.run("why . so-a 1.2");
    let rounded = "\nLàm tròn\n  ≈ 1,3333333333 in thành 1,33 (2 chữ số thập phân, từ 5 trở lên thì làm tròn lên); các tổng được\n  tính từ giá trị chưa làm tròn.\n";
    assert!(said.out.contains(rounded), "{}", said.out);
}

#[test]
fn a_unit_is_known_by_id_and_name_however_it_is_typed() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "name: Sở A,", "name: Sở Tài chính, aliases: [STC],");
    let seen: Vec<String> = ["so-a", "Sở Tài chính", "SỞ TÀI CHÍNH", "so tai chinh", "stc"]
        .iter()
        .map(|called| run_with(&folder.path("."), &["why", ".", called, "1.3"]).out)
        .collect();
    assert!(seen[0].contains("Sở Tài chính (so-a)"), "{}", seen[0]);
    assert!(seen.iter().all(|other| *other == seen[0]), "{seen:#?}");
    let named = run_with(&folder.path("."), &["why", ".", "stc", "dao tao"]);
    assert_eq!(named.out, seen[0]);
}

#[test]
fn names_that_do_not_exist_come_with_a_suggestion() {
    let folder = Folder::base();
    let said = folder.run("why . so-aa");
    assert_eq!(
        (said.code, said.out.as_str(), said.err.as_str()),
        (1, "", "lỗi: đợt đánh giá không có đơn vị “so-aa”; có phải là “so-a”?\n")
    );
    let said = folder.run("why . so-a 1.22 --lang en");
    assert_eq!(
        (said.code, said.out.as_str(), said.err.as_str()),
        (1, "", "error: the set “nho” has no criterion “1.22”; did you mean “1.2”?\n")
    );
}

#[test]
fn json_agrees_with_the_result_of_run_and_nothing_is_written() {
    let folder = Folder::base();
    let told: Value = serde_json::from_str(&folder.run("why . so-a --format json").out).unwrap();
    assert!(!folder.path("reports").exists());
    let run: Value = serde_json::from_str(&folder.run("run . --format json").out).unwrap();
    let unit = &run["groups"][0]["units"][0];
    assert_eq!(unit["id"], "so-a");
    for key in ["status", "place", "tied", "points", "applicable_max", "index", "grade"] {
        assert_eq!(told["unit"][key], unit[key], "{key}");
    }
    let (lines, nodes) = (told["criteria"].as_array().unwrap(), unit["criteria"].as_array().unwrap());
    assert_eq!(lines.len(), nodes.len());
    for (line, node) in lines.iter().zip(nodes) {
        for key in ["id", "depth", "max", "applicable", "applicable_max", "official", "index"] {
            assert_eq!(line[key], node[key], "{key} of {}", node["id"]);
        }
        for stage in ["claimed", "computed", "accepted", "appraised_1", "appraised_2", "survey"] {
            assert_eq!(line["stages"][stage], node[stage], "{stage} of {}", node["id"]);
        }
    }
    let one: Value = serde_json::from_str(&folder.run("why . so-a 1.2 --format json").out).unwrap();
    let criterion = &one["criterion"];
    assert_eq!(criterion["inputs"][0]["value"], "90");
    assert_eq!(criterion["evidence"][0]["section"], "Mục II");
    assert_eq!((&criterion["gives"], &criterion["exact"], &criterion["reached"]), (&"points".into(), &"1.8".into(), &"accepted".into()));
    assert!(fs::exists(folder.path("reports/result.json")).unwrap());
}

/// Asks for every unit and some criteria, in text and JSON.
fn asked(folder: &Folder, units: &[&str], criteria: &[&str]) -> Vec<(i32, String)> {
    let mut said = Vec::new();
    for unit in units {
        for criterion in criteria {
            for format in ["text", "json"] {
                let told = folder.run(&format!("why . {unit} {criterion} --format {format}"));
                assert_eq!(told.err, "");
                said.push((told.code, told.out));
            }
        }
    }
    said
}

#[test]
fn the_answer_is_the_same_from_reports_that_hold_as_from_everything_anew() {
    let folder = Folder::base();
    // The same document of two units is found between them, and withheld.
    folder.edit("criteria/nho/set.yaml", "total: 10\n", "total: 10\nwithhold: [ { finding: E042, share: 50% } ]\n");
    folder.edit("forms.yaml", "number: 30/BC-SB", "number: 40/BC-SA");
    folder.fill();
    let (units, criteria) = (["so-a", "so-b"], ["", "1", "1.1", "1.2", "1.3", "2", "3"]);
    let anew = asked(&folder, &units, &criteria);
    assert_ne!(folder.run("run . -q").code, 1);
    assert_eq!(asked(&folder, &units, &criteria), anew);
    // Without the forms of others there is nothing to work out anew: a changed input makes the reports hold no longer.
    folder.put("submissions/so-c.xlsx", "x");
    assert_eq!(asked(&folder, &units, &criteria), anew);
}

#[test]
fn how_sure_a_place_is_is_told_from_reports_that_hold() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\ncertainty: { weights: 60%, draws: 777, seed: 7 }");
    let anew = asked(&folder, &["so-a", "so-b"], &[""]);
    assert!(anew[0].1.contains("xếp hạng thử 777 lần") && anew[0].1.contains("% số lần"), "{}", anew[0].1);
    assert_ne!(folder.run("run . -q").code, 1);
    assert_eq!(asked(&folder, &["so-a", "so-b"], &[""]), anew);
}

#[test]
fn rules_that_compare_units_are_explained_from_reports_that_hold() {
    let folder = Folder::base();
    folder.edit("criteria/nho/set.yaml", "rule: { ratio: { of: ty_le, full_at: 100% } }", "rule: { relative: { of: ty_le } }");
    folder.fill();
    let (units, criteria) = (["so-a", "so-b"], ["", "1.3"]);
    let anew = asked(&folder, &units, &criteria);
    assert_ne!(folder.run("run . -q").code, 1);
    assert_eq!(asked(&folder, &units, &criteria), anew);
}

/// Forms of other units are only stamped, never opened: a ruin that the reports were made with is in nobody's way.
#[test]
fn of_reports_that_hold_only_the_units_own_form_is_opened() {
    let folder = Folder::base();
    // Neither templates nor the draws of all units make it open the others.
    let template = fs::read("samples/long-an-2018/templates/thong-bao-ket-qua.docx").unwrap();
    folder.put("templates/thong-bao.docx", template);
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\ncertainty: { weights: 20%, draws: 1000, seed: 7 }");
    folder.run("run . -q");
    let told = folder.run("why . so-a").out;
    assert!(told.contains("hạng 1/2") && told.contains("xếp hạng thử 1.000 lần"), "{told}");
    let name = "submissions/so-b.xlsx";
    let before = fs::read(folder.path(name)).unwrap();
    let ruin = "no workbook";
    folder.put(name, ruin);
    // The reports hold no longer, so everything is opened, and the other unit has no place.
    assert!(folder.run("why . so-a").out.contains("hạng 1/1"));
    let hash = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let manifest = folder.text("reports/manifest.json");
    let mut held: Value = serde_json::from_str(&manifest).unwrap();
    let input = held["inputs"].as_array_mut().unwrap().iter_mut().find(|input| input["file"] == name).unwrap();
    assert_eq!(input["sha256"], hash(&before));
    (input["size"], input["sha256"]) = (ruin.len().into(), hash(ruin.as_bytes()).into());
    folder.put("reports/manifest.json", held.to_string());
    assert_eq!(folder.run("why . so-a").out, told);
    // Whose own form it is, it is opened.
    assert!(folder.run("why . so-b").out.contains("chưa"), "{}", folder.run("why . so-b").out);
}

#[test]
fn reports_that_hold_no_longer_are_not_asked() {
    let folder = Folder::base();
    folder.run("run . -q");
    let result = folder.text("reports/result.json");
    assert!(result.contains("\"place\":1"), "{result}");
    folder.put("reports/result.json", result.replace("\"place\":1", "\"place\":7"));
    assert!(folder.run("why . so-a").out.contains("hạng 1/2"), "a record that was changed is not believed");
    folder.put("reports/result.json", result);
    folder.edit("appraisal/tham-dinh.csv", "so-a,2,1.5", "so-a,2,0.5");
    let said = folder.run("why . so-a 2");
    assert!(said.out.contains("0,50"), "what was typed since counts: {}", said.out);
}

#[test]
fn what_does_not_apply_says_who_decided_and_counts_nothing() {
    let folder = Folder::base();
    folder.edit(
        "campaign.yaml",
        "official: accepted",
        "official: accepted\nnot_applicable: [ { units: [so-b], criteria: [\"1\"], reason: Chưa có bộ phận một cửa } ]",
    );
    let said = folder.run("why . so-b 1.2").out;
    assert!(said.contains("Không áp dụng theo quy định của đợt đánh giá. (“Chưa có bộ phận một cửa” · campaign.yaml)"), "{said}");
    // The council takes a criterion out: its reason, its place, and what the figures would have given.
    let folder = crate::appraisal::campaign();
    folder.put("appraisal/bang.csv", "Đơn vị;Tiêu chí;Áp dụng;Lý do\nso-a;1;không;Nhiệm vụ đã chuyển giao\n");
    let said = folder.run("why . so-a 1").out;
    assert!(said.contains("xác định tiêu chí không áp dụng. (“Nhiệm vụ đã chuyển giao” · appraisal/bang.csv"), "{said}");
    assert!(said.contains("nhưng không tính vì tiêu chí không áp dụng:\n  80 / 100"), "{said}");
    let json: Value = serde_json::from_str(&folder.run("why . so-a 1 --format json").out).unwrap();
    let applies = &json["criterion"]["applies"][0];
    assert_eq!((applies["applies"].as_bool(), applies["reason"].as_str()), (Some(false), Some("Nhiệm vụ đã chuyển giao")));
}

#[test]
fn a_total_under_nothing_says_why_it_is_nothing() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nlate: { effect: points, each_day: 2 }");
    folder.put("tiep-nhan.csv", "Đơn vị;Ngày nhận\nSở A;25/01/2027\nSở B;15/01/2027\n");
    let said = folder.run("why . so-a").out;
    assert!(said.contains("Gửi muộn 10 ngày; trừ 20,00 điểm."), "{said}");
    assert!(said.contains("Điểm trừ, sau khi bù điểm thưởng, là 20,00 điểm, vượt số điểm đạt được: tổng điểm tính bằng 0."), "{said}");
    assert!(!folder.run("why . so-b").out.contains("tính bằng 0"));
}

#[test]
fn what_the_council_keeps_in_the_maximum_is_no_contradiction() {
    let folder = crate::appraisal::campaign();
    folder.edit("forms.yaml", "dung_han: \"80\", giai_quyet: \"100\"", "dung_han: \"0\", giai_quyet: \"0\"");
    folder.fill();
    let told = |table: &str| {
        folder.put("appraisal/bang.csv", table);
        folder.run("why . so-a 1").out.replace("\n  ", " ")
    };
    let said = told("Đơn vị;Tiêu chí;Áp dụng;Lý do\nso-a;1;có;Có phát sinh\n");
    assert!(said.contains("xác định có áp dụng, nên tiêu chí vẫn được tính trong điểm tối đa; chưa chấm điểm thì tính 0 điểm."), "{said}");
    let said = told("Đơn vị;Tiêu chí;Điểm;Lý do\nso-a;1;1;Có phát sinh\n");
    assert!(said.contains("đã chấm điểm, nên tiêu chí vẫn được tính trong điểm tối đa."), "{said}");
}

#[test]
fn machines_are_told_of_changes_and_of_the_year_before() {
    let folder = crate::appraisal::campaign();
    folder.put("appraisal/bang.csv", "Đơn vị;Tiêu chí;Điểm;Lý do\nso-a;1;1;Chưa đủ hồ sơ\n");
    let json: Value = serde_json::from_str(&folder.run("why . so-a 1 --format json").out).unwrap();
    let change = json["criterion"]["changes"].as_array().unwrap().last().unwrap();
    let told = ["stage", "from", "to", "reason", "file"].map(|key| change[key].as_str().unwrap());
    assert_eq!(told, ["appraised_1", "3.20", "1.00", "Chưa đủ hồ sơ", "appraisal/bang.csv"]);
    assert!(json["unit"]["previous"].is_null());
}

#[test]
fn awards_are_explained_alike_from_reports_that_hold_and_from_everything_anew() {
    let folder = Folder::base();
    let awards = "official: accepted\nawards:\n  - { id: co, name: Cờ thi đua, quota: 1, conditions: [ { what: index, at_least: 80 } ], order: [ { by: criterion_points, id: \"1.2\" } ] }";
    folder.edit("campaign.yaml", "official: accepted", awards);
    let anew = asked(&folder, &["so-a", "so-b"], &[""]);
    let (first, second) = (&anew[0].1, &anew[2].1);
    let told = "\nKhen thưởng\n  Cờ thi đua (co): đề nghị khen thưởng\n  – Xếp hạng 1/2 khối sở, chỉ số 87,00%.\n  – Đạt điều kiện chỉ số từ 80% trở lên.\n  – Xét thứ tự theo điểm tiêu chí 1.2: 1,80.\n  – Đề nghị khen thưởng: thứ 1 trong 1 chỉ tiêu.\n";
    assert!(first.contains(told), "{first}");
    assert!(
        second.contains("  Cờ thi đua (co): không đủ điều kiện\n") && second.contains("%, thiếu ") && !second.contains("Còn vướng"),
        "{second}"
    );
    let json: Value = serde_json::from_str(&anew[1].1).unwrap();
    let condition = &json["awards"][0]["conditions"][0];
    assert_eq!((&condition["what"], &condition["value"], &condition["limit"]), (&"index".into(), &"87.00".into(), &">= 80".into()));
    assert_ne!(folder.run("run . -q").code, 1);
    assert_eq!(asked(&folder, &["so-a", "so-b"], &[""]), anew);
}

/// What an area is multiplied by stands beside its points, wherever these come to the total.
#[test]
fn a_weight_is_said_where_points_are_multiplied_by_it() {
    let folder = Folder::base();
    let set =
        folder.text("criteria/nho/set.yaml").replace("name: Tổ chức bộ máy\n    max: 2", "name: Tổ chức bộ máy\n    max: 2\n    weight: 2");
    folder.put("criteria/nho/set.yaml", set.replace("total: 10", "total: 12")).fill();
    assert!([0, 3].contains(&folder.run("run . -q").code));
    let said = folder.run("why . so-a").out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Tổng điểm: 5,40 + 1,50 × 2 + 1,80 = 10,20; chỉ số: 10,20 / 12 × 100 = 85,00%."), "{said}");
    let mut report = crate::form::Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap());
    let first = report.texts("Kết quả").join("|");
    // B lost 1 of 2 points at it, which are 2 of the total; in the table of areas it has 2 of 4.
    assert!(first.contains("Điểm mất là điểm trong tổng điểm: đã nhân hệ số của tiêu chí."), "{first}");
    assert!(first.matches("Tổ chức bộ máy (hệ số 2)").count() == 2, "{first}");
    assert!(report.texts("Chi tiết").join("|").contains("Tổ chức bộ máy (hệ số 2)"));
}

/// A total that is cut owns up to printed terms that come to another sum.
#[test]
fn a_total_that_is_cut_says_what_was_rounded() {
    let folder = Folder::base();
    let lines = "adjustments:\n  - { id: P1, name: Điểm thưởng, max: 9, sign: bonus, rule: { given: { by: council } } }\n";
    let set = folder.text("criteria/nho/set.yaml");
    folder.put("criteria/nho/set.yaml", format!("{set}{lines}"));
    folder.edit("forms.yaml", "dung_han: \"90\", da_giai_quyet: \"100\" }, claimed: \"1.8\"", "dung_han: \"2\", da_giai_quyet: \"3\" }");
    folder.edit("forms.yaml", "ty_le: \"80\" }, claimed: \"1.6\"", "ty_le: \"33.55\" }").fill();
    let table = folder.text("appraisal/tham-dinh.csv");
    folder.put("appraisal/tham-dinh.csv", format!("{table}so-a,P1,8.994,Thưởng\n"));
    assert!([0, 3].contains(&folder.run("run . -q").code));
    let said = folder.run("why . so-a").out.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, total) = said.split_once("Tổng điểm: ").unwrap();
    let total = total.split_once('%').unwrap();
    let (terms, sum) = total.0.split_once(" = ").unwrap();
    let number = |words: &str| words.replace(',', "").parse::<i64>().unwrap();
    let added: i64 = terms.split(" + ").map(number).sum();
    let (sum, _) = sum.split_once(", vượt điểm tối đa áp dụng nên tính bằng 10").unwrap_or_else(|| panic!("{said}"));
    assert_ne!(added, number(sum), "{said}");
    let added = format!("{},{:02}", added / 100, added % 100);
    assert!(total.1.starts_with(&format!(" (các số đã làm tròn cộng lại là {added}; ")), "{said}");
}
