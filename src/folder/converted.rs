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
    Ok([write_new_in(folder, SET, set)?, write_new_in(folder, CASES, cases)?])
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
