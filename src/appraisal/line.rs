//! One line of the table: a leaf of a unit, with everything that is known of it.

use std::collections::BTreeMap;

use super::held::HeldLine;
use super::layout::At;
use crate::assessment::{Answer, Applies, Claim, Corrected, Entry, Evidence, Round, Unit, Unsettled};
use crate::criteria::{CriteriaSet, Criterion, Leaf, Sign};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::points::Points;
use crate::ranking::Group;
use crate::rule::{Scorer, Terms};
use crate::scoring::{Excuse, Stages, Trace};
use crate::text::Lang;

/// Leaf of a unit, with everything that is known of it.
pub struct Line<'a> {
    /// Group of the unit.
    pub group: &'a Group,
    /// Set that scores it.
    pub set: &'a CriteriaSet,
    /// Unit of which the row tells.
    pub unit: &'a Unit,
    /// Leaf that is appraised in the row.
    pub criterion: &'a Criterion,
    /// The same, as a leaf.
    pub leaf: &'a Leaf,
    /// Direction, for a line outside the tree.
    pub sign: Option<Sign>,
    /// What the unit says of it.
    pub answer: Option<&'a Answer>,
    /// What it came to, stage by stage.
    pub stages: &'a Stages,
    /// How the leaf came to its points; `None` of a unit that sent nothing.
    pub trace: Option<&'a Trace>,
    /// Whether it applies to the unit.
    pub applies: bool,
    /// Points that count so far.
    pub official: Option<&'a Points>,
    /// Points that stand before this round.
    pub before: Option<&'a Points>,
    /// Maximum of what applies.
    pub applicable_max: Option<&'a Points>,
    /// Product of weights up to the top.
    pub weight: Points,
    /// What was found at it, the worst first.
    pub findings: Vec<&'a Finding>,
    /// Reasons given in earlier rounds, the first one first.
    pub reasons: Vec<(Round, Vec<&'a str>)>,
    /// What the unit explained after earlier rounds, the last one first.
    pub explained: Vec<(Round, &'a Answer)>,
    /// Points typed in this round.
    pub typed: Option<&'a Entry>,
    /// Figures corrected in this round.
    pub corrected: Option<&'a BTreeMap<InputId, Corrected>>,
    /// What this round says of what applies.
    pub said: &'a [Applies],
    /// What was typed in this round and does not count yet.
    pub unsettled: Option<&'a Unsettled>,
    /// What was typed in the workbook that goes back, where one does; then the three above are of that workbook alone.
    pub held: Option<&'a HeldLine>,
}

impl<'a> Line<'a> {
    /// Gives what its rule may know.
    pub fn terms(&self) -> Terms<'a> {
        Terms { rounding: self.group.rounding, ..self.set.terms(self.criterion, self.leaf) }
    }

    /// Names its criterion, with its direction.
    pub fn name(&self, lang: Lang) -> String {
        self.set.named(self.criterion).get(lang).to_owned()
    }

    /// Gives the points that stand before this round: of the last round of which any count, else what is accepted.
    pub const fn standing(&self) -> Option<&'a Points> {
        self.before
    }

    /// Gives the maximum that points are compared with: less where parts do not apply.
    pub fn left(&self) -> Points {
        let lowered = self.applicable_max.filter(|_| self.applies && !self.leaf.rule.parts().is_empty());
        lowered.unwrap_or(&self.criterion.max).clone()
    }

    /// Tells whether figures are corrected in this round.
    pub fn corrects(&self) -> bool {
        self.corrected.is_some_and(|corrected| !corrected.is_empty())
    }

    /// Tells whether anything is typed in this round.
    pub fn is_touched(&self) -> bool {
        self.typed.is_some() || self.corrects() || !self.said.is_empty() || self.unreadable() || self.unclear() || self.is_misplaced(None)
    }

    /// Tells whether something stands in a row of the line that has no cell for it, in a column, or in any.
    pub fn is_misplaced(&self, in_column: Option<At>) -> bool {
        let misplaced = self.held.map(|held| held.misplaced.as_slice()).unwrap_or_default();
        misplaced.iter().any(|column| in_column.map_or(*column >= At::Corrected && *column <= At::Applies, |one| one == *column))
    }

    /// Tells whether something stands in the cell of points that is no number.
    pub fn unreadable(&self) -> bool {
        self.held.is_some_and(|held| held.unreadable)
    }

    /// Tells whether something stands in a cell of what applies that is neither yes nor no.
    pub fn unclear(&self) -> bool {
        self.held.is_some_and(|held| held.unclear || held.unclear_part)
    }

    /// Tells whether points of other leaves decide what counts of it: a condition of the set, or an alternative.
    pub fn waits_for_others(&self) -> bool {
        let is_alternative = |above: &&Criterion| self.set.alternative_of(&above.id).is_some();
        !self.set.conditions(&self.criterion.id).is_empty() || self.set.lineage(&self.criterion.id).iter().any(is_alternative)
    }

    /// Gives what the unit claims, as it counts: what is computed, where nothing is typed.
    pub fn claim(&self) -> Option<&Points> {
        self.stages.claimed.as_ref().or(self.stages.computed.as_ref())
    }

    /// Gives what the unit explained after the round before this one, or after the last before that.
    pub fn explanation(&self) -> Option<&'a Answer> {
        self.explained.first().map(|(_, answer)| *answer)
    }

    /// Lists the documents that the unit names: in its form, then with its explanations.
    pub fn documents(&self) -> impl Iterator<Item = &'a Evidence> {
        let explained = self.explained.iter().rev().map(|(_, answer)| *answer);
        self.answer.into_iter().chain(explained).flat_map(|answer| &answer.evidence)
    }

    /// Tells whether the campaign excuses the unit from it.
    pub fn excused(&self) -> bool {
        self.unit.not_applicable.contains(&self.criterion.id)
    }

    /// Tells whether the unit asks that it does not apply.
    pub fn asks_not_to_apply(&self) -> bool {
        self.answer.is_some_and(|answer| answer.claim == Claim::NotApplicable) && self.leaf.scorer() == Scorer::Unit
    }

    /// Tells why it does not apply, where it doesn't.
    pub fn excuse(&self) -> Option<Excuse> {
        self.trace.and_then(|trace| trace.excused)
    }
}
