//! Documents named in running text.

use parindex::assessment::{Evidence, EvidenceDate};
use parindex::typed::citation::read;

/// Gives a line for each document and one for the explanation.
fn said(text: &str) -> String {
    let said = read(text);
    let show = |evidence: &Evidence| {
        let day = match &evidence.date {
            EvidenceDate::Day(day) => Some(day.to_string()),
            _ => None,
        };
        let parts = [&evidence.number, &day, &evidence.issuer, &evidence.title, &evidence.section, &evidence.file, &evidence.link];
        parts.map(|part| part.clone().unwrap_or("–".into())).join(" | ")
    };
    let mut lines: Vec<String> = said.evidence.iter().map(show).collect();
    lines.extend(said.explanation.map(|words| format!("= {words}")));
    lines.join("\n")
}

#[test]
fn documents_with_all_their_parts() {
    assert_eq!(
        said(
            "Kế hoạch số 4851/KH-UBND ngày 11/10/2018 của UBND tỉnh, mục II, trang 3; Báo cáo số 12/BC-SNV ngày 05 tháng 3 năm 2018 của Sở Nội vụ về kết quả CCHC quý I."
        ),
        "4851/KH-UBND | 2018-10-11 | UBND tỉnh | – | mục II, trang 3 | – | –\n\
         12/BC-SNV | 2018-03-05 | Sở Nội vụ | kết quả CCHC quý I | – | – | –"
    );
    assert_eq!(said("383/BNV-CCHC (28/01/2021)"), "383/BNV-CCHC | 2021-01-28 | – | – | – | – | –");
    assert_eq!(said("- QĐ số 30/2018/QĐ-UBND, Điều 3"), "30/2018/QĐ-UBND | – | – | – | Điều 3 | – | –");
    assert_eq!(said("Hướng dẫn số 16 - HD/BTCTW"), "16 - HD/BTCTW | – | – | – | – | – | –");
}

#[test]
fn several_documents_between_commas() {
    assert_eq!(
        said("Báo cáo số 12/BC-SNV ngày 5/3/2018, Báo cáo số 45/BC-SNV ngày 6/6/2018"),
        "12/BC-SNV | 2018-03-05 | – | – | – | – | –\n45/BC-SNV | 2018-06-06 | – | – | – | – | –"
    );
}

#[test]
fn blocks_files_and_links() {
    assert_eq!(
        said(
            "Giải trình: - Đơn vị đã ban hành đủ.\nTài liệu kiểm chứng:\n- bao-cao.pdf\n- Cổng: https://longan.gov.vn/tin?id=1.\n- 12/BC-SNV"
        ),
        "– | – | – | – | – | bao-cao.pdf | –\n– | – | – | Cổng | – | – | https://longan.gov.vn/tin?id=1\n12/BC-SNV | – | – | – | – | – | –\n= Đơn vị đã ban hành đủ."
    );
    assert_eq!(said("TLKC: 12/BC-SNV"), "12/BC-SNV | – | – | – | – | – | –");
    assert_eq!(said("Trong năm không phát sinh, tỷ lệ 12/15 đạt 80 %."), "= Trong năm không phát sinh, tỷ lệ 12/15 đạt 80 %.");
    assert_eq!(said("  \n"), "");
}

#[test]
fn dates_and_rates_are_no_numbers() {
    for text in ["ngày 05/03/2018", "12/15 hồ sơ", "giai đoạn 2016-2020", "tỷ lệ 95,73 %", "mục 1.2", "7/2018"] {
        assert_eq!(said(text), format!("= {text}"));
    }
}
