//! Workbooks written in every way that Excel reads: values in pieces, parts under other names, in other encodings.

use std::io::{Cursor, Seek, Write};
use std::path::Path;

use parindex::workbook::{self, Value};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::raw::{edited, told, unzip, workbook, workbook_with, zip};

/// Reads the first cells of a row.
fn shown(bytes: &[u8]) -> Vec<String> {
    let opened = workbook::open(bytes, "bieu.xlsx");
    let book = opened.value.unwrap_or_else(|| panic!("{}", told(&opened.findings)));
    book.sheets[0].row(0).map(|(_, cell)| cell.shown()).collect()
}

#[test]
fn a_value_in_pieces_is_read_whole() {
    for (cell, value) in [
        ("<c r=\"A1\"><v>4<!-- -->8</v></c>", "48"),
        ("<c r=\"A1\"><v><![CDATA[48]]></v></c>", "48"),
        ("<c r=\"A1\"><v>4<![CDATA[8]]></v></c>", "48"),
        ("<c r=\"A1\"><v>&#52;8</v></c>", "48"),
        ("<c r=\"A1\"><v>4&#x38;</v></c>", "48"),
        ("<c r=\"A1\" t=\"n\"><v>4<?x y?>8</v></c>", "48"),
        ("<c r=\"A1\"><v>40 </v></c>", "40"),
        ("<c r=\"A1\" t=\"n\"><v>\n 40\n</v></c>", "40"),
        ("<c r=\"A1\"><v>4.0E1</v></c>", "40"),
        ("<c r=\"A1\"><!-- a note --><v>48</v></c>", "48"),
        ("<c r=\"A1\"><v>48</v><extLst><ext><x>9</x></ext></extLst></c>", "48"),
        ("<c r=\"A1\" t=\"b\"><v> 1 </v></c>", "TRUE"),
        ("<c r=\"A1\" t=\"s\"><v>&#48;</v></c>", "Sở Nội vụ"),
        ("<c r=\"A1\" t=\"str\"><f>A2</f><v>Sở<!-- --> Nội &#x76;ụ</v></c>", "Sở Nội vụ"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t>Sở <![CDATA[Nội]]> vụ</t></is></c>", "Sở Nội vụ"),
        (
            "<c r=\"A1\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\">Sở </t></r><r><rPr><b/></rPr><t>Nội vụ</t></r></is></c>",
            "Sở Nội vụ",
        ),
        ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>4</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>", "4¹"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><vertAlign val=\"baseline\"/></rPr><t>41</t></r></is></c>", "41"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t>Sở Nội vụ</t><rPh sb=\"0\" eb=\"1\"><t>so</t></rPh></is></c>", "Sở Nội vụ"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t>Sở_x000D_Nội_x005F_vụ</t></is></c>", "Sở Nội_vụ"),
        ("<c t=\"n\"><v>48</v></c>", "48"),
    ] {
        let sheet = format!("<worksheet><sheetData><row r=\"1\">{cell}</row></sheetData></worksheet>");
        let strings =
            "<sst><si><r><t xml:space=\"preserve\">Sở </t></r><r><t>Nội<!-- --> vụ</t></r><rPh sb=\"0\"><t>x</t></rPh></si></sst>";
        assert_eq!(shown(&workbook_with(&sheet, Some(strings))), [value], "{cell}");
    }
}

#[test]
fn an_odd_cell_costs_that_cell() {
    for (cell, says) in [
        ("<c r=\"B1\" t=\"n\"><v>40,0</v></c>", "S013 Ô B1 lưu “40,0” sai quy cách của tệp Excel nên không được đọc."),
        ("<c r=\"B1\"><v>40,0</v></c>", "S013 Ô B1 lưu “40,0” sai quy cách của tệp Excel nên không được đọc."),
        ("<c r=\"B1\"><v>NaN</v></c>", "S013 Ô B1 lưu “NaN” sai quy cách của tệp Excel nên không được đọc."),
        ("<c r=\"B1\"><v>4&x;8</v></c>", "S013 Ô B1 lưu “4\u{FFFD}8” sai quy cách của tệp Excel nên không được đọc."),
        ("<c r=\"B1\" t=\"s\"><v>7</v></c>", "S013 Ô B1 lưu “7” sai quy cách của tệp Excel nên không được đọc."),
        ("<c r=\"B1\" t=\"b\"><v>2</v></c>", "S013 Ô B1 lưu “2” sai quy cách của tệp Excel nên không được đọc."),
        ("<c r=\"B1\" t=\"zz\"><v>2</v></c>", "S013 Ô B1 lưu “2” sai quy cách của tệp Excel nên không được đọc."),
        ("<c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c>", "S013 Ô B1 lưu “2” sai quy cách của tệp Excel nên không được đọc."),
        ("<c r=\"B1\"><v>4</v><v>0</v></c>", "S013 Ô B1 lưu “40” sai quy cách của tệp Excel nên không được đọc."),
        (
            "<c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"B1\"><v>3</v></c>",
            "S013 Ô B1 lưu “2” sai quy cách của tệp Excel nên không được đọc.\nS013 Ô B1 lưu “3” sai quy cách của tệp Excel nên không được đọc.",
        ),
        (
            "<c r=\"B1\"><v>x</v></c><c r=\"B1\"><v>2</v></c>",
            "S013 Ô B1 lưu “x” sai quy cách của tệp Excel nên không được đọc.\nS013 Ô B1 lưu “2” sai quy cách của tệp Excel nên không được đọc.",
        ),
        ("<c r=\"$B\"><v>1</v></c>", "S013 Có ô mang địa chỉ “$B”, không phải địa chỉ ô, nên không được đọc."),
    ] {
        let row = format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c>{cell}<c r=\"C1\"><v>3</v></c></row>");
        let bytes = workbook(&row);
        assert_eq!(shown(&bytes), ["1", "3"], "{cell}");
        assert_eq!(told(&workbook::open(&bytes, "bieu.xlsx").findings), says, "{cell}");
    }
}

/// Renames parts and changes their content.
fn changed(bytes: &[u8], change: impl Fn(String, Vec<u8>) -> (String, Vec<u8>)) -> Vec<u8> {
    let parts: Vec<(String, Vec<u8>)> = unzip(bytes).into_iter().map(|(name, bytes)| change(name, bytes)).collect();
    zip(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect::<Vec<_>>())
}

/// Packs the parts of a workbook again, into a file or as a stream that is never gone back in.
fn packed(bytes: &[u8], options: SimpleFileOptions, as_stream: bool) -> Vec<u8> {
    fn fill<W: Write + Seek>(mut writer: ZipWriter<W>, bytes: &[u8], options: SimpleFileOptions) -> W {
        for (name, content) in unzip(bytes) {
            writer.start_file(name, options).unwrap();
            writer.write_all(&content).unwrap();
        }
        writer.finish().unwrap()
    }
    if as_stream {
        fill(ZipWriter::new_stream(Vec::new()), bytes, options).into_inner()
    } else {
        fill(ZipWriter::new(Cursor::new(Vec::new())), bytes, options).into_inner()
    }
}

/// Gives text in UTF-16.
fn wide(xml: &[u8], mark: &[u8], unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let text = String::from_utf8(xml.to_vec()).unwrap().replace("UTF-8", "UTF-16");
    [mark, &text.encode_utf16().flat_map(unit).collect::<Vec<u8>>()].concat()
}

#[test]
fn parts_are_found_however_they_are_named_and_encoded() {
    let whole = workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Sở</t></is></c><c r=\"B1\" s=\"1\"><v>0.8</v></c></row>");
    let is_xml = |name: &str| [Some("xml"), Some("rels")].contains(&Path::new(name).extension().and_then(|ending| ending.to_str()));
    let same = |with: &dyn Fn(&str) -> String| changed(&whole, |name, bytes| (with(&name), bytes));
    let recoded = |with: &dyn Fn(&[u8]) -> Vec<u8>| {
        changed(&whole, |name, bytes| {
            let bytes = if is_xml(&name) { with(&bytes) } else { bytes };
            (name, bytes)
        })
    };
    let targets = |from: &str, to: &str| edited(&whole, "xl/_rels/workbook.xml.rels", |xml| xml.replace(from, to));
    let strict = changed(&whole, |name, bytes| {
        let xml = String::from_utf8(bytes).unwrap();
        let xml = xml.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main");
        let kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        (name, xml.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", kinds).into_bytes())
    });
    let prefixed = edited(&whole, "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("</", "\u{1}").replace('<', "<x:").replace('\u{1}', "</x:").replace("xmlns=", "xmlns:x=")
    });
    let cases = [
        ("as usual", whole.clone()),
        ("backslashes", same(&|name| name.replace('/', "\\"))),
        ("capitals", same(&str::to_uppercase)),
        ("a slash before", same(&|name| format!("/{name}"))),
        ("targets from the root", targets("Target=\"", "Target=\"/xl/")),
        ("targets with dots", targets("Target=\"", "Target=\"./../xl/")),
        ("targets with backslashes", targets("worksheets/", "worksheets\\")),
        ("strict", strict),
        ("a prefix", prefixed),
        ("a mark of UTF-8", recoded(&|xml| [b"\xEF\xBB\xBF", xml].concat())),
        ("UTF-16", recoded(&|xml| wide(xml, b"\xFF\xFE", u16::to_le_bytes))),
        ("UTF-16, the other way round", recoded(&|xml| wide(xml, b"\xFE\xFF", u16::to_be_bytes))),
        ("UTF-16 without a mark", recoded(&|xml| wide(xml, b"", u16::to_le_bytes))),
        ("zip64", packed(&whole, SimpleFileOptions::default().large_file(true), false)),
        ("sizes behind the content", packed(&whole, SimpleFileOptions::default(), true)),
        ("not compressed", packed(&whole, SimpleFileOptions::default().compression_method(CompressionMethod::Stored), false)),
    ];
    for (what, bytes) in cases {
        assert_eq!(shown(&bytes), ["Sở", "80%"], "{what}");
    }
    let latin = edited(&whole, "xl/worksheets/sheet1.xml", |xml| format!("<?xml version=\"1.0\" encoding=\"windows-1252\"?>{xml}"));
    assert!(told(&workbook::open(&latin, "a.xlsx").findings).starts_with("S003 Tệp “a.xlsx” bị hỏng"));
}

#[test]
fn a_main_part_under_another_name_is_told_in_its_own_words() {
    let whole = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    for name in ["xl/workbook2.xml", "workbook.xml", "xl/book/workbook.xml"] {
        let bytes = changed(&whole, |part, bytes| (if part == "xl/workbook.xml" { name.to_owned() } else { part }, bytes));
        let says = "S012 Tệp “bieu.xlsx” là tệp Excel được ghi theo cách lạ: phần chính không nằm ở chỗ Excel thường ghi. Mở bằng Excel rồi lưu lại.";
        assert_eq!(told(&workbook::open(&bytes, "bieu.xlsx").findings), says, "{name}");
    }
}

#[test]
fn days_count_from_the_year_that_the_book_says() {
    let whole = workbook("<row r=\"1\"><c r=\"A1\" s=\"2\"><v>42433</v></c></row>");
    assert_eq!(shown(&whole), ["04/03/2016"]);
    let old = edited(&whole, "xl/workbook.xml", |xml| xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
    assert_eq!(shown(&old), ["05/03/2020"]);
}

#[test]
fn old_workbooks_are_read_whatever_case_their_stream_has() {
    let good = std::fs::read("tests/good/forms/libreoffice.xls").unwrap();
    let as_read = workbook::open(&good, "a.xls").value.unwrap();
    let mut file = cfb::CompoundFile::open(Cursor::new(good)).unwrap();
    let mut stream = Vec::new();
    std::io::Read::read_to_end(&mut file.open_stream("/Workbook").unwrap(), &mut stream).unwrap();
    for name in ["/WORKBOOK", "/workbook", "/Book", "/BOOK"] {
        let mut made = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for (name, content) in [(name, stream.as_slice()), ("/Short", b"x")] {
            std::io::Write::write_all(&mut made.create_stream(name).unwrap(), content).unwrap();
        }
        let opened = workbook::open(&made.into_inner().into_inner(), "a.xls");
        assert_eq!(opened.value.as_ref(), Some(&as_read), "{name}: {}", told(&opened.findings));
    }
}

#[test]
fn a_formula_without_a_result_is_no_value() {
    let cells = "<c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><f>1+1</f><v></v></c><c r=\"C1\"><f t=\"shared\" si=\"0\"/></c>\
                 <c r=\"D1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"E1\"><f>1+1</f><v>2</v></c>";
    let book = workbook::open(&workbook(&format!("<row r=\"1\">{cells}</row>")), "a.xlsx").value.unwrap();
    let values: Vec<&Value> = book.sheets[0].row(0).map(|(_, cell)| &cell.value).collect();
    let uncomputed = |formula: &str| Value::Uncomputed(formula.into());
    assert_eq!(values, [&uncomputed("=1+1"), &uncomputed("=1+1"), &uncomputed("=…"), &Value::Number(2.into())]);
}

#[test]
fn cells_come_out_the_same_however_plainly_they_are_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/long-an-2018/submissions");
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>IF(B1&lt;2,&quot;a&amp;b&quot;,\"\")</f><v>a&amp;b &gt; c</v></c>\
         <c r=\"B1\" s=\"0\"><f>1+1</f></c><c r=\"C1\"/><c r=\"D1\" t=\"b\"><v>1</v></c><c><v>7.25</v></c><c r=\"A1\"><v>9</v></c>\
         <c r=\"G1\"><f>HYPERLINK(\"https://a.vn/?b&amp;c\",\"xem\")</f><v>0</v></c></row><row><c><v>8</v></c></row>";
    let forms = names.into_iter().take(2).map(|name| std::fs::read(name).unwrap()).chain([workbook(rows)]);
    for form in forms {
        let plain = workbook::open(&form, "bieu.xlsx");
        assert!(plain.value.is_some());
        // A comment in each cell and each text is nothing, but nobody reads over it.
        let marked = unzip(&form).into_iter().map(|(name, bytes)| {
            let marked = String::from_utf8(bytes).map(|xml| xml.replace("</c>", "<!-- --></c>").replace("</si>", "<!-- --></si>"));
            (name, marked.unwrap().into_bytes())
        });
        let marked: Vec<(String, Vec<u8>)> = marked.collect();
        let marked = zip(&marked.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect::<Vec<_>>());
        assert_eq!(workbook::open(&marked, "bieu.xlsx"), plain);
    }
}
