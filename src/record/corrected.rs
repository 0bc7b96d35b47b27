//! Figures that the council corrected, as far as points follow from them.

use std::collections::BTreeMap;

use crate::assessment::{Appraisal, Corrected, Round};
use crate::figure::{CriterionId, Figure, InputId, UnitId};
use crate::scoring::{Excuse, Stages, Trace};

/// Gives the figures that the council corrected, by the keys of rounds and by inputs, of every round whose points follow from them,
/// or that the leaf does not apply.
pub fn corrected(
    (unit, leaf): (&UnitId, &CriterionId),
    (stages, trace): (&Stages, Option<&Trace>),
    appraisal: &Appraisal,
) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut found: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut keep = |round: Round, input: &InputId, figure: &Figure| {
        if let Some(value) = figure.machine() {
            found.entry(round.key()).or_default().insert(input.to_string(), value);
        }
    };
    for one in trace.into_iter().flat_map(|trace| &trace.corrections) {
        keep(one.round, &one.input, &one.corrected);
    }
    for (round, of_round) in &appraisal.corrected {
        let comes_out = stages.appraised.contains_key(round) || trace.is_some_and(|of| of.excused == Some(Excuse::Rule));
        let is_refused = trace.is_some_and(|trace| trace.refused.contains(round));
        let of_leaf = of_round.get(unit).and_then(|of| of.get(leaf)).filter(|_| comes_out && !is_refused);
        for (input, Corrected { figure, .. }) in of_leaf.into_iter().flatten() {
            keep(*round, input, figure);
        }
    }
    found
}
