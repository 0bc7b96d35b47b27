//! Worked examples of ranking and awards: what `award-cases.yaml` may say, what is told where it comes out otherwise, and
//! that the examples that ship hold.

use crate::folder::{Folder, Said, copy, run};

use std::path::Path;

/// Campaign that the cases below are about: two groups, tie-breaks, grades, four awards.
const CAMPAIGN: &str = r#"
id: thu-2026
title: Đợt thử năm 2026
year: 2026
deadline: 2027-01-15
official: appraised_1
severities: [ { finding: P001, severity: error } ]
groups:
  - { id: so, name: Khối sở, set: nho, grades: [ { name: Tốt, from: 80 }, { name: Khá, from: 0 } ], tie_breaks: ["1", { by: stage, stage: accepted }, { by: survey }, { by: open_errors }, { by: progress }] }
  - { id: xa, name: Khối xã, set: nho }
flags: [ { id: ky-luat, name: có người bị kỷ luật }, { id: moi, name: có mô hình mới } ]
units:
  - { id: so-a, name: Sở A, group: so, flags: [ky-luat] }
  - { id: so-b, name: Sở B, group: so }
  - { id: xa-c, name: Xã C, group: xa }
awards:
  - { id: co, name: Cờ thi đua, quota: 1, conditions: [ { what: index, at_least: 90 }, { what: flag, none_of: [ky-luat] }, { what: in_time }, { what: appraisal_final } ] }
  - { id: bang, name: Bằng khen, groups: [so], quota: 1, conditions: [ { what: award, none_of: [co] }, { what: criterion_points, id: "1", at_least: 1 }, { what: not_zero, ids: ["1"] }, { what: over_claim_net, at_most: 1 }, { what: over_claim_positive, at_most: 2 }, { what: open_errors, at_most: 1 }, { what: findings, codes: [E010] } ] }
  - { id: tien-bo, name: Tiến bộ, groups: [so], quota: 1, order: [ { by: progress } ], provisional: allowed, excluded: [ { unit: so-b, reason: Không xét } ] }
  - { id: diem, name: Theo điểm, groups: [so], quota: 1, conditions: [ { what: points, at_least: 4 }, { what: criterion_index, id: "1.1", at_least: 50 }, { what: grade, in: [Tốt] } ] }
"#;

/// Runs `lint` on a campaign with these cases.
fn lint(cases: &str) -> Said {
    let folder = Folder::base();
    folder.put("campaign.yaml", CAMPAIGN).put("award-cases.yaml", cases);
    folder.run("lint .")
}

/// Gives the findings of the cases as lines.
fn told(said: &Said) -> Vec<&str> {
    said.out.lines().filter(|line| line.contains("[C37") || line.contains("[C00")).collect()
}

/// Checks one case with these units: all of what it expects holds.
#[track_caller]
fn holds(units: &str, expect: &str) {
    let said = lint(&case(units, expect));
    assert_eq!(told(&said), [""; 0], "{}", said.out);
    assert!(said.err.contains("ví dụ đúng: 1/1"), "{}", said.err);
}

/// Checks one case with these units: it comes out otherwise, in these words.
#[track_caller]
fn fails(units: &str, expect: &str, words: &[&str]) {
    let said = lint(&case(units, expect));
    let expected: Vec<String> = words.iter().map(|words| format!("lỗi[C370]: “Một câu”: {words}")).collect();
    assert_eq!(told(&said), expected, "{}", said.out);
    assert!(said.err.contains("ví dụ đúng: 0/1"), "{}", said.err);
    assert_eq!(said.code, 3);
}

fn case(units: &str, expect: &str) -> String {
    let units = units.lines().map(|unit| format!("    - {{ {} }}", unit.trim())).collect::<Vec<_>>().join("\n");
    format!("- text: Một câu\n  units:\n{units}\n  expect: {{ {expect} }}\n")
}

#[test]
fn units_are_ranked_by_the_tie_breaks_of_their_group_in_turn() {
    let equal = "criteria: { \"1\": 2 }, stages: { accepted: 4 }, survey: 1";
    let units = format!(
        "id: so-a, index: 80, criteria: {{ \"1\": 2.5 }}\nid: so-b, index: 80, criteria: {{ \"1\": 2 }}, stages: {{ accepted: 4.5 }}\n\
         id: x, group: so, index: 80, criteria: {{ \"1\": 2 }}, stages: {{ accepted: 4 }}, survey: 1.5\nid: y, group: so, index: 80, {equal}\n\
         id: z, group: so, index: 80, {equal}, findings: [E001], progress: 2\nid: u, group: so, index: 80, {equal}, findings: [P001], progress: 1\n\
         id: v, group: so, index: 80, {equal}, findings: [E001]\nid: xa-c, index: 80\nid: t, group: xa, index: 80"
    );
    holds(&units, "places: { so-a: 1, so-b: 2, x: 3, y: 4, z: 5, u: 6, v: 7, xa-c: 1, t: 1 }, tied: [t, xa-c], unplaced: []");
    // Points out of a maximum are an index like any other.
    holds("id: so-a, points: 4, max: 5\nid: so-b, index: 80", "places: { so-a: 1, so-b: 1 }, grades: { so-a: Tốt }");
}

#[test]
fn what_stands_against_a_unit_is_named() {
    let a = "id: so-a, index: 95, criteria: { \"1\": 2 }";
    holds(a, "awards: { co: { chosen: [], missed: { so-a: [flag] } }, bang: { chosen: [so-a] } }");
    // Flags of the campaign's unit stand unless the case says otherwise.
    let free = format!("{a}, flags: []");
    holds(&free, "awards: { co: { chosen: [so-a], missed: {} }, bang: { missed: { so-a: [award] } } }");
    for (more, missed) in [
        ("days_late: 1", "in_time"),
        ("appraisal_final: false", "appraisal_final"),
        ("provisional: true", "provisional"),
        ("ranked: false", "unranked"),
        ("flags: [ky-luat, moi], index: 89.99", "index, flag"),
    ] {
        let unit = format!("id: so-a, criteria: {{ \"1\": 2 }}, {more}");
        let unit = if more.contains("index") { unit } else { format!("{unit}, index: 95, flags: [moi]") };
        holds(&unit, &format!("awards: {{ co: {{ chosen: [], missed: {{ so-a: [{missed}] }} }} }}"));
    }
    let b = "id: so-b, index: 60, criteria: { \"1\": 2 }";
    for (more, missed) in [
        ("over_claim_net: 1.5", "over_claim_net"),
        ("over_claim_positive: 2.01", "over_claim_positive"),
        ("findings: [E001, P001]", "open_errors"),
        ("findings: [E010]", "findings"),
    ] {
        holds(&format!("{b}, {more}"), &format!("awards: {{ bang: {{ chosen: [], missed: {{ so-b: [{missed}] }} }} }}"));
    }
    holds("id: so-b, index: 60", "awards: { bang: { missed: { so-b: [criterion_points 1, not_zero] } } }");
    holds("id: so-b, submitted: false", "awards: { bang: { missed: { so-b: [not_submitted] } } }, unplaced: [so-b]");
    // An index of the criterion's maximum, and points out of the total of the set.
    holds("id: so-b, index: 95, criteria: { \"1.1\": 0.99 }", "awards: { diem: { chosen: [], missed: { so-b: [criterion_index 1.1] } } }");
    holds("id: so-b, index: 95, criteria: { \"1.1\": 1 }", "awards: { diem: { chosen: [so-b] } }");
    holds("id: so-b, index: 39", "awards: { diem: { missed: { so-b: [points, criterion_index 1.1, grade] } } }");
    let progress = "id: so-a, index: 50, progress: 3, provisional: true\nid: so-b, index: 99, progress: 9\nid: x, group: so, index: 70";
    holds(progress, "awards: { tien-bo: { chosen: [so-a], missed: { so-b: [excluded], x: [quota] } } }");
    let edge = "id: x, group: so, index: 95\nid: xa-c, index: 95";
    holds(edge, "awards: { co: { chosen: [], tied_at_edge: [xa-c, x], missed: { x: [edge] } } }");
}

#[test]
fn what_comes_out_otherwise_is_told_with_both() {
    let two = "id: so-a, index: 85\nid: so-b, index: 80";
    fails(two, "places: { so-a: 2 }", &["“so-a” xếp hạng 1, ví dụ ghi 2"]);
    fails("id: so-a, index: 85, ranked: false", "places: { so-a: 1 }", &["“so-a” không có hạng, ví dụ ghi 1"]);
    fails(two, "tied: [so-a, so-b]", &["đồng hạng [], ví dụ ghi [so-a, so-b]"]);
    fails(two, "unplaced: [so-b]", &["không có hạng [], ví dụ ghi [so-b]"]);
    fails(two, "grades: { so-b: Khá }", &["“so-b” xếp loại “Tốt”, ví dụ ghi “Khá”"]);
    fails(two, "awards: { diem: { chosen: [so-a] } }", &["“diem” đề nghị [], ví dụ ghi [so-a]"]);
    let three = "id: so-b, index: 95\nid: xa-c, index: 95";
    // A tie at the edge is no detail to be passed over.
    fails(three, "awards: { co: { chosen: [] } }", &["“co” bằng nhau ở vị trí cuối của chỉ tiêu [so-b, xa-c], ví dụ ghi []"]);
    fails(two, "awards: { co: { missed: { so-a: [index] } } }", &["“co” không đề nghị “so-a” vì [flag, index], ví dụ ghi [index]"]);
    fails(
        "id: so-b, index: 95",
        "awards: { co: { missed: { so-b: [index] } } }",
        &["“co” đề nghị “so-b”, ví dụ ghi không đề nghị vì [index]"],
    );
    let said = lint(&case(two, "awards: { co: { chosen: [so-a] } }"));
    let reason = "Chương trình xét: “so-a”: Xếp hạng 1/2 khối sở, chỉ số 85,00%. Không đạt điều kiện chỉ số từ 90% trở lên: 85,00%, thiếu 5,00 điểm phần trăm.";
    assert!(said.out.contains(reason), "{}", said.out);
}

/// A case that isn't understood is told, and not worked out; nothing of it is guessed.
#[test]
fn what_a_case_does_not_say_is_asked() {
    let said = lint(&case("id: x, index: 80", "tied: []"));
    assert_eq!(told(&said), ["lỗi[C372]: “x” không ghi khối, đợt có nhiều khối: so, xa"]);
    let said = lint(&case("id: xa-c, index: 80", "awards: { bang: { missed: { xa-c: [grade] } } }"));
    assert_eq!(told(&said), ["lỗi[C371]: khối “xa” không được xét “bang”", "lỗi[C371]: “bang” không có điều kiện “grade”"]);
    let said = lint("- text: Thiếu bảng\n  expect: { tied: [] }\n");
    assert_eq!(told(&said), ["lỗi[C004]: thiếu khóa “units”"]);
    assert!(!said.err.contains("ví dụ đúng: 1/"), "{}", said.err);
}

#[test]
fn the_cases_of_the_samples_hold() {
    for (sample, cases) in [("long-an-2018", 5), ("minh-giang-2025", 3)] {
        let folder = Folder::empty();
        copy(Path::new("criteria"), &folder.path("criteria"));
        for file in ["campaign.yaml", "award-cases.yaml"] {
            folder.put(&format!("samples/{sample}/{file}"), std::fs::read(format!("samples/{sample}/{file}")).unwrap());
        }
        copy(&Path::new("samples").join(sample).join("nam-truoc"), &folder.path(&format!("samples/{sample}/nam-truoc")));
        // Without the cases of the sets, which have a test of their own.
        for set in std::fs::read_dir(folder.path("criteria")).unwrap() {
            let _ = std::fs::remove_file(set.unwrap().path().join("cases.yaml"));
        }
        let said = folder.run(&format!("lint samples/{sample}/award-cases.yaml"));
        assert!(said.err.contains(&format!("ví dụ đúng: {cases}/{cases}")), "{}{}", said.out, said.err);
        assert_eq!(told(&said), [""; 0]);
    }
}

/// A new campaign carries an example among its remarks; without the marks it is read and holds.
#[test]
fn the_example_of_a_new_campaign_holds() {
    for sets in ["", " --set mau-so-nganh-2025 --set mau-xa-phuong-2025"] {
        let folder = Folder::empty();
        assert_eq!(folder.run(&format!("init dot{sets}")).code, 0);
        let campaign = folder.text("dot/campaign.yaml");
        let lines = campaign.lines().skip_while(|line| !line.starts_with("# - text:")).take_while(|line| line.starts_with('#'));
        let cases = lines.map(|line| line.strip_prefix("# ").unwrap()).collect::<Vec<_>>().join("\n");
        folder.put("dot/award-cases.yaml", &cases);
        for set in std::fs::read_dir(folder.path("dot/criteria")).unwrap() {
            let _ = std::fs::remove_file(set.unwrap().path().join("cases.yaml"));
        }
        let said = folder.run("lint dot");
        assert!(said.err.contains("ví dụ đúng: 1/1"), "{cases}{}{}", said.out, said.err);
    }
}

#[test]
fn cases_are_told_in_english_too() {
    let folder = Folder::base();
    folder.put("campaign.yaml", CAMPAIGN).put("award-cases.yaml", case("id: so-a, index: 85\nid: so-b, index: 80", "places: { so-a: 2 }"));
    let said = run(&folder.path(""), "lint . --lang en");
    assert!(said.out.contains("error[C370]: “Một câu”: “so-a” takes place 1, the case says 2"), "{}", said.out);
    assert!(said.err.contains("; cases that held: 0 of 1"), "{}", said.err);
}
