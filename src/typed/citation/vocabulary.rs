//! Words that citations are made of, without case and diacritics, each as a phrase of tokens.

use super::token::{Kind, Token};

/// Kinds of documents, as they are spelled out, with their type code where they have one. Longer phrases come first.
const KINDS: &[(&str, &str)] = &[
    ("thong tu lien tich", "TTLT"),
    ("nghi quyet lien tich", "NQLT"),
    ("quy che phoi hop", "QCPH"),
    ("chuong trinh phoi hop", "CTPH"),
    ("bao cao tham dinh", "BCTĐ"),
    ("van ban hop nhat", "VBHN"),
    ("ban ghi nho", "BGN"),
    ("ban thoa thuan", "BTT"),
    ("ban cam ket", ""),
    ("ban mo ta", ""),
    ("giay uy quyen", "GUQ"),
    ("giay gioi thieu", "GGT"),
    ("giay nghi phep", "GNP"),
    ("giay chung nhan", ""),
    ("hinh anh", ""),
    ("anh chup", ""),
    ("bang tong hop", ""),
    ("bang thong ke", ""),
    ("bieu tong hop", ""),
    ("danh sach", ""),
    ("so theo doi", ""),
    ("so nhat ky", ""),
    ("phieu chuyen", "PC"),
    ("phieu trinh", ""),
    ("phieu gui", "PG"),
    ("phieu bao", "PB"),
    ("giay moi", "GM"),
    ("thu cong", ""),
    ("thu moi", ""),
    ("nghi quyet", "NQ"),
    ("nghi dinh", "NĐ"),
    ("quyet dinh", "QĐ"),
    ("phap lenh", ""),
    ("thong tu", "TT"),
    ("thong cao", "TC"),
    ("thong bao", "TB"),
    ("chi thi", "CT"),
    ("quy che", "QC"),
    ("quy dinh", "QyĐ"),
    ("huong dan", "HD"),
    ("chuong trinh", "CTr"),
    ("ke hoach", "KH"),
    ("phuong an", "PA"),
    ("de an", "ĐA"),
    ("du an", "DA"),
    ("bao cao", "BC"),
    ("bien ban", "BB"),
    ("to trinh", "TTr"),
    ("hop dong", "HĐ"),
    ("cong van", ""),
    ("cong dien", "CĐ"),
    ("ket luan", "KL"),
    ("sao y", "SY"),
    ("trich sao", "TrS"),
    ("sao luc", "SL"),
    ("van ban", ""),
    ("de cuong", ""),
    ("luat", ""),
    ("lenh", ""),
];

/// Kinds of documents, as they are abbreviated: spelled just so, since most are also other words.
const SHORT: &[(&str, &str)] = &[
    ("QĐ", "QĐ"),
    ("QD", "QĐ"),
    ("KH", "KH"),
    ("BC", "BC"),
    ("CV", ""),
    ("TB", "TB"),
    ("NQ", "NQ"),
    ("NĐ", "NĐ"),
    ("CT", "CT"),
    ("CTr", "CTr"),
    ("TTr", "TTr"),
    ("TTR", "TTr"),
    ("TT", "TT"),
    ("BB", "BB"),
    ("HD", "HD"),
    ("KL", "KL"),
    ("QC", "QC"),
    ("ĐA", "ĐA"),
    ("PA", "PA"),
    ("GM", "GM"),
    ("VB", ""),
    ("CĐ", "CĐ"),
    ("HĐ", "HĐ"),
    ("TTLT", "TTLT"),
];

/// How the names of authorities begin.
const AUTHORITIES: &[&str] = &[
    "ubnd",
    "hdnd",
    "vpubnd",
    "ubmttq",
    "bhxh",
    "uy ban",
    "hoi dong",
    "ban chi dao",
    "ban chap hanh",
    "ban thuong vu",
    "ban to chuc",
    "ban tuyen giao",
    "ban quan ly",
    "ban dan van",
    "ban noi chinh",
    "ban bi thu",
    "bch",
    "btv",
    "bcd",
    "van phong",
    "chi cuc",
    "tong cuc",
    "cuc",
    "phong",
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "quan uy",
    "thi uy",
    "dang uy",
    "dang bo",
    "quoc hoi",
    "chinh phu",
    "thu tuong",
    "chu tich",
    "pho chu tich",
    "giam doc",
    "trung tam",
    "thanh tra",
    "cong an",
    "to cong tac",
    "truong",
    "benh vien",
    "kho bac",
    "kiem toan",
    "ngan hang",
    "buu dien",
    "hiep hoi",
    "bao hiem",
    "lien doan",
    "mat tran",
    "vien",
    "toa an",
    "ubkt",
    "tttu",
    "vptu",
    "doan",
    "hoi",
    "xa",
    "phuong",
];

/// Words that say where in a document to look.
const SECTIONS: &[&str] = &[
    "gach dau dong",
    "tieu muc",
    "phu luc",
    "phu bieu",
    "phan",
    "muc",
    "trang",
    "tr",
    "pl",
    "chuong",
    "khoan",
    "dieu",
    "diem",
    "bieu",
    "so trang",
];
/// Words that do so only with their diacritics.
const SECTIONS_SPELLED: &[&str] = &["tiết", "bảng", "đoạn", "dòng", "ý", "cột"];

/// Words before which `muc`, `diem` and the like are the end of another word: `danh mục`, `thời điểm`.
const NOT_SECTION: &[&str] = &[
    "danh", "hang", "chuyen", "quan", "thoi", "trong", "so", "cham", "dat", "dia", "uu", "nhuoc", "tong", "mot", "thanh", "co", "gop",
    "tam", "moi", "hai", "dinh", "duoc", "giai",
];

/// Words that name no document and no title: what is said around one. With their diacritics: `tại` is not `tài`.
const NOISE: &[&str] = &[
    "kèm theo",
    "đính kèm",
    "gửi kèm",
    "có kèm",
    "kèm",
    "bản chính",
    "bản sao",
    "bản scan",
    "bản ký",
    "bản mềm",
    "bản gốc",
    "bản pdf",
    "ký số",
    "đã ký",
    "đã gửi",
    "đã ban hành",
    "đã triển khai",
    "đã đăng",
    "đã",
    "có",
    "gửi",
    "trình",
    "theo",
    "căn cứ",
    "xem",
    "tại",
    "tải",
    "như trên",
    "nt",
    "cùng",
    "để",
    "nhằm",
    "file",
    "tệp",
    "tập tin",
    "tên file",
    "tên tệp",
    "tên tập tin",
    "chi tiết",
    "sau đây",
    "gồm",
    "bao gồm",
    "cụ thể",
    "link",
    "đường link",
    "đường dẫn",
    "địa chỉ",
    "website",
    "tải về",
    "tải tại",
    "truy cập",
    "tlkc",
    "được",
];
/// Words of two syllables of which the first alone would be one of those.
const NO_NOISE: &[(&str, &str)] = &[
    ("theo", "dõi"),
    ("xem", "xét"),
    ("trình", "độ"),
    ("trình", "tự"),
    ("trình", "diễn"),
    ("tại", "chỗ"),
    ("tải", "trọng"),
    ("có", "thể"),
    ("cùng", "cấp"),
];
/// Words that say that a file belongs to the document before it.
const ATTACHED: &[&str] = &["kèm", "đính", "gửi", "có", "file", "tệp", "tập", "tên"];

/// Words that begin what a document is about, where `về` is left out: behind them the name of an issuer has ended.
const VERBS: &[&str] = &[
    "ban hanh",
    "phe duyet",
    "quy dinh",
    "cong bo",
    "trien khai",
    "thuc hien",
    "huong dan",
    "de nghi",
    "sua doi",
    "bo sung",
    "thanh lap",
    "kien toan",
    "khen thuong",
    "cho phep",
    "thong bao",
    "bao cao",
    "to chuc",
    "phat dong",
    "phan cong",
    "ky ket",
    "tong ket",
    "so ket",
    "tong hop",
    "bai bo",
    "ket qua",
    "chuc nang",
    "dao tao",
    "kiem tra",
    "nang cap",
    "ra soat",
    "so hoa",
    "xu ly",
    "tinh gian",
    "phan cap",
    "uy quyen",
    "tuyen truyen",
    "dieu chinh",
    "ap dung",
    "cai cach",
    "danh gia",
    "tang cuong",
    "day manh",
    "chan chinh",
    "nang cao",
    "bo tri",
    "bo nhiem",
    "yeu cau",
    "tiep tuc",
    "xay dung",
    "cung cap",
    "khao sat",
    "cap nhat",
    "dinh ky",
    "khoan chi",
    "huong ung",
    "phat trien",
    "khac phuc",
    "cong tac",
    "danh muc",
    "quy tac",
    "ky luat",
    "muc tieu",
    "che do",
    "tham muu",
    "thay the",
    "phan bo",
    "xep loai",
    "xac dinh",
    "hop nhat",
    "giai quyet",
];

/// Verbs of one syllable, which are other words with other diacritics: `tặng` is not `tầng`.
const VERBS_SPELLED: &[&str] = &["giao", "tặng", "cử"];

/// Tells whether the tokens from `at` say a phrase; gives how many they are.
pub fn says(tokens: &[Token<'_>], at: usize, phrase: &str) -> Option<usize> {
    let first = tokens.get(at)?;
    if first.plain.is_empty() || !phrase.starts_with(first.plain.as_str()) {
        return None;
    }
    let mut count = 0;
    for word in phrase.split(' ') {
        let token = tokens.get(at + count)?;
        if token.kind != Kind::Word || token.plain != word {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Tells whether the tokens from `at` say a phrase with its diacritics; gives how many they are.
pub fn spells(tokens: &[Token<'_>], at: usize, phrase: &str) -> Option<usize> {
    let first = tokens.get(at)?;
    if first.word.is_empty() || !phrase.starts_with(first.word.as_str()) {
        return None;
    }
    let count = phrase.split(' ').count();
    let words = tokens.get(at..at + count)?;
    phrase.split(' ').zip(words).all(|(word, token)| token.word == word).then_some(count)
}

/// Gives the longest of some phrases that the tokens from `at` say, as a number of tokens.
fn longest(tokens: &[Token<'_>], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|phrase| says(tokens, at, phrase)).max()
}

/// Reads the kind of a document: how many tokens it takes, and its type code.
pub fn kind(tokens: &[Token<'_>], at: usize) -> Option<(usize, &'static str)> {
    let token = tokens.get(at)?;
    if let Some((_, code)) = SHORT.iter().find(|(short, _)| *short == token.text) {
        return Some((1, code));
    }
    // One syllable is a kind only with a capital: `pháp luật`, `mệnh lệnh`.
    let found = KINDS.iter().find_map(|(phrase, code)| says(tokens, at, phrase).map(|count| (count, *code)));
    found.filter(|(count, _)| *count > 1 || token.is_capital())
}

/// Gives the letters of an abbreviated kind that a number was typed against: `CV383/BNV-CCHC`.
pub fn glued_kind(word: &str) -> Option<usize> {
    let letters = word.find(|c: char| c.is_ascii_digit())?;
    let (kind, digits) = word.split_at_checked(letters)?;
    let known = SHORT.iter().any(|(short, _)| *short == kind) || matches!(kind, "số" | "Số" | "SỐ");
    (known && digits.bytes().all(|b| b.is_ascii_digit())).then_some(letters)
}

/// Tells whether the name of an authority begins at `at`: with a capital.
pub fn is_authority(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.is_capital()) else { return false };
    let next_capital = tokens.get(at + 1).is_some_and(Token::is_capital);
    match token.text.to_lowercase().as_str() {
        // A department and a ministry carry a name; `Số` and `Bộ chỉ số` are other words.
        "sở" | "bộ" | "ban" => next_capital || longest(tokens, at, AUTHORITIES) > Some(1),
        "liên" | "xã" | "phường" | "huyện" | "hội" | "đoàn" | "viện" | "trường" | "chi" | "đảng" => {
            next_capital || longest(tokens, at, AUTHORITIES) > Some(1)
        }
        _ => longest(tokens, at, AUTHORITIES).is_some(),
    }
}

/// Reads a word that says where to look; gives how many tokens it takes.
pub fn section(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let spelled = tokens.get(at).is_some_and(|token| SECTIONS_SPELLED.contains(&token.word.as_str())).then_some(1);
    let count = longest(tokens, at, SECTIONS).or(spelled)?;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).filter(|before| before.kind == Kind::Word);
    (!before.is_some_and(|before| NOT_SECTION.contains(&before.plain.as_str()))).then_some(count)
}

/// Tells whether words say nothing of the document; gives how many tokens they take.
pub fn noise(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let two = tokens.get(at).zip(tokens.get(at + 1)).map(|(first, second)| (first.word.as_str(), second.word.as_str()));
    if two.is_some_and(|two| NO_NOISE.contains(&two)) {
        return None;
    }
    // `toàn trình`, `vận tải`: the end of another word, unless somebody is named to whom something is submitted.
    let behind_word = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| before.kind == Kind::Word);
    let word = tokens.get(at).map_or("", |token| token.word.as_str());
    let named = tokens.get(at + 1).is_some_and(Token::is_capital);
    if behind_word && (word == "tải" || word == "trình" && !named) {
        return None;
    }
    NOISE.iter().filter_map(|phrase| spells(tokens, at, phrase)).max()
}

/// Tells whether the tokens from `at` say what a decision does; gives how many they are.
pub fn verb(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| !token.is_capital())?;
    longest(tokens, at, VERBS).or_else(|| VERBS_SPELLED.contains(&token.word.as_str()).then_some(1))
}

/// Tells whether a word says that a file belongs to the document before it.
pub fn is_attached(word: &str) -> bool {
    ATTACHED.contains(&word)
}
