//! The sheet on which a unit names its documents, one a row.

use rust_xlsxwriter::{
    ConditionalFormatFormula, ExcelDateTime, Format, FormatAlign, Formula, IgnoreError, Url, Workbook, Worksheet, XlsxError,
};

use super::live::Value;
use super::marks::Marked;
use super::plan::{Plan, What, asks_evidence, enough, letter, scores_itself};
use super::{Form, ask, lists, page};
use crate::assessment::{Evidence, EvidenceDate};
use crate::criteria::{Criterion, Leaf};
use crate::figure::CriterionId;
use crate::form::layout::{EVIDENCE, EVIDENCE_COLUMNS, EvidenceAt as At, RowKey};
use crate::form::read::left::Left;
use crate::look;

/// Row of the hidden keys, counted from 0.
const KEYS_ROW: u32 = 5;
/// Row of the headings.
const HEADING_ROW: u32 = 6;
/// Rows kept free for more documents.
const SPARE: usize = 30;
/// Rows below the table that count too, should somebody go on writing there.
const BEYOND: u32 = 200;

/// What stands above the table.
const REMARK: &str =
    "Mỗi dòng một văn bản; một văn bản chứng minh nhiều tiêu chí thì ghi lại ở từng tiêu chí. Dòng không dùng thì để trống.";

/// Gives the title of the sheet.
fn title(form: &Form<'_>) -> String {
    format!("DANH MỤC TÀI LIỆU KIỂM CHỨNG NĂM {}", form.campaign.year)
}

/// Lists all that the sheet says outside its rows of documents, cell by cell.
pub fn words(form: &Form<'_>) -> Vec<String> {
    let headings = EVIDENCE_COLUMNS.iter().flat_map(|column| [column.key, column.heading.vi]).map(str::to_owned);
    page::words(form, &title(form)).into_iter().chain([REMARK.to_owned()]).chain(headings).collect()
}

/// Rows of the sheet.
pub struct Documents<'a> {
    rows: Vec<Entry<'a>>,
}

/// Row of the sheet.
#[derive(Clone, Copy, Default)]
struct Entry<'a> {
    /// Leaf that the row is for.
    criterion: Option<&'a Criterion>,
    /// What was typed instead of a leaf.
    typed: Option<&'a str>,
    /// Document named.
    document: Option<&'a Evidence>,
}

impl<'a> Documents<'a> {
    /// Gives every leaf that asks for documents its rows, filled in where answers are given, and spare ones below; between
    /// them what was named for no leaf.
    pub fn new(plan: &Plan<'a>, left: Option<&'a Left>) -> Self {
        let mut rows = Vec::new();
        for row in &plan.rows {
            let What::Leaf { criterion, leaf, excused, .. } = row.what else { continue };
            let of_leaf = Entry { criterion: Some(criterion), ..Entry::default() };
            let named = plan.answer(&criterion.id).map(|answer| answer.evidence.as_slice()).unwrap_or_default();
            rows.extend(named.iter().map(|document| Entry { document: Some(document), ..of_leaf }));
            let open = if asks(leaf, excused) { enough(&leaf.evidence).saturating_sub(named.len()) } else { 0 };
            rows.extend((0..open).map(|_| of_leaf));
        }
        let orphans = left.map(|left| left.documents.as_slice()).unwrap_or_default();
        rows.extend(orphans.iter().map(|orphan| Entry {
            typed: orphan.criterion.as_deref(),
            document: Some(&orphan.evidence),
            ..Entry::default()
        }));
        rows.extend((0..SPARE).map(|_| Entry::default()));
        Self { rows }
    }

    /// Lists the documents named, with their rows counted from 0.
    pub fn named(&self) -> impl Iterator<Item = (u32, &'a Evidence)> {
        (HEADING_ROW + 1..).zip(&self.rows).filter_map(|(row, entry)| Some((row, entry.document?)))
    }

    /// Finds the first row of a leaf that names a document, or that is still free.
    pub fn first(&self, leaf: &CriterionId, names: bool) -> Option<u32> {
        let of_leaf = |entry: &Entry<'_>| entry.criterion.is_some_and(|criterion| &criterion.id == leaf);
        let found = (HEADING_ROW + 1..).zip(&self.rows).find(|(_, entry)| of_leaf(entry) && entry.document.is_some() == names);
        found.map(|(row, _)| row)
    }

    /// Gives what a cell holds; a day by its number.
    pub fn holds(&self, row: u32, column: u16) -> Value {
        let position = row.checked_sub(HEADING_ROW + 1).and_then(|at| usize::try_from(at).ok());
        let Some(entry) = position.and_then(|at| self.rows.get(at)) else { return Value::Blank };
        let words = |words: &str| if words.is_empty() { Value::Blank } else { Value::Text(words.to_owned()) };
        if column == At::Criterion.col() {
            return entry.id().map_or(Value::Blank, words);
        }
        let Some(document) = entry.document else { return Value::Blank };
        if column == At::Date.col() {
            return match &document.date {
                EvidenceDate::Blank => Value::Blank,
                EvidenceDate::Day(day) => page::serial(*day).map_or_else(|| words(&crate::figure::date_vi(*day)), Value::Number),
                EvidenceDate::Wrong(typed) => words(typed),
            };
        }
        fields(document).into_iter().find(|(at, _)| at.col() == column).and_then(|(_, value)| value).map_or(Value::Blank, words)
    }

    /// Counts the documents named for a leaf: rows with anything beside the criterion.
    pub fn count(&self, leaf: &CriterionId) -> usize {
        let of_leaf = |criterion: Option<&Criterion>| criterion.is_some_and(|criterion| &criterion.id == leaf);
        self.rows.iter().filter(|entry| of_leaf(entry.criterion) && entry.document.is_some_and(names)).count()
    }

    /// Gives the formula that counts them. `COUNTIF` would take 1.1 and 1.10 for one number.
    pub fn formula(&self, id_cell: &str) -> String {
        let last = self.last() + BEYOND + 1;
        let span = |column: At| format!("'{EVIDENCE}'!${0}${1}:${0}${last}", letter(column.col()), HEADING_ROW + 2);
        let fields = [At::Number, At::Date, At::Issuer, At::Title, At::Section, At::File].map(span).join("&");
        format!("IFERROR(SUMPRODUCT(({}={id_cell})*({fields}<>\"\")),0)", span(At::Criterion))
    }

    /// Gives the last row of the table.
    fn last(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(HEADING_ROW)
    }

    /// Writes the sheet.
    pub fn write(&self, book: &mut Workbook, plan: &Plan<'_>, marked: Option<&Marked<'_>>) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet().set_name(EVIDENCE)?;
        sheet.set_formula_result_default("");
        let form = plan.form;
        let columns = (At::Name.col(), At::File.col());
        page::head(sheet, form, (At::Name.col(), At::Number.col()), (At::Issuer.col(), At::File.col()))?;
        page::title(sheet, form, 2, columns, &title(form))?;
        sheet.set_row_height(3, look::height(1, look::SIZE))?;
        page::merge(sheet, 4, columns, REMARK, &look::text().set_font_color(look::FAINT).set_align(FormatAlign::Center))?;
        sheet.set_row_height(4, look::height(1, look::SIZE))?;
        page::headings(sheet, EVIDENCE_COLUMNS, KEYS_ROW)?;

        if let Some(marked) = marked {
            marked.keep(sheet, EVIDENCE)?;
        }
        for (n, entry) in (0..).zip(&self.rows) {
            Self::row(sheet, HEADING_ROW + 1 + n, *entry, marked)?;
        }
        let (first, last) = (HEADING_ROW + 1, self.last());
        Self::limits(sheet, plan, first, last + BEYOND)?;
        Self::colours(sheet, first, last)?;
        if let Some(marked) = marked {
            marked.finish(sheet, EVIDENCE)?;
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
    fn row(sheet: &mut Worksheet, row: u32, entry: Entry<'_>, marked: Option<&Marked<'_>>) -> Result<(), XlsxError> {
        let open = look::cell().set_unlocked().set_background_color(look::OPEN);
        let words = open.clone().set_num_format("@");
        let day = open.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center);
        let id = words.clone().set_align(FormatAlign::Center);
        let name = look::cell().set_font_color(look::FAINT);
        let dress = |column: At, format: &Format| match marked {
            Some(marked) => marked.dress(EVIDENCE, row, column.col(), format),
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
            let link = marked.and_then(|marked| marked.link(EVIDENCE, row, column.col()));
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
                Err(_) => put(sheet, row, At::Date, Some(&crate::figure::date_vi(*date)), &day)?,
            },
        }

        let taken = [
            (At::Name, Some(shown)),
            (At::Number, document.number.as_deref()),
            (At::Issuer, document.issuer.as_deref()),
            (At::Title, document.title.as_deref()),
            (At::Section, document.section.as_deref()),
            (At::File, file),
        ];
        let lines = taken
            .into_iter()
            .map(|(column, text)| look::lines(text.unwrap_or_default(), page::width(EVIDENCE_COLUMNS, column.col()), look::SIZE));
        sheet.set_row_height(row, look::height(lines.max().unwrap_or(1), look::SIZE))?;
        Ok(())
    }

    /// Says what may be typed.
    fn limits(sheet: &mut Worksheet, plan: &Plan<'_>, first: u32, last: u32) -> Result<(), XlsxError> {
        sheet.add_data_validation(first, At::Criterion.col(), last, At::Criterion.col(), &ask::leaf()?)?;
        let period = plan.form.campaign.period;
        let from = match period.from {
            Some(day) => page::excel_day(day)?,
            None => ExcelDateTime::from_ymd(1950, 1, 1)?,
        };
        let to = match period.to {
            Some(day) => page::excel_day(day)?,
            None => ExcelDateTime::from_ymd(2100, 12, 31)?,
        };
        sheet.add_data_validation(first, At::Date.col(), last, At::Date.col(), &ask::day(period, from, to)?)?;
        let prompts = [
            (At::Number, "Số, ký hiệu", "Ghi đủ số và ký hiệu của văn bản, ví dụ: 4851/KH-UBND, 383/BNV-CCHC."),
            (At::Issuer, "Cơ quan ban hành", "Cơ quan, đơn vị ban hành văn bản."),
            (At::Title, "Trích yếu", "Nội dung trích yếu của văn bản."),
            (At::Section, "Mục, trang", "Ghi rõ tài liệu chứng minh nằm ở mục nào, trang nào."),
            (
                At::File,
                "Tệp hoặc đường dẫn",
                "Tên tệp trong thư mục tài liệu kiểm chứng của đơn vị (ví dụ 12-BC-STC.pdf), hoặc đường dẫn https://…",
            ),
        ];
        for (column, name, prompt) in prompts {
            sheet.add_data_validation(first, column.col(), last, column.col(), &ask::field(name, prompt)?)?;
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
}

impl<'a> Entry<'a> {
    /// Gives the id in the column of criteria.
    fn id(&self) -> Option<&'a str> {
        self.criterion.map(|criterion| criterion.id.as_str()).or(self.typed)
    }
}

/// Gives the fields of a document that are words, by column.
fn fields(document: &Evidence) -> [(At, Option<&str>); 5] {
    let file = document.file.as_deref().or(document.link.as_deref());
    [
        (At::Number, document.number.as_deref()),
        (At::Issuer, document.issuer.as_deref()),
        (At::Title, document.title.as_deref()),
        (At::Section, document.section.as_deref()),
        (At::File, file),
    ]
}

/// Writes a text, or an empty cell to fill in.
fn put(sheet: &mut Worksheet, row: u32, column: At, value: Option<&str>, format: &Format) -> Result<(), XlsxError> {
    match value {
        Some(value) => sheet.write_string_with_format(row, column.col(), value, format)?,
        None => sheet.write_blank(row, column.col(), format)?,
    };
    Ok(())
}

/// Tells whether anything is named.
fn names(document: &Evidence) -> bool {
    let fields = [&document.number, &document.issuer, &document.title, &document.section, &document.file, &document.link];
    document.date != EvidenceDate::Blank || fields.into_iter().any(Option::is_some)
}

/// Tells whether a leaf comes with rows for documents.
fn asks(leaf: &Leaf, excused: bool) -> bool {
    scores_itself(leaf, excused) && asks_evidence(&leaf.evidence)
}
