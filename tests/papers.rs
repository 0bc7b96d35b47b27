//! What leaves the house speaks to people: no code of a finding, no folder of the exercise, no id, no hash.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};
use parindex::finding::catalogue;
use serde_json::Value;
use tempfile::TempDir;

use crate::english::{between, reports};
use crate::folder::Folder;
use crate::intake::raw::unzip;
use crate::samples::{files, long_an_reports};

/// Workbook of those who see to what was found: it stays in the house, with codes and paths.
const OF_THE_OFFICE: &str = "ket-qua-kiem-tra.xlsx";

/// Sheets that machines read, in both languages.
const DATA: [&str; 2] = ["Dữ liệu", "Data"];

/// Sheets that list what a unit named, in its own words.
const NAMED: [&str; 2] = ["Tài liệu kiểm chứng", "Evidence"];

/// Folders and files of an exercise, which mean nothing outside the office.
const OF_THE_EXERCISE: [&str; 9] =
    ["submissions", "evidence/", "appraisal/", "survey/", "criteria/", "campaign.yaml", "set.yaml", "result.json", "manifest"];

/// Gives every text of a paper, with the name of its sheet.
fn texts(path: &Path) -> Vec<(String, String)> {
    let parts = unzip(&fs::read(path).unwrap());
    let xml = parts
        .iter()
        .filter(|(name, _)| Path::new(name).extension().is_some_and(|ending| ending == "xml"))
        .map(|(name, part)| (name, String::from_utf8_lossy(part)));
    if path.extension().is_some_and(|ending| ending == "docx") {
        let of = |xml: &str| {
            let paragraphs = between(xml, "<w:p>", "</w:p>").chain(between(xml, "<w:p ", "</w:p>"));
            let runs = |words: &str| between(words, "<w:t", "</w:t>").filter_map(|run| Some(run.split_once('>')?.1.to_owned())).collect();
            paragraphs.map(|paragraph| (String::new(), runs(paragraph))).collect::<Vec<_>>()
        };
        return xml.flat_map(|(_, xml)| of(&xml)).collect();
    }
    let of_pages = xml.filter(|(name, _)| name.starts_with("xl/worksheets/sheet")).flat_map(|(_, xml)| {
        let lines = ["oddHeader", "oddFooter", "firstHeader", "firstFooter"].map(|line| (format!("<{line}>"), format!("</{line}>")));
        let lines = lines.iter().flat_map(|(open, close)| between(&xml, open, close).map(|words| (String::new(), words.to_owned())));
        lines.collect::<Vec<_>>()
    });
    let mut texts: Vec<(String, String)> = of_pages.collect();
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    for sheet in book.sheet_names().clone() {
        for cell in book.worksheet_range(&sheet).unwrap().rows().flatten() {
            if let Data::String(words) = cell {
                texts.push((sheet.clone(), words.clone()));
            }
        }
    }
    texts
}

/// Gives what only machines know by its name in a run: ids that no sentence would hold by chance.
fn ids(reports: &Path) -> BTreeSet<String> {
    let result: Value = serde_json::from_slice(&fs::read(reports.join("result.json")).unwrap()).unwrap();
    let each = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let groups = each(&result["groups"]);
    let units = groups.iter().flat_map(|group| each(&group["units"]).into_iter().chain([group.clone(), group["set"].clone()]));
    let all = units.chain(each(&result["awards"]));
    all.filter_map(|one| Some(one["id"].as_str()?.to_owned())).filter(|id| id.contains('-')).collect()
}

/// Says why words are none for people; nothing for those that are.
fn machine(words: &str, ids: &BTreeSet<String>) -> Option<String> {
    let known = OF_THE_EXERCISE.iter().find(|name| words.contains(**name)).map(|name| (*name).to_owned());
    // A unit knows its own files by their names, which may be its id.
    let files = words.contains(".xlsx");
    let mut each = words.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '_'));
    known.or_else(|| each.find(|word| is_code(word) || is_hash(word) || !files && ids.contains(*word)).map(str::to_owned))
}

/// Tells whether a word is the code of a finding.
fn is_code(word: &str) -> bool {
    word.len() == 4 && catalogue().any(|code| code.id == word)
}

/// Tells whether a word is a hash, or the beginning of one.
fn is_hash(word: &str) -> bool {
    let hex = word.len() >= 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex && word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Lists what the papers of a run say that is none for people.
pub fn leaks(reports: &Path) -> Vec<String> {
    let (mut leaks, ids) = (Vec::new(), ids(reports));
    for (name, path) in files(reports) {
        let paper = path.extension().is_some_and(|ending| ending == "xlsx" || ending == "docx");
        if !paper || name == OF_THE_OFFICE {
            continue;
        }
        let texts = texts(&path);
        assert!(!texts.is_empty(), "{name} is read as empty");
        for (sheet, words) in texts.into_iter().filter(|(sheet, _)| !DATA.contains(&sheet.as_str()) && !NAMED.contains(&sheet.as_str())) {
            leaks.extend(machine(&words, &ids).map(|found| format!("{name} › {sheet}: “{found}” in “{words}”")));
        }
    }
    leaks
}

#[test]
fn no_paper_of_the_sample_names_what_only_machines_and_the_office_know() {
    for reports in [long_an_reports(), reports().to_owned()] {
        let leaks = leaks(&reports);
        assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    }
}

#[test]
fn what_only_machines_know_is_found_wherever_it_stands() {
    let ids = BTreeSet::from(["so-y-te".to_owned()]);
    for words in ["Còn 1 lỗi (E001).", "submissions/so-a.xlsx", "mã 4ddc1832", "đơn vị so-y-te", "ở tệp result.json"] {
        assert!(machine(words, &ids).is_some(), "{words}");
    }
    for words in ["1234/QĐ-UBND ngày 20/3/2026", "12345678 hồ sơ", "trang “Tự đánh giá”, ô E001a", "Sở Y tế", "tệp ket-qua-kiem-tra.xlsx"]
    {
        assert_eq!(machine(words, &ids), None, "{words}");
    }
}

/// Gives the places that a unit's report names.
fn places(report: &Path) -> Vec<String> {
    let words = texts(report).into_iter().filter(|(sheet, words)| sheet == "Kết quả kiểm tra" && words.contains("trang “"));
    words.map(|(_, words)| words).collect()
}

#[test]
fn a_unit_reads_sheet_and_cell_of_its_form_and_the_name_of_a_file_only_where_it_sent_several() {
    let one = places(&long_an_reports().join("don-vi/ben-luc.xlsx"));
    assert!(one.contains(&"trang “Tài liệu kiểm chứng”, ô H28".to_owned()), "{one:?}");
    let folder = Folder::base();
    fs::copy("tests/broken/E001/forms.yaml", folder.path("forms.yaml")).unwrap();
    folder.fill();
    fs::copy(folder.path("submissions/so-a.xlsx"), folder.path("submissions/so-a-moi.xlsx")).unwrap();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nsubmissions: { so-a: so-a-moi.xlsx }");
    folder.run("run . -q");
    let several = places(&folder.path("reports/don-vi/so-a.xlsx"));
    assert!(several.iter().any(|place| place.starts_with("so-a-moi.xlsx\ntrang “")), "{several:?}");
}

#[test]
fn a_reason_that_several_rows_share_is_said_once_below_them() {
    for file in ["so-y-te", "can-duoc"] {
        let words = texts(&long_an_reports().join(format!("don-vi/{file}.xlsx")));
        let of = |wanted: &str| words.iter().filter(|(sheet, words)| sheet == "Kết quả" && words == wanted).count();
        let survey = "Theo kết quả điều tra xã hội học";
        assert_eq!((of(survey), of(&format!("(1) {survey}")), of("(1)")), (0, 1, 3), "{file}");
    }
    let letter = texts(&long_an_reports().join("van-ban/tra-ket-qua/so-y-te.docx"));
    assert_eq!(letter.iter().filter(|(_, words)| words.contains("Theo kết quả điều tra xã hội học")).count(), 1);
}

#[test]
fn what_many_units_share_is_one_line_of_the_offices_workbook_with_the_units_below() {
    let words = texts(&long_an_reports().join(OF_THE_OFFICE));
    let of = |sheet: &str| words.iter().filter(|(of, words)| of == sheet && words == "P016").count();
    assert_eq!(of("Cần xử lý"), 1);
    let below = of("Nội dung lặp lại, kéo theo");
    let line = format!("Chưa có điểm của bước chính thức: {below} đơn vị; xem trang “Nội dung lặp lại, kéo theo”.");
    assert!(below > 20 && words.contains(&("Cần xử lý".to_owned(), line)), "{below}");
}

/// A unit gets a report of two to four pages: sheets to look things up in are in the workbook and not on paper.
#[test]
fn of_a_scored_unit_the_report_alone_is_printed_and_other_sheets_say_how_they_are() {
    let aside = |file: &str| {
        let path = long_an_reports().join("don-vi").join(file);
        let parts = unzip(&fs::read(&path).unwrap());
        let part = |name: &str| {
            let found = parts.iter().find(|(part, _)| part == name);
            String::from_utf8(found.unwrap().1.clone()).unwrap()
        };
        let workbook = part("xl/workbook.xml");
        let areas: Vec<(String, String)> = between(&workbook, "<definedName ", "</definedName>")
            .filter(|name| name.contains("_xlnm.Print_Area"))
            .map(|name| {
                let (sheet, cell) = name.split_once('>').unwrap().1.split_once('!').unwrap();
                (sheet.trim_matches('\'').to_owned(), cell.replace('$', ""))
            })
            .collect();
        let words = texts(&path);
        for (sheet, cell) in &areas {
            let number = 1 + between(&workbook, "<sheet name=\"", "\"").position(|name| name == sheet).unwrap();
            let xml = part(&format!("xl/worksheets/sheet{number}.xml"));
            let cell = cell.split(':').next().unwrap();
            assert!(!xml.contains(&format!("r=\"{cell}\"")), "{file}, {sheet}: {cell} has something in it");
            assert!(words.iter().any(|(of, words)| of == sheet && words.contains("chọn “Print Selection”")), "{file}, {sheet}");
        }
        areas.into_iter().map(|(sheet, _)| sheet).collect::<Vec<_>>()
    };
    assert_eq!(aside("so-tu-phap.xlsx"), ["Chi tiết", "Kết quả kiểm tra", "Tài liệu kiểm chứng"]);
    // Of a unit that sent nothing the findings are all there is to read.
    assert!(aside("so-ngoai-vu.xlsx").is_empty());
}

/// Gives the head of the pages of a sheet, and that of its first page where it has one of its own.
fn heads(xml: &str) -> (String, Option<String>) {
    let of = |open: &str, close: &str| between(xml, open, close).next().map(str::to_owned);
    let own = xml.contains("<headerFooter differentFirst=\"1\"");
    (of("<oddHeader>", "</oddHeader>").unwrap(), of("<firstHeader>", "</firstHeader>").filter(|_| own))
}

#[test]
fn the_first_page_of_a_paper_bears_no_number_and_the_notice_all_the_same() {
    let number = "&amp;P";
    let mut papers = 0;
    for name in ["bao-cao-xep-hang.xlsx", "de-xuat-khen-thuong.xlsx", "don-vi/tan-an.xlsx"] {
        let parts = unzip(&fs::read(long_an_reports().join(name)).unwrap());
        let texts: String =
            parts.iter().filter(|(name, _)| name == "xl/sharedStrings.xml").map(|(_, xml)| String::from_utf8_lossy(xml)).collect();
        assert!(texts.contains("Độc lập - Tự do - Hạnh phúc"), "{name}");
        for (part, xml) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
            let (all, first) = heads(&String::from_utf8_lossy(xml));
            assert!(all.contains(number), "{name} {part}: {all}");
            let Some(first) = first else { continue };
            papers += 1;
            assert!(!first.contains(number) && first.ends_with("SỐ LIỆU MINH HỌA"), "{name} {part}: {first}");
            assert_eq!(all.replace(number, ""), first, "{name} {part}");
        }
    }
    assert_eq!(papers, 3, "the signed ranking, the award list and the unit's report");
}

#[test]
fn the_first_page_of_a_form_bears_no_number_and_its_foot_all_the_same() {
    let folder = Folder::base();
    folder.run("template . --unit so-a --out bieu");
    let printed = unzip(&fs::read(folder.path("bieu/so-a.xlsx")).unwrap()).into_iter().filter_map(|(name, xml)| {
        let xml = String::from_utf8_lossy(&xml).into_owned();
        (name.starts_with("xl/worksheets/sheet") && xml.contains("<oddHeader>")).then_some(xml)
    });
    let mut sheets = 0;
    for xml in printed {
        let (all, first) = heads(&xml);
        let first = first.unwrap();
        assert!(all.contains("&amp;P") && !first.contains("&amp;P"), "{all}, {first}");
        let of = |open: &str, close: &str| between(&xml, open, close).next().map(str::to_owned).unwrap();
        assert_eq!(of("<oddFooter>", "</oddFooter>"), of("<firstFooter>", "</firstFooter>"));
        sheets += 1;
    }
    assert_eq!(sheets, 3);
}

/// Gives the rows of a sheet with their height and their first words, and the rows above which a page ends.
fn rows_of(workbook: &Path, named: &str) -> (Vec<(u32, f64, String)>, Vec<u32>) {
    let mut book: Xlsx<_> = open_workbook(workbook).unwrap();
    let at = book.sheet_names().iter().position(|name| name == named).unwrap() + 1;
    let words = book.worksheet_range(named).unwrap();
    let parts = unzip(&fs::read(workbook).unwrap());
    let xml = parts.iter().find(|(name, _)| *name == format!("xl/worksheets/sheet{at}.xml")).unwrap();
    let xml = String::from_utf8_lossy(&xml.1).into_owned();
    let number = |words: &str, key: &str| between(words, &format!("{key}=\"")[..], "\"").next().map(str::to_owned);
    let rows = between(&xml, "<row ", ">").map(|row| {
        let row_at = number(row, "r").unwrap().parse::<u32>().unwrap();
        let first =
            words.range((row_at - 1, 0), (row_at - 1, 30)).rows().flatten().map(ToString::to_string).find(|words| !words.is_empty());
        (row_at, number(row, " ht").map_or(15.0, |height| height.parse::<f64>().unwrap()), first.unwrap_or_default())
    });
    let breaks = between(&xml, "<brk ", "/>").map(|one| number(one, "id").unwrap().parse::<u32>().unwrap() + 1);
    (rows.collect(), breaks.collect())
}

#[test]
fn the_list_of_awards_is_signed_below_its_last_unit_and_the_council_begins_a_page_if_need_be() {
    let (rows, breaks) = rows_of(&long_an_reports().join("de-xuat-khen-thuong.xlsx"), "Danh sách đề nghị");
    let at = |words: &str| rows.iter().find(|(_, _, said)| said.starts_with(words)).map_or_else(|| panic!("{words}"), |(row, ..)| *row);
    let (list, office, council, ballots) =
        (at("3. Bằng khen"), at("NGƯỜI LẬP BIỂU"), at("Kết quả xét của Hội đồng"), at("Thành viên Hội đồng dự họp"));
    let order = [list, office, council, ballots, at("THƯ KÝ"), at("Nơi nhận")];
    assert!(order.is_sorted(), "{rows:?}");
    // A page begins at the empty row above the heading.
    assert_eq!(breaks, [council - 1], "{rows:?}");
}

#[test]
fn no_row_of_what_is_signed_is_higher_than_excel_prints_however_many_units_are_missing() {
    let folder = TempDir::new().unwrap();
    let reports = folder.path().join("reports");
    Command::new(env!("CARGO_BIN_EXE_parindex")).args(["run", "samples/minh-giang-2025", "-q", "--out"]).arg(&reports).output().unwrap();
    let (rows, _) = rows_of(&reports.join("bao-cao-xep-hang.xlsx"), "Trình ký");
    let missing = rows.iter().filter(|(_, _, words)| words.starts_with("Chưa có kết quả, chưa gửi báo cáo tự đánh giá ("));
    let told: Vec<&str> = missing.map(|(_, _, words)| words.split(':').next().unwrap()).collect();
    assert_eq!(
        told,
        ["Chưa có kết quả, chưa gửi báo cáo tự đánh giá (14 đơn vị)", "Chưa có kết quả, chưa gửi báo cáo tự đánh giá (96 đơn vị)"]
    );
    let high: Vec<_> = rows.iter().filter(|(_, height, _)| *height > 300.0).collect();
    assert!(high.is_empty(), "{high:?}");
}
