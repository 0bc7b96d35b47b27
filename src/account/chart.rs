//! Page of pictures: the index of every ranked unit as a bar, in the order of places.

use super::cell::{centre, text};
use super::page::{Bars, Page, Table};
use super::words::{name_with_mark, place, points, ranked, remarks};
use crate::points::Points;
use crate::ranking::GroupRanking;
use crate::results::Results;

/// Most units that a picture of bars still shows legibly.
const MOST_BARS: usize = 60;

/// Makes the page: a table per group with the figures drawn.
pub fn page(results: &Results<'_>) -> Page {
    let campaign = results.campaign;
    let mut page = Page::new("Biểu đồ", campaign, true, &[6, 40, 11, 84]);
    page.title(format!("BIỂU ĐỒ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {}", campaign.year), campaign, remarks(results));
    for ranking in results.ranking.groups.iter().filter(|ranking| ranking.counted > 0) {
        page.heading(&ranking.group.name);
        if ranking.counted > MOST_BARS {
            let (name, count) = (&ranking.group.name, ranking.counted);
            page.paragraph(text(format!("Khối có {count} đơn vị được xếp hạng, quá nhiều để vẽ: xem trang “Xếp hạng – {name}”.")).italic());
            page.gap();
            continue;
        }
        page.table(of_group(ranking, results));
    }
    page
}

/// Makes the table of a group.
fn of_group(ranking: &GroupRanking, results: &Results<'_>) -> Table {
    let rounding = ranking.group.rounding;
    let past_100 = ranking.rows.iter().any(|row| row.index.as_ref().is_some_and(|index| index > &Points::hundred()));
    let mut table = Table::new(["Hạng", "Đơn vị", "Chỉ số (%)"].map(centre));
    for (row, _) in ranked(ranking, results) {
        table.row([place(row), text(name_with_mark(results, row)), points(row.index.as_ref(), rounding)]);
    }
    let mean = points(ranking.mean_index.as_ref(), rounding);
    table.foot.push(vec![centre(""), text("Giá trị trung bình").bold(), mean.bold()]);
    table.bars = Some(Bars { names: 1, values: 2, past_100 });
    table
}
