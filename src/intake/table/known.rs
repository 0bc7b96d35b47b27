//! What a campaign knows, for tables whose headings are units or criteria.

use std::collections::BTreeSet;

use crate::criteria::{CriteriaSet, Criterion};
use crate::roster::Roster;
use crate::rule::Scorer;
use crate::text::fold::bare;
use crate::typed::id::{Named, named};
use crate::workbook::Cell;

/// What a campaign knows when it reads a table of points.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'k> {
    /// Whether the survey filled it in; else the council.
    pub survey: bool,
    /// File that is read.
    pub file: Option<&'k str>,
    /// Year that is scored.
    pub year: Option<i16>,
    /// Names of units.
    pub roster: Option<&'k Roster>,
    /// Sets of criteria.
    pub sets: &'k [&'k CriteriaSet],
}

impl Known<'_> {
    /// Gives the unit that words name: its id, as a table writes it.
    pub fn unit(&self, words: &str) -> Option<String> {
        Some(self.roster?.called_or_numbered(words).one()?.id.to_string())
    }

    /// Tells whether words name an office that this unit is not.
    pub fn is_another_office(&self, words: &str, unit: &str) -> bool {
        self.roster.is_some_and(|roster| roster.is_another_office(words, unit))
    }

    /// Gives the one unit that a title mentions.
    pub fn mentioned(&self, words: &str) -> Option<String> {
        Some(self.roster?.mentioned(words).one()?.id.to_string())
    }

    /// Tells whether a cell names a criterion of one of the sets.
    pub fn is_criterion(&self, cell: &Cell) -> bool {
        self.sets.iter().any(|set| !matches!(named(cell, set), Named::Unknown))
    }

    /// Tells whether a cell names a line outside the tree, a bonus or a penalty.
    pub fn is_outside_the_tree(&self, cell: &Cell) -> bool {
        self.sets.iter().any(|set| match named(cell, set) {
            Named::One(id) => set.adjustments.iter().any(|line| line.criterion.id == id),
            Named::Several(_) | Named::Unknown => false,
        })
    }

    /// Gives the criteria that a cell can mean, each with its set.
    pub fn criteria(&self, cell: &Cell) -> BTreeSet<String> {
        let of_set = |set: &&CriteriaSet| match named(cell, set) {
            Named::One(id) => vec![format!("{}/{id}", set.id)],
            Named::Several(ids) => ids.iter().map(|id| format!("{}/{id}", set.id)).collect(),
            Named::Unknown => Vec::new(),
        };
        self.sets.iter().flat_map(of_set).collect()
    }

    /// Tells whether one of these criteria holds one of those, as an area holds its leaves.
    pub fn holds(&self, outer: &BTreeSet<String>, inner: &BTreeSet<String>) -> bool {
        let is = |set: &CriteriaSet, criteria: &BTreeSet<String>, criterion: &Criterion| {
            criteria.contains(&format!("{}/{}", set.id, criterion.id))
        };
        self.sets.iter().any(|set| {
            let walked = set.walk();
            walked.iter().enumerate().filter(|(_, (_, criterion))| is(set, outer, criterion)).any(|(at, (depth, _))| {
                let inside = walked.iter().skip(at + 1).take_while(|(below, _)| below > depth);
                inside.into_iter().any(|(_, criterion)| is(set, inner, criterion))
            })
        })
    }

    /// Gives the figures of the survey whose id or label words are, each with its criterion and set.
    pub fn surveyed(&self, words: &str) -> BTreeSet<String> {
        let typed = bare(words);
        let mut figures = BTreeSet::new();
        for set in self.sets.iter().filter(|_| self.survey) {
            for (criterion, leaf) in set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Survey) {
                let asked = leaf.inputs.iter().filter(|input| bare(input.id.as_str()) == typed || bare(&input.label) == typed);
                figures.extend(asked.map(|input| format!("{}/{}/{}", set.id, criterion.id, input.id)));
            }
        }
        figures
    }

    /// Tells whether words are the id or label of a figure that the survey finds.
    pub fn is_surveyed(&self, words: &str) -> bool {
        !self.surveyed(words).is_empty()
    }
}
