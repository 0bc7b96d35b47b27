//! Long names on paper: letterheads as high as they need, feet cut at a word, rows and tables that are whole.

use std::collections::BTreeMap;
use std::fs;

use calamine::Reader;

use crate::appraisal::{campaign, campaign_of, table};
use crate::folder::Folder;
use crate::form::paper::{attributes, merged};
use crate::form::{Opened, shown};

const UNIT: &str = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Bình An";
const AGENCY: &str = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính thuộc Văn phòng Ủy ban nhân dân tỉnh";

/// A campaign whose first unit, and the agency that appraises criterion 1, have long names.
fn long() -> Folder {
    let folder = campaign();
    folder.edit("campaign.yaml", "name: Sở A,", &format!("name: {UNIT}, aliases: [Sở A],"));
    folder.edit(
        "campaign.yaml",
        "groups:",
        &format!(
            "authority: Ủy ban nhân dân tỉnh Bình An\nagencies:\n  - {{ id: tt, name: {AGENCY}, criteria: [\"1\", \"2\", \"3\"] }}\ngroups:"
        ),
    );
    folder.put("appraisal/lan-1.csv", table("so-a;1;dung_han;60;;1;Báo cáo ghi 60 hồ sơ;;\n"));
    folder
}

/// Gives the bytes of the only workbook in a folder whose name holds some words.
fn only(folder: &Folder, below: &str, words: &str) -> Vec<u8> {
    let mut files = fs::read_dir(folder.path(below)).unwrap().map(|entry| entry.unwrap().path());
    let file = files.find(|file| file.file_name().unwrap().to_str().unwrap().contains(words)).unwrap();
    fs::read(file).unwrap()
}

/// Gives the heights of rows of a sheet.
fn heights(xml: &str) -> BTreeMap<u32, f64> {
    let rows = attributes(xml, "row", "r").into_iter().zip(attributes(xml, "row", "ht"));
    rows.map(|(row, high)| (row.unwrap().parse().unwrap(), high.map_or(15.0, |high| high.parse().unwrap()))).collect()
}

/// Holds the first rows of a sheet to the height that their words need, and its foot to whole words.
fn holds(opened: &mut Opened, sheet: usize, name: &str, foot: &str) {
    let xml = opened.part(&format!("xl/worksheets/sheet{sheet}.xml"));
    let high = heights(&xml);
    let above: Vec<_> = merged(opened, sheet, name).into_iter().filter(|(_, row, ..)| *row <= 2).collect();
    assert_eq!(above.len(), 4, "{above:?}");
    for (area, row, width, words) in above {
        let needs = parindex::look::takes(&words, width, parindex::look::SIZE);
        assert!(f64::from(needs.saturating_sub(1)) <= high[&row], "{name}, {area}: “{words}” needs {needs} of {}", high[&row]);
    }
    let printed = xml.split("<oddFooter>").nth(1).unwrap().split("</oddFooter>").next().unwrap();
    assert!(printed.contains(&format!("&amp;9{foot}…&amp;R")), "{printed}");
}

#[test]
fn a_long_name_is_whole_in_every_letterhead_and_cut_at_a_word_in_every_foot() {
    let folder = long();
    assert!([0, 3].contains(&folder.run("feedback . --out phieu -q").code));
    let mut explanation = Opened::new(only(&folder, "phieu", "so-a"));
    let foot = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh";
    holds(&mut explanation, 1, "Giải trình", foot);
    assert!([0, 3].contains(&folder.run("appraise . --round 2 --out tham-dinh -q").code));
    let mut council = Opened::new(only(&folder, "tham-dinh", "tt"));
    let sheets = council.book.sheet_names();
    for name in ["Việc cần làm", "Thẩm định", "Tài liệu kiểm chứng"] {
        let at = sheets.iter().position(|sheet| sheet == name).unwrap_or_else(|| panic!("{sheets:?}"));
        holds(&mut council, at + 1, name, "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành");
    }
    assert!([0, 3].contains(&folder.run("template . --out bieu -q").code));
    let form = Opened::new(only(&folder, "bieu", "so-a"));
    let xml = form.part("xl/worksheets/sheet2.xml");
    assert!(xml.contains(&format!("&amp;9{foot}…&amp;R")), "{}", xml.split("<oddFooter>").nth(1).unwrap());
}

#[test]
fn no_name_in_a_row_of_a_unit_is_cut() {
    let folder = long();
    let name =
        "Tỷ lệ hồ sơ thủ tục hành chính được Ủy ban nhân dân các cấp giải quyết đúng hạn và trước hạn trong năm, không kể hồ sơ tạm dừng";
    folder.edit("criteria/nho/set.yaml", "name: Hồ sơ đúng hạn", &format!("name: {name}"));
    assert!([0, 3].contains(&folder.run("appraise . --round 2 --out tham-dinh -q").code));
    let mut council = Opened::new(only(&folder, "tham-dinh", "tt"));
    let sheet = council.book.sheet_names().iter().position(|sheet| sheet == "Thẩm định").unwrap();
    let high = heights(&council.part(&format!("xl/worksheets/sheet{}.xml", sheet + 1)));
    let needs = parindex::look::takes(name, 44, 11);
    for row in council.keys("Thẩm định").into_iter().filter(|key| key.starts_with("leaf:") && key.ends_with("/1")) {
        assert_eq!(crate::form::shown(&council.at("Thẩm định", &row, "content")), name);
        let (at, _) = council.place("Thẩm định", &row, "content");
        assert!(f64::from(needs) <= high[&at.cast_unsigned()], "{row} needs {needs} of {}", high[&at.cast_unsigned()]);
    }
    let styles = council.part("xl/styles.xml");
    assert!(styles.contains("shrinkToFit=\"1\""), "a unit's name beside its figures is set smaller");
}

#[test]
fn a_table_longer_than_a_page_has_its_head_on_every_page() {
    let folder = Folder::base();
    let ids: Vec<String> = (1..=150).map(|n| format!("xa-{n}")).collect();
    let units: Vec<String> = ids.iter().map(|id| format!("\n  - {{ id: {id}, name: Xã {}, group: so }}", id.to_uppercase())).collect();
    folder.edit("campaign.yaml", "units:", &format!("units:{}", units.concat()));
    let surveyed: Vec<String> = ids.iter().map(|id| format!("{id},3,1.5\n")).collect();
    folder.put("survey/dieu-tra.csv", format!("Đơn vị,Tiêu chí,Điểm\nso-a,3,1.8\nso-b,3,1.7\n{}", surveyed.concat()));
    folder.fill();
    assert!([0, 3].contains(&folder.run("run . -q").code));
    let mut report = Opened::new(fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
    let at = report.book.sheet_names().iter().position(|sheet| sheet == "Điều tra XHH").unwrap();
    let xml = report.part(&format!("xl/worksheets/sheet{}.xml", at + 1));
    let breaks: Vec<u32> = xml.split("<brk id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    let cells = report.book.worksheet_range("Điều tra XHH").unwrap();
    let first = |row: u32| cells.get_value((row, 0)).map(ToString::to_string).unwrap_or_default();
    let high = heights(&xml);
    assert!(breaks.len() >= 2, "{breaks:?}");
    for (at, row) in breaks.iter().enumerate() {
        assert_eq!(first(*row), "Đơn vị", "a page begins with row {row}");
        let end = breaks.get(at + 1).copied().unwrap_or_else(|| u32::try_from(high.len()).unwrap());
        let taken: f64 = (row + 1..=end).filter_map(|row| high.get(&row)).sum();
        // The height of A4 less its margins, at the scale at which the columns fit, less a margin for programs that set rows higher.
        assert!(taken < 1040.0, "rows {row} to {end} take {taken} points");
    }
}

/// An answer in words is whole where a unit is asked to explain it, in a row no higher than it needs.
#[test]
fn no_answer_in_an_explanation_form_is_cut() {
    let label = "Hoàn thành đúng tiến độ, đã có quy định chức năng, nhiệm vụ mới của tất cả các phòng chuyên môn";
    let set = format!(
        "set: nho\ntitle: Nhỏ\nstatus: model\ntotal: 2\ncriteria:\n  - id: \"1\"\n    name: Sắp xếp\n    max: 2\n    inputs: [ {{ id: muc, kind: choice, label: Mức }} ]\n    rule: {{ levels: {{ of: muc, levels: [ {{ id: tot, label: \"{label}\", points: 2 }}, {{ id: kem, label: Chưa xong, points: 0 }} ] }} }}\n"
    );
    let form = |unit: &str| {
        format!(
            "- file: submissions/{unit}.xlsx\n  unit: {unit}\n  answers: {{ \"1\": {{ figures: {{ muc: \"{label}\" }}, claimed: \"2\" }} }}\n"
        )
    };
    let folder = campaign_of(&set, &(form("so-a") + &form("so-b")));
    folder.put("appraisal/bang.csv", table("so-a;1;;;0,5;1;Chưa có quyết định;;\n"));
    assert!([0, 3].contains(&folder.run("feedback . --out phieu -q").code));
    let mut form = Opened::new(only(&folder, "phieu", "so-a"));
    assert_eq!(shown(&form.at("Giải trình", "input:1/muc", "declared")), label);
    let (at, _) = form.place("Giải trình", "input:1/muc", "declared");
    let sheet = form.book.sheet_names().iter().position(|sheet| sheet == "Giải trình").unwrap();
    let high = heights(&form.part(&format!("xl/worksheets/sheet{}.xml", sheet + 1)))[&at.cast_unsigned()];
    let needs = f64::from(parindex::look::takes(label, 13, 11));
    assert!(needs > 60.0 && needs <= high && high < needs * 1.5, "needs {needs} of {high}");
}

/// A long name makes no head of a wide table high: its short name stands there, or its beginning, with the whole name below the table.
#[test]
fn a_long_name_makes_no_head_high() {
    let long = "Ban Quản lý Khu kinh tế cửa khẩu quốc tế và các khu công nghiệp, khu công nghệ cao, khu nông nghiệp ứng dụng công nghệ cao tỉnh Bình An";
    let folder = campaign();
    let declared = folder.text("campaign.yaml");
    let more = "  - { id: so-c, name: Sở C, group: so }\n  - { id: so-d, name: Sở D, group: so }\n";
    let head = |unit: &str| {
        folder.put("campaign.yaml", declared.replace("name: Sở A,", unit) + more);
        folder.run("run . -q");
        let bytes = fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap();
        let names: Vec<String> = crate::report::open(bytes.clone()).into_iter().map(|(name, _)| name).collect();
        let mut opened = Opened::new(bytes);
        let lines = opened.text("Tiêu chí – Khối sở");
        let row = lines.iter().position(|line| line.starts_with("Mã | ")).unwrap();
        let number = names.iter().position(|name| name == "Tiêu chí – Khối sở").unwrap() + 1;
        let high = heights(&opened.part(&format!("xl/worksheets/sheet{number}.xml")));
        let below = lines.iter().find(|line| line.starts_with("Tên viết gọn")).cloned();
        let most = high.values().copied().fold(0.0, f64::max);
        (lines[row].clone(), below, most)
    };
    let (names, below, high) = head(&format!("name: \"{long}\","));
    assert!(names.contains("| Ban Quản lý Khu kinh tế cửa khẩu quốc…"), "{names}");
    assert_eq!(below.unwrap(), format!("Tên viết gọn ở đầu cột: “Ban Quản lý Khu kinh tế cửa khẩu quốc…”: {long}."));
    assert!(high <= 240.0, "{high}");
    let (names, below, _) = head(&format!("name: \"{long}\", aliases: [Sở A, Ban Quản lý Khu kinh tế],"));
    assert!(names.contains("| Ban Quản lý Khu kinh tế"), "{names}");
    assert_eq!(below.unwrap(), format!("Tên viết gọn ở đầu cột: “Ban Quản lý Khu kinh tế”: {long}."));
    // What has room stays whole, whatever else it is called.
    let (names, below, _) = head("name: Sở Văn hóa, aliases: [Sở A],");
    assert!(names.contains("| Sở Văn hóa |") && below.is_none(), "{names}");
    // Two names that begin alike are told apart.
    let folder = campaign();
    let declared = folder.text("campaign.yaml").replace("name: Sở A,", &format!("name: \"{long} thứ nhất\","));
    folder.put("campaign.yaml", declared.replace("name: Sở B,", &format!("name: \"{long} thứ hai\",")) + more);
    folder.run("run . -q");
    let lines = Opened::new(fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap()).text("Tiêu chí – Khối sở");
    let names = lines.iter().find(|line| line.starts_with("Mã | ")).unwrap();
    assert!(names.contains("thứ nhất") && names.contains("thứ hai"), "{names}");
}
