//! What units explain after a round: what they are asked, what comes back, and who sees it.

use crate::appraisal::{campaign, result, stands, table};
use crate::folder::Folder;
use crate::form::{Opened, recalculated, shown};
use crate::intake::hand::Act;

/// Makes the acts of a few lines of YAML.
fn acts(yaml: &str) -> Vec<Act> {
    serde_saphyr::from_str(yaml).unwrap()
}

/// A campaign whose first round took points from so-a at 1 and 3, and from nobody else.
fn appraised() -> Folder {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("so-a;1;dung_han;60;;1;Báo cáo ghi 60 hồ sơ;;\nso-a;3;;;1;1;Chưa công khai đủ;;\n"));
    folder
}

const ANSWER: &str = r#"
- put: { sheet: explanation, at: "leaf:1 explained", text: Báo cáo cũ thiếu quý IV }
- put: { sheet: explanation, at: "input:1/dung_han proposed", number: "78" }
- put: { sheet: further, at: "evidence#1 number", text: 12/BC-SA }
- put: { sheet: further, at: "evidence#1 date", text: 05/01/2027 }
- put: { sheet: further, at: "evidence#1 file", text: quy-iv.pdf }
"#;

#[test]
fn a_unit_is_asked_about_what_was_changed_alone() {
    let folder = appraised();
    let said = folder.run("feedback . --out phieu");
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("Thẩm định lần 1: đã tạo 1 phiếu giải trình"), "{}", said.out);
    assert!(!folder.path("phieu/so-b.giai-trinh-1.xlsx").exists(), "nothing of so-b was changed");
    let bytes = std::fs::read(folder.path("phieu/so-a.giai-trinh-1.xlsx")).unwrap();
    assert_eq!(recalculated(bytes.clone(), "explanation.xlsx"), [""; 0]);
    let mut opened = Opened::new(bytes);
    let keys = opened.keys("Giải trình");
    assert_eq!(keys[1..], ["leaf:1", "input:1/dung_han", "input:1/giai_quyet", "leaf:3", "input:3/cong_khai"]);
    let mut at = |row: &str, column: &str| shown(&opened.at("Giải trình", row, column));
    assert_eq!([at("leaf:1", "claimed"), at("leaf:1", "came")], ["3.2", "2.4"]);
    assert_eq!(at("leaf:1", "why"), "Báo cáo ghi 60 hồ sơ");
    assert_eq!([at("input:1/dung_han", "declared"), at("input:1/dung_han", "found")], ["80", "60"]);
    assert_eq!(at("leaf:3", "why"), "Chưa công khai đủ");
}

/// A workbook tells of the last round that said anything of its unit, by what was typed for it or for those it is compared with.
#[test]
fn a_workbook_names_the_last_round_that_said_anything_of_its_unit() {
    let first = "so-a;1;dung_han;60;;1;x;;\nso-b;1;dung_han;70;;1;y;;\n";
    for (second, of_b) in [("so-a;3;;;1;2;z;;\n", 1), ("so-a;2;sang_kien;20;;2;z;;\n", 2), ("so-b;3;;;1;2;z;;\nso-a;3;;;1;2;z;;\n", 2)] {
        let folder = campaign();
        folder.put("appraisal/bang.csv", table(&format!("{first}{second}")));
        let said = folder.run("feedback . --out phieu").out;
        assert!(folder.path("phieu/so-a.giai-trinh-2.xlsx").exists(), "{said}");
        let mut workbook = Opened::new(std::fs::read(folder.path(&format!("phieu/so-b.giai-trinh-{of_b}.xlsx"))).expect(&said));
        let words = workbook.texts("Giải trình").join("\n");
        assert!(words.contains(&format!("GIẢI TRÌNH KẾT QUẢ THẨM ĐỊNH LẦN {of_b}")), "{words}");
        let told = said.contains("Trong đó 1 phiếu nêu lần thẩm định trước, vì “Thẩm định lần 2” không có kết quả của các đơn vị ấy.");
        assert_eq!(told, of_b == 1, "{said}");
    }
}

#[test]
fn points_that_do_not_count_change_nothing() {
    let folder = campaign();
    // Above the maximum, and points beside figures that give others.
    folder.put("appraisal/lan-1.csv", table("so-a;3;;;9;1;x;;\nso-b;1;dung_han;60;3;1;y;;\n"));
    let run = result(&folder);
    let codes: Vec<&str> = run["findings"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.contains(&"A004") && codes.contains(&"A047"), "{codes:?}");
    let said = folder.run("feedback . --out phieu").out;
    assert!(said.contains("Thẩm định lần 1: đã tạo 0 phiếu giải trình"), "{said}");
    for leaf in ["so-a 3", "so-b 1"] {
        let said = folder.run(&format!("why . {leaf}")).out;
        assert!(!said.contains("Điểm thay đổi"), "{said}");
    }
}

#[test]
fn points_of_a_line_outside_the_tree_that_do_not_count_change_nothing() {
    let bonus = "adjustments: [ { id: T1, name: Sáng kiến, sign: bonus, max: 1, inputs: [ { id: so_sang_kien, kind: count, label: Sáng kiến được công nhận } ], rule: { count: { of: so_sang_kien, each: 0.5 } } } ]\n";
    let folder = campaign();
    folder.put("criteria/nho/set.yaml", folder.text("criteria/nho/set.yaml") + bonus);
    folder
        .edit(
            "forms.yaml",
            "\"3\": { figures: { cong_khai: Có }, claimed: \"2\" }",
            "\"3\": { figures: { cong_khai: Có }, claimed: \"2\" }\n    T1: { figures: { so_sang_kien: \"2\" }, claimed: \"1\" }",
        )
        .fill();
    for (points, told) in [("0,5", true), ("7", false)] {
        folder.put("appraisal/lan-1.csv", table(&format!("so-a;T1;;;{points};1;x;;\n")));
        result(&folder);
        assert_eq!(folder.run("why . so-a T1").out.contains("Điểm thay đổi"), told, "{points}");
        let asked = folder.run("feedback . --out phieu").out.contains("đã tạo 1 phiếu giải trình");
        assert_eq!(asked, told, "{points}");
        std::fs::remove_dir_all(folder.path("phieu")).unwrap();
    }
}

#[test]
fn points_for_what_the_unit_held_not_to_apply_are_a_change() {
    let folder = campaign();
    folder
        .edit(
            "forms.yaml",
            "dung_han: \"90\", giai_quyet: \"100\" }, claimed: \"3.6\"",
            "dung_han: \"0\", giai_quyet: \"0\" }, claimed: \"Không áp dụng\"",
        )
        .fill();
    folder.put("appraisal/lan-1.csv", table("so-b;1;;;1;1;Có hồ sơ quá hạn;;\n"));
    let run = result(&folder);
    assert_eq!(run["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "so-b").unwrap()["applicable_max"], "10.00");
    let said = folder.run("feedback . --out phieu").out;
    assert!(said.contains("Thẩm định lần 1: đã tạo 1 phiếu giải trình"), "{said}");
    assert!(folder.path("phieu/so-b.giai-trinh-1.xlsx").exists());
    let why = folder.run("why . so-b 1").out;
    assert!(why.contains("Thẩm định lần 1: không áp dụng → 1,00"), "{why}");
}

#[test]
fn before_any_appraisal_nobody_is_asked() {
    let said = campaign().run("feedback . --out phieu");
    assert_eq!(said.code, 0);
    assert!(said.out.contains("Chưa có kết quả thẩm định nào"), "{}", said.out);
}

#[test]
fn an_explanation_moves_no_point_and_is_seen_by_the_next_round() {
    let folder = appraised();
    let before = result(&folder);
    folder.put("evidence/so-a/quy-iv.pdf", "%PDF-1.4\n");
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(ANSWER)).unwrap();
    let after = result(&folder);
    let mut told = after.clone();
    let units = told["groups"][0]["units"].as_array_mut().unwrap();
    let files: Vec<_> = units.iter_mut().filter_map(|unit| unit.as_object_mut().unwrap().remove("explanations")).collect();
    assert_eq!(files, [serde_json::json!(["submissions/so-a.giai-trinh-1.xlsx"])]);
    assert_eq!(before["groups"], told["groups"], "an explanation changes no stage");
    assert_eq!(stands(&after), "2.40 4.00 1.00 = 7.40 | 3.60 2.00 0.00 = 5.10");

    // The round behind the explanation is due, and shows claim, appraisal and explanation side by side.
    let said = folder.run("appraise . --out phieu");
    assert!(said.out.contains("Thẩm định lần 2"), "{}", said.out);
    let mut opened = Opened::new(std::fs::read(folder.path("phieu/tham-dinh-lan-2.xlsx")).unwrap());
    let mut at = |row: &str, column: &str| shown(&opened.at("Thẩm định", row, column));
    assert_eq!([at("leaf:so-a/1", "claimed"), at("leaf:so-a/1", "before")], ["3.2", "2.4"]);
    assert_eq!(
        at("leaf:so-a/1", "explained"),
        "Giải trình sau thẩm định lần 1: Báo cáo cũ thiếu quý IV; đề nghị “Số hồ sơ đúng hạn” là 78; bổ sung 1 tài liệu"
    );
    assert_eq!(at("input:so-a/1/dung_han", "before"), "60");
    // The council's own words stand with what was found, not with what the unit says.
    let mut reason = |row: &str| at(row, "looked").lines().next().unwrap_or_default().to_owned();
    assert_eq!(reason("leaf:so-a/1"), "Lý do thẩm định lần 1: Báo cáo ghi 60 hồ sơ");
    assert_eq!(reason("leaf:so-a/3"), "Lý do thẩm định lần 1: Chưa công khai đủ");
    assert_eq!(at("leaf:so-a/3", "explained"), "");
    let listed = opened.text("Việc cần làm");
    assert!(
        listed.iter().any(|line| line.starts_with("1 | Sở A | 1 | ")
            && line.contains("Đơn vị giải trình, đề nghị xem lại (tự đánh giá 3,20, đang là 2,40); bổ sung 1 tài liệu")),
        "{listed:#?}"
    );
    let documents = opened.text("Tài liệu kiểm chứng");
    assert!(documents.iter().any(|line| line.starts_with("Sở A | 1 | 12/BC-SA | 05/01/2027")), "{documents:#?}");

    // Once more to the unit: what it said is kept.
    folder.explained("lai.xlsx", "so-a", &[]).unwrap();
    let mut again = Opened::new(std::fs::read(folder.path("lai.xlsx")).unwrap());
    assert_eq!(shown(&again.at("Giải trình", "leaf:1", "explained")), "Báo cáo cũ thiếu quý IV");
    assert_eq!(shown(&again.at("Giải trình", "input:1/dung_han", "proposed")), "78");
    assert_eq!(shown(&again.at("Tài liệu bổ sung", "evidence", "number")), "12/BC-SA");
}

#[test]
fn a_notice_beside_the_unit_name_is_no_part_of_it() {
    let folder = appraised();
    folder.edit("campaign.yaml", "year: 2026", "year: 2026\nnotice: SỐ LIỆU MINH HỌA");
    folder.put("evidence/so-a/quy-iv.pdf", "%PDF-1.4\n");
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(ANSWER)).unwrap();
    let result = result(&folder);
    let told: Vec<&str> = result["findings"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(!told.contains(&"C261"), "{told:?}");
}

#[test]
fn a_workbook_that_goes_out_again_counts_what_is_answered() {
    let document = "- put: { sheet: further, at: \"evidence#3 number\", text: 13/BC-SA }\n";
    for (hand, states, progress) in [
        ("", ["Chưa giải trình", "Chưa giải trình"], "Đã giải trình 0/2 tiêu chí"),
        (ANSWER, ["Đã giải trình", "Chưa giải trình"], "Đã giải trình 1/2 tiêu chí"),
        (document, ["Chưa giải trình", "Đã giải trình"], "Đã giải trình 1/2 tiêu chí"),
    ] {
        let folder = appraised();
        folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(hand)).unwrap();
        folder.explained("lai.xlsx", "so-a", &[]).unwrap();
        let bytes = std::fs::read(folder.path("lai.xlsx")).unwrap();
        assert_eq!(recalculated(bytes.clone(), "explanation-again.xlsx"), [""; 0], "{hand}");
        let mut opened = Opened::new(bytes);
        assert_eq!([1, 3].map(|id| shown(&opened.at("Giải trình", &format!("leaf:{id}"), "state"))), states, "{hand}");
        let lines = opened.text("Giải trình");
        assert!(lines.iter().any(|line| line == progress), "{lines:#?}");
    }
}

#[test]
fn the_ranking_report_says_who_asked_what_and_what_came_of_it() {
    let folder = appraised();
    let sheet = |folder: &Folder| {
        let mut opened = Opened::new(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
        opened.has("Giải trình").then(|| opened.text("Giải trình"))
    };
    result(&folder);
    assert_eq!(sheet(&folder), None, "nobody asked anything");
    folder.explained("submissions/giai trinh so A.xlsx", "so-a", &acts(ANSWER)).unwrap();
    result(&folder);
    let lines = sheet(&folder).unwrap();
    let of = |lines: &[String], start: &str| lines.iter().find(|line| line.starts_with(start)).cloned().unwrap_or_default();
    assert_eq!(of(&lines, "Sở A | 2"), "Sở A | 2 | 1 | 0 | 0 | 0 | 0 | 0 | 1");
    assert!(of(&lines, "Sở A | 1 | Hồ sơ đúng hạn | 3.2 | 2.4 | Báo cáo ghi 60 hồ sơ | ").contains("Chờ xem xét"), "{lines:#?}");
    folder.put("appraisal/lan-2.csv", table("so-a;1;dung_han;78;;2;Đã đối chiếu quý IV;;\n"));
    result(&folder);
    let lines = sheet(&folder).unwrap();
    assert!(of(&lines, "Sở A | 1 | Hồ sơ đúng hạn | ").ends_with("| 3.12 | Được nâng điểm: Đã đối chiếu quý IV"), "{lines:#?}");
    // A reason is told whatever it is given for.
    let applies = "Đơn vị;Tiêu chí;Áp dụng;Lần;Lý do\nso-a;1;không;1;Không có thủ tục\n";
    folder.put("appraisal/lan-1.csv", applies);
    result(&folder);
    let lines = sheet(&folder).unwrap();
    assert!(of(&lines, "Sở A | 1 | Hồ sơ đúng hạn | ").contains("| Không có thủ tục | Báo cáo cũ thiếu quý IV"), "{lines:#?}");
}

/// What a later round gives back was changed all the same when the unit explained it.
#[test]
fn an_explanation_of_what_a_later_round_gives_back_is_answered() {
    let folder = appraised();
    let line = |round: u8, says: &str, why: &str| format!("Đơn vị;Tiêu chí;Áp dụng;Lần;Lý do\nso-a;1;{says};{round};{why}\n");
    folder.put("appraisal/lan-1.csv", line(1, "không", "Không có thủ tục"));
    folder.explained("submissions/giai trinh so A.xlsx", "so-a", &acts(ANSWER)).unwrap();
    folder.put("appraisal/lan-2.csv", line(2, "có", "Đã có"));
    let run = result(&folder);
    let codes: Vec<&str> = run["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(!codes.contains(&"A057"), "{codes:?}");
    let mut opened = Opened::new(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
    let lines = opened.text("Giải trình");
    let of = lines.iter().find(|line| line.starts_with("Sở A | 1 | Hồ sơ đúng hạn | ")).unwrap();
    assert!(of.contains("| 3.2 | Không áp dụng | Không có thủ tục |") && of.ends_with("| 3.2 | Được nâng điểm: Đã có"), "{of}");
}

#[test]
fn what_was_found_in_an_explanation_is_told_and_costs_nothing() {
    let folder = appraised();
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(ANSWER)).unwrap();
    let run = result(&folder);
    let found: Vec<String> = run["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["file"].as_str().is_some_and(|file| file.contains("giai-trinh")))
        .map(|one| format!("{} {} {}", one["code"].as_str().unwrap(), one["sheet"].as_str().unwrap(), one["criterion"].as_str().unwrap()))
        .collect();
    // The unit has no folder of evidence at all; a document behind the year is told as in a form.
    assert!(found.iter().all(|line| line.contains("Tài liệu bổ sung 1")), "{found:?}");
    assert_eq!(stands(&run), "2.40 4.00 1.00 = 7.40 | 3.60 2.00 0.00 = 5.10");
    // Another unit's workbook changes nothing here, and one of another campaign is not read.
    folder.explained("submissions/khac.xlsx", "so-a", &acts("- put: { sheet: meta, at: campaign, text: khac }\n")).unwrap();
    let run = result(&folder);
    let codes: Vec<&str> = run["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"A051"), "{codes:?}");
    let said = folder.run("check submissions/khac.xlsx submissions/so-a.giai-trinh-1.xlsx --campaign .");
    assert!(said.out.contains("submissions/so-a.giai-trinh-1.xlsx: phiếu giải trình"), "{}{}", said.out, said.err);
}

#[test]
fn what_was_explained_after_a_round_is_nothing_to_correct_any_more() {
    let folder = appraised();
    for rule in ["rule: { ratio", "rule: { yes_no"] {
        folder.edit("criteria/nho/set.yaml", rule, &format!("evidence: {{ required: true }}\n    {rule}"));
    }
    folder.fill();
    let told = || {
        let run = result(&folder);
        let found = run["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "E001" && one["unit"] == "so-a");
        found
            .map(|one| {
                format!(
                    "{} {}: {}",
                    one["criterion"].as_str().unwrap(),
                    one["severity"].as_str().unwrap(),
                    one["message"].as_str().unwrap()
                )
            })
            .collect::<Vec<_>>()
    };
    let lacks = |id: &str, name: &str, points: &str| {
        format!("{id} error: Tiêu chí {id} “{name}” tự đánh giá {points} điểm nhưng biểu chưa nêu tài liệu kiểm chứng và chưa giải trình.")
    };
    assert_eq!(told(), [lacks("1", "Hồ sơ đúng hạn", "3,20"), lacks("3", "Công khai", "2,00")]);
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(ANSWER)).unwrap();
    let explained = "1 note: Tiêu chí 1 “Hồ sơ đúng hạn” chưa có tài liệu kiểm chứng trong báo cáo tự đánh giá; đơn vị đã giải trình sau “Thẩm định lần 1”.";
    let mut now = told();
    now.sort();
    assert_eq!(now, [explained.to_owned(), lacks("3", "Công khai", "2,00")]);
}

#[test]
fn a_workbook_that_shows_another_unit_is_nobodys() {
    let folder = appraised();
    let found = |hand: &str| {
        folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(&format!("{ANSWER}{hand}"))).unwrap();
        let run = result(&folder);
        std::fs::remove_file(folder.path("submissions/so-a.giai-trinh-1.xlsx")).unwrap();
        let of_file = |one: &&serde_json::Value| one["file"].as_str().is_some_and(|file| file.contains("giai-trinh"));
        let not_documents = |one: &&serde_json::Value| !one["code"].as_str().unwrap().starts_with('E');
        let found = run["findings"].as_array().unwrap().iter().filter(of_file).filter(not_documents);
        found
            .map(|one| {
                format!("{} {}: {}", one["code"].as_str().unwrap(), one["cell"].as_str().unwrap_or("–"), one["message"].as_str().unwrap())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(found(""), [""; 0]);
    assert_eq!(
        found("- put: { sheet: meta, at: unit, text: so-b }\n"),
        ["C260 B2: Phiếu giải trình phát hành cho “Sở B” (mã “so-b”) nhưng ghi tên “Sở A”."]
    );
    assert_eq!(
        found("- put: { sheet: meta, at: unit_name, text: Sở B }\n"),
        ["C260 –: Phiếu giải trình phát hành cho “Sở A” (mã “so-a”) nhưng ghi tên “Sở B”."]
    );
    assert_eq!(
        found("- put: { sheet: explanation, at: B2, text: SỞ B }\n"),
        ["C260 B2: Phiếu giải trình phát hành cho “Sở A” (mã “so-a”) nhưng ghi tên “Sở B”."]
    );
    assert_eq!(
        found("- put: { sheet: meta, at: layout, text: parindex-explanation/2 }\n"),
        ["A063 –: Phiếu có bố cục “parindex-explanation/2”; phiên bản chương trình này chỉ đọc bố cục “parindex-explanation/1”; chưa đọc."]
    );
}

#[test]
fn what_is_not_read_of_an_explanation_is_told() {
    let folder = appraised();
    let found = |hand: &str| {
        folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(&format!("{ANSWER}{hand}"))).unwrap();
        let run = result(&folder);
        std::fs::remove_file(folder.path("submissions/so-a.giai-trinh-1.xlsx")).unwrap();
        let found = run["findings"].as_array().unwrap().iter().filter(|one| one["code"].as_str().unwrap().starts_with('A'));
        found
            .map(|one| {
                format!("{} {}: {}", one["code"].as_str().unwrap(), one["cell"].as_str().unwrap_or("–"), one["message"].as_str().unwrap())
            })
            .collect::<Vec<_>>()
    };
    let lost = |cell: &str, said: &str| format!("A054 {cell}: Dòng hoặc cột của ô này đã mất mã ẩn nên nội dung “{said}” chưa được đọc.");
    assert_eq!(found("- put: { sheet: explanation, at: \"leaf:1\", text: \"\" }\n"), [lost("K9", "Báo cáo cũ thiếu quý IV")]);
    assert_eq!(found("- put: { sheet: explanation, at: \"input:1/dung_han\", text: \"\" }\n"), [lost("J10", "78")]);
    assert_eq!(
        found("- put: { sheet: explanation, at: \"parindex:keys explained\", text: \"\" }\n"),
        [lost("K9", "Báo cáo cũ thiếu quý IV")]
    );
    let beside = |cell: &str, said: &str| {
        format!("A067 {cell}: Ô này ghi “{said}” nhưng không phải ô để ghi của phiếu, nên không được đọc; số ô như vậy: 1.")
    };
    assert_eq!(found("- put: { sheet: explanation, at: \"leaf:1 proposed\", number: \"4\" }\n"), [beside("J9", "4")]);
    assert_eq!(found("- put: { sheet: explanation, at: P12, text: Đề nghị 4 điểm }\n"), [beside("P12", "Đề nghị 4 điểm")]);
}

#[test]
fn a_workbook_in_the_wrong_folder_is_told_where_it_belongs() {
    let folder = appraised();
    folder.explained("appraisal/so-a.giai-trinh-1.xlsx", "so-a", &acts(ANSWER)).unwrap();
    folder.appraised("submissions/phieu.xlsx", 1, &[]);
    folder.appraised("survey/phieu.xlsx", 1, &[]);
    folder.put("appraisal/so-b.xlsx", std::fs::read(folder.path("submissions/so-b.xlsx")).unwrap());
    let run = result(&folder);
    let found =
        run["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A068" || one["code"] == "S020" || one["code"] == "S070");
    let found: Vec<&str> = found.map(|one| one["message"].as_str().unwrap()).collect();
    assert_eq!(
        found,
        [
            "“appraisal/so-a.giai-trinh-1.xlsx” là phiếu giải trình của đơn vị, phải để ở thư mục submissions; chưa đọc.",
            "“appraisal/so-b.xlsx” là biểu tự đánh giá của đơn vị, phải để ở thư mục submissions; chưa đọc.",
            "“submissions/phieu.xlsx” là phiếu thẩm định, phải để ở thư mục appraisal; chưa đọc.",
            "“survey/phieu.xlsx” là phiếu thẩm định, phải để ở thư mục appraisal; chưa đọc.",
        ]
    );
    assert_eq!(stands(&run), "2.40 4.00 1.00 = 7.40 | 3.60 2.00 0.00 = 5.10 A068");
}

#[test]
fn a_figure_that_cannot_be_is_told_where_the_unit_proposes_it() {
    for (typed, said) in
        [("-3", "“Số hồ sơ đúng hạn” là số âm: “-3”."), ("2.5", "Ô “Số hồ sơ đúng hạn” ghi “2,5”, không phải số nguyên."), ("78", "")]
    {
        let folder = appraised();
        let acts = acts(&format!("- put: {{ sheet: explanation, at: \"input:1/dung_han proposed\", number: \"{typed}\" }}\n"));
        folder.explained("submissions/giai-trinh.xlsx", "so-a", &acts).unwrap();
        let run = result(&folder);
        let found = run["findings"].as_array().unwrap().iter().filter(|one| one["file"] == "submissions/giai-trinh.xlsx");
        let found: Vec<&str> = found.map(|one| one["message"].as_str().unwrap()).collect();
        assert_eq!(found.join(" "), said);
    }
}
