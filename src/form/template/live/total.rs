//! Sums: criteria with children, the total, the index, how far the unit has come.

use super::{Live, LiveCells, together};
use crate::assessment::Claim;
use crate::criteria::{Cap, LinesOf, Sign};
use crate::form::layout::AssessmentAt as At;
use crate::form::template::assessment::words::{ROUNDED, UNEQUAL};
use crate::form::template::plan::{Plan, Row, What, address};
use crate::form::template::value::{LACKING, Value, WRONG};
use crate::points::{Points, RoundAt, RoundingMode};
use crate::rule::excel::quoted;
use crate::rule::{Case, Gives, rounded};

/// Most parts of a sum that is compared with what is printed of them.
const MARKED: usize = 40;

impl LiveCells {
    /// Works out a criterion with children.
    pub(super) fn group(&mut self, plan: &Plan<'_>, position: usize, row: &Row<'_>, children: &[usize]) {
        for column in [At::Exact, At::Counted] {
            let live = self.sum(plan, children, column, true);
            self.set(position, column, live);
        }
        for column in [At::Applicable, At::Filled, At::ToFill] {
            let live = self.sum(plan, children, column, false);
            self.set(position, column, live);
        }
        self.show(plan, position, row);
        let [filled, to_fill] = [At::Filled, At::ToFill].map(|column| row.cell(column));
        let (done, all) = (self.counted(position, At::Filled), self.counted(position, At::ToFill));
        let (unequal, mark) = self.unequal(plan, row, position, children);
        let says =
            if all.is_zero() { Value::Blank } else { Value::Text(format!("{}/{} ô đã điền{mark}", done.plain(), all.plain())) };
        let beside = match &row.what {
            What::Group { criterion, .. } => together::says(plan, criterion),
            _ => String::new(),
        };
        let formula = format!("IF({to_fill}=0,\"\",{filled}&\"/\"&{to_fill}&\" ô đã điền\"{beside}{unequal})");
        self.set(position, At::State, Live::new(formula, says));
    }

    /// Marks a sum that is another than that of its parts as they are printed: gives the formula of the mark, with `&`
    /// before it, and what it shows. A claim left blank is printed as what is computed.
    fn unequal(&self, plan: &Plan<'_>, row: &Row<'_>, position: usize, parts: &[usize]) -> (String, String) {
        let rounding = plan.form.rounding;
        // With many parts the formula would pass what Excel takes; alternatives don't add up.
        if parts.len() > MARKED || alternatives(plan, parts).iter().any(|(_, beside)| !beside.is_empty()) {
            return (String::new(), String::new());
        }
        let (mut tests, mut unequal) = (Vec::new(), false);
        for (exact, printed) in [(At::Exact, At::Computed), (At::Counted, At::Claimed)] {
            let (mut terms, mut sum, mut any) = (Vec::new(), Points::zero(), false);
            for at in parts {
                let Some(part) = plan.row(*at) else { continue };
                let weight = match &part.what {
                    What::Group { criterion, .. } | What::Leaf { criterion, .. } => criterion.weight.clone(),
                    _ => Points::one(),
                };
                let minus = matches!(part.what, What::Leaf { sign: Some(Sign::Penalty), .. });
                let cell = part.cell(exact).replace('$', "");
                let sign = if minus { '-' } else { '+' };
                terms.push(format!("{sign}IF(ISNUMBER({cell}),{},0)*{}", rounded(&cell, rounding), weight.plain()));
                if let Some(number) = self.value(*at, exact).number() {
                    let part = &rounding.print(number) * &weight;
                    sum = if minus { &sum - &part } else { &sum + &part };
                    any = true;
                }
            }
            let own = row.cell(printed);
            tests.push(format!("IF(ISNUMBER({own}),AND({own}>0,ROUND({}-{own},9)<>0),FALSE)", terms.concat().trim_start_matches('+')));
            unequal |= any && self.value(position, printed).number().is_some_and(|own| own.is_positive() && *own != sum);
        }
        let mark = format!(" {UNEQUAL}");
        (format!("&IF(OR({}),{},\"\")", tests.join(","), quoted(&mark)), if unequal { mark } else { String::new() })
    }

    /// Shows the sums of a row in its visible cells.
    pub(super) fn show(&mut self, plan: &Plan<'_>, position: usize, row: &Row<'_>) {
        for (from, to) in [(At::Exact, At::Computed), (At::Counted, At::Claimed)] {
            let live = Self::printed(plan, &row.cell(from), &self.value(position, from));
            self.set(position, to, live);
        }
    }

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

    /// Gives the printed form of a number in another cell.
    pub(super) fn printed(plan: &Plan<'_>, exact: &str, value: &Value) -> Live {
        let rounding = plan.form.rounding;
        let cut = match rounding.mode {
            RoundingMode::HalfUp => "ROUND",
            RoundingMode::Truncate => "TRUNC",
        };
        let value = match value {
            Value::Number(number) => Value::Number(rounding.print(number)),
            other => other.clone(),
        };
        Live::new(format!("IF(ISNUMBER({exact}),{cut}(ROUND({exact},9),{}),{exact})", rounding.decimals), value)
    }

    /// Works out the total: areas and adjustments, never under 0, cut at the applicable maximum unless the set says otherwise.
    pub(super) fn total(&mut self, plan: &Plan<'_>, position: usize, row: &Row<'_>, areas: &[usize], adjustments: &[usize]) {
        let asked = |row: &Row<'_>| matches!(row.what, What::Figure { open: true, .. });
        let figures: Vec<usize> = plan.rows.iter().enumerate().filter(|(_, row)| asked(row)).map(|(at, _)| at).collect();
        for column in [At::Applicable, At::Filled, At::ToFill] {
            let mut live = self.sum(plan, areas, column, false);
            let beside = [adjustments, &figures].into_iter().filter(|rows| column != At::Applicable && !rows.is_empty());
            for rows in beside {
                let more = self.sum(plan, rows, column, false);
                let value = Value::Number(&number(&live.value) + &number(&more.value));
                live = Live::new(format!("{}+{}", live.formula, more.formula), value);
            }
            self.set(position, column, live);
        }
        let applicable = row.cell(At::Applicable);
        let most = self.counted(position, At::Applicable);
        let beside = self.penalties(plan);
        for column in [At::Exact, At::Counted] {
            let tree = self.sum(plan, areas, column, true);
            if adjustments.is_empty() && (beside.is_none() || column == At::Counted) {
                self.set(position, column, tree);
                continue;
            }
            let plain = self.sum(plan, areas, column, false);
            let (mut formula, mut value) = (plain.formula, number(&plain.value));
            for (sign, mark) in [(Sign::Bonus, '+'), (Sign::Penalty, '-')] {
                let of_sign: Vec<usize> =
                    adjustments.iter().copied().filter(|at| signed(plan, *at) == Some(sign) && !of_criterion(plan, *at)).collect();
                if !of_sign.is_empty() {
                    let part = self.capped(plan, &of_sign, column);
                    formula = format!("{formula}{mark}({})", part.formula);
                    value = if sign == Sign::Bonus { &value + &number(&part.value) } else { &value - &number(&part.value) };
                }
            }
            for part in self.within(plan, column) {
                formula = format!("{formula}+{}", part.formula);
                value = &value + &number(&part.value);
            }
            // A penalty beside a leaf joins from the computed points on.
            if let Some(beside) = beside.as_ref().filter(|_| column == At::Exact) {
                formula = format!("{formula}-({})", beside.formula);
                value = &value - &number(&beside.value);
            }
            if !plan.form.set.may_pass_100 {
                formula = format!("MIN({applicable},{formula})");
                value = value.min(most.clone());
            }
            value = value.max(Points::zero());
            let any = self.sum(plan, &[areas, adjustments].concat(), column, true);
            let blank = any.value == Value::Blank;
            let counts = any.formula.split_once("=0,").map_or("IF(1", |(counts, _)| counts).to_owned();
            let formula = format!("{counts}=0,\"\",MAX(0,{formula}))");
            self.set(position, column, Live::new(formula, if blank { Value::Blank } else { Value::Number(value) }));
        }
        self.show(plan, position, row);
        let (done, all) = (self.counted(position, At::Filled), self.counted(position, At::ToFill));
        let [filled, to_fill] = [At::Filled, At::ToFill].map(|column| row.cell(column));
        let parts = [areas, adjustments].concat();
        // Penalties beside leaves and points that are cut are no matter of rounding.
        let (unequal, mark) = if beside.is_none()
            && plan.form.set.caps.is_empty()
            && plan.form.set.with_lines().is_empty()
            && plan.form.set.may_pass_100 | adjustments.is_empty()
        {
            self.unequal(plan, row, position, &parts)
        } else {
            (String::new(), String::new())
        };
        let says = Value::Text(format!("{}/{} ô đã điền{mark}", done.plain(), all.plain()));
        self.set(position, At::State, Live::new(format!("{filled}&\"/\"&{to_fill}&\" ô đã điền\"{unequal}"), says));
        let marked = |row: &(usize, &Row<'_>)| matches!(self.value(row.0, At::State), Value::Text(says) if says.ends_with(UNEQUAL));
        let any = plan.rows.iter().enumerate().any(|row| marked(&row));
        let (first, last) = plan.body();
        let states = format!("{}:{}", address(At::State, first), address(At::State, last.max(row.at)));
        let note = if any { Value::Text(ROUNDED.into()) } else { Value::Blank };
        self.set(position, At::How, Live::new(format!("IF(COUNTIF({states},\"*{UNEQUAL}\")>0,{},\"\")", quoted(ROUNDED)), note));
    }

    /// Works out what the lines of each criterion change of its points, between 0 and its maximum.
    fn within(&self, plan: &Plan<'_>, column: At) -> Vec<Live> {
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
    fn capped(&self, plan: &Plan<'_>, rows: &[usize], column: At) -> Live {
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
    fn penalties(&self, plan: &Plan<'_>) -> Option<Live> {
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

    /// Works out the index.
    pub(super) fn index(&mut self, plan: &Plan<'_>, position: usize, row: &Row<'_>, total: usize) {
        let Some(of) = plan.row(total) else { return };
        let applicable = of.cell(At::Applicable);
        let most = self.counted(total, At::Applicable);
        self.set(position, At::Max, Live::new(applicable.clone(), Value::Number(most.clone())));
        for column in [At::Exact, At::Counted] {
            let cell = of.cell(column);
            let value = self.value(total, column);
            let index = value.number().and_then(|points| (points * &Points::hundred()).over(&most)).map_or(Value::Blank, Value::Number);
            let formula = format!("IF({applicable}=0,\"\",IF(ISNUMBER({cell}),{cell}*100/{applicable},\"\"))");
            self.set(position, column, Live::new(formula, index));
        }
        self.show(plan, position, row);
    }

    /// Says how far the unit has come.
    pub(super) fn progress(&self, plan: &Plan<'_>) -> Live {
        let (first, last) = plan.body();
        let span = |column: At| format!("{}:{}", address(column, first), address(column, last));
        let (keys, states) = (span(At::Keys), span(At::State));
        let count = |says: &str| format!("COUNTIFS({keys},\"leaf:*\",{states},\"{says}*\")");
        let found = |says: &str| {
            let leaves = plan.rows.iter().enumerate().filter(|(_, row)| matches!(row.what, What::Leaf { .. }));
            leaves.filter(|(at, _)| matches!(self.value(*at, At::State), Value::Text(state) if state.starts_with(says))).count()
        };
        let Some((total, row)) = plan.rows.iter().enumerate().find(|(_, row)| matches!(row.what, What::Total { .. })) else {
            return Live::default();
        };
        let formula = format!(
            "\"Đã điền \"&{}&\"/\"&{}&\" ô  ·  Thiếu tài liệu: \"&{}&\" tiêu chí  ·  Sai: \"&{}&\" tiêu chí\"",
            row.cell(At::Filled),
            row.cell(At::ToFill),
            count(LACKING),
            count(WRONG),
        );
        let (filled, to_fill) = (self.counted(total, At::Filled).plain(), self.counted(total, At::ToFill).plain());
        let says =
            format!("Đã điền {filled}/{to_fill} ô  ·  Thiếu tài liệu: {} tiêu chí  ·  Sai: {} tiêu chí", found(LACKING), found(WRONG));
        Live::new(formula, Value::Text(says))
    }
}

/// Parts rows into those that add up and alternatives of which the best counts: for each its first row and, for
/// alternatives, all of them.
fn alternatives(plan: &Plan<'_>, rows: &[usize]) -> Vec<(usize, Vec<usize>)> {
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
fn number(value: &Value) -> Points {
    value.number().cloned().unwrap_or_default()
}

/// Tells whether a row is an adjustment that counts within a criterion.
fn of_criterion(plan: &Plan<'_>, position: usize) -> bool {
    let Some(What::Leaf { criterion, .. }) = plan.row(position).map(|row| &row.what) else { return false };
    plan.form.set.line(&criterion.id).is_some_and(|line| line.within.is_some())
}

/// Gives the direction of an adjustment's row.
fn signed(plan: &Plan<'_>, position: usize) -> Option<Sign> {
    match plan.row(position)?.what {
        What::Leaf { sign, .. } => sign,
        _ => None,
    }
}
