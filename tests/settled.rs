//! What signed papers say of what is settled, taken, tied or not there: letters, the report on results, the draft decision.

use crate::appraisal::{campaign, campaign_of, result, table};
use crate::documents::dump;
use crate::folder::Folder;
use crate::form::Opened;
use crate::told::{OF_PARTS, PARTS};

/// Reads a document of a run.
fn document(folder: &Folder, name: &str) -> String {
    dump(&std::fs::read(folder.path(&format!("reports/van-ban/{name}.docx"))).unwrap())
}

/// A letter says each line that gives or takes points, and why; one that gave nothing is not said.
#[test]
fn a_letter_says_what_was_taken_beside_the_criteria() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;1;;;3;1;x;;\n"));
    result(&folder);
    let [taken, spared] = ["so-b", "so-a"].map(|unit| document(&folder, &format!("tra-ket-qua/{unit}")));
    assert!(taken.contains("Điểm thưởng, điểm trừ gồm:"), "{taken}");
    assert!(taken.contains("- Điểm trừ kèm theo tiêu chí 3: trừ 0,50 điểm."), "{taken}");
    // The line of the criterion says it, too.
    assert!(taken.contains("Bị trừ thêm 0,50 điểm."), "{taken}");
    assert!(!spared.contains("Điểm thưởng, điểm trừ gồm:") && !spared.contains("trừ 0,50"), "{spared}");
}

/// What of a bonus doesn't count is said beside it: what its criterion has no room for, what a shared cap cuts, what passes the maximum.
#[test]
fn a_letter_says_what_of_a_bonus_counts() {
    let line = |id: &str, more: &str| {
        format!("  - {{ id: {id}, sign: bonus, name: Thưởng {id}, max: 3{more}, rule: {{ given: {{ by: council }} }} }}\n")
    };
    let lines = [line("T1", ""), line("T2", ""), line("T3", ", criterion: \"2\"")].concat();
    let folder = campaign_of(&format!("{PARTS}adjustments:\n{lines}caps: [ {{ adjustments: [T1, T2], max: 2.5 }} ]\n"), OF_PARTS);
    folder.put("appraisal/bang.csv", table("so-a;T1;;;2;1;x;;\nso-a;T2;;;1;1;x;;\nso-a;T3;;;0.5;1;x;;\nso-b;T3;;;0.5;1;x;;\n"));
    result(&folder);
    let [cut, whole] = ["so-a", "so-b"].map(|unit| document(&folder, &format!("tra-ket-qua/{unit}")));
    for words in [
        "- T1. Thưởng T1: cộng 2,00 điểm. x.",
        "- T2. Thưởng T2: cộng 1,00 điểm. x.",
        "- T3. Thưởng T3: mức thưởng 0,50 điểm. x.",
        "- Tiêu chí 2 đạt 4,00/4,00 điểm, được cộng 0,50 điểm: tính 0,00 điểm.",
        "- Điểm thưởng T1, T2 cộng lại là 3,00 điểm, chỉ tính 2,50 điểm theo mức trần chung.",
        "Điểm thưởng vượt mức, chỉ số tính bằng 100%.",
    ] {
        assert!(cut.contains(words), "{words} not in\n{cut}");
    }
    assert!(whole.contains("- T3. Thưởng T3: cộng 0,50 điểm."), "{whole}");
    for words in ["mức thưởng", "mức trần chung", "vượt mức"] {
        assert!(!whole.contains(words), "{words} in\n{whole}");
    }
}

/// A leaf that its unit left blank is said to be blank; what the council gave since is not.
#[test]
fn a_blank_leaf_is_said_to_be_blank() {
    let folder = campaign_of(PARTS, &OF_PARTS.replace("    \"2\": { claimed: \"3\" }\n", ""));
    result(&folder);
    let letter = document(&folder, "tra-ket-qua/so-b");
    assert!(letter.contains("| Đơn vị để trống, chưa có điểm"), "{letter}");
    assert!(!letter.contains("Điểm do đơn vị nhập"), "{letter}");
    folder.put("appraisal/bang.csv", table("so-b;2;;;1;1;Chỉ có một nửa;;\n"));
    result(&folder);
    let letter = document(&folder, "tra-ket-qua/so-b");
    assert!(!letter.contains("để trống") && letter.contains("Chỉ có một nửa"), "{letter}");
}

/// Without a result of the survey a unit is said to be unranked for that, and nothing is compared with last year; a unit that the
/// campaign leaves out has no such reason.
#[test]
fn a_unit_without_survey_is_unranked_for_that_reason() {
    let survey = "  - { id: \"3\", name: Hài lòng của người dân, max: 2, rule: { given: { by: survey } } }\n";
    let folder = campaign_of(&(PARTS.replace("total: 10", "total: 12") + survey), OF_PARTS);
    folder.put("survey/bang.csv", "Đơn vị;Tiêu chí;Điểm\nso-a;3;2\n");
    result(&folder);
    let since = "chưa có kết quả điều tra xã hội học";
    let letter = document(&folder, "tra-ket-qua/so-b");
    assert!(letter.contains(&format!("Chấm điểm, không xếp hạng trong khối sở: {since}.")), "{letter}");
    assert!(letter.contains("chưa gồm điểm điều tra xã hội học (điểm tối đa áp dụng: 8); chưa xác định chỉ số."), "{letter}");
    assert!(!letter.contains("; chỉ số:"), "{letter}");
    assert!(document(&folder, "bao-cao-ket-qua").contains(&format!("Chấm điểm, không xếp hạng: Sở B ({since}).")));
    let report = Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).texts("Kết quả").join("\n");
    assert!(report.contains(since), "{report}");
    folder.put("survey/bang.csv", "Đơn vị;Tiêu chí;Điểm\nso-a;3;2\nso-b;3;1\n");
    folder.edit("campaign.yaml", "id: so-b,", "id: so-b, ranked: false,");
    result(&folder);
    let letter = document(&folder, "tra-ket-qua/so-b");
    assert!(letter.contains("Chấm điểm, không xếp hạng trong khối sở.") && !letter.contains(since), "{letter}");
}

/// A day that was put off for some units stands beside the campaign's.
#[test]
fn the_report_names_units_with_another_day() {
    let due = |more: &str| {
        let folder = campaign();
        folder.edit("campaign.yaml", "units:", &format!("deadline: 2027-01-15\n{more}units:"));
        result(&folder);
        let report = document(&folder, "bao-cao-ket-qua");
        report.lines().find(|line| line.contains("Hạn gửi báo cáo")).unwrap_or_default().to_owned()
    };
    assert_eq!(due(""), "BodyText: - Hạn gửi báo cáo tự đánh giá: ngày 15/01/2027.");
    assert_eq!(
        due("extensions: [ { deadline: 2027-01-20 } ]\n"),
        "BodyText: - Hạn gửi báo cáo tự đánh giá: ngày 15/01/2027; tất cả các đơn vị được gia hạn đến ngày 20/01/2027."
    );
    assert_eq!(
        due("extensions: [ { criteria: [\"1\"], deadline: 2027-01-31 } ]\n"),
        "BodyText: - Hạn gửi báo cáo tự đánh giá: ngày 15/01/2027; tiêu chí 1 có hạn riêng."
    );
    assert_eq!(
        due("extensions: [ { units: [so-a], deadline: 2027-01-20, reason: Công văn 12/SNV } ]\n"),
        "BodyText: - Hạn gửi báo cáo tự đánh giá: ngày 15/01/2027; riêng 1 đơn vị đến ngày 20/01/2027 (Sở A)."
    );
}

/// Where nobody is ranked there is no decision to draft, nothing is proposed, and no heading stands empty.
#[test]
fn no_decision_is_drafted_about_nobody() {
    let folder = Folder::base();
    result(&folder);
    assert!(folder.path("reports/van-ban/du-thao-quyet-dinh.docx").exists());
    assert!(document(&folder, "bao-cao-ket-qua").contains("(kèm theo dự thảo Quyết định)"));
    for unit in ["so-a", "so-b"] {
        folder.edit("campaign.yaml", &format!("id: {unit},"), &format!("id: {unit}, ranked: false,"));
    }
    result(&folder);
    assert!(!folder.path("reports/van-ban/du-thao-quyet-dinh.docx").exists());
    let report = document(&folder, "bao-cao-ket-qua");
    for words in ["dự thảo Quyết định", "2. Kết quả theo lĩnh vực", "1. Kết quả đạt được", "mục III.2"] {
        assert!(!report.contains(words), "{words} in\n{report}");
    }
}

/// A request proposes somebody, or leaves somebody to the council; the report counts both.
#[test]
fn a_request_is_written_where_there_is_somebody_to_propose() {
    let folder = Folder::base();
    let award =
        |least: &str| format!("awards: [ {{ id: co, name: Cờ, quota: 1, conditions: [ {{ what: index, at_least: {least} }} ] }} ]\nunits:");
    folder.edit("campaign.yaml", "units:", &award("99"));
    result(&folder);
    assert!(!folder.path("reports/van-ban/to-trinh-khen-thuong.docx").exists());
    folder.edit("campaign.yaml", "at_least: 99", "at_least: 10");
    result(&folder);
    assert!(folder.path("reports/van-ban/to-trinh-khen-thuong.docx").exists());
    assert!(document(&folder, "bao-cao-ket-qua").contains("quyết định khen thưởng 1 tập thể (kèm theo Tờ trình)."));
    // Two that are equal: the council chooses.
    let (of_a, _) = OF_PARTS.split_once("- file: submissions/so-b").unwrap();
    let folder = campaign_of(PARTS, &format!("{of_a}{}", of_a.replace("so-a", "so-b")));
    folder.edit("campaign.yaml", "units:", &award("10")).edit("campaign.yaml", "official: appraised_2", "official: accepted");
    result(&folder);
    let report = document(&folder, "bao-cao-ket-qua");
    assert!(report.contains("lựa chọn trong số 2 tập thể bằng nhau ở vị trí cuối của chỉ tiêu"), "{report}");
}

/// What the council scored itself up to the official stage is settled; what it scored beyond that, or not at all, is open.
#[test]
fn an_error_that_the_council_has_settled_is_asked_of_nobody() {
    let folder = Folder::base();
    folder.edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"9\"");
    folder.fill();
    let urged = |folder: &Folder| {
        result(folder);
        folder.path("reports/van-ban/cong-van-don-doc.docx").exists()
    };
    assert!(urged(&folder));
    folder.put("appraisal/bang.csv", table("so-a;1.2;;;1,8;1;Tính theo số liệu;;\n"));
    // The round does not count yet.
    assert!(urged(&folder));
    folder.edit("campaign.yaml", "official: accepted", "official: appraised_2");
    assert!(!urged(&folder));
    // Another criterion settles nothing of this one, until the last round has begun.
    folder.put("appraisal/bang.csv", table("so-a;1.3;;;1;1;Thiếu;;\n"));
    assert!(urged(&folder));
    folder.put("appraisal/bang.csv", table("so-a;1.3;;;1;2;Thiếu;;\n"));
    assert!(!urged(&folder));
    let letter = document(&folder, "tra-ket-qua/so-a");
    assert!(letter.contains("Kết quả trên đã tính theo quy định đối với các lỗi này"), "{letter}");
}

/// A place is addressed by its people's committee; other bodies, and committees that say so, by their names.
#[test]
fn a_letter_goes_to_the_committee_of_a_place() {
    for (name, to) in [
        ("Xã An Bình", "UBND xã An Bình"),
        ("Phường 5", "UBND Phường 5"),
        ("UBND xã An Bình", "UBND xã An Bình"),
        ("Sở Y tế", "Sở Y tế"),
        ("Xãhội", "Xãhội"),
    ] {
        let folder = Folder::base();
        folder.edit("campaign.yaml", "name: Sở A,", &format!("name: {name},"));
        result(&folder);
        let letter = document(&folder, "tra-ket-qua/so-a");
        assert!(letter.contains(&format!("To: Kính gửi: {to}.")), "{name}: {letter}");
    }
}

/// The office writes no letter to itself, and says so; a body of another name, or of another province, gets its letter.
#[test]
fn the_office_writes_no_letter_to_itself() {
    for (office, unit, is_itself) in [
        ("Sở Nội vụ", "Sở Nội vụ", true),
        ("Sở Nội vụ tỉnh Long An", "Sở Nội vụ", true),
        ("UBND tỉnh Long An\nSở Nội vụ", "SỞ NỘI VỤ", true),
        ("Sở Nội vụ", "Sở Nội vụ tỉnh Long An", true),
        ("Văn phòng UBND tỉnh Long An", "Văn phòng UBND tỉnh", true),
        ("Sở Nội vụ tỉnh Long An", "Sở Nội vụ tỉnh An Giang", false),
        ("Sở Nội vụ", "Sở Nội vụ và Lao động", false),
        ("UBND thành phố Tân An", "UBND thành phố Bến Tre", false),
        ("Sở Nội vụ", "Sở Y tế", false),
        // Names are written in many ways.
        ("Văn phòng Ủy ban nhân dân tỉnh Long An", "Văn phòng UBND tỉnh", true),
        ("Văn phòng UBND tỉnh", "VP UBND tỉnh", true),
        ("UBND tỉnh Long An\nSở Nội vụ Long An", "Sở Nội vụ", true),
        ("UBND tỉnh Long An\nSở Nội vụ, tỉnh Long An", "Sở Nội vụ", true),
        ("Sở Nội vụ TP. Hồ Chí Minh", "Sở Nội vụ", true),
        ("Phòng Nội vụ huyện Cần Giuộc", "Phòng Nội vụ", true),
        ("Phòng Nội vụ", "Phòng Nội vụ thành phố Tân An", true),
        ("UBND thành phố", "UBND thành phố Tân An", false),
    ] {
        let folder = Folder::base();
        folder.edit("forms.yaml", "claimed: \"1.8\"", "claimed: \"9\"");
        folder.fill();
        folder.edit("campaign.yaml", "name: Sở A,", &format!("name: {unit},"));
        folder.edit("campaign.yaml", "units:", &format!("office: {office:?}\nunits:"));
        let said = folder.run("run .").out;
        let written = |path: &str| folder.path(&format!("reports/van-ban/{path}.docx")).exists();
        let expected = (!is_itself, !is_itself, is_itself);
        let no_letter = said.contains(&format!("Không lập công văn gửi {unit}: đây là cơ quan ký văn bản"));
        assert_eq!((written("tra-ket-qua/so-a"), written("cong-van-don-doc"), no_letter), expected, "{office}, {unit}: {said}");
        assert!(written("tra-ket-qua/so-b"), "{office}, {unit}");
    }
}

/// Criteria that stand in for each other are told of together, over all units; those of which not all units count say of how many.
#[test]
fn alternatives_are_assessed_together() {
    let set = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 4
alternatives: [ { id: trang, criteria: [\"1\", \"2\"] } ]
criteria:
  - { id: \"1\", name: Trang riêng, max: 2, inputs: [ { id: rieng, kind: yes_no, label: Có trang riêng } ], rule: { yes_no: { all: [rieng], met: 2, unmet: 0 } } }
  - { id: \"2\", name: Trang chung, max: 2, inputs: [ { id: chung, kind: yes_no, label: Có trang chung } ], rule: { yes_no: { all: [chung], met: 2, unmet: 0 } } }
  - { id: \"3\", name: Khác, max: 2, rule: { given: { by: unit } } }
";
    let forms = "- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    \"1\": { figures: { rieng: Có }, claimed: \"2\" }
    \"3\": { claimed: \"1\" }
- file: submissions/so-b.xlsx
  unit: so-b
  answers:
    \"2\": { figures: { chung: Có }, claimed: \"2\" }
    \"3\": { claimed: \"1.5\" }
";
    let folder = campaign_of(set, forms);
    folder.edit("campaign.yaml", "official: appraised_2", "official: claimed");
    result(&folder);
    let report = document(&folder, "bao-cao-ket-qua");
    let told = "- Tiêu chí 1 hoặc 2 “Trang riêng hoặc Trang chung”: chỉ số trung bình 100,00%; 2/2 đơn vị đạt điểm tối đa.";
    assert!(report.contains(told), "{report}");
    let weak = "- Tiêu chí 3 “Khác”: chỉ số trung bình 62,50%; 2/2 đơn vị chưa đạt điểm tối đa.";
    assert!(report.contains(weak) && !report.contains("Tiêu chí 2 “"), "{report}");
    let sheet = Opened::new(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap()).texts("Mạnh, yếu – Khối sở").join("|");
    assert!(sheet.contains("1 hoặc 2|Trang riêng hoặc Trang chung|2|100|2|2|0"), "{sheet}");
    // Where a criterion applies to some alone, these are counted.
    folder.edit("campaign.yaml", "id: so-b,", "id: so-b, not_applicable: [\"3\"],");
    result(&folder);
    let report = document(&folder, "bao-cao-ket-qua");
    assert!(report.contains("Tiêu chí 3 “Khác”: chỉ số trung bình 50,00%; 1/1 đơn vị có áp dụng chưa đạt điểm tối đa."), "{report}");
}

/// So are criteria with parts; in the order of the decision, however the set lists them.
#[test]
fn alternatives_with_parts_are_assessed_together() {
    let set = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 2
alternatives: [ { id: cach, criteria: [\"2\", \"1\"] } ]
criteria:
  - { id: \"1\", name: Tự làm, max: 2, criteria: [ { id: \"1.1\", name: Lập, max: 1, rule: { given: { by: unit } } }, { id: \"1.2\", name: Làm, max: 1, rule: { given: { by: unit } } } ] }
  - { id: \"2\", name: Làm chung, max: 2, criteria: [ { id: \"2.1\", name: Góp, max: 2, rule: { given: { by: unit } } } ] }
";
    let forms = "- { file: submissions/so-a.xlsx, unit: so-a, answers: { \"1.1\": { claimed: \"1\" } } }
- { file: submissions/so-b.xlsx, unit: so-b, answers: { \"2.1\": { claimed: \"2\" } } }
";
    let folder = campaign_of(set, forms);
    folder.edit("campaign.yaml", "official: appraised_2", "official: claimed");
    result(&folder);
    let report = document(&folder, "bao-cao-ket-qua");
    let told = "Tiêu chí 1 hoặc 2 “Tự làm hoặc Làm chung”: chỉ số trung bình 75,00%; 1/2 đơn vị đạt điểm tối đa.";
    assert!(report.contains(told) && !report.contains("Tiêu chí 2.1"), "{report}");
}

/// Figures that contradict each other are in no total, neither of them, also where a total names its criteria; once the council has
/// corrected them they are added up, and they are no open error any more.
#[test]
fn figures_that_contradict_each_other_are_in_no_total() {
    let set = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 8
figures:
  - { id: giai_quyet, kind: count, label: Số hồ sơ đã giải quyết, measure: hồ sơ }
  - { id: dung, kind: count, label: Số hồ sơ đúng hạn, measure: hồ sơ }
checks: [ { that: dung <= giai_quyet, text: Đúng hạn không quá đã giải quyết, severity: error } ]
criteria:
  - { id: \"1\", name: Một, max: 4, inputs: [ { figure: dung }, { figure: giai_quyet } ], rule: { ratio: { of: dung, to: giai_quyet, when_nothing: zero } } }
  - { id: \"2\", name: Hai, max: 4, inputs: [ { id: truoc, kind: count, label: Số trước hạn }, { id: nop, kind: count, label: Số nộp } ], rule: { ratio: { of: truoc, to: nop, when_nothing: zero } } }
";
    let form = |unit: &str, figures: [u32; 4]| {
        let [dung, giai_quyet, truoc, nop] = figures;
        format!(
            "- file: submissions/{unit}.xlsx
  unit: {unit}
  answers:
    \"1\": {{ figures: {{ dung: \"{dung}\", giai_quyet: \"{giai_quyet}\" }}, claimed: \"1\" }}
    \"2\": {{ figures: {{ truoc: \"{truoc}\", nop: \"{nop}\" }}, claimed: \"1\" }}
"
        )
    };
    let totals = "totals:
  - { label: A, measure: hồ sơ, of: dung }
  - { label: B, measure: hồ sơ, of: dung, criteria: [\"1\"] }
  - { label: C, of: dung, to: giai_quyet }
  - { label: D, of: dung, to: giai_quyet, criteria: [\"1\"] }
  - { label: E, measure: hồ sơ, of: truoc }
  - { label: F, measure: hồ sơ, of: nop }
awards: [ { id: co, name: Cờ, quota: 2, conditions: [ { what: open_errors, at_most: 0 } ] } ]
units:";
    let folder = campaign_of(set, &(form("so-a", [900, 100, 70, 50]) + &form("so-b", [30, 50, 30, 40])));
    folder.edit("campaign.yaml", "units:", totals);
    folder.edit("campaign.yaml", "official: appraised_2", "official: appraised_1");
    let said = |appraisal: &str| {
        folder.put("appraisal/bang.csv", table(appraisal));
        let result = result(&folder);
        let report = document(&folder, "bao-cao-ket-qua");
        let totals = ["A", "B", "C", "D", "E", "F"].map(|label| {
            let line = report.lines().find(|line| line.starts_with(&format!("BodyText: - {label}: "))).unwrap_or_default();
            line.trim_start_matches("BodyText: - ").replace("chưa kể số liệu mâu thuẫn, phải kiểm tra lại của Sở A", "không kể A")
        });
        let all = result["awards"][0]["considered"].as_array().unwrap().clone();
        let one = all.iter().find(|one| one["unit"] == "so-a").unwrap();
        (totals, one["conditions"][0]["value"].as_str().unwrap().to_owned())
    };
    let lines = |a: &str, c: &str| {
        [
            format!("A: {a}."),
            format!("B: {a}."),
            format!("C: {c}."),
            format!("D: {c}."),
            "E: 30 hồ sơ (1 đơn vị; không kể A).".to_owned(),
            "F: 40 hồ sơ (1 đơn vị; không kể A).".to_owned(),
        ]
    };
    let without = lines("30 hồ sơ (1 đơn vị; không kể A)", "60,00% (30/50; không kể A)");
    assert_eq!(said(""), (without.clone(), "1".to_owned()));
    // What is corrected to something that can't be either stays out.
    assert_eq!(said("so-a;1;dung;800;;1;x;;\n"), (without, "1".to_owned()));
    let with = lines("120 hồ sơ (2 đơn vị)", "80,00% (120/150)");
    assert_eq!(said("so-a;1;dung;90;;1;x;;\n"), (with, "0".to_owned()));
}

/// The office has one name in every letterhead: the authority above it says the province.
#[test]
fn every_letterhead_names_the_office_alike() {
    let folder = Folder::base();
    for (authority, office, printed) in [
        ("UBND tỉnh Long An", "Sở Nội vụ tỉnh Long An", ["UBND TỈNH LONG AN", "SỞ NỘI VỤ"]),
        ("UBND tỉnh Long An", "Sở Nội vụ", ["UBND TỈNH LONG AN", "SỞ NỘI VỤ"]),
        ("UBND tỉnh Long An", "Hội đồng tỉnh An Giang", ["UBND TỈNH LONG AN", "HỘI ĐỒNG TỈNH AN GIANG"]),
    ] {
        let said = folder.text("campaign.yaml");
        let said =
            said.lines().filter(|line| !line.starts_with("authority:") && !line.starts_with("office:")).collect::<Vec<_>>().join("\n");
        folder.put("campaign.yaml", format!("authority: {authority}\noffice: {office}\n{said}\n"));
        result(&folder);
        let word = document(&folder, "bao-cao-ket-qua");
        for (file, sheet) in [("bao-cao-xep-hang", "Trình ký"), ("don-vi/so-a", "Kết quả")] {
            let mut book = Opened::new(std::fs::read(folder.path(&format!("reports/{file}.xlsx"))).unwrap());
            let cells = book.texts(sheet);
            for words in printed {
                assert!(cells.iter().any(|cell| cell == words) && word.contains(words), "{words}: {cells:?}\n{word}");
            }
        }
        assert_eq!(word.matches("TỈNH LONG AN").count(), 1, "{word}");
    }
}

/// A letter to a unit goes to that unit alone; who is addressed is named once among the recipients of a report.
#[test]
fn what_a_unit_lost_goes_to_that_unit_alone() {
    let folder = campaign();
    folder.put(
        "campaign.yaml",
        format!(
            "authority: UBND tỉnh Long An\nrecipients: [ UBND tỉnh Long An, \"Các sở, ban, ngành tỉnh\" ]\n{}",
            folder.text("campaign.yaml").lines().filter(|line| !line.starts_with("authority:")).collect::<Vec<_>>().join("\n")
        ),
    );
    folder.put("appraisal/bang.csv", table("so-a;1;;;3;1;x;;\n"));
    result(&folder);
    let recipients = |name: &str| {
        let all = document(&folder, name);
        let line = all.lines().find(|line| line.contains("Nơi nhận:")).unwrap_or_default();
        line.split(['|']).map(str::trim).find(|cell| cell.starts_with("Nơi nhận:")).unwrap_or_default().to_owned()
    };
    assert_eq!(recipients("tra-ket-qua/so-a"), "Nơi nhận:⏎- Như trên;⏎- Lưu: VT.");
    assert_eq!(recipients("bao-cao-ket-qua"), "Nơi nhận:⏎- Như trên;⏎- Các sở, ban, ngành tỉnh;⏎- Lưu: VT.");
    let decision = recipients("du-thao-quyet-dinh");
    assert_eq!(decision, "Nơi nhận:⏎- Như Điều 3;⏎- UBND tỉnh Long An;⏎- Các sở, ban, ngành tỉnh;⏎- Lưu: VT.");
}

/// A people's committee that keeps the campaign itself decides, on the proposal of whom it names, and reports to nobody here.
#[test]
fn a_committee_that_keeps_the_campaign_itself_decides() {
    let folder = campaign();
    let said = folder.text("campaign.yaml");
    let own = said.lines().filter(|line| !line.starts_with("authority:") && !line.starts_with("office:")).collect::<Vec<_>>().join("\n");
    folder.put("campaign.yaml", format!("office: UBND tỉnh Bình Dương\n{own}\n"));
    folder.put("appraisal/bang.csv", table("so-a;1;;;3;1;x;;\n"));
    result(&folder);
    let decision = document(&folder, "du-thao-quyet-dinh");
    for words in [
        "ỦY BAN NHÂN DÂN",
        "TỈNH BÌNH DƯƠNG",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH DƯƠNG",
        "Theo đề nghị của …… tại Báo cáo số ……",
        "Chánh Văn phòng UBND tỉnh Bình Dương, ……, Thủ trưởng",
    ] {
        assert!(decision.contains(words), "{words} not in\n{decision}");
    }
    assert!(!decision.contains("Theo đề nghị của Chủ tịch") && !decision.contains("QĐ-……"), "{decision}");
    assert!(document(&folder, "bao-cao-ket-qua").contains("Kính gửi: ……"));
}
