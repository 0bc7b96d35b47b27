//! What a file really is, and whether it may be opened: told from its bytes, never from its name.
//!
//! Every entry is inflated here first, against limits, so that no reader unfolds more than it can hold. What was inflated
//! is kept for the reader as far as forms are large: see [`Package`].

use memchr::memmem;

use super::package::Package;
use super::refusal::{LARGEST_FILE, Refusal};
use crate::text::Text;

/// Kind of workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Excel since 2007: `.xlsx`, `.xlsm`.
    Xlsx,
    /// Calc of LibreOffice: `.ods`.
    Ods,
    /// Excel 97–2003: `.xls`.
    Xls,
    /// Word since 2007: `.docx`. No form is one, but the table of a decision may be.
    Docx,
}

/// File that may be opened.
pub(super) enum Admitted<'a> {
    /// Excel since 2007.
    Xlsx(Package<'a>),
    /// Calc of LibreOffice.
    Ods(Package<'a>),
    /// Excel 97–2003.
    Xls,
    /// Word since 2007.
    Docx(Package<'a>),
}

/// Looks at a file and tells its kind, or why it is not opened.
///
/// # Errors
/// Every reason is a [`Refusal`], which makes its own finding.
pub(super) fn admit<'a>(bytes: &'a [u8], file: &str) -> Result<Admitted<'a>, Refusal> {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Err(Refusal::LockFile);
    }
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size == 0 {
        return Err(Refusal::Empty);
    }
    if size > LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return ole(bytes).map(|()| Admitted::Xls);
    }
    Err(other(bytes))
}

/// Tells what an OLE file holds: a workbook of Excel 97–2003, or one behind a password.
fn ole(bytes: &[u8]) -> Result<(), Refusal> {
    // Names of streams are compared without regard to case.
    let upper = bytes.to_ascii_uppercase();
    let holds = |name: &str| {
        let wide: Vec<u8> = name.to_ascii_uppercase().encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(&upper, &wide).is_some()
    };
    if holds("EncryptedPackage") {
        Err(Refusal::Password)
    } else if holds("WordDocument") {
        Err(Refusal::document())
    } else if holds("Workbook") || holds("Book") {
        Ok(())
    } else {
        Err(Refusal::Damaged("OLE".into()))
    }
}

/// Names a file that is neither zip nor OLE.
fn other(bytes: &[u8]) -> Refusal {
    let known: [(&[u8], &str, &str); 7] = [
        (b"%PDF", "tệp PDF", "a PDF file"),
        (b"{\\rtf", "văn bản RTF", "an RTF document"),
        (b"\x89PNG", "tệp ảnh", "an image"),
        (b"\xFF\xD8\xFF", "tệp ảnh", "an image"),
        (b"GIF8", "tệp ảnh", "an image"),
        (b"Rar!", "tệp nén RAR", "a RAR archive"),
        (b"7z\xBC\xAF", "tệp nén 7z", "a 7z archive"),
    ];
    if let Some((_, vi, en)) = known.iter().find(|(head, _, _)| bytes.starts_with(head)) {
        return Refusal::Other(Some(Text::new(*vi, *en)));
    }
    let head = bytes.get(..4096).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let text = String::from_utf8_lossy(head).to_lowercase();
    if !wide && head.contains(&0) {
        return Refusal::Other(None);
    }
    let start = text.trim_start();
    if start.starts_with('<') && (text.contains("<html") || text.contains("<table") || start.starts_with("<!doctype html")) {
        return Refusal::Html;
    }
    Refusal::PlainText
}

/// Inflates every entry against the limits, and tells the kind by the names.
fn zip<'a>(bytes: &'a [u8]) -> Result<Admitted<'a>, Refusal> {
    let mut kind: Result<fn(Package<'a>) -> Admitted<'a>, Refusal> = Err(Refusal::Other(Some(Text::new("tệp nén ZIP", "a ZIP archive"))));
    let mut sheets = false;
    let package = Package::open(bytes, |name| match name {
        "xl/workbook.xml" => kind = Ok(Admitted::Xlsx),
        "xl/workbook.bin" => kind = Err(Refusal::OtherFormat(".xlsb")),
        "word/document.xml" => kind = Ok(Admitted::Docx),
        "ppt/presentation.xml" => kind = Err(Refusal::Other(Some(Text::new("tệp trình chiếu PowerPoint", "a PowerPoint file")))),
        "content.xml" if kind.is_err() => kind = Ok(Admitted::Ods),
        name => sheets |= name.contains("worksheets/"),
    })?;
    match kind {
        Ok(kind) => Ok(kind(package)),
        // Its sheets are there, and not where Excel puts what lists them.
        Err(Refusal::Other(_)) if sheets => Err(Refusal::Unusual),
        Err(refusal) => Err(refusal),
    }
}
