//! Files of a conversion: the table that is read, the set and the review that are written. Nothing that is there is
//! written over: somebody may have reviewed it.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::failure::RunError;
use super::load::at_most;
use crate::workbook::LARGEST_FILE;

/// Name of the file that a set is written to.
const SET: &str = "set.yaml";
/// Name of the file that its cases are written to.
const CASES: &str = "cases.yaml";

/// Folders that hold the JSON Schemas, beside a set or above it: those of a new campaign, and the sets that ship.
const BESIDE: [&str; 2] = ["schema", "criteria/schema"];
/// How many folders up a schema is looked for.
const HOW_FAR: usize = 3;

/// Reads the table of a decision.
///
/// # Errors
/// Where the file can't be read, or is larger than any table.
pub fn read_table(path: &Path) -> Result<Vec<u8>, RunError> {
    let bytes = at_most(path, LARGEST_FILE).map_err(RunError::read(path))?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(RunError::read(path)(ErrorKind::FileTooLarge.into()));
    }
    Ok(bytes)
}

/// Writes a set and its cases into their folder. Gives the paths of both, as printed.
///
/// # Errors
/// Where one of them is there already, or can't be written.
pub fn write_set(folder: &Path, set: &str, cases: &str) -> Result<[String; 2], RunError> {
    fs::create_dir_all(folder).map_err(RunError::write(folder))?;
    let described = |schema: &str, text: &str| schema_line(folder, schema).unwrap_or_default() + text;
    let (set, cases) = (described("set.json", set), described("cases.json", cases));
    Ok([write_new_in(folder, SET, &set)?, write_new_in(folder, CASES, &cases)?])
}

/// Gives the first line by which an editor finds the schema of a file in a folder; `None` where the schema is nowhere near: a
/// line that leads nowhere would only be complained of.
fn schema_line(folder: &Path, schema: &str) -> Option<String> {
    let whole = std::path::absolute(folder).ok()?;
    let mut up = String::new();
    for above in whole.ancestors().skip(1).take(HOW_FAR) {
        up.push_str("../");
        for beside in BESIDE {
            if above.join(beside).join(schema).is_file() {
                return Some(format!("# yaml-language-server: $schema={up}{beside}/{schema}\n"));
            }
        }
    }
    None
}

/// Makes sure that a file can be written: its folder is there, or will be made, and it is not.
///
/// # Errors
/// Where it is there already, or its folder is not.
pub fn must_be_new(path: &Path, made: Option<&Path>) -> Result<(), RunError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let kind = if path.exists() {
        ErrorKind::AlreadyExists
    } else if folder.is_some_and(|folder| !folder.is_dir() && Some(folder) != made) {
        ErrorKind::NotFound
    } else {
        return Ok(());
    };
    Err(RunError::write(path)(kind.into()))
}

/// Writes a file into a folder.
fn write_new_in(folder: &Path, name: &str, text: &str) -> Result<String, RunError> {
    let path = folder.join(name);
    write_new(&path, text.as_bytes())?;
    Ok(path.to_string_lossy().replace('\\', "/"))
}

/// Writes a file that is not there yet.
///
/// # Errors
/// Where it is there already, or can't be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), RunError> {
    File::create_new(path).and_then(|mut file| file.write_all(bytes)).map_err(RunError::write(path))
}
