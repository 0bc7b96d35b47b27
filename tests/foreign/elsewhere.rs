//! What stands outside its column is not read and not lost: where something hangs on it, it is told.

use super::thu::{checked, form};

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
