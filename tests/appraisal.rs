//! The council's tables: points, corrected figures, and who has the last word where appraisers differ.

use serde_json::Value;

use crate::folder::Folder;

const SET: &str = r#"set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 10
criteria:
  - id: "1"
    name: Hồ sơ đúng hạn
    max: 4
    inputs:
      - { id: dung_han, kind: count, label: Số hồ sơ đúng hạn }
      - { id: giai_quyet, kind: count, label: Số hồ sơ đã giải quyết }
    rule: { ratio: { of: dung_han, to: giai_quyet, when_nothing: not_applicable } }
  - id: "2"
    name: Sáng kiến
    max: 4
    inputs: [ { id: sang_kien, kind: count, label: Số sáng kiến } ]
    rule: { relative: { of: sang_kien } }
  - id: "3"
    name: Công khai
    max: 2
    inputs: [ { id: cong_khai, kind: yes_no, label: Đã công khai } ]
    rule: { yes_no: { all: [cong_khai], met: 2, unmet: 0, unmet_penalty: 0.5 } }
"#;

const CAMPAIGN: &str = "id: x
title: Đợt thử
year: 2026
official: appraised_2
groups: [ { id: so, name: Khối sở, set: nho } ]
units:
  - { id: so-a, name: Sở A, group: so }
  - { id: so-b, name: Sở B, group: so }
";

const FORMS: &str = r#"- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    "1": { figures: { dung_han: "80", giai_quyet: "100" }, claimed: "3.2" }
    "2": { figures: { sang_kien: "10" } }
    "3": { figures: { cong_khai: Có }, claimed: "2" }
- file: submissions/so-b.xlsx
  unit: so-b
  answers:
    "1": { figures: { dung_han: "90", giai_quyet: "100" }, claimed: "3.6" }
    "2": { figures: { sang_kien: "5" } }
    "3": { figures: { cong_khai: Không }, claimed: "0" }
"#;

/// Makes the campaign with filled forms.
pub fn campaign() -> Folder {
    campaign_of(SET, FORMS)
}

/// Makes a campaign of the same two units for another set.
pub fn campaign_of(set: &str, forms: &str) -> Folder {
    let folder = Folder::empty();
    folder.put("criteria/nho/set.yaml", set).put("campaign.yaml", CAMPAIGN).put("forms.yaml", forms);
    folder.fill();
    folder
}

/// Reads what a run came to.
pub fn result(folder: &Folder) -> Value {
    let said = folder.run("run . -q");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    serde_json::from_str(&folder.text("reports/result.json")).unwrap()
}

/// Says of both units what counts of every leaf, the points, and which codes of the council's tables were found.
pub fn stands(result: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    let units = result["groups"][0]["units"].as_array().unwrap();
    let of = |id: &str| {
        let unit = units.iter().find(|unit| unit["id"] == id).unwrap();
        let leaves = unit["criteria"].as_array().unwrap().iter().map(|leaf| text(&leaf["official"]));
        format!("{} = {}", leaves.collect::<Vec<_>>().join(" "), text(&unit["points"]))
    };
    let mut codes: Vec<String> = result["findings"].as_array().unwrap().iter().map(|one| text(&one["code"])).collect();
    codes.retain(|code| code.starts_with('A') && code != "A020");
    codes.dedup();
    format!("{} | {} {}", of("so-a"), of("so-b"), codes.join(" ")).trim_end().to_owned()
}

/// Compares what stands after each table with what is right.
#[track_caller]
fn hold(lines: &[(&str, &str, &str)]) {
    let folder = campaign();
    for (what, table, expected) in lines {
        folder.put("appraisal/bang.csv", table);
        assert_eq!(stands(&result(&folder)), *expected, "{what}\n{table}");
    }
}

const HEAD: &str = "Đơn vị;Tiêu chí;Số liệu;Giá trị thẩm định;Điểm thẩm định;Lần;Lý do;Người thẩm định;Chốt\n";

/// Draws a table of the council.
pub fn table(rows: &str) -> String {
    format!("{HEAD}{rows}")
}

#[test]
fn what_the_office_typed_wrongly_is_no_task_of_a_unit() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;3;;;9;1;x;;\nso-b;3;;;một điểm;1;x;;\nso-b;1;dung_han;-5;;1;x;;\n"));
    let said = folder.run("run .");
    assert!(said.out.contains("A004") || said.err.contains("A004"), "{}{}", said.out, said.err);
    assert!(!(said.out.clone() + &said.err).contains("Còn lỗi phải khắc phục"), "{}{}", said.out, said.err);
    // The unit's own mistake is.
    folder.edit("forms.yaml", "claimed: \"2\"", "claimed: \"9\"").fill();
    let said = folder.run("run .");
    assert!((said.out.clone() + &said.err).contains("Còn lỗi phải khắc phục: 1 đơn vị (Sở A)"), "{}{}", said.out, said.err);
}

#[test]
fn papers_say_how_much_of_a_round_is_there() {
    let folder = campaign();
    folder.edit("campaign.yaml", "official: appraised_2", "official: appraised_1\nreports: { published: [scores] }");
    let said = |rows: &str| {
        folder.put("appraisal/bang.csv", table(rows));
        result(&folder);
        let book = crate::report::open(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
        let papers = ["Xếp hạng – Khối sở", "Trình ký", "Công bố điểm – Khối sở"];
        papers.map(|name| {
            crate::report::sheet(&book, name)
                .iter()
                .flatten()
                .map(crate::report::word)
                .filter_map(|word| Some(word.split_once("/6 lượt tiêu chí")?.0.rsplit(' ').next()?.to_owned()))
                .collect::<Vec<_>>()
        })
    };
    // What was refused was not appraised.
    assert_eq!(said("so-a;1;;;3;1;x;;\nso-b;3;;;9;1;y;;\n"), [["1"], ["1"], ["1"]]);
    let all: String = ["so-a", "so-b"].iter().flat_map(|unit| [1, 2, 3].map(|leaf| format!("{unit};{leaf};;;1;1;x;;\n"))).collect();
    assert_eq!(said(&all), [Vec::<String>::new(), Vec::new(), Vec::new()]);
}

/// What changes since others got other figures has them as its cause; penalties beside a leaf have rows of their own.
#[test]
fn the_history_has_comparisons_and_penalties() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;2;sang_kien;5;;1;trùng lặp;;\nso-b;3;cong_khai;Có;;1;đã kiểm tra;;\n"));
    result(&folder);
    let report = crate::samples::dump(&folder.path("reports/ket-qua-kiem-tra.xlsx"));
    let cause = "Tiêu chí so với đơn vị cao nhất của khối; số liệu của “Sở A” thay đổi | appraisal/bang.csv";
    let lines: Vec<&str> = report.lines().filter(|line| line.contains(" | Sở B | ")).collect();
    assert!(
        lines.iter().any(|line| line.contains(&format!(" | Sở B | 2 | Sáng kiến | Thẩm định lần 1 | 2 | 4 | 2 | {cause}"))),
        "{lines:#?}"
    );
    let beside = " | Sở B | 3 | Công khai (điểm trừ kèm theo) | Thẩm định lần 1 | -0.5 | 0 | 0.5 | đã kiểm tra | appraisal/bang.csv";
    assert!(lines.iter().any(|line| line.contains(beside)), "{lines:#?}");
    let said = folder.run("why . so-b 3");
    assert!(said.out.contains("Thẩm định lần 1, điểm trừ kèm theo: 0,50 → 0,00 (đã kiểm tra · appraisal/bang.csv"), "{}", said.out);
    let said = folder.run("why . so-b 2");
    let said = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("2,00 → 4,00 (Tiêu chí so với đơn vị cao nhất của khối; số liệu của “Sở A” thay đổi · "), "{said}");
    folder.explained("giai-trinh.xlsx", "so-b", &[]).unwrap();
    let asked = crate::samples::dump(&folder.path("giai-trinh.xlsx"));
    assert!(!asked.contains("(chưa ghi lý do)") && asked.contains("số liệu của “Sở A” thay đổi"), "{asked}");
    // The same cause stands beside what the unit answers.
    let act = serde_saphyr::from_str("- put: { sheet: explanation, at: \"leaf:2 explained\", text: Đồng ý }").unwrap();
    let act: Vec<crate::intake::hand::Act> = act;
    folder.explained("submissions/giai-trinh.xlsx", "so-b", &act).unwrap();
    result(&folder);
    let answered = crate::samples::dump(&folder.path("reports/bao-cao-xep-hang.xlsx"));
    let line = answered.lines().find(|line| line.contains("Đồng ý")).unwrap();
    assert!(line.contains("Tiêu chí so với đơn vị cao nhất của khối; số liệu của “Sở A” thay đổi | Đồng ý"), "{line}");
}

#[test]
fn points_follow_from_corrected_figures() {
    let nothing = "3.20 4.00 2.00 = 9.20 | 3.60 2.00 0.00 = 5.10";
    hold(&[
        ("nothing", &table(""), &format!("{nothing} S070").replace(" S070", "")),
        ("a count", &table("so-a;1;dung_han;60;;1;sai sót;;\n"), "2.40 4.00 2.00 = 8.40 | 3.60 2.00 0.00 = 5.10"),
        ("by label", &table("so-a;1;Số hồ sơ đúng hạn;60;;1;sai sót;;\n"), "2.40 4.00 2.00 = 8.40 | 3.60 2.00 0.00 = 5.10"),
        (
            "both figures",
            &table("so-a;1;dung_han;45;;1;x;;\nso-a;1;giai_quyet;60;;1;x;;\n"),
            "3.00 4.00 2.00 = 9.00 | 3.60 2.00 0.00 = 5.10",
        ),
        // A later round starts from what the earlier one left.
        ("two rounds", &table("so-a;1;dung_han;45;;1;x;;\nso-a;1;giai_quyet;60;;2;x;;\n"), "3.00 4.00 2.00 = 9.00 | 3.60 2.00 0.00 = 5.10"),
        // The best of the group falls, and everybody's points with it.
        ("the best", &table("so-a;2;sang_kien;5;;1;trùng lặp;;\n"), "3.20 4.00 2.00 = 9.20 | 3.60 4.00 0.00 = 7.10"),
        ("not the best", &table("so-b;2;sang_kien;2;;1;trùng lặp;;\n"), "3.20 4.00 2.00 = 9.20 | 3.60 0.80 0.00 = 3.90"),
        // The whole value counts, the penalty included; points typed let it lapse.
        ("a penalty", &table("so-a;3;cong_khai;Không;;1;x;;\n"), "3.20 4.00 0.00 = 6.70 | 3.60 2.00 0.00 = 5.10"),
        ("a penalty that goes", &table("so-b;3;cong_khai;Có;;1;x;;\n"), "3.20 4.00 2.00 = 9.20 | 3.60 2.00 2.00 = 7.60 A048"),
        ("points", &table("so-b;3;;;0;1;x;;\n"), "3.20 4.00 2.00 = 9.20 | 3.60 2.00 0.00 = 5.60"),
        // Nothing arose: it does not apply; and the other way round.
        ("0 of 0", &table("so-a;1;dung_han;0;;1;x;;\nso-a;1;giai_quyet;0;;1;x;;\n"), "– 4.00 2.00 = 6.00 | 3.60 2.00 0.00 = 5.10"),
        (
            "0 of 0 behind points",
            &table("so-a;1;;;2;1;x;;\nso-a;1;dung_han;0;;2;x;;\nso-a;1;giai_quyet;0;;2;x;;\n"),
            "– 4.00 2.00 = 6.00 | 3.60 2.00 0.00 = 5.10",
        ),
        (
            "points behind 0 of 0",
            &table("so-a;1;;;2;2;x;;\nso-a;1;dung_han;0;;1;x;;\nso-a;1;giai_quyet;0;;1;x;;\n"),
            "2.00 4.00 2.00 = 8.00 | 3.60 2.00 0.00 = 5.10",
        ),
        ("more than claimed", &table("so-a;1;dung_han;95;;1;x;;\n"), "3.80 4.00 2.00 = 9.80 | 3.60 2.00 0.00 = 5.10 A048"),
    ]);
}

#[test]
fn another_units_correction_gives_nothing_back_and_overrules_nobody() {
    let folder = campaign();
    let leaf = |rows: &str| {
        folder.put("appraisal/bang.csv", table(rows));
        let result = result(&folder);
        let of = |id: &str| {
            let unit = result["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == id).unwrap();
            unit["criteria"][1]["official"].as_str().unwrap_or("–").to_owned()
        };
        format!("{} {}", of("so-a"), of("so-b"))
    };
    let withheld = |share: &str| {
        let rule = "    rule: { relative: { of: sang_kien } }\n";
        let set = SET.replacen(rule, &format!("{rule}    evidence: {{ required: true }}\n"), 1);
        let set = set.replacen("criteria:\n", &format!("withhold: [ {{ finding: E001, share: {share} }} ]\ncriteria:\n"), 1);
        folder.put("criteria/nho/set.yaml", set);
        folder.fill();
    };
    let (fewer, later) = ("so-a;2;sang_kien;8;;1;x;;\n", "so-a;2;sang_kien;8;;2;x;;\n");
    // Nobody names evidence. Whose figure the council corrected has its word for it; the other has not.
    withheld("100%");
    assert_eq!(["", fewer].map(leaf), ["0.00 0.00", "4.00 0.00"]);
    withheld("50%");
    assert_eq!(["", fewer].map(leaf), ["2.00 1.00", "4.00 1.25"]);
    // Once the council has corrected a unit's own figure, a later comparison goes on from there.
    assert_eq!(leaf(&format!("so-b;2;sang_kien;4;;1;x;;\n{later}")), "4.00 2.00");
    // Points typed for a unit stand, before and behind the correction of another.
    assert_eq!(leaf(&format!("so-b;2;;;1,7;1;x;;\n{later}")), "4.00 1.70");
    assert_eq!(leaf(&format!("so-b;2;;;1,7;2;x;;\n{fewer}")), "4.00 1.70");
    assert_eq!(leaf(&format!("so-b;2;;;1,7;1;x;;\n{fewer}")), "4.00 1.70");
    // Points that can't count stand in nobody's way.
    assert_eq!(leaf(&format!("so-b;2;;;7;1;x;;\n{later}")), "4.00 1.25");
}

#[test]
fn a_penalty_is_above_its_claim_only_where_it_is_less() {
    let folder = Folder::empty();
    let line = "adjustments:\n  - id: T1\n    sign: penalty\n    name: Văn bản chậm\n    max: 2\n    inputs: [ { id: cham, kind: count, label: Số văn bản chậm } ]\n    rule: { count: { of: cham, each: 0.5 } }\n";
    let forms =
        FORMS.replacen("- file: submissions/so-b", "    T1: { figures: { cham: \"2\" }, claimed: \"1\" }\n- file: submissions/so-b", 1);
    folder.put("criteria/nho/set.yaml", format!("{SET}{line}")).put("campaign.yaml", CAMPAIGN).put("forms.yaml", &forms);
    folder.fill();
    let found = |late: &str| {
        folder.put("appraisal/bang.csv", table(&format!("so-a;T1;cham;{late};;1;x;;\n")));
        stands(&result(&folder)).rsplit_once('|').unwrap().1.contains("A048")
    };
    assert_eq!([found("3"), found("2"), found("1")], [false, false, true]);
}

#[test]
fn points_and_figures_of_one_round_must_agree() {
    let nothing = "3.20 4.00 2.00 = 9.20 | 3.60 2.00 0.00 = 5.10";
    let corrected = "2.40 4.00 2.00 = 8.40 | 3.60 2.00 0.00 = 5.10";
    hold(&[
        ("they do", &table("so-a;1;dung_han;60;2,4;1;x;;\n"), corrected),
        ("they don't", &table("so-a;1;dung_han;60;2,5;1;x;;\n"), &format!("{nothing} A047")),
        ("in two lines", &table("so-a;1;dung_han;60;;1;x;;\nso-a;1;;;3;1;x;;\n"), &format!("{nothing} A047")),
        // Points of a later round stand above figures of an earlier one, and figures above points.
        ("points later", &table("so-a;1;dung_han;60;;1;x;;\nso-a;1;;;3;2;x;;\n"), "3.00 4.00 2.00 = 9.00 | 3.60 2.00 0.00 = 5.10"),
        ("figures later", &table("so-a;1;dung_han;60;;2;x;;\nso-a;1;;;3;1;x;;\n"), corrected),
        // What can't be read is not typed.
        ("no figure", &table("so-a;1;dung_han;khoảng 60;;1;x;;\n"), nothing),
        ("an unknown figure", &table("so-a;1;dung_hen;60;;1;x;;\n"), &format!("{nothing} A010")),
        ("no reason", &table("so-a;1;dung_han;60;;1;;;\n"), &format!("{corrected} A049")),
        ("no reason for points", &table("so-a;1;;;2,4;1;;;\n"), &format!("{corrected} A049")),
        ("no reason is asked where nothing changes", &table("so-a;1;;;3,2;1;;;\n"), nothing),
        ("or where there is no column", "Đơn vị;Tiêu chí;Điểm\nso-a;1;2,4\n", corrected),
    ]);
}

#[test]
fn what_does_not_apply_has_neither_points_nor_figures() {
    let nothing = "3.20 4.00 2.00 = 9.20 | 3.60 2.00 0.00 = 5.10";
    let head = "Đơn vị;Tiêu chí;Số liệu;Giá trị thẩm định;Điểm thẩm định;Lần;Lý do;Áp dụng\n";
    let rows = |rows: &str| format!("{head}{rows}");
    hold(&[
        ("out", &rows("so-a;1;;;;1;x;không\n"), "– 4.00 2.00 = 6.00 | 3.60 2.00 0.00 = 5.10"),
        ("out, and points", &rows("so-a;1;;;2;1;x;không\n"), &format!("{nothing} A021")),
        ("out, and a figure", &rows("so-a;1;dung_han;60;;1;x;\nso-a;1;;;;1;x;không\n"), &format!("{nothing} A021")),
        ("on one line", &rows("so-a;1;dung_han;60;;1;x;không\n"), &format!("{nothing} A021")),
        // A round that contradicts itself leaves no figure behind for the next one.
        (
            "figures later",
            &rows("so-a;1;dung_han;60;;1;x;\nso-a;1;;;;1;x;không\nso-a;1;giai_quyet;160;;2;x;\n"),
            "2.00 4.00 2.00 = 8.00 | 3.60 2.00 0.00 = 5.10 A021",
        ),
        ("out later", &rows("so-a;1;dung_han;60;;1;x;\nso-a;1;;;;2;x;không\n"), "– 4.00 2.00 = 6.00 | 3.60 2.00 0.00 = 5.10"),
        // Figures on which nothing arose, and points beside them: one of the two is a mistake, unless it is said to apply.
        (
            "points beside 0 of 0",
            &rows("so-a;1;dung_han;0;;1;x;\nso-a;1;giai_quyet;0;;1;x;\nso-a;1;;;2;1;x;\n"),
            &format!("{nothing} A047"),
        ),
        (
            "points beside 0 of 0 that applies",
            &rows("so-a;1;dung_han;0;;1;x;\nso-a;1;giai_quyet;0;;1;x;\nso-a;1;;;2;1;x;có\n"),
            "2.00 4.00 2.00 = 8.00 | 3.60 2.00 0.00 = 5.10",
        ),
        // Points bring back what was out: that is a change, whatever they are.
        ("points behind out", &rows("so-a;1;;;;1;x;không\nso-a;1;;;3,2;2;x;\n"), nothing),
        ("the same without a reason", &rows("so-a;1;;;;1;x;không\nso-a;1;;;3,2;2;;\n"), &format!("{nothing} A049")),
        ("of another leaf", &rows("so-a;1;dung_han;60;;1;x;\nso-a;3;;;;1;x;không\n"), "2.40 4.00 – = 6.40 | 3.60 2.00 0.00 = 5.10"),
        // So do points that disagree with the figures.
        (
            "disputed figures",
            &rows("so-a;1;dung_han;60;3;1;x;\nso-a;1;giai_quyet;160;;2;x;\n"),
            "2.00 4.00 2.00 = 8.00 | 3.60 2.00 0.00 = 5.10 A047",
        ),
        ("no reason", &rows("so-a;1;;;;1;;không\n"), "– 4.00 2.00 = 6.00 | 3.60 2.00 0.00 = 5.10 A049"),
        ("no reason where nothing changes", &rows("so-a;1;;;;1;;có\n"), nothing),
    ]);
    let folder = campaign();
    let told = |table: &str| {
        folder.put("appraisal/bang.csv", table);
        let run = result(&folder);
        let found = run["findings"].as_array().unwrap().iter().filter(|one| one["code"].as_str().unwrap().starts_with("A0"));
        found.map(|one| one["message"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        told(&rows("so-a;1;dung_han;60;;1;x;không\n")),
        ["Tiêu chí “1” vừa ghi không áp dụng vừa có số liệu thẩm định trong cùng một lần thẩm định; cả hai chưa được tính."]
    );
    assert_eq!(told(&rows("so-a;1;;;;1;;không\n")), ["Tiêu chí “1” được xác định không áp dụng nhưng chưa ghi lý do."]);
    assert_eq!(
        told(&rows("so-a;1;;;;1;x;không\nso-a;1;;;3,2;2;;\n")),
        ["Tiêu chí “1” trước đó không áp dụng, nay được thẩm định “3,2” điểm, nhưng chưa ghi lý do."]
    );
    assert_eq!(
        told(&rows("so-a;1;dung_han;0;;1;x;\nso-a;1;giai_quyet;0;;1;x;\nso-a;1;;;2;1;x;\n")),
        [
            "Tiêu chí “1” được thẩm định “2” điểm, nhưng theo số liệu thẩm định thì tiêu chí không áp dụng (không phát sinh); chưa tính số nào."
        ]
    );
    // What was read as claimed is no more than what counts; points above it are something to be explained.
    assert_eq!(
        told(&rows("so-a;1;;;3,5;1;x;\nso-b;1;;;3,6;1;x;\n")),
        ["Tiêu chí “1” được thẩm định 3,50 điểm, có lợi hơn tự chấm “3,2”; được tính theo điểm thẩm định."]
    );
    // A figure that can't be is told as what it is, not as one that is missing.
    let negative = told(&rows("so-a;1;dung_han;-3;;1;x;\n"));
    assert_eq!(negative, [""; 0]);
}

#[test]
fn of_appraisers_who_differ_none_counts_until_one_is_marked() {
    let nothing = "3.20 4.00 2.00 = 9.20 | 3.60 2.00 0.00 = 5.10";
    let (one, other) = ("2.40 4.00 2.00 = 8.40 | 3.60 2.00 0.00 = 5.10", "2.80 4.00 2.00 = 8.80 | 3.60 2.00 0.00 = 5.10");
    hold(&[
        ("they agree", &table("so-a;1;;;2,4;1;x;An;\nso-a;1;;;2,4;1;x;Bình;\n"), one),
        ("they differ", &table("so-a;1;;;2,4;1;x;An;\nso-a;1;;;2,8;1;x;Bình;\n"), &format!("{nothing} A003")),
        ("one is marked", &table("so-a;1;;;2,4;1;x;An;\nso-a;1;;;2,8;1;x;Bình;x\n"), &format!("{other} A078")),
        ("the first is", &table("so-a;1;;;2,4;1;x;An;X\nso-a;1;;;2,8;1;x;Bình;\n"), &format!("{one} A078")),
        ("both are", &table("so-a;1;;;2,4;1;x;An;x\nso-a;1;;;2,8;1;x;Bình;x\n"), &format!("{nothing} A003")),
        ("of three", &table("so-a;1;;;2,4;1;x;An;\nso-a;1;;;3;1;x;Chi;\nso-a;1;;;2,8;1;x;Bình;x\n"), &format!("{other} A078")),
        ("figures differ", &table("so-a;1;dung_han;60;;1;x;An;\nso-a;1;dung_han;70;;1;x;Bình;\n"), &format!("{nothing} A003")),
        ("one figure is marked", &table("so-a;1;dung_han;60;;1;x;An;\nso-a;1;dung_han;70;;1;x;Bình;x\n"), &format!("{other} A078")),
        // Each corrects another figure of the leaf: together they would be nobody's result.
        ("other figures", &table("so-a;1;dung_han;60;;1;x;An;\nso-a;1;giai_quyet;90;;1;x;Bình;\n"), &format!("{nothing} A003")),
        (
            "one figure of two",
            &table("so-a;1;dung_han;60;;1;x;An;\nso-a;1;dung_han;60;;1;x;Bình;\nso-a;1;giai_quyet;90;;1;x;Bình;\n"),
            &format!("{nothing} A003"),
        ),
        ("other figures, one marked", &table("so-a;1;giai_quyet;90;;1;x;An;\nso-a;1;dung_han;70;;1;x;Bình;x\n"), &format!("{other} A078")),
        // A mark takes the whole verdict, and what others say of the leaf goes with them.
        ("points against figures", &table("so-a;1;;;3;1;x;An;\nso-a;1;dung_han;70;;1;x;Bình;\n"), &format!("{nothing} A047")),
        ("points against marked figures", &table("so-a;1;;;3;1;x;An;\nso-a;1;dung_han;70;;1;x;Bình;x\n"), &format!("{other} A078")),
        ("marked points against figures", &table("so-a;1;;;2,4;1;x;An;x\nso-a;1;dung_han;70;;1;x;Bình;\n"), &format!("{one} A078")),
        // A word that marks nothing.
        ("no mark", &table("so-a;1;;;2,4;1;x;An;\nso-a;1;;;2,8;1;x;Bình;?\n"), &format!("{nothing} A003")),
    ]);
    // Each in a file of his own.
    let folder = campaign();
    folder.put("appraisal/an.csv", table("so-a;1;;;2,4;1;x;An;\n")).put("appraisal/binh.csv", table("so-a;1;;;2,8;1;x;Bình;\n"));
    let found = result(&folder);
    assert_eq!(stands(&found), format!("{nothing} A003"));
    let told = found["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A003").unwrap();
    assert_eq!(
        told["message"],
        "Tiêu chí “1” của “Sở A” có các điểm khác nhau: “2,4” (An, appraisal/an.csv, dòng 2), “2,8” (Bình, appraisal/binh.csv, dòng 2); chưa tính điểm nào."
    );
    folder.put("appraisal/binh.csv", table("so-a;1;;;2,8;1;x;Bình;x\n"));
    let marked = result(&folder);
    assert_eq!(stands(&marked), format!("{other} A078"));
    let told = marked["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A078").unwrap();
    assert_eq!(
        told["message"],
        "Tiêu chí “1” của “Sở A” tính theo dòng đánh dấu chốt: “2,8” (Bình, appraisal/binh.csv, dòng 2); không tính kết quả khác: “2,4” (An, appraisal/an.csv, dòng 2)."
    );
    // Two files without names are two verdicts.
    folder.put("appraisal/an.csv", table("so-a;1;dung_han;60;;1;x;;\n")).put("appraisal/binh.csv", table("so-a;1;giai_quyet;90;;1;x;;\n"));
    let found = result(&folder);
    assert_eq!(stands(&found), format!("{nothing} A003"));
    let told = found["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A003").unwrap();
    assert_eq!(
        told["message"],
        "Tiêu chí “1” của “Sở A” được thẩm định trên các số liệu khác nhau: Số hồ sơ đúng hạn “60” (appraisal/an.csv); Số hồ sơ đã giải quyết “90” (appraisal/binh.csv); chưa tính số nào."
    );
}

#[test]
fn why_says_which_figure_was_corrected() {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;1;dung_han;60;;1;20 hồ sơ tính hai lần;;\n"));
    let said = folder.run("why . so-a 1").out;
    let line = "Thẩm định lần 1: “Số hồ sơ đúng hạn” được xác định là “60” (đơn vị kê khai “80”): “20 hồ sơ tính hai lần”";
    assert!(said.replace('\n', " ").split_whitespace().collect::<Vec<_>>().join(" ").contains(line), "{said}");
    let json: Value = serde_json::from_str(&folder.run("why . so-a 1 --format json").out).unwrap();
    assert!(json.to_string().contains(r#""corrected":"60""#), "{json:#}");
}
