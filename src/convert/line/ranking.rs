//! Sentences that bind the ranking, grades or awards and give no points: “Điểm liệt: dưới 1 điểm”, “… không xét thi đua”.

use super::words::{Line, Phrase};

/// Words that refuse a place, a grade or an award.
const REFUSED: [&str; 17] = [
    "xét thi đua",
    "xem xét thi đua",
    "bình xét thi đua",
    "xét khen thưởng",
    "xem xét khen thưởng",
    "đề nghị khen thưởng",
    "xét thi đua khen thưởng",
    "khen thưởng",
    "xét danh hiệu",
    "công nhận danh hiệu",
    "xét xếp loại",
    "xét xếp hạng",
    "xếp loại",
    "xếp hạng",
    "xếp hạng nhất",
    "tham gia xếp hạng",
    "bình xét",
];

/// Words of a mark below which nothing else counts.
const FATAL: [&str; 4] = ["bị điểm liệt", "là điểm liệt", "có điểm liệt", "bị liệt"];

/// Fewest words that say beside a refusal whom it is said of.
const FEWEST: usize = 2;

/// Tells whether a sentence says who gets no place, grade or award, and gives or takes no points by itself. “Không xếp hạng” alone
/// doesn't say of whom, and is none.
pub fn binds_ranking(phrase: Phrase<'_>) -> bool {
    let clear = phrase.trimmed().without_front(&["(", "lưu ý", "ghi chú", ":", "-", "*"]).without_end(&[")", "."]);
    let scored = ["trừ", "bị trừ", "cộng", "thưởng thêm", "nhân", "hệ số", "làm tròn", "tối đa", "tính điểm", "chấm điểm", "hạ"];
    if clear.has(&scored) || (0..clear.len()).any(|at| gives_points(clear, at)) {
        return false;
    }
    let refused = (0..clear.len()).find_map(|at| {
        let width = clear.says_any(at, &["không được", "không"]);
        Some(width + clear.says_any(at + width, &REFUSED)).filter(|all| width > 0 && *all > width)
    });
    let fatal = (0..clear.len()).map(|at| clear.says_any(at, &FATAL)).find(|width| *width > 0);
    let named = clear.says(0, "điểm liệt") > 0 && clear.len() > FEWEST;
    named || [refused, fatal].into_iter().flatten().any(|width| clear.len() >= width + FEWEST)
}

/// Tells whether points at a place are given, rather than a bound of what a unit has: “dưới 1 điểm”, “điểm liệt: 0 điểm”.
fn gives_points(phrase: Phrase<'_>, at: usize) -> bool {
    let points = phrase.number(at).is_some() && phrase.says_any(at + 1, &["điểm", "đ"]) > 0;
    let bounds = ["dưới", "trên", "từ", "hơn", "quá", "đến", "đạt", "bằng", "có"];
    let bounded =
        at > 0 && (bounds.iter().any(|word| phrase.is(at - 1, word)) || matches!(phrase.sign(at - 1), Some('<' | '≤' | '≥' | '>')));
    let fatal = phrase.says(0, "điểm liệt") > 0 && at <= 3;
    points && !bounded && !fatal
}

/// Tells whether words are such a sentence.
pub fn is_of_ranking(words: &str) -> bool {
    binds_ranking(Line::new(words).phrase())
}
