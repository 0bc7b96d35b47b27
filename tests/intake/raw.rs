//! Workbooks built by hand, so that a test says exactly what stands in the file.

use std::io::{Cursor, Read, Write};

use parindex::finding::Finding;
use parindex::text::Lang;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Packs files into a zip.
pub fn zip(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Unpacks a zip.
pub fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|n| {
            let mut entry = archive.by_index(n).unwrap();
            let name = entry.name().unwrap().into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

/// Changes one part of a workbook and packs it again.
pub fn edited(workbook: &[u8], part: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut found = false;
    let files: Vec<(String, Vec<u8>)> = unzip(workbook)
        .into_iter()
        .map(|(name, bytes)| {
            if name == part {
                found = true;
                let edited = edit(String::from_utf8(bytes).unwrap());
                (name, edited.into_bytes())
            } else {
                (name, bytes)
            }
        })
        .collect();
    assert!(found, "no part {part}");
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    zip(&files)
}

/// Makes a workbook of one sheet from the XML of its rows.
pub fn workbook(rows: &str) -> Vec<u8> {
    workbook_with(
        &format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        ),
        None,
    )
}

/// Makes a workbook of one sheet from its whole XML, and with shared strings where given.
pub fn workbook_with(sheet: &str, strings: Option<&str>) -> Vec<u8> {
    let types = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Trang 1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let book_rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
    // Formats: 0 general, 1 percentage, 2 date, 3 a percent sign that is only printed.
    let styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.00&quot; %&quot;\"/></numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\" applyNumberFormat=\"1\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    let mut files = vec![
        ("[Content_Types].xml", types.as_bytes().to_vec()),
        ("_rels/.rels", rels.as_bytes().to_vec()),
        ("xl/workbook.xml", book.as_bytes().to_vec()),
        ("xl/_rels/workbook.xml.rels", book_rels.as_bytes().to_vec()),
        ("xl/styles.xml", styles.as_bytes().to_vec()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes().to_vec()),
    ];
    if let Some(strings) = strings {
        files.push(("xl/sharedStrings.xml", strings.as_bytes().to_vec()));
    }
    zip(&files)
}

/// Packs a zip of few bytes that unfolds to so many megabytes of one part.
pub fn bomb(part: &str, megabytes: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(part, SimpleFileOptions::default()).unwrap();
    for _ in 0..megabytes {
        writer.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Makes the outer file of a workbook behind a password, as Excel does: what is inside can't be told.
pub fn locked() -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, content) in [("/EncryptionInfo", [4_u8, 0, 4, 0].repeat(64)), ("/EncryptedPackage", vec![0xA7; 6_000])] {
        file.create_stream(name).unwrap().write_all(&content).unwrap();
    }
    file.into_inner().into_inner()
}

/// Gives codes and Vietnamese words of findings, a line each.
pub fn told(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("{} {}", finding.code.id, finding.says(Lang::Vi))).collect::<Vec<_>>().join("\n")
}
