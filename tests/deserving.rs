//! Conditions and order of awards, from `campaign.yaml` to `result.json` and the page of `why`.

use serde_json::Value;

use crate::appraisal::table;
use crate::folder::Folder;
use crate::form::Opened;

/// A campaign of two units with an award; what is given stands behind the units.
fn result(units: &str, awards: &str) -> (Value, Folder) {
    result_of(Folder::base(), units, awards)
}

/// The same in a folder that may have another set.
fn result_of(folder: Folder, units: &str, awards: &str) -> (Value, Folder) {
    let forms = folder
        .text("forms.yaml")
        .replace("{ ty_le: \"70\" }, claimed: \"1.4\"", "{ ty_le: \"0\" }, claimed: \"0\"")
        // Without the document that it needs, 1.1 of so-b counts nothing.
        .replace("evidence: [ { number: 7/KH-SB, date: 2026-03-03, title: Kế hoạch năm } ]", "evidence: []");
    folder.put("forms.yaml", forms).fill();
    folder.put(
        "campaign.yaml",
        format!(
            "id: thu-2026
title: Đợt thử năm 2026
year: 2026
deadline: 2027-01-15
official: accepted
groups:
  - {{ id: so, name: Khối sở, set: nho, grades: [ {{ name: Tốt, from: 70 }}, {{ name: Khá, from: 0 }} ] }}
flags: [ {{ id: ky-luat, name: có cán bộ bị kỷ luật }}, {{ id: diem-sang, name: mô hình mới }} ]
units:
{units}
awards:
{awards}
"
        ),
    );
    let said = folder.run("run . --format json");
    (serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}", said.err)), folder)
}

const UNITS: &str = "  - { id: so-a, name: Sở A, group: so, received: 2027-01-10 }
  - { id: so-b, name: Sở B, group: so, received: 2027-01-20, flags: [ky-luat] }";

/// Says of both units what a condition found: value, limit, whether it is met; and what is lacking.
fn weighed(condition: &str) -> [String; 2] {
    let (result, _) = result(UNITS, &format!("  - {{ id: co, name: Cờ thi đua, quota: 2, conditions: [ {condition} ] }}"));
    ["so-a", "so-b"].map(|unit| {
        let considered = result["awards"][0]["considered"].as_array().unwrap();
        let one = considered.iter().find(|one| one["unit"] == unit).unwrap();
        let found = &one["conditions"][0];
        let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
        let missing = one["missing"].as_array().unwrap().iter().map(text).collect::<Vec<_>>().join("; ");
        assert_eq!(one["eligible"], found["met"], "{condition}");
        let met = if found["met"] == true { "met" } else { "missed" };
        format!("{} {} {met} {missing}", text(&found["value"]), text(&found["limit"])).trim_end().to_owned()
    })
}

#[test]
fn every_condition_is_held_against_its_value() {
    for (condition, a, b) in [
        ("{ what: index, at_least: 60 }", "87.00 >= 60 met", "43.00 >= 60 missed chỉ số: thiếu 17,00 điểm phần trăm"),
        ("{ what: points, at_most: 8 }", "8.70 <= 8 missed tổng điểm: vượt 0,70", "4.30 <= 8 met"),
        ("{ what: place, at_most: 1 }", "1 <= 1 met", "2 <= 1 missed kém 1 hạng"),
        ("{ what: criterion_points, id: \"1.2\", at_least: 1.7 }", "1.80 >= 1.7 met", "1.60 >= 1.7 missed điểm tiêu chí 1.2: thiếu 0,10"),
        (
            "{ what: criterion_index, id: \"1\", at_least: 60 }",
            "90.00 >= 60 met",
            "26.67 >= 60 missed chỉ số tiêu chí 1: thiếu 33,33 điểm phần trăm",
        ),
        ("{ what: over_claim_net, at_most: 0.5 }", "0.00 <= 0.5 met", "1.00 <= 0.5 missed chênh lệch tự chấm (bù trừ): vượt 0,50"),
        (
            "{ what: over_claim_positive, at_most: 0.5 }",
            "0.00 <= 0.5 met",
            "1.00 <= 0.5 missed tổng điểm tự chấm cao hơn kết quả công nhận: vượt 0,50",
        ),
        ("{ what: open_errors, at_most: 0 }", "0 <= 0 met", "1 <= 0 missed số lỗi chưa khắc phục: vượt 1"),
        (
            "{ what: findings, codes: [E001] }",
            "0 <= 0 met",
            "1 <= 0 missed số kết quả kiểm tra “có điểm nhưng không có tài liệu kiểm chứng”: vượt 1",
        ),
        ("{ what: findings, codes: [E002], at_most: 0 }", "0 <= 0 met", "0 <= 0 met"),
        ("{ what: grade, in: [Tốt] }", "Tốt Tốt met", "Khá Tốt missed điều kiện xếp loại “Tốt”"),
        (
            "{ what: not_zero, ids: [\"1.1\", \"1.3\"] }",
            "1.1: 2.00; 1.3: 1.60 > 0 met",
            "1.1: 0.00; 1.3: 0.00 > 0 missed điều kiện không bị 0 điểm ở tiêu chí 1.1, 1.3",
        ),
        ("{ what: flag, none_of: [ky-luat] }", "– none of ky-luat met", "ky-luat none of ky-luat missed thuộc diện “có cán bộ bị kỷ luật”"),
        (
            "{ what: flag, any_of: [diem-sang, ky-luat] }",
            "– any of diem-sang, ky-luat missed điều kiện thuộc diện “mô hình mới”, “có cán bộ bị kỷ luật”",
            "ky-luat any of diem-sang, ky-luat met",
        ),
        ("{ what: in_time }", "true true met", "false true missed điều kiện gửi đúng hạn"),
        (
            "{ what: appraisal_final }",
            "false true missed điều kiện đã thẩm định xong mọi tiêu chí",
            "false true missed điều kiện đã thẩm định xong mọi tiêu chí",
        ),
        (
            "{ what: progress, at_least: 0 }",
            "– >= 0 missed điều kiện chỉ số không giảm so với năm trước",
            "– >= 0 missed điều kiện chỉ số không giảm so với năm trước",
        ),
    ] {
        assert_eq!(weighed(condition), [a, b], "{condition}");
    }
}

#[test]
fn who_has_an_award_gets_no_other_and_open_errors_are_named() {
    let awards = "  - { id: co, name: Cờ thi đua, quota: 1 }
  - { id: khen, name: Bằng khen, quota: 1, conditions: [ { what: award, none_of: [co] } ] }";
    let (result, _) = result(UNITS, awards);
    let (flag, certificate) = (&result["awards"][0], &result["awards"][1]);
    assert_eq!((flag["chosen"][0].as_str(), certificate["chosen"][0].as_str()), (Some("so-a"), Some("so-b")));
    let of = |award: &Value, unit: &str| award["considered"].as_array().unwrap().iter().find(|one| one["unit"] == unit).unwrap().clone();
    let (a, b) = (of(certificate, "so-a"), of(certificate, "so-b"));
    assert_eq!(a["reasons"][1], "Đã được đề nghị “Cờ thi đua”, không xét thêm hình thức này.");
    assert_eq!((a["conditions"][0]["value"].as_str(), a["conditions"][0]["met"].as_bool()), (Some("co"), Some(false)));
    // Chosen, and marked all the same: what it lacks evidence for counts nothing.
    assert_eq!(
        b["reasons"][1],
        "1 lỗi chưa khắc phục đã bị trừ điểm trong kết quả, ở tiêu chí 1.1: có điểm nhưng không có tài liệu kiểm chứng."
    );
}

/// What the council scored itself is no error any more; what costs points already is told apart from what costs none.
#[test]
fn an_error_that_is_settled_or_paid_for_is_no_open_one() {
    let notes = |edit: &dyn Fn(&Folder)| {
        let folder = Folder::base();
        folder.edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"9\"");
        let award = "awards: [ { id: co, name: Cờ, quota: 1, conditions: [ { what: open_errors, at_most: 0 } ] } ]\nunits:";
        folder.edit("campaign.yaml", "units:", award);
        edit(&folder);
        folder.fill();
        let result: Value = serde_json::from_str(&folder.run("run . --format json").out).unwrap();
        let all = result["awards"][0]["considered"].as_array().unwrap().clone();
        let one = all.iter().find(|one| one["unit"] == "so-a").unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        (text(&one["conditions"][0]["value"]), one["reasons"].as_array().unwrap().iter().map(text).collect::<Vec<_>>().join("\n"))
    };
    let (open, why) = notes(&|_| {});
    assert!(open == "1" && why.contains("Còn 1 lỗi chưa khắc phục"), "{open}: {why}");
    let of_round = |of: &'static str| {
        move |folder: &Folder| {
            folder.edit("campaign.yaml", "official: accepted", "official: appraised_1");
            folder.put("appraisal/bang.csv", table(of));
        }
    };
    let (open, why) = notes(&of_round("so-a;1.2;;;1,8;1;Tính theo số liệu;;\n"));
    assert!(open == "0" && !why.contains("lỗi chưa khắc phục, Hội đồng"), "{open}: {why}");
    // Another criterion, and a round that does not count, settle nothing.
    for of in ["so-a;1.3;;;1;1;Thiếu;;\n", "so-a;1.2;;;1,8;2;Tính theo số liệu;;\n"] {
        let (open, why) = notes(&of_round(of));
        assert!(open == "1" && why.contains("Còn 1 lỗi chưa khắc phục"), "{of}: {open}: {why}");
    }
}

/// A condition that a unit misses is said once, with how much it is short; a limit of 0 says it already.
#[test]
fn a_missed_condition_is_said_once() {
    let conditions = "{ what: index, at_least: 60 }, { what: open_errors, at_most: 0 }, { what: grade, in: [Tốt] }";
    let (result, folder) = result(UNITS, &format!("  - {{ id: co, name: Cờ thi đua, quota: 2, conditions: [ {conditions} ] }}"));
    let all = result["awards"][0]["considered"].as_array().unwrap();
    let of_b = all.iter().find(|one| one["unit"] == "so-b").unwrap();
    assert_eq!(of_b["reasons"][1], "Không đạt điều kiện chỉ số từ 60% trở lên: 43,00%, thiếu 17,00 điểm phần trăm.");
    assert_eq!(of_b["reasons"][2], "Không đạt điều kiện không còn lỗi chưa khắc phục: 1 lỗi.");
    assert_eq!(of_b["reasons"][3], "Không đạt điều kiện xếp loại “Tốt”: “Khá”.");
    folder.run("run . -q");
    let mut book = Opened::new(std::fs::read(folder.path("reports/de-xuat-khen-thuong.xlsx")).unwrap());
    let sheet = book.texts("1. Cờ thi đua").join("\n");
    assert_eq!(sheet.matches("17,00 điểm phần trăm").count(), 1, "{sheet}");
    assert!(!sheet.contains("Còn vướng"), "{sheet}");
}

#[test]
fn points_of_a_penalty_are_negative_where_an_award_looks_at_them() {
    // so-b has five documents late, so-a none.
    let result = |award: &str| {
        let folder = Folder::base();
        let line = "adjustments:\n  - { id: P1, sign: penalty, name: Văn bản chậm, max: 2, inputs: [ { id: cham, kind: count, label: Số văn bản chậm } ], rule: { count: { of: cham, each: 0.25 } } }\n";
        folder.put("criteria/nho/set.yaml", folder.text("criteria/nho/set.yaml") + line);
        let late = |unit: &str, late: &str| format!("  unit: {unit}\n  answers:\n    P1: {{ figures: {{ cham: \"{late}\" }} }}\n");
        let forms = folder.text("forms.yaml");
        let forms = ["so-a 0", "so-b 5"]
            .iter()
            .filter_map(|each| each.split_once(' '))
            .fold(forms, |forms, (unit, count)| forms.replace(&format!("  unit: {unit}\n  answers:\n"), &late(unit, count)));
        folder.put("forms.yaml", forms);
        result_of(folder, UNITS, &format!("  - {{ id: co, name: Cờ thi đua, quota: 1, scope: overall, {award} }}"))
    };
    let chosen = |order: &str| result(order).0["awards"][0]["chosen"][0].as_str().unwrap().to_owned();
    assert_eq!(chosen("order: [ { by: criterion_points, id: P1 } ]"), "so-a");
    let (told, folder) = result("conditions: [ { what: criterion_points, id: P1, at_least: -1 } ]");
    let considered = told["awards"][0]["considered"].as_array().unwrap();
    let value = |unit: &str| {
        let one = &considered.iter().find(|one| one["unit"] == unit).unwrap()["conditions"][0];
        format!("{} {}", one["value"].as_str().unwrap(), one["met"])
    };
    assert_eq!((value("so-a").as_str(), value("so-b").as_str()), ("0.00 true", "-1.25 false"));
    // Whoever writes the limit without its sign is told: everybody, or nobody, meets it.
    for (limit, code) in [("at_most: 0", "C293"), ("at_least: 1", "C292")] {
        folder.edit("campaign.yaml", "at_least: -1", limit);
        assert!(folder.run("lint .").out.contains(code), "{limit}");
        folder.edit("campaign.yaml", limit, "at_least: -1");
    }
}

#[test]
fn a_unit_reads_in_its_own_report_what_it_lacked_for_each_award() {
    let awards = "  - { id: co, name: Cờ thi đua, quota: 1 }
  - { id: khen, name: Bằng khen, quota: 2, conditions: [ { what: index, at_least: 60 }, { what: grade, in: [Tốt] } ] }
  - { id: vang, name: Bằng vàng, quota: 1, conditions: [ { what: index, at_least: 60 } ] }
  - { id: giay, name: Giấy khen, quota: 2, conditions: [ { what: flag, none_of: [ky-luat] }, { what: open_errors, at_most: 0 }, { what: award, none_of: [co] } ] }
  - { id: danh-hieu, name: Danh hiệu, quota: 1, order: [ { by: open_errors } ] }
  - { id: bieu-duong, name: Biểu dương, quota: 2, excluded: [ { unit: so-b, reason: Đang bị thanh tra } ] }";
    let (_, folder) = result(UNITS, awards);
    let told = |lang: &str, unit: &str, behind: &str, before: &str| {
        let said = folder.run(&format!("run . -q --lang {lang}"));
        assert!([0, 3].contains(&said.code), "{}", said.err);
        let mut book = Opened::new(std::fs::read(folder.path(&format!("reports/don-vi/{unit}.xlsx"))).unwrap());
        let all = book.texts(if lang == "vi" { "Kết quả" } else { "Result" }).join("\n");
        let told = all.split_once(behind).unwrap().1.split_once(before).unwrap().0.trim().to_owned();
        // On a new page the table has its head again.
        let again = |head: &str| format!("\n{head}\n");
        ["Mục tiêu\nCần thêm (điểm)\nÍt nhất cần những tiêu chí nào", "Goal\nPoints needed\nFewest criteria that would do"]
            .iter()
            .fold(told, |told, head| told.replace(&again(head), "\n"))
    };
    let (vi, before) = ("Ít nhất cần những tiêu chí nào", "Giả định kết quả của các đơn vị khác");
    assert_eq!(
        told("vi", "so-b", vi, before),
        "Đạt hạng 1
4.4
Đạt điểm tối đa ở tiêu chí 1.1 (2,00), 1.3 (2,00), 2 (1,00).
Đạt xếp loại Tốt
2.7
Đạt điểm tối đa ở tiêu chí 1.1 (2,00), 1.3 (2,00).
Cờ thi đua
4.41
Kém đơn vị cuối được đề nghị (87,00%) 44,00 điểm phần trăm chỉ số. Cùng những tiêu chí của mục tiêu “Đạt hạng 1”.
Bằng khen
2.7
Chỉ số: thiếu 17,00 điểm phần trăm; điều kiện xếp loại “Tốt”. Cùng những tiêu chí của mục tiêu “Đạt xếp loại Tốt”.
Bằng vàng
4.41
Chỉ số: thiếu 17,00 điểm phần trăm; kém đơn vị cuối được đề nghị (87,00%) 44,00 điểm phần trăm chỉ số. Cùng những tiêu chí của mục tiêu “Đạt hạng 1”.
Giấy khen
Thuộc diện “có cán bộ bị kỷ luật”; số lỗi chưa khắc phục: vượt 1. Chưa đủ nếu chỉ tăng điểm.
Danh hiệu
Số lỗi chưa khắc phục: kém đơn vị cuối được đề nghị 1. Chưa xác định được số điểm cần thêm: còn phụ thuộc kết quả xét hình thức khen thưởng khác, hoặc việc xét không chỉ theo điểm.
Biểu dương
Không xét: “Đang bị thanh tra”. Chưa đủ nếu chỉ tăng điểm."
    );
    // Whoever has all that it may have reads of the one that this excludes.
    assert_eq!(told("vi", "so-a", vi, before), "Giấy khen\nĐã được đề nghị “Cờ thi đua”, không xét thêm hình thức này.");
    assert_eq!(
        told("en", "so-b", "Fewest criteria that would do", "Assumes that the results of all other units"),
        "Place 1
4.4
Full points for 1.1 (2.00), 1.3 (2.00), 2 (1.00).
Grade Tốt
2.7
Full points for 1.1 (2.00), 1.3 (2.00).
Cờ thi đua
4.41
44.00 percentage points of the index behind the last unit proposed (87.00%). By the criteria of the goal “Place 1”.
Bằng khen
2.7
Index: 17.00 percentage points short; missed: grade “Tốt”. By the criteria of the goal “Grade Tốt”.
Bằng vàng
4.41
Index: 17.00 percentage points short; 44.00 percentage points of the index behind the last unit proposed (87.00%). By the criteria of the goal “Place 1”.
Giấy khen
Flagged “có cán bộ bị kỷ luật”; open errors: 1 too much. Points alone would not be enough.
Danh hiệu
Open errors: 1 behind the last unit proposed. The points needed can't be given: they depend on the result for another award, or on more than points.
Biểu dương
Excluded: “Đang bị thanh tra”. Points alone would not be enough."
    );
    let why = folder.run("why . so-b").out.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "đã hết 1 chỉ tiêu; kém đơn vị cuối được đề nghị (87,00%) 44,00 điểm phần trăm chỉ số.",
        "đã hết 1 chỉ tiêu; số lỗi chưa khắc phục: kém đơn vị cuối được đề nghị 1.",
    ] {
        assert!(why.contains(words), "{words}: {why}");
    }
}

#[test]
fn one_place_is_no_places() {
    let awards = "  - { id: co, name: Cờ thi đua, quota: 2, conditions: [ { what: place, at_most: 1 } ] }";
    let (_, folder) = result(UNITS, awards);
    let why = folder.run("why . so-b --lang en --format json").out;
    assert!(why.contains("\"1 place too low\""), "{why}");
}

#[test]
fn a_group_that_is_named_twice_is_one_group() {
    let awards = "  - { id: co, name: Cờ thi đua, quota: 1, scope: per_group, groups: [so, so] }";
    let award = &result(UNITS, awards).0["awards"][0];
    let units: Vec<&str> = award["considered"].as_array().unwrap().iter().map(|one| one["unit"].as_str().unwrap()).collect();
    assert_eq!((award["chosen"].to_string().as_str(), units), ("[\"so-a\"]", vec!["so-a", "so-b"]));
    assert_eq!(award["quota"], 1);
}

#[test]
fn awards_of_one_name_are_told_apart_in_what_a_run_prints() {
    let awards = "  - { id: khen-1, name: Bằng khen, quota: 1 }
  - { id: khen-2, name: Bằng khen, quota: 2, conditions: [ { what: award, none_of: [khen-1] } ] }
  - { id: co, name: Cờ thi đua, quota: 1 }";
    let (_, folder) = result(UNITS, awards);
    let said = folder.run("run .");
    let printed = said.out + &said.err;
    for line in ["Bằng khen (Khối sở; 1): đề nghị 1/1", "Bằng khen (Khối sở; 2): đề nghị 1/2", "Cờ thi đua: đề nghị 1/1"]
    {
        assert!(printed.contains(line), "{line}: {printed}");
    }
}
