//! What a level asks for besides, cut off from it by a semicolon.

use super::super::clause::Case;
use super::super::describe::names;
use super::super::words::Phrase;
use super::super::{case, each};

/// Words that a piece begins with which asks for nothing: it leads to what follows, or says where figures come from.
const LEADING: [&str; 27] = [
    "theo",
    "căn cứ",
    "lưu ý",
    "ghi chú",
    "số liệu",
    "trong đó",
    "cụ thể",
    "như sau",
    "điều tra",
    "khảo sát",
    "kết quả",
    "điểm",
    "tỷ lệ",
    "tỉ lệ",
    "mức",
    "thang",
    "khung",
    "tính",
    "đánh giá",
    "chấm",
    "nếu",
    "khi",
    "trường hợp",
    "đối với",
    "riêng",
    "nguồn",
    "do",
];

/// “Có đủ nhiệm vụ của 06 nội dung; mỗi nhiệm vụ ghi rõ sản phẩm: 0,5 điểm” asks for both: the level goes on behind the semicolon.
pub fn before_a_semicolon(phrase: Phrase<'_>) -> Option<String> {
    let depths = phrase.depths();
    let marks: Vec<usize> = (0..phrase.len()).filter(|at| phrase.sign(*at) == Some(';') && depths.get(*at) == Some(&0)).collect();
    if marks.is_empty() {
        return None;
    }
    let mut changes = Vec::new();
    let (mut from, mut open) = (0, Vec::new());
    for end in marks.iter().copied().chain([phrase.len()]) {
        let piece = phrase.part(from, end).trimmed().without_front(&["-", "+"]);
        if demands(piece) {
            open.push(end);
        } else if is_level(piece) || !open.is_empty() && is_counted(piece) {
            let each = (from..end).find(|at| phrase.is(*at, "mỗi")).filter(|_| is_counted(piece));
            changes.extend(each.map(|at| (at, at + 1, "từng".to_owned())));
            changes.extend(open.drain(..).map(|at| (at, at + 1, ",".to_owned())));
        } else {
            open.clear();
        }
        from = end + 1;
    }
    changes.sort_by_key(|(at, ..)| *at);
    (!changes.is_empty()).then(|| phrase.with(&changes))
}

/// Tells whether a piece only says what has to be so: it gives nothing, and leads to nothing.
fn demands(piece: Phrase<'_>) -> bool {
    let marked = (0..piece.len()).any(|at| matches!(piece.sign(at), Some(':' | '=' | '×' | '.' | '%')));
    piece.len() > 1 && !marked && names(piece) && piece.says_any(0, &LEADING) == 0
}

/// Tells whether a piece is a level, which goes on with what a semicolon cut off.
fn is_level(piece: Phrase<'_>) -> bool {
    let plain = |case: &Case| case.amount().is_some() && case.condition.is_none() && case.days.is_none() && !case.is_negative();
    case::case(piece).is_some_and(|case| plain(&case))
}

/// Tells whether a piece reads as so much for each, where it says how each thing of the piece before it has to be: “mỗi nhiệm vụ ghi rõ sản
/// phẩm: 0,5 điểm”.
fn is_counted(piece: Phrase<'_>) -> bool {
    piece.says_any(0, &["mỗi"]) > 0 && !piece.has(&["trừ", "cộng"]) && each::each(piece).is_some()
}
