//! Layout `parindex/1`: the sheets, columns and keys that the writer and the reader of a form share.
//!
//! Both sheets that a unit fills in ([`ASSESSMENT`], [`EVIDENCE`]) carry their own map. One hidden row holds the key of
//! every column; in it, the cell above the row keys holds [`KEYS`]. So a reader looks for the cell that says [`KEYS`]:
//! its row names the columns, its column names the rows, wherever people have moved them.
//! Positions are the writer's business; nothing in a form is found by position alone.

use std::fmt;

use crate::figure::{CriterionId, InputId};
use crate::points::{RoundAt, Rounding, RoundingMode};
use crate::text::fold::same_letters;
use crate::text::{Lang, Words};

/// Name of this layout, value of [`META_LAYOUT`]. A change that a reader would stumble over takes the next number.
pub const LAYOUT: &str = "parindex/1";

/// Gives the language that a workbook says it is written in, by [`META_LANG`]; one that says nothing is Vietnamese.
pub fn language(code: Option<&str>) -> Lang {
    if code.is_some_and(|code| code.trim() == Lang::En.code()) { Lang::En } else { Lang::Vi }
}

/// Gives the number of a layout by its name; `None` where the name is no layout's.
pub fn version(layout: &str) -> Option<u32> {
    layout.strip_prefix("parindex/")?.parse().ok()
}

/// Sheet that explains the form; nothing is read from it.
pub const GUIDE: Words = Words { vi: "Hướng dẫn", en: "Instructions" };
/// Sheet of a copy that goes back: what is to be cured; nothing is read from it.
pub const FEEDBACK: Words = Words { vi: "Lỗi cần sửa", en: "To be cured" };
/// Sheet with criteria, figures and claims.
pub const ASSESSMENT: Words = Words { vi: "Tự đánh giá", en: "Self-assessment" };
/// Sheet with the documents named as evidence, one a row.
pub const EVIDENCE: Words = Words { vi: "Tài liệu kiểm chứng", en: "Evidence" };
/// Hidden sheet with the lists behind drop-downs; nothing is read from it.
pub const LISTS: &str = "_danh_muc";
/// Hidden sheet that says what the form is: column A a key, column B its value.
pub const META: &str = "_parindex";

/// Text of the cell where the row of column keys and the column of row keys meet.
pub const KEYS: &str = "parindex:keys";

/// Column of a sheet to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Key in the hidden row.
    pub key: &'static str,
    /// Heading that people see, in the language of the form.
    pub heading: Words,
    /// Width in characters of the house font; 0 for a hidden column.
    pub width: u8,
    /// Number of the first layout that has it: forms of older ones lack it, and nobody deleted it.
    pub since: u32,
}

impl Column {
    /// Tells whether a heading is the column's own, in either language, but for case, blanks and punctuation.
    pub fn is_headed(&self, shown: &str) -> bool {
        same_letters(self.heading.vi, shown) || same_letters(self.heading.en, shown)
    }

    /// Tells whether forms of a layout come with this column; they do where it can't be told.
    pub fn is_in(&self, layout: Option<u32>) -> bool {
        layout.is_none_or(|layout| layout >= self.since)
    }
}

/// Declares the columns of a sheet from left to right: the table, and the position of each by name.
macro_rules! columns {
    (@since) => { 1 };
    (@since $since:literal) => { $since };
    ($(#[$doc:meta])* $table:ident, $(#[$of:meta])* $at:ident { $( $place:ident $key:expr, $width:literal, $vi:literal, $en:literal $(, since $since:literal)?; )* }) => {
        $(#[$doc])*
        pub static $table: &[Column] =
            &[$( Column { key: $key, heading: Words { vi: $vi, en: $en }, width: $width, since: columns!(@since $($since)?) } ),*];

        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum $at {
            $( #[doc = concat!("Column `", stringify!($place), "`: ", $en, ".")] $place ),*
        }

        impl $at {
            /// Finds a column by its key.
            #[allow(dead_code, reason = "not every reader asks for columns by name")]
            pub fn of(key: &str) -> Option<Self> {
                [$( ($key, Self::$place) ),*].into_iter().find(|(of, _)| *of == key).map(|(_, place)| place)
            }

            /// Gives the key.
            #[allow(dead_code, reason = "not every reader asks for keys")]
            pub const fn key(self) -> &'static str {
                match self {
                    $( Self::$place => $key ),*
                }
            }

            /// Gives the position, counted from 0.
            pub const fn col(self) -> u16 {
                self as u16
            }
        }
    };
}

pub(crate) use columns;

columns! {
    /// Columns of [`ASSESSMENT`], from left to right. The last six, hidden, carry the form's own arithmetic.
    ASSESSMENT_COLUMNS,
    /// Where the writer puts the columns of [`ASSESSMENT`].
    AssessmentAt {
        Keys KEYS, 0, "", "row keys";
        Stt "stt", 7, "STT", "No.";
        Content "content", 47, "Lĩnh vực, tiêu chí, số liệu kê khai", "Area, criterion; figures to declare";
        Max "max", 9, "Điểm tối đa", "Maximum";
        How HOW, 69, "Cách tính điểm, tài liệu kiểm chứng (TLKC)", "Rule; evidence asked";
        Input INPUT, 15, "Số liệu kê khai", "Figure declared";
        Measure "measure", 9, "Đơn vị tính", "Unit of measure";
        Computed "computed", 10, "Điểm tính từ số liệu", "Computed from figures";
        Claimed CLAIMED, 9, "Điểm tự đánh giá", "Self-assessed";
        Explanation EXPLANATION, 18, "Giải trình", "Explanation";
        State "state", 30, "Tình trạng", "State";
        Exact "exact", 0, "Điểm tính, chưa làm tròn", "Computed, unrounded";
        Counted "counted", 0, "Điểm tự đánh giá được cộng", "Claim as it is summed";
        Applicable "applicable", 0, "Điểm tối đa áp dụng", "Applicable maximum";
        Filled "filled", 0, "Số ô đã điền", "Cells filled";
        ToFill "to_fill", 0, "Số ô cần điền", "Cells to fill";
        Documents "documents", 0, "Số tài liệu kiểm chứng", "Documents named";
    }
}

columns! {
    /// Columns of [`EVIDENCE`], from left to right.
    EVIDENCE_COLUMNS,
    /// Where the writer puts the columns of [`EVIDENCE`].
    EvidenceAt {
        Keys KEYS, 0, "", "row keys";
        Name "name", 50, "Tên tiêu chí (tự hiện theo mã)", "Criterion's name (fills itself in)";
        Criterion CRITERION, 8, "Mã tiêu chí", "Criterion";
        Number NUMBER, 18, "Số, ký hiệu", "Number and symbol";
        Date DATE, 12, "Ngày ban hành", "Date";
        Issuer ISSUER, 20, "Cơ quan ban hành", "Issuer";
        Title TITLE, 38, "Trích yếu", "Title";
        Section SECTION, 14, "Mục, trang", "Section, page";
        File FILE, 28, "Tệp hoặc đường dẫn", "File or link";
    }
}

/// Key of the column that says how a leaf is scored; on rows of remarks it holds what the unit says.
pub const HOW: &str = "how";
/// Key of the column that holds figures, on rows of inputs.
pub const INPUT: &str = "input";
/// Key of the column that holds the unit's own score, on rows of leaves: points, or
/// [`NOT_APPLICABLE_WORDS`](crate::rule::NOT_APPLICABLE_WORDS) in the language of the form.
pub const CLAIMED: &str = "claimed";
/// Key of the column that holds the unit's explanation, on rows of leaves.
pub const EXPLANATION: &str = "explanation";

/// Key of the column that says which leaf a document backs.
pub const CRITERION: &str = "criterion";
/// Key of the column of a document's number and symbol.
pub const NUMBER: &str = "number";
/// Key of the column of a document's day.
pub const DATE: &str = "date";
/// Key of the column of a document's issuer.
pub const ISSUER: &str = "issuer";
/// Key of the column of a document's title.
pub const TITLE: &str = "title";
/// Key of the column of the section and page that matter.
pub const SECTION: &str = "section";
/// Key of the column of a document's file, or its web address.
pub const FILE: &str = "file";

/// Columns that make a row of [`EVIDENCE`] a document: forms come with [`CRITERION`] filled in, so a row whose other
/// fields are all blank names nothing and is passed over.
pub const DOCUMENT_FIELDS: [&str; 6] = [NUMBER, DATE, ISSUER, TITLE, SECTION, FILE];

/// What a unit says beside its points: key of the row, and what is printed before the cell, which is in the column `how`.
pub const REMARKS: [(RowKey, Words); 2] = [
    (RowKey::Difficulties, Words { vi: "Khó khăn, vướng mắc", en: "Difficulties" }),
    (RowKey::Proposals, Words { vi: "Kiến nghị, đề xuất", en: "Proposals" }),
];

/// What a row is, as its key says.
///
/// Rows of [`EVIDENCE`] need no key (the writer gives [`RowKey::Evidence`]): every row below [`KEYS`] with content counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKey {
    /// Row of column keys.
    Keys,
    /// `group:3`: a criterion with children; nothing to read.
    Group(CriterionId),
    /// `leaf:3.1`: a leaf, or an adjustment; holds the claim and the explanation.
    Leaf(CriterionId),
    /// `input:3.1/dung_han`: holds a figure.
    Input(CriterionId, InputId),
    /// `figure:dung_han`: holds a figure of the set.
    Figure(InputId),
    /// `total`: nothing to read.
    Total,
    /// `index`: nothing to read.
    Index,
    /// `difficulties`: what the unit says of difficulties.
    Difficulties,
    /// `proposals`: what it proposes.
    Proposals,
    /// `evidence`: a document.
    Evidence,
}

impl RowKey {
    /// Reads a key; `None` for what is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        match text {
            KEYS => return Some(Self::Keys),
            "total" => return Some(Self::Total),
            "index" => return Some(Self::Index),
            "difficulties" => return Some(Self::Difficulties),
            "proposals" => return Some(Self::Proposals),
            "evidence" => return Some(Self::Evidence),
            _ => {}
        }
        let (kind, id) = text.split_once(':')?;
        match kind {
            "group" => Some(Self::Group(id.into())),
            "leaf" => Some(Self::Leaf(id.into())),
            "figure" => Some(Self::Figure(id.into())),
            "input" => id.rsplit_once('/').map(|(leaf, input)| Self::Input(leaf.into(), input.into())),
            _ => None,
        }
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keys => f.write_str(KEYS),
            Self::Group(id) => write!(f, "group:{id}"),
            Self::Leaf(id) => write!(f, "leaf:{id}"),
            Self::Input(leaf, input) => write!(f, "input:{leaf}/{input}"),
            Self::Figure(id) => write!(f, "figure:{id}"),
            Self::Total => f.write_str("total"),
            Self::Index => f.write_str("index"),
            Self::Difficulties => f.write_str("difficulties"),
            Self::Proposals => f.write_str("proposals"),
            Self::Evidence => f.write_str("evidence"),
        }
    }
}

/// Key in [`META`]: the layout, [`LAYOUT`].
pub const META_LAYOUT: &str = "layout";
/// Key in [`META`]: language of the form, where it is another one than Vietnamese.
pub const META_LANG: &str = "lang";
/// Key in [`META`]: version of the program that wrote the form.
pub const META_PROGRAM: &str = "program";
/// Key in [`META`]: id of the unit.
pub const META_UNIT: &str = "unit";
/// Key in [`META`]: name of the unit.
pub const META_UNIT_NAME: &str = "unit_name";
/// Key in [`META`]: id of the campaign.
pub const META_CAMPAIGN: &str = "campaign";
/// Key in [`META`]: year that is scored, as text.
pub const META_YEAR: &str = "year";
/// Key in [`META`]: id of the set.
pub const META_SET: &str = "set";
/// Key in [`META`]: version of the set.
pub const META_VERSION: &str = "version";
/// Key in [`META`]: SHA-256 of the set's file.
pub const META_SHA256: &str = "sha256";
/// Key in [`META`]: title of the campaign.
pub const META_TITLE: &str = "title";
/// Key in [`META`]: who runs the campaign.
pub const META_OFFICE: &str = "office";
/// Key in [`META`]: authority above the unit.
pub const META_AUTHORITY: &str = "authority";
/// Key in [`META`]: place of the unit's letters.
pub const META_PLACE: &str = "place";
/// Key in [`META`]: title of who signs for the unit.
pub const META_SIGNATORY: &str = "signatory";
/// Key in [`META`]: name of who signs for the unit.
pub const META_SIGNATORY_NAME: &str = "signatory_name";
/// Key in [`META`]: name of the unit's group.
pub const META_GROUP: &str = "group";
/// Key in [`META`]: what is printed on every sheet.
pub const META_NOTICE: &str = "notice";
/// Key in [`META`]: first day of the period, `2018-01-01`.
pub const META_FROM: &str = "from";
/// Key in [`META`]: last day of the period.
pub const META_TO: &str = "to";
/// Key in [`META`]: last day for sending forms in.
pub const META_DEADLINE: &str = "deadline";
/// Keys in [`META`] that hold a criterion from which the unit is excused begin with this: `excused:3.1`.
pub const META_EXCUSED: &str = "excused:";
/// Keys in [`META`] that hold who appraises a criterion begin with this: `agency:3.1`.
pub const META_AGENCY: &str = "agency:";
/// Key in [`META`]: rounding of points, `print 2 half_up`.
pub const META_ROUNDING: &str = "rounding";
/// Key in [`META`]: SHA-256 of all that the form prints itself, so that a reader knows whether it can tell what was typed over.
pub const META_WORDS: &str = "words";
/// Key in [`META`] of a copy that went back: hash of what it held when it was written.
pub const META_RETURNED: &str = "returned";
/// Key in [`META`] of such a copy: hash of what the form held of which it was made.
pub const META_RETURNED_OF: &str = "returned_of";
/// Key in [`META`]: year of the figures that are shown beside this year's cells.
pub const META_LAST_YEAR: &str = "last_year";
/// Key of the unit that declared what is shown of the year before, where it was another one.
pub const META_LAST_UNIT: &str = "last_unit";
/// Keys in [`META`] that hold a figure of that year begin with this: `last:3.1/dung_han`.
pub const META_LAST: &str = "last:";
/// Keys in [`META`] that hold the set's YAML begin with this, then count from 1: `yaml:1`.
pub const META_YAML: &str = "yaml:";

/// Longest piece of YAML in one cell; Excel's own limit is 32767.
const LONGEST_PIECE: usize = 30_000;

/// Cuts a set's YAML into pieces for the cells `yaml:1`, `yaml:2` …; line ends become `\n`, which is all that XML keeps.
///
/// Pieces may begin or end with blanks: they are joined as they are, with nothing trimmed and nothing between them.
pub fn pieces(yaml: &str) -> Vec<String> {
    let letters: Vec<char> = yaml.replace("\r\n", "\n").chars().collect();
    letters.chunks(LONGEST_PIECE).map(|piece| piece.iter().collect()).collect()
}

/// Writes a rounding for [`META_ROUNDING`]: `print 2 half_up`.
pub fn rounding(rounding: Rounding) -> String {
    let at = match rounding.at {
        RoundAt::Print => "print",
        RoundAt::Leaf => "leaf",
    };
    let mode = match rounding.mode {
        RoundingMode::HalfUp => "half_up",
        RoundingMode::Truncate => "truncate",
    };
    format!("{at} {} {mode}", rounding.decimals)
}

/// Reads what [`rounding`] writes; `None` for anything else.
pub fn parse_rounding(text: &str) -> Option<Rounding> {
    let mut words = text.split(' ');
    let at = match words.next()? {
        "print" => RoundAt::Print,
        "leaf" => RoundAt::Leaf,
        _ => return None,
    };
    let decimals = words.next()?.parse().ok().filter(|decimals| *decimals <= 4)?;
    let mode = match words.next()? {
        "half_up" => RoundingMode::HalfUp,
        "truncate" => RoundingMode::Truncate,
        _ => return None,
    };
    Some(Rounding { at, decimals, mode })
}
