//! Curing every line of the copy that goes back, for each input of `tests/broken` on our form: nothing is found again.
//!
//! `cure.yaml` says what somebody types into the annotated copy; `[]` where the copy itself has set everything right.

use std::fs;
use std::path::Path;

use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use rayon::prelude::*;
use serde_json::Value;

use crate::broken::{inputs, laid_out};
use crate::folder::Folder;
use crate::intake::hand::{Act, by_hand};

/// Checks the form and writes what goes back.
fn checked(folder: &Folder) -> Value {
    let said = folder.run("check submissions/so-a.xlsx --campaign . --out . --format json");
    serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}\n{}", said.out, said.err))
}

/// Gives code, cell and words of every finding.
fn told(said: &Value) -> Vec<String> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let findings = said["findings"].as_array().unwrap().iter();
    findings.map(|one| format!("{} {} {}", text(one, "code"), text(one, "cell"), text(one, "message"))).collect()
}

/// Cures one input in its copy; gives what is left.
fn left(code: &str, path: &Path) -> Option<String> {
    if fs::read_to_string(path.join("command.txt")).unwrap().trim() != "check submissions/so-a.xlsx --campaign ." {
        return None;
    }
    let folder = laid_out(path)?;
    let first = checked(&folder);
    if !path.join("forms.yaml").exists() || first["files"][0]["unit"].is_null() {
        return None;
    }
    let cure = fs::read_to_string(path.join("cure.yaml")).unwrap_or_else(|_| panic!("{code} has no cure.yaml"));
    let cure: Vec<Act> = serde_saphyr::from_str(&cure).unwrap();
    let copy = fs::read(folder.path("so-a.phan-hoi.xlsx")).unwrap();
    folder.put("submissions/so-a.xlsx", by_hand(&copy, &cure));
    let second = checked(&folder);
    let mut wrong = told(&second);
    wrong.extend(open(&folder.path("submissions/so-a.xlsx")));
    (!wrong.is_empty()).then(|| format!("{code}:\n  {}", wrong.join("\n  ")))
}

/// Gives the lines that the list of the copy still counts as open once the workbook is computed anew.
fn open(copy: &Path) -> Vec<String> {
    let mut model: Model = ironcalc::import::load_from_xlsx(copy.to_str().unwrap(), "en", "UTC", "en").unwrap();
    model.evaluate();
    let text = |row: i32, column: i32| match model.get_cell_value_by_index(0, row, column).unwrap() {
        CellValue::String(text) => text,
        _ => String::new(),
    };
    let lines = (7..60).take_while(|row| text(*row, 3).len() == 4);
    lines
        .filter(|row| ["Chưa khắc phục", "–"].contains(&text(*row, 10).as_str()))
        .map(|row| format!("{} still open in the list", text(row, 3)))
        .collect()
}

#[test]
fn every_line_of_the_copy_can_be_cured_in_its_cell() {
    let left: Vec<String> = inputs().par_iter().filter_map(|(code, path)| left(code, path)).collect();
    assert!(left.is_empty(), "{}", left.join("\n"));
}
