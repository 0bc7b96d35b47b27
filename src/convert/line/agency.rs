//! The name of a body that scores: “Điểm do Sở Tài chính thẩm định” names the Sở Tài chính.

use super::scorer::is_body;
use super::words::{Line, Phrase};

/// Kinds of bodies that appraise under a name of their own: no council, no “cơ quan thẩm định”, no persons.
const NAMED: [&str; 18] = [
    "sở",
    "văn phòng",
    "ban quản lý",
    "ban chỉ đạo",
    "ban tổ chức",
    "ban dân tộc",
    "ban",
    "thanh tra",
    "công an",
    "phòng nội vụ",
    "chi cục",
    "cục",
    "kho bạc",
    "bộ chỉ huy",
    "bộ",
    "đoàn kiểm tra",
    "tổ kiểm tra",
    "tổ công tác",
];

/// What may stand behind the name of a body, and is none of it.
const BEHIND: [&str; 32] = [
    "xem xét",
    "đánh giá",
    "chấm",
    "thẩm định",
    "cho điểm",
    "theo dõi",
    "nhận xét",
    "tổng hợp",
    "quyết định",
    "căn cứ",
    "trên cơ sở",
    "dựa",
    "xếp loại",
    "phân loại",
    "bình xét",
    "cung cấp",
    "công bố",
    "chủ trì",
    "phối hợp",
    "kiểm tra và",
    "kiểm tra , đánh giá",
    "kiểm tra , chấm",
    "sẽ",
    "trực tiếp",
    "theo",
    "trong",
    "khi",
    "tính",
    "tự",
    "qua",
    "thông qua",
    "để",
];

/// Most words of a name.
const LONGEST: usize = 10;

/// Finds the one body that words name; `None` where they name several, or only what kind it is.
pub fn named_body(words: &str) -> Option<String> {
    let line = Line::new(words);
    let phrase = line.phrase();
    let mut names = Vec::new();
    let mut at = 0;
    while at < phrase.len() {
        let width = phrase.says_any(at, &NAMED);
        if width == 0 || !is_body(phrase, at) {
            at += 1;
            continue;
        }
        let end = (at + width..phrase.len()).find(|end| ends(phrase, *end)).unwrap_or(phrase.len());
        names.push((at, phrase.part(at, end)));
        at = end.max(at + 1);
    }
    let [(at, name)] = names.as_slice() else { return None };
    let several = *at > 0 && ["các", "những"].iter().any(|word| phrase.is(at - 1, word));
    let office = name.is(0, "văn") && name.is(1, "phòng");
    // “Sở Khoa học và Công nghệ” is one body, “Sở Tài chính và Kho bạc” are two.
    let joined = !office && (0..name.len()).any(|at| (name.is(at, "và") || name.is(at, "hoặc")) && is_body(*name, at + 1));
    (!several && !joined && (2..=LONGEST).contains(&name.len())).then(|| name.shown())
}

/// Tells whether the name of a body ends before a place.
fn ends(phrase: Phrase<'_>, at: usize) -> bool {
    phrase.word(at).is_none() || phrase.says_any(at, &BEHIND) > 0
}
