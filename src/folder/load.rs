//! Loading files that may be of any size.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::manifest::Stamp;
use crate::workbook::LARGEST_FILE;

/// Loads a file, of one that is too large only as much as shows it, and stamps it.
///
/// # Errors
/// What the system says where the file can't be read.
pub fn load(path: &Path) -> io::Result<(Vec<u8>, Stamp)> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    let whole = (bytes.len() as u64) <= LARGEST_FILE;
    let stamp = if whole { Stamp::of(&bytes) } else { Stamp::of_file(path)? };
    Ok((bytes, stamp))
}
