//! The Word documents of a run: what stands in them, and that Word opens them without repair.
//!
//! Microsoft's own validator misses some faults that Word refuses a file for; they are looked for here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::appraisal::result;
use crate::folder::{Folder, golden};
use crate::intake::raw::unzip;
use crate::samples::long_an_reports;

/// Element of XML with what stands in it.
#[derive(Debug, Default)]
pub struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    words: String,
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|one| one.unwrap()).map(|one| (one.key.into_inner().to_owned(), one.value.into_owned()));
        Self { name: start.name().into_inner().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    fn read(xml: &[u8]) -> Self {
        let mut reader = Reader::from_reader(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Self::of(&start)),
                Event::Empty(start) => open.last_mut().unwrap().children.push(Self::of(&start)),
                Event::Text(words) => open.last_mut().unwrap().words.push_str(&words.xml10_content()),
                Event::GeneralRef(name) => open.last_mut().unwrap().words.push(letter(&name)),
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(done);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "an element is not closed");
        open.pop().unwrap()
    }

    fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Lists this element and all below it.
    fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.children.iter().flat_map(Self::all)).collect()
    }

    fn of_name<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// Gives the words of a paragraph or a cell.
    pub fn text(&self) -> String {
        let texts = self.all().into_iter().filter(|one| ["w:t", "w:br"].contains(&one.name.as_str()));
        texts.map(|one| if one.name == "w:br" { "⏎" } else { one.words.as_str() }).collect()
    }

    fn style(&self) -> &str {
        self.child("w:pPr").and_then(|properties| properties.child("w:pStyle")?.attribute("w:val")).unwrap_or("Normal")
    }
}

/// Gives the letter of an entity.
fn letter(name: &BytesRef<'_>) -> char {
    match &**name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        other => panic!("no entity of ours: {other}"),
    }
}

/// Gives a part of a Word file.
pub fn part(bytes: &[u8], name: &str) -> Element {
    let parts = unzip(bytes);
    let (_, xml) = parts.iter().find(|(part, _)| part == name).unwrap_or_else(|| panic!("no {name}"));
    Element::read(xml)
}

/// Order of elements in those that Word reads strictly. Source: ECMA-376 Part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.70, 17.6.17.
const ORDERS: [(&str, &[&str]); 5] = [
    (
        "w:pPr",
        &["w:pStyle", "w:keepNext", "w:pageBreakBefore", "w:pBdr", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:sectPr"],
    ),
    ("w:rPr", &["w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:sz", "w:szCs", "w:lang"]),
    ("w:tblPr", &["w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:shd", "w:vAlign"]),
    ("w:sectPr", &["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:pgNumType", "w:titlePg"]),
];

/// Tells whether a name has an ending.
fn ends(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|of| of == ending)
}

/// Tells whether a paragraph by itself stays with the next.
fn keeps_itself(paragraph: &Element) -> bool {
    paragraph.child("w:pPr").is_some_and(|of| of.child("w:keepNext").is_some())
}

/// Says what Word would refuse or drop in a file.
fn faults(bytes: &[u8]) -> Vec<String> {
    let document = part(bytes, "word/document.xml");
    let styles = part(bytes, "word/styles.xml");
    let known: BTreeSet<&str> = styles.of_name("w:style").into_iter().filter_map(|style| style.attribute("w:styleId")).collect();
    let stays = |style: &&Element| !style.of_name("w:keepNext").is_empty();
    let keeping: BTreeSet<&str> =
        styles.of_name("w:style").into_iter().filter(stays).filter_map(|style| style.attribute("w:styleId")).collect();
    let mut found = Vec::new();
    for cell in document.of_name("w:tc") {
        let last = cell.children.last().map(|child| child.name.as_str());
        if last != Some("w:p") {
            found.push(format!("a cell ends in {last:?}"));
        }
    }
    for table in document.of_name("w:tbl") {
        let columns = table.child("w:tblGrid").unwrap().children.len();
        for row in table.children.iter().filter(|child| child.name == "w:tr") {
            let cells: Vec<&Element> = row.children.iter().filter(|child| child.name == "w:tc").collect();
            let span = |cell: &&Element| {
                let span = cell.child("w:tcPr").and_then(|of| of.child("w:gridSpan")?.attribute("w:val"));
                span.map_or(1, |span| span.parse::<usize>().unwrap())
            };
            let taken: usize = cells.iter().map(span).sum();
            if cells.is_empty() || taken != columns {
                found.push(format!("a row of {} cells takes {taken} of {columns} columns: {}", cells.len(), row.text()));
            }
        }
    }
    for element in document.all() {
        if ["w:pStyle", "w:tblStyle"].contains(&element.name.as_str()) && !known.contains(element.attribute("w:val").unwrap()) {
            found.push(format!("no style {:?}", element.attribute("w:val")));
        }
    }
    // What introduces a table, and its head, stay with what follows.
    let keeps = |paragraph: &Element| keeps_itself(paragraph) || keeping.contains(paragraph.style()) || paragraph.style() == "Rule";
    for body in document.of_name("w:body") {
        for pair in body.children.windows(2) {
            let headed = pair[1].name == "w:tbl" && !pair[1].of_name("w:tblHeader").is_empty();
            if headed && pair[0].name == "w:p" && !keeps(&pair[0]) {
                found.push(format!("a page may end behind {:?}", pair[0].text()));
            }
        }
    }
    for row in document.of_name("w:tr").into_iter().filter(|row| !row.of_name("w:tblHeader").is_empty()) {
        if !row.of_name("w:p").into_iter().all(keeps) {
            found.push(format!("a page may end behind the head {:?}", row.text()));
        }
    }
    let parts = unzip(bytes);
    for (name, xml) in parts.iter().filter(|(name, _)| name.starts_with("word/") && ends(name, "xml")) {
        let root = Element::read(xml);
        let mut fields = 0;
        for element in root.all() {
            match element.attribute("w:fldCharType") {
                Some("begin") => fields += 1,
                Some("end") => fields -= 1,
                _ => {}
            }
            let Some((_, order)) = ORDERS.iter().find(|(of, _)| *of == element.name) else { continue };
            let at: Vec<Option<usize>> = element.children.iter().map(|child| order.iter().position(|name| *name == child.name)).collect();
            if at.iter().any(Option::is_none) || !at.is_sorted() {
                found.push(format!(
                    "{name}: {} holds {:?}",
                    element.name,
                    element.children.iter().map(|child| &child.name).collect::<Vec<_>>()
                ));
            }
        }
        if fields != 0 {
            found.push(format!("{name}: a field is not closed"));
        }
    }
    found
}

/// Writes the paragraphs and tables of a file as lines: style and words.
pub fn dump(bytes: &[u8]) -> String {
    let document = part(bytes, "word/document.xml");
    let body = document.of_name("w:body");
    let mut lines = Vec::new();
    for block in &body[0].children {
        match block.name.as_str() {
            "w:p" if !block.text().is_empty() => lines.push(format!("{}: {}", block.style(), block.text())),
            "w:tbl" => {
                for row in block.children.iter().filter(|child| child.name == "w:tr") {
                    let repeated = row.child("w:trPr").is_some_and(|of| of.child("w:tblHeader").is_some());
                    let of_cell = |cell: &Element| cell.of_name("w:p").iter().map(|one| one.text()).collect::<Vec<_>>().join("⏎");
                    let cells: Vec<String> = row.children.iter().filter(|child| child.name == "w:tc").map(of_cell).collect();
                    lines.push(format!("{} {}", if repeated { "||" } else { "|" }, cells.join(" | ").trim_end_matches('⏎')));
                }
            }
            _ => {}
        }
    }
    lines.join("\n") + "\n"
}

/// Lists the Word files of the sample's reports, by their paths below them.
fn documents() -> Vec<(String, PathBuf)> {
    fn list(folder: &Path, below: &str, found: &mut Vec<(String, PathBuf)>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{below}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                list(&entry.path(), &format!("{name}/"), found);
            } else if ends(&name, "docx") {
                found.push((name, entry.path()));
            }
        }
    }
    let mut found = Vec::new();
    list(&long_an_reports(), "", &mut found);
    found.sort();
    found
}

#[test]
fn word_opens_every_document_without_repair() {
    let all = documents();
    assert!(!all.is_empty());
    for (name, path) in all {
        assert_eq!(faults(&fs::read(path).unwrap()), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_last_rows_of_a_table_stand_together() {
    // A province's own template parts its tables as it likes.
    for (name, path) in documents().into_iter().filter(|(name, _)| !name.contains("theo-mau/")) {
        let document = part(&fs::read(path).unwrap(), "word/document.xml");
        for table in document.of_name("w:tbl").into_iter().filter(|table| !table.of_name("w:tblHeader").is_empty()) {
            let rows: Vec<&Element> = table.children.iter().filter(|child| child.name == "w:tr").collect();
            for row in rows.iter().rev().skip(1).take(2) {
                assert!(row.of_name("w:p").into_iter().all(keeps_itself), "{name}: a page may end behind {:?}", row.text());
            }
        }
    }
}

#[test]
fn what_introduces_a_table_or_a_list_stands_on_its_page() {
    for (name, path) in documents().into_iter().filter(|(name, _)| !name.contains("theo-mau/")) {
        let document = part(&fs::read(path).unwrap(), "word/document.xml");
        let blocks = &document.of_name("w:body")[0].children;
        let is = |block: Option<&Element>, style: &str| block.is_some_and(|block| block.name == "w:p" && block.style() == style);
        let is_table = |block: Option<&Element>| block.is_some_and(|block| !block.of_name("w:tblHeader").is_empty());
        for (at, block) in blocks.iter().enumerate().filter(|(_, block)| is(Some(block), "BodyText")) {
            let beside = blocks.get(at + 1);
            let listed = block.text().ends_with(':') && is(beside, "BodyText") && beside.is_some_and(|next| next.text().starts_with("- "));
            let above = blocks[..at].iter().rev().find(|block| !is(Some(block), "BodyText"));
            let below = blocks[at..].iter().find(|block| !is(Some(block), "BodyText"));
            let leads = is(above, "Heading2") && is_table(below) && !block.text().starts_with("- ");
            let lead = is_table(beside) || listed || leads;
            assert!(!lead || keeps_itself(block), "{name}: a page may end behind “{}”", block.text());
        }
    }
}

#[test]
fn the_documents_of_long_an_say_what_stands_in_the_golden_files() {
    for (name, path) in documents().into_iter().filter(|(name, _)| !name.contains("tra-ket-qua/") || name.ends_with("/so-y-te.docx")) {
        let golden_name = name.replace("van-ban/", "").replace('/', "-").replace(".docx", "");
        golden(&format!("long-an-2018/{golden_name}.txt"), &dump(&fs::read(path).unwrap()));
    }
}

#[test]
fn the_notice_stands_on_every_page_of_every_document() {
    for (name, path) in documents() {
        let bytes = fs::read(path).unwrap();
        for of in ["word/header2.xml", "word/footer1.xml"] {
            assert!(part(&bytes, of).text().contains("SỐ LIỆU MINH HỌA"), "{name}, {of}");
        }
    }
}

#[test]
fn a_campaign_says_what_documents_are_based_on_who_gets_and_who_signs_them() {
    let folder = Folder::base();
    let keys = "official: accepted\nauthority: UBND tỉnh Bình An\noffice: Sở Nội vụ tỉnh Bình An\nplace: Bình An\n\
                signatory: { title: Giám đốc, name: Nguyễn Văn A }\n\
                basis: [Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;, căn cứ Kế hoạch số 12/KH-UBND]\n\
                recipients: [Thường trực UBND tỉnh, \"- Lưu: VT, CCHC.\"]";
    folder.edit("campaign.yaml", "official: accepted", keys);
    result(&folder);
    let read = |name: &str| dump(&fs::read(folder.path(&format!("reports/van-ban/{name}.docx"))).unwrap());
    let report = read("bao-cao-ket-qua");
    for line in [
        "| UBND TỈNH BÌNH AN⏎SỞ NỘI VỤ⏎ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc",
        "| Số: ……/BC-…… | Bình An, ngày …… tháng …… năm ………",
        "To: Kính gửi: UBND tỉnh Bình An.",
        "Basis: Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;",
        "Basis: căn cứ Kế hoạch số 12/KH-UBND.",
        "| Nơi nhận:⏎- Như trên;⏎- Thường trực UBND tỉnh;⏎- Lưu: VT, CCHC. | GIÁM ĐỐC⏎⏎⏎⏎⏎Nguyễn Văn A",
    ] {
        assert!(report.lines().any(|seen| seen.starts_with(line)), "{line} is not in\n{report}");
    }
    let decision = read("du-thao-quyet-dinh");
    for words in ["| ỦY BAN NHÂN DÂN⏎TỈNH BÌNH AN⏎ |", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH AN", "của Giám đốc Sở Nội vụ tại Báo cáo số ……"]
    {
        assert!(decision.contains(words), "{words} is not in\n{decision}");
    }
    // A letter is for whom it is addressed to, a decision for whom its article names, however the campaign says it.
    folder.edit("campaign.yaml", "recipients: [", "recipients: [Như trên;, ");
    result(&folder);
    let read = |name: &str| dump(&fs::read(folder.path(&format!("reports/van-ban/{name}.docx"))).unwrap());
    assert!(read("bao-cao-ket-qua").contains("Nơi nhận:⏎- Như trên;⏎- Thường trực UBND tỉnh;"), "{}", read("bao-cao-ket-qua"));
    assert!(read("du-thao-quyet-dinh").contains("Nơi nhận:⏎- Như Điều 3;⏎- Thường trực UBND tỉnh;"), "{}", read("du-thao-quyet-dinh"));
    folder.edit("campaign.yaml", "recipients: [Như trên;, ", "recipients: [Như Điều 4;, ");
    result(&folder);
    assert!(read("bao-cao-ket-qua").contains("Nơi nhận:⏎- Như trên;⏎- Thường trực UBND tỉnh;"), "{}", read("bao-cao-ket-qua"));
    assert!(read("du-thao-quyet-dinh").contains("Nơi nhận:⏎- Như Điều 4;⏎- Thường trực UBND tỉnh;"), "{}", read("du-thao-quyet-dinh"));
}

#[test]
fn what_a_campaign_does_not_say_is_left_open_and_what_nobody_needs_is_not_written() {
    let folder = Folder::base();
    result(&folder);
    let report = dump(&fs::read(folder.path("reports/van-ban/bao-cao-ket-qua.docx")).unwrap());
    for words in ["| Số: ……/BC-…… | ……, ngày …… tháng …… năm ………", "Basis: Căn cứ …….", "Kính gửi: ……."]
    {
        assert!(report.contains(words), "{words} is not in\n{report}");
    }
    // Nobody is behind, and the campaign has no award.
    for name in ["cong-van-don-doc", "to-trinh-khen-thuong"] {
        assert!(!folder.path(&format!("reports/van-ban/{name}.docx")).exists(), "{name}");
    }
    assert!(folder.path("reports/van-ban/tra-ket-qua/so-a.docx").exists());
}

#[test]
fn two_runs_give_equal_bytes() {
    let folder = Folder::base();
    result(&folder);
    let read = || fs::read(folder.path("reports/van-ban/bao-cao-ket-qua.docx")).unwrap();
    let first = read();
    result(&folder);
    assert!(first == read());
    // The system that made each entry is Unix on every system, and no entry bears a time of the clock.
    let entries: Vec<usize> = (0..first.len() - 46).filter(|at| first[*at..].starts_with(b"PK\x01\x02")).collect();
    assert_eq!(entries.len(), 11);
    for at in entries {
        assert_eq!(first[at + 5], 3);
        assert_eq!(first[at + 12..at + 16], [0, 0, 0x21, 0]);
    }
}

/// Converts files to PDF with LibreOffice and counts their pages; `None` where it is not installed.
#[expect(clippy::print_stderr, reason = "a test that is skipped must say so")]
fn pages(files: &[PathBuf]) -> Option<Vec<usize>> {
    let folder = tempfile::TempDir::new().unwrap();
    let run = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args(files)
        .output();
    match run {
        Ok(run) => {
            let said = String::from_utf8_lossy(&run.stderr);
            assert!(run.status.success() && !said.contains("could not be loaded"), "has LibreOffice its part for documents? {said}");
            let count = |file: &PathBuf| {
                let pdf = fs::read(folder.path().join(file.with_extension("pdf").file_name().unwrap())).unwrap();
                let pdf = String::from_utf8_lossy(&pdf).into_owned();
                pdf.matches("/Type/Page").count() - pdf.matches("/Type/Pages").count()
            };
            Some(files.iter().map(count).collect())
        }
        Err(problem) if std::env::var_os("CI").is_some() => panic!("LibreOffice is missing, and CI must not do without it: {problem}"),
        Err(problem) => {
            eprintln!("skipped, soffice does not run: {problem}");
            None
        }
    }
}

#[test]
fn documents_print_on_as_many_pages_as_they_should() {
    let expected = [
        ("van-ban/bao-cao-ket-qua.docx", 7),
        ("van-ban/du-thao-quyet-dinh.docx", 3),
        ("van-ban/to-trinh-khen-thuong.docx", 2),
        ("van-ban/tra-ket-qua/so-y-te.docx", 2),
    ];
    let folder = long_an_reports();
    let files: Vec<PathBuf> = expected.iter().map(|(name, _)| folder.join(name)).collect();
    let Some(counted) = pages(&files) else { return };
    assert_eq!(counted, expected.map(|(_, pages)| pages));
}
