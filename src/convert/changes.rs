//! What a Word document still shows of changes: told, since the table may not be final.

use crate::finding::convert::TRACKED;
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::fold::{excerpt, is_blank};
use crate::workbook::{Document, address};

/// Most cells that are told one by one.
const MOST: usize = 50;

/// Tells of cells in which something was deleted, struck out, hidden or put in.
pub fn changes(document: &Document, file: &str) -> Vec<Finding> {
    let told = document.changes.iter().take(MOST).map(|change| {
        let cell = address(change.at.0, change.at.1);
        let (dropped, added) = (excerpt(&change.dropped), excerpt(&change.added));
        let message = match (is_blank(&change.dropped), is_blank(&change.added)) {
            (false, false) => text!(
                "bỏ “{dropped}” và đọc “{added}” theo thay đổi còn theo dõi trong văn bản",
                "“{dropped}” is left out and “{added}” is read, by changes that the document still tracks"
            ),
            (false, true) => text!(
                "bỏ “{dropped}” đã xóa, gạch ngang hoặc ẩn trong văn bản",
                "“{dropped}” is left out: it is deleted, struck out or hidden in the document"
            ),
            _ => text!(
                "đọc “{added}” là phần mới thêm, còn theo dõi thay đổi",
                "“{added}” is read: it was put in, and the change is still tracked"
            ),
        };
        Finding::new(&TRACKED, message).at(Place::cell(file, change.sheet.clone(), cell))
    });
    told.collect()
}
