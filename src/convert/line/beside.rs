//! What stands beside a rule: whether it only points at something, or limits what is given.

use super::describe::{describes, labels, turns};
use super::words::{Kind, Line, Phrase};

/// Papers that a day may be of.
const PAPERS: [&str; 12] = [
    "số",
    "quyết định",
    "công văn",
    "văn bản",
    "kế hoạch số",
    "nghị định",
    "thông tư",
    "nghị quyết",
    "chỉ thị",
    "hướng dẫn",
    "luật",
    "báo cáo số",
];

/// Tells whether a description may bind a rule beside which it stands: it says what must be so, what counts, or a day that is not
/// the day of a paper.
pub fn binds(phrase: Phrase<'_>) -> bool {
    let dated = |at: usize| {
        let day = matches!(phrase.tokens.get(at).map(|token| &token.kind), Some(Kind::Day(_)));
        day && !(0..at).any(|from| phrase.says_any(from, &PAPERS) > 0)
    };
    let said =
        ["phải", "bắt buộc", "điều kiện", "chỉ tính", "chỉ xét", "chỉ chấm", "mẫu số", "tử số", "trước ngày", "chậm nhất", "tính đến"];
    phrase.has(&said) || (0..phrase.len()).any(dated)
}

/// Words that limit what is said, or when it holds.
const LIMITING: [&str; 36] = [
    "phải",
    "bắt buộc",
    "cần",
    "điều kiện",
    "chỉ",
    "trừ",
    "ngoại trừ",
    "loại trừ",
    "không kể",
    "miễn",
    "không",
    "chưa",
    "nếu",
    "trường hợp",
    "khi",
    "sau khi",
    "đối với",
    "ít nhất",
    "tối thiểu",
    "trước",
    "chậm nhất",
    "hết",
    "mới",
    "coi",
    "xem như",
    "coi như",
    "bỏ qua",
    "thay",
    "ưu tiên",
    "yêu cầu",
    "đảm bảo",
    "bảo đảm",
    "đủ",
    "đầy đủ",
    "giữ nguyên",
    "chuyển",
];

/// Words that begin what says which documents to attach, or where to look.
const POINTING: [&str; 40] = [
    "tài liệu",
    "tlkc",
    "minh chứng",
    "kiểm chứng",
    "hồ sơ kiểm chứng",
    "hồ sơ minh chứng",
    "văn bản kiểm chứng",
    "văn bản minh chứng",
    "gửi kèm",
    "đính kèm",
    "kèm theo",
    "kèm",
    "ghi rõ",
    "nêu rõ",
    "số liệu",
    "nguồn",
    "căn cứ",
    "xem",
    "tham khảo",
    "chi tiết",
    "thực hiện theo",
    "đánh giá theo",
    "chấm theo",
    "chấm điểm theo",
    "theo quy định",
    "theo quyết định",
    "theo công văn",
    "theo hướng dẫn",
    "theo kế hoạch",
    "theo kết quả",
    "theo báo cáo",
    "theo thông báo",
    "theo văn bản",
    "theo nghị",
    "theo thông tư",
    "theo luật",
    "theo số liệu",
    "theo hệ thống",
    "theo phụ lục",
    "theo biểu",
];

/// Tells whether words say only which documents to attach or where to look: they change no points.
pub fn only_points_at(words: &str) -> bool {
    let line = Line::new(words);
    let clear = line.phrase().trimmed().without_front(&["(", "-", "+", "lưu ý", "ghi chú", ":"]);
    // “(04 báo cáo/năm)” was compared with the rule already.
    let due = words.starts_with('(') && clear.number(0).is_some();
    due || widens(words) || tells_the_source(line.phrase()) || clear.says_any(0, &POINTING) > 0 && !limits(words)
}

/// Tells whether words only say what counts, too: “kế hoạch riêng hoặc lồng ghép đều được tính”. Whoever answers needs them; no
/// points follow from them. “Gửi chậm vẫn được tính” changes what lateness gives.
pub fn widens(words: &str) -> bool {
    const COUNTS: [&str; 12] = [
        "đều được tính",
        "cũng được tính",
        "vẫn được tính",
        "đều được chấp nhận",
        "cũng được chấp nhận",
        "được chấp nhận",
        "đều được công nhận",
        "cũng được công nhận",
        "đều được tính là đạt",
        "đều được xem là đạt",
        "đều được coi là đạt",
        "đều tính là đạt",
    ];
    let line = Line::new(words);
    let phrase = line.phrase().trimmed().without_end(&[")"]);
    let thing = phrase.without_end(&[")"]).without_end(&COUNTS);
    let plain = labels(thing) && !thing.has(&["nếu", "khi", "phải", "với điều kiện", "trường hợp", "chỉ", "trừ"]);
    thing.len() < phrase.len()
        && !thing.is_empty()
        && !turns(&thing.words())
        && plain
        && (0..thing.len()).all(|at| thing.number(at).is_none())
}

/// Tells whether words limit what is said, or when it holds.
pub fn limits(words: &str) -> bool {
    let plain = words.to_lowercase().replace("nếu có", "");
    let line = Line::new(&plain);
    let phrase = line.phrase();
    // “Ban hành riêng” says how; “riêng Thanh tra tỉnh” says for whom.
    let only = |at: usize| phrase.is(at, "riêng") && (at == 0 || phrase.word(at - 1).is_none()) && phrase.word(at + 1).is_some();
    phrase.has(&LIMITING) || (0..phrase.len()).any(only) || binds(phrase)
}

/// Tells whether words say only where figures come from, and change none: “số liệu lấy từ Hệ thống …”, “căn cứ chấm điểm: báo cáo của …”.
pub fn tells_the_source(phrase: Phrase<'_>) -> bool {
    const SOURCE: [&str; 12] = [
        "nguồn số liệu",
        "số liệu",
        "nguồn",
        "căn cứ chấm điểm",
        "căn cứ đánh giá",
        "căn cứ để chấm điểm",
        "căn cứ",
        "cơ sở chấm điểm",
        "cơ sở đánh giá",
        "cơ sở để chấm điểm",
        "kết quả",
        "dữ liệu",
    ];
    const FROM: [&str; 16] = [
        "được lấy",
        "được trích xuất",
        "được tổng hợp",
        "được khai thác",
        "lấy",
        "trích xuất",
        "kết xuất",
        "tổng hợp",
        "khai thác",
        "căn cứ",
        "dựa",
        "từ",
        "theo",
        "trên",
        "vào",
        "trực tiếp",
    ];
    let clear = phrase.trimmed().without_front(&["(", "-", "+", "lưu ý", "ghi chú", ":"]).without_end(&[")", "."]);
    let width = clear.says_any(0, &SOURCE);
    let behind = clear.from(width);
    let rest = behind.without_front(&FROM).without_front(&[":"]).without_front(&FROM);
    let marked = rest.len() < behind.len();
    width > 0 && marked && !rest.is_empty() && describes(rest) && !binds(rest) && !rest.has(&["trung bình", "bình quân", "nếu", "chỉ"])
}
