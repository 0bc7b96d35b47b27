//! "Did you mean".

use crate::finding::Finding;
use crate::text;
use crate::yaml::nearest;

/// Puts the nearest of the names that exist into the help of a finding, where one is near enough.
pub fn did_you_mean<'a>(finding: Finding, name: &str, there: impl IntoIterator<Item = &'a str>) -> Finding {
    match nearest(name, &there.into_iter().collect::<Vec<_>>()) {
        Some(near) => finding.help(text!("Có phải ý là “{near}”?", "Did you mean “{near}”?")),
        None => finding,
    }
}
