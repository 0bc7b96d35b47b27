//! Alternatives that a unit left blank because it filled in another one: nothing waits there any more.

use super::LiveCells;
use crate::assessment::Claim;
use crate::criteria::Criterion;
use crate::figure::CriterionId;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::plan::{Plan, Row, What};
use crate::form::template::states::{CELLS_LEFT, TO_FILL, counted};
use crate::form::template::value::Value;
use crate::points::Points;
use crate::rule::excel::{all, any};
use crate::text::Lang;

/// Says that a leaf waits for so many cells.
pub fn waits_for(cells: &Points, lang: Lang) -> String {
    counted(CELLS_LEFT, &cells.plain(), lang)
}

/// Gives the test that a leaf stands in an alternative that is blank while another one is filled in; `None` for a leaf
/// that stands in no alternative.
pub fn left_alone(plan: &Plan<'_>, leaf: &CriterionId) -> Option<String> {
    let tests: Vec<String> = instead(plan, leaf).into_iter().map(|(own, others)| all(&[blank(plan, own), any(&others)])).collect();
    (!tests.is_empty()).then(|| any(&tests))
}

/// Gives each alternative that a leaf stands in, with the tests that another one is filled in.
fn instead<'a>(plan: &Plan<'a>, leaf: &CriterionId) -> Vec<(&'a Criterion, Vec<String>)> {
    let set = plan.form.set;
    let of = |criterion: &'a Criterion| {
        let others = set.alternative_of(&criterion.id)?.criteria.iter().filter(|other| **other != criterion.id);
        let complete: Vec<String> = others.filter_map(|other| Some(complete(plan.row(plan.of(other)?)?))).collect();
        (!complete.is_empty()).then_some((criterion, complete))
    };
    set.lineage(leaf).into_iter().filter_map(of).collect()
}

/// Gives the test that nothing was typed for an alternative, and something for another one; `None` for what is no alternative.
pub fn passed_by(plan: &Plan<'_>, criterion: &Criterion) -> Option<String> {
    let typed: Vec<String> = others(plan, criterion).into_iter().map(|other| format!("NOT({})", blank(plan, other))).collect();
    (!typed.is_empty()).then(|| all(&[blank(plan, criterion), any(&typed)]))
}

/// Lists the criteria that stand for a criterion.
fn others<'a>(plan: &Plan<'a>, criterion: &Criterion) -> Vec<&'a Criterion> {
    let set = plan.form.set;
    let all = set.alternative_of(&criterion.id).into_iter().flat_map(|of| &of.criteria);
    all.filter(|other| **other != criterion.id).filter_map(|other| set.find(other)).collect()
}

/// Gives the test that every cell to fill of a criterion is filled in.
fn complete(row: &Row<'_>) -> String {
    let (filled, to_fill) = (row.cell(At::Filled), row.cell(At::ToFill));
    all(&[format!("{to_fill}>0"), format!("{filled}>={to_fill}")])
}

/// Gives the test that nothing was typed for a criterion and what is below it.
fn blank(plan: &Plan<'_>, criterion: &Criterion) -> String {
    let mut tests = Vec::new();
    for leaf in criterion.leaves_below() {
        let Some(row) = plan.of(&leaf.id).and_then(|at| plan.row(at)) else { continue };
        tests.push(format!("{}=0", row.cell(At::Filled)));
        tests.push(format!("ISBLANK({})", row.cell(At::Explanation)));
        tests.push(format!("SUM({})=0", row.cell(At::Documents)));
        if leaf.leaf().is_some_and(|leaf| leaf.rule.takes_claims()) {
            tests.push(format!("ISBLANK({})", row.cell(At::Claimed)));
        }
    }
    all(&tests)
}

impl LiveCells {
    /// Takes away what rows of alternatives that were left alone say of waiting, as their formulas do.
    pub(super) fn leave_alternatives_alone(&mut self, plan: &Plan<'_>) {
        let (set, lang) = (plan.form.set, plan.form.lang);
        for (position, row) in plan.rows.iter().enumerate() {
            let of = match &row.what {
                What::Leaf { criterion, .. } | What::Input { criterion, .. } => *criterion,
                _ => continue,
            };
            let alone = set.lineage(&of.id).into_iter().any(|above| {
                let others = set.alternative_of(&above.id).into_iter().flat_map(|of| &of.criteria).filter(|other| **other != above.id);
                self.is_blank(plan, above) && others.filter_map(|other| plan.of(other)).any(|at| self.is_complete(at))
            });
            let open = &self.counted(position, At::ToFill) - &self.counted(position, At::Filled);
            let says = self.value(position, At::State);
            let waits = says == Value::words(TO_FILL.get(lang)) || says == Value::Text(waits_for(&open, lang));
            if alone
                && waits
                && let Some(live) = self.cells.get_mut(&(position, At::State.col()))
            {
                live.value = Value::Blank;
            }
        }
    }

    /// Tells whether nothing was typed for an alternative, and something for another one.
    pub(super) fn is_passed_by(&self, plan: &Plan<'_>, criterion: &Criterion) -> bool {
        self.is_blank(plan, criterion) && others(plan, criterion).into_iter().any(|other| !self.is_blank(plan, other))
    }

    fn is_complete(&self, position: usize) -> bool {
        let to_fill = self.counted(position, At::ToFill);
        to_fill.is_positive() && self.counted(position, At::Filled) >= to_fill
    }

    fn is_blank(&self, plan: &Plan<'_>, criterion: &Criterion) -> bool {
        criterion.leaves_below().iter().all(|leaf| {
            let answer = plan.answer(&leaf.id);
            let typed =
                answer.is_some_and(|answer| answer.claim != Claim::Blank || answer.explanation.is_some() || !answer.evidence.is_empty());
            !typed && plan.of(&leaf.id).is_none_or(|at| self.counted(at, At::Filled).is_zero())
        })
    }
}
