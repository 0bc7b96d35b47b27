//! Two pages of a group: areas across, and every criterion down.

use super::cell::{Tone, centre, text};
use super::page::{Main, Page, Shade, Table, left_across};
use super::unscored::is_provisional;
use super::words::{
    criterion_name, many, maximum, mean, name_with_mark, node, of_node, place, points, ranked, remarks_of, short_name, tone_of, unit_name,
};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::points::Points;
use crate::ranking::{GroupRanking, Row, Status};
use crate::results::Results;
use crate::scoring::Node;
use crate::text::said;

/// Units that one page on its side takes across beside names of criteria of the least width, with figures of at least 7 points.
const UNITS_ON_ONE: usize = 20;

/// Units on each of several pages: their figures are 6 points high, or a large group takes three times the pages.
const UNITS_A_PAGE: usize = 24;

/// Least and most width of a column of names of criteria, in characters.
const NAMES: (u32, u32) = (34, 58);

/// Widths of a column of a unit, in characters: on one page, and on several.
const UNIT: (u32, u32) = (7, 8);

/// Units that a page of criteria takes in width when it stands upright.
const UNITS_UPRIGHT: usize = 6;

/// Longest name, in letters, that stands upright above a column: with longer ones the head would take more than a quarter of the page.
const HEAD: usize = 38;

/// Units whose names have room to stand level above their columns.
const NAMES_LEVEL: usize = 3;

/// Makes the page of areas: a row per unit, the index of every area.
pub fn areas(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Page {
    let (group, campaign, rounding, lang) = (&ranking.group, results.campaign, ranking.group.rounding, results.lang);
    let (name, in_capitals, year) = (&group.name, group.name.to_uppercase(), campaign.year);
    let mut widths = vec![6, 32];
    widths.extend(set.criteria.iter().map(|_| 15));
    widths.push(10);
    let mut page = Page::new(said!(lang, "Lĩnh vực – {name}", "Areas – {name}"), campaign, true, &widths);
    let title = said!(lang, "CHỈ SỐ THÀNH PHẦN THEO LĨNH VỰC (%), NĂM {year}: {in_capitals}", "INDEX BY AREA (%), {year}: {in_capitals}");
    page.title(title, campaign, remarks_of(group, results));

    let mut head = lang.each([("Hạng", "Place"), ("Đơn vị", "Unit")]).map(centre).to_vec();
    head.extend(set.criteria.iter().map(|area| {
        let (id, name, max) = (&area.id, &area.name, area.weighted_max().plain_in(lang));
        centre(said!(lang, "{id}. {name}\n(tối đa {max})", "{id}. {name}\n(at most {max})")).size(11)
    }));
    head.push(centre(lang.word("Chỉ số chung", "Index")));
    let mut table = Table::main(head, 2);
    for row in &ranking.rows {
        let card = results.cards.get(&row.unit).filter(|_| row.status != Status::NotSubmitted);
        let mut cells = vec![place(row), text(name_with_mark(results, row))];
        cells.extend(set.criteria.iter().map(|area| of_node(node(card, &area.id), |node| node.index.as_ref(), rounding)));
        cells.push(points(row.index.as_ref(), rounding).bold());
        table.row(cells);
    }
    table.shade = Some(Shade::Table { first: 2, spare: 1 });
    if ranking.compares() {
        let (number, units) = (ranking.counted, many(ranking.counted, "unit", "units"));
        let mut cells = vec![centre(""), text(said!(lang, "Giá trị trung bình ({number} đơn vị)", "Mean ({units})"))];
        cells.extend(set.criteria.iter().map(|area| points(ranking.area_mean(&area.id), rounding)));
        cells.push(points(ranking.mean_index.as_ref(), rounding));
        table.sum(cells);
    }
    page.table(table);
    page.gap();
    page.paragraph(
        text(lang.word(
            "Chỉ số của lĩnh vực = điểm đạt / điểm tối đa áp dụng × 100. “–”: không áp dụng. Màu càng đậm thì chỉ số càng thấp so với các đơn vị trong khối.",
            "Index of an area = points / applicable maximum × 100. “–”: not applicable. The darker a colour, the lower the index within the group.",
        ))
        .italic(),
    );
    page
}

/// Makes the page of criteria: a row per criterion, a column per unit, official points.
pub fn criteria(ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Page {
    let (group, campaign, rounding, lang) = (&ranking.group, results.campaign, ranking.group.rounding, results.lang);
    let (name, in_capitals, year) = (&group.name, group.name.to_uppercase(), campaign.year);
    // Few units leave a page on its side half empty, and its head takes most of the height.
    let (few, level) = (ranking.rows.len() <= UNITS_UPRIGHT, ranking.rows.len() <= NAMES_LEVEL);
    let one = ranking.rows.len() <= UNITS_ON_ONE;
    let pages = if one { 1 } else { ranking.rows.len().div_ceil(UNITS_A_PAGE).max(2) };
    let beside = vec![UNIT.0; ranking.rows.len()];
    let names = if one { left_across(&[[8, 8, 9].as_slice(), &beside].concat()).clamp(NAMES.0, NAMES.1) } else { NAMES.1 };
    let mut widths = vec![8, if few { 44 } else { names }, 8, 9];
    let unit = [(level, 20), (few, 9)].into_iter().find(|(fits, _)| *fits).map_or(if one { UNIT.0 } else { UNIT.1 }, |(_, width)| width);
    widths.extend(ranking.rows.iter().map(|_| unit));
    let mut page = Page::new(said!(lang, "Tiêu chí – {name}", "Criteria – {name}"), campaign, !few, &widths);
    let title =
        said!(lang, "ĐIỂM CHÍNH THỨC THEO TIÊU CHÍ, NĂM {year}: {in_capitals}", "OFFICIAL POINTS BY CRITERION, {year}: {in_capitals}");
    page.title(title, campaign, remarks_of(group, results));

    let heads = [
        ("Mã", "Code"),
        ("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, sub-criterion"),
        ("Điểm tối đa", "Max. points"),
        ("Trung bình", "Mean"),
    ];
    let mut head = lang.each(heads).map(centre).to_vec();
    let named = |name: String| if level { centre(name) } else { text(name).upright() };
    let heads = heads_of_units(ranking, results, if level { usize::MAX } else { HEAD });
    head.extend(ranking.rows.iter().zip(&heads).map(|(row, name)| {
        let mark = if is_provisional(results, row) { " *" } else { "" };
        named(format!("{name}{mark}")).size(10)
    }));
    let pages = pages.try_into().unwrap_or(u16::MAX);
    let mut table = Table { main: Some(Main { fixed: 4, filter: false, pages }), ..Table::new(head) };
    let mut most = Vec::new();
    for (depth, criterion) in set.walk() {
        let mut cells = vec![text(criterion.id.as_str()), criterion_name(&criterion.name, depth), maximum(&criterion.max)];
        cells.push(points(mean_of(ranking, results, &criterion.id, |node| node.official.as_ref()).as_ref(), rounding));
        cells.extend(ranking.rows.iter().map(|row| {
            let card = results.cards.get(&row.unit).filter(|_| row.status != Status::NotSubmitted);
            of_node(node(card, &criterion.id), |node| node.official.as_ref(), rounding)
        }));
        let tone = tone_of(depth, criterion);
        let group = tone != Tone::None;
        table.row(cells.into_iter().map(|cell| if group { cell.bold().tone(tone) } else { cell }));
        most.push(criterion.max.clone());
    }
    table.shade = Some(Shade::Rows { first: 4, most });
    let mut cells = vec![
        text(""),
        text(lang.word("Tổng điểm (kể cả điểm thưởng, trừ)", "Total points (with bonuses, penalties)")),
        maximum(&set.total),
    ];
    cells.push(points(mean(ranked(ranking, results).map(|(_, card)| &card.points)).as_ref(), rounding));
    cells.extend(ranking.rows.iter().map(|row| points(row.points.as_ref(), rounding)));
    table.sum(cells);
    page.table(table);
    page.gap();
    if ranking.rows.iter().any(|row| is_provisional(results, row)) {
        page.paragraph(text(lang.word("*: kết quả tạm tính.", "*: provisional result.")).italic());
    }
    if let Some(words) = in_full(ranking, &heads, results) {
        page.paragraph(text(words).italic());
    }
    page.paragraph(
        text(lang.word(
            "Đơn vị xếp theo hạng, từ trái sang phải. “–”: không áp dụng; ô trống: chưa có điểm. Màu càng đậm thì càng ít điểm so với điểm tối đa của tiêu chí. Trung bình tính trên các đơn vị được xếp hạng có áp dụng.",
            "Units stand by place, from left to right. “–”: not applicable; an empty cell: no points yet. The darker a colour, the fewer points against the maximum of the criterion. Means are over the ranked units that a criterion applies to.",
        ))
        .italic(),
    );
    page
}

/// Names the units at the heads of columns, in so many letters at most: by another name of theirs that fits, else by its beginning. Names
/// that would be the same stay whole.
fn heads_of_units(ranking: &GroupRanking, results: &Results<'_>, most: usize) -> Vec<String> {
    let fits = |name: &&String| name.chars().count() <= most;
    let short = |row: &Row| {
        let name = unit_name(results, &row.unit).to_owned();
        if fits(&&name) {
            return name;
        }
        let aliases = results.unit(&row.unit).map(|unit| unit.aliases.as_slice()).unwrap_or_default();
        aliases.iter().filter(fits).max_by_key(|alias| alias.chars().count()).cloned().unwrap_or_else(|| short_name(&name, most))
    };
    let heads: Vec<String> = ranking.rows.iter().map(short).collect();
    let is_alone = |name: &String| heads.iter().filter(|other| *other == name).count() == 1;
    let whole = |(row, name): (&Row, &String)| if is_alone(name) { name.clone() } else { unit_name(results, &row.unit).to_owned() };
    ranking.rows.iter().zip(&heads).map(whole).collect()
}

/// Says which units the shortened heads name; nothing where none is shortened.
fn in_full(ranking: &GroupRanking, heads: &[String], results: &Results<'_>) -> Option<String> {
    let whole = |row: &Row| unit_name(results, &row.unit).to_owned();
    let shortened = ranking.rows.iter().zip(heads).filter(|(row, head)| whole(row) != **head);
    let named: Vec<String> = shortened.map(|(row, head)| format!("“{head}”: {}", whole(row))).collect();
    let all = named.join("; ");
    (!named.is_empty()).then(|| said!(results.lang, "Tên viết gọn ở đầu cột: {all}.", "Shortened heads: {all}."))
}

/// Gives the mean of a node's figure over the ranked units that it applies to.
fn mean_of(ranking: &GroupRanking, results: &Results<'_>, id: &CriterionId, of: impl Fn(&Node) -> Option<&Points>) -> Option<Points> {
    mean(ranked(ranking, results).filter_map(|(_, card)| node(Some(card), id).filter(|node| node.applicable).and_then(&of)))
}
