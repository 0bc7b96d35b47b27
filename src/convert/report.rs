//! The workbook of whoever reviews a converted table: each criterion of the decision beside what was understood, in words,
//! what is open, and the lines of YAML.

use crate::text::capital;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use crate::look;
use crate::text::{Lang, Text};

/// How far a row of the decision was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Every clause is used.
    Understood,
    /// Every clause is used, and the decision leaves something open.
    Open,
    /// Words are left over.
    Unsure,
    /// The table says nothing.
    Silent,
    /// A criterion with parts, or a row outside of the tree.
    Group,
}

impl Status {
    /// Says it.
    fn words(self) -> Text {
        match self {
            Self::Understood => Text::new("Đã hiểu trọn", "Understood"),
            Self::Open => Text::new("Cần quyết định", "To be decided"),
            Self::Unsure => Text::new("Chưa chắc", "Not sure"),
            Self::Silent => Text::new("Bảng không nêu cách tính", "No rule in the table"),
            Self::Group => Text::default(),
        }
    }

    /// Gives the fill of its cell.
    fn fill(self, format: Format) -> Format {
        match self {
            Self::Understood => format.set_background_color(look::DONE),
            Self::Open => format.set_background_color(look::TO_FILL),
            Self::Unsure => format.set_background_color(look::WRONG),
            Self::Silent => format.set_background_color(look::CLOSED),
            Self::Group => format.set_background_color(look::GROUP).set_bold(),
        }
    }
}

/// Row of the review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Rows of the table: `8–11`.
    pub rows: String,
    /// Id in the set; empty outside of the tree.
    pub id: String,
    /// Words of the decision, a line each.
    pub words: String,
    /// Maximum, as the set has it.
    pub max: String,
    /// How far it was understood.
    pub status: Status,
    /// What was understood, a line each.
    pub understood: Vec<Text>,
    /// What is open, or left over.
    pub open: Vec<Text>,
    /// Lines of the set.
    pub yaml: String,
}

/// Makes the row that tells of a table of the file that was not converted.
pub fn not_converted(message: &Text) -> Row {
    Row {
        rows: String::new(),
        id: String::new(),
        words: String::new(),
        max: String::new(),
        status: Status::Unsure,
        understood: Vec::new(),
        open: vec![message.clone()],
        yaml: String::new(),
    }
}

/// Makes the row that tells what holds for the whole set: which tables were joined, what is asked once.
pub fn of_all(message: &Text) -> Row {
    Row { status: Status::Open, ..not_converted(message) }
}

/// Headings with the width of their columns.
const COLUMNS: [(&str, &str, u32); 7] = [
    ("Hàng của bảng", "Rows of the table", 9),
    ("Mã", "Id", 8),
    ("Lời của quyết định", "Words of the decision", 44),
    ("Điểm tối đa", "Maximum", 9),
    ("Mức độ hiểu", "How far understood", 15),
    ("Đã hiểu là", "Understood as", 44),
    ("Còn phải hỏi, còn chưa dùng", "Open, or left over", 36),
];

/// Headings of the sheet of YAML.
const LINES: [(&str, &str, u32); 2] = [("Mã", "Id", 8), ("Dòng trong set.yaml", "Lines of set.yaml", 110)];

/// Size of the words, in points.
const SIZE: u32 = 11;

/// Most letters of a cell: Excel shows no taller rows than a page.
const LONGEST: usize = 3_000;

/// Makes the workbook.
///
/// # Errors
/// None that is known: no name and no text is made that Excel forbids.
pub fn workbook(title: &Text, counts: &Text, rows: &[Row], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = look::workbook()?;
    let sheet = book.add_worksheet();
    sheet.set_name(Text::new("Rà soát", "Review").get(lang))?;
    let plain = look::text().set_text_wrap();
    sheet.merge_range(0, 0, 0, 6, title.get(lang), &plain.clone().set_bold().set_font_size(14))?;
    sheet.merge_range(1, 0, 1, 6, counts.get(lang), &plain)?;
    sheet.set_row_height(0, look::height(2, 14))?;
    sheet.set_row_height(1, look::height(2, look::SIZE))?;
    head(sheet, 2, &COLUMNS, lang)?;
    for (at, row) in (3_u32..).zip(rows) {
        write(sheet, at, row, lang)?;
    }
    sheet.set_freeze_panes(3, 3)?;
    let last = u32::try_from(rows.len()).unwrap_or(0) + 2;
    sheet.autofilter(2, 0, last.max(3), 6)?;
    paper(sheet, title.get(lang)).set_repeat_rows(2, 2)?;
    // Lines of YAML are taller than the words beside them, and have a sheet of their own.
    let sheet = book.add_worksheet();
    sheet.set_name("set.yaml")?;
    head(sheet, 0, &LINES, lang)?;
    for (at, row) in (1_u32..).zip(rows.iter().filter(|row| !row.yaml.is_empty())) {
        let shown = look::shortened(&row.yaml, LONGEST);
        // The house font: one of programmers is not on every machine, and what stands in for it may lack Vietnamese letters.
        sheet.set_row_height(at, look::row(look::takes(&shown, 110, 8)))?;
        let base = || look::cell().set_align(FormatAlign::Top);
        sheet.write_string_with_format(at, 0, &row.id, &base().set_align(FormatAlign::Center))?;
        sheet.write_string_with_format(at, 1, shown, &base().set_font_size(8))?;
    }
    sheet.set_freeze_panes(1, 1)?;
    paper(sheet, title.get(lang)).set_repeat_rows(0, 0)?;
    look::packed(&mut book)
}

/// Sets paper: the number of the page above it, what is reviewed below.
fn paper<'s>(sheet: &'s mut Worksheet, title: &str) -> &'s mut Worksheet {
    const LONGEST_FOOT: usize = 120;
    let (font, title) = (look::FONT, look::cut_at_word(title, LONGEST_FOOT).replace('&', "&&"));
    look::paper(sheet)
        .set_landscape()
        .set_header(format!("&C&\"{font},Regular\"&13&P"))
        .set_footer(format!("&L&\"{font},Italic\"&9{title}"))
        .set_screen_gridlines(false)
}

/// Writes the headings of a sheet, and sets the widths of its columns.
fn head(sheet: &mut Worksheet, at: u32, columns: &[(&str, &str, u32)], lang: Lang) -> Result<(), XlsxError> {
    for (column, (vi, en, width)) in (0_u16..).zip(columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(at, column, Text::new(*vi, *en).get(lang), &look::heading())?;
    }
    sheet.set_row_height(at, look::height(2, look::SIZE))?;
    Ok(())
}

/// Writes a row.
fn write(sheet: &mut Worksheet, at: u32, row: &Row, lang: Lang) -> Result<(), XlsxError> {
    let joined = |texts: &[Text]| texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("\n");
    let sentences = |texts: &[Text]| texts.iter().map(|text| capital(text.get(lang))).collect::<Vec<_>>().join("\n");
    let cells = [
        row.rows.clone(),
        row.id.clone(),
        row.words.clone(),
        row.max.clone(),
        row.status.words().get(lang).to_owned(),
        joined(&row.understood),
        sentences(&row.open),
    ];
    let group = row.status == Status::Group;
    let mut tallest = 0;
    for ((column, words), (_, _, width)) in (0_u16..).zip(&cells).zip(COLUMNS) {
        let base = look::cell().set_font_size(SIZE).set_align(FormatAlign::Top);
        let format = match column {
            4 => row.status.fill(base.set_align(FormatAlign::Left).set_indent(1)),
            0 | 1 | 3 => base.set_align(FormatAlign::Center),
            _ => base.set_align(FormatAlign::Left).set_indent(1),
        };
        let format = if group { row.status.fill(format) } else { format };
        let shown = look::shortened(words, LONGEST);
        tallest = tallest.max(look::takes(&shown, width.saturating_sub(2).max(1), SIZE));
        sheet.write_string_with_format(at, column, shown, &format)?;
    }
    sheet.set_row_height(at, look::row(tallest))?;
    Ok(())
}
