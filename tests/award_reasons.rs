//! What every unit reads of an award: true of it, whatever the award is ordered by and whomever places are kept for.

use parindex::award::{AwardRule, Condition, Measure, Quota, Shortlist};
use parindex::finding::Finding;
use parindex::text::{Lang, Text};

use crate::award::{at_least, at_most, award, check, check_reasons, decide, told};
use crate::folder::Folder;
use crate::ranking::points;

/// Makes an award of both groups with places kept for some.
fn kept(quota: usize, reserved: &[(&str, usize)]) -> AwardRule {
    let reserved = reserved.iter().map(|(group, places)| ((*group).into(), *places)).collect();
    AwardRule { reserved, ..award("x", &["A", "B"], quota) }
}

/// Gives the last reason of a unit, and what it lacked, in a language.
fn last(list: &Shortlist, unit: &str, lang: Lang) -> (String, String) {
    let considered = list.considered.iter().find(|one| one.unit.as_str() == unit).unwrap();
    (considered.reasons.last().unwrap().get(lang).to_owned(), Text::join(&considered.missing, "; ").get(lang).to_owned())
}

/// Checks the last reason of a unit, and what it lacked, in both languages.
#[track_caller]
fn check_last(list: &Shortlist, unit: &str, vi: (&str, &str), en: (&str, &str)) {
    let own = |(reason, missing): (&str, &str)| (reason.to_owned(), missing.to_owned());
    assert_eq!([last(list, unit, Lang::Vi), last(list, unit, Lang::En)], [own(vi), own(en)]);
}

/// Gives the messages of findings in both languages.
fn messages(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {} | {}", finding.code.id, finding.message.vi, finding.message.en)).collect()
}

/// Gives what a unit reads that it lacked.
fn missing(list: &Shortlist, unit: &str) -> Vec<String> {
    let considered = list.considered.iter().find(|one| one.unit.as_str() == unit).unwrap();
    considered.missing.iter().map(|words| words.vi.clone()).collect()
}

/// Who misses one condition lacks that alone, not also the gap to the last one proposed; who misses two is no near miss.
#[test]
fn a_near_miss_lacks_the_one_condition_that_it_misses() {
    let conditions = vec![at_least(Measure::Index, "85"), at_least(Measure::CriterionPoints("1".into()), "5")];
    let rule = AwardRule { conditions, ..award("x", &["A"], 1) };
    let list = &decide(&[rule], &[("a@A", "95+9"), ("b@A", "90+4"), ("c@A", "80+4"), ("d@A", "86+9")]).0[0];
    assert_eq!(missing(list, "b"), ["điểm tiêu chí 1: thiếu 1,00"]);
    assert_eq!(missing(list, "c"), [""; 0]);
    // Units that miss a condition are no rivals of the one behind them.
    let d = &list.considered.iter().find(|one| one.unit.as_str() == "d").unwrap().reasons;
    assert!(d.last().unwrap().vi.starts_with("Đủ điều kiện, đứng thứ 2; đã hết 1 chỉ tiêu"), "{d:?}");
}

/// A value is printed as it is, also where less of it is better; the council sees ties beside the names.
#[test]
fn places_are_printed_as_they_are_and_ties_stand_among_the_reasons() {
    let rule = AwardRule { order: vec![Measure::Place], ..award("x", &["A", "B"], 1) };
    let list = &decide(&[rule], &[("a@A", "95"), ("b@A", "90"), ("c@B", "80")]).0[0];
    let of = |unit: &str| list.considered.iter().find(|one| one.unit.as_str() == unit).unwrap();
    assert_eq!(of("b").reasons[1].vi, "Xét thứ tự theo hạng trong khối: 2.");
    let tie = "Bằng nhau về hạng trong khối, chưa phân định được với “Sở c” ở vị trí cuối của chỉ tiêu: còn 1 chỉ tiêu; Hội đồng xem xét, lựa chọn.";
    assert_eq!(of("a").reasons.last().unwrap().vi, tie);
    // The tied stand under a heading that says so: beside their names it would be said of each again.
    assert_eq!((&of("a").notes, &of("b").notes), (&vec![], &vec![]));
}

/// Places of different groups are not compared, and whoever misses a condition stands behind nobody by a place.
#[test]
fn only_places_of_one_group_put_a_unit_behind() {
    let order = vec![Measure::CriterionPoints("1".into())];
    let rule = AwardRule { order: order.clone(), ..award("x", &["A", "B"], 2) };
    let list = &decide(&[rule], &[("a@A", "90+5"), ("b@A", "80+5"), ("c@B", "70+5")]).0[0];
    assert_eq!(list.chosen.iter().map(ToString::to_string).collect::<Vec<_>>(), ["a", "c"]);
    let b = list.considered.iter().find(|one| one.unit.as_str() == "b").unwrap();
    assert_eq!((b.behind.clone(), b.reasons.last().unwrap().vi.as_str()), (None, "Đủ điều kiện, đứng thứ 2; đã hết 2 chỉ tiêu."));
    let rule = AwardRule { order, conditions: vec![at_most(Measure::Index, "85")], ..award("x", &["A"], 1) };
    let list = &decide(&[rule], &[("a@A", "90+5"), ("b@A", "80+5")]).0[0];
    let a = list.considered.iter().find(|one| one.unit.as_str() == "a").unwrap();
    assert_eq!((a.eligible, a.behind.clone()), (false, None));
}

/// Of many that are equal some are named, and the others counted.
#[test]
fn the_note_on_many_equals_counts_those_that_it_does_not_name() {
    let indexes = [("a@A", "90"), ("b@A", "90"), ("c@A", "90"), ("d@A", "90"), ("e@A", "90"), ("f@A", "90"), ("g@A", "90")];
    let list = &decide(&[award("x", &["A"], 1)], &indexes).0[0];
    let vi = "Bằng chỉ số, chưa phân định được với “Sở b”, “Sở c”, “Sở d”, “Sở e” và 2 đơn vị khác ở vị trí cuối của chỉ tiêu: còn 1 chỉ tiêu; Hội đồng xem xét, lựa chọn.";
    assert_eq!(last(list, "a", Lang::Vi).0, vi);
}

/// Who waits for figures of a penalty lacks these, where it lacks nothing else.
#[test]
fn a_provisional_unit_reads_what_it_waits_for() {
    let set = "adjustments:\n  - id: P1\n    name: Kỷ luật\n    max: 2\n    sign: penalty\n    inputs: [ { id: so_vu, kind: count, label: Số vụ } ]\n    rule: { count: { of: so_vu, each: 1 } }\n";
    let folder = Folder::base();
    folder.put("criteria/nho/set.yaml", format!("{}{set}", folder.text("criteria/nho/set.yaml")));
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nawards: [ { id: co, name: Cờ thi đua, quota: 1 } ]");
    folder.fill();
    let result = crate::appraisal::result(&folder);
    let considered = &result["awards"][0]["considered"][0];
    assert_eq!((considered["eligible"].as_bool(), &considered["missing"]), (Some(false), &serde_json::json!(["số liệu điểm trừ còn chờ"])));
    folder.edit("campaign.yaml", "quota: 1 }", "quota: 1, provisional: allowed }");
    let result = crate::appraisal::result(&folder);
    let considered = &result["awards"][0]["considered"][0];
    assert_eq!((considered["eligible"].as_bool(), &considered["missing"]), (Some(true), &serde_json::json!([])));
}

#[test]
fn equal_units_read_in_what_they_are_equal() {
    let rule = AwardRule { order: vec![Measure::CriterionPoints("1".into())], ..award("x", &["A", "B"], 1) };
    let indexes = [("a@A", "90+5"), ("b@B", "80+5"), ("c@B", "95+4")];
    check(std::slice::from_ref(&rule), &indexes, &[("", "a b")], &["W001"]);
    let list = &decide(&[rule], &indexes).0[0];
    check_last(
        list,
        "a",
        (
            "Bằng nhau về điểm tiêu chí 1, chưa phân định được với “Sở b” ở vị trí cuối của chỉ tiêu: còn 1 chỉ tiêu; Hội đồng xem xét, lựa chọn.",
            "",
        ),
        ("Equal in points of criterion 1 with “Sở b” at the edge of the quota, 1 left; the council chooses.", ""),
    );
    check_last(
        list,
        "c",
        (
            "Đủ điều kiện, đứng thứ 3; 1 trong 1 chỉ tiêu chờ Hội đồng xem xét, lựa chọn; điểm tiêu chí 1: kém các đơn vị bằng nhau ở vị trí cuối của chỉ tiêu 1,00.",
            "điểm tiêu chí 1: kém các đơn vị bằng nhau ở vị trí cuối của chỉ tiêu 1,00",
        ),
        (
            "Meets the conditions, number 3 of those that do; 1 of the quota of 1 left to the council; points of criterion 1: 1.00 behind the units that are equal at the edge of the quota.",
            "points of criterion 1: 1.00 behind the units that are equal at the edge of the quota",
        ),
    );
}

#[test]
fn units_at_the_edge_lack_nothing_and_those_behind_it_do() {
    let rules = [award("x", &["A"], 3)];
    let indexes = [("a@A", "90"), ("b@A", "88"), ("c@A", "87"), ("d@A", "87"), ("e@A", "86.5")];
    check(&rules, &indexes, &[("a b", "c d")], &["W001"]);
    let list = &decide(&rules, &indexes).0[0];
    let tie = (
        "Bằng chỉ số, chưa phân định được với “Sở d” ở vị trí cuối của chỉ tiêu: còn 1 chỉ tiêu; Hội đồng xem xét, lựa chọn.",
        "Equal with “Sở d” at the edge of the quota, 1 left; the council chooses.",
    );
    check_last(list, "c", (tie.0, ""), (tie.1, ""));
    let behind = |unit: &str| list.considered.iter().find(|one| one.unit.as_str() == unit).unwrap().behind.clone();
    assert_eq!([behind("c"), behind("d"), behind("a")], [None, None, None]);
    assert_eq!(behind("e").unwrap().vi, "kém các đơn vị bằng nhau ở vị trí cuối của chỉ tiêu (87,00%) 0,50 điểm phần trăm chỉ số");
}

#[test]
fn places_kept_for_a_group_say_by_what_they_are_filled() {
    let order = |order: &[Measure]| AwardRule { order: order.to_vec(), ..kept(1, &[("B", 1)]) };
    let indexes = [("a@A", "90+1"), ("b@B", "80+2"), ("c@B", "70+3")];
    for (by, vi, en) in [
        (vec![], "thứ hạng trong khối", "its places"),
        (
            vec![Measure::CriterionPoints("1".into()), Measure::Index],
            "điểm tiêu chí 1, chỉ số, rồi theo thứ hạng trong khối",
            "points of criterion 1, index, then by its places",
        ),
        (vec![Measure::Place], "hạng trong khối", "place within the group"),
    ] {
        let list = decide(&[order(&by)], &indexes).0.remove(0);
        let reasons = &list.considered.iter().find(|one| one.unit.as_str() == "b").unwrap().reasons;
        let said = format!("Khối “Nhóm B” có 1 chỉ tiêu dành riêng, xét theo {vi}.");
        let found = reasons.iter().find(|reason| reason.vi == said).unwrap_or_else(|| panic!("{reasons:?}"));
        assert_eq!(found.en, format!("Places kept for group “Nhóm B”: 1, filled by {en}."));
    }
    // So filled they are, too.
    check(&[order(&[Measure::CriterionPoints("1".into())])], &indexes, &[("c", "")], &[]);
}

#[test]
fn whoever_is_passed_over_reads_what_is_kept_for_others_and_how_far_it_is() {
    let indexes = [("a@A", "95"), ("b@A", "94"), ("c@A", "93.5"), ("d@B", "93"), ("e@B", "92"), ("f@B", "91")];
    // All places are kept: however well others do, there is none for them.
    let rules = [kept(2, &[("B", 2)])];
    check(&rules, &indexes, &[("d e", "")], &[]);
    let list = &decide(&rules, &indexes).0[0];
    check_last(
        list,
        "b",
        ("Đủ điều kiện, đứng thứ 2; đã hết 2 chỉ tiêu, trong đó 2 chỉ tiêu dành riêng cho khối “Nhóm B”.", ""),
        ("Meets the conditions, number 2 of those that do; the quota of 2 (2 kept for group “Nhóm B”) is used up.", ""),
    );
    check_last(
        list,
        "f",
        (
            "Đủ điều kiện, đứng thứ 6; đã hết 2 chỉ tiêu, trong đó 2 chỉ tiêu dành riêng cho khối “Nhóm B”; kém đơn vị cuối của khối được đề nghị (92,00%) 1,00 điểm phần trăm chỉ số.",
            "kém đơn vị cuối của khối được đề nghị (92,00%) 1,00 điểm phần trăm chỉ số",
        ),
        (
            "Meets the conditions, number 6 of those that do; the quota of 2 (2 kept for group “Nhóm B”) is used up; 1.00 percentage points of the index behind the last unit proposed of its group (92.00%).",
            "1.00 percentage points of the index behind the last unit proposed of its group (92.00%)",
        ),
    );
    // A unit of another group stands behind the last one on the rest, not behind a lower one on places kept.
    let list = &decide(&[kept(3, &[("B", 1)])], &indexes).0[0];
    check_last(
        list,
        "c",
        (
            "Đủ điều kiện, đứng thứ 3; đã hết 3 chỉ tiêu, trong đó 1 chỉ tiêu dành riêng cho khối “Nhóm B”; kém đơn vị cuối được đề nghị ngoài số dành riêng (94,00%) 0,50 điểm phần trăm chỉ số.",
            "kém đơn vị cuối được đề nghị ngoài số dành riêng (94,00%) 0,50 điểm phần trăm chỉ số",
        ),
        (
            "Meets the conditions, number 3 of those that do; the quota of 3 (1 kept for group “Nhóm B”) is used up; 0.50 percentage points of the index behind the last unit proposed on places that are not kept (94.00%).",
            "0.50 percentage points of the index behind the last unit proposed on places that are not kept (94.00%)",
        ),
    );
    // One of the group has the lower of both to pass.
    assert_eq!(last(list, "e", Lang::Vi).1, "kém đơn vị cuối của khối được đề nghị (93,00%) 1,00 điểm phần trăm chỉ số");
    // Places that a group leaves are no longer its own.
    let left = [("a@A", "95"), ("b@A", "94"), ("c@A", "93.5"), ("d@B", "93")];
    let list = &decide(&[kept(3, &[("B", 2)])], &left).0[0];
    let said = "đã hết 3 chỉ tiêu, trong đó 1 chỉ tiêu dành riêng cho khối “Nhóm B”; kém đơn vị cuối được đề nghị ngoài số dành riêng (94,00%) 0,50 điểm phần trăm chỉ số.";
    assert!(last(list, "c", Lang::Vi).0.ends_with(said), "{:?}", last(list, "c", Lang::Vi));
}

#[test]
fn ties_for_places_kept_and_for_the_rest_are_told_apart() {
    let indexes = [("a@A", "90"), ("b@A", "90"), ("c@A", "85"), ("d@B", "80"), ("e@B", "80"), ("f@B", "70")];
    let rules = [kept(2, &[("A", 1), ("B", 1)])];
    let (lists, findings) = told(&rules, &indexes);
    assert_eq!(
        messages(&findings),
        [
            "W001 “Bằng x”: 2 đơn vị bằng nhau ở vị trí cuối của 1 chỉ tiêu dành riêng cho khối “Nhóm A”, còn 1 chỉ tiêu: “Sở a”, “Sở b”. | “Bằng x”: 2 units are equal at the edge of the places kept for group “Nhóm A”, 1, with 1 left: “Sở a”, “Sở b”.",
            "W001 “Bằng x”: 2 đơn vị bằng nhau ở vị trí cuối của 1 chỉ tiêu dành riêng cho khối “Nhóm B”, còn 1 chỉ tiêu: “Sở d”, “Sở e”. | “Bằng x”: 2 units are equal at the edge of the places kept for group “Nhóm B”, 1, with 1 left: “Sở d”, “Sở e”.",
        ]
    );
    check_last(
        &lists[0],
        "d",
        (
            "Bằng chỉ số, chưa phân định được với “Sở e” ở vị trí cuối của chỉ tiêu dành riêng cho khối “Nhóm B”: còn 1 chỉ tiêu; Hội đồng xem xét, lựa chọn.",
            "",
        ),
        ("Equal with “Sở e” at the edge of the places kept for group “Nhóm B”, 1 left; the council chooses.", ""),
    );
    check_last(
        &lists[0],
        "c",
        (
            "Đủ điều kiện, đứng thứ 3; đã hết 2 chỉ tiêu, trong đó 1 chỉ tiêu dành riêng cho khối “Nhóm A” (1 chỉ tiêu chờ Hội đồng xem xét, lựa chọn), 1 chỉ tiêu dành riêng cho khối “Nhóm B” (1 chỉ tiêu chờ Hội đồng xem xét, lựa chọn); kém các đơn vị bằng nhau ở vị trí cuối của chỉ tiêu (90,00%) 5,00 điểm phần trăm chỉ số.",
            "kém các đơn vị bằng nhau ở vị trí cuối của chỉ tiêu (90,00%) 5,00 điểm phần trăm chỉ số",
        ),
        (
            "Meets the conditions, number 3 of those that do; the quota of 2 (1 kept for group “Nhóm A” with 1 left to the council, 1 kept for group “Nhóm B” with 1 left to the council) is used up; 5.00 percentage points of the index behind the units that are equal at the edge of the quota (90.00%).",
            "5.00 percentage points of the index behind the units that are equal at the edge of the quota (90.00%)",
        ),
    );
    // Equal with others for the rest as well, a unit reads both.
    let three = [("a@A", "90"), ("b@A", "90"), ("d@B", "90"), ("e@B", "80")];
    let rules = [kept(2, &[("A", 1)])];
    check(&rules, &three, &[("", "a b d")], &["W001", "W001"]);
    check_reasons(
        &decide(&rules, &three).0[0],
        "a",
        &[
            "Xếp hạng 1/2 (đồng hạng) khối “Nhóm A”, chỉ số 90,00%.",
            "Khối “Nhóm A” có 1 chỉ tiêu dành riêng, xét theo thứ hạng trong khối.",
            "Bằng chỉ số, chưa phân định được với “Sở b” ở vị trí cuối của chỉ tiêu dành riêng cho khối “Nhóm A”: còn 1 chỉ tiêu; Hội đồng xem xét, lựa chọn.",
            "Bằng chỉ số, chưa phân định được với “Sở b”, “Sở d” ở vị trí cuối của chỉ tiêu: còn 1 chỉ tiêu; Hội đồng xem xét, lựa chọn.",
        ],
    );
    // As many places as units that are equal, one of them kept: that is no tie.
    check(&[kept(2, &[("A", 1)])], &[("a@A", "90"), ("b@A", "90"), ("d@B", "80")], &[("a b", "")], &[]);
    check(&[kept(3, &[("A", 1), ("B", 1)])], &[("a@A", "90"), ("b@A", "90"), ("d@B", "90")], &[("a b d", "")], &[]);
}

#[test]
fn nobody_is_proposed_twice_for_one_award() {
    let indexes = [("a@A", "90"), ("b@A", "85"), ("d@B", "70"), ("e@B", "60")];
    check(&[kept(4, &[("B", 1), ("B", 1)])], &indexes, &[("a b d e", "")], &[]);
    check(&[kept(3, &[("B", 1), ("B", 1)])], &indexes, &[("a d e", "")], &[]);
}

#[test]
fn a_share_that_comes_to_no_place_is_told() {
    let share = Quota::Share { share: points("0.4"), up: false };
    let rules = [
        AwardRule { quota: share.clone(), per_group: true, ..award("x", &["A", "B"], 1) },
        AwardRule { quota: share, name: "Bằng x".into(), ..award("y", &["B", "C"], 1) },
    ];
    // Of B one unit alone is ranked, of C none.
    let indexes = [("a@A", "90"), ("b@A", "85"), ("c@A", "80"), ("d@B", "70"), ("-e@B", "0"), ("-f@C", "0")];
    let (lists, findings) = told(&rules, &indexes);
    assert_eq!(
        messages(&findings),
        [
            "W005 “Bằng x (Nhóm A; Nhóm B)”, khối “Nhóm B”: không đề nghị đơn vị nào vì 40% của 1 đơn vị được xếp hạng chưa đủ một chỉ tiêu. | “Bằng x (Nhóm A; Nhóm B)”, group “Nhóm B”: nobody is proposed, since 40% of the units ranked (1) is not one place.",
            "W005 “Bằng x (Nhóm B; Nhóm C)”: không đề nghị đơn vị nào vì 40% của 1 đơn vị được xếp hạng chưa đủ một chỉ tiêu. | “Bằng x (Nhóm B; Nhóm C)”: nobody is proposed, since 40% of the units ranked (1) is not one place.",
        ]
    );
    check_last(
        &lists[0],
        "d",
        ("Đủ điều kiện, đứng thứ 1; không đề nghị đơn vị nào vì 40% của 1 đơn vị được xếp hạng chưa đủ một chỉ tiêu.", ""),
        ("Meets the conditions, number 1 of those that do; nobody is proposed, since 40% of the units ranked (1) is not one place.", ""),
    );
    // Where nobody is ranked, nobody is missed.
    let (_, findings) = told(&rules[1..], &[("-e@B", "0")]);
    assert_eq!(messages(&findings), [""; 0]);
}

#[test]
fn awards_of_one_name_are_told_apart_wherever_they_are_named() {
    let named = |id: &str, quota: usize, conditions: Vec<Condition>| AwardRule {
        name: "Bằng khen".into(),
        per_group: id == "hai",
        conditions,
        ..award(id, &["A", "B"], quota)
    };
    let rules = [named("mot", 1, Vec::new()), named("hai", 2, vec![Condition::NotProposed(vec!["mot".into()])])];
    let (lists, findings) = told(&rules, &[("a@A", "90"), ("b@A", "80"), ("d@B", "90")]);
    assert_eq!(
        messages(&findings).iter().map(|both| both.split_once(" | ").unwrap().0).collect::<Vec<_>>(),
        [
            "W001 “Bằng khen (Nhóm A; Nhóm B; 1)”: 2 đơn vị bằng nhau ở vị trí cuối của 1 chỉ tiêu, còn 1 chỉ tiêu: “Sở a”, “Sở d”.",
            "W002 “Bằng khen (Nhóm A; Nhóm B; 2)”, khối “Nhóm B”: chỉ 1 đơn vị đủ điều kiện trong khi có 2 chỉ tiêu.",
            "W003 “Sở a” đồng hạng ở vị trí cuối của chỉ tiêu “Bằng khen (Nhóm A; Nhóm B; 1)” và có tên trong danh sách đề nghị “Bằng khen (Nhóm A; Nhóm B; 2)”, hai hình thức khen thưởng loại trừ nhau.",
            "W003 “Sở d” đồng hạng ở vị trí cuối của chỉ tiêu “Bằng khen (Nhóm A; Nhóm B; 1)” và có tên trong danh sách đề nghị “Bằng khen (Nhóm A; Nhóm B; 2)”, hai hình thức khen thưởng loại trừ nhau.",
        ]
    );
    let d = lists[1].considered.iter().find(|one| one.unit.as_str() == "d").unwrap();
    let note = "Đang chờ Hội đồng xem xét, lựa chọn ở “Bằng khen (Nhóm A; Nhóm B; 1)”; nếu được chọn thì không xét hình thức này.";
    assert_eq!(d.notes.last().unwrap().vi, note);
    // One that is chosen for the first reads which of both stands against it.
    let list = &decide(&rules, &[("a@A", "90"), ("b@A", "80")]).0[1];
    check_reasons(
        list,
        "a",
        &["Xếp hạng 1/2 khối “Nhóm A”, chỉ số 90,00%.", "Đã được đề nghị “Bằng khen (Nhóm A; Nhóm B; 1)”, không xét thêm hình thức này."],
    );
}

/// Indexes that print alike are told with decimals that show which is higher.
#[test]
fn a_gap_smaller_than_what_is_printed_is_shown() {
    let list = &decide(&[award("x", &["A"], 1)], &[("a@A", "82.004"), ("b@A", "82.001")]).0[0];
    check_last(
        list,
        "b",
        (
            "Đủ điều kiện, đứng thứ 2; đã hết 1 chỉ tiêu; kém đơn vị cuối được đề nghị (82,004%) 0,003 điểm phần trăm chỉ số.",
            "kém đơn vị cuối được đề nghị (82,004%) 0,003 điểm phần trăm chỉ số",
        ),
        (
            "Meets the conditions, number 2 of those that do; the quota of 1 is used up; 0.003 percentage points of the index behind the last unit proposed (82.004%).",
            "0.003 percentage points of the index behind the last unit proposed (82.004%)",
        ),
    );
}

/// Who is behind by a tie-break, or by its place, reads which.
#[test]
fn a_unit_behind_by_a_tie_break_reads_by_which() {
    let indexes = [("a@A", "84+3"), ("b@A", "84+5")];
    let list = &decide(&[award("x", &["A"], 1)], &indexes).0[0];
    check_last(
        list,
        "a",
        (
            "Đủ điều kiện, đứng thứ 2; đã hết 1 chỉ tiêu; bằng chỉ số với đơn vị cuối được đề nghị, xếp sau do điểm tiêu chí 1.",
            "bằng chỉ số với đơn vị cuối được đề nghị, xếp sau do điểm tiêu chí 1",
        ),
        (
            "Meets the conditions, number 2 of those that do; the quota of 1 is used up; equal in the index with the last unit proposed, and behind by points of criterion 1.",
            "equal in the index with the last unit proposed, and behind by points of criterion 1",
        ),
    );
    let rule = AwardRule { order: vec![Measure::Index], ..award("x", &["A"], 1) };
    check_last(
        &decide(&[rule], &indexes).0[0],
        "a",
        (
            "Đủ điều kiện, đứng thứ 2; đã hết 1 chỉ tiêu; bằng đơn vị cuối được đề nghị về chỉ số, nhưng xếp hạng 2 trong khối, sau hạng 1.",
            "bằng đơn vị cuối được đề nghị về chỉ số, nhưng xếp hạng 2 trong khối, sau hạng 1",
        ),
        (
            "Meets the conditions, number 2 of those that do; the quota of 1 is used up; equal with the last unit proposed in index, and has place 2 of its group, behind place 1.",
            "equal with the last unit proposed in index, and has place 2 of its group, behind place 1",
        ),
    );
}
