//! Names that people give for what is to be made: files and folders that every system can have.

use std::path::{Component, Path};

use super::failure::RunError;
use crate::text::refused;

/// Makes sure that whatever is still to be made of a path can be made on Windows, too.
///
/// # Errors
/// [`RunError::Name`].
pub fn must_be_possible(path: &Path) -> Result<(), RunError> {
    let missing = path.ancestors().take_while(|part| !part.as_os_str().is_empty() && !part.exists());
    let names = missing.filter_map(|part| match part.components().next_back() {
        Some(Component::Normal(name)) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    match names.filter_map(|name| refused(&name)).last() {
        Some(why) => Err(RunError::Name { path: path.to_owned(), why }),
        None => Ok(()),
    }
}
