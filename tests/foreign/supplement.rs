//! What a unit sends beside its form in a table without a score: documents, explanations, figures. It is joined to the form,
//! and counts no more and no less than in the form itself.

use std::path::Path;

use serde_json::Value;

use super::thu::form;
use crate::folder::{Folder, drawn, run_with};

const TOP: &str = "UBND XÃ TÂN AN\n\n";

/// Gives what a unit's leaf comes to in a run, and the codes and messages of errors of that unit.
fn run(a: &str, b: &str) -> (Folder, Vec<(String, String)>, Value) {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    folder.put("submissions/a.xlsx", drawn(a));
    if !b.is_empty() {
        folder.put("submissions/b.xlsx", drawn(b));
    }
    run_with(&folder.path(""), &["run", ".", "-q"]);
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let errors = result["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["severity"] == "error" && one["unit"] == "xa-a" && one["code"] != "P019");
    let errors = errors.map(|one| (one["code"].as_str().unwrap().to_owned(), one["message"].as_str().unwrap().to_owned())).collect();
    (folder, errors, result)
}

/// Gives what is accepted for a leaf.
fn accepted(result: &Value, id: &str) -> String {
    let units = result["groups"][0]["units"].as_array().unwrap();
    let unit = units.iter().find(|unit| unit["id"] == "xa-a").unwrap();
    let leaf = unit["criteria"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
    leaf["accepted"].as_str().unwrap_or("–").to_owned()
}

const PLAN: &str = "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";

/// Draws the form without its document, and without the figures of 1.2.
fn bare(evidence: bool, figures: bool) -> String {
    let mut form = form(&["Điểm tự chấm"]);
    if !evidence {
        form = form.replace(PLAN, "");
    }
    if !figures {
        form = form.replace("hoàn thành | | 40", "hoàn thành | |").replace("được giao | | 50", "được giao | |");
    }
    form
}

#[test]
fn a_table_without_a_score_is_joined_to_the_form() {
    let (_, errors, result) = run(&bare(true, true), "");
    assert_eq!((errors.len(), accepted(&result, "1.1"), accepted(&result, "1.2")), (0, "2.00".into(), "3.20".into()), "{errors:?}");
    for (form, table, leaf, points) in [
        (bare(false, true), format!("STT | Tiêu chí | Điểm tối đa | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | {PLAN}\n"), "1.1", "2.00"),
        (bare(false, true), format!("STT | Nội dung | Điểm chuẩn | Minh chứng | Ghi chú\n'1 | Chỉ đạo, điều hành | 8\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | {PLAN} |\n"), "1.1", "2.00"),
        (bare(false, true), "STT | Tiêu chí | Điểm tối đa | Giải trình\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | Kế hoạch ban hành chung với huyện\n".into(), "1.1", "2.00"),
        (bare(true, false), "STT | Tiêu chí | Điểm tối đa | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | 4 | '40/50\n".into(), "1.2", "3.20"),
        (bare(true, false), "STT | Tiêu chí | Điểm tối đa | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | 4\n | Số nhiệm vụ hoàn thành | | 40\n | Số nhiệm vụ được giao | | 50\n".into(), "1.2", "3.20"),
    ] {
        let (_, _, alone) = run(&form, "");
        assert_eq!(accepted(&alone, leaf), "0.00", "{table}");
        let (folder, errors, result) = run(&form, &format!("{TOP}{table}"));
        assert_eq!((accepted(&result, leaf).as_str(), errors), (points, Vec::new()), "{table}");
        let told = result["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "C248").count();
        assert_eq!(told, 1, "{table}: that it was joined is told");
        // Checked together with the form, it says the same; the form alone says where else to look.
        let check = |files: &[&str]| {
            let args = [&["check"], files, &["--campaign", ".", "--format", "json"]].concat();
            let said = run_with(&folder.path(""), &args);
            let json: Value = serde_json::from_str(&said.out).unwrap();
            let errors = json["findings"].as_array().unwrap().iter().filter(|one| one["severity"] == "error").cloned();
            errors.collect::<Vec<Value>>()
        };
        assert_eq!(check(&["submissions/a.xlsx", "submissions/b.xlsx"]), Vec::<Value>::new(), "{table}");
        let alone = check(&["submissions/a.xlsx"]);
        assert!(!alone.is_empty(), "{table}");
        for one in alone.iter().filter(|one| one["code"] == "E001") {
            assert!(one["help"].as_str().unwrap().contains("ở tệp khác"), "{one}");
        }
    }
}

#[test]
fn what_is_joined_is_never_worth_more_than_in_the_form() {
    // What the province prints is no document; another unit's, another year's and the council's are nobody's here.
    for (top, table) in [
        (TOP, "STT | Tiêu chí | Điểm tối đa | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | Kế hoạch cải cách hành chính năm\n".to_owned()),
        ("UBND XÃ TÂN BÌNH\n\n", format!("STT | Tiêu chí | Điểm tối đa | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | {PLAN}\n")),
        ("UBND XÃ TÂN AN\nBẢNG TỰ ĐÁNH GIÁ NĂM 2025\n", format!("STT | Tiêu chí | Điểm tối đa | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | {PLAN}\n")),
        (TOP, format!("STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2 | {PLAN}\n")),
    ] {
        let (_, errors, result) = run(&bare(false, true), &format!("{top}{table}"));
        assert_eq!(accepted(&result, "1.1"), "0.00", "{table}: {errors:?}");
        assert_eq!(accepted(&result, "1.2"), "3.20", "{table}: {errors:?}");
    }
    // Figures that differ are asked, and neither counts; the same ones are one fact.
    let figures =
        |done: u8| format!("{TOP}STT | Tiêu chí | Điểm tối đa | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | 4 | '{done}/50\n");
    let (_, errors, result) = run(&bare(true, true), &figures(45));
    assert_eq!(accepted(&result, "1.2"), "0.00", "{errors:?}");
    assert!(errors.iter().any(|(code, words)| code == "C243" && words.contains("1.2") && words.contains("b.xlsx")), "{errors:?}");
    let (_, errors, result) = run(&bare(true, true), &figures(40));
    assert_eq!((accepted(&result, "1.2").as_str(), errors), ("3.20", Vec::new()));
}

/// In a form of a province without any place for figures claims stand; a unit that sends some figures beside it has a place for
/// all, so that none is worth more for being left out.
#[test]
fn some_figures_beside_a_form_without_any_ask_for_all() {
    let form = format!(
        "{TOP}STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | TLKC
'1 | Chỉ đạo, điều hành | 8
'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2 | {PLAN}
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | 4 |
'2 | Cải cách thủ tục hành chính | 12
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 4 |
"
    );
    let points = |beside: &str| {
        let (_, _, result) = run(&form, beside);
        ["1.1", "1.2", "2.1"].map(|id| accepted(&result, id))
    };
    assert_eq!(points(""), ["2.00", "4.00", "4.00"]);
    let figures = "STT | Tiêu chí | Điểm tối đa | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | 4 | '40/50\n";
    assert_eq!(points(&format!("{TOP}{figures}")), ["0.00", "3.20", "0.00"]);
}

/// Draws the form with some of its cells left blank. The first half has the figures and scores of the first area, the second one
/// the document of 1.1 and what the second area says.
fn half(first: bool) -> String {
    let blank: &[(&str, &str)] = if first {
        &[(PLAN, ""), ("| 4 | 80 | 3.2 |", "| 4 | | |"), ("| 3 | Công khai đầy đủ, kịp thời | 3 |", "| 3 | | |")]
    } else {
        &[
            ("| 2 | | 2 | Kế", "| 2 | | | Kế"),
            (" '20/01/2026\n", "\n"),
            ("| 4 | | 3.2 |", "| 4 | | |"),
            ("| | 40", "| |"),
            ("| | 50", "| |"),
            ("| 2 | | 1.5 |", "| 2 | | |"),
        ]
    };
    blank.iter().fold(bare(true, true), |form, (words, left)| {
        assert!(form.contains(words), "{words}");
        form.replace(words, left)
    })
}

#[test]
fn two_half_empty_copies_of_a_form_are_one() {
    let all = ["1.1", "1.2", "1.3", "2.1", "2.2"];
    let points = |result: &Value| all.map(|id| accepted(result, id));
    let (_, errors, whole) = run(&bare(true, true), "");
    assert_eq!(errors, Vec::new(), "the control");
    let (one, other) = (half(true), half(false));
    assert!(one.contains("| 3.2 ") && !one.contains(PLAN) && other.contains(PLAN), "{one}{other}");
    for (a, b) in [(&one, &other), (&other, &one)] {
        let (_, errors, result) = run(a, b);
        assert_eq!((points(&result), errors), (points(&whole), Vec::new()), "{a}{b}");
        assert_eq!(result["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "C248").count(), 1);
    }
    // Neither half alone is worth as much.
    for half in [&one, &other] {
        let (_, errors, result) = run(half, "");
        assert!(points(&result) != points(&whole) && !errors.is_empty(), "{half}");
    }
    // What both say and differ in is asked, with both places; neither counts.
    let third = other.replace("hoàn thành | |", "hoàn thành | | 45");
    let (_, errors, result) = run(&one, &third);
    let differing = errors.iter().find(|(code, _)| code == "C243").unwrap_or_else(|| panic!("{errors:?}"));
    assert!(["a.xlsx", "b.xlsx", "1.2", "!D9", "ghi 40", "ghi 45"].iter().all(|said| differing.1.contains(said)), "{differing:?}");
    assert_eq!(
        result["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "xa-a").unwrap()["status"],
        "not_submitted"
    );
    // A copy that says a part again and leaves another blank may be a later state: it is asked.
    let later = bare(false, true);
    let (_, errors, _) = run(&bare(true, true), &later);
    assert!(errors.iter().any(|(code, _)| code == "C243"), "{errors:?}");
}
