//! What the column of states says, in the language of the form: formulas, colours and counts look for the same words.

use crate::text::{Lang, Words};

/// How the states begin of rows in which something can't be right.
pub const WRONG: Words = Words { vi: "Sai", en: "Wrong" };
/// How the states begin of criteria without a document that they need.
pub const LACKING: Words = Words { vi: "Thiếu", en: "Lacking" };
/// How those begin of inputs that wait.
pub const OPEN: Words = Words { vi: "Cần", en: "To fill" };
/// How those begin of leaves that wait for cells.
pub const LEFT: Words = Words { vi: "Còn", en: "Cells left" };
/// How those begin that wait for other rows.
pub const WAITING_FOR: Words = Words { vi: "Chờ", en: "Waits" };
/// How those begin that somebody should look at.
pub const LOOK: Words = Words { vi: "Xem lại", en: "Look again" };

/// An input waits.
pub const TO_FILL: Words = Words { vi: "Cần điền", en: "To fill in" };
/// A leaf waits for so many cells: what stands before and behind the count.
pub const CELLS_LEFT: [Words; 2] = [Words { vi: "Còn ", en: "Cells left to fill in: " }, Words { vi: " ô cần điền", en: "" }];
/// How many cells of a row are filled in, said behind the count.
pub const CELLS_FILLED: Words = Words { vi: " ô đã điền", en: " cells filled in" };
/// A figure that is asked once is not there yet.
pub const SHARED_WAITS: Words = Words { vi: "Chờ số liệu dùng chung", en: "Waits for shared figures" };
/// What a condition looks at is not filled in.
pub const CONDITION_WAITS: Words =
    Words { vi: "Chờ tiêu chí, số liệu của điều kiện", en: "Waits for what its condition looks at" };
/// A condition of the set does not hold.
pub const CONDITION_FAILS: Words = Words { vi: "Không đạt điều kiện: 0 điểm", en: "Its condition does not hold: 0 points" };
/// It does not hold only by what the unit claims.
pub const CONDITION_FAILS_BY_CLAIMS: Words = Words {
    vi: "Chưa đạt điều kiện theo điểm tự chấm: 0 điểm",
    en: "By the claims its condition does not hold: 0 points",
};

/// The leaf is filled in.
pub const FILLED: Words = Words { vi: "Đã điền", en: "Filled in" };
/// The leaf has enough documents.
pub const ENOUGH: Words = Words { vi: "Đủ", en: "Complete" };
/// The same, before they are counted.
pub const ENOUGH_OF: Words = Words { vi: "Đủ: ", en: "Complete, " };
/// The leaf is explained.
pub const EXPLAINED: Words = Words { vi: "Có giải trình", en: "Explained" };
/// A leaf that needs documents has too few.
pub const LACKS_DOCUMENTS: Words = Words { vi: "Thiếu tài liệu", en: "Lacking documents" };
/// A leaf that may have documents has too few.
pub const NAMES_NO_DOCUMENT: Words = Words { vi: "Chưa nêu tài liệu", en: "Documents not named" };
/// How many documents there are, where that stands behind a state: what is said before and behind the count.
pub const DOCUMENTS: [Words; 2] = [Words { vi: "", en: "documents: " }, Words { vi: " tài liệu", en: "" }];

/// A figure that is asked once is wrong.
pub const WRONG_SHARED: Words = Words { vi: "Sai: số liệu dùng chung", en: "Wrong: a shared figure" };
/// A figure of the leaf is wrong.
pub const WRONG_FIGURE: Words = Words { vi: "Sai: số liệu kê khai", en: "Wrong: a figure declared" };
/// A figure is no number.
pub const NO_NUMBER: Words = Words { vi: "Sai: không phải là số", en: "Wrong: not a number" };
/// A figure is below 0.
pub const NEGATIVE: Words = Words { vi: "Sai: số âm", en: "Wrong: below 0" };
/// A count is not whole.
pub const NOT_WHOLE: Words = Words { vi: "Sai: phải là số nguyên", en: "Wrong: not a whole number" };
/// A percentage is over 100.
pub const OVER_100: Words = Words { vi: "Sai: trên 100%", en: "Wrong: over 100%" };
/// A figure is no day.
pub const NO_DAY: Words = Words { vi: "Sai: không phải là ngày", en: "Wrong: not a date" };
/// An answer is neither yes nor no.
pub const NOT_YES_NO: Words = Words { vi: "Sai: chọn Có hoặc Không", en: "Wrong: pick Yes or No" };
/// An answer is none of the levels.
pub const NOT_A_CHOICE: Words = Words { vi: "Sai: chọn trong danh sách", en: "Wrong: pick from the list" };
/// A claim is more than is computed.
pub const ABOVE_COMPUTED: Words = Words { vi: "Sai: cao hơn điểm tính", en: "Wrong: above what is computed" };
/// The claim of a penalty is less than is computed.
pub const BELOW_COMPUTED: Words = Words { vi: "Sai: thấp hơn điểm tính", en: "Wrong: below what is computed" };
/// A claim is more than what still applies.
pub const ABOVE_APPLICABLE: Words =
    Words { vi: "Sai: điểm cao hơn phần còn áp dụng", en: "Wrong: points above what still applies" };
/// A claim is outside of 0 and the maximum, which follows.
pub const OUTSIDE: Words = Words { vi: "Sai: điểm ngoài khoảng 0–", en: "Wrong: points outside 0–" };
/// A claim is no number.
pub const CLAIM_NO_NUMBER: Words = Words { vi: "Sai: điểm không phải là số", en: "Wrong: points are not a number" };
/// A leaf is claimed that nobody claims.
pub const NOT_CLAIMED: Words = Words { vi: "Sai: tiêu chí này không tự chấm điểm", en: "Wrong: no points are claimed here" };
/// How the states begin that speak of the claim.
pub const OF_CLAIM: [Words; 3] = [
    Words { vi: "Sai: điểm", en: "Wrong: points" },
    Words { vi: "Sai: cao", en: "Wrong: above" },
    Words { vi: "Sai: thấp", en: "Wrong: below what" },
];

/// How the states begin of leaves in which nothing is wrong and nothing waits.
pub const SETTLED: [Words; 5] = [FILLED, ENOUGH, EXPLAINED, LACKS_DOCUMENTS, NAMES_NO_DOCUMENT];

/// Points wait for the figures of other units.
pub const WAITS: Words = Words { vi: "Tính khi có số liệu cả khối", en: "Known with the whole group" };
/// The same in forms that were sent out earlier.
pub const WAITED: &str = "Tính khi có số liệu cả nhóm";
/// Points that the council gives.
pub const BY_COUNCIL: Words = Words { vi: "Hội đồng thẩm định chấm", en: "Scored by the council" };
/// Points that come from a survey.
pub const BY_SURVEY: Words = Words { vi: "Điều tra xã hội học", en: "Scored by survey" };
/// Points that are what the unit claims.
pub const AS_CLAIMED: Words = Words { vi: "Theo điểm tự đánh giá", en: "As claimed" };
/// Points that no unit claims.
pub const NO_CLAIM: Words = Words { vi: "Không tự chấm", en: "Not claimed" };

/// Mark beside a sum that is another than that of the figures printed above it.
pub const UNEQUAL: &str = "(≈)";
/// What the mark means.
pub const ROUNDED: Words = Words {
    vi: "(≈): tổng được cộng từ điểm chưa làm tròn nên khác các điểm in ra cộng lại.",
    en: "(≈): added up from points before rounding, so that it is not the sum of the points as printed.",
};

/// Says a count with what stands before and behind it.
pub fn counted(words: [Words; 2], count: &str, lang: Lang) -> String {
    let [before, behind] = words.map(|words| words.get(lang));
    format!("{before}{count}{behind}")
}
