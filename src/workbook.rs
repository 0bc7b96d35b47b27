//! A workbook as plain cells, whatever program and decade it comes from.

mod address;
mod cell;
mod colour;
mod damage;
mod docx;
mod guard;
mod known_name;
mod left_out;
mod legacy;
mod limits;
mod links;
mod long;
mod looks;
mod merged;
mod notes;
mod number_format;
mod ods;
mod package;
mod printed;
mod quiet;
mod refusal;
mod remarks;
mod rich_text;
mod saved;
mod tally;
mod twice;
mod word_parts;
mod xls;
mod xlsx;
mod xml;

pub use self::address::{address, column_of, letters, position};
pub use self::cell::{Book, Cell, Grid, Percent, Struck, Value};
pub use self::docx::{Change, Document};
pub use self::guard::Kind;
pub use self::legacy::convert_grid;
pub use self::long::LONGEST_TEXT;
pub use self::notes::CARRIED;
pub use self::quiet::is_reading;
pub use self::refusal::{LARGEST_FILE, Refusal};
pub use self::word_parts::{WordPart, word_parts};
pub use limits::MOST_ROWS;

use self::guard::{Admitted, admit};
use self::legacy::Fonts;
use self::remarks::Remarks;
use crate::finding::{Checked, Finding};

/// What a workbook comes to.
struct Read {
    /// Its cells.
    book: Book,
    /// The fonts older than Unicode that they stand in, sheet by sheet.
    fonts: Fonts,
    /// What is to be told of single ones, sheet by sheet.
    remarks: Vec<Remarks>,
    /// Why sheets were left out.
    left_out: Vec<Refusal>,
}

/// Opens a workbook behind the guard. Whatever the bytes are, the worst that comes of them is a finding.
pub fn open(bytes: &[u8], file: &str) -> Checked<Option<Book>> {
    let read = || read(admit(bytes, file)?, bytes);
    finished(quiet::quietly(read).unwrap_or_else(|| Err(Refusal::Damaged("panic".into()))), file)
}

/// Reads a workbook that may be opened.
fn read(admitted: Admitted<'_>, bytes: &[u8]) -> Result<Read, Refusal> {
    match admitted {
        Admitted::Xlsx(package) => xlsx::read(package),
        Admitted::Ods(package) => ods::read(package),
        Admitted::Xls => xls::read(bytes),
        Admitted::Docx(_) => Err(Refusal::document()),
    }
}

/// Puts the text of a workbook into Unicode, and says what is to be told of its cells.
fn finished(read: Result<Read, Refusal>, file: &str) -> Checked<Option<Book>> {
    match read {
        Ok(Read { mut book, fonts, remarks, left_out }) => {
            let mut findings: Vec<Finding> = left_out.iter().map(|refusal| refusal.finding(file)).collect();
            findings.extend(legacy::convert(&mut book, &fonts, file));
            findings.extend(remarks::findings(&book, &remarks, file));
            findings.extend(long::findings(&book, file));
            Checked { value: Some(book), findings }
        }
        Err(refusal) => Checked { value: None, findings: vec![refusal.finding(file)] },
    }
}

/// Opens a workbook, or a Word document, whose tables become sheets, behind the same guard.
pub fn open_table(bytes: &[u8], file: &str) -> Checked<Option<Document>> {
    let read = || match admit(bytes, file)? {
        Admitted::Docx(package) => Ok(Either::Document(docx::read(package)?)),
        workbook => read(workbook, bytes).map(Either::Workbook),
    };
    match quiet::quietly(read).unwrap_or_else(|| Err(Refusal::Damaged("panic".into()))) {
        Ok(Either::Document(document)) => Checked { value: Some(document), findings: Vec::new() },
        Ok(Either::Workbook(read)) => {
            let Checked { value, findings } = finished(Ok(read), file);
            Checked { value: value.map(|book| Document { book, changes: Vec::new() }), findings }
        }
        Err(refusal) => Checked { value: None, findings: vec![refusal.finding(file)] },
    }
}

/// Tells whether a file is text and nothing else.
pub fn is_plain_text(bytes: &[u8], file: &str) -> bool {
    matches!(quiet::quietly(|| admit(bytes, file)), Some(Err(Refusal::PlainText)))
}

/// What a file with tables comes to.
enum Either {
    /// Word document.
    Document(Document),
    /// Workbook.
    Workbook(Read),
}
