//! Links from a workbook into the folder of evidence.

use crate::figure::UnitId;

/// Gives the link to a file that a unit names; `None` for what may lead out of the unit's folder.
pub fn link(evidence: &str, unit: &UnitId, file: &str) -> Option<String> {
    let file = file.trim().replace('\\', "/");
    let leads_out = file.starts_with('/') || file.contains(':') || file.split('/').any(|part| part == "..");
    let link = format!("file:///{evidence}/{unit}/{file}");
    // Excel takes links of so many letters and not of more.
    (!file.is_empty() && !leads_out && link.encode_utf16().count() <= 2_000).then_some(link)
}
