//! The parts of a Word document in which its text stands, as XML, for whoever writes into them: behind the guard like all else.

use super::guard::{Admitted, admit};
use super::quiet;
use super::refusal::Refusal;

/// Most bytes of one part; the text of a letter is a few hundred thousand.
const LARGEST_PART: u64 = 8 << 20;

/// Part of a Word document in which text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordPart {
    /// Its name in lower case: `word/header1.xml`.
    pub name: String,
    /// Its XML.
    pub xml: String,
}

/// Reads the body of a Word document, its headers, footers and notes.
///
/// # Errors
/// Why the file is not opened.
pub fn word_parts(bytes: &[u8], file: &str) -> Result<Vec<WordPart>, Refusal> {
    quiet::quietly(|| read(bytes, file)).unwrap_or_else(|| Err(Refusal::Damaged("panic".into())))
}

fn read(bytes: &[u8], file: &str) -> Result<Vec<WordPart>, Refusal> {
    let Admitted::Docx(mut package) = admit(bytes, file)? else { return Err(Refusal::Other(None)) };
    let mut parts = Vec::new();
    for name in package.names().into_iter().filter(|name| holds_text(name)) {
        let Some(whole) = package.whole(&name, LARGEST_PART) else { continue };
        let xml = String::from_utf8(whole?).map_err(|_| Refusal::Damaged(name.clone()))?;
        parts.push(WordPart { name, xml });
    }
    Ok(parts)
}

/// Tells whether text that people see stands in a part.
fn holds_text(name: &str) -> bool {
    let Some(stem) = name.strip_prefix("word/").and_then(|name| name.strip_suffix(".xml")) else { return false };
    ["document", "footnotes", "endnotes"].contains(&stem)
        || ["header", "footer"].iter().any(|kind| stem.strip_prefix(kind).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit())))
}
