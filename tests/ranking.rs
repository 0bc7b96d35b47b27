//! Places, ties, grades and means of a group.

use std::collections::BTreeMap;

use parindex::assessment::{Excused, Stage, Unit};
use parindex::criteria::Sign;
use parindex::figure::{CriterionId, GroupId, UnitId};
use parindex::points::{Points, Rounding, RoundingMode};
use parindex::ranking::{self, Band, Group, GroupRanking, Merit, Merits, TieBreak};
use parindex::scoring::{AdjustmentScore, Node, Scorecard, Stages};

use crate::rules::dice::Dice;

/// Makes a number.
pub fn points(text: &str) -> Points {
    Points::parse(text).unwrap()
}

/// Makes a group of sở, ngành with two grades and so many decimals.
pub fn group(id: &str, decimals: u8) -> Group {
    Group {
        id: id.into(),
        name: format!("Nhóm {id}"),
        set: "mau".into(),
        grades: vec![
            Band { name: "Tốt".into(), from: points("80") },
            Band { name: "Khá".into(), from: points("70") },
            Band { name: "Kém".into(), from: points("0") },
        ],
        tie_breaks: Vec::new(),
        rounding: Rounding { decimals, ..Rounding::default() },
    }
}

/// Makes a unit of a group.
pub fn unit(id: &str, group: &str) -> Unit {
    Unit {
        id: id.into(),
        name: format!("Sở {id}"),
        aliases: Vec::new(),
        authority: None,
        place: None,
        signatory: None,
        group: GroupId::new(group),
        ranked: true,
        not_applicable: Excused::default(),
        deadlines: parindex::assessment::Deadlines::default(),
    }
}

/// Makes a scorecard with points of a maximum, and official points of criterion 1 for tie-breaks.
pub fn card(id: &str, earned: &Points, max: &Points, first: Option<&str>) -> Scorecard {
    let index = earned.over(max).map(|share| &share * &Points::hundred());
    let node = Node {
        id: CriterionId::new("1"),
        depth: 1,
        max: points("10"),
        weight: Points::one(),
        applicable: true,
        applicable_max: points("10"),
        stages: Stages::default(),
        official: first.map(points),
        index: None,
        trace: None,
    };
    Scorecard {
        unit: id.into(),
        submitted: true,
        ranked: true,
        nodes: vec![node],
        adjustments: Vec::new(),
        stages: Stages::default(),
        lateness: None,
        adjusted: None,
        points: earned.clone(),
        applicable_max: max.clone(),
        index,
        content: None,
        waits_for: Vec::new(),
        cut: None,
    }
}

/// Ranks cards as one group; gives the group and the codes found.
fn rank(group: &Group, cards: Vec<Scorecard>) -> (GroupRanking, Vec<&'static str>) {
    let units: Vec<Unit> = cards.iter().map(|card| unit(card.unit.as_str(), group.id.as_str())).collect();
    let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
    let checked = ranking::rank(std::slice::from_ref(group), &units, &cards, &BTreeMap::new());
    (checked.value.groups[0].clone(), checked.findings.iter().map(|finding| finding.code.id).collect())
}

/// Checks the lines of a ranking, `unit place[=] index grade`, and the codes found.
#[track_caller]
fn check(group: &Group, cards: Vec<Scorecard>, lines: &[&str], codes: &[&str]) {
    let (ranking, found) = rank(group, cards);
    let printed: Vec<String> = ranking
        .rows
        .iter()
        .map(|row| {
            let place = row.place.map_or(row.status.key().into(), |place| place.to_string());
            let tied = if row.tied { "=" } else { "" };
            let index = row.index.as_ref().map_or("–".into(), |index| group.rounding.vietnamese(index));
            format!("{} {place}{tied} {index} {}", row.unit, row.grade.as_deref().unwrap_or("–"))
        })
        .collect();
    assert_eq!(printed, lines);
    assert_eq!(found, codes);
}

/// Makes a scorecard out of 100 points.
pub fn of_100(id: &str, earned: &str) -> Scorecard {
    card(id, &points(earned), &Points::hundred(), None)
}

#[test]
fn equal_units_share_a_place_and_the_next_is_left_out() {
    check(
        &group("g", 2),
        vec![of_100("d", "60"), of_100("c", "80"), of_100("b", "80"), of_100("a", "90")],
        &["a 1 90,00 Tốt", "b 2= 80,00 Tốt", "c 2= 80,00 Tốt", "d 4 60,00 Kém"],
        &["K001"],
    );
}

#[test]
fn places_compare_the_index_and_not_the_points() {
    let few = card("few", &points("63"), &points("70"), None);
    check(&group("g", 2), vec![of_100("many", "85"), few], &["few 1 90,00 Tốt", "many 2 85,00 Tốt"], &[]);
}

#[test]
fn three_ninths_tie_with_a_third() {
    let third = |id: &str, by: i64| card(id, &Points::from(by), &Points::from(by * 3), None);
    check(&group("g", 2), vec![third("a", 1), third("b", 3)], &["a 1= 33,33 Kém", "b 1= 33,33 Kém"], &["K001"]);
}

#[test]
fn equal_printed_indexes_keep_their_places_with_a_note() {
    check(&group("g", 2), vec![of_100("a", "83.034"), of_100("b", "83.0341")], &["b 1 83,03 Tốt", "a 2 83,03 Tốt"], &["K003"]);
    // Huế prints three decimals, and the third decides places 13 and 14.
    check(&group("g", 3), vec![of_100("a", "83.034"), of_100("b", "83.038")], &["b 1 83,038 Tốt", "a 2 83,034 Tốt"], &[]);
}

#[test]
fn a_grade_reads_the_printed_index() {
    let truncating = Group { rounding: Rounding { mode: RoundingMode::Truncate, ..Rounding::default() }, ..group("g", 2) };
    check(&group("g", 2), vec![of_100("a", "79.995"), of_100("b", "79.994")], &["a 1 80,00 Tốt", "b 2 79,99 Khá"], &[]);
    check(&truncating, vec![of_100("a", "79.999")], &["a 1 79,99 Khá"], &[]);
}

#[test]
fn tie_breaks_decide_in_order_and_who_has_no_value_comes_last() {
    let tied = |id: &str, first: Option<&str>| card(id, &points("80"), &Points::hundred(), first);
    let cards = || vec![tied("a", None), tied("b", Some("5")), tied("c", Some("7")), tied("d", None)];
    check(
        &Group { tie_breaks: vec![TieBreak::Points("1".into())], ..group("g", 2) },
        cards(),
        &["c 1 80,00 Tốt", "b 2 80,00 Tốt", "a 3= 80,00 Tốt", "d 3= 80,00 Tốt"],
        &["K001", "K002"],
    );
    check(&group("g", 2), cards(), &["a 1= 80,00 Tốt", "b 1= 80,00 Tốt", "c 1= 80,00 Tốt", "d 1= 80,00 Tốt"], &["K001"]);
}

/// Adds a criterion to a scorecard, with its depth, index and official points.
fn with(card: Scorecard, id: &str, depth: usize, index: Option<&str>, official: Option<&str>) -> Scorecard {
    let node = Node { id: id.into(), depth, index: index.map(points), official: official.map(points), ..card.nodes[0].clone() };
    Scorecard { nodes: [card.nodes, vec![node]].concat(), ..card }
}

#[test]
fn a_tie_break_reads_its_own_criterion() {
    let tied =
        |id: &str, first: &str, second: &str| with(card(id, &points("80"), &Points::hundred(), Some(first)), "2", 1, None, Some(second));
    let cards = || vec![tied("a", "9", "5"), tied("b", "1", "7")];
    let by = |id: &str| Group { tie_breaks: vec![TieBreak::Points(id.into())], ..group("g", 2) };
    check(&by("2"), cards(), &["b 1 80,00 Tốt", "a 2 80,00 Tốt"], &["K002"]);
    check(&by("1"), cards(), &["a 1 80,00 Tốt", "b 2 80,00 Tốt"], &["K002"]);
}

#[test]
fn a_tie_break_reads_its_own_line_of_bonus_or_penalty() {
    let line = |id: &str, sign: Sign, official: &str| AdjustmentScore {
        id: id.into(),
        sign,
        stages: Stages::default(),
        official: Some(points(official)),
        trace: None,
    };
    let tied = |id: &str, bonus: &str, penalty: &str| Scorecard {
        adjustments: vec![line("T1", Sign::Bonus, bonus), line("P1", Sign::Penalty, penalty)],
        ..of_100(id, "80")
    };
    let cards = || vec![tied("a", "1", "2"), tied("b", "3", "5")];
    let by = |id: &str| Group { tie_breaks: vec![TieBreak::Points(id.into())], ..group("g", 2) };
    check(&by("T1"), cards(), &["b 1 80,00 Tốt", "a 2 80,00 Tốt"], &["K002"]);
    check(&by("P1"), cards(), &["a 1 80,00 Tốt", "b 2 80,00 Tốt"], &["K002"]);
}

/// Ranks cards by a tie-break; gives the units in order, and what is said of each.
fn told(by: TieBreak, cards: Vec<Scorecard>, merits: &[(&str, Merits)]) -> Vec<(String, Vec<String>)> {
    let group = Group { tie_breaks: vec![by], ..group("g", 2) };
    let units: Vec<Unit> = cards.iter().map(|card| unit(card.unit.as_str(), "g")).collect();
    let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
    let merits = merits.iter().map(|(id, merits)| ((*id).into(), merits.clone())).collect();
    let ranking = ranking::rank(&[group], &units, &cards, &merits).value;
    let said = |row: &ranking::Row| (row.unit.to_string(), row.ties.iter().map(|said| said.vi.clone()).collect());
    ranking.groups[0].rows.iter().map(said).collect()
}

#[test]
fn every_kind_of_tie_break_decides_and_says_by_what() {
    let stage = |id: &str, claimed: &str, survey: &str| {
        let stages = Stages { claimed: Some(points(claimed)), survey: Some(points(survey)), ..Stages::default() };
        Scorecard { stages, ..of_100(id, "80") }
    };
    let index = |id: &str, of_2: &str| with(stage(id, "90", "9"), "2", 1, Some(of_2), None);
    let plain = || vec![stage("a", "90", "9"), stage("b", "90", "9")];
    let rose = |by: &str| Merits { progress: Some(points(by)), ..Merits::default() };
    let errors = |codes: &[&'static str]| Merits { errors: codes.to_vec(), ..Merits::default() };
    let found = |codes: &[&'static str]| Merits { found: codes.to_vec(), ..Merits::default() };
    let net = |over: &str| Merits { over_claim_net: Some(points(over)), ..Merits::default() };
    let positive = |over: &str| Merits { over_claim_positive: Some(points(over)), ..Merits::default() };
    let cases = [
        (TieBreak::Index("2".into()), vec![index("a", "50"), index("b", "60")], vec![], "xét chỉ số tiêu chí 2: 60,00% so với 50,00%."),
        (
            TieBreak::Stage(Stage::Claimed),
            vec![stage("a", "85", "9"), stage("b", "90", "9")],
            vec![],
            "xét tổng điểm bước “Tự đánh giá”: 90,00 so với 85,00.",
        ),
        (TieBreak::Survey, vec![stage("a", "90", "8"), stage("b", "90", "9")], vec![], "xét điểm điều tra xã hội học: 9,00 so với 8,00."),
        (
            TieBreak::Merit(Merit::Progress),
            plain(),
            vec![("a", rose("1")), ("b", rose("1.5"))],
            "xét mức tăng chỉ số so với năm trước (điểm phần trăm): 1,50 so với 1,00.",
        ),
        (
            TieBreak::Merit(Merit::Progress),
            plain(),
            vec![("b", rose("-5"))],
            "xét mức tăng chỉ số so với năm trước (điểm phần trăm): -5,00 so với chưa có.",
        ),
        (
            TieBreak::Merit(Merit::OpenErrors),
            plain(),
            vec![("a", errors(&["E001", "E001", "P011"])), ("b", errors(&["E001"]))],
            "xét số lỗi chưa khắc phục, ít hơn thì đứng trước: 1 so với 3.",
        ),
        (
            TieBreak::Merit(Merit::Findings(vec!["E010".into()])),
            plain(),
            vec![("a", found(&["E010", "E011"])), ("b", found(&["E011", "E011"]))],
            "xét số kết quả kiểm tra “tài liệu không có số, ký hiệu”, ít hơn thì đứng trước: 0 so với 1.",
        ),
        (
            TieBreak::Merit(Merit::OverClaimNet),
            plain(),
            vec![("a", net("2")), ("b", net("1"))],
            "xét chênh lệch tự chấm (bù trừ), ít hơn thì đứng trước: 1,00 so với 2,00.",
        ),
        (
            TieBreak::Merit(Merit::OverClaimPositive),
            plain(),
            vec![("a", positive("2")), ("b", positive("0"))],
            "xét tổng điểm tự chấm cao hơn kết quả công nhận, ít hơn thì đứng trước: 0,00 so với 2,00.",
        ),
    ];
    for (by, cards, merits, why) in cases {
        let told = told(by.clone(), cards, &merits);
        let [first, second] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((first.0.as_str(), second.0.as_str()), ("b", "a"), "{by:?}");
        let ahead = format!("Đứng trước “Sở a” (hạng 2): chỉ số chưa làm tròn bằng nhau, {why}");
        assert_eq!(first.1, [ahead], "{by:?}");
    }
}

#[test]
fn shared_places_and_equal_printed_indexes_say_why() {
    let tied = |id: &str, first: &str| card(id, &points("80"), &Points::hundred(), Some(first));
    let cards = vec![tied("a", "5"), tied("b", "7"), tied("c", "5"), of_100("d", "80.001"), of_100("e", "70")];
    let said = told(TieBreak::Points("1".into()), cards, &[]);
    let expected: [(&str, &[&str]); 5] = [
        ("d", &["Đứng trước “Sở b” (hạng 2): chỉ số làm tròn bằng nhau, chỉ số chưa làm tròn là 80,001% so với 80,000%."]),
        (
            "b",
            &[
                "Đứng sau “Sở d” (hạng 1): chỉ số làm tròn bằng nhau, chỉ số chưa làm tròn là 80,000% so với 80,001%.",
                "Đứng trước “Sở a” (hạng 3): chỉ số chưa làm tròn bằng nhau, xét điểm tiêu chí 1: 7,00 so với 5,00.",
            ],
        ),
        (
            "a",
            &[
                "Đồng hạng với “Sở c”: chỉ số chưa làm tròn bằng nhau (80,00%), tiêu chí phụ cũng bằng nhau (điểm tiêu chí 1: 5,00).",
                "Đứng sau “Sở b” (hạng 2): chỉ số chưa làm tròn bằng nhau, xét điểm tiêu chí 1: 5,00 so với 7,00.",
            ],
        ),
        (
            "c",
            &[
                "Đồng hạng với “Sở a”: chỉ số chưa làm tròn bằng nhau (80,00%), tiêu chí phụ cũng bằng nhau (điểm tiêu chí 1: 5,00).",
                "Đứng sau “Sở b” (hạng 2): chỉ số chưa làm tròn bằng nhau, xét điểm tiêu chí 1: 5,00 so với 7,00.",
            ],
        ),
        ("e", &[]),
    ];
    let got: Vec<(&str, Vec<&str>)> = said.iter().map(|(unit, said)| (unit.as_str(), said.iter().map(String::as_str).collect())).collect();
    assert_eq!(got, expected.map(|(unit, said)| (unit, said.to_vec())));
}

#[test]
fn the_mean_of_an_area_counts_ranked_units_to_which_it_applies() {
    let area = |id: &str, index: Option<&str>| with(of_100(id, "80"), "2", 1, index, None);
    let below = |id: &str| with(area(id, Some("60")), "2.1", 2, Some("10"), None);
    let outside = Scorecard { ranked: false, ..area("d", Some("100")) };
    let (ranking, _) = rank(&group("g", 2), vec![area("a", Some("50")), below("b"), area("c", None), outside]);
    assert_eq!(ranking.area_mean(&"2".into()), Some(&points("55")));
    assert_eq!(ranking.area_mean(&"1".into()), None, "no unit has an index there");
    assert_eq!(ranking.area_mean(&"2.1".into()), None, "what is inside an area is no area");
}

#[test]
fn units_without_a_place_come_after_and_stay_out_of_the_mean() {
    let silent = Scorecard { submitted: false, ranked: false, ..of_100("b", "0") };
    let special = Scorecard { ranked: false, ..of_100("c", "99") };
    let cards = vec![silent, special, of_100("z10", "60"), of_100("z9", "60")];
    let (ranking, _) = rank(&group("g", 2), cards.clone());
    assert_eq!((ranking.counted, ranking.mean_index.clone()), (2, Some(points("60"))));
    let lines = ["z9 1= 60,00 Kém", "z10 1= 60,00 Kém", "c unranked 99,00 –", "b not_submitted – –"];
    check(&group("g", 2), cards, &lines, &["K001"]);
}

#[test]
fn nothing_applies_and_there_is_no_index() {
    let (ranking, codes) = rank(&group("g", 2), vec![card("a", &Points::zero(), &Points::zero(), None)]);
    assert_eq!((ranking.mean_index, ranking.rows[0].place, codes), (None, None, vec!["K004"]));
}

#[test]
fn binh_duong_2017_is_reproduced() {
    let table = [
        ("thu-dau-mot", "51.75", "32.83"),
        ("tan-uyen", "48.75", "33.25"),
        ("bau-bang", "47.45", "32.82"),
        ("thuan-an", "46.8", "32.24"),
        ("di-an", "46.5", "31.56"),
        ("ben-cat", "45.75", "32.08"),
        ("dau-tieng", "44", "32.22"),
        ("phu-giao", "46", "30.03"),
        ("bac-tan-uyen", "40.45", "31.01"),
    ];
    let cards = table.iter().map(|(id, council, survey)| card(id, &(&points(council) + &points(survey)), &Points::hundred(), None));
    let (ranking, codes) = rank(&group("huyen", 2), cards.collect());
    let places: Vec<(&str, Option<usize>)> = ranking.rows.iter().map(|row| (row.unit.as_str(), row.place)).collect();
    let expected: Vec<(&str, Option<usize>)> = table.iter().enumerate().map(|(n, (id, ..))| (*id, Some(n + 1))).collect();
    assert_eq!(places, expected);
    assert_eq!(ranking.group.rounding.vietnamese(&ranking.mean_index.unwrap()), "78,39");
    assert!(codes.is_empty());
}

#[test]
fn what_a_reader_wonders_at_is_said_with_names_and_figures() {
    let said = |group: &Group, cards: Vec<Scorecard>| -> Vec<(String, String)> {
        let units: Vec<Unit> = cards.iter().map(|card| unit(card.unit.as_str(), group.id.as_str())).collect();
        let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
        let found = ranking::rank(std::slice::from_ref(group), &units, &cards, &BTreeMap::new()).findings;
        found.into_iter().map(|finding| (finding.message.vi, finding.message.en)).collect()
    };
    let both = |vi: &str, en: &str| vec![(vi.to_owned(), en.to_owned())];
    assert_eq!(
        said(&group("g", 2), vec![of_100("a", "80"), of_100("b", "80")]),
        both(
            "“Sở a”, “Sở b” đồng hạng 1 của khối “Nhóm g”, cùng chỉ số 80,00%.",
            "“Sở a”, “Sở b” share place 1 of group “Nhóm g”, with an index of 80.00%."
        )
    );
    assert_eq!(
        said(&group("g", 2), vec![of_100("a", "83.0341"), of_100("b", "83.034")]),
        both(
            "“Sở a”, “Sở b” cùng có chỉ số làm tròn 83,03% ở khối “Nhóm g” nhưng khác hạng, vì chỉ số chưa làm tròn khác nhau (83,0341% và 83,0340%).",
            "“Sở a”, “Sở b” are printed with the same index, 83.03%, in group “Nhóm g” and differ in place, as their exact indexes do (83.0341% and 83.0340%)."
        )
    );
    let broken = |id: &str, first: &str| card(id, &points("80"), &Points::hundred(), Some(first));
    assert_eq!(
        said(&Group { tie_breaks: vec![TieBreak::Points("1".into())], ..group("g", 2) }, vec![broken("a", "5"), broken("b", "7")]),
        both(
            "“Sở b”, “Sở a” cùng chỉ số 80,00% ở khối “Nhóm g”; thứ hạng xét theo điểm tiêu chí 1.",
            "“Sở b”, “Sở a” have the same index, 80.00%, in group “Nhóm g”; their places follow: points of criterion 1."
        )
    );
    assert_eq!(
        said(&group("g", 2), Vec::new()),
        both("Khối “Nhóm g” không có đơn vị nào được xếp hạng.", "Group “Nhóm g” has nobody to rank.")
    );
}

/// Without rules that compare units, one unit more changes nothing between the others: neither who stands before whom nor who
/// is equal; and the order in which units are listed changes nothing at all.
#[test]
fn one_unit_more_reorders_nobody() {
    let mut dice = Dice::new(7);
    for round in 0..200 {
        let mut by = group("A", 2);
        if dice.one_in(2) {
            by.tie_breaks = vec![TieBreak::Points("1".into())];
        }
        let max = points("3");
        let mut cards: Vec<Scorecard> = (0..7)
            .map(|n| {
                let (earned, first) = (points(&dice.throw(4).to_string()), dice.throw(3).to_string());
                let card = card(&format!("u{n}"), &earned, &max, (!dice.one_in(4)).then_some(first.as_str()));
                Scorecard { submitted: !dice.one_in(6), ..card }
            })
            .collect();
        let places = |cards: &[Scorecard]| -> BTreeMap<UnitId, Option<usize>> {
            rank(&by, cards.to_vec()).0.rows.into_iter().map(|row| (row.unit, row.place)).collect()
        };
        let all = places(&cards);
        let mut turned = cards.clone();
        turned.reverse();
        assert_eq!(places(&turned), all, "{round}");
        cards.remove(usize::try_from(dice.throw(7)).unwrap());
        let fewer = places(&cards);
        for (one, place) in &fewer {
            for (other, behind) in &fewer {
                assert_eq!(place.cmp(behind), all[one].cmp(&all[other]), "{round}: {one} {other}");
            }
        }
    }
}
