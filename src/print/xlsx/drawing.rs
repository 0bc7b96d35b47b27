//! Pictures of bars whose figures are not those of the table beside them: they stand in hidden columns behind it.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLine, ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType,
    Color,
};

use super::chart::{BAR, Beside};
use crate::account::{Drawing, Ink};
use crate::look;

/// Points of one of the bars that a row has of its own.
const BAR_APART: u32 = 5;
/// Points of the gap between such rows.
const GAP_APART: u32 = 4;
/// Solid blocks, and lines around the others: that of table headings, dark enough for a copier to keep them.
const DARK: Color = look::HEADING;
/// Ground of a hatched block.
const WHITE: u32 = 0x00FF_FFFF;

/// Draws the rows below the heading in row `head` of a sheet; figures of the series stand in columns from `first`, behind them
/// labels of bars that are no names of the table.
pub fn drawing(
    sheet: &str,
    head: u32,
    first: u16,
    drawing: &Drawing,
    beside: Beside,
    names: impl Iterator<Item = impl AsRef<str>>,
) -> Chart {
    let rows = beside.rows;
    let labels = if drawing.labels.is_empty() { drawing.names } else { labels_at(first, drawing) };
    let mut chart = Chart::new(if drawing.apart { ChartType::Bar } else { ChartType::BarStacked });
    let font = ChartFont::new().set_name(look::FONT).set_size(10).clone();
    for (column, series) in (first..).zip(&drawing.series) {
        let mut format = match series.ink {
            Ink::None => ChartFormat::new().set_no_fill().set_no_border().clone(),
            Ink::Solid => ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(DARK)).clone(),
            Ink::Open => ChartFormat::new()
                .set_solid_fill(ChartSolidFill::new().set_color(WHITE))
                .set_border(ChartLine::new().set_color(DARK).set_width(0.75))
                .clone(),
            Ink::Hatched => {
                let mut hatch = ChartPatternFill::new();
                hatch.set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards).set_foreground_color(DARK).set_background_color(WHITE);
                ChartFormat::new().set_pattern_fill(&hatch).set_border(ChartLine::new().set_color(DARK).set_width(0.75)).clone()
            }
        };
        chart
            .add_series()
            .set_categories((sheet, head + 1, labels, head + rows, labels))
            .set_values((sheet, head + 1, column, head + rows, column))
            .set_name(series.name)
            .set_format(&mut format)
            .set_gap(45)
            .set_overlap(if drawing.apart { 0 } else { 100 });
    }
    chart.show_hidden_data();
    chart.title().set_hidden();
    // Programs differ in which entries of a legend they leave out: what the inks mean stands below the picture.
    chart.legend().set_hidden();
    // In a chart of bars the vertical axis is the one of units: the best stands on top.
    chart.y_axis().set_reverse().set_font(&font).set_label_position(ChartAxisLabelPosition::Low);
    let axis = chart.x_axis();
    axis.set_font(&font).set_major_gridlines(true).set_major_gridlines_line(ChartLine::new().set_color(look::LINE).set_width(0.75));
    if let Some(from) = &drawing.from {
        axis.set_min(from.to_cell());
    }
    if drawing.counts {
        // There is no place 0.
        axis.set_num_format("0;;").set_major_unit(if drawing.to.as_ref().is_some_and(|to| to.to_cell() > 30.0) { 5.0 } else { 1.0 });
    }
    if let Some(to) = &drawing.to {
        axis.set_max(to.to_cell());
    }
    if let Some(step) = &drawing.step {
        axis.set_major_unit(step.to_cell());
    }
    beside.set(&mut chart, names);
    chart
}

/// Gives the column of labels behind the figures, which stand in columns from `first`.
pub fn labels_at(first: u16, drawing: &Drawing) -> u16 {
    first.saturating_add(u16::try_from(drawing.series.len()).unwrap_or(u16::MAX))
}

/// Gives the least height of a row with bars beside it, in points.
pub fn row(drawing: &Drawing) -> u32 {
    let series = u32::try_from(drawing.series.len()).unwrap_or(1);
    if drawing.apart { BAR_APART * series + GAP_APART } else { BAR }
}
