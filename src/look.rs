//! House style of workbooks: font, colours, and how much room Vietnamese text takes on paper.
//!
//! Excel does not measure wrapped text when a file is made, and no crate measures Vietnamese: so widths come from the
//! metrics of Times New Roman, and the heights of rows from them. Lengths are whole numbers: thousandths of the font
//! size for letters, pixels for columns, points for rows.

mod packed;

use std::borrow::Cow;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::text::Lang;
use crate::text::fold::decompose;

pub use packed::{name_one_system, packed, without_first_number};

/// Font of every cell. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
pub const FONT: &str = "Times New Roman";
/// Size of text in tables, in points.
pub const SIZE: u32 = 12;

/// Longest text of a cell, in UTF-16 units.
pub const LONGEST: usize = 32_767;

/// Ink of text.
const INK: Color = Color::RGB(0x001F_2937);
/// Ink of remarks.
pub const FAINT: Color = Color::RGB(0x006B_7280);
/// Ink of a notice that nobody may miss.
pub const ALARM: Color = Color::RGB(0x00B4_2318);
/// Ink of a jump to another place.
pub const LINK: Color = Color::RGB(0x0005_63C1);
/// Lines of tables and of charts.
pub const LINE: Color = Color::RGB(0x00A9_B4C2);
/// Fill of table headings.
pub const HEADING: Color = Color::RGB(0x001F_4E79);
/// Fill of areas.
pub const AREA: Color = Color::RGB(0x00D6_E4F0);
/// Fill of criteria with children.
pub const GROUP: Color = Color::RGB(0x00EB_F2F8);
/// Fill of cells that may be filled in.
pub const OPEN: Color = Color::RGB(0x00FF_FCF0);
/// Fill of what is not to be filled in.
pub const CLOSED: Color = Color::RGB(0x00E9_EBEE);
/// "Cần điền": a cell that waits to be filled in.
pub const TO_FILL: Color = Color::RGB(0x00FF_E9A8);
/// "Thiếu": evidence is missing.
pub const MISSING: Color = Color::RGB(0x00FB_DDBF);
/// "Sai": what stands there can't be right.
pub const WRONG: Color = Color::RGB(0x00F7_BDB8);
/// "Đủ": nothing left to do.
pub const DONE: Color = Color::RGB(0x00DD_F0DF);

/// Begins a workbook. Its plain style has the font of everything else, so that a column is as wide in every program: the
/// width of a column counts digits of that style, and a font that is missing would be replaced by a wider one.
pub fn workbook() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // A digit of Times New Roman 11 is 7 pixels wide, as one of the font that workbooks begin with.
    book.set_default_format(&Format::new().set_font_name(FONT).set_font_size(11), 20, 64)?;
    Ok(book)
}

/// Sets A4, the margins of every page of ours, and one page across.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: margins 20–25 mm above and below, 30–35 mm left, 15–20 mm right. Inches in the file.
pub fn paper(sheet: &mut Worksheet) -> &mut Worksheet {
    let (left, right, top, bottom, edge) = (1.18, 0.6, 0.8, 0.8, 0.4);
    sheet.set_paper_size(9).set_margins(left, right, top, bottom, edge, edge).set_print_fit_to_pages(1, 0)
}

/// Gives the format of running text: house font, wrapped, in the middle of the cell's height.
pub fn text() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE).set_font_color(INK).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

/// Gives the format of a cell in a table: [`text`] inside thin lines.
pub fn cell() -> Format {
    text().set_border(FormatBorder::Thin).set_border_color(LINE)
}

/// Gives the format of a table's heading.
pub fn heading() -> Format {
    cell().set_bold().set_font_color(Color::White).set_background_color(HEADING).set_align(FormatAlign::Center)
}

/// Gives the number format of points: so many decimals; whether with a comma is Excel's business.
pub fn points(decimals: u8) -> String {
    if decimals == 0 { "0".into() } else { format!("0.{}", "0".repeat(decimals.into())) }
}

/// Makes a number format one of Vietnam: programs that print numbers by the language of their cells print a comma, beside
/// sentences with one. Cells to fill in stay without: there whoever types decides.
pub fn vietnamese(format: &str) -> String {
    format!("[$-42A]{format}")
}

/// Makes a number format one of whoever reads a language: with a comma before decimals in Vietnamese, a point in English.
pub fn numbers(format: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => vietnamese(format),
        Lang::En => format!("[$-409]{format}"),
    }
}

/// Gives the number format of figures that are kept as typed: at least so many decimals, at most four.
pub fn as_typed(decimals: u8) -> String {
    let least = usize::from(decimals.clamp(1, 4));
    format!("0.{}{}", "0".repeat(least), "#".repeat(4_usize.saturating_sub(least)))
}

/// Cuts a text that is longer than a cell, or its reader, takes; the sign `…` says so. Lengths are those of Excel, UTF-16.
pub fn shortened(text: &str, longest: usize) -> Cow<'_, str> {
    let mut length = 0;
    let cut = text.char_indices().find(|(_, letter)| {
        length += letter.len_utf16();
        length >= longest
    });
    match cut.and_then(|(at, letter)| text.get(..at).filter(|_| at + letter.len_utf8() < text.len())) {
        Some(start) => Cow::Owned(format!("{start}…")),
        None => Cow::Borrowed(text),
    }
}

/// Cuts a text that is longer than a margin of paper takes, counted in letters, at the end of a word; the sign `…` says so.
pub fn cut_at_word(text: &str, longest: usize) -> Cow<'_, str> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    if letters.len() <= longest {
        return Cow::Borrowed(text);
    }
    let taken = letters.get(..longest).unwrap_or_default();
    // One word that is too long is cut within it.
    let end = taken.iter().rev().find(|(_, letter)| letter.is_whitespace()).or(taken.last()).map_or(0, |(at, _)| *at);
    let start = text.get(..end).unwrap_or_default();
    Cow::Owned(format!("{}…", start.trim_end_matches(|letter: char| letter.is_whitespace() || ",;:-–(".contains(letter))))
}

/// Measures a text in Times New Roman, in thousandths of the font size. Bold text takes about a fifteenth more.
pub fn width(text: &str) -> u32 {
    let mut width = 0;
    decompose(text, |part| width += letter(part));
    width
}

/// Measures a letter; marks above and below letters take no room of their own.
fn letter(letter: char) -> u32 {
    match letter {
        '\u{031B}' => 60,
        '\u{0300}'..='\u{036F}' => 0,
        'i' | 'j' | 'l' | 't' | '/' | '\\' | ':' | ';' => 278,
        '|' => 200,
        ' ' | '.' | ',' | '\u{A0}' => 250,
        'f' | 'r' | 'I' | '(' | ')' | '[' | ']' | '!' | '-' | '‘' | '’' => 333,
        's' | 'J' => 389,
        'a' | 'c' | 'e' | 'z' | '?' | '“' | '”' => 444,
        'F' | 'S' => 556,
        '<' | '>' | '+' | '=' | '≤' | '≥' | '×' | '÷' => 564,
        'E' | 'L' | 'T' | 'Z' => 611,
        'B' | 'C' | 'P' | 'R' => 667,
        'A' | 'D' | 'G' | 'H' | 'K' | 'N' | 'O' | 'Q' | 'U' | 'V' | 'X' | 'Y' | 'w' | 'Đ' => 722,
        'm' | '&' => 778,
        '%' => 833,
        'M' => 889,
        'W' | '@' => 944,
        '—' | '…' => 1000,
        'a'..='z' | '0'..='9' | 'đ' | '–' | '_' | '"' | '*' | '#' | '$' => 500,
        _ => 722,
    }
}

/// Counts the lines that a text takes in a column so many characters wide, broken between words as Excel breaks it.
pub fn lines(text: &str, column: u32, size: u32) -> u32 {
    // A character of column width is 7 pixels; 4 pixels are kept free at the edges. 96 pixels are 72 points.
    let room = (column * 7).saturating_sub(4).max(7) * 1000;
    let pixels = |text: &str| width(text) * size * 4 / 3;
    text.split('\n').map(|line| wrapped(line, room, &pixels)).sum()
}

/// Counts the lines of one paragraph.
fn wrapped(line: &str, room: u32, pixels: &dyn Fn(&str) -> u32) -> u32 {
    let space = pixels(" ");
    let (mut count, mut taken) = (1, 0);
    for word in line.split(' ') {
        let long = pixels(word);
        if taken > 0 && taken + space + long > room {
            count += 1;
            taken = 0;
        }
        // A word longer than the column is broken by letters.
        count += long / room;
        taken = if taken > 0 { taken + space + long } else { long % room };
    }
    count
}

/// Tallest row that Excel allows, in points.
const TALLEST: u32 = 409;

/// Gives the height in points of so many lines of a size. Letters of Times New Roman reach over 1.15 of their size; what
/// is left lets a program round every line to whole pixels.
const fn spaced(lines: u32, size: u32) -> u32 {
    (lines * size * 61).div_ceil(50)
}

/// Gives the height in points that a text takes in a column so many characters wide.
pub fn takes(text: &str, column: u32, size: u32) -> u32 {
    spaced(lines(text, column, size), size)
}

/// Gives the height in points of a row whose tallest text takes so much.
pub fn row(points: u32) -> u32 {
    (points + 3).min(TALLEST)
}

/// Gives the height in points of a row with so many lines of a size.
pub fn height(lines: u32, size: u32) -> u32 {
    row(spaced(lines.max(1), size))
}
