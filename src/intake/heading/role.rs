//! What a heading says its column is for.

use super::sense::{parted, spaced, taken_apart};
use crate::intake::field::{Field, LONGEST};
use crate::text::fold::bare;

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

/// Tells whether a heading says no more than "Điểm".
pub fn is_points_alone(words: &str) -> bool {
    let plain = bare(words);
    let outside = without_brackets(&plain);
    let said = if outside.trim().is_empty() { plain.trim_matches(['(', ')', '[', ']', ' ']) } else { &outside };
    parted(said).1 == "diem"
}

/// Tells whether a heading says no more than that its column holds rates: “Tỷ lệ (%)”.
pub fn is_rate_alone(words: &str) -> bool {
    ["ty le", "ty le phan tram"].contains(&spaced(&bare(words)).as_str())
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
    let role = if role == Role::Remark { of_remarks(&in_brackets(&bare(words))) } else { role };
    Some(if is_taken_back(role, &bare(words)) { Role::Other } else { role })
}

/// Tells what a column of remarks is for by what stands in brackets: “Ghi chú (tài liệu kiểm chứng)”.
fn of_remarks(inside: &str) -> Role {
    match of_parts(&spaced(inside)) {
        Some(Role::Evidence) => Role::Evidence,
        _ if says_not_there(inside) => Role::Other,
        _ => Role::Remark,
    }
}

/// Words in brackets by which a column is not what its heading says otherwise, bare.
const TAKEN_BACK: [&str; 10] =
    ["tham dinh", "so noi vu", "cua so noi vu", "snv", "cua hoi dong", "cu", "vi du", "de tham khao", "tham khao", "khong tinh"];

/// Tells whether what stands in brackets makes a column of the unit's something else: “Số liệu (của Sở Nội vụ)”, “Điểm tự chấm
/// (thang 10)”.
fn is_taken_back(role: Role, plain: &str) -> bool {
    let inside = in_brackets(plain);
    let scaled =
        role == Role::Claim && (plain.contains("theo %") || inside == "%" || inside == "phan tram" || inside.starts_with("thang "));
    let own = matches!(role, Role::Claim | Role::Figures | Role::Evidence | Role::Explanation | Role::Rate);
    own && (scaled || TAKEN_BACK.contains(&spaced(&inside).as_str()))
}

/// Gives what stands in the first brackets.
fn in_brackets(plain: &str) -> String {
    plain.split(['(', '[']).nth(1).and_then(|inside| inside.split([')', ']']).next()).unwrap_or_default().trim().to_owned()
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

/// Words by which a column says how points are given, bare.
const METHODS: [&str; 24] = [
    "cach tinh",
    "cach cham",
    "cach danh gia",
    "cach xac dinh",
    "cach cho diem",
    "cach thuc tinh",
    "cach thuc cham",
    "cach thuc danh gia",
    "cach thuc xac dinh",
    "cong thuc tinh",
    "phuong phap xac dinh",
    "huong dan danh gia",
    "huong dan tinh",
    "phuong phap tinh",
    "phuong phap cham",
    "phuong phap danh gia",
    "huong dan cham",
    "dien giai",
    "tieu chi cham",
    "thang diem cham",
    "quy dinh cham",
    "nguyen tac cham",
    "thuyet minh cach",
    "giai thich cach",
];

/// Words that the heading of such a column begins with, bare.
const METHODS_BEGIN: [&str; 4] = ["cong thuc", "phuong phap cho diem", "huong dan xac dinh", "huong dan cho diem"];

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
    if is(&["don vi tinh", "dvt", "don vi do", "don vi tinh dvt"]) {
        return Some(Role::Computed);
    }
    if begins(&["chenh lech", "so sanh", "tang giam", "ly do", "nguoi", "ngay", "xep loai", "bo phan", "co quan thuc hien"]) {
        return Some(Role::Computed);
    }
    // What share of the maximum was reached says the points again.
    if begins(&["ty le"]) && has(&["diem toi da", "diem chuan", "toi da", "ty le diem"]) {
        return Some(Role::Computed);
    }
    if has(&["tai lieu kiem chung", "tlkc", "minh chung", "tai lieu chung minh", "ho so kiem chung", "van ban kiem chung"])
        || has(&["van ban chung minh", "ho so chung minh", "chung tu kiem chung", "tai lieu dan chung"])
    {
        // What is missing or was refused is not what the unit names.
        let missing = has(&NOT_THERE) || ends(&["mau"]);
        return Some(if missing { Role::Other } else { Role::Evidence });
    }
    let of_others = ["can giai trinh", "lan truoc", "co phai", "cua hoi dong"];
    if has(&["giai trinh"]) && (begins(&["yeu cau", "huong dan"]) || has(&of_others) || has(&NOT_THERE) || ends(&["mau"])) {
        return Some(Role::Other);
    }
    if has(&METHODS) || begins(&METHODS_BEGIN) || is(&["yeu cau"]) || begins(&["yeu cau cua", "yeu cau ve", "noi dung yeu cau"]) {
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
        (false, false) if is_put_forward(core) => return Some(Role::Claim),
        (false, false) if is(&["y kien"]) => return Some(Role::Appraised),
        (false, false) => {}
    }
    if has(&["dat duoc", "diem danh gia"]) {
        return Some(Role::Computed);
    }
    if has(&[
        "diem toi da",
        "diem chuan",
        "thang diem",
        "diem so toi da",
        "diem tieu chuan",
        "so diem toi da",
        "diem cao nhat",
        "diem tran",
        "diem quy dinh",
        "diem cham toi da",
        "diem toi da cham",
    ]) || is(&["toi da", "diem", "so diem", "khung diem", "muc diem"])
    {
        return Some(Role::Max);
    }
    if has(&["giai trinh"]) || is(&["thuyet minh", "giai thich", "thuyet minh giai trinh", "thuyet minh cua", "giai thich cua"]) {
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

/// Tells whether a heading says which office looks after a criterion, and nothing of scores: the province prints what stands
/// below it.
pub fn names_office(words: &str) -> bool {
    let said = format!(" {} ", spaced(&bare(words)));
    let has = |list: &[&str]| list.iter().any(|word| said.contains(&format!(" {word} ")));
    let office = [" co quan ", " don vi ", " phong "].iter().any(|office| said.starts_with(office));
    let does = has(&["chu tri", "theo doi", "phoi hop", "tham muu", "tham dinh", "phu trach", "thuc hien"]);
    office && does && !has(&["diem", "cham", "danh gia", "y kien", "nhan xet", "ket qua", "de nghi", "tu"])
}

/// Words of a heading of points that the unit puts forward, bare.
const PUT_FORWARD: [&str; 12] = ["diem", "so", "don", "vi", "cua", "de", "nghi", "xuat", "xin", "cong", "nhan", "cham"];

/// Tells whether a heading says no more than that the unit puts these points forward: “Điểm đơn vị đề nghị”.
fn is_put_forward(core: &str) -> bool {
    let says = |words: &str| format!(" {core} ").contains(&format!(" {words} "));
    says("diem") && ["de nghi", "de xuat", "don vi"].iter().any(|who| says(who)) && core.split(' ').all(|word| PUT_FORWARD.contains(&word))
}

/// Drops what stands in brackets.
pub fn without_brackets(plain: &str) -> String {
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
