//! Words of how a thing is done, and of how it is not, for all questions on what lies between levels.

/// Words that say that something was in time.
pub const IN_TIME: [&str; 9] = [
    "đúng hạn",
    "kịp thời",
    "đúng thời hạn",
    "đúng thời gian",
    "đúng tiến độ",
    "trước hạn",
    "trong thời hạn",
    "đúng thời gian quy định",
    "đúng ngày",
];

/// Words that say that it was not.
pub const LATE: [&str; 14] = [
    "sau hạn",
    "sau thời hạn",
    "quá thời gian",
    "chưa đúng hạn",
    "chậm",
    "trễ",
    "muộn",
    "quá hạn",
    "quá thời hạn",
    "không kịp",
    "chưa kịp",
    "không đúng hạn",
    "không đúng thời",
    "trễ hạn",
];

/// Words that say that all is there, and right.
pub const COMPLETE: [&str; 13] = [
    "đầy đủ",
    "đủ nội dung",
    "đủ",
    "đúng nội dung",
    "đúng mẫu",
    "đúng biểu mẫu",
    "đúng yêu cầu",
    "đạt yêu cầu",
    "bảo đảm chất lượng",
    "đảm bảo chất lượng",
    "có chất lượng",
    "chính xác",
    "đúng thể thức",
];

/// Words that say that it is not.
pub const LACKING: [&str; 14] = [
    "không đầy đủ",
    "chưa đầy đủ",
    "không đủ",
    "chưa đủ",
    "thiếu",
    "không đạt",
    "chưa đạt",
    "sơ sài",
    "sai",
    "không chính xác",
    "chưa chính xác",
    "không đúng mẫu",
    "chưa đúng",
    "không đảm bảo",
];

/// Words that say how well a thing has to be done, whatever it is.
pub const WELL: [&str; 6] = ["đầy đủ", "đủ", "đúng quy định", "đảm bảo", "bảo đảm", "đạt yêu cầu"];

/// Words with which a quality begins, each with the one that has to follow it, if any: “chính xác”, not “tài chính”.
const BEGINS: [(&str, &str); 10] = [
    ("đủ", ""),
    ("đầy", "đủ"),
    ("đúng", ""),
    ("kịp", "thời"),
    ("thường", "xuyên"),
    ("phù", "hợp"),
    ("rõ", ""),
    ("chính", "xác"),
    ("bảo", "đảm"),
    ("đảm", "bảo"),
];

/// Tells whether a quality begins at the first of several words.
pub fn begins_quality(words: &[&str]) -> bool {
    let next = words.get(1).copied().unwrap_or_default();
    words.first().is_some_and(|first| BEGINS.iter().any(|(word, behind)| word == first && (behind.is_empty() || *behind == next)))
}

/// Words of a level that holds where anything that is asked for is missing.
pub const FAILS: [&str; 4] = ["một trong", "không đảm bảo", "không bảo đảm", "không đáp ứng"];

/// Words of a level that holds where some of what is asked for is there, or missing.
pub const PARTLY: [&str; 5] = ["một số", "một phần", "chưa đạt", "không đạt", "nội dung còn lại"];

/// Words of a level at which one thing is missing.
pub const ONE: [&str; 8] =
    ["một trong hai", "1 trong 2", "một trong 2", "01 trong 02", "1 trong hai", "một trong các", "một trong những", "một trong số"];

/// Words that deny what follows.
pub const DENIALS: [&str; 2] = ["không", "chưa"];

/// Words between what is affirmed and what is denied.
pub const BUTS: [&str; 3] = ["nhưng", "song", "mà"];
