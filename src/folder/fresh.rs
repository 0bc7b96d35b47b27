//! A new campaign folder that runs as it is.

use std::fs;
use std::io;
use std::path::Path;

use super::failure::RunError;
use crate::campaign::Start;
use crate::guide;

/// Name of the handbook in the folder.
const HANDBOOK: &str = "so-tay-parindex.html";

/// What a new campaign folder holds.
#[derive(Clone, Debug)]
pub struct Made {
    /// Year of the campaign: that of its sets.
    pub year: i16,
    /// The files written, by their paths inside the folder.
    pub files: Vec<String>,
}

/// Makes a new campaign folder with the sets of these ids.
///
/// # Errors
/// [`RunError::Start`] where the sets don't fit,
/// [`RunError::NotEmpty`] where the folder is not empty, [`RunError::Write`] where it can't be made.
pub fn make(folder: &Path, sets: &[String]) -> Result<Made, RunError> {
    let start = Start::with(sets)?;
    match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(RunError::write(folder)(error)),
        Ok(entries) => {
            let mut names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            if let Some(found) = names.into_iter().next() {
                return Err(RunError::NotEmpty { folder: folder.to_owned(), found });
            }
        }
    }
    for below in start.folders() {
        let path = folder.join(below);
        fs::create_dir_all(&path).map_err(RunError::write(&path))?;
    }
    let mut files = start.files();
    files.push((HANDBOOK.to_owned(), guide::page()));
    for (file, text) in &files {
        let path = folder.join(file);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(RunError::write(parent))?;
        }
        fs::write(&path, text).map_err(RunError::write(&path))?;
    }
    Ok(Made { year: start.year(), files: files.into_iter().map(|(file, _)| file).collect() })
}
