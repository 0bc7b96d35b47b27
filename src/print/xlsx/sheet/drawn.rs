//! Pictures beside tables, and colours in them.

use std::borrow::Cow;

use rust_xlsxwriter::XlsxError;

use super::Sheet;
use crate::account::{Block, Shade, Table};
use crate::look;
use crate::print::xlsx::{chart, drawing};

/// Pixels between a table and the picture beside it.
const BESIDE: u32 = 8;
/// Pixels above a picture, so that its frame is not printed on the page before.
const ABOVE: u32 = 2;

impl Sheet<'_> {
    /// Parts a table that has a picture, where no page takes both: each part has a head and a picture of its own.
    pub(super) fn parted<'t>(&self, table: &'t Table) -> Vec<Cow<'t, Table>> {
        let rows = table.rows.len();
        if table.bars.is_none() && table.drawing.is_none() {
            return vec![Cow::Borrowed(table)];
        }
        let all = (1..=rows.max(1)).map(|parts| of_equal_length(table, rows.div_ceil(parts).max(1)));
        let mut fit = all.filter(|parts| parts.iter().all(|part| self.paper.takes(self.height_of_drawn(part))));
        fit.next().map_or_else(|| vec![Cow::Borrowed(table)], |parts| parts.into_iter().map(Cow::Owned).collect())
    }

    /// Gives the height of a table with the picture beside it.
    pub(super) fn height_of_drawn(&self, table: &Table) -> u32 {
        let rows = [&table.caption, &table.head].into_iter().chain(&table.rows).chain(&table.foot);
        let rows: u32 = rows.filter(|row| !row.is_empty()).map(|row| self.height_of(row)).sum();
        let caption = if table.caption.is_empty() { 0 } else { self.height_of(&table.caption) };
        rows.max(caption + height_of_picture(table))
    }

    /// Draws other figures of a table beside it. They stand in hidden columns behind those of the page.
    pub(super) fn drawing(&mut self, table: &Table, head: u32) -> Result<(), XlsxError> {
        let (Some(picture), Ok(rows), Ok(right)) = (&table.drawing, u32::try_from(table.rows.len()), u16::try_from(table.head.len()))
        else {
            return Ok(());
        };
        let first = self.columns();
        for (column, series) in (first..).zip(&picture.series) {
            for (row, value) in (head + 1..).zip(&series.values) {
                if let Some(value) = value {
                    self.worksheet.write_number(row, column, value.to_cell())?;
                }
            }
            self.worksheet.set_column_hidden(column)?;
        }
        let room = self.widths.iter().skip(right.into()).map(|width| width * 7 + 5).sum::<u32>().saturating_sub(2 * BESIDE);
        let chart = drawing::drawing(self.name, head, rows, first, picture, picture.within.then_some(room));
        self.worksheet.insert_chart_with_offset(head, right, &chart, BESIDE, ABOVE)?;
        self.below_picture(table)
    }

    /// Draws a table beside it.
    pub(super) fn bars(&mut self, table: &Table, head: u32) -> Result<(), XlsxError> {
        let (Some(bars), Ok(rows), Ok(right)) = (table.bars, u32::try_from(table.rows.len()), u16::try_from(table.head.len())) else {
            return Ok(());
        };
        self.worksheet.insert_chart_with_offset(head, right, &chart::bars(self.name, head, rows, bars), BESIDE, ABOVE)?;
        self.below_picture(table)
    }

    /// Leaves rows empty until the picture beside a table ends.
    fn below_picture(&mut self, table: &Table) -> Result<(), XlsxError> {
        let mut height = self.height_of(&table.head) + table.rows.iter().chain(&table.foot).map(|row| self.height_of(row)).sum::<u32>();
        let line = look::height(1, look::SIZE);
        while height < height_of_picture(table) {
            self.worksheet.set_row_height(self.row, line)?;
            self.paper.put(line, self.row);
            self.row += 1;
            height += line;
        }
        Ok(())
    }

    /// Colours the cells of a table whose first row is given and whose last stands above the next.
    pub(super) fn shade(&mut self, shade: &Shade, from: u32) -> Result<(), XlsxError> {
        let columns = self.columns();
        match shade {
            Shade::Table { first, spare } if self.row > from && columns > first + spare => {
                let (last, right) = (self.row - 1, columns - 1 - spare);
                self.worksheet.add_conditional_format(from, *first, last, right, &chart::scale())?;
            }
            Shade::Rows { first, most } if columns > *first => {
                for (row, most) in (from..).zip(most).filter(|(_, most)| most.is_positive()) {
                    self.worksheet.add_conditional_format(row, *first, row, columns - 1, &chart::scale_to(most))?;
                }
            }
            Shade::Table { .. } | Shade::Rows { .. } => {}
        }
        Ok(())
    }
}

/// Parts a table after every so many rows; its caption stands above the first part, its foot below the last.
fn of_equal_length(table: &Table, length: usize) -> Vec<Table> {
    let parts = table.rows.chunks(length).enumerate().map(|(n, rows)| {
        let mut part = Table { rows: rows.to_vec(), ..table.clone() };
        if n > 0 {
            part.caption.clear();
        }
        if (n + 1) * length < table.rows.len() {
            part.foot.clear();
        }
        for series in part.drawing.iter_mut().flat_map(|drawing| &mut drawing.series) {
            series.values = series.values.iter().skip(n * length).take(length).cloned().collect();
        }
        part
    });
    parts.collect()
}

/// Gives the height of the picture of a table, with room below it, in points.
fn height_of_picture(table: &Table) -> u32 {
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let bars = table.bars.map(|_| chart::height(rows));
    let drawing = table.drawing.as_ref().map(|drawing| drawing::height(rows, drawing));
    bars.max(drawing).unwrap_or_default()
}

/// Tells whether blocks begin with a table that has a picture, or with the heading of one.
pub(super) fn is_drawn(blocks: &[Block]) -> bool {
    match blocks {
        [Block::Heading(_), rest @ ..] => is_drawn(rest),
        [Block::Table(table), ..] => table.drawing.is_some() || table.bars.is_some(),
        _ => false,
    }
}
