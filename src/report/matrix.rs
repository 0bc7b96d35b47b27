//! Two tables of a group: areas across, and every criterion down.

use rust_xlsxwriter::{ConditionalFormat3ColorScale, ConditionalFormatType};

use super::ReportError;
use super::book::Book;
use super::page::{Cell, Fill, Page, centre, text};
use super::words::{criterion_name, maximum, mean, node, of_node, place, points, ranked, remarks_of, unit_name};
use crate::criteria::CriteriaSet;
use crate::figure::CriterionId;
use crate::points::Points;
use crate::ranking::{GroupRanking, Status};
use crate::results::Results;
use crate::scoring::Node;

/// Colours from the least to the most.
const SCALE: [u32; 3] = [0x00F4_B6B0, 0x00FD_F3C8, 0x00A9_D8B0];

/// Units that fit on a page in width.
const UNITS_A_PAGE: usize = 24;

/// Adds the sheet of areas: a row per unit, the index of every area.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn areas(book: &mut Book, ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Result<(), ReportError> {
    let (group, campaign, rounding) = (&ranking.group, results.campaign, ranking.group.rounding);
    let mut widths = vec![6, 32];
    widths.extend(set.criteria.iter().map(|_| 15));
    widths.push(10);
    let mut page = Page::new(book.add(&format!("LV – {}", group.name))?, campaign, true, &widths)?;
    let title = format!("CHỈ SỐ THÀNH PHẦN THEO LĨNH VỰC (%), NĂM {}: {}", campaign.year, group.name.to_uppercase());
    page.title(&title, campaign, &remarks_of(group, results))?;

    let mut head = vec![centre("Hạng"), centre("Đơn vị")];
    head.extend(
        set.criteria.iter().map(|area| centre(format!("{}. {}\n(tối đa {})", area.id, area.name, area.weighted_max().plain_vi())).size(11)),
    );
    head.push(centre("Chỉ số chung"));
    let table = page.main_head(head, 2)?;
    for row in &ranking.rows {
        let card = results.cards.get(&row.unit).filter(|_| row.status != Status::NotSubmitted);
        let mut cells = vec![place(row), text(unit_name(results, &row.unit))];
        cells.extend(set.criteria.iter().map(|area| of_node(node(card, &area.id), |node| node.index.as_ref(), rounding)));
        cells.push(points(row.index.as_ref(), rounding).bold());
        page.row(&cells)?;
    }
    page.filter(table)?;
    let (first, last, columns) = (table + 1, page.next_row().saturating_sub(1), page.columns());
    if last >= first && columns > 3 {
        page.sheet().add_conditional_format(first, 2, last, columns - 2, &scale())?;
    }
    let mut cells = vec![centre(""), text(format!("Giá trị trung bình ({} đơn vị)", ranking.counted))];
    cells.extend(set.criteria.iter().map(|area| points(ranking.area_mean(&area.id), rounding)));
    cells.push(points(ranking.mean_index.as_ref(), rounding));
    page.row(&cells.into_iter().map(|cell| cell.bold().fill(Fill::Area)).collect::<Vec<Cell>>())?;
    page.skip();
    page.line(
        text(
            "Chỉ số của lĩnh vực = điểm đạt / điểm tối đa áp dụng × 100. “–”: không áp dụng. Màu: từ thấp (đỏ) đến cao (xanh) trong nhóm.",
        )
        .italic(),
    )
}

/// Adds the sheet of criteria: a row per criterion, a column per unit, official points.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn criteria(book: &mut Book, ranking: &GroupRanking, set: &CriteriaSet, results: &Results<'_>) -> Result<(), ReportError> {
    let (group, campaign, rounding) = (&ranking.group, results.campaign, ranking.group.rounding);
    let mut widths = vec![8, 58, 8, 9];
    widths.extend(ranking.rows.iter().map(|_| 8));
    let mut page = Page::new(book.add(&format!("TC – {}", group.name))?, campaign, true, &widths)?;
    let title = format!("ĐIỂM CHÍNH THỨC THEO TIÊU CHÍ, NĂM {}: {}", campaign.year, group.name.to_uppercase());
    page.title(&title, campaign, &remarks_of(group, results))?;

    let mut head = vec![centre("Mã"), centre("Lĩnh vực, tiêu chí, tiêu chí thành phần"), centre("Điểm tối đa"), centre("Trung bình")];
    head.extend(ranking.rows.iter().map(|row| text(unit_name(results, &row.unit)).upright().size(11)));
    page.main_head(head, 4)?;
    let pages = ranking.rows.len().div_ceil(UNITS_A_PAGE);
    page.spread(pages.try_into().unwrap_or(u16::MAX))?;
    let columns = page.columns();
    for (depth, criterion) in set.walk() {
        let mut cells = vec![text(criterion.id.as_str()), criterion_name(&criterion.name, depth), maximum(&criterion.max)];
        cells.push(points(mean_of(ranking, results, &criterion.id, |node| node.official.as_ref()).as_ref(), rounding));
        cells.extend(ranking.rows.iter().map(|row| {
            let card = results.cards.get(&row.unit).filter(|_| row.status != Status::NotSubmitted);
            of_node(node(card, &criterion.id), |node| node.official.as_ref(), rounding)
        }));
        let fill = match (depth, criterion.leaf()) {
            (1, _) => Fill::Area,
            (_, None) => Fill::Group,
            (_, Some(_)) => Fill::None,
        };
        let group = fill != Fill::None;
        let at = page.next_row();
        page.row(&cells.into_iter().map(|cell| if group { cell.bold().fill(fill) } else { cell }).collect::<Vec<Cell>>())?;
        if columns > 4 && criterion.max.is_positive() {
            page.sheet().add_conditional_format(at, 4, at, columns - 1, &scale_to(&criterion.max))?;
        }
    }
    let mut cells = vec![text(""), text("Tổng điểm (kể cả điểm thưởng, trừ)"), maximum(&set.total)];
    cells.push(points(mean(ranked(ranking, results).map(|(_, card)| &card.points)).as_ref(), rounding));
    cells.extend(ranking.rows.iter().map(|row| points(row.points.as_ref(), rounding)));
    page.row(&cells.into_iter().map(|cell| cell.bold().fill(Fill::Area)).collect::<Vec<Cell>>())?;
    page.skip();
    page.line(
        text("Đơn vị xếp theo hạng, từ trái sang phải. “–”: không áp dụng; ô trống: chưa có điểm. Màu: từ 0 (đỏ) đến điểm tối đa của tiêu chí (xanh). Trung bình tính trên các đơn vị được xếp hạng có áp dụng.")
            .italic(),
    )
}

/// Gives the mean of a node's figure over the ranked units that it applies to.
fn mean_of(ranking: &GroupRanking, results: &Results<'_>, id: &CriterionId, of: impl Fn(&Node) -> Option<&Points>) -> Option<Points> {
    mean(ranked(ranking, results).filter_map(|(_, card)| node(Some(card), id).filter(|node| node.applicable).and_then(&of)))
}

/// Makes the scale from the least to the most of the cells.
fn scale() -> ConditionalFormat3ColorScale {
    let [least, middle, most] = SCALE;
    ConditionalFormat3ColorScale::new().set_minimum_color(least).set_midpoint_color(middle).set_maximum_color(most)
}

/// Makes the scale from 0 to a maximum.
fn scale_to(max: &Points) -> ConditionalFormat3ColorScale {
    let half = max.over(&Points::from(2)).unwrap_or_default();
    scale()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_midpoint(ConditionalFormatType::Number, half.to_cell())
        .set_maximum(ConditionalFormatType::Number, max.to_cell())
}
