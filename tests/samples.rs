//! What ships with the program: every set is clean, and every sample campaign comes out as it should.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use calamine::{Data, Reader, SheetVisible, Xlsx, open_workbook};
use parindex::points::Rounding;
use parindex::record;
use serde_json::Value;
use tempfile::TempDir;

use crate::folder::golden;

#[path = "../examples/shared/earlier_year.rs"]
mod earlier_year;
#[path = "../examples/long_an_2018/sample.rs"]
mod long_an;
#[path = "../examples/minh_giang_2025/sample.rs"]
mod minh_giang;

/// Finished run: exit code, `result.json`, and the folder with the reports.
struct Run {
    code: Option<i32>,
    result: Value,
    folder: TempDir,
}

/// Runs a sample campaign into a folder of its own.
fn run(campaign: &str) -> Run {
    let folder = TempDir::new().unwrap();
    let reports = folder.path().join("reports");
    let output = Command::new(env!("CARGO_BIN_EXE_parindex")).args(["run", campaign, "-q", "--out"]).arg(&reports).output().unwrap();
    let result = fs::read(reports.join("result.json")).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    Run { code: output.status.code(), result: serde_json::from_slice(&result).unwrap(), folder }
}

/// Runs the sample of Long An, once for all tests.
fn long_an_2018() -> &'static Run {
    static RUN: OnceLock<Run> = OnceLock::new();
    RUN.get_or_init(|| run("samples/long-an-2018"))
}

/// Gives the folder of the reports of Long An.
pub fn long_an_reports() -> PathBuf {
    long_an_2018().folder.path().join("reports")
}

/// Gives the units of all groups, in order.
fn units(result: &Value) -> Vec<&Value> {
    result["groups"].as_array().unwrap().iter().flat_map(|group| group["units"].as_array().unwrap()).collect()
}

/// Gives the text of a field.
fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} is no text in {value}"))
}

/// Lists all files below a folder, by their path inside it.
pub fn files(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                open.push(entry);
            } else {
                found.insert(entry.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/"), entry);
            }
        }
    }
    found
}

#[test]
fn every_set_that_ships_is_clean() {
    let sets = files(Path::new("criteria")).into_values().chain(files(Path::new("samples")).into_values());
    let folders: Vec<PathBuf> = sets.filter(|path| path.ends_with("set.yaml")).map(|path| path.parent().unwrap().to_owned()).collect();
    assert!(folders.len() >= 4, "found only {folders:?}");
    let output = Command::new(env!("CARGO_BIN_EXE_parindex")).args(["lint", "--format", "json"]).args(&folders).output().unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let bad: Vec<&Value> = said["findings"].as_array().unwrap().iter().filter(|finding| text(finding, "severity") != "note").collect();
    assert!(bad.is_empty(), "{bad:#?}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_published_table_of_binh_duong_2017_comes_out_to_the_last_digit() {
    let Run { code, result, .. } = run("samples/binh-duong-2017");
    let rows: Vec<String> = units(&result)
        .into_iter()
        .map(|unit| {
            let (place, tied) = (&unit["place"], &unit["tied"]);
            format!("{place} {} {} {} {tied}", text(unit, "name"), text(unit, "points"), text(unit, "index"))
        })
        .collect();
    let published = [
        "1 TP Thủ Dầu Một 84.58 84.58 false",
        "2 TX Tân Uyên 82.00 82.00 false",
        "3 H Bàu Bàng 80.27 80.27 false",
        "4 TX Thuận An 79.04 79.04 false",
        "5 TX Dĩ An 78.06 78.06 false",
        "6 TX Bến Cát 77.83 77.83 false",
        "7 H Dầu Tiếng 76.22 76.22 false",
        "8 H Phú Giáo 76.03 76.03 false",
        "9 H Bắc Tân Uyên 71.46 71.46 false",
    ];
    assert_eq!(rows, published);
    assert_eq!(text(&result["groups"][0], "mean_index"), "78.39");
    assert_eq!(code, Some(0), "{:#}", result["findings"]);
}

#[test]
fn the_dossiers_of_long_an_add_up_to_the_published_totals() {
    let mut forms = files(Path::new("samples/long-an-2018/submissions"));
    forms.retain(|name, _| !name.contains(".giai-trinh-"));
    let output = Command::new(env!("CARGO_BIN_EXE_parindex")).args(["check", "--format", "json"]).args(forms.values()).output().unwrap();
    let checked: Value = serde_json::from_slice(&output.stdout).unwrap();
    let read = checked["files"].as_array().unwrap();
    assert_eq!(read.len(), 34);
    let sum = |input: &str| -> u64 {
        let rows = read.iter().flat_map(|file| file["rows"].as_array().unwrap()).filter(|row| row["criterion"] == "3.3.2");
        rows.filter_map(|row| row["inputs"][input].as_str()).map(|number| number.parse::<u64>().unwrap()).sum()
    };
    assert_eq!([sum("da_tiep_nhan"), sum("da_giai_quyet"), sum("dung_han")], [703_938, 683_241, 654_074]);
}

#[test]
fn the_overview_of_long_an_prints_the_totals_and_their_rate() {
    let overview = long_an_2018().folder.path().join("reports/bao-cao-xep-hang.xlsx");
    let mut book: Xlsx<_> = open_workbook(overview).unwrap();
    let cells: Vec<String> = book.worksheet_range("Thông tin chung").unwrap().used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    for printed in ["703938", "683241", "654074"] {
        assert!(cells.iter().any(|cell| cell.replace('.', "") == printed), "{printed} is not in {cells:?}");
    }
    assert!(cells.iter().any(|cell| cell.contains("95,73") || cell.contains("95.73")), "95,73% is not in {cells:?}");
}

#[test]
fn long_an_has_one_tie_one_silent_unit_and_one_without_a_place() {
    let Run { code, result, .. } = long_an_2018();
    assert_eq!(*code, Some(3), "the typical mistakes are errors, and the reports are written all the same");
    let with = |key: &'static str, value: Value| -> Vec<&str> {
        units(result).into_iter().filter(|unit| unit[key] == value).map(|unit| text(unit, "id")).collect()
    };
    assert_eq!(with("tied", true.into()), ["so-lao-dong-tbxh", "so-van-hoa-the-thao-va-du-lich"]);
    assert_eq!(with("status", "not_submitted".into()), ["so-ngoai-vu"]);
    assert_eq!(with("status", "unranked".into()), ["trung-tam-phuc-vu-hcc"]);
    assert_eq!(units(result).len(), 35);
}

#[test]
fn long_an_proposes_one_flag_and_eight_certificates() {
    let awards = long_an_2018().result["awards"].as_array().unwrap();
    let chosen: Vec<(&str, usize)> = awards.iter().map(|award| (text(award, "id"), award["chosen"].as_array().unwrap().len())).collect();
    assert_eq!(chosen, [("co-thi-dua", 1), ("bang-khen-so-nganh", 5), ("bang-khen-huyen", 3)]);
    let mut named: Vec<&str> = awards.iter().flat_map(|award| award["chosen"].as_array().unwrap()).map(|id| id.as_str().unwrap()).collect();
    named.sort_unstable();
    named.dedup();
    assert_eq!(named.len(), 9, "nobody is proposed twice");
    assert!(awards.iter().all(|award| award["tied_at_edge"].as_array().unwrap().is_empty()));
}

#[test]
fn the_typical_mistakes_of_long_an_are_found_where_they_were_made() {
    let findings = long_an_2018().result["findings"].as_array().unwrap();
    for (unit, criterion, severity) in [
        // An error, until the unit explained it.
        ("so-cong-thuong", "5.3", "note"),
        ("so-xay-dung", "7.2.1", "warning"),
        ("can-giuoc", "1.1.3", "error"),
        ("so-y-te", "5.3", "warning"),
        ("so-giao-duc-va-dao-tao", "3.3.2", "error"),
        ("duc-hue", "7.1.1", "error"),
        ("moc-hoa", "3.2.2", "warning"),
        ("so-nong-nghiep-va-ptnt", "6.3", "error"),
        ("tan-hung", "6.1", "warning"),
        ("ben-luc", "3.3.2", "warning"),
    ] {
        let there: Vec<&Value> = findings.iter().filter(|finding| finding["unit"] == unit && finding["criterion"] == criterion).collect();
        let rank = |severity: &str| ["note", "warning", "error"].iter().position(|name| *name == severity).unwrap();
        assert!(
            there.iter().any(|finding| rank(text(finding, "severity")) >= rank(severity)),
            "{unit} {criterion}: nothing of severity {severity} in {there:#?}"
        );
    }
}

#[test]
fn the_results_of_long_an_read_back_to_the_last_digit() {
    let Run { result, folder, .. } = long_an_2018();
    let read = record::read(&fs::read(folder.path().join("reports/result.json")).unwrap(), "result.json");
    assert_eq!(read.findings, Vec::new());
    let record = read.value.unwrap();
    assert_eq!(&serde_json::to_value(&record).unwrap(), result);
    for unit in record.groups.iter().flat_map(|group| &group.units) {
        let (Some(exact), Some(printed)) = (&unit.exact.index, &unit.index) else { continue };
        assert_eq!(Rounding::default().machine(&exact.points()), printed.as_str(), "{}", unit.id);
    }
}

/// Gives every cell of a workbook that says something, a line a row, sheet by sheet.
pub fn dump(path: &Path) -> String {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let mut lines = Vec::new();
    for name in book.sheet_names() {
        lines.push(format!("# {name}"));
        let range = book.worksheet_range(&name).unwrap();
        let above = range.start().map_or(0, |(row, _)| row);
        for (row, cells) in (above + 1..).zip(range.rows()) {
            let cells: Vec<String> = cells.iter().map(|cell| cell.to_string().replace('\n', "⏎")).collect();
            let cells = cells.join(" | ");
            let cells = cells.trim_end_matches([' ', '|']);
            if !cells.is_empty() {
                lines.push(format!("{row}: {cells}"));
            }
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_workbooks_of_long_an_say_what_stands_in_the_golden_files() {
    let reports = long_an_2018().folder.path().join("reports");
    for (file, name) in [
        ("bao-cao-xep-hang.xlsx", "bao-cao-xep-hang"),
        ("ket-qua-kiem-tra.xlsx", "ket-qua-kiem-tra"),
        ("de-xuat-khen-thuong.xlsx", "de-xuat-khen-thuong"),
        ("don-vi/so-noi-vu.xlsx", "don-vi-so-noi-vu"),
    ] {
        golden(&format!("long-an-2018/{name}.txt"), &dump(&reports.join(file)));
    }
}

#[test]
fn no_head_of_a_table_stands_alone_at_the_foot_of_a_page() {
    let report = long_an_2018().folder.path().join("reports/bao-cao-xep-hang.xlsx");
    let parts = crate::intake::raw::unzip(&fs::read(&report).unwrap());
    let breaks = |sheet: u32| -> Vec<usize> {
        let (_, xml) = parts.iter().find(|(name, _)| *name == format!("xl/worksheets/sheet{sheet}.xml")).unwrap();
        let xml = String::from_utf8(xml.clone()).unwrap();
        xml.split("<brk id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
    };
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&report).unwrap();
    // The rows that begin a page: what stands first on it.
    let mut begins = |name: &str, sheet: u32| -> Vec<String> {
        let range = book.worksheet_range(name).unwrap();
        let rows: Vec<String> = range.rows().map(|row| row.iter().map(ToString::to_string).collect::<String>()).collect();
        breaks(sheet).into_iter().map(|row| rows[row..].iter().find(|words| !words.is_empty()).unwrap().clone()).collect()
    };
    assert!(begins("Thông tin chung", 2).is_empty());
    // A chart beside a table makes the page wider, and so lower in scale.
    assert_eq!(begins("Biểu đồ", 6), ["UBND cấp huyện"]);
    assert_eq!(begins("Tóm tắt", 1), ["Số đơn vị theo xếp loại: UBND cấp huyện"]);
}

#[test]
fn no_page_of_a_units_report_but_the_last_is_half_empty() {
    // A page of A4 at the scale at which the columns of the report fit, in points.
    const ROOM: u32 = 938;
    let mut seen = 0;
    for (name, path) in files(&long_an_reports().join("don-vi")) {
        let book = fs::read(path).unwrap();
        let (rows, breaks) = crate::report::printed(&book, 1, "Kết quả");
        let begins: Vec<usize> = std::iter::once(0).chain(breaks).collect();
        assert!(begins.len() <= 2, "{name}: {begins:?}");
        for (from, to) in begins.iter().zip(begins.iter().skip(1)) {
            let filled = rows[*from..*to].iter().map(|(height, _)| height).sum::<u32>() * 100 / ROOM;
            assert!((60..=100).contains(&filled), "{name}: {filled} % of a page is filled");
            seen += 1;
        }
        // A few rows are no page of their own.
        let last = &rows[*begins.last().unwrap()..];
        assert!(last.len() > 8, "{name}: {} rows stand on the last page", last.len());
    }
    assert!(seen > 30, "{seen}");
}

#[test]
fn no_area_stands_alone_at_the_foot_of_a_page_of_the_rules() {
    let path = long_an_reports().join("bao-cao-xep-hang.xlsx");
    let names = open_workbook::<Xlsx<_>, _>(&path).unwrap().sheet_names().clone();
    let book = fs::read(path).unwrap();
    let mut seen = 0;
    for (at, name) in names.iter().enumerate().filter(|(_, name)| name.starts_with("Phụ lục")) {
        let (rows, breaks) = crate::report::printed(&book, at + 1, name);
        let title = rows.iter().find(|(_, words)| words.starts_with("PHỤ LỤC")).unwrap().1.clone();
        let set = if title.contains("huyện") { "long-an-huyen-2018" } else { "long-an-so-nganh-2018" };
        let text = fs::read_to_string(format!("criteria/{set}/set.yaml")).unwrap();
        let set = parindex::criteria::read(&text, "set.yaml").value.unwrap();
        let heads = |row: usize| set.find(&rows[row].1.as_str().into()).is_some_and(|criterion| criterion.leaf().is_none());
        for row in breaks {
            assert!(heads(row) && !heads(row - 1), "{name}: a page begins at {}, below {}", rows[row].1, rows[row - 1].1);
            seen += 1;
        }
    }
    assert!(seen > 2, "{seen}");
}

#[test]
fn a_bar_stands_beside_its_row_and_is_called_by_a_name() {
    let book = fs::read(long_an_reports().join("bao-cao-xep-hang.xlsx")).unwrap();
    let (rows, _) = crate::report::printed(&book, 2, "Tóm tắt");
    let heads: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].1 == "STT").collect();
    assert_eq!(heads.len(), 5, "groups, grades and areas of two groups");
    for head in heads {
        let heights = rows[head + 1..].iter().take_while(|(_, words)| words.parse::<u32>().is_ok()).map(|(height, _)| *height);
        let heights: Vec<u32> = heights.collect();
        assert!(heights.len() > 1 && heights.iter().all(|height| *height == heights[0]), "{heights:?}");
    }
    let shared = crate::intake::raw::unzip(&book).into_iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap().1;
    let shared = String::from_utf8(shared).unwrap();
    for label in ["1. Công tác chỉ đạo", "3. Cải cách thủ tục hành chính", "7. Xây dựng, phát triển chính…"] {
        assert!(shared.contains(&format!(">{label}<")), "{label}");
    }
}

#[test]
fn no_picture_is_cut_by_the_end_of_a_page() {
    let report = long_an_2018().folder.path().join("reports/bao-cao-xep-hang.xlsx");
    let parts: BTreeMap<String, String> = crate::intake::raw::unzip(&fs::read(&report).unwrap())
        .into_iter()
        .map(|(name, part)| (name, String::from_utf8_lossy(&part).into_owned()))
        .collect();
    let numbers = |xml: &str, open: &str, close: char| -> Vec<u32> {
        xml.split(open).skip(1).map(|rest| rest.split(close).next().unwrap().parse().unwrap()).collect()
    };
    let mut seen = 0;
    for (name, rels) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/_rels/")) {
        let Some((_, drawing)) = rels.split_once("Target=\"../drawings/") else { continue };
        let sheet = name.trim_start_matches("xl/worksheets/_rels/").trim_end_matches(".rels");
        let breaks = numbers(&parts[&format!("xl/worksheets/{sheet}")], "<brk id=\"", '"');
        let drawing = &parts[&format!("xl/drawings/{}", drawing.split('"').next().unwrap())];
        for anchor in drawing.split("<xdr:twoCellAnchor").skip(1) {
            let [from, to] = numbers(anchor, "<xdr:row>", '<')[..] else { panic!("{anchor}") };
            assert!(breaks.iter().all(|row| !(from + 1..=to).contains(row)), "{sheet}: a picture from {from} to {to}, {breaks:?}");
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn the_notice_stands_on_every_sheet_of_every_report() {
    let folder = long_an_2018().folder.path().join("reports");
    let books: Vec<(String, PathBuf)> =
        files(&folder).into_iter().filter(|(_, path)| path.extension().is_some_and(|ending| ending == "xlsx")).collect();
    assert_eq!(books.len(), 3 + 35, "three reports, and one of every unit: {books:?}");
    for (name, path) in books {
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        let shown: Vec<String> =
            book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone()).collect();
        for sheet in shown {
            let range = book.worksheet_range(&sheet).unwrap();
            let says = |cell: &Data| matches!(cell, Data::String(words) if words.contains("SỐ LIỆU MINH HỌA"));
            assert!(
                range.used_cells().any(|(_, _, cell)| says(cell)),
                "{name}, sheet “{sheet}” does not say that its figures are invented"
            );
        }
    }
}

#[test]
fn the_sample_of_long_an_is_what_its_generator_makes() {
    let fresh = TempDir::new().unwrap();
    let source = Path::new("samples/long-an-2018");
    long_an::write(source, fresh.path()).unwrap();
    let mut kept = files(source);
    kept.retain(|name, _| !name.starts_with("reports/"));
    let made = files(fresh.path());
    assert_eq!(made.keys().collect::<Vec<_>>(), kept.keys().collect::<Vec<_>>());
    let different: Vec<&String> =
        made.iter().filter(|(name, path)| fs::read(path).unwrap() != fs::read(&kept[*name]).unwrap()).map(|(name, _)| name).collect();
    assert!(
        different.is_empty(),
        "{different:?} differ; if the form changed on purpose: cargo run --example long_an_2018 -- samples/long-an-2018"
    );
}

#[test]
fn what_is_kept_of_minh_giang_is_what_its_generator_makes() {
    let kept = files(Path::new("samples/minh-giang-2025"));
    let small: Vec<&str> =
        kept.keys().map(String::as_str).filter(|name| ["campaign.yaml", "nam-truoc/result.json"].contains(name)).collect();
    assert_eq!(small.len(), 2, "{kept:?}");
    let fresh = TempDir::new().unwrap();
    minh_giang::begin(fresh.path(), minh_giang::COMMUNES).unwrap();
    for name in small {
        let read = |folder: &Path| fs::read_to_string(folder.join(name)).unwrap();
        assert!(
            read(fresh.path()) == read(Path::new("samples/minh-giang-2025")),
            "{name} differs: cargo run --example minh_giang_2025 -- samples/minh-giang-2025"
        );
    }
}

/// Makes and runs the sample of Minh Giang with a sixth of its communes, once for all tests.
fn minh_giang_2025() -> &'static (Run, TempDir) {
    static RUN: OnceLock<(Run, TempDir)> = OnceLock::new();
    RUN.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        minh_giang::write(folder.path(), 16).unwrap();
        (run(folder.path().to_str().unwrap()), folder)
    })
}

/// Gives the folder of the sample of Minh Giang, with its reports.
pub fn minh_giang() -> &'static Path {
    minh_giang_2025().1.path()
}

#[test]
fn minh_giang_goes_through_its_year() {
    let (Run { code, result, folder }, _) = minh_giang_2025();
    assert_eq!(*code, Some(3), "one unit breaks the rules of filling in");
    let with = |key: &'static str, value: Value| -> Vec<&str> {
        units(result).into_iter().filter(|unit| unit[key] == value).map(|unit| text(unit, "id")).collect()
    };
    assert_eq!(with("tied", true.into()), ["phuong-an-linh", "phuong-vinh-linh"]);
    assert_eq!(with("status", "not_submitted".into()), ["phuong-thanh-linh"]);
    let late: Vec<&str> =
        units(result).into_iter().filter(|unit| unit["receipt"]["days_late"].as_u64() > Some(0)).map(|unit| text(unit, "id")).collect();
    assert_eq!(late, ["phuong-nam-linh", "phuong-phu-linh"], "an extension keeps so-y-te in time");
    // Errors are those of the one careless unit.
    let findings = result["findings"].as_array().unwrap();
    let errors: Vec<&Value> =
        findings.iter().filter(|finding| finding["severity"] == "error" && finding["unit"] != "phuong-my-linh").collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // Merged units are held against the mean of what they were; a department against itself, place and all.
    let unit = |id: &str| units(result).into_iter().find(|unit| unit["id"] == id).unwrap()["previous"].clone();
    assert_eq!(unit("so-xay-dung")["units"], serde_json::json!(["so-giao-thong-van-tai", "so-xay-dung"]));
    assert!(unit("so-xay-dung")["place"].is_null() && unit("so-xay-dung")["change_index"].is_string());
    assert!(unit("so-tu-phap")["place"].is_u64());
    // What the survey found, each figure in the order and the measure of its set, with how many answered.
    let survey = dump(&folder.path().join("reports/bao-cao-xep-hang.xlsx"));
    let row = survey.lines().find(|line| line.contains("Sở Tư pháp |") && line.contains("%⏎(120)")).unwrap_or_else(|| panic!("{survey}"));
    let ballots = row.split(" | ").find(|cell| cell.matches(" / ").count() == 3).unwrap_or_else(|| panic!("{row}"));
    assert!(ballots.ends_with("⏎(120)"), "{row}");
    assert!(row.ends_with("⏎(40 / 40)"), "{row}");
    // Both rounds are there, and the second gave points back to some.
    let appraised = |key: &str| units(result).into_iter().filter(|unit| unit["stages"][key].is_string()).count();
    assert_eq!(appraised("appraised_1"), 29);
    assert!(appraised("appraised_2") >= 3);
}

/// Nobody has done more tasks, in time and late, than it was given.
#[test]
fn no_unit_of_minh_giang_has_done_more_than_it_was_asked() {
    let (Run { result, .. }, _) = minh_giang_2025();
    let groups = result["groups"].as_array().unwrap().iter();
    let criteria = groups.flat_map(|group| group["units"].as_array().unwrap()).flat_map(|unit| unit["criteria"].as_array().unwrap());
    let tasks: Vec<[u64; 3]> = criteria
        .filter(|one| one["id"] == "1.6" && one["figures"]["duoc_giao"].is_string())
        .map(|one| ["dung_han", "qua_han", "duoc_giao"].map(|figure| one["figures"][figure].as_str().unwrap().parse().unwrap()))
        .collect();
    assert!(tasks.len() > 20 && tasks.iter().all(|[in_time, late, given]| *given > 0 && in_time + late <= *given), "{tasks:?}");
}
