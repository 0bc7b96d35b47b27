//! Which inputs two results differ in: what units typed, what the council and the survey typed, and the rules.

use std::collections::BTreeSet;

use super::rules;
use super::{Cause, Causes, Input};
use crate::record::{Printed, Record, RecordedCriterion, RecordedLine, RecordedUnit};

/// Finds the inputs of each unit in which two results differ, with file and cell where the results know them.
pub fn inputs(before: &Record, after: &Record) -> Causes {
    let official = (before.campaign.official != after.campaign.official).then(|| Cause {
        from: before.campaign.official.clone(),
        to: after.campaign.official.clone(),
        ..Cause::nowhere(Input::Key("official".into()))
    });
    let units = after.groups.iter().flat_map(|group| group.units.iter().map(move |unit| (group, unit))).map(|(group, unit)| {
        let own = match before.unit(&unit.id) {
            None => sent(None, Some(unit)),
            Some(was) => {
                let mut own = of_unit(was.1, unit, rules::other_set(was.0, group));
                own.extend(rules::of_unit(was, (group, unit)));
                own
            }
        };
        (unit.id.clone(), official.iter().cloned().chain(own).collect())
    });
    let gone = before.groups.iter().flat_map(|group| &group.units).filter(|unit| after.unit(&unit.id).is_none());
    let gone = gone.map(|unit| (unit.id.clone(), sent(Some(unit), None)));
    let all = units.chain(gone).chain(rules::of_awards(before, after));
    let mut causes: Causes = all.filter(|(_, causes): &(String, Vec<Cause>)| !causes.is_empty()).collect();
    let order = rules::other_order(before, after, &|id| causes.contains_key(id));
    causes.extend(order);
    causes
}

/// Says that a unit came in or went away.
fn sent(was: Option<&RecordedUnit>, is: Option<&RecordedUnit>) -> Vec<Cause> {
    let file = |unit: Option<&RecordedUnit>| unit.and_then(|unit| unit.file.clone());
    vec![Cause { file: file(is).or_else(|| file(was)), from: file(was), to: file(is), ..Cause::nowhere(Input::File) }]
}

/// Lists what differs in what a unit and others typed for it.
fn of_unit(was: &RecordedUnit, is: &RecordedUnit, other_set: bool) -> Vec<Cause> {
    let mut causes: Vec<Cause> = Vec::new();
    let find = |unit: &RecordedUnit, id: &str| unit.criteria.iter().position(|one| one.id == id);
    let in_order = is.criteria.iter().chain(was.criteria.iter().filter(|one| find(is, &one.id).is_none()));
    for criterion in in_order {
        let at = |unit: &'_ RecordedUnit| find(unit, &criterion.id);
        let leaf = |unit: &RecordedUnit| at(unit).is_some_and(|at| is_leaf(&unit.criteria, at));
        let pair = (at(was).and_then(|at| was.criteria.get(at)), at(is).and_then(|at| is.criteria.get(at)));
        let own = of_criterion(pair, leaf(was) || leaf(is), was, is);
        let ruled = own.is_empty() && other_set && (leaf(was) && leaf(is));
        causes.extend(own);
        causes.extend(ruled.then(|| of_rule(pair)).flatten());
    }
    for line in &is.adjustments {
        let before = was.adjustments.iter().find(|one| one.id == line.id && one.sign == line.sign);
        if causes.iter().all(|cause| cause.criterion.as_deref() != Some(&line.id)) {
            causes.extend(of_line(before, line, is));
        }
    }
    if was.receipt.as_ref().map(|receipt| &receipt.received) != is.receipt.as_ref().map(|receipt| &receipt.received) {
        let day = |unit: &RecordedUnit| unit.receipt.as_ref().and_then(|receipt| receipt.received.clone());
        causes.push(Cause { from: day(was), to: day(is), ..Cause::nowhere(Input::Received) });
    }
    if causes.is_empty() && was.file != is.file {
        return sent(Some(was), Some(is));
    }
    causes
}

/// Tells whether nothing stands below a criterion.
fn is_leaf(criteria: &[RecordedCriterion], at: usize) -> bool {
    let depth = |at: usize| criteria.get(at).map_or(0, |criterion| criterion.depth);
    depth(at.saturating_add(1)) <= depth(at)
}

/// Lists what differs of a criterion.
fn of_criterion(
    (was, is): (Option<&RecordedCriterion>, Option<&RecordedCriterion>),
    leaf: bool,
    before: &RecordedUnit,
    after: &RecordedUnit,
) -> Vec<Cause> {
    let mut causes = Vec::new();
    let Some(id) = is.or(was).map(|criterion| criterion.id.clone()) else { return causes };
    let criterion = Some(id);
    let text = |printed: Option<&Printed>| printed.map(|printed| printed.as_str().to_owned());
    let max = |one: Option<&RecordedCriterion>| text(one.map(|one| &one.max));
    if max(was) != max(is) {
        causes.push(Cause { criterion: criterion.clone(), from: max(was), to: max(is), ..Cause::nowhere(Input::Key("max".into())) });
    }
    if !leaf {
        return causes;
    }
    // Each by the file and the cell of the later result, or else of the earlier one.
    let typed = |name: &str, input: Input, from: Option<String>, to: Option<String>| {
        let (unit, one) = if is.is_some_and(|one| one.cells.contains_key(name)) { (after, is) } else { (before, was) };
        let file = unit.file.clone().or_else(|| after.file.clone());
        let cell = one.and_then(|one| one.cells.get(name).cloned());
        Cause { file, sheet: one.and_then(|one| one.sheet.clone()), cell, criterion: criterion.clone(), from, to, input }
    };
    let figures: BTreeSet<&String> = was.into_iter().chain(is).flat_map(|one| one.figures.keys()).collect();
    for input in figures {
        let value = |one: Option<&RecordedCriterion>| one.and_then(|one| one.figures.get(input).cloned());
        if value(was) != value(is) {
            causes.push(typed(input, Input::Figure(input.clone()), value(was), value(is)));
        }
    }
    let claimed = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.claimed.as_ref()));
    let figures_moved = !causes.is_empty();
    // A blank claim claims what is computed, which then moves with the figures.
    if claimed(was) != claimed(is) && !(figures_moved && claims_computed(was) && claims_computed(is)) {
        causes.push(typed("claimed", Input::Claim, claimed(was), claimed(is)));
    }
    let rounds: BTreeSet<_> = was.into_iter().chain(is).flat_map(|one| one.stages.rounds.keys()).collect();
    for round in rounds {
        let value = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.rounds.get(round)?.as_ref()));
        if value(was) != value(is) {
            causes.push(placed(round.key().as_str(), was, is, criterion.clone(), value(was), value(is)));
        }
    }
    let survey = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.survey.as_ref()));
    if survey(was) != survey(is) {
        causes.push(placed("survey", was, is, criterion.clone(), survey(was), survey(is)));
    }
    let applies = |one: Option<&RecordedCriterion>| one.map(|one| one.applicable.to_string());
    if causes.is_empty() && applies(was) != applies(is) {
        causes.push(Cause { criterion: criterion.clone(), from: applies(was), to: applies(is), ..Cause::nowhere(Input::Applies) });
    }
    // What is left are documents and explanations: they decide what is accepted.
    let accepted = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.accepted.as_ref()));
    let computed = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.computed.as_ref()));
    if causes.is_empty() && accepted(was) != accepted(is) && computed(was) == computed(is) {
        causes.push(typed("explanation", Input::Evidence, accepted(was), accepted(is)));
    }
    causes
}

/// Says that equal figures come to other points by another version of the set.
fn of_rule((was, is): (Option<&RecordedCriterion>, Option<&RecordedCriterion>)) -> Option<Cause> {
    let (was, is) = (was?, is?);
    let moved = was.exact != is.exact || was.stages.computed != is.stages.computed;
    moved.then(|| Cause { criterion: Some(is.id.clone()), ..Cause::nowhere(Input::Key("rule".into())) })
}

/// Tells whether a claim is what is computed.
fn claims_computed(one: Option<&RecordedCriterion>) -> bool {
    one.is_none_or(|one| one.stages.claimed == one.stages.computed)
}

/// Makes the cause of what the council or the survey typed.
fn placed(
    stage: &str,
    was: Option<&RecordedCriterion>,
    is: Option<&RecordedCriterion>,
    criterion: Option<String>,
    from: Option<String>,
    to: Option<String>,
) -> Cause {
    let place = is.and_then(|one| one.typed.get(stage)).or_else(|| was.and_then(|one| one.typed.get(stage))).cloned().unwrap_or_default();
    Cause { file: place.file, sheet: place.sheet, cell: place.cell, criterion, from, to, input: Input::Stage(stage.to_owned()) }
}

/// Says what differs of a line outside the tree.
fn of_line(was: Option<&RecordedLine>, is: &RecordedLine, unit: &RecordedUnit) -> Option<Cause> {
    let text = |line: Option<&RecordedLine>| line.and_then(|line| Some(line.official.as_ref()?.as_str().to_owned()));
    let (from, to) = (text(was), text(Some(is)));
    (from != to).then(|| Cause { file: unit.file.clone(), criterion: Some(is.id.clone()), from, to, ..Cause::nowhere(Input::Line) })
}
