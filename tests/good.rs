//! Good workbooks, which give no finding: no error, no warning, no note. A false alarm costs more trust than a missed fault.
//!
//! `tests/good/README.md` says how each was made.

mod made;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::folder::{Folder, copy, run_with};
use crate::intake::hand::{Act, by_hand};

/// Lists the files of a folder.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// Gives what is said of one file, and what was found.
fn checked(folder: &Folder, file: &str) -> (Value, Vec<String>) {
    let said = run_with(&folder.path(""), &["check", file, "--campaign", ".", "--format", "json"]);
    let said: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{file}: {} {}", said.out, said.err));
    let found = found(&said);
    (said, found)
}

/// Runs the campaign; gives its groups, and what was found.
fn ran(folder: &Folder) -> (Value, Vec<String>) {
    let said = folder.run("run .");
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap_or_else(|_| panic!("{} {}", said.out, said.err));
    let mut found = found(&result);
    if said.code != 0 {
        found.push(format!("exit {}", said.code));
    }
    let mut groups = result["groups"].clone();
    for unit in groups.as_array_mut().unwrap().iter_mut().flat_map(|group| group["units"].as_array_mut().unwrap()) {
        // Names of files differ by how they were saved.
        unit.as_object_mut().unwrap().remove("file");
        // So do cells that somebody moved, and the order of documents; these are compared by what `check` reads of them.
        for list in ["criteria", "adjustments"] {
            for one in unit[list].as_array_mut().into_iter().flatten() {
                for place in ["sheet", "cells", "documents"] {
                    one.as_object_mut().unwrap().remove(place);
                }
            }
        }
    }
    (groups, found)
}

/// Gives code, place and words of every finding.
fn found(said: &Value) -> Vec<String> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let findings = said["findings"].as_array().unwrap().iter();
    findings.map(|one| ["code", "file", "sheet", "cell", "message"].map(|key| text(one, key)).join(" ")).collect()
}

/// Gives what was read, without where it stood, letters in one Unicode form.
fn rows(said: &Value) -> String {
    let mut rows = said["files"][0]["rows"].clone();
    rows.as_array_mut()
        .unwrap()
        .iter_mut()
        .for_each(|row| row.as_object_mut().unwrap().retain(|key, _| !["sheet", "cells"].contains(&key.as_str())));
    rows.to_string().nfc().collect()
}

/// Makes the campaign, its forms filled in.
fn campaign() -> Folder {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/good/campaign"));
    folder.fill();
    folder
}

#[test]
fn our_form_however_it_was_saved_and_handled_gives_no_finding() {
    let straight = campaign();
    let (said, nothing) = checked(&straight, "submissions/so-a.xlsx");
    assert_eq!(nothing, Vec::<String>::new());
    let (groups, nothing) = ran(&straight);
    assert_eq!(nothing, Vec::<String>::new());
    let form = fs::read(straight.path("submissions/so-a.xlsx")).unwrap();
    if std::env::var_os("PARINDEX_RECORD").is_some() {
        fs::write("tests/good/forms/parindex.xlsx", &form).unwrap();
    }
    let handled = files("tests/good/by-hand").into_iter().map(|path| {
        let acts: Vec<Act> = serde_saphyr::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        (path, "xlsx".to_owned(), by_hand(&form, &acts))
    });
    let saved = files("tests/good/forms").into_iter().map(|path| {
        let (ending, bytes) = (path.extension().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
        (path, ending, bytes)
    });
    let all: Vec<(PathBuf, String, Vec<u8>)> = handled.chain(saved).collect();
    let one = |(path, ending, bytes): &(PathBuf, String, Vec<u8>)| {
        let folder = Folder::empty();
        folder.overlay(&straight.path(""));
        fs::remove_file(folder.path("submissions/so-a.xlsx")).unwrap();
        fs::remove_dir_all(folder.path("reports")).unwrap();
        let file = format!("submissions/so-a.{ending}");
        folder.put(&file, bytes);
        let (again, mut wrong) = checked(&folder, &file);
        if again["files"][0]["unit"].is_null() || rows(&again) != rows(&said) {
            wrong.push(format!("other answers: {}", rows(&again)));
        }
        let (scored, found) = ran(&folder);
        wrong.extend(found);
        if scored != groups {
            wrong.push("other scores".into());
        }
        (!wrong.is_empty()).then(|| format!("{}:\n  {}", path.display(), wrong.join("\n  ")))
    };
    let wrong: Vec<String> = all.par_iter().filter_map(one).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn forms_of_a_province_of_its_own_filled_in_rightly_give_no_finding() {
    let mut wrong = Vec::new();
    let mut layouts = BTreeSet::new();
    for year in ["2018", "2025"] {
        let folder = Folder::empty();
        folder.overlay(&Path::new("tests/good/foreign").join(year));
        copy(Path::new("criteria"), &folder.path("criteria"));
        for path in files(&format!("tests/good/foreign/{year}/submissions")) {
            let name = path.file_name().unwrap().to_str().unwrap();
            let (said, found) = checked(&folder, &format!("submissions/{name}"));
            let file = &said["files"][0];
            layouts.insert(file["layout"].as_str().unwrap_or("none").to_owned());
            assert_eq!(file["unit"].as_str(), path.file_stem().unwrap().to_str(), "{said}");
            let read = file["rows"].as_array().unwrap().iter().filter(|row| !row["claimed"].is_null()).count();
            assert!(read > 30, "{name}: only {read} claims");
            wrong.extend(found);
        }
        wrong.extend(ran(&folder).1);
    }
    // Forms of a province ask for a claim on every row, also where only the whole group can tell the points: that is told.
    wrong.retain(|line| !line.starts_with("P031"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(layouts.into_iter().collect::<String>(), "ABDE");
}

#[test]
fn a_clean_form_of_every_layout_gives_no_finding_but_what_its_shape_asks_for() {
    // File, layout, and the codes found: text in an old encoding is told once, a form without a place for evidence as well.
    let cases: [(&str, &str, &[&str]); 12] = [
        ("A", "A", &[]),
        ("A-merged", "A", &[]),
        ("B", "B", &[]),
        ("B-link", "B", &[]),
        ("C", "B", &[]),
        ("D", "D", &[]),
        ("D-letterhead", "D", &[]),
        ("D-misread", "D", &["S100"]),
        ("D-tcvn3", "D", &["S100"]),
        ("E", "E", &[]),
        ("E-remarks", "E", &[]),
        ("E-none", "E", &["S113"]),
    ];
    assert_eq!(files("tests/good/layouts").len(), cases.len());
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    copy(Path::new("tests/good/layouts"), &folder.path("in"));
    for (name, layout, codes) in cases {
        let (said, found) = checked(&folder, &format!("in/{name}.xlsx"));
        let found: Vec<&str> = found.iter().filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(found, codes, "{name}: {}", said["findings"]);
        let file = &said["files"][0];
        assert_eq!((file["unit"].as_str(), file["layout"].as_str()), (Some("xa-a"), Some(layout)), "{name}");
        let claims = file["rows"].as_array().unwrap().iter().filter(|row| !row["claimed"].is_null()).count();
        let backed = file["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == "1.1").unwrap();
        let documents = backed["evidence"].as_array().unwrap().len();
        assert_eq!((claims, documents > 0), (5, name != "E-none"), "{name}");
    }
}
