//! Headings of the unit's columns that say more than is understood.

use super::role::{Role, is_rate_alone, role, says_not_there, without_brackets};
use super::sense::{IDLE, only_tells_apart, spaced, take_any, taken_apart, without_sources};
use crate::text::fold::bare;

/// Words of a heading that say how the unit scored or gave its figures, and of nothing else, bare; longer ones first.
const UNIT_S: [&str; 88] = [
    "thong tin ke khai",
    "uy ban nhan dan",
    "cai cach hanh chinh",
    "phuc vu danh gia",
    "phuc vu cham diem",
    "tinh den thoi diem",
    "so ban nganh",
    "don vi danh gia",
    "don vi cham",
    "tu danh gia",
    "tu cho diem",
    "ty le thuc hien",
    "ty le hoan thanh",
    "ty le dat duoc",
    "ty le dat",
    "tieu chi thanh phan",
    "de tinh diem",
    "de cham diem",
    "lam can cu",
    "so lieu",
    "so luong",
    "thong tin",
    "ke khai",
    "bao cao",
    "thong ke",
    "tong hop",
    "thuc te",
    "thuc hien",
    "hoan thanh",
    "ket qua",
    "cung cap",
    "chi tiet",
    "cu the",
    "lien quan",
    "dau vao",
    "tinh diem",
    "cham diem",
    "danh gia",
    "tu cham",
    "tu tinh",
    "don vi",
    "dia phuong",
    "co quan",
    "tieu chi",
    "noi dung",
    "dat duoc",
    "par index",
    "dac khu",
    "thi tran",
    "hanh chinh",
    "so nganh",
    "so sanh",
    "hien co",
    "minh chung",
    "kiem chung",
    "phat sinh",
    "cchc",
    "ubnd",
    "dg",
    "diem",
    "tong",
    "muc",
    "phan",
    "cot",
    "dat",
    "cap",
    "xa",
    "phuong",
    "huyen",
    "so",
    "nganh",
    "cham",
    "tu",
    "do",
    "cua",
    "tai",
    "cho",
    "theo",
    "ve",
    "va",
    "cac",
    "nam",
    "ky",
    "trong",
    "den",
    "sau",
    "khi",
    "duoc",
];

/// Tells whether the heading of a column of the unit's says more than is understood: “Số liệu cũ”, “Điểm tự chấm ban đầu”. It
/// may be something else, which nobody knows.
pub fn says_more(words: &str) -> bool {
    let mut seen = false;
    words.split(" / ").any(|part| {
        let unit_s = matches!(role(part), Some(Role::Claim | Role::Figures | Role::Rate));
        // What stands below such a heading is part of it: “Nháp”, “Thang 100”, “(%)”.
        let below = seen;
        seen |= unit_s;
        if below && !unit_s && role(part).is_none() && !only_tells_apart(part) && !is_rate_alone(part) {
            return has_unknown_words(&spaced(&bare(part))) || part.contains('%') || bare(part).contains("thang ");
        }
        unit_s
            && (is_share(part)
                || brackets_say_more(part)
                || has_unknown_words(&taken_apart(&without_sources(&without_brackets(&bare(part)))).1))
    })
}

/// Words with which brackets begin that tell how to fill the column in, bare.
const INSTRUCTIONS: [&str; 22] = [
    "theo",
    "ghi",
    "neu",
    "dien",
    "do",
    "tinh",
    "kem",
    "bao gom",
    "gom",
    "co",
    "lam tron",
    "toi da",
    "khong qua",
    "cua",
    "don vi",
    "bang",
    "de",
    "ke khai",
    "tu",
    "so",
    "la",
    "dinh",
];

/// Tells whether a heading of scores speaks of per cent: “% tự chấm”.
fn is_share(part: &str) -> bool {
    role(part) == Some(Role::Claim) && without_brackets(&bare(part)).contains(['%', '‰'])
}

/// Tells whether brackets of a heading say of its column what nobody knows: “(nháp)”, “(chưa trừ)”.
fn brackets_say_more(part: &str) -> bool {
    let plain = bare(part);
    let inside = plain.split(['(', '[']).skip(1).filter_map(|rest| rest.split([')', ']']).next());
    inside.into_iter().any(|inside| {
        let words = spaced(inside);
        let told = INSTRUCTIONS.iter().any(|begin| words == *begin || words.starts_with(&format!("{begin} ")));
        // “(tối đa)” alone names another column, and “(số liệu 2026 chưa có)” says what is not there.
        let told = told && words != "toi da" && !(words.starts_with("so ") && says_not_there(&words));
        !told && (says_not_there(&words) || has_unknown_words(&taken_apart(&without_sources(inside)).1))
    })
}

/// Tells whether there are words in what is left of a heading that nobody knows.
fn has_unknown_words(core: &str) -> bool {
    let mut left = format!(" {core} ");
    // The name of a body stands behind “của”: whose column it is, not what.
    if let Some((before, named)) = core.split_once(" cua ")
        && BODIES.iter().any(|body| named == *body || named.starts_with(&format!("{body} ")))
    {
        left = format!(" {before} ");
    }
    take_any(&mut left, &IDLE);
    take_any(&mut left, &UNIT_S);
    left.split_whitespace().any(|word| word.chars().any(char::is_alphabetic) && !is_of_columns(word))
}

/// Words with which the name of a body begins, bare.
const BODIES: [&str; 12] =
    ["xa", "phuong", "thi tran", "dac khu", "ubnd", "uy ban", "huyen", "thanh pho", "so", "ban", "phong", "van phong"];

/// Tells whether a word is a letter that stands for a column: `a`, `b`.
fn is_of_columns(word: &str) -> bool {
    matches!(word, "a" | "b" | "c" | "d" | "e" | "x")
}
