//! Types of documents by their codes, which evidence is asked by.

use crate::finding::Finding;
use crate::finding::criteria::DOCUMENT_TYPE;
use crate::text;
use crate::text::fold::bare;

/// Type codes in their canonical spelling, with the names of the types: those of the decree, then those of legal and Party
/// documents.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III.
pub const DOCUMENT_TYPES: [(&str, &str); 39] = [
    ("NQ", "Nghị quyết"),
    ("QĐ", "Quyết định"),
    ("CT", "Chỉ thị"),
    ("QC", "Quy chế"),
    ("QyĐ", "Quy định"),
    ("TC", "Thông cáo"),
    ("TB", "Thông báo"),
    ("HD", "Hướng dẫn"),
    ("CTr", "Chương trình"),
    ("KH", "Kế hoạch"),
    ("PA", "Phương án"),
    ("ĐA", "Đề án"),
    ("DA", "Dự án"),
    ("BC", "Báo cáo"),
    ("BB", "Biên bản"),
    ("TTr", "Tờ trình"),
    ("HĐ", "Hợp đồng"),
    ("CĐ", "Công điện"),
    ("BGN", "Bản ghi nhớ"),
    ("BTT", "Bản thỏa thuận"),
    ("GUQ", "Giấy ủy quyền"),
    ("GM", "Giấy mời"),
    ("GGT", "Giấy giới thiệu"),
    ("GNP", "Giấy nghỉ phép"),
    ("PG", "Phiếu gửi"),
    ("PC", "Phiếu chuyển"),
    ("PB", "Phiếu báo"),
    ("SY", "Bản sao y"),
    ("TrS", "Bản trích sao"),
    ("SL", "Bản sao lục"),
    ("NĐ", "Nghị định"),
    ("TT", "Thông tư"),
    ("TTLT", "Thông tư liên tịch"),
    ("NQLT", "Nghị quyết liên tịch"),
    ("KL", "Kết luận"),
    ("BCTĐ", "Báo cáo thẩm định"),
    ("QCPH", "Quy chế phối hợp"),
    ("CTPH", "Chương trình phối hợp"),
    ("VBHN", "Văn bản hợp nhất"),
];

/// Tells of a type of documents that no document can be of, with the code that was probably meant.
pub fn fault(typed: &str) -> Option<Finding> {
    if DOCUMENT_TYPES.iter().any(|(code, _)| *code == typed) {
        return None;
    }
    let plain = bare(typed);
    let named = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let exact = |word: &str| bare(word) == named;
    let by_name = DOCUMENT_TYPES.iter().find(|(_, name)| exact(name));
    // "kh" and "Qd": as a code is often typed; several codes may differ by a diacritic only.
    let by_code = || {
        let same_letters = DOCUMENT_TYPES.iter().find(|(code, _)| code.to_lowercase() == typed.to_lowercase());
        same_letters.or_else(|| DOCUMENT_TYPES.iter().find(|(code, _)| exact(code)))
    };
    let slip = || {
        let near = |name: &str| strsim::damerau_levenshtein(&bare(name), &named);
        DOCUMENT_TYPES.iter().filter(|_| named.chars().count() > 4).min_by_key(|(_, name)| near(name)).filter(|(_, name)| near(name) <= 1)
    };
    let message = if matches!(named.as_str(), "cv" | "cong van") {
        text!("“{typed}”: công văn không có ký hiệu loại văn bản", "“{typed}”: official letters (công văn) have no type code")
    } else {
        text!("“{typed}” không phải ký hiệu loại văn bản", "“{typed}” is not the code of a type of documents")
    };
    let finding = Finding::new(&DOCUMENT_TYPE, message);
    Some(match by_name.or_else(by_code).or_else(slip) {
        Some((code, name)) => finding.help(text!("{name} có ký hiệu {code}: viết {code}.", "The code of {name} is {code}: write {code}.")),
        None => finding,
    })
}
