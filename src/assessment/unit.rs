//! The units that are scored, and what the campaign excuses them from.

use std::collections::{BTreeMap, BTreeSet};

use super::{Deadlines, Signatory};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, GroupId, UnitId};

/// Department, district or commune that is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Id, also the name of its evidence folder and of its report.
    pub id: UnitId,
    /// Official name.
    pub name: String,
    /// Other names that it goes by: abbreviations, former names.
    pub aliases: Vec<String>,
    /// Authority above it, where that is not the campaign's.
    pub authority: Option<String>,
    /// Place from which it dates its letters, where that is not the one its name or the campaign says.
    pub place: Option<String>,
    /// Who signs for it, where that is not the head that law gives it.
    pub signatory: Option<Signatory>,
    /// Group that it is ranked in.
    pub group: GroupId,
    /// Whether it takes a place; a unit of a special nature is scored and listed only.
    pub ranked: bool,
    /// Criteria that the campaign excuses it from.
    pub not_applicable: Excused,
    /// Last days for what it sends.
    pub deadlines: Deadlines,
}

/// Criteria that a campaign excuses a unit from, with everything below them: decided once, when the unit is made.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Excused {
    /// Those that the campaign names.
    named: BTreeSet<CriterionId>,
    /// Those and everything below them.
    all: BTreeSet<CriterionId>,
    /// Why, where the campaign says so.
    reasons: BTreeMap<CriterionId, String>,
}

impl Excused {
    /// Takes the criteria that are named, at any depth, and those below them in the unit's set.
    pub fn below(set: &CriteriaSet, named: impl IntoIterator<Item = CriterionId>) -> Self {
        let named: BTreeSet<CriterionId> = named.into_iter().collect();
        let mut all = named.clone();
        // Parents come before their children.
        for (_, criterion) in set.walk() {
            if all.contains(&criterion.id) {
                all.extend(criterion.children().iter().map(|child| child.id.clone()));
            }
        }
        Self { named, all, reasons: BTreeMap::new() }
    }

    /// Adds why criteria that are named are excused.
    #[must_use]
    pub fn because(mut self, reasons: impl IntoIterator<Item = (CriterionId, String)>) -> Self {
        self.reasons.extend(reasons);
        self
    }

    /// Says why a criterion that is named is excused, where the campaign does.
    pub fn reason(&self, id: &CriterionId) -> Option<&str> {
        self.reasons.get(id).map(String::as_str)
    }

    /// Tells whether a criterion or a line is excused.
    pub fn contains(&self, id: &CriterionId) -> bool {
        self.all.contains(id)
    }

    /// Lists all of them, in the order of ids.
    pub fn all(&self) -> impl Iterator<Item = &CriterionId> {
        self.all.iter()
    }

    /// Lists those that the campaign names, in the order of ids.
    pub fn named(&self) -> impl Iterator<Item = &CriterionId> {
        self.named.iter()
    }
}
