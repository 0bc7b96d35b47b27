//! Mistakes that units typically make, so that the sample shows what is found and how it is said.

use jiff::civil::Date;
use parindex::assessment::{Answer, Claim, EvidenceDate};
use parindex::figure::Figure;
use parindex::points::Points;

/// Makes a unit's mistake in its answer to a leaf, where it makes one there.
pub fn make(unit: &str, leaf: &str, answer: &mut Answer) {
    match (unit, leaf) {
        // Evidence missing, and no explanation.
        ("so-cong-thuong", "5.3") => answer.evidence.clear(),
        // Evidence missing, with an explanation.
        ("thanh-hoa", "1.4") => {
            answer.evidence.clear();
            answer.explanation = Some("Kế hoạch tuyên truyền lồng ghép trong Kế hoạch CCHC năm, chưa tách thành văn bản riêng.".into());
        }
        // Claims higher than what the figures give, and than the maximum.
        ("so-xay-dung", "7.2.1") => answer.claim = Claim::Points(Points::from(3)),
        ("can-giuoc", "1.1.3") => answer.claim = Claim::Points(Points::from(4)),
        // A document of the year before.
        ("so-y-te", "5.3") => date(answer, Date::constant(2017, 12, 28)),
        // A file that is not in the folder.
        ("so-giao-duc-va-dao-tao", "3.3.2") => {
            answer.evidence.iter_mut().for_each(|document| document.file = Some("bao-cao-quy-4-2018.pdf".into()));
        }
        // A figure left blank.
        ("duc-hue", "7.1.1") => {
            answer.figures.insert("co_chu_ky_so".into(), Figure::Blank);
        }
        // A part greater than the whole.
        ("moc-hoa", "3.2.2") => {
            answer.figures.insert("xa_cong_khai".into(), Figure::Number(Points::from(9)));
            answer.claim = Claim::Points(Points::from(2));
        }
        // Does not apply, says the unit, though the set does not allow it.
        ("so-nong-nghiep-va-ptnt", "6.3") => answer.claim = Claim::NotApplicable,
        // A number that is none, and no section where one is asked.
        ("tan-hung", "6.1") => answer.evidence.iter_mut().for_each(|document| document.number = Some("báo cáo số 12".into())),
        ("ben-luc", "3.3.2") => answer.evidence.iter_mut().for_each(|document| document.section = None),
        _ => {}
    }
}

/// Changes the day of every document.
fn date(answer: &mut Answer, day: Date) {
    answer.evidence.iter_mut().for_each(|document| document.date = EvidenceDate::Day(day));
}
