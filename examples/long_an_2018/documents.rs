//! Documents that a unit names as evidence, and the small files of some of them.

use jiff::civil::Date;
use parindex::assessment::{Evidence, EvidenceDate};

use super::frame::Frame;

/// Document that a unit issued.
struct Document {
    /// Key in the table of leaves below.
    key: &'static str,
    /// Type code.
    code: &'static str,
    /// Trích yếu.
    title: &'static str,
    /// Month and day in 2018.
    day: (i8, i8),
    /// Name of its own file; the others are scanned into one, [`SCANNED`].
    file: Option<&'static str>,
}

/// File that holds the documents without a file of their own, as many units send them.
const SCANNED: &str = "tap-tai-lieu-kiem-chung-2018.pdf";

/// Declares a document.
const fn document(key: &'static str, code: &'static str, day: (i8, i8), title: &'static str, file: Option<&'static str>) -> Document {
    Document { key, code, title, day, file }
}

/// Every document that units name.
#[rustfmt::skip]
static DOCUMENTS: [Document; 27] = [
    document("plan", "KH", (1, 15), "Kế hoạch cải cách hành chính năm 2018", Some("ke-hoach-cchc-2018.pdf")),
    document("spread", "KH", (1, 22), "Kế hoạch tuyên truyền cải cách hành chính năm 2018", None),
    document("watch", "KH", (1, 25), "Kế hoạch theo dõi tình hình thi hành pháp luật năm 2018", None),
    document("review", "KH", (2, 5), "Kế hoạch rà soát thủ tục hành chính năm 2018", None),
    document("train", "KH", (2, 26), "Kế hoạch đào tạo, bồi dưỡng công chức, viên chức năm 2018", None),
    document("spending", "QĐ", (1, 18), "Quyết định ban hành quy chế chi tiêu nội bộ và công khai dự toán năm 2018", None),
    document("autonomy", "QĐ", (1, 30), "Quyết định giao quyền tự chủ tài chính cho đơn vị sự nghiệp công lập", None),
    document("window", "QĐ", (3, 14), "Quyết định ban hành danh mục thủ tục hành chính thực hiện theo cơ chế một cửa", None),
    document("online", "QĐ", (4, 9), "Quyết định ban hành danh mục dịch vụ công trực tuyến mức độ 3 và 4", None),
    document("iso", "QĐ", (5, 21), "Quyết định công bố hệ thống quản lý chất lượng phù hợp TCVN ISO 9001", None),
    document("scheme", "ĐA", (6, 12), "Đề án sắp xếp tổ chức bộ máy theo Nghị quyết số 18-NQ/TW", None),
    document("posted", "BB", (7, 17), "Biên bản kiểm tra việc niêm yết công khai thủ tục hành chính", None),
    document("published", "QĐ", (8, 8), "Quyết định công bố thủ tục hành chính sửa đổi, bổ sung", None),
    document("inspect", "TB", (9, 20), "Thông báo kết quả kiểm tra công tác cải cách hành chính năm 2018", None),
    document("meeting", "TB", (10, 5), "Thông báo kết luận cuộc họp chuyên đề về cải cách hành chính", None),
    document("idea", "QĐ", (10, 24), "Quyết định công nhận sáng kiến năm 2018", None),
    document("rated", "TB", (12, 20), "Thông báo kết quả đánh giá, phân loại công chức, viên chức năm 2018", None),
    document("texts", "BC", (11, 12), "Báo cáo kết quả xây dựng, rà soát văn bản quy phạm pháp luật năm 2018", None),
    document("watched", "BC", (11, 26), "Báo cáo kết quả theo dõi tình hình thi hành pháp luật năm 2018", None),
    document("fewer", "BC", (12, 3), "Báo cáo tổ chức bộ máy, biên chế và tinh giản biên chế năm 2018", None),
    document("posts", "BC", (12, 4), "Báo cáo chất lượng đội ngũ và thực hiện vị trí việc làm năm 2018", None),
    document("money", "BC", (12, 6), "Báo cáo thực hiện ngân sách, đầu tư công và kiến nghị sau thanh tra, kiểm toán năm 2018", None),
    document("digital", "BC", (12, 7), "Báo cáo ứng dụng công nghệ thông tin năm 2018", None),
    document("conduct", "BC", (12, 11), "Báo cáo chấp hành kỷ luật, kỷ cương hành chính và văn hóa công sở năm 2018", None),
    document("year", "BC", (12, 12), "Báo cáo kết quả cải cách hành chính năm 2018", Some("bao-cao-cchc-2018.pdf")),
    document("trained", "BC", (12, 13), "Báo cáo kết quả đào tạo, bồi dưỡng năm 2018", None),
    document("procedures", "BC", (12, 14), "Báo cáo kiểm soát và giải quyết thủ tục hành chính năm 2018", Some("bao-cao-giai-quyet-tthc-2018.pdf")),
];

/// Tells which documents back a leaf, and where in them.
const fn backing(leaf: &str) -> (&'static [&'static str], &'static str) {
    match leaf.as_bytes() {
        b"1.1.1" => (&["plan"], "Toàn văn"),
        b"1.1.2" => (&["plan"], "Mục II, trang 2; mục IV, trang 6"),
        b"1.1.3" => (&["year"], "Mục I, trang 1-3"),
        b"1.2" => (&["year"], "Toàn văn"),
        b"1.3.1" | b"1.3.2" => (&["inspect"], "Mục II, trang 2"),
        b"1.4" => (&["spread"], "Mục III"),
        b"1.5" => (&["idea"], "Điều 1"),
        b"1.6" => (&["meeting"], "Toàn văn"),
        b"2.1.1" | b"2.1.2" | b"2.2.1" | b"2.2.2" => (&["texts"], "Mục I, trang 2"),
        b"2.3" => (&["watch", "watched"], "Toàn văn"),
        b"3.1.1" => (&["review", "procedures"], "Mục II, trang 3"),
        b"3.1.2" => (&["published", "procedures"], "Phụ lục 1"),
        b"3.2.1" | b"3.2.2" => (&["posted", "procedures"], "Mục II.1"),
        b"3.3.1" => (&["window"], "Danh mục kèm theo"),
        b"3.3.2" | b"3.3.3" | b"3.4" => (&["procedures"], "Mục II.3, trang 4; phụ lục 2"),
        b"3.3.4" => (&["procedures"], "Mục II.4, trang 6"),
        b"4.1.1" => (&["scheme"], "Mục III"),
        b"4.1.2" | b"4.2.1" | b"4.2.2" => (&["fewer"], "Mục II, trang 3"),
        b"5.1" => (&["posts"], "Mục I, trang 2"),
        b"5.2" => (&["rated"], "Mục II"),
        b"5.3" => (&["train", "trained"], "Mục II, trang 2"),
        b"5.4" | b"5.5" => (&["conduct"], "Mục I, trang 1"),
        b"6.1" => (&["spending", "money"], "Mục I, trang 2"),
        b"6.2" => (&["autonomy"], "Điều 1"),
        b"6.3" => (&["money"], "Mục III, trang 5"),
        b"7.1.1" | b"7.1.2" | b"7.1.3" => (&["digital"], "Mục II.2, trang 3"),
        b"7.2.1" => (&["online"], "Danh mục kèm theo"),
        b"7.2.2" => (&["procedures"], "Mục II.5, trang 7"),
        b"7.3.1" | b"7.3.2" => (&["iso"], "Điều 1, danh mục kèm theo"),
        _ => (&[], ""),
    }
}

/// Names the documents that back a leaf: those of a type that is asked, as many as are enough.
pub fn evidence(leaf: &str, frame: &Frame, issuer: &str, types: &[String], least: usize) -> Vec<Evidence> {
    let (keys, section) = backing(leaf);
    let named = keys.iter().filter_map(|key| DOCUMENTS.iter().find(|document| document.key == *key));
    let asked = named.filter(|document| types.is_empty() || types.iter().any(|code| code == document.code));
    asked.take(least.max(1)).map(|document| document.named(frame, issuer, section)).collect()
}

/// Lists the files that a unit attaches: name and bytes.
pub fn files(frame: &Frame) -> Vec<(&'static str, Vec<u8>)> {
    let own = DOCUMENTS.iter().filter_map(|document| Some((document.file?, document.number(frame))));
    own.chain([(SCANNED, frame.symbol.to_owned())]).map(|(name, number)| (name, pdf(&number, frame.id, name))).collect()
}

impl Document {
    /// Gives its number and symbol: later documents have higher numbers.
    fn number(&self, frame: &Frame) -> String {
        let (month, day) = self.day;
        let number = u32::try_from(month * 4 - 3).unwrap_or(1) * (3 + frame.people / 40) + u32::try_from(day / 3).unwrap_or(0);
        format!("{}/{}-{}", number + frame.noise(self.key, 5), self.code, frame.symbol)
    }

    /// Names it as a unit does in its form.
    fn named(&self, frame: &Frame, issuer: &str, section: &str) -> Evidence {
        let (month, day) = self.day;
        Evidence {
            number: Some(self.number(frame)),
            date: EvidenceDate::Day(Date::constant(2018, month, day)),
            issuer: Some(issuer.to_owned()),
            title: Some(self.title.to_owned()),
            section: Some(section.to_owned()),
            file: Some(self.file.unwrap_or(SCANNED).to_owned()),
            ..Evidence::default()
        }
    }
}

/// Makes a PDF of one page that says what it stands for.
pub fn pdf(number: &str, unit: &str, name: &str) -> Vec<u8> {
    // The base fonts of PDF have no Vietnamese letters; the symbols of documents need only Đ.
    let text = format!("{} - TAI LIEU MINH HOA", number.replace('Đ', "D"));
    // Two units may give documents the same number on the same day; their files are not the same for that.
    let content = format!("BT /F1 14 Tf 60 760 Td ({text}) Tj 0 -24 Td ({unit}/{name}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (object, n) in objects.iter().zip(1_u8..) {
        table.extend([format!("{:010} 00000 n \n", file.len())]);
        file.extend([format!("{n} 0 obj\n{object}\nendobj\n")]);
    }
    let start = file.len();
    format!("{file}xref\n0 6\n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").into_bytes()
}
