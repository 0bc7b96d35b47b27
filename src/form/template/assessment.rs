//! The sheet with criteria, figures, claims and live points.

mod row;
pub mod words;

use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatAlign, Formula, IgnoreError, Workbook, Worksheet, XlsxError};

use self::row::Painter;
use super::live::LiveCells;
use super::marks::Marked;
use super::page::{Across, Paged};
use super::plan::{HEADING_ROW, KEYS_ROW, Plan, What, address};
use super::states::{ENOUGH, EXPLAINED, FILLED, LACKING, LEFT, LOOK, OF_CLAIM, TO_FILL, WAITING_FOR, WRONG};
use super::{lists, page};
use crate::form::layout::{ASSESSMENT, ASSESSMENT_COLUMNS, AssessmentAt as At};
use crate::form::signing::{HOW, SigningPlace};
use crate::look;
use crate::text::{Lang, Words};

/// Writes the sheet.
pub fn write(book: &mut Workbook, plan: &Plan<'_>, live: &LiveCells, marked: Option<&Marked<'_>>) -> Result<(), XlsxError> {
    let form = plan.form;
    let name = ASSESSMENT.get(form.lang);
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_formula_result_default("");
    let head = page::head(sheet, form, across(At::Stt, At::Max), across(At::Input, LAST_PRINTED))?;
    let title = page::title(sheet, form, 2, across(At::Stt, LAST_PRINTED), &words::title(form))?;
    legend(sheet, live, form.lang)?;
    let heading = page::headings(sheet, ASSESSMENT_COLUMNS, KEYS_ROW, form.lang)?;
    if let Some(marked) = marked {
        marked.keep(sheet, name)?;
    }
    let mut painter = Painter { sheet, plan, live, marked };
    let mut heights = Vec::new();
    for (position, row) in plan.rows.iter().enumerate() {
        heights.push(painter.row(position, row)?);
    }
    let sheet = painter.sheet;
    let (first, last) = plan.body();
    colours(sheet, plan)?;
    if let Some(marked) = marked {
        marked.finish(sheet, name)?;
    }
    let typed = marked.map(|marked| &marked.marks.extras.signatures);
    let signing = signatures(sheet, (SigningPlace::of(form.campaign, form.unit, form.lang), form.lang), plan.last(), typed)?;
    sheet
        .ignore_error_range(first, At::Stt.col(), last, At::Stt.col(), IgnoreError::NumberStoredAsText)?
        .autofilter(HEADING_ROW, At::Stt.col(), last, At::State.col())?
        .set_freeze_panes(HEADING_ROW + 1, At::Max.col())?
        .set_repeat_rows(HEADING_ROW, HEADING_ROW)?
        .set_print_area(0, At::Stt.col(), plan.last() + 9, LAST_PRINTED.col())?
        .set_landscape()
        .set_zoom(85)
        .set_active(marked.is_none());
    page::paper(sheet, form);
    let paged = breaks(plan, &heights, [head + title + LEGEND, heading, signing]);
    sheet.set_page_breaks(&paged.breaks)?;
    if let Some(scale) = paged.scale {
        sheet.set_print_scale(scale);
    }
    page::lock(sheet, false);
    Ok(())
}

/// Takes columns of the sheet, the last included.
fn across(first: At, last: At) -> Across {
    Across::of(ASSESSMENT_COLUMNS, first.col(), last.col())
}

/// Last column on paper: what is still to be done helps whoever fills the form in, and nobody who reads it printed.
const LAST_PRINTED: At = At::Explanation;

/// Gives how pages end: a leaf stays with its inputs, a heading with what it heads, the total with the
/// index, the signatures with what was said last and, on paper, with a leaf. Beside the heights of the rows are those of what stands above the headings,
/// of the headings, and of the place for signatures.
fn breaks(plan: &Plan<'_>, heights: &[u32], [head, heading, signing]: [u32; 3]) -> Paged {
    let mut blocks: Vec<(u32, u32)> = Vec::new();
    // Headings wait for what they head.
    let mut open = false;
    let mut scored = 0;
    for (row, height) in plan.rows.iter().zip(heights) {
        let joins = open || matches!(row.what, What::Input { .. } | What::Shared { .. } | What::Figure { .. } | What::Index { .. });
        match blocks.last_mut().filter(|_| joins) {
            Some((_, block)) => *block += height,
            None => blocks.push((row.at, *height)),
        }
        open = matches!(row.what, What::Group { .. } | What::Title(_));
        if matches!(row.what, What::Leaf { .. }) {
            scored = blocks.len();
        }
    }
    let below = blocks.len() - scored;
    if let Some((_, total)) = blocks.last_mut() {
        *total += signing;
    }
    page::paged(&blocks, ASSESSMENT_COLUMNS, LAST_PRINTED.col(), [head + heading, heading], below)
}

/// Height of the row of the legend, in points.
const LEGEND: u32 = 21;

/// Writes the line of progress and the legend of colours.
fn legend(sheet: &mut Worksheet, live: &LiveCells, lang: Lang) -> Result<(), XlsxError> {
    let row = 4;
    let bold = look::text().set_bold();
    sheet.merge_range(row, At::Stt.col(), row, At::Max.col(), "", &bold)?;
    let formula = Formula::new(&live.progress.formula).set_result(live.progress.value.result());
    sheet.write_formula_with_format(row, At::Stt.col(), formula, &bold)?;
    let right = look::text().set_font_color(look::FAINT).set_align(FormatAlign::Right);
    let [legend, to_fill, open, wrong, missing, closed] = words::LEGEND.map(|words| words.get(lang));
    sheet.write_string_with_format(row, At::How.col(), legend, &right)?;
    let sample = |fill| look::cell().set_background_color(fill).set_align(FormatAlign::Center).set_font_size(11);
    sheet.write_string_with_format(row, At::Input.col(), to_fill, &sample(look::TO_FILL))?;
    page::merge(sheet, row, (At::Measure.col(), At::Computed.col()), open, &sample(look::OPEN))?;
    sheet.write_string_with_format(row, At::Claimed.col(), wrong, &sample(look::WRONG))?;
    sheet.write_string_with_format(row, At::Explanation.col(), missing, &sample(look::MISSING))?;
    sheet.write_string_with_format(row, At::State.col(), closed, &sample(look::CLOSED))?;
    sheet.set_row_height(row, LEGEND)?;
    Ok(())
}

/// Colours of what waits, what is missing and what is wrong; words in the column of states say the same.
fn colours(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let (first, last) = plan.body();
    let row = u64::from(first) + 1;
    let at = |column: At| format!("${}{row}", super::plan::letter(column.col()));
    let fill = |formula: String, fill| {
        ConditionalFormatFormula::new().set_rule(formula.as_str()).set_format(Format::new().set_background_color(fill))
    };
    let begins = |column: At, words: &str| format!("LEFT({},{})=\"{words}\"", at(column), words.chars().count());
    let says = |words: Words| begins(At::State, words.get(plan.form.lang));
    let kind = |words: &str| begins(At::Keys, words);
    let on = |sheet: &mut Worksheet, column: At, formula: String, colour| {
        sheet.add_conditional_format(first, column.col(), last, column.col(), &fill(formula, colour)).map(|_| ())
    };
    on(sheet, At::Input, format!("=AND({},{})", kind("input"), says(WRONG)), look::WRONG)?;
    on(sheet, At::Input, format!("=AND({},{})", kind("input"), says(TO_FILL)), look::TO_FILL)?;
    if !plan.form.set.figures.is_empty() {
        on(sheet, At::Input, format!("=AND({},{})", kind("figure"), says(WRONG)), look::WRONG)?;
        on(sheet, At::Input, format!("=AND({},{})", kind("figure"), says(TO_FILL)), look::TO_FILL)?;
        on(sheet, At::State, format!("={}", says(WAITING_FOR)), look::TO_FILL)?;
        on(sheet, At::State, format!("={}", says(LOOK)), look::MISSING)?;
    }
    let of_claim = OF_CLAIM.map(says).join(",");
    on(sheet, At::Claimed, format!("=AND({},OR({of_claim}))", kind("leaf")), look::WRONG)?;
    on(sheet, At::Explanation, format!("=AND({},{})", kind("leaf"), says(LACKING)), look::MISSING)?;
    on(sheet, At::State, format!("={}", says(WRONG)), look::WRONG)?;
    on(sheet, At::State, format!("={}", says(LACKING)), look::MISSING)?;
    on(sheet, At::State, format!("=OR({},{})", says(TO_FILL), says(LEFT)), look::TO_FILL)?;
    on(sheet, At::State, format!("=OR({},{},{})", says(ENOUGH), says(FILLED), says(EXPLAINED)), look::DONE)?;
    Ok(())
}

/// Writes the place for signatures. Gives its height, with the empty row above it.
fn signatures(
    sheet: &mut Worksheet,
    (signing, lang): (SigningPlace, Lang),
    last: u32,
    typed: Option<&[Option<String>; 4]>,
) -> Result<u32, XlsxError> {
    let (row, [who_left, who_right]) = (last + 2, signing.who);
    let mut typed = typed.into_iter().flatten();
    let [number, day, drawn_up_by, head] = signing.printed.map(|printed| typed.next().cloned().flatten().unwrap_or(printed));
    let middle = look::text().set_align(FormatAlign::Center);
    let (italic, bold) = (middle.clone().set_italic(), middle.clone().set_bold());
    let (left, right) = ((At::Stt.col(), At::Content.col()), (At::Computed.col(), LAST_PRINTED.col()));
    page::merge(sheet, row, left, &number, &middle.clone().set_unlocked())?;
    page::merge(sheet, row, right, &day, &italic.clone().set_unlocked())?;
    let [sign_left, sign_right] = HOW.map(|words| words.get(lang));
    page::merge(sheet, row + 1, left, &who_left, &bold)?;
    page::merge(sheet, row + 1, right, &who_right, &bold)?;
    page::merge(sheet, row + 2, left, sign_left, &italic)?;
    page::merge(sheet, row + 2, right, sign_right, &italic)?;
    let name = bold.set_unlocked();
    page::merge(sheet, row + 7, left, &drawn_up_by, &name)?;
    page::merge(sheet, row + 7, right, &head, &name)?;
    let (left, right) = (across(At::Stt, At::Content), across(At::Computed, LAST_PRINTED));
    let dated = left.lines(&number).max(right.lines(&day));
    let [who, names] = [[&who_left, &who_right], [&drawn_up_by, &head]]
        .map(|[of_left, of_right]| left.bold_lines(of_left).max(right.bold_lines(of_right)));
    let heights = [dated, who, 1, 1, 1, 1, 1, names].map(|lines| look::height(lines, look::SIZE));
    for (row, height) in (row..).zip(heights) {
        sheet.set_row_height(row, height)?;
    }
    Ok(EMPTY + heights.iter().sum::<u32>())
}

/// Height of a row that nothing stands in, in points.
const EMPTY: u32 = 15;

/// Names columns of the self-assessment, for colours of other sheets: Excel lets them use names only.
pub fn name_columns(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let (first, last) = plan.body();
    for (name, column) in [(lists::ROWS, At::Stt), (lists::COUNTED, At::Counted), (lists::APPLICABLE, At::Applicable)] {
        book.define_name(name, &format!("='{}'!{}:{}", ASSESSMENT.get(plan.form.lang), address(column, first), address(column, last)))?;
    }
    Ok(())
}
