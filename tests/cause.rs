//! Root causes: told first, with what follows from them counted below.

use calamine::{Reader, Xlsx, open_workbook};
use parindex::finding::{self, Finding, Part};
use parindex::text::Text;
use serde_json::{Value, json};

use crate::folder::Folder;

/// Makes a campaign in which a unit sends a form with two columns of figures, of which none can be chosen.
fn with_two_columns() -> Folder {
    let folder = Folder::base();
    let table = "Đơn vị: Sở A\n\n\
        STT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Số liệu kê khai | Điểm tự đánh giá | Tài liệu kiểm chứng\n\
        '1 | Chỉ đạo, điều hành | 6\n\
        '1.1 | Ban hành kế hoạch | 2 | Kịp thời | Chậm | 2 | Kế hoạch số 12/KH-SA ngày 03/02/2026\n\
        '1.2 | Hồ sơ đúng hạn | 2 | | | 1.8 | Báo cáo số 40/BC-SA ngày 05/12/2026, mục II\n \
        | Số hồ sơ đúng hạn | | 90 | 80\n \
        | Số hồ sơ đã giải quyết | | 100 | 120\n\
        '1.3 | Đào tạo | 2 | 80 | 70 | 1.6\n\
        '2 | Tổ chức bộ máy | 2\n\
        '3 | Tác động | 2\n";
    folder.put("tables/so-a.txt", table);
    folder.tables();
    folder
}

#[test]
fn a_cause_is_told_first_and_what_follows_is_counted() {
    let folder = with_two_columns();
    let cause = finding::sheet::COLUMNS_ALIKE.id;
    let said = folder.run("check submissions/so-a.xlsx --campaign .");
    let codes: Vec<&str> = said.out.split('[').skip(1).filter_map(|part| part.split_once("]: ")).map(|(code, _)| code).collect();
    assert!(codes.contains(&cause) && !codes.contains(&"P001"), "{}", said.out);
    assert!(said.out.contains(" = và 4 dòng khác do lỗi này (P001: 4)\n"), "{}", said.out);
    let english = folder.run("check submissions/so-a.xlsx --campaign . --lang en");
    assert!(english.out.contains(" = and 4 more because of it (P001: 4)\n"), "{}", english.out);
}

#[test]
fn machines_are_told_every_finding_with_its_cause() {
    let folder = with_two_columns();
    let said: Value = serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap();
    let of =
        |code: &str| said["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code).cloned().collect::<Vec<_>>();
    let cause = &of(finding::sheet::COLUMNS_ALIKE.id)[0];
    assert_eq!(cause["follows"], Value::Null);
    let consequences = of("P001");
    assert_eq!(consequences.len(), 4);
    for finding in consequences {
        assert_eq!(
            finding["follows"],
            json!({ "code": cause["code"], "file": cause["file"], "sheet": cause["sheet"], "cell": cause["cell"] })
        );
    }
}

#[test]
fn a_unit_that_sent_the_wrong_form_is_told_of_the_form_first() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "year: 2026", "year: 2027");
    let said = folder.run("run . --format json");
    let result: Value = serde_json::from_str(&said.out).unwrap();
    let findings = result["findings"].as_array().unwrap();
    let silent: Vec<&Value> = findings.iter().filter(|finding| finding["code"] == "C245").collect();
    assert!(!silent.is_empty() && silent.iter().all(|finding| finding["follows"]["code"] == "C242"), "{findings:#?}");
}

#[test]
fn what_one_form_hides_explains_nothing_of_another() {
    let missing =
        |unit: &str| Finding::new(&finding::evidence::UNBACKED, Text::same("x")).of(&unit.into()).on(&"1.1".into()).lacks(Part::Evidence);
    let hidden = Finding::new(&finding::sheet::COLUMN_NOT_READ, Text::same("y")).of(&"a".into()).hides([Part::Evidence]);
    let of_other_leaf =
        Finding::new(&finding::sheet::CRITERION_NOT_FOUND, Text::same("z")).of(&"b".into()).on(&"1.2".into()).hides([Part::Evidence]);
    let figures = missing("a").lacks(Part::Figures);
    let mut findings = vec![missing("a"), missing("b"), hidden, of_other_leaf, figures];
    finding::relate(&mut findings);
    let follow: Vec<Option<&str>> = findings.iter().map(|finding| finding.follows.as_ref().map(|cause| cause.code.id)).collect();
    assert_eq!(follow, [Some("S091"), None, None, None, None]);
    let told = finding::told(&findings);
    assert_eq!(told.len(), 4);
    assert_eq!(told.iter().map(|told| told.consequences.len()).sum::<usize>(), 1);
    // Alone, a consequence stands for itself.
    assert_eq!(finding::told(&findings[..1]).len(), 1);
}

#[test]
fn a_cause_of_a_cause_is_the_root() {
    let row = |id: &str| {
        Finding::new(&finding::sheet::CRITERION_NOT_FOUND, Text::same("x"))
            .of(&"a".into())
            .on(&id.into())
            .lacks(Part::Rows)
            .hides([Part::Evidence])
    };
    let table = Finding::new(&finding::sheet::SECOND_TABLE, Text::same("y")).of(&"a".into()).hides([Part::Rows]);
    let evidence = Finding::new(&finding::evidence::UNBACKED, Text::same("z")).of(&"a".into()).on(&"1.1".into()).lacks(Part::Evidence);
    let mut findings = vec![evidence, row("1.1"), row("1.2"), table];
    finding::relate(&mut findings);
    let told = finding::told(&findings);
    assert_eq!((told.len(), told[0].finding.code.id, told[0].consequences.len()), (1, "S097", 3));
    assert_eq!(told[0].counted().unwrap().vi, "và 3 dòng khác do lỗi này (E001: 1, S086: 2)");
}

#[test]
fn the_page_of_findings_counts_what_follows_and_lists_it_last() {
    let folder = with_two_columns();
    folder.run("run . -q");
    let mut book: Xlsx<_> = open_workbook(folder.path("reports/don-vi/so-a.xlsx")).unwrap();
    let rows: Vec<Vec<String>> =
        book.worksheet_range("Kết quả kiểm tra").unwrap().rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let cause = rows.iter().find(|row| row[0] == "1").unwrap();
    assert!(cause[4].ends_with("\nVà 4 nội dung khác do lỗi này; xem cuối bảng."), "{cause:?}");
    let last: Vec<&str> = rows.iter().rev().take(4).map(|row| row[4].as_str()).collect();
    assert!(last.iter().all(|words| words.ends_with("\nDo lỗi ở số thứ tự 1.")), "{last:?}");
}

#[test]
fn the_workbook_of_findings_counts_causes_by_unit_and_parts_them_from_what_follows() {
    let folder = with_two_columns();
    folder.run("run . -q");
    let mut book: Xlsx<_> = open_workbook(folder.path("reports/ket-qua-kiem-tra.xlsx")).unwrap();
    let mut rows = |sheet: &str| -> Vec<Vec<String>> {
        book.worksheet_range(sheet).unwrap().rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let units = rows("Theo đơn vị");
    let first = units.iter().position(|row| row[0] == "1").unwrap();
    assert_eq!(units[first][1..], ["Sở A", "Khối sở", "1", "0", "0"], "{units:#?}");
    let causes = rows("Cần xử lý");
    let head = causes.iter().position(|row| row[0] == "STT").unwrap();
    assert_eq!(causes[head], ["STT", "Đơn vị", "Mức độ", "Mã", "Tiêu chí", "Vị trí", "Nội dung", "Cách xử lý"]);
    let cause = &causes[head + 1];
    assert_eq!((cause[1].as_str(), cause[2].as_str(), cause[3].as_str()), ("Sở A", "Lỗi", "S110"));
    assert!(cause[6].ends_with("\nVà 4 dòng khác do lỗi này (P001: 4); xem trang “Nội dung lặp lại, kéo theo”."), "{cause:?}");
    assert!(!cause[7].is_empty() && causes.iter().all(|row| row[3] != "P001"));
    let following = rows("Nội dung lặp lại, kéo theo");
    let shown: Vec<(&str, &str)> = following.iter().filter(|row| row[3] == "P001").map(|row| (row[1].as_str(), row[7].as_str())).collect();
    assert_eq!(shown, [("Sở A", "1 (S110)"); 4]);
}

/// Gives the codes of a result of which each follows from another, with that other.
fn followers(folder: &Folder) -> Vec<(String, String)> {
    folder.run("run . -q");
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = result["findings"].as_array().unwrap().iter();
    all.map(|one| (text(&one["code"]), text(&one["follows"]["code"]))).filter(|(_, cause)| !cause.is_empty()).collect()
}

#[test]
fn a_table_that_is_not_understood_stands_before_what_units_lack() {
    let pair = |one: &str, cause: &str| (one.to_owned(), cause.to_owned());
    // A table, and what follows from what is wrong with it.
    for (file, table, expected) in [
        ("survey/dieu-tra.csv", "Đơn vị;Tiêu chí;Kết quả\nso-a;3;1,8\nso-b;3;1,7\n", vec![pair("P019", "A034"), pair("P019", "A034")]),
        ("survey/dieu-tra.csv", "Cơ sở;Mục;Điểm\nso-a;3;1,8\n", vec![pair("P019", "S070"), pair("P019", "S070")]),
        ("survey/dieu-tra.csv", "Đơn vị;Tiêu chí;Tỷ lệ (%)\nso-a;3;91\nso-b;3;85\n", vec![pair("P019", "A035"), pair("P019", "A035")]),
        (
            "appraisal/tham-dinh.csv",
            "Đơn vị;Tiêu chí;Điểm;Điểm\nso-a;2;1;2\nso-b;2;1;2\n",
            vec![pair("P015", "A030"), pair("P015", "A030")],
        ),
        // A table that was read explains nothing of what it does not have.
        ("survey/dieu-tra.csv", "Đơn vị;Tiêu chí;Điểm\nso-a;3;1,8\nso-x;3;1,7\n", vec![]),
    ] {
        let folder = Folder::base();
        folder.put(file, table);
        assert_eq!(followers(&folder), expected, "{table}");
    }
}

#[test]
fn a_form_that_is_not_read_stands_before_its_unit_that_sent_nothing() {
    let folder = Folder::base();
    folder.put("submissions/so-b.xlsx", "Đây là văn bản.");
    assert_eq!(followers(&folder), [("C245".to_owned(), "S007".to_owned())]);
}

#[test]
fn tables_that_differ_stand_before_what_they_keep_from_being_read() {
    let folder = Folder::base();
    let table = |figure: &str| {
        format!(
            "Đơn vị: Sở A\nSTT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Điểm tự đánh giá | Tài liệu kiểm chứng\n\
             '1.1 | Ban hành kế hoạch | 2 | Kịp thời | 2 | Kế hoạch số 12/KH-SA ngày 03/02/2026\n\
             '1.2 | Hồ sơ đúng hạn | 2 | | 1.8 | Báo cáo số 40/BC-SA ngày 05/12/2026, mục II\n \
             | Số hồ sơ đúng hạn | | 90\n | Số hồ sơ đã giải quyết | | 100\n\
             '1.3 | Đào tạo | 2 | {figure} | 1.6\n"
        )
    };
    folder.put("tables/so-a.txt", format!("== Bảng 1\n{}== Bảng 2\n{}", table("80"), table("70")));
    folder.tables();
    let follow = followers(&folder);
    assert!(follow.contains(&("P001".into(), "S097".into())), "{follow:?}");
    assert!(follow.iter().all(|(code, _)| code == "P001"), "{follow:?}");
}

#[test]
fn the_copy_that_goes_back_lists_what_follows_below_its_cause() {
    let folder = with_two_columns();
    folder.run("check submissions/so-a.xlsx --campaign . --out out");
    let mut book: Xlsx<_> = open_workbook(folder.path("out/so-a.phan-hoi.xlsx")).unwrap();
    let name = book.sheet_names().into_iter().next().unwrap();
    let rows: Vec<Vec<String>> =
        book.worksheet_range(&name).unwrap().rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let at = rows.iter().position(|row| row[2] == finding::sheet::COLUMNS_ALIKE.id).unwrap();
    assert!(rows[at][6].contains("\n(và 4 dòng khác do lỗi này (P001: 4))\n"), "{:?}", rows[at]);
    for row in &rows[at + 1..at + 5] {
        assert_eq!(row[2], "P001");
        assert!(row[6].contains("\n(do lỗi S110)\n"), "{row:?}");
    }
}
