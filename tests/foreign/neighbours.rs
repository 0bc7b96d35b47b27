//! A column of figures that one form lacks and its neighbours have.

use std::path::Path;

use serde_json::Value;

use crate::folder::{Folder, drawn};

/// Draws the form of a unit, with its column of figures or without, and further changes of its headings.
fn form(unit: &str, figures: bool, change: (&str, &str)) -> Vec<u8> {
    let cell = |words: &str| if figures { format!(" {words} |") } else { String::new() };
    let (heading, day, share, none, rate) = (cell("Số liệu kê khai"), cell("'20/01/2026"), cell("'10/50"), cell(""), cell("'20%"));
    let text = format!(
        "Đơn vị: {unit}
STT | Tiêu chí | Điểm tối đa |{heading} Điểm tự chấm | Tài liệu kiểm chứng
'1.1 | Ban hành kế hoạch cải cách hành chính | 2 |{day} 2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã
'1.2 | Hoàn thành nhiệm vụ được giao | 4 |{share} 4
'1.3 | Văn hóa công sở | 2 |{none} 2
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 |{rate} 4
"
    );
    drawn(&text.replace(change.0, change.1))
}

/// Names of the units of the campaign.
const UNITS: [&str; 5] = ["UBND xã Tân An", "UBND xã Tân Bình", "UBND phường Long Hoa", "UBND xã Tân Cúc", "UBND xã Tân Dương"];
/// No change.
const SAME: (&str, &str) = ("STT", "STT");

/// Adds two units to the three of the campaign.
const MORE_UNITS: &str =
    "  - { id: xa-d, name: UBND xã Tân Cúc, group: xa }\n  - { id: xa-e, name: UBND xã Tân Dương, group: xa }\nawards:";

/// Puts forms into a campaign, each with figures or without; gives it.
fn campaign(forms: &[(&str, usize, bool, (&str, &str))], more: &str) -> Folder {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    let campaign = folder.text("campaign.yaml").replace("awards:", MORE_UNITS);
    folder.put("campaign.yaml", format!("{campaign}{more}"));
    for (file, unit, figures, change) in forms {
        folder.put(&format!("submissions/{file}.xlsx"), form(UNITS[*unit], *figures, *change));
    }
    folder
}

/// Gives what is accepted for 1.1, 1.2, 1.3 and 2.1 of a unit, and severity and message of what is said of its columns.
fn ran(folder: &Folder, unit: &str) -> (String, Vec<String>) {
    folder.run("run . -q");
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let units = result["groups"][0]["units"].as_array().unwrap();
    let rows = units.iter().find(|one| one["id"] == unit).unwrap()["criteria"].as_array().unwrap();
    let accepted = ["1.1", "1.2", "1.3", "2.1"].map(|id| {
        let row = rows.iter().find(|row| row["id"] == id).unwrap();
        row["accepted"].as_str().unwrap_or("–").to_owned()
    });
    (accepted.join(" "), told(&result, unit))
}

/// Gives severity and message of what is said of the columns of a unit's form.
fn told(said: &Value, unit: &str) -> Vec<String> {
    let findings = said["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "S027" && one["unit"] == unit);
    findings.map(|one| format!("{} {}", one["severity"].as_str().unwrap(), one["message"].as_str().unwrap())).collect()
}

/// What is said of a form whose column was deleted.
const DELETED: &str = "error Biểu không có cột số liệu “Số liệu kê khai” như biểu cùng mẫu trong tệp “submissions/b.xlsx”; số liệu của các tiêu chí coi như để trống.";

#[test]
fn deleting_the_column_of_figures_is_no_better_than_leaving_it_blank() {
    let with = ran(&campaign(&[("a", 0, true, SAME), ("b", 1, true, SAME)], ""), "xa-a");
    assert_eq!(with, ("2.00 0.80 2.00 0.80".to_owned(), vec![]));
    // The order of files and of units changes nothing, nor does another column that was deleted or reworded beside it.
    for (file, change) in [
        ("a", SAME),
        ("z", SAME),
        ("a", ("Tài liệu kiểm chứng", "TLKC")),
        ("a", (" | Tài liệu kiểm chứng", "")),
        ("a", ("Điểm tự chấm", "Tự chấm")),
    ] {
        let folder = campaign(&[(file, 0, false, change), ("b", 1, true, SAME)], "");
        let (accepted, told_of) = ran(&folder, "xa-a");
        assert_eq!(
            (accepted.replace("2.00", "0.00"), told_of),
            ("0.00 0.00 0.00 0.00".to_owned(), vec![DELETED.to_owned()]),
            "{file} {change:?}"
        );
        assert_eq!(ran(&folder, "xa-b").1, Vec::<String>::new());
        // `check` knows the campaign.
        let checked: Value =
            serde_json::from_str(&folder.run(&format!("check submissions/{file}.xlsx --campaign . --format json")).out).unwrap();
        assert_eq!(told(&checked, "xa-a"), [DELETED], "{file} {change:?}");
        let row = checked["files"][0]["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == "1.2").unwrap().clone();
        assert_eq!(row["accepted"], "0.00");
    }
    // All that are checked together are compared, too.
    let folder = campaign(&[("a", 0, false, SAME), ("b", 1, true, SAME)], "");
    let checked: Value = serde_json::from_str(&folder.run("check submissions --campaign . --format json").out).unwrap();
    assert_eq!(told(&checked, "xa-a"), [DELETED]);
    // `why` says what the run says.
    folder.run("run . -q");
    let why = folder.run("why . xa-a 1.2");
    assert!(!why.out.contains("4,00 điểm được công nhận"), "{}", why.out);
}

#[test]
fn a_province_that_asks_for_no_figures_is_left_as_it_is() {
    // A form alone, forms that all lack the column, a neighbour with a form of its own, and a campaign that says so.
    let other = ("STT | Tiêu chí | Điểm tối đa |", "Mã tiêu chí | Nội dung tiêu chí | Điểm chuẩn |");
    let no_figures = "form: { no_figures: [\"1.1\", \"1.2\", \"2.1\"] }\n";
    for (forms, more, said) in [
        (&[("a", 0, false, SAME)][..], "", 0),
        (&[("a", 0, false, SAME), ("b", 1, false, SAME)], "", 0),
        (&[("a", 0, false, SAME), ("b", 1, true, other)], "", 0),
        (&[("a", 0, false, SAME), ("b", 1, true, SAME)], no_figures, 1),
    ] {
        let (accepted, told_of) = ran(&campaign(forms, more), "xa-a");
        assert_eq!((accepted.as_str(), told_of.len()), ("2.00 4.00 2.00 4.00", said), "{forms:?} {told_of:?}");
    }
}

#[test]
fn one_unit_that_adds_a_column_takes_nothing_from_the_others() {
    let folder = campaign(&[("a", 0, false, SAME), ("b", 1, true, SAME), ("c", 2, false, SAME)], "");
    let warned = "warning Biểu không có chỗ ghi số liệu; 1/3 đơn vị dùng mẫu này có cột số liệu “Số liệu kê khai” (tệp “submissions/b.xlsx”), nên chưa coi là bị xóa; điểm tự đánh giá vẫn được đọc.";
    assert_eq!(ran(&folder, "xa-a"), ("2.00 4.00 2.00 4.00".to_owned(), vec![warned.to_owned()]));
    let folder = campaign(&[("a", 0, true, SAME), ("b", 1, true, SAME), ("c", 2, false, SAME)], "");
    assert_eq!(ran(&folder, "xa-c").0.replace("2.00", "0.00"), "0.00 0.00 0.00 0.00");
}

#[test]
fn a_column_that_several_units_have_is_an_error_for_whoever_lacks_it() {
    // Two have it and three do not: the scores are read, and it must be looked at.
    let forms = [("a", 0, false, SAME), ("b", 1, true, SAME), ("c", 2, false, SAME), ("d", 3, true, SAME), ("e", 4, false, SAME)];
    let folder = campaign(&forms, "");
    for unit in ["xa-a", "xa-c", "xa-e"] {
        let (accepted, told_of) = ran(&folder, unit);
        assert_eq!(accepted, "2.00 4.00 2.00 4.00", "{unit}");
        assert!(told_of.len() == 1 && told_of[0].starts_with("error ") && told_of[0].contains("2/5 đơn vị"), "{unit}: {told_of:?}");
    }
    assert_eq!(ran(&folder, "xa-b").1, Vec::<String>::new());
    // Controls: two of many have it; one of five has it; and the campaign says that it asks for none.
    let forms = forms.map(|(file, unit, figures, change)| (file, unit, figures && unit == 1, change));
    assert!(ran(&campaign(&forms, ""), "xa-a").1[0].starts_with("warning "));
    let more = |of: &dyn Fn(char) -> String| ('A'..='T').map(of).collect::<String>();
    let units = more(&|letter| {
        format!("  - {{ id: xa-{}, name: UBND xã Mới {letter}{letter}, group: xa }}\n", letter.to_lowercase().to_string().repeat(2))
    });
    folder.put("campaign.yaml", folder.text("campaign.yaml").replace("awards:", &format!("{units}awards:")));
    for letter in 'A'..='T' {
        folder.put(&format!("submissions/x{letter}.xlsx"), form(&format!("UBND xã Mới {letter}{letter}"), false, SAME));
    }
    let told_of = ran(&folder, "xa-a").1;
    assert!(told_of.len() == 1 && told_of[0].starts_with("warning ") && told_of[0].contains("2/25 đơn vị"), "{told_of:?}");
}
