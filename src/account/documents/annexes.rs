//! Annexes of the report on results: the places of every unit, and what units say.

use super::super::cell::{Cell, centre, count, text};
use super::super::document::{Document, Part};
use super::super::page::Table;
use super::super::spelled::spelled;
use super::super::words::{change, maximum, name_with_mark, other_maxima, peopled, place, points, sent, unit_name, unranked_since};
use super::super::{attached, proposals, unscored};
use crate::ranking::{GroupRanking, Row, Status, TieBreak};
use crate::results::Results;
use crate::text::{Lang, said};

/// Most units without a result for one reason that have it beside each name.
const MOST_WITH_REASON: usize = 3;
/// Units that are named in a line: more than these, with long names, are more than a row of a workbook takes.
const UNITS_OF_A_LINE: usize = 40;

/// Adds the annexes.
pub fn add(document: &mut Document, results: &Results<'_>) {
    places(document, results);
    units_say(document, results);
}

/// Adds the annex of places.
fn places(document: &mut Document, results: &Results<'_>) {
    let (lang, year) = (results.lang, results.campaign.year);
    document.add(Part::Annex {
        number: lang.word("PHỤ LỤC I", "ANNEX I").into(),
        about: said!(lang, "Kết quả chấm điểm, xếp hạng năm {year}", "Scores and ranking, {year}"),
        of: attached::to_report(results),
    });
    for ranking in peopled(results) {
        let (widths, table) = of_places(ranking, results);
        document.table(ranking.group.name.clone(), &widths, table);
        for words in below(ranking, results) {
            document.remark(words);
        }
        let merged = |row: &Row| results.comparison.before(&row.unit).is_some_and(|before| before.units.len() > 1);
        if ranking.ranked().any(merged) {
            document.remark(lang.word(
                "Đơn vị hợp nhất so với bình quân các đơn vị trước sắp xếp.",
                "A merged unit is compared with the mean of those that it was merged from.",
            ));
        }
    }
    document.remark(lang.word(
        "Thứ hạng xác định theo chỉ số chưa làm tròn; đơn vị bằng chỉ số được phân định theo tiêu chí phụ của khối, nếu có. Các đơn vị vẫn bằng nhau được xếp đồng hạng; đơn vị kế tiếp lùi hạng tương ứng.",
        "Places follow the unrounded index; units with equal indexes are told apart by the tie-breaks of their group, if it has any. Units that are still equal share a place; the next unit comes as many places further down.",
    ));
}

/// Makes the table of places of a group, beside the year before where it is known.
fn of_places(ranking: &GroupRanking, results: &Results<'_>) -> (Vec<u32>, Table) {
    let (rounding, lang) = (ranking.group.rounding, results.lang);
    let graded = !ranking.group.grades.is_empty();
    let year = results.comparison.last().map(|last| last.year);
    let keep = |cells: [Cell; 7]| {
        let kept = [true, true, true, true, true, graded, year.is_some()];
        cells.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(cell, _)| cell).collect::<Vec<_>>()
    };
    let against = year.map(|year| said!(lang, "So với năm {year} (điểm phần trăm)", "Against {year} (% points)")).unwrap_or_default();
    let heads = [
        ("Hạng", "Place"),
        ("Đơn vị", "Unit"),
        ("Điểm đạt", "Points"),
        ("Điểm tối đa áp dụng", "Applicable maximum"),
        ("Chỉ số (%)", "Index (%)"),
        ("Xếp loại", "Grade"),
    ];
    let [first, unit, reached, most, index, grade] = lang.each(heads).map(centre);
    let mut table = Table::new(keep([first, unit, reached, most, index, grade, centre(against)]));
    for row in ranking.ranked() {
        let before = results.comparison.before(&row.unit).and_then(|before| before.change(row).index);
        table.row(keep([
            place(row),
            text(name_with_mark(results, row)),
            points(row.points.as_ref(), rounding),
            maximum(&row.applicable_max),
            points(row.index.as_ref(), rounding).bold(),
            centre(row.grade.clone().unwrap_or_default()),
            change(before.map(|moved| rounding.print(&moved)).as_ref(), rounding.decimals),
        ]));
    }
    table.when_empty = Some(centre(lang.word("Không có đơn vị nào được xếp hạng.", "No unit is ranked.")).italic());
    let widths = match lang {
        Lang::Vi => [9, 36, 12, 13, 12, 18, 15],
        Lang::En => [9, 33, 12, 17, 12, 17, 15],
    };
    let kept = [true, true, true, true, true, graded, year.is_some()];
    (widths.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(width, _)| width).collect(), table)
}

/// Says which units of a group have no place and why, and why places may not go by points.
pub fn below(ranking: &GroupRanking, results: &Results<'_>) -> Vec<String> {
    let lang = results.lang;
    let of = |status: Status| ranking.rows.iter().filter(move |row| row.status == status);
    let mut told = Vec::new();
    let unranked: Vec<String> = of(Status::Unranked)
        .map(|row| {
            let index = row.index.as_ref().map(|index| ranking.group.rounding.spelled(index, lang));
            let index = index.map(|index| said!(lang, " (chỉ số {index}%)", " (index {index}%)"));
            let beside = unranked_since(row, results).map(|since| format!(" ({since})")).or(index);
            format!("{}{}", unit_name(results, &row.unit), beside.unwrap_or_default())
        })
        .collect();
    if !unranked.is_empty() {
        let unranked = unranked.join("; ");
        told.push(said!(lang, "Chấm điểm, không xếp hạng: {unranked}.", "Scored, not ranked: {unranked}."));
    }
    told.extend(without_result(of(Status::NotSubmitted), results));
    told.extend(unscored::mark(ranking, results));
    told.extend(other_maxima(ranking, lang));
    told.extend(ranking.remarks.iter().map(|words| words.get(lang).to_owned()));
    let spelled = spelled(ranking.decided_by().iter().filter_map(TieBreak::criterion), &[&ranking.group], results);
    if !spelled.is_empty() {
        told.push(said!(lang, "Trong đó {spelled}.", "Here, {spelled}."));
    }
    told
}

/// Says which units have no result and why: the reason beside each, or once for many, in lines that a row of a table takes.
fn without_result<'r>(rows: impl Iterator<Item = &'r Row>, results: &Results<'_>) -> Vec<String> {
    let lang = results.lang;
    let mut by_reason: Vec<(String, Vec<&str>)> = Vec::new();
    for row in rows {
        let (name, why) = (unit_name(results, &row.unit), sent(results.cards.get(&row.unit), lang).to_lowercase());
        match by_reason.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, names)) => names.push(name),
            None => by_reason.push((why, vec![name])),
        }
    }
    let (many, few): (Vec<_>, Vec<_>) = by_reason.into_iter().partition(|(_, names)| names.len() > MOST_WITH_REASON);
    let each = few.iter().flat_map(|(why, names)| names.iter().map(move |name| format!("{name} ({why})")));
    let each = each.collect::<Vec<_>>().join("; ");
    let mut told: Vec<String> = Vec::new();
    if !each.is_empty() {
        told.push(said!(lang, "Chưa có kết quả: {each}.", "Without a result: {each}."));
    }
    for (why, names) in many {
        let (count, lines) = (names.len(), names.chunks(UNITS_OF_A_LINE));
        let last = lines.len() - 1;
        for (n, names) in lines.enumerate() {
            let (names, end) = (names.join("; "), if n == last { "." } else { ";" });
            told.push(match n {
                0 => said!(
                    lang,
                    "Chưa có kết quả, {why} ({count} đơn vị): {names}{end}",
                    "Without a result, {why} ({count} units): {names}{end}"
                ),
                _ => format!("{names}{end}"),
            });
        }
    }
    told
}

/// Adds the annex of what units say, where any says something.
fn units_say(document: &mut Document, results: &Results<'_>) {
    let (said, lang) = (proposals::said(results), results.lang);
    if said.is_empty() {
        return;
    }
    document.add(Part::Annex {
        number: lang.word("PHỤ LỤC II", "ANNEX II").into(),
        about: lang.word("Khó khăn, vướng mắc; kiến nghị, đề xuất của các đơn vị", "Difficulties and proposals of the units").into(),
        of: attached::to_report(results),
    });
    let mut table = Table::new(lang.each(proposals::HEAD).map(centre));
    for (n, (unit, remarks)) in said.iter().enumerate() {
        let words = |words: &Option<String>| text(words.clone().unwrap_or_default());
        table.row([count(n + 1), text(&unit.name), words(&remarks.difficulties), words(&remarks.proposals)]);
    }
    document.table("", &[7, 25, 34, 34], table);
}
