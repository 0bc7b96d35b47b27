//! Evidence and explanation in a province's form: what is the unit's, what is the province's, and what is only promised.

use super::thu::{checked, checked_bytes, form};
use crate::folder::drawn;
use crate::intake::raw::edited;

/// What stands in the cell of evidence of 1.1, under its heading: documents and explanation that are read.
const CELLS: [(&str, &str, usize, Option<&str>); 13] = [
    // What the province asks for is printed, not said by the unit.
    ("Các yêu cầu và tài liệu kiểm chứng", "Yêu cầu: Quyết định giao biên chế; báo cáo sử dụng biên chế.", 0, None),
    ("Tài liệu kiểm chứng", "Yêu cầu: Kế hoạch của đơn vị.", 0, None),
    ("Tài liệu kiểm chứng/Giải trình", "Yêu cầu: Kế hoạch của đơn vị.\\nGiải trình: Đã ban hành.", 0, Some("Đã ban hành.")),
    ("Các yêu cầu và tài liệu kiểm chứng", "Kế hoạch của đơn vị\\nTLKC: Kế hoạch số 12/KH-UBND ngày 20/01/2026", 1, None),
    (
        "Các yêu cầu và tài liệu kiểm chứng",
        "Yêu cầu: Quyết định số 01/QĐ-UBND ngày 02/01/2026.\\nTLKC: Kế hoạch số 12/KH-UBND ngày 20/01/2026",
        1,
        None,
    ),
    // A promise is no explanation.
    ("Tài liệu kiểm chứng/Giải trình", "Giải trình: Tài liệu kiểm chứng sẽ bổ sung sau.", 0, None),
    ("Giải trình", "Sẽ bổ sung", 0, None),
    ("Giải trình", "Đang hoàn thiện, sẽ gửi sau.", 0, None),
    ("Ghi chú", "TLKC sẽ được cập nhật sau", 0, None),
    ("Giải trình", "Chậm 10 hồ sơ do lỗi hệ thống. Tài liệu sẽ bổ sung sau.", 0, Some("Chậm 10 hồ sơ do lỗi hệ thống.")),
    // Controls: the unit's own words.
    ("Giải trình", "Đã thực hiện đầy đủ các yêu cầu", 0, Some("Đã thực hiện đầy đủ các yêu cầu")),
    ("Tài liệu kiểm chứng", "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã về bổ sung nhiệm vụ", 1, None),
    ("Tài liệu kiểm chứng", "TLKC: Kế hoạch số 12/KH-UBND ngày 20/01/2026\\nGiải trình: Đúng hạn.", 1, Some("Đúng hạn.")),
];

#[test]
fn what_a_cell_says_is_the_units_or_the_provinces_or_a_promise() {
    for (heading, words, documents, explanation) in CELLS {
        let text = form(&["Điểm tự chấm"]).replace("| TLKC\n", &format!("| {heading}\n"));
        let text = text.replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", words);
        let said = checked(&text);
        assert_eq!((said.documents("1.1"), said.explanation("1.1").as_deref()), (documents, explanation), "{heading}: {words}: {said:?}");
        let backed = documents > 0 || explanation.is_some();
        assert_eq!(said.accepted("1.1").as_deref(), Some(if backed { "2.00" } else { "0.00" }), "{heading}: {words}");
        assert_eq!(said.found.iter().any(|one| one == "E001 error"), !backed, "{heading}: {words}: {:?}", said.found);
    }
}

#[test]
fn a_cell_of_evidence_merged_over_several_leaves_backs_all_of_them() {
    // Rows of the merged cell, from 1 on the sheet, and the leaves that it backs.
    let cases: [(&str, [usize; 3]); 4] = [("F6:F7", [1, 0, 0]), ("F6:F11", [1, 1, 1]), ("F6:F10", [1, 1, 0]), ("F5:F11", [1, 1, 1])];
    for (merged, documents) in cases {
        let mut text = form(&["Điểm tự chấm"]);
        if merged.starts_with("F5") {
            let cited = "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";
            text = text.replace(cited, "").replace("hành | 8\n", &format!("hành | 8 | | | {cited}\n"));
        }
        let bytes = edited(&drawn(&text), "xl/worksheets/sheet1.xml", |xml| {
            xml.replace("</sheetData>", &format!("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>"))
        });
        let said = checked_bytes(&bytes, "x.xlsx", "");
        assert_eq!(["1.1", "1.2", "1.3"].map(|id| said.documents(id)), documents, "{merged}: {said:?}");
        assert!(!said.found.iter().any(|one| one.starts_with("S093")), "{merged}: {:?}", said.found);
    }
}

#[test]
fn a_form_without_a_place_for_evidence_says_so_once() {
    let text = form(&["Điểm tự chấm"]).replace(" | TLKC\n", "\n").replace(" | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "");
    let said = checked(&text);
    assert_eq!((said.of("S113").len(), said.of("E001").len()), (1, 0), "{said:?}");
    assert_eq!(said.accepted("1.1").as_deref(), Some("0.00"));
}

#[test]
fn a_sheet_of_explanations_explains_and_is_no_list_of_documents() {
    let form = super::thu::form(&["Điểm tự chấm"]).replace("2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "2 |");
    let sheet = |heading: &str, words: &str| {
        let row = format!("STT | Tiêu chí | {heading}\n'1.1 | Ban hành kế hoạch cải cách hành chính | {words}\n");
        super::thu::checked(&format!("== Biểu\n{form}== Giải trình\nBẢN GIẢI TRÌNH\n\n{row}"))
    };
    for heading in ["Nội dung giải trình", "Giải trình", "Giải trình của đơn vị", "Thuyết minh"] {
        let said = sheet(heading, "Kế hoạch ban hành đúng hạn, đã đăng trang thông tin của xã");
        assert!(said.explanation("1.1").is_some_and(|words| words.starts_with("Kế hoạch ban hành")), "{heading}: {:?}", said.found);
        assert_eq!((said.documents("1.1"), said.accepted("1.1").as_deref()), (0, Some("2.00")), "{heading}: {:?}", said.found);
    }
    // A document that is cited there counts as one, and a promise explains nothing.
    let said = sheet("Nội dung giải trình", "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã");
    assert_eq!(said.documents("1.1"), 1, "{:?}", said.found);
    let said = sheet("Nội dung giải trình", "Sẽ bổ sung sau");
    assert_eq!((said.explanation("1.1"), said.accepted("1.1").as_deref()), (None, Some("0.00")), "{:?}", said.found);
}

#[test]
fn a_list_of_what_is_missing_is_no_list_of_evidence() {
    let form = super::thu::form(&["Điểm tự chấm"]).replace("2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "2 |");
    let row = "'1.1 | 12/KH-UBND | 20/01/2026 | Kế hoạch cải cách hành chính";
    let listed = |sheet: &str, title: &str, heading: &str, state: &str| {
        let list = format!("{title}\n\nTiêu chí | Số, ký hiệu | Ngày ban hành | {heading} | Tình trạng\n{row} | {state}\n");
        let said = super::thu::checked(&format!("== Biểu\n{form}== {sheet}\n{list}"));
        (said.documents("1.1"), said.accepted("1.1").unwrap_or_default())
    };
    let title = "DANH MỤC TÀI LIỆU KIỂM CHỨNG";
    assert_eq!(listed("Tài liệu", title, "Trích yếu", ""), (1, "2.00".into()));
    assert_eq!(listed("Tài liệu", title, "Trích yếu", "Đã nộp"), (1, "2.00".into()));
    for (sheet, title, heading, state) in [
        ("Tài liệu còn thiếu", title, "Trích yếu", ""),
        ("Tài liệu", "DANH MỤC TÀI LIỆU CHƯA NỘP", "Trích yếu", ""),
        ("Tài liệu", title, "Tài liệu bị trả lại", ""),
        ("Tài liệu", title, "Trích yếu", "Chưa nộp"),
        ("Tài liệu", title, "Trích yếu", "Bị trả lại"),
    ] {
        assert_eq!(listed(sheet, title, heading, state), (0, "0.00".into()), "{sheet} {title} {heading} {state}");
    }
}

#[test]
fn a_document_is_there_or_said_not_to_be() {
    let said = |cell: &str| {
        let text = super::thu::form(&["Điểm tự chấm"]).replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", cell);
        super::thu::checked(&text).documents("1.1")
    };
    let plan = "Kế hoạch số 12/KH-UBND ngày 20/01/2026";
    for there in ["Không có kế hoạch riêng. Chỉ có {}", "{} về việc bãi bỏ văn bản hết hiệu lực", "{} về thu hồi đất", "TLKC: {}"]
    {
        assert_eq!(said(&there.replace("{}", plan)), 1, "{there}");
    }
    for gone in [
        "Không tìm thấy {}",
        "Thất lạc {}",
        "{} (thất lạc)",
        "Còn thiếu: {}",
        "{} (dự thảo lần 2)",
        "{} (sẽ gửi sau)",
        "Chưa ký {}",
        "{} bị bãi bỏ",
    ] {
        assert_eq!(said(&gone.replace("{}", plan)), 0, "{gone}");
    }
}
