//! Several files of one unit: which of them count.

use std::fs;

use std::path::Path;

use serde_json::Value;

use crate::folder::{Folder, drawn};

/// What came of so-a: its points, and the codes that speak of its files.
fn outcome(folder: &Folder) -> (Option<String>, Vec<String>) {
    let said = folder.run("run .");
    assert!(matches!(said.code, 0 | 3), "{}", said.err);
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let unit = result["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "so-a").unwrap().clone();
    let submitted = unit["status"] != "not_submitted";
    let codes = result["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap().to_owned());
    let codes = codes.filter(|code| ["C243", "C244", "C247", "C248", "C249"].contains(&code.as_str()));
    (unit["points"].as_str().filter(|_| submitted).map(str::to_owned), codes.collect())
}

/// Makes a campaign in which so-a sent two files that differ: one worth 8.70, one worth less.
fn two(better: &str, worse: &str) -> Folder {
    let folder = Folder::base();
    let good = fs::read(folder.path("submissions/so-a.xlsx")).unwrap();
    folder.edit("forms.yaml", "\"90\"", "\"60\"").edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"1.2\"").fill();
    let bad = fs::read(folder.path("submissions/so-a.xlsx")).unwrap();
    fs::remove_file(folder.path("submissions/so-a.xlsx")).unwrap();
    folder.put(&format!("submissions/{better}"), good).put(&format!("submissions/{worse}"), bad);
    folder
}

#[test]
fn of_files_that_differ_one_counts_for_a_reason_or_none() {
    let (good, bad) = (Some("8.70"), Some("8.10"));
    let cases = [
        // No reason: place in the list, numbers of copies, words that say nothing of it.
        ("so-a.xlsx", "so-a (2).xlsx", None),
        ("so-a (2).xlsx", "so-a.xlsx", None),
        ("a.xlsx", "b.xlsx", None),
        ("so-a mới.xlsx", "so-a.xlsx", None),
        ("so-a lần 1.xlsx", "so-a.xlsx", None),
        ("so-a chính thức.xlsx", "so-a chính thức (2).xlsx", None),
        ("so-a chưa chính thức.xlsx", "so-a dự kiến.xlsx", None),
        // A reason in the name, whichever is the better one.
        ("so-a chính thức.xlsx", "so-a.xlsx", good),
        ("so-a.xlsx", "so-a_chinh-thuc.xlsx", bad),
        ("so-a điều chỉnh.xlsx", "so-a.xlsx", good),
        ("so-a lần 1.xlsx", "so-a lần 2.xlsx", bad),
        ("so-a lần 2.xlsx", "so-a lần 1.xlsx", good),
        ("so-a 2026.xlsx", "so-a 2025.xlsx", good),
        ("so-a.xlsx", "so-a dự kiến.xlsx", good),
        ("so-a.xlsx", "so-a (bản nháp).xlsx", good),
        ("so-a.xlsx", "so-a không chính thức.xlsx", good),
        // What is withdrawn is no reason, whatever else its name says.
        ("so-a lần 1.xlsx", "so-a lần 2 (hủy).xlsx", good),
        ("so-a lan 1.xlsx", "so-a lan 2 huy.xlsx", good),
        ("so-a lần 1.xlsx", "so-a lần 2 - không dùng.xlsx", good),
        ("so-a.xlsx", "so-a chính thức (sai, bỏ).xlsx", good),
        ("so-a.xlsx", "so-a mẫu điều chỉnh.xlsx", good),
        ("so-a lần 1 (hủy).xlsx", "so-a lần 2 (sai).xlsx", None),
        // Controls: the same letters in other words.
        ("so-a phát huy lần 2.xlsx", "so-a lần 1.xlsx", good),
        ("so-a lần 2 (Bộ).xlsx", "so-a lần 1.xlsx", good),
        ("so-a mẫu số 1 lần 2.xlsx", "so-a lần 1.xlsx", good),
        ("so-a theo biểu mẫu.xlsx", "so-a.xlsx", None),
        ("so-a theo QĐ 12-2021.xlsx", "so-a.xlsx", None),
        ("so-a Quyết định số 12_QĐ-UBND năm 2021.xlsx", "so-a.xlsx", None),
        // "Kế hoạch" says what is told of, not what the file is.
        ("so-a kế hoạch.xlsx", "so-a.xlsx", None),
    ];
    for (better, worse, points) in cases {
        let (counted, codes) = outcome(&two(better, worse));
        assert_eq!(counted.as_deref(), points, "{better}, {worse}");
        assert_eq!(codes, [if points.is_some() { "C247" } else { "C243" }], "{better}, {worse}");
    }
}

#[test]
fn the_campaign_names_the_file_that_counts() {
    for (pin, points, code) in [
        ("a.xlsx", Some("8.70"), "C247"),
        ("b.xlsx", Some("8.10"), "C247"),
        ("submissions/b.xlsx", Some("8.10"), "C247"),
        ("c.xlsx", None, "C249"),
    ] {
        let folder = two("a.xlsx", "b.xlsx");
        folder.put("campaign.yaml", folder.text("campaign.yaml") + &format!("\nsubmissions: {{ so-a: {pin} }}\n"));
        let (counted, codes) = outcome(&folder);
        assert_eq!((counted.as_deref(), codes), (points, vec![code.to_owned()]), "{pin}");
    }
    let folder = Folder::base();
    folder.put("campaign.yaml", folder.text("campaign.yaml") + "\nsubmissions: { so-aa: a.xlsx }\n");
    let lint = folder.run("lint campaign.yaml");
    assert!(lint.code == 3 && lint.out.contains("không có đơn vị “so-aa”") && lint.out.contains("“so-a”"), "{}", lint.out);
}

#[test]
fn files_of_different_criteria_are_joined_and_copies_count_once() {
    let folder = Folder::base();
    let whole = folder.text("forms.yaml");
    let form = |file: &str, keep: &[&str]| {
        let lines = whole.lines().skip_while(|line| !line.contains("so-a.xlsx")).take_while(|line| !line.contains("so-b.xlsx"));
        let kept = lines.filter(|line| !line.trim_start().starts_with('"') || keep.iter().any(|id| line.contains(&format!("\"{id}\":"))));
        kept.collect::<Vec<_>>().join("\n").replace("so-a.xlsx", file) + "\n"
    };
    folder.put("forms.yaml", form("x.xlsx", &["1.1"]) + &form("y.xlsx", &["1.2", "1.3"])).fill();
    fs::remove_file(folder.path("submissions/so-a.xlsx")).unwrap();
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec!["C248".into()]));
    fs::copy(folder.path("submissions/x.xlsx"), folder.path("submissions/x (2).xlsx")).unwrap();
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec!["C244".into(), "C248".into()]));
    // A finding on an answer stands in the file of the answer.
    folder.put("forms.yaml", form("y.xlsx", &["1.2", "1.3"]).replace("2026-12-06", "2019-12-06")).fill();
    folder.run("run .");
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let late = result["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "E022").unwrap().clone();
    assert_eq!(late["file"], "submissions/y.xlsx");
    // Of two that say the same of one criterion, one may be an earlier state of the other.
    folder.put("forms.yaml", form("z.xlsx", &["1.2"])).fill();
    assert_eq!(outcome(&folder).0, None);
    // An answer that both give differently is a dispute again.
    folder.put("forms.yaml", form("z.xlsx", &["1.1", "1.2"]).replace("\"90\"", "\"60\"")).fill();
    assert_eq!(outcome(&folder).0, None);
}

#[test]
fn a_blank_form_beside_a_filled_one_is_in_nobodys_way() {
    let folder = Folder::base();
    folder.run("template . --out submissions/bieu");
    fs::rename(folder.path("submissions/bieu/so-a.xlsx"), folder.path("submissions/a-trong.xlsx")).unwrap();
    fs::remove_dir_all(folder.path("submissions/bieu")).unwrap();
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec!["C247".into()]));
}

#[test]
fn check_tells_the_same_of_several_files() {
    let folder = two("a.xlsx", "b.xlsx");
    for args in ["check submissions --campaign .", "check submissions"] {
        let said = folder.run(args);
        assert!(said.code == 3 && said.out.matches("[C243]").count() == 1, "{args}: {}", said.out);
    }
    let said = two("a lần 1.xlsx", "a lần 2.xlsx").run("check submissions --campaign .");
    assert!(said.code == 0 && said.out.contains("“a lần 2.xlsx” được chấm vì là lần sau cùng; không chấm “a lần 1.xlsx”"), "{}", said.out);
}

/// A campaign of communes, with forms of the province's own.
fn commune(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    for (name, text) in files {
        folder.put(&format!("submissions/{name}"), drawn(text));
    }
    folder
}

/// What a run says of the first unit of a campaign of communes: criteria claimed, codes with severity, and its note.
fn told(folder: &Folder) -> (Vec<String>, Vec<String>, Value) {
    let said = folder.run("run .");
    assert!(matches!(said.code, 0 | 3), "{}", said.err);
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let unit = result["groups"][0]["units"][0].clone();
    let claimed = unit["criteria"].as_array().unwrap().iter().filter(|one| one["depth"] == 2 && !one["claimed"].is_null());
    let claimed = claimed.map(|one| format!("{} {}", one["id"].as_str().unwrap(), one["claimed"].as_str().unwrap())).collect();
    let codes = result["findings"].as_array().unwrap().iter();
    let codes = codes.map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["severity"].as_str().unwrap())).collect();
    (claimed, codes, unit)
}

const HEAD: &str =
    "UBND XÃ TÂN AN\n\nBẢNG TỰ ĐÁNH GIÁ CẢI CÁCH HÀNH CHÍNH NĂM 2026\nSTT | Tiêu chí | Điểm tối đa | Điểm tự đánh giá | TLKC\n";
const FIRST: &str = "'1 | Chỉ đạo, điều hành | 8
'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | 3.2 |
'1.3 | Văn hóa công sở | 2 | 1.5 |
";
const SECOND: &str = "'2 | Cải cách thủ tục hành chính | 12
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 3.2 |
'2.2 | Công khai thủ tục hành chính | 3 | 3 |
'2.3 | Thẩm định chất lượng giải quyết | 2
'2.4 | Mức độ hài lòng | 3
";

#[test]
fn one_area_in_each_file_is_one_form() {
    let (first, second) = (format!("{HEAD}{FIRST}"), format!("{HEAD}{SECOND}"));
    let whole = told(&commune(&[("tan-an.xlsx", &format!("{HEAD}{FIRST}{SECOND}"))]));
    for (one, other) in [("a.xlsx", "b.xlsx"), ("b.xlsx", "a.xlsx"), ("Lĩnh vực I.xlsx", "Lĩnh vực II.xlsx"), ("p1 2026.xlsx", "p2.xlsx")]
    {
        let (claimed, codes, _) = told(&commune(&[(one, &first), (other, &second)]));
        assert_eq!(claimed, whole.0, "{one}, {other}");
        // That a file lacks the rows of the other one is no fault of either.
        assert!(codes.contains(&"C248 note".into()) && !codes.iter().any(|code| code.starts_with("S086")), "{one}, {other}: {codes:?}");
    }
    // A file of another year is no part of it.
    let (claimed, codes, _) = told(&commune(&[("p1.xlsx", &first), ("p2 2025.xlsx", &second.replace(" NĂM 2026", ""))]));
    assert!(codes.contains(&"C247 warning".into()) && claimed.len() == 3, "{claimed:?} {codes:?}");
    // What neither has is still missing.
    let (_, codes, _) =
        told(&commune(&[("a.xlsx", &first), ("b.xlsx", &second.replace("'2.2 | Công khai thủ tục hành chính | 3 | 3 |\n", ""))]));
    assert!(codes.contains(&"S086 error".into()), "{codes:?}");
}

#[test]
fn a_file_of_the_council_or_of_a_plan_is_no_part_of_the_form() {
    let first = format!("{HEAD}{FIRST}");
    let titled = |title: &str| format!("{HEAD}{SECOND}").replace("BẢNG TỰ ĐÁNH GIÁ CẢI CÁCH HÀNH CHÍNH NĂM 2026", title);
    for title in ["KẾT QUẢ THẨM ĐỊNH NĂM 2026", "KẾ HOẠCH PHẤN ĐẤU NĂM 2026", "ĐĂNG KÝ PHẤN ĐẤU CHỈ SỐ CCHC NĂM 2026"]
    {
        let (claimed, codes, _) = told(&commune(&[("a.xlsx", &first), ("b.xlsx", &titled(title))]));
        assert!(codes.contains(&"C247 warning".into()) && claimed.len() == 3, "{title}: {claimed:?} {codes:?}");
    }
    for title in ["TỰ ĐÁNH GIÁ LĨNH VỰC 2", "KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2026", "BẢNG TỰ CHẤM ĐIỂM, ĐĂNG KÝ THẨM ĐỊNH"]
    {
        let (claimed, codes, _) = told(&commune(&[("a.xlsx", &first), ("b.xlsx", &titled(title))]));
        assert!(codes.contains(&"C248 note".into()) && claimed.len() == 5, "{title}: {claimed:?} {codes:?}");
    }
    // A name that says so is believed whatever the title says.
    let second = format!("{HEAD}{SECOND}");
    for name in ["năm 2025", "p2 thẩm định", "Chấm chéo", "Tổng hợp các xã", "Điểm trung bình", "p2 (nháp)", "ví dụ", "Của phòng VHXH"]
    {
        let (claimed, codes, _) = told(&commune(&[("a.xlsx", &first), (&format!("{name}.xlsx"), &second)]));
        assert!(codes.contains(&"C247 warning".into()) && claimed.len() == 3, "{name}: {claimed:?} {codes:?}");
    }
    let (claimed, codes, _) = told(&commune(&[("a.xlsx", &first), ("b.xlsx", &titled("BẢNG CHẤM CHÉO NĂM 2026"))]));
    assert!(codes.contains(&"C247 warning".into()) && claimed.len() == 3, "{claimed:?} {codes:?}");
    for name in ["Lĩnh vực II 2026", "b 15.01.2027", "Tổng hợp", "p2 tự chấm"] {
        let (claimed, codes, _) = told(&commune(&[("a.xlsx", &first), (&format!("{name}.xlsx"), &second)]));
        assert!(codes.contains(&"C248 note".into()) && claimed.len() == 5, "{name}: {claimed:?} {codes:?}");
    }
    // To appraise documents is an area's own work.
    let (claimed, codes, _) = told(&commune(&[("a.xlsx", &first), ("Thẩm định văn bản.xlsx", &titled("NĂM 2026"))]));
    assert!(codes.contains(&"C248 note".into()) && claimed.len() == 5, "{claimed:?} {codes:?}");
    // Two parts beside it are still one form.
    let third = format!("{HEAD}'2 | Cải cách thủ tục hành chính | 12\n'2.2 | Công khai thủ tục hành chính | 3 | 3 |\n");
    let second = format!("{HEAD}'2 | Cải cách thủ tục hành chính | 12\n'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 3.2 |\n");
    let files = [("a.xlsx", first.as_str()), ("b.xlsx", &second), ("c.xlsx", &third), ("Kết quả thẩm định.xlsx", &titled("NĂM 2026"))];
    let (claimed, codes, _) = told(&commune(&files));
    assert!(codes.contains(&"C248 note".into()) && codes.contains(&"C247 warning".into()) && claimed.len() == 5, "{claimed:?} {codes:?}");
}

#[test]
fn a_sheet_that_is_not_meant_fills_no_blanks_and_beats_no_other() {
    let first = format!("== Tự chấm\n{HEAD}{FIRST}");
    let names = ["Chấm chéo", "Tổng hợp các xã", "Trung bình", "Của phòng VHXH", "Nháp", "Ví dụ", "p2 (hủy)", "Thẩm định", "2025"];
    for (name, count) in
        names.map(|name| (name, 3)).into_iter().chain([("Lĩnh vực II", 5), ("Tổng hợp", 5), ("Phát huy", 5), ("Lĩnh vực II theo mẫu", 5)])
    {
        let (claimed, codes, _) = told(&commune(&[("a.xlsx", &format!("{first}== {name}\n{HEAD}{SECOND}"))]));
        assert_eq!(claimed.len(), count, "{name}: {claimed:?} {codes:?}");
        assert_eq!(codes.contains(&"S097 warning".into()), count == 3, "{name}: {codes:?}");
    }
    let low = FIRST.replace("| 2 | 1.5 |", "| 2 | 0.5 |");
    for (second, claim) in [("lần 2 (hủy)", "1.3 1.50"), ("lần 2 - không dùng", "1.3 1.50"), ("lần 2", "1.3 0.50")] {
        let book = format!("== lần 1\n{HEAD}{FIRST}== {second}\n{HEAD}{low}");
        let (claimed, codes, _) = told(&commune(&[("a.xlsx", &book)]));
        assert_eq!(claimed.last().map(String::as_str), Some(claim), "{second}: {codes:?}");
    }
}

#[test]
fn figures_left_to_a_file_without_a_place_for_them_are_blank() {
    let figures = "UBND XÃ TÂN AN\n\nBẢNG TỰ ĐÁNH GIÁ CẢI CÁCH HÀNH CHÍNH NĂM 2026\nSTT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Điểm tự đánh giá\n\
        '2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 80 | 3.2\n'2.2 | Công khai thủ tục hành chính | 3 | Công khai đầy đủ, kịp thời | 3\n";
    let folder = commune(&[("a.xlsx", &format!("{HEAD}{FIRST}")), ("b.xlsx", figures)]);
    let (_, codes, unit) = told(&folder);
    assert!(codes.contains(&"C248 note".into()), "{codes:?}");
    let accepted = |id: &str| unit["criteria"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()["accepted"].clone();
    assert_eq!((accepted("2.1"), accepted("1.2")), ("3.20".into(), "0.00".into()), "1.2 asks for figures");
}

#[test]
fn a_title_says_which_file_counts() {
    let form = |title: &str, claim: &str| {
        format!("{HEAD}{FIRST}{SECOND}")
            .replace("NĂM 2026", &format!("NĂM 2026 {title}"))
            .replace("| 2 | 1.5 |", &format!("| 2 | {claim} |"))
    };
    let cases = [
        ("(ĐIỀU CHỈNH)", "", Some("1.3 0.50")),
        ("", "(BẢN CHÍNH THỨC)", Some("1.3 1.50")),
        ("(LẦN 2)", "(LẦN 1)", Some("1.3 0.50")),
        ("(DỰ THẢO)", "", Some("1.3 1.50")),
        ("", "", None),
        ("(THEO KẾ HOẠCH SỐ 5)", "", None),
    ];
    for (low, high, counts) in cases {
        let (claimed, codes, unit) = told(&commune(&[("a.xlsx", &form(low, "0.5")), ("b.xlsx", &form(high, "1.5"))]));
        let code = if counts.is_some() { "C247 warning" } else { "C243 error" };
        assert!(codes.contains(&code.into()), "{low}, {high}: {codes:?}");
        assert_eq!(claimed.iter().find(|one| one.starts_with("1.3 ")).map(String::as_str), counts, "{low}, {high}");
        assert_eq!(unit["status"] == "not_submitted", counts.is_none(), "{low}, {high}");
    }
}

#[test]
fn what_lies_beside_a_form_is_in_nobodys_way() {
    let cases: [(&str, &str, Option<&str>); 6] = [
        // Saved by other programs, and converted.
        ("libreoffice.xls", "libreoffice.xls", Some("C244")),
        ("openpyxl.xlsx", "so-a.xlsm", Some("C244")),
        ("libreoffice.ods", "bieu.ods", Some("C244")),
        // Left by systems and programs.
        ("openpyxl.xlsx", "~$libreoffice.xlsx", None),
        ("openpyxl.xlsx", ".~lock.libreoffice.xlsx#", None),
        ("openpyxl.xlsx", ".libreoffice.xlsx", None),
    ];
    for (from, to, code) in cases {
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/good/campaign"));
        for (from, to) in [("libreoffice.xlsx", "libreoffice.xlsx"), (from, to)] {
            folder.put(&format!("submissions/{to}"), fs::read(Path::new("tests/good/forms").join(from)).unwrap());
        }
        let said = folder.run("run .");
        assert!(matches!(said.code, 0 | 3), "{}", said.err);
        let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
        let codes: Vec<&str> = result["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert!(!codes.contains(&"C243") && !codes.contains(&"C247") && !codes.contains(&"C248"), "{to}: {codes:?}");
        assert_eq!(codes.iter().find(|code| **code == "C244").copied(), code, "{to}: {codes:?}");
    }
}

#[test]
fn a_file_of_another_unit_between_them_is_read_for_its_own() {
    let folder = two("so-a lần 2.xlsx", "so-a lần 1.xlsx");
    fs::rename(folder.path("submissions/so-b.xlsx"), folder.path("submissions/so-a lần 3.xlsx")).unwrap();
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec!["C247".into()]));
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    assert!(result["groups"][0]["units"].as_array().unwrap().iter().all(|unit| unit["status"] == "ranked"));
}

#[test]
fn a_version_that_does_not_count_brings_no_findings_of_its_own() {
    let folder = Folder::base();
    folder.edit("forms.yaml", "submissions/so-a.xlsx", "submissions/so-a lần 1.xlsx").edit("forms.yaml", "2026-12-06", "2019-12-06").fill();
    fs::rename(folder.path("submissions/so-a.xlsx"), folder.path("submissions/so-a lần 2.xlsx")).unwrap();
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec!["C247".into()]));
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let of_first = |one: &Value| one["file"] == "submissions/so-a lần 1.xlsx" && one["code"] != "C247";
    assert!(!result["findings"].as_array().unwrap().iter().any(of_first));
}

/// Checks the form of so-a, and puts the copy that goes back beside it.
fn with_copy(folder: &Folder) -> Vec<u8> {
    let said = folder.run("check submissions/so-a.xlsx --campaign . --out ve");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    let copy = fs::read(folder.path("ve/so-a.phan-hoi.xlsx")).unwrap();
    folder.put("submissions/so-a.phan-hoi.xlsx", &copy);
    copy
}

/// Types into a copy that went back.
fn filled_on(copy: &[u8], acts: &str) -> Vec<u8> {
    crate::intake::hand::by_hand(copy, &crate::council::acts(acts))
}

const FEWER: &str = "- put: { sheet: assessment, at: \"input:1.2/dung_han input\", number: \"60\" }\n- put: { sheet: assessment, at: \"leaf:1.2 claimed\", number: \"1.2\" }\n";

#[test]
fn a_copy_that_went_back_counts_for_nothing_until_it_is_filled_on() {
    let folder = Folder::base();
    let copy = with_copy(&folder);
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec!["C244".into()]));
    let told = folder.text("reports/result.json");
    assert!(told.contains("“so-a.phan-hoi.xlsx” là bản phản hồi, từ khi lập chưa có ai ghi thêm"), "{told}");
    // The form was sent anew since: the copy of the former one is in nobody's way.
    folder.edit("forms.yaml", "\"90\"", "\"60\"").edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"1.2\"").fill();
    folder.put("submissions/so-a.phan-hoi.xlsx", &copy);
    assert_eq!(outcome(&folder), (Some("8.10".into()), vec!["C244".into()]));
    // Alone, it is what the unit sent.
    fs::remove_file(folder.path("submissions/so-a.xlsx")).unwrap();
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec![]));
    // The campaign may name it.
    folder.fill();
    folder.put("submissions/so-a.phan-hoi.xlsx", &copy);
    folder.put("campaign.yaml", folder.text("campaign.yaml") + "submissions: { so-a: so-a.phan-hoi.xlsx }\n");
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec!["C247".into()]));
}

#[test]
fn a_copy_that_was_filled_on_is_the_later_form() {
    let folder = Folder::base();
    let copy = with_copy(&folder);
    folder.put("submissions/so-a.phan-hoi.xlsx", filled_on(&copy, FEWER));
    assert_eq!(outcome(&folder), (Some("8.10".into()), vec!["C247".into()]));
    let told = folder.text("reports/result.json");
    assert!(told.contains("“so-a.phan-hoi.xlsx” được chấm vì là bản phản hồi đã được điền tiếp; không chấm “so-a.xlsx”"), "{told}");
    // The copy as it went out may still lie beside both.
    folder.put("submissions/so-a.phan-hoi (2).xlsx", &copy);
    assert_eq!(outcome(&folder), (Some("8.10".into()), vec!["C244".into(), "C247".into()]));
    // A copy of the copy, filled on once more, is later still.
    folder.run("check submissions/so-a.phan-hoi.xlsx --campaign . --out ve2");
    let again = fs::read(folder.path("ve2/so-a.phan-hoi.xlsx")).unwrap();
    folder.put("submissions/so-a.phan-hoi (3).xlsx", filled_on(&again, &FEWER.replace("60", "70").replace("1.2\"", "1.4\"")));
    assert_eq!(outcome(&folder).0.as_deref(), Some("8.30"));
}

#[test]
fn a_copy_says_nothing_of_other_forms_than_its_own() {
    let folder = Folder::base();
    let copy = with_copy(&folder);
    // The unit sent another form since, too: which is the last is for people to say.
    folder.put("submissions/so-a.phan-hoi.xlsx", filled_on(&copy, FEWER));
    folder.edit("forms.yaml", "\"90\"", "\"80\"").edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"1.6\"").fill();
    folder.put("submissions/so-a.phan-hoi.xlsx", filled_on(&copy, FEWER));
    assert_eq!(outcome(&folder), (None, vec!["C243".into()]));
    // What its name says stands before: the form is the official one.
    let folder = Folder::base();
    let copy = with_copy(&folder);
    folder.put("submissions/so-a.phan-hoi.xlsx", filled_on(&copy, FEWER));
    fs::rename(folder.path("submissions/so-a.xlsx"), folder.path("submissions/so-a chính thức.xlsx")).unwrap();
    assert_eq!(outcome(&folder), (Some("8.70".into()), vec!["C247".into()]));
}

#[test]
fn a_copy_is_the_same_whenever_it_is_made() {
    let folder = Folder::base();
    let first = with_copy(&folder);
    fs::remove_dir_all(folder.path("ve")).unwrap();
    assert_eq!(with_copy(&folder), first);
}
