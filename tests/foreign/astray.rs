//! Content far out of a form's table, or too much of it on another sheet: it costs itself, and the form is read.

use std::fmt::Write as _;

use super::thu::{Said, checked_bytes, form};
use crate::folder::drawn;
use crate::intake::raw::edited;

/// Sheets of the workbook that is drawn.
const SHEETS: [&str; 2] = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];

/// Checks a clean form with a second sheet, and with rows put behind those of one of the two.
fn with(sheet: usize, rows: &str) -> Said {
    let bytes = drawn(&format!("== Biểu\n{}== Khác\nGhi chép nội bộ\n", form(&["Điểm tự chấm"])));
    let put = |xml: String| xml.replace("</sheetData>", &format!("{rows}</sheetData>"));
    checked_bytes(&edited(&bytes, SHEETS[sheet], put), "x.xlsx", "")
}

/// Writes a cell with a word, in a row of its own.
fn cell(at: &str) -> String {
    let row: String = at.chars().filter(char::is_ascii_digit).collect();
    format!("<row r=\"{row}\"><c r=\"{at}\" t=\"inlineStr\"><is><t>x</t></is></c></row>")
}

/// Writes cells of figures, row by row.
fn many(rows: u32, columns: u8) -> String {
    let mut xml = String::new();
    for row in 30..30 + rows {
        write!(xml, "<row r=\"{row}\">").unwrap();
        for _ in 0..columns {
            xml.push_str("<c><v>1</v></c>");
        }
        xml.push_str("</row>");
    }
    xml
}

/// Tells whether the form was read as if nothing were wrong.
fn is_read(said: &Said) -> bool {
    said.unit() == Some("xa-a") && (said.claim("1.1").as_deref(), said.claim("1.3").as_deref()) == (Some("2"), Some("1.5"))
}

#[test]
fn a_cell_far_out_costs_that_cell_and_is_told_with_its_place() {
    let clean = with(0, "");
    assert!(is_read(&clean), "{:?}", clean.found);
    for (sheet, at) in [(0, "ZZ5"), (0, "A25000"), (0, "XFD1048576"), (1, "ZZ5"), (1, "A30000")] {
        let said = with(sheet, &cell(at));
        assert!(is_read(&said), "{sheet} {at}: {:?}", said.found);
        let told = said.of("S010");
        assert!(matches!(told.as_slice(), [one] if one.starts_with(&format!("{at} ")) && one.contains("ô này không được đọc")), "{told:?}");
        assert_eq!(said.worth(), clean.worth(), "{sheet} {at}");
        assert_eq!(said.found.len(), clean.found.len() + 1, "{sheet} {at}: {:?}", said.found);
    }
    // Many of them are told once, counted.
    let said = with(0, &format!("{}{}{}", cell("ZZ5"), cell("ZZ6"), cell("A25000")));
    assert!(is_read(&said), "{:?}", said.found);
    let told = said.of("S010");
    assert!(matches!(told.as_slice(), [one] if one.starts_with("ZZ5 ") && one.contains("có 3 ô")), "{told:?}");
    // Controls: nothing stands out there, or at the very edge of what is read.
    for rows in ["<row r=\"25000\"><c r=\"ZZ25000\" s=\"0\"/></row>".to_owned(), cell("IV5"), cell("A20000")] {
        let said = with(1, &rows);
        assert!(is_read(&said) && said.of("S010").is_empty(), "{:?}", said.found);
    }
}

#[test]
fn a_sheet_that_holds_too_much_costs_that_sheet() {
    let said = with(1, &many(10_000, 51));
    assert!(is_read(&said), "{:?}", said.found);
    let told = said.of("S010");
    assert!(matches!(told.as_slice(), [one] if one.contains("Trang “Khác”") && one.contains("quá lớn")), "{told:?}");
    // The sheet of the form itself: nothing of it is read, and the other one names nobody.
    let said = with(0, &many(10_000, 51));
    assert!(said.of("S010").len() == 1 && said.claim("1.1").is_none(), "{:?}", said.found);
}
