//! Findings that only repeat what another one says of the whole form.

use std::collections::BTreeSet;

use crate::figure::UnitId;
use crate::finding::Finding;
use crate::finding::evidence::UNBACKED;
use crate::finding::sheet::NO_PLACE_FOR_EVIDENCE;

/// Drops them: a form without a place for evidence says so once, not at every criterion. What they withhold stays withheld.
pub fn drop_consequences(findings: &mut Vec<Finding>) {
    let without: BTreeSet<UnitId> =
        findings.iter().filter(|finding| finding.code == &NO_PLACE_FOR_EVIDENCE).filter_map(|finding| finding.unit.clone()).collect();
    findings.retain(|finding| finding.code != &UNBACKED || finding.unit.as_ref().is_none_or(|unit| !without.contains(unit)));
}
