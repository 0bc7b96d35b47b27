//! An input's live cells: whether it waits, and what is wrong with it.

use super::{Live, Lives, Value};
use crate::assessment::Claim;
use crate::criteria::Criterion;
use crate::figure::{Figure, Input, InputKind};
use crate::form::layout::AssessmentAt as At;
use crate::form::template::live::leaf::says_not_applicable;
use crate::form::template::plan::{Plan, Row, What, scores_itself};
use crate::points::Points;
use crate::rule::excel::{allowed, any, quoted, says};
use crate::rule::{NO, YES};

impl Lives {
    /// Works out an input: whether it waits, and what is wrong with it.
    pub(super) fn input(&mut self, plan: &Plan<'_>, position: usize) {
        let Some(row) = plan.row(position) else { return };
        let What::Input { criterion, leaf, input, excused, of } = &row.what else { return };
        let figure = plan.figure(&criterion.id, input);
        if !scores_itself(leaf, *excused) || input.kind == InputKind::Text {
            return;
        }
        let (cell, filled, to_fill) = (row.cell(At::Input), row.cell(At::Filled), row.cell(At::ToFill));
        let declared_out = leaf.may_not_apply && plan.answer(&criterion.id).is_some_and(|answer| answer.claim == Claim::NotApplicable);
        // What a unit declares out, and what its other answers leave without meaning, need not be filled in.
        let mut tests = Vec::new();
        if leaf.may_not_apply {
            let claim = plan.row(*of).map_or_else(|| "0".into(), |row| row.cell(At::Claimed));
            tests.push(says_not_applicable(&claim));
        }
        let figures = plan.answer(&criterion.id).map(|answer| answer.figures.clone()).unwrap_or_default();
        let mut spared = declared_out;
        if let Some(Row { what: What::Leaf { inputs, .. }, .. }) = plan.row(*of) {
            let cells = plan.cells(criterion, inputs);
            for spare in leaf.rule.faces().spares().into_iter().filter(|spare| spare.input == input.id) {
                tests.push(spare.when.formula(&cells));
                spared |= spare.when.holds(&figures);
            }
        }
        let waits = match tests.as_slice() {
            [] => Live::fixed(Value::count(1)),
            tests => Live::new(format!("IF({},0,1)", any(tests)), Value::count(usize::from(!spared))),
        };
        self.set(position, At::ToFill, waits);
        let done = !spared && figure != Figure::Blank;
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
        let state = match (spared, figure == Figure::Blank) {
            (true, _) => Value::Blank,
            (_, true) => Value::words("Cần điền"),
            _ => found,
        };
        let formula = format!("IF({to_fill}=0,\"\",IF({filled}=0,\"Cần điền\",{wrong}))");
        self.set(position, At::State, Live::new(formula, state));
    }
}

/// Tells whether a row is an input of a leaf.
fn is_input(row: &Row<'_>, leaf: &Criterion, id: &str) -> bool {
    matches!(&row.what, What::Input { criterion, input, .. } if criterion.id == leaf.id && input.id.as_str() == id)
}

/// Gives the formula that says what is wrong with a figure of its kind, `""` where nothing is, and what it says now.
fn wrong_kind(plan: &Plan<'_>, criterion: &Criterion, input: &Input, cell: &str, figure: &Figure) -> (String, Value) {
    let over_100 = criterion.leaf().is_some_and(|leaf| leaf.may_pass_100(&input.id));
    let number = |more: &str| format!("IF(NOT(ISNUMBER({cell})),\"Sai: không phải là số\",IF({cell}<0,\"Sai: số âm\",{more}))");
    let typed = figure.number();
    let negative = typed.is_some_and(Points::is_negative);
    let when = |wrong: bool, words: &str| if wrong { Value::words(words) } else { Value::Blank };
    let (formula, found) = match input.kind {
        InputKind::Count => (
            number(&format!("IF({cell}<>INT({cell}),\"Sai: phải là số nguyên\",\"\")")),
            when(typed.is_some_and(|n| !n.is_whole()), "Sai: phải là số nguyên"),
        ),
        InputKind::Percent if over_100 => (number("\"\""), Value::Blank),
        InputKind::Percent => (
            number(&format!("IF({cell}>100,\"Sai: trên 100%\",\"\")")),
            when(typed.is_some_and(|n| n > &Points::hundred()), "Sai: trên 100%"),
        ),
        InputKind::Points => (number("\"\""), Value::Blank),
        InputKind::Date => {
            let far = format!("Sai: chỉ nhận ngày {}", input.days.words().vi);
            let (fine, no) = (allowed(cell, &input.days), says(cell, NO));
            let formula = format!("IF({fine},\"\",IF({no},\"\",IF(ISNUMBER({cell}),{},\"Sai: không phải là ngày\")))", quoted(&far));
            let found = match figure {
                Figure::Date(day) if !input.days.allow(*day) => Value::words(far),
                Figure::Date(_) | Figure::NotIssued => Value::Blank,
                _ => Value::words("Sai: không phải là ngày"),
            };
            (formula, found)
        }
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
