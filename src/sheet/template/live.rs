//! The form's own arithmetic: every live cell as a formula beside the value that the engine gives for it.
//!
//! The value is what a cell shows before anything recalculates it, so the two must mean the same.
//! A formula compares after rounding to 9 decimals, since a sheet's arithmetic is binary.

use std::collections::HashMap;

use crate::criteria::{Criterion, Leaf, Sign};
use crate::figure::{Figure, Input, InputKind};
use crate::points::{Points, RoundAt, RoundingMode};
use crate::rule::excel::{quoted, says};
use crate::rule::{Case, Gives, NO, NOT_APPLICABLE, Scorer, YES};
use crate::sheet::layout::AssessmentAt as At;

use super::evidence::Documents;
use super::plan::{Plan, Row, What, asks_evidence, enough, scores_itself};
use crate::assessment::Claim;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Value {
    /// Nothing: the empty text.
    #[default]
    Blank,
    /// Number, exact.
    Number(Points),
    /// Words.
    Text(String),
}

impl Value {
    /// Gives the number, where it is one.
    pub const fn number(&self) -> Option<&Points> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Prints the value as the cached result of a formula.
    pub fn result(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Number(number) => number.to_cell().to_string(),
            Self::Text(words) => words.clone(),
        }
    }

    /// Makes the value of a count.
    fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).map_or_else(|_| Points::zero(), Points::from))
    }

    /// Makes the value of some words.
    fn words(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

/// A formula, without `=`, and what it gives.
#[derive(Clone, Debug, Default)]
pub struct Live {
    /// Empty where the cell holds its value itself.
    pub formula: String,
    /// What the engine gives.
    pub value: Value,
}

impl Live {
    /// Makes a live cell.
    fn new(formula: impl Into<String>, value: Value) -> Self {
        Self { formula: formula.into(), value }
    }

    /// Makes a cell that always shows the same.
    fn fixed(value: Value) -> Self {
        Self { formula: String::new(), value }
    }
}

/// Live cells of a form, by row position and column.
pub struct Lives {
    cells: HashMap<(usize, u16), Live>,
    /// Line above the table that says how far the unit has come.
    pub progress: Live,
}

impl Lives {
    /// Works out every live cell.
    pub fn new(plan: &Plan<'_>, documents: &Documents<'_>) -> Self {
        let mut lives = Self { cells: HashMap::new(), progress: Live::default() };
        // From below: what is summed stands below its sum, the totals excepted.
        for (position, row) in plan.rows.iter().enumerate().rev() {
            match &row.what {
                What::Group { children, .. } => lives.group(plan, position, row, children),
                What::Leaf { criterion, leaf, excused, inputs, .. } => {
                    lives.leaf(plan, documents, position, row, criterion, leaf, *excused, inputs);
                }
                What::Input { criterion, leaf, input, excused, of } => {
                    lives.input(plan, position, row, criterion, leaf, input, *excused, *of);
                }
                What::Title | What::Total { .. } | What::Index { .. } => {}
            }
        }
        for (position, row) in plan.rows.iter().enumerate() {
            match &row.what {
                What::Total { areas, adjustments } => lives.total(plan, position, row, areas, adjustments),
                What::Index { total } => lives.index(plan, position, row, *total),
                _ => {}
            }
        }
        lives.progress = lives.progress(plan);
        lives
    }

    /// Gives the live cell of a row, where there is one.
    pub fn get(&self, position: usize, column: At) -> Option<&Live> {
        self.cells.get(&(position, column.col()))
    }

    /// Gives what a cell shows.
    fn value(&self, position: usize, column: At) -> Value {
        self.get(position, column).map(|live| live.value.clone()).unwrap_or_default()
    }

    /// Sets a cell.
    fn set(&mut self, position: usize, column: At, live: Live) {
        self.cells.insert((position, column.col()), live);
    }

    /// Counts what a column holds for a row.
    fn counted(&self, position: usize, column: At) -> Points {
        self.value(position, column).number().cloned().unwrap_or_default()
    }

    /// Works out an input: whether it waits, and what is wrong with it.
    #[expect(clippy::too_many_arguments, reason = "the parts of one row")]
    fn input(
        &mut self,
        plan: &Plan<'_>,
        position: usize,
        row: &Row<'_>,
        criterion: &Criterion,
        leaf: &Leaf,
        input: &Input,
        excused: bool,
        of: usize,
    ) {
        let figure = plan.figure(&criterion.id, input);
        if !scores_itself(leaf, excused) || input.kind == InputKind::Text {
            return;
        }
        let (cell, filled, to_fill) = (row.cell(At::Input), row.cell(At::Filled), row.cell(At::ToFill));
        let declared_out = leaf.may_not_apply && plan.answer(&criterion.id).is_some_and(|answer| answer.claim == Claim::NotApplicable);
        let waits = if leaf.may_not_apply {
            let claim = plan.row(of).map_or_else(|| "0".into(), |row| row.cell(At::Claimed));
            Live::new(format!("IF({},0,1)", says_not_applicable(&claim)), Value::count(usize::from(!declared_out)))
        } else {
            Live::fixed(Value::count(1))
        };
        self.set(position, At::ToFill, waits);
        let done = !declared_out && figure != Figure::Blank;
        self.set(position, At::Filled, Live::new(format!("IF({to_fill}=0,0,COUNTA({cell}))"), Value::count(usize::from(done))));

        let (mut wrong, mut found) = wrong_kind(plan, criterion, input, &cell, &figure);
        for (part, whole) in leaf.rule.faces().parts() {
            if part != input.id {
                continue;
            }
            let Some(other) = plan.rows.iter().find(|row| is_input(row, criterion, whole.as_str())) else { continue };
            let Some(whole) = leaf.inputs.iter().find(|input| input.id == whole) else { continue };
            let address = other.cell(At::Input);
            let says = format!("Sai: lớn hơn ô {}", address.replace('$', ""));
            wrong =
                format!("IF(IF(AND(ISNUMBER({cell}),ISNUMBER({address})),ROUND({cell}-{address},9)>0,FALSE),{},{wrong})", quoted(&says));
            let above = match (figure.number(), plan.figure(&criterion.id, whole).number()) {
                (Some(part), Some(whole)) => part > whole,
                _ => false,
            };
            if above {
                found = Value::words(says);
            }
        }
        let state = match (declared_out, figure == Figure::Blank) {
            (true, _) => Value::Blank,
            (_, true) => Value::words("Cần điền"),
            _ => found,
        };
        let formula = format!("IF({to_fill}=0,\"\",IF({filled}=0,\"Cần điền\",{wrong}))");
        self.set(position, At::State, Live::new(formula, state));
    }

    /// Works out a leaf.
    #[expect(clippy::too_many_arguments, reason = "the parts of one row")]
    fn leaf<'a>(
        &mut self,
        plan: &Plan<'a>,
        documents: &Documents<'_>,
        position: usize,
        row: &Row<'a>,
        criterion: &'a Criterion,
        leaf: &'a Leaf,
        excused: bool,
        inputs: &'a [usize],
    ) {
        if excused {
            for column in [At::Computed, At::State] {
                self.set(position, column, Live::fixed(Value::words(NOT_APPLICABLE)));
            }
            return;
        }
        match leaf.scorer() {
            Scorer::Unit => {}
            Scorer::Council => return self.set(position, At::Claimed, Live::fixed(Value::words("Hội đồng thẩm định chấm"))),
            Scorer::Survey => return self.set(position, At::Claimed, Live::fixed(Value::words("Điều tra xã hội học"))),
        }
        let answer = plan.answer(&criterion.id);
        let claim = answer.map(|answer| answer.claim.clone()).unwrap_or_default();
        let declared_out = leaf.may_not_apply && claim == Claim::NotApplicable;
        let [claimed, exact, applicable, max] = [At::Claimed, At::Exact, At::Applicable, At::Max].map(|column| row.cell(column));

        self.computed(plan, position, row, criterion, leaf, inputs, declared_out);
        let own = self.get(position, At::Exact).is_none();

        let ruled_out = self.value(position, At::Exact) == Value::words(NOT_APPLICABLE);
        let out = declared_out || ruled_out;
        let counts = if out { Points::zero() } else { criterion.max.clone() };
        let mut tests = Vec::new();
        if leaf.may_not_apply {
            tests.push(says_not_applicable(&claimed));
        }
        if !own {
            tests.push(format!("{exact}={}", quoted(NOT_APPLICABLE)));
        }
        let applies = match tests.as_slice() {
            [] => Live::fixed(Value::Number(counts)),
            [test] => Live::new(format!("IF({test},0,{max})"), Value::Number(counts)),
            tests => Live::new(format!("IF(OR({}),0,{max})", tests.join(",")), Value::Number(counts)),
        };
        self.set(position, At::Applicable, applies);

        let source = if own { None } else { Some(Self::source(plan, position)) };
        let otherwise = source.map_or_else(|| "\"\"".into(), |column| row.cell(column));
        let counted = match (&claim, source) {
            _ if out => Value::Blank,
            (Claim::Points(points), _) => Value::Number(points.clamp_to(&Points::zero(), &criterion.max)),
            (_, Some(column)) => self.value(position, column),
            (_, None) => Value::Blank,
        };
        self.set(
            position,
            At::Counted,
            Live::new(format!("IF({applicable}=0,\"\",IF(ISNUMBER({claimed}),MAX(0,MIN({claimed},{max})),{otherwise}))"), counted),
        );

        self.waiting(position, row, inputs, own, leaf.may_not_apply, &claim);
        let named = documents.count(&criterion.id);
        self.set(position, At::Documents, Live::new(documents.formula(&row.cell(At::Stt)), Value::count(named)));
        self.state(plan, position, row, criterion, leaf, inputs, &claim, out, named);
    }

    /// Works out what the rule gives: exactly, and as printed.
    #[expect(clippy::too_many_arguments, reason = "the parts of one row")]
    fn computed<'a>(
        &mut self,
        plan: &Plan<'a>,
        position: usize,
        row: &Row<'a>,
        criterion: &'a Criterion,
        leaf: &'a Leaf,
        inputs: &'a [usize],
        declared_out: bool,
    ) {
        let terms = plan.terms(criterion, leaf);
        let faces = leaf.rule.faces();
        let formula = {
            let cells = plan.cells(criterion, inputs);
            faces.formula(&terms, &cells)
        };
        let Some(formula) = formula else {
            let says = if faces.asks().is_empty() { "Theo điểm tự đánh giá" } else { "Tính khi có số liệu cả nhóm" };
            return self.set(position, At::Computed, Live::fixed(Value::words(says)));
        };
        let figures = plan.answer(&criterion.id).map(|answer| answer.figures.clone()).unwrap_or_default();
        let mut value = match leaf.rule.score(&Case { terms, figures: &figures, best: None }).gives {
            Gives::Points(points) => Value::Number(points),
            Gives::NotApplicable => Value::words(NOT_APPLICABLE),
            Gives::Nothing | Gives::Waits => Value::Blank,
        };
        let mut formula = formula;
        if leaf.may_not_apply {
            formula = format!("IF({},{},{formula})", says_not_applicable(&row.cell(At::Claimed)), quoted(NOT_APPLICABLE));
            if declared_out {
                value = Value::words(NOT_APPLICABLE);
            }
        }
        let printed = Self::printed(plan, &row.cell(At::Exact), &value);
        self.set(position, At::Exact, Live::new(formula, value));
        self.set(position, At::Computed, printed);
    }

    /// Counts the cells that a leaf has to fill, and those filled.
    fn waiting(&mut self, position: usize, row: &Row<'_>, inputs: &[usize], own: bool, may_not_apply: bool, claim: &Claim) {
        let mut fill = |column: At, claim_cell: String, claim_counts: bool| {
            let at = row.at;
            let below = (!inputs.is_empty()).then(|| {
                let last = at.saturating_add(u32::try_from(inputs.len()).unwrap_or(0));
                let (first, last) = (super::plan::address(column, at + 1), super::plan::address(column, last));
                format!("SUM({first}:{last})")
            });
            let mut count: Points = inputs.iter().map(|input| self.counted(*input, column)).sum();
            let mut parts: Vec<String> = below.into_iter().collect();
            if own {
                parts.push(claim_cell);
                count += &Points::from(i64::from(claim_counts));
            }
            let formula = if parts.is_empty() { String::new() } else { parts.join("+") };
            self.set(position, column, Live::new(formula, Value::Number(count)));
        };
        let claimed = row.cell(At::Claimed);
        let out = may_not_apply && *claim == Claim::NotApplicable;
        let one = if may_not_apply { format!("IF({},0,1)", says_not_applicable(&claimed)) } else { "1".into() };
        fill(At::ToFill, one, !out);
        let filled =
            if may_not_apply { format!("IF({},0,COUNTA({claimed}))", says_not_applicable(&claimed)) } else { format!("COUNTA({claimed})") };
        fill(At::Filled, filled, !out && *claim != Claim::Blank);
    }

    /// Says how a leaf stands: what is wrong, what waits, whether documents are named.
    #[expect(clippy::too_many_arguments, reason = "the parts of one row")]
    fn state(
        &mut self,
        plan: &Plan<'_>,
        position: usize,
        row: &Row<'_>,
        criterion: &Criterion,
        leaf: &Leaf,
        inputs: &[usize],
        claim: &Claim,
        out: bool,
        named: usize,
    ) {
        let [claimed, computed, applicable, filled, to_fill, documents, counted, max, explanation] =
            [At::Claimed, At::Computed, At::Applicable, At::Filled, At::ToFill, At::Documents, At::Counted, At::Max, At::Explanation]
                .map(|column| row.cell(column));
        let range = format!("Sai: điểm ngoài khoảng 0–{}", criterion.max.plain_vi());
        let need = enough(&leaf.evidence);
        let asks = asks_evidence(&leaf.evidence);
        let lacks = if leaf.evidence.required { "Thiếu tài liệu" } else { "Chưa nêu tài liệu" };

        // From the last branch to the first.
        let mut formula = if asks {
            format!(
                "IF({documents}>={need},\"Đủ: \"&{documents}&\" tài liệu\",IF(NOT(ISBLANK({explanation})),\"Có giải trình, \"&{documents}&\"/{need} tài liệu\",IF(SUM({counted})>0,\"{lacks} (\"&{documents}&\"/{need})\",\"Đã điền\")))"
            )
        } else {
            format!("IF({documents}>0,\"Đã điền, \"&{documents}&\" tài liệu\",\"Đã điền\")")
        };
        let explained = plan.answer(&criterion.id).is_some_and(|answer| answer.explanation.is_some());
        let mut value = match (asks, named) {
            (true, _) if named >= need => format!("Đủ: {named} tài liệu"),
            (true, _) if explained => format!("Có giải trình, {named}/{need} tài liệu"),
            (true, _) if self.counted(position, At::Counted).is_positive() => format!("{lacks} ({named}/{need})"),
            (false, 1..) => format!("Đã điền, {named} tài liệu"),
            _ => "Đã điền".into(),
        };
        let mut branch = |test: String, says: String, shown: String, holds: bool| {
            formula = format!("IF({test},{says},{formula})");
            if holds {
                value = shown;
            }
        };

        let over = match (claim, self.value(position, At::Computed).number()) {
            (Claim::Points(points), Some(computed)) => points > computed,
            _ => false,
        };
        let above = "Sai: cao hơn điểm tính";
        let test = format!("IF(AND(ISNUMBER({claimed}),ISNUMBER({computed})),ROUND({claimed}-{computed},9)>0,FALSE)");
        branch(test, quoted(above), above.into(), over);

        let open = &self.counted(position, At::ToFill) - &self.counted(position, At::Filled);
        let shown = format!("Còn {} ô cần điền", open.plain());
        branch(format!("{filled}<{to_fill}"), format!("\"Còn \"&({to_fill}-{filled})&\" ô cần điền\""), shown, open.is_positive());

        if let (Some(first), Some(last)) = (inputs.first().and_then(|at| plan.row(*at)), inputs.last().and_then(|at| plan.row(*at))) {
            let wrong = inputs.iter().any(|at| matches!(self.value(*at, At::State), Value::Text(says) if says.starts_with("Sai")));
            let test = format!("COUNTIF({}:{},\"Sai*\")>0", first.cell(At::State), last.cell(At::State));
            branch(test, quoted("Sai: số liệu kê khai"), "Sai: số liệu kê khai".into(), wrong);
        }

        let outside = matches!(claim, Claim::Points(points) if points.is_negative() || points > &criterion.max);
        let test = format!("IF(ISNUMBER({claimed}),OR({claimed}<0,ROUND({claimed}-{max},9)>0),FALSE)");
        branch(test, quoted(&range), range, outside);

        let no_number = matches!(claim, Claim::Wrong(_)) || (*claim == Claim::NotApplicable && !leaf.may_not_apply);
        let says = "Sai: điểm không phải là số";
        branch(format!("AND(NOT(ISBLANK({claimed})),NOT(ISNUMBER({claimed})))"), quoted(says), says.into(), no_number);
        branch(format!("{applicable}=0"), quoted(NOT_APPLICABLE), NOT_APPLICABLE.into(), out);
        self.set(position, At::State, Live::new(formula, Value::Text(value)));
    }

    /// Works out a criterion with children.
    fn group(&mut self, plan: &Plan<'_>, position: usize, row: &Row<'_>, children: &[usize]) {
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
        let says = if all.is_zero() { Value::Blank } else { Value::Text(format!("{}/{} ô đã điền", done.plain(), all.plain())) };
        let formula = format!("IF({to_fill}=0,\"\",{filled}&\"/\"&{to_fill}&\" ô đã điền\")");
        self.set(position, At::State, Live::new(formula, says));
    }

    /// Shows the sums of a row in its visible cells.
    fn show(&mut self, plan: &Plan<'_>, position: usize, row: &Row<'_>) {
        for (from, to) in [(At::Exact, At::Computed), (At::Counted, At::Claimed)] {
            let live = Self::printed(plan, &row.cell(from), &self.value(position, from));
            self.set(position, to, live);
        }
    }

    /// Sums a column over rows, each times its weight; blank where no row has a number and `blank` says so.
    fn sum(&self, plan: &Plan<'_>, rows: &[usize], column: At, blank: bool) -> Live {
        let weighs = matches!(column, At::Exact | At::Counted | At::Applicable);
        let mut plain: Vec<String> = Vec::new();
        let (mut all, mut terms): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let (mut total, mut any) = (Points::zero(), false);
        for at in rows {
            let Some(row) = plan.row(*at) else { continue };
            let from = if column == At::Exact { Self::source(plan, *at) } else { column };
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
            if let Some(number) = self.value(*at, from).number() {
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

    /// Tells which column of a row feeds sums: leaves' rounded points where the set rounds at the leaf.
    fn source(plan: &Plan<'_>, position: usize) -> At {
        let leaf = matches!(plan.row(position), Some(Row { what: What::Leaf { .. }, .. }));
        if leaf && plan.form.rounding.at == RoundAt::Leaf { At::Computed } else { At::Exact }
    }

    /// Gives the printed form of a number in another cell.
    fn printed(plan: &Plan<'_>, exact: &str, value: &Value) -> Live {
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
    fn total(&mut self, plan: &Plan<'_>, position: usize, row: &Row<'_>, areas: &[usize], adjustments: &[usize]) {
        for column in [At::Applicable, At::Filled, At::ToFill] {
            let mut live = self.sum(plan, areas, column, false);
            if column != At::Applicable && !adjustments.is_empty() {
                let more = self.sum(plan, adjustments, column, false);
                let value = Value::Number(&number(&live.value) + &number(&more.value));
                live = Live::new(format!("{}+{}", live.formula, more.formula), value);
            }
            self.set(position, column, live);
        }
        let applicable = row.cell(At::Applicable);
        let most = self.counted(position, At::Applicable);
        for column in [At::Exact, At::Counted] {
            let tree = self.sum(plan, areas, column, true);
            if adjustments.is_empty() {
                self.set(position, column, tree);
                continue;
            }
            let plain = self.sum(plan, areas, column, false);
            let (mut formula, mut value) = (plain.formula, number(&plain.value));
            for (sign, mark) in [(Sign::Bonus, '+'), (Sign::Penalty, '-')] {
                let of_sign: Vec<usize> = adjustments.iter().copied().filter(|at| signed(plan, *at) == Some(sign)).collect();
                if !of_sign.is_empty() {
                    let part = self.sum(plan, &of_sign, column, false);
                    formula = format!("{formula}{mark}({})", part.formula);
                    value = if sign == Sign::Bonus { &value + &number(&part.value) } else { &value - &number(&part.value) };
                }
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
        let says = Value::Text(format!("{}/{} ô đã điền", done.plain(), all.plain()));
        self.set(position, At::State, Live::new(format!("{filled}&\"/\"&{to_fill}&\" ô đã điền\""), says));
    }

    /// Works out the index.
    fn index(&mut self, plan: &Plan<'_>, position: usize, row: &Row<'_>, total: usize) {
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
    fn progress(&self, plan: &Plan<'_>) -> Live {
        let (first, last) = plan.body();
        let span = |column: At| format!("{}:{}", super::plan::address(column, first), super::plan::address(column, last));
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
            count("Thiếu"),
            count("Sai"),
        );
        let (filled, to_fill) = (self.counted(total, At::Filled).plain(), self.counted(total, At::ToFill).plain());
        let says =
            format!("Đã điền {filled}/{to_fill} ô  ·  Thiếu tài liệu: {} tiêu chí  ·  Sai: {} tiêu chí", found("Thiếu"), found("Sai"));
        Live::new(formula, Value::Text(says))
    }
}

/// Gives the number of a value; 0 for none.
fn number(value: &Value) -> Points {
    value.number().cloned().unwrap_or_default()
}

/// Gives the direction of an adjustment's row.
fn signed(plan: &Plan<'_>, position: usize) -> Option<Sign> {
    match plan.row(position)?.what {
        What::Leaf { sign, .. } => sign,
        _ => None,
    }
}

/// Tells whether a row is an input of a leaf.
fn is_input(row: &Row<'_>, leaf: &Criterion, id: &str) -> bool {
    matches!(&row.what, What::Input { criterion, input, .. } if criterion.id == leaf.id && input.id.as_str() == id)
}

/// Gives the test for a claim that says the leaf does not apply.
fn says_not_applicable(cell: &str) -> String {
    says(cell, NOT_APPLICABLE)
}

/// Gives the formula that says what is wrong with a figure of its kind, `""` where nothing is, and what it says now.
fn wrong_kind(plan: &Plan<'_>, criterion: &Criterion, input: &Input, cell: &str, figure: &Figure) -> (String, Value) {
    let number = |more: &str| format!("IF(NOT(ISNUMBER({cell})),\"Sai: không phải là số\",IF({cell}<0,\"Sai: số âm\",{more}))");
    let typed = figure.number();
    let negative = typed.is_some_and(Points::is_negative);
    let when = |wrong: bool, words: &str| if wrong { Value::words(words) } else { Value::Blank };
    let (formula, found) = match input.kind {
        InputKind::Count => (
            number(&format!("IF({cell}<>INT({cell}),\"Sai: phải là số nguyên\",\"\")")),
            when(typed.is_some_and(|n| !n.is_whole()), "Sai: phải là số nguyên"),
        ),
        InputKind::Percent => (
            number(&format!("IF({cell}>100,\"Sai: trên 100 %\",\"\")")),
            when(typed.is_some_and(|n| n > &Points::hundred()), "Sai: trên 100 %"),
        ),
        InputKind::Points => (number("\"\""), Value::Blank),
        InputKind::Date => (
            format!("IF(ISNUMBER({cell}),\"\",IF({},\"\",\"Sai: không phải là ngày\"))", says(cell, NO)),
            when(!matches!(figure, Figure::Date(_) | Figure::NotIssued), "Sai: không phải là ngày"),
        ),
        InputKind::YesNo => (
            format!("IF(OR({},{}),\"\",\"Sai: chọn Có hoặc Không\")", says(cell, YES), says(cell, NO)),
            when(!matches!(figure, Figure::YesNo(_)), "Sai: chọn Có hoặc Không"),
        ),
        InputKind::Choice => {
            let known = plan.lists.range(&criterion.id, &input.id);
            (
                format!("IF(ISERROR(MATCH({cell},{known},0)),\"Sai: chọn trong danh sách\",\"\")"),
                when(!matches!(figure, Figure::Choice(_)), "Sai: chọn trong danh sách"),
            )
        }
        InputKind::Text => ("\"\"".into(), Value::Blank),
    };
    let is_number = matches!(input.kind, InputKind::Count | InputKind::Percent | InputKind::Points);
    let found = match (is_number, typed) {
        (true, None) => Value::words("Sai: không phải là số"),
        (true, Some(_)) if negative => Value::words("Sai: số âm"),
        _ => found,
    };
    (formula, found)
}
