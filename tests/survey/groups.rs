//! Groups of respondents with their weights, each with its own percentage or its own ballots.

use std::sync::LazyLock;

use parindex::campaign::{Plan, Table};
use parindex::figure::UnitId;
use parindex::points::RoundingMode;

use super::{codes, work_out};
use crate::folder::Folder;
use crate::rules::{Leaf, check, leaf};

/// Percentages of two groups, ballots of two groups, one group asked each way; answers are called the same in every group.
const SET: &str = r#"set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 30
criteria:
  - id: "1"
    name: Tỷ lệ hài lòng
    max: 10
    inputs:
      - { id: dan, kind: percent, label: Tỷ lệ hài lòng của người dân }
      - { id: dn, kind: percent, label: Tỷ lệ hài lòng của doanh nghiệp }
    rule: { survey: { groups: [ { name: Người dân, weight: 60%, percent: dan }, { name: Doanh nghiệp, weight: 40%, percent: dn } ] } }
  - id: "2"
    name: Phiếu đánh giá
    max: 10
    inputs:
      - { id: ld_tot, kind: count, label: Tốt, measure: phiếu }
      - { id: ld_kha, kind: count, label: Khá, measure: phiếu }
      - { id: ct_tot, kind: count, label: "Chủ tịch UBND xã: tốt", measure: phiếu }
      - { id: ct_kha, kind: count, label: Khá (chủ tịch UBND xã), measure: phiếu }
    rule:
      survey:
        groups:
          - { name: Lãnh đạo sở, weight: 70%, options: [ { of: ld_tot, weight: 100% }, { of: ld_kha, weight: 50% } ] }
          - { name: Chủ tịch UBND xã, weight: 30%, options: [ { of: ct_tot, weight: 100% }, { of: ct_kha, weight: 50% } ] }
  - id: "3"
    name: Mỗi nhóm một cách hỏi
    max: 10
    inputs:
      - { id: sipas, kind: percent, label: Chỉ số SIPAS }
      - { id: dat, kind: count, label: Đạt, measure: phiếu }
      - { id: chua, kind: count, label: Chưa đạt, measure: phiếu }
    rule:
      survey:
        groups:
          - { name: Người dân, weight: 50%, percent: sipas }
          - { name: Lãnh đạo sở, weight: 50%, options: [ { of: dat, weight: 100% }, { of: chua, weight: 0% } ] }
"#;

/// A campaign with this survey alone.
fn plan() -> &'static Plan {
    static PLAN: LazyLock<Plan> = LazyLock::new(|| {
        let folder = Folder::empty();
        folder.put("criteria/nho/set.yaml", SET);
        folder.put(
            "campaign.yaml",
            "id: x\ntitle: Đợt thử\nyear: 2026\nofficial: accepted\ngroups:\n  - { id: xa, name: Khối xã, set: nho }\nunits:\n  - { id: xa-a, name: UBND xã Tân An, group: xa }\n",
        );
        folder.plan()
    });
    &PLAN
}

/// Holds rows of tables with this heading: the points of a criterion, and the codes found.
fn hold(id: &str, heading: &str, table: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(rows, points, found)| {
            let table = format!("{heading}\n{}\n", rows.replace("; ", "\n"));
            let worked = work_out(plan(), Table::Survey, &table);
            let node = worked.cards[&UnitId::new("xa-a")].nodes.iter().find(|node| node.id.as_str() == id).unwrap();
            let came = node.official.as_ref().map_or("–".into(), |points| points.fixed(2, RoundingMode::HalfUp));
            ((came.as_str(), codes(&worked).as_str()) != (*points, *found)).then(|| format!("{table}  {came} {}", codes(&worked)))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn percentages_of_groups_are_averaged_by_weight() {
    hold(
        "1",
        "Đơn vị;Tiêu chí;Nhóm đối tượng;Tỷ lệ (%);Cỡ mẫu",
        &[
            // 85 × 60 % + 90 × 40 % = 87 %.
            ("xa-a;1;Người dân;85;200; xa-a;1;Doanh nghiệp;90;40", "8.70", ""),
            ("xa-a;1;NGƯỜI DÂN;85%;; xa-a;1;nhóm doanh nghiệp;90%;", "8.70", ""),
            ("xa-a;1;Tỷ lệ hài lòng của người dân;85;; xa-a;1;dn;90;", "8.70", ""),
            // A group without a result is left out, and told; one of nobody is told of once.
            ("xa-a;1;Người dân;85;200", "8.50", "A097"),
            ("xa-a;1;Người dân;85;200; xa-a;1;Doanh nghiệp;90;0", "8.50", "A038"),
            ("xa-a;1;Doanh nghiệp;90;40", "9.00", "A097"),
            // Groups that the set does not have, everybody, and no group at all are asked.
            ("xa-a;1;Người dân;85;; xa-a;1;Hợp tác xã;90;", "8.50", "A097 A036"),
            ("xa-a;1;Người dân;85;; xa-a;1;Doanh nghiệp nhà nước;90;", "8.50", "A097 A036"),
            ("xa-a;1;Chung;87;", "–", "A036"),
            ("xa-a;1;;87;", "–", "A036"),
            // Figures that can't be, and two of one group.
            ("xa-a;1;Người dân;85;; xa-a;1;Doanh nghiệp;-5;", "8.50", "P002"),
            ("xa-a;1;Người dân;85;; xa-a;1;Người dân;86;; xa-a;1;Doanh nghiệp;90;", "9.00", "A003"),
        ],
    );
    let across = |row: &str| format!("xa-a;1;{row}");
    hold(
        "1",
        "Đơn vị;Tiêu chí;Tỷ lệ hài lòng của người dân;Tỷ lệ hài lòng của doanh nghiệp",
        &[(&across("85;90"), "8.70", ""), (&across("85;"), "8.50", "A097")],
    );
    hold(
        "1",
        "Đơn vị;Tiêu chí;Nhóm đối tượng;Trọng số;Tỷ lệ (%)",
        &[
            ("xa-a;1;Người dân;60%;85; xa-a;1;Doanh nghiệp;40%;90", "8.70", ""),
            ("xa-a;1;Người dân;50%;85; xa-a;1;Doanh nghiệp;50%;90", "8.70", "A040"),
        ],
    );
    hold(
        "1",
        "Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình",
        &[("xa-a;1;Người dân;4; xa-a;1;Doanh nghiệp;3", "–", "A035"), ("xa-a;1;;4", "–", "A036")],
    );
}

#[test]
fn ballots_of_groups_are_counted_apart() {
    let all = "xa-a;2;Lãnh đạo sở;Tốt;10; xa-a;2;Lãnh đạo sở;Khá;10; xa-a;2;Chủ tịch UBND xã;Tốt;40; xa-a;2;Chủ tịch UBND xã;Khá;0";
    let of_first = "xa-a;2;Lãnh đạo sở;Tốt;10; xa-a;2;Lãnh đạo sở;Khá;10";
    hold(
        "2",
        "Đơn vị;Tiêu chí;Nhóm đối tượng;Phương án;Số phiếu",
        &[
            // 75 × 70 % + 100 × 30 % = 82,5 %.
            (all, "8.25", ""),
            (of_first, "7.50", "A097"),
            (&format!("{of_first}; xa-a;2;Chủ tịch UBND xã;Tốt;0; xa-a;2;Chủ tịch UBND xã;Khá;0"), "7.50", "A097"),
            // Of a group that answered no answer may be missing, nor be one that the set does not have.
            (&format!("{of_first}; xa-a;2;Chủ tịch UBND xã;Tốt;40"), "–", "A045"),
            (&format!("{all}; xa-a;2;Chủ tịch UBND xã;Trung bình;5"), "–", "A037"),
            (&format!("{all}; xa-a;2;Trưởng phòng;Tốt;5"), "8.25", "A036"),
            ("xa-a;2;;Tốt;10; xa-a;2;;Khá;10", "–", "A036"),
            ("xa-a;2;ld_tot;Tốt;10", "–", "A036"),
        ],
    );
    hold(
        "2",
        "Đơn vị;Tiêu chí;Nhóm đối tượng;Tốt;Khá",
        &[("xa-a;2;Lãnh đạo sở;10;10; xa-a;2;Chủ tịch UBND xã;40;0", "8.25", ""), ("xa-a;2;;10;10", "–", "A036")],
    );
    hold(
        "2",
        "Đơn vị;Tiêu chí;Số liệu;Giá trị",
        &[
            ("xa-a;2;ld_tot;10; xa-a;2;ld_kha;10; xa-a;2;ct_tot;40; xa-a;2;Khá (chủ tịch UBND xã);0", "8.25", ""),
            ("xa-a;2;ld_tot;10; xa-a;2;Trung bình;10", "–", "A045 A010"),
        ],
    );
    // More ballots than the group has.
    hold(
        "2",
        "Đơn vị;Tiêu chí;Nhóm đối tượng;Phương án;Số phiếu;Cỡ mẫu",
        &[(
            "xa-a;2;Lãnh đạo sở;Tốt;10;20; xa-a;2;Lãnh đạo sở;Khá;10;20; xa-a;2;Chủ tịch UBND xã;Tốt;40;20; xa-a;2;Chủ tịch UBND xã;Khá;0;20",
            "–",
            "A039",
        )],
    );
    hold(
        "2",
        "Đơn vị;Tiêu chí;Mã phiếu;Nhóm đối tượng;Phương án",
        &[
            ("xa-a;2;1;Lãnh đạo sở;Tốt; xa-a;2;2;Lãnh đạo sở;Khá; xa-a;2;1;Chủ tịch UBND xã;Tốt", "8.25", ""),
            ("xa-a;2;1;Lãnh đạo sở;Tốt; xa-a;2;2;Lãnh đạo sở;Khá", "7.50", "A097"),
            ("xa-a;2;1;Lãnh đạo sở;Tốt; xa-a;2;2;Trưởng phòng;Khá", "–", "A036"),
            ("xa-a;2;1;Lãnh đạo sở;Tốt; xa-a;2;2;Chủ tịch UBND xã;Trung bình", "–", "A037"),
        ],
    );
}

#[test]
fn each_group_may_be_asked_in_its_own_way() {
    let table = "Đơn vị;Tiêu chí;Nhóm đối tượng;Phương án;Số phiếu;Tỷ lệ (%)";
    hold(
        "3",
        table,
        &[
            // (80 + 75) / 2 = 77,5 %.
            ("xa-a;3;Người dân;;;80; xa-a;3;Lãnh đạo sở;Đạt;15;; xa-a;3;Lãnh đạo sở;Chưa đạt;5;", "7.75", ""),
            ("xa-a;3;Người dân;;;80; xa-a;3;Lãnh đạo sở;;;75", "8.00", "A097 A035"),
        ],
    );
}

/// What is said of a leaf whose groups are `weights` of percentages.
fn of_two(weights: &str) -> Leaf {
    leaf("10", &["a:percent", "b:percent"], weights)
}

#[test]
fn what_groups_come_to_is_explained_group_by_group() {
    let two =
        of_two("survey: { groups: [ { name: Người dân, weight: 60%, percent: a }, { name: Doanh nghiệp, weight: 40%, percent: b } ] }");
    check(&two, &[(&["85", "90"], "8,70"), (&["85", "-"], "8,50"), (&["-", "-"], "chưa tính")]);
    assert_eq!(
        two.explains(&["85", "90"]),
        "“Người dân”: 85%, trọng số 60%. “Doanh nghiệp”: 90%, trọng số 40%. Bình quân theo trọng số: 85% × 60% + 90% × 40% = 87%. 87% × 10 = 8,70 điểm."
    );
    assert_eq!(
        two.explains(&["85", "-"]),
        "“Người dân”: 85%, trọng số 60%. “Doanh nghiệp”: không có kết quả, không tính. Bình quân theo trọng số: (85% × 60%) / 60% = 85%. 85% × 10 = 8,50 điểm."
    );
    let ballots = "survey: { groups: [ { name: Dân, weight: 50%, options: [ { of: a, weight: 100% }, { of: b, weight: 0% } ] }, { name: DN, weight: 50%, options: [ { of: c, weight: 100% }, { of: d, weight: 0% } ] } ] }";
    let ballots = leaf("5", &["a:count", "b:count", "c:count", "d:count"], ballots);
    check(
        &ballots,
        &[
            (&["2", "1", "1", "0"], "4,17"),
            (&["2", "1", "-", "-"], "3,33"),
            (&["2", "1", "0", "0"], "3,33"),
            (&["2", "1", "1", "-"], "chưa tính"),
            (&["0", "0", "0", "0"], "chưa tính"),
        ],
    );
    let said = ballots.explains(&["2", "1", "1", "0"]);
    assert!(said.starts_with("“Dân”: 3 phiếu, bình quân 66,667%, trọng số 50%. “DN”: 1 phiếu, bình quân 100%, trọng số 50%."), "{said}");
    assert_eq!(
        two.wording(),
        [
            "Bình quân của các nhóm đối tượng theo trọng số (%) × 10",
            "“Người dân”, trọng số 60%: “A” (%)",
            "“Doanh nghiệp”, trọng số 40%: “B” (%)",
            "Nhóm không có kết quả thì không tính, trọng số chia theo các nhóm còn lại",
        ]
    );
}

#[test]
fn laws_of_groups_name_the_place_of_every_fault() {
    let group = |name: &str, weight: &str, takes: &str| format!("{{ name: {name}, weight: {weight}, {takes} }}");
    let faults = |groups: &[String]| of_two(&format!("survey: {{ groups: [ {} ] }}", groups.join(", "))).faults();
    let first = group("Dân", "60%", "percent: a");
    assert!(faults(&[first.clone(), group("DN", "40%", "percent: b")]).is_empty());
    assert_eq!(faults(&[first.clone(), group("DN", "30%", "percent: b")]), ["C116 groups"]);
    assert_eq!(faults(&[first.clone(), group("dân", "40%", "percent: b")]), ["C105 groups.1.name"]);
    assert_eq!(faults(&[first.clone(), group("DN", "40%", "percent: a")]), ["C105 groups.1"]);
    assert_eq!(faults(&[first.clone(), group("DN", "40%", "percent: b, options: []")]), ["C105 groups.1"]);
    assert_eq!(faults(&[first, "{ name: DN, weight: 40% }".into()]), ["C105 groups.1"]);
    assert_eq!(faults(&[]), ["C109 groups"]);
    let options = |weight: &str| {
        let groups = format!("survey: {{ groups: [ {{ name: Dân, weight: 100%, options: [ {{ of: a, weight: {weight} }} ] }} ] }}");
        leaf("10", &["a:count"], &groups).faults()
    };
    assert!(options("100%").is_empty());
    assert_eq!(options("90%"), ["C100 groups.0.options"]);
}

/// A group that names nothing, or two things, is told at the group, and nothing that only follows from it.
#[test]
fn a_group_that_is_left_open_is_told_alone() {
    let found = |set: &str| {
        let findings = parindex::criteria::read(set, "set.yaml").findings;
        findings.into_iter().map(|one| format!("{} {}", one.code.id, one.message.vi)).collect::<Vec<_>>()
    };
    let told = "C105 Nhóm “Doanh nghiệp” cần đúng một trong hai: percent, options.";
    for (of, with) in [(", percent: dn }", " }"), ("percent: dn }", "percent: dn, options: [ { of: dn, weight: 100% } ] }")] {
        assert!(SET.contains(of));
        assert_eq!(found(&SET.replace(of, with)), [told], "{with}");
    }
    // Everything else is told as ever.
    let rest = SET.replace(", percent: dn }", " }").replace("weight: 60%", "weight: 50%");
    assert_eq!(found(&rest).iter().map(|one| &one[..4]).collect::<Vec<_>>(), ["C116", "C105"]);
}

/// What a table says of a whole group is found once, though it stands in every row of the group; another value is another finding.
#[test]
fn what_is_wrong_of_a_group_is_told_once() {
    let heading = "Đơn vị;Tiêu chí;Nhóm đối tượng;Trọng số;Phương án;Số phiếu";
    let rows = |weights: [&str; 4]| {
        let of = [("Lãnh đạo sở", "Tốt"), ("Lãnh đạo sở", "Khá"), ("Chủ tịch UBND xã", "Tốt"), ("Chủ tịch UBND xã", "Khá")];
        let row = |((group, answer), weight): ((&str, &str), &str)| format!("xa-a;2;{group};{weight};{answer};10");
        of.into_iter().zip(weights).map(row).collect::<Vec<_>>().join("; ")
    };
    let told = |heading: &str, rows: &str, code: &str| {
        let worked = work_out(plan(), Table::Survey, &format!("{heading}\n{}\n", rows.replace("; ", "\n")));
        worked.findings.iter().filter(|one| one.code.id == code).count()
    };
    assert_eq!(told(heading, &rows(["70%", "70%", "30%", "30%"]), "A040"), 0);
    assert_eq!(told(heading, &rows(["50%", "50%", "30%", "30%"]), "A040"), 1);
    assert_eq!(told(heading, &rows(["50%", "50%", "50%", "50%"]), "A040"), 2);
    assert_eq!(told(heading, &rows(["50%", "40%", "30%", "30%"]), "A040"), 2);
    let sample = "Đơn vị;Tiêu chí;Nhóm đối tượng;Phương án;Số phiếu;Cỡ mẫu";
    let of_none =
        "xa-a;2;Lãnh đạo sở;Tốt;10;20; xa-a;2;Lãnh đạo sở;Khá;10;20; xa-a;2;Chủ tịch UBND xã;Tốt;4;0; xa-a;2;Chủ tịch UBND xã;Khá;6;0";
    assert_eq!(told(sample, of_none, "A038"), 1);
}

/// Answers that two groups call alike are told apart by the group; those that are called otherwise need no such word.
#[test]
fn answers_called_alike_name_their_group() {
    let folder = Folder::empty();
    let set = SET.replace("label: Khá (chủ tịch UBND xã)", "label: Khá").replace("label: \"Chủ tịch UBND xã: tốt\"", "label: Tốt");
    folder.put("criteria/nho/set.yaml", set);
    folder.put(
        "campaign.yaml",
        "id: x\ntitle: Đợt thử\nyear: 2026\nofficial: accepted\ngroups:\n  - { id: xa, name: Khối xã, set: nho }\nunits:\n  - { id: xa-a, name: UBND xã Tân An, group: xa }\n",
    );
    let rows = ["Lãnh đạo sở;Tốt;10", "Lãnh đạo sở;Khá;11", "Chủ tịch UBND xã;Tốt;12", "Chủ tịch UBND xã;Khá;13"]
        .map(|row| format!("xa-a;2;{row}\n"));
    folder.put("survey/bang.csv", format!("Đơn vị;Tiêu chí;Nhóm đối tượng;Phương án;Số phiếu\n{}xa-a;1;Người dân;;\n", rows.concat()));
    let why = folder.run("why . xa-a 2").out;
    for words in ["Khá (nhóm “Lãnh đạo sở”): 11", "Khá (nhóm “Chủ tịch UBND xã”): 13"] {
        assert!(why.contains(words), "{words}: {why}");
    }
}

/// Of a rate by which steps go both figures are needed: where one is typed alone the other is asked, and where none is, nobody.
#[test]
fn a_rate_of_one_figure_is_asked() {
    let folder = Folder::empty();
    let set = "set: nho
title: Bộ tiêu chí nhỏ
status: model
total: 4
criteria:
  - id: \"1\"
    name: Tỷ lệ hài lòng
    max: 4
    inputs: [ { id: hai_long, kind: count, label: Số phiếu hài lòng }, { id: phieu, kind: count, label: Số phiếu } ]
    rule: { survey: { steps: { of: hai_long, to: phieu, when_nothing: zero, steps: [ { from: 90%, points: 4 }, { from: 50%, below: 90%, points: 2 } ], otherwise: 0 } } }
";
    folder.put("criteria/nho/set.yaml", set);
    folder.put(
        "campaign.yaml",
        "id: x\ntitle: Đợt thử\nyear: 2026\nofficial: accepted\ngroups:\n  - { id: xa, name: Khối xã, set: nho }\nunits:\n  - { id: xa-a, name: UBND xã Tân An, group: xa }\n",
    );
    let plan = folder.plan();
    let of = |rows: &str| codes(&work_out(&plan, Table::Survey, &format!("Đơn vị;Tiêu chí;Số liệu;Số phiếu\n{rows}")));
    assert_eq!(of("xa-a;1;Số phiếu hài lòng;95\nxa-a;1;Số phiếu;100\n"), "");
    assert_eq!(of("xa-a;1;Số phiếu hài lòng;95\n"), "A045");
    assert_eq!(of("xa-a;1;Số phiếu;100\n"), "A045");
    assert_eq!(of("xa-a;1;Số phiếu hài lòng;95\nxa-a;1;Số phiếu;abc\n").matches("A045").count(), 0);
}

/// A result that the rule takes of nobody is told: what tables say of it would be lost.
#[test]
fn a_result_that_no_group_takes_is_told() {
    let found = |set: &str| {
        let findings = parindex::criteria::read(set, "set.yaml").findings;
        findings.into_iter().map(|one| format!("{} {:?} {}", one.code.id, one.severity, one.message.vi)).collect::<Vec<_>>()
    };
    assert_eq!(found(SET), [""; 0]);
    let more = SET.replace("      - { id: dn, kind", "      - { id: htx, kind: percent, label: Hợp tác xã }\n      - { id: dn, kind");
    assert_eq!(
        found(&more),
        ["C026 Warning quy tắc không có nhóm hay phương án nào lấy số liệu “htx”: kết quả ghi trong bảng điều tra sẽ không được tính"]
    );
    // A group whose figure is declared nowhere is an error.
    let unknown = SET.replace("percent: dn }", "percent: dnn }");
    assert!(found(&unknown).iter().any(|one| one.contains("dnn")), "{:?}", found(&unknown));
}
