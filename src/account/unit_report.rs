//! `don-vi/<unit-id>.xlsx`: what a unit is told of its own scores.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::cell::{Cell, blank, centre, count, text};
use super::page::{Book, Drawing, Ink, Page, Series, Table};
use super::unit_view::UnitView;
use super::words::{NONE, capital, change, criterion_name, late, maximum, node, of_node, points, remarks_of, sent, waits_for};
use super::{detail, findings, shortfall};
use crate::assessment::{Arrival, Evidence, EvidenceDate, Remarks, Unit};
use crate::criteria::Criterion;
use crate::figure::date_vi;
use crate::finding::{Finding, Severity, told};
use crate::points::{Points, Rounding};
use crate::ranking::Status;
use crate::results::Results;
use crate::text::Lang;

/// Makes the book.
pub fn unit_report(results: &Results<'_>, unit: &Unit) -> Book {
    let mut book = Book::new(format!("Kết quả chấm điểm của {}", unit.name), results.campaign);
    let view = UnitView::new(results, unit);
    if let Some(view) = &view {
        book.pages.extend([result(view), detail::page(view)]);
    }
    let remarks = view.as_ref().map(|view| remarks_of(&view.ranking.group, results)).unwrap_or_default();
    let of_unit: Vec<&Finding> = results.findings_of(&unit.id).collect();
    let title = format!("KẾT QUẢ KIỂM TRA: {}", unit.name.to_uppercase());
    book.pages.push(findings::page(&title, &of_unit, remarks.clone(), results));
    book.pages.push(evidence(unit, remarks, results));
    book
}

/// Makes the first page: place, index, areas.
fn result(view: &UnitView<'_>) -> Page {
    let campaign = view.results.campaign;
    let mut page = Page::new("Kết quả", campaign, false, &[7, 36, 11, 11, 11, 11, 11, 12]);
    page.letterhead(campaign);
    let title = format!("KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {}\n{}", campaign.year, view.unit.name.to_uppercase());
    page.title(title, campaign, remarks_of(&view.ranking.group, view.results));
    page.gap();
    page.lines(standing(view), 2);
    page.heading("Kết quả theo lĩnh vực");
    areas(&mut page, view);
    profile(&mut page, view);
    shortfall::add(&mut page, view);
    to_do(&mut page, view);
    if let Some(sent) = view.results.evidenced.get(&view.unit.id) {
        let said = said(&sent.assessment.remarks);
        if !said.is_empty() {
            page.heading("Khó khăn, vướng mắc; kiến nghị, đề xuất của đơn vị");
            page.lines(said, 1);
        }
    }
    page
}

/// Says what a unit says beside its points.
fn said(remarks: &Remarks) -> Vec<(&'static str, String)> {
    let lines = [("Khó khăn, vướng mắc", &remarks.difficulties), ("Kiến nghị, đề xuất", &remarks.proposals)];
    lines.into_iter().filter_map(|(what, words)| Some((what, words.clone()?))).collect()
}

/// Says where the unit stands, a line each.
fn standing(view: &UnitView<'_>) -> Vec<(&'static str, String)> {
    let (rounding, row) = (view.rounding(), view.row);
    let printed = |points: Option<&Points>| points.map_or(NONE.into(), |points| rounding.vietnamese(points));
    let place = match (row.status, row.place) {
        (Status::Ranked, Some(place)) => {
            let tied = if row.tied { " (đồng hạng)" } else { "" };
            let provisional = if row.provisional { " (tạm tính)" } else { "" };
            format!("{place}/{}{tied}{provisional}", view.ranking.counted)
        }
        (Status::NotSubmitted, _) => sent(view.card).to_owned(),
        (status, _) => status.words().vi.to_owned(),
    };
    let mut lines = vec![
        ("Khối xếp hạng", view.ranking.group.name.clone()),
        ("Hạng", place),
        ("Chỉ số", row.index.as_ref().map_or(NONE.into(), |index| format!("{}%", rounding.vietnamese(index)))),
        ("Tổng điểm / điểm tối đa áp dụng", format!("{} / {}", printed(row.points.as_ref()), row.applicable_max.plain_vi())),
    ];
    lines.extend(row.grade.clone().map(|grade| ("Xếp loại", grade)));
    let mean = |mean: &Points| format!("{}% ({} đơn vị)", rounding.vietnamese(mean), view.ranking.counted);
    lines.push(("Chỉ số trung bình của khối", view.ranking.mean_index.as_ref().map_or(NONE.into(), mean)));
    lines.extend(compared(view).map(|words| ("So với năm trước", words)));
    lines.push(("Căn cứ xác định điểm chính thức", view.results.campaign.official_words().vi));
    if let Some(card) = view.card.filter(|card| card.submitted) {
        let (net, positive) = (rounding.vietnamese(&card.over_claim_net()), rounding.vietnamese(&card.over_claim_positive()));
        lines.push((
            "Chênh lệch giữa điểm tự chấm và điểm được công nhận",
            format!("{net} (chỉ tính các tiêu chí tự chấm cao: {positive})"),
        ));
    }
    lines.extend(view.card.filter(|_| row.provisional).and_then(waits_for).map(|words| ("Lưu ý", words)));
    if let Some(arrivals) = view.results.arrivals.get(&view.unit.id) {
        lines.extend(arrivals.form().map(|form| ("Ngày nhận báo cáo", received(form))));
        lines.extend(late(arrivals, view.card.and_then(|card| card.lateness.as_ref()), rounding).map(|words| ("Gửi muộn", words)));
    }
    if let Some(sent) = view.results.evidenced.get(&view.unit.id) {
        lines.push(("Báo cáo tự đánh giá", sent.assessment.file.clone()));
    }
    lines
}

/// Says how the unit compares with the last year; nothing where no earlier year is known.
pub fn compared(view: &UnitView<'_>) -> Option<String> {
    let (comparison, rounding) = (view.results.comparison, view.rounding());
    let year = comparison.last()?.year;
    let Some(before) = comparison.before(&view.unit.id) else { return Some(format!("Không có kết quả năm {year} để so sánh.")) };
    let change = before.change(view.row);
    let moved = |points: &Points, rose: &str, fell: &str| match points {
        points if points.is_positive() => format!("{rose} {}", rounding.vietnamese(points)),
        points if points.is_negative() => format!("{fell} {}", rounding.vietnamese(&-points)),
        _ => "không đổi".into(),
    };
    let index = change.index.map(|index| format!("chỉ số {}", moved(&rounding.print(&index), "tăng", "giảm")));
    let place = before.place.zip(change.places_risen).map(|((place, of), risen)| {
        let moved = match risen {
            0 => "giữ hạng".to_owned(),
            1.. => format!("tăng {risen} bậc"),
            _ => format!("giảm {} bậc", risen.unsigned_abs()),
        };
        format!("{moved} (năm {year}: {place}/{of})")
    });
    let of = if before.units.len() > 1 {
        Some(format!("so với bình quân {} đơn vị trước sắp xếp", before.units.len()))
    } else {
        None
    };
    if view.row.index.is_none() {
        return Some(format!("Năm nay chưa có kết quả để so với năm {year}."));
    }
    let said: Vec<String> = [index, place, of].into_iter().flatten().collect();
    Some(if said.is_empty() { format!("Năm {year} không có kết quả.") } else { format!("{}.", capital(&said.join("; "))) })
}

/// Says when a form came, and when it was due.
fn received(form: &Arrival) -> String {
    let due = form.deadline.map(|day| format!(" (hạn {})", date_vi(day))).unwrap_or_default();
    format!("{}{due}", date_vi(form.received))
}

/// Adds the areas of a unit with the sum below them.
fn areas(page: &mut Page, view: &UnitView<'_>) {
    let (rounding, row) = (view.rounding(), view.row);
    let scored = view.card.filter(|_| row.status != Status::NotSubmitted);
    let before = view.results.comparison.before(&view.unit.id);
    let year = view.results.comparison.last().map(|last| format!("So năm {}", last.year));
    let head = ["Mã", "Lĩnh vực", "Tối đa áp dụng", "Điểm đạt", "Chỉ số (%)", "Trung bình khối (%)", "Cao nhất khối (%)"];
    let last = year.as_deref().unwrap_or_default();
    let mut table = Table::new(head.into_iter().chain([last]).map(centre));
    // What the table prints, and what it stands for.
    let (mut printed, mut exact) = (Points::zero(), Points::zero());
    let mut add = |points: &Points| {
        printed += &rounding.print(points);
        exact += points;
    };
    for area in &view.set.criteria {
        let of_area = node(scored, &area.id);
        let weighted = of_area.and_then(|node| node.official.as_ref()).map(|official| official * &area.weight);
        weighted.iter().for_each(&mut add);
        let applies = of_area.is_none_or(|node| node.applicable);
        table.row([
            text(area.id.as_str()),
            criterion_name(&area.name, 1),
            of_area.map_or_else(blank, |node| if applies { maximum(&(&node.applicable_max * &area.weight)) } else { centre(NONE) }),
            if applies { points(weighted.as_ref(), rounding) } else { centre(NONE) },
            of_node(of_area, |node| node.index.as_ref(), rounding),
            points(view.ranking.area_mean(&area.id), rounding),
            points(view.area_best(&area.id), rounding),
            moved(of_area.and_then(|node| node.index.as_ref()), before.and_then(|before| before.criteria.get(&area.id)), rounding),
        ]);
    }
    if let Some(adjusted) = scored.and_then(|card| card.adjusted.as_ref()) {
        add(adjusted);
        table.row([
            blank(),
            text(if scored.is_some_and(|card| card.lateness.is_some()) {
                "Điểm thưởng, trừ (kể cả gửi muộn)"
            } else {
                "Điểm thưởng, trừ"
            }),
            blank(),
            points(Some(adjusted), rounding),
            blank(),
            blank(),
            blank(),
            blank(),
        ]);
    }
    table.sum(sum(view));
    if year.is_none() {
        // Nothing is compared: the names take the room.
        for row in std::iter::once(&mut table.head).chain(&mut table.rows).chain(&mut table.foot) {
            row.pop();
            if let Some(name) = row.get_mut(1) {
                name.span = 2;
            }
        }
    }
    page.table(table);
    if row.points.as_ref().is_some_and(|total| *total == exact && rounding.print(total) != printed) {
        let words = format!(
            "Điểm các lĩnh vực in ra cộng lại là {}, khác tổng do làm tròn: tổng được tính từ số chưa làm tròn.",
            rounding.vietnamese(&printed)
        );
        page.paragraph(text(words).italic());
    }
    if view.card.is_some_and(|card| card.cut_at_100) {
        page.paragraph(text("Điểm thưởng vượt mức: chỉ số tính bằng 100%.").italic());
    }
    page.paragraph(text("Cách tính từng tiêu chí ở trang “Chi tiết”; việc cần khắc phục ở trang “Kết quả kiểm tra”.").italic());
}

/// Makes the row of sums.
fn sum(view: &UnitView<'_>) -> [Cell; 8] {
    let (rounding, row) = (view.rounding(), view.row);
    let best = view.ranking.rows.iter().filter(|row| row.status == Status::Ranked).filter_map(|row| row.index.as_ref()).max();
    let before = view.results.comparison.before(&view.unit.id);
    [
        blank(),
        text("Tổng"),
        maximum(&row.applicable_max),
        points(row.points.as_ref(), rounding),
        points(row.index.as_ref(), rounding),
        points(view.ranking.mean_index.as_ref(), rounding),
        points(best, rounding),
        moved(row.index.as_ref(), before.and_then(|before| before.index.as_ref()), rounding),
    ]
}

/// Makes the cell of a change on the last year, in points of the index; blank where the two can't be held against each other.
fn moved(now: Option<&Points>, before: Option<&Points>, rounding: Rounding) -> Cell {
    let by = now.zip(before).map(|(now, before)| rounding.print(&(now - before)));
    by.map_or_else(blank, |by| change(Some(&by), rounding.decimals))
}

/// Draws the areas beside the mean of the group and its best.
fn profile(page: &mut Page, view: &UnitView<'_>) {
    let (rounding, scored) = (view.rounding(), view.card.filter(|_| view.row.status != Status::NotSubmitted));
    let drawn: Vec<(&Criterion, &Points)> = view
        .set
        .criteria
        .iter()
        .filter_map(|area| Some((area, node(scored, &area.id).filter(|node| node.applicable)?.index.as_ref()?)))
        .collect();
    if drawn.is_empty() || view.ranking.counted < 2 {
        return;
    }
    page.heading("So với trung bình và cao nhất của khối");
    let mut table = Table::new(["Mã", "Lĩnh vực"].map(centre));
    for (area, _) in &drawn {
        table.row([text(area.id.as_str()), criterion_name(&area.name, 1)]);
    }
    let printed = |value: Option<&Points>| value.map(|value| rounding.print(value)).unwrap_or_default();
    let series =
        |name, ink, value: &dyn Fn(&(&Criterion, &Points)) -> Points| Series { name, ink, values: drawn.iter().map(value).collect() };
    table.drawing = Some(Drawing {
        names: 0,
        counts: false,
        apart: true,
        within: true,
        from: Some(Points::zero()),
        to: Some(Points::hundred()),
        series: vec![
            series("Đơn vị", Ink::Solid, &|(_, index)| rounding.print(index)),
            series("Trung bình khối", Ink::Hatched, &|(area, _)| printed(view.ranking.area_mean(&area.id))),
            series("Cao nhất khối", Ink::Open, &|(area, _)| printed(view.area_best(&area.id))),
        ],
    });
    page.table(table);
    page.paragraph(
        text("Chỉ số từng lĩnh vực (%): thanh đen là đơn vị, thanh gạch chéo là trung bình khối, thanh trắng là cao nhất khối.").italic(),
    );
}

/// Most findings that the first page tells.
const MOST_TO_DO: usize = 8;

/// Adds what the unit has to do: the worst of what was found, those from which most follows first.
fn to_do(page: &mut Page, view: &UnitView<'_>) {
    if view.row.status == Status::NotSubmitted {
        return;
    }
    let of_unit: Vec<&Finding> = view.results.findings_of(&view.unit.id).collect();
    let mut causes: Vec<_> = told(of_unit).into_iter().filter(|told| told.severity() > Severity::Note).collect();
    if causes.is_empty() {
        return;
    }
    causes.sort_by_key(|told| Reverse((told.severity(), told.consequences.len())));
    page.heading("Việc cần làm");
    let mut table = Table::new([("Mức độ", 1), ("Nội dung", 4), ("Cách xử lý", 3)].map(|(words, span)| centre(words).span(span)));
    for told in causes.iter().take(MOST_TO_DO) {
        let finding = told.finding;
        let criterion = finding.criterion.as_ref().map(|id| format!("Tiêu chí {id}: ")).unwrap_or_default();
        let words = format!("{criterion}{}", finding.message.vi);
        table.row([findings::severity(finding, false), text(words).span(4), text(finding.help.get(Lang::Vi)).span(3)]);
    }
    page.table(table);
    if let Some(more) = causes.len().checked_sub(MOST_TO_DO).filter(|more| *more > 0) {
        page.paragraph(text(format!("Còn {more} việc khác ở trang “Kết quả kiểm tra”.")).italic());
    }
}

/// Makes the page of documents that the unit named.
fn evidence(unit: &Unit, remarks: Vec<String>, results: &Results<'_>) -> Page {
    let mut page = Page::new("Tài liệu kiểm chứng", results.campaign, true, &[6, 9, 24, 13, 26, 46, 16, 34]);
    page.title(format!("TÀI LIỆU KIỂM CHỨNG ĐÃ NÊU: {}", unit.name.to_uppercase()), results.campaign, remarks);
    let head = ["STT", "Tiêu chí", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Mục, trang", "Tệp hoặc đường dẫn"];
    let mut table = Table::main(head.map(centre), 3);
    let sent = results.evidenced.get(&unit.id).into_iter().flat_map(|sent| &sent.assessment.answers);
    let further = results.explanations.get(&unit.id).into_iter().flat_map(BTreeMap::values).flat_map(|one| &one.answers);
    let answers = sent.chain(further);
    let documents = answers.flat_map(|(criterion, answer)| answer.evidence.iter().map(move |document| (criterion, document)));
    for (n, (criterion, document)) in documents.enumerate() {
        let words = |words: &Option<String>| text(words.clone().unwrap_or_default());
        table.row([
            count(n + 1),
            centre(criterion.as_str()),
            words(&document.number),
            centre(day(document)),
            words(&document.issuer),
            words(&document.title),
            words(&document.section),
            text([document.file.clone(), document.link.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n")),
        ]);
    }
    table.when_empty = Some(centre("Không có tài liệu nào được nêu.").italic());
    page.table(table);
    page
}

/// Prints the day of a document, or what was typed for it.
fn day(document: &Evidence) -> String {
    match &document.date {
        EvidenceDate::Blank => String::new(),
        EvidenceDate::Day(day) => date_vi(*day),
        EvidenceDate::Wrong(typed) => typed.clone(),
    }
}
