//! The ranking as it is signed: every group by place, with head, basis and room for signatures.

use super::appraised::{self, source};
use super::cell::{Cell, Tone, blank, centre, text};
use super::documents::{below, places, roman};
use super::page::{Main, Page, Paper, Table};
use super::signing;
use super::unscored;
use super::words::{many, peopled, remarks};
use crate::ranking::GroupRanking;
use crate::results::Results;
use crate::text::said;

/// Columns: place, unit, total points, index, grade or notes. The last three are as wide as the national heading.
const WIDTHS: [u32; 5] = [10, 38, 14, 14, 18];

/// Makes the page.
pub fn page(results: &Results<'_>) -> Page {
    let (campaign, lang, year) = (results.campaign, results.lang, results.campaign.year);
    let mut page = Page::new(lang.word("Trình ký", "For signature"), campaign, false, &WIDTHS);
    page.letterhead(Paper::Numbered, results);
    let title = said!(
        lang,
        "BẢNG KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG\nCHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}",
        "SCORES AND RANKING\nPUBLIC ADMINISTRATION REFORM INDEX (PAR INDEX), {year}"
    );
    page.title(title, campaign, remarks(results));
    appraised::warn(&mut page, results);
    signing::basis(&mut page, results);
    let source = source(results);
    let source = source.get(lang);
    page.paragraph(text(said!(lang, "{source} Thứ hạng xác định theo chỉ số chưa làm tròn.", "{source} Places go by unrounded indexes.")));
    if let Some(words) = unscored::told(results) {
        page.paragraph(text(words.get(lang)));
    }
    page.gap();
    page.table(list(results));
    signing::close(&mut page, results, campaign.reports.council.as_slice());
    page
}

/// Makes the list: a heading for each group, its units by place, their mean, and who has no place.
fn list(results: &Results<'_>) -> Table {
    let (lang, columns) = (results.lang, WIDTHS.len());
    let graded = results.ranking.groups.iter().any(|ranking| !ranking.group.grades.is_empty());
    let last = if graded { ("Xếp loại", "Grade") } else { ("Ghi chú", "Notes") };
    let heads = [("Thứ hạng", "Place"), ("Đơn vị", "Unit"), ("Tổng điểm", "Total points"), ("Chỉ số (%)", "Index (%)"), last];
    let whole = |row: Vec<Cell>| row.into_iter().chain(std::iter::repeat_with(blank)).take(columns).collect::<Vec<_>>();
    let mut table = Table::new(lang.each(heads).map(centre));
    // Its heading is repeated on every page, but does not stay in sight below letterhead and title.
    table.main = Some(Main { fixed: 0, filter: false, pages: 1 });
    let over_all = |cell: Cell| vec![cell.span(u16::try_from(columns).unwrap_or(u16::MAX))];
    for (n, ranking) in peopled(results).enumerate() {
        table.rows.push(over_all(text(heading(n, ranking, results)).bold().tone(Tone::Area)));
        let (_, of_group) = places(ranking, results);
        table.rows.extend(of_group.rows.into_iter().map(whole));
        table.rows.extend(of_group.foot.into_iter().map(|row| whole(row).into_iter().map(|cell| cell.tone(Tone::Group)).collect()));
        table.rows.extend(below(ranking, results).into_iter().map(|words| over_all(text(words).italic())));
    }
    table
}

/// Names a group, and counts its ranked units.
fn heading(n: usize, ranking: &GroupRanking, results: &Results<'_>) -> String {
    let (number, name, counted) = (roman(n + 1), &ranking.group.name, ranking.counted);
    let units = many(counted, "ranked unit", "ranked units");
    said!(results.lang, "{number}. {name} ({counted} đơn vị được xếp hạng)", "{number}. {name} ({units})")
}
