//! Awards that ask for what nobody can have, or for what everybody has, and lines of them that change nothing: told by `lint`.

use crate::folder::Folder;

/// Lints a campaign with an award, and gives what is told of it: code and message.
fn told(lang: &str, award: &str) -> Vec<String> {
    let folder = Folder::base();
    folder.put("campaign.yaml", campaign(award));
    linted(&folder, lang)
}

/// Gives a campaign with an award.
fn campaign(award: &str) -> String {
    format!(
        "id: thu-2026
title: Đợt thử năm 2026
year: 2026
official: accepted
previous: nam-truoc
groups:
  - {{ id: so, name: Khối sở, set: nho, grades: [ {{ name: Tốt, from: 80 }}, {{ name: Khá, from: 50 }}, {{ name: Kém, from: 0 }} ] }}
  - {{ id: xa, name: Khối xã, set: nho }}
flags: [ {{ id: sang, name: mô hình mới }}, {{ id: ky-luat, name: có cán bộ bị kỷ luật }} ]
units:
  - {{ id: so-a, name: Sở A, group: so, flags: [sang] }}
  - {{ id: so-b, name: Sở B, group: so, flags: [sang] }}
  - {{ id: so-c, name: Sở C, group: so }}
  - {{ id: xa-d, name: Xã D, group: xa }}
awards:
  - {{ id: xa, name: Của xã, groups: [xa], quota: 1 }}
  - {{ id: thu, name: Thử, {award} }}
"
    )
}

/// Lints what stands in a folder.
fn linted(folder: &Folder, lang: &str) -> Vec<String> {
    let said = folder.run(&format!("lint . --lang {lang}"));
    let codes = ["[C21", "[C289", "[C29"];
    said.out.lines().filter(|line| codes.iter().any(|code| line.contains(code))).map(str::to_owned).collect()
}

/// Checks what is told of the conditions of an award of the group so.
#[track_caller]
fn check(conditions: &str, expected: &[&str]) {
    let got = told("vi", &format!("groups: [so], quota: 1, conditions: [ {conditions} ]"));
    assert_eq!(got, expected, "{conditions}");
}

const NOBODY: &str = "cảnh báo[C292]: không đơn vị nào đạt được điều kiện này";
const EVERYBODY: &str = "cảnh báo[C293]: đơn vị nào cũng đạt điều kiện này";
const NOT_BOTH: &str = "cảnh báo[C292]: không đơn vị nào đạt được điều kiện này cùng với điều kiện thứ 1";

#[test]
fn a_condition_that_nobody_can_meet_is_told() {
    for condition in [
        "{ what: index, at_least: 101 }",
        "{ what: points, at_least: 11 }",
        "{ what: progress, at_least: 101 }",
        "{ what: over_claim_net, at_most: -11 }",
        "{ what: over_claim_positive, at_most: -1 }",
        "{ what: place, at_least: 4 }",
        "{ what: criterion_points, id: \"1.1\", at_least: 3 }",
        "{ what: flag, any_of: [ky-luat] }",
        "{ what: flag, any_of: [sang], none_of: [sang] }",
        "{ what: index, at_least: 90, at_most: 80 }",
    ] {
        check(condition, &[NOBODY]);
    }
    // Without an earlier year nobody has progress, and without a last day everybody is in time.
    let folder = Folder::base();
    let of_first_year = |condition: &str| {
        let line = format!("groups: [so], quota: 1, conditions: [ {condition} ]");
        folder.put("campaign.yaml", campaign(&line).replace("previous: nam-truoc\n", ""));
        linted(&folder, "vi")
    };
    assert_eq!(of_first_year("{ what: progress, at_least: 0 }"), [NOBODY]);
    assert_eq!(of_first_year("{ what: in_time }"), [EVERYBODY]);
    folder.edit("campaign.yaml", "official: accepted", "deadline: 2027-01-15\nofficial: accepted");
    assert_eq!(linted(&folder, "vi"), [""; 0]);
    for condition in [
        "{ what: index, at_least: 100 }",
        "{ what: points, at_least: 10 }",
        "{ what: progress, at_least: 100 }",
        "{ what: over_claim_net, at_most: -10 }",
        "{ what: place, at_least: 3 }",
        "{ what: flag, any_of: [ky-luat, sang] }",
        "{ what: grade, in: [Kém] }",
    ] {
        check(condition, &[]);
    }
}

#[test]
fn a_condition_that_everybody_meets_is_told() {
    for condition in [
        "{ what: grade, in: [Tốt, Khá, Kém] }",
        "{ what: points, at_least: 0 }",
        "{ what: index, at_most: 100 }",
        "{ what: grade, in: [Kém, Khá, Tốt] }",
        "{ what: place, at_most: 3 }",
        "{ what: points, at_most: 10 }",
        "{ what: findings, codes: [E001], at_least: 0 }",
    ] {
        check(condition, &[EVERYBODY]);
    }
    for condition in [
        "{ what: over_claim_net, at_least: -10, at_most: 10 }",
        "{ what: criterion_index, id: \"1\", at_least: 0 }",
        "{ what: criterion_points, id: \"1.1\", at_most: 2 }",
    ] {
        check(condition, &["cảnh báo[C293]: đơn vị nào có số liệu cũng đạt điều kiện này"]);
    }
    for condition in [
        "{ what: grade, in: [Tốt, Khá] }",
        // As it should be: nobody has done what excludes from it.
        "{ what: flag, none_of: [ky-luat] }",
        "{ what: over_claim_net, at_most: 9.9 }",
        "{ what: flag, none_of: [sang] }",
        "{ what: place, at_most: 2 }",
        // A unit that is compared with nothing has none.
        "{ what: progress, at_most: 100 }",
        "{ what: findings, codes: [E001] }",
    ] {
        check(condition, &[]);
    }
    // One group without grades is enough: its units meet no grade.
    assert_eq!(told("vi", "quota: 1, conditions: [ { what: grade, in: [Tốt, Khá, Kém] } ]"), [""; 0]);
}

#[test]
fn conditions_that_nobody_can_meet_together_are_told() {
    for conditions in [
        "{ what: index, at_least: 90 }, { what: index, at_most: 80 }",
        "{ what: grade, in: [Tốt] }, { what: index, at_most: 79.99 }",
        "{ what: index, at_least: 80 }, { what: grade, in: [Khá, Kém] }",
        "{ what: grade, in: [Tốt] }, { what: grade, in: [Khá] }",
        "{ what: flag, any_of: [sang] }, { what: flag, none_of: [sang] }",
    ] {
        check(conditions, &[NOT_BOTH]);
    }
    for conditions in [
        "{ what: index, at_least: 80 }, { what: index, at_most: 80 }",
        "{ what: grade, in: [Tốt] }, { what: index, at_most: 80 }",
        "{ what: index, at_least: 79.99 }, { what: grade, in: [Khá, Kém] }",
        "{ what: grade, in: [Tốt, Khá] }, { what: grade, in: [Khá, Kém] }",
        "{ what: criterion_points, id: \"1.1\", at_least: 2 }, { what: criterion_points, id: \"1.2\", at_most: 1 }",
        "{ what: findings, codes: [E001], at_least: 1 }, { what: findings, codes: [E002], at_most: 0 }",
    ] {
        check(conditions, &[]);
    }
    // Whom the award leaves out by name can't meet anything.
    let left = "excluded: [ { unit: so-a, reason: Bị kỷ luật }, { unit: so-b, reason: Bị kỷ luật } ]";
    let flagged = format!("groups: [so], quota: 1, {left}, conditions: [ {{ what: flag, any_of: [sang] }} ]");
    assert_eq!(told("vi", &flagged), [NOBODY]);
    // Any two of them can be met, by one unit or another, and all three by nobody.
    check(
        "{ what: index, at_least: 40, at_most: 85 }, { what: grade, in: [Tốt, Kém] }, { what: index, at_least: 50, at_most: 79 }",
        &["cảnh báo[C292]: không đơn vị nào đạt được điều kiện này cùng với điều kiện thứ 2"],
    );
    check(
        "{ what: grade, in: [Tốt, Khá] }, { what: grade, in: [Khá, Kém] }, { what: grade, in: [Tốt, Kém] }",
        &["cảnh báo[C292]: không đơn vị nào đạt được mọi điều kiện cùng lúc"],
    );
    let english = told("en", "groups: [so], quota: 1, conditions: [ { what: index, at_least: 90 }, { what: index, at_most: 80 } ]");
    assert_eq!(english, ["warning[C292]: no unit can meet this condition together with condition number 1"]);
}

#[test]
fn lines_of_an_award_that_change_nothing_are_told() {
    for (award, expected) in [
        (
            "groups: [so], quota: 1, conditions: [ { what: award, none_of: [xa] } ]",
            "cảnh báo[C293]: không khối nào được xét cả “xa” và hình thức khen thưởng này, nên không loại trừ được đơn vị nào",
        ),
        (
            "groups: [so], quota: 1, not_with: [xa]",
            "cảnh báo[C293]: không khối nào được xét cả “xa” và hình thức khen thưởng này, nên không loại trừ được đơn vị nào",
        ),
        (
            "groups: [so], quota: 1, excluded: [ { unit: xa-d, reason: Đang bị thanh tra } ]",
            "cảnh báo[C299]: “xa-d” thuộc khối “xa”, không được xét hình thức khen thưởng này",
        ),
        (
            "groups: [so], quota: 1, excluded: [ { unit: so-a, reason: Đang bị thanh tra }, { unit: so-a, reason: Bị kỷ luật } ]",
            "cảnh báo[C216]: “so-a” được nêu hai lần",
        ),
        ("groups: [so], quota: 1, order: [ { by: index }, { by: points }, { by: index } ]", "cảnh báo[C299]: thứ tự này đã nêu ở trên"),
        (
            "quota: 4, reserved: [ { group: xa, places: 2 } ]",
            "cảnh báo[C299]: dành riêng 2 chỉ tiêu cho khối “xa” chỉ có 1 đơn vị; chỉ tiêu còn lại xét chung",
        ),
        ("groups: [so], quota: 4", "lưu ý[C289]: có 4 chỉ tiêu cho 3 đơn vị được xét"),
        ("scope: per_group, quota: 4", "lưu ý[C289]: có 4 chỉ tiêu cho 3 đơn vị được xét"),
    ] {
        assert_eq!(told("vi", award), [expected], "{award}");
    }
    for award in [
        "quota: 4",
        "quota: 4, reserved: [ { group: xa, places: 1 }, { group: so, places: 3 } ]",
        "scope: per_group, quota: 3",
        "groups: [so], quota: 100%",
        "quota: 1, not_with: [xa]",
        "quota: 1, excluded: [ { unit: xa-d, reason: Đang bị thanh tra } ]",
        "groups: [so], quota: 1, order: [ { by: criterion_points, id: \"1\" }, { by: criterion_points, id: \"2\" } ]",
    ] {
        assert_eq!(told("vi", award), [""; 0], "{award}");
    }
}

#[test]
fn criteria_of_two_sets_are_asked_of_nobody_at_once() {
    let folder = Folder::base();
    let other = folder.text("criteria/nho/set.yaml").replace("set: nho", "set: khac").replace("id: \"3\"", "id: \"4\"");
    folder.put("criteria/khac/set.yaml", other);
    let both =
        "quota: 1, conditions: [ { what: criterion_points, id: \"3\", at_least: 1 }, { what: criterion_points, id: \"4\", at_least: 1 } ]";
    folder.put("campaign.yaml", campaign(both).replace("name: Khối xã, set: nho", "name: Khối xã, set: khac"));
    let (warned, rest): (Vec<String>, Vec<String>) = linted(&folder, "vi").into_iter().partition(|told| told.contains("[C296]"));
    assert_eq!((warned.len(), rest), (2, vec![NOT_BOTH.to_owned()]));
    // What isn't there at all is told once, and asked of nobody.
    folder.put("campaign.yaml", campaign("groups: [so], quota: 1, conditions: [ { what: criterion_points, id: \"9\", at_least: 1 } ]"));
    assert_eq!(linted(&folder, "vi"), ["lỗi[C291]: không khối nào có tiêu chí “9”"]);
}

#[test]
fn an_index_may_be_asked_to_pass_100_where_the_set_lets_it() {
    let folder = Folder::base();
    let award = |line: &str| {
        folder.put("campaign.yaml", campaign(&format!("groups: [so], quota: 1, {line}")));
        linted(&folder, "vi")
    };
    let old = |line: &str| award(line).into_iter().filter(|told| !told.contains("[C290]")).collect::<Vec<_>>();
    assert_eq!(old("least_index: 105"), ["lỗi[C213]: ngưỡng chỉ số 105 ngoài khoảng 0–100"]);
    assert_eq!(award("conditions: [ { what: index, at_least: 105 } ]"), [NOBODY]);
    folder.edit("criteria/nho/set.yaml", "total: 10", "total: 10\nmay_pass_100: true");
    assert_eq!(old("least_index: 105"), [""; 0]);
    let graded = folder.text("campaign.yaml").replace("from: 80", "from: 104");
    folder.put("campaign.yaml", graded);
    assert_eq!(linted(&folder, "vi"), ["cảnh báo[C290]: “least_index” nay viết ở conditions: “- { what: index, at_least: 105 }”"]);
    assert_eq!(old("least_index: -1"), ["lỗi[C213]: ngưỡng chỉ số -1 dưới 0"]);
    for condition in ["index, at_least: 105", "points, at_least: 11", "progress, at_least: 101"] {
        assert_eq!(award(&format!("conditions: [ {{ what: {condition} }} ]")), [""; 0], "{condition}");
    }
}

#[test]
fn a_tie_break_by_what_nobody_can_have_is_told() {
    let on = |tie_breaks: &str, more: &str| {
        let folder = Folder::base();
        let text = campaign("groups: [so], quota: 1").replace("previous: nam-truoc\n", more);
        let tied = format!("set: nho, tie_breaks: {tie_breaks}, grades");
        folder.put("campaign.yaml", text.replacen("set: nho, grades", &tied, 1));
        linted(&folder, "vi")
    };
    let progress = "cảnh báo[C299]: đợt không khai previous nên không đơn vị nào có mức tăng so với năm trước";
    assert_eq!(on("[ { by: progress } ]", ""), [progress]);
    assert_eq!(on("[ { by: progress } ]", "previous: nam-truoc\n"), [""; 0]);
    // So is an award's order.
    let ordered = |more: &str| {
        let folder = Folder::base();
        let text = campaign("groups: [so], quota: 1, order: [ { by: index }, { by: progress } ]");
        folder.put("campaign.yaml", text.replace("previous: nam-truoc\n", more));
        linted(&folder, "vi")
    };
    assert_eq!(ordered(""), [progress]);
    assert_eq!(ordered("previous: nam-truoc\n"), [""; 0]);
    let seventh = "cảnh báo[C299]: đợt không khai thẩm định lần 7 ở rounds và không lấy lần này làm chính thức; chưa có điểm thì không phân định được";
    assert_eq!(on("[ { by: stage, stage: appraised_7 } ]", ""), [seventh]);
    assert_eq!(on("[ { by: stage, stage: appraised_2 } ]", ""), [""; 0]);
    let rounds = "rounds: [ { id: 1 }, { id: 7 } ]\n";
    assert_eq!(on("[ { by: stage, stage: appraised_7 } ]", rounds), [""; 0]);
}
