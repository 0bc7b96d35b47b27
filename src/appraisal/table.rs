//! The sheet to fill in: a block for each criterion, a line for each unit.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ConditionalFormatFormula, Format, Formula, IgnoreError, Workbook, XlsxError};

use super::layout::{At, TABLE, TABLE_COLUMNS};
use super::live;
use super::plan::{HEADING_ROW, KEYS_ROW, Plan, What};
use super::row::{Painter, has_before};
use crate::form::template::marks::Marked;
use crate::form::template::page;
use crate::form::template::page::Across;
use crate::look;
use crate::points::spelled;
use crate::text::{Lang, Words, said};
use crate::workbook::letters;

/// Writes the sheet. `documents` says in which row of theirs the documents of a line begin.
pub fn write(book: &mut Workbook, plan: &Plan<'_>, documents: &BTreeMap<usize, u32>, marked: Option<&Marked<'_>>) -> Result<(), XlsxError> {
    let (lang, name) = (plan.lang(), TABLE.get(plan.lang()));
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_formula_result_default("");
    let columns = (At::Stt.col(), At::State.col());
    let campaign = plan.of.results.campaign;
    let across = |first: At, last: At| Across::of(TABLE_COLUMNS, first.col(), last.col());
    let head = super::page::head(sheet, plan.of, across(At::Stt, At::Content), across(At::Declared, At::State))?;
    page::title_with(sheet, 2, columns, [&super::page::title(plan.of), &campaign.title], campaign.notice.as_deref())?;
    let hints = look::text().set_font_color(look::FAINT);
    page::merge(sheet, 4, columns, HINTS.get(lang), &hints)?;
    sheet.set_row_height(4, look::height(3, look::SIZE))?;
    let heading = page::headings(sheet, TABLE_COLUMNS, KEYS_ROW, lang)?;
    let silent = plan.lines.iter().all(|line| super::words::explained(line, &campaign.rounds, lang).is_empty());
    let hidden: Vec<u16> = [(At::Before, !has_before(plan.of.round)), (At::Explained, silent)]
        .into_iter()
        .filter(|one| one.1)
        .map(|one| one.0.col())
        .collect();
    for column in &hidden {
        sheet.set_column_hidden(*column)?;
    }
    let mut painter = Painter { sheet, plan, documents, marked, states: Vec::new() };
    let heights = plan.rows.iter().map(|row| painter.row(row)).collect::<Result<Vec<u32>, XlsxError>>()?;
    painter.misplaced()?;
    let Painter { sheet, states, .. } = painter;
    progress(sheet, plan, &states)?;
    let (first, last) = plan.body();
    if let Some(marked) = marked {
        marked.keep(sheet, name)?;
    }
    colours(sheet, (first, last), lang)?;
    if let Some(marked) = marked {
        marked.finish(sheet, name)?;
    }
    sheet
        .ignore_error_range(first, At::Stt.col(), last, At::Stt.col(), IgnoreError::NumberStoredAsText)?
        .autofilter(HEADING_ROW, At::Stt.col(), last, At::State.col())?
        .set_freeze_panes(HEADING_ROW + 1, At::Max.col())?
        .set_repeat_rows(HEADING_ROW, HEADING_ROW)?
        .set_print_area(0, At::Stt.col(), last + 1, At::State.col())?
        .set_page_breaks(&breaks(plan, &heights, (head, heading), &hidden))?
        .set_landscape()
        .set_zoom(85);
    super::page::paper(sheet, plan.of);
    // Eighteen columns need the wider paper.
    sheet.set_paper_size(8);
    page::lock(sheet, false);
    Ok(())
}

/// Gives the rows that begin a page: a leaf stays with its figures and parts, a head with the first unit below it.
/// `head` is the height of the letterhead, `heading` that of the table's.
fn breaks(plan: &Plan<'_>, heights: &[u32], (head, heading): (u32, u32), hidden: &[u16]) -> Vec<u32> {
    let mut blocks: Vec<(u32, u32)> = Vec::new();
    let mut open = false;
    for (row, height) in plan.rows.iter().zip(heights) {
        let joins = open || matches!(row.what, What::Input(..) | What::Part(..));
        match blocks.last_mut().filter(|_| joins) {
            Some((_, block)) => *block += height,
            None => blocks.push((row.at, *height)),
        }
        open = matches!(row.what, What::Group(_) | What::Criterion(..));
    }
    let shown = (0..=At::State.col()).zip(TABLE_COLUMNS).filter(|(at, _)| !hidden.contains(at)).map(|(_, column)| column);
    // Title, what is said above the table, progress.
    let above = head + look::height(3, look::SIZE) * 2 + 2 * look::height(1, look::SIZE);
    page::breaks(&blocks, page::room_on(page::A3, shown), above + heading, heading)
}

/// What is said above the table.
const HINTS: Words = Words {
    vi: "Ô nền vàng nhạt là ô để ghi. Chỉ ghi khi kết quả thẩm định khác cột “Được công nhận”, hoặc ghi lại đúng điểm ấy để xác nhận: nhập “Điểm thẩm định”, hoặc nhập “Số liệu thẩm định” để điểm tự tính theo quy tắc; ghi lý do. Bấm mã tiêu chí để xem tài liệu. “Tính khi tổng hợp” là điểm còn phụ thuộc các dòng khác, chỉ có sau khi cơ quan chủ trì tổng hợp kết quả. Lọc một đơn vị: ở cột “Đơn vị” chọn đơn vị và “(Trống)” để vẫn thấy cách tính điểm.",
    en: "Cells on light yellow are to be filled in. Type only where the appraisal differs from “Accepted”, or the same points to confirm them: “Appraised points”, or “Figure as corrected”, of which the rule computes the points; give the reason. A click on the criterion shows its documents. “Known after a run” are points that depend on other lines as well, known once the office in charge has put the results together. To see one unit alone, filter the column “Unit” by it and “(Blanks)”, so that the rules stay in sight.",
};

/// Says how far the appraisal has come. `shown` are the states of all lines.
fn progress(sheet: &mut rust_xlsxwriter::Worksheet, plan: &Plan<'_>, shown: &[String]) -> Result<(), XlsxError> {
    let (first, last) = plan.body();
    let states = format!("${0}${1}:${0}${2}", letters(At::State.col().into()), u64::from(first) + 1, u64::from(last) + 1);
    let lang = plan.lang();
    let count = |words: Words| format!("COUNTIF({states},\"{}*\")", words.get(lang));
    let (open, wrong, lacks) = (count(live::OPEN), count(live::WRONG), count(live::NO_REASON));
    let all = plan.lines.len();
    let (done, of) = (in_thousands(&format!("({all}-{open})"), all, lang), spelled(&all.to_string(), lang));
    let formula = match lang {
        Lang::Vi => format!(
            "\"Đã thẩm định \"&{done}&\"/{of} dòng\"&IF({wrong}+{lacks}>0,\"; \"&{wrong}&\" dòng sai, \"&{lacks}&\" dòng thiếu lý do\",\"\")"
        ),
        Lang::En => format!(
            "\"Lines appraised: \"&{done}&\"/{of}\"&IF({wrong}+{lacks}>0,\"; wrong: \"&{wrong}&\", without a reason: \"&{lacks},\"\")"
        ),
    };
    let bold = look::text().set_bold();
    sheet.merge_range(5, At::Stt.col(), 5, At::Looked.col(), "", &bold)?;
    let counted = |words: Words| shown.iter().filter(|state| state.starts_with(words.get(lang))).count();
    let (open, wrong, lacks) = (counted(live::OPEN), counted(live::WRONG), counted(live::NO_REASON));
    let more = if wrong + lacks > 0 {
        said!(lang, "; {wrong} dòng sai, {lacks} dòng thiếu lý do", "; wrong: {wrong}, without a reason: {lacks}")
    } else {
        String::new()
    };
    let done = spelled(&all.saturating_sub(open).to_string(), lang);
    let result = said!(lang, "Đã thẩm định {done}/{of} dòng{more}", "Lines appraised: {done}/{of}{more}");
    sheet.write_formula_with_format(5, At::Stt.col(), Formula::new(formula).set_result(result), &bold)?;
    sheet.set_row_height(5, look::height(1, look::SIZE) + 4)?;
    Ok(())
}

/// Writes a count in a formula as readers of a language do: `TEXT` would ask the program that shows it for its signs. What can't come
/// to a thousand has none.
fn in_thousands(count: &str, most: usize, lang: Lang) -> String {
    if most < 1000 {
        return count.to_owned();
    }
    let sign = lang.word(".", ",");
    format!("IF({count}<1000,{count},INT({count}/1000)&\"{sign}\"&RIGHT(\"000\"&MOD({count},1000),3))")
}

/// Colours of what is wrong and what is done; words in the column of states say the same.
fn colours(sheet: &mut rust_xlsxwriter::Worksheet, (first, last): (u32, u32), lang: Lang) -> Result<(), XlsxError> {
    let row = u64::from(first) + 1;
    let state = format!("${}{row}", letters(At::State.col().into()));
    let says = |words: Words| {
        let words = words.get(lang);
        format!("LEFT({state},{})=\"{words}\"", words.chars().count())
    };
    let fill = |formula: String, fill| {
        ConditionalFormatFormula::new().set_rule(format!("={formula}").as_str()).set_format(Format::new().set_background_color(fill))
    };
    let mut on = |column: At, formula: String, colour| {
        sheet.add_conditional_format(first, column.col(), last, column.col(), &fill(formula, colour)).map(|_| ())
    };
    on(At::Points, says(live::WRONG), look::WRONG)?;
    on(At::Reason, says(live::NO_REASON), look::TO_FILL)?;
    on(At::State, says(live::WRONG), look::WRONG)?;
    on(At::State, says(live::NO_REASON), look::TO_FILL)?;
    on(At::State, says(live::REVIEW), look::MISSING)?;
    on(At::State, says(live::DONE), look::DONE)?;
    Ok(())
}
