//! What decisions write for short.

/// Abbreviations of decisions, spelt out.
pub const SHORT: [(&str, &str); 11] = [
    ("tthc", "thủ tục hành chính"),
    ("cbccvc", "cán bộ công chức viên chức"),
    ("cbcc", "cán bộ công chức"),
    ("ccvc", "công chức viên chức"),
    ("vbqppl", "văn bản quy phạm pháp luật"),
    ("dvctt", "dịch vụ công trực tuyến"),
    ("dvc", "dịch vụ công"),
    ("cntt", "công nghệ thông tin"),
    ("cchc", "cải cách hành chính"),
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
];

/// Spells abbreviations out, in small letters: “Số DVCTT” are online services.
pub fn in_full(text: &str) -> String {
    let mut plain = format!(" {} ", text.to_lowercase());
    for (short, long) in SHORT {
        plain = plain.replace(&format!(" {short} "), &format!(" {long} "));
    }
    plain.trim().to_owned()
}
