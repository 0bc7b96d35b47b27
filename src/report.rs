//! Reports: what is printed, one file per sheet. Nothing reads a report back.

pub mod awards;
pub mod book;
pub mod chart;
pub mod detail;
pub mod findings;
pub mod group;
pub mod matrix;
pub mod overview;
pub mod page;
pub mod places;
pub mod result_json;
pub mod rules;
pub mod unit;
pub mod words;

use std::collections::BTreeMap;

use crate::assessment::{Appraisal, Campaign, Unit};
use crate::award::Shortlist;
use crate::criteria::CriteriaSet;
use crate::evidence::Evidenced;
use crate::figure::{InputId, SetId, UnitId};
use crate::finding::Finding;
use crate::ranking::Ranking;
use crate::scoring::Scorecard;

/// Everything that an exercise came to: what reports are printed from.
#[derive(Debug)]
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

/// One file of the output folder.
#[derive(Clone, Copy, Debug)]
pub enum Report<'a> {
    /// `result.json`: everything, for machines.
    ResultJson,
    /// `bao-cao-xep-hang.xlsx`: places and analysis.
    Places,
    /// `de-xuat-khen-thuong.xlsx`: award proposals.
    Awards,
    /// `don-vi/<unit-id>.xlsx`: the unit's own report.
    Unit(&'a Unit),
}

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// JSON could not be written.
    #[error("result.json: {0}")]
    Json(#[from] serde_json::Error),
    /// A workbook could not be written.
    #[error("{0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl<'a> Report<'a> {
    /// Lists the files of a run, each is made by itself, so that many can be made at a time.
    pub fn list(results: &Results<'a>) -> Vec<Self> {
        let shared = [Self::Places, Self::Awards, Self::ResultJson];
        shared.into_iter().chain(results.units.iter().map(Self::Unit)).collect()
    }

    /// Gives the path inside the output folder, with `/` between parts.
    pub fn path(&self) -> String {
        match self {
            Self::ResultJson => "result.json".into(),
            Self::Places => "bao-cao-xep-hang.xlsx".into(),
            Self::Awards => "de-xuat-khen-thuong.xlsx".into(),
            Self::Unit(unit) => format!("don-vi/{}.xlsx", unit.id),
        }
    }

    /// Makes the bytes of the file: the same for the same results.
    ///
    /// # Errors
    /// Where a writer of JSON or of workbooks refuses.
    pub fn bytes(&self, results: &Results<'_>) -> Result<Vec<u8>, ReportError> {
        match self {
            Self::ResultJson => result_json::bytes(results),
            Self::Places => places::bytes(results),
            Self::Awards => awards::bytes(results),
            Self::Unit(unit) => unit::bytes(results, unit),
        }
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
}
