//! What a round refuses stands as it was typed and counts as not typed: it is told, and nobody takes it for an appraisal.

use serde_json::Value;

use crate::appraisal::{campaign, campaign_of, result, table};
use crate::council::{TABLES, made};
use crate::folder::Folder;
use crate::form::{Opened, shown};
use crate::locked::{PARTS, PARTS_SENT, keep, stands, told};

/// Points above the maximum, and points beside figures that give others.
const REFUSED: &str = "so-a;3;;;9;1;x;;\nso-b;1;dung_han;60;3;1;y;;\n";

/// Finds a leaf of a unit in a result.
fn leaf<'r>(result: &'r Value, unit: &str, id: &str) -> &'r Value {
    let of = |all: &'r Value, id: &str| all.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
    of(&result["groups"][0]["units"], unit)["criteria"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()
}

/// Locks the first round as it stands.
fn lock(folder: &Folder) {
    keep(folder, "khoa/lan-1/result.json");
    folder.edit("campaign.yaml", "official: ", "rounds: [ { id: 1, locked: khoa/lan-1 }, { id: 2 } ]\nofficial: ");
}

#[test]
fn what_is_refused_stands_as_typed_and_appraises_nothing() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table(REFUSED));
    let now = result(&folder);
    for (unit, id, typed) in [("so-a", "3", "9.00"), ("so-b", "1", "3.00")] {
        let leaf = leaf(&now, unit, id);
        assert_eq!((leaf["appraised_1"].as_str(), &leaf["refused"]), (Some(typed), &serde_json::json!(["appraised_1"])), "{leaf}");
    }
    // Nor does anybody take the units for appraised.
    let said = folder.run("run .");
    let said = said.out + &said.err;
    assert!(said.contains("Thẩm định lần 1: chưa có kết quả."), "{said}");
    let progress = crate::samples::dump(&folder.path("reports/ket-qua-kiem-tra.xlsx"));
    assert!(progress.contains("Chờ cơ quan thẩm định ghi kết quả") && !progress.contains("Không còn nội dung phải đôn đốc"), "{progress}");
    let before = shown(&Opened::new(made(&folder, 2)).at("Thẩm định", "leaf:so-a/3", "before"));
    assert!(!before.contains('9'), "{before}");
}

#[test]
fn what_was_refused_when_a_round_was_locked_stays_so() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table(&format!("so-a;1;;;2;1;z;;\n{REFUSED}")));
    // What counts of each leaf; the round itself shows what was typed.
    let stands = |now: &Value| -> Vec<String> {
        let all = stands(now);
        all.split(['/', '|']).skip(1).map(|part| part.split(' ').next().unwrap().to_owned()).collect()
    };
    let first = stands(&result(&folder));
    lock(&folder);
    let now = folder.text("khoa/lan-1/result.json");
    // Results of before do not say which points were refused.
    let mut before: Value = serde_json::from_str(&now).unwrap();
    for unit in before["groups"][0]["units"].as_array_mut().unwrap() {
        for leaf in unit["criteria"].as_array_mut().unwrap() {
            leaf.as_object_mut().unwrap().remove("refused");
        }
    }
    for kept in [now, before.to_string()] {
        folder.put("khoa/lan-1/result.json", kept).put("appraisal/bang.csv", table(&format!("so-a;1;;;2;1;z;;\n{REFUSED}")));
        let untouched = result(&folder);
        assert_eq!((stands(&untouched), told(&untouched)), (first.clone(), Vec::new()));
        // Mended as the findings advise, but after the lock.
        folder.put("appraisal/bang.csv", table("so-a;1;;;2;1;z;;\nso-a;3;;;1;1;x;;\nso-b;1;dung_han;75;3;1;y;;\n"));
        let mended = result(&folder);
        assert_eq!(stands(&mended), first);
        let changed = told(&mended);
        assert_eq!(changed.len(), 2, "{changed:?}");
        assert!(changed[0].contains("khi khóa chưa có điểm, nay là 1,00 điểm; vẫn tính theo kết quả đã khóa"), "{changed:?}");
        folder.put("appraisal/bang.csv", table("so-a;1;;;2;1;z;;\n"));
        let gone = result(&folder);
        assert_eq!((stands(&gone), told(&gone)), (first.clone(), Vec::new()));
    }
}

#[test]
fn other_figures_of_the_same_points_are_a_change_of_a_locked_round() {
    let folder = campaign();
    let typed = |figure: &str| table(&format!("so-a;2;sang_kien;{figure};;1;x;;\n"));
    folder.put("appraisal/bang.csv", typed("8"));
    let first = stands(&result(&folder));
    lock(&folder);
    assert_eq!(told(&result(&folder)), [""; 0]);
    folder.put("appraisal/bang.csv", typed("9"));
    let now = result(&folder);
    assert_eq!(stands(&now), first);
    assert_eq!(
        told(&now)[0],
        "Thẩm định lần 1 đã khóa: tiêu chí “2” của “Sở A” khi khóa là 4,00 điểm, “Số sáng kiến” được xác định là “8”, nay là 4,00 điểm, “Số sáng kiến” được xác định là “9”; vẫn tính theo kết quả đã khóa."
    );
}

#[test]
fn a_workbook_just_made_has_no_finding() {
    let parts = campaign_of(PARTS, PARTS_SENT);
    parts.put("appraisal/bang.csv", "Đơn vị;Tiêu chí;Áp dụng;Lần;Lý do\nso-a;1/p2;không;1;không có đơn vị sự nghiệp\n");
    let others = TABLES.iter().map(|rows| {
        let folder = campaign();
        folder.put("appraisal/bang.csv", table(rows));
        folder
    });
    for (n, folder) in std::iter::once(parts).chain(others).enumerate() {
        for round in [1, 2] {
            folder.put(&format!("appraisal/lan-{round}.xlsx"), made(&folder, round));
        }
        std::fs::remove_file(folder.path("appraisal/bang.csv")).unwrap();
        let now = result(&folder);
        let of_books = now["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A067" || one["code"] == "A091");
        assert_eq!(of_books.count(), 0, "{n}: {}", now["findings"]);
    }
}

#[test]
fn nobody_is_asked_about_what_was_not_appraised() {
    let folder = campaign();
    // The unit claims more than its figures give, of which no round says anything.
    folder.edit("forms.yaml", "claimed: \"3.2\"", "claimed: \"4\"").fill();
    folder.put("appraisal/bang.csv", table("so-a;3;;;1;1;Chưa công khai đủ;;\n"));
    result(&folder);
    folder.explained("giai-trinh.xlsx", "so-a", &[]).unwrap();
    let bytes = std::fs::read(folder.path("giai-trinh.xlsx")).unwrap();
    assert_eq!(Opened::new(bytes).keys("Giải trình")[1..], ["leaf:3", "input:3/cong_khai"]);
}

#[test]
fn points_alone_change_no_figures_of_others() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;2;;;1,6;1;Giảm vì chậm;;\n"));
    result(&folder);
    let said = folder.run("why . so-b 2").out;
    assert!(!said.contains("thay đổi"), "{said}");
    let all = crate::samples::dump(&folder.path("reports/don-vi/so-b.xlsx"));
    assert!(!all.contains("số liệu của “Sở A”"), "{all}");
}
