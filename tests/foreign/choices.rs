//! Columns and tables that fit the same part: one is read for a reason, or none.

use super::thu::{checked, checked_as, form};

/// The claims of 1.3 and the severity of what is said of the columns: headings of the two columns of scores (1.5 in the left
/// one, 1 in the right one), the claim that is read, and code and severity of what is said.
const TWO_CLAIMS: [(&str, &str, Option<&str>, &str); 21] = [
    // Handed in: year, round, adjusted, planned, the same words.
    ("Điểm tự chấm năm 2025", "Điểm tự chấm năm 2026", Some("1"), "S111 note"),
    ("Tự chấm lần 1", "Tự chấm lần 2", Some("1"), "S111 note"),
    ("Điểm tự chấm", "Điểm tự chấm (điều chỉnh)", Some("1"), "S111 note"),
    ("Dự kiến tự chấm", "Điểm tự chấm", Some("1"), "S111 note"),
    ("Điểm tự chấm", "Điểm tự chấm", None, "S110 error"),
    // Their relatives: other order, other words, other signs.
    ("Điểm tự chấm năm 2026", "Điểm tự chấm năm 2025", Some("1.5"), "S111 note"),
    ("Tự đánh giá 2026", "Tự đánh giá năm trước", Some("1.5"), "S111 note"),
    ("Tự chấm (lần thứ hai)", "Tự chấm (lần thứ nhất)", Some("1.5"), "S111 note"),
    ("Tự chấm đợt II", "Tự chấm đợt I", Some("1.5"), "S111 note"),
    ("Điểm tự đánh giá chính thức", "Điểm tự đánh giá", Some("1.5"), "S111 note"),
    ("Điểm tự chấm sau điều chỉnh", "Điểm tự chấm ban đầu", Some("1.5"), "S111 note"),
    ("Tự chấm theo kế hoạch", "Tự chấm thực hiện", Some("1"), "S111 note"),
    ("Đăng ký tự chấm", "Điểm tự chấm", Some("1"), "S111 note"),
    ("Tự đánh giá", "Tự đánh giá lại (sau rà soát)", None, "S110 error"),
    ("Điểm tự chấm", "Đơn vị chấm", None, "S110 error"),
    ("Tự chấm chính thức", "Tự chấm điều chỉnh", Some("1.5"), "S111 note"),
    // Only columns of another year, or planned: none is this year's.
    ("Điểm tự chấm năm 2024", "Điểm tự chấm năm 2025", None, "S110 error"),
    ("Điểm tự chấm cùng kỳ", "Dự kiến tự chấm", None, "S110 error"),
    // Who scores is part of the heading: these are not the unit's.
    ("Điểm tự chấm", "Điểm thẩm định", Some("1.5"), "S091 note"),
    ("Điểm tự chấm", "Chênh lệch giữa tự chấm và thẩm định", Some("1.5"), "S091 note"),
    ("Lý do tự chấm", "Điểm tự chấm (theo hướng dẫn của Sở Nội vụ)", Some("1"), "S091 note"),
];

#[test]
fn of_two_columns_of_scores_one_is_read_for_a_reason_or_none() {
    for (left, right, claim, said) in TWO_CLAIMS {
        let said_of = checked(&form(&[left, right]));
        assert_eq!(said_of.claim("1.3").as_deref(), claim, "{left} | {right}: {said_of:?}");
        assert!(said_of.found.iter().any(|one| one == said), "{left} | {right}: {:?}", said_of.found);
        // The order of the columns changes nothing.
        let swapped = checked(&form(&[right, left]).replace(" | 1.5 | 1 |", " | 1 | 1.5 |").replace(" | 2 | 1.5 |", " | 1.5 | 2 |"));
        assert_eq!(swapped.claim("1.3").as_deref(), claim, "{right} | {left}");
    }
}

#[test]
fn a_pin_is_a_reason() {
    let said = checked_as(&form(&["Điểm tự chấm", "Điểm tự chấm"]), "form: { columns: { claimed: F } }\n");
    assert_eq!(said.claim("1.3").as_deref(), Some("1"));
    assert!(said.found.iter().all(|one| !one.starts_with("S11")), "{:?}", said.found);
}

#[test]
fn a_year_in_the_heading_above_decides_too() {
    for (first, second, claim) in [
        ("Năm 2025", "Năm 2026", Some("1")),
        ("Lần 2", "Lần 1", Some("1.5")),
        ("Kế hoạch", "Thực hiện", Some("1")),
        ("Cột 1", "Cột 2", None),
    ] {
        let text = form(&["Tự đánh giá", ">"]).replacen("| TLKC\n", &format!("| TLKC\n | | | | {first} | {second}\n"), 1);
        let said = checked(&text);
        assert_eq!(said.claim("1.3").as_deref(), claim, "{first} | {second}: {said:?}");
    }
}

#[test]
fn figures_are_those_of_the_year_that_is_scored() {
    let table = |left: &str, right: &str| {
        format!(
            "UBND XÃ TÂN AN
STT | Tiêu chí | Điểm tối đa | {left} | {right} | Điểm tự chấm | TLKC
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | | | 3.2
 | Số nhiệm vụ hoàn thành | | 35 | 40
 | Số nhiệm vụ được giao | | 45 | 50
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 75 | 80 | 3.2
"
        )
    };
    let cases = [
        ("Số liệu năm 2025", "Số liệu năm 2026", Some(["40", "50", "80"])),
        ("Số liệu năm trước", "Số liệu", Some(["40", "50", "80"])),
        ("Số liệu 2026", "Số liệu 2025", Some(["35", "45", "75"])),
        ("Số liệu kế hoạch", "Số liệu thực hiện", Some(["40", "50", "80"])),
        ("Số liệu", "Số liệu", None),
    ];
    for (left, right, figures) in cases {
        let said = checked(&table(left, right));
        let read = figures
            .map(|_| [said.input("1.2", "xong"), said.input("1.2", "giao"), said.input("2.1", "ty_le")].map(Option::unwrap_or_default));
        assert_eq!(read, figures.map(|figures| figures.map(str::to_owned)), "{left} | {right}");
        if figures.is_none() {
            assert_eq!((said.accepted("1.2"), said.accepted("2.1")), (Some("0.00".into()), Some("0.00".into())), "{left} | {right}");
        }
    }
}

/// Two sheets with scores for the same leaves: their names, and the claim of 1.3 that is read.
const TWO_SHEETS: [(&str, &str, Option<&str>); 8] = [
    ("Biểu", "Biểu 2", None),
    ("Dự kiến", "Biểu", Some("1")),
    ("Biểu chính thức", "Biểu", Some("1.5")),
    ("Lần 2", "Lần 1", Some("1.5")),
    ("2025", "2026", Some("1")),
    ("Biểu", "Điều chỉnh", Some("1")),
    ("Bản 1", "Bản 2", None),
    ("Năm 2024", "Năm 2025", None),
];

#[test]
fn of_two_tables_one_is_read_for_a_reason_or_none() {
    for (first, second, claim) in TWO_SHEETS {
        let table = |score: &str| form(&["Điểm tự chấm"]).replace(" | 1.5 |", &format!(" | {score} |"));
        let one = format!("== {first}\n{}== {second}\n{}", table("1.5"), table("1"));
        let other = format!("== {second}\n{}== {first}\n{}", table("1"), table("1.5"));
        let (one, other) = (checked(&one), checked(&other));
        assert_eq!(one.claim("1.3").as_deref(), claim, "{first} | {second}: {one:?}");
        assert_eq!(other.claim("1.3").as_deref(), claim, "the order of sheets changes something: {first} | {second}");
        assert_eq!(one.found.iter().any(|one| one == "S097 error"), claim.is_none(), "{first} | {second}: {:?}", one.found);
    }
}

#[test]
fn two_rows_of_one_criterion_that_differ_are_both_left() {
    let text = form(&["Điểm tự chấm"]).replace("'2 |", "'1.3 | Văn hóa công sở | 2 | | 1 |\n'2 |");
    let said = checked(&text);
    assert_eq!((said.claim("1.3").as_deref(), said.accepted("1.3")), (Some("1,5 / 1"), None), "{said:?}");
    assert!(said.found.iter().any(|one| one == "S025 error"));
}

#[test]
fn points_that_the_unit_puts_forward_are_a_second_score_of_its_own() {
    for heading in
        ["Điểm đơn vị đề nghị", "Điểm đề nghị", "Điểm đề nghị công nhận", "Điểm đề xuất", "Điểm của đơn vị", "Số điểm đơn vị đề xuất"]
    {
        for (left, right) in [(heading, "Điểm tự chấm"), ("Điểm tự chấm", heading)] {
            let said = checked(&form(&[left, right]));
            assert_eq!(said.claim("1.3"), None, "{left} | {right}: {said:?}");
            assert!(said.found.contains(&"S110 error".to_owned()), "{left} | {right}: {:?}", said.found);
            // Where both say the same, nothing hangs on the choice.
            let alike = form(&[left, right]).replace(" | 1.5 | 1 |", " | 1.5 | 1.5 |").replace(" | 2 | 1.5 |", " | 2 | 2 |");
            let alike = alike.replace(" | 3.2 | 2.7 |", " | 3.2 | 3.2 |").replace(" | 3 | 2.5", " | 3 | 3");
            let said = checked(&alike);
            assert_eq!(said.claim("1.3").as_deref(), Some("1.5"), "{left} | {right}: {said:?}");
            assert!(said.found.contains(&"S111 note".to_owned()), "{left} | {right}: {:?}", said.found);
        }
    }
    // Others put these forward, or they are something else.
    for heading in ["Điểm thẩm định đề nghị", "Điểm Hội đồng đề nghị", "Điểm Sở Nội vụ đề xuất", "Điểm đơn vị được công nhận"]
    {
        let said = checked(&form(&["Điểm tự chấm", heading]));
        assert_eq!(said.claim("1.3").as_deref(), Some("1.5"), "{heading}: {said:?}");
        assert!(!said.found.contains(&"S110 error".to_owned()), "{heading}: {:?}", said.found);
    }
}
