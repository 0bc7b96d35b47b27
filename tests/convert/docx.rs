//! Tables of Word documents: the same set as from Excel, whatever the document does with rows, cells and numbers.

use parindex::convert::{Options, changes, convert};
use parindex::workbook::{open_table, position};

use super::linted;
use crate::intake::raw::zip;

/// Makes a document of the XML of its body.
fn document(body: &str, numbering: Option<&str>) -> Vec<u8> {
    let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let xml = |root: &str, inner: &str| format!("<?xml version=\"1.0\"?><w:{root} xmlns:w=\"{name}\">{inner}</w:{root}>").into_bytes();
    let mut parts = vec![("word/document.xml", xml("document", &format!("<w:body>{body}</w:body>")))];
    parts.extend(numbering.map(|inner| ("word/numbering.xml", xml("numbering", inner))));
    zip(&parts)
}

/// Writes a paragraph.
fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

/// Writes a cell; lines of text are paragraphs.
fn cell(words: &str) -> String {
    let lines: String = words.split('⏎').map(paragraph).collect();
    format!("<w:tc><w:tcPr/>{lines}</w:tc>")
}

/// Writes a row of cells parted by `|`.
fn row(cells: &str) -> String {
    format!("<w:tr>{}</w:tr>", cells.split('|').map(|words| cell(words.trim())).collect::<String>())
}

/// Writes a table with so many columns.
fn table(columns: usize, rows: &str) -> String {
    format!("<w:tbl><w:tblGrid>{}</w:tblGrid>{rows}</w:tbl>", "<w:gridCol w:w=\"100\"/>".repeat(columns))
}

const HEAD: &str = "STT | Tiêu chí | Điểm tối đa | Cách tính điểm";

/// Converts a document; gives the text of the set, and findings by code and cell.
fn converted(bytes: &[u8]) -> (String, Vec<String>) {
    let opened = open_table(bytes, "phu-luc.docx");
    let document = opened.value.unwrap_or_else(|| panic!("{:?}", opened.findings));
    let made = convert(&document.book, "phu-luc.docx", &Options::default());
    let findings = changes(&document, "phu-luc.docx").into_iter().chain(made.findings);
    let said = findings.map(|one| format!("{} {}: {}", one.code.id, one.place.cell.clone().unwrap_or_default(), one.message.vi));
    (made.value.unwrap().yaml, said.collect())
}

/// Lists ids, names and maxima.
fn shape(yaml: &str) -> Vec<String> {
    linted(yaml).walk().into_iter().map(|(_, one)| format!("{} {} {}", one.id, one.name, one.max)).collect()
}

#[test]
fn tables_over_several_pages_are_one() {
    let title = paragraph("BỘ TIÊU CHÍ") + &paragraph("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của UBND tỉnh Long An)");
    let first = table(4, &(row(HEAD) + &row("I | Chỉ đạo | 3 |") + &row("1 | Kế hoạch | 1 | Có: 1⏎Không: 0")));
    // The heading again, and a row that the page broke: its rule goes on.
    let second = table(
        4,
        &(row(HEAD)
            + &row("2 | Công chức đạt chuẩn | 2 | Trên 90%: 2")
            + &row(" |  |  | Từ 70% đến 90%: 1")
            + &row(" |  |  | Dưới 70%: 0")),
    );
    let (yaml, findings) = converted(&document(&(title + &first + &paragraph("") + &second + &paragraph("Nơi nhận:")), None));
    assert_eq!(shape(&yaml), ["1 Chỉ đạo 3", "1.1 Kế hoạch 1", "1.2 Công chức đạt chuẩn 2"]);
    assert!(yaml.contains("document: 12/QĐ-UBND, date: 2026-03-05"), "{yaml}");
    assert!(yaml.contains("- { from: 70%, up_to: 90%, points: 1 }"), "{yaml}");
    assert_eq!(findings, Vec::<String>::new());
}

#[test]
fn merged_cells_and_nested_tables_keep_their_words() {
    let merged = "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>".to_owned()
        + &cell("Báo cáo")
        + "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc>"
        + &cell("Đủ: 2 điểm")
        + "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        + &cell("")
        + "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        + &cell("Không đủ: 0 điểm")
        + "</w:tr>";
    let wide = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>".to_owned()
        + &paragraph("II. Thể chế")
        + "</w:tc>"
        + &cell("1")
        + &cell("")
        + "</w:tr>";
    let nested = format!(
        "<w:tr>{}{}{}<w:tc><w:tcPr/>{}<w:p/></w:tc></w:tr>",
        cell("2"),
        cell("Rà soát"),
        cell("1"),
        table(1, &(row("Có: 1") + &row("Không: 0")))
    );
    let (yaml, _) = converted(&document(&table(4, &(row(HEAD) + &row("I | Chỉ đạo | 2 |") + &merged + &wide + &nested)), None));
    assert_eq!(shape(&yaml), ["1 Chỉ đạo 2", "1.1 Báo cáo 2", "2 Thể chế 1", "2.2 Rà soát 1"]);
    assert!(yaml.contains("met: 2, unmet: 0") && yaml.contains("met: 1, unmet: 0"), "{yaml}");
}

#[test]
fn numbers_that_word_counts_are_read_as_shown() {
    let level = |n: usize, format: &str, text: &str| {
        format!("<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>")
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "upperRoman", "%1"),
        level(1, "decimal", "%2.")
    );
    let counted = |level: u32, rest: &str| {
        let number =
            format!("<w:tc><w:tcPr/><w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:p></w:tc>");
        format!("<w:tr>{number}{}</w:tr>", rest.split('|').map(|words| cell(words.trim())).collect::<String>())
    };
    let rows = counted(0, "Chỉ đạo | 2 |")
        + &counted(1, "Kế hoạch | 1 | Có: 1; không: 0")
        + &counted(1, "Báo cáo | 1 | Có: 1; không: 0")
        + &counted(0, "Thể chế | 1 |")
        + &counted(1, "Rà soát | 1 | Có: 1; không: 0");
    let (yaml, _) = converted(&document(&table(4, &(row(HEAD) + &rows)), Some(&numbering)));
    assert_eq!(shape(&yaml), ["1 Chỉ đạo 2", "1.1 Kế hoạch 1", "1.2 Báo cáo 1", "2 Thể chế 1", "2.1 Rà soát 1"]);
}

#[test]
fn what_was_changed_is_told() {
    let changed = "<w:tr>".to_owned()
        + &cell("1")
        + &cell("Kế hoạch")
        + "<w:tc><w:tcPr/><w:p><w:del w:id=\"1\"><w:r><w:delText>1</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>2</w:t></w:r></w:ins></w:p></w:tc>"
        + "<w:tc><w:tcPr/><w:p><w:r><w:t>Có: 2; không: 0</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>; chậm: 1</w:t></w:r></w:p></w:tc></w:tr>"
        + "<w:tr><w:trPr><w:del w:id=\"3\"/></w:trPr>"
        + &cell("2")
        + &cell("Đã bỏ")
        + &cell("9")
        + &cell("")
        + "</w:tr>";
    let (yaml, findings) = converted(&document(&table(4, &(row(HEAD) + &changed)), None));
    assert_eq!(shape(&yaml), ["1 Kế hoạch 2"]);
    assert_eq!(
        findings[..2],
        [
            "C323 C2: bỏ “1” và đọc “2” theo thay đổi còn theo dõi trong văn bản",
            "C323 D2: bỏ “; chậm: 1” đã xóa, gạch ngang hoặc ẩn trong văn bản",
        ]
    );
}

#[test]
fn the_words_of_a_decision_above_another_table_are_not_its_heading() {
    let basis = paragraph("Căn cứ Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ;");
    let title = paragraph("(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 10/02/2026 của UBND tỉnh Cà Mau)");
    let (yaml, _) = converted(&document(&(basis + &title + &table(4, &(row(HEAD) + &row("1 | Kế hoạch | 1 | Có: 1; không: 0")))), None));
    assert!(yaml.contains("set: ca-mau-5-2026"), "{yaml}");
}

#[test]
fn a_table_for_each_area_below_its_heading_is_one_set() {
    let title = paragraph("BỘ TIÊU CHÍ (Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của UBND tỉnh Long An)");
    let first = table(4, &(row(HEAD) + &row("1 | Kế hoạch | 1 | Có: 1⏎Không: 0") + &row("2 | Báo cáo | 2 | Đủ: 2; thiếu: 0")));
    let second = table(4, &(row(HEAD) + &row("1 | Công chức đạt chuẩn | 3 | Trên 90%: 3; từ 70% đến 90%: 1; dưới 70%: 0")));
    for (one, two) in [
        ("I. CÔNG TÁC CHỈ ĐẠO", "II. CẢI CÁCH THỦ TỤC"),
        ("LĨNH VỰC 1: CÔNG TÁC CHỈ ĐẠO", "LĨNH VỰC 2: CẢI CÁCH THỦ TỤC"),
        ("A. CÔNG TÁC CHỈ ĐẠO", "B. CẢI CÁCH THỦ TỤC"),
    ] {
        let body = title.clone() + &paragraph(one) + &first + &paragraph(two) + &second;
        let (yaml, findings) = converted(&document(&body, None));
        let expected = ["1 CÔNG TÁC CHỈ ĐẠO 3", "1.1 Kế hoạch 1", "1.2 Báo cáo 2", "2 CẢI CÁCH THỦ TỤC 3", "2.1 Công chức đạt chuẩn 3"];
        assert_eq!(shape(&yaml), expected, "{one}");
        assert!(matches!(findings.as_slice(), [joined] if joined.starts_with("C328")), "{findings:?}");
        assert!(yaml.contains("# Hàng 3, Bảng 2"), "{yaml}");
    }
    // A heading without a number above numbers that have one.
    let dotted = |n: usize| table(4, &(row(HEAD) + &row(&format!("{n}.1 | Việc | 2 | Có: 2; không: 0"))));
    let body = title.clone() + &paragraph("LĨNH VỰC CHỈ ĐẠO") + &dotted(1) + &paragraph("LĨNH VỰC THỂ CHẾ") + &dotted(2);
    assert_eq!(shape(&converted(&document(&body, None)).0), ["1 LĨNH VỰC CHỈ ĐẠO 2", "1.1 Việc 2", "2 LĨNH VỰC THỂ CHẾ 2", "2.1 Việc 2"]);
    // The same numbers below other words are another set.
    let body = title + &paragraph("Bảng điểm của sở") + &first + &paragraph("Bảng điểm của xã") + &second;
    let (yaml, findings) = converted(&document(&body, None));
    assert_eq!(shape(&yaml), ["1 Kế hoạch 1", "2 Báo cáo 2"]);
    assert!(findings.iter().any(|said| said.starts_with("C301")), "{findings:?}");
}

#[test]
fn no_document_does_harm() {
    // Cells that span more columns than any sheet has, tables inside of tables, elements that never end.
    let span = format!("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr>{}</w:tc>{}</w:tr>", paragraph("a"), cell("b"));
    let deep = "<w:tbl><w:tr><w:tc>".repeat(3_000) + &paragraph("x") + &"</w:tc></w:tr></w:tbl>".repeat(3_000);
    for body in [table(2, &span.repeat(300)), deep, "<w:tbl><w:tr><w:tc>".into(), "<w:p><w:r><w:t>".into()] {
        let opened = open_table(&document(&body, None), "a.docx");
        assert!(opened.value.is_some() || !opened.findings.is_empty());
    }
    // A document is no workbook for anything but this.
    let refused = parindex::workbook::open(&document(&table(1, &row("a")), None), "a.docx");
    assert!(refused.value.is_none());
    assert!(refused.findings[0].message.vi.contains("văn bản Word"), "{}", refused.findings[0].message.vi);
    assert_eq!(position("B2"), Some((1, 1)));
}

#[test]
fn paragraphs_below_the_table_are_kept_and_told() {
    let title = paragraph("BỘ TIÊU CHÍ") + &paragraph("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của UBND tỉnh Long An)");
    let rows = table(4, &(row(HEAD) + &row("I | Chỉ đạo | 1 |") + &row("1 | Kế hoạch | 1 | Có: 1⏎Không: 0")));
    let note = "Ghi chú: Điểm trừ không vượt quá tổng điểm đạt được.";
    let (yaml, findings) = converted(&document(&(title + &rows + &paragraph(note) + &paragraph("Nơi nhận: như trên")), None));
    assert!(yaml.contains(note) && yaml.contains("Nơi nhận: như trên"), "{yaml}");
    assert!(yaml.contains("yes_no:"), "{yaml}");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings.iter().any(|said| said.starts_with("C330") && said.contains(note)), "{findings:?}");
}

/// The table goes on over page ends: headings and the numbers of columns again, a rule that goes on without its number, a row of
/// the total in the column of numbers.
#[test]
fn a_table_over_page_ends_keeps_its_tree_and_its_lines() {
    let index = row("(1) | (2) | (3) | (4)");
    let rows = row(HEAD)
        + &index
        + &row("I | CẢI CÁCH THỂ CHẾ | 5 |")
        + &row("I.1 | Ban hành văn bản⏎đúng thẩm quyền | 3 | Ban hành đúng: 3 điểm")
        + &row(HEAD)
        + &index
        + &row(" |  |  | Chủ tịch UBND xã ký sai thẩm quyền: 0 điểm")
        + &row("I.2 | Rà soát văn bản | 2 | - Từ 90% trở lên: 2 điểm⏎- Từ 70% đến dưới 90%: 1 điểm")
        + &row(HEAD)
        + &row(" |  |  | - Dưới 70%: 0 điểm")
        + &row("II | CÔNG VỤ | 2 |")
        + &row("II.1 | Đào tạo | 2 | Có: 2 điểm⏎Không: 0 điểm")
        + &row("Tổng cộng |  | 7 |");
    let (yaml, findings) = converted(&document(&(table(4, &rows) + &paragraph("CHỦ TỊCH")), None));
    assert_eq!(
        shape(&yaml),
        ["1 CẢI CÁCH THỂ CHẾ 5", "1.1 Ban hành văn bản đúng thẩm quyền 3", "1.2 Rà soát văn bản 2", "2 CÔNG VỤ 2", "2.1 Đào tạo 2"]
    );
    let own = |id: &str| yaml.split(&format!("- id: \"{id}\"")).nth(1).unwrap().split("- id:").next().unwrap().to_owned();
    assert!(own("1.1").contains("Chủ tịch UBND xã ký sai thẩm quyền: 0 điểm"), "{}", own("1.1"));
    assert!(own("1.2").contains("- { below: 70%, points: 0 }"), "{}", own("1.2"));
    // Of documents there may be none.
    assert!(findings.iter().all(|one| one.starts_with("C314") || one.starts_with("C313 D8")), "{findings:?}");
}
