//! What a unit sent, told from what the office keeps beside it.

use std::collections::BTreeMap;

use super::explanation::Explanation;
use super::form::SelfAssessment;
use super::stage::Round;

/// Tells whether a file is one that a unit sent: its form, another one beside it, or an explanation. Tables of appraisal and survey
/// are the office's.
pub fn is_sent(file: &str, form: Option<&SelfAssessment>, explained: Option<&BTreeMap<Round, Explanation>>) -> bool {
    let folder = |file: &'_ str| file.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let mut explained = explained.into_iter().flat_map(BTreeMap::values).flat_map(Explanation::files);
    form.is_none_or(|form| folder(&form.file) == folder(file)) || explained.any(|of| of == file)
}
