//! A province's own templates of documents, read before a run and compared with what it came to.

use crate::finding::placeholder::NO_TEMPLATE;
use crate::finding::{Checked, Finding, Place};
use crate::placeholder::Template;
use crate::results::Results;
use crate::text;

/// Folder of a campaign that they lie in.
pub const FOLDER: &str = "templates";

/// Reads a template; `None` where nothing can be made of it.
pub fn template(bytes: &[u8], file: &str) -> Checked<Option<Template>> {
    if file.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("docx")) {
        return Template::read(bytes, file);
    }
    let message =
        text!("“{file}” không phải tệp .docx nên không dùng làm mẫu.", "“{file}” is not a .docx file, so it is not used as a template.");
    Checked { value: None, findings: vec![Finding::new(&NO_TEMPLATE, message).at(Place::file(file))] }
}

/// Says for which places of templates the run has no value.
pub fn unfilled(templates: &[Template], results: &Results<'_>) -> Vec<Finding> {
    templates.iter().filter_map(|template| template.unfilled(results)).collect()
}
