//! Printing: one writer for each medium, and the files that a run writes.

mod docx;
mod terminal;
mod xlsx;

use std::io::{self, Write};

use crate::account::{
    Document, award_proposal, award_request, data, decision, findings_report, has_result, is_office, is_past_reminding, is_told,
    may_be_past_reminding, proposes_anybody, ranking_report, reminder_letter, result_letter, results_report, unit_report,
};
use crate::assessment::Unit;
use crate::placeholder::Template;
use crate::record;
use crate::results::Results;
use crate::text;
use crate::text::Text;

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
    /// `van-ban/to-trinh-khen-thuong.docx`: the request for awards.
    AwardRequest,
    /// `van-ban/du-thao-quyet-dinh.docx`: the decision that makes the results known.
    Decision,
    /// `van-ban/cong-van-don-doc.docx`: the letter to units that still have to send or correct something.
    Reminder,
    /// `van-ban/tra-ket-qua/<unit-id>.docx`: the letter that tells a unit its result.
    ResultLetter(&'a Unit),
    /// `don-vi/<unit-id>.xlsx`: the unit's own report.
    Unit(&'a Unit),
    /// `van-ban/theo-mau/<template>.docx`, for a unit `van-ban/theo-mau/<template>/<unit-id>.docx`: a template of the province, filled in.
    Template(&'a Template, Option<&'a Unit>),
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
    pub fn list(results: &Results<'a>, templates: &'a [Template]) -> Vec<Self> {
        let shared = [Self::Places, Self::Findings, Self::Awards, Self::ResultsReport, Self::ResultJson];
        // A decision publishes places, a request proposes units: without any of these there is nothing to sign.
        let decision = Some(Self::Decision).filter(|_| results.ranking.ranks_anybody());
        let request = Some(Self::AwardRequest).filter(|_| proposes_anybody(results));
        let reminder = Some(Self::Reminder).filter(|_| reminder_letter(results).is_some());
        let letters = results.units.iter().filter(|unit| is_told(results, unit)).map(Self::ResultLetter);
        let of_template = |template: &'a Template| match template.units(results) {
            None => vec![Self::Template(template, None)],
            Some(units) => units.into_iter().map(|unit| Self::Template(template, Some(unit))).collect(),
        };
        let units = results.units.iter().map(Self::Unit);
        let filled = templates.iter().flat_map(of_template);
        shared.into_iter().chain(decision).chain(request).chain(reminder).chain(units).chain(letters).chain(filled).collect()
    }

    /// Says which papers a run does not write, and why: what somebody may miss; and of one that is written what nobody can tell.
    pub fn unwritten(results: &Results<'_>) -> Vec<Text> {
        let decision =
            text!("Không lập dự thảo quyết định: không có đơn vị nào được xếp hạng.", "No decision is drafted: no unit is ranked.");
        let request = text!(
            "Không lập tờ trình khen thưởng: không có đơn vị nào để đề nghị.",
            "No request for awards is written: there is nobody to propose."
        );
        let mut told: Vec<Text> = Some(decision).into_iter().filter(|_| !results.ranking.ranks_anybody()).collect();
        told.extend(Some(request).filter(|_| !results.shortlists.is_empty() && !proposes_anybody(results)));
        let reminder = text!(
            "Không lập công văn đôn đốc: đợt đánh giá đã có kết quả cuối cùng, không nhận thêm báo cáo tự đánh giá.",
            "No reminder is written: the results are final, and no more self-assessments are taken."
        );
        told.extend(Some(reminder).filter(|_| is_past_reminding(results)));
        let asked = text!(
            "Vẫn lập công văn đôn đốc: chưa rõ lần thẩm định duy nhất đã kết thúc hay chưa. Nếu đã kết thúc, khóa lần thẩm định ấy (locked trong campaign.yaml); chưa khóa thì đơn vị gửi muộn vẫn có thể được thẩm định.",
            "A reminder is written: whether the only round of appraisal is over is not known. If it is, lock it (locked in campaign.yaml); until then units that are late may still be appraised."
        );
        told.extend(Some(asked).filter(|_| may_be_past_reminding(results)));
        told.extend(results.units.iter().find(|unit| is_office(results, unit) && has_result(results, unit)).map(
            |Unit { name, .. }| {
                text!(
                    "Không lập công văn gửi {name}: đây là cơ quan ký văn bản; kết quả xem báo cáo riêng của đơn vị.",
                    "No letter is written to {name}, the office that signs them; its result stands in its own report."
                )
            },
        ));
        told
    }

    /// Gives the path inside the output folder, with `/` between parts.
    pub fn path(&self) -> String {
        match self {
            Self::ResultJson => "result.json".into(),
            Self::Places => "bao-cao-xep-hang.xlsx".into(),
            Self::Findings => "ket-qua-kiem-tra.xlsx".into(),
            Self::Awards => "de-xuat-khen-thuong.xlsx".into(),
            Self::ResultsReport => "van-ban/bao-cao-ket-qua.docx".into(),
            Self::AwardRequest => "van-ban/to-trinh-khen-thuong.docx".into(),
            Self::Decision => "van-ban/du-thao-quyet-dinh.docx".into(),
            Self::Reminder => "van-ban/cong-van-don-doc.docx".into(),
            Self::ResultLetter(unit) => format!("van-ban/tra-ket-qua/{}.docx", unit.id),
            Self::Unit(unit) => format!("don-vi/{}.xlsx", unit.id),
            Self::Template(template, None) => format!("van-ban/theo-mau/{}.docx", template.stem()),
            Self::Template(template, Some(unit)) => format!("van-ban/theo-mau/{}/{}.docx", template.stem(), unit.id),
        }
    }

    /// Writes the file, the record as it is made: the same bytes for the same results.
    ///
    /// # Errors
    /// [`ReportError`].
    pub fn write(&self, results: &Results<'_>, to: &mut dyn Write) -> Result<(), ReportError> {
        let book = match self {
            Self::ResultJson => return Ok(record::write(results, to)?),
            Self::Places => return Ok(to.write_all(&workbook(ranking_report(results), data(results))?)?),
            Self::Findings => findings_report(results),
            Self::Awards => award_proposal(results),
            Self::ResultsReport => return word(Some(results_report(results)), to),
            Self::AwardRequest => return word(award_request(results), to),
            Self::Decision => return word(Some(decision(results)), to),
            Self::Reminder => return word(reminder_letter(results), to),
            Self::ResultLetter(unit) => return word(result_letter(results, unit), to),
            Self::Unit(unit) => unit_report(results, unit),
            Self::Template(template, unit) => return Ok(to.write_all(&template.filled(results, *unit)?)?),
        };
        Ok(to.write_all(&workbook(book, None)?)?)
    }
}

/// Writes a document; one that there is no reason for is not in the list.
fn word(made: Option<Document>, to: &mut dyn Write) -> Result<(), ReportError> {
    made.map_or(Ok(()), |made| Ok(to.write_all(&document(&made)?)?))
}
