//! What a leaf requires of other criteria and of figures that are asked once, as tests over cells.

use super::LiveCells;
use super::alternative::passed_by;
use super::aside::Aside;
use super::condition::{Conditions, Test};
use crate::criteria::{Criterion, Requirement};
use crate::figure::CriterionId;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::plan::{FigureCells, Plan, Row, What, scores_itself};
use crate::points::Points;
use crate::rule::excel::usable;
use crate::rule::{Case, Scorer};

impl LiveCells {
    /// Works out the conditions of a leaf; what they look at is worked out already.
    pub(super) fn conditions(&mut self, plan: &Plan<'_>, leaf: &CriterionId) -> Conditions {
        let mut aside = std::mem::take(&mut self.aside);
        let found = self.conditions_with(plan, leaf, &mut aside);
        self.aside = aside;
        found
    }

    /// Works out the conditions of a leaf, long formulas `aside`.
    fn conditions_with(&self, plan: &Plan<'_>, leaf: &CriterionId, aside: &mut Aside) -> Conditions {
        let mut found = Conditions::default();
        for (_, requires) in plan.form.set.conditions(leaf) {
            for one in &requires.all {
                if let Requirement::Index { criterion, at_least } = one {
                    found.add_by_claims(self.claims_fail(plan, criterion, at_least, aside));
                }
                let (fails, missing) = match one {
                    Requirement::Index { criterion, at_least } => {
                        self.index_fails(plan, criterion, at_least, aside).map_or((None, None), |(fails, open)| (Some(fails), Some(open)))
                    }
                    Requirement::Figure { .. } => figure_fails(plan, one),
                };
                found.add(requires.otherwise, fails, missing);
            }
        }
        found
    }

    /// Gives what is computed of a criterion, or claimed where there is nothing to compute: the formula and its value.
    fn declared(&self, plan: &Plan<'_>, criterion: &Criterion, position: usize, aside: &mut Aside) -> (String, Points) {
        let Some(row) = plan.row(position) else { return ("0".into(), Points::zero()) };
        if criterion.leaf().is_some() || !has_uncomputed(plan, criterion) {
            let column = if claim_stands(plan, row) { At::Counted } else { Self::source(plan, position) };
            return (format!("SUM({})", row.cell(column)), self.counted(position, column));
        }
        let mut terms = Vec::new();
        let children = criterion.children().iter().filter_map(|child| {
            let (formula, value) = self.declared(plan, child, plan.of(&child.id)?, aside);
            let formula = if child.weight == Points::one() { formula } else { format!("({formula})*{}", child.weight.plain()) };
            Some((child, (formula, &value * &child.weight)))
        });
        for part in plan.form.set.apart(children.collect::<Vec<_>>()) {
            let formulas: Vec<String> = part.iter().map(|(_, (formula, _))| formula.clone()).collect();
            let most = part.into_iter().map(|(_, (_, value))| value).max().unwrap_or_default();
            terms.push((if formulas.len() > 1 { format!("MAX({})", formulas.join(",")) } else { formulas.concat() }, most));
        }
        aside.sum(terms)
    }

    /// Adds up what `of` gives for every leaf that the unit scores itself at or below a criterion, times weights, the best of
    /// alternatives: the formula and its value.
    fn sum_of_leaves(
        &self,
        plan: &Plan<'_>,
        criterion: &Criterion,
        of: &dyn Fn(&Row<'_>, usize) -> (String, Points),
        aside: &mut Aside,
    ) -> (String, Points) {
        if criterion.leaf().is_some() {
            let own = |row: &&Row<'_>| matches!(&row.what, What::Leaf { leaf, excused, .. } if scores_itself(leaf, *excused));
            let found = plan.of(&criterion.id).and_then(|at| Some((plan.row(at).filter(own)?, at)));
            return found.map_or_else(|| ("0".into(), Points::zero()), |(row, at)| of(row, at));
        }
        let mut terms = Vec::new();
        let children = criterion.children().iter().map(|child| {
            let (formula, value) = self.sum_of_leaves(plan, child, of, aside);
            let formula = if child.weight == Points::one() { formula } else { format!("({formula})*{}", child.weight.plain()) };
            (child, (formula, &value * &child.weight))
        });
        for part in plan.form.set.apart(children.collect::<Vec<_>>()) {
            let [(_, only)] = part.as_slice() else {
                terms.push(self.best_of(plan, part, aside));
                continue;
            };
            terms.push(only.clone());
        }
        aside.sum(terms)
    }

    /// Gives the best of alternatives: one that is left blank beside another that is filled in is none.
    fn best_of(&self, plan: &Plan<'_>, part: Vec<(&Criterion, (String, Points))>, aside: &mut Aside) -> (String, Points) {
        let (mut terms, mut most) = (Vec::new(), Points::zero());
        for (criterion, (formula, value)) in part {
            let passed = self.is_passed_by(plan, criterion);
            let test = passed_by(plan, criterion).map(|test| aside.test(test, passed));
            terms.push(test.map_or_else(|| formula.clone(), |test| format!("IF({test},0,{formula})")));
            most = if passed { most } else { most.max(value) };
        }
        aside.short((format!("MAX({})", terms.join(",")), most))
    }

    /// Gives what applies of a leaf of which the points can be told here: the formula and its value. Points that wait for the
    /// figures of other units can't.
    fn applies_here(&self, plan: &Plan<'_>, row: &Row<'_>, position: usize) -> (String, Points) {
        let (applicable, most) = (row.cell(At::Applicable), self.counted(position, At::Applicable));
        if !waits_for_others(row) {
            return (format!("SUM({applicable})"), most);
        }
        let source = Self::source(plan, position);
        let known = self.value(position, source).number().is_some();
        (format!("IF(ISNUMBER({}),SUM({applicable}),0)", row.cell(source)), if known { most } else { Points::zero() })
    }

    /// Gives the most that a leaf may come to: what it has, or all that applies while it has nothing.
    fn most(&self, plan: &Plan<'_>, row: &Row<'_>, position: usize) -> (String, Points) {
        let column = if claim_stands(plan, row) { At::Counted } else { Self::source(plan, position) };
        let (applies, most) = self.applies_here(plan, row, position);
        let cell = row.cell(column);
        (format!("IF(ISNUMBER({cell}),{cell},{applies})"), self.value(position, column).number().cloned().unwrap_or(most))
    }

    /// Gives what applies of a criterion, and the most that it may come to, by what the unit scores itself.
    fn reach(&self, plan: &Plan<'_>, criterion: &Criterion, position: usize, aside: &mut Aside) -> Option<[(String, Points); 2]> {
        let row = plan.row(position)?;
        let waiting = criterion.leaves_below().iter().filter_map(|leaf| plan.row(plan.of(&leaf.id)?)).any(waits_for_others);
        let applies = if waiting {
            self.sum_of_leaves(plan, criterion, &|row, at| self.applies_here(plan, row, at), aside)
        } else {
            (format!("SUM({})", row.cell(At::Applicable)), self.counted(position, At::Applicable))
        };
        let most = self.sum_of_leaves(plan, criterion, &|row, at| self.most(plan, row, at), aside);
        Some([applies, most])
    }

    /// Gives the tests that another criterion can't reach an index any more, and that nobody knows yet, by what the unit scores
    /// itself.
    fn index_fails(&self, plan: &Plan<'_>, id: &CriterionId, at_least: &Points, aside: &mut Aside) -> Option<(Test, Test)> {
        let position = plan.of(id)?;
        let (What::Group { criterion, .. } | What::Leaf { criterion, .. }) = &plan.row(position)?.what else { return None };
        let (sum, points) = self.declared(plan, criterion, position, aside);
        let [(applicable, applies), (most, most_points)] = self.reach(plan, criterion, position, aside)?;
        let short = |points: &Points| applies.is_positive() && points * &Points::hundred() < at_least * &applies;
        let (fails, open) = (short(&most_points), short(&points) && !short(&most_points));
        let below = |sum: &str| format!("ROUND(({sum})*100-{}*({applicable}),9)<0", at_least.plain());
        let asked = |test: &str| format!("IF(({applicable})=0,FALSE,{test})");
        let open_test = format!("AND({},NOT({}))", below(&sum), below(&most));
        Some(((asked(&below(&most)), fails), (asked(&open_test), open)))
    }
}

impl LiveCells {
    /// Gives the test that another criterion reaches an index by what is computed, and not by what the unit claims below that.
    fn claims_fail(&self, plan: &Plan<'_>, id: &CriterionId, at_least: &Points, aside: &mut Aside) -> Option<Test> {
        let position = plan.of(id)?;
        let (What::Group { criterion, .. } | What::Leaf { criterion, .. }) = &plan.row(position)?.what else { return None };
        let (sum, points) = self.declared(plan, criterion, position, aside);
        let (lower, lower_points) = self.sum_of_leaves(plan, criterion, &|row, at| self.lower(plan, row, at), aside);
        let [(applicable, applies), _] = self.reach(plan, criterion, position, aside)?;
        let short = |points: &Points| applies.is_positive() && points * &Points::hundred() < at_least * &applies;
        let below = |sum: &str| format!("ROUND(({sum})*100-{}*({applicable}),9)<0", at_least.plain());
        let test = format!("IF(({applicable})=0,FALSE,AND({},NOT({})))", below(&lower), below(&sum));
        Some((test, short(&lower_points) && !short(&points)))
    }

    /// Gives the lower of what is computed of a leaf and what is claimed.
    fn lower(&self, plan: &Plan<'_>, row: &Row<'_>, position: usize) -> (String, Points) {
        let counted = self.value(position, At::Counted).number().cloned();
        if claim_stands(plan, row) {
            return (format!("SUM({})", row.cell(At::Counted)), counted.unwrap_or_default());
        }
        let source = Self::source(plan, position);
        let computed = self.value(position, source).number().cloned();
        let lower = computed.clone().zip(counted.clone()).map(|(one, other)| one.min(other)).or(computed).or(counted);
        (format!("MIN({},{})", row.cell(source), row.cell(At::Counted)), lower.unwrap_or_default())
    }
}

/// Tells whether the points of a row wait for the figures of other units.
fn waits_for_others(row: &Row<'_>) -> bool {
    matches!(&row.what, What::Leaf { leaf, excused: false, .. } if leaf.scorer() == Scorer::Unit && !leaf.rule.takes_claims())
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
