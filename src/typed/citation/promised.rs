//! Documents that are only promised, or said not to be there: `Sẽ bổ sung Kế hoạch số 05/KH-UBND …`, `Chưa nộp Kế hoạch …`,
//! `Kế hoạch số 05/KH-UBND: không có`.

mod denied;

use super::{number, token, vocabulary};
use crate::text::fold::{bare, tidy};
use crate::text::is_promise;

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
    "chua ban hanh",
    "du thao",
    "ban du thao",
    "khong tim thay",
    "chua tim thay",
    "that lac",
    "bi that lac",
    "bi mat",
    "lam mat",
    "chua ky",
    "chua phat hanh",
    "can nop",
    "can bo sung",
    "phai nop",
    "dang trinh ky",
    "vi du",
    "vd",
    "gia dinh",
    "minh hoa",
    "khong phai",
    "khong phai la",
    "khong mo duoc",
    "mat",
    "khong gui",
    "chua nop duoc",
    "bai bo",
    "cho",
    "thu hoi",
    "bi thu hoi",
    "da thu hoi",
    "bi huy",
    "da huy",
    "da huy bo",
    "da bi huy bo",
    "xoa bo",
    "het hieu luc",
    "da het hieu luc",
    "ban nhap",
    "dt",
];
/// The same, where a colon follows.
const MISSING_BEFORE_COLON: &[&str] = &["mau", "bieu mau", "tham khao", "huy", "du kien", "nhap"];
/// Words that may stand before these.
const BEFORE_MISSING: &[&str] = &["hien", "nay", "don", "vi", "xa", "phuong", "con", "tam", "thoi", "tai", "lieu", "da"];
/// Words by which a document is taken back, before or behind it.
const TAKEN_BACK: &[&str] = &[
    "de nghi bo",
    "de nghi huy",
    "de nghi huy bo",
    "de nghi loai",
    "de nghi loai bo",
    "de nghi xoa",
    "de nghi rut",
    "de nghi khong tinh",
    "xin bo",
    "xin huy",
    "xin rut",
    "loai bo",
    "gach bo",
    "khong tinh",
    "khong su dung",
    "huy bo",
];
/// Words at the end of a part that say of a document before them that it is not there.
const GONE: &[&str] = &[
    "khong co",
    "chua co",
    "chua ban hanh",
    "chua nop",
    "chua gui",
    "bi thu hoi",
    "thu hoi",
    "huy",
    "bi huy",
    "bi huy bo",
    "du thao",
    "that lac",
    "bi that lac",
    "bi mat",
    "khong tim thay",
    "chua ky",
    "chua phat hanh",
    "dang trinh ky",
    "cho ky",
    "het hieu luc",
    "bi bai bo",
    "bai bo",
    "bi tra lai",
    "khong hop le",
    "khong duoc chap nhan",
    "ban nhap",
    "khong",
    "khong nop",
    "khong gui",
    "con thieu",
    "thieu",
    "chua nop duoc",
    "se gui sau",
    "gui sau",
    "se bo sung",
    "bo sung sau",
    "se ban hanh",
    "se ban hanh sau",
    "se nop",
    "se nop sau",
    "se co",
    "se ky",
    "se cung cap",
    "se cap nhat",
    "se hoan thien",
    "se trinh",
    "du kien",
    "du kien ban hanh",
    "cho ban hanh",
    "chuan bi ban hanh",
    "dang du thao",
    "dang soan thao",
    "dang xay dung",
    "dang hoan thien",
    "dang trinh",
    "dang cho ky",
    "mat",
    "lam mat",
    "that lac mat",
    "chua tim thay",
    "khong con",
    "mau",
    "ban mau",
    "bieu mau",
    "vi du",
    "vd",
    "minh hoa",
    "tham khao",
    "gia dinh",
    "nhap",
    "khong mo duoc",
    "khong doc duoc",
    "khong xem duoc",
    "khong truy cap duoc",
    "bi loi",
    "file loi",
    "tep loi",
    "link loi",
    "bi hong",
    "file hong",
    "tep hong",
    "bi thay the",
    "khong phai",
    "khong dung",
];
/// Words that may stand before these, and say nothing else.
const BEFORE_GONE: &[&str] = &["nay", "hien", "da", "con", "van", "tep", "file", "link", "duong", "dan", "tai", "lieu", "ban"];
/// What documents may be about that can be lost or cancelled: of these a title tells.
const SUBJECTS: &[&str] = &[
    " ho so",
    " tai lieu",
    " van ban",
    " giay to",
    " giay chung nhan",
    " giay phep",
    " con dau",
    " tai san",
    " bien lai",
    " hoa don",
    " the ",
    " trang thiet bi",
    " du lieu",
];
/// Words that begin the name of an office, without case and diacritics.
const OFFICES: &[&str] = &[
    "so ",
    "ubnd ",
    "uy ban ",
    "hdnd ",
    "hoi dong ",
    "ban ",
    "phong ",
    "van phong ",
    "thanh tra ",
    "chi cuc ",
    "cuc ",
    "trung tam ",
    "cong an ",
    "kho bac ",
    "hoi ",
    "vien ",
    "truong ",
];
/// Words that may stand before a promise in its part of a line.
const MOST_BEFORE: usize = 4;

/// Gives a text without the parts that promise a document; lines stay lines.
pub fn without(text: &str) -> String {
    judged(text).map(|(part, gone)| if gone { if part.ends_with('\n') { "\n" } else { "" } } else { part }).collect()
}

/// Lists the parts of a text that promise a document, or say that it is not there.
pub fn all(text: &str) -> impl Iterator<Item = &str> {
    judged(text).filter(|(_, gone)| *gone).map(|(part, _)| part.trim_end_matches(['\n', ';']).trim())
}

/// Tells whether every part of a text that says anything promises a document.
pub fn is_all(text: &str) -> bool {
    let all = || judged(text);
    all().any(|(_, gone)| gone) && all().all(|(part, gone)| gone || !part.chars().any(char::is_alphanumeric))
}

/// Tells of every part of a text whether it promises a document or says that it is not there. Behind a part that denies and
/// names nothing, the document of somebody else only stands in for what is not there: “Không ban hành riêng; thực hiện chung Kế
/// hoạch số … của UBND tỉnh”.
fn judged(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut denied = false;
    parts(text).map(move |part| {
        let instead = denied && denied::is_of_superior(&plainly(part));
        let gone = is_promised(part) || instead && names_document(part, &plainly(part));
        denied = !part.ends_with('\n') && (denied || denies(part));
        (part, gone)
    })
}

/// Tells whether a part says that the unit has not made what was asked for, and names no document.
fn denies(part: &str) -> bool {
    let plain = plainly(part);
    !names_document(part, &plain) && (denied::begins_denial(&plain) || is_promise(part))
}

/// Cuts a text at line ends and semicolons.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['\n', ';'])
}

/// Tells whether a part of a line promises a document, where what stands before the promise names none, or says that it is
/// not there.
fn is_promised(part: &str) -> bool {
    let plain = plainly(part);
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
    // A reason beside the promise explains: `Do bão nên sẽ bổ sung …`.
    let reason = part.to_lowercase().split_whitespace().any(|word| ["do", "vì", "nên"].contains(&word));
    // Without a document behind it, a promise is told elsewhere.
    names_document(part, &plain) && (((promise.is_some() || is_missing(part) || is_gone(&plain)) && !reason) || denied::is_denied(&plain))
}

/// Drops case and diacritics, but for what is secret (`mật`), which is not lost (`mất`).
fn plainly(words: &str) -> String {
    bare(&tidy(words).to_lowercase().replace("mật", "matt"))
}

/// Tells whether a part says of the document that it names that it is not there: the kind of the document, or its number,
/// stands right behind the words that say so. In `Xã không có hồ sơ trễ hạn (Báo cáo số 15/BC-UBND)` something else is not
/// there, and in `Không có kế hoạch riêng, lồng ghép trong Kế hoạch số 12/KH-UBND` another document is.
fn is_missing(part: &str) -> bool {
    let tokens = token::tokens(part);
    let words = tokens.iter().skip_while(|token| token.kind != token::Kind::Word).count();
    let start = tokens.len() - words;
    let beside = tokens.iter().skip(start).take_while(|token| BEFORE_MISSING.contains(&token.plain.as_str())).count();
    let behind = (start..=start + beside).find_map(|at| {
        let said = MISSING.iter().chain(TAKEN_BACK).filter_map(|said| vocabulary::says(&tokens, at, said)).max();
        let colon = |count: &usize| tokens.get(at + count).is_some_and(|token| token.is(':'));
        let before_colon = || MISSING_BEFORE_COLON.iter().filter_map(|said| vocabulary::says(&tokens, at, said)).find(colon);
        Some(at + said.or_else(before_colon)?)
    });
    let Some(behind) = behind else { return false };
    let behind = if tokens.get(behind).is_some_and(|token| token.is(':')) { behind + 1 } else { behind };
    // The number itself: “Dự thảo 12/KH-UBND”.
    if number::full(&tokens, behind, false).is_some() {
        return true;
    }
    let named = vocabulary::kind(&tokens, behind).map(|(count, _)| behind + count);
    let Some(after) = named.or_else(|| ["so", "van ban"].iter().find_map(|word| Some(behind + vocabulary::says(&tokens, behind, word)?)))
    else {
        return false;
    };
    // Up to its number nothing leads to another document.
    let rest = tokens.iter().skip(after).take_while(|token| token.kind != token::Kind::Digits);
    !rest.into_iter().any(|token| {
        token.is('(') || token.is(',') || token.is('.') || ["chi", "theo", "trong", "tai", "nhung"].contains(&token.plain.as_str())
    })
}

/// Tells whether a part ends with words that say of the document before them that it is not there: right behind its number or
/// day, or behind a colon.
fn is_gone(plain: &str) -> bool {
    // “(dự thảo lần 2)”, “(sẽ gửi sau)”.
    let closed = plain.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if closed.is_some_and(|(before, inside)| is_gone_words(inside.split(" lan ").next().unwrap_or_default()) && !is_named(before, inside)) {
        return true;
    }
    let leads = |word: &&str| !word.contains(|c: char| c.is_ascii_digit()) && !word.ends_with(':');
    let mut said: Vec<&str> = plain.split_whitespace().rev().take_while(leads).collect();
    said.reverse();
    let cited = ["can cu ", "theo "].iter().any(|begin| plain.trim_start().starts_with(begin));
    said.join(" ").replace(" - ", ",").split(',').any(|clause| {
        let letters = clause.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let words: Vec<&str> = letters.filter(|word| !word.is_empty()).collect();
        // “của UBND tỉnh đã hết hiệu lực”: what is said behind the name of who issued it.
        let of_office = words.first() == Some(&"cua");
        let behind = (1..words.len()).filter(|at| of_office && words.get(*at).is_some_and(|word| ["da", "bi", "chua"].contains(word)));
        let gone_behind = || behind.into_iter().any(|at| words.get(at..).is_some_and(is_gone_clause));
        is_gone_clause(&words) || gone_behind() || (cited && is_without(&words))
    })
}

/// Tells whether words in brackets are of the name of an office that stands before them: “của Sở Nội vụ (mẫu)”.
fn is_named(before: &str, inside: &str) -> bool {
    let behind_number = before.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let office = behind_number.rsplit(" cua ").next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    inside.trim() == "mau" && OFFICES.iter().any(|begin| office.starts_with(begin))
}

/// Tells whether the issuer of a document is said not to be one; a mark in brackets behind a name is of the name.
pub fn issuer_says_gone(words: &str) -> bool {
    let plain = plainly(words);
    let name = plain.trim_end().strip_suffix("(mau)").map(str::trim).filter(|name| !name.is_empty());
    says_gone(name.unwrap_or(words))
}

/// Tells whether words say no more than that something is not there.
fn is_gone_words(plain: &str) -> bool {
    is_gone_clause(&plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>())
}

/// Tells whether a clause says no more than that something is not there.
fn is_gone_clause(words: &[&str]) -> bool {
    let skipped = words.iter().take_while(|word| BEFORE_GONE.contains(word)).count();
    // “bản nháp” is said as a whole, “đã hủy” behind its first word.
    (0..=skipped)
        .any(|at| words.get(at..).is_some_and(|rest| GONE.iter().chain(TAKEN_BACK).any(|said| said.split(' ').eq(rest.iter().copied()))))
}

/// Tells whether a clause says that the unit has no such document, behind one that it only follows: “Căn cứ Kế hoạch số … của UBND
/// tỉnh, xã chưa ban hành kế hoạch”.
fn is_without(words: &[&str]) -> bool {
    let of_unit = ["xa", "phuong", "don", "vi", "so", "phong", "ubnd", "co", "quan", "huyen", "nay", "hien", "nhung"];
    let said = words.join(" ");
    ["chua ban hanh", "khong ban hanh", "chua co", "khong co", "chua xay dung", "khong xay dung"].iter().any(|without| {
        let before = said.find(without).and_then(|at| said.get(..at));
        before.is_some_and(|before| before.split_whitespace().all(|word| of_unit.contains(&word)))
    })
}

/// Tells whether the title of a document, or what else is said of it, says that it is a draft, or not there: “Dự thảo Kế
/// hoạch”, “Thất lạc”, “Sẽ bổ sung”.
pub fn says_gone(words: &str) -> bool {
    let plain = plainly(words);
    let draft = ["du thao ", "ban du thao "].iter().any(|begin| plain.starts_with(begin));
    let without = ["khong ban hanh", "chua ban hanh", "khong co", "chua co", "khong xay dung", "chua xay dung", "khong phai"];
    let without = without.iter().filter_map(|begin| plain.strip_prefix(begin)).any(|rest| {
        let rest = rest.trim_start();
        let tokens = token::tokens(rest.strip_prefix("la ").unwrap_or(rest));
        vocabulary::kind(&tokens, 0).is_some()
    });
    let later = ["se ban hanh", "se bo sung", "se gui", "se nop", "du kien ban hanh"].iter().any(|begin| plain.starts_with(begin));
    draft || without || later || has_gone_clause(&plain) || is_promise(words)
}

/// Tells whether a clause of a title says that the document is not there; what stands behind a comma may go on with what the
/// title is about: “Báo cáo về hồ sơ hư hỏng, thất lạc”.
fn has_gone_clause(plain: &str) -> bool {
    let marks = |c: char| matches!(c, ',' | ';' | '.' | '(' | ')' | ':');
    let mut behind = 0;
    plain.split(marks).any(|clause| {
        let before = plain.get(..behind).unwrap_or_default();
        behind += clause.len() + 1;
        let goes_on = before.ends_with(',') && SUBJECTS.iter().any(|subject| before.contains(subject));
        !goes_on && is_gone_words(clause)
    })
}

/// Tells whether words have the look of a document with its number: `05/KH-UBND`, `số 05`.
fn names_document(part: &str, plain: &str) -> bool {
    let signs: Vec<char> = part.chars().filter(|c| *c != ' ').collect();
    let symbol = signs.windows(3).any(|three| matches!(three, [digit, '/', letter] if digit.is_ascii_digit() && letter.is_uppercase()));
    symbol || plain.split_once(" so ").is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
}
