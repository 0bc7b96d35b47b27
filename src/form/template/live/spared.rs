//! Inputs that need not be filled in, because of what others say.

use crate::assessment::{Answer, Claim};
use crate::criteria::Sign;
use crate::figure::Input;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::plan::{Plan, Row, What, scores_itself};
use crate::rule::NOT_APPLICABLE_WORDS;
use crate::rule::excel::{all, any, says};
use crate::text::Lang;

/// Whether a figure need not be filled in for a leaf.
pub struct Spared {
    /// Formulas, of which one is enough.
    pub tests: Vec<String>,
    /// Whether one holds now.
    pub holds: bool,
}

/// Tells whether a leaf, by its position, can do without an input: what a unit declares out, and what its other answers
/// leave without meaning, need not be filled in.
pub fn spared(plan: &Plan<'_>, of: usize, input: &Input) -> Spared {
    let mut spared = Spared { tests: Vec::new(), holds: false };
    let Some(row) = plan.row(of) else { return spared };
    let What::Leaf { criterion, leaf, inputs, .. } = &row.what else { return spared };
    let answer = plan.answer(&criterion.id);
    if leaf.may_not_apply {
        spared.tests.push(says_not_applicable(&row.cell(At::Claimed), plan.form.lang));
        spared.holds = answer.is_some_and(|answer| answer.claim == Claim::NotApplicable);
    }
    let figures = answer.map(|answer| answer.figures.clone()).unwrap_or_default();
    let cells = plan.cells(criterion, inputs);
    for spare in leaf.rule.faces().spares().into_iter().filter(|spare| spare.input == input.id) {
        spared.tests.push(spare.when.formula(&cells));
        spared.holds |= spare.when.holds(&figures);
    }
    if let Some((test, holds)) = bonus_left_alone(plan, of) {
        spared.tests.push(test);
        spared.holds |= holds;
    }
    spared
}

/// Gives the test that a line of bonus points was left alone, and whether it is now: it is not claimed, and nothing is missing.
/// `None` for every other leaf.
pub fn bonus_left_alone(plan: &Plan<'_>, of: usize) -> Option<(String, bool)> {
    let row = plan.row(of)?;
    let What::Leaf { criterion, leaf, inputs, sign: Some(Sign::Bonus), .. } = &row.what else { return None };
    let own = |at: &usize| plan.row(*at).filter(|row| matches!(row.what, What::Input { .. })).map(|row| row.cell(At::Input));
    let claim = leaf.rule.takes_claims().then(|| row.cell(At::Claimed));
    let blank: Vec<String> = inputs.iter().filter_map(own).chain(claim).map(|cell| format!("ISBLANK({cell})")).collect();
    let untouched = |answer: &Answer| answer.claim == Claim::Blank && answer.has_no_own_figure(leaf);
    (!blank.is_empty()).then(|| (all(&blank), plan.answer(&criterion.id).is_none_or(untouched)))
}

/// Gives the leaves that a unit scores itself and that name a figure of the set, by their positions.
pub fn naming(plan: &Plan<'_>, figure: &Input) -> Vec<usize> {
    let of = |row: &Row<'_>| match &row.what {
        What::Shared { leaf, excused, input, of, .. } if input.id == figure.id && scores_itself(leaf, *excused) => Some(*of),
        _ => None,
    };
    plan.rows.iter().filter_map(of).collect()
}

/// Tells when a figure of the set need not be filled in: when each leaf that names it can do without. `None`: never.
pub fn spared_everywhere(plan: &Plan<'_>, figure: &Input) -> Option<(String, bool)> {
    let of: Vec<Spared> = naming(plan, figure).into_iter().map(|of| spared(plan, of, figure)).collect();
    // A condition needs its figure whatever the leaves can do without.
    if plan.form.set.is_required(&figure.id) || of.is_empty() || of.iter().any(|spared| spared.tests.is_empty()) {
        return None;
    }
    let tests: Vec<String> = of.iter().map(|spared| any(&spared.tests)).collect();
    Some((all(&tests), of.iter().all(|spared| spared.holds)))
}

/// Gives the test for a claim that says the leaf does not apply, in the words of a form.
pub fn says_not_applicable(cell: &str, lang: Lang) -> String {
    says(cell, NOT_APPLICABLE_WORDS.get(lang))
}
