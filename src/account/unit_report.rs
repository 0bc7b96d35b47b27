//! `don-vi/<unit-id>.xlsx`: what a unit is told of its own scores.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::against_last_year::compared;
use super::appraised::{self, source_in_short};
use super::cell::{Cell, blank, centre, count, text};
use super::documents::is_told;
use super::findings::FilesOfUnit;
use super::page::{Book, Page, Paper, Table};
use super::standing::settled;
use super::unit_view::UnitView;
use super::unscored::{is_provisional, waits};
use super::words::{
    NONE, alone, change, criterion_name, cut, lacks_survey, late, many, maximum, node, of_node, points, remarks_of, sent, unranked_since,
    weighted_name,
};
use super::{attached, detail, findings, profile, shortfall};
use crate::assessment::{Arrival, Evidence, EvidenceDate, Remarks, Unit};
use crate::figure::date_in;
use crate::finding::{Finding, Severity, Told, told};
use crate::points::{Points, Rounding};
use crate::ranking::Status;
use crate::results::Results;
use crate::text::{Lang, said};

/// Makes the book.
pub fn unit_report(results: &Results<'_>, unit: &Unit) -> Book {
    let (lang, name, in_capitals) = (results.lang, &unit.name, unit.name.to_uppercase());
    let mut book = Book::new(said!(lang, "Kết quả chấm điểm của {name}", "Results of {name}"), results);
    let view = UnitView::new(results, unit);
    let scored = view.as_ref().is_some_and(UnitView::is_scored);
    if let Some(view) = &view {
        book.pages.push(result(view));
        // Of a unit that sent nothing there is nothing more to tell than what was found.
        if scored {
            book.pages.push(detail::page(view));
        }
    }
    let remarks = view.as_ref().map(|view| remarks_of(&view.ranking.group, results)).unwrap_or_default();
    let of_unit: Vec<&Finding> = results.findings_of(&unit.id).collect();
    let title = said!(lang, "KẾT QUẢ KIỂM TRA: {in_capitals}", "FINDINGS: {in_capitals}");
    book.pages.push(findings::page(&title, (&unit.id, &of_unit), remarks.clone(), results));
    book.pages.extend(evidence(unit, view.is_some() && !scored, remarks, results));
    // What is read on paper is the first page. It names the others, on which every criterion, finding and document stands.
    book.pages.iter_mut().skip(1).filter(|_| scored).for_each(|page| page.set_aside(lang));
    book
}

/// Makes the first page: place, index, areas.
fn result(view: &UnitView<'_>) -> Page {
    let (campaign, lang) = (view.results.campaign, view.results.lang);
    let (year, in_capitals) = (campaign.year, view.unit.name.to_uppercase());
    // English words of the first column are longer.
    let [first, second] = match lang {
        Lang::Vi => [7, 36],
        Lang::En => [10, 33],
    };
    let mut page = Page::new(lang.word("Kết quả", "Result"), campaign, false, &[first, second, 11, 11, 11, 11, 11, 12]);
    page.letterhead(Paper::Attached, view.results);
    let title = said!(
        lang,
        "KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}\n{in_capitals}",
        "RESULT OF THE PUBLIC ADMINISTRATION REFORM INDEX (PAR INDEX), {year}\n{in_capitals}"
    );
    page.title(title, campaign, remarks_of(&view.ranking.group, view.results));
    if is_told(view.results, view.unit) {
        page.paragraph(centre(attached::to_letter(view.results)).italic());
    }
    appraised::warn(&mut page, view.results);
    page.gap();
    page.lines(standing(view), 2);
    page.heading(lang.word("Kết quả theo lĩnh vực", "Results by area"));
    areas(&mut page, view);
    profile::add(&mut page, view);
    elsewhere(&mut page, view);
    let said = view.results.evidenced.get(&view.unit.id).map(|sent| remarked(&sent.assessment.remarks, lang)).unwrap_or_default();
    shortfall::add(&mut page, view, !said.is_empty());
    to_do(&mut page, view);
    if !said.is_empty() {
        page.heading(lang.word("Khó khăn, vướng mắc; kiến nghị, đề xuất của đơn vị", "Difficulties and proposals of the unit"));
        page.lines(said, 2);
    }
    page
}

/// Says what a unit says beside its points.
fn remarked(remarks: &Remarks, lang: Lang) -> Vec<(&'static str, String)> {
    let [difficulties, proposals] = lang.each([("Khó khăn, vướng mắc", "Difficulties"), ("Kiến nghị, đề xuất", "Proposals")]);
    let lines = [(difficulties, &remarks.difficulties), (proposals, &remarks.proposals)];
    lines.into_iter().filter_map(|(what, words)| Some((what, words.clone()?))).collect()
}

/// Says where the unit stands, a line each.
fn standing(view: &UnitView<'_>) -> Vec<(&'static str, String)> {
    let (rounding, row, lang) = (view.rounding(), view.row, view.results.lang);
    let printed = |points: Option<&Points>| points.map_or(NONE.into(), |points| rounding.spelled(points, lang));
    let place = match (row.status, row.place) {
        (Status::Ranked, Some(place)) => {
            let tied = if row.tied { lang.word(" (đồng hạng)", " (shared)") } else { "" };
            let provisional = if is_provisional(view.results, row) { lang.word(" (tạm tính)", " (provisional)") } else { "" };
            match alone(view.ranking, lang) {
                Some(alone) => format!("{alone}{provisional}"),
                None => format!("{place}/{}{tied}{provisional}", view.ranking.counted),
            }
        }
        (Status::NotSubmitted, _) => sent(view.card, lang).to_owned(),
        (status, _) => {
            let words = status.words().get(lang);
            unranked_since(row, view.results).map_or_else(|| words.to_owned(), |since| format!("{words}: {since}"))
        }
    };
    let most = row.applicable_max.plain_in(lang);
    let mut lines = vec![
        (lang.word("Khối xếp hạng", "Group"), view.ranking.group.name.clone()),
        (lang.word("Hạng", "Place"), place),
        (lang.word("Chỉ số", "Index"), row.index.as_ref().map_or(NONE.into(), |index| format!("{}%", rounding.spelled(index, lang)))),
        (
            lang.word("Tổng điểm / điểm tối đa áp dụng", "Total points / applicable maximum"),
            format!("{} / {most}", printed(row.points.as_ref())),
        ),
    ];
    // Why units that print alike have other places, or the same one.
    lines.extend(row.ties.iter().map(|said| (lang.word("Về thứ hạng", "On the place"), said.get(lang).to_owned())));
    lines.extend(row.grade.clone().map(|grade| (lang.word("Xếp loại", "Grade"), grade)));
    let (number, units) = (view.ranking.counted, many(view.ranking.counted, "unit", "units"));
    let mean = |mean: &Points| {
        let mean = rounding.spelled(mean, lang);
        said!(lang, "{mean}% ({number} đơn vị)", "{mean}% ({units})")
    };
    // Of one ranked unit alone the mean is its index again.
    if view.ranking.counted != 1 {
        let mean = view.ranking.mean_index.as_ref().map_or(NONE.into(), mean);
        lines.push((lang.word("Chỉ số trung bình của khối", "Mean index of the group"), mean));
    }
    lines.extend(compared(view).map(|words| (lang.word("So với năm trước", "Against the year before"), words)));
    let official = source_in_short(view.results).get(lang).to_owned();
    lines.push((lang.word("Căn cứ xác định điểm chính thức", "Official points taken from"), official));
    if let Some(card) = view.card.filter(|card| card.submitted) {
        let (net, positive) = (rounding.spelled(&card.over_claim_net(), lang), rounding.spelled(&card.over_claim_positive(), lang));
        lines.push((
            lang.word("Chênh lệch tự chấm (bù trừ)", "Points claimed less points accepted"),
            said!(lang, "{net} (tổng điểm tự chấm cao hơn kết quả công nhận: {positive})", "{net} (over-claimed: {positive})"),
        ));
    }
    lines.extend(waits(view.results, row).into_iter().map(|words| (lang.word("Lưu ý", "Note"), words)));
    if let Some(arrivals) = view.results.arrivals.get(&view.unit.id) {
        lines.extend(arrivals.form().map(|form| (lang.word("Ngày nhận báo cáo", "Received on"), received(form, lang))));
        let late = late(arrivals, view.card.and_then(|card| card.lateness.as_ref()), rounding, lang);
        lines.extend(late.map(|words| (lang.word("Gửi muộn", "Late"), words)));
    }
    let found: Vec<&Finding> = view.results.findings_of(&view.unit.id).collect();
    let files = FilesOfUnit::new(view.results, &view.unit.id, &found);
    let form = view.results.evidenced.get(&view.unit.id).and_then(|sent| files.form(&sent.assessment.file));
    lines.extend(form.map(|file| (lang.word("Báo cáo tự đánh giá", "Self-assessment"), file)));
    lines
}

/// Says when a form came, and when it was due.
fn received(form: &Arrival, lang: Lang) -> String {
    let due = form.deadline.map(|day| date_in(day, lang)).map(|day| said!(lang, " (hạn {day})", " (due {day})")).unwrap_or_default();
    format!("{}{due}", date_in(form.received, lang))
}

/// Adds the areas of a unit with the sum below them.
fn areas(page: &mut Page, view: &UnitView<'_>) {
    let (rounding, row, lang) = (view.rounding(), view.row, view.results.lang);
    let scored = view.card.filter(|_| view.is_scored());
    let before = view.results.comparison.before(&view.unit.id).filter(|_| !lacks_survey(view.row, view.results));
    let year = view.results.comparison.last().map(|last| last.year).map(|then| said!(lang, "So năm {then}", "Against {then}"));
    let head = lang.each([
        ("Mã", "Code"),
        ("Lĩnh vực", "Area"),
        ("Tối đa áp dụng", "Applicable maximum"),
        ("Điểm đạt", "Points"),
        ("Chỉ số (%)", "Index (%)"),
        ("Trung bình khối (%)", "Group mean (%)"),
        ("Cao nhất khối (%)", "Group best (%)"),
    ]);
    let last = year.as_deref().unwrap_or_default();
    let mut table = Table::new(head.into_iter().chain([last]).map(|words| centre(words).size(11)));
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
            criterion_name(&weighted_name(view.set, area, lang), 1),
            of_area.map_or_else(blank, |node| if applies { maximum(&(&node.applicable_max * &area.weight)) } else { centre(NONE) }),
            if applies { points(weighted.as_ref(), rounding) } else { centre(NONE) },
            of_node(of_area, |node| node.index.as_ref(), rounding),
            points(view.ranking.area_mean(&area.id), rounding),
            points(view.ranking.area_best(&area.id), rounding),
            moved(of_area.and_then(|node| node.index.as_ref()), before.and_then(|before| before.criteria.get(&area.id)), rounding),
        ]);
    }
    if let Some(adjusted) = scored.and_then(|card| card.adjusted.as_ref()) {
        add(adjusted);
        table.row([
            blank(),
            text(if scored.is_some_and(|card| card.lateness.is_some()) {
                lang.word("Điểm thưởng, trừ (kể cả gửi muộn)", "Bonuses, penalties (with lateness)")
            } else {
                lang.word("Điểm thưởng, trừ", "Bonuses, penalties")
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
    // Where nothing is compared the names take the room.
    let compared = [true, true, true, true, true, view.ranking.compares(), view.ranking.compares(), year.is_some()];
    let left_out = compared.iter().filter(|kept| !**kept).count();
    for row in std::iter::once(&mut table.head).chain(&mut table.rows).chain(&mut table.foot) {
        let mut kept = compared.iter();
        row.retain(|_| kept.next().is_none_or(|kept| *kept));
        if let Some(name) = row.get_mut(1) {
            name.span = u16::try_from(1 + left_out).unwrap_or(1);
        }
    }
    page.table(table);
    if row.points.as_ref().is_some_and(|total| *total == exact && rounding.print(total) != printed) {
        let printed = rounding.spelled(&printed, lang);
        let words = said!(
            lang,
            "Điểm các lĩnh vực đã làm tròn cộng lại là {printed}, khác tổng do làm tròn: tổng được tính từ số chưa làm tròn.",
            "The printed points of the areas add up to {printed}, which differs from the total: this is taken from unrounded figures."
        );
        page.paragraph(text(words).italic());
    }
    if let Some(words) = view.card.and_then(|card| cut(card, lang)) {
        page.paragraph(text(words).italic());
    }
}

/// Says on which sheets more stands.
fn elsewhere(page: &mut Page, view: &UnitView<'_>) {
    let lang = view.results.lang;
    let words = if view.is_scored() {
        lang.word(
            "Cách tính từng tiêu chí ở trang “Chi tiết”; việc cần khắc phục ở trang “Kết quả kiểm tra”.",
            "How each criterion was worked out is on the sheet “Details”; what has to be corrected on the sheet “Findings”.",
        )
    } else {
        lang.word("Việc cần khắc phục ở trang “Kết quả kiểm tra”.", "What has to be corrected is on the sheet “Findings”.")
    };
    page.paragraph(text(words).italic());
}

/// Makes the row of sums.
fn sum(view: &UnitView<'_>) -> [Cell; 8] {
    let (rounding, row) = (view.rounding(), view.row);
    let best = view.ranking.highest();
    let before = view.results.comparison.before(&view.unit.id).filter(|_| !lacks_survey(view.row, view.results));
    [
        blank(),
        text(view.results.lang.word("Tổng", "Total")),
        maximum(&row.applicable_max),
        points(row.points.as_ref(), rounding),
        points(row.index.as_ref(), rounding),
        points(view.ranking.mean_index.as_ref(), rounding),
        points(best, rounding),
        moved(row.index.as_ref(), before.and_then(|before| before.index.as_ref()), rounding),
    ]
}

/// Makes the cell of a change on the last year, in points of the index; blank where the two can't be compared with each other.
fn moved(now: Option<&Points>, before: Option<&Points>, rounding: Rounding) -> Cell {
    let by = now.zip(before).map(|(now, before)| rounding.print(&(now - before)));
    by.map_or_else(blank, |by| change(Some(&by), rounding.decimals))
}

/// Most findings that the first page tells.
const MOST_TO_DO: usize = 8;

/// Adds what the unit has to do: the worst of what was found, those from which most follows first.
fn to_do(page: &mut Page, view: &UnitView<'_>) {
    if !view.is_scored() {
        return;
    }
    let of_unit: Vec<&Finding> = view.results.findings_of(&view.unit.id).collect();
    let files = FilesOfUnit::new(view.results, &view.unit.id, &of_unit);
    let settled = settled(view.results, &view.unit.id);

    let for_it = |told: &Told<'_>| told.severity() > Severity::Note && !settled.is(told.finding) && files.is_in_its_hands(told.finding);
    let mut causes: Vec<_> = told(of_unit.iter().copied()).into_iter().filter(for_it).collect();
    if causes.is_empty() {
        return;
    }
    causes.sort_by_key(|told| Reverse((told.severity(), told.consequences.len())));
    let lang = view.results.lang;
    page.heading(lang.word("Việc cần làm", "What to do"));
    let [severity, what, cure] =
        lang.each([("Mức độ", "Severity"), ("Nội dung", "What was found"), ("Cách xử lý", "What to do")]).map(centre);
    let mut table = Table::new([severity, what.span(4), cure.span(3)]);
    for told in causes.iter().take(MOST_TO_DO) {
        let finding = told.finding;
        let message = finding.message.get(lang);
        // Some messages begin with their criterion.
        let unnamed = finding.criterion.as_ref().filter(|id| !message.starts_with(&said!(lang, "Tiêu chí {id} ", "Criterion {id} ")));
        let criterion = unnamed.map(|id| said!(lang, "Tiêu chí {id}: ", "Criterion {id}: ")).unwrap_or_default();
        let words = format!("{criterion}{message}");
        table.row([findings::severity(finding, false, lang), text(words).span(4), text(finding.help.get(lang)).span(3)]);
    }
    page.table(table);
    if let Some(more) = causes.len().checked_sub(MOST_TO_DO).filter(|more| *more > 0) {
        let words = said!(lang, "Còn {more} việc khác ở trang “Kết quả kiểm tra”.", "{more} more on the sheet “Findings”.");
        page.paragraph(text(words).italic());
    }
}

/// Makes the page of documents that the unit named; `None` where it was silent of these, too.
fn evidence(unit: &Unit, silent: bool, remarks: Vec<String>, results: &Results<'_>) -> Option<Page> {
    let (lang, in_capitals) = (results.lang, unit.name.to_uppercase());
    let name = lang.word("Tài liệu kiểm chứng", "Evidence");
    let mut page = Page::new(name, results.campaign, true, &[6, findings::id_column(lang), 24, 13, 26, 46, 16, 34]);
    let title = said!(lang, "TÀI LIỆU KIỂM CHỨNG ĐÃ NÊU: {in_capitals}", "EVIDENCE NAMED: {in_capitals}");
    page.title(title, results.campaign, remarks);
    let head = lang.each([
        ("STT", "No."),
        ("Tiêu chí", "Criterion"),
        ("Số, ký hiệu", "Number, symbol"),
        ("Ngày ban hành", "Date of issue"),
        ("Cơ quan ban hành", "Issued by"),
        ("Trích yếu", "Title"),
        ("Mục, trang", "Section, page"),
        ("Tệp hoặc đường dẫn", "File or link"),
    ]);
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
            centre(day(document, lang)),
            words(&document.issuer),
            words(&document.title),
            words(&document.section),
            text([document.file.clone(), document.link.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n")),
        ]);
    }
    if silent && table.rows.is_empty() {
        return None;
    }
    table.when_empty = Some(centre(lang.word("Không có tài liệu nào được nêu.", "No document is named.")).italic());
    page.table(table);
    Some(page)
}

/// Prints the day of a document, or what was typed for it.
fn day(document: &Evidence, lang: Lang) -> String {
    match &document.date {
        EvidenceDate::Blank => String::new(),
        EvidenceDate::Day(day) => date_in(*day, lang),
        EvidenceDate::Wrong(typed) => typed.clone(),
    }
}
