//! Tables as charts, and values as colours.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartSolidFill, ChartType, Color, ConditionalFormat3ColorScale,
    ConditionalFormatType,
};

use crate::account::Bars;
use crate::look;
use crate::points::Points;

/// Width of a chart, in pixels.
pub const WIDTH: u32 = 580;
/// Height of a bar with its gap, in pixels; rows of the table beside it are as high.
pub const BAR: u32 = 24;

/// Colours from the least to the most. Each is lighter than the one before, so that a copier and an eye that tells no red from
/// green keep their order.
const SCALE: [u32; 3] = [0x00EE_9B5B, 0x00F9_D6AE, 0x00FF_FCF7];

/// Draws so many rows of the table whose heading stands in a row of a sheet. The axis ends at 100, unless a value passes it.
pub fn bars(sheet: &str, head: u32, rows: u32, bars: Bars) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    let labels = ChartFont::new().set_name(look::FONT).set_size(10).clone();
    // Within its bar a figure has room however near to the axis's end the bar comes.
    let figures = ChartFont::new().set_name(look::FONT).set_size(10).set_bold().set_color(Color::White).clone();
    chart
        .add_series()
        .set_categories((sheet, head + 1, bars.names, head + rows, bars.names))
        .set_values((sheet, head + 1, bars.values, head + rows, bars.values))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(look::HEADING)))
        .set_data_label(ChartDataLabel::new().show_value().set_position(ChartDataLabelPosition::InsideEnd).set_font(&figures))
        .set_gap(45);
    chart.title().set_hidden();
    chart.legend().set_hidden();
    // In a chart of bars the vertical axis is the one of units: the best stands on top.
    chart.y_axis().set_reverse().set_font(&labels);
    chart.x_axis().set_min(0).set_font(&labels).set_major_gridlines(false);
    if !bars.past_100 {
        chart.x_axis().set_max(100);
    }
    chart.set_width(WIDTH).set_height(pixels(rows));
    chart
}

/// Gives the height of a chart of so many bars, in pixels.
fn pixels(bars: u32) -> u32 {
    (BAR * (bars + 2)).max(160)
}

/// Gives the height that a chart of so many bars takes on paper, with a little room around it, in points.
pub fn height(bars: u32) -> u32 {
    pixels(bars) * 3 / 4 + 4
}

/// Makes the scale from the least to the most of the cells.
pub fn scale() -> ConditionalFormat3ColorScale {
    let [least, middle, most] = SCALE;
    ConditionalFormat3ColorScale::new().set_minimum_color(least).set_midpoint_color(middle).set_maximum_color(most)
}

/// Makes the scale from 0 to a maximum.
pub fn scale_to(max: &Points) -> ConditionalFormat3ColorScale {
    let half = max.over(&Points::from(2)).unwrap_or_default();
    scale()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_midpoint(ConditionalFormatType::Number, half.to_cell())
        .set_maximum(ConditionalFormatType::Number, max.to_cell())
}
