//! First page of the ranking report: what was scored and how, provincial totals, groups, grades, areas.

use super::cell::{Cell, Tone, centre, count, number, text};
use super::page::{Page, Table};
use super::words::{NONE, capital, maximum, name_with_mark, points, remarks, sent, unit_name};
use super::{published, rules};
use crate::criteria::CriteriaSet;
use crate::figure::{InputId, date_vi};
use crate::finding::Severity;
use crate::points::{Points, Rounding, vietnamese};
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::{Results, Total};

/// Makes the page.
pub fn page(results: &Results<'_>) -> Page {
    let campaign = results.campaign;
    let mut page = Page::new("Tổng quan", campaign, false, &[30, 13, 13, 13, 13, 13, 13]);
    page.letterhead(campaign);
    let title = format!("BÁO CÁO KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG\nCHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {}", campaign.year);
    page.title(title, campaign, remarks(results));
    about(&mut page, results);
    if !results.totals.is_empty() {
        totals(&mut page, results);
    }
    groups(&mut page, results);
    grades(&mut page, results);
    under_threshold(&mut page, results);
    areas(&mut page, results);
    found(&mut page, results);
    page
}

/// Says what was scored, and by what.
fn about(page: &mut Page, results: &Results<'_>) {
    let campaign = results.campaign;
    page.heading("Thông tin chung");
    let days = [campaign.period.from, campaign.period.to].map(|day| day.map(date_vi));
    let mut lines = Vec::new();
    if let [Some(from), Some(to)] = &days {
        lines.push(("Kỳ đánh giá", format!("từ {from} đến {to}")));
    }
    lines.extend(campaign.deadline.map(|day| ("Hạn gửi báo cáo tự đánh giá", date_vi(day))));
    lines.push(("Căn cứ xác định điểm chính thức", campaign.official_words().vi));
    for set in results.sets.values() {
        let groups = results.ranking.groups.iter().filter(|ranking| ranking.group.set == set.id).map(|ranking| ranking.group.name.as_str());
        let used = groups.collect::<Vec<_>>().join("; ");
        let used = if used.is_empty() { used } else { format!("\nÁp dụng cho: {used}.") };
        lines.push(("Bộ tiêu chí", format!("{}\n{}{used}", set.title, rules::issued(set))));
    }
    page.lines(lines, 1);
}

/// Adds figures up over all units.
fn totals(page: &mut Page, results: &Results<'_>) {
    page.heading("Số liệu tổng hợp của tất cả các đơn vị");
    let mut table = Table::new([centre("Chỉ tiêu").span(2), centre("Giá trị"), centre("Đơn vị tính"), centre("Diễn giải").span(3)]);
    for total in results.totals {
        let (of, units) = sum(&total.of, total, results);
        let counted = total.to.is_none() || total.measure.as_ref().is_some_and(|measure| measure != "%");
        if counted {
            let value = number(&of, of.decimals().unwrap_or(4).min(4)).bold();
            let measure = centre(total.measure.clone().unwrap_or_default());
            table.row([text(&total.label).span(2), value, measure, text(format!("cộng {units} đơn vị")).span(3)]);
        }
        if let Some(to) = &total.to {
            let label = if counted { format!("Tỷ lệ: {}", total.label) } else { total.label.clone() };
            table.row(rate(&label, &of, &sum(to, total, results).0));
        }
    }
    page.table(table);
}

/// Says in sentences what the figures of the campaign come to over all units.
pub fn added_up(results: &Results<'_>) -> Vec<String> {
    let line = |total: &Total| {
        let (of, units) = sum(&total.of, total, results);
        let Some(to) = &total.to else {
            let measure = total.measure.as_ref().map(|measure| format!(" {measure}")).unwrap_or_default();
            return format!("{}: {}{measure} ({units} đơn vị).", total.label, vietnamese(&of.plain()));
        };
        let to = sum(to, total, results).0;
        let rate = of.over(&to).map(|rate| &rate * &Points::hundred());
        let rate = rate.map_or_else(|| NONE.to_owned(), |rate| format!("{}%", Rounding::default().vietnamese(&rate)));
        format!("{}: {rate} ({}/{}).", total.label, vietnamese(&of.plain()), vietnamese(&to.plain()))
    };
    results.totals.iter().map(line).collect()
}

/// Makes the row of a rate of two sums.
fn rate(label: &str, of: &Points, to: &Points) -> [Cell; 4] {
    // The sums run over sets with roundings of their own, so that the rate has the default's.
    let rounding = Rounding::default();
    let rate = of.over(to).map(|rate| &rate * &Points::hundred());
    let printed = rate.as_ref().map_or(NONE.into(), |rate| format!("{}%", rounding.vietnamese(rate)));
    let how = format!("{} / {} = {printed}", of.plain_vi(), to.plain_vi());
    let value = rate.map_or_else(|| centre(NONE), |rate| points(Some(&rate), rounding)).bold();
    [text(label).span(2), value, centre("%"), text(how).span(3)]
}

/// Adds an input up over all units and the leaves that are meant; gives the number of units that have it, too.
fn sum(input: &InputId, of: &Total, results: &Results<'_>) -> (Points, usize) {
    let mut units = 0;
    let mut total = Points::zero();
    for (unit, evidenced) in results.evidenced {
        // A figure of the set is one figure, however many leaves name it.
        if let (true, Some(figure)) = (of.criteria.is_empty(), results.shared_figure(unit, input)) {
            units += usize::from(figure.number().is_some());
            total += figure.number().unwrap_or(&Points::zero());
            continue;
        }
        let leaves = evidenced.assessment.answers.keys().filter(|id| of.criteria.is_empty() || of.criteria.contains(id));
        let figures: Vec<&Points> = leaves.filter_map(|leaf| results.figure(unit, leaf, input)?.number()).collect();
        units += usize::from(!figures.is_empty());
        total += &figures.into_iter().sum();
    }
    (total, units)
}

/// Counts units and prints the best and the least of every group.
fn groups(page: &mut Page, results: &Results<'_>) {
    page.heading("Kết quả theo khối");
    let head = ["Khối", "Số đơn vị", "Đã gửi", "Xếp hạng", "Chỉ số trung bình (%)", "Cao nhất (%)", "Thấp nhất (%)"];
    let mut table = Table::new(head.map(centre));
    let (mut all, mut received, mut placed) = (0, 0, 0);
    for ranking in &results.ranking.groups {
        let rounding = ranking.group.rounding;
        let submitted = ranking.rows.iter().filter(|row| row.status != Status::NotSubmitted).count();
        let indexes = || ranking.rows.iter().filter(|row| row.status == Status::Ranked).filter_map(|row| row.index.as_ref());
        (all, received, placed) = (all + ranking.rows.len(), received + submitted, placed + ranking.counted);
        table.row([
            text(&ranking.group.name),
            count(ranking.rows.len()),
            count(submitted),
            count(ranking.counted),
            points(ranking.mean_index.as_ref(), rounding).bold(),
            points(indexes().max(), rounding),
            points(indexes().min(), rounding),
        ]);
    }
    table.sum([text("Cộng"), count(all), count(received), count(placed), centre(""), centre(""), centre("")]);
    page.table(table);
    let card = |row: &Row| results.cards.get(&row.unit);
    let named = |row: &Row| match card(row).and_then(|card| card.content) {
        None => unit_name(results, &row.unit).to_owned(),
        Some(_) => format!("{} ({})", unit_name(results, &row.unit), sent(card(row)).to_lowercase()),
    };
    let silent: Vec<String> = results
        .ranking
        .groups
        .iter()
        .flat_map(|ranking| &ranking.rows)
        .filter(|row| row.status == Status::NotSubmitted)
        .map(named)
        .collect();
    if !silent.is_empty() {
        page.paragraph(text(format!("Chưa gửi báo cáo tự đánh giá: {}.", silent.join("; "))).italic());
    }
}

/// Prints how many units have which grade.
fn grades(page: &mut Page, results: &Results<'_>) {
    if results.ranking.groups.iter().all(|ranking| ranking.group.grades.is_empty()) {
        return;
    }
    page.heading("Phân bố xếp loại");
    let head = [centre("Khối"), centre("Xếp loại").span(2), centre("Chỉ số từ (%)"), centre("Số lượng"), centre("Tỷ lệ (%)").span(2)];
    let mut table = Table::new(head);
    let mut notes = Vec::new();
    for ranking in &results.ranking.groups {
        let rounding = ranking.group.rounding;
        let shares = published::shares(ranking);
        for share in &shares {
            let from = share.from.as_ref().map_or_else(|| centre(NONE), maximum);
            let printed = points(share.percent.as_ref(), rounding);
            table.row([text(&ranking.group.name), centre(share.grade.as_str()).span(2), from, count(share.number), printed.span(2)]);
        }
        let exact: Vec<Points> = shares.into_iter().filter_map(|share| share.percent).collect();
        notes.extend(published::missing_100(&exact, rounding).map(|note| format!("{}: {}", ranking.group.name, lower(&note))));
    }
    page.table(table);
    for note in notes {
        page.paragraph(text(note).italic());
    }
}

/// Goes on in a sentence with what begins one.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Lists the units whose printed index is under the threshold, where the campaign has one.
fn under_threshold(page: &mut Page, results: &Results<'_>) {
    let Some(threshold) = &results.campaign.reports.threshold else { return };
    page.heading(format!("Đơn vị có chỉ số dưới {}%", threshold.plain_vi()));
    let mut table = Table::new([centre("Đơn vị").span(3), centre("Khối").span(2), centre("Chỉ số (%)"), centre("Còn thiếu")]);
    for ranking in &results.ranking.groups {
        let rounding = ranking.group.rounding;
        for row in &ranking.rows {
            let Some(index) = row.index.as_ref().map(|index| rounding.print(index)).filter(|index| index < threshold) else { continue };
            table.row([
                text(name_with_mark(results, row)).span(3),
                text(&ranking.group.name).span(2),
                points(Some(&index), rounding).bold(),
                points(Some(&(threshold - &index)), rounding),
            ]);
        }
    }
    table.when_empty = Some(centre("Không có đơn vị nào.").italic());
    page.table(table);
}

/// Prints the mean of every area, with the best and the weakest marked.
fn areas(page: &mut Page, results: &Results<'_>) {
    page.heading("Chỉ số trung bình theo lĩnh vực");
    for ranking in &results.ranking.groups {
        let Some(set) = results.sets.get(&ranking.group.set) else { continue };
        page.table(areas_of(ranking, set));
    }
}

/// Makes the table of a group's areas.
fn areas_of(ranking: &GroupRanking, set: &CriteriaSet) -> Table {
    let head = [centre("Lĩnh vực").span(4), centre("Điểm tối đa"), centre("Chỉ số trung bình (%)"), centre("Nhận xét")];
    let caption = vec![text(&ranking.group.name).bold().tone(Tone::Area).span(7)];
    let mut table = Table { caption, ..Table::new(head) };
    let rounding = ranking.group.rounding;
    let means: Vec<Option<&Points>> = set.criteria.iter().map(|area| ranking.area_mean(&area.id)).collect();
    let (most, least) = (means.iter().flatten().copied().max(), means.iter().flatten().copied().min());
    for (area, mean) in set.criteria.iter().zip(means.iter().copied()) {
        let (remark, tone) = match mean {
            Some(_) if most == least => ("", Tone::None),
            Some(mean) if Some(mean) == most => ("Cao nhất", Tone::Good),
            Some(mean) if Some(mean) == least => ("Thấp nhất", Tone::Odd),
            _ => ("", Tone::None),
        };
        table.row([
            text(format!("{}. {}", area.id, area.name)).span(4),
            maximum(&area.weighted_max()),
            points(mean, rounding).bold().tone(tone),
            centre(remark).tone(tone),
        ]);
    }
    table
}

/// Counts findings.
fn found(page: &mut Page, results: &Results<'_>) {
    page.heading("Kết quả kiểm tra");
    let number = |severity: Severity| results.findings.iter().filter(|finding| finding.severity == severity).count();
    let mut table = Table::new([centre("Mức độ"), centre("Số lượng"), centre("Ý nghĩa").span(5)]);
    let rows = [
        (Severity::Error, "Sai, phải khắc phục", Tone::Bad),
        (Severity::Warning, "Cần xem lại; bản thân cảnh báo không làm mất điểm", Tone::Odd),
        (Severity::Note, "Để biết; không phải sai sót", Tone::None),
    ];
    for (severity, meaning, tone) in rows {
        let word = capital(severity.words().vi);
        table.row([centre(word).tone(tone), count(number(severity)), text(meaning).span(5)]);
    }
    page.table(table);
    page.paragraph(text("Chi tiết và cách khắc phục ở tệp ket-qua-kiem-tra.xlsx.").italic());
}
