//! Documents that are only promised, or said not to be there: `Sẽ bổ sung Kế hoạch số 05/KH-UBND …`, `Chưa nộp Kế hoạch …`,
//! `Kế hoạch số 05/KH-UBND: không có`.

use crate::text::fold::bare;

/// Words that promise a document, without case and diacritics.
const PROMISES: &[&str] = &[
    "se bo sung",
    "se ban hanh",
    "se gui",
    "se nop",
    "se cung cap",
    "se trinh",
    "se ky",
    "se cap nhat",
    "se hoan thien",
    "se co",
    "se duoc bo sung",
    "se duoc ban hanh",
    "dang trinh",
    "dang cho ky",
    "cho ky",
    "dang soan thao",
    "dang du thao",
    "dang xay dung",
    "dang hoan thien",
    "du kien ban hanh",
    "du kien bo sung",
    "chua ban hanh",
    "chua co",
    "xin bo sung",
];
/// Words that say of a document behind them that it is not there, without case and diacritics.
const MISSING: &[&str] = &[
    "khong co",
    "khong con",
    "khong ban hanh",
    "khong nop",
    "thieu",
    "con thieu",
    "chua nop",
    "chua gui",
    "chua cung cap",
    "chua trinh",
    "chua duoc ban hanh",
    "chua kip",
    "chua",
    "du thao",
    "ban du thao",
];
/// Words that may stand before these.
const BEFORE_MISSING: &[&str] = &["hien", "nay", "don", "vi", "xa", "phuong", "con", "tam", "thoi", "tai", "lieu"];
/// Words at the end of a part that say of a document before them that it is not there.
const GONE: &[&str] =
    &["khong co", "chua co", "chua ban hanh", "chua nop", "chua gui", "bi thu hoi", "da thu hoi", "da huy", "bi huy bo", "du thao"];
/// Words that may stand before a promise in its part of a line.
const MOST_BEFORE: usize = 4;

/// Gives a text without the parts that promise a document; lines stay lines.
pub fn without(text: &str) -> String {
    parts(text).map(|part| if is_promised(part) { if part.ends_with('\n') { "\n" } else { "" } } else { part }).collect()
}

/// Lists the parts of a text that promise a document, or say that it is not there.
pub fn all(text: &str) -> impl Iterator<Item = &str> {
    parts(text).filter(|part| is_promised(part)).map(|part| part.trim_end_matches(['\n', ';']).trim())
}

/// Tells whether every part of a text that says anything promises a document.
pub fn is_all(text: &str) -> bool {
    parts(text).any(is_promised) && parts(text).all(|part| is_promised(part) || !part.chars().any(char::is_alphanumeric))
}

/// Cuts a text at line ends and semicolons.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['\n', ';'])
}

/// Tells whether a part of a line promises a document, where what stands before the promise names none, or says that it is
/// not there.
fn is_promised(part: &str) -> bool {
    let plain = bare(part);
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MOST_BEFORE + 4).collect();
    let starts = |at: usize| {
        let rest = words.get(at..).unwrap_or_default();
        PROMISES.iter().any(|promise| {
            let promise: Vec<&str> = promise.split(' ').collect();
            rest.starts_with(&promise)
        })
    };
    let before = words.iter().take_while(|word| !word.chars().any(|c| c.is_ascii_digit())).count();
    let promise = (0..=MOST_BEFORE.min(before)).find(|at| starts(*at));
    // `Không có kế hoạch riêng, lồng ghép trong Kế hoạch số 12/KH-UBND`: what is there is named all the same.
    let instead = [" nhung ", " long ghep ", " thay bang ", " thay vao do "].iter().any(|word| plain.contains(word));
    let missing = !instead && {
        let from = words.iter().take_while(|word| BEFORE_MISSING.contains(word)).count();
        (0..=from).any(|at| {
            let rest = words.get(at..).unwrap_or_default();
            MISSING.iter().any(|said| rest.starts_with(&said.split(' ').collect::<Vec<_>>()))
        })
    };
    let spaced = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let gone = GONE.iter().any(|said| spaced.strip_suffix(said).is_some_and(|before| before.ends_with(' ')));
    // A reason beside the promise explains: `Do bão nên sẽ bổ sung …`.
    let reason = part.to_lowercase().split_whitespace().any(|word| ["do", "vì", "nên"].contains(&word));
    // Without a document behind it, a promise is told elsewhere.
    names_document(part, &plain) && (promise.is_some() || missing || gone) && !reason
}

/// Tells whether words have the look of a document with its number: `05/KH-UBND`, `số 05`.
fn names_document(part: &str, plain: &str) -> bool {
    let signs: Vec<char> = part.chars().filter(|c| *c != ' ').collect();
    let symbol = signs.windows(3).any(|three| matches!(three, [digit, '/', letter] if digit.is_ascii_digit() && letter.is_uppercase()));
    symbol || plain.split_once(" so ").is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
}
