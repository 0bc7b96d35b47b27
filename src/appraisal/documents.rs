//! The sheet of documents: what units name as evidence, with links into their folders and what was found.

use std::collections::BTreeMap;

use rust_xlsxwriter::{FormatAlign, Url, Workbook, Worksheet, XlsxError};

use super::layout::{At, DOCUMENTS, heading};
use super::plan::{Line, Plan};
use super::words;
use crate::assessment::{Evidence, EvidenceDate};
use crate::figure::date_in;
use crate::form::layout::{EVIDENCE_COLUMNS, EvidenceAt};
use crate::form::template::page;
use crate::form::template::page::{Across, SMALL};
use crate::look;
use crate::text::Words;

/// What was found at a document.
const FOUND: Words = Words { vi: "Kết quả kiểm tra", en: "What was found" };
/// Widths of the columns.
const WIDTHS: [u16; 9] = [26, 9, 20, 12, 28, 62, 24, 34, 56];

/// Gives the headings of the columns, as the table and the units' forms have them.
fn headings() -> [Words; 9] {
    let of_form = |column: EvidenceAt| EVIDENCE_COLUMNS.get(usize::from(column.col())).map_or(FOUND, |column| column.heading);
    [
        heading(At::Unit),
        heading(At::Stt),
        of_form(EvidenceAt::Number),
        of_form(EvidenceAt::Date),
        of_form(EvidenceAt::Issuer),
        of_form(EvidenceAt::Title),
        of_form(EvidenceAt::Section),
        of_form(EvidenceAt::File),
        FOUND,
    ]
}

/// Row of the headings, counted from 0.
const HEADING_ROW: u32 = 4;
/// Most links that Excel takes on a sheet.
const MOST_LINKS: u32 = 60_000;

/// Tells in which row the documents of each line begin.
pub fn first_rows(plan: &Plan<'_>) -> BTreeMap<usize, u32> {
    let mut next = HEADING_ROW + 1;
    let mut rows = BTreeMap::new();
    for (at, line) in plan.lines.iter().enumerate() {
        let count = line.documents().count();
        if count > 0 {
            rows.insert(at, next);
        }
        next += u32::try_from(count).unwrap_or(0);
    }
    rows
}

/// Writes the sheet.
pub fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let lang = plan.lang();
    let sheet = book.add_worksheet().set_name(DOCUMENTS.get(lang))?;
    let last = u16::try_from(WIDTHS.len() - 1).unwrap_or(u16::MAX);
    let format = look::heading().set_font_size(SMALL);
    for (at, (words, width)) in (0..).zip(headings().into_iter().zip(WIDTHS)) {
        sheet.set_column_width(at, width)?.write_string_with_format(HEADING_ROW, at, words.get(lang), &format)?;
    }
    sheet.set_row_height(HEADING_ROW, look::height(2, SMALL) + 4)?;
    let across = |first, last| Across::of_widths(WIDTHS, first, last);
    super::page::head(sheet, plan.of, across(0, 2), across(6, last))?;
    page::title_with(
        sheet,
        2,
        (0, last),
        [lang.word("TÀI LIỆU KIỂM CHỨNG CÁC ĐƠN VỊ ĐÃ NÊU", "DOCUMENTS THAT UNITS NAME"), &plan.of.results.campaign.title],
        plan.of.results.campaign.notice.as_deref(),
    )?;
    let (mut at, mut links) = (HEADING_ROW + 1, 0);
    for line in &plan.lines {
        for evidence in line.documents() {
            document(sheet, plan, line, evidence, at, &mut links)?;
            at += 1;
        }
    }
    if at > HEADING_ROW + 1 {
        sheet.autofilter(HEADING_ROW, 0, at - 1, last)?;
    }
    sheet.set_freeze_panes(HEADING_ROW + 1, 2)?.set_repeat_rows(HEADING_ROW, HEADING_ROW)?.set_landscape().set_zoom(85);
    super::page::paper(sheet, plan.of);
    page::lock(sheet, false);
    Ok(())
}

/// Writes a document.
fn document(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    line: &Line<'_>,
    evidence: &Evidence,
    at: u32,
    links: &mut u32,
) -> Result<(), XlsxError> {
    let cell = look::cell().set_font_size(SMALL).set_indent(1).set_num_format("@");
    let centre = cell.clone().set_indent(0).set_align(FormatAlign::Center);
    let day = match &evidence.date {
        EvidenceDate::Blank => String::new(),
        EvidenceDate::Day(day) => date_in(*day, plan.lang()),
        EvidenceDate::Wrong(typed) => typed.clone(),
    };
    let file = evidence.file.as_deref().or(evidence.link.as_deref()).unwrap_or_default();
    // A finding on a document stands at one of its cells.
    let cells = || evidence.cells.iter().map(|(_, cell)| Some(cell)).chain([None]);
    let found = line
        .findings
        .iter()
        .filter(|finding| finding.place.cell.is_some() && cells().any(|cell| evidence.place.place(cell) == finding.place));
    let found = found.map(|finding| words::found(finding, plan.lang())).collect::<Vec<_>>().join("\n");
    let texts = [
        line.unit.name.as_str(),
        line.criterion.id.as_str(),
        evidence.number.as_deref().unwrap_or_default(),
        &day,
        evidence.issuer.as_deref().unwrap_or_default(),
        evidence.title.as_deref().unwrap_or_default(),
        evidence.section.as_deref().unwrap_or_default(),
        file,
        &found,
    ];
    let mut tall = 0;
    for ((column, text), width) in (0..).zip(texts).zip(WIDTHS) {
        let text = look::shortened(text, look::LONGEST);
        tall = tall.max(look::takes(&text, u32::from(width).saturating_sub(2), SMALL));
        let format = if matches!(column, 1 | 3) { &centre } else { &cell };
        sheet.write_string_with_format(at, column, text.as_ref(), format)?;
    }
    let target = match (&evidence.file, &evidence.link) {
        (Some(file), _) => plan.link(&line.unit.id, file),
        (None, Some(link)) => Some(link.clone()).filter(|link| is_web(link)),
        (None, None) => None,
    };
    if let Some(target) = target.filter(|_| *links < MOST_LINKS) {
        *links += 1;
        let url = Url::new(target).set_text(look::shortened(file, 2_000).as_ref());
        sheet.write_url_with_format(at, 7, url, &cell.clone().set_font_color(look::LINK))?;
    }
    sheet.set_row_height(at, look::row(tall))?;
    Ok(())
}

/// Tells whether a link is one of the web that Excel takes.
fn is_web(link: &str) -> bool {
    (link.starts_with("http://") || link.starts_with("https://")) && link.encode_utf16().count() <= 2_000
}
