//! What stands outside its column is not read and not lost: where something hangs on it, it is told.

use std::path::Path;

use super::thu::{checked, checked_in, form};
use crate::folder::{Folder, drawn};

#[test]
fn a_link_or_a_line_of_documents_outside_its_column_is_told() {
    let base = form(&["Điểm tự chấm"]).replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026", "");
    assert!(checked(&base).of("S121").is_empty());
    let name = "Ban hành kế hoạch cải cách hành chính";
    assert!(base.contains(&format!("'1.1 | {name}")), "{base}");
    let link = "https://tanan.gov.vn/kh12.pdf";
    let told = |at: &str| vec![format!("{at} Ô này có liên kết “{link}” nhưng không phải ô tài liệu kiểm chứng; liên kết không được đọc.")];
    assert_eq!(checked(&base.replace(name, &format!("{name} → {link}"))).of("S121"), told("B6"));
    assert_eq!(checked(&base.replace("'1.1 |", &format!("'1.1 → {link} |"))).of("S121"), told("A6"));
    for line in ["Tài liệu kiểm chứng: Kế hoạch số 12/KH-UBND ngày 20/01/2026", "Minh chứng: Báo cáo số 40/BC-UBND", "TLKC: kh12.pdf"]
    {
        let said = checked(&base.replacen("\n'1.2", &format!("\n | {line}\n'1.2"), 1));
        let told: Vec<String> = said.of("S121").into_iter().filter(|one| one.contains(line)).collect();
        assert_eq!(told.len(), 1, "{line}: {:?}", said.of("S121"));
        assert!(said.found.contains(&"E001 error".to_owned()), "{said:?}");
    }
    // Where the criterion names its documents, nothing hangs on it; and a line of the rule is no document.
    let full = form(&["Điểm tự chấm"]);
    assert!(checked(&full.replace(name, &format!("{name} → {link}"))).of("S121").is_empty());
    let rule = base.replacen("\n'1.2", "\n | Ban hành trước ngày 31/01: 2 điểm\n'1.2", 1);
    assert!(checked(&rule).of("S121").is_empty());
}

#[test]
fn a_score_outside_its_column_is_told_where_the_column_is_blank() {
    let base = form(&["Điểm tự chấm"]);
    let (name, blank) = ("Văn hóa công sở", base.replace("| 2 | | 1.5 |", "| 2 | | |"));
    assert!(base.contains(name) && blank != base, "{base}");
    for words in ["(tự chấm 1,5 điểm)", "- đơn vị tự đánh giá: 1.5 điểm", "(tự chấm: 1,5đ)"] {
        let said = checked(&blank.replace(name, &format!("{name} {words}")));
        assert_eq!(said.of("S121").len(), 1, "{words}: {said:?}");
        assert_eq!(said.claim("1.3"), None, "{words}");
        assert!(checked(&base.replace(name, &format!("{name} {words}"))).of("S121").is_empty(), "{words}");
    }
    for words in ["(theo Kế hoạch tự chấm điểm số 12)", "tự đánh giá theo 3 nhóm", "(tối đa 2 điểm)"] {
        assert!(checked(&blank.replace(name, &format!("{name} {words}"))).of("S121").is_empty(), "{words}");
    }
}

#[test]
fn criteria_on_a_hidden_sheet_are_told_where_the_form_lacks_them() {
    let base = form(&["Điểm tự chấm"]);
    let (visible, rest) = base.split_at(base.find("\n'2 |").unwrap());
    let head = base.lines().find(|line| line.contains("Điểm tự chấm")).unwrap();
    let parted = |hidden: &str| format!("== Biểu\n{visible}\n== LV2{hidden}\n{head}{rest}");
    let said = checked(&parted(" (hidden)"));
    assert_eq!(said.of("S122"), ["– Trang “LV2” bị ẩn nên không được đọc, dù có bảng tiêu chí."]);
    assert!(said.found.contains(&"S086 error".to_owned()), "{said:?}");
    assert!(checked(&parted("")).of("S122").is_empty());
    // A hidden copy of what is there is nobody's business.
    assert!(checked(&format!("== Biểu\n{base}\n== Cũ (hidden)\n{base}")).of("S122").is_empty());
}

#[test]
fn a_sheet_that_is_no_answer_of_the_unit_fills_no_blank() {
    let base = form(&["Điểm tự chấm"]);
    let blank = base.replace("| 2 | | 1.5 |", "| 2 | | |");
    let title = "BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026";
    assert!(base.contains(title) && blank != base);
    for name in ["Năm 2025", "Nháp", "Ví dụ", "Hướng dẫn", "Thẩm định", "Tân Bình", "Dự thảo lần 1"] {
        let other = base.replace(title, "").replace("UBND XÃ TÂN AN", "");
        let said = checked(&format!("== Biểu\n{blank}\n== {name}\n{other}"));
        assert_eq!(said.claim("1.3"), None, "{name}: {said:?}");
        assert!(said.found.contains(&"S097 warning".to_owned()), "{name}: {:?}", said.found);
    }
    let draft = base.replace(title, &format!("DỰ THẢO {title}"));
    assert_eq!(checked(&format!("== Biểu\n{blank}\n== S2\n{draft}")).claim("1.3"), None);
    let titled = base.replace("NĂM 2026", "NĂM 2025");
    assert_eq!(checked(&format!("== Biểu\n{blank}\n== S2\n{titled}")).claim("1.3"), None);
    // A second sheet of the unit's own is a part of the form, and a form alone is read whatever its sheet is called.
    let said = checked(&format!("== Biểu\n{blank}\n== Tiếp theo\n{base}"));
    assert_eq!(said.claim("1.3").as_deref(), Some("1.5"), "{said:?}");
    for name in ["Nhập liệu", "Thẩm định văn bản", "Bảng 2"] {
        let said = checked(&format!("== Biểu\n{blank}\n== {name}\n{base}"));
        assert_eq!(said.claim("1.3").as_deref(), Some("1.5"), "{name}: {said:?}");
    }
    assert_eq!(checked(&format!("== Dự thảo\n{base}")).claim("1.3").as_deref(), Some("1.5"));
    // The only sheet is called like another year: it is read, and told.
    let said = checked(&format!("== Năm 2025\n{}", base.replace(" NĂM 2026", "")));
    assert_eq!((said.claim("1.3").as_deref(), said.of("S098").len()), (Some("1.5"), 1), "{said:?}");
}

#[test]
fn a_list_of_another_unit_or_year_backs_nothing() {
    let base = form(&["Điểm tự chấm"]).replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "");
    let list = "STT | Tiêu chí | Tên văn bản | Số, ký hiệu | Ngày ban hành\n'1 | 1.1 | Kế hoạch CCHC | '12/KH-UBND | 20/01/2026\n";
    let with = |name: &str, title: &str| checked(&format!("== Biểu\n{base}\n== {name}\n{title}\n{list}"));
    for (name, title) in [
        ("Tài liệu xã Tân Bình", "DANH MỤC TÀI LIỆU KIỂM CHỨNG"),
        ("TLKC", "DANH MỤC TÀI LIỆU KIỂM CHỨNG CỦA UBND XÃ TÂN BÌNH"),
        ("TLKC năm 2025", "DANH MỤC TÀI LIỆU KIỂM CHỨNG"),
        ("TLKC", "DANH MỤC TÀI LIỆU KIỂM CHỨNG NĂM 2025"),
        ("Văn bản hướng dẫn", "DANH MỤC VĂN BẢN"),
    ] {
        let said = with(name, title);
        assert_eq!((said.documents("1.1"), said.of("S126").len()), (0, 1), "{name} {title}: {:?}", said.found);
    }
    for (name, title) in [
        ("TLKC", "DANH MỤC TÀI LIỆU KIỂM CHỨNG"),
        ("TLKC 2026", "DANH MỤC TÀI LIỆU KIỂM CHỨNG NĂM 2026 CỦA UBND XÃ TÂN AN"),
        ("TLKC", "DANH MỤC TÀI LIỆU KIỂM CHỨNG (theo Quyết định số 5/QĐ-UBND năm 2025)"),
    ] {
        let said = with(name, title);
        assert_eq!((said.documents("1.1"), said.of("S126").len()), (1, 0), "{name} {title}: {:?}", said.found);
    }
}

#[test]
fn the_sheet_of_another_unit_and_figures_of_another_year_are_told() {
    let base = form(&["Điểm tự chấm"]);
    let said = checked(&format!("== Tân Bình\n{base}"));
    assert_eq!((said.unit(), said.of("S118").len()), (Some("xa-a"), 1), "{said:?}");
    assert_eq!(checked(&format!("== Tân An\n{base}")).of("S118").len(), 0);
    let title = "BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026";
    let below = |line: &str| checked(&base.replace(title, &format!("{title}\n{line}"))).of("S098").len();
    assert_eq!(["(Số liệu năm 2025)", "(Số liệu năm 2026)", "(Số liệu năm 2025 và năm 2026)"].map(below), [1, 0, 0]);
    // Days as people type them.
    for day in ["20/01/2026.", "20/01/2026 14:30", "20/01/2026 14h30", "20/01/2026"] {
        let said = checked(&base.replace("'20/01/2026", &format!("'{day}")));
        assert_eq!(said.accepted("1.1").as_deref(), Some("2.00"), "{day} {said:?}");
    }
}

#[test]
fn what_stands_below_the_table_answers_nothing() {
    let base = form(&["Điểm tự chấm"]).replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026", "").replace("| TLKC\n", "| TLKC | Giải trình\n");
    let (head, areas) = base.split_at(base.find("'1 |").unwrap());
    let area_1_end = areas.find("'2 |").unwrap();
    // The criterion that asks for a document stands last.
    let (first, second) = areas.split_at(area_1_end);
    let plan = first.lines().take(3).collect::<Vec<_>>().join("\n");
    let rest = first.lines().skip(3).collect::<Vec<_>>().join("\n");
    let last = format!("{head}{second}{}\n{rest}\n{}\n", plan.lines().next().unwrap(), plan.lines().skip(1).collect::<Vec<_>>().join("\n"));
    assert_eq!(checked(&last).accepted("1.1").as_deref(), Some("0.00"), "{last}");
    for foot in ["TRƯỞNG PHÒNG", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "UBND XÃ TÂN AN"] {
        let said = checked(&format!("{last} | | | | | | {foot}\n"));
        assert_eq!((said.accepted("1.1").as_deref(), said.explanation("1.1")), (Some("0.00"), None), "{foot}");
    }
    for foot in ["Trần Văn B", "Mẫu số 02/CCHC", "Kèm theo Báo cáo số 5/BC-UBND ngày 20/12/2026"] {
        let said = checked(&format!("{last}\n | | | | | {foot} | {foot}\n"));
        assert_eq!((said.accepted("1.1").as_deref(), said.documents("1.1")), (Some("0.00"), 0), "{foot}");
    }
    // A line that goes on right below is the criterion's, also a file's name in capitals.
    let said = checked(&format!("{last} | | | | | KH-01.PDF |\n"));
    assert_eq!((said.accepted("1.1").as_deref(), said.documents("1.1")), (Some("2.00"), 1), "{said:?}");
    let said = checked(&format!("{last} | | | | | Kế hoạch số 12/KH-UBND ngày 20/01/2026 |\n"));
    assert_eq!((said.accepted("1.1").as_deref(), said.documents("1.1")), (Some("2.00"), 1), "{said:?}");
}

#[test]
fn brackets_behind_a_label_may_make_it_another_figure() {
    let base = form(&["Điểm tự chấm"]);
    let label = "Số nhiệm vụ hoàn thành";
    for more in ["(năm 2025)", "(kế hoạch)", "(không đúng hạn)", "(chưa xong)", "(dự kiến)"] {
        let said = checked(&base.replace(label, &format!("{label} {more}")));
        assert_eq!(said.accepted("1.2").as_deref(), Some("0.00"), "{more}");
        assert!(said.found.contains(&"S090 error".to_owned()), "{more}: {:?}", said.found);
    }
    for more in ["(nhiệm vụ)", "(năm 2026)", "(theo báo cáo)"] {
        assert_eq!(checked(&base.replace(label, &format!("{label} {more}"))).accepted("1.2").as_deref(), Some("3.20"), "{more}");
    }
}

#[test]
fn columns_of_what_is_missing_or_taken_back_are_no_answers() {
    let base = form(&["Điểm tự chấm"]);
    for heading in
        ["TLKC còn thiếu", "Tài liệu kiểm chứng không hợp lệ", "Minh chứng (ví dụ)", "Yêu cầu giải trình", "Nội dung cần giải trình"]
    {
        let said = checked(&base.replace("| TLKC", &format!("| {heading}")));
        assert_eq!(said.accepted("1.1").as_deref(), Some("0.00"), "{heading}: {said:?}");
        assert!(said.found.contains(&"S091 error".to_owned()), "{heading}: {:?}", said.found);
    }
    for heading in ["Điểm tự chấm (thang 10)", "Điểm tự chấm (%)", "Điểm tự đánh giá bị trừ", "Điểm tự chấm (cũ)"]
    {
        let said = checked(&form(&[heading]));
        assert!(said.found.contains(&"S095 error".to_owned()), "{heading}: {:?}", said.found);
    }
    for heading in ["Điểm tự chấm (theo hướng dẫn của Sở Nội vụ)", "Điểm tự chấm (điểm)"] {
        assert_eq!(checked(&form(&[heading])).claim("1.3").as_deref(), Some("1.5"), "{heading}");
    }
}

#[test]
fn to_say_that_nothing_is_explained_explains_nothing() {
    let base = form(&["Điểm tự chấm"])
        .replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "| WORDS")
        .replace("| TLKC\n", "| TLKC | Giải trình\n");
    for words in ["Không giải trình", "Chưa giải trình", "Không có giải trình", "Giải trình sau"] {
        assert_eq!(checked(&base.replace("WORDS", words)).accepted("1.1").as_deref(), Some("0.00"), "{words}");
    }
    let why = "Kế hoạch lồng ghép trong chương trình công tác năm";
    assert_eq!(checked(&base.replace("WORDS", why)).accepted("1.1").as_deref(), Some("2.00"));
}

/// A province prints the alternatives of its decision, and a unit's form may have but one of them.
#[test]
fn a_criterion_is_not_missing_where_an_alternative_of_it_is_answered() {
    let without = form(&["Điểm tự chấm"]).lines().filter(|line| !line.starts_with("'1.3")).collect::<Vec<_>>().join("\n");
    let as_set = |alternatives: &str, form: &str| {
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/foreign/thu"));
        let set = folder.text("criteria/thu/set.yaml");
        let set = set.replace("max: 8\n", "max: 6\n").replace("total: 20", "total: 18");
        folder.put("criteria/thu/set.yaml", format!("{set}{alternatives}"));
        checked_in(&folder, &drawn(form), "x.xlsx", "")
    };
    let pair = "alternatives:\n  - { id: hoac, criteria: [\"1.1\", \"1.3\"] }\n";
    assert!(as_set(pair, &without).of("S086").is_empty());
    let blank = without.replace("2 | | 2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "2 | | | ").replace("'20/01/2026", "");
    assert_ne!(blank, without);
    let told = ["– Biểu không có hàng nào của tiêu chí 1.3 “Văn hóa công sở”."];
    assert_eq!(as_set(pair, &blank).of("S086"), told, "the other one is blank");
}

#[test]
fn a_row_that_looks_like_a_signature_ends_no_table_that_goes_on() {
    let base = form(&["Điểm tự chấm"]);
    for row in ["Ngày, tháng, năm ban hành kế hoạch", "Người lập: Trần Văn B", "Ghi chú: theo báo cáo năm"] {
        let said = checked(&base.replacen("\n'1.2", &format!("\n | {row}\n'1.2"), 1));
        assert_eq!(said.claim("1.2").as_deref(), Some("3.2"), "{row}: {said:?}");
        assert!(said.of("S086").is_empty(), "{row}");
    }
    let said = checked(&format!("{base}\n | NGƯỜI LẬP BIỂU | | | THỦ TRƯỞNG ĐƠN VỊ\n | Trần Văn B | | | Lê Văn C\n"));
    assert!(said.of("S089").is_empty() && said.of("S083").is_empty(), "{said:?}");
}
