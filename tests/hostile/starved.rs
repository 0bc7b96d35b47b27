//! The program itself, with little memory, on files that would make a careless reader take all there is.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::intake::raw::{bomb, edited, locked, workbook, workbook_with, zip};

/// Address space that the program may take, in kilobytes: what it takes to hold is less still.
const MEMORY: u32 = 600_000;
/// Only so that a test of a hanging program ends: on an idle machine each file takes far under 5 s.
const HANG: Duration = Duration::from_secs(120);

/// Checks a file in a process of its own with little memory; gives the codes found.
fn codes(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let (code, out, err) = starved(folder.path(), name);
    assert!([0, 3].contains(&code), "{name}: exit {code}\n{out}\n{err}");
    assert!(!err.contains("panicked"), "{name}: {err}");
    let said: serde_json::Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{name}: {out}\n{err}"));
    let findings = said["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// Runs `check` with little memory.
fn starved(folder: &Path, name: &str) -> (i32, String, String) {
    let line = format!("ulimit -v {MEMORY}; exec \"$0\" check --format json \"$1\"");
    let mut command = Command::new("sh");
    command.args(["-c", &line, env!("CARGO_BIN_EXE_parindex"), name]).current_dir(folder);
    // As many threads as a small office machine has, wherever the tests run.
    command.env("RAYON_NUM_THREADS", "2").env("MALLOC_ARENA_MAX", "2");
    let output = assert_cmd::Command::from_std(command).timeout(HANG).output().unwrap();
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), words(&output.stdout), words(&output.stderr))
}

/// Makes rows of cells that all hold the same.
fn rows(count: u32, columns: u8, cell: &str) -> String {
    let mut xml = String::new();
    for row in 1..=count {
        write!(xml, "<row r=\"{row}\">").unwrap();
        for column in 0..columns {
            let letter = char::from(b'A' + column);
            xml.push_str(&cell.replace('@', &format!("{letter}{row}")));
        }
        xml.push_str("</row>");
    }
    xml
}

/// Wraps rows up as a sheet.
fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

#[test]
fn workbooks_that_promise_more_than_they_hold() {
    let number = "<c r=\"@\"><v>1</v></c>";
    let far =
        |cell: &str| format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"{cell}1048576\"><v>1</v></c></row>");
    let dimension = format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{}</sheetData></worksheet>", rows(1, 1, number));
    let strings = |count: &str, items: &str| format!("<sst count=\"1\" uniqueCount=\"{count}\">{items}</sst>");
    let shared = "<c r=\"@\" t=\"s\"><v>0</v></c>";
    let long = strings("1", &format!("<si><t>{}</t></si>", "x".repeat(1 << 20)));
    let laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha ha ha ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let nested = format!("{}{}", "<row r=\"1\">".repeat(200_000), "</row>".repeat(200_000));
    let merged = format!(
        "<worksheet><sheetData>{}</sheetData><mergeCells>{}</mergeCells></worksheet>",
        rows(1, 1, number),
        "<mergeCell ref=\"A1:A1048576\"/>".repeat(400_000)
    );
    let cases: [(&str, Vec<u8>, &[&str]); 11] = [
        ("declared size", workbook_with(&dimension, None), &["C241", "S020"]),
        ("merged over every row, again and again", workbook_with(&merged, None), &["C241", "S020"]),
        ("opposite corners", workbook(&far("XFD")), &["S010"]),
        ("stray cell at the bottom", workbook(&far("J")), &["S010"]),
        ("a count of strings", workbook_with(&sheet(&rows(1, 1, shared)), Some(&strings("4294967295", "<si><t>a</t></si>"))), &["S009"]),
        (
            "a string that is not there",
            workbook_with(&sheet(&rows(1, 1, "<c r=\"@\" t=\"s\"><v>99</v></c>")), Some(&strings("1", "<si><t>a</t></si>"))),
            &["S003"],
        ),
        ("one long text in many cells", workbook_with(&sheet(&rows(2_000, 10, shared)), Some(&long)), &["S010"]),
        ("more rows than any form", workbook(&rows(60_000, 10, number)), &["S010"]),
        ("as many cells as are let through", workbook(&rows(19_999, 25, number)), &["C241", "S020"]),
        (
            "entities in entities",
            workbook_with(&format!("{laughs}{}", sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&c;</t></is></c></row>")), None),
            &["C241", "S003", "S020"],
        ),
        ("rows in rows", workbook(&nested), &["C241", "S003", "S020"]),
    ];
    for (name, bytes, expected) in cases {
        let found = codes("bieu.xlsx", &bytes);
        assert!(found.iter().any(|code| expected.contains(&code.as_str())), "{name}: {found:?}");
    }
}

#[test]
fn zips_that_unfold_without_end() {
    assert_eq!(codes("bieu.xlsx", &bomb("xl/worksheets/sheet1.xml", 300)), ["S009"]);
    let part = vec![b' '; 30 << 20];
    let names: Vec<String> = (0..12).map(|n| format!("xl/media/{n}.bin")).collect();
    let many: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (name.as_str(), part.clone())).collect();
    assert_eq!(codes("bieu.xlsx", &zip(&many)), ["S009"]);
    // One sheet of 1 MB that the workbook lists again and again.
    let again: String = (2..3_000).fold(String::new(), |mut all, n| {
        write!(all, "<sheet name=\"T{n}\" sheetId=\"{n}\" r:id=\"rId1\"/>").unwrap();
        all
    });
    let book = workbook(&rows(2_000, 25, "<c r=\"@\"><v>1</v></c>"));
    let bytes = edited(&book, "xl/workbook.xml", |xml| xml.replace("</sheets>", &format!("{again}</sheets>")));
    let found = codes("bieu.xlsx", &bytes);
    assert!(found.iter().any(|code| ["S009", "S010"].contains(&code.as_str())), "{found:?}");
}

#[test]
fn files_that_are_damaged_or_something_else() {
    let whole = std::fs::read("tests/good/forms/openpyxl.xlsx").unwrap();
    let old = std::fs::read("tests/good/forms/libreoffice.xls").unwrap();
    let locked = locked();
    let cases: [(&str, &[u8], &str); 9] = [
        ("nua.xlsx", &whole[..whole.len() / 2], "S003"),
        ("duoi.xlsx", &whole[..whole.len() - 30], "S003"),
        ("nua.xls", &old[..old.len() / 2], "S003"),
        ("rong.xlsx", b"", "S002"),
        ("chu.xlsx", b"Don vi,Diem\n", "S007"),
        ("trang.xls", b"<html><table></table></html>", "S006"),
        ("tai-lieu.xlsx", b"%PDF-1.7", "S001"),
        ("mat-khau.xlsx", &locked, "S004"),
        ("~$bieu.xlsx", b"user", "S005"),
    ];
    for (name, bytes, expected) in cases {
        let found = codes(name, bytes);
        assert_eq!(found, [expected], "{name}");
    }
}

#[test]
fn old_workbooks_that_lie_about_themselves() {
    let whole = std::fs::read("tests/good/forms/libreoffice.xls").unwrap();
    let found = codes("bieu.xls", &super::mutated::sharing(60_000, 32_000));
    assert_eq!(found, ["S009"]);
    for (name, bytes) in super::mutated::lying(&whole) {
        let found = codes("bieu.xls", &bytes);
        assert!(!found.iter().any(|code| code == "S005"), "{name}: {found:?}");
    }
}
