//! A sheet of a report, filled from the top: letterhead, title, notice, tables. Rows grow with the text in them.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet};

use super::ReportError;
use crate::assessment::Campaign;
use crate::points::Points;
use crate::sheet::style;

/// Sheet that is being filled.
pub struct Page<'a> {
    sheet: &'a mut Worksheet,
    widths: Vec<u32>,
    formats: BTreeMap<Look, Format>,
    row: u32,
    repeat: u16,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    letters: Letters,
    upright: bool,
    boxed: bool,
    indent: u8,
    fill: Fill,
    align: Align,
    size: u32,
    decimals: Option<u8>,
}

/// Letters of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Letters {
    Plain,
    Bold,
    Italic,
}

/// Fill of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// Paper.
    None,
    /// Heading of a table.
    Heading,
    /// Area, sum, mean.
    Area,
    /// Criterion with children.
    Group,
    /// Error.
    Bad,
    /// Warning, or a thing for the council to decide.
    Odd,
    /// As it should be; chosen.
    Good,
    /// Does not count.
    Out,
    /// Paper, with the ink of an alarm.
    Alarm,
    /// Paper, with faint ink.
    Faint,
}

/// Where a text stands in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// Left.
    Left,
    /// In the middle.
    Centre,
}

/// Cell of a row: a value, how it looks, and how many columns it takes.
#[derive(Clone, Debug)]
pub struct Cell {
    value: Value,
    look: Look,
    span: u16,
}

#[derive(Clone, Debug)]
enum Value {
    Blank,
    Text(String),
    Number(Points),
}

const PLAIN: Look = Look {
    letters: Letters::Plain,
    upright: false,
    boxed: true,
    indent: 1,
    fill: Fill::None,
    align: Align::Left,
    size: style::SIZE,
    decimals: None,
};

/// Makes a cell of text, which stays text whatever it begins with.
pub fn text(text: impl Into<String>) -> Cell {
    Cell { value: Value::Text(text.into()), look: PLAIN, span: 1 }
}

/// Makes a cell of text in the middle.
pub fn centre(words: impl Into<String>) -> Cell {
    text(words).align(Align::Centre)
}

/// Makes an empty cell.
pub fn blank() -> Cell {
    Cell { value: Value::Blank, look: PLAIN, span: 1 }
}

/// Makes a cell of a number that was rounded already, shown with so many decimals, in the middle.
pub fn number(value: &Points, decimals: u8) -> Cell {
    Cell { value: Value::Number(value.clone()), look: Look { decimals: Some(decimals), align: Align::Centre, ..PLAIN }, span: 1 }
}

/// Makes a cell of a whole number, in the middle.
pub fn count(number_of: usize) -> Cell {
    let value = i64::try_from(number_of).map(Points::from).unwrap_or_default();
    number(&value, 0)
}

impl Cell {
    /// Makes it bold.
    pub const fn bold(mut self) -> Self {
        self.look.letters = Letters::Bold;
        self
    }

    /// Makes it slanted.
    pub const fn italic(mut self) -> Self {
        self.look.letters = Letters::Italic;
        self
    }

    /// Turns the text upwards.
    pub const fn upright(mut self) -> Self {
        self.look.upright = true;
        self
    }

    /// Moves it in by so many steps.
    pub const fn indent(mut self, steps: u8) -> Self {
        self.look.indent = steps;
        self
    }

    /// Takes the lines around it away.
    pub const fn open(mut self) -> Self {
        self.look.boxed = false;
        self.look.indent = 0;
        self
    }

    /// Fills it.
    pub const fn fill(mut self, fill: Fill) -> Self {
        self.look.fill = fill;
        self
    }

    /// Sets where the text stands.
    pub const fn align(mut self, align: Align) -> Self {
        self.look.align = align;
        self
    }

    /// Sets the size of the font in points.
    pub const fn size(mut self, size: u32) -> Self {
        self.look.size = size;
        self
    }

    /// Lets it take so many columns.
    pub const fn span(mut self, span: u16) -> Self {
        self.span = span;
        self
    }
}

impl Look {
    /// Makes the format of the look.
    fn format(self) -> Format {
        let mut format = if self.boxed { style::cell() } else { style::text() };
        format = format.set_font_size(self.size);
        format = match self.letters {
            Letters::Plain => format,
            Letters::Bold => format.set_bold(),
            Letters::Italic => format.set_italic(),
        };
        if self.upright {
            format = format.set_rotation(90);
        }
        if let Some(decimals) = self.decimals {
            let part = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals.into())) };
            format = format.set_num_format(format!("#,##0{part}"));
        }
        if self.indent > 0 && self.align != Align::Centre && !self.upright {
            format = format.set_indent(self.indent);
        }
        format = format.set_align(match self.align {
            Align::Left => FormatAlign::Left,
            Align::Centre => FormatAlign::Center,
        });
        match self.fill {
            Fill::None => format,
            Fill::Heading => format.set_background_color(style::HEADING).set_font_color(Color::White),
            Fill::Area => format.set_background_color(style::AREA),
            Fill::Group => format.set_background_color(style::GROUP),
            Fill::Bad => format.set_background_color(style::WRONG),
            Fill::Odd => format.set_background_color(style::TO_FILL),
            Fill::Good => format.set_background_color(style::DONE),
            Fill::Out => format.set_background_color(style::CLOSED),
            Fill::Alarm => format.set_font_color(style::ALARM),
            Fill::Faint => format.set_font_color(style::FAINT),
        }
    }
}

/// Longest text that a cell takes, in the units that Excel counts.
const LONGEST: usize = 32_000;

/// Cuts a text that no cell would take.
fn shortened(text: &str) -> String {
    let mut length = 0;
    let cut = text.char_indices().find(|(_, letter)| {
        length += letter.len_utf16();
        length > LONGEST
    });
    cut.and_then(|(at, _)| text.get(..at)).map_or_else(|| text.to_owned(), |start| format!("{start}…"))
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
        sheet.set_header(format!("&C&\"{font}\"&12 &P&R&\"{font},Bold\"&10 {notice}", font = style::FONT));
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
        self.sheet.set_row_height(self.row, height.max(style::height(1, style::SIZE)))?;
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
            return (style::width(text) * size * 12 / 10_000 + 10).clamp(60, 240);
        }
        let room = self.room(column, cell.span);
        // A step is about as wide as three spaces of the default font.
        let room = if cell.look.align == Align::Left { room.saturating_sub(u32::from(cell.look.indent) * 13 / 10) } else { room };
        let room = if cell.look.letters == Letters::Bold { room * 14 / 15 } else { room };
        style::height(style::lines(text, room, size), size)
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
