//! Tờ trình đề nghị khen thưởng: who is proposed for which award, and what the council has to decide.

use super::super::document::{Document, Part};
use super::super::proposed;
use super::wording::{COUNCIL, add_remarks, basis, close, decides, head, office};
use crate::award::Shortlist;
use crate::results::Results;

/// Makes the document; nothing where the campaign has no award.
pub fn award_request(results: &Results<'_>) -> Option<Document> {
    if results.shortlists.is_empty() {
        return None;
    }
    let campaign = results.campaign;
    let (year, sent_by, who) = (campaign.year, office(campaign), decides(campaign));
    let title = format!("Về việc đề nghị khen thưởng tập thể có thành tích\ntrong công tác cải cách hành chính năm {year}");
    let mut document = Document::new(format!("Tờ trình đề nghị khen thưởng cải cách hành chính năm {year}"), results);
    head(&mut document, campaign, "TTr-……", None);
    document.add(Part::Title { kind: "TỜ TRÌNH".into(), about: title });
    document.add(Part::To(vec![COUNCIL.into()]));
    basis(&mut document, results);
    document.paragraph(format!(
        "Từ kết quả thực hiện “{}”, {sent_by} đề nghị {COUNCIL} xem xét, trình {who} quyết định khen thưởng như sau:",
        campaign.title
    ));
    for (n, list) in results.shortlists.iter().enumerate() {
        award(&mut document, n + 1, list, results);
    }
    document.paragraph("Kèm theo: báo cáo kết quả chấm điểm, xếp hạng; bảng xét từng danh hiệu.");
    add_remarks(&mut document, results);
    document.paragraph(format!("{sent_by} kính trình {COUNCIL} xem xét./."));
    close(&mut document, campaign, "Như trên");
    Some(document)
}

/// Adds an award: what it asks, its quota, who is proposed, who is tied at its edge.
fn award(document: &mut Document, n: usize, list: &Shortlist, results: &Results<'_>) {
    document.subheading(format!("{n}. {}", proposed::called(list, results)));
    document.paragraph(proposed::conditions(list, results));
    document.paragraph(proposed::summary(list));
    if list.chosen.is_empty() {
        document.paragraph("Không có đơn vị nào được đề nghị.");
    } else {
        document.table("", &WIDTHS, proposed::table(list, &list.chosen, results));
    }
    if !list.tied_at_edge.is_empty() {
        document.paragraph(proposed::at_edge(list));
        document.table("", &WIDTHS, proposed::table(list, &list.tied_at_edge, results));
    }
}

/// Widths of the columns.
const WIDTHS: [u32; 7] = [7, 24, 17, 10, 11, 11, 20];
