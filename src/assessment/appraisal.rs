//! What the council and the survey add to what units say of themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::{Claim, Round, Stage};
use crate::figure::{CriterionId, Figure, Figures, InputId, UnitId};
use crate::finding::Place;
use crate::points::Points;
use crate::text::Text;

/// Points that somebody other than the unit typed for a leaf, or for an area, of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Points as typed.
    pub points: Points,
    /// Reason given.
    pub reason: Option<String>,
    /// Whether the table has a column for reasons.
    pub reason_asked: bool,
    /// Where it was typed.
    pub place: Place,
}

/// Figure of a unit as the council corrected it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// What it is found to be.
    pub figure: Figure,
    /// Reason given.
    pub reason: Option<String>,
    /// Whether the table has a column for reasons.
    pub reason_asked: bool,
    /// Where it was typed.
    pub place: Place,
}

/// Figures of one unit that were corrected in a round, by leaf.
pub type Corrections = BTreeMap<CriterionId, BTreeMap<InputId, Corrected>>;

/// Points by unit and leaf: one round of appraisal, or the survey.
pub type Entries = BTreeMap<UnitId, BTreeMap<CriterionId, Entry>>;

/// What the council says of whether a leaf, or a part of one, applies to a unit (áp dụng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applies {
    /// Part of the leaf; `None` for the leaf itself.
    pub part: Option<String>,
    /// Whether it applies.
    pub applies: bool,
    /// Reason given.
    pub reason: Option<String>,
    /// Whether the table has a column for reasons.
    pub reason_asked: bool,
    /// Where it was typed.
    pub place: Place,
}

/// What a unit said of a leaf when the council's workbook was made; what it says now may be something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its claim.
    pub claim: Claim,
    /// Figures that were not blank.
    pub figures: Figures,
    /// Where the council typed what it made of them.
    pub place: Place,
}

/// What was typed for a leaf and does not count: several say different things, or it can't be read.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Unsettled {
    /// What stands there, and who says it; a sentence for each thing.
    pub said: Vec<Text>,
    /// Whether several differ; else it can't be read.
    pub differs: bool,
    /// Points of those who differ.
    pub points: Vec<Points>,
    /// Reasons beside it, each with who gives it, where there are several.
    pub reasons: Vec<String>,
}

/// What the council and the survey add to the self-assessments.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Appraisal {
    /// Rounds of appraisal (các lần thẩm định) in which something was typed.
    pub rounds: BTreeMap<Round, Entries>,
    /// Figures that the council corrected, by round and unit.
    pub corrected: BTreeMap<Round, BTreeMap<UnitId, Corrections>>,
    /// What the council says of what applies, by round, unit and leaf.
    pub applies: BTreeMap<Round, BTreeMap<UnitId, BTreeMap<CriterionId, Vec<Applies>>>>,
    /// What units said when the council's workbooks were made, by round, unit and leaf, one of each workbook.
    pub seen: BTreeMap<Round, BTreeMap<UnitId, BTreeMap<CriterionId, Vec<Seen>>>>,
    /// What was typed and does not count yet, by round, unit and leaf.
    pub unsettled: BTreeMap<Round, BTreeMap<UnitId, BTreeMap<CriterionId, Unsettled>>>,
    /// Survey (điều tra xã hội học).
    pub survey: Entries,
    /// What the survey found, by unit and leaf, where its rule computes points of it.
    pub surveyed: BTreeMap<UnitId, BTreeMap<CriterionId, Surveyed>>,
    /// How many answered the survey, by unit and leaf, each with the group of respondents where one is named.
    pub samples: BTreeMap<UnitId, BTreeMap<CriterionId, BTreeMap<Option<String>, Points>>>,
}

/// What the survey found for a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Surveyed {
    /// Figures, by input.
    pub figures: Figures,
    /// Where each was typed.
    pub places: BTreeMap<InputId, Place>,
}

impl Appraisal {
    /// Lists the rounds that reports print: the first two, those with points, and the official one.
    pub fn printed_rounds(&self, official: Stage) -> BTreeSet<Round> {
        let official = match official {
            Stage::Appraised(round) => Some(round),
            Stage::Claimed | Stage::Computed | Stage::Accepted => None,
        };
        [Round::FIRST, Round::SECOND]
            .into_iter()
            .chain(self.rounds.keys().copied())
            .chain(self.applies.keys().copied())
            .chain(self.corrected.keys().copied())
            .chain(official)
            .collect()
    }

    /// Gives the last round in which anything was typed; nothing where nothing was.
    pub fn last_round(&self) -> Option<Round> {
        self.all_rounds().last().copied()
    }

    /// Gives the round that units are told of: the last in which anything was typed, but none beyond the official stage unless
    /// nothing was typed up to that; nothing where nothing was typed.
    pub fn told_round(&self, official: Stage) -> Option<Round> {
        let typed = self.all_rounds();
        typed.iter().rfind(|round| Stage::Appraised(**round) <= official).or(typed.last()).copied()
    }

    /// Lists the rounds in which anything was typed, the first one first.
    pub fn all_rounds(&self) -> BTreeSet<Round> {
        self.rounds.keys().chain(self.corrected.keys()).chain(self.applies.keys()).copied().collect()
    }

    /// Lists the leaves of a unit for which a round says anything: points, figures or what applies.
    pub fn leaves(&self, round: Round, unit: &UnitId) -> BTreeSet<&CriterionId> {
        let points = self.rounds.get(&round).and_then(|of| of.get(unit)).into_iter().flat_map(BTreeMap::keys);
        let figures = self.corrected.get(&round).and_then(|of| of.get(unit)).into_iter().flat_map(BTreeMap::keys);
        let said = self.applies.get(&round).and_then(|of| of.get(unit)).into_iter().flat_map(BTreeMap::keys);
        points.chain(figures).chain(said).collect()
    }

    /// Lists the reasons that a round gives for a leaf of a unit, each once: for its points, its figures, what applies.
    pub fn reasons(&self, round: Round, unit: &UnitId, leaf: &CriterionId) -> Vec<&str> {
        let points = self.entry(round, unit, leaf).and_then(|entry| entry.reason.as_deref());
        let figures = self.corrected.get(&round).and_then(|of| of.get(unit)?.get(leaf));
        let figures = figures.into_iter().flat_map(BTreeMap::values).filter_map(|one| one.reason.as_deref());
        let said = self.applies.get(&round).and_then(|of| of.get(unit)?.get(leaf));
        let said = said.into_iter().flatten().filter_map(|one| one.reason.as_deref());
        let mut reasons = Vec::new();
        for reason in points.into_iter().chain(figures).chain(said) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }

    /// Gives the place where a round says something of a leaf of a unit: points, else figures, else what applies.
    pub fn typed_at(&self, round: Round, unit: &UnitId, leaf: &CriterionId) -> Option<&Place> {
        let points = self.entry(round, unit, leaf).map(|entry| &entry.place);
        let figures = || self.corrected.get(&round)?.get(unit)?.get(leaf)?.values().next().map(|one| &one.place);
        let said = || self.applies.get(&round)?.get(unit)?.get(leaf)?.first().map(|one| &one.place);
        points.or_else(figures).or_else(said)
    }

    /// Lists the files of the council in which anything was typed.
    pub fn files(&self) -> BTreeSet<&str> {
        let points = self.rounds.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values).map(|one| &one.place);
        let figures = self.corrected.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values);
        let figures = figures.flat_map(BTreeMap::values).map(|one| &one.place);
        let said = self.applies.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values).flatten().map(|one| &one.place);
        points.chain(figures).chain(said).filter_map(|place| place.file.as_deref()).collect()
    }

    /// Leaves out how many answered for a leaf: their result does not count.
    pub fn drop_sample(&mut self, unit: &UnitId, leaf: &CriterionId) {
        if let Some(samples) = self.samples.get_mut(unit) {
            samples.remove(leaf);
        }
    }

    /// Gives what of a leaf does not count yet, to be added to.
    pub fn unsettle(&mut self, round: Round, unit: &UnitId, leaf: &CriterionId) -> &mut Unsettled {
        self.unsettled.entry(round).or_default().entry(unit.clone()).or_default().entry(leaf.clone()).or_default()
    }

    /// Finds the points that were typed for a leaf of a unit in a round.
    pub fn entry(&self, round: Round, unit: &UnitId, leaf: &CriterionId) -> Option<&Entry> {
        self.rounds.get(&round)?.get(unit)?.get(leaf)
    }
}
