//! From the bytes of a text file to its text, whatever editor saved it.

use unicode_normalization::UnicodeNormalization;

use super::source::Source;
use crate::finding::criteria::{ENCODING, TOO_LARGE};
use crate::finding::{Checked, Finding, Place};
use crate::text;

/// Longest file that is read, in bytes.
pub const LONGEST_FILE: usize = 8 << 20;

/// Decodes a text file: UTF-8, or UTF-16 with a byte order mark or of plain look; lines end in `\n`, letters are in NFC.
///
/// `None` with a finding where the bytes are no text (C011) or too many (C010).
pub fn decode(bytes: &[u8], file: &str) -> Checked<Option<String>> {
    let refuse = |finding: Finding| Checked { value: None, findings: vec![finding] };
    if bytes.len() > LONGEST_FILE {
        let most = LONGEST_FILE >> 20;
        let message = text!("tệp lớn hơn mức tối đa {most} MB", "the file is larger than {most} MB, the most that is read");
        return refuse(Finding::new(&TOO_LARGE, message).at(Place::file(file)));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let message = text!("đây là tệp Word, Excel hoặc tệp nén, không phải văn bản", "this is a Word, Excel or zip file, not text");
        let help = text!("Sao chép nội dung sang tệp văn bản và lưu với bảng mã UTF-8.", "Copy its content to a text file saved as UTF-8.");
        return refuse(Finding::new(&ENCODING, message).help(help).at(Place::file(file)));
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf_8(rest, file),
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes, file),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes, file),
        // Saved as "Unicode" without a mark: the first letter of a key is ASCII.
        [first, 0, ..] if *first != 0 => utf_16(bytes, u16::from_le_bytes, file),
        [0, first, ..] if *first != 0 => utf_16(bytes, u16::from_be_bytes, file),
        _ => utf_8(bytes, file),
    };
    match text {
        Ok(text) if text.contains('\0') => {
            let before = text.split('\0').next().unwrap_or_default();
            let (line, column) = (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
            let message =
                text!("dòng {line}, cột {column} có ký tự rỗng (U+0000)", "line {line}, column {column} holds a null character (U+0000)");
            let help = text!(
                "Xóa ký tự này; tệp có thể đã bị hỏng khi sao chép.",
                "Delete it; the file may have been damaged when it was copied."
            );
            refuse(Finding::new(&ENCODING, message).help(help).at(Source::new(&text, file).place(line, column, 1)))
        }
        Ok(text) => Checked::clean(Some(text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect())),
        Err(finding) => refuse(*finding),
    }
}

/// Decodes UTF-8; the finding points at the first byte that isn't.
fn utf_8(bytes: &[u8], file: &str) -> Result<String, Box<Finding>> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error,
    };
    let good = bytes.get(..error.valid_up_to()).map(String::from_utf8_lossy).unwrap_or_default();
    let line = good.matches('\n').count() + 1;
    let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let shown = String::from_utf8_lossy(bytes);
    let message = text!("dòng {line}, cột {column} không phải chữ UTF-8", "line {line}, column {column} is not UTF-8");
    Err(Box::new(Finding::new(&ENCODING, message).at(Source::new(&shown, file).place(line, column, 1))))
}

/// Decodes UTF-16.
fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16, file: &str) -> Result<String, Box<Finding>> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().copied().map(unit)).collect::<Result<String, _>>().ok().filter(|_| odd.is_empty()).ok_or_else(|| {
        let message = text!("tệp là UTF-16 nhưng bị hỏng hoặc bị cắt", "the file is UTF-16, but damaged or cut");
        Box::new(Finding::new(&ENCODING, message).at(Place::file(file)))
    })
}
