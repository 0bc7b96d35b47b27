//! Why a file is not opened, and what is said then.

use super::damage;
use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::Text;

/// Largest file that is read, in bytes. Callers compare the size on disk with it before they load a file.
pub const LARGEST_FILE: u64 = 20 << 20;

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
    /// Holds two parts of this name with different content.
    Twice(String),
    /// Workbook of a kind that is not read: `.xlsb`.
    OtherFormat(&'static str),
    /// Workbook whose main part is not where Excel puts it.
    Unusual,
    /// Sheet with more cells than any form.
    SheetTooLarge(String, Text),
}

impl Refusal {
    /// Says that the file is a Word document.
    pub fn document() -> Self {
        Self::Other(Some(Text::new("văn bản Word", "a Word document")))
    }

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
                    "Tệp “{file}” thực ra là trang web (HTML), không phải tệp Excel.",
                    "“{file}” is really a web page (HTML), not a workbook."
                ),
            ),
            Self::PlainText => Finding::new(
                &code::PLAIN_TEXT,
                text!(
                    "Tệp “{file}” thực ra là văn bản thuần (như CSV), không phải tệp Excel.",
                    "“{file}” is really plain text (such as CSV), not a workbook."
                ),
            ),
            Self::Other(None) => {
                Finding::new(&code::NOT_A_WORKBOOK, text!("Tệp “{file}” không phải tệp Excel.", "“{file}” is not a workbook."))
            }
            Self::Other(Some(what)) => {
                let (vi, en) = (&what.vi, &what.en);
                Finding::new(
                    &code::NOT_A_WORKBOOK,
                    text!("Tệp “{file}” là {vi}, không phải tệp Excel.", "“{file}” is {en}, not a workbook."),
                )
            }
            Self::Damaged(said) => Finding::new(&code::DAMAGED, damage::said(file, said)),
            Self::Twice(part) => Finding::new(
                &code::DAMAGED,
                text!(
                    "Tệp “{file}” có hai phần cùng tên “{part}” với nội dung khác nhau, không rõ phần nào là của đơn vị.",
                    "“{file}” has two parts of the name “{part}” with different content, and nothing tells which of them is the unit's."
                ),
            ),
            Self::OtherFormat(kind) => Finding::new(
                &code::OTHER_FORMAT,
                text!("Tệp “{file}” ở định dạng {kind}, không đọc được.", "“{file}” is in the {kind} format, which can't be read."),
            ),
            Self::Unusual => Finding::new(
                &code::UNUSUAL_BOOK,
                text!(
                    "Tệp “{file}” là tệp Excel được ghi theo cách lạ: phần chính không nằm ở chỗ Excel thường ghi. Mở bằng Excel rồi lưu lại.",
                    "“{file}” is a workbook written in an unusual way: its main part is not where Excel puts it. Open it in Excel and save it again."
                ),
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
