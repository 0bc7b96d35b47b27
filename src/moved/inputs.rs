//! Which inputs two results differ in: what units typed, what the council and the survey typed, and the rules.

use std::collections::BTreeMap;

use super::answers::{Answered, Answers};
use super::rules;
use super::{Cause, Causes, Input, is_same};
use crate::finding::Severity;
use crate::record::{LookedAt, Record, RecordedCriterion, RecordedFinding, RecordedLine, RecordedReceipt, RecordedUnit};

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
            None => vec![only_in_one(None, Some(unit))],
            Some(was) => {
                let documents = |id: &str| seen_before.codes.get(&(unit.id.as_str(), id)) != seen_after.codes.get(&(unit.id.as_str(), id));
                let both = Both {
                    other_set: rules::other_set(was.0, group),
                    with_documents: !was.0.inputs.is_empty() && !group.inputs.is_empty(),
                };
                let mut own = of_unit(was.1, unit, both, &documents);
                own.extend(flags(&seen_before, &seen_after, &unit.id));
                own.extend(severities(&seen_before, &seen_after, &unit.id));
                own.extend(found(&seen_before, &seen_after, &unit.id));
                own.extend(rules::of_unit(was, (group, unit)));
                own
            }
        };
        (unit.id.clone(), owned(official.iter().cloned().chain(own), &unit.id))
    });
    let gone = before.groups.iter().flat_map(|group| &group.units).filter(|unit| after.unit(&unit.id).is_none());
    let gone = gone.map(|unit| (unit.id.clone(), owned(std::iter::once(only_in_one(Some(unit), None)), &unit.id)));
    let all = units.chain(gone).chain(rules::of_awards(before, after));
    all.filter(|(_, causes): &(String, Vec<Cause>)| !causes.is_empty()).collect()
}

/// Says whose input each cause is; a rule is nobody's.
fn owned(causes: impl Iterator<Item = Cause>, unit: &str) -> Vec<Cause> {
    let owner = |cause: &Cause| (!matches!(cause.input, Input::Key(_) | Input::Award(..))).then(|| unit.to_owned());
    causes.map(|cause| Cause { unit: owner(&cause), ..cause }).collect()
}

/// What the results of a group are, compared with each other.
#[derive(Clone, Copy)]
struct Both {
    /// Scored by another set, or by another version of it.
    other_set: bool,
    /// Both say which documents and explanations there were.
    with_documents: bool,
}

/// Says that one result lacks a unit.
fn only_in_one(was: Option<&RecordedUnit>, is: Option<&RecordedUnit>) -> Cause {
    let name = |unit: Option<&RecordedUnit>| unit.map(|unit| unit.name.clone());
    Cause { from: name(was), to: name(is), ..Cause::nowhere(Input::Unit) }
}

/// Says that a unit sent another file.
fn sent(was: &RecordedUnit, is: &RecordedUnit) -> Vec<Cause> {
    let file = is.file.clone().or_else(|| was.file.clone());
    vec![Cause { file, from: was.file.clone(), to: is.file.clone(), ..Cause::nowhere(Input::File) }]
}

/// What a result says of units in other places than at the units.
struct Seen<'r> {
    /// Codes of what was found wrong with evidence, by unit and criterion.
    codes: BTreeMap<(&'r str, &'r str), BTreeMap<&'r str, usize>>,
    /// Flags of each unit, as far as conditions of awards show them.
    flags: BTreeMap<&'r str, Option<&'r str>>,
    /// Severities of what was found of each unit, by code.
    severities: BTreeMap<&'r str, BTreeMap<&'r str, Severity>>,
    /// What was found of each unit, as far as it can count for an award.
    found: BTreeMap<&'r str, Vec<&'r RecordedFinding>>,
}

impl<'r> Seen<'r> {
    /// Gathers it.
    fn of(record: &'r Record) -> Self {
        let mut seen = Self { codes: BTreeMap::new(), flags: BTreeMap::new(), severities: BTreeMap::new(), found: BTreeMap::new() };
        let conditions = record.awards.iter().flat_map(|award| &award.considered).flat_map(|one| one.conditions.iter().flatten());
        let all_count = conditions.map(|one| one.what.as_str()).any(|what| what == "findings");
        for finding in &record.findings {
            if let Some(unit) = finding.unit.as_deref() {
                if all_count || finding.severity == Severity::Error {
                    seen.found.entry(unit).or_default().push(finding);
                }
                seen.severities.entry(unit).or_default().insert(&finding.code, finding.severity);
            }
        }
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

/// Says that something that was found of a unit both times counts otherwise now.
fn severities(before: &Seen<'_>, after: &Seen<'_>, unit: &str) -> Option<Cause> {
    let (was, is) = (before.severities.get(unit)?, after.severities.get(unit)?);
    was.iter()
        .any(|(code, severity)| is.get(code).is_some_and(|now| now != severity))
        .then(|| Cause::nowhere(Input::Key("severities".into())))
}

/// Lists what was found of a unit in one result only.
fn found(before: &Seen<'_>, after: &Seen<'_>, unit: &str) -> Vec<Cause> {
    let was = before.found.get(unit).map(Vec::as_slice).unwrap_or_default();
    let is = after.found.get(unit).map(Vec::as_slice).unwrap_or_default();
    let same = |one: &RecordedFinding, other: &RecordedFinding| {
        one.code == other.code && one.criterion == other.criterion && one.message == other.message
    };
    let alone = |own: &[&RecordedFinding], others: &[&RecordedFinding], is_later: bool| -> Vec<Cause> {
        let own = own.iter().filter(|one| others.iter().all(|other| !same(one, other)));
        let cause = |one: &&RecordedFinding| Cause {
            file: one.file.clone(),
            sheet: one.sheet.clone(),
            cell: one.cell.clone(),
            line: one.line.filter(|_| one.cell.is_none()),
            criterion: one.criterion.clone(),
            from: (!is_later).then(|| one.code.clone()),
            to: is_later.then(|| one.code.clone()),
            ..Cause::nowhere(Input::Finding)
        };
        own.map(cause).collect()
    };
    let mut causes = alone(is, was, true);
    causes.extend(alone(was, is, false));
    causes
}

/// Says which flags of a unit differ.
fn flags(before: &Seen<'_>, after: &Seen<'_>, unit: &str) -> Option<Cause> {
    let (was, is) = (*before.flags.get(unit)?, *after.flags.get(unit)?);
    let owned = |flags: Option<&str>| flags.map(str::to_owned);
    (was != is).then(|| Cause { from: owned(was), to: owned(is), ..Cause::nowhere(Input::Flags) })
}

/// Lists what differs in what a unit and others typed for it; `documents` tells whether what was found wrong with the evidence of a
/// criterion does.
fn of_unit(was: &RecordedUnit, is: &RecordedUnit, group: Both, documents: &dyn Fn(&str) -> bool) -> Vec<Cause> {
    let mut causes: Vec<Cause> = Vec::new();
    let find = |unit: &RecordedUnit, id: &str| unit.criteria.iter().position(|one| one.id == id);
    let in_order = is.criteria.iter().chain(was.criteria.iter().filter(|one| find(is, &one.id).is_none()));
    for criterion in in_order {
        let at = |unit: &'_ RecordedUnit| find(unit, &criterion.id);
        let leaf = |unit: &RecordedUnit| at(unit).is_some_and(|at| is_leaf(&unit.criteria, at));
        let pair = (at(was).and_then(|at| was.criteria.get(at)), at(is).and_then(|at| is.criteria.get(at)));
        let is_leaf = leaf(was) || leaf(is);
        let mut own: Vec<Cause> = other_maximum(pair).into_iter().chain(other_weight(pair)).collect();
        if is_leaf {
            let of = |unit, one: Option<_>| one.map(|one| Answered::leaf(unit, one));
            own.extend(
                Answers { was: of(was, pair.0), is: of(is, pair.1), with_documents: group.with_documents }
                    .differing(documents(&criterion.id)),
            );
        }
        // By another rule the points of a stage may be asked no longer, or be asked now.
        let of_stages = own.iter().all(|cause| matches!(cause.input, Input::Stage(_)) && (cause.from.is_none() || cause.to.is_none()));
        let ruled = of_stages && group.other_set && (leaf(was) && leaf(is));
        causes.extend(own);
        causes.extend(ruled.then(|| of_rule(pair)).flatten());
    }
    let same = |one: &RecordedLine, other: &RecordedLine| one.id == other.id && one.sign == other.sign;
    let gone = was.adjustments.iter().filter(|line| is.adjustments.iter().all(|other| !same(line, other)));
    let gone = gone.map(|line| (Some(line), None));
    let lines = is.adjustments.iter().map(|line| (was.adjustments.iter().find(|one| same(one, line)), Some(line)));
    for (before, line) in lines.chain(gone) {
        let (was, is) = (before.map(|line| Answered::line(was, line)), line.map(|line| Answered::line(is, line)));
        let answers = Answers { was, is, with_documents: group.with_documents };
        let id = line.or(before).map(|line| line.id.as_str());
        let typed = answers.differing(id.is_some_and(documents));
        let told = !typed.is_empty() || causes.iter().any(|cause| cause.criterion.as_deref() == id);
        causes.extend(typed);
        causes.extend(if told { None } else { answers.points() });
    }
    causes.extend(of_whole(was, is));
    if causes.is_empty() && group.other_set && was.exact != is.exact {
        causes.push(Cause::nowhere(Input::Key("set".into())));
    }
    if causes.is_empty() && was.file != is.file {
        return sent(was, is);
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

/// Tells whether nothing stands below a criterion.
fn is_leaf(criteria: &[RecordedCriterion], at: usize) -> bool {
    let depth = |at: usize| criteria.get(at).map_or(0, |criterion| criterion.depth);
    depth(at.saturating_add(1)) <= depth(at)
}

/// Says that the maximum of a criterion differs.
fn other_maximum((was, is): (Option<&RecordedCriterion>, Option<&RecordedCriterion>)) -> Option<Cause> {
    let max = |one: Option<&RecordedCriterion>| one.map(|one| one.max.as_str().to_owned());
    let (from, to, id) = (max(was), max(is), is.or(was)?.id.clone());
    let differs = !is_same(from.as_ref(), to.as_ref());
    differs.then(|| Cause { criterion: Some(id), from, to, ..Cause::nowhere(Input::Key("max".into())) })
}

/// Says that the weight of a criterion differs.
fn other_weight((was, is): (Option<&RecordedCriterion>, Option<&RecordedCriterion>)) -> Option<Cause> {
    let (was, is) = (was?, is?);
    let weight = |one: &RecordedCriterion| Some(one.weight.as_ref().map_or_else(|| "1".to_owned(), |weight| weight.as_str().to_owned()));
    let (from, to) = (weight(was), weight(is));
    (from != to).then(|| Cause { criterion: Some(is.id.clone()), from, to, ..Cause::nowhere(Input::Key("weight".into())) })
}

/// Says that equal figures come to other points by another version of the set.
fn of_rule((was, is): (Option<&RecordedCriterion>, Option<&RecordedCriterion>)) -> Option<Cause> {
    let (was, is) = (was?, is?);
    let moved = was.exact != is.exact || was.stages.computed != is.stages.computed;
    moved.then(|| Cause { criterion: Some(is.id.clone()), ..Cause::nowhere(Input::Key("rule".into())) })
}
