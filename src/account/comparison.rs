//! Page of a group: how its units stand beside what they came to the year before, and over several years.

use std::collections::BTreeSet;

use super::cell::{Cell, Tone, Trend, centre, count, text};
use super::page::{Page, Table, left_across};
use super::words::{NONE, change, many, name_with_mark, place, points, remarks_of, short_name, unit_name, width_of_notes};
use crate::criteria::CriteriaSet;
use crate::figure::UnitId;
use crate::past::{Before, Comparison, PastGroup};
use crate::points::Points;
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::text::{Lang, said};

/// Longest name of an area, in letters, that stands upright above a column.
const HEAD: usize = 34;

/// Makes the page; `None` where no earlier year is known.
pub fn page(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Option<Page> {
    let (group, campaign, lang) = (&ranking.group, results.campaign, results.lang);
    let (name, in_capitals) = (&group.name, group.name.to_uppercase());
    let comparison = results.comparison;
    let (last, this) = (comparison.last()?, campaign.year);
    let mut widths = vec![6, 6, 7, 30, 8, 8, 8, 8, 8, 8];
    widths.extend(set.criteria.iter().map(|_| 9));
    let rows: Vec<Vec<Cell>> = ranking.rows.iter().map(|row| of_unit(row, ranking, set, results)).collect();
    let before = last.groups.iter().find(|past| past.id == group.id);
    let mean = of_group(ranking, set, before, lang);
    let most = left_across(&widths).clamp(28, 54);
    widths.push(width_of_notes(rows.iter().chain([&mean]).filter_map(|row| row.last()), most, lang));
    let mut page = Page::new(said!(lang, "So sánh – {name}", "Comparison – {name}"), campaign, true, &widths);
    let then = last.year;
    let title =
        said!(lang, "SO SÁNH KẾT QUẢ NĂM {this} VỚI NĂM {then}: {in_capitals}", "RESULTS OF {this} AGAINST THOSE OF {then}: {in_capitals}");
    page.title(title, campaign, remarks_of(group, results));
    let mut head: Vec<String> = vec![
        said!(lang, "Hạng {this}", "Place {this}"),
        said!(lang, "Hạng {then}", "Place {then}"),
        lang.word("Tăng, giảm hạng", "Change of place").into(),
        lang.word("Đơn vị", "Unit").into(),
        said!(lang, "Chỉ số {this} (%)", "Index {this} (%)"),
        said!(lang, "Chỉ số {then} (%)", "Index {then} (%)"),
        lang.word("Tăng, giảm", "Change").into(),
        said!(lang, "Điểm {this}", "Points {this}"),
        said!(lang, "Điểm {then}", "Points {then}"),
        lang.word("Tăng, giảm", "Change").into(),
    ];
    // Areas have their whole names on the page of areas.
    head.extend(set.criteria.iter().map(|area| format!("{}. {}", area.id, short_name(&area.name, HEAD))));
    head.push(lang.word("Ghi chú", "Notes").into());
    let head = head.into_iter().enumerate().map(|(n, words)| {
        let cell = centre(words).size(11);
        if (10..10 + set.criteria.len()).contains(&n) { cell.upright() } else { cell }
    });
    let mut table = Table::main(head, 4);
    table.rows = rows;
    table.sum(mean);
    page.table(table);
    page.gap();
    page.paragraph(
        text(lang.word(
            "Tăng, giảm: số năm nay trừ số năm trước, tính từ số chưa làm tròn; ở cột hạng là số hạng tăng (+), giảm (-). Cột lĩnh vực: chỉ số thành phần tăng, giảm (điểm phần trăm). Đơn vị hợp nhất so với bình quân các đơn vị trước sắp xếp và không so hạng.",
            "Change: this year less the year before, taken from unrounded figures; for places, those gained (+) or lost (-). Columns of areas: change of the index of the area (percentage points). A merged unit is compared with the mean of those that it was merged from, and its place against none.",
        ))
        .italic(),
    );
    trend(&mut page, ranking, comparison, results);
    Some(page)
}

/// Makes the row of a unit.
fn of_unit(row: &Row, ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Vec<Cell> {
    let rounding = ranking.group.rounding;
    let before = results.comparison.before(&row.unit);
    let changed = before.map(|before| before.change(row)).unwrap_or_default();
    let placed = before.and_then(|before| before.place).map_or_else(|| centre(NONE), |(place, _)| count(place));
    let figure = |of: fn(&Before) -> Option<&Points>| before.map_or_else(|| centre(NONE), |before| points(of(before), rounding));
    let risen = changed.places_risen.map(Points::from);
    let mut cells = vec![
        place(row),
        placed,
        change(risen.as_ref(), 0),
        text(name_with_mark(results, row)),
        points(row.index.as_ref(), rounding).bold(),
        figure(|before| before.index.as_ref()),
        change(changed.index.map(|index| rounding.print(&index)).as_ref(), rounding.decimals).bold(),
        points(row.points.as_ref(), rounding),
        figure(|before| before.points.as_ref()),
        change(changed.points.map(|points| rounding.print(&points)).as_ref(), rounding.decimals),
    ];
    let card = results.cards.get(&row.unit).filter(|_| row.status != Status::NotSubmitted);
    cells.extend(set.criteria.iter().map(|area| {
        let now = super::words::node(card, &area.id).and_then(|node| node.index.as_ref());
        let then = before.and_then(|before| before.criteria.get(&area.id));
        change(now.zip(then).map(|(now, then)| rounding.print(&(now - then))).as_ref(), rounding.decimals)
    }));
    cells.push(text(note(row, results)).size(11));
    cells
}

/// Says what a unit is compared with, where that is not simply itself.
fn note(row: &Row, results: &Results<'_>) -> String {
    let (comparison, lang) = (results.comparison, results.lang);
    if comparison.unclear.contains(&row.unit) {
        let words = lang
            .word("Mã đơn vị năm trước mang tên khác: chưa so sánh.", "The id of the unit had another name the year before: not compared.");
        return words.into();
    }
    if comparison.of_other_id.contains(&row.unit) {
        let words = lang.word(
            "Đơn vị cùng tên năm trước mang mã khác: chưa so sánh.",
            "A unit of this name had another id the year before: not compared.",
        );
        return words.into();
    }
    let Some(before) = comparison.before(&row.unit) else {
        return lang.word("Đơn vị mới, không có kết quả năm trước.", "New unit, without a result of the year before.").into();
    };
    let names = before.units.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
    let itself = before.units.iter().all(|(id, _)| *id == row.unit);
    let mut notes = Vec::new();
    if before.units.len() > 1 {
        notes.push(said!(lang, "Hợp nhất từ: {names}.", "Merged from: {names}."));
    } else if before.shared && itself {
        let words = lang.word(
            "Năm trước gồm cả phần nay thuộc đơn vị khác; không so hạng.",
            "The year before included parts that are other units now; places are not compared.",
        );
        notes.push(words.into());
    } else if before.shared {
        notes.push(said!(lang, "Tách từ: {names}; không so hạng.", "Split off: {names}; places are not compared."));
    } else if !itself {
        notes.push(said!(lang, "Tên trước đây: {names}.", "Formerly: {names}."));
    }
    if before.units.len() == 1 && !before.shared && results.unit(&row.unit).is_some_and(|unit| before.group.as_ref() != Some(&unit.group)) {
        let words = lang.word("Khác khối năm trước, không so hạng.", "In another group the year before; places are not compared.");
        notes.push(words.into());
    }
    if before.points.is_none() {
        notes.push(lang.word("Năm trước không có kết quả.", "No result the year before.").into());
    } else if !before.silent.is_empty() {
        let silent = before.silent.join(", ");
        notes.push(said!(
            lang,
            "Không có kết quả năm trước nên không tính vào bình quân: {silent}.",
            "Without a result the year before, so not in the mean: {silent}."
        ));
    }
    if let Some(total) = &before.other_total {
        let total = total.plain_in(lang);
        notes.push(said!(
            lang,
            "Năm trước chấm trên thang {total} điểm: không so điểm.",
            "The year before was scored out of {total} points: points are not compared."
        ));
    }
    if before.provisional {
        notes.push(lang.word("Kết quả năm trước là tạm tính.", "The result of the year before is provisional.").into());
    }
    notes.join(" ")
}

/// Makes the row of means.
fn of_group(ranking: &GroupRanking, set: &CriteriaSet, before: Option<&PastGroup>, lang: Lang) -> Vec<Cell> {
    let rounding = ranking.group.rounding;
    let then = before.and_then(|before| before.mean_index.as_ref());
    let now = ranking.mean_index.as_ref();
    let changed = now.zip(then).map(|(now, then)| &rounding.print(now) - then);
    let (number, units) = (ranking.counted, many(ranking.counted, "unit", "units"));
    let mean = text(said!(lang, "Giá trị trung bình ({number} đơn vị)", "Mean ({units})"));
    let mut cells = vec![centre(""), centre(""), centre(""), mean];
    cells.extend([points(now, rounding), points(then, rounding), change(changed.as_ref(), rounding.decimals)]);
    cells.extend([centre(""), centre(""), centre("")]);
    cells.extend(set.criteria.iter().map(|_| centre("")));
    let past = before.map(|before| (before.ranked, many(before.ranked, "unit", "units")));
    let past = past.map(|(number, units)| said!(lang, "Năm trước: {number} đơn vị", "The year before: {units}"));
    cells.push(text(past.unwrap_or_default()));
    cells
}

/// Prints the index of every unit over the years, where there are several.
fn trend(page: &mut Page, ranking: &GroupRanking, comparison: &Comparison, results: &Results<'_>) {
    if comparison.years.len() < 2 {
        return;
    }
    let rounding = ranking.group.rounding;
    let lang = results.lang;
    page.heading(lang.word("Chỉ số qua các năm (%)", "Index over the years (%)"));
    let years: Vec<i16> = comparison.years.iter().rev().map(|year| year.year).chain([results.campaign.year]).collect();
    let columns = page.widths.len().saturating_sub(4);
    let shown = years.len().min(columns);
    let skipped = years.len() - shown;
    let mut head = vec![centre(lang.word("Đơn vị", "Unit")).span(4)];
    head.extend(years.iter().skip(skipped).map(|year| centre(year.to_string())));
    let mut table = Table::new(head);
    let mut apart: Vec<String> = Vec::new();
    for row in &ranking.rows {
        let then = comparison.before.get(&row.unit).map(Vec::as_slice).unwrap_or_default();
        for (year, before) in comparison.years.iter().zip(then).rev() {
            if let Some(before) = before.as_ref().filter(|before| !is_whole(&row.unit, then, before)) {
                let (unit, year) = (unit_name(results, &row.unit), year.year);
                let names = before.units.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
                apart.push(said!(lang, "{unit} năm {year} ({names})", "{unit} in {year} ({names})"));
            }
        }
        let whole = |before: &&Before| is_whole(&row.unit, then, before);
        let then = then.iter().rev().map(|before| before.as_ref().filter(whole).and_then(|before| before.index.as_ref()));
        let indexes: Vec<Option<&Points>> = then.chain([row.index.as_ref()]).skip(skipped).collect();
        let mut cells = vec![text(name_with_mark(results, row)).span(4)];
        let mut last: Option<&Points> = None;
        for index in indexes {
            let (tone, trend) = match (last, index) {
                (Some(last), Some(index)) if index > last => (Tone::Good, Trend::Up),
                (Some(last), Some(index)) if index < last => (Tone::Bad, Trend::Down),
                _ => (Tone::None, Trend::None),
            };
            cells.push(index.map_or_else(|| centre(NONE), |index| points(Some(index), rounding).tone(tone).trend(trend)));
            last = index.or(last);
        }
        table.row(cells);
    }
    page.table(table);
    let words = lang.word("▲: tăng so với năm có kết quả gần nhất; ▼: giảm.", "▲: up on the last year with a result; ▼: down.");
    page.paragraph(text(words).italic());
    if !apart.is_empty() {
        let apart = apart.join("; ");
        let words = said!(
            lang,
            "Không đưa vào dãy số những năm chỉ một phần các đơn vị trước sắp xếp có kết quả: {apart}.",
            "Left out are years of which only some of the predecessors have a result: {apart}."
        );
        page.paragraph(text(words).italic());
    }
}

/// Tells whether what a unit was in a year can stand in one series with the others: the unit itself, or all that it was in any
/// year, each with a result.
fn is_whole(unit: &UnitId, years: &[Option<Before>], before: &Before) -> bool {
    let ids = |before: &Before| before.units.iter().map(|(id, _)| id.clone()).collect::<BTreeSet<_>>();
    let own = ids(before);
    let all: BTreeSet<UnitId> = years.iter().flatten().flat_map(ids).filter(|id| id != unit).collect();
    (own.len() == 1 && own.contains(unit)) || (before.silent.is_empty() && all.is_subset(&own))
}
