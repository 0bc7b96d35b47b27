//! Printing: one writer for each medium, and the files that a run writes.

mod terminal;
mod xlsx;

use crate::account::{award_proposal, findings_report, ranking_report, unit_report};
use crate::assessment::Unit;
use crate::record;
use crate::results::Results;

pub use terminal::{LISTED, bold, page as for_terminal, styled, wrapped};
pub use xlsx::workbook;

/// One file of the output folder.
#[derive(Clone, Copy, Debug)]
pub enum Report<'a> {
    /// `result.json`: everything, for machines.
    ResultJson,
    /// `bao-cao-xep-hang.xlsx`: places and analysis.
    Places,
    /// `ket-qua-kiem-tra.xlsx`: what was found, with its cure.
    Findings,
    /// `de-xuat-khen-thuong.xlsx`: award proposals.
    Awards,
    /// `don-vi/<unit-id>.xlsx`: the unit's own report.
    Unit(&'a Unit),
}

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The record could not be written.
    #[error("result.json: {0}")]
    Record(#[from] std::io::Error),
    /// A workbook could not be written.
    #[error("{0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl<'a> Report<'a> {
    /// Lists the files of a run, each is made by itself, so that many can be made at a time.
    pub fn list(results: &Results<'a>) -> Vec<Self> {
        let shared = [Self::Places, Self::Findings, Self::Awards, Self::ResultJson];
        shared.into_iter().chain(results.units.iter().map(Self::Unit)).collect()
    }

    /// Gives the path inside the output folder, with `/` between parts.
    pub fn path(&self) -> String {
        match self {
            Self::ResultJson => "result.json".into(),
            Self::Places => "bao-cao-xep-hang.xlsx".into(),
            Self::Findings => "ket-qua-kiem-tra.xlsx".into(),
            Self::Awards => "de-xuat-khen-thuong.xlsx".into(),
            Self::Unit(unit) => format!("don-vi/{}.xlsx", unit.id),
        }
    }

    /// Makes the bytes of the file: the same for the same results.
    ///
    /// # Errors
    /// Where a writer of JSON or of workbooks refuses.
    pub fn bytes(&self, results: &Results<'_>) -> Result<Vec<u8>, ReportError> {
        let book = match self {
            Self::ResultJson => {
                let mut bytes = Vec::new();
                record::write(results, &mut bytes)?;
                return Ok(bytes);
            }
            Self::Places => ranking_report(results),
            Self::Findings => findings_report(results),
            Self::Awards => award_proposal(results),
            Self::Unit(unit) => unit_report(results, unit),
        };
        Ok(workbook(&book)?)
    }
}
