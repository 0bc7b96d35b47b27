//! Words that may be passed over as a description, because none of them can change a score.

use super::words::{Kind, Phrase};
use crate::points::Points;

/// Words of scoring.
const OPERATIVE: [&str; 22] = [
    "làm tròn",
    "lấy tròn",
    "hệ số",
    "quy đổi",
    "trung bình cộng",
    "bình quân gia quyền",
    "hạ",
    "trừ",
    "mỗi",
    "điểm",
    "tối đa",
    "tối thiểu",
    "công thức",
    "nội suy",
    "nhân với",
    "chia cho",
    "giảm trừ",
    "bị phạt",
    "cộng thêm",
    "được cộng",
    "theo tỷ lệ",
    "theo tỉ lệ",
];

/// Words that take a score away where nothing else says what is given.
const REFUSING: [&str; 6] = ["không tính", "không chấm", "không xét", "không đánh giá", "không công nhận", "không áp dụng"];

/// Words that say how figures become points, or that points change, where they stand alone.
const CHANGING: [&str; 16] = [
    "trung bình",
    "bình quân",
    "gấp",
    "nhân đôi",
    "nhân ba",
    "nhân hai",
    "một nửa",
    "nửa",
    "được tính",
    "chỉ tính",
    "tính bằng",
    "tính như",
    "tính trung bình",
    "lấy",
    "quy ra",
    "bằng mức",
];

/// Words behind “tiêu chí”, “mục” that name another than the one at hand.
const OTHERS: [&str; 12] =
    ["khác", "trên", "còn lại", "liên quan", "thành phần khác", "lớn", "cha", "cấp trên", "nêu trên", "trước", "sau", "tương ứng"];

/// Tells whether a phrase names another criterion, a whole area, or the sum of points: “cả tiêu chí 2”, “mục 1.3”, “vào tổng điểm”.
pub fn speaks_of_others(phrase: Phrase<'_>) -> bool {
    let whole = ["cả tiêu chí", "toàn bộ tiêu chí", "toàn tiêu chí", "cả mục", "toàn bộ mục", "cả lĩnh vực", "toàn bộ lĩnh vực", "cả nhóm"];
    let sums = ["tổng điểm", "tổng số điểm", "điểm tổng", "điểm chung", "tổng kết quả", "điểm toàn bộ", "các tiêu chí", "vào lĩnh vực"];
    let named = |at: usize| {
        let width = phrase.says_any(at, &["tiêu chí thành phần", "tiêu chí", "mục", "lĩnh vực", "nội dung số", "phần", "tiểu mục"]);
        let end = at + width;
        let numeral = || phrase.word(end).is_some_and(|word| word.chars().all(|c| matches!(c, 'i' | 'v' | 'x')));
        let percent = phrase.sign(end + 1) == Some('%');
        let thing = phrase.is(end.wrapping_sub(1), "chí") || phrase.is(end.wrapping_sub(1), "mục");
        // A column of a website, a list and an item of work are none.
        let within = at > 0 && phrase.is(at, "mục") && ["chuyên", "danh", "hạng", "đề", "thư"].iter().any(|word| phrase.is(at - 1, word));
        width > 0 && !within && ((phrase.number(end).is_some() && !percent) || numeral() || (thing && phrase.says_any(end, &OTHERS) > 0))
    };
    // “Tổng điểm đánh giá đạt từ 90 điểm trở lên” is how much some other sum came to.
    let of_all = ["các tiêu chí", "toàn bộ tiêu chí", "lĩnh vực", "tiêu chí trên", "của bộ chỉ số", "điểm thưởng", "điểm trừ"];
    let bounded = phrase.says_any(0, &["tổng số điểm", "tổng điểm"]) > 0
        && !phrase.has(&of_all)
        && (1..phrase.len()).any(|at| phrase.is(at, "điểm") && phrase.number(at - 1).is_some());
    phrase.has(&whole) || phrase.has(&sums) && !bounded || (0..phrase.len()).any(named)
}

/// Words that hold a word of scoring and say nothing of it.
const HARMLESS: [&str; 41] = [
    "chấm điểm hằng tháng",
    "chấm điểm hàng tháng",
    "chấm điểm hằng quý",
    "chấm điểm hàng quý",
    "tự chấm điểm",
    "hồ sơ chấm điểm",
    "bảng chấm điểm",
    "điểm tự chấm",
    "điểm tự đánh giá",
    "điểm thẩm định",
    "điểm hội đồng chấm",
    "điểm được thẩm định",
    "hạ bậc lương",
    "dứt điểm",
    "kiểm điểm",
    "khuyết điểm",
    "ưu điểm",
    "nhược điểm",
    "điểm nóng",
    "điểm giao dịch",
    "điểm phục vụ",
    "thời điểm",
    "địa điểm",
    "trọng điểm",
    "làm điểm",
    "chỉ đạo điểm",
    "xây dựng điểm",
    "mô hình điểm",
    "đơn vị điểm",
    "xã điểm",
    "quan điểm",
    "đặc điểm",
    "thí điểm",
    "cao điểm",
    "điểm tiếp nhận",
    "điểm cầu",
    "điểm bưu điện",
    "trừ trường hợp bất khả kháng",
    "loại trừ",
    "mỗi năm",
    "mỗi quý",
];

/// Words that a number may follow without being a figure.
const COUNTED: [&str; 21] = [
    "năm", "quý", "tháng", "ngày", "điều", "khoản", "mục", "số", "loại", "cấp", "hạng", "nhóm", "độ", "phụ", "lục", "kỳ", "đợt", "giai",
    "đoạn", "iso", "biểu",
];

/// Words that a number may stand before without being a figure.
const TIMES: [&str; 4] = ["tháng", "năm", "quý", "tuần"];

/// Tells whether a phrase only describes: no figures, no arithmetic, no word of scoring.
pub fn describes(phrase: Phrase<'_>) -> bool {
    says_no_scoring(phrase) && !phrase.has(&REFUSING) && (0..phrase.len()).all(|at| phrase.number(at).is_none() || is_named(phrase, at))
}

/// Tells whether a phrase may name a figure: as one that describes, but with any number.
pub fn names(phrase: Phrase<'_>) -> bool {
    says_no_scoring(phrase) && !phrase.has(&REFUSING) && !changes(phrase) && !speaks_of_others(phrase)
}

/// Tells whether a phrase says how figures become points, or that points change.
pub fn changes(phrase: Phrase<'_>) -> bool {
    phrase.has(&CHANGING)
}

/// Words that begin a condition or an exception.
const CONDITIONS: [&str; 14] = [
    "nếu",
    "trường hợp",
    "riêng",
    "ngoài ra",
    "tuy nhiên",
    "nhưng",
    "chỉ",
    "không",
    "chưa",
    "đối với",
    "khi",
    "trừ",
    "ngược lại",
    "ưu tiên",
];

/// Tells whether a phrase may be passed over: it describes, and is no condition or exception.
pub fn remarks(phrase: Phrase<'_>) -> bool {
    let clear = phrase.trimmed().without_front(&["lưu ý", "ghi chú", ":", "-", "("]);
    describes(phrase) && clear.says_any(0, &CONDITIONS) == 0 && !changes(phrase) && !speaks_of_others(phrase)
}

/// Tells whether a phrase may stand as the words of a level or a condition: as one that describes, but with any number.
pub fn labels(phrase: Phrase<'_>) -> bool {
    says_no_scoring(phrase) && !phrase.is_empty()
}

/// Tells whether a phrase has neither arithmetic nor a word of scoring.
fn says_no_scoring(phrase: Phrase<'_>) -> bool {
    let mut at = 0;
    while at < phrase.len() {
        let harmless = phrase.says_any(at, &HARMLESS).max(how_often(phrase, at));
        if harmless > 0 {
            at += harmless;
            continue;
        }
        if phrase.says_any(at, &OPERATIVE) > 0 || is_arithmetic(phrase, at) {
            return false;
        }
        at += 1;
    }
    true
}

/// Tells how many words say how often something is done, behind or before how much of it: “02 tin, bài mỗi tháng”, “họp mỗi tuần một lần”.
fn how_often(phrase: Phrase<'_>, at: usize) -> usize {
    let width = phrase.says_any(at, &["mỗi tháng", "mỗi tuần", "mỗi ngày"]);
    let behind = phrase.from(at + width);
    let counted = (0..at).any(|at| phrase.number(at).is_some());
    let times = behind.number(0).is_some() || behind.says_any(0, &["một", "ít nhất", "tối thiểu"]) > 0;
    if at > 0 && (counted && behind.is_empty() || times) { width } else { 0 }
}

/// Tells whether a token is a sign of arithmetic or of comparing.
fn is_arithmetic(phrase: Phrase<'_>, at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| phrase.word(at)).is_none_or(|word| word.chars().count() == 1);
    match phrase.tokens.get(at).map(|token| &token.kind) {
        Some(Kind::Sign('×' | '=' | '<' | '>' | '≥' | '≤' | '%' | '→' | '?' | '≈')) => true,
        Some(Kind::Sign(':')) => phrase.number(at + 1).is_some(),
        // “Quý I/2026” divides nothing.
        Some(Kind::Sign('/')) => letter(at.checked_sub(1)) && letter(Some(at + 1)) && !(at > 1 && phrase.is(at - 2, "quý")),
        Some(Kind::Sign('+')) => at > 0,
        // "Tỷ lệ x 2".
        Some(Kind::Word(word)) if word == "x" => phrase.number(at + 1).is_some() || (at > 0 && phrase.number(at - 1).is_some()),
        _ => false,
    }
}

/// Tells whether a number only names something: `năm 2025`, `6 tháng`, `mức độ 4`.
fn is_named(phrase: Phrase<'_>, at: usize) -> bool {
    if !phrase.number(at).is_some_and(Points::is_whole) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|at| phrase.word(at)).is_some_and(|word| COUNTED.contains(&word));
    let after = phrase.word(at + 1).is_some_and(|word| TIMES.contains(&word));
    before || after
}

/// Indices that are made known in points, mostly of 100.
const INDICES: [&str; 8] = ["chỉ số", "dti", "papi", "pci", "ddci", "sipas", "par index", "chuyển đổi số"];

/// Tells whether words name the points of an index that is made known: “điểm DTI của đơn vị do Sở … công bố”.
pub fn names_an_index(phrase: Phrase<'_>) -> bool {
    // “Điểm đạt được theo Bộ chỉ số 766” names it, too.
    let of = ["đạt được", "đánh giá", "tổng hợp", "kết quả", "của", "theo", "tại", "bộ"];
    let named = |at: usize| phrase.is(at, "điểm") && phrase.from(at + 1).without_front(&of).says_any(0, &INDICES) > 0;
    let Some(at) = (0..phrase.len()).find(|at| named(*at)) else {
        return phrase.has(&INDICES) && describes(phrase);
    };
    let behind = phrase.from(at + 1);
    describes(phrase.part(0, at)) && describes(behind)
}

/// Tells whether words name an index that is made known.
pub fn is_index(words: &str) -> bool {
    names_an_index(super::words::Line::new(words).phrase())
}

/// Words that add nothing to what is measured.
const FILLERS: [&str; 45] = [
    "/",
    "bằng",
    "này",
    "đạt",
    "có",
    "thực",
    "hiện",
    "hoàn",
    "thành",
    "tỷ",
    "tỉ",
    "lệ",
    "mức",
    "được",
    "thì",
    "nếu",
    "trường",
    "hợp",
    "trong",
    "số",
    "tổng",
    "từ",
    "đến",
    "và",
    "là",
    "của",
    "khi",
    "với",
    "đối",
    "các",
    "những",
    "phần",
    "trăm",
    "kết",
    "quả",
    "đã",
    "đúng",
    "hạn",
    "b",
    "a",
    "giải",
    "quyết",
    "trước",
    "đều",
    "x",
];

/// Gives the words of a description that tell what is measured.
pub fn telling(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect()
}

/// Tells whether words turn what is measured into its opposite.
pub fn turns(words: &[String]) -> bool {
    let joined = format!(" {} ", words.join(" "));
    let against = [" không ", " chưa ", " quá hạn ", " trễ ", " chậm ", " muộn ", " sai ", " thiếu ", " vi phạm ", " khong ", " chua "];
    against.iter().any(|word| joined.contains(word))
}
