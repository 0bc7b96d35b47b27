//! A sheet of a report, filled from the top: letterhead, title, notice, tables. Rows grow with the text in them.

mod cell;

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Worksheet};

pub use self::cell::{Align, Cell, Fill, blank, centre, count, number, text};
use self::cell::{Letters, Look, Value, shortened};
use super::ReportError;
use crate::assessment::Campaign;
use crate::look;

/// Sheet that is being filled.
pub struct Page<'a> {
    sheet: &'a mut Worksheet,
    widths: Vec<u32>,
    formats: BTreeMap<Look, Format>,
    row: u32,
    repeat: u16,
}

impl<'a> Page<'a> {
    /// Sets a sheet up for A4 with columns so many characters wide, with the notice in the margin of every page.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn new(sheet: &'a mut Worksheet, campaign: &Campaign, landscape: bool, widths: &[u32]) -> Result<Self, ReportError> {
        for (column, width) in (0_u16..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        sheet.set_paper_size(9).set_margins(1.18, 0.6, 0.8, 0.8, 0.4, 0.4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
        if landscape {
            sheet.set_landscape();
        }
        let notice = campaign.notice.as_deref().unwrap_or_default().replace('&', "&&");
        let notice: String = notice.chars().take(150).collect();
        sheet.set_header(format!("&C&\"{font}\"&12 &P&R&\"{font},Bold\"&10 {notice}", font = look::FONT));
        sheet.set_screen_gridlines(false);
        Ok(Self { sheet, widths: widths.to_vec(), formats: BTreeMap::new(), row: 0, repeat: 0 })
    }

    /// Gives the sheet, for what only it can do.
    pub const fn sheet(&mut self) -> &mut Worksheet {
        self.sheet
    }

    /// Gives the row that is filled next, from 0.
    pub const fn next_row(&self) -> u32 {
        self.row
    }

    /// Gives the number of columns.
    pub fn columns(&self) -> u16 {
        u16::try_from(self.widths.len()).unwrap_or(u16::MAX)
    }

    /// Prints office and national heading. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn letterhead(&mut self, campaign: &Campaign) -> Result<(), ReportError> {
        // The national heading needs three fifths of the width.
        let half = (1..self.columns()).min_by_key(|n| (self.room(0, *n) * 3).abs_diff(self.room(*n, self.columns() - n) * 2)).unwrap_or(1);
        let rest = self.columns().saturating_sub(half).max(1);
        let office = campaign.office.clone().unwrap_or_default();
        let (above, below) = office.split_once('\n').map_or((None, office.as_str()), |(above, below)| (Some(above), below));
        let middle = |words: &str, span: u16| centre(words).open().span(span);
        let below = middle(&below.to_uppercase(), half).bold();
        let (first, second) = above.map_or((below.clone(), middle("", half)), |above| (middle(&above.to_uppercase(), half), below));
        self.row(&[first, middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", rest).bold()])?;
        self.row(&[second, middle("Độc lập - Tự do - Hạnh phúc", rest).bold()])?;
        let ruled = |words: &str, span| middle(words, span).size(8);
        self.row(&[ruled("───────", half), ruled("──────────────────────", rest)])
    }

    /// Prints a title, the campaign's name below it, the notice, and remarks on the sets used.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn title(&mut self, title: &str, campaign: &Campaign, remarks: &[String]) -> Result<(), ReportError> {
        self.line(centre(title).bold().size(14))?;
        self.line(centre(&campaign.title).italic())?;
        if let Some(notice) = &campaign.notice {
            self.line(centre(notice).bold().fill(Fill::Alarm))?;
        }
        for remark in remarks {
            self.line(centre(remark).italic().fill(Fill::Alarm).size(11))?;
        }
        Ok(())
    }

    /// Prints a line over all columns, without lines around it.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn line(&mut self, cell: Cell) -> Result<(), ReportError> {
        let all = self.columns();
        self.row(&[cell.open().span(all)])
    }

    /// Leaves a row empty.
    pub const fn skip(&mut self) {
        self.row += 1;
    }

    /// Prints the heading of a table.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn head(&mut self, cells: impl IntoIterator<Item = Cell>) -> Result<(), ReportError> {
        let cells: Vec<Cell> = cells.into_iter().map(|cell| cell.bold().fill(Fill::Heading).align(Align::Centre)).collect();
        self.row(&cells)
    }

    /// Prints the heading of the sheet's one table: it stays in sight, is repeated on every page and can be filtered.
    ///
    /// `fixed` columns stay in sight too. Call [`filter`](Self::filter) when the table is filled.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn main_head(&mut self, cells: impl IntoIterator<Item = Cell>, fixed: u16) -> Result<u32, ReportError> {
        let at = self.row;
        self.head(cells)?;
        self.sheet.set_repeat_rows(at, at)?;
        self.sheet.set_freeze_panes(at + 1, fixed)?;
        self.repeat = fixed;
        Ok(at)
    }

    /// Lets the table from its heading to the row before this one be filtered.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn filter(&mut self, head: u32) -> Result<(), ReportError> {
        if self.row > head + 1 {
            self.sheet.autofilter(head, 0, self.row - 1, self.columns().saturating_sub(1))?;
        }
        Ok(())
    }

    /// Spreads the sheet over so many pages in width, with the columns that stay in sight on each.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn spread(&mut self, pages: u16) -> Result<(), ReportError> {
        if pages > 1 {
            self.sheet.set_print_fit_to_pages(pages, 0).set_repeat_columns(0, self.repeat.saturating_sub(1))?;
        }
        Ok(())
    }

    /// Prints a row; it is as high as its longest text needs.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), ReportError> {
        let (mut column, mut height) = (0_u16, 0);
        for cell in cells {
            height = height.max(self.height(cell, column));
            self.put(cell, column)?;
            column += cell.span;
        }
        self.sheet.set_row_height(self.row, height.max(look::height(1, look::SIZE)))?;
        self.row += 1;
        Ok(())
    }

    /// Gives the room of so many columns, in characters.
    fn room(&self, first: u16, span: u16) -> u32 {
        self.widths.iter().skip(first.into()).take(span.into()).sum()
    }

    /// Gives the height that a cell needs, in points.
    fn height(&self, cell: &Cell, column: u16) -> u32 {
        let Value::Text(text) = &cell.value else { return 0 };
        let size = cell.look.size;
        if cell.look.upright {
            // A word needs its whole length upwards; thousandths of the font size become points.
            return (look::width(text) * size * 12 / 10_000 + 10).clamp(60, 240);
        }
        let room = self.room(column, cell.span);
        // A step is about as wide as three spaces of the default font.
        let room = if cell.look.align == Align::Left { room.saturating_sub(u32::from(cell.look.indent) * 13 / 10) } else { room };
        let room = if cell.look.letters == Letters::Bold { room * 14 / 15 } else { room };
        look::height(look::lines(text, room, size), size)
    }

    /// Writes a cell at its column of the row.
    fn put(&mut self, cell: &Cell, column: u16) -> Result<(), ReportError> {
        let format = self.formats.entry(cell.look).or_insert_with(|| cell.look.format());
        if cell.span > 1 {
            self.sheet.merge_range(self.row, column, self.row, column + cell.span - 1, "", format)?;
        }
        match &cell.value {
            Value::Blank => self.sheet.write_blank(self.row, column, format)?,
            Value::Text(text) => self.sheet.write_string_with_format(self.row, column, shortened(text), format)?,
            Value::Number(number) => self.sheet.write_number_with_format(self.row, column, number.to_cell(), format)?,
        };
        Ok(())
    }
}
