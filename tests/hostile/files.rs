//! Files that would make a careless reader fall over, hang, or take all the memory there is; each with what is said of it.

use std::fmt::Write as _;

use crate::intake::raw::{bomb, edited, locked, workbook, workbook_with, zip};

/// File that means harm.
#[derive(Debug)]
pub struct Hostile {
    /// What is wrong with it.
    pub what: String,
    /// Its name.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// One of these codes is told of it; none where the lie does no harm.
    pub codes: &'static [&'static str],
}

/// Campaign that they are sent in to.
pub const CAMPAIGN: &str = "tests/good/campaign";
/// No form at all, or no form of ours.
const NO_FORM: &[&str] = &["C241", "S020"];

/// Makes them all.
pub fn files() -> Vec<Hostile> {
    let mut files = promises();
    files.extend(bombs());
    files.extend(damaged());
    let old = std::fs::read("tests/good/forms/libreoffice.xls").unwrap();
    files.push(hostile("one text shared without end", "bieu.xls", sharing(60_000, 32_000), &["S009"]));
    files.extend(lying(&old).into_iter().map(|(what, bytes, codes)| hostile(what, "bieu.xls", bytes, codes)));
    files
}

/// Names a file.
fn hostile(what: &str, name: &'static str, bytes: Vec<u8>, codes: &'static [&'static str]) -> Hostile {
    Hostile { what: what.to_owned(), name, bytes, codes }
}

/// Makes workbooks that promise more than they hold.
fn promises() -> Vec<Hostile> {
    let number = "<c r=\"@\"><v>1</v></c>";
    let far =
        |cell: &str| format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"{cell}1048576\"><v>1</v></c></row>");
    let dimension = format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{}</sheetData></worksheet>", rows(1, 1, number));
    let strings = |count: &str, items: &str| format!("<sst count=\"1\" uniqueCount=\"{count}\">{items}</sst>");
    let shared = "<c r=\"@\" t=\"s\"><v>0</v></c>";
    let one_shared = |items: &str| workbook_with(&sheet(&rows(1, 1, shared)), Some(items));
    let long = strings("1", &format!("<si><t>{}</t></si>", "x".repeat(1 << 20)));
    let laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha ha ha ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let laughing = sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&c;</t></is></c></row>");
    let nested = format!("{}{}", "<row r=\"1\">".repeat(200_000), "</row>".repeat(200_000));
    let merged = format!(
        "<worksheet><sheetData>{}</sheetData><mergeCells>{}</mergeCells></worksheet>",
        rows(1, 1, number),
        "<mergeCell ref=\"A1:A1048576\"/>".repeat(400_000)
    );
    let absent = workbook_with(&sheet(&rows(1, 1, "<c r=\"@\" t=\"s\"><v>99</v></c>")), Some(&strings("1", "<si><t>a</t></si>")));
    let book = "bieu.xlsx";
    vec![
        hostile("declared size", book, workbook_with(&dimension, None), NO_FORM),
        hostile("merged over every row, again and again", book, workbook_with(&merged, None), NO_FORM),
        hostile("opposite corners", book, workbook(&far("XFD")), &["S010"]),
        hostile("stray cell at the bottom", book, workbook(&far("J")), &["S010"]),
        hostile("a count of strings", book, one_shared(&strings("4294967295", "<si><t>a</t></si>")), NO_FORM),
        hostile("a string that is not there", book, absent, &["S013"]),
        hostile("one long text in many cells", book, workbook_with(&sheet(&rows(2_000, 10, shared)), Some(&long)), &["S010"]),
        hostile("more rows than any form", book, workbook(&rows(60_000, 10, number)), &["S010"]),
        hostile("as many cells as are let through", book, workbook(&rows(19_999, 25, number)), NO_FORM),
        hostile("as many as are let through, with text", book, workbook_with(&sheet(&rows(19_999, 25, shared)), Some(&short())), NO_FORM),
        hostile("a table of criteria of as many rows", "so-a.xlsx", workbook(&criteria()), &["S083"]),
        hostile("a list of evidence of as many rows", "so-a.xlsx", workbook(&evidence()), &["S061"]),
        hostile("entities in entities", book, workbook_with(&format!("{laughs}{laughing}"), None), &["C241", "S003", "S020"]),
        hostile("rows in rows", book, workbook(&nested), &["C241", "S003", "S020"]),
        hostile("an .ods of repeated cells", "bieu.ods", repeated("<text:p>x</text:p>"), &["S010"]),
        hostile("an .ods of repeated nothing", "bieu.ods", repeated(""), NO_FORM),
    ]
}

/// Gives a table of one short text.
fn short() -> String {
    "<sst count=\"1\" uniqueCount=\"1\"><si><t>Kế hoạch số 12/KH-UBND ngày 05/01/2026</t></si></sst>".to_owned()
}

/// Makes a province's form with as many rows as are let through, none of them of any set.
fn criteria() -> String {
    let text = |at: &str, words: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let headings = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Tài liệu kiểm chứng", "Giải trình", "Ghi chú"];
    let header: String = ('A'..).zip(headings).map(|(letter, words)| text(&format!("{letter}1"), words)).collect();
    let mut rows = format!("<row r=\"1\">{header}</row>");
    for row in 2..20_000 {
        write!(rows, "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c>").unwrap();
        rows.push_str(&text(&format!("B{row}"), &format!("Tiêu chí bịa số {row} về cải cách hành chính")));
        write!(rows, "<c r=\"C{row}\"><v>2</v></c><c r=\"D{row}\"><v>1</v></c>").unwrap();
        for letter in ['E', 'F', 'G'] {
            let words = "Kế hoạch số 12/KH-UBND ngày 05/01/2026; Báo cáo số 7/BC-SNV ngày 6/1/2026, mục II, trang 3";
            rows.push_str(&text(&format!("{letter}{row}"), words));
        }
        rows.push_str("</row>");
    }
    rows
}

/// Makes a province's form with a list of evidence below it as long as is let through, its criteria none of any set.
fn evidence() -> String {
    let text = |at: &str, words: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let header = |row: u32, headings: [&str; 4]| {
        let cells: String = ('A'..).zip(headings).map(|(letter, words)| text(&format!("{letter}{row}"), words)).collect();
        format!("<row r=\"{row}\">{cells}</row>")
    };
    let mut rows = header(1, ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]);
    rows.push_str(&header(2, ["1.1", "Ban hành kế hoạch", "2", "2"]));
    rows.push_str(&header(4, ["STT", "Tiêu chí", "Tài liệu kiểm chứng", "Ghi chú"]));
    for row in 5..20_000 {
        let cells = [
            text(&format!("A{row}"), "1"),
            text(&format!("B{row}"), &format!("Tiêu chí bịa số {row} về cải cách hành chính")),
            text(&format!("C{row}"), "Kế hoạch số 12/KH-UBND ngày 05/01/2026; Báo cáo số 7/BC-SNV ngày 6/1/2026, mục II, trang 3"),
            text(&format!("D{row}"), "mục II, trang 3"),
        ];
        write!(rows, "<row r=\"{row}\">{}</row>", cells.concat()).unwrap();
    }
    rows
}

/// Makes a sheet of LibreOffice whose one cell is said to stand in every row and column.
fn repeated(content: &str) -> Vec<u8> {
    let kind = if content.is_empty() { "" } else { "office:value-type=\"string\" " };
    let cell = format!("<table:table-cell {kind}table:number-columns-repeated=\"16384\">{content}</table:table-cell>");
    let sheet = format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"T\">{sheet}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    zip(&[("mimetype", kind.to_vec()), ("content.xml", content.into_bytes())])
}

/// Makes zips that unfold without end.
fn bombs() -> Vec<Hostile> {
    let part = vec![b' '; 30 << 20];
    let names: Vec<String> = (0..12).map(|n| format!("xl/media/{n}.bin")).collect();
    let many: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (name.as_str(), part.clone())).collect();
    // One sheet of 1 MB that the workbook lists again and again.
    let again: String = (2..3_000).fold(String::new(), |mut all, n| {
        write!(all, "<sheet name=\"T{n}\" sheetId=\"{n}\" r:id=\"rId1\"/>").unwrap();
        all
    });
    let book = workbook(&rows(2_000, 25, "<c r=\"@\"><v>1</v></c>"));
    let listed = edited(&book, "xl/workbook.xml", |xml| xml.replace("</sheets>", &format!("{again}</sheets>")));
    vec![
        hostile("one part of 300 MB", "bieu.xlsx", bomb("xl/worksheets/sheet1.xml", 300), &["S009"]),
        hostile("twelve parts of 30 MB", "bieu.xlsx", zip(&many), &["S009"]),
        hostile("a sheet listed 3,000 times", "bieu.xlsx", listed, &["S009", "S010"]),
    ]
}

/// Makes files that are damaged, or something else than they say.
fn damaged() -> Vec<Hostile> {
    let whole = std::fs::read("tests/good/forms/openpyxl.xlsx").unwrap();
    let old = std::fs::read("tests/good/forms/libreoffice.xls").unwrap();
    vec![
        hostile("half a workbook", "nua.xlsx", whole[..whole.len() / 2].to_vec(), &["S003"]),
        hostile("a workbook without its end", "duoi.xlsx", whole[..whole.len() - 30].to_vec(), &["S003"]),
        hostile("half an old workbook", "nua.xls", old[..old.len() / 2].to_vec(), &["S003"]),
        hostile("nothing", "rong.xlsx", Vec::new(), &["S002"]),
        hostile("plain text", "chu.xlsx", b"Don vi,Diem\n".to_vec(), &["S007"]),
        hostile("a web page", "trang.xls", b"<html><table></table></html>".to_vec(), &["S006"]),
        hostile("a document", "tai-lieu.xlsx", b"%PDF-1.7".to_vec(), &["S001"]),
        hostile("behind a password", "mat-khau.xlsx", locked(), &["S004"]),
        hostile("a lock file", "~$bieu.xlsx", b"user".to_vec(), &["S005"]),
    ]
}

/// Makes rows of cells that all hold the same.
fn rows(count: u32, columns: u8, cell: &str) -> String {
    let mut xml = String::new();
    for row in 1..=count {
        write!(xml, "<row r=\"{row}\">").unwrap();
        for column in 0..columns {
            let letter = char::from(b'A' + column);
            xml.push_str(&cell.replace('@', &format!("{letter}{row}")));
        }
        xml.push_str("</row>");
    }
    xml
}

/// Wraps rows up as a sheet.
fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// Makes old workbooks whose records promise what the file does not hold.
fn lying(good: &[u8]) -> Vec<(&'static str, Vec<u8>, &'static [&'static str])> {
    let patched = |record: &[u8], at: usize, with: &[u8]| {
        let found = good.windows(record.len()).position(|window| window == record).unwrap() + 4 + at;
        let mut bytes = good.to_vec();
        bytes[found..found + with.len()].copy_from_slice(with);
        bytes
    };
    let header = |at: usize, with: &[u8]| {
        let mut bytes = good.to_vec();
        bytes[at..at + with.len()].copy_from_slice(with);
        bytes
    };
    vec![
        ("dimensions", patched(&[0x00, 0x02, 0x0E, 0x00], 0, &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]), &["S009"]),
        ("dimensions, turned round", patched(&[0x00, 0x02, 0x0E, 0x00], 0, &[0xFF, 0xFF, 0xFF, 0x7F, 1, 0, 0, 0]), &["S009"]),
        ("sector size", header(30, &[0xFF, 0xFF]), &["S003"]),
        ("count of FAT sectors", header(44, &[0xFF, 0xFF, 0xFF, 0x7F]), &[]),
        ("first directory sector", header(48, &[0xFE, 0xFF, 0xFF, 0x7F]), &["S003"]),
        ("count of DIFAT sectors", header(68, &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F]), &["S003"]),
    ]
}

/// Makes an old workbook whose cells share one text of the greatest length: 33 KB of letters in a file, gigabytes in memory.
pub fn sharing(cells: u16, letters: u16) -> Vec<u8> {
    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes()[..], data].concat()
    }
    let bof = |kind: u16| record(0x0809, &[&0x0600_u16.to_le_bytes()[..], &kind.to_le_bytes()[..], &[0; 12]].concat());
    let mut table = [1_u32.to_le_bytes(), 1_u32.to_le_bytes()].concat();
    table.extend(letters.to_le_bytes());
    table.push(0);
    let first = 8_000.min(usize::from(letters));
    table.extend(vec![b'x'; first]);
    let mut strings = record(0x00FC, &table);
    let mut left = usize::from(letters) - first;
    while left > 0 {
        let part = left.min(8_000);
        strings.extend(record(0x003C, &[vec![0], vec![b'x'; part]].concat()));
        left -= part;
    }
    let tab = |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 1, 0, b'T']].concat());
    let end = record(0x000A, &[]);
    let globals = |start: u32| [bof(5), tab(start), strings.clone(), end.clone()].concat();
    let start = u32::try_from(globals(0).len()).unwrap();
    let mut stream = globals(start);
    stream.extend(bof(0x10));
    for row in 0..cells {
        stream.extend(record(0x00FD, &[&row.to_le_bytes()[..], &[0; 8]].concat()));
    }
    stream.extend(&end);
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    // calamine wants a short stream beside it.
    for (name, content) in [("/Workbook", stream.as_slice()), ("/Short", b"x")] {
        std::io::Write::write_all(&mut file.create_stream(name).unwrap(), content).unwrap();
    }
    file.into_inner().into_inner()
}
