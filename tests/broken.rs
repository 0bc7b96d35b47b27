//! One input for every code of the catalogue, with the exact words that the program says of it.
//!
//! `tests/broken/<CODE>/` is laid over `tests/broken/base/`; `command.txt` says what is run in it. `forms.yaml`, where
//! there is one, takes the place of the base's forms, `hand:` in it says what people do to a form once it is filled in;
//! `council.yaml` makes workbooks of the council, filled in the same way; drawings in `tables/` become workbooks in
//! `submissions/`, and `table.txt` becomes `table.xlsx`, drawings in `mau/` become Word documents in `templates/`, `council.txt` `appraisal/council.xlsx`; `make.yaml` makes files
//! that can't be committed, such as links; `cure.yaml` is for `tests/cured.rs`. `PARINDEX_RECORD=1 cargo test broken`
//! writes the expected words anew, to be read before they are committed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use parindex::finding::catalogue;
use rayon::prelude::*;
use serde_json::Value;

use crate::convert::table;
use crate::folder::{Folder, Said, drawn};
use crate::intake::made::make;
use crate::papers::leaks;

/// Folders under `tests/broken`, by code.
pub fn inputs() -> Vec<(String, PathBuf)> {
    let mut inputs: Vec<(String, PathBuf)> = fs::read_dir("tests/broken")
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .filter(|(name, _)| name != "base")
        .collect();
    inputs.sort();
    inputs
}

#[test]
fn every_code_has_an_input() {
    let inputs: BTreeSet<String> = inputs().into_iter().map(|(code, _)| code).collect();
    let codes: BTreeSet<String> = catalogue().map(|code| code.id.to_owned()).collect();
    let missing: Vec<&String> = codes.difference(&inputs).collect();
    assert!(missing.is_empty(), "codes without an input under tests/broken: {missing:?}");
    let unknown: Vec<&String> = inputs.difference(&codes).collect();
    assert!(unknown.is_empty(), "inputs for codes that do not exist: {unknown:?}");
}

#[test]
fn codes_are_never_used_twice() {
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = catalogue().map(|code| code.id).filter(|id| !seen.insert(*id)).collect();
    assert!(twice.is_empty(), "codes used twice: {twice:?}");
}

#[test]
fn every_input_is_told_in_its_exact_words() {
    let wrong: Vec<String> = inputs().par_iter().flat_map(|(code, path)| hold(code, path)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Makes the folder of an input; `None` where this system can't.
pub fn laid_out(path: &Path) -> Option<Folder> {
    let folder = Folder::base();
    folder.overlay(path);
    if path.join("table.txt").exists() {
        folder.put("table.xlsx", table(&folder.text("table.txt")));
    }
    if path.join("council.txt").exists() {
        folder.put("appraisal/council.xlsx", drawn(&folder.text("council.txt")));
    }
    if path.join("forms.yaml").exists() {
        folder.fill();
    }
    if path.join("council.yaml").exists() {
        folder.council();
    }
    if path.join("tables").exists() {
        folder.tables();
    }
    if path.join("mau").exists() {
        folder.templates();
    }
    (!path.join("make.yaml").exists() || make(&folder.path(""), &folder.text("make.yaml"))).then_some(folder)
}

/// Runs one input in both languages; gives what is not as expected.
fn hold(code: &str, path: &Path) -> Vec<String> {
    let command = fs::read_to_string(path.join("command.txt")).unwrap_or_else(|_| panic!("{code} has no command.txt"));
    let mut wrong = Vec::new();
    for lang in ["vi", "en"] {
        let Some(folder) = laid_out(path) else { continue };
        let said = said(&folder, command.trim(), lang);
        let reports = folder.path("reports");
        if reports.join("result.json").exists() {
            wrong.extend(leaks(&reports).into_iter().map(|leak| format!("{code}, {lang}: {leak}")));
        }
        let expected = path.join(format!("expected.{lang}.txt"));
        if !said.contains(code) {
            wrong.push(format!("{code}, {lang}: not told, but:\n{said}"));
        } else if std::env::var_os("PARINDEX_RECORD").is_some() {
            fs::write(expected, said).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != said {
            wrong.push(format!("{code}, {lang}: other words than {}:\n{said}", expected.display()));
        }
    }
    wrong
}

/// Gives what the program says: of `run` the findings of `result.json`, of other commands what they print.
fn said(folder: &Folder, command: &str, lang: &str) -> String {
    let Said { code, out, err } = folder.run(&format!("{command} --lang {lang}"));
    let result = folder.path("reports/result.json");
    let words = if command.starts_with("run") && result.exists() {
        let result: Value = serde_json::from_slice(&fs::read(result).unwrap()).unwrap();
        result["findings"].as_array().unwrap().iter().map(|finding| line(finding, lang)).collect()
    } else {
        format!("{out}{err}")
    };
    format!("{words}[exit {code}]\n")
}

/// Gives a finding of `result.json` as lines.
fn line(finding: &Value, lang: &str) -> String {
    let text = |key: &str| finding[key].as_str().map(str::to_owned);
    let word = |key: &str| if lang == "en" { text(&format!("{key}_en")) } else { text(key) }.unwrap_or_default();
    let number = finding["line"].as_u64().map(|line| line.to_string());
    let place = ["file", "sheet", "cell"].into_iter().map(text).chain([number, text("unit"), text("criterion")]);
    let place = place.flatten().collect::<Vec<_>>().join(" › ");
    let (code, severity) = (text("code").unwrap(), text("severity").unwrap());
    format!("{code} {severity} {place}\n  {}\n  {}\n", word("message"), word("help"))
}
