//! Rounds that are locked: what they came to stands, and what was typed since is told.

use serde_json::Value;

use crate::appraisal::{campaign, result, table};
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
fn keep(folder: &Folder, file: &str) {
    folder.put(file, folder.text("reports/result.json"));
}

/// Says of every unit the points of each leaf in the first round and what counts, and what was found of the lock.
fn stands(result: &Value) -> String {
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
fn told(result: &Value) -> Vec<String> {
    let all = result["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A076");
    all.map(|one| one["message"].as_str().unwrap().to_owned()).collect()
}

const TYPED: &str = "so-a;1;;;2,25;1;x;;\nso-a;2;sang_kien;5;;1;trùng lặp;;\nso-b;3;;;1;1;y;;\n";

#[test]
fn what_is_locked_stands_whatever_is_typed_later() {
    let folder = locked(TYPED);
    let first = stands(&result(&folder));
    assert_eq!(told(&result(&folder)), [""; 0]);
    let cases = [
        // Points, corrected figures, lines taken out, lines added, what applies.
        ("so-a;1;;;3;1;x;;\nso-a;2;sang_kien;5;;1;x;;\nso-b;3;;;1;1;y;;\n", 1),
        ("so-a;1;;;2,25;1;x;;\nso-a;2;sang_kien;9;;1;x;;\nso-b;3;;;1;1;y;;\n", 1),
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
