//! A leaf's live cells: what its rule gives, what its claim counts, how it stands.

mod state;

use super::condition::{Conditions, Shows};
use super::spared::{bonus_left_alone, says_not_applicable, spared_everywhere};
use super::{Live, LiveCells};
use crate::assessment::Claim;
use crate::criteria::{Criterion, Leaf, Sign, WhenBlank};
use crate::figure::InputKind;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::documents::Documents;
use crate::form::template::plan::{Plan, Row, What, address, scores_itself, takes_claim};
use crate::form::template::states::{AS_CLAIMED, BY_COUNCIL, BY_SURVEY, NO_CLAIM, OPEN, WAITS, WRONG};
use crate::form::template::value::Value;
use crate::points::Points;
use crate::rule::excel::{any, quoted, usable, within};
use crate::rule::{Case, Gives, NOT_APPLICABLE_WORDS, Scorer};
use crate::text::Words;

/// A leaf that its unit scores, with what was claimed.
struct Scored<'p> {
    position: usize,
    row: &'p Row<'p>,
    criterion: &'p Criterion,
    leaf: &'p Leaf,
    sign: Option<Sign>,
    when_blank: WhenBlank,
    inputs: &'p [usize],
    claim: Claim,
}

impl Scored<'_> {
    /// Tells whether the unit declares that the leaf does not apply, and may.
    fn declared_out(&self) -> bool {
        self.leaf.may_not_apply && self.claim == Claim::NotApplicable
    }

    /// Tells whether a part of the leaf may not apply.
    fn may_be_lowered(&self, plan: &Plan<'_>) -> bool {
        let (terms, cells) = (plan.terms(self.criterion, self.leaf), plan.cells(self.criterion, self.inputs));
        self.leaf.rule.faces().lowered(&terms, &cells).is_some()
    }
}

impl LiveCells {
    /// Works out a leaf.
    pub(super) fn leaf(&mut self, plan: &Plan<'_>, documents: &Documents<'_>, position: usize) {
        let Some(row) = plan.row(position) else { return };
        let What::Leaf { criterion, leaf, excused, inputs, sign } = &row.what else { return };
        if !scores_itself(leaf, *excused) {
            for column in [At::Computed, At::Claimed, At::State] {
                if let Some(remark @ Value::Text(_)) = remark(plan, row, column) {
                    self.set(position, column, Live::fixed(remark));
                }
            }
            return;
        }
        let claim = plan.answer(&criterion.id).map(|answer| answer.claim.clone()).unwrap_or_default();
        let (sign, when_blank) = (*sign, plan.when_blank(&criterion.id));
        let of = Scored { position, row, criterion, leaf, sign, when_blank, inputs, claim };
        if let Some(remark @ Value::Text(_)) = remark(plan, row, At::Claimed)
            && of.claim == Claim::Blank
        {
            self.set(position, At::Claimed, Live::fixed(remark));
        }
        let [claimed, applicable] = [At::Claimed, At::Applicable].map(|column| row.cell(column));

        let conditions = self.conditions(plan, &criterion.id);
        self.computed(plan, &of, &conditions);
        let uncomputed = self.get(position, At::Exact).is_none();
        let own = uncomputed && leaf.rule.takes_claims();

        let (left, out) = self.applicable(plan, &of, &conditions, uncomputed);

        let (otherwise, blank) = self.unclaimed(plan, &of);
        let rounding = plan.form.rounding;
        let taken = if let Claim::Points(points) = &of.claim { rounding.within(points, &left) } else { None };
        let counted = match taken.filter(|_| leaf.rule.takes_claims()) {
            _ if out => Value::Blank,
            Some(points) => Value::Number(points),
            None => blank,
        };
        let counts = if leaf.rule.takes_claims() {
            format!("IF({},MIN({claimed},{applicable}),{otherwise})", within(&claimed, &applicable, rounding))
        } else {
            otherwise
        };
        self.set(position, At::Counted, Live::new(format!("IF({applicable}=0,\"\",{counts})"), counted));

        self.waiting(plan, &of, own);
        let named = documents.count(&criterion.id);
        self.set(position, At::Documents, Live::new(documents.formula(&row.cell(At::Stt)), Value::count(named)));
        self.state(plan, &of, &conditions, out, named);
    }

    /// Works out how many points of a leaf apply. Gives what is left of its maximum, and tells whether all of it is out.
    fn applicable(&mut self, plan: &Plan<'_>, of: &Scored<'_>, conditions: &Conditions, uncomputed: bool) -> (Points, bool) {
        let Scored { position, row, leaf, .. } = *of;
        let [claimed, exact, max] = [At::Claimed, At::Exact, At::Max].map(|column| row.cell(column));
        let not_applicable = NOT_APPLICABLE_WORDS.get(plan.form.lang);
        let ruled_out = self.value(position, At::Exact) == Value::words(not_applicable);
        let taken_out = conditions.out().filter(|_| uncomputed);
        let out = of.declared_out() || ruled_out || taken_out.as_ref().is_some_and(|(_, holds)| *holds);
        let (left, lowered) = Self::left(plan, of);
        let most = lowered.map_or_else(|| max.clone(), |lowered| format!("{max}-({lowered})"));
        let counts = if out { Points::zero() } else { left.clone() };
        let mut tests = Vec::new();
        if leaf.may_not_apply {
            tests.push(says_not_applicable(&claimed, plan.form.lang));
        }
        if !uncomputed {
            tests.push(format!("{exact}={}", quoted(not_applicable)));
        }
        tests.extend(taken_out.map(|(test, _)| test));
        let applies = match tests.as_slice() {
            [] => Live::fixed(Value::Number(counts)),
            [test] => Live::new(format!("IF({test},0,{most})"), Value::Number(counts)),
            tests => Live::new(format!("IF(OR({}),0,{most})", tests.join(",")), Value::Number(counts)),
        };
        self.set(position, At::Applicable, applies);
        (left, out)
    }

    /// Gives what counts where nothing is claimed: what is computed; for a penalty that asks for points, what the set says.
    fn unclaimed(&self, plan: &Plan<'_>, of: &Scored<'_>) -> (String, Value) {
        if self.get(of.position, At::Exact).is_some() {
            let column = Self::source(plan, of.position);
            let value = match self.value(of.position, column) {
                // What a form says instead of points it can't compute.
                Value::Text(_) => Value::Blank,
                value => value,
            };
            let cell = of.row.cell(column);
            return (if of.leaf.rule.takes_claims() { cell } else { format!("IF(ISNUMBER({cell}),{cell},\"\")") }, value);
        }
        match of.when_blank {
            WhenBlank::None => ("0".into(), Value::Number(Points::zero())),
            WhenBlank::Full => (of.row.cell(At::Max), Value::Number(of.criterion.max.clone())),
            WhenBlank::Ask => ("\"\"".into(), Value::Blank),
        }
    }

    /// Gives the formula and the value of a penalty of which a figure may be missing, as the set says.
    fn penalty(plan: &Plan<'_>, of: &Scored<'_>, formula: String, gives: &mut Gives, missing: bool) -> String {
        match of.when_blank {
            WhenBlank::Ask => formula,
            WhenBlank::None => {
                if *gives == Gives::Nothing {
                    *gives = Gives::Points(Points::zero());
                }
                format!("IF(ISNUMBER({formula}),{formula},0)")
            }
            WhenBlank::Full => {
                if missing {
                    *gives = Gives::Points(of.criterion.max.clone());
                }
                let (terms, cells) = (plan.terms(of.criterion, of.leaf), plan.cells(of.criterion, of.inputs));
                let lang = plan.form.lang;
                let blank = |at: &usize| {
                    let row = plan.row(*at)?;
                    let What::Input { input, .. } = &row.what else { return None };
                    let good = if matches!(input.kind, InputKind::Count | InputKind::Percent | InputKind::Points) {
                        usable(&terms, &cells, &input.id)
                    } else {
                        format!("COUNTIF({0},\"{1}*\")+COUNTIF({0},\"{2}*\")=0", row.cell(At::State), OPEN.get(lang), WRONG.get(lang))
                    };
                    Some(format!("IF({}>0,NOT({good}),FALSE)", row.cell(At::ToFill)))
                };
                let blank: Vec<String> = of.inputs.iter().filter_map(blank).collect();
                format!("IF({},{},{formula})", any(&blank), of.row.cell(At::Max))
            }
        }
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
    fn computed(&mut self, plan: &Plan<'_>, of: &Scored<'_>, conditions: &Conditions) {
        let Scored { position, row, criterion, leaf, inputs, .. } = *of;
        let (terms, lang) = (plan.terms(criterion, leaf), plan.form.lang);
        let (faces, not_applicable) = (leaf.rule.faces(), NOT_APPLICABLE_WORDS.get(lang));
        let formula = {
            let cells = plan.cells(criterion, inputs);
            faces.formula(&terms, &cells)
        };
        let Some(formula) = formula else {
            let says = remark(plan, row, At::Computed).unwrap_or_default();
            return self.set(position, At::Computed, Live::fixed(says));
        };
        let figures = plan.answer(&criterion.id).map(|answer| answer.figures.clone()).unwrap_or_default();
        let outcome = leaf.rule.score(&Case::new(terms, &figures));
        let mut gives = outcome.gives;
        let mut formula = Self::penalty(plan, of, formula, &mut gives, !outcome.blank.is_empty());
        let mut value = match gives {
            Gives::Points(points) => Value::Number(points),
            Gives::NotApplicable => Value::words(not_applicable),
            Gives::Nothing | Gives::Waits => Value::Blank,
        };
        let shows;
        (formula, shows) = conditions.hold(&formula, value == Value::words(not_applicable), lang);
        value = match shows {
            Shows::Same => value,
            Shows::Zero => Value::Number(Points::zero()),
            Shows::Blank => Value::Blank,
            Shows::Out => Value::words(not_applicable),
        };
        if leaf.may_not_apply {
            formula = format!("IF({},{},{formula})", says_not_applicable(&row.cell(At::Claimed), lang), quoted(not_applicable));
            if of.declared_out() {
                value = Value::words(not_applicable);
            }
        }
        self.taken(plan, of);
        let mut printed = Self::printed(plan, &row.cell(At::Exact), &value);
        if !leaf.rule.takes_claims() {
            let exact = row.cell(At::Exact);
            printed.formula = format!("IF(ISTEXT({exact}),IF({exact}=\"\",{},{exact}),{})", quoted(WAITS.get(lang)), printed.formula);
            if value == Value::Blank {
                printed.value = Value::words(WAITS.get(lang));
            }
        }
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
    fn waiting(&mut self, plan: &Plan<'_>, of: &Scored<'_>, own: bool) {
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
        let alone = bonus_left_alone(plan, position);
        let tests: Vec<String> = may_not_apply
            .then(|| says_not_applicable(&claimed, plan.form.lang))
            .into_iter()
            .chain(alone.iter().map(|(test, _)| test.clone()))
            .collect();
        let one = if tests.is_empty() { "1".into() } else { format!("IF({},0,1)", any(&tests)) };
        fill(At::ToFill, one, !out && !alone.is_some_and(|(_, holds)| holds));
        let filled = if may_not_apply {
            format!("IF({},0,COUNTA({claimed}))", says_not_applicable(&claimed, plan.form.lang))
        } else {
            format!("COUNTA({claimed})")
        };
        fill(At::Filled, filled, !out && of.claim != Claim::Blank);
    }
}

/// Gives what a cell always shows, where that is known without working anything out.
pub fn remark(plan: &Plan<'_>, row: &Row<'_>, column: At) -> Option<Value> {
    let says = |words: Words| Some(Value::words(words.get(plan.form.lang)));
    match (&row.what, column) {
        (What::Leaf { excused: true, .. }, At::Computed | At::State) => says(NOT_APPLICABLE_WORDS),
        (What::Leaf { excused: true, .. }, _) => Some(Value::Blank),
        (What::Leaf { leaf, criterion, .. }, _) => match (leaf.scorer(), column) {
            (Scorer::Council, At::Claimed) => says(BY_COUNCIL),
            (Scorer::Survey, At::Claimed) => says(BY_SURVEY),
            (Scorer::Council | Scorer::Survey, _) => Some(Value::Blank),
            (Scorer::Unit, At::Computed) if !plan.computes(row) => says(if leaf.rule.takes_claims() { AS_CLAIMED } else { WAITS }),
            (Scorer::Unit, At::Claimed) if !takes_claim(leaf, false) => says(NO_CLAIM),
            (Scorer::Unit, At::Applicable)
                if !leaf.may_not_apply && !plan.computes(row) && !Conditions::may_take_out(plan.form.set, &criterion.id) =>
            {
                Some(Value::Number(criterion.max.clone()))
            }
            _ => None,
        },
        (What::Figure { input, open: true }, At::ToFill) if input.kind != InputKind::Text => {
            spared_everywhere(plan, input).is_none().then(|| Value::count(1))
        }
        (What::Input { leaf, excused, input, criterion, .. }, At::ToFill) if scores_itself(leaf, *excused) && !leaf.may_not_apply => {
            let bonus = plan.form.set.line(&criterion.id).is_some_and(|line| line.sign == Sign::Bonus);
            let spared = bonus || leaf.rule.faces().spares().iter().any(|spare| spare.input == input.id);
            (!spared).then(|| Value::count(1))
        }
        _ => None,
    }
}
