//! The workbook for whoever reviews a converted decision: each row of it beside what was understood, what is open, and its YAML.

use std::fs;

use calamine::{Reader, Xlsx, open_workbook};

use crate::folder::Folder;
use crate::intake::raw::zip;
use crate::templates::drawn;

/// Reads the rows of a sheet as words.
fn rows(folder: &Folder, sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(folder.path("ra-soat.xlsx")).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn every_row_of_a_decision_stands_beside_what_was_understood_what_is_open_and_its_yaml() {
    let folder = Folder::empty();
    folder.put(
        "bang.docx",
        drawn(
            "| STT | Tiêu chí | Điểm tối đa | Cách tính điểm |
| 1 | Chỉ đạo, điều hành | 3 | |
| 1.1 | Ban hành kế hoạch | 1 | Ban hành kịp thời: 1; không kịp thời: 0,5; không ban hành: 0 |
| 1.2 | Tỷ lệ nhiệm vụ hoàn thành | 2 | Từ 80% trở lên: 2; dưới 80%, trừ khi Tổ công tác thấy khác: 0 |",
        ),
    );
    let said = folder.run("convert bang.docx --out bo --report ra-soat.xlsx");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    let review = rows(&folder, "Rà soát");
    let of = |id: &str| review.iter().find(|row| row[1] == id).unwrap_or_else(|| panic!("no {id} in {review:#?}"));
    let [_, _, words, max, how, understood, _] = of("1.1").as_slice() else { panic!("{review:#?}") };
    assert!(words.contains("Ban hành kế hoạch") && words.contains("không kịp thời: 0,5"), "{words}");
    assert_eq!(max, "1");
    for branch in ["1 điểm", "0,5 điểm", "0 điểm"] {
        assert!(understood.contains(branch), "{branch}: {understood}");
    }
    assert!(["Đã hiểu trọn", "Cần quyết định"].contains(&how.as_str()), "{how}");
    // What is not understood says so, with the words left over.
    let [_, _, words, _, how, _, open] = of("1.2").as_slice() else { panic!("{review:#?}") };
    assert!(words.contains("Từ 80% trở lên: 2") && how == "Chưa chắc", "{how}: {words}");
    assert_eq!(open, "Chưa dùng đến: “dưới 80%, trừ khi Tổ công tác thấy khác: 0”");
    // The lines of YAML are those of the set.
    let set = fs::read_to_string(folder.path("bo/set.yaml")).unwrap();
    let lines = rows(&folder, "set.yaml");
    for id in ["1.1", "1.2"] {
        let yaml = &lines.iter().find(|row| row[0] == id).unwrap()[1];
        assert!(!yaml.is_empty() && yaml.lines().all(|line| set.contains(line.trim())), "{id}: {yaml}");
    }
}

/// A decision comes as Word, its cells merged over the rows of their lines: what Word keeps in the cells below and does not show is
/// no line of the decision.
#[test]
fn what_word_keeps_behind_a_merged_cell_is_not_read() {
    let cell = |words: &str, merged: &str| {
        let merged = if merged.is_empty() { String::new() } else { format!("<w:vMerge w:val=\"{merged}\"/>") };
        format!("<w:tc><w:tcPr>{merged}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    };
    let row = |cells: [(&str, &str); 4]| format!("<w:tr>{}</w:tr>", cells.map(|(words, merged)| cell(words, merged)).concat());
    let rows = [
        [("STT", ""), ("Tiêu chí", ""), ("Điểm tối đa", ""), ("Cách tính điểm", "")],
        [("1", ""), ("Chỉ đạo, điều hành", ""), ("1", ""), ("", "")],
        [("1.1", "restart"), ("Ban hành kế hoạch", "restart"), ("1", "restart"), ("Kịp thời: 1", "")],
        [("", "continue"), ("Tên cũ không ai thấy", "continue"), ("7", "continue"), ("Không kịp thời: 0,5", "")],
        [("", "continue"), ("", "continue"), ("", "continue"), ("Không ban hành: 0", "")],
    ];
    let body: String = rows.map(row).concat();
    let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let xml = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"{name}\"><w:body><w:tbl><w:tblPr/><w:tblGrid/>{body}</w:tbl></w:body></w:document>"
    );
    let folder = Folder::empty();
    folder.put("bang.docx", zip(&[("word/document.xml", xml.into_bytes())]));
    let said = folder.run("convert bang.docx");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    assert!(!format!("{}{}", said.out, said.err).contains("Tên cũ không ai thấy"), "{}{}", said.out, said.err);
    for words in ["label: Kịp thời, points: 1 }", "label: Không kịp thời, points: 0.5 }", "label: Không ban hành, points: 0 }"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
}
