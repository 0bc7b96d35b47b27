//! What papers tell of a year whose appraisal is under way: what was looked at, whose word took points or a criterion away, and
//! what came of explanations.

use crate::appraisal::{campaign, campaign_of, result, table};
use crate::council::acts;
use crate::folder::Folder;
use crate::form::Opened;
use crate::progress::sums;

/// Criterion 1 is a sum of two parts, of which the second applies where a figure says so; 2 is only the council's.
pub const PARTS: &str = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 10
criteria:
  - id: \"1\"
    name: Tự chủ
    max: 6
    inputs:
      - { id: co_ke_hoach, kind: yes_no, label: Có kế hoạch }
      - { id: co_truc_thuoc, kind: yes_no, label: Có đơn vị trực thuộc }
      - { id: giao, kind: count, label: Số đơn vị được giao tự chủ }
      - { id: tong, kind: count, label: Số đơn vị trực thuộc }
    rule:
      sum_of:
        parts:
          - { id: ke_hoach, label: Kế hoạch, max: 2, rule: { yes_no: { all: [co_ke_hoach] } } }
          - { id: giao, label: Giao tự chủ, max: 4, applies: co_truc_thuoc, rule: { ratio: { of: giao, to: tong, when_nothing: not_applicable } } }
  - id: \"2\"
    name: Trụ sở
    max: 4
    may_not_apply: true
    rule: { given: { by: unit } }
";

pub const OF_PARTS: &str = "- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    \"1\": { figures: { co_ke_hoach: Có, co_truc_thuoc: Có, giao: \"3\", tong: \"4\" }, claimed: \"5\" }
    \"2\": { claimed: \"4\" }
- file: submissions/so-b.xlsx
  unit: so-b
  answers:
    \"1\": { figures: { co_ke_hoach: Có, co_truc_thuoc: Không, giao: \"3\", tong: \"3\" }, claimed: \"2\" }
    \"2\": { claimed: \"3\" }
";

pub fn sheet(folder: &Folder, file: &str, name: &str) -> Vec<String> {
    Opened::new(std::fs::read(folder.path(&format!("reports/{file}"))).unwrap()).text(name)
}

pub fn ranking(folder: &Folder, name: &str) -> Vec<String> {
    sheet(folder, "bao-cao-xep-hang.xlsx", name)
}

/// Nobody claims what follows from the figures of others: what another unit is corrected by is no over-claim.
#[test]
fn a_comparison_makes_nobody_over_claim() {
    let folder = campaign();
    let over = |folder: &Folder| {
        let run = result(folder);
        let units = run["groups"][0]["units"].as_array().unwrap().clone();
        let of = |id: &str| units.iter().find(|unit| unit["id"] == id).unwrap()["over_claim"]["positive"].as_str().unwrap().to_owned();
        [of("so-a"), of("so-b")]
    };
    let before = over(&folder);
    assert_eq!(before, ["0.00", "0.00"]);
    // The best of the group doubles, so that B falls from 2 points to 1.
    folder.put("appraisal/bang.csv", table("so-a;2;sang_kien;20;;1;bổ sung;;\n"));
    assert_eq!(over(&folder), before);
    // What a unit claimed itself is.
    folder.put("appraisal/bang.csv", table("so-a;2;sang_kien;20;;1;bổ sung;;\nso-b;1;dung_han;50;;1;sai;;\n"));
    assert_eq!(over(&folder), ["0.00", "1.60"]);
}

/// What a comparison changes was not appraised, and the unit's papers name the comparison as the reason.
#[test]
fn only_what_was_typed_counts_as_appraised() {
    let folder = campaign();
    folder.edit("campaign.yaml", "official: appraised_2", "official: appraised_1");
    folder.put("appraisal/bang.csv", table("so-a;2;sang_kien;20;;1;bổ sung;;\n"));
    result(&folder);
    let words = |name: &str| ranking(&folder, name).into_iter().find(|line| line.contains("Đã thẩm định")).unwrap();
    assert!(words("Xếp hạng – Khối sở").starts_with("Đã thẩm định 1/6 lượt tiêu chí"), "{}", words("Xếp hạng – Khối sở"));
    let report = Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).all_text();
    let lost = report.iter().find(|line| line.contains("Sáng kiến") && line.contains("số liệu của “Sở A” thay đổi"));
    assert!(lost.is_some(), "{report:#?}");
}

/// Who takes out a part, or a whole criterion, by figures is named as who does it in words is.
#[test]
fn what_figures_take_out_has_a_line_of_its_own() {
    let folder = campaign_of(PARTS, OF_PARTS);
    let lines = |rows: &str| -> Vec<String> {
        folder.put("appraisal/bang.csv", table(rows));
        result(&folder);
        ranking(&folder, "Không áp dụng").into_iter().filter(|line| line.contains(" | Sở ")).collect()
    };
    let own = "Sở B | 1 | Tự chủ, phần “Giao tự chủ” | 4 | Bộ tiêu chí; đơn vị kê khai trong kỳ không phát sinh";
    assert_eq!(lines(""), [format!("1 | {own}")]);
    let council = "Sở A | 1 | Tự chủ, phần “Giao tự chủ” | 4 | Hội đồng thẩm định (Thẩm định lần 1)";
    for rows in ["so-a;1;co_truc_thuoc;Không;;1;Đã giải thể;;\n", "so-a;1;tong;0;;1;Đã giải thể;;\nso-a;1;giao;0;;1;Đã giải thể;;\n"]
    {
        assert_eq!(lines(rows), [format!("1 | {council} | Đã giải thể"), format!("2 | {own}")], "{rows}");
    }
    // Said in words it is told once, as said.
    folder.put("appraisal/bang.csv", "Đơn vị;Tiêu chí;Điểm thẩm định;Lần;Lý do;Áp dụng\nso-a;1/giao;;1;Đã giải thể;không\n");
    result(&folder);
    let told: Vec<String> = ranking(&folder, "Không áp dụng").into_iter().filter(|line| line.contains(" | Sở ")).collect();
    assert_eq!(told, [format!("1 | {council} | Đã giải thể"), format!("2 | {own}")]);
    // Figures of the other part take nothing out.
    assert_eq!(lines("so-a;1;co_ke_hoach;Không;;1;Không có;;\n"), [format!("1 | {own}")]);
}

/// A whole criterion that corrected figures take out is the council's doing, and `why` tells of the figures.
#[test]
fn a_criterion_that_corrected_figures_take_out_is_the_councils() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;1;dung_han;0;;1;Sáp nhập;;\nso-a;1;giai_quyet;0;;1;Sáp nhập;;\n"));
    result(&folder);
    let lines: Vec<String> = ranking(&folder, "Không áp dụng").into_iter().filter(|line| line.contains(" | Sở ")).collect();
    assert_eq!(lines, ["1 | Sở A | 1 | Hồ sơ đúng hạn | 4 | Hội đồng thẩm định (Thẩm định lần 1) | Sáp nhập"]);
    let said = folder.run("why . so-a 1").out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("“Số hồ sơ đã giải quyết” được xác định là “0” (đơn vị kê khai “100”): “Sáp nhập”"), "{said}");
    assert!(!said.contains("80 / 100"), "{said}");
}

/// Figures of a part that does not apply are in no sum; who has no points at a criterion that applies has 0.
#[test]
fn strengths_are_of_what_applies() {
    let folder = campaign_of(PARTS, &OF_PARTS.replace("\"2\": { claimed: \"3\" }", "\"2\": {}"));
    result(&folder);
    let lines = ranking(&folder, "Mạnh, yếu – Khối sở");
    let of = |id: &str| -> Vec<&String> { lines.iter().filter(|line| line.starts_with(&format!("{id} | "))).collect() };
    // A has 5 of 6 points and B 2 of 2: 91,67 on average; B has nothing at 2.
    assert_eq!(of("1").len(), 1, "{lines:#?}");
    assert!(of("1")[0].contains("| 91.67 | 2 | 1 | 0 | Số đơn vị được giao tự chủ: 3.\nSố đơn vị trực thuộc: 4."), "{lines:#?}");
    assert_eq!(of("2").len(), 1, "{lines:#?}");
    assert!(of("2")[0].contains("| 50 | 2 | 1 | 1 | 0 điểm: Sở B."), "{lines:#?}");
}

/// What a part that applies asks for as well stays in the sum.
#[test]
fn a_figure_of_two_parts_goes_with_neither_alone() {
    let set = PARTS.replace("rule: { yes_no: { all: [co_ke_hoach] } }", "rule: { count: { of: giao, each: 1, cap: 2 } }");
    let set = set.replace("      - { id: co_ke_hoach, kind: yes_no, label: Có kế hoạch }\n", "");
    let folder = campaign_of(&set, &OF_PARTS.replace("co_ke_hoach: Có, ", ""));
    result(&folder);
    let lines = ranking(&folder, "Mạnh, yếu – Khối sở");
    let of = lines.iter().find(|line| line.starts_with("1 | ")).unwrap();
    assert!(of.contains("Số đơn vị được giao tự chủ: 6.\nSố đơn vị trực thuộc: 4."), "{of}");
}

/// What several units have several times is counted by units, not by findings.
#[test]
fn what_units_share_is_counted_by_unit() {
    let council = "  - { id: \"9\", name: Sáng kiến, max: 1, rule: { given: { by: council } } }\n  - { id: \"8\", name: Kỷ cương, max: 1, rule: { given: { by: council } } }\n";
    let set = PARTS.replace("total: 10", "total: 12") + council;
    let folder = campaign_of(&set, OF_PARTS);
    folder.edit(
        "campaign.yaml",
        "  - { id: so-b, name: Sở B, group: so }\n",
        "  - { id: so-b, name: Sở B, group: so }\n  - { id: so-c, name: Sở C, group: so }\n",
    );
    let third = OF_PARTS.split_once("- file: submissions/so-b").unwrap().0.replace("so-a", "so-c");
    folder.put("forms.yaml", format!("{OF_PARTS}{third}"));
    folder.fill();
    result(&folder);
    let told = sheet(&folder, "ket-qua-kiem-tra.xlsx", "Cần xử lý");
    let shared = told.iter().find(|line| line.contains("P015")).unwrap();
    assert!(
        shared.contains(" | 3 đơn vị | ") && shared.contains(": 6 nội dung của 3 đơn vị; xem trang “Nội dung lặp lại, kéo theo”."),
        "{shared}"
    );
}

/// A criterion stands under results or under shortcomings, never under both, whatever is equal.
#[test]
fn no_criterion_is_result_and_shortcoming_at_once() {
    let leaf = |n: usize| format!("  - {{ id: \"{n}\", name: Việc {n}, max: 2, rule: {{ given: {{ by: unit }} }} }}\n");
    let set = format!("set: nho\ntitle: Bộ\nstatus: model\ntotal: 10\ncriteria:\n{}", (1..=5).map(leaf).collect::<String>());
    // A has nothing at 3 and 2 at 5, B the other way round, so that both come to one half, as 1, 2 and 4 do.
    let claims = |three: &str, five: &str| {
        format!(
            "\"1\": {{ claimed: \"1\" }}, \"2\": {{ claimed: \"1\" }}, \"3\": {{ claimed: \"{three}\" }}, \"4\": {{ claimed: \"1\" }}, \"5\": {{ claimed: \"{five}\" }}"
        )
    };
    let form = |id: &str, claims: String| format!("- file: submissions/{id}.xlsx\n  unit: {id}\n  answers: {{ {claims} }}\n");
    let folder = campaign_of(&set, &(form("so-a", claims("0", "2")) + &form("so-b", claims("2", "0"))));
    result(&folder);
    let lines = ranking(&folder, "Mạnh, yếu – Khối sở");
    let listed: Vec<&str> =
        lines.iter().filter_map(|line| line.split(" | ").next()).filter(|id| ["1", "2", "3", "4", "5"].contains(id)).collect();
    assert_eq!(listed, ["1", "2", "4", "3", "5"], "{lines:#?}");
}

/// What the council says when it gives points, or leaves them, is no reason for what is missing.
#[test]
fn a_reason_for_lost_points_is_one_that_took_them() {
    let folder = campaign_of(PARTS, OF_PARTS);
    let told = |rows: &str| -> String {
        folder.put("appraisal/bang.csv", table(rows));
        result(&folder);
        let report = Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).all_text();
        let lost = report
            .iter()
            .skip_while(|line| !line.contains("Các tiêu chí chưa đạt điểm tối đa"))
            .find_map(|line| line.strip_prefix("2 | Trụ sở | "));
        lost.unwrap().to_owned()
    };
    for (rows, lost) in [
        ("so-b;2;;;3;1;Có trụ sở;;\n", "1 | Đơn vị tự chấm 3,00 điểm"),
        // What the council says of points that it raised stands behind them, not as what took the rest.
        ("so-b;2;;;3.5;1;Có trụ sở;;\n", "0.5 | Điểm thẩm định: Có trụ sở"),
        ("so-b;2;;;1;1;Thiếu hồ sơ;;\n", "3 | Thiếu hồ sơ"),
        ("so-b;2;;;1;1;Thiếu hồ sơ;;\nso-b;2;;;2;2;Bổ sung một phần;;\n", "2 | Thiếu hồ sơ"),
        ("so-b;2;;;2;1;Thiếu hồ sơ;;\nso-b;2;;;1;2;Không có thật;;\n", "3 | Không có thật"),
    ] {
        assert_eq!(told(rows), lost, "{rows}");
    }
}

/// A round with one line in it does not look like the round of the year, and units are told of the round that counts.
#[test]
fn one_line_of_a_later_round_does_not_turn_the_year() {
    let folder = campaign();
    folder.edit("campaign.yaml", "official: appraised_2", "official: appraised_1");
    folder.put("appraisal/bang.csv", table("so-a;3;;;1;1;Thiếu;;\nso-b;1;;;3;1;Thiếu;;\nso-b;3;;;1;2;Xem lại;;\n"));
    let said = folder.run("run .");
    let said = said.out + &said.err;
    assert!(
        said.contains("Thẩm định lần 1: đã thẩm định 2/6 lượt tiêu chí của 2 đơn vị; thẩm định đủ mọi tiêu chí ở 0/2 đơn vị."),
        "{said}"
    );
    assert!(
        said.contains(
            "Thẩm định lần 2: đã thẩm định 1 lượt tiêu chí của 1 đơn vị; tính cả các lần trước, thẩm định đủ mọi tiêu chí ở 0/2 đơn vị."
        ),
        "{said}"
    );
    assert!(said.contains("Có điểm thẩm định khác điểm tự đánh giá: 2 đơn vị"), "{said}");
    let said = folder.run("feedback . --out phieu").out;
    assert!(said.contains("Thẩm định lần 1: đã tạo 2 phiếu giải trình"), "{said}");
    let said = folder.run("feedback . --round 2 --out phieu-2").out;
    assert!(said.contains("Thẩm định lần 2: đã tạo 2 phiếu giải trình"), "{said}");
    let said = folder.run("feedback . --round 3 --out phieu-3").out;
    assert!(said.contains("chưa có kết quả thẩm định lần 3"), "{said}");
    assert!(!folder.path("phieu-3").exists());
}

/// A unit of which the council has looked at nothing is asked nothing, though its own figures give less than it claimed.
#[test]
fn nobody_is_asked_about_a_round_that_said_nothing_of_him() {
    let folder = campaign();
    folder.edit("forms.yaml", "claimed: \"3.6\"", "claimed: \"4\"").fill();
    folder.put("appraisal/bang.csv", table("so-a;3;;;1;1;Thiếu;;\n"));
    let said = folder.run("feedback . --out phieu").out;
    assert!(said.contains("đã tạo 1 phiếu giải trình"), "{said}");
    assert!(!folder.path("phieu/so-b.giai-trinh-1.xlsx").exists());
    let said = folder.run("run .");
    assert!((said.out.clone() + &said.err).contains("Có điểm thẩm định khác điểm tự đánh giá: 1 đơn vị"), "{}{}", said.out, said.err);
}

/// Results of a unit that sent nothing are no results of those that did.
#[test]
fn results_of_whoever_sent_nothing_are_not_counted() {
    let folder = campaign();
    std::fs::remove_file(folder.path("submissions/so-b.xlsx")).unwrap();
    folder.put("appraisal/bang.csv", table("so-a;3;;;1;1;Thiếu;;\nso-b;3;;;1;1;Thiếu;;\n"));
    let said = folder.run("run .");
    let said = said.out + &said.err;
    assert!(
        said.contains("Thẩm định lần 1: đã thẩm định 1/3 lượt tiêu chí của 1 đơn vị; thẩm định đủ mọi tiêu chí ở 0/1 đơn vị."),
        "{said}"
    );
    let told = sheet(&folder, "ket-qua-kiem-tra.xlsx", "Cần xử lý");
    assert!(
        told.iter().any(|line| line.contains("“Sở B” chưa gửi báo cáo tự đánh giá nhưng có kết quả thẩm định ở 1 tiêu chí")),
        "{told:#?}"
    );
}

/// Who asked that a criterion does not apply, and is heard, has lost nothing by it; who did not ask is told so without colour.
#[test]
fn what_no_longer_applies_is_no_loss_of_points() {
    let forms = OF_PARTS.replace("\"2\": { claimed: \"4\" }", "\"2\": { claimed: Không áp dụng, explanation: Ở nhờ }");
    for (forms, came) in [(forms.as_str(), "Chấp nhận không áp dụng: Đúng là ở nhờ"), (OF_PARTS, "Không áp dụng: Đúng là ở nhờ")]
    {
        let folder = campaign_of(PARTS, forms);
        folder.put("appraisal/lan-1.csv", "Đơn vị;Tiêu chí;Điểm thẩm định;Lần;Lý do;Áp dụng\nso-a;2;1;1;Có trụ sở;có\n");
        let hand = "- put: { sheet: explanation, at: \"leaf:2 explained\", text: Không có trụ sở riêng }\n";
        folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(hand)).unwrap();
        folder.put("appraisal/lan-2.csv", "Đơn vị;Tiêu chí;Điểm thẩm định;Lần;Lý do;Áp dụng\nso-a;2;;2;Đúng là ở nhờ;không\n");
        result(&folder);
        let lines = ranking(&folder, "Giải trình");
        assert!(lines.last().unwrap().ends_with(&format!("| Không áp dụng | {came}")), "{lines:#?}");
        let sums = lines.iter().find(|line| line.starts_with("Sở A | ") && line.split(" | ").count() == 9).unwrap();
        // Who asked that it does not apply was heard: nothing is other than claimed any more.
        let differs = usize::from(forms == OF_PARTS);
        assert_eq!(*sums, format!("Sở A | {differs} | 1 | 1 | 0 | 0 | 0 | 0 | 0"));
    }
}

/// What did not apply before the explanation, and does not after it, was kept.
#[test]
fn what_still_does_not_apply_was_kept() {
    let folder = campaign_of(PARTS, OF_PARTS);
    let head = "Đơn vị;Tiêu chí;Điểm thẩm định;Lần;Lý do;Áp dụng\n";
    folder.put("appraisal/lan-1.csv", format!("{head}so-a;2;;1;Ở nhờ;không\n"));
    let hand = "- put: { sheet: explanation, at: \"leaf:2 explained\", text: Có trụ sở riêng }\n";
    folder.explained("submissions/so-a.giai-trinh-1.xlsx", "so-a", &acts(hand)).unwrap();
    folder.put("appraisal/lan-2.csv", format!("{head}so-a;2;;2;Vẫn ở nhờ;không\n"));
    result(&folder);
    let lines = ranking(&folder, "Giải trình");
    assert!(lines.last().unwrap().ends_with("Giữ nguyên: Vẫn ở nhờ"), "{lines:#?}");
}

/// Where the council took back what was explained there is nothing to review.
#[test]
fn what_stands_as_claimed_waits_for_nobody() {
    let folder = campaign();
    folder.put("appraisal/lan-1.csv", table("so-a;3;;;1;1;Thiếu;;\n"));
    folder
        .explained(
            "submissions/so-a.giai-trinh-1.xlsx",
            "so-a",
            &acts("- put: { sheet: explanation, at: \"leaf:3 explained\", text: Đã đủ }\n"),
        )
        .unwrap();
    let came = |folder: &Folder| {
        let said = folder.run("run .");
        (ranking(folder, "Giải trình").pop().unwrap(), said.out + &said.err)
    };
    let (line, said) = came(&folder);
    assert!(line.ends_with("Chờ xem xét") && said.contains("1 đơn vị chờ xem xét"), "{line}\n{said}");
    folder.put("appraisal/lan-1.csv", table("so-a;1;;;3;1;Thiếu;;\n"));
    let (line, said) = came(&folder);
    assert!(line.ends_with("Điểm như đơn vị tự đánh giá, không phải xem xét"), "{line}");
    assert!(said.contains("0 đơn vị chờ xem xét"), "{said}");
    // Nor was anything kept.
    assert_eq!(sums(&folder), ["Sở A | 1 | 1 | 0 | 0 | 0 | 0 | 1 | 0"]);
}

/// Printed shares that miss 100 are explained wherever they print.
#[test]
fn shares_that_miss_100_are_explained_everywhere() {
    let folder = campaign();
    let units = "  - { id: so-b, name: Sở B, group: so }\n  - { id: so-c, name: Sở C, group: so }\n";
    folder.edit("campaign.yaml", "  - { id: so-b, name: Sở B, group: so }\n", units);
    folder.edit(
        "campaign.yaml",
        "set: nho }",
        "set: nho, grades: [ { from: 80, name: Tốt }, { from: 50, name: Khá }, { from: 0, name: Yếu } ] }",
    );
    let third = "- file: submissions/so-c.xlsx\n  unit: so-c\n  answers:\n    \"1\": { figures: { dung_han: \"10\", giai_quyet: \"100\" }, claimed: \"0.4\" }\n    \"2\": { figures: { sang_kien: \"1\" } }\n    \"3\": { figures: { cong_khai: Có }, claimed: \"2\" }\n";
    folder.put("forms.yaml", folder.text("forms.yaml") + third);
    folder.fill();
    result(&folder);
    let note = "Các tỷ lệ đã làm tròn cộng lại là 99,99%, do làm tròn từng tỷ lệ.";
    assert!(ranking(&folder, "Tóm tắt").iter().any(|line| line.contains(note)), "{:#?}", ranking(&folder, "Tóm tắt"));
    let report = crate::documents::dump(&std::fs::read(folder.path("reports/van-ban/bao-cao-ket-qua.docx")).unwrap());
    assert!(report.contains(note), "{report}");
}

/// Criteria that came out alike are achievements or shortcomings together.
#[test]
fn equal_results_stand_on_one_side() {
    let folder = Folder::base();
    let halves = [
        ("muc: cham }, claimed: \"1\"", "muc: kip_thoi }, claimed: \"2\""),
        ("dung_han: \"90\", da_giai_quyet: \"100\" }, claimed: \"1.8\"", "dung_han: \"75\", da_giai_quyet: \"100\" }, claimed: \"1.5\""),
        ("dung_han: \"80\", da_giai_quyet: \"100\" }, claimed: \"1.6\"", "dung_han: \"75\", da_giai_quyet: \"100\" }, claimed: \"1.5\""),
        ("ty_le: \"80\" }, claimed: \"1.6\"", "ty_le: \"75\" }, claimed: \"1.5\""),
        ("ty_le: \"70\" }, claimed: \"1.4\"", "ty_le: \"75\" }, claimed: \"1.5\""),
    ];
    for (from, to) in halves {
        folder.edit("forms.yaml", from, to);
    }
    folder.fill();
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,1.5,Đạt\nso-b,2,1.5,Đạt\n");
    folder.put("survey/dieu-tra.csv", "Đơn vị,Tiêu chí,Điểm\nso-a,3,1\nso-b,3,1\n");
    result(&folder);
    let page = Opened::new(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap()).text("Mạnh, yếu – Khối sở").join("\n");
    let (good, bad) = page.split_once("Tồn tại, hạn chế").unwrap();
    let at = |part: &str, id: &str| part.lines().any(|line| line.starts_with(&format!("{id} | ")));
    let sides: Vec<(bool, bool)> = ["1.1", "1.2", "1.3", "2", "3"].iter().map(|id| (at(good, id), at(bad, id))).collect();
    assert_eq!(sides, [(true, false), (true, false), (true, false), (true, false), (false, true)], "{page}");
}

/// Nobody is told of a survey that was not made, nor of points that nobody gave; a penalty has the council's reason.
#[test]
fn a_unit_is_told_what_there_is() {
    let folder = Folder::base();
    let set = folder.text("criteria/nho/set.yaml");
    let line = "adjustments:\n  - { id: P1, name: Kỷ luật, max: 2, sign: penalty, rule: { given: { by: council } } }\n";
    folder.put("criteria/nho/set.yaml", format!("{set}{line}")).fill();
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-b,P1,0.5,Báo nêu đúng\n");
    folder.edit("campaign.yaml", "official: accepted", "official: appraised_1");
    let lost = |folder: &Folder| {
        result(folder);
        Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).all_text().join("\n")
    };
    let told = lost(&folder);
    assert!(told.contains("Theo kết quả điều tra xã hội học"), "{told}");
    assert!(
        told.contains("Hội đồng thẩm định chưa chấm, tạm tính 0 điểm, không tính là điểm đơn vị bị mất")
            && told.contains("Điểm trừ: Báo nêu đúng"),
        "{told}"
    );
    std::fs::remove_dir_all(folder.path("survey")).unwrap();
    result(&folder);
    let letter = crate::documents::dump(&std::fs::read(folder.path("reports/van-ban/tra-ket-qua/so-b.docx")).unwrap());
    assert!(letter.contains("Chưa có kết quả điều tra xã hội học") && !letter.contains("Theo kết quả điều tra"), "{letter}");
}
