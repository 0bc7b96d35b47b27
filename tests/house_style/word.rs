//! How documents are laid out.

use std::fs;
use std::path::Path;

use super::{Parts, between, first, parts};
use crate::documents::dump;
use crate::folder::Folder;
use crate::samples::{files, long_an_reports};

/// Gives every document of ours that the sample has; those filled into a province's template look as it wants.
fn documents() -> Vec<(String, Parts)> {
    let is_ours = |name: &str| Path::new(name).extension().is_some_and(|ending| ending == "docx") && !name.contains("theo-mau/");
    let all = files(&long_an_reports()).into_iter().filter(|(name, _)| is_ours(name));
    let all: Vec<(String, Parts)> = all.map(|(name, path)| (name, parts(&fs::read(path).unwrap()))).collect();
    assert!(all.len() > 20, "{}", all.len());
    all
}

/// A4 upright; 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right; pages are numbered in the middle of the upper margin, the
/// first one is not, and an annex begins anew.
#[test]
fn paper_and_page_numbers_are_those_of_the_decree() {
    let mut annexes = 0;
    for (name, parts) in documents() {
        let sections = between(&parts["word/document.xml"], "<w:sectPr>", "</w:sectPr>");
        assert!(!sections.is_empty(), "{name}");
        for (n, section) in sections.iter().enumerate() {
            assert!(section.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), "{name}: {section}");
            let margins = first(section, "<w:pgMar", "/>");
            // Twips: 56.7 to a millimetre.
            for (side, least, most) in [("top", 1134, 1417), ("bottom", 1134, 1417), ("left", 1701, 1984), ("right", 850, 1134)] {
                let twips: u32 = first(margins, &format!(" w:{side}=\""), "\"").parse().unwrap();
                assert!((least..=most).contains(&twips), "{name}: {twips} {side}");
            }
            assert!(section.contains("<w:titlePg/>"), "{name}: the first page has a number");
            assert!(section.contains("<w:headerReference w:type=\"default\" r:id=\"rId3\"/>"), "{name}: {section}");
            assert_eq!(section.contains("<w:pgNumType w:start=\"1\"/>"), n > 0, "{name}, section {n}: an annex is numbered by itself");
            annexes += usize::from(n > 0);
        }
        let link = between(&parts["word/_rels/document.xml.rels"], "<Relationship ", "/>").into_iter().find(|one| one.contains("\"rId3\""));
        assert!(link.unwrap().contains("Target=\"header1.xml\""), "{name}");
        assert!(parts["word/header1.xml"].contains("> PAGE <") && !parts["word/header2.xml"].contains("PAGE"), "{name}");
        assert!(first(&parts["word/styles.xml"], "w:styleId=\"Header\"", "</w:style>").contains("<w:jc w:val=\"center\"/>"), "{name}");
    }
    assert!(annexes > 2, "{annexes}");
}

/// Times New Roman 14; running text set to both sides, its first line moved in; names, titles and signatures bold; tables with lines.
#[test]
fn fonts_sizes_and_room_are_those_of_the_decree() {
    for (name, parts) in documents() {
        let styles = &parts["word/styles.xml"];
        let fonts = between(styles, "<w:rFonts ", "/>");
        assert!(fonts.iter().all(|fonts| fonts.matches("\"Times New Roman\"").count() == 4), "{name}: {fonts:?}");
        let plain = first(styles, "<w:rPrDefault>", "</w:rPrDefault>");
        assert!(plain.contains("<w:rFonts ") && plain.contains("<w:sz w:val=\"28\"/>"), "{name}: {plain}");
        let style = |id: &str| first(styles, &format!("w:styleId=\"{id}\""), "</w:style>");
        let running = style("BodyText");
        assert!(running.contains("<w:jc w:val=\"both\"/>") && running.contains("<w:ind w:firstLine=\"567\"/>"), "{running}");
        for id in ["Title", "Subtitle", "Heading1", "Signature", "AnnexTitle"] {
            assert!(style(id).contains("<w:b/>"), "{id}");
        }
        assert!(style("Basis").contains("<w:i/>") && style("Recipients").contains("<w:sz w:val=\"22\"/>"));
        let lined = style("TableGrid");
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
        assert!(sides.iter().all(|side| lined.contains(&format!("<w:{side} w:val=\"single\""))), "{lined}");
        // Short lines stand below the office and below the motto.
        let head = first(&parts["word/document.xml"], "<w:tbl>", "</w:tbl>");
        assert_eq!(head.matches("<w:pBdr><w:top w:val=\"single\"").count(), 2, "{name}");
        let bold = |words: &str| head.split("<w:r>").any(|run| run.contains("<w:b/>") && run.contains(words));
        assert!(bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") && bold("Độc lập - Tự do - Hạnh phúc"), "{name}");
    }
}

#[test]
fn tables_have_lines_and_bold_heads_and_no_row_is_cut_by_a_page() {
    let mut seen = 0;
    for (name, parts) in documents() {
        for table in between(&parts["word/document.xml"], "<w:tbl>", "</w:tbl>") {
            for row in table.split("<w:tr>").skip(1) {
                assert!(row.starts_with("<w:trPr><w:cantSplit/>"), "{name}: a page may cut {row}");
                if row.contains("<w:tblHeader/>") {
                    assert!(table.contains("<w:tblStyle w:val=\"TableGrid\"/>"), "{name}");
                    assert!(row.split("<w:r>").skip(1).all(|run| run.starts_with("<w:rPr><w:b/>")), "{name}: {row}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

/// Up to six units are written to by name; more have a list, in which each reads the day on which its own report is due.
#[test]
fn a_reminder_to_many_has_a_list_with_the_day_of_each() {
    let letter = |units: usize| {
        let folder = Folder::base();
        let more = |n: usize| format!("  - {{ id: so-{n}, name: Sở số {n}, group: so, deadline: 2027-02-{n:02} }}\n");
        let text = folder.text("campaign.yaml") + &(1..=units).map(more).collect::<String>();
        folder.put("campaign.yaml", text);
        folder.run("run . -q");
        dump(&fs::read(folder.path("reports/van-ban/cong-van-don-doc.docx")).unwrap())
    };
    let few = letter(6);
    assert!((1..=6).all(|n| few.contains(&format!("ToItem: - Sở số {n}"))), "{few}");
    let many = letter(7);
    assert!(many.contains("To: Kính gửi: Các cơ quan, đơn vị có tên trong danh sách dưới đây."), "{many}");
    for n in 1..=7 {
        assert!(many.lines().any(|line| line.starts_with(&format!("| {n} | Sở số {n} | 0{n}/02/2027 | Chưa gửi"))), "{n}: {many}");
    }
}
