//! A page as a sheet, printed from the top. Rows grow with the text in them.

mod drawn;
mod signed;

use self::drawn::LEAST_PART;
use self::signed::{is_heading, is_of_group};
use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::format::{format, shortened, size};
use super::paper::Paper;
use crate::account::{Align, Block, Cell, Look, Main, NATIONAL_HEADING, Page, Table, Tone, Value, centre, text};
use crate::look;
use crate::text::Lang;

/// Height of a row that nothing stands in, in points.
const EMPTY: u32 = 15;
/// Rows that must stand below the head of a table on the same page.
const BELOW_HEAD: usize = 2;
/// Points upwards that a text may take on one line where it may take several.
const TWO_LINES: u32 = 110;
/// Longest notice in a margin.
const LONGEST_NOTICE: usize = 150;

/// Sheet that is being printed.
pub struct Sheet<'a> {
    worksheet: &'a mut Worksheet,
    name: &'a str,
    widths: &'a [u32],
    /// Columns that words are written over: those of the first sheet of paper, where a table takes several in width.
    across: u16,
    formats: BTreeMap<Look, Format>,
    row: u32,
    paper: Paper,
    /// First row of the table that the page is there for, its head, and the row behind its last.
    main: Option<(u32, u32)>,
    lang: Lang,
}

/// Keeps a sheet of so many columns off the paper of its book: an area without anything in it is no page. Whoever prints what he
/// selected counts its pages from 1.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn off_paper(worksheet: &mut Worksheet, columns: usize) -> Result<(), XlsxError> {
    let beyond = u16::try_from(columns).unwrap_or(u16::MAX);
    worksheet.set_print_area(0, beyond, 0, beyond)?.set_print_first_page_number(1);
    Ok(())
}

impl<'a> Sheet<'a> {
    /// Sets a sheet up for A4, with the notice in the margin of every page.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn new(worksheet: &'a mut Worksheet, name: &'a str, page: &'a Page, lang: Lang) -> Result<Self, XlsxError> {
        for (column, width) in (0_u16..).zip(&page.widths) {
            worksheet.set_column_width(column, *width)?;
        }
        look::paper(worksheet).set_print_center_horizontally(true);
        if page.landscape {
            worksheet.set_landscape();
        }
        if page.aside {
            off_paper(worksheet, page.widths.len())?;
        }
        let notice = look::cut_at_word(page.notice.as_deref().unwrap_or_default(), LONGEST_NOTICE).replace('&', "&&");
        let head = format!("&C&\"{font}\"&12 &P&R&\"{font},Bold\"&10 {notice}", font = look::FONT);
        let is_paper = page.blocks.iter().any(|block| matches!(block, Block::Letterhead { .. }));
        worksheet.set_header(if is_paper { look::without_first_number(&head) } else { head });
        worksheet.set_screen_gridlines(false);
        let (widths, across) = (&page.widths, across(page));
        let paper = Paper::of(page, across);
        Ok(Self { worksheet, name, widths, across, formats: BTreeMap::new(), row: 0, paper, main: None, lang })
    }

    /// Prints what stands on a page.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn print(mut self, page: &Page) -> Result<(), XlsxError> {
        let mut headed = false;
        for (at, block) in page.blocks.iter().enumerate() {
            // A heading stays with what it heads, and the head of a table with its first rows.
            if !headed && matches!(block, Block::Heading(_) | Block::Table(_) | Block::Signatures(_)) {
                let rest = page.blocks.get(at..).unwrap_or_default();
                let together = self.stays_together(rest);
                if drawn::is_drawn(rest) {
                    self.paper.keep_whole(together, self.row);
                } else {
                    self.paper.keep(together, self.row);
                }
            }
            headed = matches!(block, Block::Heading(_));
            match block {
                Block::Letterhead { superior, office, number, dated } => {
                    self.letterhead(superior.as_deref(), office, number.as_deref(), dated)?;
                }
                Block::Title { title, campaign, notice, remarks } => self.title(title, campaign, notice.as_deref(), remarks)?,
                Block::Subject { name, beside, below } => self.subject(name, beside, below)?,
                Block::Heading(words) => {
                    self.skip(1);
                    self.line(text(words).bold().size(13))?;
                }
                Block::Paragraph(words) => self.line(words.clone())?,
                Block::Gap => self.skip(1),
                Block::Table(table) => {
                    let rest = page.blocks.get(at + 1..).unwrap_or_default();
                    for (n, part) in self.parted(table).iter().enumerate() {
                        if n > 0 {
                            self.paper.turn(self.row);
                        }
                        self.table(part, rest)?;
                    }
                }
                Block::Signatures(signatures) => self.signatures(signatures)?,
            }
        }
        self.pages(page)
    }

    /// Ends the pages on paper.
    fn pages(self, page: &Page) -> Result<(), XlsxError> {
        let laid = self.paper.laid(page.aside);
        if let Some((head, end)) = self.main {
            // A head is not repeated over pages without a row of its table, where every program ends the page below that.
            let is_on_one = self.paper.is_firm() && laid.breaks.first().is_some_and(|first| *first >= end);
            if !is_on_one {
                self.worksheet.set_repeat_rows(head, head)?;
            }
        }
        if !laid.breaks.is_empty() {
            self.worksheet.set_page_breaks(&laid.breaks)?;
        }
        // A number of pages to fit makes programs overlook the ends of pages that they are told.
        if let Some(down) = laid.fits.and_then(|pages| u16::try_from(pages).ok()) {
            self.worksheet.set_print_fit_to_pages(main_of(page).map_or(1, |main| main.pages), down);
        } else if laid.share < 100 {
            self.worksheet.set_print_scale(u16::try_from(self.paper.scale(laid.share)).unwrap_or(100));
        }
        Ok(())
    }

    /// Gives the height of what may not be parted at the beginning of these blocks: a heading, and a table whole, or where a
    /// page can't take it its head with the first rows, or room for signatures.
    fn stays_together(&self, blocks: &[Block]) -> u32 {
        let line = look::height(1, look::SIZE);
        match blocks {
            [Block::Heading(_), rest @ ..] => 2 * line + self.stays_together(rest),
            [Block::Table(table), rest @ ..] => {
                if drawn::is_drawn(blocks) {
                    return self.parted(table).first().map(|part| self.height_of_drawn(part)).unwrap_or_default();
                }
                let head = self.height_of_head(table);
                if self.may_part(table) {
                    return head + self.height_of_all(table.rows.get(..LEAST_PART).unwrap_or(&table.rows));
                }
                let whole = head + self.height_of_all(&table.rows) + self.height_of_all(&table.foot);
                if table.main.is_none() && self.paper.takes(whole) {
                    return whole;
                }
                let first = self.paper.is_firm().then(|| self.strips(table, rest).into_iter().next().flatten()).flatten();
                head + first.unwrap_or_else(|| self.height_of_all(table.rows.get(..BELOW_HEAD).unwrap_or(&table.rows)))
            }
            // What is signed below a heading has that heading and its words above it.
            [Block::Paragraph(words), rest @ ..] if is_signed(rest) => {
                self.height_of(&[words.clone().open().span(self.across)]) + self.stays_together(rest)
            }
            [Block::Gap, rest @ ..] if is_signed(rest) => EMPTY + self.stays_together(rest),
            // The room for signing is never parted from who signs.
            [Block::Signatures(signatures), ..] => self.height_of_signatures(signatures),
            _ => 0,
        }
    }

    /// Leaves rows empty.
    fn skip(&mut self, rows: u32) {
        for _ in 0..rows {
            self.paper.put(EMPTY, self.row);
            self.row += 1;
        }
    }

    /// Gives the height of a row.
    fn height_of(&self, cells: &[Cell]) -> u32 {
        let mut column = 0_u16;
        let mut height = look::height(1, look::SIZE);
        for cell in cells {
            height = height.max(self.height(cell, column));
            column += cell.span;
        }
        height
    }

    /// Gives the number of columns.
    fn columns(&self) -> u16 {
        u16::try_from(self.widths.len()).unwrap_or(u16::MAX)
    }

    /// Prints office and national heading.
    fn letterhead(&mut self, superior: Option<&str>, office: &str, number: Option<&str>, dated: &str) -> Result<(), XlsxError> {
        // The national heading needs three fifths of the width.
        let half = (1..self.across).min_by_key(|n| (self.room(0, *n) * 3).abs_diff(self.room(*n, self.across - n) * 2)).unwrap_or(1);
        let rest = self.across.saturating_sub(half).max(1);
        let middle = |words: &str, span: u16| centre(words).open().span(span);
        let below = middle(&office.to_uppercase(), half).bold();
        let (first, second) = match superior {
            Some(superior) => (middle(&superior.to_uppercase(), half), below),
            None => (below, middle("", half)),
        };
        let [nation, motto] = NATIONAL_HEADING.map(|words| words.get(self.lang));
        self.cells(&[first, middle(nation, rest).bold()])?;
        self.cells(&[second, middle(motto, rest).bold()])?;
        let ruled = |words: &str, span| middle(words, span).size(8);
        self.cells(&[ruled("───────", half), ruled("──────────────────────", rest)])?;
        if number.is_none() && dated.is_empty() {
            return Ok(());
        }
        self.cells(&[middle(number.unwrap_or_default(), half), middle(dated, rest).italic()])
    }

    /// Prints a title with what stands below it.
    fn title(&mut self, title: &str, campaign: &str, notice: Option<&str>, remarks: &[String]) -> Result<(), XlsxError> {
        self.line(centre(title).bold().size(14))?;
        self.line(centre(campaign).italic())?;
        if let Some(notice) = notice {
            self.line(centre(notice).bold().tone(Tone::Alarm))?;
        }
        for remark in remarks {
            self.line(centre(remark).italic().tone(Tone::Alarm).size(11))?;
        }
        Ok(())
    }

    /// Prints what the page is about.
    fn subject(&mut self, name: &str, beside: &str, below: &str) -> Result<(), XlsxError> {
        self.line(text(name).bold().size(13))?;
        for words in [beside, below].into_iter().filter(|words| !words.is_empty()) {
            self.line(text(words))?;
        }
        Ok(())
    }

    /// Prints a line over the width of the paper, without lines around it.
    fn line(&mut self, cell: Cell) -> Result<(), XlsxError> {
        self.cells(&[cell.open().span(self.across)])
    }

    /// Gives for each row of a table that heads others how high it is with the first of these. Headings that stand below one
    /// another stay together.
    fn headed_rows(&self, table: &Table) -> Vec<Option<u32>> {
        let heads = |n: usize| table.rows.get(n).is_some_and(|row| is_heading(row) || is_of_group(row));
        let together = |n: usize| {
            let last = (n..table.rows.len()).find(|row| !heads(*row)).unwrap_or(n) + BELOW_HEAD;
            let rest = table.rows.get(n..).unwrap_or_default();
            self.height_of_all(rest.get(..last - n).unwrap_or(rest))
        };
        let begins = |n: usize| heads(n) && !n.checked_sub(1).is_some_and(heads);
        (0..table.rows.len()).map(|n| begins(n).then(|| together(n))).collect()
    }

    /// Gives the height of rows.
    fn height_of_all(&self, rows: &[Vec<Cell>]) -> u32 {
        rows.iter().map(|row| self.height_of(row)).sum()
    }

    /// Prints a table with all that belongs to it, and what stands below it on the page.
    fn table(&mut self, table: &Table, rest: &[Block]) -> Result<(), XlsxError> {
        if !table.caption.is_empty() {
            self.cells(&table.caption)?;
        }
        let head = self.row;
        if !table.head.is_empty() {
            let heading = |cell: &Cell| cell.clone().bold().tone(Tone::Heading).align(Align::Centre);
            self.cells(&table.head.iter().map(heading).collect::<Vec<_>>())?;
        }
        if let Some(main) = table.main {
            self.paper.repeat(self.height_of(&table.head), self.row);
            if main.fixed > 0 {
                self.worksheet.set_freeze_panes(head + 1, main.fixed)?;
            }
            if main.pages > 1 {
                self.worksheet.set_print_fit_to_pages(main.pages, 0).set_repeat_columns(0, main.fixed.saturating_sub(1))?;
            }
        }
        let first = self.row;
        let strips = if self.paper.is_firm() { self.strips(table, rest) } else { self.headed_rows(table) };
        let beside = self.least_beside(table);
        for (row, strip) in table.rows.iter().zip(strips) {
            if let Some(together) = strip.filter(|_| self.row > first) {
                self.paper.keep(together, self.row);
            }
            self.cells_at_least(row, beside)?;
        }
        if let (true, Some(words)) = (table.rows.is_empty(), &table.when_empty) {
            self.line(words.clone())?;
        }
        if table.main.is_some_and(|main| main.filter) && self.row > first {
            self.worksheet.autofilter(head, 0, self.row - 1, self.columns().saturating_sub(1))?;
        }
        if let Some(shade) = &table.shade {
            self.shade(shade, first)?;
        }
        for row in &table.foot {
            self.cells(row)?;
        }
        if table.main.is_some() {
            self.main = Some((head, self.row));
        }
        self.bars(table, head)?;
        self.drawing(table, head)
    }

    /// Prints a row; it is as high as its longest text needs.
    fn cells(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        self.cells_at_least(cells, 0)
    }

    /// Prints a row that is at least so many points high.
    fn cells_at_least(&mut self, cells: &[Cell], least: u32) -> Result<(), XlsxError> {
        let mut column = 0_u16;
        for cell in cells {
            self.put(cell, column)?;
            column += cell.span;
        }
        let height = self.height_of(cells).max(least);
        self.worksheet.set_row_height(self.row, height)?;
        self.paper.put(height, self.row);
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
        let size = size(cell.look);
        if cell.look.upright {
            // Thousandths of the font size become points. In a column with room for more lines a long text takes them, the
            // longest of which is a little more than its share.
            let length = look::width(text) * size * 12 / 10_000 + 10;
            let lines = (self.room(column, cell.span) * 7 * 3 / 4 * 5 / (size * 7)).clamp(1, 3);
            return if lines > 1 && length > TWO_LINES { (length * 15 / 10 / lines).max(TWO_LINES) } else { length }.clamp(60, 240);
        }
        let room = self.room(column, cell.span);
        // A step is about as wide as three spaces of the default font.
        let room = if cell.look.align == Align::Left { room.saturating_sub(u32::from(cell.look.indent) * 13 / 10) } else { room };
        let room = if cell.look.letters.is_bold() { room * 14 / 15 } else { room };
        look::height(look::lines(text, room, size), size)
    }

    /// Writes a cell at its column of the row.
    fn put(&mut self, cell: &Cell, column: u16) -> Result<(), XlsxError> {
        let format = self.formats.entry(cell.look).or_insert_with(|| format(cell.look, self.lang));
        if cell.span > 1 {
            self.worksheet.merge_range(self.row, column, self.row, column + cell.span - 1, "", format)?;
        }
        match &cell.value {
            Value::Blank => self.worksheet.write_blank(self.row, column, format)?,
            Value::Text(text) => self.worksheet.write_string_with_format(self.row, column, shortened(text), format)?,
            Value::Number(number) => self.worksheet.write_number_with_format(self.row, column, number.to_cell(), format)?,
        };
        Ok(())
    }
}

/// Tells whether blocks begin with room for signatures, but for room above it.
fn is_signed(blocks: &[Block]) -> bool {
    matches!(blocks, [Block::Signatures(_), ..] | [Block::Gap, Block::Signatures(_), ..])
}

/// Counts the columns of the first sheet of paper.
fn across(page: &Page) -> u16 {
    let columns = u16::try_from(page.widths.len()).unwrap_or(u16::MAX);
    let wide = main_of(page).filter(|main| main.pages > 1);
    wide.map_or(columns, |main| main.fixed + columns.saturating_sub(main.fixed).div_ceil(main.pages))
}

/// Gives how the table that a page is there for is read.
fn main_of(page: &Page) -> Option<Main> {
    page.blocks.iter().find_map(|block| match block {
        Block::Table(table) => table.main,
        _ => None,
    })
}
