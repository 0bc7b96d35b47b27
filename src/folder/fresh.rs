//! A new campaign folder that runs as it is.

use std::fs;
use std::io;
use std::path::Path;

use super::failure::RunError;
use crate::campaign::{FOLDERS, fresh_files};

/// Makes a new campaign folder. Gives the files written, by their paths inside it.
///
/// # Errors
/// [`RunError::NotEmpty`] where the folder is not empty, [`RunError::Write`] where it can't be made.
pub fn make(folder: &Path) -> Result<Vec<String>, RunError> {
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
    for below in FOLDERS {
        let path = folder.join(below);
        fs::create_dir_all(&path).map_err(RunError::write(&path))?;
    }
    let files = fresh_files();
    for (file, text) in &files {
        let path = folder.join(file);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(RunError::write(parent))?;
        }
        fs::write(&path, text).map_err(RunError::write(&path))?;
    }
    Ok(files.into_iter().map(|(file, _)| file).collect())
}
