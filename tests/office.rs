//! Limits of Excel that Microsoft's validator of Open XML misses, and over which Excel offers to repair a workbook.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::folder::Folder;
use crate::intake::raw::edited;

/// Functions that came after 2007 and need a prefix in the file.
const NEWER: [&str; 12] =
    ["XLOOKUP", "TEXTJOIN", "IFS", "MAXIFS", "MINIFS", "CONCAT", "SWITCH", "FILTER", "UNIQUE", "SORT", "LET", "SEQUENCE"];

/// Cells from a corner to another, from 0.
type Area = ((u32, u32), (u32, u32));

/// Reads the parts of a workbook.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .filter_map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).ok()?;
            Some((part.name().unwrap().into_owned(), text))
        })
        .collect()
}

/// Gives every element of a part, with its text.
fn elements(xml: &str, mut see: impl FnMut(&str, &dyn Fn(&str) -> Option<String>, &str)) {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, BTreeMap<String, String>, String)> = Vec::new();
    let named = |start: &BytesStart<'_>| {
        let attributes = start.attributes().map(|one| {
            let one = one.unwrap();
            let value = one.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap();
            (one.key.as_ref().to_owned(), value.into_owned())
        });
        (start.name().as_ref().to_owned(), attributes.collect::<BTreeMap<_, _>>(), String::new())
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(named(&start)),
            Event::Empty(start) => {
                let (name, attributes, text) = named(&start);
                see(&name, &|key| attributes.get(key).cloned(), &text);
            }
            Event::Text(text) => {
                if let Some(last) = open.last_mut() {
                    last.2.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(_) => {
                if let Some(last) = open.last_mut() {
                    last.2.push('&');
                }
            }
            Event::End(_) => {
                let (name, attributes, text) = open.pop().unwrap();
                see(&name, &|key| attributes.get(key).cloned(), &text);
            }
            Event::Eof => return,
            _ => {}
        }
    }
}

/// Reads `B3` or `B3:C4`.
fn area(words: &str) -> Area {
    let cell = |words: &str| {
        let letters = words.bytes().take_while(u8::is_ascii_uppercase).fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
        (words.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse::<u32>().unwrap() - 1, letters - 1)
    };
    let (from, to) = words.split_once(':').unwrap_or((words, words));
    (cell(from), cell(to))
}

/// Tells whether two areas share a cell.
fn overlap(one: &Area, other: &Area) -> bool {
    one.0.0 <= other.1.0 && other.0.0 <= one.1.0 && one.0.1 <= other.1.1 && other.0.1 <= one.1.1
}

/// Lists what is wrong with a workbook.
fn faults(bytes: &[u8]) -> BTreeSet<String> {
    let parts = parts(bytes);
    let mut faults = BTreeSet::new();
    let mut strings = 0_usize;
    elements(parts.get("xl/sharedStrings.xml").map_or("<sst/>", String::as_str), |name, _, text| {
        strings += usize::from(name == "si");
        if text.encode_utf16().count() > 32_767 {
            faults.insert("a text is too long".into());
        }
    });
    let sheets = parts.keys().filter(|name| name.starts_with("xl/worksheets/sheet")).count();
    let mut names = BTreeSet::new();
    elements(&parts["xl/workbook.xml"], |name, get, text| {
        if name != "definedName" {
            return;
        }
        let (called, sheet) = (get("name").unwrap(), get("localSheetId"));
        let legal = called.chars().all(|c| c.is_alphanumeric() || "._\\".contains(c));
        if !legal {
            faults.insert(format!("the name {called} has letters that no name has"));
        }
        if sheet.as_ref().is_some_and(|sheet| sheet.parse::<usize>().unwrap() >= sheets) {
            faults.insert(format!("the name {called} is of no sheet"));
        }
        if text.contains("#REF!") {
            faults.insert(format!("the name {called} is lost"));
        }
        if !names.insert((called.to_lowercase(), sheet)) {
            faults.insert(format!("the name {called} is there twice"));
        }
    });
    for (part, xml) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        sheet(part, xml, strings, &mut faults);
    }
    faults
}

/// Lists what is wrong with a sheet.
fn sheet(part: &str, xml: &str, strings: usize, faults: &mut BTreeSet<String>) {
    let (mut merged, mut validated): (Vec<Area>, Vec<Area>) = (Vec::new(), Vec::new());
    let (mut cells, mut last_row, mut formula, mut value) = (BTreeSet::new(), 0, None, None);
    let mut fault = |words: &str| {
        faults.insert(format!("{part}: {words}"));
    };
    elements(xml, |name, get, text| match name {
        "row" => {
            let row: u32 = get("r").unwrap().parse().unwrap();
            if row <= last_row {
                fault("rows are out of order");
            }
            last_row = row;
        }
        "f" => formula = Some(text.to_owned()),
        "v" => value = Some(text.to_owned()),
        "c" => {
            let at = get("r").unwrap();
            if !cells.insert(at) {
                fault("a cell is there twice");
            }
            match (get("t").as_deref(), value.take()) {
                (Some("s"), Some(index)) if index.parse::<usize>().map_or(true, |index| index >= strings) => fault("a text is not there"),
                (None | Some("n"), Some(number)) if !number.parse::<f64>().is_ok_and(f64::is_finite) => fault("a number is none"),
                _ => {}
            }
            if let Some(formula) = formula.take() {
                if formula.encode_utf16().count() > 8_192 {
                    fault("a formula is too long");
                }
                let newer = |function: &&str| {
                    formula.match_indices(&format!("{function}(")).any(|(at, _)| {
                        let before = &formula[..at];
                        !before.ends_with("_xlfn.") && !before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '_')
                    })
                };
                if NEWER.iter().any(newer) {
                    fault("a function lacks its prefix");
                }
            }
        }
        "mergeCell" => {
            let one = area(&get("ref").unwrap());
            if merged.iter().any(|other| overlap(&one, other)) {
                fault("merged cells overlap");
            }
            merged.push(one);
        }
        "formula1" if text.starts_with('"') && text.encode_utf16().count() > 257 => fault("a list is too long"),
        "dataValidation" => {
            for (key, most) in [("prompt", 255), ("error", 255), ("promptTitle", 32), ("errorTitle", 32)] {
                if get(key).is_some_and(|words| words.encode_utf16().count() > most) {
                    fault(&format!("{key} is too long"));
                }
            }
            for one in get("sqref").unwrap().split(' ').map(area) {
                if validated.iter().any(|other| overlap(&one, other)) {
                    fault("validations overlap");
                }
                validated.push(one);
            }
        }
        _ => {}
    });
}

/// Makes one file of every kind: forms of all shipped sets, reports, workbooks of the council, explanations, marked copies.
fn written() -> Vec<(String, Vec<u8>)> {
    let folder = Folder::base();
    folder.fill();
    for (at, sets) in [
        "--set ca-mau-1880-2013",
        "--set long-an-so-nganh-2018 --set long-an-huyen-2018",
        "--set mau-so-nganh-2025 --set mau-xa-phuong-2025 --set mau-khoi-dau",
    ]
    .iter()
    .enumerate()
    {
        assert_eq!(folder.run(&format!("init dot-{at} {sets}")).code, 0);
        assert_eq!(folder.run(&format!("template dot-{at} --out bieu-{at}")).code, 0);
    }
    folder.put("appraisal/them.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,1.2,1,Báo cáo ghi khác\n");
    folder.run("run . --out bao-cao");
    folder.run("appraise . --round 1 --out phieu");
    folder.run("feedback . --out giai-trinh");
    folder.run("check submissions --campaign . --out phan-hoi");
    let mut files = Vec::new();
    for below in ["bieu-0", "bieu-1", "bieu-2", "bao-cao", "bao-cao/don-vi", "phieu", "giai-trinh", "phan-hoi"] {
        let before = files.len();
        for entry in std::fs::read_dir(folder.path(below)).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "xlsx") {
                files.push((format!("{below}/{}", path.file_name().unwrap().to_string_lossy()), std::fs::read(&path).unwrap()));
            }
        }
        assert!(files.len() > before, "nothing in {below}");
    }
    files
}

#[test]
fn no_file_breaks_a_limit_of_excel() {
    let wrong: Vec<(String, BTreeSet<String>)> =
        written().into_iter().map(|(name, bytes)| (name, faults(&bytes))).filter(|(_, faults)| !faults.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn planted_faults_are_found() {
    let folder = Folder::base();
    folder.fill();
    let bytes = std::fs::read(folder.path("submissions/so-a.xlsx")).unwrap();
    assert_eq!(faults(&bytes), BTreeSet::new());
    let parts = parts(&bytes);
    // The sheet to fill in, which has everything.
    let (sheet, xml) = parts.iter().find(|(name, xml)| name.starts_with("xl/worksheets/sheet") && xml.contains("dataValidation ")).unwrap();
    let between = |from: &str, to: &str| {
        let start = xml.find(from).unwrap();
        xml[start..start + xml[start..].find(to).unwrap() + to.len()].to_owned()
    };
    let (merge, row) = (between("<mergeCell ", "/>"), between("<row ", "</row>"));
    let (validation, shared) = (between("<dataValidation ", ">"), between("t=\"s\"><v>", "</v>"));
    let cell = between("<c ", "/>");
    let name = parts["xl/workbook.xml"]
        .split("<definedName ")
        .nth(1)
        .map(|rest| format!("<definedName {}", rest.split_once("</definedName>").unwrap().0))
        .unwrap();
    let planted: Vec<(&str, String, String, &str)> = vec![
        (sheet, merge.clone(), format!("{merge}{merge}"), "merged cells overlap"),
        (sheet, row.clone(), format!("{row}{row}"), "rows are out of order"),
        (sheet, cell.clone(), format!("{cell}{cell}"), "a cell is there twice"),
        (sheet, shared, "t=\"s\"><v>999999</v>".into(), "a text is not there"),
        (
            sheet,
            validation.clone(),
            format!("{} prompt=\"{}\">", validation.trim_end_matches('>').replace(" prompt=", " old="), "x".repeat(256)),
            "prompt is too long",
        ),
        (sheet, validation.clone(), format!("{validation}</dataValidation>{validation}"), "validations overlap"),
        ("xl/workbook.xml", name.clone(), format!("{name}</definedName>{name}"), "is there twice"),
        ("xl/workbook.xml", " localSheetId=\"".into(), " localSheetId=\"9".into(), "is of no sheet"),
        (sheet, "<f>".into(), "<f>XLOOKUP(1)+".into(), "a function lacks its prefix"),
    ];
    for (part, from, to, told) in planted {
        let broken = edited(&bytes, part, |text| text.replacen(&from, &to, 1));
        assert_ne!(broken, bytes, "{told}");
        let found = faults(&broken);
        assert!(found.iter().any(|fault| fault.contains(told)), "{told}: {found:?}");
    }
}
