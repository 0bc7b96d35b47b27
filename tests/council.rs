//! The council's workbooks: what stands in them, what they compute, and that they are read back as plain tables are.

use serde_json::Value;

use crate::appraisal::{campaign, result, stands, table};
use crate::folder::Folder;
use crate::form::{Opened, recalculated, shown};
use crate::intake::hand::{Act, by_hand};

const SHEET: &str = "Thẩm định";

/// Makes the acts of a few lines of YAML.
pub fn acts(yaml: &str) -> Vec<Act> {
    serde_saphyr::from_str(yaml).unwrap()
}

/// Makes the workbook of a round, and gives its bytes.
pub fn made(folder: &Folder, round: u8) -> Vec<u8> {
    folder.appraised("made.xlsx", round, &[]);
    std::fs::read(folder.path("made.xlsx")).unwrap()
}

/// Types into a cell of the workbook, by the keys of row and column.
pub fn put(at: &str, typed: &str) -> String {
    let kind = if typed.parse::<f64>().is_ok() { "number" } else { "text" };
    format!("- put: {{ sheet: appraisal, at: \"{at}\", {kind}: \"{typed}\" }}\n")
}

/// Tables of the council in which nothing is wrong.
pub const TABLES: &[&str] = &[
    "",
    "so-a;1;dung_han;60;;1;sai sót;;\n",
    "so-a;1;dung_han;45;;1;x;;\nso-a;1;giai_quyet;60;;2;y;;\n",
    "so-a;2;sang_kien;5;;1;trùng lặp;;\n",
    "so-a;3;cong_khai;Không;;1;x;;\n",
    "so-b;3;;;0;1;x;;\n",
    "so-a;1;dung_han;0;;1;x;;\nso-a;1;giai_quyet;0;;1;x;;\n",
    "so-a;1;;;2;1;x;;\nso-b;1;dung_han;80;;2;y;;\nso-b;3;;;1,5;2;z;;\n",
    "so-a;1;dung_han;60;2,4;1;x;;\n",
];

#[test]
fn a_workbook_gives_what_a_plain_table_gives() {
    for rows in TABLES {
        let folder = campaign();
        folder.put("appraisal/bang.csv", table(rows));
        let expected = stands(&result(&folder));
        let books = [1, 2].map(|round| made(&folder, round));
        std::fs::remove_file(folder.path("appraisal/bang.csv")).unwrap();
        for (round, book) in (1..).zip(&books) {
            folder.put(&format!("appraisal/lan-{round}.xlsx"), book);
        }
        assert_eq!(stands(&result(&folder)), expected, "{rows}");
    }
}

#[test]
fn live_cells_show_what_the_engine_gives() {
    for (n, rows) in TABLES.iter().enumerate().filter(|(n, _)| [2, 4, 6, 7].contains(n)) {
        let folder = campaign();
        folder.put("appraisal/bang.csv", table(rows));
        let run = result(&folder);
        for round in [1, 2] {
            let book = made(&folder, round);
            assert_eq!(recalculated(book.clone(), &format!("council-{n}-{round}.xlsx")), [""; 0], "{rows}, round {round}");
            let mut opened = Opened::new(book);
            for unit in run["groups"][0]["units"].as_array().unwrap() {
                for leaf in unit["criteria"].as_array().unwrap() {
                    let (unit, id) = (unit["id"].as_str().unwrap(), leaf["id"].as_str().unwrap());
                    let stage = |round: u8| leaf[format!("appraised_{round}")].as_str();
                    let (Some(points), false) = (stage(round), id == "2") else { continue };
                    let live = shown(&opened.at(SHEET, &format!("leaf:{unit}/{id}"), "result"));
                    assert_eq!(live, crate::form::rounded(points.parse().unwrap()), "{rows}: {unit} {id}, round {round}");
                }
            }
        }
    }
}

#[test]
fn what_is_typed_computes_at_once_and_counts() {
    let folder = campaign();
    let empty = made(&folder, 1);
    let mut opened = Opened::new(empty.clone());
    let mut at = |row: &str, column: &str| shown(&opened.at(SHEET, row, column));
    assert_eq!(at("leaf:so-a/1", "claimed"), "3.2");
    assert_eq!(at("leaf:so-a/1", "accepted"), "3.2");
    assert_eq!(at("input:so-a/1/dung_han", "declared"), "80");
    assert_eq!(at("leaf:so-a/1", "result"), "3.2", "what stands before");
    assert_eq!(at("leaf:so-a/1", "state"), "Chưa thẩm định");

    let typed = [
        put("input:so-a/1/dung_han", "60").replace("dung_han\"", "dung_han corrected\""),
        put("leaf:so-a/1 reason", "Báo cáo ghi 60 hồ sơ"),
        put("leaf:so-b/1 points", "3"),
        put("leaf:so-b/3 points", "7"),
        put("leaf:so-a/3 applies", "Không"),
    ];
    let book = by_hand(&empty, &acts(&typed.concat()));
    let path = std::env::temp_dir().join(format!("parindex-council-{}.xlsx", std::process::id()));
    std::fs::write(&path, &book).unwrap();
    let mut model: ironcalc::base::Model = ironcalc::import::load_from_xlsx(path.to_str().unwrap(), "en", "UTC", "en").unwrap();
    std::fs::remove_file(path).unwrap();
    model.evaluate();
    let mut opened = Opened::new(book.clone());
    let mut live = |row: &str, column: &str| {
        let (row, column) = opened.place(SHEET, row, column);
        match model.get_cell_value_by_index(1, row, column).unwrap() {
            ironcalc::base::cell::CellValue::String(text) => text,
            ironcalc::base::cell::CellValue::Number(number) => crate::form::rounded(number),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(live("leaf:so-a/1", "result"), "2.4");
    assert_eq!(live("leaf:so-a/1", "state"), "Đã thẩm định");
    assert_eq!(live("leaf:so-b/1", "result"), "3");
    assert_eq!(live("leaf:so-b/1", "state"), "Thiếu lý do");
    assert_eq!(live("leaf:so-b/3", "state"), "Sai: điểm ngoài khoảng 0–2");
    assert_eq!(live("leaf:so-b/3", "result"), "0");
    assert_eq!(live("leaf:so-a/3", "result"), "Không áp dụng");

    folder.put("appraisal/phieu.xlsx", book);
    assert_eq!(stands(&result(&folder)), "2.40 4.00 – = 6.40 | 3.00 2.00 0.00 = 4.50 A049 A004");
    // Made again, the workbook counts what is typed and what is wrong with it before anything recalculates it.
    let again = made(&folder, 1);
    assert_eq!(recalculated(again.clone(), "council-again.xlsx"), [""; 0]);
    let lines = Opened::new(again).text(SHEET);
    assert!(lines.iter().any(|line| line == "Đã thẩm định 4/6 dòng; 1 dòng sai, 2 dòng thiếu lý do"), "{lines:#?}");
}

#[test]
fn appraisers_who_differ_count_nothing_until_one_line_is_final() {
    let folder = campaign();
    let empty = made(&folder, 1);
    let book = |rows: &[(&str, &str)]| by_hand(&empty, &acts(&rows.iter().map(|(at, typed)| put(at, typed)).collect::<String>()));
    folder.put("appraisal/a.xlsx", book(&[("leaf:so-a/1 points", "3"), ("leaf:so-a/1 reason", "x"), ("appraiser#1 content", "Bà Lan")]));
    folder.put("appraisal/b.xlsx", book(&[("leaf:so-a/1 points", "2"), ("leaf:so-a/1 reason", "y"), ("appraiser#1 content", "Ông Minh")]));
    let run = result(&folder);
    assert_eq!(stands(&run), "3.20 4.00 2.00 = 9.20 | 3.60 2.00 0.00 = 5.10 A003");
    let told = run["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A003").unwrap()["message"].as_str().unwrap();
    assert_eq!(
        told,
        "Tiêu chí “1” của “Sở A” có các điểm khác nhau: “3” (Bà Lan, appraisal/a.xlsx, ô N10), “2” (Ông Minh, appraisal/b.xlsx, ô N10); chưa tính điểm nào."
    );
    folder.put("appraisal/b.xlsx", book(&[("leaf:so-a/1 points", "2"), ("leaf:so-a/1 reason", "y"), ("leaf:so-a/1 final", "x")]));
    assert_eq!(stands(&result(&folder)), "2.00 4.00 2.00 = 8.00 | 3.60 2.00 0.00 = 5.10 A078");
    // A mark of a leaf stands for its figures, too.
    folder.put("appraisal/a.xlsx", book(&[("input:so-b/1/dung_han corrected", "70"), ("leaf:so-b/1 reason", "x")]));
    folder.put(
        "appraisal/b.xlsx",
        book(&[("input:so-b/1/dung_han corrected", "50"), ("leaf:so-b/1 reason", "x"), ("leaf:so-b/1 final", "x")]),
    );
    assert_eq!(stands(&result(&folder)), "3.20 4.00 2.00 = 9.20 | 2.00 2.00 0.00 = 3.50 A078");
}

/// Whoever puts the workbook made anew in the place of what was typed loses nothing: both results, who gives them and why.
#[test]
fn a_workbook_made_anew_keeps_what_differs_and_what_is_not_read() {
    let folder = campaign();
    let rows = "so-a;1;;;2;1;đủ hồ sơ;An;\nso-a;1;;;1;1;thiếu hồ sơ;Bình;\nso-b;1;;;một điểm;1;đã kiểm tra;An;\n";
    folder.put("appraisal/bang.csv", table(rows));
    result(&folder);
    let mut opened = Opened::new(made(&folder, 1));
    let cell = |opened: &mut Opened, leaf: &str, column: &str| shown(&opened.at(SHEET, leaf, column));
    assert_eq!(
        cell(&mut opened, "leaf:so-a/1", "reason"),
        "“đủ hồ sơ” (An, appraisal/bang.csv, dòng 2); “thiếu hồ sơ” (Bình, appraisal/bang.csv, dòng 3)"
    );
    assert_eq!(cell(&mut opened, "leaf:so-a/1", "points"), "");
    let differ = "Tiêu chí “1” của “Sở A” có các điểm khác nhau: “2” (An, dòng 2), “1” (Bình, dòng 3); chưa tính điểm nào.";
    assert!(cell(&mut opened, "leaf:so-a/1", "looked").starts_with(differ));
    assert_eq!(cell(&mut opened, "leaf:so-b/1", "reason"), "đã kiểm tra");
    assert!(cell(&mut opened, "leaf:so-b/1", "looked").contains("“một điểm”"));
    let worklist = opened.text("Việc cần làm").join("\n");
    assert!(worklist.contains(&format!("Kết quả thẩm định đã ghi không thống nhất: {}", differ.trim_end_matches('.'))), "{worklist}");
    assert!(worklist.contains("Kết quả thẩm định đã ghi chưa đọc được: "), "{worklist}");
}

#[test]
fn later_rounds_and_other_units_leave_earlier_stages_alone() {
    let folder = campaign();
    let stages = |run: &Value| {
        let units = run["groups"][0]["units"].as_array().unwrap().clone();
        let of = |leaf: &Value| ["claimed", "computed", "accepted", "appraised_1"].map(|stage| leaf[stage].clone());
        let mut of_units: Vec<(String, Vec<[Value; 4]>)> =
            units.iter().map(|unit| (unit["id"].to_string(), unit["criteria"].as_array().unwrap().iter().map(of).collect())).collect();
        of_units.sort_by(|one, other| one.0.cmp(&other.0));
        of_units
    };
    folder.appraised("appraisal/lan-1.xlsx", 1, &acts(&(put("leaf:so-a/1 points", "3") + &put("leaf:so-a/1 reason", "x"))));
    let first = stages(&result(&folder));
    folder.appraised("appraisal/lan-2.xlsx", 2, &acts(&(put("leaf:so-a/1 points", "2") + &put("leaf:so-b/3 points", "1"))));
    let run = result(&folder);
    assert_eq!(stages(&run), first);
    assert_eq!(stands(&run), "2.00 4.00 2.00 = 8.00 | 3.60 2.00 1.00 = 6.60 A049 A048 A049");
    let mut opened = Opened::new(made(&folder, 2));
    assert_eq!(shown(&opened.at(SHEET, "leaf:so-a/1", "before")), "3");
    assert_eq!(shown(&opened.at(SHEET, "leaf:so-a/1", "looked")).lines().next(), Some("Lý do thẩm định lần 1: x"));
}

#[test]
fn agencies_get_their_own_criteria() {
    let folder = campaign();
    folder.put(
        "campaign.yaml",
        folder.text("campaign.yaml") + "office: Sở Nội vụ\nagencies: [ { id: so-tp, name: Sở Tư pháp, criteria: [\"3\"] }, { id: snv, name: SỞ NỘI VỤ, criteria: [\"2\"] } ]\n",
    );
    let said = folder.run("appraise . --out phieu");
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("tham-dinh-lan-1.xlsx: Sở Nội vụ\n  tham-dinh-lan-1-so-tp.xlsx: Sở Tư pháp\n"), "{}", said.out);
    let rows = |name: &str| {
        let mut opened = Opened::new(std::fs::read(folder.path(&format!("phieu/{name}"))).unwrap());
        opened.keys(SHEET)
    };
    let leaves = |keys: Vec<String>| keys.into_iter().filter(|key| key.starts_with("leaf:")).collect::<Vec<_>>();
    assert_eq!(leaves(rows("tham-dinh-lan-1-so-tp.xlsx")), ["leaf:so-a/3", "leaf:so-b/3"]);
    assert_eq!(leaves(rows("tham-dinh-lan-1.xlsx")), ["leaf:so-a/1", "leaf:so-b/1", "leaf:so-a/2", "leaf:so-b/2"]);
    // What is there may be filled in: it is never replaced by a blank one.
    folder.put("phieu/tham-dinh-lan-1-so-tp.xlsx", "đã điền");
    let again = folder.run("appraise . --out phieu");
    assert!(again.code == 1 && again.err.contains("“phieu/tham-dinh-lan-1-so-tp.xlsx” đã có và có thể đã được điền"), "{}", again.err);
    assert_eq!(folder.text("phieu/tham-dinh-lan-1-so-tp.xlsx"), "đã điền");
    let said = folder.run("appraise . --by sở --out phieu2");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("không có cơ quan thẩm định “sở”"), "{}", said.err);
    assert_eq!(folder.run("appraise . --by so-tp --out phieu3 --format json").code, 0);
    assert!(!folder.path("phieu3/tham-dinh-lan-1.xlsx").exists());
}

#[test]
fn the_worklist_says_why_a_line_stands_where_it_does() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: appraised_1");
    folder.edit(
        "forms.yaml",
        "claimed: \"1.6\", evidence: [ { number: 41/BC-SA, date: 2026-12-06, title: Báo cáo đào tạo } ]",
        "claimed: \"1.9\"",
    );
    folder.fill();
    let mut opened = Opened::new(made(&folder, 1));
    let lines = opened.text("Việc cần làm");
    let listed: Vec<&String> = lines.iter().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert!(
        listed[0] == "1 | Sở A | 1.3 | Đào tạo | 1.6 | 0.3 | Tự đánh giá 1,90 nhưng chỉ được công nhận 1,60. | Chưa thẩm định",
        "{listed:#?}"
    );
}

#[test]
fn who_claims_what_is_printed_claims_no_more_than_was_worked_out() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: appraised_1");
    let listed = |claimed: &str| -> Vec<String> {
        folder.put("forms.yaml", std::fs::read("tests/broken/base/forms.yaml").unwrap());
        folder.edit(
            "forms.yaml",
            "dung_han: \"90\", da_giai_quyet: \"100\" }, claimed: \"1.8\"",
            &format!("dung_han: \"91\", da_giai_quyet: \"99\" }}, claimed: \"{claimed}\""),
        );
        folder.fill();
        let lines = Opened::new(made(&folder, 1)).text("Việc cần làm");
        lines.into_iter().filter(|line| line.contains(" | Sở A | 1.2 | ")).collect()
    };
    // 91 / 99 × 2 is 1,8383…, printed 1,84.
    assert_eq!(listed("1.84"), Vec::<String>::new());
    let more = listed("1.85");
    assert!(more[0].contains("Tự đánh giá 1,85 nhưng chỉ được công nhận 1,84."), "{more:?}");
}

#[test]
fn rounds_that_are_declared_have_names_and_no_others_count() {
    let folder = campaign();
    folder.put(
        "campaign.yaml",
        folder.text("campaign.yaml")
            + "rounds:\n  - { id: 1, name: Thẩm định sơ bộ, from: 2027-01-15, to: 2027-02-10 }\n  - { id: 2, name: Thẩm định chính thức, from: 2027-02-20 }\n",
    );
    folder.put("appraisal/bang.csv", table("so-a;1;;;3;1;x;;\nso-a;3;;;1;3;x;;\n"));
    let run = result(&folder);
    assert_eq!(stands(&run), "3.00 4.00 2.00 = 9.00 | 3.60 2.00 0.00 = 5.10 A009");
    let told = run["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A009").unwrap()["message"].as_str().unwrap();
    assert_eq!(told, "Đợt này không có thẩm định lần 3; rounds khai: 1, 2. Các điểm của lần ấy chưa được tính.");
    let said = folder.run("appraise . --out phieu");
    assert!(said.out.starts_with("Thẩm định sơ bộ, ghi vào “phieu”:"), "{}", said.out);
    assert!(Opened::new(made(&folder, 1)).text(SHEET).iter().any(|line| line == "PHIẾU THẨM ĐỊNH SƠ BỘ"));
    // A workbook of a round that is not declared is not read as one.
    let third = by_hand(&made(&folder, 1), &acts("- put: { sheet: meta, at: round, text: \"3\" }\n"));
    folder.put("appraisal/ba.xlsx", third);
    assert!(stands(&result(&folder)).ends_with("A052 A009") || stands(&result(&folder)).ends_with("A009 A052"));
    let of_third = acts("- put: { sheet: meta, at: round, text: \"3\" }\n");
    folder.explained("submissions/so-a.giai-trinh-3.xlsx", "so-a", &of_third).unwrap();
    let told = result(&folder)["findings"].to_string();
    assert!(told.contains("Phiếu giải trình sau thẩm định lần 3, mà rounds của đợt không có lần này; chưa đọc."), "{told}");
    folder.explained("giai-trinh.xlsx", "so-a", &[]).unwrap();
    let mut opened = Opened::new(std::fs::read(folder.path("giai-trinh.xlsx")).unwrap());
    assert!(opened.text("Giải trình").iter().any(|line| line.contains("Gửi lại trước ngày 20/02/2027.")));
}

#[test]
fn workbooks_are_made_for_rounds_that_are_declared_alone() {
    let folder = campaign();
    folder.put("campaign.yaml", folder.text("campaign.yaml") + "rounds: [ { id: 3 }, { id: 1 } ]\n");
    let said = folder.run("appraise . --round 2 --out phieu");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("đợt đánh giá không có thẩm định lần 2; rounds khai: 3, 1"), "{}", said.err);
    assert!(!folder.path("phieu").exists());
    // What is due behind the first round is the next one that is declared.
    folder.put("appraisal/bang.csv", table("so-a;1;;;3;1;x;;\n"));
    let words = "- put: { sheet: explanation, at: \"leaf:1 explained\", text: Có tài liệu }\n";
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(words)).unwrap();
    let said = folder.run("appraise . --out phieu");
    assert!(folder.path("phieu/tham-dinh-lan-3.xlsx").exists(), "{}{}", said.out, said.err);
}

#[test]
fn days_of_rounds_follow_their_numbers() {
    for (rounds, expected) in [
        ("{ id: 1, from: 2027-01-15, to: 2027-02-10 }, { id: 2, from: 2027-02-10 }", ""),
        ("{ id: 2, from: 2027-02-10 }, { id: 1, to: 2027-02-10 }", ""),
        ("{ id: 1, from: 2027-02-11, to: 2027-02-10 }", "ngày đầu 11/02/2027 sau ngày cuối 10/02/2027"),
        ("{ id: 1, to: 2027-02-10 }, { id: 2, from: 2027-02-09 }", "ngày 09/02/2027 của lần 2 trước ngày 10/02/2027 của lần 1"),
        // In whatever order they are written, and whatever is left out.
        ("{ id: 2, from: 2027-02-09 }, { id: 1, to: 2027-02-10 }", "ngày 09/02/2027 của lần 2 trước ngày 10/02/2027 của lần 1"),
        ("{ id: 1, from: 2027-02-10 }, { id: 2, to: 2027-02-09 }", "ngày 09/02/2027 của lần 2 trước ngày 10/02/2027 của lần 1"),
        ("{ id: 1, to: 2027-02-10 }, { id: 2 }, { id: 3, from: 2027-02-09 }", "ngày 09/02/2027 của lần 3 trước ngày 10/02/2027 của lần 1"),
    ] {
        let folder = campaign();
        folder.put("campaign.yaml", folder.text("campaign.yaml") + &format!("rounds: [ {rounds} ]\n"));
        let said = folder.run("lint .");
        let told: Vec<&str> = said.out.lines().filter_map(|line| line.strip_prefix("lỗi[C210]: ")).collect();
        assert_eq!(told.join("\n"), expected, "{rounds}\n{}{}", said.out, said.err);
    }
}

#[test]
fn a_run_says_where_the_year_stands() {
    let folder = campaign();
    folder.put("campaign.yaml", folder.text("campaign.yaml") + "  - { id: so-c, name: Sở C, group: so }\ndeadline: 2027-01-15\n");
    let top = |folder: &Folder| {
        let said = folder.run("run .");
        said.out.lines().take_while(|line| !line.contains('─')).skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(top(&folder), ["Đã gửi báo cáo tự đánh giá: 2/3 đơn vị; chưa gửi: Sở C.", "Thẩm định lần 1: chưa có kết quả."]);
    folder.put("appraisal/bang.csv", table("so-a;1;;;3;1;x;;\nso-b;1;;;3,6;1;;;\n"));
    let sheet = || {
        let mut opened = Opened::new(std::fs::read(folder.path("reports/ket-qua-kiem-tra.xlsx")).unwrap());
        let lines = opened.text("Tiến độ, đôn đốc");
        lines.into_iter().filter(|line| line.contains("| Đã gửi |") || line.contains("| Chưa gửi |")).collect::<Vec<_>>()
    };
    assert_eq!(
        top(&folder)[1..],
        [
            "Thẩm định lần 1: đã thẩm định 2/6 lượt tiêu chí của 2 đơn vị; thẩm định đủ mọi tiêu chí ở 0/2 đơn vị.",
            "Có điểm thẩm định khác điểm tự đánh giá: 1 đơn vị, chưa đơn vị nào giải trình."
        ]
    );
    assert_eq!(
        sheet(),
        [
            "1 | Sở A | Đã gửi | 15/01/2027 | 0 | 1/3 | 1 | 0 | 1 tiêu chí có điểm thẩm định khác điểm tự đánh giá; đề nghị giải trình hoặc thống nhất kết quả.",
            "2 | Sở B | Đã gửi | 15/01/2027 | 0 | 1/3 | 0 | 0 | Không còn nội dung phải đôn đốc.",
            "3 | Sở C | Chưa gửi | 15/01/2027 | – | – | – | – | Đề nghị gửi báo cáo tự đánh giá (hạn 15/01/2027).",
        ]
    );
    let words = "- put: { sheet: explanation, at: \"leaf:1 explained\", text: Có tài liệu }\n";
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(words)).unwrap();
    assert_eq!(top(&folder)[2], "Giải trình: 1 đơn vị đã gửi, 1 đơn vị chờ xem xét.");
    assert!(sheet()[0].ends_with("| 1 | 1 | Chờ cơ quan thẩm định xem xét giải trình 1 tiêu chí."), "{:?}", sheet());
    // A round that has begun with another unit answers nothing of this one, and takes nothing back of the round before.
    folder.put("appraisal/lan-2.csv", "Đơn vị;Tiêu chí;Áp dụng;Lần;Lý do\nso-b;1;không;2;x\n");
    assert_eq!(
        top(&folder)[1..3],
        [
            "Thẩm định lần 1: đã thẩm định 2/6 lượt tiêu chí của 2 đơn vị; thẩm định đủ mọi tiêu chí ở 0/2 đơn vị.",
            "Thẩm định lần 2: đã thẩm định 1 lượt tiêu chí của 1 đơn vị; tính cả các lần trước, thẩm định đủ mọi tiêu chí ở 0/2 đơn vị."
        ]
    );
    assert_eq!(sheet()[0], "1 | Sở A | Đã gửi | 15/01/2027 | 0 | 0/3 | 1 | 1 | Chờ cơ quan thẩm định xem xét giải trình 1 tiêu chí.");
    // It is the last round of the campaign: nothing is left to explain.
    assert_eq!(sheet()[1], "2 | Sở B | Đã gửi | 15/01/2027 | 0 | 1/3 | 1 | 0 | Không còn nội dung phải đôn đốc.");
    folder.put("appraisal/lan-2.csv", table("so-a;1;;;3,1;2;y;;\n"));
    top(&folder);
    assert!(sheet()[0].ends_with("| 1/3 | 1 | 1 | Không còn nội dung phải đôn đốc."), "{:?}", sheet());
    assert!(sheet()[1].ends_with("| 0/3 | 0 | 0 | Không còn nội dung phải đôn đốc."), "{:?}", sheet());
}

#[test]
fn figures_alone_are_an_appraisal_too() {
    let folder = campaign();
    folder.edit("campaign.yaml", "official: appraised_2", "official: accepted");
    let told = |folder: &Folder| folder.run("run .").out.contains("Thẩm định lần 1: đã thẩm định");
    assert!(!told(&folder));
    folder.put("appraisal/bang.csv", table("so-a;1;dung_han;60;;1;x;;\n"));
    assert!(told(&folder));
}

#[test]
fn a_workbook_that_libre_office_saved_gives_the_same() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table(TABLES[7]));
    let expected = stands(&result(&folder));
    let books: Vec<(String, Vec<u8>)> = [1, 2].map(|round| (format!("office-council-{round}.xlsx"), made(&folder, round))).into();
    let files: Vec<std::path::PathBuf> = books.iter().map(|(name, bytes)| crate::form::saved_as(name, bytes)).collect();
    let Some(out) = crate::form::libre_office(&files) else { return };
    std::fs::remove_file(folder.path("appraisal/bang.csv")).unwrap();
    for (name, bytes) in books {
        let again = std::fs::read(out.join(&name)).unwrap();
        let mut saved = Opened::new(again.clone());
        for (sheet, row, column, written) in Opened::new(bytes).formulas() {
            assert_eq!(saved.shown_at(&sheet, row, column), written, "{name}, {sheet} R{row}C{column}");
        }
        folder.put(&format!("appraisal/{name}"), again);
    }
    assert_eq!(stands(&result(&folder)), expected);
}

#[test]
fn corrected_figures_count_beside_those_that_the_council_saw() {
    let folder = campaign();
    let typed = put("input:so-a/1/dung_han corrected", "70")
        + &put("leaf:so-a/1 reason", "10 hồ sơ quá hạn")
        + &put("leaf:so-b/1 points", "3")
        + &put("leaf:so-b/1 reason", "x");
    folder.appraised("appraisal/phieu.xlsx", 1, &acts(&typed));
    let stood = "2.80 4.00 2.00 = 8.80 | 3.00 2.00 0.00 = 4.50";
    assert_eq!(stands(&result(&folder)), stood);
    // Both units send their forms again. The one would get the whole maximum by lowering the other figure, too.
    folder.edit(
        "forms.yaml",
        "dung_han: \"80\", giai_quyet: \"100\" }, claimed: \"3.2\"",
        "dung_han: \"70\", giai_quyet: \"70\" }, claimed: \"4\"",
    );
    folder.edit("forms.yaml", "dung_han: \"90\"", "dung_han: \"95\"");
    folder.fill();
    let run = result(&folder);
    assert_eq!(stands(&run), format!("{stood} A069"));
    let told = run["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A069");
    let told: Vec<String> = told.map(|one| format!("{}: {}", one["cell"].as_str().unwrap(), one["message"].as_str().unwrap())).collect();
    assert_eq!(
        told,
        [
            "M11: Sau khi lập phiếu thẩm định lần 1, “Sở A” đã sửa ở tiêu chí 1: điểm tự đánh giá từ “3,2” thành “4”; “Số hồ sơ đúng hạn” từ “80” thành “70”; “Số hồ sơ đã giải quyết” từ “100” thành “70”. Số liệu thẩm định được tính cùng với các số liệu đơn vị đã kê khai tại thời điểm lập phiếu.",
            "N13: Sau khi lập phiếu thẩm định lần 1, “Sở B” đã sửa ở tiêu chí 1: “Số hồ sơ đúng hạn” từ “90” thành “95”. Kết quả thẩm định đã ghi vẫn được tính.",
        ]
    );
    let why = folder.run("why . so-a 1").out;
    let joined = why.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(joined.contains("Theo số liệu đơn vị kê khai khi lập phiếu thẩm định"), "{why}");
    // Made again, the workbook shows it, and whoever sends that one back has seen it.
    folder.appraised("appraisal/phieu.xlsx", 1, &[]);
    let mut opened = Opened::new(std::fs::read(folder.path("appraisal/phieu.xlsx")).unwrap());
    assert!(shown(&opened.at(SHEET, "leaf:so-a/1", "looked")).contains("A069: Sau khi lập phiếu"));
    assert_eq!(shown(&opened.at(SHEET, "input:so-a/1/giai_quyet", "corrected")), "100");
    assert_eq!(stands(&result(&folder)), stood);
}
