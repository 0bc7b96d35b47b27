//! "Did you mean".

use crate::finding::Finding;
use crate::text;

/// Puts the nearest of the names that exist into the help of a finding, where one is near enough.
pub fn did_you_mean<'a>(finding: Finding, name: &str, there: impl IntoIterator<Item = &'a str>) -> Finding {
    match nearest(name, there) {
        Some(near) => finding.help(text!("Có phải ý là “{near}”?", "Did you mean “{near}”?")),
        None => finding,
    }
}

/// Finds the name that a slip of the hand may have meant.
pub fn nearest<'a>(name: &str, there: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let slips = |other: &str| strsim::damerau_levenshtein(&name, &other.to_lowercase());
    let most = 1 + name.chars().count() / 4;
    there.into_iter().map(|other| (slips(other), other)).filter(|(slips, _)| *slips <= most).min().map(|(_, other)| other)
}
