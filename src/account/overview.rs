//! Page of the ranking report behind the one for a minute: what was scored and how, provincial totals, how many units took part.

use super::appraised::source_in_short;
use super::cell::{Cell, centre, count, number, text};
use super::page::{Page, Table};
use super::totals::{Pairs, Sum, pairs, sum};
use super::words::{
    NONE, capital, collects_forms, collects_forms_of, counted, index_under, many, name_with_mark, peopled, points, remarks, sent, unit_name,
};
use super::{attached, rules};
use crate::figure::{UnitId, date_in};
use crate::points::{Points, Rounding};
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::{Results, Total};
use crate::text::said;

/// Units that are named in a line.
const NAMED: usize = 4;

/// Makes the page.
pub fn page(results: &Results<'_>) -> Page {
    let (campaign, lang, year) = (results.campaign, results.lang, results.campaign.year);
    let mut page = Page::new(lang.word("Thông tin chung", "General information"), campaign, false, &[30, 13, 13, 13, 13, 13, 13]);
    let title = said!(
        lang,
        "THÔNG TIN CHUNG VỀ ĐỢT CHẤM ĐIỂM, XẾP HẠNG\nCHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}",
        "GENERAL INFORMATION ON SCORES AND RANKING\nPUBLIC ADMINISTRATION REFORM INDEX (PAR INDEX), {year}"
    );
    page.title(title, campaign, remarks(results));
    page.paragraph(centre(attached::to_report(results)).italic());
    page.gap();
    about(&mut page, results);
    if !results.totals.is_empty() {
        totals(&mut page, results);
    }
    took_part(&mut page, results);
    under_threshold(&mut page, results);
    page
}

/// Says what was scored, and by what.
fn about(page: &mut Page, results: &Results<'_>) {
    let (campaign, lang) = (results.campaign, results.lang);
    let days = [campaign.period.from, campaign.period.to].map(|day| day.map(|day| date_in(day, lang)));
    let mut lines = Vec::new();
    if let [Some(from), Some(to)] = &days {
        lines.push((lang.word("Kỳ đánh giá", "Assessment period"), said!(lang, "từ {from} đến {to}", "{from} to {to}")));
    }
    let due = lang.word("Hạn gửi báo cáo tự đánh giá", "Self-assessments due by");
    lines.extend(campaign.deadline.map(|day| (due, date_in(day, lang))));
    let official = source_in_short(results).get(lang).to_owned();
    lines.push((lang.word("Căn cứ xác định điểm chính thức", "Official points taken from"), official));
    for set in results.sets.values() {
        let groups = results.ranking.groups.iter().filter(|ranking| ranking.group.set == set.id).map(|ranking| ranking.group.name.as_str());
        let used = groups.collect::<Vec<_>>().join("; ");
        let used = if used.is_empty() { used } else { said!(lang, "\nÁp dụng cho: {used}.", "\nApplies to: {used}.") };
        lines.push((lang.word("Bộ tiêu chí", "Criteria set"), format!("{}\n{}{used}", set.title, rules::issued(set, lang))));
    }
    let told = capital(counted(results.findings).get(lang));
    let found = said!(
        lang,
        "{told}; từng nội dung và cách khắc phục ở tệp ket-qua-kiem-tra.xlsx.",
        "{told}; each of them, with its cure, is in the file ket-qua-kiem-tra.xlsx."
    );
    lines.push((lang.word("Kết quả kiểm tra", "What was found"), found));
    page.lines(lines, 1);
}

/// Adds figures up over all units.
fn totals(page: &mut Page, results: &Results<'_>) {
    let lang = results.lang;
    page.heading(lang.word("Số liệu tổng hợp của tất cả các đơn vị", "Figures added up over all units"));
    let heads = [("Chỉ tiêu", "Figure"), ("Giá trị", "Value"), ("Đơn vị tính", "Unit of measure"), ("Diễn giải", "How it was worked out")];
    let [figure, value, measure, how] = lang.each(heads).map(centre);
    let mut table = Table::new([figure.span(2), value, measure, how.span(3)]);
    for total in results.totals {
        let Sum { of, units, contradicted } = sum(total, results);
        let counted = total.to.is_none() || total.measure.as_ref().is_some_and(|measure| measure != "%");
        if counted {
            let value = number(&of, of.decimals().unwrap_or(4).min(4)).bold();
            let measure = centre(total.measure.clone().unwrap_or_default());
            let counted = many(units, "unit", "units");
            let without = but_for(&contradicted, results);
            let how = said!(lang, "tổng của {units} đơn vị{without}", "total of {counted}{without}");
            table.row([text(&total.label).span(2), value, measure, text(how).span(3)]);
        }
        if let Some(pairs) = pairs(total, results) {
            let label = &total.label;
            let label = if counted { said!(lang, "Tỷ lệ: {label}", "Rate: {label}") } else { label.clone() };
            table.row(rate(&label, &pairs, results));
        }
    }
    page.table(table);
}

/// Says in sentences what the figures of the campaign come to over all units.
pub fn added_up(results: &Results<'_>) -> Vec<String> {
    let lang = results.lang;
    let line = |total: &Total| {
        let label = &total.label;
        let Some(pairs) = pairs(total, results) else {
            let Sum { of, units, contradicted } = sum(total, results);
            let without = but_for(&contradicted, results);
            let spelled = of.plain_in(lang);
            let measure = total.measure.as_ref().map(|measure| format!(" {measure}")).unwrap_or_default();
            let counted = many(units, "unit", "units");
            return said!(
                lang,
                "{label}: {spelled}{measure} ({units} đơn vị{without}).",
                "{label}: {spelled}{measure} ({counted}{without})."
            );
        };
        let Pairs { of, to, .. } = &pairs;
        let rate = of.over(to).map(|rate| &rate * &Points::hundred());
        let rate = rate.map_or_else(|| NONE.to_owned(), |rate| format!("{}%", Rounding::default().spelled(&rate, lang)));
        format!("{label}: {rate} ({}/{}{}).", of.plain_in(lang), to.plain_in(lang), without(&pairs, results))
    };
    results.totals.iter().map(line).collect()
}

/// Says which units are left out of a rate, and why; nothing where none is.
fn without(pairs: &Pairs, results: &Results<'_>) -> String {
    let lang = results.lang;
    let lacking = match pairs.left_out {
        0 => String::new(),
        left => {
            let counted = many(left, "unit", "units");
            said!(lang, "; không tính {left} đơn vị thiếu một trong hai số liệu", "; without {counted} that lack one of the two figures")
        }
    };
    lacking + &but_for(&pairs.contradicted, results)
}

/// Says of which units figures are left out since they contradict one another; nothing where none are.
fn but_for(units: &[UnitId], results: &Results<'_>) -> String {
    let named = units.iter().take(NAMED).map(|unit| unit_name(results, unit)).collect::<Vec<_>>().join(", ");
    let more = units.len().saturating_sub(NAMED);
    let (counted, count, lang) = (many(units.len(), "unit", "units"), units.len(), results.lang);
    match (units.len(), more) {
        (0, _) => String::new(),
        (_, 0) => said!(
            lang,
            "; chưa kể số liệu mâu thuẫn, phải kiểm tra lại của {named}",
            "; without contradictory figures of {named}, which are to be checked"
        ),
        _ => said!(
            lang,
            "; chưa kể số liệu mâu thuẫn, phải kiểm tra lại của {count} đơn vị: {named} và {more} đơn vị khác",
            "; without contradictory figures of {counted}, which are to be checked: {named} and {more} more"
        ),
    }
}

/// Makes the row of a rate of two sums.
fn rate(label: &str, pairs: &Pairs, results: &Results<'_>) -> [Cell; 4] {
    let lang = results.lang;
    let Pairs { of, to, .. } = pairs;
    // The sums run over sets with roundings of their own, so that the rate has the default's.
    let rounding = Rounding::default();
    let rate = of.over(to).map(|rate| &rate * &Points::hundred());
    let printed = rate.as_ref().map_or(NONE.into(), |rate| format!("{}%", rounding.spelled(rate, lang)));
    let how = format!("{} / {} = {printed}{}", of.plain_in(lang), to.plain_in(lang), without(pairs, results));
    let value = rate.map_or_else(|| centre(NONE), |rate| points(Some(&rate), rounding)).bold();
    [text(label).span(2), value, centre("%"), text(how).span(3)]
}

/// Heads of the table of groups.
pub const GROUPS: [(&str, &str); 7] = [
    ("Khối", "Group"),
    ("Số đơn vị", "Units"),
    ("Đã gửi", "Sent in"),
    ("Xếp hạng", "Ranked"),
    ("Chỉ số trung bình (%)", "Mean index (%)"),
    ("Cao nhất (%)", "Highest (%)"),
    ("Thấp nhất (%)", "Lowest (%)"),
];

/// Makes the row of a group below [`GROUPS`].
pub fn group_row(ranking: &GroupRanking, results: &Results<'_>) -> [Cell; 7] {
    let rounding = ranking.group.rounding;
    let compared = |index: Option<&Points>| if ranking.counted == 1 { centre(NONE) } else { points(index, rounding) };
    [
        text(&ranking.group.name),
        count(ranking.rows.len()),
        if collects_forms_of(ranking, results) { count(ranking.submitted()) } else { centre(NONE) },
        count(ranking.counted),
        compared(ranking.mean_index.as_ref()).bold(),
        compared(ranking.highest()),
        compared(ranking.lowest()),
    ]
}

/// Counts the units of every group, those that sent something and those that are ranked.
fn took_part(page: &mut Page, results: &Results<'_>) {
    let lang = results.lang;
    page.heading(lang.word("Số đơn vị tham gia", "Units that took part"));
    let [group, units, sent_in, ranked, ..] = lang.each(GROUPS).map(centre);
    let mut table = Table::new([group.span(4), units, sent_in, ranked]);
    let (mut all, mut received, mut placed) = (0, 0, 0);
    for ranking in peopled(results) {
        let came = if collects_forms_of(ranking, results) { ranking.submitted() } else { 0 };
        (all, received, placed) = (all + ranking.rows.len(), received + came, placed + ranking.counted);
        let [group, units, sent_in, ranked, ..] = group_row(ranking, results);
        table.row([group.span(4), units, sent_in, ranked]);
    }
    let received = if collects_forms(results) { count(received) } else { centre(NONE) };
    table.sum([text(lang.word("Cộng", "Total")).span(4), count(all), received, count(placed)]);
    page.table(table);
    let card = |row: &Row| results.cards.get(&row.unit);
    let named = |row: &Row| match card(row).and_then(|card| card.content) {
        None => unit_name(results, &row.unit).to_owned(),
        Some(_) => format!("{} ({})", unit_name(results, &row.unit), sent(card(row), lang).to_lowercase()),
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
        let silent = silent.join("; ");
        page.paragraph(text(said!(lang, "Chưa gửi báo cáo tự đánh giá: {silent}.", "Self-assessment not submitted: {silent}.")).italic());
    }
}

/// Lists the units whose printed index is under the threshold, where the campaign has one.
fn under_threshold(page: &mut Page, results: &Results<'_>) {
    let Some(threshold) = &results.campaign.reports.threshold else { return };
    let (lang, least) = (results.lang, threshold.plain_in(results.lang));
    page.heading(said!(lang, "Đơn vị có chỉ số dưới {least}%", "Units with an index under {least}%"));
    let heads = [("Đơn vị", "Unit"), ("Khối", "Group"), ("Chỉ số (%)", "Index (%)"), ("Còn thiếu", "Short by")];
    let [unit, group, index, short] = lang.each(heads).map(centre);
    let mut table = Table::new([unit.span(3), group.span(2), index, short]);
    for ranking in &results.ranking.groups {
        let rounding = ranking.group.rounding;
        for row in &ranking.rows {
            let Some(index) = index_under(threshold, row, rounding, results) else { continue };
            table.row([
                text(name_with_mark(results, row)).span(3),
                text(&ranking.group.name).span(2),
                points(Some(&index), rounding).bold(),
                points(Some(&(threshold - &index)), rounding),
            ]);
        }
    }
    table.when_empty = Some(centre(lang.word("Không có đơn vị nào.", "None.")).italic());
    page.table(table);
}
