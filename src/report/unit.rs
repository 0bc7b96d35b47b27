//! `don-vi/<unit-id>.xlsx`: what a unit is told of its own scores.

use super::book::Book;
use super::page::{Fill, Page, blank, centre, count, text};
use super::words::{NONE, criterion_name, maximum, node, of_node, points, remarks_of};
use super::{ReportError, detail, findings};
use crate::assessment::{Evidence, EvidenceDate, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::date_vi;
use crate::finding::Finding;
use crate::points::{Points, Rounding};
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::scoring::Scorecard;

/// Everything that the sheets of a unit draw from.
pub struct Own<'a> {
    /// Whose.
    pub unit: &'a Unit,
    /// Its group.
    pub ranking: &'a GroupRanking,
    /// Its line.
    pub row: &'a Row,
    /// Its set.
    pub set: &'a CriteriaSet,
    /// Its scores.
    pub card: Option<&'a Scorecard>,
    /// Everything else.
    pub results: &'a Results<'a>,
}

impl Own<'_> {
    /// Gives the rounding of the group.
    pub const fn rounding(&self) -> Rounding {
        self.ranking.group.rounding
    }
}

/// Makes the workbook.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn bytes(results: &Results<'_>, unit: &Unit) -> Result<Vec<u8>, ReportError> {
    let mut book = Book::new(&format!("Kết quả chấm điểm của {}", unit.name), results.campaign)?;
    let own = results.ranking.find(&unit.id).and_then(|(ranking, row)| {
        let set = results.sets.get(&ranking.group.set)?;
        Some(Own { unit, ranking, row, set, card: results.cards.get(&unit.id), results })
    });
    if let Some(own) = &own {
        result(&mut book, own)?;
        detail::add(&mut book, own)?;
    }
    let remarks = own.as_ref().map(|own| remarks_of(&own.ranking.group, results)).unwrap_or_default();
    let of_unit: Vec<&Finding> = results.findings.iter().filter(|finding| finding.unit.as_ref() == Some(&unit.id)).collect();
    findings::add(&mut book, &format!("PHÁT HIỆN CẦN XEM LẠI: {}", unit.name.to_uppercase()), &of_unit, false, &remarks, results)?;
    evidence(&mut book, unit, &remarks, results)?;
    book.bytes()
}

/// Adds the first sheet: place, index, areas.
fn result(book: &mut Book, own: &Own<'_>) -> Result<(), ReportError> {
    let (campaign, rounding, row) = (own.results.campaign, own.rounding(), own.row);
    let mut page = Page::new(book.add("Kết quả")?, campaign, false, &[7, 40, 13, 13, 13, 15])?;
    page.letterhead(campaign)?;
    let title = format!("KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {}\n{}", campaign.year, own.unit.name.to_uppercase());
    page.title(&title, campaign, &remarks_of(&own.ranking.group, own.results))?;
    page.skip();
    let printed = |points: Option<&Points>| points.map_or(NONE.into(), |points| rounding.vietnamese(points));
    let place = match (row.status, row.place) {
        (Status::Ranked, Some(place)) => {
            let tied = if row.tied { " (đồng hạng)" } else { "" };
            format!("{place}/{}{tied}", own.ranking.counted)
        }
        (status, _) => status.words().vi.to_owned(),
    };
    let mut lines = vec![
        ("Nhóm xếp hạng", own.ranking.group.name.clone()),
        ("Hạng", place),
        ("Chỉ số", row.index.as_ref().map_or(NONE.into(), |index| format!("{} %", rounding.vietnamese(index)))),
        ("Tổng điểm / điểm tối đa áp dụng", format!("{} / {}", printed(row.points.as_ref()), row.applicable_max.plain_vi())),
    ];
    lines.extend(row.grade.clone().map(|grade| ("Xếp loại", grade)));
    lines.push((
        "Chỉ số trung bình của nhóm",
        own.ranking
            .mean_index
            .as_ref()
            .map_or(NONE.into(), |mean| format!("{} % ({} đơn vị)", rounding.vietnamese(mean), own.ranking.counted)),
    ));
    lines.push(("Điểm chính thức theo bước", campaign.official.words().vi));
    if let Some(card) = own.card.filter(|card| card.submitted) {
        let (net, positive) = (rounding.vietnamese(&card.over_claim_net()), rounding.vietnamese(&card.over_claim_positive()));
        lines.push(("Điểm tự chấm vượt mức được công nhận", format!("{net} (chỉ tính các tiêu chí tự chấm cao: {positive})")));
    }
    if let Some(sent) = own.results.evidenced.get(&own.unit.id) {
        lines.push(("Bài nộp", sent.assessment.file.clone()));
    }
    for (label, words) in lines {
        page.row(&[text(label).bold().span(2), text(words).span(4)])?;
    }
    page.skip();
    page.line(text("Kết quả theo lĩnh vực").bold().size(13))?;
    page.head(["Mã", "Lĩnh vực", "Điểm tối đa áp dụng", "Điểm đạt", "Chỉ số (%)", "Trung bình nhóm (%)"].map(centre))?;
    areas(&mut page, own)
}

/// Prints the areas of a unit with the sum below them.
fn areas(page: &mut Page<'_>, own: &Own<'_>) -> Result<(), ReportError> {
    let (rounding, row) = (own.rounding(), own.row);
    let scored = own.card.filter(|_| row.status != Status::NotSubmitted);
    let mut printed = Points::zero();
    let mut exact = Points::zero();
    for area in &own.set.criteria {
        let own_node = node(scored, &area.id);
        let weighted = own_node.and_then(|node| node.official.as_ref()).map(|official| official * &area.weight);
        if let Some(weighted) = &weighted {
            printed += &rounding.print(weighted);
            exact += weighted;
        }
        let max = own_node
            .map_or_else(blank, |node| if node.applicable { maximum(&(&node.applicable_max * &area.weight)) } else { centre(NONE) });
        page.row(&[
            text(area.id.as_str()),
            criterion_name(&area.name, 1),
            max,
            if own_node.is_some_and(|node| !node.applicable) { centre(NONE) } else { points(weighted.as_ref(), rounding) },
            of_node(own_node, |node| node.index.as_ref(), rounding),
            points(own.ranking.area_mean(&area.id), rounding),
        ])?;
    }
    if let Some(adjusted) = scored.and_then(|card| card.adjusted.as_ref()) {
        printed += &rounding.print(adjusted);
        exact += adjusted;
        page.row(&[blank(), text("Điểm thưởng, trừ"), blank(), points(Some(adjusted), rounding), blank(), blank()])?;
    }
    let sum = [
        blank(),
        text("Tổng"),
        maximum(&row.applicable_max),
        points(row.points.as_ref(), rounding),
        points(row.index.as_ref(), rounding),
        points(own.ranking.mean_index.as_ref(), rounding),
    ];
    page.row(&sum.map(|cell| cell.bold().fill(Fill::Area)))?;
    if row.points.as_ref().is_some_and(|total| *total == exact && rounding.print(total) != printed) {
        let words = format!(
            "Điểm các lĩnh vực in ra cộng lại là {}, khác tổng do làm tròn: tổng được tính từ số chưa làm tròn.",
            rounding.vietnamese(&printed)
        );
        page.line(text(words).italic())?;
    }
    if own.card.is_some_and(|card| card.cut_at_100) {
        page.line(text("Điểm thưởng vượt mức: chỉ số tính bằng 100 %.").italic())?;
    }
    page.line(text("Cách tính từng tiêu chí ở trang “Chi tiết”; việc cần khắc phục ở trang “Phát hiện”.").italic())
}

/// Adds the sheet of documents that the unit named.
fn evidence(book: &mut Book, unit: &Unit, remarks: &[String], results: &Results<'_>) -> Result<(), ReportError> {
    let mut page = Page::new(book.add("Tài liệu kiểm chứng")?, results.campaign, true, &[6, 9, 24, 13, 26, 46, 16, 34])?;
    page.title(&format!("TÀI LIỆU KIỂM CHỨNG ĐÃ NÊU: {}", unit.name.to_uppercase()), results.campaign, remarks)?;
    let head = ["STT", "Tiêu chí", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Mục, trang", "Tệp hoặc đường dẫn"];
    let table = page.main_head(head.map(centre), 3)?;
    let answers = results.evidenced.get(&unit.id).into_iter().flat_map(|sent| &sent.assessment.answers);
    let documents: Vec<_> =
        answers.flat_map(|(criterion, answer)| answer.evidence.iter().map(move |document| (criterion, document))).collect();
    for (n, (criterion, document)) in documents.iter().enumerate() {
        let words = |words: &Option<String>| text(words.clone().unwrap_or_default());
        page.row(&[
            count(n + 1),
            centre(criterion.as_str()),
            words(&document.number),
            centre(day(document)),
            words(&document.issuer),
            words(&document.title),
            words(&document.section),
            text([document.file.clone(), document.link.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n")),
        ])?;
    }
    if documents.is_empty() {
        page.line(centre("Không có tài liệu nào được nêu.").italic())?;
    }
    page.filter(table)
}

/// Prints the day of a document, or what was typed for it.
fn day(document: &Evidence) -> String {
    match &document.date {
        EvidenceDate::Blank => String::new(),
        EvidenceDate::Day(day) => date_vi(*day),
        EvidenceDate::Wrong(typed) => typed.clone(),
    }
}
