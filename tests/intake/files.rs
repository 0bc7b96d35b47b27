//! Files that are no workbook, are broken, or mean harm: each is one finding, and nothing else happens.

use parindex::text::Lang;
use parindex::workbook::{self, Value};

use super::raw::{bomb, locked, told, unzip, workbook, workbook_with, zip};

/// Opens a file that must not open, and gives what is said.
fn refused(bytes: &[u8], file: &str) -> String {
    let opened = workbook::open(bytes, file);
    assert!(opened.value.is_none(), "{file} was opened");
    told(&opened.findings)
}

#[test]
fn what_is_no_workbook_is_named_for_what_it_is() {
    let cases: [(&[u8], &str, &str); 9] = [
        (b"Don vi,Diem\n", "bieu.xlsx", "S007 Tệp “bieu.xlsx” thực ra là văn bản thuần (như CSV), không phải tệp Excel."),
        (b"", "bieu.xlsx", "S002 Tệp “bieu.xlsx” rỗng (0 byte)."),
        (b"anything", "gui/~$bieu.xlsx", "S005 Tệp “gui/~$bieu.xlsx” là tệp khóa tạm do Excel tạo ra, không phải biểu."),
        (b"<html><table></table>", "bieu.xls", "S006 Tệp “bieu.xls” thực ra là trang web (HTML), không phải tệp Excel."),
        (b"\xEF\xBB\xBF  <!DOCTYPE html>\n<p>", "bieu.xls", "S006 Tệp “bieu.xls” thực ra là trang web (HTML), không phải tệp Excel."),
        (b"%PDF-1.7", "bieu.xlsx", "S001 Tệp “bieu.xlsx” là tệp PDF, không phải tệp Excel."),
        (b"\x00\x01\x02", "bieu.xlsx", "S001 Tệp “bieu.xlsx” không phải tệp Excel."),
        (b"PK\x03\x04 and no more", "bieu.xlsx", "S003 Tệp “bieu.xlsx” bị hỏng hoặc bị cắt cụt"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "bieu.xls", "S003 Tệp “bieu.xls” bị hỏng hoặc bị cắt cụt"),
    ];
    for (bytes, file, says) in cases {
        let said = refused(bytes, file);
        assert!(said.starts_with(says), "{said}");
    }
    let word = zip(&[("word/document.xml", b"<w/>".to_vec())]);
    assert_eq!(refused(&word, "bieu.xlsx"), "S001 Tệp “bieu.xlsx” là văn bản Word, không phải tệp Excel.");
}

#[test]
fn two_parts_of_one_name_are_asked() {
    let whole = unzip(&workbook("<row r=\"1\"><c r=\"A1\"><v>40</v></c></row>"));
    // The name of a part, another part under the same name in other letters, and whether it is refused.
    for (name, again, content, refuses) in [
        ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>", true),
        ("xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.xml", "<worksheet><sheetData/></worksheet>", true),
        ("xl/workbook.xml", "XL/workbook.xml", "<workbook/>", true),
        ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml", "", false),
        ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet7.xml", "<worksheet><sheetData/></worksheet>", false),
        ("xl/media/1.png", "xl/media/1.png", "x", false),
    ] {
        let mut parts = whole.clone();
        let own = parts.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.clone()).unwrap_or_default();
        let other = if content.is_empty() { own } else { content.as_bytes().to_vec() };
        // No writer lists a name twice: the second one is put in afterwards.
        let drawn = format!("{}~", again.split_at(again.len() - 1).0);
        parts.push((drawn.clone(), other));
        let listed: Vec<(&str, Vec<u8>)> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let mut bytes = zip(&listed);
        while let Some(at) = bytes.windows(drawn.len()).position(|window| window == drawn.as_bytes()) {
            bytes[at..at + drawn.len()].copy_from_slice(again.as_bytes());
        }
        let opened = workbook::open(&bytes, "bieu.xlsx");
        assert_eq!(opened.value.is_none(), refuses, "{again}: {}", told(&opened.findings));
        if refuses {
            assert!(told(&opened.findings).starts_with("S003 Tệp “bieu.xlsx” có hai phần cùng tên “xl/wor"), "{again}");
        }
    }
}

#[test]
fn a_password_is_told_from_damage() {
    assert_eq!(refused(&locked(), "bieu.xlsx"), "S004 Tệp “bieu.xlsx” được đặt mật khẩu nên không đọc được.");
}

#[test]
fn a_file_cut_anywhere_is_damage_and_no_worse() {
    let whole = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    assert!(workbook::open(&whole, "bieu.xlsx").value.is_some());
    for end in (4..whole.len() - 1).step_by(7) {
        let said = refused(&whole[..end], "bieu.xlsx");
        assert!(said.starts_with("S003"), "cut at {end}: {said}");
    }
}

#[test]
fn xml_cut_inside_a_cell_is_damage() {
    let bytes = workbook_with("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1", None);
    assert!(refused(&bytes, "bieu.xlsx").starts_with("S003"));
}

#[test]
fn two_cells_in_opposite_corners_take_no_memory() {
    let bytes = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    let opened = workbook::open(&bytes, "bieu.xlsx");
    let said: Vec<&str> = opened.findings.iter().map(|finding| finding.says(Lang::Vi)).collect();
    assert_eq!(said, ["Trang “Trang 1” có nội dung ở ô XFD1048576, ngoài phạm vi 20.000 hàng × 256 cột: ô này không được đọc."]);
    assert_eq!(opened.value.unwrap().sheets[0].cells.len(), 1);
}

#[test]
fn a_declared_size_is_not_believed() {
    let sheet =
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>";
    let book = workbook::open(&workbook_with(sheet, None), "bieu.xlsx").value.unwrap();
    assert_eq!(book.sheets[0].cells.len(), 1);
}

#[test]
fn a_count_of_strings_is_not_believed() {
    let strings = |count: &str| {
        format!("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"{count}\"><si><t>Sở</t></si></sst>")
    };
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    for count in ["4294967295", "-1", "", "0"] {
        let book = workbook::open(&workbook_with(sheet, Some(&strings(count))), "bieu.xlsx").value.unwrap();
        assert_eq!(book.sheets[0].shown(0, 0).unwrap(), "Sở", "count {count}");
    }
}

#[test]
fn a_zip_bomb_is_refused_before_it_unfolds() {
    let bytes = bomb("xl/workbook.xml", 70);
    assert!(bytes.len() < 200_000);
    assert_eq!(refused(&bytes, "bieu.xlsx"), "S009 Không mở tệp “bieu.xlsx”: giải nén ra hơn 64 MB dữ liệu.");
}

#[test]
fn a_file_larger_than_any_form_is_refused_unread() {
    let bytes = vec![b'P'; (20 << 20) + 1];
    assert_eq!(refused(&bytes, "bieu.xlsx"), "S008 Tệp “bieu.xlsx” lớn hơn mức cho phép là 20 MB nên không được đọc.");
}

#[test]
fn cells_are_reduced_to_what_people_see() {
    let bytes = workbook(
        "<row r=\"3\"><c r=\"B3\"><v>7.249999999999999</v></c><c r=\"C3\" s=\"1\"><v>0.9573</v></c><c r=\"D3\" s=\"2\"><v>43164</v></c>\
         <c r=\"E3\" t=\"b\"><v>1</v></c><c r=\"F3\" t=\"e\"><v>#DIV/0!</v></c><c r=\"G3\"><f>1+1</f></c><c r=\"H3\"><f>1+1</f><v>2</v></c>\
         <c r=\"I3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">  chữ </t></is></c><c r=\"J3\" s=\"3\"><v>95.73</v></c><c r=\"K3\" s=\"1\"/></row>",
    );
    let book = workbook::open(&bytes, "bieu.xlsx").value.unwrap();
    let shown: Vec<String> = book.sheets[0].row(2).map(|(_, cell)| cell.shown()).collect();
    assert_eq!(shown, ["7,25", "95,73%", "05/03/2018", "TRUE", "#DIV/0!", "=1+1", "2", "chữ", "95,73%"]);
    let cell = |column| book.sheets[0].get(2, column).unwrap();
    assert_eq!(cell(6).value, Value::Uncomputed("=1+1".into()), "a formula without a result is no 0");
    assert!(cell(7).formula);
    assert_eq!(cell(8).value, Value::Text("  chữ ".into()), "what was typed is kept as typed");
}

#[test]
fn every_changed_byte_is_survived() {
    let whole = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Sở</t></is></c></row>");
    for at in (0..whole.len()).step_by(3) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let opened = workbook::open(&bytes, "bieu.xlsx");
        assert_eq!(opened.value.is_none(), !opened.findings.is_empty(), "byte {at}");
    }
}

#[test]
fn an_ods_that_repeats_itself_without_end_takes_no_memory() {
    let content = |table: &str| {
        let xml = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"T\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".to_vec()), ("content.xml", xml.into_bytes())])
    };
    let long = "x".repeat(10_000);
    let cell = |repeats: u32, words: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{repeats}\"><text:p>{words}</text:p></table:table-cell>"
        )
    };
    let row = |repeats: u32, cells: &str| format!("<table:table-row table:number-rows-repeated=\"{repeats}\">{cells}</table:table-row>");
    for (rows, columns, kept) in [(1, 4_000_000_000, 256), (4_000_000_000, 1, 20_000)] {
        let opened = workbook::open(&content(&row(rows, &cell(columns, "x"))), "a.ods");
        assert_eq!(opened.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["S010"]);
        assert_eq!(opened.value.unwrap().sheets[0].cells.len(), kept);
    }
    assert!(refused(&content(&row(20_000, &cell(200, "x"))), "a.ods").starts_with("S010"));
    assert!(refused(&content(&row(19_000, &cell(1, &long))), "a.ods").starts_with("S009"));
    // Empty rows and columns to the end of the sheet are how LibreOffice ends every table.
    let blank = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    let open = workbook::open(&content(&format!("{}{}", row(1, &cell(1, "x")), row(1_048_575, blank))), "a.ods");
    assert_eq!(open.value.unwrap().sheets[0].cells.len(), 1);
}
