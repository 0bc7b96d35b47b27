//! Which rules two results differ in, as far as they show it: sets, bands of grades, tie-breaks, and what awards ask.

use std::collections::BTreeMap;

use super::{Cause, Input};
use crate::record::{Record, RecordedAward, RecordedGroup, RecordedUnit, RecordedUnitOfAward};

/// Tells whether a group was scored by another set, or by another version of it.
pub(super) fn other_set(was: &RecordedGroup, is: &RecordedGroup) -> bool {
    was.set != is.set
}

/// Finds what changed of the rules for the whole unit: how its group is ranked, as far as both results say so.
pub(super) fn of_unit((was_in, was): (&RecordedGroup, &RecordedUnit), (is_in, is): (&RecordedGroup, &RecordedUnit)) -> Vec<Cause> {
    let mut causes = Vec::new();
    let differs = |key: &str| differ(&was_in.rules, &is_in.rules, key);
    let is_older = was_in.rules.is_empty() || is_in.rules.is_empty();
    // An index that stands has another grade by other bands alone.
    let by_index = || was.grade != is.grade && was.exact.index == is.exact.index && was.status == is.status;
    if was.grade != is.grade && differs("grades").is_some() || is_older && by_index() {
        causes.push(Cause { from: was.grade.clone(), to: is.grade.clone(), ..Cause::nowhere(Input::Key("grades".into())) });
    }
    if was_in.id != is_in.id {
        let (from, to) = (Some(was_in.name.clone()), Some(is_in.name.clone()));
        causes.push(Cause { from, to, ..Cause::nowhere(Input::Group) });
    }
    if differs("tie_breaks").is_some() {
        causes.push(Cause::nowhere(Input::Key("tie_breaks".into())));
    }
    causes.extend(differs("decimals").map(|(from, to)| Cause { from, to, ..Cause::nowhere(Input::Key("decimals".into())) }));
    causes
}

/// Gives a value before and after where both results say what it is, and it differs.
fn differ(was: &Rules, is: &Rules, key: &str) -> Option<(Option<String>, Option<String>)> {
    let (was, is) = (was.get(key)?, is.get(key)?);
    (was != is).then(|| (Some(was.clone()), Some(is.clone())))
}

/// Rules by their keys.
type Rules = BTreeMap<String, String>;

/// Finds what changed of the rules of each award, by its id.
pub(super) fn of_awards(before: &Record, after: &Record) -> Vec<(String, Vec<Cause>)> {
    let gone = before.awards.iter().filter(|was| after.awards.iter().all(|award| award.id != was.id)).map(|was| was.id.clone());
    let gone = gone.map(|id| (id.clone(), vec![Cause::nowhere(Input::Award(id, "award".into()))]));
    let both = after.awards.iter().map(|award| {
        let was = before.awards.iter().find(|one| one.id == award.id);
        let causes = was.map_or_else(
            || vec![Cause::nowhere(Input::Award(award.id.clone(), "award".into()))],
            |was| of_award(was, award, &|unit| ranked(before, after, unit)),
        );
        (award.id.clone(), causes)
    });
    both.chain(gone).collect()
}

/// Says that a unit is ranked no longer, or now.
fn ranked(before: &Record, after: &Record, unit: &str) -> Option<Cause> {
    let status = |record: &Record| record.unit(unit).map(|(_, unit)| unit.status.key().to_owned());
    let (from, to) = (status(before), status(after));
    (from != to).then(|| Cause { unit: Some(unit.to_owned()), from, to, ..Cause::nowhere(Input::Ranked) })
}

/// Finds what changed of the rules of an award, as far as both results say so.
fn of_award(was: &RecordedAward, is: &RecordedAward, ranked: &dyn Fn(&str) -> Option<Cause>) -> Vec<Cause> {
    let mut causes = Vec::new();
    let input = |key: &str| Input::Award(is.id.clone(), key.into());
    let is_older = was.rule.is_empty() || is.rule.is_empty();
    if was.quota != is.quota && (is_older || differ(&was.rule, &is.rule, "quota").is_some()) {
        causes.push(Cause { from: Some(was.quota.to_string()), to: Some(is.quota.to_string()), ..Cause::nowhere(input("quota")) });
    }
    let mut pairs = is.considered.iter().filter_map(|one| Some((was.considered.iter().find(|other| other.unit == one.unit)?, one)));
    if was.quota != is.quota && causes.is_empty() {
        // A share of the ranked units.
        causes.extend(is.considered.iter().filter_map(|one| ranked(&one.unit)));
    }
    // Older results don't say what is asked but with each unit; one without a place was not asked.
    if let (Some(from), Some(to)) = (was.rule.get("conditions"), is.rule.get("conditions")) {
        let (from, to) = (Some(from.clone()), Some(to.clone()));
        causes.extend((from != to).then(|| Cause { from, to, ..Cause::nowhere(input("conditions")) }));
        causes.extend(more_of_award(was, is, &input));
        return causes;
    }
    let both_asked = |was: &RecordedUnitOfAward, is: &RecordedUnitOfAward| asked(was).is_empty() == asked(is).is_empty();
    if let Some((from, to)) = pairs.find(|(was, is)| asked(was) != asked(is) && (both_asked(was, is) || was.eligible || is.eligible)) {
        causes.push(Cause { from: Some(asked(from)), to: Some(asked(to)), ..Cause::nowhere(input("conditions")) });
    }
    causes.extend(more_of_award(was, is, &input));
    causes
}

/// Finds what else changed of the rules of an award, where both results say so.
fn more_of_award(was: &RecordedAward, is: &RecordedAward, input: &dyn Fn(&str) -> Input) -> Vec<Cause> {
    let keys = ["excluded", "order", "provisional"];
    keys.into_iter().filter_map(|key| differ(&was.rule, &is.rule, key).map(|_| Cause::nowhere(input(key)))).collect()
}

/// Writes what is asked of a unit, whether it has it or not.
fn asked(considered: &RecordedUnitOfAward) -> String {
    let line = |one: &crate::record::RecordedCondition| {
        let words = [Some(one.what.as_str()), one.criterion.as_deref(), one.limit.as_deref()];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    considered.conditions.iter().flatten().map(line).collect::<Vec<_>>().join("; ")
}
