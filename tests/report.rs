//! What is printed: `result.json` and the workbooks.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use parindex::assessment::{
    Agencies, Answer, Appraisal, Campaign, Claim, Entry, Evidence, EvidenceDate, Excused, Round, SelfAssessment, SetRef, Stage, Unit,
};
use parindex::award::{self, AwardRule, Condition, Measure, Quota, Shortlist};
use parindex::criteria::{Bindings, Body, CriteriaSet, Criterion, EvidenceAsk, Leaf, Period, Source, Status, SurveyMissing};
use parindex::evidence::{Evidenced, Withheld};
use parindex::figure::{CriterionId, Figure, Input, InputKind, SetId, UnitId};
use parindex::finding::{self, Finding, Place};
use parindex::points::{Points, Rounding};
use parindex::print::Report;
use parindex::ranking::{self, Band, Group, Ranking};
use parindex::results::{Results, Total, Whereabouts};
use parindex::rule::{Case, Given, RawRule, Rule, Scorer, Terms};
use parindex::scoring::{Excuse, Node, Scorecard, Stages, Trace};
use parindex::text::{Lang, Text};
use serde_json::{Value, json};

use crate::intake::raw::unzip;
use crate::ranking::points;

/// An exercise of a province, invented: departments, areas, criteria, findings, awards.
pub struct Exercise {
    campaign: Campaign,
    pub units: Vec<Unit>,
    sets: BTreeMap<SetId, CriteriaSet>,
    evidenced: BTreeMap<UnitId, Evidenced>,
    appraisal: Appraisal,
    pub cards: BTreeMap<UnitId, Scorecard>,
    pub ranking: Ranking,
    shortlists: Vec<Shortlist>,
    totals: Vec<Total>,
    pub findings: Vec<Finding>,
}

const AREAS: [&str; 8] = [
    "Công tác chỉ đạo, điều hành cải cách hành chính",
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công",
    "Xây dựng, phát triển chính quyền điện tử, chính quyền số",
    "Tác động của cải cách hành chính đến người dân, tổ chức và phát triển kinh tế - xã hội",
];

const UNITS: [&str; 20] = [
    "Văn phòng Ủy ban nhân dân tỉnh",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Kế hoạch và Đầu tư",
    "Sở Tài chính",
    "Sở Công Thương",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Giao thông vận tải",
    "Sở Xây dựng",
    "Sở Tài nguyên và Môi trường",
    "Sở Thông tin và Truyền thông",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Thanh tra tỉnh",
    "Ban Quản lý Khu kinh tế",
    "=Ban Dân tộc",
    "Sở Ngoại vụ",
];

impl Exercise {
    /// Gives what everything is made from.
    pub fn results(&self) -> Results<'_> {
        Results {
            itself: None,
            campaign: &self.campaign,
            units: &self.units,
            sets: &self.sets,
            evidenced: &self.evidenced,
            appraisal: &self.appraisal,
            explanations: Box::leak(Box::default()),
            arrivals: Box::leak(Box::default()),
            comparison: Box::leak(Box::default()),
            cards: &self.cards,
            ranking: &self.ranking,
            shortlists: &self.shortlists,
            certainty: None,
            totals: &self.totals,
            findings: &self.findings,
            // Tests change the lists between one look and the next.
            whereabouts: Box::leak(Box::new(Whereabouts::new(&self.units, &self.ranking, &self.findings))),
            lang: Lang::Vi,
        }
    }

    /// Makes one of the files of the run.
    fn file(&self, path: &str) -> Vec<u8> {
        let results = self.results();
        bytes(&Report::list(&results, &[]).into_iter().find(|report| report.path() == path).unwrap(), &results)
    }
}

/// Figures that a leaf asks for.
fn inputs() -> Vec<Input> {
    let input = |id: &str, label: &str| Input {
        id: id.into(),
        kind: InputKind::Count,
        label: label.into(),
        measure: Some("hồ sơ".into()),
        days: parindex::figure::Days::default(),
        shared: false,
    };
    vec![input("dung_han", "Số hồ sơ giải quyết đúng hạn"), input("giai_quyet", "Số hồ sơ đã giải quyết")]
}

/// Makes the rule of a leaf that units score.
fn on_time() -> Rule {
    serde_saphyr::from_str::<RawRule>("ratio: { of: dung_han, to: giai_quyet, when_nothing: zero }").unwrap().into_rule()
}

/// Makes the set: eight areas, five leaves each, the last area by survey.
fn set() -> CriteriaSet {
    let source =
        Source { document: Some("2211/QĐ-UBND".into()), date: Some(date(2018, 7, 27)), issuer: Some("UBND tỉnh".into()), item: None };
    let leaf = |area: usize, n: usize| Criterion {
        id: CriterionId::new(format!("{area}.{n}")),
        name: format!("Mức độ hoàn thành nhiệm vụ thứ {n} trong kế hoạch cải cách hành chính năm của đơn vị, đúng thời gian quy định"),
        max: points("2.5"),
        weight: Points::one(),
        source: Source { item: Some(format!("{area}.{n}")), ..source.clone() },
        note: None,
        requires: None,
        agency: None,
        deadline: None,
        body: Body::Leaf(Leaf {
            inputs: inputs(),
            rule: if area == 8 { Rule::Given(Given { by: Scorer::Survey }) } else { on_time() },
            text: None,
            evidence: EvidenceAsk {
                required: true,
                types: vec!["KH".into(), "BC".into()],
                least: 1,
                section: true,
                what: Some("Kế hoạch và báo cáo năm".into()),
            },
            may_not_apply: false,
            deadline: None,
        }),
    };
    let criteria = AREAS
        .iter()
        .zip(1..)
        .map(|(name, area)| Criterion {
            id: CriterionId::new(area.to_string()),
            name: (*name).into(),
            max: points("12.5"),
            weight: Points::one(),
            source: source.clone(),
            note: None,
            requires: None,
            agency: None,
            deadline: None,
            body: Body::Group((1..=5).map(|n| leaf(area, n)).collect()),
        })
        .collect();
    CriteriaSet {
        id: "mau-so-nganh".into(),
        title: "Bộ tiêu chí chấm điểm cải cách hành chính của sở, ngành".into(),
        version: "1".into(),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        yaml: String::new(),
        status: Status::Model,
        excerpt: false,
        note: None,
        source,
        valid: Period { from: Some(date(2018, 1, 1)), to: Some(date(2018, 12, 31)) },
        total: Points::hundred(),
        rounding: Rounding::default(),
        figures: Vec::new(),
        checks: Vec::new(),
        caps: Vec::new(),
        bindings: Bindings::default(),
        alternatives: Vec::new(),
        criteria,
        adjustments: Vec::new(),
        may_pass_100: false,
        survey_missing: SurveyMissing::Unranked,
        withhold: BTreeMap::new(),
    }
}

/// Scores a leaf of unit number `of`: a share of the maximum in sevenths, so that nothing is a round decimal.
fn leaf_node(id: &CriterionId, max: &Points, of: i64, survey: bool) -> Node {
    let seed = id.as_str().bytes().fold(of + 3, |sum, byte| (sum * 31 + i64::from(byte) * (of + 2)) % 1009);
    let earned = &(max * &Points::from(7 - (seed % 11 - 5).clamp(0, 4))).over(&Points::from(7)).unwrap() * &Points::one();
    let not_here = of == 6 && id.as_str() == "4.2";
    let figures = [("dung_han", 654_074), ("giai_quyet", 683_241)].map(|(id, n)| (id.into(), Figure::Number(Points::from(n)))).into();
    let terms = Terms { max, inputs: &inputs(), rounding: Rounding::default() };
    let outcome = on_time().score(&Case::new(terms, &figures));
    let withheld = (of == 3 && id.as_str() == "3.1").then(|| Withheld { code: &finding::award::QUOTA_LEFT, share: Points::one() });
    let accepted = if withheld.is_some() { Points::zero() } else { earned.clone() };
    let over_claim = (!survey && !not_here).then(|| max - &accepted);
    let stages = if survey {
        Stages { survey: Some(accepted.clone()), ..Stages::default() }
    } else {
        Stages {
            claimed: Some(max.clone()),
            computed: Some(earned.clone()),
            accepted: Some(accepted.clone()),
            appraised: [(Round::FIRST, accepted.clone())].into(),
            ..Stages::default()
        }
    };
    let official = (!not_here).then_some(accepted);
    Node {
        id: id.clone(),
        depth: 2,
        max: max.clone(),
        weight: Points::one(),
        applicable: !not_here,
        applicable_max: if not_here { Points::zero() } else { max.clone() },
        index: official.as_ref().map(|points| &points.over(max).unwrap() * &Points::hundred()),
        official,
        stages,
        trace: Some(Box::new(Trace {
            outcome: (!survey).then_some(outcome),
            withheld: withheld.into_iter().collect(),
            excused: not_here.then_some(Excuse::Campaign),
            reached: (!survey).then_some(Stage::Appraised(Round::FIRST)),
            over_claim,
            applies: Vec::new(),
            refused: BTreeSet::new(),
            declared_out: false,
            turns: parindex::figure::SmallMap::new(),
            conditioned: parindex::figure::SmallMap::new(),
            corrections: Vec::new(),
            required: Vec::new(),
        })),
    }
}

/// Adds what exists.
fn sum<'a>(nodes: &'a [Node], of: impl Fn(&'a Node) -> Option<&'a Points>) -> Option<Points> {
    let values: Vec<&Points> = nodes.iter().filter(|node| node.applicable).filter_map(of).collect();
    (!values.is_empty()).then(|| values.into_iter().sum())
}

/// Adds stages up.
fn stages_of(nodes: &[Node]) -> Stages {
    Stages {
        claimed: sum(nodes, |node| node.stages.claimed.as_ref()),
        computed: sum(nodes, |node| node.stages.computed.as_ref()),
        accepted: sum(nodes, |node| node.stages.accepted.as_ref()),
        appraised: sum(nodes, |node| node.stages.appraised.get(&Round::FIRST)).map(|sum| (Round::FIRST, sum)).into_iter().collect(),
        survey: sum(nodes, |node| node.stages.survey.as_ref()),
    }
}

/// Scores a unit.
fn scorecard(unit: &Unit, of: i64, set: &CriteriaSet, submitted: bool) -> Scorecard {
    let mut nodes = Vec::new();
    let mut areas = Vec::new();
    for area in &set.criteria {
        let leaves: Vec<Node> = area.children().iter().map(|leaf| leaf_node(&leaf.id, &leaf.max, of, area.id.as_str() == "8")).collect();
        let official = sum(&leaves, |node| node.official.as_ref());
        let applicable_max: Points = leaves.iter().map(|node| &node.applicable_max).sum();
        let node = Node {
            id: area.id.clone(),
            depth: 1,
            max: area.max.clone(),
            weight: Points::one(),
            applicable: true,
            index: official.as_ref().map(|points| &points.over(&applicable_max).unwrap() * &Points::hundred()),
            applicable_max,
            stages: stages_of(&leaves),
            official,
            trace: None,
        };
        areas.push(node.clone());
        nodes.push(node);
        nodes.extend(leaves);
    }
    let total = sum(&areas, |node| node.official.as_ref()).unwrap();
    let applicable_max: Points = areas.iter().map(|node| &node.applicable_max).sum();
    Scorecard {
        unit: unit.id.clone(),
        submitted,
        ranked: submitted && unit.ranked,
        stages: stages_of(&areas),
        nodes,
        adjustments: Vec::new(),
        lateness: None,
        adjusted: None,
        index: total.over(&applicable_max).map(|share| &share * &Points::hundred()),
        points: total,
        applicable_max,
        content: None,
        waits_for: Vec::new(),
        cut: None,
    }
}

/// Reads what unit number `of` sent.
fn sent(unit: &Unit, of: i64, set: &CriteriaSet) -> Evidenced {
    let document = Evidence {
        number: Some(if of == 0 { "=HYPERLINK(\"x\")".into() } else { format!("{of}/BC-SNV") }),
        date: EvidenceDate::Day(date(2018, 12, 5)),
        issuer: Some(unit.name.clone()),
        title: Some("Báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính năm 2018 và phương hướng nhiệm vụ năm 2019".into()),
        section: Some("Mục II, trang 4".into()),
        file: Some("bao-cao-nam.pdf".into()),
        ..Evidence::default()
    };
    let answer = Answer {
        claim: Claim::Points(points("2.5")),
        figures: [("tiep_nhan", 1_000 + of), ("da_giai_quyet", 950), ("dung_han", 900 + of)]
            .map(|(id, figure)| (id.into(), Figure::Number(Points::from(figure))))
            .into(),
        explanation: (of == 3).then(|| "Đơn vị đang bổ sung tài liệu kiểm chứng theo Công văn 384/BNV-CCHC.".into()),
        evidence: vec![document],
        ..Answer::default()
    };
    let assessment = SelfAssessment {
        unit: unit.id.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: format!("submissions/{}.xlsx", unit.id),
        layout: "parindex/1".into(),
        answers: [(CriterionId::new("3.1"), answer)].into(),
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    };
    Evidenced { assessment, withheld: BTreeMap::new() }
}

/// Makes the exercise: one unit tied with another, one not ranked, one that sent nothing.
pub fn exercise() -> Exercise {
    let set = set();
    let units: Vec<Unit> = UNITS
        .iter()
        .enumerate()
        .map(|(n, name)| Unit {
            id: UnitId::new(format!("don-vi-{}", n + 1)),
            name: (*name).into(),
            aliases: Vec::new(),
            authority: None,
            place: None,
            signatory: None,
            group: "so-nganh".into(),
            ranked: n != 17,
            not_applicable: Excused::default(),
            deadlines: parindex::assessment::Deadlines::default(),
        })
        .collect();
    let campaign = Campaign {
        id: "tinh-2018".into(),
        title: "Đánh giá, xếp hạng Chỉ số cải cách hành chính các sở, ban, ngành năm 2018".into(),
        authority: None,
        office: Some("UBND TỈNH\nSỞ NỘI VỤ".into()),
        place: None,
        signatory: None,
        year: 2018,
        period: Period { from: Some(date(2018, 1, 1)), to: Some(date(2018, 12, 31)) },
        deadline: Some(date(2019, 1, 15)),
        late: None,
        notice: Some("SỐ LIỆU MINH HỌA".into()),
        official: Stage::Appraised(Round::FIRST),
        rounds: parindex::assessment::Rounds::default(),
        agencies: Agencies::default(),
        reports: parindex::assessment::Reports::default(),
    };
    let numbers = || units.iter().zip(0_i64..);
    let cards: BTreeMap<UnitId, Scorecard> = numbers()
        // Number 9 does as number 8 did, so that they tie.
        .map(|(unit, n)| (unit.id.clone(), scorecard(unit, if n == 9 { 8 } else { n }, &set, n != 19)))
        .collect();
    let group = Group {
        id: "so-nganh".into(),
        name: "Các sở, ban, ngành".into(),
        set: set.id.clone(),
        grades: [("Tốt", "80"), ("Khá", "70"), ("Trung bình", "50"), ("Kém", "0")]
            .map(|(name, from)| Band { name: name.into(), from: points(from) })
            .into(),
        tie_breaks: Vec::new(),
        rounding: Rounding::default(),
    };
    let mut findings = Vec::new();
    let ranking = ranking::rank(&[group], &units, &cards, &BTreeMap::new()).collect(&mut findings);
    let rule = |id: &str, name: &str, quota| AwardRule {
        id: id.into(),
        name: name.into(),
        groups: vec!["so-nganh".into()],
        quota: Quota::Number(quota),
        per_group: false,
        reserved: Vec::new(),
        conditions: [Condition::Within { of: Measure::Index, at_least: Some(points("75")), at_most: None }]
            .into_iter()
            .chain((id != "co").then(|| Condition::NotProposed(vec!["co".into()])))
            .collect(),
        order: Vec::new(),
        provisional_allowed: false,
        excluded: vec![("don-vi-5".into(), "đang xem xét kỷ luật".into())],
    };
    let rules = [rule("co", "Cờ thi đua của Ủy ban nhân dân tỉnh", 1), rule("khen", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 8)];
    let shortlists = award::shortlist(&rules, &ranking, &units, &BTreeMap::new()).collect(&mut findings);
    findings.push(
        Finding::new(
            &finding::ranking::NOBODY_RANKED,
            Text::new("=1+1 không phải là số ký hiệu văn bản.", "=1+1 is no number of a document."),
        )
        .of(&"don-vi-4".into())
        .on(&"3.1".into())
        .at(Place::cell("submissions/don-vi-4.xlsx", "Tài liệu kiểm chứng", "C12")),
    );
    let entry = Entry {
        points: points("2"),
        reason: Some("Đã kiểm tra hồ sơ gốc tại đơn vị.".into()),
        reason_asked: true,
        place: Place::default(),
    };
    let appraisal =
        Appraisal { rounds: [(Round::FIRST, [("don-vi-4".into(), [("3.1".into(), entry)].into())].into())].into(), ..Appraisal::default() };
    let total = |label: &str, of: &str, to: Option<&str>| Total {
        label: label.into(),
        measure: to.is_none().then(|| "hồ sơ".into()),
        of: of.into(),
        to: to.map(Into::into),
        criteria: Vec::new(),
    };
    let totals = vec![
        total("Hồ sơ tiếp nhận", "tiep_nhan", None),
        total("Hồ sơ đã giải quyết", "da_giai_quyet", None),
        total("Tỷ lệ hồ sơ giải quyết đúng hạn", "dung_han", Some("da_giai_quyet")),
        Total { measure: Some("hồ sơ".into()), ..total("Hồ sơ đúng hạn", "dung_han", Some("da_giai_quyet")) },
    ];
    let evidenced = numbers().filter(|(_, n)| *n != 19).map(|(unit, n)| (unit.id.clone(), sent(unit, n, &set))).collect();
    Exercise { campaign, units, sets: [(set.id.clone(), set)].into(), evidenced, appraisal, cards, ranking, shortlists, totals, findings }
}

/// Opens a workbook; gives the cells of every sheet.
pub fn open(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            (name, range.rows().map(<[Data]>::to_vec).collect())
        })
        .collect()
}

/// Gives the text of a cell, whatever it holds.
pub fn word(cell: &Data) -> String {
    cell.to_string()
}

/// Finds a sheet.
#[track_caller]
pub fn sheet<'a>(book: &'a [(String, Vec<Vec<Data>>)], name: &str) -> &'a [Vec<Data>] {
    let names: Vec<&str> = book.iter().map(|(name, _)| name.as_str()).collect();
    &book.iter().find(|(found, _)| found == name).unwrap_or_else(|| panic!("no sheet {name} among {names:?}")).1
}

/// Checks the cells of the row that holds a text, from its first to its last filled cell.
#[track_caller]
fn check_row(sheet: &[Vec<Data>], with: &str, expected: &[&str]) {
    let row = sheet.iter().find(|row| row.iter().any(|cell| word(cell) == with)).unwrap_or_else(|| panic!("no row with {with}"));
    assert_eq!(row.iter().map(word).collect::<Vec<_>>(), expected);
}

/// Gives a report, byte for byte.
fn bytes(report: &Report<'_>, results: &Results<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    report.write(results, &mut bytes).unwrap();
    bytes
}

/// Gives `result.json`, parsed.
fn result_json(exercise: &Exercise) -> Value {
    serde_json::from_slice(&exercise.file("result.json")).unwrap()
}

/// Tells the kind of a file by its name.
fn has_ending(path: &str, ending: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|own| own == ending)
}

/// Every workbook of the run, with its path.
fn workbooks(exercise: &Exercise) -> Vec<(String, Vec<u8>)> {
    let results = exercise.results();
    let workbooks = Report::list(&results, &[]).into_iter().filter(|report| has_ending(&report.path(), "xlsx"));
    workbooks.map(|report| (report.path(), bytes(&report, &results))).collect()
}

#[test]
fn a_run_writes_the_files_of_the_contract() {
    let exercise = exercise();
    let (documents, mut paths): (Vec<String>, Vec<String>) =
        Report::list(&exercise.results(), &[]).iter().map(Report::path).partition(|path| has_ending(path, "docx"));
    assert!(!documents.is_empty(), "{documents:?}");
    assert_eq!(paths.len(), 4 + UNITS.len());
    paths.truncate(5);
    assert_eq!(
        paths,
        ["bao-cao-xep-hang.xlsx", "ket-qua-kiem-tra.xlsx", "de-xuat-khen-thuong.xlsx", "result.json", "don-vi/don-vi-1.xlsx"]
    );
}

#[test]
fn result_json_names_campaign_sets_and_units_in_order() {
    let json = result_json(&exercise());
    assert_eq!(json["schema"], "parindex/result/1");
    assert_eq!((&json["campaign"]["id"], &json["campaign"]["year"]), (&json!("tinh-2018"), &json!(2018)));
    let group = &json["groups"][0];
    assert_eq!((&group["set"]["id"], &group["set"]["version"]), (&json!("mau-so-nganh"), &json!("1")));
    assert_eq!(group["mean_index"], "80.91");
    let units = group["units"].as_array().unwrap();
    let last: Vec<Value> = units.iter().skip(17).map(|unit| json!([unit["id"], unit["status"], unit["place"]])).collect();
    assert_eq!(
        last,
        [json!(["don-vi-15", "ranked", 18]), json!(["don-vi-18", "unranked", null]), json!(["don-vi-20", "not_submitted", null])]
    );
    let tied: Vec<Value> = units.iter().filter(|unit| unit["tied"] == true).map(|unit| json!([unit["id"], unit["place"]])).collect();
    assert_eq!(tied, [json!(["don-vi-8", 4]), json!(["don-vi-13", 4]), json!(["don-vi-9", 12]), json!(["don-vi-10", 12])]);
}

#[test]
fn result_json_prints_decimals_as_strings_and_what_is_missing_as_null() {
    let json = result_json(&exercise());
    let units = json["groups"][0]["units"].as_array().unwrap();
    let of = |id: &str| units.iter().find(|unit| unit["id"] == id).unwrap();
    let excused = of("don-vi-7");
    assert_eq!((&excused["applicable_max"], &excused["points"], &excused["index"]), (&json!("97.50"), &json!("80.00"), &json!("82.05")));
    assert_eq!(
        excused["stages"],
        json!({ "claimed": "85.00", "computed": "69.29", "accepted": "69.29", "appraised_1": "69.29", "appraised_2": null,
                "survey": "10.71", "adjustments": null })
    );
    let criteria = excused["criteria"].as_array().unwrap();
    assert_eq!(criteria.len(), 48);
    let leaf = criteria.iter().find(|node| node["id"] == "4.2").unwrap();
    assert_eq!(
        json!([leaf["depth"], leaf["max"], leaf["applicable"], leaf["applicable_max"], leaf["official"], leaf["index"]]),
        json!([2, "2.50", false, "0.00", null, null])
    );
    assert_eq!(excused["over_claim"], json!({ "net": "15.71", "positive": "15.71" }));
    let silent = of("don-vi-20");
    assert_eq!(json!([silent["points"], silent["index"], silent["grade"]]), json!([null, null, null]));
}

#[test]
fn result_json_carries_awards_and_findings() {
    let json = result_json(&exercise());
    let flag = &json["awards"][0];
    assert_eq!(json!([flag["id"], flag["quota"], flag["chosen"], flag["tied_at_edge"]]), json!(["co", 1, ["don-vi-12"], []]));
    assert_eq!(flag["considered"].as_array().unwrap().len(), UNITS.len());
    assert_eq!(flag["considered"][0]["reasons"][0], "Xếp hạng 1/18 khối “Các sở, ban, ngành”, chỉ số 85,00%.");
    let finding = json["findings"].as_array().unwrap().last().unwrap();
    for (field, value) in [
        ("code", json!("K004")),
        ("severity", json!("warning")),
        ("unit", json!("don-vi-4")),
        ("criterion", json!("3.1")),
        ("file", json!("submissions/don-vi-4.xlsx")),
        ("sheet", json!("Tài liệu kiểm chứng")),
        ("cell", json!("C12")),
        ("line", Value::Null),
        ("message", json!("=1+1 không phải là số ký hiệu văn bản.")),
    ] {
        assert_eq!(finding[field], value, "{field}");
    }
}

#[test]
fn more_decimals_are_printed_where_the_group_asks() {
    let mut exercise = exercise();
    exercise.ranking.groups[0].group.rounding = Rounding { decimals: 3, ..Rounding::default() };
    let json = result_json(&exercise);
    let excused = json["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "don-vi-7").unwrap().clone();
    assert_eq!(json!([excused["index"], excused["criteria"][0]["max"]]), json!(["82.051", "12.500"]));
    let book = open(exercise.file("bao-cao-xep-hang.xlsx"));
    check_row(
        sheet(&book, "Xếp hạng – Các sở, ban, ngành"),
        "Sở Nông nghiệp và Phát triển nông thôn",
        &["9", "Sở Nông nghiệp và Phát triển nông thôn", "97.5", "85", "69.286", "69.286", "69.286", "10.714", "80", "82.051", "Tốt", ""],
    );
}

#[test]
fn the_axis_of_indexes_ends_at_100_unless_one_passes_it() {
    let mut exercise = exercise();
    let axis = |exercise: &Exercise| {
        let chart = unzip(&exercise.file("bao-cao-xep-hang.xlsx")).into_iter().find(|(name, _)| name == "xl/charts/chart1.xml").unwrap().1;
        String::from_utf8(chart).unwrap().contains("<c:max val=\"100\"/>")
    };
    assert!(axis(&exercise), "without an end the axis may run to 120");
    exercise.ranking.groups[0].rows[0].index = Points::parse("101.5");
    assert!(!axis(&exercise));
}

#[test]
fn the_ranking_lists_everyone_with_stages_notes_and_the_mean() {
    let book = open(exercise().file("bao-cao-xep-hang.xlsx"));
    let names: Vec<&str> = book.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Tóm tắt",
            "Thông tin chung",
            "Trình ký",
            "Xếp hạng – Các sở, ban, ngành",
            "Biểu đồ",
            "Cách biệt – Các sở, ban, ngành",
            "Lĩnh vực – Các sở, ban, ngành",
            "Tiêu chí – Các sở, ban, ngành",
            "Mạnh, yếu – Các sở, ban, ngành",
            "Chênh lệch tự chấm",
            "Điều tra XHH",
            "Không áp dụng",
            "Phụ lục quy tắc chấm"
        ]
    );
    let places = sheet(&book, "Xếp hạng – Các sở, ban, ngành");
    let tied = [
        "4",
        "Sở Giao thông vận tải",
        "100",
        "87.5",
        "72.5",
        "72.5",
        "72.5",
        "11.07",
        "83.57",
        "83.57",
        "Tốt",
        "Đồng hạng với “Sở Văn hóa, Thể thao và Du lịch”: chỉ số chưa làm tròn bằng nhau (83,57%), khối không quy định tiêu chí phụ.",
    ];
    check_row(places, "Sở Giao thông vận tải", &tied);
    let parts = "Các cột đã làm tròn cộng lại là 80,72, do làm tròn.";
    check_row(
        places,
        "Thanh tra tỉnh",
        &["11", "Thanh tra tỉnh", "100", "87.5", "71.43", "71.43", "71.43", "9.29", "80.71", "80.71", "Tốt", parts],
    );
    check_row(places, "Sở Ngoại vụ", &["–", "Sở Ngoại vụ", "100", "", "", "", "", "", "", "", "", "Chưa gửi báo cáo tự đánh giá."]);
    let mean = places.iter().find(|row| word(&row[1]) == "Giá trị trung bình").unwrap();
    assert_eq!((word(&mean[9]), word(&mean[11])), ("80.91".into(), "Tính trên 18 đơn vị được xếp hạng".into()));
}

#[test]
fn the_overview_adds_the_figures_of_all_units_up() {
    let book = open(exercise().file("bao-cao-xep-hang.xlsx"));
    let overview = sheet(&book, "Thông tin chung");
    check_row(overview, "Hồ sơ tiếp nhận", &["Hồ sơ tiếp nhận", "", "19171", "hồ sơ", "tổng của 19 đơn vị", "", ""]);
    let rate = "Tỷ lệ hồ sơ giải quyết đúng hạn";
    check_row(overview, rate, &[rate, "", "95.68", "%", "17.271 / 18.050 = 95,68%", "", ""]);
    check_row(overview, "Hồ sơ đúng hạn", &["Hồ sơ đúng hạn", "", "17271", "hồ sơ", "tổng của 19 đơn vị", "", ""]);
    let both = "Tỷ lệ: Hồ sơ đúng hạn";
    check_row(overview, both, &[both, "", "95.68", "%", "17.271 / 18.050 = 95,68%", "", ""]);
    check_row(overview, "Cộng", &["Cộng", "", "", "", "20", "19", "18"]);
}

#[test]
fn totals_add_the_criteria_that_they_name() {
    let mut exercise = exercise();
    // The same id means reports in another criterion.
    for sent in exercise.evidenced.values_mut() {
        let reports = Answer { figures: [("dung_han".into(), Figure::Number(Points::from(1_000)))].into(), ..Answer::default() };
        sent.assessment.answers.insert("1.2".into(), reports);
    }
    let rate = |exercise: &Exercise| {
        let book = open(exercise.file("bao-cao-xep-hang.xlsx"));
        let row = sheet(&book, "Thông tin chung").iter().find(|row| word(&row[0]) == "Tỷ lệ hồ sơ giải quyết đúng hạn").unwrap().clone();
        word(&row[5 - 1])
    };
    assert_eq!(rate(&exercise), "36.271 / 18.050 = 200,95%", "without its criteria a total adds all that share an id");
    exercise.totals[2].criteria = vec!["3.1".into()];
    assert_eq!(rate(&exercise), "17.271 / 18.050 = 95,68%");
}

#[test]
fn matrices_hold_every_area_and_criterion_of_every_unit() {
    let book = open(exercise().file("bao-cao-xep-hang.xlsx"));
    let criteria = sheet(&book, "Tiêu chí – Các sở, ban, ngành");
    let row = criteria.iter().find(|row| word(&row[0]) == "4.2").unwrap();
    assert_eq!(row.len(), 4 + UNITS.len());
    assert_eq!(word(&row[4 + 8]), "–", "what does not apply is told apart from what is missing");
    assert!(criteria.iter().all(|row| matches!(row[0], Data::String(_) | Data::Empty)), "ids are text, also 4.2");
    let areas = sheet(&book, "Lĩnh vực – Các sở, ban, ngành");
    let best = areas.iter().find(|row| word(&row[0]) == "1").unwrap();
    assert_eq!(
        best[2..].iter().map(word).collect::<Vec<_>>(),
        ["88.57", "88.57", "88.57", "82.86", "82.86", "94.29", "77.14", "77.14", "85"]
    );
}

#[test]
fn the_proposal_names_who_is_chosen_and_why_for_everyone() {
    let book = open(exercise().file("de-xuat-khen-thuong.xlsx"));
    let proposal = sheet(&book, "Danh sách đề nghị");
    let first = "Sở Lao động - Thương binh và Xã hội";
    // The award stands above its rows.
    check_row(proposal, first, &["1", first, "Các sở, ban, ngành", "1/18", "85", "Tốt", "", "", ""]);
    let flag = sheet(&book, "1. Cờ thi đua của Ủy ban nhân");
    let reasons = "Đạt điều kiện chỉ số từ 75% trở lên.\nĐề nghị khen thưởng: thứ 1 trong 1 chỉ tiêu.";
    assert_eq!(word(&flag.iter().find(|row| word(&row[1]) == first).unwrap()[6]), reasons);
    let considered = sheet(&book, "2. Bằng khen của Chủ tịch Ủy");
    let verdict = |name: &str| word(&considered.iter().find(|row| word(&row[1]) == name).unwrap()[5]);
    assert_eq!(verdict("Sở Lao động - Thương binh và Xã hội"), "Không đủ điều kiện");
    assert_eq!(verdict("Sở Tài chính"), "Không đủ điều kiện");
    assert_eq!(verdict("Sở Tư pháp"), "Đề nghị khen thưởng");
    assert_eq!(verdict("Thanh tra tỉnh"), "Đủ điều kiện, vượt chỉ tiêu");
    assert_eq!(verdict("Sở Ngoại vụ"), "Không đủ điều kiện");
    let over = considered.iter().find(|row| word(&row[1]) == "Sở Tư pháp").unwrap();
    assert_eq!(over[7..9].iter().map(word).collect::<Vec<_>>(), ["14.64", "14.64"], "what was claimed too high, net and positive only");
}

/// Reads a sheet as it is printed: of every row, its height in whole points and what stands in its first cell with text;
/// beside them the rows that begin a page.
pub fn printed(book: &[u8], number: usize, name: &str) -> (Vec<(u32, String)>, Vec<usize>) {
    let parts = unzip(book);
    let part = format!("xl/worksheets/sheet{number}.xml");
    let xml = String::from_utf8(parts.into_iter().find(|(name, _)| *name == part).unwrap().1).unwrap();
    let breaks = xml.split("<brk id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    let book = open(book.to_vec());
    let words = sheet(&book, name).iter().map(|row| row.iter().map(word).find(|word| !word.is_empty()).unwrap_or_default());
    let height = |row: usize| {
        let row = xml.split(&format!("<row r=\"{row}\" ")).nth(1)?.split('>').next()?;
        row.split("ht=\"").nth(1)?.split(['"', '.']).next()?.parse::<u32>().ok()
    };
    let rows = words.enumerate().map(|(row, words)| (height(row + 1).unwrap_or(15), words)).collect();
    (rows, breaks)
}

#[test]
fn signatures_stand_on_one_page_with_the_last_units_however_many_there_are() {
    for many in 0..40 {
        let mut exercise = exercise();
        let rows = &mut exercise.ranking.groups[0].rows;
        let first = rows[0].clone();
        (0..many).for_each(|_| rows.insert(0, first.clone()));
        let book = exercise.file("bao-cao-xep-hang.xlsx");
        let (rows, breaks) = printed(&book, 3, "Trình ký");
        let scale = scale_of_what_is_signed(&book);
        // A sheet of A4 is 842 points high, 115 of them margins, and scaled down by 467/512 here; below the first page a head is
        // repeated, and programs differ in how high they set a row.
        for room in [780, 750].map(|room| room * 91 / scale) {
            let (mut page, mut used) = (0, 0);
            let mut pages = Vec::new();
            for (row, (height, words)) in rows.iter().enumerate() {
                if breaks.contains(&row) || used + height > room {
                    (page, used) = (page + 1, 0);
                }
                used += height;
                pages.push((page, words.as_str()));
            }
            let signed = pages.iter().position(|(_, words)| *words == "NGƯỜI LẬP BIỂU").unwrap();
            // Above the room are an empty row and the last two rows of the table, and one of the units with them.
            let unit = |(_, words): &(usize, &str)| words.parse::<u32>().is_ok();
            let (on, _) = pages.iter().take(signed).rfind(|row| unit(row)).unwrap();
            assert_eq!(*on, pages[signed].0, "{many} units more: no unit beside the signatures: {pages:?}");
            let (_, last) = pages.split_at(signed - 3);
            assert!(last.iter().all(|(on, _)| *on == last[0].0), "{many} units more: {pages:?}");
            assert!(!last[0].1.is_empty() && !last[1].1.is_empty() && last[2].1.is_empty(), "{last:?}");
        }
    }
}

/// Gives the scale of the sheet that is signed, in hundredths. Its columns fit at 91; where a page of it would be left blank for
/// a quarter or more, it is set smaller.
fn scale_of_what_is_signed(book: &[u8]) -> u32 {
    let xml = sheet_xml(book, "Trình ký");
    xml.split(" scale=\"").nth(1).map_or(91, |rest| rest.split('"').next().unwrap().parse().unwrap())
}

/// Rows of the sheet that is signed, page by page, at a height of the page in points: the first words of each.
fn pages_of(rows: &[(u32, String)], breaks: &[usize], room: u32) -> Vec<Vec<String>> {
    let (mut pages, mut used): (Vec<Vec<String>>, u32) = (vec![Vec::new()], 0);
    for (row, (height, words)) in rows.iter().enumerate() {
        if breaks.contains(&row) || used + height > room {
            pages.push(Vec::new());
            used = 0;
        }
        used += height;
        pages.last_mut().unwrap().push(words.clone());
    }
    pages
}

#[test]
fn on_what_is_signed_no_heading_of_a_group_and_no_last_unit_stands_alone() {
    for many in (0..40).step_by(3) {
        let mut exercise = exercise();
        exercise.campaign.reports.council = (many % 2 == 0).then(|| "Hội đồng thẩm định".into());
        let mut second = exercise.ranking.groups[0].clone();
        second.group.name = "Khối hai".into();
        for (ranking, more) in exercise.ranking.groups.iter_mut().chain([&mut second]).zip([many, 39 - many]) {
            let first = ranking.rows[0].clone();
            (0..more).for_each(|_| ranking.rows.insert(0, first.clone()));
        }
        exercise.ranking.groups.push(second);
        let book = exercise.file("bao-cao-xep-hang.xlsx");
        let (rows, breaks) = printed(&book, 3, "Trình ký");
        let scale = scale_of_what_is_signed(&book);
        let unit = |words: &String| words.parse::<u32>().is_ok();
        let heads = |words: &String| words.contains("đơn vị được xếp hạng)");
        for room in [780, 750] {
            let pages = pages_of(&rows, &breaks, room * 91 / scale);
            assert!(pages.len() > 1, "{many}");
            for page in &pages {
                let body = page.iter().position(|words| words == "Thứ hạng").map_or(&page[..], |head| &page[head + 1..]);
                let told = format!("{many} units more: {pages:#?}");
                for (at, _) in body.iter().enumerate().filter(|(_, words)| heads(words)) {
                    assert!(body.get(at + 1).is_some_and(unit) && body.get(at + 2).is_some(), "{told}");
                }
                // Units at the top whose group began on the page before: never one alone. What is said below them may go on overleaf,
                // above the next group.
                let rest = body.iter().take_while(|words| !heads(words));
                let units = rest.clone().filter(|words| unit(words)).count();
                assert!(units != 1 && (units > 1 || rest.count() < body.len() || body.is_empty()), "{told}");
            }
        }
    }
}

#[test]
fn a_last_page_with_a_row_or_two_is_drawn_in_and_one_with_many_is_not() {
    let fits = |many: usize| {
        let mut exercise = exercise();
        let rows = &mut exercise.ranking.groups[0].rows;
        let first = rows[0].clone();
        (0..many).for_each(|_| rows.insert(0, first.clone()));
        let name = format!("Xếp hạng – {}", exercise.ranking.groups[0].group.name);
        // A page in height is what no attribute means.
        let xml = sheet_xml(&exercise.file("bao-cao-xep-hang.xlsx"), &name);
        let setup = xml.split("<pageSetup").nth(1).unwrap().split('>').next().unwrap();
        if setup.contains("fitToHeight=\"0\"") { 'f' } else { '1' }
    };
    let found: String = (2..50).map(fits).collect();
    // Thirteen rows are 8 % of the scale; a page of its own for more than these is as it was.
    assert!(found.contains("f1") && found.contains("1f"), "{found}");
    assert!(found.split('f').all(|drawn| drawn.len() <= 13), "{found}");
}

/// Gives the XML of a sheet.
fn sheet_xml(bytes: &[u8], name: &str) -> String {
    let number = open(bytes.to_vec()).iter().position(|(found, _)| found == name).unwrap() + 1;
    let part = format!("xl/worksheets/sheet{number}.xml");
    String::from_utf8(unzip(bytes).into_iter().find(|(name, _)| *name == part).unwrap().1).unwrap()
}

#[test]
fn the_title_of_a_wide_matrix_stands_on_its_first_sheet_of_paper() {
    let mut exercise = exercise();
    let rows = &mut exercise.ranking.groups[0].rows;
    let first = rows[0].clone();
    while rows.len() < 50 {
        rows.insert(0, first.clone());
    }
    let matrix = format!("Tiêu chí – {}", exercise.ranking.groups[0].group.name);
    let xml = sheet_xml(&exercise.file("bao-cao-xep-hang.xlsx"), &matrix);
    assert!(xml.contains("fitToWidth=\"3\""), "three sheets in width");
    // Four columns stay on each, beside a third of 50 units.
    let merged: Vec<&str> = xml.split("<mergeCell ref=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(merged.len() > 3 && merged.iter().all(|area| area.starts_with('A') && area.contains(":U")), "{merged:?}");
}

/// Gives the height of figures of a sheet in print, in tenths of a point: its columns are fitted to one sheet of A4, or to several with
/// some of them on each.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "widths are fractions, and sizes are small and above 0"
)]
fn print_size(xml: &str, fixed: usize) -> u32 {
    let attribute = |words: &str, name: &str| Some(words.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?.to_owned());
    let number = |words: &str, name: &str| attribute(words, name).and_then(|words| words.parse::<f64>().ok());
    let mut widths = Vec::new();
    for column in xml.split("<col ").skip(1) {
        let column = format!(" {}", column.split('>').next().unwrap());
        let [first, last, width] = ["min", "max", "width"].map(|name| number(&column, name).unwrap());
        (first as u32..=last as u32).for_each(|_| widths.push(width * 7.0 * 0.75));
    }
    let setup = format!(" {}", xml.split("<pageSetup").nth(1).unwrap().split('>').next().unwrap());
    if let Some(scale) = number(&setup, "scale") {
        return (scale * 1.2) as u32;
    }
    let pages = number(&setup, "fitToWidth").unwrap_or(1.0) as usize;
    let fixed = if pages > 1 { fixed } else { 0 };
    let across = fixed + (widths.len() - fixed).div_ceil(pages);
    let paper = if setup.contains("landscape") { 842.0 } else { 595.0 } - 128.0;
    (120.0 * (paper / widths[..across].iter().sum::<f64>()).min(1.0)) as u32
}

#[test]
fn figures_can_be_read_in_print_however_many_units_there_are() {
    for many in [0, 9, 14, 40, 90] {
        let mut exercise = exercise();
        let rows = &mut exercise.ranking.groups[0].rows;
        let first = rows[0].clone();
        (0..many).for_each(|_| rows.insert(0, first.clone()));
        let bytes = exercise.file("bao-cao-xep-hang.xlsx");
        for (name, _) in open(bytes.clone()) {
            let size = print_size(&sheet_xml(&bytes, &name), 4);
            // A heat map of very many units is read on the screen: smaller figures save two thirds of its pages.
            let least = if many >= 14 && name.starts_with("Tiêu chí – ") { 55 } else { 72 };
            assert!(size >= least, "{many} units more, {name}: {size} tenths of a point");
        }
    }
}

#[test]
fn colours_by_value_are_lighter_the_more_there_is() {
    let exercise = exercise();
    let areas = format!("Lĩnh vực – {}", exercise.ranking.groups[0].group.name);
    let xml = sheet_xml(&exercise.file("bao-cao-xep-hang.xlsx"), &areas);
    let scale = xml.split("<colorScale>").nth(1).unwrap().split("</colorScale>").next().unwrap();
    // CIE lightness, from 0 to 100: what is left of a colour on a copier.
    let lightness = |colour: &str| {
        let linear = |at: usize| (f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0).powf(2.2);
        116.0 * (0.2126 * linear(2) + 0.7152 * linear(4) + 0.0722 * linear(6)).cbrt() - 16.0
    };
    let scale: Vec<f64> = scale.split("rgb=\"").skip(1).map(|rest| lightness(&rest[..8])).collect();
    assert!(scale.len() == 3 && scale.windows(2).all(|two| two[1] - two[0] > 10.0), "{scale:?}");
}

#[test]
fn a_tie_at_the_edge_is_put_before_the_council() {
    let mut exercise = exercise();
    let rule = AwardRule { quota: Quota::Number(4), ..exercise.shortlists[1].award.clone() };
    exercise.shortlists = award::shortlist(&[rule], &exercise.ranking, &exercise.units, &BTreeMap::new()).value;
    let book = open(exercise.file("de-xuat-khen-thuong.xlsx"));
    let words: Vec<String> = sheet(&book, "Danh sách đề nghị").iter().flatten().map(word).collect();
    assert!(
        words.contains(&"Bằng nhau ở vị trí cuối của chỉ tiêu, còn 1 chỉ tiêu, đề nghị Hội đồng xem xét, lựa chọn:".to_owned()),
        "{words:?}"
    );
    let summary = "Chỉ tiêu: 4; đề nghị 3, chờ Hội đồng xem xét: 2.";
    assert!(words.iter().any(|word| word.ends_with(summary)), "{words:?}");
}

#[test]
fn each_edge_at_which_units_are_equal_says_whose_places_are_left() {
    let mut exercise = exercise();
    let group = exercise.ranking.groups[0].group.clone();
    let open_to_all = AwardRule { quota: Quota::Number(4), ..exercise.shortlists[1].award.clone() };
    let per_group = AwardRule { per_group: true, ..open_to_all.clone() };
    let kept = AwardRule { quota: Quota::Number(5), reserved: vec![(group.id.clone(), 4)], ..open_to_all.clone() };
    let mut edges = |rule: AwardRule| {
        exercise.shortlists = award::shortlist(&[rule], &exercise.ranking, &exercise.units, &BTreeMap::new()).value;
        let book = open(exercise.file("de-xuat-khen-thuong.xlsx"));
        let words: Vec<String> = sheet(&book, "Danh sách đề nghị").iter().flatten().map(word).collect();
        words.into_iter().filter(|word| word.starts_with("Bằng nhau ở vị trí cuối của chỉ tiêu")).collect::<Vec<_>>()
    };
    let name = &group.name;
    assert_eq!(
        edges(per_group),
        [format!("Bằng nhau ở vị trí cuối của chỉ tiêu của {name}, còn 1 chỉ tiêu, đề nghị Hội đồng xem xét, lựa chọn:")]
    );
    // The two have room on the place that is kept and on the one that is not.
    assert!(edges(kept.clone()).is_empty());
    let two = AwardRule { quota: Quota::Number(4), ..kept };
    assert_eq!(
        edges(two),
        [format!("Bằng nhau ở vị trí cuối của chỉ tiêu dành riêng cho {name}, còn 1 chỉ tiêu, đề nghị Hội đồng xem xét, lựa chọn:")]
    );
}

#[test]
fn a_unit_is_told_its_place_its_stages_and_why() {
    let book = open(exercise().file("don-vi/don-vi-4.xlsx"));
    let result = sheet(&book, "Kết quả");
    check_row(result, "Hạng", &["Hạng", "", "15/18", "", "", "", "", "", "", "", ""]);
    check_row(
        result,
        "Chỉ số trung bình của khối",
        &["Chỉ số trung bình của khối", "", "80,91% (18 đơn vị)", "", "", "", "", "", "", "", ""],
    );
    // What was lost is explained by the council's words, else by what was withheld, else by the figures.
    let lost = |id: &str| {
        let from = result.iter().position(|row| word(&row[0]) == "Các tiêu chí chưa đạt điểm tối đa và lý do").unwrap();
        result.iter().skip(from).find(|row| word(&row[0]) == id).unwrap_or_else(|| panic!("{id} lost nothing"))
    };
    assert_eq!(lost("Mã")[3..].iter().map(word).find(|word| !word.is_empty()).unwrap(), "Lý do");
    assert_eq!(word(&lost("3.1")[3]), "Đã kiểm tra hồ sơ gốc tại đơn vị.");
    let detail = sheet(&book, "Chi tiết");
    let row = detail.iter().find(|row| word(&row[0]) == "3.1").unwrap();
    // Round 2 has nothing yet, and no column.
    assert_eq!(row[2..10].iter().map(word).collect::<Vec<_>>(), ["2.5", "2.5", "2.5", "0", "0", "", "0", "0"]);
    let why = word(&row[10]);
    for part in [
        "654.074",
        "Không công nhận 100% số điểm",
        "Giải trình của đơn vị: “Đơn vị đang bổ sung",
        "Thẩm định lần 1: “Đã kiểm tra hồ sơ gốc",
    ] {
        assert!(why.contains(part), "{part} is missing in {why}");
    }
    // What is for the office to settle asks nothing of the unit.
    check_row(
        sheet(&book, "Kết quả kiểm tra"),
        "1",
        &[
            "1",
            "Cảnh báo",
            "3.1",
            "trang “Tài liệu kiểm chứng”, ô C12",
            "=1+1 không phải là số ký hiệu văn bản.",
            "Cơ quan tổ chức chấm điểm xử lý; đơn vị không phải sửa biểu.",
        ],
    );
    assert_eq!(word(&sheet(&book, "Tài liệu kiểm chứng").last().unwrap()[2]), "3/BC-SNV");
}

#[test]
fn a_unit_that_sent_nothing_is_not_given_zero_points() {
    let book = open(exercise().file("don-vi/don-vi-20.xlsx"));
    let result = sheet(&book, "Kết quả");
    check_row(result, "Hạng", &["Hạng", "", "Chưa gửi báo cáo tự đánh giá", "", "", "", "", ""]);
    check_row(result, "Tổng", &["", "Tổng", "", "100", "", "", "80.91", "85"]);
    // Pages that would have nothing but empty rows are left out, and nothing points to them.
    let names: Vec<&str> = book.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Kết quả", "Kết quả kiểm tra"]);
    let words = || book.iter().flat_map(|(_, rows)| rows.iter().flatten()).map(word);
    assert!(words().all(|words| !words.contains("Chi tiết") && !words.contains("Chưa có điểm ở bước nào")));
    assert!(words().any(|words| words == "Việc cần khắc phục ở trang “Kết quả kiểm tra”."));
}

#[test]
fn every_sheet_carries_the_notice_and_says_that_the_set_is_a_model() {
    for (path, bytes) in workbooks(&exercise()) {
        for (name, rows) in open(bytes) {
            let words: Vec<String> = rows.iter().flatten().map(word).collect();
            assert!(words.iter().any(|word| word == "SỐ LIỆU MINH HỌA"), "{path}, {name}: no notice");
            assert!(words.iter().any(|word| word.contains("bộ tiêu chí mẫu")), "{path}, {name}: not said to be a model");
        }
    }
}

#[test]
fn the_same_results_give_the_same_bytes() {
    assert_eq!(workbooks(&exercise()), workbooks(&exercise()));
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    for (path, bytes) in workbooks(&exercise()) {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none(), "{path}, {name} has a formula");
        }
    }
    let book = open(exercise().file("don-vi/don-vi-1.xlsx"));
    assert_eq!(sheet(&book, "Tài liệu kiểm chứng").last().unwrap()[2], Data::String("=HYPERLINK(\"x\")".into()));
}

#[test]
fn names_that_no_sheet_may_have_are_made_legal_and_unique() {
    let mut exercise = exercise();
    let mut another = exercise.ranking.groups[0].clone();
    another.group.name = "Khối [A]: sở/ngành có tên rất dài không vừa một trang".into();
    exercise.ranking.groups = vec![another.clone(), another];
    let names: Vec<String> = open(exercise.file("bao-cao-xep-hang.xlsx")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[3], "Xếp hạng – Khối A sở ngành có");
    assert_eq!(names[4], "Xếp hạng – Khối A sở ngành (2)");
    assert!(names.iter().all(|name| name.chars().count() <= 31));
}

/// Names that begin alike keep what tells them apart; those that are alike only because they are short stay as they are.
#[test]
fn sheets_of_long_names_are_told_apart_by_what_differs() {
    let mut exercise = exercise();
    let groups = ["Khối các cơ quan chuyên môn thuộc UBND tỉnh", "Khối các cơ quan Trung ương trên địa bàn", "Khối xã", "Khối xã đảo"];
    let of = |name: &&str| {
        let mut ranking = exercise.ranking.groups[0].clone();
        ranking.group.name = (*name).into();
        ranking
    };
    let ranked = groups.iter().map(of).collect();
    exercise.ranking.groups = ranked;
    let awards = ["Bằng khen của Chủ tịch UBND tỉnh (Khối sở)", "Bằng khen của Chủ tịch UBND tỉnh (Khối xã)", "Cờ thi đua"];
    let list = exercise.shortlists[0].clone();
    exercise.shortlists = awards.map(|called| parindex::award::Shortlist { called: called.into(), ..list.clone() }).into();
    let names = |file: &str| open(exercise.file(file)).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let places: Vec<String> = names("bao-cao-xep-hang.xlsx").into_iter().filter(|name| name.starts_with("Xếp hạng")).collect();
    assert_eq!(places, ["Xếp hạng… chuyên môn thuộc", "Xếp hạng… Trung ương trên", "Xếp hạng – Khối xã", "Xếp hạng – Khối xã đảo"]);
    let titles = names("de-xuat-khen-thuong.xlsx");
    assert_eq!(titles[1..], ["1. Bằng khen của Chủ… Khối sở", "2. Bằng khen của Chủ… Khối xã", "3. Cờ thi đua"]);
    assert!(places.iter().chain(&titles).all(|name| name.encode_utf16().count() <= 31));
}

#[test]
fn findings_stand_with_the_worst_first() {
    let book = open(exercise().file("ket-qua-kiem-tra.xlsx"));
    let severities: Vec<String> = sheet(&book, "Cần xử lý").iter().skip(5).map(|row| word(&row[2])).collect();
    assert_eq!(severities, ["Cảnh báo", "Lưu ý", "Lưu ý"]);
}

#[test]
fn words_longer_than_a_cell_are_cut_and_the_report_is_made() {
    let mut exercise = exercise();
    exercise.findings[0].message = Text::same("dài ".repeat(20_000));
    let book = open(exercise.file("ket-qua-kiem-tra.xlsx"));
    assert!(sheet(&book, "Cần xử lý").iter().flatten().any(|cell| word(cell).ends_with('…')));
}

/// The page for a minute comes first; what it says is not said again on the page of general information behind it.
#[test]
fn the_ranking_report_opens_on_its_page_for_a_minute() {
    let report = exercise().file("bao-cao-xep-hang.xlsx");
    let parts = crate::intake::raw::unzip(&report);
    let (_, book) = parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap();
    let book = String::from_utf8(book.clone()).unwrap();
    assert!(!book.contains("activeTab="), "{book}");
    assert!(book.find("name=\"Tóm tắt\"").unwrap() < book.find("name=\"Thông tin chung\"").unwrap());
    let book = open(report);
    let words = |name: &str| sheet(&book, name).iter().flatten().map(word).collect::<Vec<_>>().join("|");
    let (glance, general) = (words("Tóm tắt"), words("Thông tin chung"));
    for once in ["Cao nhất", "Thấp nhất", "Trung bình", "Xếp loại", "Nhận xét"] {
        assert!(glance.contains(once) && !general.contains(once), "{once}: {glance}\n{general}");
    }
}
