//! The first sheet: which lines to look at first, and why, by the points that are open, how doubtful what stands is, and
//! what it would move.

use std::cmp::Reverse;

use rust_xlsxwriter::{Format, FormatAlign, Formula, Url, Workbook, Worksheet, XlsxError};

use super::doubt::{self, Doubt, Effect};
use super::layout::{At, TABLE, WORKLIST};
use super::live;
use super::plan::Plan;
use crate::form::template::page;
use crate::form::template::page::SMALL;
use crate::look;
use crate::points::{Points, vietnamese};

/// Line of the list.
struct Entry {
    /// Which line of the plan.
    line: usize,
    doubt: Doubt,
    effect: Effect,
    /// Product of all three.
    priority: Points,
}

/// Headings and widths of the columns.
const COLUMNS: [(&str, u16); 8] = [
    ("TT", 5),
    ("Đơn vị", 28),
    ("Mã tiêu chí", 9),
    ("Tiêu chí", 44),
    ("Điểm đang có", 10),
    ("Điểm có thể thay đổi", 11),
    ("Vì sao cần xem trước", 70),
    ("Tình trạng", 20),
];
/// Row of the headings, counted from 0.
const HEADING_ROW: u32 = 6;

/// Lists the lines that something speaks for, the most pressing first.
fn entries(plan: &Plan<'_>) -> Vec<Entry> {
    let entry = |(at, line)| {
        let doubt = doubt::of(line, plan.of.round)?;
        let effect = doubt::effect(&plan.of.results, line, &doubt);
        let weighted = &doubt.stake * &line.weight;
        let priority = &(&weighted * &Points::from(doubt.weight)) * &Points::from(effect.weight());
        Some(Entry { line: at, doubt, effect, priority })
    };
    let mut entries: Vec<Entry> = plan.lines.iter().enumerate().filter_map(entry).collect();
    // The order of the table is kept among equals.
    entries.sort_by_key(|entry| Reverse(entry.priority.clone()));
    entries
}

/// Writes the sheet.
pub fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(WORKLIST)?;
    let last = u16::try_from(COLUMNS.len() - 1).unwrap_or(u16::MAX);
    for (at, (_, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, width)?;
    }
    let campaign = plan.of.results.campaign;
    super::page::head(sheet, plan.of, (0, 2), (6, last))?;
    page::title_with(sheet, 2, (0, last), [&super::page::title(plan.of), &campaign.title], campaign.notice.as_deref())?;
    let entries = entries(plan);
    let across: u32 = COLUMNS.iter().map(|(_, width)| u32::from(*width)).sum();
    let intro = intro(plan, entries.len());
    let faint = look::text().set_font_size(SMALL);
    page::merge(sheet, 4, (0, last), &intro, &faint)?;
    sheet.set_row_height(4, look::height(look::lines(&intro, across, SMALL), SMALL) + 4)?;
    let heading = look::heading().set_font_size(SMALL);
    for (at, (words, _)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(HEADING_ROW, at, words, &heading)?;
    }
    sheet.set_row_height(HEADING_ROW, look::height(2, SMALL) + 4)?;
    for (number, entry) in (1..).zip(&entries) {
        line(sheet, plan, entry, number)?;
    }
    let end = HEADING_ROW + u32::try_from(entries.len()).unwrap_or(0);
    if entries.is_empty() {
        let words = "Không có dòng nào có dấu hiệu cần xem trước; trang “Thẩm định” có đủ các dòng.";
        page::merge(sheet, HEADING_ROW + 1, (0, last), words, &look::cell())?;
    } else {
        sheet.autofilter(HEADING_ROW, 0, end, last)?;
    }
    sheet
        .set_freeze_panes(HEADING_ROW + 1, 0)?
        .set_repeat_rows(HEADING_ROW, HEADING_ROW)?
        .set_landscape()
        .set_zoom(90)
        .set_active(plan.of.sent.is_none());
    super::page::paper(sheet, plan.of);
    page::lock(sheet, false);
    Ok(())
}

/// Says what the list is, and what is not in it.
fn intro(plan: &Plan<'_>, listed: usize) -> String {
    let [all, listed] = [plan.lines.len(), listed].map(|count| vietnamese(&count.to_string()));
    let mut words = format!(
        "{} thẩm định {all} dòng (đơn vị × tiêu chí) ở trang “{TABLE}”; {listed} dòng dưới đây có dấu hiệu cần xem trước. Thứ tự: số điểm có thể thay đổi × mức nghi vấn × ảnh hưởng đến thứ hạng, xếp loại và khen thưởng. Bấm mã tiêu chí để đến dòng cần ghi.",
        plan.of.part.name
    );
    if !plan.absent.is_empty() {
        let names: Vec<&str> = plan.absent.iter().map(|unit| unit.name.as_str()).collect();
        words = format!("{words}\nChưa có trong bảng vì chưa gửi báo cáo tự đánh giá đọc được: {}.", names.join("; "));
    }
    words
}

/// Writes a line of the list.
fn line(sheet: &mut Worksheet, plan: &Plan<'_>, entry: &Entry, number: u32) -> Result<(), XlsxError> {
    let (Some(line), Some(row)) = (plan.lines.get(entry.line), plan.row_of(entry.line)) else { return Ok(()) };
    let at = HEADING_ROW + number;
    let cell = look::cell().set_font_size(SMALL);
    let centre = cell.clone().set_align(FormatAlign::Center);
    let points = centre.clone().set_num_format(look::vietnamese(&look::points(line.group.rounding.decimals)));
    let words = cell.clone().set_indent(1);
    sheet.write_number_with_format(at, 0, number, &centre)?;
    sheet.write_string_with_format(at, 1, &line.unit.name, &words)?;
    let link = Url::new(format!("internal:'{TABLE}'!{}", row.cell(At::Points).replace('$', ""))).set_text(line.criterion.id.as_str());
    sheet.write_url_with_format(at, 2, link, &centre.clone().set_font_color(look::LINK).set_num_format("@"))?;
    sheet.write_string_with_format(at, 3, line.name(), &words)?;
    match line.standing() {
        Some(standing) => sheet.write_number_with_format(at, 4, standing.to_cell(), &points)?,
        None => sheet.write_blank(at, 4, &points)?,
    };
    let signed = if (entry.doubt.gains) == (line.sign != Some(crate::criteria::Sign::Penalty)) { "+" } else { "-" };
    let change = points.clone().set_num_format(look::vietnamese(&format!("\"{signed}\"{}", look::points(line.group.rounding.decimals))));
    sheet.write_number_with_format(at, 5, entry.doubt.stake.to_cell(), &change)?;
    let moves = entry.effect.words(entry.doubt.gains);
    let why = if moves.is_empty() { format!("{}.", entry.doubt.why) } else { format!("{}. Nếu {moves}.", entry.doubt.why) };
    sheet.write_string_with_format(at, 6, &why, &words)?;
    let state = format!("'{TABLE}'!{}", row.cell(At::State));
    let shown = plan_state(plan, entry.line);
    let small: Format = cell.set_font_size(page::SMALLEST).set_indent(1);
    sheet.write_formula_with_format(at, 7, Formula::new(state).set_result(shown), &small)?;
    let takes = |text: &str, width: u32| look::takes(text, width, SMALL);
    let tall = takes(&why, 68).max(takes(&line.name(), 42)).max(takes(&line.unit.name, 26));
    sheet.set_row_height(at, look::row(tall))?;
    Ok(())
}

/// Gives what the table says of how a line stands.
fn plan_state(plan: &Plan<'_>, of: usize) -> String {
    let row = plan.row_of(of);
    let (Some(line), Some(row)) = (plan.lines.get(of), row) else { return String::new() };
    let super::plan::What::Leaf(_, inputs) = &row.what else { return String::new() };
    live::leaf(plan, line, row, inputs).state.value.result()
}
