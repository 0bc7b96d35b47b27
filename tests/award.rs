//! Award proposals: order, conditions, quotas, ties at the edge, reasons.

use std::collections::BTreeMap;

use parindex::assessment::Unit;
use parindex::award::{self, AwardRule, Condition, Facts, Measure, Quota, Shortlist};
use parindex::figure::{AwardId, UnitId};
use parindex::finding::Finding;
use parindex::ranking::{Merit, Merits, TieBreak, rank};
use parindex::scoring::Scorecard;
use parindex::text::Lang;

use crate::ranking::{card, group, points, unit};
use crate::rules::dice::Dice;

/// Makes an award for groups with a quota, without conditions.
pub fn award(id: &str, groups: &[&str], quota: usize) -> AwardRule {
    AwardRule {
        id: AwardId::new(id),
        name: format!("Bằng {id}"),
        groups: groups.iter().map(|id| (*id).into()).collect(),
        quota: Quota::Number(quota),
        per_group: false,
        reserved: Vec::new(),
        conditions: Vec::new(),
        order: Vec::new(),
        provisional_allowed: false,
        excluded: Vec::new(),
    }
}

/// Makes a condition of a least value.
pub fn at_least(of: Measure, least: &str) -> Condition {
    Condition::Within { of, at_least: Some(points(least)), at_most: None }
}

/// Makes a condition of a greatest value.
pub fn at_most(of: Measure, most: &str) -> Condition {
    Condition::Within { of, at_least: None, at_most: Some(points(most)) }
}

/// Decides awards on `unit@group` and its index out of 100, with `+` its points of criterion 1; a unit named `-…` sent nothing.
pub fn decide(rules: &[AwardRule], indexes: &[(&str, &str)]) -> (Vec<Shortlist>, Vec<&'static str>) {
    let (lists, findings) = told(rules, indexes);
    (lists, findings.iter().map(|finding| finding.code.id).collect())
}

/// Does the same, with the findings.
pub fn told(rules: &[AwardRule], indexes: &[(&str, &str)]) -> (Vec<Shortlist>, Vec<Finding>) {
    let cards: Vec<(&str, Scorecard)> = indexes
        .iter()
        .map(|(name, index)| {
            let (id, group) = name.split_once('@').unwrap();
            let first = index.split_once('+').map(|(_, first)| first);
            let earned = points(index.split_once('+').map_or(*index, |(index, _)| index));
            (group, Scorecard { submitted: !id.starts_with('-'), ..card(id, &earned, &points("100"), first) })
        })
        .collect();
    let units: Vec<Unit> = cards.iter().map(|(group, card)| unit(card.unit.as_str(), group)).collect();
    let mut groups = vec![group("A", 2), group("B", 2), group("C", 2)];
    for group in &mut groups {
        group.tie_breaks = vec![TieBreak::Points("1".into())];
    }
    let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|(_, card)| (card.unit.clone(), card)).collect();
    let ranking = rank(&groups, &units, &cards, &BTreeMap::new()).value;
    let firsts = cards.values().map(|card| {
        let criteria = card.nodes.iter().map(|node| (node.id.clone(), (node.official.clone(), None))).collect();
        (card.unit.clone(), Facts { criteria, ..Facts::default() })
    });
    let checked = award::shortlist(rules, &ranking, &units, &firsts.collect());
    (checked.value, checked.findings)
}

/// Checks who is chosen, who is tied at the edge, and the codes found, over all awards.
#[track_caller]
pub fn check(rules: &[AwardRule], indexes: &[(&str, &str)], expected: &[(&str, &str)], codes: &[&str]) {
    let (lists, found) = decide(rules, indexes);
    let ids = |units: &[UnitId]| units.iter().map(UnitId::as_str).collect::<Vec<_>>().join(" ");
    let got: Vec<(String, String)> = lists.iter().map(|list| (ids(&list.chosen), ids(&list.tied_at_edge))).collect();
    let expected: Vec<(String, String)> = expected.iter().map(|(chosen, tied)| ((*chosen).into(), (*tied).into())).collect();
    assert_eq!(got, expected);
    assert_eq!(found, codes);
    for considered in lists.iter().flat_map(|list| &list.considered) {
        assert!(!considered.reasons.is_empty(), "{} has no reason", considered.unit);
    }
}

/// Checks the reasons given for a unit, in Vietnamese.
#[track_caller]
pub fn check_reasons(list: &Shortlist, unit: &str, reasons: &[&str]) {
    let considered = list.considered.iter().find(|considered| considered.unit.as_str() == unit).unwrap();
    let got: Vec<&str> = considered.reasons.iter().map(|reason| reason.get(Lang::Vi)).collect();
    assert_eq!(got, reasons);
}

#[test]
fn the_best_of_a_group_are_chosen_up_to_the_quota() {
    let rules = [award("khen", &["A"], 2)];
    let indexes = [("a@A", "90"), ("b@A", "70"), ("c@A", "80"), ("d@B", "99"), ("-e@A", "0")];
    check(&rules, &indexes, &[("a c", "")], &[]);
    let (lists, _) = decide(&rules, &indexes);
    check_reasons(&lists[0], "c", &["Xếp hạng 2/3 khối “Nhóm A”, chỉ số 80,00%.", "Đề nghị khen thưởng: thứ 2 trong 2 chỉ tiêu."]);
    check_reasons(
        &lists[0],
        "b",
        &[
            "Xếp hạng 3/3 khối “Nhóm A”, chỉ số 70,00%.",
            "Đủ điều kiện, đứng thứ 3; đã hết 2 chỉ tiêu; kém đơn vị cuối được đề nghị (80,00%) 10,00 điểm phần trăm chỉ số.",
        ],
    );
    check_reasons(&lists[0], "-e", &["Chưa gửi báo cáo tự đánh giá."]);
    assert!(lists[0].considered.iter().all(|considered| considered.unit.as_str() != "d"), "group B is not asked");
}

#[test]
fn groups_together_stand_by_their_exact_index() {
    let indexes = [("a@A", "90"), ("b@A", "89.001"), ("c@B", "89.002"), ("d@B", "80")];
    check(&[award("khen", &["A", "B"], 2)], &indexes, &[("a c", "")], &[]);
}

#[test]
fn a_tie_at_the_edge_is_named_and_not_cut() {
    let rules = [award("khen", &["A"], 2)];
    let indexes = [("a@A", "90"), ("b@A", "80"), ("c@A", "80"), ("d@A", "70")];
    check(&rules, &indexes, &[("a", "b c")], &["W001"]);
    let (lists, _) = decide(&rules, &indexes);
    check_reasons(
        &lists[0],
        "b",
        &[
            "Xếp hạng 2/4 (đồng hạng) khối “Nhóm A”, chỉ số 80,00%.",
            "Bằng chỉ số, chưa phân định được với “Sở c” ở vị trí cuối của chỉ tiêu: còn 1 chỉ tiêu; Hội đồng xem xét, lựa chọn.",
        ],
    );
    check_reasons(
        &lists[0],
        "d",
        &[
            "Xếp hạng 4/4 khối “Nhóm A”, chỉ số 70,00%.",
            "Đủ điều kiện, đứng thứ 4; 1 trong 2 chỉ tiêu chờ Hội đồng xem xét, lựa chọn; kém các đơn vị bằng nhau ở vị trí cuối của chỉ tiêu (80,00%) 10,00 điểm phần trăm chỉ số.",
        ],
    );
    // Both fit, so that there is no edge between them.
    check(&[award("khen", &["A"], 3)], &indexes, &[("a b c", "")], &[]);
}

#[test]
fn tie_breaks_decide_within_a_group_and_not_across_groups() {
    check(&[award("khen", &["A"], 1)], &[("a@A", "80+5"), ("b@A", "80+7")], &[("b", "")], &[]);
    check(&[award("khen", &["A", "B"], 1)], &[("a@A", "80+5"), ("b@A", "80+7")], &[("b", "")], &[]);
    check(&[award("khen", &["A", "B"], 1)], &[("a@A", "80+5"), ("b@B", "80+7")], &[("", "a b")], &["W001"]);
}

#[test]
fn the_least_index_reads_the_printed_index() {
    let rule = AwardRule { conditions: vec![at_least(Measure::Index, "80")], ..award("khen", &["A"], 5) };
    let indexes = [("a@A", "79.995"), ("b@A", "79.994")];
    check(std::slice::from_ref(&rule), &indexes, &[("a", "")], &["W002"]);
    let (lists, _) = decide(&[rule], &indexes);
    check_reasons(
        &lists[0],
        "b",
        &["Xếp hạng 2/2 khối “Nhóm A”, chỉ số 79,99%.", "Không đạt điều kiện chỉ số từ 80% trở lên: 79,99%, thiếu 0,01 điểm phần trăm."],
    );
}

#[test]
fn the_last_place_counts_within_the_group() {
    let rule = AwardRule { conditions: vec![at_most(Measure::Place, "1")], ..award("khen", &["A", "B"], 3) };
    check(&[rule], &[("a@A", "90"), ("b@A", "89"), ("c@B", "70")], &[("a c", "")], &["W002"]);
}

#[test]
fn an_excluded_unit_makes_room_and_is_told_why() {
    let rule = AwardRule { excluded: vec![("a".into(), "đang xem xét kỷ luật".into())], ..award("khen", &["A"], 1) };
    let indexes = [("a@A", "90"), ("b@A", "80")];
    check(std::slice::from_ref(&rule), &indexes, &[("b", "")], &[]);
    let (lists, _) = decide(&[rule], &indexes);
    check_reasons(&lists[0], "a", &["Xếp hạng 1/2 khối “Nhóm A”, chỉ số 90,00%.", "Không xét: “đang xem xét kỷ luật”."]);
    assert!(!lists[0].considered[0].eligible);
}

#[test]
fn an_award_excludes_from_the_one_after_it() {
    let second = AwardRule { conditions: vec![Condition::NotProposed(vec!["co".into()])], ..award("khen", &["A"], 1) };
    check(&[award("co", &["A"], 1), second], &[("a@A", "90"), ("b@A", "80")], &[("a", ""), ("b", "")], &[]);
}

#[test]
fn waiting_at_the_edge_excludes_from_nothing_and_is_noted_on_both() {
    let second = AwardRule { conditions: vec![Condition::NotProposed(vec!["co".into()])], ..award("khen", &["A"], 2) };
    let rules = [award("co", &["A"], 1), second];
    let indexes = [("a@A", "90"), ("b@A", "90"), ("c@A", "80")];
    check(&rules, &indexes, &[("", "a b"), ("a b", "")], &["W001", "W003", "W003"]);
    let (lists, _) = decide(&rules, &indexes);
    let last = |list: &Shortlist| list.considered[0].reasons.last().unwrap().vi.clone();
    let at_first = "Đồng thời có tên trong danh sách đề nghị “Bằng khen”; nếu được chọn ở đây thì rút khỏi danh sách đó.";
    let at_second = "Đang chờ Hội đồng xem xét, lựa chọn ở “Bằng co”; nếu được chọn thì không xét hình thức này.";
    assert_eq!((last(&lists[0]), last(&lists[1])), (at_first.to_owned(), at_second.to_owned()));
    // Each of several has its own note, once.
    let (lists, _) = decide(&rules, &[("a@A", "90"), ("b@A", "90"), ("c@A", "90")]);
    for (list, note) in lists.iter().zip([at_first, at_second]) {
        let notes = list.considered.iter().map(|one| one.reasons.iter().filter(|reason| reason.vi == note).count());
        assert_eq!(notes.collect::<Vec<_>>(), [1, 1, 1]);
    }
}

#[test]
fn what_the_council_has_to_know_is_said_with_names_and_figures() {
    let said = |rules: &[AwardRule], indexes: &[(&str, &str)]| -> Vec<String> {
        let cards: Vec<Scorecard> = indexes.iter().map(|(id, index)| card(id, &points(index), &points("100"), None)).collect();
        let units: Vec<Unit> = cards.iter().map(|card| unit(card.unit.as_str(), "A")).collect();
        let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
        let ranking = rank(&[group("A", 2)], &units, &cards, &BTreeMap::new()).value;
        award::shortlist(rules, &ranking, &units, &BTreeMap::new()).findings.into_iter().map(|finding| finding.message.vi).collect()
    };
    let second = AwardRule { conditions: vec![Condition::NotProposed(vec!["co".into()])], ..award("khen", &["A"], 4) };
    assert_eq!(
        said(&[award("co", &["A"], 1), second], &[("a", "90"), ("b", "90"), ("c", "80")]),
        [
            "“Bằng co”: 2 đơn vị bằng nhau ở vị trí cuối của 1 chỉ tiêu, còn 1 chỉ tiêu: “Sở a”, “Sở b”.",
            "“Bằng khen”: chỉ 3 đơn vị đủ điều kiện trong khi có 4 chỉ tiêu.",
            "“Sở a” đồng hạng ở vị trí cuối của chỉ tiêu “Bằng co” và có tên trong danh sách đề nghị “Bằng khen”, hai hình thức khen thưởng loại trừ nhau.",
            "“Sở b” đồng hạng ở vị trí cuối của chỉ tiêu “Bằng co” và có tên trong danh sách đề nghị “Bằng khen”, hai hình thức khen thưởng loại trừ nhau.",
        ]
    );
}

#[test]
fn a_quota_may_be_a_share_of_the_ranked_units() {
    let share = |percent: &str, up: bool| Quota::Share { share: points(percent).over(&points("100")).unwrap(), up };
    for (percent, up, ranked, places) in [
        ("20", false, 9, 1),
        ("20", true, 9, 2),
        ("20", false, 10, 2),
        ("20", true, 10, 2),
        ("33.3", false, 3, 0),
        ("33.3", true, 3, 1),
        ("100", false, 7, 7),
        ("20", true, 0, 0),
    ] {
        assert_eq!(share(percent, up).places(ranked), places, "{percent}% of {ranked}, up: {up}");
    }
    // Of five ranked units 40 % are two; who sent nothing is not counted.
    let indexes = [("a@A", "90"), ("b@A", "85"), ("c@A", "80"), ("d@B", "95"), ("e@B", "70"), ("-f@B", "0")];
    let two = AwardRule { quota: share("40", false), ..award("x", &["A", "B"], 1) };
    check(std::slice::from_ref(&two), &indexes, &[("d a", "")], &[]);
    // Of three units of A one, of two of B none; rounded up two and one.
    let each = AwardRule { per_group: true, ..two.clone() };
    check(std::slice::from_ref(&each), &indexes, &[("a", "")], &["W005"]);
    let up = AwardRule { quota: share("40", true), ..each };
    check(std::slice::from_ref(&up), &indexes, &[("a b d", "")], &[]);
    assert_eq!([decide(&[two], &indexes).0[0].quota, decide(&[up], &indexes).0[0].quota], [2, 3]);
}

#[test]
fn places_kept_for_a_group_are_filled_first() {
    let kept =
        |quota: usize, group: &str, places: usize| AwardRule { reserved: vec![(group.into(), places)], ..award("x", &["A", "B"], quota) };
    let indexes = [("a@A", "90"), ("b@A", "85"), ("c@A", "80"), ("d@B", "70"), ("e@B", "60")];
    check(&[kept(2, "B", 1)], &indexes, &[("a d", "")], &[]);
    check(&[kept(3, "B", 2)], &indexes, &[("a d e", "")], &[]);
    check(&[kept(3, "A", 1)], &indexes, &[("a b c", "")], &[]);
    // A group with too few units leaves the rest to all.
    check(&[kept(4, "B", 3)], &indexes, &[("a b d e", "")], &[]);
    // A tie at the edge of a kept place leaves it open, and takes no other place.
    let tied = [("a@A", "90"), ("b@A", "85"), ("c@A", "80"), ("d@B", "70"), ("e@B", "70")];
    check(&[kept(2, "B", 1)], &tied, &[("a", "d e")], &["W001"]);
    // Who of the tie comes in over all has taken the kept place.
    let ahead = [("a@A", "60"), ("b@A", "55"), ("d@B", "95"), ("e@B", "95")];
    check(&[kept(3, "B", 1)], &ahead, &[("d e a", "")], &[]);
    // Of what is kept only what the tie leaves open stays so.
    let some_ahead = [("a@A", "90"), ("b@A", "85"), ("c@A", "85"), ("d@B", "80"), ("e@B", "70"), ("f@B", "60")];
    check(&[kept(5, "A", 2)], &some_ahead, &[("a b c d e", "")], &[]);
    // A quota that is smaller than what is kept is filled in the order of the groups, and a tie keeps its place.
    let two = AwardRule { reserved: vec![("A".into(), 1), ("B".into(), 2)], ..award("x", &["A", "B"], 2) };
    let tied_first = [("a@A", "60"), ("b@A", "60"), ("d@B", "95"), ("e@B", "90")];
    check(&[two], &tied_first, &[("d", "a b")], &["W001"]);
    let list = &decide(&[kept(2, "B", 1)], &indexes).0[0];
    check_reasons(
        list,
        "d",
        &[
            "Xếp hạng 1/2 khối “Nhóm B”, chỉ số 70,00%.",
            "Khối “Nhóm B” có 1 chỉ tiêu dành riêng, xét theo thứ hạng trong khối.",
            "Đề nghị khen thưởng: thứ 2 trong 2 chỉ tiêu.",
        ],
    );
}

#[test]
fn an_award_may_prefer_something_else_than_the_index() {
    let indexes = [("a", "A", "90"), ("b", "A", "80"), ("c", "B", "85"), ("d", "B", "70")];
    let cards: Vec<Scorecard> = indexes.iter().map(|(id, _, index)| card(id, &points(index), &points("100"), None)).collect();
    let units: Vec<Unit> = indexes.iter().map(|(id, group, _)| unit(id, group)).collect();
    let cards: BTreeMap<UnitId, Scorecard> = cards.into_iter().map(|card| (card.unit.clone(), card)).collect();
    let ranking = rank(&[group("A", 2), group("B", 2)], &units, &cards, &BTreeMap::new()).value;
    let fact = |progress: Option<&str>, errors: &[&'static str]| Facts {
        merits: Merits { progress: progress.map(points), errors: errors.to_vec(), ..Merits::default() },
        ..Facts::default()
    };
    // b and d rose alike, a fell, c is compared with nothing.
    let facts: BTreeMap<UnitId, Facts> = [
        ("a".into(), fact(Some("-1"), &["E001"])),
        ("b".into(), fact(Some("3"), &[])),
        ("c".into(), fact(None, &[])),
        ("d".into(), fact(Some("3"), &["E001", "P011"])),
    ]
    .into();
    let come = |order: &[Measure], quota: usize| {
        let rule = AwardRule { order: order.to_vec(), ..award("x", &["A", "B"], quota) };
        let list = award::shortlist(&[rule], &ranking, &units, &facts).value.remove(0);
        let ids = |units: &[UnitId]| units.iter().map(UnitId::as_str).collect::<Vec<_>>().join(" ");
        format!("{} | {}", ids(&list.chosen), ids(&list.tied_at_edge))
    };
    assert_eq!(come(&[], 2), "a c | ");
    // Equal in it and of two groups: nobody stands before the other, and an edge between them is left to the council.
    assert_eq!(come(&[Measure::Merit(Merit::Progress)], 1), " | b d");
    assert_eq!(come(&[Measure::Merit(Merit::Progress)], 3), "b d a | ");
    assert_eq!(come(&[Measure::Merit(Merit::Progress), Measure::Index], 1), "b | ");
    // Fewer errors are better; equal ones of two groups are told apart by the next.
    assert_eq!(come(&[Measure::Merit(Merit::OpenErrors), Measure::Index], 4), "c b a d | ");
    // What is not known comes last.
    assert_eq!(come(&[Measure::Merit(Merit::Progress), Measure::Index], 4), "b d a c | ");
}

/// Draws a small campaign: units of two groups with indexes that often tie, and awards with conditions.
fn drawn(dice: &mut Dice) -> (Vec<AwardRule>, Vec<(String, u32)>) {
    let units = (0..dice.throw(8) + 2).map(|n| {
        let group = if dice.throw(2) == 0 { "A" } else { "B" };
        (format!("{}@{group}", char::from(b'a' + u8::try_from(n).unwrap())), 60 + 5 * u32::try_from(dice.throw(8)).unwrap())
    });
    let units: Vec<(String, u32)> = units.collect();
    let rule = |dice: &mut Dice, id: &str| AwardRule {
        conditions: match dice.throw(3) {
            0 => Vec::new(),
            1 => vec![at_least(Measure::Index, "75")],
            _ => vec![at_most(Measure::Place, "2")],
        },
        reserved: if dice.throw(3) == 0 { vec![("B".into(), 1)] } else { Vec::new() },
        ..award(id, &["A", "B"], usize::try_from(dice.throw(4)).unwrap() + 1)
    };
    let rules = vec![rule(dice, "co")];
    (rules, units)
}

/// Decides on units with whole indexes.
fn chosen(rules: &[AwardRule], units: &[(String, u32)]) -> Vec<String> {
    let indexes: Vec<(String, String)> = units.iter().map(|(name, index)| (name.clone(), index.to_string())).collect();
    let indexes: Vec<(&str, &str)> = indexes.iter().map(|(name, index)| (name.as_str(), index.as_str())).collect();
    let (lists, _) = decide(rules, &indexes);
    lists[0].chosen.iter().map(ToString::to_string).collect()
}

#[test]
fn awards_hold_what_is_fair() {
    let mut dice = Dice::new(2026);
    for round in 0..300 {
        let (rules, units) = drawn(&mut dice);
        let winners = chosen(&rules, &units);
        let id = |name: &str| name.split('@').next().unwrap().to_owned();
        // The order of the units in the campaign changes nothing.
        let mut turned = units.clone();
        turned.reverse();
        assert_eq!(chosen(&rules, &turned), winners, "{round} {units:?}");
        // Whoever did not win may do worse: no winner loses.
        for at in 0..units.len() {
            if !winners.contains(&id(&units[at].0)) {
                let mut worse = units.clone();
                worse[at].1 -= 30;
                let now = chosen(&rules, &worse);
                assert!(winners.iter().all(|winner| now.contains(winner)), "{round} {units:?} {worse:?} {winners:?} {now:?}");
            }
        }
        // One place more takes nobody's.
        let more: Vec<AwardRule> = rules.iter().cloned().map(|rule| AwardRule { quota: wider(&rule.quota), ..rule }).collect();
        let now = chosen(&more, &units);
        assert!(winners.iter().all(|winner| now.contains(winner)), "{round} {units:?} {winners:?} {now:?}");
        // A condition more lets nobody in.
        let stricter: Vec<AwardRule> = rules
            .iter()
            .cloned()
            .map(|rule| AwardRule { conditions: rule.conditions.iter().cloned().chain([at_least(Measure::Index, "85")]).collect(), ..rule })
            .collect();
        let eligible = |rules: &[AwardRule]| -> Vec<String> {
            let indexes: Vec<(String, String)> = units.iter().map(|(name, index)| (name.clone(), index.to_string())).collect();
            let indexes: Vec<(&str, &str)> = indexes.iter().map(|(name, index)| (name.as_str(), index.as_str())).collect();
            let (lists, _) = decide(rules, &indexes);
            lists[0].considered.iter().filter(|one| one.eligible).map(|one| one.unit.to_string()).collect()
        };
        let before = eligible(&rules);
        assert!(eligible(&stricter).iter().all(|unit| before.contains(unit)), "{round} {units:?}");
    }
}

/// Gives a quota of one place more.
fn wider(quota: &Quota) -> Quota {
    match quota {
        Quota::Number(number) => Quota::Number(number + 1),
        share @ Quota::Share { .. } => share.clone(),
    }
}
