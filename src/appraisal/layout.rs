//! Layout `parindex-appraisal/1`: sheets, columns and keys that the writer and the reader of the council's workbooks share.

use std::fmt;

use crate::figure::{CriterionId, Input, InputId, UnitId};
use crate::form::layout::{Column, KEYS, columns};
use crate::text::{Lang, Words, said};

/// How the title of the council's workbook begins, before the name of the round.
pub const TITLE: Words = Words { vi: "PHIẾU", en: "WORKBOOK:" };
/// How that of an explanation begins.
pub const EXPLANATION_TITLE: Words = Words { vi: "GIẢI TRÌNH KẾT QUẢ", en: "EXPLANATION OF RESULTS:" };
/// Name of this layout. A change that a reader would stumble over takes the next number.
pub const LAYOUT: &str = "parindex-appraisal/1";

/// Sheet that says what to look at first; nothing is read from it.
pub const WORKLIST: Words = Words { vi: "Việc cần làm", en: "Worklist" };
/// Sheet to fill in.
pub const TABLE: Words = Words { vi: "Thẩm định", en: "Appraisal" };
/// Sheet with the documents that units name; nothing is read from it.
pub const DOCUMENTS: Words = Words { vi: "Tài liệu kiểm chứng", en: "Documents" };

columns! {
    /// Columns of [`TABLE`], from left to right. The last four, hidden, carry its own arithmetic, and what
    /// the unit had said.
    TABLE_COLUMNS,
    /// Where the writer puts the columns of [`TABLE`].
    At {
        Keys KEYS, 0, "", "row keys";
        Stt "stt", 7, "Mã tiêu chí", "Item";
        Unit "unit", 23, "Đơn vị", "Unit";
        Content "content", 44, "Tiêu chí, số liệu", "Criterion, figure";
        Max "max", 8, "Điểm tối đa", "Max. points";
        Claimed "claimed", 8, "Tự đánh giá", "Self-assessed";
        Computed "computed", 9, "Tính theo số liệu", "Computed from figures";
        Accepted "accepted", 9, "Được công nhận", "Accepted";
        Before "before", 10, "Thẩm định lần trước", "Earlier round";
        Looked "looked", 46, "Tài liệu và kết quả kiểm tra", "Documents, and what was found";
        Explained "explained", 30, "Giải trình của đơn vị", "The unit's explanation";
        Declared "declared", 13, "Số liệu kê khai", "Figure declared";
        Corrected CORRECTED, 13, "Số liệu thẩm định", "Figure as corrected";
        Points POINTS, 9, "Điểm thẩm định", "Appraised points";
        Applies APPLIES, 8, "Áp dụng", "Applies";
        Reason REASON, 32, "Lý do", "Reason";
        Final FINAL, 6, "Chốt", "Final";
        Result "result", 10, "Điểm sau thẩm định", "Points after this round";
        State "state", 22, "Tình trạng", "State";
        Figure "figure", 0, "Số liệu được tính", "Figure that counts";
        Exact "exact", 0, "Điểm tính, chưa làm tròn", "Computed, unrounded";
        Standing "standing", 0, "Điểm trước lần này", "Points before this round";
        Seen SEEN, 0, "Đơn vị khai khi lập phiếu", "What the unit said when the workbook was made";
    }
}

/// Key of the column of corrected figures, on rows of inputs.
pub const CORRECTED: &str = "corrected";
/// Key of the column of appraised points, on rows of leaves.
pub const POINTS: &str = "points";
/// Key of the column that says what applies, on rows of leaves and of parts.
pub const APPLIES: &str = "applies";
/// Key of the column of reasons, on rows of leaves; it reaches over the rows below them.
pub const REASON: &str = "reason";
/// Key of the hidden column that keeps what the unit had said, on rows of leaves.
pub const SEEN: &str = "seen";
/// Key of the column that marks what counts where appraisers differ.
pub const FINAL: &str = "final";

/// What stands for a claim where units are compared with each other.
pub const NO_CLAIM: Words = Words { vi: "Không tự chấm", en: "No claim" };

/// Gives what the row of a figure shows.
pub fn label_of_input(input: &Input) -> String {
    input.measure.as_ref().map_or_else(|| input.label.clone(), |measure| format!("{} ({measure})", input.label))
}

/// Gives what the row of a part shows: the set's own words, which may say already that it is a part.
pub fn label_of_part(label: &str, lang: Lang) -> String {
    if label.to_lowercase().starts_with("phần ") { label.to_owned() } else { said!(lang, "Phần “{label}”", "Part “{label}”") }
}

/// Gives what the row of a part showed in earlier workbooks.
pub fn former_label_of_part(part: &str, label: &str) -> String {
    format!("Phần {part}: {label}")
}

/// What a row is, as its key says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineKey {
    /// Row of column keys.
    Keys,
    /// `leaf:so-tu-phap/3.1`: points, what applies, reason.
    Leaf(UnitId, CriterionId),
    /// `input:so-tu-phap/3.1/dung_han`: a corrected figure.
    Input(UnitId, CriterionId, InputId),
    /// `part:so-tu-phap/3.1/p2`: whether a part applies.
    Part(UnitId, CriterionId, String),
    /// `appraiser`: who filled it in.
    Appraiser,
}

impl LineKey {
    /// Reads a key; `None` for what is none.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim() {
            KEYS => return Some(Self::Keys),
            "appraiser" => return Some(Self::Appraiser),
            _ => {}
        }
        let (kind, rest) = text.trim().split_once(':')?;
        let (unit, rest) = rest.split_once('/')?;
        let unit = UnitId::new(unit);
        match kind {
            "leaf" => Some(Self::Leaf(unit, rest.into())),
            "input" => rest.rsplit_once('/').map(|(leaf, input)| Self::Input(unit, leaf.into(), input.into())),
            "part" => rest.rsplit_once('/').map(|(leaf, part)| Self::Part(unit, leaf.into(), part.to_owned())),
            _ => None,
        }
    }

    /// Gives unit and leaf of a row that has them.
    pub const fn of(&self) -> Option<(&UnitId, &CriterionId)> {
        match self {
            Self::Leaf(unit, leaf) | Self::Input(unit, leaf, _) | Self::Part(unit, leaf, _) => Some((unit, leaf)),
            Self::Keys | Self::Appraiser => None,
        }
    }
}

impl fmt::Display for LineKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keys => f.write_str(KEYS),
            Self::Leaf(unit, leaf) => write!(f, "leaf:{unit}/{leaf}"),
            Self::Input(unit, leaf, input) => write!(f, "input:{unit}/{leaf}/{input}"),
            Self::Part(unit, leaf, part) => write!(f, "part:{unit}/{leaf}/{part}"),
            Self::Appraiser => f.write_str("appraiser"),
        }
    }
}

/// Gives the heading of a column of [`TABLE`].
pub fn heading(column: At) -> Words {
    TABLE_COLUMNS.get(usize::from(column.col())).map_or(Words { vi: "", en: "" }, |column| column.heading)
}

/// Key of the hidden sheet: round that is appraised, its number.
pub const META_ROUND: &str = "round";
/// Key of the hidden sheet: id of the agency that appraises; without it the workbook is for all.
pub const META_BY: &str = "by";
/// Key of the hidden sheet: name of that agency.
pub const META_BY_NAME: &str = "by_name";
/// Keys of the hidden sheet that hold version and hash of a set begin with this: `set:so-nganh`.
pub const META_SET_OF: &str = "set:";
