//! Words of how things are and of what is done with them, in one table by kind.

use super::short::in_full;

/// What a word tells of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// When it was done: one word of time stands for another, “trong thời hạn” for “đúng hạn”.
    Time,
    /// In which form, or with what end: which of them count.
    Form,
    /// What is done with them.
    Deed,
}

/// The words by kind.
const STATES: [(&str, Kind); 35] = [
    ("đúng hạn", Kind::Time),
    ("trước hạn", Kind::Time),
    ("đúng thời hạn", Kind::Time),
    ("trước thời hạn", Kind::Time),
    ("trong thời hạn", Kind::Time),
    ("đúng thời gian", Kind::Time),
    ("đúng tiến độ", Kind::Time),
    ("đúng hẹn", Kind::Time),
    ("trước hẹn", Kind::Time),
    ("trễ hạn", Kind::Time),
    ("quá hạn", Kind::Time),
    ("chậm hạn", Kind::Time),
    ("trễ hẹn", Kind::Time),
    ("quá hẹn", Kind::Time),
    ("chậm tiến độ", Kind::Time),
    ("theo tiến độ", Kind::Time),
    ("trực tuyến", Kind::Form),
    ("toàn trình", Kind::Form),
    ("ký số", Kind::Form),
    ("số hóa", Kind::Form),
    ("hợp lệ", Kind::Form),
    ("hòa giải thành", Kind::Form),
    ("không dùng tiền mặt", Kind::Form),
    ("đồng bộ", Kind::Form),
    ("thanh toán", Kind::Deed),
    ("trả lời", Kind::Deed),
    ("giải quyết", Kind::Deed),
    ("xử lý", Kind::Deed),
    ("khắc phục", Kind::Deed),
    ("cập nhật", Kind::Deed),
    ("đơn giản hóa", Kind::Deed),
    ("công khai", Kind::Deed),
    ("niêm yết", Kind::Deed),
    ("hoàn thành", Kind::Deed),
    ("giải ngân", Kind::Deed),
];

/// Lists the words of how things are among others, in small letters, with their kinds.
pub fn states(words: &str) -> impl Iterator<Item = (&'static str, Kind)> {
    STATES.iter().copied().filter(move |(state, _)| words.contains(state))
}

/// Tells whether words say how things are, or what is done with them.
pub fn says_state(words: &str) -> bool {
    states(&words.to_lowercase()).next().is_some()
}

/// Tells which words of time or form stand in some words, and not in labels. Of time one word is enough for all.
pub fn lost(said: &str, labels: &str) -> Option<&'static str> {
    let (said, labels) = (said.to_lowercase(), in_full(labels));
    let timely = labels.contains(" hạn") || states(&labels).any(|(_, kind)| kind == Kind::Time);
    // What is done online all the way is online.
    let online = |state: &str| state == "trực tuyến" && labels.contains("toàn trình") && said.contains("trực tuyến toàn trình");
    let kept = |(state, kind): &(&str, Kind)| match kind {
        Kind::Form if online(state) => true,
        Kind::Time => timely,
        Kind::Form => labels.contains(state),
        Kind::Deed => true,
    };
    states(&said).find(|state| !kept(state)).map(|(state, _)| state)
}
