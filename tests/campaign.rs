//! Campaign folders as they come: what a run survives, what it leaves untouched, and that it can be repeated.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::folder::{Folder, drawn};
use crate::intake::raw::{edited, workbook};

/// Reads the result of a run.
fn result(folder: &Folder) -> Value {
    serde_json::from_str(&folder.text("reports/result.json")).unwrap()
}

/// Finds a unit in a result.
fn unit<'r>(result: &'r Value, id: &str) -> &'r Value {
    let units = result["groups"].as_array().unwrap().iter().flat_map(|group| group["units"].as_array().unwrap());
    units.into_iter().find(|unit| unit["id"] == id).unwrap()
}

/// Codes of a result's findings, with the file that each stands in.
fn codes(result: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    result["findings"].as_array().unwrap().iter().map(|finding| (text(&finding["code"]), text(&finding["file"]))).collect()
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{below}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, "", &mut found);
    found
}

#[test]
fn a_run_scores_ranks_and_writes_every_report() {
    let folder = Folder::base();
    let said = folder.run("run .");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    let result = result(&folder);
    let a = unit(&result, "so-a");
    assert_eq!((a["place"].as_u64(), a["points"].as_str(), a["index"].as_str()), (Some(1), Some("8.70"), Some("87.00")));
    let b = unit(&result, "so-b");
    assert_eq!((b["place"].as_u64(), b["points"].as_str(), b["index"].as_str()), (Some(2), Some("6.70"), Some("67.00")));
    assert_eq!(result["groups"][0]["mean_index"], "77.00");
    let written: Vec<String> = files(&folder.path("reports")).into_keys().collect();
    let expected = [
        "bao-cao-xep-hang.xlsx",
        "de-xuat-khen-thuong.xlsx",
        "don-vi/so-a.xlsx",
        "don-vi/so-b.xlsx",
        "ket-qua-kiem-tra.xlsx",
        "manifest.json",
        "result.json",
        "van-ban/bao-cao-ket-qua.docx",
        "van-ban/du-thao-quyet-dinh.docx",
        "van-ban/tra-ket-qua/so-a.docx",
        "van-ban/tra-ket-qua/so-b.docx",
    ];
    assert_eq!(written, expected);
}

#[test]
fn the_same_inputs_give_the_same_bytes_wherever_they_lie() {
    let (one, other) = (Folder::base(), Folder::base());
    one.run("run .");
    other.run("run . --out elsewhere/deep");
    other.run("run . --out elsewhere/deep");
    assert_eq!(files(&one.path("reports")), files(&other.path("elsewhere/deep")));
}

#[test]
fn the_manifest_names_every_input_and_output_with_its_hash() {
    let folder = Folder::base();
    folder.put("evidence/so-a/ke-hoach.txt", "abc").run("run .");
    let manifest: Value = serde_json::from_str(&folder.text("reports/manifest.json")).unwrap();
    let names = |list: &str| -> Vec<String> {
        manifest[list].as_array().unwrap().iter().map(|line| line["file"].as_str().unwrap().to_owned()).collect()
    };
    let inputs = [
        "appraisal/tham-dinh.csv",
        "campaign.yaml",
        "criteria/nho/set.yaml",
        "evidence/so-a/ke-hoach.txt",
        "submissions/so-a.xlsx",
        "submissions/so-b.xlsx",
        "survey/dieu-tra.csv",
    ];
    assert_eq!(names("inputs"), inputs);
    let outputs = [
        "bao-cao-xep-hang.xlsx",
        "de-xuat-khen-thuong.xlsx",
        "don-vi/so-a.xlsx",
        "don-vi/so-b.xlsx",
        "ket-qua-kiem-tra.xlsx",
        "result.json",
        "van-ban/bao-cao-ket-qua.docx",
        "van-ban/du-thao-quyet-dinh.docx",
        "van-ban/tra-ket-qua/so-a.docx",
        "van-ban/tra-ket-qua/so-b.docx",
    ];
    assert_eq!(names("outputs"), outputs);
    // SHA-256 of "abc", from FIPS 180-2.
    assert_eq!(manifest["inputs"][3]["sha256"], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert!(!folder.text("reports/manifest.json").contains(folder.path("").to_str().unwrap()), "no path of this machine");
}

#[test]
fn a_broken_file_costs_no_other_unit_anything() {
    let clean = Folder::base();
    clean.run("run .");
    let half = fs::read(clean.path("submissions/so-b.xlsx")).unwrap();
    let half = &half[..half.len() / 2];
    let hostile: [(&str, &[u8]); 5] = [
        ("half", half),
        ("text", "Đây là văn bản.".as_bytes()),
        ("empty", b""),
        ("password", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1EncryptedPackage"),
        ("other workbook", &workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")),
    ];
    for (name, bytes) in hostile {
        let folder = Folder::base();
        folder.put("submissions/so-b.xlsx", bytes);
        let said = folder.run("run .");
        assert_eq!(said.code, 3, "{name}: {}", said.err);
        let result = result(&folder);
        assert_eq!(unit(&result, "so-b")["status"], "not_submitted", "{name}");
        assert_eq!(unit(&result, "so-b")["sent"], "unread", "{name}");
        assert_eq!(unit(&result, "so-a")["points"], "8.70", "{name}");
        let told = codes(&result);
        assert!(told.iter().any(|(code, file)| file == "submissions/so-b.xlsx" && code != "C245"), "{name}: {told:?}");
    }
}

#[test]
fn a_link_that_leaves_the_campaign_is_not_read() {
    #[cfg(unix)]
    {
        let (folder, outside) = (Folder::base(), Folder::base());
        std::os::unix::fs::symlink(outside.path("submissions/so-a.xlsx"), folder.path("submissions/z.xlsx")).unwrap();
        let said = folder.run("run .");
        assert_eq!(said.code, 3);
        assert!(codes(&result(&folder)).contains(&("C232".into(), "submissions/z.xlsx".into())));
    }
}

#[test]
fn text_that_begins_like_a_formula_stays_text_in_every_report() {
    let folder = Folder::base();
    let evil = "=HYPERLINK(\\\"http://x\\\",1)";
    folder.edit("campaign.yaml", "name: Sở A", &format!("name: \"{evil}\""));
    folder.edit("campaign.yaml", "title: Đợt thử năm 2026", &format!("title: \"{evil}\""));
    folder.edit("forms.yaml", "title: Kế hoạch năm", &format!("title: \"{evil}\""));
    folder.edit("criteria/nho/set.yaml", "name: Ban hành kế hoạch", &format!("name: \"{evil}\""));
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,1.5,\"=1+1\"\nso-b,2,1,+1\n");
    folder.fill();
    let said = folder.run("run .");
    assert!(matches!(said.code, 0 | 3), "{}", said.err);
    for (name, bytes) in
        files(&folder.path("reports")).into_iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|e| e == "xlsx"))
    {
        for (part, content) in crate::intake::raw::unzip(&bytes) {
            let text = String::from_utf8_lossy(&content);
            let formulas = text.split("<f>").skip(1).filter(|rest| rest.starts_with("HYPERLINK") || rest.starts_with("1+1"));
            assert_eq!(formulas.count(), 0, "{name}, {part}");
        }
    }
}

#[test]
fn a_folder_of_others_is_never_replaced() {
    let folder = Folder::base();
    folder.put("out/thu-rieng.txt", "của tôi");
    let said = folder.run("run . --out out");
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("“thu-rieng.txt”"), "{}", said.err);
    assert_eq!(files(&folder.path("out")).len(), 1);
    let said = folder.run("run . --out . --lang en");
    assert_eq!(said.code, 1, "the campaign itself is no reports folder");
    assert!(folder.path("campaign.yaml").exists());
}

#[test]
fn what_others_put_into_the_reports_or_changed_there_is_kept() {
    let folder = Folder::base();
    folder.run("run .");
    folder.put("reports/da-ky.pdf", "bản ký").put("reports/bao-cao-xep-hang.xlsx", "sửa tay");
    let said = folder.run("run .");
    assert_eq!(said.code, 0);
    assert!(said.err.contains("da-ky.pdf") && said.err.contains("bao-cao-xep-hang.ban-sua.xlsx"), "{}", said.err);
    assert_eq!(folder.text("reports/da-ky.pdf"), "bản ký");
    assert_eq!(folder.text("reports/bao-cao-xep-hang.ban-sua.xlsx"), "sửa tay");
    assert!(fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap().starts_with(b"PK"));
}

#[test]
fn an_open_report_stops_the_run_and_leaves_the_old_reports() {
    for lock in ["reports/~$o-cao-xep-hang.xlsx", "reports/.~lock.bao-cao-xep-hang.xlsx#", "reports/don-vi/~$so-a.xlsx"] {
        let folder = Folder::base();
        folder.run("run .");
        let before = files(&folder.path("reports"));
        folder.put(lock, "x").edit("campaign.yaml", "year: 2026", "year: 2026\nnotice: MỚI");
        let said = folder.run("run .");
        assert_eq!(said.code, 1, "{lock}");
        let report = if lock.contains("don-vi") { "“so-a.xlsx”" } else { "“bao-cao-xep-hang.xlsx”" };
        assert!(said.err.contains(report) && said.err.contains("đang mở"), "{lock}: {}", said.err);
        fs::remove_file(folder.path(lock)).unwrap();
        assert_eq!(files(&folder.path("reports")), before, "{lock}");
    }
}

#[test]
fn a_place_that_cannot_be_written_is_said_in_both_languages() {
    let folder = Folder::base();
    folder.put("tep", "x");
    let vi = folder.run("run . --out tep/bao-cao");
    assert_eq!((vi.code, vi.out.as_str()), (1, ""));
    assert!(vi.err.starts_with("lỗi: không ghi được “tep") && vi.err.contains("là tệp, không phải thư mục"), "{}", vi.err);
    let en = folder.run("run . --out tep/bao-cao --lang en");
    assert!(en.err.starts_with("error: “tep") && en.err.contains("is a file, not a folder"), "{}", en.err);
}

#[test]
fn nothing_is_left_behind_by_a_run() {
    let folder = Folder::base();
    let before: Vec<String> = files(&folder.path("")).into_keys().collect();
    folder.run("run . --out r");
    folder.run("run . --out r");
    fs::remove_dir_all(folder.path("r")).unwrap();
    assert_eq!(files(&folder.path("")).into_keys().collect::<Vec<_>>(), before);
}

#[test]
fn sets_are_found_inside_beside_and_above_the_campaign() {
    let folder = Folder::base();
    for place in ["a/criteria", "criteria"] {
        let moved = Folder::empty();
        moved.put(&format!("{place}/nho/set.yaml"), folder.text("criteria/nho/set.yaml"));
        moved.put("a/b/campaign.yaml", folder.text("campaign.yaml"));
        let said = moved.run("lint a/b");
        assert_eq!(said.code, 0, "{place}: {}", said.out);
    }
}

#[test]
fn a_unit_is_known_by_any_of_its_names_in_tables() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "name: Sở A,", "name: Sở Hoà Bình, aliases: [SHB],");
    for name in ["SO-A", "sở hòa bình", "So Hoa Binh", "shb"] {
        folder.put("appraisal/tham-dinh.csv", format!("Đơn vị,Tiêu chí,Điểm\n{name},2,0.5\nso-b,2,1\n"));
        assert_eq!(folder.run("run .").code, 0, "{name}");
        assert_eq!(unit(&result(&folder), "so-a")["points"], "7.70", "{name}");
    }
}

#[test]
fn as_many_rounds_as_the_tables_have() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: appraised_3");
    folder.put("appraisal/lan-3.csv", "Đơn vị,Tiêu chí,Thẩm định lần 3,Lý do\nso-a,1.2,1,Tính lại\nso-b,2,2,\n");
    let said = folder.run("run .");
    assert_eq!(said.code, 0, "{}", said.err);
    let result = result(&folder);
    assert_eq!(result["campaign"]["official"], "appraised_3");
    let a = unit(&result, "so-a");
    let rounds = |of: &Value| ["appraised_1", "appraised_2", "appraised_3"].map(|round| of[round].as_str().map(str::to_owned));
    assert_eq!(rounds(&a["stages"]), [Some("6.90".into()), None, Some("6.10".into())]);
    assert_eq!(rounds(&unit(&result, "so-b")["stages"]), [Some("5.00".into()), None, Some("6.00".into())]);
    let leaf = a["criteria"].as_array().unwrap().iter().find(|node| node["id"] == "1.2").unwrap();
    assert_eq!((rounds(leaf), leaf["official"].as_str()), ([None, None, Some("1.00".into())], Some("1.00")));
    let why = folder.run("why . so-a 1.2").out;
    for line in
        ["Thẩm định lần 2                     –", "Thẩm định lần 3                  1,00   “Tính lại” · appraisal/lan-3.csv › dòng 2"]
    {
        assert!(why.contains(line), "{why}");
    }
    assert!(folder.run("why . so-a").out.contains("Thẩm định 3"));
    for (file, sheet) in [("bao-cao-xep-hang.xlsx", "Xếp hạng – Khối sở"), ("don-vi/so-a.xlsx", "Chi tiết")] {
        let bytes = fs::read(folder.path(&format!("reports/{file}"))).unwrap();
        let book = parindex::workbook::open(&bytes, file).value.unwrap();
        let sheet = book.sheets.iter().find(|one| one.name == sheet).unwrap();
        assert!(sheet.cells.values().any(|cell| cell.shown() == "Thẩm định lần 3"), "{file}");
    }
    // Without a third round anywhere, no output speaks of it.
    let plain = Folder::base();
    plain.run("run .");
    assert!(!plain.text("reports/result.json").contains("appraised_3"));
    // A stage that is none.
    for stage in ["appraised_0", "appraised_03", "appraised_100", "appraised", "final"] {
        let folder = Folder::base();
        folder.edit("campaign.yaml", "official: accepted", &format!("official: {stage}"));
        assert_eq!(folder.run("lint .").code, 3, "{stage}");
    }
}

#[test]
fn a_campaign_sets_the_severity_of_findings() {
    let folder = Folder::base();
    folder.edit("forms.yaml", "date: 2026-02-03", "date: 2025-02-03").fill();
    let said = folder.run("run .");
    assert_eq!(said.code, 0, "{}", said.err);
    let severity = |result: &Value| {
        let findings = result["findings"].as_array().unwrap();
        findings.iter().find(|finding| finding["code"] == "E022").unwrap()["severity"].clone()
    };
    assert_eq!(severity(&result(&folder)), "warning");
    let points = unit(&result(&folder), "so-a")["points"].clone();
    let yaml = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{yaml}severities:\n  - {{ finding: E022, severity: error }}\n"));
    assert_eq!(folder.run("run .").code, 3);
    assert_eq!(severity(&result(&folder)), "error");
    assert_eq!(unit(&result(&folder), "so-a")["points"], points, "a severity takes no points");
    assert_eq!(folder.run("check submissions/so-a.xlsx --campaign .").code, 3, "check judges as run does");
}

#[test]
fn of_two_forms_the_one_saved_last_is_named() {
    let folder = Folder::base();
    let form = fs::read(folder.path("submissions/so-a.xlsx")).unwrap();
    let saved = |bytes: &[u8], time: &str| {
        crate::intake::raw::edited(bytes, "docProps/core.xml", |xml| {
            let (before, after) = xml.split_once("<dcterms:modified").unwrap();
            let (_, after) = after.split_once("</dcterms:modified>").unwrap();
            format!("{before}<dcterms:modified xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:modified>{after}")
        })
    };
    folder.put("submissions/so-a.xlsx", saved(&form, "2026-12-20T08:00:00Z"));
    folder
        .edit("forms.yaml", "submissions/so-a.xlsx", "submissions/so-a moi.xlsx")
        .edit("forms.yaml", "claimed: \"2\"", "claimed: \"1\"")
        .fill();
    let newer = fs::read(folder.path("submissions/so-a moi.xlsx")).unwrap();
    folder.put("submissions/so-a moi.xlsx", saved(&newer, "2027-01-10T16:45:00Z"));
    folder.run("run .");
    let result = result(&folder);
    let findings = result["findings"].as_array().unwrap();
    let told = findings.iter().find(|finding| finding["code"] == "C243").unwrap();
    let says = told["message"].as_str().unwrap();
    assert!(says.contains("khác nhau ở tiêu chí 1.1: "), "{says}");
    assert!(says.ends_with("“submissions/so-a moi.xlsx” được lưu sau cùng (16:45 ngày 10/01/2027)."), "{says}");
}

#[test]
fn totals_of_inputs_that_mean_several_things_name_their_criteria() {
    let totals = |line: &str| {
        let folder = Folder::base();
        folder.overlay(Path::new("tests/broken/C221"));
        folder.edit("campaign.yaml", "of: dung_han, to: da_giai_quyet", line);
        let said: Value = serde_json::from_str(&folder.run("lint campaign.yaml --format json").out).unwrap();
        let codes = said["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap().to_owned());
        codes.filter(|code| code.starts_with("C2")).collect::<Vec<String>>()
    };
    for (line, expected) in [
        ("of: dung_han, to: da_giai_quyet", &["C221"][..]),
        ("of: da_giai_quyet, to: dung_han", &["C221"]),
        ("of: da_giai_quyet", &[]),
        ("of: dung_han, to: da_giai_quyet, criteria: [\"1.2\"]", &[]),
        // Dossiers and reports are not one thing, whoever says so.
        ("of: dung_han, criteria: [\"1.2\", \"1.3\"]", &["C221"]),
        ("of: dung_han, to: da_giai_quyet, criteria: [\"1.3\"]", &["C212"]),
        ("of: dung_han, criteria: [\"1.2\", \"9.9\"]", &["C206"]),
    ] {
        assert_eq!(totals(line), expected, "{line}");
    }
}

#[test]
fn a_total_adds_what_counts_and_a_rate_what_has_both_figures() {
    let printed = |xong: &str, giao: &str| {
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/foreign/thu"));
        let totals =
            "totals:\n  - { label: CỘNG XONG, of: xong, measure: nhiệm vụ }\n  - { label: CỘNG TỶ LỆ, of: xong, to: giao }\nawards:";
        folder.edit("campaign.yaml", "awards:", totals);
        for (file, unit, xong, giao) in [("a", "TÂN AN", "30", "50"), ("b", "TÂN BÌNH", xong, giao)] {
            let form = format!(
                "UBND XÃ {unit}\n\nSTT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Điểm tự chấm\n'1.2 | Hoàn thành nhiệm vụ được giao | 4 | | 1\n | Số nhiệm vụ hoàn thành | | {xong}\n | Số nhiệm vụ được giao | | {giao}\n"
            );
            folder.put(&format!("submissions/{file}.xlsx"), drawn(&form));
        }
        folder.run("run . -q");
        texts(&folder.path("reports/bao-cao-xep-hang.xlsx"), "Thông tin chung")
    };
    let holds = |page: &str, words: &str| assert!(page.contains(words), "{words}: {page}");
    let both = printed("40", "50");
    holds(&both, "tổng của 2 đơn vị");
    holds(&both, "70 / 100 = 70,00%");
    assert!(!both.contains("không tính"), "{both}");
    // What can't be is in no sum, and a whole whose part is not known in no rate.
    for (xong, giao) in [("-5", "50"), ("ba", "50"), ("", "50"), ("1.5", "50")] {
        let page = printed(xong, giao);
        holds(&page, "tổng của 1 đơn vị");
        holds(&page, "30 / 50 = 60,00%; không tính 1 đơn vị thiếu một trong hai số liệu");
    }
    let part = printed("40", "");
    holds(&part, "tổng của 2 đơn vị");
    holds(&part, "30 / 50 = 60,00%; không tính 1 đơn vị thiếu một trong hai số liệu");
    // Of a part that is greater than its whole nobody knows what is wrong.
    let over = printed("99999", "50");
    holds(&over, "tổng của 1 đơn vị; chưa kể số liệu mâu thuẫn, phải kiểm tra lại của UBND xã Tân Bình");
    holds(&over, "30 / 50 = 60,00%; chưa kể số liệu mâu thuẫn, phải kiểm tra lại của UBND xã Tân Bình");
    assert!(!over.contains("99999") && !over.contains("thiếu một trong hai"), "{over}");
    let nothing = printed("5", "0");
    holds(&nothing, "30 / 50 = 60,00%; chưa kể số liệu mâu thuẫn, phải kiểm tra lại của UBND xã Tân Bình");
    // All of it, and none of it, are answers.
    holds(&printed("50", "50"), "80 / 100 = 80,00%");
    holds(&printed("0", "50"), "30 / 100 = 30,00%");
}

#[test]
fn a_list_in_a_file_of_its_own_is_the_place_that_a_form_lacks() {
    let form = "UBND XÃ TÂN AN\n\nSTT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Điểm tự chấm\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | '20/01/2026 | 2\n";
    let list = |document: &str| format!("UBND XÃ TÂN AN\nDANH MỤC TÀI LIỆU\nSTT | Tiêu chí | Tài liệu kiểm chứng\n1 | '1.1 | {document}\n");
    let plan = "Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã";
    for (documents, codes) in [(vec![], vec!["S113"]), (vec![plan], vec![]), (vec!["Sẽ bổ sung"], vec!["S113"])] {
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/foreign/thu"));
        folder.put("submissions/a.xlsx", drawn(form));
        for document in &documents {
            folder.put("submissions/a danh muc.xlsx", drawn(&list(document)));
        }
        folder.run("run . -q");
        let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
        let checked: Value = serde_json::from_str(&folder.run("check submissions --campaign . --format json").out).unwrap();
        for findings in [&result["findings"], &checked["findings"]] {
            let own = findings.as_array().unwrap().iter().filter(|one| one["unit"] == "xa-a");
            let told: Vec<&str> = own.map(|one| one["code"].as_str().unwrap()).filter(|code| ["S113", "E001"].contains(code)).collect();
            assert_eq!(told, codes, "{documents:?}: {findings:#}");
        }
    }
}

#[test]
fn a_table_with_a_fault_in_every_row_is_told_as_far_as_anybody_reads() {
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    let table = format!("Đơn vị;Tiêu chí;Điểm;Lý do\n{}", "UBND xã Tân An;1.3;2a;x\n".repeat(10_050));
    folder.put("appraisal/t.csv", table);
    folder.run("run . -q");
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let told = result["findings"].as_array().unwrap().iter().filter(|one| one["file"].as_str().is_some_and(|file| file.ends_with("t.csv")));
    let told: Vec<&Value> = told.collect();
    let words = |one: &Value| one["message"].as_str().unwrap().to_owned();
    assert_eq!(told.len(), 10_002, "{:?}", told.first());
    let more: Vec<String> = told.iter().map(|one| words(one)).filter(|words| words.starts_with("Còn ")).collect();
    assert_eq!(more, ["Còn 49 trường hợp như vậy nữa, không liệt kê từng trường hợp."]);
    // Every unit of a province has its own fault at one criterion.
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    let table = format!("Đơn vị;Tiêu chí;Điểm;Lý do\n{}", "UBND xã Tân An;1.3;2a;x\n".repeat(110));
    folder.put("appraisal/t.csv", table);
    folder.run("run . -q");
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let lines =
        result["findings"].as_array().unwrap().iter().filter(|one| one["file"].as_str().is_some_and(|file| file.ends_with("t.csv")));
    assert_eq!(lines.count(), 110);
}

#[test]
fn a_form_on_a_hidden_sheet_is_said_to_be_there() {
    let form = "== Trang đầu\nUBND XÃ TÂN AN\n== Biểu\nUBND XÃ TÂN AN\n\nSTT | Tiêu chí | Điểm tối đa | Điểm tự chấm\n'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2\n";
    let bytes = edited(&drawn(form), "xl/workbook.xml", |xml| {
        let at = xml.find("name=\"Biểu\"").unwrap();
        format!("{}state=\"hidden\" {}", &xml[..at], &xml[at..])
    });
    let folder = Folder::empty();
    folder.overlay(Path::new("tests/foreign/thu"));
    folder.put("submissions/xa-a.xlsx", bytes);
    for command in ["check submissions/xa-a.xlsx --campaign .", "check submissions/xa-a.xlsx", "run ."] {
        let said = folder.run(command);
        let told = format!("{}{}", said.out, said.err);
        assert!(told.contains("bảng tiêu chí đứng ở trang “Biểu” bị ẩn nên không được đọc"), "{command}: {told}");
    }
}

#[test]
fn what_is_no_number_of_things_has_no_total() {
    let run = |kind: &str, totals: &str| {
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/foreign/thu"));
        folder.edit("criteria/thu/set.yaml", "{ id: giao, kind: count", &format!("{{ id: giao, kind: {kind}"));
        folder.edit("campaign.yaml", "awards:", &format!("totals:\n  - {{ label: CỘNG THỬ, {totals} }}\nawards:"));
        let said: Value = serde_json::from_str(&folder.run("lint . --format json").out).unwrap();
        let found = said["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "C221");
        let found: Vec<String> = found.map(|one| one["message"].as_str().unwrap().to_owned()).collect();
        folder.run("run . -q");
        let printed = texts(&folder.path("reports/bao-cao-xep-hang.xlsx"), "Thông tin chung").contains("CỘNG THỬ");
        assert_eq!(printed, found.is_empty(), "{totals}: what is told is not printed");
        found
    };
    for (totals, kind) in [
        ("of: ty_le", "percent"),
        ("of: ty_le, criteria: [\"2.1\"]", "percent"),
        ("of: ngay", "date"),
        ("of: muc", "choice"),
        ("of: xong, to: ty_le", "percent"),
    ] {
        let found = run("count", totals);
        assert!(found.len() == 1 && found[0].contains(&format!("loại “{kind}”")), "{totals}: {found:?}");
    }
    // Controls: numbers of things, with decimals or without.
    assert_eq!(run("count", "of: giao"), [""; 0]);
    assert_eq!(run("points", "of: giao"), [""; 0]);
    assert_eq!(run("count", "of: xong, to: giao"), [""; 0]);
}

#[test]
fn a_mistake_of_shape_hides_no_other_and_makes_none_up() {
    let found = |changes: &[(&str, &str)]| {
        let folder = Folder::empty();
        folder.overlay(Path::new("tests/foreign/thu"));
        for (from, to) in changes {
            folder.edit("campaign.yaml", from, to);
        }
        let said: Value = serde_json::from_str(&folder.run("lint . --format json").out).unwrap();
        let codes = said["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned());
        let mut codes: Vec<String> = codes.collect();
        codes.sort();
        codes
    };
    // The same id twice, and a quota that no award can have.
    let others = [("id: xa-b", "id: xa-a"), ("quota: 1", "quota: -1")];
    assert_eq!(found(&others), ["C201", "C225"], "the control");
    for (code, from, to) in [
        ("C008", "official: accepted", "official: acepted"),
        ("C006", "year: 2026", "year: abc"),
        ("C007", "year: 2026", "year: 2026\ndeadline: 31/02/2026"),
        ("C004", "title: Đợt thử 2026\n", ""),
        ("C006", "from: 80", "from: tám mươi"),
        ("C004", "    set: thu\n", ""),
        ("C004", "Tân An, group: xa }", "Tân An }"),
        ("C005", "aliases: [Tân Bình]", "aliases: Tân Bình"),
        ("C005", "name: Khối xã, phường", "name: [a]"),
        ("C004", "name: Cờ thi đua, ", ""),
        ("C005", "official: accepted", "official: accepted\nlate: 5"),
        ("C006", "official: accepted", "official: accepted\nrounds: { a: 1 }"),
        ("C005", "official: accepted", "official: accepted\nbasis: Quyết định 1"),
        ("C005", "official: accepted", "official: accepted\ntotals: [ { label: X, of: xong, criteria: \"1.2\" } ]"),
    ] {
        let alone = found(&[(from, to)]);
        if alone.len() != 1 || alone[0] != code {
            // Another shape than thought of here is still one mistake.
            assert_eq!(alone.len(), 1, "{to}: {alone:?}");
        }
        let mut all = found(&[(from, to), others[0], others[1]]);
        all.retain(|code| !["C201", "C225"].contains(&code.as_str()));
        assert_eq!(all, alone, "{to}");
        assert_eq!(found(&[(from, to), others[0], others[1]]).len(), 3, "{to}");
    }
}

/// Gives every text of a sheet, row by row.
fn texts(path: &Path, sheet: &str) -> String {
    let book = parindex::workbook::open(&fs::read(path).unwrap(), "x.xlsx").value.unwrap();
    let sheet = book.sheets.iter().find(|one| one.name == sheet).unwrap();
    sheet.cells.values().map(parindex::workbook::Cell::shown).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn letters_name_the_authority_above_with_room_for_number_and_day() {
    let folder = Folder::base();
    let keys = "year: 2026\nauthority: UBND tỉnh Bình An\nplace: Bình An\nsignatory: { title: Giám đốc, name: Nguyễn Văn A }";
    folder.edit("campaign.yaml", "year: 2026", keys);
    folder.edit(
        "campaign.yaml",
        "id: so-b,",
        "id: so-b, authority: BỘ TÀI CHÍNH, place: Hà Nội, signatory: { title: Chánh Văn phòng, name: Trần Thị B },",
    );
    assert_eq!(folder.run("run . -q").code, 0);
    let report = texts(&folder.path("reports/bao-cao-xep-hang.xlsx"), "Trình ký");
    for words in ["UBND TỈNH BÌNH AN", "Số: ……/BC-……", "Bình An, ngày …… tháng …… năm ………"] {
        assert!(report.contains(words), "{words}: {report}");
    }
    let proposal = texts(&folder.path("reports/de-xuat-khen-thuong.xlsx"), "Danh sách đề nghị");
    assert!(proposal.contains("GIÁM ĐỐC\n") && proposal.contains("Nguyễn Văn A\n") && !proposal.contains("THỦ TRƯỞNG"), "{proposal}");
    // The form names the authority of its unit, and is clean with its campaign and alone.
    assert_eq!(folder.run("template . --out bieu -q").code, 0);
    for (unit, authority, signed) in [
        ("so-a", "UBND TỈNH BÌNH AN", ["Bình An, ngày …… tháng …… năm 20……\n", "\nGIÁM ĐỐC\n"]),
        ("so-b", "BỘ TÀI CHÍNH", ["Hà Nội, ngày …… tháng …… năm 20……\n", "\nCHÁNH VĂN PHÒNG\n"]),
    ] {
        let form = texts(&folder.path(&format!("bieu/{unit}.xlsx")), "Tự đánh giá");
        assert!(form.starts_with(&format!("{authority}\n")), "{form}");
        assert!(signed.iter().all(|words| form.contains(words)), "{form}");
        assert_eq!(form.contains("\nTrần Thị B\n"), unit == "so-b", "{form}");
        for campaign in ["", " --campaign ."] {
            let said = folder.run(&format!("check bieu/{unit}.xlsx{campaign} --format json"));
            let json: Value = serde_json::from_str(&said.out).unwrap();
            let codes: Vec<&str> = json["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
            assert!(codes.iter().all(|code| ["P001", "C251"].contains(code)), "{unit}{campaign}: {codes:?}");
        }
    }
}

/// A number stands on what is signed by itself; what goes with another paper names that paper.
#[test]
fn only_what_is_signed_by_itself_has_a_number() {
    let folder = Folder::base();
    let keys = "year: 2026\noffice: Sở Nội vụ\nreports: { published: [scores, places, grades] }\n\
                awards: [ { id: co, name: Cờ, quota: 1 } ]";
    folder.edit("campaign.yaml", "year: 2026", keys);
    folder.edit("campaign.yaml", "id: so-b,", "id: so-b, ranked: false,");
    assert_eq!(folder.run("run . -q").code, 0);
    let of_report = "(Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm ……… của Sở Nội vụ)";
    let of_letter = "(Kèm theo Công văn số ……/…… ngày …… tháng …… năm ……… của Sở Nội vụ)";
    let of_request = "(Kèm theo Tờ trình số ……/TTr-…… ngày …… tháng …… năm ……… của Sở Nội vụ)";
    let (number, day) = ("Số: ……/BC-……", "…………, ngày …… tháng …… năm ………\n");
    for (file, sheet, attached, headed, dated) in [
        ("bao-cao-xep-hang", "Thông tin chung", Some(of_report), false, false),
        ("bao-cao-xep-hang", "Công bố điểm – Khối sở", Some(of_report), false, false),
        ("bao-cao-xep-hang", "Công bố hạng – Khối sở", Some(of_report), false, false),
        ("bao-cao-xep-hang", "Công bố xếp loại – Khối sở", Some(of_report), false, false),
        ("bao-cao-xep-hang", "Trình ký", None, true, true),
        ("de-xuat-khen-thuong", "Danh sách đề nghị", Some(of_request), true, true),
        ("don-vi/so-a", "Kết quả", Some(of_letter), true, false),
    ] {
        let words = texts(&folder.path(&format!("reports/{file}.xlsx")), sheet);
        assert_eq!(words.contains(number), sheet == "Trình ký", "{sheet}: {words}");
        assert_eq!(words.contains("Kèm theo"), attached.is_some(), "{sheet}: {words}");
        assert!(attached.is_none_or(|attached| words.contains(attached)), "{sheet}: {words}");
        assert_eq!(words.starts_with("SỞ NỘI VỤ\n"), headed, "{sheet}: {words}");
        assert_eq!(words.contains(day), dated, "{sheet}: {words}");
    }
    // Who is written no letter gets a report that goes with none.
    folder.edit("campaign.yaml", "name: Sở A", "name: Sở Nội vụ");
    assert_eq!(folder.run("run . -q").code, 0);
    let words = texts(&folder.path("reports/don-vi/so-a.xlsx"), "Kết quả");
    assert!(words.starts_with("SỞ NỘI VỤ\n") && !words.contains("Kèm theo"), "{words}");
}

#[test]
fn the_ranking_is_signed_as_the_campaign_says() {
    let folder = Folder::base();
    let keys = "year: 2026\nauthority: UBND tỉnh Bình An\nsignatory: { title: Giám đốc, name: Nguyễn Văn A }\n\
                council: Tổ thẩm định Chỉ số cải cách hành chính\nbasis: [Kế hoạch số 12/KH-UBND]\nrecipients: [Như trên, UBND tỉnh]";
    folder.edit("campaign.yaml", "year: 2026", keys);
    for (lang, sheet, head, foot) in [
        (
            "vi",
            "Trình ký",
            "Số: ……/BC-……\n…………, ngày …… tháng …… năm ………\nBẢNG KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026\n",
            "NGƯỜI LẬP BIỂU\nGIÁM ĐỐC\n(Ký, ghi rõ họ tên)\n(Ký tên, đóng dấu)\nNguyễn Văn A\n\
             …………, ngày …… tháng …… năm ………\nTHƯ KÝ\nTM. TỔ THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH TỔ TRƯỞNG\n(Ký, ghi rõ họ tên)\n(Ký, ghi rõ họ tên)\n\
             Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n",
        ),
        (
            "en",
            "For signature",
            "No.: ……/BC-……\n…………, date: ……………………\nSCORES AND RANKING PUBLIC ADMINISTRATION REFORM INDEX (PAR INDEX), 2026\n",
            "PREPARED BY\nGIÁM ĐỐC\n(signature and full name)\n(signature and seal)\nNguyễn Văn A\n\
             …………, date: ……………………\nSECRETARY\nON BEHALF OF TỔ THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH HEAD OF THE GROUP\n\
             (signature and full name)\n(signature and full name)\nRecipients:\n- UBND tỉnh;\n- Filed: records office.\n",
        ),
    ] {
        assert_eq!(folder.run(&format!("run . -q --lang {lang}")).code, 0);
        let report = texts(&folder.path("reports/bao-cao-xep-hang.xlsx"), sheet);
        assert!(report.contains(head) && report.ends_with(foot) && report.contains(" Kế hoạch số 12/KH-UBND.\n"), "{report}");
    }
    // Whoever names no council signs alone; what nobody says is left open.
    let folder = Folder::base();
    assert_eq!(folder.run("run . -q").code, 0);
    let report = texts(&folder.path("reports/bao-cao-xep-hang.xlsx"), "Trình ký");
    assert!(report.contains("Căn cứ …….\n") && report.ends_with("Nơi nhận:\n- ……;\n- Lưu: VT, …….\n"), "{report}");
    assert!(!report.contains("THƯ KÝ"), "{report}");
}

#[test]
fn a_document_of_two_units_withholds_points_of_both_where_the_set_says_so() {
    let folder = crate::folder::Folder::base();
    folder.edit("forms.yaml", "number: 30/BC-SB", "number: 40/BC-SA");
    let accepted = || {
        folder.fill();
        folder.run("run . -q");
        let result: serde_json::Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
        let units = result["groups"][0]["units"].as_array().unwrap();
        let of = |id: &str| {
            let unit = units.iter().find(|unit| unit["id"] == id).unwrap();
            let leaf = unit["criteria"].as_array().unwrap().iter().find(|leaf| leaf["id"] == "1.2").unwrap();
            leaf["accepted"].as_str().unwrap().to_owned()
        };
        ["so-a", "so-b"].map(of)
    };
    let whole = accepted();
    folder.edit("criteria/nho/set.yaml", "total: 10\n", "total: 10\nwithhold: [ { finding: E042, share: 50% } ]\n");
    let half = accepted();
    assert_eq!((whole, half), (["1.80".to_owned(), "1.60".into()], ["0.90".into(), "0.80".into()]));
}

/// Grades that the campaign defines once are those of every group that names them, as if each had written them.
#[test]
fn groups_share_grades_that_are_defined_once() {
    let grades = "[{ name: Tốt, from: 87 }, { name: Khá, from: 67 }]";
    let said = |shared: &str, so: &str, xa: &str| {
        let folder = Folder::base();
        let campaign = folder.text("campaign.yaml");
        let groups = format!(
            "{shared}groups:\n  - {{ id: so, name: Khối sở, set: nho, grades: {so} }}\n  - {{ id: xa, name: Khối xã, set: nho, grades: {xa} }}\n"
        );
        let campaign = campaign.replace("groups:\n  - { id: so, name: Khối sở, set: nho }\n", &groups);
        folder.put("campaign.yaml", campaign.replace("name: Sở B, group: so", "name: Sở B, group: xa"));
        let said = folder.run("run .");
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
        let result = result(&folder);
        ["so-a", "so-b"].map(|id| unit(&result, id)["grade"].as_str().map(str::to_owned))
    };
    let named = said(&format!("grades: [{{ id: bang, bands: {grades} }}]\n"), "bang", "bang");
    assert_eq!(named, [Some("Tốt".to_owned()), Some("Khá".to_owned())]);
    assert_eq!(named, said("", grades, grades));
    // An id of digits alone is an id, too; one group may still write its own.
    let mixed = said(&format!("grades: [{{ id: 2026, bands: {grades} }}]\n"), "2026", "[{ name: Đạt, from: 50 }]");
    assert_eq!(mixed, [Some("Tốt".to_owned()), Some("Đạt".to_owned())]);
}
