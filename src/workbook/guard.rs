//! What a file really is, and whether it may be opened: told from its bytes, never from its name.
//!
//! calamine trusts what a workbook says of itself: a count in 1.5 KB of zip makes it ask for 100 GB and end the whole
//! program. So every entry is inflated here first, into a small buffer and against limits.

mod damage;

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::points::vietnamese;
use crate::text;
use crate::text::Text;

/// Largest file that is read, in bytes. Callers hold the size on disk against it before they load a file.
pub const LARGEST_FILE: u64 = 20 << 20;
/// Most bytes that one entry of the zip may inflate to.
const LARGEST_ENTRY: u64 = 64 << 20;
/// Most bytes that all entries may inflate to.
const LARGEST_TOTAL: u64 = 256 << 20;
/// Most cell formats: Excel itself stops at 64,000.
const MOST_FORMATS: u64 = 200_000;
/// Fewest bytes that one shared string takes: `<si/>`.
const SMALLEST_STRING: u64 = 5;

/// Kind of workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Excel since 2007: `.xlsx`, `.xlsm`.
    Xlsx,
    /// Calc of LibreOffice: `.ods`.
    Ods,
    /// Excel 97–2003: `.xls`.
    Xls,
}

/// What the guard lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admitted {
    /// Kind.
    pub kind: Kind,
    /// Size of the largest entry of the zip, inflated; of the file where it is no zip.
    pub largest: u64,
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Lock file that Excel or LibreOffice leaves beside an open workbook.
    LockFile,
    /// No bytes.
    Empty,
    /// More bytes than [`LARGEST_FILE`].
    TooLarge,
    /// Inflates to more than any form.
    Bomb(Text),
    /// Needs a password.
    Password,
    /// Web page under the name of a workbook.
    Html,
    /// Plain text, such as CSV, under the name of a workbook.
    PlainText,
    /// Another kind of file; its name where it is known.
    Other(Option<Text>),
    /// Begins as a workbook and is cut off or damaged; what the reader said.
    Damaged(String),
    /// Workbook of a kind that is not read: `.xlsb`.
    OtherFormat(&'static str),
    /// Sheet with more cells than any form.
    SheetTooLarge(String, Text),
}

impl Refusal {
    /// Makes the finding that says so.
    pub fn finding(&self, file: &str) -> Finding {
        let finding = match self {
            Self::LockFile => Finding::new(
                &code::LOCK_FILE,
                text!(
                    "Tệp “{file}” là tệp khóa tạm do Excel tạo ra, không phải biểu.",
                    "“{file}” is a lock file that Excel made, not a form."
                ),
            ),
            Self::Empty => Finding::new(&code::EMPTY_FILE, text!("Tệp “{file}” rỗng (0 byte).", "“{file}” is empty (0 bytes).")),
            Self::TooLarge => {
                let most = LARGEST_FILE >> 20;
                Finding::new(
                    &code::FILE_TOO_LARGE,
                    text!(
                        "Tệp “{file}” lớn hơn mức cho phép là {most} MB nên không được đọc.",
                        "“{file}” is larger than {most} MB, the most that is read."
                    ),
                )
            }
            Self::Bomb(what) => {
                let (vi, en) = (&what.vi, &what.en);
                Finding::new(&code::BOMB, text!("Không mở tệp “{file}”: {vi}.", "“{file}” was not opened: {en}."))
            }
            Self::Password => Finding::new(
                &code::PASSWORD,
                text!("Tệp “{file}” được đặt mật khẩu nên không đọc được.", "“{file}” is protected by a password and can't be read."),
            ),
            Self::Html => Finding::new(
                &code::HTML,
                text!(
                    "Tệp “{file}” thực ra là trang web (HTML), không phải sổ tính Excel.",
                    "“{file}” is really a web page (HTML), not a workbook."
                ),
            ),
            Self::PlainText => Finding::new(
                &code::PLAIN_TEXT,
                text!(
                    "Tệp “{file}” thực ra là văn bản thuần (như CSV), không phải sổ tính Excel.",
                    "“{file}” is really plain text (such as CSV), not a workbook."
                ),
            ),
            Self::Other(None) => {
                Finding::new(&code::NOT_A_WORKBOOK, text!("Tệp “{file}” không phải sổ tính Excel.", "“{file}” is not a workbook."))
            }
            Self::Other(Some(what)) => {
                let (vi, en) = (&what.vi, &what.en);
                Finding::new(
                    &code::NOT_A_WORKBOOK,
                    text!("Tệp “{file}” là {vi}, không phải sổ tính Excel.", "“{file}” is {en}, not a workbook."),
                )
            }
            Self::Damaged(said) => Finding::new(&code::DAMAGED, damage::said(file, said)),
            Self::OtherFormat(kind) => Finding::new(
                &code::OTHER_FORMAT,
                text!("Tệp “{file}” ở định dạng {kind}, không đọc được.", "“{file}” is in the {kind} format, which can't be read."),
            ),
            Self::SheetTooLarge(sheet, what) => {
                let (vi, en) = (&what.vi, &what.en);
                return Finding::new(
                    &code::SHEET_TOO_LARGE,
                    text!("Trang “{sheet}” của tệp “{file}” quá lớn: {vi}.", "Sheet “{sheet}” of “{file}” is too large: {en}."),
                )
                .at(Place { sheet: Some(sheet.clone()), ..Place::file(file) });
            }
        };
        finding.at(Place::file(file))
    }
}

/// Looks at a file and tells its kind, or why it is not opened.
///
/// # Errors
/// Every reason is a [`Refusal`], which makes its own finding.
pub fn admit(bytes: &[u8], file: &str) -> Result<Admitted, Refusal> {
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
        return ole(bytes).map(|()| Admitted { kind: Kind::Xls, largest: size });
    }
    Err(other(bytes))
}

/// Tells what an OLE file holds: a workbook of Excel 97–2003, or one behind a password.
fn ole(bytes: &[u8]) -> Result<(), Refusal> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if holds("EncryptedPackage") {
        Err(Refusal::Password)
    } else if holds("WordDocument") {
        Err(Refusal::Other(Some(Text::new("văn bản Word", "a Word document"))))
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
fn zip(bytes: &[u8]) -> Result<Admitted, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut kind = Err(Refusal::Other(Some(Text::new("tệp nén ZIP", "a ZIP archive"))));
    let (mut total, mut largest) = (0, 0);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| damaged(&error))?;
        let name = entry.name().map(|name| name.to_lowercase()).unwrap_or_default();
        match name.trim_start_matches('/') {
            "xl/workbook.xml" => kind = Ok(Kind::Xlsx),
            "xl/workbook.bin" => kind = Err(Refusal::OtherFormat(".xlsb")),
            "word/document.xml" => kind = Err(Refusal::Other(Some(Text::new("văn bản Word", "a Word document")))),
            "ppt/presentation.xml" => kind = Err(Refusal::Other(Some(Text::new("tệp trình chiếu PowerPoint", "a PowerPoint file")))),
            "content.xml" if kind.is_err() => kind = Ok(Kind::Ods),
            _ => {}
        }
        let xml = matches!(name.rsplit('.').next(), Some("xml" | "rels"));
        let size = inflate(&mut entry, LARGEST_TOTAL.saturating_sub(total), xml)?;
        total = total.saturating_add(size);
        largest = largest.max(size);
    }
    kind.map(|kind| Admitted { kind, largest })
}

/// Says that a zip can't be read.
fn damaged(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Password,
        other => Refusal::Damaged(other.to_string()),
    }
}

/// Reads an entry through and gives its inflated size.
fn inflate(entry: &mut impl Read, left: u64, xml: bool) -> Result<u64, Refusal> {
    let most = LARGEST_ENTRY.min(left);
    let mut watch = Watch::default();
    let mut buffer = vec![0; 64 << 10];
    let mut size: u64 = 0;
    loop {
        let got = entry.read(&mut buffer).map_err(|error| Refusal::Damaged(error.to_string()))?;
        let Some(chunk) = buffer.get(..got).filter(|chunk| !chunk.is_empty()) else { break };
        if xml && size == 0 && !is_utf8(chunk) {
            return Err(Refusal::Damaged("XML: not UTF-8".into()));
        }
        size = size.saturating_add(u64::try_from(got).unwrap_or(u64::MAX));
        if size > most {
            let most = most >> 20;
            return Err(Refusal::Bomb(text!(
                "giải nén ra hơn {most} MB dữ liệu (bom nén)",
                "it inflates to more than {most} MB (a zip bomb)"
            )));
        }
        watch.see(chunk);
    }
    watch.verdict(size).map(|()| size)
}

/// Tells whether XML begins as UTF-8, which every writer of workbooks uses: in another encoding a figure could hide
/// from the [`Watch`].
fn is_utf8(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let declaration = head.get(..200).unwrap_or(head);
    let declaration = String::from_utf8_lossy(declaration).to_ascii_lowercase();
    let declaration = declaration.split("?>").next().unwrap_or_default();
    let named = declaration.starts_with("<?xml").then(|| declaration.split("encoding").nth(1)).flatten();
    !declaration.contains('\0')
        && !head.starts_with(b"\xFF")
        && !head.starts_with(b"\xFE")
        && named.is_none_or(|name| name.contains("utf-8") || name.contains("us-ascii"))
}

/// Watches an inflated stream for figures that a reader would allocate memory by.
#[derive(Default)]
struct Watch {
    /// End of the chunk before, so that nothing hides across two chunks.
    carried: Vec<u8>,
    /// Largest count of shared strings declared.
    strings: u64,
    /// Cell formats seen.
    formats: u64,
}

impl Watch {
    /// Longest stretch that a pattern with its figure takes.
    const REACH: usize = 64;

    /// Looks at the next chunk.
    fn see(&mut self, chunk: &[u8]) {
        let known = self.carried.len();
        self.carried.extend_from_slice(chunk);
        let seen = &self.carried;
        for at in memmem::find_iter(seen, b"uniqueCount") {
            let after = seen.get(at + "uniqueCount".len()..).unwrap_or_default();
            let start = after.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'"' | b'\'' | b'+'));
            let digits = after.iter().skip(start.unwrap_or(0)).take_while(|b| b.is_ascii_digit());
            let count = digits.fold(0_u64, |n, digit| n.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
            // No writer puts so much room before a figure, unless to hide it behind the end of a chunk.
            let hidden = start.unwrap_or(after.len()) > Self::REACH / 4;
            self.strings = self.strings.max(if hidden { u64::MAX } else { count });
        }
        // What begins in the part carried over was counted before.
        let fresh = seen.get(known.saturating_sub(2)..).unwrap_or_default();
        let ends = |at: &usize| matches!(fresh.get(at + 2), Some(b' ' | b'/' | b'>' | b'\t' | b'\r' | b'\n'));
        let formats = memmem::find_iter(fresh, b"xf").filter(ends).count();
        self.formats = self.formats.saturating_add(u64::try_from(formats).unwrap_or(u64::MAX));
        let keep = seen.len().saturating_sub(Self::REACH);
        self.carried.drain(..keep);
    }

    /// Judges the whole entry.
    fn verdict(&self, size: u64) -> Result<(), Refusal> {
        if self.strings > size / SMALLEST_STRING {
            let count = self.strings;
            let count_vi = vietnamese(&count.to_string());
            return Err(Refusal::Bomb(text!(
                "tệp khai có {count_vi} chuỗi ký tự nhưng không chứa đủ chừng ấy",
                "it declares {count} strings and does not hold as many"
            )));
        }
        if self.formats > MOST_FORMATS {
            let count = self.formats;
            let count_vi = vietnamese(&count.to_string());
            return Err(Refusal::Bomb(text!("tệp có {count_vi} kiểu định dạng ô", "it has {count} cell formats")));
        }
        Ok(())
    }
}
