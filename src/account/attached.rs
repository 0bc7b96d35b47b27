//! Which paper something is attached to that has no number and no signature of its own.

use super::document::OPEN;
use crate::assessment::office_of;
use crate::results::Results;
use crate::text::said;

/// Says that something is attached to the report on results. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub fn to_report(results: &Results<'_>) -> String {
    let sent_by = office(results);
    said!(
        results.lang,
        "(Kèm theo Báo cáo số {OPEN}/BC-{OPEN} ngày …… tháng …… năm ……… của {sent_by})",
        "(Attached to Report No. {OPEN}/BC-{OPEN} of {sent_by}, dated ……………………)"
    )
}

/// Says that a list is attached to the request for awards.
pub fn to_request(results: &Results<'_>) -> String {
    let sent_by = office(results);
    said!(
        results.lang,
        "(Kèm theo Tờ trình số {OPEN}/TTr-{OPEN} ngày …… tháng …… năm ……… của {sent_by})",
        "(Attached to Submission No. {OPEN}/TTr-{OPEN} of {sent_by}, dated ……………………)"
    )
}

/// Says that the report of a unit is attached to the letter that tells it its result.
pub fn to_letter(results: &Results<'_>) -> String {
    let sent_by = office(results);
    said!(
        results.lang,
        "(Kèm theo Công văn số {OPEN}/{OPEN} ngày …… tháng …… năm ……… của {sent_by})",
        "(Attached to Letter No. {OPEN}/{OPEN} of {sent_by}, dated ……………………)"
    )
}

/// Names the office in a sentence.
fn office(results: &Results<'_>) -> String {
    office_of(results.campaign).unwrap_or_else(|| OPEN.into())
}
