//! A leaf's live cells: what its rule gives, what its claim counts, how it stands.

use super::{Live, Lives, Value};
use crate::assessment::Claim;
use crate::criteria::{Criterion, Leaf};
use crate::form::layout::AssessmentAt as At;
use crate::form::template::evidence::Documents;
use crate::form::template::plan::{Plan, Row, What, address, asks_evidence, enough, scores_itself};
use crate::points::Points;
use crate::rule::excel::{quoted, says};
use crate::rule::{Case, Gives, NOT_APPLICABLE, Scorer};

/// A leaf that its unit scores, with what was claimed.
struct Scored<'p> {
    position: usize,
    row: &'p Row<'p>,
    criterion: &'p Criterion,
    leaf: &'p Leaf,
    inputs: &'p [usize],
    claim: Claim,
}

impl Scored<'_> {
    /// Tells whether the unit declares that the leaf does not apply, and may.
    fn declared_out(&self) -> bool {
        self.leaf.may_not_apply && self.claim == Claim::NotApplicable
    }
}

impl Lives {
    /// Works out a leaf.
    pub(super) fn leaf(&mut self, plan: &Plan<'_>, documents: &Documents<'_>, position: usize) {
        let Some(row) = plan.row(position) else { return };
        let What::Leaf { criterion, leaf, excused, inputs, .. } = &row.what else { return };
        if !scores_itself(leaf, *excused) {
            for column in [At::Computed, At::Claimed, At::State] {
                if let Some(remark @ Value::Text(_)) = remark(plan, row, column) {
                    self.set(position, column, Live::fixed(remark));
                }
            }
            return;
        }
        let claim = plan.answer(&criterion.id).map(|answer| answer.claim.clone()).unwrap_or_default();
        let of = Scored { position, row, criterion, leaf, inputs, claim };
        let [claimed, exact, applicable, max] = [At::Claimed, At::Exact, At::Applicable, At::Max].map(|column| row.cell(column));

        self.computed(plan, &of);
        let own = self.get(position, At::Exact).is_none();

        let ruled_out = self.value(position, At::Exact) == Value::words(NOT_APPLICABLE);
        let out = of.declared_out() || ruled_out;
        let (left, lowered) = Self::left(plan, &of);
        let most = lowered.map_or_else(|| max.clone(), |lowered| format!("{max}-({lowered})"));
        let counts = if out { Points::zero() } else { left };
        let mut tests = Vec::new();
        if leaf.may_not_apply {
            tests.push(says_not_applicable(&claimed));
        }
        if !own {
            tests.push(format!("{exact}={}", quoted(NOT_APPLICABLE)));
        }
        let applies = match tests.as_slice() {
            [] => Live::fixed(Value::Number(counts)),
            [test] => Live::new(format!("IF({test},0,{most})"), Value::Number(counts)),
            tests => Live::new(format!("IF(OR({}),0,{most})", tests.join(",")), Value::Number(counts)),
        };
        self.set(position, At::Applicable, applies);

        let source = if own { None } else { Some(Self::source(plan, position)) };
        let otherwise = source.map_or_else(|| "\"\"".into(), |column| row.cell(column));
        let counted = match (&of.claim, source) {
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

        self.waiting(&of, own);
        let named = documents.count(&criterion.id);
        self.set(position, At::Documents, Live::new(documents.formula(&row.cell(At::Stt)), Value::count(named)));
        self.state(plan, &of, out, named);
    }

    /// Gives what is left of the maximum where parts of the leaf do not apply, and the formula of what isn't.
    fn left(plan: &Plan<'_>, of: &Scored<'_>) -> (Points, Option<String>) {
        let terms = plan.terms(of.criterion, of.leaf);
        let formula = of.leaf.rule.faces().lowered(&terms, &plan.cells(of.criterion, of.inputs));
        let figures = plan.answer(&of.criterion.id).map(|answer| answer.figures.clone()).unwrap_or_default();
        let lowered = of.leaf.rule.score(&Case::new(terms, &figures)).lowered.unwrap_or_default();
        (&of.criterion.max - &lowered, formula)
    }

    /// Works out what the rule gives: exactly, and as printed.
    fn computed(&mut self, plan: &Plan<'_>, of: &Scored<'_>) {
        let Scored { position, row, criterion, leaf, inputs, .. } = *of;
        let terms = plan.terms(criterion, leaf);
        let faces = leaf.rule.faces();
        let formula = {
            let cells = plan.cells(criterion, inputs);
            faces.formula(&terms, &cells)
        };
        let Some(formula) = formula else {
            let says = remark(plan, row, At::Computed).unwrap_or_default();
            return self.set(position, At::Computed, Live::fixed(says));
        };
        let figures = plan.answer(&criterion.id).map(|answer| answer.figures.clone()).unwrap_or_default();
        let mut value = match leaf.rule.score(&Case::new(terms, &figures)).gives {
            Gives::Points(points) => Value::Number(points),
            Gives::NotApplicable => Value::words(NOT_APPLICABLE),
            Gives::Nothing | Gives::Waits => Value::Blank,
        };
        let mut formula = formula;
        if leaf.may_not_apply {
            formula = format!("IF({},{},{formula})", says_not_applicable(&row.cell(At::Claimed)), quoted(NOT_APPLICABLE));
            if of.declared_out() {
                value = Value::words(NOT_APPLICABLE);
            }
        }
        self.taken(plan, of);
        let printed = Self::printed(plan, &row.cell(At::Exact), &value);
        self.set(position, At::Exact, Live::new(formula, value));
        self.set(position, At::Computed, printed);
    }

    /// Shows the points that a rule takes beside its leaf, so that nobody wonders at the total.
    fn taken(&mut self, plan: &Plan<'_>, of: &Scored<'_>) {
        let terms = plan.terms(of.criterion, of.leaf);
        let Some(taken) = of.leaf.rule.faces().penalty(&terms, &plan.cells(of.criterion, of.inputs)) else { return };
        let figures = plan.answer(&of.criterion.id).map(|answer| answer.figures.clone()).unwrap_or_default();
        let penalty = of.leaf.rule.score(&Case::new(terms, &figures)).penalty;
        let penalty = penalty.filter(|penalty| penalty.is_positive() && !of.declared_out());
        let test = format!("IF({}=0,FALSE,{taken}>0)", of.row.cell(At::Applicable));
        let shown = penalty.map_or(Value::Blank, Value::Number);
        self.set(of.position, At::Measure, Live::new(format!("IF({test},{taken},\"\")"), shown));
    }

    /// Counts the cells that a leaf has to fill, and those filled.
    fn waiting(&mut self, of: &Scored<'_>, own: bool) {
        let Scored { position, row, leaf, inputs, .. } = *of;
        let may_not_apply = leaf.may_not_apply;
        let mut fill = |column: At, claim_cell: String, claim_counts: bool| {
            let at = row.at;
            let below = (!inputs.is_empty()).then(|| {
                let last = at.saturating_add(u32::try_from(inputs.len()).unwrap_or(0));
                let (first, last) = (address(column, at + 1), address(column, last));
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
        let out = of.declared_out();
        let one = if may_not_apply { format!("IF({},0,1)", says_not_applicable(&claimed)) } else { "1".into() };
        fill(At::ToFill, one, !out);
        let filled =
            if may_not_apply { format!("IF({},0,COUNTA({claimed}))", says_not_applicable(&claimed)) } else { format!("COUNTA({claimed})") };
        fill(At::Filled, filled, !out && of.claim != Claim::Blank);
    }

    /// Says how a leaf stands: what is wrong, what waits, whether documents are named.
    fn state(&mut self, plan: &Plan<'_>, of: &Scored<'_>, out: bool, named: usize) {
        let Scored { position, row, criterion, leaf, inputs, .. } = *of;
        let claim = &of.claim;
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
}

/// Gives what a cell always shows, where that is known without working anything out.
pub fn remark(plan: &Plan<'_>, row: &Row<'_>, column: At) -> Option<Value> {
    match (&row.what, column) {
        (What::Leaf { excused: true, .. }, At::Computed | At::State) => Some(Value::words(NOT_APPLICABLE)),
        (What::Leaf { excused: true, .. }, _) => Some(Value::Blank),
        (What::Leaf { leaf, criterion, inputs, .. }, _) => match (leaf.scorer(), column) {
            (Scorer::Council, At::Claimed) => Some(Value::words("Hội đồng thẩm định chấm")),
            (Scorer::Survey, At::Claimed) => Some(Value::words("Điều tra xã hội học")),
            (Scorer::Council | Scorer::Survey, _) => Some(Value::Blank),
            (Scorer::Unit, At::Computed) if !plan.computes(criterion, leaf, inputs) => {
                Some(Value::words(if leaf.rule.faces().asks().is_empty() {
                    "Theo điểm tự đánh giá"
                } else {
                    "Tính khi có số liệu cả nhóm"
                }))
            }
            (Scorer::Unit, At::Applicable) if !leaf.may_not_apply && !plan.computes(criterion, leaf, inputs) => {
                Some(Value::Number(criterion.max.clone()))
            }
            _ => None,
        },
        (What::Input { leaf, excused, input, .. }, At::ToFill) if scores_itself(leaf, *excused) && !leaf.may_not_apply => {
            let spared = leaf.rule.faces().spares().iter().any(|spare| spare.input == input.id);
            (!spared).then(|| Value::count(1))
        }
        _ => None,
    }
}

/// Gives the test for a claim that says the leaf does not apply.
pub fn says_not_applicable(cell: &str) -> String {
    says(cell, NOT_APPLICABLE)
}
