//! Forms of another layout version: what is read of them, and what is said.

use serde_json::Value;

use super::hand::{Act, by_hand};
use crate::folder::Folder;

/// Does things to the form of the first unit and checks it.
fn checked(acts: &str) -> (Folder, Value) {
    let folder = Folder::base();
    let acts: Vec<Act> = serde_saphyr::from_str(acts).unwrap();
    let form = std::fs::read(folder.path("submissions/so-a.xlsx")).unwrap();
    folder.put("submissions/so-a.xlsx", by_hand(&form, &acts));
    let said = folder.run("check submissions/so-a.xlsx --campaign . --format json --out .");
    (folder, serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{} {}", said.out, said.err)))
}

/// Gives code, cell and words of every finding.
fn told(said: &Value) -> Vec<String> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or("–").to_owned();
    let findings = said["findings"].as_array().unwrap().iter();
    findings.map(|one| format!("{} {} {}", text(one, "code"), text(one, "cell"), text(one, "message"))).collect()
}

/// Gives what was read, without where it stood.
fn rows(said: &Value) -> Value {
    let mut rows = said["files"][0]["rows"].clone();
    rows.as_array_mut().unwrap().iter_mut().for_each(|row| drop(row.as_object_mut().unwrap().remove("cells")));
    rows
}

#[test]
fn an_older_form_is_read_without_the_columns_that_it_never_had() {
    let (_, straight) = checked("[]");
    assert_eq!(told(&straight), Vec::<String>::new());
    let (folder, older) = checked(
        "- put: { sheet: meta, at: layout, text: parindex/0 }
- delete_column: { at: explanation }
- delete_column: { sheet: evidence, at: issuer }
- delete_column: { sheet: evidence, at: file }",
    );
    assert_eq!(
        told(&older),
        [
            "S023 – Biểu theo mẫu cũ “parindex/0”, hiện dùng mẫu “parindex/1”; mọi ô của biểu vẫn được đọc, cột mà mẫu cũ chưa có coi như để trống."
        ]
    );
    assert_eq!(rows(&older), rows(&straight));
    assert_eq!(older["files"][0]["layout"], "parindex/0");
    // The same columns of a form of today's layout were deleted by somebody.
    let (_, deleted) = checked("- delete_column: { at: explanation }\n- delete_column: { sheet: evidence, at: issuer }");
    assert_eq!(
        told(&deleted),
        ["S027 – Trang “Tài liệu kiểm chứng” mất cột “Cơ quan ban hành”.", "S027 – Trang “Tự đánh giá” mất cột “Giải trình”."]
    );
    assert_eq!(rows(&deleted), rows(&straight));
    // What goes back is of today's layout.
    let again = folder.run("check so-a.phan-hoi.xlsx --campaign . --format json");
    let again: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!((told(&again), rows(&again)), (Vec::new(), rows(&straight)));
    assert_eq!(again["files"][0]["layout"], "parindex/1");
}

#[test]
fn a_newer_form_is_read_as_far_as_it_is_known_and_the_rest_is_listed() {
    let (_, straight) = checked("[]");
    let (folder, newer) = checked(
        "- put: { sheet: meta, at: layout, text: parindex/2 }
- put: { at: R6, text: deputy }
- put: { at: R7, text: Người phụ trách }
- put: { at: R9, text: Nguyễn Thị Lan }
- put: { at: R11, text: Trần Văn Bình }
- put: { at: A60, text: 'remark:1' }
- put: { at: J60, text: Xin gia hạn đến 20/01 }",
    );
    assert_eq!(
        told(&newer),
        [
            "S023 – Biểu theo mẫu “parindex/2”, mới hơn mẫu “parindex/1” mà chương trình biết; chỉ các ô có trong mẫu “parindex/1” được đọc.",
            "S029 R9 Cột “Người phụ trách” của trang “Tự đánh giá” không có trong mẫu “parindex/1” nên không được đọc (ô R9: “Nguyễn Thị Lan”).",
            "S029 J60 Ô J60 ghi “Xin gia hạn đến 20/01” nhưng không phải ô cần điền của biểu.",
        ]
    );
    assert_eq!(newer["findings"][0]["help"], "Cập nhật chương trình lên phiên bản mới rồi kiểm tra lại biểu này.");
    assert_eq!(rows(&newer), rows(&straight));
    // The copy that goes back keeps all of it.
    let book = parindex::workbook::open(&std::fs::read(folder.path("so-a.phan-hoi.xlsx")).unwrap(), "a.xlsx").value.unwrap();
    let list: Vec<String> = book.sheets[0].cells.values().map(parindex::workbook::Cell::shown).collect();
    for words in ["Nguyễn Thị Lan", "Trần Văn Bình", "Xin gia hạn đến 20/01"] {
        assert!(list.iter().any(|cell| cell == words), "{words}: {list:?}");
    }
}

#[test]
fn a_form_without_its_hidden_sheet_is_known_by_its_name_and_read_by_its_keys() {
    let (_, straight) = checked("[]");
    let (folder, bare) = checked("- delete_sheet: { sheet: meta }");
    assert_eq!(told(&bare).len(), 1);
    assert!(told(&bare)[0].starts_with("S030 "), "{bare}");
    assert_eq!((rows(&bare), &bare["files"][0]["unit"]), (rows(&straight), &straight["files"][0]["unit"]));
    // The name in the form goes before that of the file.
    std::fs::rename(folder.path("submissions/so-a.xlsx"), folder.path("submissions/bieu so-b.xlsx")).unwrap();
    let said = crate::folder::run_with(&folder.path(""), &["check", "submissions/bieu so-b.xlsx", "--campaign", ".", "--format", "json"]);
    let said: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(said["files"][0]["unit"], "so-a");
    let codes: Vec<String> = told(&said).iter().map(|line| line[..4].to_owned()).collect();
    assert_eq!(codes, ["S030", "S082"]);
}

#[test]
fn signatures_are_known_wherever_below_the_table_they_stand_and_come_back() {
    let (_, straight) = checked("[]");
    let (folder, signed) = checked(
        "- put: { at: proposals+2 computed, text: 'Tân An, ngày 12 tháng 01 năm 2027' }
- put: { at: proposals+7 content, text: Nguyễn Thị Lan }
- put: { at: proposals+6 claimed, text: TRẦN VĂN BÌNH }",
    );
    assert_eq!((told(&signed), rows(&signed)), (Vec::new(), rows(&straight)));
    let copy = std::fs::read(folder.path("so-a.phan-hoi.xlsx")).unwrap();
    let book = parindex::workbook::open(&copy, "a.xlsx").value.unwrap();
    let form = book.sheets.iter().find(|sheet| sheet.name == parindex::form::layout::ASSESSMENT.vi).unwrap();
    let words: Vec<String> = form.cells.values().map(parindex::workbook::Cell::shown).collect();
    for name in ["Tân An, ngày 12 tháng 01 năm 2027", "Nguyễn Thị Lan", "TRẦN VĂN BÌNH"] {
        assert!(words.iter().any(|cell| cell == name), "{name}");
    }
    // Anything else there is told.
    let (_, more) = checked("- put: { at: proposals+7 content, text: 'Xin bổ sung 02 tài liệu' }");
    assert_eq!(told(&more).len(), 1, "{more}");
}
