//! Where a year stands, said alike by every page: what differs from claims, what waits for whom, what no longer applies and
//! what comes back.

use crate::appraisal::{campaign, campaign_of, result, table};
use crate::council::{acts, made};
use crate::folder::Folder;
use crate::form::Opened;
use crate::told::{OF_PARTS, PARTS, ranking, sheet};

/// Lists the rows of the page of explanations that sum up a unit.
pub fn sums(folder: &Folder) -> Vec<String> {
    ranking(folder, "Giải trình")
        .into_iter()
        .filter(|line| line.starts_with("Sở ") && line.split(" | ").count() == 9)
        .filter(|line| line.ends_with(|last: char| last.is_ascii_digit()))
        .collect()
}

/// Both pages that count what was appraised other than claimed count the same, after the same round, and say so; whoever explains
/// a criterion after two rounds explained one.
#[test]
fn what_differs_from_the_claim_is_counted_once_for_all_pages() {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("so-a;1;;;3;1;Thiếu;;\nso-a;3;;;1;1;Thiếu;;\n"));
    let hand = "- put: { sheet: explanation, at: \"leaf:3 explained\", text: Đã đủ }\n";
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(hand)).unwrap();
    folder.put("appraisal/lan-2.csv", table("so-a;3;;;1,5;2;Chấp nhận một nửa;;\n"));
    folder.explained("submissions/so-a.giai-trinh-2.xlsx", "so-a", &acts(hand)).unwrap();
    folder.put("appraisal/lan-2.csv", table("so-a;3;;;2;2;Giữ nguyên như đơn vị tự chấm;;\n"));
    result(&folder);
    // Criterion 3 stands as claimed again; criterion 1 alone does not.
    assert_eq!(sums(&folder), ["Sở A | 1 | 1 | 0 | 0 | 0 | 0 | 1 | 0"]);
    let progress = sheet(&folder, "ket-qua-kiem-tra.xlsx", "Tiến độ, đôn đốc");
    assert!(progress.iter().any(|line| line.starts_with("1 | Sở A | Đã gửi | 0 | 1/3 | 1 | 1 | ")), "{progress:#?}");
    let words = "“Còn khác tự đánh giá”: số tiêu chí có kết quả sau “Thẩm định lần 2” khác điểm tự đánh giá; tiêu chí so sánh giữa các đơn vị thì khác điểm tính theo số liệu kê khai. Tiêu chí đã được xem xét, công nhận lại như tự đánh giá thì không tính.";
    for lines in [progress, ranking(&folder, "Giải trình")] {
        assert!(lines.contains(&words.to_owned()), "{lines:#?}");
    }
}

/// A unit that only others' figures changed waits for nobody in the council, before its explanation as behind it; what it asks to
/// have corrected does.
#[test]
fn a_comparison_leaves_the_council_nothing_to_do() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;2;sang_kien;5;;1;trùng lặp;;\n"));
    let waits = |folder: &Folder| {
        result(folder);
        sheet(folder, "ket-qua-kiem-tra.xlsx", "Tiến độ, đôn đốc").into_iter().find(|line| line.starts_with("2 | Sở B")).unwrap()
    };
    let line = waits(&folder);
    assert!(
        line.ends_with(
            "| 0/3 | 1 | 0 | 1 tiêu chí so sánh giữa các đơn vị có điểm thay đổi sau thẩm định; đề nghị giải trình hoặc thống nhất kết quả."
        ),
        "{line}"
    );
    let hand = "- put: { sheet: explanation, at: \"leaf:2 explained\", text: Đồng ý }\n";
    folder.explained("submissions/so-b.giai-trinh-1.xlsx", "so-b", &acts(hand)).unwrap();
    let line = waits(&folder);
    assert!(line.ends_with("| 0/3 | 1 | 1 | Không còn nội dung phải đôn đốc."), "{line}");
    assert_eq!(sums(&folder), ["Sở B | 1 | 1 | 0 | 0 | 0 | 0 | 1 | 0"]);
    let line = ranking(&folder, "Giải trình").pop().unwrap();
    assert!(line.ends_with("| Đồng ý | Thay đổi do so sánh với đơn vị khác, không phải xem xét"), "{line}");
    let hand = format!("{hand}- put: {{ sheet: explanation, at: \"input:2/sang_kien proposed\", number: \"6\" }}\n");
    folder.explained("submissions/so-b.giai-trinh-1.xlsx", "so-b", &acts(&hand)).unwrap();
    let line = waits(&folder);
    assert!(line.ends_with("| Chờ cơ quan thẩm định xem xét giải trình 1 tiêu chí."), "{line}");
    assert_eq!(sums(&folder), ["Sở B | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1"]);
}

/// A reason that begins with the outcome's own words is not said twice.
#[test]
fn an_outcome_is_not_said_twice() {
    for (reason, told) in [
        ("Giữ nguyên: biên bản ghi thiếu", "| Giữ nguyên: biên bản ghi thiếu"),
        ("Giữ nguyên", "| Giữ nguyên"),
        ("Biên bản ghi thiếu", "| Giữ nguyên: Biên bản ghi thiếu"),
    ] {
        let folder = campaign();
        folder.put("appraisal/lan-1.csv", table("so-a;3;;;1;1;Thiếu;;\n"));
        let hand = "- put: { sheet: explanation, at: \"leaf:3 explained\", text: Đã đủ }\n";
        folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(hand)).unwrap();
        folder.put("appraisal/lan-2.csv", table(&format!("so-a;3;;;1;2;{reason};;\n")));
        result(&folder);
        let line = ranking(&folder, "Giải trình").pop().unwrap();
        assert!(line.ends_with(told), "{line}");
    }
}

/// What a survey would have scored is taken out of the maximum of a unit without one where the set says so, and told as all else.
#[test]
fn a_maximum_without_survey_has_its_line() {
    let survey = "  - { id: \"3\", name: Hài lòng của người dân, max: 2, rule: { given: { by: survey } } }\n";
    let set = PARTS.replace("total: 10", "total: 12\nsurvey_missing: rescale") + survey;
    let folder = campaign_of(&set, OF_PARTS);
    folder.put("survey/bang.csv", "Đơn vị;Tiêu chí;Điểm\nso-a;3;2\n");
    let run = result(&folder);
    let most = |id: &str| {
        let units = run["groups"][0]["units"].as_array().unwrap();
        units.iter().find(|unit| unit["id"] == id).unwrap()["applicable_max"].as_str().unwrap().to_owned()
    };
    assert_eq!([most("so-a"), most("so-b")], ["12.00", "6.00"]);
    let lines = ranking(&folder, "Không áp dụng");
    let line = "Sở B | 3 | Hài lòng của người dân | 2 | Bộ tiêu chí: đơn vị không có kết quả điều tra xã hội học";
    assert!(lines.iter().any(|told| told.ends_with(line)), "{lines:#?}");
    assert!(!lines.iter().any(|told| told.contains("Sở A | 3")), "{lines:#?}");
}

/// Counts the charts of the ranking report.
fn charts(folder: &Folder) -> usize {
    let bytes = std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap();
    let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    archive.file_names().filter(|name| name.as_ref().is_ok_and(|name| name.starts_with("xl/charts/chart"))).count()
}

/// Where a mean is missing there is no bar, and where no bar has a length there is no chart.
#[test]
fn a_missing_value_is_no_bar_of_no_length() {
    let folder = campaign_of(PARTS, OF_PARTS);
    result(&folder);
    let drawn = charts(&folder);
    for unit in ["so-a, name: Sở A", "so-b, name: Sở B"] {
        folder.edit("campaign.yaml", &format!("{unit}, group: so"), &format!("{unit}, group: so, not_applicable: [\"2\"]"));
    }
    result(&folder);
    let lines = ranking(&folder, "Tóm tắt");
    let line = lines.iter().find(|line| line.starts_with("2 | Trụ sở | 4")).unwrap();
    // Behind it only the name of its bar.
    assert_eq!(line, "2 | Trụ sở | 4 | 2. Trụ sở");
    assert_eq!(charts(&folder), drawn);
    // Nobody has any point.
    let zeros = "so-a;1;;;0;1;x;;\nso-b;1;;;0;1;x;;\n";
    folder.put("appraisal/bang.csv", table(zeros));
    result(&folder);
    let lines = ranking(&folder, "Tóm tắt");
    assert!(!lines.iter().any(|line| line.starts_with("Thanh trắng")), "{lines:#?}");
    assert!(charts(&folder) < drawn, "{} of {drawn}", charts(&folder));
}

/// Whoever has to correct what it sent is in the letter, whatever the council did since.
#[test]
fn the_letter_names_all_who_must_correct() {
    let folder = campaign();
    folder
        .edit("forms.yaml", "dung_han: \"90\", giai_quyet: \"100\" }, claimed: \"3.6\"", "giai_quyet: \"100\" }, claimed: \"3.6\"")
        .fill();
    for rows in ["", "so-b;3;;;1;1;x;;\n"] {
        folder.put("appraisal/bang.csv", table(rows));
        result(&folder);
        let top = sheet(&folder, "ket-qua-kiem-tra.xlsx", "Tiến độ, đôn đốc");
        assert!(top.contains(&"Còn lỗi phải khắc phục: 1 đơn vị (Sở B).".to_owned()), "{top:#?}");
        let letter = crate::documents::dump(&std::fs::read(folder.path("reports/van-ban/cong-van-don-doc.docx")).unwrap());
        assert!(letter.contains("Khắc phục 1 lỗi trong báo cáo tự đánh giá và gửi lại"), "{rows}: {letter}");
    }
}

/// What was explained is looked at in a round of the campaign, and in none that it does not have, is locked, or has passed.
#[test]
fn nobody_is_promised_a_round_that_the_campaign_lacks() {
    let folder = campaign();
    folder.edit("criteria/nho/set.yaml", "rule: { yes_no", "evidence: { required: true }\n    rule: { yes_no").fill();
    folder.put("appraisal/lan-1.csv", table("so-a;3;;;1;1;Thiếu;;\n"));
    let hand = "- put: { sheet: explanation, at: \"leaf:3 explained\", text: Kế hoạch ban hành chung với Sở A }\n";
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(hand)).unwrap();
    let declared = folder.text("campaign.yaml");
    let help = |official: &str, rounds: &str| {
        folder.put("campaign.yaml", declared.replace("official: appraised_2", &format!("official: {official}\n{rounds}")));
        let run = result(&folder);
        let found = run["findings"].as_array().unwrap().iter().find(|one| one["code"] == "E001" && one["severity"] == "note");
        found.unwrap()["help"].as_str().unwrap().to_owned()
    };
    let begins = "Đơn vị không phải sửa báo cáo";
    let none = format!(
        "{begins}. Sau lần thẩm định này đợt đánh giá không còn lần nào để xem xét giải trình; nếu cần xem xét thì khai thêm lần thẩm định ở rounds."
    );
    let two = "rounds: [ { id: 1, name: Sơ bộ }, { id: 2, name: Chính thức, to: 2027-02-22 } ]";
    assert_eq!(help("appraised_2", ""), format!("{begins}; giải trình được xem xét ở “Thẩm định lần 2”."));
    assert_eq!(help("appraised_1", ""), none);
    assert_eq!(help("appraised_1", "rounds: [ { id: 1, name: Sơ bộ } ]"), none);
    assert_eq!(help("appraised_2", two), format!("{begins}; giải trình được xem xét ở “Chính thức” (đến ngày 22/02/2027)."));
    let said = |folder: &Folder| {
        let said = folder.run("feedback . --round 1 --out phieu").out;
        std::fs::remove_dir_all(folder.path("phieu")).unwrap();
        said
    };
    assert!(said(&folder).contains("để tạo phiếu của “Chính thức”."), "{}", said(&folder));
    folder.put("appraisal/lan-2.csv", table("so-a;3;;;2;2;Đủ;;\n"));
    assert_eq!(help("appraised_2", two), format!("{begins}; giải trình đã được xem xét ở “Chính thức”."));
    help("appraised_1", "");
    assert!(said(&folder).contains("đợt không còn lần thẩm định nào để xem xét giải trình"), "{}", said(&folder));
}

/// The council's workbook names a part by the set's words, not by its id.
#[test]
fn a_part_is_named_in_words() {
    let folder = campaign_of(PARTS, OF_PARTS);
    let lines = Opened::new(made(&folder, 1)).text("Thẩm định");
    assert!(lines.iter().any(|line| line.contains("Phần “Giao tự chủ”")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("Phần giao") || line.contains("Phần ke_hoach")), "{lines:#?}");
}

/// What a later round gives back counts again in maximum, index, place and award, and only from that round on.
#[test]
fn a_maximum_that_comes_back_moves_places_and_awards() {
    let folder = campaign_of(PARTS, OF_PARTS);
    let awards = "awards: [ { id: co, name: Cờ thi đua, groups: [so], quota: 1 } ]\n";
    folder.put("campaign.yaml", folder.text("campaign.yaml") + awards);
    let head = "Đơn vị;Tiêu chí;Điểm thẩm định;Lần;Lý do;Áp dụng\n";
    folder.put("appraisal/lan-1.csv", format!("{head}so-a;2;;1;Ở nhờ;không\nso-b;2;3,2;1;Đủ;\n"));
    let stands = |folder: &Folder| {
        let run = result(folder);
        let units: Vec<String> = run["groups"][0]["units"]
            .as_array()
            .unwrap()
            .iter()
            .map(|unit| {
                format!(
                    "{} {} {} {}",
                    unit["place"],
                    unit["id"].as_str().unwrap(),
                    unit["applicable_max"].as_str().unwrap(),
                    unit["index"].as_str().unwrap()
                )
            })
            .collect();
        (units.join(" | "), run["awards"][0]["chosen"].to_string())
    };
    let before = ("1 so-b 6.00 86.67 | 2 so-a 6.00 83.33".to_owned(), "[\"so-b\"]".to_owned());
    assert_eq!(stands(&folder), before);
    folder.put("appraisal/lan-2.csv", format!("{head}so-a;2;;2;Đã có trụ sở;có\n"));
    assert_eq!(stands(&folder), ("1 so-a 10.00 90.00 | 2 so-b 6.00 86.67".to_owned(), "[\"so-a\"]".to_owned()));
    // At the stage before that round nothing comes back.
    folder.edit("campaign.yaml", "official: appraised_2", "official: appraised_1");
    assert_eq!(stands(&folder), before);
}

/// Nobody claims what is compared with others: no page says that points of it were claimed.
#[test]
fn what_compares_units_is_called_no_claim() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;2;sang_kien;5;;1;trùng lặp;;\n"));
    let hand = "- put: { sheet: explanation, at: \"leaf:2 explained\", text: Đồng ý }\n";
    folder.explained("submissions/so-b.giai-trinh-1.xlsx", "so-b", &acts(hand)).unwrap();
    result(&folder);
    let own = sheet(&folder, "don-vi/so-b.xlsx", "Chi tiết");
    assert!(own.iter().any(|line| line.starts_with("2 | Sáng kiến | 4 | Không tự chấm | 2 | 2 | 4 | ")), "{own:#?}");
    let line = ranking(&folder, "Giải trình").pop().unwrap();
    assert!(line.starts_with("Sở B | 2 | Sáng kiến | Không tự chấm | 4 | "), "{line}");
    let over = ranking(&folder, "Chênh lệch tự chấm");
    let words = "Tiêu chí so sánh giữa các đơn vị thì không tự chấm, không có chênh lệch; “Điểm tự chấm” của đơn vị gồm cả điểm tính theo số liệu kê khai của tiêu chí này.";
    assert!(over.contains(&words.to_owned()), "{over:#?}");
    let why = folder.run("why . so-b 2").out;
    assert!(why.lines().any(|line| line.trim_start().starts_with("Tự đánh giá") && line.ends_with("Không tự chấm")), "{why}");
    // Nor do the council's workbook, the explanation form, or what is found of better figures.
    let book = Opened::new(made(&folder, 1)).at("Thẩm định", "leaf:so-b/2", "claimed");
    assert_eq!(crate::form::shown(&book), "Không tự chấm");
    folder.run("feedback . --out phieu -q");
    let form = std::fs::read(folder.path("phieu/so-b.giai-trinh-1.xlsx")).unwrap();
    assert_eq!(crate::form::shown(&Opened::new(form).at("Giải trình", "leaf:2", "claimed")), "Không tự chấm");
    // Of the others claims are told as ever.
    assert!(own.iter().any(|line| line.starts_with("1 | Hồ sơ đúng hạn | 4 | 3.6 | ")), "{own:#?}");
}

/// Better figures where units are compared are better than those declared, not than a claim.
#[test]
fn better_figures_of_a_comparison_beat_no_claim() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-b;2;sang_kien;8;;1;Thiếu hồ sơ;;\nso-b;1;dung_han;95;;1;Thiếu hồ sơ;;\n"));
    let run = result(&folder);
    let found = run["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A048");
    let mut told: Vec<&str> = found.map(|one| one["message"].as_str().unwrap()).collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            "Số liệu thẩm định của tiêu chí “1” tính ra 3,80 điểm, có lợi hơn tự chấm “3,6”; được tính theo số liệu thẩm định.",
            "Số liệu thẩm định của tiêu chí “2” tính ra 3,20 điểm, có lợi hơn điểm tính theo số liệu kê khai “2”; được tính theo số liệu thẩm định.",
        ]
    );
}

/// One line of a later round does not choose it in silence: whoever asks for forms without a round is told which was taken.
#[test]
fn a_round_that_was_taken_is_told() {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("so-a;3;;;1;1;Thiếu;;\nso-b;1;;;3;1;Thiếu;;\n"));
    let words = "Không ghi --round nên lấy “Thẩm định lần 2”, lần sau cùng có kết quả, mới có kết quả của 1 đơn vị (“Thẩm định lần 1”: 2 đơn vị). Nếu cần phiếu của “Thẩm định lần 1” thì chạy lại với --round 1.";
    assert!(!folder.run("feedback . --out mot").out.contains("Không ghi --round"));
    folder.put("appraisal/lan-2.csv", table("so-b;1;;;3,2;2;Xem lại;;\n"));
    let said = folder.run("feedback . --out hai").out;
    assert!(said.contains(words), "{said}");
    assert!(!folder.run("feedback . --round 2 --out ba").out.contains("Không ghi --round"));
}

/// One point is one point in English.
#[test]
fn one_point_is_no_points() {
    let folder = campaign();
    folder.edit("criteria/nho/set.yaml", "met: 2, unmet: 0, unmet_penalty: 0.5", "met: 1, unmet: 0").edit(
        "criteria/nho/set.yaml",
        "max: 2",
        "max: 1",
    );
    folder.edit("criteria/nho/set.yaml", "total: 10", "total: 9").edit("forms.yaml", "claimed: \"2\"", "claimed: \"1\"").fill();
    let said = folder.run("why . so-a 3 --lang en").out;
    assert!(said.contains("so 1 point."), "{said}");
}
