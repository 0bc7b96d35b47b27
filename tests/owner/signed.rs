//! Our own form, with another unit's name where it is signed or on the tab of a sheet.

use serde_json::Value;

use crate::folder::Folder;

/// Fills in the form of Sở A with something that somebody did to it; gives the unit, and what was said of whose it is.
fn owner(done: &str) -> (String, Vec<String>) {
    let folder = Folder::base();
    let units = "  - { id: so-b, name: Sở B, group: so }\n  - { id: so-vh, name: \"Sở Văn hóa, Thể thao và Du lịch\", group: so }\n  - { id: xa-a, name: UBND xã Tân An, group: so }\n  - { id: xa-b, name: UBND xã Tân Bình, group: so }\n  - { id: h-tp, name: UBND huyện Tân Phú, group: so }\n  - { id: so-nv, name: Sở Nội vụ, group: so }\noffice: Sở Nội vụ\n";
    folder.edit("campaign.yaml", "  - { id: so-b, name: Sở B, group: so }\n", units);
    let unit = if done.contains("XÃ:") { "xa-a" } else { "so-a" };
    let renamed = done.contains("RENAMED:");
    let done = done.replace("XÃ:", "").replace("RENAMED:", "");
    folder.put(
        "forms.yaml",
        format!("- file: submissions/bieu.xlsx\n  unit: {unit}\n  answers:\n    \"1.3\": {{ figures: {{ ty_le: \"80\" }} }}\n{done}"),
    );
    folder.fill();
    if renamed {
        folder.edit("campaign.yaml", "name: Sở A,", "name: Sở Công thương,");
    }
    let said: Value = serde_json::from_str(&folder.run("check submissions/bieu.xlsx --campaign . --format json").out).unwrap();
    let told = said["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned());
    let told = told.filter(|code| ["C260", "C261", "S118"].contains(&code.as_str())).collect();
    (said["files"][0]["unit"].as_str().unwrap_or_default().to_owned(), told)
}

/// Types words where the one signs who answers for the form; `who` is the cell above the names.
fn typed(at: &str, words: &str) -> String {
    format!("  hand:\n    - put: {{ at: {at}, text: {} }}\n", serde_json::to_string(words).unwrap())
}

#[test]
fn who_signs_our_form_for_another_unit_is_refused() {
    for words in [
        "GIÁM ĐỐC SỞ B",
        "KT. GIÁM ĐỐC SỞ B\nPHÓ GIÁM ĐỐC",
        "SỞ B",
        "Sở B",
        "Lãnh đạo Sở B",
        "GIÁM ĐỐC\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        "Nguyễn Văn Bình - Giám đốc Sở B",
        "Nguyễn Văn Bình, Giám đốc Sở Văn hóa, Thể thao và Du lịch",
    ] {
        assert_eq!(owner(&typed("proposals+3 computed", words)), (String::new(), vec!["C260".to_owned()]), "{words}");
        assert_eq!(owner(&typed("proposals+9 computed", words)), (String::new(), vec!["C260".to_owned()]), "{words}");
    }
    for words in ["TM. ỦY BAN NHÂN DÂN XÃ TÂN BÌNH\nCHỦ TỊCH", "TM. UBND XÃ TÂN BÌNH", "CHỦ TỊCH UBND XÃ TÂN BÌNH"] {
        let done = format!("{}XÃ:", typed("proposals+3 computed", words));
        assert_eq!(owner(&done), (String::new(), vec!["C260".to_owned()]), "{words}");
    }
}

#[test]
fn who_is_spoken_of_beside_a_signature_is_told_and_refuses_nothing() {
    for words in [
        "Nguyễn Văn Bình (nguyên Giám đốc Sở B)",
        "Trần Thị An, trước đây là Giám đốc Sở B",
        "Nguyễn Văn Bình, chuyên viên Sở B",
        "XÁC NHẬN CỦA UBND HUYỆN TÂN PHÚ",
        "TM. UBND HUYỆN TÂN PHÚ\nCHỦ TỊCH",
    ] {
        assert_eq!(owner(&typed("proposals+3 computed", words)), ("so-a".to_owned(), vec!["S118".to_owned()]), "{words}");
    }
    let done = format!("{}XÃ:", typed("proposals+2 computed", "Tân Bình, ngày 05 tháng 01 năm 2027"));
    assert_eq!(owner(&done), ("xa-a".to_owned(), vec!["S118".to_owned()]));
}

#[test]
fn a_signature_of_its_own_says_nothing_of_others() {
    for words in [
        "GIÁM ĐỐC SỞ A",
        "Nguyễn Văn Bình",
        "Nguyễn Tân An",
        "Tân Bình",
        "Nguyễn Văn Bình, Giám đốc Sở A (sáp nhập từ Sở B)",
        "Nơi nhận:\n- Sở B;\n- Lưu: VT.",
        "Đơn vị chấm chéo: Sở B",
        "XÁC NHẬN CỦA SỞ NỘI VỤ",
        "Tân An, ngày 05 tháng 01 năm 2027",
    ] {
        assert_eq!(owner(&typed("proposals+3 computed", words)), ("so-a".to_owned(), vec![]), "{words}");
    }
    let copies =
        "  hand:\n    - put: { at: proposals+3 stt, text: \"Nơi nhận:\" }\n    - put: { at: proposals+4 stt, text: \"- Sở B;\" }\n";
    assert_eq!(owner(copies), ("so-a".to_owned(), vec![]));
    let own = format!("{}XÃ:", typed("proposals+2 computed", "Tân An, ngày 05 tháng 01 năm 2027"));
    assert_eq!(owner(&own), ("xa-a".to_owned(), vec![]));
}

/// Gives its sheet of self-assessment another name.
fn renamed(name: &str) -> String {
    format!("  edits:\n    - {{ part: xl/workbook.xml, from: \"name=\\\"Tự đánh giá\\\"\", to: \"name=\\\"{name}\\\"\" }}\n")
}

#[test]
fn a_sheet_named_after_another_unit_is_told_and_refused_where_nothing_names_its_own() {
    for (name, told) in [("Sở B", "S118"), ("so-b", "S118"), ("Bieu So B 2026", "S118"), ("Sở A", ""), ("Sở Nội vụ", ""), ("1", "")]
    {
        let (unit, codes) = owner(&renamed(name));
        assert_eq!((unit.as_str(), codes.join(" ").as_str()), ("so-a", told), "{name}");
    }
    // The unit has another name by now, which the form does not show.
    assert_eq!(owner(&format!("{}RENAMED:", renamed("Sở B"))), (String::new(), vec!["C260".to_owned()]));
    assert_eq!(owner(&format!("{}RENAMED:", renamed("Tự chấm"))), ("so-a".to_owned(), vec!["C261".to_owned()]));
}
