//! The first sheet: which lines to look at first, and why, by the points that are open, how doubtful what stands is, and
//! what it would move.

use std::cmp::Reverse;

use rust_xlsxwriter::{Format, FormatAlign, Formula, Url, Workbook, Worksheet, XlsxError};

use super::doubt::{self, Doubt, Effect};
use super::layout::{At, TABLE, WORKLIST, heading};
use super::live;
use super::plan::Plan;
use crate::form::template::page;
use crate::form::template::page::{Across, SMALL};
use crate::look;
use crate::points::{Points, spelled};
use crate::text::{Words, said};

/// Line of the list.
struct Entry {
    /// Which line of the plan.
    line: usize,
    doubt: Doubt,
    effect: Effect,
    /// Product of all three.
    priority: Points,
}

/// Widths of the columns.
const WIDTHS: [u16; 8] = [5, 28, 9, 44, 10, 11, 70, 20];

/// Gives the headings of the columns; those of the table are called as there.
fn headings() -> [Words; 8] {
    [
        Words { vi: "TT", en: "No." },
        heading(At::Unit),
        heading(At::Stt),
        Words { vi: "Tiêu chí", en: "Name" },
        Words { vi: "Điểm đang có", en: "Points now" },
        Words { vi: "Điểm có thể thay đổi", en: "Points that may change" },
        Words { vi: "Vì sao cần xem trước", en: "Why to look at it first" },
        heading(At::State),
    ]
}

/// Row of the headings, counted from 0.
const HEADING_ROW: u32 = 6;

/// Lists the lines that something speaks for, the most pressing first.
fn entries(plan: &Plan<'_>) -> Vec<Entry> {
    let entry = |(at, line)| {
        let doubt = doubt::of(line, plan.of.round, plan.lang())?;
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
    let lang = plan.lang();
    let sheet = book.add_worksheet().set_name(WORKLIST.get(lang))?;
    let last = u16::try_from(WIDTHS.len() - 1).unwrap_or(u16::MAX);
    for (at, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(at, width)?;
    }
    let campaign = plan.of.results.campaign;
    let across = |first, last| Across::of_widths(WIDTHS, first, last);
    super::page::head(sheet, plan.of, across(0, 2), across(6, last))?;
    page::title_with(sheet, 2, (0, last), [&super::page::title(plan.of), &campaign.title], campaign.notice.as_deref())?;
    let entries = entries(plan);
    let across: u32 = WIDTHS.into_iter().map(u32::from).sum();
    let intro = intro(plan, entries.len());
    let faint = look::text().set_font_size(SMALL);
    page::merge(sheet, 4, (0, last), &intro, &faint)?;
    sheet.set_row_height(4, look::height(look::lines(&intro, across, SMALL), SMALL) + 4)?;
    let format = look::heading().set_font_size(SMALL);
    for (at, words) in (0..).zip(headings()) {
        sheet.write_string_with_format(HEADING_ROW, at, words.get(lang), &format)?;
    }
    sheet.set_row_height(HEADING_ROW, look::height(2, SMALL) + 4)?;
    for (number, entry) in (1..).zip(&entries) {
        line(sheet, plan, entry, number)?;
    }
    let end = HEADING_ROW + u32::try_from(entries.len()).unwrap_or(0);
    if entries.is_empty() {
        let table = TABLE.get(lang);
        let words = said!(
            lang,
            "Không có dòng nào có dấu hiệu cần xem trước; trang “{table}” có đủ các dòng.",
            "Nothing speaks for looking at any line first; the sheet “{table}” has all of them."
        );
        page::merge(sheet, HEADING_ROW + 1, (0, last), &words, &look::cell())?;
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
    let (lang, by, table) = (plan.lang(), plan.of.by_name(), TABLE.get(plan.lang()));
    let [all, listed] = [plan.lines.len(), listed].map(|count| spelled(&count.to_string(), lang));
    let mut words = said!(
        lang,
        "{by} thẩm định {all} dòng (đơn vị × tiêu chí) ở trang “{table}”; {listed} dòng dưới đây có dấu hiệu cần xem trước. Thứ tự: số điểm có thể thay đổi × mức độ cần xem lại × ảnh hưởng đến thứ hạng, xếp loại và khen thưởng. Bấm mã tiêu chí để đến dòng cần ghi.",
        "Lines (unit × criterion) that {by} appraises on the sheet “{table}”: {all}. Below are those to be looked at first: {listed}. Their order: points that may change × how uncertain they are × what they would move among places, grades and awards. A click on the criterion leads to its line."
    );
    if !plan.absent.is_empty() {
        let names: Vec<&str> = plan.absent.iter().map(|unit| unit.name.as_str()).collect();
        let names = names.join("; ");
        words = said!(
            lang,
            "{words}\nChưa có trong bảng vì chưa có báo cáo tự đánh giá đọc được: {names}.",
            "{words}\nNot in the table, since they sent no self-assessment that could be read: {names}."
        );
    }
    words
}

/// Writes a line of the list.
fn line(sheet: &mut Worksheet, plan: &Plan<'_>, entry: &Entry, number: u32) -> Result<(), XlsxError> {
    let (Some(line), Some(row)) = (plan.lines.get(entry.line), plan.row_of(entry.line)) else { return Ok(()) };
    let (at, lang, table) = (HEADING_ROW + number, plan.lang(), TABLE.get(plan.lang()));
    let cell = look::cell().set_font_size(SMALL);
    let centre = cell.clone().set_align(FormatAlign::Center);
    let points = centre.clone().set_num_format(look::numbers(&look::points(line.group.rounding.decimals), lang));
    let words = cell.clone().set_indent(1);
    sheet.write_number_with_format(at, 0, number, &centre)?;
    sheet.write_string_with_format(at, 1, &line.unit.name, &words)?;
    let link = Url::new(format!("internal:'{table}'!{}", row.cell(At::Points).replace('$', ""))).set_text(line.criterion.id.as_str());
    sheet.write_url_with_format(at, 2, link, &centre.clone().set_font_color(look::LINK).set_num_format("@"))?;
    sheet.write_string_with_format(at, 3, line.name(lang), &words)?;
    match line.standing() {
        Some(standing) => sheet.write_number_with_format(at, 4, standing.to_cell(), &points)?,
        None => sheet.write_blank(at, 4, &points)?,
    };
    let signed = if (entry.doubt.gains) == (line.sign != Some(crate::criteria::Sign::Penalty)) { "+" } else { "-" };
    let change = points.clone().set_num_format(look::numbers(&format!("\"{signed}\"{}", look::points(line.group.rounding.decimals)), lang));
    sheet.write_number_with_format(at, 5, entry.doubt.stake.to_cell(), &change)?;
    let (moves, why) = (entry.effect.words(entry.doubt.gains, lang), &entry.doubt.why);
    let why = if moves.is_empty() { format!("{why}.") } else { said!(lang, "{why}. Nếu {moves}.", "{why}. If {moves}.") };
    sheet.write_string_with_format(at, 6, &why, &words)?;
    let state = format!("'{table}'!{}", row.cell(At::State));
    let shown = plan_state(plan, entry.line);
    let small: Format = cell.set_font_size(page::SMALLEST).set_indent(1);
    sheet.write_formula_with_format(at, 7, Formula::new(state).set_result(shown), &small)?;
    let takes = |text: &str, width: u32| look::takes(text, width, SMALL);
    let tall = takes(&why, 68).max(takes(&line.name(lang), 42)).max(takes(&line.unit.name, 26));
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
