//! Everything that an exercise came to, on loan to whoever records it or tells it to people.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Appraisal, Campaign, Round, Unit};
use crate::award::Shortlist;
use crate::criteria::CriteriaSet;
use crate::evidence::Evidenced;
use crate::figure::{CriterionId, InputId, SetId, UnitId};
use crate::finding::Finding;
use crate::ranking::Ranking;
use crate::scoring::Scorecard;

/// Everything that an exercise came to.
#[derive(Clone, Copy, Debug)]
pub struct Results<'a> {
    /// What all units share.
    pub campaign: &'a Campaign,
    /// Units, in the order of the campaign.
    pub units: &'a [Unit],
    /// Sets used, by id.
    pub sets: &'a BTreeMap<SetId, CriteriaSet>,
    /// What was read from units that sent something.
    pub evidenced: &'a BTreeMap<UnitId, Evidenced>,
    /// What the council and the survey typed.
    pub appraisal: &'a Appraisal,
    /// Scores of every unit.
    pub cards: &'a BTreeMap<UnitId, Scorecard>,
    /// Places.
    pub ranking: &'a Ranking,
    /// Award proposals, in the order of the campaign.
    pub shortlists: &'a [Shortlist],
    /// Figures to add up over all units, for the overview.
    pub totals: &'a [Total],
    /// Everything found, in the order of places.
    pub findings: &'a [Finding],
}

impl Results<'_> {
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
