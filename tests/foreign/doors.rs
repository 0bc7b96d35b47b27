//! What a unit sends beside its form counts alike whether it is a file of its own or a sheet of the form's, and beside a form of
//! the province's own as beside ours.

use std::path::Path;

use serde_json::Value;

use super::thu::form;
use crate::folder::{Filled, Folder, drawn, run_with};

const PLAN: &str = "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";
const TOP: &str = "UBND XÃ TÂN AN\n\n";

/// What came of a run: what is accepted for 1.1 and 1.2, and code and severity of what is said of the unit.
type Came = (String, String, Vec<String>, Value);

/// Draws the province's form without its document, with these figures of 1.2 and with further sheets.
fn foreign(figures: &str, sheets: &str) -> Vec<u8> {
    let form = form(&["Điểm tự chấm"]).replace(PLAN, "");
    let (done, all) = figures.split_once('/').unwrap_or_default();
    let form = form.replace("hoàn thành | | 40", &format!("hoàn thành | | {done}"));
    let form = form.replace("được giao | | 50", &format!("được giao | | {all}"));
    drawn(&format!("== Biểu\n{form}{sheets}"))
}

/// Fills in our form likewise, with a sheet beside it.
fn ours(folder: &Folder, figures: &str, sheet: &str) {
    let (done, all) = figures.split_once('/').unwrap_or_default();
    let of_share = if figures.is_empty() { String::new() } else { format!("figures: {{ xong: \"{done}\", giao: \"{all}\" }}, ") };
    let (name, text) = sheet.split_once('\n').unwrap_or_default();
    let hand = if sheet.is_empty() {
        "[]".to_owned()
    } else {
        format!("[ {{ add_sheet: {{ name: {name:?}, text: {:?} }} }} ]", text.replace('\'', ""))
    };
    let filled = format!(
        "file: submissions/a.xlsx
unit: xa-a
answers:
  \"1.1\": {{ figures: {{ ngay: 2026-01-20 }}, claimed: \"2\" }}
  \"1.2\": {{ {of_share}claimed: \"3.2\" }}
  \"1.3\": {{ claimed: \"1.5\" }}
  \"2.1\": {{ figures: {{ ty_le: \"80\" }}, claimed: \"3.2\" }}
  \"2.2\": {{ figures: {{ muc: du }}, claimed: \"3\" }}
hand: {hand}
"
    );
    folder.form(&serde_saphyr::from_str::<Filled>(&filled).unwrap());
}

/// Runs a campaign of the folder.
fn came(folder: &Folder) -> Came {
    run_with(&folder.path(""), &["run", ".", "-q"]);
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let units = result["groups"][0]["units"].as_array().unwrap();
    let unit = units.iter().find(|unit| unit["id"] == "xa-a").unwrap();
    let of = |id: &str| {
        let leaf = unit["criteria"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
        leaf["accepted"].as_str().unwrap_or("–").to_owned()
    };
    let findings = result["findings"].as_array().unwrap().iter().filter(|one| one["unit"] == "xa-a" || one["file"] == "submissions/b.xlsx");
    // What is told of other kinds: the council's and the survey's points are not there, nobody says when it came.
    let others = ["P015", "P016", "P019", "K004", "W002"];
    let said = findings.filter(|one| !others.contains(&one["code"].as_str().unwrap()));
    let said = said.map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["severity"].as_str().unwrap())).collect();
    (of("1.1"), of("1.2"), said, result.clone())
}

/// Sends a table, named by the first line of its text, through the four doors.
fn doors(figures: &str, table: &str) -> [(&'static str, Came); 4] {
    let (name, text) = table.split_once('\n').unwrap();
    let (file, sheet) = (format!("== {name}\n{TOP}{text}"), table);
    let folder = |form: &dyn Fn(&Folder), beside: &str| {
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/foreign/thu"));
        form(&folder);
        if !beside.is_empty() {
            folder.put("submissions/b.xlsx", drawn(beside));
        }
        came(&folder)
    };
    let put = |sheets: String| {
        move |folder: &Folder| {
            folder.put("submissions/a.xlsx", foreign(figures, &sheets));
        }
    };
    [
        ("file beside the province's", folder(&put(String::new()), &file)),
        ("sheet of the province's", folder(&put(format!("== {sheet}")), "")),
        ("file beside ours", folder(&|folder| ours(folder, figures, ""), &file)),
        ("sheet of ours", folder(&|folder| ours(folder, figures, sheet), "")),
    ]
}

#[test]
fn a_table_counts_alike_through_every_door() {
    for (table, plan, share) in [
        ("Số liệu\nSTT | Tiêu chí | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | '40/50\n", "0.00", "3.20"),
        ("Số liệu\nSTT | Tiêu chí | Điểm tối đa | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | '4 | '40/50\n", "0.00", "3.20"),
        (
            "Phụ lục\nSTT | Tiêu chí | Đơn vị tính | Số liệu\n'1.2 | Hoàn thành nhiệm vụ được giao\n | Số nhiệm vụ hoàn thành | nhiệm vụ | '40\n | Số nhiệm vụ được giao | nhiệm vụ | '50\n",
            "0.00",
            "3.20",
        ),
        // Labels that one figure of the set alone has need no criterion above them.
        ("Số liệu\nSTT | Chỉ tiêu | Số liệu\n'1 | Số nhiệm vụ hoàn thành | '40\n'2 | Số nhiệm vụ được giao | '50\n", "0.00", "3.20"),
        ("TLKC\nSTT | Tiêu chí | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | PLAN\n", "2.00", "0.00"),
        (
            "TLKC\nSTT | Tiêu chí | Điểm tối đa | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | '2 | PLAN\n",
            "2.00",
            "0.00",
        ),
        (
            "Danh mục\nDANH MỤC TÀI LIỆU KIỂM CHỨNG\nSTT | Mã tiêu chí | Số, ký hiệu | Ngày ban hành | Cơ quan ban hành | Trích yếu\n'1 | '1.1 | 12/KH-UBND | '20/01/2026 | UBND xã | Kế hoạch\n",
            "2.00",
            "0.00",
        ),
        (
            "Giải trình\nSTT | Tiêu chí | Giải trình\n'1.1 | Ban hành kế hoạch cải cách hành chính | Kế hoạch ban hành chung với huyện\n",
            "2.00",
            "0.00",
        ),
        (
            "Giải trình\nSTT | Tiêu chí | Điểm tối đa | Giải trình\n'1.1 | Ban hành kế hoạch cải cách hành chính | '2 | Kế hoạch ban hành chung với huyện\n",
            "2.00",
            "0.00",
        ),
        (
            "Phụ lục\nSTT | Tiêu chí | Số liệu kê khai | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | | PLAN\n'1.2 | Hoàn thành nhiệm vụ được giao | '40/50 |\n",
            "2.00",
            "3.20",
        ),
        // Controls: maxima alone, another year, a draft, the council's, what is planned.
        ("Khung\nSTT | Tiêu chí | Điểm tối đa\n'1.2 | Hoàn thành nhiệm vụ được giao | '4\n", "0.00", "0.00"),
        (
            "Số liệu\nBẢNG SỐ LIỆU NĂM 2025\nSTT | Tiêu chí | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | '40/50\n",
            "0.00",
            "0.00",
        ),
        ("Nháp\nSTT | Tiêu chí | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | '40/50\n", "0.00", "0.00"),
        ("Số liệu\nSTT | Tiêu chí | Số liệu thẩm định\n'1.2 | Hoàn thành nhiệm vụ được giao | '40/50\n", "0.00", "0.00"),
        ("Số liệu\nSTT | Tiêu chí | Số liệu kế hoạch\n'1.2 | Hoàn thành nhiệm vụ được giao | '40/50\n", "0.00", "0.00"),
    ] {
        let table = table.replace("PLAN", PLAN);
        for (door, (first, second, said, result)) in doors("", &table) {
            assert_eq!((first.as_str(), second.as_str()), (plan, share), "{door}: {table}{said:?}");
            let errors = said.iter().filter(|one| one.ends_with("error")).collect::<Vec<_>>();
            // What is joined leaves no error behind; what is not read leaves an error of its own beside what is missing.
            let missing = usize::from(plan == "0.00") + 2 * usize::from(share == "0.00");
            if missing < 3 {
                assert_eq!(errors.len(), missing, "{door}: {table}{:?}", result["findings"]);
                // A list beside a form of the province's is told where it is said how the form was read.
                let told = said.iter().any(|one| ["C248 note", "S097 note"].contains(&one.as_str()));
                assert!(told || door == "sheet of the province's", "{door}: {table}{said:?}");
            } else if !table.starts_with("Nháp") || !door.starts_with("sheet") {
                assert!(errors.len() > missing, "{door}: {table}{said:?}");
            }
        }
    }
}

#[test]
fn figures_that_differ_are_asked_with_both_places() {
    let table = |done: u8| format!("Số liệu\nSTT | Tiêu chí | Số liệu kê khai\n'1.2 | Hoàn thành nhiệm vụ được giao | '{done}/50\n");
    for (door, (_, share, said, result)) in doors("40/50", &table(45)) {
        assert_eq!(share, "0.00", "{door}: {said:?}");
        let differing = result["findings"].as_array().unwrap().iter().find(|one| {
            let message = one["message"].as_str().unwrap();
            one["severity"] == "error" && message.contains("“40”") && message.contains("“45”")
        });
        let message = differing.unwrap_or_else(|| panic!("{door}: {said:?}"))["message"].as_str().unwrap();
        assert!(message.contains("“Số liệu”!C") && message.contains("1.2"), "{door}: {message}");
        assert_eq!(message.contains("b.xlsx"), door.starts_with("file"), "{door}: {message}");
    }
    // The same figures are one fact.
    for (door, (_, share, said, _)) in doors("40/50", &table(40)) {
        assert_eq!(share, "3.20", "{door}: {said:?}");
        assert!(!said.iter().any(|one| one.ends_with("error") && one != "E001 error"), "{door}: {said:?}");
    }
}

#[test]
fn a_sheet_that_is_not_read_is_an_error_where_the_form_lacks_what_it_names() {
    let table = "Số liệu\nSTT | Tiêu chí | Zxq | Wvu\n'1.2 | Hoàn thành nhiệm vụ được giao | '40/50 | tốt\n";
    let of_sheets = |figures: &str, table: &str| {
        let all = doors(figures, table).into_iter().filter(|(door, _)| door.starts_with("sheet"));
        all.map(|(_, (.., said, _))| said.into_iter().filter(|one| one.starts_with("S029")).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    assert_eq!(of_sheets("", table), [["S029 error"], ["S029 error"]]);
    // Controls: nothing is lacking there, or the sheet is of something else.
    assert_eq!(of_sheets("40/50", table), [["S029 note"], ["S029 note"]]);
    assert_eq!(of_sheets("", "Phụ lục\nSTT | Nội dung | Số lượng\n'1 | Số hồ sơ tiếp nhận | '5\n"), [["S029 note"], ["S029 note"]]);
}

/// Gives the first sheet of a copy that goes back, and what comes of the copy when it is sent in its place.
fn sent_again(sheet: &str) -> (String, Came) {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    ours(&folder, "", sheet);
    run_with(&folder.path(""), &["check", "submissions/a.xlsx", "--campaign", ".", "--out", "out", "-q"]);
    let copy = std::fs::read(folder.path("out/a.phan-hoi.xlsx")).unwrap();
    let book = parindex::workbook::open(&copy, "a.xlsx").value.unwrap();
    let list = book.sheets.iter().find(|grid| grid.name == parindex::form::layout::FEEDBACK.vi).unwrap();
    let said = list.cells.values().map(parindex::workbook::Cell::shown).collect::<Vec<_>>().join("\n");
    folder.put("submissions/a.xlsx", copy);
    (said, came(&folder))
}

#[test]
fn a_copy_keeps_a_sheet_that_was_joined_and_says_so() {
    let figures = "STT | Tiêu chí | Số liệu kê khai | Tài liệu kiểm chứng\n'1.1 | Ban hành kế hoạch cải cách hành chính | | PLAN\n'1.2 | Hoàn thành nhiệm vụ được giao | '40/50\n";
    let (said, (plan, share, found, result)) = sent_again(&format!("Số liệu\n{}", figures.replace("PLAN", PLAN)));
    assert!(said.contains("đã được ghép vào biểu") && !said.contains("không được đọc và không được chấm"), "{said}");
    assert_eq!(said.matches("S097").count(), 1, "told once: {said}");
    assert_eq!((plan.as_str(), share.as_str()), ("2.00", "3.20"), "{:?}", result["findings"]);
    assert!(!found.iter().any(|one| one.ends_with("error")), "{found:?}");
    // Control: what is not read is said not to be.
    let (said, (plan, share, ..)) = sent_again("Phụ lục\nSTT | Nội dung | Số lượng\n'1 | Số hồ sơ tiếp nhận | '5\n");
    assert!(said.contains("không được đọc và không được chấm") && !said.contains("đã được ghép vào biểu"), "{said}");
    assert_eq!((plan.as_str(), share.as_str()), ("0.00", "0.00"));
}
