//! `what-if` and `diff`: what changes would move, and which input moved what.

use serde_json::{Value, json};

use crate::folder::{Folder, Said};

/// Makes the small campaign with an award: A has 8.7 points of 10, of which 3.3 are the council's and the survey's, B 6.7 and 2.7.
fn campaign() -> Folder {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nawards: [ { id: co, name: Cờ thi đua, quota: 1 } ]");
    folder
}

/// Tries changes out.
fn what_if(folder: &Folder, changes: &str) -> Value {
    folder.put("thu.yaml", changes);
    let Said { code, out, err } = folder.run("what-if . thu.yaml --format json");
    assert_eq!(code, 0, "{out}{err}");
    serde_json::from_str(&out).unwrap()
}

/// Says what moved, a line each.
fn lines(moved: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    let line = |one: &Value| {
        let id = one["id"].as_str().map(|id| format!(" {id}")).unwrap_or_default();
        format!("{} {}{id} {} {}", text(&one["unit"]), text(&one["what"]), text(&one["from"]), text(&one["to"]))
    };
    moved["moved"].as_array().unwrap().iter().map(line).collect()
}

const MAXIMA: &str = "sets: { nho: { criteria: { \"1.2\": { max: 3 }, \"1.3\": { max: 1 } } } }";

#[test]
fn changed_maxima_move_what_they_should_and_nothing_else() {
    let moved = what_if(&campaign(), MAXIMA);
    // Claims of 1.2 stand as they were typed; those of 1.3 are over the new maximum, so that what is computed counts.
    let expected = [
        "so-a points 8.70 7.90",
        "so-a index 87.00 79.00",
        "so-a points 1.3 1.60 0.80",
        "so-b points 6.70 6.00",
        "so-b index 67.00 60.00",
        "so-b points 1.3 1.40 0.70",
    ];
    assert_eq!(lines(&moved), expected);
    let because = json!([{ "file": "thu.yaml", "sheet": null, "cell": null, "criterion": "1.3", "from": "2", "to": "1" }]);
    assert_eq!(moved["moved"][2]["because"], because);
}

#[test]
fn changes_are_what_the_set_edited_by_hand_would_come_to() {
    let folder = campaign();
    let tried = what_if(&folder, MAXIMA);
    assert!([0, 3].contains(&folder.run("run . --out a -q").code));
    let set = folder.text("criteria/nho/set.yaml");
    let set = set.replacen("name: Hồ sơ đúng hạn\n        max: 2", "name: Hồ sơ đúng hạn\n        max: 3", 1);
    folder.put("criteria/nho/set.yaml", set.replacen("name: Đào tạo\n        max: 2", "name: Đào tạo\n        max: 1", 1));
    folder.fill();
    assert!([0, 3].contains(&folder.run("run . --out b -q").code));
    let said = folder.run("diff a b --format json");
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert_eq!(lines(&serde_json::from_str(&said.out).unwrap()), lines(&tried));
    assert!(said.err.contains("C362"), "{}", said.err);
}

#[test]
fn what_is_excluded_leaves_the_maximum() {
    let moved = what_if(&campaign(), "sets: { nho: { criteria: { \"1.3\": { excluded: true } } } }");
    let lines = lines(&moved);
    for line in ["so-a points 8.70 7.10", "so-a index 87.00 88.75", "so-b points 6.70 5.30", "so-b index 67.00 66.25"] {
        assert!(lines.iter().any(|one| one == line), "{line} is not among {lines:?}");
    }
}

#[test]
fn one_place_more_goes_to_the_next_unit() {
    let moved = what_if(&campaign(), "awards: { co: { quota: 2 } }");
    assert_eq!(lines(&moved), ["so-b award co – chosen"]);
    assert_eq!(moved["moved"][0]["because"][0]["to"], "2");
}

#[test]
fn a_condition_more_takes_the_award_from_whoever_misses_it() {
    let moved = what_if(&campaign(), "awards: { co: { conditions: [ { what: index, at_least: 90 } ] } }");
    assert_eq!(lines(&moved), ["so-a award co chosen –"]);
}

#[test]
fn awards_of_one_name_are_told_apart() {
    let folder = campaign();
    let condition = "awards: { co: { conditions: [ { what: index, at_least: 90 } ] } }";
    folder.put("thu.yaml", condition);
    let alone = folder.run("what-if . thu.yaml").out;
    assert!(alone.contains("Cờ thi đua") && !alone.contains("(co)"), "{alone}");
    folder.edit("campaign.yaml", "quota: 1 } ]", "quota: 1 }, { id: co-2, name: Cờ thi đua, quota: 2 } ]");
    let said = folder.run("what-if . thu.yaml").out;
    assert!(said.contains("Cờ thi đua (co)") && !said.contains("(co-2)"), "{said}");
}

#[test]
fn a_change_file_that_changes_nothing_moves_nothing() {
    let folder = campaign();
    for changes in ["{}", "official: accepted", "sets: { nho: { criteria: { \"1.2\": { max: 2 } } } }"] {
        assert_eq!(what_if(&folder, changes), json!({ "moved": [] }), "{changes}");
    }
    let said = folder.run("what-if . thu.yaml");
    assert_eq!(said.out, "Không có điểm, hạng, xếp loại hay đề nghị khen thưởng nào thay đổi.\n");
    assert!(!folder.path("reports").exists());
}

/// Whoever asks reads the answer first, and behind it what else there is to say of the campaign.
#[test]
fn what_moves_stands_before_what_was_found() {
    let folder = campaign();
    folder.put("thu.yaml", "sets: { nho: { criteria: { \"1.2\": { max: 1 }, \"1.3\": { max: 3 } } } }");
    let (mut read, write) = std::io::pipe().unwrap();
    let program = assert_cmd::cargo::cargo_bin("parindex");
    let mut running = std::process::Command::new(program);
    running.current_dir(folder.path("")).args(["what-if", ".", "thu.yaml"]).stdout(write.try_clone().unwrap()).stderr(write);
    let mut child = running.spawn().unwrap();
    drop(running);
    let mut said = String::new();
    std::io::Read::read_to_string(&mut read, &mut said).unwrap();
    child.wait().unwrap();
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("no {words} in {said}"));
    assert!(at("Sở A (so-a)") < at("lỗi[P011]"), "{said}");
}

#[test]
fn changes_that_break_a_law_are_refused_where_they_stand() {
    let folder = campaign();
    folder.put("thu.yaml", "sets:\n  nho:\n    criteria:\n      \"1.2\": { max: 3 }\n");
    let said = folder.run("what-if . thu.yaml --lang en");
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.err.contains("thu.yaml:4:7") && said.err.contains("the change file has errors"), "{}", said.err);
}

#[test]
fn a_change_of_the_campaign_that_breaks_a_law_is_shown_where_it_stands() {
    let folder = campaign();
    folder.edit("campaign.yaml", "quota: 1 } ]", "quota: 1 }, { id: bang, name: Bằng khen, quota: 1 } ]");
    for (changes, at) in [
        ("awards:\n  bang: { quota: 2 }\n  co: { quota: 1.5 }\n", "thu.yaml:3:9"),
        (
            "awards:\n  co: { quota: 2 }\n  bang:\n    quota: 2\n    conditions:\n    - { what: index, at_least: 50 }\n    - { what: criterion_points, id: \"8.8\", at_least: 1 }\n",
            "thu.yaml:7:7",
        ),
        (
            "awards:\n  co:\n    conditions: [ { what: criterion_points, id: \"9.9\", at_least: 1 } ]\n  bang: { quota: 1 }\n",
            "thu.yaml:3:19",
        ),
    ] {
        folder.put("thu.yaml", changes);
        let said = folder.run("what-if . thu.yaml --lang en");
        assert_eq!(said.code, 1, "{}{}", said.out, said.err);
        assert!(said.err.contains(at), "{at}: {}", said.err);
    }
}

#[test]
fn a_changed_cell_is_named() {
    let folder = campaign();
    assert!([0, 3].contains(&folder.run("run . --out a -q").code));
    let same = folder.run("diff a a --format json");
    assert_eq!(serde_json::from_str::<Value>(&same.out).unwrap(), json!({ "moved": [] }));
    folder.edit("forms.yaml", "{ muc: cham }, claimed: \"1\"", "{ muc: kip_thoi }, claimed: \"2\"");
    folder.fill();
    assert!([0, 3].contains(&folder.run("run . --out b -q").code));
    let moved: Value = serde_json::from_str(&folder.run("diff a b --format json").out).unwrap();
    assert_eq!(lines(&moved), ["so-b points 6.70 7.70", "so-b index 67.00 77.00", "so-b points 1.1 1.00 2.00"]);
    for cause in moved["moved"][2]["because"].as_array().unwrap() {
        assert_eq!((&cause["file"], &cause["criterion"]), (&json!("submissions/so-b.xlsx"), &json!("1.1")));
        assert!(cause["cell"].is_string() && cause["sheet"].is_string(), "{cause}");
    }
}

/// What changed is named: people read no keys.
#[test]
fn the_terminal_names_what_moved_something() {
    let folder = campaign();
    for (changes, vi, en) in [
        (
            "sets: { nho: { criteria: { \"1.3\": { excluded: true } } } }",
            "    do tiêu chí 1.3: phạm vi có tính → không tính (thu.yaml)\n",
            "    because of criterion 1.3: the scope taken in → left out (thu.yaml)\n",
        ),
        (MAXIMA, "    do tiêu chí 1.3: điểm tối đa 2 → 1 (thu.yaml)\n", "    because of criterion 1.3: the maximum 2 → 1 (thu.yaml)\n"),
        (
            "awards: { co: { quota: 2 } }",
            "    do chỉ tiêu của “Cờ thi đua” 1 → 2 (thu.yaml)\n",
            "    because of the quota of “Cờ thi đua” 1 → 2 (thu.yaml)\n",
        ),
    ] {
        folder.put("thu.yaml", changes);
        let said = folder.run("what-if . thu.yaml");
        assert!(said.out.contains(vi), "{changes}: {}{}", said.out, said.err);
        let said = folder.run("what-if . thu.yaml --lang en");
        assert!(said.out.contains(en), "{changes}: {}", said.out);
    }
}

/// Tried on a campaign that has a change already, its inverse gives back what was: the same lines, the other way round.
#[test]
fn a_change_and_its_inverse_give_back_the_result() {
    let cases = [
        ("awards: { co: { quota: 2 } }", ("name: Cờ thi đua, quota: 1", "name: Cờ thi đua, quota: 2"), "awards: { co: { quota: 1 } }"),
        ("official: computed", ("official: accepted", "official: computed"), "official: accepted"),
        (
            "awards: { co: { conditions: [ { what: index, at_least: 90 } ] } }",
            ("quota: 1", "quota: 1, conditions: [ { what: index, at_least: 90 } ]"),
            "awards: { co: { conditions: [] } }",
        ),
    ];
    for (change, (from, to), inverse) in cases {
        let folder = campaign();
        // A claim below what is computed tells the stages apart.
        folder.edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"1.5\"");
        folder.fill();
        let mut there = lines(&what_if(&folder, change));
        folder.edit("campaign.yaml", from, to);
        let turned = |line: String| {
            let mut words: Vec<&str> = line.split(' ').collect();
            let last = words.len() - 1;
            words.swap(last - 1, last);
            words.join(" ")
        };
        let mut back: Vec<String> = lines(&what_if(&folder, inverse)).into_iter().map(turned).collect();
        there.sort();
        back.sort();
        assert!(!there.is_empty(), "{change}");
        assert_eq!(back, there, "{change}");
        assert_eq!(what_if(&folder, change), json!({ "moved": [] }), "it has the change already: {change}");
    }
}

/// Runs the campaign as it is and as edited, and says what the later result owes to what.
fn said_after(folder: &Folder, edit: impl Fn(&Folder)) -> [String; 2] {
    assert!([0, 3].contains(&folder.run("run . --out a -q").code));
    edit(folder);
    let said = folder.run("run . --out b -q");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    ["diff a b", "diff a b --lang en"].map(|line| {
        let said = folder.run(line);
        assert_eq!(said.code, 0, "{}{}", said.out, said.err);
        said.out
    })
}

/// A rule that differs between two results is named, also where no cell shows it.
#[test]
fn a_changed_rule_of_the_campaign_is_named() {
    let cases: [(&str, &str, &str, &str, &str); 7] = [
        (
            "quota: 1 }",
            "quota: 1, conditions: [ { what: index, at_least: 90 } ] }",
            "Sở A (so-a)\n  Cờ thi đua: được đề nghị → không được đề nghị\n    do điều kiện của “Cờ thi đua” thay đổi\n",
            "    because the conditions of “Cờ thi đua” changed\n",
            "",
        ),
        (
            "quota: 1 }",
            "quota: 1, excluded: [ { unit: so-a, reason: Đang xem xét kỷ luật } ] }",
            "    do danh sách không xét của “Cờ thi đua” thay đổi\n",
            "    because the list of those left out of “Cờ thi đua” changed\n",
            "",
        ),
        (
            "quota: 1 }",
            "quota: 1, order: [ { by: criterion_points, id: \"1.3\" } ] }",
            "    do thứ tự xét hoặc cách chia chỉ tiêu của “Cờ thi đua” thay đổi\n",
            "    because the order, or how places are shared out of “Cờ thi đua” changed\n",
            "order",
        ),
        (
            "awards: [ { id: co,",
            "awards: [ { id: co-2,",
            "    do “Cờ thi đua (co-2)” chỉ có trong một kết quả\n    do “Cờ thi đua (co)” chỉ có trong một kết quả\n",
            "    because “Cờ thi đua (co-2)” is in one result only\n",
            "",
        ),
        (
            "set: nho }",
            "set: nho, grades: [ { name: Tốt, from: 80 }, { name: Khá, from: 0 } ] }",
            "  xếp loại: – → Tốt\n    do bảng xếp loại – → Tốt\n",
            "    because of the bands of grades – → Tốt\n",
            "",
        ),
        (
            "official: accepted",
            "official: computed",
            "    do bước lấy điểm chính thức được công nhận → tính từ số liệu kê khai\n",
            "    because of the official stage accepted → computed from declared figures\n",
            "claims",
        ),
        ("title: Đợt thử năm 2026", "title: Đợt thử", "Không có điểm, hạng", "No points, place", ""),
    ];
    for (from, to, vi, en, how) in cases {
        let folder = campaign();
        if how == "claims" {
            folder.edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"1.5\"");
            folder.fill();
        }
        if how == "order" {
            folder.edit("forms.yaml", "ty_le: \"70\" }, claimed: \"1.4\"", "ty_le: \"100\" }, claimed: \"2\"");
            folder.fill();
        }
        let [said_vi, said_en] = said_after(&folder, |folder| {
            folder.edit("campaign.yaml", from, to);
        });
        assert!(said_vi.contains(vi), "{to}: {said_vi}");
        assert!(said_en.contains(en), "{to}: {said_en}");
    }
}

/// Points that moved by another version of the set say so, with decimals that can be told apart, never as fractions.
#[test]
fn another_rule_of_the_set_is_named_and_no_fraction_is_printed() {
    let folder = campaign();
    let said = said_after(&folder, |folder| {
        folder.edit("criteria/nho/set.yaml", "zero_below: 50%", "zero_below: 50%, full_at: 99.999%");
        folder.edit("criteria/nho/set.yaml", "full_at: 100%, zero_below", "zero_below");
        folder.fill();
    });
    let [vi, en] = said;
    assert!(vi.contains("do tiêu chí 1.2: cách tính điểm thay đổi\n"), "{vi}");
    assert!(en.contains("because criterion 1.2: the rule changed\n"), "{en}");
    let moved = vi.lines().find(|line| line.starts_with("  tiêu chí 1.2: ")).unwrap();
    assert!(moved.contains(',') && !moved.contains('/') && !en.contains('/'), "{vi}{en}");
    let [from, to] = moved.trim_start_matches("  tiêu chí 1.2: ").split(" → ").collect::<Vec<_>>()[..] else { panic!("{moved}") };
    assert!(from != to && from.len() > 4, "{moved}");
}

/// YAML stands in the change file: a person is told that the rule changed.
#[test]
fn a_tried_rule_is_told_without_its_yaml() {
    let folder = campaign();
    for (changes, vi) in [
        (
            "sets: { nho: { criteria: { \"1.3\": { rule: { ratio: { of: ty_le, full_at: 100%, zero_below: 75% } } } } } }",
            "    do tiêu chí 1.3: cách tính điểm thay đổi (thu.yaml)\n",
        ),
        ("awards: { co: { conditions: [ { what: index, at_least: 90 } ] } }", "    do điều kiện của “Cờ thi đua” thay đổi (thu.yaml)\n"),
    ] {
        folder.put("thu.yaml", changes);
        let said = folder.run("what-if . thu.yaml");
        assert!(said.out.contains(vi) && !said.out.contains(['{', '[']), "{}{}", said.out, said.err);
    }
}

/// A unit that sends its form after all is named by its form: no list of those left out is blamed.
#[test]
fn a_form_that_came_later_is_no_change_of_an_award() {
    let folder = campaign();
    let form = std::fs::read(folder.path("submissions/so-a.xlsx")).unwrap();
    std::fs::remove_file(folder.path("submissions/so-a.xlsx")).unwrap();
    let [vi, en] = said_after(&folder, |folder| {
        folder.put("submissions/so-a.xlsx", &form);
    });
    assert!(vi.contains("Cờ thi đua: không được đề nghị → được đề nghị"), "{vi}");
    assert!(!vi.contains("danh sách không xét") && !en.contains("left out"), "{vi}{en}");
}

/// A flag, a last day and decimals are inputs: each is named by itself, and no rule of the award is blamed for them.
#[test]
fn inputs_of_an_award_are_named_and_its_rules_are_not() {
    let folder = campaign();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nflags: [ { id: ky-luat, name: Kỷ luật } ]");
    folder.edit("campaign.yaml", "quota: 1 }", "quota: 1, conditions: [ { what: flag, none_of: [ky-luat] } ] }");
    let [vi, en] = said_after(&folder, |folder| {
        folder.edit("campaign.yaml", "name: Sở A,", "name: Sở A, flags: [ky-luat],");
    });
    assert!(vi.contains("Cờ thi đua: được đề nghị → không được đề nghị\n    do diện của đơn vị – → Kỷ luật\n"), "{vi}");
    assert!(en.contains("    because of the flags – → Kỷ luật\n") && !en.contains("the order"), "{en}");
    let folder = campaign();
    folder.edit("campaign.yaml", "quota: 1 }", "quota: 1, conditions: [ { what: in_time } ] }");
    folder.edit("campaign.yaml", "name: Sở A,", "name: Sở A, received: 2027-01-18,");
    let [vi, en] = said_after(&folder, |folder| {
        folder.edit("campaign.yaml", "name: Sở A,", "name: Sở A, deadline: 2027-01-20,");
    });
    assert!(vi.contains("    do hạn gửi 15/01/2027 → 20/01/2027\n") && !vi.contains("thứ tự xét"), "{vi}");
    assert!(en.contains("    because of the deadline 2027-01-15 → 2027-01-20\n"), "{en}");
}

/// Fewer decimals are named; maxima and points that are printed otherwise did not change.
#[test]
fn decimals_are_named_and_not_what_they_print() {
    let folder = campaign();
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("campaign.yaml", "set: nho }", "set: nho, decimals: 1 }");
    });
    assert!(vi.starts_with("Không có điểm"), "{vi}");
    let folder = campaign();
    folder.edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"1.76\"");
    folder.fill();
    let [vi, en] = said_after(&folder, |folder| {
        folder.edit("campaign.yaml", "set: nho }", "set: nho, decimals: 1 }");
    });
    assert!(vi.contains("    do số chữ số thập phân 2 → 1\n") && !vi.contains("điểm tự đánh giá") && !vi.contains("tiêu chí 1.1"), "{vi}");
    assert!(en.contains("    because of the decimals 2 → 1\n"), "{en}");
}

/// A share of the ranked units follows these: the unit that is ranked no longer is the cause, not a quota that nobody changed.
#[test]
fn a_share_that_comes_to_fewer_places_is_no_changed_quota() {
    let folder = campaign();
    folder.edit("campaign.yaml", "quota: 1 }", "quota: 50% }");
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("campaign.yaml", "name: Sở B,", "name: Sở B, ranked: false,");
    });
    let of_a = vi.split("\n\n").find(|part| part.starts_with("Sở A")).unwrap();
    assert!(of_a.contains("do Sở B: trạng thái được xếp hạng → không xếp hạng") && !of_a.contains("chỉ tiêu của"), "{vi}");
}

/// An award that follows from another has the cause of that one, between two results and under a change.
#[test]
fn what_follows_from_another_award_has_its_cause() {
    let with_second = |quota: &str| {
        let folder = campaign();
        let second = "{ id: bang, name: Bằng khen, quota: 1, conditions: [ { what: award, none_of: [co] } ] }";
        folder.edit("campaign.yaml", "quota: 1 } ]", &format!("quota: {quota} }}, {second} ]"));
        folder
    };
    let folder = with_second("1");
    let moved = what_if(&folder, "awards: { co: { quota: 2 } }");
    assert_eq!(lines(&moved), ["so-b award co – chosen", "so-b award bang chosen –"]);
    assert_eq!(moved["moved"][1]["because"][0]["to"], "2");
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("campaign.yaml", "Cờ thi đua, quota: 1", "Cờ thi đua, quota: 2");
    });
    assert!(vi.contains("    do chỉ tiêu của “Cờ thi đua” 1 → 2\n") && !vi.contains("“Bằng khen”"), "{vi}");
}

/// A larger quota takes an award from nobody.
#[test]
fn a_quota_that_grew_is_not_why_an_award_was_lost() {
    let folder = campaign();
    let [vi, _] = said_after(&folder, |folder| {
        let more = "quota: 2, excluded: [ { unit: so-a, reason: Đang xem xét } ] }";
        folder.edit("campaign.yaml", "quota: 1 }", more);
    });
    let of_a = vi.split("\n\n").find(|part| part.starts_with("Sở A")).unwrap();
    assert!(of_a.contains("danh sách không xét") && !of_a.contains("chỉ tiêu của"), "{vi}");
}

/// Documents that went missing are named beside a figure, and a better figure is not said to have cost points.
#[test]
fn what_is_wrong_with_the_evidence_is_named_beside_figures() {
    let folder = campaign();
    folder.edit(
        "forms.yaml",
        "{ muc: cham }, claimed: \"1\", evidence: [ { number: 7/KH-SB",
        "{ muc: cham }, evidence: [ { number: 7/KH-SB",
    );
    folder.fill();
    let [vi, _] = said_after(&folder, |folder| {
        let evidence = ", evidence: [ { number: 7/KH-SB, date: 2026-03-03, title: Kế hoạch năm } ]";
        folder.edit("forms.yaml", &format!("{{ muc: cham }}{evidence}"), "{ muc: kip_thoi }");
        folder.fill();
    });
    assert!(vi.contains("tiêu chí 1.1: 1,00 → 0,00"), "{vi}");
    let of_it = "\n    do tiêu chí 1.1: tài liệu “7/KH-SB, ngày 03/3/2026” → – (submissions/so-b.xlsx › Tài liệu kiểm chứng › D8)\n\n";
    assert!(vi.contains(of_it) && vi.matches("    do ").count() == 1, "{vi}");
}

/// Two files put side by side: what each cause says of where it stands.
#[test]
fn what_a_unit_typed_is_named_in_its_words_and_cells() {
    let folder = campaign();
    let [vi, en] = said_after(&folder, |folder| {
        folder.edit("forms.yaml", "{ muc: cham }, claimed: \"1\"", "{ muc: kip_thoi }, claimed: \"2\"");
        folder.edit("forms.yaml", "ty_le: \"70\" }, claimed: \"1.4\"", "ty_le: \"72.5\" }, claimed: \"1.45\"");
        // Twice as much of both comes to the same points: it moved nothing.
        folder.edit("forms.yaml", "dung_han: \"80\", da_giai_quyet: \"100\"", "dung_han: \"160\", da_giai_quyet: \"200\"");
        folder.fill();
    });
    for said in [
        "    do tiêu chí 1.1: số liệu “Thời điểm ban hành” “Chậm” → “Kịp thời” (submissions/so-b.xlsx › Tự đánh giá › ",
        "    do tiêu chí 1.3: số liệu “Tỷ lệ được đào tạo” 70% → 72,5% (submissions/so-b.xlsx › Tự đánh giá › ",
    ] {
        assert!(vi.contains(said), "{said}\n{vi}");
    }
    assert!(en.contains("    because of criterion 1.3: figure “Tỷ lệ được đào tạo” 70% → 72.5% (submissions"), "{en}");
    assert!(!vi.contains("tiêu chí 1.2"), "{vi}");
}

/// An explanation that was taken out, or put in, is named with its cell; a folder of evidence has no cell.
#[test]
fn explanations_and_files_of_evidence_are_told_apart() {
    let folder = campaign();
    let asked = ", evidence: [ { number: 7/KH-SB, date: 2026-03-03, title: Kế hoạch năm } ]";
    folder.edit("forms.yaml", &format!("{asked} }}\n"), ", explanation: Kế hoạch của năm trước còn hiệu lực }\n");
    folder.fill();
    let [vi, en] = said_after(&folder, |folder| {
        folder.edit("forms.yaml", ", explanation: Kế hoạch của năm trước còn hiệu lực }", " }");
        folder.fill();
    });
    assert!(vi.contains("    do tiêu chí 1.1: giải trình có → không có (submissions/so-b.xlsx › Tự đánh giá › "), "{vi}");
    assert!(en.contains("    because of criterion 1.1: explanation: given → none (submissions/so-b.xlsx"), "{en}");
}

/// What the council typed is named by file and line of its table, also of lines outside the tree.
#[test]
fn what_the_council_typed_is_named_by_line() {
    let folder = campaign();
    let lines = "adjustments:\n  - { id: P1, name: Kỷ luật, max: 2, sign: penalty, rule: { given: { by: council } } }\n";
    let set = folder.text("criteria/nho/set.yaml");
    folder.put("criteria/nho/set.yaml", format!("{set}{lines}"));
    folder.fill();
    let table = folder.text("appraisal/tham-dinh.csv");
    folder.put("appraisal/tham-dinh.csv", format!("{table}so-b,P1,0.5,Chậm\n"));
    let [vi, en] = said_after(&folder, |folder| {
        folder.edit("appraisal/tham-dinh.csv", "so-b,2,1,Đạt", "so-b,2,1.2,Đạt");
        folder.edit("appraisal/tham-dinh.csv", "so-b,P1,0.5", "so-b,P1,1");
    });
    for said in [
        "    do tiêu chí 2: điểm thẩm định lần 1 1,00 → 1,20 (appraisal/tham-dinh.csv › dòng 3)\n",
        "    do tiêu chí P1: điểm thẩm định lần 1 0,50 → 1,00 (appraisal/tham-dinh.csv › dòng 4)\n",
    ] {
        assert!(vi.contains(said), "{said}\n{vi}");
    }
    assert!(en.contains("(appraisal/tham-dinh.csv › line 3)\n"), "{en}");
    let moved: Value = serde_json::from_str(&folder.run("diff a b --format json").out).unwrap();
    let of_line = moved["moved"].as_array().unwrap().iter().find(|one| one["id"] == "P1").unwrap();
    assert_eq!(of_line["because"][0]["line"], json!(4), "{of_line}");
}

/// A place that another unit comes to share is another place, and the other unit is named.
#[test]
fn a_place_that_is_shared_now_is_told_with_whom_it_is_owed_to() {
    let folder = campaign();
    let [vi, en] = said_after(&folder, |folder| {
        // B comes to A's 8.7 points by the council's and the survey's.
        folder.edit("appraisal/tham-dinh.csv", "so-b,2,1,Đạt", "so-b,2,2,Đạt");
        folder.edit("survey/dieu-tra.csv", "so-b,3,1.7", "so-b,3,2");
        folder.edit("forms.yaml", "{ muc: cham }, claimed: \"1\"", "{ muc: kip_thoi }, claimed: \"1.7\"");
        folder.fill();
    });
    let of_a = vi.split("\n\n").find(|part| part.starts_with("Sở A")).unwrap_or(&vi);
    assert!(of_a.contains("  hạng: 1 → 1 (đồng hạng)\n"), "{vi}");
    assert!(of_a.contains("    do Sở B: tiêu chí 2: điểm thẩm định lần 1 1,00 → 2,00 (appraisal/tham-dinh.csv › dòng 3)\n"), "{vi}");
    assert!(vi.contains("  hạng: 2 → 1 (đồng hạng)\n"), "{vi}");
    assert!(en.contains("  place: 1 → 1 (shared)\n"), "{en}");
    let moved: Value = serde_json::from_str(&folder.run("diff a b --format json").out).unwrap();
    let place = moved["moved"].as_array().unwrap().iter().find(|one| one["unit"] == "so-a" && one["what"] == "place").unwrap();
    assert_eq!((&place["from"], &place["to"], &place["shared"]), (&json!("1"), &json!("1"), &json!([false, true])), "{place}");
    assert!(place["because"].as_array().unwrap().iter().all(|cause| cause["unit"] == "so-b"), "{place}");
}

/// Taking back what the campaign excuses is no change that the file can make: it is said, not passed over.
#[test]
fn what_the_campaign_excuses_is_not_brought_back_in_silence() {
    let folder = campaign();
    folder.edit(
        "campaign.yaml",
        "official: accepted",
        "official: accepted\nnot_applicable: [ { units: [so-a], criteria: [\"1.3\"], reason: Không có } ]",
    );
    folder.put("thu.yaml", "sets:\n  nho:\n    criteria:\n      \"1.3\": { excluded: false }\n");
    let said = folder.run("what-if . thu.yaml --lang en");
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.err.contains("thu.yaml:4:") && said.err.contains("not_applicable"), "{}", said.err);
    assert_eq!(what_if(&campaign(), "sets: { nho: { criteria: { \"1.3\": { excluded: false } } } }"), json!({ "moved": [] }));
}

/// A place that others changed is owed to those that overtook the unit, not to whoever else moved in its group.
#[test]
fn a_place_is_owed_to_whoever_overtook() {
    let folder = campaign();
    folder.edit(
        "campaign.yaml",
        "  - { id: so-b, name: Sở B, group: so }",
        "  - { id: so-b, name: Sở B, group: so }\n  - { id: so-c, name: Sở C, group: so }",
    );
    let c = folder.text("forms.yaml").split("- file:").nth(2).unwrap().replace("so-b", "so-c").replace("-SB", "-SC");
    folder.put("forms.yaml", format!("{}\n- file:{c}", folder.text("forms.yaml").trim_end()));
    folder.edit("survey/dieu-tra.csv", "so-b,3,1.7", "so-b,3,1.7\nso-c,3,0.5");
    folder.edit("appraisal/tham-dinh.csv", "so-b,2,1,Đạt", "so-b,2,1,Đạt\nso-c,2,0.5,Đạt");
    folder.fill();
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("appraisal/tham-dinh.csv", "so-a,2,1.5,Đạt", "so-a,2,0,Đạt");
        folder.edit("appraisal/tham-dinh.csv", "so-b,2,1,Đạt", "so-b,2,2,Đạt");
        folder.edit("appraisal/tham-dinh.csv", "so-c,2,0.5,Đạt", "so-c,2,0.7,Đạt");
    });
    let part = |name: &str| vi.split("\n\n").find(|part| part.starts_with(name)).unwrap_or(&vi);
    assert!(part("Sở B").contains("  hạng: 2 → 1\n") && part("Sở B").contains("do Sở A: tiêu chí 2: "), "{vi}");
    assert!(!part("Sở B").contains("Sở C") && !part("Sở A").contains("Sở C"), "{vi}");
}

/// A penalty beside a leaf moves the unit without moving the leaf; a figure that breaks ties moves places without moving points.
#[test]
fn what_moves_beside_the_points_of_a_leaf_is_named() {
    let folder = campaign();
    let leaf = "      - { id: \"1.4\", name: Công khai, max: 1, inputs: [ { id: co, kind: yes_no, label: Có công khai } ], rule: { yes_no: { all: [co], met: 1, unmet: 0, unmet_penalty: 0.5 } } }\n  - id: \"2\"";
    folder.edit("criteria/nho/set.yaml", "  - id: \"2\"", leaf);
    folder.edit("criteria/nho/set.yaml", "    max: 6\n", "    max: 7\n").edit("criteria/nho/set.yaml", "total: 10", "total: 11");
    let answer = |co: &str| format!("    \"1.4\": {{ figures: {{ co: \"{co}\" }}, claimed: \"0\" }}\n");
    folder.put("forms.yaml", format!("{}\n{}", folder.text("forms.yaml").trim_end(), answer("true")));
    folder.fill();
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("forms.yaml", &answer("true"), &answer("false"));
        folder.fill();
    });
    assert!(vi.contains("  tổng điểm: ") && vi.contains("do tiêu chí 1.4: số liệu “Có công khai” Có → Không"), "{vi}");
    assert_eq!(vi.matches("do tiêu chí 1.4").count(), 1, "{vi}");
    let folder = campaign();
    folder.edit("campaign.yaml", "set: nho }", "set: nho, tie_breaks: [ { by: stage, stage: claimed } ] }");
    // Both accepted and equal; A claimed more than it proved.
    folder.edit("forms.yaml", "{ muc: cham }, claimed: \"1\"", "{ muc: kip_thoi }, claimed: \"2\"");
    folder.edit(
        "forms.yaml",
        "dung_han: \"80\", da_giai_quyet: \"100\" }, claimed: \"1.6\"",
        "dung_han: \"90\", da_giai_quyet: \"100\" }, claimed: \"1.9\"",
    );
    folder.edit("forms.yaml", "ty_le: \"70\" }, claimed: \"1.4\"", "ty_le: \"80\" }, claimed: \"1.6\"");
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,1,Đạt\nso-b,2,1,Đạt\n");
    folder.put("survey/dieu-tra.csv", "Đơn vị,Tiêu chí,Điểm\nso-a,3,1\nso-b,3,1\n");
    folder.fill();
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"2\"");
        folder.fill();
    });
    assert!(vi.contains("hạng: 2 → 1") && vi.contains("do tiêu chí 1.2: điểm tự đánh giá 1,80 → 2,00 (submissions/so-a.xlsx"), "{vi}");
}

/// What a change makes wrong is told: points over a smaller maximum count as not typed.
#[test]
fn what_a_change_makes_wrong_is_told() {
    let folder = campaign();
    let given = what_if(&folder, "sets: { nho: { criteria: { \"2\": { max: 1 }, \"1.3\": { max: 3 }, \"1\": { max: 7 } } } }");
    let codes: Vec<&str> = given["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"A004"), "{given}");
    let said = folder.run("what-if . thu.yaml");
    assert!(said.err.contains("lỗi[A004]") && said.code == 0, "{}{}", said.out, said.err);
    // A condition that nobody can meet is told where it stands; what the campaign is told of anyway is not.
    folder.put("thu.yaml", "awards:\n  co:\n    conditions: [ { what: index, at_least: 101 } ]\n");
    let said = folder.run("what-if . thu.yaml");
    assert!(said.err.contains("cảnh báo[C292]") && said.err.contains("thu.yaml:3"), "{}{}", said.out, said.err);
    assert!(what_if(&folder, "awards: { co: { quota: 2 } }").get("findings").is_none());
}

/// A weight, another group, another severity, a unit that is gone: each is named as what it is.
#[test]
fn what_no_cell_shows_is_named() {
    let folder = campaign();
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("criteria/nho/set.yaml", "name: Tác động\n    max: 2\n", "name: Tác động\n    max: 1\n    weight: 2\n");
        folder.edit("survey/dieu-tra.csv", "so-a,3,1.8", "so-a,3,0.9").edit("survey/dieu-tra.csv", "so-b,3,1.7", "so-b,3,0.5");
        folder.fill();
    });
    assert!(vi.contains("do tiêu chí 3: hệ số 1 → 2\n"), "{vi}");
    let folder = campaign();
    folder.edit("campaign.yaml", "units:", "  - { id: khac, name: Khối khác, set: nho }\nunits:");
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("campaign.yaml", "name: Sở A, group: so", "name: Sở A, group: khac");
    });
    let part = |name: &str| vi.split("\n\n").find(|part| part.starts_with(name)).unwrap_or(&vi).to_owned();
    assert!(part("Sở B").contains("  hạng: 2 → 1\n") && part("Sở B").contains("    do Sở A: chuyển từ “Khối sở” sang “Khối khác”"), "{vi}");
    let folder = campaign();
    let [vi, _] = said_after(&folder, |folder| {
        let line = folder.text("campaign.yaml").lines().find(|line| line.contains("id: so-a")).unwrap().to_owned();
        folder.edit("campaign.yaml", &format!("{line}\n"), "");
        std::fs::remove_file(folder.path("submissions/so-a.xlsx")).unwrap();
        for table in ["appraisal/tham-dinh.csv", "survey/dieu-tra.csv"] {
            let text = folder.text(table);
            let kept = text.lines().filter(|line| !line.starts_with("so-a")).collect::<Vec<_>>();
            folder.put(table, kept.join("\n"));
        }
    });
    let part = |name: &str| vi.split("\n\n").find(|part| part.starts_with(name)).unwrap_or(&vi).to_owned();
    assert!(part("Sở B").contains("hạng: 2 → 1") && part("Sở B").contains("do “Sở A” không còn trong kết quả sau"), "{vi}");
}

/// A blank claim is what is computed: the figure moved it, and is named alone. A document that takes the place of another is one change.
#[test]
fn one_change_is_one_cause() {
    let folder = campaign();
    folder.edit("forms.yaml", "{ ty_le: \"70\" }, claimed: \"1.4\"", "{ ty_le: \"70\" }");
    folder.fill();
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("forms.yaml", "{ ty_le: \"70\" }", "{ ty_le: \"75\" }");
        folder.fill();
    });
    assert_eq!(vi.matches("    do ").count(), 1, "{vi}");
    assert!(vi.contains("do tiêu chí 1.3: số liệu “Tỷ lệ được đào tạo” 70% → 75%"), "{vi}");
    let folder = campaign();
    folder.edit("criteria/nho/set.yaml", "total: 10\n", "total: 10\nwithhold: [ { finding: E003, share: 100% } ]\n").fill();
    let [vi, _] = said_after(&folder, |folder| {
        let (was, is) = ("number: 7/KH-SB, date: 2026-03-03, title: Kế hoạch năm", "number: 8/CV-SB, date: 2026-03-03, title: Công văn");
        folder.edit("forms.yaml", was, is).fill();
    });
    let replaced = "do tiêu chí 1.1: tài liệu “7/KH-SB, ngày 03/3/2026” → “8/CV-SB, ngày 03/3/2026” (submissions/so-b.xlsx › Tài liệu kiểm chứng › D8)";
    assert!(vi.contains(replaced) && vi.matches("    do ").count() == 1, "{vi}");
    // What is compared with the best of the group moves with another unit's figure, which is named as that unit's.
    let folder = campaign();
    folder.edit("criteria/nho/set.yaml", "rule: { ratio: { of: ty_le, full_at: 100% } }", "rule: { relative: { of: ty_le } }");
    folder.edit("forms.yaml", "{ ty_le: \"80\" }, claimed: \"1.6\"", "{ ty_le: \"80\" }");
    folder.edit("forms.yaml", "{ ty_le: \"70\" }, claimed: \"1.4\"", "{ ty_le: \"70\" }").fill();
    let [vi, _] = said_after(&folder, |folder| {
        folder.edit("forms.yaml", "{ ty_le: \"80\" }", "{ ty_le: \"90\" }").fill();
    });
    let of_b = vi.split("\n\n").find(|part| part.starts_with("Sở B")).unwrap_or(&vi);
    assert!(
        of_b.contains("tiêu chí 1.3: 1,75 → 1,56") && of_b.contains("do Sở A: tiêu chí 1.3: số liệu “Tỷ lệ được đào tạo” 80% → 90%"),
        "{vi}"
    );
}

/// A result that is older than what it would have to say of documents is not believed to have had none.
#[test]
fn an_older_result_is_not_believed_to_lack_documents() {
    let folder = campaign();
    let evidence = ", evidence: [ { number: 7/KH-SB, date: 2026-03-03, title: Kế hoạch năm } ]";
    assert!([0, 3].contains(&folder.run("run . --out a -q").code));
    folder.edit("forms.yaml", evidence, "");
    folder.fill();
    assert!([0, 3].contains(&folder.run("run . --out b -q").code));
    let mut older: Value = serde_json::from_str(&folder.text("a/result.json")).unwrap();
    older["groups"][0].as_object_mut().unwrap().remove("inputs");
    for unit in older["groups"][0]["units"].as_array_mut().unwrap() {
        for criterion in unit["criteria"].as_array_mut().unwrap() {
            criterion.as_object_mut().unwrap().remove("documents");
        }
    }
    folder.put("a/result.json", older.to_string());
    let said = folder.run("diff a b").out;
    assert!(said.contains("do tiêu chí 1.1: điểm theo tài liệu, giải trình 1,00 → 0,00\n") && !said.contains("tài liệu “"), "{said}");
}

/// The council's line is that of the later table; what it says of whether a criterion applies has a line, too.
#[test]
fn the_line_of_the_council_is_that_of_the_later_table() {
    let folder = campaign();
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Áp dụng,Lý do\nso-a,2,1.5,,Đạt\nso-b,2,1,,Đạt\n");
    let [vi, _] = said_after(&folder, |folder| {
        folder.put(
            "appraisal/tham-dinh.csv",
            "Đơn vị,Tiêu chí,Điểm,Áp dụng,Lý do\nso-b,2,1.2,,Đạt\nso-b,1.3,,Không,Không có\nso-a,2,1.5,,Đạt\n",
        );
        folder.edit("campaign.yaml", "official: accepted", "official: appraised_1");
    });
    assert!(vi.contains("do tiêu chí 2: điểm thẩm định lần 1 1,00 → 1,20 (appraisal/tham-dinh.csv › dòng 2)\n"), "{vi}");
    assert!(vi.contains("do tiêu chí 1.3: trạng thái áp dụng → không áp dụng (appraisal/tham-dinh.csv › dòng 3)\n"), "{vi}");
}

/// An award that looks at open errors moves by an error that was found; one that looks at nothing but the index does not.
#[test]
fn an_error_that_was_found_is_why_an_award_moved() {
    let with = |conditions: &str| {
        let folder = campaign();
        folder.edit("campaign.yaml", "quota: 1 } ]", &format!("quota: 1{conditions} }} ]"));
        said_after(&folder, |folder| {
            // A day of receipt alone moves nothing where the award asks for no time.
            folder.edit("campaign.yaml", "name: Sở A,", "name: Sở A, received: 2027-01-20,");
            folder.put("appraisal/khac.csv", "Đơn vị,Tiêu chí,Điểm\nso-a,9.9,1\n");
        })
    };
    let [vi, en] = with(", conditions: [ { what: open_errors, at_most: 0 } ]");
    let moved = "Sở A (so-a)\n  Cờ thi đua: được đề nghị → không được đề nghị\n    do có thêm A002 (appraisal/khac.csv › dòng 2)\n";
    assert!(vi.contains(moved), "{vi}");
    assert!(vi.contains("    do Sở A: có thêm A002 (appraisal/khac.csv › dòng 2)\n") && !vi.contains("ngày nhận"), "{vi}");
    assert!(en.contains("    because A002 was found (appraisal/khac.csv › line 2)\n"), "{en}");
    assert_eq!(with("")[0], "Không có điểm, hạng, xếp loại hay đề nghị khen thưởng nào thay đổi.\n");
}

/// Points that two tables contradict each other about are gone because of the table that came later.
#[test]
fn a_table_that_contradicts_is_named_beside_the_points_that_it_cost() {
    let folder = campaign();
    let [vi, _] = said_after(&folder, |folder| {
        folder.put("appraisal/tham-dinh-khac.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,0.5,Khác\n");
    });
    assert!(vi.contains("    do tiêu chí 2: có thêm A003 (appraisal/tham-dinh-khac.csv › dòng 2)\n"), "{vi}");
}

/// A unit that one result lacks is named as that, at itself and at those whose places it moves.
#[test]
fn a_unit_that_is_in_one_result_only_is_named() {
    let folder = campaign();
    let line = folder.text("campaign.yaml").lines().find(|line| line.contains("id: so-a")).unwrap().to_owned();
    let [gone, _] = said_after(&folder, |folder| {
        folder.edit("campaign.yaml", &format!("{line}\n"), "");
    });
    assert!(gone.contains("  hạng: 2 → 1\n") && gone.matches("    do “Sở A” không còn trong kết quả sau\n").count() == 2, "{gone}");
    assert!(!gone.contains("tệp"), "{gone}");
    let said = folder.run("diff b a");
    assert!(said.out.contains("    do “Sở A” không có trong kết quả trước\n"), "{}", said.out);
    let said = folder.run("diff b a --lang en");
    assert!(said.out.contains("    because “Sở A” is not in the earlier result\n"), "{}", said.out);
}

/// An official stage that nobody reaches is told, also where the council has spoken in another round.
#[test]
fn a_tried_stage_that_nobody_reached_is_told() {
    let folder = campaign();
    folder.edit("campaign.yaml", "official: accepted", "official: appraised_1");
    folder.put("thu.yaml", "official: appraised_9");
    let said = folder.run("what-if . thu.yaml");
    assert!(format!("{}{}", said.out, said.err).contains("P016"), "{}{}", said.out, said.err);
}
