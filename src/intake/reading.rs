//! The second sheet of what goes back for a form of a province's own: what was read, for the unit to confirm.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::foreign::Understood;
use crate::assessment::{Answer, Campaign, Claim, Evidence, EvidenceDate, SelfAssessment};
use crate::criteria::{CriteriaSet, Criterion, Leaf};
use crate::figure::{Figure, date_vi};
use crate::form::template::page;
use crate::form::template::{self, Marks, Unwritable, original};
use crate::look;
use crate::rule::Scorer;
use crate::text::{Lang, Text, Words, capital};

/// Name of the sheet.
const SHEET: &str = "Đã đọc";
/// Widths in characters: criterion, name, cell, claim, figures, evidence, explanation.
const WIDTHS: [u16; 7] = [10, 40, 9, 14, 30, 40, 32];
/// Width of the column of claims.
const CLAIM: u32 = 14;
/// Last column.
const LAST: u16 = 6;
/// Headings of the table.
const HEADINGS: [Words; 7] = [
    Words { vi: "Tiêu chí", en: "Criterion" },
    Words { vi: "Tên", en: "Name" },
    Words { vi: "Ô", en: "Cell" },
    Words { vi: "Điểm tự đánh giá", en: "Claimed score" },
    Words { vi: "Số liệu", en: "Figures" },
    Words { vi: "Tài liệu kiểm chứng", en: "Evidence" },
    Words { vi: "Giải trình", en: "Explanation" },
];
/// Longest text of a cell.
const LONG: usize = 2_000;

/// What was read from a form of a province's own.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// How the sheet was understood.
    pub understood: &'a Understood,
    /// What the unit says.
    pub assessment: &'a SelfAssessment,
    /// Set that it was read by.
    pub set: &'a CriteriaSet,
}

/// Writes a workbook of findings on a file that is not a form of ours, with the addresses in that file, and where it is a form
/// of a province's own with what was read.
///
/// # Errors
///
/// [`Unwritable`] where a limit of Excel is passed.
pub fn list_findings(
    marks: &Marks<'_>,
    unit: &str,
    reading: Option<&Reading<'_>>,
    campaign: Option<&Campaign>,
) -> Result<Vec<u8>, Unwritable> {
    template::list_findings(marks, unit, campaign, &|book, notice| reading.map_or(Ok(()), |reading| write(book, reading, marks, notice)))
}

/// Adds the sheet.
fn write(book: &mut Workbook, reading: &Reading<'_>, marks: &Marks<'_>, notice: Option<&str>) -> Result<(), XlsxError> {
    let (file, lang) = (marks.file, marks.lang);
    let sheet = book.add_worksheet().set_name(SHEET)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut row = 0;
    let title = Text::new("BIỂU ĐƯỢC ĐỌC NHƯ SAU", "HOW THE FORM WAS READ");
    across(sheet, &mut row, title.get(lang), &look::text().set_bold().set_font_size(16).set_font_color(look::HEADING), 16)?;
    let ask = Text::new(
        "Đề nghị đối chiếu với tệp gốc. Chỗ nào đọc chưa đúng thì sửa tên cột, số thứ tự hoặc tên tiêu chí trong tệp gốc rồi gửi lại, hoặc báo cơ quan chủ trì.",
        "Please compare it with the original. Where it was read wrongly, correct the heading, number or name of the criterion in the original and send it again, or tell the office in charge.",
    );
    across(sheet, &mut row, ask.get(lang), &look::text(), look::SIZE)?;
    row += 1;
    for (column, words) in (0..).zip(HEADINGS) {
        sheet.write_string_with_format(row, column, words.get(lang), &look::heading())?;
    }
    sheet.set_row_height(row, 38)?.set_repeat_rows(row, row)?.set_freeze_panes(row + 1, 0)?;
    row += 1;
    for (criterion, leaf) in reading.set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit) {
        leaf_row(sheet, row, (criterion, leaf), reading.assessment.answers.get(&criterion.id), file, lang)?;
        row += 1;
    }
    row += 1;
    for line in reading.understood.lines() {
        let words = line.get(lang);
        let format = if words.starts_with(' ') { look::text() } else { look::text().set_bold().set_font_color(look::HEADING) };
        across(sheet, &mut row, &capital(&look::shortened(words, LONG)), &format, look::SIZE)?;
    }
    finish(sheet, row, notice)
}

/// Writes a line over all columns, as high as it needs.
fn across(sheet: &mut Worksheet, row: &mut u32, words: &str, format: &Format, size: u32) -> Result<(), XlsxError> {
    let room = WIDTHS.iter().map(|width| u32::from(*width)).sum();
    page::merge(sheet, *row, (0, LAST), words, format)?;
    sheet.set_row_height(*row, look::height(look::lines(words, room, size), size))?;
    *row += 1;
    Ok(())
}

/// Writes what was read for a leaf.
fn leaf_row(
    sheet: &mut Worksheet,
    row: u32,
    (criterion, leaf): (&Criterion, &Leaf),
    answer: Option<&Answer>,
    file: &str,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (cell, centre) = (look::cell().set_indent(1), look::cell().set_align(FormatAlign::Center));
    sheet.write_string_with_format(row, 0, criterion.id.as_str(), &centre.clone().set_num_format("@"))?;
    let place = answer.and_then(|answer| answer.sheet.as_deref().zip(answer.cells.claimed));
    match place {
        Some((name, cell)) => original(sheet, (row, 2), (file, name, &cell.to_string()), &centre)?,
        None => {
            sheet.write_blank(row, 2, &centre)?;
        }
    }
    let claim = match answer.map(|answer| &answer.claim) {
        None => Text::new("không có hàng", "no row"),
        Some(Claim::Blank) => Text::new("(để trống)", "(blank)"),
        Some(Claim::Points(points)) => Text::new(points.plain_vi(), points.plain()),
        Some(Claim::NotApplicable) => Text::new("Không áp dụng", "Not applicable"),
        Some(Claim::Wrong(typed)) => Text::same(format!("“{typed}”")),
    };
    sheet.write_string_with_format(row, 3, claim.get(lang), &centre.clone().set_bold().set_num_format("@"))?;
    let figures = leaf.inputs.iter().filter_map(|input| {
        let figure = answer?.figures.get(&input.id).filter(|figure| **figure != Figure::Blank)?;
        let words = match figure {
            Figure::Choice(id) => {
                leaf.choices(&input.id).into_iter().find(|choice| &choice.id == id).map_or_else(|| id.clone(), |one| one.label)
            }
            Figure::Wrong(typed) => format!("“{typed}”"),
            _ => figure.words().get(lang).to_owned(),
        };
        Some(format!("{}: {words}", input.label))
    });
    let figures = figures.collect::<Vec<_>>().join("\n");
    let evidence =
        answer.map_or_else(String::new, |answer| answer.evidence.iter().map(|one| document(one, lang)).collect::<Vec<_>>().join("\n"));
    let explanation = answer.and_then(|answer| answer.explanation.clone()).unwrap_or_default();
    let texts = [(1, criterion.name.as_str()), (4, figures.as_str()), (5, evidence.as_str()), (6, explanation.as_str())];
    let mut lines = look::lines(claim.get(lang), CLAIM - 2, look::SIZE);
    for (column, words) in texts {
        let words = look::shortened(words, LONG);
        sheet.write_string_with_format(row, column, words.as_ref(), &cell.clone().set_num_format("@"))?;
        let width = WIDTHS.get(usize::from(column)).copied().unwrap_or(9);
        lines = lines.max(look::lines(&words, u32::from(width) - 2, look::SIZE));
    }
    sheet.set_row_height(row, look::height(lines, look::SIZE) + 4)?;
    Ok(())
}

/// Names a document: number and day, else its title, file or link.
fn document(evidence: &Evidence, lang: Lang) -> String {
    let name =
        [&evidence.number, &evidence.title, &evidence.file, &evidence.link].into_iter().flatten().next().cloned().unwrap_or_default();
    let day = match (&evidence.date, lang) {
        (EvidenceDate::Blank, _) => String::new(),
        (EvidenceDate::Day(day), Lang::Vi) => format!(" ngày {}", date_vi(*day)),
        (EvidenceDate::Day(day), Lang::En) => format!(", {day}"),
        (EvidenceDate::Wrong(typed), _) => format!(" “{typed}”"),
    };
    let section = evidence.section.as_ref().map_or_else(String::new, |section| format!(", {section}"));
    format!("- {name}{day}{section}")
}

/// Sets paper.
fn finish(sheet: &mut Worksheet, last: u32, notice: Option<&str>) -> Result<(), XlsxError> {
    look::paper(sheet)
        .set_landscape()
        .set_print_area(0, 0, last.saturating_sub(1), LAST)?
        .set_header(page::running(notice))
        .set_footer(format!("&L&\"{font},Italic\"&9{SHEET}", font = look::FONT))
        .set_screen_gridlines(false);
    page::lock(sheet, false);
    Ok(())
}
