//! The house style as it stands in the files: paper, margins, font, lines and colours of workbooks, pictures that a copier keeps,
//! and documents laid out as Nghị định 30/2020/NĐ-CP, Phụ lục I asks.

mod cells;
mod word;

use std::collections::BTreeMap;
use std::fs;

use crate::folder::Folder;
use crate::intake::raw::unzip;
use crate::samples::{files, long_an_reports};
use crate::templates::drawn;

/// Parts of a file as texts, by name.
pub type Parts = BTreeMap<String, String>;

/// Reads the parts of a file.
pub fn parts(bytes: &[u8]) -> Parts {
    unzip(bytes).into_iter().map(|(name, part)| (name, String::from_utf8_lossy(&part).into_owned())).collect()
}

/// Gives what stands between two marks, wherever they follow each other.
pub fn between<'w>(words: &'w str, open: &str, close: &str) -> Vec<&'w str> {
    words.split(open).skip(1).filter_map(|behind| Some(behind.split_once(close)?.0)).collect()
}

/// Gives the first of these.
pub fn first<'w>(words: &'w str, open: &str, close: &str) -> &'w str {
    words.split_once(open).and_then(|(_, behind)| Some(behind.split_once(close)?.0)).unwrap_or_else(|| panic!("no {open} in {words:.500}"))
}

/// Gives the value of an attribute in a tag.
pub fn value<'x>(tag: &'x str, name: &str) -> Option<&'x str> {
    Some(tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0)
}

/// Gives the sheets that are seen: name, and what stands in them.
pub fn sheets(parts: &Parts) -> Vec<(String, &str)> {
    let named = between(&parts["xl/workbook.xml"], "<sheet", "/>").into_iter().filter(|tag| tag.contains(" sheetId=")).enumerate();
    let seen = named.filter(|(_, tag)| !tag.contains(" state=\"hidden\""));
    let sheet = |at: usize| parts[&format!("xl/worksheets/sheet{}.xml", at + 1)].as_str();
    seen.map(|(at, tag)| (value(tag, "name").unwrap().to_owned(), sheet(at))).collect()
}

/// Makes a workbook of every kind that people print: reports of the sample, a form, workbooks of the council and of a unit that
/// explains, a marked copy, the review of a decision.
pub fn workbooks() -> Vec<(String, Parts)> {
    let folder = Folder::base();
    folder.put("appraisal/them.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,1.2,1,Báo cáo ghi khác\n");
    for command in ["template . --out bieu", "appraise . --round 1 --out phieu", "feedback . --out giai-trinh"] {
        folder.run(command);
    }
    folder.run("check submissions --campaign . --out phan-hoi");
    let decision = "| STT | Tiêu chí | Điểm tối đa | Cách tính điểm |\n| 1 | Ban hành kế hoạch | 1 | Kịp thời: 1; không kịp thời: 0,5 |";
    folder.put("bang.docx", drawn(decision));
    folder.run("convert bang.docx --out bo --report ra-soat.xlsx");
    let mut all = vec![("ra-soat".into(), parts(&fs::read(folder.path("ra-soat.xlsx")).unwrap()))];
    for below in ["bieu", "phieu", "giai-trinh", "phan-hoi"] {
        let made = files(&folder.path(below));
        assert!(!made.is_empty(), "{below}");
        all.extend(made.into_iter().map(|(name, path)| (format!("{below}/{name}"), parts(&fs::read(path).unwrap()))));
    }
    for name in ["bao-cao-xep-hang", "ket-qua-kiem-tra", "de-xuat-khen-thuong", "don-vi/so-noi-vu"] {
        all.push((name.into(), parts(&fs::read(long_an_reports().join(format!("{name}.xlsx"))).unwrap())));
    }
    all
}

/// The one sheet that lies on A3: every line of it is looked at with all of a unit's figures beside it.
const ON_A3: &str = "Thẩm định";

/// A4, 30 to 35 mm free on the left, 15 to 20 on the right, 20 to 25 above and below; all columns on one sheet of paper, or on so
/// many as are said.
#[test]
fn every_sheet_lies_on_a4_within_the_margins_of_the_decree() {
    let mut seen = 0;
    for (file, parts) in workbooks() {
        for (sheet, xml) in sheets(&parts) {
            let (margins, setup) = (first(xml, "<pageMargins", "/>"), first(xml, "<pageSetup", "/>"));
            assert_eq!(value(setup, "paperSize"), Some(if sheet == ON_A3 { "8" } else { "9" }), "{file}, {sheet}");
            for (side, least, most) in [("left", 30.0, 35.0), ("right", 15.0, 20.0), ("top", 20.0, 25.0), ("bottom", 20.0, 25.0)] {
                let millimetres = value(margins, side).unwrap().parse::<f64>().unwrap() * 25.4;
                assert!((least - 0.5..most + 0.5).contains(&millimetres), "{file}, {sheet}: {millimetres} mm {side}");
            }
            // Either they are fitted, or a scale is said that fits.
            assert!(xml.contains("<pageSetUpPr fitToPage=\"1\"/>") || value(setup, "scale").is_some(), "{file}, {sheet}");
            seen += 1;
        }
    }
    assert!(seen > 45, "{seen}");
}

/// Whoever turns a page still reads what each column is, on paper and on the screen, and may filter.
#[test]
fn the_head_of_a_long_table_is_repeated_stays_and_filters() {
    let report = parts(&fs::read(long_an_reports().join("bao-cao-xep-hang.xlsx")).unwrap());
    let names = between(&report["xl/workbook.xml"], "<definedName ", "</definedName>");
    let mut seen = 0;
    for (sheet, xml) in sheets(&report) {
        let long = ["Xếp hạng", "Lĩnh vực", "Tiêu chí", "So sánh", "Công bố", "Phụ lục"].iter().any(|begin| sheet.starts_with(begin));
        if !long && sheet != "Trình ký" {
            continue;
        }
        let place = format!(">'{sheet}'!$");
        let repeated = names.iter().find(|name| name.contains("_xlnm.Print_Titles") && name.contains(&place));
        let row: u32 = repeated.unwrap_or_else(|| panic!("{sheet}")).rsplit('$').next().unwrap().parse().unwrap();
        if long {
            let pane = first(xml, "<pane", "/>");
            assert_eq!(value(pane, "ySplit"), Some(row.to_string().as_str()), "{sheet}");
            assert!(value(pane, "xSplit").unwrap().parse::<u32>().unwrap() >= 2, "{sheet}: names of rows scroll away");
            // A table with a row of maxima above its units is not sorted.
            if !sheet.starts_with("Tiêu chí") {
                let filter = value(first(xml, "<autoFilter", "/>"), "ref").unwrap();
                assert!(filter.starts_with(&format!("A{row}:")), "{sheet}: {filter}");
            }
        }
        seen += 1;
    }
    assert!(seen > 12, "{seen}");
}

/// No page bears the head of a table of which no row stands on it: where the list of proposals ends on page 1, what the council votes
/// stands below nothing.
#[test]
fn no_head_is_repeated_over_a_page_without_its_rows() {
    let titles = |file: &str, sheet: &str| {
        let parts = parts(&fs::read(long_an_reports().join(file)).unwrap());
        let names = between(&parts["xl/workbook.xml"], "<definedName ", "</definedName>");
        let (_, xml) = sheets(&parts).into_iter().find(|(name, _)| name.as_str() == sheet).unwrap();
        assert!(xml.contains("<rowBreaks "), "{file}, {sheet}: one page only");
        names.iter().any(|name| name.contains("_xlnm.Print_Titles") && name.contains(&format!(">'{sheet}'!$")))
    };
    assert!(!titles("de-xuat-khen-thuong.xlsx", "Danh sách đề nghị"));
    assert!(titles("bao-cao-xep-hang.xlsx", "Trình ký"));
}

/// Pictures are charts of the workbook, drawn from its cells. The best stands on top, and what three bars of a row mean can be told
/// without colour: one is filled, one hatched, one white.
#[test]
fn pictures_are_charts_that_a_copier_keeps() {
    let report = parts(&fs::read(long_an_reports().join("bao-cao-xep-hang.xlsx")).unwrap());
    assert!(!report.keys().any(|name| name.starts_with("xl/media")), "no picture is painted");
    let drawn = |sheet: usize| {
        let links = &report[&format!("xl/worksheets/_rels/sheet{sheet}.xml.rels")];
        let drawing = first(links, "../drawings/", "\"");
        report[&format!("xl/drawings/{drawing}")].matches("<xdr:graphicFrame").count()
    };
    // Groups; grades and areas of each of the two.
    assert_eq!(drawn(1), 5);
    let charts: Vec<&String> = report.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).map(|(_, xml)| xml).collect();
    assert!(charts.len() > 10, "{}", charts.len());
    for chart in charts {
        let of_units = first(chart, "<c:catAx>", "</c:catAx>");
        assert!(of_units.contains("<c:orientation val=\"maxMin\"/>"), "the worst stands on top: {of_units}");
        assert!(between(chart, "<c:f>", "</c:f>").iter().all(|cells| cells.contains("!$")), "drawn from cells");
        assert!(between(chart, "<a:latin typeface=\"", "\"").iter().all(|font| *font == "Times New Roman"));
    }
    let unit = parts(&fs::read(long_an_reports().join("don-vi/so-noi-vu.xlsx")).unwrap());
    let profile = &unit["xl/charts/chart1.xml"];
    let ink = |series: &str| {
        let look = first(series, "<c:spPr>", "</c:spPr>");
        let hatched = look.starts_with("<a:pattFill");
        let white = look.starts_with("<a:solidFill><a:srgbClr val=\"FFFFFF\"/>") && look.contains("<a:ln ");
        (hatched, white)
    };
    let inks: Vec<(bool, bool)> = between(profile, "<c:ser>", "</c:ser>").into_iter().map(ink).collect();
    assert_eq!(inks, [(false, false), (true, false), (false, true)], "unit, mean and best");
}

/// Where units lost points is seen in the colours of the figures: of areas over the whole table, of criteria row by row, each on
/// its own scale from 0 to its maximum.
#[test]
fn tables_of_areas_and_criteria_are_heat_maps() {
    let report = parts(&fs::read(long_an_reports().join("bao-cao-xep-hang.xlsx")).unwrap());
    for (sheet, xml) in sheets(&report) {
        let scales = between(xml, "<colorScale>", "</colorScale>");
        if sheet.starts_with("Lĩnh vực") {
            assert_eq!(scales.len(), 1, "{sheet}");
        } else if sheet.starts_with("Tiêu chí") {
            assert!(scales.len() > 50, "{sheet}: {}", scales.len());
            let full = |scale: &&str| scale.contains("<cfvo type=\"num\" val=\"0\"/>") && scale.matches("type=\"num\"").count() == 3;
            assert!(scales.iter().all(full), "{sheet}: {scales:?}");
        }
    }
}

/// A pivot table is made of the sheet of data as it stands: one head in the first row, one plain table below it that filters.
#[test]
fn the_sheet_of_data_is_one_plain_table() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nreports: { data: true }");
    folder.run("run . -q");
    let report = parts(&fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
    let (_, xml) = sheets(&report).pop().unwrap();
    let rows = between(xml, "<row ", "</row>");
    let last = value(&format!(" {}", rows.last().unwrap()), "r").unwrap().to_owned();
    let filter = value(first(xml, "<autoFilter", "/>"), "ref").unwrap();
    assert!(filter.starts_with("A1:") && filter.ends_with(&last) && rows.len() > 3, "{filter} of {last} rows");
    assert!(!xml.contains("<mergeCell"), "no cell of it is merged");
}
