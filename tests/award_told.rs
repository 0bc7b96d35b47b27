//! What is told of awards at the bounds of its sentences: one of something, none of it, both of two.

use parindex::award::{AwardRule, Condition, Measure, Shortlist};

use crate::award::{at_most, award, check, decide};
use crate::ranking::points;

/// Gives the reasons of a unit, in Vietnamese.
fn reasons(list: &Shortlist, unit: &str) -> Vec<String> {
    let considered = list.considered.iter().find(|one| one.unit.as_str() == unit).unwrap();
    considered.reasons.iter().map(|reason| reason.vi.clone()).collect()
}

/// Gives what a unit lacks, and how far it stands behind.
fn lacks(list: &Shortlist, unit: &str) -> (Vec<String>, Option<String>) {
    let considered = list.considered.iter().find(|one| one.unit.as_str() == unit).unwrap();
    (considered.missing.iter().map(|words| words.vi.clone()).collect(), considered.behind.as_ref().map(|words| words.vi.clone()))
}

/// Makes an award of two groups with places kept.
fn kept(quota: usize, reserved: &[(&str, usize)]) -> AwardRule {
    let reserved = reserved.iter().map(|(group, places)| ((*group).into(), *places)).collect();
    AwardRule { reserved, ..award("x", &["A", "B"], quota) }
}

#[test]
fn the_first_of_a_group_is_called_so() {
    for (most, met, missed) in [
        ("1", "Đạt điều kiện dẫn đầu khối.", "Không đạt điều kiện dẫn đầu khối: hạng 3."),
        ("2", "Đạt điều kiện thuộc 2 hạng đầu của khối.", "Không đạt điều kiện thuộc 2 hạng đầu của khối: hạng 3."),
    ] {
        let rule = AwardRule { conditions: vec![at_most(Measure::Place, most)], ..award("x", &["A"], 2) };
        let list = &decide(&[rule], &[("a@A", "90"), ("b@A", "80"), ("c@A", "70")]).0[0];
        assert_eq!((reasons(list, "a")[1].as_str(), reasons(list, "c")[1].as_str()), (met, missed));
    }
}

#[test]
fn criteria_without_points_are_named_and_no_others() {
    let condition = Condition::NotZero(vec!["1".into()]);
    let rule = AwardRule { conditions: vec![condition], ..award("x", &["A"], 2) };
    let list = &decide(&[rule], &[("a@A", "90+2"), ("b@A", "80+0")]).0[0];
    assert_eq!(reasons(list, "a")[1], "Đạt điều kiện không bị 0 điểm ở tiêu chí 1: đều có điểm.");
    assert_eq!(reasons(list, "b")[1], "Không đạt điều kiện không bị 0 điểm ở tiêu chí 1: tiêu chí 1 không có điểm.");
}

#[test]
fn whoever_has_an_award_lacks_nothing() {
    let second = AwardRule { conditions: vec![Condition::NotProposed(vec!["mot".into()])], ..award("hai", &["A"], 1) };
    let lists = decide(&[award("mot", &["A"], 2), second], &[("a@A", "90"), ("b@A", "80"), ("c@A", "70")]).0;
    // The last one proposed stands behind nobody, and the first award keeps both from the second.
    for unit in ["a", "b"] {
        assert_eq!([lacks(&lists[0], unit), lacks(&lists[1], unit)], [(vec![], None), (vec![], None)], "{unit}");
    }
    assert_eq!(lacks(&lists[0], "c").0, ["kém đơn vị cuối được đề nghị (80,00%) 10,00 điểm phần trăm chỉ số"]);
}

#[test]
fn waiting_on_one_award_is_noted_only_on_one_that_it_excludes_from() {
    let after = |id: &str, other: &str| AwardRule { conditions: vec![Condition::NotProposed(vec![other.into()])], ..award(id, &["A"], 2) };
    let indexes = [("a@A", "90"), ("b@A", "90"), ("c@B", "80")];
    let rules = |other: &str| [award("mot", &["A"], 1), award("hai", &["B"], 1), after("ba", other)];
    check(&rules("mot"), &indexes, &[("", "a b"), ("c", ""), ("a b", "")], &["W001", "W003", "W003"]);
    check(&rules("hai"), &indexes, &[("", "a b"), ("c", ""), ("a b", "")], &["W001"]);
}

#[test]
fn one_more_that_is_equal_is_counted() {
    let equal = |count: usize| {
        let names: Vec<String> = (0..count).map(|n| format!("{n}@A")).collect();
        let indexes: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "90")).collect();
        reasons(&decide(&[award("x", &["A"], 1)], &indexes).0[0], "0").pop().unwrap()
    };
    assert!(equal(5).contains("với “Sở 1”, “Sở 2”, “Sở 3”, “Sở 4” ở vị trí cuối của"), "{}", equal(5));
    assert!(equal(6).contains("“Sở 4” và 1 đơn vị khác ở vị trí cuối của"), "{}", equal(6));
}

/// Places that nobody of a group could take went to the rest: nothing was kept.
#[test]
fn places_that_a_group_has_nobody_for_are_not_called_kept() {
    let list = &decide(&[kept(2, &[("B", 1)])], &[("a@A", "90"), ("b@A", "80"), ("c@A", "70")]).0[0];
    let behind = "kém đơn vị cuối được đề nghị (80,00%) 10,00 điểm phần trăm chỉ số";
    assert_eq!(reasons(list, "c").pop().unwrap(), format!("Đủ điều kiện, đứng thứ 3; đã hết 2 chỉ tiêu; {behind}."));
}

#[test]
fn only_kept_places_with_a_tie_wait_for_the_council() {
    let indexes = [("a@A", "90"), ("b@A", "90"), ("c@A", "85"), ("d@B", "80"), ("e@B", "70")];
    let list = &decide(&[kept(2, &[("A", 1), ("B", 1)])], &indexes).0[0];
    let said = reasons(list, "c").pop().unwrap();
    let places = "trong đó 1 chỉ tiêu dành riêng cho khối “Nhóm A” (1 chỉ tiêu chờ Hội đồng xem xét, lựa chọn), 1 chỉ tiêu dành riêng cho khối “Nhóm B”;";
    assert!(said.contains(places), "{said}");
}

/// Whoever shares the place of the last one proposed, and is kept out by something else, stands behind nobody.
#[test]
fn nobody_stands_behind_one_at_its_own_place() {
    let excluded = vec![("b".into(), "Bị kỷ luật".to_owned())];
    let rule = AwardRule { order: vec![Measure::Index], excluded, ..award("x", &["A"], 1) };
    let list = &decide(&[rule], &[("a@A", "90"), ("b@A", "90")]).0[0];
    assert_eq!((lacks(list, "b"), list.chosen.len()), ((vec![], None), 1));
}

/// What an award is ordered by is printed as the group prints it.
#[test]
fn what_orders_is_printed_with_the_decimals_of_the_group() {
    let order = vec![Measure::Index, Measure::Points, Measure::Place];
    let list = &decide(&[AwardRule { order, ..award("x", &["A"], 1) }], &[("a@A", "82.0049")]).0[0];
    assert_eq!(reasons(list, "a")[1], "Xét thứ tự theo chỉ số: 82,00%; tổng điểm: 82,00; hạng trong khối: 1.");
    assert_eq!(list.considered[0].reasons[1].en, "Put in order by index: 82.00%; points: 82.00; place within the group: 1.");
    let least = Condition::Within { of: Measure::Points, at_least: Some(points("82")), at_most: None };
    let list = &decide(&[AwardRule { conditions: vec![least], ..award("x", &["A"], 1) }], &[("a@A", "82.0049")]).0[0];
    assert_eq!(reasons(list, "a")[1], "Đạt điều kiện tổng điểm từ 82 điểm trở lên: 82,00.");
}
