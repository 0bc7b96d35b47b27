//! Which rules two results differ in, as far as they show it: sets, bands of grades, tie-breaks, and what awards ask.

use super::{Cause, Input};
use crate::record::{Record, RecordedAward, RecordedGroup, RecordedUnit, RecordedUnitOfAward};

/// Tells whether a group was scored by another set, or by another version of it.
pub(super) fn other_set(was: &RecordedGroup, is: &RecordedGroup) -> bool {
    was.set != is.set
}

/// Finds what changed of the rules for the whole unit: its grade moved and its index didn't, or its place and no index of the group.
pub(super) fn of_unit((was_in, was): (&RecordedGroup, &RecordedUnit), (is_in, is): (&RecordedGroup, &RecordedUnit)) -> Vec<Cause> {
    let mut causes = Vec::new();
    if was.grade != is.grade && was.exact.index == is.exact.index && was.provisional == is.provisional {
        causes.push(Cause { from: was.grade.clone(), to: is.grade.clone(), ..Cause::nowhere(Input::Key("grades".into())) });
    }
    let stands = |unit: &RecordedUnit| (unit.place, unit.tied);
    let ranked = |group: &RecordedGroup| {
        let mut all: Vec<_> = group.units.iter().map(|unit| (unit.id.clone(), unit.exact.index.clone(), unit.status)).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all
    };
    if stands(was) != stands(is) && ranked(was_in) == ranked(is_in) {
        causes.push(Cause::nowhere(Input::Key("tie_breaks".into())));
    }
    causes
}

/// Finds what changed of the rules of each award, by its id.
pub(super) fn of_awards(before: &Record, after: &Record) -> Vec<(String, Vec<Cause>)> {
    let gone = before.awards.iter().filter(|was| after.awards.iter().all(|award| award.id != was.id)).map(|was| was.id.clone());
    let gone = gone.map(|id| (id.clone(), vec![Cause::nowhere(Input::Award(id, "award".into()))]));
    let both = after.awards.iter().map(|award| {
        let was = before.awards.iter().find(|one| one.id == award.id);
        let causes = was.map_or_else(
            || vec![Cause::nowhere(Input::Award(award.id.clone(), "award".into()))],
            |was| of_award(was, award, &|unit| stands_alike(before, after, unit)),
        );
        (award.id.clone(), causes)
    });
    both.chain(gone).collect()
}

/// Tells whether a unit is as far in both results as awards ask of all: sent in or not, ranked or not, provisional or not.
fn stands_alike(before: &Record, after: &Record, unit: &str) -> bool {
    let of = |record: &Record| record.unit(unit).map(|(_, unit)| (unit.status, unit.provisional));
    of(before) == of(after)
}

/// Finds what changed of the rules of an award; `alike` tells whether a unit itself is as before.
fn of_award(was: &RecordedAward, is: &RecordedAward, alike: &dyn Fn(&str) -> bool) -> Vec<Cause> {
    let mut causes = Vec::new();
    let input = |key: &str| Input::Award(is.id.clone(), key.into());
    if was.quota != is.quota {
        causes.push(Cause { from: Some(was.quota.to_string()), to: Some(is.quota.to_string()), ..Cause::nowhere(input("quota")) });
    }
    let pairs = || is.considered.iter().filter_map(|one| Some((was.considered.iter().find(|other| other.unit == one.unit)?, one)));
    if let Some((from, to)) = pairs().find(|(was, is)| asked(was) != asked(is)) {
        causes.push(Cause { from: Some(asked(from)), to: Some(asked(to)), ..Cause::nowhere(input("conditions")) });
    }
    // Every condition says the same of the unit as before, and yet it may be proposed no longer, or now.
    let listed = pairs().any(|(was, is)| was.eligible != is.eligible && was.conditions == is.conditions && alike(&is.unit));
    if listed {
        causes.push(Cause::nowhere(input("excluded")));
    }
    causes
}

/// Writes what is asked of a unit, whether it has it or not.
fn asked(considered: &RecordedUnitOfAward) -> String {
    let line = |one: &crate::record::RecordedCondition| {
        let words = [Some(one.what.as_str()), one.criterion.as_deref(), one.limit.as_deref()];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    considered.conditions.iter().flatten().map(line).collect::<Vec<_>>().join("; ")
}

/// Finds the awards whose outcome moved though nothing that they look at did: their order or the parting of their places changed.
pub(super) fn other_order(before: &Record, after: &Record, moves: &dyn Fn(&str) -> bool) -> Vec<(String, Vec<Cause>)> {
    let pairs = after.awards.iter().filter_map(|award| Some((before.awards.iter().find(|one| one.id == award.id)?, award)));
    let moved = pairs.filter(|(was, is)| (&was.chosen, &was.tied_at_edge) != (&is.chosen, &is.tied_at_edge));
    let alone = moved.filter(|(_, is)| !moves(&is.id) && is.considered.iter().all(|one| !moves(&one.unit)));
    alone.map(|(_, is)| (is.id.clone(), vec![Cause::nowhere(Input::Award(is.id.clone(), "order".into()))])).collect()
}
