//! Pictures beside tables, and colours in them.

use std::borrow::Cow;

use rust_xlsxwriter::XlsxError;

use super::Sheet;
use super::signed::{is_heading, is_of_group};
use crate::account::{Block, Cell, Shade, Table};
use crate::print::xlsx::{chart, drawing};

/// Pixels between a table and the picture beside it.
const BESIDE: u32 = 8;
/// Least rows of each part of a table.
pub(super) const LEAST_PART: usize = 3;
/// Height of a table whose rows are all as high as its highest, in hundredths of what its rows need, that is too much.
const MUCH_LONGER: u32 = 150;
/// Share of a page that a table takes at least where it is parted, in hundredths.
const WORTH_PARTING: u32 = 25;

impl Sheet<'_> {
    /// Parts a table that no page takes whole, or not together with its picture: each part has a head of its own.
    pub(super) fn parted<'t>(&self, table: &'t Table) -> Vec<Cow<'t, Table>> {
        let rows = table.rows.len();
        if table.bars.is_none() && table.drawing.is_none() {
            return self.filling(table);
        }
        let all = (1..=rows.max(1)).map(|parts| of_equal_length(table, rows.div_ceil(parts).max(1)));
        let mut fit = all.filter(|parts| parts.iter().all(|part| self.paper.takes(self.height_of_drawn(part))));
        fit.next().map_or_else(|| vec![Cow::Borrowed(table)], |parts| parts.into_iter().map(Cow::Owned).collect())
    }

    /// Parts a long table wherever a page ends, in the program that puts least on one, so that each page has its head and
    /// none stays half empty.
    fn filling<'t>(&self, table: &'t Table) -> Vec<Cow<'t, Table>> {
        if !self.may_part(table) {
            return vec![Cow::Borrowed(table)];
        }
        let foot = self.height_of_all(&table.foot);
        let (mut above, mut left, mut rest) = (self.height_of_head(table), self.paper.left(), table.rows.as_slice());
        let mut lengths = Vec::new();
        while rest.len() > LEAST_PART && above + self.height_of_all(rest) + foot > left {
            let mut used = above;
            let fit = rest.iter().take_while(|row| {
                used += self.height_of(row);
                used <= left
            });
            // The last part is more than a row or two.
            let length = ended(rest, fit.count().min(rest.len() - LEAST_PART).max(LEAST_PART.min(rest.len() - 1)));
            lengths.push(length);
            rest = rest.get(length..).unwrap_or_default();
            (above, left) = (self.height_of(&table.head), self.paper.fresh());
        }
        of_lengths(table, lengths).into_iter().map(Cow::Owned).collect()
    }

    /// Tells whether a table is parted where pages end. The one that a page is there for repeats its head, and what is signed
    /// ends pages by itself.
    pub(super) fn may_part(&self, table: &Table) -> bool {
        let high = || self.height_of_head(table) + self.height_of_all(&table.rows);
        let plain = table.main.is_none() && table.shade.is_none() && table.bars.is_none() && table.drawing.is_none();
        let long = table.rows.len() >= 2 * LEAST_PART;
        plain && long && !self.paper.is_firm() && high() * 100 >= self.paper.least_room() * WORTH_PARTING
    }

    /// Gives the height of a table with the picture beside it.
    pub(super) fn height_of_drawn(&self, table: &Table) -> u32 {
        self.height_of_head(table) + self.height_of_rows(table) + self.height_of_all(&table.foot)
    }

    /// Gives the height of the rows of a table.
    fn height_of_rows(&self, table: &Table) -> u32 {
        let least = self.least_beside(table);
        table.rows.iter().map(|row| self.height_of(row).max(least)).sum()
    }

    /// Gives the height of what stands above the rows of a table.
    pub(super) fn height_of_head(&self, table: &Table) -> u32 {
        [&table.caption, &table.head].into_iter().filter(|row| !row.is_empty()).map(|row| self.height_of(row)).sum()
    }

    /// Gives the least height of the rows of a table: where bars are beside them, all are one height, so that each bar stands
    /// beside its row. Where a few long texts would make a table much longer, bars are only as high as rows on the average.
    pub(super) fn least_beside(&self, table: &Table) -> u32 {
        let Some(bar) = table.bars.as_ref().map(|_| chart::BAR).max(table.drawing.as_ref().map(drawing::row)) else { return 0 };
        let heights = || table.rows.iter().map(|row| self.height_of(row).max(bar));
        let (highest, rows) = (heights().max().unwrap_or(bar), u32::try_from(table.rows.len()).unwrap_or(u32::MAX));
        if highest * rows * 100 > heights().sum::<u32>() * MUCH_LONGER { bar } else { highest }
    }

    /// Tells where the picture of a table stands, so many pixels wide.
    fn beside(&self, table: &Table, width: u32) -> Option<chart::Beside> {
        let rows = u32::try_from(table.rows.len()).ok().filter(|rows| *rows > 0)?;
        Some(chart::Beside { head: self.height_of(&table.head), rows, height: self.height_of_rows(table), width })
    }

    /// Gives the names of the bars.
    fn names<'t>(&self, table: &'t Table, column: u16) -> impl Iterator<Item = String> + use<'t> {
        let lang = self.lang;
        table.rows.iter().filter_map(move |row| Some(row.get(usize::from(column))?.words(lang)))
    }

    /// Draws other figures of a table beside it. They stand in hidden columns behind those of the page.
    pub(super) fn drawing(&mut self, table: &Table, head: u32) -> Result<(), XlsxError> {
        let (Some(picture), Ok(right)) = (&table.drawing, u16::try_from(table.head.len())) else { return Ok(()) };
        let room = self.widths.iter().skip(right.into()).map(|width| width * 7 + 5).sum::<u32>().saturating_sub(2 * BESIDE);
        let Some(beside) = self.beside(table, if picture.within { room } else { chart::WIDTH }) else { return Ok(()) };
        let first = self.columns();
        for (column, series) in (first..).zip(&picture.series) {
            for (row, value) in (head + 1..).zip(&series.values) {
                if let Some(value) = value {
                    self.worksheet.write_number(row, column, value.to_cell())?;
                }
            }
            self.worksheet.set_column_hidden(column)?;
        }
        let names: Vec<String> = if picture.labels.is_empty() {
            self.names(table, picture.names).collect()
        } else {
            self.labels(&picture.labels, head, drawing::labels_at(first, picture))?;
            picture.labels.clone()
        };
        let chart = drawing::drawing(self.name, head, first, picture, beside, names.iter());
        self.worksheet.insert_chart_with_offset(head, right, &chart, BESIDE, chart::ABOVE)?;
        Ok(())
    }

    /// Draws a table beside it.
    pub(super) fn bars(&mut self, table: &Table, head: u32) -> Result<(), XlsxError> {
        let (Some(bars), Ok(right), Some(beside)) = (&table.bars, u16::try_from(table.head.len()), self.beside(table, chart::WIDTH)) else {
            return Ok(());
        };
        let hidden = self.columns();
        self.labels(&bars.labels, head, hidden)?;
        let (column, names) =
            if bars.labels.is_empty() { (bars.names, self.names(table, bars.names).collect()) } else { (hidden, bars.labels.clone()) };
        let chart = chart::bars(self.name, head, bars, column, beside, names.iter());
        self.worksheet.insert_chart_with_offset(head, right, &chart, BESIDE, chart::ABOVE)?;
        Ok(())
    }

    /// Writes names of bars that are no names of the table into a hidden column, beside its rows.
    fn labels(&mut self, labels: &[String], head: u32, column: u16) -> Result<(), XlsxError> {
        for (row, words) in (head + 1..).zip(labels) {
            self.worksheet.write_string(row, column, words)?;
        }
        if !labels.is_empty() {
            self.worksheet.set_column_hidden(column)?;
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

/// Moves the end of the first rows up so that none of them heads the next.
fn ended(rows: &[Vec<Cell>], length: usize) -> usize {
    let heads = |n: usize| rows.get(n).is_some_and(|row| is_heading(row) || is_of_group(row));
    (LEAST_PART..=length).rev().find(|length| !heads(length - 1)).unwrap_or(length)
}

/// Parts a table after every so many rows.
fn of_equal_length(table: &Table, length: usize) -> Vec<Table> {
    of_lengths(table, std::iter::repeat_n(length, table.rows.len() / length))
}

/// Parts a table after so many rows each, and makes the rest the last part; its caption stands above the first part, its foot
/// below the last.
fn of_lengths(table: &Table, lengths: impl IntoIterator<Item = usize>) -> Vec<Table> {
    let mut lengths = lengths.into_iter();
    let (mut parts, mut at) = (Vec::new(), 0);
    while at < table.rows.len() {
        let length = lengths.next().unwrap_or(table.rows.len()).max(1);
        let rows = table.rows.iter().skip(at).take(length).cloned().collect();
        let mut part = Table { rows, ..table.clone() };
        if at > 0 {
            part.caption.clear();
        }
        if at + length < table.rows.len() {
            part.foot.clear();
        }
        if let Some(bars) = &mut part.bars {
            bars.labels = bars.labels.iter().skip(at).take(length).cloned().collect();
        }
        if let Some(drawing) = &mut part.drawing {
            drawing.labels = drawing.labels.iter().skip(at).take(length).cloned().collect();
            for series in &mut drawing.series {
                series.values = series.values.iter().skip(at).take(length).cloned().collect();
            }
        }
        parts.push(part);
        at += length;
    }
    if parts.is_empty() { vec![table.clone()] } else { parts }
}

/// Tells whether blocks begin with a table that has a picture, or with the heading of one.
pub(super) fn is_drawn(blocks: &[Block]) -> bool {
    match blocks {
        [Block::Heading(_), rest @ ..] => is_drawn(rest),
        [Block::Table(table), ..] => table.drawing.is_some() || table.bars.is_some(),
        _ => false,
    }
}
