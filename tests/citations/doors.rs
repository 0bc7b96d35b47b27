//! One document, one result: through our form's list, by number or by title, a province's form and its own list.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde_json::Value;

use crate::folder::Folder;
use crate::folder::drawn;

/// Our form of the unit, with a document at criterion 1.3.
fn ours(field: &str, text: &str) -> Folder {
    let folder = Folder::base();
    let forms = format!(
        "- file: submissions/so-a.xlsx\n  unit: so-a\n  answers:\n    \"1.3\": {{ figures: {{ ty_le: \"80\" }}, claimed: \"1.6\", evidence: [ {{ {field}: \"{text}\" }} ] }}\n"
    );
    folder.put("forms.yaml", forms);
    folder.fill();
    folder
}

/// A province's form of the unit, with words in the cell of evidence of criterion 1.3, and a list below it.
fn province(cell: &str, list: &str) -> Folder {
    let folder = Folder::base();
    let table = format!(
        "Đơn vị: Sở A\n\nSTT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Điểm tự đánh giá | Tài liệu kiểm chứng\n'1 | Chỉ đạo, điều hành | 6\n'1.1 | Ban hành kế hoạch | 2\n'1.2 | Hồ sơ đúng hạn | 2\n'1.3 | Đào tạo | 2 | 80 | 1.6 | {cell}\n'2 | Tổ chức bộ máy | 2\n'3 | Tác động | 2\nTổng cộng | | 10\n{list}"
    );
    folder.put("submissions/so-a.xlsx", drawn(&table));
    folder
}

/// Gives the documents read at criterion 1.3, what is accepted, and the codes of what is found there.
fn result(folder: &Folder) -> (Value, Value, BTreeSet<String>) {
    let said = folder.run("check submissions/so-a.xlsx --campaign . --format json");
    let json: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}{}", said.out, said.err));
    let rows = json["files"][0]["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["criterion"] == "1.3").unwrap();
    let codes = json["findings"].as_array().unwrap().iter().filter(|one| one["criterion"] == "1.3");
    let codes = codes.map(|one| one["code"].as_str().unwrap().to_owned()).filter(|code| code.starts_with('E')).collect();
    (row["evidence"].clone(), row["accepted"].clone(), codes)
}

#[test]
fn one_document_is_the_same_through_every_door() {
    let cases = [
        ("Báo cáo số 41/BC-SA ngày 06/12/2026 của Sở A về đào tạo (trang 3)", "1.60", vec![]),
        ("Kế hoạch số 12 ngày 05/3/2026", "1.60", vec!["E011"]),
        ("Báo cáo ngày 05/3/2026", "1.60", vec!["E010"]),
        ("Báo cáo số 41/BC-SA ngày 31/02/2026", "1.60", vec!["E021"]),
        ("Báo cáo số 41, 42/BC-SA ngày 06/12/1926", "1.60", vec!["E020"]),
        ("drive.google.com/file/d/1A", "1.60", vec![]),
        ("Nghị quyết 12 của HĐND xã", "1.60", vec!["E011", "E020"]),
        ("05/BC-SA ngày 06/12/2026 (mục II); Báo cáo 07", "1.60", vec!["E011", "E020"]),
        ("Báo cáo số …/BC-SA ngày …/…/2026", "1.60", vec![]),
        (".../BC-SA", "1.60", vec![]),
        ("Sẽ bổ sung Báo cáo số 41/BC-SA ngày 06/12/2026", "1.60", vec![]),
        // No document; this criterion does not ask for one.
        ("sẽ bổ sung", "1.60", vec![]),
    ];
    let wrong: Vec<String> = cases
        .par_iter()
        .flat_map_iter(|(text, accepted, codes)| {
            let listed = format!("Phụ lục tài liệu\nTT | Tiêu chí | Tài liệu kiểm chứng\n1 | '1.3 | {text}\n");
            let doors = [
                ("our number", ours("number", text)),
                ("our title", ours("title", text)),
                ("a province's cell", province(text, "")),
                ("behind a label", province(&format!("TLKC: {text}"), "")),
                ("a list", province("", &listed)),
            ];
            let results: Vec<_> = doors.iter().map(|(door, folder)| (*door, result(folder))).collect();
            let first = results[0].1.0.clone();
            let codes: BTreeSet<String> = codes.iter().map(|code| (*code).to_owned()).collect();
            let odd = results.into_iter().filter(move |(_, read)| *read != (first.clone(), Value::from(*accepted), codes.clone()));
            odd.map(move |(door, read)| format!("{text} through {door}: {read:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_title_that_names_nothing_is_no_document_in_a_list() {
    for (title, documents) in
        [("Như tiêu chí 1.1", 0), ("12345", 0), ("Đúng theo quy định", 0), ("Sổ theo dõi văn bản đến", 1), ("Biên bản họp cơ quan", 1)]
    {
        let listed = format!("Phụ lục tài liệu\nTT | Tiêu chí | Tài liệu kiểm chứng\n1 | '1.3 | {title}\n");
        assert_eq!(result(&ours("title", title)).0.as_array().unwrap().len(), documents, "our list: {title}");
        assert_eq!(result(&province("", &listed)).0.as_array().unwrap().len(), documents, "a province's list: {title}");
    }
}

/// Our form of the unit, with an explanation at criterion 1.1, which asks for documents.
fn explained(words: &str) -> Value {
    let folder = Folder::base();
    let forms = format!(
        "- file: submissions/so-a.xlsx\n  unit: so-a\n  answers:\n    \"1.1\": {{ figures: {{ muc: kip_thoi }}, claimed: \"2\", explanation: \"{words}\" }}\n"
    );
    folder.put("forms.yaml", forms);
    folder.fill();
    serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap()
}

#[test]
fn words_that_only_assure_and_drafts_explain_nothing() {
    let accepted = |said: &Value| {
        said["files"][0]["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == "1.1").unwrap()["accepted"].clone()
    };
    let has = |said: &Value, code: &str| said["findings"].as_array().unwrap().iter().any(|one| one["code"] == code);
    for words in [
        "theo quy định",
        "Đúng theo quy định",
        "đã thực hiện",
        "Đã hoàn thành 100%",
        "Tốt",
        "Xem phụ lục",
        "Có minh chứng đầy đủ",
        "Đạt yêu cầu",
        "Như tiêu chí 1.1",
    ] {
        let said = explained(words);
        assert!(has(&said, "E001") && accepted(&said) == "0.00", "{words}: {said:#}");
    }
    let draft = explained("Dự thảo Kế hoạch số 13/KH-SA ngày 20/01/2026");
    assert!(has(&draft, "S123") && has(&draft, "E001") && accepted(&draft) == "0.00", "{draft:#}");
    for words in [
        "Không phát sinh trong năm",
        "Kế hoạch ban hành chung với Sở Nội vụ",
        "Đã thực hiện trên phần mềm quản lý văn bản",
        "Kế hoạch số 13/KH-SA ngày 20/01/2026",
        "Sáp nhập từ 01/7, dùng kế hoạch của đơn vị cũ",
    ] {
        let said = explained(words);
        assert!(!has(&said, "E001") && accepted(&said) == "2.00", "{words}: {said:#}");
    }
}

#[test]
fn an_issuer_a_day_or_a_place_alone_names_no_document_in_our_form() {
    for field in ["issuer: UBND xã", "date: 2026-01-20", "section: Mục II", "number: .../BC-SA, issuer: UBND xã, date: 2026-01-20"] {
        let folder = Folder::base();
        let forms = format!(
            "- file: submissions/so-a.xlsx\n  unit: so-a\n  answers:\n    \"1.3\": {{ figures: {{ ty_le: \"80\" }}, claimed: \"1.6\", evidence: [ {{ {field} }} ] }}\n"
        );
        folder.put("forms.yaml", forms);
        folder.fill();
        let said: Value = serde_json::from_str(&folder.run("check submissions/so-a.xlsx --campaign . --format json").out).unwrap();
        let row = said["files"][0]["rows"].as_array().unwrap().iter().find(|row| row["criterion"] == "1.3").unwrap().clone();
        assert_eq!(row["evidence"], serde_json::json!([]), "{field}");
        let told = said["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "S092").count();
        assert_eq!(told, 1, "{field}: {:#}", said["findings"]);
        assert!(!said["findings"].to_string().contains("“”"), "{field}");
    }
}

/// Gives number and day of the documents read at criterion 1.3.
fn named(folder: &Folder) -> Vec<[String; 2]> {
    let (documents, _, _) = result(folder);
    let field = |one: &Value, key: &str| one[key].as_str().unwrap_or("–").to_owned();
    documents.as_array().unwrap().iter().map(|one| [field(one, "number"), field(one, "date")]).collect()
}

#[test]
fn a_day_in_its_column_is_that_of_all_documents_of_its_row() {
    let ours = |number: &str| {
        let folder = Folder::base();
        let evidence = format!("[ {{ number: \"{number}\", date: 2026-01-20 }} ]");
        let forms = format!(
            "- file: submissions/so-a.xlsx\n  unit: so-a\n  answers:\n    \"1.3\": {{ figures: {{ ty_le: \"80\" }}, claimed: \"1.6\", evidence: {evidence} }}\n"
        );
        folder.put("forms.yaml", forms);
        folder.fill();
        named(&folder)
    };
    let list = |number: &str| {
        let rows = format!("Phụ lục tài liệu\nTT | Tiêu chí | Số, ký hiệu | Ngày ban hành\n1 | '1.3 | {number} | 20/01/2026\n");
        named(&province("", &rows))
    };
    let text = |number: &str| named(&province(&format!("{number} ngày 20/01/2026"), ""));
    let both = |one: &str, other: &str, day: &str| vec![[one.to_owned(), "2026-01-20".to_owned()], [other.to_owned(), day.to_owned()]];
    for number in ["12, 13/KH-SA", "12/KH-SA và 13/KH-SA", "số 12/KH-SA, 13/KH-SA"] {
        for (door, read) in [("ours", ours(number)), ("a list", list(number)), ("text", text(number))] {
            assert_eq!(read, both("12/KH-SA", "13/KH-SA", "2026-01-20"), "{number} through {door}");
        }
    }
    // A document that says its own day keeps it, and then the day of the row is not known to be the other's.
    for read in [ours("12/KH-SA; 13/KH-SA ngày 25/01/2026"), list("12/KH-SA; 13/KH-SA ngày 25/01/2026")] {
        assert_eq!(read.iter().map(|one| one[1].as_str()).collect::<Vec<_>>(), ["–", "2026-01-25"]);
    }
}

#[test]
fn the_criteria_that_a_document_of_a_list_backs_may_stand_in_one_cell() {
    // Our form reads them alike, as the tests of reworded forms show. A group beside a criterion, and what is none, are asked.
    let cases = [("1.2; 1.3", 1), ("1.2, 1.3", 1), ("1.2 và 1.3", 1), ("1,3", 1), ("1.3", 1), ("1.3; 1", 0), ("1.3; 9.9", 0)];
    for (typed, count) in cases {
        let list = format!("Phụ lục tài liệu\nTT | Tiêu chí | Tài liệu kiểm chứng\n1 | '{typed} | Báo cáo số 41/BC-SA ngày 06/12/2026\n");
        assert_eq!(named(&province("", &list)).len(), count, "{typed}");
    }
}
