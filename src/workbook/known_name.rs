//! Names of the parts of a zip, compared as Excel compares them.

/// Gives the name that a part is known by, without regard to case, with slashes either way.
pub(super) fn known_name(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}
