//! Everything that an exercise came to, on loan to whoever records it or tells it to people.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::assessment::{Appraisal, Arrivals, Campaign, Explanations, Round, Unit};
use crate::award::Shortlist;
use crate::certainty::Certainty;
use crate::criteria::CriteriaSet;
use crate::evidence::Evidenced;
use crate::figure::{CriterionId, Figure, InputId, SetId, UnitId};
use crate::finding::Finding;
use crate::past::Comparison;
use crate::ranking::{Group, GroupRanking, Ranking, Row};
use crate::scoring::{
    self, {Correction, Scorecard},
};
use crate::text::{Lang, Text};

/// Everything that an exercise came to.
#[derive(Clone, Copy, Debug)]
pub struct Results<'a> {
    /// What all units share.
    pub campaign: &'a Campaign,
    /// The unit that runs the campaign itself, where one of them does.
    pub itself: Option<&'a UnitId>,
    /// Units, in the order of the campaign.
    pub units: &'a [Unit],
    /// Sets used, by id.
    pub sets: &'a BTreeMap<SetId, CriteriaSet>,
    /// What was read from units that sent something.
    pub evidenced: &'a BTreeMap<UnitId, Evidenced>,
    /// What the council and the survey typed.
    pub appraisal: &'a Appraisal,
    /// What units explained after rounds of appraisal.
    pub explanations: &'a Explanations,
    /// What came of each unit, compared with its last days.
    pub arrivals: &'a BTreeMap<UnitId, Arrivals>,
    /// How this year compares with earlier ones.
    pub comparison: &'a Comparison,
    /// Scores of every unit.
    pub cards: &'a BTreeMap<UnitId, Scorecard>,
    /// Places of every group.
    pub ranking: &'a Ranking,
    /// Award proposals, in the order of the campaign.
    pub shortlists: &'a [Shortlist],
    /// How sure the order is, where the campaign asks.
    pub certainty: Option<&'a Certainty>,
    /// Figures to add up over all units, for the overview.
    pub totals: &'a [Total],
    /// Everything found, in the order of places.
    pub findings: &'a [Finding],
    /// Where each unit stands in units, places and findings.
    pub whereabouts: &'a Whereabouts,
    /// Language of whoever reads the papers made of it; what machines read is the same in all.
    pub lang: Lang,
}

/// Where each unit stands in the lists of [`Results`], so that no page goes through all of them for one unit.
#[derive(Clone, Debug, Default)]
pub struct Whereabouts {
    units: BTreeMap<UnitId, usize>,
    rows: BTreeMap<UnitId, (usize, usize)>,
    findings: BTreeMap<UnitId, Vec<usize>>,
    provisional: OnceLock<Option<Text>>,
}

impl Whereabouts {
    /// Goes through the lists once; of two entries with one id the first one counts.
    pub fn new(units: &[Unit], ranking: &Ranking, findings: &[Finding]) -> Self {
        let mut found = Self::default();
        for (at, unit) in units.iter().enumerate() {
            found.units.entry(unit.id.clone()).or_insert(at);
        }
        for (group, ranked) in ranking.groups.iter().enumerate() {
            for (at, row) in ranked.rows.iter().enumerate() {
                found.rows.entry(row.unit.clone()).or_insert((group, at));
            }
        }
        for (at, finding) in findings.iter().enumerate() {
            if let Some(unit) = &finding.unit {
                found.findings.entry(unit.clone()).or_default().push(at);
            }
        }
        found
    }
}

impl<'a> Results<'a> {
    /// Gives the same for a reader of a language.
    #[must_use]
    pub const fn told_in(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// Gives a figure of a leaf as it counts: as the council corrected it, else as the unit declared it.
    pub fn figure(&self, unit: &UnitId, leaf: &CriterionId, input: &InputId) -> Option<&'a Figure> {
        let declared = || self.evidenced.get(unit)?.assessment.answers.get(leaf)?.figures.get(input);
        self.corrections(unit, leaf).find(|one| one.input == *input).map(|one| &one.corrected).or_else(declared)
    }

    /// Gives why the results are not final, which stands on the papers of all units: it is worked out for the first of them.
    pub fn provisional(&self, work_out: impl FnOnce() -> Option<Text>) -> Option<&'a Text> {
        self.whereabouts.provisional.get_or_init(work_out).as_ref()
    }

    /// Gives a figure that the set asks once, as it counts: as the council corrected it, wherever it did so alike, else as declared.
    pub fn shared_figure(&self, unit: &UnitId, input: &InputId) -> Option<&'a Figure> {
        scoring::shared_figure(&self.evidenced.get(unit)?.assessment, self.cards.get(unit), input)
    }

    /// Lists the corrections that count of a leaf.
    fn corrections(&self, unit: &UnitId, leaf: &CriterionId) -> impl Iterator<Item = &'a Correction> + use<'a> {
        scoring::corrections(self.cards.get(unit), leaf)
    }

    /// Finds a unit.
    pub fn unit(&self, id: &UnitId) -> Option<&'a Unit> {
        self.units.get(*self.whereabouts.units.get(id)?)
    }

    /// Finds the place of a unit, with its group.
    pub fn place(&self, id: &UnitId) -> Option<(&'a GroupRanking, &'a Row)> {
        let (group, at) = *self.whereabouts.rows.get(id)?;
        let group = self.ranking.groups.get(group)?;
        Some((group, group.rows.get(at)?))
    }

    /// Gives group and set of a unit.
    pub fn scored_by(&self, unit: &Unit) -> Option<(&'a Group, &'a CriteriaSet)> {
        let ranked = self.ranking.groups.iter().find(|ranked| ranked.group.id == unit.group)?;
        Some((&ranked.group, self.sets.get(&ranked.group.set)?))
    }

    /// Lists what was found at a unit, in the order of all findings.
    pub fn findings_of(&self, id: &UnitId) -> impl Iterator<Item = &'a Finding> {
        let (all, at) = (self.findings, self.whereabouts.findings.get(id));
        at.into_iter().flatten().filter_map(move |at| all.get(*at))
    }

    /// Lists the rounds of appraisal that have a column.
    pub fn rounds(&self) -> BTreeSet<Round> {
        self.appraisal.printed_rounds(self.campaign.official)
    }
}

/// Figure of the overview: a sum over all units, or a rate of two sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// What it is, as printed.
    pub label: String,
    /// Unit of measure.
    pub measure: Option<String>,
    /// Inputs with this id are added, over all units and leaves.
    pub of: InputId,
    /// Inputs that the sum is divided by, in percent; `None` for a plain sum.
    pub to: Option<InputId>,
    /// Leaves whose inputs are added; empty: all, which then mean the same.
    pub criteria: Vec<CriterionId>,
}
