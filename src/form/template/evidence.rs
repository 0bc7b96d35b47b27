//! The sheet on which a unit names its documents, one a row.

use rust_xlsxwriter::{
    ConditionalFormatFormula, ExcelDateTime, Format, FormatAlign, Formula, IgnoreError, Url, Workbook, Worksheet, XlsxError,
};

use super::documents::{BEYOND, Documents, Entry, HEADING_ROW, fields};
use super::marks::Marked;
use super::page::{Across, SMALL};
use super::plan::{Plan, letter};
use super::{Form, ask, lists, page};
use crate::assessment::{Evidence, EvidenceDate};
use crate::figure::{InputKind, date_in};
use crate::form::layout::{EVIDENCE, EVIDENCE_COLUMNS, EvidenceAt as At, RowKey};
use crate::look;
use crate::text::{Lang, Words, said};

/// Size of the names of criteria, which fill themselves in, in points.
const NAMES: u32 = 10;
/// Row of the hidden keys, counted from 0.
const KEYS_ROW: u32 = 5;
/// What stands above the table.
const REMARK: Words = Words {
    vi: "Mỗi dòng một văn bản; một văn bản chứng minh nhiều tiêu chí thì ghi lại ở từng tiêu chí. Dòng không dùng thì để trống.",
    en: "One document a row; one that proves several criteria is named again at each. Rows that are not needed stay blank.",
};

/// Gives the title of the sheet.
fn title(form: &Form<'_>) -> String {
    let year = form.campaign.year;
    said!(form.lang, "DANH MỤC TÀI LIỆU KIỂM CHỨNG NĂM {year}", "LIST OF EVIDENCE, {year}")
}

/// Lists all that the sheet says outside its rows of documents, cell by cell.
pub fn words(form: &Form<'_>) -> Vec<String> {
    let headings = EVIDENCE_COLUMNS.iter().flat_map(|column| [column.key, column.heading.get(form.lang)]).map(str::to_owned);
    page::words(form, &title(form)).into_iter().chain([REMARK.get(form.lang).to_owned()]).chain(headings).collect()
}

/// Writes the sheet.
pub fn write(documents: &Documents<'_>, book: &mut Workbook, plan: &Plan<'_>, marked: Option<&Marked<'_>>) -> Result<(), XlsxError> {
    let form = plan.form;
    let name = EVIDENCE.get(form.lang);
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_formula_result_default("");
    let columns = (At::Name.col(), At::File.col());
    let across = |first: At, last: At| Across::of(EVIDENCE_COLUMNS, first.col(), last.col());
    page::head(sheet, form, across(At::Name, At::Number), across(At::Issuer, At::File))?;
    page::title(sheet, form, 2, across(At::Name, At::File), &title(form))?;
    page::merge(sheet, 4, columns, REMARK.get(form.lang), &look::text().set_font_color(look::FAINT).set_align(FormatAlign::Center))?;
    sheet.set_row_height(4, look::height(1, look::SIZE))?;
    page::headings(sheet, EVIDENCE_COLUMNS, KEYS_ROW, form.lang)?;

    if let Some(marked) = marked {
        marked.keep(sheet, name)?;
    }
    for (n, entry) in (0..).zip(&documents.rows) {
        row(sheet, HEADING_ROW + 1 + n, *entry, (marked, form.lang))?;
    }
    let (first, last) = (HEADING_ROW + 1, documents.last());
    limits(sheet, plan, first, last + BEYOND)?;
    colours(sheet, first, last)?;
    if let Some(marked) = marked {
        marked.finish(sheet, name)?;
    }
    sheet
        .ignore_error_range(first, At::Criterion.col(), last, At::File.col(), IgnoreError::NumberStoredAsText)?
        .autofilter(HEADING_ROW, At::Criterion.col(), last, At::File.col())?
        .set_freeze_panes(HEADING_ROW + 1, At::Number.col())?
        .set_repeat_rows(HEADING_ROW, HEADING_ROW)?
        .set_print_area(0, At::Name.col(), last, At::File.col())?
        .set_selection(first, At::Number.col(), first, At::Number.col())?
        .set_landscape()
        .set_zoom(90);
    page::paper(sheet, form);
    page::lock(sheet, true);
    Ok(())
}

/// Writes one row.
fn row(sheet: &mut Worksheet, row: u32, entry: Entry<'_>, (marked, lang): (Option<&Marked<'_>>, Lang)) -> Result<(), XlsxError> {
    let open = look::cell().set_font_size(SMALL).set_unlocked().set_background_color(look::OPEN);
    let words = open.clone().set_num_format("@").set_indent(1);
    let day = page::of_kind_in(open.clone(), InputKind::Date, lang).set_align(FormatAlign::Center);
    let id = open.clone().set_num_format("@").set_align(FormatAlign::Center);
    let name = look::cell().set_font_size(NAMES).set_font_color(look::FAINT).set_indent(1);
    let dress = |column: At, format: &Format| match marked {
        Some(marked) => marked.dress(EVIDENCE.get(lang), row, column.col(), format),
        None => format.clone(),
    };

    sheet.write_string(row, At::Keys.col(), RowKey::Evidence.to_string())?;
    let cell = format!("${}{}", letter(At::Criterion.col()), u64::from(row) + 1);
    let formula = format!("IFERROR(INDEX({},MATCH({cell},{},0)),\"\")", lists::LEAF_NAMES, lists::LEAVES);
    let shown = entry.criterion.map(|criterion| criterion.name.as_str()).unwrap_or_default();
    sheet.write_formula_with_format(row, At::Name.col(), Formula::new(formula).set_result(shown), &name)?;
    put(sheet, row, At::Criterion, entry.id(), &dress(At::Criterion, &id))?;

    let blank = Evidence::default();
    let document = entry.document.unwrap_or(&blank);
    let file = document.file.as_deref().or(document.link.as_deref());
    for (column, value) in fields(document) {
        let format = dress(column, &words);
        // Where the writer knows no such link, the words stand there all the same.
        let link = marked.and_then(|marked| marked.link(EVIDENCE.get(lang), row, column.col()));
        let url = link.filter(|_| value.is_some()).map(|(address, words)| Url::new(address).set_text(words));
        if url.is_none_or(|url| sheet.write_url_with_format(row, column.col(), url, &format).is_err()) {
            put(sheet, row, column, value, &format)?;
        }
    }
    let day = dress(At::Date, &day);
    match &document.date {
        EvidenceDate::Blank => put(sheet, row, At::Date, None, &day)?,
        EvidenceDate::Wrong(typed) => put(sheet, row, At::Date, Some(typed), &day)?,
        EvidenceDate::Day(date) => match page::excel_day(*date) {
            Ok(date) => {
                sheet.write_datetime_with_format(row, At::Date.col(), &date, &day)?;
            }
            // Before 1900 Excel has no days.
            Err(_) => put(sheet, row, At::Date, Some(&date_in(*date, lang)), &day)?,
        },
    }

    let taken = [
        (At::Number, document.number.as_deref()),
        (At::Issuer, document.issuer.as_deref()),
        (At::Title, document.title.as_deref()),
        (At::Section, document.section.as_deref()),
        (At::File, file),
    ];
    let room = |column: At| page::width(EVIDENCE_COLUMNS, column.col()).saturating_sub(2);
    let typed = taken.into_iter().map(|(column, text)| look::takes(text.unwrap_or_default(), room(column), SMALL));
    let takes = typed.max().unwrap_or(0).max(look::takes(shown, room(At::Name), NAMES));
    sheet.set_row_height(row, look::row(takes))?;
    Ok(())
}

/// Says what may be typed.
fn limits(sheet: &mut Worksheet, plan: &Plan<'_>, first: u32, last: u32) -> Result<(), XlsxError> {
    let lang = plan.form.lang;
    sheet.add_data_validation(first, At::Criterion.col(), last, At::Criterion.col(), &ask::leaf(lang)?)?;
    let period = plan.form.campaign.period;
    let from = match period.from {
        Some(day) => page::excel_day(day)?,
        None => ExcelDateTime::from_ymd(1950, 1, 1)?,
    };
    let to = match period.to {
        Some(day) => page::excel_day(day)?,
        None => ExcelDateTime::from_ymd(2100, 12, 31)?,
    };
    sheet.add_data_validation(first, At::Date.col(), last, At::Date.col(), &ask::day(period, from, to, lang)?)?;
    let prompts = [
        (
            At::Number,
            "Ghi đủ số và ký hiệu của văn bản, ví dụ: 4851/KH-UBND, 383/BNV-CCHC.",
            "Number and symbol of the document, such as 4851/KH-UBND, 383/BNV-CCHC.",
        ),
        (At::Issuer, "Cơ quan, đơn vị ban hành văn bản.", "Who issued the document."),
        (At::Title, "Nội dung trích yếu của văn bản.", "What the document says that it is about."),
        (
            At::Section,
            "Ghi rõ nội dung chứng minh nằm ở mục nào, trang nào của tài liệu.",
            "The section and page of the document that prove it.",
        ),
        (
            At::File,
            "Tên tệp trong thư mục tài liệu kiểm chứng của đơn vị (ví dụ 12-BC-STC.pdf), hoặc đường dẫn https://…",
            "Name of the file in the unit's folder of evidence (such as 12-BC-STC.pdf), or an address https://…",
        ),
    ];
    for (column, vi, en) in prompts {
        let name = EVIDENCE_COLUMNS.get(usize::from(column.col())).map_or("", |column| column.heading.get(lang));
        sheet.add_data_validation(first, column.col(), last, column.col(), &ask::field(name, lang.word(vi, en), lang)?)?;
    }
    Ok(())
}

/// Colours what waits, what is missing and what is wrong.
fn colours(sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    let row = u64::from(first) + 1;
    let at = |column: At| format!("${}{row}", letter(column.col()));
    let any = [At::Number, At::Date, At::Issuer, At::Title, At::Section, At::File].map(at).join("&");
    let rule = |formula: String, fill| {
        ConditionalFormatFormula::new().set_rule(formula.as_str()).set_format(Format::new().set_background_color(fill))
    };
    // A document without its criterion, number or day; a day that is none.
    for column in [At::Criterion, At::Number, At::Date, At::File] {
        let missing = rule(format!("=AND({any}<>\"\",{}=\"\")", at(column)), look::MISSING);
        sheet.add_conditional_format(first, column.col(), last, column.col(), &missing)?;
    }
    let no_day = rule(format!("=AND(LEN({0})>0,NOT(ISNUMBER({0})))", at(At::Date)), look::WRONG);
    sheet.add_conditional_format(first, At::Date.col(), last, At::Date.col(), &no_day)?;
    let unknown = rule(format!("=AND({0}<>\"\",ISNA(MATCH({0},{1},0)))", at(At::Criterion), lists::LEAVES), look::WRONG);
    sheet.add_conditional_format(first, At::Criterion.col(), last, At::Criterion.col(), &unknown)?;
    // No points, or no leaf that applies: nothing to prove.
    let of_leaf = |name: &str| format!("INDEX({name},MATCH({},{},0))", at(At::Criterion), lists::ROWS);
    let (counted, applicable) = (of_leaf(lists::COUNTED), of_leaf(lists::APPLICABLE));
    let idle = format!("IFERROR(OR({counted}=0,{applicable}=0),FALSE)");
    let waits = rule(format!("=AND({}<>\"\",{any}=\"\",NOT({idle}))", at(At::Criterion)), look::TO_FILL);
    sheet.add_conditional_format(first, At::Number.col(), last, At::Date.col(), &waits)?;
    Ok(())
}

/// Writes a text, or an empty cell to fill in.
fn put(sheet: &mut Worksheet, row: u32, column: At, value: Option<&str>, format: &Format) -> Result<(), XlsxError> {
    match value {
        Some(value) => sheet.write_string_with_format(row, column.col(), value, format)?,
        None => sheet.write_blank(row, column.col(), format)?,
    };
    Ok(())
}
