//! How cells of workbooks look.

use std::fs;

use super::{Parts, between, first, parts, sheets, value, workbooks};
use crate::council::acts;
use crate::folder::Folder;
use crate::intake::hand::by_hand;
use crate::samples::long_an_reports;

/// Font of everything. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
const FONT: &str = "Times New Roman";
/// Fill of heads of tables.
const HEAD: &str = "FF1F4E79";
/// Fill of what may be filled in.
const OPEN: &str = "FFFFFCF0";
/// Fill of what nobody fills in.
const CLOSED: &str = "FFE9EBEE";

/// Look of a cell.
#[derive(Clone, Debug)]
struct Look {
    font: String,
    bold: bool,
    ink: String,
    fill: String,
    lined: bool,
    unlocked: bool,
    indent: u32,
    number: String,
}

/// Cell: where it stands, how it looks, what it says.
type Cell = (String, Look, String);

/// Reads the looks of a workbook, in the order in which cells name them.
fn looks(parts: &Parts) -> Vec<Look> {
    let xml = &parts["xl/styles.xml"];
    let part = |name: &str| first(xml, &format!("<{name} "), &format!("</{name}>"));
    let (fonts, fills) = (between(part("fonts"), "<font>", "</font>"), between(part("fills"), "<fill>", "</fill>"));
    let (borders, numbers): (Vec<&str>, _) = (part("borders").split("<border").skip(1).collect(), between(xml, "<numFmt", "/>"));
    let look = |of: &str| {
        let (tag, rest) = of.split_once('>').unwrap();
        let at = |name: &str| value(tag, name).unwrap().parse::<usize>().unwrap();
        let (font, border) = (fonts[at("fontId")], borders[at("borderId")]);
        let all = |words: &str, open: &str| between(words, open, "\"").first().copied().unwrap_or_default().to_owned();
        let number = numbers.iter().find(|one| value(one, "numFmtId") == value(tag, "numFmtId"));
        Look {
            font: all(font, "<name val=\""),
            bold: font.contains("<b/>"),
            ink: all(font, "<color rgb=\""),
            fill: all(fills[at("fillId")], "<fgColor rgb=\""),
            lined: ["left", "right", "top", "bottom"].iter().all(|side| border.contains(&format!("<{side} style=\"thin\""))),
            unlocked: rest.contains("<protection locked=\"0\"/>"),
            indent: value(rest, "indent").map_or(0, |indent| indent.parse().unwrap()),
            number: number.and_then(|one| value(one, "formatCode")).unwrap_or_default().to_owned(),
        }
    };
    part("cellXfs").split("<xf").skip(1).map(look).collect()
}

/// Lists the cells of a sheet.
fn cells(parts: &Parts, xml: &str) -> Vec<Cell> {
    let looks = looks(parts);
    let shared = between(parts.get("xl/sharedStrings.xml").map_or("", String::as_str), "<si>", "</si>");
    let text = |at: &str| -> String {
        let runs = shared[at.parse::<usize>().unwrap()].split("<t").skip(1);
        runs.filter_map(|run| run.split_once('>')?.1.split("</t>").next()).collect()
    };
    let cell = |of: &str| {
        let (tag, rest) = of.split_once('>').unwrap();
        let tag = format!(" {tag}");
        let shown =
            if tag.ends_with('/') { "" } else { rest.split_once("<v>").map_or("", |(_, behind)| behind.split("</v>").next().unwrap()) };
        let look = looks[value(&tag, "s").unwrap_or("0").parse::<usize>().unwrap()].clone();
        let words = if value(&tag, "t") == Some("s") { text(shown) } else { shown.to_owned() };
        (value(&tag, "r").unwrap().to_owned(), look, words)
    };
    first(xml, "<sheetData", "</sheetData>").split("<c ").skip(1).map(|of| cell(of.split("</c>").next().unwrap())).collect()
}

/// Gives the columns of a sheet that nobody sees, by their numbers.
fn hidden(xml: &str) -> Vec<u32> {
    let hidden = between(xml, "<col ", "/>").into_iter().filter(|column| column.contains(" hidden=\"1\""));
    let number = |column: &str, of: &str| first(&format!(" {column}"), &format!(" {of}=\""), "\"").parse::<u32>().unwrap();
    hidden.flat_map(|column| number(column, "min")..=number(column, "max")).collect()
}

/// Gives the number of the column of an address.
fn column(at: &str) -> u32 {
    at.bytes().take_while(u8::is_ascii_uppercase).fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1)
}

/// Gives the number of the row of an address.
fn row(at: &str) -> u32 {
    at.trim_start_matches(|letter: char| letter.is_ascii_uppercase()).parse().unwrap()
}

#[test]
fn every_word_of_a_workbook_is_set_in_the_font_of_the_house() {
    let mut seen = 0;
    for (file, parts) in workbooks() {
        for (sheet, xml) in sheets(&parts) {
            let unseen = hidden(xml);
            let shown = |(at, _, words): &Cell| !words.is_empty() && !unseen.contains(&column(at));
            for (at, look, words) in cells(&parts, xml).into_iter().filter(shown) {
                assert_eq!(look.font, FONT, "{file}, {sheet}!{at}: {words}");
                seen += 1;
            }
        }
    }
    assert!(seen > 10_000, "{seen}");
}

#[test]
fn tables_of_a_report_have_heads_lines_and_numbers_as_vietnamese_readers_write_them() {
    let report = parts(&fs::read(long_an_reports().join("bao-cao-xep-hang.xlsx")).unwrap());
    let of = |name: &str| cells(&report, sheets(&report).into_iter().find(|(sheet, _)| sheet == name).unwrap().1);
    let signed = of("Trình ký");
    let head = signed.iter().find(|(.., words)| words == "Thứ hạng").map(|(at, ..)| row(at)).unwrap();
    let heads: Vec<&Cell> = signed.iter().filter(|(at, ..)| row(at) == head).collect();
    assert!(heads.len() >= 5);
    for (at, look, words) in heads {
        assert!(look.bold && look.ink == "FFFFFFFF" && look.fill == HEAD && look.lined, "{at}, {words}: {look:?}");
    }
    // Of the first unit: place, name, points, index, grade.
    let unit: Vec<&Cell> = signed.iter().filter(|(at, ..)| row(at) == head + 2).collect();
    assert!(unit.iter().all(|(_, look, _)| look.lined), "{unit:?}");
    let fractions = unit.iter().filter(|(.., words)| words.contains('.')).map(|(_, look, _)| look.number.as_str());
    assert_eq!(fractions.collect::<Vec<_>>(), ["[$-42A]#,##0.00"; 2]);
    // What nobody may miss is in red.
    let (_, notice, _) = signed.iter().find(|(.., words)| words == "SỐ LIỆU MINH HỌA").unwrap();
    assert!(notice.bold && notice.ink == "FFB42318", "{notice:?}");
    // A tree is told by the fills of its levels.
    let rules = of("Phụ lục 1 quy tắc chấm");
    let fill = |id: &str| rules.iter().find(|(at, _, words)| at.starts_with('A') && words == id).map(|(_, look, _)| &look.fill).unwrap();
    let fills = [fill("1"), fill("1.1"), fill("1.1.1")];
    assert!(fills[0] != fills[1] && fills[2].is_empty() && !fills[0].is_empty(), "{fills:?}");
}

/// What may be typed where is seen at a glance: cells to fill in have the one light fill and can be changed, the rows of what the
/// unit does not score are grey and can't.
#[test]
fn cells_to_fill_in_are_light_and_those_that_nobody_fills_in_are_quiet() {
    let folder = Folder::empty();
    folder.run("init moi --set mau-so-nganh-2025");
    folder.run("template moi --out bieu");
    let form = fs::read_dir(folder.path("bieu")).unwrap().next().unwrap().unwrap().path();
    let form = parts(&fs::read(form).unwrap());
    let (_, xml) = sheets(&form).into_iter().find(|(sheet, _)| sheet == "Tự đánh giá").unwrap();
    let cells = cells(&form, xml);
    let keyed = cells.iter().filter(|(at, _, key)| at.starts_with('A') && (key.starts_with("leaf:") || key.starts_with("input:")));
    let (head, ..) = cells.iter().find(|(at, _, words)| at.starts_with('C') && words.starts_with("Lĩnh vực, tiêu chí")).unwrap();
    for (at, look, words) in cells.iter().filter(|(at, _, words)| row(at) == row(head) && !words.is_empty() && !at.starts_with('A')) {
        assert!(hidden(xml).contains(&column(at)) || look.bold && look.fill == HEAD, "{at}, {words}: {look:?}");
    }
    let (mut open, mut quiet) = (0, 0);
    for (key_at, _, key) in keyed {
        let printed = |at: &str| ('C'..='J').any(|column| at.starts_with(column));
        let looks: Vec<&Cell> = cells.iter().filter(|(at, ..)| row(at) == row(key_at) && printed(at)).collect();
        for (at, look, _) in &looks {
            assert_eq!(look.unlocked, look.fill == OPEN, "{key}, {at}: what may be typed over shows it, and nothing else does: {look:?}");
            open += usize::from(look.unlocked);
        }
        if key.starts_with("leaf:") && looks.iter().all(|(_, look, _)| !look.unlocked) {
            quiet += 1;
            assert!(looks.iter().all(|(_, look, _)| look.fill == CLOSED), "{key} is nobody's to fill in and not grey: {looks:?}");
        }
        // Words stand off the line of their cell.
        let (_, content, _) = looks.iter().find(|(at, ..)| at.starts_with('C')).unwrap();
        assert!(content.indent > 0, "{key}: {content:?}");
    }
    assert!(open > 200 && quiet > 5, "{open} open, {quiet} quiet");
}

/// Who signs the letters signs the lists of a workbook, too.
#[test]
fn lists_are_signed_by_whom_the_campaign_names() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nsignatory: { title: Giám đốc, name: Nguyễn Văn A }");
    folder.run("run . -q");
    let report = parts(&fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
    let (_, xml) = sheets(&report).into_iter().find(|(sheet, _)| sheet == "Trình ký").unwrap();
    let cells = cells(&report, xml);
    let at = |wanted: &str| cells.iter().find(|(.., words)| words == wanted).map_or_else(|| panic!("no {wanted}"), |(at, ..)| row(at));
    assert!(at("GIÁM ĐỐC") < at("Nguyễn Văn A"), "with room to sign between them");
}

/// What a unit finds difficult, and what it proposes, stands in its own report in its own words.
#[test]
fn a_report_repeats_what_the_unit_finds_difficult_and_proposes() {
    let report = parts(&fs::read(long_an_reports().join("bao-cao-xep-hang.xlsx")).unwrap());
    let (_, xml) = sheets(&report).into_iter().find(|(sheet, _)| sheet == "Kiến nghị, đề xuất").unwrap();
    let said: Vec<String> =
        cells(&report, xml).into_iter().filter(|(at, ..)| at.starts_with(['C', 'D']) && row(at) > 5).map(|(.., words)| words).collect();
    let said: Vec<String> = said.into_iter().filter(|words| words.len() > 10).collect();
    assert!(!said.is_empty());
    let mut of_units = Vec::new();
    for entry in fs::read_dir(long_an_reports().join("don-vi")).unwrap() {
        let unit = parts(&fs::read(entry.unwrap().path()).unwrap());
        let (_, xml) = sheets(&unit).into_iter().find(|(sheet, _)| sheet == "Kết quả").unwrap();
        of_units.extend(cells(&unit, xml).into_iter().map(|(.., words)| words));
    }
    for words in said {
        assert!(of_units.contains(&words), "no report of a unit says “{words}”");
    }
}

/// What stands in a cell that is to be cured is listed with the comma or the point of whoever reads the list.
#[test]
fn what_stands_in_a_wrong_cell_is_listed_as_readers_of_each_language_write_numbers() {
    for (lang, number) in [("vi", "[$-42A]General"), ("en", "[$-409]General")] {
        let folder = Folder::base();
        folder.run("template . --out bieu");
        // More than the maximum.
        let claimed =
            by_hand(&fs::read(folder.path("bieu/so-a.xlsx")).unwrap(), &acts("- put: { at: \"leaf:1.1 claimed\", number: \"9.84\" }"));
        folder.put("submissions/so-a.xlsx", claimed);
        let said = folder.run(&format!("check submissions/so-a.xlsx --campaign . --out phan-hoi --lang {lang}"));
        let copy = parts(&fs::read(folder.path("phan-hoi/so-a.phan-hoi.xlsx")).expect(&said.err));
        let (_, list) = sheets(&copy).into_iter().next().unwrap();
        let held: Vec<Cell> = cells(&copy, list).into_iter().filter(|(.., words)| words == "9.84").collect();
        assert!(!held.is_empty() && held.iter().all(|(_, look, _)| look.number == number), "{held:?}");
    }
}
