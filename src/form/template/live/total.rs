//! Rows of sums: criteria with children, the total, the index, how far the unit has come.

use super::sum::{alternatives, number};
use super::{Live, LiveCells, together};
use crate::criteria::Sign;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::plan::{Plan, Row, What, address};
use crate::form::template::states::{CELLS_FILLED, LACKING, ROUNDED, UNEQUAL, WRONG};
use crate::form::template::value::Value;
use crate::points::{Points, RoundingMode};
use crate::rule::excel::quoted;
use crate::rule::rounded;
use crate::text::said;

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
        let filled_in = CELLS_FILLED.get(plan.form.lang);
        let says = if all.is_zero() { Value::Blank } else { Value::Text(format!("{}/{}{filled_in}{mark}", done.plain(), all.plain())) };
        let beside = match &row.what {
            What::Group { criterion, .. } => together::says(plan, criterion),
            _ => String::new(),
        };
        let formula = format!("IF({to_fill}=0,\"\",{filled}&\"/\"&{to_fill}&\"{filled_in}\"{beside}{unequal})");
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
        let filled_in = CELLS_FILLED.get(plan.form.lang);
        let says = Value::Text(format!("{}/{}{filled_in}{mark}", done.plain(), all.plain()));
        self.set(position, At::State, Live::new(format!("{filled}&\"/\"&{to_fill}&\"{filled_in}\"{unequal}"), says));
        let marked = |row: &(usize, &Row<'_>)| matches!(self.value(row.0, At::State), Value::Text(says) if says.ends_with(UNEQUAL));
        let any = plan.rows.iter().enumerate().any(|row| marked(&row));
        let (first, last) = plan.body();
        let states = format!("{}:{}", address(At::State, first), address(At::State, last.max(row.at)));
        let rounded = ROUNDED.get(plan.form.lang);
        let note = if any { Value::Text(rounded.into()) } else { Value::Blank };
        self.set(position, At::How, Live::new(format!("IF(COUNTIF({states},\"*{UNEQUAL}\")>0,{},\"\")", quoted(rounded)), note));
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
        let lang = plan.form.lang;
        let (lacking, wrong) = (LACKING.get(lang), WRONG.get(lang));
        let says = |filled: &str, to_fill: &str, lacking: &str, wrong: &str| {
            let parts = [
                said!(lang, "Đã điền {filled}/{to_fill} ô", "Filled in: {filled}/{to_fill} cells"),
                said!(lang, "Thiếu tài liệu: {lacking} tiêu chí", "Lacking documents: {lacking}"),
                said!(lang, "Sai: {wrong} tiêu chí", "Wrong: {wrong}"),
            ];
            parts.join("  ·  ")
        };
        let live = [row.cell(At::Filled), row.cell(At::ToFill), count(lacking), count(wrong)].map(|formula| format!("\"&{formula}&\""));
        let [filled, to_fill, lacks, is_wrong] = &live;
        let formula = format!("\"{}\"", says(filled, to_fill, lacks, is_wrong));
        let formula = formula.strip_suffix("&\"\"").unwrap_or(&formula);
        let (filled, to_fill) = (self.counted(total, At::Filled).plain(), self.counted(total, At::ToFill).plain());
        let says = says(&filled, &to_fill, &found(lacking).to_string(), &found(wrong).to_string());
        Live::new(formula, Value::Text(says))
    }
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
