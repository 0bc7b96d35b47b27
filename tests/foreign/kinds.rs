//! Small files of each kind of fault, as people sent them, and what is read of them.

use std::fs;
use std::path::Path;

use parindex::workbook;
use serde_json::Value;

use super::thu::{Said, checked_bytes};
use crate::folder::{Folder, run_with};

/// Checks a file of `tests/fixtures/kinds`, alone.
fn checked(file: &str) -> Said {
    let bytes = fs::read(Path::new("tests/fixtures/kinds").join(file)).unwrap();
    checked_bytes(&bytes, file.rsplit('/').next().unwrap(), "")
}

/// What was found: code and cell, in the order of the codes; notes on points claimed below what is computed are left out.
fn found(said: &Said) -> Vec<String> {
    let findings = said.json["findings"].as_array().unwrap().iter().filter(|one| one["code"] != "P010");
    let mut found: Vec<String> =
        findings.map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["cell"].as_str().unwrap_or("–"))).collect();
    found.sort();
    found
}

/// A file, a leaf of it, what is claimed and accepted there, and everything that is found.
type Case = (&'static str, &'static str, Option<&'static str>, Option<&'static str>, &'static [&'static str]);

const CASES: &[Case] = &[
    // Two columns of one role: the year, the correction, the round, the plan; the same heading twice is asked.
    ("two-columns/year-2025-then-2026.xlsx", "1.3", Some("1"), Some("1.00"), &["S111 F5"]),
    ("two-columns/corrected.xlsx", "1.3", Some("1"), Some("1.00"), &["S111 F5"]),
    ("two-columns/first-second.xlsx", "1.3", Some("1"), Some("1.00"), &["S111 F5"]),
    ("two-columns/planned-then-claimed.xlsx", "1.3", Some("1"), Some("1.00"), &["S111 F5"]),
    ("two-columns/same-heading-twice.xlsx", "1.3", None, None, &["S110 E5"]),
    ("two-columns/figures-two-years.xlsx", "1.2", Some("3.2"), Some("3.20"), &["S111 E5"]),
    // 80 in cells that show 80 or 80%.
    ("percent-formats/own-format-1.xlsx", "2.1", None, Some("3.20"), &[]),
    ("percent-formats/own-format-2.xlsx", "2.1", None, Some("3.20"), &[]),
    ("percent-formats/own-format-3.xlsx", "2.1", None, Some("3.20"), &[]),
    ("percent-formats/own-format-4.xlsx", "2.1", None, Some("3.20"), &[]),
    ("percent-formats/own-format-5.xlsx", "2.1", None, Some("3.20"), &[]),
    // A document by its kind and its number or day: a warning, in either form.
    ("without-symbol/own-number-12.xlsx", "1.1", None, Some("2.00"), &["E011 D8"]),
    ("without-symbol/own-no-number.xlsx", "1.1", None, Some("2.00"), &["E003 I9", "E010 D8"]),
    ("without-symbol/foreign-1.xlsx", "1.1", Some("2"), Some("2.00"), &["E011 F7"]),
    ("without-symbol/foreign-2.xlsx", "1.1", Some("2"), Some("2.00"), &["E003 E7", "E011 F7"]),
    ("without-symbol/foreign-3.xlsx", "1.1", Some("2"), Some("2.00"), &["E003 E7", "E010 F7", "E025 F7"]),
    ("without-symbol/foreign-4.xlsx", "1.1", Some("2"), Some("2.00"), &["E003 E7"]),
    ("without-symbol/foreign-5.xlsx", "1.1", Some("2"), Some("2.00"), &["E011 F7"]),
    // The address that a click opens is the document.
    ("links/own-link.xlsx", "1.1", None, Some("2.00"), &[]),
    ("links/own-hyperlink-formula.xlsx", "1.1", None, Some("2.00"), &[]),
    ("links/foreign-link.xlsx", "1.1", Some("2"), Some("2.00"), &[]),
    // Beside the value, and behind a line through it: told, not read.
    ("notes/foreign-evidence-in-note.xlsx", "1.1", Some("2"), Some("0.00"), &["E001 E7", "S101 F7"]),
    ("notes/foreign-struck-out.xlsx", "1.3", None, None, &["E001 E7", "S102 E12", "S102 F7"]),
    ("notes/own-explanation-in-note.xlsx", "2.1", Some("1"), Some("1.00"), &["S101 J16"]),
    // The same form as it goes back, saved by LibreOffice, which forgets who wrote a note.
    ("notes/sent-back.xlsx", "2.1", Some("1"), Some("1.00"), &["S101 J16"]),
    ("notes/sent-back.ods", "2.1", Some("1"), Some("1.00"), &["S101 J16"]),
    ("notes/sent-back.xls", "2.1", Some("1"), Some("1.00"), &["S101 J16"]),
    // Points that the cell shows as per cent are asked.
    ("points-as-percent/foreign-75-percent.xlsx", "1.3", Some("75%"), None, &["S050 E12"]),
    ("points-as-percent/control-text-75.xlsx", "1.3", Some("75%"), None, &["S050 E12"]),
    // One odd cell costs that cell.
    ("odd-cell/v-sp.xlsx", "1.2", None, Some("3.20"), &[]),
    ("odd-cell/v-comma.xlsx", "1.2", None, Some("0.00"), &["P001 F12", "S013 F12"]),
    // Containers as other programs write them.
    ("containers/backslash.xlsx", "1.2", None, Some("3.20"), &[]),
    ("containers/s-BOOK.xls", "1.2", None, Some("3.20"), &[]),
    ("containers/s-WORKBOOK.xls", "1.2", None, Some("3.20"), &[]),
    ("containers/workbook2.xlsx", "1.2", None, None, &["S012 –"]),
];

#[test]
fn every_kind_is_read_as_people_mean_it_or_asked() {
    for (file, leaf, claimed, accepted, findings) in CASES {
        let said = checked(file);
        assert_eq!(found(&said), *findings, "{file}: {:#?}", said.json["findings"]);
        assert_eq!((said.claim(leaf).as_deref(), said.accepted(leaf).as_deref()), (*claimed, *accepted), "{file}: {leaf}");
    }
    let years = checked("two-columns/figures-two-years.xlsx");
    assert_eq!((years.input("1.2", "xong").as_deref(), years.input("2.1", "ty_le").as_deref()), (Some("40"), Some("80")));
}

#[test]
fn the_copy_that_goes_back_keeps_links_and_notes() {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    let copied = |file: &str| {
        let name = file.rsplit('/').next().unwrap().replace(".xlsx", "");
        let bytes = fs::read(Path::new("tests/fixtures/kinds").join(file)).unwrap();
        folder.put(&format!("in/{name}.xlsx"), bytes);
        run_with(&folder.path(""), &["check", &format!("in/{name}.xlsx"), "--campaign", ".", "--out", "out"]);
        workbook::open(&fs::read(folder.path(&format!("out/{name}.phan-hoi.xlsx"))).unwrap(), "a.xlsx").value.unwrap()
    };
    let address = "https://drive.google.com/file/d/abc123/view";
    for (file, words) in [("links/own-link.xlsx", "Xem tại đây"), ("links/own-hyperlink-formula.xlsx", address)] {
        let book = copied(file);
        let links: Vec<(String, &str)> = book
            .sheets
            .iter()
            .flat_map(|sheet| sheet.cells.values())
            .filter_map(|cell| Some((cell.shown(), cell.link.as_deref()?)))
            .collect();
        assert_eq!(links, [(words.to_owned(), address)], "{file}");
    }
    let notes = |book: &workbook::Book| -> Vec<String> { book.sheets.iter().flat_map(|sheet| sheet.notes.values().cloned()).collect() };
    for file in ["notes/own-explanation-in-note.xlsx", "notes/sent-back.xlsx"] {
        assert_eq!(notes(&copied(file)), ["Giải trình: hệ thống lỗi tháng 6"], "{file}");
    }
}

#[test]
fn lines_of_text_that_do_not_fit_their_heading_are_not_read() {
    // A table of points, what is found with its line, and the points that are read.
    let cases: [(&str, &[&str], &[&str]); 4] = [
        ("appraisal-comma-decimal.csv", &["S075 2", "S075 3"], &[]),
        ("appraisal-comma-decimal-reason.csv", &["S075 2"], &[]),
        ("appraisal-semicolon-in-reason.csv", &["S075 2"], &[]),
        ("appraisal.csv", &["S076 2"], &["xa-b 1.00"]),
    ];
    for (file, findings, points) in cases {
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/foreign/thu"));
        folder.put("submissions/a.xlsx", fs::read("tests/fixtures/kinds/links/own-link.xlsx").unwrap());
        folder.put("appraisal/t.csv", fs::read(Path::new("tests/fixtures/kinds/delimited").join(file)).unwrap());
        run_with(&folder.path(""), &["run", ".", "-q"]);
        let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
        let all =
            result["findings"].as_array().unwrap().iter().filter(|one| one["file"].as_str().is_some_and(|file| file.ends_with("csv")));
        let found: Vec<String> = all.map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["line"])).collect();
        assert_eq!(found, findings, "{file}");
        let units = result["groups"][0]["units"].as_array().unwrap().iter();
        let read: Vec<String> = units
            .filter_map(|unit| {
                let leaf = unit["criteria"].as_array().unwrap().iter().find(|one| one["id"] == "2.3").unwrap();
                leaf["appraised_1"].as_str().map(|points| format!("{} {points}", unit["id"].as_str().unwrap()))
            })
            .collect();
        assert_eq!(read, points, "{file}");
    }
}
