//! What the heading of a column says: what the column is for, and what tells it from others of the same kind.
//!
//! A heading is taken apart: the year, the round, whether it is planned or official, who scores, and what is left of it says
//! what the column holds. So "Điểm tự chấm năm 2025" is the unit's score, but of 2025.

use std::collections::BTreeSet;

use super::field::Field;
use crate::text::fold::bare;

pub use super::field::LONGEST;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// STT.
    Number,
    /// Lĩnh vực, tiêu chí, tiêu chí thành phần.
    Name,
    /// Nội dung beside a column of criteria: what is below the criterion.
    Content,
    /// Điểm tối đa, điểm chuẩn, thang điểm.
    Max,
    /// Số liệu kê khai.
    Figures,
    /// Cách tính điểm.
    Method,
    /// Tài liệu kiểm chứng.
    Evidence,
    /// One field of a document beside its criterion: số, ký hiệu; ngày ban hành; trích yếu; mục, trang; tệp.
    Document(Field),
    /// Điều tra xã hội học.
    Survey,
    /// Tỷ lệ đạt được: a rate beside the figures that it is made of.
    Rate,
    /// Điểm tự đánh giá, tự chấm.
    Claim,
    /// Điểm thẩm định, SNV đánh giá, điểm chấm thực tế, ý kiến: the office's own.
    Appraised,
    /// Giải trình.
    Explanation,
    /// Ghi chú; nhận xét, where the office has no column of its own. There may be several.
    Remark,
    /// Chỉ số, điểm đạt được, chữ ký …: computed, or of no use.
    Computed,
    /// Words that nobody knows.
    Other,
}

/// What tells a column from others of the same role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sense {
    /// Years named.
    pub years: BTreeSet<i16>,
    /// "Lần 2".
    pub round: Option<u32>,
    /// What else it says.
    marks: BTreeSet<Mark>,
}

/// Word that tells a column from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// "Năm trước", "cùng kỳ".
    Earlier,
    /// "Dự kiến", "kế hoạch", "đăng ký": not yet what is.
    Planned,
    /// "Chính thức".
    Official,
    /// "Điều chỉnh".
    Adjusted,
    /// "Trước điều chỉnh", "chưa điều chỉnh": something else took its place.
    Superseded,
    /// "6 tháng", "quý III": of a part of the year.
    Partial,
}

impl Sense {
    /// Tells whether it says so.
    pub fn says(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// Tells whether it says which of several versions something is; a year says that only beside others.
    pub fn tells_versions_apart(&self) -> bool {
        self.round.is_some() || !self.marks.is_empty()
    }
}

/// Words that say that a figure is of an earlier year, bare.
const EARLIER: [&str; 8] =
    ["nam truoc lien ke", "nam truoc", "nam ngoai", "ky truoc", "cung ky", "nam lien truoc", "nam cu", "cua nam qua"];
/// Words that say that it is not yet what is, bare.
const PLANNED: [&str; 15] = [
    "du kien",
    "ke hoach",
    "dang ky",
    "phan dau",
    "muc tieu",
    "uoc tinh",
    "uoc thuc hien",
    "du thao",
    "ban nhap",
    "chua chinh thuc",
    "khong chinh thuc",
    "chua thong nhat",
    "chua chot",
    "chua duyet",
    "da huy",
];
/// Words that say that something else took its place, bare.
const SUPERSEDED: [&str; 9] = [
    "truoc khi dieu chinh",
    "truoc dieu chinh",
    "chua dieu chinh",
    "khong dieu chinh",
    "truoc khi chinh sua",
    "truoc chinh sua",
    "chua chinh sua",
    "truoc khi sua",
    "chua sua",
];
/// Words before the document that a form follows: its number and its year say nothing of the form's own, bare.
const SOURCES: [&str; 8] = ["ban hanh", "kem theo", "quyet dinh", "cong van", "thong tu", "nghi quyet", "huong dan so", "theo van ban"];
/// Words that add nothing to what a column holds, bare.
const IDLE: [&str; 15] = [
    "ca nam",
    "chinh thuc",
    "dieu chinh",
    "bo sung",
    "thuc hien",
    "hien tai",
    "nam nay",
    "bao cao",
    "trong nam",
    "trong ky",
    "ky nay",
    "cua nam",
    "cua",
    "nam",
    "sau",
];

/// Takes what tells columns apart out of words; gives it, and what is left of the words, bare.
pub(super) fn parted(words: &str) -> (Sense, String) {
    let plain = bare(words);
    (taken_apart(&without_sources(&plain)).0, taken_apart(&plain).1)
}

/// Drops the documents that a form follows, up to the end of what is said of them: "(ban hành kèm theo Quyết định số
/// 2026/QĐ-UBND)".
fn without_sources(plain: &str) -> String {
    let said = |part: &str| {
        let cut = SOURCES.iter().filter_map(|source| part.find(source)).min();
        part.get(..cut.unwrap_or(part.len())).unwrap_or_default().to_owned()
    };
    plain.split(['(', ')', '[', ']', ';']).flat_map(|part| part.split(" / ")).map(said).collect::<Vec<_>>().join(" / ")
}

/// Takes what tells columns apart out of bare words.
fn taken_apart(plain: &str) -> (Sense, String) {
    let mut plain = format!(" {} ", spaced(plain));
    let marked = [
        (Mark::Superseded, take_any(&mut plain, &SUPERSEDED)),
        (Mark::Earlier, take_any(&mut plain, &EARLIER)),
        (Mark::Planned, take_any(&mut plain, &PLANNED)),
        (Mark::Official, plain.contains(" chinh thuc ")),
        (Mark::Adjusted, plain.contains(" dieu chinh ")),
    ];
    let marks = marked.into_iter().filter(|(_, says)| *says).map(|(mark, _)| mark).collect();
    let mut sense = Sense { marks, ..Sense::default() };
    let tokens: Vec<&str> = plain.split_whitespace().collect();
    let mut left: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1).copied();
        if let Some(year) = year(token) {
            sense.years.insert(year);
            left.pop_if(|before| *before == "nam");
        } else if let Some(taken) = part_of_year(token, (next, tokens.get(at + 2).copied()), left.last().copied()) {
            sense.marks.insert(Mark::Partial);
            at += taken;
        } else if matches!(*token, "lan" | "dot" | "vong")
            && let Some((round, taken)) = round(next, tokens.get(at + 2).copied())
        {
            sense.round = Some(round);
            at += taken;
        } else {
            left.push(token);
        }
        at += 1;
    }
    (sense, left.join(" "))
}

/// Reads a year.
fn year(token: &str) -> Option<i16> {
    let digits = token.len() == 4 && token.bytes().all(|byte| byte.is_ascii_digit());
    token.parse().ok().filter(|year| digits && (2000..2100).contains(year))
}

/// Tells whether words name a part of the year, "9 tháng" or "quý III", and not a day; gives how many words follow the first.
fn part_of_year(token: &str, (next, after): (Option<&str>, Option<&str>), before: Option<&str>) -> Option<usize> {
    // “đến 30/6” leaves the rest of the year out.
    let number = |word: Option<&str>| word.and_then(|word| word.parse::<u32>().ok());
    if token == "den"
        && number(next).is_some_and(|day| (1..=31).contains(&day))
        && number(after).is_some_and(|month| (1..10).contains(&month))
    {
        return Some(2);
    }
    let months = token.parse::<u32>().is_ok_and(|number| number < 12) && next == Some("thang");
    let day = before.is_some_and(|before| matches!(before, "ngay" | "den"));
    let quarter = token == "quy" && next.is_some_and(|next| matches!(next, "i" | "ii" | "iii" | "iv" | "1" | "2" | "3" | "4"));
    ((months && !day) || quarter).then_some(1)
}

/// Reads the number of a round, in figures, Roman numbers or words; gives how many words it takes.
fn round(next: Option<&str>, after: Option<&str>) -> Option<(u32, usize)> {
    let (word, taken) = match next? {
        "thu" | "so" => (after?, 2),
        word => (word, 1),
    };
    let named = [("dau", 1), ("nhat", 1), ("mot", 1), ("i", 1), ("hai", 2), ("ii", 2), ("ba", 3), ("iii", 3)];
    let by_name = named.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    by_name.or_else(|| word.parse().ok().filter(|number| *number < 10)).map(|number| (number, taken))
}

/// Takes phrases out of words that blanks stand around; tells whether one was there.
fn take_any(plain: &mut String, phrases: &[&str]) -> bool {
    let mut taken = false;
    // Most phrases stand in no heading: looking costs less than making them whole.
    for phrase in phrases.iter().filter(|phrase| plain.contains(**phrase)).copied().collect::<Vec<_>>() {
        let whole = format!(" {phrase} ");
        while let Some(at) = plain.find(&whole) {
            plain.replace_range(at..at + whole.len(), " ");
            taken = true;
        }
    }
    taken
}

/// Makes every mark but letters and digits a blank.
fn spaced(plain: &str) -> String {
    let letters: String = plain.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells what makes a heading differ from others of the same role.
pub fn sense(words: &str) -> Sense {
    parted(words).0
}

/// Tells whether words say nothing but year, round and the like: their column is for what the heading above them says.
pub fn only_tells_apart(words: &str) -> bool {
    let (sense, left) = parted(words);
    let mut left = format!(" {left} ");
    take_any(&mut left, &IDLE);
    let said = ["thuc hien", "ca nam"].iter().any(|said| bare(words).contains(said));
    left.trim().is_empty() && !words.trim().is_empty() && (sense != Sense::default() || said)
}

/// Tells whether a heading says no more than "Điểm".
pub fn is_points_alone(words: &str) -> bool {
    let plain = bare(words);
    let outside = without_brackets(&plain);
    let said = if outside.trim().is_empty() { plain.trim_matches(['(', ')', '[', ']', ' ']) } else { &outside };
    parted(said).1 == "diem"
}

/// Tells what a heading says its column is for; `None` for words that are no heading.
pub fn role(words: &str) -> Option<Role> {
    if words.len() > LONGEST * 4 || words.contains(['×', '=', ';', '<', '>']) {
        return None;
    }
    let plain = bare(words);
    if plain.chars().count() > LONGEST {
        return None;
    }
    // What stands in brackets explains: "Điểm tự đánh giá (theo hướng dẫn của Sở Nội vụ)".
    let outside = without_brackets(&plain);
    let plain = if outside.trim().is_empty() { &plain } else { &outside };
    let (_, left) = taken_apart(plain);
    let role = of_parts(&left).or_else(|| of_parts(&spaced(plain)))?;
    Some(if is_taken_back(role, &bare(words)) { Role::Other } else { role })
}

/// Words of a heading that say how the unit scored or gave its figures, and of nothing else, bare; longer ones first.
const UNIT_S: [&str; 86] = [
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
        if below && !unit_s && role(part).is_none() && !only_tells_apart(part) {
            return has_unknown_words(&spaced(&bare(part))) || part.contains('%') || bare(part).contains("thang ");
        }
        unit_s && (brackets_say_more(part) || has_unknown_words(&taken_apart(&without_sources(&without_brackets(&bare(part)))).1))
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

/// Tells whether brackets of a heading say of its column what nobody knows: “(nháp)”, “(chưa trừ)”.
fn brackets_say_more(part: &str) -> bool {
    let plain = bare(part);
    let inside = plain.split(['(', '[']).skip(1).filter_map(|rest| rest.split([')', ']']).next());
    inside.into_iter().any(|inside| {
        let words = spaced(inside);
        let told = INSTRUCTIONS.iter().any(|begin| words == *begin || words.starts_with(&format!("{begin} ")));
        !told && has_unknown_words(&taken_apart(&without_sources(inside)).1)
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

/// Words in brackets by which a column is not what its heading says otherwise, bare.
const TAKEN_BACK: [&str; 10] =
    ["tham dinh", "so noi vu", "cua so noi vu", "snv", "cua hoi dong", "cu", "vi du", "de tham khao", "tham khao", "khong tinh"];

/// Tells whether what stands in brackets makes a column of the unit's something else: “Số liệu (của Sở Nội vụ)”, “Điểm tự chấm
/// (thang 10)”.
fn is_taken_back(role: Role, plain: &str) -> bool {
    let inside = plain.split(['(', '[']).nth(1).and_then(|inside| inside.split([')', ']']).next()).unwrap_or_default().trim();
    let scaled =
        role == Role::Claim && (plain.contains("theo %") || inside == "%" || inside == "phan tram" || inside.starts_with("thang "));
    let own = matches!(role, Role::Claim | Role::Figures | Role::Evidence | Role::Explanation | Role::Rate);
    own && (scaled || TAKEN_BACK.contains(&spaced(inside).as_str()))
}

/// Words by which a column lists what is not there, or was not taken, bare.
const NOT_THERE: [&str; 16] = [
    "con thieu",
    "bi thieu",
    "khong hop le",
    "chua hop le",
    "bi loai",
    "chua co",
    "can bo sung",
    "se bo sung",
    "khong dat",
    "bi tra lai",
    "chua nop",
    "chua gui",
    "khong duoc chap nhan",
    "bi tu choi",
    "khong co",
    "het hieu luc",
];

/// Tells whether words say of documents that they are not there, or were not taken.
pub fn says_not_there(words: &str) -> bool {
    let plain = format!(" {} ", spaced(&bare(words)));
    NOT_THERE.iter().any(|said| plain.contains(&format!(" {said} ")))
}

/// Tells what is meant by what is left of a heading.
fn of_parts(core: &str) -> Option<Role> {
    if core.is_empty() {
        return None;
    }
    let spaced = format!(" {core} ");
    let is = |list: &[&str]| list.contains(&core);
    let has = |list: &[&str]| list.iter().any(|word| core.contains(*word) && spaced.contains(&format!(" {word} ")));
    let ends = |list: &[&str]| list.iter().any(|word| spaced.ends_with(&format!(" {word} ")));
    let begins = |list: &[&str]| list.iter().any(|word| core.starts_with(*word) && spaced.starts_with(&format!(" {word} ")));
    if is(&["stt", "tt", "so tt", "so thu tu", "ma", "ma so", "ma tieu chi", "so hieu", "ma tc"]) {
        return Some(Role::Number);
    }
    if begins(&["chenh lech", "so sanh", "tang giam", "ly do", "nguoi", "ngay", "xep loai", "bo phan", "co quan thuc hien"]) {
        return Some(Role::Computed);
    }
    // What share of the maximum was reached says the points again.
    if begins(&["ty le"]) && has(&["diem toi da", "diem chuan", "toi da", "ty le diem"]) {
        return Some(Role::Computed);
    }
    if has(&["tai lieu kiem chung", "tlkc", "minh chung", "tai lieu chung minh", "ho so kiem chung", "van ban kiem chung"]) {
        // What is missing or was refused is not what the unit names.
        let missing = has(&NOT_THERE) || ends(&["mau"]);
        return Some(if missing { Role::Other } else { Role::Evidence });
    }
    let of_others = ["can giai trinh", "lan truoc", "co phai", "cua hoi dong"];
    if has(&["giai trinh"]) && (begins(&["yeu cau", "huong dan"]) || has(&of_others) || has(&NOT_THERE) || ends(&["mau"])) {
        return Some(Role::Other);
    }
    if has(&["cach tinh", "cach cham", "phuong phap tinh", "phuong phap cham", "phuong phap danh gia", "huong dan cham", "dien giai"]) {
        return Some(Role::Method);
    }
    let figures = has(&["so lieu", "thong tin ke khai"]);
    if figures && !begins(&["nguon", "can cu"]) {
        let offices = has(&["tham dinh", "snv", "so noi vu", "hoi dong", "hdtd", "tham tra", "phuc tra"]);
        return Some(if offices { Role::Appraised } else { Role::Figures });
    }
    if has(&["dieu tra xa hoi hoc", "dieu tra xhh", "dtxhh", "diem xhh"]) {
        return Some(Role::Survey);
    }
    if has(&["ty le dat", "ty le thuc hien", "ty le hoan thanh", "ty le dat duoc"]) {
        return Some(Role::Rate);
    }
    let own = has(&["tu danh gia", "tu cham", "tu cho diem", "diem tu", "don vi cham", "don vi danh gia"]);
    let office = has(&["tham dinh", "snv", "so noi vu", "thuc te", "hoi dong", "hdtd"]);
    match (own, office) {
        // Both scorers are named: a difference, or what one says of the other.
        (true, true) => return Some(Role::Computed),
        (true, false) if begins(&["noi dung"]) && !has(&["diem"]) => return Some(Role::Name),
        (true, false) if begins(&["nhan xet", "y kien", "giai trinh", "thuyet minh"]) => return Some(Role::Explanation),
        (true, false) if begins(&["ty le", "can cu", "ghi chu"]) => return Some(Role::Computed),
        // “Điểm tự đánh giá bị trừ”, “Điểm không tự đánh giá” are no score.
        (true, false) if has(&["bi tru", "khong tu danh gia", "khong tu cham", "tu danh gia toi da", "tu cham toi da"]) => {
            return Some(Role::Other);
        }
        (true, false) => return Some(Role::Claim),
        (false, true) => return Some(Role::Appraised),
        (false, false) if is(&["y kien"]) => return Some(Role::Appraised),
        (false, false) => {}
    }
    if has(&["dat duoc", "diem danh gia"]) {
        return Some(Role::Computed);
    }
    if has(&["diem toi da", "diem chuan", "thang diem", "diem so toi da", "diem tieu chuan", "so diem toi da"]) || is(&["toi da", "diem"]) {
        return Some(Role::Max);
    }
    if has(&["giai trinh"]) {
        return Some(Role::Explanation);
    }
    if has(&["ghi chu", "nhan xet"]) {
        return Some(Role::Remark);
    }
    if has(&["y kien", "chi so cchc", "chu ky", "can cu cham"]) || is(&["chi so"]) {
        return Some(Role::Computed);
    }
    if has(&["tieu chi", "noi dung", "linh vuc", "chi tieu"]) {
        return Some(Role::Name);
    }
    None
}

/// Drops what stands in brackets.
fn without_brackets(plain: &str) -> String {
    let mut depth = 0_u32;
    let mut outside = String::new();
    for letter in plain.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    outside
}
