//! Which inputs two results differ in: what units typed, what the council and the survey typed, and the rules.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::rules;
use super::{Cause, Causes, Input};
use crate::points::{Points, Rounding};
use crate::record::{LookedAt, Printed, Record, RecordedCriterion, RecordedLine, RecordedReceipt, RecordedUnit};

/// Finds the inputs of each unit in which two results differ, with file and cell where the results know them.
pub fn inputs(before: &Record, after: &Record) -> Causes {
    let official = (before.campaign.official != after.campaign.official).then(|| Cause {
        from: before.campaign.official.clone(),
        to: after.campaign.official.clone(),
        ..Cause::nowhere(Input::Key("official".into()))
    });
    let (seen_before, seen_after) = (Seen::of(before), Seen::of(after));
    let units = after.groups.iter().flat_map(|group| group.units.iter().map(move |unit| (group, unit))).map(|(group, unit)| {
        let own = match before.unit(&unit.id) {
            None => sent(None, Some(unit)),
            Some(was) => {
                let documents = |id: &str| seen_before.codes.get(&(unit.id.as_str(), id)) != seen_after.codes.get(&(unit.id.as_str(), id));
                let mut own = of_unit(was.1, unit, rules::other_set(was.0, group), &documents);
                own.extend(flags(&seen_before, &seen_after, &unit.id));
                own.extend(rules::of_unit(was, (group, unit)));
                own
            }
        };
        (unit.id.clone(), official.iter().cloned().chain(own).collect())
    });
    let gone = before.groups.iter().flat_map(|group| &group.units).filter(|unit| after.unit(&unit.id).is_none());
    let gone = gone.map(|unit| (unit.id.clone(), sent(Some(unit), None)));
    let all = units.chain(gone).chain(rules::of_awards(before, after));
    all.filter(|(_, causes): &(String, Vec<Cause>)| !causes.is_empty()).collect()
}

/// Says that a unit came in or went away.
fn sent(was: Option<&RecordedUnit>, is: Option<&RecordedUnit>) -> Vec<Cause> {
    let file = |unit: Option<&RecordedUnit>| unit.and_then(|unit| unit.file.clone());
    vec![Cause { file: file(is).or_else(|| file(was)), from: file(was), to: file(is), ..Cause::nowhere(Input::File) }]
}

/// What a result says of units in other places than at the units.
struct Seen<'r> {
    /// Codes of what was found wrong with evidence, by unit and criterion.
    codes: BTreeMap<(&'r str, &'r str), BTreeMap<&'r str, usize>>,
    /// Flags of each unit, as far as conditions of awards show them.
    flags: BTreeMap<&'r str, Option<&'r str>>,
}

impl<'r> Seen<'r> {
    /// Gathers it.
    fn of(record: &'r Record) -> Self {
        let mut seen = Self { codes: BTreeMap::new(), flags: BTreeMap::new() };
        for finding in record.findings.iter().filter(|finding| finding.code.starts_with('E')) {
            let (Some(unit), Some(criterion)) = (finding.unit.as_deref(), finding.criterion.as_deref()) else { continue };
            *seen.codes.entry((unit, criterion)).or_default().entry(finding.code.as_str()).or_default() += 1;
        }
        for considered in record.awards.iter().flat_map(|award| &award.considered) {
            let mut conditions = considered.conditions.iter().flatten();
            let flags = conditions.find_map(|one| if let LookedAt::Flags(flags) = one.looked_at() { Some(flags) } else { None });
            if let Some(flags) = flags {
                seen.flags.entry(&considered.unit).or_insert(flags);
            }
        }
        seen
    }
}

/// Says which flags of a unit differ.
fn flags(before: &Seen<'_>, after: &Seen<'_>, unit: &str) -> Option<Cause> {
    let (was, is) = (*before.flags.get(unit)?, *after.flags.get(unit)?);
    let owned = |flags: Option<&str>| flags.map(str::to_owned);
    (was != is).then(|| Cause { from: owned(was), to: owned(is), ..Cause::nowhere(Input::Flags) })
}

/// Lists what differs in what a unit and others typed for it; `documents` tells whether what was found wrong with the evidence of a
/// criterion does.
fn of_unit(was: &RecordedUnit, is: &RecordedUnit, other_set: bool, documents: &dyn Fn(&str) -> bool) -> Vec<Cause> {
    let mut causes: Vec<Cause> = Vec::new();
    let find = |unit: &RecordedUnit, id: &str| unit.criteria.iter().position(|one| one.id == id);
    let in_order = is.criteria.iter().chain(was.criteria.iter().filter(|one| find(is, &one.id).is_none()));
    for criterion in in_order {
        let at = |unit: &'_ RecordedUnit| find(unit, &criterion.id);
        let leaf = |unit: &RecordedUnit| at(unit).is_some_and(|at| is_leaf(&unit.criteria, at));
        let pair = (at(was).and_then(|at| was.criteria.get(at)), at(is).and_then(|at| is.criteria.get(at)));
        let own = of_criterion(pair, leaf(was) || leaf(is), (was, is), documents(&criterion.id));
        let ruled = own.is_empty() && other_set && (leaf(was) && leaf(is));
        causes.extend(own);
        causes.extend(ruled.then(|| of_rule(pair)).flatten());
    }
    let same = |one: &RecordedLine, other: &RecordedLine| one.id == other.id && one.sign == other.sign;
    let gone = was.adjustments.iter().filter(|line| is.adjustments.iter().all(|other| !same(line, other)));
    let gone = gone.map(|line| (Some(line), None));
    let lines = is.adjustments.iter().map(|line| (was.adjustments.iter().find(|one| same(one, line)), Some(line)));
    for (before, line) in lines.chain(gone) {
        let id = line.or(before).map(|line| line.id.as_str());
        if causes.iter().all(|cause| cause.criterion.as_deref() != id) {
            causes.extend(of_line(before, line, is));
        }
    }
    causes.extend(of_whole(was, is));
    if causes.is_empty() && was.file != is.file {
        return sent(Some(was), Some(is));
    }
    causes
}

/// Lists what differs of the unit as a whole: when it sent what, its last year, whether it is ranked.
fn of_whole(was: &RecordedUnit, is: &RecordedUnit) -> Vec<Cause> {
    let day = |unit: &RecordedUnit, of: fn(&RecordedReceipt) -> Option<String>| unit.receipt.as_ref().and_then(of);
    let received = |unit: &RecordedUnit| day(unit, |receipt| receipt.received.clone());
    let deadline = |unit: &RecordedUnit| day(unit, |receipt| receipt.deadline.clone());
    let last_year =
        |unit: &RecordedUnit| unit.previous.as_ref().and_then(|last| last.index.as_ref()).map(|index| index.as_str().to_owned());
    let status = |unit: &RecordedUnit| Some(unit.status.key().to_owned());
    let all = [
        (Input::Received, received(was), received(is)),
        // The last day stands beside a day of arrival alone.
        (Input::Deadline, deadline(was), if received(was).is_some() && received(is).is_some() { deadline(is) } else { deadline(was) }),
        (Input::Previous, last_year(was), last_year(is)),
        (Input::Ranked, status(was), if was.sent == is.sent { status(is) } else { status(was) }),
    ];
    all.into_iter().filter(|(_, from, to)| from != to).map(|(input, from, to)| Cause { from, to, ..Cause::nowhere(input) }).collect()
}

/// Tells whether two printed numbers are the same: with fewer decimals one may be the other, rounded.
fn is_same(one: Option<&String>, other: Option<&String>) -> bool {
    let decimals = |text: &String| text.split_once('.').map_or(0, |(_, behind)| behind.len());
    if let (Some(one), Some(other)) = (one, other)
        && let (Some(first), Some(second)) = (Points::parse(one), Points::parse(other))
        && decimals(one) != decimals(other)
    {
        let step = Rounding { decimals: decimals(one).min(decimals(other)).try_into().unwrap_or(0), ..Rounding::default() }.step();
        let gap = &first - &second;
        return gap < step && -&gap < step;
    }
    let number = |text: Option<&String>| text.map(|text| Points::parse(text).or_else(|| Points::parse_fraction(text)));
    one == other || number(one).flatten().is_some() && number(one) == number(other)
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
    (before, after): (&RecordedUnit, &RecordedUnit),
    documents: bool,
) -> Vec<Cause> {
    let mut causes = Vec::new();
    let Some(id) = is.or(was).map(|criterion| criterion.id.clone()) else { return causes };
    let criterion = Some(id);
    let text = |printed: Option<&Printed>| printed.map(|printed| printed.as_str().to_owned());
    let max = |one: Option<&RecordedCriterion>| text(one.map(|one| &one.max));
    if !is_same(max(was).as_ref(), max(is).as_ref()) {
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
    // Figures that are worth more did not take points away.
    let points = |of: fn(&RecordedCriterion) -> Option<&Printed>| {
        let number = |one: Option<&RecordedCriterion>| one.and_then(of).and_then(|printed| Points::parse(printed.as_str()));
        number(was).zip(number(is)).map(|(was, is)| is.cmp(&was))
    };
    let (computed_moved, official_moved) = (points(|one| one.stages.computed.as_ref()), points(|one| one.official.as_ref()));
    if computed_moved.zip(official_moved).is_some_and(|(one, other)| one == other.reverse() && one != Ordering::Equal) {
        causes.retain(|cause| !matches!(cause.input, Input::Figure(_)));
    }
    let claimed = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.claimed.as_ref()));
    let figures_moved = !causes.is_empty();
    // A blank claim claims what is computed, which then moves with the figures.
    let by_figures = figures_moved && claims_computed(was) && claims_computed(is);
    if !by_figures && !is_same(claimed(was).as_ref(), claimed(is).as_ref()) {
        causes.push(typed("claimed", Input::Claim, claimed(was), claimed(is)));
    }
    let rounds: BTreeSet<_> = was.into_iter().chain(is).flat_map(|one| one.stages.rounds.keys()).collect();
    for round in rounds {
        let value = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.rounds.get(round)?.as_ref()));
        if !is_same(value(was).as_ref(), value(is).as_ref()) {
            causes.push(placed(round.key().as_str(), was, is, criterion.clone(), value(was), value(is)));
        }
    }
    let survey = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.survey.as_ref()));
    if !is_same(survey(was).as_ref(), survey(is).as_ref()) {
        causes.push(placed("survey", was, is, criterion.clone(), survey(was), survey(is)));
    }
    let applies = |one: Option<&RecordedCriterion>| one.map(|one| one.applicable.to_string());
    if causes.is_empty() && applies(was) != applies(is) {
        causes.push(Cause { criterion: criterion.clone(), from: applies(was), to: applies(is), ..Cause::nowhere(Input::Applies) });
    }
    // Documents and explanations decide what is accepted: where something else is wrong with them, or nothing else differs.
    let accepted = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.accepted.as_ref()));
    let computed = |one: Option<&RecordedCriterion>| text(one.and_then(|one| one.stages.computed.as_ref()));
    let left = causes.is_empty() && is_same(computed(was).as_ref(), computed(is).as_ref());
    if (documents || left) && !is_same(accepted(was).as_ref(), accepted(is).as_ref()) {
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
fn of_line(was: Option<&RecordedLine>, is: Option<&RecordedLine>, unit: &RecordedUnit) -> Option<Cause> {
    let text = |line: Option<&RecordedLine>| line.and_then(|line| Some(line.official.as_ref()?.as_str().to_owned()));
    let (from, to, id) = (text(was), text(is), is.or(was)?.id.clone());
    let differs = !is_same(from.as_ref(), to.as_ref());
    differs.then(|| Cause { file: unit.file.clone(), criterion: Some(id), from, to, ..Cause::nowhere(Input::Line) })
}
