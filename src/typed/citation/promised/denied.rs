//! Denials that name a document of somebody else: `Không ban hành, thực hiện theo Kế hoạch số 3/KH-UBND của UBND tỉnh`.

use super::BEFORE_MISSING;

/// Words that say that the unit did not make what was asked for, without case and diacritics.
const NOT_MADE: &[&str] = &[
    "khong ban hanh",
    "chua ban hanh",
    "khong xay dung",
    "chua xay dung",
    "khong lap",
    "chua lap",
    "khong phai ban hanh",
    "khong phai xay dung",
    "khong can ban hanh",
    "khong thuoc doi tuong",
    "khong thuoc dien",
];
/// Words that say that the unit has none of what was asked for, where another's document stands in for it.
const WITHOUT_OWN: &[&str] = &["khong co", "chua co", "chua nhan duoc", "khong nhan duoc", "khong co rieng"];
/// How what is denied goes on where it is the document that was asked for, and no other thing.
const DENIED: &[&str] = &[
    "van ban rieng",
    "ke hoach rieng",
    "rieng",
    "van ban",
    "ke hoach",
    "quyet dinh",
    "bao cao",
    "chuong trinh",
    "theo",
    "do",
    "vi",
    "ma",
    "thuc hien",
    "ap dung",
];
/// Whose documents are none of the unit's, behind “của”.
const SUPERIORS: &[&str] = &[
    "ubnd tinh",
    "tinh",
    "ubnd thanh pho",
    "trung uong",
    "chinh phu",
    "thu tuong",
    "bo ",
    "so ",
    "ubnd huyen",
    "huyen uy",
    "tinh uy",
    "hdnd tinh",
    "cap tren",
];

/// Words by which what was asked for stands in a document all the same, without case and diacritics.
const WITHIN_ANOTHER: &[&str] = &["long ghep", "tich hop", "ghep chung", "nam trong"];

/// Tells whether a part says that the unit made no such document, and names that of somebody else: “Không ban hành, thực hiện theo
/// Kế hoạch số 3/KH-UBND của UBND tỉnh”. What the unit has in a document of its own counts: “Không có kế hoạch riêng, lồng ghép
/// trong Kế hoạch số 12/KH-UBND”.
pub fn is_denied(plain: &str) -> bool {
    let of_another = is_of_superior(plain);
    let within = WITHIN_ANOTHER.iter().any(|said| plain.contains(said));
    !within && of_another && begins_denial(plain)
}

/// Tells whether a document is said to be of a body above the unit.
pub fn is_of_superior(plain: &str) -> bool {
    plain.split(" cua ").skip(1).any(|behind| SUPERIORS.iter().any(|office| behind.trim_start().starts_with(office)))
}

/// Tells whether words begin with saying that the unit has not made what was asked for, or has none of its own.
pub fn begins_denial(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let before = words.iter().take_while(|word| BEFORE_MISSING.contains(word)).count();
    let says = |at: usize, phrases: &[&str]| {
        let rest = words.get(at..).unwrap_or_default();
        let length = |phrase: &&str| {
            let said: Vec<&str> = phrase.split(' ').collect();
            rest.starts_with(&said).then_some(said.len())
        };
        phrases.iter().filter_map(length).max()
    };
    (0..=before).any(|at| {
        let not_made = says(at, NOT_MADE).is_some();
        let without = says(at, WITHOUT_OWN).is_some_and(|count| says(at + count, DENIED).is_some());
        not_made || without
    })
}
