//! Page of pictures: the index of every ranked unit as a bar, in the order of places.

use super::cell::{centre, text};
use super::page::{Bars, Page, Table};
use super::words::{bar_labels, name_with_mark, place, points, ranked, remarks};
use crate::points::Points;
use crate::ranking::GroupRanking;
use crate::results::Results;
use crate::text::said;

/// Most units that a picture of bars still shows legibly.
const MOST_BARS: usize = 60;

/// Makes the page: a table per group with the figures drawn; `None` where no group has several ranked units.
pub fn page(results: &Results<'_>) -> Option<Page> {
    let (campaign, lang, year) = (results.campaign, results.lang, results.campaign.year);
    let mut page = Page::new(lang.word("Biểu đồ", "Charts"), campaign, true, &[6, 40, 11, 84]);
    let title = said!(lang, "BIỂU ĐỒ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}", "PAR INDEX {year} IN CHARTS");
    page.title(title, campaign, remarks(results));
    let drawn: Vec<&GroupRanking> = results.ranking.groups.iter().filter(|ranking| ranking.compares()).collect();
    if drawn.is_empty() {
        return None;
    }
    for ranking in drawn {
        page.heading(&ranking.group.name);
        if ranking.counted > MOST_BARS {
            let (name, count) = (&ranking.group.name, ranking.counted);
            let words = said!(
                lang,
                "Khối có {count} đơn vị được xếp hạng, quá nhiều để vẽ: xem trang “Xếp hạng – {name}”.",
                "The group has {count} ranked units, too many to draw: see the sheet “Ranking – {name}”."
            );
            page.paragraph(text(words).italic());
            page.gap();
            continue;
        }
        page.table(of_group(ranking, results));
    }
    Some(page)
}

/// Makes the table of a group.
fn of_group(ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let rounding = ranking.group.rounding;
    let past_100 = ranking.rows.iter().any(|row| row.index.as_ref().is_some_and(|index| index > &Points::hundred()));
    let lang = results.lang;
    let mut table = Table::new(lang.each([("Hạng", "Place"), ("Đơn vị", "Unit"), ("Chỉ số (%)", "Index (%)")]).map(centre));
    for (row, _) in ranked(ranking, results) {
        table.row([place(row), text(name_with_mark(results, row)).size(11), points(row.index.as_ref(), rounding)]);
    }
    let mean = points(ranking.mean_index.as_ref(), rounding);
    table.foot.push(vec![centre(""), text(lang.word("Giá trị trung bình", "Mean")).bold(), mean.bold()]);
    let labels = bar_labels(ranked(ranking, results).map(|(row, _)| row), results);
    table.bars = Some(Bars { names: 1, labels, values: 2, past_100 });
    table
}
