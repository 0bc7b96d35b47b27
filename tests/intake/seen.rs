//! What people see in a cell is what is read: number formats, links, notes, struck-out text; alike from .xlsx, .ods and .xls.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use parindex::points::Points;
use parindex::workbook::{self, Book, Cell, Percent, Struck, Value, address};
use rust_xlsxwriter::{Format, Note, Url, Workbook};

use super::raw::{edited, told, workbook_with};

/// Number formats, a number in each, and what is read.
const FORMATS: [(&str, f64, &str); 32] = [
    ("General", 80.0, "80"),
    ("0%", 0.8, "80%"),
    ("0.00%", 0.9573, "95,73%"),
    // A blank as wide as a sign, a sign that fills the cell.
    ("0.0_%;(0.0_%)", 80.0, "80"),
    ("0*%", 80.0, "80"),
    ("* 0_%", 80.0, "80"),
    // A sign in another section.
    ("0;0%", 80.0, "80"),
    ("0;0%", -0.8, "-80%"),
    ("0%;-0%;0", 0.0, "0"),
    ("0;-0;0%", 0.0, "0%"),
    ("0.0_);(0.0%)", 0.5, "0,5"),
    // Sections by conditions.
    ("[<=1]0%;0.00\"%\"", 0.8, "80%"),
    ("[<=1]0%;0.00\"%\"", 80.0, "80%"),
    ("[>1]0\"%\";0%", 80.0, "80%"),
    ("[>1]0\"%\";0%", 1.0, "100%"),
    ("[<1]0%;0", 80.0, "80"),
    ("[>=100]0;[>1]0\"%\";0%", 100.0, "100"),
    // A sign that is only printed.
    ("0.00\" %\"", 95.73, "95,73%"),
    ("0\\%", 80.0, "80%"),
    ("0\"%\"_)", 80.0, "80%"),
    ("0\"% đạt\"", 80.0, "80%"),
    ("(0\"%\")", 80.0, "80%"),
    ("0\" điểm (không phải % của tổng)\"", 2.0, "2 điểm (không phải % của tổng)"),
    // Colours, languages.
    ("[Red]0%", 0.8, "80%"),
    ("[$-42A]0.0%", 0.8, "80%"),
    ("#,##0.0 %", 0.8, "80%"),
    // Days, and what is none.
    ("[$-42A]dd/mm/yyyy", 43_895.0, "05/03/2020"),
    ("\"Ngày\" dd \"tháng\" mm \"năm\" yyyy", 43_895.0, "05/03/2020"),
    ("yyyy\\-mm\\-dd;@", 43_895.0, "05/03/2020"),
    ("0\" ngày\"", 30.0, "30"),
    ("0.00E+00", 0.5, "0,5"),
    ("# ?/?", 0.5, "0,5"),
];

/// Makes a workbook: a sheet of formats, and one of what stands beside values.
fn written() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Định dạng").unwrap();
    for (row, (format, number, _)) in (0..).zip(FORMATS) {
        sheet.write_number_with_format(row, 0, number, &Format::new().set_num_format(format)).unwrap();
    }
    let struck = Format::new().set_font_strikethrough();
    let plain = Format::new();
    let sheet = book.add_worksheet().set_name("Bên cạnh").unwrap();
    sheet.write_url(0, 0, Url::new("https://drive.google.com/file/d/abc/view").set_text("Xem tại đây")).unwrap();
    sheet.write_url(1, 0, Url::new("mailto:so@tinh.gov.vn").set_text("Hòm thư")).unwrap();
    sheet.write_url(2, 0, Url::new("internal:'Định dạng'!A1").set_text("Trang trước")).unwrap();
    sheet.write_formula(3, 0, rust_xlsxwriter::Formula::new("=HYPERLINK(\"https://a.vn/b\",\"Kế hoạch\")").set_result("Kế hoạch")).unwrap();
    sheet.write_string(4, 0, "Kế hoạch số 12").unwrap();
    sheet.insert_note(4, 0, &Note::new("KH số 12/KH-UBND").add_author_prefix(false)).unwrap();
    sheet.insert_note(5, 0, &Note::new("1,5 điểm").add_author_prefix(false)).unwrap();
    sheet.insert_note(6, 0, &Note::new("LỖI S040: Không phải là số").add_author_prefix(false)).unwrap();
    let carried = "LỖI S040: Không phải là số\n\nGhi chú có sẵn trong tệp:\nđã gửi bổ sung";
    sheet.insert_note(7, 0, &Note::new(carried).add_author_prefix(false)).unwrap();
    sheet.write_number_with_format(8, 0, 1.5, &struck).unwrap();
    sheet.write_string_with_format(9, 0, "Kế hoạch số 7", &struck).unwrap();
    sheet.write_rich_string(10, 0, &[(&struck, "40"), (&plain, " 50")]).unwrap();
    sheet.write_rich_string(11, 0, &[(&struck, "40"), (&struck, " 50")]).unwrap();
    sheet.write_blank(12, 0, &struck).unwrap();
    book.save_to_buffer().unwrap()
}

/// Gives the same workbook as written here, and as LibreOffice saved it.
fn books() -> [(&'static str, Book, String); 3] {
    let saved = |name| std::fs::read(format!("tests/fixtures/seen/{name}")).unwrap();
    let files = [("a.xlsx", written()), ("libreoffice.ods", saved("libreoffice.ods")), ("libreoffice.xls", saved("libreoffice.xls"))];
    files.map(|(name, bytes)| {
        let opened = workbook::open(&bytes, name);
        (name, opened.value.unwrap(), told(&opened.findings))
    })
}

#[test]
fn a_format_that_prints_other_words_is_what_people_see() {
    let cases = [
        ("0\"‰\"", 80.0, "80‰"),
        ("\"-\"0", 80.0, "-80"),
        ("\"không đạt \"0\"%\"", 80.0, "không đạt 80%"),
        ("0\"% (năm 2025)\"", 80.0, "80% (năm 2025)"),
        ("\"chưa xác minh\"", 80.0, "chưa xác minh"),
        (";;;", 80.0, ""),
        ("0.0;\"âm \"0.0", 1.5, "1,5"),
        // A zero that is not shown is a zero, and a minus of its own section is the number's.
        ("0;-0;;@", 0.0, "0"),
        ("0;-0", -2.0, "-2"),
        ("_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", 0.0, "0"),
        ("#,##0\" hồ sơ\"", 1200.0, "1200"),
        // What is typed as 1:30 becomes a part of a day.
        ("h:mm", 0.0625, "1:30"),
        ("hh:mm:ss", 0.0625, "01:30:00"),
        ("[h]:mm", 1.5, "36:00"),
        ("[mm]:ss", 0.0625, "90:00"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
        // Signs and words that doubt, limit or scale what stands beside them.
        ("\"≈\"0", 80.0, "≈80"),
        ("\"~\"0", 80.0, "~80"),
        ("\">\"0", 80.0, ">80"),
        ("\"<\"0", 80.0, "<80"),
        ("0\"?\"", 80.0, "80?"),
        ("0%\"?\"", 0.8, "80%?"),
        ("0\" (dự kiến)\"", 80.0, "80 (dự kiến)"),
        ("General\" (dự kiến)\"", 80.0, "80 (dự kiến)"),
        ("0\" (KH)\"", 80.0, "80 (KH)"),
        ("0\" dự kiến\"", 80.0, "80 dự kiến"),
        ("0\" ước\"", 80.0, "80 ước"),
        ("0\" nghìn\"", 80.0, "80 nghìn"),
        ("0\" hồ sơ (năm trước)\"", 80.0, "80 hồ sơ (năm trước)"),
        ("0\" (dự kiến)\"", 0.0, "0 (dự kiến)"),
        ("0;-0;\"chưa có số liệu\"", 0.0, "chưa có số liệu"),
        ("00\"/\"00", 4050.0, "4050/1"),
        ("0\".\"00", 150.0, "1.50"),
        ("0*?", 80.0, "80?"),
        // A comma behind all digits divides what is seen by a thousand.
        ("0,", 80_000.0, "80"),
        ("#,##0,", 1_500_000.0, "1500"),
        ("0,,", 80_000_000.0, "80"),
        ("0.0,", 1_500.0, "1,5"),
        ("0,.0", 1_500.0, "1,5"),
        ("0,\" điểm\"", 80_000.0, "80"),
        // Units of measure, money, groups, blanks of an account.
        ("0\" điểm\"", 1.5, "1,5"),
        ("0\" (điểm)\"", 1.5, "1,5"),
        ("0\" văn bản\"", 40.0, "40"),
        ("0\" ý kiến\"", 40.0, "40"),
        ("0\" hồ sơ/năm\"", 40.0, "40"),
        ("#,##0", 40_000.0, "40000"),
        ("#,##0.00", 40_000.5, "40000,5"),
        ("#\\.##0", 40_000.0, "40000"),
        ("# ##0", 40_000.0, "40000"),
        ("0.00_)", 1.5, "1,5"),
        ("\"$\"#,##0", 40.0, "40"),
        ("[$₫-42A]#,##0", 40.0, "40"),
        ("#,##0\\ [$đ-42A]", 40.0, "40"),
        ("#,##0\" ₫\"", 40.0, "40"),
        ("_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* \"-\"\\ _₫_-;_-@_-", 40.0, "40"),
        ("_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* \"-\"\\ _₫_-;_-@_-", 0.0, "0"),
        ("+0;-0", 5.0, "5"),
        ("0;-0;\"Không\"", 0.0, "0"),
        // Days without a year or a day, and with a year or words that are not theirs.
        ("dd/mm/yyyy", 46_042.0, "20/01/2026"),
        ("d/m/yy", 46_042.0, "20/01/2026"),
        ("dd\" tháng \"mm\" năm \"yyyy", 46_042.0, "20/01/2026"),
        ("dd/mm/yyyy hh:mm", 46_042.5, "20/01/2026"),
        ("dd/mm\"/2026\"", 45_677.0, "20/01/2026"),
        ("mm/yyyy", 46_042.0, "01/2026"),
        ("dd/mm", 46_042.0, "20/01"),
        ("dd/mm/yyyy\" (dự kiến)\"", 46_042.0, "20/01/2026 (dự kiến)"),
        ("\"trước \"dd/mm/yyyy", 46_042.0, "trước 20/01/2026"),
    ];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (format, number, _)) in (0..).zip(cases) {
        sheet.write_number_with_format(row, 0, number, &Format::new().set_num_format(format)).unwrap();
    }
    let book = workbook::open(&book.save_to_buffer().unwrap(), "a.xlsx").value.unwrap();
    for (row, (format, number, shown)) in (0..).zip(cases) {
        let seen = book.sheets[0].get(row, 0).map(parindex::workbook::Cell::shown).unwrap_or_default();
        assert_eq!(seen, shown, "{number} as {format}");
    }
}

#[test]
fn words_that_a_format_adds_to_text_are_read_with_it() {
    let cases = [
        ("@", "Đạt"),
        ("\"không \"@", "không Đạt"),
        ("@\" ?\"", "Đạt ?"),
        ("0;-0;0;\"chưa \"@", "chưa Đạt"),
        (";;;\"chưa có\"", "chưa có"),
        ("_(@_)", "Đạt"),
        ("\"- \"@", "Đạt"),
    ];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (format, _)) in (0..).zip(cases) {
        sheet.write_string_with_format(row, 0, "Đạt", &Format::new().set_num_format(format)).unwrap();
    }
    let book = workbook::open(&book.save_to_buffer().unwrap(), "a.xlsx").value.unwrap();
    for (row, (format, shown)) in (0..).zip(cases) {
        assert_eq!(book.sheets[0].get(row, 0).map(Cell::shown).as_deref(), Some(shown), "{format}");
    }
}

/// A cell that shows nothing is blank for whoever checks the form, whatever it holds, and is told; a zero that is not shown
/// is a zero all the same.
#[test]
fn what_a_format_does_not_show_is_blank_and_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Trang").unwrap();
    let format = |code: &str| Format::new().set_num_format(code);
    for (row, number, code) in [(0, 4.0, ";;;"), (2, 0.0, "0;-0;;@"), (3, 5.0, "0;-0;;@"), (5, -1.5, "0;;0"), (6, 2.0, "0;-0;0;")] {
        sheet.write_number_with_format(row, 0, number, &format(code)).unwrap();
    }
    for (row, words, code) in [(1, "chữ ẩn", ";;;"), (4, "chữ hiện", "0;-0;;@")] {
        sheet.write_string_with_format(row, 0, words, &format(code)).unwrap();
    }
    let saved = |name| std::fs::read(format!("tests/fixtures/seen/{name}")).unwrap();
    let files = [("a.xlsx", book.save_to_buffer().unwrap()), ("hidden.ods", saved("hidden.ods")), ("hidden.xls", saved("hidden.xls"))];
    for (name, bytes) in files {
        let opened = workbook::open(&bytes, name);
        let book = opened.value.unwrap();
        let seen: Vec<String> = (0..7).map(|row| book.sheets[0].get(row, 0).map(Cell::shown).unwrap_or_default()).collect();
        assert_eq!(seen, ["", "", "0", "5", "chữ hiện", "", "2"], "{name}");
        let expected = [(1, "4"), (2, "chữ ẩn"), (6, "-1,5")].map(|(row, held)| {
            format!("S104 Ô A{row} chứa “{held}” nhưng định dạng của ô không cho hiện gì: không được đọc, coi như để trống.")
        });
        let told: Vec<String> = opened.findings.iter().map(|finding| format!("{} {}", finding.code.id, finding.message.vi)).collect();
        assert_eq!(told, expected, "{name}");
    }
}

/// A figure above the line is the mark of a footnote, and a value below a merged cell is seen by nobody.
#[test]
fn marks_of_footnotes_are_no_digits_and_what_a_merged_cell_covers_is_blank_and_told() {
    let rich = |position: &str, before: &str, mark: &str, behind: &str| {
        format!("<is><r><t>{before}</t></r><r><rPr><vertAlign val=\"{position}\"/></rPr><t>{mark}</t></r><r><t>{behind}</t></r></is>")
    };
    let cell = |at: &str, value: &str| format!("<c r=\"{at}\">{value}</c>");
    let number = |at: &str, value: u32| cell(at, &format!("<v>{value}</v>"));
    let text = |at: &str, inside: &str| format!("<c r=\"{at}\" t=\"inlineStr\">{inside}</c>");
    let rows = [
        text("A1", &rich("superscript", "4", "9", "")),
        text("A2", &rich("subscript", "H", "2", "O")),
        text("C3", "<is><t>x</t></is>") + &number("D3", 80),
        number("C4", 40),
        number("C5", 50),
        number("C6", 7),
        number("C7", 7),
        number("F8", 3),
    ];
    let rows = (1..).zip(rows).map(|(n, cells)| format!("<row r=\"{n}\">{cells}</row>")).collect::<Vec<_>>().concat();
    let merged: String = ["C3:D3", "C4:C5", "C6:C7", "E8:F8"].map(|area| format!("<mergeCell ref=\"{area}\"/>")).concat();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>");
    let saved = |name| std::fs::read(format!("tests/fixtures/seen/{name}")).unwrap();
    for (name, bytes) in [("a.xlsx", workbook_with(&sheet, None)), ("below.ods", saved("below.ods")), ("below.xls", saved("below.xls"))] {
        let opened = workbook::open(&bytes, name);
        let book = opened.value.unwrap();
        let seen = |row, column| book.sheets[0].get(row, column).map(Cell::shown).unwrap_or_default();
        assert_eq!([seen(0, 0), seen(1, 0)], ["4⁹", "H2O"], "{name}");
        assert_eq!([seen(2, 2), seen(3, 2), seen(5, 2)], ["x", "40", "7"], "{name}");
        assert_eq!([seen(2, 3), seen(4, 2), seen(6, 2), seen(7, 5)], [""; 4], "{name}");
        // One that says the same as the cell above it takes nothing away.
        let expected = [("D3", "80"), ("C5", "50"), ("F8", "3")]
            .map(|(at, held)| format!("S104 Ô {at} chứa “{held}” nhưng bị ô gộp che nên không ai thấy: không được đọc, coi như để trống."));
        let told: Vec<String> = opened.findings.iter().map(|finding| format!("{} {}", finding.code.id, finding.message.vi)).collect();
        assert_eq!(told, expected, "{name}");
    }
}

#[test]
fn number_formats_are_read_section_by_section() {
    for (name, book, _) in books() {
        for (row, (format, number, shown)) in (0..).zip(FORMATS) {
            let cell = book.sheets[0].get(row, 0).unwrap();
            assert_eq!(cell.shown(), shown, "{name}: {number} as {format}");
            let value = if let Value::Number(value) = &cell.value { value.clone() } else { continue };
            assert_eq!(value, Points::from_cell(number).unwrap(), "{name}: {format}: the number itself stays");
        }
    }
}

#[test]
fn a_click_on_a_cell_opens_what_is_read_as_its_link() {
    for (name, book, _) in books() {
        let link = |row| book.sheets[1].get(row, 0).unwrap().link.clone();
        assert_eq!(link(0).as_deref(), Some("https://drive.google.com/file/d/abc/view"), "{name}");
        assert_eq!([link(1), link(2), link(4)], [None, None, None], "{name}: mail, another cell, nothing");
        assert_eq!(link(3).as_deref(), Some("https://a.vn/b"), "{name}");
        assert_eq!(book.sheets[1].shown(0, 0).unwrap(), "Xem tại đây", "{name}");
    }
}

#[test]
fn notes_and_struck_out_text_are_told_and_not_read() {
    for (name, book, told) in books() {
        let sheet = &book.sheets[1];
        let notes: Vec<(String, &str)> = sheet.notes.iter().map(|((row, column), note)| (address(*row, *column), note.as_str())).collect();
        let kept = [("A5".into(), "KH số 12/KH-UBND"), ("A6".into(), "1,5 điểm"), ("A8".into(), "đã gửi bổ sung")];
        assert_eq!(notes, kept, "{name}: the program's own notes are none but for what they carry on");
        let struck: Vec<Struck> = [8, 9, 10, 11].map(|row| sheet.cells[&(row, 0)].struck).into();
        assert_eq!(struck, [Struck::Whole, Struck::Whole, Struck::Part, Struck::Whole], "{name}");
        assert_eq!(sheet.get(8, 0), None, "{name}: struck out is blank");
        let says = [
            "S101 Ô A5 có ghi chú: không được đọc (“KH số 12/KH-UBND”).",
            "S102 Ô A9 bị gạch bỏ (“1,5”): không được đọc, coi như để trống.",
            "S102 Ô A10 bị gạch bỏ (“Kế hoạch số 7”): không được đọc, coi như để trống.",
        ];
        for line in says {
            assert!(told.contains(line), "{name}: {line}\n{told}");
        }
        assert_eq!(sheet.shown(10, 0).unwrap(), "50", "{name}: what is left");
        assert!(told.contains("S103 Ô A11 có phần bị gạch bỏ: không đọc “40”, chỉ còn “50”."), "{name}: {told}");
    }
}

#[test]
fn many_notes_are_told_by_their_number() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..80 {
        sheet.write_number(row, 0, 1).unwrap();
        sheet.insert_note(row, 0, &Note::new("x")).unwrap();
    }
    let opened = workbook::open(&book.save_to_buffer().unwrap(), "a.xlsx");
    assert_eq!(opened.findings.len(), 51);
    assert!(told(&opened.findings).ends_with("S101 Trang “Sheet1” còn 30 ô như vậy nữa."), "{}", told(&opened.findings));
}

#[test]
fn threads_of_comments_are_notes_too() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.insert_note(0, 0, &Note::new("[Threaded comment] Your version of Excel …").add_author_prefix(false)).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";
    let relation =
        format!("<Relationship Id=\"rIdT\" Type=\"{kind}\" Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>");
    let bytes = edited(&bytes, "xl/worksheets/_rels/sheet1.xml.rels", |xml| xml.replace("</Relationships>", &relation));
    let thread = "<ThreadedComments><threadedComment ref=\"A1\" id=\"1\"><text>1,5 điểm?</text></threadedComment>\
                  <threadedComment ref=\"A1\" id=\"2\" parentId=\"1\"><text>Đúng</text></threadedComment></ThreadedComments>";
    let mut parts = super::raw::unzip(&bytes);
    parts.push(("xl/threadedComments/threadedComment1.xml".into(), thread.into()));
    let parts: Vec<(&str, Vec<u8>)> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let opened = workbook::open(&super::raw::zip(&parts), "a.xlsx");
    assert_eq!(opened.value.unwrap().sheets[0].notes[&(0, 0)], "1,5 điểm?\nĐúng");
}

#[test]
fn cells_are_those_that_calamine_reads() {
    for file in ["openpyxl.xlsx", "openpyxl-handled.xlsx", "libreoffice.xlsx", "libreoffice-handled.xlsx", "parindex.xlsx", "earlier.xlsx"]
    {
        let bytes = std::fs::read(format!("tests/good/forms/{file}")).unwrap();
        let ours = workbook::open(&bytes, file).value.unwrap();
        let mut theirs: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let mut held = 0;
        for sheet in &ours.sheets {
            let range = theirs.worksheet_range(&sheet.name).unwrap();
            for (row, column, data) in range.used_cells() {
                let start = range.start().unwrap();
                let at = (u32::try_from(row).unwrap() + start.0, u32::try_from(column).unwrap() + start.1);
                if let Data::String(words) = data
                    && words.is_empty()
                {
                    continue;
                }
                let cell = sheet.cells.get(&at).unwrap_or_else(|| panic!("{file} {} {}: {data:?}", sheet.name, address(at.0, at.1)));
                let same = match (data, &cell.value) {
                    (Data::String(theirs), Value::Text(ours)) => theirs == ours,
                    (Data::Float(theirs), Value::Number(ours)) => Points::from_cell(*theirs).as_ref() == Some(ours),
                    (Data::Bool(theirs), Value::Bool(ours)) => theirs == ours,
                    (Data::DateTime(_), Value::Date(_)) | (Data::Error(_), Value::Error(_)) => true,
                    _ => false,
                };
                assert!(same, "{file} {} {}: {data:?}, {:?}", sheet.name, address(at.0, at.1), cell.value);
                held += 1;
            }
        }
        assert!(held > 500, "{file}: {held}");
    }
}

#[test]
fn a_number_is_what_is_shown_before_its_sign() {
    let cell = |number: &str, percent| Cell { percent, ..Cell::new(Value::Number(Points::parse(number).unwrap())) };
    assert_eq!(cell("0.8", Percent::OfHundred).number_shown(), Some(Points::from(80)));
    assert_eq!(cell("80", Percent::Printed).number_shown(), Some(Points::from(80)));
    assert_eq!(cell("80", Percent::No).number_shown(), Some(Points::from(80)));
    assert!(!cell("80", Percent::No).shown_as_percent());
}

#[test]
fn letters_in_the_colour_of_their_ground_are_not_seen_and_not_read() {
    use rust_xlsxwriter::{Color, ConditionalFormatCell, ConditionalFormatCellRule};
    let blue = Color::RGB(0x00_1F_4E_79);
    let plain = Format::new;
    // What each look shows of “1,6”.
    let looks = [
        ("white on paper", plain().set_font_color(Color::White), false),
        ("white of the theme on paper", plain().set_font_color(Color::Theme(0, 0)), false),
        ("blue on blue", plain().set_font_color(blue).set_background_color(blue), false),
        ("black on black", plain().set_font_color(Color::Black).set_background_color(Color::Black), false),
        ("white on white", plain().set_font_color(Color::White).set_background_color(Color::White), false),
        ("as it comes", plain(), true),
        ("white on blue", plain().set_font_color(Color::White).set_background_color(blue), true),
        ("blue on paper", plain().set_font_color(blue), true),
        ("another colour of the theme", plain().set_font_color(Color::Theme(4, 0)), true),
        ("a ground without letters of its own", plain().set_background_color(blue), true),
        ("a pattern", plain().set_font_color(blue).set_foreground_color(blue).set_pattern(rust_xlsxwriter::FormatPattern::Gray125), true),
    ];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (_, look, _)) in (0..).zip(&looks) {
        sheet.write_string_with_format(row, 0, "1,6", look).unwrap();
        sheet.write_number_with_format(row, 1, 1.6, look).unwrap();
    }
    // A condition may give the cell another ground: it is read.
    let last = u32::try_from(looks.len()).unwrap();
    sheet.write_string_with_format(last, 0, "1,6", &looks[0].1).unwrap();
    let rule = ConditionalFormatCellRule::EqualTo("1,6");
    let condition = ConditionalFormatCell::new().set_rule(rule).set_format(plain().set_background_color(blue));
    sheet.add_conditional_format(last, 0, last, 0, &condition).unwrap();
    let read = workbook::open(&book.save_to_buffer().unwrap(), "x.xlsx");
    let grid = &read.value.unwrap().sheets[0];
    for (row, (look, _, seen)) in (0..).zip(&looks) {
        let shown = [0, 1].map(|column| grid.shown(row, column).unwrap_or_default());
        assert_eq!(shown, if *seen { ["1,6", "1,6"] } else { ["", ""] }, "{look}");
        for cell in [address(row, 0), address(row, 1)] {
            let told = read.findings.iter().filter(|one| one.code.id == "S104" && one.place.cell.as_deref() == Some(&cell));
            let told: Vec<_> = told.map(|one| one.message.vi.clone()).collect();
            assert_eq!(told.iter().filter(|words| words.contains("“1,6”") && words.contains("màu")).count(), usize::from(!seen), "{look}");
        }
    }
    assert_eq!(grid.shown(last, 0).as_deref(), Some("1,6"), "below a condition");
}
