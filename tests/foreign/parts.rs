//! Forms of several tables: one for each area, on a sheet of its own or below the other; and tables of other units.

use super::thu::{Said, checked, checked_as, checked_bytes, form};
use crate::folder::drawn;

const HEADER: &str = "STT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Điểm tự chấm | TLKC\n";
const AREA_1: &str = "'1 | Chỉ đạo, điều hành | 8
'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | '20/01/2026 | 2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | | 3.2
 | Số nhiệm vụ hoàn thành | | 40
 | Số nhiệm vụ được giao | | 50
'1.3 | Văn hóa công sở | 2 | | 1.5
";
const AREA_2: &str = "'2 | Cải cách thủ tục hành chính | 12
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 80 | 3.2
'2.2 | Công khai thủ tục hành chính | 3 | Công khai đầy đủ, kịp thời | 3
'2.3 | Thẩm định chất lượng giải quyết | 2
'2.4 | Mức độ hài lòng | 3
";
const SIGNED: &str = "Người lập biểu | | | Chủ tịch\n\n";
const WHO: &str = "Đơn vị: UBND xã Tân An\n";

/// Gives the claims of the leaves that the unit scores.
fn claims(said: &Said) -> [Option<String>; 5] {
    ["1.1", "1.2", "1.3", "2.1", "2.2"].map(|id| said.claim(id))
}

#[test]
fn tables_of_different_criteria_are_one_form() {
    let all = ["2", "3.2", "1.5", "3.2", "3"].map(|claim| Some(claim.to_owned()));
    let layouts = [
        ("a sheet for each area", format!("== LV1\n{WHO}{HEADER}{AREA_1}== LV2\n{WHO}{HEADER}{AREA_2}")),
        ("named on the first only", format!("== LV1\n{WHO}{HEADER}{AREA_1}== LV2\n{HEADER}{AREA_2}")),
        ("named on the second only", format!("== LV1\n{HEADER}{AREA_1}== LV2\n{WHO}{HEADER}{AREA_2}")),
        ("the other order", format!("== LV2\n{HEADER}{AREA_2}== LV1\n{WHO}{HEADER}{AREA_1}")),
        ("one below the other", format!("{WHO}{HEADER}{AREA_1}\n{HEADER}{AREA_2}")),
        ("signed each", format!("{WHO}{HEADER}{AREA_1}{SIGNED}{HEADER}{AREA_2}{SIGNED}")),
        (
            "other columns",
            format!(
                "{WHO}{HEADER}{AREA_1}\nNội dung | Điểm chuẩn | Tự chấm | Số liệu\n2.1. Tỷ lệ hồ sơ trực tuyến | 4 | 3.2 | 80\n2.2. Công khai thủ tục hành chính | 3 | 3 | Công khai đầy đủ, kịp thời\n"
            ),
        ),
        ("a cover without a table", format!("== Bìa\n{WHO}== Biểu\n{WHO}{HEADER}{AREA_1}{AREA_2}")),
    ];
    for (what, text) in layouts {
        let said = checked(&text);
        assert_eq!((said.unit(), claims(&said)), (Some("xa-a"), all.clone()), "{what}: {said:?}");
        assert_eq!(said.accepted("1.2").as_deref(), Some("3.20"), "{what}");
        let found: Vec<&String> = said.found.iter().filter(|one| !one.starts_with("S029")).collect();
        assert_eq!(found, Vec::<&String>::new(), "{what}");
    }
}

#[test]
fn an_empty_copy_of_the_form_is_no_rival() {
    let empty = form(&["Điểm tự chấm"])
        .replace(" 1.5 ", "")
        .replace(" 3.2 ", "")
        .replace("| 80 |", "| |")
        .replace("| | 2 |", "| | |")
        .replace("| 3 |", "| |");
    let text = format!(
        "== Biểu\n{}== Mẫu\n{WHO}{HEADER}'1.1 | Ban hành kế hoạch cải cách hành chính | 2\n'1.3 | Văn hóa công sở | 2\n",
        form(&["Điểm tự chấm"])
    );
    let said = checked(&text);
    assert_eq!(said.claim("1.3").as_deref(), Some("1.5"), "{empty} {said:?}");
    assert_eq!(said.found, ["S097 note"]);
}

#[test]
fn a_table_of_another_unit_is_told_and_never_mixed_in() {
    let own = form(&["Điểm tự chấm"]);
    let other = own.replace("UBND XÃ TÂN AN", "UBND XÃ TÂN BÌNH").replace("| | 1.5 |", "| | 0.5 |");
    let area = format!("Đơn vị: UBND xã Tân Bình\n{HEADER}{AREA_2}").replace("| 80 | 3.2", "| 80 | 1");
    let first = format!("Đơn vị: UBND xã Tân An\n{HEADER}{AREA_1}");
    let books = [
        ("below", format!("{own}{SIGNED}{other}")),
        ("above", format!("{other}{SIGNED}{own}")),
        ("on another sheet", format!("== A\n{own}== B\n{other}")),
        ("of other criteria", format!("{first}{SIGNED}{area}")),
    ];
    for (what, text) in books {
        // Two units in one file: whose it is, is asked, whatever the file is called.
        for name in ["x.xlsx", "xa-a.xlsx"] {
            let said = checked_bytes(&drawn(&text), name, "");
            assert_eq!((said.unit(), said.found.as_slice()), (None, &["S081 error".to_owned()][..]), "{what}: {said:?}");
        }
        // The campaign says which cell names the unit: the other table is told and left.
        if what == "below" {
            let said = checked_as(&text, "form: { unit_cell: A1 }\n");
            assert_eq!((said.unit(), said.claim("1.3").as_deref()), (Some("xa-a"), Some("1.5")), "{said:?}");
            assert_eq!(said.found, ["S112 error"]);
        }
    }
}

#[test]
fn what_is_said_of_a_sheet_that_was_left_is_not_said_of_the_form() {
    let form = super::thu::form(&["Điểm tự chấm"]);
    for (left, title) in [("Năm 2025", "NĂM 2025"), ("Nháp", "NĂM 2026"), ("Dự kiến", "NĂM 2026")] {
        let other = form.replace("NĂM 2026", title).replace("| 1.5 |", "| 1 |");
        let said = super::thu::checked(&format!("== {left}\n{other}== Biểu năm 2026\n{form}"));
        assert_eq!(said.claim("1.3").as_deref(), Some("1.5"), "{left}: {:?}", said.found);
        assert_eq!((said.of("S098"), said.of("S124")), (vec![], vec![]), "{left}");
    }
    // Control: of the form that is read it is said.
    assert_eq!(super::thu::checked(&form.replace("NĂM 2026", "NĂM 2025")).of("S098").len(), 1);
}
