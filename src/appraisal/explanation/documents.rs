//! The sheet for further documents, with the columns of the units' form, so that both are read by the same reader.

use rust_xlsxwriter::{DataValidation, FormatAlign, Formula, IgnoreError, Workbook, Worksheet, XlsxError};

use super::asking::Asking;
use super::layout::DOCUMENTS;
use crate::appraisal::change::Change;
use crate::assessment::{Evidence, EvidenceDate};
use crate::figure::{InputKind, date_in};
use crate::form::layout::{EVIDENCE_COLUMNS, EvidenceAt as At, RowKey};
use crate::form::template::documents::HEADING_ROW;
use crate::form::template::page::SMALL;
use crate::form::template::{ask, lists, page};
use crate::look;
use crate::text::{Lang, Words};
use crate::workbook::letters;

/// Row of the hidden keys, counted from 0.
const KEYS_ROW: u32 = 5;
/// Rows that are free for each leaf.
const FREE: usize = 2;
/// Rows of the first page on paper: a list for few leaves fills it and no more.
const PAGE: usize = 20;
/// Rows that are free for any where leaves take the page.
const LEAST_SPARE: usize = 10;

/// Gives the last row of the sheet.
pub fn last(of: &Asking<'_>, changes: &[Change<'_>]) -> u32 {
    let rows: usize = changes.iter().map(|change| named(of, change).len().max(FREE)).sum();
    HEADING_ROW + u32::try_from(rows + spare(rows)).unwrap_or(0)
}

/// Gives how many rows are free for any, beside so many for leaves.
fn spare(rows: usize) -> usize {
    PAGE.saturating_sub(rows).max(LEAST_SPARE)
}

/// Lists the documents that the unit has named already for a leaf.
fn named<'a>(of: &Asking<'a>, change: &Change<'_>) -> &'a [Evidence] {
    let answer = of.explained().and_then(|explained| explained.answers.get(&change.criterion.id));
    answer.map(|answer| answer.evidence.as_slice()).unwrap_or_default()
}

/// Writes the sheet.
pub fn write(book: &mut Workbook, of: &Asking<'_>, changes: &[Change<'_>]) -> Result<(), XlsxError> {
    let lang = of.results.lang;
    let sheet = book.add_worksheet().set_name(DOCUMENTS.get(lang))?;
    sheet.set_formula_result_default("");
    let columns = (At::Name.col(), At::File.col());
    let campaign = of.results.campaign;
    // A notice stands behind the unit's name: alone in the line the two would be read as one name.
    let below = format!("{} · {}", campaign.title, of.unit.name);
    page::title_with(
        sheet,
        2,
        columns,
        [lang.word("DANH MỤC TÀI LIỆU BỔ SUNG", "LIST OF FURTHER DOCUMENTS"), &below],
        campaign.notice.as_deref(),
    )?;
    let remark = lang.word(
        "Mỗi dòng một văn bản bổ sung cho giải trình; gửi kèm tệp trong thư mục tài liệu của đơn vị. Dòng không dùng thì để trống.",
        "One further document for each line; send its file in the unit's folder of documents. Leave lines blank that are not needed.",
    );
    page::merge(sheet, 4, columns, remark, &look::text().set_font_color(look::FAINT).set_align(FormatAlign::Center))?;
    page::headings(sheet, EVIDENCE_COLUMNS, KEYS_ROW, lang)?;
    let mut at = HEADING_ROW + 1;
    for change in changes {
        let named = named(of, change);
        let free = FREE.saturating_sub(named.len());
        for evidence in named.iter().map(Some).chain((0..free).map(|_| None)) {
            row(sheet, at, Some((change.criterion.id.as_str(), &change.criterion.name)), evidence, lang)?;
            at += 1;
        }
    }
    let last = last(of, changes);
    for free in at..=last {
        row(sheet, free, None, None, lang)?;
    }
    let first = HEADING_ROW + 1;
    let mut limit =
        |column: At, check: &DataValidation| sheet.add_data_validation(first, column.col(), last, column.col(), check).map(|_| ());
    limit(At::Criterion, &ask::leaf(lang)?)?;
    let fields = [
        (
            At::Number,
            Words {
                vi: "Ghi đầy đủ số và ký hiệu, ví dụ 4851/KH-UBND.", en: "The whole number and symbol, such as 4851/KH-UBND."
            },
        ),
        (At::Section, Words { vi: "Chỉ rõ nội dung nằm ở mục nào, trang nào.", en: "In which section, on which page it stands." }),
        (
            At::File,
            Words {
                vi: "Tên tệp gửi kèm, hoặc địa chỉ trang web.", en: "Name of the file that is sent along, or a web address."
            },
        ),
    ];
    for (column, prompt) in fields {
        let name = EVIDENCE_COLUMNS.get(usize::from(column.col())).map_or("", |written| written.heading.get(lang));
        limit(column, &ask::field(name, prompt.get(lang), lang)?)?;
    }
    sheet
        .ignore_error_range(first, At::Criterion.col(), last, At::File.col(), IgnoreError::NumberStoredAsText)?
        .set_freeze_panes(HEADING_ROW + 1, At::Number.col())?
        .set_repeat_rows(HEADING_ROW, HEADING_ROW)?
        .set_print_area(0, At::Name.col(), last, At::File.col())?
        .set_landscape()
        .set_zoom(90);
    page::paper_with(sheet, campaign.notice.as_deref(), [&of.unit.name, &format!("{}: {}", campaign.id, of.round_name())]);
    page::lock(sheet, true);
    Ok(())
}

/// Writes a row: free, or with the document that the unit has named already.
fn row(sheet: &mut Worksheet, at: u32, leaf: Option<(&str, &str)>, evidence: Option<&Evidence>, lang: Lang) -> Result<(), XlsxError> {
    let open = look::cell().set_font_size(SMALL).set_unlocked().set_background_color(look::OPEN);
    let words = open.clone().set_num_format("@").set_indent(1);
    let centre = open.set_align(FormatAlign::Center);
    let id = centre.clone().set_num_format("@");
    sheet.write_string(at, At::Keys.col(), RowKey::Evidence.to_string())?;
    let name = look::cell().set_font_size(10).set_font_color(look::FAINT).set_indent(1);
    let cell = format!("${}{}", letters(At::Criterion.col().into()), u64::from(at) + 1);
    let formula = format!("IFERROR(INDEX({},MATCH({cell},{},0)),\"\")", lists::LEAF_NAMES, lists::LEAVES);
    let shown = leaf.map(|(_, name)| name).unwrap_or_default();
    sheet.write_formula_with_format(at, At::Name.col(), Formula::new(formula).set_result(shown), &name)?;
    match leaf {
        Some((leaf, _)) => sheet.write_string_with_format(at, At::Criterion.col(), leaf, &id)?,
        None => sheet.write_blank(at, At::Criterion.col(), &id)?,
    };
    let blank = Evidence::default();
    let document = evidence.unwrap_or(&blank);
    let file = document.file.as_ref().or(document.link.as_ref());
    let fields = [
        (At::Number, document.number.as_ref()),
        (At::Issuer, document.issuer.as_ref()),
        (At::Title, document.title.as_ref()),
        (At::Section, document.section.as_ref()),
        (At::File, file),
    ];
    for (column, typed) in fields {
        match typed {
            Some(typed) => sheet.write_string_with_format(at, column.col(), look::shortened(typed, look::LONGEST).as_ref(), &words)?,
            None => sheet.write_blank(at, column.col(), &words)?,
        };
    }
    let day = page::of_kind_in(centre, InputKind::Date, lang);
    match &document.date {
        EvidenceDate::Blank => sheet.write_blank(at, At::Date.col(), &day)?,
        EvidenceDate::Day(date) => match page::excel_day(*date) {
            Ok(cell) => sheet.write_datetime_with_format(at, At::Date.col(), cell, &day)?,
            Err(_) => sheet.write_string_with_format(at, At::Date.col(), date_in(*date, lang), &day)?,
        },
        EvidenceDate::Wrong(typed) => sheet.write_string_with_format(at, At::Date.col(), typed, &day)?,
    };
    sheet.set_row_height(at, look::row(2 * look::takes("", 1, SMALL)))?;
    Ok(())
}
