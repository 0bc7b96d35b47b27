//! The parts of a Word file, packed alike on every system and at every time.

use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::markup::{Paragraph, Run, escape, section};
use super::styles;
use crate::account::{Document, Part};
use crate::look;

/// Beginning of every part.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Name space of what stands in a document.
const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
/// Name space of what points to other parts.
const R: &str = r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// Kinds of parts.
const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>"#;
/// What the file points to.
const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>"#;
/// What the text points to.
const OF_DOCUMENT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;
/// Word opens a file without this as one of an older program.
const COMPATIBILITY: &str =
    r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#;
/// The number of the page: the field as five runs, which every program closes.
const PAGE_NUMBER: &str = r#"<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#;

/// Packs a document with its body.
pub fn packed(document: &Document, body: &str) -> io::Result<Vec<u8>> {
    let notice = document.notice.as_deref();
    let last = section(document.parts.iter().any(|part| matches!(part, Part::Annex { .. })));
    let parts = [
        ("[Content_Types].xml", format!("{XML}{CONTENT_TYPES}")),
        ("_rels/.rels", format!("{XML}{RELATIONSHIPS}")),
        ("word/_rels/document.xml.rels", format!("{XML}{OF_DOCUMENT}")),
        ("word/document.xml", format!("{XML}<w:document {W} {R}><w:body>{body}{last}</w:body></w:document>")),
        ("word/styles.xml", styles::styles(document.lang)),
        ("word/settings.xml", format!("{XML}<w:settings {W}>{COMPATIBILITY}</w:settings>")),
        ("word/header1.xml", format!("{XML}<w:hdr {W}>{PAGE_NUMBER}</w:hdr>")),
        ("word/header2.xml", format!("{XML}<w:hdr {W}>{}</w:hdr>", line(notice))),
        ("word/footer1.xml", format!("{XML}<w:ftr {W}>{}</w:ftr>", line(notice))),
        ("docProps/core.xml", core(document)),
        ("docProps/app.xml", app(document)),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, xml) in parts {
        zip.start_file(name, options)?;
        zip.write_all(xml.as_bytes())?;
    }
    let mut bytes = zip.finish()?.into_inner();
    look::name_one_system(&mut bytes);
    Ok(bytes)
}

/// Makes the line of the notice: above the first page, where no number stands, and below the others.
fn line(notice: Option<&str>) -> String {
    let mut xml = String::new();
    Paragraph::new("Notice", notice.map(Run::plain)).write(&mut xml);
    xml
}

/// Makes the properties of the file. The day is the campaign's: the same results must give the same bytes.
fn core(document: &Document) -> String {
    let day = document.day.map_or_else(|| "2000-01-01".to_owned(), |day| day.to_string());
    let mut title = String::new();
    escape(&document.title.replace('\n', " "), &mut title);
    let mut status = String::new();
    if let Some(notice) = &document.notice {
        escape(notice, &mut status);
        status = format!("<cp:contentStatus>{status}</cp:contentStatus>");
    }
    format!(
        r#"{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>{status}</cp:coreProperties>"#
    )
}

/// Names program and office.
fn app(document: &Document) -> String {
    let mut office = String::new();
    if let Some(of) = &document.office {
        escape(&of.replace('\n', " – "), &mut office);
        office = format!("<Company>{office}</Company>");
    }
    format!(
        r#"{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>parindex</Application>{office}</Properties>"#
    )
}
