//! The first sheet of a copy that goes back: what is to be cured, a line each, with a jump to the cell.

mod line;

use rust_xlsxwriter::{Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError};

pub use self::line::original;
use super::stray_keys;
use super::words::{self, DONE};
use super::{CuredWhen, Line, Marked, Marks, count, grouped};
use crate::finding::sheet::NO_HOME;
use crate::finding::{Code, Finding, Place, Severity};
use crate::form::layout::FEEDBACK;
use crate::form::template::page;
use crate::form::template::value::Value;
use crate::form::{MOST_STRAYS, StrayCell};
use crate::look;
use crate::text;
use crate::text::{Lang, Text, Words};
use crate::workbook::Grid;

/// Widths in characters: number, severity, code, criterion, cell, sheet, what is wrong, cure, what stands there, status.
const WIDTHS: [u16; 10] = [5, 10, 7, 9, 10, 14, 46, 44, 18, 12];
/// Columns that the list refers to.
const SEVERITY: u16 = 1;
const CRITERION: u16 = 3;
const CELL: u16 = 4;
const SHEET: u16 = 5;
pub(super) const WRONG: u16 = 6;
const CURE: u16 = 7;
const HOLDS: u16 = 8;
const STATUS: u16 = 9;
/// Hidden column behind the table: what a program reads of a line.
const KEY: u16 = 10;
/// Longest message that is printed in full.
const LONG: usize = 2_000;
/// Row of the line that says how many remain, counted from 0. Every printed page begins with it and the headings below it.
const REMAIN: u32 = 3;

/// What is said of a sheet that the unit added.
const KEPT: Words = Words {
    vi: "Trang do đơn vị thêm, được giữ nguyên ở cuối tệp này; không được đọc và không được chấm.",
    en: "Added by the unit; kept as it is at the end of this file, neither read nor scored.",
};

/// What is said of a sheet that the unit added and that says something of criteria.
const JOINED: Words = Words {
    vi: "Trang do đơn vị thêm, được giữ nguyên ở cuối tệp này; số liệu, tài liệu, giải trình ở trang này đã được ghép vào biểu. Sửa ở biểu thì sửa cả ở đây, hoặc xóa trang này.",
    en: "Added by the unit; kept as it is at the end of this file. Its figures, documents and explanations were joined to the form: what is corrected there is corrected here, too, or delete this sheet.",
};

/// What the list says of a kind of workbook.
#[derive(Debug)]
pub struct Says {
    /// That nothing is left to be cured.
    pub clean: Words,
    /// Why some findings are gone in the copy.
    pub settled: Words,
    /// Title of what stands in no cell of the workbook.
    pub strays: Words,
    /// What is to be done with it.
    pub of_strays: Words,
    /// Status of a line that is cured outside the workbook.
    pub outside: Words,
    /// Whether the workbook is of several units, so that the list names the unit of each line in place of the sheet.
    pub by_unit: bool,
    /// Findings on such content: where it is listed, they need no line of their own.
    pub told_by_strays: &'static [&'static Code],
}

/// Headings of the table.
const HEADINGS: [Words; 10] = [
    Words { vi: "STT", en: "No." },
    Words { vi: "Mức độ", en: "Severity" },
    Words { vi: "Mã", en: "Code" },
    Words { vi: "Tiêu chí", en: "Criterion" },
    Words { vi: "Ô cần sửa", en: "Cell" },
    Words { vi: "Trang", en: "Sheet" },
    Words { vi: "Nội dung sai sót và lý do", en: "What is wrong, and why" },
    Words { vi: "Cách sửa", en: "How to fix" },
    Words { vi: "Nội dung đang ghi", en: "Says now" },
    Words { vi: "Tình trạng", en: "Status" },
];

/// Writes the list of a copy of our form.
pub fn write(book: &mut Workbook, marked: &Marked<'_>, unit: &str, notice: Option<&str>) -> Result<(), XlsxError> {
    let (settled, open): (Vec<&Line<'_>>, Vec<&Line<'_>>) = marked.lines.iter().partition(|line| line.cured_when == CuredWhen::Settled);
    let marks = &marked.marks;
    let mut list = List::new(book, marks, Some(marked.says))?;
    list.head(unit, marks.file)?;
    list.lines(&open)?;
    list.more(marked.more)?;
    // What is listed below with its full content needs no line of its own.
    let listed = |line: &Line<'_>| marked.says.told_by_strays.contains(&line.finding.code);
    let kept = |line: &Line<'_>| marks.extras.sheets.iter().any(|sheet| Some(&sheet.name) == line.finding.place.sheet.as_ref());
    let told =
        |line: &&&Line<'_>| !listed(line) || !kept(line) && !marks.extras.cells.iter().any(|stray| stray.code == line.finding.code.id);
    list.settled(&settled.iter().filter(told).copied().collect::<Vec<_>>())?;
    let strays: Vec<StrayCell> = marks.extras.cells.iter().chain(&marked.moved.unplaced).cloned().collect();
    list.strays(&strays, &marks.extras.sheets, &marks.extras.joined)?;
    list.finish(notice)
}

/// Writes the list of a workbook that is no form of ours, with the addresses in that workbook.
pub fn write_plain(book: &mut Workbook, marks: &Marks<'_>, unit: &str, notice: Option<&str>) -> Result<(), XlsxError> {
    let mut lines = grouped(marks.findings, plain);
    let more = lines.len().saturating_sub(super::MOST);
    lines.truncate(super::MOST);
    let mut list = List::new(book, marks, None)?;
    list.head(unit, marks.file)?;
    list.lines(&lines.iter().collect::<Vec<_>>())?;
    list.more(more)?;
    list.finish(notice)
}

/// Makes the line of a finding that this workbook has no cell for.
const fn plain(finding: &Finding) -> Line<'_> {
    Line { finding, target: None, holds: Value::Blank, day: false, cured_when: CuredWhen::Outside, whose: None, related: None }
}

/// Sheet that is being filled from the top.
struct List<'b> {
    sheet: &'b mut Worksheet,
    /// Workbook that was sent.
    file: &'b str,
    lang: Lang,
    /// What is said of a workbook that has the cells, and so can tell what was cured.
    says: Option<&'static Says>,
    row: u32,
    last: u16,
}

impl<'b> List<'b> {
    /// Adds the sheet.
    fn new(book: &'b mut Workbook, marks: &Marks<'b>, says: Option<&'static Says>) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet().set_name(FEEDBACK.get(marks.lang))?;
        let last = if says.is_some() { STATUS } else { CURE };
        for (column, width) in (0..=last).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        if says.is_some() {
            sheet.set_column_hidden(KEY)?;
        }
        sheet.set_tab_color(look::ALARM).set_active(true).set_first_tab(true);
        Ok(Self { sheet, file: marks.file, lang: marks.lang, says, row: 0, last })
    }

    /// Writes a line over all columns, as high as it needs.
    fn across(&mut self, words: &str, format: &Format, size: u32) -> Result<(), XlsxError> {
        let room: u32 = (0..=self.last).map(width).sum();
        page::merge(self.sheet, self.row, (0, self.last), words, format)?;
        self.sheet.set_row_height(self.row, look::height(look::lines(words, room, size), size))?;
        self.row += 1;
        Ok(())
    }

    /// Writes whose form it is and what to do; the line that counts is written with the table.
    fn head(&mut self, unit: &str, file: &str) -> Result<(), XlsxError> {
        let title = look::text().set_bold().set_font_size(16).set_font_color(look::HEADING);
        let heading = match (self.lang, unit.is_empty()) {
            (Lang::Vi, false) => format!("LỖI CẦN SỬA – {}", unit.to_uppercase()),
            (Lang::Vi, true) => "LỖI CẦN SỬA".to_owned(),
            (Lang::En, false) => format!("TO BE CURED – {}", unit.to_uppercase()),
            (Lang::En, true) => "TO BE CURED".to_owned(),
        };
        self.across(&heading, &title, 16)?;
        let of = text!("Kết quả kiểm tra tệp “{file}”.", "What was found in “{file}”.");
        let faint = look::text().set_font_color(look::FAINT);
        self.across(of.get(self.lang), &faint, look::SIZE)?;
        let how = if self.says.is_some() {
            Text::new(
                "Cách làm: (1) bấm vào ô màu xanh ở cột “Ô cần sửa” để đến đúng chỗ; (2) sửa ngay trong tệp này – các nội dung khác được giữ nguyên; (3) lưu lại và gửi chính tệp này. Cột “Tình trạng” tự đổi khi ô được sửa; kết luận cuối cùng là của lần kiểm tra sau.",
                "How: (1) click the blue cell in the column “Cell” to go to the place; (2) correct it in this file, where every other answer was kept; (3) save and send this file. The status changes by itself once a cell was changed; the next check has the last word.",
            )
        } else {
            Text::new(
                "Cách làm: mở tệp gốc, sửa tại ô được nêu, lưu lại và gửi tệp đã sửa. Để tệp này cùng thư mục với tệp gốc thì bấm vào ô màu xanh sẽ đến đúng chỗ.",
                "How: open the original, correct each cell named, save it and send it again. With this file in the same folder as the original, a click on a blue cell goes to the place.",
            )
        };
        self.across(how.get(self.lang), &look::text(), look::SIZE)?;
        self.row = REMAIN + 1;
        Ok(())
    }

    /// Writes the table, and above it how many lines remain.
    fn lines(&mut self, lines: &[&Line<'_>]) -> Result<(), XlsxError> {
        let heading = look::heading();
        for (column, words) in (0..=self.last).zip(HEADINGS) {
            let words = match (column, self.says.is_some()) {
                (CELL, false) => Words { vi: "Ô trong tệp gốc", en: "Cell in the original" },
                (SHEET, false) => Words { vi: "Trang trong tệp gốc", en: "Sheet in the original" },
                (SHEET, true) if self.says.is_some_and(|says| says.by_unit) => Words { vi: "Đơn vị", en: "Unit" },
                _ => words,
            };
            self.sheet.write_string_with_format(self.row, column, words.get(self.lang), &heading)?;
        }
        self.sheet
            .set_row_height(self.row, if self.says.is_some() { 24 } else { 38 })?
            .set_repeat_rows(REMAIN, self.row)?
            .set_freeze_panes(self.row + 1, 0)?;
        self.row += 1;
        let first = self.row;
        for (n, line) in (1_u32..).zip(lines) {
            self.line(n, line)?;
        }
        if lines.is_empty() {
            let good = look::cell().set_background_color(look::DONE).set_bold().set_align(FormatAlign::Center);
            let words = Text::new("Không có lỗi nào phải sửa.", "There is nothing to correct.");
            self.across(words.get(self.lang), &good, look::SIZE)?;
        }
        let after = self.row;
        self.row = REMAIN;
        self.remain(lines, first, after)?;
        self.row = after;
        Ok(())
    }

    /// Writes how many lines remain: live where the workbook can tell.
    fn remain(&mut self, lines: &[&Line<'_>], first: u32, after: u32) -> Result<(), XlsxError> {
        let lang = self.lang;
        let severities = [Severity::Error, Severity::Warning, Severity::Note];
        let counts = severities.map(|severity| count(lines, severity).plain());
        // Words before each count, and behind the last.
        let phrase = match lang {
            Lang::Vi => ["Còn phải sửa: ", " lỗi, ", " cảnh báo; ", " lưu ý, không bắt buộc sửa"],
            Lang::En => ["Still to be cured: errors ", ", warnings ", "; notes, which may stay: ", ""],
        };
        let alarm = look::text().set_bold().set_font_size(14).set_font_color(look::ALARM);
        if lines.is_empty() {
            let fine = self.says.map_or(Words { vi: "Không phát hiện lỗi.", en: "Nothing was found." }, |says| says.clean);
            return self.across(fine.get(lang), &alarm.set_font_color(look::HEADING), 14);
        }
        let counted = phrase.iter().zip(counts.iter().map(String::as_str).chain([""]));
        let cached = counted.map(|(word, count)| format!("{word}{count}")).collect::<Vec<_>>().concat();
        self.across(&cached, &alarm, 14)?;
        if self.says.is_none() {
            return Ok(());
        }
        let span = |column: u16| {
            let letter = crate::form::template::plan::letter(column);
            format!("${letter}${}:${letter}${after}", u64::from(first) + 1)
        };
        let of = |severity: Severity| {
            let word = words::severity(severity, lang);
            format!("COUNTIFS({},\"{word}\",{},\"<>{}\")", span(SEVERITY), span(STATUS), DONE.get(lang))
        };
        let counts = severities.map(of);
        let parts = phrase.iter().zip(counts.iter().map(|count| format!("&{count}&")).chain([String::new()]));
        let formula = parts.map(|(word, count)| format!("\"{word}\"{count}")).collect::<Vec<_>>().concat();
        let formula = Formula::new(formula).set_result(cached);
        self.sheet.write_formula_with_format(REMAIN, 0, formula, &alarm)?;
        Ok(())
    }

    /// Writes the heading of a part below the table.
    fn part(&mut self, title: &Words, remark: &Words) -> Result<(), XlsxError> {
        self.row += 1;
        let bold = look::text().set_bold().set_font_size(13).set_font_color(look::HEADING);
        self.across(title.get(self.lang), &bold, 13)?;
        self.across(remark.get(self.lang), &look::text().set_font_color(look::FAINT), look::SIZE)
    }

    /// Says how many findings are not listed.
    fn more(&mut self, more: usize) -> Result<(), XlsxError> {
        if more == 0 {
            return Ok(());
        }
        let words = text!("… và {more} điểm khác không liệt kê ở đây.", "… and {more} more, which are not listed here.");
        self.across(words.get(self.lang), &look::text().set_bold(), look::SIZE)
    }

    /// Lists what the copy set right.
    fn settled(&mut self, lines: &[&Line<'_>]) -> Result<(), XlsxError> {
        let Some(says) = self.says.filter(|_| !lines.is_empty()) else { return Ok(()) };
        self.part(&Words { vi: "ĐÃ XỬ LÝ TRONG TỆP NÀY, ĐỀ NGHỊ ĐỐI CHIẾU", en: "SET RIGHT IN THIS FILE; PLEASE CHECK" }, &says.settled)?;
        for (n, line) in (1_u32..).zip(lines) {
            self.line(n, line)?;
        }
        Ok(())
    }

    /// Lists content that no cell of the workbook takes.
    fn strays(&mut self, strays: &[StrayCell], sheets: &[Grid], joined: &[String]) -> Result<(), XlsxError> {
        let Some(says) = self.says.filter(|_| !strays.is_empty() || !sheets.is_empty()) else { return Ok(()) };
        let title = self.row + 1;
        self.part(&says.strays, &says.of_strays)?;
        self.sheet.write_string(title, KEY, stray_keys::TITLE)?;
        for sheet in sheets {
            let place = words::place(&Place { sheet: Some(sheet.name.clone()), ..Place::default() });
            let said = if joined.contains(&sheet.name) { JOINED } else { KEPT };
            self.stray(&format!("{}: {}", NO_HOME.id, place.get(self.lang)), said.get(self.lang))?;
        }
        for stray in strays {
            let place = words::place(&stray.place);
            self.sheet.write_string(self.row, KEY, stray_keys::key(stray))?;
            self.stray(&format!("{}: {}", stray.code, place.get(self.lang)), &stray.words)?;
        }
        if strays.len() >= MOST_STRAYS {
            let words =
                Text::new("Chỉ giữ lại phần đầu; phần còn lại xem ở tệp gốc.", "Only the first are kept; the rest is in the original.");
            self.across(words.get(self.lang), &look::text().set_bold(), look::SIZE)?;
        }
        Ok(())
    }

    /// Writes one line of what no cell takes.
    fn stray(&mut self, place: &str, words: &str) -> Result<(), XlsxError> {
        page::merge(self.sheet, self.row, (0, SHEET), place, &look::cell())?;
        page::merge(self.sheet, self.row, (WRONG, self.last), words, &look::cell().set_num_format("@"))?;
        let room = (WRONG..=self.last).map(width).sum();
        let beside = (0..=SHEET).map(width).sum();
        let lines = look::lines(words, room, look::SIZE).max(look::lines(place, beside, look::SIZE));
        self.sheet.set_row_height(self.row, look::height(lines, look::SIZE))?;
        self.row += 1;
        Ok(())
    }

    /// Sets paper and protection.
    fn finish(self, notice: Option<&str>) -> Result<(), XlsxError> {
        let sheet = self.sheet;
        look::paper(sheet)
            .set_landscape()
            .set_print_area(0, 0, self.row, self.last)?
            .set_header(page::running(notice))
            .set_footer(format!("&L&\"{font},Italic\"&9{sheet}", font = look::FONT, sheet = FEEDBACK.get(self.lang)))
            .set_screen_gridlines(false)
            .set_zoom(100);
        page::lock(sheet, false);
        Ok(())
    }
}

/// Gives the width of a column, in characters.
fn width(column: u16) -> u32 {
    WIDTHS.get(usize::from(column)).copied().unwrap_or(9).into()
}
