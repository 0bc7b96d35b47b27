//! Tờ trình đề nghị khen thưởng: who is proposed for which award, and what the council has to decide.

use super::super::award_proposal::table;
use super::super::cell::Tone;
use super::super::document::{Document, Part};
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
    let mut document = Document::new(format!("Tờ trình đề nghị khen thưởng cải cách hành chính năm {year}"), campaign);
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

/// Adds an award: its quota, who is proposed, who is tied at its edge.
fn award(document: &mut Document, n: usize, list: &Shortlist, results: &Results<'_>) {
    document.subheading(format!("{n}. {}", list.award.name));
    document.paragraph(format!("Chỉ tiêu: {}; đề nghị: {}.", list.quota, list.chosen.len()));
    if list.chosen.is_empty() {
        document.paragraph("Không có đơn vị nào được đề nghị.");
    } else {
        document.table("", &WIDTHS, table(list, &list.chosen, Tone::None, results));
    }
    if !list.tied_at_edge.is_empty() {
        let open = list.quota.saturating_sub(list.chosen.len());
        document
            .paragraph(format!("Các đơn vị sau bằng nhau ở ranh giới chỉ tiêu (còn {open} chỉ tiêu), đề nghị Hội đồng xem xét, lựa chọn:"));
        document.table("", &WIDTHS, table(list, &list.tied_at_edge, Tone::None, results));
    }
}

/// Widths of the columns.
const WIDTHS: [u32; 5] = [7, 27, 8, 11, 47];
