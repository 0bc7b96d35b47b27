//! What is believed without a reason in no form: a column that was withdrawn, one of two below one heading, a document of somebody
//! else, a promise, a signature of another.

use super::thu::{checked, checked_bytes, form};
use crate::folder::drawn;

#[test]
fn a_column_that_was_withdrawn_or_says_more_never_wins() {
    // What is said of the last round, the claim of 1.3 that is read, and code and severity of what is said.
    for (said, claim, found) in [
        ("hủy", Some("1"), "S111 note"),
        ("đã hủy", Some("1"), "S111 note"),
        ("sai", Some("1"), "S111 note"),
        ("bỏ", Some("1"), "S111 note"),
        ("nháp", Some("1"), "S111 note"),
        ("bản cũ", Some("1"), "S111 note"),
        ("không dùng", Some("1"), "S111 note"),
        // Words that nobody knows are asked.
        ("thu hồi", None, "S110 error"),
        ("trả lại", None, "S110 error"),
        ("không được chấp nhận", None, "S110 error"),
        ("đối chiếu", None, "S110 error"),
        ("mẫu", None, "S110 error"),
        // Controls: these say no more than that it is the last.
        ("chính thức", Some("1.5"), "S111 note"),
        ("theo hướng dẫn", Some("1.5"), "S111 note"),
    ] {
        let one = checked(&form(&[&format!("Điểm tự chấm lần 2 ({said})"), "Điểm tự chấm lần 1"]));
        assert_eq!(one.claim("1.3").as_deref(), claim, "{said}: {:?}", one.found);
        assert!(one.found.iter().any(|one| one == found), "{said}: {:?}", one.found);
    }
    for said in ["hủy", "sai", "nháp", "bản cũ", "không dùng"] {
        let one = checked(&form(&[&format!("Điểm tự chấm năm 2026 ({said})"), "Điểm tự chấm"]));
        assert_eq!(one.claim("1.3").as_deref(), Some("1"), "{said}");
    }
}

#[test]
fn numbers_beside_a_blank_of_the_later_round_are_said_to_be_lost() {
    let form = form(&["Điểm tự chấm lần 1", "Điểm tự chấm lần 2"]);
    let whole = checked(&form);
    assert!(whole.found.contains(&"S111 note".to_owned()), "{:?}", whole.found);
    let blank = |row: &str| row.replacen("| 1.5 | 1 |", "| 1.5 | |", 1);
    let partly = checked(&form.lines().map(blank).collect::<Vec<_>>().join("\n"));
    assert_eq!(partly.claim("1.3"), None);
    assert!(partly.found.contains(&"S111 warning".to_owned()), "{:?}", partly.found);
}

/// Draws a form whose claims stand in two columns below one merged heading: 1.5 for 1.3 in the left one, 1 in the right one.
fn parted(left: &str, right: &str) -> String {
    let below = if left.is_empty() { String::new() } else { format!(" | | | | {left} | {right}\n") };
    form(&["Điểm tự đánh giá", ">"]).replacen("| TLKC\n", &format!("| TLKC\n{below}"), 1)
}

#[test]
fn of_two_columns_below_one_heading_none_is_read_by_its_position() {
    for (left, right, claim) in [
        ("31/12/2025", "31/12/2026", Some("1")),
        ("31/12/2026", "31/12/2025", Some("1.5")),
        ("'31/12/2025", "'31/12/2026", Some("1")),
        ("'12/2025", "'12/2026", Some("1")),
        ("2025", "2026", Some("1")),
        ("1", "2", None),
        ("25", "26", None),
        ("40%", "50%", None),
        ("-", "-", None),
        ("(A)", "(B)", None),
        // Nothing below the heading at all.
        ("", "", None),
    ] {
        let said = checked(&parted(left, right));
        assert_eq!(said.claim("1.3").as_deref(), claim, "{left} | {right}: {:?}", said.found);
        let code = if claim.is_some() { "S111 note" } else { "S110 error" };
        assert!(said.found.iter().any(|one| one == code), "{left} | {right}: {:?}", said.found);
    }
    // Filled in on one side alone, that side is read.
    let alone =
        parted("", "").replace(" | 1.5 | 1 |", " | | 1 |").replace(" | 2 | 1.5 |", " | | 2 |").replace(" | 3.2 | 2.7 |", " | | 3.2 |");
    assert_eq!(checked(&alone.replace(" | 3 | 2.5 |", " | | 3 |")).claim("1.3").as_deref(), Some("1"));
    // Control: what stands beside the figures below one heading is no second column of them.
    let measured = form(&["Điểm tự chấm"])
        .replacen("| Số liệu kê khai |", "| Số liệu | > |", 1)
        .replacen("| TLKC\n", "| TLKC\n | | | Số lượng | Đơn vị tính\n", 1)
        .replace("| | 40\n", "| | 40 | nhiệm vụ\n")
        .replace("| | 50\n", "| | 50 | nhiệm vụ\n");
    let said = checked(&measured);
    assert_eq!((said.input("1.2", "xong").as_deref(), said.input("1.2", "giao").as_deref()), (Some("40"), Some("50")), "{:?}", said.found);
}

/// Draws a clean form with a list of documents on a sheet of its own instead of what the form names at 1.1.
fn listed(head: &str, row: &str) -> String {
    let without = form(&["Điểm tự chấm"]).replace(" | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "");
    format!("{without}== TLKC\nDANH MỤC TÀI LIỆU KIỂM CHỨNG\nSTT | Tiêu chí | {head}\n1 | '1.1 | {row}\n")
}

#[test]
fn of_two_columns_of_a_list_none_is_read_by_its_position() {
    for (head, row, number, day, code) in [
        (
            "Số, ký hiệu năm 2025 | Số, ký hiệu năm 2026 | Ngày | Trích yếu",
            "11/KH-UBND | 12/KH-UBND | 20/01/2026 | KH",
            "12/KH-UBND",
            "2026-01-20",
            "S111 note",
        ),
        (
            "Số, ký hiệu (cũ) | Số, ký hiệu (mới) | Ngày | Trích yếu",
            "11/KH-UBND | 12/KH-UBND | 20/01/2026 | KH",
            "12/KH-UBND",
            "2026-01-20",
            "S111 note",
        ),
        ("Số, ký hiệu | Số, ký hiệu | Ngày | Trích yếu", "11/KH-UBND | 12/KH-UBND | 20/01/2026 | KH", "", "2026-01-20", "S110 error"),
        (
            "Số, ký hiệu | Ngày ban hành | Ngày ban hành | Trích yếu",
            "12/KH-UBND | 21/01/2026 | 20/01/2026 | KH",
            "12/KH-UBND",
            "",
            "S110 error",
        ),
        // Control: one column of each.
        ("Số, ký hiệu | Ngày ban hành | Trích yếu", "12/KH-UBND | 20/01/2026 | KH", "12/KH-UBND", "2026-01-20", ""),
    ] {
        let said = checked(&listed(head, row));
        let document = &said.json["files"][0]["rows"][0]["evidence"][0];
        let field = |key: &str| document[key].as_str().unwrap_or_default();
        assert_eq!((field("number"), field("date")), (number, day), "{head}: {:?}", said.found);
        let told = said.found.iter().find(|one| one.starts_with("S11")).map_or("", String::as_str);
        assert_eq!(told, code, "{head}");
    }
}

#[test]
fn a_denial_is_none_of_the_units_documents_though_it_names_one() {
    let own = "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";
    let other = "Kế hoạch số 3/KH-UBND ngày 05/01/2026 của UBND tỉnh";
    for (words, worth) in [
        (format!("Không ban hành, thực hiện theo {other}"), "0.00"),
        (format!("Xã không ban hành, áp dụng {other}"), "0.00"),
        (format!("Không có, vì {other} đã bao gồm"), "0.00"),
        (format!("Không có văn bản riêng, thực hiện {other}"), "0.00"),
        (format!("Đơn vị không xây dựng kế hoạch do đã có {other}"), "0.00"),
        (format!("Không phải ban hành theo {other}"), "0.00"),
        (format!("Không thuộc đối tượng theo {other}"), "0.00"),
        (format!("Chưa nhận được {other}").replace("nhận được", "nhận được văn bản"), "0.00"),
        (format!("{own} - chưa ban hành"), "0.00"),
        ("Kế hoạch số 12/KH-UBND ngày 20/01/2026 - chưa ban hành".to_owned(), "0.00"),
        // The denial in one part, the document that stands in for it in the next; what the office's own words say behind it.
        (format!("Không ban hành riêng; thực hiện chung {other}"), "0.00"),
        (format!("Đang xây dựng; {other}"), "0.00"),
        (format!("Chưa lập; áp dụng {other}"), "0.00"),
        (format!("{other} đã hết hiệu lực"), "0.00"),
        // Withdrawn, or asked to be left out.
        (format!("Đề nghị bỏ {own}"), "0.00"),
        (format!("Hủy bỏ {own}"), "0.00"),
        (format!("Xin rút {own}"), "0.00"),
        (format!("Đề nghị không tính {own}"), "0.00"),
        ("Kế hoạch số 12/KH-UBND ngày 20/01/2026 - đề nghị bỏ".to_owned(), "0.00"),
        ("Kế hoạch số 12/KH-UBND ngày 20/01/2026 (xin hủy)".to_owned(), "0.00"),
        // Controls: the unit's own document, whatever else is said beside it.
        (format!("Không ban hành riêng; {own}"), "2.00"),
        (format!("{own}; thực hiện {other}"), "2.00"),
        ("Kế hoạch số 12/KH-UBND ngày 20/01/2026 về việc đề nghị hủy bỏ thủ tục".to_owned(), "2.00"),
        (format!("Đề nghị công nhận {own}"), "2.00"),
        (own.to_owned(), "2.00"),
        ("Không có kế hoạch riêng, lồng ghép trong Kế hoạch số 12/KH-UBND ngày 20/01/2026".to_owned(), "2.00"),
        (format!("Xã không có hồ sơ trễ hạn ({own})"), "2.00"),
        ("Không có kế hoạch riêng, lồng ghép trong Kế hoạch số 12/KH-SYT ngày 20/01/2026 của Sở Y tế".to_owned(), "2.00"),
        ("Báo cáo số 5/BC-UBND ngày 20/01/2026 của UBND xã - kết quả xử lý văn bản hết hiệu lực".to_owned(), "2.00"),
    ] {
        let said = checked(&form(&["Điểm tự chấm"]).replace(own, &words));
        assert_eq!(said.accepted("1.1").as_deref(), Some(worth), "{words}: {:?}", said.found);
        // It names a number: that it names none would be false.
        assert!(said.of("S092").is_empty(), "{words}: {:?}", said.of("S092"));
        assert_eq!(said.of("S123").is_empty(), worth == "2.00", "{words}: {:?}", said.found);
    }
}

#[test]
fn a_promise_explains_nothing() {
    let own = " | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";
    let with =
        |words: &str| checked(&form(&["Điểm tự chấm"]).replace("| TLKC\n", "| TLKC | Giải trình\n").replace(own, &format!(" | | {words}")));
    for words in ["Đang chờ số", "Hẹn bổ sung", "Đơn vị xin nợ tài liệu", "Chưa kịp tập hợp", "Sở Nội vụ cấp sau"]
    {
        assert_eq!(with(words).accepted("1.1").as_deref(), Some("0.00"), "{words}");
    }
    for words in ["Kho lưu trữ bị ngập, hồ sơ đang được sấy khô", "Sáp nhập xã nên bàn giao chậm"] {
        assert_eq!(with(words).accepted("1.1").as_deref(), Some("2.00"), "{words}");
    }
}

#[test]
fn a_form_that_another_signs_is_nobodys() {
    let signed = |words: &str| checked(&format!("{}\n | | | {words}\n | | | CHỦ TỊCH\n", form(&["Điểm tự chấm"])));
    for words in ["TM. UBND XÃ TÂN BÌNH", "CHỦ TỊCH UBND XÃ TÂN BÌNH", "KT. CHỦ TỊCH UBND XÃ TÂN BÌNH", "UBND XÃ TÂN BÌNH"]
    {
        let said = signed(words);
        assert_eq!(said.unit(), None, "{words}");
        assert_eq!(said.of("S081").len(), 1, "{words}: {:?}", said.found);
        assert!(said.of("S081")[0].contains("biểu ghi “UBND xã Tân An”, nhưng “UBND xã Tân Bình” ký"), "{:?}", said.of("S081"));
    }
    for words in ["TM. UBND XÃ TÂN AN", "Nguyễn Tân Bình", "NGƯỜI LẬP BIỂU", "XÁC NHẬN CỦA UBND TỈNH"] {
        assert_eq!(signed(words).unit(), Some("xa-a"), "{words}");
    }
}

#[test]
fn a_heading_or_an_empty_line_is_nobodys_name() {
    for annex in [
        "STT | Đơn vị | Số lượng hồ sơ\n1 | Phòng Kinh tế | 5\n",
        "STT | Cơ quan | Trích yếu\n1 | UBND tỉnh | KH\n",
        "Cơ quan | Ngày\nUBND xã Tân Bình | 5\n",
        "STT | Họ và tên | Đơn vị | Chức vụ\n1 | Nguyễn Văn A | UBND xã Tân Bình | PCT\n",
    ] {
        let said = checked(&format!("{}== Phụ lục\n{annex}", form(&["Điểm tự chấm"])));
        assert_eq!((said.unit(), said.claim("1.3").as_deref()), (Some("xa-a"), Some("1.5")), "{annex}: {:?}", said.found);
    }
    for line in ["Tên đơn vị: ................", "Tên đơn vị:", "Đơn vị: ……………", "Đơn vị: (ghi tên đơn vị)", "Cơ quan:"]
    {
        let said = checked(&form(&["Điểm tự chấm"]).replacen("UBND XÃ TÂN AN\n\n", &format!("UBND XÃ TÂN AN\n{line}\n"), 1));
        assert_eq!(said.unit(), Some("xa-a"), "{line}: {:?}", said.found);
        // Nobody is named: the file's name decides.
        let unnamed = form(&["Điểm tự chấm"]).replacen("UBND XÃ TÂN AN\n\n", &format!("{line}\n"), 1);
        assert_eq!(checked_bytes(&drawn(&unnamed), "xa-a.xlsx", "").unit(), Some("xa-a"), "{line}");
    }
    // Controls: names that stand behind a label are still read, in its row and below it.
    for line in ["Tên đơn vị: | UBND xã Tân Bình", "Tên đơn vị:\nUBND xã Tân Bình", "Đơn vị | UBND xã Tân Bình"] {
        let said = checked(&form(&["Điểm tự chấm"]).replacen("UBND XÃ TÂN AN\n\n", &format!("{line}\n"), 1));
        assert_eq!(said.unit(), Some("xa-b"), "{line}: {:?}", said.found);
    }
    let stranger = form(&["Điểm tự chấm"]).replacen("UBND XÃ TÂN AN\n\n", "Tên đơn vị: | UBND xã Tân Lập\n", 1);
    assert_eq!(checked(&stranger).unit(), None);
}

#[test]
fn words_in_brackets_behind_a_label_are_asked_unless_they_add_nothing() {
    let with = |label: &str| checked(&form(&["Điểm tự chấm"]).replace("| Số nhiệm vụ hoàn thành |", &format!("| {label} |")));
    for more in [
        "(quá hạn)",
        "(đúng hạn)",
        "(của UBND tỉnh)",
        "(đã trừ nhiệm vụ chuyển kỳ sau)",
        "(nhiệm vụ) quá hạn",
        "(nhiệm vụ, kể cả quá hạn)",
        "[cấp xã]",
        "(năm 2025)",
    ] {
        let said = with(&format!("Số nhiệm vụ hoàn thành {more}"));
        assert_eq!((said.input("1.2", "xong"), said.of("S090").len()), (None, 1), "{more}: {:?}", said.found);
    }
    // Controls: the unit of measure, how it is written, the year that is scored, the letter of a formula.
    for more in ["(nhiệm vụ)", "(đơn vị tính: nhiệm vụ)", "(a)", "(năm 2026)", "(ghi rõ số lượng)", "[1]"] {
        let said = with(&format!("Số nhiệm vụ hoàn thành {more}"));
        assert_eq!((said.input("1.2", "xong").as_deref(), &*said.found), (Some("40"), &[][..]), "{more}");
    }
}

#[test]
fn what_a_province_asks_for_is_no_document_of_the_unit() {
    let with = |heading: &str, words: &str| {
        let text = form(&["Điểm tự chấm"]).replacen("| TLKC\n", &format!("| {heading}\n"), 1);
        checked(&text.replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", words))
    };
    for heading in [
        "Tài liệu kiểm chứng (theo quy định)",
        "Tài liệu kiểm chứng theo hướng dẫn",
        "Tài liệu kiểm chứng phải nộp",
        "Quy định về tài liệu kiểm chứng",
        "Yêu cầu về tài liệu kiểm chứng",
    ] {
        let said = with(heading, "Kế hoạch cải cách hành chính năm của UBND xã");
        assert_eq!((said.documents("1.1"), said.accepted("1.1").as_deref()), (0, Some("0.00")), "{heading}: {:?}", said.found);
        // Control: with its number it is the unit's, for no province prints one.
        let said = with(heading, "Kế hoạch số 12/KH-UBND ngày 20/01/2026");
        assert_eq!((said.documents("1.1"), said.accepted("1.1").as_deref()), (1, Some("2.00")), "{heading}: {:?}", said.found);
    }
    // Controls: columns that the unit fills in, the first of them by what it says, the second whatever it lists.
    for heading in ["Tài liệu kiểm chứng đơn vị cung cấp theo quy định", "Danh mục tài liệu kiểm chứng"] {
        let said = with(heading, "Kế hoạch cải cách hành chính năm 2026");
        assert_eq!((said.documents("1.1"), said.accepted("1.1").as_deref()), (1, Some("2.00")), "{heading}: {:?}", said.found);
    }
}
