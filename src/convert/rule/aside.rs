//! Words beside a rule that no rule uses and that name no points: they don't undo what is understood, and are asked.

use crate::convert::line::{Clause, WordedClause, gives_something, points_given};

use super::Words;

/// Words that give points, take them, bound them or leave a criterion out, whatever else is said.
const BINDING: [&str; 34] = [
    "trừ",
    "cộng",
    "thưởng",
    "tối đa",
    "tối thiểu",
    "không quá",
    "không vượt",
    "gấp",
    "nhân",
    "chia",
    "hệ số",
    "trọng số",
    "làm tròn",
    "không tính",
    "không chấm",
    "không được",
    "không đạt",
    "không đánh giá",
    "không xét",
    "không áp dụng",
    "không công nhận",
    "chỉ tính",
    "chỉ chấm",
    "chỉ được",
    "được tính",
    "được hưởng",
    "một nửa",
    "nửa số điểm",
    "hạ ",
    "giảm",
    "tăng",
    "đủ điểm",
    "tuyệt đối",
    "mất điểm",
];

/// Sets aside clauses that aren't understood and name no points: “không bao gồm văn bản mật”, “mức điểm tính theo % điểm chuẩn”. Tells
/// whether there was any; nothing is set aside where another that isn't understood does.
pub fn set_aside(words: &Words<'_>, said: &mut [WordedClause]) -> bool {
    // A piece of a list is no sentence of its own.
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let sentences: Vec<String> =
        words.lines.iter().flat_map(|line| line.split(". ")).filter(|text| !text.trim_end().ends_with(':')).map(bare).collect();
    let open = |one: &WordedClause| one.clause == Clause::Unknown || matches!(one.clause, Clause::Case(_)) && is_made_up_for(&one.text);
    if said.iter().any(|one| open(one) && (binds(&one.text) || !sentences.contains(&bare(&one.text)))) {
        return false;
    }
    let mut any = false;
    for one in said.iter_mut().filter(|one| open(one)) {
        one.clause = if leaves_out(&one.text) { Clause::Remark } else { Clause::Note };
        any = true;
    }
    any
}

/// Tells whether a sentence only leaves things out of what is counted: “không tính thủ tục được phép tiếp nhận ngoài Trung tâm”.
pub fn leaves_out(text: &str) -> bool {
    const LEFT_OUT: [&str; 7] = ["không tính ", "không bao gồm ", "không kể ", "không thống kê ", "chưa tính ", "loại trừ ", "không gồm "];
    const CONDITIONS: [&str; 5] = ["điểm", "thì", "nếu", "khi", "tiêu chí"];
    const NOT_FOR: [&str; 8] = [
        "không tính là quá hạn",
        "không tính là trễ hạn",
        "không tính là chậm",
        "không tính là vi phạm",
        "không bị tính là quá hạn",
        "không tính quá hạn",
        "không đưa vào mẫu số",
        "không tính vào mẫu số",
    ];
    let plain = text.to_lowercase();
    let core = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    let ended = core.trim_end_matches(['.', ';', ' ']);
    if NOT_FOR.iter().any(|word| ended.ends_with(word)) && !core.contains("điểm") && !core.contains("tiêu chí") {
        return true;
    }
    let said = |word: &str| core.split(|c: char| !c.is_alphanumeric()).any(|one| one == word);
    let condition = core.contains("tiêu chí") || CONDITIONS.iter().any(|word| said(word));
    LEFT_OUT.iter().any(|word| core.starts_with(word)) && !condition && !core.contains(|c: char| c.is_ascii_digit())
}

/// Tells whether a sentence only says where figures or results are taken from, and as of when: “lấy kết quả xếp loại cả năm, tại thời điểm
/// 31/12”.
fn says_source(text: &str) -> bool {
    const TAKEN: [&str; 9] = [
        "lấy kết quả",
        "lấy số liệu",
        "lấy theo kết quả",
        "lấy theo số liệu",
        "số liệu lấy",
        "số liệu được lấy",
        "số liệu tính",
        "số liệu được tính",
        "thời điểm lấy số liệu",
    ];
    let plain = text.to_lowercase();
    let core = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    let other = core.replace("thời điểm", "").replace("đặc điểm", "");
    let shared = ["điểm", "%", " x ", "×", "bình quân", "trung bình", "cao nhất", "thấp nhất", "nếu", "thì"];
    TAKEN.iter().any(|word| core.starts_with(word)) && !shared.iter().any(|word| other.contains(word))
}

/// Tells whether a sentence gives units that have nothing to do what others or other criteria come to: “Sở không thuộc đối tượng đo lường: quy
/// đổi theo tỷ lệ điểm của tiêu chí 8.1”. For all others it changes nothing.
fn is_made_up_for(text: &str) -> bool {
    const BODIES: [&str; 9] = ["sở ", "đơn vị ", "cơ quan ", "xã ", "phường ", "địa phương ", "huyện ", "các ", "trường hợp "];
    const MADE_UP: [&str; 8] =
        ["quy đổi", "điểm bình quân", "điểm trung bình", "bình quân điểm", "tỷ lệ điểm", "theo điểm của", "lấy điểm của", "phân bổ"];
    let plain = text.to_lowercase();
    let core = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some((whom, then)) = core.split_once(':').or_else(|| core.split_once(" thì ")) else { return false };
    let none = ["không có", "không thuộc", "không được", "chưa có", "không phát sinh", "không phải"].iter().any(|word| whom.contains(word));
    let done = ["hoàn thành", "thực hiện", "gửi", "báo cáo", "ban hành", "đúng hạn"].iter().any(|word| whom.contains(word));
    BODIES.iter().any(|word| core.starts_with(word)) && none && !done && MADE_UP.iter().any(|word| then.contains(word))
}

/// Tells whether a sentence lowers the grade or the place of a unit, and none of its points: “có từ 03 văn bản trở lên thì hạ một bậc xếp loại”.
fn lowers_grade(text: &str) -> bool {
    const LOWERED: [&str; 6] = ["hạ một bậc", "hạ 01 bậc", "hạ 1 bậc", "hạ bậc", "không được", "không xét"];
    const GRADES: [&str; 4] = ["xếp loại", "xếp hạng", "khen thưởng", "thi đua"];
    let plain = text.to_lowercase();
    let says = |list: &[&str]| list.iter().any(|word| plain.contains(word));
    says(&LOWERED) && says(&GRADES) && !plain.contains("điểm")
}

/// Tells whether words name points, or change them.
fn binds(text: &str) -> bool {
    if leaves_out(text) || says_source(text) || is_made_up_for(text) || lowers_grade(text) {
        return false;
    }
    let plain = text.to_lowercase();
    let number = plain.chars().any(|c| c.is_ascii_digit());
    number || gives_something(text) || !points_given(text).is_empty() || BINDING.iter().any(|word| plain.contains(word))
}
