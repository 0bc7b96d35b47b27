//! Workbooks that people fill in: one that is there already gives way to another only while nobody has begun to fill it in.

use std::fs;
use std::path::PathBuf;

use rayon::prelude::*;

use super::failure::RunError;
use crate::campaign;

/// Writes workbooks that somebody will fill in; the same one again is left as it is. Where anybody has begun to fill in one of those
/// that they would replace, nothing is written at all. Gives how many were replaced.
///
/// # Errors
/// [`RunError::Filled`] where another file has the name, which may be filled in; [`RunError::Write`].
pub fn write_blank(workbooks: &[(PathBuf, Vec<u8>)]) -> Result<usize, RunError> {
    let before: Vec<Standing> = workbooks.par_iter().map(standing).collect::<Result<_, RunError>>()?;
    for ((path, bytes), _) in workbooks.iter().zip(&before).filter(|(_, before)| **before != Standing::Same) {
        fs::write(path, bytes).map_err(RunError::write(path))?;
    }
    Ok(before.iter().filter(|before| **before == Standing::Blank).count())
}

/// What stands where a blank workbook is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Nothing,
    /// The same workbook.
    Same,
    /// Another workbook that nobody has begun to fill in.
    Blank,
}

/// Tells what stands in the place of a workbook.
fn standing((path, bytes): &(PathBuf, Vec<u8>)) -> Result<Standing, RunError> {
    match fs::read(path) {
        Err(_) if !path.exists() => Ok(Standing::Nothing),
        Ok(there) if there == *bytes => Ok(Standing::Same),
        Ok(there) if campaign::is_untouched(&there) => Ok(Standing::Blank),
        _ => Err(RunError::Filled(path.clone())),
    }
}
