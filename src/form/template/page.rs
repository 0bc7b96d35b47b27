//! What all sheets of a form share: paper, margins, head, protection.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatUnderline, ProtectionOptions, Worksheet, XlsxError};

use super::Form;
use crate::assessment::{Campaign, NATIONAL_HEADING};
use crate::figure::InputKind;
use crate::form::layout::Column;
use crate::form::signing;
use crate::look;
use crate::points::Points;
use crate::text::{Lang, said};

/// Size of tables, remarks and labels, in points.
pub const SMALL: u32 = 11;
/// Size of remarks in cells where points would stand, and of states, in points.
pub const SMALLEST: u32 = 10;

/// Gives the properties of a workbook for one that fills it in; its day is the campaign's, never the clock's.
pub fn properties(campaign: &Campaign, title: &str, company: &str) -> Result<DocProperties, XlsxError> {
    let day = campaign.period.to.or_else(|| Date::new(campaign.year, 12, 31).ok()).unwrap_or(Date::constant(2000, 1, 1));
    let office = campaign.office.as_deref().unwrap_or_default();
    Ok(DocProperties::new().set_title(title).set_author(office).set_company(company).set_creation_datetime(&excel_day(day)?))
}

/// Turns a day into a cell's date.
///
/// # Errors
///
/// Excel knows no day before 1900.
pub fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or(0);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(0), part(day.month()), part(day.day()))
}

/// Gives the number behind a cell's date; `None` before 1900.
pub fn serial(day: Date) -> Option<Points> {
    excel_day(day).ok().and_then(|day| Points::from_cell(day.to_excel()))
}

/// Sets paper and margins, page numbers but for the first page, and what identifies a printed page.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: page number centred in the top margin, not on the first page.
pub fn paper(sheet: &mut Worksheet, form: &Form<'_>) {
    let (id, version) = (&form.set.id, &form.set.version);
    let set = said!(form.lang, "Mã biểu: {id}/{version}", "Form: {id}/{version}");
    paper_with(sheet, form.campaign.notice.as_deref(), [&form.unit.name, &set]);
}

/// Does the same for any workbook of ours; `feet` stand below every page, on the left and on the right.
pub fn paper_with(sheet: &mut Worksheet, notice: Option<&str>, feet: [&str; 2]) {
    let font = look::FONT;
    let [on_left, on_right] = feet.map(|foot| plain(foot, 60));
    look::paper(sheet)
        .set_header(look::without_first_number(&running(notice)))
        .set_footer(format!("&L&\"{font},Italic\"&9{on_left}&R&\"{font},Italic\"&9{on_right}"))
        .set_screen_gridlines(false);
}

/// Gives the head of every printed page: its number in the middle, the notice on the right.
pub fn running(notice: Option<&str>) -> String {
    let font = look::FONT;
    let notice = notice.map_or_else(String::new, |notice| format!("&R&\"{font},Bold\"&9{}", plain(notice, 60)));
    format!("&C&\"{font},Regular\"&13&P{notice}")
}

/// Makes a text safe inside a header: it is cut where it is too long, since Excel allows 255 characters in all, and `&` is
/// doubled.
fn plain(text: &str, longest: usize) -> String {
    look::cut_at_word(text, longest).replace('&', "&&")
}

/// Locks what is not to be filled in, without a password: filtering, and resizing rows and columns, stay allowed.
pub fn lock(sheet: &mut Worksheet, rows_may_be_added: bool) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        sort: true,
        insert_rows: rows_may_be_added,
        insert_links: rows_may_be_added,
        ..ProtectionOptions::default()
    });
}

/// Columns that words are written over, the first and the last, and how wide they are together, in characters.
#[derive(Clone, Copy, Debug)]
pub struct Across {
    columns: (u16, u16),
    width: u32,
}

impl Across {
    /// Takes columns of a sheet, the last included.
    pub fn of(columns: &[Column], first: u16, last: u16) -> Self {
        Self { columns: (first, last), width: (first..=last).map(|at| width(columns, at)).sum() }
    }

    /// Takes columns of widths that a sheet has of its own, the last included.
    pub fn of_widths(widths: impl IntoIterator<Item = u16>, first: u16, last: u16) -> Self {
        let within = (0..).zip(widths).filter(|(at, _)| (first..=last).contains(at));
        Self { columns: (first, last), width: within.map(|(_, width)| u32::from(width)).sum() }
    }

    /// Takes columns that are so wide together.
    pub const fn wide(columns: (u16, u16), width: u32) -> Self {
        Self { columns, width }
    }

    /// Counts the lines that words take.
    pub fn lines(self, words: &str) -> u32 {
        look::lines(words, self.width, look::SIZE)
    }

    /// Counts the lines that they take in bold letters, which are about a fifteenth wider.
    pub fn bold_lines(self, words: &str) -> u32 {
        look::lines(words, self.width * 14 / 15, look::SIZE)
    }
}

/// Writes the head of a form as official letters have it: the unit on the left, the State on the right. Gives its height.
pub fn head(sheet: &mut Worksheet, form: &Form<'_>, left: Across, right: Across) -> Result<u32, XlsxError> {
    head_of(sheet, &letterhead(form), left, right)
}

/// Writes such a head over any workbook of ours, with its own four texts, each as high as its lines. Gives its height.
pub fn head_of(sheet: &mut Worksheet, words: &[String; 4], left: Across, right: Across) -> Result<u32, XlsxError> {
    let middle = look::text().set_align(FormatAlign::Center);
    let bold = middle.clone().set_bold();
    let [above, unit, state, motto] = words;
    merge(sheet, 0, left.columns, above, &middle)?;
    merge(sheet, 0, right.columns, state, &bold)?;
    merge(sheet, 1, left.columns, unit, &bold)?;
    merge(sheet, 1, right.columns, motto, &bold.set_underline(FormatUnderline::Single))?;
    let lines = [left.lines(above).max(right.bold_lines(state)), left.bold_lines(unit).max(right.bold_lines(motto))];
    let heights = lines.map(|lines| look::height(lines, look::SIZE));
    for (row, height) in (0..).zip(heights) {
        sheet.set_row_height(row, height)?;
    }
    Ok(heights.iter().sum())
}

/// Gives the words of the head: who stands above the unit, the unit, the State and its motto.
fn letterhead(form: &Form<'_>) -> [String; 4] {
    let [above, unit] = signing::letterhead(form.campaign, form.unit);
    let [state, motto] = national_heading(form.lang);
    [above, unit, state, motto]
}

/// Gives the State and its motto, as every official letter has them.
pub fn national_heading(lang: Lang) -> [String; 2] {
    NATIONAL_HEADING.map(|words| words.get(lang).to_owned())
}

/// Lists all that head and title of a sheet say, cell by cell.
pub fn words(form: &Form<'_>, title: &str) -> Vec<String> {
    let notice = form.campaign.notice.as_ref().map_or_else(String::new, |notice| format!("   {notice}"));
    letterhead(form).into_iter().chain([title.to_owned(), format!("{}{notice}", below(form))]).collect()
}

/// Gives the line below a title.
fn below(form: &Form<'_>) -> String {
    let below = format!("{} · {}", form.campaign.title, form.set.title);
    source(form).map_or_else(|| below.clone(), |source| format!("{below} ({source})"))
}

/// Writes a text over several columns of one row.
pub fn merge(sheet: &mut Worksheet, row: u32, columns: (u16, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
    if columns.0 == columns.1 {
        sheet.write_string_with_format(row, columns.0, text, format)?;
    } else {
        sheet.merge_range(row, columns.0, row, columns.1, text, format)?;
    }
    Ok(())
}

/// Puts the title of the campaign below the head, with the set, the unit's group and the notice under it. Gives their height.
pub fn title(sheet: &mut Worksheet, form: &Form<'_>, row: u32, across: Across, title: &str) -> Result<u32, XlsxError> {
    let (below, notice) = (below(form), form.campaign.notice.as_deref());
    title_with(sheet, row, across.columns, [title, &below], notice)?;
    // The notice is bold.
    let lines = notice.map_or_else(|| across.lines(&below), |notice| across.bold_lines(&format!("{below}   {notice}")));
    let height = look::height(lines, look::SIZE);
    sheet.set_row_height(row + 1, height)?;
    Ok(TITLE + height)
}

/// Height of the row of a title, in points.
const TITLE: u32 = 26;

/// Does the same for any workbook of ours: its title, and what stands below it.
pub fn title_with(
    sheet: &mut Worksheet,
    row: u32,
    columns: (u16, u16),
    [title, below]: [&str; 2],
    notice: Option<&str>,
) -> Result<(), XlsxError> {
    let big = look::text().set_align(FormatAlign::Center).set_bold().set_font_size(15);
    merge(sheet, row, columns, title, &big)?;
    sheet.set_row_height(row, TITLE)?;
    let italic = look::text().set_align(FormatAlign::Center).set_italic();
    match notice {
        Some(notice) => {
            let alarm = look::text().set_bold().set_font_color(look::ALARM);
            merge(sheet, row + 1, columns, "", &italic)?;
            let space = format!("{below}   ");
            sheet.write_rich_string_with_format(row + 1, columns.0, &[(&italic, space.as_str()), (&alarm, notice)], &italic)?;
        }
        None => merge(sheet, row + 1, columns, below, &italic)?,
    }
    Ok(())
}

/// Names the decision that a set comes from.
pub fn source(form: &Form<'_>) -> Option<String> {
    let source = &form.set.source;
    let document = source.document.as_ref()?;
    let lang = form.lang;
    let day = source.date.map(|day| crate::figure::date_in(day, lang));
    let day = day.map_or_else(String::new, |day| said!(lang, " ngày {day}", " of {day}"));
    let issuer = source.issuer.as_ref().map_or_else(String::new, |issuer| said!(lang, " của {issuer}", " by {issuer}"));
    Some(format!("{document}{day}{issuer}"))
}

/// Gives the height in points of the rows that a printed page holds, lying on its side, once all columns fit its width.
///
/// `last` is the last column on paper. A hundredth or two are kept back: printers and fonts differ.
pub fn room(columns: &[Column], last: u16) -> u32 {
    room_on(A4, columns.iter().take(usize::from(last) + 1))
}

/// A4 on its side within the margins of [`paper_with`], in points: how wide, how high.
const A4: (u32, u32) = (714, 480);
/// The same of A3.
pub const A3: (u32, u32) = (1063, 727);

/// Gives the same for a paper and the columns that are on it.
pub fn room_on<'c>((wide, high): (u32, u32), columns: impl Iterator<Item = &'c Column>) -> u32 {
    high * 98 / scale_on(wide, columns)
}

/// Gives the scale at which columns fit the width of a paper, in hundredths.
fn scale_on<'c>(wide: u32, columns: impl Iterator<Item = &'c Column>) -> u32 {
    // 96 pixels of a column's width are 72 points.
    let pixels: u32 = columns.filter(|column| column.width > 0).map(|column| u32::from(column.width) * 7 + 5).sum();
    (wide * 100 / (pixels * 3 / 4).max(1)).clamp(10, 100)
}

/// Shares that a form may be set smaller by, in hundredths, to draw in a last page with little on it.
const SMALLER: [u32; 4] = [98, 96, 94, 92];
/// Share of the scale at which columns fit in programs that set them widest, in hundredths.
const WIDEST: u32 = 94;
/// Share of a page that is little, in hundredths.
const LITTLE: u32 = 40;

/// How the pages of a sheet end.
pub struct Paged {
    /// Rows that begin a page.
    pub breaks: Vec<u32>,
    /// Scale in hundredths that draws in a last page with little on it; `None` where columns that fit the width are enough.
    pub scale: Option<u16>,
}

/// Parts rows into pages as [`breaks`] does, lying on their side, `last` the last column on paper; a last page with little on it
/// is drawn in where a scale that is smaller by 8 % does. The last `below` blocks, with the signatures, stand on no page alone.
pub fn paged(blocks: &[(u32, u32)], columns: &[Column], last: u16, [first, again]: [u32; 2], below: usize) -> Paged {
    let room = room(columns, last);
    let (breaks, used) = filled(blocks, room, first, again);
    if breaks.is_empty() || used * 100 > room * LITTLE {
        return Paged { breaks: accompanied(breaks, blocks, room.saturating_sub(again), below), scale: None };
    }
    let scale = scale_on(A4.0, columns.iter().take(usize::from(last) + 1));
    let fewer = SMALLER.into_iter().find_map(|share| {
        let drawn = self::breaks(blocks, room * 100 / share, first, again);
        let scale = u16::try_from(scale * share.min(WIDEST) / 100).ok();
        let drawn = (drawn.len() < breaks.len()).then(|| accompanied(drawn, blocks, (room * 100 / share).saturating_sub(again), below));
        drawn.map(|breaks| Paged { breaks, scale })
    });
    fewer.unwrap_or_else(|| Paged { breaks: accompanied(breaks, blocks, room.saturating_sub(again), below), scale: None })
}

/// Begins the last page at the block before the last `below` ones where it begins among these, and has room for it.
fn accompanied(mut breaks: Vec<u32>, blocks: &[(u32, u32)], room: u32, below: usize) -> Vec<u32> {
    let moved = blocks.len().checked_sub(below + 1).and_then(|at| blocks.get(at..));
    if let Some(moved) = moved.filter(|moved| moved.iter().map(|(_, height)| height).sum::<u32>() <= room)
        && let [(row, _), rest @ ..] = moved
        && let [before @ .., last] = breaks.as_mut_slice()
        && rest.iter().any(|(of, _)| of == last)
        && before.last().is_none_or(|before| before < row)
    {
        *last = *row;
    }
    breaks
}

/// Parts rows into pages so that none ends within a block: gives the rows that begin a page.
///
/// A block is the number of its first row and the height of all its rows; `first` is taken on the first page before them,
/// `again` by what is repeated on every other.
pub fn breaks(blocks: &[(u32, u32)], room: u32, first: u32, again: u32) -> Vec<u32> {
    filled(blocks, room, first, again).0
}

/// Does the same, and tells how much of the last page is filled.
fn filled(blocks: &[(u32, u32)], room: u32, first: u32, again: u32) -> (Vec<u32>, u32) {
    let (mut breaks, mut taken, mut fresh) = (Vec::new(), first, true);
    for (row, height) in blocks {
        // What is longer than a page is parted wherever the page ends.
        if !fresh && taken + height > room && again + height <= room {
            breaks.push(*row);
            taken = again;
        }
        taken += height;
        while taken > room {
            taken = again + taken.saturating_sub(room);
        }
        fresh = false;
    }
    (breaks, taken)
}

/// Writes the hidden row of keys and the headings below it, and sets the widths of columns. Gives the height of the headings.
pub fn headings(sheet: &mut Worksheet, columns: &[Column], keys_row: u32, lang: Lang) -> Result<u32, XlsxError> {
    let heading = look::heading().set_font_size(SMALL);
    let mut lines = 1;
    for (at, column) in (0..).zip(columns) {
        sheet.write_string(keys_row, at, column.key)?;
        if column.width == 0 {
            sheet.set_column_hidden(at)?;
            continue;
        }
        let words = column.heading.get(lang);
        sheet.set_column_width(at, column.width)?.write_string_with_format(keys_row + 1, at, words, &heading)?;
        // Bold letters take more room.
        lines = lines.max(look::lines(words, u32::from(column.width), SMALL + 1));
    }
    let height = look::height(lines, SMALL) + 4;
    sheet.set_row_hidden(keys_row)?.set_row_height(keys_row + 1, height)?;
    Ok(height)
}

/// Gives a format the look of figures of a kind.
pub fn of_kind(format: Format, kind: InputKind) -> Format {
    match kind {
        InputKind::Count => format.set_num_format("#,##0"),
        InputKind::Percent | InputKind::Points => format.set_num_format("#,##0.00##"),
        InputKind::Date => format.set_num_format("dd/mm/yyyy"),
        InputKind::Text => format.set_num_format("@"),
        InputKind::YesNo | InputKind::Choice => format.set_font_size(SMALLEST),
    }
}

/// Gives a format the look of figures of a kind where nobody fills them in: numbers as readers of a language print them.
pub fn printed_of_kind(format: Format, kind: InputKind, lang: Lang) -> Format {
    match kind {
        InputKind::Count => format.set_num_format(look::numbers("#,##0", lang)),
        InputKind::Percent | InputKind::Points => format.set_num_format(look::numbers("#,##0.00##", lang)),
        InputKind::Date | InputKind::Text | InputKind::YesNo | InputKind::Choice => of_kind_in(format, kind, lang),
    }
}

/// Gives a format the look of figures that readers of a language fill in: their days are as their sentences write them.
pub fn of_kind_in(format: Format, kind: InputKind, lang: Lang) -> Format {
    match (kind, lang) {
        (InputKind::Date, Lang::En) => format.set_num_format("yyyy-mm-dd"),
        _ => of_kind(format, kind),
    }
}

/// Gives the width of a column in characters.
pub fn width(columns: &[Column], at: u16) -> u32 {
    columns.get(usize::from(at)).map_or(0, |column| column.width.into())
}
