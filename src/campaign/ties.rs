//! Tie-breaks of a group: what is written of them, and what the run knows beside scores to decide by.

use std::collections::BTreeMap;

use super::plan::Plan;
use super::raw::{RawTieBreak, RawTieBy};
use crate::assessment::Stage;
use crate::figure::{CriterionId, UnitId};
use crate::finding::{Finding, Severity};
use crate::past::Comparison;
use crate::ranking::{Aside, TieBreak};

/// Makes a tie-break; `None` for one that lacks what it looks at, which the laws refuse.
pub fn make(raw: &RawTieBreak) -> Option<TieBreak> {
    let order = match raw {
        RawTieBreak::Criterion(id) => return Some(TieBreak::Points(CriterionId::new(id.as_str()))),
        RawTieBreak::By(order) => order,
    };
    let criterion = || order.id.as_deref().map(CriterionId::new);
    Some(match order.by {
        RawTieBy::CriterionPoints => TieBreak::Points(criterion()?),
        RawTieBy::CriterionIndex => TieBreak::Index(criterion()?),
        RawTieBy::Stage => TieBreak::Stage(Stage::of_key(order.stage.as_deref()?)?),
        RawTieBy::Survey => TieBreak::Survey,
        RawTieBy::Progress => TieBreak::Progress,
        RawTieBy::OverClaimNet => TieBreak::OverClaimNet,
        RawTieBy::OverClaimPositive => TieBreak::OverClaimPositive,
        RawTieBy::OpenErrors => TieBreak::OpenErrors,
        RawTieBy::Findings => TieBreak::Findings(order.codes.clone()),
    })
}

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
