//! A province's own templates of documents: what stands in them is filled in, and everything else stays.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::documents::dump;
use crate::folder::Folder;
use crate::intake::raw::{unzip, zip};

/// Draws a Word document: a line is a paragraph, lines like `| a | b |` are rows of a table; `[tag: words]` is a content
/// control, `[=alias: words]` one without a tag; `¦` parts the runs that Word cuts words into.
pub fn drawn(text: &str) -> Vec<u8> {
    drawn_with(text, "", &[])
}

/// Draws a Word document with words in its header and with more parts.
fn drawn_with(text: &str, header: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut body = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if !line.starts_with('|') {
            body.push_str(&paragraph(line));
            continue;
        }
        body.push_str("<w:tbl><w:tblPr/><w:tblGrid/>");
        body.push_str(&row(line));
        while let Some(next) = lines.next_if(|next| next.starts_with('|')) {
            body.push_str(&row(next));
        }
        body.push_str("</w:tbl>");
    }
    let mut parts = vec![("word/document.xml", part("document", &format!("<w:body>{body}</w:body>")))];
    if !header.is_empty() {
        parts.push(("word/header1.xml", part("hdr", &paragraph(header))));
    }
    parts.extend(more.iter().map(|(name, words)| (*name, words.as_bytes().to_vec())));
    zip(&parts)
}

fn part(root: &str, inner: &str) -> Vec<u8> {
    let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} xmlns:w=\"{name}\">{inner}</w:{root}>").into_bytes()
}

fn row(line: &str) -> String {
    let cells = line.trim_matches('|').split('|').map(|cell| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(cell.trim())));
    format!("<w:tr>{}</w:tr>", cells.collect::<String>())
}

fn paragraph(line: &str) -> String {
    let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", words.replace('&', "&amp;").replace('<', "&lt;"));
    let runs = |words: &str| words.split('¦').map(run).collect::<Vec<_>>().join("<w:proofErr w:type=\"spellStart\"/>");
    let control = |inside: &str| {
        let (name, words) = inside.split_once(": ").unwrap();
        let called =
            name.strip_prefix('=').map_or_else(|| format!("<w:tag w:val=\"{name}\"/>"), |alias| format!("<w:alias w:val=\"{alias}\"/>"));
        format!("<w:sdt><w:sdtPr>{called}<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", run(words))
    };
    let parts = line.split('[').enumerate().map(|(n, part)| match part.split_once(']') {
        Some((inside, behind)) if n > 0 => control(inside) + &runs(behind),
        _ => runs(part),
    });
    format!("<w:p>{}</w:p>", parts.collect::<String>())
}

/// Gives the words of a document: a line for each paragraph and each row of a table.
fn words(bytes: &[u8]) -> String {
    dump(bytes).replace("Normal: ", "").trim_end().to_owned()
}

/// Runs the base campaign with a template; gives the folder and what was found at templates.
fn run_with(name: &str, template: &[u8]) -> (Folder, Vec<String>) {
    let folder = Folder::base();
    folder.put(&format!("templates/{name}.docx"), template);
    let said = folder.run("run . --format json");
    let result: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}", said.err));
    let of_template = |finding: &&Value| finding["file"].as_str().is_some_and(|file| file.starts_with("templates/"));
    let found = result["findings"].as_array().unwrap().iter().filter(of_template);
    let found = found.map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["message"].as_str().unwrap())).collect();
    (folder, found)
}

/// Fills a template in for the base campaign; gives its words.
fn filled(text: &str) -> String {
    let (folder, found) = run_with("mau", &drawn(text));
    assert!(found.is_empty(), "{found:?}");
    words(&fs::read(folder.path("reports/van-ban/theo-mau/mau.docx")).unwrap())
}

#[test]
fn a_name_is_filled_in_however_word_keeps_it() {
    for template in [
        "Năm {{nam}}, {{so_don_vi}} đơn vị.",
        // Word cuts runs at every edit and every mark of spelling.
        "Năm {{na¦m}}, {¦{so_¦don¦_vi}¦} đơn vị.",
        "Năm {{ Năm }}, {{Số đơn vị}} đơn vị.",
        "Năm {{NAM}}, {{so-don-vi}} đơn vị.",
        "Năm [nam: bấm vào đây], [so_don_vi: 0] đơn vị.",
        // LibreOffice drops tags and keeps aliases.
        "Năm [=nam: bấm vào đây], [=Số đơn vị: 0] đơn vị.",
    ] {
        assert_eq!(filled(template), "Năm 2026, 2 đơn vị.", "{template}");
    }
}

/// A control is called by its tag; its title, which people see and change, counts where the tag is no name.
#[test]
fn a_tag_is_asked_before_the_title() {
    let control = |tag: &str, alias: &str| {
        format!(
            "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"{alias}\"/><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        )
    };
    for (tag, alias, expected) in [("nam", "so_don_vi", "2026"), ("so_don_vi", "Năm", "2"), ("o-1", "Năm", "2026")] {
        let body = format!("<w:body>{}</w:body>", control(tag, alias));
        let (folder, found) = run_with("mau", &zip(&[("word/document.xml", part("document", &body))]));
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(words(&fs::read(folder.path("reports/van-ban/theo-mau/mau.docx")).unwrap()), expected, "{tag}, {alias}");
    }
}

#[test]
fn a_row_of_a_list_is_repeated_for_each_line() {
    let text = "Kết quả
| Hạng | Đơn vị | Chỉ số |
| {{xep_hang.hang}} | [xep_hang.don_vi: tên] | {{xep_¦hang.chi_so}}% |
Khen thưởng
| {{khen_thuong.don_vi}} | {{khen_thuong.hinh_thuc}} |
Hết";
    let folder = Folder::base();
    let run = folder.run("run . --format json");
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let units = result["groups"][0]["units"].as_array().unwrap();
    let said = |unit: &Value| {
        let index = unit["index"].as_str().unwrap().replace('.', ",");
        format!("\n| {} | {} | {index}%", unit["place"], unit["name"].as_str().unwrap())
    };
    let rows: String = units.iter().map(said).collect();
    assert_eq!(units.len(), 2);
    // The base has no award: in a table of such a row alone the place stays open.
    assert_eq!(filled(text), format!("Kết quả\n| Hạng | Đơn vị | Chỉ số{rows}\nKhen thưởng\n| …… | ……\nHết"));
}

/// A row of dashes is no line of a list: it goes away, but where it is all that a table has.
#[test]
fn a_list_without_a_line_leaves_no_row() {
    for (text, expected) in [
        ("| Đơn vị | Danh hiệu |\n| {{khen_thuong.don_vi}} | {{khen_thuong.hinh_thuc}} |", "| Đơn vị | Danh hiệu"),
        ("| {{khen_thuong.don_vi}} |\n| Cộng |", "| Cộng"),
        ("| {{can_cu.noi_dung}} |", "| ……"),
        ("| {{can_cu.noi_dung}} |\n| {{khen_thuong.don_vi}} |", "| ……\n| ……"),
        // What has lines beside it stays as it was.
        ("| {{khen_thuong.don_vi}} |\n| {{xep_hang.don_vi}} |", "| Sở A\n| Sở B"),
        ("Hết {{nam}}", "Hết 2026"),
    ] {
        assert_eq!(filled(text), expected, "{text}");
    }
}

/// What a letter to one unit says that is to be done is the unit's own to do.
#[test]
fn a_letter_to_a_unit_asks_nothing_of_others() {
    let folder = crate::appraisal::campaign();
    folder.put("templates/don-vi.docx", drawn("{{don_vi}}: {{noi_dung_don_doc}}"));
    let said = |folder: &Folder| {
        crate::appraisal::result(folder);
        ["so-a", "so-b"].map(|unit| words(&fs::read(folder.path(&format!("reports/van-ban/theo-mau/don-vi/{unit}.docx"))).unwrap()))
    };
    // Both wait for the council.
    assert_eq!(said(&folder), ["Sở A: Không còn nội dung phải đôn đốc.", "Sở B: Không còn nội dung phải đôn đốc."]);
    // What the unit has to do itself is said as ever.
    folder.edit("forms.yaml", "claimed: \"2\"", "claimed: \"9\"").fill();
    assert_eq!(said(&folder)[0], "Sở A: Đề nghị khắc phục 1 lỗi trong báo cáo tự đánh giá và gửi lại.");
    folder.edit("forms.yaml", "claimed: \"9\"", "claimed: \"2\"").fill();
    folder.put("appraisal/bang.csv", crate::appraisal::table("so-a;1;;;2;1;x;;\n"));
    assert!(said(&folder)[0].contains("đề nghị giải trình hoặc thống nhất kết quả"), "{:?}", said(&folder));
}

#[test]
fn a_template_that_names_a_unit_makes_a_document_for_each() {
    let documents = |text: &str| {
        let folder = Folder::base();
        fs::remove_file(folder.path("submissions/so-b.xlsx")).unwrap();
        folder.put("templates/thu.docx", drawn(text));
        assert!([0, 3].contains(&folder.run("run . -q").code));
        let unit = |unit: &str| fs::read(folder.path(&format!("reports/van-ban/theo-mau/thu/{unit}.docx"))).ok();
        ["so-a", "so-b"].map(|id| unit(id).map(|bytes| words(&bytes)))
    };
    let known = documents("Kính gửi {{don_vi}}: {{tinh_trang_gui}}.");
    let expected = ["Kính gửi Sở A: Đã gửi báo cáo tự đánh giá.", "Kính gửi Sở B: Chưa gửi báo cáo tự đánh giá."];
    assert_eq!(known, expected.map(|words| Some(words.to_owned())));
    // Nobody is told a result that there is none of.
    let [a, b] = documents("{{don_vi}}: hạng {{hang}}/{{so_xep_hang_khoi}} năm {{nam}}");
    assert_eq!((a.as_deref(), b), (Some("Sở A: hạng 1/1 năm 2026"), None));
}

#[test]
fn what_has_no_name_stays_as_it_is() {
    let styles = "<?xml version=\"1.0\"?><w:styles xmlns:w=\"x\"><!-- của tỉnh --></w:styles>";
    let more = [("word/styles.xml", styles), ("word/media/logo.png", "không phải ảnh"), ("customXml/item1.xml", "<a>{{nam}}</a>")];
    let template = drawn_with("Trước [khac: giữ nguyên] {{nam}} sau & < {không phải tên}", "Năm {{nam}}", &more);
    let (folder, found) = run_with("mau", &template);
    assert_eq!(
        found,
        [
            "C384 Điều khiển nội dung “khac” không có trong danh sách tên điền được; ở đoạn “Trước giữ nguyên {{nam}} sau & < {không phải tên}”."
        ]
    );
    let bytes = fs::read(folder.path("reports/van-ban/theo-mau/mau.docx")).unwrap();
    assert_eq!(words(&bytes), "Trước giữ nguyên 2026 sau & < {không phải tên}");
    assert_eq!(crate::documents::part(&bytes, "word/header1.xml").text(), "Năm 2026");
    let (before, after) = (unzip(&template), unzip(&bytes));
    assert_eq!(before.iter().map(|(name, _)| name).collect::<Vec<_>>(), after.iter().map(|(name, _)| name).collect::<Vec<_>>());
    for ((name, before), (_, after)) in
        before.iter().zip(&after).filter(|((name, _), _)| !name.starts_with("word/d") && !name.contains("header"))
    {
        assert_eq!(before, after, "{name}");
    }
    // The same bytes each time.
    folder.run("run . -q");
    assert!(fs::read(folder.path("reports/van-ban/theo-mau/mau.docx")).unwrap() == bytes);
}

#[test]
fn values_are_text_whatever_they_hold() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "title: Đợt thử năm 2026", "title: \"A & B <w:p> {{nam}} ]]>\"");
    folder.put("templates/mau.docx", drawn("{{dot_danh_gia}}; [dot_danh_gia: x]"));
    assert_eq!(folder.run("run . -q").code, 0);
    let bytes = fs::read(folder.path("reports/van-ban/theo-mau/mau.docx")).unwrap();
    assert_eq!(words(&bytes), "A & B <w:p> {{nam}} ]]>; A & B <w:p> {{nam}} ]]>");
}

#[test]
fn ids_that_word_wants_once_stand_once_in_repeated_rows() {
    let body = |row: &str| format!("<w:body><w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl></w:body>");
    let row = "<w:tr w14:paraId=\"11111111\" w14:textId=\"22222222\"><w:tc><w:tcPr/><w:p w14:paraId=\"33333333\"><w:bookmarkStart w:id=\"7\" w:name=\"moc\"/><w:sdt><w:sdtPr><w:tag w:val=\"xep_hang.don_vi\"/><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"7\"/></w:p></w:tc></w:tr>";
    let (folder, found) = run_with("mau", &zip(&[("word/document.xml", part("document", &body(row)))]));
    assert!(found.is_empty(), "{found:?}");
    let bytes = fs::read(folder.path("reports/van-ban/theo-mau/mau.docx")).unwrap();
    assert_eq!(words(&bytes), "| Sở A\n| Sở B");
    let xml = String::from_utf8(unzip(&bytes)[0].1.clone()).unwrap();
    for once in ["11111111", "22222222", "33333333", "w:bookmarkStart", "w:bookmarkEnd", "<w:id w:val=\"5\"/>"] {
        assert_eq!(xml.matches(once).count(), 1, "{once}");
    }
}

#[test]
fn docs_fields_lists_every_name_and_each_can_be_filled() {
    let folder = Folder::base();
    let said: Value = serde_json::from_str(&folder.run("docs fields --format json").out).unwrap();
    let fields = said["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let without: Vec<&Value> = fields.iter().filter(|field| field["example"] == "" && field["name"] != "cho_quyet_dinh.ghi_chu").collect();
    assert!(without.is_empty(), "{without:?}");
    let shown = folder.run("docs fields").out;
    assert!(names.iter().all(|name| shown.contains(&format!("{{{{{name}}}}}"))));
    // The document of names, used as a template: no name of it is unknown, and each is filled.
    assert_eq!(folder.run("docs fields --out templates/ten.docx").code, 1);
    fs::create_dir(folder.path("templates")).unwrap();
    assert_eq!(folder.run("docs fields --out templates/ten.docx").code, 0);
    folder.edit(
        "campaign.yaml",
        "title: Đợt thử năm 2026",
        "title: Đợt thử năm 2026\noffice: Sở Nội vụ\nauthority: UBND tỉnh Bình An\nplace: Bình An\nsignatory: { title: GIÁM ĐỐC, name: Nguyễn Văn A }\nnotice: SỐ LIỆU MINH HỌA",
    );
    let run: Value = serde_json::from_str(&folder.run("run . --format json").out).unwrap();
    let of_template = |finding: &&Value| finding["file"].as_str().is_some_and(|file| file.starts_with("templates/"));
    let found: Vec<&Value> = run["findings"].as_array().unwrap().iter().filter(of_template).collect();
    let codes: Vec<&str> = found.iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["C385"], "{found:#?}");
    let bytes = fs::read(folder.path("reports/van-ban/theo-mau/ten/so-a.docx")).unwrap();
    let filled = words(&bytes);
    assert!(!filled.contains("{{"), "{filled}");
    // An existing file is not written over.
    assert_eq!(folder.run("docs fields --out templates/ten.docx").code, 1);
}

#[test]
fn a_template_of_any_bytes_stops_nothing() {
    let whole = drawn("{{nam}} [so_don_vi: x]\n| {{xep_hang.hang}} | {{xep_hang.don_vi}} |");
    let deep = part("document", &format!("<w:body>{}{}</w:body>", "<w:p>".repeat(5000), "</w:p>".repeat(5000)));
    let folder = Folder::base();
    let mut random = 7_u32;
    for n in 0..60 {
        let mut bytes = whole.clone();
        for _ in 0..=n % 5 {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = usize::try_from(random >> 8).unwrap() % bytes.len();
            bytes[at] = u8::try_from(random & 0xff).unwrap();
        }
        folder.put(&format!("templates/t{n}.docx"), &bytes);
    }
    folder.put("templates/sau.docx", zip(&[("word/document.xml", deep)]));
    folder.put("templates/rong.docx", "");
    let said = folder.run("run . -q");
    assert!([0, 3].contains(&said.code), "{}", said.err);
    assert!(folder.path("reports/result.json").exists());
}

/// The list of whom to remind is the one of the program's own letter, also when appraisal has begun.
#[test]
fn a_province_reminds_whom_the_letter_reminds() {
    let folder = Folder::base();
    folder.edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"9\"");
    folder.fill();
    folder.put("templates/don-doc.docx", drawn("Danh sách\n| {{don_doc.stt}} | {{don_doc.don_vi}} |\n"));
    crate::appraisal::result(&folder);
    let read = |name: &str| dump(&fs::read(folder.path(&format!("reports/van-ban/{name}.docx"))).unwrap());
    let (letter, list) = (read("cong-van-don-doc"), read("theo-mau/don-doc"));
    assert!(letter.contains("| Sở A |"), "{letter}");
    assert!(list.contains("| 1 | Sở A") && !list.contains("Sở B"), "{list}");
}
