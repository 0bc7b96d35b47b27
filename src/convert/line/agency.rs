//! The name of a body that scores: “Điểm do Sở Tài chính thẩm định” names the Sở Tài chính.

use super::scorer::{NAMED, is_body};
use super::words::{Line, Phrase};

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
        let goes_on = |end: &usize| continues(phrase, *end) || *end > at + width && continues(phrase, *end - 1);
        let end = (at + width..phrase.len()).find(|end| ends(phrase, *end) && !goes_on(end)).unwrap_or(phrase.len());
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

/// Tells whether words leave units out, or name those alone that count: “trừ Thanh tra tỉnh”, “riêng các đơn vị có viên chức”. What is
/// left out of the things that are counted only narrows them: “trừ văn bản mật”.
pub fn is_of_some_units(words: &str) -> bool {
    const UNITS: [&str; 12] =
        ["đơn vị", "cơ quan", "địa phương", "xã", "phường", "huyện", "thành phố", "thị xã", "ubnd", "các sở", "các ban", "đặc khu"];
    let line = Line::new(words);
    let phrase = line.phrase().trimmed();
    let lead = phrase.says_any(
        0,
        &[
            "ngoại trừ",
            "loại trừ",
            "trừ",
            "riêng",
            "không áp dụng với",
            "không áp dụng",
            "không bao gồm",
            "không gồm",
            "không kể",
            "không tính",
        ],
    );
    let rest = phrase.from(lead).without_front(&["đối với", "với", "cho", "các", "những", "một số"]);
    lead > 0 && (phrase.from(lead).says_any(0, &UNITS) > 0 || rest.says_any(0, &UNITS) > 0 || is_body(rest, 0))
}

/// Tells whether a cell names one body, and nothing else.
pub fn is_one_body(cell: &str) -> bool {
    let line = Line::new(cell);
    let phrase = line.phrase();
    let begins = phrase.says_any(0, &NAMED) > 0 && is_body(phrase, 0);
    let other = |at: usize| {
        let parts = matches!(phrase.sign(at), Some(sign) if sign != ',') || phrase.says_any(at, &BEHIND) > 0;
        // “Sở Tài chính, Thuế tỉnh” are two, “Sở Văn hóa, Thể thao và Du lịch” is one.
        let next = phrase.part(at + 1, at + 2).shown();
        let listed = phrase.sign(at) == Some(',') && next.chars().next().is_some_and(char::is_uppercase) && !phrase.from(at).has(&["và"]);
        // “Văn phòng HĐND và UBND tỉnh” is one body.
        parts || listed || is_body(phrase, at) && !phrase.is(0, "văn")
    };
    begins && phrase.len() <= LONGEST + 2 && !(1..phrase.len()).any(other)
}

/// Tells whether a comma stands within a name: “Sở Văn hóa, Thể thao và Du lịch”.
fn continues(phrase: Phrase<'_>, at: usize) -> bool {
    let next = phrase.part(at + 1, at + 2).shown();
    phrase.sign(at) == Some(',') && !is_body(phrase, at + 1) && next.chars().next().is_some_and(char::is_uppercase)
}

/// Tells whether the name of a body ends before a place.
fn ends(phrase: Phrase<'_>, at: usize) -> bool {
    phrase.word(at).is_none() || phrase.says_any(at, &BEHIND) > 0
}
