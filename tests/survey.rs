//! Tables of the survey in every shape: points, percentages, means, answers, ballots, groups, units across the top.

mod groups;

use std::sync::LazyLock;

use parindex::campaign::{self, Entering, Plan, Received, Table, WorkedOut};
use parindex::figure::UnitId;
use parindex::finding::Checked;
use parindex::points::RoundingMode;

use crate::folder::{Folder, drawn};

/// Criteria of every kind that a survey can score.
const SET: &str = r#"set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 40
criteria:
  - { id: "1", name: Chấm theo phiếu, max: 10, rule: { given: { by: survey } } }
  - id: "2"
    name: Chỉ số SIPAS
    max: 10
    inputs: [ { id: sipas, kind: percent, label: Chỉ số SIPAS } ]
    rule: { survey: { percent: sipas } }
  - id: "3"
    name: Điểm trung bình hai nhóm
    max: 10
    inputs:
      - { id: nguoi_dan, kind: points, label: Điểm trung bình của người dân }
      - { id: doanh_nghiep, kind: points, label: Điểm trung bình của doanh nghiệp }
    rule: { survey: { mean: { groups: [ { of: nguoi_dan, weight: 60% }, { of: doanh_nghiep, weight: 40% } ], zero_at: 1, full_at: 5 } } }
  - id: "4"
    name: Theo phương án
    max: 10
    inputs:
      - { id: a, kind: count, label: Rất hài lòng, measure: phiếu }
      - { id: b, kind: count, label: Hài lòng, measure: phiếu }
      - { id: c, kind: count, label: Không hài lòng, measure: phiếu }
    rule: { survey: { options: [ { of: a, weight: 100% }, { of: b, weight: 50% }, { of: c, weight: 0% } ] } }
"#;

/// A campaign with a survey alone.
fn plan() -> &'static Plan {
    static PLAN: LazyLock<Plan> = LazyLock::new(|| {
        let folder = Folder::empty();
        folder.put("criteria/nho/set.yaml", SET);
        folder.put(
            "campaign.yaml",
            "id: x\ntitle: Đợt thử\nyear: 2026\nofficial: accepted\ngroups:\n  - { id: xa, name: Khối xã, set: nho }\nunits:\n  - { id: xa-a, name: UBND xã Tân An, group: xa }\n  - { id: xa-b, name: UBND xã Tân Bình, group: xa }\n",
        );
        folder.plan()
    });
    &PLAN
}

/// Works a campaign out with one table, text or drawn.
pub fn work_out(plan: &Plan, kind: Table, table: &str) -> WorkedOut {
    let mut entering = Entering::new(plan);
    if table.contains('|') {
        entering.table(&drawn(table), "bang.xlsx", kind);
    } else {
        entering.table(table.as_bytes(), "bang.csv", kind);
    }
    let Checked { value: appraisal, findings } = entering.finish();
    campaign::work_out(Checked::clean(plan.clone()), Checked { value: Received { appraisal, ..Received::default() }, findings })
}

/// Lists the codes found in the table, each run of one once.
pub fn codes(worked: &WorkedOut) -> String {
    let found = worked.findings.iter().filter(|one| one.place.file.as_deref().is_some_and(|file| file.starts_with("bang.")));
    let mut codes: Vec<&str> = found.map(|one| one.code.id).filter(|code| *code != "A020").collect();
    codes.dedup();
    codes.join(" ")
}

/// Reads a table; gives the survey's points of the criteria asked for, unit by unit, and the codes found.
fn read(table: &str, ids: &[&str]) -> (String, String) {
    let worked = work_out(plan(), Table::Survey, table);
    let of_unit = |unit: &str| {
        let nodes = &worked.cards[&UnitId::new(unit)].nodes;
        let of = |id: &&str| {
            let node = nodes.iter().find(|node| node.id.as_str() == *id).unwrap();
            // What is printed is what counts.
            assert_eq!(node.stages.survey, node.official, "{table}");
            node.official.as_ref().map_or("–".into(), |points| points.fixed(2, RoundingMode::HalfUp))
        };
        ids.iter().map(of).collect::<Vec<_>>().join(" ")
    };
    (format!("{} | {}", of_unit("xa-a"), of_unit("xa-b")), codes(&worked))
}

/// Holds tables, each with what is read and found.
fn hold(ids: &[&str], table: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, points, codes)| {
            let (read, found) = read(text, ids);
            ((read.as_str(), found.as_str()) != (points, codes)).then(|| format!("{text}\n  read {read} found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_heading_of_points_gives_points() {
    let one = |heading: &str| format!("Đơn vị;Tiêu chí;{heading}\nxa-a;1;8,5\nTân Bình;1;7\n");
    for heading in [
        "Điểm",
        "Điểm điều tra",
        "Điểm khảo sát",
        "Điểm điều tra xã hội học",
        "ĐIỂM ĐTXHH",
        "Điểm XHH",
        "Kết quả điều tra (điểm)",
        "Kết quả (ĐVT: điểm)",
        "Kết quả khảo sát [điểm]",
        "Điểm điều tra XHH năm 2026",
        "Số điểm đạt được",
        "Điểm (tối đa 10)",
        "Điểm chính thức",
    ] {
        assert_eq!(read(&one(heading), &["1"]), ("8.50 | 7.00".into(), String::new()), "{heading}");
    }
    // Points of a sample of nobody are no points.
    let sampled = |size: &str| format!("Đơn vị;Tiêu chí;Điểm;Cỡ mẫu\nxa-a;1;8,5;{size}\n");
    for (size, points, code) in [("120", "8.50 | –", ""), ("", "8.50 | –", ""), ("0", "– | –", "A038"), ("nhiều", "– | –", "A038")]
    {
        assert_eq!(read(&sampled(size), &["1"]), (points.into(), code.into()), "{size}");
    }
}

/// Whoever answered for a result that does not count is not counted; the cure fits a row that says both points and result.
#[test]
fn a_result_that_does_not_count_has_no_sample() {
    let refused = "Đơn vị;Tiêu chí;Rất hài lòng;Hài lòng;Cỡ mẫu\nxa-a;4;10;10;20\n";
    let apart = "Đơn vị;Tiêu chí;Tỷ lệ (%);Điểm;Cỡ mẫu\nxa-a;2;80;7;50\n";
    let good = "Đơn vị;Tiêu chí;Tỷ lệ (%);Điểm;Cỡ mẫu\nxa-a;2;80;8;50\n";
    for (table, code, sample) in [(refused, "A045", None), (apart, "A003", None), (good, "", Some("50"))] {
        let worked = work_out(plan(), Table::Survey, table);
        assert_eq!(codes(&worked), code, "{table}");
        let mut written = Vec::new();
        parindex::record::write(&worked.results(), &mut written).unwrap();
        let record: serde_json::Value = serde_json::from_slice(&written).unwrap();
        let unit = record["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "xa-a").unwrap();
        let samples: Vec<_> = unit["criteria"].as_array().unwrap().iter().filter_map(|one| one["survey_sample"].as_str()).collect();
        assert_eq!(samples, sample.into_iter().collect::<Vec<_>>(), "{table}");
        if code == "A003" {
            let found = worked.findings.iter().find(|one| one.code.id == code).unwrap();
            assert_eq!(found.help.vi, "Sửa số nào sai, hoặc chỉ giữ một trong hai: điểm hoặc kết quả điều tra.");
        }
    }
}

/// A number is spelled as the reader of a language spells it.
#[test]
fn more_answers_than_asked_are_told_in_the_numbers_of_the_language() {
    let worked = work_out(plan(), Table::Survey, "Đơn vị;Tiêu chí;Rất hài lòng;Hài lòng;Cỡ mẫu\nxa-a;4;1000;300;1200\n");
    let found = worked.findings.iter().find(|one| one.code.id == "A039").unwrap();
    assert!(found.message.vi.contains("có tất cả 1.300 phiếu, nhiều hơn cỡ mẫu 1.200"), "{}", found.message.vi);
    assert!(found.message.en.contains("1300 questionnaires, more than the sample of 1200"), "{}", found.message.en);
}

#[test]
fn a_percentage_is_never_read_as_points() {
    let row = |heading: &str| format!("Đơn vị;Tiêu chí;{heading}\nxa-a;1;8,5\n");
    // The criterion takes points, the column says otherwise.
    for (heading, code) in [
        ("Tỷ lệ (%)", "A035"),
        ("Tỷ lệ hài lòng", "A035"),
        ("Kết quả (%)", "A035"),
        ("Tỉ lệ hài lòng (%)", "A035"),
        ("Mức độ hài lòng (%)", "A035"),
        ("Tỷ lệ điểm đạt (%)", "A035"),
        ("Điểm trung bình", "A035"),
        ("Điểm TB", "A035"),
        ("Số phiếu", "A035"),
        ("Kết quả điều tra", "A034"),
        ("Giá trị", "A034"),
        ("Chỉ số hài lòng", "A034"),
        ("Điều tra XHH", "A034"),
        ("Mức độ hài lòng", "A034"),
        ("Điểm (%)", "A034"),
        ("Điểm trung bình (%)", "A034"),
    ] {
        assert_eq!(read(&row(heading), &["1"]), ("– | –".into(), code.into()), "{heading}");
    }
    hold(
        &["1", "2"],
        &[
            // A cell shown as a percentage below “Điểm”.
            ("Đơn vị;Tiêu chí;Điểm\nxa-a;1;8,5%\n", "– – | – –", "S072"),
            ("Đơn vị;Tiêu chí;Điểm\nxa-a;2;85%\n", "– – | – –", "S072"),
            // The same figure for a criterion of percentages.
            ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;2;85\n", "– 8.50 | – –", ""),
            ("Đơn vị;Tiêu chí;Điểm\nxa-a;2;8,5\n", "– 8.50 | – –", ""),
            // Both, and they agree; and they don't.
            ("Đơn vị;Tiêu chí;Tỷ lệ (%);Điểm\nxa-a;2;85;8,5\n", "– 8.50 | – –", ""),
            ("Đơn vị;Tiêu chí;Tỷ lệ (%);Điểm\nxa-a;2;85;9\n", "– – | – –", "A003"),
            ("Đơn vị;Tiêu chí;Tỷ lệ (%);Điểm\nxa-a;1;85;8,5\n", "8.50 – | – –", ""),
            // Beside a column that is read, one of words is no result, and one of figures is told.
            ("Đơn vị;Tiêu chí;Điểm;Kết quả\nxa-a;1;8,5;Đạt\n", "8.50 – | – –", ""),
            ("Đơn vị;Tiêu chí;Điểm;Kết quả\nxa-a;1;8,5;85\n", "8.50 – | – –", "A034"),
            // A column of units of measure.
            ("Đơn vị;Tiêu chí;Kết quả;Đơn vị tính\nxa-a;1;8,5;điểm\nxa-a;2;85;%\n", "8.50 8.50 | – –", ""),
            ("Đơn vị;Tiêu chí;Kết quả;ĐVT\nxa-a;1;8,5;%\n", "– – | – –", "A035"),
        ],
    );
}

#[test]
fn percentages_feed_the_rule_that_asks_for_one() {
    hold(
        &["2"],
        &[
            ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;2;91,17\nxa-b;2;85\n", "9.12 | 8.50", ""),
            ("Đơn vị;Tiêu chí;Chỉ số SIPAS (%)\nxa-a;SIPAS;91,17\n", "– | –", "A002"),
            ("Đơn vị;Tiêu chí;Chỉ số SIPAS (%)\nxa-a;Chỉ số SIPAS;91,17%\n", "9.12 | –", ""),
            ("Đơn vị;Tiêu chí;Số liệu;Giá trị\nxa-a;2;sipas;91,17\n", "9.12 | –", ""),
            ("Đơn vị;Tiêu chí;Số liệu;Tỷ lệ (%)\nxa-a;2;Chỉ số SIPAS;91,17\n", "9.12 | –", ""),
            ("Đơn vị;Tiêu chí;Số liệu;Điểm\nxa-a;2;Chỉ số SIPAS;9,1\n", "– | –", "A035"),
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Tỷ lệ (%)\nxa-a;2;Chung;91,17\n", "9.12 | –", ""),
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Tỷ lệ (%)\nxa-a;2;Người dân;91,17\n", "– | –", "A036"),
            ("Đơn vị;Tiêu chí;Tỷ lệ (%);Cỡ mẫu\nxa-a;2;91,17;0\nxa-b;2;85;120\n", "– | 8.50", "A038"),
            ("Đơn vị;Tiêu chí;Số phiếu;Tỷ lệ (%)\nxa-a;2;200;91,17\n", "9.12 | –", ""),
            ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;2;120\n", "10.00 | –", "P004"),
            ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;2;-5\n", "– | –", "P002"),
            ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;2;91\nxa-a;2;92\n", "– | –", "A003"),
            // Rates of something else are not the result.
            ("Đơn vị;Tiêu chí;Tỷ lệ hài lòng và rất hài lòng (%)\nxa-a;2;91,17\n", "9.12 | –", ""),
            ("Đơn vị;Tiêu chí;Tỷ lệ rất hài lòng (%)\nxa-a;2;91,17\n", "– | –", "A036"),
            ("Đơn vị;Tiêu chí;Tỷ lệ (‰)\nxa-a;2;91,17\n", "– | –", "A034"),
            ("Đơn vị,Tiêu chí,Tỷ lệ hài lòng (%),Tỷ lệ không hài lòng (%)\nxa-a,2,85,15\n", "8.50 | –", ""),
            ("TỶ LỆ KHÔNG HÀI LÒNG NĂM 2026;;\nĐơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;2;15\n", "– | –", "A060"),
            ("Đơn vị tính: %;;\nĐơn vị;Tiêu chí;Điểm\nxa-a;2;8\n", "– | –", "A034"),
            ("Thang điểm 5;;\nĐơn vị;Tiêu chí;Điểm\nxa-a;2;4\n", "– | –", "A034"),
            ("TỶ LỆ HÀI LÒNG NĂM 2026;;\nĐơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;2;85\n", "8.50 | –", ""),
            ("Đơn vị;Tiêu chí;Tỷ lệ thu hồi phiếu (%);Tỷ lệ hài lòng (%)\nxa-a;2;50;91,17\n", "9.12 | –", ""),
        ],
    );
}

#[test]
fn means_are_those_of_the_groups_that_the_set_has() {
    hold(
        &["3"],
        &[
            // (4 × 60 % + 3,5 × 40 %) = 3,8 → (3,8 − 1) / 4 × 10 = 7.
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình\nxa-a;3;Người dân;4\nxa-a;3;Doanh nghiệp;3,5\n", "7.00 | –", ""),
            ("Đơn vị;Tiêu chí;Đối tượng khảo sát;Điểm TB;Cỡ mẫu\nxa-a;3;nguoi_dan;4;50\nxa-a;3;DOANH NGHIỆP;3,5;20\n", "7.00 | –", ""),
            ("Đơn vị;Tiêu chí;Điểm trung bình của người dân;Điểm trung bình của doanh nghiệp\nxa-a;3;4;3,5\n", "7.00 | –", ""),
            ("Đơn vị | Tiêu chí | Điểm trung bình | >\n | | Người dân | Doanh nghiệp\nxa-a | 3 | 4 | 3.5\n", "7.00 | –", ""),
            ("Đơn vị;Tiêu chí;Số liệu;Giá trị\nxa-a;3;nguoi_dan;4\nxa-a;3;doanh_nghiep;3,5\n", "7.00 | –", ""),
            // A group without answers is left out.
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình\nxa-a;3;Người dân;4\n", "7.50 | –", "A097"),
            ("Đơn vị;Tiêu chí;Nhóm;Điểm trung bình;Cỡ mẫu\nxa-a;3;Người dân;4;50\nxa-a;3;Doanh nghiệp;3,5;0\n", "7.50 | –", "A038"),
            // Two columns of groups must name the same; samples too.
            ("Đơn vị;Tiêu chí;Nhóm;Đối tượng khảo sát;Điểm trung bình\nxa-a;3;Người dân;người dân;4\n", "7.50 | –", "A097"),
            ("Đơn vị;Tiêu chí;Nhóm;Đối tượng khảo sát;Điểm trung bình\nxa-a;3;Người dân;Doanh nghiệp;4\n", "– | –", "A043"),
            ("Đơn vị;Tiêu chí;Đối tượng khảo sát;Nhóm;Điểm trung bình\nxa-a;3;Doanh nghiệp;Người dân;4\n", "– | –", "A043"),
            ("Đơn vị;Tiêu chí;Nhóm;Điểm trung bình;Cỡ mẫu;Số mẫu\nxa-a;3;Người dân;4;50;50\n", "7.50 | –", "A097"),
            ("Đơn vị;Tiêu chí;Nhóm;Điểm trung bình;Cỡ mẫu;Số mẫu\nxa-a;3;Người dân;4;50;5\n", "– | –", "A043"),
            // Groups that nobody declared, or none.
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình\nxa-a;3;Hợp tác xã;4\n", "– | –", "A036"),
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình\nxa-a;3;Người dân thành thị;4\n", "– | –", "A036"),
            ("Đơn vị;Tiêu chí;Điểm trung bình\nxa-a;3;4\n", "– | –", "A036"),
            // A scale that the heading names must be the set's.
            ("Đơn vị;Tiêu chí;Nhóm;Điểm trung bình (thang 5)\nxa-a;3;Người dân;4\n", "7.50 | –", "A097"),
            ("Đơn vị;Tiêu chí;Nhóm;Điểm trung bình (1-5)\nxa-a;3;Người dân;4\n", "7.50 | –", "A097"),
            ("Đơn vị;Tiêu chí;Nhóm;Điểm trung bình (thang 10)\nxa-a;3;Người dân;4\n", "– | –", "A035"),
            ("Đơn vị;Tiêu chí;Nhóm;Điểm trung bình (thang điểm 100)\nxa-a;3;Người dân;4\n", "– | –", "A035"),
            // Off the scale.
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình\nxa-a;3;Người dân;6\n", "– | –", "A039"),
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình\nxa-a;3;Người dân;0,5\n", "– | –", "A039"),
            // Weights of the table are compared with the set's.
            (
                "Đơn vị;Tiêu chí;Nhóm đối tượng;Trọng số;Điểm trung bình\nxa-a;3;Người dân;60%;4\nxa-a;3;Doanh nghiệp;0,4;3,5\n",
                "7.00 | –",
                "",
            ),
            (
                "Đơn vị;Tiêu chí;Nhóm đối tượng;Trọng số;Điểm trung bình\nxa-a;3;Người dân;50%;4\nxa-a;3;Doanh nghiệp;50%;3,5\n",
                "7.00 | –",
                "A040",
            ),
            // Other kinds of result.
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Tỷ lệ (%)\nxa-a;3;Người dân;80\n", "– | –", "A035"),
            ("Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm\nxa-a;3;Người dân;4\n", "– | –", "A035"),
        ],
    );
}

#[test]
fn answers_are_counted_with_the_weights_of_the_set() {
    hold(
        &["4"],
        &[
            // (10 × 100 % + 10 × 50 %) / 30 = 50 %.
            ("Đơn vị;Tiêu chí;Phương án;Số phiếu\nxa-a;4;Rất hài lòng;10\nxa-a;4;Hài lòng;10\nxa-a;4;Không hài lòng;10\n", "5.00 | –", ""),
            ("Đơn vị;Tiêu chí;Câu trả lời;Số lượt chọn\nxa-a;4;a;10\nxa-a;4;b;10\nxa-a;4;c;10\n", "5.00 | –", ""),
            ("Đơn vị;Tiêu chí;Rất hài lòng;Hài lòng;Không hài lòng\nxa-a;4;10;10;10\n", "5.00 | –", ""),
            ("ĐVT: phiếu\nĐơn vị;Tiêu chí;Rất hài lòng;Hài lòng;Không hài lòng\nxa-a;4;10;10;10\n", "5.00 | –", ""),
            ("Đơn vị;Tiêu chí;Phương án;Số phiếu;Cỡ mẫu\nxa-a;4;a;10;30\nxa-a;4;b;10;30\nxa-a;4;c;10;30\n", "5.00 | –", ""),
            ("Đơn vị;Tiêu chí;Phương án;Số phiếu;Cỡ mẫu\nxa-a;4;a;10;20\nxa-a;4;b;10;20\nxa-a;4;c;10;20\n", "– | –", "A039"),
            ("Đơn vị;Tiêu chí;Phương án;Lựa chọn;Số phiếu\nxa-a;4;a;b;10\n", "– | –", "A043"),
            // An answer that the set does not have would make the average better or worse.
            ("Đơn vị;Tiêu chí;Phương án;Số phiếu\nxa-a;4;a;10\nxa-a;4;b;10\nxa-a;4;c;10\nxa-a;4;Bình thường;5\n", "– | –", "A037"),
            ("Đơn vị;Tiêu chí;Phương án;Số phiếu\nxa-a;4;Rất hài lòng;10\n", "– | –", "A045"),
            ("Đơn vị;Tiêu chí;Phương án;Số phiếu\nxa-a;4;a;10\nxa-a;4;b;10\nxa-a;4;c;0\n", "7.50 | –", ""),
            ("Đơn vị;Tiêu chí;Rất hài lòng;Hài lòng\nxa-a;4;10;10\n", "– | –", "A045"),
            ("Đơn vị;Tiêu chí;Phương án;Số phiếu\nxa-a;4;a;0\nxa-a;4;b;0\nxa-a;4;c;0\n", "– | –", "A038"),
            ("Đơn vị;Tiêu chí;Phương án;Số phiếu\nxa-a;4;a;10,5\nxa-a;4;b;10\nxa-a;4;c;10\n", "– | –", "S042"),
            ("Đơn vị;Tiêu chí;Phương án;Nhóm đối tượng;Số phiếu\nxa-a;4;a;Người dân;10\n", "– | –", "A036"),
            ("Đơn vị;Tiêu chí;Phương án;Tỷ lệ (%)\nxa-a;4;a;50\n", "– | –", "A035"),
        ],
    );
}

#[test]
fn ballots_are_counted_one_by_one() {
    let ballots = |rows: &str| format!("Đơn vị;Tiêu chí;Mã phiếu;Phương án\n{rows}");
    let good = ballots("xa-a;4;P01;Rất hài lòng\nxa-a;4;P02;Hài lòng\nxa-a;4;P03;Không hài lòng\n");
    let (again, differs) = (format!("{good}xa-a;4;P03;c\n"), format!("{good}xa-a;4;P03;Hài lòng\n"));
    let unknown = format!("{good}xa-a;4;P04;Bình thường\n");
    let marks = "Đơn vị;Tiêu chí;Mã phiếu;Nhóm đối tượng;Điểm\nxa-a;3;1;Người dân;4\nxa-a;3;2;Người dân;5\nxa-a;3;3;Doanh nghiệp;3\n";
    let (no_group, off) = (marks.replace("Doanh nghiệp", "Khác"), marks.replace(";5\n", ";6\n"));
    hold(
        &["3", "4"],
        &[
            (&good, "– 5.00 | – –", ""),
            (&again, "– – | – –", "A041"),
            (&differs, "– – | – –", "A041"),
            (&unknown, "– – | – –", "A037"),
            // 4,5 × 60 % + 3 × 40 % = 3,9 → 7,25.
            (marks, "7.25 – | – –", ""),
            (&no_group, "– – | – –", "A036"),
            (&off, "– – | – –", "A039"),
            ("Đơn vị;Tiêu chí;Mã phiếu;Tỷ lệ (%)\nxa-a;2;1;80\n", "– – | – –", "A035"),
            // A ballot that says nothing is told, and is no ballot.
            (&format!("{good}xa-a;4;P04;\n"), "– 5.00 | – –", "A046"),
        ],
    );
}

#[test]
fn units_or_criteria_may_stand_across_the_top() {
    hold(
        &["1", "2"],
        &[
            ("BẢNG ĐIỂM ĐIỀU TRA\nSTT | Đơn vị | 1 | 2\n1 | xa-a | 8.5 | 9\n2 | Tân Bình | 7 | 6\n", "8.50 9.00 | 7.00 6.00", ""),
            ("Đơn vị | Điểm điều tra XHH | >\n | '1 | '2\nxa-a | 8.5 | 9\n", "8.50 9.00 | – –", ""),
            ("Đơn vị | 1 (điểm) | 2 (%)\nxa-a | 8.5 | 91.17\n", "8.50 9.12 | – –", ""),
            ("Đơn vị | Chấm theo phiếu (điểm) | Chỉ số SIPAS (%)\nxa-a | 8.5 | 91.17\n", "8.50 9.12 | – –", ""),
            ("Đơn vị | Điểm tiêu chí 1 | TC 2 (%)\nxa-a | 8.5 | 91.17\n", "8.50 9.12 | – –", ""),
            ("ĐVT: điểm\nTiêu chí | xa-a | UBND xã Tân Bình\n'1 | 8.5 | 7\n", "8.50 – | 7.00 –", ""),
            ("ĐVT: %\nTiêu chí | Tân An | Tân Bình\n'2 | 85 | 70\n", "– 8.50 | – 7.00", ""),
            // Nothing says in what.
            ("Đơn vị | 1 | 2\nxa-a | 8.5 | 9\n", "– – | – –", "A034"),
            ("Tiêu chí | xa-a | xa-b\n'1 | 8.5 | 7\n", "– – | – –", "A034"),
            ("ĐVT: %\nĐơn vị | 1 | 2\nxa-a | 8.5 | 91.17\n", "– 9.12 | – –", "A035"),
            // Sums over units are no unit.
            ("Đơn vị | 1 (điểm)\nxa-a | 8.5\nxa-b | 7\nGiá trị trung bình | 7.75\n", "8.50 – | 7.00 –", ""),
            // A table of one unit.
            ("Đơn vị: UBND xã Tân An\nTiêu chí | Điểm\n'1 | 8.5\n", "8.50 – | – –", ""),
            ("KẾT QUẢ ĐIỀU TRA CỦA UBND XÃ TÂN BÌNH\nTiêu chí | Điểm\n'1 | 8.5\n", "– – | 8.50 –", ""),
            ("== xa-a\nTiêu chí | Điểm\n'1 | 8.5\n== xa-b\nTiêu chí | Điểm\n'1 | 7\n", "8.50 – | 7.00 –", ""),
            ("Tiêu chí | Điểm\n'1 | 8.5\n", "– – | – –", "S070"),
        ],
    );
}

#[test]
fn who_gave_answers_that_do_not_count_is_not_counted() {
    let answered = |rows: &str| {
        let folder = Folder::empty();
        folder.put("criteria/nho/set.yaml", SET);
        folder.put(
            "campaign.yaml",
            "id: x\ntitle: Đợt thử\nyear: 2026\nofficial: accepted\ngroups:\n  - { id: xa, name: Khối xã, set: nho }\nunits:\n  - { id: xa-a, name: UBND xã Tân An, group: xa }\n  - { id: xa-b, name: UBND xã Tân Bình, group: xa }\n",
        );
        folder.put("survey/phieu.csv", format!("Đơn vị;Tiêu chí;Phương án;Số phiếu\n{rows}"));
        crate::appraisal::result(&folder);
        let page =
            crate::form::Opened::new(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap()).texts("Điều tra XHH").join("\n");
        page.lines().skip_while(|line| !line.starts_with("4. Theo phương án")).nth(1).unwrap_or_default().to_owned()
    };
    let whole = "Tân An;4;Rất hài lòng;10\nTân An;4;Hài lòng;5\nTân An;4;Không hài lòng;5\n";
    assert_eq!(answered(whole), "20");
    // An answer that is missing, a number that is none, an answer that nobody asked for.
    for refused in [
        "Tân Bình;4;Rất hài lòng;10\n",
        "Tân Bình;4;Rất hài lòng;5,5\nTân Bình;4;Hài lòng;1\nTân Bình;4;Không hài lòng;1\n",
        "Tân Bình;4;Rất hài lòng;10\nTân Bình;4;Tạm được;5\n",
    ] {
        assert_eq!(answered(&format!("{whole}{refused}")), "20", "{refused}");
    }
    assert_eq!(answered(&format!("{whole}{}", whole.replace("Tân An", "Tân Bình"))), "40");
}

/// What the survey found may go by steps: on a percentage, or on a mean.
#[test]
fn steps_take_the_percentage_or_the_mean_that_the_survey_found() {
    let set = "
set: nho
title: Bộ có mức theo điều tra
status: model
total: 4
criteria:
  - id: \"1\"
    name: Hài lòng
    max: 2
    inputs:
      - { id: hai_long, kind: percent, label: Tỷ lệ hài lòng }
    rule: { survey: { steps: { of: hai_long, steps: [ { from: 90%, points: 2 }, { from: 80%, below: 90%, points: 1 }, { below: 80%, points: 0 } ] } } }
  - id: \"2\"
    name: Điểm trung bình
    max: 2
    inputs:
      - { id: tb, kind: points, label: Điểm trung bình của phiếu }
    rule: { survey: { steps: { of: tb, steps: [ { from: 4, points: 2 } ], otherwise: 0 } } }
";
    let folder = Folder::empty();
    folder.put("criteria/nho/set.yaml", set);
    folder.put(
        "campaign.yaml",
        "id: x\ntitle: Đợt thử\nyear: 2026\nofficial: accepted\ngroups:\n  - { id: xa, name: Khối xã, set: nho }\nunits:\n  - { id: xa-a, name: UBND xã Tân An, group: xa }\n  - { id: xa-b, name: UBND xã Tân Bình, group: xa }\n",
    );
    let plan = folder.plan();
    for (table, id, points, found) in [
        ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;1;90\nxa-b;1;89,9\n", "1", "2 1", ""),
        ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;1;79\nxa-b;1;100\n", "1", "0 2", ""),
        ("Đơn vị;Tiêu chí;Điểm trung bình\nxa-a;2;4\nxa-b;2;3,9\n", "2", "2 0", ""),
        // A result of another kind is none.
        ("Đơn vị;Tiêu chí;Điểm trung bình\nxa-a;1;4\nxa-b;1;3\n", "1", "– –", "A035"),
        ("Đơn vị;Tiêu chí;Tỷ lệ (%)\nxa-a;2;90\nxa-b;2;80\n", "2", "– –", "A035"),
    ] {
        let worked = work_out(&plan, Table::Survey, table);
        let of = |unit: &str| {
            let node = worked.cards[&UnitId::new(unit)].nodes.iter().find(|node| node.id.as_str() == id).unwrap().clone();
            node.stages.survey.map_or("–".into(), |points| points.plain())
        };
        assert_eq!((format!("{} {}", of("xa-a"), of("xa-b")).as_str(), codes(&worked).as_str()), (points, found), "{table}");
    }
}
