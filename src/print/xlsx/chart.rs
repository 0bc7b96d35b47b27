//! Tables as charts, and values as colours.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLayout, ChartSolidFill, ChartType, Color,
    ConditionalFormat3ColorScale, ConditionalFormatType,
};

use crate::account::Bars;
use crate::look;
use crate::points::Points;

/// Width of a chart, in pixels.
pub const WIDTH: u32 = 580;
/// Least height of a row with a bar beside it, in points.
pub const BAR: u32 = 18;
/// Height of a character of a label and of the room beside labels and figures of an axis, in pixels.
const LABEL: u32 = 10;
/// Pixels above a picture, so that its frame is not printed on the page before; as many are free below it.
pub const ABOVE: u32 = 2;
/// Most of the width that labels of bars take, in hundredths.
const MOST_LABELS: u32 = 46;

/// Where a picture stands beside its table, whose rows it is as high as.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// Height of the head of the table, beside which the axis stands, in points.
    pub head: u32,
    /// Number of rows below it.
    pub rows: u32,
    /// Their height, in points.
    pub height: u32,
    /// Width of the picture, in pixels.
    pub width: u32,
}

impl Beside {
    /// Gives the height of the picture, in pixels.
    fn pixels(self) -> u32 {
        pixels(self.head + self.height).saturating_sub(2 * ABOVE).max(1)
    }

    /// Sets a chart beside the table: its plot beside the rows, behind labels as long as these.
    pub fn set(self, chart: &mut Chart, labels: impl Iterator<Item = impl AsRef<str>>) {
        let (width, height) = (self.width.max(1), self.pixels());
        let longest = labels.map(|words| look::width(words.as_ref())).max().unwrap_or_default();
        // Ten points are 13 pixels and a third; programs differ in how wide they set letters.
        let before = (longest * 14 / 1000 + 2 * LABEL).min(width * MOST_LABELS / 100);
        let top = pixels(self.head).saturating_sub(ABOVE).min(height - 1);
        let plot = (width.saturating_sub(before + 2 * LABEL), pixels(self.height).min(height - top - 1));
        let share = |part: u32, whole: u32| {
            let whole = Points::from(i64::from(whole));
            Points::from(i64::from(part)).over(&whole).unwrap_or_default().to_cell()
        };
        let layout = ChartLayout::new()
            .set_offset(share(before, width), share(top, height))
            .set_dimensions(share(plot.0, width), share(plot.1, height));
        chart.plot_area().set_layout(&layout);
        chart.set_width(width).set_height(height);
    }
}

/// Gives pixels for points.
const fn pixels(points: u32) -> u32 {
    points * 4 / 3
}

/// Colours from the least to the most. Each is lighter than the one before, so that a copier and an eye that tells no red from
/// green keep their order.
const SCALE: [u32; 3] = [0x00EE_9B5B, 0x00F9_D6AE, 0x00FF_FCF7];

/// Draws so many rows of the table whose heading stands in a row of a sheet, with the names of bars in a column. The axis ends at
/// 100, unless a value passes it.
pub fn bars(sheet: &str, head: u32, bars: &Bars, column: u16, beside: Beside, names: impl Iterator<Item = impl AsRef<str>>) -> Chart {
    let rows = beside.rows;
    let mut chart = Chart::new(ChartType::Bar);
    let labels = ChartFont::new().set_name(look::FONT).set_size(10).clone();
    // Within its bar a figure has room however near to the axis's end the bar comes.
    let figures = ChartFont::new().set_name(look::FONT).set_size(10).set_bold().set_color(Color::White).clone();
    chart
        .add_series()
        .set_categories((sheet, head + 1, column, head + rows, column))
        .set_values((sheet, head + 1, bars.values, head + rows, bars.values))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(look::HEADING)))
        .set_data_label(ChartDataLabel::new().show_value().set_position(ChartDataLabelPosition::InsideEnd).set_font(&figures))
        .set_gap(45);
    chart.show_hidden_data();
    chart.title().set_hidden();
    chart.legend().set_hidden();
    // In a chart of bars the vertical axis is the one of units: the best stands on top.
    chart.y_axis().set_reverse().set_font(&labels);
    chart.x_axis().set_min(0).set_font(&labels).set_major_gridlines(false);
    if !bars.past_100 {
        chart.x_axis().set_max(100);
    }
    beside.set(&mut chart, names);
    chart
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
