//! Sheet of pictures: the index of every ranked unit as a bar, in the order of places.

use rust_xlsxwriter::{Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartSolidFill, ChartType, Color};

use super::ReportError;
use super::book::Book;
use super::page::{Page, centre, text};
use super::words::{place, points, ranked, remarks, unit_name};
use crate::look;
use crate::points::Points;
use crate::results::Results;

/// Most units that a picture of bars still shows legibly.
const MOST_BARS: usize = 60;
/// Height of a bar with its gap, in pixels; rows of the table beside it are as high.
const BAR: u32 = 25;

/// Adds the sheet: a table per group with the figures drawn, and the picture beside it.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn add(book: &mut Book, results: &Results<'_>) -> Result<(), ReportError> {
    let campaign = results.campaign;
    let mut page = Page::new(book.add(NAME)?, campaign, true, &[6, 40, 11, 84])?;
    page.title(&format!("BIỂU ĐỒ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {}", campaign.year), campaign, &remarks(results))?;
    for ranking in results.ranking.groups.iter().filter(|ranking| ranking.counted > 0) {
        page.skip();
        page.line(text(&ranking.group.name).bold().size(13))?;
        let head = page.next_row();
        page.head(["Hạng", "Đơn vị", "Chỉ số (%)"].map(centre))?;
        for (row, _) in ranked(ranking, results) {
            page.row(&[place(row), text(unit_name(results, &row.unit)), points(row.index.as_ref(), ranking.group.rounding)])?;
        }
        let mean = points(ranking.mean_index.as_ref(), ranking.group.rounding);
        page.row(&[centre(""), text("Giá trị trung bình").bold(), mean.bold()])?;
        let over = ranking.rows.iter().any(|row| row.index.as_ref().is_some_and(|index| index > &Points::hundred()));
        if let (true, Ok(counted)) = (ranking.counted <= MOST_BARS, u32::try_from(ranking.counted)) {
            page.sheet().insert_chart_with_offset(head, 3, &bars(head, counted, over), 8, 0)?;
            // A picture of few bars is higher than its table.
            while page.next_row() < head + 8 {
                page.skip();
            }
        }
    }
    Ok(())
}

/// Name of the sheet.
const NAME: &str = "Biểu đồ";

/// Draws so many bars of the table below a heading. The axis ends at 100, unless bonus points lift an index over it.
fn bars(head: u32, counted: u32, over: bool) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    let labels = ChartFont::new().set_name(look::FONT).set_size(10).clone();
    // Within its bar a figure has room however near to the axis's end the bar comes.
    let figures = ChartFont::new().set_name(look::FONT).set_size(10).set_bold().set_color(Color::White).clone();
    chart
        .add_series()
        .set_categories((NAME, head + 1, 1, head + counted, 1))
        .set_values((NAME, head + 1, 2, head + counted, 2))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(look::HEADING)))
        .set_data_label(ChartDataLabel::new().show_value().set_position(ChartDataLabelPosition::InsideEnd).set_font(&figures))
        .set_gap(45);
    chart.title().set_hidden();
    chart.legend().set_hidden();
    // In a chart of bars the vertical axis is the one of units: the best stands on top.
    chart.y_axis().set_reverse().set_font(&labels);
    chart.x_axis().set_min(0).set_font(&labels).set_major_gridlines(false);
    if !over {
        chart.x_axis().set_max(100);
    }
    chart.set_width(580).set_height((BAR * (counted + 2)).max(160));
    chart
}
