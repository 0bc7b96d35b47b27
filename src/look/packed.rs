//! Workbooks as bytes: the same on every system, and with what the writer of workbooks has no setting for.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::{Workbook, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Stands at the end of the head of a sheet whose first page bears no number, until the workbook is packed.
const UNNUMBERED: &str = "[unnumbered first page]";
/// The field of the page's number in a head, as the file has it.
const NUMBER: &str = "&amp;P";
/// What opens the heads and feet of a sheet.
const HEADS: &str = "<headerFooter";

/// Leaves the first page of a sheet without its number, and gives every page the same head besides.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: the number of the first page of a paper is not shown.
pub fn without_first_number(head: &str) -> String {
    format!("{head}{UNNUMBERED}")
}

/// Packs a workbook into bytes, the same on every system.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn packed(book: &mut Workbook) -> Result<Vec<u8>, XlsxError> {
    // It is packed once more below: what is written first has no need to be small.
    book.set_zip_compression_level(1);
    let mut bytes = gone_over(&book.save_to_buffer()?)?;
    name_one_system(&mut bytes);
    Ok(bytes)
}

/// Packs a workbook once more, with what the writer of workbooks has no setting for.
fn gone_over(bytes: &[u8]) -> Result<Vec<u8>, XlsxError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut part = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at)?;
        let name = entry.name()?.into_owned();
        part.clear();
        entry.read_to_end(&mut part)?;
        zip.start_file(name.as_str(), options)?;
        let own = Some(&part).filter(|_| name.starts_with("xl/worksheets/sheet")).and_then(|part| with_own_first_page(part));
        zip.write_all(own.as_deref().unwrap_or(&part))?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Gives the part of a sheet a head of its own for the first page, where its head asks for one.
fn with_own_first_page(part: &[u8]) -> Option<Vec<u8>> {
    // Heads stand behind all rows: those of a large sheet aren't searched.
    let at = part.windows(HEADS.len()).rposition(|window| window == HEADS.as_bytes())?;
    let (rows, rest) = part.split_at_checked(at)?;
    let rest = std::str::from_utf8(rest).ok()?;
    let (heads, after) = rest.split_once("</headerFooter>")?;
    let heads = heads.contains(UNNUMBERED).then(|| heads.replace(UNNUMBERED, ""))?;
    let within = |open: &str, close: &str| Some(heads.split_once(open)?.1.split_once(close)?.0);
    let head = within("<oddHeader>", "</oddHeader>").unwrap_or_default().replace(NUMBER, "");
    let foot = within("<oddFooter>", "</oddFooter>").map_or_else(String::new, |foot| format!("<firstFooter>{foot}</firstFooter>"));
    let heads = heads.replacen(HEADS, &format!("{HEADS} differentFirst=\"1\""), 1);
    let first = format!("{heads}<firstHeader>{head}</firstHeader>{foot}</headerFooter>{after}");
    Some([rows, first.as_bytes()].concat())
}

/// Writes Unix as the system that made each entry of a zip, which the writer takes from the system that it runs on.
///
/// Source: APPNOTE.TXT 6.3.10, 4.3.12 (central directory) and 4.3.16 (end of it); 4.4.2.2: 3 is Unix.
pub fn name_one_system(bytes: &mut [u8]) {
    const UNIX: u8 = 3;
    let number = |bytes: &[u8], at: usize, length: usize| {
        let digits = bytes.get(at..at + length)?.iter().rev();
        digits.copied().map(usize::from).try_fold(0_usize, |number, digit| number.checked_mul(256)?.checked_add(digit))
    };
    let Some(end) = bytes.windows(4).rposition(|four| four == b"PK\x05\x06") else { return };
    let Some(mut at) = number(bytes, end + 16, 4) else { return };
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        if let Some(system) = bytes.get_mut(at + 5) {
            *system = UNIX;
        }
        let lengths = [at + 28, at + 30, at + 32].map(|at| number(bytes, at, 2).unwrap_or_default());
        at += 46 + lengths.iter().sum::<usize>();
    }
}
