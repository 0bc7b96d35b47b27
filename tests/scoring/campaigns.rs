//! Small campaigns in which one rule of scoring decides, with forms that were filled in beforehand: each as it was sent, and
//! beside it relatives that change one thing.

use std::path::Path;

use serde_json::Value;

use crate::folder::Folder;

/// Change of a file: which, from what, to what. From nothing: the whole file.
type Change = (&'static str, &'static str, &'static str);

/// Copies a campaign, and changes it.
fn campaign(name: &str, changes: &[Change]) -> Folder {
    let folder = Folder::empty();
    folder.overlay(&Path::new("tests/fixtures/scoring").join(name));
    for (file, from, to) in changes {
        if from.is_empty() {
            folder.put(file, to);
        } else {
            folder.edit(file, from, to);
        }
    }
    folder
}

/// Runs a campaign, and reads its result.
fn result(folder: &Folder) -> Value {
    let said = folder.run("run . -q");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    serde_json::from_str(&folder.text("reports/result.json")).unwrap()
}

/// Says where each unit stands, and which of these codes were found on it: `u2 1= 7.00/9.00 77.78 A004`.
fn stands(result: &Value, codes: &[&str]) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    let groups = result["groups"].as_array().unwrap().iter();
    groups
        .flat_map(|group| group["units"].as_array().unwrap())
        .map(|unit| {
            let place = unit["place"].as_u64().map_or_else(|| text(&unit["status"]), |place| place.to_string());
            let tied = if unit["tied"] == true { "=" } else { "" };
            let provisional = if unit["provisional"] == true { "?" } else { "" };
            let (points, max, index) = (text(&unit["points"]), text(&unit["applicable_max"]), text(&unit["index"]));
            let of_unit = |finding: &&Value| finding["unit"] == unit["id"] && codes.iter().any(|code| finding["code"] == **code);
            let found = result["findings"].as_array().unwrap().iter().filter(of_unit).map(|finding| format!(" {}", text(&finding["code"])));
            format!("{} {place}{tied}{provisional} {points}/{max} {index}{}", text(&unit["id"]), found.collect::<String>())
        })
        .collect()
}

/// Checks where the units of a campaign and its relatives stand.
fn check(name: &str, codes: &[&str], lines: &[(&str, &[Change], &[&str])]) {
    assert!(lines.len() > 3, "{name} has three relatives");
    for (what, changes, expected) in lines {
        assert_eq!(stands(&result(&campaign(name, changes)), codes), *expected, "{name}: {what}");
    }
}

#[test]
fn more_points_from_the_council_never_lower_the_index() {
    let table = "appraisal/t.csv";
    let applies = "Đơn vị;Tiêu chí;Điểm;Áp dụng\nu1;2;6;\nu2;2;6;\nu3;2;6;\nu1;1;1;\nu2;1;1,25;\nu2;1/p2;;có\n";
    let refused = &["u1 1= 7.00/9.00 77.78", "u2 1= 7.00/9.00 77.78 A004", "u3 1= 7.00/9.00 77.78"];
    check(
        "lowered-maximum",
        &["A004"],
        &[
            ("1.25 of a maximum of which 1 is left", &[], refused),
            ("hardly more than is left", &[(table, "1,25", "1,01")], refused),
            ("more than the whole maximum", &[(table, "1,25", "2,5")], refused),
            ("in range", &[(table, "1,25", "0,5")], &["u1 1= 7.00/9.00 77.78", "u3 1= 7.00/9.00 77.78", "u2 3 6.50/9.00 72.22"]),
            ("the part given back", &[(table, "", applies)], &["u1 1= 7.00/9.00 77.78", "u3 1= 7.00/9.00 77.78", "u2 3 7.25/10.00 72.50"]),
        ],
    );
}

#[test]
fn claimed_totals_add_what_was_typed() {
    let file = "campaign.yaml";
    let set = "criteria/s/set.yaml";
    check(
        "claimed-totals",
        &[],
        &[
            ("as typed", &[], &["u3 1 2.04/3.00 68.00", "u1 2 2.01/3.00 67.00", "u2 3 1.98/3.00 66.00"]),
            (
                "computed",
                &[(file, "official: claimed", "official: computed")],
                &["u1 1= 2.00/3.00 66.67", "u2 1= 2.00/3.00 66.67", "u3 1= 2.00/3.00 66.67"],
            ),
            (
                "accepted: equal as printed is equal",
                &[(file, "official: claimed", "official: accepted")],
                &["u1 1= 2.00/3.00 66.67", "u3 1= 2.00/3.00 66.67", "u2 3 1.98/3.00 66.00"],
            ),
            (
                "rounded at leaf",
                &[(set, "total: 3", "total: 3\nrounding: { at: leaf, decimals: 2 }")],
                &["u3 1 2.04/3.00 68.00", "u1 2 2.01/3.00 67.00", "u2 3 1.98/3.00 66.00"],
            ),
        ],
    );
    let claimed = result(&campaign("claimed-totals", &[]))["groups"][0]["units"][1]["stages"]["claimed"].clone();
    assert_eq!(claimed, "2.01");
}

#[test]
fn a_blank_figure_takes_no_penalty_away() {
    let (file, set) = ("campaign.yaml", "criteria/s/set.yaml");
    let penalty = "id: T2, sign: penalty,";
    check(
        "blank-penalty",
        &["P033", "P034"],
        &[
            ("asked", &[], &["u2 1 9.13/10.00 91.30", "u3 2? 8.75/10.00 87.50 P033", "u1 3 7.25/10.00 72.50", "u4 4 5.75/10.00 57.50"]),
            (
                "no penalty where blank",
                &[(set, penalty, "id: T2, when_blank: none, sign: penalty,")],
                &["u2 1 9.13/10.00 91.30", "u3 2 8.75/10.00 87.50 P034", "u1 3 7.25/10.00 72.50", "u4 4 5.75/10.00 57.50"],
            ),
            (
                "all of it where blank",
                &[(set, penalty, "id: T2, when_blank: full, sign: penalty,")],
                &["u2 1 9.13/10.00 91.30", "u1 2 7.25/10.00 72.50", "u3 3= 5.75/10.00 57.50 P034", "u4 3= 5.75/10.00 57.50"],
            ),
            (
                "the council's points",
                &[(file, "official: accepted", "official: appraised_1"), ("appraisal/t.csv", "", "Đơn vị;Tiêu chí;Điểm\nu3;T2;1\n")],
                &["u2 1 9.13/10.00 91.30", "u3 2 7.75/10.00 77.50", "u1 3 7.25/10.00 72.50", "u4 4 5.75/10.00 57.50"],
            ),
        ],
    );
}

#[test]
fn fewer_decimals_than_a_maximum_has() {
    let lint = |name: &str, changes: &[Change]| {
        let said = campaign(name, changes).run("lint . --format json");
        let found: Value = serde_json::from_str(&said.out).unwrap();
        let of = |finding: &Value| format!("{} {}", finding["code"].as_str().unwrap(), finding["severity"].as_str().unwrap());
        let mut found: Vec<String> = found["findings"].as_array().unwrap().iter().map(of).filter(|one| !one.starts_with("C01")).collect();
        found.sort();
        found.dedup();
        found
    };
    let (file, leaf, print) = ("campaign.yaml", "decimals-at-leaf", "decimals-in-print");
    let set = "criteria/s/set.yaml";
    assert_eq!(lint(leaf, &[]), ["C226 error"], "a group, at leaf");
    assert_eq!(lint(leaf, &[(file, ", decimals: 1", "")]), [""; 0], "as many as the set has");
    assert_eq!(lint(leaf, &[(file, ", decimals: 1", ""), (set, "decimals: 2", "decimals: 1")]), ["C029 error"], "the set, at leaf");
    assert_eq!(lint(leaf, &[(set, "at: leaf", "at: print")]), ["C227 warning"], "a group, for print");
    assert_eq!(lint(print, &[]), ["C045 warning"], "the set, for print");
    assert_eq!(lint(print, &[(set, "decimals: 1", "decimals: 2")]), [""; 0]);
    // What is printed as the maximum is the maximum.
    let silent = ["u2 not_submitted –/1.0 –", "u3 not_submitted –/1.0 –"];
    check(
        print,
        &["P011"],
        &[
            ("0.8 is 0.75", &[], &["u1 1 1.0/1.0 100.0", silent[0], silent[1]]),
            ("claims count", &[(file, "official: accepted", "official: claimed")], &["u1 1 1.0/1.0 100.0", silent[0], silent[1]]),
            ("figures count", &[(file, "official: accepted", "official: computed")], &["u1 1 1.0/1.0 100.0", silent[0], silent[1]]),
            (
                "with two decimals it is too much",
                &[(set, "decimals: 1", "decimals: 2")],
                &["u1 1 1.00/1.00 100.00 P011", "u2 not_submitted –/1.00 –", "u3 not_submitted –/1.00 –"],
            ),
        ],
    );
}

#[test]
fn nothing_to_compare_is_what_the_set_says() {
    let (file, set) = ("campaign.yaml", "criteria/s/set.yaml");
    let when = "when_nothing: not_applicable";
    let first = |changes: &[Change]| {
        let result = result(&campaign("nothing-to-compare", changes));
        let stands = stands(&result, &["A020", "A004", "S032"]);
        stands.into_iter().find(|line| line.starts_with("u1")).unwrap()
    };
    for (what, changes, expected) in [
        ("does not apply", vec![], "u1 1 6.00/6.00 100.00"),
        ("the maximum", vec![(set, when, "when_nothing: full")], "u1 1 10.00/10.00 100.00"),
        ("nothing", vec![(set, when, "when_nothing: zero")], "u1 4 8.00/10.00 80.00"),
        ("does not apply, accepted", vec![(file, "official: claimed", "official: accepted")], "u1 1 6.00/6.00 100.00"),
    ] {
        assert_eq!(first(&changes), expected, "{what}");
    }
    // A penalty of a round that does not count yet is told, and not taken.
    let result = result(&campaign("nothing-to-compare", &[]));
    let fourth = stands(&result, &["A020"]).into_iter().find(|line| line.starts_with("u4")).unwrap();
    assert_eq!(fourth, "u4 2= 10.00/10.00 100.00 A020");
}

#[test]
fn points_of_a_round_beyond_the_official_stage_are_told() {
    let (file, table) = ("campaign.yaml", "appraisal/t.csv");
    let others = ["g3 1= 4.00/5.00 80.00", "g2 3 6.00/10.00 60.00", "h1 1 8.00/10.00 80.00", "h2 2 6.00/10.00 60.00"];
    check(
        "round-beyond",
        &["A020"],
        &[
            ("round 2", &[], &["g1 1= 8.00/10.00 80.00 A020", others[0], others[1], others[2], others[3]]),
            (
                "round 3",
                &[(table, "g1;1;1;2\ng1;2;1;2", "g1;1;1;3\ng1;2;1;3")],
                &["g1 1= 8.00/10.00 80.00 A020", others[0], others[1], others[2], others[3]],
            ),
            ("both", &[(table, "g1;2;1;2", "g1;2;1;3")], &["g1 1= 8.00/10.00 80.00 A020 A020", others[0], others[1], others[2], others[3]]),
            (
                "round 2 is official",
                &[(file, "official: appraised_1", "official: appraised_2")],
                &["g3 1 4.00/5.00 80.00", "g2 2 6.00/10.00 60.00", "g1 3 2.00/10.00 20.00", others[2], others[3]],
            ),
        ],
    );
}

#[test]
fn nobody_ties_with_one_behind_in_the_own_group() {
    let (file, table) = ("campaign.yaml", "appraisal/t.csv");
    let awards = |changes: &[Change]| -> Vec<String> {
        let result = result(&campaign("ties-over-groups", changes));
        let ids = |list: &Value| list.as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect::<Vec<_>>().join(",");
        let awards = result["awards"].as_array().unwrap().iter();
        awards.map(|award| format!("{} {}|{}", award["id"].as_str().unwrap(), ids(&award["chosen"]), ids(&award["tied_at_edge"]))).collect()
    };
    for (what, changes, expected) in [
        ("a tie-break in one group", vec![], ["A |g1,h1", "B g1|", "C g2,h1|", "D g1,h1|"]),
        ("no tie-break", vec![(file, ", tie_breaks: [\"1\"]", "")], ["A |g1,g2,g3,h1", "B |g1,g2,g3", "C |g1,g2,g3,h1", "D g1,g2,g3,h1|"]),
        (
            "room for both",
            vec![(file, "name: Danh hiệu A, quota: 1", "name: Danh hiệu A, quota: 2")],
            ["A g1,h1|", "B g1|", "C g2,g3|", "D g1,h1|"],
        ),
        ("the other group ahead", vec![(table, "h1;2;3", "h1;2;4")], ["A h1|", "B g1|", "C g2,g3|", "D h1,g1|"]),
    ] {
        let seen = awards(&changes);
        assert_eq!(seen, expected, "{what}");
    }
}

#[test]
fn a_figure_that_can_not_be_keeps_no_points_without_evidence() {
    let set = "criteria/bo-thu/set.yaml";
    let rule =
        "{ steps: { of: ty_le, steps: [ { above: 90%, points: 2 }, { from: 70%, up_to: 90%, points: 1 }, { below: 70%, points: 0 } ] } }";
    let both: &[&str] = &["a 1= 0.00/2.00 0.00 E001", "b 1= 0.00/2.00 0.00 E001 P004"];
    check(
        "over-100",
        &["E001", "P004"],
        &[
            ("steps", &[], both),
            ("ratio", &[(set, rule, "{ ratio: { of: ty_le } }")], both),
            ("interpolate", &[(set, rule, "{ interpolate: { of: ty_le, zero_at: 50%, full_at: 90% } }")], both),
            ("formula", &[(set, rule, "{ formula: { is: \"min(ty_le / 50, 2)\" } }")], both),
        ],
    );
}

#[test]
fn the_order_of_units_and_files_changes_nothing() {
    for name in ["blank-penalty", "claimed-totals", "nothing-to-compare", "lowered-maximum"] {
        let sorted = |folder: &Folder| {
            let mut stands = stands(&result(folder), &["P033", "A020", "A004", "E001"]);
            stands.sort();
            stands
        };
        let straight = sorted(&campaign(name, &[]));
        let folder = campaign(name, &[]);
        // Files in the other order, and units.
        for (n, unit) in ["u1", "u2", "u3"].iter().enumerate() {
            std::fs::rename(folder.path(&format!("submissions/{unit}.xlsx")), folder.path(&format!("submissions/{}.xlsx", 9 - n))).unwrap();
        }
        let text = folder.text("campaign.yaml");
        let (head, units) = text.split_once("units:\n").unwrap();
        let units: Vec<&str> = units.lines().filter(|line| line.starts_with("  - ")).rev().collect();
        folder.put("campaign.yaml", format!("{head}units:\n{}\n", units.join("\n")));
        assert_eq!(sorted(&folder), straight, "{name}");
    }
}
