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

/// Draws the form of [`thu::form`](super::thu::form) and changes cells of it as somebody does in Excel.
fn handled(change: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Said {
    let text = super::thu::form(&["Điểm tự chấm"]);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(text.lines()) {
        for (column, cell) in (0..).zip(line.split('|').map(str::trim)) {
            match (cell.parse::<f64>(), cell.strip_prefix('\'')) {
                (Ok(number), _) => {
                    sheet.write_number(row, column, number).unwrap();
                }
                (_, Some(words)) => {
                    sheet.write_string(row, column, words).unwrap();
                }
                (_, None) if cell.is_empty() => {}
                (_, None) => {
                    sheet.write_string(row, column, cell).unwrap();
                }
            }
        }
    }
    change(sheet);
    checked_bytes(&book.save_to_buffer().unwrap(), "x.xlsx", "")
}

#[test]
fn a_figure_is_what_its_cell_shows_in_a_form_of_the_province_too() {
    // The figure of 2.1, its format, and what is read.
    let figures = [
        (80.0, "0.0_%;(0.0_%)", Some("80")),
        (80.0, "0*%", Some("80")),
        (80.0, "[>1]0\"%\";0%", Some("80")),
        (80.0, "0;0%", Some("80")),
        (80.0, "0\"%\"", Some("80")),
        (80.0, "[<=1]0%;0.00\" %\"", Some("80")),
        (0.8, "0%", Some("80")),
        (0.8, "[Red]0.0%", Some("80")),
        (0.8, "[<=1]0%;0.00\" %\"", Some("80")),
    ];
    for (number, format, read) in figures {
        let format_of = rust_xlsxwriter::Format::new().set_num_format(format);
        let said = handled(|sheet| {
            sheet.write_number_with_format(12, 3, number, &format_of).unwrap();
        });
        assert_eq!(said.input("2.1", "ty_le").as_deref(), read, "{number} as {format}: {:?}", said.found);
        assert_eq!(said.accepted("2.1").as_deref(), Some("3.20"), "{format}");
    }
    // The claim of 1.3: points that are shown as per cent are asked, others are points.
    let claims = [
        (0.75, "0%", None),
        (75.0, "0\"%\"", None),
        (0.75, "[>1]0;0%", None),
        (1.5, "[>1]0.0;0%", Some("1.50")),
        (1.5, "0.0_%", Some("1.50")),
        (1.5, "0.0*%", Some("1.50")),
        (1.5, "0.0;0%", Some("1.50")),
    ];
    for (number, format, accepted) in claims {
        let format_of = rust_xlsxwriter::Format::new().set_num_format(format);
        let said = handled(|sheet| {
            sheet.write_number_with_format(10, 4, number, &format_of).unwrap();
        });
        assert_eq!(said.accepted("1.3").as_deref(), accepted, "{number} as {format}: {:?}", said.found);
        assert_eq!(said.of("S050").len(), usize::from(accepted.is_none()), "{number} as {format}");
    }
}

#[test]
fn a_link_is_a_document_and_mail_or_another_cell_is_none() {
    // What a click opens, the words that stand there, how many documents are read, and how the only one is reached.
    let web = "https://drive.google.com/file/d/1/view";
    let cases: [(&str, &str, usize, &str); 8] = [
        (web, "Xem tại đây", 1, web),
        (web, "TLKC: xem", 1, web),
        (web, "Kế hoạch số 12/KH-UBND ngày 20/01/2026", 1, web),
        ("mailto:so@tinh.gov.vn", "Xem tại đây", 0, ""),
        ("internal:'Sheet1'!A1", "Xem tại đây", 0, ""),
        ("mailto:so@tinh.gov.vn", "Kế hoạch số 12/KH-UBND ngày 20/01/2026", 1, ""),
        ("file:///TLKC/12%20KH.pdf", "Bản ký", 1, "TLKC/12 KH.pdf"),
        // What the province prints is the province's, with its link.
        (web, "Yêu cầu: Kế hoạch năm", 0, ""),
    ];
    for (address, words, documents, reached) in cases {
        let said = handled(|sheet| {
            sheet.write_url(5, 5, rust_xlsxwriter::Url::new(address).set_text(words)).unwrap();
        });
        assert_eq!(said.documents("1.1"), documents, "{address} {words}: {said:?}");
        assert_eq!(said.accepted("1.1").as_deref(), Some(if documents > 0 { "2.00" } else { "0.00" }), "{address} {words}");
        let row = said.json["files"][0]["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == "1.1").unwrap().clone();
        let named = row["evidence"].get(0).cloned().unwrap_or_default();
        let way = named["link"].as_str().or(named["file"].as_str()).unwrap_or_default().trim_start_matches("file:///").to_owned();
        assert_eq!(way, reached, "{address} {words}");
    }
}

#[test]
fn an_answer_beside_its_cell_or_struck_out_is_told_and_not_read() {
    let struck = rust_xlsxwriter::Format::new().set_font_strikethrough();
    let note = |words: &str| rust_xlsxwriter::Note::new(words).add_author_prefix(false);
    let beside = handled(|sheet| {
        sheet.write_blank(10, 4, &rust_xlsxwriter::Format::new()).unwrap();
        sheet.insert_note(10, 4, &note("Tự chấm: 1,5")).unwrap();
    });
    assert_eq!((beside.claim("1.3"), beside.of("S101")), (None, vec!["E11 Ô E11 có ghi chú: không được đọc (“Tự chấm: 1,5”).".into()]));
    let claim = handled(|sheet| {
        sheet.write_number_with_format(10, 4, 1.5, &struck).unwrap();
    });
    assert_eq!((claim.claim("1.3"), claim.of("S102").len()), (None, 1), "{claim:?}");
    let figure = handled(|sheet| {
        sheet.write_number_with_format(8, 3, 40, &struck).unwrap();
    });
    assert_eq!((figure.input("1.2", "xong"), figure.accepted("1.2").as_deref()), (None, Some("0.00")), "{figure:?}");
    let document = handled(|sheet| {
        sheet.write_string_with_format(5, 5, "Kế hoạch số 12/KH-UBND", &struck).unwrap();
    });
    assert_eq!((document.documents("1.1"), document.of("S102").len()), (0, 1), "{document:?}");
}

#[test]
fn forms_of_a_province_are_read_or_asked_whole() {
    // File, unit, layout, claims read, the claim of 1.1.2, documents named, and what is told of the reading itself.
    type Form =
        (&'static str, Option<&'static str>, Option<&'static str>, usize, Option<&'static str>, usize, &'static [(&'static str, usize)]);
    let cases: [Form; 11] = [
        ("ly", Some("u4"), Some("B"), 40, Some("2"), 45, &[("S111", 1)]),
        ("14_years_2023_first", Some("u1"), Some("A"), 40, Some("1.76"), 43, &[("S111", 1)]),
        ("19_self_score_twice", Some("u1"), Some("A"), 0, None, 43, &[("S110", 1)]),
        ("10_percent_points", Some("u1"), Some("A"), 40, Some("88%"), 43, &[("S050", 40)]),
        ("percent_no_groups", Some("u1"), Some("A"), 40, Some("88%"), 43, &[("S050", 40)]),
        ("tcvn3_h", Some("u8"), Some("D"), 40, Some("1.77"), 42, &[("S100", 1)]),
        ("B_requirement_only", Some("u2"), Some("B"), 40, Some("2"), 43, &[("E001", 2)]),
        ("D_citations", Some("u2"), Some("D"), 40, Some("2"), 47, &[("E021", 1)]),
        ("07_two_units_under", None, None, 0, None, 0, &[("S081", 1)]),
        ("08_sheet_per_area", Some("u1"), Some("A"), 40, Some("1.76"), 43, &[("S097", 0)]),
        ("15_in_comment", Some("u1"), Some("A"), 37, Some("1.76"), 43, &[("S101", 3)]),
    ];
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/fixtures/kinds/province"));
    for (name, unit, layout, claims, claim, documents, told) in cases {
        let said = run_with(&folder.path(""), &["check", &format!("{name}.xlsx"), "--campaign", ".", "--format", "json"]);
        let json: Value = serde_json::from_str(&said.out).unwrap();
        let file = &json["files"][0];
        assert_eq!((file["unit"].as_str(), file["layout"].as_str()), (unit, layout), "{name}");
        let rows = file["rows"].as_array().unwrap();
        assert_eq!(rows.iter().filter(|row| !row["claimed"].is_null()).count(), claims, "{name}");
        let leaf = rows.iter().find(|row| row["criterion"] == "1.1.2");
        assert_eq!(leaf.and_then(|row| row["claimed"].as_str()), claim, "{name}");
        assert_eq!(rows.iter().map(|row| row["evidence"].as_array().unwrap().len()).sum::<usize>(), documents, "{name}");
        for (code, count) in told {
            let found = json["findings"].as_array().unwrap().iter().filter(|one| one["code"] == *code).count();
            assert_eq!(found, *count, "{name}: {code}");
        }
        if name == "B_requirement_only" {
            let printed = rows.iter().find(|row| row["criterion"] == "1.4").unwrap();
            assert!(printed["explanation"].is_null(), "what the province prints is no explanation: {printed}");
        }
    }
}
