//! Words that only say that a time has passed.

/// Tells whether words say that the days named have passed, and nothing else.
pub fn is_late(part: &str) -> bool {
    const LATE: [&str; 15] = [
        "sau",
        "quá",
        "muộn hơn",
        "chậm hơn",
        "trễ hơn",
        "ngoài",
        "muộn",
        "chậm",
        "trễ",
        "không kịp thời",
        "không đúng",
        "không đảm bảo",
        "không bảo đảm",
        "chưa kịp thời",
        "chưa đúng",
    ];
    const DONE: [&str; 9] = ["ban hành", "gửi", "nộp", "trình", "hoàn thành", "thực hiện", "báo cáo", "công bố", "phê duyệt"];
    const THINGS: [&str; 5] = ["kế hoạch", "văn bản", "quyết định", "hồ sơ", "chương trình"];
    const NAMED: [&str; 18] =
        ["đó", "này", "trên", "nêu", "ở", "các", "những", "thời", "hạn", "gian", "điểm", "mốc", "ngày", "quy", "định", "kể", "so", "với"];
    // “Không ban hành đúng thời hạn” is late, too.
    let denied = ["không ", "chưa "].iter().find_map(|denies| part.strip_prefix(denies));
    let done = denied.and_then(|rest| DONE.iter().find_map(|done| rest.strip_prefix(done)?.strip_prefix(' ')));
    let timely = done.and_then(|rest| ["đúng ", "kịp ", "trong "].iter().find_map(|timely| rest.strip_prefix(timely)));
    if timely.is_some_and(|named| {
        named.split_whitespace().all(|word| NAMED.contains(&word)) && ["hạn", "thời"].iter().any(|word| named.contains(word))
    }) {
        return true;
    }
    // “Gửi báo cáo sau thời hạn trên” names what is done, and with what.
    let mut rest = part.trim_start();
    while let Some(behind) = DONE.iter().chain(&THINGS).find_map(|done| rest.strip_prefix(done)?.strip_prefix(' ')) {
        rest = behind.trim_start();
    }
    let named = LATE.iter().filter_map(|late| rest.strip_prefix(late)).find(|named| named.starts_with(' '));
    named.is_some_and(|named| named.split_whitespace().all(|word| NAMED.contains(&word)))
}
