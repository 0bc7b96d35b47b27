//! Our own form, some of whose printed words somebody changed: what was filled in below them is what the unit saw.

use serde_json::Value;

use crate::folder::Folder;

const FORM: &str = r#"- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    "1.1": { figures: { muc: kip_thoi }, claimed: "2", evidence: [ { number: 12/KH-SA, date: 2026-02-03, title: Kế hoạch năm } ] }
    "1.2": { figures: { dung_han: "90", da_giai_quyet: "100" }, claimed: "1.8", evidence: [ { number: 40/BC-SA, date: 2026-12-05, title: Báo cáo năm, section: Mục II } ] }
    "1.3": { figures: { ty_le: "80" }, claimed: "1.6", evidence: [ { number: 41/BC-SA, date: 2026-12-06, title: Báo cáo đào tạo } ] }
  hand:
    - put: "#;

/// Gives what is accepted of 1.1, 1.2 and 1.3, and code and message of what is found.
fn changed(put: &str) -> (String, Vec<(String, String)>) {
    let folder = Folder::base();
    folder.put("forms.yaml", format!("{FORM}{put}\n")).fill();
    checked(&folder)
}

/// Checks the form of so-a.
fn checked(folder: &Folder) -> (String, Vec<(String, String)>) {
    let said = folder.run("check submissions/so-a.xlsx --campaign . --format json");
    let json: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}", said.err));
    let rows = json["files"][0]["rows"].as_array().unwrap();
    let accepted = |id: &str| rows.iter().find(|row| row["criterion"] == id).unwrap()["accepted"].as_str().unwrap_or("–").to_owned();
    let found = json["findings"].as_array().unwrap().iter();
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    (["1.1", "1.2", "1.3"].map(accepted).join(" "), found.map(|one| (text(one, "code"), text(one, "message"))).collect())
}

#[test]
fn a_heading_with_another_meaning_is_that_of_no_column_of_the_form() {
    let full = "2.00 1.80 1.60";
    let cases = [
        // Other words for the same.
        ("{ at: \"parindex:keys+1 claimed\", text: Điểm tự chấm }", full, None),
        ("{ at: \"parindex:keys+1 claimed\", text: Điểm tự đánh giá năm 2026 }", full, None),
        ("{ at: \"parindex:keys+1 input\", text: Số liệu }", full, None),
        ("{ at: \"parindex:keys+1 claimed\", text: \"\" }", full, None),
        // Something else.
        ("{ at: \"parindex:keys+1 claimed\", text: Điểm tự đánh giá năm 2025 }", "2.00 1.80 1.60", Some("Điểm tự đánh giá năm 2025")),
        ("{ at: \"parindex:keys+1 input\", text: Số liệu năm 2025 }", "0.00 0.00 0.00", Some("Số liệu năm 2025")),
        ("{ at: \"parindex:keys+1 input\", text: Số liệu dự kiến }", "0.00 0.00 0.00", Some("Số liệu dự kiến")),
        ("{ at: \"parindex:keys+1 input\", text: Số liệu 6 tháng đầu năm }", "0.00 0.00 0.00", Some("Số liệu 6 tháng đầu năm")),
        ("{ at: \"parindex:keys+1 input\", text: Điểm thẩm định }", "0.00 0.00 0.00", Some("Điểm thẩm định")),
        ("{ sheet: evidence, at: \"parindex:keys+1 number\", text: Văn bản chưa có }", "0.00 0.00 1.60", Some("Văn bản chưa có")),
    ];
    for (put, accepted, told) in cases {
        let (got, found) = changed(put);
        let changed: Vec<&String> = found.iter().filter(|(code, _)| code == "S125").map(|(_, message)| message).collect();
        assert_eq!((got.as_str(), changed.len()), (accepted, usize::from(told.is_some())), "{put} {found:#?}");
        assert!(told.is_none_or(|told| changed[0].contains(&format!("ghi “{told}”, trong khi biểu in “"))), "{put} {changed:?}");
    }
}

#[test]
fn a_figure_below_another_label_is_nobodys() {
    let told = |put: &str| {
        let (got, found) = changed(put);
        (got, found.into_iter().find(|(code, _)| code == "S031").map(|(_, message)| message))
    };
    let (got, message) = told("{ at: \"input:1.2/dung_han content\", text: Số hồ sơ trễ hạn }");
    assert_eq!(got, "2.00 0.00 1.60");
    assert_eq!(
        message.unwrap(),
        "Hàng này ghi “Số hồ sơ trễ hạn”, trong khi biểu in “Số hồ sơ đúng hạn”; không xác định được số liệu đã điền thuộc mục nào nên không được đọc."
    );
    for other in ["Số hồ sơ đúng hạn năm 2025", "Số hồ sơ chưa đúng hạn", "Số hồ sơ đúng hạn (dự kiến)", "Số hồ sơ đúng hạn (ước cả năm)"]
    {
        let (got, message) = told(&format!("{{ at: \"input:1.2/dung_han content\", text: {other} }}"));
        assert_eq!((got.as_str(), message.is_some()), ("2.00 0.00 1.60", true), "{other}");
    }
    // Its own words, typed anew.
    for own in ["số hồ sơ đúng hạn", "- Số hồ sơ  đúng hạn:", "Số hồ sơ đúng hạn (hồ sơ)"] {
        assert_eq!(
            told(&format!("{{ at: \"input:1.2/dung_han content\", text: \"{own}\" }}")),
            ("2.00 1.80 1.60".to_owned(), None),
            "{own}"
        );
    }
}

#[test]
fn a_figure_in_another_unit_of_measure_is_nobodys() {
    for (measure, expected) in
        [("nghìn hồ sơ", "2.00 0.00 1.60"), ("%", "2.00 0.00 1.60"), ("Hồ sơ", "2.00 1.80 1.60"), ("", "2.00 1.80 1.60")]
    {
        let (got, found) = changed(&format!("{{ at: \"input:1.2/dung_han measure\", text: \"{measure}\" }}"));
        let told = found.iter().filter(|(code, _)| code == "S031").count();
        assert_eq!((got.as_str(), told), (expected, usize::from(expected.contains(" 0.00 "))), "{measure} {found:?}");
    }
    for (measure, expected) in [("‰", "2.00 1.80 0.00"), ("%", "2.00 1.80 1.60"), (" % ", "2.00 1.80 1.60")] {
        let (got, _) = changed(&format!("{{ at: \"input:1.3/ty_le measure\", text: \"{measure}\" }}"));
        assert_eq!(got, expected, "{measure}");
    }
}

#[test]
fn a_row_below_another_name_is_no_criterion_s() {
    let put = |name: &str| format!("{{ at: \"leaf:1.2 content\", text: \"{name}\" }}");
    for other in [
        "Hồ sơ trễ hạn",
        "Hồ sơ đúng hạn (năm 2025)",
        "Hồ sơ không đúng hạn",
        "Hồ sơ đúng hạn (ước cả năm)",
        "Hồ sơ đúng hạn 6 tháng đầu năm",
    ] {
        let (got, found) = changed(&put(other));
        let told: Vec<&String> = found.iter().filter(|(code, _)| code == "S031").map(|(_, message)| message).collect();
        assert_eq!(got, "2.00 0.00 1.60", "{other}");
        assert_eq!(
            told,
            [&format!(
                "Hàng này ghi “{other}”, trong khi biểu in “Hồ sơ đúng hạn”; không rõ nội dung điền ở đây là của tiêu chí nào nên không được đọc."
            )]
        );
    }
    for own in ["HỒ SƠ ĐÚNG HẠN", "Hồ sơ đúng hạn:", "Hồ sơ đúng hạn năm 2026", "Hồ sơ được giải quyết đúng hạn", ""]
    {
        assert_eq!(changed(&put(own)).0, "2.00 1.80 1.60", "{own}");
    }
}

#[test]
fn a_title_of_another_year_or_of_a_draft_is_told_as_in_a_province_s_form() {
    let code = |words: &str| {
        let (got, found) = changed(&format!("{{ at: B3, text: \"{words}\" }}"));
        assert_eq!(got, "2.00 1.80 1.60");
        found.into_iter().find(|(code, _)| code != "S029").map(|(code, _)| code)
    };
    assert_eq!(code("BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025").as_deref(), Some("S098"));
    assert_eq!(code("DỰ THẢO BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026").as_deref(), Some("S124"));
    for draft in ["BẢNG THẨM ĐỊNH, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026", "BẢNG TỰ CHẤM ĐIỂM (CHẤM THỬ)", "KẾ HOẠCH", "KẾ HOẠCH NĂM 2026"]
    {
        assert_eq!(code(draft).as_deref(), Some("S124"), "{draft}");
    }
    assert_eq!(code("Tự đánh giá 2024").as_deref(), Some("S098"));
    for own in ["BẢNG TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026", "Tự đánh giá 2026", "TỰ ĐÁNH GIÁ KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH"]
    {
        assert_eq!(code(own), None, "{own}");
    }
}

#[test]
fn a_score_typed_beside_its_cell_is_told() {
    for (at, cell) in [("input", "F"), ("explanation", "J")] {
        let (got, found) =
            changed(&format!("{{ at: \"leaf:1.3 claimed\", text: \"\" }}\n    - put: {{ at: \"leaf:1.3 {at}\", number: \"1.6\" }}"));
        let told: Vec<&String> = found.iter().filter(|(code, _)| code == "S121").map(|(_, message)| message).collect();
        assert_eq!((got.as_str(), told.len()), ("2.00 1.80 1.60", 1), "{found:#?}");
        assert!(
            told[0].starts_with(&format!("Ô {cell}")) && told[0].contains("ghi “1,6”, trong khi ô điểm tự đánh giá của tiêu chí để trống"),
            "{told:?}"
        );
    }
    // A sentence is an explanation, and a score beside a claim is none that is missing.
    let sentence =
        changed("{ at: \"leaf:1.3 claimed\", text: \"\" }\n    - put: { at: \"leaf:1.3 explanation\", text: Đã báo cáo 2 lần }").1;
    assert!(sentence.iter().all(|(code, _)| code != "S121"));
    assert!(changed("{ at: \"leaf:1.3 explanation\", number: \"1.6\" }").1.iter().all(|(code, _)| code != "S121"));
}

#[test]
fn a_document_whose_title_says_that_it_is_not_there_backs_nothing() {
    for (title, there) in [
        ("Thất lạc, không tìm thấy", false),
        ("Sẽ bổ sung", false),
        ("Dự thảo Kế hoạch", false),
        ("Kế hoạch năm, đã hết hiệu lực", false),
        ("Bãi bỏ văn bản hết hiệu lực", true),
        ("Góp ý dự thảo Kế hoạch", true),
        ("Thu hồi đất năm 2026", true),
        ("Sẽ ban hành", false),
        ("Sẽ ban hành trong tháng 12", false),
        ("Kế hoạch năm (dự kiến ban hành)", false),
        ("Đã thất lạc", false),
        ("Đã mất", false),
        ("VD", false),
        ("Kế hoạch năm (mẫu)", false),
        ("Không phải kế hoạch", false),
        ("Kế hoạch năm, đã hủy", false),
        ("Kế hoạch năm (không mở được)", false),
        ("Kế hoạch hủy tài liệu hết giá trị", true),
        ("Quyết định ban hành mẫu đơn", true),
        ("Quyết định ban hành biểu mẫu", true),
        ("Báo cáo về hồ sơ bị mất", true),
        ("Báo cáo về hồ sơ hư hỏng, thất lạc", true),
        ("Danh mục văn bản sẽ ban hành năm 2027", true),
        ("Kế hoạch thu hồi giấy phép, hủy bỏ", true),
        ("Báo cáo lỗi kỹ thuật", true),
    ] {
        let (got, found) = changed(&format!("{{ sheet: evidence, at: \"evidence#1 title\", text: \"{title}\" }}"));
        assert_eq!(got.starts_with("2.00"), there, "{title} {found:#?}");
        assert_eq!(found.iter().any(|(code, _)| code == "S123"), !there, "{title}");
    }
    // So do words in its other columns.
    for (column, words, there) in [
        ("number", "Dự thảo 12/KH-SA", false),
        ("number", "12/KH-SA (dự thảo)", false),
        ("number", "12/KH-SA đã hủy", false),
        ("number", "VD: 12/KH-SA", false),
        ("number", "Không phải 12/KH-SA", false),
        ("section", "Không mở được", false),
        ("file", "Tệp không mở được", false),
        ("file", "Đã mất", false),
        ("issuer", "Đã thất lạc", false),
        ("issuer", "Sở Nội vụ (mẫu)", true),
        ("number", "12/KH-SA", true),
        ("number", "Kế hoạch số 12/KH-SA", true),
        ("section", "Mục II, mẫu số 3", true),
    ] {
        let (got, found) = changed(&format!("{{ sheet: evidence, at: \"evidence#1 {column}\", text: \"{words}\" }}"));
        assert_eq!(got.starts_with("2.00"), there, "{column} {words} {found:#?}");
        assert_eq!(found.iter().any(|(code, _)| ["S092", "S123"].contains(&code.as_str())), !there, "{column} {words} {found:#?}");
    }
    // Words that say that there is no file are no file.
    let alone = "{ sheet: evidence, at: \"evidence#1 number\", text: \"\" }\n    - put: { sheet: evidence, at: \"evidence#1 title\", text: \"\" }\n    - put: { sheet: evidence, at: \"evidence#1 date\", text: \"\" }\n    - put: { sheet: evidence, at: \"evidence#1 file\", text: Không có }";
    let (got, found) = changed(alone);
    assert!(
        got.starts_with("0.00") && found.iter().any(|(code, message)| code == "S092" && message.contains("“Không có”")),
        "{got} {found:?}"
    );
}

#[test]
fn a_score_merged_over_several_criteria_is_that_of_none() {
    let folder = Folder::base();
    let form = FORM.split_once("    - put:").unwrap().0.to_owned();
    let merged = |from: &str, to: &str| {
        folder.put("forms.yaml", format!("{form}    - merge_down: {{ at: \"{from}\", to: \"{to}\" }}\n")).fill();
        let (got, found) = checked(&folder);
        (got, found.into_iter().filter(|(code, _)| code == "S115").map(|(_, message)| message).collect::<Vec<_>>())
    };
    // Both are worth what their figures are, as where the claim is blank.
    let (got, told) = merged("leaf:1.2 claimed", "leaf:1.3 claimed");
    assert_eq!(got, "2.00 1.80 1.60");
    assert_eq!(told, ["Ô điểm “1,8” gộp qua 2 tiêu chí; không rõ mỗi tiêu chí bao nhiêu điểm nên không được đọc."]);
    // Over the rows of its own figures it is the criterion's.
    assert_eq!(merged("leaf:1.2 claimed", "input:1.2/da_giai_quyet claimed"), ("2.00 1.80 1.60".to_owned(), vec![]));
}

#[test]
fn a_document_of_two_criteria_in_one_cell_backs_both_where_both_are_leaves() {
    // What is accepted of 1.1, whose document it is, and what is said of the cell.
    let told = |typed: &str| -> (String, Vec<String>) {
        let (got, found) = changed(&format!("{{ sheet: evidence, at: \"evidence#1 criterion\", text: \"{typed}\" }}"));
        let said = found.into_iter().filter(|(code, _)| code.starts_with("S06") || code == "S073").map(|(_, message)| message);
        (got.split(' ').next().unwrap().to_owned(), said.collect())
    };
    for typed in ["1.1, 1.3", "1.1; 1.3", "1.3 và 1.1", "1,1", "1.1"] {
        assert_eq!(told(typed), ("2.00".to_owned(), vec![]), "{typed}");
    }
    assert_eq!(told("1.3"), ("0.00".to_owned(), vec![]));
    let group = "Tài liệu “12/KH-SA” ghi mã “1.1; 1”, là nhóm tiêu chí, không phải tiêu chí thành phần.";
    assert_eq!(told("1.1; 1"), ("0.00".to_owned(), vec![group.to_owned()]));
    let none = "Tài liệu “12/KH-SA” ghi mã tiêu chí “1.1; 9.9”, không có trong bộ tiêu chí.";
    assert_eq!(told("1.1; 9.9"), ("0.00".to_owned(), vec![none.to_owned()]));
}

/// Checks a form made for an earlier version of the set; gives what is accepted, and code and message of what is found.
fn of_version(earlier: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
    let folder = Folder::base();
    let set = folder.text("criteria/nho/set.yaml");
    folder.put("criteria/nho/set.yaml", set.replacen("total: 10", "version: \"2\"\ntotal: 10", 1));
    let words = |(was, is): &(&str, &str)| format!("    - {{ was: '{was}', is: '{is}' }}\n");
    let earlier: String = [("version: \"1\"", "version: \"2\"")].iter().chain(earlier).map(words).collect();
    let form = FORM.replacen("  answers:", &format!("  earlier:\n{earlier}  answers:"), 1);
    folder.put("forms.yaml", form.split_once("  hand:").unwrap().0).fill();
    let (accepted, mut found) = checked(&folder);
    found.retain(|(code, _)| ["S127", "S128"].contains(&code.as_str()));
    (accepted, found)
}

#[test]
fn what_an_earlier_version_asked_is_no_answer_where_its_id_means_something_else_now() {
    let full = "2.00 1.80 1.60";
    assert_eq!(of_version(&[]), (full.to_owned(), vec![]));
    // Only words: told, and read.
    for words in
        [("label: Số hồ sơ giải quyết đúng hạn", "label: Số hồ sơ đúng hạn"), ("name: Hồ sơ giải quyết đúng hạn", "name: Hồ sơ đúng hạn")]
    {
        let (accepted, found) = of_version(&[words]);
        let was = words.0.split_once(": ").unwrap().1;
        assert_eq!((accepted.as_str(), found.len(), found[0].0.as_str()), (full, 1, "S128"), "{found:?}");
        assert!(found[0].1.contains(&format!("ghi “{was}”, nay bộ tiêu chí ghi “")), "{found:?}");
    }
    // Case and punctuation are no other words.
    assert_eq!(of_version(&[("label: số hồ sơ  đúng hạn", "label: Số hồ sơ đúng hạn")]).1, []);
    // Another unit of measure; two labels, two names that changed places.
    let measure = [("label: Số hồ sơ đúng hạn, measure: nghìn hồ sơ", "label: Số hồ sơ đúng hạn, measure: hồ sơ")];
    let labels = [
        ("label: XX", "label: Số hồ sơ đúng hạn"),
        ("label: Số hồ sơ đúng hạn", "label: Số hồ sơ đã giải quyết"),
        ("label: Số hồ sơ đã giải quyết", "label: XX"),
    ];
    let names = [("name: XX", "name: Hồ sơ đúng hạn"), ("name: Hồ sơ đúng hạn", "name: Đào tạo"), ("name: Đào tạo", "name: XX")];
    for (earlier, accepted, count) in [(&measure[..], "2.00 0.00 1.60", 1), (&labels, "2.00 0.00 1.60", 2), (&names, "2.00 0.00 0.00", 2)] {
        let (got, found) = of_version(earlier);
        assert_eq!(got, accepted, "{found:?}");
        assert!(found.len() == count && found.iter().all(|(code, _)| code == "S127"), "{found:?}");
    }
}

#[test]
fn the_headings_of_the_list_of_documents_may_be_typed_in_other_words() {
    for (column, words, read) in [
        ("number", "Số ký hiệu", true),
        ("number", "SỐ, KÝ HIỆU VĂN BẢN", true),
        ("date", "Ngày, tháng, năm ban hành", true),
        ("number", "", true),
    ] {
        let (got, found) = changed(&format!("{{ sheet: evidence, at: \"parindex:keys+1 {column}\", text: \"{words}\" }}"));
        let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).filter(|code| *code != "S029" && *code != "E001").collect();
        assert_eq!((got.starts_with("2.00"), codes), (read, if read { vec![] } else { vec!["S125"] }), "{column} {words} {found:?}");
    }
}

#[test]
fn a_changed_heading_of_the_list_costs_its_own_column_alone() {
    // What is accepted of 1.1, whose document stands in the list, and what is said beside the heading.
    for (column, words, accepted, found) in [
        ("date", "Ngày đến", "2.00", vec!["S125", "E020", "E020", "E020"]),
        ("date", "Ghi chú", "2.00", vec!["S125", "E020", "E020", "E020"]),
        ("title", "Ghi chú", "2.00", vec!["S125"]),
        // An empty column costs nothing.
        ("issuer", "Nơi nhận", "2.00", vec![]),
        ("file", "Ghi chú", "2.00", vec![]),
        // Which criterion a document backs must be known.
        ("criterion", "STT", "0.00", vec!["S125"]),
        // These speak of the rows, not of a column.
        ("number", "Văn bản chưa có", "0.00", vec!["S125"]),
        ("number", "Số, ký hiệu văn bản năm 2025", "0.00", vec!["S125"]),
        ("date", "Ngày dự kiến ban hành", "0.00", vec!["S125"]),
    ] {
        let (got, all) = changed(&format!("{{ sheet: evidence, at: \"parindex:keys+1 {column}\", text: \"{words}\" }}"));
        let codes: Vec<&str> = all.iter().map(|(code, _)| code.as_str()).filter(|code| !["S029", "E001"].contains(code)).collect();
        assert_eq!((got.split(' ').next(), codes), (Some(accepted), found), "{column} {words} {all:?}");
    }
}

#[test]
fn of_two_of_our_forms_the_title_says_which_counts() {
    let outcome = |title: &str| {
        let folder = Folder::base();
        let one = FORM.split_once("  hand:").unwrap().0.replace("so-a.xlsx", "a.xlsx");
        let other = one.replace("a.xlsx", "b.xlsx").replace("\"90\"", "\"60\"").replace("claimed: \"1.8\"", "claimed: \"1.2\"");
        std::fs::remove_file(folder.path("submissions/so-a.xlsx")).unwrap();
        folder.put("forms.yaml", format!("{one}{other}  hand:\n    - put: {{ at: B3, text: \"{title}\" }}\n")).fill();
        let said = folder.run("run . -q");
        assert!([0, 3].contains(&said.code), "{}", said.err);
        let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
        let codes = result["findings"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str());
        let code = codes.filter(|code| ["C243", "C247"].contains(code)).collect::<Vec<_>>().join(" ");
        let unit = result["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "so-a").unwrap().clone();
        let leaf = |unit: &Value| unit["criteria"].as_array().unwrap().iter().find(|leaf| leaf["id"] == "1.2").unwrap()["accepted"].clone();
        format!("{code} {}", if code == "C247" { leaf(&unit).as_str().unwrap_or("–").to_owned() } else { String::new() })
    };
    let title = "BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2026";
    assert_eq!(outcome(title).trim(), "C243");
    assert_eq!(outcome(&format!("{title} (ĐIỀU CHỈNH)")), "C247 1.20");
    assert_eq!(outcome(&format!("{title} (CHÍNH THỨC)")), "C247 1.20");
    assert_eq!(outcome(&format!("DỰ THẢO {title}")), "C247 1.80");
    assert_eq!(outcome(&title.replace("2026", "2025")), "C247 1.80");
}

/// What is not read for a changed heading or label still goes back to the unit, word by word.
#[test]
fn what_is_not_read_stands_on_the_list_of_the_copy() {
    for (put, kept) in [
        ("{ at: \"parindex:keys+1 claimed\", text: Điểm dự kiến }", vec!["2", "1,8", "1,6"]),
        ("{ at: \"parindex:keys+1 input\", text: Số liệu năm 2025 }", vec!["Kịp thời", "90", "100", "80"]),
        ("{ sheet: evidence, at: \"parindex:keys+1 number\", text: Văn bản chưa có }", vec!["40/BC-SA", "Báo cáo năm", "Mục II"]),
        ("{ at: \"input:1.2/dung_han content\", text: Số hồ sơ trễ hạn }", vec!["90"]),
        ("{ at: \"leaf:1.2 content\", text: Vi phạm thời hạn }", vec!["1,8", "90", "100"]),
    ] {
        let folder = Folder::base();
        folder.put("forms.yaml", format!("{FORM}{put}\n")).fill();
        folder.run("check submissions/so-a.xlsx --campaign . --out out");
        let bytes = std::fs::read(folder.path("out/so-a.phan-hoi.xlsx")).unwrap();
        let book = parindex::workbook::open(&bytes, "a.xlsx").value.unwrap();
        let list = book.sheets.iter().find(|sheet| sheet.name == "Lỗi cần sửa").unwrap();
        let words: Vec<String> = list.cells.values().map(parindex::workbook::Cell::shown).collect();
        let from = words.iter().position(|words| words.starts_with("NỘI DUNG NẰM NGOÀI")).unwrap_or_else(|| panic!("{put}"));
        for said in kept {
            assert!(words[from..].iter().any(|words| words == said), "{put}: {said}: {:#?}", &words[from..]);
        }
    }
}

#[test]
fn a_key_above_a_column_without_a_heading_is_where_somebody_moved_it() {
    // The copy keeps key and answers; the heading, or the key, of one of the two is deleted.
    let moved = |cell: &str, key: &str| {
        format!("copy_column_to_end: {{ at: \"{cell} {key}\" }}\n    - put: {{ at: \"parindex:keys {key}\", text: \"\" }}")
    };
    let blank = |key: &str| format!("\n    - put: {{ at: \"parindex:keys+1 {key}\", text: \"\" }}");
    for (cell, key, told, accepted) in
        [("leaf:1.2", "claimed", "Điểm tự đánh giá", "2.00 1.80 1.60"), ("input:1.2/dung_han", "input", "Số liệu", "0.00 0.00 0.00")]
    {
        let (got, found) = put(&format!("{}{}", moved(cell, key), blank(key)));
        let said: Vec<&String> = found.iter().filter(|(code, _)| code == "S125").map(|(_, message)| message).collect();
        assert_eq!((got.as_str(), said.len()), (accepted, 1), "{key} {found:#?}");
        assert!(said[0].contains(&format!("không có tên, còn tên “{told}")), "{said:?}");
        // Where the heading moved along, it is the column of the form.
        let (got, found) = put(&moved(cell, key));
        assert_eq!((got.as_str(), found.iter().filter(|(code, _)| code == "S125").count()), ("2.00 1.80 1.60", 0), "{key} {found:#?}");
    }
}

/// Gives what is accepted and found where somebody did this by hand.
fn put(acts: &str) -> (String, Vec<(String, String)>) {
    let folder = Folder::base();
    let form = FORM.strip_suffix("    - put: ").unwrap();
    folder.put("forms.yaml", format!("{form}    - {acts}\n")).fill();
    checked(&folder)
}

#[test]
fn rows_that_have_lost_their_keys_are_told_in_one_finding() {
    let cleared = |keys: &[&str]| {
        let puts: Vec<String> = keys.iter().map(|key| format!("{{ at: \"{key}\" }}")).collect();
        let (accepted, found) = changed(&puts.join("\n    - put: "));
        let told: Vec<String> = found.into_iter().filter(|(code, _)| code == "S029").map(|(_, message)| message).collect();
        (accepted, told)
    };
    let rows = ["input:1.3/ty_le", "leaf:1.3", "input:1.2/da_giai_quyet", "input:1.2/dung_han", "leaf:1.2", "input:1.1/muc", "leaf:1.1"];
    let (accepted, told) = cleared(&rows);
    assert_eq!(accepted, "0.00 0.00 0.00");
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("Trang “Tự đánh giá” có ") && told[0].contains(" hàng không mang mã hàng ẩn của biểu (hàng "), "{told:?}");
    // Of one row, too; a single cell beside the table is told as it was.
    let (accepted, told) = cleared(&["leaf:1.3"]);
    assert!(accepted.starts_with("2.00 1.80 ") && told.len() == 1, "{accepted} {told:#?}");
    let (_, told) = changed("{ at: Z40, text: Hỏi lại phòng }");
    assert_eq!(told.iter().filter(|(code, _)| code == "S029").count(), 1, "{told:?}");
}
