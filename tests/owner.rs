//! Whose form it is: letterheads, labels, titles and file names of the province's own forms.

mod signed;

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::folder::{Folder, drawn, run_with};

/// A campaign of communes without aliases, run by an office that is a unit, too.
fn campaign() -> Folder {
    let folder = Folder::base();
    let text = folder.text("campaign.yaml");
    let (head, _) = text.split_once("units:\n").unwrap();
    let units = "units:\n  - { id: xa-a, name: UBND xã Tân An, group: so }\n  - { id: xa-b, name: UBND xã Tân Bình, group: so }\n  - { id: p-1, name: UBND phường 1, group: so }\n  - { id: so-gd, name: Sở Giáo dục và Đào tạo, group: so }\n  - { id: so-nv, name: Sở Nội vụ, group: so }\n  - { id: h-tp, name: UBND huyện Tân Phú, group: so }\noffice: Sở Nội vụ\n";
    folder.put("campaign.yaml", format!("{head}{units}"));
    folder
}

/// Reads a form with a head; gives the unit that it was taken for, and what was said of that.
fn owner(folder: &Folder, file: &str, head: &str) -> (String, Vec<String>) {
    let table = "STT | Tiêu chí | Điểm tối đa | Tự chấm\n'1.1 | Ban hành kế hoạch | 2 | 2\n";
    folder.put(&format!("in/{file}.xlsx"), drawn(&format!("{head}{table}")));
    let said: Value = serde_json::from_str(&folder.run(&format!("check in/{file}.xlsx --campaign . --format json")).out).unwrap();
    let codes = said["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned());
    let codes = codes.filter(|code| ["S081", "S082", "S118"].contains(&code.as_str())).collect();
    (said["files"][0]["unit"].as_str().unwrap_or_default().to_owned(), codes)
}

#[test]
fn the_head_of_a_form_names_its_unit() {
    let folder = campaign();
    // What stands above the table, whose form it is, what is said of that.
    let table = [
        ("ỦY BAN NHÂN DÂN XÃ TÂN AN\n", "xa-a", ""),
        ("Xã Tân An\n", "xa-a", ""),
        ("U.B.N.D XÃ TÂN AN\n", "xa-a", ""),
        ("Đơn vị: xã Tân An\n", "xa-a", ""),
        ("Đơn vị | P.1\n", "p-1", ""),
        ("UBND\nXÃ TÂN AN\nBẢNG TỰ ĐÁNH GIÁ NĂM 2026\n", "xa-a", ""),
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN AN\n", "xa-a", ""),
        ("UBND HUYỆN TÂN PHÚ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND XÃ TÂN AN | Độc lập - Tự do - Hạnh phúc\n", "xa-a", ""),
        ("UBND HUYỆN TÂN PHÚ\\nỦY BAN NHÂN DÂN\\nXÃ TÂN BÌNH\n", "xa-b", ""),
        ("UBND TỈNH LONG AN\nSỞ GIÁO DỤC\nVÀ ĐÀO TẠO\n", "so-gd", ""),
        ("SỞ GIÁO DỤC & ĐÀO TẠO\n", "so-gd", ""),
        ("BÁO CÁO TỰ CHẤM ĐIỂM CỦA UBND XÃ TÂN AN NĂM 2026\n", "xa-a", ""),
        ("Phòng/Ban: UBND xã Tân An\n", "xa-a", ""),
        ("Cơ quan/Đơn vị: Xã Tân Bình\n", "xa-b", ""),
        ("Xã/Phường: Tân An\n", "xa-a", ""),
        ("Đơn vị được đánh giá | P.1\n", "p-1", ""),
        // The office that runs the campaign prints the form; the label says who fills it in.
        ("UBND TỈNH LONG AN\nSỞ NỘI VỤ\nĐơn vị: UBND xã Tân An\n", "xa-a", ""),
        ("SỞ NỘI VỤ\nTên đơn vị: Sở Nội vụ\n", "so-nv", ""),
        ("Kính gửi: UBND huyện Tân Phú\nUBND xã Tân An\n", "xa-a", ""),
        // The lowest line is an office that is no unit: nobody is named.
        ("UBND XÃ TÂN AN\nTRƯỜNG TIỂU HỌC TÂN AN\n", "", "S081"),
        ("UBND HUYỆN TÂN PHÚ\nPHÒNG NỘI VỤ\n", "", "S081"),
        ("SỞ NỘI VỤ\n", "", "S081"),
        ("Đơn vị: UBND xã Tân An Tây\n", "", "S081"),
        // Two names that can't both be right.
        ("UBND XÃ TÂN BÌNH\nĐơn vị: UBND xã Tân An\n", "", "S081"),
        ("Đơn vị: UBND xã Lạ\nUBND XÃ TÂN BÌNH\n", "", "S081"),
        ("UBND XÃ TÂN AN\nBẢNG TỰ ĐÁNH GIÁ CCHC NĂM 2026 CỦA UBND XÃ TÂN BÌNH\n", "", "S081"),
        ("Đơn vị: UBND xã Tân An\nPHIẾU TỰ CHẤM ĐIỂM XÃ TÂN BÌNH NĂM 2026\n", "", "S081"),
        // Neither of two communes is above the other.
        ("UBND XÃ TÂN AN\nUBND XÃ TÂN BÌNH\n", "", "S081"),
        ("UBND XÃ TÂN AN\nPHƯỜNG 1\n", "", "S081"),
        // A title that names another office's document contradicts nothing.
        ("UBND XÃ TÂN AN\nBẢNG TỰ ĐÁNH GIÁ THEO CÔNG VĂN SỐ 12/CV CỦA UBND XÃ TÂN BÌNH\n", "xa-a", ""),
        ("UBND XÃ TÂN AN\n(Kèm theo báo cáo của UBND huyện Tân Phú)\n", "xa-a", ""),
        // Longer names, and other bodies of the same place.
        ("UBND XÃ TÂN AN 2\n", "", "S081"),
        ("Đơn vị: UBND xã Tân An 2\n", "", "S081"),
        ("MẶT TRẬN TỔ QUỐC XÃ TÂN AN\n", "", "S081"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ TÂN AN\n", "", "S081"),
        ("HĐND XÃ TÂN AN\n", "", "S081"),
        ("HỘI ĐỒNG NHÂN DÂN\nXÃ TÂN AN\n", "", "S081"),
        ("ĐẢNG ỦY XÃ TÂN AN\n", "", "S081"),
        ("HỘI LIÊN HIỆP PHỤ NỮ XÃ TÂN AN\n", "", "S081"),
        ("ẤP 3 XÃ TÂN AN\n", "", "S081"),
        ("Đơn vị: Hội Nông dân xã Tân An\n", "", "S081"),
        // Controls: years and days behind a name, titles that name a place.
        ("BẢNG TỰ CHẤM XÃ TÂN AN 2026\n", "xa-a", ""),
        ("BẢNG TỰ CHẤM UBND XÃ TÂN AN 6 THÁNG ĐẦU NĂM 2026\n", "xa-a", ""),
        ("KẾT QUẢ TỰ CHẤM ĐIỂM CỦA XÃ TÂN AN 31/12/2026\n", "xa-a", ""),
        ("Đơn vị: PHƯỜNG 01\n", "p-1", ""),
    ];
    for (head, unit, code) in table {
        let said = owner(&folder, "x", head);
        assert_eq!((said.0.as_str(), said.1.join(" ").as_str()), (unit, code), "{head}");
    }
}

#[test]
fn a_name_in_brackets_or_in_another_role_does_not_win() {
    let folder = campaign();
    let table = [
        ("UBND XÃ TÂN AN (CŨ)\n", "", "S081"),
        ("Đơn vị: UBND xã Tân An (cũ)\n", "", "S081"),
        ("UBND XÃ TÂN AN (cũ: xã Tân Bình)\n", "xa-a", "S118"),
        ("UBND XÃ TÂN AN (sáp nhập từ xã Tân Bình)\n", "xa-a", "S118"),
        ("UBND XÃ TÂN AN\n(trước đây là xã Tân Bình)\n", "xa-a", "S118"),
        ("Đơn vị: UBND xã Tân An (Cụm thi đua xã Tân Bình)\n", "xa-a", "S118"),
        ("Đơn vị: UBND xã Tân An [nguyên là xã Tân Bình]\n", "xa-a", "S118"),
        ("Đơn vị | UBND xã Tân An (cũ: xã Tân Bình)\n", "xa-a", "S118"),
        ("BẢNG TỰ ĐÁNH GIÁ CỦA UBND XÃ TÂN AN (cũ: xã Tân Bình)\n", "xa-a", "S118"),
        ("Đơn vị: UBND xã Tân An; Đơn vị chấm chéo: UBND xã Tân Bình\n", "xa-a", "S118"),
        ("Đơn vị: UBND xã Tân An, đơn vị chấm chéo: UBND xã Tân Bình\n", "xa-a", "S118"),
        ("Đơn vị: UBND xã Tân An - Người thẩm định: UBND xã Tân Bình\n", "xa-a", "S118"),
        ("UBND XÃ TÂN AN\n(Kèm theo Báo cáo số 12/BC-UBND của UBND xã Tân Bình)\n", "xa-a", "S118"),
        ("UBND xã Tân An (nay là xã Tân Bình)\n", "xa-b", "S118"),
        ("Đơn vị: UBND xã Tân Bình (nay là xã Tân An)\n", "xa-a", "S118"),
        ("Sao chép từ UBND xã Tân An\n", "", "S081"),
        ("Mẫu của UBND xã Tân An\n", "", "S081"),
        ("Tham khảo: UBND xã Tân An\n", "", "S081"),
        ("Không phải UBND xã Tân An\n", "", "S081"),
        ("Đơn vị chấm: UBND xã Tân Bình\n", "", "S081"),
        ("Đơn vị chấm: UBND xã Tân Bình\nUBND XÃ TÂN AN\n", "xa-a", ""),
        ("Sao chép từ UBND xã Tân Bình\nĐơn vị: UBND xã Tân An\n", "xa-a", ""),
        // Nothing says which of the two is meant.
        ("Đơn vị: UBND xã Tân An; UBND xã Tân Bình\n", "", "S081"),
        ("UBND XÃ TÂN AN (UBND XÃ TÂN BÌNH)\n", "", "S081"),
        // A unit that is spoken of alone is not the one whose form it is.
        ("Đơn vị: UBND xã Lạ (cũ: xã Tân Bình)\n", "", "S081"),
        ("UBND XÃ LẠ (sáp nhập từ xã Tân Bình)\n", "", "S081"),
        ("Đơn vị chấm chéo: UBND xã Tân Bình\n", "", "S081"),
        ("Đơn vị chấm chéo | UBND xã Tân Bình\nUBND XÃ TÂN AN\n", "xa-a", ""),
        ("Đơn vị chấm chéo: UBND xã Tân Bình\nĐơn vị: UBND xã Tân An\n", "xa-a", ""),
        // Controls: a place in brackets, a name in brackets alone.
        ("UBND XÃ TÂN AN (huyện Tân Trụ)\n", "xa-a", ""),
        ("Đơn vị: UBND xã Tân An (đơn vị tự chấm)\n", "xa-a", ""),
        ("BẢNG TỰ ĐÁNH GIÁ (UBND XÃ TÂN AN)\n", "xa-a", ""),
        ("(Kèm theo Báo cáo số 12/BC-UBND của UBND xã Tân An)\n", "xa-a", ""),
    ];
    for (head, unit, code) in table {
        let said = owner(&folder, "x", head);
        assert_eq!((said.0.as_str(), said.1.join(" ").as_str()), (unit, code), "{head}");
    }
}

#[test]
fn a_code_beside_the_name_is_that_of_the_unit_or_asked() {
    let folder = campaign();
    for (head, unit, found) in [
        ("UBND XÃ TÂN AN\nMã đơn vị: xa-a\n", "xa-a", &[][..]),
        ("UBND XÃ TÂN AN\nMã đơn vị: xa-b\n", "", &["S081"]),
        ("UBND XÃ TÂN AN\nMã đơn vị | xa-b\n", "", &["S081"]),
        ("Mã đơn vị: xa-b\n", "xa-b", &[]),
        // A province's own code, which the campaign does not know.
        ("UBND XÃ TÂN AN\nMã đơn vị: 12.034\n", "xa-a", &[]),
    ] {
        let (taken, codes) = owner(&folder, "bieu", head);
        assert_eq!(
            (taken.as_str(), codes.as_slice()),
            (unit, &found.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>()[..]),
            "{head}"
        );
    }
}

#[test]
fn a_file_name_decides_only_where_the_form_names_nobody() {
    let folder = campaign();
    let table = [
        ("xa-a", "Biểu tự chấm\n", "xa-a", "S082"),
        ("UBND_xã_Tân_Bình_2026", "Biểu tự chấm\n", "xa-b", "S082"),
        ("p-1", "UBND XÃ TÂN AN\n", "xa-a", "S082"),
        ("xa-a", "UBND XÃ TÂN AN\n", "xa-a", ""),
        ("xa-a", "Đơn vị: UBND xã Lạ\n", "", "S081"),
        ("p-12", "Biểu tự chấm\n", "", "S081"),
        ("Truong_THCS_Tan_An", "Biểu tự chấm\n", "", "S081"),
    ];
    for (file, head, unit, code) in table {
        let said = owner(&folder, file, head);
        assert_eq!((said.0.as_str(), said.1.join(" ").as_str()), (unit, code), "{file} {head}");
    }
}

#[test]
fn other_diacritics_are_another_name() {
    let folder = campaign();
    let units = "  - { id: xa-h, name: UBND xã Hòa Thuỷ, group: so }\n  - { id: xa-m, name: UBND xa Long Phu, group: so }\n";
    folder.put("campaign.yaml", folder.text("campaign.yaml").replace("office:", &format!("{units}office:")));
    let table = [
        ("UBND XÃ TÂN ÂN", ""),
        ("UBND xã Tấn An", ""),
        ("Đơn vị: UBND xã Tăn An", ""),
        ("Đơn vị: Tân Ấn", ""),
        // Some diacritics and not others are a spelling of its own.
        ("UBND xã Tan Ân", ""),
        ("UBND xã Tân Binh", ""),
        ("BẢNG TỰ CHẤM ĐIỂM CỦA UBND XÃ TÂN ẤN NĂM 2026", ""),
        ("UBND xã Hoá Thủy", ""),
        // Another word of rank, which a part of is ours.
        ("UBND THỊ XÃ TÂN AN", ""),
        ("UBND TX. Tân An", ""),
        ("Ủy ban nhân dân thị xã Tân Bình", ""),
        // Controls: none at all, tones on another letter, letters taken apart, a list without diacritics.
        ("UBND xã Tan An", "xa-a"),
        ("UBND XA TAN BINH", "xa-b"),
        ("UBND xã Hoà Thủy", "xa-h"),
        ("UBND xã Hòa Thu\u{309}y", "xa-h"),
        ("UBND xa\u{303} Ta\u{302}n Bi\u{300}nh", "xa-b"),
        ("UBND xã Long Phú", "xa-m"),
        ("So Giao duc va Dao tao", "so-gd"),
    ];
    for (name, unit) in table {
        let (said, codes) = owner(&folder, "x", &format!("{name}\n"));
        assert_eq!((said.as_str(), codes.join(" ").as_str()), (unit, if unit.is_empty() { "S081" } else { "" }), "{name}");
        if !name.contains([':', '\u{302}']) && !name.starts_with("BẢNG") {
            let (said, codes) = owner(&folder, &name.replace(' ', "_"), "Biểu tự chấm\n");
            assert_eq!((said.as_str(), codes.join(" ").as_str()), (unit, if unit.is_empty() { "S081" } else { "S082" }), "{name}");
        }
    }
    // A table of points asks, too.
    folder.put("appraisal/diem.csv", "Đơn vị,Tiêu chí,Điểm\nUBND xã Tân Ân,1.1,1\nTân Binh,1.1,1\nTan Binh,1.1,1\nUBND TX. Tân An,1.1,1\n");
    let said: Value = serde_json::from_str(&folder.run("run . --format json").out).unwrap();
    let unknown = said["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A001" && one["file"] == "appraisal/diem.csv");
    let unknown: Vec<&str> = unknown.map(|one| one["message"].as_str().unwrap()).collect();
    assert_eq!(
        unknown,
        [
            "Không có đơn vị “UBND xã Tân Ân” trong đợt đánh giá.",
            "Không có đơn vị “Tân Binh” trong đợt đánh giá.",
            "Không có đơn vị “UBND TX. Tân An” trong đợt đánh giá."
        ]
    );
}

#[test]
fn a_table_of_points_names_units_as_offices_do() {
    let folder = campaign();
    let rows = ["Tân An", "Ủy ban nhân dân xã Tân Bình", "P. 1", "Sở Giáo dục & Đào tạo"];
    let rows = rows.map(|name| format!("{name},1.1,1\n")).concat();
    folder.put("appraisal/diem.csv", format!("Đơn vị,Tiêu chí,Điểm\n{rows}Phòng Nội vụ,1.1,1\n"));
    let said = folder.run("run . --format json");
    let said: Value = serde_json::from_str(&said.out).unwrap();
    let unknown = said["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A001" && one["file"] == "appraisal/diem.csv");
    let unknown: Vec<String> = unknown.map(|one| one["message"].as_str().unwrap().to_owned()).collect();
    assert_eq!(unknown, ["Không có đơn vị “Phòng Nội vụ” trong đợt đánh giá."]);
}

#[test]
fn a_name_of_no_unit_anywhere_in_our_form_is_warned_of() {
    let table = [
        ("at: B2, text: UBND XÃ LẠ", Some("C261")),
        ("sheet: guide, at: C8, text: UBND xã Tân An Hội", Some("C261")),
        ("sheet: evidence, at: B2, text: SỞ LẠ", Some("C261")),
        ("at: B2, text: SỞ A", None),
        ("at: B2, text: SỞ A (sáp nhập từ Sở B)", None),
    ];
    for (put, code) in table {
        let folder = Folder::base();
        let forms = format!(
            "- file: submissions/so-a.xlsx\n  unit: so-a\n  answers:\n    \"1.3\": {{ figures: {{ ty_le: \"80\" }} }}\n  hand:\n    - put: {{ {put} }}\n"
        );
        folder.put("forms.yaml", forms);
        folder.fill();
        let said: Value = serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap();
        assert_eq!(said["files"][0]["unit"], "so-a", "{put}");
        assert_eq!(codes(&said).into_iter().find(|code| code.starts_with('C')), code, "{put}");
    }
}

#[test]
fn another_unit_named_above_the_table_of_our_form_is_refused() {
    let table = [
        ("at: B2, text: SỞ B", "", Some("C260")),
        ("at: B3, text: BẢNG TỰ ĐÁNH GIÁ CỦA SỞ B NĂM 2026", "", Some("C260")),
        ("at: B3, text: BIỂU TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH SỞ B", "", Some("C260")),
        ("at: B4, text: Sở B · Đợt thử 2026", "", Some("C260")),
        // Its own name, a name in a role of its own, and a title that speaks of another document.
        ("at: B3, text: BẢNG TỰ ĐÁNH GIÁ CỦA SỞ A NĂM 2026", "so-a", None),
        ("at: B3, text: BẢNG TỰ ĐÁNH GIÁ CỦA SỞ BÁN BUÔN NĂM 2026", "so-a", None),
        ("at: B4, text: \"Kính gửi: Sở B\"", "so-a", None),
        ("sheet: guide, at: H2, text: BẢNG TỰ ĐÁNH GIÁ CỦA SỞ B NĂM 2026", "so-a", None),
    ];
    for (put, unit, code) in table {
        let folder = Folder::base();
        let forms = format!(
            "- file: submissions/so-a.xlsx\n  unit: so-a\n  answers:\n    \"1.3\": {{ figures: {{ ty_le: \"80\" }} }}\n  hand:\n    - put: {{ {put} }}\n"
        );
        folder.put("forms.yaml", forms);
        folder.fill();
        let said: Value = serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap();
        assert_eq!(codes(&said).into_iter().find(|code| code.starts_with('C')), code, "{put}");
        assert_eq!(said["files"][0]["unit"].as_str().unwrap_or_default(), unit, "{put}");
    }
}

#[test]
fn a_file_named_after_another_unit_is_told_of_every_form() {
    let wrong = "Biểu phát hành cho “Sở A” (mã “so-a”), tên tệp là của “Sở B”; tính cho “Sở A”.";
    let table = [
        ("Sở B", "", Some(wrong)),
        ("so-b", "", Some(wrong)),
        ("Biểu tự chấm - Sở B", "", Some(wrong)),
        ("Biểu tự chấm của Sở A", "", None),
        ("so-a lần 2", "", None),
        ("Sở Bán buôn", "", None),
        // The office to which forms are sent.
        ("Gửi Sở B", "office: Sở B\n", None),
    ];
    for (name, office, expected) in table {
        let folder = Folder::base();
        folder.edit("campaign.yaml", "official: accepted", &format!("{office}official: accepted"));
        let form = "  unit: so-a\n  answers:\n    \"1.3\": { figures: { ty_le: \"80\" } }\n";
        folder.put("forms.yaml", format!("- file: submissions/{name}.xlsx\n{form}"));
        folder.fill();
        let said = run_with(&folder.path("."), &["check", &format!("submissions/{name}.xlsx"), "--campaign", ".", "--format", "json"]);
        let said: Value = serde_json::from_str(&said.out).unwrap();
        let told = said["findings"].as_array().unwrap().iter().find(|one| one["code"] == "S082").map(|one| one["message"].clone());
        assert_eq!((told, said["files"][0]["unit"].as_str()), (expected.map(Value::from), Some("so-a")), "{name}");
    }
}

/// Checks a file of `tests/fixtures/kinds` in a campaign.
fn checked(campaign: &str, file: &str) -> Value {
    let folder = Folder::empty();
    folder.overlay(Path::new(campaign));
    folder.put("in/x.xlsx", fs::read(Path::new("tests/fixtures/kinds").join(file)).unwrap());
    serde_json::from_str(&folder.run("check in/x.xlsx --campaign . --format json").out).unwrap()
}

/// Lists the codes of what was found.
fn codes(said: &Value) -> Vec<&str> {
    said["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn heads_as_offices_type_them_name_their_unit() {
    for file in ["title-1", "title-2", "title-3", "title-4", "two-cells", "two-lines-as-ND30"] {
        let said = checked("tests/foreign/thu", &format!("heads/{file}.xlsx"));
        assert_eq!((said["files"][0]["unit"].as_str(), codes(&said)), (Some("xa-a"), vec![]), "{file}");
    }
}

#[test]
fn numbers_before_one_symbol_are_so_many_documents() {
    let documents = |file: &str| {
        let said = checked("tests/foreign/thu", file);
        let rows = said["files"][0]["rows"].as_array().unwrap().clone();
        let row = rows.into_iter().find(|row| row["criterion"] == "1.1").unwrap();
        let of = |one: &Value| format!("{} {}", one["number"].as_str().unwrap_or("–"), one["date"].as_str().unwrap_or("–"));
        let named: Vec<String> = row["evidence"].as_array().unwrap().iter().map(of).collect();
        (named.join(", "), codes(&said).join(" "))
    };
    let three = "05/KH-UBND 2026-01-20, 06/KH-UBND 2026-01-20, 07/KH-UBND 2026-01-20";
    assert_eq!(documents("enumerated/foreign.xlsx"), (three.to_owned(), String::new()));
    assert_eq!(documents("enumerated/foreign-31-02.xlsx"), ("12/KH-UBND 31/02/2026".to_owned(), "E021".to_owned()));
    // Relatives, in a form drawn here.
    let folder = campaign();
    let named = |words: &str| {
        let head = "Đơn vị: UBND xã Tân An\nSTT | Tiêu chí | Điểm tối đa | Tự chấm | Tài liệu kiểm chứng\n";
        folder.put("in/y.xlsx", drawn(&format!("{head}'1.1 | Ban hành kế hoạch | 2 | 2 | {words}\n")));
        let said: Value = serde_json::from_str(&folder.run("check in/y.xlsx --campaign . --format json").out).unwrap();
        let rows = said["files"][0]["rows"].as_array().unwrap().clone();
        let row = rows.into_iter().find(|row| row["criterion"] == "1.1").unwrap();
        row["evidence"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["number"].as_str().unwrap_or("–").to_owned())
            .collect::<Vec<_>>()
            .join(", ")
    };
    for (words, numbers) in [
        ("Kế hoạch số 05, 06 và 07/KH-UBND ngày 20/01/2026", "05/KH-UBND, 06/KH-UBND, 07/KH-UBND"),
        ("Các Kế hoạch số: 5, 6, 7/KH-UBND ngày 20/01/2026", "5/KH-UBND, 6/KH-UBND, 7/KH-UBND"),
        ("Kế hoạch 05; 06/KH-UBND ngày 20/01/2026", "05/KH-UBND, 06/KH-UBND"),
        ("Kế hoạch số 05/KH-UBND ngày 20/01/2026, 06/KH-UBND ngày 21/01/2026", "05/KH-UBND, 06/KH-UBND"),
        ("Kế hoạch số 12/KH-UBND ngày 20/01/2026", "12/KH-UBND"),
    ] {
        assert_eq!(named(words), numbers, "{words}");
    }
}

#[test]
fn numbers_counted_anew_in_every_area_find_their_criterion() {
    let claims = |file: &str| {
        let said = checked("tests/fixtures/kinds/numbering", file);
        assert_eq!(said["files"][0]["unit"], "so-gddt", "{file}: {:#?}", said["findings"]);
        let rows = said["files"][0]["rows"].as_array().unwrap().clone();
        let of = |row: &Value| format!("{} {}", row["criterion"].as_str().unwrap(), row["claimed"].as_str().unwrap_or("–"));
        let wrong: Vec<&str> = codes(&said).into_iter().filter(|code| ["S083", "S086", "S025"].contains(code)).collect();
        (rows.iter().map(of).collect::<Vec<_>>(), wrong.join(" "))
    };
    let (all, wrong) = claims("numbering/restart.xlsx");
    assert_eq!(wrong, "");
    for claim in ["1.1.1 1", "1.2 2", "1.6 4", "2.1 3", "2.2.2 2", "3.1.2.1 1.5", "3.2.1 5", "7.3 5"] {
        assert!(all.contains(&claim.to_owned()), "{claim}: {all:?}");
    }
    assert_eq!(claims("numbering/restart1.xlsx"), (all, String::new()));
}

#[test]
fn nobody_is_tied_with_one_who_stands_behind_in_the_same_group() {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/fixtures/kinds/ties"));
    folder.run("run . -q");
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let ids = |list: &Value| list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ");
    let awards: Vec<(String, String)> =
        result["awards"].as_array().unwrap().iter().map(|award| (ids(&award["chosen"]), ids(&award["tied_at_edge"]))).collect();
    // g1 stands before g2 and g3 in their own group; with h1, of another, it is tied.
    assert_eq!(awards[0], (String::new(), "g1 h1".to_owned()));
    assert_eq!(awards[1], ("g1".to_owned(), String::new()));
    assert_eq!(awards[2], ("g2 h1".to_owned(), String::new()));
}
