//! Forms of ours that make much of little: what is told of them is bounded, and the copies that go back are written.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use super::starved::starved;
use crate::folder::Folder;
use crate::intake::raw::edited;

/// Most findings that one of them may bring.
const MOST: usize = 1_300;
/// Sheet of self-assessment.
const SHEET: &str = "xl/worksheets/sheet2.xml";
/// Words that stand for long ones until the form is written.
const MARK: &str = "Kế hoạch năm";

/// What is wrong with a form, and a code that is told of it.
struct Excess {
    what: &'static str,
    code: &'static str,
    form: fn(&Folder),
}

/// Forms of so-a.
const EXCESSES: [Excess; 8] = [
    Excess { what: "names of files in one cell", code: "S063", form: |folder| documents(folder, 1, &listed(1_500)) },
    Excess { what: "names of files in each of many cells", code: "E030", form: |folder| documents(folder, 40, &listed(100)) },
    Excess { what: "paths out of the folder", code: "E032", form: |folder| documents(folder, 40, &"../a;".repeat(90)) },
    Excess { what: "documents of one criterion", code: "E040", form: |folder| documents(folder, 200, "") },
    Excess { what: "cells beside the table", code: "S029", form: |folder| beside(folder, 4_000) },
    Excess { what: "a title longer than a cell", code: "S120", form: |folder| long(folder, 32_768) },
    Excess {
        what: "a title at the bound",
        code: "E030",
        form: |folder| {
            documents(folder, 1, "a.pdf");
            replaced(folder, &"x".repeat(32_767));
        },
    },
    Excess { what: "a title of letters that count twice", code: "S120", form: |folder| replaced(folder, &"😀".repeat(16_400)) },
];

/// Lists names of files that are not there.
fn listed(count: usize) -> String {
    (0..count).map(|n| format!("tep-{n}.pdf")).collect::<Vec<_>>().join(";")
}

/// Fills in a form with so many documents at 1.1, each with these files.
fn documents(folder: &Folder, count: usize, files: &str) {
    let file = if files.is_empty() { String::new() } else { format!(", file: \"{files}\"") };
    let document = format!("{{ number: 12/KH-SA, date: 2026-02-03, title: {MARK}{file} }}");
    let all = vec![document; count].join(", ");
    let forms = folder.text("forms.yaml");
    let line = forms.lines().find(|line| line.contains("\"1.1\"")).unwrap();
    let filled = format!("    \"1.1\": {{ figures: {{ muc: kip_thoi }}, claimed: \"2\", evidence: [ {all} ] }}");
    folder.put("forms.yaml", forms.replacen(line, &filled, 1)).fill();
}

/// Puts cells below and beside the table.
fn beside(folder: &Folder, count: u32) {
    let mut rows = String::new();
    for n in 201..201 + count {
        write!(rows, "<row r=\"{n}\"><c r=\"Z{n}\"><v>1</v></c></row>").unwrap();
    }
    let form = fs::read(folder.path("submissions/so-a.xlsx")).unwrap();
    folder.put("submissions/so-a.xlsx", edited(&form, SHEET, |xml| xml.replace("</sheetData>", &format!("{rows}</sheetData>"))));
}

/// Makes a title so long.
fn long(folder: &Folder, letters: usize) {
    replaced(folder, &"x".repeat(letters));
}

/// Puts other words in place of a title.
fn replaced(folder: &Folder, words: &str) {
    let form = fs::read(folder.path("submissions/so-a.xlsx")).unwrap();
    folder.put(
        "submissions/so-a.xlsx",
        edited(&form, "xl/sharedStrings.xml", |xml| {
            assert!(xml.contains(MARK));
            xml.replace(MARK, words)
        }),
    );
}

#[test]
fn what_a_form_brings_is_bounded() {
    for Excess { what, code, form } in EXCESSES {
        let folder = Folder::base();
        folder.put("evidence/so-a/khac.pdf", "%PDF-1.7");
        form(&folder);
        let args = ["check", "submissions/so-a.xlsx", "submissions/so-b.xlsx", "--campaign", ".", "--out", "back", "--format", "json"];
        let (exit, out, err) = starved(&folder.path(""), &args);
        assert!([0, 3].contains(&exit), "{what}: exit {exit}: {err}");
        let said: Value = serde_json::from_str(&out).unwrap();
        let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in said["findings"].as_array().unwrap() {
            *codes.entry(finding["code"].as_str().unwrap()).or_default() += 1;
            assert!(finding["message"].as_str().unwrap().len() < 4_500, "{what}");
        }
        assert!(codes.contains_key(code) && codes.values().sum::<usize>() <= MOST, "{what}: {codes:?}");
        for copy in ["so-a.phan-hoi.xlsx", "so-b.phan-hoi.xlsx"] {
            assert!(folder.path("back").join(copy).is_file(), "{what}: {copy}");
        }
        let (exit, _, err) = starved(&folder.path(""), &["run", "."]);
        assert!([0, 3].contains(&exit), "{what}: exit {exit}: {err}");
        let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
        assert!(result["findings"].as_array().unwrap().len() <= MOST, "{what}");
        assert!(result["groups"][0]["units"].as_array().unwrap().iter().all(|unit| unit["status"] == "ranked"), "{what}");
    }
}

#[test]
fn what_is_not_listed_is_counted() {
    let folder = Folder::base();
    beside(&folder, 4_000);
    let said = folder.run("check submissions/so-a.xlsx --campaign .");
    assert!(said.out.contains("Còn 3000 trường hợp như vậy nữa, không liệt kê từng trường hợp."), "{}", said.out.len());
    documents(&folder, 1, &listed(1_500));
    folder.put("evidence/so-a/khac.pdf", "%PDF-1.7");
    let said = folder.run("check submissions/so-a.xlsx --campaign .");
    assert!(said.out.contains("Ô này nêu quá nhiều tệp: kiểm tra 100 tệp đầu, 1400 tệp sau không được xét."), "{}", said.out);
    assert!(said.out.contains("Còn 50 trường hợp như vậy nữa, không liệt kê từng trường hợp."), "{}", said.out);
}
