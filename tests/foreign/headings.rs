//! What a heading says, and what it only seems to say: plans, versions, the documents that a form follows, what the province
//! printed itself.

use super::thu::{checked, form};

/// Draws a form with other headings above its columns.
fn headed(from: &str, to: &str, scores: &[&str]) -> String {
    let form = form(scores);
    assert!(form.contains(from), "{from}");
    form.replace(from, to)
}

#[test]
fn only_what_a_heading_says_of_its_column_decides() {
    // Headings of two columns of scores, the claim read for 1.3, and what is told: the first column says 1.5, the second 1.
    for (scores, claim, told) in [
        (["Điểm tự chấm trước điều chỉnh", "Điểm tự chấm"], Some("1"), "S111 note"),
        (["Điểm tự chấm (chưa điều chỉnh)", "Điểm tự chấm"], Some("1"), "S111 note"),
        (["Điểm tự chấm", "Điểm tự chấm trước khi sửa"], Some("1.5"), "S111 note"),
        (["Điểm tự chấm", "Điểm tự chấm sau điều chỉnh"], Some("1"), "S111 note"),
        // A number of a decision is no year, and the year of the form's own paper is not that of the column.
        (["Điểm tự chấm theo Quyết định số 2026/QĐ-UBND", "Điểm tự chấm"], None, "S110 error"),
        (["Điểm tự chấm (Mẫu ban hành năm 2025)", "Điểm tự chấm"], None, "S110 error"),
        (["Điểm tự chấm (kèm theo Công văn số 12/SNV-CCHC ngày 02/01/2026)", "Điểm tự chấm"], None, "S110 error"),
        (["Điểm tự chấm 6 tháng", "Điểm tự chấm năm 2026"], Some("1"), "S111 note"),
        (["Điểm tự chấm 9 tháng", "Điểm tự chấm dự kiến cả năm"], None, "S110 error"),
        (["Điểm tự chấm quý III", "Điểm tự chấm quý IV"], None, "S110 error"),
    ] {
        let said = checked(&form(&scores));
        assert_eq!(said.claim("1.3").as_deref(), claim, "{scores:?}");
        assert!(said.found.iter().any(|one| one == told), "{scores:?}: {:?}", said.found);
    }
}

#[test]
fn a_column_of_another_kind_of_body_is_not_the_unit_s() {
    // The form is a commune's. Both columns are scores; the first says 1.5, the second 1.
    let scores = |heading: &str| checked(&form(&[heading, "Điểm tự chấm"])).claim("1.3");
    let alone = |heading: &str| checked(&form(&[heading])).claim("1.3");
    for another in [
        "Điểm tự chấm của huyện",
        "Điểm tự chấm của UBND cấp huyện",
        "Điểm tự chấm (của thị xã)",
        "Điểm tự chấm (do Sở Tư pháp cung cấp)",
        "Điểm tự chấm của các sở, ngành",
        "Huyện tự chấm",
        "Tỉnh tự chấm điểm",
    ] {
        assert_eq!((alone(another), scores(another).as_deref()), (None, Some("1")), "{another}");
        let said = checked(&form(&[another]));
        assert!(said.found.iter().any(|one| one == "S110 error"), "{another}: {:?}", said.found);
    }
    let told = checked(&form(&["Điểm tự chấm của huyện", "Điểm tự chấm"])).of("S111").join("\n");
    assert!(told.contains("ghi là của cơ quan khác"), "{told}");
    for own in [
        "Điểm tự chấm của xã",
        "Điểm tự chấm của xã, phường, thị trấn",
        "Điểm tự chấm (của UBND cấp xã)",
        "Xã tự chấm",
        "Điểm tự chấm của phường, đặc khu",
        "Điểm tự chấm của đơn vị",
        "Điểm tự chấm của địa phương",
    ] {
        assert_eq!(alone(own).as_deref(), Some("1.5"), "{own}: {:?}", checked(&form(&[own])).found);
    }
    // Figures as well as scores.
    let figures = |heading: &str| checked(&headed("Số liệu kê khai", heading, &["Điểm tự chấm"])).input("1.2", "xong");
    for (heading, share) in [
        ("Số liệu do Sở cung cấp", None),
        ("Số liệu của huyện", None),
        ("Số liệu kê khai (do huyện cung cấp)", None),
        ("Số liệu do xã cung cấp", Some("40")),
        ("Số liệu kê khai (theo mẫu của Sở Nội vụ)", Some("40")),
    ] {
        assert_eq!(
            figures(heading).as_deref(),
            share,
            "{heading}: {:?}",
            checked(&headed("Số liệu kê khai", heading, &["Điểm tự chấm"])).found
        );
    }
}

#[test]
fn a_heading_over_several_columns_is_divided_by_the_row_below_it() {
    let figures = |below: &str| {
        let header = "Số liệu kê khai | > | Điểm tự chấm | TLKC";
        let form = form(&["Điểm tự chấm"]).replace("Số liệu kê khai | Điểm tự chấm | TLKC", &format!("{header}\n | | | {below}"));
        // A second figure beside each: one less.
        let mut lines: Vec<String> = Vec::new();
        for line in form.lines() {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let doubled = line.starts_with('\'') || line.starts_with(" | S") || line.starts_with(" | N");
            let second = match cells.get(3) {
                Some(&"40") => "30",
                Some(&"80") => "75",
                Some(other) => other,
                None => "",
            };
            lines.push(if doubled && cells.len() > 3 {
                format!("{} | {second} | {}", cells[..4].join(" | "), cells[4..].join(" | "))
            } else {
                line.to_owned()
            });
        }
        checked(&lines.join("\n"))
    };
    for (below, share, told) in [
        ("2025 | 2026", Some("30"), "S111 note"),
        ("2026 | 2025", Some("40"), "S111 note"),
        ("'2025 | '2026", Some("30"), "S111 note"),
        ("Kế hoạch | Thực hiện", Some("30"), "S111 note"),
        ("Năm trước | Năm nay", Some("30"), "S111 note"),
        ("6 tháng | Cả năm", Some("30"), "S111 note"),
        ("6 tháng | 9 tháng", None, "S110 error"),
        ("Cũ | Mới", None, "S110 error"),
        ("Đợt 1 | Đợt 2", Some("30"), "S111 note"),
        ("Của xã | Của thôn", None, "S110 error"),
    ] {
        let said = figures(below);
        assert_eq!(said.input("1.2", "xong").as_deref(), share, "{below}: {:?}", said.found);
        assert!(said.found.iter().any(|one| one == told), "{below}: {:?}", said.found);
        assert!(!said.found.iter().any(|one| one.starts_with("S090") || one.starts_with("S089")), "{below}: {:?}", said.found);
    }
}

#[test]
fn what_the_province_printed_as_asked_for_is_no_document_of_the_unit() {
    let plan = "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";
    // The province's column with a document in it, and the unit's, empty or filled in.
    for printed in [
        "TLKC theo quy định",
        "Tài liệu kiểm chứng cần có",
        "TLKC phải nộp",
        "Tài liệu kiểm chứng (mẫu)",
        "Danh mục TLKC",
        "Gợi ý minh chứng",
    ] {
        for own in ["TLKC", "Tài liệu kiểm chứng của đơn vị"] {
            let header = format!("{printed} | {own}");
            let blank = checked(&headed("| TLKC", &format!("| {header}"), &["Điểm tự chấm"]));
            assert_eq!((blank.documents("1.1"), blank.accepted("1.1").as_deref()), (0, Some("0.00")), "{header}");
            assert_eq!(blank.found, ["E001 error"], "{header}");
            let form = headed("| TLKC", &format!("| {header}"), &["Điểm tự chấm"]).replace(plan, &format!("Kế hoạch CCHC năm | {plan}"));
            let filled = checked(&form);
            assert_eq!((filled.documents("1.1"), filled.found.len()), (1, 0), "{header}: {:?}", filled.found);
        }
    }
    // Both may be the unit's: nothing says which.
    let asked = checked(&headed("| TLKC", "| Hồ sơ kiểm chứng | Minh chứng", &["Điểm tự chấm"]));
    assert_eq!((asked.documents("1.1"), asked.of("S110").len()), (0, 1), "{:?}", asked.found);
    // One adds to the other.
    let more = checked(&headed("| TLKC", "| TLKC | TLKC bổ sung", &["Điểm tự chấm"]));
    assert_eq!((more.documents("1.1"), more.found.len()), (1, 0), "{:?}", more.found);
}

#[test]
fn the_year_of_a_sheet_is_that_of_all_its_tables() {
    let second = |title: &str| {
        let own = form(&["Điểm tự chấm"]);
        let table = own.lines().skip_while(|line| !line.starts_with("STT")).collect::<Vec<_>>().join("\n").replace("| | 1.5 |", "| | 1 |");
        format!("{own}\n{title}\n{table}\n")
    };
    for (title, claim) in
        [("BẢN ĐIỀU CHỈNH", Some("1")), ("BẢN CHÍNH THỨC", Some("1")), ("BẢN DỰ KIẾN", Some("1.5")), ("BẢNG CHẤM ĐIỂM", None)]
    {
        let said = checked(&second(title));
        assert_eq!(said.claim("1.3").as_deref(), claim, "{title}: {:?}", said.found);
        assert!(said.found.iter().any(|one| one.starts_with("S097")), "{title}");
    }
}

#[test]
fn figures_of_the_council_and_words_beside_names_are_not_the_units() {
    for heading in ["Số liệu thẩm định", "Số liệu của Sở Nội vụ", "Số liệu do Hội đồng xác định"] {
        let said = checked(
            &headed("Số liệu kê khai |", &format!("Số liệu kê khai | {heading} |"), &["Điểm tự chấm"])
                .replace(" | | 1.5 |", " | | | 1.5 |"),
        );
        assert_eq!(said.input("1.2", "xong").as_deref(), Some("40"), "{heading}");
        assert_eq!(said.of("S110").len(), 0, "{heading}");
    }
    let text = "Đơn vị: UBND xã Tân An
STT | Tiêu chí | Nội dung đánh giá | Điểm tối đa | Điểm tự chấm
'I | Chỉ đạo, điều hành | Công tác chỉ đạo | 8
'1.2 | Hoàn thành nhiệm vụ được giao | Đánh giá theo tỷ lệ hoàn thành | 4 | 3
'1.3 | Văn hóa công sở | Thực hiện quy chế | 2 | 1,5
";
    let said = checked(text);
    assert_eq!((said.claim("1.2").as_deref(), said.claim("1.3").as_deref()), (Some("3"), Some("1.5")), "{:?}", said.found);
}

#[test]
fn a_heading_that_says_more_than_is_understood_is_asked() {
    // The one column of figures: whether it is read.
    for (heading, read) in [
        ("Số liệu", true),
        ("Số liệu báo cáo của đơn vị", true),
        ("Số liệu thực hiện năm 2026", true),
        ("Số liệu của UBND xã Tân An", true),
        ("Số liệu thống kê phục vụ chấm điểm", true),
        ("Số liệu kê khai (theo hướng dẫn của Sở Nội vụ)", true),
        ("Số liệu 6 tháng", false),
        ("Số liệu 9 tháng đầu năm", false),
        ("Số liệu cũ", false),
        ("Số liệu (cũ)", false),
        ("Số liệu sai", false),
        ("Số liệu bình quân toàn tỉnh", false),
        ("Số liệu trước rà soát", false),
        ("Số liệu 2025 (số liệu 2026 chưa có)", false),
        ("Số liệu kê khai (ghi 0 nếu không có)", true),
        ("Số liệu kê khai (nghìn)", false),
    ] {
        let said = checked(&headed("Số liệu kê khai |", &format!("{heading} |"), &["Điểm tự chấm"]));
        assert_eq!(said.input("1.2", "xong").as_deref(), read.then_some("40"), "{heading}: {:?}", said.found);
        assert_eq!(said.accepted("1.2").as_deref(), Some(if read { "3.20" } else { "0.00" }), "{heading}");
        assert_eq!(said.found.iter().any(|one| one == "S110 error" || one == "S091 error"), !read, "{heading}: {:?}", said.found);
    }
    for (heading, read) in [
        ("Điểm tự chấm của UBND xã Tân An", true),
        ("Điểm đơn vị tự chấm", true),
        ("Tự đánh giá của đơn vị (điểm)", true),
        ("Kết quả tự đánh giá, chấm điểm", true),
        ("Điểm tự chấm ban đầu", false),
        ("Điểm tự chấm sai", false),
        ("Điểm tự chấm bình quân", false),
        ("% tự chấm", false),
        ("Điểm tự chấm (tối đa)", false),
        ("Điểm tự chấm (tối đa 2 điểm mỗi tiêu chí)", true),
    ] {
        let said = checked(&form(&[heading]));
        assert_eq!(said.claim("1.3").as_deref(), read.then_some("1.5"), "{heading}: {:?}", said.found);
    }
}

#[test]
fn a_band_above_the_headings_and_a_row_below_them_belong_to_them() {
    let banded = |band: &str| form(&["Điểm tự chấm"]).replace("\nSTT |", &format!("\n | | | {band} | > | >\nSTT |"));
    for (band, read) in [
        ("PHẦN TỰ ĐÁNH GIÁ CỦA ĐƠN VỊ", true),
        ("NĂM 2026", true),
        ("Tân An, ngày 05 tháng 01 năm 2027", true),
        ("NĂM 2025", false),
        ("DỰ KIẾN", false),
        ("NHÁP", false),
        ("PHẦN CỦA HỘI ĐỒNG THẨM ĐỊNH", false),
        ("CỦA UBND XÃ TÂN BÌNH", false),
    ] {
        let said = checked(&banded(band));
        assert_eq!(said.accepted("1.3").as_deref(), read.then_some("1.50"), "{band}: {:?}", said.found);
    }
    let divided = |at: usize, words: &str| {
        let cells: Vec<&str> = (0..6).map(|column| if column == at { words } else { "" }).collect();
        checked(&form(&["Điểm tự chấm"]).replace("| TLKC\n", &format!("| TLKC\n{}\n", cells.join(" | "))))
    };
    for words in ["Nháp", "Thang 100", "(%)", "Không ghi", "của UBND xã Tân Bình", "Năm 2025"] {
        assert_eq!(divided(4, words).accepted("1.3"), None, "{words}");
    }
    for words in ["Năm 2025", "(dự kiến)", "Kế hoạch"] {
        assert_eq!(divided(3, words).accepted("1.2").as_deref(), Some("0.00"), "{words}");
    }
    for words in ["Năm 2025", "Chưa có"] {
        assert_eq!(divided(5, words).accepted("1.1").as_deref(), Some("0.00"), "{words}");
    }
    let said = divided(4, "(điểm)");
    assert_eq!((said.claim("1.3").as_deref(), said.accepted("1.2").as_deref()), (Some("1.5"), Some("3.20")), "{:?}", said.found);
}

#[test]
fn brackets_and_names_in_headings_are_judged() {
    for (heading, read) in [
        ("Tự chấm (nháp)", false),
        ("Điểm tự chấm (chưa trừ)", false),
        ("Điểm tự chấm (đã bị hủy)", false),
        ("Điểm tự chấm (mẫu)", false),
        ("Điểm tự chấm N-1", false),
        ("Điểm tự chấm đến 30/6/2026", false),
        ("Điểm tự chấm của UBND xã Tân Bình", false),
        ("Điểm tự chấm (ghi số thập phân)", true),
        ("Điểm tự chấm (4)", true),
        ("Điểm tự chấm đến 31/12/2026", true),
    ] {
        let said = checked(&form(&[heading]));
        assert_eq!(said.claim("1.3").as_deref(), read.then_some("1.5"), "{heading}: {:?}", said.found);
    }
    for heading in ["chưa nộp", "bị trả lại", "không được chấp nhận", "của xã Tân Bình", "hết hiệu lực", "mẫu"]
    {
        let said = checked(&form(&["Điểm tự chấm"]).replace("| TLKC\n", &format!("| Tài liệu kiểm chứng {heading}\n")));
        assert_eq!(said.accepted("1.1").as_deref(), Some("0.00"), "{heading}: {:?}", said.found);
    }
}

#[test]
fn a_form_that_calls_itself_a_draft_is_told() {
    let title = "BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026";
    for (said, told) in [
        ("DỰ THẢO BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026", true),
        ("BẢNG TỰ ĐÁNH GIÁ CCHC NĂM 2026 (ĐÃ HỦY)", true),
        ("VÍ DỤ BẢNG TỰ ĐÁNH GIÁ CCHC NĂM 2026", true),
        ("BẢNG TỰ ĐÁNH GIÁ CCHC 6 THÁNG ĐẦU NĂM 2026", true),
        ("KẾT QUẢ THẨM ĐỊNH CHỈ SỐ CCHC NĂM 2026", true),
        ("BẢNG TỰ ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN KẾ HOẠCH CCHC NĂM 2026", false),
        (title, false),
    ] {
        let found = checked(&form(&["Điểm tự chấm"]).replace(title, said));
        assert_eq!((found.of("S124").len() == 1, found.claim("1.3").as_deref()), (told, Some("1.5")), "{said}: {:?}", found.found);
    }
}
