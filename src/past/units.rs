//! Which units of an earlier year a unit of this year is compared with.

use std::collections::{BTreeMap, BTreeSet};

use super::{PastGroup, PastUnit, PastYear};
use crate::assessment::Unit;
use crate::figure::UnitId;
use crate::roster::in_one_spelling;

/// What a unit was in an earlier year.
#[derive(Clone, Debug)]
pub enum Was<'p> {
    /// It was not there.
    New,
    /// These, each with its group.
    Units(Vec<(&'p PastGroup, &'p PastUnit)>),
    /// Its id was there under a name that is none of its own, or twice: nobody can tell whether it is the same.
    Unclear(&'p PastUnit),
    /// One of its names was there under another id: nobody can tell whether it is the same.
    OtherId(&'p PastUnit),
}

/// Units of a year by their ids.
#[derive(Debug)]
pub struct ById<'p>(BTreeMap<&'p UnitId, Vec<(&'p PastGroup, &'p PastUnit)>>);

impl<'p> ById<'p> {
    /// Goes through a year once.
    pub fn new(year: &'p PastYear) -> Self {
        let mut by_id: BTreeMap<&'p UnitId, Vec<(&'p PastGroup, &'p PastUnit)>> = BTreeMap::new();
        for (group, unit) in year.groups.iter().flat_map(|group| group.units.iter().map(move |unit| (group, unit))) {
            by_id.entry(&unit.id).or_default().push((group, unit));
        }
        Self(by_id)
    }

    /// Tells whether the year has a unit of an id.
    pub fn has(&self, id: &UnitId) -> bool {
        self.0.contains_key(id)
    }

    /// Finds what a unit was: its predecessors where the year has any of them, else itself. An id that stands in two groups
    /// is that of neither.
    pub fn was(&self, unit: &Unit, predecessors: &BTreeSet<&UnitId>) -> Was<'p> {
        let named: Vec<_> = predecessors.iter().filter_map(|id| self.0.get(*id)).collect();
        let found = if named.is_empty() { self.0.get(&unit.id).into_iter().collect() } else { named.clone() };
        if let Some([(_, one), _, ..]) = found.iter().map(|all| all.as_slice()).find(|all| all.len() > 1) {
            return Was::Unclear(one);
        }
        match found.first().and_then(|all| all.first()) {
            None => self.of_name(unit).map_or(Was::New, Was::OtherId),
            Some((_, was)) if named.is_empty() && !goes_by(unit, &was.name) => Was::Unclear(was),
            Some(_) => Was::Units(found.into_iter().flatten().copied().collect()),
        }
    }
}

impl<'p> ById<'p> {
    /// Finds a unit that goes by one of the names of another.
    fn of_name(&self, unit: &Unit) -> Option<&'p PastUnit> {
        self.0.values().flatten().map(|(_, was)| *was).find(|was| goes_by(unit, &was.name))
    }
}

/// Tells whether a name is one that a unit goes by: its own, or an alias, in any spelling.
pub fn goes_by(unit: &Unit, name: &str) -> bool {
    let sought = in_one_spelling(name);
    std::iter::once(&unit.name).chain(&unit.aliases).any(|own| in_one_spelling(own) == sought)
}
