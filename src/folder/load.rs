//! Opening and loading files that may be of any kind and of any size.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::manifest::Stamp;
use crate::workbook::LARGEST_FILE;
use crate::yaml;

/// What was to be opened is no file but a pipe, a socket or a device: reading it may never end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a pipe, a socket or a device")]
struct NoFile;

/// Tells whether an error says that what was to be opened is no file.
pub fn is_no_file(error: &io::Error) -> bool {
    error.get_ref().and_then(|inner| inner.downcast_ref::<NoFile>()).is_some()
}

/// Opens a file, and nothing else.
///
/// # Errors
/// What the system says, and [`NoFile`].
pub fn open(path: &Path) -> io::Result<File> {
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(io::Error::other(NoFile));
    }
    File::open(path)
}

/// Loads a file, of one that is too large only as much as shows it, and stamps it.
///
/// # Errors
/// What the system says where the file can't be read.
pub fn load(path: &Path) -> io::Result<(Vec<u8>, Stamp)> {
    let bytes = at_most(path, LARGEST_FILE)?;
    let whole = (bytes.len() as u64) <= LARGEST_FILE;
    let stamp = if whole { Stamp::of(&bytes) } else { stamp(path)? };
    Ok((bytes, stamp))
}

/// Loads a file of YAML, of one that is too long only as much as shows it.
///
/// # Errors
/// What the system says where the file can't be read.
pub fn load_yaml(path: &Path) -> io::Result<Vec<u8>> {
    at_most(path, yaml::LONGEST_FILE as u64)
}

/// Loads a file, of one with more bytes than these only one more: whoever reads them sees that it is too large.
///
/// # Errors
/// What the system says where the file can't be read.
pub fn at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Stamps a file without holding it in memory.
///
/// # Errors
/// What the system says where the file can't be read.
pub fn stamp(path: &Path) -> io::Result<Stamp> {
    Stamp::of_reader(open(path)?)
}
