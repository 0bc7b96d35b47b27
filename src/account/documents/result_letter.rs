//! Công văn trả kết quả: what a unit came to, where it lost points, what it has to correct.

use super::super::cell::{Cell, blank, centre, text};
use super::super::document::{Document, OPEN, Part};
use super::super::page::Table;
use super::super::standing::errors_of;
use super::super::unit_report::compared;
use super::super::unit_view::UnitView;
use super::super::words::{NONE, maximum, node, of_node, points, waits_for};
use super::wording::{add_remarks_of, close, group, head, office};
use crate::assessment::{Stage, Unit};
use crate::criteria::Criterion;
use crate::points::Points;
use crate::ranking::Status;
use crate::results::Results;
use crate::rule::{Scorer, Terms};
use crate::scoring::Node;

/// Most criteria that are listed; the unit's report has all.
const LISTED: usize = 10;

/// Tells whether a unit has a result that it can be told.
pub fn has_result(results: &Results<'_>, unit: &Unit) -> bool {
    results.place(&unit.id).is_some_and(|(_, row)| row.status != Status::NotSubmitted)
}

/// Makes the document; nothing for a unit that has no result.
pub fn result_letter(results: &Results<'_>, unit: &Unit) -> Option<Document> {
    let view = UnitView::new(results, unit).filter(|_| has_result(results, unit))?;
    let (campaign, sent_by) = (results.campaign, office(results.campaign));
    let about = format!("V/v thông báo kết quả chấm điểm Chỉ số cải cách hành chính năm {}", campaign.year);
    let mut document = Document::new(format!("Công văn {about}: {}", unit.name), results);
    head(&mut document, campaign, "……-……", Some(about));
    document.add(Part::To(vec![unit.name.clone()]));
    document.paragraph(format!("{sent_by} thông báo kết quả thực hiện “{}” của {} như sau:", campaign.title, unit.name));
    document.subheading("1. Kết quả chấm điểm");
    for words in standing(&view) {
        document.item(words);
    }
    document.table("Kết quả theo lĩnh vực", &[7, 41, 13, 13, 13, 13], areas(&view));
    lost(&mut document, &view);
    let errors = errors_of(results, &unit.id);
    let next = if errors > 0 { "3. Nội dung đề nghị thực hiện" } else { "3. Đề nghị" };
    document.subheading(next);
    if errors > 0 {
        document.item(format!("Báo cáo tự đánh giá còn {errors} lỗi; đề nghị khắc phục theo báo cáo kết quả kiểm tra gửi kèm."));
    }
    document.item("Rà soát các tiêu chí chưa đạt điểm tối đa, xác định nguyên nhân và có giải pháp khắc phục.");
    document
        .item(format!("Trường hợp có ý kiến khác, đề nghị gửi văn bản giải trình kèm tài liệu kiểm chứng về {sent_by} trước ngày {OPEN}."));
    add_remarks_of(&mut document, results, &view.ranking.group);
    document.paragraph(format!("{sent_by} thông báo để đơn vị biết, thực hiện./."));
    close(&mut document, campaign, "Như trên");
    Some(document)
}

/// Says where the unit stands.
fn standing(view: &UnitView<'_>) -> Vec<String> {
    let (rounding, row, group) = (view.rounding(), view.row, group(&view.ranking.group.name));
    let printed = |points: Option<&Points>| points.map_or(NONE.into(), |points| rounding.vietnamese(points));
    let percent = |points: Option<&Points>| points.map_or(NONE.into(), |points| format!("{}%", rounding.vietnamese(points)));
    let index = percent(row.index.as_ref());
    let mut said = vec![format!(
        "Tổng điểm: {}/{} điểm tối đa áp dụng; chỉ số: {index}.",
        printed(row.points.as_ref()),
        row.applicable_max.plain_vi()
    )];
    said.push(match row.place {
        Some(place) => {
            let tied = if row.tied { " (đồng hạng)" } else { "" };
            let provisional = if row.provisional { " (tạm tính)" } else { "" };
            let grade = row.grade.as_ref().map(|grade| format!("; xếp loại: {grade}")).unwrap_or_default();
            format!("Xếp thứ {place}/{} trong {group}{tied}{provisional}{grade}.", view.ranking.counted)
        }
        None => format!("Chấm điểm, không xếp hạng trong {group}."),
    });
    said.extend(view.ranking.mean_index.as_ref().map(|mean| format!("Chỉ số trung bình của {group}: {}.", percent(Some(mean)))));
    said.extend(compared(view).map(|words| format!("So với năm trước: {words}")));
    said.extend(view.card.filter(|_| row.provisional).and_then(|card| waits_for(card, view.results.lang)));
    said
}

/// Makes the table of areas, beside the group's mean.
fn areas(view: &UnitView<'_>) -> Table {
    let rounding = view.rounding();
    let head = ["STT", "Lĩnh vực", "Điểm tối đa áp dụng", "Điểm đạt", "Chỉ số (%)", "Trung bình khối (%)"];
    let mut table = Table::new(head.map(centre));
    for area in &view.set.criteria {
        let of_area = node(view.card, &area.id);
        let applies = of_area.is_none_or(|node| node.applicable);
        let weighted = of_area.and_then(|node| node.official.as_ref()).map(|official| official * &area.weight);
        let max = of_area.filter(|_| applies).map(|node| maximum(&(&node.applicable_max * &area.weight)));
        table.row([
            centre(area.id.as_str()),
            text(&area.name),
            max.unwrap_or_else(|| centre(NONE)),
            if applies { points(weighted.as_ref(), rounding) } else { centre(NONE) },
            of_node(of_area, |node| node.index.as_ref(), rounding),
            points(view.ranking.area_mean(&area.id), rounding),
        ]);
    }
    if let Some(adjusted) = view.card.and_then(|card| card.adjusted.as_ref()) {
        table.row([blank(), text("Điểm thưởng, điểm trừ"), blank(), points(Some(adjusted), rounding), blank(), blank()]);
    }
    let row = view.row;
    table.sum([
        blank(),
        text("Tổng"),
        maximum(&row.applicable_max),
        points(row.points.as_ref(), rounding),
        points(row.index.as_ref(), rounding),
        points(view.ranking.mean_index.as_ref(), rounding),
    ]);
    table
}

/// Lists the criteria that cost the unit points, those first that cost most.
fn lost(document: &mut Document, view: &UnitView<'_>) {
    document.subheading("2. Các tiêu chí chưa đạt điểm tối đa");
    let short = |criterion: &Criterion| {
        let node = node(view.card, &criterion.id).filter(|node| node.applicable)?;
        let lost = &node.applicable_max - node.official.as_ref().unwrap_or(&Points::zero());
        lost.is_positive().then_some((lost, node))
    };
    let mut all: Vec<(Points, &Node, &Criterion)> =
        view.set.leaves().filter_map(|(criterion, _)| short(criterion).map(|(lost, node)| (lost, node, criterion))).collect();
    all.sort_by(|(lost, ..), (other, ..)| other.cmp(lost));
    if all.is_empty() {
        document.paragraph("Tất cả các tiêu chí đều đạt điểm tối đa.");
        return;
    }
    let rounding = view.rounding();
    let mut table = Table::new(["Mã", "Tiêu chí", "Điểm tối đa", "Tự đánh giá", "Điểm đạt", "Lý do"].map(centre));
    for (_, node, criterion) in all.iter().take(LISTED) {
        table.row([
            centre(criterion.id.as_str()),
            text(&criterion.name),
            maximum(&node.applicable_max),
            node.stages.claimed.as_ref().map_or_else(|| centre(NONE), |claimed| points(Some(claimed), rounding)),
            points(node.official.as_ref(), rounding).bold(),
            why(view, node, criterion),
        ]);
    }
    document.table("", &[8, 29, 8, 9, 8, 38], table);
    if let Some(more) = all.len().checked_sub(LISTED).filter(|more| *more > 0) {
        document.paragraph(format!("Còn {more} tiêu chí khác; chi tiết từng tiêu chí ở báo cáo kết quả của đơn vị gửi kèm."));
    }
}

/// Says why points were lost: by the council's words, by what lacks evidence, else by the figures.
fn why(view: &UnitView<'_>, node: &Node, criterion: &Criterion) -> Cell {
    let (appraisal, official) = (view.results.appraisal, view.results.campaign.official);
    // The last word that counts.
    let rounds = appraisal.all_rounds().into_iter().rev().filter(|round| Stage::Appraised(*round) <= official);
    let mut reasons = rounds.map(|round| appraisal.reasons(round, &view.unit.id, &criterion.id).join("\n"));
    let typed = reasons.find(|reasons| !reasons.is_empty());
    let trace = node.trace.as_deref();
    let withheld = trace.and_then(|trace| trace.withheld.first()).map(|withheld| withheld.code.title.vi.to_owned());
    if criterion.leaf().is_some_and(|leaf| leaf.scorer() == Scorer::Survey) {
        return text("Theo kết quả điều tra xã hội học").size(11);
    }
    // What the figures come to explains points that nobody changed.
    let computed = trace.and_then(|trace| trace.outcome.as_ref()).zip(criterion.leaf()).map(|(outcome, leaf)| {
        let terms = Terms { rounding: view.rounding(), ..view.set.terms(criterion, leaf) };
        leaf.rule.explain(outcome, &terms).into_iter().map(|sentence| sentence.vi).collect::<Vec<_>>().join("\n")
    });
    text(typed.or(withheld).or(computed).unwrap_or_default()).size(11)
}
