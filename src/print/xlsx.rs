//! Books as workbooks: legal names of sheets, and properties that do not depend on the clock.

mod chart;
mod data;
mod drawing;
mod format;
mod names;
mod paper;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use self::names::{cut, legal, told_apart};
use self::sheet::Sheet;
use crate::account::{Book, Data};
use crate::look;

/// Longest property that readers show, in units of Excel's.
const LONGEST_PROPERTY: usize = 200;

/// Prints a book as a workbook, a sheet for each page and at the end those of data, if any: the same bytes for the same book.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn workbook(book: Book, data: Option<Data<'_>>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = look::workbook()?;
    workbook.set_properties(&properties(&book)?);
    let mut names = Vec::new();
    let wanted = told_apart(&book.pages.iter().map(|page| page.name.as_str()).collect::<Vec<_>>());
    // A page is given up as soon as it is printed: one of findings holds something of every unit.
    for (page, wanted) in book.pages.into_iter().zip(wanted) {
        let name = legal(&wanted, &names, book.lang);
        names.push(name.to_lowercase());
        Sheet::new(workbook.add_worksheet().set_name(name.as_str())?, &name, &page, book.lang)?.print(&page)?;
    }
    if let Some(data) = data {
        let mut rows = data.rows().peekable();
        loop {
            let name = legal(data.name(), &names, book.lang);
            names.push(name.to_lowercase());
            data::write(workbook.add_worksheet().set_name(name.as_str())?, data, &mut rows, book.notice.as_deref())?;
            if rows.peek().is_none() {
                break;
            }
        }
    }
    look::packed(&mut workbook)
}

/// Makes the properties of the file. The day is the campaign's: the same results must give the same bytes.
fn properties(book: &Book) -> Result<DocProperties, XlsxError> {
    let day = book.day.and_then(|day| {
        ExcelDateTime::from_ymd(day.year().try_into().ok()?, day.month().try_into().ok()?, day.day().try_into().ok()?).ok()
    });
    let day = day.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let mut properties = DocProperties::new().set_title(cut(&book.title, LONGEST_PROPERTY)).set_creation_datetime(&day);
    if let Some(office) = &book.office {
        properties = properties.set_company(cut(&office.replace('\n', " – "), LONGEST_PROPERTY));
    }
    if let Some(notice) = &book.notice {
        properties = properties.set_status(cut(notice, LONGEST_PROPERTY));
    }
    Ok(properties)
}
