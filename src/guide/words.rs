//! Words of the handbook as HTML, in both languages.

/// What stands between the two languages of a heading, a cell or a description.
pub const BETWEEN: &str = " / ";

/// Shows words in both languages.
pub fn both(vi: &str, en: &str) -> String {
    format!("{vi} <span class=\"en\" lang=\"en\">{en}</span>")
}

/// Keeps text from being taken for HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
