//! Scores of a unit under a heading that nobody understands: a form that is not read, never a list; and what could not be
//! chosen between is not “not filled in”.

use std::path::Path;

use serde_json::Value;

use super::thu::{checked, form};
use crate::folder::{Folder, drawn, run_with};

/// Draws the form without a column of maxima, its scores under this heading.
fn unheaded(heading: &str) -> String {
    let without = |line: &str| {
        let cells: Vec<&str> = line.split('|').collect();
        if cells.len() < 3 { line.to_owned() } else { [&cells[..2], &cells[3..]].concat().join("|") }
    };
    let all: Vec<String> = form(&[heading]).lines().map(without).collect();
    all.join("\n") + "\n"
}

/// Runs the campaign with these files of one unit: gives the unit, and its findings as severity, code and message.
fn run(files: &[(&str, &str)], more: &str) -> (Value, Vec<[String; 3]>) {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    let campaign = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{campaign}{more}"));
    for (name, text) in files {
        folder.put(&format!("submissions/{name}"), drawn(text));
    }
    run_with(&folder.path(""), &["run", ".", "-q"]);
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let unit = result["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "xa-a").unwrap().clone();
    let own = result["findings"].as_array().unwrap().iter().filter(|one| one["unit"] == "xa-a");
    let words = |one: &Value| ["severity", "code", "message"].map(|key| one[key].as_str().unwrap().to_owned());
    (unit, own.map(words).collect())
}

/// Tells whether a unit sent what is not read, and has no points.
fn is_unread(unit: &Value) -> bool {
    unit["sent"] == "unread" && unit["status"] == "not_submitted" && unit["points"].is_null()
}

#[test]
fn scores_under_a_heading_that_nobody_knows_make_a_form_that_is_not_read() {
    for heading in ["Mức đạt", "Xyz", "Kết quả", "Ghi chú", "Äiểm tá»± chấm", "Điểm tự chấm (cũ)"] {
        for text in [unheaded(heading), form(&[heading])] {
            let said = checked(&text);
            assert_eq!(said.found, ["S095 error"], "{heading}: {:?}", said.json["findings"]);
            let told = &said.of("S095")[0];
            assert!(told.contains(&format!("cột “{heading}” đã điền (số tiêu chí: 5)")), "{told}");
            let (unit, findings) = run(&[("a.xlsx", &text)], "");
            assert!(is_unread(&unit), "{heading}: {unit}");
            assert!(findings.iter().any(|[severity, code, _]| severity == "error" && code == "S095"), "{heading}: {findings:?}");
        }
    }
    // A column whose heading is gone is called by its letter; without documents and explanations it is a form all the same.
    assert!(checked(&unheaded("")).of("S095")[0].contains("cột D đã điền"));
    let bare = "UBND XÃ TÂN AN\n\nSTT | Tiêu chí | Mức đạt\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2\n'1.2 | Hoàn thành nhiệm vụ được giao | 3\n";
    assert_eq!(checked(bare).found, ["S095 error"]);
}

#[test]
fn a_list_of_documents_stays_one() {
    let list = |columns: &str, cells: &str| {
        format!(
            "UBND XÃ TÂN AN\n\nSTT | Tiêu chí | Tài liệu kiểm chứng | {columns}\n'1.1 | Ban hành kế hoạch cải cách hành chính | Kế hoạch số 12/KH-UBND ngày 20/01/2026 | {cells}\n"
        )
    };
    for (columns, cells) in [("Số trang", "2"), ("Số bản", "1"), ("Ghi chú", "mục 2"), ("Lưu trữ", "1"), ("Ghi chú", "")] {
        let said = checked(&list(columns, cells));
        assert!(said.found.iter().all(|one| one.ends_with("note")), "{columns}: {:?}", said.json["findings"]);
        let (unit, findings) = run(&[("a.xlsx", &form(&["Điểm tự chấm"])), ("b.xlsx", &list(columns, cells))], "");
        assert_eq!(unit["sent"], "read", "{columns}: {findings:?}");
    }
}

#[test]
fn a_form_that_is_not_understood_is_asked_beside_another_one() {
    let good = form(&["Điểm tự chấm"]);
    let other = |heading: &str| unheaded(heading).replace("| 1.5 |", "| 1 |");
    // Without a reason none counts, and both are named.
    for heading in ["Mức đạt", "Xyz", ""] {
        for names in [["a.xlsx", "b.xlsx"], ["b.xlsx", "a.xlsx"]] {
            let (unit, findings) = run(&[(names[0], &good), (names[1], &other(heading))], "");
            assert!(is_unread(&unit), "{heading}: {unit}");
            let asked = findings.iter().find(|[severity, code, _]| severity == "error" && code == "C243").unwrap();
            assert!(asked[2].contains("a.xlsx") && asked[2].contains("b.xlsx") && asked[2].contains("ghi 1,5"), "{asked:?}");
        }
    }
    // It may be the one that counts.
    let (unit, findings) = run(&[("a.xlsx", &good), ("b dieu chinh.xlsx", &other("Mức đạt"))], "");
    assert!(is_unread(&unit), "{unit}");
    let asked = findings.iter().find(|[severity, code, _]| severity == "error" && code == "C243").unwrap();
    assert!(asked[2].contains("“b dieu chinh.xlsx” được chọn vì ghi “điều chỉnh”, nhưng không đọc được"), "{asked:?}");
    let titled = other("Mức đạt").replace("BẢNG TỰ ĐÁNH GIÁ", "BẢNG TỰ ĐÁNH GIÁ (ĐIỀU CHỈNH)");
    assert!(is_unread(&run(&[("a.xlsx", &good), ("b.xlsx", &titled)], "").0));
    // A reason for the other one, the campaign's word, or the same scores: it counts, and that is told.
    for (names, text, more) in [
        (["a dieu chinh.xlsx", "b.xlsx"], other("Mức đạt"), ""),
        (["a.xlsx", "b du thao.xlsx"], other("Mức đạt"), ""),
        (["a.xlsx", "b.xlsx"], other("Mức đạt"), "\nsubmissions: { xa-a: a.xlsx }\n"),
        (["a.xlsx", "b.xlsx"], unheaded("Mức đạt"), ""),
    ] {
        let (unit, findings) = run(&[(names[0], &good), (names[1], &text)], more);
        assert_eq!((&unit["sent"], &unit["stages"]["accepted"]), (&Value::from("read"), &Value::from("12.90")), "{names:?}: {findings:?}");
        assert!(findings.iter().any(|[_, code, words]| code == "C247" && words.contains(names[1])), "{names:?}: {findings:?}");
    }
}

#[test]
fn other_scores_on_a_sheet_beside_the_form_are_asked() {
    let good = form(&["Điểm tự chấm"]);
    let book = |other: &str| format!("== Biểu\n{good}\n== Bản hai\n{other}");
    let said = checked(&book(&unheaded("Mức đạt").replace("| 1.5 |", "| 1 |")));
    assert!(said.of("S091").iter().any(|one| one.contains("“Mức đạt”") && one.contains("(tiêu chí 1.3)")), "{:?}", said.json);
    assert!(said.found.contains(&"S091 error".to_owned()), "{:?}", said.found);
    let same = checked(&book(&unheaded("Mức đạt")));
    assert!(!same.found.contains(&"S091 error".to_owned()), "{:?}", same.json["findings"]);
}

#[test]
fn what_could_not_be_chosen_between_is_not_blank() {
    let two = |heading: &str| form(&[heading, heading]);
    let figures = |text: &str| {
        text.replace("| 80 |", "| |")
            .replace("| 40", "|")
            .replace("| 50", "|")
            .replace("'20/01/2026", "")
            .replace("Công khai đầy đủ, kịp thời", "")
    };
    let alone = |text: &str| figures(text).replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "");
    let other = form(&["Điểm tự chấm"])
        .replace("| 3.2 |", "| 3 |")
        .replace("| 1.5 |", "| 1 |")
        .replace("| 2 | | 2 |", "| 2 | | 1 |")
        .replace("kịp thời | 3 |", "kịp thời | 2 |");
    let sheets = format!("== A\n{}\n== B\n{other}", form(&["Điểm tự chấm"]));
    for (what, text) in [("columns", alone(&two("Điểm tự chấm"))), ("self-scores", alone(&two("Tự chấm"))), ("sheets", sheets)] {
        let (unit, findings) = run(&[("a.xlsx", &text)], "");
        assert!(is_unread(&unit), "{what}: {unit} {findings:?}");
        let told = findings.iter().find(|[_, code, _]| code == "C245").unwrap();
        assert!(told[2].contains("đã gửi, chưa đọc được"), "{what}: {told:?}");
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/foreign/thu"));
        folder.put("submissions/a.xlsx", drawn(&text));
        let said = run_with(&folder.path(""), &["check", "submissions/a.xlsx", "--campaign", "."]).out;
        assert!(said.contains("UBND xã Tân An (đã gửi, chưa đọc được)") && !said.contains("chưa điền"), "{what}: {said}");
        assert_eq!(checked(&text).json["files"][0]["blank"], false, "{what}");
        // Beside a form that is read it may be the newer one: asked, and never left as one that is blank.
        let (unit, findings) = run(&[("a.xlsx", &form(&["Điểm tự chấm"])), ("b.xlsx", &text)], "");
        assert!(findings.iter().any(|[_, code, _]| code == "C243"), "{what}: {unit} {findings:?}");
    }
    // Nothing in either of two columns is nothing.
    let empty = alone(&two("Điểm tự chấm"))
        .lines()
        .map(|line| if line.starts_with('\'') { line.split(" | ").take(3).collect::<Vec<_>>().join(" | ") } else { line.to_owned() })
        .collect::<Vec<_>>()
        .join("\n");
    assert_eq!(run(&[("a.xlsx", &empty)], "").0["sent"], "blank");
}
