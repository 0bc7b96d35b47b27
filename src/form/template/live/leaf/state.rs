//! How a leaf stands: what is wrong, what waits, whether documents are named.

use super::Scored;
use crate::assessment::Claim;
use crate::criteria::Sign;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::live::alternative::{left_alone, waits_for};
use crate::form::template::live::condition::Conditions;
use crate::form::template::live::spared::{SHARED_WAITS, bonus_left_alone};
use crate::form::template::live::{Live, LiveCells, together};
use crate::form::template::plan::{Plan, Row, What};
use crate::form::template::rule_words::{asks_evidence, enough};
use crate::form::template::value::{Value, WRONG};
use crate::points::{Points, Rounding};
use crate::rule::excel::{quoted, within};
use crate::rule::{NOT_APPLICABLE, rounded};

/// What a leaf says that counts 0 by a condition of the set.
const CONDITION_FAILS: &str = "Không đạt điều kiện: 0 điểm";

/// What a leaf says whose condition fails only by what the unit claims.
const CONDITION_FAILS_BY_CLAIMS: &str = "Chưa đạt điều kiện theo điểm tự chấm: 0 điểm";

/// What a leaf says whose condition looks at something that is not filled in.
const CONDITION_WAITS: &str = "Chờ tiêu chí, số liệu của điều kiện";

/// What a leaf says of itself: a formula of branches, made from the last to the first, and what it shows now.
struct Standing {
    formula: String,
    shown: String,
}

impl Standing {
    /// Puts a branch before all others: its test, what it says, in the formula and now, and whether the test holds now.
    fn branch(&mut self, test: &str, says: &str, shown: String, holds: bool) {
        self.formula = format!("IF({test},{says},{})", self.formula);
        if holds {
            self.shown = shown;
        }
    }

    /// Puts a branch before all others that always says the same.
    fn says(&mut self, test: &str, says: &str, holds: bool) {
        self.branch(test, &quoted(says), says.to_owned(), holds);
    }
}

impl LiveCells {
    /// Says how a leaf stands: what is wrong, what waits, whether documents are named.
    pub(super) fn state(&mut self, plan: &Plan<'_>, of: &Scored<'_>, conditions: &Conditions, out: bool, named: usize) {
        let Scored { position, row, criterion, .. } = *of;
        let [filled, to_fill, applicable] = [At::Filled, At::ToFill, At::Applicable].map(|column| row.cell(column));
        // From the last branch to the first.
        let mut standing = self.documents_named(plan, of, named);
        self.claim_against_computed(of, plan.form.rounding, &mut standing);
        if let Some((test, holds)) = conditions.zero() {
            standing.says(&test, CONDITION_FAILS, holds);
        }
        if let Some((test, holds)) = conditions.by_claims() {
            standing.says(&test, CONDITION_FAILS_BY_CLAIMS, holds);
        }
        if let Some((test, holds)) = conditions.unknown() {
            standing.says(&test, CONDITION_WAITS, holds);
        }
        let open = &self.counted(position, At::ToFill) - &self.counted(position, At::Filled);
        let mut waits = format!("\"Còn \"&({to_fill}-{filled})&\" ô cần điền\"");
        if let Some(alone) = left_alone(plan, &criterion.id) {
            waits = format!("IF({alone},\"\",{waits})");
        }
        standing.branch(&format!("{filled}<{to_fill}"), &waits, waits_for(&open), open.is_positive());
        self.figures(plan, of, &mut standing);
        self.claim_by_itself(plan, of, &mut standing);
        if let Some((test, holds)) = bonus_left_alone(plan, position) {
            standing.branch(&test, "\"\"", String::new(), holds);
        }
        standing.says(&format!("{applicable}=0"), NOT_APPLICABLE, out);
        let shown = if standing.shown.is_empty() { Value::Blank } else { Value::Text(standing.shown) };
        self.set(position, At::State, Live::new(standing.formula, shown));
    }

    /// Says what a leaf says where nothing is wrong: whether enough documents are named.
    fn documents_named(&self, plan: &Plan<'_>, of: &Scored<'_>, named: usize) -> Standing {
        let Scored { position, row, criterion, leaf, .. } = *of;
        let [documents, counted, explanation] = [At::Documents, At::Counted, At::Explanation].map(|column| row.cell(column));
        let need = enough(&leaf.evidence);
        let asks = asks_evidence(&leaf.evidence);
        let lacks = if leaf.evidence.required { "Thiếu tài liệu" } else { "Chưa nêu tài liệu" };
        let formula = if asks {
            format!(
                "IF({documents}>={need},\"Đủ: \"&{documents}&\" tài liệu\",IF(NOT(ISBLANK({explanation})),\"Có giải trình, \"&{documents}&\"/{need} tài liệu\",IF(SUM({counted})>0,\"{lacks} (\"&{documents}&\"/{need})\",\"Đã điền\")))"
            )
        } else {
            format!("IF({documents}>0,\"Đã điền, \"&{documents}&\" tài liệu\",\"Đã điền\")")
        };
        let formula = format!("{formula}{}", together::says(plan, criterion));
        let explained = plan.answer(&criterion.id).is_some_and(|answer| answer.explanation.is_some());
        let shown = match (asks, named) {
            (true, _) if named >= need => format!("Đủ: {named} tài liệu"),
            (true, _) if explained => format!("Có giải trình, {named}/{need} tài liệu"),
            (true, _) if self.counted(position, At::Counted).is_positive() => format!("{lacks} ({named}/{need})"),
            (false, 1..) => format!("Đã điền, {named} tài liệu"),
            _ => "Đã điền".into(),
        };
        Standing { formula, shown }
    }

    /// Says that more is claimed than is computed. Equal as printed is equal. Of a penalty the higher counts, so that it is the
    /// lower claim that is wrong.
    fn claim_against_computed(&self, of: &Scored<'_>, rounding: Rounding, standing: &mut Standing) {
        let [claimed, computed] = [At::Claimed, At::Computed].map(|column| of.row.cell(column));
        let penalty = of.sign == Some(Sign::Penalty);
        let over = match (&of.claim, self.value(of.position, At::Computed).number()) {
            (Claim::Points(points), Some(computed)) if penalty => rounding.print(points) < *computed,
            (Claim::Points(points), Some(computed)) => rounding.print(points) > *computed,
            _ => false,
        };
        let (says, sign) = if penalty { ("Sai: thấp hơn điểm tính", '<') } else { ("Sai: cao hơn điểm tính", '>') };
        let printed = rounded(&claimed, rounding);
        let test = format!("IF(AND(ISNUMBER({claimed}),ISNUMBER({computed})),ROUND({printed}-{computed},9){sign}0,FALSE)");
        standing.says(&test, says, over);
    }

    /// Says that a figure of the leaf is wrong, or that one asked once for several leaves is not there yet.
    fn figures(&self, plan: &Plan<'_>, of: &Scored<'_>, standing: &mut Standing) {
        let inputs = of.inputs;
        let (Some(first), Some(last)) = (inputs.first().and_then(|at| plan.row(*at)), inputs.last().and_then(|at| plan.row(*at))) else {
            return;
        };
        let states = format!("{}:{}", first.cell(At::State), last.cell(At::State));
        let wrong = inputs.iter().any(|at| self.value(*at, At::State).is_wrong());
        standing.says(&format!("COUNTIF({states},\"{WRONG}*\")>0"), "Sai: số liệu kê khai", wrong);
        if inputs.iter().any(|at| matches!(plan.row(*at), Some(Row { what: What::Shared { .. }, .. }))) {
            let waits = inputs.iter().any(|at| self.value(*at, At::State) == Value::words(SHARED_WAITS));
            let gives = self.value(of.position, At::Computed).number().is_some();
            let computed = of.row.cell(At::Computed);
            let test = format!("AND(NOT(ISNUMBER({computed})),COUNTIF({states},\"{SHARED_WAITS}\")>0)");
            standing.says(&test, SHARED_WAITS, waits && !gives);
        }
    }

    /// Says that a claim is none that the leaf can have.
    fn claim_by_itself(&self, plan: &Plan<'_>, of: &Scored<'_>, standing: &mut Standing) {
        let Scored { position, row, criterion, leaf, .. } = *of;
        let (claim, rounding) = (&of.claim, plan.form.rounding);
        let [claimed, applicable, max] = [At::Claimed, At::Applicable, At::Max].map(|column| row.cell(column));
        if !leaf.rule.takes_claims() {
            let says = "Sai: điểm của tiêu chí này không tự chấm";
            standing.says(&format!("ISNUMBER({claimed})"), says, matches!(claim, Claim::Points(_)));
            return;
        }
        let outside_of = |max: &Points| matches!(claim, Claim::Points(points) if rounding.within(points, max).is_none());
        let outside = |max: &str| format!("IF(ISNUMBER({claimed}),NOT({}),FALSE)", within(&claimed, max, rounding));
        let left = self.counted(position, At::Applicable);
        if left != criterion.max || of.may_be_lowered(plan) {
            standing.says(&outside(&applicable), "Sai: điểm cao hơn phần còn áp dụng", outside_of(&left));
        }
        let range = format!("Sai: điểm ngoài khoảng 0–{}", criterion.max.plain_vi());
        standing.says(&outside(&max), &range, outside_of(&criterion.max));
        let no_number = matches!(claim, Claim::Wrong(_)) || (*claim == Claim::NotApplicable && !leaf.may_not_apply);
        let test = format!("AND(NOT(ISBLANK({claimed})),NOT(ISNUMBER({claimed})))");
        standing.says(&test, "Sai: điểm không phải là số", no_number);
    }
}
