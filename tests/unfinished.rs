//! What papers say while the council is not done: what is provisional and why, which step points come from, whose results are missing,
//! whom a proposal passes over.

use crate::appraisal::{campaign, campaign_of, result, table};
use crate::documents::dump;
use crate::folder::{Folder, golden};
use crate::form::Opened;
use crate::intake::raw::unzip;

/// Reads a document of a run.
fn document(folder: &Folder, name: &str) -> String {
    dump(&std::fs::read(folder.path(&format!("reports/van-ban/{name}.docx"))).unwrap())
}

/// Reads what stands above the first page of a document.
fn head(folder: &Folder, name: &str) -> String {
    let parts = unzip(&std::fs::read(folder.path(&format!("reports/van-ban/{name}.docx"))).unwrap());
    let (_, header) = parts.iter().find(|(name, _)| name == "word/header2.xml").unwrap();
    let header = String::from_utf8_lossy(header).into_owned();
    header.split("<w:t").skip(1).filter_map(|run| Some(run.split_once('>')?.1.split_once('<')?.0.to_owned())).collect()
}

/// Gives the texts of a sheet of the ranking workbook, with a bar between cells.
fn sheet(folder: &Folder, file: &str, name: &str) -> String {
    Opened::new(std::fs::read(folder.path(&format!("reports/{file}.xlsx"))).unwrap()).texts(name).join("|")
}

/// Adds an award for one unit.
fn with_award(folder: &Folder, award: &str) {
    folder.edit("campaign.yaml", "\nunits:", &format!("\nawards: [ {{ id: co, name: Cờ, quota: 1{award} }} ]\nunits:"));
}

/// Appraises every leaf of both units in a round.
fn all_of(round: u8) -> String {
    let lines = [("so-a", "1", "3"), ("so-a", "2", "4"), ("so-a", "3", "2"), ("so-b", "1", "3.6"), ("so-b", "2", "2"), ("so-b", "3", "0")];
    lines.map(|(unit, leaf, points)| format!("{unit};{leaf};;;{points};{round};x;;\n")).concat()
}

/// Where nobody has appraised anything every paper says so at its head, and the report submits nothing yet.
#[test]
fn every_paper_says_that_nothing_was_appraised_yet() {
    let folder = campaign();
    with_award(&folder, "");
    let said = folder.run("run .").out;
    assert!(said.contains("Thẩm định lần 1: chưa có kết quả.") && !said.contains("đã có kết quả"), "{said}");
    let report = document(&folder, "bao-cao-ket-qua");
    let source = "Chưa có kết quả của bước “Thẩm định lần 2” và của các bước thẩm định trước; điểm là điểm tự chấm được công nhận.";
    assert!(report.contains(source), "{report}");
    assert!(report.contains("Chưa trình công bố kết quả, khen thưởng: chưa có kết quả thẩm định."), "{report}");
    for words in ["được xác định theo bước", "dự thảo Quyết định", "Tờ trình"] {
        assert!(!report.contains(words), "{words} in\n{report}");
    }
    let mark = "BẢN TẠM TÍNH: chưa có kết quả thẩm định; điểm là điểm tự chấm được công nhận";
    for name in ["bao-cao-ket-qua", "tra-ket-qua/so-a", "to-trinh-khen-thuong"] {
        assert_eq!(head(&folder, name), mark, "{name}");
    }
    assert_eq!(head(&folder, "du-thao-quyet-dinh"), format!("DỰ THẢO – {mark}"));
    for (file, name) in [
        ("bao-cao-xep-hang", "Tóm tắt"),
        ("bao-cao-xep-hang", "Trình ký"),
        ("de-xuat-khen-thuong", "Danh sách đề nghị"),
        ("don-vi/so-a", "Kết quả"),
    ] {
        let words = sheet(&folder, file, name);
        assert!(words.contains(mark) && !words.contains("được xác định theo bước"), "{name}: {words}");
    }
    // Where points that were accepted are official, nothing waits for the council.
    folder.edit("campaign.yaml", "official: appraised_2", "official: accepted");
    result(&folder);
    assert_eq!(head(&folder, "du-thao-quyet-dinh"), "DỰ THẢO");
    assert_eq!(head(&folder, "bao-cao-ket-qua"), "");
    assert!(document(&folder, "bao-cao-ket-qua").contains("Điểm chính thức được xác định theo bước “Được công nhận”."));
}

/// Papers are written from the first round on, and say how far the council came until nothing is left.
#[test]
fn papers_say_how_far_the_council_came() {
    let folder = campaign();
    with_award(&folder, "");
    let said = |rows: &str| {
        folder.put("appraisal/bang.csv", table(rows));
        result(&folder);
        let report = document(&folder, "bao-cao-ket-qua");
        let source = report.lines().find(|line| line.contains("bước “Thẩm định lần 2”")).unwrap_or_default().to_owned();
        let heads = ["bao-cao-ket-qua", "to-trinh-khen-thuong", "tra-ket-qua/so-b"].map(|name| head(&folder, name));
        assert!(heads.iter().all(|words| *words == heads[0]), "{heads:?}");
        assert_eq!(head(&folder, "du-thao-quyet-dinh"), format!("DỰ THẢO – {}", heads[0]).trim_end_matches([' ', '–']));
        (heads[0].clone(), source.trim_start_matches("BodyText: - ").to_owned())
    };
    assert_eq!(
        said(&all_of(1)),
        (
            "BẢN TẠM TÍNH: chưa có kết quả Thẩm định lần 2; điểm là điểm Thẩm định lần 1".to_owned(),
            "Chưa có kết quả của bước “Thẩm định lần 2”; điểm là điểm của bước “Thẩm định lần 1”, ở tiêu chí chưa thẩm định là điểm của bước trước.".to_owned()
        )
    );
    // Appraisers type what they find otherwise: silence agrees.
    assert_eq!(
        said("so-a;1;;;3;1;x;;\nso-b;3;;;0;2;x;;\n"),
        (
            String::new(),
            "Điểm chính thức được xác định theo bước “Thẩm định lần 2”: đã thẩm định 2/6 lượt tiêu chí; các lượt còn lại giữ điểm của bước trước, nếu có.".to_owned()
        )
    );
    // A second round looks at what is disputed; what it says nothing of stands.
    let whole = (String::new(), "Điểm chính thức được xác định theo bước “Thẩm định lần 2”.".to_owned());
    assert_eq!(said(&(all_of(1) + "so-b;1;;;3.5;2;x;;\n")), whole);
    assert_eq!(said(&all_of(2)), whole);
}

/// A unit is done once all of its lines are, and agencies of which nothing came are named.
#[test]
fn a_run_says_how_many_units_are_done_and_which_agencies_are_not() {
    let folder = campaign();
    let agencies =
        "agencies:\n  - { id: stp, name: Sở Tư pháp, criteria: [\"1\"] }\n  - { id: vp, name: Văn phòng UBND tỉnh, criteria: [\"2\"] }\n";
    folder.edit("campaign.yaml", "groups:", &format!("office: Sở Nội vụ\n{agencies}groups:"));
    let said = |rows: &str| {
        folder.put("appraisal/bang.csv", table(rows));
        let said = folder.run("run .").out;
        let line = |text: &str| text.lines().filter(|line| line.contains("Thẩm định lần")).map(str::to_owned).collect::<Vec<_>>();
        let (told, report) = (line(&said), document(&folder, "bao-cao-ket-qua"));
        assert!(told.iter().all(|line| report.contains(line.as_str())), "{told:?}\n{report}");
        told
    };
    assert_eq!(
        said("so-a;1;;;3;1;x;;\nso-b;1;;;3.6;1;x;;\n"),
        [
            "Thẩm định lần 1: đã thẩm định 2/6 lượt tiêu chí của 2 đơn vị; thẩm định đủ mọi tiêu chí ở 0/2 đơn vị; chưa có kết quả của: Sở Nội vụ, Văn phòng UBND tỉnh."
        ]
    );
    assert_eq!(
        said("so-a;1;;;3;1;x;;\nso-a;2;;;4;1;x;;\nso-a;3;;;2;1;x;;\n"),
        ["Thẩm định lần 1: đã thẩm định 3/6 lượt tiêu chí của 1 đơn vị; thẩm định đủ mọi tiêu chí ở 1/2 đơn vị."]
    );
    // An agency that spoke once is not waited for in a later round, whatever it left as it was.
    let some = "so-a;1;;;3;1;x;;\nso-a;2;;;4;1;x;;\nso-a;3;;;2;1;x;;\nso-b;1;;;3.5;2;x;;\n";
    assert_eq!(
        said(some)[1],
        "Thẩm định lần 2: đã thẩm định 1 lượt tiêu chí của 1 đơn vị; tính cả các lần trước, thẩm định đủ mọi tiêu chí ở 1/2 đơn vị."
    );
    assert_eq!(
        said(&(all_of(1) + "so-b;1;;;3.5;2;x;;\n")),
        [
            "Thẩm định lần 1: đã thẩm định 6/6 lượt tiêu chí của 2 đơn vị; thẩm định đủ mọi tiêu chí ở 2/2 đơn vị.",
            "Thẩm định lần 2: đã thẩm định 1 lượt tiêu chí của 1 đơn vị; tính cả các lần trước, thẩm định đủ mọi tiêu chí ở 2/2 đơn vị."
        ]
    );
}

const BY_COUNCIL: &str = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 10
criteria:
  - id: \"1\"
    name: Kế hoạch
    max: 6
    criteria:
      - { id: \"1.1\", name: Ban hành, max: 4, rule: { given: { by: unit } } }
      - { id: \"1.2\", name: Thực hiện, max: 2, rule: { given: { by: unit } } }
  - id: \"2\"
    name: Thể chế
    max: 4
    criteria:
      - { id: \"2.1\", name: Chất lượng văn bản, max: 3, rule: { given: { by: council } } }
      - { id: \"2.2\", name: Rà soát, max: 1, rule: { given: { by: unit } } }
";

const FOR_COUNCIL: &str = "- { file: submissions/so-a.xlsx, unit: so-a, answers: { \"1.1\": { claimed: \"3\" }, \"1.2\": { claimed: \"2\" }, \"2.2\": { claimed: \"1\" } } }
- { file: submissions/so-b.xlsx, unit: so-b, answers: { \"1.1\": { claimed: \"2\" }, \"1.2\": { claimed: \"2\" }, \"2.2\": { claimed: \"1\" } } }
";

/// What the council alone scores and has not scored is said first, is nobody's loss and makes nothing the weakest.
#[test]
fn what_the_council_has_not_scored_is_nobodys_loss() {
    let folder = campaign_of(BY_COUNCIL, FOR_COUNCIL);
    let rows = ["so-a;1.1;;;3", "so-a;1.2;;;2", "so-a;2.2;;;1", "so-b;1.1;;;2", "so-b;1.2;;;2", "so-b;2.2;;;1"]
        .map(|line| format!("{line};2;x;;\n"))
        .concat();
    folder.put("appraisal/bang.csv", table(&rows));
    result(&folder);
    assert_eq!(head(&folder, "bao-cao-ket-qua"), "BẢN TẠM TÍNH: 2 lượt tiêu chí hội đồng thẩm định chưa chấm, tạm tính 0 điểm");
    let told = "2 lượt tiêu chí hội đồng thẩm định chưa chấm, tạm tính 0 điểm: 2.1.";
    let report = document(&folder, "bao-cao-ket-qua");
    assert!(report.contains(told) && !report.contains("Tiêu chí 2.1 “"), "{report}");
    assert!(report.contains("Sở A (tạm tính)"), "{report}");
    let mark = "(tạm tính): còn tiêu chí hội đồng thẩm định chưa chấm, tạm tính 0 điểm.";
    assert!(document(&folder, "du-thao-quyet-dinh").contains(mark));
    let glance = sheet(&folder, "bao-cao-xep-hang", "Tóm tắt");
    assert!(glance.contains(&format!("Cần lưu ý|Hội đồng chưa chấm|{told}")), "{glance}");
    // Area 2 has 25 %, of which nobody knows anything; area 1, with 75 %, is not the weakest of one either.
    assert!(glance.contains("Hội đồng chưa chấm hết"), "{glance}");
    let own = sheet(&folder, "don-vi/so-b", "Kết quả");
    assert!(own.contains("Kết quả tạm tính: hội đồng thẩm định chưa chấm tiêu chí 2.1, tạm tính 0 điểm."), "{own}");
    let aside = "Hội đồng thẩm định chưa chấm, tạm tính 0 điểm, không tính là điểm đơn vị bị mất (điểm tối đa trong ngoặc): 2.1 (3).";
    assert!(own.contains(aside) && own.contains("chưa kể điểm của tiêu chí hội đồng thẩm định chưa chấm: 2.1."), "{own}");
    assert!(!own.contains("2.1|Chất lượng văn bản|3|"), "{own}");
    let letter = document(&folder, "tra-ket-qua/so-b");
    assert!(letter.contains(aside) && !letter.contains("| 2.1 | Chất lượng văn bản"), "{letter}");
    // Points of 0 are points: the unit lost them.
    folder.put("appraisal/bang.csv", table(&(rows + "so-a;2.1;;;3;2;x;;\nso-b;2.1;;;0;2;x;;\n")));
    result(&folder);
    assert_eq!(head(&folder, "bao-cao-ket-qua"), "");
    let report = document(&folder, "bao-cao-ket-qua");
    assert!(report.contains("Tiêu chí 2.1 “Chất lượng văn bản”") && !report.contains("tạm tính"), "{report}");
    let letter = document(&folder, "tra-ket-qua/so-b");
    assert!(letter.contains("| 2.1 | Chất lượng văn bản") && !letter.contains("chưa chấm"), "{letter}");
}

/// Where units send no self-assessment, nobody is said to have sent one.
#[test]
fn nobody_has_sent_what_is_not_collected() {
    let set = BY_COUNCIL.replace("by: unit", "by: council");
    let folder = campaign_of(&set, "[]");
    let rows = ["1.1", "1.2", "2.1", "2.2"].map(|leaf| format!("so-a;{leaf};;;1;2;x;;\nso-b;{leaf};;;1;2;x;;\n")).concat();
    folder.put("appraisal/bang.csv", table(&rows));
    let said = folder.run("run .").out;
    let told = "Đợt này không thu báo cáo tự đánh giá; điểm lấy từ kết quả thẩm định và điều tra xã hội học (nếu có).";
    let report = document(&folder, "bao-cao-ket-qua");
    for words in [&said, &report, &sheet(&folder, "bao-cao-xep-hang", "Tóm tắt")] {
        assert!(!words.contains("gửi báo cáo tự đánh giá"), "{words}");
    }
    assert!(said.contains(told) && report.contains(told), "{said}\n{report}");
    assert!(report.contains("| Khối sở | 2 | – | 2 |"), "{report}");
}

/// A group without units is not in the papers, and what holds of all units stands under no group.
#[test]
fn a_group_without_units_is_not_mentioned() {
    let folder = Folder::base();
    let groups = folder.text("campaign.yaml");
    let set = groups.lines().find_map(|line| line.split_once("set: ")).unwrap().1.trim_end_matches([' ', '}', ']']).to_owned();
    let set = set.split([',', ' ']).next().unwrap();
    folder.edit(
        "campaign.yaml",
        "groups:",
        &format!("reports: {{ threshold: 99.5 }}\ngroups:\n  - {{ id: doc, name: Cơ quan ngành dọc, set: {set} }}"),
    );
    let said = folder.run("run .").out;
    let report = document(&folder, "bao-cao-ket-qua");
    for words in [&said, &report, &sheet(&folder, "bao-cao-xep-hang", "Tóm tắt")] {
        assert!(!words.contains("ngành dọc"), "{words}");
    }
    let after = report.split_once("2. Tồn tại, hạn chế").unwrap().1;
    let lines: Vec<&str> = after.lines().skip(1).take(2).collect();
    assert_eq!(lines[0], "BodyText: Chung:", "{after}");
    assert!(lines[1].contains("đơn vị có chỉ số dưới 99,5%"), "{after}");
}

/// A request names whom it passes over, and why: who is first and is not proposed has a reason that the council reads.
#[test]
fn a_request_names_whom_it_passes_over() {
    let passed = |folder: &Folder, award: &str| {
        with_award(folder, award);
        result(folder);
        let request = document(folder, "to-trinh-khen-thuong");
        let heading = "Đơn vị xếp trước hoặc đủ điều kiện nhưng không được đề nghị:";
        let below = request.split_once(heading).map_or("", |(_, below)| below);
        let lines = below.lines().filter_map(|line| line.strip_prefix("BodyText: - ")).map(str::to_owned).collect::<Vec<_>>();
        (lines, request)
    };
    let folder = Folder::base();
    assert_eq!(passed(&folder, "").0, ["Đủ điều kiện, vượt chỉ tiêu: Sở B (hạng 2/2)."]);
    let (lines, request) = passed(&Folder::base(), ", excluded: [ { unit: so-a, reason: có cán bộ bị kỷ luật } ]");
    assert!(lines.is_empty() && request.contains("; không xét Sở A (lý do: có cán bộ bị kỷ luật); "), "{request}");
    // Who misses a condition and stands before somebody proposed is named; who stands behind is not.
    let folder = Folder::base();
    folder.edit("campaign.yaml", "id: so-a,", "id: so-a, flags: [ky-luat],");
    folder.edit("campaign.yaml", "\nunits:", "\nflags: [ { id: ky-luat, name: bị kỷ luật } ]\nunits:");
    let (lines, request) = passed(&folder, ", conditions: [ { what: flag, none_of: [ky-luat] } ]");
    assert_eq!(lines.len(), 1, "{request}");
    assert!(lines[0].starts_with("Sở A (hạng 1/2): không đạt điều kiện: thuộc diện “bị kỷ luật”"), "{lines:?}");
    let (lines, request) = passed(&Folder::base(), ", conditions: [ { what: index, at_least: 80 } ]");
    assert!(lines.is_empty(), "{request}");
    // A result that waits for the figure of a penalty.
    let folder = campaign();
    folder.edit("forms.yaml", "    \"3\": { figures: { cong_khai: Có }, claimed: \"2\" }\n", "").fill();
    folder.edit("campaign.yaml", "official: appraised_2", "official: accepted");
    let (lines, request) = passed(&folder, "");
    assert_eq!(lines, ["Sở A (hạng 1/2): chưa xét: kết quả còn tạm tính, chờ số liệu điểm trừ."], "{request}");
}

/// An agency of which nothing came leaves the official round open; once each has spoken, what it said nothing of stands.
#[test]
fn a_silent_agency_keeps_results_provisional() {
    let folder = campaign();
    folder.edit("campaign.yaml", "groups:", "office: Sở Nội vụ\nagencies:\n  - { id: stp, name: Sở Tư pháp, criteria: [\"1\"] }\ngroups:");
    let heads = |rows: &str| {
        folder.put("appraisal/bang.csv", table(rows));
        result(&folder);
        head(&folder, "du-thao-quyet-dinh")
    };
    assert_eq!(heads("so-a;2;;;3;2;x;;\n"), "DỰ THẢO – BẢN TẠM TÍNH: mới thẩm định 1/6 lượt tiêu chí; chưa có kết quả của: Sở Tư pháp");
    assert_eq!(heads("so-a;1;;;3;1;x;;\nso-a;2;;;3;2;x;;\n"), "DỰ THẢO");
}

/// Once the last of several rounds is done nobody is reminded, and no letter asks for explanations; until then both stay.
#[test]
fn nobody_is_reminded_or_asked_to_explain_once_all_is_final() {
    let folder = campaign();
    let declared = folder.text("campaign.yaml");
    folder.put("campaign.yaml", declared.clone() + "  - { id: so-c, name: Sở C, group: so }\n");
    let no_reminder = "Không lập công văn đôn đốc: đợt đánh giá đã có kết quả cuối cùng, không nhận thêm báo cáo tự đánh giá.";
    let asks = "Trường hợp có ý kiến khác, đề nghị gửi văn bản giải trình";
    let is_final =
        "Kết quả trên là kết quả cuối cùng của đợt đánh giá (bước “Thẩm định lần 2”), làm căn cứ công bố Chỉ số cải cách hành chính.";
    let told = |rows: &str| {
        folder.put("appraisal/bang.csv", table(rows));
        let said = folder.run("run .").out;
        let letter = document(&folder, "tra-ket-qua/so-a");
        let reminds = folder.path("reports/van-ban/cong-van-don-doc.docx").exists();
        assert_ne!(reminds, said.contains(no_reminder), "{said}");
        let only_round = folder.text("campaign.yaml").contains("official: appraised_1");
        assert_eq!(said.contains("Vẫn lập công văn đôn đốc"), only_round, "{said}");
        (reminds, letter.contains(asks), letter.contains(is_final))
    };
    assert_eq!(told(""), (true, true, false));
    golden("cong-van-don-doc.txt", &document(&folder, "cong-van-don-doc"));
    assert_eq!(told(&all_of(1)), (true, true, false));
    assert_eq!(told(&(all_of(1) + "so-b;1;;;3.5;2;x;;\n")), (false, false, true));
    let line = sheet(&folder, "ket-qua-kiem-tra", "Tiến độ, đôn đốc");
    assert!(line.contains("Đợt đánh giá đã có kết quả cuối cùng; không đôn đốc gửi báo cáo nữa."), "{line}");
    // In the only round who is late may still be appraised, unless it is locked.
    folder.edit("campaign.yaml", "official: appraised_2", "official: appraised_1");
    assert!(told(&all_of(1)).0);
    let asked = "Vẫn lập công văn đôn đốc: chưa rõ lần thẩm định duy nhất đã kết thúc hay chưa.";
    assert!(folder.run("run .").out.contains(asked));
    // A round that is to come may change something.
    folder.edit("campaign.yaml", "official: appraised_1", "official: appraised_2\nrounds: [ { id: 1 }, { id: 2 }, { id: 3 } ]");
    assert_eq!(told(&(all_of(1) + "so-b;1;;;3.5;2;x;;\n")), (true, true, false));
}

/// Conditions are said as an office would: without a limit of nothing, in points, and what a unit must not be flagged with once.
#[test]
fn conditions_are_said_as_an_office_would() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "\nunits:", "\nflags: [ { id: ky-luat, name: bị kỷ luật } ]\nunits:");
    let asks = "{ what: open_errors, at_most: 0 }, { what: over_claim_positive, at_most: 10 }, { what: flag, none_of: [ky-luat] }";
    with_award(&folder, &format!(", conditions: [ {asks} ]"));
    for (lang, asked, reasons) in [
        (
            "vi",
            "không còn lỗi chưa khắc phục; tổng điểm tự chấm cao hơn kết quả công nhận không quá 10 điểm; không thuộc diện “bị kỷ luật”",
            "Đạt điều kiện không còn lỗi chưa khắc phục: 0 lỗi.\n\
             Đạt điều kiện tổng điểm tự chấm cao hơn kết quả công nhận không quá 10 điểm: 0,00.\nKhông thuộc diện “bị kỷ luật”.\n",
        ),
        (
            "en",
            "no open errors; over-claim of 10 points at most; not flagged “bị kỷ luật”",
            "Condition met: no open errors (0).\nCondition met: over-claim of 10 points at most (0.00).\nNot flagged “bị kỷ luật”.\n",
        ),
    ] {
        folder.run(&format!("run . -q --lang {lang}"));
        let request = document(&folder, "to-trinh-khen-thuong");
        assert!(request.contains(asked), "{request}");
        let page = sheet(&folder, "de-xuat-khen-thuong", "1. Cờ");
        assert!(page.contains(reasons), "{page}");
    }
}

/// An award without further conditions is within reach of everybody: ten units beyond its quota are named, the others counted.
#[test]
fn a_request_names_ten_units_beyond_the_quota_at_most() {
    let folder = Folder::base();
    with_award(&folder, "");
    let of_each = |line: &dyn Fn(usize) -> String| (1..=11).map(line).collect::<Vec<_>>().concat();
    let units = of_each(&|n| format!("\n  - {{ id: u{n:02}, name: Ban {n:02}, group: so }}"));
    let forms = of_each(&|n| {
        let rate = 60 - n;
        format!("- {{ file: submissions/u{n:02}.xlsx, unit: u{n:02}, answers: {{ \"1.3\": {{ figures: {{ ty_le: \"{rate}\" }} }} }} }}\n")
    });
    folder.edit("campaign.yaml", "name: Sở B, group: so }", &format!("name: Sở B, group: so }}{units}"));
    for (file, more) in [
        ("appraisal/tham-dinh.csv", of_each(&|n| format!("u{n:02},2,1,Đạt\n"))),
        ("survey/dieu-tra.csv", of_each(&|n| format!("u{n:02},3,1\n"))),
        ("forms.yaml", forms),
    ] {
        folder.put(file, folder.text(file) + &more);
    }
    folder.fill();
    folder.run("run . -q");
    let request = document(&folder, "to-trinh-khen-thuong");
    let (_, beyond) = request.split_once("Đủ điều kiện, vượt chỉ tiêu: ").unwrap_or_else(|| panic!("{request}"));
    let named = (1..=9).map(|n| format!(", Ban {n:02} (hạng {}/13)", n + 2)).collect::<Vec<_>>().concat();
    let more = " và 2 đơn vị khác (lý do của từng đơn vị: bảng xét kèm danh sách đề nghị).";
    assert!(beyond.starts_with(&format!("Sở B (hạng 2/13){named}{more}")), "{request}");
}

/// Criteria that a condition or an order only numbers are named once; where groups call them otherwise, by group.
#[test]
fn criteria_that_awards_look_at_are_named() {
    let folder = Folder::base();
    with_award(
        &folder,
        ", conditions: [ { what: criterion_points, id: \"1.2\", at_least: 1 }, { what: not_zero, ids: [\"1.2\", \"3\"] } ]",
    );
    for (lang, named) in [
        ("vi", "Trong đó tiêu chí 1.2 là “Hồ sơ đúng hạn”; tiêu chí 3 là “Tác động”."),
        ("en", "Here, criterion 1.2 is “Hồ sơ đúng hạn”; criterion 3 is “Tác động”."),
    ] {
        folder.run(&format!("run . -q --lang {lang}"));
        for said in [document(&folder, "to-trinh-khen-thuong"), sheet(&folder, "de-xuat-khen-thuong", "1. Cờ")] {
            assert!(said.contains(named), "{said}");
        }
    }
    let other =
        folder.text("criteria/nho/set.yaml").replace("set: nho", "set: khac").replace("name: Hồ sơ đúng hạn", "name: Hồ sơ trễ hạn");
    folder.put("criteria/khac/set.yaml", other);
    folder.edit("campaign.yaml", "set: nho }", "set: nho }\n  - { id: huyen, name: Khối huyện, set: khac }");
    folder.edit("campaign.yaml", "name: Sở B, group: so }", "name: Sở B, group: so }\n  - { id: h, name: Huyện H, group: huyen }");
    folder.run("run . -q");
    let named = "Trong đó tiêu chí 1.2 là “Hồ sơ đúng hạn” (Khối sở), “Hồ sơ trễ hạn” (Khối huyện); tiêu chí 3 là “Tác động”.";
    assert!(document(&folder, "to-trinh-khen-thuong").contains(named));
}

/// The council that advises is the one of whoever decides, and the report is submitted to whom it is addressed to.
#[test]
fn papers_name_the_council_of_whoever_decides() {
    for (authority, council, to) in [
        ("UBND tỉnh Long An", "Hội đồng Thi đua - Khen thưởng tỉnh", "UBND tỉnh Long An"),
        ("UBND thành phố Huế", "Hội đồng Thi đua - Khen thưởng thành phố", "UBND thành phố Huế"),
        ("Bộ Tài chính", "Hội đồng Thi đua - Khen thưởng", "Bộ Tài chính"),
    ] {
        let folder = Folder::base();
        with_award(&folder, "");
        folder.edit("campaign.yaml", "year: 2026", &format!("year: 2026\nauthority: {authority}\noffice: Sở Nội vụ"));
        result(&folder);
        let (request, report) = (document(&folder, "to-trinh-khen-thuong"), document(&folder, "bao-cao-ket-qua"));
        assert!(request.contains(&format!("To: Kính gửi: {council}.\n")), "{request}");
        assert!(report.contains(&format!("Đề nghị {council} xem xét")), "{report}");
        assert!(report.contains(&format!("To: Kính gửi: {to}.\n")), "{report}");
        assert!(report.contains(&format!("Sở Nội vụ kính báo cáo {to} xem xét, chỉ đạo./.")), "{report}");
        let list = sheet(&folder, "de-xuat-khen-thuong", "Danh sách đề nghị");
        assert!(list.contains(&format!("; {council} xem xét, trình ")), "{list}");
    }
}

/// Who is proposed for two awards is one collective, proposed twice: both are said where either is.
#[test]
fn collectives_and_proposals_are_both_counted() {
    let folder = Folder::base();
    let awards = "\nawards: [ { id: co, name: Cờ, quota: 1 }, { id: bang, name: Bằng khen, quota: 2 } ]\nunits:";
    folder.edit("campaign.yaml", "\nunits:", awards);
    result(&folder);
    assert!(document(&folder, "bao-cao-ket-qua").contains("quyết định khen thưởng 2 tập thể (3 lượt đề nghị) (kèm theo Tờ trình)"));
    assert!(sheet(&folder, "bao-cao-xep-hang", "Tóm tắt").contains("3 lượt đề nghị khen thưởng (2 tập thể)."));
}
