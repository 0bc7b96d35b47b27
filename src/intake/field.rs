//! What the heading of a column of documents says: which field of a document stands below it.
//!
//! Such columns stand in lists of evidence, and in a form's table beside the criteria.

use crate::form::layout;
use crate::text::Words;
use crate::text::fold::bare;

/// Most letters of a heading; longer text is a title or a criterion.
pub const LONGEST: usize = 90;

/// What a column of documents is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// STT.
    Order,
    /// Mã tiêu chí, tiêu chí.
    Criterion,
    /// Tên tiêu chí, beside its number.
    CriterionName,
    /// Nội dung: the criterion or the document, as the other columns leave it.
    Content,
    /// Số, ký hiệu.
    Number,
    /// Ngày ban hành.
    Date,
    /// Cơ quan ban hành.
    Issuer,
    /// Trích yếu, tên tài liệu; a whole citation where there is no column of numbers.
    Title,
    /// Mục, trang.
    Section,
    /// Tệp, đường dẫn.
    File,
    /// Nội dung giải trình: what the unit says of the criterion itself.
    Explanation,
    /// Ghi chú.
    Remark,
    /// Loại văn bản: its number says so, too.
    Kind,
    /// Anything else.
    Other,
}

impl Field {
    /// Names what a column is read as; `None` for one that isn't read.
    pub const fn words(self) -> Option<Words> {
        let words = match self {
            Self::Order => Words { vi: "số thứ tự", en: "number" },
            Self::Criterion => Words { vi: "tiêu chí", en: "criterion" },
            Self::CriterionName => Words { vi: "tên tiêu chí", en: "name of the criterion" },
            Self::Number => Words { vi: "số, ký hiệu", en: "number and symbol" },
            Self::Date => Words { vi: "ngày ban hành", en: "date" },
            Self::Issuer => Words { vi: "cơ quan ban hành", en: "issuer" },
            Self::Title => Words { vi: "tên tài liệu, trích yếu", en: "title" },
            Self::Section => Words { vi: "mục, trang", en: "section and page" },
            Self::File => Words { vi: "tệp, đường dẫn", en: "file or link" },
            Self::Explanation => Words { vi: "giải trình", en: "explanation" },
            Self::Remark => Words { vi: "ghi chú (chỉ đọc mục, trang)", en: "remark (section and page only)" },
            Self::Content | Self::Kind | Self::Other => return None,
        };
        Some(words)
    }

    /// Gives the key that the form's own sheet of evidence has for it.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Criterion => Some(layout::CRITERION),
            Self::Number => Some(layout::NUMBER),
            Self::Date => Some(layout::DATE),
            Self::Issuer => Some(layout::ISSUER),
            Self::Title => Some(layout::TITLE),
            Self::Section => Some(layout::SECTION),
            Self::File => Some(layout::FILE),
            Self::Order | Self::CriterionName | Self::Content | Self::Explanation | Self::Remark | Self::Kind | Self::Other => None,
        }
    }
}

impl Field {
    /// Tells whether a document is named by it.
    pub(super) const fn names(self) -> bool {
        matches!(self, Self::Number | Self::Title | Self::File)
    }
}

/// Words by which a heading beside criteria speaks of a document, whatever stands above it, bare.
const OF_A_DOCUMENT: [&str; 14] = [
    "ky hieu",
    "so hieu van ban",
    "so van ban",
    "so vb",
    "ban hanh",
    "ngay van ban",
    "ngay vb",
    "ngay ky",
    "trich yeu",
    "trang",
    "tep",
    "file",
    "duong dan",
    "dinh kem",
];

/// Tells which field of a document a heading beside criteria names: below a heading of evidence by any words that a list of
/// evidence would use, elsewhere only by words that are said of nothing but documents.
pub(super) fn beside_criteria(words: &str, below_evidence: bool) -> Option<Field> {
    let found = match field(words)? {
        Field::Content if below_evidence => Field::Title,
        found => found,
    };
    let of_document = matches!(found, Field::Number | Field::Date | Field::Issuer | Field::Title | Field::Section | Field::File);
    let plain = bare(words);
    let said = below_evidence || OF_A_DOCUMENT.iter().any(|word| plain.contains(word));
    (of_document && said).then_some(found)
}

/// Tells what a heading says its column is for; `None` for words that are no heading of a list.
pub(super) fn field(words: &str) -> Option<Field> {
    let plain = bare(words);
    let plain = plain.trim_matches([':', '.', '*', ' ']);
    if plain.is_empty() || plain.chars().count() > LONGEST || plain.contains(['=', '<', '>']) {
        return None;
    }
    let is = |list: &[&str]| list.contains(&plain);
    let has = |list: &[&str]| list.iter().any(|word| plain.contains(word));
    let criterion = has(&["tieu chi", "chi tieu", "linh vuc"]);
    if is(&["stt", "tt", "so tt", "so thu tu"]) {
        return Some(Field::Order);
    }
    if has(&["giai trinh", "thuyet minh"]) && !has(&["yeu cau", "can giai trinh", "tai lieu", "minh chung", "kiem chung"]) {
        return Some(Field::Explanation);
    }
    if has(&["so, ky hieu", "so ky hieu", "so/ky hieu", "so va ky hieu", "ky hieu", "so hieu", "so van ban", "so vb"]) || is(&["so"]) {
        return Some(Field::Number);
    }
    if has(&[
        "ngay ban hanh",
        "ngay, thang",
        "ngay thang",
        "ngay/thang",
        "ngay ky",
        "ngay van ban",
        "ngay vb",
        "ngay bh",
        "thoi gian ban hanh",
    ]) || is(&["ngay"])
    {
        return Some(Field::Date);
    }
    if has(&["co quan", "noi ban hanh", "don vi ban hanh", "cq ban hanh"]) {
        return Some(Field::Issuer);
    }
    if has(&["muc, trang", "trang, muc", "so trang", "trang so", "vi tri", "muc/trang"]) || is(&["muc", "trang"]) {
        return Some(Field::Section);
    }
    if has(&["tep", "file", "duong dan", "lien ket", "dinh kem", "link", "dia chi web"]) {
        return Some(Field::File);
    }
    if criterion && (plain.starts_with("ten ") || plain.starts_with("noi dung")) {
        return Some(Field::CriterionName);
    }
    if has(&["loai van ban", "the loai"]) {
        return Some(Field::Kind);
    }
    // What a province asks for is no document of the unit's.
    if has(&["yeu cau"]) {
        return Some(Field::Other);
    }
    if has(&["trich yeu", "tai lieu", "van ban", "minh chung", "tlkc", "ho so kiem chung"]) {
        return Some(Field::Title);
    }
    if criterion || is(&["ma", "ma so", "ma tc", "tc"]) {
        return Some(Field::Criterion);
    }
    if has(&["noi dung"]) || is(&["ten"]) {
        return Some(Field::Content);
    }
    has(&["ghi chu"]).then_some(Field::Remark)
}
