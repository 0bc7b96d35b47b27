//! Tờ trình đề nghị khen thưởng: who is proposed for which award, and what the council has to decide.

use super::super::document::{Document, Part};
use super::super::passed_over::{passed_over, undated};
use super::super::proposed;
use super::wording::{Sent, add_remarks, basis, close, council, decides, head, mark_provisional, office};
use crate::award::Shortlist;
use crate::figure::UnitId;
use crate::results::Results;
use crate::text::said;

/// Makes the document; nothing where the campaign has no award.
pub fn award_request(results: &Results<'_>) -> Option<Document> {
    if results.shortlists.is_empty() {
        return None;
    }
    let (campaign, lang) = (results.campaign, results.lang);
    let (year, sent_by, who, council) = (campaign.year, office(campaign), decides(campaign, lang), council(campaign, lang));
    let title = said!(
        lang,
        "Về việc đề nghị khen thưởng tập thể có thành tích\ntrong công tác cải cách hành chính năm {year}",
        "On commending collectives for achievements\nin public administration reform in {year}"
    );
    let name = said!(
        lang,
        "Tờ trình đề nghị khen thưởng cải cách hành chính năm {year}",
        "Submission on commendations for public administration reform, {year}"
    );
    let mut document = Document::new(name, results);
    mark_provisional(&mut document, results);
    head(&mut document, campaign, "TTr-……", None);
    document.add(Part::Title { kind: lang.word("TỜ TRÌNH", "SUBMISSION").into(), about: title });
    document.add(Part::To(vec![council.clone()]));
    basis(&mut document, results, None);
    let carried_out = &campaign.title;
    document.paragraph(said!(
        lang,
        "Căn cứ kết quả chấm điểm, xếp hạng “{carried_out}”, {sent_by} đề nghị {council} xem xét, trình {who} quyết định khen thưởng như sau:",
        "On the basis of the results of “{carried_out}”, {sent_by} asks {council} to consider the following commendations and to submit them to {who} for decision:"
    ));
    for (n, list) in results.shortlists.iter().enumerate() {
        award(&mut document, n + 1, list, results);
    }
    if let Some(words) = proposed::errors_of_nobody(results) {
        document.paragraph(words);
    }
    document.paragraph(lang.word(
        "Kèm theo: báo cáo kết quả chấm điểm, xếp hạng; bảng xét từng hình thức khen thưởng.",
        "Attached: the report on scores and ranking; the assessment table of each award.",
    ));
    add_remarks(&mut document, results);
    document.paragraph(said!(
        lang,
        "{sent_by} kính trình {council} xem xét./.",
        "{sent_by} respectfully submits this to {council} for consideration./."
    ));
    close(&mut document, campaign, Sent::Widely);
    Some(document)
}

/// Tells whether any unit is proposed for an award, or left to the council.
pub fn proposes_anybody(results: &Results<'_>) -> bool {
    results.shortlists.iter().any(|list| !list.chosen.is_empty() || !list.tied_at_edge.is_empty())
}

/// Adds an award: what it asks, its quota, who is proposed, who is tied at its edge.
fn award(document: &mut Document, n: usize, list: &Shortlist, results: &Results<'_>) {
    document.subheading(format!("{n}. {}", list.called));
    document.paragraph(proposed::conditions(list, results));
    document.paragraph(proposed::summary(list, results.lang));
    if list.chosen.is_empty() {
        document.paragraph(results.lang.word("Không có đơn vị nào được đề nghị.", "No unit is proposed."));
    } else {
        proposed_units(document, list, &list.chosen, results);
    }
    for edge in &list.edges {
        document.paragraph(proposed::at_edge(edge, results));
        proposed_units(document, list, &edge.units, results);
    }
    if let Some(words) = undated(list, results) {
        document.paragraph(words);
    }
    let passed = passed_over(list, results);
    if !passed.is_empty() {
        document.paragraph(results.lang.word(
            "Đơn vị xếp trước hoặc đủ điều kiện nhưng không được đề nghị:",
            "Units that stand before those proposed, or meet the conditions, and are not proposed:",
        ));
    }
    for words in passed {
        document.item(words);
    }
}

/// Adds the table of units proposed, or tied.
fn proposed_units(document: &mut Document, list: &Shortlist, units: &[UnitId], results: &Results<'_>) {
    let (table, widths) = proposed::table(list, units, results);
    document.table("", &widths, table);
}
