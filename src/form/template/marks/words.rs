//! Words of notes and of the list of what is to be cured.

use crate::finding::{Finding, Place, Severity};
use crate::text;
use crate::text::{Lang, Text, Words};

/// Status of a line that waits to be cured.
pub const OPEN: Words = Words { vi: "Chưa khắc phục", en: "To be corrected" };
/// Status of a line that may stay as it is, which the head of the list says of all notes.
pub const MAY_STAY: Words = Words { vi: "–", en: "–" };
/// Status of a line that was cured.
pub const DONE: Words = Words { vi: "Đã khắc phục", en: "Corrected" };
/// Status of a line that the copy set right.
pub const SETTLED: Words = Words { vi: "Cần đối chiếu", en: "Please check" };

/// Gives the words of a severity with a capital letter.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    let words = match severity {
        Severity::Error => Words { vi: "Lỗi", en: "Error" },
        Severity::Warning => Words { vi: "Cảnh báo", en: "Warning" },
        Severity::Note => Words { vi: "Lưu ý", en: "Note" },
    };
    words.get(lang)
}

/// Gives the note of a finding: code, what is wrong, why it matters, how it is cured.
pub fn note(finding: &Finding, lang: Lang) -> String {
    let code = finding.code;
    let (head, id, title) = (severity(finding.severity, lang).to_uppercase(), code.id, code.title.get(lang));
    let (message, help) = (finding.message.get(lang), finding.help.get(lang));
    let why = code.why.get(lang);
    let (of_why, of_cure) = match lang {
        Lang::Vi => ("Vì sao", "Cách sửa"),
        Lang::En => ("Why", "How to fix"),
    };
    format!("{head} {id}: {title}\n{message}\n{of_why}: {why}\n{of_cure}: {help}")
}

/// Says where something stood in the workbook that was sent.
pub fn place(place: &Place) -> Text {
    let part = |vi: &str, en: &str, value: String| Text::new(format!("{vi} {value}"), format!("{en} {value}"));
    let sheet = place.sheet.as_ref().map(|sheet| part("trang", "sheet", format!("“{sheet}”")));
    let cell = place.cell.as_ref().map(|cell| part("ô", "cell", cell.clone()));
    let line = place.line.map(|line| part("dòng", "line", line.to_string()));
    let parts: Vec<Text> = [cell, line, sheet].into_iter().flatten().collect();
    if parts.is_empty() { text!("cả tệp", "the whole file") } else { Text::join(&parts, ", ") }
}

/// Finds the place again that [`place`] has said: a cell and its sheet; `None` where no cell is named.
pub fn placed(words: &str) -> Option<Place> {
    let (cell, sheet) = [("ô ", ", trang “"), ("cell ", ", sheet “")].into_iter().find_map(|(of_cell, of_sheet)| {
        let (cell, sheet) = words.strip_prefix(of_cell)?.split_once(of_sheet)?;
        Some((cell, sheet.strip_suffix('”')?))
    })?;
    Some(Place { sheet: Some(sheet.to_owned()), cell: Some(cell.to_owned()), ..Place::default() })
}
