//! An input's live cells: whether it waits, and what is wrong with it.

use super::alternative::left_alone;
use super::{Live, LiveCells};
use crate::criteria::{Criterion, Leaf};
use crate::figure::{Figure, Input, InputKind, date_in};
use crate::finding::Severity;
use crate::form::layout::AssessmentAt as At;
use crate::form::template::live::spared::{Spared, naming, spared, spared_everywhere};
use crate::form::template::page;
use crate::form::template::plan::{FigureCells, Plan, Row, What, scores_itself};
use crate::form::template::states::{self, LOOK, SHARED_WAITS, TO_FILL, WRONG, WRONG_SHARED};
use crate::form::template::value::Value;
use crate::look;
use crate::points::Points;
use crate::rule::excel::{allowed, any, quoted, says};
use crate::rule::{Case, Cells, NO_WORDS, YES_WORDS};
use crate::text::{Lang, said};

impl LiveCells {
    /// Works out an input: whether it waits, and what is wrong with it.
    pub(super) fn input(&mut self, plan: &Plan<'_>, position: usize) {
        let Some(row) = plan.row(position) else { return };
        let What::Input { criterion, leaf, input, excused, of } = &row.what else { return };
        let (figure, lang) = (plan.figure(&criterion.id, input), plan.form.lang);
        if !scores_itself(leaf, *excused) || input.kind == InputKind::Text {
            return;
        }
        let (cell, filled, to_fill) = (row.cell(At::Input), row.cell(At::Filled), row.cell(At::ToFill));
        let Spared { tests, holds: spared } = spared(plan, *of, input);
        let waits = match tests.as_slice() {
            [] => Live::fixed(Value::count(1)),
            tests => Live::new(format!("IF({},0,1)", any(tests)), Value::count(usize::from(!spared))),
        };
        self.set(position, At::ToFill, waits);
        let done = !spared && figure != Figure::Blank;
        self.set(position, At::Filled, Live::new(format!("IF({to_fill}=0,0,COUNTA({cell}))"), Value::count(usize::from(done))));

        let known = plan.lists.range(&criterion.id, &input.id);
        let (mut wrong, mut found) = wrong_kind(input, leaf.may_pass_100(&input.id), &known, &cell, (&figure, lang));
        if let Some(Row { what: What::Leaf { inputs, .. }, .. }) = plan.row(*of) {
            (wrong, found) = above_whole(plan, (criterion, leaf, inputs), input, &cell, (wrong, found));
        }
        let state = match (spared, figure == Figure::Blank) {
            (true, _) => Value::Blank,
            (_, true) => Value::words(TO_FILL.get(lang)),
            _ => found,
        };
        let waits = quoted(TO_FILL.get(lang));
        let waits = left_alone(plan, &criterion.id).map_or_else(|| waits.clone(), |alone| format!("IF({alone},\"\",{waits})"));
        let formula = format!("IF({to_fill}=0,\"\",IF({filled}=0,{waits},{wrong}))");
        self.set(position, At::State, Live::new(formula, state));
    }
}

/// Adds to what is wrong with a figure that it is more than its whole.
fn above_whole(
    plan: &Plan<'_>,
    (criterion, leaf, inputs): (&Criterion, &Leaf, &[usize]),
    input: &Input,
    cell: &str,
    (mut wrong, mut found): (String, Value),
) -> (String, Value) {
    let typed = |input: &Input| if input.shared { plan.shared(input) } else { plan.figure(&criterion.id, input) };
    let cells = plan.cells(criterion, inputs);
    for (_, whole) in leaf.rule.faces().parts().into_iter().filter(|(part, _)| *part == input.id) {
        let Some(whole) = leaf.input(&whole) else { continue };
        let address = cells.input(&whole.id);
        let at = address.replace('$', "");
        let says = said!(plan.form.lang, "Sai: lớn hơn ô {at}", "Wrong: more than {at}");
        wrong = format!("IF(IF(AND(ISNUMBER({cell}),ISNUMBER({address})),ROUND({cell}-{address},9)>0,FALSE),{},{wrong})", quoted(&says));
        let above = match (typed(input).number(), typed(whole).number()) {
            (Some(part), Some(whole)) => part > whole,
            _ => false,
        };
        if above {
            found = Value::words(says);
        }
    }
    (wrong, found)
}

/// Longest words of a check in a formula: Excel allows 255 letters in a literal.
const LONGEST_WORDS: usize = 200;

impl LiveCells {
    /// Works out a figure of the set: whether it waits, what is wrong with it, which check it fails.
    pub(super) fn figure(&mut self, plan: &Plan<'_>, position: usize) {
        let Some(row) = plan.row(position) else { return };
        let What::Figure { input, open: true } = &row.what else { return };
        let (figure, lang) = (plan.shared(input), plan.form.lang);
        let (cell, filled, to_fill) = (row.cell(At::Input), row.cell(At::Filled), row.cell(At::ToFill));
        if input.kind == InputKind::Text {
            return;
        }
        let (waits, spared) = match spared_everywhere(plan, input) {
            None => (Live::fixed(Value::count(1)), false),
            Some((test, spared)) => (Live::new(format!("IF({test},0,1)"), Value::count(usize::from(!spared))), spared),
        };
        self.set(position, At::ToFill, waits);
        let done = !spared && figure != Figure::Blank;
        self.set(position, At::Filled, Live::new(format!("IF({to_fill}=0,0,COUNTA({cell}))"), Value::count(usize::from(done))));

        let over_100 = naming(plan, input)
            .into_iter()
            .filter_map(|of| plan.row(of))
            .any(|row| matches!(&row.what, What::Leaf { leaf, .. } if leaf.may_pass_100(&input.id)));
        let (mut wrong, mut found) = wrong_kind(input, over_100, "", &cell, (&figure, lang));
        let mut wholes = Vec::new();
        for of in naming(plan, input) {
            let Some(Row { what: What::Leaf { criterion, leaf, inputs, .. }, .. }) = plan.row(of) else { continue };
            let parts: Vec<String> = leaf
                .rule
                .faces()
                .parts()
                .into_iter()
                .filter(|(part, _)| *part == input.id)
                .map(|(_, whole)| plan.cells(criterion, inputs).input(&whole))
                .collect();
            if parts.iter().all(|whole| wholes.contains(whole)) {
                continue;
            }
            wholes.extend(parts);
            (wrong, found) = above_whole(plan, (criterion, leaf, inputs), input, &cell, (wrong, found));
        }
        for check in plan.form.set.checks.iter().rev().filter(|check| check.that.inputs().first() == Some(&input.id)) {
            let terms = plan.form.set.figure_terms();
            let Some(fails) = check.that.fails(&terms, &FigureCells(plan)) else { continue };
            let words = look::shortened(&check.text, LONGEST_WORDS);
            let says = format!("{}: {words}", if check.severity == Severity::Error { WRONG } else { LOOK }.get(lang));
            wrong = format!("IF({fails},{},{wrong})", quoted(&says));
            let figures = plan.form.set.figures.iter().map(|figure| (figure.id.clone(), plan.shared(figure))).collect();
            if check.that.holds(&Case::new(terms, &figures)) == Some(false) {
                found = Value::words(says);
            }
        }
        let state = match (spared, figure == Figure::Blank) {
            (true, _) => Value::Blank,
            (_, true) => Value::words(TO_FILL.get(lang)),
            _ => found,
        };
        let formula = format!("IF({to_fill}=0,\"\",IF({filled}=0,{},{wrong}))", quoted(TO_FILL.get(lang)));
        self.set(position, At::State, Live::new(formula, state));
    }

    /// Works out what stands at a leaf of a figure that is asked above: its value, and whether the leaf waits for it.
    pub(super) fn shared(&mut self, plan: &Plan<'_>, position: usize) {
        let Some(row) = plan.row(position) else { return };
        let What::Shared { leaf, input, excused, figure, .. } = &row.what else { return };
        let Some(asked) = plan.row(*figure) else { return };
        let (cell, lang) = (asked.cell(At::Input), plan.form.lang);
        let shown = match plan.shared(input) {
            Figure::Blank => Value::Blank,
            Figure::Number(number) => Value::Number(number),
            Figure::Date(day) => page::serial(day).map_or_else(|| Value::words(date_in(day, lang)), Value::Number),
            Figure::NotIssued | Figure::YesNo(false) => Value::words(NO_WORDS.get(lang)),
            Figure::YesNo(true) => Value::words(YES_WORDS.get(lang)),
            Figure::Choice(words) | Figure::Text(words) | Figure::Wrong(words) => Value::words(words),
        };
        self.set(position, At::Input, Live::new(format!("IF(ISBLANK({cell}),\"\",{cell})"), shown));
        if !scores_itself(leaf, *excused) {
            return;
        }
        let state = asked.cell(At::State);
        let [to_fill, wrong, waits, says_wrong] = [TO_FILL, WRONG, SHARED_WAITS, WRONG_SHARED].map(|words| words.get(lang));
        let formula = format!(
            "IF({state}={},{},IF(LEFT({state},{})={},{},\"\"))",
            quoted(to_fill),
            quoted(waits),
            wrong.chars().count(),
            quoted(wrong),
            quoted(says_wrong)
        );
        let says = match self.value(*figure, At::State) {
            Value::Text(says) if says == to_fill => Value::words(waits),
            says if says.is_wrong(lang) => Value::words(says_wrong),
            _ => Value::Blank,
        };
        self.set(position, At::State, Live::new(formula, says));
    }
}

/// Gives the formula that says what is wrong with a figure of its kind, `""` where nothing is, and what it says now.
/// `known` is the range of choices.
fn wrong_kind(input: &Input, over_100: bool, known: &str, cell: &str, (figure, lang): (&Figure, Lang)) -> (String, Value) {
    let [no_number, negative, not_whole, over, no_day, not_yes_no, not_a_choice] = [
        states::NO_NUMBER,
        states::NEGATIVE,
        states::NOT_WHOLE,
        states::OVER_100,
        states::NO_DAY,
        states::NOT_YES_NO,
        states::NOT_A_CHOICE,
    ]
    .map(|words| words.get(lang));
    let number = |more: &str| format!("IF(NOT(ISNUMBER({cell})),{},IF({cell}<0,{},{more}))", quoted(no_number), quoted(negative));
    let typed = figure.number();
    let when = |wrong: bool, words: &str| if wrong { Value::words(words) } else { Value::Blank };
    let (formula, found) = match input.kind {
        InputKind::Count => {
            (number(&format!("IF({cell}<>INT({cell}),{},\"\")", quoted(not_whole))), when(typed.is_some_and(|n| !n.is_whole()), not_whole))
        }
        InputKind::Percent if over_100 => (number("\"\""), Value::Blank),
        InputKind::Percent => {
            (number(&format!("IF({cell}>100,{},\"\")", quoted(over))), when(typed.is_some_and(|n| n > &Points::hundred()), over))
        }
        InputKind::Points => (number("\"\""), Value::Blank),
        InputKind::Date => {
            let days = input.days.words();
            let days = days.get(lang);
            let far = said!(lang, "Sai: chỉ nhận ngày {days}", "Wrong: only a date {days}");
            let (fine, no) = (allowed(cell, &input.days), says(cell, NO_WORDS.get(lang)));
            let formula = format!("IF({fine},\"\",IF({no},\"\",IF(ISNUMBER({cell}),{},{})))", quoted(&far), quoted(no_day));
            let found = match figure {
                Figure::Date(day) if !input.days.allow(*day) => Value::words(far),
                Figure::Date(_) | Figure::NotIssued => Value::Blank,
                _ => Value::words(no_day),
            };
            (formula, found)
        }
        InputKind::YesNo => (
            format!("IF(OR({},{}),\"\",{})", says(cell, YES_WORDS.get(lang)), says(cell, NO_WORDS.get(lang)), quoted(not_yes_no)),
            when(!matches!(figure, Figure::YesNo(_)), not_yes_no),
        ),
        InputKind::Choice => (
            format!("IF(ISERROR(MATCH({cell},{known},0)),{},\"\")", quoted(not_a_choice)),
            when(!matches!(figure, Figure::Choice(_)), not_a_choice),
        ),
        InputKind::Text => ("\"\"".into(), Value::Blank),
    };
    let is_number = matches!(input.kind, InputKind::Count | InputKind::Percent | InputKind::Points);
    let found = match (is_number, typed) {
        (true, None) => Value::words(no_number),
        (true, Some(typed)) if typed.is_negative() => Value::words(negative),
        _ => found,
    };
    (formula, found)
}
