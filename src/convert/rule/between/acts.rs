//! Verbs of what units do, with which a demand begins.

use crate::convert::rule::conditions::DONE;

/// Words that stand before a verb and say nothing of what is done.
const HELPERS: [&str; 16] = [
    "có",
    "đã",
    "được",
    "phải",
    "trực tiếp",
    "thường xuyên",
    "chủ động",
    "kịp thời",
    "tổ chức",
    "thực hiện",
    "tham mưu",
    "tiến hành",
    "bị",
    "để",
    "cùng",
    "việc",
];

/// Verbs besides those of [`DONE`].
const VERBS: [&str; 84] = [
    "chủ trì",
    "phụ trách",
    "chỉ đạo",
    "công khai",
    "công bố",
    "hẹn",
    "xin lỗi",
    "kết nối",
    "chia sẻ",
    "tích hợp",
    "theo dõi",
    "kiểm tra",
    "đánh giá",
    "rà soát",
    "đôn đốc",
    "tuyên truyền",
    "phổ biến",
    "quán triệt",
    "lập",
    "thành lập",
    "kiện toàn",
    "lưu",
    "ký",
    "đăng",
    "đề xuất",
    "kiến nghị",
    "giao",
    "hoàn thành",
    "tổ chức",
    "tham gia",
    "tham dự",
    "dự",
    "thông qua",
    "thẩm định",
    "nghiệm thu",
    "vận hành",
    "khai thác",
    "nâng cấp",
    "thông báo",
    "trả",
    "trả lời",
    "tiếp nhận",
    "khắc phục",
    "sửa đổi",
    "bổ sung",
    "thay thế",
    "bãi bỏ",
    "số hóa",
    "nhập",
    "đồng bộ",
    "chuyển",
    "kê khai",
    "lấy ý kiến",
    "tiếp thu",
    "giải trình",
    "đối thoại",
    "tiếp công dân",
    "họp",
    "bồi dưỡng",
    "đào tạo",
    "tập huấn",
    "khen thưởng",
    "nhân rộng",
    "áp dụng",
    "thu",
    "chi",
    "quyết toán",
    "gắn",
    "phát",
    "đăng ký",
    "phối hợp",
    "làm sạch",
    "tái sử dụng",
    "liên thông",
    "tổng kết",
    "sơ kết",
    "giám sát",
    "hướng dẫn",
    "trang bị",
    "lắp đặt",
    "công nhận",
    "chứng nhận",
    "xác nhận",
    "cam kết",
];

/// Verbs by which a thing comes to be there, or comes to a unit: what is “được ban hành” is there, what is “được giao” is a unit's.
const MAKING: [&str; 16] = [
    "ban hành",
    "xây dựng",
    "thành lập",
    "tổ chức",
    "lập",
    "bố trí",
    "giao",
    "cấp",
    "thực hiện",
    "triển khai",
    "phát hiện",
    "phản ánh",
    "phân công",
    "ủy quyền",
    "phân cấp",
    "tiếp nhận",
];

/// Takes words that say nothing of what is done off the front.
pub fn without_helpers(piece: &str) -> &str {
    let mut rest = piece.trim();
    let helper = |rest: &str| {
        let lower = rest.to_lowercase();
        HELPERS.iter().find(|word| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(' '))).map(|word| word.len())
    };
    while let Some(next) = helper(rest).and_then(|at| rest.get(at..)) {
        rest = next.trim_start();
    }
    rest
}

/// Gives what stands behind the verb with which words begin.
fn behind_verb(words: &str) -> Option<&str> {
    let lower = words.to_lowercase();
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',', '.']);
    let verb = VERBS.iter().chain(&DONE).filter(|verb| lower.strip_prefix(**verb).is_some_and(ends)).max_by_key(|verb| verb.len())?;
    words.get(verb.len()..).map(str::trim)
}

/// Tells whether a piece begins with something that is done, or is there.
pub fn begins_with_act(piece: &str) -> bool {
    let helped = without_helpers(piece);
    helped.len() < piece.trim().len() || behind_verb(helped).is_some()
}

/// Tells whether a piece is a verb without an object.
pub fn is_bare_act(piece: &str) -> bool {
    // “Phối hợp theo dõi” has no object either.
    let behind = behind_verb(without_helpers(piece));
    behind.is_some_and(|rest| rest.is_empty() || behind_verb(rest).is_some_and(str::is_empty))
}

/// Tells whether “được …” only says that a thing is there, or whose it is.
pub fn is_made_by(result: &str) -> bool {
    let lower = result.to_lowercase();
    MAKING.iter().any(|verb| format!(" {lower} ").contains(&format!(" {verb} ")))
}

/// Tells whether words say anywhere what is done or how it is: “Giám đốc trực tiếp phụ trách”.
pub fn says_an_act(words: &str) -> bool {
    const SAYS: [&str; 6] = ["được", "có", "đạt", "đúng", "đủ", "đầy đủ"];
    let joined = format!(" {} ", words.to_lowercase());
    VERBS.iter().chain(&DONE).chain(&SAYS).any(|verb| joined.contains(&format!(" {verb} ")))
}

/// Tells whether words end with a verb that has no object: “lãnh đạo được cấp”.
pub fn ends_with_act(words: &str) -> bool {
    let lower = words.to_lowercase();
    VERBS
        .iter()
        .chain(&DONE)
        .chain(&MAKING)
        .any(|verb| lower.strip_suffix(verb).is_some_and(|front| front.ends_with(" được ") || front.ends_with(" đã ")))
}

/// Gives the verb with which a piece begins, or all of it.
pub fn verb_of(piece: &str) -> &str {
    let rest = without_helpers(piece);
    let end = behind_verb(rest).map_or(rest.len(), |behind| rest.len() - behind.len());
    rest.get(..end).map_or(rest, str::trim)
}

/// Lists the verbs that words say.
pub fn acts_in(words: &str) -> Vec<&'static str> {
    const LIGHT: [&str; 4] = ["có", "đã", "được", "thực hiện"];
    let joined = format!(" {} ", words.to_lowercase());
    VERBS.iter().chain(&DONE).copied().filter(|verb| !LIGHT.contains(verb) && joined.contains(&format!(" {verb} "))).collect()
}
