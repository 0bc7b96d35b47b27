//! Files that people fill in: one that is there already is never replaced by a blank one.

use std::fs;
use std::path::Path;

use super::failure::RunError;

/// Writes a file that somebody will fill in. The same file again is left as it is.
///
/// # Errors
/// [`RunError::Filled`] where another file has the name, which may be filled in; [`RunError::Write`].
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), RunError> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if path.exists() {
        return Err(RunError::Filled(path.to_owned()));
    }
    fs::write(path, bytes).map_err(RunError::write(path))
}
