//! What the run knows of each unit beside its scores, as far as tie-breaks ask for it.

use std::collections::BTreeMap;

use super::plan::Plan;
use crate::figure::UnitId;
use crate::finding::{Finding, Severity};
use crate::past::Comparison;
use crate::ranking::{Aside, TieBreak};

/// Gives what tie-breaks look at beside scores; nothing where none does.
pub fn aside(plan: &Plan, comparison: &Comparison, findings: &[Finding]) -> BTreeMap<UnitId, Aside> {
    let mut all: BTreeMap<UnitId, Aside> = BTreeMap::new();
    if !plan.groups.iter().flat_map(|group| &group.tie_breaks).any(TieBreak::looks_aside) {
        return all;
    }
    for unit in &plan.units {
        let last_index = comparison.before(&unit.id).and_then(|before| before.index.clone());
        all.insert(unit.id.clone(), Aside { last_index, ..Aside::default() });
    }
    for finding in findings {
        if let Some(aside) = finding.unit.as_ref().and_then(|unit| all.get_mut(unit)) {
            aside.errors += usize::from(finding.severity == Severity::Error);
            aside.found.push(finding.code.id);
        }
    }
    all
}
