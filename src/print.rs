//! Printing: one writer for each medium, and the files that a run writes.

mod docx;
mod terminal;
mod xlsx;

use std::io::{self, Write};

use crate::account::{award_proposal, findings_report, ranking_report, results_report, unit_report};
use crate::assessment::Unit;
use crate::record;
use crate::results::Results;

pub use docx::document;
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
    /// `van-ban/bao-cao-ket-qua.docx`: the report that the office signs.
    ResultsReport,
    /// `don-vi/<unit-id>.xlsx`: the unit's own report.
    Unit(&'a Unit),
}

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// Where it goes takes no more.
    #[error("{0}")]
    Write(#[from] io::Error),
    /// The writer of workbooks refuses.
    #[error("{0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl<'a> Report<'a> {
    /// Lists the files of a run, each is made by itself, so that many can be made at a time.
    pub fn list(results: &Results<'a>) -> Vec<Self> {
        let shared = [Self::Places, Self::Findings, Self::Awards, Self::ResultsReport, Self::ResultJson];
        shared.into_iter().chain(results.units.iter().map(Self::Unit)).collect()
    }

    /// Gives the path inside the output folder, with `/` between parts.
    pub fn path(&self) -> String {
        match self {
            Self::ResultJson => "result.json".into(),
            Self::Places => "bao-cao-xep-hang.xlsx".into(),
            Self::Findings => "ket-qua-kiem-tra.xlsx".into(),
            Self::Awards => "de-xuat-khen-thuong.xlsx".into(),
            Self::ResultsReport => "van-ban/bao-cao-ket-qua.docx".into(),
            Self::Unit(unit) => format!("don-vi/{}.xlsx", unit.id),
        }
    }

    /// Writes the file, the record as it is made: the same bytes for the same results.
    ///
    /// # Errors
    /// [`ReportError`].
    pub fn write(&self, results: &Results<'_>, to: &mut dyn Write) -> Result<(), ReportError> {
        let book = match self {
            Self::ResultJson => return Ok(record::write(results, to)?),
            Self::Places => ranking_report(results),
            Self::Findings => findings_report(results),
            Self::Awards => award_proposal(results),
            Self::ResultsReport => return Ok(to.write_all(&document(&results_report(results))?)?),
            Self::Unit(unit) => unit_report(results, unit),
        };
        Ok(to.write_all(&workbook(book)?)?)
    }
}
