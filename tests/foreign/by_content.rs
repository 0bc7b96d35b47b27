//! Columns under headings that say little: what stands in them shows that they are maxima, or points once more.

use super::thu::{checked, form};

/// Draws the form with one more column, in front of the scores.
fn with_column(heading: &str, cells: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for line in form(&["Điểm tự chấm"]).lines() {
        let mut cells_of: Vec<String> = line.split('|').map(|cell| cell.trim().to_owned()).collect();
        if cells_of.len() > 2 {
            let own = cells.iter().find(|(id, _)| line.starts_with(&format!("'{id} "))).map_or("", |(_, cell)| cell);
            cells_of.insert(3, if line.starts_with("STT") { heading } else { own }.to_owned());
        }
        text += &cells_of.join(" | ");
        text.push('\n');
    }
    text
}

#[test]
fn the_sets_maxima_are_known_by_themselves() {
    for heading in ["Điểm quy định", "Barem", "Trọng số", "Xyz", "Điểm chấm tối đa"] {
        let said = checked(&form(&["Điểm tự chấm"]).replace("Điểm tối đa", heading));
        assert_eq!((said.found.as_slice(), said.worth()), ([].as_slice(), 1290), "{heading}: {:?}", said.json["findings"]);
    }
    // One that differs is no maximum, and where the unit's scores are missing it may be these.
    let differs = form(&["Điểm tự chấm"]).replace("Điểm tối đa", "Xyz").replace("được giao | 4", "được giao | 3");
    assert_eq!(checked(&differs).found, ["S091 note"]);
    let missing = form(&["Điểm tự chấm"]).replace("Điểm tối đa", "Xyz").replace("| 1.5 |", "| |");
    assert_eq!(checked(&missing).found, ["S091 error"]);
}

#[test]
fn what_the_province_prints_beside_the_criteria_needs_no_word() {
    let points = [("1.1", "0"), ("1.2", "-0.8"), ("1.3", "-0.5"), ("2.1", "-0.8"), ("2.2", "0")];
    for (heading, cells) in [
        ("Yêu cầu", [("1.1", "Ban hành trước ngày 31/01"), ("1.2", "Báo cáo số liệu")].as_slice()),
        ("Chênh lệch so với điểm tối đa", points.as_slice()),
        ("Điểm năm 2025", [("1.1", "1"), ("1.2", "2.8")].as_slice()),
        ("Điểm năm trước", [("1.1", "1"), ("1.2", "2.8")].as_slice()),
        ("Cơ quan thẩm định", [("1.1", "Sở Nội vụ"), ("1.2", "Văn phòng UBND tỉnh")].as_slice()),
        ("Đơn vị chủ trì theo dõi", [("1.1", "Sở Nội vụ")].as_slice()),
    ] {
        let said = checked(&with_column(heading, cells));
        assert_eq!((said.found.as_slice(), said.worth()), ([].as_slice(), 1290), "{heading}: {:?}", said.json["findings"]);
    }
    // A difference that does not follow, a column of this year's, and what an office scored, are told.
    for (heading, cells) in [
        ("Chênh lệch", [("1.1", "-1"), ("1.2", "-0.8")].as_slice()),
        ("Điểm năm 2026", [("1.1", "1"), ("1.2", "2.8")].as_slice()),
        ("Cơ quan thẩm định chấm", [("1.1", "1"), ("1.2", "2.8")].as_slice()),
        ("Kết quả thẩm định", [("1.1", "1"), ("1.2", "2.8")].as_slice()),
    ] {
        let said = checked(&with_column(heading, cells));
        assert!(!said.found.is_empty(), "{heading}");
    }
}

#[test]
fn documents_and_explanations_under_more_headings() {
    let base = form(&["Điểm tự chấm"]);
    for heading in ["Ghi chú (tài liệu kiểm chứng)", "Ghi chú (ghi rõ minh chứng)", "Văn bản chứng minh", "Hồ sơ chứng minh"]
    {
        let said = checked(&base.replace("TLKC", heading));
        assert_eq!((said.found.as_slice(), said.documents("1.1")), ([].as_slice(), 1), "{heading}: {:?}", said.json["findings"]);
    }
    let not = checked(&base.replace("TLKC", "Ghi chú (tài liệu kiểm chứng còn thiếu)"));
    assert_eq!(not.documents("1.1"), 0);
    for heading in ["Thuyết minh", "Giải thích", "Thuyết minh, giải trình"] {
        let said = checked(
            &base
                .replace("TLKC", heading)
                .replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "Kế hoạch ban hành chung với huyện"),
        );
        assert_eq!(
            (said.found.as_slice(), said.explanation("1.1").is_some()),
            ([].as_slice(), true),
            "{heading}: {:?}",
            said.json["findings"]
        );
    }
}

#[test]
fn a_rate_named_beside_a_criterion_is_its_own_figure() {
    let rows = |of: &str, beside: &str| {
        format!(
            "UBND XÃ TÂN AN

BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026
TT | Tiêu chí, chỉ tiêu | Nội dung | Điểm số tối đa | Số liệu thực hiện | Tỷ lệ đạt được | Điểm số tự chấm | TLKC
'1 | Chỉ đạo, điều hành | | 8
'1.1 | Ban hành kế hoạch cải cách hành chính | Trước 31/01 | 2 | '20/01/2026 | | 2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã
'1.2 | Hoàn thành nhiệm vụ được giao | {of} | 4 | 40/50 | 80% | 3.2
'1.3 | Văn hóa công sở | | 2 | | | 1.5
'2 | Cải cách thủ tục hành chính | | 12
'2.1 | Tỷ lệ hồ sơ trực tuyến | {beside} | 4 | 80% | 80% | 3.2
'2.2 | Công khai thủ tục hành chính | | 3 | Công khai đầy đủ, kịp thời | | 3
'2.3 | Thẩm định chất lượng giải quyết | | 2
'2.4 | Mức độ hài lòng | | 3
"
        )
    };
    for (of, beside) in [("b/a", ""), ("b/a", "Tỷ lệ"), ("b/a", "Tỷ lệ %"), ("Tỷ lệ (%)", "Tỷ lệ x 4"), ("Tỷ lệ", "Tỷ lệ")]
    {
        let said = checked(&rows(of, beside));
        assert_eq!((said.found.as_slice(), said.worth()), ([].as_slice(), 1290), "{of}, {beside}: {:?}", said.json["findings"]);
    }
}
