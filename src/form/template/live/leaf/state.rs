//! How a leaf stands: what is wrong, what waits, whether documents are named.

use super::Scored;
use crate::assessment::Claim;
use crate::criteria::Sign;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::live::alternative::{left_alone, waits_for};
use crate::form::template::live::condition::Conditions;
use crate::form::template::live::spared::bonus_left_alone;
use crate::form::template::live::{Live, LiveCells, together};
use crate::form::template::plan::{Plan, Row, What};
use crate::form::template::rule_words::{asks_evidence, enough};
use crate::form::template::states::{self, SHARED_WAITS, WRONG, counted};
use crate::form::template::value::Value;
use crate::points::{Points, Rounding};
use crate::rule::excel::{quoted, within};
use crate::rule::{NOT_APPLICABLE_WORDS, rounded};
use crate::text::{Lang, Words};

/// What a leaf says of itself: a formula of branches, made from the last to the first, and what it shows now.
struct Standing {
    formula: String,
    shown: String,
    lang: Lang,
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
    fn says(&mut self, test: &str, says: Words, holds: bool) {
        let says = says.get(self.lang);
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
            standing.says(&test, states::CONDITION_FAILS, holds);
        }
        if let Some((test, holds)) = conditions.by_claims() {
            standing.says(&test, states::CONDITION_FAILS_BY_CLAIMS, holds);
        }
        if let Some((test, holds)) = conditions.unknown() {
            standing.says(&test, states::CONDITION_WAITS, holds);
        }
        let open = &self.counted(position, At::ToFill) - &self.counted(position, At::Filled);
        let [before, behind] = states::CELLS_LEFT.map(|words| quoted(words.get(standing.lang)));
        let mut waits = format!("{before}&({to_fill}-{filled})&{behind}");
        if let Some(alone) = left_alone(plan, &criterion.id) {
            waits = format!("IF({alone},\"\",{waits})");
        }
        standing.branch(&format!("{filled}<{to_fill}"), &waits, waits_for(&open, standing.lang), open.is_positive());
        self.figures(plan, of, &mut standing);
        self.claim_by_itself(plan, of, &mut standing);
        if let Some((test, holds)) = bonus_left_alone(plan, position) {
            standing.branch(&test, "\"\"", String::new(), holds);
        }
        standing.says(&format!("{applicable}=0"), NOT_APPLICABLE_WORDS, out);
        let shown = if standing.shown.is_empty() { Value::Blank } else { Value::Text(standing.shown) };
        self.set(position, At::State, Live::new(standing.formula, shown));
    }

    /// Says what a leaf says where nothing is wrong: whether enough documents are named.
    fn documents_named(&self, plan: &Plan<'_>, of: &Scored<'_>, named: usize) -> Standing {
        let Scored { position, row, criterion, leaf, .. } = *of;
        let [documents, counts, explanation] = [At::Documents, At::Counted, At::Explanation].map(|column| row.cell(column));
        let need = enough(&leaf.evidence);
        let asks = asks_evidence(&leaf.evidence);
        let lang = plan.form.lang;
        let lacks = if leaf.evidence.required { states::LACKS_DOCUMENTS } else { states::NAMES_NO_DOCUMENT }.get(lang);
        let [enough, explained, filled] = [states::ENOUGH_OF, states::EXPLAINED, states::FILLED].map(|words| words.get(lang));
        let [before, behind] = states::DOCUMENTS.map(|words| words.get(lang));
        let formula = if asks {
            format!(
                "IF({documents}>={need},\"{enough}{before}\"&{documents}&\"{behind}\",IF(NOT(ISBLANK({explanation})),\"{explained}, {before}\"&{documents}&\"/{need}{behind}\",IF(SUM({counts})>0,\"{lacks} (\"&{documents}&\"/{need})\",\"{filled}\")))"
            )
        } else {
            format!("IF({documents}>0,\"{filled}, {before}\"&{documents}&\"{behind}\",\"{filled}\")")
        };
        let formula = format!("{formula}{}", together::says(plan, criterion));
        let is_explained = plan.answer(&criterion.id).is_some_and(|answer| answer.explanation.is_some());
        let of = |count: String| counted(states::DOCUMENTS, &count, lang);
        let shown = match (asks, named) {
            (true, _) if named >= need => format!("{enough}{}", of(named.to_string())),
            (true, _) if is_explained => format!("{explained}, {}", of(format!("{named}/{need}"))),
            (true, _) if self.counted(position, At::Counted).is_positive() => format!("{lacks} ({named}/{need})"),
            (false, 1..) => format!("{filled}, {}", of(named.to_string())),
            _ => filled.into(),
        };
        Standing { formula, shown, lang }
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
        let (says, sign) = if penalty { (states::BELOW_COMPUTED, '<') } else { (states::ABOVE_COMPUTED, '>') };
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
        let wrong = inputs.iter().any(|at| self.value(*at, At::State).is_wrong(standing.lang));
        standing.says(&format!("COUNTIF({states},\"{}*\")>0", WRONG.get(standing.lang)), states::WRONG_FIGURE, wrong);
        if inputs.iter().any(|at| matches!(plan.row(*at), Some(Row { what: What::Shared { .. }, .. }))) {
            let says = SHARED_WAITS.get(standing.lang);
            let waits = inputs.iter().any(|at| self.value(*at, At::State) == Value::words(says));
            let gives = self.value(of.position, At::Computed).number().is_some();
            let computed = of.row.cell(At::Computed);
            let test = format!("AND(NOT(ISNUMBER({computed})),COUNTIF({states},\"{says}\")>0)");
            standing.says(&test, SHARED_WAITS, waits && !gives);
        }
    }

    /// Says that a claim is none that the leaf can have.
    fn claim_by_itself(&self, plan: &Plan<'_>, of: &Scored<'_>, standing: &mut Standing) {
        let Scored { position, row, criterion, leaf, .. } = *of;
        let (claim, rounding) = (&of.claim, plan.form.rounding);
        let [claimed, applicable, max] = [At::Claimed, At::Applicable, At::Max].map(|column| row.cell(column));
        if !leaf.rule.takes_claims() {
            standing.says(&format!("ISNUMBER({claimed})"), states::NOT_CLAIMED, matches!(claim, Claim::Points(_)));
            return;
        }
        let outside_of = |max: &Points| matches!(claim, Claim::Points(points) if rounding.within(points, max).is_none());
        let outside = |max: &str| format!("IF(ISNUMBER({claimed}),NOT({}),FALSE)", within(&claimed, max, rounding));
        let left = self.counted(position, At::Applicable);
        if left != criterion.max || of.may_be_lowered(plan) {
            standing.says(&outside(&applicable), states::ABOVE_APPLICABLE, outside_of(&left));
        }
        let range = format!("{}{}", states::OUTSIDE.get(standing.lang), criterion.max.plain_in(standing.lang));
        standing.branch(&outside(&max), &quoted(&range), range.clone(), outside_of(&criterion.max));
        let no_number = matches!(claim, Claim::Wrong(_)) || (*claim == Claim::NotApplicable && !leaf.may_not_apply);
        let test = format!("AND(NOT(ISBLANK({claimed})),NOT(ISNUMBER({claimed})))");
        standing.says(&test, states::CLAIM_NO_NUMBER, no_number);
    }
}
