//! What a campaign knows, for tables whose headings are units or criteria.

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

    /// Gives the one unit that a title mentions.
    pub fn mentioned(&self, words: &str) -> Option<String> {
        Some(self.roster?.mentioned(words).one()?.id.to_string())
    }

    /// Tells whether a cell names a criterion of one of the sets.
    pub fn is_criterion(&self, cell: &Cell) -> bool {
        self.sets.iter().any(|set| !matches!(named(cell, set), Named::Unknown))
    }

    /// Tells whether words are the id or label of a figure that the survey finds.
    pub fn is_surveyed(&self, words: &str) -> bool {
        let typed = bare(words);
        let leaves = |set: &&CriteriaSet| set.leaves().any(|(criterion, _)| asks(criterion, &typed));
        self.survey && self.sets.iter().any(leaves)
    }
}

/// Tells whether the survey finds a figure of this name for a criterion.
fn asks(criterion: &Criterion, typed: &str) -> bool {
    let leaf = criterion.leaf().filter(|leaf| leaf.scorer() == Scorer::Survey);
    leaf.is_some_and(|leaf| leaf.inputs.iter().any(|input| bare(input.id.as_str()) == typed || bare(&input.label) == typed))
}
