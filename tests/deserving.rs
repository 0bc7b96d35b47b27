//! Conditions and order of awards, from `campaign.yaml` to `result.json` and the page of `why`.

use serde_json::Value;

use crate::folder::Folder;

/// A campaign of two units with an award; what is given stands behind the units.
fn result(units: &str, awards: &str) -> (Value, Folder) {
    let folder = Folder::base();
    let forms = folder.text("forms.yaml").replace("{ ty_le: \"70\" }, claimed: \"1.4\"", "{ ty_le: \"0\" }, claimed: \"0\"");
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
        ("{ what: index, at_least: 60 }", "87.00 >= 60 met", "53.00 >= 60 missed thiếu 7,00% chỉ số"),
        ("{ what: points, at_most: 8 }", "8.70 <= 8 missed vượt 0,70 tổng điểm", "5.30 <= 8 met"),
        ("{ what: place, at_most: 1 }", "1 <= 1 met", "2 <= 1 missed vượt 1 hạng trong khối"),
        ("{ what: criterion_points, id: \"1.2\", at_least: 1.7 }", "1.80 >= 1.7 met", "1.60 >= 1.7 missed thiếu 0,10 điểm tiêu chí 1.2"),
        ("{ what: criterion_index, id: \"1\", at_least: 60 }", "90.00 >= 60 met", "43.33 >= 60 missed thiếu 16,67% chỉ số tiêu chí 1"),
        ("{ what: grade, in: [Tốt] }", "Tốt Tốt met", "Khá Tốt missed điều kiện xếp loại “Tốt”"),
        (
            "{ what: not_zero, ids: [\"1.1\", \"1.3\"] }",
            "1.1: 2.00; 1.3: 1.60 > 0 met",
            "1.1: 1.00; 1.3: 0.00 > 0 missed điều kiện không bị 0 điểm ở tiêu chí 1.1, 1.3",
        ),
        (
            "{ what: flag, none_of: [ky-luat] }",
            "– none of ky-luat met",
            "ky-luat none of ky-luat missed điều kiện không thuộc diện “có cán bộ bị kỷ luật”",
        ),
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
            "– >= 0 missed điều kiện mức tăng chỉ số so với năm trước (điểm phần trăm) từ 0 trở lên",
            "– >= 0 missed điều kiện mức tăng chỉ số so với năm trước (điểm phần trăm) từ 0 trở lên",
        ),
    ] {
        assert_eq!(weighed(condition), [a, b], "{condition}");
    }
}
