//! Rounds that are locked: what they came to stands, and what was typed since is told.

use serde_json::Value;

use crate::appraisal::{campaign, campaign_of, result, table};
use crate::folder::Folder;

/// Makes a campaign whose first round is kept in `khoa/lan-1` and locked.
fn locked(rows: &str) -> Folder {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table(rows));
    result(&folder);
    keep(&folder, "khoa/lan-1/result.json");
    folder.edit("campaign.yaml", "official: ", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\nofficial: ");
    folder
}

/// Keeps what the last run came to in a file of the campaign.
pub fn keep(folder: &Folder, file: &str) {
    folder.put(file, folder.text("reports/result.json"));
}

/// Says of every unit the points of each leaf in the first round and what counts, and what was found of the lock.
pub fn stands(result: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    let units = result["groups"][0]["units"].as_array().unwrap();
    let of = |unit: &Value| {
        let leaves = unit["criteria"].as_array().unwrap().iter();
        let leaves = leaves.map(|leaf| format!("{}/{}", text(&leaf["appraised_1"]), text(&leaf["official"])));
        format!("{}: {} = {}", text(&unit["id"]), leaves.collect::<Vec<_>>().join(" "), text(&unit["points"]))
    };
    let mut units: Vec<String> = units.iter().map(of).collect();
    units.sort();
    units.join(" | ")
}

/// Lists what was found of the lock.
pub fn told(result: &Value) -> Vec<String> {
    let all = result["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A076");
    all.map(|one| one["message"].as_str().unwrap().to_owned()).collect()
}

const TYPED: &str = "so-a;1;;;2,25;1;x;;\nso-a;2;sang_kien;5;;1;trùng lặp;;\nso-b;3;;;1;1;y;;\n";

#[test]
fn what_is_locked_says_from_which_figures_it_follows() {
    let folder = locked("so-a;1;dung_han;60;;1;Báo cáo ghi 60 hồ sơ;;\n");
    let before = stands(&result(&folder));
    folder.put("appraisal/bang.csv", table(""));
    assert_eq!(stands(&result(&folder)), before);
    let said = folder.run("why . so-a 1").out;
    assert!(said.contains("“Số hồ sơ đúng hạn” được xác định là “60”"), "{said}");
    assert!(said.contains("khoa/lan-1/result.json"), "{said}");
}

/// What a later round says of one alternative makes it count in the place of another; of the round that is locked that changes nothing.
#[test]
fn a_later_round_may_choose_another_alternative() {
    let set = "set: nho\ntitle: Nhỏ\nstatus: model\ntotal: 4\ncriteria:\n  - id: \"1\"\n    name: Một\n    max: 4\n    criteria:\n      \
               - { id: \"1.1\", name: Cách một, max: 4, rule: { given: { by: unit } } }\n      \
               - { id: \"1.2\", name: Cách hai, max: 4, rule: { given: { by: unit } } }\n\
               alternatives: [ { id: hoac, criteria: [\"1.1\", \"1.2\"] } ]\n";
    let form = |unit: &str, second: &str| {
        format!(
            "- file: submissions/{unit}.xlsx\n  unit: {unit}\n  answers:\n    \"1.1\": {{ claimed: \"2\" }}\n    \"1.2\": {{ claimed: \"{second}\" }}\n"
        )
    };
    let forms = form("so-a", "1") + &form("so-b", "1");
    let folder = campaign_of(set, &forms);
    folder.put("appraisal/bang.csv", table("so-b;1.1;;;1,5;1;x;;\n"));
    result(&folder);
    keep(&folder, "khoa/lan-1/result.json");
    folder.edit("campaign.yaml", "official: ", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\nofficial: ");
    folder.put("appraisal/bang.csv", table("so-b;1.1;;;1,5;1;x;;\nso-a;1.2;;;3;2;Cách hai tốt hơn;;\n"));
    let later = result(&folder);
    assert_eq!(told(&later), Vec::<String>::new());
    assert_eq!(stands(&later), "so-a: –/3.00 –/– –/3.00 = 3.00 | so-b: 1.50/1.50 1.50/1.50 –/– = 1.50");
    // What a unit sends again is another thing.
    folder.put("appraisal/bang.csv", table("so-b;1.1;;;1,5;1;x;;\n"));
    folder.put("forms.yaml", form("so-a", "4") + &form("so-b", "1")).fill();
    assert!(!told(&result(&folder)).is_empty());
}

/// A figure that a later round corrects turns a condition from that round on, on every paper; of the round that is locked that
/// changes nothing.
#[test]
fn a_later_round_may_correct_the_figure_of_a_condition() {
    let set = "set: nho\ntitle: Nhỏ\nstatus: model\ntotal: 4\n\
               figures: [ { id: qua_han, kind: count, label: Số hồ sơ quá hạn, measure: hồ sơ } ]\ncriteria:\n  \
               - { id: \"1\", name: Một, max: 2, inputs: [ { id: nop, kind: yes_no, label: Có báo cáo }, { figure: qua_han } ], rule: { yes_no: { all: [nop] } } }\n  \
               - { id: \"2\", name: Hai, max: 2, rule: { given: { by: unit } }, requires: [ { figure: qua_han, at_most: 0 } ], else: not_applicable }\n";
    let form = |unit: &str| {
        format!(
            "- file: submissions/{unit}.xlsx\n  unit: {unit}\n  answers: {{ \"1\": {{ figures: {{ nop: Có, qua_han: \"0\" }} }}, \"2\": {{ claimed: \"2\" }} }}\n"
        )
    };
    let folder = campaign_of(set, &(form("so-a") + &form("so-b")));
    let first = "so-b;2;;;1,5;1;x;;\n";
    folder.put("appraisal/bang.csv", table(first));
    result(&folder);
    keep(&folder, "khoa/lan-1/result.json");
    folder.edit("campaign.yaml", "official: ", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\nofficial: ");
    folder.put("appraisal/bang.csv", table(&format!("{first}so-a;1;qua_han;3;;2;Có ba hồ sơ;;\n")));
    let now = result(&folder);
    assert_eq!(told(&now), Vec::<String>::new());
    assert_eq!(stands(&now), "so-a: –/2.00 –/– = 2.00 | so-b: –/2.00 1.50/1.50 = 3.50");
    let page = folder.run("why . so-a 2").out.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = "“Số hồ sơ quá hạn” bằng 0; hội đồng xác định là 3 hồ sơ: không đạt, không áp dụng.";
    assert!(page.contains(words) && page.contains("Thẩm định lần 2"), "{page}");
}

/// Of a condition only what it looks at can have been turned by a later round.
#[test]
fn a_later_round_may_turn_a_condition() {
    let set = "set: nho\ntitle: Nhỏ\nstatus: model\ntotal: 6\ncriteria:\n  \
               - { id: \"1\", name: Một, max: 2, rule: { given: { by: unit } } }\n  \
               - { id: \"2\", name: Hai, max: 2, rule: { given: { by: unit } }, requires: [ { criterion: \"1\", index_at_least: 50% } ], else: not_applicable }\n  \
               - { id: \"3\", name: Ba, max: 2, rule: { given: { by: unit } } }\n";
    let form = |unit: &str, first: &str| {
        format!(
            "- file: submissions/{unit}.xlsx\n  unit: {unit}\n  answers: {{ \"1\": {{ claimed: \"{first}\" }}, \"2\": {{ claimed: \"2\" }}, \"3\": {{ claimed: \"2\" }} }}\n"
        )
    };
    let folder = campaign_of(set, &(form("so-a", "2") + &form("so-b", "2")));
    let first = "so-b;3;;;1,5;1;x;;\n";
    folder.put("appraisal/bang.csv", table(first));
    result(&folder);
    keep(&folder, "khoa/lan-1/result.json");
    folder.edit("campaign.yaml", "official: ", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\nofficial: ");
    let after = |rows: &str| {
        folder.put("appraisal/bang.csv", table(&format!("{first}{rows}")));
        let all = told(&result(&folder));
        all.into_iter().filter(|one| one.contains("“2”")).collect::<Vec<_>>()
    };
    assert_eq!(after("so-a;1;;;0,5;2;Thiếu;;\n"), Vec::<String>::new());
    // The unit sends less, and the council says something of another criterion.
    folder.put("forms.yaml", form("so-a", "0.5") + &form("so-b", "2")).fill();
    let changed =
        "Thẩm định lần 1 đã khóa: tiêu chí “2” của “Sở A” khi khóa là 2,00 điểm, nay không áp dụng; vẫn tính theo kết quả đã khóa.";
    assert_eq!(after("so-a;3;;;1;2;Thiếu;;\n"), [changed]);
}

#[test]
fn figures_that_are_locked_are_said_in_words() {
    let folder = locked("so-a;3;cong_khai;Không;;1;Chưa công khai;;\n");
    folder.put("appraisal/bang.csv", table(""));
    result(&folder);
    let said = folder.run("why . so-a 3").out;
    assert!(said.contains("“Đã công khai” được xác định là “Không”"), "{said}");
}

#[test]
fn nobody_is_sent_to_make_the_workbook_of_a_locked_round_again() {
    let help = |lock: bool| {
        let folder = campaign();
        let typed = crate::council::put("leaf:so-b/1 points", "3") + &crate::council::put("leaf:so-b/1 reason", "x");
        folder.appraised("appraisal/phieu.xlsx", 1, &crate::council::acts(&typed));
        result(&folder);
        if lock {
            keep(&folder, "khoa/lan-1/result.json");
            folder.edit("campaign.yaml", "official: ", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\nofficial: ");
        }
        folder.edit("forms.yaml", "dung_han: \"90\"", "dung_han: \"95\"").fill();
        let run = result(&folder);
        let found = run["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A069").unwrap();
        found["help"].as_str().unwrap().to_owned()
    };
    assert!(help(false).contains("parindex appraise"), "{}", help(false));
    assert_eq!(
        help(true),
        "Lần thẩm định này đã khóa nên kết quả giữ nguyên; nếu nội dung đơn vị sửa là đúng thì xem xét ở “Thẩm định lần 2”."
    );
}

#[test]
fn what_is_locked_stands_whatever_is_typed_later() {
    let folder = locked(TYPED);
    let first = stands(&result(&folder));
    assert_eq!(told(&result(&folder)), [""; 0]);
    let cases = [
        // Points, corrected figures, lines taken out, lines added, what applies.
        ("so-a;1;;;3;1;x;;\nso-a;2;sang_kien;5;;1;x;;\nso-b;3;;;1;1;y;;\n", 1),
        ("so-a;1;;;2,25;1;x;;\nso-a;2;sang_kien;9;;1;x;;\nso-b;3;;;1;1;y;;\n", 2),
        ("", 4),
        (&format!("{TYPED}so-b;1;;;0;1;z;;\n"), 1),
    ];
    for (typed, changed) in cases {
        folder.put("appraisal/bang.csv", table(typed));
        let now = result(&folder);
        assert_eq!(stands(&now), first, "{typed}");
        assert_eq!(told(&now).len(), changed, "{typed}: {:?}", told(&now));
    }
    folder.put("appraisal/bang.csv", table("so-a;1;;;3;1;x;;\nso-a;2;sang_kien;5;;1;x;;\nso-b;3;;;1;1;y;;\n"));
    assert_eq!(
        told(&result(&folder)),
        ["Thẩm định lần 1 đã khóa: tiêu chí “1” của “Sở A” khi khóa là 2,25 điểm, nay là 3,00 điểm; vẫn tính theo kết quả đã khóa."]
    );
}

#[test]
fn a_leaf_that_the_council_left_alone_stands_too() {
    let folder = locked(TYPED);
    let first = stands(&result(&folder));
    // The unit sends again: what counted for a leaf without points of the council was its own word, as it was then.
    folder
        .edit(
            "forms.yaml",
            "dung_han: \"90\", giai_quyet: \"100\" }, claimed: \"3.6\"",
            "dung_han: \"100\", giai_quyet: \"100\" }, claimed: \"4\"",
        )
        .fill();
    let now = result(&folder);
    let official = |stands: &str| stands.split('/').map(|part| part.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(official(&stands(&now))[1..], official(&first)[1..]);
    assert_eq!(
        told(&now),
        ["Thẩm định lần 1 đã khóa: tiêu chí “1” của “Sở B” khi khóa là 3,60 điểm, nay là 4,00 điểm; vẫn tính theo kết quả đã khóa."]
    );
    // Nor does it take the leaf out.
    folder
        .edit(
            "forms.yaml",
            "dung_han: \"100\", giai_quyet: \"100\" }, claimed: \"4\"",
            "dung_han: \"0\", giai_quyet: \"0\" }, claimed: \"0\"",
        )
        .fill();
    let now = result(&folder);
    assert_eq!(official(&stands(&now))[1..], official(&first)[1..]);
    assert_eq!(
        told(&now),
        ["Thẩm định lần 1 đã khóa: tiêu chí “1” của “Sở B” khi khóa là 3,60 điểm, nay không áp dụng; vẫn tính theo kết quả đã khóa."]
    );
}

#[test]
fn a_round_of_nothing_but_what_applies_is_locked_as_any_other() {
    let folder = locked("so-a;1;;;;1;x;;\n");
    let applies = "Đơn vị;Tiêu chí;Áp dụng;Lần;Lý do\nso-a;1;không;1;không phát sinh\n";
    folder.put("appraisal/bang.csv", applies);
    folder.edit("campaign.yaml", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\n", "");
    let first = stands(&result(&folder));
    keep(&folder, "khoa/lan-1/result.json");
    folder.edit("campaign.yaml", "official: ", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\nofficial: ");
    for (typed, changed) in [(applies, 0), ("Đơn vị;Tiêu chí;Áp dụng;Lần;Lý do\n", 1), (&table("so-a;1;;;2;1;x;;\n"), 1)] {
        folder.put("appraisal/bang.csv", typed);
        let now = result(&folder);
        let codes = now["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "C278").count();
        assert_eq!((stands(&now).as_str(), told(&now).len(), codes), (first.as_str(), changed, 0), "{typed}: {:?}", told(&now));
    }
}

/// Says of every unit its points, what they count of, and the points of the first round and what counts of each leaf.
fn counts(result: &Value) -> Vec<String> {
    let units = result["groups"][0]["units"].as_array().unwrap().iter();
    units.map(|unit| format!("{} {} of {}: {}", unit["id"], unit["points"], unit["applicable_max"], unit["index"])).collect()
}

#[test]
fn figures_that_a_locked_round_corrected_keep_their_penalty_and_their_maximum() {
    // What is never published costs 0.5 beside the leaf; 0 of 0 leaves the maximum.
    for typed in ["so-a;3;cong_khai;Không;;1;x;;\n", "so-b;1;dung_han;0;;1;x;;\nso-b;1;giai_quyet;0;;1;x;;\n"] {
        let folder = locked(typed);
        let first = counts(&result(&folder));
        for now in ["", "so-a;3;;;2;1;x;;\nso-b;1;;;1;1;x;;\n", "so-a;3;cong_khai;Có;;1;x;;\nso-b;1;dung_han;5;;1;x;;\n"] {
            folder.put("appraisal/bang.csv", table(now));
            let now = result(&folder);
            assert_eq!(counts(&now), first, "{typed}: {:?}", told(&now));
            assert!(!told(&now).is_empty());
        }
        folder.put("appraisal/bang.csv", table(typed));
        let untouched = result(&folder);
        assert_eq!((counts(&untouched), told(&untouched)), (first, Vec::new()));
    }
}

pub const PARTS: &str = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 10
criteria:
  - id: \"1\"
    name: Tổ chức bộ máy
    max: 6
    inputs:
      - { id: bao_cao, kind: yes_no, label: Có báo cáo }
      - { id: giao, kind: yes_no, label: Đã giao tự chủ }
    rule:
      sum_of:
        parts:
          - { id: p1, label: Báo cáo, max: 2, rule: { yes_no: { all: [bao_cao] } } }
          - { id: p2, label: Giao tự chủ, max: 4, rule: { yes_no: { all: [giao] } } }
  - id: \"2\"
    name: Công khai
    max: 4
    inputs: [ { id: cong_khai, kind: yes_no, label: Đã công khai } ]
    rule: { yes_no: { all: [cong_khai] } }
";

pub const PARTS_SENT: &str = "- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    \"1\": { figures: { bao_cao: Có, giao: Không }, claimed: \"2\" }
    \"2\": { figures: { cong_khai: Có }, claimed: \"4\" }
";

#[test]
fn a_part_that_a_locked_round_took_out_stays_out() {
    let head = "Đơn vị;Tiêu chí;Áp dụng;Lần;Lý do\n";
    let out = format!("{head}so-a;1/p2;không;1;không có đơn vị sự nghiệp\n");
    let folder = crate::appraisal::campaign_of(PARTS, PARTS_SENT);
    folder.put("appraisal/bang.csv", &out);
    let first = counts(&result(&folder));
    assert!(first[0].contains("of \"6.00\""), "{first:?}");
    folder.edit("campaign.yaml", "official: ", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\nofficial: ");
    // Results of before name a part by its label.
    let by_id = folder.text("reports/result.json");
    assert!(by_id.contains("\"p2\""), "{by_id}");
    for kept in [by_id.clone(), by_id.replace("\"p2\"", "\"Giao tự chủ\"")] {
        folder.put("khoa/lan-1/result.json", kept).put("appraisal/bang.csv", &out);
        let untouched = result(&folder);
        assert_eq!((counts(&untouched), told(&untouched)), (first.clone(), Vec::new()));
        folder.put("appraisal/bang.csv", head);
        let now = result(&folder);
        assert_eq!(counts(&now), first);
        assert_eq!(
            told(&now),
            [
                "Thẩm định lần 1 đã khóa: tiêu chí “1” của “Sở A” khi khóa là 2,00 điểm, phần “Giao tự chủ” không áp dụng, nay chưa có điểm; vẫn tính theo kết quả đã khóa."
            ]
        );
    }
}

#[test]
fn locked_points_of_another_maximum_are_asked() {
    let folder = locked(TYPED);
    result(&folder);
    folder.put(
        "criteria/nho/set.yaml",
        folder.text("criteria/nho/set.yaml").replacen("name: Hồ sơ đúng hạn\n    max: 4", "name: Hồ sơ đúng hạn\n    max: 3", 1).replacen(
            "total: 10",
            "total: 9",
            1,
        ),
    );
    folder.put("appraisal/bang.csv", table("so-a;1;;;2;1;x;;\nso-a;2;sang_kien;5;;1;trùng lặp;;\nso-b;3;;;1;1;y;;\n"));
    let now = result(&folder);
    let asked: Vec<&str> =
        now["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A079").filter_map(|one| one["message"].as_str()).collect();
    assert_eq!(
        asked,
        [
            "Thẩm định lần 1 đã khóa: tiêu chí “1” của “Sở A” khi khóa là 2,25 điểm, điểm tối đa khi đó 4, nay 3; điểm đã khóa chưa được tính.",
            "Thẩm định lần 1 đã khóa: tiêu chí “1” của “Sở B” khi khóa là 3,60 điểm, điểm tối đa khi đó 4, nay 3; điểm đã khóa chưa được tính."
        ]
    );
}

#[test]
fn no_workbook_is_made_of_a_locked_round() {
    let folder = locked(TYPED);
    let said = folder.run("appraise . --round 1 --out phieu");
    assert_ne!(said.code, 0);
    assert!(said.err.contains("thẩm định lần 1 đã khóa, điểm ghi thêm không được tính"), "{}", said.err);
    assert!(!folder.path("phieu/tham-dinh-lan-1.xlsx").exists());
    // The only one is not reopened for being the only one.
    folder.edit("campaign.yaml", ", { id: 2 } ]", " ]").edit("campaign.yaml", "official: appraised_2", "official: appraised_1");
    assert_ne!(folder.run("appraise . --out phieu").code, 0);
}

#[test]
fn a_locked_round_keeps_the_reasons_of_the_council() {
    let reason = |folder: &Folder, unit: &str, leaf: &str| folder.run(&format!("why . {unit} {leaf}")).out;
    let folder = locked(TYPED);
    result(&folder);
    // The tables are gone, or say something else with another reason.
    for typed in ["", "so-a;1;;;3;1;lý do mới;;\nso-a;2;sang_kien;2;;1;lý do mới;;\nso-b;3;;;0,5;1;lý do mới;;\n"] {
        folder.put("appraisal/bang.csv", table(typed));
        result(&folder);
        assert!(reason(&folder, "so-a", "1").contains("(x · khoa"), "{}", reason(&folder, "so-a", "1"));
        assert!(reason(&folder, "so-a", "2").contains("trùng lặp"), "{}", reason(&folder, "so-a", "2"));
        assert!(reason(&folder, "so-b", "3").contains("(y · khoa"), "{}", reason(&folder, "so-b", "3"));
        for leaf in ["so-a 1", "so-a 2", "so-b 3"] {
            assert!(!folder.run(&format!("why . {leaf}")).out.contains("lý do mới"), "{leaf}: {typed}");
        }
    }
}

#[test]
fn what_was_locked_for_another_unit_or_set_counts_for_nobody() {
    let told = |folder: &Folder| -> Vec<String> {
        let result = result(folder);
        let all = result["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A096");
        all.map(|one| one["message"].as_str().unwrap().to_owned()).collect()
    };
    let folder = locked(TYPED);
    let first = stands(&result(&folder));
    let kept = folder.text("khoa/lan-1/result.json");
    let typed = "so-a;1;;;3;1;x;;\n";
    folder.put("appraisal/bang.csv", table(typed));
    // The same name in another spelling, an alias, another group of the same set: it is the same unit.
    for (from, to) in [("\"Sở A\"", "\"SỞ  A\""), ("\"Sở A\"", "\"Sở Cũ\""), ("\"id\":\"so\"", "\"id\":\"khac\"")] {
        assert!(kept.contains(from), "{from}");
        folder
            .edit("campaign.yaml", "name: Sở A,", "name: Sở A, aliases: [Sở Cũ],")
            .put("khoa/lan-1/result.json", kept.replacen(from, to, 1));
        assert_eq!((told(&folder), stands(&result(&folder))), (Vec::new(), first.clone()), "{to}");
        folder.edit("campaign.yaml", " aliases: [Sở Cũ],", "");
    }
    folder.put("khoa/lan-1/result.json", kept.replace("\"Sở A\"", "\"Sở Khác\""));
    assert_eq!(
        told(&folder),
        ["Thẩm định lần 1 đã khóa: mã “so-a” của “Sở A” trong kết quả đã khóa là của “Sở Khác”; điểm đã khóa chưa được tính cho “Sở A”."]
    );
    assert!(stands(&result(&folder)).contains("so-a: 3.00/3.00"), "{}", stands(&result(&folder)));
    assert!(stands(&result(&folder)).contains("so-b: –/3.60 4.00/4.00 1.00/1.00 = 8.60"), "{}", stands(&result(&folder)));
    folder.put("khoa/lan-1/result.json", kept.replace("\"nho\"", "\"lon\""));
    assert_eq!(told(&folder).len(), 2, "{:?}", told(&folder));
    assert!(told(&folder)[0].contains("được chấm theo bộ tiêu chí “lon”"), "{:?}", told(&folder));
}
