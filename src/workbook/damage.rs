//! What is wrong with a damaged workbook, in plain words: its readers speak of their own work, and in English.

use crate::text;
use crate::text::{Text, Words};

/// What readers say of damaged files, and what that means; the first that fits.
const CAUSES: [(&[&str], Words); 8] = [
    (
        &["EOCD", "end of file", "unexpected eof", "Unexpected end", "UnexpectedEof", "failed to fill whole buffer"],
        Words {
            vi: "phần cuối tệp bị thiếu, thường do sao chép hoặc tải về dở dang",
            en: "its end is missing, usually because a copy or download broke off",
        },
    ),
    (
        &["checksum", "deflate", "inflate", "corrupt"],
        Words { vi: "nội dung nén bên trong không còn nguyên vẹn", en: "what is packed in it is no longer whole" },
    ),
    (
        &["not found", "no worksheet", "content.xml", "Workbook", "BoundSheet"],
        Words { vi: "thiếu bảng tính bên trong", en: "the sheets inside of it are missing" },
    ),
    (&["UTF-8", "ncoding"], Words { vi: "chữ bên trong không đúng bảng mã", en: "its text is not in the encoding that it names" }),
    (
        &["xml", "Xml", "XML", "tag", "entity", "attribute", "escape"],
        Words { vi: "nội dung bên trong viết sai quy cách", en: "what is written in it breaks the format" },
    ),
    (&["Zip", "zip", "archive"], Words { vi: "tệp nén bên trong không hợp lệ", en: "its packing is not valid" }),
    (&["OLE", "CFB", "sector", "SST"], Words { vi: "cấu trúc tệp Excel cũ bị sai", en: "the structure of an old Excel file is broken" }),
    (&["panic"], Words { vi: "nội dung làm bộ đọc dừng đột ngột", en: "its content stopped the reader" }),
];

/// Says what is wrong with a damaged file: the cause where the reader's words tell it, else those words themselves.
pub fn said(file: &str, said: &str) -> Text {
    let known = CAUSES.iter().find(|(signs, _)| signs.iter().any(|sign| said.contains(sign))).map(|(_, words)| *words);
    match known {
        Some(Words { vi, en }) => text!(
            "Tệp “{file}” bị hỏng hoặc bị cắt cụt, không mở được: {vi}.",
            "“{file}” is damaged or cut off and can't be opened: {en} (“{said}”)."
        ),
        None => text!(
            "Tệp “{file}” bị hỏng hoặc bị cắt cụt, không mở được (bộ đọc báo: “{said}”).",
            "“{file}” is damaged or cut off and can't be opened (the reader said: “{said}”)."
        ),
    }
}
