//! Sums of a column over rows: weights, the best of alternatives, lines under caps, lines within a criterion, penalties.

use super::{Live, LiveCells, together};
use crate::assessment::Claim;
use crate::criteria::{Cap, LinesOf, Sign};
use crate::form::layout::AssessmentAt as At;
use crate::form::template::plan::{Plan, Row, What};
use crate::form::template::value::Value;
use crate::points::{Points, RoundAt};
use crate::rule::{Case, Gives, rounded};

impl LiveCells {
    /// Sums a column over rows, each times its weight; blank where no row has a number and `blank` says so.
    pub(super) fn sum(&self, plan: &Plan<'_>, rows: &[usize], column: At, blank: bool) -> Live {
        let weighs = matches!(column, At::Exact | At::Counted | At::Applicable);
        let mut plain: Vec<String> = Vec::new();
        let (mut all, mut terms): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let (mut total, mut any) = (Points::zero(), false);
        for (at, beside) in alternatives(plan, rows) {
            let Some(row) = plan.row(at) else { continue };
            if !beside.is_empty() {
                let best = self.best(plan, &beside, column);
                total += &number(&best.value);
                any |= beside.iter().any(|at| self.value(*at, Self::feeds(plan, *at, column)).number().is_some());
                all.extend(beside.iter().filter_map(|at| Some(plan.row(*at)?.cell(Self::feeds(plan, *at, column)).replace('$', ""))));
                terms.push(best.formula);
                continue;
            }
            let from = Self::feeds(plan, at, column);
            let weight = match &row.what {
                What::Group { criterion, .. } | What::Leaf { criterion, .. } if weighs => criterion.weight.clone(),
                _ => Points::one(),
            };
            let cell = row.cell(from).replace('$', "");
            if weight == Points::one() {
                plain.push(cell.clone());
            } else {
                terms.push(format!("SUM({cell})*{}", weight.plain()));
            }
            all.push(cell);
            if let Some(number) = self.value(at, from).number() {
                total += &(number * &weight);
                any = true;
            }
        }
        terms.extend(plain.chunks(200).map(|cells| format!("SUM({})", cells.join(","))));
        let sum = if terms.is_empty() { "0".to_owned() } else { terms.join("+") };
        if !blank {
            return Live::new(sum, Value::Number(total));
        }
        let counts: Vec<String> = all.chunks(200).map(|cells| format!("COUNT({})", cells.join(","))).collect();
        let counts = if counts.is_empty() { "0".to_owned() } else { counts.join("+") };
        Live::new(format!("IF({counts}=0,\"\",{sum})"), if any { Value::Number(total) } else { Value::Blank })
    }

    /// Gives the best of alternatives in a column; of cells to fill those of an alternative that is filled in, else all.
    fn best(&self, plan: &Plan<'_>, rows: &[usize], column: At) -> Live {
        let cell = |at: usize, column: At| plan.row(at).map_or_else(String::new, |row| row.cell(column).replace('$', ""));
        if matches!(column, At::Filled | At::ToFill) {
            let cells: Vec<String> = rows.iter().map(|at| cell(*at, column)).collect();
            let mut formula = format!("SUM({})", cells.join(","));
            let mut value: Points = rows.iter().map(|at| self.counted(*at, column)).sum();
            for at in rows.iter().rev() {
                let (filled, to_fill) = (cell(*at, At::Filled), cell(*at, At::ToFill));
                formula = format!("IF(AND({to_fill}>0,{filled}>={to_fill}),{},{formula})", cell(*at, column));
                let asks = self.counted(*at, At::ToFill);
                if asks.is_positive() && self.counted(*at, At::Filled) >= asks {
                    value = self.counted(*at, column);
                }
            }
            return Live::new(formula, Value::Number(value));
        }
        let (mut terms, mut most) = (Vec::new(), Points::zero());
        for at in rows {
            let from = Self::feeds(plan, *at, column);
            let weight = match plan.row(*at).map(|row| &row.what) {
                Some(What::Group { criterion, .. } | What::Leaf { criterion, .. }) => criterion.weight.clone(),
                _ => Points::one(),
            };
            let term = format!("SUM({})", cell(*at, from));
            terms.push(if weight == Points::one() { term } else { format!("{term}*{}", weight.plain()) });
            most = most.max(&self.counted(*at, from) * &weight);
        }
        Live::new(format!("MAX({})", terms.join(",")), Value::Number(most))
    }

    /// Tells which column of a row feeds a column of sums.
    fn feeds(plan: &Plan<'_>, position: usize, column: At) -> At {
        if column == At::Exact { Self::source(plan, position) } else { column }
    }

    /// Tells which column of a row feeds sums: leaves' rounded points where the set rounds at the leaf.
    pub(super) fn source(plan: &Plan<'_>, position: usize) -> At {
        let leaf = matches!(plan.row(position), Some(Row { what: What::Leaf { .. }, .. }));
        if leaf && plan.form.rounding.at == RoundAt::Leaf { At::Computed } else { At::Exact }
    }

    /// Works out what the lines of each criterion change of its points, between 0 and its maximum.
    pub(super) fn within(&self, plan: &Plan<'_>, column: At) -> Vec<Live> {
        let of = |of: LinesOf<'_>| {
            let position = plan.of(&of.criterion.id)?;
            let criterion = plan.row(position)?;
            let from = Self::feeds(plan, position, column);
            let own = format!("SUM({})", criterion.cell(from));
            let applicable = format!("SUM({})", criterion.cell(At::Applicable));
            let most = self.counted(position, At::Applicable);
            let value = self.counted(position, from);
            let (mut terms, mut asked) = (String::new(), Points::zero());
            for (sign, mark) in [(Sign::Bonus, '+'), (Sign::Penalty, '-')] {
                let lines = of.lines.iter().filter(|line| line.sign == sign);
                let rows: Vec<usize> = lines.filter_map(|line| plan.of(&line.criterion.id)).collect();
                if !rows.is_empty() {
                    let sum = self.capped(plan, &rows, column);
                    terms = format!("{terms}{mark}({})", sum.formula);
                    let points = number(&sum.value);
                    asked = if sign == Sign::Bonus { &asked + &points } else { &asked - &points };
                }
            }
            let reached = (&value + &asked).max(Points::zero()).min(most.clone());
            let mut adds = &(&reached - &value.min(most)) * &of.scale;
            let scale = if of.scale == Points::one() { String::new() } else { format!("*{}", of.scale.plain()) };
            let mut formula = format!("(MAX(0,MIN({applicable},{own}{terms}))-MIN({applicable},{own})){scale}");
            // Beside an alternative that does not count there is nothing to add to.
            if let Some(counts) = together::counts_among(plan, &of.criterion.id) {
                formula = format!("IF({counts},{formula},0)");
                adds = if self.counts_now(plan, &of.criterion.id) { adds } else { Points::zero() };
            }
            Some(Live::new(formula, Value::Number(adds)))
        };
        plan.form.set.with_lines().into_iter().filter_map(of).collect()
    }

    /// Sums lines of one direction, those under a cap up to it.
    pub(super) fn capped(&self, plan: &Plan<'_>, rows: &[usize], column: At) -> Live {
        let under = |cap: &Cap, at: usize| matches!(plan.row(at).map(|row| &row.what), Some(What::Leaf { criterion, .. }) if cap.adjustments.contains(&criterion.id));
        let caps = &plan.form.set.caps;
        let free: Vec<usize> = rows.iter().copied().filter(|at| !caps.iter().any(|cap| under(cap, *at))).collect();
        let (mut formulas, mut value) = (Vec::new(), Points::zero());
        if !free.is_empty() {
            let sum = self.sum(plan, &free, column, false);
            value += &number(&sum.value);
            formulas.push(sum.formula);
        }
        for cap in caps {
            let held: Vec<usize> = rows.iter().copied().filter(|at| under(cap, *at)).collect();
            if !held.is_empty() {
                let sum = self.sum(plan, &held, column, false);
                value += &number(&sum.value).min(cap.max.clone());
                formulas.push(format!("MIN({},{})", cap.max.plain(), sum.formula));
            }
        }
        Live::new(formulas.join("+"), Value::Number(value))
    }

    /// Adds the penalties that stand beside leaves of the tree; `None` where no rule has one. Beside an alternative that does
    /// not count there is none.
    pub(super) fn penalties(&self, plan: &Plan<'_>) -> Option<Live> {
        let rounding = plan.form.rounding;
        let (mut formulas, mut value) = (Vec::new(), Points::zero());
        for row in &plan.rows {
            let What::Leaf { criterion, leaf, excused: false, sign: None, inputs } = &row.what else { continue };
            let terms = plan.terms(criterion, leaf);
            let Some(formula) = leaf.rule.faces().penalty(&terms, &plan.cells(criterion, inputs)) else { continue };
            let mut formula = if rounding.at == RoundAt::Leaf { rounded(&formula, rounding) } else { formula };
            let answer = plan.answer(&criterion.id);
            formula = format!("IF({}=0,0,{formula})", row.cell(At::Applicable));
            if let Some(counts) = together::counts_among(plan, &criterion.id) {
                formula = format!("IF({counts},{formula},0)");
            }
            formulas.push(formula);
            let Some(answer) = answer.filter(|answer| !(leaf.may_not_apply && answer.claim == Claim::NotApplicable)) else { continue };
            let outcome = leaf.rule.score(&Case::new(terms, &answer.figures));
            if outcome.gives == Gives::NotApplicable || !self.counts_now(plan, &criterion.id) {
                continue;
            }
            value += &outcome.penalty.map_or_else(Points::zero, |penalty| rounding.leaf(&penalty));
        }
        (!formulas.is_empty()).then(|| Live::new(formulas.join("+"), Value::Number(value)))
    }
}

/// Parts rows into those that add up and alternatives of which the best counts: for each its first row and, for
/// alternatives, all of them.
pub fn alternatives(plan: &Plan<'_>, rows: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let criterion = |at: &usize| match plan.row(*at).map(|row| &row.what) {
        Some(What::Group { criterion, .. } | What::Leaf { criterion, .. }) => Some(*criterion),
        _ => None,
    };
    let set = plan.form.set;
    let mut parts: Vec<(usize, Vec<usize>)> = Vec::new();
    for at in rows {
        let of = criterion(at).and_then(|criterion| set.alternative_of(&criterion.id));
        let same = |other: &usize| criterion(other).is_some_and(|other| of.is_some_and(|of| of.criteria.contains(&other.id)));
        match parts.iter_mut().find(|(first, _)| of.is_some() && same(first)) {
            Some((_, beside)) => beside.push(*at),
            None => parts.push((*at, if of.is_some() { vec![*at] } else { Vec::new() })),
        }
    }
    parts
}

/// Gives the number of a value; 0 for none.
pub fn number(value: &Value) -> Points {
    value.number().cloned().unwrap_or_default()
}
