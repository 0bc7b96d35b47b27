//! What the name of a file or a sheet, a title or a heading says of the standing of what it names: a draft, an example, a plan,
//! what is kept and not meant, the unit's, the council's. One vocabulary for forms, tables and files alike.

use crate::text::fold::{bare, fold};

/// Words that say that something is not yet, or no longer, or never was, a result, bare.
const UNSETTLED: [&str; 20] = [
    "du thao",
    "ban nhap",
    "du kien",
    "chua chinh thuc",
    "khong chinh thuc",
    "chua thong nhat",
    "chua chot",
    "chua duyet",
    "da huy",
    "huy bo",
    "vi du",
    "minh hoa",
    "khong dung",
    "khong su dung",
    "phan dau",
    "chay thu",
    "cham thu",
    "tinh thu",
    "nhap thu",
    "thu nghiem",
];
/// The same, of words that are others without their accents: “nhập”, “số bộ phận”.
const UNSETTLED_ACCENTED: [&str; 2] = ["nháp", "sơ bộ"];
/// Names, as a whole, of what is kept and not meant, bare.
const KEPT: [&str; 15] = [
    "cu",
    "ban cu",
    "so lieu cu",
    "mau",
    "bieu mau",
    "huy",
    "da huy",
    "luu",
    "ban luu",
    "thu",
    "tham khao",
    "huong dan",
    "khong dung",
    "khong su dung",
    "vi du",
];
/// Words that say, in brackets, behind a dash or as the last of a name, that it is kept and not meant.
const WITHDRAWN: [&str; 6] = ["hủy", "đã hủy", "sai", "bỏ", "bị sai", "mẫu"];
/// Words behind which “mẫu” is the form that was to be filled in: “Biểu mẫu”, “theo mẫu”.
const FORMS: [&str; 9] = ["biểu", "bảng", "phiếu", "theo", "đúng", "của", "tệp", "file", "bản"];
/// What “mẫu” stands before where it is no number or title of a form, bare.
const SAMPLES_OF: [&str; 5] = ["mau dieu chinh", "mau chinh thuc", "mau lan", "mau tham khao", "mau cua"];
/// How names of what others scored, or of what is made of several units' forms, begin, bare.
const OTHERS: [&str; 6] = ["cham cheo", "tong hop cac", "trung binh", "diem trung binh", "cua phong", "tong hop toan"];
/// Words before those, bare.
const KINDS: [&str; 6] = ["bang", "bieu", "phieu", "ket qua", "diem", "bang diem"];
/// Words that say that the unit scored, bare.
const OWN: [&str; 3] = ["tu danh gia", "tu cham", "tu cho diem"];
/// Words that name the council and its office, bare.
const OFFICE: [&str; 7] = ["tham dinh", "hoi dong", "hdtd", "snv", "so noi vu", "phuc tra", "tham tra"];
/// How what the council made is called, at the beginning, bare.
const APPRAISALS: [&str; 7] = [
    "tham dinh",
    "ket qua tham dinh",
    "diem tham dinh",
    "bang diem tham dinh",
    "bang tham dinh",
    "bien ban tham dinh",
    "so noi vu tham dinh",
];
/// How the name of an appraisal goes on, bare: by its round, its year, whose it is.
const BEHIND: [&str; 17] = [
    "lan",
    "dot",
    "vong",
    "cua",
    "cham",
    "danh gia",
    "nam",
    "chi so",
    "cchc",
    "cai cach hanh chinh",
    "diem",
    "xa",
    "phuong",
    "so",
    "ubnd",
    "huyen",
    "thanh pho",
];
/// How a plan is called, at the beginning, bare.
const PLANS: [&str; 8] = [
    "ke hoach phan dau",
    "ke hoach cham diem",
    "ke hoach tu danh gia",
    "dang ky phan dau",
    "muc tieu phan dau",
    "dang ky chi tieu",
    "phan dau",
    "dang ky diem",
];

/// Gives words, bare, with one blank around each.
fn spaced(words: &str) -> String {
    let plain = bare(words);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

/// Tells whether one of the phrases stands among words.
fn has(spaced: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| spaced.contains(&format!(" {phrase} ")))
}

/// Tells whether words begin with one of the phrases.
fn begins(spaced: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| spaced.strip_prefix(' ').is_some_and(|words| words.starts_with(&format!("{phrase} "))))
}

/// Tells whether words say that something is a draft, withdrawn, an example or only aimed at.
pub fn is_unsettled(words: &str) -> bool {
    let folded = fold(words);
    has(&spaced(words), &UNSETTLED) || UNSETTLED_ACCENTED.iter().any(|said| folded.contains(&fold(said)))
}

/// Tells whether a name is that of what is kept and not meant: “Cũ”, “Mẫu”, “Hủy”.
pub fn is_kept(name: &str) -> bool {
    KEPT.contains(&spaced(name).trim())
}

/// Tells whether the name of a file or a sheet says that what it names is not meant: “lần 2 (hủy)”, “chính thức (sai, bỏ)”,
/// “mẫu điều chỉnh”, a draft, an example.
pub fn is_withdrawn(name: &str) -> bool {
    let plain = bare(name);
    let typed_plain = fold(name) == plain;
    let said = |words: &str| {
        let (folded, spaced) = (fold(words), spaced(words));
        let whole = folded.trim_matches(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c));
        is_kept(words) || WITHDRAWN.iter().any(|word| whole == fold(word) || typed_plain && spaced.trim() == bare(word))
    };
    let pieces = name.split(['(', ')', '[', ']', ',', ';', '_']).flat_map(|piece| piece.split(" - "));
    let words: Vec<&str> = name.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-')).filter(|word| !word.is_empty()).collect();
    let ends = matches!(words.as_slice(), [.., before, last] if {
        let (folded, bare_word) = (fold(last), bare(last));
        let is_form = folded == fold("mẫu") && FORMS.iter().any(|form| fold(before) == fold(form));
        let withdrawn = WITHDRAWN.iter().any(|word| folded == fold(word) || typed_plain && *word == "hủy" && bare_word == bare(word));
        withdrawn && !is_form
    });
    is_unsettled(name) || has(&spaced(name), &SAMPLES_OF) || ends || pieces.filter(|piece| piece.len() < name.len()).any(said)
}

/// Tells whether a title or a name is that of what others scored, or of what is made of several units' forms.
pub fn is_of_others(words: &str) -> bool {
    let spaced = spaced(words);
    let named = KINDS.iter().filter_map(|kind| spaced.strip_prefix(&format!(" {kind}"))).filter(|rest| rest.starts_with(' '));
    !is_own(words) && std::iter::once(spaced.as_str()).chain(named).any(|rest| begins(rest, &OTHERS))
}

/// Tells whether words say that the unit scored.
pub fn is_own(words: &str) -> bool {
    has(&spaced(words), &OWN)
}

/// Tells whether words name the council or its office.
pub fn is_office(words: &str) -> bool {
    has(&spaced(words), &OFFICE)
}

/// Tells whether a title or a name is that of what the council made. To appraise may be an area's own work: “Thẩm định văn bản”
/// is no appraisal.
pub fn is_appraisal(words: &str) -> bool {
    let spaced = spaced(words);
    let named = spaced.trim().strip_prefix("bang ").unwrap_or(spaced.trim());
    let rests = APPRAISALS.iter().filter_map(|called| named.strip_prefix(called));
    let whole =
        |rest: &str| rest.is_empty() || begins(&format!("{rest} "), &BEHIND) || rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let mut rests = rests.filter(|rest| rest.is_empty() || rest.starts_with(' '));
    !is_own(words) && (rests.any(whole) || spaced.ends_with(" tham dinh "))
}

/// Tells whether a title or a name begins as that of a plan.
pub fn is_plan(words: &str) -> bool {
    let spaced = spaced(words);
    begins(&spaced, &PLANS) || spaced.trim().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(" nam ").trim() == "ke hoach"
}
