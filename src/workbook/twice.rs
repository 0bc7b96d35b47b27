//! Parts that a zip lists more than once: programs differ in which of them they show.
//!
//! Source: APPNOTE of PKWARE, 4.3.12, for the central directory.

use std::collections::BTreeMap;

use super::known_name::known_name;

/// Bytes of an entry of the directory before its name.
const HEAD: usize = 46;

/// Gives the name of a part of XML that the directory lists twice with different content. The directory begins at `start`.
pub(super) fn part_listed_twice(bytes: &[u8], start: usize, is_read: impl Fn(&str) -> bool) -> Option<String> {
    let mut rest = bytes.get(start..)?;
    let mut seen: BTreeMap<String, [u8; 12]> = BTreeMap::new();
    while rest.starts_with(b"PK\x01\x02") {
        // Checksum and sizes, then the lengths of name, extra field and comment.
        let content: [u8; 12] = rest.get(16..28)?.try_into().ok()?;
        let length = |at: usize| rest.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes).map(usize::from);
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        let known = known_name(&String::from_utf8_lossy(rest.get(HEAD..HEAD + name)?));
        if is_read(&known) && seen.insert(known.clone(), content).is_some_and(|before| before != content) {
            return Some(known);
        }
        rest = rest.get(HEAD + name + extra + comment..)?;
    }
    None
}
