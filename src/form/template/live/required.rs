//! What a leaf requires of other criteria and of figures that are asked once, as tests over cells.

use super::LiveCells;
use super::condition::{Conditions, Test};
use crate::criteria::{Criterion, Requirement};
use crate::figure::CriterionId;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::plan::{FigureCells, Plan, Row, What};
use crate::points::Points;
use crate::rule::Case;
use crate::rule::excel::usable;

impl LiveCells {
    /// Works out the conditions of a leaf; what they look at is worked out already.
    pub(super) fn conditions(&self, plan: &Plan<'_>, leaf: &CriterionId) -> Conditions {
        let mut found = Conditions::default();
        for (_, requires) in plan.form.set.conditions(leaf) {
            for one in &requires.all {
                let (fails, missing) = match one {
                    Requirement::Index { criterion, at_least } => (self.index_fails(plan, criterion, at_least), None),
                    Requirement::Figure { .. } => figure_fails(plan, one),
                };
                found.add(requires.otherwise, fails, missing);
            }
        }
        found
    }

    /// Gives what is computed of a criterion, or claimed where there is nothing to compute: the formula and its value.
    fn declared(&self, plan: &Plan<'_>, criterion: &Criterion, position: usize) -> (String, Points) {
        let Some(row) = plan.row(position) else { return ("0".into(), Points::zero()) };
        if criterion.leaf().is_some() || !has_uncomputed(plan, criterion) {
            let column = if claim_stands(plan, row) { At::Counted } else { Self::source(plan, position) };
            return (format!("SUM({})", row.cell(column)), self.counted(position, column));
        }
        let (mut terms, mut points) = (Vec::new(), Points::zero());
        let children = criterion.children().iter().filter_map(|child| {
            let (formula, value) = self.declared(plan, child, plan.of(&child.id)?);
            let formula = if child.weight == Points::one() { formula } else { format!("({formula})*{}", child.weight.plain()) };
            Some((child, (formula, &value * &child.weight)))
        });
        for part in plan.form.set.apart(children.collect::<Vec<_>>()) {
            let formulas: Vec<String> = part.iter().map(|(_, (formula, _))| formula.clone()).collect();
            terms.push(if formulas.len() > 1 { format!("MAX({})", formulas.join(",")) } else { formulas.concat() });
            points += &part.into_iter().map(|(_, (_, value))| value).max().unwrap_or_default();
        }
        (terms.join("+"), points)
    }

    /// Gives the test that another criterion does not reach an index, of what the unit scores itself.
    fn index_fails(&self, plan: &Plan<'_>, id: &CriterionId, at_least: &Points) -> Option<Test> {
        let position = plan.of(id)?;
        let row = plan.row(position)?;
        let (What::Group { criterion, .. } | What::Leaf { criterion, .. }) = &row.what else { return None };
        let (sum, points) = self.declared(plan, criterion, position);
        let applicable = format!("SUM({})", row.cell(At::Applicable));
        let most = self.counted(position, At::Applicable);
        let fails = most.is_positive() && &points * &Points::hundred() < at_least * &most;
        Some((format!("IF({applicable}=0,FALSE,ROUND(({sum})*100-{}*{applicable},9)<0)", at_least.plain()), fails))
    }
}

/// Tells whether a leaf at or below a criterion has a claim that stands, since the form computes nothing for it.
fn has_uncomputed(plan: &Plan<'_>, criterion: &Criterion) -> bool {
    criterion.leaves_below().iter().filter_map(|leaf| plan.row(plan.of(&leaf.id)?)).any(|row| claim_stands(plan, row))
}

/// Tells whether a row is a leaf whose claim stands.
fn claim_stands(plan: &Plan<'_>, row: &Row<'_>) -> bool {
    matches!(&row.what, What::Leaf { leaf, excused: false, .. } if leaf.rule.takes_claims()) && !plan.computes(row)
}

/// Gives the test that a figure is over its limit, and the one that it is missing.
fn figure_fails(plan: &Plan<'_>, one: &Requirement) -> (Option<Test>, Option<Test>) {
    let (Requirement::Figure { figure, .. }, Some(condition)) = (one, one.condition()) else { return (None, None) };
    let (terms, cells) = (plan.form.set.figure_terms(), FigureCells(plan));
    let figures = plan.form.set.figures.iter().map(|figure| (figure.id.clone(), plan.shared(figure))).collect();
    let holds = condition.holds(&Case::new(terms, &figures));
    let fails = condition.fails(&terms, &cells).map(|test| (test, holds == Some(false)));
    (fails, Some((format!("NOT({})", usable(&terms, &cells, figure)), holds.is_none())))
}
