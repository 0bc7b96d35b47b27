//! Layout `parindex-explanation/1`: sheets, columns and keys that writer and reader share. Documents stand on a sheet with
//! the columns of the units' form.

use crate::form::layout::{Column, KEYS, columns};
use crate::text::Words;

/// Name of this layout. A change that a reader would stumble over takes the next number.
pub const LAYOUT: &str = "parindex-explanation/1";

/// Sheet with the leaves that were changed.
pub const TABLE: Words = Words { vi: "Giải trình", en: "Explanation" };
/// Sheet for further documents.
pub const DOCUMENTS: Words = Words { vi: "Tài liệu bổ sung", en: "Further documents" };

columns! {
    /// Columns of [`TABLE`], from left to right.
    TABLE_COLUMNS,
    /// Where the writer puts the columns of [`TABLE`].
    At {
        Keys KEYS, 0, "", "row keys";
        Stt "stt", 7, "Mã tiêu chí", "Item";
        Content "content", 40, "Tiêu chí, số liệu", "Criterion, figure";
        Max "max", 8, "Điểm tối đa", "Max. points";
        Claimed "claimed", 8, "Tự đánh giá", "Self-assessed";
        Came "came", 9, "Điểm thẩm định", "Appraised";
        Why "why", 52, "Lý do của thẩm định", "The council's reason";
        Declared "declared", 13, "Số liệu kê khai", "Figure declared";
        Found "found", 13, "Số liệu thẩm định", "Figure as corrected";
        Proposed PROPOSED, 13, "Số liệu đề nghị", "Figure as the unit holds it to be";
        Explanation EXPLANATION, 56, "Giải trình của đơn vị", "The unit's explanation";
        State "state", 16, "Tình trạng", "State";
    }
}

/// Key of the column of figures as the unit holds them to be, on rows of inputs.
pub const PROPOSED: &str = "proposed";
/// Key of the column of explanations, on rows of leaves.
pub const EXPLANATION: &str = "explained";

/// Row of the hidden keys of [`TABLE`], counted from 0.
pub const KEYS_ROW: u32 = 6;
/// Row of its headings.
pub const HEADING_ROW: u32 = 7;
