//! A workbook as plain cells, whatever program and decade it comes from.

mod address;
mod cell;
mod docx;
mod guard;
mod known_name;
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
mod quiet;
mod remarks;
mod rich_text;
mod saved;
mod tally;
mod xls;
mod xlsx;
mod xml;

pub use self::address::{address, column_of, letters, position};
pub use self::cell::{Book, Cell, Grid, Percent, Struck, Value};
pub use self::docx::{Change, Document};
pub use self::guard::{Kind, LARGEST_FILE, Refusal, admit};
pub use self::legacy::convert_grid;
pub use self::long::LONGEST_TEXT;
pub use self::notes::CARRIED;
pub use self::quiet::is_reading;
pub use self::saved::saved;
pub use limits::MOST_ROWS;

use crate::finding::Checked;

/// Opens a workbook behind the guard. Whatever the bytes are, the worst that comes of them is a finding.
pub fn open(bytes: &[u8], file: &str) -> Checked<Option<Book>> {
    let opened = quiet::quietly(|| match admit(bytes, file)? {
        Kind::Xlsx => xlsx::read(bytes),
        Kind::Ods => ods::read(bytes),
        Kind::Xls => xls::read(bytes),
        Kind::Docx => Err(Refusal::document()),
    });
    match opened.unwrap_or_else(|| Err(Refusal::Damaged("panic".into()))) {
        Ok((mut book, fonts, remarks)) => {
            let mut findings = legacy::convert(&mut book, &fonts, file);
            findings.extend(remarks::findings(&book, &remarks, file));
            findings.extend(long::findings(&book, file));
            Checked { value: Some(book), findings }
        }
        Err(refusal) => Checked { value: None, findings: vec![refusal.finding(file)] },
    }
}

/// Opens a workbook, or a Word document, whose tables become sheets, behind the same guard.
pub fn open_table(bytes: &[u8], file: &str) -> Checked<Option<Document>> {
    if !matches!(admit(bytes, file), Ok(Kind::Docx)) {
        let Checked { value, findings } = open(bytes, file);
        return Checked { value: value.map(|book| Document { book, changes: Vec::new() }), findings };
    }
    match quiet::quietly(|| docx::read(bytes)).unwrap_or_else(|| Err(Refusal::Damaged("panic".into()))) {
        Ok(document) => Checked { value: Some(document), findings: Vec::new() },
        Err(refusal) => Checked { value: None, findings: vec![refusal.finding(file)] },
    }
}
